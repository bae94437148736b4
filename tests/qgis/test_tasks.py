"""plugin/tasks.py: one ending, on the main thread, whatever the work does; and tasks that Python does not collect."""

from __future__ import annotations

import errno
import gc
import threading
import time
import weakref
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from pytestqt.qtbot import QtBot
from qgis.core import QgsApplication, QgsTask
from qgis.PyQt.QtCore import QCoreApplication, QObject, QThread
from scenefill.core.errors import JobCancelled, SceneFillError
from scenefill.core.feedback import Feedback
from scenefill.plugin.tasks import EngineTask, Latest, TaskKeeper

WAIT_MS = 20_000
PATIENCE = WAIT_MS / 1000


class Witness(QObject):
    """Writes down what a task says, in order, and whether it was said on the main thread."""

    def __init__(self, task: EngineTask) -> None:
        super().__init__()
        self.heard: list[tuple[Any, ...]] = []
        self.elsewhere: list[str] = []
        for name in ("progressed", "previewed", "logged", "succeeded", "failed", "stopped"):
            signal = getattr(task, name)
            signal.connect(lambda *values, name=name: self.hear(name, *values))
        task.taskCompleted.connect(lambda: self.hear("taskCompleted"))
        task.taskTerminated.connect(lambda: self.hear("taskTerminated"))

    def hear(self, name: str, *values: Any) -> None:
        self.heard.append((name, *values))
        if QThread.currentThread() is not QCoreApplication.instance().thread():
            self.elsewhere.append(name)

    def all(self, name: str) -> list[tuple[Any, ...]]:
        return [values for heard, *values in self.heard if heard == name]

    @property
    def endings(self) -> list[str]:
        return [heard[0] for heard in self.heard if heard[0] in {"succeeded", "failed", "stopped"}]

    @property
    def has_ended(self) -> bool:
        return any(heard[0].startswith("task") for heard in self.heard)


class Gate:
    """Work that goes on until it is let go, or until its task is cancelled."""

    def __init__(self) -> None:
        self.entered = threading.Event()
        self.released = threading.Event()

    def __call__(self, feedback: Feedback) -> str:
        self.entered.set()
        while not self.released.wait(0.005):
            feedback.raise_if_cancelled()
        return "through"


@pytest.fixture
def keeper() -> Iterator[TaskKeeper]:
    made = TaskKeeper()
    yield made
    made.cancel_all()
    for task in made.running:
        task.waitForFinished(WAIT_MS)


@pytest.fixture
def run(keeper: TaskKeeper, qtbot: QtBot) -> Callable[..., Witness]:
    """Run work as a task to its end and tell what was heard."""

    def to_the_end(work: Callable[[Feedback], Any]) -> Witness:
        task = EngineTask("A test", work)
        witness = Witness(task)
        keeper.start(task)
        qtbot.waitUntil(lambda: witness.has_ended, timeout=WAIT_MS)
        return witness

    return to_the_end


def test_an_answer_comes_once_and_on_the_main_thread(run: Callable[..., Witness]) -> None:
    answer = {"pixels": 4}
    threads: list[int] = []

    def work(feedback: Feedback) -> object:
        threads.append(threading.get_ident())
        return answer

    witness = run(work)
    assert witness.all("succeeded") == [[answer]]
    assert witness.all("succeeded")[0][0] is answer
    assert witness.endings == ["succeeded"]
    assert witness.elsewhere == []
    assert threads and threads[0] != threading.get_ident()


def test_the_answer_comes_before_qgis_says_that_the_task_is_over(run: Callable[..., Witness]) -> None:
    names = [heard[0] for heard in run(lambda feedback: 1).heard]
    assert names == ["succeeded", "taskCompleted"]


def test_what_was_said_on_the_way_comes_before_the_answer(run: Callable[..., Witness]) -> None:
    def work(feedback: Feedback) -> int:
        feedback.progress(0.25, "windows")
        feedback.preview("/somewhere/preview.tif")
        feedback.log("warning", "Mind the gap")
        feedback.progress(1.0, "done")
        return 3

    witness = run(work)
    names = [heard[0] for heard in witness.heard]
    assert names == ["progressed", "previewed", "logged", "progressed", "succeeded", "taskCompleted"]
    assert witness.all("previewed") == [["/somewhere/preview.tif"]]
    assert witness.all("logged") == [["warning", "Mind the gap"]]
    assert witness.elsewhere == []


def test_an_error_is_handed_over_as_it_is(run: Callable[..., Witness]) -> None:
    error = SceneFillError("no-overlap", "Nothing overlaps.", "Choose another area.", {"area": [0, 0, 1, 1]})

    def work(feedback: Feedback) -> None:
        raise error

    witness = run(work)
    assert witness.endings == ["failed"]
    assert witness.all("failed")[0][0] is error
    assert [heard[0] for heard in witness.heard] == ["failed", "taskTerminated"]
    assert witness.elsewhere == []


@pytest.mark.parametrize(
    ("raised", "code"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), "disk-full"),
        (PermissionError(errno.EACCES, "Permission denied", "/data/x.tif"), "file-system"),
        (MemoryError(), "no-memory"),
    ],
)
def test_a_full_disk_is_no_defect(run: Callable[..., Witness], raised: BaseException, code: str) -> None:
    def work(feedback: Feedback) -> None:
        raise raised

    error = run(work).all("failed")[0][0]
    assert error.code == code and error.hint


@pytest.mark.parametrize("raised", [ZeroDivisionError("by zero"), SystemExit(3), OSError("has become shorter")])
def test_any_other_exception_becomes_an_internal_error(run: Callable[..., Witness], raised: BaseException) -> None:
    def work(feedback: Feedback) -> None:
        raise raised

    witness = run(work)
    assert witness.endings == ["failed"]
    error = witness.all("failed")[0][0]
    assert error.code == "internal"
    assert type(raised).__name__ in error.message
    assert error.hint


def test_cancelling_stops_the_work(keeper: TaskKeeper, qtbot: QtBot) -> None:
    gate = Gate()
    task = EngineTask("A test", gate)
    witness = Witness(task)
    keeper.start(task)
    assert gate.entered.wait(PATIENCE)
    task.cancel()
    qtbot.waitUntil(lambda: witness.has_ended, timeout=WAIT_MS)
    assert witness.endings == ["stopped"]
    assert not gate.released.is_set()


def test_work_that_stops_by_itself_counts_as_stopped(run: Callable[..., Witness]) -> None:
    def work(feedback: Feedback) -> None:
        raise JobCancelled

    assert run(work).endings == ["stopped"]


@pytest.mark.parametrize("outcome", ["answer", "error"])
def test_after_cancelling_there_is_neither_an_answer_nor_an_error(
    keeper: TaskKeeper, qtbot: QtBot, outcome: str
) -> None:
    entered, cancelled = threading.Event(), threading.Event()

    def deaf(feedback: Feedback) -> str:
        entered.set()
        assert cancelled.wait(PATIENCE)
        if outcome == "error":
            raise SceneFillError("worker-died", "The engine was stopped.")
        return "too late"

    task = EngineTask("A test", deaf)
    witness = Witness(task)
    keeper.start(task)
    assert entered.wait(PATIENCE)
    task.cancel()
    cancelled.set()
    qtbot.waitUntil(lambda: witness.has_ended, timeout=WAIT_MS)
    assert witness.endings == ["stopped"]


def test_a_task_cancelled_before_its_turn_never_works(keeper: TaskKeeper, qtbot: QtBot) -> None:
    worked = threading.Event()
    task = EngineTask("A test", lambda feedback: worked.set())
    task.hold()
    witness = Witness(task)
    keeper.start(task)
    task.cancel()
    qtbot.waitUntil(lambda: witness.has_ended, timeout=WAIT_MS)
    assert witness.endings == ["stopped"]
    assert not worked.is_set()
    assert keeper.running == ()


def test_the_keeper_refers_to_a_task_until_it_has_ended(keeper: TaskKeeper, qtbot: QtBot) -> None:
    gate = Gate()
    answers: list[object] = []

    def start() -> weakref.ref[EngineTask]:
        task = EngineTask("A test", gate)
        task.succeeded.connect(answers.append)
        keeper.start(task)
        return weakref.ref(task)

    reference = start()
    assert gate.entered.wait(PATIENCE)
    gc.collect()
    assert reference() is not None
    assert keeper.running == (reference(),)
    gate.released.set()
    qtbot.waitUntil(lambda: answers == ["through"], timeout=WAIT_MS)
    qtbot.waitUntil(lambda: keeper.running == (), timeout=WAIT_MS)


def test_nothing_refers_to_a_task_that_has_ended(keeper: TaskKeeper, qtbot: QtBot) -> None:
    answers: list[object] = []

    def start() -> weakref.ref[EngineTask]:
        task = EngineTask("A test", lambda feedback: 5)
        task.succeeded.connect(answers.append)
        keeper.start(task)
        return weakref.ref(task)

    reference = start()
    qtbot.waitUntil(lambda: answers == [5] and keeper.running == (), timeout=WAIT_MS)

    def gone() -> bool:
        gc.collect()
        return reference() is None

    qtbot.waitUntil(gone, timeout=WAIT_MS)


def test_no_task_is_lost_when_others_end_meanwhile(keeper: TaskKeeper, qtbot: QtBot) -> None:
    """QGIS deletes what waits in its pool at the address of a runnable that has run: one round in thirty lost one."""
    for _ in range(150):
        answers: list[int] = []

        def start(number: int, more: int, answers: list[int] = answers) -> None:
            task = EngineTask("A test", lambda feedback: number)
            task.succeeded.connect(answers.append)
            if more:
                task.succeeded.connect(lambda answer: start(answer, more - 1))
            keeper.start(task)

        for number in range(4):
            start(number, 2)
        QCoreApplication.processEvents()
        for number in range(5):
            start(number, 2)
        qtbot.waitUntil(lambda answers=answers: len(answers) == 27, timeout=WAIT_MS)


def test_a_task_cancelled_while_it_waits_for_another_to_end_never_works(keeper: TaskKeeper, qtbot: QtBot) -> None:
    worked = threading.Event()
    first = EngineTask("A test", lambda feedback: None)
    second = EngineTask("Another", lambda feedback: worked.set())
    witness = Witness(second)

    def start_and_cancel() -> None:
        keeper.start(second)
        second.cancel()

    first.succeeded.connect(start_and_cancel)
    keeper.start(first)
    qtbot.waitUntil(lambda: bool(witness.endings) and keeper.running == (), timeout=WAIT_MS)
    assert witness.endings == ["stopped"]
    assert not worked.is_set()


def test_cancel_all_stops_what_runs_and_what_waits(keeper: TaskKeeper, qtbot: QtBot) -> None:
    gates = [Gate() for _ in range(3)]
    tasks = [EngineTask("A test", gate) for gate in gates]
    tasks[-1].hold()
    witnesses = [Witness(task) for task in tasks]
    for task in tasks:
        keeper.start(task)
    assert gates[0].entered.wait(PATIENCE)
    keeper.cancel_all()
    qtbot.waitUntil(lambda: all(witness.has_ended for witness in witnesses), timeout=WAIT_MS)
    assert [witness.endings for witness in witnesses] == [["stopped"]] * 3
    assert keeper.running == ()


def test_progress_is_thinned_but_no_stage_and_no_end_is_lost(run: Callable[..., Witness]) -> None:
    started = time.monotonic()

    def work(feedback: Feedback) -> float:
        for stage in ("plan", "windows"):
            for step in range(20_000):
                feedback.progress(step / 20_000, stage)
        feedback.progress(1.0, "windows")
        return time.monotonic() - started

    witness = run(work)
    seconds = witness.all("succeeded")[0][0]
    reports = witness.all("progressed")
    assert len(reports) <= 10 * seconds + 3
    assert reports[0][:2] == [0.0, "plan"]
    assert [0.0, "windows"] in [report[:2] for report in reports]
    assert reports[-1][:2] == [1.0, "windows"]
    assert reports[0][2] == -1.0
    assert reports[-1][2] == 0.0


def test_qgis_own_bar_shows_the_progress(keeper: TaskKeeper, qtbot: QtBot) -> None:
    gate = Gate()

    def work(feedback: Feedback) -> str:
        feedback.progress(0.5, "windows")
        return gate(feedback)

    task = keeper.start(EngineTask("A test", work))
    qtbot.waitUntil(lambda: task.progress() == 50.0, timeout=WAIT_MS)
    assert task in QgsApplication.taskManager().activeTasks()
    gate.released.set()
    qtbot.waitUntil(lambda: keeper.running == (), timeout=WAIT_MS)


def test_a_task_can_be_cancelled_from_the_task_list_and_small_ones_are_not_in_it() -> None:
    shown = EngineTask("A test", lambda feedback: None)
    hidden = EngineTask("A test", lambda feedback: None, hidden=True)
    assert shown.canCancel() and hidden.canCancel()
    for name in ("Hidden", "Silent"):
        flag = getattr(QgsTask.Flag, name, None)
        assert flag is None or (hidden.flags() & flag and not shown.flags() & flag)


def test_latest_tells_stale_answers() -> None:
    latest = Latest()
    first = latest.ask()
    assert latest.is_current(first)
    second = latest.ask()
    assert not latest.is_current(first)
    assert latest.is_current(second)
