"""What the tests of the engine's environment share: a small recipe, its wheels, and feedbacks that remember."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Optional

import pytest
from scenefill.core.feedback import Feedback
from scenefill.plugin.environment.prepare import Request
from scenefill.plugin.environment.recipe import Recipe
from scenefill.plugin.runner.child_environment import clean_environment
from scenefill.tests.qgis.wheel_files import make_wheel


@dataclass
class Watching(Feedback):
    """Remembers all that is reported, and cancels as soon as a stage or a line that holds some words comes."""

    cancel_at: str = ""
    stages: list[str] = field(default_factory=list)
    fractions: list[float] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    cancelled: bool = False

    def progress(self, fraction: float, stage: str) -> None:
        self.fractions.append(fraction)
        if stage not in self.stages:
            self.stages.append(stage)
        self.cancelled = self.cancelled or (bool(self.cancel_at) and self.cancel_at == stage)

    def log(self, level: str, text: str) -> None:
        self.lines.append(text)
        self.cancelled = self.cancelled or (bool(self.cancel_at) and self.cancel_at in text)

    def is_cancelled(self) -> bool:
        return self.cancelled


def small_recipe(**changes: object) -> Recipe:
    values = {
        "requirements": ("scenefill-first>=1.0", "scenefill-second>=1.0"),
        "constraints": ("scenefill-first==1.1", "scenefill-second==2.0", "scenefill-third==0.5"),
        "modules": ("scenefill_first", "scenefill_second"),
        "first": ("scenefill-first",),
        "download_bytes": {"cpu": 1_000_000, "cuda": 1_000_000},
        "disk_bytes": {"cpu": 30_000_000, "cuda": 30_000_000},
        **changes,
    }
    return Recipe(**values)


def small_wheels(folder: Path, *, source: str = "") -> Path:
    """A folder with the wheels of :func:`small_recipe` and newer ones that its pins forbid."""
    folder.mkdir(parents=True, exist_ok=True)
    make_wheel(folder, "scenefill_first", "1.1", source=source, ballast=200_000)
    make_wheel(folder, "scenefill_first", "1.2")
    make_wheel(folder, "scenefill_second", "2.0", needs=("scenefill-third",))
    make_wheel(folder, "scenefill_third", "0.5")
    return folder


def offline_environ(wheels: Path) -> dict[str, str]:
    """Variables of a child whose pip knows one folder of wheels and no index, whatever this machine is set up for."""
    own = clean_environment(os.environ)
    environ = {name: value for name, value in own.items() if not name.startswith(("PIP_", "UV_"))}
    # The system's programs only: a computer may have a dozen Pythons, each of which would be asked what it is.
    environ["PATH"] = os.defpath
    environ.update(PIP_CONFIG_FILE=os.devnull, PIP_NO_INDEX="1", PIP_FIND_LINKS=str(wheels))
    return environ


def small_request(root: Path, wheels: Path, *, bundle: Optional[Path] = None, **changes: object) -> Request:
    values = {"environ": offline_environ(wheels), "bundle": bundle, "root": root, "recipe": small_recipe(), **changes}
    return Request(**values)


@pytest.fixture(scope="session", name="uv_folder")
def uv_program_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the program uv: beside this Python, or else installed for these tests."""
    beside = Path(sys.executable).parent
    if (beside / "uv").exists():
        return beside
    target = tmp_path_factory.mktemp("uv")
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--target", str(target), "uv"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr
    return target / "bin"
