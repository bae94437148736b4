"""Means over square blocks of pixels, bit for bit the same however large the array is that they lie in."""

from __future__ import annotations

import numpy as np


def block_mean(values: np.ndarray, mask: np.ndarray, factor: int) -> tuple[np.ndarray, np.ndarray]:
    """Mean over the observed pixels of ``factor`` × ``factor`` blocks.

    Args:
        values: ``(..., H, W)``, 0 where ``mask`` (same shape, bool) is False; H and W are multiples of ``factor``.

    Returns:
        ``(..., H / factor, W / factor)`` float32, 0 where no pixel is observed, and bool, True where any is.
    """
    # Summed slice by slice: the order of a library's own sum may change with the array's shape, and bits with it.
    total = _block_sum(values.astype(np.float64), factor)
    count = _block_sum(mask.astype(np.float64), factor)
    observed = count > 0
    return np.where(observed, total / np.maximum(count, 1.0), 0.0).astype(np.float32), observed


def _block_sum(array: np.ndarray, factor: int) -> np.ndarray:
    rows = array[..., 0::factor, :].copy()
    for i in range(1, factor):
        rows += array[..., i::factor, :]
    out = rows[..., 0::factor].copy()
    for j in range(1, factor):
        out += rows[..., j::factor]
    return out
