"""Bodies of requests, read no further than they may be."""

from __future__ import annotations

from typing import Any

import anyio
from fastapi import Request
from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect

from ..core.errors import SceneFillError
from ..core.job_json import MAX_BYTES, parse

#: That a body may take, of a client with a poor network.
SECONDS = 120.0


async def read_json(request: Request, limit: int = MAX_BYTES) -> Any:
    """The JSON of a request's body: UTF-8, at most ``limit`` bytes, 32 levels deep, no member twice.

    Whatever the request calls its type: nothing else is taken anyway.

    Raises:
        SceneFillError: ``too-large``, ``slow-client``, or what :func:`..core.job_json.parse` says.
    """
    declared = request.headers.get("content-length", "")
    if declared.isdecimal() and int(declared) > limit:
        raise too_large(limit)
    body = bytearray()
    try:
        with anyio.fail_after(SECONDS):
            async for chunk in request.stream():
                body += chunk
                if len(body) > limit:
                    raise too_large(limit)
    except (TimeoutError, ClientDisconnect) as error:
        raise SceneFillError("slow-client", "The body of the request did not come.", "Send it again.") from error
    # A body of the largest size takes a while; other requests are not to wait for it.
    return await run_in_threadpool(parse, bytes(body))


def too_large(limit: int) -> SceneFillError:
    return SceneFillError(
        "too-large",
        f"The body of the request has more than {limit} bytes.",
        "Upload rasters to /uploads, and refer to them as upload:ID.",
        {"limit": limit},
    )
