"""Inside QGIS: start the demo run, then quit in the middle of it, or be killed there (argument ``killed``)."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import driver
from qgis.PyQt.QtWidgets import QAction


def main() -> None:
    manner, out = driver.ARGUMENTS
    driver.find(QAction, "scenefillToggle").trigger()
    dock = driver.plugin().dock()
    driver.click(dock.contents.demo_button)
    driver.wait_for(lambda: dock.form().inputs and dock.run_panel.run.isEnabled(), "the demo scene", 240)
    driver.click(dock.run_panel.run)
    driver.wait_for(lambda: dock.run_panel.bar.value() > 100, "some windows", 300)
    runner = driver.plugin()._session.runner()
    Path(out).write_text(str(runner.pid), encoding="ascii")
    if manner == "killed":
        os.kill(os.getpid(), signal.SIGKILL)
