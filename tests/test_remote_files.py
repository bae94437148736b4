"""Files of this computer that cannot be read or written on their way: told as such, at once, whatever the network."""

from __future__ import annotations

import errno
import hashlib
import os
import re
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from scenefill.core.client import ServerClient
from scenefill.core.errors import SceneFillError
from scenefill.core.remote.answers import RemoteFile
from scenefill.core.remote.own_files import of_file, own_files
from scenefill.core.remote.requests_transport import RequestsTransport
from scenefill.core.remote.state import RemoteState, StateFile
from scenefill.core.remote.transport import Cancelled, FileSlice, Request, Response, Transport

DATA = bytes(range(256)) * 40_000
FILE = RemoteFile("a", "b.tif", len(DATA), hashlib.sha256(DATA).hexdigest(), "data")
#: What is written there fails as on a full disk.
FULL = Path("/dev/full")


class Handler(BaseHTTPRequestHandler):
    """Sends parts of a file, and takes uploads without keeping them."""

    protocol_version = "HTTP/1.1"

    def _answer(self, status: int, headers: dict[str, str], body: bytes = b"") -> None:
        self.send_response(status)
        for name, value in {**headers, "Content-Length": str(len(body))}.items():
            self.send_header(name, value)
        self.end_headers()
        # Who asked may have gone with an error.
        with suppress(ConnectionError):
            self.wfile.write(body)

    def do_GET(self) -> None:
        first, last = (int(n) for n in re.findall(r"\d+", self.headers["Range"]))
        self._answer(206, {"Content-Range": f"bytes {first}-{last}/{len(DATA)}"}, DATA[first : last + 1])

    def do_POST(self) -> None:
        self._answer(201, {"Location": "/uploads/u"})

    def do_PATCH(self) -> None:
        length = int(self.headers["Content-Length"])
        if len(self.rfile.read(length)) == length:
            self._answer(204, {"Upload-Offset": str(int(self.headers["Upload-Offset"]) + length)})

    def log_message(self, *_: Any) -> None:
        pass


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


class Blocking(Transport):
    """Holds each answer in memory and then writes it, as QGIS does."""

    def __init__(self) -> None:
        self._inner = RequestsTransport()

    @property
    def authenticated(self) -> bool:
        return False

    def send(self, request: Request, cancelled: Cancelled) -> Response:
        body = request.body.read() if isinstance(request.body, FileSlice) else request.body
        asked = Request(request.method, request.url, request.headers, body, None, 2**25, request.timeout)
        found = self._inner.send(asked, cancelled)
        if request.into is None or found.status != 206:
            return found
        with request.into.open("ab") as stream:
            return Response(found.status, found.headers, b"", stream.write(found.body[: request.limit]), found.url)

    def close(self) -> None:
        self._inner.close()


@pytest.fixture(params=[RequestsTransport, Blocking])
def client(request: pytest.FixtureRequest, url: str) -> ServerClient:
    return ServerClient(url, request.param(), patience=20.0, pauses=(0.01, 0.02), timeout=10.0)


def test_a_full_disk_is_told(client, tmp_path):
    (tmp_path / "b.tif.part").symlink_to(FULL)
    with pytest.raises(SceneFillError) as caught:
        client.download("j", FILE, tmp_path)
    assert caught.value.code == "disk-full" and "b.tif.part" in caught.value.message


def test_a_file_that_cannot_be_written_is_told(client, tmp_path):
    (tmp_path / "b.tif.part").mkdir()
    with pytest.raises(SceneFillError) as caught:
        client.download("j", FILE, tmp_path)
    assert caught.value.code == "file-system" and "b.tif.part" in caught.value.message and caught.value.hint


def test_a_folder_that_is_gone_is_told(client, tmp_path):
    with pytest.raises(SceneFillError) as caught:
        client.download("j", FILE, tmp_path / "gone")
    assert caught.value.code == "file-system"


@pytest.mark.parametrize(
    ("harm", "code", "words"),
    [
        (lambda path: os.truncate(path, 70_000), "upload-checksum", "shorter"),
        (lambda path: os.truncate(path, 0), "upload-checksum", "shorter"),
        (lambda path: path.unlink(), "file-system", "No such file"),
    ],
)
def test_a_layer_that_is_spoilt_while_it_is_sent_is_told(
    client: ServerClient, tmp_path: Path, harm: Callable[[Path], None], code: str, words: str
):
    """It is no cut, after which the same would be tried for minutes."""
    path = tmp_path / "layer.tif"
    path.write_bytes(DATA)
    with pytest.raises(SceneFillError) as caught:
        client.upload(path, FILE.sha256, progress=lambda _: harm(path))
    assert caught.value.code == code and words in caught.value.message and "layer.tif" in caught.value.message


def test_a_layer_that_stays_is_sent(client, tmp_path):
    path = tmp_path / "layer.tif"
    path.write_bytes(DATA)
    assert client.upload(path, FILE.sha256) == "u"
    assert client.download("j", FILE, tmp_path).read_bytes() == DATA


def test_a_slice_in_pieces(tmp_path):
    path = tmp_path / "a"
    path.write_bytes(DATA)
    part = FileSlice(path, 1000, 200_000)
    assert part.read() == DATA[1000:201_000] and len(list(part.pieces())) == 4


def test_a_certificate_file_that_is_not_there(monkeypatch):
    """The library says it as it says that of any file, naming none."""
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", "/no/such/bundle.pem")
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        client = ServerClient(f"https://127.0.0.1:{closed.getsockname()[1]}", RequestsTransport(), patience=0.0)
        with pytest.raises(SceneFillError) as caught:
            client.capabilities()
    assert caught.value.code == "file-system" and "/no/such/bundle.pem" in caught.value.message


def test_words_of_errors(tmp_path):
    assert of_file(OSError(errno.EDQUOT, "Disk quota exceeded"), None).message == "The disk is full."
    assert of_file(OSError(errno.EIO, "Input/output error"), tmp_path / "a").message == (
        f"The file '{tmp_path / 'a'}' cannot be read or written: Input/output error."
    )
    assert of_file(OSError(), None).message == "A file cannot be read or written: OSError."
    with pytest.raises(BrokenPipeError), own_files(tmp_path):
        raise BrokenPipeError


def test_a_state_that_finds_no_room(tmp_path):
    (tmp_path / "remote.json.part").symlink_to(FULL)
    with pytest.raises(SceneFillError) as caught:
        StateFile(tmp_path).write(RemoteState("http://x", "d"))
    assert caught.value.code == "disk-full"
