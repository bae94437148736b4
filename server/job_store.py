"""The jobs of a server: every change of one is a method here, in one transaction."""

from __future__ import annotations

import datetime
import json
import logging
import secrets
import shutil
from collections.abc import Callable, Collection, Mapping, Sequence
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session, defer

from ..core.engine.journal import digest
from .config import ServerConfig
from .database import Claim, Database, JobRow, now
from .job_errors import full_queue, gone, key_used, no_job, over_quota
from .job_queries import by_key, conditions, locked, owned, served_turns, waiting_jobs
from .job_record import JobFilter, JobRecord
from .queue_order import in_order
from .quotas import Quota
from .states import ACCEPTED, DISMISSED, FAILED, RUNNING, STATES, SUCCESSFUL, UNFINISHED, check_transition

logger = logging.getLogger("scenefill")

#: What listeners are told.
SUBMITTED, CHANGED = "submitted", "changed"
#: The name of the lock under which jobs are counted and then added or taken.
_QUEUE = "queue"
#: Characters of a request that are kept when the job is over.
KEPT_REQUEST = 65_536


class JobStore:
    """Jobs in a database, with a folder each. Safe to use from any number of threads.

    Args:
        database: migrated.
        config: for the limits, the folder of the jobs, and how long they are kept.
        clock: this moment in UTC.
    """

    def __init__(self, database: Database, config: ServerConfig, clock: Callable[[], datetime.datetime] = now) -> None:
        self._database, self._config, self._now = database, config, clock
        self._listeners: list[Callable[[str, JobRecord], None]] = []

    def listen(self, listener: Callable[[str, JobRecord], None]) -> None:
        """Have ``listener`` told, in the thread of the change, of jobs that are :data:`SUBMITTED` or whose state has
        :data:`CHANGED`."""
        self._listeners.append(listener)

    def claim(self) -> Claim:
        """Become the only one that runs these jobs; see :meth:`.database.Database.claim`."""
        return self._database.claim()

    def folder(self, job_id: str) -> Path:
        """Where the job's files are; not made here.

        Raises:
            SceneFillError: ``no-such-job`` for an id that this store has not made.
        """
        if len(job_id) != 32 or not set(job_id) <= set("0123456789abcdef"):
            raise no_job(job_id)
        return self._config.jobs_folder / job_id

    # -- by clients --------------------------------------------------------------------------------------------------

    def submit(
        self,
        owner: str,
        process: str,
        request: Any,
        idempotency_key: str | None = None,
        pixels: int = 0,
        *,
        quota: Quota | None = None,
        uploads: Sequence[str] = (),
    ) -> tuple[JobRecord, bool]:
        """Put a job into the queue, or find the one that the same request made before.

        Args:
            request: JSON.
            idempotency_key: a second request with the same key makes no second job.
            pixels: of the job's grid.
            quota: of the owner; None for the server's own.
            uploads: ids of the uploads that the job reads.

        Returns:
            The job, and whether it is a new one.

        Raises:
            SceneFillError: ``queue-full`` (``details["retry_after"]`` in seconds), ``quota``, or
                ``idempotency-mismatch`` when the key belongs to another request.
        """
        quota = self._config.quota if quota is None else quota
        if quota.pixels is not None and pixels > quota.pixels:
            raise over_quota("pixels", quota.pixels)
        text = json.dumps(request, sort_keys=True, separators=(",", ":"), allow_nan=False)
        fingerprint = digest({"process": process, "request": request})
        with self._database.transaction(_QUEUE) as session:
            known = by_key(session, owner, idempotency_key)
            if known is not None:
                if known.request_digest != fingerprint:
                    raise key_used()
                return JobRecord.of(known), False
            self._check_room(session, owner, process, quota)
            moment = self._now()
            row = JobRow(
                id=secrets.token_hex(16),
                owner=owner,
                process=process,
                request=text,
                request_digest=fingerprint,
                idempotency_key=idempotency_key,
                pixels=pixels,
                uploads=list(uploads),
                running_quota=quota.running,
                state=ACCEPTED,
                attempts=0,
                restarts=0,
                fraction=0.0,
                removed=False,
                created=moment,
                updated=moment,
            )
            session.add(row)
            session.flush()
            record = JobRecord.of(row)
        self._tell(SUBMITTED, record)
        return record, True

    def get(self, owner: str, job_id: str, *, whole: bool = False) -> JobRecord:
        """A job of the owner's.

        Args:
            whole: with its request, which may be large.

        Raises:
            SceneFillError: ``no-such-job``; also for the job of somebody else.
        """
        with self._database.session() as session:
            return JobRecord.of(owned(session, owner, job_id, whole=whole), whole=whole)

    def list(
        self, owner: str, filters: JobFilter | None = None, limit: int = 100, offset: int = 0
    ) -> tuple[list[JobRecord], int]:
        """The owner's jobs without their requests, the newest first, and how many there are without ``limit`` and
        ``offset``."""
        wanted = [JobRow.owner == owner, *conditions(filters or JobFilter(), self._now())]
        with self._database.session() as session:
            total = session.scalar(sa.select(sa.func.count()).select_from(JobRow).where(*wanted))
            query = sa.select(JobRow).where(*wanted).order_by(JobRow.number.desc()).limit(limit).offset(offset)
            rows = session.scalars(query.options(defer(JobRow.request)))
            return [JobRecord.of(row, whole=False) for row in rows], int(total or 0)

    def position(self, record: JobRecord) -> int | None:
        """The place of a job in the queue: 1 is next; None for one that does not wait."""
        return self.positions().get(record.id)

    def positions(self) -> dict[str, int]:
        """The place of every waiting job among those of its process by its id, 1 being next."""
        found: dict[str, int] = {}
        with self._database.session() as session:
            served = served_turns(session)
            for process in session.scalars(sa.select(JobRow.process).where(JobRow.state == ACCEPTED).distinct()):
                waiting = waiting_jobs(session, (process,))
                found.update((waiting[job], place) for place, job in enumerate(in_order(waiting, served), 1))
        return found

    def dismiss(self, owner: str, job_id: str) -> JobRecord:
        """Dismiss a job, whatever its state: it does not start, stops, or loses its files.

        The files of a running one go when its engine has stopped.

        Raises:
            SceneFillError: ``no-such-job``, or ``gone`` for one that is dismissed already.
        """
        with self._database.transaction() as session:
            row = owned(session, owner, job_id, lock=True)
            if row.state == DISMISSED:
                raise gone(job_id)
            was_running = row.state == RUNNING
            self._end(row, DISMISSED)
            row.results = None
            record = JobRecord.of(row)
        if not was_running:
            self.remove_files(job_id)
        self._tell(CHANGED, record)
        return record

    # -- by the scheduler --------------------------------------------------------------------------------------------

    def take_next(self, processes: Collection[str] = ()) -> JobRecord | None:
        """The job whose turn it is, running from now on; None when none waits or their owners run all they may.

        Args:
            processes: only jobs of these; of any if empty.
        """
        with self._database.transaction(_QUEUE) as session:
            waiting, served = waiting_jobs(session, processes), served_turns(session)
            if not waiting:
                return None
            counted = sa.select(JobRow.owner, sa.func.count()).where(JobRow.state == RUNNING).group_by(JobRow.owner)
            running = {owner: count for owner, count in session.execute(counted)}
            for job in in_order(waiting, served):
                row = locked(session, waiting[job])
                if row is None or row.state != ACCEPTED:
                    continue
                if row.running_quota is not None and running.get(row.owner, 0) >= row.running_quota:
                    continue
                check_transition(row.state, RUNNING)
                row.state, row.turn = RUNNING, max(served.values(), default=0) + 1
                row.updated = self._now()
                row.started = row.started or row.updated
                session.flush()
                record = JobRecord.of(row)
                break
            else:
                return None
        self._tell(CHANGED, record)
        return record

    def state(self, job_id: str) -> str | None:
        """The state of anybody's job; None for one that is not known."""
        with self._database.session() as session:
            return session.scalar(sa.select(JobRow.state).where(JobRow.id == job_id))

    def progress(
        self,
        job_id: str,
        stage: str,
        fraction: float,
        *,
        windows_done: int | None = None,
        windows_total: int | None = None,
        seconds_left: float | None = None,
    ) -> bool:
        """Note how far a running job is; False when it is no longer to run."""
        values = {
            "stage": stage,
            "fraction": min(max(fraction, 0.0), 1.0),
            "windows_done": windows_done,
            "windows_total": windows_total,
            "seconds_left": seconds_left,
            "updated": self._now(),
        }
        query = sa.update(JobRow).where(JobRow.id == job_id, JobRow.state == RUNNING).values(values)
        with self._database.transaction() as session:
            # The rows that matched, on both databases.
            return session.connection().execute(query).rowcount == 1

    def count_attempt(self, job_id: str) -> int:
        """Note that the engine's process died at a job; how often it has."""
        with self._database.transaction() as session:
            row = locked(session, job_id)
            if row is None:
                raise no_job(job_id)
            row.attempts += 1
            return row.attempts

    def finish(
        self,
        job_id: str,
        state: str,
        *,
        error: Mapping[str, Any] | None = None,
        results: Sequence[Mapping[str, Any]] | None = None,
    ) -> JobRecord:
        """End a running job as ``successful`` or ``failed``; one that was dismissed meanwhile stays dismissed.

        Args:
            error: ``code``, ``message`` and ``hint``; of a failed job.
            results: see :func:`.results.stored_results`; of a successful job.
        """
        with self._database.transaction() as session:
            row = locked(session, job_id)
            if row is None:
                raise no_job(job_id)
            if row.state == DISMISSED:
                return JobRecord.of(row)
            # Written before, by a transaction whose success its caller did not hear of.
            if row.state != state:
                self._end(row, state)
            if state == SUCCESSFUL:
                row.fraction, row.results = 1.0, [dict(item) for item in results or ()]
            elif error is not None:
                row.error, row.error_code = dict(error), str(error["code"])
            record = JobRecord.of(row)
        self._tell(CHANGED, record)
        return record

    def running(self) -> set[str]:
        """Ids of the jobs that run, of everybody."""
        with self._database.session() as session:
            return set(session.scalars(sa.select(JobRow.id).where(JobRow.state == RUNNING)))

    def requeue_running(self, ids: Collection[str] | None = None) -> int:
        """Let jobs wait again that were running when the server ended; how many.

        Args:
            ids: only these.
        """
        check_transition(RUNNING, ACCEPTED)
        values = {
            "state": ACCEPTED,
            "updated": self._now(),
            "seconds_left": None,
            "restarts": JobRow.restarts + 1,
        }
        with self._database.transaction(_QUEUE) as session:
            which = sa.true() if ids is None else JobRow.id.in_(ids)
            query = sa.update(JobRow).where(JobRow.state == RUNNING, which).values(values)
            return session.connection().execute(query).rowcount

    # -- clean-up ----------------------------------------------------------------------------------------------------

    def expire(self, moment: datetime.datetime, busy: Collection[str] = ()) -> int:
        """Remove the files of jobs whose time is over, and those that dismissed jobs have left; how many jobs.

        An expired job is still known, without results, for as long as it was kept; then its row goes, too.

        Args:
            busy: ids of jobs whose engine may still be writing.
        """
        forgotten = moment - datetime.timedelta(hours=self._config.retention_hours)
        over = sa.and_(JobRow.state.not_in(UNFINISHED), JobRow.removed.is_(False))
        due = sa.or_(JobRow.expires <= moment, JobRow.state == DISMISSED)
        with self._database.session() as session:
            ids = [job_id for job_id in session.scalars(sa.select(JobRow.id).where(over, due)) if job_id not in busy]
        for job_id in ids:
            self.remove_files(job_id)
        with self._database.transaction() as session:
            session.execute(sa.delete(JobRow).where(JobRow.removed.is_(True), JobRow.expires <= forgotten))
        return len(ids)

    def remove_files(self, job_id: str) -> None:
        """Remove the folder of a finished job, and note that."""
        folder = self.folder(job_id)
        try:
            shutil.rmtree(folder)
        except FileNotFoundError:
            logger.debug("Job %s has no folder.", job_id)
        except OSError as error:
            # Housekeeping tries again.
            logger.warning("The folder of job %s cannot be removed: %s", job_id, error.strerror)
            return
        over = sa.and_(JobRow.id == job_id, JobRow.state.not_in(UNFINISHED))
        with self._database.transaction() as session:
            session.execute(sa.update(JobRow).where(over).values({"removed": True, "results": sa.null()}))

    def uploads_in_use(self) -> set[str]:
        """Ids of the uploads that jobs still need, whatever their age."""
        with self._database.session() as session:
            lists = session.scalars(sa.select(JobRow.uploads).where(JobRow.state.in_(UNFINISHED)))
            return {str(upload) for ids in lists for upload in ids}

    # -- counts ------------------------------------------------------------------------------------------------------

    def counts(self) -> dict[str, int]:
        """How many jobs are in each state."""
        with self._database.session() as session:
            found = session.execute(sa.select(JobRow.state, sa.func.count()).group_by(JobRow.state))
            return dict.fromkeys(STATES, 0) | {state: count for state, count in found}

    def failures(self) -> dict[str, int]:
        """How many of the jobs that are still known failed, by error code."""
        query = sa.select(JobRow.error_code, sa.func.count()).where(JobRow.state == FAILED).group_by(JobRow.error_code)
        with self._database.session() as session:
            return {str(code): count for code, count in session.execute(query)}

    # -- parts -------------------------------------------------------------------------------------------------------

    def _check_room(self, session: Session, owner: str, process: str, quota: Quota) -> None:
        columns = sa.select(JobRow.owner, JobRow.process, JobRow.state)
        jobs = list(session.execute(columns.where(JobRow.state.in_(UNFINISHED))))
        # Each process has a queue of its own: what does next to nothing keeps nobody from drawing.
        if sum(1 for _, kind, _ in jobs if kind == process) >= self._config.queue_size:
            raise full_queue(self._config.queue_size, self._retry_after(session))
        waiting = sum(1 for who, _, state in jobs if who == owner and state == ACCEPTED)
        if quota.waiting is not None and waiting >= quota.waiting:
            raise over_quota("waiting", quota.waiting, self._retry_after(session))

    def _retry_after(self, session: Session) -> int:
        """Seconds until a place may be free: the end of the job that is next to finish, within reason."""
        soonest = session.scalar(sa.select(sa.func.min(JobRow.seconds_left)).where(JobRow.state == RUNNING))
        return 30 if soonest is None else min(max(int(soonest) + 1, 5), 300)

    def _end(self, row: JobRow, state: str) -> None:
        check_transition(row.state, state)
        moment = self._now()
        if row.finished is None:
            row.finished = moment
            row.seconds = None if row.started is None else (moment - row.started).total_seconds()
        row.state, row.updated, row.seconds_left = state, moment, None
        row.expires = row.finished + datetime.timedelta(hours=self._config.retention_hours)
        if state == DISMISSED or len(row.request) > KEPT_REQUEST:
            # Rasters may be in it, and nobody needs them again.
            row.request = "{}"

    def _tell(self, event: str, record: JobRecord) -> None:
        for listener in self._listeners:
            listener(event, record)
