"""From windows with physical values to the tensors that the network takes, padded to one fixed batch shape."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import torch

from ..modalities import registry
from .codec import Codec
from .conditioning import input_features, scene_features
from .dates import day_of_year, days_between
from .device import Device
from .encoder import SceneInput
from .level import blind_guide

Pixels = tuple[np.ndarray, np.ndarray]


@dataclass(frozen=True)
class Observation:
    """One modality of one input in one window.

    Attributes:
        modality: its id.
        values: ``(C, H, W)`` float32, physical unit; anything where not observed.
        mask: ``(C, H, W)`` bool, True where observed.
        pixel_size_m: of the source itself.
        date: ISO date, month or year; None when unknown.
    """

    modality: str
    values: np.ndarray
    mask: np.ndarray
    pixel_size_m: float
    date: str | None = None


@dataclass(frozen=True)
class Drawn:
    """One modality drawn in one window: physical ``(C, H, W)`` float32 mean, standard deviation, realisations."""

    mean: np.ndarray
    std: np.ndarray
    samples: tuple[np.ndarray, ...] = ()


@dataclass(frozen=True)
class WindowBatch:
    """What is asked about a few windows at once.

    Attributes:
        observations: per window, its observations: same number and order in every window.
        pixel_size_m: of the working grid.
        size: ``(H, W)`` of the windows.
        guides: per window ``{modality: (C, h, w)}`` physical coarse draft, or None.
        date: to draw.
        known: per window ``{modality: (values, mask)}`` of the layers that are continued: the very arrays of one of the
            window's observations. Empty when there is none.
    """

    observations: Sequence[Sequence[Observation]]
    pixel_size_m: float
    size: tuple[int, int]
    guides: Sequence[Mapping[str, np.ndarray] | None]
    date: str | None
    known: Sequence[Mapping[str, Pixels]]

    @property
    def seen(self) -> set[str]:
        """Modalities of the observations, which are the same in every window."""
        return {observation.modality for observation in self.observations[0]}

    @property
    def continued(self) -> set[str]:
        """Modalities of layers that are continued, whether or not these windows have an observed pixel of them."""
        return {m for window in self.known for m in window}

    def without(self, hidden: np.ndarray) -> WindowBatch:
        """The batch as if the continued layers had not been observed where ``hidden`` (H, W) says so."""
        shown = ~hidden
        continued = self.continued
        observations = []
        for window, known in zip(self.observations, self.known):
            arrays = {id(values) for values, _ in known.values()}
            observations.append([replace(o, mask=o.mask & shown) if id(o.values) in arrays else o for o in window])
        guides = [g and {m: blind_guide(v, hidden) if m in continued else v for m, v in g.items()} for g in self.guides]
        return replace(self, observations=observations, guides=guides)


class TensorMaker:
    """Makes tensors of :class:`WindowBatch` for one model on one device.

    Args:
        codec: of the model.
        device: where, in which type.
        size: windows per batch; shorter ones are padded with windows in which nothing was observed.
    """

    def __init__(self, codec: Codec, device: Device, size: int) -> None:
        self.codec, self.device, self.size = codec, device, size

    def inputs(self, batch: WindowBatch) -> list[SceneInput]:
        """The encoder's inputs, one per observation slot."""
        slots = range(len(batch.observations[0]))
        return [self._input([window[slot] for window in batch.observations], batch) for slot in slots]

    def scene(self, batch: WindowBatch) -> torch.Tensor:
        """``(size, SCENE_FEATURES)``."""
        facts = (self._constant(batch.pixel_size_m), self._constant(day_of_year(batch.date)))
        return scene_features(*facts).to(self.device.device, self.device.dtype)

    def guide(self, batch: WindowBatch) -> torch.Tensor | None:
        """``(size, bands, h, w)`` in model space, or None when no window has a guide."""
        given = [g for g in batch.guides if g is not None]
        if not given:
            return None
        shape = next(iter(given[0].values())).shape[-2:]
        stacked = np.zeros((self.size, sum(self.codec.modalities.values()), *shape), np.float32)
        for index, guide in enumerate(batch.guides):
            if guide is not None:
                stacked[index] = np.concatenate([registry()[m].to_model(guide[m]) for m in self.codec.modalities])
        return torch.from_numpy(stacked).to(self.device.device, self.device.dtype)

    def known(self, batch: WindowBatch) -> tuple[torch.Tensor, torch.Tensor]:
        """Where a latent value is an observation to be continued, and its value: ``(size, sum L, h, w)`` each."""
        codec, device = self.codec, self.device.device
        cells = [side // codec.factor for side in batch.size]
        observed = torch.zeros(self.size, codec.total_channels, *cells, device=device)
        values = torch.zeros_like(observed)
        slices = codec.slices()
        for index, window in enumerate(batch.known):
            for modality, (pixels, mask) in window.items():
                valid = mask & np.isfinite(pixels)
                model = registry()[modality].to_model(np.where(valid, pixels, 0.0)) * valid
                latents = codec.encode(modality, torch.from_numpy(model[None]).to(device))
                values[index, slices[modality]] = latents[0].float()
                mask_cells = codec.encode_mask(modality, torch.from_numpy(valid[None].astype(np.float32)))
                observed[index, slices[modality]] = mask_cells[0].to(observed)
        return observed, values

    def _input(self, column: Sequence[Observation], batch: WindowBatch) -> SceneInput:
        first = column[0]
        modality = registry()[first.modality]
        shape = (self.size, *first.values.shape)
        values, mask = np.zeros(shape, np.float32), np.zeros(shape, np.float32)
        for index, item in enumerate(column):
            finite = item.mask & np.isfinite(item.values)
            values[index] = modality.to_model(np.where(finite, item.values, 0.0)) * finite
            mask[index] = finite
        # What does not change with time was, in effect, observed on the date to draw.
        delta = 0.0 if modality.static else days_between(first.date, batch.date)
        day = day_of_year(batch.date) if modality.static else day_of_year(first.date)
        facts = [self._constant(v) for v in (batch.pixel_size_m, first.pixel_size_m, day, delta)]
        place = (self.device.device, self.device.dtype)
        return SceneInput(
            first.modality,
            torch.from_numpy(values).to(*place),
            torch.from_numpy(mask).to(*place),
            input_features(*facts).to(*place),
        )

    def _constant(self, value: float) -> torch.Tensor:
        return torch.full((self.size,), float(value))
