"""Procedural scenes: one invented place seen by every modality, a pure function of its seed.

The network trains on these scenes beside real ones, the demonstration job fills their clouds, and tests measure
against their cloud-free truth. Geography (relief, rivers, parcels, settlements) depends on the seed alone; crops, snow,
sun, weather and speckle also on ``season``, so two seasons of a seed are two dates of one place.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from .errors import SceneFillError
from .feedback import Feedback
from .modalities import registry

MINIMUM_SIZE, MAXIMUM_SIZE = 32, 4096


@dataclass(frozen=True, eq=False)
class Scene:
    """A simulated scene; every array lies on the same ``size`` × ``size`` grid of ``pixel_size`` metres.

    Attributes:
        values: modality id to ``(bands, H, W)`` float32 in the registry's units and band order: the cloud-free truth.
        cloudy: the same for optical, infrared, multispectral, panchromatic and thermal, with clouds, shadows and haze.
        land_cover: ``(H, W)`` uint8, codes of :data:`scenefill.core.simulation.library.CLASSES`.
        cloud: ``(H, W)`` uint8, 0 clear, 1 cloud, 2 shadow, 3 haze.
        stack: ``(13, H, W)`` float32 reflectance in the order of Sentinel-2's bands, cloud-free.
        cloudy_stack: the same with clouds.
        facts: what kind of place and date it is: biome, level (``surface`` or ``toa``), sun, radar, date.
    """

    size: int
    pixel_size: float
    seed: int
    season: float
    values: Mapping[str, np.ndarray]
    land_cover: np.ndarray
    cloud: np.ndarray
    cloudy: Mapping[str, np.ndarray]
    stack: np.ndarray
    cloudy_stack: np.ndarray
    facts: Mapping[str, Any] = field(default_factory=dict)


def _check(seed: int, size: int, pixel_size: float, clouds: float, season: float) -> None:
    if not MINIMUM_SIZE <= size <= MAXIMUM_SIZE:
        raise SceneFillError(
            "bad-value", f"A scene cannot be {size} pixels wide.", f"Use {MINIMUM_SIZE} to {MAXIMUM_SIZE}."
        )
    if not 1.0 <= pixel_size <= 120.0:
        raise SceneFillError("bad-value", f"A pixel of {pixel_size} m cannot be simulated.", "Use 1 to 120 m.")
    if not 0.0 <= clouds <= 1.0:
        raise SceneFillError(
            "bad-value", f"A cloud cover of {clouds} is not a share.", "Use 0 (clear) to 1 (overcast)."
        )
    if not 0.0 <= season <= 1.0:
        raise SceneFillError(
            "bad-value", f"A season of {season} is not a share of the year.", "Use 0 (1 January) to 1."
        )
    if seed < 0:
        raise SceneFillError("bad-value", f"The seed {seed} is negative.", "Use 0 or a positive whole number.")


def _from_stack(stack: np.ndarray) -> dict[str, np.ndarray]:
    """The reflectance modalities of the registry from the 13-band stack; the panchromatic band is the visible mean."""
    from .simulation.library import BAND_INDEX

    values = {
        name: np.ascontiguousarray(stack[[BAND_INDEX[b] for b in registry()[name].band_ids]])
        for name in ("optical", "infrared", "multispectral")
    }
    values["panchromatic"] = values["optical"].mean(axis=0, keepdims=True, dtype=np.float32)
    return values


def _reach(feedback: Feedback, fraction: float) -> None:
    feedback.raise_if_cancelled()
    feedback.progress(fraction, "simulate")


def draw_scene(
    seed: int,
    size: int = 512,
    pixel_size: float = 10.0,
    *,
    clouds: float = 0.3,
    season: float = 0.5,
    biome: str | None = None,
    level: str | None = None,
    feedback: Feedback | None = None,
) -> Scene:
    """Draw the scene of a seed.

    Args:
        seed: whole number >= 0; decides the place and, with ``season``, the date's sun, weather and noise.
        size: pixels along each side; another size is another place.
        pixel_size: metres.
        clouds: share of the scene under cloud, 0..1.
        season: fraction of the year, 0 = 1 January.
        biome: one of :data:`scenefill.core.simulation.plan.BIOMES`; None lets the seed choose.
        level: ``"surface"`` (Level-2A reflectance) or ``"toa"`` (Level-1C, with the clear atmosphere's scattering);
            None lets the seed choose.
        feedback: is told progress in the stage ``simulate``, and asked between the steps whether to stop.

    Raises:
        SceneFillError: ``bad-value`` for an argument out of range.
        JobCancelled: when ``feedback`` says so.
    """
    from .simulation import atmosphere, cover, lighting, parcels, places, radar, spectra, terrain, thermal
    from .simulation.plan import BIOMES, draw_acquisition, draw_plan

    _check(seed, size, pixel_size, clouds, season)
    if biome is not None and biome not in BIOMES:
        raise SceneFillError("bad-value", f"There is no biome called '{biome}'.", f"Use one of: {', '.join(BIOMES)}.")
    if level not in (None, "surface", "toa"):
        raise SceneFillError("bad-value", f"There is no product level called '{level}'.", "Use surface or toa.")
    plan = draw_plan(seed, biome, level)
    date = draw_acquisition(plan, season)
    told = feedback or Feedback()
    _reach(told, 0.0)
    land, lattice = terrain.draw_terrain(plan, size, pixel_size)
    _reach(told, 0.2)
    fields = parcels.draw_parcels(plan, size, pixel_size)
    _reach(told, 0.35)
    towns = places.draw_places(plan, land, lattice, fields, pixel_size)
    _reach(told, 0.45)
    ground = cover.draw_ground(plan, date, land, fields, towns, pixel_size)
    _reach(told, 0.55)
    sun = lighting.beam_on(land.elevation, pixel_size, date.sun_azimuth, date.sun_elevation)
    surface = spectra.draw_reflectance(plan, date, land, ground, sun, pixel_size)
    _reach(told, 0.8)
    clear = atmosphere.through_clear_air(plan, date, surface, land.elevation)
    sky = atmosphere.draw_sky(plan, date, (size, size), pixel_size, clouds)
    overcast = atmosphere.under_sky(plan, date, clear, sky)
    heat = thermal.draw_temperature(plan, date, land, ground, sun, pixel_size)
    _reach(told, 0.9)
    values = _from_stack(clear)
    values["sar"] = radar.draw_backscatter(plan, date, land, ground, pixel_size)
    values["thermal"] = heat
    values["elevation"] = land.elevation[None]
    cloudy = {**_from_stack(overcast), "thermal": atmosphere.cold_tops(date, heat, sky)}
    return Scene(
        size=size,
        pixel_size=float(pixel_size),
        seed=seed,
        season=float(season),
        values={m: values[m] for m in registry().ids if m in values},
        land_cover=ground.code,
        cloud=sky.code,
        cloudy=cloudy,
        stack=clear,
        cloudy_stack=overcast,
        facts={
            "biome": plan.biome,
            "level": "toa" if plan.top_of_atmosphere else "surface",
            "sun_azimuth": round(date.sun_azimuth, 2),
            "sun_elevation": round(date.sun_elevation, 2),
            "air_temperature": round(date.air_temperature, 2),
            "look_azimuth": round(date.look_azimuth, 2),
            "incidence": round(date.incidence, 2),
            "latitude": round(-plan.latitude if plan.southern else plan.latitude, 2),
        },
    )


def write_scene(scene: Scene, folder: str | Path) -> dict[str, Path]:
    """Write a scene as GeoTIFFs; see :func:`scenefill.core.simulation.writing.write_scene`."""
    from .simulation.writing import write_scene as write

    return write(scene, Path(folder))
