"""Files of this computer on their way: what goes wrong with them is no fault of the way, and another try is no help."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Optional

from ..errors import SceneFillError


def of_file(error: OSError, path: Optional[Path]) -> SceneFillError:
    """``disk-full``, or else ``file-system``, for a file that cannot be read or written.

    Args:
        path: the file, or its folder, where the error itself names none.
    """
    place = error.filename or path
    named = "" if place is None else f" '{place}'"
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return SceneFillError(
            "disk-full",
            f"The disk is full{named and f':{named} cannot be written'}.",
            "Free some space; what is finished can be resumed.",
        )
    cause = " ".join((error.strerror or str(error) or type(error).__name__).split()).rstrip(".")
    what = f"The file{named} cannot be read or written" if named else "A file cannot be read or written"
    return SceneFillError("file-system", f"{what}: {cause}.", "Check the path and its permissions.")


def shortened(path: Path) -> SceneFillError:
    """For a file of which there is less than when it was measured."""
    return SceneFillError(
        "upload-checksum",
        f"'{path.name}' has become shorter while it was sent.",
        "Wait until no other program writes it, and try again.",
        {"file": str(path)},
    )


@contextmanager
def own_files(path: Path) -> Iterator[None]:
    """Within it failures of this computer's files are told as :func:`of_file` does.

    Args:
        path: the file, or its folder.
    """
    try:
        yield
    except ConnectionError:
        # A terminal that is gone, say; no file has such.
        raise
    except OSError as error:
        raise of_file(error, path) from error
