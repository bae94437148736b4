"""The part of the OpenAPI document about uploads (tus 1.0.0)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from .openapi_schemas import ID

Document = dict[str, Any]

_TEXT = {"type": "string"}
_BINARY = {"schema": {"type": "string", "format": "binary"}}
_BYTES = {"type": "integer", "minimum": 0, "maximum": 10**18 - 1}
_TUS = {"Tus-Resumable": {"schema": {"type": "string", "enum": ["1.0.0"]}}}
_NUMBER = {"schema": _BYTES}
_WRITING = (400, 404, 405, 408, 409, 410, 412, 413, 415, 422, 423, 429, 460, 507)


def upload_paths(operation: Callable[..., Document]) -> Document:
    """The paths; ``operation`` makes one of them, see :func:`.openapi.operation`."""
    upload = _path("upload", "Id of the upload.")
    offset = {**_TUS, "Upload-Offset": _NUMBER, "Upload-Expires": {"schema": _TEXT}}
    created = {**offset, "Location": {"schema": _TEXT, "required": True}}
    known = {**offset, "Upload-Length": _NUMBER, "Upload-Metadata": {"schema": _TEXT}}
    server = {name: {"schema": _TEXT} for name in ("Tus-Version", "Tus-Extension", "Tus-Max-Size")}
    version = _header("Tus-Resumable", {"type": "string", "enum": ["1.0.0"]}, True)
    checksum = _header("Upload-Checksum", _TEXT)
    metadata = _header("Upload-Metadata", {"type": "string", "maxLength": 4096})
    override = _header("X-HTTP-Method-Override", {"type": "string", "enum": ["PATCH", "DELETE", "HEAD"]}, True)
    offset_header = _header("Upload-Offset", _BYTES, True)
    body = {"content": {"application/offset+octet-stream": _BINARY}}
    any_body = {"content": {"application/offset+octet-stream": _BINARY, "application/octet-stream": _BINARY}}
    return {
        "/uploads": {
            "options": operation(
                "describeUploads", "uploads", "What of tus the server can do", {204: _done({**_TUS, **server})}
            ),
            "post": operation(
                "createUpload",
                "uploads",
                "Begin an upload",
                {201: _done(created)},
                (400, *_WRITING),
                [version, _header("Upload-Length", {**_BYTES, "minimum": 1}, True), metadata, checksum],
                any_body,
            ),
        },
        "/uploads/{upload}": {
            "head": operation(
                "headUpload",
                "uploads",
                "How much is there",
                {200: _done(known)},
                (404, 405, 410, 412, 422),
                [upload, version],
            ),
            "patch": operation(
                "appendToUpload",
                "uploads",
                "The next bytes",
                {204: _done(offset)},
                _WRITING,
                [upload, version, offset_header, checksum],
                body,
            ),
            "delete": operation(
                "terminateUpload",
                "uploads",
                "Remove an upload",
                {204: _done(_TUS)},
                (404, 405, 409, 410, 412, 423),
                [upload, version],
            ),
            "post": operation(
                "overrideUpload",
                "uploads",
                "The same by POST",
                {200: _done(known), 204: _done(offset)},
                _WRITING,
                [upload, version, override, _header("Upload-Offset", _BYTES), checksum],
                any_body,
            ),
        },
    }


def _done(headers: Document) -> Document:
    return {"description": "Done.", "headers": headers}


def _path(name: str, description: str) -> Document:
    return {"name": name, "in": "path", "required": True, "schema": ID, "description": description}


def _header(name: str, schema: Document, required: bool = False) -> Document:
    made = {"name": name, "in": "header", "schema": schema, "description": "Of tus 1.0.0."}
    return {**made, "required": True} if required else made
