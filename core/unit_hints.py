"""What the metadata and band names of a raster tell about the product it came from, for the guess of its units."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Optional

# Metadata can hold whole XML documents: what names a product stands near the beginning of a value.
_MAX_TAGS = 300
_MAX_TEXT = 500

_S2_BANDS = re.compile(r"\b(?:b8a|b0[1-9]|qa60|scl)\b")
_S2_TEXT = re.compile(r"sentinel-?2|copernicus/s2|\bs2[abc]_msil|\bmsil[12]")
_LANDSAT_TEXT = re.compile(r"landsat|\bl[ctoem]0[4-9]_|\b(?:bqa|qa_pixel|qa_radsat)\b")
_LANDSAT_L2 = re.compile(r"\b(?:sr_b\d+|st_b\d+)\b|\bl2sp\b|\bl2sr\b|_l2s[pr]_")
_LANDSAT_L1 = re.compile(r"\bl1(?:tp|gt|gs|t|g)\b|_l1(?:tp|gt|gs)_|\bbqa\b")
_ETM = re.compile(r"\bb6_?vcid|\bb6[12]\b|\betm")
_BASELINE_IN_NAME = re.compile(r"_n(\d\d)(\d\d)_")
_WORDS = {
    "amplitude": re.compile(r"amplitude"),
    "power": re.compile(r"(?<![a-z])power(?![a-z])|\blinear\b"),
    "celsius": re.compile(r"celsius|degc\b|°c"),
    "kelvin": re.compile(r"kelvin"),
    "feet": re.compile(r"\b(?:ft|feet|foot|us-ft)\b"),
    "modis": re.compile(r"modis|\bm[oy]d1[1-3]"),
}


@dataclass(frozen=True)
class Hints:
    """Facts found in tags and band names; everything is off where nothing was found.

    Attributes:
        product: ``sentinel-2``, ``landsat-l1``, ``landsat-l2``, ``landsat`` (level unknown), ``modis`` or empty.
        etm: whether the bands are those of Landsat 7.
        baseline: Sentinel-2 processing baseline, 4.0 for 04.00; None unknown.
        add_offset: the ``BOA_ADD_OFFSET`` or ``RADIO_ADD_OFFSET`` (DN to be added); None unknown.
        sun_elevation: degrees; None unknown.
        words: units and quantities that are named (keys of the table above).
    """

    product: str = ""
    etm: bool = False
    baseline: Optional[float] = None
    add_offset: Optional[float] = None
    sun_elevation: Optional[float] = None
    words: frozenset[str] = frozenset()


def read_hints(tags: Mapping[str, object], band_descriptions: Sequence[Optional[str]]) -> Hints:
    """Read the metadata of a file; band names that are missing may be None."""
    items = [(str(key).lower(), str(value)[:_MAX_TEXT].lower()) for key, value in list(tags.items())[:_MAX_TAGS]]
    names = " ".join(str(name).lower()[:_MAX_TEXT] for name in band_descriptions if name)
    text = names + " " + " ".join(f"{key} {value}" for key, value in items)
    return Hints(
        product=_product(text),
        etm=_ETM.search(text) is not None,
        baseline=_baseline(items, text),
        add_offset=_number(items, ("boa_add_offset", "radio_add_offset")),
        sun_elevation=_sun_elevation(items),
        words=frozenset(word for word, pattern in _WORDS.items() if pattern.search(text)),
    )


def _product(text: str) -> str:
    if _LANDSAT_L2.search(text):
        return "landsat-l2"
    if _LANDSAT_L1.search(text):
        return "landsat-l1"
    if _S2_TEXT.search(text) or _S2_BANDS.search(text):
        return "sentinel-2"
    if _LANDSAT_TEXT.search(text):
        return "landsat"
    return "modis" if _WORDS["modis"].search(text) else ""


def _number(items: Sequence[tuple[str, str]], keys: tuple[str, ...]) -> Optional[float]:
    """The first number under a key that contains one of ``keys`` (products append band numbers to them)."""
    for key, value in items:
        if any(wanted in key for wanted in keys):
            found = re.match(r"\s*(-?\d{1,9}(?:\.\d{1,9})?)", value)
            if found:
                return float(found.group(1))
    return None


def _baseline(items: Sequence[tuple[str, str]], text: str) -> Optional[float]:
    value = _number(items, ("processing_baseline",))
    if value is not None:
        return value / 100.0 if value >= 100 else value
    found = _BASELINE_IN_NAME.search(text)
    return int(found.group(1)) + int(found.group(2)) / 100.0 if found else None


def _sun_elevation(items: Sequence[tuple[str, str]]) -> Optional[float]:
    value = _number(items, ("sun_elevation", "view:sun_elevation"))
    return value if value is not None and 0 < value <= 90 else None
