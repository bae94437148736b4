"""Clouds of a layer as a mask: those that a job finds, on the layer's own pixels, whole or not at all."""

from __future__ import annotations

import dataclasses
import gc
import shutil
import tracemalloc
from collections import namedtuple
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rasterio
from click.testing import CliRunner, Result
from rio_cogeo.cogeo import cog_validate
from scenefill.cli.exit_codes import ExitStatus
from scenefill.cli.main import main
from scenefill.core.engine.cloud_mask import CLEAR, CLOUD, NO_DATA, find_clouds
from scenefill.core.engine.run import run_job
from scenefill.core.errors import JobCancelled, SceneFillError
from scenefill.core.grid import Grid
from scenefill.core.worker.protocol import CloudMask, CloudsRequest
from scenefill.tests.engine_scene import BANDS, HEIGHT, WIDTH, Recorder, fill_job, read
from scenefill.tests.raster_files import UTM, write_tif

INDEX = {name: number for number, name in enumerate(BANDS, 1)}
UNITS = {"scale": 0.0001, "offset": 0.0, "unit": "reflectance"}


def request_of(layer: object, path: object, **changes: Any) -> CloudsRequest:
    return CloudsRequest(**{"layer": str(layer), "path": str(path), "bands": INDEX, **UNITS, **changes})


def colour_tif(path: Path, height: int, width: int, **profile: Any) -> str:
    """Dark ground under a row of clouds a kilometre wide, in red, green and blue."""
    ground = np.random.default_rng(1).integers(300, 900, (3, height, width)).astype(np.uint16)
    for left in range(40, width - 100, 300):
        ground[:, height // 4 : height // 2, left : left + 100] = 6000
    grid = Grid(UTM, (10.0, 0.0, 331455.0, 0.0, -10.0, 3372890.0), width, height)
    return write_tif(path, ground, grid, **profile)


@pytest.mark.parametrize(
    ("gap", "changes"),
    [
        ({}, {}),
        ({"grow": 3}, {"unit": None, "scale": None, "offset": None}),
        ({"threshold": 0.2, "grow": 12}, {"modality": "multispectral"}),
    ],
)
def test_a_mask_has_the_clouds_of_a_job(
    place: dict[str, Path], model: str, tmp_path: Path, gap: dict[str, Any], changes: dict[str, Any]
) -> None:
    job = fill_job(place, tmp_path / "out", model=model)
    (layer, radar), request = job.inputs, request_of(place["s2"], tmp_path / "mask.tif", **gap, **changes)
    told = {name: getattr(request, name) for name in ("modality", "scale", "offset", "unit")}
    clouds = dataclasses.replace(layer.gaps[0], kind="clouds", path=None, values=(), grow=0)
    layer = dataclasses.replace(layer, **told, gaps=(dataclasses.replace(clouds, **gap),))
    result = run_job(dataclasses.replace(job, inputs=(layer, radar)))
    (by_job,) = [output.path for output in result.outputs if output.kind == "mask"]
    found = find_clouds(request)
    mask, expected = read(found.path)[0], read(by_job)[0]
    there = (read(place["s2"])[1:4] > 0).all(axis=0)
    assert not there.all() and expected[there].any() and not expected[there].all()
    assert np.array_equal(mask[there], expected[there])
    assert (mask[~there] == NO_DATA).all()
    assert found.clouds == pytest.approx(expected[there].mean())
    assert found.nodata == pytest.approx(1 - there.mean())
    assert CloudMask.from_dict(found.to_dict()) == found


def test_a_mask_lies_on_the_pixels_of_its_layer(place: dict[str, Path], tmp_path: Path) -> None:
    found = find_clouds(request_of(place["s2"], tmp_path / "new" / "mask.tif", grow=5))
    assert Path(found.path) == tmp_path / "new" / "mask.tif"
    with rasterio.open(found.path) as mask, rasterio.open(place["s2"]) as layer:
        assert (mask.crs, mask.transform, mask.shape) == (layer.crs, layer.transform, layer.shape)
        assert (mask.count, mask.dtypes, mask.nodata) == (1, ("uint8",), NO_DATA)
        assert mask.profile["tiled"] and mask.compression is not None
        assert mask.descriptions == ("clouds",)
        assert mask.tags(1) == {"CATEGORY_0": "clear", "CATEGORY_1": "cloud or shadow"}
        assert {mask.colormap(1)[value] for value in (CLEAR, CLOUD)} == {(225, 225, 225, 255), (214, 72, 72, 255)}
        tags = mask.tags()
        assert (tags["SCENEFILL_KIND"], tags["SCENEFILL_CLOUDS_GROW"]) == ("clouds", "5")
        assert set(np.unique(mask.read())) == {CLEAR, CLOUD, NO_DATA}
    assert cog_validate(found.path)[0]
    assert sorted(path.name for path in (tmp_path / "new").iterdir()) == ["mask.tif", "mask.tif.aux.xml"]
    assert "<Category>cloud or shadow</Category>" in (tmp_path / "new" / "mask.tif.aux.xml").read_text()


@pytest.mark.parametrize(
    ("crs", "transform"),
    [
        ("EPSG:4326", (0.1 / 3, 0.0, 73.2400001, 0.0, -0.1 / 3, 30.485)),
        ("+proj=laea +lat_0=31.3 +lon_0=73.1 +datum=WGS84 +units=m", (17.3, 0.0, 5.1, 0.0, -11.9, -3.3)),
    ],
)
def test_odd_grids_are_kept(tmp_path: Path, crs: str, transform: tuple[float, ...]) -> None:
    grid = Grid(crs, transform, 70, 50)
    layer = write_tif(tmp_path / "layer.tif", np.full((3, 50, 70), 0.1, np.float32), grid)
    with rasterio.open(layer, "r+") as dataset:
        dataset.update_tags(AREA_OR_POINT="Point")
    bands = {"red": 1, "green": 2, "blue": 3}
    found = find_clouds(request_of(layer, tmp_path / "mask.tif", bands=bands, scale=1.0))
    with rasterio.open(found.path) as mask, rasterio.open(layer) as source:
        assert (mask.crs, mask.transform, mask.shape) == (source.crs, source.transform, source.shape)
        assert mask.tags()["AREA_OR_POINT"] == "Point"
        assert not mask.read().any()


def test_progress_grows_and_the_same_request_gives_the_same_bytes(place: dict[str, Path], tmp_path: Path) -> None:
    seen = Recorder()
    path = Path(find_clouds(request_of(place["s2"], tmp_path / "mask.tif"), seen).path)
    fractions = [fraction for fraction, _ in seen.progressed]
    assert fractions == sorted(fractions) and (fractions[0], fractions[-1]) == (0.0, 1.0)
    assert list(dict.fromkeys(stage for _, stage in seen.progressed)) == ["read-inputs", "clouds", "write"]
    assert any("clouds by a spectral rule" in text for text in seen.logged)
    before = path.read_bytes()
    assert Path(find_clouds(request_of(place["s2"], path)).path).read_bytes() == before, "its own mask is replaced"


@pytest.mark.parametrize(
    ("stage", "reports"),
    [("read-inputs", 1), ("clouds", 1), ("clouds", 4)],
    ids=["early", "between", "before-its-name"],
)
def test_cancelling_leaves_nothing(place: dict[str, Path], tmp_path: Path, stage: str, reports: int) -> None:
    with pytest.raises(JobCancelled) as caught:
        find_clouds(request_of(place["s2"], tmp_path / "mask.tif"), Recorder(stop_in=stage, stop_after=reports))
    assert "no mask was written" in str(caught.value) and not caught.value.hint
    assert list(tmp_path.iterdir()) == []


def test_an_error_leaves_nothing(tmp_path: Path) -> None:
    layer = Path(colour_tif(tmp_path / "layer.tif", 600, 600))
    layer.write_bytes(layer.read_bytes()[: 3 * 2**19])
    (tmp_path / "out").mkdir()
    with pytest.raises(SceneFillError) as caught:
        find_clouds(request_of(layer, tmp_path / "out" / "mask.tif", bands={"red": 1, "green": 2, "blue": 3}))
    assert caught.value.code == "unreadable-raster" and "layer.tif" in caught.value.message
    assert list((tmp_path / "out").iterdir()) == []


def test_a_full_disk_and_a_folder_that_is_a_file(
    place: dict[str, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(SceneFillError) as caught:
        find_clouds(request_of(place["s2"], tmp_path / "file" / "mask.tif"))
    assert caught.value.code == "folder-not-writable"
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage(10, 9, 1))
    with pytest.raises(SceneFillError) as caught:
        find_clouds(request_of(place["s2"], tmp_path / "mask.tif"))
    assert caught.value.code == "disk-full" and caught.value.details["needed"] >= HEIGHT * WIDTH
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_what_lies_there_is_not_replaced(place: dict[str, Path], tmp_path: Path) -> None:
    layer = shutil.copy(place["s2"], tmp_path / "s2.tif")
    (tmp_path / "notes.tif").write_text("no raster")
    before = Path(layer).read_bytes()
    for path in (layer, tmp_path / "notes.tif"):
        with pytest.raises(SceneFillError) as caught:
            find_clouds(request_of(layer, path))
        assert caught.value.code == "output-exists"
    assert Path(layer).read_bytes() == before


@pytest.mark.parametrize(
    ("changes", "code", "named"),
    [
        ({"modality": "colour"}, "unknown-modality", "colour"),
        ({"bands": {"red": 1, "green": 2}}, "no-bands-for-clouds", "blue"),
        ({"bands": {"red": 1, "green": 2, "blue": 11}}, "no-band", "11"),
        ({"bands": {"red": 1, "green": 2, "blue": 0}}, "bad-value", "`bands.blue`"),
        ({"bands": {"red": 1, "green": 2, "blue": 2}}, "bad-value", "`green`"),
        ({"scale": 0.0}, "bad-value", "`scale`"),
        ({"scale": float("nan")}, "bad-value", "`scale`"),
        ({"offset": float("inf")}, "bad-value", "`offset`"),
        ({"unit": "dB"}, "bad-value", "`unit`"),
        ({"threshold": 1.5}, "bad-value", "`threshold`"),
        ({"grow": -1}, "bad-value", "`grow`"),
        ({"layer": "nowhere.tif"}, "missing-file", "nowhere.tif"),
    ],
)
def test_bad_requests_are_one_error(
    place: dict[str, Path], tmp_path: Path, changes: dict[str, Any], code: str, named: str
) -> None:
    with pytest.raises(SceneFillError) as caught:
        find_clouds(request_of(**{"layer": place["s2"], "path": tmp_path / "mask.tif", **changes}))
    assert caught.value.code == code and named in str(caught.value)
    assert list(tmp_path.iterdir()) == []


def test_a_layer_that_is_upside_down_is_refused(tmp_path: Path) -> None:
    layer = colour_tif(tmp_path / "south.tif", 60, 60, transform=rasterio.Affine(10, 0, 331450, 0, 10, 3372290))
    with pytest.raises(SceneFillError) as caught:
        find_clouds(request_of(layer, tmp_path / "mask.tif", bands={"red": 1, "green": 2, "blue": 3}))
    assert caught.value.code == "rotated-grid" and "'south.tif'" in str(caught.value)
    assert [path.name for path in tmp_path.iterdir()] == ["south.tif"]


def test_memory_holds_a_few_windows_of_a_large_layer(tmp_path: Path) -> None:
    height, width = 24_576, 512
    layer = colour_tif(tmp_path / "layer.tif", height, width, tiled=True)
    gc.collect()
    tracemalloc.start()
    try:
        found = find_clouds(request_of(layer, tmp_path / "mask.tif", bands={"red": 1, "green": 2, "blue": 3}))
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert 0 < found.clouds < 0.5
    # Beside a few windows the caches of the detector, which have limits of their own.
    assert peak < 3 * np.dtype(np.uint16).itemsize * height * width / 2


def call(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["clouds", *(str(argument) for argument in arguments)])


def test_the_command_writes_the_same_mask(place: dict[str, Path], tmp_path: Path) -> None:
    bands = ",".join(f"{name}={number}" for name, number in INDEX.items())
    out = tmp_path / "mask.tif"
    units = ("--scale", "0.0001", "--offset", "0", "--unit", "reflectance", "--threshold", "0.3")
    done = call(place["s2"], out, "--bands", bands, *units)
    assert done.exit_code == ExitStatus.OK, done.stderr
    found = find_clouds(request_of(place["s2"], tmp_path / "own.tif", threshold=0.3, grow=3))
    assert done.stdout.startswith(f"mask: {out}\nclouds or shadows: {found.clouds:.1%} ")
    assert out.read_bytes() == (tmp_path / "own.tif").read_bytes()
    narrow = call(place["s2"], out, "--bands", "red=4, green=3, blue=2", "--grow", 0)
    assert narrow.exit_code == ExitStatus.OK, narrow.stderr
    assert out.read_bytes() != (tmp_path / "own.tif").read_bytes()


@pytest.mark.parametrize(
    ("words", "status", "told"),
    [
        (("--bands", "red=4,green=3"), ExitStatus.USAGE, "error[no-bands-for-clouds]"),
        (("--bands", "red=4,green=3,blue=20"), ExitStatus.INPUT, "error[no-band]"),
        (("--bands", "red=4,green,blue=2"), ExitStatus.USAGE, "'green'"),
        (("--bands", "red=4,red=3,blue=2"), ExitStatus.USAGE, "'red=3'"),
        (("--bands", "red=4,green=3,blue=2", "--unit", "K"), ExitStatus.USAGE, "error[bad-value]"),
        (("--bands", "red=4,green=3,blue=2", "--threshold", "2"), ExitStatus.USAGE, "--threshold"),
        ((), ExitStatus.USAGE, "--bands"),
    ],
)
def test_the_command_tells_what_is_wrong(
    place: dict[str, Path], tmp_path: Path, words: tuple[str, ...], status: ExitStatus, told: str
) -> None:
    done = call(place["s2"], tmp_path / "mask.tif", *words)
    assert done.exit_code == status and told in done.stderr
    assert list(tmp_path.iterdir()) == []
