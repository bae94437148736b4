"""Deep image prior: a network that has seen nothing but the scene, and whose shape alone is what it knows of images.

D. Ulyanov, A. Vedaldi, V. Lempitsky, "Deep Image Prior", CVPR 2018: an untrained U-Net turns fixed noise into the
image, fitted to the observed pixels alone; what it puts into the gap is the answer. Beside the noise it gets the layers
that the task shows, which makes it a fair rival where there are any. The number of steps is fixed beforehand: nothing
hidden decides when to stop.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import torch
from torch import nn
from torch.nn import functional as nnf

from .eval_tasks import Case

#: Pixels of the largest scene that it is fitted to in an evaluation: a fit of 256 × 256 takes minutes.
LARGEST = 128 * 128
_NOISE_CHANNELS = 8
_NOISE = 0.1  # of the fixed input, as in the paper
_JITTER = 1.0 / 30.0  # of the input, drawn anew at every step, as in the paper's inpainting
_SMOOTHING = 0.99  # of the running mean of the outputs
_LEAST_SPREAD = 1e-6


@dataclass(frozen=True)
class DeepImagePrior:
    """The settings of a fit.

    Args:
        steps: of Adam.
        width: channels of every scale.
        scales: halvings of the resolution.
        rate: learning rate.
        seed: of weights and noise.
    """

    steps: int = 800
    width: int = 32
    scales: int = 3
    rate: float = 0.01
    seed: int = 0

    def draw(self, case: Case) -> dict[str, np.ndarray]:
        """Target modality -> ``(C, H, W)`` physical values; bands that were observed nowhere stay NaN."""
        seen = np.concatenate([case.seen_target(modality) for modality in case.task.targets])
        used = np.isfinite(seen).reshape(len(seen), -1).any(axis=1)
        drawn = np.full_like(seen, np.nan)
        drawn[used] = self._fit(seen[used], case.shown_layers())
        counts = [case.truth(modality).shape[0] for modality in case.task.targets]
        return dict(zip(case.task.targets, np.split(drawn, np.cumsum(counts)[:-1])))

    def _fit(self, seen: np.ndarray, shown: Mapping[str, np.ndarray]) -> np.ndarray:
        """``(C, H, W)`` with the observed pixels as they are."""
        observed = np.isfinite(seen)
        means, spreads = _level(seen)
        device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
        truth = _tensor(np.where(observed, (seen - means) / spreads, 0.0)).to(device)
        mask = _tensor(observed).to(device)
        with torch.random.fork_rng():
            torch.manual_seed(self.seed)
            noise = torch.rand((1, _NOISE_CHANNELS, *seen.shape[1:])) * _NOISE
            given = torch.cat([noise, _tensor(_guides(shown, seen.shape[1:]))], dim=1).to(device)
            network = _UNet(given.shape[1], len(seen), self.width, self.scales).to(device)
            result = self._run(network, given, truth, mask)
        values = result[0].cpu().numpy() * spreads + means
        return np.where(observed, seen, values).astype(np.float32)

    def _run(self, network: nn.Module, given: torch.Tensor, truth: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        optimiser = torch.optim.Adam(network.parameters(), lr=self.rate)
        mean = torch.zeros_like(truth)
        for step in range(self.steps):
            drawn = network(given + _JITTER * torch.randn(given.shape).to(given.device))
            loss = ((drawn - truth).square() * mask).sum() / mask.sum()
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            share = min(_SMOOTHING, step / (step + 1.0))
            mean = share * mean + (1.0 - share) * drawn.detach()
        return mean


def _level(bands: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Mean and standard deviation per band ``(C, 1, 1)`` over its finite pixels."""
    means = np.nanmean(bands, axis=(1, 2), keepdims=True)
    return means, np.maximum(np.nanstd(bands, axis=(1, 2), keepdims=True), _LEAST_SPREAD)


def _guides(shown: Mapping[str, np.ndarray], shape: tuple[int, ...]) -> np.ndarray:
    """``(F, H, W)``: the shown bands, standardised, 0 where absent, and per layer where it is absent."""
    planes = []
    for values in shown.values():
        known = np.isfinite(values)
        values = values[known.reshape(len(values), -1).any(axis=1)]
        if len(values):
            means, spreads = _level(values)
            planes += [np.nan_to_num((values - means) / spreads), ~known.any(axis=0, keepdims=True)]
    return np.concatenate(planes) if planes else np.zeros((0, *shape))


def _tensor(values: np.ndarray) -> torch.Tensor:
    return torch.from_numpy(np.ascontiguousarray(values, dtype=np.float32))[None]


def _block(channels: int, width: int, stride: int = 1) -> nn.Sequential:
    layers = []
    for inside, step in ((channels, stride), (width, 1)):
        layers += [
            nn.Conv2d(inside, width, 3, step, 1, padding_mode="reflect"),
            nn.BatchNorm2d(width),
            nn.LeakyReLU(0.2),
        ]
    return nn.Sequential(*layers)


class _UNet(nn.Module):
    """``(1, channels, H, W)`` to ``(1, bands, H, W)``: convolutions down and up with skips, any H and W."""

    def __init__(self, channels: int, bands: int, width: int, scales: int) -> None:
        super().__init__()
        self.first = _block(channels, width)
        self.down = nn.ModuleList(_block(width, width, stride=2) for _ in range(scales))
        self.up = nn.ModuleList(_block(2 * width, width) for _ in range(scales))
        self.last = nn.Conv2d(width, bands, 1)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        skips = [self.first(x)]
        for block in self.down:
            skips.append(block(skips[-1]))
        found = skips.pop()
        for block in self.up:
            skip = skips.pop()
            wide = nnf.interpolate(found, size=skip.shape[-2:], mode="bilinear", align_corners=False)
            found = block(torch.cat([wide, skip], dim=1))
        return self.last(found)
