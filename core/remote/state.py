"""``remote.json``: what a folder knows of the job that a server does for it, so that the job is found again.

It names the server and the job, never a token, and vouches for the files that may be written over.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path
from typing import Any, Optional

from ..engine.journal import LOCK, digest
from ..engine.result import Result
from ..errors import SceneFillError
from ..file_lock import lock_folder
from ..job import Job, job_to_dict
from .addresses import is_id
from .own_files import of_file

SCHEMA = "scenefill-remote/1"
STATE = "remote.json"
_MOST_BYTES = 20_000_000


@dataclass(frozen=True)
class RemoteState:
    """What is known of a job on a server.

    Attributes:
        server: its address.
        digest: of the job and of its files' sizes and times.
        title: of the job.
        uploads: SHA-256 of what was sent to its upload's id.
        key: of the request; the same as long as its answer is unknown.
        request: the job as it was sent; empty until all is uploaded.
        job: id; empty until the server has answered.
        names: the server's name of a file to the user's own, for messages.
        titles: file name of a result to its title, where this side knows better.
        outputs: file names that the job may write, or wrote.
        result: the finished result.
    """

    server: str
    digest: str
    title: str = ""
    uploads: Mapping[str, str] = field(default_factory=dict)
    key: str = ""
    request: Mapping[str, Any] = field(default_factory=dict)
    job: str = ""
    names: Mapping[str, str] = field(default_factory=dict)
    titles: Mapping[str, str] = field(default_factory=dict)
    outputs: tuple[str, ...] = ()
    result: Optional[Mapping[str, Any]] = None

    def changed(self, **members: Any) -> RemoteState:
        return replace(self, **members)


class StateFile:
    """The state of one folder.

    Args:
        folder: of the results; exists.
    """

    def __init__(self, folder: Path) -> None:
        self._path = folder / STATE

    def read(self) -> Optional[RemoteState]:
        """What is known; None when there is nothing that can be understood."""
        try:
            with self._path.open("rb") as stream:
                found = json.loads(stream.read(_MOST_BYTES))
        except (OSError, ValueError, RecursionError):
            return None
        if not isinstance(found, dict) or found.get("schema") != SCHEMA:
            return None
        known = {f.name: found[f.name] for f in fields(RemoteState) if f.name in found}
        texts, tables = ("server", "digest", "title", "key", "job"), ("uploads", "request", "names", "titles")
        kinds = {**dict.fromkeys(texts, str), **dict.fromkeys(tables, dict), "outputs": list}
        if not {"server", "digest"} <= set(known):
            return None
        if not all(isinstance(known[name], kind) for name, kind in kinds.items() if name in known):
            return None
        if known.get("job") and not is_id(known["job"]):
            return None
        if not isinstance(known.get("result", {}), (dict, type(None))):
            return None
        return RemoteState(**{**known, "outputs": tuple(str(name) for name in known.get("outputs", []))})

    def write(self, state: RemoteState) -> None:
        """Keep what is known, aside and then under its name.

        Raises:
            SceneFillError: ``folder-not-writable``, ``disk-full``.
        """
        aside = self._path.with_name(self._path.name + ".part")
        try:
            aside.write_text(json.dumps({"schema": SCHEMA, **asdict(state)}, indent=1) + "\n", encoding="utf-8")
            aside.replace(self._path)
        except OSError as error:
            told = of_file(error, aside)
            if told.code == "disk-full":
                raise told from error
            raise SceneFillError(
                "folder-not-writable",
                f"Nothing can be written to '{self._path.parent}': {error.strerror}.",
                "Choose another output folder.",
            ) from error


def identity_of(job: Job) -> str:
    """What must be the same for a run to be continued: all that can change a pixel, but not the folder's name."""
    described = job_to_dict(job)
    described.pop("output")
    described.pop("title")
    paths = [item.path for item in job.inputs]
    paths += [gap.path for item in job.inputs for gap in item.gaps if gap.path is not None]
    paths += [job.grid.like] if job.grid.like is not None else []
    files = [Path(path).stat() for path in paths]
    return digest({"job": described, "files": [[stat.st_size, stat.st_mtime_ns] for stat in files]})


def is_complete(result: Mapping[str, Any]) -> bool:
    """Whether all files of a finished result are there."""
    try:
        found = Result.from_dict(result)
    except (KeyError, TypeError, ValueError):
        return False
    return all(Path(path).is_file() for path in [found.sidecar, *(output.path for output in found.outputs)])


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """The folder for this run alone, remote or local."""
    lock = lock_folder(folder, LOCK)
    try:
        yield
    finally:
        lock.release()
