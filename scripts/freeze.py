"""Write the pins from the environment this runs in: ``.venv/bin/python scripts/freeze.py``.

``requirements/constraints.txt`` is for development; ``resources/environment/constraints.txt`` is what of it the engine
environment of a user of the plugin needs.

What the extras need, directly or not, and the build backend are pinned to their public versions (a local build such as
``+cpu`` is the installer's choice, not ours). A package that needs a later Python than the engine's oldest gets a
marker, so that pip finds an earlier release there. Whatever else lies in the environment is left out.
"""

from __future__ import annotations

import re
from importlib import metadata
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
TARGETS = {
    ROOT / "requirements" / "constraints.txt": ("scenefill[engine,train,server,cluster,dev]", "setuptools"),
    ROOT / "resources" / "environment" / "constraints.txt": ("scenefill[engine]",),
}
OLDEST_PYTHON = (3, 10)
HEADER = """\
# The versions that SceneFill is built and tested with.
# Made by scripts/freeze.py: to change one, install it in .venv, run the tests, then the script.
"""


def needed(roots: tuple[str, ...]) -> set[str]:
    """Canonical names of everything that ``roots`` need in this environment, themselves included."""
    waiting = [Requirement(root) for root in roots]
    seen: set[tuple[str, frozenset[str]]] = set()
    while waiting:
        requirement = waiting.pop()
        name, extras = canonicalize_name(requirement.name), frozenset(requirement.extras)
        if (name, extras) in seen:
            continue
        seen.add((name, extras))
        for line in metadata.requires(name) or ():
            child = Requirement(line)
            if child.marker is None or any(child.marker.evaluate({"extra": extra}) for extra in extras or {""}):
                waiting.append(child)
    return {name for name, _ in seen}


def needed_python(requires: str) -> tuple[int, int]:
    """The lowest (major, minor) of a ``Requires-Python`` value; (3, 0) where it names none."""
    found = re.search(r">=\s*(\d+)\.(\d+)", requires)
    return (int(found[1]), int(found[2])) if found else (3, 0)


def constraint(name: str) -> str:
    dist = metadata.distribution(name)
    line = f"{name}=={dist.version.split('+')[0]}"
    python = needed_python(dist.metadata["Requires-Python"] or "")
    return f'{line} ; python_version >= "{python[0]}.{python[1]}"' if python > OLDEST_PYTHON else line


def main() -> None:
    for target, roots in TARGETS.items():
        names = sorted(needed(roots) - {"scenefill"})
        target.parent.mkdir(exist_ok=True)
        target.write_text(HEADER + "\n".join(map(constraint, names)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
