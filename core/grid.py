"""Pixel grids on an absolute lattice: the same place has the same index, whatever the job's extent.

A pixel's index is its map coordinate over the pixel size, not its offset in a file or job. A grid whose origin is no
whole multiple of its pixel size (Landsat's half pixel, most geographic grids) has a *phase*, a fraction of a pixel
that all its crops share.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from .errors import SceneFillError

Transform6 = tuple[float, float, float, float, float, float]

# Crops of one grid differ by rounding in their origin. The phase is therefore rounded to a quantum that the common
# phases (halves, thirds, quarters, tenths, sixtieths) are whole multiples of; half a quantum is 0.00014 pixels.
_PHASE_QUANTA = 3600
_INDEX_TOLERANCE = 1e-6
_SNAP_TOLERANCE = 1e-3
_PIXEL_SIZE_DIGITS = 12
_EARTH_RADIUS_M = 6378137.0
_LATITUDE_BAND = 5.0


@dataclass(frozen=True)
class Window:
    """A rectangle of lattice pixels: ``row`` and ``col`` are absolute indices, which may be negative."""

    row: int
    col: int
    height: int
    width: int

    @property
    def row_stop(self) -> int:
        return self.row + self.height

    @property
    def col_stop(self) -> int:
        return self.col + self.width

    @property
    def shape(self) -> tuple[int, int]:
        return self.height, self.width

    def padded(self, margin: int) -> Window:
        """The window with ``margin`` more pixels on each side."""
        return Window(self.row - margin, self.col - margin, self.height + 2 * margin, self.width + 2 * margin)

    def scaled(self, factor: int) -> Window:
        """The fine pixels under this window of a grid that is ``factor`` times coarser."""
        return Window(self.row * factor, self.col * factor, self.height * factor, self.width * factor)

    def intersection(self, other: Window) -> Window | None:
        """The pixels in both windows; None if there are none."""
        row, col = max(self.row, other.row), max(self.col, other.col)
        height = min(self.row_stop, other.row_stop) - row
        width = min(self.col_stop, other.col_stop) - col
        return Window(row, col, height, width) if height > 0 and width > 0 else None

    def slices_in(self, outer: Window) -> tuple[slice, slice]:
        """Row and column slices of this window in an array that covers ``outer`` (which must contain it)."""
        row, col = self.row - outer.row, self.col - outer.col
        if row < 0 or col < 0 or self.row_stop > outer.row_stop or self.col_stop > outer.col_stop:
            raise ValueError(f"{self} is not inside {outer}")
        return slice(row, row + self.height), slice(col, col + self.width)

    def tiles(self, size: int) -> Iterator[tuple[int, int]]:
        """Row and column numbers of the absolute ``size`` by ``size`` tiles that the window touches, row-major."""
        for tile_row in range(self.row // size, -(-self.row_stop // size)):
            for tile_col in range(self.col // size, -(-self.col_stop // size)):
                yield tile_row, tile_col


@dataclass(frozen=True)
class Grid:
    """A north-up pixel grid.

    Args:
        crs: ``EPSG:n`` or WKT.
        transform: ``(a, 0, c, 0, e, f)`` in rasterio's order, ``a > 0`` and ``e < 0``, in units of the CRS.
        width, height: size in pixels.

    Raises:
        SceneFillError: ``rotated-grid`` for rotation, shear or a flipped axis, ``bad-grid`` for an empty grid.
    """

    crs: str
    transform: Transform6
    width: int
    height: int

    def __post_init__(self) -> None:
        if len(self.transform) != 6 or not all(math.isfinite(v) for v in self.transform):
            raise SceneFillError("bad-grid", f"The grid's transform {self.transform} is not six finite numbers.")
        a, b, _, d, e, _ = self.transform
        if b != 0.0 or d != 0.0 or a <= 0.0 or e >= 0.0:
            raise SceneFillError(
                "rotated-grid",
                f"The grid with transform {self.transform} is rotated, sheared or flipped.",
                "Use a north-up grid, for example by warping the layer once with 'Warp (reproject)'.",
            )
        if self.width <= 0 or self.height <= 0:
            raise SceneFillError(
                "bad-grid", f"The grid of {self.width} × {self.height} pixels is empty.", "Choose a larger extent."
            )

    @property
    def pixel_size(self) -> tuple[float, float]:
        """Width and height (both positive) of a pixel in units of the CRS, without the last digits' noise."""
        return _rounded(self.transform[0]), _rounded(-self.transform[4])

    @property
    def col0(self) -> int:
        """Absolute lattice index of the leftmost column."""
        return _index(self.transform[2] / self.pixel_size[0])

    @property
    def row0(self) -> int:
        """Absolute lattice index of the topmost row; grows southward."""
        return _index(-self.transform[5] / self.pixel_size[1])

    @property
    def phase(self) -> tuple[float, float]:
        """``(x, y)``: how far the lattice's pixel corners lie right of and below whole multiples, -0.5..0.5 pixels."""
        x = self.transform[2] / self.pixel_size[0] - self.col0
        y = -self.transform[5] / self.pixel_size[1] - self.row0
        return _to_quantum(x), _to_quantum(y)

    @property
    def shape(self) -> tuple[int, int]:
        return self.height, self.width

    @property
    def window(self) -> Window:
        """The whole grid as a window of the lattice."""
        return Window(self.row0, self.col0, self.height, self.width)

    @property
    def bounds(self) -> tuple[float, float, float, float]:
        """``(xmin, ymin, xmax, ymax)`` in the CRS."""
        a, _, c, _, e, f = self.transform
        return c, f + e * self.height, c + a * self.width, f

    def crop(self, row_off: int, col_off: int, height: int, width: int) -> Grid:
        """A part of the grid (or a neighbour: offsets may be negative), on the same lattice."""
        a, _, c, _, e, f = self.transform
        return Grid(self.crs, (a, 0.0, c + a * col_off, 0.0, e, f + e * row_off), width, height)

    def cut(self, extent: tuple[float, float, float, float]) -> Grid | None:
        """The grid's pixels (or their neighbours') that an extent in its CRS touches, snapped outward.

        Args:
            extent: ``(xmin, ymin, xmax, ymax)``; edges within a thousandth of a pixel of a pixel's edge lie on it.

        Returns:
            At least one pixel, on the same lattice; None when the extent does not touch the grid.
        """
        xmin, ymin, xmax, ymax = extent
        left, bottom, right, top = self.bounds
        if xmin >= right or xmax <= left or ymin >= top or ymax <= bottom:
            return None
        a, _, c, _, e, f = self.transform
        first_col = math.floor((xmin - c) / a + _SNAP_TOLERANCE)
        first_row = math.floor((ymax - f) / e + _SNAP_TOLERANCE)
        width = math.ceil((xmax - c) / a - _SNAP_TOLERANCE) - first_col
        height = math.ceil((ymin - f) / e - _SNAP_TOLERANCE) - first_row
        return self.crop(first_row, first_col, max(height, 1), max(width, 1))

    def window_transform(self, window: Window) -> Transform6:
        """Transform of a lattice window: a function of its absolute position, the same for all crops of the grid."""
        (width, height), (phase_x, phase_y) = self.pixel_size, self.phase
        return width, 0.0, (window.col + phase_x) * width, 0.0, -height, -(window.row + phase_y) * height

    def to_world(self, row: float, col: float) -> tuple[float, float]:
        """Map coordinates ``(x, y)`` of an absolute lattice position; whole numbers are pixel corners."""
        (width, height), (phase_x, phase_y) = self.pixel_size, self.phase
        return (col + phase_x) * width, -(row + phase_y) * height

    def to_lattice(self, x: float, y: float) -> tuple[float, float]:
        """Absolute lattice position ``(row, col)`` of map coordinates; the inverse of :meth:`to_world`."""
        (width, height), (phase_x, phase_y) = self.pixel_size, self.phase
        return -y / height - phase_y, x / width - phase_x

    def pixel_size_m(self, row: int | None = None) -> float:
        """Ground size of a pixel in metres, the geometric mean of both axes.

        In a geographic CRS it depends on the latitude: that of the lattice ``row`` (default: the grid's middle),
        rounded to 5 degrees so that a job and its crops normally agree; the rounding is worth at most 4 % below 60°.
        """
        middle = self.row0 + self.height // 2 if row is None else row
        _, y = self.to_world(middle, self.col0)
        return ground_size_m(self.crs, *self.pixel_size, round(y / _LATITUDE_BAND) * _LATITUDE_BAND)

    def to_dict(self) -> dict[str, Any]:
        return {"crs": self.crs, "transform": list(self.transform), "width": self.width, "height": self.height}

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Grid:
        a, b, c, d, e, f = (float(v) for v in data["transform"])
        return cls(str(data["crs"]), (a, b, c, d, e, f), int(data["width"]), int(data["height"]))


def _to_quantum(phase: float) -> float:
    # Off the middle between two quanta, as for the lattice index: an overview pixel of a grid with an odd phase lies in
    # the very middle, and the rounding error of a crop must not decide.
    return math.floor(phase * _PHASE_QUANTA + 0.5 + 1e-3) / _PHASE_QUANTA


def _rounded(size: float) -> float:
    return float(f"{size:.{_PIXEL_SIZE_DIGITS}g}")


def _index(position: float) -> int:
    return math.floor(position + 0.5 + _INDEX_TOLERANCE)


def ground_size_m(crs: str, width: float, height: float, latitude: float) -> float:
    """Pixel size in metres (geometric mean of both axes) of a pixel given in units of ``crs``.

    ``latitude`` in degrees counts only for a geographic CRS, on a sphere of the WGS 84 equatorial radius.
    """
    from rasterio.crs import CRS

    parsed = CRS.from_user_input(crs)
    if parsed.is_geographic:
        unit = parsed.units_factor[1] if parsed.units_factor else math.radians(1.0)
        metres = _EARTH_RADIUS_M * unit
        return math.sqrt(width * height * max(math.cos(math.radians(latitude)), 1e-3)) * metres
    factor = parsed.linear_units_factor[1] if parsed.is_projected else 1.0
    return math.sqrt(width * height) * factor


def lattice_windows(grid: Grid, size: int = 128, overlap: int = 32) -> list[Window]:
    """All windows of the absolute lattice that touch the grid, in canonical (row-major) order.

    Windows are ``size`` pixels square, their origins multiples of ``size - overlap``. Some stick out of the grid: all
    that touch a pixel have to be blended there, or a crop would differ from the whole.
    """
    if not 0 <= overlap <= size // 2:
        raise ValueError(f"overlap must be within 0..{size // 2}, not {overlap}")
    step = size - overlap

    def origins(start: int, length: int) -> range:
        return range(((start - size) // step + 1) * step, start + length, step)

    return [
        Window(row, col, size, size)
        for row in origins(grid.row0, grid.height)
        for col in origins(grid.col0, grid.width)
    ]


def coarse(grid: Grid, factor: int = 8) -> Grid:
    """The overview grid: its pixels are the ``factor`` × ``factor`` blocks of the absolute lattice that touch the grid.

    It may stick out of the grid on every side. Its ``row0`` and ``col0`` are those of the grid divided by ``factor``,
    rounded down.
    """
    top, left = grid.row0 // factor, grid.col0 // factor
    height = -(-(grid.row0 + grid.height) // factor) - top
    width = -(-(grid.col0 + grid.width) // factor) - left
    a, _, c, _, e, f = grid.window_transform(Window(top * factor, left * factor, factor, factor))
    return Grid(grid.crs, (a * factor, 0.0, c, 0.0, e * factor, f), width, height)
