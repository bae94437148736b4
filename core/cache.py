"""Where SceneFill keeps what it can make again: measurements, and what was learnt from scenes."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def cache_folder() -> Path:
    """The folder of this user: ``SCENEFILL_CACHE``, or the system's usual place."""
    given = os.environ.get("SCENEFILL_CACHE")
    if given:
        return Path(given)
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / "scenefill" / "cache"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "scenefill"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "scenefill"
