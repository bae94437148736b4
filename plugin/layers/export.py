"""What the engine cannot open, made into files that it can: copies of pixels, pictures of web services, polygons."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from qgis.core import QgsCoordinateTransform, QgsProject, QgsVectorFileWriter, QgsVectorLayer, QgsWkbTypes

from ...core.errors import SceneFillError
from ...core.feedback import Feedback, StageFeedback
from ..form import Form, InputRow
from .copy import copy_pixels
from .crs import crs_of
from .grid import WorkingGrid, working_grid
from .picture import draw_picture

_DRIVERS = {".gpkg": "GPKG", ".geojson": "GeoJSON", ".json": "GeoJSON"}


def export_polygons(layer: QgsVectorLayer, path: str, selected_only: bool) -> int:
    """Write the polygons of a layer, edits that are not saved yet included; on the main thread.

    Args:
        layer: of polygons.
        path: to be written; ``.gpkg`` keeps the layer's CRS, ``.geojson`` is in WGS 84.
        selected_only: the selected features alone.

    Returns:
        How many features were written.

    Raises:
        SceneFillError: ``no-selection``, ``not-polygons``, ``no-crs``, ``cannot-write``.
    """
    if layer.geometryType() != QgsWkbTypes.GeometryType.PolygonGeometry:
        raise SceneFillError("not-polygons", f"'{layer.name()}' does not hold polygons.", "Choose a layer of polygons.")
    if not layer.crs().isValid():
        raise SceneFillError(
            "no-crs", f"'{layer.name()}' has no coordinate reference system.", "Set it in the layer's properties."
        )
    if selected_only and layer.selectedFeatureCount() == 0:
        raise SceneFillError(
            "no-selection",
            f"Nothing is selected in '{layer.name()}'.",
            "Select the polygons that are to be filled, or use all of the layer.",
        )
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName = _DRIVERS[Path(path).suffix.lower()]
    options.layerName = "gaps"
    options.onlySelectedFeatures = selected_only
    options.attributes = []
    options.skipAttributeCreation = True
    # Without curves and heights, which not every reader of polygons knows.
    options.overrideGeometryType = QgsWkbTypes.Type.MultiPolygon
    context = QgsProject.instance().transformContext()
    if options.driverName == "GeoJSON":
        options.ct = QgsCoordinateTransform(layer.crs(), crs_of("EPSG:4326"), context)
        options.layerOptions = ["RFC7946=YES"]
    code, message, _, _ = QgsVectorFileWriter.writeAsVectorFormatV3(layer, path, context, options)
    if code != QgsVectorFileWriter.WriterError.NoError:
        raise SceneFillError(
            "cannot-write",
            f"The polygons of '{layer.name()}' could not be written.",
            "Check that the folder exists and the disk has room.",
            {"path": path, "cause": message},
        )
    return layer.selectedFeatureCount() if selected_only else layer.featureCount()


def fetch_services(form: Form, folder: str, feedback: Feedback) -> Form:
    """Copy or fetch the layers that the engine cannot open; in the background, needs no main thread.

    Pixels of rasters are copied as they are, cut to the area with a margin. Web services are drawn on the job's pixels
    as pictures of three colours, whose unit is ``DN``.

    Args:
        form: the request.
        folder: where the files go; must exist.
        feedback: progress, and whether to stop.

    Returns:
        The form with files in place of what was fetched.

    Raises:
        SceneFillError: ``no-area`` for a service without one, ``service-failed``, ``unreadable-raster``,
            ``unsupported-layer``, ``too-large``, ``cannot-write``, and those of :func:`.grid.working_grid`.
    """
    wanted = [i for i, row in enumerate(form.inputs) if row.ref.is_service]
    if not wanted or form.wish.kind == "imagine":
        return form
    grid = working_grid(form)
    rows = list(form.inputs)
    for number, index in enumerate(wanted):
        feedback.raise_if_cancelled()
        part = StageFeedback(feedback, number / len(wanted), (number + 1) / len(wanted), "fetch")
        path = str(Path(folder) / _file_name(index, rows[index].ref.name))
        rows[index] = _fetch(rows[index], path, grid, part, whole=form.area is None)
    return replace(form, inputs=tuple(rows))


def _fetch(row: InputRow, path: str, grid: WorkingGrid, feedback: Feedback, *, whole: bool) -> InputRow:
    if row.ref.is_picture:
        ref = draw_picture(row.ref, path, grid, feedback)
        return replace(row, ref=ref, unit="DN", scale=1.0, offset=0.0)
    return replace(row, ref=copy_pixels(row.ref, path, None if whole else grid, feedback))


def _file_name(index: int, name: str) -> str:
    """A name of ours: what a service is called may hold anything."""
    words = re.sub(r"[^A-Za-z0-9]+", "-", name).strip("-")[:40] or "layer"
    return f"input-{index + 1}-{words}.tif"
