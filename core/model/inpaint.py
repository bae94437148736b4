"""Filling a gap from its rim: the harmonic function that continues what is observed around it.

Laplace's equation inside the gap with the observed pixels as boundary values, solved on a pyramid from coarse to fine
(cascadic multigrid: Bornemann and Deuflhard 1996, doi 10.1007/s002110050234). Elementwise numpy in float32, so the
result does not depend on threads or on who shares a batch.
"""

from __future__ import annotations

import numpy as np
from scipy import ndimage

#: Relaxation sweeps on every level of the pyramid; the start from the coarser level leaves little to do.
SWEEPS = 6
#: Over-relaxation of red-black Gauss-Seidel.
OMEGA = 1.5
#: Pixels along the shorter side of the coarsest level, about.
COARSEST = 4
#: Share of an observed pixel's weight that the prior has on the coarsest level.
PRIOR_WEIGHT = 1e-3


def harmonic(values: np.ndarray, mask: np.ndarray, prior: np.ndarray | None = None) -> np.ndarray:
    """Continue observed values into the gaps.

    Args:
        values: ``(C, H, W)``; anything finite where not observed.
        mask: ``(H, W)`` bool, True where observed.
        prior: ``(C, H, W)`` what is believed where nothing is observed far and wide; None for the mean of what is.

    Returns:
        ``(C, H, W)`` float32, equal to ``values`` where observed.
    """
    fine = np.where(mask, values, 0.0).astype(np.float32)
    if mask.all():
        return fine
    levels = [(fine, mask.astype(np.float32))]
    while min(levels[-1][0].shape[1:]) > COARSEST:
        levels.append(_halve(*levels[-1]))
    start = _coarsest(*levels[-1], None if prior is None else _shrunk(prior, levels[-1][0].shape[1:]))
    for level, weight in reversed(levels):
        if start.shape != level.shape:
            start = _doubled(start, level.shape[1:])
        start = _relax(level, weight > 0, start)
    return start


def smooth_observed(values: np.ndarray, mask: np.ndarray, sigma: float) -> np.ndarray:
    """Observed values averaged over their observed neighbours: what the rim says without its pixels' noise.

    Args:
        values: ``(C, H, W)``; anything finite where not observed.
        mask: ``(H, W)`` bool.
        sigma: of the Gaussian kernel, pixels.

    Returns:
        ``(C, H, W)`` float32; 0 where no observed pixel is near.
    """
    weight = mask.astype(np.float32)
    kernel = {"sigma": sigma, "mode": "constant", "truncate": 3.0}
    total = np.stack(
        [ndimage.gaussian_filter(np.where(mask, band, 0.0).astype(np.float32), **kernel) for band in values]
    )
    share = ndimage.gaussian_filter(weight, **kernel)
    return np.asarray(total / np.maximum(share, 1e-6), dtype=np.float32)


def _halve(values: np.ndarray, weight: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Means of the observed pixels of 2 × 2 cells (odd last rows and columns are their own), and where any is."""
    height, width = weight.shape
    pad = ((0, height % 2), (0, width % 2))
    padded, known = np.pad(values * weight, ((0, 0), *pad)), np.pad(weight, pad)
    total = _quarters(padded)
    count = _quarters(known[None])[0]
    return total / np.maximum(count, 1.0), (count > 0).astype(np.float32)


def _quarters(array: np.ndarray) -> np.ndarray:
    return array[:, ::2, ::2] + array[:, 1::2, ::2] + array[:, ::2, 1::2] + array[:, 1::2, 1::2]


def _coarsest(values: np.ndarray, weight: np.ndarray, prior: np.ndarray | None) -> np.ndarray:
    """A first guess for every cell: what is observed in it, else the prior drawn towards the mean of what is."""
    count = weight.sum()
    mean = (values * weight).sum(axis=(1, 2), keepdims=True) / max(float(count), 1.0)
    if prior is None:
        return np.where(weight > 0, values, mean).astype(np.float32)
    return np.where(weight > 0, values, prior).astype(np.float32)


def _shrunk(values: np.ndarray, shape: tuple[int, ...]) -> np.ndarray:
    """Means over cells until the array has ``shape`` as :func:`_halve` makes it."""
    found, weight = values.astype(np.float32), np.ones(values.shape[1:], np.float32)
    while found.shape[1:] != shape:
        found, weight = _halve(found, weight)
    return found


def _doubled(values: np.ndarray, shape: tuple[int, ...]) -> np.ndarray:
    return values.repeat(2, axis=1).repeat(2, axis=2)[:, : shape[0], : shape[1]]


def _relax(values: np.ndarray, known: np.ndarray, start: np.ndarray) -> np.ndarray:
    """Red-black sweeps towards the mean of the four neighbours; beyond the border a pixel sees itself."""
    x = np.where(known, values, start)
    height, width = known.shape
    board = np.add.outer(np.arange(height), np.arange(width)) % 2
    masks = [np.where(~known & (board == colour), np.float32(OMEGA), np.float32(0.0)) for colour in (0, 1)]
    around = np.empty((x.shape[0], height + 2, width + 2), np.float32)
    quarter = np.float32(0.25)
    for _ in range(SWEEPS):
        for step in masks:
            around[:, 1:-1, 1:-1] = x
            around[:, 0, 1:-1], around[:, -1, 1:-1] = x[:, 0], x[:, -1]
            around[:, 1:-1, 0], around[:, 1:-1, -1] = x[:, :, 0], x[:, :, -1]
            mean = around[:, :-2, 1:-1] + around[:, 2:, 1:-1]
            mean += around[:, 1:-1, :-2]
            mean += around[:, 1:-1, 2:]
            mean *= quarter
            mean -= x
            mean *= step
            x += mean
    return x
