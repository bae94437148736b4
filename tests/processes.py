"""What processes a test run has, read from /proc (Linux): tells a worker that outlived its use."""

from __future__ import annotations

import ctypes
import os
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

#: How the engine's process is started: the script's path is in its arguments.
WORKER = "core/worker/bootstrap.py"
PR_SET_CHILD_SUBREAPER = 36


@dataclass(frozen=True)
class Process:
    pid: int
    parent: int
    state: str
    command: str

    @property
    def is_worker(self) -> bool:
        return WORKER in self.command


def adopt_orphans() -> None:
    """Make this process the parent of its descendants whose own parent dies, so that none of them gets out of sight."""
    if ctypes.CDLL(None, use_errno=True).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0) != 0:
        raise OSError(ctypes.get_errno(), "prctl")


def processes() -> Iterator[Process]:
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            stat = (folder / "stat").read_text(encoding="utf-8", errors="replace")
            command = (folder / "cmdline").read_bytes().replace(b"\0", b" ").decode("utf-8", "replace")
        except OSError:
            continue  # it ended meanwhile
        state, parent = stat.rpartition(")")[2].split()[:2]
        yield Process(int(folder.name), int(parent), state, command.strip())


def descendants(root: int) -> list[Process]:
    """The living processes that descend from ``root``; those that have ended and were not asked for are left out."""
    children: dict[int, list[Process]] = {}
    for process in processes():
        children.setdefault(process.parent, []).append(process)
    found, waiting = [], [root]
    while waiting:
        for child in children.get(waiting.pop(), ()):
            waiting.append(child.pid)
            if child.state not in "ZX":
                found.append(child)
    return found


def workers() -> list[Process]:
    """The engine's processes that this process has started, directly or not, and that are alive."""
    return [process for process in descendants(os.getpid()) if process.is_worker]


def workers_left(known: set[int], seconds: float) -> list[Process]:
    """The workers, but for the ids ``known``, that have not gone within ``seconds``; returns when none is left."""
    deadline = time.monotonic() + seconds
    while (left := [worker for worker in workers() if worker.pid not in known]) and time.monotonic() < deadline:
        time.sleep(0.02)
    return left
