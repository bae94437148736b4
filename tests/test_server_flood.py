"""Many clients at once: the queue takes what it has room for, refuses the rest, and neither loses nor doubles a job."""

from __future__ import annotations

import threading
import time
import uuid
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, TypeVar

import pytest
import requests
from scenefill.tests.engine_scene import fill_job
from scenefill.tests.server_jobs import ENDLESS, MODEL, PATIENCE, as_request, upload
from scenefill.tests.server_live import LiveServer, live_server

QUEUE = 64
CLIENTS = 200
#: Seconds until an answer, when two hundred want one.
TIMEOUT = 120.0

Made = TypeVar("Made")


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LiveServer]:
    folder = tmp_path_factory.mktemp("flood")
    own = {"SCENEFILL_CACHE": str(folder / "cache")}
    arguments = ("--queue-size", str(QUEUE), "--threads", "1")
    with live_server(folder / "data", *arguments, environment=own) as running:
        yield running


@pytest.fixture(scope="module")
def request_body(server: LiveServer, place: dict[str, Path], tmp_path_factory: Any) -> dict[str, Any]:
    """A real job that does not end by itself: as long as it runs, nobody moves up in the queue."""
    references = {str(path): upload(server, path) for path in place.values()}
    out = tmp_path_factory.mktemp("flood") / "unused"
    return as_request(fill_job(place, out, model=MODEL, sampling=ENDLESS), references)


def at_once(calls: Sequence[Callable[[], Made]]) -> list[Made]:
    """All calls in threads of their own, begun in the same moment; their answers in order."""
    gate = threading.Barrier(len(calls))

    def begin(call: Callable[[], Made]) -> Made:
        gate.wait(TIMEOUT)
        return call()

    with ThreadPoolExecutor(len(calls)) as threads:
        return list(threads.map(begin, calls))


def submitter(server: LiveServer, process: str, body: Any, key: str | None = None) -> Callable[[], requests.Response]:
    url = f"{server.url}/processes/{process}/execution"
    headers = {"Prefer": "respond-async", **({"Idempotency-Key": key} if key else {})}
    return lambda: requests.post(url, json=body, headers=headers, timeout=TIMEOUT)


def listed(server: LiveServer, query: str) -> list[dict[str, Any]]:
    """The jobs of a list, page by page."""
    jobs: list[dict[str, Any]] = []
    url: str | None = f"{server.url}/jobs?limit=50&{query}"
    while url:
        page = requests.get(url, timeout=TIMEOUT).json()
        jobs += page["jobs"]
        url = next((link["href"] for link in page["links"] if link["rel"] == "next"), None)
    return jobs


def ids(answers: Sequence[requests.Response]) -> list[str]:
    return [answer.headers["Location"].rpartition("/")[2] for answer in answers if answer.status_code == 201]


def test_200_submits_and_room_for_64(server: LiveServer, request_body: dict[str, Any]) -> None:
    keys = [str(uuid.UUID(int=number)) for number in range(CLIENTS)]
    calls = [submitter(server, "generate", request_body, key) for key in keys]
    answers = at_once(calls)
    assert Counter(answer.status_code for answer in answers) == {201: QUEUE, 429: CLIENTS - QUEUE}
    for answer in answers:
        if answer.status_code == 429:
            assert int(answer.headers["Retry-After"]) > 0
            assert (answer.json()["code"], answer.json()["retryable"]) == ("queue-full", True)
    accepted = ids(answers)
    assert len(set(accepted)) == QUEUE
    # A job that is taken between two pages of the list moves the others up.
    deadline = time.monotonic() + PATIENCE
    while not listed(server, "status=running"):
        assert time.monotonic() < deadline
        time.sleep(0.1)
    jobs = listed(server, "status=accepted,running")
    assert sorted(job["jobID"] for job in jobs) == sorted(accepted)
    states = Counter(job["status"] for job in jobs)
    assert states["running"] == 1
    places = [job["scenefill"]["queuePosition"] for job in jobs if job["status"] == "accepted"]
    assert sorted(places) == list(range(1, states["accepted"] + 1))
    # Whoever sends it again because the answer was lost gets the same job, although there is no room.
    again = at_once(calls)
    assert [answer.status_code for answer in again] == [answer.status_code for answer in answers]
    assert ids(again) == accepted
    # There is room for one as soon as one has gone, and for one only.
    refused = [call for call, answer in zip(calls, answers) if answer.status_code == 429]
    waiting = next(job["jobID"] for job in jobs if job["status"] == "accepted")
    assert requests.delete(f"{server.url}/jobs/{waiting}", timeout=TIMEOUT).status_code == 200
    late = at_once(refused)
    assert Counter(answer.status_code for answer in late) == {201: 1, 429: len(refused) - 1}
    left = {*accepted, *ids(late)} - {waiting}
    assert {job["jobID"] for job in listed(server, "status=accepted,running")} == left
    # Each is dismissed once, by whichever of two comes first.
    gone = at_once([lambda job=job: requests.delete(f"{server.url}/jobs/{job}", timeout=TIMEOUT) for job in left] * 2)
    assert Counter(answer.status_code for answer in gone) == {200: QUEUE, 410: QUEUE}
    assert listed(server, "status=accepted,running") == []
    assert len(listed(server, "processID=generate")) == QUEUE + 1


def test_one_key_ten_times_at_once_is_one_job(server: LiveServer, request_body: dict[str, Any]) -> None:
    before = {job["jobID"] for job in listed(server, "")}
    answers = at_once([submitter(server, "generate", request_body, "ten-times")] * 10)
    assert [answer.status_code for answer in answers] == [201] * 10
    assert len(set(ids(answers))) == 1
    assert {job["jobID"] for job in listed(server, "")} - before == set(ids(answers))
    other = {"inputs": {"job": {**request_body["inputs"]["job"], "title": "another"}}}
    mixed = at_once(
        [submitter(server, "generate", body, "two-bodies") for body in (request_body, other) for _ in range(5)]
    )
    assert Counter(answer.status_code for answer in mixed) == {201: 5, 422: 5}
    assert len(set(ids(mixed))) == 1
    for answer in (answers[0], next(answer for answer in mixed if answer.status_code == 201)):
        assert requests.delete(answer.headers["Location"], timeout=TIMEOUT).status_code == 200


def test_whoever_comes_back_gets_in(server: LiveServer) -> None:
    """Two hundred clients with a short job each, who come back for as long as there is no room."""

    def client(number: int) -> Callable[[], str]:
        call = submitter(server, "echo", {"inputs": {"number": number}}, f"client-{number}")

        def persist() -> str:
            deadline = time.monotonic() + PATIENCE
            while (answer := call()).status_code == 429 and time.monotonic() < deadline:
                assert int(answer.headers["Retry-After"]) > 0
                time.sleep(0.2)
            assert answer.status_code == 201, answer.text
            return str(answer.headers["Location"])

        return persist

    before = {job["jobID"] for job in listed(server, "")}
    urls = at_once([client(number) for number in range(CLIENTS)])
    assert len(set(urls)) == CLIENTS
    deadline = time.monotonic() + PATIENCE
    while listed(server, "status=accepted,running") and time.monotonic() < deadline:
        time.sleep(0.2)
    jobs = {job["jobID"]: job["status"] for job in listed(server, "")}
    assert {name for name in jobs if name not in before} == {url.rpartition("/")[2] for url in urls}
    assert {jobs[url.rpartition("/")[2]] for url in urls} == {"successful"}
    for number, url in enumerate(urls):
        assert requests.get(f"{url}/results", timeout=TIMEOUT).json() == {"number": number, "count": 1}


def test_the_server_is_well_afterwards(server: LiveServer) -> None:
    """Runs behind the tests above: nothing of them has left a fault in the log."""
    assert requests.get(f"{server.url}/ready", timeout=TIMEOUT).status_code == 200
    assert [line for line in server.log if line["level"] == "error"] == []
