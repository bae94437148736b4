"""Gaps of every kind: the right pixels, and the same ones for any crop."""

from __future__ import annotations

import json
import warnings
from pathlib import Path

import numpy as np
import pyogrio
import pytest
import rasterio
import shapely
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rasterio.warp import transform as transform_points
from scenefill.core.clouds import S2CLOUDLESS_BANDS
from scenefill.core.errors import SceneFillError
from scenefill.core.feedback import Feedback
from scenefill.core.gaps import dilate
from scenefill.core.grid import Grid, Window
from scenefill.core.job import GapSource, GridSpec, Input, job_from_dict, job_to_dict
from scenefill.core.raster import LayerSource, resolve_grid
from scenefill.tests.raster_files import GRID, UTM, Recorder, around, layer, smooth_field, write_tif

S2_BANDS = [
    *("coastal", "blue", "green", "red", "rededge071", "rededge075", "rededge078"),
    *("nir", "nir08", "nir09", "cirrus", "swir16", "swir22"),
]
SHAPE = shapely.Polygon([(331800.0, 3372500.0), (332900.0, 3372100.0), (332300.0, 3371200.0)])


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a layer with holes, class rasters on two grids and polygons in two formats."""
    folder = tmp_path_factory.mktemp("gaps")
    data = smooth_field((3, *GRID.shape))
    data[:, :, 170:] *= 0.2
    data[1, 100:140, 90:150] = np.nan
    data[2, 200, 200] = np.nan
    write_tif(folder / "layer.tif", data, GRID)
    rng = np.random.default_rng(8)
    classes = np.kron(rng.integers(0, 12, (70, 75)), np.ones((4, 4), dtype=np.int64)).astype(np.uint8)
    write_tif(folder / "scl.tif", classes[None], GRID, nodata=0)
    qa = (rng.integers(0, 2, (60, 60)) * 8 + rng.integers(0, 2, (60, 60)) * 16 + 1).astype(np.uint16)
    write_tif(folder / "qa.tif", qa[None], Grid("EPSG:4326", (6e-4, 0, 73.24, 0, -6e-4, 30.485), 60, 60))
    _write_polygons(folder)
    return folder


def _write_polygons(folder: Path) -> None:
    lon, lat = transform_points(UTM, "EPSG:4326", *SHAPE.exterior.coords.xy)
    feature = {
        "type": "Feature",
        "properties": {},
        "geometry": {"type": "Polygon", "coordinates": [list(zip(lon, lat))]},
    }
    (folder / "a.geojson").write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}))
    pyogrio.raw.write(
        folder / "a.gpkg",
        geometry=np.array([shapely.to_wkb(SHAPE)], dtype=object),
        field_data=[],
        fields=[],
        geometry_type="Polygon",
        crs=UTM,
        layer="clouds",
        driver="GPKG",
    )


def _write_polygons_without_crs(path: Path) -> None:
    shapes = np.array([shapely.to_wkb(SHAPE)], dtype=object)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)
        pyogrio.raw.write(path, shapes, [], [], geometry_type="Polygon", crs=None, driver="GPKG")


def gaps(base: Path, *sources: GapSource, grid: Grid = GRID) -> LayerSource:
    return layer(str(base / "layer.tif"), grid, gaps=sources)


def kinds(base: Path) -> dict[str, tuple[GapSource, ...]]:
    return {
        "nodata": (GapSource("nodata", grow=3),),
        "classes": (GapSource("raster", str(base / "scl.tif"), (3, 8), grow=2),),
        "bits": (GapSource("raster", str(base / "qa.tif"), bits=(3,)),),
        "polygons": (GapSource("polygons", str(base / "a.geojson"), grow=5),),
        "clouds": (GapSource("clouds"),),
        "all": (GapSource("nodata"), GapSource("raster", str(base / "scl.tif"), (9,)), GapSource("clouds", grow=1)),
    }


_WHOLES: dict[str, tuple] = {}


@pytest.mark.parametrize("kind", ["nodata", "classes", "bits", "polygons", "clouds", "all"])
@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(-20, 300), st.integers(-20, 290), st.integers(1, 150), st.integers(1, 150), st.booleans())
def test_window_is_the_crop_of_the_whole(
    base: Path, kind: str, row: int, col: int, height: int, width: int, fresh: bool
) -> None:
    if kind not in _WHOLES:
        source = gaps(base, *kinds(base)[kind])
        _WHOLES[kind] = (source, source.gap(around(GRID, 30)))
    source, whole = _WHOLES[kind]
    assert whole.any() and not whole.all()
    window = Window(GRID.row0 + row, GRID.col0 + col, height, width).intersection(around(GRID, 30))
    assert window is not None
    if fresh:
        source = gaps(base, *kinds(base)[kind], grid=GRID.crop(90, 80, 60, 70))
    assert (source.gap(window) == whole[window.slices_in(around(GRID, 30))]).all()


def test_nodata_of_any_mapped_band(base: Path) -> None:
    found = gaps(base, GapSource("nodata")).gap(GRID.window)
    expected = np.zeros(GRID.shape, dtype=bool)
    expected[100:140, 90:150] = expected[200, 200] = True
    assert (found == expected).all()
    red_only = layer(str(base / "layer.tif"), bands={"red": 1}, gaps=(GapSource("nodata"),))
    assert not red_only.gap(GRID.window).any() and red_only.gap(around(GRID, 1)).sum() == 2 * (280 + 300) + 4


def test_unregistered_bands_count_for_nodata(base: Path) -> None:
    source = layer(str(base / "layer.tif"), bands={"red": 1, "my own": 3}, gaps=(GapSource("nodata"),))
    assert np.argwhere(source.gap(GRID.window)).tolist() == [[200, 200]]


def test_classes_on_the_grid(base: Path) -> None:
    with rasterio.open(base / "scl.tif") as file:
        classes = file.read(1)
    for values in ((3, 8), (0,), (11, 0)):
        found = gaps(base, GapSource("raster", str(base / "scl.tif"), values)).gap(around(GRID, 4))
        assert (found[4:-4, 4:-4] == np.isin(classes, values)).all()
        # Beyond the class raster nothing is known to be a gap, class 0 least of all.
        assert found.sum() == np.isin(classes, values).sum()


def test_bits_on_another_grid(base: Path) -> None:
    with rasterio.open(base / "qa.tif") as file:
        flags, to_pixel = file.read(1), ~file.transform
    rows, cols = np.mgrid[: GRID.height, : GRID.width]
    x, y = GRID.to_world(rows + GRID.row0 + 0.5, cols + GRID.col0 + 0.5)
    lon, lat = transform_points(UTM, "EPSG:4326", x.ravel(), y.ravel())
    col = np.floor(to_pixel.a * np.array(lon) + to_pixel.c).astype(int)
    row = np.floor(to_pixel.e * np.array(lat) + to_pixel.f).astype(int)
    nearest = flags[row, col].reshape(GRID.shape)
    for bits in ((3,), (4,), (3, 4), (5,)):
        found = gaps(base, GapSource("raster", str(base / "qa.tif"), bits=bits)).gap(GRID.window)
        expected = (nearest & sum(1 << b for b in bits)) > 0
        assert (found != expected).mean() < 1e-3


@pytest.mark.parametrize("name", ["a.geojson", "a.gpkg"])
def test_polygons_of_both_formats(base: Path, name: str) -> None:
    found = gaps(base, GapSource("polygons", str(base / name))).gap(GRID.window)
    rows, cols = np.mgrid[: GRID.height, : GRID.width]
    x, y = GRID.to_world(rows + GRID.row0, cols + GRID.col0)
    pixels = shapely.box(x, y - 10, x + 10, y)
    assert (found >= shapely.contains_properly(SHAPE, pixels)).all()
    touched = shapely.intersects(SHAPE.buffer(1e-3), pixels)
    assert (found <= touched).all() and found.sum() > 0.98 * touched.sum()


@given(st.integers(0, 12), st.integers(0, 2**32 - 1))
@settings(max_examples=30, deadline=None)
def test_dilation_is_a_disk(radius: int, seed: int) -> None:
    mask = np.random.default_rng(seed).random((40, 50)) < 0.005
    y, x = np.mgrid[:40, :50]
    expected = np.zeros_like(mask)
    for row, col in np.argwhere(mask):
        expected |= (y - row) ** 2 + (x - col) ** 2 <= radius**2
    assert (dilate(mask, radius) == expected).all()


def test_real_clouds_are_found_and_a_clear_date_is_not_cloudy(data_dir: Path) -> None:
    folder = data_dir / "demo/pakistan_ssl4eo"
    share = {}
    for date in ("20200604", "20200823"):
        path = str(folder / f"pakistan_ssl4eo_s2c_{date}.tif")
        grid = resolve_grid(GridSpec(like=path))
        inp = Input("optical", path, {b: i + 1 for i, b in enumerate(S2_BANDS)}, gaps=(GapSource("clouds"),))
        recorder = Recorder()
        source = LayerSource(inp, grid, recorder)
        found = source.gap(grid.window)
        share[date] = found.mean()
        assert any("s2cloudless" in text for text in recorder.texts)
        bright = source.read(grid.window, hide_gaps=False)["optical"][0].mean(axis=0) > 0.3
        assert date == "20200604" or found[bright].mean() > 0.99
    assert share["20200604"] < 0.02 and 0.5 < share["20200823"] < 0.9


def test_shadows_are_found_where_there_is_nir(data_dir: Path) -> None:
    path = str(data_dir / "demo/pakistan_ssl4eo/pakistan_ssl4eo_s2c_20200823.tif")
    grid = resolve_grid(GridSpec(like=path))
    found = {}
    for names in (("red", "green", "blue", "swir16"), ("red", "green", "blue", "swir16", "nir")):
        inp = Input("optical", path, {b: S2_BANDS.index(b) + 1 for b in names}, gaps=(GapSource("clouds"),))
        found[len(names)] = LayerSource(inp, grid, Recorder()).gap(grid.window)
    # The large shadow in the middle of the scene.
    assert found[5][155:170, 140:165].mean() > 0.9 and found[4][155:170, 140:165].mean() < 0.2


def test_landsat_clouds_by_the_rule(data_dir: Path) -> None:
    path = str(data_dir / "demo/gulfcoast_l8_cloudy/gulfcoast_l8_cloudy_l8_l1.tif")
    grid = resolve_grid(GridSpec(like=path))
    bands = {"blue": 2, "green": 3, "red": 4, "nir": 5, "swir16": 6, "swir22": 7, "cirrus": 8, "lwir11": 9}
    found = {}
    for threshold in (0.4, 0.8):
        inp = Input("optical", path, bands, gaps=(GapSource("clouds", threshold=threshold),))
        found[threshold] = LayerSource(inp, grid, Recorder()).gap(grid.window)
    assert found[0.4][220:320, :300].mean() > 0.95 and found[0.4][520:, 100:300].mean() < 0.05
    assert found[0.8].mean() < found[0.4].mean()


def test_clouds_do_not_depend_on_the_extent(data_dir: Path) -> None:
    path = str(data_dir / "demo/pakistan_ssl4eo/pakistan_ssl4eo_s2c_20200823.tif")
    grid = resolve_grid(GridSpec(like=path))
    inp = Input("optical", path, {b: i + 1 for i, b in enumerate(S2_BANDS)}, gaps=(GapSource("clouds"),))
    whole = LayerSource(inp, grid, Recorder()).gap(grid.window)
    crop = grid.crop(101, 53, 77, 99)
    found = LayerSource(inp, crop, Recorder()).gap(crop.window)
    assert (found == whole[crop.window.slices_in(grid.window)]).all()


def test_clouds_need_visible_bands(base: Path) -> None:
    with pytest.raises(SceneFillError) as caught:
        layer(str(base / "layer.tif"), bands={"red": 1, "green": 2}, gaps=(GapSource("clouds"),))
    assert caught.value.code == "no-bands-for-clouds" and "blue" in caught.value.message
    assert set(S2CLOUDLESS_BANDS) < set(S2_BANDS)


def test_bad_gap_sources(base: Path, tmp_path: Path) -> None:
    (tmp_path / "vrt.geojson").write_text("<OGRVRTDataSource/>")
    (tmp_path / "broken.geojson").write_text('{"type": "FeatureCollection", "features": [{"ty')
    _write_polygons_without_crs(tmp_path / "nocrs.gpkg")
    far = Grid(UTM, (10.0, 0.0, 500000.0, 0.0, -10.0, 3372890.0), 20, 20)
    write_tif(tmp_path / "far.tif", np.ones((1, 20, 20), dtype=np.uint8), far)
    write_tif(tmp_path / "float.tif", np.ones((1, *GRID.shape), dtype=np.float32), GRID)
    cases = [
        ("missing-file", GapSource("raster", str(tmp_path / "none.tif"), (1,))),
        ("missing-file", GapSource("polygons", str(tmp_path / "none.geojson"))),
        ("unreadable-raster", GapSource("raster", str(tmp_path / "broken.geojson"), (1,))),
        ("unreadable-vector", GapSource("polygons", str(tmp_path / "vrt.geojson"))),
        ("unreadable-vector", GapSource("polygons", str(tmp_path / "broken.geojson"))),
        ("unreadable-vector", GapSource("polygons", str(base / "a.gpkg"), layer="other")),
        ("no-crs", GapSource("polygons", str(tmp_path / "nocrs.gpkg"))),
        ("no-overlap", GapSource("raster", str(tmp_path / "far.tif"), (1,))),
        ("bad-value", GapSource("raster", str(tmp_path / "float.tif"), bits=(1,))),
    ]
    for code, source in cases:
        with pytest.raises(SceneFillError) as caught:
            gaps(base, source)
        assert caught.value.code == code, source


def test_polygons_elsewhere_are_said(base: Path) -> None:
    recorder = Recorder()
    inp = Input(
        "optical",
        str(base / "layer.tif"),
        {"red": 1},
        1.0,
        0.0,
        "reflectance",
        gaps=(GapSource("polygons", str(base / "a.gpkg")),),
    )
    source = LayerSource(inp, GRID.crop(0, 0, 20, 20), recorder)
    assert not source.gap(GRID.crop(0, 0, 20, 20).window).any()
    assert any(text.startswith("warning") and "a.gpkg" in text for text in recorder.texts)


def test_quality_band_inside_a_stack(data_dir):
    """Landsat's quality band is the eleventh of its file: bit 15 is set where a cloud is likely."""
    path = str(data_dir / "demo/gulfcoast_l8_cloudy/gulfcoast_l8_cloudy_l8_l1.tif")

    def covered(band):
        gap = {"kind": "raster", "path": path, "bits": [15], "band": band}
        item = {"modality": "optical", "path": path, "bands": {"red": 4, "green": 3, "blue": 2}, "gaps": [gap]}
        data = {
            "schema": "scenefill-job/1",
            "title": "bqa",
            "grid": {"like": path},
            "inputs": [item],
            "targets": [{"modality": "optical", "fill": 0}],
            "output": {"folder": "out"},
        }
        job = job_from_dict(data, data_dir)
        assert job_from_dict(job_to_dict(job), data_dir) == job
        grid = resolve_grid(job.grid)
        layer = LayerSource(job.inputs[0], grid, Feedback())
        try:
            return layer.gap(grid.window)
        finally:
            layer.close()

    with rasterio.open(path) as dataset:
        expected = dataset.read(11) & (1 << 15) > 0
    assert np.array_equal(covered(11), expected)
    assert 0.1 < expected.mean() < 0.3
    with pytest.raises(SceneFillError) as error:
        covered(12)
    assert error.value.code == "no-band"
