"""The dock's What you want and How, driven as a user does: clicks, keys, choices."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal, osr
from pytestqt.qtbot import QtBot
from qgis.core import QgsFeature, QgsGeometry, QgsProject, QgsRasterLayer, QgsVectorLayer
from qgis.PyQt import sip
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QLineEdit, QWidget
from scenefill.core.errors import SceneFillError
from scenefill.core.feedback import Feedback
from scenefill.core.job import GapSource, Sampling
from scenefill.core.job_parts import SEED
from scenefill.core.worker.protocol import DeviceReport
from scenefill.plugin.form import PRESETS, How, InputRow, LayerRef, Wish
from scenefill.plugin.gap_values import QA_PIXEL, SCL, find_values, format_values, parse_values, scheme_of
from scenefill.plugin.modality_names import modality_help
from scenefill.plugin.session import Session
from scenefill.plugin.settings import Settings, save_settings
from scenefill.ui.how_panel import CUSTOM, HowPanel
from scenefill.ui.wish_panel import WishPanel

SENTINEL2 = {"red": 3, "green": 2, "blue": 1, "nir": 4, "cirrus": 5}


def row(name: str, bands: dict[str, int], provider: str = "gdal") -> InputRow:
    path = f"/data/{name}.tif" if provider == "gdal" else ""
    size = 10 if provider == "gdal" else 0
    ref = LayerRef(name, name, provider, path, path, "EPSG:32643", (0.0, 0.0, 100.0, 100.0), size, size, len(bands))
    return InputRow(ref, bands)


S2, S1 = row("s2", SENTINEL2), row("s1", {"vv": 1, "vh": 2})


@pytest.fixture
def quiet_session(qgis_app: object) -> Iterator[Session]:
    """A session that never starts an engine."""
    made = Session()
    yield made
    made.close()


@pytest.fixture
def panel(quiet_session: Session, new_project: QgsProject, qtbot: QtBot) -> WishPanel:
    made = WishPanel(quiet_session)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def how_panel(quiet_session: Session, qtbot: QtBot) -> HowPanel:
    made = HowPanel(quiet_session)
    qtbot.addWidget(made)
    made.show()
    return made


def click(qtbot: QtBot, button: QAbstractButton) -> None:
    """Where the button itself takes the click: check boxes do so at their left end alone."""
    place = button.rect().center()
    place.setX(8)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton, pos=place)


def type_into(qtbot: QtBot, line: QLineEdit, text: str) -> None:
    line.selectAll()
    qtbot.keyClick(line, Qt.Key.Key_Delete)
    qtbot.keyClicks(line, text)


def write_raster(path: Path, values: np.ndarray, names: tuple[str, ...] = ()) -> str:
    kinds = {"uint8": gdal.GDT_Byte, "uint16": gdal.GDT_UInt16, "int16": gdal.GDT_Int16, "float32": gdal.GDT_Float32}
    planes = values if values.ndim == 3 else values[None]
    height, width = planes.shape[1:]
    made = gdal.GetDriverByName("GTiff").Create(str(path), width, height, len(planes), kinds[values.dtype.name])
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(32643)
    made.SetProjection(reference.ExportToWkt())
    made.SetGeoTransform((500000.0, 20.0, 0.0, 3400000.0, 0.0, -20.0))
    for number, plane in enumerate(planes, 1):
        made.GetRasterBand(number).WriteArray(plane)
    if names:
        made.GetRasterBand(1).SetCategoryNames(list(names))
    made.FlushCache()
    return str(path)


def polygons(count: int) -> QgsVectorLayer:
    layer = QgsVectorLayer("Polygon?crs=EPSG:32643", "clouds by hand", "memory")
    features = []
    for number in range(count):
        feature = QgsFeature(layer.fields())
        left = 500000 + 100 * number
        feature.setGeometry(
            QgsGeometry.fromWkt(f"POLYGON(({left} 0, {left} 50, {left + 50} 50, {left + 50} 0, {left} 0))")
        )
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    QgsProject.instance().addMapLayer(layer)
    return layer


# -- the values of a mask


@pytest.mark.parametrize(
    ("text", "values"),
    [("3, 8-10", (3, 8, 9, 10)), ("1", (1,)), (" 2 ;1,, 2", (1, 2)), ("-3--1", (-3, -2, -1)), ("", ())],
)
def test_values_are_read(text: str, values: tuple[int, ...]) -> None:
    assert parse_values(text) == values
    assert parse_values(format_values(values)) == values


@pytest.mark.parametrize(
    ("text", "bits"), [("a", False), ("8-3", False), ("0-2000", False), ("64", True), ("-1", True)]
)
def test_wrong_values_are_refused(text: str, bits: bool) -> None:
    with pytest.raises(SceneFillError) as caught:
        parse_values(text, bits=bits)
    assert caught.value.code == "bad-class-values"


def test_products_are_known_by_their_names() -> None:
    assert scheme_of("T43RBQ_20200823_SCL_20m") == SCL
    assert scheme_of("LC09_L2SP_149039_QA_PIXEL") == QA_PIXEL
    assert scheme_of("muscle", "clouds") is None


def test_classes_are_found_with_their_shares(tmp_path: Path) -> None:
    values = np.zeros((300, 40), np.uint8)
    values[:75] = 9
    found = find_values(write_raster(tmp_path / "scl.tif", values), 1, SCL, False, Feedback())
    assert [(item.value, item.share) for item in found] == [(0, 0.75), (9, 0.25)]
    assert found[1].name == "Cloud, high probability"


def test_bits_are_found(tmp_path: Path) -> None:
    values = np.array([[0b1000, 0b1000], [-32768, 0]], np.int16)
    found = find_values(write_raster(tmp_path / "qa.tif", values), 1, QA_PIXEL, True, Feedback())
    assert [(item.value, item.name, item.share) for item in found] == [(3, "Cloud", 0.5), (15, "", 0.25)]


def test_names_of_the_file_are_used(tmp_path: Path) -> None:
    path = write_raster(tmp_path / "mask.tif", np.array([[0, 1]], np.uint8), ("clear", "cloud"))
    assert [item.name for item in find_values(path, 1, None, False, Feedback())] == ["clear", "cloud"]


@pytest.mark.parametrize("bits", [False, True])
def test_continuous_numbers_are_no_classes(tmp_path: Path, bits: bool) -> None:
    path = write_raster(tmp_path / "ndvi.tif", np.linspace(0, 1, 64, dtype=np.float32).reshape(8, 8))
    with pytest.raises(SceneFillError) as caught:
        find_values(path, 1, None, bits, Feedback())
    assert caught.value.code == "no-classes"


# -- filling


def test_without_layers_it_says_what_to_do(panel: WishPanel) -> None:
    assert "Add a layer" in panel.problem_text()
    assert panel.wish() == Wish(kind="fill", gaps=(GapSource("nodata"),))


def test_first_optical_layer_is_filled(panel: WishPanel) -> None:
    panel.set_rows((S1, S2))
    assert panel.wish().fill == 1
    assert panel.problem_text() == ""
    assert panel.fill.itemText(1) == "s2 (Optical, Infrared)"


def test_layer_to_fill_is_followed(panel: WishPanel, qtbot: QtBot) -> None:
    panel.set_rows((S2, S1))
    panel.fill.setFocus()
    qtbot.keyClick(panel.fill, Qt.Key.Key_Down)
    assert panel.wish().fill == 1
    panel.set_rows((S1, S2))
    assert panel.wish().fill == 0
    panel.set_rows((S2,))
    assert panel.wish().fill is None
    assert panel.problem_text() == "Choose the layer to fill."


def test_gap_sources_add_up(panel: WishPanel, qtbot: QtBot) -> None:
    panel.set_rows((S2,))
    assert not panel.gaps.clouds_box.isVisible()
    with qtbot.waitSignal(panel.changed):
        click(qtbot, panel.gaps.clouds)
    assert panel.gaps.clouds_box.isVisible()
    panel.gaps.threshold.setValue(0.35)
    assert panel.wish().gaps == (GapSource("nodata"), GapSource("clouds", threshold=0.35, grow=3))
    with qtbot.waitSignal(panel.changed):
        panel.gaps.clouds_grow.setValue(7)
    panel.gaps.grow.setValue(2)
    assert panel.wish().gaps == (GapSource("nodata", grow=2), GapSource("clouds", threshold=0.35, grow=7))
    panel.gaps.clouds_grow.clear()
    assert panel.wish().gaps[1].grow == 3, "as it was before anyone touched it"
    click(qtbot, panel.gaps.nodata)
    click(qtbot, panel.gaps.clouds)
    assert panel.wish().gaps == ()
    assert panel.problem_text() == "Choose what counts as a gap."


def test_automatic_threshold_is_left_to_the_detector(panel: WishPanel, qtbot: QtBot) -> None:
    panel.set_rows((S2,))
    click(qtbot, panel.gaps.clouds)
    assert panel.gaps.threshold.text() == "Automatic"
    assert panel.wish().gaps[1].threshold is None


def test_clouds_of_a_job_keep_their_own_width(panel: WishPanel, qtbot: QtBot) -> None:
    panel.set_rows((S2,))
    for grow in (0, 5):
        gaps = (GapSource("clouds", grow=grow), GapSource("nodata"))
        panel.set_wish(Wish(kind="fill", fill=0, gaps=gaps))
        assert set(panel.wish().gaps) == set(gaps)
        assert panel.gaps._kept == []
    panel.set_wish(Wish(kind="fill", fill=0, gaps=(GapSource("nodata"),)))
    click(qtbot, panel.gaps.clouds)
    assert panel.wish().gaps == (GapSource("nodata"), GapSource("clouds", grow=3))


def test_the_common_width_says_of_others_only_beside_that_of_clouds(panel: WishPanel, qtbot: QtBot) -> None:
    panel.set_rows((S2,))
    texts = [panel.gaps.grow_label.text()]
    for _ in range(2):
        click(qtbot, panel.gaps.clouds)
        texts.append(panel.gaps.grow_label.text())
    assert [text.replace("&", "") for text in texts] == ["Widen gaps by", "Widen other gaps by", "Widen gaps by"]


def test_modalities_of_the_layer_are_filled_already(panel: WishPanel, qtbot: QtBot) -> None:
    panel.set_rows((S2,))
    optical, infrared, sar = (panel.targets.box(name) for name in ("optical", "infrared", "sar"))
    assert (optical.isEnabled(), optical.text()) == (False, "Optical – filled")
    assert (infrared.isEnabled(), infrared.text()) == (True, "Infrared – partly filled")
    assert "vv" not in sar.toolTip() and "VV (C band)" in sar.toolTip() and "dB" in sar.toolTip()
    click(qtbot, sar)
    assert panel.wish().targets == ("sar",)


def test_known_mask_says_itself_what_is_a_gap(panel: WishPanel, qtbot: QtBot, tmp_path: Path) -> None:
    values = np.repeat(np.arange(12, dtype=np.uint8), 4).reshape(6, 8)
    path = write_raster(tmp_path / "T43_SCL.tif", values)
    layer = QgsRasterLayer(path, "scene classification")
    QgsProject.instance().addMapLayer(layer)
    panel.set_rows((S2,))
    click(qtbot, panel.gaps.mask)
    mask = panel.gaps.mask_panel
    assert panel.problem_text() == "Choose the mask layer."
    mask.layer.setLayer(layer)
    assert panel.wish().gaps[1] == GapSource("raster", path=path, values=(0, 1, 3, 8, 9, 10))
    qtbot.mouseClick(mask.read, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: mask.found.count() == 12, timeout=20_000)
    snow = mask.found.item(11)
    assert "Snow or ice" in snow.text() and snow.checkState() == Qt.CheckState.Unchecked
    place = mask.found.visualItemRect(snow)
    mask.found.scrollToItem(snow)
    place = mask.found.visualItemRect(snow).center()
    place.setX(8)
    qtbot.mouseClick(mask.found.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert mask.values.text() == "0, 1, 3, 8-11"
    type_into(qtbot, mask.values, "5")
    checked = [mask.found.item(n).checkState() == Qt.CheckState.Checked for n in range(12)]
    assert checked == [n == 5 for n in range(12)]


def test_quality_bits_of_a_band(panel: WishPanel, qtbot: QtBot, tmp_path: Path) -> None:
    path = write_raster(tmp_path / "stack.tif", np.full((2, 4, 4), 8, np.uint16))
    layer = QgsRasterLayer(path, "stack")
    QgsProject.instance().addMapLayer(layer)
    panel.set_rows((S2,))
    click(qtbot, panel.gaps.mask)
    mask = panel.gaps.mask_panel
    mask.layer.setLayer(layer)
    assert mask.band.isVisible()
    mask.band.setBand(2)
    mask.meaning.setCurrentIndex(1)
    assert panel.problem_text() == "Name the mask's values that are gaps."
    type_into(qtbot, mask.values, "3, 70")
    assert "70" in mask.problem.text() and mask.problem_icon.isVisible()
    type_into(qtbot, mask.values, "3, 4")
    assert panel.problem_text() == ""
    assert panel.wish().gaps[1] == GapSource("raster", path=path, bits=(3, 4), band=2)


def test_values_that_cannot_be_read_are_explained(panel: WishPanel, qtbot: QtBot, tmp_path: Path) -> None:
    path = write_raster(tmp_path / "ndvi.tif", np.linspace(0, 1, 64, dtype=np.float32).reshape(8, 8))
    layer = QgsRasterLayer(path, "ndvi")
    QgsProject.instance().addMapLayer(layer)
    panel.set_rows((S2,))
    click(qtbot, panel.gaps.mask)
    mask = panel.gaps.mask_panel
    mask.layer.setLayer(layer)
    qtbot.mouseClick(mask.read, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "class layer" in mask.problem.text(), timeout=20_000)
    assert mask.read.isEnabled()


def test_answers_for_a_panel_that_is_gone(
    quiet_session: Session, new_project: QgsProject, qtbot: QtBot, tmp_path: Path
) -> None:
    layer = QgsRasterLayer(write_raster(tmp_path / "mask.tif", np.array([[0, 1]], np.uint8)), "mask")
    QgsProject.instance().addMapLayer(layer)
    panel = WishPanel(quiet_session)
    panel.gaps.mask_panel.layer.setLayer(layer)
    panel.gaps.mask_panel.read_values()
    (task,) = quiet_session.tasks.running
    with qtbot.waitSignal(task.succeeded, timeout=20_000):
        sip.delete(panel)


def test_polygons_are_saved_when_it_runs(panel: WishPanel, qtbot: QtBot, tmp_path: Path) -> None:
    panel.set_rows((S2,))
    click(qtbot, panel.gaps.nodata)
    click(qtbot, panel.gaps.polygons)
    assert "Choose a polygon layer" in panel.problem_text()
    layer = polygons(3)
    assert panel.problem_text() == ""
    assert panel.wish().gaps == (GapSource("polygons", path=""),)
    (gap,) = panel.materialise(str(tmp_path)).gaps
    saved = QgsVectorLayer(str(gap.path), "saved")
    assert (Path(str(gap.path)).parent, saved.featureCount()) == (tmp_path, 3)
    click(qtbot, panel.gaps.selected_only)
    layer.selectByIds([layer.allFeatureIds()[0]])
    (tmp_path / "selected").mkdir()
    (gap,) = panel.materialise(str(tmp_path / "selected")).gaps
    assert QgsVectorLayer(str(gap.path), "saved").featureCount() == 1


def test_empty_polygon_layer_is_an_error(panel: WishPanel, qtbot: QtBot, tmp_path: Path) -> None:
    panel.set_rows((S2,))
    polygons(0)
    click(qtbot, panel.gaps.polygons)
    with pytest.raises(SceneFillError) as caught:
        panel.materialise(str(tmp_path))
    assert caught.value.code == "no-polygons"


def test_a_wish_is_shown_and_given_back(panel: WishPanel, tmp_path: Path) -> None:
    panel.set_rows((S1, S2))
    gaps = (
        GapSource("clouds", threshold=0.4, grow=4),
        GapSource("raster", path="/data/mask.tif", values=(1, 2), band=3, grow=2),
        GapSource("polygons", path="/data/clouds.gpkg", layer="gaps", grow=2),
        GapSource("raster", path="/data/other.tif", bits=(3,), grow=2),
        GapSource("nodata", grow=5),
    )
    wish = Wish(kind="fill", targets=("sar",), fill=1, gaps=gaps)
    heard: list[Wish] = []
    panel.changed.connect(lambda: heard.append(panel.wish()))
    panel.set_wish(wish)
    assert [box.text() for box, _ in panel.gaps._kept] == [
        "Bits 3 of other.tif, widened by 2 px",
        "Pixels without data, widened by 5 px",
    ]
    found = panel.wish()
    assert (found.kind, found.targets, found.fill, set(found.gaps)) == ("fill", ("sar",), 1, set(gaps))
    assert heard == [found]
    assert panel.materialise(str(tmp_path)) == found


# -- drawing and imagining


def test_missing_modalities(panel: WishPanel, qtbot: QtBot) -> None:
    panel.set_rows((S2, S1))
    click(qtbot, panel.kind_synthesise)
    assert not panel.fill_page.isVisible() and not panel.pixel_size_box.isVisible()
    assert panel.problem_text() == "Choose at least one modality to draw."
    assert panel.targets.box("optical").text() == "Optical – given"
    assert panel.targets.box("infrared").text() == "Infrared"
    click(qtbot, panel.targets.box("infrared"))
    click(qtbot, panel.targets.box("thermal"))
    assert panel.wish() == Wish(kind="synthesise", targets=("infrared", "thermal"))
    panel.like.setCurrentIndex(2)
    assert panel.wish().like == 1
    panel.set_wish(Wish(kind="synthesise", targets=("sar",), like=0))
    assert panel.wish() == Wish(kind="synthesise", targets=("sar",), like=0)


def test_pictures_do_not_decide_the_pixels(panel: WishPanel, qtbot: QtBot) -> None:
    panel.set_rows((row("web map", {"red": 1, "green": 2, "blue": 3}, "wms"),))
    click(qtbot, panel.kind_synthesise)
    panel.pixel_size.setValue(20.0)
    assert panel.pixel_size_box.isVisible()
    assert panel.wish().pixel_size == 20.0


def test_imagining_needs_no_layers(panel: WishPanel, qtbot: QtBot) -> None:
    click(qtbot, panel.kind_imagine)
    assert panel.problem_text() == ""
    assert panel.wish() == Wish(kind="imagine", targets=("optical", "infrared", "sar"))
    panel.pixel_size.setValue(10.0)
    click(qtbot, panel.targets.box("sar"))
    assert panel.wish() == Wish(kind="imagine", targets=("optical", "infrared"), pixel_size=10.0)
    click(qtbot, panel.kind_fill)
    click(qtbot, panel.kind_imagine)
    assert panel.wish().targets == ("optical", "infrared")


def test_results_are_temporary_until_a_folder_is_chosen(panel: WishPanel, qtbot: QtBot) -> None:
    line = panel.output.lineEdit()
    assert panel.folder() == ""
    assert "temporary" in line.placeholderText()
    with qtbot.waitSignal(panel.changed):
        qtbot.keyClicks(line, "/data/out")
    assert panel.folder() == "/data/out"
    panel.set_folder("")
    assert panel.folder() == ""


# -- how


def choose(box: QComboBox, data: object) -> None:
    box.setCurrentIndex(box.findData(data))


def test_presets(how_panel: HowPanel) -> None:
    assert how_panel.how() == How(PRESETS["standard"])
    assert how_panel.advanced.isCollapsed()
    for name, sampling in PRESETS.items():
        choose(how_panel.preset, name)
        assert how_panel.how().sampling == sampling
        assert how_panel.explanation.text()


def test_advanced_value_makes_it_custom(how_panel: HowPanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(how_panel.changed):
        how_panel.steps.setValue(6)
    assert how_panel.preset.currentData() == CUSTOM
    assert how_panel.how().sampling == Sampling("estimate", 6, 4, 0)
    how_panel.steps.setValue(4)
    assert how_panel.preset.currentData() == "standard"
    choose(how_panel.mode, "draft")
    assert how_panel.preset.currentData() == "draft"
    assert not how_panel.steps.isEnabled()
    # Whether to learn from the scene is a choice of its own.
    assert how_panel.how().sampling == replace(PRESETS["draft"], adapt=PRESETS["standard"].adapt)


def test_choosing_custom_opens_the_values(how_panel: HowPanel) -> None:
    choose(how_panel.preset, CUSTOM)
    assert not how_panel.advanced.isCollapsed()
    assert how_panel.how() == How(PRESETS["standard"])


def test_limits_of_steps_and_samples(how_panel: HowPanel) -> None:
    for box, high in ((how_panel.steps, 100), (how_panel.samples, 64)):
        box.setValue(1000)
        assert box.value() == high
        box.setValue(0)
        assert box.value() == 1


def test_seeds_of_63_bits(how_panel: HowPanel, qtbot: QtBot) -> None:
    how_panel.advanced.setCollapsed(False)
    QApplication.processEvents()
    with qtbot.waitSignal(how_panel.changed):
        type_into(qtbot, how_panel.seed, str(SEED[1]))
    assert how_panel.how().sampling.seed == SEED[1]
    assert how_panel.preset.currentData() == "standard"
    qtbot.keyClicks(how_panel.seed, "9-x")
    assert how_panel.how().sampling.seed == SEED[1]
    qtbot.mouseClick(how_panel.new_seed, Qt.MouseButton.LeftButton)
    assert 0 <= how_panel.how().sampling.seed < 1_000_000_000
    assert how_panel.seed.text() == str(how_panel.how().sampling.seed)


def test_an_emptied_seed_falls_back(how_panel: HowPanel, qtbot: QtBot) -> None:
    how_panel.advanced.setCollapsed(False)
    how_panel.activateWindow()
    how_panel.seed.setFocus()
    type_into(qtbot, how_panel.seed, "7")
    how_panel.seed.selectAll()
    qtbot.keyClick(how_panel.seed, Qt.Key.Key_Delete)
    assert how_panel.how().sampling.seed == 7
    how_panel.steps.setFocus()
    qtbot.waitUntil(lambda: how_panel.seed.text() == "7")


def test_how_is_shown_and_given_back(how_panel: HowPanel) -> None:
    how = How(Sampling("realisation", 12, 3, 99), model="/models/own")
    how_panel.set_how(how)
    assert how_panel.how() == how
    assert how_panel.preset.currentData() == CUSTOM
    assert how_panel.model.isVisible() and how_panel.model.currentText() == "own"


def test_server_is_offered_when_there_is_one(how_panel: HowPanel, quiet_session: Session, qtbot: QtBot) -> None:
    assert not how_panel.where.isVisible()
    with qtbot.waitSignal(how_panel.changed):
        quiet_session.change_settings(Settings(server_url="https://class.example.org"))
    assert how_panel.where.isVisible()
    choose(how_panel.where, "server")
    assert how_panel.how().where == "server"
    quiet_session.change_settings(Settings())
    assert how_panel.how().where == "local"


def test_preset_of_the_settings_is_the_first(qtbot: QtBot, quiet_session: Session) -> None:
    save_settings(Settings(preset="best"))
    session = Session()
    made = HowPanel(session)
    qtbot.addWidget(made)
    assert made.how().sampling == PRESETS["best"]
    session.close()


# -- the device line


def test_device_line(how_panel: HowPanel, quiet_session: Session, qtbot: QtBot) -> None:
    bar = how_panel.device_bar
    assert bar.text.text() == "Looking for the engine…"
    report = DeviceReport(
        "cpu", "CPU – no CUDA device · bfloat16", "bfloat16", 16_000_000_000, 8, "3.11", {"torch": "2.6"}
    )
    quiet_session.device_changed.emit(report)
    assert bar.text.text() == "CPU – no CUDA device · bfloat16"
    assert "torch 2.6" in bar.text.toolTip() and "16 GB" in bar.text.toolTip()
    assert bar.set_up.text() == "Options…"
    quiet_session.device_changed.emit(SceneFillError("no-environment", "There is no engine yet.", "Set it up."))
    assert bar.text.text() == "There is no engine yet."
    assert bar.set_up.text() == "Set up engine…"
    with qtbot.waitSignal(how_panel.environment_requested):
        qtbot.mouseClick(bar.set_up, Qt.MouseButton.LeftButton)


def test_device_line_of_the_real_engine(session: Session, qtbot: QtBot) -> None:
    panel = HowPanel(session)
    qtbot.addWidget(panel)
    panel.show()
    panel.device_bar.show()
    with qtbot.waitSignal(session.device_changed, check_params_cb=lambda found: found is not None, timeout=120_000):
        qtbot.mouseClick(panel.device_bar.refresh, Qt.MouseButton.LeftButton)
    assert isinstance(session.device, DeviceReport), session.device
    assert panel.device_bar.text.text() == session.device.reason


# -- for everyone


def test_fields_have_names_and_units(panel: WishPanel, how_panel: HowPanel) -> None:
    """Every field has a label that leads to it, or words of its own; and a tooltip, but for what explains itself."""
    for widget in (*fields(panel), *fields(how_panel)):
        buddies = {label.buddy() for label in widget.window().findChildren(QLabel)}
        spoken = widget in buddies or bool(widget.accessibleName() or getattr(widget, "text", lambda: "")())
        assert spoken or widget.parent() in buddies, widget.objectName()
    for modality in ("optical", "sar", "thermal", "elevation"):
        assert "Unit: " in modality_help(modality)
    assert "metres" in panel.pixel_size.toolTip()
    assert "Pixels" in panel.gaps.grow.toolTip() and "Pixels" in panel.gaps.clouds_grow.toolTip()


def fields(panel: QWidget) -> list[QWidget]:
    return [
        widget
        for kind in (QComboBox, QAbstractButton, QLineEdit)
        for widget in panel.findChildren(kind)
        if widget.objectName() not in ("", "collapseButton")
        and not widget.objectName().startswith(("qt_", "mActionFileWidget"))
    ]


def test_narrow_dock_is_enough(panel: WishPanel, how_panel: HowPanel, qtbot: QtBot) -> None:
    panel.set_rows((row("a very long name of a layer indeed " * 3, SENTINEL2), S1))
    for box in (panel.gaps.clouds, panel.gaps.mask, panel.gaps.polygons):
        click(qtbot, box)
    how_panel.advanced.setCollapsed(False)
    for widget in (panel, how_panel):
        em = widget.fontMetrics().averageCharWidth()
        assert widget.minimumSizeHint().width() <= 48 * em, widget
