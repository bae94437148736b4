"""Background work: a QgsTask that carries plain data in, and one answer or one error out.

The rules that keep QGIS alive: whatever touches a layer, the project or a widget is done on the main thread before the
task starts or after it ends; ``run`` never raises; a task that nobody refers to is collected by Python while QGIS still
runs it, so :class:`TaskKeeper` refers to it.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, Optional

from qgis.core import QgsApplication, QgsTask
from qgis.PyQt.QtCore import QObject, QThreadPool, QTimer, pyqtSignal

from ..core.errors import JobCancelled, SceneFillError
from ..core.failures import describe
from ..core.feedback import Feedback
from .log import logger

#: A fraction may arrive many times a second; the user sees no more than this many.
_REPORTS_PER_SECOND = 10.0
#: Held while a task is handed to QGIS, and while one leaves its ``run``: never both at once, see :class:`TaskKeeper`.
_gate = threading.RLock()


class TaskFeedback(Feedback):
    """A task's feedback, used in its thread: progress goes out as signals, which Qt delivers on the main thread."""

    def __init__(self, task: EngineTask) -> None:
        self._task = task
        self._started = time.monotonic()
        self._reported = 0.0
        self._stage = ""

    def progress(self, fraction: float, stage: str) -> None:
        now = time.monotonic()
        if stage == self._stage and fraction < 1.0 and now - self._reported < 1.0 / _REPORTS_PER_SECOND:
            return
        self._reported, self._stage = now, stage
        left = (now - self._started) * (1.0 - fraction) / fraction if fraction > 0.05 else None
        self._task.setProgress(100.0 * fraction)
        self._task.progressed.emit(fraction, stage, -1.0 if left is None else left)

    def is_cancelled(self) -> bool:
        return bool(self._task.isCanceled())

    def log(self, level: str, text: str) -> None:
        super().log(level, text)
        self._task.logged.emit(level, text)

    def preview(self, path: str) -> None:
        self._task.previewed.emit(path)


class EngineTask(QgsTask):
    """Does ``work`` in a background thread.

    Signals (all delivered on the main thread; exactly one of the last three ends the task):
        progressed(fraction, stage, seconds_left): ``seconds_left`` is -1 while unknown.
        previewed(path): a draft exists.
        logged(level, text)
        succeeded(answer), failed(SceneFillError), stopped()
    """

    progressed = pyqtSignal(float, str, float)
    previewed = pyqtSignal(str)
    logged = pyqtSignal(str, str)
    succeeded = pyqtSignal(object)
    failed = pyqtSignal(object)
    stopped = pyqtSignal()

    def __init__(self, title: str, work: Callable[[Feedback], Any], *, hidden: bool = False) -> None:
        """
        Args:
            title: what QGIS' task list shows.
            work: called in the background thread with a feedback; holds plain data only, no QGIS or Qt object.
            hidden: keep small lookups out of QGIS' list of tasks, where this QGIS can.
        """
        flags = QgsTask.Flag.CanCancel
        for name in ("Hidden", "Silent") if hidden else ():
            flag = getattr(QgsTask.Flag, name, None)
            flags = flags if flag is None else flags | flag
        super().__init__(title, flags)
        self._work = work
        self._answer: Any = None
        self._error: Optional[SceneFillError] = None
        self.has_run = False

    def run(self) -> bool:
        try:
            with _lent_thread():
                self._answer = self._work(TaskFeedback(self))
        except SceneFillError as error:
            self._error = _without_frames(error)
        except BaseException as error:  # noqa: BLE001 -- what leaves run(), a sys.exit() too, takes QGIS down
            logger.exception("A background task failed")
            self._error = _told(error)
        with _gate:
            self.has_run = True
        return self._error is None

    def finished(self, result: bool) -> None:
        if self.isCanceled() or isinstance(self._error, JobCancelled):
            self.stopped.emit()  # also when the work did not listen: who cancels has no use for its answer
        elif result:
            self.succeeded.emit(self._answer)
        else:
            self.failed.emit(self._error or SceneFillError("internal", "A background task ended without an answer."))


def _told(error: BaseException) -> SceneFillError:
    """What the user is told of an exception that nobody raised on purpose: a full disk or memory is no defect."""
    if isinstance(error, (OSError, MemoryError)):
        found = describe(error)
        if found.code != "internal":
            return found
    return SceneFillError(
        "internal",
        f"Something went wrong in SceneFill: {type(error).__name__}: {error}",
        "Copy the diagnostics report and send it to the developers.",
    )


def _without_frames(error: SceneFillError) -> SceneFillError:
    """The error without what its traceback holds: an error is kept and shown, a raster that was open there is closed.

    A GDAL dataset that is still referred to when QGIS ends is closed after GDAL itself, which crashes.
    """
    told: Optional[BaseException] = error
    while told is not None:
        told.__traceback__ = None
        told = told.__cause__ or told.__context__
    return error


@contextmanager
def _lent_thread() -> Iterator[None]:
    """Let another of QGIS' tasks start meanwhile.

    QGIS draws its maps in the same pool, of as many threads as there are cores. What waits for the engine's process
    needs no core, and must not keep the small lookups waiting on a computer that has two.
    """
    pool = QThreadPool.globalInstance()
    pool.releaseThread()
    try:
        yield
    finally:
        pool.reserveThread()


class TaskKeeper(QObject):
    """Starts tasks, refers to them as long as they live, and cancels them all when the plugin goes.

    A task waits until QGIS has dealt with the end of those before it. QgsTaskManager remembers the address of the
    runnable of a task that has run, which the thread pool has deleted by then; a runnable made at that address
    meanwhile is taken for it and deleted, and its task never runs (https://github.com/qgis/QGIS/issues/53806).
    """

    def __init__(self, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._tasks: list[EngineTask] = []
        self._waiting: list[EngineTask] = []
        self._turn = QTimer(self)
        self._turn.setSingleShot(True)
        self._turn.timeout.connect(self._hand_over)
        # Tasks use them, and the main thread has to see them first (docs/decisions/0029).
        self._shared = (QThreadPool.globalInstance(), QgsApplication.authManager())

    def start(self, task: EngineTask) -> EngineTask:
        self._tasks.append(task)
        for signal in (task.taskCompleted, task.taskTerminated):
            signal.connect(lambda ended=task: self._forget(ended))
        self._waiting.append(task)
        self._hand_over()
        return task

    def cancel_all(self) -> None:
        """Ask all to stop; their answers are not waited for."""
        for task in list(self._tasks):
            task.cancel()

    @property
    def running(self) -> tuple[EngineTask, ...]:
        return tuple(self._tasks)

    def _hand_over(self) -> None:
        """Give QGIS what waits, if no task is between its end and what QGIS does about it."""
        for task in [task for task in self._waiting if task.isCanceled()]:
            self._waiting.remove(task)
            task.stopped.emit()
        with _gate:
            if not any(task.has_run for task in self._tasks):
                waiting, self._waiting = self._waiting, []
                for task in waiting:
                    QgsApplication.taskManager().addTask(task)

    def _forget(self, task: EngineTask) -> None:
        if task in self._tasks:
            self._tasks.remove(task)
        if self._waiting:
            self._turn.start(0)  # not from here: QGIS may still be at this task's end


class Latest:
    """Tells the answer to the latest question from stale ones.

    ``token = latest.ask()`` when a question starts; ``latest.is_current(token)`` when its answer comes.
    """

    def __init__(self) -> None:
        self._token = 0

    def ask(self) -> int:
        self._token += 1
        return self._token

    def is_current(self, token: int) -> bool:
        return token == self._token
