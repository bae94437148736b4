"""QGIS' way to the network for pip and uv: its proxy, the certificates it trusts, and a look whether it works."""

from __future__ import annotations

import ast
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Optional
from urllib.parse import quote, urlsplit

from qgis.core import QgsApplication, QgsNetworkAccessManager
from qgis.PyQt.QtCore import QEventLoop, QTimer, QUrl
from qgis.PyQt.QtNetwork import QNetworkAccessManager, QNetworkProxy, QNetworkReply, QNetworkRequest, QSslCertificate

from ...core.errors import SceneFillError
from ...core.feedback import Feedback
from .failures import classify
from .process import run_child, without_login

DEFAULT_INDEX = "https://pypi.org/simple"

_PROXY_NAMES = ("http_proxy", "https_proxy", "all_proxy")
_CERTIFICATE_NAMES = ("PIP_CERT", "REQUESTS_CA_BUNDLE", "SSL_CERT_FILE", "CURL_CA_BUNDLE")
_LOOK_SECONDS = 15.0
_TICK_MS = 100
_PIP_SECONDS = 30.0


# Debian's Python has no pip of its own, only the wheel that its virtual environments get: that one is asked then.
_LIST_SETTINGS = """
import runpy, sys
try:
    import pip
except ImportError:
    import ensurepip, pathlib, sysconfig
    folders = (sysconfig.get_config_var("WHEEL_PKG_DIR"), pathlib.Path(ensurepip.__file__).parent / "_bundled")
    wheels = [str(wheel) for folder in folders if folder for wheel in pathlib.Path(folder).glob("pip-*.whl")]
    sys.path[:0] = wheels[:1]
sys.argv = ["pip", "--disable-pip-version-check", "config", "list"]
runpy.run_module("pip", run_name="__main__")
"""


@dataclass(frozen=True)
class NetworkFacts:
    """What QGIS knows about the network; the proxy's address holds its login, so this is never printed.

    Attributes:
        proxy: ``http://host:port``, with user and password before the host if it wants them; empty without one.
        no_proxy: hosts that are reached without it.
        certificates: trusted authorities, PEM.
    """

    proxy: str = ""
    no_proxy: tuple[str, ...] = ()
    certificates: bytes = b""

    def __repr__(self) -> str:
        return f"NetworkFacts(proxy={'set' if self.proxy else 'none'}, {len(self.certificates)} bytes of certificates)"


@dataclass(frozen=True)
class PipSettings:
    """What the user's pip is set up for: uv is told the same, and where pip goes its own way ours is left out."""

    index_url: str = ""
    extra_index_urls: tuple[str, ...] = ()
    find_links: tuple[str, ...] = ()
    no_index: bool = False
    proxy: str = ""
    cert: str = ""

    @property
    def has_sources(self) -> bool:
        """Whether somebody decided where packages come from."""
        return bool(self.index_url or self.extra_index_urls or self.find_links or self.no_index)


def network_facts() -> NetworkFacts:
    """QGIS' proxy and certificates. Main thread; takes milliseconds."""
    manager = QgsNetworkAccessManager.instance()
    proxy = proxy_address(manager.fallbackProxy())
    skipped = [*manager.excludeList(), *manager.noProxyList()] if proxy else []
    hosts = tuple(sorted({host for host in (urlsplit(url).hostname or url for url in skipped) if host}))
    auth = QgsApplication.authManager()
    certificates = b"" if auth.isDisabled() else bytes(auth.trustedCaCertsPemText())
    return NetworkFacts(proxy, hosts, certificates)


def proxy_address(proxy: QNetworkProxy) -> str:
    """The address of a proxy as programs take it; empty for none."""
    schemes = {
        QNetworkProxy.ProxyType.HttpProxy: "http",
        QNetworkProxy.ProxyType.HttpCachingProxy: "http",
        QNetworkProxy.ProxyType.Socks5Proxy: "socks5h",
    }
    scheme = schemes.get(proxy.type())
    if scheme is None or not proxy.hostName():
        return ""
    login = ""
    if proxy.user():
        login = f"{quote(proxy.user(), safe='')}:{quote(proxy.password(), safe='')}@"
    port = f":{proxy.port()}" if proxy.port() else ""
    return f"{scheme}://{login}{proxy.hostName()}{port}"


def with_network(environ: Mapping[str, str], facts: NetworkFacts, pip: PipSettings, folder: Path) -> dict[str, str]:
    """``environ`` with QGIS' proxy and certificates, for pip and uv.

    The user's own settings win: certificates are only given where neither variables nor pip's configuration do.
    ``folder`` takes the file of certificates.
    """
    result = dict(environ)
    if facts.proxy and not pip.proxy:
        for name in [name for name in result if name.lower() in (*_PROXY_NAMES, "no_proxy")]:
            del result[name]
        for name in _PROXY_NAMES:
            result[name] = result[name.upper()] = facts.proxy
        result["no_proxy"] = result["NO_PROXY"] = ",".join(("localhost", "127.0.0.1", *facts.no_proxy))
    if facts.certificates and not pip.cert and not any(result.get(name) for name in _CERTIFICATE_NAMES):
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / "certificates.pem"
        path.write_bytes(facts.certificates)
        result["PIP_CERT"] = result["SSL_CERT_FILE"] = str(path)
    return result


def pip_settings(python: Path, environ: Mapping[str, str], feedback: Feedback) -> PipSettings:
    """What pip reads from its files and variables; a Python that can make no pip gives nothing. Blocks."""
    argv = [str(python), "-I", "-c", _LIST_SETTINGS]
    ended = run_child(argv, environ=environ, feedback=feedback, seconds=_PIP_SECONDS)
    return parse_pip_settings(ended.text) if ended.returncode == 0 else PipSettings()


def parse_pip_settings(text: str) -> PipSettings:
    """From the lines of ``pip config list``, such as ``global.index-url='https://...'``."""
    values: dict[str, list[str]] = {}
    for line in text.splitlines():
        name, separator, shown = line.partition("=")
        if not separator:
            continue
        try:
            value = str(ast.literal_eval(shown))
        except (ValueError, SyntaxError):
            continue
        values.setdefault(name.rpartition(".")[2], []).extend(value.split())
    return PipSettings(
        index_url=values.get("index-url", [""])[0],
        extra_index_urls=tuple(values.get("extra-index-url", ())),
        find_links=tuple(values.get("find-links", ())),
        no_index=values.get("no-index", ["0"])[0].lower() in {"1", "true", "yes", "on"},
        proxy=values.get("proxy", [""])[0],
        cert=values.get("cert", [""])[0],
    )


def look(url: str, facts: NetworkFacts, feedback: Feedback, seconds: float = _LOOK_SECONDS) -> Optional[SceneFillError]:
    """Whether ``url`` can be reached in QGIS' way: None if so, else the error that says why not. Blocks; any thread.

    Not through QgsNetworkAccessManager: before QGIS 3.28 a certificate error in a background thread can stop it
    for ever (a wake-up that is lost), and this looks for such errors. Nor would what it asks the user help pip.

    Raises:
        JobCancelled: ``feedback`` said stop.
    """
    manager = QNetworkAccessManager()
    if facts.proxy:
        manager.setProxy(_proxy_at(facts.proxy))
    request = QNetworkRequest(QUrl(url))
    if facts.certificates:
        trust = request.sslConfiguration()
        trust.setCaCertificates(QSslCertificate.fromData(facts.certificates))
        request.setSslConfiguration(trust)
    reply = manager.head(request)
    _wait_for(reply, feedback, seconds)
    feedback.raise_if_cancelled()
    status = reply.attribute(QNetworkRequest.Attribute.HttpStatusCodeAttribute)
    if reply.error() == QNetworkReply.NetworkError.NoError or (status and int(status) != 407):
        return None
    text = without_login(f"{_words_for(reply.error(), bool(facts.proxy))}: {reply.errorString()}")
    return classify(text, int(status or 0), f"HEAD {url}")


def _wait_for(reply: QNetworkReply, feedback: Feedback, seconds: float) -> None:
    """Let an answer come, for so long at most and while ``feedback`` does not say stop."""
    loop, ticks = QEventLoop(), QTimer()
    limit = time.monotonic() + seconds

    def tick() -> None:
        if feedback.is_cancelled() or time.monotonic() > limit:
            reply.abort()

    ticks.timeout.connect(tick)
    reply.finished.connect(loop.quit)
    ticks.start(_TICK_MS)
    tick()
    if not reply.isFinished():
        loop.exec()
    ticks.stop()


def _proxy_at(address: str) -> QNetworkProxy:
    """The opposite of :func:`proxy_address`."""
    url = QUrl(address)
    kinds = QNetworkProxy.ProxyType
    kind = kinds.Socks5Proxy if url.scheme().startswith("socks") else kinds.HttpProxy
    decoded = QUrl.ComponentFormattingOption.FullyDecoded
    return QNetworkProxy(kind, url.host(), max(url.port(), 0), url.userName(decoded), url.password(decoded))


def _words_for(error: Any, proxied: bool) -> str:
    """What pip would say of the same failure. Qt has no code of its own for most failures of a proxy."""
    names = QNetworkReply.NetworkError
    if error == names.SslHandshakeFailedError:
        return "certificate verify failed"
    if error == names.ProxyAuthenticationRequiredError:
        return "proxy authentication required"
    return "ProxyError" if proxied else "NewConnectionError"
