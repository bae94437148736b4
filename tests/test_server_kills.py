"""A server that is killed again and again in the middle of a job, as by power cuts, and started again on its data.

Six kills; ``SCENEFILL_KILLS=20`` in the environment makes them twenty.
"""

from __future__ import annotations

import json
import os
import random
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from scenefill.core.engine.run import run_job
from scenefill.core.job import Job
from scenefill.tests.engine_scene import files_of, fill_job
from scenefill.tests.processes import Process, descendants, processes
from scenefill.tests.server_jobs import DRAFT, MODEL, PATIENCE, as_request, ended, fetched, submit, upload
from scenefill.tests.server_live import LiveServer, live_server

KILLS = int(os.environ.get("SCENEFILL_KILLS", "6"))
#: Kills that one job has to live through.
KILLS_OF_A_JOB = 5
SEED = 20_260_801
#: Windows of the job.
WINDOWS = 20
#: Seconds that the engine of a killed server may take to be gone: it stops at its next step, or after five.
ORPHAN_SECONDS = 60.0
#: Where in its life a job is killed: before its first window, at its windows, after the last one.
BEFORE, AFTER = 0.15, 0.9
#: Seconds at most between what is waited for and the kill: while the engine starts, and while it draws, which is quick.
JITTER, SMALL_JITTER = 1.5, 0.3


@dataclass(frozen=True)
class Moment:
    """A moment of a job's life, which does not depend on how fast the machine is.

    Attributes:
        windows: that have a receipt by then; below 0 for moments before there is a journal.
        delay: seconds later.
    """

    windows: int
    delay: float

    @classmethod
    def draw(cls, rng: random.Random) -> Moment:
        where = rng.random()
        if where < BEFORE:
            windows = rng.randrange(-3, 1)
        elif where < AFTER:
            windows = rng.randrange(1, WINDOWS)
        else:
            windows = WINDOWS
        return cls(windows, rng.uniform(0, JITTER if windows < 1 else SMALL_JITTER))


class Life:
    """What can be seen of a job from outside, in its folder."""

    def __init__(self, server: LiveServer, job_id: str) -> None:
        self.folder = server.data / "jobs" / job_id

    @property
    def journal(self) -> bytes:
        """The whole lines of the journal; what a killed process was about to write counts for nothing."""
        try:
            raw = (self.folder / "results" / "journal.jsonl").read_bytes()
        except FileNotFoundError:
            return b""
        return raw[: raw.rfind(b"\n") + 1]

    def reached(self, moment: Moment) -> bool:
        signs: dict[int, Callable[[], bool]] = {
            -3: lambda: True,
            -2: (self.folder / "inputs").is_dir,
            -1: (self.folder / "job.json").is_file,
            0: lambda: bool(self.journal),
        }
        there = signs.get(moment.windows)
        return there() if there is not None else len(receipts(self.journal)) >= moment.windows


def lines(journal: bytes) -> list[dict[str, Any]]:
    return [json.loads(line) for line in journal.splitlines()]


def receipts(journal: bytes) -> list[str]:
    """The windows that are finished, in the order in which they were."""
    return [str(line["window"]) for line in lines(journal) if "window" in line]


def phase(journal: bytes) -> str:
    """Where in a job's life its journal ends."""
    if any("result" in line for line in lines(journal)):
        return "after the end"
    done = len(receipts(journal))
    return "after the last window" if done == WINDOWS else "at windows" if done else "before the first window"


def rasters_in(files: dict[str, bytes]) -> dict[str, bytes]:
    return {name: content for name, content in files.items() if name.endswith(".tif")}


def kill(server: LiveServer) -> list[Process]:
    """Kill the server without a word, and nobody else; the processes that it had started, directly or not."""
    children = descendants(server.process.pid)
    server.kill()
    return children


def wait_until_gone(children: list[Process]) -> None:
    """No process outlives its server for long."""
    deadline = time.monotonic() + ORPHAN_SECONDS
    commands = {child.pid: child.command for child in children}
    while True:
        # Another process may have got the number of one that has gone.
        left = [p for p in processes() if p.state not in "ZX" and commands.get(p.pid) == p.command]
        if not left:
            return
        assert time.monotonic() < deadline, left
        time.sleep(0.05)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LiveServer]:
    folder = tmp_path_factory.mktemp("kills")
    own = {"SCENEFILL_CACHE": str(folder / "cache")}
    with live_server(folder / "data", "--threads", "1", environment=own) as running:
        yield running


@pytest.fixture(scope="module")
def job(place: dict[str, Path], tmp_path_factory: pytest.TempPathFactory) -> Job:
    return fill_job(place, tmp_path_factory.mktemp("straight") / "out", model=MODEL, sampling=DRAFT)


@pytest.fixture(scope="module")
def straight(job: Job, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The files of the job as this process makes them, undisturbed."""

    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SCENEFILL_CACHE", str(tmp_path_factory.mktemp("cache")))
        result = run_job(job, threads=1)
    assert result.stats["windows"] == WINDOWS
    return rasters_in(files_of(result.folder))


@pytest.fixture(scope="module")
def report(request: pytest.FixtureRequest) -> Iterator[Counter[str]]:
    """Counts what was killed, and prints it at the end."""
    counts: Counter[str] = Counter()
    yield counts
    capture = request.config.pluginmanager.getplugin("capturemanager")
    with capture.global_and_fixture_disabled():
        sys.stdout.write("\nkilled servers: " + ", ".join(f"{n} {what}" for what, n in counts.items()) + "\n")


def plans() -> list[list[Moment]]:
    """When the server is killed, job by job."""
    rng = random.Random(SEED)
    jobs = -(-KILLS // KILLS_OF_A_JOB)
    sizes = [KILLS // jobs + (number < KILLS % jobs) for number in range(jobs)]
    return [sorted((Moment.draw(rng) for _ in range(size)), key=lambda m: m.windows) for size in sizes]


@pytest.mark.parametrize("moments", plans(), ids=lambda found: ",".join(str(moment.windows) for moment in found))
def test_a_killed_server_goes_on_where_it_was(
    server: LiveServer,
    place: dict[str, Path],
    job: Job,
    straight: dict[str, bytes],
    report: Counter[str],
    moments: list[Moment],
) -> None:
    references = {str(path): upload(server, path) for path in place.values()}
    url = submit(server, as_request(job, references))
    life = Life(server, url.rpartition("/")[2])
    seen: list[bytes] = []
    resumable = 0
    for moment in moments:
        deadline = time.monotonic() + PATIENCE
        while not life.reached(moment):
            assert time.monotonic() < deadline, moment
            time.sleep(0.01)
        time.sleep(moment.delay)
        children = kill(server)
        # What the engine finishes before it hears of the end must be kept, too.
        seen.append(life.journal)
        server.start()
        wait_until_gone(children)
        there = len(receipts(seen[-1]))
        # An engine past the last place where it can stop ends its job by itself, and resumes nothing of its own.
        if b'"result"' not in life.journal:
            resumable = max(resumable, there)
        report["kills"] += 1
        report[phase(seen[-1])] += 1
        report["receipts found again"] += there
    status = ended(url)
    assert status["status"] == "successful", status
    assert status["scenefill"]["windowsDone"] == status["scenefill"]["windowsTotal"] == WINDOWS
    assert rasters_in(fetched(url)) == straight
    journal = life.journal
    # Nothing that was finished is drawn again: its receipt stays, and there is no second one.
    for before in seen:
        assert journal.startswith(before)
    assert len(receipts(journal)) == len(set(receipts(journal))) == WINDOWS
    stats = lines(journal)[-1]["result"]["stats"]
    assert stats["resumed"] >= resumable
    assert stats["resumed"] + stats["drawn"] + stats["skipped"] == WINDOWS
    report["jobs with the bytes of an undisturbed run"] += 1
