"""Connections that do not keep the server waiting: uvicorn itself waits for a request's head for ever."""

from __future__ import annotations

import asyncio
from typing import Any

from uvicorn.protocols.http.h11_impl import H11Protocol

#: Seconds that a request's head may take, from the connection or from its first byte.
HEAD_SECONDS = 20.0


class ImpatientProtocol(H11Protocol):
    """HTTP/1.1 whose connections are closed when no whole head of a request has come for some time."""

    _watch: asyncio.TimerHandle | None = None
    _answered: Any = None
    _suspected = False

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self._suspected = True
        self._watch = self.loop.call_later(HEAD_SECONDS, self._look)

    def connection_lost(self, exc: Exception | None) -> None:
        if self._watch is not None:
            self._watch.cancel()
        super().connection_lost(exc)

    def _look(self) -> None:
        """Close the connection if it has been between two requests since the last look, with bytes of the second one.

        One that has sent nothing since its last answer is uvicorn's to close, which has a timer for it then.
        """
        if self.transport.is_closing():
            return
        between = self.cycle is None or self.cycle.response_complete
        stalled = between and self.timeout_keep_alive_task is None
        if stalled and self._suspected and self._answered is self.cycle:
            self.transport.close()
            return
        self._suspected, self._answered = stalled, self.cycle
        self._watch = self.loop.call_later(HEAD_SECONDS, self._look)
