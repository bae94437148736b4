"""What goes wrong around a run: no engine, a wrong one, a full disk. One error each, and QGIS goes on."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from qgis.core import QgsProject
from qgis.PyQt.QtWidgets import QAbstractButton, QLabel
from scenefill.plugin import demo
from scenefill.plugin.session import Session
from scenefill.plugin.settings import Settings, save_settings
from scenefill.tests.qgis.conftest import wait_for_tasks
from scenefill.tests.qgis.desk import Desk


@pytest.fixture
def make_desk(
    new_project: QgsProject, tmp_path: Path, clean_settings: None, monkeypatch: pytest.MonkeyPatch
) -> Iterator[object]:
    """Makes a desk whose engine is the given one; everything is closed afterwards."""
    monkeypatch.setattr(demo, "SIZE", 160)
    made: list[tuple[Desk, Session]] = []

    def make(settings: Settings) -> Desk:
        save_settings(settings)
        session = Session()
        made.append((Desk(session, tmp_path), session))
        return made[-1][0]

    yield make
    new_project.clear()
    for desk, session in made:
        desk.close()
        session.close()
    wait_for_tasks()


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A folder on a disk of its own of 24 MB."""
    folder = tmp_path / "disk"
    folder.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=24m", "scenefill-test", str(folder)], check=True)
    yield folder
    subprocess.run(["umount", "--lazy", str(folder)], check=True)


def device_text(desk: Desk) -> str:
    return " ".join(label.text() for label in desk.dock.how_panel.device_bar.findChildren(QLabel))


def device_buttons(desk: Desk) -> str:
    return " ".join(button.text() for button in desk.dock.how_panel.device_bar.findChildren(QAbstractButton))


def test_environment_missing(make_desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "nothing"))
    desk = make_desk(Settings(engine="managed"))
    desk.wait(lambda: desk.session.device is not None, "the device line")
    assert desk.session.device_error is not None
    assert desk.session.device_error.code == "no-environment"
    assert "Set up" in device_buttons(desk)
    desk.click(desk.dock.contents.demo_button)
    desk.wait(desk.shown_errors, "the error")
    assert "engine" in desk.shown_errors()
    assert not desk.dock.run_panel.run.isEnabled()
    assert desk.dock.contents.demo_button.isEnabled()


def test_wrong_python(make_desk) -> None:
    # QGIS' own Python, which never has torch.
    desk = make_desk(Settings(engine="python", python=str(Path(sys.base_prefix) / "bin" / "python3")))
    desk.wait(lambda: desk.session.device is not None, "the device line")
    assert desk.session.device_error is not None
    assert desk.session.device_error.code == "wrong-python"
    assert "torch" in desk.session.device_error.message
    assert "Set up" in device_buttons(desk)


def test_disk_that_is_too_small_is_told_before_the_start(make_desk, engine_python: Path, small_disk: Path) -> None:
    desk = make_desk(Settings(engine="python", python=str(engine_python)))
    desk.open_demo()
    (small_disk / "ballast").write_bytes(bytes(23_500_000))
    desk.dock.wish_panel.set_folder(str(small_disk))
    desk.draw_with(steps=1, samples=1)
    outcome, _, error = desk.run_to_the_end()
    assert (outcome, error.code) == ("failed", "disk-full")
    assert "disk" in desk.shown_errors().lower()
    (small_disk / "ballast").unlink()
    assert desk.run_to_the_end()[0] == "finished", desk.shown_errors()


def test_disk_that_runs_full_is_one_error_and_the_run_can_be_resumed(
    make_desk, engine_python: Path, small_disk: Path
) -> None:
    desk = make_desk(Settings(engine="python", python=str(engine_python)))
    desk.open_demo()
    desk.dock.wish_panel.set_folder(str(small_disk))
    desk.draw_with(steps=1, samples=4)
    desk.run()
    desk.wait_for_stage("windows")
    fill_up(small_disk / "ballast")
    desk.wait(lambda: desk.ended, "the end")
    outcome, record, error = desk.ended[0]
    assert (outcome, error.code) == ("failed", "disk-full"), error
    assert not list(Path(record.folder).glob("*_filled.tif"))
    (small_disk / "ballast").unlink()
    desk.dock.run_panel.past_runs.choose(record.id)
    desk.click(desk.dock.run_panel.past_runs.resume_button)
    desk.wait(lambda: len(desk.ended) == 2, "the resumed run")
    assert desk.ended[1][0] == "finished", desk.shown_errors()


def fill_up(path: Path) -> None:
    """Write until nothing goes on the disk any more."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT)
    try:
        for piece in (1 << 20, 1 << 12):
            while True:
                try:
                    os.write(handle, bytes(piece))
                except OSError:
                    break
    finally:
        os.close(handle)
