"""plugin/remote/clip.py beside the engine's own clipper: both see the same in a file, and cut the same from it."""

from __future__ import annotations

import dataclasses
import json
import math
import subprocess
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from osgeo import gdal, ogr, osr
from qgis.core import QgsApplication
from scenefill.core.errors import JobCancelled, SceneFillError
from scenefill.core.grid import Grid, Window
from scenefill.core.remote.layers import LayerFacts
from scenefill.plugin.remote.clip import GdalClipper

ASK_ENGINE = """
import dataclasses, json, sys
from pathlib import Path
from scenefill.core.engine.clip import RasterioClipper
from scenefill.core.grid import Grid, Window
clipper, asked = RasterioClipper(), json.loads(sys.argv[1])
if "polygons" in asked:
    path, layer, target, grid, region = asked["polygons"]
    clipper.polygons(path, layer, Path(target), Grid.from_dict(grid), region and Window(*region))
found = [dataclasses.asdict(clipper.facts(path)) for path in asked.get("facts", [])]
stats = [clipper.percentiles(path, [1]) for path in asked.get("facts", [])]
print(json.dumps([found, stats]))
"""
DEGREES = (9.0, 1e-3, 0.0, 48.0, 0.0, -1e-3)
GRID = Grid("EPSG:32632", (10.0, 0.0, 500000.0, 0.0, -10.0, 5400000.0), 128, 96)


def ask(python: Path, **asked: Any) -> Any:
    command = [str(python), "-I", "-c", ASK_ENGINE, json.dumps(asked)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def make(path: Path, kind: int, values: np.ndarray, **facts: Any) -> Path:
    """A GeoTIFF with everything that a part of it has to keep."""
    bands, height, width = values.shape
    options = ["TILED=YES", "COMPRESS=LZW", *facts.get("options", ())]
    dataset = gdal.GetDriverByName("GTiff").Create(str(path), width, height, bands, kind, options)
    srs = osr.SpatialReference()
    srs.ImportFromEPSG(facts.get("epsg", 32632))
    dataset.SetProjection(srs.ExportToWkt())
    dataset.SetGeoTransform(facts.get("transform", (499800.0, 10.0, 0.0, 5400300.0, 0.0, -10.0)))
    dataset.SetMetadata({"AREA_OR_POINT": "Point", "PROCESSING": "L2A, offset −1000"})
    for index, array in enumerate(values, 1):
        band = dataset.GetRasterBand(index)
        if "nodata" in facts:
            band.SetNoDataValue(facts["nodata"])
        band.SetDescription(f"B{index:02d}")
        band.SetScale(0.0001)
        band.SetOffset(-0.1)
        band.SetUnitType("reflectance")
        band.SetMetadata({"WAVELENGTH": str(0.4 + 0.1 * index)})
        band.WriteArray(array)
    if "mask" in facts:
        dataset.CreateMaskBand(gdal.GMF_PER_DATASET)
        dataset.GetRasterBand(1).GetMaskBand().WriteArray(facts["mask"])
    return path


@pytest.fixture
def rasters(qgis_app: QgsApplication, tmp_path: Path) -> list[Path]:
    random = np.random.default_rng(5)
    shape = (3, 700, 900)
    whole = random.integers(0, 9000, shape).astype(np.uint16)
    signed = random.integers(-300, 300, shape).astype(np.int16)
    real = random.normal(0.0, 1.0, (2, 300, 310)).astype(np.float32)
    real[0, :40] = np.nan
    mask = np.where(random.random(shape[1:]) > 0.3, 255, 0).astype(np.uint8)
    gdal.SetConfigOption("GDAL_TIFF_INTERNAL_MASK", "YES")
    made = [
        make(tmp_path / "whole.tif", gdal.GDT_UInt16, whole, nodata=0),
        make(tmp_path / "masked.tif", gdal.GDT_Int16, signed, mask=mask),
        make(tmp_path / "real.tif", gdal.GDT_Float32, real, nodata=math.nan, epsg=4326, transform=DEGREES),
    ]
    gdal.SetConfigOption("GDAL_TIFF_INTERNAL_MASK", None)
    return made


def plain(facts: LayerFacts) -> dict[str, Any]:
    return dict(json.loads(json.dumps(dataclasses.asdict(facts))))


def test_parts_are_the_same_to_the_engine(rasters: list[Path], engine_python: Path, tmp_path: Path) -> None:
    clipper = GdalClipper()
    window = Window(10, 20, 200, 250)
    parts = []
    for path in rasters:
        target = tmp_path / f"part-{path.name}"
        clipper.copy(str(path), target, window, [window], lambda: False)
        parts.append(target)
    paths = [str(path) for path in [*rasters, *parts]]
    found, stats = ask(engine_python, facts=paths)
    for path, theirs, numbers in zip(paths, found, stats):
        ours = plain(clipper.facts(path))
        # NaN is not equal to itself.
        assert repr(ours.pop("nodata")) == repr(theirs.pop("nodata"))
        assert ours == theirs
        assert clipper.percentiles(path, [1]) == pytest.approx(numbers, abs=1e-12)
    for path, part in zip(rasters, parts):
        whole = clipper.facts(str(path))
        assert clipper.facts(str(part)).same_but_place(whole)
        assert clipper.facts(str(part)).transform == whole.shifted(window)
        assert clipper.facts(str(part)).plain
        for band in range(1, whole.count + 1):
            sources = [gdal.Open(str(name)) for name in (path, part)]
            before, after = (source.GetRasterBand(band) for source in sources)
            for old, new in ((before, after), (before.GetMaskBand(), after.GetMaskBand())):
                expected = old.ReadAsArray(window.col, window.row, window.width, window.height)
                assert np.array_equal(new.ReadAsArray(), expected, equal_nan=expected.dtype.kind == "f")


@pytest.mark.parametrize(("bands", "kind"), [(1, gdal.GDT_UInt16), (3, gdal.GDT_Byte), (4, gdal.GDT_Byte)])
def test_a_jpeg_2000_is_the_same_to_the_engine(
    engine_python: Path, qgis_app: QgsApplication, tmp_path: Path, bands: int, kind: int
) -> None:
    """It says less of itself than a GeoTIFF of the same, which is all that a server takes."""
    values = np.random.default_rng(6).integers(0, 250, (bands, 600, 700))
    plane = gdal.GetDriverByName("MEM").Create("", 700, 600, bands, kind)
    srs = osr.SpatialReference()
    srs.ImportFromEPSG(32632)
    plane.SetProjection(srs.ExportToWkt())
    plane.SetGeoTransform((499800.0, 10.0, 0.0, 5400300.0, 0.0, -10.0))
    for index, array in enumerate(values, 1):
        plane.GetRasterBand(index).WriteArray(array)
    path, target = tmp_path / "b02.jp2", tmp_path / "part.tif"
    options = ["QUALITY=100", "REVERSIBLE=YES", "YCBCR420=NO"]
    assert gdal.GetDriverByName("JP2OpenJPEG").CreateCopy(str(path), plane, options=options) is not None
    clipper, window = GdalClipper(), Window(10, 20, 200, 250)
    clipper.copy(str(path), target, window, [window], lambda: False)
    whole, part = clipper.facts(str(path)), clipper.facts(str(target))
    assert "AREA_OR_POINT" not in whole.tags and not whole.plain
    assert part.same_but_place(whole) and part.plain and part.transform == whole.shifted(window)
    found, _ = ask(engine_python, facts=[str(path), str(target)])
    assert [plain(whole), plain(part)] == found
    copied = gdal.Open(str(target)).ReadAsArray().reshape(bands, 200, 250)
    assert np.array_equal(copied, values[:, 10:210, 20:270])


def test_a_hollow_copy_has_what_is_kept(rasters: list[Path], tmp_path: Path) -> None:
    clipper, target = GdalClipper(), tmp_path / "hollow.tif"
    facts = clipper.facts(str(rasters[0]))
    keep = Window(300, 500, 100, 130)
    clipper.copy(str(rasters[0]), target, facts.window, [keep], lambda: False)
    assert clipper.facts(str(target)).same_but_place(facts)
    box = (keep.col, keep.row, keep.width, keep.height)
    sources = [gdal.Open(str(path)) for path in (rasters[0], target)]
    old, new = (source.GetRasterBand(2) for source in sources)
    assert np.array_equal(new.ReadAsArray(*box), old.ReadAsArray(*box))
    assert not new.ReadAsArray(0, 0, 200, 200).any()
    assert target.stat().st_size < rasters[0].stat().st_size / 4
    with pytest.raises(JobCancelled):
        clipper.copy(str(rasters[0]), tmp_path / "not.tif", facts.window, [keep], lambda: True)


def test_points_that_have_no_place_are_infinite(qgis_app: QgsApplication) -> None:
    clipper = GdalClipper()
    x, y = clipper.transform("EPSG:4326", "EPSG:32632", np.array([[9.0, 9.0]]), np.array([[0.0, 95.0]]))
    assert x[0, 0] == pytest.approx(500000.0) and not np.isfinite(x[0, 1]) and y.shape == (1, 2)
    same = clipper.transform("EPSG:32632", "EPSG:32632", x, y)
    assert same[0] is x


@pytest.mark.parametrize("epsg", [32632, 4326])
def test_polygons_keep_every_digit(engine_python: Path, qgis_app: QgsApplication, tmp_path: Path, epsg: int) -> None:
    path = tmp_path / "gaps.gpkg"
    dataset = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    srs = osr.SpatialReference()
    srs.ImportFromEPSG(epsg)
    srs.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    layer = dataset.CreateLayer("gaps", srs, ogr.wkbMultiPolygon)
    size, (x0, y0) = (100.0, (500100.1, 5399900.7)) if epsg == 32632 else (0.001, (9.0012345678901, 48.7512345678901))
    for number in range(3):
        x, y = x0 + size * number / 3.0, y0 - size * number / 7.0
        ring = ", ".join(f"{a!r} {b!r}" for a, b in ((x, y), (x + size, y), (x + size, y + size), (x, y)))
        feature = ogr.Feature(layer.GetLayerDefn())
        feature.SetGeometry(ogr.CreateGeometryFromWkt(f"MULTIPOLYGON ((({ring})))"))
        layer.CreateFeature(feature)
    layer = dataset = None
    ours, theirs = tmp_path / "ours.geojson", tmp_path / "theirs.geojson"
    GdalClipper().polygons(str(path), "gaps", ours, GRID, None)
    ask(engine_python, polygons=[str(path), "gaps", str(theirs), GRID.to_dict(), None])
    assert json.loads(ours.read_text()) == json.loads(theirs.read_text())
    GdalClipper().polygons(str(path), None, ours, GRID, Window(GRID.row0 + 5000, GRID.col0, 10, 10))
    assert json.loads(ours.read_text())["features"] == []


def test_what_the_engine_would_not_take(rasters: list[Path], tmp_path: Path) -> None:
    (tmp_path / "text.tif").write_text("no raster")
    (tmp_path / "text.gpkg").write_text("{")
    make(tmp_path / "turned.tif", gdal.GDT_Byte, np.zeros((1, 9, 9)), transform=(5e5, 10, 3, 5.4e6, 3, -10))
    asked = {"nowhere.tif": "missing-file", "text.tif": "unreadable-raster", "turned.tif": "rotated-grid"}
    for name, code in asked.items():
        with pytest.raises(SceneFillError) as caught:
            GdalClipper().facts(str(tmp_path / name))
        assert caught.value.code == code
    with pytest.raises(SceneFillError) as caught:
        GdalClipper().polygons(str(tmp_path / "text.gpkg"), None, tmp_path / "out.geojson", GRID, None)
    assert caught.value.code == "unreadable-vector"
