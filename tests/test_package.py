"""The plugin's zip as ``make package`` makes it: what is in it, and what the plugin repository's scanners say of it."""

from __future__ import annotations

import ast
import json
import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
import scenefill
from scenefill.scripts.plugin_rules import fields, problems

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent


def package(folder: Path, *options: str) -> Path:
    """Make the zip of the working tree in ``folder``."""
    command = [sys.executable, "-I", "-m", "scenefill.scripts.package", "--output", str(folder), *options]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    (made,) = folder.glob("*.zip")
    assert str(made) in done.stdout
    return made


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return package(tmp_path_factory.mktemp("dist"), "--untracked")


@pytest.fixture(scope="module")
def unpacked(made: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The plugin's folder, as QGIS unpacks it."""
    folder = tmp_path_factory.mktemp("unpacked")
    with zipfile.ZipFile(made) as archive:
        archive.extractall(folder)
    return folder / "scenefill"


def run(tool: str, *arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a scanner without configuration files of this checkout."""
    return subprocess.run([str(BIN / tool), *arguments], cwd=folder, capture_output=True, text=True, timeout=300)


def test_the_plugin_repository_would_take_it(made: Path) -> None:
    assert problems(made) == []
    assert made.name == f"scenefill-{scenefill.__version__}.zip"
    assert made.stat().st_size < 25_000_000


def test_it_has_what_a_user_needs(unpacked: Path) -> None:
    for name in ("LICENSE", "README.md", "core/job.py", "plugin/main.py", "resources/modalities.json"):
        assert (unpacked / name).is_file(), name
    assert list(unpacked.glob("resources/models/scenefill-demo/*/*.safetensors"))
    assert list(unpacked.glob("ui/*.ui"))
    assert {path.name for path in unpacked.iterdir() if path.is_dir()} == {"core", "docs", "plugin", "ui", "resources"}


def test_it_holds_no_file_that_git_does_not_know(made: Path) -> None:
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    known = set(subprocess.run(command, cwd=ROOT, capture_output=True, text=True).stdout.split("\0"))
    with zipfile.ZipFile(made) as archive:
        inside = {name.removeprefix("scenefill/") for name in archive.namelist()}
    assert inside <= known
    for ring in ("core", "plugin", "ui", "resources"):
        wanted = {name for name in known if name.startswith(f"{ring}/") and not name.endswith(".ts")}
        assert {name for name in wanted if (ROOT / name).is_file()} <= inside
    assert "docs/user-guide.md" in inside
    assert not any(name.startswith("docs/decisions/") for name in inside)


def test_the_same_sources_give_the_same_bytes(made: Path, tmp_path: Path) -> None:
    assert package(tmp_path, "--untracked").read_bytes() == made.read_bytes()


def test_nothing_in_it_imports_what_is_left_out(unpacked: Path) -> None:
    missing = [
        f"{path.relative_to(unpacked)}:{line} {'.'.join(target.relative_to(unpacked).parts)}"
        for path in unpacked.rglob("*.py")
        for line, target in relative_imports(path)
        if not (target.is_dir() or target.with_suffix(".py").is_file())
    ]
    assert missing == []


def relative_imports(path: Path) -> Iterator[tuple[int, Path]]:
    """(line, the folder or, without its suffix, the module) of each relative ``from ... import`` in a file."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.level > 0:
            yield node.lineno, path.parents[node.level - 1].joinpath(*(node.module or "").split("."))


def test_the_engine_starts_from_the_unpacked_zip(unpacked: Path, tmp_path: Path) -> None:
    code = "import sys; sys.path.insert(0, sys.argv[1]); import scenefill.core.engine.run as run; print(run.__file__)"
    command = [sys.executable, "-I", "-B", "-c", code, str(unpacked.parent)]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    assert Path(done.stdout.strip()).is_relative_to(unpacked)


def test_bandit_finds_nothing(unpacked: Path) -> None:
    # The plugin repository has switched B404 (`import subprocess`) off, and everything else on, at any severity.
    done = run("bandit", "-r", unpacked.name, "-f", "json", "--quiet", "-s", "B404", folder=unpacked.parent)
    report = json.loads(done.stdout)
    assert [f"{item['filename']}:{item['line_number']} {item['test_id']}" for item in report["results"]] == []
    assert report["errors"] == []
    assert report["metrics"]["_totals"]["loc"] > 1000


def test_only_child_processes_are_excused(unpacked: Path) -> None:
    for path in unpacked.rglob("*.py"):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if "nosec" in line:
                words = line.partition("# nosec ")[2].replace(",", " ").split()
                codes = [word for word in words if word.startswith("B6")]
                assert codes and set(codes) <= {"B603", "B607"}, f"{path.name}:{number}"
                assert len(words) > len(codes) + 2, f"{path.name}:{number} gives no reason"


def test_there_are_no_secrets(unpacked: Path) -> None:
    done = run("detect-secrets", "scan", "--all-files", unpacked.name, folder=unpacked.parent)
    found = json.loads(done.stdout)["results"]
    assert [f"{name}:{item['line_number']} {item['type']}" for name in found for item in found[name]] == []


def test_flake8_finds_nothing(unpacked: Path) -> None:
    done = run("flake8", "--isolated", "--max-line-length", "120", unpacked.name, folder=unpacked.parent)
    assert done.stdout.splitlines() == [], done.stderr
    assert done.returncode == 0


@pytest.mark.parametrize(
    ("tool", "arguments", "source"),
    [
        ("bandit", ("-r", ".", "--quiet"), "import pickle\npickle.loads(b'')\n"),
        ("flake8", ("--isolated", "--max-line-length", "120", "."), f"x = '{'y' * 130}'\n"),
    ],
)
def test_the_scanners_scan(tool: str, arguments: tuple[str, ...], source: str, tmp_path: Path) -> None:
    (tmp_path / "bad.py").write_text(source, encoding="utf-8")
    assert run(tool, *arguments, folder=tmp_path).returncode == 1


def test_the_secret_scanner_scans(tmp_path: Path) -> None:
    (tmp_path / "bad.json").write_text(json.dumps({"digest": os.urandom(32).hex()}), encoding="utf-8")
    assert json.loads(run("detect-secrets", "scan", "--all-files", ".", folder=tmp_path).stdout)["results"]


def rezip(unpacked: Path, folder: Path, top: str = "scenefill") -> Path:
    target = folder / "changed.zip"
    with zipfile.ZipFile(target, "w") as archive:
        for path in sorted(unpacked.rglob("*")):
            archive.write(path, Path(top, path.relative_to(unpacked)).as_posix())
    return target


@pytest.fixture
def small(unpacked: Path, tmp_path: Path) -> Path:
    """The files at the top of the plugin's folder alone, to be spoilt."""
    folder = tmp_path / "scenefill"
    folder.mkdir()
    for path in unpacked.iterdir():
        if path.is_file():
            shutil.copyfile(path, folder / path.name)
    return folder


def test_the_rules_let_the_small_one_pass(small: Path, tmp_path: Path) -> None:
    assert problems(rezip(small, tmp_path)) == []


@pytest.mark.parametrize("name", ["a.pyc", "__pycache__/x.txt", "run.sh", "lib/x.so", ".hidden", "tests/test_a.py"])
def test_the_rules_find_forbidden_files(name: str, small: Path, tmp_path: Path) -> None:
    (small / name).parent.mkdir(exist_ok=True)
    (small / name).write_bytes(b"x")
    assert any(name in problem for problem in problems(rezip(small, tmp_path)))


@pytest.mark.parametrize("name", ["LICENSE", "metadata.txt", "__init__.py"])
def test_the_rules_miss_what_is_missing(name: str, small: Path, tmp_path: Path) -> None:
    (small / name).unlink()
    assert f"{name} is missing" in problems(rezip(small, tmp_path))


@pytest.mark.parametrize("top", ["scene-fill", "scenefill-plugin", "1fill"])
def test_the_rules_know_names_of_folders(top: str, small: Path, tmp_path: Path) -> None:
    assert any("identifier" in problem for problem in problems(rezip(small, tmp_path, top)))


@pytest.mark.parametrize(
    ("before", "after", "word"),
    [
        ("homepage=https://", "homepage=ftp://", "homepage"),
        ("tracker=https://", "tracker=see https://", "tracker"),
        ("\nversion=", "\nversion=new", "version"),
        ("email=", "mail=", "email"),
        ("name=SceneFill", "name=SceneFill plugin", "'plugin'"),
        ("[general]", "[general]\nsupportsQt6=True", "supportsQt6"),
        ("about=", "abouts=", "about is missing"),
    ],
)
def test_the_rules_know_the_fields(before: str, after: str, word: str) -> None:
    text = (ROOT / "metadata.txt").read_text(encoding="utf-8")
    assert before in text
    assert list(fields(text)) == []
    assert any(word in problem for problem in fields(text.replace(before, after, 1)))
