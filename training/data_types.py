"""What the training data is made of: aligned chips, their layers, and how dates are told apart."""

from __future__ import annotations

import datetime
import json
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import numpy as np

from ..core.errors import SceneFillError
from ..core.modalities import registry

SPLITS = ("train", "validation", "demo")
OPTICAL_FAMILY = ("optical", "infrared", "multispectral", "panchromatic", "thermal")
"""Modalities that look through the same sky: one cloud hides them all."""

STATIC_GROUP = "static"
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


@dataclass
class ChipLayer:
    """One modality of one date over a chip.

    Attributes:
        modality: id in the registry.
        values: ``(C, H, W)`` float16 or float32, model space, 0 where not valid; C = all bands of the modality.
        mask: ``(C, H, W)`` bool, True where the value is a clear observation. May be a read-only broadcast view.
        date: (day of year, year with fraction); None where not known.
        group: layers of one group were taken together; ``"static"`` (elevation) belongs to every group.
        relative: band ids whose gain and offset are not calibrated.
        weight: weight of the layer in a loss, 0..1.
        version: alternatives of one observation (top of atmosphere, surface); "" goes with all of them.
        native: ground sampling distance of the sensor in metres, which may be coarser than the chip's pixels.
        truth: False for a layer that may be shown to a model but is no ground truth (hazy).
    """

    modality: str
    values: np.ndarray
    mask: np.ndarray
    date: tuple[float | None, float | None] = (None, None)
    group: str = STATIC_GROUP
    relative: frozenset[str] = frozenset()
    weight: float = 1.0
    version: str = ""
    native: float = 10.0
    truth: bool = True


@dataclass
class Chip:
    """Layers on one pixel grid over one place."""

    place: str
    split: str
    pixel_size_m: float
    layers: list[ChipLayer] = field(default_factory=list)

    @property
    def shape(self) -> tuple[int, int]:
        """Rows and columns."""
        height, width = self.layers[0].values.shape[-2:]
        return int(height), int(width)

    @property
    def groups(self) -> list[str]:
        """Date groups in order of appearance, without the static one."""
        return list(dict.fromkeys(layer.group for layer in self.layers if layer.group != STATIC_GROUP))


def make_layer(modality_id: str, bands: dict[str, np.ndarray], valid: np.ndarray, **fields: Any) -> ChipLayer:
    """A layer in model space from physical band values.

    Args:
        bands: band id of this modality -> ``(H, W)`` physical values; missing bands become invalid.
        valid: ``(H, W)`` bool.
        fields: further fields of :class:`ChipLayer`.
    """
    modality = registry()[modality_id]
    height, width = valid.shape
    physical = np.full((len(modality.bands), height, width), np.nan, dtype=np.float32)
    for index, band_id in enumerate(modality.band_ids):
        if band_id in bands:
            physical[index] = bands[band_id]
    low, high = modality.valid_range
    values = modality.to_model(np.clip(physical, low, high))
    mask = np.isfinite(values) & valid
    values = np.where(mask, values, 0.0).astype(np.float16)
    if all(np.array_equal(mask[0], band) for band in mask[1:]):
        mask = np.broadcast_to(mask[0], mask.shape)  # one plane in memory instead of C
    return ChipLayer(modality_id, values, mask, **fields)


def parse_date(text: str | None) -> tuple[float | None, float | None]:
    """(day of year, year with fraction) of ``yyyymmdd``, ``yyyy`` or a month's name; None for what it does not say."""
    raw = (text or "").strip().lower()
    if len(raw) == 8 and raw.isdigit():
        day = datetime.date(int(raw[:4]), int(raw[4:6]), int(raw[6:]))
        day_of_year = float(day.timetuple().tm_yday)
        return day_of_year, day.year + (day_of_year - 1.0) / 365.25
    if raw[:3] in _MONTHS:
        day_of_year = 30.44 * _MONTHS.index(raw[:3]) + 15.0
        return day_of_year, None
    return None, None


def days_between(first: tuple[float | None, float | None], second: tuple[float | None, float | None]) -> float:
    """Days from ``first`` to ``second``; by day of year alone where a year is missing; NaN if unknown."""
    if first[1] is not None and second[1] is not None:
        return (second[1] - first[1]) * 365.25
    if first[0] is not None and second[0] is not None:
        return second[0] - first[0]
    return float("nan")


def read_manifest(path: Path) -> list[dict[str, Any]]:
    """The entries of a ``manifest.json``.

    Raises:
        SceneFillError: ``no-manifest`` when there is none, ``bad-manifest`` when it is not a list of objects.
    """
    try:
        entries = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise SceneFillError(
            "no-manifest", f"There is no {path}.", "Give the folder that holds the chips and their manifest.json."
        ) from error
    except json.JSONDecodeError as error:
        raise SceneFillError("bad-manifest", f"{path} is not JSON: {error}.") from error
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise SceneFillError("bad-manifest", f"{path} is not a list of objects.")
    return entries


def check_split(split: str) -> None:
    """Raise ``unknown-split`` unless ``split`` is one of :data:`SPLITS`."""
    if split not in SPLITS:
        raise SceneFillError("unknown-split", f"There is no split '{split}'.", f"Use one of: {', '.join(SPLITS)}.")


def hold_out(chips: list[Chip], places: tuple[str, ...]) -> tuple[list[Chip], list[Chip]]:
    """(chips to train on, chips of the held-out places, marked as validation)."""
    kept = [chip for chip in chips if chip.place not in places]
    held = [replace(chip, split="validation") for chip in chips if chip.place in places]
    return kept, held
