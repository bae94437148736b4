"""Uploads: each a file with a name that the server made, and a row that says how much of it is safe on the disk.

Bytes count once they have been flushed to the disk: the row's offset is written after that. A file that is longer than
its row says (the server was killed in between) is cut to it, one that is shorter (the disk lost something) counts as it
is. So an offset that a client was told never shrinks, and never names bytes that are not there.
"""

from __future__ import annotations

import datetime
import hashlib
import os
import re
import secrets
import shutil
import threading
from collections import OrderedDict
from collections.abc import Callable, Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from anyio import CapacityLimiter

from ..core.checksum import file_sha256
from .config import ServerConfig
from .database import Database, UploadRow, now
from .upload_errors import (
    checksum_mismatch,
    disk_full,
    expired,
    in_use,
    locked,
    no_upload,
    over_bytes,
    over_count,
    too_large,
    wrong_offset,
)

OPEN, COMPLETE, EXPIRED = "open", "complete", "expired"
#: Kept free on the disk for everything else: the database, journals, results of jobs that run.
RESERVE_BYTES = 512 * 2**20
#: Uploads that one owner may have at once: files cost more than their bytes.
MAX_UPLOADS = 1000
#: How long the server remembers that an upload has expired.
_MEMORY = datetime.timedelta(days=7)
#: How long an upload is kept that has no byte yet.
_EMPTY = datetime.timedelta(hours=1)
_HASHES = 64
_THREADS = 8
_LOCK = "uploads"
_ID = re.compile(r"[0-9a-f]{32}")


@dataclass(frozen=True)
class Upload:
    """An upload as it was when it was looked at.

    Attributes:
        id: what clients call it.
        owner: whose it is.
        length: bytes that it will have; offset: bytes that are safe.
        sha256: in hex, as declared or as found; None if neither.
        media_type: as declared; nothing depends on it.
        complete: all bytes are there, and their digest is the declared one.
        expires: when it goes, unless it is used.
    """

    id: str
    owner: str
    length: int
    offset: int
    sha256: str | None
    media_type: str | None
    complete: bool
    expires: datetime.datetime


class UploadStore:
    """All uploads. Safe to use from any number of threads of one process.

    Args:
        database: migrated.
        config: for the folder and the limits.
        needed: ids of the uploads that jobs still need, whatever their age.
        clock: this moment in UTC.
    """

    def __init__(
        self,
        database: Database,
        config: ServerConfig,
        needed: Callable[[], Collection[str]] = frozenset,
        clock: Callable[[], datetime.datetime] = now,
    ) -> None:
        self._database, self._config, self._needed, self._now = database, config, needed, clock
        self._folder = config.uploads_folder
        self._folder.mkdir(parents=True, exist_ok=True)
        #: For callers in an event loop. Disks are slow: uploads have threads of their own, and hold up nothing else.
        self.threads = CapacityLimiter(_THREADS)
        self._locks: set[str] = set()
        self._guard = threading.Lock()
        # Digests of what has arrived, so that the last piece need not wait for all of it to be read again.
        self._hashes: OrderedDict[str, tuple[int, Any]] = OrderedDict()

    # -- by clients --------------------------------------------------------------------------------------------------

    def create(
        self,
        owner: str,
        length: int,
        sha256: str | None = None,
        media_type: str | None = None,
        quota_bytes: int | None = None,
    ) -> Upload:
        """Begin an upload, or find the complete one of the same owner that has these bytes already.

        Raises:
            SceneFillError: ``too-large``, ``quota``, ``quota-bytes``, ``disk-full``.
        """
        if length > self._config.max_upload_bytes:
            raise too_large(self._config.max_upload_bytes)
        moment = self._now()
        with self._database.transaction(_LOCK) as session:
            if sha256 is not None:
                conditions = (UploadRow.owner == owner, UploadRow.sha256 == sha256, UploadRow.length == length)
                known = session.scalars(sa.select(UploadRow).where(*conditions, UploadRow.state == COMPLETE)).first()
                if known is not None and self._final(known.id).is_file():
                    known.touched, known.expires = moment, self._expiry(moment)
                    return self._upload(known)
            self._check_room(session, owner, length, quota_bytes)
            row = UploadRow(
                id=secrets.token_hex(16),
                owner=owner,
                length=length,
                offset=0,
                sha256=sha256,
                media_type=media_type,
                state=OPEN,
                created=moment,
                touched=moment,
                # Its bytes are promised room on the disk: one that never brings any is not to hold it for long.
                expires=min(self._expiry(moment), moment + _EMPTY),
            )
            session.add(row)
            session.flush()
            upload = self._upload(row)
        # Behind the row: a file without one is swept away.
        self._part(upload.id).touch(mode=0o600)
        return upload

    def get(self, owner: str, upload_id: str) -> Upload:
        """An upload of the owner's.

        Raises:
            SceneFillError: ``no-such-upload``, ``expired``; ``upload-checksum`` where the server was killed before it
                could say so.
        """
        upload = self._read(owner, upload_id)
        if not upload.complete and upload.offset == upload.length and self.lock(upload_id):
            # Killed between the last byte and the end: what was left to be done is done now.
            try:
                upload = self._read(owner, upload_id)
                return upload if upload.complete else self.complete(upload, None)
            finally:
                self.unlock(upload_id)
        return upload

    def path(self, owner: str, upload_id: str) -> Path:
        """The file of a complete upload, which from now on is kept for as long as a new one.

        Raises:
            SceneFillError: ``no-such-upload``, also for one that is not complete; ``expired``.
        """
        upload = self.get(owner, upload_id)
        path = self._final(upload_id)
        if not upload.complete or not path.is_file():
            raise no_upload(upload_id)
        moment = self._now()
        self._update(upload_id, touched=moment, expires=self._expiry(moment))
        return path

    def terminate(self, owner: str, upload_id: str) -> None:
        """Remove an upload.

        Raises:
            SceneFillError: ``no-such-upload``, ``expired``, ``upload-locked``, ``upload-in-use``.
        """
        self._read(owner, upload_id)
        if upload_id in self._needed():
            raise in_use(upload_id)
        if not self.lock(upload_id):
            raise locked(upload_id)
        try:
            self._discard(upload_id)
        finally:
            self.unlock(upload_id)

    # -- writing -----------------------------------------------------------------------------------------------------

    def lock(self, upload_id: str) -> bool:
        """Take an upload for writing; False while somebody else has it."""
        with self._guard:
            if upload_id in self._locks:
                return False
            self._locks.add(upload_id)
            return True

    def unlock(self, upload_id: str) -> None:
        with self._guard:
            self._locks.discard(upload_id)

    def is_locked(self, upload_id: str) -> bool:
        return upload_id in self._locks

    def begin(self, owner: str, upload_id: str, offset: int) -> Upload:
        """The upload, ready to be written on from ``offset``; the caller has locked it.

        Raises:
            SceneFillError: ``no-such-upload``, ``expired``, ``upload-offset``.
        """
        upload = self._read(owner, upload_id)
        if offset != upload.offset:
            raise wrong_offset(upload.offset)
        return upload

    def part(self, upload: Upload) -> Path:
        """Where an upload grows."""
        return self._part(upload.id)

    def advance(self, upload: Upload, offset: int) -> None:
        """Note that ``offset`` bytes are safe on the disk."""
        moment = self._now()
        self._update(upload.id, offset=offset, touched=moment, expires=self._expiry(moment))

    def complete(self, upload: Upload, hashed: Any) -> Upload:
        """Check a file that has all its bytes, flushed, and give it its name; the caller has locked it.

        Args:
            hashed: the SHA-256 of its bytes, where it is known already.

        Raises:
            SceneFillError: ``upload-checksum``; the upload is gone then.
        """
        part, final = self._part(upload.id), self._final(upload.id)
        if part.is_file():
            found = hashed.hexdigest() if hashed is not None else file_sha256(part)
            if upload.sha256 is not None and found != upload.sha256:
                self._discard(upload.id)
                raise checksum_mismatch()
            part.replace(final)
            _sync_folder(self._folder)
        else:
            found = file_sha256(final)
        self._hashes.pop(upload.id, None)
        moment = self._now()
        values = {"offset": upload.length, "sha256": found, "state": COMPLETE}
        self._update(upload.id, **values, touched=moment, expires=self._expiry(moment))
        return self._read(upload.owner, upload.id)

    def remember_hash(self, upload_id: str, offset: int, hashed: Any) -> None:
        """Keep the digest of the first ``offset`` bytes."""
        with self._guard:
            self._hashes[upload_id] = (offset, hashed.copy())
            self._hashes.move_to_end(upload_id)
            if len(self._hashes) > _HASHES:
                self._hashes.popitem(last=False)

    def recall_hash(self, upload_id: str, offset: int) -> Any:
        """The digest of the first ``offset`` bytes; None if it has to be computed anew."""
        if offset == 0:
            return hashlib.sha256()
        known, hashed = self._hashes.get(upload_id, (-1, None))
        return hashed.copy() if known == offset else None

    # -- housekeeping ------------------------------------------------------------------------------------------------

    def used_bytes(self, owner: str) -> int:
        """Bytes that the owner's uploads have, or will have."""
        with self._database.session() as session:
            return _used(session, owner)[0]

    def expire(self, moment: datetime.datetime) -> int:
        """Remove uploads whose time is over and that no job needs, and files that nobody knows; how many uploads."""
        needed = set(self._needed())
        with self._database.session() as session:
            over = session.scalars(
                sa.select(UploadRow.id).where(UploadRow.expires < moment, UploadRow.state != EXPIRED)
            )
            candidates = [upload_id for upload_id in over if upload_id not in needed]
        removed = sum(self._expire_one(upload_id, moment) for upload_id in candidates)
        with self._database.transaction(_LOCK) as session:
            forgotten = (UploadRow.state == EXPIRED, UploadRow.expires < moment - _MEMORY)
            session.execute(sa.delete(UploadRow).where(*forgotten))
        self._sweep()
        return removed

    def _expire_one(self, upload_id: str, moment: datetime.datetime) -> int:
        if not self.lock(upload_id):
            return 0
        try:
            with self._database.transaction(_LOCK) as session:
                row = session.get(UploadRow, upload_id)
                if row is None or row.state == EXPIRED or row.expires >= moment:
                    return 0
                row.state = EXPIRED
            self._unlink(upload_id)
            return 1
        finally:
            self.unlock(upload_id)

    def _sweep(self) -> None:
        """Remove files without a row that is alive."""
        files = [path for path in self._folder.iterdir() if _ID.fullmatch(path.stem)]
        with self._database.session() as session:
            alive = set(session.scalars(sa.select(UploadRow.id).where(UploadRow.state != EXPIRED)))
        for path in files:
            if path.stem not in alive:
                path.unlink(missing_ok=True)

    # -- parts -------------------------------------------------------------------------------------------------------

    def _read(self, owner: str, upload_id: str) -> Upload:
        if not _ID.fullmatch(upload_id):
            raise no_upload(upload_id)
        with self._database.session() as session:
            row = session.get(UploadRow, upload_id)
            if row is None or row.owner != owner:
                raise no_upload(upload_id)
            if row.state == EXPIRED:
                raise expired()
            return self._upload(row)

    def _upload(self, row: UploadRow) -> Upload:
        complete = row.state == COMPLETE
        offset = row.length if complete else min(row.offset, self._size(row))
        return Upload(row.id, row.owner, row.length, offset, row.sha256, row.media_type, complete, row.expires)

    def _size(self, row: UploadRow) -> int:
        for path in (self._part(row.id), self._final(row.id)):
            try:
                return path.stat().st_size
            except FileNotFoundError:
                continue
        return 0

    def _check_room(self, session: Any, owner: str, length: int, quota_bytes: int | None) -> None:
        used, count = _used(session, owner)
        if count >= MAX_UPLOADS:
            raise over_count(MAX_UPLOADS)
        if quota_bytes is not None and used + length > quota_bytes:
            raise over_bytes(quota_bytes, used)
        # What open uploads of anybody are still to bring is promised, if not written.
        waiting = sa.select(sa.func.coalesce(sa.func.sum(UploadRow.length - UploadRow.offset), 0))
        promised = int(session.scalar(waiting.where(UploadRow.state == OPEN)))
        if shutil.disk_usage(self._folder).free - promised - RESERVE_BYTES < length:
            raise disk_full()

    def _update(self, upload_id: str, **values: Any) -> None:
        with self._database.transaction() as session:
            session.execute(sa.update(UploadRow).where(UploadRow.id == upload_id).values(**values))

    def _discard(self, upload_id: str) -> None:
        with self._database.transaction(_LOCK) as session:
            session.execute(sa.delete(UploadRow).where(UploadRow.id == upload_id))
        self._unlink(upload_id)

    def _unlink(self, upload_id: str) -> None:
        self._hashes.pop(upload_id, None)
        self._part(upload_id).unlink(missing_ok=True)
        self._final(upload_id).unlink(missing_ok=True)

    def _expiry(self, moment: datetime.datetime) -> datetime.datetime:
        return moment + datetime.timedelta(hours=self._config.upload_hours)

    def _part(self, upload_id: str) -> Path:
        return self._folder / f"{upload_id}.part"

    def _final(self, upload_id: str) -> Path:
        return self._folder / f"{upload_id}.upload"


def _used(session: Any, owner: str) -> tuple[int, int]:
    total = sa.select(sa.func.coalesce(sa.func.sum(UploadRow.length), 0), sa.func.count())
    used, count = session.execute(total.where(UploadRow.owner == owner, UploadRow.state != EXPIRED)).one()
    return int(used), int(count)


def _sync_folder(folder: Path) -> None:
    """Have the disk know the names in a folder, too."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
