"""From the numbers in a product's file to physical units and registry bands.

Gains of Landsat 5 and 7 and the thermal constants are those of Chander, Markham and Helder (2009), "Summary of current
radiometric calibration coefficients". The sun's elevation is estimated from date and latitude, so that those
reflectances are approximate; they are marked relative.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from ..core.errors import SceneFillError

S2_BANDS = {
    "B2": "blue", "B3": "green", "B4": "red", "B5": "rededge071", "B6": "rededge075", "B7": "rededge078",
    "B8": "nir", "B8A": "nir08", "B11": "swir16", "B12": "swir22",
}  # fmt: skip
TM_BANDS = {"B1": "blue", "B2": "green", "B3": "red", "B4": "nir", "B5": "swir16", "B7": "swir22"}
OLI_BANDS = {"B2": "blue", "B3": "green", "B4": "red", "B5": "nir", "B6": "swir16", "B7": "swir22", "B8": "pan"}
RGBN_BANDS = {
    "R": "red", "G": "green", "B": "blue", "NIR": "nir",
    "red": "red", "green": "green", "blue": "blue", "nir": "nir", "swir1": "swir16", "swir2": "swir22",
}  # fmt: skip

# (minimum, maximum) spectral radiance at DN 0 and 255, exo-atmospheric solar irradiance; W/(m2 sr um), W/(m2 um)
_TM = {
    "B1": (-1.52, 193.0, 1983.0), "B2": (-2.84, 365.0, 1796.0), "B3": (-1.17, 264.0, 1536.0),
    "B4": (-1.51, 221.0, 1031.0), "B5": (-0.37, 30.2, 220.0), "B7": (-0.15, 16.5, 83.44),
}  # fmt: skip
_ETM_HIGH = {
    "B1": (-6.2, 191.6, 1997.0), "B2": (-6.4, 196.5, 1812.0), "B3": (-5.0, 152.9, 1533.0),
    "B4": (-5.1, 157.4, 1039.0), "B5": (-1.0, 31.06, 230.8), "B7": (-0.35, 10.80, 84.90),
}  # fmt: skip
_ETM_B4_LOW_GAIN = (-5.1, 241.1, 1039.0)
_TM_THERMAL = (1.2378, 15.303, 607.76, 1260.56)
_ETM_B61_THERMAL = (0.0, 17.04, 666.09, 1282.71)
_OLI_B10_THERMAL = (3.342e-4, 0.1, 774.8853, 1321.0789)


@dataclass
class Calibrated:
    """Physical bands of one product file.

    Attributes:
        bands: band id -> ``(H, W)`` float32 in the unit of the band's modality.
        valid: ``(H, W)`` bool.
        relative: band ids without an absolute calibration.
        weight: weight in a loss.
        native: band id -> ground sampling distance of the sensor in metres, where it differs from the pixels.
        version: ``"toa"`` or ``"surface"`` where a product comes in both, else "".
    """

    bands: dict[str, np.ndarray]
    valid: np.ndarray
    relative: frozenset[str] = frozenset()
    weight: float = 1.0
    native: dict[str, float] = field(default_factory=dict)
    version: str = ""


def calibrate(
    product: str,
    units: str,
    names: Sequence[str],
    data: np.ndarray,
    *,
    pixel_size: float,
    day: float | None = None,
    latitude: float = 45.0,
) -> Calibrated:
    """Calibrate one file.

    Args:
        product, units, names: ``modality``, ``units`` and ``bands`` of its manifest entry.
        data: ``(B, H, W)`` as stored.
        pixel_size: of the file, metres.
        day: day of year, for the sun's elevation.
        latitude: degrees, for the sun's elevation.

    Raises:
        SceneFillError: ``unknown-product`` when nothing is known about such a file.
    """
    values = np.asarray(data, dtype=np.float32)
    valid = np.all(np.isfinite(values), axis=0)
    if np.asarray(data).dtype == np.uint16:
        valid &= np.all(data != np.iinfo(np.uint16).max, axis=0)
    named = dict(zip((_plain_name(name) for name in names), values))
    kind = product.lower()
    if "VV" in named or "VH" in named:
        return _radar(named, valid, units)
    if "elevation_m" in named:
        return Calibrated({"elevation": named["elevation_m"]}, valid, native={"elevation": max(pixel_size, 30.0)})
    if kind in ("tm", "etm"):
        return _landsat_dn(named, valid, kind, sun_elevation(day, latitude), high_gain_b4=day is None or day > 270)
    if "2.75e-5" in units:
        return _landsat_collection2(named, valid, tm="l5" in kind or "l7" in kind)
    if kind.startswith("l8"):
        return _landsat8_level1(named, valid, sun_elevation(day, latitude), pixel_size)
    if kind == "naip":
        return _display(named, valid)
    if "x1e4" in units or "x10000" in units:
        return _reflectance(named, valid, kind, units, pixel_size)
    raise SceneFillError(
        "unknown-product",
        f"How to calibrate '{product}' in '{units}' is not known.",
        "Add the product to training/data_calibration.py.",
    )


def sun_elevation(day: float | None, latitude: float, hour: float = 10.2) -> float:
    """Elevation of the sun in degrees at the local solar time of Landsat's and Sentinel-2's passes, at least 20."""
    declination = -23.44 * math.cos(2.0 * math.pi * ((172.0 if day is None else day) + 10.0) / 365.25)
    lat, dec, angle = math.radians(latitude), math.radians(declination), math.radians(15.0 * (hour - 12.0))
    sine = math.sin(lat) * math.sin(dec) + math.cos(lat) * math.cos(dec) * math.cos(angle)
    return max(math.degrees(math.asin(sine)), 20.0)


def _plain_name(name: str) -> str:
    """``B04`` -> ``B4``, ``SR_B5`` -> ``B5``, ``VV_dB`` -> ``VV``; Landsat's surface temperature keeps ``ST_``."""
    plain = name.replace("SR_", "").replace("_dB", "").replace("_thermal", "")
    return "B" + plain[2:] if plain[:2] == "B0" and len(plain) == 3 else plain


def _radar(named: dict[str, np.ndarray], valid: np.ndarray, units: str) -> Calibrated:
    scale = 0.01 if "x100" in units else 1.0
    bands = {key.lower(): named[key] * np.float32(scale) for key in ("VV", "VH") if key in named}
    return Calibrated(bands, valid, native={band: 20.0 for band in bands} if "20 m" in units else {})


def _reflectance(
    named: dict[str, np.ndarray], valid: np.ndarray, kind: str, units: str, pixel_size: float
) -> Calibrated:
    sentinel = any(key in S2_BANDS for key in named) and "R" not in named
    table = S2_BANDS if sentinel else RGBN_BANDS
    bands = {table[key]: named[key] * np.float32(1e-4) for key in named if key in table}
    for plane in bands.values():
        valid = valid & (plane > 0.0)  # 0 is "no data" in these products
    coarse = ("swir16", "swir22", "rededge071", "rededge075", "rededge078", "nir08")
    native = {band: max(20.0, pixel_size) for band in bands if band in coarse} if sentinel else {}
    surface = "BOA" in units or "L2A" in units or "l2a" in kind or kind == "s2a"
    return Calibrated(bands, valid, native=native, version="surface" if surface else "toa")


def _landsat_dn(
    named: dict[str, np.ndarray], valid: np.ndarray, kind: str, elevation: float, *, high_gain_b4: bool
) -> Calibrated:
    table = dict(_TM) if kind == "tm" else dict(_ETM_HIGH)
    if kind == "etm" and not high_gain_b4:  # land under a high sun is taken with band 4 in low gain
        table["B4"] = _ETM_B4_LOW_GAIN
    sine = math.sin(math.radians(elevation))
    bands = {}
    for key, (low, high, irradiance) in table.items():
        if key in named:
            radiance = named[key] * np.float32((high - low) / 255.0) + np.float32(low)
            bands[TM_BANDS[key]] = (math.pi / (irradiance * sine)) * radiance
    relative = frozenset(bands)
    native = {}
    thermal = named.get("B6", named.get("B61"))
    if thermal is not None:
        low, high, k1, k2 = _TM_THERMAL if kind == "tm" else _ETM_B61_THERMAL
        radiance = np.maximum(thermal * np.float32((high - low) / 255.0) + np.float32(low), 0.1)
        bands["lwir11"] = np.float32(k2) / np.log(np.float32(k1) / radiance + 1.0)
        native["lwir11"] = 120.0 if kind == "tm" else 60.0
    return Calibrated(bands, valid, relative, 0.7, native)


def _landsat_collection2(named: dict[str, np.ndarray], valid: np.ndarray, *, tm: bool) -> Calibrated:
    table = TM_BANDS if tm else OLI_BANDS
    bands = {table[key]: named[key] * np.float32(2.75e-5) - np.float32(0.2) for key in named if key in table}
    native = {}
    for key in ("ST_B6", "ST_B10"):
        if key in named:
            bands["lwir11"] = named[key] * np.float32(0.00341802) + np.float32(149.0)
            native["lwir11"] = 120.0 if tm else 100.0
            valid = valid & (named[key] > 0)
    return Calibrated(bands, valid, native=native, version="surface")


def _landsat8_level1(
    named: dict[str, np.ndarray], valid: np.ndarray, elevation: float, pixel_size: float
) -> Calibrated:
    sine = math.sin(math.radians(elevation))
    bands = {}
    for key, band_id in OLI_BANDS.items():
        if key in named:
            bands[band_id] = (named[key] * np.float32(2e-5) - np.float32(0.1)) / np.float32(sine)
            valid = valid & (named[key] > 0)
    relative = frozenset(bands)
    native = {}
    if "B10" in named:
        gain, bias, k1, k2 = _OLI_B10_THERMAL
        radiance = np.maximum(named["B10"] * np.float32(gain) + np.float32(bias), 0.1)
        bands["lwir11"] = np.float32(k2) / np.log(np.float32(k1) / radiance + 1.0)
        native["lwir11"] = max(100.0, pixel_size)
    return Calibrated(bands, valid, relative, 0.7, native)


def _display(named: dict[str, np.ndarray], valid: np.ndarray) -> Calibrated:
    bands = {RGBN_BANDS[key]: display_to_reflectance(plane, RGBN_BANDS[key]) for key, plane in named.items()}
    return Calibrated(bands, valid, frozenset(bands), 0.5)


def display_to_reflectance(dn: np.ndarray, band_id: str) -> np.ndarray:
    """8-bit display numbers to a rough reflectance: display gamma 2, white at 0.45 (visible) or 0.7 (infrared)."""
    white = 0.45 if band_id in ("red", "green", "blue") else 0.7
    return (np.float32(white) * np.square(np.asarray(dn, dtype=np.float32) / 255.0)).astype(np.float32)
