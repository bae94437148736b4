"""Jobs on a real server: the bytes of a local run, found again after every cut, stopped there when stopped here."""

from __future__ import annotations

import dataclasses
import json
import random
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import numpy as np
import pytest
from scenefill.core.client import ServerClient
from scenefill.core.engine.clip import RasterioClipper
from scenefill.core.engine.result import Result
from scenefill.core.engine.run import run_job
from scenefill.core.errors import JobCancelled, SceneFillError
from scenefill.core.grid import Grid
from scenefill.core.job import Adapt, GapSource, GridSpec, Job, Output, Target, job_to_dict, load_job
from scenefill.core.remote.errors import Refusal
from scenefill.core.remote.requests_transport import RequestsTransport
from scenefill.core.remote.state import STATE, StateFile
from scenefill.core.remote.transport import Cancelled, Request, Response, TransportFailure
from scenefill.core.remote.tus import VERSION
from scenefill.core.remote.work import PARCELS, attach, run_remote
from scenefill.core.simulation.demo_job import simulate_demo
from scenefill.core.worker.protocol import SimulateRequest
from scenefill.tests.chaos_proxy import DOWN, UP, Fault, chaos_proxy
from scenefill.tests.engine_scene import Recorder
from scenefill.tests.raster_files import write_tif
from scenefill.tests.server_live import LiveServer, add_token, live_server

CLIPPER = RasterioClipper()
COMMAND = (sys.executable, "-c", "from scenefill.cli.main import main; main(prog_name='scenefill')")


@pytest.fixture(autouse=True)
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """A server that has just been started on a busy machine takes its time for the first answer."""
    monkeypatch.setattr("scenefill.core.remote.work.FIRST_PATIENCE", 60.0)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LiveServer]:
    with live_server(tmp_path_factory.mktemp("server") / "data") as running:
        yield running


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Job:
    """The demonstration: clouds filled, infrared drawn, radar drawn beyond its swath; small, and quick to draw."""
    folder = tmp_path_factory.mktemp("demo")
    scene = simulate_demo(SimulateRequest(str(folder), seed=5, size=128), Recorder())
    job = load_job(scene.job)
    return dataclasses.replace(job, sampling=dataclasses.replace(job.sampling, steps=1, samples=1, adapt=Adapt(0)))


@pytest.fixture(scope="module")
def local(demo: Job, tmp_path_factory: pytest.TempPathFactory) -> Result:
    return run_job(to_folder(demo, tmp_path_factory.mktemp("local") / "out"))


def to_folder(job: Job, folder: Path) -> Job:
    return dataclasses.replace(job, output=Output(str(folder)))


def quick(job: Job, folder: Path) -> Job:
    """The same without sampling and adaptation."""
    return to_folder(
        dataclasses.replace(job, sampling=dataclasses.replace(job.sampling, mode="draft", adapt=Adapt(0))), folder
    )


def client_of(url: str, transport: RequestsTransport | None = None, **options: Any) -> ServerClient:
    options = {"patience": 60.0, "pauses": (0.02, 0.2), "timeout": 20.0, **options}
    return ServerClient(url, transport or RequestsTransport(), **options)


def rasters_of(folder: str) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in Path(folder).glob("*.tif")}


# -- the same bytes ----------------------------------------------------------------------------------------------------


def test_the_demo_has_the_bytes_of_a_local_run(server, demo, local, tmp_path):
    """By the command line, as a user would."""
    job = tmp_path / "job.json"
    job.write_text(json.dumps(job_to_dict(to_folder(demo, tmp_path / "out"))))
    command = [*COMMAND, "run", str(job), "--server", server.url, "--json", "--no-sheet"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stderr
    found = Result.from_dict(json.loads(done.stdout))
    assert rasters_of(found.folder) == rasters_of(local.folder)
    assert [Path(o.path).name for o in found.outputs] == [Path(o.path).name for o in local.outputs]
    assert [(o.kind, o.modalities, o.title) for o in found.outputs] == [
        (o.kind, o.modalities, o.title) for o in local.outputs
    ]
    assert all(Path(o.path).is_absolute() for o in found.outputs) and Path(found.sidecar).is_file()
    for stage in ("upload", "download"):
        assert stage in done.stderr


def test_parts_of_layers_give_them_too(server, demo, tmp_path):
    """A job on a small extent of a large raster: the server sees neither the rest of it nor its name."""
    rng = np.random.default_rng(3)
    grid = Grid("EPSG:32643", (10.0, 0.0, 331450.0, 0.0, -10.0, 3372890.0), 2000, 1900)
    coarse = rng.integers(300, 2500, (3, 190, 200)).astype(np.uint16).repeat(10, 1).repeat(10, 2)
    path = write_tif(tmp_path / "large.tif", coarse, grid, compress="deflate", nodata=0)
    classes = (rng.random((1, 190, 200)) > 0.8).astype(np.uint8).repeat(10, 1).repeat(10, 2)
    clouds = write_tif(tmp_path / "clouds.tif", classes, grid, compress="deflate")
    optical = demo.inputs[0]
    gap = GapSource("raster", clouds, values=(1,), grow=1)
    optical = dataclasses.replace(optical, path=path, gaps=(gap,), scale=None, offset=None, unit=None)
    spec = GridSpec(like=path, extent=(332000.0, 3371800.0, 332600.0, 3372300.0))
    job = dataclasses.replace(demo, grid=spec, inputs=(optical,), targets=(Target("optical", 0),))
    local = run_job(to_folder(job, tmp_path / "local"))
    seen = Recorder()
    found = run_remote(to_folder(job, tmp_path / "out"), client_of(server.url), CLIPPER, seen, small=0)
    assert rasters_of(found.folder) == rasters_of(local.folder)
    assert sum("the part that is needed is sent" in text for text in seen.logged) == 2
    assert not (tmp_path / "out" / PARCELS).exists()
    fractions = [fraction for fraction, _ in seen.progressed]
    assert fractions == sorted(fractions) and fractions[-1] == 1.0
    assert {"upload", "queue", "download"} <= {stage for _, stage in seen.progressed}


# -- cuts --------------------------------------------------------------------------------------------------------------


class Cutting(RequestsTransport):
    """Has the proxy cut the connection in the middle of chosen exchanges."""

    def __init__(self, arm: Callable[[Fault], None], cuts: dict[str, int]) -> None:
        super().__init__()
        self._arm, self._left = arm, dict(cuts)
        self._random = random.Random(11)
        self.resumed = 0

    def send(self, request: Request, cancelled: Cancelled) -> Response:
        kind = self._kind(request)
        offset = int(request.headers.get("Upload-Offset", 0)) if kind == "upload" else 0
        start = request.headers.get("Range", "bytes=0-") if kind == "download" else "bytes=0-"
        self.resumed += offset > 0 or not start.startswith("bytes=0-")
        if self._left.get(kind, 0) > 0:
            self._left[kind] -= 1
            length = getattr(request.body, "length", 0) if kind == "upload" else request.limit
            most = {"upload": length, "download": length + 300, "poll": 300}[kind]
            self._arm(Fault(UP if kind == "upload" else DOWN, self._random.randrange(1, max(most, 2))))
        return super().send(request, cancelled)

    @staticmethod
    def _kind(request: Request) -> str:
        if request.method == "PATCH":
            return "upload"
        if request.into is not None:
            return "download"
        return "poll" if request.method == "GET" and "/jobs/" in request.url else ""


def test_twenty_cuts(server, demo, local, tmp_path):
    """In upload, poll and download: the job is found again and every digest is right."""
    job = to_folder(demo, tmp_path / "out")
    with chaos_proxy(int(server.url.rpartition(":")[2])) as proxy:
        transport = Cutting(proxy.arm, {"upload": 7, "poll": 6, "download": 7})
        # Parts, because the server has the whole files already and would not ask for them.
        found = run_remote(job, client_of(proxy.url, transport), CLIPPER, Recorder(), small=0, share=2.0)
        assert proxy.faults == 20
    assert transport.resumed > 0
    assert rasters_of(found.folder) == rasters_of(local.folder)


def test_a_network_that_delays_and_stalls(server, demo, tmp_path):
    with chaos_proxy(int(server.url.rpartition(":")[2])) as proxy:
        proxy.delay = 0.02
        client = client_of(proxy.url, timeout=1.5)
        proxy.arm(Fault(DOWN, 40, stall=True))
        assert client.capabilities().model(demo.model) is not None
        assert proxy.faults == 1


# -- coming back -------------------------------------------------------------------------------------------------------


class Leaving(Recorder):
    """Goes away, or cancels, as soon as the server is at work."""

    def __init__(self, cancel: bool) -> None:
        super().__init__()
        self._cancel = cancel
        self.at_work = threading.Event()

    def progress(self, fraction: float, stage: str) -> None:
        super().progress(fraction, stage)
        if stage not in ("upload", "download"):
            self.at_work.set()

    def is_cancelled(self) -> bool:
        return self._cancel and self.at_work.is_set()


def test_a_job_that_was_left_is_found_again(server, demo, tmp_path):
    job = quick(demo, tmp_path / "out")
    leaving = Leaving(cancel=False)
    with pytest.raises(JobCancelled, match="goes on"):
        run_remote(job, client_of(server.url), CLIPPER, leaving, left=leaving.at_work.is_set)
    before = StateFile(tmp_path / "out").read()
    assert before.job in {found.id for found in client_of(server.url).jobs()}
    seen = Recorder()
    found = run_remote(job, client_of(server.url), CLIPPER, seen, resume=True)
    assert any(before.job in text for text in seen.logged)
    again = attach(tmp_path / "out", client_of(server.url), Recorder())
    assert again == found
    other = dataclasses.replace(job, sampling=dataclasses.replace(job.sampling, seed=99))
    with pytest.raises(SceneFillError) as caught:
        run_remote(other, client_of(server.url), CLIPPER, Recorder(), resume=True)
    assert caught.value.code == "resume-mismatch"


def test_a_lost_answer_makes_no_second_job(server, demo, tmp_path):
    """The request is sent again with its key when nobody heard what became of it."""
    job = quick(demo, tmp_path / "out")
    leaving = Leaving(cancel=False)
    with pytest.raises(JobCancelled):
        run_remote(job, client_of(server.url), CLIPPER, leaving, left=leaving.at_work.is_set)
    file = StateFile(tmp_path / "out")
    known = file.read()
    file.write(known.changed(job=""))
    run_remote(job, client_of(server.url), CLIPPER, Recorder(), resume=True)
    assert file.read().job == known.job


def refused_once(demo: Job, folder: Path, url: str) -> StateFile:
    """A folder that knows of a request whose answer nobody heard, and whose uploads have gone meanwhile."""
    leaving = Leaving(cancel=False)
    with pytest.raises(JobCancelled):
        run_remote(
            quick(demo, folder), client_of(url), CLIPPER, leaving, left=leaving.at_work.is_set, share=2.0, small=0
        )
    file, client = StateFile(folder), client_of(url)
    known = file.read()
    client.dismiss(known.job)
    for upload in known.uploads.values():
        remove_upload(client, upload)
    file.write(known.changed(job="", key="of-a-request-that-was-refused"))
    return file


def remove_upload(client: ServerClient, upload: str) -> None:
    """Make an upload go; a job that is being stopped may hold it for a moment."""
    for _ in range(200):
        found = client.attempt(client.request("DELETE", f"/uploads/{upload}", VERSION), (204,))
        if not isinstance(found, Refusal) or found.status in (404, 410):
            return
        time.sleep(0.05)
    raise AssertionError(found.error)


def test_what_has_expired_is_sent_again(server, demo, tmp_path):
    """The request stands in the folder, and the server refuses it for ever."""
    file = refused_once(demo, tmp_path / "out", server.url)
    before = file.read()
    seen = Recorder()
    found = run_remote(quick(demo, tmp_path / "out"), client_of(server.url), CLIPPER, seen, resume=True)
    after = file.read()
    assert len(found.outputs) > 0 and after.key != before.key and after.job
    assert set(after.uploads) >= set(before.uploads) and after.uploads != before.uploads
    assert "upload" in {stage for _, stage in seen.progressed}


def test_what_has_expired_cannot_be_sent_by_who_has_the_folder_alone(server, demo, tmp_path):
    file = refused_once(demo, tmp_path / "out", server.url)
    with pytest.raises(SceneFillError) as caught:
        attach(tmp_path / "out", client_of(server.url), Recorder())
    assert caught.value.code == "nothing-to-resume"
    state = file.read()
    assert not state.request and not state.key and state.outputs
    run_remote(quick(demo, tmp_path / "out"), client_of(server.url), CLIPPER, Recorder(), resume=True)
    assert file.read().result is not None


def test_a_request_that_is_refused_again_is_no_loop(server, demo, tmp_path):
    class Forgetting(RequestsTransport):
        asked = 0

        def send(self, request: Request, cancelled: Cancelled) -> Response:
            if request.method != "POST" or not request.url.endswith("/execution"):
                return super().send(request, cancelled)
            self.asked += 1
            body = json.dumps({"code": "unknown-upload", "detail": "There is no upload.", "hint": "Send it."}).encode()
            return Response(422, {"content-type": "application/problem+json"}, body, 0, request.url)

    for resume in (False, True):
        transport = Forgetting()
        with pytest.raises(SceneFillError) as caught:
            client = client_of(server.url, transport)
            run_remote(quick(demo, tmp_path / "out"), client, CLIPPER, Recorder(), resume=resume)
        assert caught.value.code == "unknown-upload" and transport.asked == 1
        assert not StateFile(tmp_path / "out").read().request
    file = StateFile(tmp_path / "out")
    empty = {"grid": {}, "inputs": []}
    file.write(file.read().changed(request=empty, key="k"))
    transport = Forgetting()
    with pytest.raises(SceneFillError):
        run_remote(quick(demo, tmp_path / "out"), client_of(server.url, transport), CLIPPER, Recorder(), resume=True)
    assert transport.asked == 2


class Silencing(RequestsTransport):
    """The request is heard or not, and from then on nobody answers: the user has had enough."""

    def __init__(self, nobody: str, heard: bool) -> None:
        super().__init__()
        self._nobody, self._heard = nobody, heard
        self.silent, self.since = threading.Event(), 0.0

    def send(self, request: Request, cancelled: Cancelled) -> Response:
        if request.method == "POST" and request.url.endswith("/execution") and not self.silent.is_set():
            if self._heard:
                super().send(request, cancelled)
            self.since = time.monotonic()
            self.silent.set()
            raise TransportFailure("cut", "test")
        if self.silent.is_set():
            request = dataclasses.replace(request, url=self._nobody + urlsplit(request.url).path)
        return super().send(request, cancelled)


class Parting(RequestsTransport):
    """Somebody goes away while the request is on its way, before the server has heard it or after."""

    def __init__(self, heard: bool) -> None:
        super().__init__()
        self._heard = heard
        self.gone = threading.Event()

    def send(self, request: Request, cancelled: Cancelled) -> Response:
        if request.method == "POST" and request.url.endswith("/execution") and not self.gone.is_set():
            if self._heard:
                super().send(request, cancelled)
            self.gone.set()
            raise JobCancelled
        return super().send(request, cancelled)


@pytest.mark.parametrize("heard", [True, False])
def test_who_goes_while_the_request_is_on_its_way_knows_the_job(server, demo, tmp_path, monkeypatch, heard):
    """It could be neither shown nor dismissed otherwise until somebody resumes the run."""
    monkeypatch.setattr("scenefill.core.remote.work._HEARING", 60.0)
    before = {found.id for found in client_of(server.url).jobs()}
    transport = Parting(heard)
    with pytest.raises(JobCancelled, match="goes on"):
        run_remote(
            quick(demo, tmp_path / "out"),
            client_of(server.url, transport),
            CLIPPER,
            Recorder(),
            left=transport.gone.is_set,
        )
    known = StateFile(tmp_path / "out").read()
    client = client_of(server.url)
    assert {found.id for found in client.jobs()} - before == {known.job}
    client.dismiss(known.job)


class Enough(Recorder):
    def __init__(self, enough: threading.Event) -> None:
        super().__init__()
        self._enough = enough

    def is_cancelled(self) -> bool:
        return self._enough.is_set()


@pytest.mark.parametrize("heard", [True, False])
def test_a_cancel_claims_nothing_that_nobody_knows(server, demo, tmp_path, monkeypatch, heard):
    """Whether the server heard the request is not known, and it cannot be asked; that takes no longer than it may."""
    monkeypatch.setattr("scenefill.core.remote.work.FAREWELL", 2.0)
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        nobody.listen()
        transport = Silencing(f"http://127.0.0.1:{nobody.getsockname()[1]}", heard)
        seen = Enough(transport.silent)
        client = client_of(server.url, transport, timeout=60.0)
        with pytest.raises(JobCancelled) as caught:
            run_remote(quick(demo, tmp_path / "out"), client, CLIPPER, seen)
        # One whole try takes a minute.
        assert time.monotonic() - transport.since < 50
    assert "does not go on" not in caught.value.message and "could not be told" in caught.value.message
    assert any("could not be told" in text for text in seen.logged)
    assert StateFile(tmp_path / "out").read().key, "the request can be found again"
    if heard:
        monkeypatch.undo()
        run_remote(quick(demo, tmp_path / "out"), client_of(server.url), CLIPPER, Recorder(), resume=True)


def test_a_cancel_stops_the_server(server, demo, tmp_path):
    job = to_folder(demo, tmp_path / "out")
    client = client_of(server.url)
    with pytest.raises(JobCancelled) as caught:
        run_remote(job, client, CLIPPER, Leaving(cancel=True))
    assert "does not go on" in caught.value.message
    state = StateFile(tmp_path / "out").read()
    assert state.job == "" and state.uploads
    assert client_of(server.url).jobs(["dismissed"])


def test_ctrl_c_dismisses(server, demo, tmp_path):
    job = tmp_path / "job.json"
    job.write_text(json.dumps(job_to_dict(to_folder(demo, tmp_path / "out"))))
    command = [*COMMAND, "run", str(job), "--server", server.url, "--no-sheet"]
    dismissed = len(client_of(server.url).jobs(["dismissed"]))
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        for line in process.stderr:
            if "queue" in line or "read-inputs" in line or "overview" in line:
                process.send_signal(signal.SIGINT)
                break
        said = process.stderr.read()
        assert process.wait(60) == 4, said
    assert "error[cancelled]" in said
    assert len(client_of(server.url).jobs(["dismissed"])) == dismissed + 1


# -- what is refused ---------------------------------------------------------------------------------------------------


def test_files_of_others_are_not_written_over(server, demo, tmp_path):
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / "optical_filled.tif").write_bytes(b"mine")
    with pytest.raises(SceneFillError) as caught:
        run_remote(quick(demo, folder), client_of(server.url), CLIPPER, Recorder())
    assert caught.value.code == "output-exists" and (folder / "optical_filled.tif").read_bytes() == b"mine"


def test_nothing_to_resume(server, demo, tmp_path):
    with pytest.raises(SceneFillError) as caught:
        run_remote(quick(demo, tmp_path / "out"), client_of(server.url), CLIPPER, Recorder(), resume=True)
    assert caught.value.code == "nothing-to-resume"
    with pytest.raises(SceneFillError) as caught:
        attach(tmp_path / "out", client_of(server.url), Recorder())
    assert caught.value.code == "nothing-to-resume"


def test_models_are_the_servers(server, demo, tmp_path):
    for model in ("no-such-model", str(tmp_path)):
        job = dataclasses.replace(quick(demo, tmp_path / "out"), model=model)
        with pytest.raises(SceneFillError) as caught:
            run_remote(job, client_of(server.url), CLIPPER, Recorder())
        assert caught.value.code == "unknown-model"


def test_a_token_is_needed_and_written_nowhere(demo, tmp_path):
    data = tmp_path / "data"
    token = add_token(data, "ada")
    with live_server(data, "--behind-proxy", no_auth=False) as closed:
        for wrong in (None, "wrong"):
            with pytest.raises(SceneFillError) as caught:
                client_of(closed.url, RequestsTransport(wrong), patience=0.0).capabilities()
            assert caught.value.code == "server-login"
        client = client_of(closed.url, RequestsTransport(token.value))
        with pytest.raises(JobCancelled):
            run_remote(quick(demo, tmp_path / "out"), client, CLIPPER, Leaving(cancel=True))
        assert client_of(closed.url, RequestsTransport(token.value)).capabilities().you == "ada"
    state = (tmp_path / "out" / STATE).read_text()
    assert token.value not in state and token.value not in closed.output
