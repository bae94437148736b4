"""Files as answers (RFC 9110): the whole, or one range of it, with an ETag that is its digest.

One range, and no more: a request of thousands of small ones would make a small request expensive.
"""

from __future__ import annotations

import base64
import re
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import anyio
from fastapi import Request
from starlette.responses import Response, StreamingResponse

from ..core.errors import SceneFillError

_PIECE = 1 << 18
_RANGE = re.compile(r"bytes=[ \t]*([0-9]{0,19})-([0-9]{0,19})[ \t]*")
_LONGEST_RANGE = 100
_SAFE_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,199}")


@dataclass(frozen=True)
class Span:
    """Bytes ``start`` to ``stop`` (exclusive) of a file of ``length``."""

    start: int
    stop: int
    length: int

    @property
    def content_range(self) -> str:
        return f"bytes {self.start}-{self.stop - 1}/{self.length}"


def file_response(
    request: Request,
    path: Path,
    *,
    sha256: str,
    media_type: str,
    filename: str,
    headers: Mapping[str, str] | None = None,
) -> Response:
    """The answer to a GET or HEAD of a file that never changes.

    Args:
        request: whose ``Range``, ``If-Range`` and ``If-None-Match`` are heeded.
        path: of the file.
        sha256: of its bytes, in hex.
        media_type: of the file.
        filename: by which a browser saves it; the server's own.
        headers: to be added.

    Raises:
        SceneFillError: ``bad-range`` for a range that is not one, or not in the file; ``expired`` if it is gone.
    """
    etag = f'"{sha256}"'
    common = {
        "Accept-Ranges": "bytes",
        "ETag": etag,
        "Cache-Control": "private, no-cache",
        "X-Content-Type-Options": "nosniff",
        **dict(headers or {}),
    }
    if _matches(request.headers.get("if-none-match"), etag):
        return Response(status_code=304, headers=common)
    try:
        length = path.stat().st_size
    except FileNotFoundError as error:
        raise SceneFillError("expired", "The file is no longer there.", "Run the job again.") from error
    span = _span(request, etag, length)
    whole = span is None
    span = span or Span(0, length, length)
    common |= {
        "Content-Length": str(span.stop - span.start),
        "Content-Disposition": f'attachment; filename="{_checked(filename)}"',
        # Of the whole file, whichever part of it is sent (RFC 9530).
        "Repr-Digest": f"sha-256=:{base64.b64encode(bytes.fromhex(sha256)).decode('ascii')}:",
    }
    if not whole:
        common["Content-Range"] = span.content_range
    status = 200 if whole else 206
    if request.method == "HEAD":
        return Response(status_code=status, headers=common, media_type=media_type)
    return StreamingResponse(_pieces(path, span), status, common, media_type)


async def _pieces(path: Path, span: Span) -> AsyncIterator[bytes]:
    """A span of a file. Should the file vanish or shrink, the connection ends short of the length that was promised."""
    async with await anyio.open_file(path, "rb") as file:
        await file.seek(span.start)
        left = span.stop - span.start
        while left > 0 and (piece := await file.read(min(left, _PIECE))):
            left -= len(piece)
            yield piece


def _span(request: Request, etag: str, length: int) -> Span | None:
    """The range that is asked for; None for the whole."""
    # Of a HEAD there is no part (RFC 9110, section 14.2).
    values = request.headers.getlist("range") if request.method == "GET" else []
    if not values or not _same(request.headers.get("if-range"), etag):
        return None
    text = values[0]
    found = _RANGE.fullmatch(text) if len(values) == 1 and len(text) <= _LONGEST_RANGE else None
    if found is None or not (found[1] or found[2]):
        if len(values) == 1 and len(text) <= _LONGEST_RANGE and not text.lower().startswith("bytes"):
            # Another unit than bytes is nothing to us, and to be ignored.
            return None
        raise _unsatisfiable(length)
    if not found[1]:
        start, stop = max(0, length - int(found[2])), length
    else:
        start = int(found[1])
        stop = min(length, int(found[2]) + 1) if found[2] else length
    if start >= stop:
        raise _unsatisfiable(length)
    return Span(start, stop, length)


def _same(if_range: str | None, etag: str) -> bool:
    """Whether a range may be sent: dates are never equal, as the server gives none."""
    return if_range is None or if_range.strip() == etag


def _matches(if_none_match: str | None, etag: str) -> bool:
    if if_none_match is None:
        return False
    tags = [tag.strip().removeprefix("W/") for tag in if_none_match.split(",")]
    return "*" in tags or etag in tags


def _checked(filename: str) -> str:
    if not _SAFE_NAME.fullmatch(filename):
        raise ValueError(f"{filename!r} is not a name that the server gives")
    return filename


def _unsatisfiable(length: int) -> SceneFillError:
    return SceneFillError(
        "bad-range",
        f"The range is not one range of the file's {length} bytes.",
        "Ask for one range, such as bytes=0-65535.",
        {"length": length},
    )
