"""HTTP over requests, for the command line: proxies and certificate authorities as the environment says."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Optional
from urllib.parse import urlsplit

from ..errors import JobCancelled
from .addresses import is_loopback
from .transport import PIECE, Cancelled, FileSlice, Request, Response, Transport, TransportFailure


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
                timeout=(min(self._connect_timeout, request.timeout), request.timeout),
                allow_redirects=False,
                stream=True,
                # A proxy of the network has no way to this computer's own addresses.
                proxies={"no_proxy": host} if is_loopback(host) else {},
            ) as answer:
                return _read(answer, request, cancelled)
        except requests.RequestException as error:
            failure = _failure(error, request.url)
            raise failure from (None if failure.kind == "proxy-url" else error)

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
        for piece in self._part.pieces():
            if self._cancelled():
                raise JobCancelled
            yield piece


def _body(request: Request, cancelled: Cancelled) -> Any:
    return _Pieces(request.body, cancelled) if isinstance(request.body, FileSlice) else request.body or None


def _read(answer: Any, request: Request, cancelled: Cancelled) -> Response:
    headers = {name.lower(): value for name, value in answer.headers.items()}
    if _is_cut_short(answer, headers, request):
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


def _is_cut_short(answer: Any, headers: Mapping[str, str], request: Request) -> bool:
    """Whether the connection ended within the headers, which the library takes for their end.

    It does not say so where a line of them ended. Only the lack of what must be there tells then, and an answer without
    a length is no worse for it unless all of its body matters: login pages and old proxies give none.
    """
    original = getattr(answer.raw, "_original_response", None)
    if getattr(getattr(original, "msg", None), "defects", None):
        return True
    status = answer.status_code
    if status in (204, 304) or answer.request.method == "HEAD":
        return False
    if "content-length" in headers or "transfer-encoding" in headers or not 200 <= status < 400:
        return False
    if status >= 300:
        return "location" not in headers
    # Nothing says what it is: its headers are not all there.
    media_type = headers.get("content-type", "").lower()
    return request.into is not None or not media_type or "json" in media_type


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


def _failure(error: Exception, url: str) -> TransportFailure:
    import requests

    if _proxy_is_odd(error, url):
        # What the library says of it may hold a part of the password.
        return TransportFailure("proxy-url", type(error).__name__)
    if isinstance(error, (requests.exceptions.InvalidURL, requests.exceptions.InvalidSchema)):
        return TransportFailure("url", str(error))
    return TransportFailure(_kind(error), f"{type(error).__name__}: {error}"[:500])


def _kind(error: Exception) -> str:
    """By types, never by words: addresses, ports and names of jobs are in the texts, too."""
    import requests
    from urllib3 import exceptions

    kinds: tuple[tuple[str, tuple[type[BaseException], ...]], ...] = (
        # What failed on the way to a proxy is behind it.
        ("proxy", (requests.exceptions.ProxyError, exceptions.ProxyError)),
        ("tls", (requests.exceptions.SSLError, exceptions.SSLError, ssl.SSLError)),
        ("dns", (socket.gaierror,)),
        ("unreachable", (exceptions.NewConnectionError, ConnectionRefusedError)),
        ("timeout", (requests.exceptions.Timeout, exceptions.TimeoutError, TimeoutError)),
    )
    found = list(_causes(error))
    return next((kind for kind, types in kinds if any(isinstance(cause, types) for cause in found)), "cut")


def _causes(error: BaseException) -> Iterator[BaseException]:
    """An error and those that it was made of. Not those that were being handled: they may be of another exchange."""
    yield error
    for cause in (*error.args, getattr(error, "reason", None), error.__cause__):
        if isinstance(cause, BaseException):
            yield from _causes(cause)


def _proxy_is_odd(error: Exception, url: str) -> bool:
    """Whether an exchange failed because the address of the proxy cannot be understood, or is understood wrongly."""
    import requests

    proxy = requests.utils.select_proxy(url, requests.utils.get_environ_proxies(url))
    if not proxy:
        return False
    if isinstance(error, requests.exceptions.ProxyError):
        # A sign in the password has cut the address in two: what stands before it is taken for the host.
        return "@" in proxy and "@" not in urlsplit(proxy).netloc
    if not isinstance(error, (requests.exceptions.InvalidURL, requests.exceptions.InvalidSchema)):
        return False
    try:
        requests.Request("GET", url).prepare()
    except requests.RequestException:
        return False
    return True
