"""Runs from a form to layers with the real engine: drafts, results, cancel, errors, projects that close meanwhile."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot
from qgis.core import QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import QTimer
from scenefill.core.engine.plan_result import Plan
from scenefill.core.errors import SceneFillError
from scenefill.core.job import Adapt, Sampling, load_job
from scenefill.core.job_parts import GapSource
from scenefill.core.worker.protocol import SimulatedScene
from scenefill.plugin.demo import DemoScene
from scenefill.plugin.form import PRESETS, Form, How, Wish
from scenefill.plugin.history import RunHistory, RunRecord
from scenefill.plugin.jobs import build_job, form_of_job, write_job
from scenefill.plugin.layers.refs import refer
from scenefill.plugin.results.facts import read_job, read_result
from scenefill.plugin.results.styles import stretch_of_layer
from scenefill.plugin.runs import RunController
from scenefill.plugin.session import Session
from scenefill.tests.processes import workers
from scenefill.tests.qgis_profile import BASE, TEMPORARY

#: Milliseconds; a run takes some seconds.
PATIENCE = 180_000

QUICK = Sampling("estimate", 1, 1, 5, Adapt(0))
#: Long enough for something to happen before it ends.
SLOW = Sampling("estimate", 8, 4, 5, Adapt(0))


@pytest.fixture
def history(tmp_path: Path) -> RunHistory:
    return RunHistory(tmp_path / "runs.json")


@pytest.fixture
def runs(session: Session, history: RunHistory) -> Iterator[RunController]:
    made = RunController(session, history=history)
    yield made
    made.close()


@pytest.fixture
def form(new_project: QgsProject, demo_scene: SimulatedScene) -> Form:
    """The demonstration's form on layers of the project, temporary, with quick sampling."""
    layers = [QgsRasterLayer(demo_scene.files[name], name) for name in ("optical", "s1")]
    new_project.addMapLayers(layers)
    found = form_of_job(load_job(demo_scene.job), [refer(layer) for layer in layers])
    return replace(found, wish=replace(found.wish, targets=()), how=How(QUICK), folder="", title="Clouds of July")


class Ending:
    """What a run's signals said."""

    def __init__(self, runs: RunController) -> None:
        self.all: list[tuple[str, Any]] = []
        runs.started.connect(lambda record: self.all.append(("started", record)))
        runs.preview_loaded.connect(lambda run_id: self.all.append(("preview", run_id)))
        runs.finished.connect(lambda record: self.all.append(("finished", record)))
        runs.failed.connect(lambda record, error: self.all.append(("failed", (record, error))))
        runs.stopped.connect(lambda record: self.all.append(("stopped", record)))
        runs.noticed.connect(lambda record, text: self.all.append(("noticed", text)))

    @property
    def names(self) -> list[str]:
        return [name for name, _ in self.all]

    def of(self, name: str) -> Any:
        return next(value for found, value in self.all if found == name)


@pytest.fixture
def ending(runs: RunController) -> Ending:
    return Ending(runs)


@pytest.fixture
def wait(qtbot: QtBot, ending: Ending) -> Callable[[str], Any]:
    """Wait for a signal, and give what it said."""

    def wait_for(name: str) -> Any:
        qtbot.waitUntil(lambda: name in ending.names, timeout=PATIENCE)
        return ending.of(name)

    return wait_for


@pytest.fixture
def at_preview(runs: RunController) -> Callable[[Callable[[], Any]], None]:
    """Do something once, as soon as a draft is on the map."""

    def later(work: Callable[[], Any]) -> None:
        left = [work]
        runs.preview_loaded.connect(lambda _: left.pop()() if left else None)

    return later


def names(project: QgsProject) -> list[str]:
    return sorted(layer.name() for layer in project.mapLayers().values())


def groups(project: QgsProject) -> list[str]:
    return [group.name() for group in project.layerTreeRoot().findGroups(True)]


FILLED = "Optical, gaps filled (synthetic)"
RESULTS = [FILLED, "Provenance: Optical", "Spread: Optical (standard deviation of red, reflectance)"]
INPUTS = ["optical", "s1"]


def test_form_becomes_layers(
    runs: RunController, form: Form, ending: Ending, wait: Any, new_project: QgsProject, at_preview: Any
) -> None:
    drafts: list[tuple[list[str], list[str]]] = []
    at_preview(lambda: drafts.append((names(new_project), groups(new_project))))
    progress: list[tuple[float, str]] = []
    runs.progressed.connect(lambda run_id, fraction, stage, left: progress.append((fraction, stage)))
    record = runs.start(form)
    assert runs.active == record and record.state == "running" and record.temporary
    done = wait("finished")
    assert ending.names == ["started", "preview", "finished"]
    assert drafts == [(sorted([*INPUTS, "Draft (preview, synthetic): Optical"]), ["Clouds of July (synthetic)"])]
    assert names(new_project) == sorted([*INPUTS, *RESULTS])
    assert groups(new_project) == ["Clouds of July (synthetic)"]
    assert new_project.layerTreeRoot().children()[0].name() == "Clouds of July (synthetic)"
    assert (done.id, done.state, done.error) == (record.id, "done", None) and done.seconds > 0
    assert runs.active is None and runs.records == (done,)
    assert Path(done.folder).is_relative_to(TEMPORARY) and Path(done.job_path).is_file()
    assert [f for f, _ in progress] == sorted(f for f, _ in progress) and progress[-1][0] == 1.0
    assert {"overview", "windows", "write"} <= {stage for _, stage in progress}
    layer = next(layer for layer in new_project.mapLayers().values() if layer.name() == FILLED)
    before = next(layer for layer in new_project.mapLayers().values() if layer.name() == "optical")
    assert layer.isTemporary()
    assert stretch_of_layer(layer).highs == pytest.approx(stretch_of_layer(before).highs)


def test_kept_run_has_a_folder_of_its_own(runs: RunController, form: Form, wait: Any) -> None:
    base = BASE / "kept"
    try:
        record = runs.start(replace(form, folder=str(base)))
        wait("finished")
        folder = Path(record.folder)
        assert folder.parent == base and folder.name.startswith("clouds-of-july-2")
        assert not record.temporary
        # The mask lies where it goes with QGIS: the job has its own copy.
        gap = read_job(record.job_path).inputs[0].gaps[0]
        assert gap.path == str(folder / "gaps-1.tif") and Path(gap.path).is_file()
        runs.close()
        assert (folder / "optical_filled.tif").is_file() and not list(TEMPORARY.glob("scenefill-*"))
    finally:
        shutil.rmtree(base)


def test_one_run_at_a_time(runs: RunController, form: Form, wait: Any) -> None:
    record = runs.start(replace(form, how=How(SLOW)))
    for again in (lambda: runs.start(form), lambda: runs.resume(replace(record, state="failed"))):
        with pytest.raises(SceneFillError) as refused:
            again()
        assert refused.value.code == "run-active" and "Clouds of July" in refused.value.message
    runs.forget(record)
    assert runs.records == (record,)
    runs.cancel("another")
    runs.cancel(record.id)
    assert wait("stopped").state == "cancelled"


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda form: replace(form, inputs=()), "no-inputs"),
        (lambda form: replace(form, wish=replace(form.wish, gaps=())), "no-gaps"),
        (lambda form: replace(form, wish=Wish("synthesise")), "no-targets"),
        (lambda form: replace(form, wish=replace(form.wish, fill=7)), "bad-fill"),
    ],
)
def test_wrong_forms_are_refused_at_once(
    runs: RunController, form: Form, change: Callable[[Form], Form], code: str
) -> None:
    for ask in (runs.start, runs.estimate):
        with pytest.raises(SceneFillError) as refused:
            ask(change(form))
        assert refused.value.code == code
    assert runs.active is None and runs.records == () and not list(TEMPORARY.glob("scenefill-*"))


def test_engine_errors_end_a_run(runs: RunController, form: Form, wait: Any, new_project: QgsProject) -> None:
    gaps = (GapSource("raster", "/nowhere/mask.tif", values=(1,)),)
    record = runs.start(replace(form, wish=replace(form.wish, gaps=gaps)))
    failed, error = wait("failed")
    assert failed.id == record.id and failed.state == "failed" and error.code == "missing-file"
    assert failed.failure.code == "missing-file" and failed.resumable
    assert runs.active is None and names(new_project) == INPUTS


def test_unwritable_place_ends_a_run(runs: RunController, form: Form, wait: Any, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    runs.start(replace(form, folder=str(tmp_path / "file")))
    assert wait("failed")[1].code == "folder-not-writable"


def test_cancelled_run_is_resumed_to_the_same_bytes(
    runs: RunController,
    form: Form,
    ending: Ending,
    wait: Any,
    at_preview: Any,
    new_project: QgsProject,
    tmp_path: Path,
) -> None:
    record = runs.start(replace(form, how=How(replace(SLOW, steps=4))))
    at_preview(lambda: runs.cancel(record.id))
    stopped = wait("stopped")
    assert ending.names == ["started", "preview", "stopped"]
    assert stopped.state == "cancelled" and stopped.resumable
    assert names(new_project) == INPUTS and groups(new_project) == []
    resumed = runs.resume(stopped)
    assert (resumed.id, resumed.folder, resumed.created) == (record.id, record.folder, record.created)
    done = wait("finished")
    assert done.id == record.id and len(runs.records) == 1
    assert names(new_project) == sorted([*INPUTS, *RESULTS])
    ending.all.clear()
    whole = replace(read_job(done.job_path), output=replace(read_job(done.job_path).output, folder=str(tmp_path / "b")))
    runs.start_job(whole, title="Whole", before={})
    other = wait("finished")
    for one, two in zip(read_result(done.folder)[0].outputs, read_result(other.folder)[0].outputs):
        assert Path(one.path).read_bytes() == Path(two.path).read_bytes()


def test_killed_worker_costs_one_error(runs: RunController, form: Form, wait: Any, new_project: QgsProject) -> None:
    record = runs.start(replace(form, how=How(SLOW)))
    journal = Path(record.folder) / "journal.jsonl"

    def kill_once_a_window_is_kept() -> None:
        if journal.is_file() and '"window"' in journal.read_text(encoding="ascii"):
            timer.stop()
            for worker in workers():
                os.kill(worker.pid, signal.SIGKILL)

    timer = QTimer()
    timer.timeout.connect(kill_once_a_window_is_kept)
    timer.start(5)
    record, error = wait("failed")
    assert error.code == "worker-died" and record.resumable
    assert names(new_project) == INPUTS
    runs.resume(record)
    wait("finished")
    result = json.loads(journal.read_text(encoding="ascii").splitlines()[-1])["result"]
    assert result["stats"]["resumed"] > 0
    assert FILLED in names(new_project)


def test_resume_of_a_run_that_had_not_begun(
    runs: RunController, history: RunHistory, form: Form, wait: Any, tmp_path: Path, ending: Ending
) -> None:
    job = build_job(form, str(tmp_path / "run"))
    path = tmp_path / "run" / "job.json"
    record = RunRecord("a", "Run", job.output.folder, "interrupted", "2026-01-31T10:00:00Z", job_path=str(path))
    history.put(record)
    runs.resume(record)
    failed, error = wait("failed")
    assert error.code == "missing-file" and failed.resumable
    write_job(job, str(path))
    runs.resume(failed)
    assert wait("finished").id == "a"


def test_closed_project_gets_no_layers(
    runs: RunController, form: Form, ending: Ending, wait: Any, at_preview: Any, new_project: QgsProject
) -> None:
    at_preview(new_project.clear)
    runs.start(form)
    done = wait("finished")
    assert ending.names == ["started", "preview", "noticed", "finished"]
    assert "Clouds of July" in ending.of("noticed")
    assert done.state == "done" and names(new_project) == [] and groups(new_project) == []
    runs.reopen(done)


def test_finished_run_is_reopened(
    runs: RunController, form: Form, wait: Any, new_project: QgsProject, qtbot: QtBot, ending: Ending
) -> None:
    runs.start(form)
    done = wait("finished")
    new_project.clear()
    for times in (1, 2):
        runs.reopen(done)
        qtbot.waitUntil(lambda: len(names(new_project)) == 3 * times, timeout=PATIENCE)  # noqa: B023
        qtbot.waitUntil(lambda: len(groups(new_project)) == times, timeout=PATIENCE)  # noqa: B023
    assert sorted(set(names(new_project))) == sorted(RESULTS)
    assert ending.names == ["started", "preview", "finished"]
    new_project.clear()
    shutil.rmtree(done.folder)
    runs.reopen(done)
    record, error = wait("failed")
    assert record == done and error.code == "missing-file"
    runs.forget(done)
    assert runs.records == ()


def test_user_may_take_everything_away(
    runs: RunController, form: Form, wait: Any, at_preview: Any, new_project: QgsProject
) -> None:
    def take_away() -> None:
        root = new_project.layerTreeRoot()
        for group in root.findGroups():
            root.removeChildNode(group)
        new_project.removeAllMapLayers()

    at_preview(take_away)
    runs.start(form)
    assert wait("finished").state == "done"
    assert names(new_project) == RESULTS and groups(new_project) == ["Clouds of July (synthetic)"]


@pytest.mark.parametrize("what", ["cancel", "clear", "group", "close"])
def test_anything_may_happen_while_layers_come(
    runs: RunController, form: Form, ending: Ending, wait: Any, new_project: QgsProject, what: str, qtbot: QtBot
) -> None:
    record = runs.start(form)
    root = new_project.layerTreeRoot()
    acts = {
        "cancel": lambda: runs.cancel(record.id),
        "clear": new_project.clear,
        "group": lambda: root.removeChildNode(root.findGroups()[0]),
        "close": runs.close,
    }

    def act(layer: QgsRasterLayer) -> None:
        if layer.name() == FILLED:
            QTimer.singleShot(0, acts[what])

    new_project.layerWasAdded.connect(act)
    if what == "close":
        qtbot.waitUntil(lambda: FILLED in names(new_project), timeout=PATIENCE)
        qtbot.wait(50)
        assert ending.names == ["started", "preview"] and runs.records == ()
        assert Path(record.folder, "optical_filled.tif").is_file()
        new_project.clear()
        shutil.rmtree(Path(record.folder).parent)
    else:
        assert wait("finished").state == "done"
        assert ("Spread: Optical (standard deviation of red, reflectance)" in names(new_project)) == (what == "cancel")
    new_project.layerWasAdded.disconnect(act)


def test_results_need_not_be_loaded(
    runs: RunController, session: Session, form: Form, ending: Ending, wait: Any, new_project: QgsProject
) -> None:
    session.settings = replace(session.settings, load_results=False)
    runs.start(form)
    done = wait("finished")
    assert ending.names == ["started", "finished"] and names(new_project) == INPUTS
    assert (Path(done.folder) / "scenefill.json").is_file()


def test_imagined_scene(runs: RunController, form: Form, wait: Any, new_project: QgsProject) -> None:
    area = form.area or form_area(form)
    xmin, _, _, ymax = area.extent
    small = replace(area, extent=(xmin, ymax - 640.0, xmin + 640.0, ymax))
    wish = Wish("imagine", ("optical", "sar"), pixel_size=10.0)
    how = How(Sampling("realisation", 1, 2, 1))
    runs.start(replace(form, area=small, inputs=(), wish=wish, how=how, title="Nowhere"))
    wait("finished")
    found = names(new_project)
    assert "Optical, drawn (synthetic)" in found and "SAR backscatter, realisation 2 (synthetic)" in found
    assert groups(new_project) == ["Nowhere (synthetic)", "Provenance", "Spread", "Realisations (synthetic)"]


def form_area(form: Form) -> Any:
    from scenefill.plugin.form import Area

    return Area(form.inputs[0].ref.extent, form.inputs[0].ref.crs)


def test_estimate_gives_a_plan(runs: RunController, form: Form, qtbot: QtBot) -> None:
    answers: list[object] = []
    task = runs.estimate(form)
    task.succeeded.connect(answers.append)
    task.failed.connect(answers.append)
    qtbot.waitUntil(lambda: bool(answers), timeout=PATIENCE)
    plan = answers[0]
    assert isinstance(plan, Plan), plan
    assert plan.pixels == 160 * 160 and plan.outputs and runs.active is None and runs.records == ()


def test_without_an_engine_nothing_starts(runs: RunController, session: Session, form: Form) -> None:
    session.change_settings(replace(session.settings, python="/nowhere/python"))
    for ask in (runs.start, runs.estimate):
        with pytest.raises(SceneFillError) as refused:
            ask(form)
        assert refused.value.code in ("no-environment", "wrong-python")
    assert runs.records == ()


@pytest.mark.parametrize("kept", [True, False])
def test_closing_ends_a_run_at_once(
    runs: RunController, form: Form, wait: Any, at_preview: Any, tmp_path: Path, history: RunHistory, kept: bool,
    new_project: QgsProject, session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    # A busy machine may take long to let the engine go, which writes into the folder until then.
    monkeypatch.setattr("scenefill.plugin.runs.CLOSE_SECONDS", 10.0)
    folder = str(tmp_path / "kept") if kept else ""
    record = runs.start(replace(form, folder=folder, how=How(SLOW)))
    wait("preview")
    runs.close()
    session.close()
    qtbot.waitUntil(lambda: not workers(), timeout=PATIENCE)
    assert names(new_project) == INPUTS
    assert not [str(path) for folder in TEMPORARY.glob("scenefill-*") for path in folder.rglob("*")]
    assert [(r.id, r.state) for r in history.records] == ([(record.id, "interrupted")] if kept else [])
    runs.close()


def test_unloading_keeps_what_the_project_shows(
    runs: RunController, form: Form, wait: Any, new_project: QgsProject, session: Session, history: RunHistory
) -> None:
    runs.start(form)
    done = wait("finished")
    runs.close()
    assert all(Path(layer.source()).is_file() for layer in new_project.mapLayers().values())
    # The plugin is loaded again: what the last load left is its own now.
    again = RunController(session, history=history)
    assert [record.state for record in again.records] == ["done"] and Path(done.folder).is_dir()
    assert Path(again.folders.temporary("x")).parent == Path(done.folder).parent
    new_project.clear()
    again.close()
    assert not list(TEMPORARY.glob("scenefill-*"))


QUIT = """
import sys
from pathlib import Path
from qgis.core import QgsApplication, QgsProject, QgsRasterLayer
app = QgsApplication([], True, sys.argv[1])
app.initQgis()
from scenefill.core.job import Adapt, Sampling, load_job
from scenefill.plugin.history import RunHistory
from scenefill.plugin.runs import RunController
from scenefill.plugin.session import Session
from scenefill.plugin.settings import Settings
import dataclasses
session = Session()
session.settings = Settings(engine="python", python=sys.argv[2])
app.aboutToQuit.connect(session.close)
runs = RunController(session, history=RunHistory(Path(sys.argv[1]) / "runs.json"))
job = load_job(sys.argv[3])
folder = runs.folders.temporary("run")
output = dataclasses.replace(job.output, folder=folder)
job = dataclasses.replace(job, sampling=Sampling("estimate", 8, 8, adapt=Adapt(0)), output=output)
runs.preview_loaded.connect(lambda _: (print("preview", flush=True), app.quit()))
runs.failed.connect(lambda record, error: (print(error.code, error.message, flush=True), app.quit()))
runs.start_job(job, title="Run", before={})
app.exec()
app.exitQgis()
"""


def test_quitting_leaves_nothing(demo_scene: SimulatedScene, engine_python: Path, tmp_path: Path, qtbot: QtBot) -> None:
    command = [sys.executable, "-c", QUIT, str(tmp_path), str(engine_python), demo_scene.job]
    done = subprocess.run(command, capture_output=True, text=True, timeout=180)
    assert "preview" in done.stdout and done.returncode == 0, done.stdout + done.stderr
    qtbot.waitUntil(lambda: not workers(), timeout=PATIENCE)
    assert not list(TEMPORARY.glob("scenefill-*"))
    assert RunHistory(tmp_path / "runs.json").records == ()


def test_demo_scene_opens_ready_to_run(
    session: Session, runs: RunController, new_project: QgsProject, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("scenefill.plugin.demo.SIZE", 96)
    demo = DemoScene(session, runs)
    for times in (1, 2):
        with qtbot.waitSignal(demo.opened, timeout=PATIENCE) as opened:
            demo.open()
            demo.open()
            assert demo.opening
        assert not demo.opening and groups(new_project) == ["Demo scene (simulated)"] * times
    found = opened.args[0]
    nodes = new_project.layerTreeRoot().findLayers()[:4]
    assert [(node.name(), node.isVisible()) for node in nodes] == [
        ("Optical with clouds (simulated)", True),
        ("SAR backscatter (simulated)", True),
        ("Clouds and shadows (simulated)", False),
        ("Optical without clouds, to compare (simulated)", False),
    ]
    assert [row.ref.name for row in found.inputs] == [nodes[0].name(), nodes[1].name()]
    assert found.wish.kind == "fill" and found.wish.targets == ("infrared",)
    assert found.how.sampling == replace(PRESETS["standard"], seed=found.how.sampling.seed, adapt=Adapt(0))
    assert [(gap.kind, gap.values, gap.grow) for gap in found.wish.gaps] == [("raster", (1, 2), 2)]
    assert found.area.extent == found.inputs[0].ref.extent and found.folder == ""
    assert stretch_of_layer(nodes[0].layer()).highs == stretch_of_layer(nodes[3].layer()).highs
    assert stretch_of_layer(nodes[3].layer()).bands == (4, 3, 2)
    assert found.inputs[0].date is not None and refer(nodes[0].layer()).date == found.inputs[0].date
    assert build_job(found, str(TEMPORARY)).targets


def test_demo_tells_why_it_cannot_open(session: Session, runs: RunController, qtbot: QtBot) -> None:
    session.change_settings(replace(session.settings, python="/nowhere/python"))
    demo = DemoScene(session, runs)
    with qtbot.waitSignal(demo.failed, timeout=PATIENCE) as failed:
        demo.open()
    assert isinstance(failed.args[0], SceneFillError) and not demo.opening


def test_run_record_is_plain(runs: RunController, form: Form, wait: Any) -> None:
    runs.start(form)
    done = wait("finished")
    assert RunRecord.from_dict(json.loads(json.dumps(done.to_dict()))) == done
