"""The documents of OGC API – Processes about jobs, made from what the store knows."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any

from .addresses import link
from .job_record import JobRecord
from .processes.generate import ITEM
from .states import ACCEPTED, DISMISSED, FAILED, RUNNING, SUCCESSFUL

RELATIONS = "http://www.opengis.net/def/rel/ogc/1.0/"


def status_info(record: JobRecord, base: str, position: int | None) -> dict[str, Any]:
    """The status of a job. What is not known is left out, never null.

    Args:
        base: URL of the server, without a slash at its end.
        position: place in the queue, 1 being next; None for a job that does not wait.
    """
    here = f"{base}/jobs/{record.id}"
    made: dict[str, Any] = {
        "processID": record.process,
        "type": "process",
        "jobID": record.id,
        "status": record.state,
        "message": _message(record, position),
        "created": moment(record.created),
        "updated": moment(record.updated),
        "progress": _progress(record),
        "links": [link(here, "self", title="This status"), link(here, "monitor", title="Status of the job")],
        "scenefill": _own_members(record, position),
    }
    if record.started is not None:
        made["started"] = moment(record.started)
    if record.finished is not None:
        made["finished"] = moment(record.finished)
    if record.state == SUCCESSFUL and not record.removed:
        made["links"].append(link(f"{here}/results", f"{RELATIONS}results", title="Results of the job"))
    if record.state == FAILED:
        made["links"].append(link(f"{here}/results", f"{RELATIONS}exceptions", title="Why the job failed"))
    return made


def results_document(record: JobRecord, base: str) -> dict[str, Any]:
    """The results of a job that drew rasters: a link to each file, with what it is."""
    made: dict[str, Any] = {}
    for item in record.results or ():
        facts = {name: value for name, value in item.items() if name not in ("output", "sha256") and value}
        made[str(item["output"])] = {"href": f"{base}/jobs/{record.id}/results/{item['output']}", **facts}
    # The rasters first: a client that takes one takes the first.
    if ITEM in made:
        made[ITEM] = made.pop(ITEM)
    return made


def moment(value: datetime.datetime) -> str:
    """A moment as RFC 3339 has it, in UTC, to the millisecond."""
    utc = value.astimezone(datetime.timezone.utc)
    return utc.strftime("%Y-%m-%dT%H:%M:%S.") + f"{utc.microsecond // 1000:03d}Z"


def _progress(record: JobRecord) -> int:
    if record.state == SUCCESSFUL:
        return 100
    # Only a job that is done has all of it.
    return min(max(int(record.fraction * 100), 0), 99)


def _message(record: JobRecord, position: int | None) -> str:
    if record.state == ACCEPTED:
        return "Waiting to go on." if position is None else f"Waiting: number {position} in the queue."
    if record.state == RUNNING:
        return "Running."
    if record.state == SUCCESSFUL:
        return "Done; the results have expired." if record.removed else "Done."
    if record.state == DISMISSED:
        return "Dismissed."
    return str((record.error or {}).get("message", "Failed."))


def _own_members(record: JobRecord, position: int | None) -> dict[str, Any]:
    error: Mapping[str, Any] = record.error or {}
    running = record.state == RUNNING
    found = {
        "stage": record.stage,
        "fraction": 1.0 if record.state == SUCCESSFUL else record.fraction,
        "queuePosition": position if record.state == ACCEPTED else None,
        "windowsDone": record.windows_done,
        "windowsTotal": record.windows_total,
        "secondsLeft": record.seconds_left if running else None,
        "code": error.get("code") if record.state == FAILED else None,
        "hint": (error.get("hint") or None) if record.state == FAILED else None,
    }
    return {name: value for name, value in found.items() if value is not None}
