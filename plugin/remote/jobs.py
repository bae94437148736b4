"""Runs that a server may still be at: how they stand, asked in the background as long as somebody looks."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Optional, Union

from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from ...core.client import ServerClient
from ...core.errors import SceneFillError
from ...core.feedback import Feedback
from ...core.remote.answers import DONE, JobStatus
from ...core.remote.state import StateFile
from ..i18n import tr
from ..tasks import EngineTask, Latest
from .look import PATIENCE, client_of
from .servers import Server

if TYPE_CHECKING:
    from ..history import RunRecord
    from ..session import Session

_POLL_MS = 10_000
#: What a server answers to a question for a job that it does not know, or no longer has.
_GONE = (404, 410)

#: How a job stands, or why that is not known; None for one that never got there.
Standing = Union[JobStatus, SceneFillError, None]


class JobGone(SceneFillError):
    """Why there is nothing to be told of a job any more: its server does not have it."""


class RemoteJobs(QObject):
    """Used on the main thread.

    Signals:
        changed(): something is known that was not.
        arrived(run_id): a job is done, seen for the first time.
        dismissed(RunRecord), failed(RunRecord, SceneFillError): how telling a server to stop has ended.
    """

    changed = pyqtSignal()
    arrived = pyqtSignal(str)
    dismissed = pyqtSignal(object)
    failed = pyqtSignal(object, object)

    def __init__(self, session: Session, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._session = session
        self._records: tuple[RunRecord, ...] = ()
        self._known: dict[str, Standing] = {}
        self._watched = False
        self._asking: Optional[EngineTask] = None
        self._questions = Latest()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_POLL_MS)
        self._timer.timeout.connect(self.refresh)
        session.settings_changed.connect(self._servers_changed)

    def follow(self, records: Sequence[RunRecord]) -> None:
        """Say which runs there are; those that no server can be at are left out."""
        before = {record.id for record in self._records}
        self._records = tuple(record for record in records if record.may_be_there)
        now = {record.id for record in self._records}
        self._known = {run_id: known for run_id, known in self._known.items() if run_id in now}
        if now - before:
            self.refresh()

    def watch(self, wanted: bool) -> None:
        """Ask now and then, or no longer."""
        self._watched = wanted
        if wanted:
            self.refresh()
        else:
            self._timer.stop()

    def standing(self, run_id: str) -> Standing:
        """How a run stands, as far as is known."""
        return self._known.get(run_id)

    def refresh(self) -> None:
        """Ask now, unless nobody looks, or there is nothing to ask."""
        self._timer.stop()
        server_at = self._session.settings.server_at
        wanted = [record for record in self._records if self._open(record)]
        asked = [(record.id, record.folder, server_at(record.server)) for record in wanted]
        if not self._watched or not asked or self._asking is not None:
            return
        token = self._questions.ask()
        task = EngineTask(tr("Asking the server"), lambda feedback: standings(asked, feedback), hidden=True)
        task.succeeded.connect(lambda found: self._answered(token, found))
        for signal in (task.failed, task.stopped):
            signal.connect(lambda *_: self._answered(token, {}))
        self._asking = self._session.tasks.start(task)

    def dismiss(self, record: RunRecord) -> None:
        """Tell a server to stop what nobody waits for."""
        server, folder = self._session.settings.server_at(record.server), record.folder
        if server is None:
            error = SceneFillError(
                "no-server",
                f"The run is on {record.server}, which is not among the servers in SceneFill's options.",
                "Enter that server in the options.",
            )
            self.failed.emit(record, error)
            return
        task = EngineTask(_dismissing(record), lambda feedback: dismiss_job(server, folder, feedback), hidden=True)
        task.succeeded.connect(lambda _: self.dismissed.emit(record))
        task.failed.connect(lambda error: self.failed.emit(record, error))
        self._session.tasks.start(task)

    def forget(self, record: RunRecord, after: Callable[[], None]) -> None:
        """Tell a server to stop what nobody will look for; no signal says how that has ended.

        Args:
            record: of the run.
            after: is called in the background then, also if the server could not be told.
        """
        server, folder = self._session.settings.server_at(record.server), record.folder

        def work(feedback: Feedback) -> None:
            try:
                if server is not None:
                    dismiss_job(server, folder, feedback)
            finally:
                after()

        self._session.tasks.start(EngineTask(_dismissing(record), work, hidden=True))

    def close(self) -> None:
        """Nothing is asked, and nothing is told any more."""
        self._questions.ask()
        self._timer.stop()
        self._watched = False
        self._session.settings_changed.disconnect(self._servers_changed)

    def _open(self, record: RunRecord) -> bool:
        """Whether there is something to be told that is not known yet."""
        if record.id not in self._known:
            return True
        known = self._known[record.id]
        if known is None or isinstance(known, JobGone):
            return False
        return not (isinstance(known, JobStatus) and known.ended)

    def _servers_changed(self) -> None:
        """What could not be asked may have become possible."""
        self._known = {run_id: known for run_id, known in self._known.items() if isinstance(known, JobStatus)}
        self.refresh()

    def _answered(self, token: int, found: Mapping[str, Standing]) -> None:
        self._asking = None
        if not self._questions.is_current(token):
            return
        listed = {record.id for record in self._records}
        for run_id, standing in found.items():
            before = self._known.get(run_id)
            if run_id not in listed:
                continue
            self._known[run_id] = standing
            if isinstance(standing, JobStatus) and standing.state == DONE and standing != before:
                self.arrived.emit(run_id)
        self.changed.emit()
        if self._watched and any(self._open(record) for record in self._records):
            self._timer.start()


def standings(asked: Sequence[tuple[str, str, Optional[Server]]], feedback: Feedback) -> dict[str, Standing]:
    """How jobs stand; for a background thread. Each server is asked for its list once.

    Args:
        asked: run's id, its folder and its server, None for one that is not in the options any more.
    """
    found: dict[str, Standing] = {}
    clients: dict[str, ServerClient] = {}
    lists: dict[str, Union[dict[str, JobStatus], SceneFillError]] = {}
    for run_id, folder, server in asked:
        job = job_in(folder)
        if not job or server is None:
            found[run_id] = None
            continue
        if server.url not in lists:
            try:
                clients[server.url] = client_of(server, feedback, patience=PATIENCE)
                lists[server.url] = {status.id: status for status in clients[server.url].jobs()}
            except SceneFillError as error:
                feedback.raise_if_cancelled()
                lists[server.url] = error
        listed = lists[server.url]
        found[run_id] = listed if isinstance(listed, SceneFillError) else listed.get(job)
        if found[run_id] is None:
            found[run_id] = _asked_for(clients[server.url], job, feedback)
    return found


def dismiss_job(server: Server, folder: str, feedback: Feedback) -> None:
    """Stop the job that a folder knows of; for a background thread.

    Raises:
        SceneFillError: of the way to the server.
    """
    job = job_in(folder)
    if job:
        client_of(server, feedback, patience=PATIENCE).dismiss(job)


def job_in(folder: str) -> str:
    """The id of the job that a folder knows of; empty where it knows of none."""
    state = StateFile(Path(folder)).read()
    return "" if state is None else state.job


def _asked_for(client: ServerClient, job: str, feedback: Feedback) -> Standing:
    """A job that the list does not have: it may be on another page of it, or gone."""
    try:
        return client.status(job)
    except SceneFillError as error:
        feedback.raise_if_cancelled()
        if error.details.get("status") in _GONE:
            return JobGone(error.code, error.message, error.hint, error.details)
        return error


def _dismissing(record: RunRecord) -> str:
    return tr("Cancelling “{title}” on the server").format(title=record.title)
