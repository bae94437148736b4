"""Layers on the lattice: what a window reads depends on its place alone; masks, resampling, units and bad input."""

from __future__ import annotations

import math
from pathlib import Path

import numpy as np
import pytest
import rasterio
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rasterio.warp import transform as transform_points
from scenefill.core.errors import SceneFillError
from scenefill.core.grid import Grid, Window, coarse
from scenefill.core.job import GapSource, GridSpec, Input
from scenefill.core.raster import LayerSource, resolve_grid
from scenefill.tests.raster_files import GRID, UTM, Recorder, around, layer, smooth_field, write_tif

GEOGRAPHIC = Grid("EPSG:4326", (1.0141e-4, 0.0, 73.2425, 0.0, -8.7972e-5, 30.4800), 330, 330)
SOURCES = {
    "on-grid": (Grid(UTM, (10.0, 0.0, 331500.0, 0.0, -10.0, 3372800.0), 250, 260), 1),
    "same CRS, other phase": (Grid(UTM, (10.0, 0.0, 331503.0, 0.0, -10.0, 3372806.0), 250, 260), 1),
    "finer": (Grid(UTM, (3.0, 0.0, 331502.0, 0.0, -3.0, 3372803.0), 800, 850), 1),
    "coarser": (Grid(UTM, (27.0, 0.0, 331502.0, 0.0, -27.0, 3372803.0), 100, 110), 1),
    "other CRS": (GEOGRAPHIC, 1),
    "other CRS, finer": (Grid("EPSG:4326", (3e-5, 0.0, 73.2430, 0.0, -3e-5, 30.4790), 900, 850), 1),
}


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    folder = tmp_path_factory.mktemp("sources")
    found = {}
    for i, (name, (grid, _)) in enumerate(SOURCES.items()):
        data = smooth_field((3, *grid.shape), i)
        data[np.random.default_rng(i).random(data.shape) < 0.1] = np.nan
        data[:, 40:60, 30:90] = -9999.0
        found[name] = write_tif(folder / f"{i}.tif", data, grid, nodata=-9999.0)
    return found


@pytest.mark.parametrize("name", SOURCES)
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.integers(-40, 300), st.integers(-40, 320), st.integers(1, 160), st.integers(1, 160), st.tuples(*[st.booleans()])
)
def test_window_is_the_crop_of_the_whole(
    files: dict[str, str], name: str, row: int, col: int, height: int, width: int, fresh: tuple[bool]
) -> None:
    margin = 50
    key = f"whole {name}"
    if key not in _WHOLES:
        source = layer(files[name])
        _WHOLES[key] = (source, source.read(around(GRID, margin))["optical"])
    source, (values, mask) = _WHOLES[key]
    window = Window(GRID.row0 + row, GRID.col0 + col, height, width).intersection(around(GRID, margin))
    assert window is not None
    rows, cols = window.slices_in(around(GRID, margin))
    if fresh[0]:
        # Another job: another extent on the same lattice, and nothing read before.
        source = layer(files[name], GRID.crop(60, 55, 90, 111))
    found, found_mask = source.read(window)["optical"]
    assert (found_mask == mask[:, rows, cols]).all()
    assert found.tobytes() == np.ascontiguousarray(values[:, rows, cols]).tobytes()


_WHOLES: dict[str, tuple] = {}


@pytest.mark.parametrize("name", SOURCES)
def test_overview_is_the_same_for_crops(files: dict[str, str], name: str) -> None:
    whole = coarse(GRID)
    values, mask = layer(files[name]).read_coarse(whole.window)["optical"]
    crop = coarse(GRID.crop(37, 41, 150, 161))
    found, found_mask = layer(files[name], GRID.crop(37, 41, 150, 161)).read_coarse(crop.window)["optical"]
    rows, cols = crop.window.slices_in(whole.window)
    assert mask.any() and (found_mask == mask[:, rows, cols]).all()
    assert found.tobytes() == np.ascontiguousarray(values[:, rows, cols]).tobytes()


@pytest.mark.parametrize("name", SOURCES)
def test_overview_is_the_mean_of_the_observed_pixels(files: dict[str, str], name: str) -> None:
    source, overview = layer(files[name]), coarse(GRID)
    values, mask = source.read(overview.window.scaled(8))["optical"]
    blocks = np.where(mask, values, np.nan).reshape(3, overview.height, 8, overview.width, 8)
    count = np.isfinite(blocks).sum(axis=(2, 4))
    expected = np.where(count > 0, np.nansum(blocks, axis=(2, 4)) / np.maximum(count, 1), np.nan)
    found, found_mask = source.read_coarse(overview.window)["optical"]
    assert (found_mask == np.isfinite(expected)).all()
    assert found[found_mask] == pytest.approx(expected[found_mask], rel=1e-5)


def test_on_grid_values_are_the_files_own(tmp_path: Path) -> None:
    data = smooth_field((3, *GRID.shape))
    source = layer(write_tif(tmp_path / "a.tif", data, GRID))
    assert source.on_grid
    values, mask = source.read(around(GRID, 9))["optical"]
    assert mask[:, 9:-9, 9:-9].all() and mask.sum() == data.size
    assert (values[:, 9:-9, 9:-9] == data).all() and (values[~mask] == 0).all()


def test_origin_off_by_rounding_is_on_grid(tmp_path: Path) -> None:
    a, _, c, _, e, f = GEOGRAPHIC.transform
    crop = Grid(GEOGRAPHIC.crs, (a, 0.0, (c + 100 * a) * (1 + 3e-16), 0.0, e, (f + 30 * e) * (1 - 3e-16)), 90, 80)
    path = write_tif(tmp_path / "a.tif", smooth_field((3, 80, 90)), crop)
    assert layer(path, GEOGRAPHIC).on_grid
    moved = Grid(crop.crs, (a, 0.0, crop.transform[2] + 0.01 * a, 0.0, e, crop.transform[5]), 90, 80)
    assert not layer(write_tif(tmp_path / "b.tif", smooth_field((3, 80, 90)), moved), GEOGRAPHIC).on_grid


def test_average_counts_only_valid_pixels(tmp_path: Path) -> None:
    fine = Grid(UTM, (5.0, 0.0, 331450.0, 0.0, -5.0, 3372890.0), 8, 4)
    data = np.array([[1, 2, 3, np.nan, 5, np.inf, 7, -9], [4, 3, 5, 4, -np.inf, np.nan, -9, -9]], dtype=np.float32)
    data = np.concatenate([data, data])[None]
    path = write_tif(tmp_path / "a.tif", data, fine, nodata=-9)
    values, mask = layer(path, GRID, "elevation").read(Window(GRID.row0, GRID.col0, 2, 5))["elevation"]
    # Half of the third pixel's area or more has to be valid: it has a quarter, and so has the fourth.
    assert mask[0].tolist() == [[True, True, False, False, False]] * 2
    assert values[0, :, :2] == pytest.approx(np.array([[2.5, 4.0]] * 2), abs=1e-6)


def test_backscatter_is_averaged_as_power(tmp_path: Path) -> None:
    fine = Grid(UTM, (5.0, 0.0, 331450.0, 0.0, -5.0, 3372890.0), 64, 64)
    power = np.random.default_rng(3).exponential(0.1, (2, 64, 64))
    stored = (1000 * np.log10(power)).astype(np.int16)
    path = write_tif(tmp_path / "a.tif", stored, fine)
    source = layer(path, GRID, "sar", scale=0.01)
    values, mask = source.read(Window(GRID.row0, GRID.col0, 32, 32))["sar"]
    expected = 10 * np.log10((10 ** (stored / 1000.0)).reshape(2, 32, 2, 32, 2).mean(axis=(2, 4)))
    assert mask.all() and np.abs(values - expected).max() < 1e-3


def test_amplitude_and_power_agree_with_decibels(tmp_path: Path) -> None:
    fine = Grid(UTM, (4.0, 0.0, 331453.0, 0.0, -4.0, 3372888.0), 100, 100)
    power = np.random.default_rng(4).exponential(0.1, (2, 100, 100))
    stored = {"linear": power, "amplitude": np.sqrt(power), "dB": 10 * np.log10(power)}
    read = {}
    for unit, data in stored.items():
        path = write_tif(tmp_path / f"{unit}.tif", data.astype(np.float32), fine)
        values, mask = layer(path, GRID, "sar", unit=unit).read(Window(GRID.row0 + 5, GRID.col0 + 5, 20, 20))["sar"]
        assert mask.all()
        read[unit] = values
    assert np.abs(read["linear"] - read["dB"]).max() < 1e-3
    assert np.abs(read["amplitude"] - read["dB"]).max() < 1e-3


def test_no_power_is_absent_in_decibels(tmp_path: Path) -> None:
    data = np.full((2, *GRID.shape), 0.1, dtype=np.float32)
    data[0, 3, 4] = 0
    values, mask = layer(write_tif(tmp_path / "a.tif", data, GRID), GRID, "sar", unit="linear").read(GRID.window)["sar"]
    assert (~mask).sum() == 1 and not mask[0, 3, 4] and np.abs(values[mask] + 10).max() < 1e-5


@pytest.mark.parametrize("target", [GRID, Grid("EPSG:3857", (12.0, 0.0, 8153400.0, 0.0, -12.0, 3564900.0), 250, 240)])
def test_other_crs_hits_the_right_place(tmp_path: Path, target: Grid) -> None:
    rows, cols = np.mgrid[: GEOGRAPHIC.height, : GEOGRAPHIC.width]
    x, y = GEOGRAPHIC.to_world(rows + GEOGRAPHIC.row0 + 0.5, cols + GEOGRAPHIC.col0 + 0.5)
    path = write_tif(tmp_path / "a.tif", np.stack([x - 73.2, y - 30.4]).astype(np.float32), GEOGRAPHIC)
    values, mask = layer(path, target, "sar").read(target.window)["sar"]
    both = mask.all(axis=0)
    assert both.mean() > 0.4
    at = np.argwhere(both)
    tx, ty = target.to_world(at[:, 0] + target.row0 + 0.5, at[:, 1] + target.col0 + 0.5)
    lon, lat = transform_points(target.crs, GEOGRAPHIC.crs, tx, ty)
    # Within a fiftieth of a pixel: power averaging of so small a slope is linear.
    assert np.abs(values[0][both] - (np.array(lon) - 73.2)).max() < 0.02 * 1e-4
    assert np.abs(values[1][both] - (np.array(lat) - 30.4)).max() < 0.02 * 1e-4


def test_south_up_raster_is_turned(tmp_path: Path) -> None:
    data = smooth_field((3, *GRID.shape))
    a, _, c, _, e, f = GRID.transform
    flipped = rasterio.Affine(a, 0, c, 0, -e, f + e * GRID.height)
    path = write_tif(tmp_path / "a.tif", data[:, ::-1], GRID, transform=flipped)
    source = layer(path)
    values, mask = source.read(GRID.window)["optical"]
    assert not source.on_grid and mask.all() and np.abs(values - data).max() < 1e-6
    assert resolve_grid(GridSpec(like=path)) == GRID


def test_masks_of_all_kinds(tmp_path: Path) -> None:
    data = smooth_field((3, *GRID.shape))
    data[1, 5, 5] = np.nan
    data[2, 6, 6] = -1
    plain = write_tif(tmp_path / "nodata.tif", data, GRID, nodata=-1)
    _, mask = layer(plain).read(GRID.window)["optical"]
    assert sorted(map(tuple, np.argwhere(~mask))) == [(1, 5, 5), (2, 6, 6)]

    bytes_with_alpha = np.full((4, *GRID.shape), 200, dtype=np.uint8)
    bytes_with_alpha[3, 7, 8] = 0
    path = write_tif(tmp_path / "alpha.tif", bytes_with_alpha, GRID, photometric="RGB", alpha="YES")
    _, mask = layer(path, unit="DN").read(GRID.window)["optical"]
    assert sorted(map(tuple, np.argwhere(~mask))) == [(band, 7, 8) for band in range(3)]

    path = write_tif(tmp_path / "mask.tif", np.full((3, *GRID.shape), 9, dtype=np.uint16), GRID)
    with rasterio.Env(GDAL_TIFF_INTERNAL_MASK=True), rasterio.open(path, "r+") as target:
        inside = np.ones(GRID.shape, dtype=bool)
        inside[1, 2] = False
        target.write_mask(inside)
    _, mask = layer(path).read(GRID.window)["optical"]
    assert sorted(map(tuple, np.argwhere(~mask))) == [(band, 1, 2) for band in range(3)]


def test_missing_bands_are_absent_and_layers_serve_several_modalities(tmp_path: Path) -> None:
    data = smooth_field((4, *GRID.shape))
    path = write_tif(tmp_path / "a.tif", data, GRID)
    inp = Input("optical", path, {"nir": 4, "red": 1, "my own": 2}, 1.0, 0.0, "reflectance")
    source = LayerSource(inp, GRID, Recorder())
    assert source.modalities == ["optical", "infrared"] and source.bands == ["red", "nir"]
    read = source.read(GRID.window)
    assert set(read) == {"optical", "infrared"}
    assert read["optical"][1].all(axis=(1, 2)).tolist() == [True, False, False]
    assert read["infrared"][1].any(axis=(1, 2)).tolist() == [True, False, False]
    assert (read["infrared"][0][0] == data[3]).all()
    stored, valid = source.read_stored(["my own"], GRID.window)
    assert valid.all() and (stored[0] == data[1]).all()


def test_gaps_are_hidden(tmp_path: Path) -> None:
    data = smooth_field((3, *GRID.shape))
    data[0, 10:20, 30:50] = np.nan
    source = layer(write_tif(tmp_path / "a.tif", data, GRID), gaps=(GapSource("nodata", grow=2),))
    gap = source.gap(GRID.window)
    values, mask = source.read(GRID.window)["optical"]
    assert gap.sum() > 200 and not mask[:, gap].any() and mask[:, ~gap].all() and (values[:, gap] == 0).all()
    assert source.read(GRID.window, hide_gaps=False)["optical"][1][1].all()


def test_raw_is_bit_exact_on_real_files(data_dir: Path) -> None:
    path = data_dir / "demo/pakistan_ssl4eo/pakistan_ssl4eo_s2c_20200823.tif"
    with rasterio.open(path) as file:
        stored = file.read()
    grid = resolve_grid(GridSpec(like=str(path)))
    bands = {"blue": 2, "green": 3, "red": 4, "nir": 8}
    source = LayerSource(Input("optical", str(path), bands), grid.crop(50, 60, 100, 90), Recorder())
    assert source.on_grid and source.profile.count == 13 and source.profile.dtype == "uint16"
    assert source.raw(grid.window).tobytes() == stored.tobytes()
    window = Window(grid.row0 + 250, grid.col0 - 6, 30, 40)
    raw = source.raw(window)
    assert (raw[:, :14, 6:] == stored[:, 250:, :34]).all()
    assert not raw[:, 14:].any() and not raw[:, :, :6].any()
    # The guess reads reflectances as they are shipped, and back.
    values, mask = source.read(grid.window)["optical"]
    assert mask.all() and np.abs(values - stored[[3, 2, 1]] * 1e-4).max() < 1e-6
    again = np.round(source.physical_to_dn("optical", "red", values[0]))
    assert again.dtype == np.float64 and (again == stored[3]).all()


def test_raw_needs_the_grid(tmp_path: Path) -> None:
    source = layer(write_tif(tmp_path / "a.tif", smooth_field((3, *GEOGRAPHIC.shape)), GEOGRAPHIC))
    with pytest.raises(SceneFillError) as caught:
        source.raw(GRID.window)
    assert caught.value.code == "fill-grid"


def test_pan_and_bands_of_landsat_meet(data_dir: Path) -> None:
    folder = data_dir / "demo/gulfcoast_l8_cloudy"
    bands, pan = (str(folder / f"gulfcoast_l8_cloudy_l8_{kind}.tif") for kind in ("l1", "pan"))
    grid = resolve_grid(GridSpec(like=bands))
    recorder = Recorder()
    colours = LayerSource(Input("optical", bands, {"blue": 2, "green": 3, "red": 4}), grid, recorder)
    grey = LayerSource(Input("panchromatic", pan, {"pan": 1}), grid, recorder)
    assert colours.on_grid and not grey.on_grid
    assert (colours.native_pixel_size_m, grey.native_pixel_size_m) == (30.0, 15.0)
    window = Window(grid.row0 + 100, grid.col0 + 90, 300, 310)
    values, seen = grey.read(window)["panchromatic"]
    with rasterio.open(pan) as file:
        stored = file.read(1, window=((200, 801), (180, 801))).astype(np.float64)
    # The pan grid starts half a pan pixel before: 30 m hold halves of the outer two of three pan pixels.
    columns = (stored[:, 0:-2:2] + 2 * stored[:, 1:-1:2] + stored[:, 2::2]) / 4
    expected = (columns[0:-2:2] + 2 * columns[1:-1:2] + columns[2::2]) / 4
    assert seen.all() and np.abs(values[0] - (expected * 2e-5 - 0.1)).max() < 1e-6
    assert not grey.read(Window(grid.row0 + 600, grid.col0, 10, 5))["panchromatic"][1][0, 4:].any()
    assert any("reflectance" in text for text in recorder.texts)


def test_units_of_one_file_do_not_depend_on_the_job(tmp_path: Path) -> None:
    data = (smooth_field((3, *GRID.shape)) * 10000).astype(np.uint16)
    data[:, :100] = 255
    path = write_tif(tmp_path / "a.tif", data, GRID)
    inp = Input("optical", path, {"red": 1, "green": 2, "blue": 3})
    guesses = [LayerSource(inp, g, Recorder()).unit_guess for g in (GRID, GRID.crop(0, 0, 20, 20))]
    assert guesses[0] == guesses[1] and guesses[0].scale == 1e-4


def test_given_scale_wins_and_other_quantities_are_guessed(tmp_path: Path) -> None:
    data = np.full((2, *GRID.shape), 300, dtype=np.float32)
    path = write_tif(tmp_path / "a.tif", data, GRID)
    inp = Input("optical", path, {"red": 1, "lwir11": 2}, 0.001, -0.1, "reflectance")
    source = LayerSource(inp, GRID, Recorder())
    read = source.read(GRID.window)
    assert read["optical"][0][0, 0, 0] == pytest.approx(0.2)
    assert read["thermal"][0][0, 0, 0] == pytest.approx(300)
    assert source.unit_guesses["thermal"].unit == "K"


def test_very_fine_source_is_read_in_parts(tmp_path: Path) -> None:
    fine = Grid(UTM, (0.5, 0.0, 331450.0, 0.0, -0.5, 3372890.0), 1500, 1400)
    data = smooth_field((1, *fine.shape))
    target = Grid(UTM, (25.0, 0.0, 331450.0, 0.0, -25.0, 3372875.0), 30, 28)
    source = layer(write_tif(tmp_path / "a.tif", data, fine, tiled=True), target, "elevation")
    values, mask = source.read(target.window)["elevation"]
    expected = data[0, 30:1380].reshape(27, 50, 30, 50).mean(axis=(1, 3))
    assert mask[0, :27].all() and np.abs(values[0, :27] - expected).max() < 1e-4


def test_dateline_and_other_hemisphere_are_refused(tmp_path: Path) -> None:
    world = Grid("EPSG:4326", (0.1, 0.0, -180.0, 0.0, -0.1, 90.0), 3600, 1800)
    path = write_tif(tmp_path / "a.tif", np.ones((1, *world.shape), dtype=np.float32), world)
    fiji = Grid("EPSG:3832", (1000.0, 0.0, 3240000.0, 0.0, -1000.0, -1800000.0), 300, 300)
    with pytest.raises(SceneFillError) as caught:
        layer(path, fiji, "elevation")
    assert caught.value.code == "antimeridian"
    inland = Grid(UTM, (1000.0, 0.0, 300000.0, 0.0, -1000.0, 3400000.0), 30, 30)
    values, mask = layer(path, inland, "elevation").read(inland.window)["elevation"]
    assert mask.all() and (values == 1).all()


def _bad_files(folder: Path) -> dict[str, str]:
    data = smooth_field((3, *GRID.shape))
    rotated = rasterio.Affine(9.8, 1.7, 331450.0, 1.7, -9.8, 3372890.0)
    plain = write_tif(folder / "plain.tif", data, GRID)
    (folder / "text.tif").write_text("not a raster")
    (folder / "damaged.tif").write_bytes(Path(plain).read_bytes()[:100])
    vrt = f'<VRTDataset rasterXSize="5" rasterYSize="5"><SRS>{UTM}</SRS></VRTDataset>'
    (folder / "vrt.tif").write_text(vrt)
    far = Grid(UTM, (10.0, 0.0, 500000.0, 0.0, -10.0, 3372890.0), 20, 20)
    return {
        "no-crs": write_tif(folder / "nocrs.tif", data, GRID, crs=None),
        "rotated-grid": write_tif(folder / "rotated.tif", data, GRID, transform=rotated),
        "complex-raster": write_tif(folder / "complex.tif", data.astype(np.complex64), GRID),
        "no-overlap": write_tif(folder / "far.tif", smooth_field((3, 20, 20)), far),
        "missing-file": str(folder / "none.tif"),
        "unreadable-raster": str(folder / "text.tif"),
        "unreadable-raster 2": str(folder / "damaged.tif"),
        "unreadable-raster 3": str(folder / "vrt.tif"),
    }


def test_bad_files_have_codes(tmp_path: Path) -> None:
    for code, path in _bad_files(tmp_path).items():
        inp = Input("optical", path, {"red": 1}, 1.0, 0.0, "reflectance")
        with pytest.raises(SceneFillError) as caught:
            LayerSource(inp, GRID, Recorder())
        assert caught.value.code == code.split()[0], code
        assert Path(path).name in caught.value.message and caught.value.hint


def test_band_that_does_not_exist(tmp_path: Path) -> None:
    path = write_tif(tmp_path / "a.tif", smooth_field((3, *GRID.shape)), GRID)
    with pytest.raises(SceneFillError, match="cannot be band 4") as caught:
        layer(path, bands={"red": 4})
    assert caught.value.code == "no-band"


class TestResolveGrid:
    @pytest.fixture
    def like(self, tmp_path: Path) -> str:
        return write_tif(tmp_path / "like.tif", smooth_field((1, *GRID.shape)), GRID)

    def test_whole(self, like: str) -> None:
        assert resolve_grid(GridSpec(like=like)) == GRID

    def test_explicit(self) -> None:
        spec = GridSpec(crs="EPSG:32643", transform=GRID.transform, width=5, height=6)
        assert resolve_grid(spec) == Grid(UTM, GRID.transform, 5, 6)

    def test_extent_is_snapped_outward(self, like: str) -> None:
        extent = (331504.0, 3372001.0, 331999.0, 3372700.0)
        grid = resolve_grid(GridSpec(like=like, extent=extent))
        assert grid.bounds == (331500.0, 3372000.0, 332000.0, 3372700.0)
        assert resolve_grid(GridSpec(like=like, extent=grid.bounds)) == grid

    def test_extent_in_degrees_contains_the_place(self, like: str) -> None:
        extent = (73.25, 30.461, 73.26, 30.468)
        grid = resolve_grid(GridSpec(like=like, extent=extent, crs="EPSG:4326"))
        x, y = transform_points("EPSG:4326", UTM, extent[::2], extent[1::2])
        left, bottom, right, top = grid.bounds
        assert left <= min(x) and max(x) <= right and bottom <= min(y) and max(y) <= top
        assert (grid.row0 - GRID.row0, grid.col0 - GRID.col0) == (
            round((GRID.bounds[3] - top) / 10),
            round((left - GRID.bounds[0]) / 10),
        )
        assert grid.width * 10 < max(x) - min(x) + 60 and grid.height * 10 < max(y) - min(y) + 60

    def test_extent_elsewhere(self, like: str) -> None:
        for spec in (
            GridSpec(like=like, extent=(0.0, 0.0, 10.0, 10.0)),
            GridSpec(like=like, extent=(-60.0, -10.0, -59.0, -9.0), crs="EPSG:4326"),
        ):
            with pytest.raises(SceneFillError) as caught:
                resolve_grid(spec)
            assert caught.value.code == "no-overlap"

    def test_unknown_crs(self) -> None:
        with pytest.raises(SceneFillError) as caught:
            resolve_grid(GridSpec(crs="EPSG:999999", transform=GRID.transform, width=5, height=6))
        assert caught.value.code == "bad-value"

    def test_real_files_of_one_place_share_a_lattice(self, data_dir: Path) -> None:
        folder = data_dir / "demo/pakistan_ssl4eo"
        found = {resolve_grid(GridSpec(like=str(path))) for path in folder.glob("*.tif")}
        assert len(found) == 1 and math.isclose(found.pop().pixel_size_m(), 9.8, rel_tol=0.02)
