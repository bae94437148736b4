"""Fixtures of the tests inside QGIS, and the rule that a test leaves no worker and no temporary file behind.

QGIS runs with an empty profile (:mod:`scenefill.tests.qgis_profile`); the engine is a real one, in its own environment.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from qgis.core import QgsApplication, QgsProcessingContext, QgsProject, QgsSettings
from scenefill.core.worker.protocol import SimulatedScene
from scenefill.plugin.processing.provider import SceneFillProvider
from scenefill.plugin.session import Session
from scenefill.plugin.settings import GROUP, Settings, save_settings
from scenefill.tests.conftest import data_dir  # noqa: F401 -- a fixture
from scenefill.tests.processes import adopt_orphans, workers, workers_left
from scenefill.tests.qgis_profile import TEMPORARY

ROOT = Path(__file__).resolve().parents[2]

#: How long a worker may take to go once nobody needs it.
GRACE_SECONDS = 10.0

#: Temporary files of others: those of pytest and torch, and those that QGIS itself keeps until it ends.
FOREIGN = ("pytest-of-", "QGIS3", "QGIS4", "processing_", "qt_temp", "crssync", "oauth2-cache", "torchinductor_")


@pytest.fixture(scope="session")
def engine_python() -> Path:
    """The engine environment's interpreter: ``SCENEFILL_TEST_PYTHON``, or that of ``.venv``; a link, left as it is."""
    python = Path(os.environ.get("SCENEFILL_TEST_PYTHON", ROOT / ".venv" / "bin" / "python"))
    if not python.exists():
        pytest.fail(f"There is no engine environment at {python}: run `make setup`, or set SCENEFILL_TEST_PYTHON.")
    return python


@pytest.fixture(scope="session")
def demo_scene(engine_python: Path, tmp_path_factory: pytest.TempPathFactory) -> SimulatedScene:
    """A simulated scene of 160 pixels a side with its job. Tests share it: they do not change its files."""
    folder = tmp_path_factory.mktemp("demo") / "scene"
    command = [str(engine_python), "-I", "-c", "from scenefill.cli.main import main; main()"]
    command += ["simulate", str(folder), "--seed", "1", "--size", "160", "--clouds", "0.3"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr
    files = {path.stem: str(path) for path in sorted(folder.glob("*.tif"))}
    job = folder / "job.json"
    date = json.loads(job.read_text(encoding="utf-8"))["inputs"][0]["date"]
    return SimulatedScene(files, str(job), date)


@pytest.fixture(autouse=True)
def clean_settings() -> Iterator[None]:
    """No test sees what another one has stored."""
    QgsSettings().remove(GROUP)
    yield
    QgsSettings().remove(GROUP)


@pytest.fixture
def session(engine_python: Path, clean_settings: None) -> Iterator[Session]:
    """A session whose engine is the real one; closed afterwards, its worker with it."""
    with open_session(engine_python) as made:
        yield made


@contextmanager
def open_session(engine_python: Path) -> Iterator[Session]:
    save_settings(Settings(engine="python", python=str(engine_python)))
    made = Session()
    yield made
    made.close()
    wait_for_tasks()


@pytest.fixture
def new_project(qgis_new_project: QgsProject) -> Iterator[QgsProject]:
    """The project, empty; and emptied afterwards, so that no layer holds a file that a test made."""
    yield qgis_new_project
    qgis_new_project.clear()


@pytest.fixture
def context(new_project: QgsProject) -> Iterator[QgsProcessingContext]:
    """What a Processing algorithm runs in, with the empty project."""
    made = QgsProcessingContext()
    made.setProject(new_project)
    yield made
    # The last test's objects outlive QGIS, and layers must not.
    made.temporaryLayerStore().removeAllMapLayers()


@pytest.fixture(scope="module")
def provider(qgis_processing: None, engine_python: Path) -> Iterator[SceneFillProvider]:
    """Registered, beside QGIS' own; its worker stays warm from test to test."""
    save_settings(Settings(engine="python", python=str(engine_python)))
    session = Session()
    made = SceneFillProvider(session)
    QgsApplication.processingRegistry().addProvider(made)
    yield made
    QgsApplication.processingRegistry().removeProvider(made)
    session.close()


def wait_for_tasks(seconds: float = 30.0) -> None:
    """Let QGIS' background tasks end and deliver what they have to say."""
    manager = QgsApplication.taskManager()
    for task in manager.tasks():
        task.waitForFinished(int(1000 * seconds))
    QgsApplication.processEvents()


def temporary_files() -> set[str]:
    return {path.name for path in TEMPORARY.iterdir() if not path.name.startswith(FOREIGN)}


def check_nothing_left(known: set[int], files: set[str]) -> None:
    """Fail where there are other workers or temporary files than those given; workers are killed, for the next test."""
    left = workers_left(known, GRACE_SECONDS)
    for worker in left:
        os.kill(worker.pid, signal.SIGKILL)
    new = temporary_files() - files
    assert not left, f"still running: {[worker.command for worker in left]}"
    assert not new, f"still in the folder for temporary files: {sorted(new)}"


@pytest.fixture(scope="module", autouse=True)
def module_leaves_nothing_behind() -> Iterator[None]:
    """A module's fixtures may keep a worker between its tests, but not after them."""
    known, files = {worker.pid for worker in workers()}, temporary_files()
    yield
    check_nothing_left(known, files)


@pytest.fixture(autouse=True)
def leaves_nothing_behind(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fails a test that leaves a worker running or a temporary file behind.

    Tests that share a worker say ``pytestmark = pytest.mark.shares_worker``: their module's end is looked at instead.
    """
    known, files = {worker.pid for worker in workers()}, temporary_files()
    yield
    if request.node.get_closest_marker("shares_worker") is None:
        check_nothing_left(known, files)


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "shares_worker: the engine's process stays between the module's tests")
    adopt_orphans()
