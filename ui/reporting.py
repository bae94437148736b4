"""The one place where errors are shown: message bar, log panel, details."""

from __future__ import annotations

import html
import json
from collections.abc import Callable
from typing import Optional

from qgis.core import Qgis
from qgis.gui import QgsMessageBar
from qgis.PyQt.QtCore import QObject, QUrl
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import QPushButton, QWidget

from ..core.errors import JobCancelled, SceneFillError
from ..plugin.history import RunRecord
from ..plugin.i18n import tr
from ..plugin.log import logger
from ..plugin.session import Session
from .details_dialog import DetailsDialog
from .messages import explain
from .quantities import duration_text

_SHORT_SECONDS, _LONG_SECONDS = 5, 30


class ErrorReporter(QObject):
    """Tells the user what went wrong, and what is done."""

    def __init__(self, message_bar: QgsMessageBar, session: Session, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._bar = message_bar
        self._session = session
        self._window = parent
        self.dialog: Optional[DetailsDialog] = None

    def show(self, error: SceneFillError) -> None:
        """Show an error until it is closed; what the user stopped is told in passing."""
        explanation = explain(error)
        if isinstance(error, JobCancelled) or error.code == "cancelled":
            logger.info("%s", error.message)
            self._push(explanation.title, explanation.text, Qgis.MessageLevel.Info, _SHORT_SECONDS)
            return
        facts = json.dumps(error.details, ensure_ascii=False, default=str) if error.details else ""
        logger.error("%s: %s %s", error.code, error, facts)
        text = " ".join(filter(None, (explanation.text, explanation.hint)))
        details = (tr("Details…"), lambda: self.show_details(error))
        self._push(explanation.title, text, Qgis.MessageLevel.Critical, 0, details)

    def show_details(self, error: SceneFillError) -> None:
        """Open the details beside QGIS, instead of those that were open."""
        self.close()
        dialog = DetailsDialog(self._session, error, self._window)
        dialog.finished.connect(lambda: self._forget(dialog))
        self.dialog = dialog
        dialog.show()

    def finished(self, record: RunRecord, zoom: Optional[Callable[[], None]] = None) -> None:
        """Say that a run is done, with the way to its files, and to its layers by ``zoom``."""
        buttons = [(tr("Open folder"), lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(record.folder)))]
        if zoom is not None:
            buttons.insert(0, (tr("Zoom to result"), zoom))
        text = tr("“{title}” is done after {duration}.")
        text = text.format(title=record.title, duration=duration_text(record.seconds))
        self._push(tr("SceneFill"), text, Qgis.MessageLevel.Success, _LONG_SECONDS, *buttons)

    def close(self) -> None:
        """Close the details, if they are open."""
        if self.dialog is not None:
            self.dialog.close()

    def _push(
        self,
        title: str,
        text: str,
        level: Qgis.MessageLevel,
        seconds: int,
        *buttons: tuple[str, Callable[[], object]],
    ) -> None:
        """The message bar owns the item, the item owns its buttons, and these hold on to what they do."""
        # The item shows HTML, and names of files and layers may hold anything.
        item = QgsMessageBar.createMessage(title, html.escape(text, quote=False))
        for label, work in buttons:
            button = QPushButton(label, item)
            button.clicked.connect(lambda checked=False, work=work: work())
            item.layout().addWidget(button)
        self._bar.pushWidget(item, level, seconds)

    def _forget(self, dialog: DetailsDialog) -> None:
        if self.dialog is dialog:
            self.dialog = None
