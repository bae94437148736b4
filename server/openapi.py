"""The API in OpenAPI 3.0: every route, every parameter as strictly as it is read, every status that it can answer.

Written by hand rather than derived: FastAPI writes 3.1, which the standard's conformance class does not know, and would
say nothing of statuses and headers. A test compares it with the routes that there are.
"""

from __future__ import annotations

from typing import Any

from .. import __version__
from . import query, routes_jobs
from .openapi_schemas import COUNT, ID, TEXT, ref, schemas
from .openapi_uploads import upload_paths
from .processes import PROCESSES
from .processes.echo import TIFF
from .processes.generate import COG, GEOJSON, XML
from .query import DATETIME_PATTERN, MAX_NAMES, MAX_SECONDS, NAME_PATTERN
from .states import STATES

MEDIA_TYPE = "application/vnd.oai.openapi+json;version=3.0"

#: What may go wrong with any request: without a token, with one for something else, with the server.
ALWAYS = (401, 403, 500, 503)
#: A name in a path may hold a slash, and then is another path.
NAMED = (404, 405)

_WHAT = {
    400: "The request is not as described.",
    401: "There is no valid token with the request.",
    403: "The token is not for this.",
    404: "There is no such thing, or it is somebody else's.",
    405: "This path has no such method.",
    408: "The bytes stopped coming.",
    409: "It is not in a state in which this can be done.",
    410: "It was there, and is gone.",
    412: "The versions of the protocol differ.",
    413: "There are more bytes than are taken.",
    415: "This type of content is not taken.",
    416: "The range is not in the file, or there are several.",
    422: "The request is well-formed, and cannot be done.",
    423: "Somebody else is writing to it.",
    429: "The queue is full, or a quota is spent.",
    460: "The checksum is another one.",
    500: "The server is at fault, or the job failed.",
    503: "The server cannot do this now.",
    507: "The server has no room for it.",
}

OUTPUT_PATTERN = "^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$"

Document = dict[str, Any]


def openapi_document(base: str, protected: bool = True) -> Document:
    """The whole document.

    Args:
        base: URL of the server, without a slash at its end.
        protected: every request needs a token.
    """
    document: Document = {
        "openapi": "3.0.3",
        "info": {
            "title": "SceneFill server",
            "version": __version__,
            "description": (
                "Fills modality gaps in Earth observation, by OGC API – Processes 1.0 and tus 1.0. "
                "What it draws is synthetic, not a measurement."
            ),
            "license": {"name": "GPL-2.0-or-later"},
        },
        "servers": [{"url": base}],
        "tags": [{"name": name} for name in ("server", "processes", "jobs", "uploads", "monitoring")],
        "paths": {**_server_paths(), **_process_paths(), **_job_paths(), **upload_paths(operation), **_monitor_paths()},
        "components": {"schemas": schemas()},
    }
    if protected:
        document["components"]["securitySchemes"] = {
            "bearer": {"type": "http", "scheme": "bearer"},
            "basic": {"type": "http", "scheme": "basic", "description": "Any user name, the token as the password."},
        }
        document["security"] = [{"bearer": []}, {"basic": []}]
    return document


def operation(
    operation_id: str,
    tag: str,
    summary: str,
    answers: dict[int, Document],
    problems: tuple[int, ...] = (),
    parameters: list[Document] | None = None,
    body: Document | None = None,
) -> Document:
    """One operation: its good ``answers``, the ``problems`` beyond :data:`ALWAYS`, what it takes."""
    statuses = sorted({*problems, *ALWAYS})
    made: Document = {
        "operationId": operation_id,
        "tags": [tag],
        "summary": summary,
        "responses": {
            **{str(status): answer for status, answer in answers.items()},
            **{str(status): _problem(status) for status in statuses},
        },
    }
    if parameters:
        made["parameters"] = parameters
    if body is not None:
        made["requestBody"] = body
    return made


def content(description: str, **by_type: Document) -> Document:
    """An answer with a JSON body by the schema ``json``."""
    return {"description": description, "content": {"application/json": {"schema": by_type["json"]}}}


def parameter(where: str, name: str, schema: Document, description: str, required: bool = False) -> Document:
    """A parameter of a path, a query or a header."""
    made = {"name": name, "in": where, "schema": schema, "description": description}
    return {**made, "required": True} if required or where == "path" else made


def _problem(status: int) -> Document:
    schema = {"schema": ref("exception")}
    made: Document = {
        "description": _WHAT[status],
        "content": {"application/json": schema, "application/problem+json": schema},
    }
    if status in (429, 503):
        made["headers"] = {"Retry-After": {"description": "Seconds.", "schema": COUNT}}
    if status == 401:
        made["headers"] = {"WWW-Authenticate": {"schema": TEXT, "required": True}}
    return made


def _server_paths() -> Document:
    page = content("Where everything is.", json=ref("landingPage"))
    page["content"]["text/html"] = {"schema": TEXT}
    form = {"type": "string", "enum": ["json", "html"]}
    api = {"description": "This document.", "content": {MEDIA_TYPE: {"schema": {"type": "object"}}}}
    return {
        "/": {
            "get": operation(
                "getLandingPage",
                "server",
                "Landing page",
                {200: page},
                (400,),
                [parameter("query", "f", form, "JSON, or a page for a person; else as Accept prefers.")],
            )
        },
        "/conformance": {
            "get": operation(
                "getConformance", "server", "Conformance", {200: content("Classes.", json=ref("confClasses"))}
            )
        },
        "/api": {"get": operation("getApi", "server", "This API in OpenAPI 3.0", {200: api})},
        "/capabilities": {
            "get": operation(
                "getCapabilities",
                "server",
                "Models, device, speed, limits and queue",
                {200: content("What the server can do for you.", json=ref("capabilities"))},
            )
        },
    }


def _process_paths() -> Document:
    process = parameter("path", "processID", {"type": "string", "enum": list(PROCESSES)}, "Id of the process.")
    limit = parameter("query", "limit", _whole(1, query.MAX_LIMIT, query.DEFAULT_LIMIT), "At most so many.")
    offset = parameter("query", "offset", _whole(0, query.MAX_LIMIT, 0), "After so many.")
    answers = {
        200: {
            "description": "Outputs of a process that was executed at once.",
            "content": {
                "application/json": {"schema": {}},
                "text/plain": {"schema": TEXT},
                TIFF: {"schema": {"type": "string", "format": "binary"}},
                "multipart/related": {"schema": {"type": "string", "format": "binary"}},
            },
        },
        201: {
            **content("A job was made.", json=ref("statusInfo")),
            "headers": {
                "Location": {"description": "Status of the job.", "schema": TEXT, "required": True},
                "Preference-Applied": {"schema": TEXT},
            },
        },
        204: {"description": "All outputs are links in headers.", "headers": {"Link": {"schema": TEXT}}},
    }
    headers = [
        parameter("header", "Prefer", TEXT, "`respond-async` for a job."),
        parameter(
            "header",
            "Idempotency-Key",
            {"type": "string", "pattern": "^[!-~]+$", "minLength": 1, "maxLength": 200},
            "The same key and body make one job.",
        ),
    ]
    body = {"required": True, "content": {"application/json": {"schema": ref("execute")}}}
    return {
        "/processes": {
            "get": operation(
                "getProcesses",
                "processes",
                "The processes",
                {200: content("Processes, in short.", json=ref("processList"))},
                (400,),
                [limit, offset],
            )
        },
        "/processes/{processID}": {
            "get": operation(
                "getProcessDescription",
                "processes",
                "One process",
                {200: content("Inputs and outputs.", json=ref("process"))},
                NAMED,
                [process],
            )
        },
        "/processes/{processID}/execution": {
            "post": operation(
                "execute",
                "processes",
                "Execute a process",
                answers,
                (400, *NAMED, 408, 410, 413, 422, 429, 507),
                [process, *headers],
                body,
            )
        },
    }


def _job_paths() -> Document:
    job = parameter("path", "jobID", ID, "Id of the job.")
    status = content("Status of the job.", json=ref("statusInfo"))
    # A job that failed answers with the status of its error.
    failed = (400, *NAMED, 410, 413, 422, 507)
    answers = {
        200: {
            "description": "The results.",
            "content": {
                "application/json": {"schema": {}},
                "text/plain": {"schema": TEXT},
                TIFF: {"schema": {"type": "string", "format": "binary"}},
                "multipart/related": {"schema": {"type": "string", "format": "binary"}},
            },
        },
        204: {"description": "All results are links in headers.", "headers": {"Link": {"schema": TEXT}}},
    }
    return {
        "/jobs": {
            "get": operation(
                "getJobs",
                "jobs",
                "Your jobs, the newest first",
                {200: content("Jobs.", json=ref("jobList"))},
                (400,),
                _job_filters(),
            )
        },
        "/jobs/{jobID}": {
            "get": operation("getStatus", "jobs", "Status of a job", {200: status}, NAMED, [job]),
            "delete": operation("dismiss", "jobs", "Dismiss a job", {200: status}, (*NAMED, 409, 410), [job]),
        },
        "/jobs/{jobID}/results": {
            "get": operation("getResult", "jobs", "Results of a job", answers, failed, [job]),
        },
        "/jobs/{jobID}/results/{output}": {
            "get": operation(
                "getOutput",
                "jobs",
                "One result, or a part of it",
                {**_file_answers(), 206: _part_answer()},
                (*failed, 416),
                [job, *_file_parameters(), *_range_parameters()],
            ),
            "head": operation(
                "headOutput", "jobs", "What one result is", _file_answers(), failed, [job, *_file_parameters()]
            ),
        },
    }


def _job_filters() -> list[Document]:
    seconds = {"type": "integer", "minimum": 0, "maximum": MAX_SECONDS}
    name = {"type": "string", "pattern": NAME_PATTERN}
    listed = {"type": "array", "minItems": 1, "maxItems": MAX_NAMES}
    limit = _whole(1, query.MAX_LIMIT, query.DEFAULT_LIMIT)
    return [
        parameter("query", "limit", limit, "At most so many."),
        parameter("query", "offset", _whole(0, routes_jobs.MAX_OFFSET, 0), "After so many."),
        parameter("query", "type", {**listed, "items": {"type": "string", "enum": list(routes_jobs.TYPES)}}, "Type."),
        parameter("query", "processID", {**listed, "items": name}, "Any of these processes."),
        parameter("query", "status", {**listed, "items": {"type": "string", "enum": list(STATES)}}, "Any of these."),
        parameter(
            "query",
            "datetime",
            {"type": "string", "pattern": DATETIME_PATTERN, "maxLength": 100, "minLength": 1},
            "When the job was made: a moment, or an interval such as 2026-08-01T00:00:00Z/..",
        ),
        parameter("query", "minDuration", seconds, "Seconds that it ran at least."),
        parameter("query", "maxDuration", seconds, "Seconds that it ran at most."),
    ]


def _file_parameters() -> list[Document]:
    return [
        parameter("path", "output", {"type": "string", "pattern": OUTPUT_PATTERN}, "Name of the output."),
        parameter("header", "If-None-Match", TEXT, "ETags that the client has."),
    ]


def _range_parameters() -> list[Document]:
    return [
        parameter("header", "Range", TEXT, "One range of bytes."),
        parameter("header", "If-Range", TEXT, "The ETag for which the range holds."),
    ]


def _file_answers() -> dict[int, Document]:
    binary = {"schema": {"type": "string", "format": "binary"}}
    files = {
        **dict.fromkeys((COG, GEOJSON, TIFF, XML, "text/plain"), binary),
        "application/json": {"schema": {}},
    }
    headers = {name: {"schema": TEXT} for name in ("Accept-Ranges", "ETag", "Repr-Digest", "Content-Disposition")}
    return {
        200: {"description": "The whole.", "content": files, "headers": headers},
        304: {"description": "The client has it."},
    }


def _part_answer() -> Document:
    whole = _file_answers()[200]
    return {**whole, "description": "A part.", "headers": {**whole["headers"], "Content-Range": {"schema": TEXT}}}


def _monitor_paths() -> Document:
    metrics = {"description": "Figures.", "content": {"text/plain": {"schema": TEXT}}}
    about = content("It is so.", json=ref("state"))
    return {
        "/health": {"get": operation("getHealth", "monitoring", "Whether the server lives", {200: about})},
        "/ready": {"get": operation("getReady", "monitoring", "Whether it can work", {200: about})},
        "/metrics": {"get": operation("getMetrics", "monitoring", "Figures for Prometheus", {200: metrics})},
    }


def _whole(low: int, high: int, default: int) -> Document:
    return {"type": "integer", "minimum": low, "maximum": high, "default": default}
