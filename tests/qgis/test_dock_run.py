"""The dock's Run panel on a real engine: estimate, run, progress, cancel, resume, and the list of past runs."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from qgis.core import QgsApplication, QgsProject
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QApplication
from scenefill.core.engine.plan_result import Plan
from scenefill.core.errors import SceneFillError
from scenefill.core.job import Adapt, Job, Output, Sampling, load_job
from scenefill.core.remote.state import RemoteState, StateFile
from scenefill.core.worker.protocol import SimulatedScene
from scenefill.plugin.history import RunHistory, RunRecord
from scenefill.plugin.jobs import form_of_job, write_job
from scenefill.plugin.remote.servers import Server
from scenefill.plugin.runs import RunController
from scenefill.plugin.session import Session
from scenefill.ui.run_panel import RunPanel, plan_text
from scenefill.ui.runs_model import CREATED, STATE, TITLE

SECONDS = 240_000
FAST, SLOW = Sampling("estimate", 1, 1, 7, Adapt(0)), Sampling("estimate", 40, 8, 7, Adapt(0))
PLAN = Plan(
    title="",
    grid={},
    pixel_size_m=10.0,
    pixels=1_100_000,
    to_draw=0.234,
    windows=130,
    windows_to_draw=120,
    exact=True,
    inputs=(),
    outputs=("s2.tif",),
    model="scenefill-demo",
    device="cpu (bfloat16)",
    seconds=41.0,
    memory_bytes=10**9,
    disk_bytes=35_000_000,
    disk_needed_bytes=70_000_000,
)


@pytest.fixture
def runs(session: Session, new_project: QgsProject, tmp_path: Path) -> Iterator[RunController]:
    made = RunController(session, history=RunHistory(tmp_path / "runs.json"))
    yield made
    made.close()


@pytest.fixture
def panel(session: Session, runs: RunController, qtbot: QtBot) -> RunPanel:
    made = RunPanel(session, runs)
    qtbot.addWidget(made)
    made.resize(360, 500)
    made.show()
    QApplication.processEvents()
    return made


@pytest.fixture
def job(demo_scene: SimulatedScene, tmp_path: Path) -> Job:
    """A job of its own on the shared scene."""
    found = load_job(demo_scene.job)
    return replace(found, targets=found.targets[:1], output=Output(str(tmp_path / "out")), sampling=FAST)


def click(qtbot: QtBot, button: object) -> None:
    QApplication.processEvents()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def put_records(runs: RunController, folder: Path, *states: str) -> list[RunRecord]:
    """Past runs as another QGIS may have left them, the newest first; their jobs exist."""
    records = []
    for number, state in enumerate(states):
        job_path = folder / f"run-{number}" / "job.json"
        job_path.parent.mkdir()
        job_path.write_text(json.dumps({"number": number}), encoding="utf-8")
        error = {"code": "disk-full", "message": "The disk is full.", "hint": "", "details": {}}
        record = RunRecord(
            id=f"run-{number}",
            title=f"Run {number}",
            folder=str(job_path.parent),
            state=state,
            created=f"2025-11-{20 - number:02d}T05:00:00Z",
            seconds=12.0,
            error=error if state == "failed" else None,
            job_path=str(job_path),
        )
        runs._history.put(record)
        records.append(record)
    runs.history_changed.emit()
    return records


# -- before a run


def test_problem_keeps_from_running(panel: RunPanel) -> None:
    panel.set_problem("Choose the layer to fill.")
    assert not panel.run.isEnabled() and not panel.estimate.isEnabled() and not panel.cancel.isEnabled()
    assert panel.problem_text.text() == "Choose the layer to fill." and panel.problem_icon.isVisible()
    panel.set_problem("")
    assert panel.run.isEnabled() and panel.estimate.isEnabled()
    assert not panel.problem_text.isVisible()


def test_run_is_asked_for(panel: RunPanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.run_requested):
        click(qtbot, panel.run)
    panel.run.setFocus()
    with qtbot.waitSignal(panel.run_requested):
        qtbot.keyClick(panel.run, Qt.Key.Key_Space)


def test_plan_in_words() -> None:
    text = "1.1 Mpx in 120 window(s), 23 % of it to draw, about 40 s on CPU, 35 MB on disk"
    assert plan_text(PLAN) == text
    assert "on GPU" in plan_text(replace(PLAN, device="cuda (bfloat16)"))
    assert plan_text(replace(PLAN, windows_to_draw=0)) == "There is nothing to draw: the area has no gaps."


def test_plan_of_a_server_in_words() -> None:
    plan = replace(PLAN, exact=False, to_draw=1.0, device="cuda (bfloat16) at Class")
    # The speed is that of other jobs; how much comes at most is counted.
    assert plan_text(plan) == "1.1 Mpx in 120 window(s), about 40 s on GPU at Class, at most 35 MB on disk"
    assert plan_text(replace(plan, seconds=0.0)) == "1.1 Mpx in 120 window(s), at most 35 MB on disk"


def test_estimate_and_what_is_wrong_with_it(panel: RunPanel) -> None:
    assert not panel.estimate_text.isVisible()
    panel.show_estimate(PLAN)
    assert panel.estimate_text.text() == plan_text(PLAN)
    panel.show_estimate(replace(PLAN, warnings=("The unit of s1.tif is guessed.",)))
    assert "The unit of s1.tif is guessed." in panel.estimate_text.text()
    panel.show_estimate(SceneFillError("no-overlap", "'s1.tif' does not touch the area.", "Choose another."))
    assert panel.estimate_text.text() == "'s1.tif' does not touch the area.\nChoose another."
    panel.show_estimate(None)
    assert not panel.estimate_text.isVisible()


def test_estimates_follow_the_form_once_asked_for(panel: RunPanel, qtbot: QtBot) -> None:
    asked: list[bool] = []
    panel.estimate_requested.connect(lambda: asked.append(True))
    panel.show_estimate(None)
    assert not panel._later.isActive()
    click(qtbot, panel.estimate)
    assert asked == [True]
    assert panel.estimate_text.text() == "Estimating…" and not panel.estimate.isEnabled()
    panel.show_estimate(PLAN)
    panel.show_estimate(None)
    qtbot.waitUntil(lambda: asked == [True, True])
    panel.set_problem("Choose the layer to fill.")
    panel.show_estimate(None)
    panel._later.timeout.emit()
    assert asked == [True, True]


def test_real_estimate(panel: RunPanel, runs: RunController, job: Job, qtbot: QtBot) -> None:
    task = runs.estimate(form_of_job(job))
    task.succeeded.connect(panel.show_estimate)
    task.failed.connect(panel.show_estimate)
    with qtbot.waitSignal(task.succeeded, timeout=SECONDS):
        pass
    assert panel.estimate_text.text().startswith("26 kpx in ")


# -- a run


def test_a_run_from_start_to_end(panel: RunPanel, runs: RunController, job: Job, qtbot: QtBot) -> None:
    said: list[str] = []
    runs.progressed.connect(lambda *_: said.append(panel.status_text.text()))
    with qtbot.waitSignal(runs.finished, timeout=SECONDS):
        record = runs.start_job(job, title="Clouds", before={})
        assert panel.bar.isVisible() and panel.cancel.isEnabled() and not panel.run.isEnabled()
        assert panel.status_text.text() == "Starting the engine"
    assert any(text.startswith("Drawing") for text in said)
    assert not panel.bar.isVisible() and panel.run.isEnabled() and not panel.cancel.isEnabled()
    assert panel.status_text.text().startswith("“Clouds” is done after ")
    assert panel.past_runs.isVisible()
    chosen = panel.past_runs.record()
    assert chosen is not None and (chosen.id, chosen.state) == (record.id, "done")
    with qtbot.waitSignal(panel.record_opened):
        click(qtbot, panel.past_runs.reopen_button)
    qtbot.waitUntil(
        lambda: not any(task.description().startswith("Opening") for task in panel_tasks()), timeout=SECONDS
    )


def panel_tasks() -> list[object]:
    return QgsApplication.taskManager().activeTasks()


def test_cancel_says_so_at_once_and_resume_goes_on(
    panel: RunPanel, runs: RunController, job: Job, qtbot: QtBot, tmp_path: Path
) -> None:
    slow = replace(job, sampling=SLOW)
    with qtbot.waitSignal(runs.progressed, timeout=SECONDS, check_params_cb=lambda i, f, stage, s: stage == "windows"):
        record = runs.start_job(slow, title="Slow", before={})
    with qtbot.waitSignal(runs.stopped, timeout=SECONDS):
        click(qtbot, panel.cancel)
        assert panel.status_text.text() == "Cancelling…"
        assert not panel.cancel.isEnabled()
        runs.progressed.emit(record.id, 0.5, "windows", 10.0)
        assert panel.status_text.text() == "Cancelling…"
    assert panel.status_text.text() == "“Slow” was cancelled."
    assert panel.run.isEnabled() and not panel.bar.isVisible()
    past = panel.past_runs
    assert past.resume_button.isEnabled() and not past.reopen_button.isEnabled()
    with qtbot.waitSignal(runs.stopped, timeout=SECONDS):
        with qtbot.waitSignal(runs.progressed, timeout=SECONDS):
            click(qtbot, past.resume_button)
        assert runs.active is not None and runs.active.id == record.id
        assert not past.resume_button.isEnabled()
        click(qtbot, panel.cancel)


def test_failure_is_told_and_can_be_resumed(panel: RunPanel, runs: RunController, job: Job, qtbot: QtBot) -> None:
    broken = replace(job, model="no-such-model")
    with qtbot.waitSignal(runs.failed, timeout=SECONDS):
        runs.start_job(broken, title="Broken", before={})
    assert panel.status_text.text().startswith("“Broken” failed: There is no model called 'no-such-model'")
    assert panel.run.isEnabled() and not panel.bar.isVisible()
    assert panel.past_runs.resume_button.isEnabled()


# -- on a server

SERVER = Server("https://class.example", "Class")


@pytest.fixture
def left(session: Session, demo_scene: SimulatedScene, tmp_path: Path) -> RunRecord:
    """A run on a server that QGIS was closed in, while the form says that the engine here is to do the next one."""
    session.settings = replace(session.settings, servers=(SERVER,))
    write_job(load_job(demo_scene.job), str(tmp_path / "job.json"))
    created, path = "2025-11-20T05:00:00Z", str(tmp_path / "job.json")
    return RunRecord("a", "Left", str(tmp_path), "running", created, job_path=path, server=SERVER.url)


def test_where_the_data_goes_is_that_of_the_run(
    panel: RunPanel, runs: RunController, left: RunRecord, tmp_path: Path
) -> None:
    here, shown = "Your data stays on this computer.", panel.destination_text
    assert shown.text() == here
    runs.started.emit(left)
    files = "optical, s1, clouds, beyond_swath"
    assert shown.text().startswith(f"This data goes to Class (https://class.example): {files};")
    panel.show_destination(None, ())
    assert shown.text().startswith("This data goes to Class")
    runs.stopped.emit(replace(left, state="cancelled"))
    assert shown.text() == here
    # The other way round: the form is for a server, and what runs does so here.
    panel.show_destination(SERVER, ("s2",))
    assert "s2" in shown.text()
    runs.started.emit(replace(left, server=""))
    assert shown.text() == here
    runs.failed.emit(replace(left, state="failed"), SceneFillError("disk-full", "The disk is full."))
    assert "s2" in shown.text()
    # A run that is new has no job yet: it is of what the form names.
    runs.started.emit(replace(left, job_path=str(tmp_path / "nowhere.json")))
    assert shown.text().startswith("This data goes to Class (https://class.example): s2;")
    runs.finished.emit(replace(left, state="done"))
    runs.started.emit(replace(left, server="https://unknown.example"))
    assert shown.text().startswith("This data goes to https://unknown.example: optical")


def test_a_run_goes_on_at_a_server_that_has_it(panel: RunPanel, runs: RunController, left: RunRecord) -> None:
    interrupted = replace(left, state="interrupted")
    runs.started.emit(left)
    runs.stopped.emit(interrupted)
    told = "“Left” was interrupted before the server had it; Past runs can resume it."
    assert panel.status_text.text() == told
    state = RemoteState(SERVER.url, "x")
    StateFile(Path(left.folder)).write(state)
    runs.stopped.emit(interrupted)
    assert panel.status_text.text() == told, "it was still being sent"
    StateFile(Path(left.folder)).write(state.changed(job="job-1"))
    runs.stopped.emit(interrupted)
    assert panel.status_text.text() == "“Left” goes on at the server; Past runs finds it again."


# -- past runs


def test_no_list_without_runs(panel: RunPanel) -> None:
    assert not panel.past_runs.isVisible()


def test_list_tells_title_time_and_state_in_words(panel: RunPanel, runs: RunController, tmp_path: Path) -> None:
    put_records(runs, tmp_path, "done", "failed", "cancelled", "interrupted")
    model = panel.past_runs.list.model()
    shown = [[model.index(row, column).data() for column in (TITLE, STATE)] for row in range(4)]
    assert shown == [["Run 0", "Done"], ["Run 1", "Failed"], ["Run 2", "Cancelled"], ["Run 3", "Interrupted"]]
    assert all(model.index(row, CREATED).data() for row in range(4))
    assert not any(model.index(row, STATE).data(Qt.ItemDataRole.DecorationRole).isNull() for row in range(4))
    assert "The disk is full." in model.index(1, 0).data(Qt.ItemDataRole.ToolTipRole)


def test_what_can_be_done_depends_on_the_state(
    panel: RunPanel, runs: RunController, qtbot: QtBot, tmp_path: Path
) -> None:
    put_records(runs, tmp_path, "done", "failed")
    past = panel.past_runs
    past.list.setFocus()
    assert (past.reopen_button.isEnabled(), past.resume_button.isEnabled()) == (True, False)
    qtbot.keyClick(past.list, Qt.Key.Key_Down)
    assert past.record() is not None and past.record().id == "run-1"
    assert (past.reopen_button.isEnabled(), past.resume_button.isEnabled()) == (False, True)


def test_opening_by_key_what_is_gone_is_an_error(
    panel: RunPanel, runs: RunController, qtbot: QtBot, tmp_path: Path
) -> None:
    put_records(runs, tmp_path, "done")
    panel.past_runs.list.setFocus()
    with qtbot.waitSignal(runs.failed, timeout=SECONDS):
        qtbot.keyClick(panel.past_runs.list, Qt.Key.Key_Return)
    assert panel.status_text.text().startswith("The layers of “Run 0” could not be loaded: ")


def test_copy_as_command(panel: RunPanel, runs: RunController, tmp_path: Path, engine_python: Path) -> None:
    (record,) = put_records(runs, tmp_path, "done")
    panel.past_runs.copy.trigger()
    command = QgsApplication.clipboard().text()
    assert record.job_path in command and str(engine_python.parent) in command


def test_copy_without_an_engine_is_an_error(
    panel: RunPanel, runs: RunController, session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    put_records(runs, tmp_path, "done")
    session.change_settings(replace(session.settings, python=str(tmp_path / "no-python")))
    with qtbot.waitSignal(panel.error_raised) as caught:
        panel.past_runs.copy.trigger()
    assert caught.args[0].code == "wrong-python"


def test_save_job(panel: RunPanel, runs: RunController, tmp_path: Path) -> None:
    (record,) = put_records(runs, tmp_path, "done")
    panel.past_runs.save_job(record, str(tmp_path / "saved.json"))
    assert (tmp_path / "saved.json").read_bytes() == Path(record.job_path).read_bytes()
    shutil.rmtree(record.folder)
    with pytest.raises(SceneFillError) as caught:
        panel.past_runs.save_job(record, str(tmp_path / "again.json"))
    assert caught.value.code == "cannot-write"


def test_remove_from_list_by_key(panel: RunPanel, runs: RunController, qtbot: QtBot, tmp_path: Path) -> None:
    records = put_records(runs, tmp_path, "done", "failed")
    panel.activateWindow()
    panel.past_runs.list.setFocus()
    qtbot.waitUntil(panel.past_runs.list.hasFocus)
    qtbot.keyClick(panel.past_runs.list, Qt.Key.Key_Delete)
    assert [record.id for record in runs.records] == ["run-1"]
    assert Path(records[0].folder).is_dir()
    assert panel.past_runs.record() is not None and panel.past_runs.record().id == "run-1"


def test_everything_is_in_the_context_menu(panel: RunPanel) -> None:
    texts = [action.text() for action in panel.past_runs.list.actions()]
    assert texts == [
        "Reopen",
        "Resume",
        "Cancel on the server",
        "Copy as command",
        "Save job…",
        "Open folder",
        "Remove from list",
    ]
    assert panel.past_runs.list.contextMenuPolicy() == Qt.ContextMenuPolicy.ActionsContextMenu


def test_narrow_dock_is_enough(panel: RunPanel, runs: RunController, tmp_path: Path) -> None:
    put_records(runs, tmp_path, "done")
    panel.show_estimate(PLAN)
    assert panel.minimumSizeHint().width() <= 48 * panel.fontMetrics().averageCharWidth()
