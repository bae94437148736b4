"""Inside QGIS: from an empty project to loaded results, with a picture of every step."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import driver
from qgis.core import QgsProject
from qgis.gui import QgsCollapsibleGroupBox
from qgis.PyQt.QtCore import QSize, Qt, QTimer
from qgis.PyQt.QtGui import QColor, QFont, QImage, QPainter
from qgis.PyQt.QtWidgets import QAction, QApplication, QDialog, QDockWidget
from qgis.utils import iface

SECTIONS = ("area", "inputs", "wish", "how", "runs")


class Shoot:
    """The folder of one size, and the pictures that go there."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.plugin = driver.plugin()
        self.ended: list[Any] = []

    def picture(self, name: str, widget: Any = None) -> None:
        driver.screenshot(self.folder / f"{name}.png", widget)

    def tidy(self) -> None:
        """A window as most people have it: layers on the left, SceneFill on the right."""
        for dock in iface.mainWindow().findChildren(QDockWidget):
            dock.setVisible(dock.objectName() == "Layers")
        iface.mainWindow().resizeDocks(
            [iface.mainWindow().findChild(QDockWidget, "Layers")], [330], Qt.Orientation.Horizontal
        )

    def open_dock(self) -> None:
        driver.find(QAction, "scenefillToggle").trigger()
        self.dock = self.plugin.dock()
        self.panel = self.dock.run_panel
        runs = self.plugin._runs
        runs.finished.connect(self.ended.append)
        runs.failed.connect(lambda record, error: self.ended.append(error))
        driver.wait_for(lambda: self.plugin._session.engine_ready, "the device line", 120)

    def open_demo(self) -> None:
        driver.click(self.dock.contents.demo_button)
        driver.wait_for(lambda: self.dock.form().inputs and self.panel.run.isEnabled(), "the demo scene", 180)
        driver.wait_for(driver.map_is_drawn, "the map", 60)
        iface.messageBar().clearWidgets()

    def only(self, section: str) -> None:
        """Fold all sections but one."""
        for name in SECTIONS:
            box: QgsCollapsibleGroupBox = getattr(self.dock.contents, f"{name}_section")
            box.setCollapsed(name != section)
        driver.pause(0.3)

    def sections(self) -> None:
        for number, name in enumerate(SECTIONS[:4], 1):
            self.only(name)
            if name == "how":
                self.dock.how_panel.advanced.setCollapsed(False)
            self.picture(f"dock-{number}-{name}", self.dock)
        for name in SECTIONS:
            getattr(self.dock.contents, f"{name}_section").setCollapsed(name in ("how", "runs"))

    def estimate(self) -> None:
        driver.click(self.panel.estimate)
        driver.wait_for(lambda: self.panel.estimate.isEnabled(), "the estimate", 120)

    def run(self) -> None:
        driver.click(self.panel.run)
        driver.wait_for(lambda: self.ended or self.panel.bar.value() > 250, "the draft", 120)
        driver.pause(0.5)
        self.picture("running")
        driver.wait_for(lambda: self.ended, "the result", 300)
        if isinstance(self.ended[-1], Exception):
            raise self.ended[-1]
        driver.wait_for(driver.map_is_drawn, "the map", 60)
        driver.pause(1.0)

    def results(self) -> None:
        self.picture("results")
        self.only("runs")
        self.picture("dock-5-runs", self.dock)
        before_after(self.folder / "before-after.png")

    def options(self) -> None:
        from scenefill.plugin.settings import Settings

        # As it is for somebody who has set up nothing yet.
        os.environ.pop("SCENEFILL_PYTHON")
        self.plugin._session.change_settings(Settings())
        driver.wait_for(lambda: self.plugin._session.device is not None, "the device line", 60)

        def shoot() -> None:
            dialog = driver.wait_for(lambda: QApplication.activeModalWidget(), "the options", 20)
            driver.pause(0.5)
            self.picture("options", dialog)
            dialog.close()

        QTimer.singleShot(1500, shoot)
        self.plugin._show_options()

    def processing(self) -> None:
        from processing import createAlgorithmDialog

        dialog = createAlgorithmDialog("scenefill:fill", {})
        dialog.show()
        driver.pause(1.0)
        self.picture("processing", dialog)
        dialog.close()

    def help(self) -> None:
        from scenefill.ui.help_window import HelpWindow

        self.plugin._show_help()
        window: QDialog = driver.wait_for(lambda: iface.mainWindow().findChild(HelpWindow), "the help", 10)
        self.picture("help", window)
        window.close()


def before_after(path: Path) -> None:
    """The same view without and with the results, side by side with captions."""
    canvas, root = iface.mapCanvas(), QgsProject.instance().layerTreeRoot()
    results = root.children()[0]
    pictures = []
    for shown, caption in ((False, "Before"), (True, "After: filled, synthetic")):
        results.setItemVisibilityChecked(shown)
        canvas.refresh()
        driver.pause(0.5)
        driver.wait_for(driver.map_is_drawn, "the map", 60)
        pictures.append((canvas.grab().toImage(), caption))
    side = min(pictures[0][0].width(), pictures[0][0].height())
    sheet = QImage(QSize(2 * side + 12, side + 34), QImage.Format.Format_RGB32)
    sheet.fill(QColor("white"))
    painter = QPainter(sheet)
    painter.setFont(QFont("sans-serif", 12))
    for index, (picture, caption) in enumerate(pictures):
        left = index * (side + 12)
        crop = picture.copy((picture.width() - side) // 2, (picture.height() - side) // 2, side, side)
        painter.drawImage(left, 34, crop)
        painter.drawText(left + 4, 23, caption)
    painter.end()
    sheet.save(str(path))


def main() -> None:
    shoot = Shoot(Path(driver.ARGUMENTS[0]))
    shoot.tidy()
    shoot.open_dock()
    shoot.picture("empty")
    shoot.open_demo()
    shoot.picture("demo")
    shoot.sections()
    shoot.estimate()
    shoot.run()
    shoot.results()
    shoot.options()
    shoot.processing()
    shoot.help()
