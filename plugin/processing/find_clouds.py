"""``scenefill:findclouds``: the clouds and shadows of a layer as a mask, to be edited before anything is filled."""

from __future__ import annotations

import functools
import tempfile
from pathlib import Path
from typing import Any, Optional

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
from ...core.feedback import StageFeedback
from ...core.worker.protocol import CloudsRequest
from ..form import Form, InputRow, LayerRef, Wish
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

#: Bands without which nothing can be found.
_VISIBLE = ("blue", "green", "red")
#: Share of the progress bar that copying a file takes which the engine cannot open.
_FETCH = 0.1


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
            whole_number(GROW, tr("Widen clouds by (pixels)"), *limits.GROW, default=limits.CLOUDS_GROW),
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
                # The engine may have been done by the time that it heard of the wish to stop.
                feedback.raise_if_cancelled()
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
        row = self._layer(parameters, context, feedback, folder)
        grow = self.whole(parameters, GROW, context)
        request = CloudsRequest(
            layer=row.ref.path,
            path=str(folder / "clouds.tif"),
            bands=row.bands,
            modality=row.main_modality,
            scale=row.scale,
            offset=row.offset,
            unit=row.unit,
            threshold=self.number(parameters, CLOUDS_THRESHOLD, context),
            grow=limits.CLOUDS_GROW if grow is None else grow,
        )
        return self.session.runner().clouds(request, feedback).path

    def _layer(
        self, parameters: Parameters, context: QgsProcessingContext, feedback: ProcessingFeedback, folder: Path
    ) -> InputRow:
        """The layer and what its bands are; a file that the engine can open, copied to ``folder`` where it is none."""
        from ..layers.export import fetch_services

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
        form = Form(inputs=(row,), wish=Wish("fill", fill=0))
        return fetch_services(form, str(folder), StageFeedback(feedback, 0.0, _FETCH, "fetch")).inputs[0]


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
