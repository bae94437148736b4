"""Fixtures that several test modules share."""

from __future__ import annotations

import os
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def data_dir() -> Path:
    """The real chips: ``SCENEFILL_DATA``, or ``shared/data`` beside the repository; without them a test fails."""
    default = Path(__file__).resolve().parents[1].parent / "shared" / "data"
    folder = Path(os.environ.get("SCENEFILL_DATA", default))
    if not (folder / "manifest.json").is_file():
        pytest.fail(f"There is no manifest.json in {folder}: set SCENEFILL_DATA to the folder of the real chips.")
    return folder
