"""Layers to GeoTIFFs, as they would come from an archive, and results back to layers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import rasterio
from affine import Affine

from ..core.job import GapSource, Input
from ..core.modalities import registry

_SCALES = {"reflectance": 1e-4, "K": 0.01}  # written as uint16, 0 for nodata; other units as float32, NaN for nodata
_SPREAD_OF = "standard deviation of "


@dataclass(frozen=True)
class RasterWriter:
    """Writes layers as GeoTIFFs on a scene's grid into ``folder``."""

    folder: Path
    transform: Affine
    crs: str

    def add(
        self, name: str, layers: Mapping[str, np.ndarray], date: str | None, gaps: tuple[GapSource, ...] = ()
    ) -> Input:
        """One file of all bands that were observed anywhere, and the input that describes it."""
        unit = registry()[next(iter(layers))].unit
        planes: dict[str, np.ndarray] = {}
        for modality, values in layers.items():
            pairs = zip(registry()[modality].band_ids, values)
            planes.update({band: plane for band, plane in pairs if np.isfinite(plane).any()})
        path = self.folder / f"{name}.tif"
        scale = _SCALES.get(unit)
        self._write(path, np.stack(list(planes.values())), scale, list(planes))
        bands = {band: i for i, band in enumerate(planes, 1)}
        return Input(next(iter(layers)), str(path), bands, scale or 1.0, 0.0, unit, date, gaps)

    def _write(self, path: Path, values: np.ndarray, scale: float | None, names: list[str]) -> None:
        profile: dict[str, Any] = {"driver": "GTiff", "crs": self.crs, "transform": self.transform}
        profile.update(count=values.shape[0], height=values.shape[1], width=values.shape[2])
        if scale is None:
            profile.update(dtype="float32", nodata=float("nan"))
            data = values.astype(np.float32)
        else:
            profile.update(dtype="uint16", nodata=0)
            finite = np.isfinite(values)
            counts = np.rint(np.where(finite, values, 0.0) / scale)
            data = np.where(finite, np.clip(counts, 1, 65535), 0).astype(np.uint16)
        with rasterio.open(path, "w", **profile) as target:
            target.write(data)
            target.descriptions = names
            if scale is not None:
                target.scales = [scale] * len(names)


def read_modality(path: Path, modality: str) -> np.ndarray:
    """``(C, H, W)`` float32 physical values of a modality's bands, found by their descriptions; NaN for the others.

    In a spread raster these are standard deviations.
    """
    band_ids = registry()[modality].band_ids
    with rasterio.open(path) as source:
        planes = np.full((len(band_ids), source.height, source.width), np.nan, np.float32)
        for index, (text, scale, offset) in enumerate(zip(source.descriptions, source.scales, source.offsets), 1):
            name = (text or "").removeprefix(_SPREAD_OF)
            if name in band_ids:
                band = source.read(index, masked=True).astype(np.float64)
                planes[band_ids.index(name)] = (band * scale + offset).filled(np.nan)
    return planes
