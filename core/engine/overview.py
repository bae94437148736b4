"""The overview pass: the draft of the whole job at a fraction of its resolution.

It is the preview that the user sees first, and the low-frequency guide of every window. It covers what the job's
windows cover, beyond the job's extent, on an absolute lattice of its own: so a crop gets the guide that the whole gets.
"""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from ..blend import window_weights
from ..feedback import Feedback
from ..grid import Grid, Window, coarse, lattice_windows
from ..modalities import registry
from .pipeline import batched, prefetch
from .products import Product, Work
from .sources import Pixels, SourcePool, known_pixels


@dataclass(frozen=True)
class _Prepared:
    window: Window
    pixel_size_m: float
    observations: list[Any]
    pixels: list[dict[str, Pixels]]


class Overview:
    """Coarse drafts of all modalities, one stack per pass, in files mapped into memory.

    Args:
        grid: the job's grid.
        windows: the job's windows, of which the overview has to cover every pixel.
        factor: pixels per coarse pixel along one axis; divides the windows' origins and sizes.
        work: what is to be drawn.
        modalities: all modalities of the model, in its order.
        folder: where the stacks are kept while the job runs.
        built: they lie there already, built by another process: :meth:`guide` is all that is wanted.
    """

    def __init__(
        self,
        grid: Grid,
        windows: Sequence[Window],
        factor: int,
        work: Work,
        modalities: Sequence[str],
        folder: Path,
        built: bool = False,
    ) -> None:
        self.factor, self.work = factor, work
        self.modalities = tuple(modalities)
        first, last = windows[0], windows[-1]
        region = Window(first.row, first.col, last.row_stop - first.row, last.col_stop - first.col)
        fine = grid.crop(region.row - grid.row0, region.col - grid.col0, region.height, region.width)
        self.grid = coarse(fine, factor)
        self.region = self.grid.window
        self._slices: dict[str, slice] = {}
        start = 0
        for modality in self.modalities:
            stop = start + len(registry()[modality].bands)
            self._slices[modality] = slice(start, stop)
            start = stop
        shape = (start, *self.region.shape)
        paths = [folder / f"tmp-overview{i}.npy" for i in range(len(work.passes))]
        self._stacks: list[np.memmap] = [
            np.load(path, mmap_mode="r") if built else _mapped(path, shape) for path in paths
        ]
        #: What was observed of the layers to be filled, NaN elsewhere: shown in the preview instead of the draft.
        self._observed = {
            product.index: _mapped(folder / f"tmp-observed{product.index}.npy", self._shape(product), np.nan)
            for product in work.products
            if product.fill is not None and not built
        }

    def build(self, model: Any, pool: SourcePool, readers: ThreadPoolExecutor, feedback: Feedback) -> None:
        """Draw it. ``model``: a :class:`scenefill.core.model.runtime.SceneModel`."""
        size, overlap = model.manifest.window, model.manifest.overlap
        windows = lattice_windows(self.grid, size, overlap)
        weights = window_weights(size, overlap)

        def prepare(window: Window) -> _Prepared:
            sources = pool.get()
            pixels = sources.read_coarse(window, self.factor)
            return _Prepared(window, self.grid.pixel_size_m(window.row), sources.observations(pixels), pixels)

        done = 0
        prepared = prefetch(prepare, windows, readers, 2 * model.batch_size)
        for batch in batched(prepared, model.batch_size, lambda item: item.pixel_size_m):
            feedback.raise_if_cancelled()
            self._draw(model, batch, weights)
            done += len(batch)
            feedback.progress(done / len(windows), "overview")

    def _draw(self, model: Any, batch: list[_Prepared], weights: np.ndarray) -> None:
        observations = [item.observations for item in batch]
        for index, draw in enumerate(self.work.passes):
            drafts = model.draft(
                observations,
                batch[0].pixel_size_m,
                weights.shape,
                [None] * len(batch),
                self.modalities,
                draw.date,
                [known_pixels(draw.fills, item.pixels) for item in batch],
            )
            for item, draft in zip(batch, drafts):
                part = item.window.intersection(self.region)
                if part is None:
                    continue
                inside, outside = part.slices_in(item.window), part.slices_in(self.region)
                for modality, drawn in draft.items():
                    stack = self._stacks[index][self._slices[modality]]
                    stack[:, outside[0], outside[1]] += drawn.mean[:, inside[0], inside[1]] * weights[inside]
        for item in batch:
            self._keep_observed(item)

    def _keep_observed(self, item: _Prepared) -> None:
        part = item.window.intersection(self.region)
        if part is None:
            return
        inside, outside = part.slices_in(item.window), part.slices_in(self.region)
        for product in self.work.products:
            if product.fill is None:
                continue
            pixels = item.pixels[product.fill]
            planes = [np.where(pixels[m][1], pixels[m][0], np.nan) for m in product.modalities]
            self._observed[product.index][:, outside[0], outside[1]] = np.concatenate(planes)[:, inside[0], inside[1]]

    def guide(self, index: int, window: Window) -> dict[str, np.ndarray]:
        """The coarse pixels under a window of the job: ``{modality: (C, h, w)}`` float32, physical."""
        rows, cols = self._under(window).slices_in(self.region)
        stack = self._stacks[index]
        return {m: np.array(stack[part, rows, cols]) for m, part in self._slices.items()}

    def preview(self, product: Product, window: Window) -> np.ndarray:
        """``(C, h, w)`` of a product's modalities in a window of the overview's lattice, observed pixels included."""
        rows, cols = window.slices_in(self.region)
        stack = self._stacks[product.draw]
        drawn = np.concatenate([stack[self._slices[m], rows, cols] for m in product.modalities])
        if product.index not in self._observed:
            return drawn
        observed = self._observed[product.index][:, rows, cols]
        return np.where(np.isfinite(observed), observed, drawn)

    def _shape(self, product: Product) -> tuple[int, int, int]:
        return (sum(len(registry()[m].bands) for m in product.modalities), *self.region.shape)

    def _under(self, window: Window) -> Window:
        f = self.factor
        return Window(window.row // f, window.col // f, window.height // f, window.width // f)

    def flush(self) -> None:
        """Bring the stacks to the disk, for processes on other computers to read."""
        for stack in self._stacks:
            stack.flush()

    def close(self) -> None:
        """Forget the stacks; their files are removed with the windows."""
        self._stacks.clear()
        self._observed.clear()


def _mapped(path: Path, shape: tuple[int, int, int], fill: float | None = None) -> np.memmap:
    stack = np.lib.format.open_memmap(path, mode="w+", dtype=np.float32, shape=shape)
    if fill is not None:
        stack[...] = fill
    return stack
