"""Resumable uploads: the protocol, what happens to those that are cut, and what nobody may do."""

from __future__ import annotations

import base64
import datetime
import hashlib
import resource
import socket
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import numpy as np
import pytest
import requests
from fastapi import FastAPI, Request
from scenefill.core.errors import SceneFillError
from scenefill.server import uploads as uploads_module
from scenefill.server.access import Caller, caller
from scenefill.server.config import ServerConfig
from scenefill.server.database import Database, now
from scenefill.server.migrations import upgrade
from scenefill.server.problems import install_handlers
from scenefill.server.quotas import Quota
from scenefill.server.routes_uploads import router
from scenefill.server.services import Services
from scenefill.server.upload_writer import UploadWriter
from scenefill.server.uploads import UploadStore

from .http_thread import serving
from .server_live import live_server

TUS = {"Tus-Resumable": "1.0.0"}
BYTES = {**TUS, "Content-Type": "application/offset+octet-stream"}
CONTENT = np.random.default_rng(3).bytes(3_000_000)
SHA256 = hashlib.sha256(CONTENT).hexdigest()
QUOTA_BYTES = 20_000_000


class Clock:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.ahead = datetime.timedelta()

    def __call__(self) -> datetime.datetime:
        return now() + self.ahead


class Uploading:
    """A server that does nothing but uploads. Its callers say who they are by a header."""

    def __init__(self, folder: Path) -> None:
        self.config = ServerConfig(data=folder, max_upload_bytes=10_000_000)
        self.database = Database(self.config.database)
        upgrade(self.database)
        self.clock, self.needed = Clock(), set[str]()
        self.store = UploadStore(self.database, self.config, lambda: self.needed, self.clock)
        self.folder = self.config.uploads_folder
        self.app = FastAPI()
        self.app.include_router(router)
        install_handlers(self.app)
        parts: dict[str, Any] = dict.fromkeys(Services.__dataclass_fields__)
        self.app.state.services = Services(**{**parts, "config": self.config, "uploads": self.store})
        self.app.dependency_overrides[caller] = _by_header
        self.url = ""

    def send(self, method: str, path: str = "", **options: Any) -> requests.Response:
        return requests.request(method, f"{self.url}/uploads{path}", timeout=60, **options)

    def create(self, length: int = len(CONTENT), owner: str = "anna", **metadata: str) -> requests.Response:
        pairs = ",".join(f"{name} {base64.b64encode(value.encode()).decode()}" for name, value in metadata.items())
        headers = {**TUS, "Upload-Length": str(length), "X-Owner": owner}
        return self.send("POST", headers=headers | ({"Upload-Metadata": pairs} if pairs else {}))

    def new(self, length: int = len(CONTENT), owner: str = "anna", **metadata: str) -> str:
        made = self.create(length, owner, **metadata)
        assert made.status_code == 201, made.text
        return "/" + made.headers["Location"].rpartition("/")[2]

    def patch(self, path: str, offset: int, data: bytes, owner: str = "anna", **headers: str) -> requests.Response:
        named = {**BYTES, "Upload-Offset": str(offset), "X-Owner": owner, **headers}
        return self.send("PATCH", path, data=data, headers=named)

    def offset(self, path: str) -> int:
        found = self.send("HEAD", path, headers={**TUS, "X-Owner": "anna"})
        assert found.status_code == 200
        return int(found.headers["Upload-Offset"])

    def files(self) -> list[str]:
        return sorted(path.name for path in self.folder.iterdir())


def _by_header(request: Request) -> Caller:
    owner = request.headers.get("x-owner", "anna")
    return Caller(owner, owner, frozenset({"run"}), Quota(bytes=QUOTA_BYTES))


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Uploading]:
    found = Uploading(tmp_path / "data")
    with serving(found.app) as found.url:
        yield found
    found.database.close()


def code(response: requests.Response) -> tuple[int, str]:
    return response.status_code, response.json()["code"]


def test_what_the_server_can_do(server: Uploading) -> None:
    found = server.send("OPTIONS")
    assert found.status_code == 204
    assert found.headers["Tus-Version"] == "1.0.0"
    assert found.headers["Tus-Max-Size"] == "10000000"
    assert found.headers["Tus-Checksum-Algorithm"] == "sha256"
    assert "creation-with-upload" in found.headers["Tus-Extension"]


def test_an_upload_in_pieces(server: Uploading) -> None:
    made = server.create(sha256=SHA256.upper(), filetype="image/tiff", filename="../../../etc/passwd")
    assert made.headers["Location"].startswith(f"{server.url}/uploads/")
    assert made.headers["Upload-Expires"].endswith("GMT")
    path = "/" + made.headers["Location"].rpartition("/")[2]
    for start in range(0, len(CONTENT), 1_234_567):
        stop = start + 1_234_567
        found = server.patch(path, start, CONTENT[start:stop])
        assert found.status_code == 204
        assert found.headers["Upload-Offset"] == str(min(stop, len(CONTENT)))
        assert found.headers["Tus-Resumable"] == "1.0.0"
    found = server.send("HEAD", path, headers=TUS)
    assert found.headers["Upload-Length"] == str(len(CONTENT))
    assert base64.b64encode(SHA256.encode()).decode() in found.headers["Upload-Metadata"]
    assert "filename" not in found.headers["Upload-Metadata"]
    assert server.store.path("anna", path[1:]).read_bytes() == CONTENT
    assert server.files() == [f"{path[1:]}.upload"]


def test_creation_with_upload(server: Uploading) -> None:
    found = server.send("POST", data=CONTENT[:1000], headers={**BYTES, "Upload-Length": "2000"})
    assert (found.status_code, found.headers["Upload-Offset"]) == (201, "1000")
    path = "/" + found.headers["Location"].rpartition("/")[2]
    assert server.patch(path, 1000, CONTENT[1000:2000]).status_code == 204
    assert server.store.path("anna", path[1:]).read_bytes() == CONTENT[:2000]


@pytest.mark.parametrize(
    ("more", "answer"),
    [
        ({"Upload-Checksum": "md5 AAAA"}, (400, "bad-request")),
        ({"Upload-Checksum": f"sha256 {base64.b64encode(bytes(32)).decode()}"}, (460, "chunk-checksum")),
        ({"Upload-Length": "10"}, (413, "too-large")),
    ],
    ids=["checksum", "wrong-checksum", "longer"],
)
def test_a_refused_creation_leaves_nothing(server: Uploading, more: dict[str, str], answer: tuple[int, str]) -> None:
    """Nobody would know the address of what it had made."""
    found = server.send("POST", data=CONTENT[:1000], headers={**BYTES, "Upload-Length": "2000", **more})
    assert code(found) == answer
    assert server.files() == []
    assert server.store.used_bytes("anna") == 0


def test_an_upload_that_brings_nothing_goes_soon(server: Uploading) -> None:
    """It is promised room on the disk, which others then cannot have."""
    empty, begun = server.new(1000), server.new(1000)
    assert server.patch(begun, 0, CONTENT[:10]).status_code == 204
    server.clock.ahead = datetime.timedelta(minutes=61)
    assert server.store.expire(server.clock()) == 1
    assert server.send("HEAD", empty, headers=TUS).status_code == 410
    assert server.offset(begun) == 10


def test_methods_by_post(server: Uploading) -> None:
    path = server.new(100)
    headers = {**BYTES, "Upload-Offset": "0", "X-HTTP-Method-Override": "PATCH"}
    assert server.send("POST", path, data=CONTENT[:50], headers=headers).headers["Upload-Offset"] == "50"
    found = server.send("POST", path, headers={**TUS, "X-HTTP-Method-Override": "HEAD"})
    assert (found.status_code, found.headers["Upload-Offset"]) == (200, "50")
    assert code(server.send("POST", path, headers={**TUS, "X-HTTP-Method-Override": "GET"}))[0] == 400
    assert server.send("POST", path, headers={**TUS, "X-HTTP-Method-Override": "DELETE"}).status_code == 204
    assert server.files() == []


BAD_CREATIONS: dict[str, tuple[dict[str, str], tuple[int, str]]] = {
    "no version": ({"Tus-Resumable": "", "Upload-Length": "5"}, (412, "tus-version")),
    "other version": ({"Tus-Resumable": "0.2.2", "Upload-Length": "5"}, (412, "tus-version")),
    "no length": ({}, (400, "bad-request")),
    "deferred length": ({"Upload-Defer-Length": "1"}, (400, "bad-request")),
    "joined": ({"Upload-Length": "5", "Upload-Concat": "partial"}, (400, "bad-request")),
    "negative length": ({"Upload-Length": "-1"}, (400, "bad-request")),
    "length with sign": ({"Upload-Length": "+5"}, (400, "bad-request")),
    "no number": ({"Upload-Length": "0x10"}, (400, "bad-request")),
    "nothing": ({"Upload-Length": "0"}, (400, "bad-request")),
    "too large": ({"Upload-Length": "10000001"}, (413, "too-large")),
    "overflow": ({"Upload-Length": str(2**64)}, (400, "bad-request")),
    "2 to 59": ({"Upload-Length": str(2**59)}, (413, "too-large")),
    "no base64": ({"Upload-Length": "5", "Upload-Metadata": "sha256 %%%"}, (400, "bad-request")),
    "no digest": ({"Upload-Length": "5", "Upload-Metadata": "sha256 YWJj"}, (400, "bad-request")),
    "twice": ({"Upload-Length": "5", "Upload-Metadata": "filetype YQ==,filetype YQ=="}, (400, "bad-request")),
    "line break in a type": ({"Upload-Length": "5", "Upload-Metadata": "filetype YQ0KYjo="}, (400, "bad-request")),
    "long metadata": ({"Upload-Length": "5", "Upload-Metadata": "a " + "b" * 5000}, (400, "bad-request")),
}


@pytest.mark.parametrize("case", BAD_CREATIONS, ids=str)
def test_bad_creations(server: Uploading, case: str) -> None:
    headers, expected = BAD_CREATIONS[case]
    found = server.send("POST", headers={**TUS, **headers})
    assert code(found) == expected
    assert found.headers["Tus-Resumable"] == "1.0.0"
    assert server.files() == []


def test_bad_pieces(server: Uploading) -> None:
    path = server.new(1000)
    assert server.patch(path, 0, CONTENT[:400]).status_code == 204
    found = server.patch(path, 300, CONTENT[:10])
    assert (code(found), found.headers["Upload-Offset"]) == ((409, "upload-offset"), "400")
    assert code(server.patch(path, 500, CONTENT[:10])) == (409, "upload-offset")
    assert code(server.patch(path, 400, CONTENT[:601])) == (413, "too-large")
    chunked = server.patch(path, 400, iter([CONTENT[:300], CONTENT[:400]]))  # type: ignore[arg-type]
    assert code(chunked) == (413, "too-large")
    headers = {**TUS, "Upload-Offset": "400", "Content-Type": "text/plain"}
    assert code(server.send("PATCH", path, data=b"a", headers=headers)) == (415, "media-type")
    assert code(server.send("PATCH", path, data=b"a", headers={**BYTES, "Upload-Offset": "-1"}))[0] == 400
    assert code(server.send("PATCH", path, data=b"a", headers=BYTES))[0] == 400
    assert server.offset(path) == 400
    assert server.patch(path, 400, CONTENT[400:1000]).status_code == 204
    assert server.store.path("anna", path[1:]).read_bytes() == CONTENT[:1000]
    # A complete upload takes no more, and says so.
    assert server.patch(path, 1000, b"").headers["Upload-Offset"] == "1000"
    assert code(server.patch(path, 1000, b"a"))[0] in (409, 413)


def test_checksums_of_pieces(server: Uploading) -> None:
    path = server.new(1000, sha256=hashlib.sha256(CONTENT[:1000]).hexdigest())
    good = base64.b64encode(hashlib.sha256(CONTENT[:500]).digest()).decode()
    assert code(server.patch(path, 0, CONTENT[1:501], **{"Upload-Checksum": f"sha256 {good}"})) == (
        460,
        "chunk-checksum",
    )
    assert server.offset(path) == 0
    for bad in ("md5 YWJj", "sha256 YWJj", "sha256", f"sha256 {good}="):
        assert code(server.patch(path, 0, CONTENT[:500], **{"Upload-Checksum": bad}))[0] == 400
    assert server.patch(path, 0, CONTENT[:500], **{"Upload-Checksum": f"sha256 {good}"}).status_code == 204
    assert server.patch(path, 500, CONTENT[500:1000]).status_code == 204


def test_checksum_of_the_whole(server: Uploading) -> None:
    path = server.new(sha256="0" * 64)
    assert server.patch(path, 0, CONTENT[:1_500_000]).status_code == 204
    assert code(server.patch(path, 1_500_000, CONTENT[1_500_000:])) == (422, "upload-checksum")
    assert server.send("HEAD", path, headers=TUS).status_code == 404
    assert server.files() == []
    assert server.store.used_bytes("anna") == 0


def test_the_same_bytes_are_sent_once(server: Uploading) -> None:
    path = server.new(sha256=SHA256)
    assert server.create(sha256=SHA256).headers["Location"][-33:] != path, "an open upload is nobody's copy"
    assert server.patch(path, 0, CONTENT).status_code == 204
    again = server.create(sha256=SHA256)
    assert (again.status_code, again.headers["Upload-Offset"]) == (201, str(len(CONTENT)))
    assert again.headers["Location"].endswith(path)
    brought = {**BYTES, "Upload-Length": str(len(CONTENT))}
    metadata = {"Upload-Metadata": "sha256 " + base64.b64encode(SHA256.encode()).decode()}
    assert server.send("POST", data=CONTENT[:5], headers={**brought, **metadata}).headers["Location"].endswith(path)
    # What one does not know by its bytes is declared by others in vain.
    assert "Upload-Offset" not in server.create(owner="bert", sha256=SHA256).headers


def test_quotas(server: Uploading, monkeypatch: pytest.MonkeyPatch) -> None:
    first = server.new(8_000_000)
    server.new(8_000_000)
    assert code(server.create(8_000_000)) == (413, "quota-bytes")
    assert server.create(8_000_000, owner="bert").status_code == 201
    assert server.send("DELETE", first, headers=TUS).status_code == 204
    assert server.create(8_000_000).status_code == 201
    monkeypatch.setattr(uploads_module, "MAX_UPLOADS", 2)
    found = server.create(1)
    assert code(found) == (429, "quota")
    # Waiting helps in a day only.
    assert "Retry-After" not in found.headers and not found.json()["retryable"]
    monkeypatch.setattr(uploads_module, "RESERVE_BYTES", 2**60)
    assert code(server.create(1, owner="clara")) == (507, "disk-full")


def test_others_uploads_are_not_there(server: Uploading) -> None:
    path = server.new(100)
    theirs = {**TUS, "X-Owner": "bert"}
    assert server.send("HEAD", path, headers=theirs).status_code == 404
    assert code(server.patch(path, 0, b"a", owner="bert")) == (404, "no-such-upload")
    assert code(server.send("DELETE", path, headers=theirs)) == (404, "no-such-upload")
    with pytest.raises(SceneFillError):
        server.store.path("bert", path[1:])
    assert server.offset(path) == 0


@pytest.mark.parametrize(
    "name",
    [
        "x",
        "0" * 31,
        "0" * 32,
        "A" * 32,
        "..%2f..%2fscenefill.db",
        "%2e%2e%2fscenefill.db",
        "%00",
        "a" * 4096,
        "0" * 31 + "%0a",
    ],
    ids=lambda name: name[:24],
)
def test_names_that_are_none(server: Uploading, name: str) -> None:
    before = sorted(path for path in server.config.data.rglob("*"))
    for method in ("HEAD", "PATCH", "DELETE", "POST"):
        headers = {**BYTES, "Upload-Offset": "0", "X-HTTP-Method-Override": "PATCH"}
        assert server.send(method, f"/{name}", data=b"a", headers=headers).status_code == 404
    assert sorted(path for path in server.config.data.rglob("*")) == before


def connect(server: Uploading | str, path: str, start: int, length: int, chunked: bool = False) -> socket.socket:
    """A connection that has sent the header of a PATCH."""
    url = urlsplit(server if isinstance(server, str) else server.url)
    body = "Transfer-Encoding: chunked" if chunked else f"Content-Length: {length}"
    head = (
        f"PATCH /uploads{path} HTTP/1.1\r\nHost: {url.netloc}\r\nTus-Resumable: 1.0.0\r\nUpload-Offset: {start}\r\n"
        f"Content-Type: application/offset+octet-stream\r\n{body}\r\n\r\n"
    )
    connection = socket.create_connection((str(url.hostname), int(url.port or 80)), timeout=30)
    connection.sendall(head.encode())
    return connection


def wait_for(condition: Callable[[], bool]) -> None:
    end = time.monotonic() + 30
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.02)


def test_cut_connections_keep_what_arrived(server: Uploading) -> None:
    path = server.new(sha256=SHA256)
    rng = np.random.default_rng(11)
    sent = 0
    for length in [int(value) for value in rng.integers(1, 400_000, 10)]:
        connection = connect(server, path, sent, len(CONTENT) - sent)
        stop = sent + length
        connection.sendall(CONTENT[sent:stop])
        part = server.folder / f"{path[1:]}.part"
        wait_for(lambda: server.store.is_locked(path[1:]))
        if length % 2:
            # Thrown away in the kernel's buffers, before the server has seen all of it.
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
        connection.close()
        wait_for(lambda: not server.store.is_locked(path[1:]))
        offset = server.offset(path)
        assert sent <= offset <= stop
        assert part.stat().st_size == offset
        assert part.read_bytes() == CONTENT[:offset]
        sent = offset
    assert sent > 0
    assert server.patch(path, sent, CONTENT[sent:]).status_code == 204
    assert server.store.path("anna", path[1:]).read_bytes() == CONTENT


def test_a_cut_piece_with_a_checksum_counts_for_nothing(server: Uploading) -> None:
    path = server.new(1000)
    url = urlsplit(server.url)
    checksum = base64.b64encode(hashlib.sha256(CONTENT[:1000]).digest()).decode()
    connection = socket.create_connection((str(url.hostname), int(url.port or 80)), timeout=30)
    head = (
        f"PATCH /uploads{path} HTTP/1.1\r\nHost: a\r\nTus-Resumable: 1.0.0\r\nUpload-Offset: 0\r\n"
        f"Content-Length: 1000\r\nContent-Type: application/offset+octet-stream\r\n"
        f"Upload-Checksum: sha256 {checksum}\r\n\r\n"
    )
    connection.sendall(head.encode() + CONTENT[:999])
    connection.close()
    assert server.offset(path) == 0


def test_one_writer_at_a_time(server: Uploading) -> None:
    path = server.new(1000)
    with connect(server, path, 0, 1000) as first:
        first.sendall(CONTENT[:10])
        wait_for(lambda: server.store.is_locked(path[1:]))
        found = server.patch(path, 0, CONTENT[:1000])
        assert code(found) == (423, "upload-locked")
        assert (found.json()["retryable"], found.headers["Retry-After"]) == (True, "1")
        assert code(server.send("DELETE", path, headers=TUS)) == (423, "upload-locked")
        first.sendall(CONTENT[10:1000])
        assert b" 204 " in first.recv(100)
    assert server.store.path("anna", path[1:]).read_bytes() == CONTENT[:1000]


def test_who_has_no_such_upload_does_not_wait_for_its_writer(
    server: Uploading, monkeypatch: pytest.MonkeyPatch
) -> None:
    """How long an answer takes must not tell that somebody else has it."""
    monkeypatch.setattr("scenefill.server.routes_uploads.PATIENCE_SECONDS", 3600.0)
    path = server.new(1000)
    with connect(server, path, 0, 1000) as first:
        first.sendall(CONTENT[:10])
        wait_for(lambda: server.store.is_locked(path[1:]))
        for method in ("HEAD", "PATCH", "DELETE"):
            headers = {**BYTES, "Upload-Offset": "0", "X-Owner": "bert"}
            assert server.send(method, path, headers=headers).status_code == 404


def test_a_connection_that_stalls_is_given_up(server: Uploading, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("scenefill.server.routes_uploads.IDLE_SECONDS", 2.0)
    path = server.new(1000)
    with connect(server, path, 0, 1000) as stalled:
        stalled.sendall(CONTENT[:10])
        assert b" 408 " in stalled.recv(100)
    assert server.offset(path) == 10
    monkeypatch.undo()
    assert server.patch(path, 10, CONTENT[10:1000]).status_code == 204


def test_expiry(server: Uploading) -> None:
    hours = datetime.timedelta(hours=server.config.upload_hours)
    left, used, whole = server.new(1000), server.new(1000), server.new(1000)
    assert server.patch(whole, 0, CONTENT[:1000]).status_code == 204
    server.needed.add(used[1:])
    (server.folder / ("0" * 32 + ".part")).write_bytes(b"nobody's")
    (server.folder / "README").write_text("an administrator's")
    assert server.store.expire(server.clock()) == 0
    assert len(server.files()) == 4
    server.clock.ahead = hours * 0.9
    server.store.path("anna", whole[1:])  # what is used lives on
    server.clock.ahead = hours * 1.1
    assert server.store.expire(server.clock()) == 1
    found = server.send("HEAD", left, headers=TUS)
    assert found.status_code == 410
    assert code(server.patch(left, 0, b"a")) == (410, "expired")
    assert server.store.used_bytes("anna") == 2000
    assert server.files() == sorted(["README", f"{used[1:]}.part", f"{whole[1:]}.upload"])
    assert code(server.send("DELETE", used, headers=TUS)) == (409, "upload-in-use")
    server.needed.clear()
    server.clock.ahead = hours * 3
    assert server.store.expire(server.clock()) == 2
    assert server.store.used_bytes("anna") == 0
    server.clock.ahead = datetime.timedelta(days=30)
    server.store.expire(server.clock())
    assert server.send("HEAD", left, headers=TUS).status_code == 404


def test_a_full_disk(server: Uploading) -> None:
    """The kernel refuses to write on, in the middle of a piece; what was flushed before stays."""
    upload = server.store.create("anna", 9_000_000)
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    writer = UploadWriter(server.store, upload)
    writer.write(CONTENT[:1_000_000])
    writer.keep()
    resource.setrlimit(resource.RLIMIT_FSIZE, (4_000_000, before[1]))
    try:
        with pytest.raises(SceneFillError) as caught:
            writer.write(CONTENT[:2_000_000] + CONTENT[:2_000_000])
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        writer.close()
    assert caught.value.code == "disk-full"
    assert server.store.get("anna", upload.id).offset == 1_000_000
    assert server.store.part(upload).stat().st_size == 1_000_000


def test_what_was_not_flushed_is_not_believed(server: Uploading) -> None:
    upload = server.store.create("anna", 1000)
    server.store.part(upload).write_bytes(b"x" * 700)
    server.store.advance(upload, 500)
    assert server.store.get("anna", upload.id).offset == 500
    path = f"/{upload.id}"
    assert server.patch(path, 500, CONTENT[:100]).status_code == 204
    assert server.store.part(upload).read_bytes() == b"x" * 500 + CONTENT[:100]
    # Less than the row says: a disk that lost something.
    server.store.part(upload).write_bytes(b"x" * 300)
    assert server.offset(path) == 300
    server.store.part(upload).unlink()
    assert server.offset(path) == 0
    assert server.patch(path, 0, CONTENT[:1000]).status_code == 204


def test_killed_between_the_last_byte_and_the_end(server: Uploading) -> None:
    upload = server.store.create("anna", 1000, hashlib.sha256(CONTENT[:1000]).hexdigest())
    server.store.part(upload).write_bytes(CONTENT[:1000])
    server.store.advance(upload, 1000)
    assert server.offset(f"/{upload.id}") == 1000
    assert server.store.get("anna", upload.id).complete
    # After the renaming, before the row.
    other = server.store.create("anna", 500)
    server.store.part(other).rename(server.folder / f"{other.id}.upload")
    (server.folder / f"{other.id}.upload").write_bytes(CONTENT[:500])
    server.store.advance(other, 500)
    assert server.store.path("anna", other.id).read_bytes() == CONTENT[:500]


def test_sigkill_in_the_middle_of_a_piece(tmp_path: Path) -> None:
    """The server dies without a word, twice; the upload goes on where its bytes are safe."""
    content = np.random.default_rng(5).bytes(40_000_000)
    digest = hashlib.sha256(content).hexdigest()
    metadata = {"Upload-Metadata": "sha256 " + base64.b64encode(digest.encode()).decode()}
    with live_server(tmp_path / "data") as live:
        made = requests.post(
            f"{live.url}/uploads", headers={**TUS, **metadata, "Upload-Length": str(len(content))}, timeout=30
        )
        path = "/" + made.headers["Location"].rpartition("/")[2]
        offset = 0
        part = tmp_path / "data" / "uploads" / f"{path[1:]}.part"
        for _ in range(2):
            stop = offset + 15_000_000
            with connect(live.url, path, offset, len(content) - offset) as connection:
                connection.sendall(content[offset:stop])
                wait_for(lambda wanted=offset + 11_000_000: part.stat().st_size >= wanted)
                live.kill()
            live.start()
            found = requests.head(f"{live.url}/uploads{path}", headers=TUS, timeout=30)
            # Flushed every 8 MiB: no more than that is lost.
            assert offset + 8 * 2**20 <= int(found.headers["Upload-Offset"]) <= stop
            offset = int(found.headers["Upload-Offset"])
        headers = {**BYTES, "Upload-Offset": str(offset)}
        found = requests.patch(f"{live.url}/uploads{path}", data=content[offset:], headers=headers, timeout=60)
        assert found.status_code == 204, found.text
    whole = part.with_name(f"{path[1:]}.upload")
    assert hashlib.sha256(whole.read_bytes()).hexdigest() == digest


def test_many_uploads_at_once(server: Uploading) -> None:
    """As many as there are threads, and more: none waits for another's lock."""
    paths = [server.new(200_000) for _ in range(20)]
    connections = [connect(server, path, 0, 200_000) for path in paths]
    for connection in connections:
        connection.sendall(CONTENT[:100_000])
    for connection in connections:
        connection.sendall(CONTENT[100_000:200_000])
    for connection in connections:
        with connection:
            assert b" 204 " in connection.recv(100)
    assert len([name for name in server.files() if name.endswith(".upload")]) == 20
