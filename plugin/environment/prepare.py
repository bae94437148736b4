"""What comes before anything is made: which tools, which build, from where, and a folder that is ours alone."""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Optional

from qgis.PyQt.QtCore import QLockFile

from ...core.errors import SceneFillError
from ...core.feedback import Feedback
from ..i18n import tr
from .bundle import Bundle, require_fit
from .detect import Tools, find_tools
from .failures import cannot_write
from .installers import WORK_FOLDER, Source
from .locate import managed_root
from .network import DEFAULT_INDEX, NetworkFacts, PipSettings, look, pip_settings
from .recipe import Recipe, engine_recipe
from .wheels import Build, choose_build, find_gpu


@dataclass(frozen=True)
class Request:
    """All that a making needs, gathered on the main thread.

    Attributes:
        environ: a clean child environment.
        network: QGIS' proxy and certificates.
        bundle: an offline bundle to install from; None for the package index.
        offline: never use the network.
        build: of PyTorch; empty chooses by driver.
        root: folder of the environments; None is the user's.
    """

    environ: Mapping[str, str]
    network: NetworkFacts = field(default_factory=NetworkFacts)
    bundle: Optional[Path] = None
    offline: bool = False
    build: str = ""
    root: Optional[Path] = None
    recipe: Recipe = field(default_factory=engine_recipe)

    @property
    def folder(self) -> Path:
        return self.root or managed_root()


@dataclass(frozen=True)
class Prepared:
    """What was found out before anything is written: tools, build and source of the packages."""

    tools: Tools
    build: Build
    source: Source


def prepare(request: Request, bundle: Optional[Bundle], feedback: Feedback) -> Prepared:
    """Find out what the environment is made with, and whether the network is there. Changes nothing."""
    feedback.progress(0.0, "")
    if bundle is None and request.offline:
        raise SceneFillError(
            "env-offline",
            tr("SceneFill may not use the network here."),
            tr("Install from an offline bundle, or unset SCENEFILL_OFFLINE."),
        )
    minor = None if bundle is None else bundle.minor
    tools = find_tools(request.environ, feedback, minor=minor, downloads=bundle is None)
    feedback.progress(0.5, "")
    if bundle is not None:
        require_fit(bundle, tools.interpreter)
        return Prepared(tools, Build(bundle.build, "", ""), Source(bundle=bundle.folder))
    gpu = find_gpu(request.environ, feedback) if not request.build else None
    build = Build(request.build, "", "") if request.build else choose_build(gpu)
    feedback.log("info", tr("PyTorch for {build}: {reason}").format(build=build.name, reason=build.reason))
    pip = pip_settings(tools.interpreter.path, request.environ, feedback)
    _require_network(pip, request, feedback)
    index = "" if pip.has_sources else build.index
    if index and look(f"{index}/torch/", request.network, feedback) is not None:
        feedback.log("warning", f"{index} cannot be reached; the default build of PyTorch is taken")
        index = ""
    feedback.progress(1.0, "")
    return Prepared(tools, build, Source(pip, index, build.name))


@contextlib.contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Nobody else works on the folder meanwhile; the lock of a QGIS that died is void."""
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise cannot_write(folder.parent, error) from error
    lock = QLockFile(str(folder) + ".lock")
    lock.setStaleLockTime(0)
    if not lock.tryLock(0):
        if lock.error() == QLockFile.LockError.LockFailedError:
            raise SceneFillError(
                "env-busy",
                tr("Another QGIS works on the engine's environment."),
                tr("Wait until it is done, or cancel it there."),
            )
        raise cannot_write(folder.parent, OSError(tr("no lock can be made")))
    try:
        yield
    finally:
        lock.unlock()


@contextlib.contextmanager
def work_folder(folder: Path) -> Iterator[Path]:
    """A place for the installer's temporary files on the environment's own disk; gone afterwards."""
    work = folder / WORK_FOLDER
    try:
        work.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise cannot_write(folder, error) from error
    try:
        yield work
    finally:
        shutil.rmtree(work, ignore_errors=True)


def _require_network(pip: PipSettings, request: Request, feedback: Feedback) -> None:
    """Fail early where QGIS cannot reach the index; where pip goes its own way, only pip can tell."""
    url = pip.index_url or DEFAULT_INDEX
    own_way = pip.no_index or pip.proxy or any(name.lower() == "https_proxy" for name in request.environ)
    if own_way or not url.startswith(("http://", "https://")):
        return
    error = look(f"{url.rstrip('/')}/pip/", request.network, feedback)
    if error is not None:
        raise error


def require_room(folder: Path, needed: int) -> None:
    """Raise ``env-disk`` unless ``needed`` bytes are free on the disk of ``folder``."""
    free = shutil.disk_usage(folder).free
    if free < needed:
        raise SceneFillError(
            "env-disk",
            tr("{needed:.1f} GB are needed on the disk of {folder}, and {free:.1f} GB are free.").format(
                needed=needed / 1e9, folder=folder.parent, free=free / 1e9
            ),
            tr("Make room there, then try again."),
            {"needed_bytes": needed, "free_bytes": free},
        )
