"""The server by clients that nobody here wrote: tuspy, OWSLib, gavicore's models, and GDAL's own HTTP by rasterio."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rasterio
import requests
from gavicore.models import (
    ApiError,
    Capabilities,
    JobInfo,
    JobList,
    JobResults,
    JobStatus,
    Link,
    Output,
    ProcessRequest,
    ResponseType,
    TransmissionMode,
)
from owslib import ogcapi
from owslib.ogcapi.processes import Processes
from owslib.util import Authentication
from rasterio.errors import RasterioIOError
from rasterio.windows import Window
from scenefill.tests.chaos_proxy import UP, ChaosProxy, Fault, chaos_proxy
from scenefill.tests.engine_scene import crop_extent, fill_job
from scenefill.tests.server_jobs import DRAFT, ENDLESS, MODEL, as_request, ended, fetched, reference_of, upload
from scenefill.tests.server_live import LiveServer, Token, add_token, live_server
from tusclient.client import TusClient
from tusclient.exceptions import TusCommunicationError, TusUploadFailed
from tusclient.request import TusRequest
from tusclient.storage.filestorage import FileStorage

EXCEPTIONS = "http://www.opengis.net/def/exceptions/ogcapi-processes-1/1.0/"
RESULTS = "http://www.opengis.net/def/rel/ogc/1.0/results"
CHUNK = 200_000
#: No whole number of chunks.
CONTENT = np.random.default_rng(5).bytes(1_234_567)
SHA256 = hashlib.sha256(CONTENT).hexdigest()
#: How many pixels of the result are read; far from all.
PART = Window(40, 30, 20, 10)


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("outside") / "data"


@pytest.fixture(scope="module")
def ada(data: Path) -> Token:
    return add_token(data, "ada")


@pytest.fixture(scope="module")
def server(data: Path, ada: Token, tmp_path_factory: pytest.TempPathFactory) -> Iterator[LiveServer]:
    own = {"SCENEFILL_CACHE": str(tmp_path_factory.mktemp("cache"))}
    with live_server(data, "--threads", "1", no_auth=False, environment=own) as running:
        yield running


# -- tuspy -------------------------------------------------------------------------------------------------------------


@pytest.fixture
def proxy(server: LiveServer) -> Iterator[ChaosProxy]:
    with chaos_proxy(int(server.url.rpartition(":")[2])) as between:
        yield between


@pytest.fixture
def sent(monkeypatch: pytest.MonkeyPatch) -> list[tuple[int, int]]:
    """Offset and length of every piece that tuspy tries to send."""
    pieces: list[tuple[int, int]] = []
    perform = TusRequest.perform

    def noted(request: Any) -> None:
        pieces.append((request.file.tell(), request._content_length))
        perform(request)

    monkeypatch.setattr(TusRequest, "perform", noted)
    return pieces


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "large.tif"
    path.write_bytes(CONTENT)
    return path


def kept(server: LiveServer, location: str) -> bytes:
    """The bytes of a complete upload."""
    return (server.data / "uploads" / f"{location.rpartition('/')[2]}.upload").read_bytes()


def sent_again(sent: list[tuple[int, int]]) -> int:
    """Bytes at most that were sent twice. Pieces begin where the ones before ended, or within the one that was cut."""
    again = 0
    for (start, length), (next_start, _) in zip(sent, sent[1:]):
        assert start <= next_start <= start + length
        again += start + length - next_start
    return again


def cut(proxy: ChaosProxy, chunks: float) -> None:
    """Have the connection cut in the middle of a piece, so many chunks further on; heads count a little, too."""
    proxy.arm(Fault(UP, int(chunks * CHUNK)))


def test_tuspy_goes_on_by_itself_after_cuts(
    server: LiveServer, ada: Token, proxy: ChaosProxy, sent: list[tuple[int, int]], file: Path
) -> None:
    """Its own retries: it asks for the offset, and sends the rest of the piece that was cut."""
    client = TusClient(f"{proxy.url}/uploads", headers=ada.headers)
    about = {"sha256": SHA256, "filetype": "image/tiff"}
    uploader = client.uploader(str(file), chunk_size=CHUNK, metadata=about, retries=3, retry_delay=0)
    for number, chunks in enumerate((1.5, 1.3, 0.6), 1):
        cut(proxy, chunks)
        while proxy.faults < number and uploader.offset < len(CONTENT):
            uploader.upload_chunk()
    uploader.upload()
    assert (proxy.faults, uploader.offset) == (3, len(CONTENT))
    assert hashlib.sha256(kept(server, uploader.url)).hexdigest() == SHA256
    assert sent_again(sent) <= 3 * CHUNK


def test_tuspy_finds_its_upload_again(
    server: LiveServer, ada: Token, proxy: ChaosProxy, sent: list[tuple[int, int]], file: Path, tmp_path: Path
) -> None:
    """A program that was ended by a cut is started again, and knows the address from a file of its own."""
    client = TusClient(f"{proxy.url}/uploads", headers=ada.headers)

    def uploader() -> Any:
        memory = FileStorage(str(tmp_path / "uploads.json"))
        return client.uploader(
            str(file), chunk_size=CHUNK, store_url=True, url_storage=memory, retries=tries, retry_delay=0
        )

    cut(proxy, 3.4)
    tries = 0
    first = uploader()
    with pytest.raises(TusUploadFailed):
        first.upload()
    assert proxy.faults == 1
    # The server may hear of the cut only after it was asked for the offset, and then says 409, with another one.
    tries = 2
    second = uploader()
    assert second.url == first.url
    assert first.offset <= second.offset <= first.offset + CHUNK
    second.upload()
    assert sent_again(sent) <= CHUNK * (1 + tries)
    assert kept(server, second.url) == CONTENT


def test_tuspy_is_told_no(server: LiveServer, ada: Token, file: Path) -> None:
    for headers in ({}, {"Authorization": "Bearer wrong"}):
        with pytest.raises(TusCommunicationError) as caught:
            TusClient(f"{server.url}/uploads", headers=headers).uploader(str(file)).upload()
        assert caught.value.status_code == 401
    client = TusClient(f"{server.url}/uploads", headers=ada.headers)
    with pytest.raises(TusUploadFailed) as failed:
        client.uploader(str(file), metadata={"sha256": "0" * 64}).upload()
    assert failed.value.status_code == 422


# -- OWSLib and gavicore -----------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def request_body(server: LiveServer, ada: Token, place: dict[str, Path], tmp_path_factory: Any) -> dict[str, Any]:
    """A real job: a corner of the scene, drawn directly. Its rasters are sent by tuspy."""
    client = TusClient(f"{server.url}/uploads", headers=ada.headers)
    references = {}
    for path in place.values():
        uploader = client.uploader(str(path))
        uploader.upload()
        references[str(path)] = reference_of(uploader.url)
    grid = {"like": str(place["s2"]), "extent": crop_extent(20, 30, 150, 140)}
    out = tmp_path_factory.mktemp("outside") / "unused"
    return as_request(fill_job(place, out, model=MODEL, sampling=DRAFT, grid=grid), references)


@pytest.fixture(scope="module")
def owslib(server: LiveServer, ada: Token) -> Iterator[Processes]:
    with pytest.MonkeyPatch.context() as patch:
        # It keeps what it is told about one server for all of them.
        patch.setattr(ogcapi, "REQUEST_HEADERS", dict(ogcapi.REQUEST_HEADERS))
        yield Processes(server.url, auth=Authentication(username="anybody", password=ada.value))


@pytest.fixture(scope="module")
def job(server: LiveServer, owslib: Processes, ada: Token, request_body: dict[str, Any]) -> dict[str, Any]:
    """The status of the job at its end, asked for by OWSLib."""
    status = owslib.execute("generate", request_body["inputs"], async_=True)
    JobInfo(**status)
    location = owslib.response_headers["location"]
    assert location == f"{server.url}/jobs/{status['jobID']}"
    return ended(location, ada.headers)


def test_owslib_finds_its_way(owslib: Processes, server: LiveServer) -> None:
    Capabilities(**owslib.response)
    assert set(owslib.api()["paths"]) >= {"/processes/{processID}/execution", "/jobs/{jobID}"}
    assert len(owslib.conformance()["conformsTo"]) == 6
    described = owslib.process("generate")
    assert described["jobControlOptions"] == ["async-execute", "dismiss"]
    assert list(described["inputs"]) == ["job"]
    with pytest.raises(RuntimeError) as refused:
        owslib.execute("generate", {"job": {"schema": "scenefill-job/1"}}, async_=True)
    assert '"code"' in str(refused.value)


def test_job_of_owslib(job: dict[str, Any], owslib: Processes, ada: Token) -> None:
    info = JobInfo(**job)
    assert (info.status, info.progress, info.processID) == (JobStatus.successful, 100, "generate"), job
    assert info.created <= info.started <= info.finished
    links = {link["rel"]: link["href"] for link in job["links"]}
    results = requests.get(links[RESULTS], auth=("anybody", ada.value), timeout=60).json()
    found = JobResults(results).root
    assert {"optical_filled", "optical_filled_provenance", "thermal", "item"} <= set(found)
    for result in found.values():
        assert isinstance(result, Link)
        assert requests.head(str(result.href), headers=ada.headers, timeout=60).headers["accept-ranges"] == "bytes"
    files = fetched(links["self"], ada.headers)
    assert sorted(files) == sorted(result["file"] for result in results.values())
    assert all(files[name][:4] in (b"II*\0", b"II+\0") for name in files if name.endswith(".tif"))
    assert b"synthetic, not a measurement" in files["scenefill.json"]


def test_models_of_gavicore_make_requests(
    server: LiveServer, ada: Token, request_body: dict[str, Any], job: dict[str, Any]
) -> None:
    """A request that its models wrote is taken, and what comes is what they know."""
    by_link = Output(transmissionMode=TransmissionMode.reference)
    asked = ProcessRequest(
        # Its results are not ready, however long this machine takes to ask for them.
        inputs={"job": {**request_body["inputs"]["job"], "sampling": ENDLESS}},
        outputs={"thermal": by_link},
        response=ResponseType.document,
    ).model_dump(mode="json", exclude_none=True)
    url = f"{server.url}/processes/generate/execution"
    key = {"Idempotency-Key": "gavicore", **ada.headers}
    answers = [requests.post(url, json=asked, headers=key, timeout=60) for _ in range(2)]
    infos = [JobInfo(**answer.json()) for answer in answers]
    assert [answer.status_code for answer in answers] == [201, 201]
    assert infos[0].jobID == infos[1].jobID != job["jobID"]
    early = requests.get(f"{server.url}/jobs/{infos[0].jobID}/results", headers=ada.headers, timeout=60)
    assert ApiError(**early.json()).type == f"{EXCEPTIONS}result-not-ready"
    listed = JobList(**requests.get(f"{server.url}/jobs?processID=generate", headers=ada.headers, timeout=60).json())
    assert {info.jobID for info in listed.jobs} == {infos[0].jobID, job["jobID"]}
    dismissed = requests.delete(f"{server.url}/jobs/{infos[0].jobID}", headers=ada.headers, timeout=60)
    assert JobInfo(**dismissed.json()).status is JobStatus.dismissed
    unknown = ApiError(**requests.get(f"{server.url}/jobs/nothing", headers=ada.headers, timeout=60).json())
    assert (unknown.type, unknown.status) == (f"{EXCEPTIONS}no-such-job", 404)


# -- GDAL --------------------------------------------------------------------------------------------------------------


def partial_answers(server: LiveServer, watch: Token) -> int:
    """How often a part of a result was sent, by the server's own figures."""
    text = requests.get(f"{server.url}/metrics", headers=watch.headers, timeout=60).text
    line = r'^scenefill_request_seconds_count\{method="GET",route="/jobs/\{job_id\}/results/\{output\}",status="206"\} '
    found = re.search(line + r"([0-9.]+)$", text, re.MULTILINE)
    return int(float(found[1])) if found else 0


def test_rasterio_reads_a_part_by_vsicurl(
    server: LiveServer, ada: Token, data: Path, job: dict[str, Any], tmp_path: Path
) -> None:
    watch = add_token(data, "watch", "--scope", "monitor")
    url = f"{server.url}/jobs/{job['jobID']}"
    files = fetched(url, ada.headers)
    results = requests.get(f"{url}/results", headers=ada.headers, timeout=60).json()
    # The largest, so that a part is less than the whole.
    about = max(results.values(), key=lambda item: item["length"])
    local = tmp_path / about["file"]
    local.write_bytes(files[about["file"]])
    before = partial_answers(server, watch)
    settings = {
        "GDAL_HTTP_HEADERS": f"Authorization: Bearer {ada.value}",
        "GDAL_DISABLE_READDIR_ON_OPEN": "EMPTY_DIR",
        "VSI_CACHE": "FALSE",
        "CPL_VSIL_CURL_NON_CACHED": f"/vsicurl/{server.url}",
    }
    with rasterio.Env(**settings), rasterio.open(f"/vsicurl/{about['href']}", driver="GTiff") as there:
        part, profile, tags = there.read(window=PART), dict(there.profile), there.tags()
        whole = there.read()
    with rasterio.open(local) as here:
        assert (dict(here.profile), here.tags()) == (profile, tags)
        np.testing.assert_array_equal(part, here.read(window=PART))
        np.testing.assert_array_equal(whole, here.read())
    assert partial_answers(server, watch) > before
    logged = [line for line in server.log if line.get("status") == 206]
    assert logged and {line["job"] for line in logged} == {job["jobID"]}
    assert ada.value not in server.output


def test_vsicurl_without_the_token(server: LiveServer, ada: Token, job: dict[str, Any]) -> None:
    url = f"/vsicurl/{server.url}/jobs/{job['jobID']}/results/thermal"
    for headers in ("", "Authorization: Bearer wrong"):
        settings = {"GDAL_HTTP_HEADERS": headers, "CPL_VSIL_CURL_NON_CACHED": f"/vsicurl/{server.url}"}
        with rasterio.Env(**settings), pytest.raises(RasterioIOError):
            rasterio.open(url, driver="GTiff")
    # It is not a matter of the address.
    assert upload(server, Path(__file__), ada.headers).startswith("upload:")
