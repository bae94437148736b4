"""The inputs of a job as the windows need them: observations, known pixels and gaps."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from typing import Any

import numpy as np

from ..errors import SceneFillError
from ..feedback import Feedback
from ..grid import Grid, Window
from ..job import Job
from ..modalities import registry
from ..raster import LayerSource
from ..raster_open import open_raster

Pixels = tuple[np.ndarray, np.ndarray]


class SourceSet:
    """All inputs of a job, opened. For one thread at a time: every reading thread has its own.

    Args:
        job: the job.
        grid: the job's grid.
        feedback: is told the guessed units.

    Raises:
        SceneFillError: whatever :class:`LayerSource` raises, ``fill-grid`` when a layer to fill is on another grid.
    """

    def __init__(self, job: Job, grid: Grid, feedback: Feedback) -> None:
        self.job, self.grid = job, grid
        self.layers = [LayerSource(item, grid, feedback) for item in job.inputs]
        for target in job.targets:
            if target.fill is not None and not self.layers[target.fill].on_grid:
                raise SceneFillError(
                    "fill-grid",
                    f"'{job.inputs[target.fill].path}' is to be filled, but is not on the job's grid.",
                    f"Set `grid.like` to that file, or remove `fill` to draw {target.modality} everywhere.",
                    {"input": target.fill},
                )

    @property
    def served(self) -> list[tuple[str, ...]]:
        """Modality ids that each input serves, in the registry's order."""
        return [tuple(m for m in registry().ids if m in layer.modalities) for layer in self.layers]

    def read(self, window: Window) -> list[dict[str, Pixels]]:
        """Per input ``{modality: (values, mask)}`` of a window of the job's lattice."""
        return [layer.read(window) for layer in self.layers]

    def read_coarse(self, window: Window, factor: int) -> list[dict[str, Pixels]]:
        """The same for a window of the overview's lattice."""
        return [layer.read_coarse(window, factor) for layer in self.layers]

    def observations(self, pixels: list[dict[str, Pixels]]) -> list[Any]:
        """What the model is shown: the inputs in the job's order, each one's modalities in the registry's order."""
        from ..model.runtime import Observation

        found = []
        for layer, item, read in zip(self.layers, self.job.inputs, pixels):
            for modality in registry().ids:
                if modality in read:
                    values, mask = read[modality]
                    found.append(Observation(modality, values, mask, layer.native_pixel_size_m, item.date))
        return found

    def file_window(self, index: int) -> Window:
        """The whole file of an input that lies on the job's grid, as a window of the job's lattice."""
        with open_raster(self.job.inputs[index].path) as dataset:
            row, col = self.grid.to_lattice(dataset.transform.c, dataset.transform.f)
            return Window(round(row), round(col), dataset.height, dataset.width)

    def close(self) -> None:
        for layer in self.layers:
            layer.close()


class SourcePool:
    """One :class:`SourceSet` per reading thread, opened on first use and closed together.

    Args:
        first: for the first thread, which then finds and leaves its caches warm (looking for clouds is slow); its
            owner leaves it alone while the threads read, and closes it.
    """

    def __init__(self, job: Job, grid: Grid, first: SourceSet) -> None:
        self._job, self._grid = job, grid
        self._local = threading.local()
        self._lock = threading.Lock()
        self._first: SourceSet | None = first
        self._opened: list[SourceSet] = []

    def get(self) -> SourceSet:
        """The calling thread's sources."""
        if not hasattr(self._local, "sources"):
            with self._lock:
                self._local.sources, self._first = self._first, None
        if self._local.sources is None:
            # The units were reported when the job was checked: once is enough.
            self._local.sources = SourceSet(self._job, self._grid, _Silent())
            with self._lock:
                self._opened.append(self._local.sources)
        return self._local.sources

    def close(self) -> None:
        with self._lock:
            for sources in self._opened:
                sources.close()
            self._opened.clear()
        self._local = threading.local()


class _Silent(Feedback):
    """Says nothing."""

    def log(self, level: str, text: str) -> None:
        """Drop it."""


def known_pixels(fills: Mapping[str, int], pixels: list[dict[str, Pixels]]) -> dict[str, Pixels]:
    """Observations that a drawing continues: ``{modality: (values, mask)}`` of the layers to be filled."""
    return {modality: pixels[index][modality] for modality, index in fills.items()}
