"""What a finished job leaves: light, so that the plugin and the server can read it without the engine's libraries."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

#: What an output file is.
KINDS = ("data", "provenance", "spread", "preview", "mask", "sample")

#: Said in the tags of every raster and in the sidecar.
SYNTHETIC = "synthetic, not a measurement"


@dataclass(frozen=True)
class OutputFile:
    """One raster of a result.

    Attributes:
        path: absolute path of the GeoTIFF.
        modalities: ids of the modalities in it, in band order.
        kind: one of :data:`KINDS`.
        title: a few words for a legend.
    """

    path: str
    modalities: tuple[str, ...]
    kind: str
    title: str = ""

    def to_dict(self) -> dict[str, Any]:
        return {"path": self.path, "modalities": list(self.modalities), "kind": self.kind, "title": self.title}

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> OutputFile:
        return cls(data["path"], tuple(data["modalities"]), data["kind"], data.get("title", ""))


@dataclass(frozen=True)
class Result:
    """A finished job.

    Attributes:
        outputs: the rasters, data first.
        sidecar: absolute path of ``scenefill.json``, a STAC Item.
        folder: absolute path of the job's folder.
        stats: counts and seconds: ``windows``, ``drawn``, ``skipped``, ``resumed``, ``seconds`` (a dict by stage).
    """

    outputs: tuple[OutputFile, ...]
    sidecar: str
    folder: str
    stats: Mapping[str, Any] = field(default_factory=dict)

    def to_dict(self) -> dict[str, Any]:
        return {
            "outputs": [output.to_dict() for output in self.outputs],
            "sidecar": self.sidecar,
            "folder": self.folder,
            "stats": dict(self.stats),
        }

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Result:
        outputs = tuple(OutputFile.from_dict(item) for item in data["outputs"])
        return cls(outputs, data["sidecar"], data["folder"], dict(data.get("stats", {})))
