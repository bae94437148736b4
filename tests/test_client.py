"""The client against servers that are wrong on purpose: a sentence for each, and nothing believed without a digest."""

from __future__ import annotations

import base64
import hashlib
import json
import socket
import ssl
import subprocess
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from scenefill.cli.run_remote import read_token
from scenefill.core.client import ServerClient
from scenefill.core.errors import JobCancelled, SceneFillError
from scenefill.core.remote.addresses import is_loopback, last_part, same_place, server_url
from scenefill.core.remote.answers import RemoteFile, capabilities_of, files_of, status_of
from scenefill.core.remote.backoff import Backoff, retry_after
from scenefill.core.remote.errors import of_failure
from scenefill.core.remote.requests_transport import RequestsTransport
from scenefill.core.remote.transport import TransportFailure

Answer = tuple[int, dict[str, str], bytes]
CAPABLE = {"version": "9.9", "protocol": 1, "models": [{"id": "m"}], "something": {"new": [1]}}
JSON = {"Content-Type": "application/json"}
HTML = {"Content-Type": "text/html; charset=utf-8"}


class LittleServer:
    """Answers as a function says; remembers what it was asked."""

    def __init__(self, answer: Callable[[str, str, dict[str, str], bytes], Answer]) -> None:
        self.asked: list[tuple[str, str, dict[str, str], bytes]] = []
        outer = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def _do(self) -> None:
                body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
                headers = {name.lower(): value for name, value in self.headers.items()}
                outer.asked.append((self.command, self.path, headers, body))
                status, answered, content = answer(self.command, self.path, headers, body)
                self.send_response(status)
                for name, value in {"Content-Length": str(len(content)), **answered}.items():
                    self.send_header(name, value)
                self.end_headers()
                if self.command != "HEAD":
                    self.wfile.write(content)
                if "Content-Length" in answered:
                    self.close_connection = True

            do_GET = do_POST = do_PATCH = do_HEAD = do_DELETE = _do  # noqa: N815

            def log_message(self, *_: Any) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self._server.server_port}"
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)

    def secure(self, certificate: Path, key: Path) -> None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate, key)
        self._server.socket = context.wrap_socket(self._server.socket, server_side=True)
        self.url = self.url.replace("http:", "https:")

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        self._server.shutdown()
        self._server.server_close()


@contextmanager
def serving(answer: Callable[[str, str, dict[str, str], bytes], Answer] | Answer) -> Iterator[LittleServer]:
    server = LittleServer(answer if callable(answer) else lambda *_: answer)
    server.start()
    try:
        yield server
    finally:
        server.stop()


def as_json(data: Any, status: int = 200, **headers: str) -> Answer:
    return status, {**JSON, **headers}, json.dumps(data).encode()


def client_of(url: str, token: str | None = None, **options: Any) -> ServerClient:
    options = {"patience": 0.0, "pauses": (0.01, 0.02), "timeout": 5.0, **options}
    return ServerClient(url, RequestsTransport(token, connect_timeout=2.0), **options)


def refused(url: str, token: str | None = None, **options: Any) -> SceneFillError:
    with pytest.raises(SceneFillError) as caught:
        client_of(url, token, **options).capabilities()
    error = caught.value
    assert error.message.endswith(".") and error.hint and "\n" not in error.message
    assert "Traceback" not in str(error) and (token is None or token not in json.dumps(error.to_dict()))
    return error


# -- wrong servers -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("answer", "code", "words"),
    [
        ((200, HTML, b"<html>Welcome to the hotel</html>"), "not-scenefill", "A web page"),
        ((200, {"Content-Type": "text/plain"}, b"hello"), "not-scenefill", "Something else"),
        (as_json({"hello": "world"}), "not-scenefill", "SceneFill server"),
        (as_json([1, 2]), "not-scenefill", "SceneFill server"),
        (as_json({**CAPABLE, "protocol": 2}), "server-protocol", "newer"),
        (as_json({**CAPABLE, "protocol": 0}), "server-protocol", "older"),
        ((404, HTML, b"<h1>Not found</h1>"), "not-scenefill", "no such page"),
        ((302, {"Location": "https://login.hotel.example/"}, b""), "captive-portal", "login page"),
        ((511, HTML, b"<html>log in</html>"), "captive-portal", "login page"),
        ((401, HTML, b""), "server-login", "token"),
        (as_json({"code": "unauthorized", "detail": "No."}, 401), "server-login", "token"),
        ((403, {}, b""), "server-forbidden", "may not be used"),
        ((407, HTML, b"<html>proxy</html>"), "server-proxy", "proxy"),
        ((413, HTML, b""), "too-large", "too large"),
        ((429, {}, b""), "server-busy", "too much"),
        ((500, HTML, b"<html>oops</html>"), "server-error", "500"),
        ((502, HTML, b""), "server-busy", "502"),
        ((503, {"Retry-After": "1"}, b""), "server-busy", "503"),
        ((504, HTML, b""), "server-busy", "504"),
        ((200, JSON, b'{"version": "1", "protocol"'), "server-answer", "not whole"),
        ((200, {**JSON, "Content-Length": "900"}, b'{"version"'), "server-unreachable", "cut"),
        (
            as_json({"code": "queue-full", "detail": "The queue\x1b[31m is full.", "hint": "x"}, 429),
            "queue-full",
            "full",
        ),
    ],
)
def test_a_wrong_answer_is_a_sentence(answer, code, words):
    with serving(answer) as server:
        error = refused(server.url, "secret-token")
        assert error.code == code and words in error.message
        assert "\x1b" not in error.message


@pytest.mark.parametrize("head", [b"HTTP/1.1 200 OK\r\n", b"HTTP/1.1 200 OK\r\nContent-Ty", b"HTT", b""])
def test_headers_that_end_too_early_are_a_cut(head):
    """The library takes what came for all of them; they say nothing about the server."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()

        def cut() -> None:
            connection, _ = listening.accept()
            with connection:
                connection.recv(4096)
                connection.sendall(head)

        thread = threading.Thread(target=cut)
        thread.start()
        assert "cut" in refused(f"http://127.0.0.1:{listening.getsockname()[1]}").message
        thread.join(5)


def test_nobody_listens():
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        port = closed.getsockname()[1]
    assert refused(f"http://127.0.0.1:{port}").code == "server-unreachable"


def test_a_server_that_says_nothing():
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        error = refused(f"http://127.0.0.1:{silent.getsockname()[1]}", timeout=0.3)
    assert error.code == "server-unreachable" and "in time" in error.message


@pytest.mark.parametrize("kind", ["dns", "unreachable", "timeout", "cut", "tls", "proxy", "proxy-url", "url"])
def test_every_failure_of_the_way_has_words(kind):
    refusal = of_failure(TransportFailure(kind, "why"), "https://example.org")
    assert refusal.error.hint and refusal.passing == (kind in TransportFailure.PASSING)


def test_a_certificate_that_nobody_trusts(tmp_path):
    key, certificate = tmp_path / "key.pem", tmp_path / "cert.pem"
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", "-subj", "/CN=localhost"]
    subprocess.run([*command, "-keyout", str(key), "-out", str(certificate)], check=True, capture_output=True)
    server = LittleServer(lambda *_: as_json(CAPABLE))
    server.secure(certificate, key)
    server.start()
    try:
        assert refused(server.url, "secret").code == "server-tls"
        assert not server.asked, "nothing is sent before the certificate is trusted"
    finally:
        server.stop()


def test_a_proxy_that_wants_a_login(monkeypatch):
    with serving((407, {"Proxy-Authenticate": "Basic"}, b"")) as proxy:
        monkeypatch.setenv("HTTPS_PROXY", proxy.url)
        monkeypatch.delenv("NO_PROXY", raising=False)
        assert refused("https://scenefill.example").code == "server-proxy"


def test_a_proxy_is_not_asked_for_this_computer(monkeypatch):
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    with serving(as_json(CAPABLE)) as server:
        assert client_of(server.url).capabilities().version == "9.9"


def test_a_login_of_netrc_is_not_sent(tmp_path, monkeypatch):
    netrc = tmp_path / "netrc"
    netrc.write_text("machine 127.0.0.1 login me password hidden\n")
    netrc.chmod(0o600)
    monkeypatch.setenv("NETRC", str(netrc))
    with serving(as_json(CAPABLE)) as server:
        client_of(server.url).capabilities()
        assert "authorization" not in server.asked[0][2]
        client_of(server.url, "tok").capabilities()
        assert server.asked[1][2]["authorization"] == "Bearer tok"


def test_a_redirect_is_followed_to_the_same_server_only():
    def moved(_method: str, path: str, _headers: dict[str, str], _body: bytes) -> Answer:
        return as_json(CAPABLE) if path == "/new/capabilities" else (307, {"Location": "/new/capabilities"}, b"")

    with serving(moved) as server:
        assert client_of(server.url, "tok").capabilities().version == "9.9"
    with serving(as_json(CAPABLE)) as other, serving((302, {"Location": f"{other.url}/capabilities"}, b"")) as server:
        assert refused(server.url, "tok").code == "captive-portal"
        assert not other.asked, "the token goes to nobody else"


def test_a_token_does_not_travel_in_the_clear():
    for url in ("http://example.org", "http://10.0.0.1:8000"):
        with pytest.raises(SceneFillError) as caught:
            client_of(url, "tok")
        assert caught.value.code == "server-insecure"
    client_of("http://localhost:8000", "tok")
    client_of("http://example.org")


# -- trying again ------------------------------------------------------------------------------------------------------


def test_what_may_pass_is_tried_again():
    answers = iter([(503, {}, b""), (502, HTML, b""), (429, {"Retry-After": "0"}, b""), as_json(CAPABLE)])
    told: list[str] = []
    with serving(lambda *_: next(answers)) as server:
        assert client_of(server.url, patience=20.0, told=told.append).capabilities().version == "9.9"
        assert len(server.asked) == 4 and len(told) == 1


def test_a_login_page_in_mid_run_passes():
    """Once the server has been met, a page in between is the network's, which may log in again."""
    status = {"jobID": "j", "status": "running", "type": "process", "progress": 3}
    answers = iter(
        [as_json(CAPABLE), (200, HTML, b"<html>"), (302, {"Location": "http://x.example/"}, b""), as_json(status)]
    )
    with serving(lambda *_: next(answers)) as server:
        client = client_of(server.url, patience=20.0)
        client.capabilities()
        assert client.status("j").fraction == 0.03


def test_patience_ends():
    with serving((503, {}, b"")) as server:
        assert refused(server.url, patience=1.5).code == "server-busy"
        assert len(server.asked) > 2


def test_a_cancel_is_heard_while_waiting():
    cancelled = threading.Event()
    with serving((503, {"Retry-After": "200"}, b"")) as server:
        client = client_of(server.url, patience=1000.0, cancelled=cancelled.is_set, told=lambda _: cancelled.set())
        with pytest.raises(JobCancelled):
            client.capabilities()
        assert len(server.asked) == 1


def test_retry_after_is_read():
    assert retry_after({"retry-after": "7"}) == 7.0
    assert retry_after({"retry-after": "999999"}) == 300.0
    assert retry_after({"retry-after": "soon"}) is None and retry_after({}) is None
    assert retry_after({"retry-after": "Wed, 21 Oct 2015 07:28:00 GMT"}) == 0.0


def test_pauses_grow_and_stay_within_bounds():
    pause = Backoff(0.5, 30.0)
    found = [pause.next() for _ in range(60)]
    assert found[0] <= 1.5 and max(found) <= 30.0 and min(found) >= 0.5 and sum(found[30:]) > sum(found[:5])


# -- uploads -----------------------------------------------------------------------------------------------------------


class TusServer:
    """Keeps one upload; loses what a test says."""

    def __init__(self, length: int) -> None:
        self.length, self.data, self.made = length, b"", 0
        self.faults: list[Callable[[], Answer]] = []

    def __call__(self, method: str, path: str, headers: dict[str, str], body: bytes) -> Answer:
        if method == "POST":
            self.made += 1
            self.data = b""
            return 201, {"Location": f"http://wrong.example/uploads/u{self.made}"}, b""
        if path != f"/uploads/u{self.made}":
            return 404, {}, b""
        if method == "PATCH":
            assert int(headers["upload-offset"]) == len(self.data)
            if self.faults:
                return self.faults.pop(0)()
            self.data += body
            return 204, {"Upload-Offset": str(len(self.data))}, b""
        return 200, {"Upload-Offset": str(len(self.data)), "Upload-Length": str(self.length)}, b""


@pytest.fixture
def raster(tmp_path: Path) -> tuple[Path, str, bytes]:
    data = bytes(range(256)) * 90_000
    path = tmp_path / "a.tif"
    path.write_bytes(data)
    return path, hashlib.sha256(data).hexdigest(), data


def test_an_upload_in_pieces(raster):
    path, digest, data = raster
    store = TusServer(len(data))
    seen: list[int] = []
    with serving(store) as server:
        assert client_of(server.url).upload(path, digest, progress=seen.append) == "u1"
    assert store.data == data and seen == sorted(seen) and seen[-1] == len(data)
    metadata = dict(pair.split(" ") for pair in server.asked[0][2]["upload-metadata"].split(","))
    assert base64.b64decode(metadata["sha256"]).decode() == digest and "filename" not in metadata
    assert max(len(body) for _, _, _, body in server.asked) <= 8 * 2**20


def test_an_upload_goes_on_after_losses(raster):
    path, digest, data = raster
    store = TusServer(len(data))
    store.faults = [lambda: (502, {}, b""), lambda: (460, {}, b""), lambda: (423, {"Retry-After": "0"}, b"")]
    with serving(store) as server:
        client_of(server.url, patience=20.0).upload(path, digest)
    assert store.data == data and store.made == 1


def test_an_upload_that_was_forgotten_begins_anew(raster):
    path, digest, data = raster
    store = TusServer(len(data))
    store.faults = [lambda: (410, {}, b"")]
    with serving(store) as server:
        assert client_of(server.url).upload(path, digest, known="old") == "u2"
    assert store.data == data


def test_an_upload_goes_on_where_an_earlier_session_ended(raster):
    path, digest, data = raster
    store = TusServer(len(data))
    store.made, store.data = 1, data[:1000]
    with serving(store) as server:
        assert client_of(server.url).upload(path, digest, known="u1") == "u1"
        assert store.data == data
        assert not any(method == "POST" for method, *_ in server.asked)


def test_what_the_server_has_is_not_sent_again(raster):
    path, digest, data = raster
    answer = (201, {"Location": "/uploads/there", "Upload-Offset": str(len(data))}, b"")
    with serving(answer) as server:
        assert client_of(server.url).upload(path, digest) == "there"
        assert [method for method, *_ in server.asked] == ["POST"]


def test_an_upload_that_never_has_the_right_sum(raster):
    path, digest, data = raster
    store = TusServer(len(data))
    problem = as_json({"code": "upload-checksum", "detail": "Other bytes."}, 422)
    store.faults = [lambda: problem] * 9
    with serving(store) as server, pytest.raises(SceneFillError) as caught:
        client_of(server.url).upload(path, digest)
    assert caught.value.code == "upload-checksum" and store.made == 3


# -- downloads ---------------------------------------------------------------------------------------------------------


def remote_file(data: bytes, name: str = "a.tif") -> RemoteFile:
    return RemoteFile("a", name, len(data), hashlib.sha256(data).hexdigest(), "data")


def ranged(data: bytes, etag: str = '"x"') -> Callable[..., Answer]:
    def answer(_method: str, _path: str, headers: dict[str, str], _body: bytes) -> Answer:
        if "if-range" in headers and headers["if-range"] != etag:
            return 200, {"ETag": etag}, data
        first, last = (int(n) for n in headers["range"].removeprefix("bytes=").split("-"))
        return 206, {"ETag": etag, "Content-Range": f"bytes {first}-{last}/{len(data)}"}, data[first : last + 1]

    return answer


def test_a_download_in_pieces(raster, tmp_path):
    _, _, data = raster
    with serving(ranged(data)) as server:
        path = client_of(server.url).download("j", remote_file(data, "b.tif"), tmp_path)
        assert path.read_bytes() == data and len(server.asked) == 2
        assert server.asked[1][2]["if-range"] == '"x"'
        client_of(server.url).download("j", remote_file(data, "b.tif"), tmp_path)
        assert len(server.asked) == 2, "what is there is not fetched again"


def test_a_download_goes_on_where_an_earlier_session_ended(raster, tmp_path):
    _, _, data = raster
    (tmp_path / "b.tif.part").write_bytes(data[: len(data) - 700])
    with serving(ranged(data)) as server:
        client_of(server.url).download("j", remote_file(data, "b.tif"), tmp_path)
        assert [len(headers["range"]) > 0 for _, _, headers, _ in server.asked] == [True]
    assert (tmp_path / "b.tif").read_bytes() == data and not (tmp_path / "b.tif.part").exists()


@pytest.mark.parametrize("left", [b"of another file", b"x" * 30_000_000])
def test_what_an_earlier_session_left_may_be_wrong(raster, tmp_path, left):
    _, _, data = raster
    (tmp_path / "b.tif.part").write_bytes(left)
    with serving(ranged(data)) as server:
        assert client_of(server.url).download("j", remote_file(data, "b.tif"), tmp_path).read_bytes() == data


def test_a_wrong_digest_is_refused_and_thrown_away(tmp_path):
    data = b"right" * 100
    with serving(ranged(b"wrong" * 100)) as server, pytest.raises(SceneFillError) as caught:
        client_of(server.url).download("j", remote_file(data, "b.tif"), tmp_path)
    assert caught.value.code == "wrong-digest" and list(tmp_path.glob("b.tif*")) == []


def test_a_server_without_ranges(tmp_path):
    data = b"right" * 100
    with serving((200, {}, data)) as server, pytest.raises(SceneFillError) as caught:
        client_of(server.url).download("j", remote_file(data), tmp_path)
    assert caught.value.code == "server-answer" and not (tmp_path / "a.tif").exists()


def test_another_part_than_asked_for(tmp_path):
    data = b"right" * 100
    with serving((206, {"Content-Range": "bytes 7-506/507"}, data)) as server, pytest.raises(SceneFillError) as caught:
        client_of(server.url).download("j", remote_file(data), tmp_path)
    assert caught.value.code == "server-answer" and not (tmp_path / "a.tif").exists()


def test_an_empty_file(tmp_path):
    with serving((500, {}, b"")) as server:
        assert client_of(server.url).download("j", remote_file(b""), tmp_path).read_bytes() == b""
        assert not server.asked


# -- what a server says ------------------------------------------------------------------------------------------------


def test_members_that_nobody_knows_are_ignored():
    found = capabilities_of({**CAPABLE, "limits": {"pixels": 5, "x": "y"}, "speed": {"pixels_per_second": None}}, "s")
    assert found.limits == {"pixels": 5.0} and found.pixels_per_second is None and found.model("m") == {"id": "m"}
    status = {"jobID": "a", "status": "accepted", "new": 1, "scenefill": {"queuePosition": 3, "later": {}}}
    assert status_of(status, "s").position == 3


@pytest.mark.parametrize(
    "status", [{}, [], None, {"jobID": "../x", "status": "running"}, {"jobID": "a", "status": "odd"}]
)
def test_a_status_that_is_none(status):
    with pytest.raises(SceneFillError) as caught:
        status_of(status, "s")
    assert caught.value.code == "server-answer"


@pytest.mark.parametrize(
    "name", ["../a.tif", "a/b.tif", "/a", "", ".hidden", "a\\b.tif", "C:a.tif", "a.part", 3, "a\n", "x."]
)
def test_a_file_name_that_is_not_plain_is_refused(name):
    good = {"file": "scenefill.json", "length": 1, "digest": f"sha-256=:{base64.b64encode(b'0' * 32).decode()}:"}
    assert files_of({"item": good}, "s")[0].output == "item"
    with pytest.raises(SceneFillError):
        files_of({"item": good, "a": {**good, "file": name}}, "s")


@pytest.mark.parametrize("change", [{"length": -1}, {"length": "1"}, {"digest": "md5=:x:"}, {"digest": "sha-256=:!:"}])
def test_a_file_without_length_or_digest_is_refused(change):
    good = {"file": "a.json", "length": 1, "digest": f"sha-256=:{base64.b64encode(b'0' * 32).decode()}:"}
    with pytest.raises(SceneFillError):
        files_of({"item": {**good, **change}}, "s")


def test_two_files_of_one_name_are_refused():
    good = {"file": "a.json", "length": 1, "digest": f"sha-256=:{base64.b64encode(b'0' * 32).decode()}:"}
    with pytest.raises(SceneFillError):
        files_of({"item": good, "other": {**good, "file": "A.json"}}, "s")


def test_addresses():
    assert server_url(" https://Example.org/fill/ ") == "https://example.org/fill"
    assert server_url("example.org:8000") == "https://example.org:8000"
    for text in ("", "ftp://x", "https://", "https://me:pw@x.org", "https://x:99999", "https://a b"):
        with pytest.raises(SceneFillError) as caught:
            server_url(text)
        assert caught.value.code == "bad-server" and "pw" not in str(caught.value)
    assert is_loopback("127.0.0.7") and is_loopback("localhost") and is_loopback("::1") and not is_loopback("10.0.0.1")
    assert same_place("http://a/x", "http://a/y") and same_place("http://a/", "https://a/")
    assert not same_place("https://a/", "https://b/") and not same_place("http://a:1/", "http://a:2/")
    assert last_part("https://x/uploads/ab-1/") == "ab-1"
    with pytest.raises(SceneFillError):
        last_part("https://x/uploads/..%2f")


def test_a_token_is_read_and_never_shown(tmp_path, monkeypatch):
    monkeypatch.setenv("SCENEFILL_TOKEN", " abc ")
    assert read_token(None) == "abc"
    monkeypatch.delenv("SCENEFILL_TOKEN")
    assert read_token(None) is None
    path = tmp_path / "token"
    path.write_text("two words\n")
    for text, code in (("two words", "bad-value"), ("", "bad-value")):
        path.write_text(text)
        with pytest.raises(SceneFillError) as caught:
            read_token(path)
        assert caught.value.code == code and "words" not in caught.value.message
    with pytest.raises(SceneFillError):
        read_token(tmp_path / "none")
