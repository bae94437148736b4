"""What SceneFill's algorithms have in common."""

from __future__ import annotations

import functools
from pathlib import Path
from typing import Any, Optional

from qgis.core import (
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterDefinition,
    QgsProcessingUtils,
)
from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtGui import QIcon

from ...core.errors import JobCancelled, SceneFillError
from ..i18n import tr
from ..session import Session
from .feedback import ProcessingFeedback, error_text, errors_shown
from .parameters import OUTPUT_FOLDER

ROOT = Path(__file__).resolve().parents[2]
ICON = ROOT / "resources" / "icons" / "scenefill.svg"
HELP = ROOT / "docs" / "processing.md"

Parameters = dict[str, Any]
Outputs = dict[str, Any]


@functools.lru_cache(maxsize=1)
def icon() -> QIcon:
    return QIcon(str(ICON))


class SceneFillAlgorithm(QgsProcessingAlgorithm):
    """Base: identity, errors and cancelling. ``ID`` is the algorithm's name and never changes."""

    ID = ""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session

    def createInstance(self) -> SceneFillAlgorithm:
        return type(self)(self.session)

    def name(self) -> str:
        return self.ID

    def icon(self) -> QIcon:
        return icon()

    def svgIconPath(self) -> str:
        return str(ICON)

    def group(self) -> str:
        return ""

    def groupId(self) -> str:
        return ""

    def tags(self) -> list[str]:
        words = tr("satellite,remote sensing,Sentinel,Landsat,SAR,infrared,clouds,gaps,synthetic,machine learning")
        return [word.strip() for word in words.split(",")]

    def helpUrl(self) -> str:
        return QUrl.fromLocalFile(str(HELP)).toString() if HELP.is_file() else ""

    def add(self, parameter: QgsProcessingParameterDefinition, help_text: str, *, advanced: bool = False) -> None:
        """Add a parameter with its help."""
        parameter.setHelp(help_text)
        if advanced:
            parameter.setFlags(parameter.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced)
        self.addParameter(parameter)

    def checkParameterValues(self, parameters: Parameters, context: QgsProcessingContext) -> tuple[bool, str]:
        fine, problem = super().checkParameterValues(parameters, context)
        if not fine:
            return fine, problem
        try:
            self.check(parameters, context)
        except SceneFillError as error:
            return False, error_text(error)
        return True, ""

    def prepareAlgorithm(
        self, parameters: Parameters, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> bool:
        with errors_shown():
            self.prepare_data(parameters, context)
        return True

    def processAlgorithm(
        self, parameters: Parameters, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> Outputs:
        try:
            with errors_shown():
                return self.work(parameters, context, ProcessingFeedback(feedback))
        except JobCancelled as cancelled:
            feedback.pushInfo(cancelled.message)
            return {}

    def check(self, parameters: Parameters, context: QgsProcessingContext) -> None:
        """What can be told to be wrong before anything runs.

        Raises:
            SceneFillError: for the first thing that is wrong.
        """

    def prepare_data(self, parameters: Parameters, context: QgsProcessingContext) -> None:
        """Take what is needed from layers; on the main thread."""

    def work(self, parameters: Parameters, context: QgsProcessingContext, feedback: ProcessingFeedback) -> Outputs:
        """Do it, usually in a background thread, and return the outputs.

        Raises:
            SceneFillError: shown to the user; ``JobCancelled`` when ``feedback`` said stop.
        """
        raise NotImplementedError

    def folder(self, parameters: Parameters, context: QgsProcessingContext) -> Path:
        """The folder that was asked for, a temporary one otherwise; it need not exist yet."""
        given = self.parameterAsFileOutput(parameters, OUTPUT_FOLDER, context)
        return Path(given or QgsProcessingUtils.generateTempFilename(f"scenefill-{self.ID}")).absolute()

    def is_temporary(self, folder: Path, context: QgsProcessingContext) -> bool:
        """Whether a folder goes with QGIS."""
        homes = [QgsProcessingUtils.tempFolder()]
        if hasattr(context, "temporaryFolder"):
            homes.append(context.temporaryFolder())
        return any(home and Path(home).absolute() in folder.parents for home in homes)

    def given(self, parameters: Parameters, name: str) -> bool:
        """Whether an optional parameter was given."""
        return parameters.get(name) not in (None, "", [])

    def text(self, parameters: Parameters, name: str, context: QgsProcessingContext) -> str:
        return str(self.parameterAsString(parameters, name, context) or "").strip()

    def whole(self, parameters: Parameters, name: str, context: QgsProcessingContext) -> Optional[int]:
        """An optional whole number."""
        return int(self.parameterAsInt(parameters, name, context)) if self.given(parameters, name) else None

    def number(self, parameters: Parameters, name: str, context: QgsProcessingContext) -> Optional[float]:
        """An optional number."""
        return float(self.parameterAsDouble(parameters, name, context)) if self.given(parameters, name) else None
