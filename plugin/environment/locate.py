"""Where engine environments lie, and which Python the engine is started with. Quick: reads small files only.

A managed environment is a folder of its own in the user's data folder, outside the QGIS profiles, so that all of them
share it. Its manifest is written last: without one it is incomplete, whatever else is there.
"""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Optional

from qgis.PyQt.QtCore import QStandardPaths

from ...core.errors import SceneFillError
from ..i18n import tr
from ..settings import Settings
from .recipe import Recipe, engine_recipe, is_older

MANIFEST = "environment.json"
SCHEMA = 1
_PREFIX = "engine-"


@dataclass(frozen=True)
class Environment:
    """A managed environment, complete or not.

    Attributes:
        folder: the virtual environment.
        python: version of its Python, such as ``3.11.7``; empty while incomplete, like the rest.
        build: of PyTorch: ``cpu``, ``cu126``, ``cu130``.
        tool: ``uv`` or ``pip``.
        source: ``index``, or ``bundle`` when it came from an offline bundle.
        digest: of the recipe that it was made by.
        versions: by package.
        created: ISO 8601, UTC.
    """

    folder: Path
    python: str = ""
    build: str = ""
    tool: str = ""
    source: str = ""
    digest: str = ""
    created: str = ""
    versions: Mapping[str, str] = field(default_factory=dict)

    @property
    def complete(self) -> bool:
        return bool(self.created)

    @property
    def interpreter(self) -> Path:
        return interpreter_in(self.folder)

    def outdated(self, recipe: Recipe) -> tuple[str, ...]:
        """Packages that are older than ``recipe`` allows or missing."""
        minimums = recipe.minimums
        known = self.versions
        return tuple(name for name in minimums if name not in known or is_older(known[name], minimums[name]))


def managed_root() -> Path:
    """The folder of all managed environments of this user; need not exist."""
    base = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericDataLocation)
    return Path(base) / "scenefill"


def folder_name(minor: tuple[int, int], platform: str, build: str) -> str:
    """Name of an environment's folder, such as ``engine-1-py3.11-linux_x86_64-cpu``: short, for Windows' sake."""
    return f"{_PREFIX}{SCHEMA}-py{minor[0]}.{minor[1]}-{platform}-{build}"


def interpreter_in(folder: Path) -> Path:
    """The Python of a virtual environment."""
    return folder / "Scripts" / "python.exe" if sys.platform == "win32" else folder / "bin" / "python"


def environments(root: Optional[Path] = None) -> tuple[Environment, ...]:
    """All managed environments of this layout, the newest complete ones first."""
    root = managed_root() if root is None else root
    if not root.is_dir():
        return ()
    pattern = re.compile(rf"{_PREFIX}{SCHEMA}-py\d+\.\d+-\w+-\w+")
    folders = [path for path in root.iterdir() if path.is_dir() and pattern.fullmatch(path.name)]
    found = [read_environment(folder) for folder in sorted(folders)]
    return tuple(sorted(found, key=lambda item: item.created, reverse=True))


def current_environment(root: Optional[Path] = None) -> Optional[Environment]:
    """The environment that is used: the newest complete one; else an incomplete one; None when there is none."""
    found = environments(root)
    return found[0] if found else None


def read_environment(folder: Path) -> Environment:
    """What the manifest says; an incomplete environment where there is no manifest that can be read."""
    try:
        data: Any = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Environment(folder)
    if not isinstance(data, dict) or data.get("schema") != SCHEMA or not interpreter_in(folder).exists():
        return Environment(folder)
    names = ("python", "build", "tool", "source", "digest", "created")
    versions = data.get("versions")
    return Environment(
        folder,
        **{name: str(data.get(name, "")) for name in names},
        versions={str(k): str(v) for k, v in versions.items()} if isinstance(versions, dict) else {},
    )


def write_manifest(environment: Environment) -> None:
    """Make an environment a complete one: written aside, then renamed."""
    data = {**asdict(environment), "schema": SCHEMA}
    del data["folder"]
    aside = environment.folder / f"{MANIFEST}.part"
    aside.write_text(json.dumps(data, indent=2, sort_keys=True) + "\n", encoding="utf-8")
    aside.replace(environment.folder / MANIFEST)


def engine_python(settings: Settings) -> Path:
    """The Python to start the engine with. Quick: no process is started.

    Raises:
        SceneFillError: ``no-environment``, ``old-environment``, ``wrong-python``.
    """
    if settings.engine == "python":
        return _chosen_python(settings.python)
    if settings.engine == "managed":
        return _managed_python()
    raise SceneFillError(
        "no-environment",
        tr("SceneFill is set up for a server, not for this computer."),
        tr("Choose where the engine is in Settings ▸ Options ▸ SceneFill."),
    )


def _chosen_python(text: str) -> Path:
    path = Path(os.path.expandvars(text.strip())).expanduser()
    if not text.strip():
        problem = tr("No Python has been chosen for the engine.")
    elif not path.exists():
        problem = tr("The engine's Python {path} does not exist.").format(path=text)
    elif not path.is_file() or not os.access(path, os.X_OK):
        problem = tr("The engine's Python {path} is not a program.").format(path=text)
    else:
        return path
    raise SceneFillError(
        "wrong-python",
        problem,
        tr("Choose another one in Settings ▸ Options ▸ SceneFill, or let SceneFill make an environment."),
        {"python": text},
    )


def _managed_python() -> Path:
    environment = current_environment()
    if environment is None or not environment.complete:
        raise SceneFillError(
            "no-environment",
            tr("The engine's environment has not been made yet.")
            if environment is None
            else tr("The engine's environment is not complete."),
            tr("Set up the engine in Settings ▸ Options ▸ SceneFill."),
        )
    recipe = engine_recipe()
    outdated = environment.outdated(recipe) if environment.digest != recipe.digest else ()
    if outdated:
        raise SceneFillError(
            "old-environment",
            tr("The engine's environment was made for an earlier version of SceneFill."),
            tr("Update it in Settings ▸ Options ▸ SceneFill."),
            {"packages": list(outdated)},
        )
    return environment.interpreter
