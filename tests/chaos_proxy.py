"""A TCP proxy on loopback that cuts, stalls and delays connections, as bad networks do."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass

UP, DOWN = "up", "down"
_PIECE = 4096


@dataclass
class Fault:
    """What happens once, when ``after`` more bytes have passed in a ``direction``.

    Attributes:
        direction: :data:`UP` to the server, :data:`DOWN` from it.
        after: bytes that still pass.
        stall: keep the connection open and silent instead of cutting it.
    """

    direction: str
    after: int
    stall: bool = False


class ChaosProxy:
    """Passes connections on to a port of loopback.

    Attributes:
        port: where it listens.
        delay: seconds that every piece waits, in both directions.
        faults: how many have happened.
    """

    def __init__(self, target: int) -> None:
        self._target = target
        self._loop = asyncio.new_event_loop()
        self._fault: Fault | None = None
        self._ready = threading.Event()
        self._open: set[asyncio.StreamWriter] = set()
        self.port, self.delay, self.faults = 0, 0.0, 0
        self._thread = threading.Thread(target=self._run, name="chaos", daemon=True)
        self._thread.start()
        self._ready.wait(10)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def arm(self, fault: Fault) -> None:
        """Have one fault happen, to whichever connection has carried so many bytes."""
        self._fault = fault

    def disarm(self) -> None:
        self._fault = None

    def close(self) -> None:
        self._loop.call_soon_threadsafe(self._stop.set)
        self._thread.join(10)

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        self._loop.run_until_complete(self._serve())
        self._loop.close()

    async def _serve(self) -> None:
        self._stop = asyncio.Event()
        server = await asyncio.start_server(self._connect, "127.0.0.1", 0)
        self.port = server.sockets[0].getsockname()[1]
        self._ready.set()
        await self._stop.wait()
        server.close()
        for writer in list(self._open):
            writer.transport.abort()
        others = asyncio.all_tasks() - {asyncio.current_task()}
        for task in others:
            task.cancel()
        await asyncio.gather(*others, return_exceptions=True)

    async def _connect(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            server_reader, server_writer = await asyncio.open_connection("127.0.0.1", self._target)
        except OSError:
            writer.transport.abort()
            return
        both = (writer, server_writer)
        self._open.update(both)
        with suppress(OSError, asyncio.CancelledError):
            await asyncio.gather(
                self._pass(reader, server_writer, UP, both), self._pass(server_reader, writer, DOWN, both)
            )
        for end in both:
            end.transport.abort()
        self._open.difference_update(both)

    async def _pass(
        self,
        reader: asyncio.StreamReader,
        writer: asyncio.StreamWriter,
        direction: str,
        both: tuple[asyncio.StreamWriter, asyncio.StreamWriter],
    ) -> None:
        while data := await reader.read(_PIECE):
            if self.delay:
                await asyncio.sleep(self.delay)
            fault = self._fault
            if fault is not None and fault.direction == direction:
                if len(data) > fault.after:
                    self._fault = None
                    self.faults += 1
                    writer.write(data[: fault.after])
                    await writer.drain()
                    if fault.stall:
                        await self._stop.wait()
                    for end in both:
                        end.transport.abort()
                    return
                fault.after -= len(data)
            writer.write(data)
            await writer.drain()
        # One side has ended, and so does the other: HTTP has no use for half a connection.
        for end in both:
            end.close()


@contextmanager
def chaos_proxy(target: int) -> Iterator[ChaosProxy]:
    """A proxy before ``target``, closed in any case."""
    proxy = ChaosProxy(target)
    try:
        yield proxy
    finally:
        proxy.close()
