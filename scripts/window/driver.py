"""Drives a QGIS window from inside, the way a person would: by clicks, keys and waiting for what they bring about.

A script defines ``main()``; ``start`` calls it when QGIS is ready, then quits. An exception makes the exit status 1 and
goes to stderr.
"""

from __future__ import annotations

import os
import runpy
import sys
import time
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any

from qgis.core import QgsApplication, QgsProject
from qgis.PyQt.QtCore import QEventLoop, QObject, QPoint, Qt, QTimer
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QWidget
from qgis.utils import iface, plugins

ARGUMENTS = [text for text in os.environ.get("SCENEFILL_WINDOW_ARGUMENTS", "").split("\x1f") if text]


def start() -> None:
    """Run the script when the event loop of QGIS turns."""
    width, height = (int(side) for side in os.environ["SCENEFILL_WINDOW_SIZE"].split("x"))
    iface.mainWindow().showNormal()
    iface.mainWindow().setGeometry(0, 0, width, height)
    QTimer.singleShot(500, _run)


def _run() -> None:
    status = 1
    try:
        runpy.run_path(os.environ["SCENEFILL_WINDOW_SCRIPT"])["main"]()
        status = 0
    except SystemExit as wanted:
        status = int(wanted.code or 0)
    except BaseException:  # noqa: BLE001 -- whatever it is, it is told, and QGIS has to go
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        Path(os.environ["SCENEFILL_WINDOW_STATUS"]).write_text(str(status), encoding="ascii")
        QTimer.singleShot(0, _leave)


def _leave() -> None:
    """Quit as the menu does, which closes the project first, but without its questions."""
    QgsProject.instance().clear()
    QApplication.quit()


def plugin() -> Any:
    """The loaded SceneFill."""
    return plugins["scenefill"]


def pause(seconds: float) -> None:
    """Let the window live for a while."""
    loop = QEventLoop()
    QTimer.singleShot(int(seconds * 1000), loop.quit)
    loop.exec()


def wait_for(condition: Callable[[], Any], what: str, seconds: float = 60.0) -> Any:
    """Let the window live until ``condition`` gives something true, and return that."""
    until = time.monotonic() + seconds
    while True:
        found = condition()
        if found:
            return found
        if time.monotonic() > until:
            raise TimeoutError(f"{what} did not come about within {seconds:g} s")
        pause(0.02)


def find(kind: type, name: str, parent: QObject | None = None) -> Any:
    """The widget or action of this object name."""
    found = (parent or iface.mainWindow()).findChild(kind, name)
    if found is None:
        raise LookupError(f"there is no {kind.__name__} called {name}")
    return found


def click(widget: QWidget) -> None:
    """A click with the left button in the middle, which must be on the screen and enabled."""
    if not (widget.isVisible() and widget.isEnabled()):
        raise RuntimeError(f"{widget.objectName()} cannot be clicked: hidden or disabled")
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, widget.rect().center())


def screenshot(path: str | os.PathLike[str], widget: QWidget | None = None) -> None:
    """What the display shows, or the part of it that a widget covers, menus and dialogs over it included."""
    pause(0.4)
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    screen = QApplication.primaryScreen()
    if widget is None:
        picture = screen.grabWindow(0)
    else:
        corner = widget.mapToGlobal(QPoint(0, 0))
        picture = screen.grabWindow(0, corner.x(), corner.y(), widget.width(), widget.height())
    # The best compression that PNG has: the repository keeps every version.
    if not picture.save(str(path), "PNG", 0):
        raise OSError(f"{path} could not be written")


def map_is_drawn() -> bool:
    """Whether the canvas shows everything it has to."""
    canvas = iface.mapCanvas()
    return not canvas.isDrawing() and not QgsApplication.taskManager().countActiveTasks()
