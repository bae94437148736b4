"""Speckle of drawn radar: what makes a realisation look as noisy as an image that a satellite takes.

Interference makes the power of every resolution cell random (Oliver and Quegan, Understanding Synthetic Aperture Radar
Images, 2004, ch. 4). In decibels it is a field of constant variance, whatever it lies on. A network that was trained on
few radar images draws too little of it; what is missing is added here, as a function of place like all noise. Only
realisations have speckle: the mean of them, the estimate, has none.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from .grid import Window
from .modalities import registry
from .noise import noise

#: Modality that has it.
SPECKLED = "sar"
#: Equivalent number of looks of Sentinel-1's most used product (IW GRD, high resolution), at this pixel size in metres.
LOOKS, PIXEL_SIZE_M = 4.4, 10.0
#: What a pixel of that product shares with the next one along an axis, as weights of the two neighbours.
_NEIGHBOUR = 0.42
#: Pixels larger than this many of that product's share nothing with their neighbours.
_APART = 1.5


def decibel_deviation(looks: float) -> float:
    """Standard deviation in dB of power with this many looks: of the logarithm of a gamma variable."""
    # The trigamma function's asymptotic series; four terms are right to 0.1 % from one look upwards of two.
    trigamma = 1 / looks + 1 / (2 * looks**2) + 1 / (6 * looks**3) - 1 / (30 * looks**5)
    return float(10.0 / np.log(10.0) * np.sqrt(trigamma))


def missing(drawn_looks: float) -> float:
    """Standard deviation in dB of what is to be added to a drawing of so many looks to make it one of :data:`LOOKS`."""
    return float(np.sqrt(max(decibel_deviation(LOOKS) ** 2 - decibel_deviation(drawn_looks) ** 2, 0.0)))


def speckle(deviations: Mapping[str, float], seed: int, sample: int, window: Window, pixel_size_m: float) -> np.ndarray:
    """Speckle of a lattice window.

    Args:
        deviations: by band of radar, dB at :data:`PIXEL_SIZE_M`; bands that it lacks get none.
        seed: the job's.
        sample: number of the realisation.
        window: of the lattice.
        pixel_size_m: of the grid. Larger pixels average speckle away.

    Returns:
        ``(C, H, W)`` float32 dB for all bands of radar, with mean 0.
    """
    coarser = max(pixel_size_m / PIXEL_SIZE_M, 1.0)
    neighbour = _NEIGHBOUR if coarser < _APART else 0.0
    kernel = np.array([neighbour, 1.0, neighbour]) / np.sqrt(1.0 + 2.0 * neighbour**2)
    found = []
    for band in registry()[SPECKLED].band_ids:
        deviation = float(deviations.get(band, 0.0)) / coarser
        place = (window.row - 1, window.col - 1, window.height + 2, window.width + 2)
        field = noise(seed, f"{SPECKLED}/{band}/speckle", sample, *place).astype(np.float64)
        field = kernel[0] * field[:-2] + kernel[1] * field[1:-1] + kernel[2] * field[2:]
        field = kernel[0] * field[:, :-2] + kernel[1] * field[:, 1:-1] + kernel[2] * field[:, 2:]
        found.append(deviation * field)
    return np.stack(found).astype(np.float32)
