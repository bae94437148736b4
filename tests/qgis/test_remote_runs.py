"""Runs on a real server from the dock: the same files as here, cancelled there, left, found again and fetched."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from qgis.core import (
    QgsApplication,
    QgsProcessing,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProject,
)
from qgis.PyQt.QtCore import Qt
from scenefill.core.errors import SceneFillError
from scenefill.core.feedback import Feedback
from scenefill.core.job import load_job
from scenefill.core.remote.answers import JobStatus
from scenefill.core.worker.protocol import CloudsRequest, DeviceReport, SimulatedScene, SimulateRequest
from scenefill.plugin.history import RunHistory, RunRecord
from scenefill.plugin.jobs import form_of_job
from scenefill.plugin.processing.provider import SceneFillProvider
from scenefill.plugin.remote.jobs import dismiss_job, job_in
from scenefill.plugin.results.facts import read_job
from scenefill.plugin.session import Session
from scenefill.tests.processes import workers
from scenefill.tests.qgis.conftest import wait_for_tasks
from scenefill.tests.qgis.desk import Desk, Heartbeat
from scenefill.tests.qgis.server_process import LoggedIn, logged_in
from scenefill.tests.qgis_profile import BASE, TEMPORARY
from scenefill.ui.runs_model import STATE

pytestmark = pytest.mark.shares_worker


@pytest.fixture(scope="module")
def server(engine_python: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[LoggedIn]:
    with logged_in(engine_python, tmp_path_factory.mktemp("server") / "data") as made:
        yield made


@pytest.fixture(autouse=True)
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """A server on a busy machine takes its time."""
    monkeypatch.setattr("scenefill.plugin.remote.look.PATIENCE", 120.0)
    monkeypatch.setattr("scenefill.plugin.remote.jobs.PATIENCE", 120.0)
    monkeypatch.setattr("scenefill.core.remote.work.FIRST_PATIENCE", 120.0)
    monkeypatch.setattr("scenefill.core.remote.work._HEARING", 60.0)


@pytest.fixture
def session(server: LoggedIn, clean_settings: None) -> Iterator[Session]:
    """A QGIS without an engine of its own."""
    made = Session()
    made.change_settings(server.settings)
    yield made
    made.close()
    wait_for_tasks()


@pytest.fixture
def desk(session: Session, new_project: QgsProject, tmp_path: Path) -> Iterator[Desk]:
    made = Desk(session, tmp_path)
    yield made
    leave(made)


def leave(desk: Desk) -> None:
    """What QGIS does when it is closed."""
    QgsProject.instance().clear()
    desk.close()
    desk.session.close()
    wait_for_tasks()


def fill_in(desk: Desk, scene: SimulatedScene, folder: str, samples: int = 1) -> None:
    """The demonstration's form, as the dock has it after a click."""
    form = form_of_job(read_job(scene.job))
    desk.dock.set_form(replace(form, folder=folder, title="Clouds"))
    desk.draw_with(steps=1, samples=samples)


def rasters(folder: str) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(Path(folder).glob("*.tif"))}


def lasting() -> list[str]:
    """Folders of runs that outlive QGIS."""
    return [path.name for path in BASE.rglob("scenefill/server-runs/*")]


def shown_states(desk: Desk) -> list[str]:
    model = desk.dock.run_panel.past_runs.list.model()
    return [model.index(row, STATE).data() for row in range(model.rowCount())]


def test_the_same_bytes_as_here(
    desk: Desk, server: LoggedIn, engine_python: Path, demo_scene: SimulatedScene, tmp_path: Path
) -> None:
    panel, how = desk.dock.run_panel, desk.dock.how_panel
    desk.session.change_settings(replace(server.settings, engine="python", python=str(engine_python)))
    fill_in(desk, demo_scene, str(tmp_path / "kept"))
    assert [how.where.itemText(index) for index in range(how.where.count())] == ["This computer", "Server: Class"]
    assert panel.destination_text.text() == "Your data stays on this computer."
    outcome, here, _ = desk.run_to_the_end()
    assert outcome == "finished" and here.server == "", desk.shown_errors()
    how.where.setCurrentIndex(1)
    desk.wait(lambda: "optical" in panel.destination_text.text(), "where the data goes")
    assert panel.destination_text.text().startswith(f"This data goes to Class ({server.live.url}), ")
    assert "s1" in panel.destination_text.text() and panel.destination_text.isVisible()
    desk.wait(lambda: "Class" in how.device_bar.text.text(), "the server's device")
    assert isinstance(desk.session.device, DeviceReport) and desk.session.place == "server"
    desk.click(panel.estimate)
    desk.wait(lambda: panel.estimate.isEnabled(), "the estimate")
    assert panel.estimate_text.text().startswith("26 kpx in 9 window(s), at most ")
    heart = Heartbeat()
    heart.start()
    outcome, there, _ = desk.run_to_the_end()
    heart.stop()
    assert outcome == "finished" and there.server == server.live.url, desk.shown_errors()
    assert len(rasters(there.folder)) >= 4 and rasters(there.folder) == rasters(here.folder)
    stages = list(dict.fromkeys(stage.partition(":")[0] for _, stage in desk.stages))
    assert (stages[0], stages[-1]) == ("upload", "download") and "windows" in stages
    assert [fraction for fraction, _ in desk.stages] == sorted(fraction for fraction, _ in desk.stages)
    assert any("synthetic" in layer.name() for layer in desk.layers())
    desk.session.reset_runner()
    desk.wait(lambda: len(workers()) <= 1, "the end of the engine on this computer")


def test_cancelled_here_is_stopped_there(desk: Desk, server: LoggedIn, demo_scene: SimulatedScene) -> None:
    fill_in(desk, demo_scene, "", samples=64)
    desk.run()
    desk.wait_for_stage("windows")
    desk.click(desk.dock.run_panel.cancel)
    desk.wait(lambda: desk.ended, "the end")
    outcome, record, _ = desk.ended[0]
    assert (outcome, record.state) == ("stopped", "cancelled")
    desk.wait(lambda: server.jobs()[0]["status"] == "dismissed", "the end there")


def test_left_and_found_again(
    desk: Desk, server: LoggedIn, demo_scene: SimulatedScene, tmp_path: Path, new_project: QgsProject
) -> None:
    fill_in(desk, demo_scene, "", samples=64)
    desk.run()
    desk.wait_for_stage("windows")
    first = job_in(desk.runs.active.folder)
    leave(desk)
    assert server.state_of(first) == "running"
    record = RunHistory(tmp_path / "runs.json").records[0]
    assert (record.state, record.server, record.temporary) == ("interrupted", server.live.url, True)
    assert Path(record.folder).name in lasting() and not list(TEMPORARY.glob("scenefill-*"))
    # QGIS is opened again. Meanwhile somebody wants something else, and has to wait.
    again = Desk(opened_again(server), tmp_path)
    try:
        past = again.dock.run_panel.past_runs
        again.wait(lambda: isinstance(again.runs.remote.standing(record.id), JobStatus), "how the run stands")
        assert shown_states(again)[0].startswith("Running, ") and past.resume_button.text() == "Follow"
        fill_in(again, demo_scene, "")
        again.run()
        again.wait_for_stage("queue:1")
        assert again.dock.run_panel.status_text.text().startswith("Next in the server's queue")
        second = job_in(again.runs.active.folder)
        again.click(again.dock.run_panel.cancel)
        again.wait(lambda: again.ended, "the end")
        assert server.state_of(second) == "dismissed" and server.state_of(first) == "running"
        past.choose(record.id)
        again.click(past.resume_button)
        QgsProject.instance().clear()
        again.wait(lambda: len(again.ended) == 2, "the end of the first run", 600.0)
        outcome, done, _ = again.ended[1]
        assert outcome == "finished" and done.id == record.id, again.shown_errors()
        assert job_in(done.folder) == "" and Path(done.folder).is_relative_to(TEMPORARY)
        assert not Path(record.folder).exists()
        # The project that it was for is gone; the list of past runs brings its layers into another.
        assert again.layers() == []
        past.choose(record.id)
        again.click(past.reopen_button)
        again.wait(lambda: any("synthetic" in layer.name() for layer in again.layers()), "its layers")
    finally:
        leave(again)
    assert not list(TEMPORARY.glob("scenefill-*"))
    history = RunHistory(tmp_path / "runs.json")
    history.settle(lambda owner: False)
    assert [kept.state for kept in history.records] == ["cancelled"], "the temporary results went with QGIS"


def opened_again(server: LoggedIn) -> Session:
    session = Session()
    session.change_settings(server.settings)
    return session


def test_done_meanwhile_and_stopped_from_the_list(
    desk: Desk, server: LoggedIn, demo_scene: SimulatedScene, tmp_path: Path, new_project: QgsProject
) -> None:
    fill_in(desk, demo_scene, str(tmp_path / "kept"))
    desk.run()
    short = desk.runs.active
    desk.wait(lambda: job_in(short.folder), "the job there")
    leave(desk)
    desk.wait(lambda: server.state_of(job_in(short.folder)) == "successful", "the end there")
    second = Desk(opened_again(server), tmp_path)
    told: list[str] = []
    second.runs.noticed.connect(lambda _, text: told.append(text))
    try:
        fill_in(second, demo_scene, str(tmp_path / "kept"), samples=64)
        second.run()
        second.wait_for_stage("windows")
        long = second.runs.active
    finally:
        leave(second)
    third = Desk(opened_again(server), tmp_path)
    past = third.dock.run_panel.past_runs
    third.runs.noticed.connect(lambda _, text: told.append(text))
    try:
        third.wait(lambda: "Ready to fetch" in shown_states(third), "the end of the short run")
        third.wait(lambda: past.record() is not None and told, "a notice")
        past.choose(long.id)
        assert past.dismiss.isEnabled() and past.dismiss.isVisible()
        past.dismiss.trigger()
        third.wait(lambda: third.ended, "the end of the long run")
        assert [record.state for record in third.runs.records if record.id == long.id] == ["cancelled"]
        assert server.state_of(job_in(long.folder)) == "dismissed"
        # Its inputs are not needed any more, only what the folder knows.
        past.choose(short.id)
        assert past.resume_button.text() == "Fetch results" and not past.dismiss.isEnabled()
        third.click(past.resume_button)
        third.wait(lambda: len(third.ended) == 2, "the results")
        outcome, done, _ = third.ended[1]
        assert outcome == "finished" and done.folder == short.folder, third.shown_errors()
        assert len(rasters(done.folder)) >= 4
        assert any("is done on the server" in text for text in told)
    finally:
        leave(third)


@pytest.mark.parametrize("kept", [False, True])
def test_a_processing_run_that_quitting_ends(
    session: Session,
    server: LoggedIn,
    demo_scene: SimulatedScene,
    qgis_processing: None,
    new_project: QgsProject,
    tmp_path: Path,
    qtbot: QtBot,
    kept: bool,
) -> None:
    """A job whose folder goes with QGIS would draw for nobody; one in a folder that stays can be resumed."""
    provider = SceneFillProvider(session)
    QgsApplication.processingRegistry().addProvider(provider)
    context, feedback = QgsProcessingContext(), QgsProcessingFeedback(False)
    context.setProject(new_project)
    before = {job["jobID"] for job in server.jobs()}
    clouds = {"MASK": demo_scene.files["clouds"], "MASK_VALUES": "1, 2", "NODATA": False}
    parameters = {"INPUT": demo_scene.files["optical"], **clouds, "ADAPT": 0, "SAMPLES": 64, "STEPS": 4}
    parameters["OUTPUT_FOLDER"] = str(tmp_path / "kept") if kept else QgsProcessing.TEMPORARY_OUTPUT
    task = QgsProcessingAlgRunnerTask(provider.algorithm("fill"), parameters, context, feedback)
    ended: list[bool] = []
    task.executed.connect(lambda fine, outputs: ended.append(fine))
    QgsApplication.taskManager().addTask(task)
    try:
        found: list[str] = []

        def is_drawing() -> bool:
            new = [job["jobID"] for job in server.jobs() if job["jobID"] not in before]
            found[:] = new
            return bool(new) and server.state_of(new[0]) == "running"

        qtbot.waitUntil(is_drawing, timeout=120_000)
        session.quit()
        # One that goes on may be done by now.
        states = ("running", "successful") if kept else ("dismissed",)
        assert server.state_of(found[0]) in states
        qtbot.waitUntil(lambda: bool(ended), timeout=120_000)
        assert server.state_of(found[0]) in states
        if kept:
            assert job_in(str(tmp_path / "kept")) == found[0]
            dismiss_job(server.server, str(tmp_path / "kept"), Feedback())
    finally:
        QgsApplication.processingRegistry().removeProvider(provider)


def test_what_a_server_does_not_do(session: Session, demo_scene: SimulatedScene, tmp_path: Path) -> None:
    runner, job = session.runner(), load_job(demo_scene.job)
    assert runner.title == "Server Class"
    asked = (
        lambda: runner.simulate(SimulateRequest(str(tmp_path)), Feedback()),
        lambda: runner.clouds(CloudsRequest("a.tif", "b.tif", {}), Feedback()),
        lambda: runner.features(job, str(tmp_path / "x.tif"), Feedback()),
    )
    for ask in asked:
        with pytest.raises(SceneFillError) as refused:
            ask()
        assert refused.value.code == "not-on-server" and "on this computer" in refused.value.hint


def test_a_run_on_a_server_that_is_not_known_any_more(desk: Desk, tmp_path: Path) -> None:
    record = RunRecord("x", "Old", str(tmp_path), "interrupted", "2025-11-20T05:00:00Z", server="https://old.example")
    desk.runs._history.put(record)
    desk.runs.history_changed.emit()
    with pytest.raises(SceneFillError) as refused:
        desk.runs.resume(record)
    assert refused.value.code == "no-server" and "https://old.example" in refused.value.message
    desk.dock.run_panel.past_runs.choose("x")
    tip = desk.dock.run_panel.past_runs.list.model().index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert "Server: https://old.example" in tip
    desk.runs.forget(record)
    assert desk.runs.records == ()
