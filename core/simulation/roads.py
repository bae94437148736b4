"""Roads: cheapest ways over the relief between towns, lanes between districts, tracks between fields."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.ndimage import gaussian_filter1d

from .fields import hashed, nearest_point
from .parcels import Parcels
from .plan import Plan
from .terrain import Lattice, Terrain


@dataclass(frozen=True)
class Town:
    """A settlement: centre in pixels, radius and side of a block in metres, angle of its streets in radians."""

    row: float
    col: float
    radius: float
    angle: float
    block: float


@dataclass(frozen=True)
class Roads:
    """``share`` of each pixel that is road; ``kind`` 0 none, 1 asphalt, 2 track; ``distance`` metres to a main road."""

    share: np.ndarray
    kind: np.ndarray
    distance: np.ndarray


def _way(parent: np.ndarray, start: int) -> np.ndarray:
    nodes = [start]
    while parent[nodes[-1]] >= 0:
        nodes.append(int(parent[nodes[-1]]))
    return np.asarray(nodes)


def _main_roads(
    rng: np.random.Generator, lattice: Lattice, terrain: Terrain, towns: list[Town]
) -> tuple[np.ndarray, np.ndarray]:
    """Points (rows, columns) of the roads from the first town to all others and out of the scene."""
    size, step = lattice.size, lattice.step
    at = np.clip((np.arange(lattice.count) - (lattice.count - size / step) / 2) * step, 0, size - 1).astype(int)
    slope, water = terrain.slope[np.ix_(at, at)], terrain.water[np.ix_(at, at)]
    cost = 1.0 + (slope * 14.0) ** 2 + 25.0 * water + 0.5 * rng.random(slope.shape)
    count = lattice.count

    def node(row: float, col: float) -> int:
        # The inverse of Lattice.pixels, to the nearest node.
        offset = -lattice.pixels(np.zeros(1, np.intp))[0] / step
        r, c = np.clip(np.rint(np.array([row, col]) / step + offset), 0, count - 1).astype(int)
        return int(r * count + c)

    first = towns[0] if towns else Town(float(rng.uniform(0, size)), float(rng.uniform(0, size)), 0.0, 0.0, 1.0)
    _, parent = lattice.cheapest(cost, np.array([node(first.row, first.col)]))
    ends = [node(t.row, t.col) for t in towns[1:]]
    for _ in range(int(rng.integers(1, 4))):
        along = float(rng.uniform(0, size))
        side = int(rng.integers(4))
        ends.append(node(*[(-40.0, along), (size + 40.0, along), (along, -40.0), (along, size + 40.0)][side]))
    rows, cols = [], []
    for end in ends:
        line = gaussian_filter1d(lattice.pixels(_way(parent, end)), 5.0, axis=0, mode="nearest")
        fine = np.linspace(0, len(line) - 1, len(line) * step * 2)
        rows.append(np.interp(fine, np.arange(len(line)), line[:, 0]))
        cols.append(np.interp(fine, np.arange(len(line)), line[:, 1]))
    return np.concatenate(rows), np.concatenate(cols)


def draw_roads(
    rng: np.random.Generator,
    plan: Plan,
    terrain: Terrain,
    lattice: Lattice,
    parcels: Parcels,
    towns: list[Town],
    pixel_size: float,
) -> Roads:
    """All roads outside the settlements; some wild places have none."""
    shape = terrain.elevation.shape
    if not towns and plan.farm < 0.25 and rng.random() < 0.5:
        return Roads(np.zeros(shape, np.float32), np.zeros(shape, np.uint8), np.full(shape, 1e5, np.float32))
    distance, _ = nearest_point(shape, *_main_roads(rng, lattice, terrain, towns))
    distance = distance * np.float32(pixel_size)
    width = float(rng.uniform(7.0, 16.0))
    main = np.clip((width / 2 + pixel_size / 2 - distance) / pixel_size, 0, 1) * min(width / pixel_size, 1.0)
    cultivated = (terrain.slope < 0.2) & ~parcels.pivot
    lane = parcels.district_edge & cultivated & (plan.farm > 0.2)
    track = parcels.edge & cultivated & (hashed(parcels.label, 51) < 0.10)
    minor = np.maximum(lane * min(7.0 / pixel_size, 1.0), track * min(4.0 / pixel_size, 1.0))
    paved = bool(rng.random() < 0.6 and plan.biome != "tropical")
    share = np.where(main > 0.05, main, minor).astype(np.float32)
    kind = np.where(main > 0.05, 1, np.where(lane & paved, 1, 2)) * (share > 0)
    return Roads(share, kind.astype(np.uint8), distance)
