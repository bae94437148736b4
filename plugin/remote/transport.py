"""HTTP as QGIS does it: its proxies, the certificates it trusts, and a login that only QGIS knows.

The id of an authentication configuration is all that SceneFill has of a login; QGIS puts the token into each request.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Optional
from urllib.parse import urlsplit

from qgis.core import Qgis, QgsApplication, QgsBlockingNetworkRequest, QgsFeedback
from qgis.PyQt.QtCore import QByteArray, QTimer, QUrl
from qgis.PyQt.QtNetwork import QNetworkReply, QNetworkRequest

from ...core.errors import JobCancelled, SceneFillError
from ...core.feedback import Feedback
from ...core.remote.addresses import same_place
from ...core.remote.own_files import own_files
from ...core.remote.transport import (
    MOST_RECEIVED,
    Cancelled,
    FileSlice,
    Request,
    Response,
    Transport,
    TransportFailure,
)
from ..environment.network import NetworkFacts, look, network_facts

_TICK_MS = 100
#: From here on a certificate that QGIS does not trust cannot hold up a request in a background thread for ever.
_SAFE_QGIS = 32800
_CERTIFICATE = "env-certificate"


def _number(error: Any) -> int:
    """A member of an enum as a number; Qt 6 has enums that are none."""
    return int(getattr(error, "value", error))


_ERRORS = QNetworkReply.NetworkError
#: What Qt calls failures of the way, and what the client calls them.
_KINDS: Mapping[int, str] = {
    _number(error): kind
    for kind, errors in (
        ("unreachable", (_ERRORS.ConnectionRefusedError, _ERRORS.TemporaryNetworkFailureError)),
        ("unreachable", (_ERRORS.NetworkSessionFailedError, _ERRORS.UnknownNetworkError)),
        ("dns", (_ERRORS.HostNotFoundError,)),
        ("tls", (_ERRORS.SslHandshakeFailedError,)),
        ("timeout", (_ERRORS.TimeoutError, _ERRORS.OperationCanceledError)),
        ("cut", (_ERRORS.RemoteHostClosedError,)),
        ("proxy", (_ERRORS.ProxyConnectionRefusedError, _ERRORS.ProxyConnectionClosedError)),
        ("proxy", (_ERRORS.ProxyNotFoundError, _ERRORS.ProxyTimeoutError, _ERRORS.UnknownProxyError)),
        ("proxy", (_ERRORS.ProxyAuthenticationRequiredError,)),
        ("url", (_ERRORS.ProtocolUnknownError,)),
    )
    for error in errors
}


class QgisTransport(Transport):
    """Sends by ``QgsBlockingNetworkRequest``; used in background threads only, one exchange at a time.

    Args:
        authcfg: id of QGIS' authentication configuration; empty for a server without logins.
    """

    def __init__(self, authcfg: str = "") -> None:
        self._authcfg = authcfg
        self._facts: Optional[NetworkFacts] = None if Qgis.versionInt() >= _SAFE_QGIS else network_facts()
        self._trusted: set[str] = set()

    @property
    def authenticated(self) -> bool:
        return bool(self._authcfg)

    def send(self, request: Request, cancelled: Cancelled) -> Response:
        self._check_certificate(request.url, cancelled)
        if self._authcfg and self._authcfg not in QgsApplication.authManager().configIds():
            raise SceneFillError(
                "server-login",
                "The login of the server is not among QGIS' authentication configurations any more.",
                "Choose another one in SceneFill's options.",
            )
        body = request.body.read() if isinstance(request.body, FileSlice) else request.body
        exchange = QgsBlockingNetworkRequest()
        exchange.setAuthCfg(self._authcfg)
        stop = QgsFeedback()
        # In this thread, whose event loop turns inside of the request.
        ticks = QTimer()
        ticks.timeout.connect(lambda: stop.cancel() if cancelled() else None)
        ticks.start(_TICK_MS)
        most = max(request.limit, MOST_RECEIVED)
        exchange.downloadProgress.connect(lambda got, _: stop.cancel() if got > most else None)
        try:
            refused = _exchange(exchange, request, body, stop) == QgsBlockingNetworkRequest.ErrorCode.NetworkError
        finally:
            ticks.stop()
        if refused and self._authcfg and _number(exchange.reply().error()) == _number(_ERRORS.NoError):
            # Nothing was sent: without its master password QGIS has no logins.
            raise SceneFillError(
                "server-login",
                "QGIS could not use the login of the server.",
                "Enter QGIS' master password, or choose another login in SceneFill's options.",
                {"cause": exchange.errorMessage()},
            )
        return _response(exchange, request, cancelled)

    def close(self) -> None:
        """Connections are QGIS' own, and shared by all that it does."""

    def _check_certificate(self, url: str, cancelled: Cancelled) -> None:
        """Look at the server's certificate in a way that cannot hang, where the usual way can."""
        place = urlsplit(url).netloc
        if self._facts is None or not url.startswith("https:") or place in self._trusted:
            return
        if not _has_exception(place):
            problem = look(url, self._facts, _Asking(cancelled))
            if problem is not None and problem.code == _CERTIFICATE:
                raise TransportFailure("tls", " ".join(problem.details.get("output", ())) or problem.message)
        self._trusted.add(place)


class _Asking(Feedback):
    """A feedback that only says whether to stop."""

    def __init__(self, cancelled: Cancelled) -> None:
        self._cancelled = cancelled

    def is_cancelled(self) -> bool:
        return self._cancelled()


def _has_exception(place: str) -> bool:
    """Whether the user told QGIS to bear with the certificate of a host."""
    host = place if ":" in place else f"{place}:443"
    return not QgsApplication.authManager().sslCertCustomConfigByHost(host).isNull()


def _exchange(exchange: QgsBlockingNetworkRequest, asked: Request, body: bytes, stop: QgsFeedback) -> Any:
    request = QNetworkRequest(QUrl(asked.url))
    headers = {"Accept-Encoding": "identity", **asked.headers}
    method = asked.method
    if method == "PATCH":
        # Not all versions can; a server of tus understands this.
        method, headers["X-HTTP-Method-Override"] = "POST", method
    if method in ("POST", "PUT"):
        headers.setdefault("Content-Type", "application/octet-stream")
    for name, value in headers.items():
        request.setRawHeader(name.encode("ascii"), value.encode("latin-1"))
    # Otherwise QGIS follows redirects by itself, to any host, and shows the login to it.
    policy = QNetworkRequest.RedirectPolicy.SameOriginRedirectPolicy
    request.setAttribute(QNetworkRequest.Attribute.RedirectPolicyAttribute, int(getattr(policy, "value", policy)))
    if hasattr(request, "setTransferTimeout"):
        request.setTransferTimeout(max(int(1000 * asked.timeout), 1))
    if method == "GET":
        return exchange.get(request, True, stop)
    if method == "HEAD":
        return exchange.head(request, True, stop)
    if method == "DELETE":
        return exchange.deleteResource(request, stop)
    if method == "PUT":
        return exchange.put(request, QByteArray(body), stop)
    if method == "POST":
        return exchange.post(request, QByteArray(body), True, stop)
    raise ValueError(f"QGIS cannot send {method}")


def _response(exchange: QgsBlockingNetworkRequest, asked: Request, cancelled: Cancelled) -> Response:
    reply = exchange.reply()
    status = reply.attribute(QNetworkRequest.Attribute.HttpStatusCodeAttribute)
    content = bytes(reply.content())[: asked.limit]
    if cancelled():
        raise JobCancelled
    headers = {bytes(name).decode("latin-1").lower(): _header(reply, name) for name in reply.rawHeaderList()}
    answered = reply.request().url().toString()
    if not same_place(asked.url, answered):
        # Later versions of QGIS follow redirects whatever they are asked: what another host says is no answer.
        return Response(302, {"location": answered}, b"")
    received = 0
    if asked.into is not None and status is not None and int(status) == 206:
        received = _append(asked.into, content)
    error = _number(reply.error())
    if status is None or not _is_answer(error, int(status)):
        raise TransportFailure(_KINDS.get(error, "cut"), exchange.errorMessage() or reply.errorString())
    return Response(int(status), headers, b"" if received else content, received, asked.url)


def _header(reply: Any, name: Any) -> str:
    return bytes(reply.rawHeader(name)).decode("latin-1")


def _append(target: Path, content: bytes) -> int:
    """
    Raises:
        SceneFillError: ``disk-full``, ``file-system``; what could be written stays there.
    """
    with own_files(target), target.open("ab") as stream:
        return stream.write(content)


def _is_answer(error: int, status: int) -> bool:
    """Whether a whole answer of a server, or of a proxy, came: Qt has an error for each kind of bad status."""
    if error in (_number(_ERRORS.NoError), _number(_ERRORS.InsecureRedirectError)):
        return True
    refused = (_ERRORS.ProtocolInvalidOperationError, _ERRORS.ProxyAuthenticationRequiredError)
    return status >= 400 and (200 < error < 300 or 400 < error < 500 or error in map(_number, refused))
