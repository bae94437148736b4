"""Figures of a server that take a look at its database: for metrics, and for how fast it is."""

from __future__ import annotations

from dataclasses import dataclass

import sqlalchemy as sa

from .database import Database, JobRow, UploadRow
from .states import RUNNING, SUCCESSFUL

#: Of the jobs that a server's speed is told from.
LAST_JOBS = 20


@dataclass(frozen=True)
class RunningJob:
    """How far a running job is: its id, windows that are drawn, and seconds since it was started."""

    id: str
    windows: int
    seconds: float


class Figures:
    """Read from the tables, at the moment of asking."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def speeds(self) -> list[tuple[float, int]]:
        """Seconds and pixels of the last jobs that were drawn without an interruption, the newest first."""
        drawn = sa.and_(JobRow.state == SUCCESSFUL, JobRow.pixels > 0, JobRow.seconds > 0)
        drawn = sa.and_(drawn, JobRow.attempts == 0, JobRow.restarts == 0)
        query = sa.select(JobRow.seconds, JobRow.pixels).where(drawn).order_by(JobRow.number.desc()).limit(LAST_JOBS)
        with self._database.session() as session:
            return [(float(seconds or 0.0), int(pixels)) for seconds, pixels in session.execute(query)]

    def running(self) -> list[RunningJob]:
        """The jobs that run."""
        query = sa.select(JobRow.id, JobRow.windows_done, JobRow.started, JobRow.updated).where(JobRow.state == RUNNING)
        with self._database.session() as session:
            rows = list(session.execute(query))
        return [
            RunningJob(job_id, int(done or 0), 0.0 if started is None else (updated - started).total_seconds())
            for job_id, done, started, updated in rows
        ]

    def uploads(self) -> tuple[int, int]:
        """How many uploads are kept, and the bytes of them that have come."""
        query = sa.select(sa.func.count(), sa.func.coalesce(sa.func.sum(UploadRow.offset), 0))
        with self._database.session() as session:
            count, size = session.execute(query).one()
        return int(count), int(size)
