"""``plan_job``: what a job would do and cost, without drawing anything."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import rasterio

from ..feedback import Feedback
from ..grid import Grid, Window, coarse, lattice_windows
from ..job import Input, Job, check_files
from ..raster import LayerSource, resolve_grid
from .bench import Speed, speed_of
from .encode import encoding_of
from .names import output_names
from .pipeline import GDAL_OPTIONS
from .plan_result import InputPlan, Plan
from .products import Work, job_targets, plan_work
from .sources import SourceSet
from .space import bytes_needed, output_bytes
from .threads import processor_threads

#: Windows that are looked at; more are sampled evenly.
PROBED = 64
#: What reading, writing and blending add to the network's time, and per byte of output.
OVERHEAD, BYTES_PER_SECOND = 1.1, 60e6
#: Seconds of learning from a scene before the first step of its network's training, and per step: on two cores.
LEARNING_SECONDS, LEARNING_STEP_SECONDS = 20.0, 0.1
#: Lessons and their guesses.
LEARNING_BYTES = 1_200_000_000
#: Blocks in assembly, GDAL's cache and windows in flight, beside the model.
ENGINE_BYTES = 400_000_000


@dataclass
class _Tally:
    """Pixels counted in the windows that were looked at."""

    pixels: int = 0
    drawn: int = 0
    windows: int = 0
    observed: list[dict[str, int]] = field(default_factory=list)
    gaps: list[int] = field(default_factory=list)


def plan_job(job: Job, feedback: Feedback | None = None, *, threads: int | None = None) -> Plan:
    """Look at a job's inputs and estimate its cost.

    Args:
        job: the request.
        feedback: is told guessed units, and asked whether to stop.
        threads: of the network on a CPU.

    Raises:
        SceneFillError: as :func:`scenefill.core.engine.run.run_job` would before it starts to draw.
    """
    from ..model.runtime import SceneModel

    told = feedback or Feedback()
    with rasterio.Env(**GDAL_OPTIONS), processor_threads(threads):
        check_files(job)
        grid = resolve_grid(job.grid)
        sources = SourceSet(job, grid, told)
        try:
            model = SceneModel.load(job.model, told)
            work = plan_work(job, sources.served)
            windows = lattice_windows(grid, model.manifest.window, model.manifest.overlap)
            probed = _spread(windows, PROBED)
            step = model.manifest.window - model.manifest.overlap
            tally = _count(job, grid, work, sources, probed, step, told)
            return _plan(job, grid, sources, model, work, windows, len(probed), tally)
        finally:
            sources.close()


def _plan(
    job: Job,
    grid: Grid,
    sources: SourceSet,
    model: Any,
    work: Work,
    windows: Sequence[Window],
    probed: int,
    tally: _Tally,
) -> Plan:
    to_draw = -(-tally.windows * len(windows) // probed)
    outputs = output_bytes(job, grid, work, sources)
    needed = bytes_needed(job, grid, work, windows, sources)
    inputs = tuple(_input_plan(i, job, work, sources, tally) for i in range(len(job.inputs)))
    coverage = [share for item in inputs for share in item.coverage.values()]
    overview = lattice_windows(
        coarse(grid, model.manifest.overview_factor), model.manifest.window, model.manifest.overlap
    )
    speed = speed_of(model)
    told = model.told({m for served in sources.served for m in served}, job_targets(work))
    return Plan(
        title=job.title,
        grid=grid.to_dict(),
        pixel_size_m=grid.pixel_size_m(),
        pixels=grid.width * grid.height,
        to_draw=tally.drawn / max(tally.pixels, 1),
        windows=len(windows),
        windows_to_draw=to_draw,
        exact=probed == len(windows),
        inputs=inputs,
        outputs=tuple(name for name in output_names(job, work) if not name.endswith(".aux.xml")),
        model=model.model_id,
        device=f"{model.device.device} ({model.dtype_name})",
        seconds=round(_seconds(job, work, told, speed, to_draw, len(overview), outputs), 1),
        memory_bytes=speed.memory_bytes + ENGINE_BYTES + (LEARNING_BYTES if _learns(job, work) else 0),
        disk_bytes=outputs,
        disk_needed_bytes=needed,
        warnings=_warnings(job, grid, model, tally, coverage, needed),
    )


def _learns(job: Job, work: Work) -> bool:
    return job.sampling.adapt.steps > 0 and any(product.fill is not None for product in work.products)


def _seconds(job: Job, work: Work, told: set[str], speed: Speed, windows: int, overview: int, outputs: int) -> float:
    """``told``: modalities that translators tell."""
    sampling, filled = job.sampling, sum(product.fill is not None for product in work.products)
    learning = filled * (LEARNING_SECONDS + LEARNING_STEP_SECONDS * sampling.adapt.steps) if _learns(job, work) else 0.0
    # Where all that is drawn was learnt from the scene or told by translators, only realisations are sampled.
    settled = all((p.fill is not None and learning) or told.issuperset(p.modalities) for p in work.products)
    drafted = sampling.mode == "draft" or (settled and sampling.mode == "estimate")
    network = speed.seconds(windows, 0 if drafted else sampling.steps, sampling.samples)
    network += speed.seconds(overview, 0, 0)
    return learning + OVERHEAD * len(work.passes) * network + outputs / BYTES_PER_SECOND


def _spread(windows: Sequence[Window], count: int) -> list[Window]:
    """At most ``count`` windows, evenly over the job."""
    if len(windows) <= count:
        return list(windows)
    return [windows[i] for i in np.linspace(0, len(windows) - 1, count).round().astype(int)]


def _count(
    job: Job, grid: Grid, work: Work, sources: SourceSet, windows: Sequence[Window], step: int, feedback: Feedback
) -> _Tally:
    """Look at windows; ``step`` from one to the next: each counts the pixels that it is the first to touch."""
    tally = _Tally(observed=[{} for _ in job.inputs], gaps=[0] * len(job.inputs))
    everywhere = any(product.fill is None for product in work.products)
    for window in windows:
        feedback.raise_if_cancelled()
        inside = window.intersection(grid.window)
        if inside is None:
            continue
        own = Window(window.row, window.col, step, step).intersection(inside)
        part = own.slices_in(inside) if own is not None else (slice(0), slice(0))
        drawn = np.full(inside.shape, everywhere)
        for i, layer in enumerate(sources.layers):
            gap = layer.gap(inside)
            tally.gaps[i] += int(gap[part].sum())
            if any(product.fill == i for product in work.products):
                drawn |= gap
            for modality, (_, mask) in layer.read(inside).items():
                seen = tally.observed[i]
                seen[modality] = seen.get(modality, 0) + int(np.asarray(mask.any(axis=0))[part].sum())
        tally.pixels += drawn[part].size
        tally.drawn += int(drawn[part].sum())
        tally.windows += bool(drawn.any())
    return tally


def _input_plan(index: int, job: Job, work: Work, sources: SourceSet, tally: _Tally) -> InputPlan:
    item: Input = job.inputs[index]
    layer: LayerSource = sources.layers[index]
    filled = next((product for product in work.products if product.fill == index), None)
    with rasterio.open(item.path) as dataset:
        crs = dataset.crs.to_string()
    carried: tuple[str, ...] = ()
    if filled is not None:
        encoding = encoding_of(filled, job, sources)
        carried = tuple(encoding.descriptions[i] for i in encoding.carried)
    pixels = max(tally.pixels, 1)
    return InputPlan(
        path=item.path,
        modality=item.modality,
        date=item.date,
        coverage={m: tally.observed[index].get(m, 0) / pixels for m in layer.modalities},
        gap=tally.gaps[index] / pixels,
        crs=crs,
        native_pixel_size_m=layer.native_pixel_size_m,
        on_grid=layer.on_grid,
        units={m: asdict(guess) for m, guess in layer.unit_guesses.items()},
        carried=carried,
    )


def _warnings(
    job: Job, grid: Grid, model: Any, tally: _Tally, coverage: Sequence[float], needed: int
) -> tuple[str, ...]:
    found = []
    if coverage and max(coverage) == 0.0:
        found.append("No input observes anything within the job's extent: everything would be invented.")
    if tally.drawn == 0:
        found.append("There is nothing to draw: no gap was found within the job's extent.")
    low, high = model.manifest.pixel_sizes
    size = grid.pixel_size_m()
    if not low <= size <= high:
        found.append(f"The model was trained on pixels of {low:g} to {high:g} m; the job's have {size:.3g} m.")
    folder = Path(job.output.folder)
    while not folder.exists() and folder != folder.parent:
        folder = folder.parent
    free = shutil.disk_usage(folder).free
    if free < needed:
        found.append(f"The disk has {free / 1e9:.1f} GB free; the job may need {needed / 1e9:.1f} GB.")
    return tuple(found)
