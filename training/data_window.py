"""Windows of chip layers: cut, resampled to another pixel size, padded with "not valid", averaged to the overview."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .data_types import ChipLayer
from .masks import orient


@dataclass(frozen=True)
class Placement:
    """Where a context window lies on a chip.

    Attributes:
        row, col: first row and column of the window, in resampled pixels; may be negative.
        size: side of the window in resampled pixels.
        scale: chip pixels per resampled pixel (1.2 makes pixels 20 % larger).
        code: one of the eight flips and rotations, applied last.
    """

    row: int
    col: int
    size: int
    scale: float
    code: int


def place(
    rng: np.random.Generator, shape: tuple[int, int], crop: int, context: int, scale: float, step: int
) -> tuple[Placement, tuple[int, int]]:
    """A random context window and the crop inside it: ``(placement, (row, col))`` in units of ``step`` pixels.

    The crop covers as much of the chip as it can; the context stays on the chip as far as the chip is large enough. The
    crop's position counts after flips and rotations.
    """
    room = (context - crop) // step
    starts, crops = [], []
    for length in shape:
        usable = int(length / scale)
        spare = usable - crop
        first = int(rng.integers(min(spare, 0), max(spare, 0) + 1))
        inside = int(rng.integers(0, room + 1))
        if usable >= context:
            low = -(-max(first - (usable - context), 0) // step)
            inside = min(max(inside, low), max(first, 0) // step, room)
        starts.append(first - inside * step)
        crops.append(inside)
    code = int(rng.integers(8))
    rows, cols = crops
    if code & 1:
        cols = room - cols
    if code & 2:
        rows = room - rows
    if code & 4:
        rows, cols = cols, rows
    return Placement(starts[0], starts[1], context, scale, code), (rows, cols)


def cut(layer: ChipLayer, where: Placement) -> tuple[np.ndarray, np.ndarray]:
    """``(C, size, size)`` float32 values (0 where not valid) of a layer, and its bool mask.

    The mask is ``(1, size, size)`` where all bands of the layer share one, else ``(C, size, size)``.
    """
    values, mask = layer.values, layer.mask
    shared = mask.strides[0] == 0 or mask.shape[0] == 1
    planes = mask[:1] if shared else mask
    if where.scale == 1.0:
        out, known = _copy_window(values, planes, where)
    else:
        out, known = _resample_window(values, planes, where)
    return np.ascontiguousarray(orient(out, where.code)), np.ascontiguousarray(orient(known, where.code))


def _span(first: int, size: int, length: int) -> tuple[slice, slice]:
    """(slice of the window, slice of the chip) that overlap."""
    low, high = max(first, 0), min(first + size, length)
    high = max(high, low)
    return slice(low - first, high - first), slice(low, high)


def _copy_window(values: np.ndarray, mask: np.ndarray, where: Placement) -> tuple[np.ndarray, np.ndarray]:
    out = np.zeros((values.shape[0], where.size, where.size), np.float32)
    known = np.zeros((mask.shape[0], where.size, where.size), bool)
    rows, chip_rows = _span(where.row, where.size, values.shape[1])
    cols, chip_cols = _span(where.col, where.size, values.shape[2])
    out[:, rows, cols] = values[:, chip_rows, chip_cols]
    known[:, rows, cols] = mask[:, chip_rows, chip_cols]
    return out, known


def _resample_window(values: np.ndarray, mask: np.ndarray, where: Placement) -> tuple[np.ndarray, np.ndarray]:
    """Bilinear; a pixel is valid only where all chip pixels under it are."""
    row0, row_weight, row_in = _taps(where.row, where.size, where.scale, values.shape[1])
    col0, col_weight, col_in = _taps(where.col, where.size, where.scale, values.shape[2])
    top, left = int(row0[0]), int(col0[0])
    part = np.s_[:, top : int(row0[-1]) + 2, left : int(col0[-1]) + 2]
    out = _lerp(values[part].astype(np.float32), row0 - top, row_weight, col0 - left, col_weight)
    inside = row_in[:, None] & col_in[None, :]
    chip_mask = mask[part]
    whole = bool(chip_mask.all())
    if whole:
        known = np.broadcast_to(inside, (mask.shape[0], *inside.shape)).copy()
    else:
        known = (_lerp(chip_mask.astype(np.float32), row0 - top, row_weight, col0 - left, col_weight) > 0.999) & inside
    if not (whole and row_in.all() and col_in.all()):
        out *= known
    return out, known


def _taps(first: int, size: int, scale: float, length: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """(left neighbour, weight of the right neighbour, whether on the chip) of resampled pixel centres."""
    centre = (np.arange(first, first + size) + 0.5) * scale - 0.5
    inside = (centre > -0.5) & (centre < length - 0.5)
    centre = np.clip(centre, 0.0, length - 1.001)
    left = np.minimum(centre.astype(np.int64), length - 2)
    return left, (centre - left).astype(np.float32), inside


def _lerp(
    block: np.ndarray, row0: np.ndarray, row_weight: np.ndarray, col0: np.ndarray, col_weight: np.ndarray
) -> np.ndarray:
    upper = block[:, row0]
    upper += (block[:, row0 + 1] - upper) * row_weight[:, None]
    left = upper[:, :, col0]
    left += (upper[:, :, col0 + 1] - left) * col_weight
    return left


def block_mean(values: np.ndarray, mask: np.ndarray, factor: int) -> tuple[np.ndarray, np.ndarray]:
    """Mean over the valid pixels of ``factor`` x ``factor`` blocks, and whether a block has any.

    Args:
        values: ``(C, H, W)`` float32, 0 where not valid.
        mask: ``(1, H, W)`` for all bands, or ``(C, H, W)`` bool.

    Returns:
        ``(C, H / factor, W / factor)`` float32, and a bool mask with as many planes as ``mask``.
    """
    count = _block_sum(mask.astype(np.float32), factor)
    return _block_sum(values, factor) / np.maximum(count, 1.0), count > 0.0


def _block_sum(image: np.ndarray, factor: int) -> np.ndarray:
    bands, height, width = image.shape
    ones = np.ones(factor, np.float32)
    columns = np.ascontiguousarray(image).reshape(-1, factor) @ ones
    rows = columns.reshape(bands, height // factor, factor, width // factor)
    return np.einsum("bhfw->bhw", rows)


def degrade(values: np.ndarray, mask: np.ndarray, factor: int) -> tuple[np.ndarray, np.ndarray]:
    """What a sensor with ``factor`` times larger pixels shows, repeated to this grid: values and mask."""
    mean, known = block_mean(values, mask, factor)
    return mean.repeat(factor, 1).repeat(factor, 2), known.repeat(factor, 1).repeat(factor, 2)


def shift(values: np.ndarray, mask: np.ndarray, rows: int, cols: int) -> tuple[np.ndarray, np.ndarray]:
    """Values and mask moved by whole pixels; what comes from outside is 0 and not valid."""
    height, width = values.shape[1:]
    target = np.s_[:, max(0, rows) : height + min(0, rows), max(0, cols) : width + min(0, cols)]
    source = np.s_[:, max(0, -rows) : height - max(0, rows), max(0, -cols) : width - max(0, cols)]
    moved, known = np.zeros_like(values), np.zeros_like(mask)
    moved[target], known[target] = values[source], mask[source]
    return moved, known
