"""Local level: how far the draft is off where the truth is known, carried into the gap.

A network that saw few places gets structure right and level and contrast wrong: haze, product and season shift a whole
band. Where a layer is to be filled, its own observed pixels say by how much. They are hidden block by block and drafted
from everything else; an affine map and a smooth field are fitted to what the draft missed there, and applied where
nothing was observed: leave-block-out cross-validation (Roberts et al. 2017, doi 10.1111/ecog.02881) feeding the trend
and the residual of regression kriging (Hengl et al. 2007, doi 10.1016/j.cageo.2007.05.001), with two Gaussian kernels
instead of a variogram. Everything is a function of the window alone, and is computed in
numpy, window by window: sums over pixels must not depend on threads or on who shares the batch.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy import ndimage

#: Pixels along one axis of the blocks that are hidden together, and of the cells that errors are averaged over.
BLOCK, CELL = 32, 8
#: Standard deviations of the two kernels in cells: the window's level first, then what varies within it.
WIDE, NARROW = 8.0, 2.5
#: Observed cells around a cell at which half of the finer correction is believed.
HALF_TRUST = 2.0
#: Variance (model space squared) by which the slope is held at 1, and its upper bound.
PRIOR, STEEPEST = 0.02, 1.5
#: Keeps ratios of variances finite; pixels below which they are not trusted.
FLOOR, FEWEST = 1e-4, 200


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
    near = _smooth(guide * shown, NARROW) / np.maximum(_smooth(shown[None], NARROW), 1e-6)
    return np.where(cells, near, guide).astype(np.float32)


@dataclass(frozen=True)
class Level:
    """What a window's observed pixels of one modality say about its draft, in model space.

    Attributes:
        slope, centre: ``(C, 1, 1)`` the affine part, about the draft's mean where it was judged.
        field: ``(C, H, W)`` what is added after that.
        inflation: ``(C, 1, 1)`` squared error after the affine part over the variance that was stated, 1 where unknown.
        free: ``(C, H, W)`` bool, False where a pixel is known and stays as it is.
    """

    slope: np.ndarray
    centre: np.ndarray
    field: np.ndarray
    inflation: np.ndarray
    free: np.ndarray

    def shift(self, mean: np.ndarray) -> np.ndarray:
        """What to add to a drawing ``(C, H, W)``, float32."""
        shift = (self.slope - 1) * (mean - self.centre) + self.field
        return np.where(self.free, shift, 0.0).astype(np.float32)


def learn_level(drafted: np.ndarray, variance: np.ndarray, truth: np.ndarray, weight: np.ndarray) -> Level:
    """Fit the correction of one window, band by band; all arrays ``(C, H, W)`` in model space.

    Args:
        drafted: draft of pixels that were hidden from it.
        variance: what it stated for them.
        truth: what they are; anything where ``weight`` is 0.
        weight: 1 where a pixel was hidden and is known.
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
    return Level(slope, centre, field, np.where(count >= FEWEST, inflation, 1.0), weight == 0)


def _fields(error: np.ndarray, weight: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The smooth field of measured errors, and its wide part; 0 in a band without any."""
    measured, mean = _cells(weight), _cells(error)
    wide = _smooth(mean, WIDE) / np.maximum(_smooth(measured, WIDE), 1e-6)
    wide = np.where(measured.any(axis=(1, 2), keepdims=True), wide, 0.0)
    # Sums of cells rather than means: the number of them is what trust is measured in.
    area = 2 * np.pi * NARROW**2
    fine = area * _smooth(mean - wide * measured, NARROW) / (area * _smooth(measured, NARROW) + HALF_TRUST)
    return _enlarge(wide + fine), _enlarge(wide)


def _cells(values: np.ndarray) -> np.ndarray:
    bands, height, width = values.shape
    return values.reshape(bands, height // CELL, CELL, width // CELL, CELL).mean(axis=(2, 4))


def _smooth(values: np.ndarray, sigma: float) -> np.ndarray:
    """Gaussian over ``(C, h, w)``, nothing beyond the borders."""
    return np.asarray(ndimage.gaussian_filter(values, (0, sigma, sigma), mode="constant", truncate=3.0))


def _enlarge(cells: np.ndarray) -> np.ndarray:
    """Bilinear from cells to pixels, constant beyond the outer cells' centres."""
    height, width = cells.shape[-2:]
    rows = np.clip((np.arange(height * CELL) + 0.5) / CELL - 0.5, 0, height - 1)
    cols = np.clip((np.arange(width * CELL) + 0.5) / CELL - 0.5, 0, width - 1)
    grid = np.meshgrid(rows, cols, indexing="ij")
    return np.stack([ndimage.map_coordinates(plane, grid, order=1) for plane in cells])
