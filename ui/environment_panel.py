"""Where the engine is: an environment made by SceneFill, an existing Python, or only a server."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Optional

from qgis.gui import QgsFileWidget
from qgis.PyQt import uic
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QFileDialog, QMessageBox, QWidget

from ..core.errors import SceneFillError
from ..plugin.environment.check import CheckReport
from ..plugin.environment.controller import BUNDLE, CHECK, CREATE, EnvironmentController
from ..plugin.environment.locate import Environment
from ..plugin.i18n import tr
from ..plugin.session import Session
from ..plugin.settings import OVERRIDES, Settings, overridden
from .device_bar import DeviceBar
from .icons import set_state
from .messages import explain
from .server_panel import ServerPanel
from .stages import progress_text


class EnvironmentPanel(QWidget):
    """A part of the options page; what it shows is stored by :meth:`apply_to`, what its buttons do happens at once.

    ``changed`` when the user changed what :meth:`apply_to` gives.
    """

    changed = pyqtSignal()

    def __init__(self, session: Session, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        uic.loadUi(str(Path(__file__).with_suffix(".ui")), self)
        self._session = session
        self._controller = EnvironmentController.of(session)
        self._radios = {"managed": self.managed, "python": self.existing, "server": self.server_only}
        self.python.setStorageMode(QgsFileWidget.StorageMode.GetFile)
        self.python.setDialogTitle(tr("Python of the engine"))
        self.device = DeviceBar(session, self)
        self.device.set_up.hide()
        self.device_row.addWidget(self.device)
        QWidget.setTabOrder(self.cancel, self.device.refresh)
        self.servers = ServerPanel(session, self)
        self.column.addWidget(self.servers)
        QWidget.setTabOrder(self.device.refresh, self.servers.known)
        for name in ("fixed", "managed", "check", "message"):
            self._say(name, "info", "")
        self._connect()
        self.show_settings(session.settings)
        self._show_work()
        if session.device is None:
            session.look_for_device()

    def show_settings(self, settings: Settings) -> None:
        """Show what is stored, and what environment variables decide."""
        self._radios[settings.engine].setChecked(True)
        self.python.setFilePath(settings.python)
        self.servers.show_settings(settings)
        fixed = overridden()
        for radio in self._radios.values():
            radio.setEnabled("engine" not in fixed)
        self.python.setEnabled("python" not in fixed)
        notes = [OVERRIDES[name] for name in OVERRIDES if name in fixed]
        text = tr("Set from outside QGIS by {names}, and so fixed here.").format(names=", ".join(notes))
        self._say("fixed", "info", text if notes else "")
        self._enable()

    def apply_to(self, settings: Settings) -> Settings:
        """``settings`` with what the panel shows."""
        engine = next(name for name, radio in self._radios.items() if radio.isChecked())
        return replace(self.servers.apply_to(settings), engine=engine, python=self.python.filePath().strip())

    def _connect(self) -> None:
        for radio in self._radios.values():
            radio.toggled.connect(self._choice_changed)
        self.python.fileChanged.connect(self._python_changed)
        self.servers.changed.connect(self.changed)
        self.create.clicked.connect(self._create)
        self.remove.clicked.connect(self._remove)
        self.from_bundle.clicked.connect(self._install_bundle)
        self.make_bundle.clicked.connect(self._make_bundle)
        self.check.clicked.connect(self._check)
        self.cancel.clicked.connect(self._controller.cancel)
        self._controller.changed.connect(self._show_work)
        self._controller.progressed.connect(self._show_progress)
        self._controller.told.connect(self.detail.setText)
        self._controller.succeeded.connect(self._succeeded)
        self._controller.failed.connect(self._failed)
        self._controller.stopped.connect(self._stopped)

    def _choice_changed(self, checked: bool) -> None:
        if checked:
            self._enable()
            self.changed.emit()

    def _python_changed(self, path: str) -> None:
        self._say("check", "info", "")
        self._enable()
        self.changed.emit()

    # What the buttons do -------------------------------------------------------------------------------------------

    def _create(self) -> None:
        self._start(self._controller.create)

    def _remove(self) -> None:
        title = tr("Remove the engine's environment")
        question = tr("It can be set up again at any time, which downloads its packages once more. Remove it?")
        if QMessageBox.question(self, title, question) == QMessageBox.StandardButton.Yes:
            self._start(self._controller.remove)

    def _install_bundle(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, tr("Folder of the offline bundle"))
        if folder:
            self._start(lambda: self._controller.create(Path(folder)))

    def _make_bundle(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, tr("Empty folder for the offline bundle"))
        if folder:
            self._start(lambda: self._controller.make_bundle(Path(folder)))

    def _check(self) -> None:
        self._say("check", "info", "")
        self._start(lambda: self._controller.check(Path(self.python.filePath().strip()).expanduser()))

    def _start(self, begin: Callable[[], None]) -> None:
        self._say("message", "info", "")
        try:
            begin()
        except SceneFillError as error:
            self._show_error("message", error)

    # What is being done, and how it went ---------------------------------------------------------------------------

    def _show_work(self) -> None:
        working = self._controller
        self.progress_box.setVisible(working.busy)
        self._show_progress(working.fraction, working.stage, -1.0)
        self.detail.setText(working.text)
        self._show_environment(working.environment)
        self._enable()

    def _show_progress(self, fraction: float, stage: str, seconds_left: float) -> None:
        checking = self._controller.doing == CHECK
        self.bar.setMaximum(0 if checking else 1000)
        self.bar.setValue(round(1000 * fraction))
        self.stage.setText(tr("Checking") if checking else progress_text(stage, seconds_left))

    def _show_environment(self, environment: Optional[Environment]) -> None:
        recipe = self._controller.recipe
        if self._controller.doing == CREATE:
            self._say("managed", "busy", tr("Being set up. QGIS can be used meanwhile, and this page closed."))
        elif environment is None:
            self._say("managed", "info", _needs(recipe.download_bytes, recipe.disk_bytes))
            self._offer(tr("&Set up"), tr("Download the packages and install them"))
        elif not environment.complete:
            self._say("managed", "warning", tr("Not complete. Continue where it stopped."))
            self._offer(tr("C&ontinue"), tr("Go on with what is there"))
        elif environment.digest != recipe.digest:
            self._say("managed", "warning", tr("Made for another version of SceneFill. Update it to be safe."))
            self._offer(tr("&Update"), tr("Install what this version of SceneFill is tested with"))
        else:
            self._say("managed", "ok", _described(environment))
            self.managed_text.setToolTip(str(environment.folder))
            self._offer(tr("Re&pair"), tr("Check all files and install again what is missing or damaged"))

    def _offer(self, text: str, tip: str) -> None:
        self.create.setText(text)
        self.create.setToolTip(tip)

    def _enable(self) -> None:
        busy = self._controller.busy
        environment = self._controller.environment
        self.managed_box.setEnabled(self.managed.isChecked())
        self.existing_box.setEnabled(self.existing.isChecked())
        for button in (self.create, self.from_bundle, self.make_bundle):
            button.setEnabled(not busy)
        self.remove.setEnabled(not busy and environment is not None)
        self.check.setEnabled(not busy and bool(self.python.filePath().strip()))

    def _succeeded(self, doing: str, answer: object) -> None:
        if doing == CHECK and isinstance(answer, CheckReport):
            self._show_report(answer)
        elif doing == CREATE:
            self._say("message", "ok", tr("The engine's environment is ready."))
        elif doing == BUNDLE:
            self._say("message", "ok", tr("The bundle is ready. Copy its folder to the other computers."))
        else:
            self._say("message", "ok", tr("The engine's environment has been removed."))

    def _failed(self, doing: str, error: SceneFillError) -> None:
        self._show_error("check" if doing == CHECK else "message", error)

    def _stopped(self, doing: str) -> None:
        text = tr("Cancelled. What is there is kept.") if doing in (CREATE, BUNDLE) else tr("Cancelled.")
        self._say("check" if doing == CHECK else "message", "stopped", text)

    def _show_report(self, report: CheckReport) -> None:
        if not report.ok:
            self._show_error("check", report.problems[0])
            return
        text = tr("Python {python} · PyTorch {torch} · {device}")
        shown = text.format(python=report.version, torch=report.versions.get("torch", "–"), device=report.device)
        self._say("check", "ok", shown)

    def _show_error(self, place: str, error: SceneFillError) -> None:
        explanation = explain(error)
        self._say(place, "error", f"{explanation.text} {explanation.hint}".strip())

    def _say(self, place: str, state: str, text: str) -> None:
        set_state(getattr(self, f"{place}_icon"), getattr(self, f"{place}_text"), state, text)


def _described(environment: Environment) -> str:
    text = tr("Ready: Python {python} · PyTorch {torch}")
    return text.format(python=environment.python, torch=environment.versions.get("torch", environment.build))


def _needs(download: Mapping[str, int], disk: Mapping[str, int]) -> str:
    text = tr("Not set up yet. It takes {download:.1f} GB to download and {disk:.1f} GB on the disk.")
    cpu = text.format(download=download["cpu"] / 1e9, disk=disk["cpu"] / 1e9)
    text = tr("With an NVIDIA device it is {download:.0f} GB and {disk:.0f} GB.")
    return f"{cpu} " + text.format(download=download["cuda"] / 1e9, disk=disk["cuda"] / 1e9)
