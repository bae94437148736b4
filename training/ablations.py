"""Which parts of the recipe earn their place: one short run per part left out, same seed, same number of steps.

``python -m scenefill.training.ablations CONFIG --steps N --out FOLDER``. A finished variant is not trained again, and
one that was stopped continues from its checkpoint.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

import click
import numpy as np
import torch

from ..core.errors import SceneFillError
from ..core.feedback import Feedback, StageFeedback
from ..core.model.pipeline import load_pipeline
from .settings import TrainSettings, load_settings
from .study import (
    Measurement,
    StudyReport,
    change_interval,
    device,
    held_out_batches,
    measure,
    run_study,
    table,
    to_device,
)
from .train import run

FULL = "full"
NAME = "ablations"
STEPS = 4  # of a drawing
_RESULT = "result.json"


@dataclass(frozen=True)
class Variant:
    """One run: its name, what it is in words, and the settings that differ from the configuration."""

    name: str
    title: str
    changes: Mapping[str, Any] = field(default_factory=dict)


VARIANTS = (
    Variant(FULL, "everything"),
    Variant("no-consistency", "without scene consistency", {"consistency": 0.0}),
    Variant("flow-alone", "flow alone, without draft and residual", {"residual": False}),
    Variant("no-simulation", "without simulated scenes", {"simulated_share": 0.0}),
    Variant("no-guide", "without the overview guide", {"guide": 0.0}),
)


def variants_for(settings: TrainSettings) -> list[Variant]:
    """The variants that differ from the full recipe under these settings."""
    simulates = bool(settings.data and settings.simulated_scenes and settings.simulated_share > 0)
    return [
        variant
        for variant in VARIANTS
        if all(getattr(settings, name) != value for name, value in variant.changes.items())
        and (simulates or variant.name != "no-simulation")
    ]


def ablate(
    settings: TrainSettings,
    steps: int,
    out: Path,
    *,
    batches: int = 16,
    samples: int = 4,
    feedback: Feedback | None = None,
) -> Path:
    """Train every variant from nothing, judge it on held-out places, and write a table; returns the Markdown report.

    Args:
        settings: the full recipe; its ``output``, ``start_from`` and limits are not used.
        steps: of every run.
        out: a folder per variant, the simulated scenes that they share, and the report.
        batches: held-out batches that every variant is judged on.
        samples: realisations of the estimate.
        feedback: progress and cancellation.

    Raises:
        SceneFillError: ``train-config`` when the runs are too short to differ, ``resume-mismatch`` when ``out`` holds
            runs of other settings, and those of training.
        JobCancelled: the checkpoint is kept.
    """
    feedback = feedback or Feedback()
    if steps <= settings.warmup:
        raise SceneFillError(
            "train-config",
            f"{steps} steps end within the warm-up of {settings.warmup}: scene consistency would never be asked for.",
            "Take more steps, or a smaller 'warmup'.",
        )
    out = out.absolute()
    base = replace(settings, simulated_folder=settings.simulated_folder or str(out / "simulated"), start_from="")
    chosen = variants_for(base)
    held: list[dict[str, Any]] = []
    places = ""
    measured: dict[str, dict[int, Measurement]] = {}
    for index, variant in enumerate(chosen):
        stage = StageFeedback(feedback, index / len(chosen), (index + 1) / len(chosen), variant.name)
        folder = out / variant.name
        plan = _plan(base, variant, steps, folder)
        asked = {"settings": asdict(plan), "batches": batches, "samples": samples}
        kept = _finished(folder / _RESULT, asked)
        if kept is None:
            _train(plan, folder, stage)
            if not held:
                held, places = held_out_batches(base, batches)
            pipeline = to_device(load_pipeline(folder / "pipeline", torch.float32), device())
            found = measure(pipeline, held, plan, (0, STEPS), samples, feedback=stage)
            kept = _keep(folder / _RESULT, asked, found, places)
        measured[variant.name], places = kept
        told = " ".join(f"{name} {value:.4f}" for name, value in measured[variant.name][STEPS].average().items())
        stage.log("info", f"{variant.title}: {told}")
    facts = {
        "model": settings.model,
        "training": f"{steps} steps of {settings.batch} samples from nothing, seed {settings.seed}",
        "judged on": f"{batches} batches of {settings.batch} samples of {places}",
        "drawing": f"{STEPS} steps, {samples} samples",
    }
    figures = {name: {**found[STEPS].figures(), "draft": found[0].figures()} for name, found in measured.items()}
    title = "Parts of the recipe, one left out at a time"
    return StudyReport(NAME, title, facts, text(chosen, measured, samples), figures).write(out)


def _plan(base: TrainSettings, variant: Variant, steps: int, folder: Path) -> TrainSettings:
    """A variant's settings; no validation on the way, which would cost as much as the run itself."""
    fixed = {"output": str(folder), "steps": steps, "minutes": 0.0, "validate": steps, "sheet": steps}
    return replace(base, **{**fixed, **variant.changes})


def _train(plan: TrainSettings, folder: Path, feedback: Feedback) -> None:
    """Train a variant to its end, continuing what is there."""
    settings, progress = folder / "settings.json", folder / "progress.json"
    if settings.exists():
        _check(json.loads(settings.read_text(encoding="utf-8")), asdict(plan), folder)
    done = json.loads(progress.read_text(encoding="utf-8"))["step"] if progress.exists() else 0
    if done < plan.steps:
        run(plan, feedback, resume=True)


def _check(found: Any, wanted: Mapping[str, Any], folder: Path) -> None:
    if found != json.loads(json.dumps(wanted)):
        raise SceneFillError(
            "resume-mismatch",
            f"{folder} holds a run of other settings.",
            "Take another folder, or delete this one.",
        )


def _finished(path: Path, asked: Mapping[str, Any]) -> tuple[dict[int, Measurement], str] | None:
    """What was measured of a variant before, and where; None if it was not."""
    if not path.exists():
        return None
    data = json.loads(path.read_text(encoding="utf-8"))
    _check(data["asked"], asked, path.parent)
    sums = {int(count): {m: np.array(rows) for m, rows in by.items()} for count, by in data["sums"].items()}
    return {count: Measurement(by) for count, by in sums.items()}, data["places"]


def _keep(
    path: Path, asked: Mapping[str, Any], found: Mapping[int, Measurement], places: str
) -> tuple[dict[int, Measurement], str]:
    """Write what was measured aside, then rename: a file under its name is complete."""
    sums = {count: {m: rows.tolist() for m, rows in one.sums.items()} for count, one in found.items()}
    aside = path.with_suffix(".tmp")
    aside.write_text(json.dumps({"asked": asked, "places": places, "sums": sums}), encoding="utf-8")
    aside.replace(path)
    return dict(found), places


def text(chosen: Sequence[Variant], measured: Mapping[str, Mapping[int, Measurement]], samples: int) -> list[str]:
    """The report's tables: averages over modalities with the change against the full recipe, then every modality."""
    full = measured[FULL][STEPS]
    rows = []
    for variant in chosen:
        draft, drawn = measured[variant.name][0].average(), measured[variant.name][STEPS].average()
        errors = [f"{value:.4f}" for value in (draft["mean"], drawn["one"], drawn["mean"])]
        change = "–"
        if variant.name != FULL:
            change = "{:+.1%} ({:+.1%} to {:+.1%})".format(*change_interval(measured[variant.name][STEPS], full))
        rows.append([variant.title, *errors, f"{drawn['gradient']:.2f}", change])
    header = [
        "variant",
        "draft",
        "one realisation",
        f"mean of {samples}",
        "gradient energy",
        f"change, mean of {samples}",
    ]
    figures = {v.name: measured[v.name][STEPS].figures() for v in chosen}
    modalities = list(figures[FULL])
    each = [[v.title, *(f"{figures[v.name][m]['mean']:.4f}" for m in modalities)] for v in chosen]
    return [
        "Mean absolute error in model space on hidden pixels, averaged over modalities; median gradient energy of a "
        "realisation as a share of the truth's. The change is of the error of the mean against everything, with its "
        "90 % interval from a paired bootstrap over the held-out batches; another training seed would add to it.",
        table(header, rows),
        f"## Error of the mean of {samples} by modality",
        table(["variant", *modalities], each),
    ]


@click.command(help=__doc__)
@click.argument("config", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--steps", type=int, required=True, help="Steps of every run.")
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), required=True)
@click.option("--batches", default=16, show_default=True, help="Held-out batches.")
@click.option("--samples", default=4, show_default=True, help="Realisations of an estimate.")
def main(config: Path, steps: int, out: Path, batches: int, samples: int) -> None:
    run_study(
        lambda feedback: ablate(load_settings(config), steps, out, batches=batches, samples=samples, feedback=feedback)
    )


if __name__ == "__main__":
    main()
