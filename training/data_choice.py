"""What one training sample shows and what it asks for: random observed and target subsets, gaps, dropped bands."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from .data_types import OPTICAL_FAMILY
from .masks import MaskBank

P_NOTHING = 0.1
"""Probability that a sample shows nothing at all: joint generation."""
_P_FILL = 0.5  # of the rest: a gap in the optical family; else whole modalities are missing
_P_SHOWN = {"optical": 0.5, "infrared": 0.4, "sar": 0.6, "multispectral": 0.3, "panchromatic": 0.15, "thermal": 0.3}
_P_ELEVATION = 0.4
_P_OTHER_DATE_CLOUDY = 0.35
_P_BAND_DROPOUT = 0.25
_P_RADAR_GAP = 0.1


@dataclass
class Choice:
    """Slots shown, their gaps and dropped bands.

    Attributes:
        shown: slots that are given (perhaps in part).
        gaps: slot -> ``(size, size)`` bool hidden pixels; slots that were taken together share one array.
        thin: slot -> ``(size, size)`` float32 thin cloud 0..1 around the gap.
        dropped: slot -> indices of the bands that are not given.
    """

    shown: set[str] = field(default_factory=set)
    gaps: dict[str, np.ndarray] = field(default_factory=dict)
    thin: dict[str, np.ndarray] = field(default_factory=dict)
    dropped: dict[str, list[int]] = field(default_factory=dict)


def choose(rng: np.random.Generator, bank: MaskBank, bands: dict[str, int]) -> Choice:
    """Draw a :class:`Choice`.

    Args:
        bands: available slot -> number of valid bands in it. Slots ending in ``@2`` are of another date.
    """
    choice = Choice()
    primary = [slot for slot in bands if not slot.endswith("@2")]
    other = [slot for slot in bands if slot.endswith("@2")]
    if rng.random() < P_NOTHING or not primary:
        return choice
    sky = [slot for slot in primary if slot in OPTICAL_FAMILY]
    asked = [slot for slot in primary if slot != "elevation"]
    fill = bool(sky) and (rng.random() < _P_FILL or len(asked) < 2)
    if fill:
        _choose_fill(rng, bank, choice, sky, asked)
    else:
        _choose_whole(rng, choice, asked, bool(other))
    if "elevation" in primary and rng.random() < _P_ELEVATION:
        choice.shown.add("elevation")
    _choose_other_date(rng, bank, choice, other)
    if not choice.shown:
        choice.shown.add(str(rng.choice(other or primary)))
    _leave_something(rng, bank, choice, primary)
    _drop_bands(rng, choice, bands)
    return choice


def _choose_fill(rng: np.random.Generator, bank: MaskBank, choice: Choice, sky: list[str], asked: list[str]) -> None:
    """A gap that hides the optical family in one place; some of the family may not be there at all."""
    gap, thin = bank.draw(rng)
    present = [slot for slot in sky if rng.random() < 0.7] or [str(rng.choice(sky))]
    for slot in present:
        _hide(choice, slot, gap, thin)
    if "sar" in asked and rng.random() < 0.7:
        choice.shown.add("sar")
        if rng.random() < _P_RADAR_GAP:
            choice.gaps["sar"] = bank.swath(rng)


def _choose_whole(rng: np.random.Generator, choice: Choice, asked: list[str], has_other: bool) -> None:
    """Whole modalities are given or missing; at least one of each."""
    choice.shown.update(slot for slot in asked if rng.random() < _P_SHOWN[slot])
    if len(choice.shown) == len(asked):
        choice.shown.discard(str(rng.choice(asked)))
    if not choice.shown and not has_other and len(asked) > 1:
        choice.shown.add(str(rng.choice(asked)))


def _choose_other_date(rng: np.random.Generator, bank: MaskBank, choice: Choice, other: list[str]) -> None:
    shown = [slot for slot in other if rng.random() < 0.75]
    sky = [slot for slot in shown if slot.split("@")[0] in OPTICAL_FAMILY]
    choice.shown.update(shown)
    if sky and rng.random() < _P_OTHER_DATE_CLOUDY:
        gap, thin = bank.draw(rng)
        for slot in sky:
            _hide(choice, slot, gap, thin)


def _leave_something(rng: np.random.Generator, bank: MaskBank, choice: Choice, primary: list[str]) -> None:
    """Without a hidden pixel in a primary slot there is nothing to learn: hide some."""
    if any(slot not in choice.shown or slot in choice.gaps for slot in primary):
        return
    gap, thin = bank.draw(rng)
    for slot in primary:
        _hide(choice, slot, gap, thin)


def _drop_bands(rng: np.random.Generator, choice: Choice, bands: dict[str, int]) -> None:
    for slot in sorted(choice.shown):
        count = bands[slot]
        if count > 1 and rng.random() < _P_BAND_DROPOUT:
            lost = int(rng.integers(1, count))
            choice.dropped[slot] = [int(i) for i in rng.choice(count, size=lost, replace=False)]


def _hide(choice: Choice, slot: str, gap: np.ndarray, thin: np.ndarray | None) -> None:
    choice.shown.add(slot)
    choice.gaps[slot] = gap
    if thin is not None:
        choice.thin[slot] = thin
