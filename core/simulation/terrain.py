"""Relief carved by its own drainage: fractal uplift, stream-power valleys, rivers, lakes and sea.

The height field is the steady state of the stream-power law (slope = k · area^-θ; Whipple & Tucker 1999) found by
iterating shortest paths: the height of a node is its cheapest way to an outlet where the cost of a step is its
equilibrium slope. Every node then drains, ridges are sharp, and the rivers follow the relief by construction.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy import ndimage
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import dijkstra

from .fields import blur, fractal, nearest_point, smoothstep, stream, upsample
from .plan import Plan

_MARGIN = 14  # coarse nodes outside the scene, so that the outlets on the border are not seen
_STEPS = ((0, 1), (1, 0), (1, 1), (1, -1))


@dataclass(frozen=True)
class Terrain:
    """Relief and water of a scene; all ``(H, W)`` float32 unless said otherwise.

    ``elevation`` metres; ``water`` water fraction of the pixel 0..1; ``sea`` boolean; ``river_distance`` metres to the
    nearest channel; ``water_distance`` metres to open water; ``depth`` metres below the water's surface (0 on land);
    ``slope`` rise over run; ``wet`` 0..1 how much water gathers at the place;
    ``flow`` 0..1 dendritic pattern of the drainage (log of the area upstream).
    """

    elevation: np.ndarray
    water: np.ndarray
    sea: np.ndarray
    river_distance: np.ndarray
    water_distance: np.ndarray
    depth: np.ndarray
    slope: np.ndarray
    wet: np.ndarray
    flow: np.ndarray


@dataclass(frozen=True)
class Lattice:
    """The coarse graph on which drainage and roads are found: ``count`` × ``count`` nodes, ``step`` pixels apart."""

    size: int
    pixel_size: float
    step: int
    count: int

    @property
    def spacing(self) -> float:
        return self.step * self.pixel_size

    def pixels(self, nodes: np.ndarray) -> np.ndarray:
        """``(..., 2)`` fractional row and column of flat node numbers."""
        at = np.stack(np.divmod(nodes, self.count), axis=-1).astype(np.float64)
        return (at - _MARGIN) * self.step

    def to_pixels(self, values: np.ndarray) -> np.ndarray:
        return upsample(values, self.size, self.step, _MARGIN)

    def cheapest(self, cost: np.ndarray, sources: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Cost of the cheapest way to the sources and each node's next node on it (-9999 at sources), both flat."""
        count = self.count
        number = np.arange(count * count).reshape(count, count)
        starts, ends, weights = [], [], []
        flat = cost.ravel().astype(np.float64)
        for down, right in _STEPS:
            columns = slice(1 if right < 0 else 0, count - 1 if right > 0 else count)
            a = number[: count - down, columns].ravel()
            b = a + down * count + right
            starts.append(a)
            ends.append(b)
            weights.append(np.hypot(down, right) * 0.5 * (flat[a] + flat[b]))
        row, col, weight = np.concatenate(starts), np.concatenate(ends), np.concatenate(weights)
        # One entry per edge: directed=False walks it both ways.
        graph = csr_matrix((weight, (row, col)), shape=(count * count, count * count))
        distance, parent, _ = dijkstra(graph, directed=False, indices=sources, return_predecessors=True, min_only=True)
        return distance, parent


def make_lattice(size: int, pixel_size: float) -> Lattice:
    step = max(2, -(-size // 256))
    return Lattice(size, pixel_size, step, -(-size // step) + 1 + 2 * _MARGIN)


def _accumulate(distance: np.ndarray, parent: np.ndarray) -> np.ndarray:
    """Number of nodes upstream of each node, itself included: generations from the leaves to the roots."""
    depth = np.zeros(distance.size, np.int32)
    hop = np.where(parent >= 0, parent, np.arange(parent.size))
    depth = (parent >= 0).astype(np.int32)
    # Pointer doubling gives the number of hops to the root in log2 passes.
    while True:
        further = depth + depth[hop]
        if np.array_equal(further, depth):
            break
        depth, hop = further, hop[hop]
    order = np.argsort(-depth, kind="stable")
    bounds = np.flatnonzero(np.diff(depth[order])) + 1
    area = np.ones(distance.size, np.float64)
    for nodes in np.split(order, bounds):
        inner = nodes[parent[nodes] >= 0]
        np.add.at(area, parent[inner], area[inner])
    return area


@dataclass(frozen=True)
class _Drainage:
    height: np.ndarray  # flat, metres
    parent: np.ndarray
    area: np.ndarray


def _outlets(rng: np.random.Generator, lattice: Lattice, uplift: np.ndarray, sea: np.ndarray) -> np.ndarray:
    """Flat numbers of the nodes where water leaves: the sea, or a few low places on one or two sides."""
    if sea.any():
        return np.flatnonzero(sea.ravel())
    count = lattice.count
    along = np.arange(count)
    sides = [along, along * count, (count - 1) * count + along, along * count + count - 1]
    chosen = rng.choice(4, size=int(rng.integers(1, 3)), replace=False)
    nodes = []
    for side in chosen:
        low = np.argsort(uplift.ravel()[sides[side]] + rng.normal(0, 0.4, count))
        nodes.extend(sides[side][low[: int(rng.integers(1, 3))]])
    return np.unique(np.asarray(nodes))


def _drain(rng: np.random.Generator, lattice: Lattice, plan: Plan, sea: np.ndarray, lake: np.ndarray) -> _Drainage:
    shape = (lattice.count, lattice.count)
    uplift = fractal(rng, shape, lattice.count * 0.7, beta=3.0)
    local = fractal(rng, shape, 24.0, beta=1.6)
    resistance = np.exp(0.4 * plan.rough * uplift + 0.35 * local)
    outlets = _outlets(rng, lattice, uplift, sea)
    still = np.where(lake | sea, 1e-4, 1.0)
    theta = float(rng.uniform(0.38, 0.5))
    cost = resistance * still
    height, parent = lattice.cheapest(cost, outlets)
    area = _accumulate(height, parent)
    for _ in range(3):
        # The drainage of the last round decides how steep its channels are now.
        slope = np.maximum(area, 2.0).reshape(shape) ** -theta
        cost = resistance * still * np.minimum(slope, blur(slope, 0.7) * 1.3)
        height, parent = lattice.cheapest(cost, outlets)
        area = _accumulate(height, parent)
    # Rock and soil hold no more than about 40 degrees: cap the slopes in metres and find the heights once more.
    metres = _metres(lattice, plan, height)
    steepest = lattice.spacing / metres * float(rng.uniform(0.5, 0.85))
    height, parent = lattice.cheapest(np.minimum(cost, steepest), outlets)
    return _Drainage(height * metres, parent, _accumulate(height, parent))


def _metres(lattice: Lattice, plan: Plan, height: np.ndarray) -> float:
    """Metres per unit of ``height``: the relief grows with the side of the scene to the power 0.7."""
    inner = height.reshape(lattice.count, lattice.count)[_MARGIN:-_MARGIN, _MARGIN:-_MARGIN]
    spread = float(np.percentile(inner, 98) - np.percentile(inner, 2))
    side = lattice.size * lattice.pixel_size
    return plan.relief * (side / 5120.0) ** 0.7 / max(spread, 1e-6)


def _scaled_height(lattice: Lattice, plan: Plan, drainage: _Drainage) -> np.ndarray:
    """Node heights in metres above the lowest node, rounded by creep on the slopes."""
    height = drainage.height.reshape(lattice.count, lattice.count)
    smooth = blur(height.astype(np.float32), 0.8 if plan.relief > 300 else 2.0)
    return smooth - smooth.min()


def _river_points(
    rng: np.random.Generator, lattice: Lattice, plan: Plan, drainage: _Drainage, still: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Rows, columns, widths (m) and flat node numbers of densely sampled points on all channels."""
    cell_km2 = (lattice.spacing / 1000.0) ** 2
    square_km = drainage.area * cell_km2
    # The scene is a window on a larger basin: its trunk carries what comes from outside too.
    boost = np.exp(rng.normal(0.0, 0.8))
    width = plan.river * boost * 9.0 * np.sqrt(square_km)
    onset = float(np.interp(plan.humidity, [0.0, 0.3, 1.0], [3.0, 1.5, 0.5]))
    nodes = np.flatnonzero((square_km > onset) & (drainage.parent >= 0) & ~still.ravel())
    if nodes.size == 0:
        empty = np.zeros(0)
        return empty, empty, empty, np.zeros(0, np.intp)
    position = lattice.pixels(np.arange(drainage.area.size))
    position = _meandered(rng, lattice, plan, position)
    child = np.full(drainage.area.size, -1, np.intp)
    by_area = nodes[np.argsort(drainage.area[nodes], kind="stable")]
    child[drainage.parent[by_area]] = by_area
    parent = drainage.parent
    for _ in range(6):
        has = nodes[(child[nodes] >= 0)]
        position[has] = 0.5 * position[has] + 0.25 * (position[parent[has]] + position[child[has]])
    samples = lattice.step * 2 + 2
    t = np.linspace(0.0, 1.0, samples)[None, :, None]
    line = position[nodes][:, None] * (1 - t) + position[parent[nodes]][:, None] * t
    widths = np.repeat(np.minimum(width[nodes], 900.0), samples)
    return line[..., 0].ravel(), line[..., 1].ravel(), widths, np.repeat(nodes, samples)


def _meandered(rng: np.random.Generator, lattice: Lattice, plan: Plan, position: np.ndarray) -> np.ndarray:
    """Channels on flat land swing from side to side."""
    shape = (lattice.count, lattice.count)
    swing = float(np.interp(plan.relief, [20, 300], [7.0, 2.0]))
    push = [fractal(rng, shape, 18.0, beta=2.5, shortest=5.0).ravel() * swing for _ in range(2)]
    return position + np.stack(push, axis=-1)


def _sea_and_lakes(rng: np.random.Generator, lattice: Lattice, plan: Plan) -> tuple[np.ndarray, np.ndarray]:
    """Node fields that are positive in the sea and in lakes."""
    shape = (lattice.count, lattice.count)
    rows, cols = np.indices(shape, dtype=np.float32) / lattice.count - 0.5
    angle = rng.uniform(0, 2 * np.pi)
    tilt = (rows * np.sin(angle) + cols * np.cos(angle)) * 3.2
    shore = tilt + 0.5 * fractal(rng, shape, lattice.count * 0.6, beta=3.5)
    sea = shore - np.quantile(shore, 1.0 - rng.uniform(0.12, 0.5)) if plan.biome == "coast" else shore * 0 - 1
    blobs = fractal(rng, shape, max(2500.0 / lattice.spacing, 8.0), beta=3.9)
    lake = blobs - np.quantile(blobs, 1.0 - plan.lakes) if plan.lakes > 0.002 else blobs * 0 - 1
    return sea.astype(np.float32), lake.astype(np.float32)


def draw_terrain(plan: Plan, size: int, pixel_size: float) -> tuple[Terrain, Lattice]:
    """The relief and waters of a plan on ``size`` × ``size`` pixels of ``pixel_size`` metres."""
    rng = stream(plan.seed, "terrain")
    lattice = make_lattice(size, pixel_size)
    sea_field, lake_field = _sea_and_lakes(rng, lattice, plan)
    drainage = _drain(rng, lattice, plan, sea_field > 0, lake_field > 0)
    nodes = _scaled_height(lattice, plan, drainage)
    still = (sea_field > 0) | (lake_field > 0)
    rows, cols, widths, owners = _river_points(rng, lattice, plan, drainage, still)
    distance, index = nearest_point((size, size), rows, cols)
    distance = np.minimum(distance, 4.0 * size) * np.float32(pixel_size)
    none = widths.size == 0
    width = np.zeros((size, size), np.float32) if none else widths[index].astype(np.float32)
    bed = nodes.ravel()[owners[index]] if not none else np.zeros((size, size), np.float32)

    elevation = lattice.to_pixels(nodes)
    steep = np.hypot(*np.gradient(elevation, pixel_size))
    detail = fractal(rng, (size, size), 40.0, beta=2.2) * (0.25 + np.minimum(steep, 0.7) * 9.0)
    elevation = elevation + detail * (pixel_size / 10.0) ** 0.7 * smoothstep(distance, 0.0, 200.0)
    if plan.dunes:
        elevation = elevation + _dunes(rng, size, pixel_size) * smoothstep(-steep, -0.12, -0.03)

    if not none:
        floor = np.maximum(width, pixel_size) * 0.5
        reach = floor + 40.0 + 1.5 * width
        into = smoothstep(distance - floor, 0.0, 1.0e-3 + float(np.median(reach)))
        elevation = bed + (elevation - bed) * into
    wobble = fractal(rng, (size, size), 12.0, beta=2.2) * 0.01
    sea_at = lattice.to_pixels(sea_field) + wobble
    lake_at = lattice.to_pixels(lake_field) + wobble * 2.0
    flow = _flow_pattern(lattice, drainage)
    return _with_water(plan, pixel_size, elevation, width, distance, sea_at, lake_at, flow), lattice


def _flow_pattern(lattice: Lattice, drainage: _Drainage) -> np.ndarray:
    area = np.log10(drainage.area).reshape(lattice.count, lattice.count).astype(np.float32)
    return np.clip(lattice.to_pixels(blur(area, 0.6)) / 3.0, 0.0, 1.0)


def _dunes(rng: np.random.Generator, size: int, pixel_size: float) -> np.ndarray:
    """Crests across one wind direction, sharp on the lee side; metres."""
    angle = rng.uniform(0, np.pi)
    rows, cols = np.indices((size, size), dtype=np.float32)
    warp = fractal(rng, (size, size), 700.0 / pixel_size + 8, beta=3.2) * np.float32(140.0 / pixel_size)
    phase = (rows * np.sin(angle) + cols * np.cos(angle) + warp) * np.float32(pixel_size / rng.uniform(180.0, 420.0))
    saw = phase - np.floor(phase)
    shape = np.where(saw < 0.75, saw / 0.75, (1 - saw) / 0.25)
    patches = smoothstep(fractal(rng, (size, size), 2500.0 / pixel_size, beta=3.0), -0.6, 0.4)
    return blur(shape.astype(np.float32), 0.8) * patches * np.float32(rng.uniform(4, 18))


def _with_water(
    plan: Plan,
    pixel_size: float,
    elevation: np.ndarray,
    width: np.ndarray,
    distance: np.ndarray,
    sea_at: np.ndarray,
    lake_at: np.ndarray,
    flow: np.ndarray,
) -> Terrain:
    # Fraction of the pixel that is water; brooks narrower than a pixel stay a fraction.
    channel = np.clip((width * 0.5 - distance) / pixel_size + 0.5, 0.0, 1.0)
    channel = np.where(width < pixel_size, np.clip(1.0 - distance / pixel_size, 0, 1) * width / pixel_size, channel)
    channel = channel * smoothstep(width, 2.0, 5.0)
    sea, lake = sea_at > 0, lake_at > 0
    water = np.maximum(channel, (sea | lake).astype(np.float32)).astype(np.float32)
    depth = np.where(sea, np.maximum(sea_at, 0) * 60.0, np.maximum(lake_at, 0) * 25.0)
    depth = np.maximum(depth, np.maximum(width * 0.5 - distance, 0.0) * 0.05)
    elevation = blur(elevation + np.float32(plan.base), 0.6)
    elevation = np.where(sea, 0.0, np.maximum(elevation, 0.0) if plan.biome == "coast" else elevation)
    grad_r, grad_c = np.gradient(elevation, pixel_size)
    slope = np.hypot(grad_r, grad_c)
    far = blur(elevation, 250.0 / pixel_size) - elevation
    wet = smoothstep(far / (2.0 + plan.relief * 0.03), -1.0, 1.5) * 0.5 + 0.5 * np.exp(-distance / 150.0)
    land = water < 0.5
    to_water = _distance_to(~land) * pixel_size
    return Terrain(
        elevation=elevation.astype(np.float32),
        water=water,
        sea=sea,
        river_distance=distance.astype(np.float32),
        water_distance=to_water,
        depth=depth.astype(np.float32),
        slope=slope.astype(np.float32),
        wet=np.clip(wet, 0, 1).astype(np.float32),
        flow=flow,
    )


def _distance_to(mask: np.ndarray) -> np.ndarray:
    if not mask.any():
        return np.full(mask.shape, 1e4, np.float32)
    return ndimage.distance_transform_edt(~mask).astype(np.float32)
