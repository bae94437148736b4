"""The Processing provider of SceneFill."""

from __future__ import annotations

from qgis.core import QgsProcessingProvider
from qgis.PyQt.QtGui import QIcon

from ..i18n import tr
from ..session import Session
from .algorithm import ICON, icon
from .features import FeaturesAlgorithm
from .fill import FillAlgorithm
from .find_clouds import FindCloudsAlgorithm
from .imagine import ImagineAlgorithm
from .plan import PlanAlgorithm
from .simulate import SimulateAlgorithm
from .synthesise import SynthesiseAlgorithm

ALGORITHMS = (
    FillAlgorithm,
    SynthesiseAlgorithm,
    ImagineAlgorithm,
    FeaturesAlgorithm,
    FindCloudsAlgorithm,
    SimulateAlgorithm,
    PlanAlgorithm,
)


class SceneFillProvider(QgsProcessingProvider):
    """``scenefill:fill``, ``synthesise``, ``imagine``, ``features``, ``findclouds``, ``simulate`` and ``plan``."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session

    def id(self) -> str:
        return "scenefill"

    def name(self) -> str:
        return "SceneFill"

    def longName(self) -> str:
        return tr("SceneFill: gaps and missing modalities of satellite images")

    def icon(self) -> QIcon:
        return icon()

    def svgIconPath(self) -> str:
        return str(ICON)

    def loadAlgorithms(self) -> None:
        for algorithm in ALGORITHMS:
            self.addAlgorithm(algorithm(self._session))

    def unload(self) -> None:
        from .loading import forget_waiting

        forget_waiting()

    def defaultRasterFileExtension(self) -> str:
        return "tif"

    def supportedOutputRasterLayerExtensions(self) -> list[str]:
        # The engine writes Cloud Optimized GeoTIFFs; another format would be another file.
        return ["tif", "tiff"]
