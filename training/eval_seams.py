"""Can the engine's windows be seen in what it drew?

The seam ratio is the mean absolute gradient across the edges of the windows over the mean elsewhere, both between
neighbours of which each was drawn. Land has edges of its own, and bands of coarser pixels have theirs at every second
place: what chance makes of the ratio is told by the truth at the same places, and by the drawing itself where windows
could lie, but do not.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np

from ..core.grid import Grid
from .eval_tasks import Case

LIMIT = 1.05
_LEAST_PAIRS = 200


@dataclass(frozen=True)
class Seam:
    """One modality of one case; ratios are means over bands.

    Attributes:
        ratio, truth: of the drawing and of the truth.
        usual: what 95 of 100 ratios of the drawing are below when its windows are thought to lie elsewhere.
        pairs: of pixels across edges.
    """

    scene: str
    task: str
    method: str
    modality: str
    ratio: float
    truth: float
    usual: float
    pairs: int

    def to_dict(self) -> dict[str, Any]:
        return asdict(self)


def seams(case: Case, method: str, drawing: Mapping[str, np.ndarray], size: int, overlap: int) -> list[Seam]:
    """Seam ratios of a drawing; a modality with fewer than 200 pairs of pixels across edges is left out.

    Args:
        case, method: what was drawn, and by whom.
        drawing: target modality -> ``(C, H, W)``.
        size, overlap: of the model's windows, pixels.
    """
    t = case.scene.transform
    grid = Grid(case.scene.crs, (t.a, t.b, t.c, t.d, t.e, t.f), case.scene.shape[1], case.scene.shape[0])
    found = []
    for modality in case.task.targets:
        values, truth = drawing[modality], case.truth(modality)
        judged = np.isfinite(truth) & np.isfinite(values) & case.gap
        origin = (grid.row0, grid.col0)
        drawn, pairs = seam_ratio(values, judged, origin, size, overlap)
        real, _ = seam_ratio(truth, judged, origin, size, overlap)
        if pairs >= _LEAST_PAIRS and np.isfinite(real):
            usual = usual_ratio(values, judged, origin, size, overlap)
            found.append(Seam(case.scene.id, case.task.id, method, modality, drawn, real, usual, pairs))
    return found


def usual_ratio(values: np.ndarray, judged: np.ndarray, origin: tuple[int, int], size: int, overlap: int) -> float:
    """The 95th percentile of :func:`seam_ratio` over windows moved by even steps: coarser pixels stay in step."""
    moves = range(2, size - overlap, 2)
    moved = [seam_ratio(values, judged, (origin[0] + by, origin[1] + by), size, overlap)[0] for by in moves]
    return float(np.nanquantile(moved, 0.95))


def seam_ratio(
    values: np.ndarray, judged: np.ndarray, origin: tuple[int, int], size: int, overlap: int
) -> tuple[float, int]:
    """(ratio, number of pixel pairs across edges); the ratio is the mean over the bands that have both kinds of pairs.

    Args:
        values: ``(C, H, W)``.
        judged: ``(C, H, W)`` boolean; a gradient counts where both its pixels are judged.
        origin: absolute lattice row and column of the top left pixel.
        size, overlap: of the windows.
    """
    step = size - overlap
    ratios, pairs = [], 0
    for band, known in zip(values.astype(np.float64), judged):
        across, elsewhere = [], []
        for axis in (0, 1):
            gradient = np.abs(np.diff(band, axis=axis))
            both = np.logical_and(*(np.delete(known, end, axis=axis) for end in (-1, 0)))
            # A window starts at every multiple of the step, and another one ends `size` pixels behind each.
            place = (origin[axis] + 1 + np.arange(gradient.shape[axis])) % step
            edge = np.expand_dims((place == 0) | (place == size % step), 1 - axis)
            across.append(gradient[both & edge])
            elsewhere.append(gradient[both & ~edge])
        at, off = np.concatenate(across), np.concatenate(elsewhere)
        if at.size and off.size and off.mean() > 0:
            ratios.append(at.mean() / off.mean())
            pairs = max(pairs, at.size)
    return (float(np.mean(ratios)), int(pairs)) if ratios else (float("nan"), 0)
