"""Inside QGIS: open the dock and let it settle."""

from __future__ import annotations

import driver
from qgis.core import QgsApplication
from qgis.PyQt.QtWidgets import QAction


def main() -> None:
    driver.find(QAction, "scenefillToggle").trigger()
    driver.pause(1.0)
    driver.wait_for(lambda: not QgsApplication.taskManager().countActiveTasks(), "the end of all tasks", 120)
