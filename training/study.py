"""What the comparisons of models share: which weights, which held-out batches, how drawings are judged, the report."""

from __future__ import annotations

import json
import logging
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import click
import numpy as np
import torch

from ..core.errors import JobCancelled, SceneFillError
from ..core.feedback import Feedback
from ..core.model.pipeline import SceneDraft, SceneGenPipeline
from ..core.model.store import model_folder
from .chips import load_dataset
from .losses import Prepared
from .sampler import PRIMARY
from .settings import TrainSettings
from .simcache import simulated_chips
from .train import training_stream
from .validation import infer

logger = logging.getLogger("scenefill.training")

HELD_SCENES = 4  # simulated scenes that stand in for held-out places where there are no real chips
_SEED = 24_680  # of the held-out batches: not those that a training run is watched on
PIXELS, ONE, MEAN, GRADIENT, TRUE_GRADIENT = range(5)


class LogFeedback(Feedback):
    """Tells what goes on through :mod:`logging`."""

    def log(self, level: str, text: str) -> None:
        logger.log(logging.getLevelName(level.upper()), text)


@dataclass
class Measurement:
    """Sums over hidden pixels with a known truth, in model space.

    Attributes:
        sums: modality -> ``(batches, 5)`` float64: judged values, absolute error of one realisation, absolute error of
            the mean of all, gradient energy of one realisation, gradient energy of the truth.
        seconds: of the overview, the scene and all realisations, over all batches.
    """

    sums: dict[str, np.ndarray]
    seconds: float = 0.0

    def figures(self) -> dict[str, dict[str, float]]:
        """Per judged modality ``one`` and ``mean`` (absolute errors) and ``gradient`` (energy over the truth's)."""
        result = {}
        for modality, rows in self.sums.items():
            total = rows.sum(axis=0)
            if total[PIXELS] > 0:
                result[modality] = {
                    "one": float(total[ONE] / total[PIXELS]),
                    "mean": float(total[MEAN] / total[PIXELS]),
                    "gradient": float(total[GRADIENT] / max(total[TRUE_GRADIENT], 1e-12)),
                }
        return result

    def average(self) -> dict[str, float]:
        """:meth:`figures` over the modalities: means of the errors, the median of the ratio ``gradient``."""
        figures = list(self.figures().values())
        errors = {name: float(np.mean([f[name] for f in figures])) for name in ("one", "mean")}
        # The truth of flat land has hardly any gradient: a mean would show the ratio of elevation alone.
        return errors | {"gradient": float(np.median([f["gradient"] for f in figures]))}

    def mean_error(self, batches: np.ndarray) -> float:
        """Error of the mean of all realisations over some batches (indices), averaged over the modalities."""
        totals = [rows[batches].sum(axis=0) for rows in self.sums.values()]
        return float(np.mean([total[MEAN] / total[PIXELS] for total in totals if total[PIXELS] > 0]))


def pipeline_folder(model: str) -> Path:
    """The folder of a pipeline: a path with a ``model_index.json``, else as :func:`model_folder` finds it."""
    return Path(model) if (Path(model) / "model_index.json").is_file() else model_folder(model)


def device() -> torch.device:
    """Where comparisons run: the first CUDA device, else the CPU."""
    return torch.device("cuda" if torch.cuda.is_available() else "cpu")


def to_device(pipeline: SceneGenPipeline, where: torch.device) -> SceneGenPipeline:
    """Move the networks, ready to draw."""
    for module in (pipeline.encoder, pipeline.heads, pipeline.generator, pipeline.codec):
        torch.nn.Module.to(module, where)
        module.eval().requires_grad_(False)
    return pipeline


def held_out_batches(settings: TrainSettings, count: int) -> tuple[list[dict[str, Any]], str]:
    """Batches of places that the settings hold out of training, and a sentence that says what they are.

    Without real chips, simulated scenes that no run with these settings trains on.
    """
    if settings.data:
        _, held = load_dataset(settings.data, settings.holdout_places)
        if not held:
            raise SceneFillError("no-chips", "No chips are held out of training.", "Name places in 'holdout_places'.")
        stream = training_stream(held, [], settings, _SEED)
        places = f"held-out places ({', '.join(sorted({chip.place for chip in held}))})"
    else:
        folder = settings.simulated_folder or Path(settings.output) / "simulated"
        made = simulated_chips(folder, HELD_SCENES, size=settings.simulated_size, seed=settings.seed + 1)
        stream = training_stream([], made, settings, _SEED)
        places = f"{HELD_SCENES} simulated scenes that were not trained on"
    return [stream.batch(settings.batch) for _ in range(count)], places


@torch.no_grad()
def measure(
    pipeline: SceneGenPipeline,
    batches: Sequence[dict[str, Any]],
    settings: TrainSettings,
    steps: Sequence[int],
    samples: int = 4,
    seed: int = 0,
    feedback: Feedback | None = None,
) -> dict[int, Measurement]:
    """Draw every batch with each number of steps, from the same noise, and compare with the truth.

    Args:
        pipeline: to judge.
        batches: of :class:`~scenefill.training.sampler.TrainingStream`.
        settings: those that the batches were made with.
        steps: numbers of network evaluations; 0 is the draft.
        samples: realisations.
        seed: of the noise.
        feedback: progress and cancellation.
    """
    feedback = feedback or Feedback()
    names = list(pipeline.codec.modalities)
    results = {n: Measurement({m: np.zeros((len(batches), 5)) for m in names}) for n in steps}
    where = pipeline.device
    rng = torch.Generator().manual_seed(seed)
    for index, batch in enumerate(batches):
        feedback.raise_if_cancelled()
        feedback.progress(index / len(batches), "measure")
        started = time.perf_counter()
        prepared, draft = infer(pipeline, batch, settings, where)
        _wait(where)
        inferred = time.perf_counter() - started
        noises = [torch.randn(draft.mean.shape, generator=rng).to(where) for _ in range(samples)]
        # All step counts of one batch, one after the other: what else the machine does meets all of them.
        for count, result in results.items():
            started = time.perf_counter()
            drawn = _draw(pipeline, prepared, draft, noises, count)
            _wait(where)
            result.seconds += inferred + time.perf_counter() - started
            pictures = [_pixels(pipeline, latents, names) for latents in (drawn[0], drawn.mean(dim=0))]
            for number, name in enumerate(names):
                result.sums[name][index] = _judge(batch, number, *(picture[name] for picture in pictures))
    return results


def _draw(
    pipeline: SceneGenPipeline, prepared: Prepared, draft: SceneDraft, noises: Sequence[torch.Tensor], steps: int
) -> torch.Tensor:
    """``(samples, B, L, h, w)`` realisations; the draft for 0 steps."""
    if steps == 0:
        return draft.mean[None]
    given = (prepared.observed, prepared.truth, prepared.target, steps)
    return torch.stack([pipeline.draw_residual(draft, noise, *given) for noise in noises])


def _wait(where: torch.device) -> None:
    if where.type == "cuda":
        torch.cuda.synchronize()


def _pixels(pipeline: SceneGenPipeline, latents: torch.Tensor, names: Sequence[str]) -> dict[str, np.ndarray]:
    return {m: v.float().cpu().numpy() for m, v in pipeline.decode(latents, names).items()}


def _judge(batch: Mapping[str, Any], number: int, one: np.ndarray, mean: np.ndarray) -> np.ndarray:
    """The five sums of one modality in one batch; see :class:`Measurement`."""
    name = PRIMARY[number]
    truth = batch["x"][name].astype(np.float64)
    judged = batch["valid"][name] & ~batch["observed"][name]
    judged &= (batch["target"][:, number] & (batch["weight"][:, number] > 0))[:, None, None, None]
    return np.array(
        [
            judged.sum(),
            np.abs(one - truth)[judged].sum(),
            np.abs(mean - truth)[judged].sum(),
            gradient_energy(one, judged),
            gradient_energy(truth, judged),
        ],
        dtype=np.float64,
    )


def gradient_energy(values: np.ndarray, judged: np.ndarray) -> float:
    """Sum of squared differences between neighbours along rows and columns, where both pixels are ``judged``."""
    total = 0.0
    for axis in (-1, -2):
        pairs = np.take(judged, range(1, judged.shape[axis]), axis) & np.take(
            judged, range(judged.shape[axis] - 1), axis
        )
        total += float(np.square(np.diff(values.astype(np.float64), axis=axis))[pairs].sum())
    return total


def change_interval(
    judged: Measurement, reference: Measurement, seed: int = 0, draws: int = 1000
) -> tuple[float, float, float]:
    """Change of the mean's error against a reference, and its 90 % interval, as shares of the reference's error.

    The interval is a paired bootstrap over batches: it holds the luck of the held-out samples, and not that of the
    training seed.
    """
    count = len(next(iter(judged.sums.values())))
    rng = np.random.default_rng(seed)
    everything = np.arange(count)
    changes = []
    for batches in [everything, *rng.integers(0, count, (draws, count))]:
        before = reference.mean_error(batches)
        changes.append(judged.mean_error(batches) / before - 1.0 if before > 0 else np.nan)
    low, high = np.nanquantile(changes[1:], (0.05, 0.95))
    return float(changes[0]), float(low), float(high)


def table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table."""
    lines = [header, ["---"] * len(header), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


@dataclass(frozen=True)
class StudyReport:
    """A comparison's outcome: figures for machines and text for people, written side by side."""

    name: str
    title: str
    facts: Mapping[str, Any]
    text: Sequence[str]
    figures: Mapping[str, Any] = field(default_factory=dict)

    def write(self, folder: Path) -> Path:
        """``NAME.json`` and ``NAME.md`` in ``folder``; returns the latter."""
        folder.mkdir(parents=True, exist_ok=True)
        data = {"facts": dict(self.facts), "figures": dict(self.figures)}
        (folder / f"{self.name}.json").write_text(json.dumps(data, indent=1), encoding="utf-8")
        facts = "\n".join(f"- {key}: {value}" for key, value in self.facts.items())
        path = folder / f"{self.name}.md"
        path.write_text("\n\n".join([f"# {self.title}", facts, *self.text]) + "\n", encoding="utf-8")
        return path


def run_study(work: Callable[[Feedback], Path]) -> None:
    """Run a comparison from the command line: messages to standard error, the report's path to standard output."""
    logging.basicConfig(level=logging.WARNING, format="%(message)s")
    logger.setLevel(logging.INFO)
    try:
        click.echo(f"report: {work(LogFeedback())}")
    except JobCancelled as error:
        raise click.Abort from error
    except SceneFillError as error:
        raise click.ClickException(f"[{error.code}] {error.message} {error.hint}".rstrip()) from error
