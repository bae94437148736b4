"""Addresses of servers: told apart, written down without secrets, and never left for another host."""

from __future__ import annotations

import ipaddress
import re
from urllib.parse import urljoin, urlsplit, urlunsplit

from ..errors import SceneFillError

_ID = re.compile(r"[A-Za-z0-9_-]{1,128}")
_PORTS = {"http": 80, "https": 443}


def server_url(text: str) -> str:
    """The address of a server as it is used and written down: scheme, host, port and path, without a slash at the end.

    Raises:
        SceneFillError: ``bad-server`` for one that is none, or that has a login in it.
    """
    url = text.strip()
    try:
        parts = urlsplit(url if "://" in url else f"https://{url}")
        usable = parts.scheme in _PORTS and bool(parts.hostname) and (parts.port is None or parts.port > 0)
    except ValueError:
        usable = False
    if not usable or any(c.isspace() or ord(c) < 32 for c in url):
        raise SceneFillError(
            "bad-server",
            f"'{text[:100]}' is not the address of a server.",
            "Write it like https://scenefill.example.org.",
        )
    if "@" in parts.netloc:
        raise SceneFillError(
            "bad-server",
            "The server's address holds a login.",
            "Leave it out of the address, where others would see it, and give the token apart.",
        )
    return urlunsplit((parts.scheme, parts.netloc.lower(), parts.path.rstrip("/"), "", ""))


def is_loopback(host: str) -> bool:
    """Whether a host name or address is this computer."""
    if host.lower().rstrip(".") == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]").partition("%")[0]).is_loopback
    except ValueError:
        return False


def same_place(asked: str, answered: str) -> bool:
    """Whether two URLs have one origin; from http to https on the usual ports counts as the same."""
    return _origin(asked) == _origin(answered) or (
        _origin(asked)[0] == _origin(answered)[0] and (_origin(asked)[1], _origin(answered)[1]) == (80, 443)
    )


def moved_to(asked: str, location: str) -> str:
    """The absolute URL of a redirect."""
    return urljoin(asked, location)


def last_part(location: str) -> str:
    """The id at the end of a ``Location``.

    The rest of it is not used: a server behind a proxy may not know its own address, and a token goes nowhere else.

    Raises:
        SceneFillError: ``server-answer`` when there is none.
    """
    found = urlsplit(location).path.rstrip("/").rpartition("/")[2]
    if not _ID.fullmatch(found):
        raise SceneFillError(
            "server-answer", "The server's answer does not say where to go on.", "Its version may be too old."
        )
    return found


def is_id(text: object) -> bool:
    """Whether something is an id as servers give them: safe in a URL."""
    return isinstance(text, str) and _ID.fullmatch(text) is not None


def _origin(url: str) -> tuple[str, int]:
    parts = urlsplit(url)
    return (parts.hostname or "").lower(), parts.port or _PORTS.get(parts.scheme, 0)
