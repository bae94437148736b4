"""Inside QGIS: load and unload SceneFill ten times, and tell what it leaves behind each time."""

from __future__ import annotations

import json
import logging
from pathlib import Path

import driver
from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QEvent, QObject
from qgis.PyQt.QtWidgets import QApplication, QDockWidget, QToolBar
from qgis.utils import iface, loadPlugin, startPlugin, unloadPlugin


def traces() -> dict[str, list[str]]:
    """What of SceneFill can be found in the window and in QGIS."""
    window = iface.mainWindow()
    bars = [a.objectName() for bar in window.findChildren(QToolBar) for a in bar.actions()]
    menus = [a.objectName() for menu in (iface.rasterMenu(), iface.pluginHelpMenu()) for a in menu.actions()]
    # QGIS tells the classes of its locator's filters only as objects: they are children of it.
    objects = [child.metaObject().className() for child in window.findChildren(QObject)]
    locators = ["scenefill" for name in objects if name == "FillViewFilter"]
    providers = [provider.id() for provider in QgsApplication.processingRegistry().providers()]
    found = {
        "toolbars": bars,
        "menus": menus,
        "locators": locators,
        "providers": providers,
        "docks": [dock.objectName() for dock in window.findChildren(QDockWidget)],
        "handlers": [type(handler).__name__ for handler in logging.getLogger("scenefill").handlers],
        "children": [type(child).__name__ for child in window.children()],
    }
    ours = {k: [n for n in names if "scenefill" in n.lower() or k == "handlers"] for k, names in found.items()}
    return {**ours, "objects": [str(len(found["children"]))]}


def main() -> None:
    out = Path(driver.ARGUMENTS[0])
    rounds = []
    for turn in range(10):
        if turn:
            loadPlugin("scenefill")
            startPlugin("scenefill")
        # Every other time with the dock, which is made when it is first shown.
        if turn % 2:
            driver.plugin()._show_dock()
        driver.pause(0.2)
        loaded = traces()
        unloadPlugin("scenefill")
        driver.pause(0.2)
        # What is to be deleted later waits for the event loop that this script runs in.
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        rounds.append({"loaded": loaded, "unloaded": traces()})
    out.write_text(json.dumps(rounds), encoding="utf-8")
