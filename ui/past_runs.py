"""The list of past runs, and what can be done with one."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Optional

from qgis.core import QgsApplication
from qgis.PyQt import uic
from qgis.PyQt.QtCore import Qt, QUrl, pyqtSignal
from qgis.PyQt.QtGui import QDesktopServices, QHideEvent, QKeySequence, QShowEvent
from qgis.PyQt.QtWidgets import QAction, QFileDialog, QHeaderView, QMenu, QPushButton, QWidget

from ..core.errors import SceneFillError
from ..core.remote.answers import DONE, JobStatus
from ..plugin.environment.locate import engine_python
from ..plugin.history import RunRecord
from ..plugin.i18n import tr
from ..plugin.jobs import command_of
from ..plugin.remote.jobs import Standing
from ..plugin.session import Session
from .icons import theme_icon
from .runs_model import CREATED, STATE, TITLE, RunsModel

if TYPE_CHECKING:
    from ..plugin.runs import RunController

_ROWS_SHOWN = 5


class PastRuns(QWidget):
    """Signals:
    record_opened(record): its results are being loaded again.
    error_raised(error): a :class:`SceneFillError` for the user.
    """

    record_opened = pyqtSignal(object)
    error_raised = pyqtSignal(object)

    def __init__(self, session: Session, runs: RunController, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        uic.loadUi(str(Path(__file__).with_suffix(".ui")), self)
        self._session = session
        self._runs = runs
        self._model = RunsModel(self)
        self._make_list()
        self._make_actions()
        runs.history_changed.connect(self.refresh)
        runs.remote.changed.connect(self._refresh_states)
        runs.remote.failed.connect(lambda _, error: self.error_raised.emit(error))
        self.refresh()

    def refresh(self) -> None:
        """Show the records as they are; the chosen one stays chosen."""
        chosen = self.record()
        self._model.set_records(self._runs.records, self._runs.remote.standing)
        self.setVisible(self._model.rowCount() > 0)
        row = self._model.row_of(chosen.id) if chosen is not None else -1
        if self._model.rowCount():
            self.list.setCurrentIndex(self._model.index(max(row, 0), 0))
        self._refresh_actions()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._runs.remote.watch(True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._runs.remote.watch(False)

    def record(self) -> Optional[RunRecord]:
        """The chosen one."""
        return self._model.record(self.list.currentIndex().row())

    def choose(self, run_id: str) -> None:
        self.list.setCurrentIndex(self._model.index(self._model.row_of(run_id), 0))

    def save_job(self, record: RunRecord, path: str) -> None:
        """Save the job of a run as a file of its own.

        Raises:
            SceneFillError: ``cannot-write``.
        """
        try:
            shutil.copyfile(record.job_path, path)
        except OSError as error:
            raise SceneFillError(
                "cannot-write",
                f"The job could not be saved as '{path}': {error.strerror or error}.",
                "Choose another folder.",
                {"file": path},
            ) from error

    def _make_list(self) -> None:
        self.list.setModel(self._model)
        header = self.list.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(TITLE, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(CREATED, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(STATE, QHeaderView.ResizeMode.ResizeToContents)
        header.setMinimumSectionSize(40)
        height = self.list.fontMetrics().height() + 6
        self.list.setFixedHeight(_ROWS_SHOWN * height + header.sizeHint().height() + 2 * self.list.frameWidth())
        self.list.selectionModel().currentChanged.connect(self._refresh_actions)
        self.list.activated.connect(lambda: self._do(self._reopen))

    def _make_actions(self) -> None:
        make = self._action
        self.reopen = make(tr("Reopen"), "mActionFileOpen.svg", tr("Load the results and the form again"), self._reopen)
        self.resume = make(tr("Resume"), "mActionPlay.svg", tr("Continue where the run stopped"), self._resume)
        self.dismiss = make(
            tr("Cancel on the server"), "mTaskCancel.svg", tr("Stop the run on its server"), self._dismiss
        )
        self.copy = make(tr("Copy as command"), "mActionEditCopy.svg", tr("For a terminal or a script"), self._copy)
        self.save = make(tr("Save job…"), "mActionFileSave.svg", tr("Save the job file under another name"), self._save)
        self.open = make(tr("Open folder"), "mIconFolder.svg", tr("Show the files of the run"), self._open)
        self.remove = make(
            tr("Remove from list"), "mActionDeleteSelected.svg", tr("Forget the run; its files stay"), self._remove
        )
        self.remove.setShortcut(QKeySequence(QKeySequence.StandardKey.Delete))
        self.remove.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self._bind(self.reopen_button, self.reopen)
        self._bind(self.resume_button, self.resume)
        menu = QMenu(self.more_button)
        menu.addActions([self.dismiss, self.copy, self.save, self.open, self.remove])
        menu.setToolTipsVisible(True)
        self.more_button.setMenu(menu)

    def _action(self, text: str, icon: str, tip: str, work: Callable[[RunRecord], None]) -> QAction:
        action = QAction(theme_icon(icon), text, self)
        action.setToolTip(tip)
        action.triggered.connect(lambda: self._do(work))
        self.list.addAction(action)
        return action

    def _bind(self, button: QPushButton, action: QAction) -> None:
        """Push buttons do not take actions by themselves."""

        def follow() -> None:
            button.setEnabled(action.isEnabled())
            button.setText(action.text())
            button.setToolTip(action.toolTip())

        follow()
        button.setIcon(action.icon())
        button.clicked.connect(action.trigger)
        action.changed.connect(follow)

    def _refresh_states(self) -> None:
        self._model.refresh()
        self._refresh_actions()

    def _refresh_actions(self) -> None:
        record, busy = self.record(), self._runs.active is not None
        state = record.state if record is not None else ""
        self.reopen.setEnabled(state == "done")
        self.resume.setEnabled(record is not None and record.resumable and not busy)
        standing = self._runs.remote.standing(record.id) if record is not None else None
        self._name_resume(standing if record is not None and record.may_be_there else None)
        self.dismiss.setVisible(record is not None and record.may_be_there)
        self.dismiss.setEnabled(isinstance(standing, JobStatus) and not standing.ended)
        self.remove.setEnabled(record is not None and state != "running")
        for action in (self.copy, self.save, self.open):
            action.setEnabled(record is not None)
        self.more_button.setEnabled(record is not None)

    def _name_resume(self, standing: Standing) -> None:
        """What resuming comes to: a server may have gone on meanwhile."""
        text, tip = tr("Resume"), tr("Continue where the run stopped")
        if isinstance(standing, JobStatus) and standing.state == DONE:
            text, tip = tr("Fetch results"), tr("Fetch what the server has made, and load it")
        elif isinstance(standing, JobStatus) and not standing.ended:
            text, tip = tr("Follow"), tr("Wait for the server, and load the results when they are there")
        self.resume.setText(text)
        self.resume.setToolTip(tip)

    def _do(self, work: Callable[[RunRecord], None]) -> None:
        """The one place where errors of all these end."""
        record = self.record()
        if record is None:
            return
        try:
            work(record)
        except SceneFillError as error:
            self.error_raised.emit(error)

    def _reopen(self, record: RunRecord) -> None:
        if record.state == "done":
            self._runs.reopen(record)
            self.record_opened.emit(record)

    def _resume(self, record: RunRecord) -> None:
        self._runs.resume(record)

    def _dismiss(self, record: RunRecord) -> None:
        self._runs.remote.dismiss(record)

    def _copy(self, record: RunRecord) -> None:
        python = "" if record.server else str(engine_python(self._session.settings))
        command = command_of(record.job_path, python, record.server)
        QgsApplication.clipboard().setText(command)

    def _save(self, record: RunRecord) -> None:
        start = str(Path.home() / f"{Path(record.folder).name}.json")
        path, _ = QFileDialog.getSaveFileName(self, tr("Save job"), start, tr("SceneFill job (*.json)"))
        if path:
            self.save_job(record, path)

    def _open(self, record: RunRecord) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(record.folder))

    def _remove(self, record: RunRecord) -> None:
        self._runs.forget(record)
