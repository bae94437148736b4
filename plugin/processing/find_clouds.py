"""``scenefill:findclouds``: the clouds and shadows of a layer as a mask, to be edited before anything is filled."""

from __future__ import annotations

import functools
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Optional

from qgis.core import (
    QgsMapLayer,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingLayerPostProcessorInterface,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterRasterLayer,
    QgsProcessingUtils,
    QgsRasterLayer,
)

from ...core import job_parts as limits
from ...core.errors import JobCancelled, SceneFillError
from ...core.feedback import Feedback, RelayFeedback
from ...core.job import GapSource, Input, Target
from ..form import CLOUDS_GROW, PRESETS, Form, How, LayerRef, Wish
from ..i18n import tr
from .algorithm import Outputs, Parameters
from .delivery import deliver
from .draw import CLOUD_MASK, DrawAlgorithm, raster_ref
from .feedback import ProcessingFeedback
from .fill import (
    CLOUDS_THRESHOLD,
    GROW,
    INPUT,
    INPUT_BANDS,
    add_bands_and_unit,
    add_threshold,
    read_bands,
    with_bands_and_unit,
)
from .parameters import whole_number

# What only a run needs is imported where it runs: QGIS loads this module with every start.
if TYPE_CHECKING:
    from osgeo import gdal

    from ...core.job import Job

CLEAR, CLOUD, NO_DATA = 0, 1, 255
#: Bands without which nothing can be found.
_VISIBLE = ("blue", "green", "red")
_STRIP = 256  # rows that are read and written at once: those of a tile of the mask
_COLOURS = {CLEAR: (225, 225, 225, 255), CLOUD: (214, 72, 72, 255)}
_NAMES = ("clear", "cloud or shadow")
_CREATION = ["TILED=YES", f"BLOCKXSIZE={_STRIP}", f"BLOCKYSIZE={_STRIP}", "COMPRESS=DEFLATE", "BIGTIFF=IF_SAFER"]


class FindCloudsAlgorithm(DrawAlgorithm):
    """Looks for clouds and stops there: nothing is drawn."""

    ID = "findclouds"
    MAIN = CLOUD_MASK

    def __init__(self, session: Any) -> None:
        super().__init__(session)
        self._input: Optional[LayerRef] = None

    def displayName(self) -> str:
        return tr("Find clouds")

    def shortDescription(self) -> str:
        return tr("Finds clouds and their shadows in a satellite image and writes them as a mask to edit")

    def shortHelpString(self) -> str:
        return tr(
            "Finds clouds and their shadows in the image itself and writes a mask on its pixels: 1 is cloud or shadow, "
            "0 is clear, 255 is no data. Nothing is drawn.\n\n"
            "Look at the mask, correct it (with a raster editor such as Serval, or as polygons), and give it to "
            "'Fill gaps' as the mask, with 1 as the value that is a gap."
        )

    def initAlgorithm(self, configuration: Optional[dict[str, Any]] = None) -> None:
        self.add(
            QgsProcessingParameterRasterLayer(INPUT, tr("Layer with clouds")),
            tr("A raster file with a CRS and with red, green and blue bands; more bands find clouds better."),
        )
        self.add(
            whole_number(GROW, tr("Widen clouds by (pixels)"), *limits.GROW, default=CLOUDS_GROW),
            tr("Widens what was found by so many pixels of the layer: haze and soft shadows at the edges."),
        )
        add_threshold(self)
        add_bands_and_unit(self)
        self.add(
            QgsProcessingParameterRasterDestination(CLOUD_MASK, tr("Clouds and shadows")),
            tr("A GeoTIFF of 8-bit numbers on the pixels of the layer: 1 cloud or shadow, 0 clear, 255 no data."),
        )

    def check(self, parameters: Parameters, context: QgsProcessingContext) -> None:
        read_bands(self.text(parameters, INPUT_BANDS, context))

    def prepare_data(self, parameters: Parameters, context: QgsProcessingContext) -> None:
        self._input = raster_ref(self.parameterAsRasterLayer(parameters, INPUT, context), tr("Layer with clouds"))

    def work(self, parameters: Parameters, context: QgsProcessingContext, feedback: ProcessingFeedback) -> Outputs:
        from .loading import set_details

        target = self.parameterAsOutputLayer(parameters, CLOUD_MASK, context)
        with tempfile.TemporaryDirectory(prefix="scenefill-clouds-", dir=QgsProcessingUtils.tempFolder()) as folder:
            try:
                mask = self._find(parameters, context, feedback, Path(folder))
            except JobCancelled as cancelled:
                cancelled.message = tr("Cancelled; no mask was written.")
                raise
            deliver(mask, target)
        if context.willLoadLayerOnCompletion(target):
            title = tr("Clouds in {layer}").format(layer=self._input.name)
            set_details(context.layerToLoadOnCompletionDetails(target), title, 0, _dresser())
        return {CLOUD_MASK: target}

    def _find(
        self, parameters: Parameters, context: QgsProcessingContext, feedback: ProcessingFeedback, folder: Path
    ) -> str:
        """The mask, in ``folder``."""
        job = self._job(parameters, context, feedback, folder)
        mask = str(folder / "clouds.tif")
        _write_clear(job.inputs[0], mask, feedback)
        result = self.session.runner().run(_looking_job(job, mask), _Looking(feedback))
        _add_clouds(mask, next(file.path for file in result.outputs if file.kind == "mask"), feedback)
        return mask

    def _job(
        self, parameters: Parameters, context: QgsProcessingContext, feedback: ProcessingFeedback, folder: Path
    ) -> Job:
        """The job that would fill the clouds of the layer by a draft."""
        from ..run_work import from_form

        (row,) = self.rows((self._input,), "", feedback)
        row = with_bands_and_unit(self, row, parameters, context)
        missing = [band for band in _VISIBLE if band not in row.bands]
        if missing:
            raise SceneFillError(
                "no-bands-for-clouds",
                tr("Clouds cannot be found in '{layer}' without these bands: {bands}.").format(
                    layer=row.ref.name, bands=", ".join(missing)
                ),
                tr("Say which they are, such as red=4, green=3, blue=2, or choose another layer."),
            )
        threshold, grow = self.number(parameters, CLOUDS_THRESHOLD, context), self.whole(parameters, GROW, context)
        clouds = GapSource("clouds", threshold=threshold, grow=CLOUDS_GROW if grow is None else grow)
        form = Form(
            inputs=(row,), wish=Wish("fill", (), 0, (clouds,)), how=How(PRESETS["draft"]), folder=str(folder / "run")
        )
        (folder / "run").mkdir()
        return from_form(form, form.folder)(feedback)


class _Looking(RelayFeedback):
    """Says what the stages of a job are here."""

    def progress(self, fraction: float, stage: str) -> None:
        # A stage that is not known is shown as it is.
        super().progress(fraction, tr("Looking for clouds") if stage in ("overview", "windows") else stage)

    def preview(self, path: str) -> None:
        """There is nothing to see in it."""


class _MaskDresser(QgsProcessingLayerPostProcessorInterface):
    """Shows the image through the mask where it is clear."""

    def postProcessLayer(
        self, layer: QgsMapLayer, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        from ..results.styles import apply_mask

        if isinstance(layer, QgsRasterLayer):
            apply_mask(layer)


@functools.lru_cache(maxsize=1)
def _dresser() -> _MaskDresser:
    """It knows nothing of its layer, so one is enough; Processing does not keep what it is given."""
    return _MaskDresser()


def _looking_job(job: Job, mask: str) -> Job:
    """The job made to look for clouds alone.

    The engine writes the clouds of every input out as a mask, but a job has a layer to fill. Here that is the mask to
    be: its gaps are the clouds in it, of which there are none yet, so that nothing is drawn, however large the layer.
    """
    none_yet = GapSource("raster", path=mask, values=(CLOUD,))
    to_be = Input("optical", mask, {"red": 1}, scale=1.0, offset=0.0, unit="reflectance", gaps=(none_yet,))
    return replace(job, inputs=(to_be, job.inputs[0]), targets=(Target("optical", 0),))


def _write_clear(layer: Input, path: str, feedback: Feedback) -> None:
    """A mask without clouds on the pixels of a layer; no data where one of its visible bands has none.

    Raises:
        SceneFillError: ``no-band``, ``rotated-grid``, ``unreadable-raster``, ``cannot-write``.
    """
    import numpy as np

    from ..layers.inspect import opened, read_band

    name = Path(layer.path).name
    with opened(layer.path, name) as source:
        last = max(layer.bands.values())
        if last > source.RasterCount:
            raise SceneFillError(
                "no-band", f"'{name}' has {source.RasterCount} band(s), not {last}.", "Give numbers of its own bands."
            )
        _, across, _, _, _, down = source.GetGeoTransform()
        if across <= 0 or down >= 0:
            raise SceneFillError(
                "rotated-grid",
                f"'{name}' does not lie north up.",
                "Warp it to a north-up grid first, for example with 'Warp (reproject)' in QGIS.",
            )
        bands = [source.GetRasterBand(layer.bands[band]) for band in _VISIBLE]
        mask = _created(source, path)
        try:
            for window in _strips(source.RasterXSize, source.RasterYSize, feedback):
                there = np.logical_and.reduce([np.isfinite(read_band(band, *window)) for band in bands])
                _put(mask, np.where(there, CLEAR, NO_DATA).astype(np.uint8), window, path)
            _flush(mask, path)
        finally:
            mask = None  # closes it, even where an error keeps this frame: the folder of the file goes then


def _add_clouds(path: str, found: str, feedback: Feedback) -> None:
    """Put the clouds that the engine found into the mask, where there is data.

    Raises:
        SceneFillError: ``unreadable-raster``, ``cannot-write``.
    """
    from osgeo import gdal

    from ..layers.inspect import opened

    with opened(found, Path(found).name) as source:
        mask = gdal.Open(path, gdal.GA_Update)
        try:
            for window in _strips(source.RasterXSize, source.RasterYSize, feedback):
                values, clouds = mask.ReadAsArray(*window), source.ReadAsArray(*window)
                values[(clouds == CLOUD) & (values == CLEAR)] = CLOUD
                _put(mask, values, window, path)
            _flush(mask, path)
        finally:
            mask = source = None  # closes both, as above


def _created(source: gdal.Dataset, path: str) -> gdal.Dataset:
    """An empty mask on the pixels of ``source``."""
    from osgeo import gdal

    size = (source.RasterXSize, source.RasterYSize)
    with _writing(path):
        mask = gdal.GetDriverByName("GTiff").Create(path, *size, 1, gdal.GDT_Byte, _CREATION)
    mask.SetGeoTransform(source.GetGeoTransform())
    mask.SetProjection(source.GetProjection())
    mask.SetMetadataItem("AREA_OR_POINT", source.GetMetadataItem("AREA_OR_POINT") or "Area")
    band, colours = mask.GetRasterBand(1), gdal.ColorTable()
    for value, colour in _COLOURS.items():
        colours.SetColorEntry(value, colour)
    band.SetColorTable(colours)
    band.SetDescription("clouds")
    band.SetNoDataValue(NO_DATA)
    band.SetCategoryNames(list(_NAMES))
    return mask


def _strips(width: int, height: int, feedback: Feedback) -> Iterator[tuple[int, int, int, int]]:
    """Windows (column, row, width, height) that cover a raster; cancels between them."""
    for top in range(0, height, _STRIP):
        feedback.raise_if_cancelled()
        yield 0, top, width, min(_STRIP, height - top)


def _put(mask: gdal.Dataset, values: Any, window: tuple[int, int, int, int], path: str) -> None:
    with _writing(path):
        mask.GetRasterBand(1).WriteArray(values, window[0], window[1])


def _flush(mask: gdal.Dataset, path: str) -> None:
    with _writing(path):
        mask.FlushCache()


@contextmanager
def _writing(path: str) -> Iterator[None]:
    """What GDAL says while it writes, whether or not this process lets it raise exceptions.

    Raises:
        SceneFillError: ``cannot-write``.
    """
    from osgeo import gdal

    gdal.ErrorReset()
    problem = ""
    try:
        yield
    except RuntimeError as error:
        problem = str(error)
    if problem or gdal.GetLastErrorType() >= gdal.CE_Failure:
        raise SceneFillError(
            "cannot-write",
            f"The mask could not be written to '{Path(path).parent}'.",
            "Check that the disk has room.",
            {"path": path, "cause": problem or gdal.GetLastErrorMsg()},
        )
