"""What an engine environment has to hold: ranges, pins, and the modules that must be importable."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent.parent / "resources" / "environment"

#: Oldest and newest Python that every pinned package has a build for.
OLDEST_PYTHON = (3, 10)
NEWEST_PYTHON = (3, 14)

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")


@dataclass(frozen=True)
class Recipe:
    """A list of packages.

    Attributes:
        requirements: ``name>=minimum`` lines; what an existing Python is measured by.
        constraints: ``name==version`` lines with markers, of these and of all that they need; what is installed.
        modules: names that must be importable, because a package may be there and not load.
        first: packages that are installed before the rest, from an index of their own where there is one.
        download_bytes, disk_bytes: what it takes, by kind of processor (``cpu`` or ``cuda``).
    """

    requirements: tuple[str, ...]
    constraints: tuple[str, ...]
    modules: tuple[str, ...]
    first: tuple[str, ...]
    download_bytes: Mapping[str, int]
    disk_bytes: Mapping[str, int]

    @property
    def minimums(self) -> dict[str, str]:
        """Lowest version by package, in the order of the requirements; empty where any will do."""
        return {name_of(line): line.partition(">=")[2].strip() for line in self.requirements}

    @property
    def first_requirements(self) -> tuple[str, ...]:
        return tuple(line for line in self.requirements if name_of(line) in self.first)

    @property
    def expected(self) -> int:
        """About how many packages will be installed."""
        return max(len(self.constraints), len(self.requirements))

    @property
    def digest(self) -> str:
        """Tells two recipes apart, hex."""
        text = "\n".join((*self.requirements, "", *self.constraints))
        return hashlib.sha256(text.encode("utf-8")).hexdigest()[:16]


def engine_recipe() -> Recipe:
    """The recipe of the engine, from ``resources/environment``."""
    return Recipe(
        requirements=_lines("requirements.txt"),
        constraints=_lines("constraints.txt"),
        modules=("torch", "diffusers", "rasterio", "scipy", "pyogrio", "cv2", "s2cloudless"),
        first=("torch",),
        # For processors measured on Linux: 444 MB of wheels, 1.74 GB installed; the downloads lie there meanwhile.
        download_bytes={"cpu": 450_000_000, "cuda": 3_000_000_000},
        disk_bytes={"cpu": 2_200_000_000, "cuda": 8_000_000_000},
    )


def name_of(requirement: str) -> str:
    """Package name at the start of a requirement, lower case with hyphens."""
    found = _NAME.match(requirement.strip())
    return re.sub(r"[._-]+", "-", found[0]).lower() if found else ""


def release_of(version: str) -> tuple[int, ...]:
    """The numbers of a version (``2.13.0+cpu`` gives ``(2, 13, 0)``), for comparison."""
    found = re.match(r"\d+(?:\.\d+)*", version.strip().lstrip("v"))
    return tuple(int(part) for part in found[0].split(".")) if found else ()


def is_older(version: str, minimum: str) -> bool:
    """Whether ``version`` is below ``minimum``; nothing is below an empty minimum."""
    ours, least = release_of(version), release_of(minimum)
    width = max(len(ours), len(least))
    return ours + (0,) * (width - len(ours)) < least + (0,) * (width - len(least))


def _lines(name: str) -> tuple[str, ...]:
    text = (FOLDER / name).read_text(encoding="utf-8")
    stripped = (line.strip() for line in text.splitlines())
    return tuple(line for line in stripped if line and not line.startswith("#"))
