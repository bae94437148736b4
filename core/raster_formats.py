"""The formats in which the engine takes rasters, told by a file's first bytes.

GDAL is never left to choose: a VRT named ``.tif`` reads other files, an MRF even writes some.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Optional

_MAGIC = (
    (b"II*\x00", "GTiff"),
    (b"MM\x00*", "GTiff"),
    (b"II+\x00", "GTiff"),
    (b"MM\x00+", "GTiff"),
    (b"\x00\x00\x00\x0cjP  ", "JP2OpenJPEG"),
    (b"\xffO\xffQ", "JP2OpenJPEG"),
)


def driver_of(path: str | os.PathLike[str]) -> Optional[str]:
    """GDAL's driver for a file; None for a format that is not taken.

    Raises:
        OSError: when the file cannot be read.
    """
    with Path(path).open("rb") as file:
        start = file.read(16)
    return next((driver for magic, driver in _MAGIC if start.startswith(magic)), None)
