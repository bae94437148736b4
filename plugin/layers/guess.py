"""The first guess of a layer's role, and what the engine will take its numbers for, in words."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import replace
from typing import Optional

from ...core.modalities import registry
from ...core.roles import Reason, guess_roles
from ...core.units import UnitGuess, guess_units, units_of
from ..form import InputRow, LayerRef, modalities_of
from ..i18n import tr
from .inspect import LayerFacts

#: By which products multiply their values to store them as whole numbers.
_FACTORS = (1, 10, 50, 100, 1000, 10000)
_SENSORS = {"sentinel-2": "Sentinel-2", "landsat-8-9": "Landsat 8/9", "landsat-4-7": "Landsat 4–7"}


def guess_row(ref: LayerRef, facts: LayerFacts) -> InputRow:
    """The layer with guessed bands, date and unit; unit, scale and offset are left to the engine's own guess."""
    guess = guess_roles(facts.raster)
    if facts.is_picture:
        return refresh(InputRow(ref, dict(guess.bands), date=ref.date), facts)
    kept = guess.reasons if ref.date is None else [r for r in guess.reasons if "date" not in r.code]
    said = [reason_text(reason) for reason in kept]
    if ref.date is not None:
        said.append(tr("Date {date}: the temporal range of the layer.").format(date=ref.date))
    return refresh(InputRow(ref, dict(guess.bands), date=ref.date or guess.date), facts, tuple(said))


def refresh(row: InputRow, facts: LayerFacts, said: tuple[str, ...] = ()) -> InputRow:
    """The row with ``unit_text`` and ``reasons`` as its bands, unit, scale and offset now ask for.

    Args:
        said: reasons beside those of the unit; for a row that the user changed there are none.
    """
    guesses = unit_guesses(row, facts)
    reasons = dict.fromkeys((*said, *(guess.reason for guess in guesses.values())))
    return replace(row, unit_text=unit_text(row, facts), reasons=tuple(reasons))


def unit_text(row: InputRow, facts: LayerFacts) -> str:
    """What the engine will take the row's numbers for, in words; empty for a row without known bands."""
    texts = dict.fromkeys(guess_text(guess, facts.raster.dtype) for guess in unit_guesses(row, facts).values())
    return "; ".join(texts)


def unit_guesses(row: InputRow, facts: LayerFacts) -> dict[str, UnitGuess]:
    """Per modality of the row, how the engine will turn stored numbers into physical values.

    This follows ``core/raster.py``: unit, scale and offset of the row hold for the modalities that can have the unit.
    """
    return {modality: _unit_guess(row, facts, modality) for modality in modalities_of(row.bands)}


def _unit_guess(row: InputRow, facts: LayerFacts, modality_id: str) -> UnitGuess:
    modality = registry()[modality_id]
    own = (row.unit or registry()[row.main_modality].unit) in units_of(modality)
    given = row.unit if own else None
    if given is not None and row.scale is not None and row.offset is not None:
        return UnitGuess(row.scale, row.offset, given, tr("The unit was chosen here."))
    if facts.is_picture:
        return UnitGuess(1.0, 0.0, "DN", tr("A picture as it is shown: its colours are no measurements."))
    indexes = [row.bands[band] for band in modality.band_ids if band in row.bands]
    first = indexes[0] - 1
    guess = guess_units(
        modality,
        facts.raster.dtype,
        facts.percentiles(indexes),
        {**facts.engine_tags, **(facts.raster.band_tags[first] if first < len(facts.raster.band_tags) else {})},
        facts.raster.descriptions,
        (facts.scales[first], facts.offsets[first]) if first < len(facts.scales) else None,
        unit=given,
    )
    if own and (row.scale is not None or row.offset is not None):
        scale = guess.scale if row.scale is None else row.scale
        offset = row.offset if row.offset is not None else 0.0 if row.scale is not None else guess.offset
        guess = replace(guess, scale=scale, offset=offset)
    return guess


def guess_text(guess: UnitGuess, dtype: str) -> str:
    """Unit, scale and offset in words: ``reflectance × 10000, offset −1000``."""
    if guess.unit == "DN":
        return tr("8-bit brightness (DN)") if dtype == "uint8" else tr("brightness (DN)")
    name = _unit_names().get(guess.unit, guess.unit)
    factor = next((n for n in _FACTORS if math.isclose(guess.scale * n, 1.0, rel_tol=1e-9)), None)
    if factor is None:
        return tr("{unit}, scale {scale:g}, offset {offset:g}").format(
            unit=name, scale=guess.scale, offset=guess.offset
        )
    text = name if factor == 1 else f"{name} × {factor}"
    if guess.offset == 0.0:
        return text
    # In the file's own numbers: that is how products state it.
    return tr("{unit}, offset {offset:g}").format(unit=text, offset=round(guess.offset / guess.scale, 6))


def _unit_names() -> Mapping[str, str]:
    return {
        "reflectance": tr("reflectance"),
        "degC": "°C",
        "linear": tr("backscatter as power"),
        "amplitude": tr("backscatter as amplitude"),
        "radiance": tr("radiance"),
    }


def reason_text(reason: Reason) -> str:
    """A reason in the user's language."""
    values = dict(reason.values)
    if "sensor" in values:
        values["sensor"] = _SENSORS.get(values["sensor"], values["sensor"])
    return _templates()[reason.code].format(**values)


def _templates() -> Mapping[str, str]:
    return {
        "names": tr("Bands are known by their names."),
        "sensor": tr("Bands are numbered as those of {sensor}."),
        "sensor-assumed": tr("Band numbers are taken for those of {sensor}: check this."),
        "wavelengths": tr("Bands are known by their wavelengths."),
        "colours": tr("Red, green and blue as the file says."),
        "file-name": tr("The file name says which band it is."),
        "order-assumed": tr("The bands have no names; this order is assumed: {order}. Check this."),
        "skipped": tr("Not used: {bands} (quality, classes, opacity or the like)."),
        "polarisation": tr("Not used: {bands}; the model knows VV and VH."),
        "unknown-bands": tr("What the bands are is not known: choose them."),
        "date-tag": tr("Date {date}: the tag {tag}."),
        "date-name": tr("Date {date}: the name '{name}'."),
        "date-written": tr("Date {date}: the tag {tag}, which may be when the file was made."),
        "no-date": tr("The date is not known."),
    }


def assumed(row: InputRow) -> Optional[str]:
    """The unit's text while the engine guesses it; None once the user has chosen a unit, scale or offset."""
    chosen = row.unit is not None or row.scale is not None or row.offset is not None
    return None if chosen else row.unit_text or None
