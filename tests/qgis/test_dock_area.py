"""The dock's *Area*, its outline on the map, and the dock around its panels, driven as a user does."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from qgis.core import QgsCoordinateReferenceSystem, QgsProject, QgsRasterLayer, QgsRectangle, QgsWkbTypes
from qgis.gui import QgsMapCanvas, QgsMapToolPan
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtWidgets import QAbstractButton, QApplication, QGroupBox, QLabel, QLineEdit, QToolButton, QWidget
from scenefill.core.job import GapSource
from scenefill.plugin.form import Area, Form, How, Wish
from scenefill.plugin.history import RunRecord
from scenefill.plugin.jobs import build_job, write_job
from scenefill.plugin.layers.grid import WorkingGrid
from scenefill.plugin.layers.guess import guess_row
from scenefill.plugin.layers.inspect import inspect
from scenefill.plugin.layers.refs import refer
from scenefill.plugin.session import Session
from scenefill.tests.qgis.desk import Desk
from scenefill.tests.qgis_rasters import TRANSFORM, UTM, layer_of, reflectance, write_raster
from scenefill.ui.area_panel import AreaPanel, grid_sentence

X, Y = TRANSFORM[2], TRANSFORM[5]
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def canvas(new_project: QgsProject, qtbot: QtBot) -> QgsMapCanvas:
    new_project.setCrs(QgsCoordinateReferenceSystem(UTM))
    made = QgsMapCanvas()
    qtbot.addWidget(made)
    made.setDestinationCrs(new_project.crs())
    made.resize(400, 400)
    made.show()
    made.setExtent(QgsRectangle(X, Y - 4000, X + 4000, Y))
    return made


@pytest.fixture
def panel(canvas: QgsMapCanvas, qtbot: QtBot) -> Iterator[AreaPanel]:
    made = AreaPanel(canvas)
    qtbot.addWidget(made)
    made.set_band_shown(True)
    made.show()
    yield made
    made.close_down()


@pytest.fixture
def layer(new_project: QgsProject, tmp_path: Path) -> QgsRasterLayer:
    path = write_raster(tmp_path / "s2.tif", reflectance(4), names=("B2", "B3", "B4", "B8"))
    return new_project.addMapLayer(layer_of(path, "S2"))


def line_of(panel: AreaPanel) -> QLineEdit:
    """The line of the extent widget that is seen."""
    return next(edit for edit in panel.extent.findChildren(QLineEdit) if edit.isVisible())


def type_extent(line: QLineEdit, text: str, qtbot: QtBot) -> None:
    line.window().activateWindow()
    line.setFocus()
    qtbot.waitUntil(line.hasFocus)
    line.selectAll()
    qtbot.keyClicks(line, text)


def outline(canvas: QgsMapCanvas) -> QgsRectangle:
    """What is drawn on the map."""
    bands = [item for item in canvas.scene().items() if type(item).__name__ == "QgsRubberBand"]
    shown = [band for band in bands if band.isVisible()]
    return shown[0].asGeometry().boundingBox() if shown else QgsRectangle()


def near(rectangle: QgsRectangle, extent: tuple[float, ...], tolerance: float = 0.01) -> bool:
    sides = (rectangle.xMinimum(), rectangle.yMinimum(), rectangle.xMaximum(), rectangle.yMaximum())
    return all(abs(one - other) <= tolerance for one, other in zip(sides, extent))


def test_nothing_chosen_is_the_whole_layer(panel: AreaPanel) -> None:
    assert panel.area() is None
    assert line_of(panel).text() == "Whole layer"
    assert outline(panel._canvas).isNull()
    assert not panel.whole_button.isEnabled()


def test_drawn_on_the_map(panel: AreaPanel, canvas: QgsMapCanvas, qtbot: QtBot) -> None:
    before = QgsMapToolPan(canvas)
    canvas.setMapTool(before)
    qtbot.mouseClick(panel.draw_button, LEFT)
    assert canvas.mapTool() is not before
    viewport = canvas.viewport()
    with qtbot.waitSignal(panel.changed):
        qtbot.mousePress(viewport, LEFT, pos=QPoint(100, 100))
        qtbot.mouseMove(viewport, QPoint(200, 300))
        qtbot.mouseRelease(viewport, LEFT, pos=QPoint(200, 300))
    transform = canvas.getCoordinateTransform()
    corners = transform.toMapCoordinates(100, 300), transform.toMapCoordinates(200, 100)
    area = panel.area()
    assert area is not None and area.crs == UTM
    assert near(QgsRectangle(*area.extent), (*corners[0], *corners[1]), 1.5 * canvas.mapUnitsPerPixel())
    assert near(outline(panel._canvas), area.extent)
    assert canvas.mapTool() is before


def test_current_view_is_that_of_now(panel: AreaPanel, canvas: QgsMapCanvas, qtbot: QtBot) -> None:
    canvas.setExtent(QgsRectangle(X + 100, Y - 900, X + 700, Y - 300))
    with qtbot.waitSignal(panel.changed):
        qtbot.mouseClick(panel.view_button, LEFT)
    extent = canvas.extent()
    seen = Area((extent.xMinimum(), extent.yMinimum(), extent.xMaximum(), extent.yMaximum()), UTM)
    assert panel.area() == seen
    canvas.setExtent(QgsRectangle(X, Y - 100, X + 100, Y))
    assert panel.area() == seen


def test_typed_extent_and_clearing(panel: AreaPanel, qtbot: QtBot) -> None:
    type_extent(line_of(panel), f"{X},{X + 500},{Y - 800},{Y} [{UTM}]", qtbot)
    assert panel.area() == Area((X, Y - 800, X + 500, Y), UTM)
    with qtbot.waitSignal(panel.changed):
        qtbot.mouseClick(panel.whole_button, LEFT)
    assert panel.area() is None
    assert outline(panel._canvas).isNull()


def test_clearing_the_line_clears_the_area(panel: AreaPanel, qtbot: QtBot) -> None:
    panel.set_area(Area((X, Y - 500, X + 500, Y), UTM))
    with qtbot.waitSignal(panel.changed):
        line_of(panel).clearValue()
    assert panel.area() is None


def test_a_layers_extent_stays_in_the_layers_crs(
    panel: AreaPanel, new_project: QgsProject, layer: QgsRasterLayer, qtbot: QtBot
) -> None:
    new_project.setCrs(QgsCoordinateReferenceSystem("EPSG:3857"))
    menu = next(button.menu() for button in panel.extent.findChildren(QToolButton) if button.menu() is not None)
    menu.aboutToShow.emit()
    layers = next(action.menu() for action in menu.actions() if action.menu() is not None)
    layers.aboutToShow.emit()
    with qtbot.waitSignal(panel.changed):
        next(action for action in layers.actions() if action.text() == "S2").trigger()
    # In the project's CRS its bounding box is larger than the layer.
    assert panel.area() == Area((X, Y - 640, X + 640, Y), UTM)
    assert panel.extent.outputCrs().authid() == "EPSG:3857"


def test_given_area_is_kept_exactly_whatever_the_project_shows(panel: AreaPanel, new_project: QgsProject) -> None:
    area = Area((X + 10, Y - 330, X + 470, Y - 20), UTM)
    heard = []
    panel.changed.connect(lambda: heard.append(panel.area()))
    panel.set_area(area)
    for crs in ("EPSG:4326", "EPSG:3857", UTM):
        new_project.setCrs(QgsCoordinateReferenceSystem(crs))
        assert panel.area() == area
        assert crs in line_of(panel).text()
    assert heard == []


def test_without_a_crs_there_is_only_the_whole_layer(panel: AreaPanel, new_project: QgsProject) -> None:
    new_project.setCrs(QgsCoordinateReferenceSystem())
    assert not (panel.extent.isEnabled() or panel.view_button.isEnabled() or panel.draw_button.isEnabled())
    new_project.setCrs(QgsCoordinateReferenceSystem(UTM))
    assert panel.extent.isEnabled() and panel.view_button.isEnabled() and panel.draw_button.isEnabled()


def test_outline_follows_the_map(panel: AreaPanel, canvas: QgsMapCanvas) -> None:
    panel.set_area(Area((X, Y - 1000, X + 1000, Y), UTM))
    assert near(outline(panel._canvas), (X, Y - 1000, X + 1000, Y))
    canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:4326"))
    assert near(outline(panel._canvas), (9.0, 49.643, 9.0139, 49.652), 0.01)
    panel.set_band_shown(False)
    assert outline(panel._canvas).isNull()
    panel.set_band_shown(True)
    canvas.setDestinationCrs(QgsCoordinateReferenceSystem(UTM))
    assert near(outline(panel._canvas), (X, Y - 1000, X + 1000, Y))


def test_closing_takes_the_outline_off_the_map(canvas: QgsMapCanvas, qtbot: QtBot) -> None:
    before = len(canvas.scene().items())
    panel = AreaPanel(canvas)
    qtbot.addWidget(panel)
    panel.set_band_shown(True)
    panel.set_area(Area((X, Y - 1000, X + 1000, Y), UTM))
    assert outline(panel._canvas).width() == 1000
    panel.close_down()
    assert len(canvas.scene().items()) == before
    canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:4326"))
    QgsProject.instance().setCrs(QgsCoordinateReferenceSystem("EPSG:4326"))


def test_grid_in_words_and_on_the_map(panel: AreaPanel) -> None:
    extent = (X, Y - 9000.0, X + 12000.0, Y)
    grid = WorkingGrid(UTM, (10.0, 10.0), "m", 1200, 900, extent, "S2", "Pixels of 'S2'.")
    panel.show_grid(grid)
    assert panel.grid_text.text() == grid_sentence(grid) == "1,200 × 900 pixels of 10 m (1.1 Mpx). Pixels of 'S2'."
    assert not panel.grid_icon.pixmap().isNull()
    assert near(outline(panel._canvas), extent)
    panel.show_grid(None, "The area is empty.")
    assert panel.grid_text.text() == "The area is empty."
    assert outline(panel._canvas).isNull()
    degrees = replace(grid, pixel_size=(0.0001, 0.0002), pixel_unit="°", reason="")
    assert grid_sentence(degrees) == "1,200 × 900 pixels of 0.0001 × 0.0002 ° (1.1 Mpx)"


# -- the dock


@pytest.fixture
def desk(session: Session, new_project: QgsProject, tmp_path: Path) -> Iterator[Desk]:
    new_project.setCrs(QgsCoordinateReferenceSystem(UTM))
    made = Desk(session, tmp_path)
    made.canvas.setDestinationCrs(new_project.crs())
    yield made
    made.close()


def filled_form(layer: QgsRasterLayer) -> Form:
    ref = refer(layer)
    row = guess_row(ref, inspect(ref))
    return Form(
        area=Area((X, Y - 320, X + 320, Y), UTM),
        inputs=(row,),
        wish=Wish("fill", ("sar",), 0, (GapSource("nodata"),)),
        how=How(),
        title="A title",
    )


def test_form_goes_in_and_comes_out(desk: Desk, layer: QgsRasterLayer) -> None:
    form = filled_form(layer)
    desk.dock.set_form(form)
    desk.wait(lambda: not desk.dock.inputs_panel.problem_text(), "the look at the layer")
    assert desk.dock.form() == form
    assert desk.dock.area_panel.grid_text.text().startswith("32 × 32 pixels of 10 m")
    assert near(outline(desk.canvas), (X, Y - 320, X + 320, Y))
    desk.wait(lambda: desk.dock.run_panel.run.isEnabled(), "a form that can be run")
    # Another wish is not what the title told of.
    desk.click(desk.dock.wish_panel.kind_synthesise)
    assert desk.dock.form().title == ""


def test_grid_follows_what_is_typed(desk: Desk, layer: QgsRasterLayer, qtbot: QtBot) -> None:
    desk.dock.set_form(filled_form(layer))
    line = line_of(desk.dock.area_panel)
    type_extent(line, f"{X},{X + 100},{Y - 200},{Y} [{UTM}]", qtbot)
    text = desk.dock.area_panel.grid_text
    desk.wait(lambda: text.text().startswith("10 × 20 pixels of 10 m"), "the grid of the area")
    type_extent(line, f"{X + 9000},{X + 9100},{Y - 200},{Y} [{UTM}]", qtbot)
    desk.wait(lambda: "does not touch" in text.text(), "the problem of the area")
    desk.wait(lambda: not desk.dock.run_panel.run.isEnabled(), "Run to be disabled")
    assert "does not touch" in desk.dock.run_panel.problem_text.text()


def test_opened_run_fills_the_form(desk: Desk, layer: QgsRasterLayer, tmp_path: Path) -> None:
    form = filled_form(layer)
    path = tmp_path / "job.json"
    write_job(build_job(form, str(tmp_path / "results")), str(path))
    record = RunRecord("a", "A title", str(tmp_path / "results"), "done", "2026-01-01T00:00:00Z", job_path=str(path))
    desk.dock.run_panel.record_opened.emit(record)
    assert desk.dock.form().area == form.area
    assert desk.dock.form().wish == form.wish
    assert desk.dock.form().title == "A title"
    assert [row.ref.layer_id for row in desk.dock.form().inputs] == [layer.id()]
    path.unlink()
    desk.dock.run_panel.record_opened.emit(record)
    assert desk.shown_errors() != ""


def test_layer_action_and_current_view(desk: Desk, layer: QgsRasterLayer) -> None:
    desk.canvas.setExtent(QgsRectangle(X, Y - 300, X + 300, Y))
    desk.dock.use_current_view()
    desk.dock.fill_layers([layer])
    assert desk.dock.wish_panel.kind() == "fill"
    assert desk.dock.form().wish.fill == 0
    desk.wait(lambda: desk.dock.run_panel.run.isEnabled(), "a form that can be run")
    assert desk.dock.form().inputs[0].modalities == ("optical", "infrared")
    assert desk.dock.form().area.crs == UTM


def test_outline_is_seen_with_the_dock(desk: Desk, layer: QgsRasterLayer) -> None:
    desk.dock.set_form(filled_form(layer))
    assert not outline(desk.canvas).isNull()
    desk.dock.setUserVisible(False)
    desk.wait(lambda: outline(desk.canvas).isNull(), "the outline to be hidden")
    desk.dock.setUserVisible(True)
    desk.wait(lambda: not outline(desk.canvas).isNull(), "the outline to be shown")


def test_closed_project_empties_the_form(desk: Desk, layer: QgsRasterLayer, new_project: QgsProject) -> None:
    desk.dock.set_form(filled_form(layer))
    new_project.clear()
    assert desk.dock.form().inputs == ()
    assert desk.dock.form().area is None
    assert desk.shown_errors() == ""


def test_help_and_options_are_asked_for(desk: Desk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.dock.help_requested):
        desk.click(desk.dock.contents.help_button)
    desk.wait(lambda: desk.session.device is not None, "the device")
    with qtbot.waitSignal(desk.dock.options_requested):
        desk.click(desk.dock.how_panel.device_bar.set_up)


@pytest.mark.parametrize("size", [(1366, 768), (1920, 1080)])
def test_fits_a_laptop(desk: Desk, layer: QgsRasterLayer, size: tuple[int, int]) -> None:
    desk.dock.set_form(filled_form(layer))
    desk.window.resize(*size)
    desk.dock.how_panel.advanced.setCollapsed(False)
    QApplication.processEvents()
    scroll = desk.dock.contents.scroll
    assert desk.window.height() <= size[1]
    assert desk.dock.minimumSizeHint().width() <= 400
    assert scroll.widget().width() <= scroll.viewport().width()
    # What matters is in sight however long the form is.
    for widget in (desk.dock.how_panel.device_bar, desk.dock.run_panel.run, desk.dock.run_panel.cancel):
        below = widget.mapTo(desk.window, QPoint(0, widget.height())).y()
        assert widget.isVisible() and below <= desk.window.height()


def states(desk: Desk) -> Iterator[str]:
    """The faces of the form, one after the other."""
    wish = desk.dock.wish_panel
    desk.dock.how_panel.advanced.setCollapsed(False)
    yield "fill"
    for box in (wish.gaps.clouds, wish.gaps.mask, wish.gaps.polygons):
        box.setChecked(True)
    yield "all gaps"
    for kind in (wish.kind_synthesise, wish.kind_imagine):
        kind.setChecked(True)
        yield kind.objectName()


def test_mnemonics_are_unique(desk: Desk, layer: QgsRasterLayer) -> None:
    desk.dock.set_form(filled_form(layer))
    for state in states(desk):
        texts = defaultdict(list)
        for widget in desk.dock.findChildren(QWidget):
            is_label = isinstance(widget, QLabel) and widget.buddy() is not None
            text = widget.text() if isinstance(widget, QAbstractButton) or is_label else ""
            found = re.search("&([^&])", text.replace("&&", ""))
            if found and widget.isVisibleTo(desk.dock):
                texts[found[1].upper()].append(text)
        assert {key: same for key, same in texts.items() if len(same) > 1} == {}, state


def test_tab_key_goes_from_top_to_bottom(desk: Desk, layer: QgsRasterLayer) -> None:
    desk.dock.set_form(filled_form(layer))
    for state in states(desk):
        QApplication.processEvents()
        start = desk.dock.contents.demo_button
        widget, tops = start, []
        while True:
            takes_tab = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isEnabled()
            if desk.dock.isAncestorOf(widget) and widget.isVisibleTo(desk.dock) and takes_tab:
                tops.append((widget.mapTo(desk.dock, QPoint(0, widget.height() // 2)).y(), widget.objectName()))
            widget = widget.nextInFocusChain()
            if widget is start:
                break
        footer = [name for _, name in tops].index("set_up_engine")
        steps = [(a, b) for a, b in zip(tops[: footer - 1], tops[1 : footer - 1]) if b[0] < a[0] - 12]
        assert steps == [], state


def test_every_field_says_what_it_is(desk: Desk) -> None:
    for state in states(desk):
        for widget in desk.dock.findChildren(QWidget):
            named = isinstance(widget, (QAbstractButton, QLineEdit)) and widget.isVisibleTo(desk.dock)
            if named and widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not widget.objectName().startswith("qt_"):
                parent = widget.parentWidget()
                told = [widget.toolTip(), widget.accessibleName(), parent.toolTip() if parent is not None else ""]
                text = widget.text() if isinstance(widget, QAbstractButton) else ""
                assert any((text, *told)), (state, type(widget).__name__, widget.objectName())
        assert all(
            box.title() for box in desk.dock.contents.sections.findChildren(QGroupBox) if box.isVisibleTo(desk.dock)
        )


def test_outline_is_a_polygon(panel: AreaPanel) -> None:
    panel.set_area(Area((X, Y - 1000, X + 1000, Y), UTM))
    assert panel._band.outline.type() == QgsWkbTypes.GeometryType.PolygonGeometry
