"""``python -I ray_reaper.py FOLDER OWNER``: ends what is left of a local Ray cluster, whatever became of its owner.

Waits for the end of its stdin, which is the end of the process that started it, however that came. Then it kills every
process that has a file below FOLDER open (Ray's own agents outlive a killed owner by minutes), but OWNER, and removes
the folder.
"""

from __future__ import annotations

import os
import shutil
import sys
import time

import psutil

#: How long to look for processes that are just starting or ending.
_PATIENCE_SECONDS = 10.0


def main() -> int:
    folder, owner = sys.argv[1] + os.sep, int(sys.argv[2])
    sys.stdin.read()
    deadline = time.monotonic() + _PATIENCE_SECONDS
    while (left := _users(folder, owner)) and time.monotonic() < deadline:
        for process in left:
            try:
                process.kill()
            except psutil.Error:
                continue
        time.sleep(0.1)
    shutil.rmtree(folder, ignore_errors=True)
    return 0


def _users(folder: str, owner: int) -> list[psutil.Process]:
    found = []
    for process in psutil.process_iter():
        try:
            named = process.pid not in (os.getpid(), owner) and process.status() != psutil.STATUS_ZOMBIE
            if named and any(file.path.startswith(folder) for file in process.open_files()):
                found.append(process)
        except (psutil.Error, OSError):
            continue
    return found


if __name__ == "__main__":
    sys.exit(main())
