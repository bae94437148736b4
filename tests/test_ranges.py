"""Files as answers: whole, in one range, not at all."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import requests
from fastapi import FastAPI, Request
from scenefill.core.errors import SceneFillError
from scenefill.server.problems import install_handlers
from scenefill.server.ranges import file_response
from starlette.responses import Response

from .http_thread import serving

CONTENT = np.random.default_rng(1).bytes(1_000_000)
SHA256 = hashlib.sha256(CONTENT).hexdigest()
ETAG = f'"{SHA256}"'


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    path = tmp_path_factory.mktemp("files") / "inside.bin"
    path.write_bytes(CONTENT)
    app = FastAPI()
    install_handlers(app)

    @app.api_route("/file", methods=["GET", "HEAD"])
    def file(request: Request) -> Response:
        return answer(request, path)

    @app.get("/gone")
    def gone(request: Request) -> Response:
        return answer(request, path.with_name("gone"))

    @app.get("/empty")
    def empty(request: Request) -> Response:
        nothing = path.with_name("empty")
        nothing.touch()
        return answer(request, nothing)

    with serving(app) as found:
        yield found


def answer(request: Request, path: Path) -> Response:
    return file_response(request, path, sha256=SHA256, media_type="image/tiff", filename="optical.tif")


def get(url: str, **headers: str) -> requests.Response:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return requests.get(f"{url}/file", headers={"Accept-Encoding": "identity", **named}, timeout=30)


def test_the_whole(url: str) -> None:
    found = get(url)
    assert (found.status_code, found.content) == (200, CONTENT)
    assert found.headers["Accept-Ranges"] == "bytes"
    assert found.headers["ETag"] == ETAG
    assert found.headers["Repr-Digest"] == f"sha-256=:{base64.b64encode(hashlib.sha256(CONTENT).digest()).decode()}:"
    assert found.headers["Content-Disposition"] == 'attachment; filename="optical.tif"'
    assert found.headers["Content-Type"] == "image/tiff"


@pytest.mark.parametrize(
    ("wanted", "start", "stop"),
    [
        ("bytes=0-0", 0, 1),
        ("bytes=0-99", 0, 100),
        ("bytes=999999-", 999_999, 1_000_000),
        ("bytes=300000-9999999", 300_000, 1_000_000),
        ("bytes=-10", 999_990, 1_000_000),
        ("bytes=-9999999", 0, 1_000_000),
        ("bytes= 5-6 ", 5, 7),
    ],
)
def test_one_range(url: str, wanted: str, start: int, stop: int) -> None:
    found = get(url, Range=wanted)
    assert (found.status_code, found.content) == (206, CONTENT[start:stop])
    assert found.headers["Content-Range"] == f"bytes {start}-{stop - 1}/1000000"
    assert found.headers["Content-Length"] == str(stop - start)
    assert found.headers["ETag"] == ETAG


@pytest.mark.parametrize(
    "wanted",
    [
        "bytes=1000000-",
        "bytes=5-4",
        "bytes=-0",
        "bytes=-",
        "bytes=0-1,5-6",
        "bytes=a-b",
        "bytes=--5",
        "bytes=0-" + "9" * 30,
        "bytes=" + ",".join(f"{i}-{i}" for i in range(0, 10_000, 2)),
    ],
    ids=lambda text: text[:20],
)
def test_no_range(url: str, wanted: str) -> None:
    found = get(url, Range=wanted)
    assert found.status_code == 416
    assert found.headers["Content-Range"] == "bytes */1000000"
    assert found.json()["code"] == "bad-range"


def test_other_units_are_nothing_to_us(url: str) -> None:
    assert get(url, Range="pixels=0-5").status_code == 200


def test_if_range(url: str) -> None:
    assert get(url, Range="bytes=0-5", If_Range=ETAG).status_code == 206
    for other in ('"other"', f"W/{ETAG}", "Wed, 21 Oct 2026 07:28:00 GMT"):
        found = get(url, Range="bytes=0-5", If_Range=other)
        assert (found.status_code, len(found.content)) == (200, 1_000_000)


def test_if_none_match(url: str) -> None:
    for tags in (ETAG, f'"other", {ETAG}', f"W/{ETAG}", "*"):
        found = get(url, If_None_Match=tags)
        assert (found.status_code, found.content, found.headers["ETag"]) == (304, b"", ETAG)
    assert get(url, If_None_Match='"other"').status_code == 200


def test_head(url: str) -> None:
    found = requests.head(f"{url}/file", timeout=30)
    assert (found.status_code, found.headers["Content-Length"]) == (200, "1000000")
    # Of a HEAD there is no part, and so none that is out of range.
    for text in ("bytes=0-9", "bytes=5000000-", "bytes=x"):
        found = requests.head(f"{url}/file", headers={"Range": text}, timeout=30)
        assert (found.status_code, found.headers["Content-Length"]) == (200, "1000000")
        assert "Content-Range" not in found.headers


def test_a_file_that_is_gone(url: str) -> None:
    found = requests.get(f"{url}/gone", timeout=30)
    assert (found.status_code, found.json()["code"]) == (410, "expired")


def test_an_empty_file(url: str) -> None:
    assert requests.get(f"{url}/empty", timeout=30).content == b""
    assert requests.get(f"{url}/empty", headers={"Range": "bytes=0-0"}, timeout=30).status_code == 416


def test_only_names_of_ours_reach_a_header(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.touch()
    request = Request({"type": "http", "method": "GET", "headers": [], "path": "/"})
    for name in ('a"b.tif', "../a.tif", "a\r\nX: y", ""):
        with pytest.raises((ValueError, SceneFillError)):
            file_response(request, path, sha256=SHA256, media_type="image/tiff", filename=name)
