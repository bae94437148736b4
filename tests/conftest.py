"""Fixtures that several test modules share."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from .refusal_counts import pytest_terminal_summary, refused

try:
    from hypothesis import HealthCheck, settings
except ImportError:
    # QGIS' Python runs its own tests without it.
    pass
else:
    # The same examples on every machine, however long one of them is interrupted.
    settings.register_profile("steady", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
    settings.load_profile("steady")

__all__ = ["pytest_terminal_summary", "refused"]


@pytest.fixture(scope="session")
def data_dir() -> Path:
    """The real chips: ``SCENEFILL_DATA``, or ``shared/data`` beside the repository; without them a test fails."""
    default = Path(__file__).resolve().parents[1].parent / "shared" / "data"
    folder = Path(os.environ.get("SCENEFILL_DATA", default))
    if not (folder / "manifest.json").is_file():
        pytest.fail(f"There is no manifest.json in {folder}: set SCENEFILL_DATA to the folder of the real chips.")
    return folder


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """A small scene as files, see :mod:`scenefill.tests.engine_scene`."""
    from scenefill.tests.engine_scene import write_scene

    return write_scene(tmp_path_factory.mktemp("place"))


@pytest.fixture(scope="module")
def small_place(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """A third of it, for tests that run whole jobs again and again."""
    from scenefill.tests.engine_scene import write_scene

    return write_scene(tmp_path_factory.mktemp("small"), 150, 170)


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The folder of a toy model with random weights."""
    from scenefill.core.model.export import write_untrained

    folder = tmp_path_factory.mktemp("model") / "toy"
    write_untrained(folder, "toy", seed=3)
    return str(folder)
