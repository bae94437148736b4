"""What the worker and its parent say to each other: one JSON object a line, UTF-8, on the worker's stdin and stdout.

The worker speaks first::

    {"type": "hello", "protocol": 1, "version": "0.1.0", "python": "3.11.7", "pid": 4711}

The parent asks, one request at a time, with an ``id`` of its choice; the worker's messages about it carry that ``id``::

    -> {"type": "run", "id": "a1", "job": {...}, "resume": false, "threads": null,
        "executor": {"kind": "ray", "workers": 2, "address": null}}
    -> {"type": "plan", "id": "a2", "job": {...}, "threads": null}
    -> {"type": "features", "id": "a5", "job": {...}, "path": "...", "threads": null}
    -> {"type": "simulate", "id": "a3", "folder": "...", "seed": 1, "size": 512, "pixel_size": 10.0,
        "clouds": 0.3, "season": 0.5}
    -> {"type": "clouds", "id": "a6", "layer": "...", "path": "...", "bands": {"red": 1, ...}, "modality": "optical",
        "scale": null, "offset": null, "unit": null, "threshold": null, "grow": 3}
    -> {"type": "probe", "id": "a4"}
    -> {"type": "cancel", "id": "a1"}
    -> {"type": "shutdown"}
    <- {"type": "progress", "id": "a1", "fraction": 0.25, "stage": "windows"}
    <- {"type": "preview", "id": "a1", "path": "..."}
    <- {"type": "log", "id": "a1", "level": "info", "text": "..."}
    <- {"type": "result", "id": "a1", "result": {...}}
    <- {"type": "cancelled", "id": "a1"}
    <- {"type": "error", "id": "a1", "error": {"code": "...", "message": "...", "hint": "...", "details": {}}}

Exactly one of ``result``, ``cancelled`` and ``error`` ends a request; one that was cancelled may still end with its
result when the work was done by then. An ``error`` whose ``id`` is null is about no request: this Python cannot do the
work (the worker ends after it), or a line made no sense. Without an ``executor``, windows are drawn in the worker's own
process. Rasters travel as files. The end of its stdin tells the worker that its parent is gone.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, Optional

from ..errors import SceneFillError

#: Raised by one whenever either side would misunderstand the other.
PROTOCOL = 1

#: Longest line that is accepted, in bytes: a job of the largest size that jobs may have fits.
MAX_LINE = 16_000_000

REQUESTS = ("run", "plan", "features", "clouds", "simulate", "probe")
ENDINGS = ("result", "cancelled", "error")

#: Where windows can be drawn, and by how many workers at most.
EXECUTORS = ("in-process", "ray")
MOST_WORKERS = 1024


@dataclass(frozen=True)
class CloudsRequest:
    """A layer in which clouds are to be found; see :func:`scenefill.core.engine.cloud_mask.find_clouds`.

    Attributes:
        layer: path of the raster.
        path: of the mask.
        bands: band id, as in a job's input, to 1-based band index; blue, green and red must be among them.
        modality: what the layer mainly is.
        scale, offset, unit: as in a job's input; None is guessed.
        threshold: probability 0..1 from which a pixel is a cloud; None for the detector's own.
        grow: pixels by which what was found is widened.
    """

    layer: str
    path: str
    bands: Mapping[str, int]
    modality: str = "optical"
    scale: Optional[float] = None
    offset: Optional[float] = None
    unit: Optional[str] = None
    threshold: Optional[float] = None
    grow: int = 0

    def to_dict(self) -> dict[str, Any]:
        return {**asdict(self), "bands": dict(self.bands)}


@dataclass(frozen=True)
class CloudMask:
    """A mask of the clouds and shadows of a layer.

    Attributes:
        path: absolute path of the mask.
        clouds: share 0..1 that is cloud or shadow, of what has data.
        nodata: share 0..1 of the layer that has no data.
    """

    path: str
    clouds: float
    nodata: float

    def to_dict(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> CloudMask:
        return cls(str(data["path"]), float(data["clouds"]), float(data["nodata"]))


@dataclass(frozen=True)
class SimulateRequest:
    """A scene to draw; see :func:`scenefill.core.simulate.draw_scene` for what the numbers mean."""

    folder: str
    seed: int = 1
    size: int = 512
    pixel_size: float = 10.0
    clouds: float = 0.3
    season: float = 0.5


@dataclass(frozen=True)
class SimulatedScene:
    """Where a simulated scene lies.

    Attributes:
        files: absolute path by name (``s2``, ``s2_truth``, ``s1``, ``optical``, ``clouds``, ...).
        job: absolute path of a job that fills its clouds.
        date: of the scene, ISO 8601.
    """

    files: Mapping[str, str]
    job: str
    date: str

    def to_dict(self) -> dict[str, Any]:
        return {"files": dict(self.files), "job": self.job, "date": self.date}

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> SimulatedScene:
        return cls(dict(data["files"]), str(data["job"]), str(data["date"]))


@dataclass(frozen=True)
class DeviceReport:
    """What the engine would run on, from a real probe in its environment.

    Attributes:
        device: ``cuda`` or ``cpu``.
        reason: the sentence of the device line, such as ``CPU – no CUDA device · bfloat16``.
        dtype: number format of the network.
        memory_bytes: of the device that the network would use (main memory for the CPU).
        cores: processor cores.
        python: version and path of the interpreter.
        versions: of scenefill and the libraries that can change a result.
    """

    device: str
    reason: str
    dtype: str
    memory_bytes: int
    cores: int
    python: str
    versions: Mapping[str, str] = field(default_factory=dict)

    def to_dict(self) -> dict[str, Any]:
        return {**asdict(self), "versions": dict(self.versions)}

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> DeviceReport:
        return cls(
            str(data["device"]),
            str(data["reason"]),
            str(data["dtype"]),
            int(data["memory_bytes"]),
            int(data["cores"]),
            str(data["python"]),
            dict(data.get("versions", {})),
        )


def encode(message: Mapping[str, Any]) -> bytes:
    """One line, its end included. ASCII only, so that no encoding of a console can spoil it."""
    return json.dumps(message, ensure_ascii=True, allow_nan=False, separators=(",", ":")).encode("ascii") + b"\n"


def decode(line: bytes) -> dict[str, Any]:
    """The message of a line.

    Raises:
        SceneFillError: ``bad-message`` for anything that is not one JSON object with a ``type``.
    """
    problem: Optional[str] = None
    message: Any = None
    if len(line) > MAX_LINE:
        problem = "it is too long"
    else:
        try:
            message = json.loads(line)
        except (ValueError, RecursionError):
            problem = "it is not JSON"
    if problem is None and not (isinstance(message, dict) and isinstance(message.get("type"), str)):
        problem = "it is no object with a type"
    if problem is not None:
        shown = line[:200].decode("utf-8", "replace").strip()
        raise SceneFillError(
            "bad-message",
            f"The engine's process and SceneFill do not understand each other: {problem}.",
            "Restart QGIS; if it happens again, make the engine environment anew.",
            {"line": shown},
        )
    return dict(message)
