"""From layers of the project to plain data: the only place where a layer is looked at, on the main thread."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import Optional

from qgis.core import Qgis, QgsProviderRegistry, QgsRasterLayer
from qgis.PyQt.QtCore import QUrl

from ...core.errors import SceneFillError
from ...core.raster_formats import driver_of
from ..form import LayerRef
from .crs import crs_text


def refer(layer: QgsRasterLayer) -> LayerRef:
    """What the background needs to know of a raster layer.

    ``path`` is empty where the engine cannot open the very file: a web service, a format or a place inside an archive
    that it does not take, or a layer to which the user gave another CRS than the file has. The layer is then copied
    before it is used (:func:`.export.fetch_services`).
    """
    extent = layer.extent()
    return LayerRef(
        layer_id=layer.id(),
        name=layer.name(),
        provider=layer.providerType(),
        source=layer.source(),
        path=_plain_path(layer),
        crs=crs_text(layer.crs()),
        extent=(extent.xMinimum(), extent.yMinimum(), extent.xMaximum(), extent.yMaximum()),
        width=max(layer.width(), 0),
        height=max(layer.height(), 0),
        bands=layer.bandCount() if layer.providerType() == "gdal" else 0,
        date=_date_of(layer),
    )


def refer_to_file(path: str) -> LayerRef:
    """The same of a file that is no layer of the project; ``layer_id`` is empty. Reads its header alone.

    Raises:
        SceneFillError: ``missing-file``, ``unreadable-raster``.
    """
    file = Path(path)
    if not file.is_file():
        raise SceneFillError("missing-file", f"There is no file '{path}'.", "Check the path.", {"file": path})
    layer = QgsRasterLayer(path, file.stem, "gdal")
    if not layer.isValid():
        raise SceneFillError(
            "unreadable-raster",
            f"'{file.name}' cannot be opened as a raster.",
            "Copy it again if it may be damaged.",
            {"file": path},
        )
    return replace(refer(layer), layer_id="")


def local_file(source: str) -> str:
    """Absolute path of a plain file that a source of the ``gdal`` provider names; empty if it names anything else."""
    parts = QgsProviderRegistry.instance().decodeUri("gdal", source)
    if any(parts.get(key) for key in ("layerName", "openOptions", "vsiPrefix", "vsiSuffix", "authcfg")):
        return ""
    path = str(parts.get("path") or "")
    if path.startswith("file:"):
        path = QUrl(path).toLocalFile()
    # Links stay as the user made them, for files that lie beside the link.
    return os.path.abspath(path) if path and Path(path).is_file() else ""  # noqa: PTH100


def _plain_path(layer: QgsRasterLayer) -> str:
    if layer.providerType() != "gdal" or not layer.isValid():
        return ""
    path = local_file(layer.source())
    if not path or layer.crs() != layer.dataProvider().crs():
        return ""
    try:
        return path if driver_of(path) is not None else ""
    except OSError:
        return ""


def _date_of(layer: QgsRasterLayer) -> Optional[str]:
    """The layer's fixed temporal range, as exact as it is: a day, a month or a year."""
    times = layer.temporalProperties()
    if not times.isActive() or times.mode() != Qgis.RasterTemporalMode.FixedTemporalRange:
        return None
    begin, end = times.fixedTemporalRange().begin(), times.fixedTemporalRange().end()
    if not begin.isValid():
        return None
    first = begin.date().toString("yyyy-MM-dd")
    last = end.date().toString("yyyy-MM-dd") if end.isValid() else first
    for digits in (10, 7, 4):
        if first[:digits] == last[:digits]:
            return first[:digits]
    return None
