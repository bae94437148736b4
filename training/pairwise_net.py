"""The networks of the pairwise rival, and what trained ones do with a case.

:mod:`scenefill.benchmarks.pairwise` says what they are and trains them; the evaluation only asks them.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from diffusers import ConfigMixin, ModelMixin
from diffusers.configuration_utils import register_to_config
from torch import nn

from ..core.errors import SceneFillError
from ..core.grid import Grid
from ..core.modalities import registry
from ..core.model.conditioning import scene_features
from ..core.model.config import SCENE_FEATURES
from ..core.model.dates import day_of_year
from .eval_tasks import Case

#: Channels per level; with these a network has about the 6.3 million parameters of ``nano``.
WIDTHS = (64, 128, 208, 248, 248)
JUDGE_WIDTH = 64
FACTS = "training.json"


class TranslationNet(ModelMixin, ConfigMixin):
    """U-Net with skip connections, ``(B, C + C + SCENE_FEATURES, H, W)`` to ``(B, target bands, H, W)``.

    Args:
        source, target: modality ids.
        bands: bands of the two, in this order.
        widths: channels per level; each halves the size of the image.
    """

    @register_to_config
    def __init__(self, source: str, target: str, bands: Sequence[int], widths: Sequence[int] = WIDTHS) -> None:
        super().__init__()
        self.source, self.target = source, target
        self.factor = 2 ** len(widths)
        inside = [2 * bands[0] + SCENE_FEATURES, *widths]
        self.down = nn.ModuleList([_down(a, b, first=i == 0) for i, (a, b) in enumerate(zip(inside, widths))])
        # Every level but the lowest gets its own size's features beside what comes up.
        doubled = [*(2 * width for width in widths[:-1]), widths[-1]]
        self.up = nn.ModuleList([_up(a, b) for a, b in zip(doubled, [widths[0], *widths])])
        self.leave = nn.Conv2d(widths[0], bands[1], 3, padding=1)

    def forward(self, values: torch.Tensor, mask: torch.Tensor, scene: torch.Tensor) -> torch.Tensor:
        """Translate.

        Args:
            values, mask: ``(B, C, H, W)`` source in model space and where it is known; sides are multiples of
                :attr:`factor`.
            scene: ``(B, SCENE_FEATURES)``, see :func:`scenefill.core.model.conditioning.scene_features`.

        Returns:
            ``(B, target bands, H, W)`` model space.
        """
        planes = scene[:, :, None, None].expand(-1, -1, *values.shape[-2:])
        x = torch.cat([values * mask, mask, planes], dim=1)
        kept = []
        for layer in self.down:
            x = layer(x)
            kept.append(x)
        for level in reversed(range(len(self.up))):
            x = self.up[level](x if level == len(self.up) - 1 else torch.cat([x, kept[level]], dim=1))
        return self.leave(x)


def _down(inside: int, outside: int, first: bool) -> nn.Sequential:
    norm: list[nn.Module] = [] if first else [nn.BatchNorm2d(outside)]
    return nn.Sequential(nn.Conv2d(inside, outside, 4, 2, 1), *norm, nn.LeakyReLU(0.2))


def _up(inside: int, outside: int) -> nn.Sequential:
    return nn.Sequential(nn.ConvTranspose2d(inside, outside, 4, 2, 1), nn.BatchNorm2d(outside), nn.ReLU())


def judge_network(bands: int, width: int = JUDGE_WIDTH) -> nn.Sequential:
    """The 70 x 70 PatchGAN: ``(B, bands, H, W)`` of source and target to one logit per patch."""
    layers: list[nn.Module] = [nn.Conv2d(bands, width, 4, 2, 1), nn.LeakyReLU(0.2)]
    for inside, outside, stride in ((1, 2, 2), (2, 4, 2), (4, 8, 1)):
        layers += [
            nn.Conv2d(inside * width, outside * width, 4, stride, 1),
            nn.BatchNorm2d(outside * width),
            nn.LeakyReLU(0.2),
        ]
    return nn.Sequential(*layers, nn.Conv2d(8 * width, 1, 4, 1, 1))


@dataclass(frozen=True)
class Pairwise:
    """Trained networks, by (source, target)."""

    networks: Mapping[tuple[str, str], TranslationNet]

    @torch.no_grad()
    def translate(self, case: Case) -> dict[str, np.ndarray] | None:
        """``{target: (C, H, W)}`` in physical units; None unless one whole modality is drawn from one other, of a
        pair that was trained."""
        task = case.task
        if task.kind != "draw" or task.other or len(task.shown) != 1 or len(task.targets) != 1:
            return None
        source, target = task.shown[0], task.targets[0]
        net = self.networks.get((source, target))
        if net is None:
            return None
        values = registry()[source].to_model(case.shown_layers()[source])
        mask = np.isfinite(values)
        height, width = values.shape[-2:]
        # Beside the scene nothing is known, as beyond the edge of a training chip.
        below, right = (-side % net.factor for side in (height, width))
        planes = (
            torch.from_numpy(np.pad(plane, ((0, 0), (0, below), (0, right)))).float()[None]
            for plane in (np.where(mask, values, 0.0), mask)
        )
        drawn = net(*planes, _scene(case, target))[0, :, :height, :width].numpy()
        return {target: registry()[target].to_physical(drawn)}


def _scene(case: Case, target: str) -> torch.Tensor:
    """``(1, SCENE_FEATURES)``: pixel size and season, as in training."""
    a, b, c, d, e, f = case.scene.transform[:6]
    size = Grid(case.scene.crs, (a, b, c, d, e, f), *case.scene.shape[::-1]).pixel_size_m()
    day = day_of_year(case.scene.layers[target].date)
    return scene_features(torch.tensor([float(size)]), torch.tensor([day]))


def load_pairwise(folder: str | Path) -> Pairwise:
    """Every network in ``folder`` (one per sub-folder) or the one that it is; error ``unknown-model`` without any."""
    root = Path(folder)
    found = [path.parent for path in (root / FACTS, *sorted(root.glob(f"*/{FACTS}"))) if path.is_file()]
    if not found:
        raise SceneFillError("unknown-model", f"There is no trained pair in {root}.", "Train one, or name its folder.")
    networks = {}
    for path in found:
        source, target = json.loads((path / FACTS).read_text(encoding="utf-8"))["pair"]
        net = TranslationNet.from_pretrained(path, use_safetensors=True, local_files_only=True)
        networks[source, target] = net.eval().requires_grad_(False)
    return Pairwise(networks)
