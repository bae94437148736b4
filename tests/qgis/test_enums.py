"""Every enum of QGIS and Qt that the plugin names is fully scoped, and there, in the QGIS that runs the tests."""

from __future__ import annotations

from pathlib import Path

import pytest
from scenefill.tests.enum_scopes import misuses

ROOT = Path(__file__).resolve().parents[2]
SOURCES = sorted(path for ring in ("plugin", "ui") for path in (ROOT / ring).rglob("*.py"))


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_name_of_qgis_is_there_and_fully_scoped(path: Path) -> None:
    assert list(misuses(path.read_text(encoding="utf-8"), "qgis", "qgis")) == []


@pytest.mark.parametrize(
    "source",
    [
        "from qgis.core import QgsTask\nx = QgsTask.CanCancel",
        "from qgis.core import Qgis\nx = Qgis.Warning",
        "from qgis.core import QgsMapLayerProxyModel\nx = QgsMapLayerProxyModel.RasterLayer",
        "from qgis.core import QgsNothing",
        "from qgis.PyQt.QtCore import Qt\nx = Qt.AlignCenter",
    ],
)
def test_the_check_finds(source: str) -> None:
    assert list(misuses(source, "qgis", "qgis"))


@pytest.mark.parametrize(
    "source",
    [
        "from qgis.core import QgsTask\nx = QgsTask.Flag.CanCancel",
        "from qgis.core import Qgis\nx = Qgis.MessageLevel.Warning",
        "from qgis.core import QgsApplication\nx = QgsApplication.taskManager().anything.at_all",
        "from qgis.PyQt import QtCore\nx = QtCore.Qt.AlignmentFlag.AlignCenter",
    ],
)
def test_the_check_lets_pass(source: str) -> None:
    assert list(misuses(source, "qgis", "qgis")) == []
