"""Everything about one error, and the diagnostics report to copy."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Optional

from qgis.core import QgsApplication
from qgis.PyQt import uic
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QFontDatabase
from qgis.PyQt.QtWidgets import QDialog, QDialogButtonBox, QWidget

from ..core.errors import SceneFillError
from ..plugin import diagnostics
from ..plugin.i18n import tr
from ..plugin.session import Session
from .icons import state_icon, theme_icon
from .messages import explain


class DetailsDialog(QDialog):
    """An error in words, its hint, and what the engine said; beside QGIS, which stays usable."""

    def __init__(self, session: Session, error: SceneFillError, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        uic.loadUi(str(Path(__file__).with_suffix(".ui")), self)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._session = session
        self._error = error
        explanation = explain(error)
        self.icon.setPixmap(state_icon("error").pixmap(32, 32))
        font = self.heading.font()
        font.setBold(True)
        self.heading.setFont(font)
        for label, text in ((self.heading, explanation.title), (self.text, explanation.text)):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setText(text)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.hint.setTextFormat(Qt.TextFormat.PlainText)
        self.hint.setText(explanation.hint)
        self.hint.setVisible(bool(explanation.hint))
        self.details.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.details.setPlainText(details_text(error))
        self.copy_button = self.buttons.addButton(tr("Copy diagnostics"), QDialogButtonBox.ButtonRole.ActionRole)
        self.copy_button.setIcon(theme_icon("mActionEditCopy.svg"))
        self.copy_button.setToolTip(
            tr("Copy versions, device, this error and the last messages, without names, passwords and tokens")
        )
        self.copy_button.clicked.connect(self.copy_diagnostics)
        self.buttons.rejected.connect(self.close)

    def copy_diagnostics(self) -> None:
        QgsApplication.clipboard().setText(diagnostics.report(self._session, self._error))
        self.copy_button.setText(tr("Copied"))


def details_text(error: SceneFillError) -> str:
    """Code, sentences and facts, as they came from the engine."""
    lines = [f"{error.code}: {error.message}", error.hint]
    if error.details:
        lines += ["", json.dumps(error.details, indent=1, ensure_ascii=False, default=str)]
    return "\n".join(lines).strip()
