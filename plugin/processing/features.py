"""``scenefill:features``: the scene that layers of a place add up to, as a raster for classifiers and regressions."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any, Optional

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingOutputFile,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterString,
)

from ...core import job_parts as limits
from ...core.errors import JobCancelled
from ...core.modalities import registry
from ..form import Form, How, LayerRef, Wish
from ..i18n import tr
from .algorithm import Outputs, Parameters
from .delivery import deliver
from .draw import JOB, DrawAlgorithm, raster_ref
from .feedback import ProcessingFeedback
from .parameters import MODEL, OUTPUT_FOLDER, ROLES, add_extent, add_layers, area_of

INPUTS = "INPUTS"
FEATURES_FILE = "features.tif"


class FeaturesAlgorithm(DrawAlgorithm):
    """Infers the scene and stops there: nothing is drawn."""

    ID = "features"
    MAIN = "FEATURES"

    def __init__(self, session: Any) -> None:
        super().__init__(session)
        self._inputs: tuple[LayerRef, ...] = ()

    def displayName(self) -> str:
        return tr("Scene features")

    def shortDescription(self) -> str:
        return tr("Infers the scene from layers of a place and writes it as features for a classifier")

    def shortHelpString(self) -> str:
        return tr(
            "Infers what SceneFill draws from, the scene, and writes it as a raster with a band for each feature, at "
            "half the resolution of the finest layer. Layers with gaps, other dates and other modalities go into one "
            "set of features: train a classifier or a regression of your own on it.\n\n"
            "Features are no measurement, and those of one model cannot be compared with those of another."
        )

    def initAlgorithm(self, configuration: Optional[dict[str, Any]] = None) -> None:
        add_layers(self, INPUTS, tr("Layers of the place"), optional=False)
        add_extent(
            self,
            tr("Where to infer the scene, on the pixels of the finest layer. Left empty, the first layer's extent."),
            optional=True,
        )
        self.add(
            QgsProcessingParameterString(MODEL, tr("Model"), limits.DEFAULT_MODEL),
            tr("Id of a model that ships with SceneFill, or the folder of one."),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterFolderDestination(OUTPUT_FOLDER, tr("Folder of the run"), None, True),
            tr("Here lie the job and the raster of features. The file below is a second name of it."),
        )
        self.add(
            QgsProcessingParameterRasterDestination(self.MAIN, tr("Scene features"), None, True),
            tr("A Cloud Optimized GeoTIFF of 32-bit numbers with a band for each feature."),
        )
        self.addOutput(QgsProcessingOutputFile(JOB, tr("Job file")))

    def prepare_data(self, parameters: Parameters, context: QgsProcessingContext) -> None:
        layers = self.parameterAsLayerList(parameters, INPUTS, context)
        self._inputs = tuple(raster_ref(layer, tr("Layers of the place")) for layer in layers)

    def form(
        self, parameters: Parameters, context: QgsProcessingContext, feedback: ProcessingFeedback, folder: Path
    ) -> Form:
        first = self._inputs[0]
        return Form(
            area=area_of(self, parameters, context, first.crs),
            inputs=self.rows(self._inputs, self.text(parameters, ROLES, context), feedback),
            # A job has a target; the scene is the same whichever it is.
            wish=Wish("synthesise", registry().ids[:1]),
            how=How(model=self.text(parameters, MODEL, context) or limits.DEFAULT_MODEL),
            folder=str(folder),
            title=tr("Scene features of {layer}").format(layer=first.name),
        )

    def work(self, parameters: Parameters, context: QgsProcessingContext, feedback: ProcessingFeedback) -> Outputs:
        from ..results.facts import JOB as JOB_FILE
        from ..run_work import from_form, make_folder
        from .loading import set_details

        folder = self.folder(parameters, context)
        make_folder(str(folder))
        job = from_form(self.form(parameters, context, feedback, folder), str(folder))(feedback)
        path = str(folder / FEATURES_FILE)
        # An engine that has to be ended by force leaves something behind, and it goes with this folder.
        with tempfile.TemporaryDirectory(prefix=".features-", dir=str(folder)) as aside:
            try:
                made = self.session.runner().features(job, str(Path(aside) / FEATURES_FILE), feedback)
                # The engine may have been done before it heard of it.
                feedback.raise_if_cancelled()
            except JobCancelled as cancelled:
                cancelled.message = tr("Cancelled; no features were written.")
                raise
            Path(made).replace(path)
        outputs: Outputs = {OUTPUT_FOLDER: str(folder), JOB: str(folder / JOB_FILE), self.MAIN: path}
        target = self.parameterAsOutputLayer(parameters, self.MAIN, context)
        if target:
            deliver(path, target)
            outputs[self.MAIN] = target
            if context.willLoadLayerOnCompletion(target):
                set_details(context.layerToLoadOnCompletionDetails(target), job.title, 0)
        return outputs
