"""SceneFill as a method among the others: the product itself, from GeoTIFFs to GeoTIFFs through ``run_job``."""

from __future__ import annotations

import json
import shutil
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Optional

import numpy as np

from ..core.engine.result import Result
from ..core.engine.run import run_job
from ..core.errors import SceneFillError
from ..core.feedback import Feedback
from ..core.job import Adapt, GapSource, GridSpec, Input, Job, Output, Sampling, Target
from .eval_rasters import RasterWriter, read_modality
from .eval_scenes import REFLECTIVE
from .eval_tasks import Case

_ADAPTATION = "scenefill:adaptation"


class QuietFeedback(Feedback):
    """Passes cancellation and warnings on, and keeps the stages of single jobs to itself."""

    def __init__(self, parent: Feedback) -> None:
        self._parent = parent

    def is_cancelled(self) -> bool:
        return self._parent.is_cancelled()

    def log(self, level: str, text: str) -> None:
        if level in ("warning", "error"):
            self._parent.log(level, text)


@dataclass(frozen=True)
class Drawn:
    """What a job gave.

    Attributes:
        values, spread: target modality -> ``(C, H, W)``, value and standard deviation in physical units, NaN for bands
            that were not asked for.
        samples: ``values`` of every realisation, in mode ``realisation``.
        seconds: that the job took.
        adaptation: what the sidecar says on scene adaptation, where there was one.
    """

    values: Mapping[str, np.ndarray]
    spread: Mapping[str, np.ndarray]
    samples: tuple[Mapping[str, np.ndarray], ...] = ()
    seconds: float = 0.0
    adaptation: Optional[Mapping[str, Any]] = None


@dataclass
class SceneFillMethod:
    """Runs a case as a job.

    Args:
        model: id or folder of the model, by case.
        work_dir: where rasters and results lie while a case runs; emptied after each.
        steps, samples, seed: of the estimate.
        feedback: asked whether to stop.
    """

    model: Callable[[Case], str]
    work_dir: Path
    steps: int = 4
    samples: int = 4
    seed: int = 0
    feedback: Feedback = field(default_factory=Feedback)
    seconds: float = 0.0

    def draw(self, case: Case, mode: str, adapt: int = 0, samples: int | None = None) -> Drawn:
        """Run the case; only what it shows is written to disk.

        Args:
            case: the case.
            mode: ``draft``, ``estimate`` or ``realisation``.
            adapt: steps of scene adaptation, 0 for none.
            samples: realisations, where they are not as many as the estimate's samples.
        """
        folder = self.work_dir / "case"
        shutil.rmtree(folder, ignore_errors=True)
        (folder / "inputs").mkdir(parents=True)
        job = self.job_for(case, mode, folder, adapt, samples)
        started = time.perf_counter()
        result = run_job(job, self.feedback)
        seconds = time.perf_counter() - started
        self.seconds += seconds
        drawn = _read_result(result, case, seconds)
        shutil.rmtree(folder)
        return drawn

    def job_for(self, case: Case, mode: str, folder: Path, adapt: int = 0, samples: int | None = None) -> Job:
        """The case as a job; writes its rasters into ``folder/inputs``."""
        writer = RasterWriter(folder / "inputs", case.scene.transform, case.scene.crs)
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
            sampling=Sampling(mode, self.steps, samples or self.samples, self.seed, Adapt(adapt)),
            model=self.model(case),
            output=Output(str(folder / "out")),
        )


def _shown_inputs(case: Case, writer: RasterWriter) -> list[Input]:
    """One input per date and unit: reflectance layers of a date are one stack, as in a product."""
    stacks: dict[str, dict[str, np.ndarray]] = {}
    dates: dict[str, str | None] = {}
    for name, values in case.shown_layers().items():
        modality, _, which = name.partition("@")
        stack = f"{'reflectance' if modality in REFLECTIVE else modality}{which and f'_other{which}'}"
        layers = case.scene.other[int(which) - 1].layers if which else case.scene.layers
        stacks.setdefault(stack, {})[modality] = values
        dates[stack] = layers[modality].date
    return [writer.add(stack, layers, dates[stack]) for stack, layers in stacks.items()]


def _read_result(result: Result, case: Case, seconds: float) -> Drawn:
    def layers(kind: str) -> list[dict[str, np.ndarray]]:
        """The files of a kind, by target; the k-th of each target belong together."""
        files = {
            m: [out.path for out in result.outputs if out.kind == kind and m in out.modalities]
            for m in case.task.targets
        }
        count = min(len(paths) for paths in files.values())
        return [{m: read_modality(Path(paths[k]), m) for m, paths in files.items()} for k in range(count)]

    properties = json.loads(Path(result.sidecar).read_text(encoding="utf-8")).get("properties", {})
    return Drawn(
        values=layers("data")[0],
        spread=layers("spread")[0],
        samples=tuple(layers("sample")),
        seconds=seconds,
        adaptation=properties.get(_ADAPTATION),
    )
