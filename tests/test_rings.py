"""Who may import whom (docs/architecture.md): read from the sources, and tried where heavy libraries do not exist."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
RINGS = ("core", "plugin", "ui", "server", "training", "cli", "benchmarks")

QT = {"qgis", "PyQt5", "PyQt6", "PySide2", "PySide6", "sip", "osgeo"}
NETWORKS = {"torch", "diffusers", "accelerate", "safetensors", "torchmetrics"}
HEAVY = NETWORKS | {"rasterio", "rio_cogeo", "pyogrio", "shapely"}
SERVING = {"fastapi", "uvicorn", "starlette", "sqlalchemy", "ray"}

#: Libraries that a ring never imports, and the rings that it may use beside itself.
FORBIDDEN: dict[str, set[str]] = {
    "core": QT | SERVING | {"click", "tqdm", "requests"},
    "plugin": HEAVY | SERVING | {"PyQt5", "PyQt6", "click"},
    "ui": HEAVY | SERVING | {"PyQt5", "PyQt6", "click", "requests"},
    "server": QT,
    "training": QT | SERVING,
    "cli": QT,
    "benchmarks": QT,
}
#: What single modules may import all the same: whoever asks for it imports them when it is needed.
EXCEPTIONS: dict[str, set[str]] = {
    "core.remote.requests_transport": {"requests"},
    "core.executors.ray_actor": {"ray"},
    "core.executors.ray_cluster": {"ray"},
    "core.executors.ray_crew": {"ray"},
    "core.executors.ray_executor": {"ray"},
}
MAY_USE: dict[str, set[str]] = {
    "core": set(),
    "plugin": {"core"},
    "ui": {"core", "plugin"},
    "server": {"core"},
    "training": {"core"},
    "cli": {"core", "training", "server"},
    "benchmarks": {"core", "training"},
    # Where the plugin is put together, for QGIS to load.
    "plugin.main": {"core", "ui"},
}

#: Modules of core/ that QGIS' own Python may load: standard library and numpy, Python 3.9.
LIGHT = (
    "core",
    "core.blend",
    "core.checksum",
    "core.client",
    "core.engine",
    "core.engine.carry_sample",
    "core.engine.journal",
    "core.engine.names",
    "core.engine.plan_result",
    "core.engine.products",
    "core.engine.result",
    "core.errors",
    "core.failures",
    "core.feedback",
    "core.file_lock",
    "core.grid",
    "core.job",
    "core.job_json",
    "core.job_parts",
    "core.job_schema",
    "core.modalities",
    "core.model",
    "core.model.config",
    "core.model.store",
    "core.noise",
    "core.probes",
    "core.raster_formats",
    "core.remote",
    "core.remote.addresses",
    "core.remote.answers",
    "core.remote.backoff",
    "core.remote.clipping",
    "core.remote.downloads",
    "core.remote.errors",
    "core.remote.layers",
    "core.remote.own_files",
    "core.remote.own_names",
    "core.remote.packing",
    "core.remote.state",
    "core.remote.transport",
    "core.remote.tus",
    "core.remote.work",
    "core.remote.work_errors",
    "core.role_dates",
    "core.role_names",
    "core.roles",
    "core.unit_hints",
    "core.unit_rules",
    "core.units",
    "core.worker",
    "core.worker.client",
    "core.worker.process",
    "core.worker.protocol",
)


def ring_sources() -> list[Path]:
    return sorted(path for ring in RINGS for path in (ROOT / ring).rglob("*.py"))


def imports(source: str, module: str, is_package: bool) -> Iterator[tuple[int, str]]:
    """(relative level, dotted name from the root or of a library) of every import, wherever it stands."""
    package = module if is_package else module.rpartition(".")[0]
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from ((0, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            yield 0, node.module or ""
        elif isinstance(node, ast.ImportFrom):
            parts = package.split(".")
            base = parts[: len(parts) - node.level + 1] if package else []
            if node.level - 1 > len(parts):
                raise ValueError(f"{module}: the import in line {node.lineno} leaves the package")
            stem = ".".join([*base, *([node.module] if node.module else [])])
            for alias in node.names:
                yield node.level, f"{stem}.{alias.name}" if stem else alias.name


def module_name(path: Path) -> tuple[str, bool]:
    parts = list(path.relative_to(ROOT).with_suffix("").parts)
    is_package = parts[-1] == "__init__"
    return ".".join(parts[:-1] if is_package else parts), is_package


def violations(source: str, module: str, is_package: bool = False) -> list[str]:
    """What is wrong with the imports of a module ``core.x.y``, in words."""
    ring = module.split(".")[0]
    forbidden = FORBIDDEN[ring] - EXCEPTIONS.get(module, set())
    usable = MAY_USE.get(module, MAY_USE[ring]) | {ring}
    found = []
    for level, name in imports(source, module, is_package):
        top = name.split(".")[0]
        inside = level > 0 and top in RINGS
        if level == 0 and (top == "scenefill" or top in RINGS):
            found.append(f"{module} imports {name} by its absolute name")
        elif (level == 0 and top in forbidden) or (inside and top not in usable):
            found.append(f"{module} imports {name}")
        elif inside and top == "core" and ring in {"plugin", "ui"} and not is_light(name):
            found.append(f"{module} imports {name}, which is not light")
    return found


def is_light(name: str) -> bool:
    """Whether a dotted name is a light module or a member of one; a package vouches for nothing in it."""
    parent = name.rpartition(".")[0]
    return name in LIGHT or (parent in LIGHT and not (ROOT / parent.replace(".", "/")).is_dir())


@pytest.mark.parametrize("path", ring_sources(), ids=lambda path: path.relative_to(ROOT).as_posix())
def test_ring_holds(path: Path) -> None:
    module, is_package = module_name(path)
    assert violations(path.read_text(encoding="utf-8"), module, is_package) == []


def test_root_imports_nothing() -> None:
    tree = ast.parse((ROOT / "__init__.py").read_text(encoding="utf-8"))
    top = [node for node in tree.body if isinstance(node, (ast.Import, ast.ImportFrom))]
    names = {alias.name for node in top for alias in node.names} | {getattr(node, "module", "") for node in top}
    assert not names & (QT | HEAVY)


@pytest.mark.parametrize(
    ("module", "source"),
    [
        ("core.x", "import qgis"),
        ("core.x", "from qgis.PyQt import QtCore"),
        ("core.x", "from ..plugin import tasks"),
        ("core.engine.x", "def f():\n    from ...server import jobs"),
        ("core.x", "from scenefill.core import job"),
        ("core.x", "import core.job"),
        ("plugin.x", "import torch.nn"),
        ("plugin.x", "def f():\n    import rasterio"),
        ("plugin.x", "from ..ui import dock"),
        ("plugin.x", "from ..core import raster"),
        ("plugin.x", "from ..core.engine import run"),
        ("plugin.x", "from ..core.engine.run import run_job"),
        ("ui.x", "import requests"),
        ("ui.x", "from ..server import app"),
        ("server.x", "from ..ui import dock"),
        ("training.x", "from .. import plugin"),
    ],
)
def test_the_check_finds(module: str, source: str) -> None:
    assert violations(source, module)


@pytest.mark.parametrize(
    ("module", "source"),
    [
        ("core.x", "def f():\n    import torch"),
        ("core.engine.x", "from ..job import Job"),
        ("plugin.x", "from ..core.job import Job"),
        ("plugin.x", "from ..core import errors"),
        ("ui.x", "from ..plugin import tasks\nfrom qgis.PyQt import QtWidgets"),
        ("plugin.main", "def f():\n    from ..ui.dock import SceneFillDock"),
        ("cli.x", "from ..training.train import main"),
    ],
)
def test_the_check_lets_pass(module: str, source: str) -> None:
    assert violations(source, module) == []


BLOCKED_IMPORT = """
import importlib, importlib.abc, sys

class Block(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in blocked:
            raise ImportError(name + " is not there")

blocked = set({blocked!r})
sys.meta_path.insert(0, Block())
for name in {modules!r}:
    importlib.import_module(name)
"""


def import_without(blocked: set[str], modules: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    """Import modules in a fresh interpreter in which some libraries do not exist."""
    code = BLOCKED_IMPORT.format(blocked=sorted(blocked), modules=modules)
    return subprocess.run([sys.executable, "-c", code], cwd=folder, capture_output=True, text=True, timeout=120)


def test_light_modules_need_only_numpy(tmp_path: Path) -> None:
    blocked = QT | HEAVY | SERVING | {"scipy", "sklearn", "PIL", "pystac", "s2cloudless", "click", "tqdm", "psutil"}
    modules = ["scenefill", "scenefill.plugin", "scenefill.ui", *(f"scenefill.{name}" for name in LIGHT)]
    done = import_without(blocked, modules, tmp_path)
    assert done.returncode == 0, done.stderr


def test_the_block_works(tmp_path: Path) -> None:
    done = import_without({"rasterio"}, ["scenefill.core.raster"], tmp_path)
    assert done.returncode != 0
    assert "rasterio is not there" in done.stderr


def test_command_line_starts_light(tmp_path: Path) -> None:
    blocked = QT | HEAVY | SERVING | {"scipy", "sklearn", "PIL", "pystac", "s2cloudless"}
    done = import_without(blocked, ["scenefill.cli.main"], tmp_path)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("module", LIGHT)
def test_light_modules_are_python_39(module: str) -> None:
    path = ROOT / module.replace(".", "/")
    file = path / "__init__.py" if path.is_dir() else path.with_suffix(".py")
    ast.parse(file.read_text(encoding="utf-8"), feature_version=(3, 9))
