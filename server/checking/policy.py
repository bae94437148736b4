"""What a raster from a stranger may be like."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..config import ServerConfig

MIB = 2**20
#: TIFF's numbers of the compressions that are taken: none, LZW, DEFLATE (both numbers), PackBits, ZSTD. The others
#: (JPEG, LERC, WebP, CCITT ...) are either lossy or rare, and each is one more decoder for strangers to play with.
COMPRESSIONS = {1: "none", 5: "LZW", 8: "DEFLATE", 32946: "DEFLATE", 32773: "PackBits", 50000: "ZSTD"}
#: (sample format, bits) of the numbers that are taken.
DTYPES = {
    (1, 1): "uint8",
    (1, 8): "uint8",
    (2, 8): "int8",
    (1, 16): "uint16",
    (2, 16): "int16",
    (1, 32): "uint32",
    (2, 32): "int32",
    (1, 64): "uint64",
    (2, 64): "int64",
    (3, 32): "float32",
    (3, 64): "float64",
}


@dataclass(frozen=True)
class Policy:
    """Limits of one raster.

    Attributes:
        pixels: of its largest image; bands: of each image.
        block_bytes: of one decoded tile or strip, all its bands together where they are interleaved.
        decoded_bytes: of all images of the file together.
        images: IFDs, so overviews and masks.
        blocks: tiles or strips of all images together.
        entries: of one IFD.
        tag_bytes: of all tags but the lists of blocks.
        memory_bytes: address space of the process that decodes.
        cpu_seconds, wall_seconds: that decoding one file may take.
    """

    pixels: int = 800_000_000
    bands: int = 300
    block_bytes: int = 64 * MIB
    decoded_bytes: int = 16 * 1024 * MIB
    images: int = 64
    blocks: int = 2_000_000
    entries: int = 256
    tag_bytes: int = 4 * MIB
    memory_bytes: int = 1024 * MIB
    cpu_seconds: int = 300
    wall_seconds: int = 600

    @classmethod
    def of(cls, config: ServerConfig) -> Policy:
        """An input may be finer than the job's grid: twice as fine at the grid's largest size."""
        return cls(pixels=4 * config.max_pixels, bands=config.max_bands)
