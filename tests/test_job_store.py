"""The store of jobs on real databases: SQLite files, and a PostgreSQL server of the tests' own."""

from __future__ import annotations

import datetime
import itertools
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from scenefill.core.errors import SceneFillError
from scenefill.server.config import ServerConfig
from scenefill.server.database import Database
from scenefill.server.figures import Figures
from scenefill.server.job_record import JobFilter, JobRecord
from scenefill.server.job_store import CHANGED, KEPT_REQUEST, SUBMITTED, JobStore
from scenefill.server.migrations import upgrade
from scenefill.server.queue_order import Waiting, in_order
from scenefill.server.quotas import Quota
from scenefill.server.states import (
    ACCEPTED,
    DISMISSED,
    FAILED,
    RUNNING,
    STATES,
    SUCCESSFUL,
    TRANSITIONS,
    check_transition,
)
from scenefill.tests.postgres_cluster import Cluster

START = datetime.datetime(2026, 5, 1, 12, 0, tzinfo=datetime.timezone.utc)
HOUR = datetime.timedelta(hours=1)
RESULTS = [{"output": "thermal", "file": "thermal.tif", "length": 3, "sha256": "0" * 64}]
ERROR = {"code": "no-overlap", "message": "It does not overlap.", "hint": ""}


class Clock:
    """A second later whenever somebody looks."""

    def __init__(self) -> None:
        self.moment = START

    def __call__(self) -> datetime.datetime:
        self.moment += datetime.timedelta(seconds=1)
        return self.moment


@pytest.fixture(scope="module")
def cluster() -> Iterator[Cluster]:
    with Cluster() as running:
        yield running


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    url = f"sqlite:///{tmp_path / 'server.db'}"
    if request.param == "postgresql":
        url = request.getfixturevalue("cluster").new_database()
    made = Database(url)
    upgrade(made)
    yield made
    made.close()


@pytest.fixture
def config(tmp_path: Path) -> ServerConfig:
    return ServerConfig(tmp_path / "data", queue_size=64, retention_hours=2.0)


@pytest.fixture
def store(database: Database, config: ServerConfig) -> JobStore:
    return JobStore(database, config, Clock())


def submit(store: JobStore, owner: str = "ann", **options) -> JobRecord:
    numbers = submit.__dict__.setdefault("numbers", itertools.count())
    return store.submit(owner, "generate", {"job": {"seed": next(numbers)}}, **options)[0]


def make_folder(store: JobStore, record: JobRecord) -> Path:
    folder = store.folder(record.id)
    (folder / "results").mkdir(parents=True)
    (folder / "results" / "thermal.tif").write_bytes(b"abc")
    return folder


def code_of(call: Callable[[], object]) -> str:
    with pytest.raises(SceneFillError) as raised:
        call()
    return raised.value.code


def at_once(count: int, work: Callable[[int], object]) -> list[object]:
    """What ``work`` returns or raises in so many threads that start together."""
    barrier, answers = threading.Barrier(count), [None] * count

    def call(i: int) -> None:
        barrier.wait()
        try:
            answers[i] = work(i)
        except SceneFillError as error:
            answers[i] = error

    threads = [threading.Thread(target=call, args=(i,)) for i in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return answers


# -- submitting ------------------------------------------------------------------------------------------------------


def test_a_job_is_what_was_asked_for(store: JobStore) -> None:
    told: list[tuple[str, str]] = []
    store.listen(lambda event, record: told.append((event, record.state)))
    request = {"job": {"b": [1.5, None], "a": "é"}}
    record, created = store.submit("ann", "generate", request, "key", 1000, uploads=("u1", "u2"))
    assert created
    assert (record.owner, record.process, record.state, record.pixels) == ("ann", "generate", ACCEPTED, 1000)
    assert record.inputs == request
    assert record.uploads == ("u1", "u2")
    assert record.created == record.updated == START + datetime.timedelta(seconds=1)
    assert record.created.tzinfo is not None
    assert (record.started, record.finished, record.results, record.error) == (None, None, None, None)
    assert store.get("ann", record.id, whole=True) == record
    # A request may be large, and is not read by those who look how a job stands.
    assert store.get("ann", record.id) == store.list("ann")[0][0] == replace(record, request="")
    assert store.uploads_in_use() == {"u1", "u2"}
    assert told == [(SUBMITTED, ACCEPTED)]


def test_200_submits_and_a_queue_of_64(store: JobStore) -> None:
    answers = at_once(200, lambda i: store.submit(f"owner{i % 7}", "generate", {"i": i}))
    refused = [answer for answer in answers if isinstance(answer, SceneFillError)]
    accepted = [answer[0] for answer in answers if not isinstance(answer, SceneFillError)]
    assert len(accepted) == 64
    assert len({record.id for record in accepted}) == 64
    assert sorted(record.number for record in accepted) == list(range(1, 65))
    assert {error.code for error in refused} == {"queue-full"}
    assert all(1 <= error.details["retry_after"] <= 300 for error in refused)
    assert store.counts() == {**dict.fromkeys(STATES, 0), ACCEPTED: 64}
    listed = {record.id for i in range(7) for record in store.list(f"owner{i}")[0]}
    assert listed == {record.id for record in accepted}


def test_a_running_job_keeps_its_place(database: Database, config: ServerConfig) -> None:
    store = JobStore(database, replace(config, queue_size=2), Clock())
    first, _ = submit(store), submit(store)
    taken = store.take_next()
    assert taken.id == first.id
    store.progress(taken.id, "windows", 0.5, seconds_left=41.5)
    with pytest.raises(SceneFillError) as raised:
        submit(store)
    assert raised.value.details == {"retry_after": 42}
    store.finish(taken.id, SUCCESSFUL, results=RESULTS)
    assert submit(store).state == ACCEPTED


def test_the_same_key_makes_one_job(store: JobStore) -> None:
    request = {"job": {"a": 1, "b": 2}}
    answers = at_once(20, lambda _: store.submit("ann", "generate", request, "key"))
    assert len({record.id for record, _ in answers}) == 1
    assert [created for _, created in answers].count(True) == 1
    again, created = store.submit("ann", "generate", {"job": {"b": 2, "a": 1}}, "key")
    assert (again.id, created) == (answers[0][0].id, False)
    assert code_of(lambda: store.submit("ann", "generate", {"job": {"a": 2}}, "key")) == "idempotency-mismatch"
    assert code_of(lambda: store.submit("ann", "echo", request, "key")) == "idempotency-mismatch"
    other, created = store.submit("bob", "generate", request, "key")
    assert created and other.id != again.id
    assert store.submit("ann", "generate", request)[1]


def test_a_known_key_is_found_in_a_full_queue(database: Database, config: ServerConfig) -> None:
    store = JobStore(database, replace(config, queue_size=1), Clock())
    record, _ = store.submit("ann", "generate", {}, "key")
    assert store.submit("ann", "generate", {}, "key") == (record, False)
    assert code_of(lambda: store.submit("ann", "generate", {}, "other")) == "queue-full"


def test_quotas(store: JobStore) -> None:
    quota = Quota(waiting=2, pixels=100)
    assert code_of(lambda: submit(store, pixels=101, quota=quota)) == "quota"
    answers = at_once(10, lambda i: store.submit("ann", "generate", {"i": i}, pixels=100, quota=quota))
    assert sum(not isinstance(answer, SceneFillError) for answer in answers) == 2
    assert {answer.code for answer in answers if isinstance(answer, SceneFillError)} == {"quota"}
    assert submit(store, "bob", quota=quota).state == ACCEPTED
    store.take_next()
    assert submit(store, quota=quota).state == ACCEPTED


def test_the_servers_own_quota_holds_where_no_other_does(database: Database, config: ServerConfig) -> None:
    store = JobStore(database, replace(config, quota=Quota(waiting=1)), Clock())
    submit(store)
    assert code_of(lambda: submit(store)) == "quota"
    submit(store, quota=Quota())


# -- the queue -------------------------------------------------------------------------------------------------------


def test_owners_take_turns(store: JobStore) -> None:
    jobs = [submit(store, owner) for owner in ("ann", "ann", "ann", "bob", "bob", "eve")]
    names = {record.id: f"{record.owner}{record.number}" for record in jobs}
    places = store.positions()
    promised = [names[job_id] for job_id in sorted(places, key=places.__getitem__)]
    assert promised == ["ann1", "bob4", "eve6", "ann2", "bob5", "ann3"]
    assert [store.position(record) for record in jobs] == [1, 4, 6, 2, 5, 3]
    first = store.take_next()
    assert store.position(first) is None
    # Somebody new comes before those who were served.
    zoe = submit(store, "zoe")
    assert store.position(zoe) == 3
    taken = [first, *iter(store.take_next, None)]
    assert [f"{record.owner}{record.number}" for record in taken] == [
        "ann1",
        "bob4",
        "eve6",
        "zoe7",
        "ann2",
        "bob5",
        "ann3",
    ]
    assert [record.turn for record in taken] == list(range(1, 8))


def test_a_queue_without_a_history() -> None:
    jobs = [Waiting(3, "b"), Waiting(1, "a"), Waiting(2, "a"), Waiting(9, "c", turn=4), Waiting(8, "a", turn=5)]
    assert [job.number for job in in_order(jobs, {"a": 5, "c": 4})] == [9, 8, 3, 1, 2]
    assert in_order([], {}) == []


def test_nobody_takes_a_job_twice(store: JobStore) -> None:
    for i in range(12):
        submit(store, f"owner{i % 3}")
    taken = at_once(24, lambda _: store.take_next())
    ids = [record.id for record in taken if record is not None]
    assert len(ids) == len(set(ids)) == 12
    assert store.counts()[RUNNING] == 12


def test_the_running_quota_lets_others_pass(store: JobStore) -> None:
    quota = Quota(running=1)
    for owner in ("ann", "ann", "bob"):
        submit(store, owner, quota=quota)
    first, second = store.take_next(), store.take_next()
    assert (first.owner, second.owner) == ("ann", "bob")
    assert store.take_next() is None
    store.finish(first.id, FAILED, error=ERROR)
    assert store.take_next().owner == "ann"


def test_processes_have_queues_of_their_own(store: JobStore) -> None:
    heavy = submit(store)
    light, _ = store.submit("ann", "echo", {})
    assert (store.position(heavy), store.position(light)) == (1, 1)
    assert store.take_next(("echo",)).id == light.id
    assert store.take_next(("echo",)) is None
    assert store.take_next(("generate", "echo")).id == heavy.id


def test_a_process_that_does_little_does_not_fill_the_queue_of_another(
    database: Database, config: ServerConfig
) -> None:
    store = JobStore(database, replace(config, queue_size=2), Clock())
    for _ in range(2):
        store.submit("ann", "echo", {})
    assert code_of(lambda: store.submit("ann", "echo", {})) == "queue-full"
    submit(store)
    submit(store)
    assert code_of(lambda: submit(store)) == "queue-full"


def test_what_was_running_goes_on_first(store: JobStore) -> None:
    quota = Quota(running=1)
    jobs = [submit(store, owner, quota=quota) for owner in ("ann", "bob", "eve", "ann")]
    running = [store.take_next(), store.take_next()]
    store.progress(running[0].id, "windows", 0.5, windows_done=3, windows_total=6, seconds_left=9.0)
    assert store.requeue_running() == 2
    record = store.get("ann", jobs[0].id)
    assert (record.state, record.restarts, record.attempts, record.fraction) == (ACCEPTED, 1, 0, 0.5)
    assert record.started == running[0].started
    assert [store.position(job) for job in jobs] == [1, 2, 3, 4]
    assert [store.take_next().id for _ in range(3)] == [job.id for job in jobs[:3]]
    assert store.take_next() is None
    assert store.requeue_running() == 3


# -- states ----------------------------------------------------------------------------------------------------------


def test_transitions() -> None:
    allowed = {(before, after) for before in STATES for after in STATES if after in TRANSITIONS[before]}
    assert allowed == {
        (ACCEPTED, RUNNING),
        (ACCEPTED, DISMISSED),
        (RUNNING, SUCCESSFUL),
        (RUNNING, FAILED),
        (RUNNING, DISMISSED),
        (RUNNING, ACCEPTED),
        (SUCCESSFUL, DISMISSED),
        (FAILED, DISMISSED),
    }
    for before, after in itertools.product(STATES, STATES):
        if (before, after) not in allowed:
            assert code_of(lambda before=before, after=after: check_transition(before, after)) == "job-state"


def test_progress_and_success(store: JobStore) -> None:
    submit(store)
    running = store.take_next()
    assert (running.state, running.started) == (RUNNING, running.updated)
    assert store.state(running.id) == RUNNING
    assert store.progress(running.id, "windows", 0.25, windows_done=1, windows_total=4, seconds_left=30.0)
    record = store.get("ann", running.id)
    assert (record.stage, record.fraction, record.windows_done, record.windows_total) == ("windows", 0.25, 1, 4)
    assert record.seconds_left == 30.0
    assert store.count_attempt(running.id) == 1
    done = store.finish(running.id, SUCCESSFUL, results=RESULTS)
    assert (done.state, done.fraction, done.results, done.error) == (SUCCESSFUL, 1.0, tuple(RESULTS), None)
    assert done.seconds == (done.finished - done.started).total_seconds() > 0
    assert done.expires == done.finished + 2 * HOUR
    assert done.attempts == 1
    assert not store.progress(running.id, "write", 1.0)
    assert code_of(lambda: store.finish(running.id, FAILED, error=ERROR)) == "job-state"
    assert store.uploads_in_use() == set()


def test_failure(store: JobStore) -> None:
    submit(store)
    failed = store.finish(store.take_next().id, FAILED, error=ERROR)
    assert (failed.state, failed.error, failed.error_code, failed.results) == (FAILED, ERROR, "no-overlap", None)
    assert store.failures() == {"no-overlap": 1}
    waiting = submit(store)
    assert code_of(lambda: store.finish(waiting.id, SUCCESSFUL)) == "job-state"


def test_an_end_may_be_written_again(store: JobStore) -> None:
    """Its writer did not hear that the database had taken it."""
    told: list[str] = []
    submit(store)
    running = store.take_next()
    store.listen(lambda event, record: told.append(record.state))
    first, again = (store.finish(running.id, SUCCESSFUL, results=RESULTS) for _ in range(2))
    assert (first.finished, first.results) == (again.finished, again.results)
    assert told == [SUCCESSFUL, SUCCESSFUL]


def test_large_requests_go_when_the_job_is_over(store: JobStore) -> None:
    """Rasters may be in them, which would fill the disk of a server that keeps its jobs for a week."""
    large, small = {"raster": "a" * KEPT_REQUEST}, {"raster": "a"}
    kept = []
    for request in (large, small, small):
        job, _ = store.submit("ann", "generate", request)
        assert store.take_next().inputs == request
        kept.append(job.id)
    store.finish(kept[0], SUCCESSFUL, results=RESULTS)
    store.finish(kept[1], FAILED, error=ERROR)
    store.dismiss("ann", kept[2])
    assert [store.get("ann", job, whole=True).inputs for job in kept] == [{}, small, {}]
    # The same request is still known by its digest.
    again, created = store.submit("ann", "generate", large, "key")
    store.dismiss("ann", again.id)
    assert created
    assert store.submit("ann", "generate", large, "key") == (store.get("ann", again.id, whole=True), False)


def test_dismissing_in_every_state(store: JobStore) -> None:
    told: list[tuple[str, str, str]] = []
    waiting, finished, failed, running = (submit(store) for _ in range(4))
    for record in (waiting, finished, failed, running):
        make_folder(store, record)
    assert store.dismiss("ann", waiting.id).state == DISMISSED
    assert store.get("ann", waiting.id).removed
    store.finish(store.take_next().id, SUCCESSFUL, results=RESULTS)
    store.finish(store.take_next().id, FAILED, error=ERROR)
    assert store.take_next().id == running.id
    store.listen(lambda event, record: told.append((event, record.id, record.state)))
    for record in (finished, failed, running):
        assert store.dismiss("ann", record.id).state == DISMISSED
        assert store.get("ann", record.id).results is None
    assert told == [(CHANGED, record.id, DISMISSED) for record in (finished, failed, running)]
    assert [store.folder(record.id).exists() for record in (waiting, finished, failed, running)] == [
        False,
        False,
        False,
        True,
    ]
    assert not store.get("ann", running.id).removed
    # The engine, which has not heard of it, comes to its end.
    assert store.finish(running.id, SUCCESSFUL, results=RESULTS).state == DISMISSED
    store.remove_files(running.id)
    assert store.get("ann", running.id).removed
    for record in (waiting, finished, failed, running):
        assert code_of(lambda record=record: store.dismiss("ann", record.id)) == "gone"
    assert store.take_next() is None


def test_dismissing_while_it_is_taken(store: JobStore) -> None:
    jobs = [submit(store) for _ in range(10)]
    done = at_once(20, lambda i: store.take_next() if i < 10 else store.dismiss("ann", jobs[i - 10].id))
    assert not [answer for answer in done if isinstance(answer, SceneFillError)]
    assert store.counts()[DISMISSED] == 10


def test_jobs_of_others_are_not_there(store: JobStore) -> None:
    record = submit(store)
    for call in (store.get, store.dismiss):
        assert code_of(lambda call=call: call("bob", record.id)) == "no-such-job"
        assert code_of(lambda call=call: call("ann", "0" * 32)) == "no-such-job"
    assert store.list("bob") == ([], 0)
    for name in ("..", "../x", record.id.upper() + "X", record.id[:-1] + "/", ""):
        assert code_of(lambda name=name: store.folder(name)) == "no-such-job"


# -- the list --------------------------------------------------------------------------------------------------------


def test_list(store: JobStore) -> None:
    jobs = [submit(store) for _ in range(4)]
    echo, _ = store.submit("ann", "echo", {})
    store.submit("bob", "echo", {})

    def ids(**filters) -> list[int]:
        records, total = store.list("ann", JobFilter(**filters))
        assert total == len(records)
        return [record.number for record in records]

    assert ids() == [5, 4, 3, 2, 1]
    page, total = store.list("ann", limit=2, offset=1)
    assert ([record.number for record in page], total) == ([4, 3], 5)
    assert ids(processes=("echo",)) == [5]
    assert ids(processes=("echo", "generate")) == [5, 4, 3, 2, 1]
    assert ids(processes=("nothing",)) == []
    assert ids(created_from=jobs[3].created) == [5, 4]
    assert ids(created_to=jobs[1].created) == [2, 1]
    assert ids(created_from=jobs[1].created, created_to=jobs[2].created) == [3, 2]
    store.finish(store.take_next(("generate",)).id, SUCCESSFUL, results=[])
    store.take_next(("generate",))
    assert ids(states=(SUCCESSFUL, RUNNING)) == [2, 1]
    assert ids(shortest=1) == [2, 1]
    assert ids(shortest=1, longest=1) == [1]
    assert ids(longest=1) == [1]
    assert ids(shortest=100) == []
    assert echo.process == "echo"


# -- clean-up --------------------------------------------------------------------------------------------------------


def test_expiry(store: JobStore) -> None:
    done, failed, running, waiting = (submit(store) for _ in range(4))
    folders = [make_folder(store, record) for record in (done, failed, running, waiting)]
    end = store.finish(store.take_next().id, SUCCESSFUL, results=RESULTS).finished
    store.finish(store.take_next().id, FAILED, error=ERROR)
    store.take_next()
    assert store.expire(end + HOUR) == 0
    assert all(folder.exists() for folder in folders)
    assert store.expire(end + 3 * HOUR) == 2
    assert [folder.exists() for folder in folders] == [False, False, True, True]
    record = store.get("ann", done.id)
    assert (record.state, record.removed, record.expired, record.results) == (SUCCESSFUL, True, True, None)
    assert store.get("ann", failed.id).error == ERROR
    assert store.expire(end + 3 * HOUR) == 0
    store.expire(end + 5 * HOUR)
    assert code_of(lambda: store.get("ann", done.id)) == "no-such-job"
    assert store.list("ann")[1] == 2


def test_what_a_dismissed_job_left_is_removed(store: JobStore) -> None:
    record = submit(store)
    folder = make_folder(store, record)
    store.take_next()
    store.dismiss("ann", record.id)
    assert store.expire(START, busy={record.id}) == 0
    assert folder.exists()
    assert store.expire(START) == 1
    assert not folder.exists()


def test_jobs_outlive_the_server(database: Database, config: ServerConfig, store: JobStore) -> None:
    record = submit(store)
    other = Database(database.engine.url.render_as_string(hide_password=False))
    try:
        upgrade(other)
        assert JobStore(other, config).get("ann", record.id, whole=True) == record
    finally:
        other.close()


def test_speed_is_told_from_jobs_that_were_not_interrupted(database: Database, store: JobStore) -> None:
    """The time while a server is off is not one that its device took."""
    for restarts in (0, 1):
        store.submit("ann", "generate", {}, pixels=1000 + restarts)
        running = store.take_next()
        if restarts:
            store.requeue_running()
            running = store.take_next()
        store.finish(running.id, SUCCESSFUL, results=RESULTS)
    assert [pixels for _, pixels in Figures(database).speeds()] == [1000]


def test_quota_json() -> None:
    quota = Quota(running=1, bytes=10**12)
    assert Quota.from_dict(quota.to_dict()) == quota
    assert quota.to_dict() == {"running": 1, "bytes": 10**12}
    assert Quota(running=3).within(Quota(running=1, waiting=5)) == Quota(running=3, waiting=5)
    for bad in ({"jobs": 1}, {"running": -1}, {"running": True}, {"running": "1"}):
        assert code_of(lambda bad=bad: Quota.from_dict(bad)) == "bad-value"
