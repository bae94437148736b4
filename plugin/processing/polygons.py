"""The polygons of a feature source as a file that the engine reads."""

from __future__ import annotations

from pathlib import Path

from qgis.core import (
    QgsFeature,
    QgsFeatureSink,
    QgsFields,
    QgsProcessingContext,
    QgsProcessingFeatureSource,
    QgsVectorFileWriter,
    QgsWkbTypes,
)

from ...core.errors import SceneFillError
from ..i18n import tr


def write_polygons(source: QgsProcessingFeatureSource, path: Path, context: QgsProcessingContext) -> int:
    """Write the geometries of a source (the selected ones where it says so) as a GeoPackage in the source's CRS.

    Returns:
        How many there are.

    Raises:
        SceneFillError: ``no-polygons``, ``no-crs``, ``cannot-write``.
    """
    if not source.sourceCrs().isValid():
        raise SceneFillError("no-crs", tr("The polygons have no CRS."), tr("Set the CRS of their layer."))
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName = "GPKG"
    options.layerName = "gaps"
    writer = QgsVectorFileWriter.create(
        str(path),
        QgsFields(),
        QgsWkbTypes.Type.MultiPolygon,
        source.sourceCrs(),
        context.transformContext(),
        options,
    )
    count = 0
    for feature in source.getFeatures():
        geometry = feature.geometry()
        if geometry.isEmpty() or not geometry.convertToMultiType():
            continue
        bare = QgsFeature()
        bare.setGeometry(geometry)
        count += bool(writer.addFeature(bare, QgsFeatureSink.Flag.FastInsert))
    problem = writer.errorMessage() if writer.hasError() != QgsVectorFileWriter.WriterError.NoError else ""
    del writer
    if problem:
        raise SceneFillError(
            "cannot-write",
            tr("The polygons could not be written: {problem}").format(problem=problem),
            tr("Choose another folder of the run, or check the disk."),
        )
    if count == 0:
        raise SceneFillError("no-polygons", tr("There are no polygons."), tr("Choose or select at least one."))
    return count
