"""What the server's URLs look like from outside."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urlencode

from fastapi import Request

from .config import ServerConfig

_HOST = re.compile(r"(?:[A-Za-z0-9._-]{1,253}|\[[0-9A-Fa-f:.]{2,45}\])(?::[0-9]{1,5})?")

Link = dict[str, str]


def base_url(request: Request, config: ServerConfig) -> str:
    """The URL of the landing page, without a slash at its end.

    The administrator's word goes first. Without it the host is what the client called the server by, as long as it
    looks like a host: it is written into documents.
    """
    if config.public_url:
        return config.public_url.rstrip("/")
    host = request.headers.get("host", "")
    if config.behind_proxy:
        host = request.headers.get("x-forwarded-host", host)
    if not _HOST.fullmatch(host):
        host = f"{config.host}:{config.port}"
    return f"{request.url.scheme}://{host}"


def link(href: str, rel: str, media_type: str = "application/json", title: str = "") -> Link:
    """A link of a document."""
    made = {"href": href, "rel": rel, "type": media_type}
    if title:
        made["title"] = title
    return made


def page_links(here: str, parameters: list[tuple[str, str]], limit: int, offset: int, total: int) -> list[Link]:
    """``self``, ``next`` and ``prev`` of a list.

    Args:
        here: URL of the list without its query.
        parameters: all but ``limit`` and ``offset``, read and found good.
    """
    made = [link(_paged(here, parameters, limit, offset), "self", title="This list")]
    if offset + limit < total:
        made.append(link(_paged(here, parameters, limit, offset + limit), "next", title="The next page"))
    if offset > 0:
        made.append(link(_paged(here, parameters, limit, max(offset - limit, 0)), "prev", title="The page before"))
    return made


def _paged(here: str, parameters: list[tuple[str, Any]], limit: int, offset: int) -> str:
    pairs = [*parameters, ("limit", limit)] + ([("offset", offset)] if offset else [])
    return f"{here}?{urlencode(pairs)}"
