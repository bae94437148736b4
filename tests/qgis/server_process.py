"""A real ``scenefill serve`` for tests inside QGIS: by the engine's Python, with a token that QGIS has as a login."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import requests
from qgis.core import QgsApplication, QgsAuthMethodConfig
from scenefill.plugin.remote.servers import Server
from scenefill.plugin.settings import Settings
from scenefill.tests import server_live
from scenefill.tests.server_live import LiveServer

_MASTER = "a master password of tests"


@dataclass(frozen=True)
class LoggedIn:
    """A running server, and a login for it.

    Attributes:
        live: its process.
        server: as QGIS' settings have it.
        token: itself.
    """

    live: LiveServer
    server: Server
    token: str

    @property
    def settings(self) -> Settings:
        """No engine on this computer: the server does the work."""
        server = self.server
        return Settings(engine="server", servers=(server,), server_url=server.url, server_authcfg=server.authcfg)

    def jobs(self) -> list[dict[str, Any]]:
        """All jobs of the token's owner, the newest first."""
        headers = {"Authorization": f"Bearer {self.token}"}
        return list(requests.get(f"{self.live.url}/jobs", headers=headers, timeout=30).json()["jobs"])

    def state_of(self, job: str) -> str:
        return next(found["status"] for found in self.jobs() if found["jobID"] == job)


@contextmanager
def logged_in(python: Path, data: Path, *arguments: str) -> Iterator[LoggedIn]:
    """A server that wants tokens, one of which QGIS has as a login."""
    server_live._COMMAND = (str(python), "-I", "-c", "from scenefill.cli.main import main; main()")
    data.mkdir(parents=True, exist_ok=True)
    token = server_live.add_token(data, "anna").value
    with server_live.live_server(data, *arguments, no_auth=False) as live:
        authcfg = login(token)
        yield LoggedIn(live, Server(live.url, "Class", authcfg), token)
        forget(authcfg)


def login(token: str) -> str:
    """A login of QGIS' own, as a user makes it; its id."""
    manager = QgsApplication.authManager()
    manager.setMasterPassword(_MASTER, not manager.masterPasswordHashInDatabase())
    config = QgsAuthMethodConfig("Basic")
    config.setName("SceneFill server")
    config.setConfig("username", "anna")
    config.setConfig("password", token)
    assert manager.storeAuthenticationConfig(config)
    return str(config.id())


def forget(authcfg: str) -> None:
    """Take a login away, when nobody is about to use it.

    QGIS would wait for ever: a request that loads a login for the first time locks its method and then the manager,
    and taking it away locks them the other way around.
    """
    for task in QgsApplication.taskManager().tasks():
        task.waitForFinished(60_000)
    QgsApplication.authManager().removeAuthenticationConfig(authcfg)
