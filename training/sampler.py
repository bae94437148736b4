"""Training batches: random places, dates, windows, gaps and corruptions, as numpy arrays.

A sample is a window over one place. What exists there fills *slots*, one per modality, and four more for another date.
Of what exists, a random part is shown (``seen``, ``observed``), corrupted as real inputs are; the rest is to be drawn.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from ..core.errors import SceneFillError
from ..core.modalities import registry
from .data_choice import choose
from .data_types import OPTICAL_FAMILY, STATIC_GROUP, Chip, ChipLayer, days_between
from .data_window import Placement, block_mean, cut, degrade, place, shift
from .masks import MaskBank, hidden_shapes

PRIMARY = ("optical", "infrared", "sar", "multispectral", "panchromatic", "thermal", "elevation")
SLOTS = (
    *((modality, modality) for modality in PRIMARY),
    ("optical@2", "optical"),
    ("infrared@2", "infrared"),
    ("sar@2", "sar"),
    ("multispectral@2", "multispectral"),
)
"""(slot, modality); ``@2`` is another date of the same place."""
FACTOR = 8
"""Pixels per overview pixel."""
_P_OTHER_DATE = 0.5
_P_RESIZE = 0.5
_SCALES = (0.7, 1.5)
_P_DEGRADE = 0.12
_PLACE_SHARE = 0.10
_LEAST_VALID = 0.15  # part of a crop
_CLOUD_REFLECTANCE = 0.55
_ELEVATION = 0.3  # weight: heights above the sea are hardly to be seen from above
_WHOLLY_RELATIVE = 0.3  # weight of an uncalibrated target of which no pixel is shown


@dataclass
class _Layer:
    """One slot of one sample over the context window."""

    layer: ChipLayer
    values: np.ndarray
    mask: np.ndarray  # (1, H, W) where all bands share it, else (C, H, W)
    native: float
    full: bool

    def clear(self) -> None:
        """Values that are not valid back to 0."""
        if not self.full:
            self.values *= self.mask

    def present(self) -> np.ndarray:
        """Indices of the bands that have any valid pixel."""
        known = self.mask.any(axis=(1, 2))
        return np.flatnonzero(np.broadcast_to(known, len(self.values)))


class TrainingStream:
    """An endless, reproducible stream of batches.

    Args:
        chips: real chips; none may be of the ``demo`` split.
        simulated: simulated chips; may be empty.
        crop, context: sides of the crop and of the window around it, pixels; multiples of 8.
        simulated_share: probability that a sample is simulated.
        seed: of every choice.
        masks: bank of gap masks; made from ``seed`` and the clouds over ``chips`` when not given.

    Raises:
        SceneFillError: ``demo-in-training``; ``no-chips`` when there is nothing to draw from; ``bad-window`` when the
            window sizes do not fit each other.
    """

    def __init__(
        self,
        chips: Sequence[Chip],
        simulated: Sequence[Chip] = (),
        *,
        crop: int = 128,
        context: int = 256,
        simulated_share: float = 0.3,
        seed: int = 0,
        masks: MaskBank | None = None,
    ) -> None:
        if any(chip.split == "demo" for chip in (*chips, *simulated)):
            raise SceneFillError("demo-in-training", "Chips of the demo split are never trained on.")
        if not chips and not simulated:
            raise SceneFillError("no-chips", "There are no chips to train on.", "Check the data folder and its split.")
        if crop % FACTOR or context % FACTOR or crop > context:
            raise SceneFillError("bad-window", f"A crop of {crop} pixels does not fit a context of {context}.")
        self.crop, self.context = crop, context
        self._rng = np.random.default_rng(seed)
        self._bank = masks or MaskBank(context, seed, shapes=hidden_shapes(chips))
        self._share = 0.0 if not simulated else 1.0 if not chips else simulated_share
        self._simulated = list(simulated)
        self._places: dict[str, list[Chip]] = {}
        for chip in chips:
            self._places.setdefault(chip.place, []).append(chip)
        self._names = list(self._places)
        self.place_shares = place_shares(self._places)

    def batch(self, n: int) -> dict[str, Any]:
        """``n`` samples; see the module's text and :func:`empty_batch` for the arrays."""
        out = empty_batch(n, self.crop, self.context)
        for index in range(n):
            self._sample(out, index)
        return out

    def _sample(self, out: dict[str, Any], index: int) -> None:
        for _ in range(8):  # a window may fall where a chip has nothing
            chip = self._draw_chip()
            layers, crop_rc = self._cut(chip)
            if any(slot in PRIMARY and slot != "elevation" for slot in layers):
                break
        scale = self._last_scale
        out["crop_rc"][index] = crop_rc
        out["pixel_size"][index] = chip.pixel_size_m * scale
        self._augment(layers)
        self._fill(out, index, layers, chip.pixel_size_m * scale)

    def _draw_chip(self) -> Chip:
        rng = self._rng
        if rng.random() < self._share:
            return self._simulated[int(rng.integers(len(self._simulated)))]
        name = self._names[int(rng.choice(len(self._names), p=self.place_shares))]
        chips = self._places[name]
        return chips[int(rng.integers(len(chips)))]

    def _cut(self, chip: Chip) -> tuple[dict[str, _Layer], tuple[int, int]]:
        """Slots that have something in a random crop, over the context around it."""
        rng = self._rng
        scale = 1.0
        if rng.random() < _P_RESIZE:
            scale = float(np.exp(rng.uniform(*np.log(_SCALES))))
        if min(chip.shape) < self.crop * scale:  # a small chip fills more of the crop when its pixels are split
            scale = max(_SCALES[0], min(chip.shape) / self.crop)
        where, crop_rc = place(rng, chip.shape, self.crop, self.context, scale, FACTOR)
        self._last_scale = scale
        row, col = (v * FACTOR for v in crop_rc)
        found = {}
        for slot, layer in self._draw_layers(chip).items():
            values, mask = cut(layer, where)
            if mask[:, row : row + self.crop : 4, col : col + self.crop : 4].mean() > _LEAST_VALID:
                found[slot] = _Layer(layer, values, mask, layer.native, bool(mask.all()))
        return found, crop_rc

    def _draw_layers(self, chip: Chip) -> dict[str, ChipLayer]:
        """The layers of one date and perhaps of a second, of one version (top of atmosphere or surface) only."""
        rng = self._rng
        versions = sorted({layer.version for layer in chip.layers if layer.version})
        version = versions[int(rng.integers(len(versions)))] if versions else ""
        usable = [layer for layer in chip.layers if layer.version in ("", version)]
        dates = list(dict.fromkeys(la.group for la in usable if la.truth and la.group != STATIC_GROUP))
        chosen = dates[int(rng.integers(len(dates)))]
        slots = {layer.modality: layer for layer in usable if layer.group in (chosen, STATIC_GROUP)}
        others = [date for date in dict.fromkeys(la.group for la in usable) if date not in (chosen, STATIC_GROUP)]
        if others and rng.random() < _P_OTHER_DATE:
            other = others[int(rng.integers(len(others)))]
            names = {slot for slot, _ in SLOTS}
            second = {f"{la.modality}@2": la for la in usable if la.group == other}
            slots.update({slot: layer for slot, layer in second.items() if slot in names})
        return slots

    def _augment(self, layers: dict[str, _Layer]) -> None:
        """Change the truth a little, all bands of a date alike: few places have to stand for many."""
        rng = self._rng
        for suffix in ("", "@2"):
            gain, offset = 1.0, 0.0
            if rng.random() < 0.6:
                gain, offset = float(rng.uniform(0.88, 1.14)), float(rng.normal(0.0, 0.12))
            for slot, item in layers.items():
                if slot.endswith("@2") != bool(suffix) or slot == "elevation":
                    continue
                if item.layer.modality in OPTICAL_FAMILY and item.layer.modality != "thermal":
                    tint = rng.normal(0.0, 0.05, (len(item.values), 1, 1)).astype(np.float32)
                    item.values = item.values * np.float32(gain)
                    item.values += np.float32(offset) + tint
                else:
                    item.values = item.values + np.float32(rng.normal(0.0, 0.12))
                item.clear()

    def _fill(self, out: dict[str, Any], index: int, layers: dict[str, _Layer], pixel_size: float) -> None:
        rng = self._rng
        bands = {slot: len(item.present()) for slot, item in layers.items()}
        choice = choose(rng, self._bank, bands)
        row, col = (int(v) * FACTOR for v in out["crop_rc"][index])
        window = np.s_[:, row : row + self.crop, col : col + self.crop]
        primary_date = next((la.layer.date for slot, la in layers.items() if slot in PRIMARY[:6]), (None, None))
        relative_jitter: dict[str, tuple[float, float]] = {}
        for number, (slot, _) in enumerate(SLOTS):
            if slot not in layers:
                continue
            item = layers[slot]
            self._jitter_relative(item, slot in choice.shown, relative_jitter)
            out["x"][slot][index] = item.values[window]
            out["valid"][slot][index] = item.mask[window]
            out["native"][index, number] = max(item.native, pixel_size if item.native <= pixel_size else item.native)
            day, delta = item.layer.date[0], days_between(primary_date, item.layer.date)
            out["day"][index, number] = np.nan if day is None else day
            out["delta_days"][index, number] = 0.0 if number < len(PRIMARY) else delta
            if number < len(PRIMARY):
                coarse, known = block_mean(item.values, item.mask, FACTOR)
                out["coarse_x"][slot][index], out["coarse_valid"][slot][index] = coarse, known
            if slot in choice.shown:
                out["native"][index, number] = self._show(out, index, slot, item, choice, window)
            if number < len(PRIMARY):
                hidden = out["valid"][slot][index] & ~out["observed"][slot][index]
                out["target"][index, number] = bool(hidden.any())
                out["weight"][index, number] = _weight(item.layer, bool(out["observed"][slot][index].any()))

    def _jitter_relative(self, item: _Layer, shown: bool, drawn: dict[str, tuple[float, float]]) -> None:
        """Uncalibrated layers get a random gain and offset, unless they are a target of which nothing is shown."""
        if not item.layer.relative or not shown:
            return
        rng = self._rng
        key = item.layer.group + ("sar" if item.layer.modality == "sar" else "optical")
        spread = (0.25, 0.5) if item.layer.modality == "sar" else (0.1, 0.2)
        gain, offset = drawn.setdefault(
            key, (float(np.exp(rng.normal(0.0, spread[0]))), float(rng.normal(0.0, spread[1])))
        )
        item.values *= np.float32(gain)
        item.values += np.float32(offset)
        item.clear()

    def _show(self, out: dict[str, Any], index: int, slot: str, item: _Layer, choice: Any, window: Any) -> float:
        """Write what the encoder is shown of a slot; returns the slot's native pixel size in metres."""
        rng = self._rng
        observed = item.mask.copy()
        if slot in choice.gaps:
            observed &= ~choice.gaps[slot]
        seen = self._corrupt(slot, item, choice)
        native = float(max(item.native, out["pixel_size"][index]))
        if item.layer.modality == "sar" and rng.random() < 0.5:
            rows, cols = (int(v) for v in rng.integers(-2, 3, 2))
            seen, moved = shift(seen, item.mask, rows, cols)
            observed &= moved
        elif rng.random() < _P_DEGRADE:
            factor = int(rng.choice((2, 4)))
            seen, known = degrade(seen if item.full else seen * item.mask, item.mask, factor)
            observed &= known
            native = max(native, float(out["pixel_size"][index]) * factor)
        seen *= observed
        coarse, known = block_mean(seen, observed, FACTOR)
        out["coarse_seen"][slot][index], out["coarse_observed"][slot][index] = coarse, known
        part = seen[window]
        if slot != "elevation" and rng.random() < 0.6:
            part = part + rng.standard_normal(part.shape, dtype=np.float32) * np.float32(rng.uniform(0.01, 0.12))
        out["observed"][slot][index] = observed[window]
        out["seen"][slot][index] = part * observed[window]
        for band in item.present()[choice.dropped.get(slot, [])]:
            for name in ("seen", "observed", "coarse_seen", "coarse_observed"):
                out[name][slot][index, band] = 0
        return native

    def _corrupt(self, slot: str, item: _Layer, choice: Any) -> np.ndarray:
        """A copy of the values with radiometric errors, and with thin cloud in the optical family."""
        rng = self._rng
        gain = rng.normal(1.0, 0.03) if rng.random() < 0.6 else 1.0
        seen = item.values * np.float32(gain)
        if gain != 1.0:
            tint = rng.normal(0.0, 0.03, (len(seen), 1, 1)).astype(np.float32)
            seen += tint + np.float32(rng.normal(0.0, 0.04))
        modality = item.layer.modality
        if modality not in OPTICAL_FAMILY or modality == "thermal":
            return seen
        if slot in choice.thin and rng.random() < 0.5:
            opacity = choice.thin[slot] * np.float32(rng.uniform(0.1, 0.5))
        elif rng.random() < 0.1:
            opacity = self._bank.haze(rng) * np.float32(rng.uniform(0.05, 0.25))
        else:
            return seen
        cloud = _cloud_level(modality)
        seen += opacity * (cloud - seen)
        return seen


def _weight(layer: ChipLayer, partly_shown: bool) -> float:
    weight = layer.weight * (_ELEVATION if layer.modality == "elevation" else 1.0)
    return weight * (_WHOLLY_RELATIVE if layer.relative and not partly_shown else 1.0)


def _cloud_level(modality_id: str) -> np.ndarray:
    """``(C, 1, 1)`` model-space value of a bright cloud."""
    modality = registry()[modality_id]
    return modality.to_model(np.full((len(modality.bands), 1, 1), _CLOUD_REFLECTANCE, np.float32))


def empty_batch(n: int, crop: int = 128, context: int = 256) -> dict[str, Any]:
    """Arrays of a batch of ``n`` in which nothing exists.

    Per slot s with C bands: ``x, seen`` (n, C, crop, crop) float32 and ``valid, observed`` bool, in model space, 0
    where not valid; ``coarse_*`` the same over ``context / 8``. ``crop_rc`` (n, 2) is the crop's first row and column
    in overview pixels; ``target, weight`` (n, 7) follow :data:`PRIMARY`; ``native, day, delta_days`` (n, 11) follow
    :data:`SLOTS` (metres, day of year, days); ``pixel_size`` (n,) metres.
    """
    side = context // FACTOR
    bands = {slot: len(registry()[modality].bands) for slot, modality in SLOTS}

    def full(size: int, dtype: Any) -> dict[str, np.ndarray]:
        return {slot: np.zeros((n, count, size, size), dtype) for slot, count in bands.items()}

    sizes = {"": crop, "coarse_": side}
    batch: dict[str, Any] = {}
    for prefix, size in sizes.items():
        for name, dtype in (("x", np.float32), ("valid", bool), ("observed", bool), ("seen", np.float32)):
            batch[prefix + name] = full(size, dtype)
    batch["crop_rc"] = np.zeros((n, 2), np.int64)
    batch["target"] = np.zeros((n, len(PRIMARY)), bool)
    batch["weight"] = np.zeros((n, len(PRIMARY)), np.float32)
    batch["pixel_size"] = np.full((n,), 10.0, np.float32)
    batch["native"] = np.full((n, len(SLOTS)), 10.0, np.float32)
    batch["day"] = np.full((n, len(SLOTS)), np.nan, np.float32)
    batch["delta_days"] = np.full((n, len(SLOTS)), np.nan, np.float32)
    batch["delta_days"][:, : len(PRIMARY)] = 0.0
    return batch


def place_shares(places: dict[str, list[Chip]]) -> np.ndarray:
    """Probability of every place: rich and calibrated ones often, none above a tenth where there are places enough."""
    raw = np.array([_richness(chips) for chips in places.values()], dtype=np.float64)
    if not raw.size:
        return raw
    shares = raw / raw.sum()
    limit = max(_PLACE_SHARE, 1.0 / raw.size)
    for _ in range(20):
        over = shares > limit + 1e-9
        if not over.any():
            break
        rest = ~over
        shares[over] = limit
        shares[rest] *= (1.0 - limit * over.sum()) / shares[rest].sum()
    return shares / shares.sum()


def _richness(chips: list[Chip]) -> float:
    """How much a place teaches: calibrated radar with all optical bands most, display-stretched pictures least."""
    layers = [layer for chip in chips for layer in chip.layers]
    calibrated = {layer.modality for layer in layers if not layer.relative}
    area = sum(chip.shape[0] * chip.shape[1] for chip in chips)
    clear = float(np.mean([layer.mask.any(axis=0).mean() for layer in layers]))
    size = clear * min(1.0, 0.5 + area / (2.0 * 512.0 * 512.0))
    if {"sar", "optical", "infrared"} <= calibrated:
        return 3.0
    if {"optical", "infrared"} <= calibrated:
        radar = any(layer.modality == "sar" for layer in layers)
        return (1.0 if radar else 1.4) * size
    if "sar" in calibrated:
        return 0.4
    return 0.35 * size * (1.0 if len(chips) > 1 or len(layers) > 2 else 0.25)


__all__ = ["FACTOR", "PRIMARY", "SLOTS", "Placement", "TrainingStream", "empty_batch", "place_shares"]
