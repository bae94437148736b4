"""Reading, checking and writing jobs: the same JSON runs from the dock, Processing, command line and server.

``docs/job.md`` is the reference of the JSON. What needs no file is checked by :func:`job_from_dict`, the existence of
files by :func:`check_files`, and what needs a raster to be opened (CRS, overlap, band indices) by the engine.
"""

from __future__ import annotations

import dataclasses
import datetime
import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from . import job_parts as limits
from .errors import SceneFillError
from .job_json import MAX_BYTES, Node, child_path, describe, parse
from .job_parts import (
    DEFAULT_MODEL,
    GAP_KINDS,
    GAP_MEMBERS,
    MODES,
    SCHEMA,
    Adapt,
    Affine,
    Extent,
    GapSource,
    GridSpec,
    Input,
    Job,
    Output,
    Sampling,
    Target,
)
from .modalities import registry
from .units import UNITS, units_of

__all__ = [
    "SCHEMA",
    "Adapt",
    "GapSource",
    "GridSpec",
    "Input",
    "Job",
    "Output",
    "Sampling",
    "Target",
    "check_files",
    "job_from_dict",
    "job_from_json",
    "job_to_dict",
    "load_job",
]

_MODEL_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")


def load_job(path: str | os.PathLike[str]) -> Job:
    """Read, check and resolve a job file, and check that the files it names exist.

    Raises:
        SceneFillError: with a code of ``docs/job.md``.
    """
    file = Path(path)
    if not file.is_file():
        raise SceneFillError("missing-file", f"There is no job file '{file}'.", "Check the path.", {"path": str(file)})
    try:
        with file.open("rb") as stream:
            raw = stream.read(MAX_BYTES + 1)
    except OSError as error:
        raise SceneFillError(
            "missing-file", f"The job file '{file}' cannot be read: {error.strerror}.", "Check its permissions."
        ) from error
    job = job_from_dict(parse(raw), file.absolute().parent)
    check_files(job)
    return job


def job_from_json(text: str | bytes, base: Path) -> Job:
    """Check a job given as JSON text; relative paths count from ``base``. Files need not exist."""
    return job_from_dict(parse(text), base)


def job_from_dict(data: Any, base: Path) -> Job:
    """Check a job given as parsed JSON; relative paths count from ``base``. Files need not exist.

    Raises:
        SceneFillError: with a code of ``docs/job.md``; ``details["path"]`` is the place in the JSON.
    """
    root = Node(data)
    members = root.mapping()
    if "schema" not in members or data["schema"] != SCHEMA:
        found = members["schema"].value if "schema" in members else None
        raise SceneFillError(
            "job-schema",
            f'`schema` must be "{SCHEMA}"' + (f", and is {describe(found)}." if found is not None else "."),
            "A job of a later version needs a later SceneFill; anything else is not a job.",
            {"path": "schema"},
        )
    known = ("schema", "title", "grid", "inputs", "targets", "sampling", "model", "output")
    members = root.members(known, ("schema", "grid", "targets", "output"))
    base = Path(base).absolute()
    inputs = members["inputs"].items(0, limits.MAX_LIST) if "inputs" in members else []
    job = Job(
        title=members["title"].text(empty=True, limit=limits.MAX_TITLE) if "title" in members else "",
        grid=_read_grid(members["grid"], base),
        inputs=tuple(_read_input(node, base) for node in inputs),
        targets=_read_targets(members["targets"]),
        output=Output(_read_path(members["output"].members(("folder",), ("folder",))["folder"], base)),
        sampling=_read_sampling(members["sampling"]) if "sampling" in members else Sampling(),
        model=_read_model(members["model"], base) if "model" in members else DEFAULT_MODEL,
    )
    _check_fills(job)
    return job


def job_to_dict(job: Job) -> dict[str, Any]:
    """The job as JSON values, with absolute paths; :func:`job_from_dict` gives back an equal job."""
    return {
        "schema": SCHEMA,
        "title": job.title,
        "grid": _plain(job.grid),
        "inputs": [_plain(item) for item in job.inputs],
        "targets": [_plain(target) for target in job.targets],
        "sampling": _plain(job.sampling),
        "model": job.model,
        "output": _plain(job.output),
    }


def check_files(job: Job) -> None:
    """Check that the files a job names exist.

    Raises:
        SceneFillError: ``missing-file`` naming the first that does not.
    """
    for place, path in _files(job):
        file = Path(path)
        try:
            problem = "" if file.is_file() else "is a folder" if file.is_dir() else "does not exist"
        except OSError as error:  # a name too long, a folder that may not be entered
            problem = f"cannot be looked at ({error.strerror})"
        if problem:
            raise SceneFillError(
                "missing-file",
                f"`{place}`: the file '{path}' {problem}.",
                "Check the path; a relative one counts from the folder of the job file.",
                {"path": place, "file": path},
            )
    if Path(job.output.folder).is_file():
        raise SceneFillError(
            "bad-value",
            f"`output.folder`: '{job.output.folder}' is a file.",
            "Name a folder.",
            {"path": "output.folder"},
        )


def _files(job: Job) -> Iterator[tuple[str, str]]:
    """(place in the JSON, path) of every file that a job reads."""
    if job.grid.like is not None:
        yield "grid.like", job.grid.like
    for i, item in enumerate(job.inputs):
        yield f"inputs[{i}].path", item.path
        for j, gap in enumerate(item.gaps):
            if gap.path is not None:
                yield f"inputs[{i}].gaps[{j}].path", gap.path


def _plain(part: Any) -> Any:
    """A dataclass as JSON values; members that are None or empty are left out (``null`` is no value of a job)."""
    if dataclasses.is_dataclass(part):
        found = {f.name: _plain(getattr(part, f.name)) for f in dataclasses.fields(part)}
        return {name: value for name, value in found.items() if value is not None and value != []}
    if isinstance(part, Mapping):
        return {name: _plain(value) for name, value in part.items()}
    if isinstance(part, tuple):
        return [_plain(value) for value in part]
    return part


def _read_path(node: Node, base: Path) -> str:
    """An absolute path without ``..``; links stay as the user wrote them, for files that lie beside the link."""
    text = node.text()
    if "://" in text or text.startswith("/vsi"):
        node.fail("bad-value", "is not a path of this computer", "Save the layer as a GeoTIFF and name that file.")
    return os.path.abspath(base / text)  # noqa: PTH100 -- Path.resolve would follow links


def _read_grid(node: Node, base: Path) -> GridSpec:
    found = node.members(("like", "extent", "crs", "transform", "width", "height"))
    explicit = ("transform", "width", "height")
    if "like" in found:
        for member in explicit:
            if member in found:
                found[member].fail("bad-value", "does not go with `grid.like`", "Give one or the other.")
        if "crs" in found and "extent" not in found:
            found["crs"].fail("bad-value", "is the CRS of `grid.extent`, which is missing", "Leave it out or add both.")
        return GridSpec(
            like=_read_path(found["like"], base),
            extent=_read_extent(found["extent"]) if "extent" in found else None,
            crs=found["crs"].text() if "crs" in found else None,
        )
    if "extent" in found:
        found["extent"].fail("bad-value", "needs `grid.like`", "Name the raster whose pixels are to be used.")
    for member in ("crs", *explicit):
        if member not in found:
            hint = "Give `like`, or all of `crs`, `transform`, `width` and `height`."
            Node(None, child_path(node.path, member)).fail("missing-member", "is missing", hint)
    return GridSpec(
        crs=found["crs"].text(),
        transform=_read_transform(found["transform"]),
        width=found["width"].integer(*limits.SIDE),
        height=found["height"].integer(*limits.SIDE),
    )


def _read_extent(node: Node) -> Extent:
    xmin, ymin, xmax, ymax = (item.number() for item in node.items(4, 4))
    if not (xmin < xmax and ymin < ymax):
        node.fail("bad-value", "is empty", "Give [xmin, ymin, xmax, ymax]; split a job that crosses the 180° meridian.")
    return xmin, ymin, xmax, ymax


def _read_transform(node: Node) -> Affine:
    a, b, c, d, e, f = (item.number() for item in node.items(6, 6))
    if b != 0 or d != 0:
        node.fail("rotated-grid", "is rotated or sheared", "Give a north-up grid: [width, 0, left, 0, -height, top].")
    if not (a > 0 and e < 0):
        node.fail("bad-value", "is not north-up", "Give [pixel width, 0, left, 0, -pixel height, top].")
    return a, b, c, d, e, f


def _read_input(node: Node, base: Path) -> Input:
    known = ("modality", "path", "bands", "scale", "offset", "unit", "date", "gaps")
    found = node.members(known, ("modality", "path", "bands"))
    modality = _read_modality(found["modality"])
    scale = found["scale"].number() if "scale" in found else None
    if scale == 0:
        found["scale"].fail("bad-value", "is 0", "Leave it out to have it guessed.")
    gaps = found["gaps"].items(0, limits.MAX_LIST) if "gaps" in found else []
    return Input(
        modality=modality,
        path=_read_path(found["path"], base),
        bands=_read_bands(found["bands"], modality),
        scale=scale,
        offset=found["offset"].number() if "offset" in found else None,
        unit=_read_unit(found["unit"], modality) if "unit" in found else None,
        date=_read_date(found["date"]) if "date" in found else None,
        gaps=tuple(_read_gap(gap, base) for gap in gaps),
    )


def _read_modality(node: Node) -> str:
    return node.choice(registry().ids, "unknown-modality", "a known modality")


def _read_bands(node: Node, modality: str) -> dict[str, int]:
    bands = {name: item.integer(*limits.BAND_INDEX) for name, item in node.mapping(limits.MAX_BANDS).items()}
    own = registry()[modality].band_ids
    if not any(name in own for name in bands):
        node.fail("bad-value", f"maps no band of the modality {modality}", f"Map at least one of: {', '.join(own)}.")
    owner: dict[int, str] = {}
    for name, index in bands.items():
        if index in owner:
            other = owner[index]
            node.child(name).fail("bad-value", f"is band {index}, as `{other}` is", "Give each name its own band.")
        owner[index] = name
    return bands


def _read_unit(node: Node, modality: str) -> str:
    unit = node.choice(UNITS, what="a known unit")
    allowed = units_of(registry()[modality])
    if unit not in allowed:
        node.fail("bad-value", f"is {unit}, which is no unit of {modality}", f"Give one of: {', '.join(allowed)}.")
    return unit


def _read_date(node: Node) -> str:
    text = node.text()
    numbers = [int(part) for part in text.split("-")] if re.fullmatch(limits.DATE_PATTERN, text) else []
    try:
        datetime.date(*[*numbers, 1, 1][:3])
    except (TypeError, ValueError):
        node.fail("bad-value", f"is {text[:40]!r}, which is no date", "Give yyyy-mm-dd, yyyy-mm or yyyy.")
    return text


def _read_gap(node: Node, base: Path) -> GapSource:
    # The kind first: it decides which other members there may be.
    node.members(("kind", *limits.ALL_GAP_MEMBERS), ("kind",))
    kind = node.child("kind").choice(GAP_KINDS, "unknown-gap-kind", "a known kind of gap")
    own, required = GAP_MEMBERS[kind]
    for member in node.value:
        if member not in ("kind", "grow", *own):
            hint = f"Members of this kind: {', '.join(('kind', 'grow', *own))}."
            node.child(member).fail("unknown-member", f"is no member of a gap of kind {kind}", hint)
    found = node.members(("kind", "grow", *own), required)
    if kind == "raster" and ("values" in found) == ("bits" in found):
        hint = "Give the class `values` that are gaps, or the `bits` of which any set one is a gap."
        node.fail("bad-value" if "bits" in found else "missing-member", "needs either `values` or `bits`", hint)
    return GapSource(
        kind=kind,
        path=_read_path(found["path"], base) if "path" in found else None,
        band=found["band"].integer(*limits.BAND_INDEX) if "band" in found else None,
        values=_read_integers(found["values"], limits.CLASS_VALUE) if "values" in found else (),
        bits=_read_integers(found["bits"], limits.BIT) if "bits" in found else (),
        grow=found["grow"].integer(*limits.GROW) if "grow" in found else 0,
        layer=found["layer"].text() if "layer" in found else None,
        threshold=found["threshold"].number(0.0, 1.0) if "threshold" in found else None,
    )


def _read_integers(node: Node, bounds: tuple[int, int]) -> tuple[int, ...]:
    return tuple(item.integer(*bounds) for item in node.items(1, limits.MAX_VALUES))


def _read_targets(node: Node) -> tuple[Target, ...]:
    if node.value == []:
        node.fail("no-targets", "is empty", "Name at least one modality to draw.")
    targets: list[Target] = []
    for item in node.items(1, limits.MAX_LIST):
        found = item.members(("modality", "fill"), ("modality",))
        target = Target(
            modality=_read_modality(found["modality"]),
            fill=found["fill"].integer(0, limits.MAX_LIST - 1) if "fill" in found else None,
        )
        if target in targets:
            item.fail("bad-value", "is the same as an earlier target", "Leave it out.")
        targets.append(target)
    return tuple(targets)


def _read_sampling(node: Node) -> Sampling:
    found = node.members(("mode", "steps", "samples", "seed", "adapt"))
    default = Sampling()
    return Sampling(
        mode=found["mode"].choice(MODES, "unknown-mode", "a known mode") if "mode" in found else default.mode,
        steps=found["steps"].integer(*limits.STEPS) if "steps" in found else default.steps,
        samples=found["samples"].integer(*limits.SAMPLES) if "samples" in found else default.samples,
        seed=found["seed"].integer(*limits.SEED) if "seed" in found else default.seed,
        adapt=_read_adapt(found["adapt"]) if "adapt" in found else default.adapt,
    )


def _read_adapt(node: Node) -> Adapt:
    return Adapt(node.members(("steps",), ("steps",))["steps"].integer(*limits.ADAPT_STEPS))


def _read_model(node: Node, base: Path) -> str:
    """The id of a shipped model as it stands; anything else is the folder of a model."""
    text = node.text()
    return text if _MODEL_ID.fullmatch(text) else _read_path(node, base)


def _check_fills(job: Job) -> None:
    """Every ``fill`` names an input that has bands of the target's modality, and gaps to draw."""
    for i, target in enumerate(job.targets):
        if target.fill is None:
            continue
        node = Node(target.fill, f"targets[{i}].fill")
        if target.fill >= len(job.inputs):
            count = len(job.inputs)
            hint = f"Inputs are counted from 0 to {count - 1}." if count else "Leave it out: the job has no inputs."
            node.fail("bad-fill", f"is {target.fill}, and there is no such input", hint)
        filled = job.inputs[target.fill]
        own = registry()[target.modality].band_ids
        if not any(band in own for band in filled.bands):
            hint = f"Map one of {', '.join(own)} in `inputs[{target.fill}].bands`, or leave `fill` out."
            node.fail("bad-fill", f"names an input without bands of {target.modality}", hint)
        if not filled.gaps:
            hint = f'Add what is to be drawn to `inputs[{target.fill}].gaps`, for example {{"kind": "nodata"}}.'
            node.fail("bad-fill", "names an input without gaps", hint)
