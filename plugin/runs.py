"""Runs: started, followed, cancelled, resumed, opened again, remembered. One at a time."""

from __future__ import annotations

import dataclasses
import time
import uuid
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Optional

from qgis.core import QgsApplication, QgsProject
from qgis.PyQt.QtCore import QDir, QObject, pyqtSignal

from ..core.errors import SceneFillError
from ..core.feedback import Feedback
from ..core.job import Job
from .active_run import ActiveRun
from .form import Form
from .history import RunHistory, RunRecord, default_path, now
from .i18n import tr
from .layers.refs import local_file
from .remote.jobs import RemoteJobs
from .reopening import add_layers, reopen
from .results.facts import JOB, ResultFacts
from .results.place import ResultPlace
from .run_folders import CLOSE_SECONDS, QUIT_SECONDS, RunFolders, is_alive, named_folder
from .run_work import (
    Prepare,
    RunWork,
    check_form,
    estimator,
    from_file,
    from_form,
    from_job,
    lasting_folder,
    not_writable,
    temporary_folder,
)
from .runner.base import Runner
from .session import Session, default_place
from .tasks import EngineTask


class RunController(QObject):
    """Everything is called, and every signal comes, on the main thread.

    Signals:
        started(RunRecord)
        progressed(run_id, fraction, stage, seconds_left): ``seconds_left`` is -1 while unknown.
        preview_loaded(run_id): a draft is on the map.
        finished(RunRecord): done, and its layers are loaded.
        failed(RunRecord, SceneFillError): of a run, or of opening a past one.
        stopped(RunRecord): cancelled.
        noticed(RunRecord, text): something the user should know that is no error.
        history_changed()
    """

    started = pyqtSignal(object)
    progressed = pyqtSignal(str, float, str, float)
    preview_loaded = pyqtSignal(str)
    finished = pyqtSignal(object)
    failed = pyqtSignal(object, object)
    stopped = pyqtSignal(object)
    noticed = pyqtSignal(object, str)
    history_changed = pyqtSignal()

    def __init__(
        self,
        session: Session,
        parent: Optional[QObject] = None,
        *,
        history: Optional[RunHistory] = None,
        folders: Optional[RunFolders] = None,
    ) -> None:
        """
        Args:
            session: gives the engine and the settings.
            history: of past runs; that of the profile by default.
            folders: temporary ones; those of the system by default.
        """
        super().__init__(parent)
        self._session = session
        self._history = history or RunHistory(default_path())
        self.folders = folders or RunFolders()
        self._active: Optional[ActiveRun] = None
        self._closed = False
        #: How the runs stand that are on a server, and that nobody waits for here.
        self.remote = RemoteJobs(session, self)
        self.remote.arrived.connect(self._arrived)
        self.remote.dismissed.connect(self._dismissed)
        self._history.settle(is_alive)
        QgsApplication.instance().aboutToQuit.connect(self._quit)
        self.remote.follow(self.records)
        session.tasks.start(EngineTask(tr("Removing old temporary files"), self._sweeping(), hidden=True))

    def _sweeping(self) -> Callable[[Feedback], object]:
        """What removes the files of runs that nobody needs any more."""
        folders, kept = self.folders, [record.folder for record in self.records]
        # Of runs on a server only when it is certain which of them are needed.
        lasting = self._history.is_whole
        return lambda feedback: (folders.sweep(), folders.sweep_lasting(kept) if lasting else 0)

    # -- what there is -----------------------------------------------------------------------------------------------

    @property
    def active(self) -> Optional[RunRecord]:
        """The run that goes on."""
        return None if self._active is None else self._active.record

    @property
    def records(self) -> tuple[RunRecord, ...]:
        """All known runs, newest first."""
        return self._history.records

    # -- starting ----------------------------------------------------------------------------------------------------

    def start(self, form: Form) -> RunRecord:
        """Start what a form asks for.

        Raises:
            SceneFillError: ``run-active``, ``no-environment``, ``no-server``, and all that can be told at once of the
                form.
        """
        server = self._server_of(form.how.where)
        self._check_ready(server)
        check_form(form, QDir.tempPath())
        title = form.title or tr("SceneFill run")
        if form.folder:
            folder = named_folder(form.folder, title)
        else:
            # What a server does may end when QGIS, with its temporary folders, is gone.
            folder = (lasting_folder if server else temporary_folder)(self.folders, title)
        chosen = {index: row.ref.layer_id for index, row in enumerate(form.inputs)}
        named = dataclasses.replace(form, title=title)
        return self._begin(self._new_record(title, folder, server), from_form(named, folder), chosen)

    def start_job(self, job: Job, *, title: str, before: Mapping[int, str], resume: bool = False) -> RunRecord:
        """Start a job that is already built; its results go where it says.

        Args:
            before: input index to the id of the layer that it is, for those that are layers.
            resume: go on from finished windows in its folder.

        Raises:
            SceneFillError: ``run-active``, ``no-environment``.
        """
        server = self._server_of(default_place(self._session.settings))
        self._check_ready(server)
        return self._begin(self._new_record(title, job.output.folder, server), from_job(job), before, resume=resume)

    def resume(self, record: RunRecord) -> RunRecord:
        """Go on with a run that ended before its end.

        Raises:
            SceneFillError: ``run-active``, ``no-environment``, ``no-server``.
        """
        self._check_ready(record.server)
        again = dataclasses.replace(record, state="running", seconds=0.0, error=None, owner=self._owner())
        return self._begin(again, from_file(record.job_path, record.folder), {}, resume=True)

    def _server_of(self, where: str) -> str:
        """The address of the server that does the work; empty for the engine on this computer.

        Raises:
            SceneFillError: ``no-server``.
        """
        if where != "server":
            return ""
        self._session.runner("server")
        return self._session.settings.server_url

    def _runner(self, server: str) -> Runner:
        return self._session.runner("server", server) if server else self._session.runner("local")

    def _check_ready(self, server: str) -> None:
        if self._active is not None:
            raise SceneFillError(
                "run-active",
                f"“{self._active.record.title}” is still running.",
                "Wait for it to end, or cancel it.",
            )
        self._runner(server)

    def _new_record(self, title: str, folder: str, server: str) -> RunRecord:
        return RunRecord(
            id=uuid.uuid4().hex[:12],
            title=title,
            folder=folder,
            state="running",
            created=now(),
            temporary=self.folders.holds(folder) or self.folders.outlives(folder),
            job_path=str(Path(folder) / JOB),
            owner=self._owner(),
            server=server,
        )

    def _owner(self) -> str:
        try:
            return self.folders.owner
        except OSError as error:
            raise not_writable(error.filename or "", error) from error

    def _begin(
        self, record: RunRecord, prepare: Prepare, chosen: Mapping[int, str], *, resume: bool = False
    ) -> RunRecord:
        session = self._session
        folders, title, server, runner = self.folders, record.title, record.server, self._runner
        rest = (lambda: temporary_folder(folders, title)) if folders.outlives(record.folder) else None
        look = session.settings.load_results
        work = RunWork(lambda: runner(server), prepare, record.folder, resume=resume, look=look, rest=rest)
        task = EngineTask(tr("SceneFill: {title}").format(title=record.title), work)
        place = ResultPlace(record.id, record.title, chosen, self)
        run_id = record.id
        task.progressed.connect(lambda fraction, stage, left: self._progress(run_id, fraction, stage, left))
        task.previewed.connect(lambda path: self._preview(run_id, path))
        task.succeeded.connect(lambda facts: self._succeed(run_id, facts))
        task.failed.connect(lambda error: self._fail(run_id, error))
        # A server goes on with what nobody has cancelled.
        task.stopped.connect(
            lambda: self._end(run_id, "interrupted" if server and not task.isCanceled() else "cancelled")
        )
        self._active = ActiveRun(record, place, work, task, time.monotonic())
        self._put(record)
        session.tasks.start(task)
        self.started.emit(record)
        return record

    # -- while it runs -----------------------------------------------------------------------------------------------

    def cancel(self, run_id: str) -> None:
        """Ask the active run to stop: at once if the engine answers, by force after some seconds if not."""
        active = self._current(run_id)
        if active is not None and active.task is not None:
            active.task.cancel()

    def _current(self, run_id: str) -> Optional[ActiveRun]:
        """The active run if it is that one: what comes later about others is stale."""
        active = self._active
        return active if active is not None and active.record.id == run_id and not self._closed else None

    def _is_open(self) -> bool:
        return not self._closed

    def _progress(self, run_id: str, fraction: float, stage: str, seconds_left: float) -> None:
        if self._current(run_id) is not None:
            self.progressed.emit(run_id, fraction, stage, seconds_left)

    def _preview(self, run_id: str, path: str) -> None:
        active = self._current(run_id)
        if active is None or active.work.job is None or not self._session.settings.load_results:
            return
        if active.place.show_draft(path, active.work.job):
            self.preview_loaded.emit(run_id)

    def _succeed(self, run_id: str, facts: Optional[ResultFacts]) -> None:
        active = self._current(run_id)
        if active is None:
            return
        # QGIS deletes a task that has ended.
        active.task = None
        if facts is None:
            self._end(run_id, "done")
            return
        if active.place.gone:
            text = tr("The project was closed meanwhile: the results of “{title}” are in the list of past runs.")
            self.noticed.emit(active.record, text.format(title=active.record.title))
        add_layers(active.place.show(facts), lambda error: self._loaded(run_id, error), self._is_open)

    def _loaded(self, run_id: str, error: Optional[SceneFillError]) -> None:
        active = self._current(run_id)
        if active is not None:
            self._end(run_id, "done", load_error=error)

    def _fail(self, run_id: str, error: SceneFillError) -> None:
        self._end(run_id, "failed", error)

    def _end(
        self,
        run_id: str,
        state: str,
        error: Optional[SceneFillError] = None,
        load_error: Optional[SceneFillError] = None,
    ) -> None:
        active = self._current(run_id)
        if active is None:
            return
        self._active = None
        active.leave_map()
        record = active.ended(state, error)
        self._put(record)
        problem = error or load_error
        if problem is not None:
            self.failed.emit(record, problem)
        elif state == "done":
            self.finished.emit(record)
        else:
            self.stopped.emit(record)

    # -- estimates ---------------------------------------------------------------------------------------------------

    def estimate(self, form: Form) -> EngineTask:
        """Ask the engine what a form would cost; ``succeeded`` of the task gives a :class:`Plan`.

        Raises:
            SceneFillError: all that can be told at once of the form, ``no-environment``.
        """
        server, runner = self._server_of(form.how.where), self._runner
        runner(server)
        check_form(form, QDir.tempPath())
        # Named for its disk; a plan writes nothing.
        target = form.folder or QDir.tempPath()
        work = estimator(form, target, self.folders, lambda: runner(server))
        return self._session.tasks.start(EngineTask(tr("Estimating"), work, hidden=True))

    # -- past runs ---------------------------------------------------------------------------------------------------

    def reopen(self, record: RunRecord) -> None:
        """Load the layers of a finished run again, in a new group; ``failed`` tells when they are gone."""

        def end(error: Optional[SceneFillError]) -> None:
            if error is not None:
                self.failed.emit(record, error)

        reopen(record, self._session, self, end, self._is_open)

    def forget(self, record: RunRecord) -> None:
        """Take a run off the list; its files stay, or go with QGIS where they are temporary.

        A server that may still be at it is told to stop: nobody would find it again.
        """
        if self.active is None or self.active.id != record.id:
            if record.may_be_there:
                drop, folder = self.folders.drop_lasting, record.folder
                self.remote.forget(record, lambda: drop(folder))
            self._history.remove(record.id)
            self._changed()

    def _arrived(self, run_id: str) -> None:
        record = self._history.get(run_id)
        if record is not None and not self._closed:
            text = tr("“{title}” is done on the server: fetch its results in the list of past runs.")
            self.noticed.emit(record, text.format(title=record.title))

    def _dismissed(self, record: RunRecord) -> None:
        if not self._closed and self._history.get(record.id) is not None:
            cancelled = dataclasses.replace(record, state="cancelled")
            self._put(cancelled)
            self.stopped.emit(cancelled)

    def _put(self, record: RunRecord) -> None:
        self._history.put(record)
        self._changed()

    def _changed(self) -> None:
        self.remote.follow(self.records)
        self.history_changed.emit()

    # -- the end -----------------------------------------------------------------------------------------------------

    def close(self) -> None:
        """Stop at once, for the plugin is unloaded; temporary files that the project shows stay till QGIS ends."""
        self._close(keep=True)

    def _quit(self) -> None:
        self._close(keep=False)

    def _close(self, *, keep: bool) -> None:
        if self._closed:
            return
        active, self._active = self._active, None
        self._closed = True
        self.remote.close()
        QgsApplication.instance().aboutToQuit.disconnect(self._quit)
        if active is not None:
            self._abandon(active)
        layers = QgsProject.instance().mapLayers().values() if keep else ()
        shown = (local_file(layer.source()) for layer in layers if layer.providerType() == "gdal")
        self.folders.close(shown, CLOSE_SECONDS if keep else QUIT_SECONDS)

    def _abandon(self, active: ActiveRun) -> None:
        """Let go of a run without waiting for it."""
        state = "done"
        if active.task is not None:
            state = "interrupted"
            # Killed before its folder goes: it would write into it for some seconds more. And before its task is
            # cancelled, which would stop a server, too.
            self._session.reset_runner()
            active.task.cancel()
        active.leave_map()
        if active.record.temporary and not self.folders.outlives(active.work.folder):
            self._history.remove(active.record.id)
        else:
            self._history.put(active.ended(state))
