"""``infer_features``: the scene map S of a job's area as one raster, for classifiers and whatever else reads features.

The encoder alone works here; nothing is sampled and nothing is learnt from the scene. The windows are those of the job
on the absolute lattice, each with the overview under it, so that a crop gets the features that the whole gets. S is
coarser than the job by the model's factor: a pixel of it covers ``factor`` x ``factor`` pixels of the lattice.
"""

from __future__ import annotations

import dataclasses
import os
import shutil
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import rasterio
from safetensors.numpy import save

from ..errors import JobCancelled, SceneFillError
from ..feedback import Feedback, StageFeedback
from ..grid import Grid, Window, coarse, lattice_windows
from ..job import Job, Sampling, check_files
from ..job_parts import Adapt
from ..raster import resolve_grid
from .assemble import Blender
from .journal import Journal
from .outputs import RasterSpec, RasterWriter, check_replaceable, tiles_of
from .overview import Overview
from .pipeline import GDAL_OPTIONS, batched, prefetch
from .products import Work, plan_work
from .run import MonotoneFeedback, check_modalities
from .sidecar import ModelFacts, raster_tags
from .sources import SourcePool, SourceSet
from .space import COPIES
from .threads import processor_threads
from .windows import window_key

#: What the raster is, in its tags.
KIND = "features"
#: Shares of the progress bar: (start, end) by stage. Compressing the bands takes about as long as the network.
STAGES = {
    "read-inputs": (0.0, 0.02),
    "overview": (0.02, 0.08),
    "windows": (0.08, 0.60),
    "assemble": (0.60, 0.75),
    "write": (0.75, 1.0),
}
_TENSOR = "scene"
_FLOAT32 = 4


@dataclass(frozen=True)
class _Prepared:
    """A window read: its place on the lattice of S, and what the encoder is shown."""

    window: Window
    pixel_size_m: float
    observations: list[Any]
    guide: dict[str, np.ndarray]


def infer_features(job: Job, path: str | Path, feedback: Feedback | None = None, *, threads: int | None = None) -> Path:
    """Infer the scene map of a job and write it as a Cloud Optimized GeoTIFF.

    Args:
        job: the request. Of its targets only the date and the filled layer matter (those of the first product); its
            sampling and its output folder do not.
        path: of the raster: float32, a band per channel of S, named ``S01``, ``S02`` ... A raster of features that
            lies there is replaced.
        feedback: is told progress by stage (``read-inputs``, ``overview``, ``windows``, ``assemble``, ``write``) and
            asked whether to stop.
        threads: of the network on a CPU; None leaves the choice to torch.

    Returns:
        The absolute path of the raster.

    Raises:
        SceneFillError: ``no-inputs``, ``output-exists`` for a file that is no raster of features, ``folder-busy``,
            ``folder-not-writable``, ``disk-full``, and those of the inputs and the model.
        JobCancelled: nothing is left behind then.
    """
    out = Path(path).absolute()
    watched = MonotoneFeedback(feedback or Feedback())
    try:
        with rasterio.Env(**GDAL_OPTIONS), processor_threads(threads):
            _Features(job, out, watched, threads).run()
    except JobCancelled as cancelled:
        cancelled.message, cancelled.hint = "Cancelled; no features were written.", ""
        raise
    return out


class _Features:
    """One raster of features in the making."""

    def __init__(self, job: Job, out: Path, feedback: Feedback, threads: int | None) -> None:
        self.job, self.out, self.feedback, self.threads = job, out, feedback, threads

    def run(self) -> None:
        stage = self._stage("read-inputs")
        stage.progress(0.0)
        if not self.job.inputs:
            raise SceneFillError("no-inputs", "A job without inputs has no scene to infer.", "Add an input to the job.")
        check_files(self.job)
        check_replaceable(self.out, KIND, "raster of features")
        grid = resolve_grid(self.job.grid)
        sources = SourceSet(self.job, grid, self.feedback)
        try:
            model = self._load_model()
            stage.progress(1.0)
            scene = _SceneGrid.of(grid, model)
            aside = self.out.with_name(f".{self.out.name}.parts")
            journal = Journal(aside, KIND, [], resume=False)
            try:
                _check_space(aside, scene)
                self._infer(grid, scene, sources, model, journal)
                self._write(scene, model, journal)
            finally:
                journal.close()
                shutil.rmtree(aside, ignore_errors=True)
        finally:
            sources.close()
        self.feedback.progress(1.0, "write")

    def _load_model(self) -> Any:
        from ..model.runtime import SceneModel

        model = SceneModel.load(self.job.model, self.feedback)
        check_modalities(model, self.job.inputs)
        return model

    def _infer(self, grid: Grid, scene: _SceneGrid, sources: SourceSet, model: Any, journal: Journal) -> None:
        """S of every window, into the journal's folder."""
        # One date and one guide: those of the job's first drawing.
        draw = plan_work(self.job, sources.served).passes[0]
        fine = [window.scaled(scene.factor) for window in scene.windows]
        factor = model.manifest.overview_factor
        overview = Overview(grid, fine, factor, Work((), (draw,)), model.modalities, journal.windows)
        pool = SourcePool(self.job, grid, sources)
        try:
            with ThreadPoolExecutor(1, "read") as readers:
                overview.build(model, pool, readers, self._stage("overview"))
                stage, done = self._stage("windows"), 0
                for batch in self._batches(grid, scene, pool, overview, model, readers):
                    self.feedback.raise_if_cancelled()
                    maps = model.scene(
                        [item.observations for item in batch],
                        batch[0].pixel_size_m,
                        fine[0].shape,
                        [item.guide for item in batch],
                        draw.date,
                    )
                    _save(journal, batch, maps)
                    done += len(batch)
                    stage.progress(done / len(fine))
        finally:
            overview.close()
            pool.close()

    def _batches(
        self,
        grid: Grid,
        scene: _SceneGrid,
        pool: SourcePool,
        overview: Overview,
        model: Any,
        readers: ThreadPoolExecutor,
    ) -> Iterator[list[_Prepared]]:
        def prepare(window: Window) -> _Prepared:
            sources, fine = pool.get(), window.scaled(scene.factor)
            observations = sources.observations(sources.read(fine))
            return _Prepared(window, grid.pixel_size_m(fine.row), observations, overview.guide(0, fine))

        prepared = prefetch(prepare, scene.windows, readers, 2 * model.batch_size)
        return batched(prepared, model.batch_size, lambda item: item.pixel_size_m)

    def _write(self, scene: _SceneGrid, model: Any, journal: Journal) -> None:
        """Blend the windows tile by tile, and give the raster its name when it is whole."""
        writer = RasterWriter(self.out, journal.windows, _spec(scene, self.job, model))
        try:
            blender = Blender(journal, scene.grid, scene.size, scene.overlap)
            tiles = tiles_of(scene.grid)
            stage = self._stage("assemble")
            for number, tile in enumerate(tiles):
                self.feedback.raise_if_cancelled()
                writer.write(tile, blender.values(tile, _TENSOR, scene.channels))
                stage.progress((number + 1) / len(tiles))
            self.feedback.raise_if_cancelled()
            self._stage("write").progress(0.0)
            writer.finish(self.threads or min(4, os.cpu_count() or 1))
        except BaseException:
            writer.abandon()
            raise

    def _stage(self, name: str) -> StageFeedback:
        return StageFeedback(self.feedback, *STAGES[name], name)


@dataclass(frozen=True)
class _SceneGrid:
    """Where S lies.

    Attributes:
        grid: of its pixels; sticks out of the job's grid by less than a pixel where that has an odd edge.
        factor: pixels of the job per pixel of S along one axis.
        channels: of S.
        size, overlap: of the windows, in pixels of S.
        windows: on the lattice of S, in canonical order.
    """

    grid: Grid
    factor: int
    channels: int
    size: int
    overlap: int
    windows: tuple[Window, ...]

    @classmethod
    def of(cls, grid: Grid, model: Any) -> _SceneGrid:
        encoder, manifest = model.pipeline.encoder, model.manifest
        factor = int(encoder.config.factor)
        size, overlap = manifest.window // factor, manifest.overlap // factor
        own = coarse(grid, factor)
        windows = tuple(lattice_windows(own, size, overlap))
        return cls(own, factor, int(encoder.config.scene_channels), size, overlap, windows)


def _spec(scene: _SceneGrid, job: Job, model: Any) -> RasterSpec:
    # No sampling has a part in S, so the tags, and with them the bytes, name none of the job's.
    undrawn = dataclasses.replace(job, sampling=Sampling(mode="draft", adapt=Adapt(0)))
    return RasterSpec(
        grid=scene.grid,
        dtype="float32",
        descriptions=tuple(f"S{channel + 1:02d}" for channel in range(scene.channels)),
        tags=raster_tags(undrawn, ModelFacts.of(model), KIND),
    )


def _save(journal: Journal, batch: list[_Prepared], maps: np.ndarray) -> None:
    if not np.isfinite(maps).all():
        raise SceneFillError(
            "model-nan",
            "The model inferred a scene that is not numbers.",
            "Please report this with the job's file; nothing was written.",
        )
    for item, scene_map in zip(batch, maps):
        journal.save_window(window_key(item.window), save({_TENSOR: np.ascontiguousarray(scene_map)}))


def _check_space(folder: Path, scene: _SceneGrid) -> None:
    pixel = scene.channels * _FLOAT32
    needed = int(COPIES * pixel * scene.grid.width * scene.grid.height) + len(scene.windows) * pixel * scene.size**2
    free = shutil.disk_usage(folder).free
    if free < needed:
        raise SceneFillError(
            "disk-full",
            f"The disk of '{folder.parent}' has {free / 1e9:.1f} GB free; the features need up to "
            f"{needed / 1e9:.1f} GB while they are made.",
            "Free some space, choose another file, or take a smaller extent.",
            {"free": free, "needed": needed},
        )
