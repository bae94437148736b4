"""Crops of two modalities of the same place and date, for networks that translate one into the other."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch.utils.data import IterableDataset

from ..core.model.conditioning import scene_features
from .chips import load_dataset
from .data_types import Chip
from .sampler import PRIMARY, TrainingStream
from .settings import TrainSettings
from .simcache import simulated_chips

logger = logging.getLogger("scenefill.training")

_WHOLLY_RELATIVE = 0.3  # weight of a target without calibration, as in SceneGen's training


@dataclass(frozen=True)
class PairBatch:
    """``(B, C, H, W)`` source and target in model space with their masks, target loss weights, scene features."""

    source: torch.Tensor
    source_mask: torch.Tensor
    target: torch.Tensor
    weight: torch.Tensor
    scene: torch.Tensor


def pair_chips(chips: Sequence[Chip], source: str, target: str) -> list[Chip]:
    """The chips' dates that have both modalities, with every layer: places are drawn as often as for SceneGen.

    An uncalibrated target keeps its values and counts less: SceneGen gives it a random gain only where it shows a part.
    """
    found = []
    for chip in chips:
        groups = [{la.group for la in chip.layers if la.modality == m and la.truth} for m in (source, target)]
        layers = [
            replace(la, relative=frozenset(), weight=la.weight * _WHOLLY_RELATIVE)
            if la.modality == target and la.relative
            else la
            for la in chip.layers
            if la.group in groups[0] & groups[1]
        ]
        if layers:
            found.append(replace(chip, layers=layers))
    return found


class PairStream(IterableDataset):
    """Endless batches of a pair: SceneGen's crops and augmentation, the source whole and the target unseen."""

    def __init__(
        self,
        chips: Sequence[Chip],
        simulated: Sequence[Chip],
        pair: tuple[str, str],
        settings: TrainSettings,
        batch: int,
        seed: int,
    ) -> None:
        super().__init__()
        self.chips, self.simulated, self.pair = chips, simulated, pair
        self.settings, self.batch, self.seed = settings, batch, seed

    def __iter__(self) -> Iterator[dict[str, np.ndarray]]:
        stream = TrainingStream(
            self.chips,
            self.simulated,
            crop=self.settings.crop,
            context=self.settings.context,
            simulated_share=self.settings.simulated_share,
            seed=self.seed,
        )
        source, target = self.pair
        number = PRIMARY.index(target)
        while True:
            found: list[dict[str, np.ndarray]] = []
            while len(found) < self.batch:
                one = stream.batch(1)
                if one["valid"][source].any() and one["valid"][target].any():
                    found.append(
                        {
                            "source": one["x"][source][0],
                            "source_mask": one["valid"][source][0],
                            "target": one["x"][target][0],
                            "weight": one["valid"][target][0] * one["weight"][0, number],
                            "pixel_size": one["pixel_size"][0],
                            "day": one["day"][0, number],
                        }
                    )
            yield {name: np.stack([item[name] for item in found]) for name in found[0]}


def pair_batch(arrays: Mapping[str, Any], device: torch.device) -> PairBatch:
    """The stream's arrays as tensors."""
    tensors = {name: torch.as_tensor(values).to(device).float() for name, values in arrays.items()}
    scene = scene_features(tensors.pop("pixel_size"), tensors.pop("day"))
    return PairBatch(scene=scene, **tensors)


def pairs_of(settings: TrainSettings, pair: tuple[str, str]) -> tuple[list[Chip], list[Chip], list[Chip]]:
    """Chips of the pair to train on and to validate on, and the simulated scenes."""
    train, held = load_dataset(settings.data, settings.holdout_places) if settings.data else ([], [])
    simulated: list[Chip] = []
    if settings.simulated_scenes and settings.simulated_share > 0:
        folder = settings.simulated_folder or Path(settings.output) / "simulated"
        simulated = simulated_chips(folder, settings.simulated_scenes, settings.simulated_size, settings.seed)
    found = pair_chips(train, *pair), pair_chips(held, *pair), pair_chips(simulated, *pair)
    logger.info("%d chips, %d for validation, %d simulated.", *(len(chips) for chips in found))
    return found
