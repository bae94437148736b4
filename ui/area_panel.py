"""*Area*: the extent to work on, the pixel grid that follows from it, and its outline on the map."""

from __future__ import annotations

from pathlib import Path
from typing import Optional

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsProject,
    QgsRectangle,
)
from qgis.gui import QgsExtentWidget, QgsMapCanvas
from qgis.PyQt import sip, uic
from qgis.PyQt.QtCore import QLocale, pyqtSignal
from qgis.PyQt.QtWidgets import QLineEdit, QWidget

from ..plugin.form import Area
from ..plugin.i18n import tr
from ..plugin.layers.crs import crs_of, crs_text
from ..plugin.layers.grid import WorkingGrid
from .extent_band import ExtentBand
from .icons import set_state
from .quantities import pixels_text


class AreaPanel(QWidget):
    """Chooses an area; none means the whole layer.

    An area is kept as it was given, in its own CRS: only the numbers in the widget follow the CRS of the project, so
    that an area that comes from a layer's grid stays on it.
    """

    changed = pyqtSignal()

    def __init__(self, canvas: QgsMapCanvas, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        uic.loadUi(str(Path(__file__).with_suffix(".ui")), self)
        self._canvas = canvas
        self._area: Optional[Area] = None
        self._showing = False
        self._band = ExtentBand(canvas, self)
        self.extent.setNullValueAllowed(True, tr("Whole layer"))
        self.extent.clear()
        # The first line that can be seen: the widget keeps those of its other style as well.
        line = next(edit for edit in self._edits() if edit.isVisibleTo(self.extent))
        line.setAccessibleName(tr("Extent"))
        self.extent.setFocusProxy(line)
        self._follow_project()
        self._follow_canvas()
        # Last, because it puts the canvas' extent into the widget's menu.
        self.extent.setMapCanvas(canvas, True)
        self.extent.extentChanged.connect(self._extent_changed)
        self.view_button.clicked.connect(self.use_current_view)
        self.draw_button.clicked.connect(self.extent.setOutputExtentFromDrawOnCanvas)
        self.whole_button.clicked.connect(lambda: self._choose(None))
        canvas.extentsChanged.connect(self._follow_canvas)
        canvas.destinationCrsChanged.connect(self._follow_canvas)
        QgsProject.instance().crsChanged.connect(self._follow_project)
        self.show_grid(None)

    def area(self) -> Optional[Area]:
        """The area to work on; None for the whole layer."""
        return self._area

    def set_area(self, area: Optional[Area]) -> None:
        """Show ``area``, silently."""
        self._area = area
        self._band.set_area(area)
        self._showing = True
        try:
            if area is None:
                self.extent.clear()
            else:
                self.extent.setOutputExtentFromUser(QgsRectangle(*area.extent), crs_of(area.crs))
        finally:
            self._showing = False
        self._tidy()

    def use_current_view(self) -> None:
        """Take what the canvas shows."""
        crs = self._canvas.mapSettings().destinationCrs()
        if crs.isValid() and not self._canvas.extent().isEmpty():
            self._choose(_area_of(self._canvas.extent(), crs))

    def show_grid(self, grid: Optional[WorkingGrid], problem: str = "") -> None:
        """Say which pixels are worked on and outline them; or, without a grid, why there is none."""
        if grid is None:
            set_state(self.grid_icon, self.grid_text, "info", problem)
            self._band.set_area(self._area)
        else:
            set_state(self.grid_icon, self.grid_text, "ok", grid_sentence(grid))
            self._band.set_area(Area(grid.extent, grid.crs))

    def set_band_shown(self, shown: bool) -> None:
        """Show or hide the outline on the map."""
        self._band.set_shown(shown)

    def close_down(self) -> None:
        """Let go of canvas and project."""
        self._canvas.extentsChanged.disconnect(self._follow_canvas)
        self._canvas.destinationCrsChanged.disconnect(self._follow_canvas)
        QgsProject.instance().crsChanged.disconnect(self._follow_project)
        self._band.remove()
        # Its tool for drawing is a child of the canvas that it deletes itself: at once, while there is a canvas.
        sip.delete(self.extent)

    def _choose(self, area: Optional[Area]) -> None:
        if area != self._area:
            self.set_area(area)
            self.changed.emit()

    def _extent_changed(self, extent: QgsRectangle) -> None:
        if self._showing:
            return
        self._area = None
        if self.extent.isValid() and not extent.isEmpty():
            self._area = self._layer_area(extent) or _area_of(extent, self.extent.outputCrs())
        self._band.set_area(self._area)
        self._tidy()
        self.changed.emit()

    def _tidy(self) -> None:
        """Show the start of the numbers, which is what tells, unless somebody is typing them."""
        self.whole_button.setEnabled(self._area is not None)
        for edit in self._edits():
            if not edit.hasFocus():
                edit.setCursorPosition(0)

    def _edits(self) -> list[QLineEdit]:
        return list(self.extent.findChildren(QLineEdit))

    def _layer_area(self, extent: QgsRectangle) -> Optional[Area]:
        """The extent of the layer that was chosen in the widget, in the layer's own CRS; None when none was.

        The widget gives the bounding box in the CRS of the project, in which a layer of another CRS is larger.
        """
        if self.extent.extentState() != QgsExtentWidget.ExtentState.ProjectLayerExtent:
            return None
        for layer in QgsProject.instance().mapLayersByName(self.extent.extentLayerName()):
            transform = QgsCoordinateTransform(layer.crs(), self.extent.outputCrs(), QgsProject.instance())
            try:
                box = transform.transformBoundingBox(layer.extent())
            except QgsCsException:
                continue
            tolerance = 1e-6 * max(extent.width(), extent.height())
            if _distance(box, extent) <= tolerance and layer.crs().isValid():
                return _area_of(layer.extent(), layer.crs())
        return None

    def _follow_project(self) -> None:
        crs = QgsProject.instance().crs()
        for widget in (self.extent, self.view_button, self.draw_button):
            widget.setEnabled(crs.isValid())
        if crs.isValid():
            self._showing = True
            try:
                self.extent.setOutputCrs(crs)
            finally:
                self._showing = False
            self.set_area(self._area)

    def _follow_canvas(self) -> None:
        settings = self._canvas.mapSettings()
        self._showing = True
        try:
            self.extent.setCurrentExtent(settings.extent(), settings.destinationCrs())
        finally:
            self._showing = False


def grid_sentence(grid: WorkingGrid) -> str:
    """A working grid in words: ``1 200 × 900 pixels of 10 m (1.1 Mpx). Pixels of 'S2'.``"""
    locale = QLocale()
    sizes = [locale.toString(size, "g", 6) for size in grid.pixel_size]
    size = sizes[0] if sizes[0] == sizes[1] else f"{sizes[0]} × {sizes[1]}"
    text = tr("{width} × {height} pixels of {size} {unit} ({pixels})").format(
        width=locale.toString(grid.width),
        height=locale.toString(grid.height),
        size=size,
        unit=grid.pixel_unit,
        pixels=pixels_text(grid.width * grid.height),
    )
    return f"{text}. {grid.reason}" if grid.reason else text


def _area_of(extent: QgsRectangle, crs: QgsCoordinateReferenceSystem) -> Area:
    return Area((extent.xMinimum(), extent.yMinimum(), extent.xMaximum(), extent.yMaximum()), crs_text(crs))


def _distance(one: QgsRectangle, other: QgsRectangle) -> float:
    """The largest difference of any side."""
    return max(
        abs(one.xMinimum() - other.xMinimum()),
        abs(one.yMinimum() - other.yMinimum()),
        abs(one.xMaximum() - other.xMaximum()),
        abs(one.yMaximum() - other.yMaximum()),
    )
