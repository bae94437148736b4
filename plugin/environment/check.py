"""Checks whether a Python can run the engine: its version, its packages, and whether they load."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Optional

from ...core.errors import SceneFillError
from ...core.feedback import Feedback
from ..i18n import tr
from .process import run_child
from .recipe import NEWEST_PYTHON, OLDEST_PYTHON, Recipe, is_older

SCRIPT = Path(__file__).with_name("probe_script.py")

#: The first import of PyTorch after an installation reads half a gigabyte, through an antivirus maybe.
CHECK_SECONDS = 240.0


@dataclass(frozen=True)
class CheckReport:
    """What a check found.

    Attributes:
        python: path as given.
        version: of Python; empty when it did not answer.
        problems: why the engine cannot run with it, the gravest first; empty when it can.
        versions: by package, those that are there.
        device: what PyTorch would use, such as ``CPU`` or ``NVIDIA ... · CUDA 12.6``.
    """

    python: Path
    version: str = ""
    problems: tuple[SceneFillError, ...] = ()
    versions: Mapping[str, str] = field(default_factory=dict)
    device: str = ""

    @property
    def ok(self) -> bool:
        return not self.problems


def check_python(
    python: Path, recipe: Recipe, environ: Mapping[str, str], feedback: Feedback, seconds: float = CHECK_SECONDS
) -> CheckReport:
    """Ask a Python what it has. Blocks; background thread.

    Args:
        environ: a clean child environment.

    Raises:
        JobCancelled: ``feedback`` said stop.
    """
    argv = [str(python), "-I", "-X", "utf8", str(SCRIPT), ",".join(recipe.minimums), ",".join(recipe.modules)]
    # Libraries leave caches in the folder for temporary files; this one goes with all that is in it.
    work = tempfile.mkdtemp(prefix="scenefill-check-")
    own = {**environ, **dict.fromkeys(("TMPDIR", "TEMP", "TMP"), work)}
    try:
        ended = run_child(argv, environ=own, feedback=feedback, seconds=seconds)
    except SceneFillError as error:
        feedback.raise_if_cancelled()
        return CheckReport(python, problems=(error,))
    finally:
        shutil.rmtree(work, ignore_errors=True)
    line = next((line for line in reversed(ended.lines) if line.startswith("probe: ")), "")
    try:
        return _judge(python, json.loads(line.removeprefix("probe: ")), recipe)
    except (ValueError, KeyError, TypeError, AttributeError):
        return CheckReport(python, problems=(_no_python(python, ended.lines, ended.returncode),))


def _judge(python: Path, facts: Mapping[str, Any], recipe: Recipe) -> CheckReport:
    version = tuple(int(part) for part in facts["python"])
    versions = {str(name): str(value) for name, value in facts["versions"].items()}
    errors = {str(name): str(value) for name, value in facts["errors"].items()}
    unfit = _unfit(version[:2], int(facts["bits"]))
    problems = (unfit,) if unfit else (*_package_problems(versions, recipe), *_load_problems(errors, versions, recipe))
    return CheckReport(python, ".".join(str(part) for part in version), problems, versions, str(facts["device"]))


def _no_python(python: Path, lines: tuple[str, ...], returncode: int) -> SceneFillError:
    return SceneFillError(
        "wrong-python",
        tr("{path} does not answer like Python 3.10 or later.").format(path=python),
        tr("Choose the Python program of an environment, such as bin/python or Scripts\\python.exe."),
        {"returncode": returncode, "output": list(lines[-10:])},
    )


def _unfit(minor: tuple[int, ...], bits: int) -> Optional[SceneFillError]:
    shown = ".".join(str(part) for part in minor)
    hint = tr("Use 64-bit Python 3.10 to 3.14.")
    if minor < OLDEST_PYTHON:
        return SceneFillError("env-old-python", tr("Python {version} is too old.").format(version=shown), hint)
    if minor > NEWEST_PYTHON:
        message = tr("Python {version} is newer than the packages that the engine needs.").format(version=shown)
        return SceneFillError("env-new-python", message, hint)
    if bits != 64:
        return SceneFillError("env-architecture", tr("This Python is a 32-bit program."), hint)
    return None


def _package_problems(versions: Mapping[str, str], recipe: Recipe) -> list[SceneFillError]:
    minimums = recipe.minimums
    missing = [name for name in minimums if name not in versions]
    old = [name for name in minimums if name in versions and is_older(versions[name], minimums[name])]
    problems = []
    if missing:
        problems.append(
            SceneFillError(
                "env-missing-packages",
                tr("Packages are missing: {names}.").format(names=", ".join(missing)),
                tr("Install them there, or let SceneFill make an environment."),
                {"packages": missing},
            )
        )
    if old:
        shown = ", ".join(f"{name} {versions[name]} (≥ {minimums[name]})" for name in old)
        problems.append(
            SceneFillError(
                "env-old-packages",
                tr("Packages are too old: {names}.").format(names=shown),
                tr("Update them there, or let SceneFill make an environment."),
                {"packages": old},
            )
        )
    return problems


def _load_problems(errors: Mapping[str, str], versions: Mapping[str, str], recipe: Recipe) -> list[SceneFillError]:
    """Packages that are there and do not load; what fails because something is missing was told already."""
    if any(name not in versions for name in recipe.minimums):
        return []
    return [
        SceneFillError(
            "env-broken-package",
            tr("{name} is installed but does not load: {reason}").format(name=name, reason=reason),
            _load_hint(reason),
            {"module": name, "error": reason},
        )
        for name, reason in errors.items()
    ]


def _load_hint(reason: str) -> str:
    if "libgomp" in reason:
        return tr("Install your system's OpenMP runtime (Debian, Ubuntu: libgomp1).")
    if "WinError 126" in reason or "WinError 1114" in reason or "DLL load failed" in reason:
        return tr("Install Microsoft's Visual C++ Redistributable (x64), then repair the environment.")
    return tr("Repair the environment; if it happens again, look whether an antivirus removed files.")
