"""SceneFill in a real QGIS window on a display of its own (scripts/qgis_window.sh)."""

from __future__ import annotations

import json
import os
import subprocess
import zipfile
from pathlib import Path

import pytest
from scenefill.tests.processes import workers_left

ROOT = Path(__file__).resolve().parents[2]
WINDOW = Path(__file__).resolve().parent / "window"


def in_window(script: str, *arguments: object, limit: int = 600, **environment: str) -> str:
    """Run a script of ``window/`` inside QGIS; returns what it printed, fails with that when the script failed."""
    done = run_in_window(script, *arguments, limit=limit, **environment)
    assert done.returncode == 0, f"{done.stdout}\n{done.stderr}"
    return done.stdout


def run_in_window(
    script: str, *arguments: object, limit: int = 600, options: tuple[object, ...] = (), **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run a script of ``window/`` inside QGIS, and what came of it."""
    command = [ROOT / "scripts" / "qgis_window.sh", *options, WINDOW / script, *arguments]
    own = {key: value for key, value in os.environ.items() if not key.startswith(("QT_", "QGIS_", "PYTEST_"))}
    return subprocess.run(
        [str(part) for part in command],
        env={**own, "SCENEFILL_WINDOW_LIMIT": str(limit), **environment},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=limit + 60,
    )


def test_reload_leaves_nothing_behind(tmp_path: Path, engine_python: Path) -> None:
    out = tmp_path / "traces.json"
    in_window("reload.py", out, SCENEFILL_PYTHON=str(engine_python))
    rounds = json.loads(out.read_text(encoding="utf-8"))
    assert len(rounds) == 10
    for turn, found in enumerate(rounds):
        loaded, unloaded = found["loaded"], found["unloaded"]
        assert loaded["menus"] == ["scenefillToggle", "scenefillHelp"]
        assert loaded["toolbars"] == ["scenefillToggle"]
        assert loaded["locators"] == loaded["providers"] == ["scenefill"]
        assert len(loaded["docks"]) == turn % 2
        assert len(loaded["handlers"]) == 2
        left = {kind: names for kind, names in unloaded.items() if kind != "objects" and names}
        assert left == {}
    # The window's own children do not pile up either.
    assert rounds[-1]["unloaded"]["objects"] == rounds[1]["unloaded"]["objects"]


@pytest.mark.parametrize("manner", ["quits", "killed"])
def test_qgis_ends_during_a_run(tmp_path: Path, engine_python: Path, manner: str) -> None:
    temporary = tmp_path / "tmp"
    temporary.mkdir()
    out = tmp_path / "worker"
    done = run_in_window("quit_in_run.py", manner, out, SCENEFILL_PYTHON=str(engine_python), TMPDIR=str(temporary))
    assert done.returncode == (0 if manner == "quits" else 70), done.stderr
    assert "Traceback" not in done.stderr
    assert "segmentation" not in done.stderr.lower()
    worker = int(out.read_text(encoding="ascii"))
    assert worker not in [process.pid for process in workers_left(set(), 15.0)]
    left = [path.name for path in temporary.iterdir() if path.name.startswith("scenefill")]
    if manner == "quits":
        assert left == []
    else:
        # Nobody was there to clean up; the next SceneFill does.
        assert len(left) == 1
        in_window("open_dock.py", SCENEFILL_PYTHON=str(engine_python), TMPDIR=str(temporary))
        assert [path.name for path in temporary.iterdir() if path.name.startswith("scenefill")] == []


def test_zip_runs_the_demo_from_an_empty_profile(tmp_path: Path, engine_python: Path) -> None:
    package = [str(engine_python), "-I", "-m", "scenefill.scripts.package", "--untracked", "--output", str(tmp_path)]
    made = subprocess.run(package, capture_output=True, text=True, timeout=120)
    assert made.returncode == 0, made.stderr
    # What "Install from ZIP" does with it.
    plugins = tmp_path / "profiles" / "profiles" / "default" / "python" / "plugins"
    with zipfile.ZipFile(next(tmp_path.glob("scenefill-*.zip"))) as archive:
        archive.extractall(plugins)
    (tmp_path / "none").mkdir()
    out = tmp_path / "out.json"
    options = ("--profile", tmp_path / "profiles", "--plugins", tmp_path / "none")
    done = run_in_window("zip_demo.py", out, options=options, SCENEFILL_PYTHON=str(engine_python))
    assert done.returncode == 0, done.stderr
    found = json.loads(out.read_text(encoding="utf-8"))
    assert found["ended"] == ["done"]
    assert found["package"] == str(plugins / "scenefill")
    assert any("synthetic" in name for name in found["layers"])
