"""Runs one job after the other in an engine process of its own, from the queue's record to the stored results."""

from __future__ import annotations

import dataclasses
import json
import logging
import os
import re
import threading
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from sqlalchemy.exc import SQLAlchemyError

from ..core.engine.journal import JOURNAL
from ..core.engine.result import Result
from ..core.errors import JobCancelled, SceneFillError
from ..core.failures import describe
from ..core.job import Job, Output, job_to_dict
from ..core.worker.client import EngineClient
from .checking.gdal_settings import engine_settings
from .config import ServerConfig
from .database import DATABASE_DOWN
from .job_failures import public_error
from .job_progress import JobFeedback
from .job_record import JobRecord
from .job_store import JobStore
from .results import RESULTS_FOLDER, stored_results
from .states import DISMISSED, FAILED, SUCCESSFUL

logger = logging.getLogger("scenefill.server")

#: How often a job is tried again whose engine died.
RETRIES = 2
#: Seconds that the engine of a server that was killed has to let go of a job's folder.
_BUSY_SECONDS = 60.0
#: How an engine's process ends that was killed, at work or before it was ready.
_DIED = ("worker-died", "worker-start")
_PAUSE = 0.5
#: Seconds between two tries to reach the database.
_DATABASE_PAUSE = 5.0
#: What the engine need not know. Ray's processes find each other by a token in their environment.
_SECRET = re.compile(r"(?!RAY_).*(TOKEN|PASSW|PGPASS|SECRET|CREDENTIAL|API_?KEY|DATABASE)", re.IGNORECASE)


#: Makes the engine's job of a record, and asks whether to stop.
Prepare = Callable[[JobRecord, Callable[[], bool]], Job]


class ServerEngine(EngineClient):
    """The engine for what strangers sent: GDAL opens nothing but the formats that have been checked."""

    def __init__(self, config: ServerConfig) -> None:
        super().__init__(config.python, threads=config.threads or 0)
        self._interpreter = config.python

    def _environment(self) -> Mapping[str, str]:
        # Found out when it is needed, which is not while the server starts.
        kept = {name: value for name, value in os.environ.items() if not _SECRET.match(name)}
        return {**kept, **engine_settings(self._interpreter)}


class JobRunner:
    """One place where a job can run.

    Args:
        prepare: makes the engine's job of a record: paths for references. It is called again for a job that goes on
            after a restart, and must then give the same paths to unchanged files, or the job starts from its beginning.
            It asks now and then whether to stop, and raises ``JobCancelled`` then. The output folder is chosen here.
        stopping: set when the server ends; running jobs are left as they are.
    """

    def __init__(self, store: JobStore, config: ServerConfig, prepare: Prepare, stopping: threading.Event) -> None:
        self._store, self._config, self._prepare, self._stopping = store, config, prepare, stopping
        self._engine = ServerEngine(config)

    @property
    def pid(self) -> int | None:
        """Of the engine's process, None where there is none."""
        return self._engine.pid

    def close(self) -> None:
        """End the engine now; the job that it runs can be resumed."""
        self._engine.close()

    def run(self, record: JobRecord, cancelled: threading.Event) -> None:
        """Run a job to its end, whatever that is. Once ``cancelled`` is set it stops at the next denoising step."""
        while not self._run_once(record, cancelled):
            # It goes on from its journal when the database is back.
            if self._stopping.wait(_DATABASE_PAUSE) or cancelled.is_set():
                return

    def _run_once(self, record: JobRecord, cancelled: threading.Event) -> bool:
        """False where nothing but the database was in the way."""
        folder = self._store.folder(record.id)
        feedback = JobFeedback(self._store, record.id, cancelled, folder / RESULTS_FOLDER / JOURNAL)

        def stops() -> bool:
            return cancelled.is_set() or self._stopping.is_set()

        try:
            folder.mkdir(parents=True, exist_ok=True)
            job = dataclasses.replace(self._prepare(record, stops), output=Output(str(folder / RESULTS_FOLDER)))
            _write_job(folder / "job.json", job)
            result = self._draw(record, job, feedback, cancelled)
            results = stored_results(result, folder / RESULTS_FOLDER)
            feedback.flush()
        except JobCancelled as error:
            if not self._stopping.is_set() and not cancelled.is_set():
                self.fail(record, error)
        except DATABASE_DOWN as error:
            logger.warning("A job waits for the database: %s", type(error).__name__, extra={"job": record.id})
            return False
        except Exception as error:  # noqa: BLE001 -- whatever ends a job, the next one is to run
            self.fail(record, error)
        else:
            self.settle(record, SUCCESSFUL, results=results)
        return True

    def settle(self, record: JobRecord, state: str, **outcome: Any) -> None:
        """Write the end of a job, for as long as it takes until the database takes it."""
        while True:
            try:
                ended = self._store.finish(record.id, state, **outcome)
            except SQLAlchemyError as error:
                logger.error("The end of a job cannot be written: %s", type(error).__name__, extra={"job": record.id})
                # Unwritten, the job still counts as running, and is resumed when the server starts again.
                if self._stopping.wait(_DATABASE_PAUSE):
                    return
            else:
                if ended.state != DISMISSED:
                    logger.info("The job is %s.", ended.state, extra={"job": record.id, "code": ended.error_code})
                return

    def _draw(self, record: JobRecord, job: Job, feedback: JobFeedback, cancelled: threading.Event) -> Result:
        """The engine's result; a job that was begun goes on, and one whose engine died is tried again."""
        patience = time.monotonic() + _BUSY_SECONDS
        resume = (Path(job.output.folder) / JOURNAL).exists()
        while True:
            try:
                return self._engine.run(job, feedback, resume=resume, executor=self._executor())
            except SceneFillError as error:
                if resume and error.code in ("resume-mismatch", "nothing-to-resume"):
                    resume = False
                elif error.code == "folder-busy" and time.monotonic() < patience:
                    cancelled.wait(_PAUSE)
                elif error.code in _DIED and self._store.count_attempt(record.id) <= RETRIES:
                    logger.warning(
                        "The engine died and the job is resumed: %s",
                        error.details.get("exit_status"),
                        extra={"job": record.id, "code": error.code},
                    )
                    resume = (Path(job.output.folder) / JOURNAL).exists()
                else:
                    raise

    def _executor(self) -> Mapping[str, Any] | None:
        if self._config.executor != "ray":
            return None
        return {"kind": "ray", "workers": self._config.ray_workers or 1, "address": self._config.ray_address}

    def fail(self, record: JobRecord, error: BaseException) -> None:
        described = describe(error)
        members = {"job": record.id, "code": described.code}
        if described is error:
            logger.warning("The job failed: %s", described.code, extra=members)
        else:
            logger.error("The job failed.", exc_info=error, extra=members)
        self.settle(record, FAILED, error=public_error(described, self._config.data))


def _write_job(path: Path, job: Job) -> None:
    """For whoever looks into the folder: what the engine is given."""
    aside = path.with_name(path.name + ".part")
    aside.write_text(json.dumps(job_to_dict(job), indent=1), encoding="utf-8")
    aside.replace(path)
