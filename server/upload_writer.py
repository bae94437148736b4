"""One request's bytes on their way into an upload's file."""

from __future__ import annotations

import errno
import hashlib
import logging
import os
from typing import Any

from ..core.errors import SceneFillError
from .upload_errors import chunk_mismatch, disk_full, too_long
from .uploads import Upload, UploadStore

logger = logging.getLogger("scenefill.server")

#: After so many bytes they are flushed and counted, however long the request goes on.
_SYNC_BYTES = 8 * 2**20
_NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


class UploadWriter:
    """Appends to an upload that its user has locked. Not for several threads at once.

    Args:
        store: the uploads.
        upload: to append to, at its offset.
        checksum: SHA-256 that the request's bytes have to have; none of them counts before that is known.
    """

    def __init__(self, store: UploadStore, upload: Upload, checksum: bytes | None = None) -> None:
        self._store, self._upload, self._checksum = store, upload, checksum
        self._safe = self._position = upload.offset
        self._hash: Any = store.recall_hash(upload.id, upload.offset)
        self._own_hash = hashlib.sha256()
        # Without a buffer: what a full disk did not take must not come back by itself.
        self._stream = os.fdopen(os.open(store.part(upload), os.O_RDWR | os.O_CREAT, 0o600), "r+b", buffering=0)
        # What was not flushed when the server was killed is not believed.
        self._stream.truncate(self._safe)
        self._stream.seek(self._safe)

    def write(self, data: bytes) -> None:
        """Append; flushed from time to time.

        Raises:
            SceneFillError: ``too-large`` for more than the upload was to have, ``disk-full``. What was flushed before
                counts.
        """
        if self._position + len(data) > self._upload.length:
            self._back()
            raise too_long()
        try:
            view = memoryview(data)
            while view:
                written = self._stream.write(view)
                view = view[written:]
        except OSError as error:
            raise self._failed(error) from error
        self._position += len(data)
        self._own_hash.update(data)
        if self._hash is not None:
            self._hash.update(data)
        if self._checksum is None and self._position - self._safe >= _SYNC_BYTES:
            self._sync()

    def keep(self) -> None:
        """The request was cut: what has arrived counts, unless a checksum was to vouch for it."""
        if self._checksum is None:
            self._sync()
        else:
            self._back()

    def finish(self) -> Upload:
        """The request is whole; so may be the upload.

        Raises:
            SceneFillError: ``chunk-checksum`` (nothing of the request counts), ``upload-checksum``, ``disk-full``.
        """
        if self._checksum is not None and self._own_hash.digest() != self._checksum:
            self._back()
            raise chunk_mismatch()
        self._sync()
        if self._position == self._upload.length:
            self.close()
            return self._store.complete(self._upload, self._hash)
        return self._store.get(self._upload.owner, self._upload.id)

    def close(self) -> None:
        self._stream.close()

    def _sync(self) -> None:
        try:
            os.fsync(self._stream.fileno())
        except OSError as error:
            raise self._failed(error) from error
        self._safe = self._position
        if self._hash is not None:
            self._store.remember_hash(self._upload.id, self._position, self._hash)
        self._store.advance(self._upload, self._position)

    def _failed(self, error: OSError) -> SceneFillError:
        self._back()
        if error.errno in _NO_ROOM:
            return disk_full()
        return SceneFillError(
            "file-system",
            "The server cannot write the upload.",
            "Try again later.",
            {"cause": os.strerror(error.errno or 0)},
        )

    def _back(self) -> None:
        """Forget what does not count."""
        self._position = self._safe
        try:
            self._stream.truncate(self._safe)
        except OSError:
            # The row says how much counts, whatever the file has behind it.
            logger.warning("an upload could not be cut to what counts of it")
