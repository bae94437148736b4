"""A small network trained on one scene: what convolutions see that regressions and inpainting do not.

It corrects a combination of guesses (:mod:`.stacking`) and starts from "no correction". Training cuts random turned
crops from the scene, in which observed pixels are hidden; it is seeded and boxed by a number of steps.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

#: Channels of the network, side of its crops in pixels, crops per step.
WIDTH, CROP, BATCH = 48, 64, 6
LEARNING_RATE, WARMUP, WEIGHT_DECAY, CLIP = 1e-3, 20, 0.05, 1.0


class _Block(nn.Module):
    def __init__(self, channels: int) -> None:
        super().__init__()
        self.first = nn.Conv2d(channels, channels, 3, padding=1)
        self.second = nn.Conv2d(channels, channels, 3, padding=1)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return x + 0.3 * self.second(F.silu(self.first(F.silu(x))))


class CorrectionNet(nn.Module):
    """``(B, inputs, H, W)`` to corrections ``(B, bands, H, W)``; H and W multiples of 4."""

    def __init__(self, inputs: int, bands: int) -> None:
        super().__init__()
        self.enter = nn.Conv2d(4 * inputs, WIDTH, 3, padding=1)
        self.fine = nn.Sequential(_Block(WIDTH), _Block(WIDTH))
        self.down = nn.Conv2d(WIDTH, WIDTH, 2, stride=2)
        self.coarse = nn.Sequential(_Block(WIDTH), _Block(WIDTH))
        self.up = nn.Conv2d(WIDTH, WIDTH, 1)
        self.join = _Block(WIDTH)
        self.leave = nn.Conv2d(WIDTH, 4 * bands, 3, padding=1)
        nn.init.zeros_(self.leave.weight)
        if self.leave.bias is not None:
            nn.init.zeros_(self.leave.bias)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        x = self.fine(self.enter(F.pixel_unshuffle(x, 2)))
        y = self.coarse(self.down(x))
        x = self.join(x + F.interpolate(self.up(y), scale_factor=2.0, mode="nearest"))
        return F.pixel_shuffle(self.leave(F.silu(x)), 2)


@dataclass(frozen=True)
class Lesson:
    """One piece of the scene with pixels hidden.

    Attributes:
        inputs: ``(I, H, W)`` float32.
        correction: ``(C, H, W)`` float32, what the network should say.
        weight: ``(H, W)`` float32, 1 where a pixel was hidden and is known.
    """

    inputs: np.ndarray
    correction: np.ndarray
    weight: np.ndarray


class Adapter:
    """The network with its use: numpy in, numpy out, float32 on the CPU."""

    def __init__(self, net: CorrectionNet) -> None:
        self.net = net.eval().requires_grad_(False)

    @staticmethod
    def train(
        lessons: Sequence[Lesson], steps: int, seed: int, progress: Callable[[float], None] | None = None
    ) -> Adapter:
        """Train from nothing.

        Args:
            lessons: at least one, all with the same number of inputs and bands.
            steps: of the optimiser.
            seed: of weights and crops.
            progress: is told the share that is done before each step, and may raise to cancel.
        """
        rng = np.random.default_rng([seed, 0xADA])
        with torch.random.fork_rng(devices=[]):
            torch.manual_seed(int(rng.integers(2**31)))
            net = CorrectionNet(len(lessons[0].inputs), len(lessons[0].correction))
        optimizer = torch.optim.AdamW(net.parameters(), lr=LEARNING_RATE, weight_decay=WEIGHT_DECAY)
        for step in range(steps):
            if progress is not None:
                progress(step / steps)
            cosine = 0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * step / steps))
            for group in optimizer.param_groups:
                group["lr"] = LEARNING_RATE * min(1.0, (step + 1) / WARMUP) * cosine
            inputs, wanted, weight = _crops(lessons, rng)
            square = (net(inputs) - wanted).square() * weight
            loss = square.sum() / (weight.sum() * wanted.shape[1]).clamp_min(1.0)
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(net.parameters(), CLIP)
            optimizer.step()
        return Adapter(net)

    @torch.inference_mode()
    def correct(self, inputs: np.ndarray) -> np.ndarray:
        """``(I, H, W)`` to ``(C, H, W)`` float32; sides of any length."""
        height, width = inputs.shape[1:]
        padded = np.pad(inputs, ((0, 0), (0, -height % 4), (0, -width % 4)), mode="edge")
        tensor = torch.from_numpy(padded[None])
        return np.asarray(self.net(tensor)[0, :, :height, :width].numpy())

    def tensors(self) -> dict[str, np.ndarray]:
        """The weights by name."""
        return {name: value.contiguous().numpy() for name, value in self.net.state_dict().items()}

    @staticmethod
    def from_tensors(tensors: dict[str, np.ndarray], inputs: int, bands: int) -> Adapter:
        """The inverse of :meth:`tensors`."""
        net = CorrectionNet(inputs, bands)
        net.load_state_dict({name: torch.from_numpy(value) for name, value in tensors.items()})
        return Adapter(net)


def _crops(lessons: Sequence[Lesson], rng: np.random.Generator) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    parts: tuple[list[np.ndarray], list[np.ndarray], list[np.ndarray]] = ([], [], [])
    for _ in range(BATCH):
        lesson = lessons[int(rng.integers(len(lessons)))]
        height, width = lesson.weight.shape
        row, col = (int(rng.integers(max(side - CROP, 0) + 1)) for side in (height, width))
        turn = int(rng.integers(8))
        window = (slice(row, row + CROP), slice(col, col + CROP))
        for found, array in zip(parts, (lesson.inputs, lesson.correction, lesson.weight[None])):
            found.append(_turned(array[(slice(None), *window)], turn))
    tensors = [torch.from_numpy(np.stack(found)) for found in parts]
    return tensors[0], tensors[1], tensors[2]


def _turned(array: np.ndarray, turn: int) -> np.ndarray:
    """One of the eight flips and quarter turns of ``(C, side, side)``."""
    if turn & 4:
        array = array[:, ::-1]
    return np.ascontiguousarray(np.rot90(array, turn & 3, axes=(1, 2)))
