"""How runs stand that a server may still be at: who is asked, how often, and what stays of them on this computer."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from scenefill.core.errors import SceneFillError
from scenefill.core.remote.answers import DONE, RUNNING, JobStatus
from scenefill.core.remote.state import RemoteState, StateFile
from scenefill.plugin.history import RunHistory, RunRecord
from scenefill.plugin.remote import jobs as remote_jobs
from scenefill.plugin.remote.jobs import RemoteJobs
from scenefill.plugin.remote.servers import Server
from scenefill.plugin.run_folders import RunFolders
from scenefill.plugin.runs import RunController
from scenefill.plugin.session import Session
from scenefill.plugin.settings import Settings
from scenefill.tests.qgis.conftest import wait_for_tasks

URL = "https://class.example"
WAIT_MS = 20_000


class Clients:
    """Clients of servers that answer at once, for whoever asks for one.

    Attributes:
        asked: addresses of the servers, in order.
        listed: what their list of jobs says.
        missing: what they answer to a question for a job that is not in it.
        dismissed: ids of jobs.
    """

    def __init__(self) -> None:
        self.asked: list[Server] = []
        self.listed: list[JobStatus] = []
        self.missing = SceneFillError("no-such-job", "There is no such job.", "", {"status": 404})
        self.dismissed: list[str] = []

    def __call__(self, server: Server, feedback: object, **options: object) -> Clients:
        self.asked.append(server)
        return self

    def jobs(self) -> list[JobStatus]:
        return self.listed

    def status(self, job: str) -> JobStatus:
        raise self.missing

    def dismiss(self, job: str) -> None:
        self.dismissed.append(job)


@pytest.fixture
def clients(monkeypatch: pytest.MonkeyPatch) -> Clients:
    made = Clients()
    monkeypatch.setattr(remote_jobs, "client_of", made)
    monkeypatch.setattr(remote_jobs, "_POLL_MS", 20)
    return made


@pytest.fixture
def session(clean_settings: None) -> Iterator[Session]:
    made = Session()
    made.settings = Settings(engine="server", servers=(Server(URL, "Class"),), server_url=URL)
    yield made
    made.close()
    wait_for_tasks()


@pytest.fixture
def jobs(session: Session, clients: Clients) -> Iterator[RemoteJobs]:
    made = RemoteJobs(session)
    yield made
    made.close()


@pytest.fixture
def record(tmp_path: Path) -> RunRecord:
    """A run that QGIS was closed in; its folder knows of a job."""
    return waiting(tmp_path / "run")


def waiting(folder: Path, job: str = "job-1", **more: object) -> RunRecord:
    folder.mkdir(parents=True)
    StateFile(folder).write(RemoteState(URL, "x", job=job, **more))
    return RunRecord(folder.name, "Clouds", str(folder), "interrupted", "2026-01-31T10:00:00Z", server=URL)


def ask(jobs: RemoteJobs, qtbot: QtBot, record: RunRecord) -> None:
    """Look at the list, and wait for the first answer."""
    with qtbot.waitSignal(jobs.changed, timeout=WAIT_MS):
        jobs.watch(True)
        jobs.follow((record,))


# -- who is asked


def test_a_server_that_only_the_environment_names(
    jobs: RemoteJobs, session: Session, clients: Clients, record: RunRecord, qtbot: QtBot
) -> None:
    session.settings = Settings(engine="server", server_url=URL)
    clients.listed = [JobStatus("job-1", RUNNING)]
    ask(jobs, qtbot, record)
    assert jobs.standing(record.id) == clients.listed[0]
    with qtbot.waitSignal(jobs.dismissed, timeout=WAIT_MS):
        jobs.dismiss(record)
    assert clients.dismissed == ["job-1"] and {server.url for server in clients.asked} == {URL}


def test_servers_by_their_address() -> None:
    other = Server("https://other.example", "Other", "abc1234")
    found = Settings(servers=(Server(URL, "Class", "stored1"), other), server_url=URL, server_authcfg="chosen1")
    assert found.server_at(URL) == Server(URL, "Class", "chosen1")
    assert found.server_at(other.url) == other and found.server_at("https://old.example") is None
    assert Settings(server_url=URL).server_at(URL) == Server(URL)


# -- how often


@pytest.mark.parametrize(("status", "again"), [(404, False), (410, False), (503, True), (0, True)])
def test_what_is_gone_there_is_asked_for_once(
    jobs: RemoteJobs, clients: Clients, record: RunRecord, qtbot: QtBot, status: int, again: bool
) -> None:
    clients.missing = SceneFillError("gone", "Something is wrong.", "", {"status": status})
    ask(jobs, qtbot, record)
    found = jobs.standing(record.id)
    assert isinstance(found, SceneFillError) and found.to_dict() == clients.missing.to_dict()
    if again:
        qtbot.waitUntil(lambda: len(clients.asked) > 2, timeout=WAIT_MS)
        return
    qtbot.wait(300)
    jobs.watch(False)
    jobs.watch(True)
    jobs.follow((record,))
    qtbot.wait(100)
    assert len(clients.asked) == 1


# -- what stays here


@pytest.fixture
def folders(tmp_path: Path) -> RunFolders:
    return RunFolders(str(tmp_path), tmp_path / "server-runs")


@pytest.fixture
def old(tmp_path: Path) -> Callable[..., Path]:
    """Makes a folder of a run on a server, so old that it is no longer in the making."""

    def make(name: str, **more: object) -> Path:
        folder = tmp_path / "server-runs" / name
        waiting(folder, **more)
        os.utime(folder, (0, 0))
        return folder

    return make


def test_folders_of_jobs_that_nobody_lists_stay(folders: RunFolders, old: Callable[..., Path]) -> None:
    stay = [old("waits"), old("asked", job="", request={"inputs": []})]
    go = [old("done", result={"outputs": []}), old("cancelled", job=""), old("bare")]
    (go[-1] / "remote.json").unlink()
    os.utime(go[-1], (0, 0))
    assert folders.sweep_lasting([]) == len(go)
    assert all(folder.is_dir() for folder in stay) and not any(folder.exists() for folder in go)


@pytest.mark.parametrize(
    "text", ["", "{", '{"schema": "scenefill-runs/2", "runs": []}', '{"schema": "scenefill-runs/1", "runs": [{}]}']
)
def test_a_list_that_cannot_be_read_costs_no_run(
    session: Session, folders: RunFolders, old: Callable[..., Path], tmp_path: Path, text: str
) -> None:
    path, needed = tmp_path / "runs.json", old("not-begun", job="")
    path.write_text(text, encoding="utf-8")
    history = RunHistory(path)
    assert not history.is_whole
    sweep(session, history, folders)
    assert needed.is_dir()
    path.unlink()
    assert RunHistory(path).is_whole, "a profile that is new has no runs"
    sweep(session, RunHistory(path), folders)
    assert not needed.exists()


def sweep(session: Session, history: RunHistory, folders: RunFolders) -> None:
    """What a QGIS does when it starts."""
    runs = RunController(session, history=history, folders=folders)
    wait_for_tasks()
    runs.close()


def test_who_forgets_a_run_needs_no_folder_of_it(
    session: Session, clients: Clients, folders: RunFolders, tmp_path: Path, qtbot: QtBot
) -> None:
    history = RunHistory(tmp_path / "runs.json")
    lasting, named = waiting(tmp_path / "server-runs" / "lasting"), waiting(tmp_path / "named", "job-2")
    unknown = replace(waiting(tmp_path / "server-runs" / "unknown", "job-3"), server="https://old.example")
    runs = RunController(session, history=history, folders=folders)
    for record in (lasting, named, unknown):
        history.put(record)
        runs.forget(record)
    qtbot.waitUntil(lambda: not Path(lasting.folder).exists() and not Path(unknown.folder).exists(), timeout=WAIT_MS)
    qtbot.waitUntil(lambda: not session.tasks.running, timeout=WAIT_MS)
    assert sorted(clients.dismissed) == ["job-1", "job-2"] and Path(named.folder).is_dir() and runs.records == ()
    runs.close()


def test_what_is_done_there_is_told_once(jobs: RemoteJobs, clients: Clients, record: RunRecord, qtbot: QtBot) -> None:
    told: list[str] = []
    jobs.arrived.connect(told.append)
    clients.listed = [JobStatus("job-1", DONE)]
    ask(jobs, qtbot, record)
    qtbot.wait(100)
    assert told == [record.id] and len(clients.asked) == 1
