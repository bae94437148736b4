"""The server against OGC API – Processes 1.0: what the standard's own conformance suite asks, and clients of others."""

from __future__ import annotations

import base64
import email
import time
from collections.abc import Iterator
from typing import Any

import jsonschema
import pytest
import requests
from gavicore.models import ConformanceDeclaration, JobInfo, JobList, ProcessDescription, ProcessList
from owslib.ogcapi.processes import Processes
from scenefill.server.processes import PROCESSES, echo
from scenefill.server.processes.describing import openapi_30
from scenefill.tests.server_live import LiveServer, live_server

RELATIONS = "http://www.opengis.net/def/rel/ogc/1.0/"
EXCEPTIONS = "http://www.opengis.net/def/exceptions/ogcapi-processes-1/1.0/"
#: What a suite sends that builds its request from the description of echo.
INPUTS: dict[str, Any] = {"text": "teststring", "object": {"value": "teststring"}, "mixed": "teststring"}
TIFF_BYTES = b"II*\0" + bytes(40)
SECONDS = 60.0

#: The results of the suite's own schema, of which an answer has to match exactly one branch: `results`, or any object.
_NO_OBJECT = {"oneOf": [{"type": kind} for kind in ("string", "number", "integer", "boolean", "array")]}
_QUALIFIED = {"type": "object", "required": ["value"]}
_LINK = {"type": "object", "required": ["href"]}
SUITE_RESULTS = {
    "oneOf": [
        {"type": "object", "additionalProperties": {"oneOf": [_NO_OBJECT, _QUALIFIED, _LINK]}},
        {"type": "object"},
    ]
}


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LiveServer]:
    with live_server(tmp_path_factory.mktemp("ogc") / "data") as running:
        yield running


def get(server: LiveServer, path: str, **headers: str) -> requests.Response:
    return requests.get(server.url + path, headers={"Accept": "application/json", **headers}, timeout=30)


def execute(server: LiveServer, body: Any, process: str = "echo", **headers: str) -> requests.Response:
    url = f"{server.url}/processes/{process}/execution"
    return requests.post(url, json=body, headers={"Accept": "application/json", **headers}, timeout=60)


def submit(server: LiveServer, body: Any, **headers: str) -> requests.Response:
    return execute(server, body, Prefer="respond-async", **headers)


def finished(server: LiveServer, url: str) -> dict[str, Any]:
    end = time.monotonic() + SECONDS
    while time.monotonic() < end:
        status = requests.get(url, timeout=30).json()
        if status["status"] not in ("accepted", "running"):
            return status
        time.sleep(0.1)
    raise AssertionError(f"{url} is still {status['status']}")


def relation(document: dict[str, Any], name: str) -> str:
    return next(link["href"] for link in document["links"] if link["rel"] == name)


# -- landing page, conformance, processes ------------------------------------------------------------------------------


def test_landing_page_leads_everywhere(server: LiveServer) -> None:
    page = get(server, "/").json()
    for name in ("self", "service-desc", f"{RELATIONS}conformance", f"{RELATIONS}processes", f"{RELATIONS}job-list"):
        assert requests.get(relation(page, name), timeout=30).status_code == 200, name


def test_landing_page_for_a_person(server: LiveServer) -> None:
    by_accept = get(server, "/", Accept="text/html,application/xhtml+xml;q=0.9,*/*;q=0.8")
    by_parameter = get(server, "/?f=html")
    for page in (by_accept, by_parameter):
        assert page.headers["content-type"] == "text/html; charset=utf-8"
        assert "synthetic, not a measurement" in page.text
        assert "scenefill-demo" in page.text
        assert f"--server {server.url}" in page.text
        assert "<script" not in page.text
        assert "script-src" not in page.headers["content-security-policy"]
        assert "default-src 'none'" in page.headers["content-security-policy"]
    assert get(server, "/", Accept="*/*").headers["content-type"] == "application/json"
    assert get(server, "/?f=json", Accept="text/html").headers["content-type"] == "application/json"


def test_conformance(server: LiveServer) -> None:
    declared = ConformanceDeclaration(**get(server, "/conformance").json())
    classes = {uri.rpartition("/")[2] for uri in map(str, declared.conformsTo)}
    assert classes == {"core", "json", "oas30", "ogc-process-description", "job-list", "dismiss"}


def test_process_list_is_limited(server: LiveServer) -> None:
    everything = ProcessList(**get(server, "/processes").json())
    assert [process.id for process in everything.processes] == list(PROCESSES)
    first = get(server, "/processes?limit=1").json()
    assert len(first["processes"]) == 1
    second = requests.get(relation(first, "next"), timeout=30).json()
    assert second["processes"][0]["id"] == list(PROCESSES)[1]
    assert relation(second, "prev") == relation(first, "self")
    for wrong in ("0", "1001", "x", "1&limit=2", ""):
        answer = get(server, f"/processes?limit={wrong}")
        assert (answer.status_code, answer.json()["code"]) == (400, "bad-request"), wrong


@pytest.mark.parametrize("process", PROCESSES)
def test_process_description(server: LiveServer, process: str) -> None:
    described = get(server, f"/processes/{process}").json()
    ProcessDescription(**described)
    assert described["id"] == process
    # The suite needs inputs and outputs with schemas, and what is no word of OpenAPI 3.0 it refuses.
    for part in (*described["inputs"].values(), *described["outputs"].values()):
        assert part["schema"] == openapi_30(part["schema"])
    assert relation(described, f"{RELATIONS}execute") == f"{server.url}/processes/{process}/execution"


def test_echo_has_what_the_suite_needs() -> None:
    """Its first input is a plain text with an output of its name, and there are mixed, bounding box, array, binary."""
    inputs = {name: about["schema"] for name, about in echo.PROCESS.inputs.items()}
    first = next(iter(inputs))
    assert inputs[first] == {"type": "string", "maxLength": echo.MAX_TEXT}
    assert next(iter(echo.PROCESS.outputs)) == first
    assert any("oneOf" in schema for schema in inputs.values())
    assert any(schema.get("allOf", [{}])[0].get("format") == "ogc-bbox" for schema in inputs.values())
    assert any(schema.get("items", {}).get("type") == "integer" for schema in inputs.values())
    assert any(schema.get("contentEncoding") == "binary" for schema in inputs.values())
    assert inputs["pause"]["maximum"] >= 5


def test_no_such_process(server: LiveServer) -> None:
    for answer in (get(server, "/processes/nothing"), execute(server, {}, "nothing")):
        assert answer.status_code == 404
        assert answer.json()["type"] == f"{EXCEPTIONS}no-such-process"


# -- echo at once ------------------------------------------------------------------------------------------------------


def test_document_of_all_outputs(server: LiveServer) -> None:
    outputs = {name: {"transmissionMode": "value"} for name in echo.PROCESS.outputs}
    answer = execute(server, {"inputs": INPUTS, "outputs": outputs, "response": "document"})
    assert (answer.status_code, answer.headers["content-type"]) == (200, "application/json")
    assert answer.json() == {
        "text": "teststring",
        "object": {"value": {"value": "teststring"}},
        "mixed": "teststring",
        "count": 3,
    }
    assert execute(server, {"inputs": INPUTS}).json() == answer.json()
    assert "link" not in answer.headers
    jsonschema.validate(answer.json(), SUITE_RESULTS)


def test_every_type_comes_back(server: LiveServer) -> None:
    image = base64.b64encode(TIFF_BYTES).decode()
    inputs = {
        "text": "",
        "number": -1.5e3,
        "boolean": False,
        "date": "2026-08-01",
        "array": [1, 2, 3],
        "bbox": {"bbox": [51.9, 7, 52, 7.1], "crs": "http://www.opengis.net/def/crs/OGC/1.3/CRS84"},
        "object": {"value": {"value": "x", "unit": "m"}},
        "mixed": {"value": 4},
        "image": {"value": image, "format": {"mediaType": echo.TIFF, "encoding": "base64"}},
    }
    found = execute(server, {"inputs": inputs}).json()
    assert found == {
        **inputs,
        "mixed": 4,
        "image": {"value": image, "mediaType": echo.TIFF, "encoding": "base64"},
        "count": 9,
    }


@pytest.mark.parametrize(
    ("name", "value", "media_type", "body"),
    [
        ("text", "teststring", "text/plain; charset=utf-8", b"teststring"),
        ("number", 2.5, "application/json", b"2.5"),
        ("array", [1, 2], "application/json", b"[1, 2]"),
        ("image", base64.b64encode(TIFF_BYTES).decode(), echo.TIFF, TIFF_BYTES),
    ],
)
def test_one_raw_output_is_the_body(server: LiveServer, name: str, value: Any, media_type: str, body: bytes) -> None:
    request = {"inputs": {name: value}, "outputs": {name: {"transmissionMode": "value"}}, "response": "raw"}
    answer = execute(server, request)
    assert (answer.headers["content-type"], answer.content) == (media_type, body)


def test_several_raw_outputs_are_parts(server: LiveServer) -> None:
    answer = execute(server, {"inputs": INPUTS, "response": "raw"}, Accept="*/*")
    assert answer.headers["content-type"].startswith("multipart/related; boundary=")
    message = email.message_from_bytes(
        b"Content-Type: " + answer.headers["content-type"].encode() + b"\n\n" + answer.content
    )
    parts = {str(part["Content-ID"]): part.get_payload() for part in message.get_payload()}  # type: ignore[union-attr]
    assert parts == {
        "<text>": "teststring",
        "<object>": '{"value": "teststring"}',
        "<mixed>": "teststring",
        "<count>": "3",
    }
    # A client that takes nothing else gets JSON.
    assert execute(server, {"inputs": INPUTS, "response": "raw"}).json()["text"] == "teststring"


def test_a_link_comes_back_unfetched(server: LiveServer) -> None:
    link = {"href": "http://127.0.0.1:9/raster.tif", "type": echo.TIFF}
    found = execute(server, {"inputs": {"image": {**link, "format": {"mediaType": echo.TIFF}}}})
    assert found.json() == {"image": link, "count": 1}
    request = {"inputs": {"image": link}, "outputs": {"image": {}}, "response": "raw"}
    answer = execute(server, request)
    assert (answer.status_code, answer.content) == (204, b"")
    assert answer.headers["link"].startswith(f"<{link['href']}>;")


def test_outputs_by_reference_are_kept_by_a_job(server: LiveServer) -> None:
    request = {"inputs": INPUTS, "outputs": {"text": {"transmissionMode": "reference"}, "mixed": {}}}
    found = execute(server, request).json()
    assert found["mixed"] == "teststring"
    assert requests.get(found["text"]["href"], timeout=30).text == "teststring"


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({"invalid-execute-request": "true)"}, "unknown-member"),
        ([], "wrong-type"),
        ({"inputs": []}, "wrong-type"),
        ({"inputs": {"nothing": 1}}, "unknown-member"),
        ({"inputs": {"image": {"type": "wrong/type"}}}, "wrong-type"),
        ({"inputs": {"image": "not base64"}}, "bad-value"),
        ({"inputs": {"date": "2026-02-30"}}, "bad-value"),
        ({"inputs": {"array": [1.5]}}, "wrong-type"),
        ({"inputs": {"bbox": {"bbox": [1, 2, 3, 4, 5]}}}, "bad-value"),
        ({"inputs": {"boolean": 1}}, "wrong-type"),
        ({"inputs": {"pause": 3600}}, "bad-value"),
        ({"outputs": {"nothing": {}}}, "unknown-member"),
        ({"outputs": {"text": {"transmissionMode": "pigeon"}}}, "bad-value"),
        ({"response": "cooked"}, "bad-value"),
        ({"subscriber": {"successUri": "http://127.0.0.1/"}}, "unknown-member"),
    ],
)
def test_wrong_requests_are_refused(server: LiveServer, body: Any, code: str) -> None:
    answer = execute(server, body)
    assert (answer.status_code, answer.headers["content-type"]) == (400, "application/json")
    found = answer.json()
    assert found["code"] == code
    assert {"type", "title", "status", "detail", "instance"} <= set(found)


# -- jobs --------------------------------------------------------------------------------------------------------------


def test_job_from_its_start_to_its_end(server: LiveServer) -> None:
    body = {"inputs": {"text": "teststring", "pause": 5}, "outputs": {"text": {}}, "response": "raw"}
    answer = submit(server, body)
    assert (answer.status_code, answer.headers["preference-applied"]) == (201, "respond-async")
    url = answer.headers["location"]
    status = answer.json()
    JobInfo(**status)
    assert url == f"{server.url}/jobs/{status['jobID']}" == relation(status, "monitor") == relation(status, "self")
    assert (status["status"], status["progress"], status["processID"]) in [
        ("accepted", 0, "echo"),
        ("running", 0, "echo"),
    ]
    assert None not in status.values()
    early = get(server, f"/jobs/{status['jobID']}/results")
    assert early.status_code == 404
    assert early.json()["type"] == f"{EXCEPTIONS}result-not-ready"
    done = finished(server, url)
    JobInfo(**done)
    assert (done["status"], done["progress"]) == ("successful", 100)
    assert {"created", "started", "finished", "updated"} <= set(done)
    assert requests.get(relation(done, f"{RELATIONS}results"), timeout=30).text == "teststring"
    assert requests.get(f"{url}/results/text", timeout=30).text == "teststring"
    assert get(server, f"/jobs/{status['jobID']}/results/nothing").json()["code"] == "no-such-output"


def test_unknown_job(server: LiveServer) -> None:
    for name in ("invalid-job", "0" * 32, "..%2f..", "%00"):
        for path in (f"/jobs/{name}", f"/jobs/{name}/results"):
            assert get(server, path).status_code == 404, path
    answer = get(server, "/jobs/invalid-job/results")
    assert answer.json()["type"] == f"{EXCEPTIONS}no-such-job"


def test_job_list_is_filtered(server: LiveServer) -> None:
    urls = [submit(server, {"inputs": {"number": number}}).headers["location"] for number in range(3)]
    for url in urls:
        finished(server, url)
    ids = [url.rpartition("/")[2] for url in urls]
    listed = get(server, "/jobs").json()
    JobList(**listed)
    assert [job["jobID"] for job in listed["jobs"]][:3] == ids[::-1]
    page = get(server, "/jobs?limit=1&processID=echo").json()
    assert [job["jobID"] for job in page["jobs"]] == ids[2:]
    assert requests.get(relation(page, "next"), timeout=30).json()["jobs"][0]["jobID"] == ids[1]
    created = listed["jobs"][0]["created"]
    for query, there in {
        "status=successful": True,
        "status=failed": False,
        "status=failed,successful": True,
        "status=failed&status=successful": True,
        "type=process": True,
        "processID=generate": False,
        f"datetime={created}/..": True,
        "datetime=../2020-01-01T00:00:00Z": False,
        "datetime=2020-01-01T00:00:00%2B02:00/2099-01-01T00:00:00Z": True,
        "minDuration=0": True,
        "minDuration=1000000": False,
        "maxDuration=1000": True,
    }.items():
        found = [job["jobID"] for job in get(server, f"/jobs?limit=1000&{query}").json()["jobs"]]
        assert (ids[2] in found) is there, query
    for wrong in (
        "status=done",
        "type=coverage",
        "datetime=yesterday",
        "datetime=2026-13-01T00:00:00Z",
        "minDuration=-1",
    ):
        assert get(server, f"/jobs?{wrong}").status_code == 400, wrong


def test_dismissal(server: LiveServer) -> None:
    url = submit(server, {"inputs": {"text": "x", "pause": 10}}).headers["location"]
    answer = requests.delete(url, timeout=30)
    assert (answer.status_code, answer.json()["status"]) == (200, "dismissed")
    assert requests.get(url, timeout=30).json()["status"] == "dismissed"
    again = requests.delete(url, timeout=30)
    assert (again.status_code, again.json()["code"]) == (410, "gone")
    assert requests.get(f"{url}/results", timeout=30).json()["code"] == "gone"
    unknown = requests.delete(f"{server.url}/jobs/{'0' * 32}", timeout=30)
    assert (unknown.status_code, unknown.json()["type"]) == (404, f"{EXCEPTIONS}no-such-job")
    done = submit(server, {"inputs": {"text": "x"}}).headers["location"]
    finished(server, done)
    assert requests.delete(done, timeout=30).json()["status"] == "dismissed"


def test_idempotency_key_makes_one_job(server: LiveServer) -> None:
    key = {"Idempotency-Key": "key-1"}
    first = submit(server, {"inputs": {"text": "a"}}, **key)
    second = submit(server, {"inputs": {"text": "a"}}, **key)
    other = submit(server, {"inputs": {"text": "b"}}, **key)
    assert (first.status_code, second.status_code) == (201, 201)
    assert first.headers["location"] == second.headers["location"]
    assert (other.status_code, other.json()["code"]) == (422, "idempotency-mismatch")
    assert submit(server, {}, **{"Idempotency-Key": "x" * 201}).status_code == 400


def test_generate_is_checked_when_it_is_sent(server: LiveServer) -> None:
    def sent(job: Any) -> tuple[int, str]:
        answer = execute(server, {"inputs": {"job": job}}, "generate")
        return answer.status_code, answer.json()["code"]

    good = {
        "schema": "scenefill-job/1",
        "grid": {"crs": "EPSG:32643", "transform": [10, 0, 300000, 0, -10, 3400000], "width": 64, "height": 64},
        "targets": [{"modality": "optical"}],
    }
    assert sent({**good, "model": "/etc"}) == (422, "unknown-model")
    assert sent({**good, "grid": {"like": "/etc/passwd"}}) == (400, "bad-reference")
    assert sent({**good, "targets": []}) == (400, "no-targets")
    assert sent({**good, "grid": {"like": f"upload:{'0' * 32}"}}) == (422, "unknown-upload")
    answer = execute(server, {"inputs": {"job": good}}, "generate")
    assert answer.status_code == 201
    assert requests.delete(answer.headers["location"], timeout=30).json()["status"] == "dismissed"


# -- others' clients ---------------------------------------------------------------------------------------------------


def test_owslib(server: LiveServer) -> None:
    client = Processes(server.url)
    assert [process["id"] for process in client.processes()] == list(PROCESSES)
    assert client.process("echo")["jobControlOptions"] == ["sync-execute", "async-execute", "dismiss"]
    assert client.execute("echo", {"text": "hello"}) == {"text": "hello", "count": 1}
    status = client.execute("echo", {"text": "hello"}, async_=True)
    assert finished(server, client.response_headers["location"])["jobID"] == status["jobID"]


def test_capabilities(server: LiveServer) -> None:
    found = get(server, "/capabilities").json()
    assert (found["protocol"], found["you"]) == (1, "anonymous")
    assert found["models"][0]["id"] == "scenefill-demo"
    assert "optical" in found["modalities"]
    assert found["limits"]["inline_bytes"] == 4 * 2**20
    assert None not in found.values()
