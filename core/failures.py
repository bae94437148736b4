"""What a user is told about an exception that nobody raised on purpose."""

from __future__ import annotations

import errno

from .errors import SceneFillError


def describe(error: BaseException) -> SceneFillError:
    """The :class:`SceneFillError` for ``error``, whatever its type.

    ``no-memory``, ``disk-full``, ``file-system`` and ``wrong-python`` (a library that is not there or cannot be loaded)
    where it is one of those, else ``internal``.
    """
    if isinstance(error, SceneFillError):
        return error
    if _is_memory(error):
        return SceneFillError(
            "no-memory",
            "The memory is exhausted.",
            "Close other programs; what is finished can be resumed.",
        )
    if isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT):
        return SceneFillError("disk-full", "The disk is full.", "Free some space; what is finished can be resumed.")
    if isinstance(error, OSError) and error.filename:
        problem = f"{error.filename}: {error.strerror}."
        return SceneFillError("file-system", problem, "Check the path and its permissions.")
    text = " ".join(str(error).split()) or "no message"
    if isinstance(error, ImportError) and not (error.name or "").startswith("scenefill"):
        return SceneFillError(
            "wrong-python",
            f"The engine's Python cannot load what the engine needs: {text}.",
            "Make the engine environment anew, or choose another Python in SceneFill's options.",
        )
    return SceneFillError("internal", f"{type(error).__name__}: {text}", "This is a defect; please report it.")


def _is_memory(error: BaseException) -> bool:
    """Python's own exception, or torch's: known by name and words, because torch is not imported for this."""
    if isinstance(error, MemoryError):
        return True
    words = str(error)
    named = type(error).__name__ == "OutOfMemoryError"
    return isinstance(error, RuntimeError) and (named or "can't allocate memory" in words or "out of memory" in words)
