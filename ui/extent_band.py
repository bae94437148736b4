"""The outline of the working area on the map canvas."""

from __future__ import annotations

from typing import Optional

from qgis.core import (
    QgsCoordinateTransform,
    QgsCsException,
    QgsGeometry,
    QgsProject,
    QgsRectangle,
)
from qgis.gui import QgsMapCanvas, QgsRubberBand
from qgis.PyQt.QtCore import QObject, Qt
from qgis.PyQt.QtGui import QColor

from ..plugin.form import Area
from ..plugin.layers.crs import crs_of

#: An edge is drawn through this many points, because a straight line in one CRS is curved in another.
_POINTS_PER_EDGE = 20
_STROKE = QColor(126, 70, 160)
_FILL = QColor(126, 70, 160, 30)


class ExtentBand(QObject):
    """Outlines an area on a canvas, in whatever CRS the canvas shows."""

    def __init__(self, canvas: QgsMapCanvas, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._canvas = canvas
        self._area: Optional[Area] = None
        self._shown = False
        self._band: Optional[QgsRubberBand] = QgsRubberBand(canvas)
        self._band.setStrokeColor(_STROKE)
        self._band.setFillColor(_FILL)
        self._band.setWidth(2)
        self._band.setLineStyle(Qt.PenStyle.DashLine)
        canvas.destinationCrsChanged.connect(self._draw)

    def set_area(self, area: Optional[Area]) -> None:
        """Outline ``area``, or nothing."""
        if area != self._area:
            self._area = area
            self._draw()

    def set_shown(self, shown: bool) -> None:
        """Show or hide the outline; it is remembered while hidden."""
        self._shown = shown
        self._draw()

    @property
    def outline(self) -> QgsGeometry:
        """What is on the canvas, in the canvas' CRS; empty when nothing is."""
        if self._band is None or not self._band.isVisible():
            return QgsGeometry()
        return self._band.asGeometry()

    def remove(self) -> None:
        """Take the outline off the canvas for good."""
        if self._band is not None:
            self._canvas.destinationCrsChanged.disconnect(self._draw)
            self._canvas.scene().removeItem(self._band)
            self._band = None

    def _draw(self) -> None:
        if self._band is None:
            return
        outline = self._outline_of(self._area) if self._shown and self._area is not None else None
        if outline is None:
            self._band.reset()
            self._band.hide()
        else:
            self._band.setToGeometry(outline, None)
            self._band.show()

    def _outline_of(self, area: Area) -> Optional[QgsGeometry]:
        """The area in the canvas' CRS; None where that CRS cannot show it."""
        outline = QgsGeometry.fromRect(QgsRectangle(*area.extent)).densifyByCount(_POINTS_PER_EDGE)
        crs = crs_of(area.crs)
        target = self._canvas.mapSettings().destinationCrs()
        if target.isValid() and crs != target:
            try:
                outline.transform(QgsCoordinateTransform(crs, target, QgsProject.instance()))
            except QgsCsException:
                return None
        return outline
