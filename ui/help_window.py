"""The user guide in a window of its own: it ships with the plugin, so that it is there without a network."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.PyQt.QtCore import Qt, QUrl
from qgis.PyQt.QtGui import QDesktopServices, QImage, QTextDocument
from qgis.PyQt.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

from ..plugin.i18n import tr

_IMAGE = int(getattr(QTextDocument.ResourceType.ImageResource, "value", QTextDocument.ResourceType.ImageResource))
_SMOOTH = Qt.TransformationMode.SmoothTransformation
_MARGIN = 24

GUIDE = Path(__file__).resolve().parent.parent / "docs" / "user-guide.md"


class GuideBrowser(QTextBrowser):
    """Shows pictures no wider than the window."""

    def loadResource(self, kind: int, url: QUrl) -> Any:
        picture = QImage(str(GUIDE.parent / url.path())) if kind == _IMAGE else QImage()
        if picture.isNull():
            return super().loadResource(kind, url)
        width = self.viewport().width() - _MARGIN
        return picture.scaledToWidth(width, _SMOOTH) if picture.width() > width else picture


class HelpWindow(QDialog):
    """Shows the guide; links to the web open in the browser."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("SceneFill user guide"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(820, 640)
        self.browser = GuideBrowser(self)
        self.browser.setOpenLinks(False)
        self.browser.anchorClicked.connect(self._follow)
        self.browser.setMarkdown(GUIDE.read_text(encoding="utf-8"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self.browser)
        layout.addWidget(buttons)

    def _follow(self, url: QUrl) -> None:
        if url.scheme() in ("http", "https"):
            QDesktopServices.openUrl(url)
        elif url.isRelative() and url.hasFragment():
            self.browser.scrollToAnchor(url.fragment())


def show_help(parent: QWidget | None = None) -> HelpWindow:
    """Open the guide beside QGIS, which stays usable."""
    window = HelpWindow(parent)
    window.show()
    window.raise_()
    return window
