"""plugin/environment: a managed environment really made, cancelled, resumed, mended, moved offline and removed."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from qgis.PyQt.QtCore import QLockFile
from scenefill.core.errors import JobCancelled, SceneFillError
from scenefill.plugin.environment.bundle import read_bundle
from scenefill.plugin.environment.bundling import make_bundle
from scenefill.plugin.environment.integrity import broken_packages, installed_count, site_packages
from scenefill.plugin.environment.locate import current_environment, environments, read_environment
from scenefill.plugin.environment.managed import STAGES, make_environment, remove_environments
from scenefill.tests.processes import descendants
from scenefill.tests.qgis.environment_tools import (
    Watching,
    small_recipe,
    small_request,
    small_wheels,
    uv_program_folder,  # noqa: F401 -- a fixture
)


@pytest.fixture(scope="module")
def wheels(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_wheels(tmp_path_factory.mktemp("wheels"))


def versions_in(folder: Path) -> dict[str, str]:
    """What the environment's own Python says that it can import."""
    code = "import json, scenefill_first as a, scenefill_second as b, scenefill_third as c\n"
    code += "print(json.dumps([m.VERSION for m in (a, b, c)]))"
    done = subprocess.run([str(folder / "bin" / "python"), "-I", "-c", code], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return dict(zip(("first", "second", "third"), json.loads(done.stdout)))


def test_pip_makes_it_with_progress_and_a_manifest(tmp_path: Path, wheels: Path) -> None:
    watching = Watching()
    made = make_environment(small_request(tmp_path, wheels), watching)
    assert made.complete
    assert made.tool == "pip"
    assert made.build == "cpu"
    assert made.source == "index"
    assert versions_in(made.folder) == {"first": "1.1", "second": "2.0", "third": "0.5"}
    assert made.versions == {"scenefill-first": "1.1", "scenefill-second": "2.0"}
    assert watching.stages == list(STAGES)
    assert watching.fractions == sorted(watching.fractions)
    assert watching.fractions[-1] == 1.0
    assert len({round(value, 3) for value in watching.fractions}) >= 8
    assert sorted(path.name for path in tmp_path.iterdir()) == [made.folder.name]
    assert not (made.folder / "tmp").exists()
    assert current_environment(tmp_path) == made


def test_uv_makes_it_too_and_is_told_what_pip_is_set_up_for(tmp_path: Path, wheels: Path, uv_folder: Path) -> None:
    request = small_request(tmp_path / "made", wheels)
    environ = {
        **request.environ,
        "PATH": f"{uv_folder}:{request.environ['PATH']}",
        "UV_CACHE_DIR": str(tmp_path / "cache"),
    }
    made = make_environment(replace(request, environ=environ), Watching())
    assert made.tool == "uv"
    assert versions_in(made.folder) == {"first": "1.1", "second": "2.0", "third": "0.5"}
    again = make_environment(request, Watching())
    assert again.tool == "pip", "without uv, pip is put into what uv has made"
    assert again.folder == made.folder


@pytest.mark.parametrize("moment", [*STAGES, "Unpacking"])
def test_cancelled_at_any_moment_it_goes_on_where_it_stopped(tmp_path: Path, wheels: Path, moment: str) -> None:
    request = small_request(tmp_path, wheels)
    with pytest.raises(JobCancelled):
        make_environment(request, Watching(cancel_at=moment))
    assert not [process for process in descendants(os.getpid()) if "pip" in process.command]
    left = current_environment(tmp_path)
    assert left is None or not left.complete
    assert not list(tmp_path.glob("*.lock"))
    assert not list(tmp_path.glob("*/tmp"))
    watching = Watching()
    made = make_environment(request, watching)
    assert made.complete
    assert versions_in(made.folder)["first"] == "1.1"
    if moment == "env-verify":
        assert not any("Unpacking" in line for line in watching.lines), "everything was there already"


def test_files_that_went_missing_are_installed_again(tmp_path: Path, wheels: Path) -> None:
    request = small_request(tmp_path, wheels)
    made = make_environment(request, Watching())
    place = site_packages(made.folder)[0]
    (place / "scenefill_first_ballast.bin").write_bytes(b"short")
    (place / "scenefill_third.py").unlink()
    assert set(broken_packages(made.folder, Watching())) == {"scenefill-first", "scenefill-third"}
    make_environment(request, Watching())
    assert broken_packages(made.folder, Watching()) == {}
    assert (place / "scenefill_first_ballast.bin").stat().st_size == 200_000
    assert versions_in(made.folder)["third"] == "0.5"
    assert installed_count(made.folder) >= 4


def test_a_package_that_does_not_load_fails_the_making(tmp_path: Path) -> None:
    wheels = small_wheels(tmp_path / "wheels", source="import ctypes\nctypes.CDLL('libgomp-that-is-not-there.so.1')")
    with pytest.raises(SceneFillError) as caught:
        make_environment(small_request(tmp_path / "made", wheels), Watching())
    assert caught.value.code == "env-broken-package"
    assert "libgomp-that-is-not-there" in caught.value.message
    assert "OpenMP" in caught.value.hint
    assert not current_environment(tmp_path / "made").complete


def test_a_wheel_that_is_not_there(tmp_path: Path, wheels: Path) -> None:
    recipe = small_recipe(requirements=("scenefill-first>=1.0", "scenefill-nowhere>=3"))
    with pytest.raises(SceneFillError) as caught:
        make_environment(small_request(tmp_path, wheels, recipe=recipe), Watching())
    assert caught.value.code == "env-no-wheel"
    assert caught.value.details["package"] == "scenefill-nowhere>=3"


def test_a_disk_that_is_too_small_is_told_before_anything_is_made(tmp_path: Path, wheels: Path) -> None:
    free = shutil.disk_usage(tmp_path).free
    recipe = small_recipe(disk_bytes={"cpu": 2 * free, "cuda": 2 * free})
    with pytest.raises(SceneFillError) as caught:
        make_environment(small_request(tmp_path, wheels, recipe=recipe), Watching())
    assert caught.value.code == "env-disk"
    assert not list(tmp_path.glob("*/bin"))


def test_a_new_one_takes_the_place_of_an_old_one_and_only_one_works_on_it(tmp_path: Path, wheels: Path) -> None:
    request = small_request(tmp_path, wheels)
    old = make_environment(replace(request, build="cu126"), Watching())
    assert old.folder.name.endswith("-cu126")
    new = make_environment(request, Watching())
    assert environments(tmp_path) == (new,)
    lock = QLockFile(f"{new.folder}.lock")
    assert lock.tryLock(0)
    for work in (lambda: make_environment(request, Watching()), lambda: remove_environments(tmp_path, Watching())):
        with pytest.raises(SceneFillError) as caught:
            work()
        assert caught.value.code == "env-busy"
    lock.unlock()
    assert read_environment(new.folder) == new
    remove_environments(tmp_path, Watching())
    assert list(tmp_path.iterdir()) == []
    assert current_environment(tmp_path) is None


def test_the_network_is_left_alone_where_it_is_forbidden(tmp_path: Path, wheels: Path) -> None:
    with pytest.raises(SceneFillError) as caught:
        make_environment(small_request(tmp_path, wheels, offline=True), Watching())
    assert caught.value.code == "env-offline"


@pytest.fixture(scope="module")
def bundle(tmp_path_factory: pytest.TempPathFactory, wheels: Path) -> Path:
    folder = tmp_path_factory.mktemp("bundle")
    request = small_request(folder / "unused", wheels)
    watching = Watching()
    made = make_bundle(request, folder, watching)
    assert set(made.files) == {path.name for path in folder.glob("*.whl")}
    assert {name.split("-")[0] + "-" + name.split("-")[1] for name in made.files} == {
        "scenefill_first-1.1",
        "scenefill_second-2.0",
        "scenefill_third-0.5",
    }
    assert sorted(path.name for path in folder.iterdir()) == sorted([*made.files, "bundle.json"])
    assert read_bundle(folder) == made
    assert watching.fractions == sorted(watching.fractions)
    return folder


def test_a_bundle_is_installed_without_any_index(tmp_path: Path, bundle: Path) -> None:
    nowhere = tmp_path / "nowhere"
    nowhere.mkdir()
    request = small_request(tmp_path / "made", nowhere, bundle=bundle, offline=True)
    made = make_environment(request, Watching())
    assert made.source == "bundle"
    assert versions_in(made.folder) == {"first": "1.1", "second": "2.0", "third": "0.5"}


def test_a_damaged_bundle_is_not_installed(tmp_path: Path, wheels: Path, bundle: Path) -> None:
    copy = tmp_path / "bundle"
    shutil.copytree(bundle, copy)
    wheel = next(copy.glob("scenefill_first-*.whl"))
    data = bytearray(wheel.read_bytes())
    data[1000] ^= 1
    wheel.write_bytes(bytes(data))
    with pytest.raises(SceneFillError) as caught:
        make_environment(small_request(tmp_path / "made", wheels, bundle=copy), Watching())
    assert caught.value.code == "env-bundle-damaged"
    assert wheel.name in caught.value.message
    wheel.unlink()
    with pytest.raises(SceneFillError, match="damaged or missing"):
        make_environment(small_request(tmp_path / "made", wheels, bundle=copy), Watching())
    assert not (tmp_path / "made").exists()


def test_a_bundle_for_another_system_is_refused_in_words(tmp_path: Path, wheels: Path, bundle: Path) -> None:
    copy = tmp_path / "bundle"
    shutil.copytree(bundle, copy)
    data = json.loads((copy / "bundle.json").read_text(encoding="utf-8"))
    (copy / "bundle.json").write_text(json.dumps({**data, "platform": "win_amd64"}), encoding="utf-8")
    with pytest.raises(SceneFillError) as caught:
        make_environment(small_request(tmp_path / "made", wheels, bundle=copy), Watching())
    assert caught.value.code == "env-bundle-other"
    assert "win_amd64" in caught.value.message
    (copy / "bundle.json").write_text(json.dumps({**data, "python": "3.4"}), encoding="utf-8")
    with pytest.raises(SceneFillError) as caught:
        make_environment(small_request(tmp_path / "made", wheels, bundle=copy), Watching())
    assert caught.value.code == "env-no-python"
    assert "3.4" in caught.value.message


@pytest.mark.parametrize(
    "text", [None, "", "[]", '{"schema": 1}', '{"schema": 1, "python": "3.11", "files": {"../x": ""}}']
)
def test_what_is_no_bundle(tmp_path: Path, wheels: Path, text: str | None) -> None:
    if text is not None:
        (tmp_path / "bundle.json").write_text(text, encoding="utf-8")
    with pytest.raises(SceneFillError) as caught:
        make_environment(small_request(tmp_path / "made", wheels, bundle=tmp_path), Watching())
    assert caught.value.code == "env-no-bundle"


def test_a_cancelled_bundle_is_none(tmp_path: Path, wheels: Path) -> None:
    request = small_request(tmp_path / "unused", wheels)
    with pytest.raises(JobCancelled):
        make_bundle(request, tmp_path / "bundle", Watching(cancel_at="env-verify"))
    with pytest.raises(SceneFillError, match="not an offline bundle"):
        read_bundle(tmp_path / "bundle")
    assert not (tmp_path / "bundle" / "tmp").exists()
    assert make_bundle(request, tmp_path / "bundle", Watching()).files
