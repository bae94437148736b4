"""A place of any size on disk, written strip by strip, and the job that the benchmarks run on it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import rasterio
from rasterio.transform import from_origin
from rasterio.windows import Window
from scipy.ndimage import gaussian_filter

BANDS = ("blue", "green", "red", "rededge071", "nir", "swir16", "swir22", "coastal")
TILE = 512
LEFT, TOP, PIXEL = 600_000.0, 3_500_000.0, 10.0


def write_place(folder: Path, size: int) -> dict[str, Path]:
    """``s2.tif`` (uint16), ``s1.tif`` (dB float32) and ``clouds.tif`` (20 % cloud) of ``size`` pixels square."""
    rng = np.random.default_rng(11)
    paths = {name: folder / f"{name}.tif" for name in ("s2", "s1", "clouds")}
    relief = _pattern(rng, 24)
    stack = np.stack([0.06 + 0.02 * i + 0.03 * relief + 0.01 * _pattern(rng, 2) for i in range(len(BANDS))])
    radar = np.stack([-10 + 3 * _pattern(rng, 4), -17 + 3 * _pattern(rng, 4)])
    clouds = (_pattern(rng, 40) > 0.84).astype(np.uint8)
    stack[:, clouds > 0] = 0.9
    _write(paths["s2"], np.rint(np.clip(stack, 0.001, 1.0) * 10_000).astype(np.uint16), size, 0, BANDS)
    _write(paths["s1"], radar.astype(np.float32), size, None, ("vv", "vh"))
    _write(paths["clouds"], clouds[None], size, None, ("class",))
    return paths


def job_data(paths: dict[str, Path], model: str, out: Path, sampling: dict[str, Any]) -> dict[str, Any]:
    """The main job: fill the clouds of an optical stack with radar's help, and draw what no sensor took."""
    gaps = [{"kind": "raster", "path": str(paths["clouds"]), "values": [1], "grow": 3}]
    reflectance = {"scale": 0.0001, "offset": 0.0, "unit": "reflectance", "date": "2020-08-23"}
    bands = {name: index for index, name in enumerate(BANDS, 1)}
    optical = {"modality": "optical", "path": str(paths["s2"]), "bands": bands, **reflectance, "gaps": gaps}
    sar = {"modality": "sar", "path": str(paths["s1"]), "bands": {"vv": 1, "vh": 2}, "date": "2020-08-20"}
    return {
        "schema": "scenefill-job/1",
        "title": "benchmark",
        "grid": {"like": str(paths["s2"])},
        "inputs": [optical, sar],
        "targets": [{"modality": "optical", "fill": 0}, {"modality": "thermal"}],
        "sampling": sampling,
        "model": model,
        "output": {"folder": str(out)},
    }


def _pattern(rng: np.random.Generator, sigma: float) -> np.ndarray:
    """A smooth tile that continues into itself, zero mean and unit variance."""
    field = gaussian_filter(rng.standard_normal((TILE, TILE)), sigma, mode="wrap")
    return field / field.std()


def _write(path: Path, tile: np.ndarray, size: int, nodata: float | None, descriptions: tuple[str, ...]) -> None:
    profile = {
        "driver": "GTiff",
        "count": len(tile),
        "height": size,
        "width": size,
        "dtype": tile.dtype,
        "crs": "EPSG:32643",
        "transform": from_origin(LEFT, TOP, PIXEL, PIXEL),
        "nodata": nodata,
        "tiled": True,
        "blockxsize": 256,
        "blockysize": 256,
        "compress": "deflate",
    }
    with rasterio.open(path, "w", **profile) as dataset:
        dataset.descriptions = descriptions
        for row in range(0, size, TILE):
            for col in range(0, size, TILE):
                height, width = min(TILE, size - row), min(TILE, size - col)
                dataset.write(tile[:, :height, :width], window=Window(col, row, width, height))
