"""Gap masks: fractal clouds, the shapes of real clouds, swath edges, blocks.

Cloud fields are kept as rank fields (uint8: the pixel's quantile in its field), so that any cover is one comparison,
and the pixels just beyond a threshold are the thin edge of the same cloud.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from scipy import ndimage

from .data_types import Chip

_LEAST_SHAPE = 250  # pixels along a side of a chip whose clouds are reused
_SHAPE_COVER = (0.05, 0.85)
_RANKS = 256


def fractal_field(rng: np.random.Generator, size: int, slope: float) -> np.ndarray:
    """``(size, size)`` float32 noise whose amplitude spectrum falls as frequency ** -slope."""
    fy = np.fft.fftfreq(size)[:, None]
    fx = np.fft.rfftfreq(size)[None, :]
    frequency = np.hypot(fy * rng.uniform(0.6, 1.6), fx)  # anisotropy: streets of clouds
    frequency[0, 0] = 1.0
    spectrum = np.fft.rfft2(rng.standard_normal((size, size))) * frequency**-slope
    spectrum[0, 0] = 0.0
    return np.fft.irfft2(spectrum, s=(size, size)).astype(np.float32)


def rank_field(field: np.ndarray) -> np.ndarray:
    """uint8 quantiles of ``field``: ``rank < 256 * cover`` covers ``cover`` of the field."""
    order = np.empty(field.size, dtype=np.int64)
    order[np.argsort(field, axis=None)] = np.arange(field.size)
    return (order * _RANKS // field.size).astype(np.uint8).reshape(field.shape)


def hidden_shapes(chips: Sequence[Chip]) -> list[np.ndarray]:
    """``(H, W)`` bool shapes of real clouds and shadows: what the sky hid from optical layers of large chips."""
    shapes = []
    for chip in chips:
        for layer in chip.layers:
            if layer.modality == "optical" and layer.truth and min(chip.shape) >= _LEAST_SHAPE:
                hidden = ~layer.mask.any(axis=0)
                if _SHAPE_COVER[0] < hidden.mean() < _SHAPE_COVER[1]:
                    shapes.append(hidden)
    return shapes


class MaskBank:
    """A few hundred precomputed fields from which masks are cut in microseconds.

    Args:
        size: side of the masks in pixels.
        seed: of the bank.
        count: fractal fields.
        shapes: real cloud masks, see :func:`hidden_shapes`.
    """

    def __init__(
        self, size: int = 256, seed: int = 0, count: int = 192, shapes: list[np.ndarray] | None = None
    ) -> None:
        self.size = size
        rng = np.random.default_rng(seed)
        self._ranks = [rank_field(fractal_field(rng, size, rng.uniform(1.3, 2.4))) for _ in range(count)]
        self._real = [self._cut(rng, shape) for shape in shapes or [] for _ in range(12)]

    def _cut(self, rng: np.random.Generator, shape: np.ndarray) -> np.ndarray:
        """A random piece of a real mask at a random magnification, a little grown."""
        zoom = int(rng.integers(1, 3))
        side = -(-self.size // zoom)
        repeats = tuple(-(-side // n) for n in shape.shape)
        tiled = np.tile(shape, repeats) if max(repeats) > 1 else shape
        row = int(rng.integers(0, tiled.shape[0] - side + 1))
        col = int(rng.integers(0, tiled.shape[1] - side + 1))
        piece = tiled[row : row + side, col : col + side].repeat(zoom, 0).repeat(zoom, 1)[: self.size, : self.size]
        grow = int(rng.integers(0, 5))
        return ndimage.binary_dilation(piece, iterations=grow) if grow else piece.copy()

    def clouds(self, rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray | None]:
        """(gap ``(size, size)`` bool, thin cloud 0..1 just outside of it or None)."""
        if self._real and rng.random() < 0.3:
            return orient(self._real[int(rng.integers(len(self._real)))], int(rng.integers(8))), None
        ranks = orient(self._ranks[int(rng.integers(len(self._ranks)))], int(rng.integers(8)))
        threshold = int(_RANKS * rng.uniform(0.05, 0.95))
        table = np.clip((threshold + 30.0 - np.arange(_RANKS, dtype=np.float32)) / 30.0, 0.0, 1.0)
        table[:threshold] = 1.0
        return ranks < threshold, table.astype(np.float32)[ranks]

    def haze(self, rng: np.random.Generator) -> np.ndarray:
        """``(size, size)`` float32 smooth field 0..1."""
        ranks = orient(self._ranks[int(rng.integers(len(self._ranks)))], int(rng.integers(8)))
        return ranks.astype(np.float32) / _RANKS

    def swath(self, rng: np.random.Generator) -> np.ndarray:
        """``(size, size)`` bool: everything on one side of a random line."""
        angle = rng.uniform(0.0, 2.0 * np.pi)
        axis = np.arange(self.size, dtype=np.float32) - np.float32(self.size / 2.0)
        offset = rng.uniform(-0.35, 0.35) * self.size
        distance = axis[:, None] * np.float32(np.sin(angle)) + axis[None, :] * np.float32(np.cos(angle))
        return distance > np.float32(offset)

    def blocks(self, rng: np.random.Generator) -> np.ndarray:
        """``(size, size)`` bool: one to six rectangles, or thin stripes as of a failed scan line corrector."""
        gap = np.zeros((self.size, self.size), bool)
        if rng.random() < 0.2:
            period, width = int(rng.integers(12, 40)), int(rng.integers(2, 9))
            gap[(np.arange(self.size) + int(rng.integers(period))) % period < width] = True
            return gap if rng.random() < 0.5 else gap.T
        for _ in range(int(rng.integers(1, 7))):
            height, width = (int(v) for v in rng.integers(12, max(13, self.size // 2), 2))
            row, col = (int(v) for v in rng.integers(0, self.size - 8, 2))
            gap[row : row + height, col : col + width] = True
        return gap

    def draw(self, rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray | None]:
        """A random gap of any kind (clouds 70 %, blocks 18 %, swath edges 12 %); see :meth:`clouds`."""
        kind = rng.random()
        if kind < 0.70:
            return self.clouds(rng)
        return (self.blocks(rng), None) if kind < 0.88 else (self.swath(rng), None)


def orient(image: np.ndarray, code: int) -> np.ndarray:
    """One of the eight flips and rotations (``code`` 0..7) of the last two axes, as a view."""
    if code & 1:
        image = image[..., ::-1]
    if code & 2:
        image = image[..., ::-1, :]
    return np.swapaxes(image, -1, -2) if code & 4 else image
