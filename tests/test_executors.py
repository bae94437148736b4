"""Windows drawn elsewhere: the same bytes by any number of workers, also when they die, hang or are told to stop."""

from __future__ import annotations

import contextlib
import dataclasses
import json
import os
import random
import signal
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psutil
import pytest
from click.testing import CliRunner
from scenefill.cli.executor_options import ExecutorChoice
from scenefill.cli.main import main
from scenefill.cli.run import resume_command
from scenefill.core.engine.run import run_job
from scenefill.core.engine.windows import window_key
from scenefill.core.errors import JobCancelled, SceneFillError
from scenefill.core.executors import factory, ray_actor
from scenefill.core.executors.base import Drawing, Executor, WindowCounts, WindowsTask
from scenefill.core.executors.dispatch import ATTEMPTS, Dispatch
from scenefill.core.executors.factory import make_executor
from scenefill.core.executors.handover import Handover
from scenefill.core.executors.in_process import InProcessExecutor
from scenefill.core.executors.worker import WindowWorker
from scenefill.core.grid import Window, lattice_windows
from scenefill.core.job import Job, job_to_dict
from scenefill.core.model import runtime
from scenefill.core.raster import resolve_grid
from scenefill.core.worker.handlers import HANDLERS
from scenefill.tests.engine_scene import BANDS, Recorder, crop_extent, files_of, fill_job
from scenefill.tests.processes import descendants, processes
from scenefill.tests.worker_peer import Peer

#: Nine windows.
PART = (70, 90, 130, 160)
#: Seconds after which a worker is taken for hung: long for a batch of a toy model, short for a test.
PATIENT = 10.0
#: Windows per batch, so that a few windows are many calls.
BATCH = 2
WORKERS = 2


@pytest.fixture(scope="module", autouse=True)
def small_batches(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """A batch of :data:`BATCH` windows on any device, and a cache folder of this module's own."""
    choose = runtime.choose_device
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(runtime, "choose_device", lambda window: dataclasses.replace(choose(window), batch=BATCH))
        patch.setenv("SCENEFILL_CACHE", str(tmp_path_factory.mktemp("cache")))
        yield


def part_job(place: dict[str, Path], out: Path, model: str, adapt: int = 0, **changes: Any) -> Job:
    """The test scene's job on a part of it; with ``adapt`` steps of learning from two bands."""
    sampling = {"mode": "estimate", "steps": 1, "samples": 2, "seed": 42, "adapt": {"steps": adapt}}
    grid = {"like": str(place["s2"]), "extent": crop_extent(*PART)}
    job = fill_job(place, out, model=model, **{"grid": grid, "sampling": sampling, **changes})
    if not adapt:
        return job
    bands = {name: BANDS.index(name) + 1 for name in ("red", "nir")}
    return dataclasses.replace(job, inputs=(dataclasses.replace(job.inputs[0], bands=bands), *job.inputs[1:]))


@pytest.fixture(scope="module")
def alone(place: dict[str, Path], model: str, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The files of the job as this process makes them."""
    out = tmp_path_factory.mktemp("alone") / "out"
    run_job(part_job(place, out, model))
    return files_of(out)


@pytest.fixture(scope="module")
def ray_executor() -> Iterator[Executor]:
    """One cluster for all tests."""
    with make_executor("ray", WORKERS) as executor:
        yield executor


def receipts(out: Path) -> dict[str, str | None]:
    lines = [json.loads(line) for line in (out / "journal.jsonl").read_text().splitlines()]
    return {line["window"]: line["sha256"] for line in lines if "window" in line}


def middle_window(place: dict[str, Path]) -> str:
    """Key of a window in the middle of the part."""
    spec = part_job(place, Path("out"), "toy").grid
    return window_key(lattice_windows(resolve_grid(spec))[4])


def ray_folder() -> str:
    """Where folders of clusters are made."""
    return tempfile.gettempdir()


# -- the rules of handing out ------------------------------------------------------------------------------------------


def windows_of(count: int) -> list[Window]:
    return [Window(96 * i, 0, 128, 128) for i in range(count)]


def simulate(seed: int, poisonous: set[str], accidents: int, count: int = 40) -> tuple[Dispatch, dict[str, int], list]:
    """Play a job with made-up workers; attempts by window, and the windows in the order of their receipts."""
    chance = random.Random(seed)
    dispatch = Dispatch(windows_of(count), 4)
    attempts: dict[str, int] = {}
    finished: list[str] = []
    held: dict[str, list[str]] = {f"w{i}": [] for i in range(3)}
    for turn in range(10_000):
        if dispatch.finished:
            return dispatch, attempts, finished
        worker = chance.choice(sorted(held))
        order = dispatch.order(worker)
        if order is None:
            continue
        keys = [window_key(window) for window in order.windows]
        for key in keys:
            attempts[key] = attempts.get(key, 0) + 1
        held[worker] += keys
        if poisonous & set(keys) or (accidents and chance.random() < 0.3):
            accidents -= not poisonous & set(keys)
            dispatch.lost(worker)
            del held[worker]
            held[f"v{turn}"] = []
            continue
        done = held[worker] if order.finish else held[worker][: len(held[worker]) // 2]
        held[worker] = held[worker][len(done) :]
        if done:
            dispatch.receive(worker, done)
        finished += done
    raise AssertionError("it never ends")


@pytest.mark.parametrize("seed", range(20))
def test_poison_costs_no_other_window(seed: int) -> None:
    keys = [window_key(window) for window in windows_of(40)]
    poisonous = {keys[seed], keys[39 - seed]}
    dispatch, attempts, finished = simulate(seed, poisonous, accidents=0)
    assert {window_key(window) for window in dispatch.failed} == poisonous
    assert sorted(finished) == sorted(set(keys) - poisonous)
    assert max(attempts.values()) <= ATTEMPTS and all(attempts[key] == ATTEMPTS for key in poisonous)


@pytest.mark.parametrize("seed", range(20))
def test_accidents_cost_no_window(seed: int) -> None:
    dispatch, attempts, finished = simulate(seed, set(), accidents=2)
    assert not dispatch.failed and len(set(finished)) == len(finished) == 40
    assert max(attempts.values()) <= ATTEMPTS


def test_a_suspect_is_never_drawn_with_others() -> None:
    dispatch = Dispatch(windows_of(6), 4)
    dispatch.order("a")
    assert dispatch.lost("a") == 4
    assert [len(order.windows) for order in (dispatch.order("b"), dispatch.order("b")) if order] == [2, 0]
    dispatch.receive("b", [window_key(window) for window in windows_of(6)[4:]])
    group = dispatch.order("b")
    assert group is not None and len(group.windows) == 4 and group.finish
    dispatch.lost("b")
    singles = [dispatch.order(name) for name in "cdef"]
    assert [len(order.windows) for order in singles if order] == [1, 1, 1, 1]
    assert not dispatch.finished and dispatch.order("g") is None


# -- a worker without a cluster ----------------------------------------------------------------------------------------


class Lone(Executor):
    """A worker in this process, fed as one elsewhere is: through files."""

    def draw(self, task: WindowsTask) -> Drawing:
        handover = Handover.write(task)
        worker = WindowWorker(handover.path, "lone")
        counts = WindowCounts()
        for start in range(0, len(task.windows), 3):
            part = task.windows[start : start + 3]
            report = worker.work(part, finish=start + 3 >= len(task.windows))
            assert json.loads(json.dumps(report.to_dict()))["error"] is None, report.error
            for key, sha256, drawn in report.receipts:
                task.journal.receive(key, sha256)
                counts.drawn += drawn
                counts.skipped += not drawn
        return Drawing(counts)


def test_a_worker_knows_all_from_files(place: dict[str, Path], model: str, tmp_path: Path) -> None:
    targets = [{"modality": "optical", "fill": 0}]
    run_job(part_job(place, tmp_path / "a", model, adapt=2, targets=targets))
    result = run_job(part_job(place, tmp_path / "b", model, adapt=2, targets=targets), executor=Lone())
    assert result.stats["drawn"] + result.stats["skipped"] == result.stats["windows"]
    assert files_of(tmp_path / "b") == files_of(tmp_path / "a")
    facts = json.loads((tmp_path / "b" / "scenefill.json").read_text())["properties"]["scenefill:adaptation"]
    assert facts["kept"], "what was learnt had to be handed over"


class Failing(Lone):
    """The model fails in the middle."""

    def draw(self, task: WindowsTask) -> Drawing:
        worker = WindowWorker(Handover.write(task).path, "failing")
        first, second = worker.work(task.windows[:BATCH], False), worker.work(task.windows[BATCH:], False)
        assert first.receipts == [] and second.error is None

        def fails(*_: Any, **__: Any) -> None:
            raise SceneFillError("model-nan", "Not a number.", "A hint.", {"fact": 1})

        worker.model.draw = fails  # type: ignore[method-assign]
        report = worker.work([], True)
        assert {key for key, _, _ in [*second.receipts, *report.receipts]} == {
            window_key(window) for window in task.windows[:BATCH]
        }
        raise SceneFillError.from_dict(report.to_dict()["error"])


def test_an_error_crosses_whole_and_costs_nothing_finished(place: dict[str, Path], model: str, tmp_path: Path) -> None:
    with pytest.raises(SceneFillError) as error:
        run_job(part_job(place, tmp_path / "out", model), executor=Failing())
    facts = error.value.to_dict()
    assert facts == {"code": "model-nan", "message": "Not a number.", "hint": "A hint.", "details": {"fact": 1}}


def test_another_version_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "handover.json"
    path.write_text(json.dumps({"version": "0.0.0"}))
    for wrong in (path, tmp_path / "missing.json"):
        with pytest.raises(SceneFillError) as error:
            Handover.read(wrong)
        assert error.value.code == "cluster-mismatch"


# -- Ray ---------------------------------------------------------------------------------------------------------------


def test_two_actors_give_the_same_bytes(
    place: dict[str, Path], model: str, alone: dict[str, bytes], ray_executor: Executor, tmp_path: Path
) -> None:
    seen = Recorder()
    result = run_job(part_job(place, tmp_path / "out", model), seen, executor=ray_executor)
    assert files_of(tmp_path / "out") == alone
    assert result.stats["drawn"] == result.stats["windows"] and result.stats["seconds"]["network"] > 0
    fractions = [fraction for fraction, _ in seen.progressed]
    assert fractions == sorted(fractions) and fractions[-1] == 1.0


def test_the_cluster_is_reached_from_this_computer_alone(ray_executor: Executor) -> None:
    listening = []
    for process in [psutil.Process(), *psutil.Process().children(recursive=True)]:
        with contextlib.suppress(psutil.NoSuchProcess):
            listening += [c.laddr.ip for c in process.net_connections("tcp") if c.status == psutil.CONN_LISTEN]
    assert listening and set(listening) <= {"127.0.0.1", "::ffff:127.0.0.1"}
    assert "RAY_AUTH_TOKEN" not in os.environ


def test_killed_and_hung_actors_are_replaced(
    place: dict[str, Path],
    model: str,
    alone: dict[str, bytes],
    ray_executor: Any,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    hung, killed = tmp_path / "hung", tmp_path / "killed"

    class Frail(ray_actor.WindowActor):
        """The second call of all never ends, and the fourth ends its process."""

        calls = tmp_path / "calls"

        def work(self, windows: list[list[int]], finish: bool) -> dict[str, Any]:
            with self.calls.open("a") as stream:
                stream.write(".")
            number = len(self.calls.read_text())
            if number >= 2 and not hung.exists():
                hung.touch()
                time.sleep(3600)
            if number >= 4 and not killed.exists():
                killed.touch()
                os.kill(os.getpid(), signal.SIGKILL)
            return super().work(windows, finish)

    monkeypatch.setattr(ray_actor, "WindowActor", Frail)
    monkeypatch.setattr(ray_executor, "call_seconds", PATIENT)
    seen = Recorder()
    run_job(part_job(place, tmp_path / "out", model), seen, executor=ray_executor)
    assert hung.exists() and killed.exists()
    assert sum("A worker was lost" in text for text in seen.logged) >= 2
    assert files_of(tmp_path / "out") == alone


def test_a_window_that_kills_is_named_and_costs_no_other(
    place: dict[str, Path],
    model: str,
    alone: dict[str, bytes],
    ray_executor: Executor,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    tried = tmp_path / "tried"
    poison = middle_window(place)

    class Poisoned(ray_actor.WindowActor):
        """Dies of one window."""

        def work(self, windows: list[list[int]], finish: bool) -> dict[str, Any]:
            if poison in [f"{row}_{col}" for row, col, _, _ in windows]:
                with tried.open("a") as stream:
                    stream.write(f"{len(windows)} ")
                os.kill(os.getpid(), signal.SIGKILL)
            return super().work(windows, finish)

    out = tmp_path / "out"
    with monkeypatch.context() as patch:
        patch.setattr(ray_actor, "WindowActor", Poisoned)
        with pytest.raises(SceneFillError) as error:
            run_job(part_job(place, out, model), executor=ray_executor)
    assert error.value.code == "window-failed" and error.value.details == {"windows": [poison]}
    assert poison in error.value.message
    counts = [int(count) for count in tried.read_text().split()]
    assert len(counts) == ATTEMPTS and counts[-1] == 1
    done = receipts(out)
    assert poison not in done
    result = run_job(part_job(place, out, model), resume=True)
    assert (result.stats["resumed"], result.stats["drawn"]) == (len(done), 1)
    assert len(done) == result.stats["windows"] - 1
    assert files_of(out) == alone


def test_cancelling_reaches_the_actors_and_keeps_what_is_finished(
    place: dict[str, Path], model: str, alone: dict[str, bytes], ray_executor: Executor, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    with pytest.raises(JobCancelled):
        run_job(part_job(place, out, model), Recorder(stop_in="windows", stop_after=1), executor=ray_executor)
    done = receipts(out)
    assert done and all((out / "windows" / f"{key}.safetensors").is_file() for key in done)
    result = run_job(part_job(place, out, model), resume=True)
    assert result.stats["resumed"] == len(done) < result.stats["windows"]
    assert files_of(out) == alone


def test_the_engines_process_takes_an_executor_and_leaves_no_orphans(
    place: dict[str, Path], model: str, tmp_path: Path
) -> None:
    """The package is not installed for that process: it registers the folder, and so have the actors to."""
    out = tmp_path / "out"
    job = job_to_dict(part_job(place, out, model))
    before = set(Path(ray_folder()).glob("scenefill-ray-*"))
    with Peer() as peer:
        peer.next()
        peer.ask("run", "a", job=job, resume=False, threads=1, executor={"kind": "ray", "workers": 1, "address": None})
        while not (out / "journal.jsonl").is_file() or not receipts(out):
            message = peer.next()
            assert message["type"] in ("progress", "log", "preview"), message
        started = [process for process in descendants(peer.process.pid) if "ray" in process.command]
        assert len(started) > 5
        peer.process.kill()
    known = {process.pid for process in started}

    def left() -> list[Any]:
        alive = [process for process in processes() if process.pid in known and process.state not in "ZX"]
        return [*alive, *(set(Path(ray_folder()).glob("scenefill-ray-*")) - before)]

    deadline = time.monotonic() + 60
    while left() and time.monotonic() < deadline:
        time.sleep(0.1)
    assert left() == []
    result = run_job(part_job(place, out, model), resume=True, threads=1)
    assert result.stats["resumed"] > 0


# -- asking for one ----------------------------------------------------------------------------------------------------


def test_executors_by_name(monkeypatch: pytest.MonkeyPatch) -> None:
    assert isinstance(make_executor(), InProcessExecutor)
    for wrong in (
        ("cloud", None, None),
        ("in-process", 2, None),
        ("in-process", None, "auto"),
        ("ray", 1, "ray://a:1"),
    ):
        with pytest.raises(SceneFillError) as error:
            make_executor(*wrong)
        assert error.value.code == "bad-value"
    monkeypatch.setattr(factory.importlib.util, "find_spec", lambda name: None)
    with pytest.raises(SceneFillError) as error:
        make_executor("ray")
    assert error.value.code == "no-ray" and "cluster" in error.value.hint


@pytest.mark.parametrize(
    ("executor", "code"),
    [
        ({"kind": "cloud"}, "bad-value"),
        ({"workers": 1}, "missing-member"),
        ({"kind": "ray", "workers": 0}, "bad-value"),
        ({"kind": "ray", "workers": "2"}, "wrong-type"),
        ({"kind": "ray", "address": 1}, "wrong-type"),
        ({"kind": "ray", "nodes": 1}, "unknown-member"),
        ("ray", "wrong-type"),
        ({"kind": "in-process", "workers": 2}, "bad-value"),
    ],
)
def test_a_wrong_executor_is_refused_before_the_work(
    place: dict[str, Path], model: str, tmp_path: Path, executor: Any, code: str
) -> None:
    job = job_to_dict(part_job(place, tmp_path / "out", model))
    with pytest.raises(SceneFillError) as error:
        HANDLERS["run"]({"job": job, "executor": executor}, Recorder())
    assert error.value.code == code and not (tmp_path / "out").exists()


def test_the_command_line_asks_for_one(place: dict[str, Path], model: str, tmp_path: Path, monkeypatch) -> None:
    asked = []

    class Noted(InProcessExecutor):
        """In place of a cluster."""

    def note(*wanted: Any) -> Executor:
        asked.append(wanted)
        return Noted()

    monkeypatch.setattr(factory, "make_executor", note)
    path = tmp_path / "job.json"
    path.write_text(json.dumps(job_to_dict(part_job(place, tmp_path / "out", model))))
    command = ["run", str(path), "--no-sheet", "--executor", "ray", "--ray-workers", "3", "--ray-address", "auto"]
    done = CliRunner().invoke(main, command)
    assert done.exit_code == 0, done.output
    assert asked == [("ray", 3, "auto")]
    wrong = CliRunner().invoke(main, ["run", str(path), "--ray-workers", "3"])
    assert wrong.exit_code == 2 and "--executor ray" in wrong.output
    assert resume_command(Path("a.json"), None, 2, ExecutorChoice("ray", 3)) == (
        "scenefill run a.json --resume --threads 2 --executor ray --ray-workers 3"
    )
