"""Finds what an environment can be made with: uv, and Pythons that are new enough.

QGIS' own interpreter is not ``sys.executable`` everywhere: on Windows and macOS that is QGIS itself.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Optional

from ...core.errors import SceneFillError
from ...core.feedback import Feedback
from ..i18n import tr
from .process import run_child
from .recipe import NEWEST_PYTHON, OLDEST_PYTHON, release_of

#: Minor versions in the order that they are taken in: those with the most builds first.
PREFERRED = ((3, 12), (3, 11), (3, 13), (3, 10), (3, 14))

#: The first uv that knows PyTorch's builds.
OLDEST_UV = (0, 6, 9)

_INSPECT_SECONDS = 20.0
_INSPECT = """
import importlib.util as u, json, struct, sys, sysconfig
print("found: " + json.dumps({
    "path": getattr(sys, "_base_executable", None) or sys.executable,
    "version": list(sys.version_info[:3]),
    "bits": 8 * struct.calcsize("P"),
    "platform": sysconfig.get_platform(),
    "venv": all(u.find_spec(name) for name in ("venv", "ensurepip")),
}))
"""


@dataclass(frozen=True)
class Interpreter:
    """A Python that an environment can be based on.

    Attributes:
        platform: as in wheels' names, such as ``linux_x86_64``, ``win_amd64``, ``macosx_11_0_arm64``.
        can_venv: whether it has the venv module with all that belongs to it.
    """

    path: Path
    version: tuple[int, int, int]
    bits: int
    platform: str
    can_venv: bool

    @property
    def minor(self) -> tuple[int, int]:
        return self.version[:2]

    @property
    def suits(self) -> bool:
        return self.bits == 64 and OLDEST_PYTHON <= self.minor <= NEWEST_PYTHON


@dataclass(frozen=True)
class Tools:
    """What makes an environment: ``uv`` where there is one, and the Python that it is based on."""

    uv: Optional[Path]
    interpreter: Interpreter


def find_tools(
    environ: Mapping[str, str], feedback: Feedback, *, minor: Optional[tuple[int, int]] = None, downloads: bool = True
) -> Tools:
    """uv if there is one, and the most suitable Python on this computer. Blocks: programs are started.

    Args:
        environ: a clean child environment (:func:`..runner.child_environment.clean_environment`).
        minor: the version that it must be (for an offline bundle); None takes any that suits.
        downloads: whether uv may download a Python when none is there.

    Raises:
        SceneFillError: ``env-no-python``, ``env-no-venv``.
    """
    uv = find_uv(environ, feedback)
    found = [item for item in _inspect_all(candidates(environ), environ, feedback) if item.suits]
    fitting = [item for item in found if minor is None or item.minor == minor]
    usable = [item for item in fitting if uv is not None or item.can_venv]
    if usable:
        return Tools(uv, min(usable, key=lambda item: PREFERRED.index(item.minor)))
    if uv is not None and downloads:
        downloaded = _from_uv(uv, minor or PREFERRED[0], environ, feedback)
        if downloaded is not None:
            return Tools(uv, downloaded)
    wanted = f"{minor[0]}.{minor[1]}" if minor else "3.10–3.14"
    if fitting:
        raise SceneFillError(
            "env-no-venv",
            tr("{python} cannot make environments: its venv module is missing.").format(python=fitting[0].path),
            tr("Install it (Debian, Ubuntu: python3-venv) or the program uv, then try again."),
        )
    raise SceneFillError(
        "env-no-python",
        tr("There is no 64-bit Python {version} on this computer.").format(version=wanted),
        tr("Install one from python.org or your system's packages, or the program uv, then try again."),
    )


def find_uv(environ: Mapping[str, str], feedback: Feedback) -> Optional[Path]:
    """The program uv on the path or where its installers put it; None where it is not, or is too old. Blocks."""
    home = Path.home()
    folders = [environ.get("PATH", ""), str(home / ".local" / "bin"), str(home / ".cargo" / "bin")]
    found = shutil.which("uv", path=os.pathsep.join(folders))
    if found is None:
        return None
    try:
        ended = run_child([found, "--version"], environ=environ, feedback=feedback, seconds=_INSPECT_SECONDS)
    except SceneFillError as error:
        feedback.raise_if_cancelled()
        feedback.log("debug", f"{found} cannot be used: {error}")
        return None
    version = ended.text.partition("uv ")[2]
    return Path(found) if release_of(version) >= OLDEST_UV else None


def candidates(environ: Mapping[str, str]) -> list[Path]:
    """Programs that may be a Python, each once: QGIS' own, then those on the path."""
    names = [f"python{major}.{minor}" for major, minor in PREFERRED] + ["python3", "python"]
    folders = [folder for folder in environ.get("PATH", "").split(os.pathsep) if folder]
    on_path = (shutil.which(name, path=folder) for name in names for folder in folders)
    found = [*_own_python(), *(Path(path) for path in on_path if path)]
    # The Store's placeholders on Windows open a shop window instead of a Python.
    return _unique(path for path in found if "WindowsApps" not in path.parts)


def inspect_python(path: Path, environ: Mapping[str, str], feedback: Feedback) -> Optional[Interpreter]:
    """What ``path`` is; None when it does not answer like a Python 3."""
    try:
        ended = run_child(
            [str(path), "-I", "-c", _INSPECT], environ=environ, feedback=feedback, seconds=_INSPECT_SECONDS
        )
        line = next((line for line in ended.lines if line.startswith("found: ")), "")
        facts = json.loads(line.removeprefix("found: ")) if line else None
    except (SceneFillError, ValueError) as error:
        feedback.raise_if_cancelled()
        feedback.log("debug", f"{path} is not a Python that can be used: {error}")
        return None
    if facts is None:
        return None
    major, minor, micro = (int(part) for part in facts["version"])
    return Interpreter(
        Path(facts["path"]),
        (major, minor, micro),
        int(facts["bits"]),
        str(facts["platform"]).replace("-", "_").replace(".", "_"),
        bool(facts["venv"]),
    )


def _own_python() -> list[Path]:
    """QGIS' Python as a program, where its installation has one."""
    base = Path(getattr(sys, "_base_executable", None) or sys.executable)
    if base.stem.lower().startswith("python"):
        return [base]
    version = f"{sys.version_info[0]}.{sys.version_info[1]}"
    places = (
        Path(sys.exec_prefix) / "python3.exe",
        Path(sys.exec_prefix) / "python.exe",
        Path(sys.exec_prefix) / "bin" / f"python{version}",
        Path(sys.exec_prefix) / "bin" / "python3",
    )
    return [path for path in places if path.is_file()]


def _inspect_all(paths: Iterable[Path], environ: Mapping[str, str], feedback: Feedback) -> list[Interpreter]:
    found: dict[Path, Interpreter] = {}
    for path in paths:
        feedback.raise_if_cancelled()
        interpreter = inspect_python(path, environ, feedback)
        if interpreter is not None:
            found.setdefault(interpreter.path, interpreter)
    return list(found.values())


def _from_uv(uv: Path, minor: tuple[int, int], environ: Mapping[str, str], feedback: Feedback) -> Optional[Interpreter]:
    """A Python that uv brings along; None when it cannot."""
    wanted = f"{minor[0]}.{minor[1]}"
    feedback.log("info", tr("uv looks for Python {version}").format(version=wanted))
    run_child([str(uv), "python", "install", wanted], environ=environ, feedback=feedback)
    ended = run_child([str(uv), "python", "find", wanted], environ=environ, feedback=feedback)
    if ended.returncode != 0 or not ended.lines:
        return None
    return inspect_python(Path(ended.lines[-1].strip()), environ, feedback)


def _unique(paths: Iterable[Path]) -> list[Path]:
    """Each real file once, in order: a system has many names for one Python."""
    seen: set[str] = set()
    kept = []
    for path in paths:
        real = os.path.realpath(path)
        if real not in seen:
            seen.add(real)
            kept.append(path)
    return kept
