"""The structure of TIFF and BigTIFF files, read strictly and without ever trusting a number in them.

Every length is held against the file's size before anything is read, and against the policy before anything is
allocated; nothing follows more pointers than the policy has images.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import BinaryIO

import numpy as np

from .policy import Policy
from .refusals import against_policy, damaged, not_a_geotiff

#: Type number to NumPy's code and bytes; 5 and 10 are fractions.
_TYPES = {
    1: ("u1", 1),
    2: ("S1", 1),
    3: ("u2", 2),
    4: ("u4", 4),
    5: ("u4", 8),
    6: ("i1", 1),
    7: ("u1", 1),
    8: ("i2", 2),
    9: ("i4", 4),
    10: ("i4", 8),
    11: ("f4", 4),
    12: ("f8", 8),
    13: ("u4", 4),
    16: ("u8", 8),
    17: ("i8", 8),
    18: ("u8", 8),
}
_WHOLE = (1, 3, 4, 13, 16, 18)
ASCII = 2
STRIP_OFFSETS, STRIP_COUNTS, TILE_OFFSETS, TILE_COUNTS = 273, 279, 324, 325
#: Tags that lead to images or tags which the chain of IFDs does not show: SubIFDs, which GDAL serves as overviews;
#: TIFF/FX; EXIF, GPS and interoperability. No writer of maps needs them.
_POINTERS = (330, 400, 34665, 34853, 40965)
_BLOCK_LISTS = (STRIP_OFFSETS, STRIP_COUNTS, TILE_OFFSETS, TILE_COUNTS)


@dataclass(frozen=True)
class Entry:
    """A tag of an image: its type, number of values, and where in the file they are."""

    tag: int
    kind: int
    count: int
    at: int

    @property
    def length(self) -> int:
        return self.count * _TYPES[self.kind][1]


class Tiff:
    """An open TIFF.

    Args:
        stream: to read from, seekable.
        size: of the file in bytes.
        policy: limits of images, entries and tags.

    Raises:
        SceneFillError: ``not-a-geotiff``, ``raster-damaged``, ``raster-policy``.
    """

    def __init__(self, stream: BinaryIO, size: int, policy: Policy) -> None:
        self._stream, self.size, self._policy = stream, size, policy
        self._tag_bytes = 0
        start = self._read(0, min(16, size))
        self._order = {b"II": "<", b"MM": ">"}.get(start[:2], "")
        version = struct.unpack(self._order + "H", start[2:4])[0] if self._order and len(start) >= 8 else 0
        if version not in (42, 43):
            raise not_a_geotiff("its first bytes are not those of a TIFF")
        self.big = version == 43
        if self.big and (len(start) < 16 or struct.unpack(self._order + "HH", start[4:8]) != (8, 0)):
            raise damaged("its first bytes are broken")
        self._first = struct.unpack(self._order + ("Q" if self.big else "I"), start[8:16] if self.big else start[4:8])[
            0
        ]

    def images(self) -> Iterator[Mapping[int, Entry]]:
        """The tags of each image (IFD), by number."""
        position, seen = self._first, 0
        while position:
            seen += 1
            if seen > self._policy.images:
                raise against_policy(f"it has more than {self._policy.images} images")
            entries, position = self._entries(position)
            yield entries
        if not seen:
            raise damaged("there is no image in it")

    def _entries(self, position: int) -> tuple[Mapping[int, Entry], int]:
        counter, width, pointer = (8, 20, 8) if self.big else (2, 12, 4)
        count = self._number(self._read(position, counter))
        if not 1 <= count <= self._policy.entries:
            raise against_policy(f"an image of it has {count} tags")
        raw = self._read(position + counter, count * width + pointer)
        entries: dict[int, Entry] = {}
        for index in range(count):
            start = index * width
            stop = start + width
            entry = self._entry(raw[start:stop], position + counter + start)
            if entry.tag in entries:
                raise damaged(f"tag {entry.tag} is there twice")
            entries[entry.tag] = entry
        return entries, self._number(raw[count * width :])

    def _entry(self, raw: bytes, position: int) -> Entry:
        tag, kind = struct.unpack(self._order + "HH", raw[:4])
        if kind not in _TYPES:
            raise damaged(f"tag {tag} has the unknown type {kind}")
        if tag in _POINTERS:
            raise against_policy(f"its tag {tag} leads to images or tags beside its own")
        half = 12 if self.big else 8
        count, value = self._number(raw[4:half]), raw[half:]
        length = count * _TYPES[kind][1]
        at = position + half if length <= len(value) else self._number(value)
        if tag not in _BLOCK_LISTS:
            self._tag_bytes += length
            if self._tag_bytes > self._policy.tag_bytes:
                raise against_policy(f"its tags hold more than {self._policy.tag_bytes} bytes")
        if count == 0 or at + length > self.size:
            raise damaged(f"tag {tag} reaches beyond the end of the file")
        return Entry(tag, kind, count, at)

    def raw(self, entry: Entry) -> bytes:
        """A tag's bytes."""
        return self._read(entry.at, entry.length)

    def array(self, entry: Entry) -> np.ndarray:
        """A tag's values. The lists of blocks are as long as they say: hold ``entry.count`` against a limit first."""
        return np.frombuffer(self.raw(entry), dtype=self._order + _TYPES[entry.kind][0])

    def whole(self, entry: Entry) -> np.ndarray:
        """A tag's values, which have to be whole numbers from 0 on: uint64."""
        if entry.kind not in _WHOLE:
            raise damaged(f"tag {entry.tag} holds no whole numbers")
        return self.array(entry).astype(np.uint64)

    def _number(self, raw: bytes) -> int:
        return int.from_bytes(raw, "little" if self._order == "<" else "big")

    def _read(self, position: int, length: int) -> bytes:
        if position + length > self.size:
            raise damaged("it ends too early")
        self._stream.seek(position)
        found = self._stream.read(length)
        if len(found) != length:
            raise damaged("it ends too early")
        return found
