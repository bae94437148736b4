"""Parts of layers for a server, cut by rasterio: the command line's :class:`..remote.layers.Clipper`."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Optional

import numpy as np
import rasterio
from rasterio.enums import ColorInterp, MaskFlags
from rasterio.errors import RasterioError
from rasterio.io import DatasetReader, DatasetWriter
from rasterio.transform import Affine
from rasterio.windows import Window as FileWindow

from ..errors import JobCancelled, SceneFillError
from ..gaps import in_grid, read_polygons
from ..grid import Grid, Window
from ..raster import stored_percentiles
from ..raster_open import crs_text, open_raster, parse_crs, profile_of, transform_xy
from ..remote.layers import MOST_BLOCK, SENT_TILE, TAKEN, Clipper, LayerFacts, needed_places
from ..units import Stats
from .pipeline import GDAL_OPTIONS

#: A mask belongs into the file that is sent: a server takes no second one.
_OPTIONS = {**GDAL_OPTIONS, "GDAL_TIFF_INTERNAL_MASK": "YES"}


class RasterioClipper(Clipper):
    """See :class:`..remote.layers.Clipper`."""

    def facts(self, path: str) -> LayerFacts:
        with rasterio.Env(**_OPTIONS), open_raster(path) as dataset:
            profile = profile_of(dataset)
            a, _, c, _, e, f = dataset.transform[:6]
            return LayerFacts(
                width=dataset.width,
                height=dataset.height,
                count=dataset.count,
                dtype=profile.dtype,
                transform=(a, 0.0, c, 0.0, e, f),
                crs=crs_text(dataset.crs),
                geographic=bool(dataset.crs.is_geographic),
                nodata=profile.nodata,
                scales=profile.scales,
                offsets=profile.offsets,
                descriptions=profile.descriptions,
                units=tuple(unit or "" for unit in profile.units),
                tags=profile.tags,
                band_tags=profile.band_tags,
                masks=tuple(tuple(flag.name for flag in flags) for flags in dataset.mask_flag_enums),
                bytes=Path(path).stat().st_size,
                plain=_is_plain(dataset),
            )

    def percentiles(self, path: str, indexes: Sequence[int]) -> Stats:
        with rasterio.Env(**_OPTIONS), open_raster(path) as dataset:
            return stored_percentiles(dataset, indexes)

    def transform(self, source: str, target: str, x: np.ndarray, y: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        return transform_xy(parse_crs(source), parse_crs(target), x, y)

    def copy(
        self, source: str, target: Path, window: Window, keep: Sequence[Window], cancelled: Callable[[], bool]
    ) -> None:
        try:
            self._copy(source, target, window, keep, cancelled)
        except RasterioError as error:
            full = "No space left" in str(error)
            raise SceneFillError(
                "disk-full" if full else "cannot-write",
                f"A part of '{Path(source).name}' cannot be written for the server.",
                "Free some space." if full else "Check whether the file is damaged, and the output folder.",
                {"cause": str(error)},
            ) from error

    @staticmethod
    def _copy(source: str, target: Path, window: Window, keep: Sequence[Window], cancelled: Callable[[], bool]) -> None:
        with rasterio.Env(**_OPTIONS), open_raster(source) as dataset:
            masked = MaskFlags.per_dataset in dataset.mask_flag_enums[0]
            masked = masked and MaskFlags.alpha not in dataset.mask_flag_enums[0]
            with rasterio.open(target, "w", **_layout(dataset, window)) as copy:
                _describe(dataset, copy)
                for place in needed_places(window, keep):
                    if cancelled():
                        raise JobCancelled
                    _copy_place(dataset, copy, window, place, keep, masked)

    def polygons(self, path: str, layer: Optional[str], target: Path, grid: Grid, region: Optional[Window]) -> None:
        import shapely
        from shapely.geometry import mapping

        own, shapes = read_polygons(Path(path), layer)
        source, name = parse_crs(own), crs_text(parse_crs(own))
        placed = in_grid(shapes, source, grid)
        if not name.startswith("EPSG:"):
            # A GeoJSON can name no other CRS; that of the grid needs no transformation any more.
            name = crs_text(parse_crs(grid.crs))
            shapes = placed
            if not name.startswith("EPSG:"):
                name = "EPSG:4326"
                shapes = in_grid(read_polygons(Path(path), layer)[1], source, _WORLD)
        near = _near(placed, grid, region)
        features = [
            {"type": "Feature", "properties": {}, "geometry": mapping(shapely.force_2d(shape))}
            for shape, wanted in zip(shapes, near)
            if wanted
        ]
        crs = {"type": "name", "properties": {"name": f"urn:ogc:def:crs:EPSG::{name[5:]}"}}
        text = json.dumps({"type": "FeatureCollection", "crs": crs, "features": features})
        target.write_text(text, encoding="ascii")


#: Longitude and latitude; its pixels play no part.
_WORLD = Grid("EPSG:4326", (1.0, 0.0, -180.0, 0.0, -1.0, 90.0), 360, 180)


def _near(shapes: Sequence[Any], grid: Grid, region: Optional[Window]) -> list[bool]:
    """Which polygons, in the grid's CRS, come near a region of its lattice."""
    if region is None:
        return [True] * len(shapes)
    left, top = grid.to_world(region.row, region.col)
    right, bottom = grid.to_world(region.row_stop, region.col_stop)
    found = []
    for shape in shapes:
        x0, y0, x1, y1 = shape.bounds
        # What is not finite is none of these, and stays.
        found.append(not (x0 > right or x1 < left or y0 > top or y1 < bottom))
    return found


def _is_plain(dataset: DatasetReader) -> bool:
    rows, columns = dataset.block_shapes[0]
    together = dataset.count if dataset.interleaving is not None and dataset.interleaving.value == "PIXEL" else 1
    compression = dataset.tags(ns="IMAGE_STRUCTURE").get("COMPRESSION", "").upper()
    return (
        dataset.driver == "GTiff"
        and len(dataset.files) == 1
        and compression in TAKEN
        and rows * columns * together * np.dtype(dataset.dtypes[0]).itemsize <= MOST_BLOCK
    )


def _layout(dataset: DatasetReader, window: Window) -> dict[str, Any]:
    a, _, c, _, e, f = dataset.transform[:6]
    dtype = np.dtype(dataset.dtypes[0])
    layout = {
        "driver": "GTiff",
        "width": window.width,
        "height": window.height,
        "count": dataset.count,
        "dtype": dtype.name,
        "crs": dataset.crs,
        "transform": Affine(a, 0.0, c + a * window.col, 0.0, e, f + e * window.row),
        "tiled": True,
        "blockxsize": SENT_TILE,
        "blockysize": SENT_TILE,
        "interleave": "band",
        "compress": "DEFLATE",
        # Differences of neighbours pack better; floats of eight bytes have no such predictor everywhere.
        "predictor": 2 if dtype.kind in "iu" and dtype.itemsize <= 4 else 1,
        "sparse_ok": True,
        "bigtiff": "IF_SAFER",
    }
    return layout if dataset.nodata is None else {**layout, "nodata": dataset.nodata}


def _describe(dataset: DatasetReader, copy: DatasetWriter) -> None:
    # Transparency is all that the engine looks at; left to itself GDAL takes a fourth byte for it.
    plain = [ColorInterp.gray] + [ColorInterp.undefined] * (dataset.count - 1)
    copy.colorinterp = [c if c is ColorInterp.alpha else p for c, p in zip(dataset.colorinterp, plain)]
    copy.descriptions = dataset.descriptions
    if any(scale != 1.0 for scale in dataset.scales):
        copy.scales = dataset.scales
    if any(offset != 0.0 for offset in dataset.offsets):
        copy.offsets = dataset.offsets
    if any(dataset.units):
        copy.units = [unit or "" for unit in dataset.units]
    copy.update_tags(**dataset.tags())
    for index in dataset.indexes:
        copy.update_tags(index, **dataset.tags(index))


def _copy_place(
    dataset: DatasetReader,
    copy: DatasetWriter,
    window: Window,
    place: Window,
    keep: Sequence[Window],
    masked: bool,
) -> None:
    """Copy what is needed of a place; 0 beside it, in blocks that would be left out were they nothing else."""
    values = np.zeros((dataset.count, *place.shape), dtype=dataset.dtypes[0])
    mask = np.zeros(place.shape, dtype=np.uint8)
    for part in keep:
        inside = part.intersection(place)
        if inside is None:
            continue
        at, rows_cols = FileWindow(inside.col, inside.row, inside.width, inside.height), inside.slices_in(place)
        values[(slice(None), *rows_cols)] = dataset.read(window=at)
        if masked:
            mask[rows_cols] = dataset.dataset_mask(window=at)
    at = FileWindow(place.col - window.col, place.row - window.row, place.width, place.height)
    copy.write(values, window=at)
    if masked:
        copy.write_mask(mask, window=at)
