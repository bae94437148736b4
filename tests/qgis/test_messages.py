"""Every error has words: in the user's language where SceneFill speaks it, else the engine's own."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from qgis.core import QgsApplication
from qgis.gui import QgsMessageBar
from qgis.PyQt.QtCore import QCoreApplication, Qt, QTranslator
from qgis.PyQt.QtWidgets import QPushButton
from scenefill.cli.exit_codes import CODES
from scenefill.core.errors import JobCancelled, SceneFillError
from scenefill.plugin.history import RunRecord
from scenefill.plugin.i18n import CONTEXT
from scenefill.plugin.log import logger
from scenefill.plugin.session import Session
from scenefill.ui import messages
from scenefill.ui.messages import explain, is_known
from scenefill.ui.quantities import duration_text, left_text, pixels_text, size_text
from scenefill.ui.reporting import ErrorReporter
from scenefill.ui.stages import progress_text

ROOT = Path(__file__).resolve().parents[2]

#: What only training and evaluation raise, which never run for QGIS.
TRAINING_CODES = {
    "bad-cache", "bad-manifest", "bad-window", "demo-in-training", "no-chips", "no-entries", "no-manifest",
    "no-scenes", "no-training-chips", "not-finite", "nothing-shown", "nothing-to-judge", "train-config",
    "unknown-product", "unknown-split",
}  # fmt: skip

#: What only those see who run a server or write a client of their own.
SERVER_CODES = {
    "bad-database", "bad-range", "bad-request", "cross-site", "data-folder-busy", "database-newer", "link-failed",
    "link-refused", "media-type", "method-not-allowed", "no-server-libraries", "no-such-process", "no-tokens",
    "not-found", "not-local", "oidc-config", "port-in-use", "token-exists", "tus-version", "unauthorized",
    "unknown-token", "unsafe-bind",
}  # fmt: skip


class Backwards(QTranslator):
    """A language of its own: everything of SceneFill backwards."""

    def translate(self, context: str, text: str, disambiguation: str | None = None, n: int = -1) -> str:
        return text[::-1] if context == CONTEXT else ""

    def isEmpty(self) -> bool:
        return False


@pytest.fixture
def backwards(qgis_app: QgsApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    translator = Backwards()
    monkeypatch.setattr(messages, "_speaks_english", lambda: False)
    QCoreApplication.installTranslator(translator)
    yield
    QCoreApplication.removeTranslator(translator)


def raised_codes() -> set[str]:
    """First arguments of every SceneFillError that is made in what QGIS may meet."""
    found: set[str] = set()
    for ring in ("core", "plugin", "ui"):
        for path in (ROOT / ring).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "SceneFillError" and node.args:
                    # Not what a code is looked up by: SceneFillError(problem["code"], ...).
                    looked_up = {id(n.slice) for n in ast.walk(node.args[0]) if isinstance(n, ast.Subscript)}
                    constants = (n for n in ast.walk(node.args[0]) if isinstance(n, ast.Constant))
                    found |= {n.value for n in constants if isinstance(n.value, str) and id(n) not in looked_up}
    return found


def test_codes_are_found_in_the_sources() -> None:
    assert {"no-crs", "no-polygons", "worker-died", "disk-full", "no-environment"} <= raised_codes()


@pytest.mark.parametrize("code", sorted({c for codes in CODES.values() for c in codes} - TRAINING_CODES - SERVER_CODES))
def test_every_documented_code_has_words(code: str) -> None:
    assert is_known(code)


def test_every_raised_code_has_words() -> None:
    assert [code for code in sorted(raised_codes()) if not is_known(code)] == []


def test_training_codes_never_reach_qgis() -> None:
    assert raised_codes() & TRAINING_CODES == set()


def test_english_keeps_the_values() -> None:
    found = explain(SceneFillError("no-overlap", "'s1.tif' does not touch the job's extent.", "Choose another."))
    assert (found.text, found.hint) == ("'s1.tif' does not touch the job's extent.", "Choose another.")
    assert found.title == "The area does not fit"


def test_unknown_code_shows_what_it_brings() -> None:
    found = explain(SceneFillError("from-the-future", "A sentence.", "A hint."))
    assert (found.title, found.text, found.hint) == ("Something went wrong", "A sentence.", "A hint.")


def test_other_languages_get_the_sentence_of_the_code(backwards: None) -> None:
    found = explain(SceneFillError("no-targets", "`targets` is empty.", "Name one."))
    assert found.title == "Something is missing"[::-1]
    assert found.text == "No modality to draw is chosen."[::-1]
    assert found.hint == "Choose at least one."[::-1]


def test_other_languages_are_told_the_file(backwards: None) -> None:
    error = SceneFillError("missing-file", "There is no file '/data/s2.tif'.", "", {"file": "/data/s2.tif"})
    assert explain(error).text.endswith(" (s2.tif)")


def test_what_the_plugin_says_itself_stays(backwards: None) -> None:
    found = explain(SceneFillError("env-proxy", "yxorp ehT", "tnih"))
    assert (found.text, found.hint) == ("yxorp ehT", "tnih")
    assert found.title == "The engine is not ready"[::-1]


def test_sentences_are_sentences() -> None:
    for code, (_, text, hint) in messages._known().items():
        for sentence in filter(None, (text, hint)):
            assert re.match(r"[A-Z].*\.$", sentence), (code, sentence)
            assert "!" not in sentence, code


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (0.2, "less than 1 s"),
        (8.4, "8 s"),
        (43, "45 s"),
        (58, "1 min"),
        (125, "2 min"),
        (3590, "1 h"),
        (7800, "2 h 10 min"),
    ],
)
def test_durations(seconds: float, text: str) -> None:
    assert duration_text(seconds) == text


def test_quantities() -> None:
    assert left_text(-1.0) == ""
    assert left_text(125) == "about 2 min left"
    assert (size_text(35_400_000), size_text(1_240_000_000), size_text(500)) == ("35 MB", "1.2 GB", "500 byte(s)")
    assert (pixels_text(1_100_000), pixels_text(147_456), pixels_text(900)) == ("1.1 Mpx", "147 kpx", "900 px")


def named_stages() -> set[str]:
    """Every stage that the engine or the plugin names in a report of progress."""
    found = {"read-inputs", "overview", "windows", "assemble", "write"}
    for ring in ("core", "plugin"):
        for path in (ROOT / ring).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                name = getattr(getattr(node, "func", None), "id", getattr(getattr(node, "func", None), "attr", ""))
                if name in ("StageFeedback", "progress"):
                    found |= {arg.value for arg in node.args if isinstance(arg, ast.Constant) and arg.value}
    return {stage for stage in found if isinstance(stage, str)}


def test_stages_have_words() -> None:
    assert {"fetch", "start-engine", "env-install"} <= named_stages()
    assert [stage for stage in sorted(named_stages()) if progress_text(stage, -1.0) == stage] == []
    assert progress_text("windows", 125.0) == "Drawing – about 2 min left"


@pytest.fixture
def message_bar(qtbot: QtBot) -> QgsMessageBar:
    bar = QgsMessageBar()
    qtbot.addWidget(bar)
    return bar


@pytest.fixture
def reporter(message_bar: QgsMessageBar, session: Session) -> Iterator[ErrorReporter]:
    made = ErrorReporter(message_bar, session)
    yield made
    made.close()


def button(bar: QgsMessageBar, text: str) -> QPushButton:
    return next(found for found in bar.currentItem().findChildren(QPushButton) if found.text() == text)


def test_error_is_shown_logged_and_explained(
    reporter: ErrorReporter, message_bar: QgsMessageBar, session: Session, qtbot: QtBot
) -> None:
    error = SceneFillError("disk-full", "The disk of '/data' has 0.1 GB free.", "Free some space.", {"needed": 7})
    reporter.show(error)
    assert message_bar.currentItem().title() == "This computer cannot do it"
    assert message_bar.currentItem().text() == "The disk of '/data' has 0.1 GB free. Free some space."
    assert message_bar.currentItem().duration() == 0
    assert any("disk-full" in line for line in session.log.last_lines)
    qtbot.mouseClick(button(message_bar, "Details…"), Qt.MouseButton.LeftButton)
    dialog = reporter.dialog
    assert dialog is not None and dialog.isVisible() and not dialog.isModal()
    assert '"needed": 7' in dialog.details.toPlainText()
    qtbot.mouseClick(dialog.copy_button, Qt.MouseButton.LeftButton)
    copied = QgsApplication.clipboard().text()
    assert "disk-full" in copied and "SceneFill" in copied
    dialog.close()
    assert reporter.dialog is None


def test_names_are_not_taken_for_html(reporter: ErrorReporter, message_bar: QgsMessageBar) -> None:
    reporter.show(SceneFillError("missing-file", "There is no file 'a<b>c.tif'."))
    assert message_bar.currentItem().text() == "There is no file 'a&lt;b&gt;c.tif'."


def test_new_details_replace_the_old(reporter: ErrorReporter) -> None:
    reporter.show_details(SceneFillError("no-crs", "First."))
    first = reporter.dialog
    reporter.show_details(SceneFillError("no-crs", "Second."))
    assert reporter.dialog is not first
    assert reporter.dialog is not None and reporter.dialog.text.text() == "Second."


def test_cancelling_is_no_error(
    reporter: ErrorReporter, message_bar: QgsMessageBar, session: Session, caplog: pytest.LogCaptureFixture
) -> None:
    logger.addHandler(caplog.handler)
    reporter.show(JobCancelled())
    logger.removeHandler(caplog.handler)
    assert [record.levelname for record in caplog.records] == ["INFO"]
    assert message_bar.currentItem().title() == "Cancelled"
    assert not message_bar.currentItem().findChildren(QPushButton)
    assert message_bar.currentItem().duration() > 0


def test_success_leads_to_the_result(reporter: ErrorReporter, message_bar: QgsMessageBar, qtbot: QtBot) -> None:
    zoomed: list[bool] = []
    record = RunRecord("a", "Clouds over the delta", "/data/out", "done", "2025-11-21T05:00:00Z", 41.0)
    reporter.finished(record, lambda: zoomed.append(True))
    assert message_bar.currentItem().text() == "“Clouds over the delta” is done after 40 s."
    assert button(message_bar, "Open folder").isEnabled()
    qtbot.mouseClick(button(message_bar, "Zoom to result"), Qt.MouseButton.LeftButton)
    assert zoomed == [True]
