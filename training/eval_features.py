"""Pixel features for regressions: bands and their neighbourhood means, and training pixels from real chips."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from scipy import ndimage

from ..core.modalities import registry
from .data_types import Chip, ChipLayer, days_between

NEIGHBOURHOODS = (3, 9)


def band_features(layers: Mapping[str, np.ndarray]) -> np.ndarray:
    """``(F, H, W)`` float32: all bands of all layers, in the order of the mapping."""
    return np.concatenate(list(layers.values())).astype(np.float32)


def neighbourhood_features(layers: Mapping[str, np.ndarray]) -> np.ndarray:
    """``(3 F, H, W)`` float32: all bands, then their means over 3 x 3 and 9 x 9 pixels."""
    bands = band_features(layers)
    return np.concatenate([bands, *(_box_mean(bands, size) for size in NEIGHBOURHOODS)])


def _box_mean(bands: np.ndarray, size: int) -> np.ndarray:
    """Mean over the finite pixels of a square neighbourhood; NaN where it has none."""
    finite = np.isfinite(bands)
    window = (1, size, size)
    total = ndimage.uniform_filter(np.where(finite, bands, 0.0).astype(np.float64), window, mode="nearest")
    share = ndimage.uniform_filter(finite.astype(np.float64), window, mode="nearest")
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.where(share > 1e-6, total / share, np.nan).astype(np.float32)


@dataclass(frozen=True)
class TrainingPixels:
    """Pixels of real chips: ``bands`` ``(N, F)``, ``features`` ``(N, 3 F)``, ``target`` ``(N, C)``; absent is NaN."""

    bands: np.ndarray
    features: np.ndarray
    target: np.ndarray
    places: tuple[str, ...]


def training_pixels(
    chips: Sequence[Chip], shown: Sequence[str], target: str, rng: np.random.Generator, per_chip: int = 4000
) -> TrainingPixels | None:
    """Pixels where ``shown`` and ``target`` modalities of one date were seen together, in physical units.

    Layers without an absolute calibration are left out: they would teach a wrong scale. None where no chip has both.
    """
    parts, places = [], []
    for chip in chips:
        found = paired_layers(chip, shown, target)
        for layers, truth in found:
            usable = np.isfinite(truth).any(axis=0) & np.isfinite(band_features(layers)).any(axis=0)
            where = np.flatnonzero(usable)
            if where.size == 0:
                continue
            picked = rng.choice(where, min(per_chip // len(found) + 1, where.size), replace=False)
            parts.append(tuple(_at(a, picked) for a in (band_features(layers), neighbourhood_features(layers), truth)))
            places.append(chip.place)
    if not parts:
        return None
    bands, features, targets = (np.concatenate(items) for items in zip(*parts))
    return TrainingPixels(bands, features, targets, tuple(dict.fromkeys(places)))


def _at(planes: np.ndarray, where: np.ndarray) -> np.ndarray:
    return planes.reshape(planes.shape[0], -1)[:, where].T


def paired_layers(chip: Chip, shown: Sequence[str], target: str) -> list[tuple[dict[str, np.ndarray], np.ndarray]]:
    """(shown layers, truth) of every target layer of a chip that has the shown modalities within its date group."""
    found = []
    for layer in chip.layers:
        if layer.modality != target or layer.relative or not layer.truth:
            continue
        partners = {modality: _partner(chip, layer, modality) for modality in shown}
        if all(partner is not None for partner in partners.values()):
            layers = {modality: _physical(partner) for modality, partner in partners.items() if partner is not None}
            found.append((layers, _physical(layer)))
    return found


def _partner(chip: Chip, layer: ChipLayer, modality: str) -> ChipLayer | None:
    """The layer of ``modality`` taken with ``layer``; surface goes with surface, top of atmosphere with its own."""
    fitting = [
        other
        for other in chip.layers
        if other.modality == modality
        and other.group == layer.group
        and not other.relative
        and other.truth
        and (not other.version or not layer.version or other.version == layer.version)
    ]
    return min(fitting, key=lambda other: abs(np.nan_to_num(days_between(layer.date, other.date)))) if fitting else None


def _physical(layer: ChipLayer) -> np.ndarray:
    values = registry()[layer.modality].to_physical(np.asarray(layer.values, np.float32))
    return np.where(layer.mask, values, np.nan).astype(np.float32)
