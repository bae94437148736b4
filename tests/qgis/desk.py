"""A window with a map, a message bar and the dock, as in QGIS, for tests that use SceneFill the way a person does."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from qgis.core import QgsProject, QgsRasterLayer
from qgis.gui import QgsMapCanvas, QgsMessageBar
from qgis.PyQt.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QMainWindow, QVBoxLayout, QWidget
from scenefill.core.job import Adapt, Sampling
from scenefill.plugin.demo import DemoScene
from scenefill.plugin.form import How
from scenefill.plugin.history import RunHistory
from scenefill.plugin.run_folders import RunFolders
from scenefill.plugin.runs import RunController
from scenefill.plugin.session import Session
from scenefill.tests.processes import workers
from scenefill.ui.dock import SceneFillDock

#: Far longer than anything takes: a test that waits this long has failed.
PATIENCE = 240.0


class Desk(QObject):
    """Everything that belongs to one loaded SceneFill; :meth:`close` ends all but the session.

    Attributes:
        ended: what the runs came to: ``("finished" | "failed" | "stopped", record, error or None)``, in order.
        stages: ``(fraction, stage)`` as reported.
    """

    def __init__(self, session: Session, folder: Path) -> None:
        """``folder``: for the list of past runs."""
        super().__init__()
        self._closed = False
        self.session = session
        self.window = QMainWindow()
        centre = QWidget(self.window)
        column = QVBoxLayout(centre)
        self.bar = QgsMessageBar(centre)
        self.canvas = QgsMapCanvas(centre)
        column.addWidget(self.bar)
        column.addWidget(self.canvas)
        self.window.setCentralWidget(centre)
        self.runs = RunController(session, history=RunHistory(folder / "runs.json"), folders=RunFolders())
        self.demo = DemoScene(session, self.runs)
        self.dock = SceneFillDock(session, self.runs, self.demo, self.canvas, self.bar, self.window)
        self.window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self.dock)
        self.ended: list[tuple[str, Any, Any]] = []
        self.stages: list[tuple[float, str]] = []
        self.runs.finished.connect(lambda record: self.ended.append(("finished", record, None)))
        self.runs.failed.connect(lambda record, error: self.ended.append(("failed", record, error)))
        self.runs.stopped.connect(lambda record: self.ended.append(("stopped", record, None)))
        self.runs.progressed.connect(lambda _, fraction, stage, __: self.stages.append((fraction, stage)))
        self.window.resize(1200, 720)
        self.window.show()
        self.dock.show()

    # -- what a person does

    def click(self, button: QWidget) -> None:
        if not (button.isVisible() and button.isEnabled()):
            raise AssertionError(f"{button.objectName()} cannot be clicked")
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def open_demo(self) -> None:
        """Open the demo scene by its button, and wait until the form is ready to run."""
        self.click(self.dock.contents.demo_button)
        self.wait(lambda: self.dock.form().inputs, "the demo scene")
        self.wait(lambda: self.dock.run_panel.run.isEnabled(), "a form that can be run")

    def draw_with(self, steps: int, samples: int, adapt: int = 0) -> None:
        """Choose how much work the run is."""
        self.dock.how_panel.set_how(How(Sampling("estimate", steps, samples, 5, Adapt(adapt))))
        self.wait(lambda: self.dock.run_panel.run.isEnabled(), "a form that can be run")

    def run(self) -> None:
        self.stages.clear()
        self.click(self.dock.run_panel.run)

    def run_to_the_end(self) -> Any:
        """Press Run and wait for what it comes to."""
        before = len(self.ended)
        self.run()
        self.wait(lambda: len(self.ended) > before, "the end of the run")
        return self.ended[-1]

    def wait_for_stage(self, stage: str) -> None:
        self.wait(lambda: self.ended or any(name == stage for _, name in self.stages), f"stage {stage}")

    # -- what there is to see

    def shown_errors(self) -> str:
        """All text of the message bar."""
        return " ".join(f"{item.title()}: {item.text()}" for item in self.bar.items())

    def layers(self) -> list[QgsRasterLayer]:
        return [node.layer() for node in QgsProject.instance().layerTreeRoot().findLayers() if node.layer() is not None]

    def worker(self) -> int:
        """The process id of the engine."""
        found = workers()
        assert len(found) == 1, found
        return found[0].pid

    # -- time

    def wait(self, condition: Callable[[], Any], what: str, seconds: float = PATIENCE) -> None:
        """Let the event loop turn until ``condition`` holds."""
        until = time.monotonic() + seconds
        while not condition():
            assert time.monotonic() < until, f"{what} did not come within {seconds:g} s; {self.shown_errors()}"
            loop = QEventLoop()
            QTimer.singleShot(10, loop.quit)
            loop.exec()

    def close(self) -> None:
        if self._closed:
            return
        self._closed = True
        self.runs.close()
        self.dock.close_down()
        self.window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


class Heartbeat(QObject):
    """Beats every 5 ms on the event loop and remembers what kept it from beating.

    Between two beats the main thread may not work for long, nor wait for long. Work is told by its processor time:
    a busy machine, where a thread waits for its turn, makes every gap longer.
    """

    #: Seconds of work between two beats, time that a hypervisor takes included, and seconds from one to the next.
    WORK, WAIT = 0.5, 5.0

    def __init__(self) -> None:
        super().__init__()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)

    def start(self) -> None:
        # What the tests before have left is not looked through again and again.
        gc.collect()
        gc.freeze()
        self._work = self._wait = 0.0
        self._last = self._now()
        self._timer.start(5)

    def stop(self) -> None:
        """End it; fails when the event loop was kept from turning."""
        self._timer.stop()
        gc.unfreeze()
        found = f"worked for {1000 * self._work:.0f} ms, stood for {1000 * self._wait:.0f} ms"
        assert self._work < self.WORK and self._wait < self.WAIT, found

    @staticmethod
    def _now() -> tuple[float, float]:
        return time.thread_time(), time.perf_counter()

    def _beat(self) -> None:
        now = self._now()
        work, wait = (new - old for new, old in zip(now, self._last))
        self._work, self._wait, self._last = max(self._work, work), max(self._wait, wait), now
