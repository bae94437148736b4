"""The user guide in its window."""

from __future__ import annotations

from pytestqt.qtbot import QtBot
from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtGui import QTextDocument
from scenefill.ui.help_window import GUIDE, show_help


def test_guide_is_shown_with_its_pictures(qtbot: QtBot) -> None:
    window = show_help()
    qtbot.addWidget(window)
    text = window.browser.toPlainText()
    assert "SceneFill user guide" in text
    assert "synthetic, not a measurement" in text
    picture = window.browser.loadResource(QTextDocument.ResourceType.ImageResource, QUrl("images/screens/results.png"))
    assert 0 < picture.width() <= window.browser.viewport().width()
    assert GUIDE.is_file()
