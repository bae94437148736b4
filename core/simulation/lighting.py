"""How relief meets a beam: solar irradiance on slopes, cast shadows, and the radar's local incidence."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from scipy import ndimage

from .fields import blur


@dataclass(frozen=True)
class Beam:
    """``cosine`` of the angle between slope normal and beam (clipped at 0), relative to flat ground; ``open`` 1 where
    the beam arrives, 0 in cast shadow; both ``(H, W)`` float32."""

    cosine: np.ndarray
    open: np.ndarray


def beam_on(elevation: np.ndarray, pixel_size: float, azimuth: float, height: float) -> Beam:
    """A parallel beam from ``azimuth`` (degrees clockwise from north) and ``height`` degrees above the horizon."""
    up = math.radians(height)
    to_row, to_col = -math.cos(math.radians(azimuth)), math.sin(math.radians(azimuth))
    grad_r, grad_c = np.gradient(elevation, pixel_size)
    normal = np.sqrt(1.0 + grad_r**2 + grad_c**2)
    cosine = (math.sin(up) - math.cos(up) * (grad_r * to_row + grad_c * to_col)) / normal
    relative = np.maximum(cosine, 0.0) / math.sin(up)
    return Beam(relative.astype(np.float32), _unshadowed(elevation, pixel_size, to_row, to_col, math.tan(up)))


def _unshadowed(elevation: np.ndarray, pixel_size: float, to_row: float, to_col: float, tangent: float) -> np.ndarray:
    """March towards the source on a half-resolution grid: in shadow where the terrain stands above the ray."""
    low = elevation[::2, ::2].astype(np.float32)
    reach = float(low.max() - low.min()) / max(tangent, 1e-3)
    step = 2.0 * pixel_size
    above = np.full(low.shape, -1e6, np.float32)
    distance = step
    while distance < min(reach, 8000.0):
        d_row, d_col = -to_row * distance / step, -to_col * distance / step
        moved = ndimage.shift(low, (d_row, d_col), order=1, mode="nearest", prefilter=False)
        above = np.maximum(above, moved - np.float32(distance * tangent))
        distance *= 1.12
        distance += 0.3 * step
    margin = 0.04 * pixel_size * max(tangent, 0.2)
    lit = (low + margin >= above).astype(np.float32)
    full = np.repeat(np.repeat(lit, 2, 0), 2, 1)[: elevation.shape[0], : elevation.shape[1]]
    return blur(full, 1.0)
