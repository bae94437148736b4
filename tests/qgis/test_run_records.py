"""The list of past runs and the folders of runs, also when several QGIS use them and one of them dies."""

from __future__ import annotations

import datetime
import json
import logging
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from scenefill.core.errors import SceneFillError
from scenefill.plugin.history import MAX_RECORDS, RunHistory, RunRecord, default_path, now
from scenefill.plugin.run_folders import RunFolders, default_base, is_alive, named_folder, slug

RECORD = RunRecord("a", "Clouds filled", "/data/run", "running", "2026-01-31T10:00:00Z", owner="host|/tmp/x")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "profile" / "runs.json"


@pytest.fixture
def folders(tmp_path: Path) -> Iterator[RunFolders]:
    (tmp_path / "root").mkdir()
    made = RunFolders(str(tmp_path / "root"))
    yield made
    made.close()


def test_records_are_kept(path: Path) -> None:
    error = SceneFillError("disk-full", "The disk is full.", "Free some space.", {"free": 3})
    failed = replace(RECORD, id="b", state="failed", created="2026-02-01T10:00:00Z", error=error.to_dict(), seconds=2.5)
    first = RunHistory(path)
    first.put(RECORD)
    first.put(failed)
    again = RunHistory(path)
    assert again.records == (failed, RECORD)
    assert again.get("b") == failed and again.get("c") is None
    assert again.get("b").failure.to_dict() == error.to_dict() and RECORD.failure is None
    assert [r.resumable for r in again.records] == [True, False]
    again.remove("b")
    again.remove("nobody")
    assert RunHistory(path).records == (RECORD,)


def test_two_windows_share_the_list(path: Path) -> None:
    one, two = RunHistory(path), RunHistory(path)
    one.put(RECORD)
    two.put(replace(RECORD, id="b"))
    one.put(replace(RECORD, state="done"))
    assert {(r.id, r.state) for r in RunHistory(path).records} == {("a", "done"), ("b", "running")}
    assert {r.id for r in one.records} == {"a", "b"}


def test_old_records_are_forgotten_but_no_running_one(path: Path) -> None:
    history = RunHistory(path)
    history.put(replace(RECORD, created="2020-01-01T00:00:00Z"))
    start = datetime.datetime(2026, 1, 1)
    for number in range(MAX_RECORDS + 3):
        created = (start + datetime.timedelta(minutes=number)).isoformat() + "Z"
        history.put(replace(RECORD, id=str(number), state="done", created=created))
    assert len(history.records) == MAX_RECORDS + 1
    assert history.get("a") is not None and history.get("0") is None
    assert history.records[0].id == str(MAX_RECORDS + 2)


@pytest.mark.parametrize(
    "text", ["", "{", "[]", '{"schema": "other/9", "runs": [1]}', '{"schema": "scenefill-runs/1"}']
)
def test_spoiled_list_is_begun_anew(path: Path, text: str) -> None:
    path.parent.mkdir()
    path.write_text(text, encoding="utf-8")
    history = RunHistory(path)
    assert history.records == ()
    history.put(RECORD)
    assert RunHistory(path).records == (RECORD,)


def test_what_is_no_record_is_left_out(path: Path) -> None:
    good = RECORD.to_dict()
    later = {**good, "id": "later", "mood": "fine"}
    bad = [
        {},
        3,
        {**good, "state": "asleep"},
        {**good, "id": 7},
        {**good, "error": "text"},
        {**good, "seconds": "long"},
    ]
    path.parent.mkdir()
    path.write_text(json.dumps({"schema": "scenefill-runs/1", "runs": [good, later, *bad]}), encoding="utf-8")
    assert {record.id for record in RunHistory(path).records} == {"a", "later"}


def test_unwritable_profile_costs_no_result(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / "profile").touch()
    history = RunHistory(tmp_path / "profile" / "runs.json")
    with caplog.at_level(logging.WARNING, "scenefill"):
        history.put(RECORD)
    assert history.records == (RECORD,)
    assert "could not be written" in caplog.text


def test_runs_of_a_dead_process_were_interrupted(path: Path, tmp_path: Path) -> None:
    history = RunHistory(path)
    there = tmp_path / "there"
    there.mkdir()
    records = [
        replace(RECORD, id="kept", owner="dead"),
        replace(RECORD, id="lives", owner="alive"),
        replace(RECORD, id="done", owner="dead", state="done"),
        replace(RECORD, id="gone", owner="dead", state="done", temporary=True, folder=str(tmp_path / "not there")),
        replace(RECORD, id="lost", owner="dead", temporary=True, folder=str(tmp_path / "not there")),
        replace(RECORD, id="rest", owner="dead", temporary=True, folder=str(there)),
    ]
    for record in records:
        history.put(record)
    history.settle(lambda owner: owner == "alive")
    states = {"kept": "interrupted", "lives": "running", "done": "done", "rest": "interrupted"}
    assert {record.id: record.state for record in RunHistory(path).records} == states


def test_list_lies_in_the_profile() -> None:
    assert default_path().parts[-2:] == ("scenefill", "runs.json")
    assert datetime.datetime.fromisoformat(now().replace("Z", "+00:00")).tzinfo is not None


def test_temporary_folders_go(folders: RunFolders, tmp_path: Path) -> None:
    one, two = folders.temporary("Clouds, filled!"), folders.temporary("Clouds, filled!")
    assert one != two and Path(one).name.startswith("clouds-filled-") and Path(one).parent == Path(two).parent
    assert folders.holds(one) and not folders.holds(str(tmp_path)) and not RunFolders(str(tmp_path)).holds(one)
    if os.name == "posix":
        assert Path(one).parent.stat().st_mode & 0o077 == 0
    Path(one, "windows").mkdir()
    Path(one, "windows", "x").touch()
    folders.close()
    assert not list((tmp_path / "root").iterdir())
    with pytest.raises(OSError, match="being closed"):
        folders.temporary("late")


def test_what_is_in_use_stays_for_the_next_load(folders: RunFolders, tmp_path: Path) -> None:
    used, unused = folders.temporary("used"), folders.temporary("unused")
    Path(used, "optical.tif").touch()
    folders.close([str(Path(used, "optical.tif")), ""])
    assert Path(used).is_dir() and not Path(unused).exists()
    again = RunFolders(str(tmp_path / "root"))
    assert again.sweep() == 0
    assert Path(again.temporary("x")).parent == Path(used).parent
    again.close()
    assert not list((tmp_path / "root").iterdir())


def test_owner_tells_whether_it_lives(folders: RunFolders) -> None:
    owner = folders.owner
    assert is_alive(owner) and folders.owner == owner
    assert is_alive("another-computer|/tmp/x")
    folders.close()
    assert not is_alive(owner) and not is_alive("")


OTHER = """
import os, signal, sys
from scenefill.plugin.run_folders import RunFolders
folders = RunFolders(sys.argv[1])
print(folders.temporary("run"), folders.owner, sep="\\n", flush=True)
sys.stdin.read()
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_a_killed_process_is_swept_and_a_living_one_is_not(folders: RunFolders, tmp_path: Path) -> None:
    command = [sys.executable, "-c", OTHER, str(tmp_path / "root")]
    other = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    try:
        folder, owner = other.stdout.readline().strip(), other.stdout.readline().strip()
        Path(folder, "result.tif").touch()
        mine = folders.temporary("mine")
        home = Path(folder).parent
        foreign = tmp_path / "root" / "scenefill-qgis-ab12"
        foreign.mkdir()
        for place in (home, foreign):
            os.utime(place, (0, 0))
        assert is_alive(owner) and folders.sweep() == 0 and Path(folder).is_dir()
    finally:
        other.communicate("")
    assert not is_alive(owner)
    # Asking has touched the folder, and a young one may just be in the making.
    assert folders.sweep() == 0
    os.utime(home, (0, 0))
    assert folders.sweep() == 1
    assert not home.exists() and Path(mine).is_dir() and foreign.is_dir()


def test_named_folders_are_new(tmp_path: Path) -> None:
    when = datetime.datetime(2026, 1, 31, 10, 15, 0)
    first = named_folder(str(tmp_path), "Wolken über Köln: gefüllt", when)
    assert first == str(tmp_path / "wolken-uber-koln-gefullt-20260131-101500")
    Path(first).mkdir()
    assert named_folder(str(tmp_path), "Wolken über Köln: gefüllt", when) == f"{first}-2"


@pytest.mark.parametrize(("title", "name"), [("", "run"), ("云", "run"), ("../../etc", "etc"), ("a" * 90, "a" * 40)])
def test_any_title_is_a_file_name(title: str, name: str) -> None:
    assert slug(title) == name


def test_results_lie_where_the_user_says_or_in_the_documents() -> None:
    assert default_base("/data/results") == "/data/results"
    assert Path(default_base("")).name == "SceneFill" and Path(default_base("")).is_absolute()
