"""The convolutional member of a translator: a small U-Net that sees what a pixel's surroundings look like.

Regressions know a pixel and means around it; which crop or which kind of town it is shows in shapes. The network was
trained as the scene network is, on the same crops with the same jitter (:mod:`scenefill.training.translating`), and
knows the season. Alone it is no better than they are at new places; it goes wrong in other ways.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from safetensors import SafetensorError, safe_open
from safetensors.torch import save_file
from torch import nn
from torch.nn import functional as F

from ..errors import SceneFillError
from ..modalities import registry
from .conditioning import scene_features
from .config import SCENE_FEATURES
from .dates import day_of_year

SCHEMA = "scenefill-translating-network/1"
FOLDER = "translator_networks"
#: Channels per level; each level but the first has half the resolution of the one before.
WIDTHS = (32, 64, 128, 192)
_GROUPS = 8
#: Beyond the pixel sizes of its training by more than this factor it is not asked.
_REACH = 1.5


class TranslatingNet(nn.Module):
    """``(B, 2 F + SCENE_FEATURES, H, W)`` to ``(B, C, H, W)``, both in model space; sides are multiples of 8.

    Args:
        shown: bands F of what is translated; their masks and the facts about the scene come beside them.
        target: bands C.
    """

    def __init__(self, shown: int, target: int) -> None:
        super().__init__()
        self.enter = nn.Conv2d(2 * shown + SCENE_FEATURES, WIDTHS[0], 3, padding=1)
        self.down = nn.ModuleList(_Block(WIDTHS[max(i - 1, 0)], width) for i, width in enumerate(WIDTHS))
        self.up = nn.ModuleList(_Block(fine + coarse, fine) for fine, coarse in zip(WIDTHS, WIDTHS[1:]))
        self.leave = nn.Conv2d(WIDTHS[0], target, 1)

    def forward(self, values: torch.Tensor, mask: torch.Tensor, scene: torch.Tensor) -> torch.Tensor:
        """Translate ``(B, F, H, W)`` values where the mask is 1, for scenes with ``(B, SCENE_FEATURES)`` facts."""
        planes = scene[:, :, None, None].expand(-1, -1, *values.shape[-2:])
        x = self.enter(torch.cat([values * mask, mask, planes], dim=1))
        known = [mask.amax(dim=1, keepdim=True)]
        kept: list[torch.Tensor] = []
        for level, block in enumerate(self.down):
            if level:
                x, known = F.avg_pool2d(x, 2), [*known, F.avg_pool2d(known[-1], 2)]
            x = block(x, known[level])
            kept.append(x)
        for level in reversed(range(len(self.up))):
            wide = F.interpolate(x, scale_factor=2.0, mode="nearest")
            x = self.up[level](torch.cat([wide, kept[level]], dim=1), known[level])
        return self.leave(_gelu(x))


class _Block(nn.Module):
    def __init__(self, inside: int, outside: int) -> None:
        super().__init__()
        self.first = nn.Conv2d(inside, outside, 3, padding=1)
        self.norm = nn.GroupNorm(_GROUPS, outside)
        self.second = nn.Conv2d(outside, outside, 3, padding=1)
        self.beside = nn.Conv2d(inside, outside, 1) if inside != outside else nn.Identity()

    def forward(self, x: torch.Tensor, known: torch.Tensor) -> torch.Tensor:
        return self.beside(x) + self.second(_gelu(_normed(self.norm, self.first(x), known)))


def _normed(norm: nn.GroupNorm, x: torch.Tensor, known: torch.Tensor) -> torch.Tensor:
    """Group normalisation by the moments of what is known: a window at the edge of a scene is mostly empty."""
    grouped = x.unflatten(1, (norm.num_groups, -1)).float()
    weight = known[:, None].float()
    total = (weight.sum(dim=(2, 3, 4), keepdim=True) * grouped.shape[2]).clamp_min(1.0)
    mean = (grouped * weight).sum(dim=(2, 3, 4), keepdim=True) / total
    centred = grouped - mean
    variance = (centred.square() * weight).sum(dim=(2, 3, 4), keepdim=True) / total
    scaled = (centred * torch.rsqrt(variance + norm.eps)).flatten(1, 2).to(x.dtype)
    return scaled * norm.weight[:, None, None] + norm.bias[:, None, None]


def _gelu(x: torch.Tensor) -> torch.Tensor:
    return F.gelu(x, approximate="tanh")


@dataclass(frozen=True)
class TranslatingNetwork:
    """A trained network with what is to be known about it.

    Attributes:
        shown, target: modality ids.
        places: that it was trained on.
        pixel_sizes: smallest and largest of its training, metres.
        net: on the CPU, in float32.
    """

    shown: tuple[str, ...]
    target: str
    places: tuple[str, ...]
    pixel_sizes: tuple[float, float]
    net: TranslatingNet

    def fits(self, pixel_size_m: float) -> bool:
        """Whether it was trained on pixels of about this size."""
        return self.pixel_sizes[0] / _REACH <= pixel_size_m <= self.pixel_sizes[1] * _REACH

    @torch.inference_mode()
    def tell(self, bands: np.ndarray, pixel_size_m: float, date: str | None) -> np.ndarray:
        """``(F, H, W)`` observed bands, NaN where absent, to ``(C, H, W)`` float32 in physical units.

        Args:
            bands: of the modalities shown, in their order.
            pixel_size_m: of the grid.
            date: to draw.
        """
        height, width = bands.shape[1:]
        values = to_model(bands, self.shown)
        # Beside the window nothing is known, as beyond the edge of a training chip.
        factor = 2 ** (len(WIDTHS) - 1)
        values = np.pad(values, ((0, 0), (0, -height % factor), (0, -width % factor)), constant_values=np.nan)
        mask = np.isfinite(values)
        tensors = (torch.from_numpy(plane.astype(np.float32))[None] for plane in (np.where(mask, values, 0.0), mask))
        facts = scene_features(torch.tensor([float(pixel_size_m)]), torch.tensor([day_of_year(date)]))
        told = self.net(*tensors, facts)[0, :, :height, :width].numpy()
        return np.asarray(np.maximum(registry()[self.target].to_physical(told), 0.0), dtype=np.float32)


def to_model(bands: np.ndarray, modalities: Sequence[str]) -> np.ndarray:
    """``(F, H, W)`` physical values of all bands of some modalities, to model space."""
    ends = np.cumsum([len(registry()[m].bands) for m in modalities])[:-1]
    return np.concatenate([registry()[m].to_model(part) for m, part in zip(modalities, np.split(bands, ends))])


def network_path(folder: Path, shown: Sequence[str], target: str) -> Path:
    """Where a model's folder has the network of a pair."""
    return folder / FOLDER / f"{'-'.join(shown)}-to-{target}.safetensors"


def write_network(network: TranslatingNetwork, folder: Path) -> Path:
    """Store it in a model's folder, in half precision; the model's manifest has to be written anew."""
    facts: dict[str, Any] = {name: getattr(network, name) for name in ("shown", "target", "places", "pixel_sizes")}
    path = network_path(folder, network.shown, network.target)
    path.parent.mkdir(parents=True, exist_ok=True)
    tensors = {name: value.half().contiguous() for name, value in network.net.state_dict().items()}
    save_file(tensors, path, {"facts": json.dumps({"schema": SCHEMA, **facts})})
    return path


def load_networks(folder: Path) -> Mapping[tuple[tuple[str, ...], str], TranslatingNetwork]:
    """Those in a model's folder by what they show and tell; error ``model-schema`` for files of another version."""
    networks = [_read(path) for path in sorted((folder / FOLDER).glob("*.safetensors"))]
    return {(network.shown, network.target): network for network in networks}


def _read(path: Path) -> TranslatingNetwork:
    try:
        with safe_open(path, framework="pt") as stored:
            facts: Mapping[str, Any] = json.loads((stored.metadata() or {}).get("facts", "{}"))
            if facts.get("schema") != SCHEMA:
                raise ValueError(f"schema {facts.get('schema')!r}")
            tensors = {name: stored.get_tensor(name).float() for name in stored.keys()}  # noqa: SIM118 - not a mapping
        shown, target = tuple(facts["shown"]), facts["target"]
        net = TranslatingNet(sum(len(registry()[m].bands) for m in shown), len(registry()[target].bands))
        net.load_state_dict(tensors)
        sizes = (float(facts["pixel_sizes"][0]), float(facts["pixel_sizes"][1]))
        return TranslatingNetwork(shown, target, tuple(facts["places"]), sizes, net.eval().requires_grad_(False))
    except (OSError, SafetensorError, ValueError, KeyError, RuntimeError) as error:
        raise SceneFillError(
            "model-schema",
            f"The network {path.name} does not fit this version of SceneFill: {error}.",
            "Use a model made for this version.",
        ) from error
