"""One request to an ASGI application, passed on as a web server does: every header and address as a test wants it."""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass
from typing import Any

#: An address that is not this machine's.
AWAY = ("203.0.113.5", 40000)


@dataclass
class Answer:
    status: int
    headers: list[tuple[str, str]]
    body: bytes

    def values(self, name: str) -> list[str]:
        return [value for key, value in self.headers if key == name]

    def json(self) -> Any:
        return json.loads(self.body)


def call(app: Any, path: str, headers: list[tuple[str, str]] | None = None, **options: Any) -> Answer:
    """One request in an event loop of its own; options as of :func:`ask`."""
    return asyncio.run(ask(app, path, headers, **options))


async def ask(
    app: Any,
    path: str,
    headers: list[tuple[str, str]] | None = None,
    *,
    method: str = "GET",
    client: tuple[str, int] | None = AWAY,
    kind: str = "http",
    body: bytes = b"",
) -> Answer:
    """One request."""
    sent: list[dict[str, Any]] = []

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": body} if kind == "http" else {"type": "websocket.connect"}

    async def send(message: Any) -> None:
        sent.append(message)

    scope = {
        "type": kind,
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": method,
        "scheme": "http" if kind == "http" else "ws",
        "path": path,
        "raw_path": path.encode(),
        "query_string": b"",
        "root_path": "",
        "headers": [(name.lower().encode(), value.encode("latin-1")) for name, value in headers or []],
        "client": client,
        "server": ("127.0.0.1", 8765),
        "state": {},
    }
    await app(scope, receive, send)
    if kind != "http":
        return Answer(sent[0]["code"], [(sent[0]["type"], "")], b"")
    start = sent[0]
    plain = [(name.decode(), value.decode("latin-1")) for name, value in start["headers"]]
    return Answer(start["status"], plain, b"".join(item.get("body", b"") for item in sent[1:]))
