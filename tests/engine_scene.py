"""A small place on disk for the engine's tests: an optical stack with clouds, radar, a class raster."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import rasterio
from rasterio.transform import from_origin
from scenefill.core.feedback import Feedback
from scenefill.core.job import Job, job_from_dict
from scipy.ndimage import gaussian_filter

BANDS = ("coastal", "blue", "green", "red", "rededge071", "rededge078", "nir", "nir08", "swir16", "swir22")
HEIGHT, WIDTH, PIXEL = 260, 300, 10.0
LEFT, TOP = 500_130.0, 4_000_270.0
NODATA = 0


class Recorder(Feedback):
    """Remembers everything; stops after ``stop_after`` reports of the stage ``stop_in``."""

    def __init__(self, stop_in: str = "", stop_after: int = 1) -> None:
        self.progressed: list[tuple[float, str]] = []
        self.logged: list[str] = []
        self.previews: list[str] = []
        self._stop_in, self._stop_after = stop_in, stop_after

    def progress(self, fraction: float, stage: str) -> None:
        self.progressed.append((fraction, stage))

    def log(self, level: str, text: str) -> None:
        self.logged.append(text)

    def preview(self, path: str) -> None:
        self.previews.append(path)

    def is_cancelled(self) -> bool:
        stages = [stage for _, stage in self.progressed]
        return bool(self._stop_in) and stages.count(self._stop_in) >= self._stop_after


def write_scene(folder: Path, height: int = HEIGHT, width: int = WIDTH) -> dict[str, Path]:
    """``s2.tif`` (uint16, nodata 0, a corner without data), ``s1.tif`` (dB, coarser grid), ``clouds.tif`` (classes).

    ``truth.npy`` beside them has the numbers of ``s2.tif`` under the clouds, too.
    """
    rng = np.random.default_rng(7)
    relief = _smooth(rng, (height, width), 12)
    planes = []
    for i in range(len(BANDS)):
        own = 0.08 + 0.02 * i + 0.05 * relief + 0.02 * _smooth(rng, (height, width), 2)
        planes.append(np.clip(own, 0.005, 1.0))
    stack = np.rint(np.stack(planes) * 10_000).astype(np.uint16)
    stack[:, :20, :30] = NODATA
    np.save(folder / "truth.npy", stack)
    clouds = (_smooth(rng, (height, width), 15) > 1.2).astype(np.uint8)
    clouds[height // 2 : height // 2 + 90, width // 2 : width // 2 + 100] = 2
    stack[:, clouds > 0] = 9000
    paths = {name: folder / f"{name}.tif" for name in ("s2", "s1", "clouds")}
    _write(paths["s2"], stack, PIXEL, NODATA, BANDS)
    half = (height // 2, width // 2)
    radar = np.stack([-10 + 3 * _smooth(rng, half, 6), -17 + 3 * _smooth(rng, half, 6)]).astype(np.float32)
    _write(paths["s1"], radar, 2 * PIXEL, None, ("vv", "vh"))
    _write(paths["clouds"], clouds[None], PIXEL, None, ("class",))
    return paths


def fill_job(paths: dict[str, Path], out: Path, **changes) -> Job:
    """Fill the clouds of the optical stack with radar's help, and draw thermal everywhere."""
    bands = {name: i for i, name in enumerate(BANDS, 1)}
    data = {
        "schema": "scenefill-job/1",
        "title": "test",
        "grid": {"like": str(paths["s2"])},
        "inputs": [
            {
                "modality": "optical",
                "path": str(paths["s2"]),
                "bands": bands,
                "scale": 0.0001,
                "offset": 0.0,
                "unit": "reflectance",
                "date": "2020-08-23",
                "gaps": [{"kind": "raster", "path": str(paths["clouds"]), "values": [1, 2], "grow": 2}],
            },
            {
                "modality": "sar",
                "path": str(paths["s1"]),
                "bands": {"vv": 1, "vh": 2},
                "unit": "dB",
                "scale": 1.0,
                "offset": 0.0,
                "date": "2020-09-03",
            },
        ],
        "targets": [{"modality": "optical", "fill": 0}, {"modality": "thermal"}],
        "sampling": {"mode": "estimate", "steps": 1, "samples": 2, "seed": 42, "adapt": {"steps": 0}},
        "model": changes.pop("model"),
        "output": {"folder": str(out)},
    }
    data.update(json.loads(json.dumps(changes)))
    return job_from_dict(data, out)


def crop_extent(row: int, col: int, height: int, width: int) -> list[float]:
    """Extent of a part of the scene, in its CRS."""
    left, top = LEFT + col * PIXEL, TOP - row * PIXEL
    return [left, top - height * PIXEL, left + width * PIXEL, top]


def read(path) -> np.ndarray:
    with rasterio.open(path) as dataset:
        return dataset.read()


def files_of(folder) -> dict[str, bytes]:
    """Name to bytes of everything in a result's folder that must not depend on how the job was run."""
    own = {"journal.jsonl", "journal.lock", "scenefill.json"}
    return {p.name: p.read_bytes() for p in sorted(Path(folder).iterdir()) if p.is_file() and p.name not in own}


def _smooth(rng, shape, sigma) -> np.ndarray:
    field = gaussian_filter(rng.standard_normal(shape), sigma)
    return field / field.std()


def _write(path, values, pixel, nodata, descriptions) -> None:
    count, height, width = values.shape
    profile = {
        "driver": "GTiff",
        "count": count,
        "height": height,
        "width": width,
        "dtype": values.dtype,
        "crs": "EPSG:32630",
        "transform": from_origin(LEFT, TOP, pixel, pixel),
        "nodata": nodata,
    }
    with rasterio.open(path, "w", **profile) as dataset:
        dataset.write(values)
        dataset.descriptions = descriptions
