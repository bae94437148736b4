"""Where a raster is looked at to learn what its numbers mean: the same spots whoever asks, engine or dock."""

from __future__ import annotations

import math
from collections.abc import Iterator

import numpy as np

#: Spots along each axis, pixels along each side of a spot, and how many valid numbers are enough.
SPOTS, SPOT_SIZE, ENOUGH = 6, 32, 64
#: Pixels along each side to which the whole file is reduced where the spots show too little.
WHOLE_FILE = 512


def spots(height: int, width: int) -> Iterator[tuple[int, int, int, int]]:
    """(row, column, height, width) of the spots, row-major, spread evenly over the file."""
    for i in range(SPOTS):
        for j in range(SPOTS):
            row = max(0, min(height - SPOT_SIZE, round((i + 0.5) * height / SPOTS) - SPOT_SIZE // 2))
            col = max(0, min(width - SPOT_SIZE, round((j + 0.5) * width / SPOTS) - SPOT_SIZE // 2))
            yield row, col, min(SPOT_SIZE, height), min(SPOT_SIZE, width)


def percentiles(samples: np.ndarray) -> tuple[float, float, float]:
    """2nd, 50th and 98th percentile of the finite numbers; NaN where there are none."""
    finite = samples[np.isfinite(samples)]
    if finite.size == 0:
        return math.nan, math.nan, math.nan
    low, middle, high = (float(v) for v in np.percentile(finite, [2, 50, 98]))
    return low, middle, high
