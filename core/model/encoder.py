"""The scene encoder E and the draft heads.

E maps whatever was observed, any subset of modalities with holes, to one scene map S; the heads read a direct
estimate of every modality off S, with its uncertainty.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import torch
from diffusers import ConfigMixin, ModelMixin
from diffusers.configuration_utils import register_to_config
from torch import nn
from torch.nn import functional as F

from .codec import Bands
from .config import INPUT_FEATURES, SCENE_FEATURES
from .layers import ResBlock, zero

CONDITION = 64


@dataclass(frozen=True)
class SceneInput:
    """One observation for a batch of scenes.

    Attributes:
        modality: its id.
        values: ``(B, C, H, W)`` model space; what is not observed may hold anything finite.
        mask: ``(B, C, H, W)`` 1 where observed, 0 elsewhere, same dtype as ``values``.
        features: ``(B, INPUT_FEATURES)``.
    """

    modality: str
    values: torch.Tensor
    mask: torch.Tensor
    features: torch.Tensor


class Stem(nn.Module):
    """From one modality's pixels and mask to features and to the weight they ask for at each location."""

    def __init__(self, bands: int, factor: int, channels: int, groups: int) -> None:
        super().__init__()
        self.factor = factor
        self.project = nn.Conv2d(2 * bands * factor**2, channels, 3, padding=1)
        self.condition = nn.Sequential(nn.Linear(INPUT_FEATURES, CONDITION), nn.SiLU())
        self.block = ResBlock(channels, CONDITION)
        self.logits = nn.Conv2d(channels, groups, 1)

    @torch.no_grad()
    def carry(self, start: int) -> int:
        """Begin by copying the observed values into the channels from ``start`` on; returns the first channel after."""
        count = self.project.in_channels // 2
        end = start + count
        groups, width = self.logits.out_channels, self.logits.in_channels // self.logits.out_channels
        index = torch.arange(count)
        weight = 0.3 * self.project.weight
        weight[start:end] = 0.0
        weight[start + index, index, 1, 1] = 1.0
        self.project.weight.copy_(weight)
        # The groups that hold these channels listen to this modality first.
        listening = torch.zeros(groups)
        first, last = start // width, -(-end // width)
        listening[first:last] = 5.0
        if self.project.bias is not None and self.logits.bias is not None:
            self.project.bias.zero_()
            self.logits.bias.copy_(listening)
        return end

    def forward(self, item: SceneInput) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
        """Returns features ``(B, S, h, w)``, logits ``(B, groups, h, w)`` and availability ``(B, 1, h, w)``."""
        pixels = torch.cat([item.values * item.mask, item.mask], dim=1)
        x = self.project(F.pixel_unshuffle(pixels, self.factor))
        x = self.block(x, self.condition(item.features))
        available = F.max_pool2d(item.mask.amax(dim=1, keepdim=True), self.factor) > 0
        return x, self.logits(x), available


class SceneEncoder(ModelMixin, ConfigMixin):
    """E: a stem per modality, masked softmax fusion at each location, convolutions down to an eighth of S."""

    @register_to_config
    def __init__(
        self,
        modalities: Bands,
        factor: int = 2,
        scene_channels: int = 64,
        trunk_channels: Sequence[int] = (128, 128),
        trunk_blocks: int = 2,
        fusion_groups: int = 8,
    ) -> None:
        super().__init__()
        self.factor, self.groups = factor, fusion_groups
        mid, low = trunk_channels
        stems = {name: Stem(bands, factor, scene_channels, fusion_groups) for name, bands in modalities}
        self.stems = nn.ModuleDict(stems)
        # What a location says when nothing was observed there.
        self.nothing = nn.Parameter(torch.zeros(scene_channels))
        self.nothing_logits = nn.Parameter(torch.full((fusion_groups,), -2.0))
        # No bias: without a guide the stem must be silent.
        self.guide = nn.Conv2d(sum(bands for _, bands in modalities), scene_channels, 3, padding=1, bias=False)
        self.condition = nn.Sequential(nn.Linear(SCENE_FEATURES, CONDITION), nn.SiLU())
        self.enter = ResBlock(scene_channels, CONDITION)
        self.down1 = nn.Conv2d(scene_channels, mid, 2, stride=2)
        self.middle = nn.ModuleList([ResBlock(mid, CONDITION) for _ in range(trunk_blocks)])
        self.down2 = nn.Conv2d(mid, low, 2, stride=2)
        self.bottom = nn.ModuleList([ResBlock(low, CONDITION) for _ in range(trunk_blocks)])
        self.up2 = nn.Conv2d(low, mid, 1)
        self.back = ResBlock(mid, CONDITION)
        self.up1 = nn.Conv2d(mid, scene_channels, 1)
        self.leave = ResBlock(scene_channels, CONDITION)
        zero(self.guide)
        zero(self.up1)
        if sum(bands for _, bands in modalities) * factor**2 <= scene_channels:
            # Begin with S holding what was observed, each latent value in a channel of its own. DraftHeads begins by
            # reading it from there, so training starts from "keep what you see" and spends its time on what is missing:
            # learning the identity through a random network took most of a short run.
            start = 0
            for stem in stems.values():
                start = stem.carry(start)

    def fuse(self, inputs: Sequence[SceneInput], batch: int, height: int, width: int) -> torch.Tensor:
        """Weighted mean over the inputs that exist at each location: absent ones have no weight at all."""
        dtype, device = self.nothing.dtype, self.nothing.device
        values = [self.nothing[None, :, None, None].expand(batch, -1, height, width)]
        logits = [self.nothing_logits[None, :, None, None].expand(batch, -1, height, width)]
        for item in inputs:
            features, weight, available = self.stems[item.modality](item)
            values.append(features)
            logits.append(weight.masked_fill(~available, float("-inf")))
        shares = torch.softmax(torch.stack(logits).float(), dim=0).to(dtype)
        stacked = torch.stack(values).to(device)
        grouped = stacked.unflatten(2, (self.groups, -1))
        return (grouped * shares[:, :, :, None]).sum(dim=0).flatten(1, 2)

    def forward(
        self,
        inputs: Sequence[SceneInput],
        scene: torch.Tensor,
        size: tuple[int, int],
        guide: torch.Tensor | None = None,
    ) -> torch.Tensor:
        """Infer the scene.

        Args:
            inputs: what was observed; may be empty.
            scene: ``(B, SCENE_FEATURES)``.
            size: ``(H, W)`` in pixels, multiples of four latent cells.
            guide: ``(B, bands of all modalities, h, w)`` coarse draft of every modality in model space, or None.

        Returns:
            S, ``(B, scene_channels, H/f, W/f)``.
        """
        height, width = size[0] // self.factor, size[1] // self.factor
        x = self.fuse(inputs, scene.shape[0], height, width)
        if guide is not None:
            x = x + self.guide(F.interpolate(guide, size=(height, width), mode="bilinear", align_corners=False))
        condition = self.condition(scene)
        x = self.enter(x, condition)
        y = self.down1(x)
        for block in self.middle:
            y = block(y, condition)
        z = self.down2(y)
        for block in self.bottom:
            z = block(z, condition)
        y = self.back(y + F.interpolate(self.up2(z), scale_factor=2.0, mode="nearest"), condition)
        x = self.leave(x + F.interpolate(self.up1(y), scale_factor=2.0, mode="nearest"), condition)
        return x


class DraftHeads(ModelMixin, ConfigMixin):
    """Mean and log-variance of every modality's latents from S, and the scale σ of what they leave unexplained."""

    @register_to_config
    def __init__(self, latents: Bands, scene_channels: int = 64, residual: bool = True) -> None:
        super().__init__()
        self.latents, self.residual = dict(latents), residual
        self.total = sum(self.latents.values())
        self.enter = nn.Conv2d(scene_channels, scene_channels, 3, padding=1)
        self.leave = nn.Conv2d(scene_channels, 2 * self.total, 3, padding=1)
        zero(self.leave)
        # Reads what Stem.carry writes.
        self.direct = nn.Conv2d(scene_channels, self.total, 1)
        zero(self.direct)
        if self.total <= scene_channels:
            with torch.no_grad():
                index = torch.arange(self.total)
                self.direct.weight[index, index] = 1.0
        #: σ per modality of the residual flow, followed during training.
        self.register_buffer("residual_std", torch.full((len(self.latents),), 0.5))

    def forward(self, scene_map: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        """``(B, S, h, w)`` to mean and log-variance, ``(B, sum L, h, w)`` each."""
        mean, log_variance = self.leave(F.silu(self.enter(scene_map))).chunk(2, dim=1)
        return mean + self.direct(scene_map), log_variance.clamp(-9.0, 4.0)

    def frame(self, mean: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        """Origin and unit of what the generator draws: the draft and σ, or 0 and 1 for a flow on plain values."""
        sigma = self.sigma()
        return (mean, sigma) if self.residual else (torch.zeros_like(mean), torch.ones_like(sigma))

    def sigma(self) -> torch.Tensor:
        """``(1, sum L, 1, 1)``: σ of each latent channel's modality."""
        counts = torch.tensor(list(self.latents.values()), device=self.residual_std.device)
        return torch.repeat_interleave(self.residual_std.float(), counts)[None, :, None, None]
