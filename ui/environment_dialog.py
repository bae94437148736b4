"""The engine's environment in a dialog of its own, for those who come from the dock."""

from __future__ import annotations

from typing import Optional

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from ..plugin.i18n import tr
from ..plugin.session import Session
from .environment_panel import EnvironmentPanel


class EnvironmentDialog(QDialog):
    """Shows an :class:`EnvironmentPanel` and stores the choice; what its buttons began goes on without it."""

    def __init__(self, session: Session, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Set up the engine"))
        self.panel = EnvironmentPanel(session, self)
        self._session = session
        buttons = QDialogButtonBox(self)
        buttons.setStandardButtons(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(self.panel)
        column.addWidget(buttons)

    def accept(self) -> None:
        """Store the choice; the engine is started anew with it."""
        settings = self.panel.apply_to(self._session.settings)
        if settings != self._session.settings:
            self._session.change_settings(settings)
        super().accept()


def show_environment(session: Session, parent: Optional[QWidget] = None) -> EnvironmentDialog:
    """Open the dialog beside QGIS, which stays usable."""
    dialog = EnvironmentDialog(session, parent)
    dialog.show()
    return dialog
