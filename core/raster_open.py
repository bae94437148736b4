"""Opening rasters that a stranger may have made: few drivers, and every unusable file refused with its reason."""

from __future__ import annotations

import warnings
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import rasterio
from rasterio.crs import CRS
from rasterio.errors import CRSError, NotGeoreferencedWarning, RasterioError
from rasterio.io import DatasetReader
from rasterio.warp import transform as transform_points

from .errors import SceneFillError
from .grid import ground_size_m
from .raster_formats import driver_of


@dataclass(frozen=True)
class RasterProfile:
    """What a copy of a raster has to keep. ``scales``, ``offsets`` and ``descriptions`` have an entry per band."""

    dtype: str
    nodata: float | None
    count: int
    scales: tuple[float, ...]
    offsets: tuple[float, ...]
    descriptions: tuple[str | None, ...]
    units: tuple[str | None, ...]
    colorinterp: tuple[str, ...]
    tags: Mapping[str, str]
    band_tags: tuple[Mapping[str, str], ...]


def open_raster(path: str | Path) -> DatasetReader:
    """Open a georeferenced raster for reading; the caller closes it.

    Raises:
        SceneFillError: ``missing-file``, ``unreadable-raster``, ``complex-raster``, ``no-crs``, ``rotated-grid``.
    """
    name = Path(path).name
    if not Path(path).is_file():
        raise SceneFillError("missing-file", f"There is no file '{path}'.", "Check the path in the job.")
    try:
        driver = driver_of(path)
        if driver is None:
            raise _unreadable(path, "the first bytes are of neither format")
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", NotGeoreferencedWarning)
            dataset = rasterio.open(path, driver=driver)
    except (RasterioError, OSError) as error:
        raise _unreadable(path, str(error)) from error
    try:
        _check(dataset, name)
    except SceneFillError:
        dataset.close()
        raise
    return dataset


def _unreadable(path: str | Path, cause: str) -> SceneFillError:
    return SceneFillError(
        "unreadable-raster",
        f"'{Path(path).name}' cannot be read as a GeoTIFF or JPEG 2000.",
        "Save it as a GeoTIFF, or copy it again if it may be damaged.",
        {"path": str(path), "cause": cause},
    )


def _check(dataset: DatasetReader, name: str) -> None:
    if any(dtype.startswith("complex") for dtype in dataset.dtypes):
        raise SceneFillError(
            "complex-raster",
            f"'{name}' holds complex numbers ({dataset.dtypes[0]}).",
            "Give detected backscatter (intensity, amplitude or dB) instead of single-look complex data.",
        )
    if dataset.crs is None:
        raise SceneFillError(
            "no-crs",
            f"'{name}' has no coordinate reference system.",
            "Assign its projection, for example with 'Assign projection' in QGIS, and try again.",
        )
    a, b, _, d, e, _ = dataset.transform[:6]
    if dataset.transform.is_identity:
        raise SceneFillError(
            "no-crs", f"'{name}' has no georeference: no geotransform.", "Georeference it and save it as a GeoTIFF."
        )
    if abs(b) > 1e-9 * abs(a) or abs(d) > 1e-9 * abs(e):
        raise SceneFillError(
            "rotated-grid",
            f"'{name}' lies on a rotated or sheared grid.",
            "Warp it to a north-up grid first, for example with 'Warp (reproject)' in QGIS.",
        )


def profile_of(dataset: DatasetReader) -> RasterProfile:
    """The profile of an open raster; GeoTIFFs have one data type for all bands."""
    return RasterProfile(
        dtype=dataset.dtypes[0],
        nodata=dataset.nodata,
        count=dataset.count,
        scales=tuple(dataset.scales),
        offsets=tuple(dataset.offsets),
        descriptions=tuple(dataset.descriptions),
        units=tuple(dataset.units),
        colorinterp=tuple(c.name for c in dataset.colorinterp),
        tags=dict(dataset.tags()),
        band_tags=tuple(dict(dataset.tags(i)) for i in dataset.indexes),
    )


def crs_text(crs: CRS) -> str:
    """``EPSG:n`` where the CRS is exactly that, else WKT."""
    authority = crs.to_authority(confidence_threshold=100)
    return f"{authority[0]}:{authority[1]}" if authority is not None and authority[0] == "EPSG" else crs.to_wkt()


def parse_crs(text: str) -> CRS:
    """A CRS of any notation; ``bad-value`` if it is none."""
    try:
        return CRS.from_user_input(text)
    except CRSError as error:
        raise SceneFillError(
            "bad-value", f"'{text[:80]}' is not a coordinate reference system.", "Write it as EPSG:32643, for example."
        ) from error


def same_crs(first: CRS, second: CRS) -> bool:
    """Whether coordinates mean the same in both."""
    return bool(first == second) or (first.to_epsg() is not None and first.to_epsg() == second.to_epsg())


def transform_xy(source: CRS, target: CRS, x: np.ndarray, y: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Map coordinates between CRS; points that do not exist in ``target`` become infinite.

    Raises:
        SceneFillError: ``crs-transform`` if there is no way between the two.
    """
    if same_crs(source, target):
        return x, y
    try:
        tx, ty = transform_points(source, target, x.ravel(), y.ravel())
    except RasterioError as error:
        raise SceneFillError(
            "crs-transform",
            f"There is no transformation from {crs_text(source)[:80]} to {crs_text(target)[:80]}.",
            "Warp the layer to the CRS of the job's grid first.",
            {"cause": str(error)},
        ) from error
    return np.asarray(tx, dtype=np.float64).reshape(x.shape), np.asarray(ty, dtype=np.float64).reshape(y.shape)


def native_pixel_size_m(dataset: DatasetReader) -> float:
    """Ground size of a pixel in metres, the geometric mean of both axes; geographic CRS: at the centre's latitude."""
    a, _, _, _, e, f = dataset.transform[:6]
    latitude = f + e * dataset.height / 2.0
    return ground_size_m(dataset.crs.to_wkt(), abs(a), abs(e), max(-90.0, min(90.0, latitude)))
