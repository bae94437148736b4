"""Every setting of SceneFill, declared once with its type and default, kept in QgsSettings.

Environment variables overrule what is stored, so that a classroom of twenty computers can be set up from outside:
``SCENEFILL_PYTHON`` (the engine's interpreter), ``SCENEFILL_SERVER_URL`` and ``SCENEFILL_OFFLINE`` (a folder of wheels,
or ``1`` to never use the network).
"""

from __future__ import annotations

import dataclasses
import os
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Optional

from qgis.core import QgsSettings

from .remote.servers import Server, clean_url, find, from_text, to_text, with_server

GROUP = "scenefill"

#: Where the engine comes from: a managed environment, an existing Python, or nowhere (a server does the work).
ENGINES = ("managed", "python", "server")

#: Setting name -> environment variable that overrules it.
OVERRIDES: Mapping[str, str] = {
    "python": "SCENEFILL_PYTHON",
    "server_url": "SCENEFILL_SERVER_URL",
    "offline": "SCENEFILL_OFFLINE",
}


@dataclass(frozen=True)
class Settings:
    """What the user chose.

    Attributes:
        engine: one of :data:`ENGINES`.
        python: interpreter of an existing engine environment (``engine`` is ``python``).
        servers: all that the user has entered.
        server_url, server_authcfg: the chosen one, and the id of QGIS' authentication configuration for it.
        offline: folder of wheels to install from, ``1`` to never use the network, empty otherwise.
        threads: processor threads of the engine; 0 lets it choose.
        idle_minutes: how long the engine stays warm after a job.
        output_folder: where results go that are to be kept; empty for the user's documents.
        preset: of the dock's *How*, one of ``draft``, ``standard``, ``best``.
        load_results: whether results become layers.
        debug_log: whether debug messages go to the log panel.
    """

    engine: str = "managed"
    python: str = ""
    servers: tuple[Server, ...] = ()
    server_url: str = ""
    server_authcfg: str = ""
    offline: str = ""
    threads: int = 0
    idle_minutes: int = 10
    output_folder: str = ""
    preset: str = "standard"
    load_results: bool = True
    debug_log: bool = False

    @property
    def server(self) -> Server:
        """The chosen server; one without an address where none is chosen."""
        known = find(self.servers, self.server_url)
        return Server(self.server_url, known.name if known else "", self.server_authcfg)

    def server_at(self, url: str) -> Optional[Server]:
        """The server of an address; None for one that is neither chosen nor among those entered."""
        return self.server if url == self.server_url else find(self.servers, url)


def load_settings() -> Settings:
    """What is stored, with the environment's overrides; a stored value of a wrong type counts as not stored."""
    store = QgsSettings()
    values: dict[str, Any] = {}
    for field in dataclasses.fields(Settings):
        kind = str if field.name == "servers" else type(field.default)
        default = "" if field.name == "servers" else field.default
        value = store.value(f"{GROUP}/{field.name}", default, type=kind)
        values[field.name] = value if isinstance(value, kind) else field.default
    values["servers"] = from_text(values["servers"])
    stored_url = clean_url(values["server_url"])
    for name, variable in OVERRIDES.items():
        if os.environ.get(variable):
            values[name] = os.environ[variable]
    if os.environ.get(OVERRIDES["python"]):
        values["engine"] = "python"
    elif os.environ.get(OVERRIDES["server_url"]):
        values["engine"] = "server"
    if values["engine"] not in ENGINES:
        values["engine"] = Settings.engine
    return Settings(**{**values, **_chosen_server(values, stored_url)})


def _chosen_server(values: dict[str, Any], stored_url: str) -> dict[str, Any]:
    """The chosen server with its login, and all known ones with it in them.

    A login that was stored for one server is nothing to be shown to another that the environment names.
    """
    url, servers = clean_url(values["server_url"]), values["servers"]
    known = find(servers, url)
    if url == stored_url or not stored_url:
        authcfg = values["server_authcfg"] or (known.authcfg if known else "")
    else:
        authcfg = known.authcfg if known else ""
    if stored_url and find(servers, stored_url) is None:
        servers = with_server(servers, Server(stored_url, "", values["server_authcfg"]))
    return {"servers": servers, "server_url": url, "server_authcfg": authcfg}


def save_settings(settings: Settings) -> None:
    """Store everything except what the environment overrules: that is not the user's choice."""
    store = QgsSettings()
    fixed = overridden()
    for field in dataclasses.fields(Settings):
        if field.name not in fixed:
            value = getattr(settings, field.name)
            store.setValue(f"{GROUP}/{field.name}", to_text(value) if field.name == "servers" else value)


def overridden() -> frozenset[str]:
    """Names of the settings that environment variables decide here, for the options page to show as fixed."""
    names = {name for name, variable in OVERRIDES.items() if os.environ.get(variable)}
    if "server_url" in names:
        names.add("server_authcfg")
    return frozenset(names | {"engine"} if names & {"python", "server_url"} else names)
