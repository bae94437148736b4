"""What a raster is, guessed from its facts: which band is what, and when it was taken.

Nothing is read here. Whoever opens the raster (QGIS' own GDAL in the plugin) collects :class:`RasterFacts`. A guess
always carries its reasons, as codes with values that the plugin puts into words, because the user can correct it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Optional

from .modalities import registry
from .role_dates import date_in_tags, date_in_text, date_written
from .role_names import (
    SENSOR_BANDS,
    are_counted,
    bands_by_wavelength,
    is_generic,
    is_no_band,
    named_band,
    number_of,
    plain,
    polarisation_of,
    sensor_in_text,
    sensor_of_numbers,
    wavelength_um,
)

__all__ = ["RasterFacts", "Reason", "RoleGuess", "guess_roles"]

Stats = tuple[float, float, float]

_RED_EDGE = ("rededge071", "rededge075", "rededge078", "nir08")
_VISIBLE = ("red", "green", "blue")
_S2 = tuple(SENSOR_BANDS["sentinel-2"].values())
_TEN_AND_TWENTY_METRES = tuple(band for band in _S2 if band not in ("coastal", "nir09", "cirrus"))

#: Orders that stacks without band names usually have, by the number of bands; ``sensor`` where one is known to be it.
_ORDERS: Mapping[tuple[str, int], tuple[str, ...]] = {
    ("", 13): _S2,
    ("", 12): tuple(band for band in _S2 if band != "cirrus"),
    ("", 10): _TEN_AND_TWENTY_METRES,
    ("", 6): ("blue", "green", "red", "nir", "swir16", "swir22"),
    ("", 3): _VISIBLE,
    ("sentinel-2", 4): ("blue", "green", "red", "nir"),
    ("sentinel-1", 2): ("vv", "vh"),
    ("sentinel-1", 1): ("vv",),
    ("landsat-8-9", 7): tuple(SENSOR_BANDS["landsat-8-9"].values())[:7],
    ("landsat-8-9", 11): tuple(SENSOR_BANDS["landsat-8-9"].values()),
    ("landsat-4-7", 7): ("blue", "green", "red", "nir", "swir16", "lwir11", "swir22"),
}


@dataclass(frozen=True)
class RasterFacts:
    """What is known of a raster without looking at its picture.

    Attributes:
        name: of its file, without folders; layer_name: what the user calls it.
        dtype: numpy name of its data type.
        descriptions: a name per band, empty for none.
        colours: colour interpretation per band in lower case (``red``, ``alpha``, ``palette``, ``undefined``).
        tags: metadata of the file, of all domains; band_tags: of each band.
        stats: 2nd, 50th and 98th percentile per band; NaN unknown; fewer than bands where not all were read.
    """

    name: str
    dtype: str
    descriptions: tuple[str, ...]
    layer_name: str = ""
    colours: tuple[str, ...] = ()
    tags: Mapping[str, str] = field(default_factory=dict)
    band_tags: tuple[Mapping[str, str], ...] = ()
    stats: tuple[Stats, ...] = ()

    @property
    def count(self) -> int:
        """Number of bands."""
        return len(self.descriptions)

    def colour(self, position: int) -> str:
        return self.colours[position] if position < len(self.colours) else "undefined"


@dataclass(frozen=True)
class Reason:
    """Why something was guessed: a code, and the values that its sentence names.

    Codes about bands: ``names``, ``sensor``, ``sensor-assumed`` (sensor), ``wavelengths``, ``colours``,
    ``file-name``, ``order-assumed`` (order), ``skipped`` (bands), ``polarisation`` (bands), ``unknown-bands``.
    Codes about the date: ``date-tag`` (date, tag), ``date-name`` (date, name), ``date-written`` (date, tag),
    ``no-date``.
    """

    code: str
    values: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class RoleGuess:
    """Band id to 1-based index, the date (``yyyy-mm-dd``, ``yyyy-mm``, ``yyyy`` or None), and why."""

    bands: Mapping[str, int]
    date: Optional[str]
    reasons: tuple[Reason, ...]


def guess_roles(facts: RasterFacts) -> RoleGuess:
    """Guess bands and date. No band is guessed where nothing but a coincidence would speak for it."""
    names = [plain(name or tags.get("BANDNAME", "")) for name, tags in zip(facts.descriptions, _band_tags(facts))]
    if are_counted(names):
        names = [""] * facts.count
    file_words = f"{plain(facts.name)} {plain(facts.layer_name)}".strip()
    bands, reasons = _guess_bands(facts, names, file_words)
    indexed = {band: position + 1 for band, position in sorted(bands.items(), key=lambda item: item[1])}
    date, why = _guess_date(facts, indexed)
    return RoleGuess(indexed, date, (*reasons, *why))


def _guess_bands(facts: RasterFacts, names: Sequence[str], words: str) -> tuple[dict[str, int], list[Reason]]:
    """Band id to 0-based position."""
    usable = [i for i in range(facts.count) if not _is_other(facts, names, words, i)]
    reasons = _skipped(facts, usable)
    candidates = {i: names[i] for i in usable}
    bands = _by_wavelength(facts, candidates)
    if bands:
        reasons.append(Reason("wavelengths"))
    else:
        bands, why = _by_name(facts, candidates, words)
        reasons += why
    if not bands and facts.count == 1 and usable:
        bands, why = _by_file_name(words)
        reasons += why
    if not bands:
        bands, why = _by_colour_or_order(facts, candidates, words)
        reasons += why
    if not bands:
        reasons.append(Reason("unknown-bands"))
    return _near_infrared(bands, names, words, facts.dtype), reasons


def _band_tags(facts: RasterFacts) -> list[Mapping[str, str]]:
    none: Mapping[str, str] = {}
    return [facts.band_tags[i] if i < len(facts.band_tags) else none for i in range(facts.count)]


def _is_other(facts: RasterFacts, names: Sequence[str], words: str, position: int) -> bool:
    """Whether a band is no observation of ours: quality, classes, opacity, a radar polarisation that we lack."""
    name = names[position]
    named = named_band(name) is not None or polarisation_of(name) != ""
    if facts.colour(position) in ("alpha", "palette") and not named:
        return True
    if facts.count == 1 and not name and (is_no_band(words, of_file=True) or polarisation_of(words) in ("hh", "hv")):
        return True
    return is_no_band(name) or polarisation_of(name) in ("hh", "hv")


def _skipped(facts: RasterFacts, usable: Sequence[int]) -> list[Reason]:
    others = [i for i in range(facts.count) if i not in usable]
    if not others:
        return []
    shown = ", ".join(facts.descriptions[i] or str(i + 1) for i in others[:8])
    cross = [i for i in others if polarisation_of(plain(facts.descriptions[i] or facts.name)) in ("hh", "hv")]
    return [Reason("polarisation" if len(cross) == len(others) else "skipped", (("bands", shown),))]


def _by_wavelength(facts: RasterFacts, candidates: Mapping[int, str]) -> dict[str, int]:
    tags = _band_tags(facts)
    waves = [wavelength_um(facts.descriptions[i], tags[i]) if i in candidates else None for i in range(facts.count)]
    found = bands_by_wavelength(waves)
    # Of a stack, all optical bands; a thermal band beside them may be known by its name alone.
    for position, name in candidates.items():
        band = named_band(name)
        if found and waves[position] is None and band and band in ("lwir11", "pan", "elevation"):
            found.setdefault(band, position)
    return found


def _by_name(facts: RasterFacts, candidates: Mapping[int, str], words: str) -> tuple[dict[str, int], list[Reason]]:
    """By band numbers where the sensor is known, else by common names, else by numbers of an assumed sensor."""
    bands: dict[str, int] = {}
    for position, name in candidates.items():
        polarisation = polarisation_of(name)
        if polarisation:
            bands.setdefault(polarisation, position)
    sensor, assumed = _sensor(candidates, words, facts.dtype)
    numbered = _numbered(candidates, sensor)
    common = _common_names(candidates)
    reasons = []
    if numbered and (not assumed or len(numbered) > len(common)):
        bands.update({band: i for band, i in numbered.items() if i not in bands.values()})
        reasons.append(Reason("sensor-assumed" if assumed else "sensor", (("sensor", sensor),)))
    left = {band: i for band, i in common.items() if i not in bands.values() and band not in bands}
    if left or (bands and not reasons):
        bands.update(left)
        reasons.append(Reason("names"))
    return bands, reasons if bands else []


def _sensor(candidates: Mapping[int, str], words: str, dtype: str) -> tuple[str, bool]:
    """The sensor, and whether it is merely assumed: told by its own bands, else by the names of file and layer."""
    names = list(candidates.values())
    by_numbers, assumed = sensor_of_numbers(names, dtype)
    by_text = sensor_in_text(words)
    if by_text in SENSOR_BANDS and (assumed or not by_numbers):
        # A name that does not fit the numbers (a mosaic of two sensors) tells nothing.
        numbers = {number_of(name) for name in names} - {""}
        if numbers and numbers <= set(SENSOR_BANDS[by_text]) | {"62"}:
            return by_text, False
    return by_numbers, assumed


def _numbered(candidates: Mapping[int, str], sensor: str) -> dict[str, int]:
    table = SENSOR_BANDS.get(sensor, {})
    found: dict[str, int] = {}
    for position, name in candidates.items():
        band = table.get(number_of(name))
        if band and not polarisation_of(name):
            found.setdefault(band, position)
    return found


def _common_names(candidates: Mapping[int, str]) -> dict[str, int]:
    """By common names; red edges and short-wave infrared without a number in their order, shortest first."""
    found: dict[str, int] = {}
    unnumbered: dict[str, list[int]] = {"rededge": [], "swir": []}
    letters = {name for name in candidates.values() if len(name) == 1}
    for position, name in candidates.items():
        band = named_band(name)
        if len(name) == 1 and not {"r", "g", "b"} <= letters:
            continue
        if band in unnumbered:
            unnumbered[band].append(position)
        elif band:
            found.setdefault(band, position)
    for family, ids in (("rededge", _RED_EDGE), ("swir", ("swir16", "swir22"))):
        found.update({band: i for band, i in zip(ids, unnumbered[family]) if band not in found})
    return found


def _by_file_name(words: str) -> tuple[dict[str, int], list[Reason]]:
    """A file of one band that says nothing itself: products put the band into the name."""
    polarisation = polarisation_of(words)
    sensor = sensor_in_text(words)
    if sensor not in SENSOR_BANDS:
        sensor = sensor_of_numbers([words], "")[0]
    band = polarisation or SENSOR_BANDS.get(sensor, {}).get(number_of(words)) or named_band(words) or ""
    if band not in {*_S2, "vv", "vh", "pan", "lwir11", "lwir12", "elevation"}:
        return {}, []
    return {band: 0}, [Reason("file-name")]


def _by_colour_or_order(
    facts: RasterFacts, candidates: Mapping[int, str], words: str
) -> tuple[dict[str, int], list[Reason]]:
    """By colour interpretation; else, for a stack that does not name its bands, the order that such stacks have."""
    by_colour = {facts.colour(i): i for i in reversed(list(candidates))}
    if set(_VISIBLE) <= set(by_colour):
        return {band: by_colour[band] for band in _VISIBLE}, [Reason("colours")]
    if not candidates or not all(is_generic(name) for name in candidates.values()):
        return {}, []
    positions, sensor = list(candidates), sensor_in_text(words)
    order = _ORDERS.get((sensor, len(positions))) or _ORDERS.get(("", len(positions)), ())
    if len(positions) == 4 and not order:
        order = (*_VISIBLE, "nir") if facts.dtype == "uint8" else ("blue", "green", "red", "nir")
    if len(positions) <= 2 and not order and _looks_like_decibels(facts, positions):
        order = ("vv", "vh")[: len(positions)]
    bands = dict(zip(order, positions))
    shown = ", ".join(order)
    return (bands, [Reason("order-assumed", (("order", shown),))]) if bands else ({}, [])


def _looks_like_decibels(facts: RasterFacts, positions: Sequence[int]) -> bool:
    """Negative floats around -12: backscatter. Depths and temperatures are not that narrow, or not that low."""
    if not facts.dtype.startswith("float") or len(facts.stats) <= max(positions):
        return False
    return all(
        low > -45.0 and -30.0 < middle < -4.0 and high < 12.0
        for low, middle, high in (facts.stats[position] for position in positions)
    )


def _near_infrared(bands: dict[str, int], names: Sequence[str], words: str, dtype: str) -> dict[str, int]:
    """A near infrared that lies where Sentinel-2 has its narrow one is still *the* one of a sensor without red edge."""
    alone = "nir08" in bands and "nir" not in bands and not any(band in bands for band in _RED_EDGE[:3])
    sentinel = "sentinel-2" in (sensor_in_text(words), sensor_of_numbers(names, dtype)[0])
    if alone and not sentinel:
        return {("nir" if band == "nir08" else band): i for band, i in bands.items()}
    return bands


def _guess_date(facts: RasterFacts, bands: Mapping[str, int]) -> tuple[Optional[str], list[Reason]]:
    known = [registry().band(band) for band in bands]
    if bands and all(found is not None and found[0].static for found in known):
        return None, []
    tagged = date_in_tags(facts.tags)
    if tagged:
        return tagged[0], [Reason("date-tag", (("date", tagged[0]), ("tag", tagged[1])))]
    for name in (facts.name, facts.layer_name):
        date = date_in_text(name)
        if date:
            return date, [Reason("date-name", (("date", date), ("name", name)))]
    written = date_written(facts.tags)
    if written:
        return written[0], [Reason("date-written", (("date", written[0]), ("tag", written[1])))]
    return None, [Reason("no-date")]
