"""ui/options_page.py: driven by widget events, with environments really made, checked, cancelled and removed."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from qgis.core import QgsApplication
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QFileDialog, QMessageBox, QPushButton, QRadioButton
from scenefill.core.worker.protocol import DeviceReport
from scenefill.plugin.environment.controller import EnvironmentController
from scenefill.plugin.environment.locate import environments
from scenefill.plugin.remote.servers import Server
from scenefill.plugin.session import Session
from scenefill.plugin.settings import Settings, load_settings
from scenefill.tests.processes import descendants
from scenefill.tests.qgis.conftest import wait_for_tasks
from scenefill.tests.qgis.environment_tools import small_recipe, small_wheels
from scenefill.ui.options_page import PAGE_NAME, OptionsFactory, OptionsPage

WAIT_MS = 120_000


@pytest.fixture
def page(session: Session, qtbot: QtBot) -> Iterator[OptionsPage]:
    factory = OptionsFactory(session)
    page = factory.createWidget(None)
    qtbot.addWidget(page)
    page.show()
    yield page


@pytest.fixture
def small(session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> EnvironmentController:
    """The session's controller, with a recipe of tiny packages whose wheels are all that pip knows."""
    values = {"PIP_CONFIG_FILE": os.devnull, "PIP_NO_INDEX": "1", "PATH": os.defpath}
    for name, value in {**values, "PIP_FIND_LINKS": str(small_wheels(tmp_path / "wheels"))}.items():
        monkeypatch.setenv(name, value)
    return EnvironmentController(session, root=tmp_path / "environments", recipe=small_recipe())


def press(button: QPushButton | QRadioButton) -> None:
    """As with the keyboard."""
    assert button.isEnabled(), button.text()
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)


def replace_text(edit: object, text: str) -> None:
    edit.selectAll()
    QTest.keyClicks(edit, text)


# What is stored ------------------------------------------------------------------------------------------------------


def test_the_page_is_found_by_its_name_and_has_the_icon(session: Session, page: OptionsPage) -> None:
    factory = OptionsFactory(session)
    assert factory.title() == "SceneFill"
    assert not factory.icon().isNull()
    assert page.objectName() == PAGE_NAME


def test_what_is_set_is_stored_when_the_options_are_accepted(
    session: Session, page: OptionsPage, tmp_path: Path
) -> None:
    panel, form = page.environment, page.form
    replace_text(form.threads, "3")
    replace_text(form.idle, "25")
    replace_text(form.folder.lineEdit(), str(tmp_path))
    press(form.load_results)
    press(form.debug_log)
    replace_text(panel.servers.server_url, "https://server.example/scenefill ")
    press(panel.server_only)
    assert load_settings() == session.settings, "nothing is stored before"
    page.apply()
    stored = load_settings()
    assert stored == session.settings
    assert stored == Settings(
        engine="server",
        python=stored.python,
        servers=(Server("https://server.example/scenefill"),),
        server_url="https://server.example/scenefill",
        threads=3,
        idle_minutes=25,
        output_folder=str(tmp_path),
        load_results=False,
        debug_log=True,
    )
    again = OptionsPage(session)
    assert again.environment.server_only.isChecked()
    assert again.form.threads.value() == 3
    assert again.form.folder.filePath() == str(tmp_path)
    again.deleteLater()


def test_nothing_changed_leaves_the_engine_alone(session: Session, page: OptionsPage, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(session.settings_changed):
        page.apply()


def test_widgets_outside_the_chosen_engine_cannot_be_used(page: OptionsPage) -> None:
    panel = page.environment
    press(panel.managed)
    assert panel.create.isEnabled()
    assert not panel.check.isEnabled()
    assert not panel.python.isEnabled()
    press(panel.existing)
    assert not panel.create.isEnabled()
    assert panel.python.isEnabled()


def test_variables_are_shown_as_fixed(
    session: Session, engine_python: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    session.change_settings(Settings(engine="managed", threads=2))
    monkeypatch.setenv("SCENEFILL_PYTHON", str(engine_python))
    monkeypatch.setenv("SCENEFILL_SERVER_URL", "https://class.example")
    session.change_settings(load_settings())
    page = OptionsPage(session)
    qtbot.addWidget(page)
    page.show()
    panel = page.environment
    assert panel.existing.isChecked()
    assert not any(radio.isEnabled() for radio in (panel.managed, panel.existing, panel.server_only))
    assert panel.python.filePath() == str(engine_python)
    assert not panel.python.isEnabled()
    assert panel.check.isEnabled()
    assert panel.servers.server_url.text() == "https://class.example"
    assert panel.servers.server_url.isReadOnly()
    assert panel.fixed_text.isVisible()
    assert "SCENEFILL_PYTHON" in panel.fixed_text.text()
    assert "SCENEFILL_SERVER_URL" in panel.fixed_text.text()
    page.apply()
    monkeypatch.delenv("SCENEFILL_PYTHON")
    monkeypatch.delenv("SCENEFILL_SERVER_URL")
    assert load_settings() == Settings(engine="managed", threads=2), "what a variable decides is not stored"


def test_offline_by_variable_says_so(session: Session, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    monkeypatch.setenv("SCENEFILL_OFFLINE", "1")
    session.change_settings(Settings())
    page = OptionsPage(session)
    qtbot.addWidget(page)
    page.show()
    assert "SCENEFILL_OFFLINE" in page.environment.fixed_text.text()
    assert page.environment.managed.isEnabled()
    with qtbot.waitSignal(EnvironmentController.of(session).failed, timeout=WAIT_MS):
        press(page.environment.create)
    assert "may not use the network" in page.environment.message_text.text()
    assert page.environment.message_text.isVisible()


# Checking a Python ---------------------------------------------------------------------------------------------------


def test_one_click_checks_the_engine_python(session: Session, page: OptionsPage, qtbot: QtBot) -> None:
    panel = page.environment
    with qtbot.waitSignal(EnvironmentController.of(session).succeeded, timeout=WAIT_MS):
        press(panel.check)
        assert panel.cancel.isVisible()
        assert not panel.check.isEnabled()
    assert panel.check_text.isVisible()
    assert panel.check_text.text().startswith("Python 3.")
    assert "PyTorch 2." in panel.check_text.text()
    assert not panel.progress_box.isVisible()


def test_a_python_without_packages_is_told_inline(session: Session, page: OptionsPage, qtbot: QtBot) -> None:
    panel = page.environment
    replace_text(panel.python.lineEdit(), "/usr/bin/python3")
    with qtbot.waitSignal(EnvironmentController.of(session).succeeded, timeout=WAIT_MS):
        press(panel.check)
    assert "torch" in panel.check_text.text()
    assert panel.check_icon.pixmap() is not None
    replace_text(panel.python.lineEdit(), "/nowhere/python")
    assert not panel.check_text.isVisible(), "the answer was about another Python"
    with qtbot.waitSignal(EnvironmentController.of(session).succeeded, timeout=WAIT_MS):
        press(panel.check)
    assert "/nowhere/python" in panel.check_text.text()


def test_the_device_is_looked_for_anew_after_a_change(
    session: Session, page: OptionsPage, engine_python: Path, qtbot: QtBot
) -> None:
    panel = page.environment
    qtbot.waitUntil(lambda: isinstance(session.device, DeviceReport), timeout=WAIT_MS)
    assert session.device.reason in panel.device.text.text()
    replace_text(panel.python.lineEdit(), "/nowhere/python")
    page.apply()
    qtbot.waitUntil(lambda: session.device_error is not None, timeout=WAIT_MS)
    assert session.device_error.code == "wrong-python"
    assert "/nowhere/python" in panel.device.text.text()


# The managed environment ---------------------------------------------------------------------------------------------


def test_made_repaired_and_removed_by_buttons(
    session: Session, small: EnvironmentController, page: OptionsPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    panel = page.environment
    press(panel.managed)
    assert panel.create.text() == "&Set up"
    assert "Not set up yet" in panel.managed_text.text()
    assert not panel.remove.isEnabled()
    with qtbot.waitSignal(small.succeeded, timeout=WAIT_MS):
        press(panel.create)
        assert panel.progress_box.isVisible()
        assert not panel.create.isEnabled()
        qtbot.waitUntil(lambda: panel.bar.value() > 300, timeout=WAIT_MS)
        assert panel.stage.text()
    assert not panel.progress_box.isVisible()
    assert panel.message_text.text() == "The engine's environment is ready."
    assert panel.managed_text.text().startswith("Ready")
    assert panel.create.text() == "Re&pair"
    assert environments(small._root)[0].complete
    monkeypatch.setattr(QMessageBox, "question", lambda *args: QMessageBox.StandardButton.No)
    press(panel.remove)
    assert not small.busy
    monkeypatch.setattr(QMessageBox, "question", lambda *args: QMessageBox.StandardButton.Yes)
    with qtbot.waitSignal(small.succeeded, timeout=WAIT_MS):
        press(panel.remove)
    assert "removed" in panel.message_text.text()
    assert panel.create.text() == "&Set up"
    assert environments(small._root) == ()


def test_cancelled_it_offers_to_continue_even_on_another_page(
    session: Session, small: EnvironmentController, page: OptionsPage, qtbot: QtBot
) -> None:
    panel = page.environment
    press(panel.managed)
    creating = {"check_params_cb": lambda fraction, stage, left: stage == "env-create"}
    with qtbot.waitSignal(small.progressed, timeout=WAIT_MS, **creating):
        press(panel.create)
    page.hide()
    later = OptionsPage(session)
    qtbot.addWidget(later)
    later.show()
    assert later.environment.progress_box.isVisible(), "a page that is opened later shows what is going on"
    with qtbot.waitSignal(small.stopped, timeout=WAIT_MS):
        press(later.environment.cancel)
    assert "Cancelled" in later.environment.message_text.text()
    assert later.environment.create.text() == "C&ontinue"
    later.environment.managed.setChecked(True)
    with qtbot.waitSignal(small.succeeded, timeout=WAIT_MS):
        press(later.environment.create)
    assert later.environment.managed_text.text().startswith("Ready")


def test_what_a_server_does_goes_on_meanwhile(session: Session, small: EnvironmentController, qtbot: QtBot) -> None:
    """Who sets up an engine here, or changes an option, still waits for a run on a server."""
    first, second = Server("https://class.example", "Class"), Server("https://other.example")
    settings = replace(session.settings, servers=(first,), server_url=first.url)
    session.change_settings(settings)
    here, there = session.runner("local"), session.runner("server", first.url)
    with qtbot.waitSignal(small.succeeded, timeout=WAIT_MS):
        small.create()
    assert session.runner("server", first.url) is there and not there._closed.is_set()
    assert session.runner("local") is not here
    with qtbot.waitSignal(small.succeeded, timeout=WAIT_MS):
        small.remove()
    here = session.runner("local")
    session.change_settings(replace(settings, threads=3))
    assert session.runner("server", first.url) is there and not there._closed.is_set()
    assert session.runner("local") is not here
    session.change_settings(replace(settings, servers=(first, second)))
    assert there._closed.is_set() and session.runner("server", first.url) is not there


def test_a_page_that_is_gone_does_not_matter(session: Session, small: EnvironmentController, qtbot: QtBot) -> None:
    page = OptionsPage(session)
    page.environment.managed.setChecked(True)
    page.environment.create.click()
    assert small.busy
    page.deleteLater()
    with qtbot.waitSignal(small.succeeded, timeout=WAIT_MS):
        QgsApplication.processEvents()
    assert small.environment.complete


def test_quitting_meanwhile_leaves_no_process(
    session: Session, small: EnvironmentController, page: OptionsPage, qtbot: QtBot
) -> None:
    page.environment.managed.setChecked(True)
    creating = {"check_params_cb": lambda fraction, stage, left: stage == "env-create"}
    with qtbot.waitSignal(small.progressed, timeout=WAIT_MS, **creating):
        press(page.environment.create)
    session.close()
    wait_for_tasks()
    assert not [process for process in descendants(os.getpid()) if str(small._root) in process.command]
    assert not list(small._root.glob("*.lock"))
    assert not any(found.complete for found in environments(small._root))


def test_a_bundle_is_made_and_installed_by_buttons(
    session: Session,
    small: EnvironmentController,
    page: OptionsPage,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    panel = page.environment
    (tmp_path / "bundle").mkdir()
    press(panel.managed)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *args: "")
    press(panel.make_bundle)
    assert not small.busy
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *args: str(tmp_path / "bundle"))
    with qtbot.waitSignal(small.failed, timeout=WAIT_MS):
        press(panel.from_bundle)
    assert "not an offline bundle" in panel.message_text.text()
    with qtbot.waitSignal(small.succeeded, timeout=WAIT_MS):
        press(panel.make_bundle)
    assert "bundle is ready" in panel.message_text.text()
    monkeypatch.setenv("PIP_FIND_LINKS", str(tmp_path / "nowhere"))
    with qtbot.waitSignal(small.succeeded, timeout=WAIT_MS):
        press(panel.from_bundle)
    assert small.environment.source == "bundle"


# How it looks --------------------------------------------------------------------------------------------------------


def test_it_fits_the_options_dialog_of_a_small_screen(page: OptionsPage) -> None:
    assert page.minimumSizeHint().width() <= 700
    labels = [page.environment.servers.server_url_label, page.environment.servers.login_label]
    labels += [page.form.threads_label, page.form.idle_label, page.form.folder_label]
    assert all(label.buddy() is not None for label in labels)


def test_no_two_keys_are_the_same(page: OptionsPage) -> None:
    widgets = [w for kind in (QPushButton, QRadioButton) for w in page.findChildren(kind)]
    texts = [widget.text() for widget in widgets if widget.text() and widget is not page.environment.create]
    texts += [label.text() for label in page.findChildren(type(page.form.idle_label)) if label.buddy() is not None]
    texts += [page.form.load_results.text(), page.form.debug_log.text()]
    keys = [text[text.index("&") + 1].lower() for text in texts if "&" in text]
    assert len(keys) == len(set(keys)) >= 14, sorted(texts)
    others = ["&Set up", "C&ontinue", "&Update", "Re&pair"]
    assert page.environment.create.text() in others
    assert not {text[text.index("&") + 1].lower() for text in others} & set(keys)


def test_the_tab_key_goes_from_top_to_bottom(page: OptionsPage) -> None:
    chain, widget = [], page.nextInFocusChain()
    while widget is not page:
        chain.append(widget)
        widget = widget.nextInFocusChain()
    panel, form = page.environment, page.form
    wanted = [panel.managed, panel.create, panel.make_bundle, panel.existing, panel.check, panel.server_only]
    wanted += [panel.cancel, panel.device.refresh, panel.servers.server_url, form.threads, form.idle]
    wanted += [form.folder.lineEdit(), form.load_results, form.debug_log]
    places = [chain.index(widget) for widget in wanted]
    assert places == sorted(places)
