"""Units: what the numbers of a raster mean, and conversion to the unit of their modality and back.

``physical = DN * scale + offset`` in a *unit*; a second, fixed conversion leads from the unit to the one that the
modality has in the registry. A guess always carries the sentence that explains it, because the user can correct it.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Optional

import numpy as np

from .errors import SceneFillError
from .job_json import suggest
from .job_parts import Input
from .modalities import Modality, registry
from .unit_hints import Hints, read_hints
from .unit_rules import ORDINARY, RULES, Stats, UnitGuess

__all__ = [
    "UNITS",
    "BandFacts",
    "UnitGuess",
    "from_modality_unit",
    "guess_units",
    "to_modality_unit",
    "units_of",
    "units_of_input",
]

_Convert = Callable[[np.ndarray], np.ndarray]

# Planck constants of Landsat 8 TIRS band 10 (USGS, Landsat 8 data users handbook): T = K2 / ln(K1 / L + 1), with the
# radiance L in W / (m² sr µm). Radiances of other sensors are brought to this band by their scale and offset.
_K1, _K2 = 774.8853, 1321.0789


def _positive(values: np.ndarray) -> np.ndarray:
    return np.where(values > 0, values, np.nan)


def _brightness_temperature(radiance: np.ndarray) -> np.ndarray:
    return _K2 / np.log(_K1 / _positive(radiance) + 1.0)


def _radiance(kelvin: np.ndarray) -> np.ndarray:
    return _K1 / np.expm1(_K2 / _positive(kelvin))


# unit of the modality -> unit of the layer -> (to the modality's unit, back)
_CONVERSIONS: Mapping[str, Mapping[str, tuple[_Convert, _Convert]]] = {
    "reflectance": {
        "reflectance": (lambda v: v, lambda v: v),
        "DN": (lambda v: v / 255.0, lambda v: v * 255.0),
    },
    "dB": {
        "dB": (lambda v: v, lambda v: v),
        "linear": (lambda v: 10.0 * np.log10(_positive(v)), lambda v: 10.0 ** (v / 10.0)),
        "amplitude": (lambda v: 20.0 * np.log10(_positive(v)), lambda v: 10.0 ** (v / 20.0)),
    },
    "K": {
        "K": (lambda v: v, lambda v: v),
        "degC": (lambda v: v + 273.15, lambda v: v - 273.15),
        "radiance": (_brightness_temperature, _radiance),
    },
    "m": {"m": (lambda v: v, lambda v: v)},
}

#: Every unit that a job may name.
UNITS: tuple[str, ...] = tuple(unit for family in _CONVERSIONS.values() for unit in family)


def units_of(modality: Modality) -> tuple[str, ...]:
    """The units that a layer of this modality can have, the modality's own first."""
    return tuple(_CONVERSIONS[modality.unit])


def to_modality_unit(values: np.ndarray, from_unit: str, modality: Modality) -> np.ndarray:
    """Physical values of any shape in ``from_unit`` to the unit of the modality, float64.

    A power, amplitude or radiance that is not positive becomes NaN: nothing was received there, it is absent.

    Raises:
        SceneFillError: ``bad-value`` for a unit that the modality cannot have.
    """
    return _conversion(from_unit, modality)[0](np.asarray(values, dtype=np.float64))


def from_modality_unit(values: np.ndarray, to_unit: str, modality: Modality) -> np.ndarray:
    """The inverse of :func:`to_modality_unit`, float64."""
    return _conversion(to_unit, modality)[1](np.asarray(values, dtype=np.float64))


def _conversion(unit: str, modality: Modality) -> tuple[_Convert, _Convert]:
    family = _CONVERSIONS[modality.unit]
    if unit not in family:
        raise SceneFillError("bad-value", f"'{unit}' is no unit of {modality.id}.", suggest(unit, family))
    return family[unit]


def guess_units(
    modality: Modality,
    dtype: str,
    stats: Stats,
    tags: Mapping[str, object],
    band_descriptions: Sequence[Optional[str]] = (),
    scale_offset_from_file: Optional[tuple[float, float]] = None,
    *,
    unit: Optional[str] = None,
) -> UnitGuess:
    """What the numbers of the bands of one modality in one file mean.

    Args:
        modality: the modality of the bands.
        dtype: numpy name of the file's data type.
        stats: 2nd, 50th and 98th percentile of the valid DN of these bands; NaN where there are none.
        tags: metadata of the file.
        band_descriptions: names of the file's bands, for what they tell about the product.
        scale_offset_from_file: scale and offset that the file declares for these bands; wins when not (1, 0).
        unit: the unit where the user has given it; only scale and offset are guessed then.

    Raises:
        SceneFillError: ``bad-value`` for a unit that the modality cannot have.
    """
    if unit is not None:
        _conversion(unit, modality)
    kind = "float" if np.dtype(dtype).kind == "f" else np.dtype(dtype).name
    hints = read_hints(tags, band_descriptions)
    rule, (of_integers, of_floats) = RULES[modality.unit], ORDINARY[modality.unit]
    known = all(math.isfinite(value) for value in stats) and not _is_fill(dtype, stats)
    declared = _declared(scale_offset_from_file)
    if declared is not None:
        scale, offset = declared
        low, middle, high = sorted(value * scale + offset for value in stats) if known else of_floats
        # Once scaled, the numbers are no longer those that the name of a product tells about.
        rest = rule("float", (low, middle, high), Hints(words=hints.words))
        reason = f"The file declares scale {scale:g} and offset {offset:g}. {rest.reason}"
        guess = UnitGuess(scale * rest.scale, offset * rest.scale + rest.offset, rest.unit, reason)
    else:
        guess = rule(kind, stats if known else of_floats if kind == "float" else of_integers, hints)
    if not known:
        guess = replace(guess, reason="No valid pixel to judge by: what is usual for such data is assumed.")
    return guess if unit is None or unit == guess.unit else _in_unit(guess, unit, declared)


@dataclass(frozen=True)
class BandFacts:
    """What a file says of the bands of one modality, for the guess of their units.

    Attributes:
        dtype: numpy name.
        tags: of the file and of the first of the bands.
        descriptions: of all bands of the file.
        declared: scale and offset of the first of the bands.
        percentiles: looks at the stored numbers of the bands: 2nd, 50th and 98th.
    """

    dtype: str
    tags: Mapping[str, object]
    descriptions: Sequence[Optional[str]]
    declared: tuple[float, float]
    percentiles: Callable[[], Stats]


def units_of_input(inp: Input, modality: Modality, facts: BandFacts) -> tuple[UnitGuess, bool]:
    """How an input's stored numbers become values of a modality, and whether that is guessed.

    As the job says for the modalities that can have its unit; else guessed from the file.
    """
    unit = inp.unit or registry()[inp.modality].unit
    own = unit in units_of(modality)
    given = inp.unit if own else None
    if own and inp.scale is not None and inp.offset is not None and given is not None:
        return UnitGuess(inp.scale, inp.offset, given, "As the job says."), False
    guess = guess_units(
        modality, facts.dtype, facts.percentiles(), facts.tags, facts.descriptions, facts.declared, unit=given
    )
    if own and (inp.scale is not None or inp.offset is not None):
        scale = guess.scale if inp.scale is None else inp.scale
        offset = inp.offset if inp.offset is not None else 0.0 if inp.scale is not None else guess.offset
        guess = UnitGuess(scale, offset, guess.unit, f"{guess.reason} The job gives scale {scale:g}, {offset:g}.")
    return guess, True


def _is_fill(dtype: str, stats: Stats) -> bool:
    """Whether all pixels have the largest number of an integer type: fill that nobody declared as nodata."""
    return np.dtype(dtype).kind in "iu" and stats[0] == stats[2] == np.iinfo(dtype).max


def _declared(scale_offset: Optional[tuple[float, float]]) -> Optional[tuple[float, float]]:
    """What a file says of its numbers; None when it says nothing, (1, 0) being what it has when it says nothing."""
    if scale_offset is None:
        return None
    scale, offset = scale_offset
    said = math.isfinite(scale) and math.isfinite(offset) and scale != 0 and (scale, offset) != (1.0, 0.0)
    return (scale, offset) if said else None


def _in_unit(guess: UnitGuess, unit: str, declared: Optional[tuple[float, float]]) -> UnitGuess:
    """The guess where the job names another unit than the numbers suggest."""
    if (guess.unit, unit) == ("DN", "reflectance"):
        return UnitGuess(
            guess.scale / 255.0, guess.offset / 255.0, unit, "The job says reflectance: 0..255 is its 0..1."
        )
    scale, offset = declared or (1.0, 0.0)
    return UnitGuess(scale, offset, unit, f"The job says {unit}, and the numbers are taken as they are.")
