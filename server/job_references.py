"""The references to files in a client's job: found, told apart, and replaced by names of ours."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from ..core.errors import SceneFillError
from ..core.job import Job, job_from_dict
from ..core.job_json import Node
from ..core.job_parts import MAX_LIST, GapSource, Input
from ..core.model.store import installed_models
from .checking.metadata import check_crs

UPLOAD, INLINE, LINK = "upload", "data", "https"
_UPLOAD = re.compile(r"upload:([0-9a-f]{32})")
_INLINE = re.compile(r"data:[A-Za-z0-9!#$&^_.+/;= -]{0,100};base64,")
#: Where relative paths count from while names stand for references; nothing is looked up there.
_NOWHERE = Path("/references")


@dataclass(frozen=True)
class Reference:
    """A file that a job names.

    Attributes:
        kind: ``upload``, ``data`` or ``https``.
        text: as the client wrote it.
        places: where in the job it stands, the first first.
        polygons: it is a vector file.
    """

    kind: str
    text: str
    places: tuple[str, ...]
    polygons: bool

    @property
    def upload_id(self) -> str:
        return self.text.partition(":")[2]


def read_job(inputs: Any) -> tuple[Job, dict[str, Reference]]:
    """The job of a request, with references in place of paths, and the references by their text.

    Raises:
        SceneFillError: with a code of ``docs/job.md``; ``bad-reference``; ``unknown-model``.
    """
    node = Node(inputs, "inputs")
    found = node.members(("job",), ("job",))["job"].value
    # The standard has objects wrapped; most clients leave that out.
    if isinstance(found, dict) and "value" in found and "schema" not in found:
        found = found["value"]
    if not isinstance(found, dict):
        raise SceneFillError("wrong-type", "`inputs.job` must be a job.", "Give an object.", {"path": "inputs.job"})
    data = {**found, "output": {"folder": "output"}}
    _check_model(data.get("model"))
    names: dict[str, str] = {}
    references: dict[str, Reference] = {}
    places: dict[str, list[str]] = {}
    for place, owner, member, polygons in files_of(data):
        reference = _reference(Node(owner[member], place), polygons)
        known = references.get(reference.text)
        if known is not None:
            if known.polygons != polygons:
                Node(None, place).fail("bad-reference", "is a raster elsewhere in the job", "Upload each by itself.")
        else:
            references[reference.text] = reference
        places.setdefault(reference.text, []).append(place)
        # A name that no rule about paths can object to, and that is the same for the same reference.
        names[hashlib.sha256(reference.text.encode("utf-8", "replace")).hexdigest()] = reference.text
    references = {text: replace(found, places=tuple(places[text])) for text, found in references.items()}
    job = job_from_dict(_renamed(data), _NOWHERE)
    job = with_paths(job, {str(_NOWHERE / name): text for name, text in names.items()})
    if job.grid.crs is not None:
        check_crs(job.grid.crs, "grid.crs")
    return job, references


def files_of(data: Mapping[str, Any]) -> Iterator[tuple[str, dict[str, Any], str, bool]]:
    """(place, object, member, polygons?) of all that a job says about files; shapes that are wrong are passed over."""
    grid = data.get("grid")
    if isinstance(grid, dict) and "like" in grid:
        yield "grid.like", grid, "like", False
    for i, item in enumerate(_list(data.get("inputs"))):
        if not isinstance(item, dict):
            continue
        if "path" in item:
            yield f"inputs[{i}].path", item, "path", False
        for j, gap in enumerate(_list(item.get("gaps"))):
            if isinstance(gap, dict) and "path" in gap:
                yield f"inputs[{i}].gaps[{j}].path", gap, "path", gap.get("kind") == "polygons"


def _list(value: Any) -> list[Any]:
    """No more of it than the reader of jobs takes, and one."""
    return value[: MAX_LIST + 1] if isinstance(value, list) else []


def _renamed(value: Any, depth: int = 0) -> Any:
    """A copy of a job's JSON with a plain name for each reference. Jobs are not deep: what is deeper stays as it is."""
    if depth > 6:
        return value
    if isinstance(value, list):
        return [_renamed(item, depth + 1) for item in value]
    if isinstance(value, dict):
        return {
            name: hashlib.sha256(item.encode("utf-8", "replace")).hexdigest()
            if name in ("path", "like") and isinstance(item, str)
            else _renamed(item, depth + 1)
            for name, item in value.items()
        }
    return value


def _reference(node: Node, polygons: bool) -> Reference:
    text = node.value
    if not isinstance(text, str):
        # The reader of jobs says it with its own words.
        return Reference(UPLOAD, "", (node.path,), polygons)
    if _UPLOAD.fullmatch(text):
        return Reference(UPLOAD, text, (node.path,), polygons)
    if _INLINE.match(text[:200]):
        return Reference(INLINE, text, (node.path,), polygons)
    if text.startswith("https://"):
        return Reference(LINK, text, (node.path,), polygons)
    node.fail(
        "bad-reference", "is no reference to a raster", "Give upload:ID, or data:image/tiff;base64,... for a small one."
    )


def _check_model(model: Any) -> None:
    """Registry ids only: what is no id would be the folder of a model."""
    if isinstance(model, str) and model not in installed_models():
        raise SceneFillError(
            "unknown-model",
            f"This server has no model '{model:.60}'.",
            f"Use one of: {', '.join(installed_models()) or '(none installed)'}.",
            {"path": "model"},
        )


def with_paths(job: Job, paths: Mapping[str, Path] | Mapping[str, str]) -> Job:
    """A job with other names for its files."""

    def named(path: str | None) -> str | None:
        return None if path is None else str(paths[path])

    def gap(source: GapSource) -> GapSource:
        # A GeoJSON of ours has one layer; its name would go to GDAL.
        return replace(source, path=named(source.path), layer=None)

    def item(inp: Input) -> Input:
        return replace(inp, path=str(paths[inp.path]), gaps=tuple(gap(source) for source in inp.gaps))

    grid = replace(job.grid, like=named(job.grid.like))
    return replace(job, grid=grid, inputs=tuple(item(inp) for inp in job.inputs))
