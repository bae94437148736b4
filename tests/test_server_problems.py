"""What the server says when something is wrong: one form of answer, no traceback, no secret; and when not to start."""

from __future__ import annotations

import ast
import base64
import io
import json
import logging
import os
import re
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import requests
import uvicorn
from click.testing import CliRunner
from fastapi import FastAPI
from scenefill.cli import serve
from scenefill.cli.main import main
from scenefill.core.errors import SceneFillError
from scenefill.server import connections, logs, problems
from scenefill.server.config import ServerConfig
from scenefill.server.frame import FrameMiddleware
from scenefill.server.openapi_schemas import schemas
from scenefill.tests.server_live import LiveServer, Token, add_token, live_server
from sqlalchemy.exc import OperationalError, ProgrammingError

ROOT = Path(__file__).resolve().parents[1]
#: Codes that end the start of the server or a command, and so have no status of HTTP.
NEVER_SENT = {
    "bad-database",
    "data-folder-busy",
    "database-busy",
    "database-newer",
    "folder-not-writable",
    "no-tokens",
    "oidc-config",
    "port-in-use",
    "token-exists",
    "unknown-token",
}
#: The server's own faults: a client learns that there is one.
FAULTS = {"file-system", "internal", "wrong-python"}


@pytest.fixture(scope="module")
def tokens(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Token]:
    data = tmp_path_factory.mktemp("problems") / "data"
    return {
        "ada": add_token(data, "ada"),
        "watch": add_token(data, "watch", "--scope", "monitor"),
        "data": Token(str(data), ""),
    }


@pytest.fixture(scope="module")
def server(tokens: dict[str, Token]) -> Iterator[LiveServer]:
    with live_server(Path(tokens["data"].name), "--queue-size", "2", no_auth=False) as running:
        yield running


def check_problem(answer: requests.Response, status: int, code: str) -> dict[str, Any]:
    assert answer.status_code == status, answer.text
    body = answer.json()
    assert answer.headers["content-type"] in ("application/json", "application/problem+json")
    jsonschema.validate(body, schemas()["exception"])
    assert (body["status"], body["code"]) == (status, code)
    assert "Traceback" not in answer.text
    return body


def test_every_code_has_a_status() -> None:
    """Read from the sources: whatever is raised with a literal code is known to the table, or never sent."""
    found: dict[str, str] = {}
    for path in (ROOT / "server").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not node.args:
                continue
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            first = node.args[0]
            if name in ("SceneFillError", "fail") and isinstance(first, ast.Constant) and isinstance(first.value, str):
                found[first.value] = path.name
    assert len(found) > 30
    assert {code: name for code, name in found.items() if code not in problems.STATUS_OF} == {
        code: name for code, name in found.items() if code in NEVER_SENT | FAULTS
    }


def test_unknown_paths_and_methods_have_the_same_form(server: LiveServer, tokens: dict[str, Token]) -> None:
    headers = tokens["ada"].headers
    check_problem(requests.get(f"{server.url}/nothing", headers=headers, timeout=10), 404, "not-found")
    check_problem(requests.get(f"{server.url}/jobs/", headers=headers, timeout=10), 404, "not-found")
    answer = requests.put(f"{server.url}/jobs", headers=headers, timeout=10)
    check_problem(answer, 405, "method-not-allowed")
    assert answer.headers["allow"] == "GET"
    check_problem(requests.get(f"{server.url}/nothing", timeout=10), 401, "unauthorized")


def test_problem_json_is_for_those_who_ask(server: LiveServer, tokens: dict[str, Token]) -> None:
    def media_type(accept: str) -> str:
        answer = requests.get(f"{server.url}/jobs/x", headers={**tokens["ada"].headers, "Accept": accept}, timeout=10)
        check_problem(answer, 404, "no-such-job")
        return answer.headers["content-type"]

    assert media_type("*/*") == "application/json"
    assert media_type("application/json") == "application/json"
    assert media_type("application/json, application/problem+json") == "application/problem+json"
    assert media_type("application/problem+json;q=0") == "application/json"


def test_scopes(server: LiveServer, tokens: dict[str, Token]) -> None:
    def status(path: str, name: str) -> int:
        return requests.get(server.url + path, headers=tokens[name].headers, timeout=10).status_code

    assert [status(path, "ada") for path in ("/", "/jobs", "/capabilities")] == [200, 200, 200]
    assert [status(path, "ada") for path in ("/health", "/ready", "/metrics")] == [403, 403, 403]
    assert [status(path, "watch") for path in ("/health", "/ready", "/metrics")] == [200, 200, 200]
    assert [status(path, "watch") for path in ("/", "/jobs", "/capabilities")] == [200, 403, 403]


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        (b"", 400, "job-not-json"),
        (b"{", 400, "job-not-json"),
        (b"\xff\xfe{}", 400, "job-not-json"),
        (b"<html>", 400, "job-not-json"),
        (b'{"inputs": NaN}', 400, "bad-value"),
        (b'{"inputs": 1e999}', 400, "bad-value"),
        (b'{"\\ud800": 1}', 400, "bad-value"),
        (b'{"inputs": {"text": "a\\uDFFFb"}}', 400, "bad-value"),
        (b'{"inputs": {}, "inputs": {}}', 400, "duplicate-member"),
        (b'{"outputs": {"text": {"format": {"schema": "' + b"a" * 5000 + b'"}}}}', 413, "too-large"),
        (b"[" * 100_000, 400, "job-not-json"),
        (b'{"inputs": {"number": ' + b"9" * 5000 + b"}}", 400, "job-not-json"),
        (b" " * 10_000_001, 413, "too-large"),
    ],
    ids=[
        "empty",
        "cut",
        "encoding",
        "html",
        "nan",
        "infinite",
        "half-name",
        "half-text",
        "twice",
        "format",
        "deep",
        "huge-number",
        "large",
    ],
)
def test_bodies_that_are_no_requests(
    server: LiveServer, tokens: dict[str, Token], body: bytes, status: int, code: str
) -> None:
    url = f"{server.url}/processes/echo/execution"
    check_problem(requests.post(url, data=body, headers=tokens["ada"].headers, timeout=30), status, code)

    def chunked() -> Iterator[bytes]:
        for start in range(0, len(body), 1 << 16):
            yield body[start : start + (1 << 16)]

    if body:
        check_problem(requests.post(url, data=chunked(), headers=tokens["ada"].headers, timeout=30), status, code)


def test_a_job_of_echo_is_small(server: LiveServer, tokens: dict[str, Token]) -> None:
    url, headers = f"{server.url}/processes/echo/execution", tokens["ada"].headers
    body = {"inputs": {"image": base64.b64encode(b"II*\0" + bytes(60_000)).decode()}}
    assert requests.post(url, json=body, headers=headers, timeout=30).status_code == 200
    as_job = requests.post(url, json=body, headers={**headers, "Prefer": "respond-async"}, timeout=30)
    check_problem(as_job, 413, "too-large")


def test_full_queue_says_when_to_come_back(server: LiveServer, tokens: dict[str, Token]) -> None:
    url, headers = f"{server.url}/processes/echo/execution", {**tokens["ada"].headers, "Prefer": "respond-async"}
    body = {"inputs": {"pause": 10}}
    taken = [requests.post(url, json=body, headers=headers, timeout=10) for _ in range(2)]
    assert [answer.status_code for answer in taken] == [201, 201]
    refused = requests.post(url, json=body, headers=headers, timeout=10)
    assert check_problem(refused, 429, "queue-full")["retryable"] is True
    assert int(refused.headers["retry-after"]) > 0
    for answer in taken:
        location = answer.headers["location"]
        assert requests.delete(location, headers=tokens["ada"].headers, timeout=10).status_code == 200


def test_metrics(server: LiveServer, tokens: dict[str, Token]) -> None:
    requests.get(f"{server.url}/jobs/secret-in-a-path", headers=tokens["ada"].headers, timeout=10)
    answer = requests.get(f"{server.url}/metrics", headers=tokens["watch"].headers, timeout=10)
    assert answer.headers["content-type"].startswith("text/plain")
    for line in (
        "scenefill_queue_waiting 0.0",
        "scenefill_windows_drawn_total 0.0",
        'scenefill_jobs{state="failed"} 0.0',
        "scenefill_uploads_bytes 0.0",
        'scenefill_request_seconds_count{method="GET",route="/jobs/{job_id}",status="404"}',
    ):
        assert line in answer.text
    assert "secret-in-a-path" not in answer.text


def test_a_job_ends_once(server: LiveServer, tokens: dict[str, Token]) -> None:
    """One that is removed after its end is not counted again."""

    def ended() -> dict[str, float]:
        text = requests.get(f"{server.url}/metrics", headers=tokens["watch"].headers, timeout=10).text
        found = re.findall(r'^scenefill_jobs_ended_total\{state="(\w+)"\} (\S+)$', text, re.MULTILINE)
        return {state: float(count) for state, count in found}

    before, headers = ended(), tokens["ada"].headers
    url = f"{server.url}/processes/echo/execution"
    made = requests.post(url, json={"inputs": {}}, headers={**headers, "Prefer": "respond-async"}, timeout=10)
    end = time.monotonic() + 30
    while requests.get(made.headers["location"], headers=headers, timeout=10).json()["status"] != "successful":
        assert time.monotonic() < end
        time.sleep(0.05)
    assert requests.delete(made.headers["location"], headers=headers, timeout=10).status_code == 200
    # A job is counted a moment after it can be seen to be done.
    while (after := ended()).get("successful", 0) == before.get("successful", 0):
        assert time.monotonic() < end
        time.sleep(0.05)
    assert after.get("dismissed", 0) == before.get("dismissed", 0)
    assert after["successful"] == before.get("successful", 0) + 1


def test_log_has_ids_and_no_secrets(server: LiveServer, tokens: dict[str, Token]) -> None:
    headers = {**tokens["ada"].headers, "Prefer": "respond-async"}
    body = {"inputs": {"text": "secret-in-a-body", "bbox": {"bbox": [72.123456, 30, 73, 31]}}}
    url = f"{server.url}/processes/echo/execution?secret-in-a-query=1"
    job = requests.post(url, json=body, headers=headers, timeout=10).json()["jobID"]
    requests.get(f"{server.url}/jobs/{job}", headers=headers, timeout=10)
    name = requests.get(f"{server.url}/secret-in-a-path", headers=headers, timeout=10).headers["x-request-id"]
    end = time.monotonic() + 20
    while time.monotonic() < end and not any(line.get("request") == name for line in server.log):
        time.sleep(0.05)
    lines = server.log
    assert any(line.get("job") == job and line.get("route") == "/jobs/{job_id}" for line in lines)
    assert next(line for line in lines if line.get("request") == name)["route"] == "(unknown)"
    assert {line["owner"] for line in lines if line.get("route") == "/jobs/{job_id}" and "owner" in line} == {"ada"}
    for secret in (tokens["ada"].value, tokens["watch"].value, "secret-in-a", "72.123456"):
        assert secret not in server.output
    assert [line for line in lines if line["level"] == "error"] == []


def test_a_fault_is_told_by_its_id_alone(caplog: pytest.LogCaptureFixture) -> None:
    """An exception that nobody expects: the client gets an id, the log a trace, and neither what the exception says."""
    app, seen = FastAPI(), []
    problems.install_handlers(app)

    @app.get("/defect")
    def defect() -> None:
        raise ValueError("secret in an exception")

    @app.get("/known")
    def known() -> None:
        raise SceneFillError("model-nan", "secret in an error")

    app.add_middleware(FrameMiddleware, observe=lambda *facts: seen.append(facts))
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(logs.JsonFormatter())
    logger = logging.getLogger("scenefill.server")
    logger.addHandler(handler)
    try:
        for path in ("/defect", "/known"):
            status, headers, body = ask(app, path)
            assert (status, headers["x-content-type-options"]) == (500, "nosniff")
            assert "secret" not in body
            assert headers["x-request-id"] in body
    finally:
        logger.removeHandler(handler)
    assert [(method, route, status) for method, route, status, _ in seen] == [
        ("GET", "/defect", 500),
        ("GET", "/known", 500),
    ]
    lines = [json.loads(line) for line in stream.getvalue().splitlines()]
    trace = next(line for line in lines if line.get("error") == "ValueError")
    assert "test_server_problems.py" in trace["trace"][-1]
    assert "secret in an exception" not in stream.getvalue()


def ask(app: FastAPI, path: str) -> tuple[int, dict[str, str], str]:
    """One GET of an application, without a server."""
    import asyncio

    sent: list[dict[str, Any]] = []

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Any) -> None:
        sent.append(message)

    scope = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": "GET",
        "scheme": "http",
        "path": path,
        "raw_path": path.encode(),
        "root_path": "",
        "query_string": b"",
        "headers": [],
        "client": ("127.0.0.1", 1),
        "server": ("127.0.0.1", 80),
    }
    asyncio.run(app(scope, receive, send))
    headers = {name.decode(): value.decode() for name, value in sent[0]["headers"]}
    return sent[0]["status"], headers, b"".join(message.get("body", b"") for message in sent[1:]).decode()


def test_connections_that_only_wait_are_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    """One that sends nothing, one that drips a head, one that drips a second head; one that works is left alone."""

    async def app(scope: Any, receive: Any, send: Any) -> None:
        await send({"type": "http.response.start", "status": 204, "headers": []})
        await send({"type": "http.response.body"})

    monkeypatch.setattr(connections, "HEAD_SECONDS", 2.0)
    config = uvicorn.Config(app, http=connections.ImpatientProtocol, ws="none", lifespan="off", log_config=None)
    running = uvicorn.Server(config)
    request = b"GET / HTTP/1.1\r\nHost: x\r\n"
    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=running.run, kwargs={"sockets": [listener]}, daemon=True)
        thread.start()
        try:
            second = socket.create_connection(listener.getsockname(), timeout=30)
            second.sendall(request + b"\r\n")
            assert second.recv(1000).startswith(b"HTTP/1.1 204")
            second.sendall(request)
            silent, dripping, working = (socket.create_connection(listener.getsockname(), timeout=30) for _ in range(3))
            dripping.sendall(request)
            for stalled in (silent, dripping, second):
                assert stalled.recv(1000) == b""
            working.close()
            fresh = socket.create_connection(listener.getsockname(), timeout=30)
            for _ in range(4):
                fresh.sendall(request + b"\r\n")
                assert fresh.recv(1000).startswith(b"HTTP/1.1 204")
                time.sleep(1.0)
            for connection in (silent, dripping, second, fresh):
                connection.close()
        finally:
            running.should_exit = True
            thread.join(30)


def test_a_database_that_is_away_is_not_a_fault_of_the_server(caplog: pytest.LogCaptureFixture) -> None:
    app = FastAPI()
    problems.install_handlers(app)

    @app.get("/jobs")
    def jobs() -> None:
        raise OperationalError("SELECT secret", {"owner": "ada"}, Exception("the server closed the connection"))

    @app.get("/defect")
    def defect() -> None:
        raise ProgrammingError("SELECT secret", {}, Exception("no such column"))

    status, headers, body = ask(app, "/jobs")
    assert (status, headers["retry-after"]) == (503, "10")
    assert (json.loads(body)["code"], json.loads(body)["retryable"]) == ("database-down", True)
    assert "secret" not in body + caplog.text
    with pytest.raises(ProgrammingError):
        ask(app, "/defect")


def test_half_characters_of_a_client_are_no_fault(caplog: pytest.LogCaptureFixture) -> None:
    app = FastAPI()
    problems.install_handlers(app)

    @app.get("/")
    def quoting() -> None:
        raise SceneFillError("unknown-member", "There is no member 'a\ud800'.")

    status, _, body = ask(app, "/")
    assert (status, json.loads(body)["detail"]) == (400, "There is no member 'a?'.")


# -- a server that does not start --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["--host", "0.0.0.0", "--no-auth"], "unsafe-bind"),
        (["--host", "0.0.0.0"], "unsafe-bind"),
        (["--host", "::"], "unsafe-bind"),
        (["--host", "example.org"], "unsafe-bind"),
        (["--host", "127.0.0.1"], "no-tokens"),
        (["--host", "0.0.0.0", "--behind-proxy"], "no-tokens"),
        (["--no-auth", "--behind-proxy"], "bad-value"),
        (["--tls-cert", __file__], "bad-value"),
        (["--oidc-issuer", "https://issuer.example"], "bad-value"),
        (["--no-auth", "--database", "mysql://x/y"], "bad-database"),
        (["--no-auth", "--database", "postgresql://nobody:secret@127.0.0.1:9/x"], "database-down"),
        (["--no-auth", "--tls-cert", __file__, "--tls-key", __file__], "bad-value"),
    ],
    ids=lambda part: " ".join(part) if isinstance(part, list) else part,
)
def test_it_does_not_start(tmp_path: Path, arguments: list[str], code: str) -> None:
    done = CliRunner().invoke(main, ["serve", "--port", "0", "--data", str(tmp_path / "data"), *arguments])
    assert done.exit_code != 0
    assert f"error[{code}]" in done.output, done.output
    assert "SceneFill server at" not in done.output
    assert "secret" not in done.output


@pytest.fixture(autouse=True)
def own_umask() -> Iterator[None]:
    """A server changes that of its process, which here is that of the tests."""
    before = os.umask(0o022)
    yield
    os.umask(before)


def test_nobody_else_reads_the_data_folder(tmp_path: Path) -> None:
    """Whatever it was before."""
    data = tmp_path / "data"
    data.mkdir(mode=0o755)
    with live_server(data):
        found = [data, *data.rglob("*")]
        assert len(found) >= 5
        assert [path for path in found if path.stat().st_mode & 0o077] == []


def test_libraries_are_named_that_are_missing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(serve, "LIBRARIES", ("fastapi", "a_library_that_nobody_has"))
    done = CliRunner().invoke(main, ["serve", "--data", str(tmp_path)])
    assert "error[no-server-libraries]" in done.output
    assert "a_library_that_nobody_has" in done.output
    assert "scenefill[server]" in done.output


def test_options_become_the_configuration(tmp_path: Path) -> None:
    made: list[ServerConfig] = []

    def taken(**options: Any) -> None:
        made.append(serve.configure(**options))

    command = serve.serve_command
    arguments = ["--data", str(tmp_path), "--max-upload", "2", "--max-owner-running", "3", "--link-host", "a.example"]
    context = command.make_context("serve", arguments)
    taken(**{name: value for name, value in context.params.items() if name != "verbose"})
    config = made[0]
    assert (config.data, config.max_upload_bytes, config.quota.running) == (tmp_path, 2 * 2**20, 3)
    assert (config.link_hosts, config.oidc_algorithms, config.port) == (("a.example",), ("RS256", "ES256"), 8765)


def test_a_second_server_leaves_the_folder_alone(server: LiveServer, tokens: dict[str, Token]) -> None:
    command = [sys.executable, "-c", "from scenefill.cli.main import main; main()", "serve", "--port", "0"]
    done = subprocess.run(
        [*command, "--data", tokens["data"].name], capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode != 0
    assert "error[data-folder-busy]" in done.stderr or "error[database-busy]" in done.stderr
    assert "Traceback" not in done.stderr
    assert requests.get(f"{server.url}/", headers=tokens["ada"].headers, timeout=10).status_code == 200
