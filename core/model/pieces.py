"""Pieces of a scene to learn from, and the masks that hide their observed pixels.

Masks have the shape of the scene's own gaps, turned and moved: what is learnt from them is meant for those.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from .trends import FOLDS, fold_map

#: Pixels around a window that its guesses look at.
MARGIN = 32
#: Times that every piece is hidden anew.
MASKS = 5
#: Side in pixels of the blocks that are held out, and their share: small ones, so that a small scene has many.
HELD_BLOCK, HELD_SHARE = 12, 0.16
#: Share of a piece that a hiding mask must hide of what is observed.
HIDDEN = (0.05, 0.7)
#: A piece by its index, and the ``(H, W)`` bool pixels of it that are hidden.
Lesson = tuple[int, np.ndarray]


@dataclass(frozen=True)
class Piece:
    """A square of the scene: a window, its core, with :data:`MARGIN` pixels around it.

    Attributes:
        row, col: lattice index of the top-left pixel, margin included.
        values: ``(C, H, W)`` the layer to fill, 0 where not observed.
        observed: ``(H, W)`` bool.
        gap: ``(H, W)`` bool, what the job wants drawn.
        covariates: ``(F, H, W)`` bands of the other layers, NaN where absent.
        prior: ``(C, H, W)`` the overview under it, believed where nothing is near.
    """

    row: int
    col: int
    values: np.ndarray
    observed: np.ndarray
    gap: np.ndarray
    covariates: np.ndarray
    prior: np.ndarray

    @property
    def inside(self) -> np.ndarray:
        """``(H, W)`` bool, True in the core."""
        found = np.zeros(self.observed.shape, bool)
        found[self.core] = True
        return found

    @property
    def core(self) -> tuple[slice, slice]:
        height, width = self.observed.shape
        return slice(MARGIN, height - MARGIN), slice(MARGIN, width - MARGIN)

    def cut(self) -> Piece:
        """The core alone."""
        margin = (self.row + MARGIN, self.col + MARGIN)
        arrays = (self.values, self.observed, self.gap, self.covariates, self.prior)
        return Piece(*margin, *(array[(..., *self.core)] for array in arrays))

    def folds(self, hidden: np.ndarray | None = None) -> np.ndarray:
        """``(H, W)``: cross-fitting fold of every observed pixel, :data:`FOLDS` elsewhere and where ``hidden``."""
        known = self.observed if hidden is None else self.observed & ~hidden
        return folds_of(self.row, self.col, known)

    def held_out(self) -> np.ndarray:
        """``(H, W)`` bool: observed pixels in blocks that judge what is learnt; a function of place."""
        sides = zip((self.row, self.col), self.observed.shape)
        rows, cols = (np.arange(start, start + side) // HELD_BLOCK for start, side in sides)
        mixed = np.add.outer(rows * 0x27D4EB2F, cols * 0x165667B1).astype(np.int64) & 0xFFFFFFFF
        mixed = ((mixed ^ (mixed >> 13)) * 0x5BD1E995) & 0xFFFFFFFF
        return self.observed & ((mixed >> 8) % 1000 < 1000 * HELD_SHARE)


def folds_of(row: int, col: int, known: np.ndarray) -> np.ndarray:
    """``(H, W)``: cross-fitting fold of every known pixel of a lattice window, :data:`FOLDS` elsewhere."""
    return np.where(known, fold_map(row, col, *known.shape), FOLDS)


def hide(pieces: Sequence[Piece], held: Sequence[np.ndarray], rng: np.random.Generator) -> list[Lesson]:
    """Masks in the shape of the scene's own gaps over what is observed; the held-out blocks are always hidden."""
    shapes = [piece.gap for piece in pieces if HIDDEN[0] < piece.gap.mean() < HIDDEN[1]]
    found = []
    for index, (piece, out) in enumerate(zip(pieces, held)):
        known = piece.observed & ~out
        for _ in range(MASKS):
            hidden = _draw_mask(shapes, known, rng)
            if hidden is not None:
                found.append((index, hidden | out))
    return found


def _draw_mask(shapes: Sequence[np.ndarray], known: np.ndarray, rng: np.random.Generator) -> np.ndarray | None:
    for attempt in range(20):
        if shapes and attempt < 15:
            mask = np.rot90(shapes[int(rng.integers(len(shapes)))], int(rng.integers(4)))
            mask = mask[:, ::-1] if rng.integers(2) else mask
            mask = np.roll(mask, tuple(int(rng.integers(side)) for side in mask.shape), (0, 1))
        else:
            mask = _blocks(known.shape, rng)
        hidden = mask & known
        if HIDDEN[0] * known.sum() < hidden.sum() < HIDDEN[1] * known.sum():
            return np.asarray(hidden)
    return None


def _blocks(shape: tuple[int, ...], rng: np.random.Generator) -> np.ndarray:
    mask = np.zeros(shape, bool)
    for _ in range(6):
        size = [int(rng.integers(10, 40)) for _ in shape]
        start = [int(rng.integers(max(side - length, 1))) for side, length in zip(shape, size)]
        mask[tuple(slice(first, first + length) for first, length in zip(start, size))] = True
    return mask


def digest_of(pieces: Sequence[Piece], facts: str) -> str:
    """SHA-256 of all that an adaptation depends on: the pieces' pixels, and ``facts`` in words."""
    found = hashlib.sha256(facts.encode())
    for piece in pieces:
        found.update(f"{piece.row},{piece.col},{piece.values.shape}".encode())
        for array in (piece.values, piece.observed, piece.gap, piece.covariates, piece.prior):
            found.update(np.ascontiguousarray(array).tobytes())
    return found.hexdigest()
