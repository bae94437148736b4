"""Evaluation: hide known pixels of real scenes, draw them, and compare with the truth and with what an analyst has.

SceneFill runs as the product does, from GeoTIFFs to GeoTIFFs. ``docs/quality.md`` is made from the report.
"""

from __future__ import annotations

import datetime
import importlib.metadata
import os
import platform
import shutil
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import torch

from .. import __version__
from ..core.checksum import file_sha256
from ..core.errors import SceneFillError
from ..core.feedback import Feedback, StageFeedback
from ..core.model.store import Manifest, model_folder
from ..core.model.store import read_manifest as read_model_manifest
from .baselines import Baselines, Translator
from .chips import load_chips
from .data_types import Chip
from .deep_image_prior import DeepImagePrior
from .eval_engine import QuietFeedback, SceneFillMethod
from .eval_find import DataFolder, find_scenes, open_data
from .eval_markdown import write_report
from .eval_report import Report
from .eval_run import FULL, QUICK, Effort, EvaluationRun, Lattice
from .eval_scenes import EvalScene, simulated_scene
from .eval_tasks import TASK_IDS
from .joint import JointReport, joint_consistency
from .leave_out import LeaveOut

_LIBRARIES = ("torch", "diffusers", "scikit-learn", "torchmetrics", "opencv-python-headless", "rasterio")
_WITHOUT_JOINT = 0.85  # of the progress bar, where joint generation follows
_CPU_FACTS = Path("/proc/cpuinfo")


@dataclass(frozen=True)
class Wanted:
    """What is to be evaluated.

    Attributes:
        model: id or folder of a model; None judges the baselines alone.
        split: the split to judge when the data folder itself has the manifest.
        places: judge these places instead, of any split.
        tasks: only these; empty for all.
        quick: one small crop, three tasks, one step: a check that everything works, not a result.
        simulated: judge a simulated scene too.
        joint: measure the consistency of joint generation too.
        prior: fit a deep image prior to the fills of small scenes, which is slow.
        realisations: drawn per case to measure how they differ; 0 for none.
        translators: further rivals by name.
        seed: of gaps, subsamples, noise and intervals.
    """

    model: str | None = "scenefill-demo"
    split: str = "demo"
    places: tuple[str, ...] = ()
    tasks: tuple[str, ...] = ()
    quick: bool = False
    simulated: bool = False
    joint: bool = False
    prior: bool = False
    realisations: int = 0
    translators: Mapping[str, Translator] = field(default_factory=dict)
    seed: int = 0

    def effort(self) -> Effort:
        effort = QUICK if self.quick else FULL
        return replace(effort, tasks=self.tasks) if self.tasks else effort

    def check(self) -> None:
        """Raise what can be known before anything is read."""
        if self.model is not None:
            model_folder(self.model)
        elif self.joint or self.realisations:
            raise SceneFillError("no-model", "Joint generation and realisations need a model.", "Name a model.")
        unknown = [task for task in self.tasks if task not in TASK_IDS]
        if unknown:
            raise SceneFillError("bad-value", f"There is no task '{unknown[0]}'.", f"Use: {', '.join(TASK_IDS)}.")
        if self.realisations == 1:
            raise SceneFillError("bad-value", "One realisation has nothing to differ from.", "Ask for two or more.")


def evaluate(
    data_dir: str | Path, out_dir: str | Path, wanted: Wanted | None = None, feedback: Feedback | None = None
) -> Report:
    """Evaluate a model on every scene of a folder.

    Args:
        data_dir: folder with a ``manifest.json`` (its ``split`` is judged), or a folder beneath one (all of it is).
        out_dir: ``evaluation.json`` and ``evaluation.md`` are written there.
        wanted: what is evaluated.
        feedback: progress, log, cancellation.

    Raises:
        SceneFillError: ``no-manifest``, ``bad-manifest``, ``no-entries``, ``no-scenes``, ``unknown-model``,
            ``no-model``, ``bad-value`` and those of the engine.
    """
    wanted, feedback = wanted or Wanted(), feedback or Feedback()
    started = time.perf_counter()
    wanted.check()
    effort = wanted.effort()
    manifest = None if wanted.model is None else read_model_manifest(model_folder(wanted.model))
    data = open_data(data_dir, wanted.split, wanted.places)
    feedback.progress(0.0, "read-inputs")
    held_out = None if manifest is None else tuple(manifest.training.get("holdout_places", ()))
    scenes = find_scenes(data, effort.crop, QuietFeedback(feedback), effort.scenes, held_out)
    if wanted.simulated:
        scenes.append(simulated_scene(1000 + wanted.seed, effort.crop))
    baselines = _baselines(wanted, effort, data, feedback)
    out = Path(out_dir).absolute()
    work = out / "work"
    engine = lattice = left_out = None
    if wanted.model is not None and manifest is not None:
        quiet = QuietFeedback(feedback)
        left_out = LeaveOut(wanted.model, work, lambda: baselines.chips)
        engine = SceneFillMethod(left_out.model_for, work, effort.steps, effort.samples, wanted.seed, quiet)
        lattice = Lattice(manifest.window, manifest.overlap)
    run = EvaluationRun(data, scenes, baselines, engine, lattice, effort, wanted.seed, wanted.realisations, left_out)
    if not effort.trained:
        run.skipped.append("regressions on the training chips: they take longer than a quick look")
    run.judge_all(StageFeedback(feedback, 0.02, _WITHOUT_JOINT if wanted.joint else 1.0, "evaluate"))
    consistency = None
    if wanted.joint and wanted.model is not None:
        stage = StageFeedback(feedback, _WITHOUT_JOINT, 1, "joint")
        consistency = _joint(wanted.model, work, baselines, scenes, effort, stage)
    shutil.rmtree(work, ignore_errors=True)
    spent = {"all": time.perf_counter() - started, "SceneFill": 0.0 if engine is None else engine.seconds}
    report = Report(
        rows=tuple(run.rows),
        scenes=tuple(_scene_facts(scene, data) for scene in scenes),
        tasks=run.titles,
        settings=_settings(data_dir, out_dir, wanted, effort, data, manifest, spent),
        joint=consistency,
        folder=str(out),
        skipped=tuple(run.skipped),
        figures=tuple(run.figures),
        honesty=run.honesty,
        runs=tuple(run.runs),
    )
    write_report(report)
    feedback.progress(1.0, "evaluate")
    return report


def _baselines(wanted: Wanted, effort: Effort, data: DataFolder, feedback: Feedback) -> Baselines:
    return Baselines(
        lambda: _training_chips(data, feedback),
        effort.trained,
        wanted.seed,
        effort.pixels,
        effort.trees,
        DeepImagePrior(steps=effort.prior, seed=wanted.seed) if wanted.prior else None,
        wanted.translators,
    )


def _training_chips(data: DataFolder, feedback: Feedback) -> list[Chip]:
    """The real training chips. Without any, the regressions that need them are left out."""
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


def _settings(
    data_dir: str | Path,
    out_dir: str | Path,
    wanted: Wanted,
    effort: Effort,
    data: DataFolder,
    manifest: Manifest | None,
    spent: Mapping[str, float],
) -> dict[str, Any]:
    """The head of the report; ``spent`` are seconds by name."""
    return {
        "command": " ".join(_command(data_dir, out_dir, wanted)),
        "date": datetime.datetime.now(datetime.timezone.utc).date().isoformat(),
        "model": "none" if manifest is None else f"{manifest.id} {manifest.version}",
        "weights_sha256": "" if manifest is None else manifest.weights_sha256,
        "machine": machine(),
        "manifest_sha256": file_sha256(data.manifest),
        "scenefill": __version__,
        "libraries": ", ".join(f"{name} {importlib.metadata.version(name)}" for name in _LIBRARIES),
        "python": f"{platform.python_version()} on {platform.machine()}",
        "sampling": f"{effort.steps} steps, {effort.samples} samples, seed {wanted.seed}",
        "adaptation": f"{effort.adapt} steps",
        "crop": f"{effort.crop} pixels, where the scene is clearest",
        "seconds": ", ".join(f"{name} {seconds:.0f}" for name, seconds in spent.items()),
    }


def _command(data_dir: str | Path, out_dir: str | Path, wanted: Wanted) -> list[str]:
    default = Wanted()
    words = ["scenefill evaluate", f"--data {data_dir}", f"--out {out_dir}"]
    if wanted.model != default.model:
        words.append(f"--model {wanted.model or 'none'}")
    if wanted.split != default.split:
        words.append(f"--split {wanted.split}")
    lists = {"--places": wanted.places, "--tasks": wanted.tasks}
    words += [f"{option} {','.join(names)}" for option, names in lists.items() if names]
    flags = {"--quick": wanted.quick, "--simulated": wanted.simulated, "--joint": wanted.joint, "--dip": wanted.prior}
    words += [flag for flag, given in flags.items() if given]
    if wanted.realisations:
        words.append(f"--realisations {wanted.realisations}")
    words += [f"--{name} FOLDER" for name in wanted.translators]
    return words


def machine() -> str:
    """Processor, cores and graphics card, in words."""
    name = platform.processor() or platform.machine()
    if _CPU_FACTS.is_file():
        models = [line for line in _CPU_FACTS.read_text(encoding="utf-8").splitlines() if line.startswith("model name")]
        name = models[0].partition(":")[2].strip() if models else name
    card = f", {torch.cuda.get_device_name()}" if torch.cuda.is_available() else ", no graphics card"
    return f"{name}, {os.cpu_count()} cores{card}"


def _scene_facts(scene: EvalScene, data: DataFolder) -> dict[str, object]:
    return {
        "id": scene.id,
        "shape": list(scene.shape),
        "clear": round(float(scene.clear.mean()), 4),
        "trained_on": scene.trained_on,
        "other_dates": [{"date": date.date, "offset": date.offset} for date in scene.other],
        "notes": list(scene.notes),
        "sources": {path: file_sha256(data.root / path) for path in scene.sources},
    }
