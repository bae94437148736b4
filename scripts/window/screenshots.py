"""Inside QGIS: from an empty project to loaded results, with a picture of every step."""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import driver
from qgis.core import QgsProject
from qgis.gui import QgsCollapsibleGroupBox
from qgis.PyQt.QtCore import QSize, Qt, QTimer
from qgis.PyQt.QtGui import QColor, QFont, QImage, QPainter
from qgis.PyQt.QtWidgets import QAction, QApplication, QDialog, QDockWidget, QScrollArea, QWidget
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

    def server(self, python: str) -> None:
        """The options after a test of a server, and the dock that sends its data there."""
        from scenefill.plugin.remote.servers import Server
        from scenefill.plugin.settings import Settings

        session = self.plugin._session
        with tempfile.TemporaryDirectory(prefix="scenefill-screens-") as data, served(python, data) as url:
            session.change_settings(Settings(engine="server", servers=(Server(url, "Class"),), server_url=url))

            def shoot() -> None:
                dialog = driver.wait_for(lambda: QApplication.activeModalWidget(), "the options", 20)
                try:
                    self.test_server(dialog)
                    self.picture("options-server", dialog)
                finally:
                    # It is modal: an error would leave it open for ever.
                    dialog.close()

            QTimer.singleShot(1500, shoot)
            self.plugin._show_options()
            driver.wait_for(lambda: session.engine_ready, "the server's device", 60)
            self.only("how")
            iface.messageBar().clearWidgets()
            self.estimate()
            self.picture("dock-server", self.dock)

    def test_server(self, dialog: QDialog) -> None:
        from scenefill.ui.server_panel import ServerPanel

        panel = driver.wait_for(lambda: dialog.findChild(ServerPanel), "the servers", 20)
        for _ in range(20):
            panel.test.click()
            driver.wait_for(panel.test.isEnabled, "the server's answer", 30)
            # It asks its engine for the device when it starts.
            if "CPU" in panel.answer_text.text() or "GPU" in panel.answer_text.text():
                break
        area = scroll_area_of(panel)
        if area is not None:
            area.ensureWidgetVisible(panel.answer_text)
        driver.pause(0.5)

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


@contextmanager
def served(python: str, data: str) -> Iterator[str]:
    """The address of a server of this computer."""
    command = [python, "-I", "-c", "from scenefill.cli.main import main; main()"]
    command += ["serve", "--no-auth", "--port", "0", "--data", data]
    # Started by a picture's script, with arguments of its own.
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    try:
        line = next((line for line in process.stdout or () if "server at " in line), "")
        yield line.split()[-1]
    finally:
        process.terminate()
        process.wait(30)


def scroll_area_of(widget: QWidget) -> QScrollArea | None:
    """What a widget is scrolled by."""
    while widget is not None and not isinstance(widget, QScrollArea):
        widget = widget.parentWidget()
    return widget


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
    python = os.environ["SCENEFILL_PYTHON"]
    shoot.options()
    shoot.server(python)
    shoot.processing()
    shoot.help()
