"""The runner of this computer, in QGIS' Python, with real workers of the engine's; what goes wrong goes wrong for real.

Fake interpreters appear only where the fault of the other side is what is looked at.
"""

from __future__ import annotations

import contextlib
import dataclasses
import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Optional

import pytest
from scenefill.core.engine.result import Result
from scenefill.core.errors import JobCancelled, SceneFillError
from scenefill.core.feedback import Feedback
from scenefill.core.job import Job, load_job
from scenefill.core.job_parts import Adapt, Output, Sampling
from scenefill.core.worker.protocol import PROTOCOL, SimulatedScene, SimulateRequest
from scenefill.plugin.runner.factory import make_runner
from scenefill.plugin.runner.local import LocalRunner
from scenefill.plugin.settings import Settings
from scenefill.tests.processes import processes

#: Far longer than anything takes: a test that waits this long has failed.
PATIENCE = 180.0
#: Some seconds of work of the toy model, and more than anybody waits for.
SHORT = Sampling(mode="estimate", steps=1, samples=2, seed=7, adapt=Adapt(0))
LONGER = Sampling(mode="estimate", steps=2, samples=4, seed=7, adapt=Adapt(0))
ENDLESS = Sampling(mode="estimate", steps=64, samples=64, seed=7, adapt=Adapt(0))


class Watcher(Feedback):
    """Remembers everything; calls ``act`` once, at the first progress of ``stage`` beyond ``fraction``."""

    def __init__(self, stage: str = "", act: Optional[Callable[[Watcher], None]] = None, fraction: float = 0.0) -> None:
        self.progressed: list[tuple[float, str]] = []
        self.logged: list[tuple[str, str]] = []
        self.previews: list[str] = []
        self.stop = threading.Event()
        self._stage, self._act, self._fraction = stage, act, fraction

    def progress(self, fraction: float, stage: str) -> None:
        self.progressed.append((fraction, stage))
        if self._act is not None and stage == self._stage and fraction >= self._fraction:
            act, self._act = self._act, None
            act(self)

    def is_cancelled(self) -> bool:
        return self.stop.is_set()

    def log(self, level: str, text: str) -> None:
        self.logged.append((level, text))

    def preview(self, path: str) -> None:
        self.previews.append(path)

    def said(self, words: str) -> bool:
        return any(words in text for _, text in self.logged)


MAKE_TOY = """
import sys
from pathlib import Path
from scenefill.core.model.export import write_untrained
write_untrained(Path(sys.argv[1]), "toy", seed=3)
"""


@pytest.fixture(scope="module")
def toy(engine_python: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The folder of a toy model with random weights, made where torch is."""
    folder = tmp_path_factory.mktemp("model") / "toy"
    command = [str(engine_python), "-I", "-c", MAKE_TOY, str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE)
    assert done.returncode == 0, done.stderr
    return str(folder)


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Speeds of toy models are not remembered for the user."""
    monkeypatch.setenv("SCENEFILL_CACHE", str(tmp_path / "cache"))


@pytest.fixture
def runner(engine_python: Path) -> Iterator[LocalRunner]:
    made = LocalRunner(engine_python, threads=1)
    yield made
    made.close()


@pytest.fixture
def job(demo_scene: SimulatedScene, toy: str, tmp_path: Path) -> Callable[..., Job]:
    """Makes the demonstration's job, for the toy model."""

    def make(sampling: Sampling = SHORT, folder: str = "out") -> Job:
        output = Output(str(tmp_path / folder))
        return dataclasses.replace(load_job(demo_scene.job), model=toy, sampling=sampling, output=output)

    return make


def files_of(result: Result) -> dict[str, bytes]:
    return {Path(output.path).name: Path(output.path).read_bytes() for output in result.outputs}


def alive(pid: Optional[int]) -> bool:
    return any(process.pid == pid and process.state not in "ZX" for process in processes())


def wait_until(true: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE
    while not true() and time.monotonic() < deadline:
        time.sleep(0.02)
    assert true()


def in_thread(work: Callable[[], object]) -> tuple[threading.Thread, list[object]]:
    """Starts ``work``; the list then holds its answer or its exception."""
    answers: list[object] = []

    def call() -> None:
        try:
            answers.append(work())
        except SceneFillError as error:
            answers.append(error)

    thread = threading.Thread(target=call)
    thread.start()
    return thread, answers


# -- what it does ----------------------------------------------------------------------------------------------------


def test_everything_in_one_warm_worker(runner: LocalRunner, job: Callable[..., Job], tmp_path: Path) -> None:
    assert runner.title
    assert runner.pid is None
    first = Watcher()
    report = runner.probe(first)
    assert report.versions["torch"]
    assert first.progressed[0] == (0.0, "start-engine")
    worker = runner.pid
    scene = runner.simulate(SimulateRequest(str(tmp_path / "scene"), seed=2, size=64), Watcher())
    assert Path(scene.job).is_file()
    asked = job()
    plan = runner.plan(asked, Watcher())
    assert plan.windows_to_draw > 0
    watcher = Watcher()
    result = runner.run(asked, watcher)
    assert [Path(output.path).name for output in result.outputs if output.kind == "data"] == [
        "optical_filled.tif",
        "infrared.tif",
        "sar_filled.tif",
    ]
    assert all(Path(output.path).is_file() for output in result.outputs)
    assert watcher.previews
    assert watcher.said("Model ")
    assert {stage for _, stage in watcher.progressed} == {"read-inputs", "overview", "windows", "assemble", "write"}
    assert runner.pid == worker


def test_errors_of_the_engine_keep_their_code_and_the_worker(runner: LocalRunner, job: Callable[..., Job]) -> None:
    runner.probe(Watcher())
    worker = runner.pid
    with pytest.raises(SceneFillError) as raised:
        runner.run(dataclasses.replace(job(), model="nobody's"), Watcher())
    assert raised.value.code == "unknown-model"
    assert raised.value.hint
    runner.probe(Watcher())
    assert runner.pid == worker


def test_one_request_at_a_time(runner: LocalRunner, job: Callable[..., Job]) -> None:
    running, impatient = Watcher(), Watcher()
    first, answers = in_thread(lambda: runner.run(job(ENDLESS), running))
    wait_until(lambda: bool(running.previews) or bool(answers))
    second, waiting = in_thread(lambda: runner.probe(Watcher()))
    third, given_up = in_thread(lambda: runner.probe(impatient))
    impatient.stop.set()
    third.join(PATIENCE)
    assert isinstance(given_up[0], JobCancelled)
    assert waiting == []
    running.stop.set()
    for thread in (first, second):
        thread.join(PATIENCE)
    assert isinstance(answers[0], JobCancelled)
    assert waiting[0].versions["torch"]


# -- cancel, kill, hang, close ---------------------------------------------------------------------------------------


def test_cancelled_run_leaves_a_warm_worker_and_resumes(runner: LocalRunner, job: Callable[..., Job]) -> None:
    # A busy machine may take long to come to the next place where a run can stop.
    runner.GRACE_SECONDS = PATIENCE
    whole = files_of(runner.run(job(LONGER, "whole"), Watcher()))
    worker = runner.pid
    with pytest.raises(JobCancelled):
        runner.run(job(LONGER), Watcher("windows", lambda watcher: watcher.stop.set()))
    assert runner.pid == worker
    assert files_of(runner.run(job(LONGER), Watcher(), resume=True)) == whole


def test_cancel_in_every_stage(runner: LocalRunner, job: Callable[..., Job]) -> None:
    for stage in ("start-engine", "read-inputs", "overview", "windows", "assemble", "write"):
        asked = job(folder=stage)
        sidecar = Path(asked.output.folder) / "scenefill.json"
        watcher = Watcher(stage, lambda watcher: watcher.stop.set())
        try:
            runner.run(asked, watcher)
        except JobCancelled:
            assert not sidecar.exists()
        else:
            # The last files may be written before the cancel is heard: what is done is done.
            assert stage in ("assemble", "write")
            assert sidecar.is_file()
        assert watcher.stop.is_set()


def test_killed_worker_is_one_error_and_resumes_to_the_same_bytes(runner: LocalRunner, job: Callable[..., Job]) -> None:
    whole = files_of(runner.run(job(LONGER, "whole"), Watcher()))
    journal = Path(job().output.folder) / "journal.jsonl"

    def kill_half_way(_: Watcher) -> None:
        """At least one window has its receipt when it strikes."""
        wait_until(lambda: '"sha256": "' in journal.read_text(encoding="utf-8"))
        os.kill(runner.pid, signal.SIGKILL)

    with pytest.raises(SceneFillError) as raised:
        runner.run(job(LONGER), Watcher("windows", kill_half_way))
    assert raised.value.code == "worker-died"
    assert "was killed" in raised.value.message
    assert "Resume" in raised.value.hint
    assert raised.value.details["exit_status"] == -signal.SIGKILL
    assert runner.pid is None
    resumed = runner.run(job(LONGER), Watcher(), resume=True)
    assert resumed.stats["resumed"] > 0
    assert files_of(resumed) == whole


def test_crashed_worker_is_told_with_its_last_words(runner: LocalRunner, job: Callable[..., Job]) -> None:
    crash = Watcher("windows", lambda _: os.kill(runner.pid, signal.SIGSEGV))
    with pytest.raises(SceneFillError) as raised:
        runner.run(job(ENDLESS), crash)
    assert raised.value.code == "worker-died"
    assert "crashed (SIGSEGV)" in raised.value.message
    assert "stderr" in raised.value.details


def test_hanging_worker_is_killed_after_the_grace(runner: LocalRunner, job: Callable[..., Job]) -> None:
    runner.GRACE_SECONDS = 0.3
    pids = []

    def freeze_and_stop(watcher: Watcher) -> None:
        pids.append(runner.pid)
        os.kill(runner.pid, signal.SIGSTOP)
        watcher.stop.set()

    with pytest.raises(JobCancelled):
        runner.run(job(ENDLESS), Watcher("windows", freeze_and_stop))
    wait_until(lambda: not alive(pids[0]))
    assert runner.pid is None
    assert runner.probe(Watcher()).versions["torch"]


def test_close_stops_a_run_from_another_thread(runner: LocalRunner, job: Callable[..., Job]) -> None:
    watcher = Watcher()
    thread, answers = in_thread(lambda: runner.run(job(ENDLESS), watcher))
    wait_until(lambda: bool(watcher.previews) or bool(answers))
    worker = runner.pid
    assert alive(worker)
    runner.close()
    thread.join(PATIENCE)
    assert isinstance(answers[0], JobCancelled)
    wait_until(lambda: not alive(worker))
    runner.close()
    with pytest.raises(JobCancelled):
        runner.probe(Watcher())


def test_nothing_of_a_worker_is_left(runner: LocalRunner) -> None:
    def pipes() -> set[str]:
        found = set()
        for entry in Path("/proc/self/fd").iterdir():
            with contextlib.suppress(FileNotFoundError):
                found.add(str(entry.readlink()))
        return {name for name in found if name.startswith("pipe:")}

    def threads() -> list[str]:
        return [thread.name for thread in threading.enumerate() if thread.name.startswith("scenefill-engine")]

    # Those of the test before, too.
    wait_until(lambda: threads() == [])
    before = pipes()
    runner.probe(Watcher())
    worker = runner.pid
    assert len(threads()) == 3
    runner.close()
    wait_until(lambda: threads() == [])
    assert pipes() <= before
    # Reaped, too: not even a zombie.
    assert not any(process.pid == worker for process in processes())


def test_a_watcher_that_fails_costs_the_worker_not_the_next_request(
    runner: LocalRunner, job: Callable[..., Job]
) -> None:
    """As when the task that watches has been deleted by Qt."""

    def fail(_: Watcher) -> None:
        raise RuntimeError("wrapped C/C++ object has been deleted")

    with pytest.raises(RuntimeError):
        runner.run(job(ENDLESS), Watcher("windows", fail))
    assert runner.pid is None
    assert runner.probe(Watcher()).versions["torch"]


def test_a_worker_that_went_to_rest_is_started_again(engine_python: Path) -> None:
    runner = LocalRunner(engine_python, idle_seconds=3.0)
    try:
        runner.probe(Watcher())
        worker = runner.pid
        wait_until(lambda: not alive(worker))
        again = Watcher()
        runner.probe(again)
        assert again.said("had gone to rest")
        assert runner.pid != worker
    finally:
        runner.close()


def test_a_worker_killed_between_requests_is_started_again(runner: LocalRunner) -> None:
    runner.probe(Watcher())
    worker = runner.pid
    os.kill(worker, signal.SIGKILL)
    wait_until(lambda: not alive(worker))
    again = Watcher()
    runner.probe(again)
    assert again.said("was killed")


def test_the_end_of_the_parent_ends_the_worker(engine_python: Path, job: Callable[..., Job], tmp_path: Path) -> None:
    """QGIS killed in mid-run, by a process that does what QGIS' does."""
    from scenefill.core.job import job_to_dict

    file = tmp_path / "job.json"
    file.write_text(json.dumps(job_to_dict(job(ENDLESS))), encoding="utf-8")
    parent = subprocess.Popen(
        [sys.executable, "-c", PARENT, str(engine_python), str(file)], stdout=subprocess.PIPE, text=True
    )
    watchdog = threading.Timer(PATIENCE, parent.kill)
    watchdog.start()
    try:
        worker = int(parent.stdout.readline())
        assert alive(worker)
    finally:
        watchdog.cancel()
        parent.kill()
        parent.wait()
        parent.stdout.close()
    wait_until(lambda: not alive(worker))


PARENT = """
import sys
from pathlib import Path
from scenefill.core.feedback import Feedback
from scenefill.core.job import load_job
from scenefill.plugin.runner.local import LocalRunner

runner = LocalRunner(Path(sys.argv[1]), threads=1)

class Tell(Feedback):
    def preview(self, path):
        print(runner.pid, flush=True)

runner.run(load_job(sys.argv[2]), Tell())
"""


# -- workers that are at fault ---------------------------------------------------------------------------------------


@pytest.fixture
def fake(tmp_path: Path) -> Callable[[str], LocalRunner]:
    """Makes a runner whose "interpreter" is a Python script, given what the worker would be."""

    def make(body: str) -> LocalRunner:
        script = tmp_path / "python"
        script.write_text(f"#!{sys.executable}\nimport json, os, pathlib, sys, time\n{body}\n", encoding="utf-8")
        script.chmod(0o755)
        return LocalRunner(script)

    return make


def hello(protocol: int = PROTOCOL) -> str:
    message = {"type": "hello", "protocol": protocol, "version": "0", "python": "3", "pid": 1}
    return f"print({json.dumps(message)!r}, flush=True)\n"


def error_of(runner: LocalRunner) -> SceneFillError:
    with pytest.raises(SceneFillError) as raised:
        runner.probe(Watcher())
    assert runner.pid is None
    return raised.value


def test_another_protocol_is_refused(fake: Callable[[str], LocalRunner]) -> None:
    error = error_of(fake(hello(PROTOCOL + 1) + "sys.stdin.read()"))
    assert error.code == "worker-protocol"
    assert error.details["hello"]["protocol"] == PROTOCOL + 1


def test_a_python_that_cannot_be_started(tmp_path: Path) -> None:
    error = error_of(LocalRunner(tmp_path / "nowhere"))
    assert error.code == "worker-start"
    assert "nowhere" in error.message


def test_a_python_that_ends_at_once(fake: Callable[[str], LocalRunner]) -> None:
    error = error_of(fake("sys.exit('a library is missing')"))
    assert error.code == "worker-start"
    assert "exit status 1" in error.message
    assert error.details["stderr"] == "a library is missing"


def test_a_python_that_says_nothing(fake: Callable[[str], LocalRunner]) -> None:
    runner = fake("time.sleep(3600)")
    runner.HELLO_SECONDS = 0.3
    assert error_of(runner).code == "worker-start"


def test_a_start_can_be_cancelled(fake: Callable[[str], LocalRunner]) -> None:
    watcher = Watcher("start-engine", lambda watcher: watcher.stop.set())
    runner = fake("time.sleep(3600)")
    with pytest.raises(JobCancelled):
        runner.probe(watcher)
    assert runner.pid is None


def test_a_python_without_the_engine(tmp_path: Path) -> None:
    error = error_of(LocalRunner(Path(sys.executable)))
    assert error.code == "wrong-python"
    assert "torch" in error.details["missing"]


def test_prints_before_hello_do_no_harm(engine_python: Path, fake: Callable[[str], LocalRunner]) -> None:
    engine = str(engine_python)
    runner = fake(f"print('a .pth file says hi', flush=True)\nos.execv({engine!r}, [{engine!r}, *sys.argv[1:]])")
    watcher = Watcher()
    try:
        assert runner.probe(watcher).versions["torch"]
        assert watcher.said("a .pth file says hi")
    finally:
        runner.close()


def test_nonsense_instead_of_an_answer(fake: Callable[[str], LocalRunner]) -> None:
    assert error_of(fake(hello() + "sys.stdin.readline(); print('nonsense', flush=True); sys.stdin.read()")).code == (
        "bad-message"
    )


ANSWERS_ONCE = """
asked = json.loads(sys.stdin.readline())
report = {"device": "cpu", "reason": "", "dtype": "", "memory_bytes": 1, "cores": 1, "python": str(os.getpid())}
print(json.dumps({"type": "result", "id": asked["id"], "result": report}), flush=True)
sys.stdin.readline()
sys.exit(STATUS)
"""


@pytest.mark.parametrize(("status", "words"), [("0", "had gone to rest"), ("5", "exit status 5")])
def test_leaving_while_a_request_is_on_its_way_goes_unnoticed(
    status: str, words: str, fake: Callable[[str], LocalRunner]
) -> None:
    """The request has not been looked at, so it is asked again."""
    runner = fake(hello() + ANSWERS_ONCE.replace("STATUS", status))
    try:
        first = runner.probe(Watcher())
        watcher = Watcher()
        assert runner.probe(watcher).python != first.python
        assert watcher.said(words)
    finally:
        runner.close()


def test_dying_of_a_request_is_tried_once(fake: Callable[[str], LocalRunner], tmp_path: Path) -> None:
    starts = tmp_path / "starts"
    count = f"with open({str(starts)!r}, 'a') as file: file.write('x')\n"
    error = error_of(fake(count + hello() + "sys.stdin.readline()\nsys.exit(5)"))
    assert error.code == "worker-died"
    assert "exit status 5" in error.message
    assert "Resume" not in error.hint
    assert starts.read_text() == "x"


def test_the_child_has_a_clean_environment(
    fake: Callable[[str], LocalRunner], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("PROJ_LIB", "GDAL_DATA", "QT_PLUGIN_PATH", "LD_LIBRARY_PATH"):
        monkeypatch.setenv(name, str(tmp_path))
    monkeypatch.setenv("HTTPS_PROXY", "http://proxy:3128")
    before = dict(os.environ)
    there = tmp_path / "there.json"
    error_of(fake(f"pathlib.Path({str(there)!r}).write_text(json.dumps([dict(os.environ), os.getcwd(), sys.argv]))"))
    environment, folder, arguments = json.loads(there.read_text())
    assert not {"PROJ_LIB", "GDAL_DATA", "QT_PLUGIN_PATH", "QT_QPA_PLATFORM", "LD_LIBRARY_PATH"} & set(environment)
    assert environment["HTTPS_PROXY"] == "http://proxy:3128"
    assert environment["PATH"] == before["PATH"]
    assert dict(os.environ) == before
    assert folder != str(Path.cwd())
    assert arguments[1:3] == ["-I", "-u"]
    assert arguments[4:] == ["--idle", "600"]


# -- settings --------------------------------------------------------------------------------------------------------


def test_the_settings_decide(engine_python: Path) -> None:
    runner = make_runner(Settings(engine="python", python=str(engine_python)))
    assert isinstance(runner, LocalRunner)
    assert runner.pid is None


@pytest.mark.parametrize(
    ("settings", "code"),
    [
        ({"engine": "server"}, "no-server"),
        ({"engine": "python", "python": ""}, "wrong-python"),
        ({"engine": "python", "python": "nowhere"}, "wrong-python"),
    ],
)
def test_settings_without_an_engine(settings: dict[str, Any], code: str) -> None:
    with pytest.raises(SceneFillError) as raised:
        make_runner(Settings(**settings))
    assert raised.value.code == code
    assert raised.value.hint
