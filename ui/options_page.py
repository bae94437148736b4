"""SceneFill's page in QGIS' options. Light to import: the page itself is made when the options are opened."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Optional

from qgis.gui import QgsFileWidget, QgsOptionsPageWidget, QgsOptionsWidgetFactory
from qgis.PyQt import uic
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QToolButton, QVBoxLayout, QWidget

from ..plugin.i18n import tr
from ..plugin.session import Session
from ..plugin.settings import Settings

ICON = Path(__file__).resolve().parent.parent / "resources" / "icons" / "scenefill.svg"

#: By this name the options dialog is asked to open at the page.
PAGE_NAME = "mOptionsPageSceneFill"


class OptionsFactory(QgsOptionsWidgetFactory):
    """Makes the page whenever the options dialog opens; registered by the plugin as long as it is loaded."""

    def __init__(self, session: Session) -> None:
        super().__init__(tr("SceneFill"), QIcon(str(ICON)))
        self._session = session

    def createWidget(self, parent: Optional[QWidget] = None) -> QgsOptionsPageWidget:
        return OptionsPage(self._session, parent)


class OptionsPage(QgsOptionsPageWidget):
    """Everything that is set once: the engine, the server, and how SceneFill works."""

    def __init__(self, session: Session, parent: Optional[QWidget] = None) -> None:
        from .environment_panel import EnvironmentPanel

        super().__init__(parent)
        self.setObjectName(PAGE_NAME)
        self._session = session
        self.environment = EnvironmentPanel(session, self)
        self.form = uic.loadUi(str(Path(__file__).with_suffix(".ui")))
        self.form.environment_place.addWidget(self.environment)
        self.form.folder.setStorageMode(QgsFileWidget.StorageMode.GetDirectory)
        self.form.folder.setDialogTitle(tr("Results folder"))
        self.form.folder.lineEdit().setPlaceholderText(tr("Documents"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.form)
        self._order_keys()
        self._show_settings(session.settings)

    def apply(self) -> None:
        """Store what is shown; called when the user accepts the options. The engine starts anew if anything changed."""
        form = self.form
        settings = replace(
            self.environment.apply_to(self._session.settings),
            threads=form.threads.value(),
            idle_minutes=form.idle.value(),
            output_folder=form.folder.filePath().strip(),
            load_results=form.load_results.isChecked(),
            debug_log=form.debug_log.isChecked(),
        )
        if settings != self._session.settings:
            self._session.change_settings(settings)
            self._session.look_for_device()

    def _order_keys(self) -> None:
        """The Tab key goes through the page from top to bottom."""
        form = self.form
        order = (
            self.environment.servers.test,
            form.threads,
            form.idle,
            form.folder.lineEdit(),
            *form.folder.findChildren(QToolButton),
        )
        for before, after in zip(order, (*order[1:], form.load_results)):
            QWidget.setTabOrder(before, after)
        QWidget.setTabOrder(form.load_results, form.debug_log)

    def _show_settings(self, settings: Settings) -> None:
        form = self.form
        form.threads.setValue(settings.threads)
        form.idle.setValue(settings.idle_minutes)
        form.folder.setFilePath(settings.output_folder)
        form.load_results.setChecked(settings.load_results)
        form.debug_log.setChecked(settings.debug_log)
