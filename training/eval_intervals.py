"""Pooled PSNR with confidence intervals by block bootstrap.

Neighbouring pixels err together, so that an interval from independent pixels would be far too narrow. Blocks of 16 x 16
pixels are drawn with replacement instead (H. R. Künsch, "The jackknife and the bootstrap for general stationary
observations", Annals of Statistics 17 (1989)). The same draws serve every method of a case: the interval of a
difference is a paired one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from ..core.errors import SceneFillError
from .eval_tasks import Case
from .metrics import DATA_RANGES, EXACT_PSNR

BLOCK = 16
RESAMPLES = 1000
_LEVEL = (2.5, 97.5)

Interval = tuple[float, float]


@dataclass(frozen=True)
class Errors:
    """Squared errors of one method over a gap: their sum per block, and the sum over the image around the gap."""

    blocks: np.ndarray
    around: float


@dataclass(frozen=True)
class Pooled:
    """PSNR in dB over all bands of all targets: of the gap with its 95 % interval, and of the whole clear image."""

    psnr: float
    interval: Interval
    whole: float


@dataclass(frozen=True)
class Margin:
    """Difference of two pooled PSNR in dB (first minus second) with its paired 95 % interval."""

    difference: float
    interval: Interval


class Pool:
    """Compares drawings of one case with the truth.

    Args:
        case: every target must have the same unit.
        seed: of the bootstrap.
    """

    def __init__(self, case: Case, seed: int = 0) -> None:
        self._case = case
        self._range = DATA_RANGES[case.unit]
        truth = np.concatenate([case.truth(modality) for modality in case.task.targets])
        self._truth = truth
        self._judged = np.isfinite(truth) & case.gap
        self._around = np.isfinite(truth) & case.scene.clear & ~case.gap
        counts = _block_sums(self._judged.sum(axis=0))
        self._kept = counts > 0
        self._counts = counts[self._kept]
        self._whole_count = int(self._judged.sum() + self._around.sum())
        rng = np.random.default_rng([seed, *case.scene.id.encode(), *case.task.id.encode()])
        self._draws = rng.integers(self._counts.size, size=(RESAMPLES, self._counts.size))

    @property
    def blocks(self) -> int:
        """How many blocks have hidden pixels: with few of them an interval is itself uncertain."""
        return int(self._counts.size)

    def errors(self, drawing: Mapping[str, np.ndarray], keeps: bool) -> Errors:
        """Squared errors of a drawing.

        Args:
            drawing: target modality -> ``(C, H, W)`` physical values, finite at every judged pixel.
            keeps: whether the drawing is a whole image already; otherwise the observed pixels are laid over it.

        Raises:
            SceneFillError: ``not-finite`` when the drawing has a hole in the gap.
        """
        drawn = np.concatenate([drawing[modality] for modality in self._case.task.targets])
        squares = np.square(drawn.astype(np.float64) - self._truth)
        inside = np.where(self._judged, squares, 0.0).sum(axis=0)
        if not np.isfinite(inside).all():
            raise SceneFillError("not-finite", "The prediction has no value at some hidden pixels.")
        around = float(squares[self._around].sum()) if keeps else 0.0
        return Errors(_block_sums(inside)[self._kept], around)

    def pooled(self, errors: Errors) -> Pooled:
        inside = float(errors.blocks.sum())
        return Pooled(
            psnr=float(self._psnr(inside / self._counts.sum())),
            interval=_interval(self._resampled(errors)),
            whole=float(self._psnr((inside + errors.around) / self._whole_count)),
        )

    def margin(self, own: Errors, other: Errors) -> Margin:
        count = self._counts.sum()
        difference = self._psnr(own.blocks.sum() / count) - self._psnr(other.blocks.sum() / count)
        return Margin(float(difference), _interval(self._resampled(own) - self._resampled(other)))

    def _resampled(self, errors: Errors) -> np.ndarray:
        """PSNR of every resample."""
        sums = errors.blocks[self._draws].sum(axis=1)
        return self._psnr(sums / self._counts[self._draws].sum(axis=1))

    def _psnr(self, mean_square: np.ndarray | float) -> np.ndarray:
        with np.errstate(divide="ignore"):
            return np.minimum(10.0 * np.log10(self._range**2 / np.asarray(mean_square)), EXACT_PSNR)


def _interval(values: np.ndarray) -> Interval:
    low, high = np.percentile(values, _LEVEL)
    return float(low), float(high)


def _block_sums(plane: np.ndarray) -> np.ndarray:
    """Sums over blocks of ``BLOCK`` x ``BLOCK`` pixels from the top left; those at the far edges may be smaller."""
    pad = [(0, -side % BLOCK) for side in plane.shape]
    padded = np.pad(plane, pad)
    rows, cols = (side // BLOCK for side in padded.shape)
    return padded.reshape(rows, BLOCK, cols, BLOCK).sum(axis=(1, 3)).ravel()
