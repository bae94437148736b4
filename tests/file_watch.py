"""Who touches a file: the kernel's own notes (inotify), which need no rights and miss nothing."""

from __future__ import annotations

import ctypes
import os
import struct
from pathlib import Path

_OPEN, _CREATE, _MODIFY, _DELETE, _MOVED = 0x20, 0x100, 0x2, 0x200, 0xC0
_NONBLOCK = 0o4000
_EVENT = struct.Struct("iIII")


class FileWatch:
    """Notes of openings and changes of files and of what lies in folders, from its beginning on."""

    def __init__(self, *paths: Path) -> None:
        libc = ctypes.CDLL(None, use_errno=True)
        self._descriptor = libc.inotify_init1(_NONBLOCK)
        self._names: dict[int, Path] = {}
        for path in paths:
            wanted = _CREATE | _MODIFY | _DELETE | _MOVED | (0 if path.is_dir() else _OPEN)
            number = libc.inotify_add_watch(self._descriptor, os.fsencode(path), wanted)
            assert number >= 0, os.strerror(ctypes.get_errno())
            self._names[number] = path

    def seen(self) -> list[str]:
        """What was touched since the last call."""
        found = []
        try:
            raw = os.read(self._descriptor, 1 << 16)
        except BlockingIOError:
            return []
        while raw:
            number, mask, _, length = _EVENT.unpack_from(raw)
            name = raw[_EVENT.size : _EVENT.size + length].rstrip(b"\0").decode()
            found.append(f"{self._names[number] / name} {mask:#x}")
            raw = raw[_EVENT.size + length :]
        return found

    def __enter__(self) -> FileWatch:
        return self

    def __exit__(self, *_: object) -> None:
        os.close(self._descriptor)
