"""Moving the map."""

from __future__ import annotations

from qgis.core import QgsCoordinateTransform, QgsCsException, QgsProject, QgsRectangle
from qgis.gui import QgsMapCanvas

from ..plugin.form import Area
from ..plugin.layers.crs import crs_of
from ..plugin.log import logger

_MARGIN = 1.05


def zoom_to(canvas: QgsMapCanvas, area: Area) -> None:
    """Show an area with some margin; a canvas whose CRS cannot show it stays where it is."""
    transform = QgsCoordinateTransform(crs_of(area.crs), canvas.mapSettings().destinationCrs(), QgsProject.instance())
    try:
        extent = transform.transformBoundingBox(QgsRectangle(*area.extent))
    except QgsCsException as error:
        logger.debug("The map cannot show the area: %s", error)
        return
    extent.scale(_MARGIN)
    canvas.setExtent(extent)
    canvas.refresh()
