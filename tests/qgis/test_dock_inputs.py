"""The dock's *What you have* and the editor of roles, driven as a user does, with real layers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot
from qgis.core import QgsLayerTreeModel, QgsMimeDataUtils, QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import QMimeData, QPointF, Qt, QUrl
from qgis.PyQt.QtGui import QDragEnterEvent, QDropEvent
from qgis.PyQt.QtWidgets import QApplication, QDialogButtonBox, QLabel
from scenefill.plugin.form import Area, InputRow
from scenefill.plugin.layers.refs import refer
from scenefill.plugin.role_check import is_date, role_problem
from scenefill.plugin.session import Session
from scenefill.tests.qgis.conftest import wait_for_tasks
from scenefill.tests.qgis_rasters import TRANSFORM, UTM, layer_of, reflectance, write_raster
from scenefill.ui.band_combo import BandCombo
from scenefill.ui.inputs_model import Column
from scenefill.ui.inputs_panel import InputsPanel
from scenefill.ui.role_editor import RoleEditor

X, Y = TRANSFORM[2], TRANSFORM[5]
LEFT = Qt.MouseButton.LeftButton
XYZ = "type=xyz&url=http://127.0.0.1:9/%7Bz%7D/%7Bx%7D/%7By%7D.png&zmax=18&zmin=0"
SENTINEL2 = ("B2", "B3", "B4", "B8", "B11", "B12", "B5", "B1")

AddLayer = Callable[..., QgsRasterLayer]


@pytest.fixture
def session(qgis_app: object) -> Iterator[Session]:
    """One whose engine is never asked."""
    made = Session()
    yield made
    made.close()
    wait_for_tasks()


@pytest.fixture
def panel(session: Session, new_project: QgsProject, qtbot: QtBot) -> Iterator[InputsPanel]:
    made = InputsPanel(session)
    qtbot.addWidget(made)
    made.resize(360, 300)
    made.show()
    yield made
    made.close_down()


@pytest.fixture
def add_layer(new_project: QgsProject, tmp_path: Path) -> AddLayer:
    def add(name: str, data: np.ndarray, **options: object) -> QgsRasterLayer:
        path = write_raster(tmp_path / f"{name}.tif", data, **options)
        return new_project.addMapLayer(layer_of(path, name))

    return add


@pytest.fixture
def s2(add_layer: AddLayer) -> QgsRasterLayer:
    data = reflectance(len(SENTINEL2))
    data[:, :16] = 0
    return add_layer("S2B_20200823", data, names=SENTINEL2, nodata=0)


@pytest.fixture
def s1(add_layer: AddLayer) -> QgsRasterLayer:
    data = np.random.default_rng(2).normal(-12.0, 3.0, (2, 64, 64)).astype(np.float32)
    return add_layer("S1", data, names=("VV", "VH"))


def look(panel: InputsPanel, qtbot: QtBot) -> None:
    """Wait until everything is known of all rows."""
    qtbot.waitUntil(
        lambda: all(e.status is not None or e.error is not None for e in panel.model.entries), timeout=20000
    )


def cell(panel: InputsPanel, row: int, column: Column, role: int = Qt.ItemDataRole.DisplayRole) -> object:
    return panel.model.index(row, column).data(role)


def choose_in_menu(panel: InputsPanel, name: str) -> None:
    menu = panel.add_button.menu()
    menu.aboutToShow.emit()
    next(action for action in menu.actions() if action.text() == name).trigger()


def menu_names(panel: InputsPanel) -> list[str]:
    menu = panel.add_button.menu()
    menu.aboutToShow.emit()
    return [action.text() for action in menu.actions() if not action.isSeparator()]


def edit(panel: InputsPanel, row: int, qtbot: QtBot) -> RoleEditor:
    """Open the editor of a row with the keyboard."""
    panel.table.select_rows([row])
    qtbot.keyClick(panel.table, Qt.Key.Key_Return)
    (editor,) = (found for found in panel.findChildren(RoleEditor) if found.isVisible())
    return editor


def ok(editor: RoleEditor, qtbot: QtBot) -> None:
    button = editor.buttons.button(QDialogButtonBox.StandardButton.Ok)
    assert button.isEnabled(), editor.problem.text()
    qtbot.mouseClick(button, LEFT)


def combo(editor: RoleEditor, band: int) -> BandCombo:
    return editor.bands.cellWidget(band - 1, 1)


def retype(widget: object, text: str, qtbot: QtBot) -> None:
    widget.selectAll()
    qtbot.keyClick(widget, Qt.Key.Key_Delete)
    qtbot.keyClicks(widget, text)


# -- adding and looking


def test_a_layer_appears_at_once_and_is_looked_at(
    panel: InputsPanel, s2: QgsRasterLayer, s1: QgsRasterLayer, qtbot: QtBot
) -> None:
    assert menu_names(panel) == ["S1", "S2B_20200823", "Add file…"]
    with qtbot.waitSignal(panel.changed):
        choose_in_menu(panel, "S2B_20200823")
    assert cell(panel, 0, Column.LAYER) == "S2B_20200823"
    assert cell(panel, 0, Column.STATUS) == "Looking at the file…"
    assert "looked at" in panel.problem_text()
    look(panel, qtbot)
    assert menu_names(panel) == ["S1", "Add file…"]
    (row,) = panel.rows()
    assert row.modalities == ("optical", "infrared", "multispectral")
    assert row.bands["red"] == 3 and row.bands["nir"] == 4 and row.bands["coastal"] == 8
    assert cell(panel, 0, Column.GIVES) == "Optical, Infrared, Multispectral (red edge), 1 other band(s)"
    assert cell(panel, 0, Column.UNIT) == "reflectance × 10000"
    assert cell(panel, 0, Column.DATE) == "2020-08-23"
    assert "25 % nodata" in cell(panel, 0, Column.STATUS)
    assert not cell(panel, 0, Column.STATUS, Qt.ItemDataRole.DecorationRole).isNull()
    tip = cell(panel, 0, Column.LAYER, Qt.ItemDataRole.ToolTipRole)
    assert all(reason in tip for reason in row.reasons) and "red, green, blue" in tip and s2.source() in tip
    spoken = cell(panel, 0, Column.LAYER, Qt.ItemDataRole.AccessibleTextRole)
    assert "S2B_20200823" in spoken and "nodata" in spoken
    assert panel.problem_text() == ""


def test_a_layer_is_in_the_table_once(panel: InputsPanel, s2: QgsRasterLayer, qtbot: QtBot) -> None:
    panel.add_layers([s2, s2])
    panel.add_layers([s2])
    assert len(panel.rows()) == 1
    look(panel, qtbot)


def test_web_layers_are_pictures_with_a_warning(panel: InputsPanel, new_project: QgsProject, qtbot: QtBot) -> None:
    layer = new_project.addMapLayer(QgsRasterLayer(XYZ, "Web", "wms"))
    panel.add_layers([layer])
    look(panel, qtbot)
    (entry,) = panel.model.entries
    assert dict(entry.row.bands) == {"red": 1, "green": 2, "blue": 3}
    assert entry.row.modalities == ("optical",)
    assert entry.status.level == "warning" and "web service" in entry.status.text
    assert panel.problem_text() == ""


def test_a_file_that_is_gone_is_an_error_of_its_row(
    panel: InputsPanel, s2: QgsRasterLayer, s1: QgsRasterLayer, qtbot: QtBot
) -> None:
    Path(s1.source()).unlink()
    panel.add_layers([s2, s1])
    look(panel, qtbot)
    assert panel.model.entries[1].error is not None
    assert "cannot be read" in cell(panel, 1, Column.STATUS)
    assert "S1" in panel.problem_text()
    panel.table.select_rows([1])
    assert not panel.edit_button.isEnabled() and panel.remove_button.isEnabled()
    qtbot.mouseClick(panel.remove_button, LEFT)
    assert panel.problem_text() == ""


def test_files_become_layers(panel: InputsPanel, new_project: QgsProject, tmp_path: Path, qtbot: QtBot) -> None:
    path = write_raster(tmp_path / "dem_2015.tif", np.full((1, 64, 64), 300.0, np.float32), names=("elevation",))
    bad = tmp_path / "bad.tif"
    bad.write_text("no raster")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(path), QUrl.fromLocalFile(str(bad))])
    with qtbot.waitSignal(panel.noticed) as notice:
        drop(panel, mime)
    assert "bad" in notice.args[0]
    look(panel, qtbot)
    assert [layer.name() for layer in new_project.mapLayers().values()] == ["dem_2015"]
    assert panel.rows()[0].modalities == ("elevation",)


def drop(panel: InputsPanel, mime: QMimeData) -> bool:
    """Drag something over the table and let it fall; whether it was taken."""
    viewport, where = panel.table.viewport(), QPointF(20, 20)
    actions, keys = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(where.toPoint(), actions, mime, LEFT, keys)
    enter.ignore()
    QApplication.sendEvent(viewport, enter)
    if enter.isAccepted():
        QApplication.sendEvent(viewport, QDropEvent(where, actions, mime, LEFT, keys))
    return bool(enter.isAccepted())


def test_layers_dragged_from_the_layer_tree(
    panel: InputsPanel, new_project: QgsProject, s2: QgsRasterLayer, s1: QgsRasterLayer, qtbot: QtBot
) -> None:
    root = new_project.layerTreeRoot()
    group = root.insertGroup(0, "group")
    group.addLayer(s1)
    model = QgsLayerTreeModel(root)
    mime = model.mimeData([model.node2index(group), model.node2index(root.findLayer(s2))])
    assert drop(panel, mime)
    assert {row.ref.name for row in panel.rows()} == {"S2B_20200823", "S1"}
    look(panel, qtbot)


def test_rasters_dragged_from_the_browser_and_what_is_not_taken(
    panel: InputsPanel, new_project: QgsProject, tmp_path: Path, qtbot: QtBot
) -> None:
    path = write_raster(tmp_path / "nir.tif", reflectance(1), names=("B8",))
    uri = QgsMimeDataUtils.Uri()
    uri.layerType, uri.providerKey, uri.name, uri.uri = "raster", "gdal", "From the browser", path
    assert drop(panel, QgsMimeDataUtils.encodeUriList([uri]))
    assert [row.ref.name for row in panel.rows()] == ["From the browser"]
    look(panel, qtbot)
    text = QMimeData()
    text.setText("words")
    assert not drop(panel, text)
    uri.layerType, uri.providerKey = "vector", "ogr"
    assert not drop(panel, QgsMimeDataUtils.encodeUriList([uri]))


def test_answers_about_rows_that_are_gone_are_ignored(
    panel: InputsPanel, s2: QgsRasterLayer, s1: QgsRasterLayer, qtbot: QtBot
) -> None:
    panel.add_layers([s2])
    panel.set_rows([InputRow(refer(s1), {"vv": 1}, date="2020-08")])
    wait_for_tasks()
    look(panel, qtbot)
    (row,) = panel.rows()
    # What is given stays, and only what follows from it is found out.
    assert row.ref.name == "S1" and dict(row.bands) == {"vv": 1} and row.date == "2020-08"
    assert row.unit_text == "dB"


# -- the area


def test_status_follows_the_area(panel: InputsPanel, s2: QgsRasterLayer, qtbot: QtBot) -> None:
    panel.add_layers([s2])
    look(panel, qtbot)
    half = Area((X - 640, Y - 640, X + 640, Y), UTM)
    with qtbot.waitSignal(panel.status_changed, timeout=20000):
        panel.set_area(half)
    assert "Covers 50 % of the area" in cell(panel, 0, Column.STATUS)
    # Only the last of many areas counts, in whatever order the answers come.
    for step in range(20):
        panel.set_area(Area((X - 640 + step, Y - 640, X + 640, Y), UTM))
        QApplication.processEvents()
    far = Area((X + 9000, Y - 640, X + 9640, Y), UTM)
    panel.set_area(far)
    qtbot.waitUntil(lambda: panel.model.entries[0].status.level == "error", timeout=20000)
    wait_for_tasks()
    QApplication.processEvents()
    assert "not touch" in panel.problem_text()


def test_a_row_that_is_looked_at_meanwhile_knows_the_new_area(
    panel: InputsPanel, s2: QgsRasterLayer, qtbot: QtBot
) -> None:
    panel.add_layers([s2])
    panel.set_area(Area((X - 640, Y - 640, X + 640, Y), UTM))
    qtbot.waitUntil(lambda: "50 %" in str(cell(panel, 0, Column.STATUS)), timeout=20000)


# -- the project


def test_removed_layers_leave_with_a_notice(
    panel: InputsPanel, new_project: QgsProject, s2: QgsRasterLayer, s1: QgsRasterLayer, qtbot: QtBot
) -> None:
    panel.add_layers([s2, s1])
    look(panel, qtbot)
    with qtbot.waitSignals([panel.noticed, panel.changed]):
        new_project.removeMapLayer(s2.id())
    assert [row.ref.name for row in panel.rows()] == ["S1"]
    notices: list[str] = []
    panel.noticed.connect(notices.append)
    new_project.clear()
    assert panel.rows() == () and notices == []


def test_a_layer_removed_while_it_is_looked_at(
    panel: InputsPanel, new_project: QgsProject, s2: QgsRasterLayer, s1: QgsRasterLayer, qtbot: QtBot
) -> None:
    panel.add_layers([s2, s1])
    new_project.removeMapLayer(s2.id())
    wait_for_tasks()
    look(panel, qtbot)
    assert [row.ref.name for row in panel.rows()] == ["S1"]


def test_renamed_layers_and_other_sources(panel: InputsPanel, s2: QgsRasterLayer, tmp_path: Path, qtbot: QtBot) -> None:
    panel.add_layers([s2])
    s2.setName("Renamed")
    look(panel, qtbot)
    assert cell(panel, 0, Column.LAYER) == "Renamed"
    s2.setName("Again")
    assert cell(panel, 0, Column.LAYER) == "Again"
    other = write_raster(tmp_path / "thermal.tif", np.full((1, 64, 64), 290.0, np.float32), names=("lwir11",))
    s2.setDataSource(other, "Again", "gdal")
    look(panel, qtbot)
    (row,) = panel.rows()
    assert row.modalities == ("thermal",) and row.ref.source == other


def test_rows_are_removed_with_the_keyboard(
    panel: InputsPanel, s2: QgsRasterLayer, s1: QgsRasterLayer, add_layer: AddLayer, qtbot: QtBot
) -> None:
    dem = add_layer("dem", np.full((1, 64, 64), 300.0, np.float32), names=("elevation",))
    panel.add_layers([s2, s1, dem])
    assert panel.table.selected_rows == [0, 1, 2]
    panel.table.select_rows([0, 2])
    with qtbot.waitSignal(panel.changed):
        qtbot.keyClick(panel.table, Qt.Key.Key_Delete)
    assert [row.ref.name for row in panel.rows()] == ["S1"]
    qtbot.keyClick(panel.table, Qt.Key.Key_Delete)
    assert len(panel.rows()) == 1
    assert len(QgsProject.instance().mapLayers()) == 3


# -- the editor


def test_every_guess_can_be_corrected(panel: InputsPanel, s2: QgsRasterLayer, qtbot: QtBot) -> None:
    panel.add_layers([s2])
    look(panel, qtbot)
    editor = edit(panel, 0, qtbot)
    assert editor.bands.rowCount() == len(SENTINEL2)
    assert "Sentinel-2" in editor.reasons.toPlainText()
    assert editor.read_as.text() == "reflectance × 10000"
    combo(editor, 1).setCurrentIndex(0)
    retype(combo(editor, 8).lineEdit(), "my own band", qtbot)
    editor.unit.setCurrentIndex(editor.unit.findData("reflectance"))
    retype(editor.scale, "0.001", qtbot)
    retype(editor.offset, "-0.1", qtbot)
    retype(editor.date, "2019-07", qtbot)
    assert editor.read_as.text() == "reflectance × 1000, offset -100"
    with qtbot.waitSignal(panel.changed):
        ok(editor, qtbot)
    (row,) = panel.rows()
    assert "blue" not in row.bands and row.bands["my own band"] == 8 and row.bands["red"] == 3
    assert (row.unit, row.scale, row.offset, row.date) == ("reflectance", 0.001, -0.1, "2019-07")
    assert cell(panel, 0, Column.UNIT) == "reflectance × 1000, offset -100"
    look(panel, qtbot)
    assert "assumed" not in panel.model.entries[0].status.text


def test_editor_lets_nothing_wrong_through(panel: InputsPanel, s1: QgsRasterLayer, qtbot: QtBot) -> None:
    panel.add_layers([s1])
    look(panel, qtbot)
    editor = edit(panel, 0, qtbot)
    accept = editor.buttons.button(QDialogButtonBox.StandardButton.Ok)
    combo(editor, 2).set_band("vv")
    assert not accept.isEnabled() and "'vv'" in editor.problem.text()
    combo(editor, 2).set_band("")
    assert accept.isEnabled() and not editor.problem.isVisible()
    combo(editor, 1).set_band("")
    assert not accept.isEnabled() and "at least one band" in editor.problem.text()
    combo(editor, 1).set_band("vh")
    retype(editor.date, "2020-02-30", qtbot)
    assert not accept.isEnabled() and "2020-02-30" in editor.problem.text()
    retype(editor.date, "2020", qtbot)
    retype(editor.scale, "0", qtbot)
    assert not accept.isEnabled() and "scale of 0" in editor.problem.text()
    retype(editor.scale, "-", qtbot)
    assert not accept.isEnabled() and "'-'" in editor.problem.text()
    qtbot.keyClick(editor.scale, Qt.Key.Key_Backspace)
    ok(editor, qtbot)
    (row,) = panel.rows()
    assert dict(row.bands) == {"vh": 1} and row.date == "2020" and row.scale is None


def test_units_are_those_of_the_modality(panel: InputsPanel, s1: QgsRasterLayer, qtbot: QtBot) -> None:
    panel.add_layers([s1])
    look(panel, qtbot)
    editor = edit(panel, 0, qtbot)

    def units() -> list[object]:
        return [editor.unit.itemData(number) for number in range(editor.unit.count())]

    assert units() == [None, "dB", "linear", "amplitude"]
    editor.unit.setCurrentIndex(2)
    combo(editor, 1).set_band("red")
    combo(editor, 2).set_band("")
    assert units() == [None, "reflectance", "DN"] and editor.unit.currentData() is None
    editor.reject()
    assert set(panel.rows()[0].bands) == {"vv", "vh"}


def test_guess_again_forgets_corrections(panel: InputsPanel, s2: QgsRasterLayer, qtbot: QtBot) -> None:
    panel.add_layers([s2])
    look(panel, qtbot)
    guessed = panel.rows()[0]
    editor = edit(panel, 0, qtbot)
    combo(editor, 3).set_band("pan")
    retype(editor.date, "1999", qtbot)
    ok(editor, qtbot)
    assert panel.rows()[0] != guessed
    look(panel, qtbot)
    editor = edit(panel, 0, qtbot)
    qtbot.mouseClick(editor.buttons.button(QDialogButtonBox.StandardButton.RestoreDefaults), LEFT)
    ok(editor, qtbot)
    assert panel.rows()[0] == guessed


def test_one_layer_feeds_several_modalities_by_its_bands(panel: InputsPanel, add_layer: AddLayer, qtbot: QtBot) -> None:
    layer = add_layer("unnamed", reflectance(5))
    panel.add_layers([layer])
    look(panel, qtbot)
    assert panel.rows()[0].bands == {} and "not known" in panel.problem_text()
    editor = edit(panel, 0, qtbot)
    for band, name in enumerate(("red", "nir", "pan"), 1):
        combo(editor, band).set_band(name)
    ok(editor, qtbot)
    look(panel, qtbot)
    assert panel.rows()[0].modalities == ("optical", "infrared", "panchromatic")
    assert panel.problem_text() == ""


def test_editing_a_row_whose_layer_goes(
    panel: InputsPanel, new_project: QgsProject, s2: QgsRasterLayer, qtbot: QtBot
) -> None:
    panel.add_layers([s2])
    look(panel, qtbot)
    editor = edit(panel, 0, qtbot)
    new_project.removeMapLayer(s2.id())
    ok(editor, qtbot)
    assert panel.rows() == ()


def test_the_wheel_changes_no_band(panel: InputsPanel, s2: QgsRasterLayer, qtbot: QtBot) -> None:
    panel.add_layers([s2])
    look(panel, qtbot)
    editor = edit(panel, 0, qtbot)
    assert combo(editor, 1).focusPolicy() == Qt.FocusPolicy.StrongFocus
    assert all(isinstance(editor.bands.cellWidget(row, 1), BandCombo) for row in range(editor.bands.rowCount()))
    editor.reject()


@pytest.mark.parametrize(
    ("text", "right"),
    [("2020", True), ("2020-12", True), ("2020-12-31", True), ("2020-13", False), ("2020-02-30", False), ("x", False)],
)
def test_dates(text: str, right: bool) -> None:
    assert is_date(text) == right


def test_role_problem_counts_bands() -> None:
    assert role_problem(["red", *(f"b{number}" for number in range(300))], "", None) != ""
    assert role_problem(["red", *(f"b{number}" for number in range(299))], "2020-01", 0.5) == ""


# -- the table


def test_narrow_and_wide(panel: InputsPanel, s2: QgsRasterLayer, qtbot: QtBot) -> None:
    panel.add_layers([s2])
    look(panel, qtbot)
    for width, columns in ((340, {Column.LAYER}), (1100, set(Column)), (340, {Column.LAYER})):
        panel.resize(width, 300)
        QApplication.processEvents()
        assert {column for column in Column if not panel.table.isColumnHidden(column)} == columns
        assert panel.table.horizontalHeader().isVisible() == (len(columns) > 1)
        assert panel.table.horizontalHeader().length() <= panel.table.viewport().width()


def test_the_table_grows_with_its_rows(panel: InputsPanel, add_layer: AddLayer, qtbot: QtBot) -> None:
    empty = panel.table.height()
    layers = [add_layer(f"layer{number}", reflectance(1), names=("B8",)) for number in range(9)]
    panel.add_layers(layers[:4])
    QApplication.processEvents()
    four = panel.table.height()
    panel.add_layers(layers[4:])
    QApplication.processEvents()
    assert empty < four < panel.table.height() < 3 * empty + 20
    look(panel, qtbot)
    assert not panel.findChildren(QLabel, "error")


def test_closing_lets_go_of_layers(session: Session, new_project: QgsProject, s2: QgsRasterLayer, qtbot: QtBot) -> None:
    panel = InputsPanel(session)
    qtbot.addWidget(panel)
    panel.add_layers([s2])
    before = s2.receivers(s2.nameChanged)
    panel.close_down()
    assert s2.receivers(s2.nameChanged) == before - 1
    wait_for_tasks()
    assert panel.rows() == ()
    new_project.removeMapLayer(s2.id())
