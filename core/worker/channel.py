"""The worker's ends of the two pipes: lines out from any thread, requests in by a thread of their own."""

from __future__ import annotations

import os
import queue
import threading
from collections.abc import Callable, Mapping
from typing import Any

from ..errors import SceneFillError
from .protocol import MAX_LINE, REQUESTS, decode, encode

_CHUNK = 1 << 16


class Outbox:
    """Writes messages to a descriptor, whole lines only, from any thread.

    A parent that is gone cannot be told anything: :attr:`broken` is set then, and what is sent is dropped.
    """

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor
        self._lock = threading.Lock()
        self.broken = threading.Event()

    def send(self, message: Mapping[str, Any]) -> None:
        line = memoryview(encode(message))
        with self._lock:
            try:
                while line and not self.broken.is_set():
                    written = os.write(self._descriptor, line)
                    line = line[written:]
            except OSError:
                self.broken.set()


class Request:
    """One request on its way: its id, its kind, its fields, and whether it is still wanted."""

    def __init__(self, message: Mapping[str, Any]) -> None:
        self.id = str(message["id"])
        self.kind = str(message["type"])
        self.fields = {name: value for name, value in message.items() if name not in ("id", "type")}
        self.cancelled = threading.Event()


class Inbox:
    """Reads a descriptor to its end in a thread of its own, so that a cancel is heard while the work goes on.

    Args:
        descriptor: to read from.
        refuse: is told the error of a message that makes no sense, with the id of the request that it would have been
            (None when it has none).
        at_end: called in the reading thread after the descriptor's end, all requests being cancelled by then.
    """

    def __init__(
        self, descriptor: int, refuse: Callable[[str | None, SceneFillError], None], at_end: Callable[[], None]
    ) -> None:
        self._descriptor, self._refuse, self._at_end = descriptor, refuse, at_end
        self._waiting: queue.SimpleQueue[Request | None] = queue.SimpleQueue()
        self._open: dict[str, Request] = {}
        self._lock = threading.Lock()
        # A daemon, because its read cannot be interrupted when the worker goes idle.
        self._thread = threading.Thread(target=self._read, name="inbox", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def next(self, timeout: float) -> Request | None:
        """The next request; None when the worker is no longer needed.

        Raises:
            queue.Empty: after ``timeout`` seconds without one.
        """
        return self._waiting.get(timeout=timeout)

    def has_more(self) -> bool:
        return not self._waiting.empty()

    def done(self, request: Request) -> None:
        """A request has its answer: its id means nothing from now on."""
        with self._lock:
            self._open.pop(request.id, None)

    def _read(self) -> None:
        rest, wanted = b"", True
        while wanted and (chunk := self._chunk()):
            *lines, rest = (rest + chunk).split(b"\n")
            # One that is too long is refused at its end; until then it must not fill the memory.
            rest = rest[: MAX_LINE + 1]
            wanted = all([self._take(line) for line in lines])
        with self._lock:
            for request in self._open.values():
                request.cancelled.set()
        self._waiting.put(None)
        self._at_end()

    def _chunk(self) -> bytes:
        try:
            return os.read(self._descriptor, _CHUNK)
        except OSError:
            # A broken pipe is an ended one.
            return b""

    def _take(self, line: bytes) -> bool:
        """Act on a line; False when it says that nothing more is wanted."""
        try:
            message = decode(line)
        except SceneFillError as error:
            self._refuse(None, error)
            return True
        kind, name = message["type"], message.get("id")
        if kind == "cancel":
            self._cancel(name)
        elif kind in REQUESTS:
            self._accept(message)
        elif kind != "shutdown":
            self._refuse(name if isinstance(name, str) else None, _bad_message(f"nobody knows a '{kind:.40}'"))
        return bool(kind != "shutdown")

    def _accept(self, message: Mapping[str, Any]) -> None:
        with self._lock:
            name = message.get("id")
            fits = isinstance(name, str) and name not in self._open
            if fits:
                request = self._open[str(name)] = Request(message)
                self._waiting.put(request)
        if not fits:
            self._refuse(None, _bad_message("a request's id is no text, or is in use"))

    def _cancel(self, name: object) -> None:
        """Cancel a request; one that has its answer by now needs nothing."""
        with self._lock:
            request = self._open.get(name) if isinstance(name, str) else None
        if request is not None:
            request.cancelled.set()


def _bad_message(problem: str) -> SceneFillError:
    return SceneFillError(
        "bad-message",
        f"The engine's process and SceneFill do not understand each other: {problem}.",
        "Restart QGIS; if it happens again, make the engine environment anew.",
    )
