"""Classes and quality bits of a mask raster: which there are, what they are called, which of them are gaps."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Optional

import numpy as np
from osgeo import gdal

from ..core.errors import SceneFillError
from ..core.feedback import Feedback
from ..core.job_parts import BIT, CLASS_VALUE, MAX_VALUES
from .i18n import tr

#: Pixels that are read at most; of larger rasters evenly spread strips are looked at.
_MAX_PIXELS = 400_000_000
_STRIP = 256
_BITS_READ = 32


@dataclass(frozen=True)
class MaskScheme:
    """A product whose numbers are known.

    Attributes:
        id: ``scl`` (Sentinel-2 scene classification) or ``qa_pixel`` (Landsat Collection 2).
        bits: whether its numbers are bit fields.
        gaps: the values or bit positions that are clouds, shadows or no data.
    """

    id: str
    bits: bool
    gaps: tuple[int, ...]


SCL = MaskScheme("scl", False, (0, 1, 3, 8, 9, 10))
QA_PIXEL = MaskScheme("qa_pixel", True, (0, 1, 2, 3, 4))


@dataclass(frozen=True)
class FoundValue:
    """A class value or bit position, its name (empty if unknown) and the share 0..1 of the pixels that have it."""

    value: int
    name: str
    share: float


def scheme_of(*names: str) -> Optional[MaskScheme]:
    """The scheme that names of a layer, its file or its band speak of; None for an unknown one."""
    words = {word for name in names for word in re.split(r"[^a-z0-9]+", name.lower())}
    if "scl" in words:
        return SCL
    text = " ".join(names).lower().replace("-", "_")
    return QA_PIXEL if "qa_pixel" in text or "pixel_qa" in text else None


def value_names(scheme: Optional[MaskScheme]) -> dict[int, str]:
    """Names of the values or bits of a known scheme, in the user's language."""
    if scheme == SCL:
        return {
            0: tr("No data"),
            1: tr("Saturated or defective"),
            2: tr("Dark area or cast shadow"),
            3: tr("Cloud shadow"),
            4: tr("Vegetation"),
            5: tr("Not vegetated"),
            6: tr("Water"),
            7: tr("Unclassified"),
            8: tr("Cloud, medium probability"),
            9: tr("Cloud, high probability"),
            10: tr("Thin cirrus"),
            11: tr("Snow or ice"),
        }
    if scheme == QA_PIXEL:
        return {
            0: tr("No data"),
            1: tr("Dilated cloud"),
            2: tr("Cirrus"),
            3: tr("Cloud"),
            4: tr("Cloud shadow"),
            5: tr("Snow"),
            6: tr("Clear"),
            7: tr("Water"),
        }
    return {}


def parse_values(text: str, *, bits: bool = False) -> tuple[int, ...]:
    """The whole numbers of a text such as ``3, 8-10``, sorted and each once; negative ones may be given.

    Raises:
        SceneFillError: ``bad-class-values`` for anything else, for numbers that no class or bit can have, and for more
            than a job may have.
    """
    found: set[int] = set()
    for part in filter(None, (piece.strip() for piece in re.split(r"[,;]", text))):
        found.update(_range_of(part, BIT if bits else CLASS_VALUE))
    if len(found) > MAX_VALUES:
        raise _bad_values(f"These are {len(found)} values; {MAX_VALUES} are possible.", text)
    return tuple(sorted(found))


def _range_of(part: str, bounds: tuple[int, int]) -> range:
    """``8-10`` or ``8`` as the numbers that it means."""
    match = re.fullmatch(r"(-?\d+)(?:\s*[-–]\s*(-?\d+))?", part)
    if match is None:
        raise _bad_values(f"'{part}' is not a whole number or a range of them.", part)
    first, last = int(match[1]), int(match[2] or match[1])
    if not bounds[0] <= first <= last <= bounds[1]:
        raise _bad_values(f"'{part}' is not within {bounds[0]} to {bounds[1]}, from low to high.", part)
    if last - first >= MAX_VALUES:
        raise _bad_values(f"'{part}' means {last - first + 1} values; {MAX_VALUES} are possible.", part)
    return range(first, last + 1)


def format_values(values: Iterable[int]) -> str:
    """``(3, 8, 9, 10)`` as ``3, 8-10``: what :func:`parse_values` reads."""
    runs: list[list[int]] = []
    for value in sorted(set(values)):
        if runs and value == runs[-1][1] + 1:
            runs[-1][1] = value
        else:
            runs.append([value, value])
    return ", ".join(str(a) if a == b else f"{a}, {b}" if b == a + 1 else f"{a}-{b}" for a, b in runs)


def find_values(
    path: str, band: int, scheme: Optional[MaskScheme], bits: bool, feedback: Feedback
) -> tuple[FoundValue, ...]:
    """The class values, or the set bits, of a band; opens the file by itself, for a background thread.

    Raises:
        SceneFillError: ``unreadable-raster``, ``no-band``, ``no-classes`` for a band of continuous numbers.
    """
    source = gdal.Open(path)
    if source is None:
        raise SceneFillError("unreadable-raster", f"'{path}' cannot be opened as a raster.", "", {"file": path})
    if not 1 <= band <= source.RasterCount:
        raise SceneFillError("no-band", f"'{path}' has {source.RasterCount} band(s), not {band}.", "", {"file": path})
    # Some versions of GDAL read the file beside a GeoTIFF, with the names of its classes, only when this is asked for.
    source.GetMetadata()
    layer = source.GetRasterBand(band)
    known = value_names(scheme) if scheme is not None and scheme.bits == bits else {}
    names = known if bits else {**_names_in_file(layer), **known}
    counts: dict[int, int] = {}
    pixels = 0
    for values in _strips(layer, feedback):
        pixels += values.size
        for value, count in _bit_counts(values, path) if bits else _class_counts(values, path):
            counts[value] = counts.get(value, 0) + count
        if len(counts) > MAX_VALUES:
            raise _no_classes(path)
    return tuple(FoundValue(value, names.get(value, ""), counts[value] / pixels) for value in sorted(counts))


def _strips(layer: gdal.Band, feedback: Feedback) -> Iterator[np.ndarray]:
    width, height = layer.XSize, layer.YSize
    starts = range(0, height, _STRIP)
    step = -(-width * height // _MAX_PIXELS)
    for number, top in enumerate(starts[::step]):
        feedback.raise_if_cancelled()
        feedback.progress(number * step / len(starts), "read-inputs")
        values = layer.ReadAsArray(0, top, width, min(_STRIP, height - top))
        if values is None:
            raise SceneFillError("unreadable-raster", f"A part of the mask cannot be read: {gdal.GetLastErrorMsg()}.")
        yield values


def _class_counts(values: np.ndarray, path: str) -> Iterator[tuple[int, int]]:
    if values.dtype.kind not in "iu":
        values = values[np.isfinite(values)]
        if (values != np.rint(values)).any():
            raise _no_classes(path)
    unique, counts = np.unique(values, return_counts=True)
    return zip((int(v) for v in unique), (int(n) for n in counts))


def _bit_counts(values: np.ndarray, path: str) -> Iterator[tuple[int, int]]:
    if values.dtype.kind not in "iu":
        raise SceneFillError(
            "no-classes",
            f"'{path}' holds {values.dtype} numbers, which have no bits.",
            "Choose the quality band, or class values.",
            {"file": path},
        )
    flags = values.view(f"u{values.dtype.itemsize}")
    for bit in range(min(_BITS_READ, flags.dtype.itemsize * 8)):
        count = int(np.count_nonzero(flags & flags.dtype.type(1 << bit)))
        if count:
            yield bit, count


def _names_in_file(layer: gdal.Band) -> dict[int, str]:
    """Names that the file itself gives to its values."""
    listed = layer.GetCategoryNames() or []
    return {value: name for value, name in enumerate(listed) if name}


def _no_classes(path: str) -> SceneFillError:
    return SceneFillError(
        "no-classes",
        f"'{path}' has too many different values for a class layer.",
        "Choose the band with the classes, or a mask.",
        {"file": path},
    )


def _bad_values(problem: str, text: str) -> SceneFillError:
    return SceneFillError(
        "bad-class-values", problem, "Give whole numbers and ranges, such as 3, 8-10.", {"text": text}
    )
