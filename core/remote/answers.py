"""What a server says, as frozen data. Members that are not known here are ignored: the server may be newer."""

from __future__ import annotations

import base64
import binascii
import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Optional

from ..errors import SceneFillError
from .addresses import is_id
from .errors import broken_answer, clean

#: Of the way a client and a server speak; another one is another language.
PROTOCOL = 1
WAITING, RUNNING, DONE, FAILED, DISMISSED = "accepted", "running", "successful", "failed", "dismissed"
STATES = (WAITING, RUNNING, DONE, FAILED, DISMISSED)

_FILE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,199}")
_STAGE = re.compile(r"[a-z][a-z-]{0,39}")
_DIGEST = re.compile(r"sha-256=:([A-Za-z0-9+/=]{1,64}):")


@dataclass(frozen=True)
class Capabilities:
    """What a server can do, and for whom.

    Attributes:
        version: of SceneFill there.
        models: as the server lists them: ``id``, ``title``, ``modalities``, ``version``, ``sha256``, and maybe
            ``window``, ``overlap``, ``overview_factor``.
        device: ``kind``, ``title``, ``dtype``.
        pixels_per_second: as measured there; None if it was not.
        limits, quota, queue: numbers by name.
        you: whom the server takes the caller for.
    """

    version: str = ""
    models: tuple[Mapping[str, Any], ...] = ()
    modalities: tuple[str, ...] = ()
    device: Mapping[str, Any] = field(default_factory=dict)
    pixels_per_second: Optional[float] = None
    limits: Mapping[str, float] = field(default_factory=dict)
    quota: Mapping[str, float] = field(default_factory=dict)
    queue: Mapping[str, float] = field(default_factory=dict)
    you: str = ""

    def model(self, model_id: str) -> Optional[Mapping[str, Any]]:
        """The model of this id; None when the server does not have it."""
        return next((model for model in self.models if model.get("id") == model_id), None)


@dataclass(frozen=True)
class JobStatus:
    """How a job stands.

    Attributes:
        id, process, state, message: of the job; state is one of :data:`STATES`.
        stage: what it is at; empty while it waits.
        fraction: 0..1 of the whole.
        position: in the queue, 1 is next; None unless it waits.
        windows_done, windows_total, seconds_left: None where not known.
        code, hint: of a failed job.
        created, started, finished, updated: ISO 8601; empty where not known.
    """

    id: str
    state: str
    process: str = ""
    message: str = ""
    stage: str = ""
    fraction: float = 0.0
    position: Optional[int] = None
    windows_done: Optional[int] = None
    windows_total: Optional[int] = None
    seconds_left: Optional[float] = None
    code: str = ""
    hint: str = ""
    created: str = ""
    started: str = ""
    finished: str = ""
    updated: str = ""

    @property
    def ended(self) -> bool:
        return self.state in (DONE, FAILED, DISMISSED)


@dataclass(frozen=True)
class RemoteFile:
    """One file of a result.

    Attributes:
        output: its name in the result's document, and in its address.
        file: the name under which it is kept.
        length: bytes; sha256: in hexadecimal.
        role, title, modalities: as of :class:`~scenefill.core.engine.result.OutputFile`.
    """

    output: str
    file: str
    length: int
    sha256: str
    role: str = ""
    title: str = ""
    modalities: tuple[str, ...] = ()


def capabilities_of(found: Any, server: str) -> Capabilities:
    """Read the answer of ``/capabilities``.

    Raises:
        SceneFillError: ``not-scenefill``, or ``server-protocol`` for another protocol.
    """
    protocol = found.get("protocol") if isinstance(found, dict) else None
    if not isinstance(protocol, int) or not isinstance(found.get("models"), list):
        raise SceneFillError(
            "not-scenefill",
            f"Something else than a SceneFill server answers at {server}.",
            "Check the address; the server's own page in a browser says how to connect.",
        )
    if protocol != PROTOCOL:
        older = "an older" if protocol < PROTOCOL else "a newer"
        which = "the server" if protocol < PROTOCOL else "SceneFill on this computer"
        raise SceneFillError(
            "server-protocol",
            f"The server {server} speaks {older} protocol ({protocol}) than this SceneFill ({PROTOCOL}).",
            f"Update {which}.",
            {"version": clean(found.get("version", ""))},
        )
    speed = found.get("speed")
    return Capabilities(
        version=clean(found.get("version", "")),
        models=tuple(model for model in found["models"] if isinstance(model, dict)),
        modalities=tuple(clean(m) for m in _list(found.get("modalities"))),
        device=found["device"] if isinstance(found.get("device"), dict) else {},
        pixels_per_second=_number(speed.get("pixels_per_second")) if isinstance(speed, dict) else None,
        limits=_numbers(found.get("limits")),
        quota=_numbers(found.get("quota")),
        queue=_numbers(found.get("queue")),
        you=clean(found.get("you", "")),
    )


def status_of(found: Any, server: str) -> JobStatus:
    """Read a statusInfo.

    Raises:
        SceneFillError: ``server-answer``.
    """
    if not isinstance(found, dict) or not is_id(found.get("jobID")) or found.get("status") not in STATES:
        raise broken_answer(server, "it is no status of a job")
    own = found["scenefill"] if isinstance(found.get("scenefill"), dict) else {}
    stage, fraction = own.get("stage"), _number(own.get("fraction"))
    percent = _number(found.get("progress")) or 0.0
    return JobStatus(
        id=found["jobID"],
        state=found["status"],
        process=clean(found.get("processID", "")),
        message=clean(found.get("message", "")),
        stage=stage if isinstance(stage, str) and _STAGE.fullmatch(stage) else "",
        fraction=min(max(percent / 100.0 if fraction is None else fraction, 0.0), 1.0),
        position=_whole(own.get("queuePosition")),
        windows_done=_whole(own.get("windowsDone")),
        windows_total=_whole(own.get("windowsTotal")),
        seconds_left=_number(own.get("secondsLeft")),
        code=clean(own.get("code", "")),
        hint=clean(own.get("hint", "")),
        **{name: clean(found.get(name, "")) for name in ("created", "started", "finished", "updated")},
    )


def files_of(found: Any, server: str) -> tuple[RemoteFile, ...]:
    """Read the document of a job's results; the item last.

    Raises:
        SceneFillError: ``server-answer`` for a file without a usable name, length or digest.
    """
    if not isinstance(found, dict) or "item" not in found:
        raise broken_answer(server, "it is no list of results")
    files = tuple(_file(name, part, server) for name, part in found.items() if isinstance(part, dict))
    names = [file.file.lower() for file in files]
    if len(set(names)) < len(names):
        raise broken_answer(server, "two results have one name")
    return tuple(sorted(files, key=lambda file: file.output == "item"))


def _file(output: str, part: Mapping[str, Any], server: str) -> RemoteFile:
    name, length, digest = part.get("file"), part.get("length"), _DIGEST.fullmatch(str(part.get("digest", "")))
    # The name becomes one of this computer: nothing but a plain one will do.
    if not isinstance(name, str) or not _FILE.fullmatch(name) or name.endswith((".part", ".")):
        raise broken_answer(server, f"the result '{clean(output)[:60]}' has no usable file name")
    if not isinstance(length, int) or isinstance(length, bool) or length < 0 or digest is None:
        raise broken_answer(server, f"the result '{clean(output)[:60]}' has no length or digest")
    try:
        sha256 = base64.b64decode(digest.group(1), validate=True).hex()
    except (binascii.Error, ValueError) as error:
        raise broken_answer(server, f"the digest of '{name}' is none") from error
    roles = [str(role) for role in _list(part.get("roles"))]
    modalities = tuple(clean(m) for m in _list(part.get("modalities")))
    return RemoteFile(output, name, length, sha256, roles[0] if roles else "", clean(part.get("title", "")), modalities)


def _list(found: Any) -> list[Any]:
    return found if isinstance(found, list) else []


def _number(found: Any) -> Optional[float]:
    if isinstance(found, bool) or not isinstance(found, (int, float)) or not math.isfinite(found):
        return None
    return float(found)


def _whole(found: Any) -> Optional[int]:
    number = _number(found)
    return None if number is None or number < 0 else int(number)


def _numbers(found: Any) -> dict[str, float]:
    if not isinstance(found, dict):
        return {}
    return {str(name): float(value) for name, value in found.items() if _number(value) is not None}
