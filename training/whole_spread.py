"""How much wider the spread has to be where nothing of a modality was observed.

A network's spread is fitted to pixels that were hidden among others. Where a modality is drawn from another one alone,
a whole scene may be too bright or too dark, and a new place is not the mean of the known ones: the factor for a pair of
modalities is that of the place where the stated spread was furthest too narrow, and never below 1.

``python -m scenefill.training.whole_spread MODEL --data FOLDER`` measures it on the chips and writes it to the model.
"""

from __future__ import annotations

import dataclasses
import tempfile
from collections.abc import Sequence
from pathlib import Path

import click
import numpy as np

from ..core.feedback import Feedback
from ..core.model.store import model_folder, read_manifest, write_manifest
from ..core.model.translate import Translators
from .eval_engine import Drawn, SceneFillMethod
from .eval_find import find_scenes, open_data
from .eval_tasks import Case, make_case, tasks_for

#: Side in pixels of what is drawn of a scene, and the share of its errors that is to be covered.
CROP, COVERED = 256, 0.9
_NORMAL_90 = 1.6449


def needed(case: Case, drawn: Drawn) -> float:
    """The factor by which the stated spread of a case's target covers nine errors in ten; NaN without any truth."""
    (target,) = case.task.targets
    values, spread = drawn.values[target], drawn.spread[target]
    judged = np.isfinite(case.truth(target)) & np.isfinite(values) & case.gap
    if not judged.any():
        return float("nan")
    ratio = np.abs(values - case.truth(target))[judged] / np.maximum(spread[judged], 1e-9)
    return float(np.quantile(ratio, COVERED) / _NORMAL_90)


def widest(found: Sequence[tuple[str, str, float]]) -> dict[str, float]:
    """``(pair, place, factor)`` of many scenes to the factor of each pair: of its scenes, then of its places."""
    factors: dict[str, float] = {}
    for pair in dict.fromkeys(name for name, _, _ in found):
        places: dict[str, list[float]] = {}
        for name, place, factor in found:
            if name == pair and np.isfinite(factor):
                places.setdefault(place, []).append(factor)
        if places:
            factors[pair] = round(max(1.0, *(float(np.median(own)) for own in places.values())), 3)
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
    write_manifest(folder, dataclasses.replace(manifest, calibration=plain))
    translators = Translators.load(folder)
    chips = open_data(data, "train")
    entries = tuple(entry for entry in chips.entries if entry.get("scene") not in without)
    scenes = find_scenes(dataclasses.replace(chips, entries=entries), CROP, Feedback())
    found = []
    with tempfile.TemporaryDirectory(prefix="scenefill-") as work:
        method = SceneFillMethod(lambda case: str(folder), Path(work), feedback=feedback)
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

    class Echo(Feedback):
        def log(self, level: str, text: str) -> None:
            click.echo(text)

    calibrate_whole(model, data, without, Echo())
    for pair, factor in read_manifest(model_folder(model)).calibration["whole"].items():
        click.echo(f"{pair}: {factor:g}")


if __name__ == "__main__":
    main()
