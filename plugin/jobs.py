"""Forms to jobs and back: every job that the dock or Processing builds is one that the command line reads."""

from __future__ import annotations

import json
import os
import shlex
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Optional

from ..core.errors import SceneFillError
from ..core.job import GridSpec, Input, Job, Output, Target, job_from_dict, job_to_dict
from ..core.job_parts import MAX_TITLE
from .form import WISHES, Area, Form, How, InputRow, LayerRef, Wish
from .layers.crs import transform_extent
from .layers.grid import WorkingGrid, reference_row, working_grid
from .layers.refs import refer_to_file

_RUN_JOB = Path(__file__).resolve().parent.parent / "core" / "worker" / "run_job.py"


def build_job(form: Form, folder: str) -> Job:
    """The job of a form; cheap, for any thread.

    Args:
        form: the request; web services and the like are fetched before (:func:`.layers.export.fetch_services`).
        folder: absolute path of the results.

    Raises:
        SceneFillError: ``no-inputs``, ``no-targets``, ``no-gaps``, ``no-bands``, ``not-fetched``, ``bad-fill``,
            ``no-overlap`` and others of :func:`.layers.grid.working_grid`, and those of a job that is not right.
    """
    if form.wish.kind not in WISHES:
        raise SceneFillError("bad-value", f"There is no wish called '{form.wish.kind}'.", f"Use {', '.join(WISHES)}.")
    rows = () if form.wish.kind == "imagine" else form.inputs
    _check_wish(form, rows)
    targets = _targets(form, rows)
    grid = working_grid(form)
    for row in rows:
        _check_row(row, grid)
    job = Job(
        title=form.title[:MAX_TITLE],
        grid=_grid_spec(grid, reference_row(form)),
        inputs=tuple(_input(form, index, row) for index, row in enumerate(rows)),
        targets=targets,
        output=Output(folder),
        sampling=form.how.sampling,
        model=form.how.model,
    )
    return job_from_dict(job_to_dict(job), Path(folder))


def write_job(job: Job, path: str) -> None:
    """Write a job file; it appears under its name only when it is complete.

    Raises:
        SceneFillError: ``cannot-write``.
    """
    part = Path(f"{path}.part")
    try:
        part.write_text(json.dumps(job_to_dict(job), indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
        part.replace(path)
    except OSError as error:
        raise SceneFillError(
            "cannot-write",
            f"The job '{path}' could not be written: {error.strerror}.",
            "Choose a folder that you may write to, on a disk with room.",
            {"path": path},
        ) from error


def command_of(job_path: str, python: str, server: str = "") -> str:
    """What to type in a terminal to run a job with the engine's own Python, or on a server.

    ``scenefill run`` where that Python has the command, else a script of the plugin: a managed environment holds the
    engine's libraries, and the plugin's folder the engine.
    """
    if server:
        return _typed(["scenefill", "run", job_path, "--server", server])
    script = Path(python).with_name("scenefill.exe" if os.name == "nt" else "scenefill")
    words = [str(script), "run", job_path] if script.is_file() else [python, "-I", str(_RUN_JOB), job_path]
    return _typed(words)


def _typed(words: Sequence[str]) -> str:
    return subprocess.list2cmdline(words) if sys.platform == "win32" else " ".join(shlex.quote(word) for word in words)


def form_of_job(job: Job, layers: Sequence[LayerRef] = ()) -> Form:
    """The form that asks for what a job says, for the main thread.

    Layers of the project are recognised by their files; other files are named by themselves. What a form cannot say is
    left out: a second layer to fill becomes a target drawn everywhere, and its gaps stay pixels that do not count.

    Raises:
        SceneFillError: ``missing-file``, ``unreadable-raster``.
    """
    rows = [_row(item, layers) for item in job.inputs]
    fill = next((target.fill for target in job.targets if target.fill is not None), None)
    if fill is not None:
        rows[fill] = replace(rows[fill], gaps=())
    area = _area_of(job, layers)
    kind = "fill" if fill is not None else "synthesise" if rows else "imagine"
    explicit = job.grid.transform
    like = None if job.grid.like is None else _same_file(job.grid.like)
    return Form(
        area=area,
        inputs=tuple(rows),
        wish=Wish(
            kind=kind,
            targets=tuple(dict.fromkeys(t.modality for t in job.targets if fill is None or t.fill != fill)),
            fill=fill,
            gaps=() if fill is None else job.inputs[fill].gaps,
            pixel_size=None if explicit is None else explicit[0],
            like=next((i for i, row in enumerate(rows) if fill is None and _same_file(row.ref.path) == like), None),
        ),
        how=How(job.sampling, job.model),
        folder=job.output.folder,
        title=job.title,
    )


def _check_wish(form: Form, rows: Sequence[InputRow]) -> None:
    wish = form.wish
    if wish.kind != "imagine" and not rows:
        raise SceneFillError("no-inputs", "There is no layer to start from.", "Add a layer, or imagine a scene.")
    if wish.kind != "fill":
        if not wish.targets:
            raise SceneFillError("no-targets", "Nothing is to be drawn.", "Choose at least one modality.")
        return
    if wish.fill is None or not 0 <= wish.fill < len(rows):
        raise SceneFillError("bad-fill", "There is no layer to fill.", "Choose the layer whose gaps are to be filled.")
    if not wish.gaps:
        raise SceneFillError(
            "no-gaps",
            f"Nothing says where the gaps of '{rows[wish.fill].ref.name}' are.",
            "Choose nodata, a mask, polygons or clouds.",
        )


def _check_row(row: InputRow, grid: WorkingGrid) -> None:
    if not row.modalities:
        raise SceneFillError(
            "no-bands",
            f"What the bands of '{row.ref.name}' are is not known.",
            "Choose its bands, or remove the layer.",
            {"layer": row.ref.name},
        )
    if row.ref.is_service:
        raise SceneFillError(
            "not-fetched",
            f"'{row.ref.name}' has to be copied before a job can name it.",
            "Run it from the dock, or export the layer as a GeoTIFF.",
            {"layer": row.ref.name},
        )
    if not row.ref.crs:
        raise SceneFillError(
            "no-crs",
            f"'{row.ref.name}' has no coordinate reference system.",
            "Set it in the layer's properties.",
            {"layer": row.ref.name},
        )
    xmin, ymin, xmax, ymax = transform_extent(grid.extent, grid.crs, row.ref.crs)
    left, bottom, right, top = row.ref.extent
    if xmin >= right or xmax <= left or ymin >= top or ymax <= bottom:
        raise SceneFillError(
            "no-overlap",
            f"'{row.ref.name}' does not touch the area.",
            "Choose an area within the layer, or remove the layer.",
            {"layer": row.ref.name},
        )


def _targets(form: Form, rows: Sequence[InputRow]) -> tuple[Target, ...]:
    """Filling a layer fills every modality of it, into one file; other modalities are drawn everywhere."""
    everywhere = tuple(Target(modality) for modality in dict.fromkeys(form.wish.targets))
    if form.wish.kind != "fill" or form.wish.fill is None:
        return everywhere
    filled = tuple(Target(modality, form.wish.fill) for modality in rows[form.wish.fill].modalities)
    return filled + everywhere


def _input(form: Form, index: int, row: InputRow) -> Input:
    filled = form.wish.kind == "fill" and index == form.wish.fill
    return Input(
        modality=row.main_modality,
        path=row.ref.path,
        bands=dict(row.bands),
        scale=row.scale,
        offset=row.offset,
        unit=row.unit,
        date=row.date,
        gaps=(*form.wish.gaps, *row.gaps) if filled else row.gaps,
    )


def _grid_spec(grid: WorkingGrid, reference: Optional[InputRow]) -> GridSpec:
    if reference is not None:
        whole = (grid.width, grid.height) == (reference.ref.width, reference.ref.height)
        # On the pixels' own edges and in their CRS: nothing is left for the engine to round.
        return GridSpec(like=reference.ref.path, extent=None if whole else grid.extent)
    xmin, _, _, ymax = grid.extent
    (width, height) = grid.pixel_size
    return GridSpec(
        crs=grid.crs,
        transform=(width, 0.0, xmin, 0.0, -height, ymax),
        width=grid.width,
        height=grid.height,
    )


def _row(item: Input, layers: Sequence[LayerRef]) -> InputRow:
    return InputRow(
        ref=_layer_of(item.path, layers),
        bands=dict(item.bands),
        unit=item.unit,
        scale=item.scale,
        offset=item.offset,
        date=item.date,
        gaps=item.gaps,
    )


def _layer_of(path: str, layers: Sequence[LayerRef]) -> LayerRef:
    wanted = _same_file(path)
    found = next((ref for ref in layers if ref.path and _same_file(ref.path) == wanted), None)
    return found or refer_to_file(path)


def _same_file(path: str) -> str:
    return os.path.normcase(os.path.realpath(path))


def _area_of(job: Job, layers: Sequence[LayerRef]) -> Optional[Area]:
    grid = job.grid
    if grid.like is None:
        if grid.transform is None or grid.crs is None or grid.width is None or grid.height is None:
            return None
        a, _, c, _, e, f = grid.transform
        return Area((c, f + e * grid.height, c + a * grid.width, f), grid.crs)
    like = _layer_of(grid.like, layers)
    if grid.extent is not None:
        return Area(grid.extent, grid.crs or like.crs)
    fill = next((target.fill for target in job.targets if target.fill is not None), 0)
    own = job.inputs[fill].path if job.inputs else None
    whole = own is not None and _same_file(own) == _same_file(grid.like)
    return None if whole else Area(like.extent, like.crs)
