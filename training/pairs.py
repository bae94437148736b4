"""Image pairs as PNGs with a manifest of their own: radar with optical, and cloudy with clear.

The radar of these pairs is stretched per chip, so that its gain and offset are unknown: its layers are relative, and
the sampler draws a gain and an offset for them. Bands that a pair lacks stay invalid, which
keeps them out of the losses.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image, UnidentifiedImageError

from ..core.errors import SceneFillError
from ..core.modalities import registry
from .data_calibration import display_to_reflectance
from .data_types import Chip, ChipLayer, check_split, make_layer, read_manifest
from .data_window import shift

_RELIABLE_SHIFT = 2  # pixels; matching chips without structure gives wild shifts: those take the place's median
_RADAR_MEAN_DB = {"vv": -11.0, "vh": -17.0}
_RADAR_STD_DB = 3.5
_TILE_P99 = {"red": 0.30, "green": 0.25, "blue": 0.22}  # usual 99th percentile of city scenes, top of atmosphere


def load_pairs(folder: str | Path, split: str) -> list[Chip]:
    """Chips of one split of a folder of pairs.

    Raises:
        SceneFillError: ``no-manifest``, ``bad-manifest``, ``unknown-split``, ``unreadable-raster``.
    """
    check_split(split)
    root = Path(folder)
    entries = [entry for entry in read_manifest(root / "manifest.json") if entry.get("split") == split]
    shifts = _place_shifts(entries)
    chips: dict[tuple[str, str], Chip] = {}
    for entry in entries:
        key = (str(entry["place"]), _footprint(entry))
        chip = chips.setdefault(key, Chip(_place(entry), split, float(entry["pixel_size_m"])))
        if "clear" in entry:
            chip.layers.extend(_clear_layers(root, entry))
        else:
            chip.layers.extend(_pair_layers(root, entry, shifts.get(str(entry["place"]), (0, 0))))
    return list(chips.values())


def _place(entry: dict[str, Any]) -> str:
    """City rather than tile, so that neighbouring tiles are never split between training and validation."""
    return re.sub(r" T\d\d[A-Z]{3}.*$", "", str(entry["place"]))


def _footprint(entry: dict[str, Any]) -> str:
    """Name of the ground that a pair shows: its file name without the date and the role."""
    stem = Path(str(entry.get("optical", entry.get("clear")))).stem
    return re.sub(r"_(before|after|opt|clear)(?=_|$)", "", stem)


def _place_shifts(entries: list[dict[str, Any]]) -> dict[str, tuple[int, int]]:
    """Median of the believable radar shifts of every place, (rows, columns)."""
    found: dict[str, list[Sequence[int]]] = {}
    for entry in entries:
        pixels = entry.get("shift_px")
        if pixels and max(abs(int(v)) for v in pixels) <= _RELIABLE_SHIFT:
            found.setdefault(str(entry["place"]), []).append(pixels)
    medians = {place: np.rint(np.median(np.asarray(shifts), axis=0)) for place, shifts in found.items()}
    return {place: (int(median[0]), int(median[1])) for place, median in medians.items()}


def _read(path: Path) -> np.ndarray:
    try:
        with Image.open(path) as image:
            return np.asarray(image)
    except (OSError, UnidentifiedImageError) as error:
        raise SceneFillError("unreadable-raster", f"{path} cannot be read: {error}.") from error


def _clear_layers(root: Path, entry: dict[str, Any]) -> list[ChipLayer]:
    image = _read(root / entry["clear"])
    bands = {band: display_to_reflectance(image[..., i], band) for i, band in enumerate(entry["bands"])}
    return _by_modality(bands, np.ones(image.shape[:2], bool), "clear", frozenset(bands), 0.4, entry)


def _pair_layers(root: Path, entry: dict[str, Any], place_shift: tuple[int, int]) -> list[ChipLayer]:
    group = str(entry.get("date") or "undated")
    optical, radar = _read(root / entry["optical"]), _read(root / entry["sar"])
    radar = radar if radar.ndim == 2 else radar[..., 0]
    absolute = entry["optical_units"] == "reflectance*255"
    bands = {
        band: optical[..., i].astype(np.float32) / 255.0 * (1.0 if absolute else _TILE_P99[band])
        for i, band in enumerate(entry["optical_bands"])
    }
    relative = frozenset() if absolute else frozenset(bands)
    layers = _by_modality(bands, optical.max(axis=-1) > 0, group, relative, 1.0 if absolute else 0.4, entry)
    found = entry.get("shift_px") or (0, 0)
    rows, cols = found if max(abs(int(v)) for v in found) <= _RELIABLE_SHIFT else place_shift
    band = str(entry["sar_bands"][0])
    decibel = _relative_decibel(radar, band, linear="linear" in entry["sar_units"])
    moved, known = shift(decibel[None], np.ones((1, *radar.shape), bool), -int(rows), -int(cols))
    layer = make_layer(
        "sar",
        {band: moved[0]},
        known[0],
        group=group,
        relative=frozenset({band}),
        weight=0.5,
        native=float(entry["pixel_size_m"]),
    )
    return [*layers, layer]


def _relative_decibel(dn: np.ndarray, band: str, *, linear: bool) -> np.ndarray:
    """8-bit radar to decibels with an assumed mean and spread; linear amplitudes go through the logarithm first."""
    values = dn.astype(np.float32)
    if linear:
        values = 20.0 * np.log10(np.maximum(values, 2.0))
    spread = max(float(values.std()), 1e-3)
    standard = (values - float(values.mean())) / spread
    return np.clip(standard, -5.0, 5.0) * np.float32(_RADAR_STD_DB) + np.float32(_RADAR_MEAN_DB[band])


def _by_modality(
    bands: dict[str, np.ndarray],
    valid: np.ndarray,
    group: str,
    relative: frozenset[str],
    weight: float,
    entry: dict[str, Any],
) -> list[ChipLayer]:
    layers = []
    for modality in registry().modalities:
        own = {band_id: bands[band_id] for band_id in modality.band_ids if band_id in bands}
        if own:
            layers.append(
                make_layer(
                    modality.id,
                    own,
                    valid,
                    group=group,
                    relative=relative & frozenset(own),
                    weight=weight,
                    native=float(entry["pixel_size_m"]),
                )
            )
    return layers
