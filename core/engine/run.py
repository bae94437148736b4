"""``run_job``: from a job to the files of its result, resumable and cancellable."""

from __future__ import annotations

import dataclasses
import errno
import os
import shutil
import threading
import time
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import rasterio
from rasterio.errors import RasterioError

from ... import __version__
from ..errors import SceneFillError
from ..executors.base import Executor, WindowsTask
from ..executors.in_process import InProcessExecutor
from ..feedback import Feedback, RelayFeedback, StageFeedback
from ..grid import Grid, Window, lattice_windows
from ..job import Input, Job, Target, check_files, job_to_dict
from ..raster import resolve_grid
from .finish import Finisher
from .journal import Journal, digest
from .names import output_names
from .overview import Overview
from .pipeline import GDAL_OPTIONS
from .preview import write_previews
from .products import Work, job_targets, plan_work
from .result import OutputFile, Result
from .sidecar import ModelFacts, file_sha256
from .sources import SourcePool, SourceSet
from .space import bytes_needed
from .threads import processor_threads

#: Shares of the progress bar: (start, end) by stage.
STAGES = {
    "read-inputs": (0.0, 0.02),
    "overview": (0.02, 0.08),
    "adapt": (0.08, 0.40),
    "windows": (0.08, 0.90),
    "assemble": (0.90, 0.97),
    "write": (0.97, 1.0),
}


class MonotoneFeedback(RelayFeedback):
    """Passes progress on only when it grows."""

    def __init__(self, parent: Feedback) -> None:
        super().__init__(parent)
        self._reached = 0.0

    def progress(self, fraction: float, stage: str) -> None:
        self._reached = max(self._reached, min(fraction, 1.0))
        self._parent.progress(self._reached, stage)


class Stopwatch:
    """Seconds by stage."""

    def __init__(self) -> None:
        self.started = time.perf_counter()
        self.seconds: dict[str, float] = {}

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        started = time.perf_counter()
        try:
            yield
        finally:
            self.seconds[name] = round(time.perf_counter() - started, 4)

    def mark(self, name: str) -> None:
        self.seconds[name] = round(time.perf_counter() - self.started, 4)


def run_job(
    job: Job,
    feedback: Feedback | None = None,
    *,
    resume: bool = False,
    threads: int | None = None,
    order: Sequence[int] | None = None,
    workers: int = 1,
    executor: Executor | None = None,
) -> Result:
    """Run a job.

    Args:
        job: the request.
        feedback: is told progress by stage (``read-inputs``, ``overview``, ``adapt`` where a layer is filled,
            ``windows``, ``assemble``, ``write``), the preview's path, and asked whether to stop.
        resume: continue an interrupted run of the same job in the same folder.
        threads: of the network on a CPU; None leaves the choice to torch.
        order: permutation of the windows; the result does not depend on it.
        workers: reading and batch-preparing threads, 1 or more; the result does not depend on it.
        executor: draws the windows, and is the caller's to close; None draws them in this process.

    Returns:
        The files and what they took.

    Raises:
        SceneFillError: with a code of ``docs/job.md``, ``disk-full``, or one of :class:`.journal.Journal`.
        JobCancelled: the folder can be resumed then.
    """
    watched = MonotoneFeedback(feedback or Feedback())
    with rasterio.Env(**GDAL_OPTIONS), processor_threads(threads):
        try:
            return _Run(job, watched, threads, workers, executor or InProcessExecutor()).run(resume, order)
        except (OSError, RasterioError) as error:
            # GDAL says it in words only.
            if getattr(error, "errno", None) == errno.ENOSPC or "No space left" in str(error):
                raise _disk_full(Path(job.output.folder), None) from error
            raise


class _Run:
    """One run of one job."""

    def __init__(self, job: Job, feedback: Feedback, threads: int | None, workers: int, executor: Executor) -> None:
        self.job, self.feedback, self.executor = job, feedback, executor
        self.threads, self.workers = threads, max(1, workers)
        self.watch = Stopwatch()
        self.folder = Path(job.output.folder)

    def run(self, resume: bool, order: Sequence[int] | None) -> Result:
        stage = self._stage("read-inputs")
        stage.progress(0.0)
        with self.watch.stage("open"):
            check_files(self.job)
            grid = resolve_grid(self.job.grid)
            sources = SourceSet(self.job, grid, self.feedback)
        try:
            with self.watch.stage("load"):
                model = self._load_model()
            check_modalities(model, [*self.job.targets, *self.job.inputs])
            stage.progress(1.0)
            work = plan_work(self.job, sources.served)
            windows = lattice_windows(grid, model.manifest.window, model.manifest.overlap)
            names = output_names(self.job, work)
            with Journal(self.folder, self._identity(model), names, resume) as journal:
                if journal.finished is not None and self._complete(journal.finished):
                    self.feedback.progress(1.0, "write")
                    return Result.from_dict(journal.finished)
                self._check_space(grid, work, windows, sources, journal)
                journal.announce(len(windows))
                return self._draw(journal, grid, sources, model, work, windows, order)
        finally:
            sources.close()

    def _draw(
        self,
        journal: Journal,
        grid: Grid,
        sources: SourceSet,
        model: Any,
        work: Work,
        windows: list[Window],
        order: Sequence[int] | None,
    ) -> Result:
        pool = SourcePool(self.job, grid, sources)
        overview = Overview(grid, windows, model.manifest.overview_factor, work, model.modalities, journal.windows)
        stopped = threading.Event()
        try:
            with ThreadPoolExecutor(1, "checksum") as hasher, ThreadPoolExecutor(self.workers, "read") as readers:
                checksums = [hasher.submit(file_sha256, item.path, stopped.is_set) for item in self.job.inputs]
                try:
                    with self.watch.stage("overview"):
                        previews = self._overview(overview, model, pool, readers, grid, journal)
                    adapting = self._adapt(pool, overview, model, work, windows, readers, grid)
                    task = WindowsTask(
                        job=self.job,
                        grid=grid,
                        work=work,
                        windows=windows if order is None else [windows[i] for i in order],
                        pool=pool,
                        overview=overview,
                        adapting=adapting,
                        model=model,
                        journal=journal,
                        feedback=self._stage("windows"),
                        readers=readers,
                        workers=self.workers,
                    )
                    with self.watch.stage("windows"):
                        drawing = self.executor.draw(task)
                except BaseException:
                    stopped.set()
                    raise
                digests = [future.result() for future in checksums]
        finally:
            overview.close()
            pool.close()
        learnt = {
            "scenefill:adaptation": adapting.report() if adapting is not None else None,
            "scenefill:translation": model.translation({m for s in sources.served for m in s}, job_targets(work)),
        }
        finisher = Finisher(
            self.job,
            grid,
            sources,
            work,
            journal,
            ModelFacts.of(model),
            model.manifest,
            {name: facts for name, facts in learnt.items() if facts},
        )
        with self.watch.stage("assemble"):
            finisher.assemble(self._stage("assemble"))
        with self.watch.stage("write"):
            outputs = finisher.write(self._stage("write"), self.threads or min(4, os.cpu_count() or 1))
            sidecar = finisher.sidecar([*outputs, *previews], digests)
        self.watch.mark("total")
        network = model.network_seconds + drawing.network_seconds
        seconds = {**self.watch.seconds, "network": network, "noise": drawing.noise_seconds}
        stats = {
            "windows": len(windows),
            **dataclasses.asdict(drawing.counts),
            "seconds": {name: round(value, 4) for name, value in seconds.items()},
        }
        result = Result((*outputs, *previews), str(sidecar), str(self.folder), stats)
        journal.finish(result.to_dict())
        self.feedback.progress(1.0, "write")
        return result

    def _overview(
        self,
        overview: Overview,
        model: Any,
        pool: SourcePool,
        readers: ThreadPoolExecutor,
        grid: Grid,
        journal: Journal,
    ) -> list[OutputFile]:
        overview.build(model, pool, readers, self._stage("overview"))
        facts = ModelFacts.of(model)
        previews = write_previews(self.folder, journal.windows, overview, overview.work, self.job, facts, grid)
        for preview in previews:
            self.feedback.preview(preview.path)
        self.watch.mark("preview_at")
        return previews

    def _adapt(
        self,
        pool: SourcePool,
        overview: Overview,
        model: Any,
        work: Work,
        windows: list[Window],
        readers: ThreadPoolExecutor,
        grid: Grid,
    ) -> Any:
        """What the scene teaches, or None where no layer is filled or the job does not want it."""
        if not self.job.sampling.adapt.steps or all(product.fill is None for product in work.products):
            return None
        from .adapting import Adapting

        adapting = Adapting(self.job, grid, work, pool, overview, model)
        with self.watch.stage("adapt"):
            adapting.learn(windows, readers, self._stage("adapt"))
        return adapting

    def _load_model(self) -> Any:
        from ..model.runtime import SceneModel

        return SceneModel.load(self.job.model, self.feedback)

    def _identity(self, model: Any) -> str:
        """What must be the same for a run to be continued: all that can change a pixel, but not the folder's name."""
        described = job_to_dict(self.job)
        described.pop("output")
        described.pop("title")
        files = [Path(item.path).stat() for item in self.job.inputs]
        files += [Path(g.path).stat() for item in self.job.inputs for g in item.gaps if g.path is not None]
        return digest(
            {
                "job": described,
                "files": [[stat.st_size, stat.st_mtime_ns] for stat in files],
                "weights": model.weights_sha256,
                "calibration": {k: dict(v) for k, v in model.manifest.calibration.items()},
                "dtype": model.dtype_name,
                "version": __version__,
            }
        )

    def _complete(self, finished: dict[str, Any]) -> bool:
        result = Result.from_dict(finished)
        return all(Path(path).is_file() for path in [result.sidecar, *(o.path for o in result.outputs)])

    def _check_space(self, grid: Grid, work: Work, windows: list[Window], sources: SourceSet, journal: Journal) -> None:
        needed = bytes_needed(self.job, grid, work, windows, sources)
        there = sum(path.stat().st_size for path in journal.windows.iterdir() if path.is_file())
        if shutil.disk_usage(self.folder).free + there < needed:
            raise _disk_full(self.folder, needed)

    def _stage(self, name: str) -> StageFeedback:
        return StageFeedback(self.feedback, *STAGES[name], name)


def check_modalities(model: Any, asked: Iterable[Target | Input]) -> None:
    """Raise ``unknown-modality`` unless the model knows the modality of everything that is asked about."""
    missing = sorted({part.modality for part in asked} - set(model.modalities))
    if missing:
        raise SceneFillError(
            "unknown-modality",
            f"The model '{model.model_id}' does not know the modality '{missing[0]}'.",
            f"It knows: {', '.join(model.modalities)}.",
        )


def _disk_full(folder: Path, needed: int | None) -> SceneFillError:
    free = shutil.disk_usage(folder).free if folder.exists() else 0
    text = f"The disk of '{folder}' has {free / 1e9:.1f} GB free"
    text += f", and the job needs up to {needed / 1e9:.1f} GB." if needed else ": it ran full."
    return SceneFillError(
        "disk-full",
        text,
        "Free some space, choose another output folder, or draw a smaller extent.",
        {"free": free, "needed": needed},
    )
