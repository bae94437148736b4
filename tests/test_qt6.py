"""The plugin's code fits Qt6: every enum is fully scoped, every module imports and every form loads under PyQt6.

The classes of QGIS are placeholders here (:mod:`scenefill.tests.qt6_qgis`); ``tests/qgis/test_enums.py`` looks at the
enums of real ones.
"""

from __future__ import annotations

import functools
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PyQt6 import QtGui, QtWidgets
from scenefill.tests.enum_scopes import misuses
from scenefill.tests.qt6_qgis import MOVED

ROOT = Path(__file__).resolve().parent.parent
SOURCES = sorted(path for ring in ("plugin", "ui") for path in (ROOT / ring).rglob("*.py"))
FORMS = sorted((ROOT / "ui").rglob("*.ui"))


@pytest.fixture(autouse=True)
def moved_classes(monkeypatch: pytest.MonkeyPatch) -> None:
    """What ``qgis.PyQt.QtWidgets`` has beside PyQt6's."""
    for name in MOVED:
        monkeypatch.setattr(QtWidgets, name, getattr(QtGui, name), raising=False)


def name_of(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(("scenefill", *(parts[:-1] if parts[-1] == "__init__" else parts)))


@functools.cache
def troubles(*names: str) -> dict[str, str]:
    """What goes wrong when modules are imported and forms loaded, in one process with PyQt6 in the place of QGIS."""
    command = [sys.executable, str(ROOT / "tests" / "qt6_qgis.py"), *names]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(command, cwd=ROOT / "tests", capture_output=True, text=True, timeout=120, env=environment)
    assert done.returncode == 0, done.stderr
    return dict(json.loads(done.stdout))


@functools.cache
def all_troubles() -> dict[str, str]:
    return troubles(*map(name_of, SOURCES), *map(str, FORMS))


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_name_of_qt_is_there_and_fully_scoped(path: Path) -> None:
    assert list(misuses(path.read_text(encoding="utf-8"), "qgis.PyQt", "PyQt6")) == []


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_module_imports(path: Path) -> None:
    assert all_troubles().get(name_of(path), "") == ""


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.name)
def test_every_form_loads(path: Path) -> None:
    assert all_troubles().get(str(path), "") == ""


def test_there_are_modules_and_forms() -> None:
    assert len(SOURCES) > 20
    assert len(FORMS) > 3


@pytest.mark.parametrize(
    "source",
    [
        "from qgis.PyQt.QtCore import Qt\nx = Qt.AlignCenter",
        "from qgis.PyQt import QtCore\nx = QtCore.Qt.AlignCenter",
        "from qgis.PyQt.QtWidgets import QDialog as D\nx = D.Accepted",
        "from qgis.PyQt.QtCore import QVariant\nx = QVariant.Int",
        "from qgis.PyQt.QtCore import QRegExp",
        "def f(dialog):\n    dialog.exec_()",
    ],
)
def test_the_check_finds(source: str) -> None:
    assert list(misuses(source, "qgis.PyQt", "PyQt6"))


@pytest.mark.parametrize(
    "source",
    [
        "from qgis.PyQt.QtCore import Qt\nx = Qt.AlignmentFlag.AlignCenter.value",
        "from qgis.PyQt.QtWidgets import QComboBox\nx = QComboBox.currentIndexChanged",
        "from qgis.PyQt.QtGui import QIcon\nx = QIcon('a').pixmap(1).x.y",
        "from qgis.PyQt.QtWidgets import QDialog\nx = QDialog.DialogCode.Accepted",
        "from qgis.PyQt.QtWidgets import QAction\nx = QAction.Priority.LowPriority",
    ],
)
def test_the_check_lets_pass(source: str) -> None:
    assert list(misuses(source, "qgis.PyQt", "PyQt6")) == []


def test_the_import_check_finds(tmp_path: Path) -> None:
    form = tmp_path / "bad.ui"
    form.write_text('<ui version="4.0"><class>A</class><widget class="QNothing" name="A"/></ui>', encoding="utf-8")
    found = troubles("scenefill.plugin.nothing_there", "scenefill.plugin.i18n", str(form))
    assert set(found) == {"scenefill.plugin.nothing_there", str(form)}
