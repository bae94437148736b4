"""Bands of a raster on a job's lattice: what is read at a place depends on that place alone.

A raster that lies on the lattice is read as it is. Any other is warped in tiles at fixed absolute positions, each by
the very same call whoever asks for it, so neither the job's extent nor neighbouring reads can change a bit of it.
"""

from __future__ import annotations

import math
import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable, Sequence
from functools import partial

import numpy as np
from rasterio.enums import MaskFlags, Resampling
from rasterio.io import DatasetReader, MemoryFile
from rasterio.transform import Affine
from rasterio.vrt import WarpedVRT
from rasterio.windows import Window as FileWindow

from .errors import SceneFillError
from .grid import Grid, Window
from .raster_open import parse_crs, same_crs, transform_xy

TILE = 256
_ON_GRID_TOLERANCE = 1e-3
_CACHE_BYTES = 24 * 2**20
_SOURCE_PIXELS = 2**20  # of one band at once: bounds the memory of a tile, however fine the source
_PASS_PIXELS = 2**22  # of several bands at once
_DOWNSAMPLING = 1.1  # source pixels per lattice pixel from which area averaging beats bilinear interpolation
_COVERED = 0.5 - 1e-4  # share of a pixel that valid source pixels must cover
_WARP_TOLERANCE = 1e-3  # source pixels; GDAL does not take 0, and less gains nothing
_SAMPLES = 17

ValuesAndMask = tuple[np.ndarray, np.ndarray]
Domain = tuple[Callable[[np.ndarray], np.ndarray], Callable[[np.ndarray], np.ndarray]]


class TileCache:
    """Least recently used arrays, bounded in bytes; safe to share between threads."""

    def __init__(self, limit: int = _CACHE_BYTES) -> None:
        self._limit, self._used = limit, 0
        self._items: OrderedDict[Hashable, tuple[np.ndarray, ...]] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, key: Hashable, make: Callable[[], tuple[np.ndarray, ...]]) -> tuple[np.ndarray, ...]:
        """The arrays of ``key``, made by ``make`` unless they are still here."""
        with self._lock:
            if key in self._items:
                self._items.move_to_end(key)
                return self._items[key]
        arrays = make()
        with self._lock:
            if key not in self._items:
                self._items[key] = arrays
                self._used += sum(a.nbytes for a in arrays)
            while self._used > self._limit and len(self._items) > 1:
                _, old = self._items.popitem(last=False)
                self._used -= sum(a.nbytes for a in old)
        return arrays


def tile_window(tile_row: int, tile_col: int, size: int = TILE) -> Window:
    return Window(tile_row * size, tile_col * size, size, size)


class BandReader:
    """Reads bands of an open raster in windows of a grid's lattice.

    Args:
        dataset: an open raster, see :func:`.raster_open.open_raster`.
        grid: any crop of the grid whose lattice counts.
        nearest: for classes: nearest pixel instead of area average (down) and bilinear (up).
        use_nodata: whether nodata, alpha and mask bands count; else every finite pixel of the file is valid.

    Attributes:
        domains: per band index, functions from stored values to the domain that is averaged in, and back. To be set
            before the first reading.
    """

    def __init__(self, dataset: DatasetReader, grid: Grid, nearest: bool = False, use_nodata: bool = True) -> None:
        self._dataset, self._grid, self._nearest, self._use_nodata = dataset, grid, nearest, use_nodata
        self.domains: dict[int, Domain] = {}
        self._crs = parse_crs(grid.crs)
        self._origin = _lattice_origin(dataset, grid)
        self._dtype = np.dtype(np.float64 if nearest else np.float32)
        self._cache = TileCache()
        self._lock = threading.RLock()

    @property
    def on_grid(self) -> bool:
        """Whether the raster's pixels are pixels of the lattice: read without resampling."""
        return self._origin is not None

    def overlaps(self, window: Window) -> bool:
        """Whether the raster touches the window.

        Raises:
            SceneFillError: ``antimeridian`` if the window lies across the raster's 180° meridian.
        """
        region = self._source_region(window, strict=True)
        return region is not None and self._clip(region) is not None

    def read(self, indexes: Sequence[int], window: Window) -> ValuesAndMask:
        """Stored values on the lattice.

        Returns:
            ``(len(indexes), H, W)`` float32 (float64 for ``nearest``), 0 where absent, and bool, True where valid:
            inside the file, finite, neither nodata nor masked out.
        """
        if self._origin is not None:
            row, col = self._origin
            at = Window(window.row - row, window.col - col, window.height, window.width)
            return self._read_source(indexes, at)
        values = np.zeros((len(indexes), *window.shape), dtype=self._dtype)
        mask = np.zeros((len(indexes), *window.shape), dtype=bool)
        for tile_row, tile_col in window.tiles(TILE):
            tile = tile_window(tile_row, tile_col)
            part = tile.intersection(window)
            if part is None:
                continue
            (rows, cols), (tile_rows, tile_cols) = part.slices_in(window), part.slices_in(tile)
            key = (tile_row, tile_col, tuple(indexes))
            tile_values, tile_mask = self._cache.get(key, partial(self._warp, indexes, tile))
            values[:, rows, cols] = tile_values[:, tile_rows, tile_cols]
            mask[:, rows, cols] = tile_mask[:, tile_rows, tile_cols]
        return values, mask

    def read_raw(self, window: Window) -> np.ndarray:
        """All bands as stored, ``(count, H, W)`` in the file's data type; nodata (or 0) beyond the file.

        Raises:
            SceneFillError: ``fill-grid`` when the raster does not lie on the lattice.
        """
        if self._origin is None:
            raise SceneFillError(
                "fill-grid",
                f"'{self._dataset.name}' does not lie on the job's pixel grid, so its pixels cannot be copied.",
                'Choose it as the job\'s grid ("like"), or warp it to that grid first.',
            )
        row, col = self._origin
        at = Window(window.row - row, window.col - col, window.height, window.width)
        dtype = np.dtype(self._dataset.dtypes[0])
        fill = 0 if self._dataset.nodata is None else self._dataset.nodata
        out = np.full((self._dataset.count, *window.shape), fill, dtype=dtype)
        inside = self._clip(at)
        if inside is not None:
            rows, cols = inside.slices_in(at)
            with self._lock:
                out[:, rows, cols] = self._dataset.read(window=_file_window(inside))
        return out

    def _clip(self, region: Window) -> Window | None:
        return region.intersection(Window(0, 0, self._dataset.height, self._dataset.width))

    def _read_source(self, indexes: Sequence[int], region: Window) -> ValuesAndMask:
        """Pixels of the file by its own rows and columns, absent beyond its edges."""
        values = np.zeros((len(indexes), *region.shape), dtype=self._dtype)
        mask = np.zeros((len(indexes), *region.shape), dtype=bool)
        inside = self._clip(region)
        if inside is None:
            return values, mask
        window = _file_window(inside)
        flags = [self._dataset.mask_flag_enums[i - 1] for i in indexes]
        with self._lock:
            data = self._dataset.read(list(indexes), window=window, out_dtype=self._dtype)
            valid = np.isfinite(data)
            if self._use_nodata and any(MaskFlags.all_valid not in flag for flag in flags):
                valid &= self._dataset.read_masks(list(indexes), window=window) > 0
        data[~valid] = 0
        rows, cols = inside.slices_in(region)
        values[:, rows, cols] = data
        mask[:, rows, cols] = valid
        return values, mask

    def _source_positions(self, window: Window) -> tuple[np.ndarray, np.ndarray]:
        """Rows and columns in the file of a net of points over a lattice window; not finite where there are none."""
        rows = np.linspace(window.row, window.row_stop, _SAMPLES)
        cols = np.linspace(window.col, window.col_stop, _SAMPLES)
        (left, top), (right, bottom) = self._grid.to_world(rows[0], cols[0]), self._grid.to_world(rows[-1], cols[-1])
        x, y = np.meshgrid(np.linspace(left, right, _SAMPLES), np.linspace(top, bottom, _SAMPLES))
        x, y = transform_xy(self._crs, self._dataset.crs, x, y)
        a, _, c, _, e, f = self._dataset.transform[:6]
        return (y - f) / e, (x - c) / a

    def _source_region(self, window: Window, strict: bool = False) -> Window | None:
        """The pixels of the file (beyond its edges too) that a lattice window needs, with a margin."""
        rows, cols = self._source_positions(window)
        found = np.isfinite(rows) & np.isfinite(cols)
        if not found.any():
            return None
        rows, cols = rows[found], cols[found]
        turn = abs(360.0 / self._dataset.transform.a) if self._dataset.crs.is_geographic else math.inf
        if cols.max() - cols.min() > turn / 2 and not same_crs(self._crs, self._dataset.crs):
            if not strict:
                return None
            raise SceneFillError(
                "antimeridian",
                f"The job's extent crosses the 180° meridian of '{self._dataset.name}'.",
                "Split the job at the meridian, or warp the layer to the CRS of the job's grid first.",
            )
        # The net's points bound the region up to the bend of map lines between them.
        margin_rows = 2 + math.ceil((rows.max() - rows.min()) / _SAMPLES)
        margin_cols = 2 + math.ceil((cols.max() - cols.min()) / _SAMPLES)
        row, col = math.floor(rows.min()) - margin_rows, math.floor(cols.min()) - margin_cols
        height = math.ceil(rows.max()) + margin_rows - row
        width = math.ceil(cols.max()) + margin_cols - col
        return Window(row, col, height, width)

    def _warp(self, indexes: Sequence[int], window: Window) -> ValuesAndMask:
        """A tile, in parts where its source would be too much to hold at once."""
        values = np.zeros((len(indexes), *window.shape), dtype=self._dtype)
        mask = np.zeros((len(indexes), *window.shape), dtype=bool)
        region = self._source_region(window)
        if region is None or self._clip(region) is None:
            return values, mask
        if region.height * region.width > _SOURCE_PIXELS and min(window.shape) > 1:
            for part in _quarters(window):
                rows, cols = part.slices_in(window)
                values[:, rows, cols], mask[:, rows, cols] = self._warp(indexes, part)
            return values, mask
        at_once = max(1, _PASS_PIXELS // (region.height * region.width))
        for start in range(0, len(indexes), at_once):
            end = start + at_once
            values[start:end], mask[start:end] = self._warp_bands(indexes[start:end], window, region)
        return values, mask

    def _warp_bands(self, indexes: Sequence[int], window: Window, region: Window) -> ValuesAndMask:
        """Resample values times mask, and the mask; their quotient is the mean over the valid pixels alone."""
        source, valid = self._read_source(indexes, region)
        if not valid.any():
            return np.zeros((len(indexes), *window.shape), self._dtype), np.zeros((len(indexes), *window.shape), bool)
        for i, index in enumerate(indexes):
            if index in self.domains:
                source[i] = np.where(valid[i], self.domains[index][0](source[i]), 0)
        shared = bool((valid == valid[:1]).all())
        planes = np.concatenate([source, (valid[:1] if shared else valid).astype(self._dtype)])
        warped = self._warp_planes(planes, window, region)
        total, weight = np.split(warped, [len(indexes)])
        mask = np.broadcast_to(weight >= _COVERED, total.shape)
        values = np.where(mask, total / np.where(weight > 0, weight, 1), 0).astype(self._dtype)
        for i, index in enumerate(indexes):
            if index in self.domains:
                values[i] = np.where(mask[i], self.domains[index][1](values[i]), 0)
        return values, mask.copy()

    def _warp_planes(self, planes: np.ndarray, window: Window, region: Window) -> np.ndarray:
        resampling, extras = self._method(window)
        a, _, c, _, e, f = self._dataset.transform[:6]
        transform = Affine(a, 0.0, c + a * region.col, 0.0, e, f + e * region.row)
        count, height, width = planes.shape
        with MemoryFile() as memory:
            layout = {"driver": "GTiff", "count": count, "height": height, "width": width, "dtype": planes.dtype.name}
            with memory.open(**layout, crs=self._dataset.crs, transform=transform, interleave="band") as target:
                target.write(planes)
            with (
                memory.open() as source,
                WarpedVRT(
                    source,
                    crs=self._crs,
                    transform=Affine(*self._grid.window_transform(window)),
                    width=window.width,
                    height=window.height,
                    resampling=resampling,
                    tolerance=_WARP_TOLERANCE,
                    **extras,
                ) as warped,
            ):
                return warped.read()

    def _method(self, window: Window) -> tuple[Resampling, dict[str, object]]:
        """Resampling by how many source pixels fall on a pixel at this tile."""
        if self._nearest:
            return Resampling.nearest, {}
        tile = tile_window(window.row // TILE, window.col // TILE)
        rows, cols = self._source_positions(tile)
        centre = _SAMPLES // 2
        step = TILE / (_SAMPLES - 1)
        across = math.hypot(*(p[centre, centre + 1] - p[centre, centre] for p in (rows, cols))) / step
        down = math.hypot(*(p[centre + 1, centre] - p[centre, centre] for p in (rows, cols))) / step
        if max(across, down) > _DOWNSAMPLING:
            return Resampling.average, {}
        # Left to itself GDAL derives the kernel's width from each chunk's shape.
        return Resampling.bilinear, {"XSCALE": 1, "YSCALE": 1}


def _lattice_origin(dataset: DatasetReader, grid: Grid) -> tuple[int, int] | None:
    """Absolute row and column of the file's first pixel if its pixels are those of the lattice, else None."""
    a, _, c, _, e, f = dataset.transform[:6]
    width, height = grid.pixel_size
    if not same_crs(dataset.crs, parse_crs(grid.crs)) or a <= 0 or e >= 0:
        return None
    drift = max(abs(a / width - 1.0) * dataset.width, abs(-e / height - 1.0) * dataset.height)
    row, col = grid.to_lattice(c, f)
    offset = max(abs(row - round(row)), abs(col - round(col)))
    return (round(row), round(col)) if drift < _ON_GRID_TOLERANCE and offset < _ON_GRID_TOLERANCE else None


def _file_window(window: Window) -> FileWindow:
    return FileWindow(window.col, window.row, window.width, window.height)


def _quarters(window: Window) -> list[Window]:
    top, left = (window.height + 1) // 2, (window.width + 1) // 2
    rows = [(window.row, top), (window.row + top, window.height - top)]
    cols = [(window.col, left), (window.col + left, window.width - left)]
    return [Window(r, c, h, w) for r, h in rows for c, w in cols if h > 0 and w > 0]
