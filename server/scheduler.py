"""Gives the jobs that wait to the places where they run, and keeps the house in order meanwhile."""

from __future__ import annotations

import datetime
import logging
import threading
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from typing import Any

from sqlalchemy.exc import SQLAlchemyError

from ..core.errors import SceneFillError
from ..core.file_lock import FileLock
from .config import ServerConfig
from .database import Claim, now
from .job_record import JobRecord
from .job_runner import JobRunner, Prepare
from .job_store import JobStore
from .states import DISMISSED, RUNNING, SUCCESSFUL

logger = logging.getLogger("scenefill.server")

#: The process whose jobs an engine runs.
GENERATE = "generate"
#: Seconds after which a place looks for a job although nobody told it of one.
_POLL = 5.0
#: Seconds that a stop waits for the threads; their engines are ended before.
_STOP_SECONDS = 15.0

#: A job that needs no engine: does it, looking at the event now and then, and returns the results to store.
LightJob = Callable[[JobRecord, threading.Event], Sequence[Mapping[str, Any]]]


class Scheduler:
    """Runs jobs: ``config.running`` of ``generate`` at once, each place with an engine process of its own, and those
    that need no engine one after the other beside them.

    Args:
        prepare: makes the engine's job of a record, see :class:`.job_runner.JobRunner`.
        light: by process id, what does jobs that need no engine.
        housekeeping: called with this moment, now and then.
        tick: seconds between two rounds of housekeeping.
    """

    def __init__(
        self,
        store: JobStore,
        config: ServerConfig,
        prepare: Prepare,
        *,
        light: Mapping[str, LightJob] | None = None,
        housekeeping: Sequence[Callable[[datetime.datetime], object]] = (),
        tick: float = 60.0,
    ) -> None:
        self._store, self._config, self._light, self._tick = store, config, dict(light or {}), tick
        self._housekeeping = tuple(housekeeping)
        self._stopping = threading.Event()
        self._runners = [JobRunner(store, config, prepare, self._stopping) for _ in range(max(1, config.running))]
        self._threads = [
            *(self._thread(f"job-{i}", self._heavy_jobs, runner) for i, runner in enumerate(self._runners)),
            self._thread("light-jobs", self._light_jobs),
            self._thread("housekeeping", self._keep_house),
        ]
        self._let_go = ExitStack()
        self._claim: Claim | None = None
        # Whether the database is this server's, as far as it knows.
        self._claimed = True
        # Jobs that the database has as running and nobody here runs.
        self._orphans: set[str] = set()
        # Guards the two below; told whenever there may be something to do.
        self._news = threading.Condition()
        self._news_count = 0
        self._running: dict[str, threading.Event] = {}
        store.listen(self._on_job)

    @property
    def alive(self) -> bool:
        """Whether all of its threads do their work."""
        return not self._stopping.is_set() and all(thread.is_alive() for thread in self._threads)

    @property
    def busy(self) -> bool:
        """Whether any job is run."""
        with self._news:
            return bool(self._running)

    @property
    def pids(self) -> list[int]:
        """Of the engines' processes that there are."""
        return [pid for runner in self._runners if (pid := runner.pid) is not None]

    def start(self) -> None:
        """Take data folder and database, queue again what an earlier server left running, and begin.

        Raises:
            SceneFillError: ``data-folder-busy`` or ``database-busy`` when another server has them.
        """
        with ExitStack() as taken:
            taken.callback(_lock_data(self._config).release)
            self._claim = self._store.claim()
            taken.callback(self._claim.release)
            left = self._store.requeue_running()
            self._let_go = taken.pop_all()
        if left:
            logger.info("Jobs that go on after a restart: %d.", left)
        for thread in self._threads:
            thread.start()

    def stop(self) -> None:
        """End soon. Running jobs stay as they are, to be resumed by the next start; their engines are ended."""
        self._stopping.set()
        with self._news:
            self._news.notify_all()
        for runner in self._runners:
            runner.close()
        for thread in self._threads:
            if thread.ident is not None:
                thread.join(_STOP_SECONDS)
        self._let_go.close()

    # -- jobs --------------------------------------------------------------------------------------------------------

    def _heavy_jobs(self, runner: JobRunner) -> None:
        self._work((GENERATE,), runner.run)

    def _light_jobs(self) -> None:
        if self._light:
            self._work(tuple(self._light), self._do_light)
        self._stopping.wait()

    def _work(self, processes: tuple[str, ...], do: Callable[[JobRecord, threading.Event], None]) -> None:
        """Do one job after the other until the server ends."""
        while not self._stopping.is_set():
            with self._news:
                seen = self._news_count
            try:
                record = self._store.take_next(processes) if self._claimed else None
                if record is not None:
                    self._do(record, do)
                    continue
            except SQLAlchemyError as error:
                logger.error("The database does not answer: %s", type(error).__name__)
                self._stopping.wait(_POLL)
            except Exception:
                logger.exception("A place for jobs was disturbed.")
                self._stopping.wait(_POLL)
            with self._news:
                if self._news_count == seen and not self._stopping.is_set():
                    self._news.wait(_POLL)

    def _do(self, record: JobRecord, do: Callable[[JobRecord, threading.Event], None]) -> None:
        cancelled = threading.Event()
        with self._news:
            self._running[record.id] = cancelled
        try:
            # One that was dismissed between its start and the line above is heard of here, later ones by _on_job.
            if self._store.state(record.id) == RUNNING:
                logger.info("The job starts.", extra={"job": record.id, "owner": record.owner})
                do(record, cancelled)
            if self._store.state(record.id) == DISMISSED:
                self._store.remove_files(record.id)
        finally:
            with self._news:
                del self._running[record.id]

    def _do_light(self, record: JobRecord, cancelled: threading.Event) -> None:
        runner = self._runners[0]
        try:
            results = self._light[record.process](record, cancelled)
        except Exception as error:  # noqa: BLE001 -- whatever ends a job, the next one is to run
            runner.fail(record, error)
            return
        if not cancelled.is_set() and not self._stopping.is_set():
            runner.settle(record, SUCCESSFUL, results=results)

    def _on_job(self, _event: str, record: JobRecord) -> None:
        """A new job, or a new state of one: somebody may have to begin, or to stop."""
        with self._news:
            if record.state == DISMISSED and record.id in self._running:
                self._running[record.id].set()
            if record.state != RUNNING:
                self._news_count += 1
                self._news.notify_all()

    # -- the house ---------------------------------------------------------------------------------------------------

    def _keep_house(self) -> None:
        while True:
            for task in (self._keep_claim, self._recover, self._expire, *self._housekeeping):
                try:
                    task(now())
                except Exception:
                    logger.exception("Housekeeping was disturbed.")
            if self._stopping.wait(self._tick):
                return

    def _keep_claim(self, _moment: datetime.datetime) -> None:
        """A database that has been away may have let go of this server's claim, and another server may have it now: it
        runs the jobs then."""
        if self._claim is None:
            return
        before, self._claimed = self._claimed, self._claim.holds()
        if before and not self._claimed:
            logger.error("Another server has taken the database: no jobs are run here.")
            with self._news:
                for cancelled in self._running.values():
                    cancelled.set()

    def _recover(self, _moment: datetime.datetime) -> None:
        """Let jobs wait again that a failing database has made nobody's: taken, but never begun, or not ended.

        Seen twice, so that one that is just being taken or ended is left alone.
        """
        if not self._claimed:
            return
        found = self._store.running()
        with self._news:
            orphans = found - set(self._running)
        again = orphans & self._orphans
        self._orphans = orphans - again
        if again:
            logger.warning("Jobs that nobody runs are queued again: %d.", self._store.requeue_running(again))
            with self._news:
                self._news_count += 1
                self._news.notify_all()

    def _expire(self, moment: datetime.datetime) -> None:
        with self._news:
            busy = set(self._running)
        removed = self._store.expire(moment, busy)
        if removed:
            logger.info("Jobs whose files were removed: %d.", removed)

    def _thread(self, name: str, target: Callable[..., None], *arguments: Any) -> threading.Thread:
        # A daemon: a thread that hangs in a library must not keep a server that was told to end.
        return threading.Thread(target=target, args=arguments, name=f"scenefill-{name}", daemon=True)


def _lock_data(config: ServerConfig) -> FileLock:
    try:
        config.jobs_folder.mkdir(parents=True, exist_ok=True)
        lock = config.data / "server.lock"
        lock.touch()
    except OSError as error:
        raise SceneFillError(
            "folder-not-writable",
            f"The server cannot write to its data folder '{config.data}': {error.strerror}.",
            "Choose another one, or change its permissions.",
        ) from error
    try:
        return FileLock(lock)
    except OSError as error:
        raise SceneFillError(
            "data-folder-busy",
            f"Another server is using the data folder '{config.data}'.",
            "Stop it, or choose another data folder.",
        ) from error
