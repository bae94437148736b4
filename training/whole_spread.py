"""How much wider the spread has to be where nothing of a modality was observed.

A network's spread is fitted to pixels that were hidden among others. Where a modality is drawn from another one alone,
a whole scene may be too bright or too dark, and a new place is not the mean of the known ones: the factor for a pair of
modalities is that of the place where the stated spread was furthest too narrow, and never below 1.

``python -m scenefill.training.whole_spread MODEL --data FOLDER`` measures it on the chips and writes it to the model.
"""

from __future__ import annotations

import dataclasses
import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path

import click
import numpy as np

from ..core.feedback import Feedback
from ..core.model.stacking import COVERED, NORMAL_90
from ..core.model.store import model_folder, read_manifest, write_manifest
from ..core.model.translate import Translators
from .eval_engine import Drawn, QuietFeedback, SceneFillMethod
from .eval_find import find_scenes, open_data
from .eval_tasks import WHOLE, Case, make_case, tasks_for
from .study import run_study

#: Side in pixels of what is drawn of a scene.
CROP = 256


def needed(case: Case, drawn: Drawn) -> float:
    """The factor by which the stated spread of a case's target covers nine errors in ten; NaN without any truth."""
    (target,) = case.task.targets
    values, spread = drawn.values[target], drawn.spread[target]
    judged = case.judged(target, WHOLE) & np.isfinite(values)
    if not judged.any():
        return float("nan")
    ratio = np.abs(values - case.truth(target))[judged] / np.maximum(spread[judged], 1e-9)
    return float(np.quantile(ratio, COVERED) / NORMAL_90)


def widest(found: Sequence[tuple[str, str, float]]) -> dict[str, float]:
    """``(pair, place, factor)`` of many scenes to the factor of each pair: of its scenes, then of its places."""
    scenes: dict[tuple[str, str], list[float]] = {}
    for pair, place, factor in found:
        if np.isfinite(factor):
            scenes.setdefault((pair, place), []).append(factor)
    factors: dict[str, float] = {}
    for (pair, _), own in scenes.items():
        factors[pair] = max(factors.get(pair, 1.0), round(float(np.median(own)), 3))
    return factors


def calibrate_whole(model: str, data: Path, without: Sequence[str] = (), feedback: Feedback | None = None) -> None:
    """Measure the factors of a model on training chips, and write them to its manifest.

    Args:
        model: id or folder.
        data: folder of chips with its manifest.
        without: places to leave out, those that the model is going to be judged on.
        feedback: is told every scene, and asked whether to stop.
    """
    feedback = feedback or Feedback()
    folder = model_folder(model)
    manifest = read_manifest(folder)
    plain = {mode: factors for mode, factors in manifest.calibration.items() if mode != "whole"}
    translators = Translators.load(folder)
    chips = open_data(data, "train")
    entries = tuple(entry for entry in chips.entries if entry.get("scene") not in without)
    quiet = QuietFeedback(feedback)
    scenes = find_scenes(dataclasses.replace(chips, entries=entries), CROP, quiet)
    found = []
    with tempfile.TemporaryDirectory(prefix="scenefill-") as work:
        # A copy without the factors: the model keeps what it has until there are others.
        bare = Path(shutil.copytree(folder, Path(work) / "model"))
        write_manifest(bare, dataclasses.replace(manifest, calibration=plain))
        method = SceneFillMethod(lambda case: str(bare), Path(work), feedback=quiet)
        for scene in scenes:
            for task in tasks_for(scene):
                if task.kind != "draw" or translators.choose(task.shown, task.targets):
                    continue
                case = make_case(scene, task, (), 0)
                if case is None:
                    continue
                found.append((task.id, scene.place, needed(case, method.draw(case, "estimate"))))
                feedback.log("info", f"{scene.id}, {task.id}: {found[-1][2]:.2f}")
    write_manifest(folder, dataclasses.replace(manifest, calibration={**plain, "whole": widest(found)}))


@click.command()
@click.argument("model")
@click.option("--data", required=True, type=click.Path(exists=True, path_type=Path), help="Folder of chips.")
@click.option("--without", multiple=True, help="A place to leave out; repeat for several.")
def main(model: str, data: Path, without: tuple[str, ...]) -> None:
    """Fit the spread of modalities of which nothing is observed, for a MODEL (id or folder)."""

    def measure(feedback: Feedback) -> Path:
        calibrate_whole(model, data, without, feedback)
        return model_folder(model) / "manifest.json"

    run_study(measure)
    for pair, factor in read_manifest(model_folder(model)).calibration["whole"].items():
        click.echo(f"{pair}: {factor:g}")


if __name__ == "__main__":
    main()
