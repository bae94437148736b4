"""From the demo scene to loaded results through the dock, with a real worker and the real weights, by widget events."""

from __future__ import annotations

import json
import os
import signal
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal
from qgis.core import QgsProject
from qgis.PyQt.QtWidgets import QAbstractButton, QLabel
from scenefill.plugin import demo
from scenefill.plugin.session import Session
from scenefill.tests.qgis.conftest import open_session, wait_for_tasks
from scenefill.tests.qgis.desk import Desk, Heartbeat

pytestmark = pytest.mark.shares_worker


@pytest.fixture(scope="module")
def warm(engine_python: Path) -> Iterator[Session]:
    """A session whose engine stays warm from test to test, as it does from run to run."""
    with open_session(engine_python) as made:
        yield made


@pytest.fixture
def desk(warm: Session, new_project: QgsProject, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    """A desk with an empty project. The scene is smaller than that of a user; the way through it is the same."""
    monkeypatch.setattr(demo, "SIZE", 160)
    made = Desk(warm, tmp_path)
    yield made
    # What a project shows stays until QGIS ends.
    new_project.clear()
    made.close()
    wait_for_tasks()


def pixels(path: str) -> np.ndarray:
    return gdal.Open(path).ReadAsArray()


def rasters(folder: str) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(Path(folder).glob("*.tif"))}


def test_from_demo_to_results(desk: Desk) -> None:
    desk.wait(lambda: desk.session.engine_ready, "the device line")
    assert "CPU" in " ".join(label.text() for label in desk.dock.how_panel.device_bar.findChildren(QLabel))
    desk.open_demo()
    before = [layer.name() for layer in desk.layers()]
    outcome, record, _ = desk.run_to_the_end()
    assert outcome == "finished", desk.shown_errors()
    root = QgsProject.instance().layerTreeRoot()
    group = root.children()[0]
    assert "synthetic" in group.name()
    names = [node.name() for node in group.findLayers()]
    assert len(desk.layers()) == len(before) + len(names)
    assert any("Optical" in name and "synthetic" in name for name in names)
    assert any("Infrared" in name and "synthetic" in name for name in names)
    assert not any("Draft" in name for name in names)
    filled, truth = Path(record.folder) / "optical_filled.tif", None
    job = json.loads(Path(record.job_path).read_text(encoding="utf-8"))
    source = job["inputs"][0]["path"]
    provenance = pixels(str(Path(record.folder) / "optical_filled_provenance.tif"))
    observed = provenance == 0
    assert 0.1 < observed.mean() < 0.95
    drawn, truth = pixels(str(filled)), pixels(source)
    assert np.array_equal(drawn[:, observed], truth[:, observed])
    assert (drawn[:, ~observed] != truth[:, ~observed]).mean() > 0.9
    assert [stage for _, stage in desk.stages][-1] == "write"


def test_what_is_learnt_from_the_scene_is_told(desk: Desk) -> None:
    desk.open_demo()
    desk.draw_with(steps=1, samples=1, adapt=3)
    outcome, record, _ = desk.run_to_the_end()
    assert outcome == "finished", desk.shown_errors()
    assert "adapt" in [stage for _, stage in desk.stages]
    item = json.loads((Path(record.folder) / "scenefill.json").read_text(encoding="utf-8"))
    assert record.adaptation == item["properties"]["scenefill:adaptation"]
    assert record.adaptation["kept"] in (True, False)


def test_draft_is_seen_before_the_result(desk: Desk) -> None:
    desk.open_demo()
    desk.draw_with(steps=1, samples=2)
    desk.run()
    shown: list[bool] = []
    desk.runs.preview_loaded.connect(lambda _: shown.append(any("Draft" in layer.name() for layer in desk.layers())))
    desk.wait(lambda: desk.ended, "the end")
    assert shown and all(shown)
    assert not any("Draft" in layer.name() for layer in desk.layers())


@pytest.mark.parametrize("stage", ["read-inputs", "overview", "windows", "assemble"])
def test_cancel_in_a_stage(desk: Desk, stage: str) -> None:
    desk.open_demo()
    # So many that nobody could wait for the end of the windows, where it is they that are to be cancelled.
    desk.draw_with(steps=1, samples=1 if stage == "assemble" else 64)
    desk.run()
    desk.wait_for_stage(stage)
    desk.click(desk.dock.run_panel.cancel)
    assert not desk.dock.run_panel.cancel.isEnabled()
    desk.wait(lambda: desk.ended, "the end")
    # The last stages take a moment only: a run that was done before it heard of it is done.
    outcomes = {"stopped", "finished"} if stage == "assemble" else {"stopped"}
    assert desk.ended[0][0] in outcomes
    assert desk.dock.run_panel.run.isEnabled()
    # The engine is as good as before.
    desk.draw_with(steps=1, samples=1)
    assert desk.run_to_the_end()[0] == "finished", desk.shown_errors()


def test_cancel_while_writing_ends_one_way_or_the_other(desk: Desk) -> None:
    desk.open_demo()
    desk.draw_with(steps=1, samples=1)
    desk.run()
    desk.wait_for_stage("write")
    if not desk.ended:
        desk.click(desk.dock.run_panel.cancel)
    desk.wait(lambda: desk.ended, "the end")
    assert desk.ended[0][0] in {"stopped", "finished"}


def test_killed_worker_is_one_error_and_resume_gives_the_same_bytes(desk: Desk, tmp_path: Path) -> None:
    desk.open_demo()
    desk.draw_with(steps=1, samples=4)
    desk.dock.wish_panel.set_folder(str(tmp_path / "kept"))
    whole = desk.run_to_the_end()[1]
    desk.ended.clear()
    desk.run()
    desk.wait_for_stage("windows")
    os.kill(desk.worker(), signal.SIGKILL)
    desk.wait(lambda: desk.ended, "the error")
    outcome, record, error = desk.ended[0]
    assert (outcome, error.code) == ("failed", "worker-died")
    assert "Details" in " ".join(b.text() for b in desk.bar.findChildren(QAbstractButton))
    assert (Path(record.folder) / "windows").is_dir()
    desk.dock.run_panel.past_runs.choose(record.id)
    desk.click(desk.dock.run_panel.past_runs.resume_button)
    desk.wait(lambda: len(desk.ended) == 2, "the resumed run")
    assert desk.ended[1][0] == "finished", desk.shown_errors()
    assert rasters(desk.ended[1][1].folder) == rasters(whole.folder)


def test_main_thread_is_never_kept_busy(desk: Desk) -> None:
    desk.open_demo()
    desk.draw_with(steps=1, samples=2)
    # What is loaded once in the life of QGIS, fonts and forms and providers, is not the run's.
    assert desk.run_to_the_end()[0] == "finished"
    heart = Heartbeat()
    heart.start()
    outcome = desk.run_to_the_end()[0]
    heart.stop()
    assert outcome == "finished"


def test_layers_removed_during_a_run(desk: Desk) -> None:
    desk.open_demo()
    desk.draw_with(steps=1, samples=4)
    desk.run()
    desk.wait_for_stage("windows")
    project = QgsProject.instance()
    project.removeMapLayers([layer.id() for layer in desk.layers()])
    desk.wait(lambda: desk.ended, "the end")
    assert desk.ended[0][0] == "finished", desk.shown_errors()
    assert any("synthetic" in layer.name() for layer in desk.layers())


def test_project_closed_during_a_run(desk: Desk) -> None:
    desk.open_demo()
    desk.draw_with(steps=1, samples=1)
    desk.run()
    desk.wait_for_stage("windows")
    QgsProject.instance().clear()
    desk.wait(lambda: desk.ended, "the end")
    assert desk.ended[0][0] == "finished", desk.shown_errors()
    # They belong to a project that is gone; the list of past runs brings them back.
    assert desk.layers() == []
    record = desk.ended[0][1]
    desk.dock.run_panel.past_runs.choose(record.id)
    desk.click(desk.dock.run_panel.past_runs.reopen_button)
    desk.wait(lambda: len(desk.layers()) >= 4, "the layers of the past run")
