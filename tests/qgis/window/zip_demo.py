"""Inside a QGIS whose profile has the plugin from its zip: run the demo scene to loaded results."""

from __future__ import annotations

import json
from pathlib import Path

import driver
from qgis.core import QgsProject
from qgis.PyQt.QtWidgets import QAction


def main() -> None:
    (out,) = driver.ARGUMENTS
    driver.find(QAction, "scenefillToggle").trigger()
    dock = driver.plugin().dock()
    driver.click(dock.contents.demo_button)
    driver.wait_for(lambda: dock.form().inputs and dock.run_panel.run.isEnabled(), "the demo scene", 240)
    ended: list[str] = []
    driver.plugin()._runs.finished.connect(lambda record: ended.append(record.state))
    driver.plugin()._runs.failed.connect(lambda record, error: ended.append(error.code))
    driver.click(dock.run_panel.run)
    driver.wait_for(lambda: ended, "the result", 500)
    import scenefill

    layers = [layer.name() for layer in QgsProject.instance().mapLayers().values()]
    Path(out).write_text(
        json.dumps({"ended": ended, "layers": layers, "package": str(Path(scenefill.__file__).parent)}),
        encoding="utf-8",
    )
