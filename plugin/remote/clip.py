"""Parts of layers for a server, cut by QGIS' own GDAL: the plugin's :class:`~scenefill.core.remote.layers.Clipper`.

Numbers, masks and metadata go over as they are; nothing is resampled. As the engine would, GDAL is told which driver to
take, by a file's first bytes.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Optional

import numpy as np
from osgeo import gdal
from qgis.core import QgsCoordinateReferenceSystem

from ...core import probes
from ...core.errors import JobCancelled, SceneFillError
from ...core.grid import Grid, Window
from ...core.raster_formats import driver_of
from ...core.remote.layers import MOST_BLOCK, SENT_TILE, TAKEN, Clipper, LayerFacts, needed_places
from ..layers.crs import crs_text, same_crs, transform_between, transform_points
from ..layers.inspect import read_band
from .polygons import write_polygons

_FLAGS = (
    (gdal.GMF_ALL_VALID, "all_valid"),
    (gdal.GMF_PER_DATASET, "per_dataset"),
    (gdal.GMF_ALPHA, "alpha"),
    (gdal.GMF_NODATA, "nodata"),
)
#: Two layers that are cut at a time must not take back each other's option.
_option_lock = threading.Lock()


class GdalClipper(Clipper):
    """See :class:`~scenefill.core.remote.layers.Clipper`; for background threads."""

    def facts(self, path: str) -> LayerFacts:
        with _opened(path) as dataset:
            return _facts(dataset, path)

    def percentiles(self, path: str, indexes: Sequence[int]) -> tuple[float, float, float]:
        with _opened(path) as dataset:
            bands = [dataset.GetRasterBand(index) for index in indexes]
            size = dataset.RasterYSize, dataset.RasterXSize
            samples = [
                read_band(band, col, row, width, height).astype(np.float64).ravel()
                for row, col, height, width in probes.spots(*size)
                for band in bands
            ]
            found = np.concatenate(samples)
            if np.isfinite(found).sum() < probes.ENOUGH:
                whole = (0, 0, dataset.RasterXSize, dataset.RasterYSize)
                pictures = [read_band(band, *whole, side=probes.WHOLE_FILE).astype(np.float64) for band in bands]
                found = np.stack(pictures)
            return probes.percentiles(found)

    def transform(self, source: str, target: str, x: np.ndarray, y: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        if same_crs(source, target):
            return x, y
        if not transform_between(source, target).isValid():
            raise SceneFillError(
                "crs-transform",
                f"There is no transformation from {source[:80]} to {target[:80]}.",
                "Warp the layer to the CRS of the job's grid first.",
            )
        points = list(zip(x.ravel().tolist(), y.ravel().tolist()))
        found = np.array(transform_points(source, target, points), dtype=np.float64)
        found[np.isnan(found)] = np.inf
        return found[:, 0].reshape(x.shape), found[:, 1].reshape(y.shape)

    def copy(
        self, source: str, target: Path, window: Window, keep: Sequence[Window], cancelled: Callable[[], bool]
    ) -> None:
        with _opened(source) as dataset:
            gdal.ErrorReset()
            copy = _created(dataset, target, window)
            masked = dataset.GetRasterBand(1).GetMaskFlags() & (gdal.GMF_PER_DATASET | gdal.GMF_ALPHA)
            if masked == gdal.GMF_PER_DATASET:
                with _masks_inside():
                    copy.CreateMaskBand(gdal.GMF_PER_DATASET)
            for place in needed_places(window, keep):
                if cancelled():
                    copy = None
                    raise JobCancelled
                for index in range(1, dataset.RasterCount + 1):
                    _copy(dataset.GetRasterBand(index), copy.GetRasterBand(index), window, place, keep)
                if masked == gdal.GMF_PER_DATASET:
                    masks = dataset.GetRasterBand(1).GetMaskBand(), copy.GetRasterBand(1).GetMaskBand()
                    _copy(*masks, window, place, keep)
            copy = None  # closes it: only now is all of it on the disk
            if gdal.GetLastErrorType() >= gdal.CE_Failure:
                raise _not_written(target, gdal.GetLastErrorMsg())

    def polygons(self, path: str, layer: Optional[str], target: Path, grid: Grid, region: Optional[Window]) -> None:
        write_polygons(path, layer, target, grid, region, self.transform)


# -- rasters ----------------------------------------------------------------------------------------------------------


@contextmanager
def _opened(path: str) -> Iterator[gdal.Dataset]:
    """A raster that the engine would take; the errors are the engine's.

    Raises:
        SceneFillError: ``missing-file``, ``unreadable-raster``, ``complex-raster``, ``no-crs``, ``rotated-grid``.
    """
    name = Path(path).name
    if not Path(path).is_file():
        raise SceneFillError("missing-file", f"There is no file '{path}'.", "Check the path.", {"file": path})
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    try:
        driver = driver_of(path)
        flags = gdal.OF_RASTER | gdal.OF_READONLY | gdal.OF_VERBOSE_ERROR
        dataset = None if driver is None else gdal.OpenEx(path, flags, allowed_drivers=[driver])
        if dataset is None:
            raise _unreadable(name, path, gdal.GetLastErrorMsg())
        _check(dataset, name)
        yield dataset
    except (RuntimeError, OSError) as error:
        raise _unreadable(name, path, str(error)) from error
    finally:
        dataset = None
        gdal.PopErrorHandler()


def _check(dataset: gdal.Dataset, name: str) -> None:
    transform = dataset.GetGeoTransform(can_return_null=True)
    if gdal.DataTypeIsComplex(dataset.GetRasterBand(1).DataType):
        raise SceneFillError(
            "complex-raster", f"'{name}' holds complex numbers.", "Turn it into backscatter first.", {"layer": name}
        )
    if not dataset.GetProjection() or transform is None:
        raise SceneFillError(
            "no-crs",
            f"'{name}' has no coordinate reference system or lies nowhere.",
            "Assign its projection, and try again.",
            {"layer": name},
        )
    _, a, b, _, d, e = transform
    if abs(b) > 1e-9 * abs(a) or abs(d) > 1e-9 * abs(e):
        raise SceneFillError(
            "rotated-grid", f"'{name}' lies on a rotated grid.", "Warp it to a north-up grid first.", {"layer": name}
        )


def _facts(dataset: gdal.Dataset, path: str) -> LayerFacts:
    bands = [dataset.GetRasterBand(index + 1) for index in range(dataset.RasterCount)]
    c, a, _, f, _, e = dataset.GetGeoTransform()
    crs = QgsCoordinateReferenceSystem.fromWkt(dataset.GetProjection())
    return LayerFacts(
        width=dataset.RasterXSize,
        height=dataset.RasterYSize,
        count=dataset.RasterCount,
        dtype=_dtype(bands[0]),
        transform=(a, 0.0, c, 0.0, e, f),
        crs=crs_text(crs) or dataset.GetProjection(),
        geographic=crs.isGeographic(),
        nodata=bands[0].GetNoDataValue(),
        scales=tuple(1.0 if band.GetScale() is None else band.GetScale() for band in bands),
        offsets=tuple(band.GetOffset() or 0.0 for band in bands),
        descriptions=tuple(band.GetDescription() or None for band in bands),
        units=tuple(band.GetUnitType() or "" for band in bands),
        tags=dict(dataset.GetMetadata() or {}),
        band_tags=tuple(dict(band.GetMetadata() or {}) for band in bands),
        masks=tuple(tuple(name for flag, name in _FLAGS if band.GetMaskFlags() & flag) for band in bands),
        bytes=Path(path).stat().st_size,
        plain=_is_plain(dataset, bands),
    )


def _dtype(band: gdal.Band) -> str:
    """Numpy's name; before GDAL 3.7 signed bytes are a kind of bytes."""
    name = gdal.GetDataTypeName(band.DataType).lower()
    if name != "byte":
        return str(name)
    return "int8" if _is_signed_byte(band) else "uint8"


def _is_signed_byte(band: gdal.Band) -> bool:
    return band.DataType == gdal.GDT_Byte and band.GetMetadataItem("PIXELTYPE", "IMAGE_STRUCTURE") == "SIGNEDBYTE"


def _is_plain(dataset: gdal.Dataset, bands: Sequence[gdal.Band]) -> bool:
    columns, rows = bands[0].GetBlockSize()
    structure = dataset.GetMetadata("IMAGE_STRUCTURE") or {}
    together = len(bands) if structure.get("INTERLEAVE", "") == "PIXEL" else 1
    return (
        dataset.GetDriver().ShortName == "GTiff"
        and len(dataset.GetFileList() or ()) == 1
        and structure.get("COMPRESSION", "").upper() in TAKEN
        and rows * columns * together * np.dtype(_dtype(bands[0])).itemsize <= MOST_BLOCK
    )


@contextmanager
def _masks_inside() -> Iterator[None]:
    """A mask that is made meanwhile belongs into the file that is sent: a server takes no second one.

    Python has the options of a thread since GDAL 3.4; before, only those that all threads share.
    """
    get = getattr(gdal, "GetThreadLocalConfigOption", gdal.GetConfigOption)
    put = getattr(gdal, "SetThreadLocalConfigOption", gdal.SetConfigOption)
    with _option_lock:
        before = get("GDAL_TIFF_INTERNAL_MASK")
        put("GDAL_TIFF_INTERNAL_MASK", "YES")
        try:
            yield
        finally:
            put("GDAL_TIFF_INTERNAL_MASK", before)


def _created(dataset: gdal.Dataset, target: Path, window: Window) -> gdal.Dataset:
    """An empty file for a window, which says of itself what the whole says."""
    first = dataset.GetRasterBand(1)
    dtype = np.dtype(_dtype(first))
    # Differences of neighbours pack better; floats of eight bytes have no such predictor everywhere.
    predictor = 2 if dtype.kind in "iu" and dtype.itemsize <= 4 else 1
    options = [f"BLOCKXSIZE={SENT_TILE}", f"BLOCKYSIZE={SENT_TILE}", f"PREDICTOR={predictor}", "TILED=YES"]
    options += ["COMPRESS=DEFLATE", "INTERLEAVE=BAND", "SPARSE_OK=TRUE", "BIGTIFF=IF_SAFER"]
    if _is_signed_byte(first):
        options.append("PIXELTYPE=SIGNEDBYTE")
    driver = gdal.GetDriverByName("GTiff")
    copy = driver.Create(str(target), window.width, window.height, dataset.RasterCount, first.DataType, options)
    if copy is None:
        raise _not_written(target, gdal.GetLastErrorMsg())
    c, a, _, f, _, e = dataset.GetGeoTransform()
    copy.SetProjection(dataset.GetProjection())
    copy.SetGeoTransform((c + a * window.col, a, 0.0, f + e * window.row, 0.0, e))
    copy.SetMetadata(dataset.GetMetadata() or {})
    for index in range(1, dataset.RasterCount + 1):
        _describe(dataset.GetRasterBand(index), copy.GetRasterBand(index))
    return copy


def _describe(band: gdal.Band, copy: gdal.Band) -> None:
    copy.SetColorInterpretation(band.GetColorInterpretation())
    if band.GetNoDataValue() is not None:
        copy.SetNoDataValue(band.GetNoDataValue())
    if band.GetDescription():
        copy.SetDescription(band.GetDescription())
    if band.GetScale() not in (None, 1.0):
        copy.SetScale(band.GetScale())
    if band.GetOffset() not in (None, 0.0):
        copy.SetOffset(band.GetOffset())
    if band.GetUnitType():
        copy.SetUnitType(band.GetUnitType())
    if band.GetMetadata():
        copy.SetMetadata(band.GetMetadata())


def _copy(band: gdal.Band, copy: gdal.Band, window: Window, place: Window, keep: Sequence[Window]) -> None:
    """Copy what is needed of a place; 0 beside it, in blocks that would be left out were they nothing else."""
    values = None
    for part in keep:
        inside = part.intersection(place)
        if inside is None:
            continue
        found = band.ReadAsArray(inside.col, inside.row, inside.width, inside.height)
        if found is None:
            raise RuntimeError(gdal.GetLastErrorMsg())
        if values is None:
            values = np.zeros(place.shape, dtype=found.dtype)
        values[inside.slices_in(place)] = found
    if values is not None:
        copy.WriteArray(values, place.col - window.col, place.row - window.row)


def _unreadable(name: str, path: str, cause: str) -> SceneFillError:
    return SceneFillError(
        "unreadable-raster",
        f"'{name}' cannot be read as a GeoTIFF or JPEG 2000.",
        "Save it as a GeoTIFF, or copy it again if it may be damaged.",
        {"file": path, "cause": cause},
    )


def _not_written(target: Path, cause: str) -> SceneFillError:
    return SceneFillError(
        "cannot-write",
        f"What the server needs of a layer could not be written to '{target.parent}'.",
        "Check that the disk has room.",
        {"cause": cause},
    )
