"""One HTTP exchange at a time, whoever makes it: requests, or QGIS with its proxies, certificates and logins.

A transport knows nothing of SceneFill. It adds the login, sends, and hands back what came, whatever the status. It does
not try again, and it follows no redirect: :mod:`..client` decides both.
"""

from __future__ import annotations

import abc
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Optional, Union

from .own_files import own_files, shortened

#: Bytes of one request's body and of one answer that a transport must be able to hold: QGIS cannot stream.
MOST_SENT, MOST_RECEIVED = 8 * 2**20, 16 * 2**20
#: Bytes between two looks at whether the exchange is still wanted.
PIECE = 1 << 16

Cancelled = Callable[[], bool]


@dataclass(frozen=True)
class FileSlice:
    """A part of a file that is sent: ``length`` bytes from ``offset``, at most :data:`MOST_SENT`."""

    path: Path
    offset: int
    length: int

    def pieces(self) -> Iterator[bytes]:
        """All of it, at most :data:`PIECE` bytes at once.

        Raises:
            SceneFillError: ``file-system``, and ``upload-checksum`` when the file has been cut since. Never an
                :class:`OSError`, which HTTP libraries take for one of the connection.
        """
        left = self.length
        with own_files(self.path), self.path.open("rb") as stream:
            stream.seek(self.offset)
            while left:
                piece = stream.read(min(PIECE, left))
                if not piece:
                    raise shortened(self.path)
                left -= len(piece)
                yield piece

    def read(self) -> bytes:
        """All of it at once; raises as :meth:`pieces`."""
        return b"".join(self.pieces())


@dataclass(frozen=True)
class Request:
    """What is asked.

    Attributes:
        method: of HTTP.
        url: absolute.
        headers: without those of the login.
        body: to send.
        into: file to whose end the answer's body goes, if the status is 206; any other answer stays in memory.
        limit: bytes of an answer at most; what comes beyond them is not read.
        timeout: seconds without a byte after which the exchange has failed.
    """

    method: str
    url: str
    headers: Mapping[str, str] = field(default_factory=dict)
    body: Union[bytes, FileSlice] = b""
    into: Optional[Path] = None
    limit: int = MOST_SENT
    timeout: float = 60.0


@dataclass(frozen=True)
class Response:
    """What was answered.

    Attributes:
        status: of HTTP.
        headers: names in lower case.
        body: empty where it went into a file, and at most the request's ``limit``.
        received: bytes that went into the file.
        url: that answered: another one where the transport could not help following a redirect.
    """

    status: int
    headers: Mapping[str, str]
    body: bytes = b""
    received: int = 0
    url: str = ""

    @property
    def media_type(self) -> str:
        """Of the body, in lower case and without parameters."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()


class TransportFailure(Exception):
    """No whole answer came; the client makes an error of it that a user can read.

    Args:
        kind: ``unreachable`` (nothing listens, no route), ``dns``, ``tls``, ``proxy`` (it lets nothing
            through), ``proxy-url`` (its address is none), ``timeout``, ``cut`` (the connection ended in the
            middle) or ``url`` (that is none).
        cause: in the library's words, for the log.
    """

    #: Kinds that may be otherwise a moment later.
    PASSING = ("unreachable", "dns", "timeout", "cut")

    def __init__(self, kind: str, cause: str) -> None:
        super().__init__(f"{kind}: {cause}")
        self.kind, self.cause = kind, cause


class Transport(abc.ABC):
    """Sends requests, one at a time."""

    @property
    @abc.abstractmethod
    def authenticated(self) -> bool:
        """Whether a login goes with the requests: then they must not travel in the clear."""

    @abc.abstractmethod
    def send(self, request: Request, cancelled: Cancelled) -> Response:
        """One exchange, blocking.

        What was received before a failure stays at the end of the request's file.

        Raises:
            TransportFailure: when no whole answer came.
            JobCancelled: as soon as ``cancelled`` says so, which is asked at every piece of a body.
            SceneFillError: when the file that is sent cannot be read, see :meth:`FileSlice.pieces`.
            OSError: when the file that the answer goes into cannot be written.
        """

    @abc.abstractmethod
    def close(self) -> None:
        """Let go of open connections."""
