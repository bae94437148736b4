"""C-band backscatter: a water-cloud canopy over rough ground, relief, double bounce, wind on water, speckle."""

from __future__ import annotations

import math

import numpy as np

from .fields import blur, fractal, hashed, stream
from .ground import Ground
from .library import GROUND_DB, LEAF_DB
from .lighting import beam_on
from .plan import Acquisition, Plan
from .terrain import Terrain


def _power(db: np.ndarray | float) -> np.ndarray:
    return np.asarray(10.0 ** (np.asarray(db, np.float32) / 10.0), np.float32)


def _surface_db(
    rng: np.random.Generator, ground: Ground, pol: int, offset: tuple[np.ndarray, np.ndarray]
) -> tuple[np.ndarray, np.ndarray]:
    """Canopy and ground backscatter in linear power."""
    leaf = (np.array(list(LEAF_DB.values()), np.float32)[:, pol] + offset[0])[ground.leaf]
    table = np.array(list(GROUND_DB.values()), np.float32)[:, pol] + offset[1]
    soil = _power(table[ground.base]) * (1 - ground.mix) + _power(table[ground.base2]) * ground.mix
    # Wet soil reflects more: about 5 dB between dry and soaked; roughness adds on top.
    change = 6.0 * (ground.moist - 0.35) + ground.rough * (1.0 if pol == 0 else 0.8)
    frozen = -1.5 * ground.snow
    soil = soil * _power(change * (1 - ground.built) + frozen)
    own = ground.ratio if pol == 1 else -0.3 * ground.ratio
    return _power(leaf + 0.5 * ground.vigour + 0.4 * ground.rough + own), soil * _power(0.6 * own)


def _water_power(plan: Plan, date: Acquisition, shape: tuple[int, int], pol: int, patches: np.ndarray) -> np.ndarray:
    """Wind roughens water: about -25 dB in calm, -13 dB in a fresh breeze (VV); VH stays near the noise floor."""
    vv = -26.0 + 13.0 * (1 - math.exp(-date.wind / 5.5)) - 0.25 * (date.incidence - 36.0) + 1.1 * patches
    vh = np.maximum(vv - 8.5, -29.0 + 0.15 * patches)
    return _power(vv if pol == 0 else vh)


def _relief_gain(plan: Plan, date: Acquisition, terrain: Terrain, pixel_size: float) -> tuple[np.ndarray, np.ndarray]:
    """Gain of slopes in dB, and the share of the radar beam that arrives.

    The area that a pixel holds in the radar's view grows where the slope faces the sensor (Small 2011); terrain-
    corrected products have most of it removed, though never all.
    """
    height = 90.0 - date.incidence
    source = (date.look_azimuth + 180.0) % 360.0
    beam = beam_on(blur(terrain.elevation, 10.0 / pixel_size), pixel_size, source, height)
    cosine = np.clip(beam.cosine * math.cos(math.radians(date.incidence)), 0.02, 0.9995)
    local = np.arccos(cosine)
    area = math.sin(math.radians(date.incidence)) / np.maximum(np.sin(local), 0.12)
    gain = 10.0 * np.log10(area * np.maximum(beam.cosine, 0.05) ** 0.7)
    return np.clip(gain * (0.25 if plan.terrain_corrected else 0.75), -12.0, 9.0), beam.open


def _double_bounce(plan: Plan, date: Acquisition, ground: Ground, pol: int) -> np.ndarray:
    """Walls and streets form corners: strongest where the street grid faces the radar, spiky from house to house."""
    rows, cols = np.ogrid[: ground.code.shape[0], : ground.code.shape[1]]
    spike = hashed(rows, cols, plan.seed & 0xFFFF, 61)
    lottery = -np.log(np.maximum(hashed(rows, cols, plan.seed & 0xFFFF, 62), 1e-6))
    look = math.radians(90.0 - date.look_azimuth)
    aligned = np.abs(np.cos(2.0 * (ground.facing - look))) ** 6
    strength = -6.5 + 5.5 * aligned + 2.2 * lottery * (0.5 + ground.built) + 3.0 * (spike > 0.97)
    strength = np.minimum(strength, 17.0) - (0.0 if pol == 0 else 7.0 - 1.5 * (1 - aligned))
    return _power(strength) * ground.built


def _speckle(rng: np.random.Generator, shape: tuple[int, int], looks: float, pixel_size: float) -> np.ndarray:
    """Gamma-distributed multiplicative noise of mean 1 with ``looks`` looks; neighbours are correlated as in GRD."""
    # Ground range products are sampled at half their resolution.
    sigma = 0.72 if pixel_size <= 15 else 0.4
    reach = np.exp(-(np.arange(-3, 4) ** 2) / (2 * sigma**2))
    reach = reach / reach.sum()
    kept = float((reach**2).sum()) ** 2  # variance that the blur leaves
    raw = rng.gamma(looks * kept, 1.0 / (looks * kept), shape).astype(np.float32)
    return np.maximum(blur(raw, sigma), 1e-4)


def draw_backscatter(plan: Plan, date: Acquisition, terrain: Terrain, ground: Ground, pixel_size: float) -> np.ndarray:
    """``(2, H, W)`` float32: VV and VH in dB, gamma speckle on linear power, instrument noise floor included."""
    fixed = stream(plan.seed, "radar")
    daily = stream(plan.seed, f"radar/{round(date.season * 10000)}")
    shape = terrain.elevation.shape
    scene = float(fixed.normal(0, 0.7))
    leaf_shift = fixed.normal(0, 0.7, len(LEAF_DB)).astype(np.float32)
    ground_shift = fixed.normal(0, 1.2, len(GROUND_DB)).astype(np.float32)
    texture = fractal(fixed, shape, 30.0, beta=1.2)
    wind = fractal(daily, shape, 1500.0 / pixel_size, beta=2.6)
    gain, arrives = _relief_gain(plan, date, terrain, pixel_size)
    floor = _power(daily.normal(-31.5, 0.8))
    bands = []
    for pol in (0, 1):
        canopy, soil = _surface_db(fixed, ground, pol, (leaf_shift, ground_shift))
        # Water-cloud model (Attema & Ulaby 1978); dry plants are nearly transparent.
        through = np.exp(-2.6 * (ground.green + 0.25 * ground.dry) ** 1.5 * (1.25 if pol else 1.0))
        water = _water_power(plan, date, shape, pol, wind)
        wet = np.clip(ground.flooded, 0, 1)
        bounce = _power(-8.0 if pol == 0 else -16.0) * wet * ground.green
        soil = soil * (1 - wet) + water * wet
        land = (canopy * (1 - through) + soil * through) * (1 - 0.6 * ground.built)
        land = (land + bounce) * _power(gain + 0.45 * texture + scene) + _double_bounce(plan, date, ground, pol)
        land = blur(land * (0.04 + 0.96 * arrives), 0.6 if pixel_size <= 15 else 0.3)
        power = (land * (1 - ground.water) + water * ground.water) + floor * (1.0 if pol == 0 else 0.6)
        power = power * _speckle(daily, shape, date.looks, pixel_size)
        bands.append(10.0 * np.log10(np.maximum(power, 1e-4)))
    return np.clip(np.stack(bands), -40.0, 22.0).astype(np.float32)
