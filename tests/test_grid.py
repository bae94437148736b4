"""The absolute lattice: any crop of a grid has the indices, windows and overview pixels of the whole."""

from __future__ import annotations

import math

import numpy as np
import pytest
import rasterio
from hypothesis import given, settings
from hypothesis import strategies as st
from scenefill.core.errors import SceneFillError
from scenefill.core.grid import Grid, Window, coarse, ground_size_m, lattice_windows

SENTINEL = ("EPSG:32643", (10.0, 0.0, 399960.0, 0.0, -10.0, 3400020.0))
LANDSAT = ("EPSG:32616", (30.0, 0.0, 452475.0, 0.0, -30.0, 3408645.0))
LANDSAT_PAN = ("EPSG:32616", (15.0, 0.0, 452467.5, 0.0, -15.0, 3408652.5))
PAKISTAN = (
    "EPSG:4326",
    (0.0001014112844859978, 0.0, 73.29254430236014, 0.0, -8.797200686307421e-05, 30.47557326306315),
)
SPAIN = ("EPSG:4326", (8.983152841195215e-05, 0.0, -0.7818936232976315, 0.0, -8.983152841195215e-05, 38.12881257139627))
SOUTH_WEST = ("EPSG:4326", (1 / 10800, 0.0, -70.0005, 0.0, -1 / 10800, -33.2))

grids = st.sampled_from([SENTINEL, LANDSAT, LANDSAT_PAN, PAKISTAN, SPAIN, SOUTH_WEST]).map(
    lambda g: Grid(g[0], g[1], 5000, 4000)
)
offsets = st.integers(-3000, 3000)


def test_index_is_coordinate_over_pixel_size() -> None:
    grid = Grid(*SENTINEL, 10, 10)
    assert (grid.row0, grid.col0, grid.phase) == (-340002, 39996, (0.0, 0.0))


def test_half_pixel_phase_of_landsat() -> None:
    grid = Grid(*LANDSAT, 627, 603)
    assert (grid.row0, grid.col0, grid.phase) == (-113621, 15083, (-0.5, -0.5))


@settings(deadline=None)
@given(grids, offsets, offsets, st.floats(-1, 1), st.floats(-1, 1))
def test_crop_written_on_its_own_has_the_same_lattice(grid: Grid, row: int, col: int, dx: float, dy: float) -> None:
    a, _, c, _, e, f = grid.transform
    # An origin rounded as another program would: some units in the last place, far below a pixel.
    noise = 1e-15
    x = (c + a * col) * (1 + noise * dx)
    y = (f + e * row) * (1 + noise * dy)
    crop = Grid(grid.crs, (a, 0.0, x, 0.0, e, y), 64, 48)
    assert (crop.row0, crop.col0) == (grid.row0 + row, grid.col0 + col)
    assert crop.phase == grid.phase
    window = Window(crop.row0 - 5, crop.col0 + 7, 20, 30)
    assert crop.window_transform(window) == grid.window_transform(window)


@settings(deadline=None)
@given(grids, offsets, offsets)
def test_crop_of_a_pixel_size_from_bounds(grid: Grid, row: int, col: int) -> None:
    left, bottom, right, top = grid.crop(row, col, 1000, 900).bounds
    again = Grid(grid.crs, ((right - left) / 900, 0.0, left, 0.0, (bottom - top) / 1000, top), 900, 1000)
    assert (again.row0, again.col0) == (grid.row0 + row, grid.col0 + col)


@settings(deadline=None)
@given(grids, st.floats(-1e4, 1e4), st.floats(-1e4, 1e4))
def test_world_and_back(grid: Grid, row: float, col: float) -> None:
    row, col = grid.row0 + row, grid.col0 + col
    assert grid.to_lattice(*grid.to_world(row, col)) == pytest.approx((row, col), abs=1e-6)


@settings(deadline=None)
@given(grids)
def test_window_transform_stays_near_the_given_transform(grid: Grid) -> None:
    moved = grid.window_transform(grid.window)
    assert abs(moved[2] - grid.transform[2]) < 2e-4 * grid.pixel_size[0]
    assert abs(moved[5] - grid.transform[5]) < 2e-4 * grid.pixel_size[1]


@settings(deadline=None)
@given(grids)
def test_bounds_agree_with_rasterio(grid: Grid) -> None:
    expected = rasterio.transform.array_bounds(grid.height, grid.width, rasterio.Affine(*grid.transform))
    assert grid.bounds == pytest.approx(expected, rel=1e-15)


def test_json_round_trip() -> None:
    grid = Grid(*PAKISTAN, 264, 260)
    assert Grid.from_dict(grid.to_dict()) == grid


@settings(deadline=None)
@given(
    grids,
    st.integers(-300, 300),
    st.integers(-300, 300),
    st.integers(1, 300),
    st.integers(1, 300),
    st.sampled_from([(128, 32), (64, 16), (64, 0), (100, 50)]),
)
def test_windows_are_all_that_touch(grid: Grid, row: int, col: int, height: int, width: int, size: tuple) -> None:
    crop = grid.crop(row, col, height, width)
    windows = lattice_windows(crop, *size)
    step = size[0] - size[1]
    assert all(w.row % step == 0 and w.col % step == 0 for w in windows)
    assert windows == sorted(set(windows), key=lambda w: (w.row, w.col))
    assert all(w.intersection(crop.window) is not None for w in windows)
    # Every pixel lies in as many windows as the endless lattice puts on it.
    seen = np.zeros(crop.shape, dtype=int)
    for window in windows:
        part = window.intersection(crop.window)
        assert part is not None
        seen[part.slices_in(crop.window)] += 1

    def covering(positions: np.ndarray) -> np.ndarray:
        return positions // step - np.ceil((positions - size[0] + 1) / step).astype(int) + 1

    rows, cols = covering(crop.row0 + np.arange(height)), covering(crop.col0 + np.arange(width))
    assert (seen == np.outer(rows, cols)).all()


@settings(deadline=None)
@given(grids, offsets, offsets, st.integers(1, 500), st.integers(1, 500), st.sampled_from([2, 8]))
def test_overview_of_a_crop_is_the_crop_of_the_overview(
    grid: Grid, row: int, col: int, height: int, width: int, factor: int
) -> None:
    crop = grid.crop(row, col, height, width)
    overview, whole = coarse(crop, factor), coarse(grid, factor)
    assert overview.row0 == crop.row0 // factor and overview.col0 == crop.col0 // factor
    assert overview.window_transform(Window(3, 5, 2, 2)) == pytest.approx(
        whole.window_transform(Window(3, 5, 2, 2)), rel=1e-14
    )
    fine = overview.window.scaled(factor)
    assert crop.window.intersection(fine) == crop.window
    assert fine.height < height + 2 * factor and fine.width < width + 2 * factor


@settings(deadline=None)
@given(st.integers(-500, 500), st.integers(-500, 500), st.integers(1, 600), st.integers(1, 600))
def test_tiles_cover_a_window(row: int, col: int, height: int, width: int) -> None:
    window = Window(row, col, height, width)
    parts = [Window(r * 256, c * 256, 256, 256).intersection(window) for r, c in window.tiles(256)]
    assert all(part is not None for part in parts)
    assert sum(part.height * part.width for part in parts if part) == height * width


@pytest.mark.parametrize(
    ("transform", "size", "code"),
    [
        ((10.0, 1.0, 0.0, 0.0, -10.0, 0.0), (5, 5), "rotated-grid"),
        ((10.0, 0.0, 0.0, 0.0, 10.0, 0.0), (5, 5), "rotated-grid"),
        ((10.0, 0.0, 0.0, 0.0, -10.0, 0.0), (0, 5), "bad-grid"),
        ((10.0, 0.0, math.nan, 0.0, -10.0, 0.0), (5, 5), "bad-grid"),
    ],
)
def test_impossible_grids(transform: tuple, size: tuple, code: str) -> None:
    with pytest.raises(SceneFillError) as caught:
        Grid("EPSG:32643", transform, *size)
    assert caught.value.code == code


def test_slices_need_containment() -> None:
    with pytest.raises(ValueError, match="not inside"):
        Window(0, 0, 10, 10).slices_in(Window(1, 0, 10, 10))


def test_ground_size() -> None:
    assert ground_size_m("EPSG:32643", 10.0, 10.0, 30.0) == 10.0
    # A US survey foot.
    assert ground_size_m("EPSG:2263", 1.0, 1.0, 40.0) == pytest.approx(0.3048006)
    metres = 8.983152841195215e-05 * 111319.49
    assert ground_size_m("EPSG:4326", 8.983152841195215e-05, 8.983152841195215e-05, 60.0) == pytest.approx(
        metres * math.sqrt(0.5), rel=1e-6
    )


def test_pixel_size_is_the_same_for_crops_and_rows() -> None:
    grid = Grid(*PAKISTAN, 2000, 2000)
    assert grid.pixel_size_m() == grid.crop(1500, 10, 64, 64).pixel_size_m() == grid.pixel_size_m(grid.row0)
    assert grid.pixel_size_m() == pytest.approx(9.79, rel=0.01)
    assert Grid(*LANDSAT, 600, 600).pixel_size_m() == 30.0


@given(
    st.integers(1, 400),
    st.integers(1, 400),
    st.sampled_from([10.0, 0.25, 8.983152841195215e-05]),
    st.tuples(*[st.floats(-1.5, 1.5)] * 2),
    st.tuples(*[st.floats(0.001, 2.0)] * 2),
)
def test_cut_covers_the_extent_and_no_more(
    width: int, height: int, size: float, middle: tuple[float, float], half: tuple[float, float]
) -> None:
    whole = Grid("EPSG:4326", (size, 0.0, 3.0, 0.0, -size, 40.0), width, height)
    left, bottom, right, top = whole.bounds
    x = (left + right) / 2 + middle[0] * (right - left)
    y = (bottom + top) / 2 + middle[1] * (top - bottom)
    dx, dy = half[0] * (right - left) / 2, half[1] * (top - bottom) / 2
    extent = (x - dx, y - dy, x + dx, y + dy)
    cut = whole.cut(extent)
    touches = extent[0] < right and extent[2] > left and extent[1] < top and extent[3] > bottom
    assert (cut is not None) == touches
    if cut is None:
        return
    slack = 1.1e-3 * size
    assert cut.bounds[0] <= extent[0] + slack and cut.bounds[2] >= extent[2] - slack
    assert cut.bounds[1] <= extent[1] + slack and cut.bounds[3] >= extent[3] - slack
    assert (
        cut.bounds[0] > extent[0] - 1.01 * size and cut.bounds[2] < max(extent[2], cut.bounds[0] + size) + 1.01 * size
    )
    assert cut.phase == whole.phase
    assert cut.cut(cut.bounds) == cut


def test_cut_keeps_to_edges_that_are_almost_met() -> None:
    whole = Grid("EPSG:32632", (10.0, 0.0, 500000.0, 0.0, -10.0, 5000000.0), 100, 100)
    cut = whole.cut((500100.004, 4999500.0, 500200.0, 4999900.0))
    assert cut is not None
    assert cut.bounds == (500100.0, 4999500.0, 500200.0, 4999900.0)
    assert whole.cut((499000.0, 0.0, 500000.0, 1.0)) is None
