"""Inside QGIS: how long each plugin named in the arguments takes to load for the first time, in milliseconds."""

from __future__ import annotations

import json
import time
from pathlib import Path

import driver
from qgis.utils import loadPlugin, startPlugin, updateAvailablePlugins


def main() -> None:
    out, *names = driver.ARGUMENTS
    updateAvailablePlugins()
    # What QGIS itself still has to do after its start must not count.
    driver.pause(1.0)
    took = {}
    for name in names:
        started = time.perf_counter()
        if not (loadPlugin(name) and startPlugin(name)):
            raise RuntimeError(f"{name} could not be loaded")
        took[name] = 1000.0 * (time.perf_counter() - started)
    Path(out).write_text(json.dumps(took), encoding="utf-8")
