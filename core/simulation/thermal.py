"""Brightness temperature at 10.9 µm: what each surface adds to the air, sunlit slopes, lapse with height."""

from __future__ import annotations

import math

import numpy as np

from .fields import blur, fractal, stream
from .ground import Ground
from .library import GROUND_HEAT, LEAF_HEAT
from .lighting import Beam
from .plan import Acquisition, Plan
from .terrain import Terrain

_LAPSE = 0.0065  # K per metre
_NATIVE = 100.0  # metres: thermal detectors are coarse


def draw_temperature(
    plan: Plan, date: Acquisition, terrain: Terrain, ground: Ground, sun: Beam, pixel_size: float
) -> np.ndarray:
    """``(1, H, W)`` float32 kelvin, smoothed to the native resolution of a thermal sensor."""
    rng = stream(plan.seed, f"thermal/{round(date.season * 10000)}")
    leaf = np.array(list(LEAF_HEAT.values()), np.float32)[ground.leaf]
    table = np.array(list(GROUND_HEAT.values()), np.float32) * np.float32(rng.uniform(0.8, 1.25))
    soil = table[ground.base] * (1 - ground.mix) + table[ground.base2] * ground.mix
    soil = soil * (1 - 0.6 * ground.moist) - 12.0 * ground.tone
    straw = table[ground.straw]
    bare = np.clip(1 - ground.green - ground.dry, 0, 1)
    heat = ground.green * (leaf - 0.8 * ground.vigour) + ground.dry * straw + bare * soil
    # Wet or shaded ground stores and evaporates; strength of the sun scales everything.
    power = math.sin(math.radians(date.sun_elevation)) * (0.2 + 0.8 * sun.cosine * sun.open)
    height = terrain.elevation - (float(np.median(terrain.elevation)) if plan.base > 0 else 0.0)
    air = date.air_temperature - _LAPSE * (height + min(plan.base, 400.0))
    land = air + heat * power * 1.15 - 3.0 * ground.shade - 6.0 * ground.flooded
    land = land * (1 - ground.snow) + np.minimum(land, 272.5) * ground.snow
    yearly = date.air_temperature * 0.55 + 0.45 * float(np.interp(plan.latitude, [0, 30, 60], [300, 294, 281]))
    water = max(yearly - 2.0, 273.2) - 0.003 * height
    drift = fractal(rng, terrain.elevation.shape, 2000.0 / pixel_size, beta=2.5)
    surface = land * (1 - ground.water) + (water + 0.25 * drift) * ground.water + 0.5 * drift
    surface = blur(surface.astype(np.float32), 0.38 * _NATIVE / pixel_size)
    surface += 0.05 * rng.standard_normal(surface.shape, dtype=np.float32)
    return np.clip(surface, 240.0, 345.0)[None].astype(np.float32)
