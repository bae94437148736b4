"""How far a running job is: what its engine reports and its journal holds, written to the store now and then."""

from __future__ import annotations

import json
import logging
import threading
import time
from pathlib import Path

from sqlalchemy.exc import SQLAlchemyError

from ..core.feedback import Feedback
from .job_store import JobStore

logger = logging.getLogger("scenefill.server")

#: Seconds between two reports of the same stage: each is a transaction.
_INTERVAL = 1.0
#: What has to be seen of a stage until its speed tells how long the rest will take.
_SEEN_SECONDS, _SEEN_FRACTION = 2.0, 0.02
#: Stages whose speed is that of the job.
_TELLING = ("adapt", "windows")


class JournalTail:
    """Counts the windows in a journal that another process is writing to."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._offset = 0
        self._windows: set[str] = set()
        self.total: int | None = None

    @property
    def done(self) -> int:
        """Windows that have a receipt."""
        return len(self._windows)

    def read(self) -> None:
        """Take in what has been written since."""
        try:
            with self._path.open("rb") as stream:
                if stream.seek(0, 2) < self._offset:
                    # It has been started afresh.
                    self._offset, self.total = 0, None
                    self._windows.clear()
                stream.seek(self._offset)
                for line in stream:
                    if not line.endswith(b"\n"):
                        break
                    self._offset += len(line)
                    self._take(json.loads(line))
        except (OSError, ValueError) as error:
            # Its own reader has the last word about it; here it is only watched.
            logger.debug("A journal cannot be read: %s", type(error).__name__)

    def _take(self, line: dict[str, object]) -> None:
        window, total = line.get("window"), line.get("windows")
        if isinstance(window, str):
            self._windows.add(window)
        elif isinstance(total, int):
            self.total = total


class SecondsLeft:
    """Tells from the speed of the stage that takes the time how long the rest of a job will take."""

    def __init__(self) -> None:
        self._stage, self._since, self._from = "", 0.0, 0.0
        self._end: float | None = None

    def estimate(self, stage: str, fraction: float, moment: float) -> float | None:
        """Seconds that are left at ``moment`` (of a monotonic clock); None as long as there is nothing to tell from."""
        if stage in _TELLING:
            if stage != self._stage:
                self._stage, self._since, self._from = stage, moment, fraction
            seen, passed = fraction - self._from, moment - self._since
            if seen >= _SEEN_FRACTION and passed >= _SEEN_SECONDS:
                self._end = moment + passed / seen * (1.0 - fraction)
        return None if self._end is None else round(max(self._end - moment, 0.0), 1)


class JobFeedback(Feedback):
    """Writes a job's progress to the store; asks it to stop when it was dismissed.

    Args:
        cancelled: set when the job is to stop.
        journal: of the job; need not exist yet.
    """

    def __init__(self, store: JobStore, job_id: str, cancelled: threading.Event, journal: Path) -> None:
        self._store, self._id, self._cancelled = store, job_id, cancelled
        self._tail, self._left = JournalTail(journal), SecondsLeft()
        self._stage, self._fraction, self._written = "", 0.0, 0.0

    def progress(self, fraction: float, stage: str) -> None:
        now = time.monotonic()
        changed = stage != self._stage
        self._stage, self._fraction = stage, fraction
        left = self._left.estimate(stage, fraction, now)
        if changed or now - self._written >= _INTERVAL:
            self._written = now
            self._write(left)

    def is_cancelled(self) -> bool:
        return self._cancelled.is_set()

    def log(self, level: str, text: str) -> None:
        # What an engine says may name places and files of the client's.
        logger.debug("engine: %s", text, extra={"job": self._id})

    def preview(self, path: str) -> None:
        logger.debug("There is a preview.", extra={"job": self._id})

    def flush(self) -> None:
        """Write the last state, whenever the one before was written."""
        self._write(None)

    def _write(self, left: float | None) -> None:
        self._tail.read()
        total = self._tail.total
        done = None if total is None else min(self._tail.done, total)
        windows = {"windows_done": done, "windows_total": total}
        try:
            wanted = self._store.progress(self._id, self._stage, self._fraction, **windows, seconds_left=left)
        except SQLAlchemyError as error:
            # The job goes on; it is the status that gets old.
            logger.warning("Progress cannot be written: %s", type(error).__name__, extra={"job": self._id})
            return
        if not wanted:
            self._cancelled.set()
