"""Paints nature and fields: grass, shrubs, deserts, forests, crops, shores; then what people built and the waters."""

from __future__ import annotations

import numpy as np

from .builtup import paint_places, paint_ponds, paint_roads, paint_water_and_snow
from .crops import CropState, draw_crops, grass_green
from .fields import blur, smoothstep, stream
from .ground import Ground, Site, empty_ground, make_site, soils
from .library import CODE, FORESTS, GROUND_INDEX, LEAF_INDEX
from .parcels import Parcels
from .places import Places
from .plan import Acquisition, Plan
from .terrain import Terrain


def draw_ground(
    plan: Plan, date: Acquisition, terrain: Terrain, parcels: Parcels, places: Places, pixel_size: float
) -> Ground:
    """Paint nature first, then fields, then what people built, then water and snow."""
    site = make_site(plan, date, terrain, parcels, places, pixel_size)
    ground = empty_ground(terrain.elevation.shape)
    _paint_nature(ground, site)
    _paint_forest(ground, site, _forest_mask(site))
    _paint_fields(ground, site, draw_crops(plan, parcels, date.growth, date.wetness))
    _paint_shores(ground, site)
    paint_places(ground, site)
    paint_roads(ground, site)
    paint_ponds(ground, site)
    paint_water_and_snow(ground, site)
    return ground


def _paint_nature(ground: Ground, site: Site) -> None:
    """Grass, shrubs, bare soil, rock and sand."""
    plan, terrain = site.plan, site.terrain
    everywhere = np.ones(ground.code.shape, bool)
    soil, soil2, rock = soils(plan)
    moist = np.clip(site.date.wetness * 0.6 + 0.5 * (terrain.wet - 0.5) + 0.08 * site.middle, 0, 1)
    grassy = grass_green(plan, site.date.growth)
    cover = np.clip(plan.humidity * 1.35 + 0.5 * (terrain.wet - 0.5) + 0.10 * site.middle + 0.03 * site.fine, 0, 1)
    shrubs = smoothstep(site.wood + 0.4 * site.middle, 0.2, 1.6) * np.interp(
        plan.humidity, [0.05, 0.3, 0.6], [0.25, 1, 0.7]
    )
    ground.paint(
        everywhere,
        code=CODE["grassland"],
        leaf=LEAF_INDEX["grass"],
        green=cover * np.clip(grassy + 0.3 * (terrain.wet - 0.5), 0.01, 0.98),
        straw=GROUND_INDEX["straw"],
        base=soil,
        base2=soil2,
        mix=smoothstep(site.patches + 0.15 * site.middle + 1.2 * (terrain.flow - 0.3), -0.9, 0.9),
        tone=0.06 * site.middle + 0.03 * site.fine - 0.15 * (terrain.flow - 0.3),
        moist=moist,
        vigour=0.5 * site.middle + 0.25 * site.fine,
        rough=0.5 * site.middle,
        facing=site.places.facing,
    )
    ground.dry[:] = np.clip(cover - ground.green, 0, 1) * 0.75
    bush = shrubs > 0.35
    ground.paint(bush, code=CODE["shrubland"], leaf=LEAF_INDEX["shrub"], shade=0.10 + 0.05 * site.fine, rough=1.0)
    ground.paint(bush, green=np.clip(shrubs * 0.8 * cover**0.5 + 0.06 * site.fine, 0, 0.9), dry=0.15)
    bare = (ground.green + ground.dry < 0.22) | (terrain.slope > 1.0 + 0.12 * site.middle)
    ground.paint(bare, code=CODE["bare soil and rock"])
    rocky = smoothstep(terrain.slope + 0.08 * site.middle, *((0.7, 1.3) if plan.humidity > 0.4 else (0.3, 0.75)))
    treeline = float(np.interp(plan.latitude, [0, 30, 45, 60], [3900.0, 3500.0, 2100.0, 1000.0]))
    alpine = smoothstep(terrain.elevation + 90 * site.middle, treeline + 150, treeline + 700)
    rocky = np.maximum(rocky * (terrain.slope > 0.25), alpine)
    stone = rocky > 0.5
    ground.paint(stone, code=CODE["bare soil and rock"], base=rock, mix=0.25, rough=1.5 + 1.0 * site.middle)
    _paint_trees(ground, site, bush | stone)
    keep = 1 - 0.85 * rocky
    ground.green *= keep
    ground.dry *= keep
    if plan.biome == "arid":
        _paint_desert(ground, site)


def _paint_trees(ground: Ground, site: Site, elsewhere: np.ndarray) -> None:
    """Single trees on open land, denser where it is moist: savanna, parkland, orchards gone wild."""
    density = float(stream(site.plan.seed, "trees").beta(1.0, 2.5)) * min(site.plan.humidity * 1.6, 1.0)
    crowns = (site.fine + 0.5 * site.middle + 0.8 * (site.terrain.wet - 0.5) > 2.6 - 2.0 * density) & ~elsewhere
    leaf = LEAF_INDEX["broadleaf"] if site.plan.humidity > 0.4 else LEAF_INDEX["shrub"]
    leafy = grass_green(site.plan, site.date.growth)
    ground.paint(crowns, leaf=leaf, green=0.25 + 0.5 * leafy, dry=0.3 * (1 - leafy), shade=0.14, rough=2.0)


def _paint_desert(ground: Ground, site: Site) -> None:
    flat = site.terrain.slope < 0.12
    sandy = (ground.mix < 0.5) & (flat | site.plan.dunes)
    ground.paint(sandy, code=CODE["sand"], green=0.02 * smoothstep(site.terrain.wet, 0.4, 1.0), dry=0.02, rough=-1.5)
    wadi = np.maximum(np.exp(-((site.terrain.river_distance / 60.0) ** 2)), smoothstep(site.terrain.flow, 0.45, 0.8))
    ground.green += (0.35 * wadi * smoothstep(site.middle + site.fine * 0.5, 0.2, 1.2)).astype(np.float32)
    ground.tone += (0.12 * wadi).astype(np.float32)
    if stream(site.plan.seed, "salt").random() < 0.35:
        pan = (site.terrain.elevation < np.percentile(site.terrain.elevation, 7)) & flat
        crust = 0.35 + 0.2 * site.middle
        ground.paint(pan, code=CODE["salt flat"], base=GROUND_INDEX["salt"], mix=crust, green=0.0, dry=0.0)


def _forest_mask(site: Site) -> np.ndarray:
    """Woods on steep and remote land; some edges follow parcels, as real woodlots do."""
    plan, terrain = site.plan, site.terrain
    if plan.forest < 0.01:
        return np.zeros(site.wood.shape, bool)
    per_parcel = site.parcels.mean(site.wood)[site.parcels.label]
    sharp = site.patches > -0.2  # parcel-shaped here, ragged there
    score = np.where(sharp & (terrain.slope < 0.25), per_parcel + 0.15 * site.wood, site.wood)
    land = terrain.water < 0.4
    level = np.quantile(score[land], 1.0 - plan.forest) if land.any() else 0.0
    treeline = float(np.interp(plan.latitude, [0, 30, 45, 60], [3900.0, 3500.0, 2100.0, 1000.0]))
    gallery = (terrain.river_distance < 25.0 + 25 * site.middle) & (plan.humidity > 0.3)
    below = terrain.elevation + 80 * site.middle < treeline
    cliffs = terrain.slope < 1.1 + 0.15 * site.middle
    return ((score > level) | gallery) & below & cliffs & (site.places.built < 0.25)


def _paint_forest(ground: Ground, site: Site, forest: np.ndarray) -> None:
    """Canopies with crowns, gaps and stands; broadleaf trees follow the season outside the tropics."""
    plan, growth = site.plan, site.date.growth
    rng = stream(plan.seed, "forest")
    stands = 0.6 * rng.normal(0, 1, site.parcels.count)[site.parcels.label].astype(np.float32) + site.patches * 0.5
    high = smoothstep(site.terrain.elevation, 600.0, 1700.0) * (plan.latitude > 28)
    needle = smoothstep(stands + 2.5 * (plan.needle - 0.5) + high, -0.15, 0.15) > 0.5
    needle &= plan.needle > 0.02
    crowns = site.fine
    leafy = float(np.interp(growth, [0, 0.25, 0.37, 0.74, 0.86, 1], [0, 0, 1, 1, 0, 0])) if plan.latitude > 30 else 1.0
    if 15 < plan.latitude <= 30:
        leafy = 0.55 + 0.45 * grass_green(plan, growth)
    tropical = plan.biome == "tropical" or plan.latitude < 12
    full = np.clip(0.93 + 0.05 * crowns + 0.05 * site.middle, 0.3, 1.0)
    if plan.humidity < 0.5:
        full = np.clip(full - 0.35 + 0.15 * site.middle, 0.25, 1.0)
    ground.paint(
        forest,
        code=CODE["tropical forest"] if tropical else CODE["broadleaf forest"],
        leaf=LEAF_INDEX["tropical"] if tropical else LEAF_INDEX["broadleaf"],
        green=full * (1.0 if tropical else 0.12 + 0.88 * leafy),
        dry=full * (0.0 if tropical else 0.75 * (1 - leafy)),
        straw=GROUND_INDEX["twigs"],
        base=GROUND_INDEX["litter"],
        mix=0.1,
        shade=np.clip(0.12 + 0.07 * crowns, 0.0, 0.5),
        vigour=0.6 * stands + 0.45 * crowns,
        rough=0.5 * stands,
    )
    conifers = forest & needle & (not tropical)
    ground.paint(
        conifers,
        code=CODE["needleleaf forest"],
        leaf=LEAF_INDEX["needle"],
        green=full,
        dry=0.0,
        shade=np.clip(0.18 + 0.08 * crowns, 0.0, 0.5),
    )
    cut = forest & (rng.random(site.parcels.count) < rng.uniform(0.0, 0.08))[site.parcels.label]
    age = rng.random(site.parcels.count)[site.parcels.label].astype(np.float32)
    ground.paint(cut, green=age * 0.6, dry=(1 - age) * 0.35, shade=0.02, leaf=LEAF_INDEX["grass"])
    ground.paint(cut, code=CODE["grassland"])


def _paint_fields(ground: Ground, site: Site, crops: CropState) -> None:
    """Whole parcels under cultivation, with rows, headlands and patches of better and worse soil."""
    plan, terrain, parcels = site.plan, site.terrain, site.parcels
    label = parcels.label
    forested = np.isin(ground.code, FORESTS)
    suits = parcels.mean(site.farm) - 6.0 * np.maximum(parcels.mean(terrain.slope) - 0.10, 0)
    suits -= 3.0 * (parcels.mean(terrain.water) > 0.5) + 2.0 * (parcels.mean(terrain.slope) > 0.3)
    suits += 3.0 * (parcels.mean(parcels.pivot.astype(np.float32)) > 0.5)
    weight = np.bincount(label.ravel(), minlength=parcels.count)
    order = np.argsort(-suits)
    share = np.cumsum(weight[order]) / weight.sum()
    tilled = np.zeros(parcels.count, bool)
    tilled[order[share < plan.farm]] = True
    tilled &= parcels.mean(terrain.slope) < 0.35
    if plan.biome == "arid":
        tilled &= crops.irrigated | (parcels.mean(terrain.wet) > 0.6)
    fields = tilled[label] & ~(forested & (parcels.mean(forested.astype(np.float32)) < 0.85)[label])
    fields &= ~(forested & ~parcels.pivot)
    period = np.float32(max(27.0, 2.7 * site.pixel_size))
    rows = np.sin(parcels.row * np.float32(2 * np.pi) / period) * crops.rows[label]
    soil, soil2, _ = soils(plan)
    first = GROUND_INDEX["soil"] if plan.biome == "arid" else soil
    second = soil2 if plan.biome != "arid" else GROUND_INDEX["soil2"]
    patchy = 0.55 * site.middle + 0.15 * site.fine + 0.25 * rows
    ground.paint(
        fields,
        code=crops.code[label],
        leaf=crops.leaf[label],
        green=np.clip(crops.green[label] * (1 + 0.07 * patchy) + 0.01 * patchy, 0, 1),
        dry=crops.dry[label] * (1 - 0.05 * patchy),
        straw=GROUND_INDEX["straw"],
        base=first,
        base2=second,
        mix=np.clip(crops.soil[label] + 0.08 * site.middle, 0, 1),
        shade=0.02,
        tone=(0.85 * (crops.soil[label] - 0.5) + 0.05 * site.middle + 0.03 * rows + 0.02 * site.fine).astype(
            np.float32
        ),
        moist=np.clip(ground.moist + (0.15 * crops.irrigated[label]).astype(np.float32), 0, 1),
        vigour=crops.vigour[label] + 0.4 * patchy,
        rough=crops.rough[label] + 0.2 * patchy,
        flooded=crops.flooded[label],
        ratio=crops.ratio[label],
    )
    _paint_hedges(ground, site, fields)


def _paint_hedges(ground: Ground, site: Site, fields: np.ndarray) -> None:
    """Borders between fields: a strip of grass, and a row of trees along some."""
    rng = stream(site.plan.seed, "hedges")
    share = float(rng.uniform(0.0, 0.35)) * (site.plan.humidity > 0.35)
    edge = site.parcels.edge & fields
    strength = min(6.0 / site.pixel_size, 1.0)
    green = grass_green(site.plan, site.date.growth)
    ground.paint(
        edge,
        green=ground.green * (1 - strength) + strength * green * 0.8,
        dry=ground.dry * (1 - strength) + strength * (1 - green) * 0.5,
    )
    hedge = edge & (rng.random(site.parcels.count) < share)[site.parcels.label] & (site.fine > -0.9)
    ground.paint(hedge, leaf=LEAF_INDEX["broadleaf"], shade=0.15, straw=GROUND_INDEX["twigs"], rough=1.5)


def _paint_shores(ground: Ground, site: Site) -> None:
    """Reeds on wet flat shores, beaches along the sea."""
    terrain, plan = site.terrain, site.plan
    rng = stream(plan.seed, "banks")
    if plan.humidity < 0.5 and rng.random() < 0.7:
        # Rivers of dry lands run in wide beds of sand that they fill only in floods.
        reach = float(rng.uniform(30.0, 160.0)) * (1.0 + 0.5 * site.patches + 0.25 * site.middle)
        bed = (terrain.river_distance < reach * smoothstep(terrain.flow, 0.3, 1.1)) & (terrain.slope < 0.25)
        ground.paint(
            bed, code=CODE["sand"], base=GROUND_INDEX["beach"], base2=soils(plan)[0], green=0.02, dry=0.02, shade=0.0,
            mix=np.clip(0.35 + 0.3 * site.middle, 0, 1), rough=-1.5, tone=0.06 * site.fine, flooded=0.0, ratio=0.0,
        )  # fmt: skip
    near = (terrain.water_distance < 60.0 + 35 * site.patches) & (terrain.slope < 0.08) & (plan.humidity > 0.35)
    reeds = near & (site.patches + 0.5 * site.middle > 0.9) & (site.places.built < 0.1)
    green = grass_green(plan, site.date.growth)
    ground.paint(
        reeds, code=CODE["wetland"], leaf=LEAF_INDEX["reed"], green=0.35 + 0.55 * green, dry=0.4 * (1 - green),
        moist=0.95, flooded=0.3, shade=0.05,
    )  # fmt: skip
    if terrain.sea.any():
        to_sea = blur(terrain.sea.astype(np.float32), 22.0 / site.pixel_size + 0.6)
        beach = (to_sea > 0.12 - 0.05 * site.patches) & (terrain.slope < 0.3) & (site.patches > -0.6)
        ground.paint(
            beach, code=CODE["sand"], base=GROUND_INDEX["beach"], mix=0.15, green=0.03, dry=0.03, shade=0.0,
            rough=-1.0, built=0.0, flooded=0.0,
        )  # fmt: skip
