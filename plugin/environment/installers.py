"""The command lines of uv and pip, and their output read as progress."""

from __future__ import annotations

import re
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Optional

from ...core.feedback import Feedback
from ..i18n import tr
from .detect import Tools
from .failures import cannot_write, classify
from .integrity import folder_size, installed_count
from .locate import interpreter_in
from .network import PipSettings
from .process import run_child

#: Inside the environment's folder: temporary files of the installer, gone when it is done.
WORK_FOLDER = "tmp"

_UNITS = {"kb": 1e3, "mb": 1e6, "gb": 1e9, "kib": 2.0**10, "mib": 2.0**20, "gib": 2.0**30}
_SIZE = re.compile(r"\(([\d.]+)\s*([kMG]i?B)\)")
_COLLECTED = re.compile(r"(?:Collecting|Processing|Requirement already satisfied:) (\S+)")
_DOWNLOADING = re.compile(r"Downloading (?:\S+/)?([A-Za-z0-9._]+?)(?:-\d\S*)? \(")
_UV_RESOLVED = re.compile(r"Resolved (\d+) package")
#: Part of an installation that is over when everything has been downloaded; the rest is unpacking.
_COLLECT_PART = 0.7
#: Bytes of a download that is worth looking at while it comes.
_LARGE = 5e6
_PIP_UNPACKS = "Installing collected packages:"


@dataclass(frozen=True)
class Source:
    """Where packages come from.

    Attributes:
        pip: the user's configuration of pip, which uv is told about; pip knows by itself.
        index: address of a further index, empty for none. It must be reachable: pip asks it for every package.
        build: of PyTorch that this index has.
        bundle: a folder of wheels that is the only source; None for the indexes.
    """

    pip: PipSettings = field(default_factory=PipSettings)
    index: str = ""
    build: str = "cpu"
    bundle: Optional[Path] = None


def create_environment(tools: Tools, folder: Path, environ: Mapping[str, str], feedback: Feedback) -> None:
    """Make an empty virtual environment, in place of what may be there, with pip in it unless uv does the work.

    Raises:
        SceneFillError: of :mod:`.failures`.
    """
    python = str(tools.interpreter.path)
    try:
        clear_folder(folder)
    except OSError as error:
        raise cannot_write(folder, error) from error
    if tools.uv is not None:
        steps = [[str(tools.uv), "venv", "--allow-existing", "--no-project", "--python", python, str(folder)]]
    else:
        # pip in a step of its own: venv keeps to itself why it could not put it there.
        steps = [
            [python, "-I", "-m", "venv", "--without-pip", str(folder)],
            [str(interpreter_in(folder)), "-I", "-m", "ensurepip", "--default-pip"],
        ]
    for argv in steps:
        run_or_raise(argv, environ, feedback, "create")


def clear_folder(folder: Path) -> None:
    """Remove what is in a folder, except the installer's own temporary files."""
    for path in folder.iterdir() if folder.is_dir() else ():
        if path.is_dir() and not path.is_symlink():
            if path.name != WORK_FOLDER:
                shutil.rmtree(path)
        else:
            path.unlink()


def install(
    tools: Tools,
    folder: Path,
    requirements: Sequence[str],
    constraints: Path,
    source: Source,
    environ: Mapping[str, str],
    feedback: Feedback,
    progress: InstallProgress,
) -> None:
    """Install packages into an environment; those that are there and fit are left alone.

    Args:
        constraints: file of pins.
        progress: told the installer's lines.

    Raises:
        SceneFillError: of :mod:`.failures`.
    """
    python = str(interpreter_in(folder))
    if tools.uv is not None:
        argv = [str(tools.uv), "pip", "install", "--no-config", "--python", python, *uv_source(source)]
    else:
        argv = [python, "-I", "-X", "utf8", "-m", "pip", "--no-input", "--disable-pip-version-check", "install"]
        argv += ["--progress-bar", "off", "--no-warn-script-location", *pip_source(source)]
    argv += ["--constraint", str(constraints), *requirements]
    run_or_raise(argv, environ, feedback, "install", progress)


def pip_source(source: Source) -> list[str]:
    """Options of pip for a source; what its own configuration says is added by pip itself."""
    if source.bundle is not None:
        return ["--no-index", "--find-links", str(source.bundle)]
    return ["--extra-index-url", source.index] if source.index else []


def uv_source(source: Source) -> list[str]:
    """Options of uv for a source, those that pip's configuration implies included."""
    if source.bundle is not None:
        return ["--no-index", "--find-links", str(source.bundle)]
    options = ["--torch-backend", source.build] if source.index else []
    if source.pip.index_url:
        options += ["--default-index", source.pip.index_url]
    for url in source.pip.extra_index_urls:
        options += ["--index", url]
    for place in source.pip.find_links:
        options += ["--find-links", place]
    if source.pip.no_index:
        options.append("--no-index")
    if source.pip.has_sources:
        # As pip does it: the best version wherever it is, instead of whatever the first index has.
        options += ["--index-strategy", "unsafe-best-match"]
    return options


class InstallProgress:
    """The fraction of an installation, from what pip or uv prints and from how much has been written.

    Args:
        expected: about how many packages it will be.
        downloads: the folder that downloads are written to while they come; looked at to see how far one is.
        environment: that packages are unpacked into, looked at likewise; None where they are not.
    """

    def __init__(self, expected: int, downloads: Path, feedback: Feedback, environment: Optional[Path] = None) -> None:
        self._expected = max(expected, 1)
        self._downloads = downloads
        self._environment = environment
        self._feedback = feedback
        self._names: set[str] = set()
        self._unpacking = 0
        self._there = 0
        self._size = 0.0
        self.fraction = 0.0

    def line(self, text: str) -> None:
        """Read a line of output."""
        self._feedback.log("debug", text)
        text = text.strip()
        resolved = _UV_RESOLVED.match(text)
        if resolved:
            self._expected = max(int(resolved[1]), 1)
        collected = _COLLECTED.match(text)
        if collected:
            self._names.add(re.split(r"[<>=!~;\[(@]", collected[1].rpartition("/")[2])[0])
            self._size = 0.0
        if text.startswith(_PIP_UNPACKS):
            self._unpacking = text.count(",") + 1
            self._there = 0 if self._environment is None else installed_count(self._environment)
            self._feedback.log("info", tr("Unpacking %n package(s)", self._unpacking))
        downloading = _DOWNLOADING.match(text)
        if downloading:
            self._size = _bytes_in(text)
            self._names.add(downloading[1])
            self._feedback.log("info", tr("Downloading {name}").format(name=text.partition(" ")[2]))
        self._report()

    def tick(self) -> None:
        """Look how far the download or the unpacking is that is under way."""
        if self._unpacking or self._size > _LARGE:
            self._report()

    def _report(self) -> None:
        if self._unpacking:
            new = 0 if self._environment is None else installed_count(self._environment) - self._there
            fraction = _COLLECT_PART + (1.0 - _COLLECT_PART) * min(new / self._unpacking, 1.0)
        else:
            part = min(folder_size(self._downloads) / self._size, 1.0) if self._size > _LARGE else 0.0
            done = max(len(self._names) - 1, 0) + part
            # More packages than expected slow the bar down; they never push it past its place.
            fraction = _COLLECT_PART * done / max(self._expected, len(self._names) + 1)
        self.fraction = max(self.fraction, fraction)
        self._feedback.progress(self.fraction, "")


def run_or_raise(
    argv: Sequence[str],
    environ: Mapping[str, str],
    feedback: Feedback,
    doing: str,
    progress: Optional[InstallProgress] = None,
) -> None:
    """Run a program of the making; a failure becomes the error that its output tells of."""
    ended = run_child(
        argv,
        environ=environ,
        feedback=feedback,
        on_line=None if progress is None else progress.line,
        on_tick=None if progress is None else progress.tick,
    )
    if ended.returncode != 0:
        feedback.log("warning", f"{Path(argv[0]).name} ended with {ended.returncode}:\n{ended.text}")
        raise classify(ended.text, ended.returncode, doing)


def _bytes_in(text: str) -> float:
    found = _SIZE.search(text)
    return float(found[1]) * _UNITS[found[2].lower()] if found else 0.0
