"""Clouds with their shadows, haze, and the clear atmosphere of a top-of-atmosphere product."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy import ndimage

from .fields import blur, fractal, shifted, smoothstep, stream
from .library import WAVELENGTHS
from .plan import Acquisition, Plan

CLEAR, CLOUD, SHADOW, HAZE = 0, 1, 2, 3
# Rayleigh path reflectance near sea level and total transmission in clear air at the 13 bands.
_PATH = np.array([0.095, 0.066, 0.036, 0.018, 0.014, 0.011, 0.009, 0.0065, 0.006, 0.003, 0.0006, 0.001, 0.0004])
_CLEAR_AIR = np.array([0.86, 0.89, 0.90, 0.93, 0.92, 0.90, 0.95, 0.94, 0.96, 0.70, 0.02, 0.95, 0.92])
# A thick water cloud, and how strongly thin cloud and haze act on a band.
_CLOUD = np.array([0.80, 0.80, 0.79, 0.79, 0.79, 0.79, 0.79, 0.78, 0.78, 0.65, 0.12, 0.56, 0.42])


@dataclass(frozen=True)
class Sky:
    """``opacity`` of cloud 0..1, ``veil`` of haze 0..1, ``shadow`` 0..1 (share of direct sun taken), ``bright`` cloud
    brightness about 1, ``height`` km of the cloud tops, ``cirrus`` 0..1; ``code`` (H, W) uint8."""

    opacity: np.ndarray
    veil: np.ndarray
    shadow: np.ndarray
    bright: np.ndarray
    height: float
    cirrus: float
    code: np.ndarray


def _cloud_field(
    rng: np.random.Generator, shape: tuple[int, int], pixel_size: float
) -> tuple[np.ndarray, float, float]:
    """Density field of one cloud type, its edge softness and its top height in km."""
    kind = rng.choice(4, p=[0.4, 0.25, 0.2, 0.15])
    if kind == 0:  # fair-weather cumulus
        field = fractal(rng, shape, rng.uniform(700, 1800) / pixel_size, 3.0, 30.0 / pixel_size)
        return field, 0.35, float(rng.uniform(1.0, 2.4))
    if kind == 1:  # stratocumulus in cells
        cells = np.abs(fractal(rng, shape, rng.uniform(900, 2200) / pixel_size, beta=3.4))
        return 0.7 * fractal(rng, shape, 6000 / pixel_size, beta=3) - cells, 0.5, float(rng.uniform(0.8, 2.0))
    if kind == 2:  # frontal deck
        return fractal(rng, shape, 9000 / pixel_size, 3.2, 40.0 / pixel_size), 0.8, float(rng.uniform(2.5, 6.0))
    angle = rng.uniform(0, np.pi)  # cirrus: drawn out along the wind
    field = fractal(rng, (shape[0] * 2, shape[1]), 4000 / pixel_size, beta=2.6)
    rows, cols = np.indices(shape, dtype=np.float32)
    along, across = rows * np.cos(angle) + cols * np.sin(angle), cols * np.cos(angle) - rows * np.sin(angle)
    streaks = ndimage.map_coordinates(field, [np.abs(across) % (shape[0] * 2 - 1), np.abs(along) * 0.25], order=1)
    return streaks.astype(np.float32), 1.6, float(rng.uniform(7.0, 10.0))


def draw_sky(plan: Plan, date: Acquisition, shape: tuple[int, int], pixel_size: float, clouds: float) -> Sky:
    """Clouds over the share ``clouds`` (0..1) of the scene, the shadows they cast and the haze around them."""
    rng = stream(plan.seed, f"sky/{round(date.season * 10000)}")
    none = np.zeros(shape, np.float32)
    if clouds <= 0:
        return Sky(none, none, none, none + 1, 1.0, 0.0, np.zeros(shape, np.uint8))
    # Clouds beyond the border cast shadows into the scene: draw a larger sky.
    height_limit = 3000.0 / pixel_size / np.tan(np.radians(date.sun_elevation))
    pad = int(min(max(height_limit, 16), shape[0] // 2))
    large = (shape[0] + 2 * pad, shape[1] + 2 * pad)
    field, softness, height = _cloud_field(rng, large, pixel_size)
    inner = (slice(pad, pad + shape[0]), slice(pad, pad + shape[1]))
    level = float(np.quantile(field[inner], 1.0 - min(clouds, 1.0))) if clouds < 1 else float(field.min()) - 1
    depth = field - level
    thick = smoothstep(depth, -0.15 * softness, softness)
    cirrus = 1.0 if height > 6.5 else 0.05
    opacity = 1.0 - np.exp(-(3.0 if cirrus < 0.5 else 0.9) * thick - 5.0 * thick**2 * (cirrus < 0.5))
    length = height * 1000.0 / pixel_size / np.tan(np.radians(date.sun_elevation))
    d_row = np.cos(np.radians(date.sun_azimuth)) * length
    d_col = -np.sin(np.radians(date.sun_azimuth)) * length
    shadow = blur(shifted(opacity, d_row, d_col), 1.0)[inner]
    opacity, depth = opacity[inner], depth[inner]
    haze_level = float(rng.beta(1.2, 4.0)) * min(clouds * 3, 1.0)
    around = blur(opacity, 350.0 / pixel_size) * 0.35
    veil = (
        haze_level * smoothstep(fractal(rng, shape, 5000.0 / pixel_size, beta=3.0), -0.8, 2.0) * 0.8
        + around * haze_level
    )
    bright = 0.75 + 0.35 * smoothstep(depth, 0.0, 2.0) + 0.04 * fractal(rng, shape, 400.0 / pixel_size, beta=2.4)
    shadow = np.clip(shadow * (1 - opacity), 0, 1)
    code = np.zeros(shape, np.uint8)
    code[(veil > 0.06) | (opacity > 0.03)] = HAZE
    code[shadow > 0.3] = SHADOW
    code[opacity > 0.22] = CLOUD
    f32 = np.float32
    return Sky(opacity.astype(f32), veil.astype(f32), shadow.astype(f32), bright.astype(f32), height, cirrus, code)


def through_clear_air(plan: Plan, date: Acquisition, surface: np.ndarray, elevation: np.ndarray) -> np.ndarray:
    """``(13, H, W)`` reflectance as a Level-1C (top-of-atmosphere) or a slightly imperfect Level-2A product."""
    rng = stream(plan.seed, f"air/{round(date.season * 10000)}")
    thin = np.exp(-elevation / 8000.0).astype(np.float32)
    slant = min(0.5 + 0.5 / np.sin(np.radians(date.sun_elevation)), 1.5)
    aerosol = float(rng.gamma(1.5, 0.04))
    if not plan.top_of_atmosphere:
        # What atmospheric correction leaves behind: a small error of its aerosol estimate.
        aerosol = float(rng.normal(0, 0.012))
        path = aerosol * (0.55 / WAVELENGTHS) ** 1.3 * 0.35
        return np.clip(surface * (1 - 0.4 * aerosol) + path[:, None, None].astype(np.float32), 0.0001, 1.5)
    out = np.empty_like(surface)
    for band in range(surface.shape[0]):
        scatter = (0.55 / WAVELENGTHS[band]) ** 1.3 * aerosol * (band != 10)
        path = (_PATH[band] * thin + 0.10 * scatter) * np.float32(slant)
        out[band] = path + surface[band] * np.float32(_CLEAR_AIR[band] * np.exp(-0.35 * scatter * slant))
    return out


def under_sky(plan: Plan, date: Acquisition, clear: np.ndarray, sky: Sky) -> np.ndarray:
    """``(13, H, W)``: the same with cloud shadows, haze and clouds over it."""
    out = np.empty_like(clear)
    for band in range(clear.shape[0]):
        wave = float(WAVELENGTHS[band])
        sky_light = float(np.interp(wave, [0.44, 0.55, 0.67, 0.85, 1.6, 2.2], [0.42, 0.34, 0.28, 0.22, 0.17, 0.15]))
        value = clear[band] * (1 - sky.shadow * (1 - sky_light))
        if band == 10:
            out[band] = value + sky.cirrus * sky.opacity * 0.12 * sky.bright
            continue
        veil = sky.veil * np.float32(min((0.55 / wave) ** 1.3, 1.3))
        value = value * (1 - 0.75 * veil) + 0.34 * veil
        cover = sky.opacity if sky.cirrus < 0.5 else sky.opacity * np.float32(min((0.6 / wave) ** 0.15, 1.0))
        top = _CLOUD[band] * (0.85 if sky.cirrus < 0.5 else 0.6) * sky.bright
        out[band] = value * (1 - cover) + top * cover
    return np.clip(out, 0.0, 1.5).astype(np.float32)


def cold_tops(date: Acquisition, clear: np.ndarray, sky: Sky) -> np.ndarray:
    """``(1, H, W)`` kelvin with clouds: tops as cold as the air up there, shadows slightly cooler."""
    top = date.air_temperature - 6.5 * sky.height - 2.0
    emissive = np.clip(sky.opacity * (1.0 if sky.cirrus < 0.5 else 0.7) + 0.1 * sky.veil, 0, 1)
    ground = clear - 2.0 * sky.shadow
    return (ground * (1 - emissive) + top * emissive).astype(np.float32)
