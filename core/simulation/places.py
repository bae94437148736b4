"""Settlements, industry, farmsteads and the roads between them, placed by what the relief allows."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .fields import fractal, hashed, irregular, nearest_point, smoothstep, stream
from .parcels import Parcels
from .plan import Plan
from .roads import Town, draw_roads
from .terrain import Lattice, Terrain


@dataclass(frozen=True)
class Places:
    """All ``(H, W)``. ``built`` density 0..1 of the settlement; ``street`` fraction of the pixel that is street;
    ``roof`` 0 none, 1 tile, 2 dark, 3 concrete, 4 metal; ``industry`` boolean; ``road`` fraction of country roads;
    ``road_kind`` 1 asphalt, 2 track; ``facing`` angle (radians) of the street grid, for double bounce."""

    built: np.ndarray
    street: np.ndarray
    roof: np.ndarray
    industry: np.ndarray
    farmstead: np.ndarray
    road: np.ndarray
    road_kind: np.ndarray
    facing: np.ndarray


def _towns(rng: np.random.Generator, plan: Plan, terrain: Terrain, pixel_size: float) -> list[Town]:
    """Flat, dry places not far from water, with sizes between a hamlet and a town."""
    size = terrain.elevation.shape[0]
    area = (size * pixel_size / 1000.0) ** 2
    number = int(min(rng.poisson(plan.settled * area / 10.0), 40))
    rows, cols = rng.integers(0, size, (2, 60 * max(number, 1)))
    near = np.exp(-((terrain.water_distance[rows, cols] - 250.0) ** 2) / 3.0e5)
    score = near - 9.0 * terrain.slope[rows, cols] + rng.normal(0, 0.35, rows.size)
    score[(terrain.water[rows, cols] > 0.3) | (terrain.slope[rows, cols] > 0.25)] = -1e3
    towns: list[Town] = []
    for k in np.argsort(-score, kind="stable"):
        if len(towns) == number or score[k] < -100:
            break
        radius = float(np.clip(rng.pareto(1.3) * 130.0 + 110.0, 110.0, 1500.0))
        apart = [np.hypot(t.row - rows[k], t.col - cols[k]) * pixel_size - t.radius - radius for t in towns]
        if not apart or min(apart) > 350.0:
            block = float(rng.uniform(60.0, 130.0))
            towns.append(Town(float(rows[k]), float(cols[k]), radius, float(rng.uniform(0, np.pi / 2)), block))
    return towns


def _density(
    rng: np.random.Generator, towns: list[Town], size: int, pixel_size: float
) -> tuple[np.ndarray, np.ndarray]:
    """Density of the built-up area and the number of the town that each pixel belongs to."""
    rows, cols = np.indices((size, size), dtype=np.float32)
    best, owner = np.zeros((size, size), np.float32), np.zeros((size, size), np.intp)
    ragged = fractal(rng, (size, size), 500.0 / pixel_size, beta=2.6)
    for k, town in enumerate(towns):
        squeeze = 1.0 + 0.5 * float(rng.random())
        turn = float(rng.uniform(0, np.pi))
        dr, dc = rows - town.row, cols - town.col
        a, b = dr * np.cos(turn) + dc * np.sin(turn), dc * np.cos(turn) - dr * np.sin(turn)
        distance = np.hypot(a * squeeze, b) * np.float32(pixel_size / town.radius)
        value = 1.25 - distance + 0.28 * ragged
        owner = np.where(value > best, k, owner)
        best = np.maximum(best, value)
    return smoothstep(best, 0.18, 1.15), owner


def draw_places(plan: Plan, terrain: Terrain, lattice: Lattice, parcels: Parcels, pixel_size: float) -> Places:
    """Where people live; independent of season."""
    rng = stream(plan.seed, "places")
    size = terrain.elevation.shape[0]
    towns = _towns(rng, plan, terrain, pixel_size)
    built, owner = _density(rng, towns, size, pixel_size)
    dry = (terrain.water < 0.3) & (terrain.slope < 0.45)
    roads = draw_roads(rng, plan, terrain, lattice, parcels, towns, pixel_size)
    built = np.maximum(built, _ribbons(rng, plan, roads.distance, (size, size), pixel_size)) * dry
    rows, cols = np.indices((size, size), dtype=np.float32) * np.float32(pixel_size)
    angle = np.array([t.angle for t in towns] or [0.0])[owner].astype(np.float32)
    block = np.array([t.block for t in towns] or [100.0])[owner].astype(np.float32)
    bend = fractal(rng, (size, size), 1200.0 / pixel_size, beta=3.8, shortest=12) * np.float32(rng.uniform(5, 45))
    u = cols * np.cos(angle) + rows * np.sin(angle) + bend
    v = rows * np.cos(angle) - cols * np.sin(angle) + bend
    street = np.where(built > 0.05, _streets(u, v, block, pixel_size), 0.0).astype(np.float32)
    industry = _industry(rng, plan, towns, u, v, owner) & dry & (built > 0.02)
    roof = _roofs(rng, plan, u, v, built, industry, pixel_size)
    farm_r, farm_c = rng.uniform(0, size, (2, int(rng.poisson(plan.farm * 0.9 * (size * pixel_size / 1000) ** 2))))
    farm_distance, farm = nearest_point((size, size), farm_r, farm_c)
    reach = 14.0 + 22.0 * hashed(farm, 21)
    farmstead = (farm_distance * pixel_size < reach) & dry & (built < 0.02) & (farm_r.size > 0)
    return Places(built, street, roof, industry, farmstead, roads.share, roads.kind, angle)


def _ribbons(
    rng: np.random.Generator, plan: Plan, distance: np.ndarray, shape: tuple[int, int], pixel_size: float
) -> np.ndarray:
    """Houses along the country roads, here and there."""
    level = float(rng.uniform(0.0, 0.9)) * min(plan.settled, 1.0)
    stretch = fractal(rng, shape, 1200.0 / pixel_size, beta=2.4) > 1.6 - 1.8 * level
    return np.where(stretch & (distance < float(rng.uniform(25.0, 70.0))), np.float32(0.12), np.float32(0.0))


def _streets(u: np.ndarray, v: np.ndarray, block: np.ndarray, pixel_size: float) -> np.ndarray:
    """Share of the pixel covered by the streets between blocks; 9 m wide, anti-aliased."""
    du = np.abs(u / block - np.rint(u / block)) * block
    dv = np.abs(v / (block * 1.6) - np.rint(v / (block * 1.6))) * block * 1.6
    nearest = np.minimum(du, dv)
    return np.clip((4.5 + pixel_size / 2 - nearest) / pixel_size, 0.0, 1.0) * min(9.0 / pixel_size, 1.0)


def _industry(
    rng: np.random.Generator, plan: Plan, towns: list[Town], u: np.ndarray, v: np.ndarray, owner: np.ndarray
) -> np.ndarray:
    """Some quarters of the larger towns."""
    share = np.array([float(rng.uniform(0.08, 0.4)) if t.radius > 280 else 0.0 for t in towns] or [0.0])
    quarter = 260.0 + 60.0 * plan.settled
    return hashed(np.floor(u / quarter), np.floor(v / quarter), owner, 31) < share[owner]


def _roofs(
    rng: np.random.Generator,
    plan: Plan,
    u: np.ndarray,
    v: np.ndarray,
    built: np.ndarray,
    industry: np.ndarray,
    pixel_size: float,
) -> np.ndarray:
    """Roof material per lot, 0 where the lot is a garden or yard."""
    lot = np.where(industry, 75.0, max(16.0, 1.2 * pixel_size)).astype(np.float32)
    cu, cv = irregular(u / lot, 41), irregular(v / lot, 42)
    covered = hashed(cu, cv, 43) < np.where(industry, 0.62, 0.18 + 0.6 * built)
    tile = float(rng.uniform(0.0, 0.75)) if plan.biome != "arid" else 0.05
    dark = (1 - tile) * float(rng.uniform(0.1, 0.7))
    metal = (1 - tile - dark) * float(rng.uniform(0.0, 0.4))
    pick = hashed(cu, cv, 44)
    steel = float(rng.uniform(0.05, 0.5))
    house = np.select([pick < tile, pick < tile + dark, pick < tile + dark + metal], [1, 2, 4], 3)
    shed = np.select([pick < steel, pick < steel + 0.3], [4, 3], 2)
    return np.where(covered & (built > 0.03), np.where(industry, shed, house), 0).astype(np.uint8)
