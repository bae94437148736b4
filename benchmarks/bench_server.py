"""What a server and Ray add to a job, and what a server does for several clients at once.

All forms run the main job as a draft with the demo model: clients cannot bring one. Each has a warm engine, because a
small job comes first. A job by the server is timed as its client sees it, uploads and downloads included.
"""

from __future__ import annotations

import functools
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from ..core.client import ServerClient
from ..core.engine.clip import RasterioClipper
from ..core.feedback import Feedback
from ..core.job import Job, job_from_dict
from ..core.job_parts import DEFAULT_MODEL
from ..core.remote.requests_transport import RequestsTransport
from ..core.remote.work import run_remote
from ..core.worker.client import EngineClient
from .places import job_data, write_place
from .table import Row
from .timing import seconds_of, side_by_side

SIZE = 2048
#: Pixels across of the jobs of several clients, and of the one that warms up.
SMALL = 256
CLIENTS = (1, 2, 4)
#: Jobs that each client has done, one after the other.
JOBS = 2
ROUNDS = 2
WORKERS = 2
RAY: Mapping[str, Any] = {"kind": "ray", "workers": WORKERS}
_SAMPLING = {"mode": "draft", "samples": 1, "seed": 1, "adapt": {"steps": 0}}
_COMMAND = (sys.executable, "-c", "from scenefill.cli.main import main; main(prog_name='scenefill')")
_URL = re.compile(r"SceneFill server at (\S+)")
_STOP_SECONDS = 30.0


def rows(folder: Path, size: int = SIZE) -> list[Row]:
    """Server and Ray over the engine's process for one job of ``size`` pixels square; then several clients."""
    jobs = Jobs(folder)
    environment = {**os.environ, "SCENEFILL_CACHE": str(folder / "cache")}
    engine = EngineClient(Path(sys.executable), environment=environment)
    try:
        with own_server(folder / "server", environment) as url:
            forms: dict[str, Callable[[Job], object]] = {
                "engine": lambda job: engine.run(job, Feedback()),
                "server": lambda job: by_server(job, url),
                "ray": lambda job: engine.run(job, Feedback(), executor=RAY),
                "again": lambda job: engine.run(job, Feedback()),
            }
            seconds = {}
            for name, run in forms.items():
                run(jobs.make(SMALL))
                job = jobs.make(size)
                seconds[name] = seconds_of(functools.partial(run, job))
            crowds = {count: functools.partial(work_together, jobs, url, count) for count in CLIENTS}
            together = side_by_side(crowds, CLIENTS[0], rounds=ROUNDS)
    finally:
        engine.close()
    return [*compare(seconds, size), *throughput(together)]


def compare(seconds: Mapping[str, float], size: int) -> list[Row]:
    """The rows of one job, from its seconds in each form.

    The engine's process does it first and last, and its seconds are their mean: a machine that becomes faster or slower
    meanwhile, evenly, changes no ratio. How much it did is a row of its own.
    """
    engine = (seconds["engine"] + seconds["again"]) / 2
    return [
        Row(f"job by a server over the engine's process, {size}²", seconds["server"] / engine),
        Row(f"job by Ray, {WORKERS} workers, over the engine's process, {size}²", seconds["ray"] / engine),
        Row(f"job in the engine's process, last over first, {size}²", seconds["again"] / seconds["engine"]),
    ]


def throughput(together: Mapping[int, float]) -> list[Row]:
    """The rows of several clients, from the time that each number of them took for its jobs over that of one client."""
    return [
        Row(f"jobs a second, {count} clients over 1, {SMALL}²", count / ratio)
        for count, ratio in together.items()
        if count > 1
    ]


def work_together(jobs: Jobs, url: str, count: int) -> None:
    """Have ``count`` clients at once get :data:`JOBS` jobs each, one after the other."""
    shares = [[jobs.make(SMALL) for _ in range(JOBS)] for _ in range(count)]

    def have_done(share: Sequence[Job]) -> None:
        for job in share:
            by_server(job, url)

    with ThreadPoolExecutor(count) as threads:
        list(threads.map(have_done, shares))


def by_server(job: Job, url: str) -> None:
    """Have a job done by a server, from the first upload to the last download."""
    transport = RequestsTransport()
    try:
        run_remote(job, ServerClient(url, transport), RasterioClipper(), Feedback())
    finally:
        transport.close()


class Jobs:
    """Makes main jobs on places of any size, each with an output folder and a seed of its own."""

    def __init__(self, folder: Path) -> None:
        self._folder, self._count = folder, 0

    def make(self, size: int) -> Job:
        """The next job, on ``size`` pixels square."""
        self._count += 1
        place = self._folder / f"served-{size}"
        if not place.exists():
            place.mkdir()
            write_place(place, size)
        paths = {name: place / f"{name}.tif" for name in ("s2", "s1", "clouds")}
        out = self._folder / f"served-out-{self._count}"
        return job_from_dict(job_data(paths, DEFAULT_MODEL, out, {**_SAMPLING, "seed": self._count}), out)


@contextmanager
def own_server(data: Path, environment: Mapping[str, str]) -> Iterator[str]:
    """The URL of a server of this program alone, ended in any case."""
    command = [*_COMMAND, "serve", "--data", str(data), "--port", "0", "--no-auth"]
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=dict(environment)
    )
    try:
        found = None
        # It says where it is as soon as it can be asked, and closes its output when it ends.
        for line in process.stdout or ():
            found = found or _URL.search(line)
            if found:
                break
        if found is None:
            raise RuntimeError(f"the server ended with status {process.wait(_STOP_SECONDS)}")
        yield found[1]
    finally:
        process.terminate()
        process.wait(_STOP_SECONDS)
        if process.stdout:
            process.stdout.close()
