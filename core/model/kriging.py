"""Kriging: the best linear prediction of a gap for a field that is as rough as landscapes are.

Laplace's equation (:mod:`.inpaint`) is the answer for a field whose power falls with the square of the frequency, and
its membrane forgets at the rim which way the land was rising. Images of land fall faster: they are smoother. Here the
field is Gaussian with the spectrum ``(k² + k0²) ** (-β/2)`` for several exponents β. Its mean given the observed
pixels (Cressie 1993, *Statistics for Spatial Data*, chapter 3) minimises a quadratic form, by conjugate gradients
whose products are Fourier transforms and whose preconditioner is the covariance itself. Bands are told by a few
principal components. Numpy and float32 in a fixed order: the result does not depend on threads or on batches.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy import fft

#: Exponents of the spectrum: the stack finds what lies between them.
EXPONENTS = (2.6, 3.6)
#: Radians per pixel below which the spectrum is flat: what lies further apart is hardly related.
LOWEST = 0.1
#: Principal components, at most: beyond them bands keep what they had.
COMPONENTS = 3
#: Pixels of nothing around the piece, which undo that Fourier transforms wrap around.
PADDING = 16
#: Iterations at most, and the share of the first residual that is left.
ITERATIONS, TOLERANCE = 40, 5e-3


@dataclass(frozen=True)
class Kriging:
    """What has to be known of a scene.

    Attributes:
        scale: ``(C,)`` standard deviation of each band.
        basis: ``(C, K)`` principal components of the standardised bands.
    """

    scale: np.ndarray
    basis: np.ndarray

    @staticmethod
    def fit(values: np.ndarray) -> Kriging:
        """From ``(C, n)`` observed pixels."""
        known = values.astype(np.float64)
        scale = np.maximum(known.std(axis=1), 1e-9)
        _, vectors = np.linalg.eigh(np.atleast_2d(np.cov(known / scale[:, None])))
        return Kriging(scale.astype(np.float32), vectors[:, ::-1][:, :COMPONENTS].astype(np.float32))

    def guesses(self, values: np.ndarray, observed: np.ndarray, start: np.ndarray) -> np.ndarray:
        """Predict a piece of the scene.

        Args:
            values: ``(C, H, W)``; anything finite where not observed.
            observed: ``(H, W)`` bool.
            start: ``(C, H, W)`` another guess, equal to ``values`` where observed: what the components beyond the
                first few keep, and where the iteration begins.

        Returns:
            ``(len(EXPONENTS), C, H, W)`` float32.
        """
        if observed.all() or not observed.any():
            return np.stack([start] * len(EXPONENTS)).astype(np.float32)
        scale = self.scale[:, None, None]
        parts = np.einsum("ck,chw->khw", self.basis, start / scale).astype(np.float32)
        found = []
        for exponent in EXPONENTS:
            change = krige(parts, observed, exponent) - parts
            found.append(start + np.einsum("ck,khw->chw", self.basis, change) * scale)
        return np.stack(found).astype(np.float32)


def krige(start: np.ndarray, observed: np.ndarray, exponent: float) -> np.ndarray:
    """Mean of the field where it is not observed.

    Args:
        start: ``(K, H, W)`` float32: values where observed, a first guess elsewhere.
        observed: ``(H, W)`` bool, True somewhere.
        exponent: of the spectrum.

    Returns:
        ``(K, H, W)`` float32, equal to ``start`` where observed.
    """
    level = start[:, observed].mean(axis=1)[:, None, None]
    sides = ((0, 0), (PADDING,) * 2, (PADDING,) * 2)
    x = np.pad(start - level, sides, mode="edge").astype(np.float32)
    free = np.pad(~observed, PADDING, constant_values=True).astype(np.float32)
    covariance = _spectrum(x.shape[1:], exponent)
    precision = 1.0 / covariance
    residual = -_filtered(x, precision) * free
    direction = moved = _filtered(residual, covariance) * free
    size = first = _dot(residual, moved)
    for _ in range(ITERATIONS):
        product = _filtered(direction, precision) * free
        length = size / np.maximum(_dot(direction, product), 1e-30)
        x += length * direction
        residual -= length * product
        moved = _filtered(residual, covariance) * free
        last, size = size, _dot(residual, moved)
        if (size <= TOLERANCE**2 * first).all():
            break
        direction = moved + (size / np.maximum(last, 1e-30)) * direction
    inside = slice(PADDING, -PADDING)
    return np.asarray(np.where(observed, start, x[:, inside, inside] + level), dtype=np.float32)


def _spectrum(shape: Sequence[int], exponent: float) -> np.ndarray:
    """Power per frequency, as :func:`scipy.fft.rfft2` lays it out; frequencies as five-point differences see them."""
    rows, cols = (2.0 - 2.0 * np.cos(2.0 * np.pi * f) for f in (fft.fftfreq(shape[0]), fft.rfftfreq(shape[1])))
    return np.asarray((np.add.outer(rows, cols) + LOWEST**2) ** (-exponent / 2.0), dtype=np.float32)


def _filtered(x: np.ndarray, response: np.ndarray) -> np.ndarray:
    return np.asarray(fft.irfft2(fft.rfft2(x) * response, s=x.shape[1:]))


def _dot(a: np.ndarray, b: np.ndarray) -> np.ndarray:
    """``(K, 1, 1)`` inner products."""
    return np.asarray((a * b).sum(axis=(1, 2), dtype=np.float64, keepdims=True), dtype=np.float32)
