"""What clients are told about a job that failed: code, sentence and hint; no path, no traceback."""

from __future__ import annotations

import re
from pathlib import Path

from ..core.errors import SceneFillError

#: The engine's own hints are for somebody who sits at its computer.
_HINTS = {
    "worker-died": "It may be too large for the server's memory: draw a smaller extent, or ask the administrator.",
    "worker-start": "Tell the administrator.",
    "worker-protocol": "Tell the administrator.",
    "wrong-python": "Tell the administrator.",
    "disk-full": "Try again later, or draw a smaller extent; the administrator can make room.",
    "no-memory": "Draw a smaller extent, or ask the administrator.",
    "internal": "This is a defect; please report it with the job's id.",
}
#: An engine that breaks down says how in its own words, which are for the server's log.
_SENTENCES = {
    "internal": "The engine broke down at this job.",
    "wrong-python": "The server's engine is not complete.",
    "worker-start": "The server's engine cannot be started.",
}


def public_error(error: SceneFillError, data: Path) -> dict[str, str]:
    """``code``, ``message`` and ``hint``, in which a path below ``data`` is only its last name."""
    message = _SENTENCES.get(error.code, error.message)
    hint = _HINTS.get(error.code, error.hint)
    return {"code": error.code, "message": _without_paths(message, data), "hint": _without_paths(hint, data)}


def _without_paths(text: str, data: Path) -> str:
    roots = {str(data.absolute()), str(data.resolve())}
    for root in sorted(roots, key=len, reverse=True):
        text = re.sub(re.escape(root) + r"(?:/[\w.+-]+)*", lambda found: Path(found.group()).name, text)
    return text
