"""Gaps: where a layer is to be drawn. A reading depends on the absolute place alone, never on the job's extent."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from rasterio.crs import CRS

from .clouds import CloudDetector
from .errors import SceneFillError
from .feedback import Feedback
from .grid import Grid, Window
from .job import GapSource, Input
from .raster_bands import TILE, BandReader, TileCache, tile_window
from .raster_open import open_raster, parse_crs, transform_xy

if TYPE_CHECKING:
    from .raster import LayerSource

_CACHE_BYTES = 8 * 2**20


class GapReader:
    """The gaps of one input: the union of its gap sources, each dilated by its own ``grow``.

    Args:
        inp: the input.
        layer: its opened source.
        grid: the job's grid, or any crop of it.
        feedback: is told which cloud detector works and what a gap source lacks.

    Raises:
        SceneFillError: of opening the sources' files; ``no-overlap`` for a class raster beyond the job's extent;
            ``no-bands-for-clouds``.
    """

    def __init__(self, inp: Input, layer: LayerSource, grid: Grid, feedback: Feedback) -> None:
        self._sources: list[tuple[GapSource, _Kind]] = []
        try:
            for gap in inp.gaps:
                self._sources.append((gap, _open(gap, inp, layer, grid, feedback)))
        except SceneFillError:
            self.close()
            raise

    def read(self, window: Window) -> np.ndarray:
        """``(H, W)`` bool, True where any gap source wants the layer drawn."""
        out = np.zeros(window.shape, dtype=bool)
        for gap, source in self._sources:
            found = source.read(window.padded(gap.grow))
            out |= dilate(found, gap.grow)[window.slices_in(window.padded(gap.grow))]
        return out

    def close(self) -> None:
        for _, source in self._sources:
            source.close()


def dilate(mask: np.ndarray, radius: int) -> np.ndarray:
    """Dilation by a disk: True within ``radius`` pixels (Euclidean, between centres) of a True pixel."""
    from scipy.ndimage import distance_transform_edt

    if radius == 0 or not mask.any():
        return mask
    # Squares of whole numbers have exact roots: no tolerance is needed at the disk's rim.
    return np.asarray(distance_transform_edt(~mask) <= radius)


class _Kind:
    """One kind of gap."""

    def read(self, window: Window) -> np.ndarray:
        raise NotImplementedError

    def close(self) -> None:
        """Close what was opened."""


class _Nodata(_Kind):
    """Pixels where any mapped band of the layer has no valid number: half a pixel cannot be copied."""

    def __init__(self, inp: Input, layer: LayerSource) -> None:
        self._layer, self._names = layer, list(inp.bands)

    def read(self, window: Window) -> np.ndarray:
        _, valid = self._layer.read_stored(self._names, window)
        return np.asarray(~valid.all(axis=0))


class _Classes(_Kind):
    """Pixels of a class raster with one of the values, or any of the bits set; nearest neighbour."""

    def __init__(self, gap: GapSource, grid: Grid) -> None:
        path = str(gap.path)
        self._values, self._bits = np.array(gap.values, dtype=np.float64), gap.bits
        self._dataset, self._band = open_raster(path), gap.band or 1
        if self._band > self._dataset.count:
            count = self._dataset.count
            self._dataset.close()
            raise SceneFillError(
                "no-band",
                f"The gap raster '{Path(path).name}' has {count} band(s), not {self._band}.",
                "Set `band` of the gap to the class or quality band.",
            )
        if not np.issubdtype(np.dtype(self._dataset.dtypes[self._band - 1]), np.integer) and self._bits:
            self._dataset.close()
            raise SceneFillError(
                "bad-value",
                f"'{Path(path).name}' holds {self._dataset.dtypes[self._band - 1]} numbers, which have no bits.",
                "Use `values`, or the quality band itself.",
            )
        # Classes are numbers even where the file calls one of them nodata (0 in Sentinel-2's SCL).
        self._reader = BandReader(self._dataset, grid, nearest=True, use_nodata=False)
        if not self._reader.overlaps(grid.window):
            self._dataset.close()
            raise SceneFillError(
                "no-overlap",
                f"The gap raster '{Path(path).name}' does not touch the job's extent.",
                "Choose the class raster of this place, and check that its CRS is right.",
            )

    def read(self, window: Window) -> np.ndarray:
        classes, inside = self._reader.read([self._band], window)
        found = np.isin(classes[0], self._values) if self._values.size else np.zeros(window.shape, dtype=bool)
        if self._bits:
            flags = np.uint64(sum(1 << bit for bit in set(self._bits)))
            found |= (classes[0].astype(np.int64).astype(np.uint64) & flags) > 0
        return np.asarray(found & inside[0])

    def close(self) -> None:
        self._dataset.close()


class _Polygons(_Kind):
    """Pixels that a polygon touches."""

    def __init__(self, gap: GapSource, grid: Grid, feedback: Feedback) -> None:
        from shapely import STRtree

        self._grid = grid
        self._shapes = _load_polygons(gap, grid)
        self._tree = STRtree(self._shapes)
        self._cache = TileCache(_CACHE_BYTES)
        if not self._near(grid.window):
            feedback.log("warning", f"No polygon of '{Path(str(gap.path)).name}' touches the job's extent.")

    def read(self, window: Window) -> np.ndarray:
        return _from_tiles(window, self._cache, self._tile)

    def _near(self, window: Window) -> list[Any]:
        from shapely import box

        left, top = self._grid.to_world(window.row, window.col)
        right, bottom = self._grid.to_world(window.row_stop, window.col_stop)
        return [self._shapes[i] for i in sorted(self._tree.query(box(left, bottom, right, top)))]

    def _tile(self, window: Window) -> np.ndarray:
        from rasterio.features import rasterize
        from rasterio.transform import Affine

        shapes = self._near(window)
        if not shapes:
            return np.zeros(window.shape, dtype=bool)
        transform = Affine(*self._grid.window_transform(window))
        return rasterize(shapes, window.shape, transform=transform, all_touched=True, dtype="uint8").astype(bool)


class _Clouds(_Kind):
    """Clouds and shadows found in the layer itself."""

    def __init__(self, gap: GapSource, layer: LayerSource, feedback: Feedback) -> None:
        self._detector = CloudDetector(layer, gap.threshold, feedback)
        self._cache = TileCache(_CACHE_BYTES)

    def read(self, window: Window) -> np.ndarray:
        return _from_tiles(window, self._cache, self._detector.detect)


def _from_tiles(window: Window, cache: TileCache, make: Callable[[Window], np.ndarray]) -> np.ndarray:
    """A window put together from masks of fixed tiles, which are kept packed to a bit a pixel."""
    out = np.zeros(window.shape, dtype=bool)
    for tile_row, tile_col in window.tiles(TILE):
        tile = tile_window(tile_row, tile_col)
        part = tile.intersection(window)
        if part is not None:
            (packed,) = cache.get((tile_row, tile_col), partial(_packed, make, tile))
            bits = np.unpackbits(packed).astype(bool).reshape(tile.shape)
            out[part.slices_in(window)] = bits[part.slices_in(tile)]
    return out


def _packed(make: Callable[[Window], np.ndarray], tile: Window) -> tuple[np.ndarray, ...]:
    return (np.packbits(make(tile)),)


def _open(gap: GapSource, inp: Input, layer: LayerSource, grid: Grid, feedback: Feedback) -> _Kind:
    if gap.kind == "nodata":
        return _Nodata(inp, layer)
    if gap.kind == "raster":
        return _Classes(gap, grid)
    if gap.kind == "polygons":
        return _Polygons(gap, grid, feedback)
    if gap.kind == "clouds":
        return _Clouds(gap, layer, feedback)
    raise SceneFillError("unknown-gap-kind", f"There is no kind of gap called '{gap.kind}'.")


def _load_polygons(gap: GapSource, grid: Grid) -> list[Any]:
    """The polygons of a GeoJSON or GeoPackage in the grid's CRS."""
    crs, shapes = read_polygons(Path(str(gap.path)), gap.layer)
    found = in_grid(shapes, parse_crs(crs), grid)
    return [shape for shape in found if shape.area > 0 and np.isfinite(shape.bounds).all()]


def read_polygons(path: Path, layer: str | None) -> tuple[str, list[Any]]:
    """The CRS of a GeoJSON or GeoPackage, and its geometries.

    Raises:
        SceneFillError: ``missing-file``, ``unreadable-vector``, ``no-crs``.
    """
    import pyogrio
    import shapely

    _check_vector(path)
    try:
        meta, _, geometry, _ = pyogrio.raw.read(path, layer=layer, columns=[])
    except (pyogrio.errors.DataSourceError, pyogrio.errors.DataLayerError) as error:
        raise SceneFillError(
            "unreadable-vector",
            f"The polygons of '{path.name}' cannot be read.",
            "Save them as GeoJSON or GeoPackage, and check the name of the layer.",
            {"path": str(path), "layer": layer, "cause": str(error)},
        ) from error
    if not meta["crs"]:
        raise SceneFillError(
            "no-crs", f"'{path.name}' has no coordinate reference system.", "Assign its projection and save it again."
        )
    return str(meta["crs"]), [shape for shape in shapely.from_wkb(geometry) if shape is not None]


def in_grid(shapes: Sequence[Any], source: CRS, grid: Grid) -> list[Any]:
    """Geometries in the CRS of the grid."""
    import shapely

    target = parse_crs(grid.crs)

    def to_grid(points: np.ndarray) -> np.ndarray:
        return np.stack(transform_xy(source, target, points[:, 0], points[:, 1]), axis=1)

    return [shapely.transform(shape, to_grid) for shape in shapes]


def _check_vector(path: Path) -> None:
    """By its first bytes: with its own choice of driver GDAL might read another file through this one."""
    if not path.is_file():
        raise SceneFillError("missing-file", f"There is no file '{path}'.", "Check the path in the job.")
    with path.open("rb") as file:
        start = file.read(4096)
    if not (start.startswith(b"SQLite format 3\x00") or start.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{")):
        raise SceneFillError(
            "unreadable-vector",
            f"'{path.name}' is neither GeoJSON nor GeoPackage.",
            "Save the polygons as one of the two.",
        )
