"""Paints settlements, roads, ponds, open water and snow over the natural cover."""

from __future__ import annotations

import numpy as np
from scipy import ndimage

from .crops import grass_green
from .fields import smoothstep, stream
from .ground import Ground, Site, soils
from .library import CODE, FORESTS, GROUND_INDEX, LEAF_INDEX


def paint_places(ground: Ground, site: Site) -> None:
    """Roofs, gardens, yards and streets of settlements, and farmsteads."""
    places = site.places
    town = places.built > 0.03
    lush = float(np.clip(0.25 + 0.65 * site.plan.humidity, 0.1, 0.9)) * (1 - 0.55 * places.built)
    gardens = np.clip(lush * (0.55 + 0.45 * grass_green(site.plan, site.date.growth)) + 0.16 * site.fine, 0.02, 0.9)
    yard = GROUND_INDEX["concrete"]
    ground.paint(
        town, code=CODE["settlement"], green=gardens, dry=0.08, shade=0.10 + 0.05 * places.built, base2=yard,
        leaf=LEAF_INDEX["grass"], straw=GROUND_INDEX["straw"], mix=0.25 + 0.45 * places.built, rough=0.0, flooded=0.0,
        built=0.12 * places.built, vigour=0.5 * site.fine,
    )  # fmt: skip
    trees = town & (site.fine + site.middle * 0.5 > 0.7)
    ground.paint(trees, leaf=LEAF_INDEX["broadleaf"], shade=0.2)
    roofs = np.array([0, *(GROUND_INDEX[n] for n in ("tile", "darkroof", "concrete", "metal"))], np.uint8)[places.roof]
    roofed = town & (places.roof > 0)
    ground.paint(
        roofed, base=roofs, base2=GROUND_INDEX["asphalt"], mix=np.clip(0.28 + 0.12 * site.fine, 0, 0.6),
        green=gardens * (0.45 - 0.35 * places.built), built=0.45 + 0.5 * places.built, tone=0.20 * site.fine,
    )  # fmt: skip
    works = town & places.industry
    ground.paint(
        works, code=CODE["industry and commerce"], green=gardens * 0.3, base2=GROUND_INDEX["asphalt"], shade=0.04
    )
    ground.paint(works & roofed, green=0.0, mix=0.05, built=0.95)
    farm = places.farmstead
    ground.paint(
        farm, code=CODE["settlement"], base=GROUND_INDEX["tile"], base2=yard, mix=0.4, green=gardens * 0.5,
        built=0.5, leaf=LEAF_INDEX["broadleaf"], flooded=0.0,
    )  # fmt: skip
    _overlay(ground, town, places.street, GROUND_INDEX["asphalt"])


def _overlay(ground: Ground, where: np.ndarray, share: np.ndarray, material: int) -> None:
    """Lay a narrow surface over ``share`` of the pixel; the canopy gives way, the ground is mixed."""
    cover = where & (share > 0.05)
    ground.paint(
        cover,
        base2=np.uint8(material),
        mix=np.clip(ground.mix * (1 - share) * 0.5 + share, 0, 1),
        green=ground.green * (1 - share),
        dry=ground.dry * (1 - share),
        shade=ground.shade * (1 - share),
        built=ground.built * (1 - share),
        flooded=ground.flooded * (1 - share),
    )


def paint_roads(ground: Ground, site: Site) -> None:
    road = site.places.road
    # Field tracks end where wood or desert begins; real roads go through.
    wild = np.isin(ground.code, (*FORESTS, CODE["sand"], CODE["bare soil and rock"], CODE["salt flat"]))
    kind = np.where(wild & (site.places.road_kind == 2), 0, site.places.road_kind)
    _overlay(ground, kind == 1, road, GROUND_INDEX["asphalt"])
    _overlay(ground, kind == 2, road, soils(site.plan)[0])
    ground.paint((kind == 1) & (road > 0.45), code=CODE["road"])


def paint_ponds(ground: Ground, site: Site) -> None:
    """Fish ponds, basins and flooded pits: whole parcels of water in some scenes."""
    parcels, plan = site.parcels, site.plan
    rng = stream(plan.seed, "ponds")
    share = float(rng.beta(0.6, 12.0)) * (0.4 if plan.humidity < 0.3 else 1.0) * (rng.random() < 0.6)
    size = np.bincount(parcels.label.ravel(), minlength=parcels.count) * (site.pixel_size / 100.0) ** 2
    chosen = (rng.random(parcels.count) < share) & (parcels.mean(site.terrain.slope) < 0.12) & (size < 14.0)
    ground.water = site.terrain.water.copy()
    ground.depth = site.terrain.depth.copy()
    pond = chosen[parcels.label] & ~parcels.edge & (site.places.built < 0.3) & ~parcels.pivot
    ground.water[pond] = 1.0
    ground.depth[pond] = 1.5
    bodies, count = ndimage.label(ground.water > 0.5)
    ground.murk = rng.normal(0, 1, count + 1).astype(np.float32)[bodies]


def paint_water_and_snow(ground: Ground, site: Site) -> None:
    """Open water hides what was painted; snow lies where the air is below freezing, less on steep and wooded ground."""
    water = ground.water
    ground.paint(water > 0.5, code=CODE["water"], built=0.0, flooded=0.0)
    cold = 273.5 - (site.date.air_temperature - 4.0 - 0.0065 * site.terrain.elevation)
    patchy = 0.5 * site.middle + 0.7 * site.patches + 0.25 * site.fine
    snow = smoothstep(cold + patchy - 2.5 * np.minimum(site.terrain.slope, 1.5), 0.5, 4.5)
    wooded = np.isin(ground.code, FORESTS)
    ground.snow = np.where(water > 0.5, 0.0, snow * np.where(wooded, 0.3, 1.0) * (1 - 0.5 * ground.built))
    ground.snow = ground.snow.astype(np.float32)
    ground.paint(ground.snow > 0.55, code=CODE["snow and ice"])
