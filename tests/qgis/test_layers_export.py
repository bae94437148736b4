"""What the engine cannot open, as files that it can: copies, pictures of web services, polygons."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from osgeo import gdal, ogr
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsGeometry,
    QgsProject,
    QgsRasterLayer,
    QgsRasterPipe,
    QgsVectorLayer,
)
from scenefill.core.errors import JobCancelled, SceneFillError
from scenefill.core.feedback import Feedback
from scenefill.core.job import GapSource
from scenefill.plugin.form import Area, Form, InputRow, Wish
from scenefill.plugin.layers import copy, picture
from scenefill.plugin.layers.export import export_polygons, fetch_services
from scenefill.plugin.layers.guess import guess_row
from scenefill.plugin.layers.inspect import inspect
from scenefill.plugin.layers.refs import refer
from scenefill.plugin.tasks import EngineTask, TaskKeeper
from scenefill.tests.qgis_rasters import TRANSFORM, UTM, layer_of, reflectance, write_raster
from scenefill.tests.qgis_tiles import TileServer, colour_of, tile_server

SYNTHESISE = Wish("synthesise", ("sar",))
#: Two tiles side by side at the zoom that pixels of 10 m ask for.
PLACE = Area((8.0, 50.0, 8.02, 50.01), "EPSG:4326")


class Watched(Feedback):
    """Keeps the stages; stops after ``stop_after`` looks at it."""

    def __init__(self, stop_after: int | None = None) -> None:
        self.stages: list[tuple[float, str]] = []
        self._left = stop_after

    def progress(self, fraction: float, stage: str) -> None:
        self.stages.append((fraction, stage))

    def is_cancelled(self) -> bool:
        if self._left is None:
            return False
        self._left -= 1
        return self._left < 0


def row_of(layer: QgsRasterLayer) -> InputRow:
    ref = refer(layer)
    return guess_row(ref, inspect(ref))


def opened(path: str) -> gdal.Dataset:
    dataset = gdal.Open(path)
    assert dataset is not None
    return dataset


def run_in_task(qtbot: Any, task: EngineTask) -> object:
    """The answer or error of a task, or ``stopped``."""
    keeper, answers = TaskKeeper(), []
    task.succeeded.connect(answers.append)
    task.failed.connect(answers.append)
    task.stopped.connect(lambda: answers.append("stopped"))
    keeper.start(task)
    qtbot.waitUntil(lambda: bool(answers), timeout=30_000)
    return answers[0]


# --- copies


def test_nothing_to_fetch_is_no_work(tmp_path: Path) -> None:
    form = Form(None, (row_of(layer_of(write_raster(tmp_path / "x.tif", reflectance(3)))),), SYNTHESISE)
    assert fetch_services(form, "/nowhere", Feedback()) is form


def test_a_copy_keeps_pixels_names_and_nodata(tmp_path: Path) -> None:
    data = reflectance(3)
    data[:, :5, :5] = 0
    path = tmp_path / "x.img"
    write_raster(path, data, names=("B4", "B3", "B2"), nodata=0, driver="HFA")
    row = row_of(layer_of(str(path), "Über: /../Wälder"))
    assert row.ref.path == ""
    folder = tmp_path / "in"
    folder.mkdir()
    told = Watched()
    fetched = fetch_services(Form(None, (row,), SYNTHESISE), str(folder), told)
    ref = fetched.inputs[0].ref
    assert [p.name for p in folder.iterdir()] == ["input-1-ber-W-lder.tif"] and ref.path == str(next(folder.iterdir()))
    assert not ref.is_service and (ref.width, ref.height, ref.crs) == (64, 64, row.ref.crs)
    assert ref.extent == pytest.approx(row.ref.extent)
    copied = opened(ref.path)
    assert np.array_equal(copied.ReadAsArray(), data)
    assert copied.GetRasterBand(2).GetDescription() == "B3" and copied.GetRasterBand(1).GetNoDataValue() == 0
    assert copied.GetDriver().ShortName == "GTiff"
    assert fetched.inputs[0].bands == {"red": 1, "green": 2, "blue": 3}
    assert told.stages[-1] == (1.0, "fetch")


def test_a_copy_has_the_crs_that_the_user_set(tmp_path: Path) -> None:
    layer = layer_of(write_raster(tmp_path / "x.tif", reflectance(3), crs="", names=("red", "green", "blue")))
    layer.setCrs(QgsCoordinateReferenceSystem(UTM))
    fetched = fetch_services(Form(None, (row_of(layer),), SYNTHESISE), str(tmp_path), Feedback())
    copied = refer(layer_of(fetched.inputs[0].ref.path))
    assert copied.crs == UTM and copied.path


def test_a_copy_is_cut_to_the_area_and_keeps_the_pixels_in_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(copy, "MARGIN", 4)
    source = write_raster(tmp_path / "x.tif", reflectance(1, 100), names=("red",))
    vrt = str(tmp_path / "x.vrt")
    gdal.Translate(vrt, source, format="VRT")
    area = Area((TRANSFORM[2] + 301.0, TRANSFORM[5] - 505.0, TRANSFORM[2] + 399.0, TRANSFORM[5] - 405.0), UTM)
    row = row_of(layer_of(vrt))
    ref = fetch_services(Form(area, (row,), SYNTHESISE), str(tmp_path), Feedback()).inputs[0].ref
    # Columns 30 to 40 and rows 40 to 51, and four more around.
    assert (ref.width, ref.height) == (18, 19)
    assert ref.extent == (500260.0, 5499450.0, 500440.0, 5499640.0)
    assert np.array_equal(opened(ref.path).ReadAsArray(), opened(source).ReadAsArray(26, 36, 18, 19))
    outside = replace(area, extent=(0.0, 0.0, 10.0, 10.0))
    other = row_of(layer_of(source))
    with pytest.raises(SceneFillError) as error:
        fetch_services(Form(outside, (other, row), SYNTHESISE), str(tmp_path), Feedback())
    assert error.value.code == "no-overlap"


def test_a_copy_that_is_stopped_leaves_nothing(tmp_path: Path) -> None:
    vrt = str(tmp_path / "x.vrt")
    gdal.Translate(vrt, write_raster(tmp_path / "x.tif", reflectance(3, 512)), format="VRT")
    folder = tmp_path / "in"
    folder.mkdir()
    form = Form(None, (row_of(layer_of(vrt)),), SYNTHESISE)
    with pytest.raises(JobCancelled):
        fetch_services(form, str(folder), Watched(stop_after=2))
    assert list(folder.iterdir()) == []


def test_a_copy_that_cannot_be_made_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    vrt, folder = str(tmp_path / "x.vrt"), tmp_path / "in"
    folder.mkdir()
    source = write_raster(tmp_path / "x.tif", reflectance(3))
    gdal.Translate(vrt, source, format="VRT")
    form = Form(None, (row_of(layer_of(vrt)),), SYNTHESISE)
    with pytest.raises(SceneFillError) as error:
        fetch_services(form, str(tmp_path / "none"), Feedback())
    assert error.value.code == "cannot-write"
    monkeypatch.setattr(copy, "LARGEST", 100)
    with pytest.raises(SceneFillError) as error:
        fetch_services(form, str(folder), Feedback())
    assert error.value.code == "too-large"
    Path(source).unlink()
    monkeypatch.undo()
    with pytest.raises(SceneFillError) as error:
        fetch_services(form, str(folder), Feedback())
    assert error.value.code in ("cannot-write", "unreadable-raster")
    assert list(folder.iterdir()) == []


# --- web services


def form_of_tiles(server: TileServer, **members: Any) -> Form:
    row = row_of(QgsRasterLayer(server.source, "tiles", "wms"))
    return Form(**{"area": PLACE, "inputs": (row,), "wish": SYNTHESISE, **members})


def test_a_web_layer_becomes_a_picture(tmp_path: Path, qtbot: Any) -> None:
    with tile_server() as server:
        form = form_of_tiles(server)
        fetched = run_in_task(qtbot, EngineTask("fetch", lambda told: fetch_services(form, str(tmp_path), told)))
        assert isinstance(fetched, Form), fetched
        assert 0 < len(server.asked) <= 6
    row = fetched.inputs[0]
    assert (row.unit, row.scale, row.offset) == ("DN", 1.0, 0.0)
    assert not row.ref.is_service and not row.ref.is_picture and row.ref.crs == UTM
    picture_file = opened(row.ref.path)
    assert (picture_file.RasterXSize, picture_file.RasterYSize) == (row.ref.width, row.ref.height)
    pixels = picture_file.ReadAsArray()
    assert pixels.shape[0] == 4 and pixels.dtype == np.uint8 and (pixels[3] == 255).all()
    zooms = {tuple(int(n) for n in path.strip("/").split(".")[0].split("/")) for path in server.asked}
    shown = {tuple(int(v) for v in pixels[:3, r, c]) for r in (0, -1) for c in (0, -1)}
    assert shown <= {colour_of(*tile) for tile in zooms}
    # The engine's own way of looking at it: three bands of brightness, opacity as the mask.
    copied = row_of(layer_of(row.ref.path))
    assert copied.bands == {"red": 1, "green": 2, "blue": 3}


def test_a_picture_is_drawn_without_a_look_at_its_provider(
    tmp_path: Path, qtbot: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One that Python sees in a background thread took QGIS down, once in a hundred times."""
    with tile_server() as server:
        form = form_of_tiles(server)
        monkeypatch.setattr(QgsRasterLayer, "dataProvider", None)
        monkeypatch.setattr(QgsRasterPipe, "provider", None)
        monkeypatch.setattr(QgsRasterPipe, "at", None)
        fetched = run_in_task(qtbot, EngineTask("fetch", lambda told: fetch_services(form, str(tmp_path), told)))
    assert isinstance(fetched, Form), fetched


def test_a_picture_lies_on_the_pixels_of_the_other_layer(tmp_path: Path, qtbot: Any) -> None:
    data = reflectance(2).astype(np.float32) / -400.0
    radar = row_of(layer_of(write_raster(tmp_path / "s1.tif", data, names=("VV", "VH"))))
    with tile_server() as server:
        form = form_of_tiles(server)
        form = replace(form, area=None, inputs=(radar, *form.inputs))
        fetched = run_in_task(qtbot, EngineTask("fetch", lambda told: fetch_services(form, str(tmp_path), told)))
    assert isinstance(fetched, Form), fetched
    assert fetched.inputs[0] is radar
    assert fetched.inputs[1].ref.extent == radar.ref.extent and fetched.inputs[1].ref.width == 64


def test_a_service_without_tiles_is_an_error(tmp_path: Path, qtbot: Any) -> None:
    with tile_server("missing") as server:
        form = form_of_tiles(server)
        error = run_in_task(qtbot, EngineTask("fetch", lambda told: fetch_services(form, str(tmp_path), told)))
    assert isinstance(error, SceneFillError) and error.code == "service-failed"
    assert list(tmp_path.iterdir()) == []


def test_a_service_that_keeps_us_waiting_can_be_stopped(tmp_path: Path, qtbot: Any) -> None:
    with tile_server("late") as server:
        form = form_of_tiles(server)
        task = EngineTask("fetch", lambda told: fetch_services(form, str(tmp_path), told))
        answers: list[str] = []
        task.stopped.connect(lambda: answers.append("stopped"))
        keeper = TaskKeeper()
        keeper.start(task)
        qtbot.waitUntil(server.first_asked.is_set, timeout=30_000)
        task.cancel()
        qtbot.waitUntil(lambda: bool(answers), timeout=30_000)
        qtbot.waitUntil(lambda: not keeper.running, timeout=30_000)
    assert list(tmp_path.iterdir()) == []


def test_too_much_is_not_asked_of_a_service(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(picture, "LARGEST", 100)
    with tile_server() as server:
        form = form_of_tiles(server)
        with pytest.raises(SceneFillError) as error:
            fetch_services(form, str(tmp_path), Feedback())
        assert error.value.code == "too-large"
        with pytest.raises(SceneFillError) as error:
            fetch_services(replace(form, area=None), str(tmp_path), Feedback())
        assert error.value.code == "no-area"
        assert server.asked == []


def test_imagining_asks_for_nothing(tmp_path: Path) -> None:
    with tile_server() as server:
        form = form_of_tiles(server, wish=Wish("imagine", ("optical",)))
        assert fetch_services(form, str(tmp_path), Feedback()) is form
        assert server.asked == []


# --- polygons


def squares(crs: str = "EPSG:32632", kind: str = "Polygon") -> QgsVectorLayer:
    layer = QgsVectorLayer(f"{kind}?crs={crs}&field=name:string", "clouds", "memory")
    for i in range(3):
        feature = QgsFeature(layer.fields())
        x = 500000 + 100 * i
        feature.setGeometry(
            QgsGeometry.fromWkt(f"Polygon (({x} 5500000, {x + 50} 5500000, {x + 50} 5499950, {x} 5500000))")
        )
        layer.dataProvider().addFeature(feature)
    return layer


def test_polygons_as_geopackage(tmp_path: Path) -> None:
    layer = squares()
    path = str(tmp_path / "gaps.gpkg")
    assert export_polygons(layer, path, selected_only=False) == 3
    layer.selectByIds([1, 3])
    assert export_polygons(layer, path, selected_only=True) == 2
    written = ogr.Open(path)
    assert written.GetLayerCount() == 1 and written.GetLayer(0).GetFeatureCount() == 2
    assert written.GetLayer(0).GetSpatialRef().GetAuthorityCode(None) == "32632"
    assert written.GetLayer(0).GetGeomType() == ogr.wkbMultiPolygon


def test_polygons_as_geojson_are_in_degrees(tmp_path: Path) -> None:
    path = tmp_path / "gaps.geojson"
    assert export_polygons(squares(), str(path), selected_only=False) == 3
    data = json.loads(path.read_text())
    assert "crs" not in data and len(data["features"]) == 3
    written = ogr.Open(str(path))  # its layers end with it
    west, east, south, north = written.GetLayer(0).GetExtent()
    assert west == pytest.approx(9.0, abs=1e-6) and east == pytest.approx(9.00346, abs=1e-4)
    assert south == pytest.approx(49.6521, abs=1e-3) and south < north < south + 0.001


def test_polygons_that_are_being_edited(tmp_path: Path) -> None:
    layer = squares()
    assert layer.startEditing()
    layer.deleteFeature(1)
    assert export_polygons(layer, str(tmp_path / "gaps.gpkg"), selected_only=False) == 2
    layer.rollBack()


def test_polygons_that_cannot_be_used(tmp_path: Path) -> None:
    layer = squares()
    path = str(tmp_path / "gaps.gpkg")
    for wrong, selected, code in (
        (layer, True, "no-selection"),
        (squares(kind="Point"), False, "not-polygons"),
        (squares(crs=""), False, "no-crs"),
    ):
        if code == "no-crs":
            wrong.setCrs(QgsCoordinateReferenceSystem())
        with pytest.raises(SceneFillError) as error:
            export_polygons(wrong, path, selected_only=selected)
        assert error.value.code == code
    with pytest.raises(SceneFillError) as error:
        export_polygons(layer, str(tmp_path / "none" / "gaps.gpkg"), selected_only=False)
    assert error.value.code == "cannot-write"


def test_gaps_of_a_form_are_kept_when_layers_are_fetched(tmp_path: Path) -> None:
    path = tmp_path / "x.img"
    write_raster(path, reflectance(3), names=("red", "green", "blue"), driver="HFA")
    row = replace(row_of(layer_of(str(path))), gaps=(GapSource("nodata"),))
    wish = Wish("fill", fill=0, gaps=(GapSource("clouds"),))
    fetched = fetch_services(Form(None, (row,), wish), str(tmp_path), Feedback())
    assert fetched.wish == wish and fetched.inputs[0].gaps == row.gaps
    QgsProject.instance().clear()
