"""Links: what is refused before anybody is asked, where connections go, and what hosts may answer."""

from __future__ import annotations

import contextlib
import datetime
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from scenefill.core.errors import JobCancelled, SceneFillError
from scenefill.server.links import LinkFetcher, is_public, resolve

from .refusal_counts import Refused

HOST = "tiles.example.org"
OTHER = "cdn.example.org"
BODY = b"II*\x00" + bytes(range(256)) * 1000

_LINES = (
    "0.0.0.0 0.1.2.3 10.0.0.1 100.64.0.1 100.127.255.255 127.0.0.1 127.1.2.3 169.254.169.254 172.16.0.1",
    "172.31.255.255 192.0.0.1 192.0.0.170 192.0.2.1 192.88.99.1 192.168.0.1 198.18.0.1 198.51.100.1 203.0.113.1",
    "224.0.0.1 239.255.255.255 240.0.0.1 255.255.255.255 :: ::1 ::7f00:1 ::ffff:127.0.0.1 ::ffff:8.8.8.8",
    "::ffff:0:127.0.0.1 64:ff9b::7f00:1 64:ff9b::8.8.8.8 64:ff9b:1::7f00:1 100::1 2001::1",
    "2001:0:4136:e378:8000:63bf:3fff:fdd2 2001:10::1 2001:20::1 2001:db8::1 2002:7f00:1:: 2002:808:808:: 3fff::1",
    "5f00::1 fc00::1 fdff::1 fe80::1 fe80::1%eth0 fec0::1 ff02::1 4000::1 2a00:1450:4001:82a:0:5efe:7f00:1",
    "2a00:1450:4001:82a:200:5efe:7f00:1 2a00::1%1 127.1 0177.0.0.1 2130706433 0x7f000001 localhost 8.8.8.8.",
    "08.8.8.8",
)
FORBIDDEN = [address for line in _LINES for address in line.split()]
ALLOWED = ["8.8.8.8", "1.1.1.1", "193.0.6.139", "2a00:1450:4001:82a::200e", "2606:4700:4700::1111"]


@pytest.mark.parametrize("address", FORBIDDEN)
def test_addresses_that_are_not_public(address: str, refused: Refused) -> None:
    assert not is_public(address)
    refused("links: addresses that are not public", "link-refused", 1)


@pytest.mark.parametrize("address", ALLOWED)
def test_public_addresses(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize("address", FORBIDDEN)
def test_one_bad_address_is_enough(tmp_path: Path, address: str, refused: Refused) -> None:
    fetcher = LinkFetcher([HOST], 1000, resolver=lambda host, port: ["8.8.8.8", address])
    assert refusal(fetcher, f"https://{HOST}/a.tif", tmp_path) == "link-refused"
    refused("links: a good and a bad address", "link-refused", 1)


URLS = [
    "http://tiles.example.org/a.tif",
    "https://other.example.org/a.tif",
    "https://tiles.example.org:8443/a.tif",
    "https://tiles.example.org.evil.org/a.tif",
    "https://tiles.example.org@127.0.0.1/a.tif",
    "https://anna:word@tiles.example.org/a.tif",
    "https://127.0.0.1/a.tif",
    "https://[::1]/a.tif",
    "https://[::ffff:127.0.0.1]/a.tif",
    "https://[fe80::1%25eth0]/a.tif",
    "https://2130706433/a.tif",
    "https://0x7f.1/a.tif",
    "https://localhost/a.tif",
    "https://tiles.example.org\\@127.0.0.1/a.tif",
    "https://tiles.example.org /a.tif",
    "https://tiles.example.org/a\r\nX-Injected: 1",
    "https://tiles.example.org/\x00",
    "https://tiles。example。org/a.tif",
    "https://tiles.example.org./a.tif",
    "https:///a.tif",
    "https://tiles.example.org:99999/a.tif",
    "https://tiles.example.org:x/a.tif",
    "//tiles.example.org/a.tif",
    "file:///etc/passwd",
    "ftp://tiles.example.org/a.tif",
    "https://[tiles.example.org/a.tif",
    "https://tiles.example.org/" + "a" * 3000,
]


@pytest.mark.parametrize("url", URLS, ids=lambda url: url[:45])
def test_urls_that_are_refused(tmp_path: Path, url: str, refused: Refused) -> None:
    def asked(host: str, port: int) -> list[str]:
        raise AssertionError(f"{host} was looked up")

    assert refusal(LinkFetcher([HOST], 1000, resolver=asked), url, tmp_path) == "link-refused"
    refused("links: URLs", "link-refused", 1)


def test_no_host_is_listed_by_default(tmp_path: Path) -> None:
    assert refusal(LinkFetcher([], 1000), f"https://{HOST}/a.tif", tmp_path) == "link-refused"


def test_the_systems_resolver_finds_loopback_and_it_is_refused(tmp_path: Path) -> None:
    assert "127.0.0.1" in resolve("localhost", 443)
    fetcher = LinkFetcher(["localhost"], 1000)
    assert refusal(fetcher, "https://localhost/a.tif", tmp_path) == "link-refused"


def refusal(fetcher: LinkFetcher, url: str, folder: Path) -> str:
    path = folder / "fetched"
    with pytest.raises(SceneFillError) as caught:
        fetcher.fetch(url, path)
    return caught.value.code


Handler = Callable[[ssl.SSLSocket, bytes], None]


class Host:
    """A web server on loopback that shows a certificate of :data:`HOST`, and counts who connects."""

    def __init__(self, folder: Path) -> None:
        self.context, self.trust = _certificates(folder)
        self.socket = socket.create_server(("127.0.0.1", 0))
        self.port = int(self.socket.getsockname()[1])
        self.connections = 0
        self.requests: list[bytes] = []
        self.handler: Handler = lambda connection, request: connection.sendall(answer(BODY))
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def fetcher(self, **options: object) -> LinkFetcher:
        """One that takes loopback for a public place."""
        settings = {"resolver": lambda host, port: ["127.0.0.1"], "permitted": lambda address: True, **options}
        hosts = [f"{HOST}:{self.port}", f"{OTHER}:{self.port}"]
        return LinkFetcher(hosts, int(settings.pop("max_bytes", 10**6)), context=self.trust, **settings)  # type: ignore[arg-type]

    @property
    def url(self) -> str:
        return f"https://{HOST}:{self.port}/a%20b.tif?key=1#part"

    def _serve(self) -> None:
        while True:
            try:
                plain, _ = self.socket.accept()
            except OSError:
                return
            self.connections += 1
            threading.Thread(target=self._answer, args=(plain,), daemon=True).start()

    def _answer(self, plain: socket.socket) -> None:
        with plain, contextlib.suppress(OSError), self.context.wrap_socket(plain, server_side=True) as connection:
            request = connection.recv(65536)
            self.requests.append(request)
            self.handler(connection, request)

    def close(self) -> None:
        self.socket.close()


def answer(body: bytes, status: str = "200 OK", **headers: str) -> bytes:
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", "Connection: close"]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    return ("\r\n".join(lines) + "\r\n\r\n").encode() + body


def _certificates(folder: Path) -> tuple[ssl.SSLContext, ssl.SSLContext]:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, HOST)])
    begin = datetime.datetime.now(datetime.timezone.utc) - datetime.timedelta(days=1)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(begin)
        .not_valid_after(begin + datetime.timedelta(days=30))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(HOST)]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(key, hashes.SHA256())
    )
    pem = folder / "host.pem"
    secret = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    pem.write_bytes(secret + certificate.public_bytes(serialization.Encoding.PEM))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(pem)
    return context, ssl.create_default_context(cadata=certificate.public_bytes(serialization.Encoding.PEM).decode())


@pytest.fixture
def host(tmp_path: Path) -> Iterator[Host]:
    found = Host(tmp_path)
    yield found
    found.close()


def test_a_raster_is_fetched(host: Host, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # Neither proxies nor passwords of the server's own environment go with it.
    monkeypatch.setenv("HTTPS_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("NETRC", str(tmp_path / "netrc"))
    (tmp_path / "netrc").write_text(f"machine {HOST} login a password b\n")
    host.fetcher().fetch(host.url, tmp_path / "a")
    assert (tmp_path / "a").read_bytes() == BODY
    lines = host.requests[0].split(b"\r\n")
    assert lines[0] == b"GET /a%20b.tif?key=1 HTTP/1.1"
    assert f"Host: {HOST}:{host.port}".encode() in lines
    assert not any(line.lower().startswith((b"authorization", b"cookie")) for line in lines)


def test_a_name_is_asked_for_once(host: Host, tmp_path: Path) -> None:
    """A resolver that says something else the second time (rebinding): what was judged is what is connected to."""
    answers = iter([["127.0.0.3"], ["127.0.0.1"]])
    fetcher = host.fetcher(resolver=lambda name, port: next(answers), permitted=lambda address: address == "127.0.0.3")
    # Nobody listens there: had the name been asked for again, the host would have got the connection.
    assert refusal(fetcher, host.url, tmp_path) == "link-failed"
    assert host.connections == 0
    # Another link to the same name is judged anew.
    assert refusal(fetcher, host.url, tmp_path) == "link-refused"
    assert host.connections == 0


def test_the_certificate_is_that_of_the_name(host: Host, tmp_path: Path) -> None:
    assert refusal(host.fetcher(), f"https://{OTHER}:{host.port}/a.tif", tmp_path) == "link-failed"
    assert host.requests == []


@pytest.mark.parametrize(
    "target",
    [
        "https://127.0.0.1/",
        "http://tiles.example.org/",
        "https://[::1]/",
        "//localhost/",
        "file:///etc/passwd",
        "https://a@b/",
    ],
)
def test_redirects_are_judged_again(host: Host, tmp_path: Path, target: str, refused: Refused) -> None:
    host.handler = lambda connection, request: connection.sendall(answer(b"", "302 Found", Location=target))
    assert refusal(host.fetcher(), host.url, tmp_path) == "link-refused"
    assert host.connections == 1
    refused("links: redirects", "link-refused", 1)


def test_a_redirect_to_a_name_that_is_loopback(host: Host, tmp_path: Path, refused: Refused) -> None:
    url = f"https://{OTHER}:{host.port}/b"
    host.handler = lambda connection, request: connection.sendall(answer(b"", "302 Found", Location=url))
    addresses = {HOST: "127.0.0.1", OTHER: "127.0.0.2"}
    fetcher = host.fetcher(
        resolver=lambda name, port: [addresses[name]], permitted=lambda address: address == "127.0.0.1"
    )
    assert refusal(fetcher, host.url, tmp_path) == "link-refused"
    assert host.connections == 1
    refused("links: redirects", "link-refused", 1)


def test_a_few_redirects_are_followed(host: Host, tmp_path: Path) -> None:
    def handler(connection: ssl.SSLSocket, request: bytes) -> None:
        found = answer(BODY) if b"GET /end " in request else answer(b"", "307 Again", Location="/end")
        connection.sendall(found)

    host.handler = handler
    host.fetcher().fetch(host.url, tmp_path / "a")
    assert (tmp_path / "a").read_bytes() == BODY
    host.handler = lambda connection, request: connection.sendall(answer(b"", "301 Moved", Location="/again"))
    assert refusal(host.fetcher(), host.url, tmp_path) == "link-refused"
    assert host.connections == 2 + 4


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (answer(b"x", "404 Not Found"), "link-failed"),
        (answer(b"x", "206 Partial"), "link-failed"),
        (answer(b"x", Content_Encoding="gzip"), "link-failed"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 2000000\r\n\r\nxx", "link-refused"),
        (b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n" + bytes(1_100_000), "link-refused"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nshort", "link-failed"),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nabcde\r\nzz", "link-failed"),
        (b"no http at all\r\n\r\n", "link-failed"),
        (b"HTTP/1.1 200 OK\r\n" + b"A: " + b"a" * 70_000 + b"\r\n\r\n", "link-failed"),
        (b"HTTP/1.1 200 OK\r\n" + b"A: b\r\n" * 500 + b"\r\n", "link-failed"),
        (b"", "link-failed"),
    ],
)
def test_answers_that_are_not_taken(host: Host, tmp_path: Path, raw: bytes, code: str, refused: Refused) -> None:
    host.handler = lambda connection, request: connection.sendall(raw)
    assert refusal(host.fetcher(), host.url, tmp_path) == code
    refused("links: hosts' answers", code, 1)


BEGINNINGS = [
    b"",
    b"HTTP/1.1 200 OK\r\n",
    b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n",
    b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n",
    b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\nConnection: close\r\n\r\n",
    b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n1000\r\n",
    b"HTTP/1.0 200 OK\r\n\r\n",
]


def dripping(begin: bytes, pause: float) -> Handler:
    """A byte now and then, so that no single read ever waits for as long as it may."""

    def drip(connection: ssl.SSLSocket, request: bytes) -> None:
        connection.sendall(begin)
        for _ in range(round(60 / pause)):
            connection.sendall(b"a")
            time.sleep(pause)

    return drip


@pytest.mark.parametrize("pause", [0.05, 5.0], ids=["often", "seldom"])
@pytest.mark.parametrize("begin", BEGINNINGS)
def test_a_host_that_takes_its_time(host: Host, tmp_path: Path, begin: bytes, pause: float) -> None:
    host.handler = dripping(begin, pause)
    began = time.monotonic()
    assert refusal(host.fetcher(seconds=0.7), host.url, tmp_path) == "link-failed"
    assert time.monotonic() - began < 25


@pytest.mark.parametrize("begin", BEGINNINGS)
def test_a_fetch_is_cancelled_while_it_waits(host: Host, tmp_path: Path, begin: bytes) -> None:
    host.handler = dripping(begin, 5.0)
    fetcher, cancelled = host.fetcher(), Cancelled(0.5)
    with pytest.raises(JobCancelled):
        fetcher.fetch(host.url, tmp_path / "a", is_cancelled=cancelled)
    assert cancelled.seconds_ago < 25


def test_a_fetch_is_cancelled_between_redirects(host: Host, tmp_path: Path) -> None:
    host.handler = lambda connection, request: connection.sendall(answer(b"", "302 Found", Location="/again"))
    with pytest.raises(JobCancelled):
        host.fetcher().fetch(host.url, tmp_path / "a", is_cancelled=lambda: bool(host.requests))
    assert host.connections == 1


@pytest.mark.parametrize("code", ["cancelled", "link-failed"])
def test_a_resolver_that_takes_its_time(tmp_path: Path, code: str) -> None:
    release = threading.Event()

    def resolver(name: str, port: int) -> list[str]:
        release.wait(60)
        return ["8.8.8.8"]

    seconds, cancelled = (60.0, Cancelled(0.5)) if code == "cancelled" else (0.5, lambda: False)
    began = time.monotonic()
    with pytest.raises(SceneFillError) as caught:
        LinkFetcher([HOST], 1000, seconds, resolver).fetch(f"https://{HOST}/a", tmp_path / "a", is_cancelled=cancelled)
    assert caught.value.code == code
    assert time.monotonic() - began < 25
    release.set()


@pytest.mark.parametrize("code", ["cancelled", "link-failed"])
def test_a_host_that_never_takes_the_call(
    tmp_path: Path, host: Host, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("scenefill.server.links._CONNECT_SECONDS", 60.0)
    with socket.create_server(("127.0.0.1", 0), backlog=0) as deaf, contextlib.ExitStack() as callers:
        # Its queue is full: the kernel does not answer one more.
        for _ in range(3):
            caller = callers.enter_context(socket.socket())
            caller.setblocking(False)
            caller.connect_ex(deaf.getsockname())
        port = int(deaf.getsockname()[1])
        seconds, cancelled = (60.0, Cancelled(0.5)) if code == "cancelled" else (0.5, lambda: False)
        fetcher = LinkFetcher(
            [f"{HOST}:{port}"], 1000, seconds, lambda name, number: ["127.0.0.1"], lambda address: True, host.trust
        )
        began = time.monotonic()
        with pytest.raises(SceneFillError) as caught:
            fetcher.fetch(f"https://{HOST}:{port}/a", tmp_path / "a", is_cancelled=cancelled)
        assert caught.value.code == code
        assert time.monotonic() - began < 50


def test_a_host_that_keeps_the_connection(host: Host, tmp_path: Path) -> None:
    """The raster is there when all of it is, although nothing says that no more will come."""

    def handler(connection: ssl.SSLSocket, request: bytes) -> None:
        connection.sendall(answer(BODY).replace(b"Connection: close\r\n", b""))
        connection.recv(1)

    host.handler = handler
    began = time.monotonic()
    host.fetcher().fetch(host.url, tmp_path / "a")
    assert (tmp_path / "a").read_bytes() == BODY
    assert time.monotonic() - began < 25


class Cancelled:
    """Says that a job was cancelled, some seconds after it was first asked."""

    def __init__(self, seconds: float) -> None:
        self._seconds, self._at = seconds, 0.0

    def __call__(self) -> bool:
        self._at = self._at or time.monotonic() + self._seconds
        return self.seconds_ago >= 0

    @property
    def seconds_ago(self) -> float:
        return time.monotonic() - self._at


def test_a_host_that_never_shakes_hands(tmp_path: Path, host: Host) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        port = int(silent.getsockname()[1])
        fetcher = LinkFetcher(
            [f"{HOST}:{port}"], 1000, 0.5, lambda name, number: ["127.0.0.1"], lambda address: True, host.trust
        )
        assert refusal(fetcher, f"https://{HOST}:{port}/a", tmp_path) == "link-failed"
