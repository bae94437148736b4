"""OGC API – Processes, part 1: landing page, conformance, API definition, processes and their execution."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Mapping
from functools import lru_cache, partial
from typing import Any

import anyio
import anyio.to_thread
from fastapi import APIRouter, Request
from starlette.concurrency import run_in_threadpool
from starlette.responses import JSONResponse, Response

from .. import __version__
from ..core.errors import SceneFillError
from . import query
from .access import Caller, CallerDep
from .addresses import base_url, link, page_links
from .bodies import read_json
from .documents import RELATIONS, status_info
from .echo_answers import Wanted, answer, outputs_of
from .execute_requests import read_request, read_wanted
from .job_record import JobRecord
from .job_store import KEPT_REQUEST
from .landing_page import HTML_HEADERS, render_page
from .openapi import MEDIA_TYPE, openapi_document
from .processes import PROCESSES, echo, generate, process_of
from .services import Services, ServicesDep
from .states import UNFINISHED

CONFORMANCE = tuple(
    f"http://www.opengis.net/spec/ogcapi-processes-1/1.0/conf/{name}"
    for name in ("core", "json", "oas30", "ogc-process-description", "job-list", "dismiss")
)
#: Seconds beyond its pause that an answer waits for a job whose outputs it refers to.
_PATIENCE = 20.0
_IDEMPOTENCY_KEY = re.compile(r"[\x21-\x7e]{1,200}")

router = APIRouter()


@router.get("/")
def get_landing_page(request: Request, who: CallerDep, server: ServicesDep) -> Response:
    """Where everything is: as JSON, or as a page for a person."""
    wanted = query.choices(request, "f", ("json", "html"))
    base = base_url(request, server.config)
    as_page = wanted[-1] == "html" if wanted else prefers_html(request.headers.get("accept", ""))
    if as_page:
        return Response(render_page(server, base, who), media_type="text/html", headers=HTML_HEADERS)
    return JSONResponse(
        {
            "title": "SceneFill",
            "description": "Fills modality gaps in Earth observation. What it draws is synthetic, not a measurement.",
            "version": __version__,
            "links": [
                link(f"{base}/", "self", title="This document"),
                link(f"{base}/?f=html", "alternate", "text/html", "This server for a person"),
                link(f"{base}/api", "service-desc", MEDIA_TYPE, "The API, described"),
                link(f"{base}/?f=html", "service-doc", "text/html", "How to use this server"),
                link(f"{base}/conformance", f"{RELATIONS}conformance", title="What the server conforms to"),
                link(f"{base}/processes", f"{RELATIONS}processes", title="The processes"),
                link(f"{base}/jobs", f"{RELATIONS}job-list", title="Your jobs"),
                link(f"{base}/capabilities", "related", title="Models, device and limits"),
            ],
        }
    )


@router.get("/conformance")
def get_conformance(_who: CallerDep) -> Response:
    """The classes of the standard that hold here."""
    return JSONResponse({"conformsTo": list(CONFORMANCE)})


@router.get("/api")
def get_api(request: Request, _who: CallerDep, server: ServicesDep) -> Response:
    """This API in OpenAPI 3.0."""
    return JSONResponse(_api(base_url(request, server.config), not server.config.no_auth), media_type=MEDIA_TYPE)


@lru_cache(maxsize=8)
def _api(base: str, protected: bool) -> dict[str, Any]:
    return openapi_document(base, protected)


@router.get("/processes")
def list_processes(request: Request, _who: CallerDep, server: ServicesDep) -> Response:
    """The processes, in short."""
    limit = query.integer(request, "limit", 1, query.MAX_LIMIT, query.DEFAULT_LIMIT)
    offset = query.integer(request, "offset", 0, query.MAX_LIMIT, 0)
    base = base_url(request, server.config)
    shown = list(PROCESSES.values())[offset : offset + limit]
    return JSONResponse(
        {
            "processes": [process.summary(base) for process in shown],
            "links": page_links(f"{base}/processes", [], limit, offset, len(PROCESSES)),
        }
    )


@router.get("/processes/{process_id}")
def describe_process(process_id: str, request: Request, _who: CallerDep, server: ServicesDep) -> Response:
    """One process, with its inputs and outputs."""
    return JSONResponse(process_of(process_id).describe(base_url(request, server.config)))


@router.post("/processes/{process_id}/execution")
async def execute(process_id: str, request: Request, who: CallerDep, server: ServicesDep) -> Response:
    """Run a process: ``generate`` as a job, ``echo`` at once unless a job is preferred."""
    process = process_of(process_id)
    key = idempotency_key(request)
    body = read_request(await read_json(request))
    if process is echo.PROCESS:
        return await _execute_echo(request, body, key, who, server)
    submit = partial(_submit_generate, request, body, key, who, server)
    with server.inputs.in_line():
        return await anyio.to_thread.run_sync(submit, limiter=server.inputs.threads)


def _submit_generate(
    request: Request, body: Mapping[str, Any], key: str | None, who: Caller, server: Services
) -> Response:
    read_wanted(body, generate.PROCESS, any_output=True)
    checked = server.inputs.check(who.owner, body)
    record, _ = server.jobs.submit(
        who.owner,
        generate.PROCESS.id,
        checked.request,
        key,
        checked.pixels,
        quota=who.quota,
        uploads=checked.uploads,
    )
    return _created(request, record, server)


async def _execute_echo(
    request: Request, body: Mapping[str, Any], key: str | None, who: Caller, server: Services
) -> Response:
    wanted = read_wanted(body, echo.PROCESS)
    inputs = body.get("inputs", {})
    echo.check(inputs)
    as_job = "respond-async" in preferences(request)
    if not as_job and not wanted.references:
        await anyio.sleep(echo.pause_of(inputs))
        return answer(request, outputs_of(body, wanted), wanted)
    check_kept(body)
    record, _ = await run_in_threadpool(
        server.jobs.submit, who.owner, echo.PROCESS.id, dict(body), key, 0, quota=who.quota
    )
    if as_job:
        return await run_in_threadpool(_created, request, record, server)
    return await _refer(request, body, wanted, record, server)


async def _refer(
    request: Request, body: Mapping[str, Any], wanted: Wanted, record: JobRecord, server: Services
) -> Response:
    """The outputs of a job as links, once it is done; the job itself if that takes too long."""
    end = time.monotonic() + echo.pause_of(body.get("inputs", {})) + _PATIENCE
    while record.state in UNFINISHED:
        if time.monotonic() > end:
            return await run_in_threadpool(_created, request, record, server)
        await anyio.sleep(0.1)
        record = await run_in_threadpool(server.jobs.get, record.owner, record.id)
    base = base_url(request, server.config)
    return answer(request, outputs_of(body, wanted), wanted, f"{base}/jobs/{record.id}/results")


def check_kept(body: Mapping[str, Any]) -> None:
    """A job of echo is told from its request for as long as it is kept, and there may be many of them.

    Raises:
        SceneFillError: ``too-large``.
    """
    if len(json.dumps(body)) > KEPT_REQUEST:
        raise SceneFillError(
            "too-large",
            f"As a job, echo takes {KEPT_REQUEST} characters.",
            "Send less, or leave out 'Prefer: respond-async' and references.",
            {"limit": KEPT_REQUEST},
        )


def _created(request: Request, record: JobRecord, server: Services) -> Response:
    base = base_url(request, server.config)
    headers = {"Location": f"{base}/jobs/{record.id}"}
    if "respond-async" in preferences(request):
        headers["Preference-Applied"] = "respond-async"
    document = status_info(record, base, server.jobs.position(record))
    return JSONResponse(document, 201, headers)


def prefers_html(accept: str) -> bool:
    """Whether an Accept header likes a page better than JSON."""
    best = {"text/html": 0.0, "application/json": 0.0}
    for part in accept[:1000].lower().split(","):
        name, *parameters = (piece.strip() for piece in part.split(";"))
        quality = 1.0
        for parameter in parameters:
            if re.fullmatch(r"q=[01](\.[0-9]{0,3})?", parameter, re.ASCII):
                quality = float(parameter[2:])
        if name in best:
            best[name] = max(best[name], quality)
    return best["text/html"] > best["application/json"]


def preferences(request: Request) -> frozenset[str]:
    """The preferences of a request (RFC 7240), without their parameters."""
    values = ",".join(request.headers.getlist("prefer"))[:1000]
    return frozenset(part.split(";")[0].strip().lower() for part in values.split(","))


def idempotency_key(request: Request) -> str | None:
    """The key by which a client names a request that it may have to send twice.

    Raises:
        SceneFillError: ``bad-request``.
    """
    values = request.headers.getlist("idempotency-key")
    if not values:
        return None
    if len(values) > 1 or not _IDEMPOTENCY_KEY.fullmatch(values[0]):
        raise SceneFillError(
            "bad-request",
            "The header Idempotency-Key is no key.",
            "Give one of 1 to 200 printable ASCII characters, such as a UUID.",
        )
    return values[0]
