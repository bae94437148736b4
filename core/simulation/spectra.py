"""Reflectance of the ground in the 13 Sentinel-2 bands: linear mixing of perturbed library spectra, lit by the sun."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .fields import blur, fractal, stream
from .ground import Ground
from .library import (
    BAND_INDEX,
    GROUND_INDEX,
    GROUND_SPECTRA,
    LEAF_SPECTRA,
    S2_BANDS,
    SOAKED,
    VIGOUR,
    WAVELENGTHS,
)
from .lighting import Beam
from .plan import Acquisition, Plan
from .terrain import Terrain

# Blur of a band in pixels of 10 m: the optics, and for bands of 20 and 60 m their coarser detectors.
_DETECTOR = {"coastal": 60.0, "nir09": 60.0, "cirrus": 60.0, "swir16": 20.0, "swir22": 20.0}
_DETECTOR.update({"rededge071": 20.0, "rededge075": 20.0, "rededge078": 20.0, "nir08": 20.0})


def _perturbed(rng: np.random.Generator, spectra: np.ndarray) -> np.ndarray:
    """Each material brighter or darker, redder or bluer, in this scene: smooth in wavelength."""
    count = spectra.shape[0]
    log = np.log(WAVELENGTHS / 0.8)[None, :]
    gain = rng.normal(0, 0.10, (count, 1)) + rng.normal(0, 0.05, (count, 1)) * log
    gain = gain + rng.normal(0, 0.06, (count, 1)) * np.sin(2.2 * log + rng.uniform(0, 6, (count, 1)))
    return np.clip(spectra * np.exp(gain), 0, 0.98).astype(np.float32)


def _water_spectra(plan: Plan, ground: Ground, where: np.ndarray, grounds: np.ndarray, swirl: np.ndarray) -> np.ndarray:
    """``(13, n)`` reflectance of the pixels ``where``: clear water, silt and algae, the bed through shallow water."""
    rng = stream(plan.seed, "water")
    silt_level, algae_level = float(rng.beta(1.0, 3.2)), float(rng.beta(1.0, 4.0))
    depth, murk, swirls = ground.depth[where], ground.murk[where], swirl[where]
    stirred = np.exp(-depth / 3.0) * 0.25
    silt = np.clip(silt_level + stirred + 0.08 * swirls + 0.22 * murk, 0, 1)
    algae = np.clip(algae_level + 0.05 * swirls - 0.15 * murk, 0, 1) * (1 - silt)
    clear, muddy, green, sand = (grounds[GROUND_INDEX[n]][:, None] for n in ("water", "silt", "algae", "beach"))
    column = clear * (1 - silt - algae) + muddy * silt + green * algae
    attenuation = np.interp(WAVELENGTHS, [0.44, 0.56, 0.67, 0.75, 0.9], [0.25, 0.25, 0.8, 4.0, 12.0])
    seen = np.exp(-attenuation[:, None] * (1.0 + 6.0 * silt) * (depth + 0.15)) * 0.8
    return (column * (1 - seen) + 0.6 * sand * seen).astype(np.float32)


@dataclass(frozen=True)
class _Texture:
    """What all bands share: fine grain, slow changes of hue, brightness of bare ground."""

    grain: np.ndarray
    hue: np.ndarray
    brightness: np.ndarray
    bare: np.ndarray


def _land(ground: Ground, texture: _Texture, leaves: np.ndarray, grounds: np.ndarray, band: int) -> np.ndarray:
    """Leaves, dry plants and soil, less the shade between them, before light and snow."""
    shift = np.float32(0.015 * np.log(WAVELENGTHS[band] / 0.8))
    soil = grounds[ground.base, band] * (1 - ground.mix) + grounds[ground.base2, band] * ground.mix
    soil *= texture.brightness * (1 - np.float32(0.8 * SOAKED[band]) * ground.moist) * (1 + shift * texture.hue)
    leaf = leaves[ground.leaf, band] * (1 + VIGOUR[band] * np.clip(ground.vigour, -2.5, 2.5) + 0.02 * texture.grain)
    straw = grounds[ground.straw, band] * texture.brightness
    land = ground.green * leaf + ground.dry * straw + texture.bare * soil
    return land * (1 - ground.shade)


def draw_reflectance(
    plan: Plan, date: Acquisition, terrain: Terrain, ground: Ground, sun: Beam, pixel_size: float
) -> np.ndarray:
    """``(13, H, W)`` float32 surface reflectance as a sensor sees it (slopes lit unequally), without atmosphere."""
    rng = stream(plan.seed, "spectra")
    daily = stream(plan.seed, f"spectra/{round(date.season * 10000)}")
    leaves, grounds = _perturbed(rng, LEAF_SPECTRA), _perturbed(rng, GROUND_SPECTRA)
    shape = terrain.elevation.shape
    grain, hue = fractal(rng, shape, 3.0, beta=0.4), fractal(rng, shape, 60.0, beta=2.0)
    brightness = np.exp(np.clip(ground.tone + 0.02 * grain, -0.7, 0.7))
    texture = _Texture(grain, hue, brightness, np.clip(1 - ground.green - ground.dry, 0, 1))
    swirl = fractal(rng, shape, 1500.0 / pixel_size, 3.2, 5.0)
    under_water = 1 - (1 - ground.water) * (1 - 0.75 * ground.flooded)
    where = under_water > 0.001
    share = under_water[where]
    glint = float(daily.gamma(1.2, 0.004)) * (1.0 if date.sun_elevation > 45 else 0.4)
    water = _water_spectra(plan, ground, where, grounds, swirl) + np.float32(glint)
    # Canopies and rough soils are not Lambertian: slopes show less than the cosine (Minnaert).
    direct = sun.cosine * sun.open
    result = np.empty((len(S2_BANDS), *shape), np.float32)
    for band, (_, band_id, wavelength) in enumerate(S2_BANDS):
        value = _land(ground, texture, leaves, grounds, band)
        value += (grounds[GROUND_INDEX["snow"], band] * (1 + 0.03 * hue) - value) * ground.snow
        skylight = float(np.interp(wavelength, [0.44, 0.55, 0.85, 2.2], [0.34, 0.24, 0.13, 0.06]))
        value *= (skylight + (1 - skylight) * direct) ** np.float32(0.75)
        value[where] += (water[band] - value[where]) * share
        result[band] = blur(value, _point_spread(band_id, pixel_size))
    noise = daily.standard_normal(result.shape, dtype=np.float32)
    result += noise * (0.0008 + 0.004 * result)
    cirrus = BAND_INDEX["cirrus"]
    result[cirrus] = np.clip(result[cirrus] * 0.3, 0.0005, 0.02)
    return np.clip(result, 0.0, 1.4)


def _point_spread(band_id: str, pixel_size: float) -> float:
    """Standard deviation in pixels: the optics, or the coarser detector of the 20 m and 60 m bands."""
    detector = _DETECTOR.get(band_id, 0.0)
    return max(detector * 0.42 / pixel_size if detector > pixel_size else 0.0, 0.38 if pixel_size <= 15 else 0.3)
