"""Is the stated spread true? Coverage of the 90 % interval, the spread-skill curve, and the range of realisations.

The spread raster states a standard deviation per band and pixel. Were the errors Gaussian and the spread right, 90 % of
them would lie within 1.645 standard deviations, and pixels with a stated deviation of s would have an RMS error of s
(V. Fortin et al., "Why should ensemble spread match the RMSE of the ensemble mean?", J. Hydrometeorology 15 (2014)).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np

from .eval_tasks import Case

NINETY = 1.645
COVERED = (0.85, 0.95)
_BINS = 10
_SAMPLED = 50_000  # values of a case and modality that go into the curve over all scenes


def honest(covered: float) -> bool:
    """Whether the share that a 90 % interval covers is as asked for."""
    return COVERED[0] <= covered <= COVERED[1]


@dataclass(frozen=True)
class Coverage:
    """One modality of one case: the share of hidden values within the stated 90 % interval."""

    scene: str
    task: str
    method: str
    modality: str
    covered: float
    values: int

    def to_dict(self) -> dict[str, Any]:
        return asdict(self)


@dataclass(frozen=True)
class SpreadSkill:
    """One modality of one method over all cases of a kind (``fill`` or ``draw``).

    ``covered`` is the share of the values within the 90 % interval; ``stated`` and ``error`` are the RMS of the stated
    deviation and of the error in each of ten equally filled bins of the stated deviation.
    """

    method: str
    kind: str
    modality: str
    covered: float
    values: int
    stated: tuple[float, ...]
    error: tuple[float, ...]

    @property
    def holds(self) -> bool:
        return honest(self.covered)

    def to_dict(self) -> dict[str, Any]:
        return asdict(self)


@dataclass(frozen=True)
class RangeCoverage:
    """How often the truth lies between the lowest and the highest of the realisations.

    ``expected`` is what it would be if the truth were one more realisation: (n - 1) / (n + 1) for n of them.
    ``distance`` is the RMS difference between two realisations over sqrt(2) times the RMS error of their mean: near 1
    when they differ as much as they err.
    """

    scene: str
    task: str
    modality: str
    realisations: int
    covered: float
    expected: float
    distance: float

    def to_dict(self) -> dict[str, Any]:
        return asdict(self)


class SpreadJudge:
    """Collects errors and stated deviations, case by case."""

    def __init__(self, seed: int = 0) -> None:
        self._rng = np.random.default_rng([seed, 90])
        self._sampled: dict[tuple[str, str, str], list[np.ndarray]] = {}
        self.coverages: list[Coverage] = []
        self.ranges: list[RangeCoverage] = []

    def add(self, case: Case, method: str, drawing: Mapping[str, np.ndarray], spread: Mapping[str, np.ndarray]) -> None:
        """``drawing`` and ``spread``: target modality -> ``(C, H, W)`` in physical units."""
        for modality in case.task.targets:
            truth = case.truth(modality)
            judged = np.isfinite(truth) & case.gap & np.isfinite(spread[modality])
            if not judged.any():
                continue
            error = (drawing[modality] - truth)[judged].astype(np.float64)
            stated = spread[modality][judged].astype(np.float64)
            covered = float((np.abs(error) <= NINETY * stated).mean())
            self.coverages.append(Coverage(case.scene.id, case.task.id, method, modality, covered, error.size))
            picked = self._rng.choice(error.size, min(_SAMPLED, error.size), replace=False)
            self._sampled.setdefault((method, case.task.kind, modality), []).append(
                np.stack([stated[picked], error[picked]])
            )

    def add_realisations(self, case: Case, samples: Sequence[Mapping[str, np.ndarray]]) -> None:
        """``samples``: a drawing per realisation, two or more."""
        count = len(samples)
        for modality in case.task.targets:
            truth = case.truth(modality)
            stack = np.stack([sample[modality] for sample in samples]).astype(np.float64)
            judged = np.isfinite(truth) & case.gap & np.isfinite(stack).all(axis=0)
            if not judged.any():
                continue
            drawn, real = stack[:, judged], truth[judged]
            covered = float(((drawn.min(axis=0) <= real) & (real <= drawn.max(axis=0))).mean())
            apart = np.sqrt(2.0 * drawn.var(axis=0, ddof=1).mean())
            missed = np.sqrt(np.square(drawn.mean(axis=0) - real).mean())
            distance = float(apart / (np.sqrt(2.0) * max(missed, 1e-12)))
            expected = (count - 1) / (count + 1)
            facts = (case.scene.id, case.task.id, modality)
            self.ranges.append(RangeCoverage(*facts, count, covered, expected, distance))

    def curves(self) -> tuple[SpreadSkill, ...]:
        """One per method, kind of task and modality."""
        return tuple(_curve(*key, np.concatenate(parts, axis=1)) for key, parts in self._sampled.items())


def _curve(method: str, kind: str, modality: str, values: np.ndarray) -> SpreadSkill:
    stated, error = values[:, np.argsort(values[0], kind="stable")]
    bins = [(s, e) for s, e in zip(np.array_split(stated, _BINS), np.array_split(error, _BINS)) if s.size]
    return SpreadSkill(
        method,
        kind,
        modality,
        float((np.abs(error) <= NINETY * stated).mean()),
        error.size,
        tuple(_rms(s) for s, _ in bins),
        tuple(_rms(e) for _, e in bins),
    )


def _rms(values: np.ndarray) -> float:
    return float(np.sqrt(np.square(values).mean()))
