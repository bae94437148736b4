"""Local level: how far the draft is off where the truth is known, carried into the gap.

A network that saw few places gets structure right and level and contrast wrong: haze, product and season shift a whole
band. Where a layer is to be filled, its own observed pixels say by how much. They are hidden block by block and drafted
from everything else; an affine map and a smooth field are fitted to what the draft missed there, and applied where
nothing was observed: leave-block-out cross-validation (Roberts et al. 2017, doi 10.1111/ecog.02881) feeding the trend
and the residual of regression kriging (Hengl et al. 2007, doi 10.1016/j.cageo.2007.05.001), with a few Gaussian kernels
instead of a variogram. Everything is a function of the window alone, and is computed in
numpy, window by window: sums over pixels must not depend on threads or on who shares the batch.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy import ndimage

#: Pixels along one axis of the blocks that are hidden together, and of the cells that errors are averaged over.
BLOCK, CELL = 32, 2
#: Standard deviations of the kernels in pixels: the window's level first, then what varies within it, down to the rim.
KERNELS = (64.0, 24.0, 8.0, 3.0, 1.5)
#: Cells of standard deviation from which a kernel is computed on cells four times as large.
BROAD = 8.0
#: Standard deviation of the kernel that blinds the overview, in its own pixels.
GUIDE_KERNEL = 2.5
#: Share of a finer kernel's weight that must be observed for half of its correction to be believed.
HALF_TRUST = 0.02
#: Variance (model space squared) by which the slope is held at 1, and its upper bound.
PRIOR, STEEPEST = 0.02, 1.5
#: Keeps ratios of variances finite.
FLOOR = 1e-4
#: Share of the widest kernel's weight that must be observed for half of the window's own correction to be believed.
TRUST = 0.02
#: Standard deviation, in pixels of the overview, of what the overview says about the level where the window cannot.
OVERVIEW_KERNEL = 1.0


def fold(height: int, width: int, parity: int) -> np.ndarray:
    """``(H, W)`` bool, True on the fields of a chessboard of :data:`BLOCK` pixels that have the ``parity``."""
    rows, cols = np.arange(height) // BLOCK, np.arange(width) // BLOCK
    return np.asarray(np.add.outer(rows, cols) % 2 == parity)


def blind_guide(guide: np.ndarray, hidden: np.ndarray) -> np.ndarray:
    """A window's overview as it would be had the hidden pixels not been observed.

    The overview saw them, and would tell the draft what it is asked: their cells get what their neighbours say.

    Args:
        guide: ``(C, h, w)``.
        hidden: ``(H, W)`` bool.
    """
    height, width = guide.shape[-2:]
    cells = hidden.reshape(height, hidden.shape[0] // height, width, hidden.shape[1] // width).any(axis=(1, 3))
    shown = np.where(cells, 0.0, 1.0)
    sigma = (0, GUIDE_KERNEL, GUIDE_KERNEL)
    near = ndimage.gaussian_filter(guide * shown, sigma) / np.maximum(ndimage.gaussian_filter(shown[None], sigma), 1e-6)
    return np.where(cells, near, guide).astype(np.float32)


@dataclass(frozen=True)
class Level:
    """What a window's observed pixels of one modality say about its draft, in model space.

    Attributes:
        slope, centre: ``(C, 1, 1)`` the affine part, about the draft's mean where it was judged.
        field: ``(C, H, W)`` what is added after that.
        inflation: ``(C, 1, 1)`` squared error after the affine part over the variance that was stated.
        trust: ``(C, H, W)`` 0..1, how far all this is believed: observed pixels may be few, or far away.
        guide: ``(C, h, w)`` the levelled overview, which is believed for the rest; None when there is none.
        free: ``(C, H, W)`` bool, False where a pixel is known and stays as it is.
    """

    slope: np.ndarray
    centre: np.ndarray
    field: np.ndarray
    inflation: np.ndarray
    trust: np.ndarray
    guide: np.ndarray | None
    free: np.ndarray

    def shift(self, mean: np.ndarray) -> np.ndarray:
        """What to add to a drawing ``(C, H, W)``, float32."""
        shift = self.trust * ((self.slope - 1) * (mean - self.centre) + self.field)
        if self.guide is not None:
            shift = shift + (1 - self.trust) * _towards(self.guide, mean)
        return np.where(self.free, shift, 0.0).astype(np.float32)

    def deviation_factor(self) -> np.ndarray:
        """``(C, H, W)`` by which the stated standard deviation is to be multiplied."""
        return np.asarray(np.power(self.inflation, 0.5 * self.trust))


def learn_level(
    drafted: np.ndarray,
    variance: np.ndarray,
    truth: np.ndarray,
    weight: np.ndarray,
    guide: np.ndarray | None = None,
) -> Level:
    """Fit the correction of one window, band by band; all arrays ``(C, H, W)`` in model space.

    Args:
        drafted: draft of pixels that were hidden from it.
        variance: what it stated for them.
        truth: what they are; anything where ``weight`` is 0.
        weight: 1 where a pixel was hidden and is known.
        guide: ``(C, h, w)`` the overview of the window, levelled by a wider neighbourhood, or None.
    """
    drafted, variance, truth, weight = (a.astype(np.float64) for a in (drafted, variance, truth, weight))
    count = weight.sum(axis=(1, 2), keepdims=True)

    def mean_of(values: np.ndarray) -> np.ndarray:
        return np.asarray((values * weight).sum(axis=(1, 2), keepdims=True) / np.maximum(count, 1.0))

    centre, level = mean_of(drafted), mean_of(truth)
    covariance = mean_of((drafted - centre) * (truth - level))
    spread = mean_of((drafted - centre) ** 2)
    # A draft that says nothing about the truth gets a slope near 0: the local mean is then the better answer.
    slope = np.clip((covariance + PRIOR) / (spread + PRIOR), 0.0, STEEPEST)
    error = (truth - drafted - (slope - 1) * (drafted - centre)) * weight
    field, wide = _fields(error, weight)
    left = mean_of((error - wide) ** 2)
    inflation = np.clip((left + FLOOR) / (mean_of(variance) + FLOOR), 0.05, 20.0)
    near = _smooth(_cells(weight), KERNELS[0])
    # Without an overview there is nothing else to believe.
    trust = np.ones(truth.shape) if guide is None else _enlarge(near / (near + TRUST))
    return Level(slope, centre, field, inflation, trust, guide, weight == 0)


def _fields(error: np.ndarray, weight: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The smooth field of measured errors, and its widest part; 0 in a band without any.

    Each kernel smooths what the wider ones left.
    """
    measured, mean = _cells(weight), _cells(error)
    wide = _smooth(mean, KERNELS[0]) / np.maximum(_smooth(measured, KERNELS[0]), 1e-6)
    field = wide = np.where(measured.any(axis=(1, 2), keepdims=True), wide, 0.0)
    for sigma in KERNELS[1:]:
        rest = mean - field * measured
        field = field + _smooth(rest, sigma) / (_smooth(measured, sigma) + HALF_TRUST)
    return _enlarge(field), _enlarge(wide)


def _towards(guide: np.ndarray, mean: np.ndarray) -> np.ndarray:
    """What brings the low frequencies of a drawing ``(C, H, W)`` to the overview's."""
    bands, height, width = guide.shape
    factor = mean.shape[1] // height
    low = mean.reshape(bands, height, factor, width, factor).mean(axis=(2, 4), dtype=np.float64)
    missing = ndimage.gaussian_filter(guide - low, (0, OVERVIEW_KERNEL, OVERVIEW_KERNEL), mode="nearest")
    while missing.shape[1] < mean.shape[1]:
        missing = _enlarge(missing)
    return missing


def _cells(values: np.ndarray) -> np.ndarray:
    bands, height, width = values.shape
    return values.reshape(bands, height // CELL, CELL, width // CELL, CELL).mean(axis=(2, 4))


def _smooth(values: np.ndarray, sigma: float) -> np.ndarray:
    """Gaussian of ``sigma`` pixels over cells ``(C, h, w)``, nothing beyond the borders."""
    cells = sigma / CELL
    if cells >= BROAD:
        # Too smooth to need every cell, and a broad kernel on all of them would cost more than all the rest.
        bands, height, width = values.shape
        merged = values.reshape(bands, height // 4, 4, width // 4, 4).mean(axis=(2, 4))
        return _enlarge(_enlarge(_smooth(merged, sigma / 4)))
    return np.asarray(ndimage.gaussian_filter(values, (0, cells, cells), mode="constant", truncate=3.0))


def _enlarge(cells: np.ndarray) -> np.ndarray:
    """Bilinear from cells of 2 × 2 pixels to pixels, constant beyond the outer cells' centres."""
    for axis in (1, 2):
        padding = [(0, 0)] * 3
        padding[axis] = (1, 1)
        around = np.moveaxis(np.pad(cells, padding, mode="edge"), axis, -1)
        before, here, after = around[..., :-2], around[..., 1:-1], around[..., 2:]
        pairs = np.stack([0.25 * before + 0.75 * here, 0.75 * here + 0.25 * after], axis=-1)
        cells = np.moveaxis(pairs.reshape(*pairs.shape[:-2], -1), -1, axis)
    return cells
