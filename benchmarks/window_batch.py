"""A batch of windows as the engine hands them to the network, and a model in any number format and batch size."""

from __future__ import annotations

import copy
import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
import torch
from scipy.ndimage import gaussian_filter

from ..core.modalities import registry
from ..core.model.runtime import Drawn, Observation, Pixels, SceneModel
from ..core.model.tensors import WindowBatch

Part = TypeVar("Part", bound=torch.nn.Module)

#: What the main job's stack and radar give, and which of that it fills.
SHOWN = ("optical", "infrared", "multispectral", "sar")
FILLED = ("optical", "infrared", "multispectral")
PIXEL_M = 10.0
CLOUD_SHARE = 0.2


@dataclass(frozen=True)
class Windows:
    """Windows that make one batch, each with a hole of its own, and one field of noise for all of their samples."""

    batch: WindowBatch
    noise: Mapping[str, np.ndarray]

    def draw(self, model: SceneModel, steps: int, samples: int) -> list[dict[str, Drawn]]:
        """Fill the holes with ``samples`` drawings of ``steps`` steps each; 0 steps for the draft."""
        batch = self.batch
        seen = (batch.observations, batch.pixel_size_m, batch.size, batch.guides, FILLED)
        if steps == 0:
            return model.draft(*seen, known=batch.known)
        return model.draw(
            *seen, batch.known, lambda _index, _sample, modality: self.noise[modality], steps=steps, samples=samples
        )


def make_windows(model: SceneModel, count: int) -> Windows:
    """``count`` windows of the model's size, with values in the middle of what each modality can have."""
    side = model.manifest.window
    rng = np.random.default_rng(5)
    observations, known = [], []
    for _ in range(count):
        clouds = _smooth(rng, side, side / 8)
        clear = clouds < np.quantile(clouds, 1.0 - CLOUD_SHARE)
        pixels = {m: _pixels(rng, m, clear if m in FILLED else np.ones_like(clear)) for m in SHOWN}
        observations.append([Observation(m, values, mask, PIXEL_M) for m, (values, mask) in pixels.items()])
        known.append({m: pixels[m] for m in FILLED})
    coarse = side // model.manifest.overview_factor
    guides = [{m: _pixels(rng, m, np.ones((coarse, coarse), bool))[0] for m in model.modalities}] * count
    noise = {m: _noise(rng, model, m) for m in model.modalities}
    return Windows(WindowBatch(observations, PIXEL_M, (side, side), guides, None, known), noise)


def model_as(model: SceneModel, dtype: torch.dtype, batch: int) -> SceneModel:
    """A loaded model with a copy of its network in ``dtype`` that draws ``batch`` windows at a time."""
    loaded = model.pipeline
    encoder, generator = (_copy(part, dtype) for part in (loaded.encoder, loaded.generator))
    pipeline = type(loaded)(loaded.codec, encoder, loaded.heads, generator, loaded.scheduler)
    return SceneModel(pipeline, model.manifest, dataclasses.replace(model.device, dtype=dtype, batch=batch))


def _copy(module: Part, dtype: torch.dtype) -> Part:
    copied = copy.deepcopy(module)
    # torch's own method: diffusers' warns about modules that want float32 even where there are none.
    torch.nn.Module.to(copied, dtype)
    return copied


def _pixels(rng: np.random.Generator, modality: str, clear: np.ndarray) -> Pixels:
    known = registry()[modality]
    model_space = [0.3 * _smooth(rng, clear.shape[0], 4.0) for _ in known.bands]
    values = known.to_physical(np.stack(model_space).astype(np.float32))
    return values, np.broadcast_to(clear, values.shape).copy()


def _smooth(rng: np.random.Generator, side: int, sigma: float) -> np.ndarray:
    field = gaussian_filter(rng.standard_normal((side, side)), sigma, mode="wrap")
    return field / field.std()


def _noise(rng: np.random.Generator, model: SceneModel, modality: str) -> np.ndarray:
    channels, factor = model.noise_shape(modality)
    cells = model.manifest.window // factor
    return rng.standard_normal((channels, cells, cells)).astype(np.float32)
