"""What the rest of the server is told about a job: a frozen copy of its row."""

from __future__ import annotations

import datetime
import json
from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

from .database import JobRow
from .states import FAILED, SUCCESSFUL


@dataclass(frozen=True)
class JobRecord:
    """A job as it was when it was looked at.

    Attributes:
        number: order of arrival, of all jobs.
        id: what clients call it; nobody can guess it.
        owner: the caller whose job it is.
        process: ``generate`` or ``echo``.
        request: canonical JSON of what was asked for; request_digest: its SHA-256.
        idempotency_key: by which the owner finds the job again when a request was sent twice.
        pixels: of the job's grid.
        uploads: ids of the uploads that it reads.
        running_quota: how many jobs of its owner may run at once; None is no limit.
        state: one of :data:`.states.STATES`.
        turn: counts who was served when; None as long as it has not been taken out of the queue.
        attempts: how often the engine's process died at it; restarts: how often the server ended while it ran.
        stage, fraction: how far it is (0..1), as the engine reports.
        windows_done, windows_total, seconds_left: the same in other words; None where that is not known.
        seconds: that it took, of a finished job that ran.
        error: ``code``, ``message`` and ``hint`` of a failed job; error_code: its code alone.
        results: of a successful job, see :func:`.results.stored_results`; None once they have expired.
        removed: its files are gone, because it expired or was dismissed.
        created, started, finished, updated, expires: moments in UTC.
    """

    number: int
    id: str
    owner: str
    process: str
    request: str
    request_digest: str
    idempotency_key: str | None
    pixels: int
    uploads: tuple[str, ...]
    running_quota: int | None
    state: str
    turn: int | None
    attempts: int
    restarts: int
    stage: str | None
    fraction: float
    windows_done: int | None
    windows_total: int | None
    seconds_left: float | None
    seconds: float | None
    error: Mapping[str, Any] | None
    error_code: str | None
    results: tuple[Mapping[str, Any], ...] | None
    removed: bool
    created: datetime.datetime
    started: datetime.datetime | None
    finished: datetime.datetime | None
    updated: datetime.datetime
    expires: datetime.datetime | None

    @property
    def inputs(self) -> Any:
        """The request as the JSON that it is."""
        return json.loads(self.request)

    @property
    def expired(self) -> bool:
        """Whether it was finished and its time is over."""
        return self.removed and self.state in (SUCCESSFUL, FAILED)

    @classmethod
    def of(cls, row: JobRow, *, whole: bool = True) -> JobRecord:
        """Of a row, without its request (``""``) unless ``whole``."""
        values = {field.name: getattr(row, field.name) for field in fields(cls) if whole or field.name != "request"}
        values.setdefault("request", "")
        values["uploads"] = tuple(row.uploads)
        values["results"] = None if row.results is None else tuple(row.results)
        return cls(**values)


@dataclass(frozen=True)
class JobFilter:
    """Which jobs to list; what is empty or None does not restrict.

    Attributes:
        processes, states: any of these.
        created_from, created_to: both ends included.
        shortest, longest: seconds that a job ran, or has been running.
    """

    processes: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    created_from: datetime.datetime | None = None
    created_to: datetime.datetime | None = None
    shortest: float | None = None
    longest: float | None = None
