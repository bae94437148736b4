"""The engine's process, spoken to as its parent does: the script itself, in a process of its own."""

from __future__ import annotations

import dataclasses
import importlib.metadata
import importlib.util
import json
import os
import queue
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import scenefill
import torch
from scenefill.core.engine.cloud_mask import find_clouds
from scenefill.core.engine.plan import plan_job
from scenefill.core.engine.run import run_job
from scenefill.core.errors import SceneFillError
from scenefill.core.failures import describe
from scenefill.core.job import job_to_dict, load_job
from scenefill.core.worker.channel import Inbox, Outbox
from scenefill.core.worker.protocol import (
    MAX_LINE,
    PROTOCOL,
    CloudMask,
    CloudsRequest,
    DeviceReport,
    SimulatedScene,
    decode,
    encode,
)
from scenefill.tests.engine_scene import BANDS, files_of, fill_job
from scenefill.tests.processes import processes
from scenefill.tests.worker_peer import BOOTSTRAP, PATIENCE, ROOT, Peer

#: So many evaluations of the network that nobody waits for their end.
ENDLESS = {"mode": "estimate", "steps": 64, "samples": 64, "seed": 42, "adapt": {"steps": 0}}


@pytest.fixture(scope="module")
def place(small_place: dict[str, Path]) -> dict[str, Path]:
    return small_place


@pytest.fixture(scope="module")
def uninterrupted(place: dict[str, Path], model: str, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The files of the job as this process makes them."""
    out = tmp_path_factory.mktemp("uninterrupted") / "out"
    run_job(fill_job(place, out, model=model), threads=1)
    return files_of(out)


@pytest.fixture(autouse=True)
def own_cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Speeds of toy models are not remembered for the user."""
    monkeypatch.setenv("SCENEFILL_CACHE", str(tmp_path_factory.getbasetemp() / "cache"))


def run_fields(place: dict[str, Path], out: Path, model: str, **changes: Any) -> dict[str, Any]:
    return {"job": job_to_dict(fill_job(place, out, model=model, **changes)), "resume": False, "threads": 1}


def alive(pid: int) -> bool:
    return any(process.pid == pid and process.state not in "ZX" for process in processes())


def test_hello_comes_first_and_before_anything_heavy() -> None:
    with Peer() as peer:
        hello = peer.next()
        assert hello.pop("python").startswith("3.")
        assert hello == {
            "type": "hello",
            "protocol": PROTOCOL,
            "version": scenefill.__version__,
            "pid": peer.process.pid,
        }
        maps = Path(f"/proc/{peer.process.pid}/maps").read_text()
        assert "libtorch" not in maps


def test_probe_says_what_the_engine_runs_on() -> None:
    with Peer() as peer:
        peer.next()
        peer.ask("probe", "p")
        ending = peer.ending()
    assert ending["id"] == "p"
    report = DeviceReport.from_dict(ending["result"])
    assert report.device in ("cpu", "cuda")
    assert report.reason.startswith("CPU – " if report.device == "cpu" else "NVIDIA")
    assert 10**8 < report.memory_bytes <= 2**50
    assert report.cores == len(os.sched_getaffinity(0))
    assert sys.executable in report.python
    assert report.versions["torch"] == importlib.metadata.version("torch")
    assert report.versions["scenefill"] == scenefill.__version__
    assert DeviceReport.from_dict(report.to_dict()) == report


def test_plan_is_that_of_the_engine(place: dict[str, Path], model: str, tmp_path: Path) -> None:
    fields = run_fields(place, tmp_path / "out", model)
    with Peer() as peer:
        peer.next()
        peer.ask("plan", "p", **fields)
        told = peer.ending()["result"]
    own = json.loads(json.dumps(plan_job(fill_job(place, tmp_path / "out", model=model)).to_dict()))
    measured = ("seconds", "memory_bytes")
    assert {name: value for name, value in told.items() if name not in measured} == {
        name: value for name, value in own.items() if name not in measured
    }
    assert not (tmp_path / "out").exists()


def test_two_jobs_run_warm_with_the_bytes_of_the_engine(
    place: dict[str, Path], model: str, tmp_path: Path, uninterrupted: dict[str, bytes]
) -> None:
    with Peer() as peer:
        peer.next()
        for name in ("first", "second"):
            peer.ask("run", name, **run_fields(place, tmp_path / name, model))
            messages = peer.until("result", "error")
            assert {message["id"] for message in messages} == {name}
            assert messages[-1]["type"] == "result", messages[-1]
            fractions = [message["fraction"] for message in messages if message["type"] == "progress"]
            assert fractions == sorted(fractions)
            assert fractions[-1] == 1.0
            stages = {message["stage"] for message in messages if message["type"] == "progress"}
            assert stages == {"read-inputs", "overview", "windows", "assemble", "write"}
            assert any(Path(message["path"]).is_file() for message in messages if message["type"] == "preview")
            assert any(message["type"] == "log" for message in messages)
            assert Path(messages[-1]["result"]["sidecar"]).parent == tmp_path / name
            assert files_of(tmp_path / name) == uninterrupted


def test_cancelled_run_resumes_to_the_same_bytes(
    place: dict[str, Path], model: str, tmp_path: Path, uninterrupted: dict[str, bytes]
) -> None:
    out = tmp_path / "out"
    fields = run_fields(place, out, model)
    with Peer() as peer:
        peer.next()
        peer.ask("run", "r", **fields)
        while peer.next().get("stage") != "windows":
            pass
        peer.cancel("r")
        assert peer.ending() == {"type": "cancelled", "id": "r"}
        assert not (out / "scenefill.json").exists()
        peer.ask("run", "again", **{**fields, "resume": True})
        assert peer.ending()["type"] == "result"
    assert files_of(out) == uninterrupted


def test_cancel_is_heard_within_a_window_of_many_steps(place: dict[str, Path], model: str, tmp_path: Path) -> None:
    with Peer() as peer:
        peer.next()
        peer.ask("run", "r", **run_fields(place, tmp_path / "out", model, sampling=ENDLESS))
        peer.until("preview")
        peer.cancel("r")
        assert peer.ending() == {"type": "cancelled", "id": "r"}
        peer.ask("probe", "p")
        assert peer.ending()["id"] == "p"


def test_a_waiting_request_can_be_cancelled(place: dict[str, Path], model: str, tmp_path: Path) -> None:
    with Peer() as peer:
        peer.next()
        peer.ask("run", "r", **run_fields(place, tmp_path / "out", model, sampling=ENDLESS))
        peer.ask("simulate", "waiting", folder=str(tmp_path / "scene"))
        peer.cancel("waiting")
        peer.cancel("never asked")
        peer.until("preview")
        peer.cancel("r")
        assert peer.ending() == {"type": "cancelled", "id": "r"}
        assert peer.next() == {"type": "cancelled", "id": "waiting"}
    assert not (tmp_path / "scene").exists()


def test_simulate_draws_a_scene_with_its_job(tmp_path: Path) -> None:
    with Peer() as peer:
        peer.next()
        peer.ask("simulate", "s", folder=str(tmp_path / "scene"), seed=5, size=64, clouds=0.4)
        scene = SimulatedScene.from_dict(peer.ending()["result"])
        assert all(Path(path).is_file() for path in scene.files.values())
        assert {"s2", "s2_truth", "s1", "optical", "clouds"} <= set(scene.files)
        assert load_job(scene.job).inputs[0].path == scene.files["optical"]
        peer.ask("simulate", "large", folder=str(tmp_path / "large"), size=1024)
        peer.until("progress")
        peer.cancel("large")
        assert peer.ending() == {"type": "cancelled", "id": "large"}
    assert not (tmp_path / "large" / "job.json").exists()


def test_clouds_are_found_without_a_model_or_its_library(place: dict[str, Path], tmp_path: Path) -> None:
    patched = tmp_path / "patched.py"
    patched.write_text(PATCHED.format(bootstrap=str(BOOTSTRAP), body=TELL_LOADED))
    bands = {name: index for index, name in enumerate(BANDS, 1)}
    request = CloudsRequest(str(place["s2"]), str(tmp_path / "mask.tif"), bands, threshold=0.3, grow=2)
    with Peer(patched) as peer:
        peer.next()
        peer.ask("clouds", "c", **request.to_dict())
        messages = peer.until("result", "error")
        told = messages[-1]["result"]
        assert not told.pop("loaded")
        assert {message["stage"] for message in messages if message["type"] == "progress"} >= {"clouds", "write"}
        peer.ask("clouds", "again", **{**request.to_dict(), "path": str(tmp_path / "cancelled.tif")})
        peer.cancel("again")
        assert peer.ending() == {"type": "cancelled", "id": "again"}
    own = find_clouds(dataclasses.replace(request, path=str(tmp_path / "own.tif")))
    assert dataclasses.replace(CloudMask.from_dict(told), path=own.path) == own
    assert (tmp_path / "mask.tif").read_bytes() == (tmp_path / "own.tif").read_bytes()
    assert not (tmp_path / "cancelled.tif").exists()


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"layer": None}, "missing-member"),
        ({"bands": None}, "missing-member"),
        ({"path": 3}, "wrong-type"),
        ({"bands": ["red"]}, "wrong-type"),
        ({"bands": {"red": "1"}}, "wrong-type"),
        ({"grow": 1.5}, "wrong-type"),
        ({"threshold": "high"}, "wrong-type"),
        ({"threshold": 2}, "bad-value"),
        ({}, "missing-file"),
    ],
)
def test_bad_requests_for_clouds_are_told(changes: dict[str, Any], code: str, nonsense_peer: Peer) -> None:
    fields = CloudsRequest("nowhere.tif", "mask.tif", {"red": 1, "green": 2, "blue": 3}).to_dict()
    nonsense_peer.ask("clouds", "c", **{**fields, **changes})
    ending = nonsense_peer.ending()
    assert (ending["id"], ending["error"]["code"]) == ("c", code)


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({}, "missing-member"),
        ({"folder": 3}, "wrong-type"),
        ({"folder": "scene", "size": "large"}, "wrong-type"),
        ({"folder": "scene", "size": 5}, "bad-value"),
        ({"folder": "scene", "clouds": None}, "wrong-type"),
    ],
)
def test_bad_scenes_are_told(fields: dict[str, Any], code: str, nonsense_peer: Peer) -> None:
    nonsense_peer.ask("simulate", "s", **fields)
    ending = nonsense_peer.ending()
    assert (ending["id"], ending["error"]["code"]) == ("s", code)


@pytest.fixture(scope="module")
def nonsense_peer() -> Any:
    """One worker for all that is told without being done."""
    with Peer() as peer:
        peer.next()
        yield peer


@pytest.mark.parametrize(
    ("line", "name"),
    [
        (b"garbage\n", None),
        (b"\xff\xfe\n", None),
        (b"[1, 2]\n", None),
        (b'{"no": "type"}\n', None),
        (b'{"type": "run"}\n', None),
        (b'{"type": "run", "id": 7}\n', None),
        (b'{"type": "dance", "id": "d"}\n', "d"),
        (b"[" * 100_000 + b"\n", None),
        (b"x" * (MAX_LINE + 70_000) + b"\n", None),
    ],
    ids=["text", "bytes", "array", "no-type", "no-id", "number-id", "unknown", "deep", "long"],
)
def test_nonsense_is_refused_and_the_worker_lives(line: bytes, name: str | None, nonsense_peer: Peer) -> None:
    nonsense_peer.write(line)
    refused = nonsense_peer.next()
    assert (refused["type"], refused["id"], refused["error"]["code"]) == ("error", name, "bad-message")
    nonsense_peer.ask("simulate", "after")
    assert nonsense_peer.ending()["id"] == "after"


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({}, "wrong-type"),
        ({"job": {"schema": "scenefill-job/1"}}, "missing-member"),
        ({"job": {"schema": "another"}}, "job-schema"),
    ],
)
def test_bad_jobs_have_the_codes_of_jobs(fields: dict[str, Any], code: str, nonsense_peer: Peer) -> None:
    nonsense_peer.ask("run", "r", **fields)
    ending = nonsense_peer.ending()
    assert (ending["id"], ending["error"]["code"]) == ("r", code)


def test_one_id_is_one_request(place: dict[str, Path], model: str, tmp_path: Path) -> None:
    with Peer() as peer:
        peer.next()
        peer.ask("run", "twin", **run_fields(place, tmp_path / "out", model, sampling=ENDLESS))
        peer.ask("probe", "twin")
        refused = next(message for message in iter(peer.next, None) if message["type"] == "error")
        assert (refused["id"], refused["error"]["code"]) == (None, "bad-message")
        peer.cancel("twin")
        assert peer.ending() == {"type": "cancelled", "id": "twin"}


# What a test puts into a worker: the script as it is, with other handlers.
PATCHED = """
import importlib.util, sys
spec = importlib.util.spec_from_file_location("bootstrap", {bootstrap!r})
bootstrap = importlib.util.module_from_spec(spec)
spec.loader.exec_module(bootstrap)
register = bootstrap.register

def register_patched():
    register()
    from scenefill.core.worker import handlers, serve
{body}

bootstrap.register = register_patched
sys.exit(bootstrap.main())
"""

TELL_LOADED = """
    clouds = handlers.HANDLERS["clouds"]
    def tell(fields, feedback):
        found = clouds(fields, feedback)
        return {**found, "loaded": sorted({"torch", "diffusers"} & set(sys.modules))}
    handlers.HANDLERS["clouds"] = tell
"""

NOISY = """
    import os, subprocess
    def noisy(fields, feedback):
        os.write(1, b"native noise\\n")
        print("python noise", flush=True)
        subprocess.run([sys.executable, "-c", "print('noise of a child')"], check=True)
        sys.stderr.write("said to stderr\\n")
        return {"stdin": sys.stdin.read()}
    handlers.HANDLERS["probe"] = noisy
"""

FAILING = """
    import errno
    errors = {
        "no-memory": MemoryError(),
        "disk-full": OSError(errno.ENOSPC, "No space left on device"),
        "file-system": PermissionError(errno.EACCES, "Permission denied", "somewhere"),
        "internal": ZeroDivisionError("a defect"),
        "wrong-python": ImportError("DLL load failed"),
        "exit": SystemExit(7),
    }
    def failing(fields, feedback):
        if fields["error"] == "nan":
            return {"value": float("nan")}
        if fields["error"] == "odd details":
            raise serve.SceneFillError("no-crs", "m", "h", {"value": float("nan"), "path": sys})
        raise errors[fields["error"]]
    handlers.HANDLERS["probe"] = failing
"""


@pytest.fixture
def patched(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    script = tmp_path / "patched.py"
    script.write_text(PATCHED.format(bootstrap=str(BOOTSTRAP), body=request.param))
    return script


@pytest.mark.parametrize("patched", [NOISY], indirect=True, ids=["noisy"])
def test_what_libraries_print_stays_off_the_pipe(patched: Path) -> None:
    with Peer(patched) as peer:
        peer.next()
        peer.ask("probe", "p")
        assert peer.ending() == {"type": "result", "id": "p", "result": {"stdin": ""}}
        peer.process.stdin.close()
        assert peer.end() == 0
    for words in (b"native noise", b"python noise", b"noise of a child", b"said to stderr"):
        assert words in peer.errors


@pytest.mark.parametrize("patched", [FAILING], indirect=True, ids=["failing"])
def test_every_exception_is_one_error_and_the_worker_lives(patched: Path) -> None:
    with Peer(patched) as peer:
        peer.next()
        for code in ("no-memory", "disk-full", "file-system", "internal", "wrong-python"):
            peer.ask("probe", code, error=code)
            told = peer.next()
            assert (told["type"], told["id"], told["error"]["code"]) == ("error", code, code)
            assert "in failing" in told["error"]["details"]["traceback"]
            assert told["error"]["message"]
        for kind in ("exit", "nan"):
            peer.ask("probe", kind, error=kind)
            assert peer.next()["error"]["code"] == "internal"
        peer.ask("probe", "odd", error="odd details")
        assert peer.next()["error"]["details"] == {"value": "nan", "path": "<module 'sys' (built-in)>"}


#: A busy machine may take long to come to the next place where a run can stop.
PATIENT = """
    serve.GRACE_SECONDS = 120.0
"""


@pytest.mark.parametrize("patched", [PATIENT], indirect=True, ids=["patient"])
def test_the_end_of_stdin_stops_a_run_that_can_be_resumed(
    place: dict[str, Path], model: str, tmp_path: Path, uninterrupted: dict[str, bytes], patched: Path
) -> None:
    out = tmp_path / "out"
    with Peer(patched) as peer:
        peer.next()
        peer.ask("run", "r", **run_fields(place, out, model))
        while peer.next().get("stage") != "windows":
            pass
        peer.process.stdin.close()
        assert peer.ending() == {"type": "cancelled", "id": "r"}
        assert peer.end() == 0
    with Peer() as peer:
        peer.next()
        peer.ask("run", "r", **{**run_fields(place, out, model), "resume": True})
        assert peer.ending()["type"] == "result"
    assert files_of(out) == uninterrupted


STUCK = """
    import time
    serve.GRACE_SECONDS = 0.3
    def stuck(fields, feedback):
        feedback.progress(0.5, "stuck")
        time.sleep(3600)
    handlers.HANDLERS["probe"] = stuck
"""


@pytest.mark.parametrize("patched", [STUCK], indirect=True, ids=["stuck"])
def test_the_end_of_stdin_ends_a_stuck_worker(patched: Path) -> None:
    with Peer(patched) as peer:
        peer.next()
        peer.ask("probe", "p")
        assert peer.next()["stage"] == "stuck"
        peer.process.stdin.close()
        assert peer.end() == 1


PARENT = """
import json, subprocess, sys, time
worker = subprocess.Popen(
    [sys.executable, "-I", "-u", sys.argv[1]], stdin=subprocess.PIPE, stdout=subprocess.PIPE, start_new_session=True
)
worker.stdin.write(sys.argv[2].encode() + b"\\n")
worker.stdin.flush()
for line in worker.stdout:
    message = json.loads(line)
    if message["type"] in ("hello", "preview"):
        print(json.dumps(message), flush=True)
"""


def test_a_killed_parent_leaves_no_orphan(place: dict[str, Path], model: str, tmp_path: Path) -> None:
    fields = run_fields(place, tmp_path / "out", model, sampling=ENDLESS)
    request = json.dumps({"type": "run", "id": "r", **fields})
    command = [sys.executable, "-c", PARENT, str(BOOTSTRAP), request]
    with subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, text=True) as parent:
        watchdog = threading.Timer(PATIENCE, parent.kill)
        watchdog.start()
        try:
            worker = json.loads(parent.stdout.readline())["pid"]
            assert json.loads(parent.stdout.readline())["type"] == "preview"
            assert alive(worker)
        finally:
            watchdog.cancel()
            parent.kill()
    deadline = time.monotonic() + PATIENCE
    while alive(worker) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not alive(worker)


def test_an_idle_worker_leaves() -> None:
    with Peer(idle=0.2) as peer:
        peer.next()
        assert peer.end() == 0


def test_shutdown_ends_it() -> None:
    with Peer() as peer:
        peer.next()
        peer.write(b'{"type": "shutdown"}\n')
        assert peer.end() == 0


def test_an_interrupt_in_the_terminal_is_not_for_the_worker() -> None:
    with Peer() as peer:
        peer.next()
        peer.ask("simulate", "before")
        peer.ending()
        peer.process.send_signal(signal.SIGINT)
        peer.ask("simulate", "after")
        assert peer.ending()["id"] == "after"


def test_a_python_without_the_engine_says_what_is_missing(tmp_path: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "venv", "--without-pip", str(tmp_path / "bare")], check=True, timeout=PATIENCE
    )
    with Peer(python=str(tmp_path / "bare" / "bin" / "python")) as peer:
        assert peer.next()["version"] == scenefill.__version__
        refused = peer.next()
        assert (refused["type"], refused["id"], refused["error"]["code"]) == ("error", None, "wrong-python")
        assert "torch" in refused["error"]["message"]
        assert {"torch", "diffusers", "rasterio", "numpy"} <= set(refused["error"]["details"]["missing"])
        assert refused["error"]["hint"]
        assert peer.end() == 3
    assert b"Traceback" not in peer.errors


def load_bootstrap() -> ModuleType:
    spec = importlib.util.spec_from_file_location("bootstrap", BOOTSTRAP)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_an_old_python_is_told_so(monkeypatch: pytest.MonkeyPatch) -> None:
    bootstrap = load_bootstrap()
    assert bootstrap.unusable() is None
    monkeypatch.setattr(bootstrap.sys, "version_info", (3, 9, 18))
    error = SceneFillError.from_dict(bootstrap.unusable())
    assert error.code == "wrong-python"
    assert "3.10 or later" in error.message


def test_bootstrap_looks_for_all_that_the_engine_imports() -> None:
    """Libraries that core/ imports and the environment does not bring along with another of them."""
    bootstrap = load_bootstrap()
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    engine = project.split("engine = [")[1].split("]")[0]
    assert {name for name in bootstrap.NEEDED.values() if name != "numpy" and f'"{name}>=' not in engine} == set()


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (RuntimeError("[enforce fail] DefaultCPUAllocator: can't allocate memory: you tried"), "no-memory"),
        (torch.OutOfMemoryError("CUDA out of memory."), "no-memory"),
        (RuntimeError("a shape"), "internal"),
        (ModuleNotFoundError("No module named 'x'"), "wrong-python"),
    ],
)
def test_what_libraries_raise_has_codes(error: Exception, code: str) -> None:
    assert describe(error).code == code


def test_what_was_raised_on_purpose_stays() -> None:
    error = SceneFillError("no-crs", "m")
    assert describe(error) is error


def test_outbox_writes_whole_lines_from_many_threads() -> None:
    reading, writing = os.pipe()
    outbox = Outbox(writing)
    text = "x" * 20_000

    def send(number: int) -> None:
        for _ in range(20):
            outbox.send({"type": "log", "id": str(number), "text": text})

    threads = [threading.Thread(target=send, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    with os.fdopen(reading, "rb") as pipe:
        lines = [decode(pipe.readline()) for _ in range(80)]
    for thread in threads:
        thread.join()
    os.close(writing)
    assert all(line["text"] == text for line in lines)


def test_outbox_notices_that_nobody_reads() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    outbox = Outbox(writing)
    outbox.send({"type": "log"})
    os.close(writing)
    assert outbox.broken.is_set()
    outbox.send({"type": "log"})


def test_inbox_takes_lines_however_they_are_cut() -> None:
    reading, writing = os.pipe()
    ended = threading.Event()
    refused: list[SceneFillError] = []
    inbox = Inbox(reading, lambda _name, error: refused.append(error), ended.set)
    inbox.start()
    for name in ("a", "b"):
        for byte in encode({"type": "probe", "id": name, "number": 1}):
            os.write(writing, bytes([byte]))
    first, second = inbox.next(PATIENCE), inbox.next(PATIENCE)
    assert [(request.id, request.kind, request.fields) for request in (first, second)] == [
        ("a", "probe", {"number": 1}),
        ("b", "probe", {"number": 1}),
    ]
    inbox.done(first)
    os.write(writing, encode({"type": "cancel", "id": "a"}) + encode({"type": "cancel", "id": "b"}) + b"half a li")
    os.close(writing)
    assert ended.wait(PATIENCE)
    os.close(reading)
    assert (first.cancelled.is_set(), second.cancelled.is_set()) == (False, True)
    assert inbox.next(PATIENCE) is None
    with pytest.raises(queue.Empty):
        inbox.next(0.01)
    assert refused == []
