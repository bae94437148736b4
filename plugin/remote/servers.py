"""The servers that a user knows: a name, an address, and the id of a login; never the login itself."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any, Optional
from urllib.parse import urlsplit

from ...core.errors import SceneFillError
from ...core.remote.addresses import is_loopback as is_own_host
from ...core.remote.addresses import server_url

#: More would be no short list; the oldest go.
MAX_SERVERS = 12


@dataclass(frozen=True)
class Server:
    """A SceneFill server.

    Attributes:
        url: its address without a slash at the end, such as ``https://class.example/scenefill``.
        name: for people; empty for that of the host.
        authcfg: id of QGIS' authentication configuration for it; empty for none.
    """

    url: str
    name: str = ""
    authcfg: str = ""

    @property
    def title(self) -> str:
        """The name, or the host where nobody gave one."""
        return self.name or host_of(self.url) or self.url


def clean_url(text: str) -> str:
    """An address as it was typed, made one that can be compared; what is none is left as it is, to be told later."""
    try:
        return server_url(text) if text.strip() else ""
    except SceneFillError:
        return text.strip()


def host_of(url: str) -> str:
    """The host of an address, with its port if it has one; empty where it is no address."""
    parts = _split(url)
    return "" if parts is None else parts.netloc.rpartition("@")[2]


def is_loopback(url: str) -> bool:
    """Whether an address is this computer: what goes there does not leave it."""
    parts = _split(url)
    return parts is not None and is_own_host(parts.hostname or "")


def is_plain(url: str) -> bool:
    """Whether what is sent to an address, a login included, can be read on the way."""
    return not url.startswith("https://") and not is_loopback(url)


def find(servers: Iterable[Server], url: str) -> Optional[Server]:
    """The server of an address."""
    return next((server for server in servers if server.url == url), None)


def with_server(servers: Iterable[Server], server: Server) -> tuple[Server, ...]:
    """The list with a server in it, in place of the one of its address."""
    known = list(servers)
    places = [index for index, other in enumerate(known) if other.url == server.url]
    if places:
        known[places[0]] = server
    else:
        known.append(server)
    return tuple(known[-MAX_SERVERS:])


def to_text(servers: Iterable[Server]) -> str:
    """As the settings keep it."""
    return json.dumps([asdict(server) for server in servers])


def from_text(text: str) -> tuple[Server, ...]:
    """What :func:`to_text` made; what is no server is left out."""
    try:
        data = json.loads(text) if text else []
    except ValueError:
        return ()
    made = [_server_of(item) for item in data] if isinstance(data, list) else []
    return tuple(server for server in made if server is not None)[-MAX_SERVERS:]


def _server_of(item: Any) -> Optional[Server]:
    values = [item.get(name, "") for name in ("url", "name", "authcfg")] if isinstance(item, dict) else [None]
    if not all(isinstance(value, str) for value in values) or not values[0]:
        return None
    return Server(clean_url(values[0]), values[1], values[2])


def _split(url: str) -> Any:
    try:
        return urlsplit(url)
    except ValueError:
        return None
