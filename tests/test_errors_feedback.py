"""The one exception, and the ways work reports."""

from __future__ import annotations

import json
import logging

import pytest
from scenefill.core.errors import JobCancelled, SceneFillError
from scenefill.core.feedback import Feedback, StageFeedback


class Recorder(Feedback):
    """Keeps what it is told."""

    def __init__(self, cancelled: bool = False) -> None:
        self.told: list[tuple] = []
        self.cancelled = cancelled

    def progress(self, fraction: float, stage: str) -> None:
        self.told.append(("progress", round(fraction, 6), stage))

    def is_cancelled(self) -> bool:
        return self.cancelled

    def log(self, level: str, text: str) -> None:
        self.told.append(("log", level, text))

    def preview(self, path: str) -> None:
        self.told.append(("preview", path))


def test_an_error_reads_as_message_and_hint():
    error = SceneFillError("no-overlap", "The layer is elsewhere.", "Choose another extent.", {"layer": "s2.tif"})
    assert str(error) == "The layer is elsewhere. Choose another extent."
    assert str(SceneFillError("no-crs", "No CRS.")) == "No CRS."
    assert error.args == ("The layer is elsewhere.",)


def test_an_error_crosses_borders_as_json():
    error = SceneFillError("no-band", "Band 9 is not there.", "There are 4.", {"band": 9})
    data = json.loads(json.dumps(error.to_dict()))
    assert data == {
        "code": "no-band",
        "message": "Band 9 is not there.",
        "hint": "There are 4.",
        "details": {"band": 9},
    }
    back = SceneFillError.from_dict(data)
    assert back.to_dict() == error.to_dict()


def test_an_error_from_incomplete_json_is_still_an_error():
    back = SceneFillError.from_dict({"details": None})
    assert (back.code, back.message, back.hint, back.details) == ("unknown", "", "", {})


def test_details_are_a_copy():
    details = {"a": 1}
    error = SceneFillError("x", "y", details=details)
    details["a"] = 2
    assert error.details == {"a": 1}


def test_cancelling_is_an_error_with_a_way_on():
    error = JobCancelled()
    assert isinstance(error, SceneFillError)
    assert error.code == "cancelled" and "--resume" in error.hint
    assert JobCancelled("Stopped.").message == "Stopped."


def test_the_base_feedback_logs_and_never_cancels(caplog):
    feedback = Feedback()
    with caplog.at_level(logging.DEBUG, logger="scenefill"):
        feedback.log("warning", "100 % of it")
        feedback.log("nonsense", "kept")
    assert [(record.levelname, record.getMessage()) for record in caplog.records] == [
        ("WARNING", "100 % of it"),
        ("INFO", "kept"),
    ]
    feedback.progress(0.5, "windows")
    feedback.preview("x.tif")
    assert feedback.is_cancelled() is False
    feedback.raise_if_cancelled()


def test_a_cancelled_feedback_raises():
    with pytest.raises(JobCancelled):
        Recorder(cancelled=True).raise_if_cancelled()
    with pytest.raises(JobCancelled):
        StageFeedback(Recorder(cancelled=True), 0, 1, "windows").raise_if_cancelled()


def test_a_stage_maps_its_progress_and_passes_the_rest_on():
    parent = Recorder()
    stage = StageFeedback(parent, 0.2, 0.6, "overview")
    for fraction in (-1.0, 0.0, 0.5, 1.0, 7.0):
        stage.progress(fraction)
    stage.progress(0.25, "inside")
    stage.log("info", "text")
    stage.preview("p.tif")
    assert parent.told == [
        ("progress", 0.2, "overview"),
        ("progress", 0.2, "overview"),
        ("progress", 0.4, "overview"),
        ("progress", 0.6, "overview"),
        ("progress", 0.6, "overview"),
        ("progress", 0.3, "inside"),
        ("log", "info", "text"),
        ("preview", "p.tif"),
    ]


def test_stages_nest():
    parent = Recorder()
    StageFeedback(StageFeedback(parent, 0.5, 1.0, "outer"), 0.0, 0.5, "inner").progress(1.0)
    assert parent.told == [("progress", 0.75, "inner")]
