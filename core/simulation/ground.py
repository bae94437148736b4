"""The state of the ground at a date: per pixel, how much leaf, straw, soil, roof and water it holds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from .fields import blur, fractal, stream
from .library import GROUND_INDEX
from .parcels import Parcels
from .places import Places
from .plan import Acquisition, Plan
from .terrain import Terrain


@dataclass
class Ground:
    """Per-pixel state, all ``(H, W)``.

    ``code`` land cover; ``leaf`` canopy spectrum; ``green``, ``dry`` cover 0..1; ``straw`` ground spectrum of the dry
    cover; ``shade`` 0..1; ``vigour`` about 0 ± 1; ``base`` and ``base2`` ground spectra mixed by ``mix`` (share of
    ``base2``); ``tone`` natural log of the ground's brightness; ``moist`` 0..1; ``rough`` dB; ``built`` 0..1 share of
    buildings; ``facing`` radians; ``snow`` 0..1; ``flooded`` 0..1; ``ratio`` dB by which
    VH is stronger than usual; ``water`` 0..1, ``depth`` metres, ``murk`` about 0 ± 1 (how turbid the water body is).
    """

    code: np.ndarray
    leaf: np.ndarray
    green: np.ndarray
    dry: np.ndarray
    straw: np.ndarray
    shade: np.ndarray
    vigour: np.ndarray
    base: np.ndarray
    base2: np.ndarray
    mix: np.ndarray
    tone: np.ndarray
    moist: np.ndarray
    rough: np.ndarray
    built: np.ndarray
    facing: np.ndarray
    snow: np.ndarray
    flooded: np.ndarray
    ratio: np.ndarray
    water: np.ndarray
    depth: np.ndarray
    murk: np.ndarray

    def paint(self, where: np.ndarray, **values: Any) -> None:
        """Set fields on the pixels of ``where``; a value is a number or a full raster."""
        for name, value in values.items():
            target = getattr(self, name)
            target[where] = value[where] if isinstance(value, np.ndarray) and value.ndim == 2 else value


_INTEGER = ("code", "leaf", "straw", "base", "base2")


def empty_ground(shape: tuple[int, int]) -> Ground:
    names = Ground.__dataclass_fields__
    return Ground(**{n: np.zeros(shape, np.uint8 if n in _INTEGER else np.float32) for n in names})


@dataclass(frozen=True)
class Site:
    """The permanent inputs of the painting, with noise that belongs to the place and not to the date."""

    plan: Plan
    date: Acquisition
    terrain: Terrain
    parcels: Parcels
    places: Places
    pixel_size: float
    fine: np.ndarray
    middle: np.ndarray
    patches: np.ndarray
    wood: np.ndarray
    farm: np.ndarray


def make_site(
    plan: Plan, date: Acquisition, terrain: Terrain, parcels: Parcels, places: Places, pixel_size: float
) -> Site:
    rng = stream(plan.seed, "cover")
    shape = terrain.elevation.shape
    fine = fractal(rng, shape, 5.0, beta=1.2)
    middle = fractal(rng, shape, 350.0 / pixel_size + 4, beta=2.5, shortest=1.5)
    patches = fractal(rng, shape, 1600.0 / pixel_size + 8, beta=3.0, shortest=2.0)
    steep = np.minimum(terrain.slope / (0.03 + 0.0005 * plan.relief), 2.5)
    wood = blur(patches * 0.8 + 0.25 * middle + 0.7 * steep, 1.2) - 1.2 * places.built
    farm = fractal(rng, shape, 2500.0 / pixel_size + 8, beta=3.0) - 1.1 * steep + 0.3 * terrain.wet
    return Site(plan, date, terrain, parcels, places, pixel_size, fine, middle, patches, wood, farm)


def soils(plan: Plan) -> tuple[int, int, int]:
    """The scene's two soils and its rock, as ground indices."""
    rng = stream(plan.seed, "soils")
    red = plan.biome == "tropical" or (plan.biome == "semi-arid" and rng.random() < 0.5)
    first, second = ("laterite", "soil") if red else ("soil", "soil2")
    if plan.biome == "arid":
        first, second = ("sand", str(rng.choice(["limestone", "soil", "granite", "laterite"])))
    rock = str(rng.choice(["limestone", "granite", "basalt"]))
    return GROUND_INDEX[first], GROUND_INDEX[second], GROUND_INDEX[rock]
