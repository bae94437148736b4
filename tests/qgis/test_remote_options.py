"""Servers in the options: listed, stored, and tested against a real one and against what may answer in its place."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from qgis.core import QgsSettings
from qgis.PyQt.QtTest import QTest
from scenefill.core.errors import SceneFillError
from scenefill.core.remote.transport import FileSlice, Request, Response, TransportFailure
from scenefill.plugin.diagnostics import report
from scenefill.plugin.remote.servers import Server, clean_url, from_text, is_plain, to_text
from scenefill.plugin.remote.transport import QgisTransport
from scenefill.plugin.session import Session
from scenefill.plugin.settings import GROUP, Settings, load_settings, save_settings
from scenefill.plugin.tasks import EngineTask
from scenefill.tests.qgis.conftest import wait_for_tasks
from scenefill.tests.qgis.server_process import LoggedIn, forget, logged_in, login
from scenefill.ui.options_page import OptionsPage
from scenefill.ui.server_panel import ServerPanel

pytestmark = pytest.mark.shares_worker

WAIT_MS = 60_000
HERE = "127.0.0.1"


@pytest.fixture(scope="module")
def server(engine_python: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[LoggedIn]:
    with logged_in(engine_python, tmp_path_factory.mktemp("server") / "data", "--max-owner-pixels", "5000000") as made:
        yield made


@pytest.fixture
def session(clean_settings: None) -> Iterator[Session]:
    made = Session()
    yield made
    made.close()
    wait_for_tasks()


@pytest.fixture
def page(session: Session, qtbot: QtBot) -> OptionsPage:
    made = OptionsPage(session)
    qtbot.addWidget(made)
    made.show()
    return made


def enter(panel: ServerPanel, url: str, name: str = "", authcfg: str = "") -> None:
    for edit, text in ((panel.server_name, name), (panel.server_url, url)):
        edit.selectAll()
        QTest.keyClicks(edit, text)
    panel.login.setConfigId(authcfg)


def test_it(panel: ServerPanel, qtbot: QtBot) -> str:
    """Press Test; the answer."""
    panel.test.click()
    assert not panel.test.isEnabled() and panel.answer_text.text().startswith("Asking ")
    qtbot.waitUntil(panel.test.isEnabled, timeout=WAIT_MS)
    return str(panel.answer_text.text())


test_it.__test__ = False


class Page(BaseHTTPRequestHandler):
    """Answers as the path says; remembers what came."""

    seen: list[tuple[str, str, dict[str, str], bytes]] = []
    elsewhere = ""

    def answer(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self.seen.append((self.command, self.path, {k.lower(): v for k, v in self.headers.items()}, body))
        if self.path.startswith("/away"):
            self.send_response(302)
            self.send_header("Location", self.elsewhere)
            found = b""
        else:
            found = b"<html>Log in here</html>" if self.path.startswith("/portal") else b"0123456789"
            self.send_response(206 if "Range" in self.headers else 200)
            self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(found)))
        self.end_headers()
        if self.path.startswith("/cut"):
            found = found[:4]
            self.close_connection = True
        self.wfile.write(found)

    do_GET = do_POST = do_DELETE = answer  # noqa: N815 -- as they are called

    def log_message(self, *_: object) -> None:
        """Nothing is printed."""


@contextmanager
def pages() -> Iterator[str]:
    """The address of something that is no SceneFill server."""
    Page.seen = []
    listening = ThreadingHTTPServer((HERE, 0), Page)
    thread = threading.Thread(target=listening.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield f"http://{HERE}:{listening.server_port}"
    finally:
        listening.shutdown()
        thread.join()
        listening.server_close()


# -- the list


def test_servers_are_entered_chosen_and_forgotten(session: Session, page: OptionsPage) -> None:
    panel = page.environment.servers
    assert not panel.test.isEnabled() and not panel.add.isEnabled()
    enter(panel, "Class.Example/scenefill/ ", "Class")
    panel.add.click()
    assert panel.server_url.text() == "" and panel.known.currentText() == "New server"
    enter(panel, "http://institute.example")
    assert "login included" in panel.answer_text.text()
    enter(panel, "https://institute.example")
    assert panel.answer_text.text() == "" and panel.known.currentText() == "institute.example"
    panel.add.click()
    page.apply()
    stored = load_settings()
    assert stored.servers == (Server("https://class.example/scenefill", "Class"), Server("https://institute.example"))
    assert stored.server_url == "", "the new one has no address yet"
    panel.known.setCurrentIndex(0)
    page.apply()
    assert session.settings.server == Server("https://class.example/scenefill", "Class")
    panel.forget.click()
    page.apply()
    assert [server.title for server in load_settings().servers] == ["institute.example"]
    panel.forget.click()
    panel.forget.click()
    page.apply()
    assert load_settings().servers == () and not panel.forget.isEnabled()


def test_a_server_stored_by_itself_comes_into_the_list(session: Session) -> None:
    QgsSettings().setValue(f"{GROUP}/server_url", "https://old.example/")
    QgsSettings().setValue(f"{GROUP}/server_authcfg", "abc1234")
    found = load_settings()
    assert found.server == Server("https://old.example", "", "abc1234") and found.servers == (found.server,)
    QgsSettings().setValue(f"{GROUP}/servers", '[{"url": 3}, "x", {"url": "b.example"}]')
    assert [server.url for server in load_settings().servers] == ["https://b.example", "https://old.example"]
    assert from_text("no json") == () and from_text(to_text(found.servers)) == found.servers


def test_a_login_stays_with_its_server(session: Session, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    save_settings(Settings(engine="server", server_url="https://mine.example", server_authcfg="abc1234"))
    monkeypatch.setenv("SCENEFILL_SERVER_URL", "https://class.example/")
    found = load_settings()
    assert (found.server_url, found.server_authcfg) == ("https://class.example", "")
    session.change_settings(found)
    page = OptionsPage(session)
    qtbot.addWidget(page)
    panel = page.environment.servers
    assert panel.server_url.isReadOnly() and not panel.add.isEnabled() and not panel.forget.isEnabled()
    authcfg = login("some token")
    panel.login.setConfigId(authcfg)
    page.apply()
    assert session.settings.server == Server("https://class.example", "", authcfg)
    monkeypatch.delenv("SCENEFILL_SERVER_URL")
    assert load_settings().server == Server("https://mine.example", "", "abc1234")
    forget(authcfg)


def test_addresses() -> None:
    assert clean_url(" HTTPS://Class.example:8443/a/ ") == "https://class.example:8443/a"
    assert clean_url("") == "" and clean_url("not an address") == "not an address"
    assert is_plain("http://class.example") and not is_plain("http://localhost:8765")


# -- the test button


def test_the_button_says_what_the_server_can_do(page: OptionsPage, server: LoggedIn, qtbot: QtBot) -> None:
    panel = page.environment.servers
    enter(panel, server.live.url, "Class", server.server.authcfg)
    # It asks its engine for the device when it starts, which takes a while.
    texts = (test_it(panel, qtbot) for _ in range(30))
    text = next((text for text in texts if "CPU" in text), "")
    assert text.startswith("SceneFill 0.") and "Optical" in text and "Nobody is waiting." in text
    assert "You are “anna”, with at most 5.0 Mpx a job" in text
    enter(panel, server.live.url + "0")
    assert panel.answer_text.text() == "", "the answer was about another server"


def test_what_is_wrong_is_one_sentence_each(page: OptionsPage, server: LoggedIn, qtbot: QtBot) -> None:
    panel = page.environment.servers
    wrong = login("scf_not_the_token")
    with pages() as elsewhere:
        Page.elsewhere = "http://localhost:9/login"
        told = {}
        for name, (url, authcfg) in {
            "token": (server.live.url, wrong),
            "none": (server.live.url, ""),
            "page": (f"{elsewhere}/portal", server.server.authcfg),
            "away": (f"{elsewhere}/away", server.server.authcfg),
            "nobody": (f"http://{HERE}:9", ""),
            "clear": ("http://class.example", server.server.authcfg),
            "address": ("no address", ""),
        }.items():
            enter(panel, url, "", authcfg)
            told[name] = test_it(panel, qtbot)
        asked = [headers for _, path, headers, _ in Page.seen if path.startswith("/away")]
    assert told["token"] == told["none"] and told["token"].startswith("The server does not know the token")
    assert told["page"].startswith("A web page answers at")
    assert told["away"].startswith("The network's login page answers instead of")
    assert told["nobody"].endswith("ask whoever runs it whether it is up.")
    assert told["clear"].startswith("The token would travel to http://class.example for everyone to read.")
    assert told["address"].startswith("'no address' is not the address of a server.")
    assert asked and all("authorization" in headers for headers in asked)
    forget(wrong)


def test_no_token_in_settings_or_report(session: Session, server: LoggedIn, page: OptionsPage, qtbot: QtBot) -> None:
    session.change_settings(server.settings)
    enter(page.environment.servers, server.live.url, "", server.server.authcfg)
    test_it(page.environment.servers, qtbot)
    store = QgsSettings()
    stored = [str(store.value(key)) for key in store.allKeys()]
    assert not any(server.token in text for text in (*stored, report(session), *session.log.last_lines))


def test_a_page_that_is_closed_does_not_matter(session: Session, server: LoggedIn, qtbot: QtBot) -> None:
    page = OptionsPage(session)
    enter(page.environment.servers, server.live.url, "", server.server.authcfg)
    page.environment.servers.test.click()
    page.deleteLater()
    qtbot.waitUntil(lambda: not session.tasks.running, timeout=WAIT_MS)


# -- the way


def exchange(session: Session, qtbot: QtBot, request: Request, authcfg: str = "") -> Response:
    """In the background, as everything is sent."""
    transport = QgisTransport(authcfg)

    def work(feedback: object) -> object:
        try:
            return transport.send(request, lambda: False)
        except (TransportFailure, SceneFillError) as failure:
            return failure

    answers: list[object] = []
    task = EngineTask("x", work, hidden=True)
    task.succeeded.connect(answers.append)
    session.tasks.start(task)
    qtbot.waitUntil(lambda: bool(answers), timeout=WAIT_MS)
    if isinstance(answers[0], Exception):
        raise answers[0]
    assert isinstance(answers[0], Response)
    return answers[0]


def test_what_is_sent_and_what_comes(session: Session, qtbot: QtBot, server: LoggedIn, tmp_path: Path) -> None:
    (tmp_path / "body").write_bytes(b"abcdefgh")
    authcfg = server.server.authcfg
    with pages() as url:
        Page.elsewhere = "http://localhost:9/elsewhere"
        part = FileSlice(tmp_path / "body", 2, 4)
        exchange(session, qtbot, Request("PATCH", f"{url}/x", {"Upload-Offset": "2"}, part))
        method, _, headers, body = Page.seen[-1]
        assert (method, headers["x-http-method-override"], headers["upload-offset"], body) == (
            "POST", "PATCH", "2", b"cdef"
        )  # fmt: skip
        moved = exchange(session, qtbot, Request("GET", f"{url}/away"), authcfg)
        assert (moved.status, moved.headers["location"]) == (302, Page.elsewhere)
        assert [path for _, path, _, _ in Page.seen[1:]] == ["/away"], "what another host says is no answer"
        into = tmp_path / "into"
        into.write_bytes(b"before ")
        found = exchange(session, qtbot, Request("GET", f"{url}/x", {"Range": "bytes=0-9"}, into=into))
        assert (found.status, found.received, found.body) == (206, 10, b"")
        assert into.read_bytes() == b"before 0123456789"
        with pytest.raises(TransportFailure) as cut:
            exchange(session, qtbot, Request("GET", f"{url}/cut", {"Range": "bytes=0-9"}, into=into))
        assert cut.value.kind == "cut"
        assert exchange(session, qtbot, replace(Request("GET", f"{url}/x"), limit=3)).body == b"012"
        assert exchange(session, qtbot, Request("DELETE", f"{url}/x")).status == 200
        with pytest.raises(TransportFailure) as tls:
            exchange(session, qtbot, Request("GET", url.replace("http:", "https:"), timeout=10.0))
        assert tls.value.kind == "tls"
    with pytest.raises(TransportFailure) as gone:
        exchange(session, qtbot, Request("GET", url))
    assert gone.value.kind == "unreachable"


def test_files_that_cannot_be_read_or_written(session: Session, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "body").write_bytes(b"abc")
    shorter, missing = FileSlice(tmp_path / "body", 0, 4), FileSlice(tmp_path / "nowhere", 0, 4)
    told = {}
    with pages() as url:
        for name, request in {
            "full": Request("GET", f"{url}/x", {"Range": "bytes=0-9"}, into=Path("/dev/full")),
            "folder": Request("GET", f"{url}/x", {"Range": "bytes=0-9"}, into=tmp_path),
            "shorter": Request("PATCH", f"{url}/x", {}, shorter),
            "missing": Request("PATCH", f"{url}/x", {}, missing),
        }.items():
            with pytest.raises(SceneFillError) as caught:
                exchange(session, qtbot, request)
            told[name] = caught.value
    assert {name: error.code for name, error in told.items()} == {
        "full": "disk-full", "folder": "file-system", "shorter": "upload-checksum", "missing": "file-system"
    }  # fmt: skip
    assert "/dev/full" in str(told["full"]) and str(tmp_path) in str(told["folder"])
