"""The list of past runs, kept in the user's profile and shared by all QGIS windows that use it."""

from __future__ import annotations

import dataclasses
import datetime
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Optional

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QLockFile

from ..core.errors import SceneFillError
from .log import logger

STATES = ("running", "done", "failed", "cancelled", "interrupted")
SCHEMA = "scenefill-runs/1"
#: Older ones are forgotten; their files stay.
MAX_RECORDS = 100
_LOCK_MILLISECONDS = 50
_TEXTS = ("id", "title", "folder", "state", "created", "job_path", "owner")


@dataclass(frozen=True)
class RunRecord:
    """One run.

    Attributes:
        id: unique.
        title: for people.
        folder: absolute path of its results.
        state: one of :data:`STATES`.
        created: when it was started first, ISO 8601 in UTC.
        seconds: that the last attempt took; 0 while it runs.
        error: of a failed one, as :meth:`~scenefill.core.errors.SceneFillError.to_dict` gives it.
        temporary: whether its folder goes with QGIS.
        job_path: absolute path of its job; the file exists once the run has begun.
        owner: the process that runs it (:attr:`.run_folders.RunFolders.owner`).
        adaptation: of a finished one, what its sidecar says of learning from the scene; None when nothing.
        server: address of the server that does it; empty for the engine on this computer.
    """

    id: str
    title: str
    folder: str
    state: str
    created: str
    seconds: float = 0.0
    error: Optional[Mapping[str, Any]] = None
    temporary: bool = False
    job_path: str = ""
    owner: str = ""
    adaptation: Optional[Mapping[str, Any]] = None
    server: str = ""

    @property
    def resumable(self) -> bool:
        """Whether it ended before its end."""
        return self.state in ("failed", "cancelled", "interrupted")

    @property
    def may_be_there(self) -> bool:
        """Whether a server may still be at it, or have its results."""
        return bool(self.server) and self.resumable

    @property
    def failure(self) -> Optional[SceneFillError]:
        """The error of a failed one."""
        return None if self.error is None else SceneFillError.from_dict(dict(self.error))

    def to_dict(self) -> dict[str, Any]:
        found = dataclasses.asdict(self)
        return {**found, "error": None if self.error is None else dict(self.error)}

    @classmethod
    def from_dict(cls, data: Any) -> RunRecord:
        """
        Raises:
            ValueError: for anything that :meth:`to_dict` does not make; members of a later version are left out.
        """
        if not isinstance(data, dict) or not all(isinstance(data.get(name), str) for name in _TEXTS):
            raise ValueError("not a run")
        error = data.get("error")
        if data["state"] not in STATES or not isinstance(error, (dict, type(None))):
            raise ValueError("not a run")
        known = {field.name: data[field.name] for field in dataclasses.fields(cls) if field.name in data}
        seconds = float(data.get("seconds") or 0.0)
        adaptation = data.get("adaptation")
        checked = {
            "seconds": seconds,
            "temporary": bool(data.get("temporary")),
            "error": error,
            "adaptation": adaptation if isinstance(adaptation, dict) else None,
            "server": str(data.get("server") or ""),
        }
        return cls(**{**known, **checked})


def now() -> str:
    """This second, as :attr:`RunRecord.created` has it."""
    utc = datetime.datetime.now(datetime.timezone.utc).replace(microsecond=0)
    return utc.isoformat().replace("+00:00", "Z")


def default_path() -> Path:
    """Where the profile of this QGIS keeps the list."""
    return Path(QgsApplication.qgisSettingsDirPath()) / "scenefill" / "runs.json"


class RunHistory:
    """The records, newest first. Every change is merged into the file, which another QGIS may have changed meanwhile.

    Args:
        path: of the JSON file; made when first needed.
    """

    def __init__(self, path: Path) -> None:
        self._path = Path(path)
        self._whole = True
        self._records: dict[str, RunRecord] = self._read()

    @property
    def is_whole(self) -> bool:
        """Whether all that was ever read could be: otherwise there may be runs that are not listed."""
        return self._whole

    @property
    def records(self) -> tuple[RunRecord, ...]:
        return tuple(sorted(self._records.values(), key=lambda record: record.created, reverse=True))

    def get(self, run_id: str) -> Optional[RunRecord]:
        return self._records.get(run_id)

    def put(self, record: RunRecord) -> None:
        """Add a record, or replace the one of its id."""
        self._change(lambda records: records.__setitem__(record.id, record))

    def remove(self, run_id: str) -> None:
        self._change(lambda records: records.pop(run_id, None))

    def settle(self, is_alive: Callable[[str], bool]) -> None:
        """Tell the truth about runs whose QGIS is gone: they are interrupted, or gone with their temporary folder."""
        if any(_settled(record, is_alive) != record for record in self._records.values()):
            self._change(lambda records: _settle(records, is_alive))

    def _change(self, change: Callable[[dict[str, RunRecord]], Any]) -> None:
        """Read, change and write the file as one step between processes."""
        change(self._records)
        lock = QLockFile(f"{self._path}.lock")
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            locked = lock.tryLock(_LOCK_MILLISECONDS)
            try:
                if self._path.is_file():
                    self._records = self._read()
                    change(self._records)
                self._trim()
                self._write()
            finally:
                if locked:
                    lock.unlock()
        except OSError as error:
            # A full disk or a read-only profile is no reason to lose a result.
            logger.warning("The list of runs could not be written to %s: %s", self._path, error)

    def _trim(self) -> None:
        for record in self.records[MAX_RECORDS:]:
            if record.state != "running":
                del self._records[record.id]

    def _write(self) -> None:
        described = {"schema": SCHEMA, "runs": [record.to_dict() for record in self.records]}
        aside = self._path.with_name(self._path.name + ".part")
        aside.write_text(json.dumps(described, indent=1) + "\n", encoding="utf-8")
        aside.replace(self._path)

    def _read(self) -> dict[str, RunRecord]:
        try:
            found = _runs_in(json.loads(self._path.read_text(encoding="utf-8")))
        except FileNotFoundError:
            return {}
        except (OSError, ValueError, RecursionError) as error:
            logger.warning("The list of runs in %s cannot be read: %s", self._path, error)
            self._whole = False
            return {}
        records = {}
        for item in found:
            try:
                record = RunRecord.from_dict(item)
            except (TypeError, ValueError):
                self._whole = False
                continue
            records[record.id] = record
        return records


def _runs_in(data: Any) -> list[Any]:
    """
    Raises:
        ValueError: for what is no list of runs, or one of a later version.
    """
    if not isinstance(data, dict) or data.get("schema") != SCHEMA or not isinstance(data.get("runs"), list):
        raise ValueError("it is no list of runs of this version")
    return list(data["runs"])


def _settled(record: RunRecord, is_alive: Callable[[str], bool]) -> Optional[RunRecord]:
    """The record as it is now; None when nothing is left of it."""
    if is_alive(record.owner):
        return record
    if record.temporary and not Path(record.folder).is_dir():
        return None
    return dataclasses.replace(record, state="interrupted") if record.state == "running" else record


def _settle(records: dict[str, RunRecord], is_alive: Callable[[str], bool]) -> None:
    for record in list(records.values()):
        settled = _settled(record, is_alive)
        if settled is None:
            del records[record.id]
        else:
            records[record.id] = settled
