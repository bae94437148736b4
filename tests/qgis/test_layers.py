"""Layers of the project as inputs: what they refer to, what is read of them, what is guessed and said of them."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal
from qgis.core import Qgis, QgsCoordinateReferenceSystem, QgsDateTimeRange, QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import QDate, QDateTime, QTime
from scenefill.core.errors import JobCancelled, SceneFillError
from scenefill.core.feedback import Feedback
from scenefill.core.units import UnitGuess
from scenefill.plugin.form import Area, Form, InputRow, LayerRef, Wish
from scenefill.plugin.layers.grid import working_grid
from scenefill.plugin.layers.guess import guess_row, guess_text, unit_guesses, unit_text
from scenefill.plugin.layers.inspect import MAX_SAMPLED, inspect
from scenefill.plugin.layers.refs import local_file, refer, refer_to_file
from scenefill.plugin.layers.status import row_status
from scenefill.tests.qgis_rasters import TRANSFORM, UTM, layer_of, reflectance, write_raster

XYZ = "type=xyz&url=http://127.0.0.1:9/%7Bz%7D/%7Bx%7D/%7By%7D.png&zmax=18&zmin=0"


def row_of(path: str, name: str = "layer") -> InputRow:
    ref = refer(layer_of(path, name))
    return guess_row(ref, inspect(ref))


def area(left: float, bottom: float, right: float, top: float, crs: str = UTM) -> Area:
    """In pixels of the default raster, from its upper left corner, rows downward negative."""
    x, y = TRANSFORM[2], TRANSFORM[5]
    return Area((x + 10 * left, y + 10 * bottom, x + 10 * right, y + 10 * top), crs)


@pytest.fixture
def s2(tmp_path: Path) -> str:
    names = [f"B{n}" for n in (2, 3, 4, 8, 12)]
    return write_raster(tmp_path / "s2_20200823.tif", reflectance(5), names=names)


# --- refer


def test_refer_says_what_a_layer_is(s2: str) -> None:
    layer = layer_of(s2, "Sentinel")
    ref = refer(layer)
    assert (ref.layer_id, ref.name, ref.provider) == (layer.id(), "Sentinel", "gdal")
    assert (ref.path, ref.crs) == (s2, UTM)
    assert (ref.width, ref.height, ref.bands) == (64, 64, 5)
    assert ref.extent == (500000.0, 5499360.0, 500640.0, 5500000.0)
    assert not ref.is_service and not ref.is_picture and ref.date is None


def test_refer_takes_the_temporal_range_as_exactly_as_it_is(s2: str) -> None:
    layer = layer_of(s2)
    times = layer.temporalProperties()
    times.setMode(Qgis.RasterTemporalMode.FixedTemporalRange)

    def referred(*days: tuple[int, int, int]) -> str | None:
        begin, end = (QDateTime(QDate(*day), QTime(12, 0)) for day in days)
        times.setFixedTemporalRange(QgsDateTimeRange(begin, end))
        return refer(layer).date

    times.setIsActive(True)
    assert referred((2021, 5, 6), (2021, 5, 6)) == "2021-05-06"
    assert referred((2021, 5, 1), (2021, 5, 31)) == "2021-05"
    assert referred((2021, 1, 1), (2021, 12, 31)) == "2021"
    assert referred((2020, 1, 1), (2021, 12, 31)) is None
    assert guess_row(replace(refer(layer), date="2021"), inspect(refer(layer))).date == "2021"
    times.setIsActive(False)
    assert referred((2021, 5, 6), (2021, 5, 6)) is None


@pytest.mark.parametrize(("suffix", "driver"), [(".img", "HFA"), (".png", "PNG"), (".vrt", "VRT")])
def test_formats_that_the_engine_does_not_take_are_copied(tmp_path: Path, suffix: str, driver: str, s2: str) -> None:
    path = tmp_path / f"other{suffix}"
    if driver == "VRT":
        gdal.Translate(str(path), s2, format="VRT")
    else:
        write_raster(path, reflectance(3).astype(np.uint8), driver=driver)
    ref = refer(layer_of(str(path)))
    assert ref.path == "" and ref.is_service and not ref.is_picture
    assert ref.width == 64


def test_a_crs_that_the_user_set_is_not_in_the_file(tmp_path: Path) -> None:
    path = write_raster(tmp_path / "x.tif", reflectance(1), crs="")
    layer = layer_of(path)
    layer.setCrs(QgsCoordinateReferenceSystem())
    assert refer(layer).crs == "" and refer(layer).path == path
    layer.setCrs(QgsCoordinateReferenceSystem(UTM))
    assert refer(layer).crs == UTM and refer(layer).path == ""


def test_sources_that_are_no_plain_file(s2: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert local_file(s2) == s2
    assert local_file(f"file://{s2}") == s2
    monkeypatch.chdir(tmp_path)
    assert local_file(Path(s2).name) == s2
    assert local_file(f"{s2}|option:NUM_THREADS=2") == ""
    assert local_file(f"/vsizip/{tmp_path}/a.zip/x.tif") == ""
    assert local_file(f'NETCDF:"{tmp_path}/a.nc":red') == ""
    assert local_file(str(tmp_path / "none.tif")) == ""


def test_web_layers_are_pictures() -> None:
    ref = refer(QgsRasterLayer(XYZ, "Tiles", "wms"))
    assert ref.is_service and ref.is_picture and ref.width == 0 and ref.bands == 0
    row = guess_row(ref, inspect(ref))
    assert row.bands == {"red": 1, "green": 2, "blue": 3}
    assert row.unit_text == "8-bit brightness (DN)"
    status = row_status(row, Area((0.0, 50.0, 0.1, 50.1), "EPSG:4326"), inspect(ref))
    assert status.level == "warning" and "picture of a web service" in status.text


def test_refer_to_file(s2: str, tmp_path: Path) -> None:
    ref = refer_to_file(s2)
    assert ref.layer_id == "" and ref.path == s2 and ref.name == "s2_20200823"
    with pytest.raises(SceneFillError) as error:
        refer_to_file(str(tmp_path / "none.tif"))
    assert error.value.code == "missing-file"
    (tmp_path / "text.tif").write_text("no raster")
    with pytest.raises(SceneFillError) as error:
        refer_to_file(str(tmp_path / "text.tif"))
    assert error.value.code == "unreadable-raster"


# --- inspect


def test_inspect_reads_numbers_and_metadata(tmp_path: Path) -> None:
    data = reflectance(2)
    data[:, :, :16] = 0
    path = write_raster(tmp_path / "x.tif", data, names=("B4", ""), nodata=0, tags={"A": "b"})
    facts = inspect(refer(layer_of(path)))
    assert facts.raster.descriptions == ("B4", "") and facts.raster.dtype == "uint16"
    assert facts.engine_tags["A"] == "b"
    assert facts.transform == TRANSFORM and not facts.is_rotated and (facts.width, facts.height) == (64, 64)
    low, middle, high = facts.percentiles([1, 2])
    assert 200 <= low < middle < high < 4000
    assert facts.validity.mean() == pytest.approx(0.75)


def test_inspect_of_a_huge_file_is_bounded(tmp_path: Path) -> None:
    """A Sentinel-2 tile in 13 bands, 3 GB: what is kept of it is a few megabytes."""
    path = str(tmp_path / "huge.tif")
    options = ["SPARSE_OK=TRUE", "TILED=YES", "BIGTIFF=YES"]
    made = gdal.GetDriverByName("GTiff").Create(path, 10980, 10980, 13, gdal.GDT_UInt16, options=options)
    made.SetGeoTransform((500000, 10, 0, 5500000, 0, -10))
    made.SetProjection(QgsCoordinateReferenceSystem(UTM).toWkt())
    made.GetRasterBand(4).WriteArray(np.full((256, 256), 1234, np.uint16), 880, 880)
    made = None
    ref = refer(layer_of(path))
    facts = inspect(ref)
    assert facts.samples.shape == (13, 36 * 32 * 32)
    assert facts.samples.nbytes < 4_000_000 and facts.validity.size < 20_000
    assert 1234 in facts.samples[3]
    assert len(guess_row(ref, facts).bands) == 13


def test_inspect_of_many_bands_reads_some(tmp_path: Path) -> None:
    path = write_raster(tmp_path / "cube.tif", reflectance(MAX_SAMPLED + 6, 16))
    facts = inspect(refer(layer_of(path)))
    assert facts.raster.count == MAX_SAMPLED + 6 and len(facts.samples) == MAX_SAMPLED
    assert all(np.isnan(value) for value in facts.percentiles([MAX_SAMPLED + 1]))


def test_inspect_uses_overviews(tmp_path: Path) -> None:
    data = reflectance(1, 600)
    data[0, :300] = 0
    path = write_raster(tmp_path / "x.tif", data, nodata=0, options=["TILED=YES"])
    opened = gdal.Open(path, gdal.GA_Update)
    opened.BuildOverviews("NEAREST", [2, 4])
    opened = None
    assert inspect(refer(layer_of(path))).validity.mean() == pytest.approx(0.5, abs=0.02)


def test_inspect_stops_when_asked(s2: str) -> None:
    class Stopped(Feedback):
        def is_cancelled(self) -> bool:
            return True

    with pytest.raises(JobCancelled):
        inspect(refer(layer_of(s2)), Stopped())


def test_inspect_of_files_that_are_gone_or_broken(s2: str, tmp_path: Path) -> None:
    ref = refer(layer_of(s2))
    Path(s2).unlink()
    with pytest.raises(SceneFillError) as error:
        inspect(ref)
    assert error.value.code == "unreadable-raster" and error.value.details["cause"]
    big = write_raster(tmp_path / "cut.tif", reflectance(1, 256))
    broken = refer(layer_of(big))
    Path(big).write_bytes(Path(big).read_bytes()[:2000])
    with pytest.raises(SceneFillError) as error:
        inspect(broken)
    assert error.value.code == "unreadable-raster"


def test_inspect_with_exceptions_on_and_off(s2: str, tmp_path: Path) -> None:
    gone = replace(refer(layer_of(s2)), path=str(tmp_path / "none.tif"))
    before = gdal.GetUseExceptions()
    try:
        for switch in (gdal.UseExceptions, gdal.DontUseExceptions):
            switch()
            assert inspect(refer(layer_of(s2))).raster.count == 5
            with pytest.raises(SceneFillError):
                inspect(gone)
    finally:
        (gdal.UseExceptions if before else gdal.DontUseExceptions)()


def test_other_providers_are_refused() -> None:
    ref = LayerRef("x", "coverage", "wcs", "url=x", "", UTM, (0.0, 0.0, 1.0, 1.0), 0, 0, 0)
    with pytest.raises(SceneFillError) as error:
        inspect(ref)
    assert error.value.code == "unsupported-layer"


# --- guess


def test_guess_of_a_stack(s2: str) -> None:
    row = row_of(s2)
    assert row.bands == {"blue": 1, "green": 2, "red": 3, "nir": 4, "swir22": 5}
    assert row.date == "2020-08-23"
    assert (row.unit, row.scale, row.offset) == (None, None, None)
    assert row.unit_text == "reflectance × 10000"
    assert any("Sentinel-2" in reason for reason in row.reasons)
    assert any("× 10000" in reason for reason in row.reasons)


def test_unit_follows_what_the_user_chose(s2: str) -> None:
    ref = refer(layer_of(s2))
    facts = inspect(ref)
    row = guess_row(ref, facts)
    assert unit_text(replace(row, unit="DN"), facts) == "brightness (DN)"
    assert unit_text(replace(row, scale=2.75e-5, offset=-0.2), facts) == "reflectance, scale 2.75e-05, offset -0.2"
    assert unit_text(replace(row, scale=0.0001, offset=-0.1), facts) == "reflectance × 10000, offset -1000"
    assert (
        unit_text(replace(row, bands={"vv": 1}, unit="linear", scale=1.0, offset=0.0), facts) == "backscatter as power"
    )
    assert unit_text(replace(row, bands={}), facts) == ""
    mixed = unit_text(replace(row, bands={**row.bands, "lwir11": 5, "swir22": 6}), facts)
    assert mixed.startswith("reflectance × 10000; ")


@pytest.mark.parametrize(
    ("guess", "text"),
    [
        (UnitGuess(0.01, 0.0, "dB", ""), "dB × 100"),
        (UnitGuess(0.1, 0.0, "K", ""), "K × 10"),
        (UnitGuess(1.0, 0.0, "degC", ""), "°C"),
        (UnitGuess(0.02, 0.0, "K", ""), "K × 50"),
        (UnitGuess(1.0, 0.0, "m", ""), "m"),
        (UnitGuess(0.00341802, 149.0, "K", ""), "K, scale 0.00341802, offset 149"),
    ],
)
def test_units_in_words(guess: UnitGuess, text: str) -> None:
    assert guess_text(guess, "int16") == text


ENGINE_UNITS = """
import json, sys
from scenefill.core.feedback import Feedback
from scenefill.core.grid import Grid
from scenefill.core.job import GridSpec, Input
from scenefill.core.raster import LayerSource, resolve_grid
out = []
for item in json.load(sys.stdin):
    grid = resolve_grid(GridSpec(like=item["path"]))
    with LayerSource(Input(**item), grid, Feedback()) as layer:
        out.append({m: [g.scale, g.offset, g.unit, g.reason] for m, g in layer.unit_guesses.items()})
print(json.dumps(out))
"""


def test_units_are_those_that_the_engine_guesses(data_dir: Path, engine_python: Path, tmp_path: Path) -> None:
    """The dock shows what the engine does: same spots, same numbers, same rules, on every real chip with a CRS."""
    odd = reflectance(1, 20).astype(np.float32) / 10000.0
    odd[0, 3:] = np.nan
    paths = [Path(write_raster(tmp_path / "x_nir.tif", odd)), *sorted(data_dir.glob("demo/*/*.tif"))]
    paths += sorted(data_dir.glob("train/*/*.tif"))[::7]
    rows, items, wanted = [], [], []
    for path in paths:
        ref = refer(layer_of(str(path)))
        facts = inspect(ref)
        row = guess_row(ref, facts)
        if row.bands and ref.crs and ref.path:
            rows.append(row)
            items.append({"modality": row.main_modality, "path": ref.path, "bands": row.bands})
            wanted.append({m: [g.scale, g.offset, g.unit, g.reason] for m, g in unit_guesses(row, facts).items()})
    assert len(items) > 20
    done = subprocess.run(
        [str(engine_python), "-I", "-c", ENGINE_UNITS],
        input=json.dumps(items),
        capture_output=True,
        text=True,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr
    for item, own, engine in zip(items, wanted, json.loads(done.stdout)):
        assert own == engine, item["path"]


# --- status


def test_status_tells_what_covers_the_area(s2: str) -> None:
    ref = refer(layer_of(s2))
    facts = inspect(ref)
    row = guess_row(ref, facts)
    whole = row_status(row, None, facts)
    assert (whole.level, whole.coverage) == ("ok", 1.0)
    assert "unit assumed: reflectance × 10000" in whole.text
    inside = row_status(row, area(8, -40, 40, -8), facts)
    assert inside.coverage == 1.0 and "covers 100 % of the area" in inside.text
    half = row_status(row, area(-64, -64, 64, 0), facts)
    assert half.coverage == pytest.approx(0.5) and "covers 50 %" in half.text
    little = row_status(row, area(-192, -64, 64, 0), facts)
    assert little.level == "warning" and little.coverage == pytest.approx(0.25)
    outside = row_status(row, area(100, -64, 200, 0), facts)
    assert (outside.level, outside.text, outside.coverage) == ("error", "does not touch the area", 0.0)
    speck = row_status(row, area(-100000, -100000, 100000, 100000), facts)
    assert 0.0 < speck.coverage < 1e-4 and "< 1 %" in speck.text and speck.level == "warning"
    chosen = row_status(replace(row, unit="reflectance"), None, facts)
    assert "assumed" not in chosen.text


def test_status_counts_nodata_within_the_area_alone(tmp_path: Path) -> None:
    data = reflectance(3)
    data[:, :, :32] = 0
    ref = refer(layer_of(write_raster(tmp_path / "x.tif", data, names=("red", "green", "blue"), nodata=0)))
    facts = inspect(ref)
    row = guess_row(ref, facts)
    assert "50 % nodata" in row_status(row, None, facts).text
    assert "nodata" not in row_status(row, area(36, -60, 60, -4), facts).text
    status = row_status(row, area(0, -64, 32, 0), facts)
    assert status.coverage == 0.0 and status.level == "warning"


def test_status_tells_of_other_crs_and_pixels(s2: str, tmp_path: Path) -> None:
    row = row_of(s2)
    facts = inspect(row.ref)
    grid = working_grid(Form(inputs=(row,), wish=Wish("synthesise", ("sar",))))
    assert "will be" not in row_status(row, None, facts, grid).text
    coarse = write_raster(
        tmp_path / "c.tif", reflectance(1), transform=(20.0, 0.0, 500000.0, 0.0, -20.0, 5500000.0), names=("red",)
    )
    other = row_of(coarse)
    assert "pixels of 20 m: will be resampled" in row_status(other, None, inspect(other.ref), grid).text
    degrees = write_raster(
        tmp_path / "d.tif", reflectance(1), "EPSG:4326", (1e-4, 0.0, 9.0, 0.0, -1e-4, 49.66), names=("red",)
    )
    warped = row_of(degrees)
    assert "other CRS: will be warped" in row_status(warped, None, inspect(warped.ref), grid).text


ROTATED = (8.0, 6.0, 500000.0, 6.0, -8.0, 5500000.0)


@pytest.mark.parametrize(
    ("members", "text"),
    [
        ({"crs": ""}, "coordinate reference system"),
        ({"transform": ROTATED}, "rotated"),
        ({"names": ("something",)}, "bands are not known"),
        ({"dtype": np.complex64}, "complex"),
    ],
)
def test_status_of_odd_rasters(tmp_path: Path, members: dict[str, object], text: str) -> None:
    data = reflectance(1).astype(members.pop("dtype", np.float32))
    path = write_raster(tmp_path / "x.tif", data, **{"names": ("red",), **members})
    layer = layer_of(path)
    if members.get("crs") == "":
        layer.setCrs(QgsCoordinateReferenceSystem())
    ref = refer(layer)
    facts = inspect(ref)
    status = row_status(guess_row(ref, facts), area(0, -64, 64, 0), facts)
    assert status.level == "error" and text in status.text


def test_status_of_a_file_without_georeference(tmp_path: Path) -> None:
    ref = refer(layer_of(write_raster(tmp_path / "x.tif", reflectance(1), transform=None, names=("red",))))
    facts = inspect(ref)
    assert "georeferenced" in row_status(guess_row(ref, facts), None, facts).text


def test_status_while_the_file_is_being_read(s2: str) -> None:
    row = replace(row_of(s2), unit_text="")
    assert row_status(row, None, None).level == "ok"


@pytest.fixture(autouse=True)
def no_project() -> Iterator[None]:
    yield
    QgsProject.instance().clear()
