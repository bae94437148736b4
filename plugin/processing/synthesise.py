"""``scenefill:synthesise``: modalities drawn everywhere from layers of others."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Optional

from qgis.core import QgsProcessingContext

from ..form import Form, LayerRef, Wish
from ..i18n import tr
from .algorithm import Parameters
from .draw import DrawAlgorithm, raster_ref
from .feedback import ProcessingFeedback
from .parameters import ROLES, add_extent, add_layers, add_sampling, add_targets, area_of, how_of, targets_of

INPUTS = "INPUTS"


class SynthesiseAlgorithm(DrawAlgorithm):
    """Draws modalities that nobody took."""

    ID = "synthesise"
    MAIN = "DRAWN"

    def __init__(self, session: Any) -> None:
        super().__init__(session)
        self._inputs: tuple[LayerRef, ...] = ()

    def displayName(self) -> str:
        return tr("Synthesise modalities")

    def shortDescription(self) -> str:
        return tr("Draws infrared, SAR or other modalities from layers of the same place")

    def shortHelpString(self) -> str:
        return tr(
            "Draws modalities where none were taken: infrared from a colour image, SAR from optical, optical from SAR. "
            "The result lies on the pixels of the finest layer.\n\n"
            "What is drawn is synthetic, not a measurement: look at the spread."
        )

    def initAlgorithm(self, configuration: Optional[dict[str, Any]] = None) -> None:
        add_layers(self, INPUTS, tr("Layers of the place"), optional=False)
        add_targets(
            self, tr("Modalities to draw"), tr("Drawn jointly, so that they agree."), optional=False, default=[1]
        )
        add_extent(
            self,
            tr("Where to draw, snapped to the pixels of the finest layer. Left empty, the first layer's extent."),
            optional=True,
        )
        add_sampling(self)
        self.add_outputs(
            tr("Drawn modality"),
            tr("A Cloud Optimized GeoTIFF of the first of the modalities; others lie in the folder of the run."),
        )

    def prepare_data(self, parameters: Parameters, context: QgsProcessingContext) -> None:
        layers = self.parameterAsLayerList(parameters, INPUTS, context)
        self._inputs = tuple(raster_ref(layer, tr("Layers of the place")) for layer in layers)

    def form(
        self, parameters: Parameters, context: QgsProcessingContext, feedback: ProcessingFeedback, folder: Path
    ) -> Form:
        rows = self.rows(self._inputs, self.text(parameters, ROLES, context), feedback)
        first = self._inputs[0]
        return Form(
            area=area_of(self, parameters, context, first.crs),
            inputs=rows,
            wish=Wish("synthesise", targets_of(self, parameters, context)),
            how=how_of(self, parameters, context),
            folder=str(folder),
            title=tr("Modalities drawn from {layer}").format(layer=first.name),
        )
