"""The way to a server: who waits does not wait longer than they meant to, and what answers is told for what it is."""

from __future__ import annotations

import json
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from scenefill.core.client import ServerClient, Struggle, never
from scenefill.core.errors import SceneFillError
from scenefill.core.remote.answers import RemoteFile
from scenefill.core.remote.backoff import Backoff
from scenefill.core.remote.errors import Refusal
from scenefill.core.remote.requests_transport import RequestsTransport
from scenefill.core.remote.transport import Cancelled, Request, Response, TransportFailure

CAPABLE = json.dumps({"version": "9.9", "protocol": 1, "models": [{"id": "m"}]}).encode()
JSON_TYPE = b"Content-Type: application/json\r\n"


@contextmanager
def listening(answers: Callable[[int], bytes] | None) -> Iterator[tuple[str, list[bytes]]]:
    """A server that answers its n-th connection with bytes and hangs up, or accepts and says nothing."""
    heard: list[bytes] = []
    kept: list[socket.socket] = []
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        server.listen()

        def serve() -> None:
            while True:
                try:
                    connection, _ = server.accept()
                except OSError:
                    return
                if answers is None:
                    kept.append(connection)
                    continue
                with connection:
                    heard.append(connection.recv(65536))
                    connection.sendall(answers(len(heard) - 1))

        threading.Thread(target=serve, daemon=True).start()
        yield f"http://127.0.0.1:{server.getsockname()[1]}", heard
        server.shutdown(socket.SHUT_RDWR)
    for connection in kept:
        connection.close()


def client_of(url: str, **options: Any) -> ServerClient:
    options = {"patience": 20.0, "pauses": (0.01, 0.02), **options}
    return ServerClient(url, RequestsTransport(), **options)


# -- patience ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "ask",
    [
        lambda client: client.capabilities(1.5),
        lambda client: client.status("j", 1.5),
        lambda client: client.submit({}, "key", 1.5),
        lambda client: client.dismiss("j", 1.5),
    ],
)
def test_a_silent_server_does_not_outlast_a_short_patience(ask):
    """Each try would wait a minute for an answer, and patience would count from the first that had none."""
    with listening(None) as (url, _):
        started = time.monotonic()
        with pytest.raises(SceneFillError, match="in time"):
            ask(client_of(url))
        # One whole try takes a minute.
        assert time.monotonic() - started < 50


#: A name of a job may hold anything that also is a word of a library.
MISLEADING = "/jobs/407-ProxyError-SSLError-NewConnectionError-getaddrinfo-Timeout"


def kind_of(url: str, timeout: float = 20.0) -> str:
    with pytest.raises(TransportFailure) as caught:
        RequestsTransport(connect_timeout=timeout).send(Request("GET", url + MISLEADING, timeout=timeout), never)
    return caught.value.kind


def test_kinds_of_failures_are_told_apart_by_what_happened():
    with listening(None) as (url, _):
        assert kind_of(url, 0.5) == "timeout"
        assert kind_of(url.replace("http:", "https:"), 0.5) == "timeout", "a handshake that is not answered"
    # The end of the listening is the end of its port, too.
    assert kind_of(url) == "unreachable"
    with listening(lambda _: b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n") as (url, _):
        assert kind_of(url.replace("http:", "https:")) == "tls"
    with listening(lambda _: b"") as (url, _):
        assert kind_of(url) == "cut"
    assert kind_of("http://scenefill.invalid") == "dns"


def test_a_proxy_that_is_not_there_is_told_apart(monkeypatch):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        monkeypatch.setenv("HTTPS_PROXY", f"http://127.0.0.1:{free.getsockname()[1]}")
    for name in ("NO_PROXY", "no_proxy", "https_proxy"):
        monkeypatch.delenv(name, raising=False)
    assert kind_of("https://scenefill.invalid") == "proxy"


def test_a_short_patience_of_a_client_is_that_of_its_questions():
    with listening(None) as (url, _):
        started = time.monotonic()
        with pytest.raises(SceneFillError, match="in time"):
            client_of(url, patience=1.5).jobs()
        # One whole try takes a minute.
        assert time.monotonic() - started < 50


def passing() -> Refusal:
    return Refusal(SceneFillError("server-busy", "Busy.", "Wait."), True)


def struggle(patience: float, timeout: float) -> Struggle:
    return Struggle(patience, timeout, Backoff(0.001, 0.002), lambda: False, None)


class Clock:
    """Seconds that pass when a test says so."""

    def __init__(self) -> None:
        self.now = 100.0

    def monotonic(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch):
    made = Clock()
    monkeypatch.setattr("scenefill.core.client.time", made)
    return made


def test_a_short_patience_counts_from_the_beginning_and_from_every_success(clock):
    tries = struggle(5.0, 60.0)
    assert tries.timeout == 5.0
    clock.now += 4.5
    assert tries.timeout == 1.0, "no try is hopeless from the beginning"
    tries.won()
    clock.now += 4.9
    tries.lost(passing())
    clock.now += 0.2
    with pytest.raises(SceneFillError):
        tries.lost(passing())


def test_a_long_patience_counts_from_the_first_loss(clock):
    """A computer may sleep in the middle of a try."""
    tries = struggle(60.0, 5.0)
    assert tries.timeout == 5.0
    clock.now += 1000.0
    tries.lost(passing())
    clock.now += 59.0
    tries.lost(passing())
    clock.now += 1.1
    with pytest.raises(SceneFillError):
        tries.lost(passing())
    assert struggle(0.0, 60.0).timeout == 60.0, "one try has all the time"


class Noting(RequestsTransport):
    """Remembers how long it may wait, and has nothing to say."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[Request] = []

    def send(self, request: Request, cancelled: Cancelled) -> Response:
        self.asked.append(request)
        return Response(500, {}, b"", 0, request.url)


def test_files_keep_their_timeout(tmp_path):
    """However short patience is, the bytes of a file may come slowly."""
    transport = Noting()
    client = ServerClient("http://127.0.0.1:1", transport, patience=5.0)
    path = tmp_path / "a.tif"
    path.write_bytes(b"x" * 10)
    with pytest.raises(SceneFillError):
        client.download("j", RemoteFile("a", "b.tif", 5, "0" * 64, "data"), tmp_path)
    with pytest.raises(SceneFillError):
        client.capabilities()
    assert transport.asked[0].into is not None and transport.asked[0].timeout == 60.0
    assert 4.0 < transport.asked[1].timeout <= 5.0


# -- answers without a length ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("head", "body", "code"),
    [
        (b"302 Found\r\nLocation: https://login.hotel.example/\r\n", b"", "captive-portal"),
        (b"200 OK\r\nContent-Type: text/html\r\n", b"<html>Welcome to the hotel</html>", "not-scenefill"),
        (b"401 Unauthorized\r\nWWW-Authenticate: Bearer\r\n", b"who are you", "server-login"),
        (b"403 Forbidden\r\nContent-Type: text/html\r\n", b"<html>no</html>", "server-forbidden"),
        (b"407 Proxy Authentication Required\r\nProxy-Authenticate: Basic\r\n", b"<html>", "server-proxy"),
        (b"511 Network Authentication Required\r\nContent-Type: text/html\r\n", b"<html>", "captive-portal"),
    ],
)
@pytest.mark.parametrize("version", [b"HTTP/1.0", b"HTTP/1.1"])
def test_an_answer_without_a_length_is_told_for_what_it_is(version, head, body, code):
    answer = version + b" " + head + b"Connection: close\r\n\r\n" + body
    with listening(lambda _: answer) as (url, heard):
        with pytest.raises(SceneFillError) as caught:
            client_of(url).capabilities()
        assert caught.value.code == code and len(heard) == 1


@pytest.mark.parametrize(
    "cut",
    [
        b"HTTP/1.1 200 OK\r\n",
        b"HTTP/1.1 200 OK\r\nDate: Wed, 21 Oct 2015 07:28:00 GMT\r\n",
        b"HTTP/1.1 200 OK\r\n" + JSON_TYPE,
        b"HTTP/1.1 200 OK\r\n" + JSON_TYPE + b"\r\n" + CAPABLE[:20],
        b"HTTP/1.1 302 Found\r\n",
    ],
)
def test_where_the_whole_body_matters_the_lack_of_a_length_is_a_cut(cut):
    whole = b"HTTP/1.1 200 OK\r\n%bContent-Length: %d\r\nConnection: close\r\n\r\n" % (JSON_TYPE, len(CAPABLE))
    with listening(lambda n: cut if n == 0 else whole + CAPABLE) as (url, heard):
        assert client_of(url).capabilities().version == "9.9" and len(heard) == 2


def test_a_part_of_a_file_without_a_length_is_a_cut(tmp_path: Path):
    answer = b"HTTP/1.1 206 Partial Content\r\nContent-Range: bytes 0-4/5\r\nConnection: close\r\n\r\nabc"
    with listening(lambda _: answer) as (url, _), pytest.raises(SceneFillError, match="cut"):
        client_of(url, patience=0.0).download("j", RemoteFile("a", "b.tif", 5, "0" * 64, "data"), tmp_path)
    assert (tmp_path / "b.tif.part").read_bytes() == b""


# -- proxies -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "proxy",
    [
        "http://user:se#cret@127.0.0.1:9",
        "http://user:se/cret@127.0.0.1:9",
        "http://user:se?cret@127.0.0.1:9",
        "http://user:12/secret@127.0.0.1:9",
        "http://user:secret@127.0.0.1:99999",
        "user:secret@127.0.0.1:9",
        "ftp://user:secret@127.0.0.1:9",
    ],
)
def test_an_address_of_a_proxy_that_is_none(monkeypatch, proxy):
    """A sign in the password ends the address too early; nothing of the password is told."""
    for name in ("HTTPS_PROXY", "https_proxy"):
        monkeypatch.setenv(name, proxy)
    for name in ("NO_PROXY", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
    with pytest.raises(SceneFillError) as caught:
        client_of("https://scenefill.example", patience=0.0).capabilities()
    error = caught.value
    assert error.code == "server-proxy" and "address of the network's proxy" in error.message
    told = json.dumps(error.to_dict()).replace("user:password", "")
    for secret in ("user", "se#", "cret", "'u", "12"):
        assert secret not in told
    assert error.__cause__ is None


def test_an_address_of_a_server_that_is_none(monkeypatch):
    """It is not the proxy's fault."""
    monkeypatch.setenv("HTTPS_PROXY", "http://127.0.0.1:9")
    with pytest.raises(SceneFillError) as caught:
        client_of(f"https://{'a' * 70}.example", patience=0.0).capabilities()
    assert caught.value.code in ("bad-server", "server-proxy") and "address of the network" not in caught.value.message
