"""Questions about the table of jobs, inside the transactions of :mod:`.job_store`."""

from __future__ import annotations

import datetime
from collections.abc import Collection

import sqlalchemy as sa
from sqlalchemy.orm import Session, defer

from .database import JobRow
from .job_errors import no_job
from .job_record import JobFilter
from .queue_order import Waiting
from .states import ACCEPTED, RUNNING


def by_key(session: Session, owner: str, key: str | None) -> JobRow | None:
    """The owner's job that a request with this key has made."""
    if key is None:
        return None
    return session.scalar(sa.select(JobRow).where(JobRow.owner == owner, JobRow.idempotency_key == key))


def owned(session: Session, owner: str, job_id: str, *, lock: bool = False, whole: bool = True) -> JobRow:
    """A job of the owner's.

    Args:
        lock: it is not to be changed by others until the end of the transaction.
        whole: read its request, too, which may be large.

    Raises:
        SceneFillError: ``no-such-job``.
    """
    query = sa.select(JobRow).where(JobRow.id == job_id, JobRow.owner == owner)
    query = query if whole else query.options(defer(JobRow.request))
    row = session.scalar(query.with_for_update() if lock else query)
    if row is None:
        raise no_job(job_id)
    return row


def locked(session: Session, job_id: str) -> JobRow | None:
    """Anybody's job, not to be changed by others until the end of the transaction."""
    return session.scalar(sa.select(JobRow).where(JobRow.id == job_id).with_for_update())


def waiting_jobs(session: Session, processes: Collection[str]) -> dict[Waiting, str]:
    """The ids of the waiting jobs of some processes, or of all."""
    query = sa.select(JobRow.number, JobRow.owner, JobRow.turn, JobRow.id).where(JobRow.state == ACCEPTED)
    if processes:
        query = query.where(JobRow.process.in_(processes))
    return {Waiting(number, owner, turn): job_id for number, owner, turn, job_id in session.execute(query)}


def served_turns(session: Session) -> dict[str, int]:
    """The last turn of each owner who had one."""
    query = sa.select(JobRow.owner, sa.func.max(JobRow.turn)).where(JobRow.turn.is_not(None)).group_by(JobRow.owner)
    return {owner: int(turn or 0) for owner, turn in session.execute(query)}


def conditions(filters: JobFilter, moment: datetime.datetime) -> list[sa.ColumnElement[bool]]:
    """What a listed job fulfils at ``moment``."""
    found: list[sa.ColumnElement[bool]] = []
    if filters.processes:
        found.append(JobRow.process.in_(filters.processes))
    if filters.states:
        found.append(JobRow.state.in_(filters.states))
    if filters.created_from is not None:
        found.append(JobRow.created >= filters.created_from)
    if filters.created_to is not None:
        found.append(JobRow.created <= filters.created_to)
    runs = JobRow.state == RUNNING
    if filters.shortest is not None:
        since = moment - datetime.timedelta(seconds=filters.shortest)
        found.append(sa.or_(JobRow.seconds >= filters.shortest, sa.and_(runs, JobRow.started <= since)))
    if filters.longest is not None:
        since = moment - datetime.timedelta(seconds=filters.longest)
        found.append(sa.or_(JobRow.seconds <= filters.longest, sa.and_(runs, JobRow.started >= since)))
    return found
