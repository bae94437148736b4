"""Folders of runs: temporary ones that go with QGIS, and named ones for results that are kept.

Temporary folders of one QGIS lie in one folder that a lock file vouches for. Whatever a killed QGIS left behind is
removed when the next one starts; what a living one uses is not touched.
"""

from __future__ import annotations

import datetime
import errno
import os
import re
import shutil
import tempfile
import threading
import time
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Optional

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication, QDir, QLockFile, QStandardPaths, QSysInfo

from ..core.remote.state import StateFile
from .log import logger

PREFIX = "scenefill-"
_LOCK = "alive.lock"
#: A folder without a lock that is this young may belong to a process that is about to lock it.
_YOUNG_SECONDS = 60.0
_SLUG_LENGTH = 40
#: How long closing may take: while QGIS goes on, nobody may notice it; when it quits, nothing should stay behind.
CLOSE_SECONDS, QUIT_SECONDS = 0.08, 3.0


class RunFolders:
    """The temporary folders of this process; made on the main thread, used in any.

    Args:
        root: where they lie; the system's folder of temporary files if empty, which is where QGIS expects layers
            that go away, and marks them so.
        lasting: where those of runs lie that a server may still be at when QGIS has gone; the profile's by default.
    """

    def __init__(self, root: str = "", lasting: Optional[Path] = None) -> None:
        self._root = Path(root or QDir.tempPath())
        self._lasting = lasting or Path(QgsApplication.qgisSettingsDirPath()) / "scenefill" / "server-runs"
        self._home: Optional[Path] = None
        self._lock: Optional[QLockFile] = None
        self._closed = False
        self._guard = threading.Lock()
        self._made: list[Path] = []
        # Never undone: QGIS unloads plugins while it quits, when it is too late to ask to be told.
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(lambda: [shutil.rmtree(home, ignore_errors=True) for home in self._made])

    @property
    def owner(self) -> str:
        """Names this process for :func:`is_alive`, in this and in other processes.

        Raises:
            OSError: when no temporary folder can be made.
        """
        with self._guard:
            return f"{QSysInfo.machineHostName()}|{self._ensure()}"

    def temporary(self, title: str) -> str:
        """A new, empty folder that goes with this QGIS.

        Raises:
            OSError: when it cannot be made.
        """
        with self._guard:
            return tempfile.mkdtemp(prefix=f"{slug(title)}-", dir=self._ensure())

    def lasting(self, title: str) -> str:
        """A new, empty folder for a run on a server, which is there until the run's end, whoever sees it.

        Raises:
            OSError: when it cannot be made.
        """
        self._lasting.mkdir(parents=True, exist_ok=True)
        return tempfile.mkdtemp(prefix=f"{slug(title)}-", dir=self._lasting)

    def outlives(self, folder: str) -> bool:
        """Whether a folder is one of :meth:`lasting`."""
        return self._lasting in Path(folder).parents

    def sweep_lasting(self, wanted: Iterable[str]) -> int:
        """Remove the folders of :meth:`lasting` that no known run needs; for a background thread.

        Those stay whose job may still be on its server: what a run's folder knows is known nowhere else.

        Returns:
            How many folders are gone.
        """
        kept = {Path(folder) for folder in wanted}
        others = [folder for folder in self._lasting.glob("*") if folder not in kept]
        found = [folder for folder in others if not _is_young(folder) and not _is_waited_for(folder)]
        for folder in found:
            shutil.rmtree(folder, ignore_errors=True)
        return len(found)

    def drop_lasting(self, folder: str) -> None:
        """Remove a folder of :meth:`lasting` whose run nobody wants; others are left alone. For any thread."""
        if self.outlives(folder):
            shutil.rmtree(folder, ignore_errors=True)

    def holds(self, folder: str) -> bool:
        """Whether a folder is a temporary one of this process."""
        return self._home is not None and self._home in Path(folder).parents

    def sweep(self) -> int:
        """Remove what dead processes left; for a background thread.

        Returns:
            How many folders are gone.
        """
        mine = _prefix_of_process()
        return sum(_remove_if_dead(folder) for folder in self._all() if not folder.name.startswith(mine))

    def close(self, in_use: Iterable[str] = (), seconds: float = CLOSE_SECONDS) -> None:
        """Remove the folders, but not those in which one of the files ``in_use`` lies: a layer shows it.

        Never takes much longer than ``seconds``: what cannot be removed by then is left to the next start.
        """
        with self._guard:
            self._closed = True
            home, lock, self._home, self._lock = self._home, self._lock, None, None
            if home is None or lock is None or not home.is_dir():
                return
            used = [Path(path) for path in in_use if path]
            deadline = time.monotonic() + seconds
            for folder in home.iterdir():
                if folder.is_dir() and not any(folder in path.parents for path in used):
                    _remove(folder, deadline)
            lock.unlock()
            # Not removed while folders are left in it: the next load of the plugin in this process takes it over.
            if not any(home.iterdir()):
                _remove(home, deadline)

    def _ensure(self) -> Path:
        """This process' folder, locked; the caller holds the guard."""
        if self._closed:
            raise OSError(errno.ESHUTDOWN, "SceneFill is being closed", str(self._root))
        if self._home is None:
            self._home, self._lock = self._claim()
            self._made.append(self._home)
        return self._home

    def _claim(self) -> tuple[Path, QLockFile]:
        """A folder that an earlier load of the plugin in this process left, else a new one."""
        mine = _prefix_of_process()
        for folder in self._all():
            lock = _lock_of(folder)
            if folder.name.startswith(mine) and lock.tryLock(0):
                return folder, lock
        fresh = Path(tempfile.mkdtemp(prefix=mine, dir=self._root))
        lock = _lock_of(fresh)
        if not lock.tryLock(0):
            raise OSError(errno.EACCES, "No lock file can be made", str(fresh))
        return fresh, lock

    def _all(self) -> Iterator[Path]:
        """The folders of all processes of this user."""
        for folder in self._root.glob(f"{PREFIX}*"):
            if re.fullmatch(rf"{PREFIX}\d+-\w+", folder.name) and _is_own(folder):
                yield folder


def is_alive(owner: str) -> bool:
    """Whether the process that :attr:`RunFolders.owner` named still lives; True where nobody can tell."""
    host, _, home = owner.partition("|")
    if home and host != QSysInfo.machineHostName():
        return True
    folder = Path(home)
    if not home or not (folder / _LOCK).is_file():
        return False
    lock = _lock_of(folder)
    if not lock.tryLock(0):
        return True
    lock.unlock()
    return False


def named_folder(base: str, title: str, now: Optional[datetime.datetime] = None) -> str:
    """A path below ``base`` for a run that is kept, such as ``clouds-filled-20260131-101500``: nothing is there yet."""
    stamp = f"{now or datetime.datetime.now():%Y%m%d-%H%M%S}"
    first = Path(base) / f"{slug(title)}-{stamp}"
    candidate, number = first, 1
    while candidate.exists():
        number += 1
        candidate = first.with_name(f"{first.name}-{number}")
    return str(candidate)


def default_base(output_folder: str) -> str:
    """Where results that are kept go: the setting, or a folder in the user's documents."""
    if output_folder:
        return output_folder
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return str(Path(documents or Path.home()) / "SceneFill")


def slug(title: str) -> str:
    """A title as a part of a file name: ASCII letters, digits and hyphens, which every file system accepts."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode("ascii").lower()
    words = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    return words[:_SLUG_LENGTH].rstrip("-") or "run"


def _prefix_of_process() -> str:
    return f"{PREFIX}{os.getpid()}-"


def _remove(folder: Path, deadline: float) -> None:
    """Remove a folder; again for a moment if something still writes into it."""
    shutil.rmtree(folder, ignore_errors=True)
    while folder.exists() and time.monotonic() < deadline:
        time.sleep(0.01)
        shutil.rmtree(folder, ignore_errors=True)


def _lock_of(folder: Path) -> QLockFile:
    lock = QLockFile(str(folder / _LOCK))
    # Never stale by age, only by the death of its process.
    lock.setStaleLockTime(0)
    return lock


def _is_young(folder: Path) -> bool:
    """Whether its maker may not have told of it yet."""
    try:
        return time.time() - folder.stat().st_mtime < _YOUNG_SECONDS
    except OSError:
        return True


def _is_waited_for(folder: Path) -> bool:
    """Whether a folder knows of a job that a server has been asked for, and has no result of it."""
    state = StateFile(folder).read()
    return state is not None and bool(state.job or state.request) and state.result is None


def _is_own(folder: Path) -> bool:
    if folder.is_symlink() or not folder.is_dir():
        return False
    return not hasattr(os, "getuid") or folder.stat().st_uid == os.getuid()


def _remove_if_dead(folder: Path) -> bool:
    try:
        if not (folder / _LOCK).exists() and time.time() - folder.stat().st_mtime < _YOUNG_SECONDS:
            return False
        lock = _lock_of(folder)
        if not lock.tryLock(0):
            return False
        lock.unlock()
        shutil.rmtree(folder)
    except OSError as error:
        # Another process may be sweeping, or a virus scanner looking: the next start tries again.
        logger.debug("Temporary files in %s could not be removed: %s", folder, error)
        return False
    return True
