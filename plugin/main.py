"""The plugin as QGIS loads it: puts its entries into the window, and takes every one of them out again.

Nothing is imported or built before it is needed: the dock when it is first opened, the options page when the options
are, the engine's process when a job runs.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, Optional

from qgis.core import QgsApplication, QgsMapLayer
from qgis.PyQt.QtCore import QCoreApplication, Qt, QTranslator
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QAction

from .i18n import load_translator, tr
from .layer_types import raster_layer_type
from .session import Session

ICON = Path(__file__).resolve().parent.parent / "resources" / "icons" / "scenefill.svg"


class SceneFillPlugin:
    """Made by ``classFactory``; QGIS calls :meth:`initGui` (or :meth:`initProcessing` alone) and :meth:`unload`."""

    def __init__(self, iface: Any) -> None:
        """``iface``: the QgisInterface; None in ``qgis_process``, where there is no window."""
        self._iface = iface
        self._session: Optional[Session] = None
        self._translator: Optional[QTranslator] = None
        self._provider: Any = None
        self._dock: Any = None
        self._runs: Any = None
        self._undo: list[Callable[[], Any]] = []

    def initProcessing(self) -> None:
        """The part that works without a window."""
        from .processing.provider import SceneFillProvider

        self._translator = load_translator()
        if self._translator is not None:
            QCoreApplication.installTranslator(self._translator)
        self._session = Session()
        QgsApplication.instance().aboutToQuit.connect(self._session.quit)
        self._provider = SceneFillProvider(self._session)
        QgsApplication.processingRegistry().addProvider(self._provider)

    def initGui(self) -> None:
        """Everything that is seen."""
        self.initProcessing()
        self._add_toggle()
        self._add_layer_action()
        self._add_help()
        self._add_options()
        self._add_locator()

    def unload(self) -> None:
        """Take everything back, in the reverse order."""
        while self._undo:
            self._undo.pop()()
        if self._runs is not None:
            self._runs.close()
            self._runs = None
        if self._dock is not None:
            self._iface.removeDockWidget(self._dock)
            self._dock.close_down()
            self._dock.deleteLater()
            self._dock = None
        if self._provider is not None:
            QgsApplication.processingRegistry().removeProvider(self._provider)
            self._provider = None
        if self._session is not None:
            QgsApplication.instance().aboutToQuit.disconnect(self._session.quit)
            self._session.close()
            self._session.deleteLater()
            self._session = None
        if self._translator is not None:
            QCoreApplication.removeTranslator(self._translator)
            self._translator = None

    def dock(self) -> Any:
        """The dock, made when it is first asked for."""
        if self._dock is None:
            from ..ui.dock import SceneFillDock
            from .demo import DemoScene
            from .runs import RunController

            window, session = self._iface.mainWindow(), self._session
            self._runs = RunController(session)
            demo = DemoScene(session, self._runs)
            bar = self._iface.messageBar()
            self._dock = SceneFillDock(session, self._runs, demo, self._iface.mapCanvas(), bar, window)
            self._dock.options_requested.connect(self._show_options)
            self._dock.help_requested.connect(self._show_help)
            self._dock.visibilityChanged.connect(self._toggle.setChecked)
            self._iface.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self._dock)
        return self._dock

    def _add_toggle(self) -> None:
        self._toggle = QAction(QIcon(str(ICON)), tr("SceneFill"), self._iface.mainWindow())
        self._toggle.setObjectName("scenefillToggle")
        self._toggle.setToolTip(tr("Fill gaps and draw missing modalities of satellite images"))
        self._toggle.setCheckable(True)
        self._toggle.triggered.connect(self._show_dock)
        self._iface.rasterMenu().addAction(self._toggle)
        self._iface.addToolBarIcon(self._toggle)
        self._undo.append(lambda action=self._toggle: self._remove_toggle(action))

    def _remove_toggle(self, action: QAction) -> None:
        self._iface.rasterMenu().removeAction(action)
        self._iface.removeToolBarIcon(action)
        action.deleteLater()

    def _add_layer_action(self) -> None:
        action = QAction(QIcon(str(ICON)), tr("Fill gaps…"), self._iface.mainWindow())
        action.setObjectName("scenefillLayer")
        action.triggered.connect(self._fill_selected_layers)
        self._iface.addCustomActionForLayerType(action, "", raster_layer_type(), True)
        self._undo.append(lambda: (self._iface.removeCustomActionForLayerType(action), action.deleteLater()))

    def _add_help(self) -> None:
        action = QAction(QIcon(str(ICON)), tr("SceneFill"), self._iface.mainWindow())
        action.setObjectName("scenefillHelp")
        action.triggered.connect(self._show_help)
        menu = self._iface.pluginHelpMenu()
        menu.addAction(action)
        self._undo.append(lambda: (menu.removeAction(action), action.deleteLater()))

    def _add_options(self) -> None:
        from ..ui.options_page import OptionsFactory

        factory = OptionsFactory(self._session)
        self._iface.registerOptionsWidgetFactory(factory)
        self._undo.append(lambda: self._iface.unregisterOptionsWidgetFactory(factory))

    def _add_locator(self) -> None:
        from .locator import FillViewFilter

        locator = FillViewFilter(self._fill_current_view, QIcon(str(ICON)))
        self._iface.registerLocatorFilter(locator)
        self._undo.append(lambda: self._iface.deregisterLocatorFilter(locator))

    def _show_dock(self, shown: bool = True) -> None:
        self.dock().setUserVisible(shown)

    def _fill_selected_layers(self) -> None:
        layers = [item for item in self._iface.layerTreeView().selectedLayers() if _is_raster(item)]
        self._show_dock()
        self.dock().fill_layers(layers)

    def _fill_current_view(self) -> None:
        self._show_dock()
        self.dock().use_current_view()
        layer = self._iface.activeLayer()
        if layer is not None and _is_raster(layer):
            self.dock().fill_layers([layer])

    def _show_options(self) -> None:
        self._iface.showOptionsDialog(self._iface.mainWindow(), currentPage="mOptionsPageSceneFill")

    def _show_help(self) -> None:
        from ..ui.help_window import show_help

        show_help(self._iface.mainWindow())


def _is_raster(layer: QgsMapLayer) -> bool:
    return bool(layer.type() == raster_layer_type())
