"""One worker: a model, and the windows of one job that it is handed. Knows nothing of who hands them to it.

It reads the windows that it is given while it draws those that it was given before, and writes behind, so that the
network hardly waits. What it answers are receipts: the windows themselves are files in the job's folder.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

import rasterio
import torch

from ..engine.journal import write_window
from ..engine.overview import Overview
from ..engine.pipeline import GDAL_OPTIONS, in_gdal
from ..engine.products import plan_work
from ..engine.sources import SourcePool, SourceSet
from ..engine.windows import Drawer, Prepared, WindowReader, window_file, window_key
from ..errors import JobCancelled, SceneFillError
from ..feedback import Feedback
from ..grid import Window, lattice_windows
from ..model.device import choose_device
from ..model.runtime import SceneModel
from ..model.store import model_folder, read_manifest
from ..worker.serve import failure
from .handover import Handover


@dataclass(frozen=True)
class Report:
    """A worker's answer, plain enough for JSON.

    Attributes:
        receipts: finished windows: key, SHA-256 of the file (None without one), whether it was drawn.
        error: as ``SceneFillError.to_dict`` has it; None when there is none.
        cancelled: whether the worker stopped because it was told to.
        network_seconds, noise_seconds: that it took.
    """

    receipts: list[tuple[str, str | None, bool]] = field(default_factory=list)
    error: dict[str, Any] | None = None
    cancelled: bool = False
    network_seconds: float = 0.0
    noise_seconds: float = 0.0

    def to_dict(self) -> dict[str, Any]:
        return asdict(self)


class FlagFeedback(Feedback):
    """Says nothing; cancelled as soon as a file exists."""

    def __init__(self, flag: Path) -> None:
        self._flag = flag

    def is_cancelled(self) -> bool:
        return self._flag.exists()

    def log(self, level: str, text: str) -> None:
        """Drop it: whoever started the job has said it."""


class WindowWorker:
    """A worker of one job.

    Args:
        path: of the handover.
        name: the worker's own, for names of its files.

    Raises:
        SceneFillError: ``cluster-mismatch`` when this process would draw something else; those of the model and of
            the inputs.
    """

    def __init__(self, path: Path, name: str) -> None:
        self.handover = Handover.read(path)
        self.name = name
        self.feedback = FlagFeedback(self.handover.stop_flag)
        job, grid, folder = self.handover.job, self.handover.grid, self.handover.folder
        model = self.model = _load_model(self.handover, self.feedback)
        self._readers = ThreadPoolExecutor(1, "read")
        self._writer = ThreadPoolExecutor(1, "write")
        with rasterio.Env(**GDAL_OPTIONS):
            sources = SourceSet(job, grid, self.feedback)
            work = plan_work(job, sources.served)
            windows = lattice_windows(grid, model.manifest.window, model.manifest.overlap)
            factor = model.manifest.overview_factor
            overview = Overview(grid, windows, factor, work, model.modalities, folder, built=True)
            pool = SourcePool(job, grid, sources)
            adapting = None
            if self.handover.adapted:
                from ..engine.adapting import Adapting

                adapting = Adapting(job, grid, work, pool, overview, model)
                adapting.load(folder, self.handover.adapted, self._readers)
        reach = model.manifest.overlap
        self._reader = WindowReader(job, grid, work, pool, overview, lambda _: False, reach, adapting)
        self._drawer = Drawer(job, work, model, self.feedback, adapting)
        self._reading: deque[Future[Prepared]] = deque()
        self._batch: list[Prepared] = []
        self._writing: deque[tuple[str, bool, Future[str | None]]] = deque()
        self._counted = (0.0, 0.0)

    def work(self, windows: Sequence[Window], finish: bool) -> Report:
        """Begin to read ``windows`` and draw what was read before; ``finish``: draw everything, and wait for the disk.

        Whatever goes wrong is in the report, with the receipts of what is finished all the same.
        """
        error, cancelled = None, False
        try:
            self._advance(windows, finish)
        except JobCancelled:
            cancelled = True
        except Exception as problem:  # noqa: BLE001 -- an error of any kind is an answer
            error = failure(problem)
        stopped = cancelled or error is not None
        receipts: list[tuple[str, str | None, bool]] = []
        while self._writing and (finish or stopped or self._writing[0][2].done() or self._crowded):
            key, drawn, written = self._writing.popleft()
            try:
                receipts.append((key, written.result(), drawn))
            except OSError as problem:
                error = error or failure(problem)
        before, self._counted = self._counted, (self.model.network_seconds, self._drawer.noise_seconds)
        network, noise = (now - then for now, then in zip(self._counted, before))
        return Report(receipts, error, cancelled, network, noise)

    @property
    def _crowded(self) -> bool:
        return len(self._writing) > 2 * self.model.batch_size

    def _advance(self, windows: Sequence[Window], finish: bool) -> None:
        known = len(self._reading)
        self._reading.extend(self._readers.submit(in_gdal, self._reader, window) for window in windows)
        for _ in range(len(self._reading) if finish else known):
            self.feedback.raise_if_cancelled()
            item = self._reading.popleft().result()
            if item.state == "skip":
                self._write(item, item.masks, drawn=False)
                continue
            if self._batch and self._batch[0].pixel_size_m != item.pixel_size_m:
                self._draw()
            self._batch.append(item)
            if len(self._batch) == self.model.batch_size:
                self._draw()
        if finish and self._batch:
            self._draw()

    def _draw(self) -> None:
        batch, self._batch = self._batch, []
        for item, tensors in zip(batch, self._drawer(batch)):
            self._write(item, tensors, drawn=True)

    def _write(self, item: Prepared, tensors: dict[str, Any], drawn: bool) -> None:
        key = window_key(item.window)
        self._writing.append((key, drawn, self._writer.submit(self._save, key, tensors)))

    def _save(self, key: str, tensors: dict[str, Any]) -> str | None:
        if not tensors:
            return None
        # A name of its own: a worker that is taken for dead may be about to write the same window.
        aside = self.handover.folder / f"tmp-{key}-{self.name}-{os.getpid()}.part"
        return write_window(self.handover.folder / f"{key}.safetensors", window_file(tensors), aside)


def _load_model(handover: Handover, feedback: Feedback) -> SceneModel:
    """The job's model, in the number format and the batches of the process that started the job."""
    manifest = read_manifest(model_folder(handover.job.model))
    device = replace(choose_device(manifest.window), dtype=getattr(torch, handover.dtype), batch=handover.batch)
    # For good: the process is this worker's.
    torch.set_num_threads(handover.threads)
    model = SceneModel.load(handover.job.model, feedback, device)
    if model.weights_sha256 != handover.weights:
        raise SceneFillError(
            "cluster-mismatch",
            f"A worker has other weights of the model '{model.model_id}' than the computer that started the job.",
            "Install the same version and the same models on every computer of the cluster.",
        )
    return model
