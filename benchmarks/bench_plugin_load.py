"""How much longer QGIS takes to load SceneFill than a plugin that does nothing.

Each round is a fresh QGIS in which both are loaded for the first time, in turns first.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import tempfile
from pathlib import Path

from .table import Row

ROOT = Path(__file__).resolve().parents[1]
EMPTY = "empty_one"
#: SceneFill may take so much longer; the bar is this much of it.
ALLOWED_MS = 100.0
BAR = 1.0

_EMPTY_CODE = """
def classFactory(iface):
    return Empty()

class Empty:
    def initGui(self):
        pass

    def unload(self):
        pass
"""
_EMPTY_METADATA = """[general]
name=Empty
description=Does nothing
about=Does nothing
version=0.1
qgisMinimumVersion=3.22
qgisMaximumVersion=4.99
author=nobody
email=nobody@scenefill.example
tracker=https://scenefill.example/
repository=https://scenefill.example/
"""


def write_plugins(folder: Path) -> None:
    """A folder of plugins with SceneFill and the empty one."""
    (folder / "scenefill").symlink_to(ROOT)
    (folder / EMPTY).mkdir()
    (folder / EMPTY / "__init__.py").write_text(_EMPTY_CODE, encoding="utf-8")
    (folder / EMPTY / "metadata.txt").write_text(_EMPTY_METADATA, encoding="utf-8")


def load_once(plugins: Path, out: Path, names: list[str]) -> dict[str, float]:
    """Milliseconds by plugin, loaded in this order in a fresh QGIS."""
    command = [ROOT / "scripts/qgis_window.sh", "--plugins", plugins, "--enable", "none"]
    command += [ROOT / "scripts/window/load_time.py", out, *names]
    environment = {**os.environ, "SCENEFILL_WINDOW_LIMIT": "120"}
    subprocess.run([str(part) for part in command], check=True, env=environment, capture_output=True)
    return dict(json.loads(out.read_text(encoding="utf-8")))


def rows() -> list[Row]:
    """The one ratio."""
    return [Row(f"loading the plugin, beyond an empty one, over {ALLOWED_MS:g} ms", measure(), BAR)]


def measure(rounds: int = 6) -> float:
    """Median difference between SceneFill and the empty plugin, as a share of :data:`ALLOWED_MS`."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        (folder / "plugins").mkdir()
        write_plugins(folder / "plugins")
        differences = []
        for turn in range(rounds):
            names = ["scenefill", EMPTY] if turn % 2 else [EMPTY, "scenefill"]
            took = load_once(folder / "plugins", folder / "took.json", names)
            differences.append(took["scenefill"] - took[EMPTY])
    return statistics.median(differences) / ALLOWED_MS
