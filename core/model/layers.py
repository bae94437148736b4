"""Building blocks of the scene encoder.

No layer here looks at statistics over space: a pixel's features depend on its neighbourhood only, never on what else is
in the window, so that windows agree where they overlap.
"""

from __future__ import annotations

import torch
from torch import nn
from torch.nn import functional as F


class ChannelNorm(nn.LayerNorm):
    """Layer norm over the channels of each pixel, ``(B, C, H, W)``."""

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        # With channels-last memory both permutations are views, and torch's fused kernel does the rest.
        return super().forward(x.permute(0, 2, 3, 1)).permute(0, 3, 1, 2)


def zero(module: nn.Module) -> None:
    """Start a layer silent: what it feeds begins as if the layer were not there."""
    for parameter in module.parameters():
        nn.init.zeros_(parameter)


class ResBlock(nn.Module):
    """Pre-activation residual block, optionally modulated by a vector (FiLM, Perez et al. 2018, arXiv 1709.07871)."""

    def __init__(self, channels: int, condition: int = 0) -> None:
        super().__init__()
        self.norm1, self.norm2 = ChannelNorm(channels), ChannelNorm(channels)
        self.conv1 = nn.Conv2d(channels, channels, 3, padding=1)
        self.conv2 = nn.Conv2d(channels, channels, 3, padding=1)
        zero(self.conv2)
        self.film = nn.Linear(condition, 2 * channels) if condition else None
        if self.film is not None:
            zero(self.film)

    def forward(self, x: torch.Tensor, condition: torch.Tensor | None = None) -> torch.Tensor:
        h = self.norm2(self.conv1(F.silu(self.norm1(x))))
        if self.film is not None:
            scale, shift = self.film(condition).chunk(2, dim=1)
            h = torch.addcmul(shift[:, :, None, None], h, 1 + scale[:, :, None, None])
        return x + self.conv2(F.silu(h))
