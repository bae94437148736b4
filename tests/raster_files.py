"""Small rasters and layers for the tests of rasters and gaps."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import rasterio
from scenefill.core.feedback import Feedback
from scenefill.core.grid import Grid, Window
from scenefill.core.job import Input
from scenefill.core.raster import LayerSource

UTM = "EPSG:32643"
GRID = Grid(UTM, (10.0, 0.0, 331450.0, 0.0, -10.0, 3372890.0), 300, 280)


class Recorder(Feedback):
    """Keeps what was logged."""

    def __init__(self) -> None:
        self.texts: list[str] = []

    def log(self, level: str, text: str) -> None:
        self.texts.append(f"{level}: {text}")


def write_tif(path: Path, data: np.ndarray, grid: Grid, **profile: Any) -> str:
    """Write ``(bands, H, W)`` with the CRS and transform of ``grid``."""
    layout = {
        "driver": "GTiff",
        "count": data.shape[0],
        "height": data.shape[1],
        "width": data.shape[2],
        "dtype": data.dtype.name,
        "crs": grid.crs,
        "transform": rasterio.Affine(*grid.transform),
    }
    with rasterio.open(path, "w", **{**layout, **profile}) as target:
        target.write(data)
    return str(path)


def layer(path: str, grid: Grid = GRID, modality: str = "optical", **members: Any) -> LayerSource:
    """An input opened on ``grid``; by default the bands of the modality are those of the file, as reflectance."""
    bands = {"optical": ("red", "green", "blue"), "sar": ("vv", "vh"), "elevation": ("elevation",)}
    with rasterio.open(path) as source:
        found = {name: i + 1 for i, name in enumerate(bands[modality][: source.count])}
    units = {"optical": "reflectance", "sar": "dB", "elevation": "m"}
    settings = {"bands": found, "scale": 1.0, "offset": 0.0, "unit": units[modality]}
    return LayerSource(Input(modality, path, **{**settings, **members}), grid, Recorder())


def around(grid: Grid, margin: int) -> Window:
    """The grid's window with a margin."""
    return grid.window.padded(margin)


def smooth_field(shape: tuple[int, ...], seed: int = 0) -> np.ndarray:
    """Random values in 0.05..0.6, float32."""
    return np.random.default_rng(seed).uniform(0.05, 0.6, shape).astype(np.float32)
