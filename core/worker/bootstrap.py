"""What the engine's Python is started with: ``python -I -u bootstrap.py --idle SECONDS``.

A script of the standard library alone. It keeps the pipe to the parent for the protocol, makes the folder that it lies
in importable as ``scenefill`` whatever that folder is called, says hello, and answers with one error instead of a
traceback when this Python cannot do the work.
"""

from __future__ import annotations

import argparse
import importlib
import importlib.util
import json
import os
import platform
import sys
from pathlib import Path

PACKAGE = "scenefill"
ROOT = Path(__file__).resolve().parent.parent.parent
OLDEST = (3, 10)
#: What the engine imports, by the name under which it is installed.
NEEDED = {
    "numpy": "numpy",
    "torch": "torch",
    "diffusers": "diffusers",
    "safetensors": "safetensors",
    "rasterio": "rasterio",
    "rio_cogeo": "rio-cogeo",
    "scipy": "scipy",
    "pystac": "pystac",
    "pyogrio": "pyogrio",
    "shapely": "shapely",
    "psutil": "psutil",
}
#: Exit status of a worker that could not begin.
UNUSABLE = 3


def main() -> int:
    """Become a worker; returns the exit status."""
    requests, answers = take_pipes()
    parser = argparse.ArgumentParser()
    parser.add_argument("--idle", type=float, default=600.0, help="seconds without a request until the worker goes")
    options = parser.parse_args()
    register()
    protocol = importlib.import_module(PACKAGE + ".core.worker.protocol")
    hello = {
        "type": "hello",
        "protocol": protocol.PROTOCOL,
        "version": sys.modules[PACKAGE].__version__,
        "python": platform.python_version(),
        "pid": os.getpid(),
    }
    os.write(answers, line(hello))
    error = unusable()
    if error is not None:
        os.write(answers, line({"type": "error", "id": None, "error": error}))
        return UNUSABLE
    importlib.import_module(PACKAGE + ".core.worker.serve").serve(requests, answers, options.idle)
    return 0


def take_pipes() -> tuple[int, int]:
    """Descriptors of our own for what stdin and stdout lead to.

    Whatever libraries print goes to stderr from now on. Stdin becomes empty for them, too: Windows lets nobody even ask
    what stdin is while a thread waits for it, and some libraries ask when they are loaded.
    """
    requests, answers = os.dup(0), os.dup(1)
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    os.dup2(2, 1)
    return requests, answers


def register() -> None:
    """Make the package importable, also where another copy of it is installed."""
    path = ROOT / "__init__.py"
    spec = importlib.util.spec_from_file_location(PACKAGE, str(path), submodule_search_locations=[str(ROOT)])
    if spec is None or spec.loader is None:
        raise ImportError(f"{path} is no Python module")
    module = importlib.util.module_from_spec(spec)
    sys.modules[PACKAGE] = module
    spec.loader.exec_module(module)


def unusable() -> dict[str, object] | None:
    """The error of this Python, as ``SceneFillError.to_dict`` has it; None when it will do."""
    found = platform.python_version()
    missing = sorted(name for module, name in NEEDED.items() if importlib.util.find_spec(module) is None)
    if sys.version_info < OLDEST:
        message = f"The engine needs Python {OLDEST[0]}.{OLDEST[1]} or later, and {sys.executable} is {found}."
    elif missing:
        message = f"The Python {sys.executable} lacks what the engine needs: {', '.join(missing)}."
    else:
        return None
    hint = "Choose another Python in SceneFill's options, or let SceneFill make an environment of its own."
    details = {"python": found, "executable": sys.executable, "missing": missing}
    return {"code": "wrong-python", "message": message, "hint": hint, "details": details}


def line(message: dict[str, object]) -> bytes:
    """One line of the protocol; not by its module, which an old Python might not be able to use in full."""
    return json.dumps(message).encode("ascii") + b"\n"


if __name__ == "__main__":
    sys.exit(main())
