"""Does a scene drawn from nothing hang together?

With no inputs, all modalities of a job are drawn jointly from one latent scene. If they show one place, then a
regression that was fitted on *real* chips must predict the drawn infrared (or radar) from the drawn optical about as
well as it does in reality, and much better than the infrared of another drawn scene.
"""

from __future__ import annotations

import itertools
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torchmetrics.functional.regression import pearson_corrcoef, r2_score

from ..core.engine.run import run_job
from ..core.errors import SceneFillError
from ..core.feedback import Feedback
from ..core.job import GridSpec, Job, Output, Sampling, Target
from .baselines import TREES_TRAINED, Baselines
from .eval_engine import QuietFeedback
from .eval_rasters import read_modality
from .eval_scenes import EvalScene

MODALITIES = ("optical", "infrared", "sar", "multispectral", "panchromatic")
RELATIONS = (("optical", "infrared"), ("optical", "sar"))
_PIXEL_SIZE = 10.0
_FLAT = 1e-6  # standard deviation below which a band has no correlation with anything

Layers = Mapping[str, np.ndarray]


@dataclass(frozen=True)
class Agreement:
    """How well a regression fitted on real chips predicts one drawn modality from another.

    ``correlation``: Pearson's r between predicted and drawn pixels of a pair, mean over bands and pairs. ``r2``:
    coefficient of determination over the pixels of all pairs together, mean over bands. ``pairs`` counts the pairs.
    """

    correlation: float
    r2: float
    pairs: int


@dataclass(frozen=True)
class Consistency:
    """One relation: pairs drawn together, pairs of different drawings, and real pairs where the data has them."""

    shown: str
    target: str
    together: Agreement
    shuffled: Agreement | None
    real: Agreement | None


@dataclass(frozen=True)
class JointReport:
    """Consistency of jointly drawn scenes; ``places`` taught the regressions."""

    seeds: tuple[int, ...]
    size: int
    steps: int
    relations: tuple[Consistency, ...]
    places: tuple[str, ...]

    def to_dict(self) -> dict[str, Any]:
        return asdict(self)


def joint_consistency(
    model: str,
    work_dir: Path,
    baselines: Baselines,
    real: Sequence[EvalScene] = (),
    *,
    seeds: Sequence[int] = (1, 2, 3, 4, 5, 6),
    size: int = 256,
    steps: int = 4,
    feedback: Feedback | None = None,
) -> JointReport:
    """Draw one scene per seed from nothing, and measure how far its modalities agree.

    Args:
        model: id or folder of the model.
        work_dir: the drawings stay in ``work_dir/joint/<seed>``.
        baselines: fits the regressions on real training chips.
        real: real scenes, for the same measure in reality.
        seeds, size, steps: what is drawn: 10 m pixels, ``size`` x ``size``, one realisation per seed.

    Raises:
        SceneFillError: ``no-training-chips`` when the regressions cannot be fitted.
    """
    feedback = feedback or Feedback()
    drawn: list[Layers] = []
    for index, seed in enumerate(seeds):
        feedback.raise_if_cancelled()
        feedback.progress(index / len(seeds), "joint")
        drawn.append(draw_jointly(model, work_dir / "joint" / str(seed), seed, size, steps, feedback))
    found = [_clear_layers(scene) for scene in real]
    relations = tuple(_measure(shown, target, drawn, found, baselines) for shown, target in RELATIONS)
    places = baselines.regressions(("optical",), "infrared")
    return JointReport(tuple(seeds), size, steps, relations, places.places if places else ())


def draw_jointly(model: str, folder: Path, seed: int, size: int, steps: int, feedback: Feedback) -> Layers:
    """One realisation of :data:`MODALITIES` without any input: modality -> ``(C, H, W)`` physical values."""
    shutil.rmtree(folder, ignore_errors=True)
    job = Job(
        title=f"A scene drawn from nothing, seed {seed}",
        grid=GridSpec(
            crs="EPSG:32633",
            transform=(_PIXEL_SIZE, 0.0, 500_000.0, 0.0, -_PIXEL_SIZE, 5_000_000.0),
            width=size,
            height=size,
        ),
        inputs=(),
        targets=tuple(Target(modality) for modality in MODALITIES),
        sampling=Sampling("realisation", steps, 1, seed),
        model=model,
        output=Output(str(folder)),
    )
    result = run_job(job, QuietFeedback(feedback))
    samples = {m: out.path for out in result.outputs if out.kind == "sample" for m in out.modalities}
    return {modality: read_modality(Path(samples[modality]), modality) for modality in MODALITIES}


def _clear_layers(scene: EvalScene) -> dict[str, np.ndarray]:
    return {m: np.where(scene.clear, layer.values, np.nan) for m, layer in scene.layers.items()}


def _measure(
    shown: str, target: str, drawn: Sequence[Layers], real: Sequence[Layers], baselines: Baselines
) -> Consistency:
    learnt = baselines.regressions((shown,), target)
    if learnt is None:
        raise SceneFillError(
            "no-training-chips",
            f"No training chip has {shown} and {target} of one date, so no regression can be fitted.",
            "Name a data folder whose manifest has a train split.",
        )
    predicted = [learnt.predict({shown: layers[shown]}, TREES_TRAINED) for layers in drawn]
    truths = [layers[target] for layers in drawn]
    others = [(predicted[i], truths[j]) for i, j in itertools.permutations(range(len(drawn)), 2)]
    usable = [layers for layers in real if shown in layers and target in layers]
    actual = [(learnt.predict({shown: layers[shown]}, TREES_TRAINED), layers[target]) for layers in usable]
    together = agreement(list(zip(predicted, truths)))
    return Consistency(shown, target, together, _optional(others), _optional(actual))


def _optional(pairs: Sequence[tuple[np.ndarray, np.ndarray]]) -> Agreement | None:
    return agreement(pairs) if pairs else None


def agreement(pairs: Sequence[tuple[np.ndarray, np.ndarray]]) -> Agreement:
    """Agreement of (predicted, drawn) pairs, both ``(C, H, W)``; bands that were not predicted are left out."""
    correlations, scores = [], []
    for band in range(pairs[0][0].shape[0]):
        columns = [_finite(predicted[band], truth[band]) for predicted, truth in pairs]
        columns = [(p, t) for p, t in columns if len(p) > 1]
        correlations += [_correlation(p, t) for p, t in columns]
        if columns:
            p, t = (torch.cat(parts) for parts in zip(*columns))
            scores.append(float(r2_score(p, t)))
    if not scores:
        raise SceneFillError("nothing-to-judge", "No band was both predicted and drawn.")
    return Agreement(float(np.mean(correlations)), float(np.mean(scores)), len(pairs))


def _finite(predicted: np.ndarray, truth: np.ndarray) -> tuple[torch.Tensor, torch.Tensor]:
    both = np.isfinite(predicted) & np.isfinite(truth)
    return torch.from_numpy(predicted[both].astype(np.float64)), torch.from_numpy(truth[both].astype(np.float64))


def _correlation(predicted: torch.Tensor, truth: torch.Tensor) -> float:
    """Pearson's r; 0 where one of them is flat, because then it tells nothing about the other."""
    if float(predicted.std()) < _FLAT or float(truth.std()) < _FLAT:
        return 0.0
    return float(pearson_corrcoef(predicted, truth))
