"""Jobs over HTTP: the list, the status, dismissal, results and their files."""

from __future__ import annotations

import re
from typing import Any

from fastapi import APIRouter, Request
from starlette.responses import JSONResponse, Response

from ..core.errors import SceneFillError
from . import query
from .access import Caller, CallerDep
from .addresses import base_url, page_links
from .documents import results_document, status_info
from .echo_answers import Wanted, answer, job_output, outputs_of, raw_value
from .execute_requests import read_wanted
from .job_errors import gone, no_job
from .job_record import JobFilter, JobRecord
from .problems import problem_response, status_of
from .processes import echo
from .ranges import file_response
from .results import RESULTS_FOLDER
from .services import Services, ServicesDep
from .states import DISMISSED, FAILED, STATES, SUCCESSFUL

MAX_OFFSET = 1_000_000
TYPES = ("process",)
_JOB_ID = re.compile(r"[0-9a-f]{32}")

router = APIRouter()


@router.get("/jobs")
def list_jobs(request: Request, who: CallerDep, server: ServicesDep) -> Response:
    """The caller's jobs, the newest first."""
    limit = query.integer(request, "limit", 1, query.MAX_LIMIT, query.DEFAULT_LIMIT)
    offset = query.integer(request, "offset", 0, MAX_OFFSET, 0)
    query.choices(request, "type", TYPES)
    created_from, created_to = query.moments(request, "datetime")
    filters = JobFilter(
        processes=query.names(request, "processID"),
        states=query.choices(request, "status", STATES),
        created_from=created_from,
        created_to=created_to,
        shortest=query.optional_integer(request, "minDuration", 0, query.MAX_SECONDS),
        longest=query.optional_integer(request, "maxDuration", 0, query.MAX_SECONDS),
    )
    base = base_url(request, server.config)
    records, total = server.jobs.list(who.owner, filters, limit, offset)
    places = server.jobs.positions() if records else {}
    parameters = [(name, value) for name, value in request.query_params.multi_items() if name in _FILTERS]
    return JSONResponse(
        {
            "jobs": [status_info(record, base, places.get(record.id)) for record in records],
            "links": page_links(f"{base}/jobs", parameters, limit, offset, total),
        }
    )


_FILTERS = ("type", "processID", "status", "datetime", "minDuration", "maxDuration")


@router.get("/jobs/{job_id}")
def get_status(job_id: str, request: Request, who: CallerDep, server: ServicesDep) -> Response:
    """The status of one job."""
    record = find(server, who, job_id)
    return JSONResponse(status_info(record, base_url(request, server.config), server.jobs.position(record)))


@router.delete("/jobs/{job_id}")
def dismiss(job_id: str, request: Request, who: CallerDep, server: ServicesDep) -> Response:
    """Dismiss a job, whatever its state."""
    find(server, who, job_id)
    record = server.jobs.dismiss(who.owner, job_id)
    return JSONResponse(status_info(record, base_url(request, server.config), None))


@router.get("/jobs/{job_id}/results")
def get_results(job_id: str, request: Request, who: CallerDep, server: ServicesDep) -> Response:
    """What a successful job has made; of a failed one, why."""
    record = find(server, who, job_id, whole=True)
    if record.state == FAILED and record.error is not None:
        return _failure(request, record.error)
    _check_ready(record)
    base = base_url(request, server.config)
    if record.process == echo.PROCESS.id:
        wanted = read_wanted(record.inputs, echo.PROCESS)
        return answer(request, _echoed(record, wanted), wanted, f"{base}/jobs/{job_id}/results")
    return JSONResponse(results_document(record, base))


@router.api_route("/jobs/{job_id}/results/{output}", methods=["GET", "HEAD"])
def get_output(job_id: str, output: str, request: Request, who: CallerDep, server: ServicesDep) -> Response:
    """One output of a successful job: a file, or a part of it."""
    record = find(server, who, job_id, whole=True)
    if record.state == FAILED and record.error is not None:
        return _failure(request, record.error)
    _check_ready(record)
    if record.process == echo.PROCESS.id:
        return raw_value(job_output(_echoed(record, Wanted()), output))
    for item in record.results or ():
        if item["output"] == output:
            name = str(item["file"])
            return file_response(
                request,
                server.jobs.folder(job_id) / RESULTS_FOLDER / name,
                sha256=str(item["sha256"]),
                media_type=str(item["type"]),
                filename=name,
            )
    raise SceneFillError("no-such-output", f"The job has no output '{output:.64}'.", "See the job's results.")


def find(server: Services, who: Caller, job_id: str, *, whole: bool = False) -> JobRecord:
    """A job of the caller's, with its request if ``whole``; what cannot be an id does not reach the database."""
    if not _JOB_ID.fullmatch(job_id):
        raise no_job(job_id)
    return server.jobs.get(who.owner, job_id, whole=whole)


def _check_ready(record: JobRecord) -> None:
    if record.state == DISMISSED:
        raise gone(record.id)
    if record.expired:
        raise SceneFillError("expired", "The results of the job have expired.", "Run the job again.")
    if record.state != SUCCESSFUL:
        raise SceneFillError(
            "result-not-ready", f"The job is {record.state}; it has no results yet.", "Ask again when it is done."
        )


def _echoed(record: JobRecord, wanted: Wanted) -> dict[str, Any]:
    return outputs_of(record.inputs, wanted)


def _failure(request: Request, error: Any) -> Response:
    """The error that ended a job, with the status that fits it."""
    code = str(error.get("code", "internal"))
    return problem_response(
        request,
        status_of(code),
        code,
        str(error.get("message", "The job failed.")),
        hint=str(error.get("hint", "")),
    )
