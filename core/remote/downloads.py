"""Fetching a file in pieces, going on after every cut, and believing it only by its digest."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Optional
from urllib.parse import quote

from ..checksum import file_sha256
from ..errors import SceneFillError
from .answers import RemoteFile
from .errors import Refusal, broken_answer
from .own_files import own_files
from .transport import MOST_RECEIVED, Response

if TYPE_CHECKING:
    from ..client import ServerClient

#: What is not complete ends like this.
ASIDE = ".part"
_CONTENT_RANGE = re.compile(r"bytes (\d{1,18})-(\d{1,18})/(\d{1,18})")


class Download:
    """One file on its way here; see :meth:`scenefill.core.client.ServerClient.download`."""

    def __init__(
        self,
        client: ServerClient,
        job_id: str,
        file: RemoteFile,
        folder: Path,
        progress: Optional[Callable[[int], None]],
    ) -> None:
        self._client, self._file, self._progress = client, file, progress
        self._target = folder / file.file
        self._aside = folder / (file.file + ASIDE)
        self._url = f"/jobs/{quote(job_id, safe='')}/results/{quote(file.output, safe='')}"
        self._etag = ""

    def run(self) -> Path:
        """Fetch it; returns its path."""
        with own_files(self._aside):
            return self._run()

    def _run(self) -> Path:
        if self._target.is_file() and self._target.stat().st_size == self._file.length and self._right(self._target):
            self._report(self._file.length)
            return self._target
        # What an earlier session left may be of another file: then once more from the beginning.
        for _ in range(2):
            self._fetch()
            if self._right(self._aside):
                self._aside.replace(self._target)
                return self._target
            self._aside.unlink()
        raise SceneFillError(
            "wrong-digest",
            f"'{self._file.file}' did not arrive as the server has it, and was thrown away.",
            "Try again; if that does not help, a proxy may change what passes through it.",
            {"file": self._file.file},
        )

    def _fetch(self) -> None:
        self._aside.touch()
        struggle = self._client.struggle()
        changed = 0
        while self._there() < self._file.length:
            offset = self._there()
            self._report(offset)
            found = self._piece(offset)
            if self._there() > offset:
                struggle.won()
            if isinstance(found, Response) and found.status == 206 and not self._fits(found, offset):
                self._aside.write_bytes(b"")
                raise broken_answer(self._client.url, f"it is another part of '{self._file.file}'")
            if isinstance(found, Response) and found.status != 206:
                # The whole instead of a part: the file is another one than that of the first piece.
                changed += 1
                self._aside.write_bytes(b"")
                self._etag = ""
                if changed > 1:
                    raise broken_answer(self._client.url, "it does not send parts of files")
            elif isinstance(found, Refusal):
                struggle.lost(found)
            elif self._there() == offset:
                struggle.lost(Refusal(broken_answer(self._client.url, "nothing came"), True))
        self._report(self._file.length)

    def _piece(self, offset: int) -> Response | Refusal:
        """Append what comes next."""
        length = min(MOST_RECEIVED, self._file.length - offset)
        headers = {"Range": f"bytes={offset}-{offset + length - 1}"}
        if self._etag:
            headers["If-Range"] = self._etag
        request = self._client.request("GET", self._url, headers, into=self._aside, limit=length)
        return self._client.attempt(request, (200, 206))

    def _fits(self, response: Response, offset: int) -> bool:
        found = _CONTENT_RANGE.fullmatch(response.headers.get("content-range", "").strip())
        etag = response.headers.get("etag", "")
        # A weak one may not be asked with.
        self._etag = etag if etag.startswith('"') else ""
        return found is not None and (int(found[1]), int(found[3])) == (offset, self._file.length)

    def _there(self) -> int:
        """Bytes that are here already; a piece too many shows that they are of something else."""
        if not self._aside.is_file():
            return 0
        size = self._aside.stat().st_size
        if size > self._file.length:
            self._aside.write_bytes(b"")
            return 0
        return size

    def _right(self, path: Path) -> bool:
        return file_sha256(path, self._client.cancelled) == self._file.sha256

    def _report(self, there: int) -> None:
        if self._progress is not None:
            self._progress(there)
