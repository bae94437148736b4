"""A lock of a file that the system releases when its process dies, however it dies."""

from __future__ import annotations

from pathlib import Path
from typing import IO

from .errors import SceneFillError


class FileLock:
    """Holds ``path``, which is made where it does not exist, until :meth:`release`.

    Raises:
        OSError: another process, or another lock of this one, holds it; or the file cannot be written.
    """

    def __init__(self, path: Path) -> None:
        self._stream: IO[bytes] | None = path.open("ab")
        try:
            _lock(self._stream)
        except OSError:
            self.release()
            raise

    def release(self) -> None:
        """Let go; more than once does no harm."""
        if self._stream is not None:
            self._stream.close()
            self._stream = None


def lock_folder(folder: Path, name: str) -> FileLock:
    """Lock a job's folder, which is made where it does not exist, by its file ``name``.

    Raises:
        SceneFillError: ``folder-busy`` or ``folder-not-writable``.
    """
    path = folder / name
    try:
        folder.mkdir(parents=True, exist_ok=True)
        # Whether it can be written is found out first: what fails then is the lock.
        path.open("ab").close()
    except OSError as error:
        raise SceneFillError(
            "folder-not-writable",
            f"Nothing can be written to '{folder}': {error.strerror}.",
            "Choose another output folder.",
        ) from error
    try:
        return FileLock(path)
    except OSError as error:
        raise SceneFillError(
            "folder-busy",
            f"Another run is writing to '{folder}'.",
            "Wait for it to end, or choose another output folder.",
        ) from error


try:
    import fcntl

    def _lock(stream: IO[bytes]) -> None:
        fcntl.flock(stream.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)

except ImportError:  # Windows
    import msvcrt

    def _lock(stream: IO[bytes]) -> None:
        stream.seek(0)
        msvcrt.locking(stream.fileno(), msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]
