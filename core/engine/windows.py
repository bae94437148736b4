"""A window of a job: read from the inputs, drawn by the model, made the content of a file."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np
from safetensors.numpy import save
from scipy.ndimage import maximum_filter

from ..feedback import Feedback
from ..grid import Grid, Window
from ..job import Job
from ..modalities import registry
from ..noise import noise
from ..speckle import SPECKLED, speckle
from .overview import Overview
from .products import DrawPass, Product, Work
from .sources import Pixels, SourcePool, SourceSet, known_pixels

if TYPE_CHECKING:
    from .adapting import Adapting

#: Provenance values.
OBSERVED, NEIGHBOURS, OTHERS, CARRIED, NOTHING = 0, 1, 2, 3, 255


def window_key(window: Window) -> str:
    """The name of a window's file and receipt: its absolute lattice position."""
    return f"{window.row}_{window.col}"


@dataclass(frozen=True)
class Prepared:
    """A window read and ready to draw.

    Attributes:
        window: its place on the lattice.
        state: ``done`` (finished earlier), ``skip`` (nothing to draw) or ``draw``.
        pixel_size_m: ground size of a pixel there.
        observations: for the model.
        known: per pass, observations that it continues; None when the pass has nothing to draw here.
        guides: per pass, the overview under the window.
        masks: uint8 tensors that go into the window's file beside what is drawn.
        lookups: per product, what scene adaptation has to say before the model is asked.
    """

    window: Window
    state: str
    pixel_size_m: float = 0.0
    observations: list[Any] = field(default_factory=list)
    known: list[dict[str, Pixels] | None] = field(default_factory=list)
    guides: list[dict[str, np.ndarray]] = field(default_factory=list)
    masks: dict[str, np.ndarray] = field(default_factory=dict)
    lookups: dict[int, Any] = field(default_factory=dict)


class WindowReader:
    """Reads one window at a time; called from several threads.

    Args:
        done: whether the window of a key was finished earlier.
        reach: pixels within which an observed neighbour counts as in sight (the windows' overlap).
        adapting: what was learnt from the scene, or None.
    """

    def __init__(
        self,
        job: Job,
        grid: Grid,
        work: Work,
        pool: SourcePool,
        overview: Overview,
        done: Callable[[str], bool],
        reach: int,
        adapting: Adapting | None = None,
    ) -> None:
        self.grid, self.work, self.pool = grid, work, pool
        self.adapting = adapting
        self.overview, self.done, self.reach = overview, done, reach
        self.cloudy = [i for i, item in enumerate(job.inputs) if any(g.kind == "clouds" for g in item.gaps)]

    def __call__(self, window: Window) -> Prepared:
        if self.done(window_key(window)):
            return Prepared(window, "done")
        sources = self.pool.get()
        masks = {f"mask.{i}": sources.layers[i].gap(window).astype(np.uint8) for i in self.cloudy}
        gaps = self._gaps(sources, window)
        drawn = [self._draws(i, gaps) for i in range(len(self.work.passes))]
        if not any(drawn):
            masks = {name: mask for name, mask in masks.items() if mask.any()}
            return Prepared(window, "skip", masks=masks)
        pixels = sources.read(window)
        for product in self.work.products:
            provenance = self._provenance(product, pixels, gaps, window)
            if provenance.any():
                masks[f"provenance.{product.index}"] = provenance
        passes = self.work.passes
        return Prepared(
            window,
            "draw",
            self.grid.pixel_size_m(window.row),
            sources.observations(pixels),
            [known_pixels(draw.fills, pixels) if needed else None for draw, needed in zip(passes, drawn)],
            [self.overview.guide(i, window) for i in range(len(passes))],
            masks,
            self.adapting.prepare(window, gaps) if self.adapting is not None else {},
        )

    def _gaps(self, sources: SourceSet, window: Window) -> dict[int, np.ndarray]:
        """Per layer to fill, its gap where it lies within the job: nobody sees what would be drawn outside."""
        inside = window.intersection(self.grid.window)
        gaps = {}
        for product in self.work.products:
            if product.fill is not None:
                gaps[product.fill] = sources.layers[product.fill].gap(window)
        within = np.zeros(window.shape, dtype=bool)
        if inside is not None:
            within[inside.slices_in(window)] = True
        return {index: gap & within for index, gap in gaps.items()}

    def _draws(self, index: int, gaps: dict[int, np.ndarray]) -> bool:
        """Whether a pass has anything to draw in the window."""
        products = [product for product in self.work.products if product.draw == index]
        return any(product.fill is None or gaps[product.fill].any() for product in products)

    def _provenance(
        self, product: Product, pixels: list[dict[str, Pixels]], gaps: dict[int, np.ndarray], window: Window
    ) -> np.ndarray:
        """0 where the product keeps an observation, else :data:`NEIGHBOURS` or :data:`OTHERS`.

        In sight is what the model was shown of the product's modalities within reach, of whichever date.
        """
        observed = np.zeros(window.shape, dtype=bool)
        for read in pixels:
            for modality in product.modalities:
                if modality in read:
                    observed |= read[modality][1].any(axis=0)
        near = maximum_filter(observed.astype(np.uint8), size=2 * self.reach + 1, mode="constant") > 0
        source = np.where(near, NEIGHBOURS, OTHERS).astype(np.uint8)
        return source if product.fill is None else source * gaps[product.fill]


class Drawer:
    """Calls the model for a batch of windows and makes the tensors of their files."""

    def __init__(self, job: Job, work: Work, model: Any, feedback: Feedback, adapting: Adapting | None = None) -> None:
        self.job, self.work, self.model, self.feedback = job, work, model, feedback
        self.adapting = adapting
        self.noise_seconds = 0.0
        # A model draws for one thread at a time.
        self._lock = threading.Lock()

    def __call__(self, batch: Sequence[Prepared]) -> list[dict[str, np.ndarray]]:
        tensors = [dict(item.masks) for item in batch]
        for index, draw in enumerate(self.work.passes):
            needed = [i for i, item in enumerate(batch) if item.known[index] is not None]
            if not needed:
                continue
            drawn = self._draw(index, draw, [batch[i] for i in needed])
            for i, modalities in zip(needed, drawn):
                for modality, one in modalities.items():
                    tensors[i][f"{index}.{modality}.mean"] = one.mean
                    tensors[i][f"{index}.{modality}.std"] = one.std
                    for k, sample in enumerate(self._speckled(modality, one.samples, batch[i])):
                        tensors[i][f"{index}.{modality}.sample{k}"] = sample
        return tensors

    def _speckled(self, modality: str, samples: Sequence[np.ndarray], item: Prepared) -> Iterator[np.ndarray]:
        """Realisations of radar with the speckle that the model's drawings lack."""
        lacking = self.model.manifest.calibration.get("speckle", {}) if modality == SPECKLED else {}
        for k, sample in enumerate(samples):
            seed, place = self.job.sampling.seed, (item.window, item.pixel_size_m)
            yield sample + speckle(lacking, seed, k, *place) if lacking else sample

    def _draw(self, index: int, draw: DrawPass, batch: Sequence[Prepared]) -> list[dict[str, Any]]:
        """Draft or sample a pass; what was learnt from the scene then has the last word about filled layers."""
        mode = self.job.sampling.mode
        adapted = self._adapted(index)
        learnt = {modality for product in adapted for modality in product.modalities}
        learnt.update(self.model.told({o.modality for o in batch[0].observations}, draw.targets))
        # The mean of realisations adds nothing to what was learnt or told: where that is all, none are made for it.
        sampled = mode == "realisation" or (mode == "estimate" and not learnt.issuperset(draw.targets))
        with self._lock:
            drafted = self._draft(index, draw, batch) if adapted or not sampled else []
            drawn = self._sample(index, draw, batch) if sampled else drafted
        if self.adapting is None or not adapted:
            return drawn
        found = []
        for item, draft, one in zip(batch, drafted, drawn):
            for product in adapted:
                if product.index in item.lookups:
                    one = {**one, **self.adapting.apply(product, item.lookups[product.index], draft, one)}
            found.append(one)
        return found

    def _adapted(self, index: int) -> list[Product]:
        if self.adapting is None:
            return []
        return [p for p in self.work.products if p.draw == index and self.adapting.kept(p) is not None]

    def _draft(self, index: int, draw: DrawPass, batch: Sequence[Prepared]) -> list[dict[str, Any]]:
        seen = ([item.observations for item in batch], batch[0].pixel_size_m, batch[0].window.shape)
        guides, known = [item.guides[index] for item in batch], [item.known[index] or {} for item in batch]
        return list(self.model.draft(*seen, guides, draw.targets, draw.date, known))

    def _sample(self, index: int, draw: DrawPass, batch: Sequence[Prepared]) -> list[dict[str, Any]]:
        sampling = self.job.sampling
        drawn = self.model.draw(
            [item.observations for item in batch],
            batch[0].pixel_size_m,
            batch[0].window.shape,
            [item.guides[index] for item in batch],
            draw.targets,
            [item.known[index] for item in batch],
            self._noise(batch),
            steps=sampling.steps,
            samples=sampling.samples,
            keep_samples=sampling.mode == "realisation",
            date=draw.date,
            check=self.feedback.raise_if_cancelled,
        )
        return list(drawn)

    def _noise(self, batch: Sequence[Prepared]) -> Callable[[int, int, str], np.ndarray]:
        seed = self.job.sampling.seed

        def field_of(index: int, sample: int, modality: str) -> np.ndarray:
            started = time.perf_counter()
            window = batch[index].window
            channels, factor = self.model.noise_shape(modality)
            names = registry()[modality].band_ids if factor == 1 else [f"latent{i}" for i in range(channels)]
            place = (window.row // factor, window.col // factor, window.height // factor, window.width // factor)
            fields = np.stack([noise(seed, f"{modality}/{name}", sample, *place) for name in names])
            self.noise_seconds += time.perf_counter() - started
            return fields

        return field_of


def window_file(tensors: dict[str, np.ndarray]) -> bytes:
    """The content of a window's file."""
    return save({name: np.ascontiguousarray(tensor) for name, tensor in tensors.items()})
