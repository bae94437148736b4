"""``qgis_process`` from a checkout: the plugin is found, runs the engine, and gives what ``scenefill run`` gives."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from osgeo import gdal
from scenefill.core.job import Adapt, Input, Job, job_from_json, load_job
from scenefill.plugin.form import modalities_of

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "docs" / "examples" / "pakistan-clouds.json"
CLOUDY, CLEAR, RADAR = (f"pakistan_ssl4eo_{name}.tif" for name in ("s2c_20200823", "s2c_20200604", "s1_20200903"))
#: Pixels of the cloudy image: column, row, and how many along each side.
CORNER, SIDE = (32, 16), 200


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory, engine_python: Path) -> dict[str, str]:
    """An empty profile in which the plugin is switched on."""
    folder = tmp_path_factory.mktemp("qgis_process")
    (folder / "plugins").mkdir()
    (folder / "plugins" / "scenefill").symlink_to(ROOT)
    made = {
        **os.environ,
        "QGIS_PLUGINPATH": str(folder / "plugins"),
        "QGIS_CUSTOM_CONFIG_PATH": str(folder / "profile"),
        "SCENEFILL_PYTHON": str(engine_python),
    }
    done = qgis_process(made, "plugins", "enable", "scenefill")
    assert done.returncode == 0, done.stderr
    return made


def qgis_process(environment: dict[str, str], *words: str) -> subprocess.CompletedProcess[str]:
    # Debian 12's script of the name without .bin gives its program an option that it does not know.
    program = shutil.which("qgis_process.bin") or shutil.which("qgis_process")
    if program is None:
        pytest.fail("There is no qgis_process: run `make setup`.")
    return subprocess.run([program, *words], env=environment, capture_output=True, text=True, timeout=900)


def run(environment: dict[str, str], name: str, *parameters: str) -> dict[str, Any]:
    """The results of an algorithm."""
    done = qgis_process(environment, "--json", "run", f"scenefill:{name}", "--", *parameters)
    assert done.returncode == 0, done.stdout + done.stderr
    return json.loads(done.stdout[done.stdout.index("{") :])["results"]


def crop_of(path: Path) -> str:
    """An extent for Processing that is SIDE pixels wide and high."""
    left, width, _, top, _, height = gdal.Open(str(path)).GetGeoTransform()
    xs = [left + width * (CORNER[0] + end) for end in (0.25, SIDE - 0.25)]
    ys = [top + height * (CORNER[1] + end) for end in (0.25, SIDE - 0.25)]
    return f"{xs[0]!r},{xs[1]!r},{ys[1]!r},{ys[0]!r} [EPSG:4326]"


def tiffs(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.glob("*.tif"))}


def test_algorithms_and_their_help_are_there(environment: dict[str, str]) -> None:
    listed = qgis_process(environment, "list").stdout
    for name in ("fill", "synthesise", "imagine", "features", "findclouds", "simulate", "plan"):
        assert f"scenefill:{name}" in listed
    shown = qgis_process(environment, "help", "scenefill:fill").stdout
    assert "Observed pixels are kept bit for bit" in shown
    assert "Bit positions from 0" in shown, "the help of a parameter"


def test_the_pakistan_chip_as_the_command_line_fills_it(
    environment: dict[str, str], data_dir: Path, engine_python: Path, tmp_path: Path
) -> None:
    chips = data_dir / "demo" / "pakistan_ssl4eo"
    border = {"kind": "raster", "band": 1, "values": [0]}
    units = {"unit": "reflectance", "scale": 0.0001, "offset": 0.0}
    roles = [
        {"path": CLOUDY, **units, "gaps": [{**border, "path": CLOUDY}]},
        {"path": CLEAR, **units, "gaps": [{**border, "path": CLEAR}]},
        {"path": RADAR, "unit": "dB"},
    ]
    results = run(
        environment,
        "fill",
        f"INPUT={chips / CLOUDY}",
        "NODATA=false",
        "CLOUDS=true",
        "CLOUDS_THRESHOLD=0.5",
        "GROW=5",
        f"OTHER_LAYERS={chips / CLEAR}",
        f"OTHER_LAYERS={chips / RADAR}",
        f"ROLES={json.dumps(roles)}",
        f"EXTENT={crop_of(chips / CLOUDY)}",
        "SEED=42",
        "ADAPT=0",
        f"OUTPUT_FOLDER={tmp_path / 'processing'}",
        f"FILLED={tmp_path / 'filled.tif'}",
    )
    example = EXAMPLE.read_text(encoding="utf-8").replace("../../../shared/data", data_dir.as_posix())
    check_job(load_job(results["JOB"]), job_from_json(example, EXAMPLE.parent))

    command = [str(engine_python), "-I", "-c", "from scenefill.cli.main import main; main()"]
    command += ["run", results["JOB"], "--out", str(tmp_path / "command"), "--no-sheet"]
    own_cache = {**os.environ, "TORCHINDUCTOR_CACHE_DIR": str(tmp_path / "cache")}
    done = subprocess.run(command, env=own_cache, capture_output=True, text=True, timeout=900)
    assert done.returncode == 0, done.stderr
    ours, theirs = tiffs(tmp_path / "processing"), tiffs(tmp_path / "command")
    assert set(ours) == set(theirs) and len(ours) >= 5
    assert [name for name in ours if ours[name] != theirs[name]] == []
    assert (tmp_path / "filled.tif").read_bytes() == ours["optical_filled.tif"]


def check_job(job: Job, example: Job) -> None:
    """The job is the example's, but for its title, folder and extent, what its layers are mainly called, and ADAPT."""
    assert job.grid.like == example.grid.like
    assert [comparable(item) for item in job.inputs] == [comparable(item) for item in example.inputs]
    sampling = replace(example.sampling, adapt=Adapt(0))
    assert (job.targets, job.sampling, job.model) == (example.targets, sampling, example.model)


def comparable(item: Input) -> Input:
    """An input without what may differ: the order of gaps, and which of the modalities that it serves names it."""
    gaps = tuple(sorted(item.gaps, key=lambda gap: gap.kind))
    return replace(item, modality=modalities_of(item.bands)[0], gaps=gaps)


def test_an_error_ends_with_its_code(environment: dict[str, str], tmp_path: Path) -> None:
    done = qgis_process(environment, "run", "scenefill:plan", "--", f"JOB={tmp_path / 'none.json'}")
    assert done.returncode != 0
    assert "[missing-file]" in done.stdout + done.stderr
