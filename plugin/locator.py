"""The locator bar's entry: typing "fill" offers to fill the gaps in the current view."""

from __future__ import annotations

from collections.abc import Callable

from qgis.core import QgsFeedback, QgsLocatorContext, QgsLocatorFilter, QgsLocatorResult
from qgis.PyQt.QtGui import QIcon

from .i18n import tr


class FillViewFilter(QgsLocatorFilter):
    """Offers one result; QGIS clones it, searches in a thread and triggers the result on the main thread."""

    def __init__(self, fill: Callable[[], None], icon: QIcon) -> None:
        super().__init__()
        self._fill = fill
        self._icon = icon
        # Translated here, on the main thread: fetchResults runs in another.
        self._title = tr("Fill gaps in the current view")
        self._words = f"{self._title} scenefill {tr('cloud synthesise SAR infrared')}".casefold()

    def clone(self) -> FillViewFilter:
        return FillViewFilter(self._fill, self._icon)

    def name(self) -> str:
        return "scenefill"

    def displayName(self) -> str:
        return tr("SceneFill")

    def prefix(self) -> str:
        return "fill"

    def priority(self) -> QgsLocatorFilter.Priority:
        return QgsLocatorFilter.Priority.Medium

    def fetchResults(self, text: str, context: QgsLocatorContext, feedback: QgsFeedback) -> None:
        wanted = text.strip().casefold()
        if feedback.isCanceled() or (len(wanted) < 3 and not context.usingPrefix):
            return
        if all(word in self._words for word in wanted.split()):
            result = QgsLocatorResult(self, self._title)
            result.icon = self._icon
            result.description = tr("SceneFill")
            self.resultFetched.emit(result)

    def triggerResult(self, _result: QgsLocatorResult) -> None:
        self._fill()
