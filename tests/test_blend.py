"""Window weights: a partition of unity on the lattice."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scenefill.core.blend import window_weights
from scenefill.core.grid import Grid, lattice_windows


@settings(deadline=None)
@given(
    st.sampled_from([(128, 32), (64, 16), (64, 0), (100, 50), (32, 1)]),
    st.integers(-(10**6), 10**6),
    st.integers(-(10**6), 10**6),
    st.integers(1, 300),
    st.integers(1, 300),
)
def test_partition_of_unity(size: tuple[int, int], row: int, col: int, height: int, width: int) -> None:
    grid = Grid("EPSG:32643", (10.0, 0.0, col * 10.0, 0.0, -10.0, -row * 10.0), width, height)
    weights = window_weights(*size)
    total = np.zeros(grid.shape, dtype=np.float32)
    for window in lattice_windows(grid, *size):
        part = window.intersection(grid.window)
        assert part is not None
        total[part.slices_in(grid.window)] += weights[part.slices_in(window)]
    assert np.abs(total - 1).max() < 1e-6


def test_shape_of_weights() -> None:
    weights = window_weights(128, 32)
    assert weights.shape == (128, 128) and weights.dtype == np.float32
    assert weights.min() > 0 and weights.max() == 1
    assert (weights == weights.T).all() and (weights == weights[::-1, ::-1]).all()
    assert (np.diff(weights[64, :32]) > 0).all() and (weights[32:96, 32:96] == 1).all()


@pytest.mark.parametrize("overlap", [-1, 65])
def test_impossible_overlap(overlap: int) -> None:
    with pytest.raises(ValueError, match="overlap"):
        window_weights(128, overlap)
