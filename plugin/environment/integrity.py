"""Finds packages of an environment that were only half installed, so that they are installed again.

A killed installer leaves a package without its list of files, or with files missing or cut short; pip and uv would
believe that it is there.
"""

from __future__ import annotations

import contextlib
import csv
import os
import shutil
from pathlib import Path

from ...core.feedback import Feedback
from .recipe import name_of


def site_packages(folder: Path) -> list[Path]:
    """Where the packages of a virtual environment lie; empty when there is none."""
    return [
        path for path in (*folder.glob("lib/python*/site-packages"), folder / "Lib" / "site-packages") if path.is_dir()
    ]


def installed_count(folder: Path) -> int:
    """How many packages are completely installed. Cheap: looks at names only."""
    return sum(1 for place in site_packages(folder) for _ in place.glob("*.dist-info/RECORD"))


def folder_size(folder: Path) -> int:
    """Bytes of the files below a folder; files may come and go while they are counted."""
    total = 0
    for place, _, names in os.walk(folder):
        for name in names:
            with contextlib.suppress(OSError):
                total += Path(place, name).lstat().st_size
    return total


def broken_packages(folder: Path, feedback: Feedback) -> dict[str, Path]:
    """Packages whose files are not all there, by name with the folder of their metadata. Looks at every file."""
    broken = {}
    for place in site_packages(folder):
        for info in sorted(place.glob("*.dist-info")):
            feedback.raise_if_cancelled()
            if not _is_whole(info):
                broken[name_of(info.name.partition("-")[0])] = info
    return broken


def forget_broken(folder: Path, feedback: Feedback) -> tuple[str, ...]:
    """Make the installer believe that broken packages are not there; their names."""
    broken = broken_packages(folder, feedback)
    for name, info in broken.items():
        feedback.log("info", f"{name} was not completely installed")
        shutil.rmtree(info)
    return tuple(broken)


def _is_whole(info: Path) -> bool:
    try:
        with (info / "RECORD").open(encoding="utf-8", newline="") as file:
            rows = [row for row in csv.reader(file) if len(row) == 3]
    except (OSError, UnicodeDecodeError):
        return False
    return bool(rows) and all(
        _has_size(info.parent / path, size) for path, _, size in rows if not path.endswith(".pyc")
    )


def _has_size(path: Path, size: str) -> bool:
    """Whether a file is there with its size in bytes, where one is given."""
    try:
        found = path.stat().st_size
    except OSError:
        return False
    return not size or found == int(size)
