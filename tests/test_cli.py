"""The command line: what it prints where, how it ends, and that Ctrl-C stops it cleanly."""

from __future__ import annotations

import io
import json
import os
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click
import jsonschema
import pytest
import rasterio
from click.testing import CliRunner, Result
from scenefill import __version__
from scenefill.cli import run as run_module
from scenefill.cli.exit_codes import CODES, ExitStatus, exit_status
from scenefill.cli.group import describe
from scenefill.cli.main import main
from scenefill.cli.terminal import TerminalFeedback, duration
from scenefill.core.errors import SceneFillError
from scenefill.core.job import load_job
from scenefill.core.job_schema import job_schema
from scenefill.core.model import store
from scenefill.core.model.export import write_untrained

COMMANDS = (
    *("run", "plan", "features", "clouds", "simulate", "models", "train", "publish", "schema"),
    *("evaluate", "landcover", "cloud-scores", "serve", "token"),
)


def call(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("models") / "untrained"
    write_untrained(folder, "toy")
    return folder


@pytest.fixture(scope="module")
def scene(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("scene") / "new"
    done = call("simulate", folder, "--seed", 3, "--size", 96)
    assert done.exit_code == 0, done.stderr
    return folder


@pytest.fixture
def job(scene: Path, model: Path) -> Callable[..., Path]:
    """Writes the simulated scene's job with another model, sampling and so on."""

    def write(name: str = "toy.json", **changes: Any) -> Path:
        data = json.loads((scene / "job.json").read_text(encoding="utf-8"))
        small = {"mode": "estimate", "steps": 1, "samples": 1, "seed": 1, "adapt": {"steps": 0}}
        data.update({"model": str(model), "sampling": small, **changes})
        path = scene / name
        path.write_text(json.dumps(data), encoding="utf-8")
        return path

    return write


def scenefill(*arguments: object, **options: Any) -> subprocess.Popen[str]:
    code = "from scenefill.cli.main import main; main()"
    environment = {**os.environ, "OMP_NUM_THREADS": "1"}
    words = [sys.executable, "-c", code, *(str(argument) for argument in arguments)]
    return subprocess.Popen(
        words, stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment, **options
    )


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help(command: str) -> None:
    done = call(command, "--help")
    assert done.exit_code == 0
    assert done.output.startswith("Usage:")


def test_version() -> None:
    assert __version__ in call("--version").output


def test_schema_is_the_schema_of_jobs() -> None:
    done = call("schema")
    assert json.loads(done.stdout) == json.loads(json.dumps(job_schema()))
    jsonschema.Draft202012Validator.check_schema(json.loads(done.stdout))


def test_simulate_leaves_a_job_that_fits_its_rasters(scene: Path) -> None:
    job = load_job(scene / "job.json")
    jsonschema.validate(json.loads((scene / "job.json").read_text(encoding="utf-8")), job_schema())
    assert [(target.modality, target.fill) for target in job.targets] == [
        ("optical", 0),
        ("infrared", None),
        ("sar", 1),
    ]
    with rasterio.open(scene / "optical.tif") as colour, rasterio.open(scene / "s2.tif") as stack:
        assert colour.count == 3
        assert colour.transform == stack.transform
        assert (colour.read(1) == stack.read(4)).all()  # red
        assert (colour.read(3) == stack.read(2)).all()  # blue


def test_plan_says_what_a_user_decides_by(job: Callable[..., Path]) -> None:
    done = call("plan", job())
    assert done.exit_code == 0, done.stderr
    for word in ("grid", "EPSG:32632", "windows", "optical covers", "sar covers", "time", "memory", "disk"):
        assert word in done.stdout, word
    data = json.loads(call("plan", job(), "--json").stdout)
    assert data["grid"]["width"] == 96
    assert 0 < data["inputs"][1]["gap"] < 1


def test_run_writes_results_and_lists_them(job: Callable[..., Path], tmp_path: Path) -> None:
    done = call("run", job(), "--out", tmp_path / "out", "--json", "--threads", 1)
    assert done.exit_code == 0, done.stderr
    result = json.loads(done.stdout)
    assert Path(result["folder"]) == tmp_path / "out"
    assert {m for output in result["outputs"] for m in output["modalities"]} == {"optical", "infrared", "sar"}
    assert Path(result["sheet"]).read_bytes().startswith(b"\x89PNG")
    assert "100%" in done.stderr
    again = call("run", job(), "--out", tmp_path / "out", "--no-sheet")
    assert again.exit_code == 0, again.stderr
    assert "infrared.tif" in again.stdout
    assert "sheet" not in again.stdout


def test_models_lists_and_verifies(model: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "MODELS_PATH", model.parent)
    done = call("models", "--verify")
    assert done.exit_code == 0, done.stderr
    assert "untrained-toy 0: Random weights" in done.stdout
    assert "verified" in done.stdout


def test_models_tells_changed_weights(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_untrained(tmp_path / "untrained", "toy")
    weights = next((tmp_path / "untrained").glob("*/*.safetensors"))
    weights.write_bytes(weights.read_bytes()[:-1] + b"\x7f")
    monkeypatch.setattr(store, "MODELS_PATH", tmp_path)
    assert call("models").exit_code == 0
    done = call("models", "--verify")
    assert done.exit_code == ExitStatus.MODEL
    assert done.stderr.startswith("error[model-checksum]: ")


@pytest.mark.parametrize(
    ("text", "code", "status"),
    [
        (None, "missing-file", ExitStatus.INPUT),
        ("{", "job-not-json", ExitStatus.USAGE),
        ("{}", "job-schema", ExitStatus.USAGE),
        ('{"schema": "scenefill-job/1", "gird": {}}', "unknown-member", ExitStatus.USAGE),
    ],
)
@pytest.mark.parametrize("command", ["run", "plan"])
def test_a_bad_job_is_one_line_and_a_status(
    command: str, text: str | None, code: str, status: int, tmp_path: Path
) -> None:
    path = tmp_path / "job.json"
    if text is not None:
        path.write_text(text, encoding="utf-8")
    done = call(command, path)
    assert done.exit_code == status
    assert done.stderr.startswith(f"error[{code}]: ")
    assert "\n  hint: " in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout == ""


def test_errors_of_the_engine_have_their_status(job: Callable[..., Path], tmp_path: Path) -> None:
    done = call("run", job("unknown.json", model="nobody"), "--out", tmp_path)
    assert (done.exit_code, done.stderr.splitlines()[-2].split("]")[0]) == (ExitStatus.USAGE, "error[unknown-model")
    done = call("run", job(), "--out", tmp_path / "fresh", "--resume")
    assert done.exit_code == ExitStatus.USAGE
    assert "error[nothing-to-resume]" in done.stderr


def test_wrong_options_end_with_2(tmp_path: Path) -> None:
    assert call("run").exit_code == ExitStatus.USAGE
    assert call("run", "x.json", "--threads", 0).exit_code == ExitStatus.USAGE
    assert call("simulate", tmp_path, "--clouds", 2).exit_code == ExitStatus.USAGE
    assert call("train", tmp_path / "none.toml").exit_code == ExitStatus.USAGE
    assert call("nonsense").exit_code == ExitStatus.USAGE


def test_train_tells_a_bad_configuration(tmp_path: Path) -> None:
    path = tmp_path / "run.toml"
    path.write_text("nonsense = 1\n", encoding="utf-8")
    done = call("train", path)
    assert done.exit_code == ExitStatus.USAGE
    assert done.stderr.startswith("error[train-config]: ")


def test_evaluate_tells_an_empty_folder(tmp_path: Path) -> None:
    done = call("evaluate", "--data", tmp_path, "--out", tmp_path / "out", "--model", "none")
    assert done.exit_code == ExitStatus.INPUT
    assert "error[no-manifest]" in done.stderr


def test_a_defect_is_told_without_traceback_unless_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def break_down() -> None:
        raise ZeroDivisionError("spilled\nmilk")

    monkeypatch.setattr(store, "installed_models", break_down)
    done = call("models")
    assert done.exit_code == ExitStatus.INTERNAL
    assert done.stderr.splitlines()[0] == "error[internal]: ZeroDivisionError: spilled milk"
    assert "Traceback" not in done.stderr
    start = "from scenefill.cli.main import main; main()"
    code = f"from scenefill.core.model import store; del store.installed_models; {start}"
    loud = subprocess.run(
        [sys.executable, "-c", code, "--debug", "models"], cwd=tmp_path, capture_output=True, text=True
    )
    assert loud.returncode == ExitStatus.INTERNAL
    assert "Traceback" in loud.stderr


@pytest.mark.parametrize(
    ("error", "code", "status"),
    [
        (MemoryError(), "no-memory", ExitStatus.RESOURCES),
        (OSError(28, "No space left on device"), "disk-full", ExitStatus.RESOURCES),
        (PermissionError(13, "Permission denied", "/x/y"), "file-system", ExitStatus.RESOURCES),
        (SceneFillError("no-crs", "m"), "no-crs", ExitStatus.INPUT),
        (RuntimeError(), "internal", ExitStatus.INTERNAL),
    ],
)
def test_foreign_errors_get_codes(error: Exception, code: str, status: int) -> None:
    assert describe(error).code == code
    assert exit_status(code) == status


def test_codes_have_one_status_each() -> None:
    listed = [code for codes in CODES.values() for code in codes]
    assert len(listed) == len(set(listed))
    assert exit_status("never-heard-of") == ExitStatus.INTERNAL


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_plain_progress_is_a_line_a_tenth() -> None:
    stream = io.StringIO()
    feedback = TerminalFeedback(stream)
    for step in range(101):
        feedback.progress(step / 100, "windows")
    feedback.progress(1.0, "write")
    lines = stream.getvalue().splitlines()
    assert len(lines) == 12
    assert lines[0] == "  0% windows"
    assert lines[-1] == "100% write"
    assert re.fullmatch(r" 50% windows, about \d+ s left", lines[5])


def test_terminal_progress_is_a_bar_with_stage_and_time_left() -> None:
    stream = Terminal()
    feedback = TerminalFeedback(stream)
    feedback.progress(0.25, "windows")
    feedback.progress(0.5, "windows")
    feedback.log("warning", "halved the batch")
    feedback.log("debug", "unseen")
    feedback.progress(0.4, "windows")  # never backwards
    feedback.close()
    text = stream.getvalue()
    assert "windows" in text
    assert " 50% |" in text
    assert "left" in text
    assert "warning: halved the batch" in text
    assert "unseen" not in text
    assert " 40% |" not in text


def test_duration() -> None:
    assert [duration(s) for s in (0.4, 59.4, 200, 7500)] == ["0 s", "59 s", "3 min 20 s", "2 h 5 min"]


def test_resume_command_is_quoted() -> None:
    words = run_module.resume_command(Path("my job.json"), Path("a b"), 2)
    assert words == "scenefill run 'my job.json' --resume --out 'a b' --threads 2"


def wait_for_line(process: subprocess.Popen[str], pattern: str, seconds: float = 120.0) -> list[str]:
    """Lines of standard error until one matches; a process that never says it is killed, and the test fails."""
    watchdog = threading.Timer(seconds, process.kill)
    watchdog.start()
    seen = []
    try:
        for line in process.stderr or ():
            seen.append(line)
            if re.search(pattern, line):
                return seen
    finally:
        watchdog.cancel()
    raise AssertionError("".join(seen))


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_interrupt_stops_cleanly_and_can_be_resumed(job: Callable[..., Path], tmp_path: Path, number: int) -> None:
    slow = job("slow.json", sampling={"steps": 12, "samples": 2, "seed": 1, "adapt": {"steps": 0}})
    out = tmp_path / "out"
    with scenefill("run", slow, "--out", out, "--threads", 1) as process:
        wait_for_line(process, "% windows")
        process.send_signal(number)
        stdout, stderr = process.communicate(timeout=120)
    assert process.returncode == ExitStatus.CANCELLED, stderr
    assert "error[cancelled]" in stderr
    assert "Traceback" not in stderr
    assert f"scenefill run {slow} --resume --out {out}" in stderr
    assert stdout == ""
    assert not (out / "infrared.tif").exists()
    done = call("run", slow, "--resume", "--out", out, "--threads", 1, "--no-sheet")
    assert done.exit_code == 0, done.stderr
    assert (out / "infrared.tif").is_file()


STUBBORN = """
import time
from scenefill.cli.terminal import TerminalFeedback, cancellable
with cancellable(TerminalFeedback()) as feedback:
    feedback.log("info", "ready")
    while not feedback.is_cancelled():
        time.sleep(0.01)
    feedback.log("info", "heard")
    time.sleep(60)
"""


def test_the_second_interrupt_kills(tmp_path: Path) -> None:
    command = [sys.executable, "-c", STUBBORN]
    with subprocess.Popen(command, cwd=tmp_path, stderr=subprocess.PIPE, text=True) as process:
        wait_for_line(process, "ready")
        process.send_signal(signal.SIGINT)
        wait_for_line(process, "heard")
        started = time.monotonic()
        process.send_signal(signal.SIGINT)
        process.wait(timeout=30)
    assert process.returncode == -signal.SIGINT
    assert time.monotonic() - started < 30


def test_group_lists_every_command() -> None:
    assert isinstance(main, click.Group)
    assert set(main.commands) == set(COMMANDS)
