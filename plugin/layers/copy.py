"""Copies of rasters that QGIS opens and the engine does not: the same numbers on the same pixels, as a GeoTIFF."""

from __future__ import annotations

import math
from dataclasses import replace
from pathlib import Path
from typing import Optional

from osgeo import gdal

from ...core.errors import SceneFillError
from ...core.feedback import Feedback
from ...core.job_parts import Extent
from ..form import LayerRef
from .crs import transform_extent
from .grid import WorkingGrid
from .inspect import opened

#: Pixels beyond the area that are copied too: the engine looks around it.
MARGIN = 512
#: Numbers (pixels times bands) above which a copy would rather be a mistake than a wish.
LARGEST = 4_000_000_000


def copy_pixels(ref: LayerRef, path: str, grid: Optional[WorkingGrid], feedback: Feedback) -> LayerRef:
    """Copy a raster of QGIS' ``gdal`` provider; for a background thread.

    Data type, bands, their names, nodata, scales and metadata are kept; the CRS is the layer's, which the user may have
    set where the file has none.

    Args:
        ref: the layer.
        path: the GeoTIFF to be written; it appears there when it is complete.
        grid: the pixels to be drawn on, around which is copied; None for all of the layer.

    Raises:
        SceneFillError: ``unsupported-layer``, ``unreadable-raster``, ``no-overlap``, ``too-large``, ``cannot-write``,
            ``cancelled``.
    """
    if ref.provider != "gdal":
        raise SceneFillError(
            "unsupported-layer",
            f"Layers of the kind '{ref.provider}', such as '{ref.name}', cannot be used.",
            "Export the layer as a GeoTIFF and add that.",
        )
    part = path + ".part"
    with opened(ref.source, ref.name) as source:
        window = (0, 0, source.RasterXSize, source.RasterYSize)
        if grid is not None:
            window = _window(source, ref, transform_extent(grid.extent, grid.crs, ref.crs))
        if window[2] * window[3] * source.RasterCount > LARGEST:
            raise SceneFillError(
                "too-large",
                f"'{ref.name}' would have to be copied, and {window[2]} × {window[3]} pixels are too many for that.",
                "Choose a smaller area, or export the layer as a GeoTIFF.",
            )
        options = gdal.TranslateOptions(
            format="GTiff",
            srcWin=list(window),
            outputSRS=ref.crs,
            creationOptions=["TILED=YES", "COMPRESS=DEFLATE", "BIGTIFF=IF_SAFER"],
            callback=lambda share, *_: _told(feedback, share),
        )
        try:
            made = gdal.Translate(part, source, options=options)
        except RuntimeError:
            made = None
        problem = gdal.GetLastErrorMsg()
        written = made is not None
        made = None  # closes it: only now is all of it on the disk
    _finish(part, path, ref, feedback, written, problem)
    return _ref_of_copy(ref, path, window)


def _told(feedback: Feedback, share: float) -> int:
    """GDAL's progress: 0 stops it."""
    feedback.progress(share, "")
    return 0 if feedback.is_cancelled() else 1


def _finish(part: str, path: str, ref: LayerRef, feedback: Feedback, written: bool, problem: str) -> None:
    try:
        if not written or feedback.is_cancelled():
            Path(part).unlink(missing_ok=True)
        else:
            Path(part).replace(path)
    except OSError as error:
        written, problem = False, str(error)
    feedback.raise_if_cancelled()
    if not written:
        raise SceneFillError(
            "cannot-write",
            f"'{ref.name}' could not be copied.",
            "Check that the layer can still be read and that the disk has room.",
            {"path": path, "cause": problem},
        )


def _window(source: gdal.Dataset, ref: LayerRef, extent: Extent) -> tuple[int, int, int, int]:
    """(column, row, width, height) of the pixels of a file in and around an extent in its CRS."""
    c, a, b, f, d, e = source.GetGeoTransform()
    if b != 0.0 or d != 0.0:
        raise SceneFillError(
            "rotated-grid", f"'{ref.name}' lies on a rotated grid.", "Warp it to a north-up grid first."
        )
    columns = sorted(((extent[0] - c) / a, (extent[2] - c) / a))
    rows = sorted(((extent[1] - f) / e, (extent[3] - f) / e))
    left, right = max(math.floor(columns[0]) - MARGIN, 0), min(math.ceil(columns[1]) + MARGIN, source.RasterXSize)
    top, bottom = max(math.floor(rows[0]) - MARGIN, 0), min(math.ceil(rows[1]) + MARGIN, source.RasterYSize)
    if left >= right or top >= bottom:
        raise SceneFillError(
            "no-overlap",
            f"'{ref.name}' does not touch the area.",
            "Choose an area within the layer.",
            {"layer": ref.name},
        )
    return left, top, right - left, bottom - top


def _ref_of_copy(ref: LayerRef, path: str, window: tuple[int, int, int, int]) -> LayerRef:
    with opened(path, ref.name) as copy:
        c, a, _, f, _, e = copy.GetGeoTransform()
    _, _, width, height = window
    xs, ys = sorted((c, c + a * width)), sorted((f, f + e * height))
    extent = (xs[0], ys[0], xs[1], ys[1])
    return replace(ref, source=path, path=path, extent=extent, width=width, height=height)
