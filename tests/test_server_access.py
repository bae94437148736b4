"""Who gets in: the middleware in front of a small application, called as a web server calls it."""

from __future__ import annotations

import asyncio
import base64
import datetime
import json
import logging
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Annotated, Any

import anyio
import pytest
import sqlalchemy as sa
from anyio import CapacityLimiter
from fastapi import Depends, FastAPI, Request, WebSocket
from scenefill.core.errors import SceneFillError
from scenefill.server import access
from scenefill.server.access import Caller, FailureLimit, caller, protect
from scenefill.server.app import create_app
from scenefill.server.config import ServerConfig
from scenefill.server.database import Database, now
from scenefill.server.migrations import upgrade
from scenefill.server.openapi import openapi_document
from scenefill.server.problems import STATUS_OF, install_handlers
from scenefill.server.quotas import Quota
from scenefill.server.services import Services
from scenefill.server.token_store import TokenStore
from scenefill.tests.asgi_call import Answer, ask, call

LOCAL = [("Host", "127.0.0.1:8765")]


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    opened = Database(f"sqlite:///{tmp_path_factory.mktemp('server') / 'scenefill.db'}")
    upgrade(opened)
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def tokens(database: Database) -> dict[str, str]:
    """Token by name."""
    store = TokenStore(database)
    made = {
        "anna": store.add("anna", "lab", quota=Quota(running=1))[1],
        "watch": store.add("watch", scopes=("monitor",))[1],
        "boss": store.add("boss", scopes=("admin",))[1],
        "late": store.add("late", expires=now() - datetime.timedelta(seconds=1))[1],
        "gone": store.add("gone")[1],
    }
    store.revoke("gone")
    return {**made, "unknown": "scf_" + "A" * 43, "short": "scf_", "words": "let me in", "jwt": "a.b.c"}


INVALID = ("late", "gone", "unknown", "short", "words", "jwt")


def small_app(database: Database, **changes: Any) -> FastAPI:
    app = FastAPI()
    install_handlers(app)
    config = replace(ServerConfig(data=Path("unused"), quota=Quota(running=9, bytes=100)), **changes)
    protect(app, config, TokenStore(database))

    @app.get("/me")
    def me(request: Request, found: Annotated[Caller, Depends(caller)]) -> dict[str, Any]:
        client = request.client.host if request.client else None
        quota = found.quota.to_dict()
        facts = {"owner": found.owner, "name": found.name, "scopes": sorted(found.scopes), "quota": quota}
        return {**facts, "client": client, "scheme": request.url.scheme}

    @app.api_route("/forgotten", methods=["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "HEAD"])
    @app.get("/")
    @app.get("/health")
    @app.get("/metrics")
    def route() -> dict[str, str]:
        return {"secret": "hello"}

    @app.websocket("/socket")
    async def socket(connection: WebSocket) -> None:
        await connection.accept()

    return app


@pytest.fixture
def app(database: Database) -> FastAPI:
    return small_app(database)


def bearer(token: str, *more: tuple[str, str]) -> list[tuple[str, str]]:
    return [("Host", "maps.example"), ("Authorization", f"Bearer {token}"), *more]


def basic(user: str, password: str) -> list[tuple[str, str]]:
    return [("Authorization", "Basic " + base64.b64encode(f"{user}:{password}".encode()).decode())]


def test_a_token_as_bearer_or_as_password(app: FastAPI, tokens: dict[str, str]) -> None:
    found = call(app, "/me", bearer(tokens["anna"])).json()
    assert (found["owner"], found["name"], found["scopes"]) == ("lab", "anna", ["run"])
    # Limits of the token first, then those of the server.
    assert found["quota"] == {"running": 1, "bytes": 100}
    for user in ("", "anna", "somebody else", "ä"):
        assert call(app, "/me", basic(user, tokens["anna"])).status == 200
    assert call(app, "/me", [("authorization", f"bEaReR   {tokens['anna']} ")]).status == 200


@pytest.mark.parametrize(
    "path", ["/me", "/forgotten", "/", "/health", "/metrics", "/docs", "/openapi.json", "/nothing"]
)
def test_every_path_wants_a_token(app: FastAPI, tokens: dict[str, str], path: str) -> None:
    answers = [call(app, path), *(call(app, path, bearer(tokens[name])) for name in INVALID)]
    for method in ("POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "BREW"):
        answers.append(call(app, path, method=method))
    assert {answer.status for answer in answers} == {401}
    for answer in answers:
        assert answer.values("www-authenticate") == ['Bearer realm="scenefill"']
        assert answer.values("cache-control") == ["no-store"]
        assert b"hello" not in answer.body
    bodies = [{**answer.json(), "instance": ""} for answer in answers]
    assert bodies == [bodies[0]] * len(bodies)
    assert (bodies[0]["code"], bodies[0]["status"], bodies[0]["retryable"]) == ("unauthorized", 401, False)


def test_headers_that_are_no_single_token(app: FastAPI, tokens: dict[str, str]) -> None:
    good = tokens["anna"]
    encoded = base64.b64encode(f"x:{good}".encode()).decode()
    for value in (
        "",
        good,
        f"Token {good}",
        f"Bearer{good}",
        f"Bearer {good},{good}",
        f"Bearer {good} {good}",
        f"Bearer {good}\x00",
        "Bearer",
        "Bearer " + "A" * 9000,
        "Basic",
        f"Basic {good}",
        f"Basic {encoded[:-1]}!",
        "Basic " + base64.b64encode(good.encode()).decode(),
        "Basic " + base64.b64encode(b"\xff:\xff").decode(),
    ):
        assert call(app, "/me", [("Authorization", value)]).status == 401, value
    assert call(app, "/me", [*bearer(good), *bearer(good)]).status == 401
    # Nothing but the header counts, where proxies and logs do not keep it.
    assert call(app, "/me", [("Cookie", f"token={good}"), ("X-Api-Key", good)]).status == 401


def test_a_revoked_token_ends_at_once(app: FastAPI, database: Database) -> None:
    store = TokenStore(database)
    _, token = store.add("short-lived")
    assert call(app, "/me", bearer(token)).status == 200
    store.revoke("short-lived")
    assert call(app, "/me", bearer(token)).status == 401


def test_scopes(app: FastAPI, tokens: dict[str, str]) -> None:
    table = {
        "anna": {"/": 200, "/me": 200, "/health": 403, "/metrics": 403, "/nothing": 404},
        "watch": {"/": 200, "/me": 403, "/health": 200, "/metrics": 200, "/nothing": 403},
        "boss": {"/": 200, "/me": 403, "/health": 200, "/metrics": 200, "/nothing": 403},
    }
    found = {
        name: {path: call(app, path, bearer(tokens[name])).status for path in paths} for name, paths in table.items()
    }
    assert found == table
    refused = call(app, "/me", [*bearer(tokens["watch"]), ("Accept", "application/problem+json")])
    assert refused.values("content-type") == ["application/problem+json"]
    assert refused.json()["code"] == "missing-scope"


def test_web_sockets_are_closed(app: FastAPI, tokens: dict[str, str]) -> None:
    for headers in ([], bearer(tokens["anna"])):
        assert call(app, "/socket", headers, kind="websocket").headers == [("websocket.close", "")]


def test_a_browser_is_asked_for_a_password_and_programs_are_not(app: FastAPI) -> None:
    assert len(call(app, "/", [("Sec-Fetch-Mode", "navigate")]).values("www-authenticate")) == 2
    assert len(call(app, "/", [("Accept", "text/html")]).values("www-authenticate")) == 1


def test_pages_of_other_sites_change_nothing(database: Database, app: FastAPI, tokens: dict[str, str]) -> None:
    open_app = small_app(database, no_auth=True)
    own, client = "http://127.0.0.1:8765", ("127.0.0.1", 5000)
    for method in ("POST", "PUT", "PATCH", "DELETE"):
        for header in (
            ("Sec-Fetch-Site", "cross-site"),
            ("Sec-Fetch-Site", "same-site"),
            ("Origin", "https://evil.example"),
            ("Origin", "null"),
            ("Origin", "http://127.0.0.1:9999"),
            ("Origin", "http://127.0.0.1"),
        ):
            for answer in (
                call(open_app, "/forgotten", [*LOCAL, header], method=method, client=client),
                call(app, "/forgotten", [*LOCAL, *basic("", tokens["anna"]), header], method=method, client=client),
            ):
                assert (answer.status, answer.json()["code"]) == (403, "cross-site"), (method, header)
        for headers in ([], [("Origin", own), ("Sec-Fetch-Site", "same-origin")], [("Sec-Fetch-Site", "none")]):
            assert call(open_app, "/forgotten", [*LOCAL, *headers], method=method, client=client).status == 200
    assert call(open_app, "/me", [*LOCAL, ("Sec-Fetch-Site", "cross-site")], client=client).status == 200


def test_without_tokens_only_this_machine(database: Database) -> None:
    app = small_app(database, no_auth=True)
    for address in ("127.0.0.1", "127.9.9.9", "::1", "::ffff:127.0.0.1"):
        for host in ("127.0.0.1", "localhost:8765", "LOCALHOST", "[::1]:80"):
            found = call(app, "/me", [("Host", host)], client=(address, 1))
            assert found.json()["owner"] == "anonymous"
            assert found.json()["scopes"] == ["admin", "monitor", "run"]
            assert found.json()["quota"] == {"running": 9, "bytes": 100}
    answers = [
        call(app, "/me", LOCAL, client=("192.168.1.7", 1)),
        call(app, "/me", LOCAL, client=("::ffff:192.168.1.7", 1)),
        call(app, "/me", LOCAL, client=None),
        call(app, "/me", LOCAL, client=("localhost", 1)),
        call(app, "/me", [], client=("127.0.0.1", 1)),
        call(app, "/me", [*LOCAL, *LOCAL], client=("127.0.0.1", 1)),
    ]
    for host in (
        "evil.example",
        "127.0.0.1.evil.example",
        "localhost.evil.example",
        "127.0.0.1@evil.example",
        "0.0.0.0",
    ):
        answers.append(call(app, "/me", [("Host", host)], client=("127.0.0.1", 1)))
    for name in ("X-Forwarded-For", "X-Forwarded-Proto", "X-Real-IP", "Forwarded", "Via"):
        answers.append(call(app, "/me", [*LOCAL, (name, "127.0.0.1")], client=("127.0.0.1", 1)))
    assert {(answer.status, answer.json()["code"]) for answer in answers} == {(403, "not-local")}


def test_no_tokens_behind_a_proxy_is_refused(database: Database) -> None:
    with pytest.raises(SceneFillError) as caught:
        small_app(database, no_auth=True, behind_proxy=True)
    assert caught.value.code == "bad-value"


def test_settings_of_an_issuer_are_checked_at_the_start(database: Database) -> None:
    for changes in ({"oidc_audience": None}, {"oidc_algorithms": ("HS256",)}, {"oidc_issuer": "http://issuer.example"}):
        settings = {"oidc_issuer": "https://issuer.example", "oidc_audience": "a", **changes}
        with pytest.raises(SceneFillError) as caught:
            call(small_app(database, **settings), "/")
        assert caught.value.code == "oidc-config"


FORWARDED = [("X-Forwarded-For", "198.51.100.1, 198.51.100.2"), ("X-Forwarded-Proto", "https")]


def test_forwarded_headers_are_believed_behind_a_proxy_only(database: Database, tokens: dict[str, str]) -> None:
    for behind_proxy, seen in ((False, ("203.0.113.5", "http")), (True, ("198.51.100.2", "https"))):
        app = small_app(database, behind_proxy=behind_proxy)
        found = call(app, "/me", bearer(tokens["anna"], *FORWARDED)).json()
        assert (found["client"], found["scheme"]) == seen
    for value in ("", "unknown", "127.0.0.1:80, x", "<script>"):
        found = call(
            app, "/me", bearer(tokens["anna"], ("X-Forwarded-For", value), ("X-Forwarded-Proto", "ftp"))
        ).json()
        assert (found["client"], found["scheme"]) == ("203.0.113.5", "http")


def test_a_flood_of_wrong_tokens(database: Database, app: FastAPI, tokens: dict[str, str]) -> None:
    questions: list[str] = []
    sa.event.listen(
        database.engine,
        "before_cursor_execute",
        lambda _c, _k, statement, *_: questions.append(statement) if "FROM tokens" in statement else None,
    )
    wrong = [f"scf_{number:043}" for number in range(400)]
    first = [call(app, "/me", bearer(token)) for token in [tokens["anna"], *wrong[:60]]]
    assert [answer.status for answer in first] == [200, *[401] * 60]
    questions.clear()

    async def flood() -> list[Answer]:
        return await asyncio.gather(*(ask(app, "/me", bearer(token)) for token in [*wrong[60:], tokens["anna"]]))

    answers = asyncio.run(flood())
    # Who was in stays in, also from that address.
    assert answers.pop().status == 200
    assert {answer.status for answer in answers} == {401}
    assert len({json.dumps({**answer.json(), "instance": ""}) for answer in [*first[1:], *answers]}) == 1
    # One at work, those that waited for it, and Anna: all others were refused without a look.
    assert len(questions) <= access.WAITING + 20
    # Afterwards a new one is looked at; at other addresses nobody notices anything.
    assert call(app, "/", bearer(tokens["watch"])).status == 200
    assert call(app, "/", bearer(tokens["boss"]), client=("198.51.100.7", 1)).status == 200


def test_the_limit_refills_and_forgets() -> None:
    clock = [0.0]
    limit = FailureLimit(lambda: clock[0])
    last = [limit.note("a") for _ in range(int(access.FAILURES))]
    assert last == [False] * (len(last) - 1) + [True]
    assert (limit.spent("a"), limit.spent("b")) == (True, False)
    clock[0] += 1 / access.FAILURES_PER_SECOND
    assert not limit.spent("a")
    limit.note("a")
    assert limit.spent("a")
    for number in range(access.REMEMBERED + 10):
        limit.note(str(number))
    assert len(limit._buckets) == access.REMEMBERED


def test_addresses_that_are_counted_together() -> None:
    same = {access.limited_address(f"2001:db8:1:2::{number}") for number in (1, 2)}
    assert same == {"2001:db8:1:2::/64"}
    assert access.limited_address("::ffff:192.0.2.1") == access.limited_address("192.0.2.1") == "192.0.2.1"
    assert access.limited_address("") == access.limited_address("x") == "unknown"


def test_a_database_that_is_down_is_not_called_a_wrong_token(tmp_path: Path) -> None:
    empty = Database(f"sqlite:///{tmp_path / 'empty.db'}")
    answer = call(small_app(empty), "/me", bearer("scf_x"))
    assert (answer.status, answer.json()["code"], answer.json()["retryable"]) == (503, "database-down", True)
    assert answer.values("retry-after") == ["10"]


def test_a_route_without_the_middleware_answers_nobody() -> None:
    app = FastAPI()

    @app.get("/me")
    def me(found: Annotated[Caller, Depends(caller)]) -> str:
        return found.owner

    with pytest.raises(RuntimeError):
        call(app, "/me")


def test_tokens_are_in_no_log(app: FastAPI, tokens: dict[str, str], caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        for name in tokens:
            call(app, "/me", bearer(tokens[name]))
            call(app, "/me", basic("x", tokens[name]))
        for number in range(40):
            call(app, "/me", bearer(f"scf_{number:043}"))
    assert "many wrong tokens from 203.0.113.5" in caplog.text
    assert [name for name, token in tokens.items() if len(token) > 6 and token in caplog.text] == []
    assert "scf_0" not in caplog.text


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> tuple[FastAPI, dict[str, str], dict[str, str]]:
    """The real application; tokens by name; what Ben has, by the names of parameters."""
    app = create_app(ServerConfig(data=tmp_path_factory.mktemp("whole")))
    parts: Services = app.state.services
    store = TokenStore(parts.database)
    made = {name: store.add(name)[1] for name in ("anna", "ben", "gone")}
    made["late"] = store.add("late", expires=now() - datetime.timedelta(seconds=1))[1]
    store.revoke("gone")
    job, _ = parts.jobs.submit("ben", "echo", {"inputs": {}})
    upload = parts.uploads.create("ben", 10)
    names = {"jobID": job.id, "upload": upload.id, "processID": "echo", "output": "any"}
    return app, {**made, "unknown": "scf_" + "A" * 43, "other": "Zm9v.YmFy.YmF6"}, names


ROUTES = [
    (path, method.upper())
    for path, operations in openapi_document("http://x")["paths"].items()
    for method in operations
]
PRIVATE = [(path, method) for path, method in ROUTES if "{jobID}" in path or "{upload}" in path]
TUS = [
    ("Tus-Resumable", "1.0.0"),
    ("Upload-Offset", "0"),
    ("Content-Type", "application/offset+octet-stream"),
    ("X-HTTP-Method-Override", "DELETE"),
]


def test_the_routes_are_all_there() -> None:
    assert len(ROUTES) >= 20
    assert len(PRIVATE) >= 9


@pytest.mark.parametrize(("path", "method"), ROUTES)
def test_no_route_without_a_valid_token(
    whole: tuple[FastAPI, dict[str, str], dict[str, str]], path: str, method: str
) -> None:
    app, made, names = whole
    for headers in ([], *(bearer(made[name]) for name in ("gone", "late", "unknown", "other"))):
        answer = call(app, path.format(**names), [*headers, *TUS], method=method)
        assert answer.status == 401
        assert answer.values("www-authenticate") == ['Bearer realm="scenefill"']


@pytest.mark.parametrize(("path", "method"), PRIVATE)
def test_what_is_somebody_elses_is_not_there(
    whole: tuple[FastAPI, dict[str, str], dict[str, str]], path: str, method: str
) -> None:
    app, made, names = whole
    nothing = {**names, "jobID": "0" * 32, "upload": "0" * 32}
    other = call(app, path.format(**names), [*bearer(made["anna"]), *TUS], method=method)
    unknown = call(app, path.format(**nothing), [*bearer(made["anna"]), *TUS], method=method)
    assert other.status == unknown.status == 404
    if method != "HEAD":
        # Not even the sentence tells whether somebody else has it.
        texts = [
            answer.json()["detail"].replace(names["jobID"], "0" * 32).replace(names["upload"], "0" * 32)
            for answer in (other, unknown)
        ]
        assert texts[0] == texts[1]


def test_what_is_bens_is_still_there(whole: tuple[FastAPI, dict[str, str], dict[str, str]]) -> None:
    app, made, names = whole
    job = call(app, f"/jobs/{names['jobID']}", bearer(made["ben"]))
    assert (job.status, job.json()["status"]) == (200, "accepted")
    assert call(app, f"/uploads/{names['upload']}", [*bearer(made["ben"]), *TUS], method="HEAD").status == 200
    assert call(app, "/jobs", bearer(made["anna"])).json()["jobs"] == []
    assert len(call(app, "/jobs", bearer(made["ben"])).json()["jobs"]) == 1


def test_a_job_cannot_read_somebody_elses_upload(whole: tuple[FastAPI, dict[str, str], dict[str, str]]) -> None:
    app, made, names = whole
    texts = []
    for upload in (names["upload"], "0" * 32):
        raster = f"upload:{upload}"
        job = {
            "schema": "scenefill-job/1",
            "grid": {"like": raster},
            "inputs": [{"modality": "optical", "path": raster, "bands": {"red": 1}, "gaps": [{"kind": "nodata"}]}],
            "targets": [{"modality": "optical", "fill": 0}],
        }
        answer = call(
            app,
            "/processes/generate/execution",
            [*bearer(made["anna"]), ("Content-Type", "application/json")],
            method="POST",
            body=json.dumps({"inputs": {"job": job}}).encode(),
        )
        assert (answer.status, answer.json()["code"]) == (422, "unknown-upload")
        texts.append(answer.json()["detail"].replace(upload, ""))
    assert texts[0] == texts[1]


def test_new_jobs_are_looked_at_by_few_threads_and_do_not_pile_up(
    whole: tuple[FastAPI, dict[str, str], dict[str, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each look may wait for other processes, and the threads of all other routes are not for that."""
    app, made, _ = whole
    parts: Services = app.state.services
    monkeypatch.setattr(parts.inputs, "threads", CapacityLimiter(1))
    looking, done = threading.Event(), threading.Event()

    def slow(owner: str, body: Any) -> Any:
        looking.set()
        done.wait(60)
        raise SceneFillError("no-such-upload", "It is not there.")

    monkeypatch.setattr(parts.inputs, "check", slow)
    monkeypatch.setattr("scenefill.server.job_inputs._MOST_IN_LINE", 3)
    wanted = [*bearer(made["anna"]), ("Content-Type", "application/json")]

    async def flood() -> list[int]:
        async def submit() -> None:
            found = await ask(app, "/processes/generate/execution", wanted, method="POST", body=b'{"inputs": {}}')
            statuses.append(found.status)

        statuses: list[int] = []
        async with anyio.create_task_group() as group:
            for _ in range(6):
                group.start_soon(submit)
            with anyio.fail_after(30):
                while len(statuses) < 3:
                    await anyio.sleep(0.01)
            # Others are served meanwhile.
            found = await ask(app, "/conformance", bearer(made["anna"]))
            assert (found.status, looking.is_set(), statuses) == (200, True, [429, 429, 429])
            done.set()
        return statuses

    assert asyncio.run(flood()) == [429, 429, 429, 404, 404, 404]


def test_limits_of_a_token_reach_jobs_and_uploads(
    whole: tuple[FastAPI, dict[str, str], dict[str, str]],
) -> None:
    app, _, _ = whole
    parts: Services = app.state.services
    _, token = TokenStore(parts.database).add("small", quota=Quota(waiting=1, bytes=100))
    assert call(app, "/capabilities", bearer(token)).json()["quota"] == {"waiting": 1, "bytes": 100}
    wanted = [*bearer(token), ("Content-Type", "application/json"), ("Prefer", "respond-async")]
    answers = [
        call(app, "/processes/echo/execution", wanted, method="POST", body=b'{"inputs": {"text": "a"}}')
        for _ in range(2)
    ]
    assert [answer.status for answer in answers] == [201, 429], answers[0].body
    assert answers[1].json()["code"] == "quota"
    for length, status in (("60", 201), ("60", 413)):
        headers = [*bearer(token), ("Tus-Resumable", "1.0.0"), ("Upload-Length", length)]
        assert call(app, "/uploads", headers, method="POST").status == status


def test_every_error_of_the_server_is_documented() -> None:
    docs = Path(__file__).resolve().parent.parent / "docs"
    text = "".join((docs / name).read_text(encoding="utf-8") for name in ("server.md", "job.md", "cli.md"))
    assert {code for code in STATUS_OF if f"`{code}`" not in text} == set()
