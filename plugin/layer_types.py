"""The type of raster layers, which QGIS has renamed."""

from __future__ import annotations

from typing import Any

from qgis import core
from qgis.core import Qgis


def raster_layer_type() -> Any:
    """``Qgis.LayerType.Raster``, or ``QgsMapLayerType.RasterLayer`` before QGIS 3.30."""
    renamed = getattr(Qgis, "LayerType", None)
    return renamed.Raster if renamed is not None else core.QgsMapLayerType.RasterLayer
