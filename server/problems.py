"""Error bodies (RFC 9457, as OGC API – Processes wants them), and which HTTP status belongs to which error code."""

from __future__ import annotations

import json
import logging
import re
import secrets
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, Response

from ..core.errors import SceneFillError
from .database import DATABASE_DOWN, database_down

logger = logging.getLogger("scenefill.server")

JSON, PROBLEM_JSON = "application/json", "application/problem+json"

#: Types that the standard has names for; all others are named after their code.
OGC_EXCEPTIONS = "http://www.opengis.net/def/exceptions/ogcapi-processes-1/1.0/"
_OGC_TYPES = ("no-such-process", "no-such-job", "result-not-ready")
_OWN_TYPES = "urn:scenefill:problem:"

#: HTTP status by error code. What is not listed is a fault of the server: 500.
STATUS_OF: dict[str, int] = {
    **dict.fromkeys(
        (
            "bad-fill",
            "bad-grid",
            "bad-reference",
            "bad-request",
            "bad-value",
            "duplicate-member",
            "job-not-json",
            "job-schema",
            "missing-member",
            "no-inputs",
            "no-targets",
            "rotated-grid",
            "unknown-gap-kind",
            "unknown-member",
            "unknown-modality",
            "unknown-mode",
            "wrong-type",
        ),
        400,
    ),
    "unauthorized": 401,
    **dict.fromkeys(("cross-site", "missing-scope", "not-local"), 403),
    **dict.fromkeys(
        ("missing-file", "no-such-job", "no-such-output", "no-such-process", "no-such-upload", "not-found"), 404
    ),
    "result-not-ready": 404,
    "method-not-allowed": 405,
    "slow-client": 408,
    **dict.fromkeys(("job-state", "upload-in-use", "upload-offset"), 409),
    **dict.fromkeys(("cancelled", "dismissed", "expired", "gone"), 410),
    "tus-version": 412,
    **dict.fromkeys(("quota-bytes", "too-large"), 413),
    "media-type": 415,
    "bad-range": 416,
    **dict.fromkeys(
        (
            "antimeridian",
            "complex-raster",
            "crs-transform",
            "fill-grid",
            "idempotency-mismatch",
            "link-failed",
            "link-refused",
            "nothing-shown",
            "no-band",
            "no-bands-for-clouds",
            "no-crs",
            "no-overlap",
            "not-a-geotiff",
            "not-finite",
            "raster-damaged",
            "raster-policy",
            "too-many-pixels",
            "unknown-model",
            "unknown-upload",
            "unreadable-raster",
            "unreadable-vector",
            "upload-checksum",
        ),
        422,
    ),
    "upload-locked": 423,
    **dict.fromkeys(("queue-full", "quota"), 429),
    # Of tus.
    "chunk-checksum": 460,
    **dict.fromkeys(("database-down", "not-ready"), 503),
    **dict.fromkeys(("disk-full", "no-memory"), 507),
}
#: The same request may succeed later.
RETRYABLE = frozenset(
    {
        "chunk-checksum",
        "database-down",
        "disk-full",
        "no-memory",
        "not-ready",
        "queue-full",
        "result-not-ready",
        "slow-client",
    }
)
#: Seconds after which to try again, where the error does not say.
RETRY_AFTER = {429: 30, 503: 10}

_HTTP_CODES = {400: "bad-request", 404: "not-found", 405: "method-not-allowed", 413: "too-large", 415: "media-type"}
#: An Accept header that names this type wants it; anything else gets plain JSON, as the standard's examples do.
_WANTS_PROBLEM = re.compile(r"application/problem\+json(?!\s*;\s*q=0(\.0+)?\s*(,|$))", re.IGNORECASE)


def status_of(code: str) -> int:
    """The HTTP status of an error code."""
    return STATUS_OF.get(code, 500)


def problem_type(code: str) -> str:
    """The URI that names an error code."""
    return (OGC_EXCEPTIONS if code in _OGC_TYPES else _OWN_TYPES) + code


def problem_body(
    request: Request, status: int, code: str, detail: str, *, hint: str = "", retryable: bool = False
) -> dict[str, Any]:
    """The members of a problem document."""
    body: dict[str, Any] = {
        "type": problem_type(code),
        "title": _title(status),
        "status": status,
        "detail": detail,
        "instance": f"urn:scenefill:request:{request_id(request)}",
        "code": code,
        "retryable": retryable,
    }
    if hint:
        body["hint"] = hint
    return body


def problem_response(
    request: Request,
    status: int,
    code: str,
    detail: str,
    *,
    hint: str = "",
    retryable: bool = False,
    headers: Mapping[str, str] | None = None,
) -> JSONResponse:
    """An error as an answer: ``application/json``, or ``application/problem+json`` for those who ask for it."""
    body = problem_body(request, status, code, detail, hint=hint, retryable=retryable)
    wants_problem = _WANTS_PROBLEM.search(request.headers.get("accept", ""))
    request.scope.setdefault("state", {})["problem"] = code
    return _ProblemResponse(body, status, dict(headers or {}), PROBLEM_JSON if wants_problem else JSON)


class _ProblemResponse(JSONResponse):
    """Sentences may quote a client, whose text need not be one that can be written: half a character becomes ``?``."""

    def render(self, content: Any) -> bytes:
        return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")


def error_response(request: Request, error: SceneFillError) -> JSONResponse:
    """The answer to a request that ended with ``error``. What is the server's fault is told to its log alone."""
    status = status_of(error.code)
    retryable = error.code in RETRYABLE or "retry_after" in error.details
    headers = {}
    if retryable and status in RETRY_AFTER:
        headers["Retry-After"] = str(int(error.details.get("retry_after", RETRY_AFTER[status])))
    if status == 416 and "length" in error.details:
        headers["Content-Range"] = f"bytes */{int(error.details['length'])}"
    if status == 500:
        logger.error("a request failed: %s: %s %s", error.code, error.message, error.details)
        return internal_error(request, error.code)
    return problem_response(
        request, status, error.code, error.message, hint=error.hint, retryable=retryable, headers=headers
    )


def internal_error(request: Request, code: str = "internal") -> JSONResponse:
    """The answer where the server is at fault: nothing but the id under which its log has the reason."""
    return problem_response(
        request,
        500,
        code,
        "The server could not do this because of a fault of its own.",
        hint=f"Its administrator finds the reason in the log under the request {request_id(request)}.",
    )


def request_id(request: Request) -> str:
    """What the log calls this request; made when nobody asked before."""
    state = request.scope.setdefault("state", {})
    if "request_id" not in state:
        state["request_id"] = secrets.token_hex(8)
    return str(state["request_id"])


def install_handlers(app: FastAPI) -> None:
    """Have every error of ``app`` answered in the one form."""
    app.add_exception_handler(SceneFillError, _on_error)
    app.add_exception_handler(HTTPException, _on_http)
    app.add_exception_handler(RequestValidationError, _on_invalid)
    for kind in DATABASE_DOWN:
        app.add_exception_handler(kind, _on_database)


def _on_error(request: Request, error: Exception) -> Response:
    if not isinstance(error, SceneFillError):
        raise error
    return error_response(request, error)


def _on_database(request: Request, error: Exception) -> Response:
    """The database is away: its error may hold what a client sent, and is told by its name alone."""
    logger.error("the database does not answer: %s", type(error).__name__)
    return error_response(request, database_down(error))


def _on_http(request: Request, error: Exception) -> Response:
    """What the routing says itself: no such path, no such method."""
    if not isinstance(error, HTTPException):
        raise error
    status = error.status_code
    code = _HTTP_CODES.get(status, "bad-request" if status < 500 else "internal")
    detail = {
        404: "There is nothing at this address.",
        405: f"The method {request.method:.20} is not allowed here.",
    }.get(status, str(error.detail))
    return problem_response(request, status, code, detail, headers=error.headers)


def _on_invalid(request: Request, error: Exception) -> Response:
    """A parameter that FastAPI itself has refused. The values are left out: they are the client's."""
    if not isinstance(error, RequestValidationError):
        raise error
    places = [".".join(str(part) for part in item["loc"])[:100] for item in error.errors()][:5]
    return problem_response(request, 400, "bad-request", f"These parameters cannot be read: {', '.join(places)}.")


def _title(status: int) -> str:
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        # 460, which tus has for checksums.
        return "Checksum Mismatch"
