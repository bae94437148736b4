"""Field parcels: districts with an orientation and a pattern of their own, cut into rectangles, strips or polygons."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.spatial import cKDTree

from .fields import borders, fractal, hashed, irregular, stream
from .plan import Plan


@dataclass(frozen=True)
class Parcels:
    """``label`` (H, W) parcel numbers 0..count-1; ``district`` (H, W); ``edge`` parcel borders; ``district_edge``;
    ``row`` (H, W) coordinate across the crop rows in metres; ``pivot`` True in centre-pivot circles."""

    label: np.ndarray
    count: int
    district: np.ndarray
    edge: np.ndarray
    district_edge: np.ndarray
    row: np.ndarray
    pivot: np.ndarray

    def mean(self, values: np.ndarray) -> np.ndarray:
        """``(count,)`` mean of a raster over each parcel."""
        total = np.bincount(self.label.ravel(), weights=values.ravel(), minlength=self.count)
        return total / np.maximum(np.bincount(self.label.ravel(), minlength=self.count), 1)


@dataclass(frozen=True)
class _Frame:
    """Metre coordinates of every pixel (warped a little: nobody's fields are perfectly straight) and its district."""

    x: np.ndarray
    y: np.ndarray
    district: np.ndarray
    count: int


def _frame(rng: np.random.Generator, plan: Plan, size: int, pixel_size: float, gridded: bool) -> _Frame:
    rows, cols = np.indices((size, size), dtype=np.float32) * np.float32(pixel_size)
    bend = np.float32(0.0 if gridded else rng.uniform(10.0, 70.0) * min(plan.relief / 60.0, 2.0))
    x = cols + bend * fractal(rng, (size, size), 2500.0 / pixel_size, beta=4.0, shortest=25)
    y = rows + bend * fractal(rng, (size, size), 2500.0 / pixel_size, beta=4.0, shortest=25)
    side = size * pixel_size
    extent = float(np.clip(plan.parcel * rng.uniform(3.5, 8.0), 30 * pixel_size * 0.5, side))
    number = int(np.clip((side / extent) ** 2, 2, 600))
    centres = rng.uniform(-0.05 * side, 1.05 * side, (number, 2))
    wander = extent * 0.12
    points = np.stack([x, y], -1).reshape(-1, 2)
    push = [fractal(rng, (size, size), extent / pixel_size, 3.4, 8.0).ravel() * wander for _ in range(2)]
    _, district = cKDTree(centres).query(points + np.stack(push, -1))
    return _Frame(x, y, district.reshape(size, size), number)


def draw_parcels(plan: Plan, size: int, pixel_size: float) -> Parcels:
    """The land division of a plan; independent of season and of what grows on it."""
    rng = stream(plan.seed, "parcels")
    gridded = plan.pivots or bool(rng.random() < 0.25)
    frame = _frame(rng, plan, size, pixel_size, gridded)
    base = float(rng.uniform(0, np.pi))
    angle = np.full(frame.count, base if not gridded else 0.0)
    if not gridded:
        angle = angle + rng.normal(0, 0.5, frame.count) + (rng.random(frame.count) < 0.4) * np.pi / 2
    smallest = 2.5 * pixel_size
    length = np.maximum(plan.parcel * np.exp(rng.normal(0.15, 0.3, frame.count)), smallest * 1.6)
    shape = np.exp(rng.normal(0.45, 0.45, frame.count))
    if plan.smallholder:
        length = np.maximum(length * 0.5, smallest * 1.3)
    width = np.maximum(length / np.maximum(shape, 1.0), smallest)
    turn = angle[frame.district].astype(np.float32)
    u = frame.x * np.cos(turn) + frame.y * np.sin(turn)
    v = frame.y * np.cos(turn) - frame.x * np.sin(turn)
    strip = irregular(u / width[frame.district].astype(np.float32), frame.district, 1)
    along = v / (length[frame.district] * (0.7 + 0.9 * hashed(strip, frame.district, 2))).astype(np.float32)
    cell = irregular(along + hashed(strip, frame.district, 3), strip, frame.district, 4)
    key = _key(frame.district, strip, cell)
    organic = rng.random(frame.count) < (0.5 if plan.biome in ("tropical", "mountain") else 0.15)
    if organic.any() and not gridded:
        key = np.where(organic[frame.district], _polygons(rng, u, v, length, frame), key)
    pivot = np.zeros(key.shape, bool)
    if plan.pivots:
        key, pivot = _with_pivots(rng, frame, key)
    _, label = np.unique(key, return_inverse=True)
    label = label.reshape(size, size)
    return Parcels(
        label=label,
        count=int(label.max()) + 1,
        district=frame.district,
        edge=borders(label),
        district_edge=borders(frame.district),
        row=u.astype(np.float32),
        pivot=pivot,
    )


def _key(district: np.ndarray, strip: np.ndarray, cell: np.ndarray) -> np.ndarray:
    return (district.astype(np.int64) << 40) + ((strip + (1 << 18)) << 20) + (cell + (1 << 18))


def _polygons(rng: np.random.Generator, u: np.ndarray, v: np.ndarray, length: np.ndarray, frame: _Frame) -> np.ndarray:
    """Voronoi cells, longer than wide; negative keys, so that they never meet the rectangles'."""
    pitch = float(np.median(length)) * 0.8
    stretch = float(rng.uniform(0.5, 1.0))
    side = float(max(frame.x.max(), frame.y.max()))
    number = int(np.clip((side / pitch) ** 2 / stretch, 4, 12000))
    seeds = rng.uniform(-0.05 * side, 1.05 * side, (number, 2)) * [1.0 / stretch, 1.0]
    points = np.stack([frame.x / np.float32(stretch), frame.y], -1).reshape(-1, 2)
    _, nearest = cKDTree(seeds).query(points)
    return -1 - nearest.reshape(u.shape).astype(np.int64)


def _with_pivots(rng: np.random.Generator, frame: _Frame, key: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Centre-pivot circles on a square lattice; some are cut into halves or quarters."""
    pitch = float(rng.choice([500.0, 805.0, 805.0, 1000.0]))
    share = float(rng.uniform(0.3, 0.9))
    col, row = np.floor(frame.x / pitch), np.floor(frame.y / pitch)
    dx, dy = frame.x - (col + 0.5) * pitch, frame.y - (row + 0.5) * pitch
    reach = pitch * (0.40 + 0.09 * hashed(row, col, 11))
    inside = (np.hypot(dx, dy) < reach) & (hashed(row, col, 12) < share)
    pieces = np.where(hashed(row, col, 13) < 0.6, 1, 1 + np.floor(3 * hashed(row, col, 14)))
    sector = np.floor((np.arctan2(dy, dx) / (2 * np.pi) + 0.5) * pieces) % pieces
    circle = (np.int64(1) << 60) + (row.astype(np.int64) << 24) + (col.astype(np.int64) << 4) + sector.astype(np.int64)
    return np.where(inside, circle, key), inside
