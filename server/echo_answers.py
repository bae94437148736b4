"""The outputs of process ``echo`` as an answer: a document, one raw value, or several in a multipart body."""

from __future__ import annotations

import base64
import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from fastapi import Request
from starlette.responses import JSONResponse, Response

from ..core.errors import SceneFillError
from .processes import echo
from .processes.echo import TIFF, Echoed

RAW, DOCUMENT = "raw", "document"
VALUE, REFERENCE = "value", "reference"


@dataclass(frozen=True)
class Wanted:
    """What an execute request wants back.

    Attributes:
        names: outputs; empty for all that there are.
        references: those of them that are wanted by a link.
        response: ``raw``, ``document`` or, where the request does not say, empty.
    """

    names: tuple[str, ...] = ()
    references: frozenset[str] = frozenset()
    response: str = ""


def outputs_of(request: Mapping[str, Any], wanted: Wanted) -> dict[str, Echoed]:
    """The outputs of an execute request, those that are wanted. One whose input is missing has nothing to give."""
    found = echo.run(request.get("inputs", {}))
    return {name: value for name, value in found.items() if not wanted.names or name in wanted.names}


def answer(request: Request, outputs: Mapping[str, Echoed], wanted: Wanted, results: str = "") -> Response:
    """The outputs as the request wants them.

    One raw value is the body itself, several are a multipart body, and links alone are headers (OGC 18-062r2, table
    11). A client that did not ask for raw outputs, or that takes JSON only, gets several of them as a document.

    Args:
        results: URL of the job's results, below which each output has its own; empty without a job.
    """
    accept = request.headers.get("accept", "")
    raw = wanted.response == RAW or (wanted.response == "" and len(outputs) == 1 and len(wanted.names) == 1)
    if raw and outputs and all(_link(name, outputs[name], wanted, results) for name in outputs):
        return _links(outputs, wanted, results)
    if raw and len(outputs) == 1:
        return raw_value(next(iter(outputs.values())))
    if raw and ("multipart/" in accept or "application/json" not in accept):
        return _multipart(outputs, wanted, results)
    document = {name: _link(name, output, wanted, results) or output.document() for name, output in outputs.items()}
    return JSONResponse(document)


def raw_value(output: Echoed) -> Response:
    """One output as a body of its own media type."""
    if output.link is not None:
        return JSONResponse(dict(output.link))
    return Response(_bytes(output), media_type=output.media_type)


def job_output(outputs: Mapping[str, Echoed], name: str) -> Echoed:
    """One output by its name.

    Raises:
        SceneFillError: ``no-such-output``.
    """
    if name not in outputs:
        raise SceneFillError("no-such-output", f"The job has no output '{name:.64}'.", "See /jobs/ID/results.")
    return outputs[name]


def _link(name: str, output: Echoed, wanted: Wanted, results: str) -> dict[str, Any] | None:
    if output.link is not None:
        return dict(output.link)
    if results and name in wanted.references:
        return {"href": f"{results}/{name}", "type": output.media_type}
    return None


def _links(outputs: Mapping[str, Echoed], wanted: Wanted, results: str) -> Response:
    response = Response(status_code=204)
    for name, output in outputs.items():
        found = _link(name, output, wanted, results) or {}
        # A client's link is text of its own choice, and this is a header.
        href = str(found["href"]).encode("ascii", "ignore").decode().translate({ord(mark): "" for mark in "<>\"' \r\n"})
        response.headers.append("Link", f'<{href}>; rel="related"; title="{name}"')
    return response


def _multipart(outputs: Mapping[str, Echoed], wanted: Wanted, results: str) -> Response:
    boundary = f"scenefill-{secrets.token_hex(16)}"
    body = bytearray()
    for name, output in outputs.items():
        found = _link(name, output, wanted, results)
        media_type = "application/json" if found is not None else output.media_type
        head = f"--{boundary}\r\nContent-Type: {media_type}\r\nContent-ID: <{name}>\r\n\r\n"
        content = json.dumps(found).encode() if found is not None else _bytes(output)
        body += head.encode() + content + b"\r\n"
    body += f"--{boundary}--\r\n".encode()
    return Response(bytes(body), media_type=f'multipart/related; boundary="{boundary}"')


def _bytes(output: Echoed) -> bytes:
    if output.media_type == TIFF:
        return base64.b64decode(output.value)
    if output.media_type == "text/plain":
        return str(output.value).encode()
    return json.dumps(output.value).encode()
