"""What a client has to know of a layer's file to send a part of it, and who looks and cuts: rasterio, or QGIS' GDAL."""

from __future__ import annotations

import abc
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Optional

import numpy as np

from ..grid import Grid, Window
from ..units import Stats

#: Side in pixels of the tiles of what is sent.
SENT_TILE = 256
#: Pixels along one axis that are copied at once.
_STEP = 4 * SENT_TILE
#: TIFF compressions that a server takes; whatever else a file has, it is written anew.
TAKEN = ("", "NONE", "LZW", "DEFLATE", "PACKBITS", "ZSTD")
#: Bytes of a decoded block that a server takes.
MOST_BLOCK = 64 * 2**20


@dataclass(frozen=True)
class LayerFacts:
    """What a file says of itself.

    Attributes:
        width, height, count: pixels and bands.
        dtype: numpy name.
        transform: ``(a, 0, c, 0, e, f)`` of pixel corners; ``e`` may be positive.
        crs: ``EPSG:n`` where it is exactly that, else WKT; geographic: whether it is longitude and latitude.
        nodata: None for none; nan where it is that.
        scales, offsets, descriptions, units: per band.
        tags, band_tags: as the engine reads them.
        masks: per band, what tells its valid pixels: ``all_valid``, ``per_dataset``, ``alpha``, ``nodata``.
        bytes: of the file.
        plain: whether the file is a GeoTIFF that a server takes as it is: nothing beside it belongs to it, its
            compression is one of :data:`TAKEN`, and its blocks hold at most :data:`MOST_BLOCK` bytes.
    """

    width: int
    height: int
    count: int
    dtype: str
    transform: tuple[float, float, float, float, float, float]
    crs: str
    geographic: bool
    nodata: Optional[float]
    scales: tuple[float, ...]
    offsets: tuple[float, ...]
    descriptions: tuple[Optional[str], ...]
    units: tuple[str, ...]
    tags: Mapping[str, str]
    band_tags: tuple[Mapping[str, str], ...]
    masks: tuple[tuple[str, ...], ...]
    bytes: int
    plain: bool

    @property
    def window(self) -> Window:
        """All of it, in its own rows and columns."""
        return Window(0, 0, self.height, self.width)

    @property
    def decoded_bytes(self) -> int:
        return self.width * self.height * self.count * np.dtype(self.dtype).itemsize

    def shifted(self, window: Window) -> tuple[float, float, float, float, float, float]:
        """The transform of a window of it."""
        a, _, c, _, e, f = self.transform
        return a, 0.0, c + a * window.col, 0.0, e, f + e * window.row

    def same_but_place(self, other: LayerFacts) -> bool:
        """Whether the engine would see the same in both, but for size and place."""
        names = ("count", "dtype", "crs", "scales", "offsets", "descriptions", "units", "band_tags", "masks")
        return (
            all(getattr(self, name) == getattr(other, name) for name in names)
            and _all_said(self.tags) == _all_said(other.tags)
            and (self.nodata == other.nodata or (self.nodata != self.nodata and other.nodata != other.nodata))
        )


def _all_said(tags: Mapping[str, str]) -> dict[str, str]:
    """The same with what a GeoTIFF always says spelt out: other formats leave it out where it is the usual."""
    return {"AREA_OR_POINT": "Area", **tags}


class Clipper(abc.ABC):
    """Looks into layers' files and writes the parts of them that are sent. Never resamples."""

    @abc.abstractmethod
    def facts(self, path: str) -> LayerFacts:
        """What a raster says of itself.

        Raises:
            SceneFillError: ``missing-file``, ``unreadable-raster``, ``complex-raster``, ``no-crs``, ``rotated-grid``.
        """

    @abc.abstractmethod
    def percentiles(self, path: str, indexes: Sequence[int]) -> Stats:
        """2nd, 50th and 98th percentile of bands' stored numbers, as the engine finds them: see :mod:`..probes`."""

    @abc.abstractmethod
    def transform(self, source: str, target: str, x: np.ndarray, y: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Map coordinates between CRS, as they are where both are the same; what has none becomes infinite."""

    @abc.abstractmethod
    def copy(
        self, source: str, target: Path, window: Window, keep: Sequence[Window], cancelled: Callable[[], bool]
    ) -> None:
        """Write a window of a raster as a GeoTIFF: tiled by :data:`SENT_TILE`, lossless, numbers and facts unchanged.

        Args:
            window: in the rows and columns of ``source``.
            keep: what of it is needed; blocks elsewhere may be left out of the file, and read as anything.
            cancelled: asked often.

        Raises:
            JobCancelled: as soon as ``cancelled`` says so.
        """

    @abc.abstractmethod
    def polygons(self, path: str, layer: Optional[str], target: Path, grid: Grid, region: Optional[Window]) -> None:
        """Write the polygons of a GeoJSON or GeoPackage as GeoJSON, geometries only, every digit of them kept.

        In their own CRS if that has an EPSG code, else in that of ``grid``.

        Args:
            region: of the lattice of ``grid``; polygons that do not come near it may be left out. None: all.
        """


def needed_places(window: Window, keep: Sequence[Window]) -> Iterator[Window]:
    """Steps of whole tiles of what is sent, in which something is needed; in the file's rows and columns."""
    for row in range(window.row, window.row_stop, _STEP):
        for col in range(window.col, window.col_stop, _STEP):
            step = Window(row, col, _STEP, _STEP).intersection(window)
            if step is not None and any(step.intersection(part) for part in keep):
                yield step
