"""What grows on the parcels and how far it is at a date."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .fields import stream
from .library import CODE, LEAF_INDEX
from .parcels import Parcels
from .plan import Plan

CROPS = ("winter cereal", "summer crop", "oilseed", "fodder and meadow", "fallow field", "orchard and vineyard", "rice")
_SHARES = {
    "farmland": (0.30, 0.26, 0.09, 0.20, 0.06, 0.08, 0.01),
    "semi-arid": (0.26, 0.20, 0.03, 0.10, 0.26, 0.14, 0.01),
    "tropical": (0.00, 0.30, 0.01, 0.24, 0.12, 0.15, 0.18),
    "mountain": (0.14, 0.10, 0.02, 0.58, 0.08, 0.06, 0.02),
    "coast": (0.25, 0.22, 0.05, 0.22, 0.10, 0.12, 0.04),
    "arid": (0.12, 0.20, 0.00, 0.28, 0.28, 0.12, 0.00),
}
# Emergence, full cover, start of ripening, harvest as fractions of the year; negative = in the year before.
_CALENDAR = {
    "winter cereal": (-0.20, 0.34, 0.47, 0.57),
    "summer crop": (0.35, 0.50, 0.66, 0.76),
    "oilseed": (-0.28, 0.26, 0.42, 0.53),
    "rice": (0.40, 0.55, 0.68, 0.76),
}


@dataclass(frozen=True)
class CropState:
    """Per parcel, ``(count,)``: ``code`` land cover; ``leaf`` index of the canopy spectrum; ``green`` and ``dry`` cover
    0..1; ``vigour`` about 0 ± 1; ``flooded`` 0..1; ``rough`` dB by which the soil is rougher than usual; ``soil`` 0..1
    mixing of the two soils; ``rows`` strength of the row pattern; ``ratio`` dB of VH."""

    code: np.ndarray
    leaf: np.ndarray
    green: np.ndarray
    dry: np.ndarray
    vigour: np.ndarray
    flooded: np.ndarray
    rough: np.ndarray
    soil: np.ndarray
    rows: np.ndarray
    irrigated: np.ndarray
    ratio: np.ndarray


def _ramp(t: np.ndarray, start: np.ndarray | float, end: np.ndarray | float) -> np.ndarray:
    x = np.clip((t - start) / (np.asarray(end) - start), 0, 1)
    return x * x * (3 - 2 * x)


def _season(name: str, when: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Green and dry cover of an annual crop at ``when`` (fraction of the year, may be any real number)."""
    sown, full, ripe, harvest = _CALENDAR[name]
    t = (when - sown) % 1.0
    full, ripe, harvest = full - sown, ripe - sown, harvest - sown
    # Winter crops stand still as short plants in the cold months, then shoot.
    slow = 0.28 * _ramp(t, 0.02, 0.12) if sown < 0 else 0.0
    up = np.maximum(slow, _ramp(t, max(full - 0.16, 0.0), full))
    green = up * (1 - _ramp(t, ripe, ripe + 0.5 * (harvest - ripe))) * 0.97
    standing = _ramp(t, ripe, ripe + 0.5 * (harvest - ripe)) * (t < harvest) * 0.9
    stubble = (t >= harvest) * 0.55 * np.exp(-(t - harvest) / 0.12)
    return green, standing + stubble


def draw_crops(plan: Plan, parcels: Parcels, growth: float, wetness: float) -> CropState:
    """The state of every parcel at ``growth`` (season of the northern hemisphere, 0..1)."""
    rng = stream(plan.seed, "crops")
    count = parcels.count
    shares = np.asarray(_SHARES[plan.biome]) * rng.gamma(1.6, 1.0, len(CROPS))
    crop = rng.choice(len(CROPS), count, p=shares / shares.sum())
    spread = 0.025 if plan.latitude > 25 else 0.20  # two or three harvests a year near the equator
    offset = rng.normal(0, spread, count) + rng.normal(0, 0.02)
    luck = rng.normal(0, 1, (5, count))
    irrigated = parcels.mean(parcels.pivot.astype(np.float32)) > 0.5
    irrigated |= rng.random(count) < (0.35 if plan.humidity < 0.4 else 0.1)
    cover = np.clip(0.35 + plan.humidity * 0.75 + 0.12 * luck[0], 0.15, 1.0)
    cover = np.where(irrigated, np.clip(0.93 + 0.07 * luck[0], 0.6, 1.0), cover)
    green, dry = np.zeros(count), np.zeros(count)
    when = growth + offset
    for k, name in enumerate(CROPS):
        mine = crop == k
        if name in _CALENDAR:
            g, d = _season(name, when[mine])
        else:
            g, d = _perennial(name, growth, plan, luck[1][mine], irrigated[mine])
        green[mine], dry[mine] = g, d
    green, dry = green * cover, dry * np.clip(0.75 + 0.15 * luck[2], 0.3, 1.0)
    leaf = np.select(
        [crop == 3, crop == 5, crop == 6],
        [
            LEAF_INDEX["grass"],
            LEAF_INDEX["shrub"] if plan.humidity < 0.4 else LEAF_INDEX["broadleaf"],
            LEAF_INDEX["rice"],
        ],
        LEAF_INDEX["crop"],
    )
    bloom = (crop == 2) & (np.abs((growth + offset - 0.335 + 0.5) % 1.0 - 0.5) < 0.035)
    leaf = np.where(bloom, LEAF_INDEX["rape"], leaf)
    early = np.clip(1.0 - green / 0.55, 0, 1) * (np.abs(when % 1.0 - 0.44) < 0.12)
    tilled = np.clip(1 - green - dry, 0, 1)
    return CropState(
        code=np.array([CODE[name] for name in CROPS], np.uint8)[crop],
        leaf=leaf.astype(np.uint8),
        green=np.clip(green, 0, 1).astype(np.float32),
        dry=np.clip(dry, 0, 1 - np.clip(green, 0, 1)).astype(np.float32),
        vigour=(luck[1] * 0.8).astype(np.float32),
        flooded=np.where(crop == 6, early, 0.0).astype(np.float32),
        rough=(luck[3] * 2.0 * tilled + luck[4] * 0.7).astype(np.float32),
        soil=np.clip(0.5 + 0.25 * luck[4], 0.05, 0.95).astype(np.float32),
        rows=np.select([crop == 5, crop == 1], [0.9, 0.5], 0.3).astype(np.float32),
        irrigated=irrigated,
        ratio=(1.1 * luck[2] + 0.8 * rng.normal(0, 1, count)).astype(np.float32),
    )


def _perennial(
    name: str, growth: float, plan: Plan, luck: np.ndarray, irrigated: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Green and dry cover of meadows, fallow land and orchards."""
    green = grass_green(plan, growth)
    if name == "fodder and meadow":
        level = np.clip(np.where(irrigated, 0.85, green) + 0.1 * luck, 0.05, 0.98)
        mown = (luck > 0.6) * 0.35
        return level - mown * level, (1 - level) * 0.6 + mown * 0.4
    if name == "orchard and vineyard":
        leafy = green if plan.latitude > 30 else 0.8
        crowns = np.clip(0.5 + 0.15 * luck, 0.15, 0.9)
        return crowns * (0.25 + 0.75 * leafy), (1 - crowns) * 0.35
    weeds = np.clip(0.12 + 0.12 * luck, 0, 0.5) * green
    return weeds, np.clip(0.15 + 0.1 * luck, 0, 0.5)


def grass_green(plan: Plan, growth: float) -> float:
    """How green unirrigated grass is: limited by cold in winter, by drought in the dry season."""
    warm = 0.5 - 0.5 * np.cos(2 * np.pi * (growth - 0.05))
    cold = 1.0 if plan.latitude < 25 else float(np.clip(0.35 + 0.9 * warm, 0, 1))
    # Mediterranean summers are dry, monsoon summers are wet.
    thirsty = warm if plan.latitude > 28 else 1 - warm
    drought = 1.0 - (1.0 - plan.humidity) ** 1.6 * (0.7 + 0.6 * thirsty)
    return float(np.clip(cold * drought, 0.03, 0.95))
