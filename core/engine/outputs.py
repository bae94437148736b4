"""Writing rasters: aside, tiled and by blocks; then as a Cloud Optimized GeoTIFF; then under their own name."""

from __future__ import annotations

import html
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import rasterio
import rasterio.shutil
from rasterio.enums import ColorInterp
from rasterio.errors import RasterioError
from rasterio.windows import Window as RasterWindow

from ..errors import SceneFillError
from ..grid import Grid, Window

#: Pixels along one axis of the output's tiles, and of the blocks that are assembled at a time.
TILE = 512


def check_replaceable(out: Path, kind: str, what: str) -> None:
    """Refuse to replace a file of another kind, an input for example.

    Args:
        out: where a raster is to be written.
        kind: its ``SCENEFILL_KIND``; ``what`` it is in words, for the message.

    Raises:
        SceneFillError: ``output-exists``.
    """
    if not out.exists():
        return
    try:
        with rasterio.open(out, driver="GTiff") as dataset:
            own = dataset.tags().get("SCENEFILL_KIND") == kind
    except RasterioError:
        own = False
    if not own:
        raise SceneFillError(
            "output-exists", f"'{out}' exists and is no {what}.", "Choose another file, or move that one away."
        )


@dataclass(frozen=True)
class RasterSpec:
    """What a raster is beside its pixels.

    Attributes:
        grid: its grid.
        dtype: numpy name.
        descriptions: one per band.
        nodata: None for none.
        scales, offsets: physical = DN * scale + offset, per band; empty for 1 and 0.
        units: per band; empty for none.
        tags: of the file.
        band_tags: per band; empty for none.
        colormap: value to RGBA, of the first band.
        categories: names of the values 0, 1, ... of every band; empty for none.
        resampling: GDAL's name of the overviews' method.
    """

    grid: Grid
    dtype: str
    descriptions: tuple[str, ...]
    nodata: float | None = None
    scales: tuple[float, ...] = ()
    offsets: tuple[float, ...] = ()
    units: tuple[str, ...] = ()
    tags: Mapping[str, str] = field(default_factory=dict)
    band_tags: tuple[Mapping[str, str], ...] = ()
    colormap: Mapping[int, tuple[int, int, int, int]] | None = None
    categories: tuple[str, ...] = ()
    resampling: str = "AVERAGE"

    @property
    def bytes_per_pixel(self) -> int:
        return len(self.descriptions) * np.dtype(self.dtype).itemsize


class RasterWriter:
    """One output raster in the making.

    Args:
        path: where it is to appear.
        aside: folder for what is not complete.
        spec: what it is.
    """

    def __init__(self, path: Path, aside: Path, spec: RasterSpec) -> None:
        self.path, self.spec = path, spec
        self._draft = aside / f"tmp-{path.stem}.tif"
        self._cog = aside / f"tmp-{path.stem}.cog.tif"
        a, b, c, d, e, f = spec.grid.transform
        profile: dict[str, Any] = {
            "driver": "GTiff",
            "width": spec.grid.width,
            "height": spec.grid.height,
            "count": len(spec.descriptions),
            "dtype": spec.dtype,
            "crs": rasterio.CRS.from_user_input(spec.grid.crs),
            "transform": rasterio.Affine(a, b, c, d, e, f),
            "tiled": True,
            "blockxsize": TILE,
            "blockysize": TILE,
            "interleave": "pixel",
            "bigtiff": "IF_SAFER",
        }
        if spec.nodata is not None:
            profile["nodata"] = spec.nodata
        self._dataset = rasterio.open(self._draft, "w", **profile)
        self._describe()

    def _describe(self) -> None:
        spec, dataset = self.spec, self._dataset
        dataset.descriptions = spec.descriptions
        if spec.scales:
            dataset.scales = spec.scales
        if spec.offsets:
            dataset.offsets = spec.offsets
        if spec.units:
            dataset.units = spec.units
        dataset.update_tags(**spec.tags)
        for band, tags in enumerate(spec.band_tags, 1):
            dataset.update_tags(band, **tags)
        if spec.colormap is not None:
            dataset.write_colormap(1, dict(spec.colormap))
        else:
            # Without this GDAL takes the fourth of four bytes for transparency.
            rgb = np.dtype(spec.dtype) == np.uint8 and tuple(spec.descriptions[:3]) == ("red", "green", "blue")
            first = [ColorInterp.red, ColorInterp.green, ColorInterp.blue] if rgb else [ColorInterp.gray]
            rest = [ColorInterp.undefined] * len(spec.descriptions)
            dataset.colorinterp = (first + rest)[: len(spec.descriptions)]

    def write(self, tile: Window, values: np.ndarray) -> None:
        """Write ``(bands, H, W)`` of the output's type at a lattice window inside the grid."""
        rows, cols = tile.slices_in(self.spec.grid.window)
        window = RasterWindow(cols.start, rows.start, tile.width, tile.height)
        self._dataset.write(values, window=window)

    def finish(self, threads: int = 1) -> None:
        """Close, make the Cloud Optimized GeoTIFF aside, and give it its name."""
        self._dataset.close()
        options = {
            "COMPRESS": "DEFLATE",
            "LEVEL": "6",
            "PREDICTOR": "YES",
            "BLOCKSIZE": str(TILE),
            "OVERVIEW_RESAMPLING": self.spec.resampling,
            "BIGTIFF": "IF_SAFER",
            "NUM_THREADS": str(threads),
        }
        rasterio.shutil.copy(str(self._draft), str(self._cog), driver="COG", **options)
        self._draft.unlink()
        if self.spec.categories:
            _write_categories(self.path, len(self.spec.descriptions), self.spec.categories)
        self._cog.replace(self.path)

    def abandon(self) -> None:
        """Close and remove what is not complete."""
        self._dataset.close()
        for path in (self._draft, self._cog):
            path.unlink(missing_ok=True)


def _write_categories(path: Path, bands: int, names: Sequence[str]) -> None:
    """Category names, which GeoTIFF has no place for: GDAL reads them from a file beside it."""
    labels = "".join(f"<Category>{html.escape(name, quote=False)}</Category>" for name in names)
    body = "".join(
        f'<PAMRasterBand band="{band}"><CategoryNames>{labels}</CategoryNames></PAMRasterBand>'
        for band in range(1, bands + 1)
    )
    beside = path.with_name(path.name + ".aux.xml")
    aside = beside.with_name(beside.name + ".part")
    aside.write_text(f"<PAMDataset>{body}</PAMDataset>", encoding="utf-8")
    aside.replace(beside)


def write_raster(path: Path, aside: Path, spec: RasterSpec, values: np.ndarray) -> None:
    """Write a raster that fits in memory: ``(bands, H, W)``."""
    writer = RasterWriter(path, aside, spec)
    try:
        writer.write(spec.grid.window, values)
        writer.finish()
    except BaseException:
        writer.abandon()
        raise


def tiles_of(grid: Grid, size: int = TILE) -> list[Window]:
    """The grid in tiles of the output file, row-major; those at the right and bottom edge are smaller."""
    return [
        Window(grid.row0 + row, grid.col0 + col, min(size, grid.height - row), min(size, grid.width - col))
        for row in range(0, grid.height, size)
        for col in range(0, grid.width, size)
    ]


def to_dtype(values: np.ndarray, dtype: str, nodata: float | None) -> np.ndarray:
    """Numbers to a file's type: integers rounded and clipped, and never equal to nodata.

    A drawn value that would read as nodata moves to the nearest number that does not.
    """
    kind = np.dtype(dtype)
    if kind.kind == "f":
        cast = values.astype(kind)
        if nodata is not None and np.isfinite(nodata):
            cast[cast == kind.type(nodata)] = np.nextafter(kind.type(nodata), kind.type(np.inf))
        return cast
    info = np.iinfo(kind)
    cast = np.clip(np.rint(values), info.min, info.max).astype(kind)
    if nodata is not None and info.min <= nodata <= info.max and float(nodata).is_integer():
        hit = cast == int(nodata)
        up = int(nodata) + 1 if nodata < info.max else int(nodata) - 1
        down = int(nodata) - 1 if nodata > info.min else int(nodata) + 1
        cast[hit] = np.where(values[hit] >= nodata, up, down).astype(kind)
    return cast
