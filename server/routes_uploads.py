"""Resumable uploads over HTTP: tus 1.0.0 with creation, creation-with-upload, expiration, checksum and termination."""

from __future__ import annotations

import base64
import binascii
import logging
import re
from collections.abc import AsyncIterator, Callable, Coroutine
from email.utils import format_datetime
from functools import partial
from typing import Any, TypeVar

import anyio
import anyio.to_thread
from fastapi import APIRouter, Request
from fastapi.routing import APIRoute
from starlette.requests import ClientDisconnect
from starlette.responses import Response

from ..core.errors import SceneFillError
from .access import CallerDep
from .addresses import base_url
from .problems import error_response
from .services import ServicesDep
from .upload_errors import bad_request, locked, too_long
from .upload_writer import UploadWriter
from .uploads import Upload, UploadStore

logger = logging.getLogger("scenefill.server")

Made = TypeVar("Made")

VERSION = "1.0.0"
EXTENSIONS = "creation,creation-with-upload,termination,expiration,checksum"
CONTENT_TYPE = "application/offset+octet-stream"
#: Bytes that are written at once.
_BUFFER = 1 << 20
#: A connection that has sent nothing for so long is given up, and the upload free for another one.
IDLE_SECONDS = 30.0
#: How long a request waits for the end of another one, whose connection may be dead without the server's knowing.
PATIENCE_SECONDS = 2.0
_NUMBER = re.compile(r"[0-9]{1,18}", re.ASCII)
_SHA256 = re.compile(r"[0-9a-fA-F]{64}", re.ASCII)
_MEDIA_TYPE = re.compile(r"[A-Za-z0-9][A-Za-z0-9!#$&^_.+/;= -]{0,99}", re.ASCII)
_MAX_METADATA = 4096


class TusRoute(APIRoute):
    """Has every answer say which version of tus it speaks, and every request asked for it."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        handler = super().get_route_handler()

        async def handle(request: Request) -> Response:
            try:
                if request.method != "OPTIONS" and request.headers.get("tus-resumable") != VERSION:
                    raise SceneFillError(
                        "tus-version", f"This server speaks tus {VERSION}.", f"Send 'Tus-Resumable: {VERSION}'."
                    )
                response = await handler(request)
            except SceneFillError as error:
                response = error_response(request, error)
                if error.code == "tus-version":
                    response.headers["Tus-Version"] = VERSION
                if "offset" in error.details:
                    response.headers["Upload-Offset"] = str(error.details["offset"])
                if error.code == "upload-locked":
                    response.headers["Retry-After"] = "1"
            response.headers["Tus-Resumable"] = VERSION
            response.headers.setdefault("Cache-Control", "no-store")
            return response

        return handle


router = APIRouter(route_class=TusRoute)


@router.options("/uploads")
async def describe(who: CallerDep, server: ServicesDep) -> Response:
    """What this server can do of tus."""
    return Response(
        status_code=204,
        headers={
            "Tus-Version": VERSION,
            "Tus-Extension": EXTENSIONS,
            "Tus-Max-Size": str(server.config.max_upload_bytes),
            "Tus-Checksum-Algorithm": "sha256",
        },
    )


@router.post("/uploads")
async def create(request: Request, who: CallerDep, server: ServicesDep) -> Response:
    """Begin an upload, perhaps with its first bytes."""
    if "upload-defer-length" in request.headers or "upload-concat" in request.headers:
        raise bad_request("The length has to be known, and uploads cannot be joined.", "Send Upload-Length.")
    length = _number(request, "upload-length")
    if length == 0:
        raise bad_request("An empty file is no raster.", "Send a raster.")
    metadata = _metadata(request)
    brings = request.headers.get("content-type", "").partition(";")[0].strip() == CONTENT_TYPE
    if brings:
        # Looked at before there is an upload whose address nobody would know.
        _checksum(request)
        _check_declared(request, 0, length)
    store = server.uploads
    upload = await _in_thread(
        store, store.create, who.owner, length, metadata.get("sha256"), metadata.get("filetype"), who.quota.bytes
    )
    headers = {"Location": f"{base_url(request, server.config)}/uploads/{upload.id}"}
    if brings and not upload.complete:
        try:
            upload = await _append(request, store, upload.owner, upload.id, 0)
        except SceneFillError as error:
            if error.code in ("chunk-checksum", "too-large"):
                await _in_thread(store, store.terminate, upload.owner, upload.id)
            raise
    if upload.offset or brings:
        headers["Upload-Offset"] = str(upload.offset)
    return Response(status_code=201, headers={**headers, **_expires(upload)})


@router.head("/uploads/{upload_id}")
async def offset(upload_id: str, request: Request, who: CallerDep, server: ServicesDep) -> Response:
    """How much of an upload is there."""
    await _settled(server.uploads, who.owner, upload_id)
    upload = await _in_thread(server.uploads, server.uploads.get, who.owner, upload_id)
    headers = {"Upload-Offset": str(upload.offset), "Upload-Length": str(upload.length)}
    pairs = (("sha256", upload.sha256), ("filetype", upload.media_type))
    metadata = [f"{name} {base64.b64encode(value.encode()).decode('ascii')}" for name, value in pairs if value]
    if metadata:
        headers["Upload-Metadata"] = ",".join(metadata)
    return Response(status_code=200, headers={**headers, **_expires(upload)})


@router.patch("/uploads/{upload_id}")
async def append(upload_id: str, request: Request, who: CallerDep, server: ServicesDep) -> Response:
    """The next bytes of an upload."""
    if request.headers.get("content-type", "").partition(";")[0].strip() != CONTENT_TYPE:
        raise SceneFillError("media-type", "The bytes are not marked as such.", f"Send 'Content-Type: {CONTENT_TYPE}'.")
    upload = await _append(request, server.uploads, who.owner, upload_id, _number(request, "upload-offset"))
    return Response(status_code=204, headers={"Upload-Offset": str(upload.offset), **_expires(upload)})


@router.delete("/uploads/{upload_id}")
async def terminate(upload_id: str, request: Request, who: CallerDep, server: ServicesDep) -> Response:
    """Remove an upload."""
    await _settled(server.uploads, who.owner, upload_id)
    await _in_thread(server.uploads, server.uploads.terminate, who.owner, upload_id)
    return Response(status_code=204)


@router.post("/uploads/{upload_id}")
async def override(upload_id: str, request: Request, who: CallerDep, server: ServicesDep) -> Response:
    """The same for clients whose network lets only POST through; the method is in ``X-HTTP-Method-Override``."""
    methods = {"PATCH": append, "DELETE": terminate, "HEAD": offset}
    method = methods.get(request.headers.get("x-http-method-override", "").upper())
    if method is None:
        raise bad_request("POST to an upload needs a method.", "Send 'X-HTTP-Method-Override: PATCH'.")
    return await method(upload_id, request, who, server)


async def _append(request: Request, store: UploadStore, owner: str, upload_id: str, start: int) -> Upload:
    """Write the request's body to an upload, as far as it arrives."""
    checksum = _checksum(request)
    await _settled(store, owner, upload_id)
    if not store.lock(upload_id):
        raise locked(upload_id)
    try:
        upload = await _in_thread(store, store.begin, owner, upload_id, start)
        _check_declared(request, start, upload.length)
        if upload.complete:
            return upload
        return await _receive(request, store, upload, checksum)
    finally:
        store.unlock(upload_id)


async def _receive(request: Request, store: UploadStore, upload: Upload, checksum: bytes | None) -> Upload:
    writer = await _in_thread(store, UploadWriter, store, upload, checksum)
    try:
        whole = await _copy(request, store, writer)
        # The client may be gone: what it sent is kept all the same.
        with anyio.CancelScope(shield=True):
            if whole:
                return await _in_thread(store, writer.finish)
            await _in_thread(store, writer.keep)
    finally:
        with anyio.CancelScope(shield=True):
            await _in_thread(store, writer.close)
    raise SceneFillError("slow-client", "The bytes stopped coming.", "Ask for the offset, and go on from there.")


async def _copy(request: Request, store: UploadStore, writer: UploadWriter) -> bool:
    """Write what arrives; False where it stopped before its end."""
    try:
        async for piece in _pieces(request):
            await _in_thread(store, writer.write, piece)
    except (ClientDisconnect, TimeoutError):
        logger.info("an upload was cut off")
        return False
    return True


async def _pieces(request: Request) -> AsyncIterator[bytes]:
    """The body in pieces worth a write. What has arrived before the connection was cut or stalled is among them."""
    stream = request.stream()
    buffer = bytearray()
    while True:
        try:
            with anyio.fail_after(IDLE_SECONDS):
                chunk = await stream.__anext__()
        except StopAsyncIteration:
            break
        except (ClientDisconnect, TimeoutError):
            if buffer:
                yield bytes(buffer)
            raise
        buffer += chunk
        if len(buffer) >= _BUFFER:
            yield bytes(buffer)
            buffer.clear()
    if buffer:
        yield bytes(buffer)


async def _settled(store: UploadStore, owner: str, upload_id: str) -> None:
    """Wait for another request's end: of a connection that was cut the server may hear later than its client.

    Only for the upload's owner: that it takes a while must not tell others that there is such an upload.
    """
    await _in_thread(store, store.get, owner, upload_id)
    with anyio.move_on_after(PATIENCE_SECONDS):
        while store.is_locked(upload_id):
            await anyio.sleep(0.05)


async def _in_thread(store: UploadStore, function: Callable[..., Made], *arguments: Any) -> Made:
    return await anyio.to_thread.run_sync(partial(function, *arguments), limiter=store.threads)


def _number(request: Request, header: str) -> int:
    text = request.headers.get(header, "")
    if not _NUMBER.fullmatch(text):
        raise bad_request(f"The header {header} is no number of bytes.", "Send a whole number from 0 on.")
    return int(text)


def _check_declared(request: Request, start: int, length: int) -> None:
    """That a body is not longer, by its own account, than what is missing of the upload."""
    declared = request.headers.get("content-length", "")
    if declared.isdecimal() and start + int(declared) > length:
        raise too_long()


def _checksum(request: Request) -> bytes | None:
    """The SHA-256 that the body has to have."""
    text = request.headers.get("upload-checksum")
    if text is None:
        return None
    algorithm, _, value = text.partition(" ")
    try:
        digest = base64.b64decode(value, validate=True)
    except (binascii.Error, ValueError):
        digest = b""
    if algorithm != "sha256" or len(digest) != 32:
        raise bad_request("The header Upload-Checksum is no SHA-256.", "Send 'sha256 ' and its bytes in base64.")
    return digest


def _metadata(request: Request) -> dict[str, str]:
    """``sha256`` and ``filetype`` of what the client says about its file; nothing else of it is looked at."""
    text = request.headers.get("upload-metadata", "")
    if len(text) > _MAX_METADATA:
        raise bad_request("The header Upload-Metadata is too long.", "Send sha256 and filetype alone.")
    known = {"sha256": _SHA256, "filetype": _MEDIA_TYPE}
    found: dict[str, str] = {}
    for pair in text.split(","):
        name, _, value = pair.strip().partition(" ")
        if name not in known:
            continue
        try:
            decoded = base64.b64decode(value.strip(), validate=True).decode("ascii")
        except (binascii.Error, ValueError):
            decoded = ""
        if name in found or not known[name].fullmatch(decoded):
            raise bad_request(f"The member {name} of Upload-Metadata cannot be read.", "Send its value in base64.")
        found[name] = decoded
    if "sha256" in found:
        found["sha256"] = found["sha256"].lower()
    return found


def _expires(upload: Upload) -> dict[str, str]:
    return {"Upload-Expires": format_datetime(upload.expires, usegmt=True)}
