"""Which part of a layer a job needs: pure arithmetic on grids, so that a part gives the bytes that the whole gives.

The engine reads beyond a job's extent: windows stick out of it, the overview's windows (eight times as large) even
more, adaptation looks around its pieces, clouds are found in tiles with their neighbours, gaps grow. All of that is a
function of the absolute lattice. Where a layer lies on other pixels, whole tiles of the lattice are warped.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Optional

import numpy as np

from ..engine.carry_sample import sample_windows
from ..errors import SceneFillError
from ..grid import Grid, Window, coarse, lattice_windows
from ..job import GapSource, GridSpec, Input
from .layers import SENT_TILE, Clipper, LayerFacts

#: Tiles of the lattice in which rasters are warped and clouds are found.
TILE = 256
#: Pixels around a window that scene adaptation looks at, and around the tiles of its regressions.
PIECE_MARGIN, TREND_MARGIN = 32, 4
#: As the engine tells whether a file's pixels are pixels of the lattice.
_ON_GRID = 1e-3
#: Points along each axis of a net over a region, and pixels of the file around what they find: their CRS may be
#: transformed by another version of PROJ here than there.
_NET, _SAFETY = 65, 16
#: The margin that the engine gives a warped tile: a share of what the tile covers in the file.
_TILE_SHARE = 16


@dataclass(frozen=True)
class Reach:
    """Of the model: side and overlap of its windows in pixels, and pixels per pixel of the overview."""

    window: int = 128
    overlap: int = 32
    overview_factor: int = 8

    @classmethod
    def of(cls, model: Mapping[str, Any]) -> Reach:
        """From what a server says of a model; what it does not say is that of the models known today."""
        known = {}
        for name in ("window", "overlap", "overview_factor"):
            value = model.get(name)
            if isinstance(value, int) and not isinstance(value, bool) and 0 < value <= 4096:
                known[name] = value
        found = cls(**known)
        return found if found.overlap <= found.window // 2 else cls()


def region_of(grid: Grid, reach: Reach) -> Window:
    """All pixels of the lattice at which the engine reads a layer for a job on ``grid``."""
    windows = lattice_windows(grid, reach.window, reach.overlap)
    drawn = _around(windows)
    step = reach.window - reach.overlap
    pieces = _snapped(drawn.padded(PIECE_MARGIN), step).padded(TREND_MARGIN)
    fine = grid.crop(drawn.row - grid.row0, drawn.col - grid.col0, drawn.height, drawn.width)
    overview = lattice_windows(coarse(fine, reach.overview_factor), reach.window, reach.overlap)
    return _around([pieces, _around(overview).scaled(reach.overview_factor)])


def read_for_gap(asked: Window, gap: GapSource) -> Window:
    """The pixels of the lattice that are read to know a gap in the window ``asked``."""
    grown = asked.padded(gap.grow)
    return _snapped(grown, TILE).padded(TILE) if gap.kind == "clouds" else grown


def read_of_input(asked: Window, item: Input) -> Window:
    """The pixels of an input's own raster that are read to know it, and its gaps, in the window ``asked``."""
    own = [read_for_gap(asked, gap) for gap in item.gaps if gap.kind in ("nodata", "clouds")]
    return _around([asked, *own])


def carry_windows(grid: Grid, facts: LayerFacts) -> list[Window]:
    """Where a layer to be filled is sampled for the bands that are carried along, on the lattice of ``grid``."""
    row, col = grid.to_lattice(facts.transform[2], facts.transform[5])
    return list(sample_windows(Window(round(row), round(col), facts.height, facts.width)))


def lattice_origin(grid: Grid, transform: Sequence[float], width: int, height: int) -> Optional[tuple[int, int]]:
    """Row and column on the lattice of a raster's first pixel; None when its pixels are not those of the lattice.

    Whether both have one CRS is not looked at.
    """
    a, _, c, _, e, f = transform
    if a <= 0 or e >= 0:
        return None
    across, down = grid.pixel_size
    drift = max(abs(a / across - 1.0) * width, abs(-e / down - 1.0) * height)
    row, col = grid.to_lattice(c, f)
    offset = max(abs(row - round(row)), abs(col - round(col)))
    return (round(row), round(col)) if drift < _ON_GRID and offset < _ON_GRID else None


def file_window(asked: Window, grid: Grid, facts: LayerFacts, clipper: Clipper) -> Optional[Window]:
    """The pixels of a file that a window of the lattice needs; may stick out of the file.

    Returns:
        None where that cannot be told: at a CRS' edge, or across the 180° meridian.
    """
    on_grid = facts.crs == grid.crs and lattice_origin(grid, facts.transform, facts.width, facts.height) is not None
    region = asked if on_grid else _snapped(asked, TILE)
    left, top = grid.to_world(region.row, region.col)
    right, bottom = grid.to_world(region.row_stop, region.col_stop)
    x, y = np.meshgrid(np.linspace(left, right, _NET), np.linspace(top, bottom, _NET))
    x, y = clipper.transform(grid.crs, facts.crs, x, y)
    if not (np.isfinite(x).all() and np.isfinite(y).all()):
        return None
    a, _, c, _, e, f = facts.transform
    rows, cols = (y - f) / e, (x - c) / a
    if facts.geographic and np.ptp(cols) > abs(180.0 / a):
        return None
    margins = [_SAFETY, _SAFETY]
    if not on_grid:
        # What the engine takes around each tile, and the bend of map lines between the net's points.
        spans, sides = (np.ptp(rows), np.ptp(cols)), region.shape
        margins = [_SAFETY + math.ceil(max(s / _NET, s * _TILE_SHARE / n)) for s, n in zip(spans, sides)]
    row, col = math.floor(rows.min()) - margins[0], math.floor(cols.min()) - margins[1]
    height, width = math.ceil(rows.max()) + margins[0] - row, math.ceil(cols.max()) + margins[1] - col
    return Window(row, col, height, width)


def aligned(window: Window, facts: LayerFacts) -> Optional[Window]:
    """The window snapped outward to whole tiles and cut to the file, so that extents nearby need one upload."""
    return _snapped(window, SENT_TILE).intersection(facts.window)


def is_faithful(window: Window, grid: Grid, facts: LayerFacts) -> bool:
    """Whether a file that is nothing but this window of ``facts`` is, bit for bit, the same to the engine.

    Its own origin is computed by multiplying and adding, which may round: then a pixel would lie a trifle aside, and
    what is warped from it would differ in the last bits. Nor may it look more, or less, on the lattice than the whole,
    nor have another middle latitude, by which degrees are turned into metres.
    """
    if facts.geographic:
        return False
    shifted = facts.shifted(window)
    for origin, step, first, count in (
        (facts.transform[2], facts.transform[0], window.col, window.width),
        (facts.transform[5], facts.transform[4], window.row, window.height),
    ):
        # Tiles are warped with margins, so that they may begin before the window and end behind it.
        steps = np.arange(-TILE, count + TILE, dtype=np.float64)
        if not np.array_equal((origin + step * first) + step * steps, origin + step * (steps + first)):
            return False
    whole = lattice_origin(grid, facts.transform, facts.width, facts.height)
    part = lattice_origin(grid, shifted, window.width, window.height)
    if whole is None or part is None:
        return whole is None and part is None
    return part == (whole[0] + window.row, whole[1] + window.col)


def grid_of(spec: GridSpec, facts: Optional[LayerFacts], clipper: Clipper) -> Grid:
    """The job's grid, as the engine finds it; ``facts``: of ``spec.like``.

    Raises:
        SceneFillError: ``no-overlap``, ``antimeridian``, ``bad-grid``, ``rotated-grid``.
    """
    if facts is None:
        if spec.crs is None or spec.transform is None or spec.width is None or spec.height is None:
            raise SceneFillError("bad-grid", "The grid is incomplete.")
        return Grid(spec.crs, spec.transform, spec.width, spec.height)
    a, _, c, _, e, f = facts.transform
    left = c if a > 0 else c + a * facts.width
    top = f if e < 0 else f + e * facts.height
    whole = Grid(facts.crs, (abs(a), 0.0, left, 0.0, -abs(e), top), facts.width, facts.height)
    if spec.extent is None:
        return whole
    xmin, ymin, xmax, ymax = spec.extent
    x, y = np.meshgrid(np.linspace(xmin, xmax, 21), np.linspace(ymin, ymax, 21))
    x, y = clipper.transform(spec.crs or facts.crs, facts.crs, x, y)
    finite = np.isfinite(x).all() and np.isfinite(y).all()
    if finite and facts.geographic and np.ptp(x) > 180.0:
        raise SceneFillError("antimeridian", "The extent crosses the 180° meridian.", "Split the job there.")
    bounds = (float(x.min()), float(y.min()), float(x.max()), float(y.max()))
    cut = whole.cut(bounds) if finite else None
    if cut is None:
        raise SceneFillError(
            "no-overlap",
            "The grid's raster does not touch the job's extent.",
            "Choose an extent within the layer, and check that its CRS is right.",
        )
    return cut


def _snapped(window: Window, size: int) -> Window:
    row, col = window.row // size * size, window.col // size * size
    return Window(row, col, -(-window.row_stop // size) * size - row, -(-window.col_stop // size) * size - col)


def _around(windows: Sequence[Window]) -> Window:
    row, col = min(w.row for w in windows), min(w.col for w in windows)
    return Window(row, col, max(w.row_stop for w in windows) - row, max(w.col_stop for w in windows) - col)
