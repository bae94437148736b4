"""The picture of a web service as a GeoTIFF: what QGIS shows, on the pixels of the job.

All of it happens in the calling background thread: the layer is made, used and let go of there, never part of a
project. QGIS downloads through the thread's own network manager, with the user's proxy and authentication.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Optional

import numpy as np
from osgeo import gdal
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsRasterBlockFeedback,
    QgsRasterFileWriter,
    QgsRasterLayer,
    QgsRasterPipe,
    QgsRasterProjector,
    QgsRectangle,
)
from qgis.PyQt.QtCore import QTimer

from ...core.errors import SceneFillError
from ...core.feedback import Feedback
from ..form import LayerRef
from .crs import crs_of
from .grid import WorkingGrid
from .inspect import opened

#: Pixels along each side of what is asked of a service at once: between two such pieces the user can stop.
_PIECE = 512
#: How often a stop is looked for while a service keeps us waiting.
_POLL_MS = 100
#: Pictures larger than this would be a strain on any service.
LARGEST = 100_000_000


def draw_picture(ref: LayerRef, path: str, grid: WorkingGrid, feedback: Feedback) -> LayerRef:
    """Fetch a service's picture.

    Args:
        ref: the layer of the service.
        path: the GeoTIFF to be written: red, green, blue, alpha as bytes on the pixels of ``grid``.

    Raises:
        SceneFillError: ``service-failed``, ``too-large``, ``cannot-write``, ``cancelled``.
    """
    if grid.pixels > LARGEST:
        raise SceneFillError(
            "too-large",
            f"A picture of {grid.width} × {grid.height} pixels is too much to ask of '{ref.name}'.",
            "Choose a smaller area or larger pixels.",
        )
    layer = QgsRasterLayer(ref.source, ref.name, ref.provider)
    if not layer.isValid():
        raise _failed(ref, layer.error().summary())
    part = path + ".part.tif"
    try:
        _write(layer, part, grid, ref, feedback)
        if not _shows_anything(part, ref):
            raise _failed(ref, "nothing was drawn")
        Path(part).replace(path)
    except OSError as error:
        raise _not_written(ref, str(error)) from error
    finally:
        Path(part).unlink(missing_ok=True)
    return replace(
        ref,
        provider="gdal",
        source=path,
        path=path,
        crs=grid.crs,
        extent=grid.extent,
        width=grid.width,
        height=grid.height,
        bands=4,
    )


class _Stopping:
    """Tells QGIS to stop when the user does, also while it waits for the network: a timer ticks in its event loop."""

    def __init__(self, feedback: Feedback) -> None:
        self.block = QgsRasterBlockFeedback()
        self._feedback = feedback
        self._timer: Optional[QTimer] = None
        self.block.progressChanged.connect(self._progressed)

    def __enter__(self) -> _Stopping:
        self._timer = QTimer()
        self._timer.timeout.connect(self._look)
        self._timer.start(_POLL_MS)
        return self

    def __exit__(self, *_: object) -> None:
        if self._timer is not None:
            self._timer.stop()
            self._timer = None

    def _progressed(self, percent: float) -> None:
        self._feedback.progress(percent / 100.0, "")
        self._look()

    def _look(self) -> None:
        if self._feedback.is_cancelled() and not self.block.isCanceled():
            self.block.cancel()


def _write(layer: QgsRasterLayer, path: str, grid: WorkingGrid, ref: LayerRef, feedback: Feedback) -> None:
    target = crs_of(grid.crs)
    context = QgsCoordinateTransformContext()
    pipe = _projected(layer, target, context)
    if pipe is None:
        raise _failed(ref, "its pixels cannot be projected")
    writer = QgsRasterFileWriter(path)
    writer.setOutputFormat("GTiff")
    writer.setCreateOptions(["COMPRESS=DEFLATE", "TILED=YES", "ALPHA=YES"])
    writer.setMaxTileWidth(_PIECE)
    writer.setMaxTileHeight(_PIECE)
    with _Stopping(feedback) as stopping:
        code = writer.writeRaster(
            pipe, grid.width, grid.height, QgsRectangle(*grid.extent), target, context, stopping.block
        )
        errors = list(stopping.block.errors())
    feedback.raise_if_cancelled()
    if code != QgsRasterFileWriter.WriterError.NoError:
        raise _not_written(ref, f"the writer ended with {code}")
    if errors:
        raise _failed(ref, "; ".join(errors[:3]))


def _projected(
    layer: QgsRasterLayer, target: QgsCoordinateReferenceSystem, context: QgsCoordinateTransformContext
) -> Optional[QgsRasterPipe]:
    """The layer's own pipe with its pixels as they come, on a grid in another CRS; None where that cannot be.

    Its provider is never asked for: seen by Python in a background thread, it now and then takes QGIS down
    (docs/decisions/0029).
    """
    pipe = layer.pipe()
    for place in range(pipe.size() - 1, 0, -1):
        pipe.remove(place)
    projector = QgsRasterProjector()
    projector.setCrs(layer.crs(), target, context)
    return pipe if pipe.insert(1, projector) else None


def _shows_anything(path: str, ref: LayerRef) -> bool:
    """Whether any pixel is not transparent: a service that answers nothing gives an empty picture without an error."""
    with opened(path, ref.name) as dataset:
        alpha = dataset.GetRasterBand(dataset.RasterCount)
        if alpha.GetColorInterpretation() != gdal.GCI_AlphaBand:
            return True
        for row in range(0, dataset.RasterYSize, _PIECE):
            strip = alpha.ReadAsArray(0, row, dataset.RasterXSize, min(_PIECE, dataset.RasterYSize - row))
            if strip is not None and np.any(strip):
                return True
    return False


def _failed(ref: LayerRef, cause: str) -> SceneFillError:
    return SceneFillError(
        "service-failed",
        f"'{ref.name}' could not be fetched.",
        "Check the network and that the layer shows something in this area, or leave it out.",
        {"layer": ref.name, "cause": cause},
    )


def _not_written(ref: LayerRef, cause: str) -> SceneFillError:
    return SceneFillError(
        "cannot-write",
        f"The picture of '{ref.name}' could not be written.",
        "Check that the disk has room.",
        {"layer": ref.name, "cause": cause},
    )
