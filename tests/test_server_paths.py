"""Ids and names that would be paths, sent as they are in every parameter of every path of the OpenAPI document."""

from __future__ import annotations

import http.client
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
import requests
from scenefill.server.openapi import openapi_document
from scenefill.tests.file_watch import FileWatch
from scenefill.tests.server_live import LiveServer, live_server

from .refusal_counts import Refused

SECRET = b"what nobody may read"
TUS = {"Tus-Resumable": "1.0.0", "Upload-Offset": "0", "Content-Type": "application/offset+octet-stream"}
#: Routes with a parameter in their path, and the name of each such parameter.
PARAMETERS = [
    (method.upper(), path, part[1:-1])
    for path, operations in openapi_document("http://x")["paths"].items()
    for method in operations
    for part in path.split("/")
    if part.startswith("{")
]


class Target:
    """A server with a finished job and an upload, and files around them that are none of a client's business."""

    def __init__(self, server: LiveServer) -> None:
        self.server, self.folder = server, server.data.parent
        job = requests.post(
            f"{server.url}/processes/echo/execution",
            json={"inputs": {"text": "a"}},
            headers={"Prefer": "respond-async"},
            timeout=30,
        ).json()["jobID"]
        made = requests.post(f"{server.url}/uploads", headers={**TUS, "Upload-Length": "10"}, timeout=30)
        self.names = {
            "processID": "echo",
            "jobID": job,
            "output": "text",
            "upload": made.headers["location"].rpartition("/")[2],
        }
        self.secrets = [self.folder / "secret.txt", *(place / "secret.txt" for place in server.data.rglob("*"))]
        self.secrets = [path for path in self.secrets if path.parent.is_dir()]
        for path in self.secrets:
            path.write_bytes(SECRET)

    def tricks(self) -> list[str]:
        """Texts that lead to one of the secrets, or to the database, from wherever they are appended."""
        database = next(self.server.data.glob("*.db"))
        ups = [f"{'../' * depth}{name}" for depth in range(6) for name in ("secret.txt", f"data/{database.name}")]
        plain = [*ups, str(self.secrets[0]), f"//{self.secrets[0]}", "..", ".", "~", "con", "a" * 5000, "-", "*", "\0"]
        names = [self.names[kind] for kind in ("jobID", "upload")]
        inside = [f"{name}{end}" for name in names for end in ("/../secret.txt", "\0", "\0.tif", "%00", " ", "\n", ".")]
        texts = [*plain, *inside, f"/vsizip/{self.secrets[0]}", f"file://{self.secrets[0]}", "..\\secret.txt"]
        coded = [form(text) for text in texts for form in (_once, _twice, _dots, _overlong)]
        # As it is, too: servers between the client and this one join dots, this client does not.
        return sorted({text for text in [*texts, *coded] if text.isprintable() and " " not in text and text})

    def ask(self, method: str, path: str) -> tuple[int, bytes]:
        host = self.server.url.partition("//")[2]
        connection = http.client.HTTPConnection(host, timeout=30)
        try:
            connection.request(method, path, headers=TUS)
            answer = connection.getresponse()
            return answer.status, answer.read()
        finally:
            connection.close()


def _once(text: str) -> str:
    return quote(text, safe="")


def _twice(text: str) -> str:
    return quote(_once(text), safe="")


def _dots(text: str) -> str:
    return quote(text, safe="/").replace(".", "%2E")


def _overlong(text: str) -> str:
    return quote(text, safe=".").replace("%2F", "%C0%AF")


@pytest.fixture(scope="module")
def target(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Target]:
    with live_server(tmp_path_factory.mktemp("paths") / "data") as server:
        yield Target(server)


@pytest.mark.parametrize(("method", "path", "name"), PARAMETERS)
def test_no_name_is_a_path(target: Target, method: str, path: str, name: str, refused: Refused) -> None:
    tricks = target.tricks()
    assert len(tricks) >= 100
    files = _files(target.folder)
    with FileWatch(*target.secrets) as watch:
        for trick in tricks:
            status, body = target.ask(method, path.format(**{**target.names, name: trick}))
            # What has slashes may be another path of the server, which has neither this method nor such an id.
            assert status in (400, 404, 405, 414, 422), (trick, status)
            assert SECRET not in body, trick
            assert b"SQLite format" not in body, trick
            refused("path tricks in ids and names", str(status), 1)
        assert watch.seen() == []
    assert _files(target.folder) == files
    assert target.ask("GET", f"/jobs/{target.names['jobID']}")[0] == 200
    assert target.ask("HEAD", f"/uploads/{target.names['upload']}")[0] == 200


def test_the_secrets_could_be_read(target: Target) -> None:
    """The watch is awake."""
    with FileWatch(*target.secrets) as watch:
        for path in target.secrets:
            assert path.read_bytes() == SECRET
        assert len(watch.seen()) >= len(target.secrets) >= 3


def _files(folder: Path) -> set[Path]:
    """All but the database's own, which come and go."""
    return {path for path in folder.rglob("*") if not path.name.startswith("scenefill.db")}
