"""Standard normal noise as a function of place: the same pixel gets the same noise for ever.

Counter-based: the Philox generator (Salmon et al. 2011, "Parallel random numbers: as easy as 1, 2, 3") is keyed by
seed, name and sample, and its counter is the block's position on the absolute lattice. The transform to normals is done
here from raw bits, because the streams of library normals may change between versions while raw bits may not.
"""

from __future__ import annotations

import hashlib

import numpy as np

from .grid import Window

BLOCK = 64
_WORD = 2**64


def noise(seed: int, key: str, sample: int, row: int, col: int, height: int, width: int) -> np.ndarray:
    """Noise of a lattice window.

    Args:
        seed: the job's seed.
        key: what the noise is for, for example ``"optical/red"``.
        sample: number of the realisation.
        row, col: absolute lattice index of the top-left pixel, any sign.
        height, width: size in pixels.

    Returns:
        ``(height, width)`` float32, standard normal, independent between pixels, keys, samples and seeds.
    """
    window = Window(row, col, height, width)
    out = np.empty((height, width), dtype=np.float32)
    philox_key = _philox_key(seed, key, sample)
    for block_row, block_col in window.tiles(BLOCK):
        tile = Window(block_row * BLOCK, block_col * BLOCK, BLOCK, BLOCK)
        part = tile.intersection(window)
        if part is not None:
            out[part.slices_in(window)] = _block(philox_key, block_row, block_col)[part.slices_in(tile)]
    return out


def _philox_key(seed: int, key: str, sample: int) -> np.ndarray:
    digest = hashlib.sha256(f"scenefill-noise/1|{seed}|{key}|{sample}".encode()).digest()
    return np.frombuffer(digest[:16], dtype="<u8").astype(np.uint64)


def _block(philox_key: np.ndarray, block_row: int, block_col: int) -> np.ndarray:
    """One whole block by the Box–Muller transform; always all of it, so that every crop meets the same arithmetic."""
    counter = np.array([0, block_row % _WORD, block_col % _WORD, 0], dtype=np.uint64)
    bits = np.random.Philox(counter=counter, key=philox_key).random_raw(BLOCK * BLOCK) >> np.uint64(11)
    # Uniforms of 53 bits in (0, 1]: never 0, whose logarithm is infinite.
    uniform = (bits.astype(np.float64) + 1.0) * 2.0**-53
    first, second = np.split(uniform, 2)
    radius, angle = np.sqrt(-2.0 * np.log(first)), 2.0 * np.pi * second
    normals = np.concatenate([radius * np.cos(angle), radius * np.sin(angle)])
    return normals.astype(np.float32).reshape(BLOCK, BLOCK)
