"""Small rasters for the tests inside QGIS, written with its own GDAL."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Optional

import numpy as np
from osgeo import gdal, gdal_array, osr
from qgis.core import QgsRasterLayer

UTM = "EPSG:32632"
#: (a, b, c, d, e, f) of the default raster: 10 m pixels.
TRANSFORM = (10.0, 0.0, 500000.0, 0.0, -10.0, 5500000.0)


def write_raster(
    path: Path,
    data: np.ndarray,
    crs: str = UTM,
    transform: Optional[Sequence[float]] = TRANSFORM,
    *,
    names: Sequence[str] = (),
    nodata: Optional[float] = None,
    tags: Optional[Mapping[str, str]] = None,
    driver: str = "GTiff",
    options: Sequence[str] = (),
) -> str:
    """Write ``(bands, H, W)``; ``transform`` in the order of jobs, None for none, ``crs`` empty for none."""
    bands, height, width = data.shape
    kind = gdal_array.NumericTypeCodeToGDALTypeCode(data.dtype.type)
    made = gdal.GetDriverByName("GTiff" if driver == "GTiff" else "MEM").Create(
        str(path) if driver == "GTiff" else "", width, height, bands, kind, options=list(options)
    )
    if transform is not None:
        a, b, c, d, e, f = transform
        made.SetGeoTransform((c, a, b, f, d, e))
    if crs:
        reference = osr.SpatialReference()
        reference.SetFromUserInput(crs)
        made.SetProjection(reference.ExportToWkt())
    made.SetMetadata(dict(tags or {}))
    for i in range(bands):
        band = made.GetRasterBand(i + 1)
        band.WriteArray(data[i])
        if i < len(names):
            band.SetDescription(names[i])
        if nodata is not None:
            band.SetNoDataValue(nodata)
    if driver != "GTiff":
        gdal.GetDriverByName(driver).CreateCopy(str(path), made, options=list(options))
    made = None
    return str(path)


def reflectance(bands: int, size: int = 64, seed: int = 1) -> np.ndarray:
    """Numbers as of Sentinel-2: uint16 reflectance × 10000."""
    return np.random.default_rng(seed).integers(200, 4000, (bands, size, size)).astype(np.uint16)


def layer_of(path: str, name: str = "layer") -> QgsRasterLayer:
    """The raster as a layer that is in no project."""
    layer = QgsRasterLayer(path, name)
    if not layer.isValid():
        raise ValueError(f"{path} is no raster: {layer.error().summary()}")
    return layer
