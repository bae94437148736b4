"""The checksum of a file."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

from .errors import JobCancelled

_PIECE = 1 << 20


def file_sha256(path: Path, cancelled: Callable[[], bool] = lambda: False) -> str:
    """SHA-256 of a file of any size, hexadecimal.

    Raises:
        JobCancelled: when ``cancelled`` says so.
        OSError: when it cannot be read to its end.
    """
    digest = hashlib.sha256()
    with path.open("rb") as stream:
        while piece := stream.read(_PIECE):
            digest.update(piece)
            if cancelled():
                raise JobCancelled
    return digest.hexdigest()
