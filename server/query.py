"""Query parameters, read as strictly as the OpenAPI document says, and every refusal names the parameter."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from typing import NoReturn

from fastapi import Request

from ..core.errors import SceneFillError

#: Of RFC 3339, as far as it is taken: a day's time is needed, in UTC or with an offset.
_MOMENT = r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,9})?(Z|[+-][0-9]{2}:[0-9]{2})"
#: A moment, or an interval of which either end may be open.
DATETIME_PATTERN = rf"^({_MOMENT}|({_MOMENT}|\.\.)?/({_MOMENT}|\.\.)?)$"
#: Of an id that somebody looks for.
NAME_PATTERN = r"^[A-Za-z0-9._-]{1,64}$"
MAX_NAMES = 20
#: Entries of a list on one page.
MAX_LIMIT, DEFAULT_LIMIT = 1000, 100
MAX_SECONDS = 10_000_000
_LONGEST = 200
_NAME = re.compile(NAME_PATTERN, re.ASCII)

Moments = tuple[datetime.datetime | None, datetime.datetime | None]


def refuse(name: str, problem: str, hint: str) -> NoReturn:
    """Raise ``bad-request`` about a parameter."""
    raise SceneFillError("bad-request", f"The parameter '{name}' {problem}.", hint)


def single(request: Request, name: str) -> str | None:
    """The value of a parameter that may be given once; None without it."""
    values = request.query_params.getlist(name)
    if not values:
        return None
    if len(values) > 1:
        refuse(name, "is given more than once", "Give it once.")
    if len(values[0]) > _LONGEST:
        refuse(name, "is too long", f"Give at most {_LONGEST} characters.")
    return values[0]


def integer(request: Request, name: str, low: int, high: int, default: int) -> int:
    """A whole number from ``low`` to ``high``."""
    text = single(request, name)
    if text is None:
        return default
    if not re.fullmatch(r"-?[0-9]{1,18}", text, re.ASCII) or not low <= int(text) <= high:
        refuse(name, "is no such number", f"Give a whole number from {low} to {high}.")
    return int(text)


def optional_integer(request: Request, name: str, low: int, high: int) -> int | None:
    """The same, None without it."""
    return integer(request, name, low, high, low) if name in request.query_params else None


def choices(request: Request, name: str, known: Sequence[str]) -> tuple[str, ...]:
    """Values of ``known``, given by commas or by repetition; empty without the parameter."""
    found = names(request, name)
    if not set(found) <= set(known):
        refuse(name, "has a value that is not known", f"Known are: {', '.join(known)}.")
    return found


def names(request: Request, name: str) -> tuple[str, ...]:
    """Names, given by commas or by repetition; empty without the parameter."""
    items = [item for value in request.query_params.getlist(name) for item in value.split(",")]
    if len(items) > MAX_NAMES:
        refuse(name, "has too many values", f"Give at most {MAX_NAMES}.")
    if not all(_NAME.fullmatch(item) for item in items):
        refuse(name, "has a value that is no id", "Give ids, such as echo.")
    return tuple(dict.fromkeys(items))


def moments(request: Request, name: str) -> Moments:
    """A moment, as both ends, or an interval; None where it is open."""
    text = single(request, name)
    if text is None:
        return None, None
    if not re.fullmatch(DATETIME_PATTERN, text, re.ASCII):
        refuse(name, "is no moment and no interval", "Give 2026-08-01T00:00:00Z, or two of these around a slash.")
    first, slash, last = text.partition("/")
    if not slash:
        moment = _moment(name, first)
        return moment, moment
    return _moment(name, first), _moment(name, last)


def _moment(name: str, text: str) -> datetime.datetime | None:
    if text in ("", ".."):
        return None
    # Python 3.10 reads neither "Z" nor other than 3 or 6 digits of a second.
    whole, fraction, zone = re.fullmatch(r"([^.Z+]{19})(\.[0-9]+)?(.+)", text, re.ASCII).groups()  # type: ignore[union-attr]
    digits = (fraction or ".")[1:7].ljust(6, "0")
    try:
        parsed = datetime.datetime.fromisoformat(f"{whole}.{digits}{'+00:00' if zone == 'Z' else zone}")
        return parsed.astimezone(datetime.timezone.utc)
    except (ValueError, OverflowError):
        refuse(name, "is no moment of the calendar", "Give it as 2026-08-01T00:00:00Z.")
