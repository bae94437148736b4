"""The servers in the options: a short list, one of them chosen, and a button that asks it what it can do."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Optional

from qgis.PyQt import uic
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QWidget

from ..core.errors import SceneFillError
from ..plugin.i18n import tr
from ..plugin.remote.look import ServerReport, ask_server
from ..plugin.remote.servers import Server, clean_url, find, host_of, is_plain, with_server
from ..plugin.session import Session
from ..plugin.settings import Settings, overridden
from ..plugin.tasks import EngineTask, Latest
from .icons import set_state, theme_icon
from .messages import explain
from .server_texts import report_text


class ServerPanel(QWidget):
    """A part of the options page; what it shows is stored by :meth:`apply_to`, only *Test* happens at once.

    ``changed`` when the user changed what :meth:`apply_to` gives.
    """

    changed = pyqtSignal()

    def __init__(self, session: Session, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        uic.loadUi(str(Path(__file__).with_suffix(".ui")), self)
        self._session = session
        self._servers: list[Server] = []
        self._showing = False
        self._fixed = False
        self._questions = Latest()
        self._task: Optional[EngineTask] = None
        self.add.setIcon(theme_icon("symbologyAdd.svg"))
        self.forget.setIcon(theme_icon("symbologyRemove.svg"))
        self._say("info", "")
        self.known.currentIndexChanged.connect(self._chosen)
        self.add.clicked.connect(self._add)
        self.forget.clicked.connect(self._forget)
        self.server_name.textEdited.connect(self._edited)
        self.server_url.textEdited.connect(self._edited)
        self.login.selectedConfigIdChanged.connect(self._edited)
        self.test.clicked.connect(self._test)
        self.destroyed.connect(self._questions.ask)

    def show_settings(self, settings: Settings) -> None:
        """Show what is stored; where an environment variable names the server, that one alone."""
        self._fixed = "server_url" in overridden()
        self._servers = [settings.server] if self._fixed else list(settings.servers)
        if not self._servers:
            self._servers = [Server("")]
        urls = [server.url for server in self._servers]
        self._refill(urls.index(settings.server_url) if settings.server_url in urls else 0)

    def apply_to(self, settings: Settings) -> Settings:
        """``settings`` with what the panel shows."""
        chosen = self._tidy(self._servers[self.known.currentIndex()])
        if self._fixed:
            # The address is not the user's to store; the login for it is.
            if chosen.authcfg or find(settings.servers, chosen.url) is not None:
                settings = replace(settings, servers=with_server(settings.servers, chosen))
            return replace(settings, server_authcfg=chosen.authcfg)
        servers: tuple[Server, ...] = ()
        for server in map(self._tidy, self._servers):
            if server.url:
                servers = with_server(servers, server)
        return replace(settings, servers=servers, server_url=chosen.url, server_authcfg=chosen.authcfg)

    def _tidy(self, server: Server) -> Server:
        return Server(clean_url(server.url), server.name.strip(), server.authcfg)

    def _refill(self, index: int) -> None:
        """Show the list anew, with one of it chosen."""
        self._showing = True
        self.known.clear()
        for server in self._servers:
            self.known.addItem(_title(server))
        self.known.setCurrentIndex(index)
        self._showing = False
        self._chosen(index)

    def _chosen(self, index: int) -> None:
        """Another server of the list is shown."""
        if self._showing or index < 0:
            return
        self._showing = True
        server = self._servers[index]
        self.server_name.setText(server.name)
        self.server_name.setPlaceholderText(host_of(clean_url(server.url)))
        self.server_url.setText(server.url)
        self.login.setConfigId(server.authcfg)
        self._showing = False
        self._enable()
        self._forget_answer()
        self.changed.emit()

    def _edited(self) -> None:
        if self._showing:
            return
        index = self.known.currentIndex()
        server = Server(self.server_url.text().strip(), self.server_name.text(), self.login.configId())
        self._servers[index] = server
        self.known.setItemText(index, _title(server))
        self.server_name.setPlaceholderText(host_of(clean_url(server.url)))
        self._enable()
        self._forget_answer()
        self.changed.emit()

    def _add(self) -> None:
        self._servers.append(Server(""))
        self._refill(len(self._servers) - 1)
        self.server_url.setFocus()

    def _forget(self) -> None:
        index = self.known.currentIndex()
        del self._servers[index]
        self._servers = self._servers or [Server("")]
        self._refill(min(index, len(self._servers) - 1))

    def _enable(self) -> None:
        named = bool(self.server_url.text().strip())
        self.server_url.setReadOnly(self._fixed)
        self.server_name.setReadOnly(self._fixed)
        self.known.setEnabled(len(self._servers) > 1)
        self.add.setEnabled(not self._fixed and named)
        self.forget.setEnabled(not self._fixed and (named or len(self._servers) > 1))
        self.test.setEnabled(named and self._task is None)

    # -- the test

    def _test(self) -> None:
        """Ask in the background; the answer is shown if it is still about what is shown."""
        server = self._tidy(self._servers[self.known.currentIndex()])
        token = self._questions.ask()
        self._say("busy", tr("Asking {host}…").format(host=host_of(server.url) or server.url))
        task = EngineTask(tr("Asking the server"), lambda feedback: ask_server(server, feedback), hidden=True)
        task.succeeded.connect(lambda report: self._answered(token, report))
        task.failed.connect(lambda error: self._answered(token, error))
        task.stopped.connect(lambda: self._answered(token, None))
        self._task = task
        self._enable()
        self._session.tasks.start(task)

    def _forget_answer(self) -> None:
        """The answer was about another server, or about another login."""
        self._questions.ask()
        if self._task is not None:
            task, self._task = self._task, None
            task.cancel()
            self._enable()
        self._say("info", "")
        if is_plain(clean_url(self.server_url.text())) and self.server_url.text().strip():
            self._say("warning", tr("Without https:// others can read what is sent there, your login included."))

    def _answered(self, token: int, answer: object) -> None:
        if not self._questions.is_current(token):
            return
        self._task = None
        self._enable()
        if isinstance(answer, ServerReport):
            self._say("ok" if answer.models else "warning", report_text(answer))
        elif isinstance(answer, SceneFillError):
            found = explain(answer)
            self._say("error", f"{found.text} {found.hint}".strip())
        else:
            self._say("stopped", tr("Cancelled."))

    def _say(self, state: str, text: str) -> None:
        set_state(self.answer_icon, self.answer_text, state, text)


def _title(server: Server) -> str:
    return Server(clean_url(server.url), server.name.strip()).title or tr("New server")
