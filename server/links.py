"""Rasters by link: fetched from hosts that the administrator listed, and from nowhere else, whatever names resolve to.

A name is resolved once, every address that it has is judged, and the connection goes to an address that was judged: a
resolver that answers differently the second time is not asked a second time. The certificate is still that of the name.
On ``http.client``, because that is where the socket is ours: to pin it, and to close it when the time is over, which a
server that sends a byte now and then would otherwise never let happen.
"""

from __future__ import annotations

import contextlib
import errno
import http.client
import ipaddress
import os
import re
import socket
import ssl
import threading
import time
from collections.abc import Callable, Collection, Sequence
from concurrent.futures import Future, wait
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import SplitResult, urljoin, urlsplit

from ..core.errors import JobCancelled, SceneFillError

_REDIRECTS = (301, 302, 303, 307, 308)
MAX_REDIRECTS = 3
MAX_URL = 2000
_CONNECT_SECONDS = 10.0
_TOTAL_SECONDS = 600.0
#: Between two looks at the time and at whether somebody cancelled.
_LOOK_SECONDS = 0.1
_PIECE = 1 << 18
_NAME = re.compile(r"(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)*[a-z][a-z0-9-]{0,61}[a-z0-9]", re.ASCII)
_PRINTABLE = re.compile(r"[\x21-\x7e]+")
#: Networks that :mod:`ipaddress` takes for public in some version, or that carry another address inside.
_FORBIDDEN = tuple(
    ipaddress.ip_network(network)
    for network in (
        "0.0.0.0/8",
        "100.64.0.0/10",
        "192.0.0.0/24",
        "192.88.99.0/24",
        "198.18.0.0/15",
        "240.0.0.0/4",
        "::/96",
        "::ffff:0:0/96",
        "64:ff9b::/96",
        "64:ff9b:1::/48",
        "100::/64",
        "2001::/23",
        "2001:db8::/32",
        "2002::/16",
        "3fff::/20",
        "5f00::/16",
        "fc00::/7",
        "fe80::/10",
        "fec0::/10",
    )
)
_GLOBAL_6 = ipaddress.ip_network("2000::/3")
#: Interface identifiers of ISATAP, which carry an IPv4 address.
_ISATAP = (b"\x00\x00\x5e\xfe", b"\x02\x00\x5e\xfe")

Resolver = Callable[[str, int], Sequence[str]]


def is_public(address: str) -> bool:
    """Whether an IP address is one of the public Internet, and leads to no other one."""
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return False
    if getattr(parsed, "scope_id", None) or not parsed.is_global or parsed.is_multicast or parsed.is_reserved:
        return False
    if any(parsed.version == network.version and parsed in network for network in _FORBIDDEN):
        return False
    return parsed.version == 4 or (parsed in _GLOBAL_6 and parsed.packed[8:12] not in _ISATAP)


def resolve(host: str, port: int) -> list[str]:
    """All addresses of a name, in the system's order.

    Raises:
        OSError: it has none.
    """
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, proto=socket.IPPROTO_TCP)
    return list(dict.fromkeys(str(item[4][0]) for item in found))


@dataclass(frozen=True)
class Target:
    """A URL that was found good: its host, port, and what to ask the host for."""

    host: str
    port: int
    path: str

    @property
    def header(self) -> str:
        """The host as the header ``Host`` has it."""
        return self.host if self.port == 443 else f"{self.host}:{self.port}"


class LinkFetcher:
    """Fetches ``https://`` rasters.

    Args:
        hosts: names that may be asked, each for port 443, or ``name:port``.
        max_bytes: of a raster.
        seconds: that fetching one may take.
        resolver: names to addresses.
        permitted: judges an address.
        context: of TLS; the system's certificates are believed by default.
    """

    def __init__(
        self,
        hosts: Collection[str],
        max_bytes: int,
        seconds: float = _TOTAL_SECONDS,
        resolver: Resolver = resolve,
        permitted: Callable[[str], bool] = is_public,
        context: ssl.SSLContext | None = None,
    ) -> None:
        self._hosts = {host.lower() if ":" in host else f"{host.lower()}:443" for host in hosts}
        self._max_bytes, self._seconds = max_bytes, seconds
        self._resolver, self._permitted = resolver, permitted
        self._context = context or ssl.create_default_context()

    def check(self, url: str) -> Target:
        """Judge a URL without asking anybody.

        Raises:
            SceneFillError: ``link-refused``.
        """
        if len(url) > MAX_URL or not _PRINTABLE.fullmatch(url) or "\\" in url:
            raise _refused("it is no URL")
        try:
            parts = urlsplit(url)
            host, port = (parts.hostname or "").lower(), parts.port or 443
        except ValueError as error:
            raise _refused("it is no URL") from error
        if parts.scheme != "https":
            raise _refused("it does not begin with https://")
        if "@" in parts.netloc:
            raise _refused("it holds a user name")
        # A number is no name: whoever lists a host means a name.
        if not _NAME.fullmatch(host) or f"{host}:{port}" not in self._hosts:
            raise _refused("the host is not one that this server fetches from")
        return Target(host, port, _path_of(parts))

    def fetch(self, url: str, path: Path, *, is_cancelled: Callable[[], bool] = lambda: False) -> None:
        """Fetch a raster into a file of ours.

        Args:
            url: of the raster.
            path: of the file.
            is_cancelled: asked several times a second, from another thread, too.

        Raises:
            JobCancelled: when ``is_cancelled`` says so, whatever the host is doing.
            SceneFillError: ``link-refused`` (the URL, an address, a redirect, the size), ``link-failed`` (everything
                else on the way), ``disk-full``, ``file-system``.
        """
        limits = _Limits(time.monotonic() + self._seconds, is_cancelled)
        for _ in range(MAX_REDIRECTS + 1):
            limits.raise_if_cancelled()
            found = self._fetch_one(self.check(url), path, limits)
            if found is None:
                return
            url = urljoin(url, found)
        raise _refused(f"it is redirected more than {MAX_REDIRECTS} times")

    def _fetch_one(self, target: Target, path: Path, limits: _Limits) -> str | None:
        """Ask one host: None when the file is there, else where it says to go on."""
        connection = _Pinned(target, self._address(target, limits), self._context)
        # Whatever a call is waiting for, header or body: it ends when the time is over.
        done = threading.Event()
        watch = threading.Thread(target=limits.watch, args=(connection, done), daemon=True)
        watch.start()
        try:
            headers = {"Host": target.header, "Accept-Encoding": "identity", "User-Agent": "SceneFill"}
            connection.request("GET", target.path, headers=headers)
            with connection.getresponse() as response:
                if response.status in _REDIRECTS:
                    return response.getheader("Location") or ""
                self._check_answer(response)
                self._save(response, path, limits)
            if connection.is_cut:
                raise TimeoutError("the time is over")
            return None
        except (OSError, http.client.HTTPException, ValueError) as error:
            limits.raise_if_cancelled()
            raise _failed("the host did not send it in full, or not in time", type(error).__name__) from error
        finally:
            done.set()
            watch.join()
            connection.close()
            connection.let_go()

    def _address(self, target: Target, limits: _Limits) -> str:
        """One address of a host, all of which are public."""
        try:
            addresses = limits.wait_for(lambda: self._resolver(target.host, target.port))
        except (OSError, UnicodeError) as error:
            raise _failed("its host is not known", type(error).__name__) from error
        if not addresses or not all(self._permitted(address) for address in addresses):
            raise _refused("its host has an address that is not public")
        return addresses[0]

    def _check_answer(self, response: http.client.HTTPResponse) -> None:
        if response.status != 200:
            raise _failed(f"the host answered {response.status}", "")
        if response.getheader("Content-Encoding", "identity").lower() != "identity":
            raise _failed("the host sent it packed", "")
        length = response.getheader("Content-Length", "")
        if length.isdecimal() and int(length) > self._max_bytes:
            raise self._too_large()

    def _save(self, response: http.client.HTTPResponse, path: Path, limits: _Limits) -> None:
        expected = response.length
        received = 0
        with path.open("wb") as file:
            while received != expected:
                # One arrival at a time: whoever waits for a whole piece does not look at the time meanwhile. And no
                # more than is to come: some Pythons would go on waiting where the host keeps the connection.
                piece = response.read1(_PIECE if expected is None else min(_PIECE, expected - received))
                limits.raise_if_over()
                if not piece:
                    break
                received += len(piece)
                if received > self._max_bytes:
                    raise self._too_large()
                try:
                    file.write(piece)
                    file.flush()
                except OSError as error:
                    raise _not_written(error) from error
        if expected is not None and received != expected:
            raise http.client.IncompleteRead(b"", expected - received)

    def _too_large(self) -> SceneFillError:
        return _refused(f"it has more than {self._max_bytes} bytes")


@dataclass(frozen=True)
class _Limits:
    """When fetching a raster has to end: at a time, or once somebody cancels."""

    deadline: float
    is_cancelled: Callable[[], bool]

    def raise_if_cancelled(self) -> None:
        if self.is_cancelled():
            raise JobCancelled

    def raise_if_over(self) -> None:
        self.raise_if_cancelled()
        if time.monotonic() > self.deadline:
            raise TimeoutError("the time is over")

    def watch(self, connection: _Pinned, done: threading.Event) -> None:
        """Cut a connection when the limits are reached, unless it is ``done`` before."""
        while not done.wait(_LOOK_SECONDS):
            if time.monotonic() > self.deadline or self.is_cancelled():
                # Until it is done: one that is just about to be made cannot be cut yet.
                connection.cut()

    def wait_for(self, call: Callable[[], Sequence[str]]) -> Sequence[str]:
        """What a call returns that nobody can interrupt; beyond the limits it is left to itself."""
        found: Future[Sequence[str]] = Future()

        def run() -> None:
            try:
                found.set_result(call())
            except BaseException as error:  # noqa: BLE001 -- it is raised again, in the thread that waits
                found.set_exception(error)

        threading.Thread(target=run, daemon=True).start()
        while not found.done():
            self.raise_if_over()
            wait([found], timeout=_LOOK_SECONDS)
        return found.result()


class _Pinned(http.client.HTTPSConnection):
    """A connection to one address, which has to show a certificate of the name."""

    def __init__(self, target: Target, address: str, context: ssl.SSLContext) -> None:
        super().__init__(target.host, target.port, timeout=_CONNECT_SECONDS, context=context)
        self._address, self._tls = address, context
        self._cutter: socket.socket | None = None
        self.is_cut = False

    def connect(self) -> None:
        family = socket.AF_INET6 if ":" in self._address else socket.AF_INET
        self.sock = socket.socket(family, socket.SOCK_STREAM)
        self.sock.settimeout(_CONNECT_SECONDS)
        # A descriptor of its own: a host that says "Connection: close" has http.client forget the socket while its
        # answer is still being read.
        self._cutter = self.sock.dup()
        self._go_on()
        self.sock.connect((self._address, self.port))
        # Without the handshake, so that a slow one can be cut off, too.
        self.sock = self._tls.wrap_socket(self.sock, server_hostname=self.host, do_handshake_on_connect=False)
        self._go_on()
        self.sock.do_handshake()

    def cut(self) -> None:
        """End what is waiting on this connection, from another thread."""
        self.is_cut = True
        if self._cutter is not None:
            with contextlib.suppress(OSError):
                # Below TLS, whose own method would take the session away from under the other thread.
                self._cutter.shutdown(socket.SHUT_RDWR)

    def let_go(self) -> None:
        """Give back what cutting needs; nobody may be about to cut any more."""
        if self._cutter is not None:
            self._cutter.close()

    def _go_on(self) -> None:
        if self.is_cut:
            raise TimeoutError("the time is over")


def _path_of(parts: SplitResult) -> str:
    return (parts.path or "/") + (f"?{parts.query}" if parts.query else "")


def _refused(why: str) -> SceneFillError:
    return SceneFillError(
        "link-refused", f"The link is refused: {why}.", "Upload the raster, or ask the server's administrator."
    )


def _not_written(error: OSError) -> SceneFillError:
    """Not the host's fault."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return SceneFillError("disk-full", "The server has no room for the raster of this link.", "Try again later.")
    return SceneFillError(
        "file-system",
        "The server cannot write the raster of this link.",
        "Try again later.",
        {"cause": os.strerror(error.errno or 0)},
    )


def _failed(why: str, cause: str) -> SceneFillError:
    return SceneFillError(
        "link-failed", f"The linked raster could not be fetched: {why}.", "Upload it instead.", {"cause": cause}
    )
