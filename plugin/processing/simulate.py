"""``scenefill:simulate``: a scene that does not exist, as layers with clouds, to try things on."""

from __future__ import annotations

from typing import Any, Optional

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingOutputFile,
    QgsProcessingOutputRasterLayer,
    QgsProcessingOutputString,
    QgsProcessingOutputVectorLayer,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterRasterDestination,
)

from ...core.worker.protocol import SimulateRequest
from ..i18n import tr
from .algorithm import Outputs, Parameters, SceneFillAlgorithm
from .delivery import deliver
from .draw import JOB
from .feedback import ProcessingFeedback
from .parameters import MAX_SEED, OUTPUT_FOLDER, real_number, whole_number

SEED, SIZE, PIXEL_SIZE, CLOUDS, SEASON = "SEED", "SIZE", "PIXEL_SIZE", "CLOUDS", "SEASON"
BEYOND_SWATH, DATE = "BEYOND_SWATH", "DATE"
BEYOND_SWATH_FILE = "beyond_swath.geojson"

#: Destination -> name of the file in the scene.
LOADED = {"OPTICAL": "optical", "S1": "s1", "CLOUD_MASK": "clouds"}
#: Output -> name of the file in the scene.
BESIDE = {
    "S2": "s2",
    "S2_TRUTH": "s2_truth",
    "THERMAL": "thermal",
    "ELEVATION": "elevation",
    "PANCHROMATIC": "pan",
    "LAND_COVER": "land_cover",
}


class SimulateAlgorithm(SceneFillAlgorithm):
    """Draws a demo scene."""

    ID = "simulate"

    def displayName(self) -> str:
        return tr("Simulate a demo scene")

    def shortDescription(self) -> str:
        return tr("Draws an invented place as Sentinel-like layers, with clouds and the truth under them")

    def shortHelpString(self) -> str:
        return tr(
            "Draws a place that does not exist from a seed: relief, rivers, fields, settlements, the way Sentinel-2 "
            "and Sentinel-1 would see them, with clouds and their shadows, and the truth under them. A job file that "
            "fills the clouds lies beside the layers.\n\nThe same seed gives the same scene."
        )

    def initAlgorithm(self, configuration: Optional[dict[str, Any]] = None) -> None:
        self.add(whole_number(SEED, tr("Seed"), 0, MAX_SEED, default=1), tr("The same seed, the same place."))
        self.add(
            whole_number(SIZE, tr("Size (pixels)"), 64, 4096, default=512),
            tr("Pixels along each side, 64 to 4096; another size is another place."),
        )
        self.add(
            real_number(PIXEL_SIZE, tr("Pixel size (metres)"), 1.0, 120.0, default=10.0, decimals=2),
            tr("1 to 120 metres."),
        )
        self.add(
            real_number(CLOUDS, tr("Cloud cover"), 0.0, 1.0, default=0.3, decimals=2),
            tr("Share of the scene under cloud, 0 to 1."),
        )
        self.add(
            real_number(SEASON, tr("Season"), 0.0, 1.0, default=0.5, decimals=2),
            tr("Share of the year that is over: 0 is 1 January, 0.5 the beginning of July."),
        )
        self._add_outputs()

    def _add_outputs(self) -> None:
        titles = output_titles()
        self.add(
            QgsProcessingParameterFolderDestination(OUTPUT_FOLDER, tr("Folder of the scene"), None, True),
            tr("All rasters of the scene and a job that fills its clouds are written here."),
        )
        for name in LOADED:
            self.add(
                QgsProcessingParameterRasterDestination(name, titles[name], None, True),
                tr("A GeoTIFF; the same raster lies in the folder of the scene."),
            )
        for name in BESIDE:
            self.addOutput(QgsProcessingOutputRasterLayer(name, titles[name]))
        kind = QgsProcessing.SourceType.TypeVectorPolygon
        self.addOutput(QgsProcessingOutputVectorLayer(BEYOND_SWATH, tr("Area that the radar did not see"), kind))
        self.addOutput(QgsProcessingOutputFile(JOB, tr("Job file that fills the clouds")))
        self.addOutput(QgsProcessingOutputString(DATE, tr("Date of the scene")))

    def work(self, parameters: Parameters, context: QgsProcessingContext, feedback: ProcessingFeedback) -> Outputs:
        # What only a run needs is imported where it runs: QGIS loads this module with every start.
        from ..run_work import make_folder
        from .loading import set_details

        folder = self.folder(parameters, context)
        make_folder(str(folder))
        request = SimulateRequest(
            folder=str(folder),
            seed=self.parameterAsInt(parameters, SEED, context),
            size=self.parameterAsInt(parameters, SIZE, context),
            pixel_size=self.parameterAsDouble(parameters, PIXEL_SIZE, context),
            clouds=self.parameterAsDouble(parameters, CLOUDS, context),
            season=self.parameterAsDouble(parameters, SEASON, context),
        )
        scene = self.session.runner().simulate(request, feedback)
        outputs: Outputs = {OUTPUT_FOLDER: str(folder), JOB: scene.job, DATE: scene.date}
        titles = output_titles()
        for name, file in LOADED.items():
            target = self.parameterAsOutputLayer(parameters, name, context)
            if target:
                deliver(scene.files[file], target)
                outputs[name] = target
                if context.willLoadLayerOnCompletion(target):
                    title = tr("{layer} (simulated)").format(layer=titles[name])
                    order = -list(LOADED).index(name)
                    set_details(context.layerToLoadOnCompletionDetails(target), title, order)
        outputs.update({name: scene.files[file] for name, file in BESIDE.items()})
        outputs[BEYOND_SWATH] = str(folder / BEYOND_SWATH_FILE)
        return outputs


def output_titles() -> dict[str, str]:
    """Titles of the rasters by output name."""
    return {
        "OPTICAL": tr("Cloudy colour image"),
        "S1": tr("Radar"),
        "CLOUD_MASK": tr("Clouds and shadows"),
        "S2": tr("Cloudy image, 13 bands"),
        "S2_TRUTH": tr("Image without clouds, 13 bands"),
        "THERMAL": tr("Surface temperature"),
        "ELEVATION": tr("Elevation"),
        "PANCHROMATIC": tr("Panchromatic image"),
        "LAND_COVER": tr("Land cover"),
    }
