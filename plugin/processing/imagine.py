"""``scenefill:imagine``: a scene that does not exist, in several modalities at once."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Optional

from qgis.core import QgsProcessingContext, QgsProcessingParameterCrs

from ...core.errors import SceneFillError
from ..form import Area, Form, Wish
from ..i18n import tr
from ..layers.crs import crs_text, transform_extent
from .algorithm import Parameters
from .draw import DrawAlgorithm
from .feedback import ProcessingFeedback
from .parameters import (
    add_extent,
    add_sampling,
    add_targets,
    area_of,
    how_of,
    real_number,
    targets_of,
)

CRS, PIXEL_SIZE = "CRS", "PIXEL_SIZE"


class ImagineAlgorithm(DrawAlgorithm):
    """Draws from nothing."""

    ID = "imagine"
    MAIN = "DRAWN"

    def displayName(self) -> str:
        return tr("Imagine a scene")

    def shortDescription(self) -> str:
        return tr("Draws several modalities of a place that does not exist")

    def shortHelpString(self) -> str:
        return tr(
            "Draws a place that does not exist, in all the chosen modalities at once, without any input. The extent "
            "says where on the map it lies, and no more. Another seed gives another scene.\n\n"
            "What is drawn is synthetic, not a measurement."
        )

    def initAlgorithm(self, configuration: Optional[dict[str, Any]] = None) -> None:
        add_extent(self, tr("Where on the map the scene lies."), optional=False)
        self.add(
            QgsProcessingParameterCrs(CRS, tr("CRS of the result"), None, True),
            tr("Left empty, that of the extent, or the UTM zone of an extent in degrees."),
        )
        self.add(
            real_number(PIXEL_SIZE, tr("Pixel size (metres)"), 0.1, 1000.0, default=10.0, decimals=2),
            tr("Metres on the ground; the demo model was trained on 10 to 30."),
        )
        add_targets(
            self, tr("Modalities to draw"), tr("Drawn jointly, so that they agree."), optional=False, default=[0, 1, 2]
        )
        add_sampling(self, scenes=True)
        self.add_outputs(
            tr("Drawn modality"),
            tr("A Cloud Optimized GeoTIFF of the first of the modalities; others lie in the folder of the run."),
        )

    def form(
        self, parameters: Parameters, context: QgsProcessingContext, feedback: ProcessingFeedback, folder: Path
    ) -> Form:
        area = area_of(self, parameters, context)
        if area is None:
            raise SceneFillError("no-area", tr("The extent is empty."), tr("Choose where the scene lies."))
        if not area.crs:
            raise SceneFillError("no-crs", tr("The extent has no CRS."), tr("Add it, such as 0,1,0,1 [EPSG:32632]."))
        wanted = self.parameterAsCrs(parameters, CRS, context)
        if wanted.isValid():
            target = crs_text(wanted)
            area = Area(transform_extent(area.extent, area.crs, target), target)
        return Form(
            area=area,
            wish=Wish(
                "imagine",
                targets_of(self, parameters, context),
                pixel_size=self.number(parameters, PIXEL_SIZE, context),
            ),
            how=how_of(self, parameters, context, scenes=True),
            folder=str(folder),
            title=tr("An imagined scene"),
        )
