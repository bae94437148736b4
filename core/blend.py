"""Weights that blend overlapping windows without a seam."""

from __future__ import annotations

import numpy as np


def window_weights(size: int, overlap: int) -> np.ndarray:
    """Raised-cosine partition of unity.

    Windows of ``size`` pixels at steps of ``size - overlap`` have weights that sum to 1 at every pixel (within 1e-6),
    and no weight is 0: every pixel of a window counts.

    Returns:
        ``(size, size)`` float32.
    """
    if not 0 <= overlap <= size // 2:
        raise ValueError(f"overlap must be within 0..{size // 2}, not {overlap}")
    ramp = np.sin(0.5 * np.pi * (np.arange(overlap) + 0.5) / max(overlap, 1)) ** 2
    profile = np.ones(size)
    profile[:overlap] = ramp
    profile[::-1][:overlap] = ramp
    return np.outer(profile, profile).astype(np.float32)
