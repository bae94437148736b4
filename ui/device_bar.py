"""The line that always says what the engine would run on, and why."""

from __future__ import annotations

from typing import Optional

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from ..core.errors import SceneFillError
from ..core.worker.protocol import DeviceReport
from ..plugin.i18n import tr
from ..plugin.session import Session
from .icons import set_state, theme_icon
from .messages import explain


class DeviceBar(QWidget):
    """Icon, sentence, refresh, and the way to the engine's environment (``environment_requested``)."""

    environment_requested = pyqtSignal()

    def __init__(self, session: Session, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._session = session
        self.icon = QLabel(self)
        self.text = QLabel(self)
        self.text.setWordWrap(True)
        self.text.setObjectName("device_text")
        self.text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.text.setMinimumWidth(80)
        self.refresh = QToolButton(self)
        self.refresh.setIcon(theme_icon("mActionRefresh.svg"))
        self.refresh.setAutoRaise(True)
        self.refresh.setText(tr("Look again"))
        self.refresh.setToolTip(tr("Start the engine and look again at what it runs on"))
        self.set_up = QToolButton(self)
        self.set_up.setObjectName("set_up_engine")
        self.refresh.clicked.connect(session.look_for_device)
        self.set_up.clicked.connect(self.environment_requested)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for widget in (self.icon, self.text, self.refresh, self.set_up):
            row.addWidget(widget)
        session.device_changed.connect(self.show_device)
        self.show_device(session.device)

    def show_device(self, found: object) -> None:
        """Show a :class:`DeviceReport`, or the error in its place; None while the engine is looked for."""
        if isinstance(found, DeviceReport):
            set_state(self.icon, self.text, "ok", found.reason)
            self.text.setToolTip(_device_tip(found))
            self._offer(tr("Options…"), tr("Threads, server and the engine's environment"))
        elif isinstance(found, SceneFillError):
            explanation = explain(found)
            set_state(self.icon, self.text, "warning", explanation.text)
            self.text.setToolTip(explanation.hint)
            if self._session.place == "server":
                self._offer(tr("Options…"), tr("Threads, server and the engine's environment"))
            else:
                self._offer(tr("Set up engine…"), tr("Make or choose the Python environment that the engine runs in"))
        else:
            remote = self._session.place == "server"
            text = tr("Asking the server…") if remote else tr("Looking for the engine…")
            set_state(self.icon, self.text, "busy", text)
            self.text.setToolTip("")
            self._offer(tr("Options…"), tr("Threads, server and the engine's environment"))

    def _offer(self, text: str, tip: str) -> None:
        self.set_up.setText(text)
        self.set_up.setToolTip(tip)


def _device_tip(found: DeviceReport) -> str:
    memory = ""
    if found.cores:
        memory = tr("{memory} GB memory, %n core(s)", found.cores).format(memory=round(found.memory_bytes / 1e9))
    versions = ", ".join(f"{name} {version}" for name, version in sorted(found.versions.items()))
    return "\n".join(filter(None, (found.reason, memory, versions, found.python)))
