"""Sending a file by tus 1.0 (https://tus.io/protocols/resumable-upload): in pieces, going on after every cut."""

from __future__ import annotations

import base64
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Optional

from ..errors import SceneFillError
from .addresses import is_id, last_part
from .errors import Refusal, broken_answer
from .transport import MOST_SENT, FileSlice, Response

if TYPE_CHECKING:
    from ..client import ServerClient

VERSION = {"Tus-Resumable": "1.0.0"}
CHUNK = MOST_SENT
#: Times that an upload is begun anew because the server has forgotten or refused it.
BEGINNINGS = 3
#: The bytes stopped coming for a while, somebody else was faster, or an earlier try of ours still is: the offset has to
#: be asked for.
_ASK_AGAIN = (408, 409, 423, 460)


class Upload:
    """One file on its way to a server; see :meth:`scenefill.core.client.ServerClient.upload`."""

    def __init__(
        self,
        client: ServerClient,
        path: Path,
        sha256: str,
        media_type: str,
        started: Optional[Callable[[str], None]],
        progress: Optional[Callable[[int], None]],
    ) -> None:
        self._client, self._path, self._sha256, self._type = client, path, sha256, media_type
        self._started, self._progress = started, progress
        self._length = path.stat().st_size

    def run(self, known: Optional[str]) -> str:
        """Send what the server lacks; returns the upload's id."""
        for _ in range(BEGINNINGS):
            offset = self._offset(known) if known is not None and is_id(known) else None
            if offset is None or known is None:
                known, offset = self._begin()
            if self._started is not None:
                self._started(known)
            if self._send(known, offset):
                return known
            known = None
        raise SceneFillError(
            "upload-checksum",
            f"'{self._path.name}' could not be sent: the server does not keep it.",
            "Try again; if the file is being written by another program, wait until it is finished.",
        )

    def _begin(self) -> tuple[str, int]:
        """A new upload, or one that the server has already; its id, and how many bytes are there."""
        metadata = f"sha256 {_base64(self._sha256.encode())},filetype {_base64(self._type.encode())}"
        headers = {**VERSION, "Upload-Length": str(self._length), "Upload-Metadata": metadata}
        response = self._client.call("POST", "/uploads", headers, ok=(200, 201))
        found = last_part(response.headers.get("location", ""))
        return found, self._told(response) or 0

    def _offset(self, upload: str) -> Optional[int]:
        """Bytes that the server has; None when it does not know the upload, or knows another length."""
        struggle = self._client.struggle()
        while True:
            found = self._client.attempt(self._client.request("HEAD", f"/uploads/{upload}", VERSION), (200, 204))
            if isinstance(found, Refusal):
                if found.status in (403, 404, 410):
                    return None
                struggle.lost(found)
            elif "upload-length" in found.headers and "upload-offset" in found.headers:
                return self._told(found) if found.headers["upload-length"] == str(self._length) else None
            else:
                # Cut within the headers, perhaps: an upload is not given up for that.
                struggle.lost(Refusal(broken_answer(self._client.url, "the upload's offset is missing"), True))

    def _send(self, upload: str, offset: int) -> bool:
        """Send the rest; False when the upload has to be begun anew."""
        struggle = self._client.struggle()
        while offset < self._length:
            self._report(offset)
            found = self._piece(upload, offset)
            now = self._told(found) if isinstance(found, Response) else None
            if now is not None and now > offset:
                struggle.won()
                offset = now
                continue
            if isinstance(found, Refusal):
                if found.status in (404, 410) or found.error.code == "upload-checksum":
                    return False
                passing = found.passing or found.status in _ASK_AGAIN
                struggle.lost(Refusal(found.error, passing, found.after, found.status))
            again = self._offset(upload)
            if again is None:
                return False
            if again > offset:
                struggle.won()
            elif isinstance(found, Response):
                return False
            offset = again
        self._report(offset)
        return True

    def _piece(self, upload: str, offset: int) -> Response | Refusal:
        # Without a checksum of its own, so that what arrives before a cut counts: that of the whole file decides.
        part = FileSlice(self._path, offset, min(CHUNK, self._length - offset))
        headers = {
            **VERSION,
            "Content-Type": "application/offset+octet-stream",
            "Upload-Offset": str(offset),
        }
        return self._client.attempt(self._client.request("PATCH", f"/uploads/{upload}", headers, part), (200, 204))

    def _told(self, response: Response) -> Optional[int]:
        text = response.headers.get("upload-offset", "")
        return int(text) if text.isdigit() and int(text) <= self._length else None

    def _report(self, offset: int) -> None:
        if self._progress is not None:
            self._progress(offset)


def _base64(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")
