"""Who is asking, and whether they may: in front of the whole application, so that no route can be open by mistake.

A request reaches a route, or the answer that there is none, only with a :class:`Caller`. Whatever is wrong with a
token, the answer is the same.
"""

from __future__ import annotations

import base64
import binascii
import ipaddress
import logging
import re
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated

import anyio.to_thread
from anyio import CapacityLimiter
from fastapi import Depends, FastAPI, Request
from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from ..core.errors import SceneFillError
from .config import ServerConfig
from .oidc import OidcVerifier
from .problems import problem_response
from .quotas import Quota
from .token_store import ADMIN, ANONYMOUS, MONITOR, PREFIX, RUN, SCOPES, TokenStore, digest

logger = logging.getLogger("scenefill.server")

REALM = 'realm="scenefill"'
#: Paths that any valid token opens, and those for monitoring. All others, known or not, are for scope ``run``: a route
#: that somebody adds and forgets here is closed to a token of fewer rights.
FOR_ANYBODY = frozenset({"/", "/conformance", "/api"})
FOR_MONITORING = frozenset({"/health", "/ready", "/metrics"})

UNCHANGING = frozenset({"GET", "HEAD", "OPTIONS"})
MAX_CREDENTIAL = 8192
_TOKEN = re.compile(r"[A-Za-z0-9._~+/=-]+")
_LOCAL_HOST = re.compile(r"(localhost|127\.\d{1,3}\.\d{1,3}\.\d{1,3}|\[::1\])(:\d{1,5})?", re.IGNORECASE)
_PROXIED = ("forwarded", "via", "x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "x-real-ip")

#: Wrong tokens that one address may send at once, and how many more a second. Nobody guesses 256 random bits: this is
#: for the database and the threads. Beyond it, tokens from there that were never right are looked at one after the
#: other, and refused unseen when so many wait for it already.
FAILURES = 30.0
FAILURES_PER_SECOND = 0.5
WAITING = 16
#: Addresses and good tokens that are remembered.
REMEMBERED = 4096


@dataclass(frozen=True)
class Caller:
    """Who sent a request.

    Args:
        owner: whom jobs and uploads belong to; goes into queries.
        name: what to call them on a page.
        scopes: what they may do, of :data:`.token_store.SCOPES`.
        quota: limits of their owner, the server's defaults included.
    """

    owner: str
    name: str
    scopes: frozenset[str]
    quota: Quota


def caller(request: Request) -> Caller:
    """The caller of a request, as a FastAPI dependency.

    Raises:
        RuntimeError: the application is not protected. A route then answers 500 rather than to anybody.
    """
    found = getattr(request.state, "caller", None)
    if not isinstance(found, Caller):
        raise RuntimeError("there is no AccessMiddleware in front of this application")
    return found


#: A route's parameter that the caller comes in.
CallerDep = Annotated[Caller, Depends(caller)]


def protect(app: FastAPI, config: ServerConfig, tokens: TokenStore) -> None:
    """Put :class:`AccessMiddleware` in front of ``app``.

    Raises:
        SceneFillError: ``oidc-config``, ``bad-value`` for ``no_auth`` together with ``behind_proxy``.
    """
    if config.no_auth and config.behind_proxy:
        raise SceneFillError(
            "bad-value",
            "A server behind a proxy cannot do without tokens: everybody would come from this machine.",
            "Leave out --no-auth, and make tokens by scenefill token add.",
        )
    oidc = None
    if config.oidc_issuer is not None:
        oidc = OidcVerifier(config.oidc_issuer, config.oidc_audience or "", config.oidc_algorithms)
    app.add_middleware(AccessMiddleware, config=config, tokens=tokens, oidc=oidc)


@dataclass(eq=False)
class Refusal(Exception):
    """A request that goes no further: status, code and text of the answer."""

    status: int
    code: str
    detail: str
    hint: str = ""
    headers: tuple[tuple[str, str], ...] = ()
    retryable: bool = False


class AccessMiddleware:
    """Lets requests through that have a caller, and answers all others itself, before their body is read.

    Args:
        app: what is protected.
        config: of the server.
        tokens: its own tokens.
        oidc: tokens of somebody else, if they are taken.
    """

    def __init__(self, app: ASGIApp, config: ServerConfig, tokens: TokenStore, oidc: OidcVerifier | None) -> None:
        self._app = app
        self._config = config
        self._tokens = tokens
        self._oidc = oidc
        self._failures = FailureLimit()
        self._good: OrderedDict[str, None] = OrderedDict()
        # Look-ups have threads of their own: neither an issuer that does not answer nor a flood of wrong tokens takes
        # those that routes work in.
        self._store_threads = CapacityLimiter(8)
        self._oidc_threads = CapacityLimiter(4)
        self._slow_lane = CapacityLimiter(1)
        self._in_slow_lane = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
        elif scope["type"] == "http":
            await self._http(scope, receive, send)
        else:
            # There are no web sockets here; should somebody add one, it is not open.
            await send({"type": "websocket.close", "code": 1008})

    async def _http(self, scope: Scope, receive: Receive, send: Send) -> None:
        headers = Headers(scope=scope)
        if self._config.behind_proxy:
            believe_proxy(scope, headers)
        try:
            found = self._anybody(scope, headers) if self._config.no_auth else await self._known(scope, headers)
            check_origin(scope["method"], headers)
            check_scope(scope, found)
        except Refusal as refusal:
            await respond(refusal, scope, receive, send)
            return
        scope.setdefault("state", {})["caller"] = found
        await self._app(scope, receive, send)

    def _anybody(self, scope: Scope, headers: Headers) -> Caller:
        """The one caller of a server without tokens, who has to be on this machine and to know it.

        A page from elsewhere that makes its own name resolve to 127.0.0.1 (DNS rebinding) gives itself away by the Host
        header, and a proxy in front of such a server by those that it adds.
        """
        hosts = headers.getlist("host")
        local = len(hosts) == 1 and _LOCAL_HOST.fullmatch(hosts[0]) is not None
        if not local or not is_loopback(peer(scope)) or any(name in headers for name in _PROXIED):
            raise Refusal(
                403,
                "not-local",
                "This server takes no tokens, and so only requests from its own machine under a local name.",
                "Call it by 127.0.0.1 or localhost, without a proxy; or start it with tokens.",
            )
        return Caller(ANONYMOUS, ANONYMOUS, frozenset(SCOPES), self._config.quota)

    async def _known(self, scope: Scope, headers: Headers) -> Caller:
        """The caller whose token a request carries."""
        token = credential(headers)
        if token is None:
            raise unauthorized(headers)
        mark, address = digest(token), limited_address(peer(scope))
        # A token that was right before is looked at as ever: whoever shares an address with a broken client, or a
        # malicious one, goes on working. Nobody is made to wait on purpose, which would hold connections.
        slow = mark not in self._good and self._failures.spent(address)
        if slow and self._in_slow_lane > WAITING:
            raise unauthorized(headers)
        self._in_slow_lane += slow
        try:
            found = await self._look_up(token, slow)
        finally:
            self._in_slow_lane -= slow
        if found is None:
            self._good.pop(mark, None)
            if self._failures.note(address):
                logger.warning("many wrong tokens from %s: they are looked at one after the other", address)
            raise unauthorized(headers)
        self._good[mark] = None
        self._good.move_to_end(mark)
        if len(self._good) > REMEMBERED:
            self._good.popitem(last=False)
        return found

    async def _look_up(self, token: str, slow: bool) -> Caller | None:
        if self._oidc is not None and not token.startswith(PREFIX):
            threads = self._slow_lane if slow else self._oidc_threads
            identity = await anyio.to_thread.run_sync(self._oidc.verify, token, limiter=threads)
            if identity is None:
                return None
            return Caller(identity.owner, identity.name, frozenset({RUN}), self._config.quota)
        threads = self._slow_lane if slow else self._store_threads
        try:
            record = await anyio.to_thread.run_sync(self._tokens.check, token, limiter=threads)
        except SceneFillError as error:
            headers = (("Retry-After", "10"),)
            raise Refusal(503, error.code, error.message, error.hint, headers, retryable=True) from error
        if record is None:
            return None
        return Caller(record.owner, record.name, record.scopes, record.quota.within(self._config.quota))


class FailureLimit:
    """How many wrong tokens an address may still send: a bucket each, refilled over time. For one event loop."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._buckets: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def spent(self, address: str) -> bool:
        """Whether the bucket of ``address`` is empty."""
        return self._level(address) < 1.0

    def note(self, address: str) -> bool:
        """Count a wrong token; True if it was the last that ``address`` had."""
        level = max(self._level(address) - 1.0, -1.0)
        self._buckets[address] = (level, self._clock())
        self._buckets.move_to_end(address)
        if len(self._buckets) > REMEMBERED:
            self._buckets.popitem(last=False)
        return 0.0 <= level < 1.0

    def _level(self, address: str) -> float:
        level, moment = self._buckets.get(address, (FAILURES, self._clock()))
        return min(FAILURES, level + (self._clock() - moment) * FAILURES_PER_SECOND)


def credential(headers: Headers) -> str | None:
    """The token of a request: as a bearer, or as the password of whatever user; None if there is no single one."""
    values = headers.getlist("authorization")
    if len(values) != 1 or len(values[0]) > 2 * MAX_CREDENTIAL:
        return None
    scheme, _, text = values[0].partition(" ")
    text = text.strip(" ")
    if scheme.lower() == "basic":
        try:
            text = base64.b64decode(text, validate=True).partition(b":")[2].decode("ascii")
        except (binascii.Error, ValueError):
            return None
    elif scheme.lower() != "bearer":
        return None
    return text if len(text) <= MAX_CREDENTIAL and _TOKEN.fullmatch(text) else None


def unauthorized(headers: Headers) -> Refusal:
    """One refusal for a token that is missing, malformed, unknown, expired, revoked, or one of too many."""
    challenges = [("WWW-Authenticate", f"Bearer {REALM}")]
    if headers.get("sec-fetch-mode") == "navigate":
        # A person who opens the page in a browser is asked for the token as a password. Programs never see this: QGIS
        # would put up a window of its own.
        challenges.append(("WWW-Authenticate", f'Basic {REALM}, charset="UTF-8"'))
    return Refusal(
        401,
        "unauthorized",
        "There is no valid token with this request, or too many wrong ones came from its address.",
        "Send 'Authorization: Bearer TOKEN'; the server's administrator makes tokens.",
        tuple(challenges),
    )


def check_origin(method: str, headers: Headers) -> None:
    """Refuse what a web page of another site makes a browser send, as long as it would change something.

    Browsers add a password that they know, and reach what listens on this machine, whosever page asks them to.
    """
    if method in UNCHANGING:
        return
    site, origin = headers.get("sec-fetch-site"), headers.get("origin")
    foreign = origin is not None and origin.lower().partition("://")[2] != headers.get("host", "-").lower()
    if foreign or site not in {None, "same-origin", "none"}:
        raise Refusal(403, "cross-site", "A web page of another site cannot change anything on this server.")


def check_scope(scope: Scope, found: Caller) -> None:
    """Refuse what the caller's token is not for."""
    path = scope["path"].removeprefix(scope.get("root_path", "")) or "/"
    if path in FOR_ANYBODY:
        return
    wanted = {MONITOR, ADMIN} if path in FOR_MONITORING else {RUN}
    if not wanted & found.scopes:
        raise Refusal(
            403,
            "missing-scope",
            f"The token is not for this: it lacks the scope '{MONITOR if MONITOR in wanted else RUN}'.",
            "Take another token, or ask the server's administrator for one.",
        )


async def respond(refusal: Refusal, scope: Scope, receive: Receive, send: Send) -> None:
    """Send a refusal as the server's problem document."""
    response = problem_response(
        Request(scope),
        refusal.status,
        refusal.code,
        refusal.detail,
        hint=refusal.hint,
        retryable=refusal.retryable,
    )
    response.headers["Cache-Control"] = "no-store"
    for name, value in refusal.headers:
        response.headers.append(name, value)
    await response(scope, receive, send)


def peer(scope: Scope) -> str:
    """The address a request comes from; empty if it is not known."""
    client = scope.get("client")
    return client[0] if client else ""


def is_loopback(address: str) -> bool:
    """Whether an IP address is one of this machine's own, also when IPv6 wraps it."""
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return False
    return (getattr(parsed, "ipv4_mapped", None) or parsed).is_loopback


def limited_address(address: str) -> str:
    """What wrong tokens are counted by: an IPv4 address, or the /64 network that one IPv6 host has all of."""
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return "unknown"
    if parsed.version == 4:
        return str(parsed)
    return str(parsed.ipv4_mapped or ipaddress.ip_network((parsed.packed[:8] + bytes(8), 64)))


def believe_proxy(scope: Scope, headers: Headers) -> None:
    """Take the client's address and scheme from what the proxy in front says.

    Only the last address counts, which that proxy added itself: those before it are what the client claims.
    """
    last = ", ".join(headers.getlist("x-forwarded-for")).rpartition(",")[2].strip()
    try:
        scope["client"] = (str(ipaddress.ip_address(last.strip("[]"))), 0)
    except ValueError:
        logger.debug("the proxy names no client")
    scheme = headers.get("x-forwarded-proto", "").lower()
    if scheme in {"http", "https"}:
        scope["scheme"] = scheme
