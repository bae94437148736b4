"""Around every request: an id, headers that keep browsers honest, a line in the log, a figure, and no traceback."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from typing import Any

from fastapi import Request
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from .problems import internal_error, request_id

logger = logging.getLogger("scenefill.server")

#: What routing could not place: the path is the client's own invention, and so kept out of logs and figures.
UNKNOWN_ROUTE = "(unknown)"
METHODS = frozenset({"GET", "HEAD", "POST", "PATCH", "DELETE", "OPTIONS"})
STRICT_CSP = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"

_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Content-Security-Policy": STRICT_CSP,
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}

Observer = Callable[[str, str, int, float], None]


class FrameMiddleware:
    """The outermost layer of the application.

    Args:
        app: what it is put around.
        observe: told of every answer: method, template of the route, status, seconds.
        secure: the server is reached by TLS alone, and browsers are told so.
    """

    def __init__(self, app: ASGIApp, observe: Observer, secure: bool = False) -> None:
        self._app, self._observe, self._secure = app, observe, secure

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        name, begun, status = request_id(Request(scope)), time.monotonic(), 0

        async def watched(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = int(message["status"])
                self._add_headers(MutableHeaders(scope=message), name)
            await send(message)

        try:
            await self._app(scope, receive, watched)
        except Exception:
            logger.exception("a request failed", extra={"request": name, "route": route_of(scope)})
            if status == 0:
                await internal_error(Request(scope))(scope, receive, watched)
        finally:
            self._note(scope, name, status, time.monotonic() - begun)

    def _add_headers(self, headers: MutableHeaders, name: str) -> None:
        for header, value in _HEADERS.items():
            headers.setdefault(header, value)
        headers["X-Request-Id"] = name
        if self._secure:
            headers.setdefault("Strict-Transport-Security", "max-age=31536000")

    def _note(self, scope: Scope, name: str, status: int, seconds: float) -> None:
        method = scope["method"] if scope["method"] in METHODS else "OTHER"
        route = route_of(scope)
        self._observe(method, route, status, seconds)
        state: dict[str, Any] = scope.get("state", {})
        caller = state.get("caller")
        facts = {
            "request": name,
            "method": method,
            "route": route,
            "status": status,
            "milliseconds": round(seconds * 1000, 1),
            "job": scope.get("path_params", {}).get("job_id") if status < 400 else None,
            "owner": getattr(caller, "owner", None),
            "code": state.get("problem"),
        }
        logger.info("request", extra=facts)


def route_of(scope: Scope) -> str:
    """The template of the route that a request came to."""
    return str(getattr(scope.get("route"), "path", UNKNOWN_ROUTE))
