"""QGIS' own icons for states: every state is an icon and words, never a colour alone."""

from __future__ import annotations

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QLabel, QSizePolicy

_FILES = {
    "ok": "mIconSuccess.svg",
    "info": "mIconInfo.svg",
    "warning": "mIconWarning.svg",
    "error": "mIconCritical.svg",
    "busy": "mIndicatorTemporal.svg",
    "waiting": "mTaskQueued.svg",
    "sent": "mActionSharingExport.svg",
    "stopped": "mTaskCancel.svg",
}


def state_icon(state: str) -> QIcon:
    """The icon of ``ok``, ``info``, ``warning``, ``error``, ``busy``, ``waiting``, ``sent`` or ``stopped``."""
    return theme_icon(_FILES[state])


def theme_icon(name: str) -> QIcon:
    """An icon of QGIS' theme by its file name."""
    return QgsApplication.getThemeIcon(f"/{name}")


def set_state(icon: QLabel, label: QLabel, state: str, text: str) -> None:
    """Show a state in a pair of labels, or hide the pair when there is nothing to say."""
    icon.setVisible(bool(text))
    label.setVisible(bool(text))
    # Names of files and layers may hold anything.
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(text)
    if text:
        size = max(16, label.fontMetrics().height())
        icon.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        icon.setAlignment(Qt.AlignmentFlag.AlignTop)
        icon.setPixmap(state_icon(state).pixmap(size, size))
