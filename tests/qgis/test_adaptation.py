"""Learning from the scene before it is filled: chosen in dock and Processing, carried by jobs, told by results."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot
from qgis.core import QgsProcessingContext, QgsProject
from qgis.PyQt.QtCore import Qt
from scenefill.core.job import Adapt, Job, Sampling, job_to_dict, load_job
from scenefill.core.worker.protocol import SimulatedScene
from scenefill.plugin.form import PRESETS, How
from scenefill.plugin.history import RunHistory, RunRecord
from scenefill.plugin.jobs import build_job, form_of_job
from scenefill.plugin.processing.fill import FillAlgorithm
from scenefill.plugin.processing.parameters import how_of
from scenefill.plugin.processing.synthesise import SynthesiseAlgorithm
from scenefill.plugin.results.adaptation import adaptation_in, adaptation_text
from scenefill.plugin.session import Session
from scenefill.plugin.stages import stage_title
from scenefill.tests.qgis.desk import Desk
from scenefill.ui.how_panel import CUSTOM, HowPanel
from scenefill.ui.runs_model import RunsModel

KEPT = {
    "kept": True,
    "steps": 200,
    "holdout_pixels": 4096,
    "error_before": 0.0213,
    "error_after": 0.0138,
    "unit": "reflectance",
    "products": ["optical_filled"],
}
SENTENCE = "Learnt from the scene: error on held-out blocks 0.0213 → 0.0138 reflectance."
RECORD = RunRecord("a", "Clouds filled", "/data/run", "done", "2026-01-31T10:00:00Z", adaptation=KEPT)


@pytest.fixture
def session(qgis_app: object, clean_settings: None) -> Iterator[Session]:
    """A session that never starts an engine."""
    made = Session()
    yield made
    made.close()


@pytest.fixture
def panel(session: Session, qtbot: QtBot) -> HowPanel:
    made = HowPanel(session)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def desk(session: Session, new_project: QgsProject, tmp_path: Path) -> Iterator[Desk]:
    made = Desk(session, tmp_path)
    yield made
    made.close()


def steps_of(panel: HowPanel) -> int:
    return panel.how().sampling.adapt.steps


def choose(panel: HowPanel, preset: str) -> None:
    panel.preset.setCurrentIndex(panel.preset.findData(preset))


def switch(panel: HowPanel, qtbot: QtBot) -> None:
    panel.learn.setFocus()
    qtbot.keyClick(panel.learn, Qt.Key.Key_Space)


# -- the dock


@pytest.mark.parametrize(("preset", "steps"), [("draft", 0), ("standard", 200), ("best", 400)])
def test_presets_say_how_much_is_learnt(panel: HowPanel, preset: str, steps: int) -> None:
    choose(panel, "best" if preset == "draft" else "draft")
    choose(panel, preset)
    assert steps_of(panel) == steps
    assert panel.learn.isChecked() == (steps > 0) == panel.learn_steps.isEnabled()
    assert PRESETS[preset].adapt == Adapt(steps)


def test_whether_to_learn_is_a_choice_beside_the_preset(panel: HowPanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.changed):
        switch(panel, qtbot)
    assert steps_of(panel) == 0 and panel.preset.currentData() == "standard"
    switch(panel, qtbot)
    assert panel.how().sampling == PRESETS["standard"]
    choose(panel, "draft")
    switch(panel, qtbot)
    assert steps_of(panel) == 200 and panel.preset.currentData() == "draft"


def test_other_learning_steps_are_no_preset(panel: HowPanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.changed):
        panel.learn_steps.setValue(50)
    assert steps_of(panel) == 50 and panel.preset.currentData() == CUSTOM
    panel.learn_steps.setValue(200)
    assert panel.preset.currentData() == "standard"
    panel.learn_steps.setValue(0)
    assert steps_of(panel) == 1
    panel.learn_steps.setValue(1_000_000)
    assert steps_of(panel) == 10_000


@pytest.mark.parametrize("steps", [0, 1, 200, 777])
def test_a_choice_goes_in_and_comes_out(panel: HowPanel, steps: int) -> None:
    how = How(Sampling("estimate", 4, 4, 3, Adapt(steps)))
    panel.set_how(How(PRESETS["best"]))
    panel.set_how(how)
    assert panel.how() == how
    assert panel.preset.currentData() == ("standard" if steps in (0, 200) else CUSTOM)


def test_there_is_nothing_to_learn_from_unless_a_layer_is_filled(desk: Desk) -> None:
    panel, wish = desk.dock.how_panel, desk.dock.wish_panel
    before = panel.how()
    assert panel.learn.isEnabled() and "No layer is filled" not in panel.learn.toolTip()
    for kind in (wish.kind_synthesise, wish.kind_imagine):
        desk.click(kind)
        assert not panel.learn.isEnabled() and not panel.learn_steps.isEnabled()
        assert panel.learn.toolTip().endswith("No layer is filled now, so there is nothing to learn from.")
    choose(panel, "draft")
    choose(panel, "standard")
    assert not panel.learn.isEnabled() and not panel.learn_steps.isEnabled()
    desk.click(wish.kind_fill)
    assert panel.learn.isEnabled() and panel.learn_steps.isEnabled() and panel.how() == before


@pytest.mark.parametrize("steps", [0, 35])
def test_an_opened_run_shows_what_its_job_says(
    desk: Desk, demo_scene: SimulatedScene, tmp_path: Path, steps: int
) -> None:
    job = with_adapt(load_job(demo_scene.job), steps)
    path = tmp_path / "job.json"
    path.write_text(json.dumps(job_to_dict(job)), encoding="utf-8")
    desk.dock.run_panel.record_opened.emit(replace(RECORD, job_path=str(path)))
    assert desk.shown_errors() == ""
    assert steps_of(desk.dock.how_panel) == steps and desk.dock.how_panel.learn.isChecked() == bool(steps)
    assert build_job(desk.dock.form(), str(tmp_path)).sampling == job.sampling


def with_adapt(job: Job, steps: int) -> Job:
    return replace(job, sampling=replace(job.sampling, adapt=Adapt(steps)))


def test_a_job_and_its_form_agree(demo_scene: SimulatedScene, tmp_path: Path) -> None:
    job = with_adapt(load_job(demo_scene.job), 17)
    again = build_job(form_of_job(job), str(tmp_path))
    assert job_to_dict(again)["sampling"]["adapt"] == {"steps": 17}


# -- Processing


@pytest.mark.parametrize(
    ("parameters", "steps"),
    [
        ({}, 200),
        ({"PRESET": 0}, 0),
        ({"PRESET": 2}, 400),
        ({"ADAPT": None}, 200),
        ({"ADAPT": 0}, 0),
        ({"ADAPT": 30, "PRESET": 0}, 30),
    ],
)
def test_processing_has_a_parameter(
    session: Session, context: QgsProcessingContext, parameters: dict[str, Any], steps: int
) -> None:
    algorithm = FillAlgorithm(session)
    algorithm.initAlgorithm()
    assert how_of(algorithm, parameters, context).sampling.adapt == Adapt(steps)
    limits = algorithm.parameterDefinition("ADAPT")
    assert (limits.minimum(), limits.maximum()) == (0, 10_000)


def test_only_filling_has_the_parameter(session: Session, context: QgsProcessingContext) -> None:
    algorithm = SynthesiseAlgorithm(session)
    algorithm.initAlgorithm()
    assert algorithm.parameterDefinition("ADAPT") is None
    assert how_of(algorithm, {"PRESET": 1}, context).sampling == PRESETS["standard"]


# -- what is told of it


def test_the_stage_has_a_title() -> None:
    assert stage_title("adapt") == "Learning from the scene"


@pytest.mark.parametrize(
    ("found", "text"),
    [
        (KEPT, SENTENCE),
        (
            {**KEPT, "kept": False, "error_after": 0.03, "unit": "dB"},
            "What was learnt from the scene was not kept: no better on held-out blocks (0.0213 → 0.03 dB).",
        ),
        ({**KEPT, "unit": ""}, "Learnt from the scene: error on held-out blocks 0.0213 → 0.0138."),
        ({"kept": True}, "Learnt from the scene."),
        ({**KEPT, "error_before": None}, "Learnt from the scene."),
        ({**KEPT, "kept": False, "error_after": float("nan")}, "Nothing was learnt from the scene."),
        ({"kept": "perhaps", "error_before": "small"}, "Nothing was learnt from the scene."),
        (None, ""),
    ],
)
def test_the_sentence(found: Any, text: str) -> None:
    assert adaptation_text(found) == text


@pytest.mark.parametrize("properties", [{}, {"scenefill:adaptation": None}, {"scenefill:adaptation": "yes"}])
def test_no_word_where_nothing_was_to_be_learnt(properties: dict[str, Any]) -> None:
    assert adaptation_text(adaptation_in(properties)) == ""


def test_past_runs_remember_it(tmp_path: Path) -> None:
    path = tmp_path / "runs.json"
    RunHistory(path).put(RECORD)
    RunHistory(path).put(replace(RECORD, id="b", adaptation=None))
    spoiled = json.loads(path.read_text(encoding="utf-8"))
    spoiled["runs"].append({**RECORD.to_dict(), "id": "c", "adaptation": "yes"})
    path.write_text(json.dumps(spoiled), encoding="utf-8")
    found = RunHistory(path)
    assert [found.get(run_id).adaptation for run_id in "abc"] == [KEPT, None, None]
    model = RunsModel()
    model.set_records([found.get("a"), found.get("b")])
    with_it, without = (model.index(row, 0).data(Qt.ItemDataRole.ToolTipRole) for row in (0, 1))
    assert SENTENCE in with_it.splitlines()
    assert set(with_it.splitlines()) - set(without.splitlines()) == {SENTENCE}


def test_a_run_that_is_done_tells_it(desk: Desk) -> None:
    desk.runs.finished.emit(RECORD)
    assert desk.dock.run_panel.status_text.text().splitlines()[1:] == [SENTENCE]
    desk.runs.finished.emit(replace(RECORD, adaptation=None))
    assert len(desk.dock.run_panel.status_text.text().splitlines()) == 1
