"""What GDAL and PROJ are allowed to do: the environment of the processes that open what strangers sent."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from ...core.errors import SceneFillError

CHILD = Path(__file__).resolve().with_name("child.py")
#: What decoding needs; what the engine needs to warp, to write results and to read polygons.
DECODER_DRIVERS = frozenset({"GTiff"})
ENGINE_DRIVERS = frozenset({"GTiff", "COG", "MEM", "Memory", "VRT", "GeoJSON"})
_SETTINGS = {
    # Nothing beside a file is part of it: no .aux.xml, .ovr, .msk, .tfw, .tab, .IMD ...
    "GDAL_DISABLE_READDIR_ON_OPEN": "EMPTY_DIR",
    "GDAL_PAM_ENABLED": "NO",
    "GDAL_GEOREF_SOURCES": "INTERNAL",
    # Neither GDAL nor PROJ talks to anybody.
    "CPL_VSIL_CURL_ALLOWED_EXTENSIONS": ".none",
    "GDAL_HTTP_TIMEOUT": "1",
    "GDAL_HTTP_MAX_RETRY": "0",
    "PROJ_NETWORK": "OFF",
    "CPL_DEBUG": "OFF",
}
#: Of our own environment: what a Python needs to start. Tokens and passwords are not among it.
_KEPT = ("PATH", "LD_LIBRARY_PATH", "LANG", "LC_ALL", "TZ", "TMPDIR", "SYSTEMROOT")
_LISTING_SECONDS = 120


def engine_settings(python: Path) -> dict[str, str]:
    """Settings for the engine's process, to be added to its environment.

    Args:
        python: the engine's interpreter, whose GDAL they are for.

    Raises:
        SceneFillError: ``wrong-python``.
    """
    return {**_SETTINGS, "GDAL_SKIP": _skipped(python, ENGINE_DRIVERS)}


def decoder_environment(python: Path) -> dict[str, str]:
    """The whole environment of the decoding child.

    Raises:
        SceneFillError: ``wrong-python``.
    """
    return {**_plain(os.environ), **_SETTINGS, "GDAL_SKIP": _skipped(python, DECODER_DRIVERS)}


def _plain(environment: Mapping[str, str]) -> dict[str, str]:
    kept = {name: environment[name] for name in _KEPT if name in environment}
    # Threads that are not needed would take up the address space that is limited.
    return {**kept, "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "GDAL_NUM_THREADS": "1"}


def _skipped(python: Path, wanted: frozenset[str]) -> str:
    # With commas GDAL takes names that have spaces in them.
    return ",".join(name for name in _drivers(python) if name not in wanted) + ","


@cache
def _drivers(python: Path) -> tuple[str, ...]:
    """The drivers of the GDALs of an interpreter: which there are depends on how they were built."""
    try:
        done = subprocess.run(
            [str(python), "-I", str(CHILD), "--drivers"],
            capture_output=True,
            timeout=_LISTING_SECONDS,
            env=_plain(os.environ),
        )
        return tuple(json.loads(done.stdout))
    except (OSError, ValueError, subprocess.TimeoutExpired) as error:
        raise SceneFillError(
            "wrong-python",
            f"The engine's Python {python} cannot say which formats it reads.",
            "Install the engine's libraries for it, or choose another with --python.",
            {"cause": type(error).__name__},
        ) from error
