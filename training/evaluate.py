"""Evaluation: hide known pixels of real scenes, draw them, and compare with the truth and with cheap baselines.

SceneFill runs as the product does, from GeoTIFFs to GeoTIFFs. ``docs/quality.md`` is made from the report.
"""

from __future__ import annotations

import importlib.metadata
import platform
import shutil
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from .. import __version__
from ..core.errors import SceneFillError
from ..core.feedback import Feedback, StageFeedback
from ..core.model.store import file_sha256, model_folder
from ..core.model.store import read_manifest as read_model_manifest
from .baselines import NEAREST_DATE, Baselines, Drawing
from .chips import load_chips
from .data_types import Chip
from .eval_engine import QuietFeedback, SceneFillMethod
from .eval_report import DRAFT, ESTIMATE, Report, Row
from .eval_scenes import DataFolder, EvalScene, find_scenes, open_data, simulated_scene
from .eval_tasks import Case, Task, cloud_shapes, make_case, tasks_for, unit_of
from .joint import JointReport, joint_consistency
from .metrics import score

_LIBRARIES = ("torch", "diffusers", "scikit-learn", "torchmetrics", "opencv-python-headless", "rasterio")
_WITHOUT_JOINT = 0.85  # of the progress bar, where joint generation follows


@dataclass(frozen=True)
class Effort:
    """How much is computed: see :data:`FULL` and :data:`QUICK`."""

    crop: int
    scenes: int | None
    tasks: tuple[str, ...] | None
    steps: int
    samples: int
    trained: bool
    trees: int
    pixels: int
    joint_seeds: tuple[int, ...]
    joint_size: int


FULL = Effort(256, None, None, 4, 4, True, 100, 20_000, (1, 2, 3, 4, 5, 6), 256)
QUICK = Effort(128, 1, ("fill-sar-date", "fill-alone", "sar-to-optical"), 1, 1, False, 15, 3_000, (1, 2), 128)


def evaluate(
    data_dir: str | Path,
    out_dir: str | Path,
    model: str | None = "scenefill-demo",
    quick: bool = False,
    feedback: Feedback | None = None,
    *,
    split: str = "demo",
    simulated: bool = False,
    joint: bool = False,
    seed: int = 0,
) -> Report:
    """Evaluate a model on every scene of a folder.

    Args:
        data_dir: folder with a ``manifest.json`` (its ``split`` is judged), or a folder beneath one (all of it is).
        out_dir: ``evaluation.json`` and ``evaluation.md`` are written there.
        model: id or folder of a model; None judges the baselines alone.
        quick: one small crop, three tasks, one step: a check that everything works, not a result.
        feedback: progress, log, cancellation.
        split: the split to judge when ``data_dir`` itself has the manifest.
        simulated: judge a simulated scene too.
        joint: measure the consistency of joint generation too.
        seed: of gaps, subsamples and noise.

    Raises:
        SceneFillError: ``no-manifest``, ``bad-manifest``, ``no-entries``, ``no-scenes``, ``unknown-model`` and those of
            the engine.
    """
    feedback = feedback or Feedback()
    started = time.perf_counter()
    if model is not None:
        model_folder(model)  # an unknown model is told before anything is read
    elif joint:
        raise SceneFillError("no-model", "Joint generation needs a model.", "Name a model, or leave it out.")
    effort = QUICK if quick else FULL
    data = open_data(data_dir, split)
    feedback.progress(0.0, "read-inputs")
    scenes = find_scenes(data, effort.crop, QuietFeedback(feedback), effort.scenes)
    if simulated:
        scenes.append(simulated_scene(1000 + seed, effort.crop))
    baselines = Baselines(lambda: _training_chips(data, feedback), effort.trained, seed, effort.pixels, effort.trees)
    out = Path(out_dir).absolute()
    work = out / "work"
    engine = None
    if model is not None:
        engine = SceneFillMethod(model, work, effort.steps, effort.samples, seed, QuietFeedback(feedback))
    run = _Evaluation(data, scenes, baselines, engine, effort, seed)
    if not effort.trained:
        run.skipped.append("regressions on the training chips: they take longer than a quick look")
    rows = run.rows(StageFeedback(feedback, 0.02, _WITHOUT_JOINT if joint else 1.0, "evaluate"))
    consistency = None
    if joint and model is not None:
        consistency = _joint(
            model, work, baselines, scenes, effort, StageFeedback(feedback, _WITHOUT_JOINT, 1, "joint")
        )
    shutil.rmtree(work, ignore_errors=True)
    report = Report(
        rows=rows,
        scenes=tuple(_scene_facts(scene, data) for scene in scenes),
        tasks=run.titles,
        settings=run.settings(data_dir, out_dir, model, quick, simulated, joint, started),
        joint=consistency,
        folder=str(out),
        skipped=tuple(run.skipped),
    )
    report.write()
    feedback.progress(1.0, "evaluate")
    return report


class _Evaluation:
    """All cases of an evaluation, one after the other."""

    def __init__(
        self,
        data: DataFolder,
        scenes: Sequence[EvalScene],
        baselines: Baselines,
        engine: SceneFillMethod | None,
        effort: Effort,
        seed: int,
    ) -> None:
        self._data, self._scenes, self._baselines = data, scenes, baselines
        self._engine, self._effort, self._seed = engine, effort, seed
        self.titles: dict[str, str] = {}
        self.skipped: list[str] = []

    def rows(self, feedback: Feedback) -> tuple[Row, ...]:
        shapes = cloud_shapes(self._data)
        if not shapes:
            self.skipped.append("real cloud shapes: the manifest has no class masks, fractal shapes stand in")
        cases = [(scene, task) for scene in self._scenes for task in self._tasks(scene)]
        rows: list[Row] = []
        for index, (scene, task) in enumerate(cases):
            feedback.raise_if_cancelled()
            feedback.progress(index / len(cases), "evaluate")
            case = make_case(scene, task, shapes, self._seed)
            if case is None:
                self.skipped.append(f"{scene.id}, {task.id}: too few clear pixels to hide")
                continue
            self.titles[task.id] = task.title
            rows += self._judge(case)
        return tuple(rows)

    def _tasks(self, scene: EvalScene) -> list[Task]:
        wanted = self._effort.tasks
        return [task for task in tasks_for(scene) if wanted is None or task.id in wanted]

    def _judge(self, case: Case) -> Iterator[Row]:
        for method, drawing in self._drawings(case):
            ranked = method != NEAREST_DATE or case.task.other
            try:
                yield from self._rows_of(case, method, drawing, ranked)
            except SceneFillError as error:
                if error.code != "not-finite" or method in (DRAFT, ESTIMATE):
                    raise  # a hole in SceneFill's own drawing is a defect, not a baseline that does not apply
                self.skipped.append(f"{case.scene.id}, {case.task.id}: {method} cannot predict every band")

    def _drawings(self, case: Case) -> Iterator[tuple[str, Drawing]]:
        if self._engine is not None:
            yield ESTIMATE, self._engine.draw(case, "estimate")
            yield DRAFT, self._engine.draw(case, "draft")
        yield from self._baselines.draw(case).items()

    def _rows_of(self, case: Case, method: str, drawing: Drawing, ranked: bool) -> list[Row]:
        rows = []
        for modality in case.task.targets:
            for hidden in case.hidden:
                scores = score(
                    drawing[modality], case.truth(modality), case.judged(modality, hidden), unit_of(modality)
                )
                facts = (case.scene.id, case.task.id, case.task.kind, modality, hidden, method)
                rows.append(Row(*facts, scores=scores, ranked=ranked))
        return rows

    def settings(
        self,
        data_dir: str | Path,
        out_dir: str | Path,
        model: str | None,
        quick: bool,
        simulated: bool,
        joint: bool,
        started: float,
    ) -> dict[str, object]:
        flags = {"--quick": quick, "--simulated": simulated, "--joint": joint}
        command = ["scenefill evaluate", f"--data {data_dir}", f"--out {out_dir}"]
        if model is not None and model != "scenefill-demo":
            command.append(f"--model {model}")
        command += [flag for flag, wanted in flags.items() if wanted]
        manifest = read_model_manifest(model_folder(model)) if model is not None else None
        return {
            "command": " ".join(command),
            "model": "none" if manifest is None else f"{manifest.id} {manifest.version}",
            "weights_sha256": "" if manifest is None else manifest.weights_sha256,
            "manifest_sha256": file_sha256(self._data.manifest),
            "scenefill": __version__,
            "libraries": ", ".join(f"{name} {importlib.metadata.version(name)}" for name in _LIBRARIES),
            "python": f"{platform.python_version()} on {platform.machine()}",
            "sampling": f"{self._effort.steps} steps, {self._effort.samples} samples, seed {self._seed}",
            "crop": f"{self._effort.crop} pixels, where the scene is clearest",
            "seconds": f"{time.perf_counter() - started:.0f}, of which SceneFill {self._engine_seconds:.0f}",
        }

    @property
    def _engine_seconds(self) -> float:
        return 0.0 if self._engine is None else self._engine.seconds


def _training_chips(data: DataFolder, feedback: Feedback) -> list[Chip]:
    """The real training chips beside the judged scenes; without any, the regressions that need them are left out."""
    if not any(item.get("split") == "train" for item in data.everything):
        feedback.log("warning", "no training split: the baselines that learn from training chips are left out")
        return []
    return load_chips(data.root, "train")


def _joint(
    model: str, work: Path, baselines: Baselines, scenes: Sequence[EvalScene], effort: Effort, feedback: Feedback
) -> JointReport:
    real = [scene for scene in scenes if scene.sources]
    seeds, size, steps = effort.joint_seeds, effort.joint_size, effort.steps
    return joint_consistency(model, work, baselines, real, seeds=seeds, size=size, steps=steps, feedback=feedback)


def _scene_facts(scene: EvalScene, data: DataFolder) -> dict[str, object]:
    return {
        "id": scene.id,
        "shape": list(scene.shape),
        "clear": round(float(scene.clear.mean()), 4),
        "notes": list(scene.notes),
        "sources": {path: file_sha256(data.root / path) for path in scene.sources},
    }
