"""Random fields, random streams and small raster helpers that every part of the simulation shares."""

from __future__ import annotations

import hashlib
from typing import Any

import numpy as np
from scipy import fft, ndimage


def stream(seed: int, name: str) -> np.random.Generator:
    """A random generator of its own for each (seed, name): adding a draw to one part never changes another part."""
    digest = hashlib.sha256(f"{seed}/{name}".encode()).digest()
    return np.random.Generator(np.random.PCG64(int.from_bytes(digest[:16], "little")))


def fractal(
    rng: np.random.Generator, shape: tuple[int, int], longest: float, beta: float = 2.4, shortest: float = 0.0
) -> np.ndarray:
    """Isotropic 1/f^beta noise with zero mean and unit standard deviation, ``(H, W)`` float32.

    ``longest`` and ``shortest`` are the wavelengths, in pixels, beyond which the spectrum is flat or empty. Made by
    filtering white noise in the Fourier domain on a larger grid, so that opposite edges do not match.
    """
    height, width = shape
    pad = int(min(max(longest, 8.0), max(shape)) * 0.5)
    full = (fft.next_fast_len(height + pad, real=True), fft.next_fast_len(width + pad, real=True))
    spectrum = fft.rfft2(rng.standard_normal(full, dtype=np.float32))
    fy = fft.fftfreq(full[0]).astype(np.float32)[:, None]
    fx = fft.rfftfreq(full[1]).astype(np.float32)[None, :]
    frequency = np.hypot(fy, fx)
    gain = np.maximum(frequency, 1.0 / max(longest, 2.0)) ** np.float32(-beta / 2.0)
    if shortest > 0:
        gain = gain * np.exp(-((frequency * np.float32(shortest)) ** 2))
    gain[0, 0] = 0.0
    field = fft.irfft2(spectrum * gain, s=full)[:height, :width]
    field = field - field.mean()
    return (field / max(float(field.std()), 1e-9)).astype(np.float32)


def smoothstep(values: np.ndarray, low: float, high: float) -> np.ndarray:
    """0 below ``low``, 1 above ``high``, a cubic between."""
    t = np.clip((values - low) / (high - low), 0.0, 1.0)
    return (t * t * (3.0 - 2.0 * t)).astype(np.float32)


def blur(values: np.ndarray, sigma: float) -> np.ndarray:
    """Gaussian smoothing of the last two axes; ``sigma`` in pixels."""
    if sigma <= 0:
        return values
    sigmas = (0.0,) * (values.ndim - 2) + (sigma, sigma)
    return ndimage.gaussian_filter(values, sigmas, mode="nearest", truncate=3.0)


def upsample(values: np.ndarray, size: int, step: int, margin: int) -> np.ndarray:
    """A coarse node grid (node ``k`` lies at pixel ``(k - margin) * step``) on ``size`` × ``size`` pixels, cubic."""
    at = np.arange(size, dtype=np.float64) / step + margin
    rows, cols = np.meshgrid(at, at, indexing="ij", sparse=False)
    return ndimage.map_coordinates(values, [rows, cols], order=3, mode="nearest").astype(np.float32)


def shifted(values: np.ndarray, d_row: float, d_col: float, order: int = 1) -> np.ndarray:
    """``values`` moved by (``d_row``, ``d_col``) pixels, mirrored at the edges."""
    return ndimage.shift(values, (d_row, d_col), order=order, mode="mirror", prefilter=order > 1)


def nearest_point(shape: tuple[int, int], rows: np.ndarray, cols: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Distance in pixels from every pixel to the nearest of the points, and that point's index.

    Points may lie outside the raster; those are ignored. Without any point the distance is infinite, the index 0.
    """
    r, c = np.rint(rows).astype(np.intp), np.rint(cols).astype(np.intp)
    inside = np.flatnonzero((r >= 0) & (r < shape[0]) & (c >= 0) & (c < shape[1]))
    if inside.size == 0:
        return np.full(shape, np.inf, np.float32), np.zeros(shape, np.intp)
    owner = np.full(shape, -1, np.intp)
    owner[r[inside], c[inside]] = inside
    near = ndimage.distance_transform_edt(owner < 0, return_distances=False, return_indices=True)
    index = owner[near[0], near[1]]
    grid_r, grid_c = np.indices(shape, dtype=np.float32)
    # Sub-pixel distances: lines rasterised by whole pixels would have stairs.
    return np.hypot(grid_r - rows[index], grid_c - cols[index]).astype(np.float32), index


def hashed(*keys: np.ndarray | int) -> np.ndarray:
    """A uniform number in [0, 1) for every combination of integer keys (broadcast), the same for the same keys."""
    mixed: Any = np.uint64(0x9E3779B97F4A7C15)
    for key in keys:
        part = np.asarray(key).astype(np.int64).astype(np.uint64)
        mixed = np.asarray(mixed ^ part) * np.uint64(0xBF58476D1CE4E5B9)
        mixed = (mixed ^ (mixed >> np.uint64(29))) * np.uint64(0x94D049BB133111EB)
        mixed = mixed ^ (mixed >> np.uint64(32))
    return np.asarray((mixed >> np.uint64(40)).astype(np.float32) / np.float32(1 << 24))


def irregular(position: np.ndarray, *keys: np.ndarray | int, jitter: float = 0.7) -> np.ndarray:
    """Number of the interval of a line that ``position`` falls in; the unit intervals' borders are moved at random."""
    cell = np.floor(position)
    moved = position - cell < jitter * hashed(cell, *keys)
    return (cell - moved).astype(np.int64)


def borders(labels: np.ndarray) -> np.ndarray:
    """True where the pixel below or to the right has another label."""
    edge = np.zeros(labels.shape, bool)
    edge[:-1] |= labels[:-1] != labels[1:]
    edge[:, :-1] |= labels[:, :-1] != labels[:, 1:]
    return edge
