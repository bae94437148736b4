"""What of a layer is sent to a server: enough for the very same bytes, and nothing changed on the way."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path

import numpy as np
import pyogrio
import pytest
import rasterio
import shapely
from rasterio.enums import ColorInterp
from scenefill.core.engine.clip import RasterioClipper
from scenefill.core.engine.run import run_job
from scenefill.core.errors import JobCancelled, SceneFillError
from scenefill.core.feedback import Feedback
from scenefill.core.gaps import _load_polygons
from scenefill.core.grid import Grid, Window
from scenefill.core.job import GapSource, GridSpec, Input, Job, job_from_dict
from scenefill.core.raster import LayerSource, resolve_grid
from scenefill.core.remote import clipping
from scenefill.core.remote.clipping import Reach
from scenefill.core.remote.packing import Packer, polygon_key
from scenefill.tests.raster_files import Recorder, write_tif

UTM = "EPSG:32643"
LARGE = Grid(UTM, (10.0, 0.0, 331450.0, 0.0, -10.0, 3372890.0), 3000, 2900)
BANDS = ("blue", "green", "red", "nir")
#: Near the upper left corner, where what is read beyond it ends soon.
EXTENT = [332250.0, 3371290.0, 332950.0, 3371890.0]
CLIPPER = RasterioClipper()


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """A scene that is much larger than a job: a stack with clouds, radar on other pixels, classes, polygons."""
    folder = tmp_path_factory.mktemp("large")
    rng = np.random.default_rng(5)
    relief = blocks(rng, 20) + 0.3 * blocks(rng, 2)
    stack = np.stack([900 + 300 * i + 200 * relief for i in range(5)]).clip(100, 6000).astype(np.uint16)
    clouds = blocks(rng, 25) > 1.0
    stack[:, clouds] = 8_000
    stack[:, :90, :60] = 0
    radar = np.stack([-11 + 2 * relief[::2, ::2], -18 + 2 * relief[::2, ::2]]).astype(np.float32)
    coarse = Grid(UTM, (20.0, 0.0, 331440.0, 0.0, -20.0, 3372900.0), radar.shape[2], radar.shape[1])
    paths = {name: folder / f"{name}.tif" for name in ("s2", "s1", "scl")}
    write_tif(paths["s2"], stack, LARGE, nodata=0)
    with rasterio.open(paths["s2"], "r+") as dataset:
        dataset.descriptions = (*BANDS, "coastal")
        dataset.update_tags(PROCESSING_BASELINE="02.09")
    write_tif(paths["s1"], radar, coarse)
    write_tif(paths["scl"], clouds[None].astype(np.uint8), LARGE)
    paths["polygons"] = folder / "holes.gpkg"
    shapes = [shapely.Point(332500.1 + 900 * i, 3371500.3).buffer(61.7) for i in range(4)]
    pyogrio.raw.write(
        paths["polygons"], shapely.to_wkb(np.array(shapes)), [], [], geometry_type="Polygon", crs=UTM, driver="GPKG"
    )
    return paths


def blocks(rng: np.random.Generator, size: int) -> np.ndarray:
    """Random numbers in squares, cheaply."""
    rows, cols = -(-LARGE.height // size), -(-LARGE.width // size)
    field = rng.standard_normal((rows, cols), np.float32).repeat(size, 0).repeat(size, 1)
    return field[: LARGE.height, : LARGE.width]


def job_of(paths: dict[str, Path], out: Path, model: str, **members: object) -> Job:
    job = {
        "schema": "scenefill-job/1",
        "grid": {"like": str(paths["s2"]), "extent": EXTENT},
        "inputs": [
            {
                "modality": "optical",
                "path": str(paths["s2"]),
                "bands": {name: i for i, name in enumerate(BANDS, 1)},
                "date": "2021-05-01",
                "gaps": [
                    {"kind": "raster", "path": str(paths["scl"]), "values": [1], "grow": 2},
                    {"kind": "polygons", "path": str(paths["polygons"]), "grow": 1},
                    {"kind": "nodata"},
                ],
            },
            {"modality": "sar", "path": str(paths["s1"]), "bands": {"vv": 1, "vh": 2}, "date": "2021-05-02"},
        ],
        "targets": [{"modality": "optical", "fill": 0}],
        "sampling": {"mode": "draft", "seed": 4, "adapt": {"steps": 0}},
        "model": model,
        "output": {"folder": str(out)},
        **members,
    }
    return job_from_dict(job, out)


def reach_of(model: str) -> Reach:
    return Reach.of(json.loads((Path(model) / "manifest.json").read_text()))


def sent_job(job: Job, folder: Path, reach: Reach) -> tuple[Job, dict[str, str]]:
    """The job as a server would run it: on what is sent. And how each file is sent."""
    folder.mkdir(parents=True, exist_ok=True)
    packed = Packer(job, CLIPPER, reach, folder, Feedback(), small=0, share=1.1).pack()
    request = packed.request({key: str(n) for n, key in enumerate(packed.parcels)})
    text = json.dumps(request)
    for n, parcel in enumerate(packed.parcels.values()):
        text = text.replace(f'"upload:{n}"', json.dumps(str(parcel.file)))
    described = {**json.loads(text), "output": {"folder": str(folder / "out")}}
    return job_from_dict(described, folder), {
        Path(parcel.source).name: parcel.how for parcel in packed.parcels.values()
    }


def rasters_of(folder: str) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in Path(folder).glob("*.tif")}


# -- the same bytes ----------------------------------------------------------------------------------------------------


def test_a_sent_job_gives_the_bytes_of_the_whole(large, model, tmp_path):
    """Bands that are carried along are fitted all over the file; radar lies on other pixels; units are guessed."""
    job = job_of(large, tmp_path / "local", model)
    sent, how = sent_job(job, tmp_path / "sent", reach_of(model))
    assert how == {"s2.tif": "hollow", "s1.tif": "part", "scl.tif": "hollow", "holes.gpkg": "polygons"}
    local, remote = run_job(job, threads=1), run_job(sent, threads=1)
    assert rasters_of(local.folder) == rasters_of(remote.folder)


def test_a_part_gives_them_with_adaptation_and_clouds(large, model, tmp_path):
    """No band is carried along: a real window of the file, which lacks the rest of its area."""
    three = tmp_path / "three.tif"
    with rasterio.open(large["s2"]) as source, rasterio.open(three, "w", **{**source.profile, "count": 4}) as target:
        target.write(source.read([1, 2, 3, 4]))
        target.update_tags(**source.tags())
    paths = {**large, "s2": three}
    members = {"sampling": {"mode": "estimate", "seed": 4, "steps": 1, "samples": 1, "adapt": {"steps": 5}}}
    job = job_of(paths, tmp_path / "local", model, **members)
    cloudy = (GapSource("clouds", grow=2), GapSource("nodata"))
    inputs = (dataclasses.replace(job.inputs[0], gaps=cloudy), *job.inputs[1:])
    job = dataclasses.replace(job, inputs=inputs)
    sent, how = sent_job(job, tmp_path / "sent", reach_of(model))
    assert how == {"three.tif": "part", "s1.tif": "part"}
    with rasterio.open(sent.inputs[0].path) as part:
        assert part.width * part.height < 0.8 * LARGE.width * LARGE.height
    local, remote = run_job(job, threads=1), run_job(sent, threads=1)
    assert rasters_of(local.folder) == rasters_of(remote.folder)
    assert any(name == "cloud_mask.tif" for name in rasters_of(local.folder))


# -- how much is needed ------------------------------------------------------------------------------------------------


def test_region_reaches_as_far_as_the_overview():
    grid = LARGE.crop(600, 600, 100, 100)
    region = clipping.region_of(grid, Reach())
    assert region.intersection(grid.window) == grid.window
    # A window of the overview has 1024 pixels; whatever touches the job is read whole.
    assert 1024 <= region.width <= 2 * 1024 + 128 + 100
    assert region.width % (96 * 8) in (region.width % 256, region.width % 768)


def test_clouds_are_found_with_the_tiles_around():
    found = clipping.read_for_gap(Window(10, 10, 5, 5), GapSource("clouds", grow=20))
    assert found == Window(-512, -512, 1024, 1024)


def test_explicit_grid_is_left_alone(large, model, tmp_path):
    job = job_of(large, tmp_path / "out", model)
    grid = resolve_grid(job.grid)
    spec = type(job.grid)(crs=UTM, transform=grid.transform, width=grid.width, height=grid.height)
    sent, _ = sent_job(dataclasses.replace(job, grid=spec), tmp_path / "sent", Reach())
    assert sent.grid == spec


def test_grid_of_a_raster_that_is_no_input_is_spelt_out(large, model, tmp_path):
    other = tmp_path / "grid.tif"
    write_tif(other, np.zeros((1, 200, 200), np.uint8), LARGE.crop(100, 90, 200, 200))
    job = job_of(large, tmp_path / "out", model, grid={"like": str(other)})
    sent, how = sent_job(job, tmp_path / "sent", Reach())
    assert "grid.tif" not in how and sent.grid.like is None
    assert resolve_grid(sent.grid) == resolve_grid(job.grid)


@pytest.mark.parametrize(
    ("crs", "extent"), [(None, tuple(EXTENT)), ("EPSG:4326", (73.26, 30.43, 73.27, 30.44)), ("EPSG:4326", (0, 0, 1, 1))]
)
def test_grid_is_the_engines(large, crs, extent):
    spec = GridSpec(like=str(large["s2"]), extent=extent, crs=crs)
    facts = CLIPPER.facts(str(large["s2"]))
    if extent == (0, 0, 1, 1):
        with pytest.raises(SceneFillError) as caught:
            clipping.grid_of(spec, facts, CLIPPER)
        assert caught.value.code == "no-overlap"
    else:
        assert clipping.grid_of(spec, facts, CLIPPER) == resolve_grid(spec)


def test_a_pixel_size_that_rounds_is_not_cut(tmp_path):
    """The origin of a part would lie a trifle aside of the whole's pixel."""
    facts = CLIPPER.facts(write_tif(tmp_path / "a.tif", np.zeros((1, 900, 900), np.uint8), LARGE))
    assert clipping.is_faithful(Window(256, 256, 512, 512), LARGE, facts)
    for pixel in (1 / 3, 0.1):
        uneven = dataclasses.replace(facts, transform=(pixel, 0.0, 331450.1, 0.0, -pixel, 3372890.7))
        assert not clipping.is_faithful(Window(256, 256, 512, 512), LARGE, uneven)
    degrees = dataclasses.replace(facts, crs="EPSG:4326", geographic=True)
    assert not clipping.is_faithful(Window(256, 256, 512, 512), LARGE, degrees)


def test_units_are_those_of_the_whole(large, model, tmp_path):
    """On the part alone they would be guessed otherwise: it is all brightness."""
    bright = tmp_path / "bright.tif"
    values = np.full((3, LARGE.height, LARGE.width), 900, np.uint16)
    values[:, :2000, :2000] = 60_000
    values[:, :2000:2, :2000] = 20_000
    write_tif(bright, values, LARGE)
    job = job_of({**large, "s2": bright}, tmp_path / "out", model)
    only = dataclasses.replace(job.inputs[0], bands={"blue": 1, "green": 2, "red": 3}, gaps=(GapSource("nodata"),))
    job = dataclasses.replace(job, inputs=(only,))
    sent, how = sent_job(job, tmp_path / "sent", reach_of(model))
    assert how == {"bright.tif": "part"}
    grid = resolve_grid(job.grid)
    with LayerSource(job.inputs[0], grid, Recorder()) as whole, LayerSource(sent.inputs[0], grid, Recorder()) as part:
        for modality, guess in whole.unit_guesses.items():
            found = part.unit_guesses[modality]
            assert (found.scale, found.offset, found.unit) == (guess.scale, guess.offset, guess.unit)


def test_small_files_go_as_they_are(large, model, tmp_path):
    packed = Packer(job_of(large, tmp_path, model), CLIPPER, Reach(), tmp_path, Feedback(), small=10**9).pack()
    assert {p.how for p in packed.parcels.values()} == {"whole", "polygons"}
    assert packed.parcels[str(large["s2"])].file == large["s2"]


def test_a_layer_elsewhere_is_refused_before_it_is_sent(large, model, tmp_path):
    far = tmp_path / "far.tif"
    write_tif(far, np.ones((2, 50, 50), np.float32), LARGE.crop(90_000, 0, 50, 50))
    job = job_of({**large, "s1": far}, tmp_path, model)
    with pytest.raises(SceneFillError) as caught:
        Packer(job, CLIPPER, Reach(), tmp_path, Feedback(), small=0).pack()
    assert caught.value.code == "no-overlap" and "far.tif" in caught.value.message


# -- copies ------------------------------------------------------------------------------------------------------------


def test_a_copy_keeps_numbers_and_facts(tmp_path):
    values = np.random.default_rng(2).integers(1, 5000, (3, 700, 800)).astype(np.int16)
    path = write_tif(tmp_path / "in.tif", values, LARGE.crop(0, 0, 700, 800), nodata=-5)
    with rasterio.open(path, "r+") as dataset:
        dataset.descriptions = ("one", None, "three")
        dataset.scales, dataset.offsets = (0.1, 1.0, 1.0), (0.0, 2.5, 0.0)
        dataset.units = ("dB", "", "K")
        dataset.update_tags(SENSOR="x", TIFFTAG_DATETIME="2020:01:01 00:00:00")
        dataset.update_tags(2, wavelength="0.6")
    window = Window(256, 0, 444, 512)
    CLIPPER.copy(path, tmp_path / "out.tif", window, (window,), lambda: False)
    before, after = CLIPPER.facts(path), CLIPPER.facts(str(tmp_path / "out.tif"))
    assert after.same_but_place(before) and after.plain
    assert after.transform == before.shifted(window)
    with rasterio.open(tmp_path / "out.tif") as dataset:
        assert np.array_equal(dataset.read(), values[:, 256:, :512])


def jpeg2000(path: Path, values: np.ndarray, grid: Grid) -> Path:
    """A lossless JPEG 2000, which says nothing of what its pixels stand for."""
    count, height, width = values.shape
    layout = {"width": width, "height": height, "count": count, "dtype": values.dtype.name}
    place = {"crs": grid.crs, "transform": rasterio.Affine(*grid.transform)}
    with rasterio.open(
        path, "w", driver="JP2OpenJPEG", **layout, **place, QUALITY="100", REVERSIBLE="YES", YCBCR420="NO"
    ) as dataset:
        dataset.write(values)
    with rasterio.open(path) as dataset:
        assert "AREA_OR_POINT" not in dataset.tags()
    return path


@pytest.mark.parametrize(("bands", "dtype"), [(1, np.uint16), (3, np.uint8), (4, np.uint8)])
def test_a_copy_of_a_jpeg_2000_is_the_same_to_the_engine(tmp_path, bands, dtype):
    values = np.random.default_rng(2).integers(1, 250, (bands, 700, 800)).astype(dtype)
    path = jpeg2000(tmp_path / "in.jp2", values, LARGE.crop(0, 0, 700, 800))
    window = Window(256, 0, 444, 512)
    CLIPPER.copy(str(path), tmp_path / "out.tif", window, (window,), lambda: False)
    before, after = CLIPPER.facts(str(path)), CLIPPER.facts(str(tmp_path / "out.tif"))
    assert after.same_but_place(before) and before.same_but_place(after) and after.plain and not before.plain
    point = dataclasses.replace(before, tags={"AREA_OR_POINT": "Point"})
    assert not after.same_but_place(point) and not point.same_but_place(after)
    with rasterio.open(tmp_path / "out.tif") as dataset:
        assert np.array_equal(dataset.read(), values[:, 256:, :512])


def test_a_jpeg_2000_is_sent(large, model, tmp_path):
    """Always written anew, because a server takes GeoTIFFs only."""
    with rasterio.open(large["s2"]) as dataset:
        values = dataset.read(1)[None]
    path = jpeg2000(tmp_path / "b02.jp2", values, LARGE)
    job = job_of(large, tmp_path / "local", model, grid={"like": str(path), "extent": EXTENT})
    optical = dataclasses.replace(job.inputs[0], path=str(path), bands={"red": 1}, gaps=(GapSource("nodata"),))
    job = dataclasses.replace(job, inputs=(optical,))
    sent, how = sent_job(job, tmp_path / "sent", reach_of(model))
    assert how == {"b02.jp2": "part"}
    local, remote = run_job(job, threads=1), run_job(sent, threads=1)
    assert rasters_of(local.folder) == rasters_of(remote.folder)


@pytest.mark.parametrize("kind", ["mask", "alpha"])
def test_a_copy_keeps_masks(tmp_path, kind):
    path = tmp_path / "in.tif"
    values = np.random.default_rng(2).integers(1, 255, (4, 300, 300)).astype(np.uint8)
    with rasterio.Env(GDAL_TIFF_INTERNAL_MASK=True):
        write_tif(path, values, LARGE.crop(0, 0, 300, 300))
        with rasterio.open(path, "r+") as dataset:
            if kind == "mask":
                dataset.colorinterp = [ColorInterp.gray] + [ColorInterp.undefined] * 3
                dataset.write_mask((values[0] > 90).astype(np.uint8) * 255)
            else:
                dataset.colorinterp = [ColorInterp.red, ColorInterp.green, ColorInterp.blue, ColorInterp.alpha]
    window = Window(0, 0, 256, 256)
    CLIPPER.copy(str(path), tmp_path / "out.tif", window, (window,), lambda: False)
    with rasterio.open(path) as before, rasterio.open(tmp_path / "out.tif") as after:
        assert after.mask_flag_enums == before.mask_flag_enums
        assert np.array_equal(after.read_masks(), before.read_masks()[:, :256, :256])
        assert len(after.files) == 1


def test_a_hollow_copy_is_small_and_right_where_it_counts(tmp_path):
    values = np.random.default_rng(2).integers(1, 60000, (2, 2000, 2000)).astype(np.uint16)
    path = write_tif(tmp_path / "in.tif", values, LARGE.crop(0, 0, 2000, 2000))
    keep = (Window(100, 1200, 64, 64), Window(1500, 40, 300, 20))
    CLIPPER.copy(path, tmp_path / "out.tif", Window(0, 0, 2000, 2000), keep, lambda: False)
    with rasterio.open(tmp_path / "out.tif") as dataset:
        found = dataset.read()
        assert dataset.transform == rasterio.open(path).transform
    for part in keep:
        rows, cols = part.slices_in(Window(0, 0, 2000, 2000))
        assert np.array_equal(found[:, rows, cols], values[:, rows, cols])
    assert (tmp_path / "out.tif").stat().st_size < Path(path).stat().st_size / 50


def test_copying_can_be_cancelled(tmp_path):
    path = write_tif(tmp_path / "in.tif", np.zeros((1, 300, 300), np.uint8), LARGE)
    with pytest.raises(JobCancelled):
        CLIPPER.copy(path, tmp_path / "out.tif", Window(0, 0, 256, 256), (Window(0, 0, 256, 256),), lambda: True)


# -- polygons ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("crs", [UTM, "EPSG:4326", "+proj=laea +lat_0=30 +lon_0=75 +datum=WGS84 +units=m"])
def test_polygons_keep_every_digit(tmp_path, crs):
    centre = (75.3, 30.41) if crs == "EPSG:4326" else (338300.1, 3365300.3) if crs == UTM else (1000 / 3, 2000 / 7)
    size = 0.01 / 3 if crs == "EPSG:4326" else 100 / 3
    shapes = [shapely.Point(centre).buffer(size), shapely.Point(centre[0] + 5 * size, centre[1]).buffer(size / 7)]
    path = tmp_path / "holes.gpkg"
    pyogrio.raw.write(path, shapely.to_wkb(np.array(shapes)), [], [], geometry_type="Polygon", crs=crs, driver="GPKG")
    CLIPPER.polygons(str(path), None, tmp_path / "out.geojson", LARGE, None)
    before = _load_polygons(GapSource("polygons", str(path)), LARGE)
    after = _load_polygons(GapSource("polygons", str(tmp_path / "out.geojson")), LARGE)
    assert [shape.wkb for shape in before] == [shape.wkb for shape in after]


def test_polygons_far_away_and_their_attributes_stay_here(tmp_path):
    path = tmp_path / "holes.geojson"
    features = [
        {"type": "Feature", "properties": {"owner": "Mrs X"}, "geometry": shapely.geometry.mapping(shape)}
        for shape in (shapely.box(338000, 3365000, 338100, 3365100), shapely.box(0, 0, 10, 10))
    ]
    crs = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::32643"}}
    path.write_text(json.dumps({"type": "FeatureCollection", "crs": crs, "features": features}))
    CLIPPER.polygons(str(path), None, tmp_path / "out.geojson", LARGE, LARGE.window)
    text = (tmp_path / "out.geojson").read_text()
    assert len(json.loads(text)["features"]) == 1 and "Mrs X" not in text


def test_layers_of_one_file_are_parcels_apart():
    assert polygon_key("a.gpkg", "clouds") != polygon_key("a.gpkg", None)


def test_reach_of_a_model_that_says_nothing_sensible():
    assert Reach.of({}) == Reach() == Reach.of({"window": 64, "overlap": 60}) == Reach.of({"window": "x"})
    assert Reach.of({"window": 256, "overlap": 64}) == Reach(256, 64, 8)


def test_the_same_input_twice_is_one_parcel(large, model, tmp_path):
    job = job_of(large, tmp_path, model)
    again = Input("infrared", str(large["s2"]), {"nir": 4}, date="2021-05-01")
    packed = Packer(
        dataclasses.replace(job, inputs=(*job.inputs, again)), CLIPPER, Reach(), tmp_path, Feedback()
    ).pack()
    assert len(packed.parcels) == 4
