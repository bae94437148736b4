"""The user's names of files in what a server says: it knows them by uploads and places in the job alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from ..errors import JobCancelled, SceneFillError


def own_names(request: Mapping[str, Any], uploads: Mapping[str, str]) -> dict[str, str]:
    """What a server may call a file, by its upload or by its place in the job, to the user's own name.

    Args:
        request: the job as it is sent.
        uploads: upload's id to the user's name.
    """
    found = dict(uploads)

    def note(place: str, member: Any) -> None:
        own = uploads.get(str(member).partition(":")[2])
        if own is not None:
            found.update({f"{place}.{suffix}": own for suffix in ("tif", "geojson")})

    note("grid-like", request["grid"].get("like", ""))
    for i, item in enumerate(request["inputs"]):
        note(f"inputs-{i}", item["path"])
        for j, gap in enumerate(item.get("gaps", [])):
            note(f"inputs-{i}-gaps-{j}", gap.get("path", ""))
    return found


@contextmanager
def in_own_names(names: Mapping[str, str]) -> Iterator[None]:
    """Within it the server's errors name the files of this computer, not its own.

    Args:
        names: see :func:`own_names`.
    """
    try:
        yield
    except JobCancelled:
        raise
    except SceneFillError as error:
        told = [_renamed(text, names) for text in (error.message, error.hint)]
        raise SceneFillError(error.code, told[0], told[1], error.details) from error


def _renamed(text: str, names: Mapping[str, str]) -> str:
    """The same with the user's names for the server's."""
    for theirs in sorted(names, key=len, reverse=True):
        text = text.replace(theirs, names[theirs])
    return text
