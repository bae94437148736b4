"""What kind of place a seed is: the biome and every number that the other modules need, drawn once per seed."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import numpy as np

from .fields import stream

BIOMES = ("farmland", "semi-arid", "tropical", "mountain", "coast", "arid")
_SHARES = (0.32, 0.16, 0.14, 0.14, 0.14, 0.10)

# (low, high) of uniform draws unless said otherwise. Lengths in metres, shares 0..1.
_RANGES: dict[str, dict[str, tuple[float, float]]] = {
    "farmland": {
        "latitude": (36, 56), "base": (5, 400), "relief": (12, 150), "rough": (0.5, 0.9), "farm": (0.6, 0.98),
        "forest": (0.08, 0.35), "lakes": (0.0, 0.012), "humidity": (0.55, 0.95), "river": (0.15, 1.0),
        "settled": (0.5, 1.6), "parcel": (110, 420), "needle": (0.0, 0.8),
    },
    "semi-arid": {
        "latitude": (12, 40), "base": (100, 1300), "relief": (20, 320), "rough": (0.6, 1.0), "farm": (0.2, 0.8),
        "forest": (0.0, 0.10), "lakes": (0.0, 0.01), "humidity": (0.2, 0.5), "river": (0.05, 0.7),
        "settled": (0.3, 1.3), "parcel": (90, 520), "needle": (0.0, 0.4),
    },
    "tropical": {
        "latitude": (0, 16), "base": (5, 350), "relief": (12, 220), "rough": (0.6, 1.0), "farm": (0.05, 0.7),
        "forest": (0.3, 0.95), "lakes": (0.0, 0.02), "humidity": (0.85, 1.0), "river": (0.4, 1.6),
        "settled": (0.1, 1.0), "parcel": (60, 380), "needle": (0.0, 0.0),
    },
    "mountain": {
        "latitude": (28, 58), "base": (250, 1900), "relief": (450, 1700), "rough": (0.9, 1.3), "farm": (0.1, 0.5),
        "forest": (0.3, 0.75), "lakes": (0.0, 0.02), "humidity": (0.5, 0.95), "river": (0.2, 0.8),
        "settled": (0.15, 0.7), "parcel": (70, 220), "needle": (0.3, 1.0),
    },
    "coast": {
        "latitude": (10, 60), "base": (0, 0), "relief": (20, 320), "rough": (0.6, 1.0), "farm": (0.2, 0.8),
        "forest": (0.08, 0.45), "lakes": (0.0, 0.04), "humidity": (0.4, 0.95), "river": (0.15, 1.0),
        "settled": (0.5, 1.8), "parcel": (80, 350), "needle": (0.0, 0.9),
    },
    "arid": {
        "latitude": (16, 36), "base": (50, 1200), "relief": (15, 500), "rough": (0.7, 1.1), "farm": (0.0, 0.3),
        "forest": (0.0, 0.0), "lakes": (0.0, 0.004), "humidity": (0.02, 0.18), "river": (0.02, 0.25),
        "settled": (0.0, 0.9), "parcel": (90, 700), "needle": (0.0, 0.0),
    },
}  # fmt: skip


@dataclass(frozen=True)
class Plan:
    """The place (fixed by the seed).

    ``relief`` is the standard height range in metres over a 5 km scene; ``humidity`` 0 desert .. 1 rainforest;
    ``river`` scales channel widths; ``settled`` is the number of settlements per 10 km²; ``parcel`` the typical length
    of a field in metres; ``needle`` the conifer share of forests; ``top_of_atmosphere`` whether the sensor product
    still contains the Rayleigh-scattering atmosphere (a Level-1C product) or is surface reflectance (Level-2A).
    """

    seed: int
    biome: str
    latitude: float
    southern: bool
    base: float
    relief: float
    rough: float
    farm: float
    forest: float
    lakes: float
    humidity: float
    river: float
    settled: float
    parcel: float
    needle: float
    smallholder: bool
    pivots: bool
    dunes: bool
    top_of_atmosphere: bool
    terrain_corrected: bool


def draw_plan(seed: int, biome: str | None = None, level: str | None = None) -> Plan:
    """The plan of a seed; ``biome`` and ``level`` (``surface`` or ``toa``) override what the seed would choose."""
    rng = stream(seed, "plan")
    chosen = BIOMES[int(rng.choice(len(BIOMES), p=_SHARES))]
    top = bool(rng.random() < 0.4)
    name = biome or chosen
    rng = stream(seed, f"plan/{name}")
    values: dict[str, Any] = {key: float(rng.uniform(*bounds)) for key, bounds in _RANGES[name].items()}
    low, high = _RANGES[name]["relief"]
    # Flat places are far more common than steep ones.
    values["relief"] = float(math.exp(rng.uniform(math.log(low), math.log(high))))
    dry = name in ("semi-arid", "arid")
    return Plan(
        seed=seed,
        biome=name,
        southern=bool(rng.random() < 0.25),
        smallholder=bool(rng.random() < {"tropical": 0.5, "semi-arid": 0.35, "farmland": 0.12}.get(name, 0.1)),
        pivots=dry and bool(rng.random() < 0.35),
        dunes=name == "arid" and bool(rng.random() < 0.45),
        top_of_atmosphere=top if level is None else level == "toa",
        terrain_corrected=bool(rng.random() < 0.5),
        **values,
    )


@dataclass(frozen=True)
class Acquisition:
    """One date over the place: sun, weather, radar geometry, all from (seed, season).

    ``growth`` is the season as the vegetation feels it, 0 = 1 January of the northern hemisphere. Angles in degrees,
    azimuths clockwise from north; ``look_azimuth`` is the direction in which the radar looks.
    """

    season: float
    growth: float
    sun_azimuth: float
    sun_elevation: float
    air_temperature: float
    wetness: float
    wind: float
    look_azimuth: float
    incidence: float
    looks: float


def draw_acquisition(plan: Plan, season: float) -> Acquisition:
    """Sun position at about 10:30 local time, air temperature in K, soil wetness 0..1, wind in m/s, radar geometry."""
    rng = stream(plan.seed, f"date/{round(season * 10000)}")
    geometry = stream(plan.seed, "geometry")
    sign = -1.0 if plan.southern else 1.0
    declination = math.radians(23.44 * math.sin(2 * math.pi * (season - 0.222)))
    latitude = math.radians(sign * plan.latitude)
    hour = math.radians(-22.5 + rng.uniform(-6, 6))
    sine = math.sin(latitude) * math.sin(declination) + math.cos(latitude) * math.cos(declination) * math.cos(hour)
    elevation = math.degrees(math.asin(sine))
    east = -math.cos(declination) * math.sin(hour)
    north = math.cos(latitude) * math.sin(declination) - math.sin(latitude) * math.cos(declination) * math.cos(hour)
    growth = (season + (0.5 if plan.southern else 0.0)) % 1.0
    yearly = 0.5 - 0.5 * math.cos(2 * math.pi * (growth - 0.055))
    swing = float(np.interp(plan.latitude, [0, 15, 40, 60], [2.0, 5.0, 18.0, 24.0]))
    mean = float(np.interp(plan.latitude, [0, 20, 40, 60], [300.0, 299.0, 286.0, 277.0]))
    dry_heat = 5.0 * (1.0 - plan.humidity)
    ascending = bool(geometry.random() < 0.5)
    return Acquisition(
        season=season,
        growth=growth,
        sun_azimuth=math.degrees(math.atan2(east, north)) % 360.0,
        sun_elevation=max(elevation, 14.0),
        air_temperature=float(mean + swing * (yearly - 0.5) + dry_heat + rng.normal(0, 3)),
        wetness=float(np.clip(plan.humidity * 0.6 + rng.normal(0, 0.18) - 0.2 * (yearly - 0.5), 0.02, 0.95)),
        wind=float(np.clip(rng.gamma(2.2, 1.6), 0.3, 11.0)),
        look_azimuth=(80.0 if ascending else 280.0) + float(geometry.uniform(-4, 4)),
        incidence=float(geometry.uniform(31.0, 45.0)),
        looks=float(geometry.uniform(4.2, 6.5)),
    )
