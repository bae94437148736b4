"""SceneFill as a method among the others: the product itself, from GeoTIFFs to GeoTIFFs through ``run_job``."""

from __future__ import annotations

import shutil
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import rasterio
from affine import Affine

from ..core.engine.run import run_job
from ..core.errors import SceneFillError
from ..core.feedback import Feedback
from ..core.job import GapSource, GridSpec, Input, Job, Output, Sampling, Target
from ..core.modalities import registry
from .eval_scenes import REFLECTIVE
from .eval_tasks import Case

_SCALES = {"reflectance": 1e-4, "K": 0.01}  # written as uint16, 0 for nodata; other units as float32, NaN for nodata


class QuietFeedback(Feedback):
    """Passes cancellation and warnings on, and keeps the stages of single jobs to itself."""

    def __init__(self, parent: Feedback) -> None:
        self._parent = parent

    def is_cancelled(self) -> bool:
        return self._parent.is_cancelled()

    def log(self, level: str, text: str) -> None:
        if level in ("warning", "error"):
            self._parent.log(level, text)


@dataclass
class SceneFillMethod:
    """Runs a case as a job.

    Args:
        model: id or folder of the model.
        work_dir: where rasters and results lie while a case runs; emptied after each.
        steps, samples, seed: of the estimate.
        feedback: asked whether to stop.
    """

    model: str
    work_dir: Path
    steps: int = 4
    samples: int = 4
    seed: int = 0
    feedback: Feedback = field(default_factory=Feedback)
    seconds: float = 0.0

    def draw(self, case: Case, mode: str) -> dict[str, np.ndarray]:
        """Modality -> ``(C, H, W)`` in physical units, NaN for bands that were not asked for.

        Args:
            case: the case; only what it shows is written to disk.
            mode: ``draft`` or ``estimate``.
        """
        folder = self.work_dir / "case"
        shutil.rmtree(folder, ignore_errors=True)
        (folder / "inputs").mkdir(parents=True)
        job = self.job_for(case, mode, folder)
        started = time.perf_counter()
        result = run_job(job, self.feedback)
        self.seconds += time.perf_counter() - started
        files = {m: out.path for out in result.outputs if out.kind == "data" for m in out.modalities}
        drawing = {m: read_modality(Path(files[m]), m) for m in case.task.targets}
        shutil.rmtree(folder)
        return drawing

    def job_for(self, case: Case, mode: str, folder: Path) -> Job:
        """The case as a job; writes its rasters into ``folder/inputs``."""
        writer = _Rasters(folder / "inputs", case.scene.transform, case.scene.crs)
        inputs = []
        if case.task.kind == "fill":
            layers = {m: case.seen_target(m) for m in case.task.targets}
            date = case.scene.layers[case.task.targets[0]].date
            inputs.append(writer.add("judged", layers, date, gaps=(GapSource("nodata"),)))
        inputs += _shown_inputs(case, writer)
        if not inputs:
            raise SceneFillError("nothing-shown", f"The task {case.task.id} shows nothing.", "Show a layer.")
        fill = 0 if case.task.kind == "fill" else None
        return Job(
            title=f"{case.scene.id}: {case.task.title}",
            grid=GridSpec(like=inputs[0].path),
            inputs=tuple(inputs),
            targets=tuple(Target(m, fill) for m in case.task.targets),
            sampling=Sampling(mode, self.steps, self.samples, self.seed),
            model=self.model,
            output=Output(str(folder / "out")),
        )


def _shown_inputs(case: Case, writer: _Rasters) -> list[Input]:
    """One input per date and unit: reflectance layers of a date are one stack, as in a product."""
    stacks: dict[str, dict[str, np.ndarray]] = {}
    dates: dict[str, str | None] = {}
    for name, values in case.shown_layers().items():
        modality, _, other = name.partition("@")
        stack = f"{'reflectance' if modality in REFLECTIVE else modality}{'_other' if other else ''}"
        layer = (case.scene.other if other else case.scene.layers)[modality]
        stacks.setdefault(stack, {})[modality] = values
        dates[stack] = layer.date
    return [writer.add(stack, layers, dates[stack]) for stack, layers in stacks.items()]


@dataclass(frozen=True)
class _Rasters:
    """Writes layers as GeoTIFFs on the scene's grid."""

    folder: Path
    transform: Affine
    crs: str

    def add(
        self, name: str, layers: dict[str, np.ndarray], date: str | None, gaps: tuple[GapSource, ...] = ()
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
    """``(C, H, W)`` float32 physical values of a modality's bands, found by their descriptions."""
    band_ids = registry()[modality].band_ids
    with rasterio.open(path) as source:
        planes = np.full((len(band_ids), source.height, source.width), np.nan, np.float32)
        for index, (name, scale, offset) in enumerate(zip(source.descriptions, source.scales, source.offsets), 1):
            if name in band_ids:
                band = source.read(index, masked=True).astype(np.float64)
                planes[band_ids.index(name)] = (band * scale + offset).filled(np.nan)
    return planes
