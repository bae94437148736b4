"""Results under the names that were asked for, beside those in the folder of the run."""

from __future__ import annotations

import errno
import os
import shutil
import uuid
from pathlib import Path

from ...core.errors import SceneFillError

#: What GDAL writes beside a GeoTIFF: class names of the provenance.
AUX = ".aux.xml"


def deliver(source: str, target: str) -> None:
    """Give a finished raster, and what belongs to it, a second name: at no cost on the same disk, else as a copy.

    Raises:
        SceneFillError: ``disk-full``, ``cannot-write``.
    """
    if os.path.abspath(source) == os.path.abspath(target):  # noqa: PTH100 -- Path.resolve would follow links
        return
    try:
        Path(target).parent.mkdir(parents=True, exist_ok=True)
        _place(Path(source), Path(target))
        aux, old = Path(source + AUX), Path(target + AUX)
        if aux.is_file():
            _place(aux, old)
        else:
            old.unlink(missing_ok=True)
    except OSError as error:
        full = error.errno in (errno.ENOSPC, errno.EDQUOT)
        raise SceneFillError(
            "disk-full" if full else "cannot-write",
            f"'{target}' could not be written: {error.strerror}.",
            f"The result lies in '{Path(source).parent}'; choose another file, or copy it from there.",
            {"file": target},
        ) from error


def _place(source: Path, target: Path) -> None:
    """Link or copy aside, then rename: ``target`` is never half a file."""
    aside = target.with_name(f".{target.name}.{uuid.uuid4().hex}.part")
    try:
        try:
            os.link(source, aside)
        except OSError:
            shutil.copyfile(source, aside)
        aside.replace(target)
    finally:
        aside.unlink(missing_ok=True)
