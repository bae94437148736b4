"""Which bands are shown, and which values are black and white: plain data, in the values that QGIS shows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Optional

from ...core.modalities import Modality


@dataclass(frozen=True)
class Stretch:
    """Three bands as red, green and blue, or one as gray.

    Attributes:
        bands: 1-based.
        lows, highs: per band, the values that are shown darkest and brightest.
    """

    bands: tuple[int, ...]
    lows: tuple[float, ...]
    highs: tuple[float, ...]


#: (modality, value in its unit, 1-based band) to the value that QGIS shows there.
Shown = Callable[[Modality, float, int], float]


def stretch_of_modality(modality: Modality, bands: Mapping[str, int], shown: Shown) -> Optional[Stretch]:
    """A modality's style on a file's bands.

    Args:
        bands: band id to 1-based index in the file.
        shown: from the modality's unit to what QGIS shows.

    Returns:
        Its first band there in gray when the style's bands are not all there; None when none is.
    """
    style = modality.style
    wanted = list(zip(style["bands"], _each(style, "min"), _each(style, "max")))
    if not all(band in bands for band, _, _ in wanted):
        wanted = [(band, low, high) for band, low, high in wanted if band in bands][:1]
        others = [(band, _each(style, "min")[0], _each(style, "max")[0]) for band in modality.band_ids if band in bands]
        wanted = wanted or others[:1]
    if not wanted:
        return None
    ranges = [sorted((shown(modality, low, bands[b]), shown(modality, high, bands[b]))) for b, low, high in wanted]
    indices = tuple(bands[band] for band, _, _ in wanted)
    return Stretch(indices, tuple(low for low, _ in ranges), tuple(high for _, high in ranges))


def _each(style: Mapping[str, Any], member: str) -> list[float]:
    """One number for all bands of a style, or one for each."""
    value = style[member]
    return [float(v) for v in value] if isinstance(value, list) else [float(value)] * len(style["bands"])
