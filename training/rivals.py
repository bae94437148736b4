"""Rivals that learn nothing: copying and interpolating other dates, and inpainting from the rim of the gap."""

from __future__ import annotations

from collections.abc import Callable

import cv2
import numpy as np
from scipy import sparse
from scipy.sparse.linalg import splu

from .eval_tasks import Case

Drawing = dict[str, np.ndarray]
_TELEA_RADIUS = 5.0
_TELEA_GAIN = 1e4  # Telea's step in OpenCV adds a unit gradient: in reflectances of 0..1 that would drown the image
_NEIGHBOURS = ((0, 1), (0, -1), (1, 0), (-1, 0))


def nearest_date(case: Case) -> Drawing | None:
    """At every pixel the nearest other date that saw it, the rest inpainted; None without another date."""
    return _from_dates(case, lambda stack, offsets: _first_seen(stack))


def linear_in_time(case: Case) -> Drawing | None:
    """Between the nearest dates before and after at every pixel, by days; else the nearest date, else inpainted.

    None unless there are dates on both sides: it would be :func:`nearest_date` again.
    """
    offsets = [date.offset for date in case.scene.other]
    if not any(offset < 0 for offset in offsets) or not any(offset >= 0 for offset in offsets):
        return None
    return _from_dates(case, _interpolated)


def _from_dates(case: Case, combine: Callable[[np.ndarray, list[float]], np.ndarray]) -> Drawing | None:
    """``combine`` gets the dates of a target as ``(D, C, H, W)``, the nearest first, and their offsets."""
    dates = case.scene.other
    if not dates or not all(modality in date.layers for date in dates for modality in case.task.targets):
        return None
    offsets = [date.offset for date in dates]
    return {
        modality: harmonic_fill(combine(np.stack([date.layers[modality].values for date in dates]), offsets))
        for modality in case.task.targets
    }


def _first_seen(stack: np.ndarray) -> np.ndarray:
    found = stack[0]
    for values in stack[1:]:
        found = np.where(np.isfinite(found), found, values)
    return found


def _interpolated(stack: np.ndarray, offsets: list[float]) -> np.ndarray:
    sides = []
    for wanted in (lambda offset: offset < 0, lambda offset: offset >= 0):
        chosen = [i for i, offset in enumerate(offsets) if wanted(offset)]
        when = [np.where(np.isfinite(stack[i]), abs(offsets[i]), np.nan) for i in chosen]
        sides.append((_first_seen(stack[chosen]), _first_seen(np.stack(when))))
    (before, since), (after, until) = sides
    between = (before * until + after * since) / (since + until)
    return np.where(np.isfinite(between), between, _first_seen(stack))


def visible_mean(case: Case) -> Drawing | None:
    """A panchromatic band as the mean of the visible ones; None for every other task."""
    if case.task.targets != ("panchromatic",) or "optical" not in case.task.shown:
        return None
    return {"panchromatic": case.shown_layers()["optical"].mean(axis=0, keepdims=True)}


def telea(case: Case) -> Drawing:
    """Telea's fast marching inpainting of every band by itself.

    A. Telea, "An image inpainting technique based on the fast marching method", J. Graphics Tools 9 (2004).
    """
    return {m: np.stack([_telea(band) for band in case.seen_target(m)]) for m in case.task.targets}


def _telea(band: np.ndarray) -> np.ndarray:
    hole = ~np.isfinite(band)
    if hole.all():
        return band.astype(np.float32)
    filled = np.where(hole, 0.0, band * _TELEA_GAIN).astype(np.float32)
    painted = cv2.inpaint(filled, hole.astype(np.uint8), _TELEA_RADIUS, cv2.INPAINT_TELEA)
    return np.where(hole, painted / _TELEA_GAIN, band).astype(np.float32)


def harmonic(case: Case) -> Drawing:
    """Every band continued into the gap as a membrane that is held at the rim."""
    return {m: harmonic_fill(case.seen_target(m)) for m in case.task.targets}


def harmonic_fill(bands: np.ndarray) -> np.ndarray:
    """The solution of Laplace's equation in the holes, with the pixels around them as boundary values.

    Five-point stencil, solved exactly; the edges of the image are free (no flux).

    Args:
        bands: ``(C, H, W)``, NaN in the holes. A band that is a hole throughout stays one.

    Returns:
        ``(C, H, W)`` float32.
    """
    filled = bands.astype(np.float64)
    holes = ~np.isfinite(bands)
    open_bands = [i for i, hole in enumerate(holes) if hole.any() and not hole.all()]
    # Bands of one sensor mostly have the same holes, and then share one factorisation.
    groups: dict[bytes, list[int]] = {}
    for i in open_bands:
        groups.setdefault(np.packbits(holes[i]).tobytes(), []).append(i)
    for group in groups.values():
        hole = holes[group[0]]
        matrix, rim = _laplace(hole)
        known = np.stack([filled[i][~hole] for i in group], axis=1)
        solved = splu(matrix).solve(rim @ known)
        for column, i in enumerate(group):
            filled[i][hole] = solved[:, column]
    return filled.astype(np.float32)


def _laplace(hole: np.ndarray) -> tuple[sparse.csc_matrix, sparse.csr_matrix]:
    """``(matrix, rim)`` with ``matrix @ inside = rim @ outside``; pixels in row-major order."""
    height, width = hole.shape
    number = (
        np.where(hole, np.cumsum(hole.ravel()).reshape(hole.shape), np.cumsum(~hole.ravel()).reshape(hole.shape)) - 1
    )
    rows, cols = np.nonzero(hole)
    own = np.arange(rows.size)
    degree = np.zeros(rows.size)
    inside: list[tuple[np.ndarray, np.ndarray]] = []
    outside: list[tuple[np.ndarray, np.ndarray]] = []
    for down, right in _NEIGHBOURS:
        r, c = rows + down, cols + right
        exists = (r >= 0) & (r < height) & (c >= 0) & (c < width)
        degree += exists
        k, r, c = own[exists], r[exists], c[exists]
        unknown = hole[r, c]
        inside.append((k[unknown], number[r, c][unknown]))
        outside.append((k[~unknown], number[r, c][~unknown]))
    links = _ones(inside, (rows.size, rows.size))
    rim = _ones(outside, (rows.size, int((~hole).sum())))
    return (sparse.diags(degree) - links).tocsc(), rim


def _ones(pairs: list[tuple[np.ndarray, np.ndarray]], shape: tuple[int, int]) -> sparse.csr_matrix:
    rows, cols = (np.concatenate(parts) for parts in zip(*pairs))
    return sparse.csr_matrix((np.ones(rows.size), (rows, cols)), shape=shape)
