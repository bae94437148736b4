"""HTTP over requests, for the command line: proxies and certificate authorities as the environment says."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Optional
from urllib.parse import urlsplit

from ..errors import JobCancelled
from .addresses import is_loopback
from .transport import PIECE, Cancelled, FileSlice, Request, Response, Transport, TransportFailure

#: Words of the libraries below, in the order in which they decide; the exception types are not always told apart.
_KINDS = (
    ("proxy", ("ProxyError", "Tunnel connection failed", "407")),
    ("tls", ("SSLError", "CERTIFICATE_VERIFY", "SSLCertVerificationError", "WRONG_VERSION_NUMBER")),
    ("dns", ("NameResolutionError", "Name or service not known", "getaddrinfo", "nodename nor servname")),
    ("timeout", ("Timeout", "timed out")),
    ("unreachable", ("NewConnectionError", "Connection refused", "No route to host", "Network is unreachable")),
)


class RequestsTransport(Transport):
    """A session of requests.

    Args:
        token: bearer token; None for a server without tokens.
        connect_timeout: seconds.
    """

    def __init__(self, token: Optional[str] = None, *, connect_timeout: float = 15.0) -> None:
        import requests

        self._session = requests.Session()
        # An authentication of one's own keeps requests from taking one out of ~/.netrc.
        self._session.auth = _Bearer(token)
        self._session.headers["Accept-Encoding"] = "identity"
        self._token, self._connect_timeout = token, connect_timeout

    @property
    def authenticated(self) -> bool:
        return self._token is not None

    def send(self, request: Request, cancelled: Cancelled) -> Response:
        import requests

        host = urlsplit(request.url).hostname or ""
        try:
            with self._session.request(
                request.method,
                request.url,
                headers=dict(request.headers),
                data=_body(request, cancelled),
                timeout=(self._connect_timeout, request.timeout),
                allow_redirects=False,
                stream=True,
                # A proxy of the network has no way to this computer's own addresses.
                proxies={"no_proxy": host} if is_loopback(host) else {},
            ) as answer:
                return _read(answer, request, cancelled)
        except requests.RequestException as error:
            raise _failure(error) from error

    def close(self) -> None:
        self._session.close()


class _Bearer:
    """Adds the token; a request that goes nowhere else than asked needs no more care."""

    def __init__(self, token: Optional[str]) -> None:
        self._token = token

    def __call__(self, prepared: Any) -> Any:
        if self._token is not None:
            prepared.headers["Authorization"] = f"Bearer {self._token}"
        return prepared


class _Pieces:
    """A slice of a file in pieces, with a length, so that requests does not send it chunked."""

    def __init__(self, part: FileSlice, cancelled: Cancelled) -> None:
        self._part, self._cancelled = part, cancelled

    def __len__(self) -> int:
        return self._part.length

    def __iter__(self) -> Iterator[bytes]:
        left = self._part.length
        with self._part.open() as stream:
            while left:
                if self._cancelled():
                    raise JobCancelled
                piece = stream.read(min(PIECE, left))
                if not piece:
                    raise OSError(f"{self._part.path} has become shorter while it was sent")
                left -= len(piece)
                yield piece


def _body(request: Request, cancelled: Cancelled) -> Any:
    return _Pieces(request.body, cancelled) if isinstance(request.body, FileSlice) else request.body or None


def _read(answer: Any, request: Request, cancelled: Cancelled) -> Response:
    headers = {name.lower(): value for name, value in answer.headers.items()}
    if _is_cut_short(answer, headers):
        raise TransportFailure("cut", "the headers are not whole")
    if request.into is not None and answer.status_code == 206:
        received = _append(answer, request.into, request.limit, cancelled)
        return Response(answer.status_code, headers, b"", received, answer.url)
    body = bytearray()
    for piece in answer.iter_content(PIECE):
        if cancelled():
            raise JobCancelled
        body += piece[: request.limit - len(body)]
        if len(body) == request.limit:
            break
    return Response(answer.status_code, headers, bytes(body), 0, answer.url)


def _is_cut_short(answer: Any, headers: dict[str, str]) -> bool:
    """Whether the connection ended within the headers, which the library takes for their end."""
    original = getattr(answer.raw, "_original_response", None)
    if getattr(getattr(original, "msg", None), "defects", None):
        return True
    bare = answer.status_code in (204, 304) or answer.request.method == "HEAD"
    return not bare and "content-length" not in headers and "transfer-encoding" not in headers


def _append(answer: Any, target: Path, limit: int, cancelled: Cancelled) -> int:
    received = 0
    with target.open("ab") as stream:
        for piece in answer.iter_content(PIECE):
            if cancelled():
                raise JobCancelled
            part = piece[: limit - received]
            stream.write(part)
            received += len(part)
            if received == limit:
                break
    return received


def _failure(error: Exception) -> TransportFailure:
    import requests

    if isinstance(error, (requests.exceptions.InvalidURL, requests.exceptions.InvalidSchema)):
        return TransportFailure("url", str(error))
    text = f"{type(error).__name__}: {error}"
    kind = next((kind for kind, words in _KINDS if any(word in text for word in words)), "cut")
    return TransportFailure(kind, text[:500])
