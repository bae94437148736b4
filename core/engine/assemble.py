"""From window files to whole rasters, tile by tile: blended in canonical order, observed pixels copied bit for bit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from safetensors import safe_open

from ..blend import window_weights
from ..feedback import Feedback
from ..grid import Grid, Window, lattice_windows
from ..modalities import registry
from .carry import CarryModel
from .encode import Encoding
from .journal import Journal
from .outputs import RasterWriter, tiles_of, to_dtype
from .products import Product
from .sources import SourceSet
from .windows import CARRIED, NEIGHBOURS, NOTHING, OBSERVED, window_key


class Blender:
    """Reads drawn windows back and blends them where they overlap.

    Args:
        journal: knows which windows have files.
        grid: the job's grid.
        size, overlap: of the windows.
    """

    def __init__(self, journal: Journal, grid: Grid, size: int, overlap: int) -> None:
        self.journal, self.grid = journal, grid
        self.size, self.overlap = size, overlap
        self.weights = window_weights(size, overlap)

    def _tensors(self, tile: Window, name: str) -> Iterator[tuple[Window, Window, np.ndarray]]:
        """Windows that touch the tile and have the tensor, in canonical order: window, common part, whole tensor."""
        for window, path in self._files(tile):
            part = window.intersection(tile)
            with safe_open(path, framework="numpy") as tensors:
                if part is not None and name in tensors.keys():  # noqa: SIM118 - not a mapping
                    yield window, part, tensors.get_tensor(name)

    def _files(self, tile: Window) -> Iterator[tuple[Window, Path]]:
        """Windows with a file that touch the tile, in canonical order."""
        grid = self.grid.crop(tile.row - self.grid.row0, tile.col - self.grid.col0, tile.height, tile.width)
        for window in lattice_windows(grid, self.size, self.overlap):
            receipt = self.journal.receipts[window_key(window)]
            if receipt["sha256"] is not None:
                yield window, self.journal.window_path(window_key(window))

    def mask(self, tile: Window, name: str) -> np.ndarray:
        """``(H, W)`` uint8 mask: the smallest value but 0 that any window says; 0 where none says anything."""
        found = np.zeros(tile.shape, dtype=np.uint8)
        for window, part, tensor in self._tensors(tile, name):
            new = tensor[part.slices_in(window)]
            old = found[part.slices_in(tile)]
            found[part.slices_in(tile)] = np.where((old == 0) | ((new > 0) & (new < old)), new, old)
        return found

    def values(self, tile: Window, name: str, bands: int) -> np.ndarray:
        """``(bands, H, W)`` float32: the weighted mean of the windows; 0 where no window has the tensor."""
        total = np.zeros((bands, *tile.shape), dtype=np.float32)
        weight = np.zeros(tile.shape, dtype=np.float32)
        for window, part, new in self._tensors(tile, name):
            (rows, cols), (y, x) = part.slices_in(window), part.slices_in(tile)
            total[:, y, x] += new[:, rows, cols] * self.weights[rows, cols]
            weight[y, x] += self.weights[rows, cols]
        return total / np.where(weight > 0, weight, np.float32(1.0))


@dataclass
class ProductFiles:
    """The open rasters of one product.

    Attributes:
        product: which one.
        encoding: from physical values to the file's numbers.
        data, provenance, spread: writers.
        samples: a writer per realisation.
        carry: fills bands that no modality has; None when there are none.
    """

    product: Product
    encoding: Encoding
    data: RasterWriter
    provenance: RasterWriter
    spread: RasterWriter
    samples: list[RasterWriter] = field(default_factory=list)
    carry: CarryModel | None = None

    @property
    def writers(self) -> list[RasterWriter]:
        return [self.data, self.provenance, self.spread, *self.samples]


def assemble_product(files: ProductFiles, sources: SourceSet, blender: Blender, feedback: Feedback) -> None:
    """Fill the rasters of one product, tile by tile. Cancels between tiles."""
    tiles = tiles_of(blender.grid)
    for number, tile in enumerate(tiles):
        feedback.raise_if_cancelled()
        _assemble_tile(files, sources, blender, tile)
        feedback.progress((number + 1) / len(tiles), "assemble")


def assemble_mask(writer: RasterWriter, name: str, blender: Blender, feedback: Feedback) -> None:
    """Write a mask that the windows found on their way, for example of clouds."""
    for tile in tiles_of(blender.grid):
        feedback.raise_if_cancelled()
        writer.write(tile, blender.mask(tile, name)[None])


def _assemble_tile(files: ProductFiles, sources: SourceSet, blender: Blender, tile: Window) -> None:
    product, encoding = files.product, files.encoding
    provenance = blender.mask(tile, f"provenance.{product.index}")
    drawn = provenance > 0
    if product.fill is None:
        base = np.zeros((encoding.count, *tile.shape), dtype=encoding.dtype)
        bands = provenance[None]
    else:
        base = sources.layers[product.fill].raw(tile)
        bands = _provenance_bands(provenance, base, encoding, files.carry)
    means = _physical(blender, product, tile, "mean") if drawn.any() else {}
    for writer, name in [(files.data, "mean"), *((w, f"sample{k}") for k, w in enumerate(files.samples))]:
        values = base.copy()
        if drawn.any():
            physical = means if name == "mean" else _physical(blender, product, tile, name)
            _draw_into(values, drawn, physical, encoding, files.carry)
        writer.write(tile, values)
    files.provenance.write(tile, bands)
    spread = np.zeros((encoding.count, *tile.shape), dtype=np.float32)
    if drawn.any():
        deviations = _physical(blender, product, tile, "std")
        for band in encoding.bands:
            spread[band.index][drawn] = deviations[band.modality][band.channel][drawn]
        if files.carry is not None:
            files.carry.spread_into(spread, drawn, means, deviations)
    files.spread.write(tile, spread)


def _physical(blender: Blender, product: Product, tile: Window, name: str) -> dict[str, np.ndarray]:
    return {m: blender.values(tile, f"{product.draw}.{m}.{name}", len(registry()[m].bands)) for m in product.modalities}


def _draw_into(
    values: np.ndarray,
    drawn: np.ndarray,
    physical: dict[str, np.ndarray],
    encoding: Encoding,
    carry: CarryModel | None,
) -> None:
    """Replace the drawn pixels, and only those."""
    for band in encoding.bands:
        numbers = band.to_dn(physical[band.modality][band.channel][drawn])
        values[band.index][drawn] = to_dtype(numbers, encoding.dtype, encoding.nodata)
    if carry is not None:
        carry.draw_into(values, drawn, physical, encoding)


def _provenance_bands(
    provenance: np.ndarray, raw: np.ndarray, encoding: Encoding, carry: CarryModel | None
) -> np.ndarray:
    """Of a filled layer: :data:`NOTHING` where the layer has no data and the job did not ask for any."""
    empty = np.ones(raw.shape[1:], dtype=bool)
    for plane in raw:
        empty &= encoding.is_nodata(plane)
    bands = [np.where((provenance == OBSERVED) & empty, NOTHING, provenance).astype(np.uint8)]
    if encoding.carried:
        drawn = provenance >= NEIGHBOURS
        kind = CARRIED if carry is not None and carry.fitted else NOTHING
        bands.append(np.where(drawn, kind, bands[0]).astype(np.uint8))
    return np.stack(bands)
