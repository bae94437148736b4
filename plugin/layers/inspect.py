"""What a raster is made of, read in the background with QGIS' own GDAL: metadata, and samples of its numbers.

Time and memory are bounded whatever the raster's size: small spots all over it, the very spots at which the engine
looks to guess units, and a reduced picture where the file is small or has overviews.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Optional

import numpy as np
from osgeo import gdal

from ...core import probes
from ...core.errors import SceneFillError
from ...core.feedback import Feedback
from ...core.roles import RasterFacts
from ..form import LayerRef

#: Bands of which numbers are read; of a hyperspectral cube these are enough to know its unit.
MAX_SAMPLED = 64
#: Pixels along each side of the picture that tells where there is data.
_VALIDITY = 128
#: A file up to this many pixels is reduced whole even without overviews.
_SMALL = 4_000_000

#: Drivers whose pixels come over the network, a request each.
_REMOTE_DRIVERS = ("WMS", "WMTS", "WCS", "PLMOSAIC", "EEDAI")
_REMOTE_ROOTS = ("/vsicurl", "/vsis3", "/vsigs", "/vsiaz", "/vsiadls", "/vsioss", "/vsiswift", "/vsiwebhdfs")


@dataclass(frozen=True, eq=False)
class LayerFacts:
    """Facts of a raster.

    Attributes:
        raster: what roles are guessed from.
        crs: WKT of the file's own CRS; empty for none.
        transform: ``(a, b, c, d, e, f)``: x = a*column + b*row + c, y = d*column + e*row + f; None without one.
        width, height: pixels.
        engine_tags: metadata of the file's default domain, which is all that the engine sees.
        scales, offsets: as the file declares them, per band.
        samples: ``(bands, n)`` numbers as stored, NaN where not valid, of the first bands; none if none were read.
        validity: ``(rows, columns)`` float32 over the whole raster: share of valid pixels, 1 where nobody looked.
        is_picture: whether it is a rendered picture of a web service.
    """

    raster: RasterFacts
    crs: str
    transform: Optional[tuple[float, ...]]
    width: int
    height: int
    engine_tags: Mapping[str, str]
    scales: tuple[float, ...]
    offsets: tuple[float, ...]
    samples: np.ndarray
    validity: np.ndarray
    is_picture: bool = False

    @property
    def is_rotated(self) -> bool:
        if self.transform is None:
            return False
        a, b, _, d, e, _ = self.transform
        return abs(b) > 1e-9 * abs(a) or abs(d) > 1e-9 * abs(e)

    @property
    def is_complex(self) -> bool:
        return self.raster.dtype.startswith("complex")

    def percentiles(self, indexes: Sequence[int]) -> tuple[float, float, float]:
        """2nd, 50th and 98th percentile of bands (1-based) taken together, as the engine finds them; NaN unknown."""
        known = [index - 1 for index in indexes if index <= len(self.samples)]
        return probes.percentiles(self.samples[known].astype(np.float64))


def inspect(ref: LayerRef, feedback: Optional[Feedback] = None) -> LayerFacts:
    """Look at the raster behind a layer; for a background thread.

    Raises:
        SceneFillError: ``unreadable-raster``, ``unsupported-layer``, ``cancelled``.
    """
    if ref.is_picture:
        return _picture_facts(ref)
    if ref.provider != "gdal":
        raise SceneFillError(
            "unsupported-layer",
            f"Layers of the kind '{ref.provider}', such as '{ref.name}', cannot be used.",
            "Export the layer as a GeoTIFF and add that.",
        )
    told = feedback or Feedback()
    with opened(ref.path or ref.source, ref.name) as dataset:
        if dataset.RasterCount == 0:
            raise _unreadable(ref.name, ref.source, "it is a container of several rasters")
        bands = [dataset.GetRasterBand(i + 1) for i in range(dataset.RasterCount)]
        dtype = _dtype(bands[0])
        if dtype.startswith("complex"):
            samples, validity = np.zeros((0, 0), np.float32), np.ones((1, 1), np.float32)
        else:
            samples, validity = _look(dataset, bands[:MAX_SAMPLED], ref, told)
        stats = tuple(probes.percentiles(band.astype(np.float64)) for band in samples)
        return LayerFacts(
            raster=_raster_facts(dataset, bands, ref, dtype, stats),
            crs=dataset.GetProjection(),
            transform=_transform(dataset),
            width=dataset.RasterXSize,
            height=dataset.RasterYSize,
            engine_tags=dict(dataset.GetMetadata() or {}),
            scales=tuple(1.0 if band.GetScale() is None else band.GetScale() for band in bands),
            offsets=tuple(band.GetOffset() or 0.0 for band in bands),
            samples=samples,
            validity=validity,
        )


@contextmanager
def opened(source: str, name: str) -> Iterator[gdal.Dataset]:
    """A raster opened by path or connection string, whether or not this process lets GDAL raise exceptions.

    Raises:
        SceneFillError: ``unreadable-raster``, also for an error while it is read.
    """
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    try:
        dataset = gdal.OpenEx(source, gdal.OF_RASTER | gdal.OF_READONLY | gdal.OF_VERBOSE_ERROR)
        if dataset is None:
            raise _unreadable(name, source, gdal.GetLastErrorMsg())
        yield dataset
    except RuntimeError as error:
        raise _unreadable(name, source, str(error)) from error
    finally:
        dataset = None
        gdal.PopErrorHandler()


def read_band(band: gdal.Band, *window: int, side: Optional[int] = None) -> np.ndarray:
    """Stored numbers of a window (column, row, width, height), float, NaN where not valid.

    Args:
        side: reduce to this many pixels along each axis, by the nearest pixel.
    """
    column, row, width, height = window
    size = {} if side is None else {"buf_xsize": min(side, width), "buf_ysize": min(side, height)}
    numbers = band.ReadAsArray(column, row, width, height, **size)
    valid = None
    if not band.GetMaskFlags() & gdal.GMF_ALL_VALID:
        valid = band.GetMaskBand().ReadAsArray(column, row, width, height, **size)
    if numbers is None or (valid is None and not band.GetMaskFlags() & gdal.GMF_ALL_VALID):
        raise RuntimeError(gdal.GetLastErrorMsg())
    exact = numbers.dtype.itemsize <= 2 or numbers.dtype == np.float32
    found = numbers.astype(np.float32 if exact else np.float64)
    if valid is not None:
        found[valid == 0] = np.nan
    return found


def _look(
    dataset: gdal.Dataset, bands: Sequence[gdal.Band], ref: LayerRef, feedback: Feedback
) -> tuple[np.ndarray, np.ndarray]:
    """(samples, validity) of the bands."""
    whole = (0, 0, dataset.RasterXSize, dataset.RasterYSize)
    reducible = bands[0].GetOverviewCount() > 0
    if reducible and _is_remote(dataset, ref):
        reduced = [_checked(feedback, read_band(band, *whole, side=_VALIDITY)) for band in bands]
        return np.stack([picture.ravel() for picture in reduced]), np.isfinite(reduced[0]).astype(np.float32)
    samples = _spots(dataset, bands, feedback)
    validity = np.isfinite(samples[0]).mean(axis=1).reshape(probes.SPOTS, probes.SPOTS).astype(np.float32)
    if reducible or whole[2] * whole[3] <= _SMALL:
        validity = np.isfinite(read_band(bands[0], *whole, side=_VALIDITY)).astype(np.float32)
    if np.isfinite(samples).sum(axis=(1, 2)).min() < probes.ENOUGH and (reducible or whole[2] * whole[3] <= _SMALL):
        samples = np.stack([_checked(feedback, read_band(band, *whole, side=probes.WHOLE_FILE)) for band in bands])
    return samples.reshape(len(bands), -1), validity


def _spots(dataset: gdal.Dataset, bands: Sequence[gdal.Band], feedback: Feedback) -> np.ndarray:
    """``(bands, spots, pixels)``."""
    found = []
    for row, column, height, width in probes.spots(dataset.RasterYSize, dataset.RasterXSize):
        feedback.raise_if_cancelled()
        found.append(np.stack([read_band(band, column, row, width, height).ravel() for band in bands]))
    return np.stack(found, axis=1)


def _checked(feedback: Feedback, array: np.ndarray) -> np.ndarray:
    feedback.raise_if_cancelled()
    return array


def _is_remote(dataset: gdal.Dataset, ref: LayerRef) -> bool:
    return dataset.GetDriver().ShortName in _REMOTE_DRIVERS or any(root in ref.source for root in _REMOTE_ROOTS)


def _raster_facts(
    dataset: gdal.Dataset, bands: Sequence[gdal.Band], ref: LayerRef, dtype: str, stats: tuple[Any, ...]
) -> RasterFacts:
    name = Path((ref.path or ref.source).replace('"', "")).name
    return RasterFacts(
        name=name,
        layer_name=ref.name if ref.name != Path(name).stem else "",
        dtype=dtype,
        descriptions=tuple(band.GetDescription() or "" for band in bands),
        colours=tuple(gdal.GetColorInterpretationName(band.GetColorInterpretation()).lower() for band in bands),
        tags=_all_tags(dataset),
        band_tags=tuple(_all_tags(band) for band in bands),
        stats=stats,
    )


def _all_tags(owner: Any) -> dict[str, str]:
    """Metadata of the default domain and of what satellite images have beside it."""
    return {**(owner.GetMetadata("IMAGERY") or {}), **(owner.GetMetadata() or {})}


def _transform(dataset: gdal.Dataset) -> Optional[tuple[float, ...]]:
    """In the order of jobs; None where the file has none."""
    found = dataset.GetGeoTransform(can_return_null=True)
    if not found:
        return None
    c, a, b, f, d, e = found
    return a, b, c, d, e, f


def _dtype(band: gdal.Band) -> str:
    """Numpy's name of a data type; ``complex`` for all complex ones."""
    name = gdal.GetDataTypeName(band.DataType).lower()
    return "uint8" if name == "byte" else "complex" if name.startswith("c") else name


def _picture_facts(ref: LayerRef) -> LayerFacts:
    """A service draws red, green and blue; nothing is asked of it before its picture is wanted."""
    return LayerFacts(
        raster=RasterFacts(ref.name, "uint8", ("",) * 3, colours=("red", "green", "blue")),
        crs=ref.crs,
        transform=None,
        width=0,
        height=0,
        engine_tags={},
        scales=(1.0,) * 3,
        offsets=(0.0,) * 3,
        samples=np.zeros((0, 0), np.float32),
        validity=np.ones((1, 1), np.float32),
        is_picture=True,
    )


def _unreadable(name: str, source: str, cause: str) -> SceneFillError:
    return SceneFillError(
        "unreadable-raster",
        f"'{name}' cannot be read as a raster.",
        "Check that its file is still there; export the layer as a GeoTIFF if it is.",
        {"source": source, "cause": cause},
    )
