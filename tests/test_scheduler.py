"""The scheduler with real engine processes: jobs succeed, stop, survive a killed engine and a killed server."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from scenefill.core.engine.run import run_job
from scenefill.core.errors import JobCancelled, SceneFillError
from scenefill.core.job import Job, load_job
from scenefill.core.worker.client import EngineClient
from scenefill.server.config import ServerConfig
from scenefill.server.database import Database, now
from scenefill.server.job_failures import public_error
from scenefill.server.job_progress import JournalTail, SecondsLeft
from scenefill.server.job_record import JobRecord
from scenefill.server.job_store import JobStore
from scenefill.server.migrations import upgrade
from scenefill.server.scheduler import Scheduler
from scenefill.server.states import ACCEPTED, DISMISSED, FAILED, RUNNING, SUCCESSFUL
from scenefill.tests.engine_scene import files_of, fill_job
from scenefill.tests.processes import workers, workers_left
from sqlalchemy.exc import OperationalError

#: Far longer than anything takes: a test that waits this long has failed.
PATIENCE = 240.0
ESTIMATE = {"mode": "estimate", "steps": 2, "samples": 3, "seed": 42, "adapt": {"steps": 0}}
#: So many evaluations of the network that nobody waits for their end.
ENDLESS = {**ESTIMATE, "steps": 64, "samples": 64}


@pytest.fixture(scope="module", autouse=True)
def own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Speeds of toy models are not remembered for the user."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SCENEFILL_CACHE", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture(scope="module")
def place(small_place: dict[str, Path]) -> dict[str, Path]:
    return small_place


@pytest.fixture(scope="module")
def uninterrupted(place: dict[str, Path], model: str, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The files of the job as this process makes them."""

    out = tmp_path_factory.mktemp("uninterrupted") / "out"
    run_job(fill_job(place, out, model=model, sampling=ESTIMATE), threads=1)
    return files_of(out)


class Bench:
    """A store and schedulers over one data folder."""

    def __init__(self, folder: Path, place: dict[str, Path], model: str) -> None:
        self.config = ServerConfig(folder / "data", threads=1)
        self.database = Database(self.config.database)
        upgrade(self.database)
        self.store = JobStore(self.database, self.config)
        self._place, self._model = place, model
        self.schedulers: list[Scheduler] = []

    def prepare(self, record: JobRecord, is_cancelled: Callable[[], bool] = lambda: False) -> Job:
        asked = record.inputs
        if "error" in asked:
            raise SceneFillError(**asked["error"])
        return fill_job(self._place, self.config.data / "nowhere", model=self._model, sampling=asked["sampling"])

    def start(self, **options: Any) -> Scheduler:
        scheduler = Scheduler(self.store, self.config, self.prepare, **options)
        self.schedulers.append(scheduler)
        scheduler.start()
        return scheduler

    def submit(self, sampling: Any = ESTIMATE, owner: str = "ann", process: str = "generate", **more: Any) -> JobRecord:
        return self.store.submit(owner, process, {"sampling": sampling, **more}, pixels=150 * 170)[0]

    def look(self, record: JobRecord) -> JobRecord:
        return self.store.get(record.owner, record.id)

    def wait(self, record: JobRecord, *states: str) -> JobRecord:
        wait_until(lambda: self.look(record).state in states)
        return self.look(record)

    def wait_for_windows(self, record: JobRecord, count: int = 1) -> None:
        """Until the engine has finished some windows of the job; they need not have been reported."""
        journal = self.folder(record) / "journal.jsonl"

        def drawn() -> bool:
            return journal.exists() and journal.read_text(encoding="utf-8").count('"sha256": "') >= count

        wait_until(lambda: drawn() or self.look(record).state not in (ACCEPTED, RUNNING))

    def folder(self, record: JobRecord) -> Path:
        return self.store.folder(record.id) / "results"

    def close(self) -> None:
        for scheduler in self.schedulers:
            scheduler.stop()
        self.database.close()


@pytest.fixture
def bench(tmp_path: Path, place: dict[str, Path], model: str) -> Iterator[Bench]:
    known = {worker.pid for worker in workers()}
    made = Bench(tmp_path, place, model)
    yield made
    made.close()
    assert workers_left(known, 10.0) == []


@pytest.fixture(scope="module")
def warm(tmp_path_factory: pytest.TempPathFactory, place: dict[str, Path], model: str) -> Iterator[Bench]:
    """A bench whose scheduler runs, for tests that leave it so."""
    made = Bench(tmp_path_factory.mktemp("warm"), place, model)
    made.start(light={"echo": echo})
    yield made
    made.close()
    assert workers_left(set(), 10.0) == []


def echo(record: JobRecord, cancelled: threading.Event) -> list[dict[str, Any]]:
    if record.inputs.get("pause"):
        cancelled.wait(PATIENCE)
    if record.inputs.get("broken"):
        raise ValueError("what it was is for the log")
    return [{"output": "text"}]


def wait_until(true: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE
    while not true() and time.monotonic() < deadline:
        time.sleep(0.02)
    assert true()


def away() -> OperationalError:
    return OperationalError("SELECT", {}, Exception("the database is being restarted"))


# -- a database that is away -------------------------------------------------------------------------------------------


def test_a_job_that_was_taken_and_never_begun_is_queued_again(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    state, failures = bench.store.state, [away()]

    def failing(job_id: str) -> str | None:
        if failures:
            raise failures.pop()
        return state(job_id)

    monkeypatch.setattr(bench.store, "state", failing)
    monkeypatch.setattr("scenefill.server.scheduler._POLL", 0.1)
    record = bench.submit(process="echo")
    bench.start(light={"echo": echo}, tick=0.2)
    done = bench.wait(record, SUCCESSFUL, FAILED)
    assert (done.state, done.restarts, failures) == (SUCCESSFUL, 1, [])


def test_a_job_waits_for_the_database(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    """While its inputs are prepared; and its engine's death can be counted when it is back."""
    prepare, prepared, count = bench.prepare, [away(), away()], bench.store.count_attempt
    counted = [away()]

    def failing(record: JobRecord, is_cancelled: Callable[[], bool]) -> Job:
        if prepared:
            raise prepared.pop()
        return prepare(record, is_cancelled)

    def failing_count(job_id: str) -> int:
        if counted:
            raise counted.pop()
        return count(job_id)

    monkeypatch.setattr(bench, "prepare", failing)
    monkeypatch.setattr(bench.store, "count_attempt", failing_count)
    monkeypatch.setattr("scenefill.server.job_runner._DATABASE_PAUSE", 0.1)
    record = bench.submit()
    scheduler = bench.start()
    bench.wait_for_windows(record)
    for pid in scheduler.pids:
        os.kill(pid, signal.SIGKILL)
    assert bench.wait(record, SUCCESSFUL, FAILED).state == SUCCESSFUL
    assert (prepared, counted) == ([], [])


def test_without_its_claim_a_server_runs_nothing(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another server runs the jobs then; what ran here is left for it, or for later."""
    holds = {"claim": True}
    monkeypatch.setattr("scenefill.server.database._FileClaim.holds", lambda claim: holds["claim"])
    monkeypatch.setattr("scenefill.server.scheduler._POLL", 0.1)
    bench.start(light={"echo": echo}, tick=0.1)
    running = bench.wait(bench.submit(process="echo", pause=True), RUNNING)
    holds["claim"] = False
    wait_until(lambda: not bench.schedulers[0].busy)
    waiting = bench.submit(process="echo")
    time.sleep(0.5)
    assert [bench.look(record).state for record in (running, waiting)] == [RUNNING, ACCEPTED]
    holds["claim"] = True
    bench.wait(waiting, SUCCESSFUL)
    bench.wait(running, RUNNING)
    wait_until(lambda: bench.look(running).restarts == 1)
    bench.store.dismiss("ann", running.id)


# -- jobs ------------------------------------------------------------------------------------------------------------


def test_a_job_succeeds_with_the_bytes_of_the_engine(warm: Bench, uninterrupted: dict[str, bytes]) -> None:
    record = warm.submit()
    done = warm.wait(record, SUCCESSFUL, FAILED)
    assert (done.state, done.error) == (SUCCESSFUL, None)
    assert (done.fraction, done.attempts, done.restarts, done.seconds_left) == (1.0, 0, 0, None)
    assert done.windows_done == done.windows_total > 0
    folder = warm.folder(record)
    assert files_of(folder) == uninterrupted
    results = {item["output"]: item for item in done.results}
    assert list(results)[-1] == "item"
    rasters = {name for name in uninterrupted if name.endswith(".tif")}
    # The names of a provenance raster's categories lie beside it.
    beside = {path.name for path in folder.glob("*.tif.aux.xml")}
    assert beside
    assert {item["file"] for item in done.results} == {*rasters, *beside, "scenefill.json"}
    assert results["optical_filled_provenance_aux"]["roles"] == ["metadata"]
    assert results["optical_filled"]["roles"] == ["data"]
    assert results["optical_filled"]["modalities"][0] == "optical"
    assert results["item"]["type"] == "application/geo+json"
    for item in done.results:
        assert (folder / item["file"]).stat().st_size == item["length"]
    assert str(warm.config.data) not in json.dumps(done.results)
    kept = load_job(folder.parent / "job.json")
    assert Path(kept.output.folder) == folder
    assert warm.schedulers[0].alive


def test_what_cannot_be_prepared_fails(warm: Bench) -> None:
    failed = warm.wait(warm.submit(error={"code": "no-overlap", "message": "Nowhere."}), FAILED)
    assert failed.error == {"code": "no-overlap", "message": "Nowhere.", "hint": ""}


def test_dismissing_reaches_what_is_being_prepared(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    def prepare(record: JobRecord, is_cancelled: Callable[[], bool]) -> Job:
        wait_until(is_cancelled)
        raise JobCancelled()

    monkeypatch.setattr(bench, "prepare", prepare)
    bench.start()
    record = bench.wait(bench.submit(), RUNNING)
    bench.store.dismiss("ann", record.id)
    wait_until(lambda: bench.look(record).removed and not bench.schedulers[0].busy)
    assert bench.look(record).state == DISMISSED


def test_light_jobs_do_not_wait_for_the_engine_and_a_running_one_stops(
    warm: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    # A busy machine may take long to come to the next place where a run can stop.
    monkeypatch.setattr(EngineClient, "GRACE_SECONDS", 60.0)
    heavy = warm.submit(ENDLESS)
    wait_until(lambda: warm.look(heavy).stage == "windows")
    done = warm.wait(warm.submit(process="echo"), SUCCESSFUL)
    assert done.results == ({"output": "text"},)
    broken = warm.wait(warm.submit(process="echo", broken=True), FAILED)
    assert broken.error_code == "internal"
    assert "log" not in broken.error["message"]
    long = warm.submit(process="echo", pause=True)
    warm.wait(long, RUNNING)
    assert warm.look(heavy).state == RUNNING
    pids = warm.schedulers[0].pids
    for record in (long, heavy):
        assert warm.store.dismiss("ann", record.id).state == DISMISSED
        wait_until(lambda record=record: warm.look(record).removed)
        assert not warm.store.folder(record.id).exists()
    # The engine stopped by itself, and is warm for the next one.
    assert warm.schedulers[0].pids == pids


def test_a_killed_engine_costs_only_windows_in_flight(warm: Bench, uninterrupted: dict[str, bytes]) -> None:
    record = warm.submit()
    warm.wait_for_windows(record)
    os.kill(warm.schedulers[0].pids[0], signal.SIGKILL)
    done = warm.wait(record, SUCCESSFUL, FAILED)
    assert (done.state, done.attempts, done.error) == (SUCCESSFUL, 1, None)
    assert files_of(warm.folder(record)) == uninterrupted


def test_a_job_that_always_kills_its_engine_fails(bench: Bench) -> None:
    scheduler = bench.start()
    assert scheduler.alive
    record = bench.submit(ENDLESS)
    killed: set[int] = set()

    def kill() -> bool:
        for pid in set(scheduler.pids) - killed:
            killed.add(pid)
            os.kill(pid, signal.SIGKILL)
        return bench.look(record).state == FAILED

    wait_until(kill)
    failed = bench.look(record)
    assert (failed.attempts, len(killed)) == (3, 3)
    assert failed.error_code in ("worker-start", "worker-died")
    assert set(failed.error) == {"code", "message", "hint"}
    scheduler.stop()
    assert not scheduler.alive


# -- the end of the server -------------------------------------------------------------------------------------------


def test_stop_leaves_a_job_that_the_next_start_resumes(bench: Bench, uninterrupted: dict[str, bytes]) -> None:
    first = bench.start()
    record = bench.submit()
    bench.wait_for_windows(record)
    first.stop()
    assert bench.look(record).state == RUNNING
    journal = bench.folder(record) / "journal.jsonl"
    receipts = journal.read_text(encoding="utf-8").count('"window"')
    assert receipts > 0
    second = bench.start()
    done = bench.wait(record, SUCCESSFUL, FAILED)
    assert (done.state, done.attempts, done.restarts) == (SUCCESSFUL, 0, 1)
    result = json.loads(journal.read_text(encoding="utf-8").splitlines()[-1])["result"]
    assert result["stats"]["resumed"] >= receipts
    assert files_of(bench.folder(record)) == uninterrupted
    second.stop()


SERVER = """
import sys, time
from pathlib import Path
from scenefill.core.job import load_job
from scenefill.server.config import ServerConfig
from scenefill.server.database import Database
from scenefill.server.job_store import JobStore
from scenefill.server.scheduler import Scheduler
config = ServerConfig(Path(sys.argv[1]), threads=1)
store = JobStore(Database(config.database), config)
Scheduler(store, config, lambda record, stops: load_job(sys.argv[2])).start()
time.sleep(600)
"""


def test_a_killed_server_leaves_no_orphan_and_its_job_goes_on(
    bench: Bench, tmp_path: Path, uninterrupted: dict[str, bytes]
) -> None:
    from scenefill.core.job import job_to_dict

    record = bench.submit()
    asked = tmp_path / "asked.json"
    asked.write_text(json.dumps(job_to_dict(bench.prepare(record))), encoding="utf-8")
    server = subprocess.Popen([sys.executable, "-c", SERVER, str(bench.config.data), str(asked)])
    try:
        bench.wait_for_windows(record)
    finally:
        server.kill()
        server.wait(PATIENCE)
    assert bench.look(record).state == RUNNING
    # At once: the engine that was left may still be at its last step.
    bench.start()
    done = bench.wait(record, SUCCESSFUL, FAILED)
    assert (done.state, done.error, done.restarts) == (SUCCESSFUL, None, 1)
    assert files_of(bench.folder(record)) == uninterrupted


def test_one_server_for_a_data_folder(bench: Bench) -> None:
    first = bench.start()
    with pytest.raises(SceneFillError) as raised:
        bench.start()
    assert raised.value.code == "data-folder-busy"
    assert first.alive
    first.stop()
    assert bench.start().alive


# -- the house -------------------------------------------------------------------------------------------------------


def test_housekeeping(bench: Bench) -> None:
    called, twice = [], threading.Event()

    def clean(moment: Any) -> None:
        called.append(moment)
        if len(called) == 2:
            twice.set()
        raise OSError("it is called again all the same")

    bench.start(housekeeping=[clean], tick=0.05)
    assert twice.wait(PATIENCE)
    assert called[0] < called[1] <= now()
    assert bench.schedulers[0].alive


# -- parts -----------------------------------------------------------------------------------------------------------


def test_journal_tail(tmp_path: Path) -> None:
    path = tmp_path / "journal.jsonl"
    tail = JournalTail(path)
    tail.read()
    assert (tail.done, tail.total) == (0, None)
    path.write_text(
        '{"schema": "x"}\n{"windows": 3}\n{"window": "0_0", "sha256": null}\n{"window": "0_', encoding="utf-8"
    )
    tail.read()
    assert (tail.done, tail.total) == (1, 3)
    with path.open("a", encoding="utf-8") as stream:
        stream.write('1"}\n{"window": "0_1"}\n{"result": {}}\n')
    tail.read()
    assert tail.done == 2
    path.write_text('{"windows": 5}\n', encoding="utf-8")
    tail.read()
    assert (tail.done, tail.total) == (0, 5)


def test_seconds_left() -> None:
    left = SecondsLeft()
    assert left.estimate("overview", 0.05, 10.0) is None
    assert left.estimate("windows", 0.1, 20.0) is None
    assert left.estimate("windows", 0.11, 30.0) is None
    assert left.estimate("windows", 0.5, 40.0) == 25.0
    assert left.estimate("assemble", 0.9, 60.0) == 5.0
    assert left.estimate("write", 0.99, 80.0) == 0.0


def test_clients_are_told_no_paths(tmp_path: Path) -> None:
    error = SceneFillError("no-crs", f"'{tmp_path}/uploads/ab12.upload' has no CRS.", f"See {tmp_path}.", {"path": "x"})
    told = public_error(error, tmp_path)
    assert told == {"code": "no-crs", "message": "'ab12.upload' has no CRS.", "hint": f"See {tmp_path.name}."}
    assert "secret" not in str(public_error(SceneFillError("internal", "KeyError: secret"), tmp_path))
