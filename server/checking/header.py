"""The header of a GeoTIFF, judged before GDAL sees the file: nothing of it is decoded, little of it is read.

Which sizes an image has, how much memory a block of it takes and whether its blocks lie in the file is all in the tags;
a file that lies about them is refused here, in milliseconds and within a few megabytes.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

import numpy as np

from ...core.errors import SceneFillError
from .metadata import check_geo_text, check_metadata
from .policy import COMPRESSIONS, DTYPES, Policy
from .refusals import against_policy, damaged
from .tiff import ASCII, STRIP_COUNTS, STRIP_OFFSETS, TILE_COUNTS, TILE_OFFSETS, Entry, Tiff

_WIDTH, _HEIGHT, _BITS, _COMPRESSION, _PHOTOMETRIC = 256, 257, 258, 259, 262
_SAMPLES, _ROWS, _PLANAR, _TILE_WIDTH, _TILE_HEIGHT, _FORMAT = 277, 278, 284, 322, 323, 339
_GEO_SCALE, _GEO_TIEPOINTS, _GEO_MATRIX, _GEO_TEXT, _GDAL_METADATA = 33550, 33922, 34264, 34737, 42112
_SEPARATE = 2
#: By whether an image has tiles, the tags that it must not have.
_OF_THE_OTHER = {
    True: (STRIP_OFFSETS, STRIP_COUNTS, _ROWS),
    False: (TILE_COUNTS, _TILE_WIDTH, _TILE_HEIGHT),
}
#: White or black is zero, RGB, palette, mask: the others are for JPEG and print.
_PHOTOMETRICS = (0, 1, 2, 3, 4)
_COMPLEX = (5, 6)
#: What a block that does not get smaller by compression may take beside twice its size.
_SLACK = 1 << 16


@dataclass(frozen=True)
class RasterFacts:
    """What a header says of a raster's full-size image.

    Attributes:
        width, height: pixels.
        bands: of each pixel.
        dtype: NumPy's name.
        block: height and width of a tile or strip.
        compression: name.
        images: that the file has, with overviews and masks.
        decoded_bytes: of all images.
        transform: ``(a, b, c, d, e, f)`` of pixel corners, but for half a pixel where the file counts from pixel
            centres; None without a georeference.
    """

    width: int
    height: int
    bands: int
    dtype: str
    block: tuple[int, int]
    compression: str
    images: int
    decoded_bytes: int
    transform: tuple[float, float, float, float, float, float] | None

    @property
    def pixels(self) -> int:
        return self.width * self.height


@dataclass(frozen=True)
class _Image:
    width: int
    height: int
    bands: int
    dtype: str
    block: tuple[int, int]
    compression: str
    decoded_bytes: int
    blocks: int


def check_file(path: Path, policy: Policy) -> RasterFacts:
    """The facts of a raster that may be read.

    Raises:
        SceneFillError: ``not-a-geotiff``, ``raster-policy``, ``raster-damaged``, ``complex-raster``.
    """
    with path.open("rb") as stream:
        return check_header(stream, path.stat().st_size, policy)


def check_header(stream: BinaryIO, size: int, policy: Policy) -> RasterFacts:
    """The same for an open file of ``size`` bytes."""
    tiff = Tiff(stream, size, policy)
    images: list[_Image] = []
    transform = None
    decoded = blocks = 0
    for tags in tiff.images():
        image = _Header(tiff, tags, policy).image(policy.blocks - blocks)
        decoded, blocks = decoded + image.decoded_bytes, blocks + image.blocks
        if decoded > policy.decoded_bytes:
            raise against_policy(f"its pixels take more than {policy.decoded_bytes >> 20} MiB")
        if not images:
            transform = _transform(tiff, tags)
        images.append(image)
    first = images[0]
    return RasterFacts(
        first.width,
        first.height,
        first.bands,
        first.dtype,
        first.block,
        first.compression,
        len(images),
        decoded,
        transform,
    )


class _Header:
    """The judgement of one image."""

    def __init__(self, tiff: Tiff, tags: Mapping[int, Entry], policy: Policy) -> None:
        self._tiff, self._tags, self._policy = tiff, tags, policy

    def image(self, blocks_left: int) -> _Image:
        width, height = self._one(_WIDTH), self._one(_HEIGHT)
        bands = self._one(_SAMPLES, 1)
        if not (width and height and bands):
            raise damaged("an image of it has no pixels")
        if width * height > self._policy.pixels:
            raise against_policy(
                f"{width} × {height} pixels are more than {self._policy.pixels}", "Clip it to the job's extent."
            )
        if bands > self._policy.bands:
            raise against_policy(f"{bands} bands are more than {self._policy.bands}", "Send the bands that are mapped.")
        dtype, bits = self._dtype(bands)
        compression = self._compression()
        # Of decoded pixels: GDAL holds a byte for a bit.
        pixel_bytes = max(bits, 8) // 8
        block = self._block(width, height)
        interleaved = self._one(_PLANAR, 1) != _SEPARATE
        block_bytes = block[0] * block[1] * (bands if interleaved else 1) * pixel_bytes
        if block_bytes > self._policy.block_bytes:
            raise against_policy(
                f"blocks of {block[1]} × {block[0]} pixels take {block_bytes >> 20} MiB each",
                f"Save it in tiles of 512 × 512 pixels; a block may take {self._policy.block_bytes >> 20} MiB.",
            )
        count = -(-width // block[1]) * -(-height // block[0]) * (1 if interleaved else bands)
        if count > blocks_left:
            raise against_policy(f"it has more than {self._policy.blocks} blocks", "Save it in larger tiles.")
        self._check_blocks(count, block_bytes)
        self._check_texts()
        return _Image(width, height, bands, dtype, block, compression, width * height * bands * pixel_bytes, count)

    def _dtype(self, bands: int) -> tuple[str, int]:
        bits, formats = self._all_the_same(_BITS, bands, 1), self._all_the_same(_FORMAT, bands, 1)
        if formats in _COMPLEX:
            # The code that the engine has for it.
            raise _complex()
        if (formats, bits) not in DTYPES:
            raise against_policy(f"numbers of {bits} bits in format {formats} are not taken")
        return DTYPES[formats, bits], bits

    def _compression(self) -> str:
        number = self._one(_COMPRESSION, 1)
        if number not in COMPRESSIONS:
            raise against_policy(f"compression {number} is not taken")
        photometric = self._one(_PHOTOMETRIC, 1)
        if photometric not in _PHOTOMETRICS:
            raise against_policy(f"colours of kind {photometric} are not taken")
        return COMPRESSIONS[number]

    def _block(self, width: int, height: int) -> tuple[int, int]:
        # All tags of the one and none of the other: libtiff goes by the size of tiles, even where strips are listed.
        tiled = TILE_OFFSETS in self._tags
        listed = tiled or STRIP_OFFSETS in self._tags
        if not listed or any(tag in self._tags for tag in _OF_THE_OTHER[tiled]):
            raise damaged("an image of it has neither tiles nor strips, or both")
        if tiled:
            tile = self._one(_TILE_HEIGHT), self._one(_TILE_WIDTH)
            if not all(tile) or tile[0] % 16 or tile[1] % 16:
                raise damaged(f"tiles of {tile[1]} × {tile[0]} pixels cannot be")
            return tile
        rows = self._one(_ROWS, height)
        if not rows:
            raise damaged("strips without rows cannot be")
        return min(rows, height), width

    def _check_blocks(self, count: int, block_bytes: int) -> None:
        """Every block lies in the file, or is left out (a sparse file)."""
        tiled = TILE_OFFSETS in self._tags
        offsets = self._list(TILE_OFFSETS if tiled else STRIP_OFFSETS, count)
        lengths = self._list(TILE_COUNTS if tiled else STRIP_COUNTS, count)
        size = np.uint64(self._tiff.size)
        # Each by itself first: their sum might wrap around.
        if bool((offsets > size).any() or (lengths > size).any() or (offsets + lengths > size).any()):
            raise damaged("a block of it reaches beyond the end of the file")
        if bool(((offsets == 0) != (lengths == 0)).any()):
            raise damaged("a block of it has a place but no length, or a length but no place")
        if bool((lengths > np.uint64(2 * block_bytes + _SLACK)).any()):
            raise damaged("a block of it is longer than what it holds")

    def _list(self, tag: int, count: int) -> np.ndarray:
        entry = self._tags.get(tag)
        if entry is None or entry.count != count:
            raise damaged(f"tag {tag} does not list {count} blocks")
        return self._tiff.whole(entry)

    def _check_texts(self) -> None:
        for tag, check in ((_GDAL_METADATA, check_metadata), (_GEO_TEXT, check_geo_text)):
            entry = self._tags.get(tag)
            if entry is not None:
                if entry.kind != ASCII:
                    raise damaged(f"tag {tag} is no text")
                check(self._tiff.raw(entry))

    def _one(self, tag: int, default: int | None = None) -> int:
        entry = self._tags.get(tag)
        if entry is None:
            if default is None:
                raise damaged(f"tag {tag} is missing")
            return default
        if entry.count != 1:
            raise damaged(f"tag {tag} has {entry.count} values")
        return int(self._tiff.whole(entry)[0])

    def _all_the_same(self, tag: int, bands: int, default: int) -> int:
        entry = self._tags.get(tag)
        if entry is None:
            return default
        if entry.count not in (1, bands):
            raise damaged(f"tag {tag} has {entry.count} values for {bands} bands")
        values = self._tiff.whole(entry)
        if bool((values != values[0]).any()):
            raise against_policy("its bands have numbers of different kinds")
        return int(values[0])


def _transform(tiff: Tiff, tags: Mapping[int, Entry]) -> tuple[float, float, float, float, float, float] | None:
    """The affine georeference; a matrix counts more than tie point and scale."""

    def numbers(tag: int, least: int) -> list[float] | None:
        entry = tags.get(tag)
        if entry is None or entry.kind != 12 or entry.count < least:
            return None
        return [float(value) for value in tiff.array(entry)[:least]]

    matrix = numbers(_GEO_MATRIX, 16)
    scale, tie = numbers(_GEO_SCALE, 2), numbers(_GEO_TIEPOINTS, 6)
    if matrix is not None:
        found = (matrix[0], matrix[1], matrix[3], matrix[4], matrix[5], matrix[7])
    elif scale is not None and tie is not None:
        found = (scale[0], 0.0, tie[3] - tie[0] * scale[0], 0.0, -scale[1], tie[4] + tie[1] * scale[1])
    else:
        return None
    return found if all(math.isfinite(value) for value in found) else None


def _complex() -> SceneFillError:
    return SceneFillError(
        "complex-raster",
        "The raster holds complex numbers.",
        "Give detected backscatter (intensity, amplitude or dB) instead of single-look complex data.",
    )
