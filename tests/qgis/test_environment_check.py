"""plugin/environment: finding, checking and choosing Pythons, builds of PyTorch, and the recipe's own consistency."""

from __future__ import annotations

import os
import re
import shutil
import stat
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from scenefill.core.errors import JobCancelled, SceneFillError
from scenefill.plugin.environment.check import check_python
from scenefill.plugin.environment.controller import child_environment
from scenefill.plugin.environment.detect import candidates, find_tools, find_uv, inspect_python
from scenefill.plugin.environment.locate import (
    MANIFEST,
    Environment,
    current_environment,
    engine_python,
    folder_name,
    managed_root,
    read_environment,
    write_manifest,
)
from scenefill.plugin.environment.process import run_child, without_login
from scenefill.plugin.environment.recipe import engine_recipe, is_older, name_of, release_of
from scenefill.plugin.environment.wheels import Gpu, choose_build, find_gpu, parse_gpus
from scenefill.plugin.settings import Settings
from scenefill.tests.processes import descendants
from scenefill.tests.qgis.environment_tools import Watching

ROOT = Path(__file__).resolve().parents[2]
SYSTEM_PYTHON = Path(getattr(sys, "_base_executable", sys.executable))


def lines_of(path: Path) -> list[str]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def program(path: Path, text: str) -> Path:
    """A script that stands for a program which this computer does not have."""
    path.write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return path


def complete_environment(**changes: object) -> Environment:
    """A manifest in the user's folder, as if an environment had been made there."""
    recipe = engine_recipe()
    folder = managed_root() / folder_name(sys.version_info[:2], "linux_x86_64", "cpu")
    (folder / "bin").mkdir(parents=True, exist_ok=True)
    if not (folder / "bin" / "python").exists():
        (folder / "bin" / "python").symlink_to(SYSTEM_PYTHON)
    values = {
        "python": "3.11.2",
        "build": "cpu",
        "digest": recipe.digest,
        "created": "2026-11-21T00:00:00+00:00",
        "versions": {name: "99.0" for name in recipe.minimums},
        **changes,
    }
    environment = Environment(folder, **values)
    write_manifest(environment)
    return environment


@pytest.fixture(autouse=True)
def no_environment_left() -> Iterator[None]:
    shutil.rmtree(managed_root(), ignore_errors=True)
    yield
    shutil.rmtree(managed_root(), ignore_errors=True)


# The recipe ----------------------------------------------------------------------------------------------------------


def test_the_recipe_is_the_engine_extra_and_its_pins_are_the_tested_ones() -> None:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    extra = re.search(r"^engine = \[\n(.*?)^\]", text, re.DOTALL | re.MULTILINE)
    own = re.search(r"^dependencies = \[(.*?)\]", text, re.DOTALL | re.MULTILINE)
    wanted = re.findall(r'"([^"]+)"', own[1] + extra[1])
    recipe = engine_recipe()
    assert list(recipe.requirements) == wanted
    tested = set(lines_of(ROOT / "requirements" / "constraints.txt"))
    assert set(recipe.constraints) <= tested
    pins = {name_of(line): line.partition("==")[2].partition(" ")[0] for line in recipe.constraints}
    for name, minimum in recipe.minimums.items():
        assert minimum, name
        assert not is_older(pins[name], minimum), name


def test_versions_are_compared_by_their_numbers() -> None:
    assert release_of("2.13.0+cpu") == (2, 13, 0)
    assert is_older("2.9.1", "2.10")
    assert not is_older("2.10", "2.10.0")
    assert not is_older("2.13.0+cpu", "2.13")
    assert not is_older("0.1", "")
    assert name_of("Rio_Cogeo>=5.4 ; python_version > '3'") == "rio-cogeo"


# Which Python the engine is started with -----------------------------------------------------------------------------


def test_there_is_no_environment_at_first() -> None:
    with pytest.raises(SceneFillError) as caught:
        engine_python(Settings())
    assert caught.value.code == "no-environment"
    assert "Options" in caught.value.hint


def test_a_complete_environment_is_found_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    made = complete_environment()
    with monkeypatch.context() as patch:
        # The main thread asks for it: no program is waited for.
        patch.setattr(subprocess, "Popen", None)
        assert engine_python(Settings()) == made.interpreter
    (made.folder / MANIFEST).unlink()
    with pytest.raises(SceneFillError, match="not complete") as caught:
        engine_python(Settings())
    assert caught.value.code == "no-environment"


def test_an_environment_of_an_earlier_version_is_used_as_long_as_it_will_do() -> None:
    versions = dict.fromkeys(engine_recipe().minimums, "99.0")
    made = complete_environment(digest="another", versions=versions)
    assert engine_python(Settings()) == made.interpreter
    complete_environment(digest="another", versions={**versions, "torch": "1.13"})
    with pytest.raises(SceneFillError) as caught:
        engine_python(Settings())
    assert caught.value.code == "old-environment"
    assert caught.value.details == {"packages": ["torch"]}


def test_a_manifest_counts_only_when_it_can_be_read() -> None:
    made = complete_environment()
    text = (made.folder / MANIFEST).read_text(encoding="utf-8")
    for broken in ("", "[]", text[: len(text) // 2], text.replace('"schema": 1', '"schema": 99')):
        (made.folder / MANIFEST).write_text(broken, encoding="utf-8")
        assert not read_environment(made.folder).complete
    (made.folder / MANIFEST).write_text(text, encoding="utf-8")
    assert read_environment(made.folder) == made
    (made.folder / "bin" / "python").unlink()
    assert not read_environment(made.folder).complete


def test_the_newest_of_several_is_the_current_one(tmp_path: Path) -> None:
    for name, day in (("engine-1-py3.10-linux_x86_64-cpu", 1), ("engine-1-py3.12-linux_x86_64-cu130", 2)):
        (tmp_path / name / "bin").mkdir(parents=True)
        (tmp_path / name / "bin" / "python").touch()
        write_manifest(Environment(tmp_path / name, python="3.12.1", created=f"2026-01-0{day}T00:00:00+00:00"))
    (tmp_path / "engine-1-py3.13-linux_x86_64-cpu").mkdir()
    (tmp_path / "engine-0-py3.13-linux_x86_64-cpu").mkdir()
    assert current_environment(tmp_path).folder.name == "engine-1-py3.12-linux_x86_64-cu130"


@pytest.mark.parametrize("path", ["", "/nowhere/bin/python", str(ROOT), str(ROOT / "metadata.txt")])
def test_a_chosen_python_that_is_none(path: str) -> None:
    with pytest.raises(SceneFillError) as caught:
        engine_python(Settings(engine="python", python=path))
    assert caught.value.code == "wrong-python"
    assert path in caught.value.message


def test_a_chosen_python_may_be_written_as_a_shell_would_take_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOME_FOLDER", str(SYSTEM_PYTHON.parent))
    assert engine_python(Settings(engine="python", python=f"$SOME_FOLDER/{SYSTEM_PYTHON.name}")) == SYSTEM_PYTHON


# Checking a Python ---------------------------------------------------------------------------------------------------


def test_the_engine_environment_passes(engine_python: Path) -> None:
    report = check_python(engine_python, engine_recipe(), child_environment(), Watching())
    assert report.problems == ()
    assert report.ok
    assert set(report.versions) == set(engine_recipe().minimums)
    assert report.version.startswith("3.")
    assert report.device


def test_the_system_python_lacks_packages() -> None:
    report = check_python(SYSTEM_PYTHON, engine_recipe(), child_environment(), Watching())
    assert not report.ok
    assert report.problems[0].code == "env-missing-packages"
    assert "torch" in report.problems[0].details["packages"]
    assert "torch" not in report.versions


def test_packages_that_are_too_old_are_named_with_what_is_needed(engine_python: Path) -> None:
    recipe = engine_recipe()
    wanted = tuple("click>=900" if line.startswith("click") else line for line in recipe.requirements)
    report = check_python(engine_python, replace(recipe, requirements=wanted), child_environment(), Watching())
    assert [problem.code for problem in report.problems] == ["env-old-packages"]
    assert "900" in report.problems[0].message


@pytest.mark.parametrize(
    "text", ["exit 3", "echo 'Unknown option: -I' >&2; exit 2", "echo probe: 3", "echo 'probe: {'"]
)
def test_what_does_not_answer_like_a_python(tmp_path: Path, text: str) -> None:
    report = check_python(program(tmp_path / "python", text), engine_recipe(), child_environment(), Watching())
    assert [problem.code for problem in report.problems] == ["wrong-python"]
    assert inspect_python(tmp_path / "python", child_environment(), Watching()) is None


def test_what_cannot_be_started(tmp_path: Path) -> None:
    report = check_python(tmp_path / "nowhere", engine_recipe(), child_environment(), Watching())
    assert [problem.code for problem in report.problems] == ["env-cannot-start"]


def test_what_never_answers_is_ended(tmp_path: Path) -> None:
    slow = program(tmp_path / "python", "sleep 1000 & wait")
    report = check_python(slow, engine_recipe(), child_environment(), Watching(), seconds=0.5)
    assert [problem.code for problem in report.problems] == ["env-timeout"]
    assert not [process for process in descendants(os.getpid()) if "sleep" in process.command]


@pytest.mark.parametrize(("version", "code"), [("2, 7, 18", "env-old-python"), ("3, 99, 0", "env-new-python")])
def test_versions_that_no_package_is_built_for(tmp_path: Path, version: str, code: str) -> None:
    facts = f'{{"python": [{version}], "bits": 64, "versions": {{}}, "errors": {{}}, "device": ""}}'
    python = program(tmp_path / "python", f"echo 'probe: {facts}'")
    report = check_python(python, engine_recipe(), child_environment(), Watching())
    assert [problem.code for problem in report.problems] == [code]


# Processes -----------------------------------------------------------------------------------------------------------


def test_a_cancelled_process_goes_with_all_its_children(tmp_path: Path) -> None:
    stubborn = program(tmp_path / "stubborn", "trap '' INT TERM; sleep 1000 & echo started; wait; wait")
    watching = Watching(cancel_at="started")
    with pytest.raises(JobCancelled):
        run_child([str(stubborn)], environ=os.environ, feedback=watching, on_line=lambda line: watching.log("", line))
    assert not [process for process in descendants(os.getpid()) if "sleep" in process.command]


def test_logins_never_leave_the_process() -> None:
    argv = ["/bin/sh", "-c", "echo http://user:secret@proxy.example:8080/ refused"]
    ended = run_child(argv, environ=os.environ, feedback=Watching())
    assert ended.lines == ("http://***@proxy.example:8080/ refused",)
    assert without_login("see https://index.example/simple") == "see https://index.example/simple"


# What an environment is made with ------------------------------------------------------------------------------------


def test_the_own_python_is_found_and_suits() -> None:
    environ = {**child_environment(), "PATH": os.defpath}
    tools = find_tools(environ, Watching())
    assert tools.interpreter.suits
    assert tools.interpreter.platform.startswith("linux_")
    assert candidates(environ)[0].name.startswith("python")


def test_a_version_that_is_not_there_is_named() -> None:
    environ = {**child_environment(), "PATH": os.defpath}
    with pytest.raises(SceneFillError) as caught:
        find_tools(environ, Watching(), minor=(3, 4), downloads=False)
    assert caught.value.code == "env-no-python"
    assert "3.4" in caught.value.message


def test_a_uv_that_is_too_old_is_left_alone(tmp_path: Path) -> None:
    program(tmp_path / "uv", "echo uv 0.5.1")
    assert find_uv({"PATH": str(tmp_path)}, Watching()) is None
    program(tmp_path / "uv", "echo uv 0.9.0 \\(abc 2026-01-01\\)")
    assert find_uv({"PATH": str(tmp_path)}, Watching()) == tmp_path / "uv"


ADA = Gpu("NVIDIA RTX 4070", (581, 29), (8, 9), 8188)


@pytest.mark.parametrize(
    ("gpu", "platform", "name"),
    [
        (None, "linux", "cpu"),
        (None, "win32", "cpu"),
        (ADA, "darwin", "cpu"),
        (ADA, "linux", "cu130"),
        (replace(ADA, driver=(572, 16)), "linux", "cu126"),
        (replace(ADA, driver=(525, 60, 13)), "linux", "cu126"),
        (replace(ADA, driver=(525, 60, 13)), "win32", "cpu"),
        (replace(ADA, driver=(470, 82)), "linux", "cpu"),
        (replace(ADA, capability=(6, 1)), "linux", "cu126"),
        (replace(ADA, capability=(12, 0), driver=(572, 16)), "win32", "cpu"),
        (replace(ADA, capability=(12, 0)), "win32", "cu130"),
        (replace(ADA, capability=(3, 5), driver=(580, 1)), "linux", "cpu"),
    ],
)
def test_the_build_follows_driver_and_device(gpu: Gpu | None, platform: str, name: str) -> None:
    build = choose_build(gpu, platform)
    assert build.name == name
    assert build.reason
    assert build.index == ("" if name == "cpu" and platform != "linux" else f"https://download.pytorch.org/whl/{name}")


def test_the_best_of_several_devices_counts() -> None:
    text = "Quadro P400, 560.94, 6.1, 2048\nNVIDIA RTX 4070, 560.94, 8.9, 8188\n"
    assert parse_gpus(text) == Gpu("NVIDIA RTX 4070", (560, 94), (8, 9), 8188)
    assert parse_gpus("NVIDIA-SMI has failed because it couldn't communicate with the NVIDIA driver.") is None
    assert parse_gpus("") is None


def test_a_driver_that_hangs_or_fails_means_no_device(tmp_path: Path) -> None:
    assert find_gpu({"PATH": str(tmp_path)}, Watching()) is None
    program(tmp_path / "nvidia-smi", "echo 'NVIDIA-SMI has failed'; exit 9")
    assert find_gpu({"PATH": f"{tmp_path}:{os.defpath}"}, Watching()) is None
