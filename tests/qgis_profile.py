"""A pytest plugin: QGIS starts with a new profile and a new folder for temporary files, both gone at the end.

Loaded by ``tests/qgis/pytest.ini`` (``-p scenefill.tests.qgis_profile``). pytest-qgis keeps one profile in the root
folder for all runs, so that a run would find what the last one, or one of another QGIS at the same time, left there.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
import pytest_qgis.plugin

#: Of this run.
BASE = Path(tempfile.mkdtemp(prefix="scenefill-qgis-")).resolve()
TEMPORARY = BASE / "tmp"

#: Environment variable -> folder that it names, from here on.
FOLDERS = {"TMPDIR": TEMPORARY, "XDG_DATA_HOME": BASE / "data", "XDG_RUNTIME_DIR": BASE / "runtime"}

#: Variables that tell the tests where things are; others of this name would change what SceneFill does.
KEPT = {"SCENEFILL_DATA", "SCENEFILL_TEST_PYTHON"}


def redirect() -> None:
    """Point this process and its children at :data:`BASE`; before QGIS starts, which reads this once."""
    for name, folder in FOLDERS.items():
        folder.mkdir(mode=0o700)
        os.environ[name] = str(folder)
    tempfile.tempdir = None
    for name in [name for name in os.environ if name.startswith("SCENEFILL_") and name not in KEPT]:
        del os.environ[name]
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


load_settings = pytest_qgis.plugin._load_qgis_settings


def load_own_settings(config: pytest.Config) -> None:
    """What pytest-qgis does, in this run's folder instead of the root folder."""
    load_settings(SimpleNamespace(rootpath=BASE / "profile"))


redirect()
pytest_qgis.plugin._load_qgis_settings = load_own_settings


@pytest.hookimpl(tryfirst=True)
def pytest_configure(config: pytest.Config) -> None:
    """What the tests of one of several processes write lies in its own folder, not in that of the first one."""
    if hasattr(config, "workerinput"):
        config.option.basetemp = str(TEMPORARY / "pytest-of-this-process")


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_unconfigure(config: pytest.Config) -> Iterator[None]:
    yield
    shutil.rmtree(BASE, ignore_errors=True)
