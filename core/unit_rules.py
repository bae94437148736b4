"""The rules that guess the unit of a layer, one function a physical quantity; :mod:`.units` chooses among them.

Each takes the kind of number (``float``, ``uint8``, ``int16``, ...), the percentiles (2, 50, 98) of the numbers and the
hints of the metadata. The limits come from the products' definitions and from statistics of real scenes of each.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from .unit_hints import Hints

Stats = tuple[float, float, float]

# USGS, Landsat Collection 2 Level 2 science product guide; Landsat 8 data users handbook for level 1.
_LANDSAT_SR = (2.75e-5, -0.2)
_LANDSAT_ST = (0.00341802, 149.0)
_LANDSAT_L1 = (2e-5, -0.1)
_TIRS = (3.342e-4, 0.1)
# The 8-bit thermal bands of Landsat 5 TM and 7 ETM+ (low gain; Chander et al. 2009, doi:10.1016/j.rse.2009.01.007),
# as a line to the radiance of Landsat 8 band 10 at the same temperature: good to 0.5 K over 250..330 K.
_TM = (0.05986, 0.913)
_ETM = (0.07028, -0.298)
# DN² of the 16-bit amplitude products is power times 10^8.3 (JAXA's and ESA's common convention).
_AMPLITUDE_83 = 10.0 ** (-83.0 / 20.0)
# Raw Sentinel-1 GRD: power is (DN / A)² with A around 474 in the annotation's tables.
_AMPLITUDE_GRD = 1.0 / 474.0


@dataclass(frozen=True)
class UnitGuess:
    """physical = DN * ``scale`` + ``offset`` in ``unit``; ``reason`` is one sentence for the user."""

    scale: float
    offset: float
    unit: str
    reason: str


def guess_reflectance(kind: str, stats: Stats, hints: Hints) -> UnitGuess:
    """Optical, infrared, red edge or panchromatic numbers."""
    p2, p50, p98 = stats
    if kind == "uint8":
        return UnitGuess(1.0, 0.0, "DN", "8-bit numbers: shown brightness 0..255, no calibrated reflectance.")
    if p98 <= 2.0:
        return UnitGuess(1.0, 0.0, "reflectance", f"Values up to {p98:.3g} (98th percentile): reflectance as it is.")
    if kind == "float" and p98 <= 110.0:
        return UnitGuess(0.01, 0.0, "reflectance", f"Values up to {p98:.3g} (98th percentile): reflectance in percent.")
    # By the median where the product is known: fill pixels (0) may not be declared as nodata.
    dark = p50 if hints.product in ("landsat-l1", "landsat-l2") else p2
    if kind == "uint16" and dark > 4500 and hints.product != "sentinel-2":
        return _landsat_reflectance(p2, hints)
    if kind == "uint16" and p50 > 12_000 and p98 > 25_000:
        reason = f"16-bit numbers spread up to {p98:.0f}: shown brightness 0..65535, no calibrated reflectance."
        return UnitGuess(255.0 / 65535.0, 0.0, "DN", reason)
    return _ten_thousandths(kind, p2, p98, hints)


def _landsat_reflectance(p2: float, hints: Hints) -> UnitGuess:
    # Zero reflectance is 7273 in Collection 2 surface reflectance and 5000 in level 1.
    level2 = hints.product == "landsat-l2" or (hints.product != "landsat-l1" and p2 >= 7000)
    if level2:
        why = "the metadata says so" if hints.product == "landsat-l2" else f"none below {p2:.0f}, its zero is 7273"
        return UnitGuess(*_LANDSAT_SR, "reflectance", f"Landsat Collection 2 surface reflectance: {why}.")
    scale, offset = _LANDSAT_L1
    why = "the metadata says so" if hints.product == "landsat-l1" else f"none below {p2:.0f}, its zero is 5000"
    sun = hints.sun_elevation
    if sun is None:
        reason = f"Landsat level 1 numbers: {why}; not corrected for the sun's elevation, which is not given."
        return UnitGuess(scale, offset, "reflectance", reason)
    sine = math.sin(math.radians(sun))
    reason = f"Landsat level 1 numbers: {why}; corrected for the sun's elevation of {sun:.1f}°."
    return UnitGuess(scale / sine, offset / sine, "reflectance", reason)


def _ten_thousandths(kind: str, p2: float, p98: float, hints: Hints) -> UnitGuess:
    seen = f"{kind} numbers up to {p98:.0f} (98th percentile): reflectance × 10000"
    told = hints.add_offset not in (None, 0.0) or (hints.baseline or 0.0) >= 4.0
    if told:
        add = hints.add_offset if hints.add_offset is not None else -1000.0
        # A tag survives tools that have already taken the offset out. Then dark surfaces lie far below it.
        if p2 < 0.7 * -add:
            reason = (
                f"{seen}; the metadata tells of an offset of {add:.0f}, but numbers down to {p2:.0f} show it is gone."
            )
            return UnitGuess(1e-4, 0.0, "reflectance", reason)
        return UnitGuess(1e-4, add * 1e-4, "reflectance", f"{seen}, with the offset of {add:.0f} of its metadata.")
    reason = f"{seen}, as Sentinel-2 is shipped"
    if 1000 <= p2 < 2000 and hints.add_offset is None and hints.baseline is None:
        reason += (
            f"; no offset assumed, though none below {p2:.0f}: if its baseline is 04.00 or later, give offset -0.1"
        )
    return UnitGuess(1e-4, 0.0, "reflectance", reason + ".")


def guess_backscatter(kind: str, stats: Stats, hints: Hints) -> UnitGuess:
    """Radar numbers: dB, power or amplitude."""
    p2, p50, _ = stats
    if kind == "uint8":
        reason = "8-bit numbers: shown brightness, taken as -25..0 dB; no calibrated backscatter."
        return UnitGuess(25.0 / 255.0, -25.0, "dB", reason)
    if p2 < 0:
        return _decibels(p50)
    if kind != "float" or p50 > 10:
        return _integer_amplitude(p50)
    if "amplitude" in hints.words or "power" in hints.words:
        unit = "amplitude" if "amplitude" in hints.words else "linear"
        return UnitGuess(1.0, 0.0, unit, f"Positive numbers that the metadata calls {unit}.")
    unit = min(("linear", "amplitude"), key=lambda candidate: _surprise(stats, candidate))
    level = _decibel(p50, unit)
    return UnitGuess(1.0, 0.0, unit, f"Positive numbers: as {unit} their median is {level:.0f} dB, which is usual.")


def _decibels(p50: float) -> UnitGuess:
    for factor, limit in ((100.0, 400.0), (10.0, 60.0)):
        if abs(p50) > limit:
            return UnitGuess(1.0 / factor, 0.0, "dB", f"Numbers around {p50:.0f}: dB × {factor:.0f}.")
    return UnitGuess(1.0, 0.0, "dB", f"Numbers around {p50:.1f}: dB.")


def _integer_amplitude(p50: float) -> UnitGuess:
    """16-bit amplitude: of the two conventions the one that puts the median nearer to that of land, -14 dB."""
    level = 20.0 * math.log10(max(p50, 1.0))
    if abs(level - 83.0 + 14.0) < abs(level - 20.0 * math.log10(474.0) + 14.0):
        return UnitGuess(_AMPLITUDE_83, 0.0, "amplitude", "16-bit amplitude: dB is 20 log10(DN) - 83.")
    reason = "Amplitude numbers of an uncalibrated product: the level of Sentinel-1 GRD (DN / 474) is assumed."
    return UnitGuess(_AMPLITUDE_GRD, 0.0, "amplitude", reason)


def _decibel(value: float, unit: str) -> float:
    return (20.0 if unit == "amplitude" else 10.0) * math.log10(max(value, 1e-6))


def _surprise(stats: Stats, unit: str) -> float:
    """How unusual median and range (dB) are: over land -14 ± 4 and 18 ± 5, from real scenes in VV and VH."""
    low, middle, high = (_decibel(value, unit) for value in stats)
    return ((middle + 14.0) / 4.0) ** 2 + ((high - low - 18.0) / 5.0) ** 2


def guess_temperature(kind: str, stats: Stats, hints: Hints) -> UnitGuess:
    """Thermal numbers: brightness or surface temperature, or the radiance they come from."""
    p2, p50, p98 = stats
    if kind == "uint8":
        name, line = ("7 ETM+", _ETM) if hints.etm else ("5 TM", _TM)
        return UnitGuess(*line, "radiance", f"8-bit thermal numbers: taken as radiance of Landsat {name}.")
    if kind == "uint16" and p50 > 10_000:
        return _thermal_uint16(p50, hints)
    middle = f"Numbers around {p50:.4g}"
    if 180 <= p50 <= 360 and "celsius" not in hints.words:
        return UnitGuess(1.0, 0.0, "K", f"{middle}: kelvin.")
    if abs(p50) <= 100:
        return UnitGuess(1.0, 0.0, "degC", f"{middle}: degrees Celsius.")
    if 18_000 <= p50 <= 36_000:
        return UnitGuess(0.01, 0.0, "K", f"{middle}: kelvin × 100.")
    # Kelvin × 10 and degrees × 100 share numbers; a scene spreads over tens of degrees, not over fractions of one.
    if 1800 <= p50 <= 3600 and (p98 - p2 < 600 or "kelvin" in hints.words) and "celsius" not in hints.words:
        return UnitGuess(0.1, 0.0, "K", f"{middle}: kelvin × 10.")
    return UnitGuess(0.01, 0.0, "degC", f"{middle}: degrees Celsius × 100.")


def _thermal_uint16(p50: float, hints: Hints) -> UnitGuess:
    middle = f"16-bit thermal numbers around {p50:.0f}"
    if hints.product == "landsat-l2" or (p50 > 38_000 and hints.product != "landsat-l1"):
        return UnitGuess(*_LANDSAT_ST, "K", f"{middle}: Landsat Collection 2 surface temperature.")
    if hints.product == "modis" or (p50 < 17_000 and not hints.product.startswith("landsat")):
        return UnitGuess(0.02, 0.0, "K", f"{middle}: surface temperature × 50, as MODIS is shipped.")
    return UnitGuess(*_TIRS, "radiance", f"{middle}: taken as radiance of Landsat 8 TIRS, level 1.")


def guess_elevation(kind: str, stats: Stats, hints: Hints) -> UnitGuess:
    """Heights."""
    if "feet" in hints.words:
        return UnitGuess(0.3048, 0.0, "m", "The metadata speaks of feet.")
    if stats[2] > 90_000:
        return UnitGuess(1e-3, 0.0, "m", f"Heights up to {stats[2]:.0f} (98th percentile): millimetres.")
    if stats[2] > 9_000:
        return UnitGuess(0.1, 0.0, "m", f"Heights up to {stats[2]:.0f} (98th percentile): decimetres.")
    return UnitGuess(1.0, 0.0, "m", f"Heights up to {stats[2]:.0f} (98th percentile): metres.")


#: The rule of each unit that a modality may have in the registry.
RULES: dict[str, Callable[[str, Stats, Hints], UnitGuess]] = {
    "reflectance": guess_reflectance,
    "dB": guess_backscatter,
    "K": guess_temperature,
    "m": guess_elevation,
}

#: Percentiles of an ordinary scene, to judge by where a file has no valid pixel: (of integers, of floats).
ORDINARY: dict[str, tuple[Stats, Stats]] = {
    "reflectance": ((400.0, 1200.0, 3000.0), (0.04, 0.12, 0.3)),
    "dB": ((-2200.0, -1400.0, -600.0), (-22.0, -14.0, -6.0)),
    "K": ((285.0, 295.0, 305.0), (285.0, 295.0, 305.0)),
    "m": ((0.0, 100.0, 500.0), (0.0, 100.0, 500.0)),
}
