"""Where a filled layer is looked at for the regression of its carried bands: light, for those who send a part of it."""

from __future__ import annotations

from collections.abc import Iterator

from ..grid import Window

#: At most this many blocks along one axis of the file, of this many pixels.
BLOCKS, BLOCK = 8, 64


def sample_windows(file: Window) -> Iterator[Window]:
    """Blocks spread evenly over the whole file, in lattice coordinates, row-major."""
    for row in _starts(file.height):
        for col in _starts(file.width):
            height, width = min(BLOCK, file.height - row), min(BLOCK, file.width - col)
            yield Window(file.row + row, file.col + col, height, width)


def _starts(length: int) -> list[int]:
    count = max(1, min(BLOCKS, length // BLOCK))
    return [round(i * max(0, length - BLOCK) / max(1, count - 1)) for i in range(count)]
