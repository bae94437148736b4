"""Files of a manifest as physical layers on one grid."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Optional

import numpy as np
import rasterio
from affine import Affine
from rasterio.enums import Resampling
from rasterio.warp import reproject, transform

from ..core.errors import SceneFillError
from ..core.modalities import registry
from .data_calibration import Calibrated, calibrate
from .data_types import parse_date

_METRES_PER_DEGREE = 111_320.0


@dataclass(frozen=True)
class PixelGrid:
    """The grid on which a scene's layers are aligned: CRS (WKT), affine transform, height and width in pixels."""

    crs: str
    transform: Affine
    height: int
    width: int

    @property
    def shape(self) -> tuple[int, int]:
        return self.height, self.width


@dataclass(frozen=True)
class Product:
    """One file of the manifest.

    Attributes:
        path, relative: absolute path, and path relative to the data folder.
        scene, name: place, and product family (``modality`` of the manifest): files of one family compare.
        date: ``yyyy-mm-dd``, ``yyyy-mm``, ``yyyy`` or None.
        units, bands: as the manifest has them.
        stamp: what the manifest calls the date, for a series whose dates are only numbered ("t0"); else "".
    """

    path: Path
    relative: str
    scene: str
    name: str
    date: Optional[str]
    units: str
    bands: tuple[str, ...]
    stamp: str = ""

    @functools.cached_property
    def grid(self) -> PixelGrid:
        with _opened(self.path) as source:
            return PixelGrid(source.crs.to_wkt(), source.transform, source.height, source.width)

    @functools.cached_property
    def raw(self) -> np.ndarray:
        """``(B, H, W)`` as stored."""
        with _opened(self.path) as source:
            return source.read()

    @functools.cached_property
    def calibrated(self) -> Calibrated:
        """Physical values, calibrated as the training chips are."""
        with _opened(self.path) as source:
            x, y = source.xy(source.height // 2, source.width // 2)
            _, latitudes = transform(source.crs, "EPSG:4326", [x], [y])
            size = abs(source.transform.a) * (_METRES_PER_DEGREE if source.crs.is_geographic else 1.0)
        day = parse_date((self.date or "").replace("-", ""))[0]
        return calibrate(
            self.name, self.units, self.bands, self.raw, pixel_size=size, day=day, latitude=float(latitudes[0])
        )

    @property
    def modalities(self) -> tuple[str, ...]:
        return tuple(m.id for m in registry().modalities if set(m.band_ids) & set(self.calibrated.bands))

    def layer(self, modality: str, grid: PixelGrid) -> np.ndarray:
        """``(C, H, W)`` float32 in the modality's unit on ``grid``, NaN where there is no observation.

        A file on another grid is averaged onto it (a 15 m panchromatic band onto 30 m).
        """
        found = self.calibrated
        planes = []
        for band in registry()[modality].band_ids:
            values = found.bands.get(band, np.float32(np.nan))
            planes.append(self.aligned(np.where(found.valid, values, np.nan).astype(np.float32), grid))
        return np.stack(planes)

    def aligned(self, values: np.ndarray, grid: PixelGrid, how: Resampling = Resampling.average) -> np.ndarray:
        """``(H, W)`` float32 of this file on ``grid``."""
        own = self.grid
        if own.shape == grid.shape and own.transform.almost_equals(grid.transform):
            return values
        moved = np.full(grid.shape, np.nan, np.float32)
        reproject(
            values,
            moved,
            src_transform=own.transform,
            src_crs=own.crs,
            dst_transform=grid.transform,
            dst_crs=grid.crs,
            src_nodata=np.nan,
            dst_nodata=np.nan,
            resampling=how,
        )
        return moved


def _opened(path: Path) -> rasterio.DatasetReader:
    try:
        return rasterio.open(path)
    except rasterio.errors.RasterioIOError as error:
        raise SceneFillError(
            "unreadable-raster", f"{path} cannot be read: {error}.", "Check the file, or its line in the manifest."
        ) from error


def read_product(item: Mapping[str, Any], root: Path) -> Product | None:
    """The product of a manifest entry; None for what cannot be judged: no CRS, or stretched to 8 bits for display."""
    if item.get("crs") is None or item.get("dtype") == "uint8" or str(item["modality"]) == "lulc":
        return None
    return Product(
        path=root / str(item["path"]),
        relative=str(item["path"]),
        scene=str(item["scene"]),
        name=str(item["modality"]),
        date=_iso_date(item.get("date")),
        units=str(item["units"]),
        bands=tuple(str(band) for band in item["bands"]),
        stamp=str(item.get("date") or ""),
    )


def _iso_date(date: Any) -> str | None:
    text = "" if date is None else str(date)
    if not text.isdigit() or len(text) not in (4, 6, 8):
        return None
    return "-".join(part for part in (text[:4], text[4:6], text[6:8]) if part)
