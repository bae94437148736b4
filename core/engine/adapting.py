"""Scene adaptation in a job: pieces of the scene read from the inputs, what was learnt kept by content, and applied.

:mod:`..model.adapt` learns; here is what ties it to layers, windows and files.
"""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from ... import __version__
from ..feedback import Feedback
from ..grid import Grid, Window
from ..job import Job
from ..modalities import registry
from ..model.adapt import Lookup, Progress, SceneAdaptation, Verdict, learn_scene
from ..model.adapt_store import fetch, keep, read_adaptation, write_adaptation
from ..model.dates import days_between
from ..model.pieces import MARGIN, Lesson, Piece, digest_of, folds_of
from ..model.tensors import WindowBatch
from ..model.translate import retextured
from ..model.trends import FOLDS, KINDS, REACH
from ..raster_bands import TileCache, tile_window
from .encode import encoding_of
from .overview import Overview
from .products import DrawPass, Product, Work
from .sources import Pixels, SourcePool, SourceSet, known_pixels

#: Windows that are looked at for pieces to learn from, and pieces that are taken.
PROBED, PIECES = 64, 8
#: Share of a window that must be observed to be learnt from.
LEAST_OBSERVED = 0.05
#: Bands of other layers that regressions see, at most: the nearest dates first.
COVARIATES = 48
#: Memory for predicted trends around the windows at work.
_TREND_BYTES = 192 * 2**20


@dataclass(frozen=True)
class Layer:
    """A filled layer as adaptation sees it.

    Attributes:
        product: of the job.
        draw: the pass that draws it.
        bands: ``(modality, channel)`` of its mapped bands.
        covariates: ``(input, modality, channel)`` of the other layers' bands.
    """

    product: Product
    draw: DrawPass
    bands: tuple[tuple[str, int], ...]
    covariates: tuple[tuple[int, str, int], ...]


class Adapting:
    """Scene adaptation of one job.

    Args:
        job, grid, work: of the job.
        pool: the inputs.
        overview: built.
        model: a :class:`..model.runtime.SceneModel`.
    """

    def __init__(self, job: Job, grid: Grid, work: Work, pool: SourcePool, overview: Overview, model: Any) -> None:
        self.job, self.grid, self.work = job, grid, work
        self.pool, self.overview, self.model = pool, overview, model
        self.step = model.manifest.window - model.manifest.overlap
        self.layers: dict[int, Layer] = {}
        self.learnt: dict[int, SceneAdaptation] = {}
        self.digests: dict[int, str] = {}
        self._trends = TileCache(_TREND_BYTES)

    def learn(self, windows: Sequence[Window], readers: ThreadPoolExecutor, feedback: Feedback) -> None:
        """Learn every filled layer that has something to teach; ``windows``: of the job."""
        products = [product for product in self.work.products if product.fill is not None]
        for number, product in enumerate(products):
            layer = readers.submit(self._layer, product).result()
            self.layers[product.index] = layer

            def told(share: float, start: int = number) -> None:
                feedback.raise_if_cancelled()
                feedback.progress((start + share) / len(products), "adapt")

            told(0.0)
            chosen = self._choose(layer, windows, readers, feedback)
            pieces = [readers.submit(self._piece, layer, window).result() for window in chosen]
            found, digest = self._recall_or_learn(layer, chosen, pieces, readers, told) if pieces else (None, "")
            if found is None:
                feedback.log("info", f"{product.name}: too little is observed to learn from.")
                continue
            self.learnt[product.index], self.digests[product.index] = found, digest
            feedback.log("info", self._sentence(product, found))

    def save(self, folder: Path) -> list[int]:
        """Write what is to be used into a folder, for :meth:`load`; the indices of its products."""
        used = [product.index for product in self.work.products if self.kept(product) is not None]
        for index in used:
            write_adaptation(_adapted_path(folder, index), self.learnt[index])
        return used

    def load(self, folder: Path, used: Sequence[int], readers: ThreadPoolExecutor) -> None:
        """Take over what another process learnt and saved."""
        for product in self.work.products:
            if product.index in used:
                self.layers[product.index] = readers.submit(self._layer, product).result()
                self.learnt[product.index] = read_adaptation(_adapted_path(folder, product.index))

    def kept(self, product: Product) -> SceneAdaptation | None:
        """What is to be used for a product; None when nothing was learnt or it was not better."""
        found = self.learnt.get(product.index)
        return found if found is not None and found.verdict.kept else None

    def prepare(self, window: Window, gaps: dict[int, np.ndarray]) -> dict[int, Lookup]:
        """Per product with something to draw in a window: all guesses that do not need the model. Thread-safe."""
        found = {}
        for product in self.work.products:
            learnt = self.kept(product)
            if learnt is None or product.fill is None or not gaps[product.fill].any():
                continue
            piece = self._piece(self.layers[product.index], window)
            found[product.index] = learnt.look_up(piece, self._trends_of(product, learnt, piece))
        return found

    def apply(self, product: Product, lookup: Lookup, drafted: dict[str, Any], drawn: dict[str, Any]) -> dict[str, Any]:
        """Replace what the model drew of a product in a window.

        Args:
            product: of the job.
            lookup: from :meth:`prepare`.
            drafted: the model's drafts, by modality.
            drawn: what the model drew, by modality: its realisations keep their texture, scaled to the new spread.
        """
        layer, learnt = self.layers[product.index], self.learnt[product.index]
        draft = np.stack([drafted[modality].mean[channel] for modality, channel in layer.bands])
        mean, std = learnt.apply(lookup, draft)
        found = {}
        for modality in product.modalities:
            old = drawn[modality]
            means, stds, samples = old.mean.copy(), old.std.copy(), [sample.copy() for sample in old.samples]
            low, high = registry()[modality].valid_range
            for i, (name, channel) in enumerate(layer.bands):
                if name != modality:
                    continue
                means[channel], stds[channel] = np.clip(mean[i], low, high), std[i]
                before = drafted[modality].mean[channel], old.std[channel]
                for sample in samples:
                    moved = retextured(sample[channel], *before, means[channel], std[i])
                    sample[channel] = np.clip(moved, low, high)
            found[modality] = dataclasses.replace(old, mean=means, std=stds, samples=tuple(samples))
        return found

    def report(self) -> dict[str, Any] | None:
        """For the sidecar; None when nothing was learnt."""
        products = [self._facts(p, self.learnt[p.index]) for p in self.work.products if p.index in self.learnt]
        if not products:
            return None
        first = {k: products[0][k] for k in ("kept", "holdout_pixels", "error_before", "error_after", "unit")}
        return {"steps": self.job.sampling.adapt.steps, **first, "products": products}

    # -- learning --------------------------------------------------------------------------------------------------

    def _layer(self, product: Product) -> Layer:
        sources = self.pool.get()
        coded = encoding_of(product, self.job, sources).bands
        bands = tuple(
            sorted(((b.modality, b.channel) for b in coded), key=lambda b: (registry().ids.index(b[0]), b[1]))
        )
        date = self.job.inputs[product.fill or 0].date
        order = [i for i in range(len(self.job.inputs)) if i != product.fill]
        order.sort(key=lambda i: np.nan_to_num(abs(days_between(self.job.inputs[i].date, date)), nan=0.0))
        covariates = [
            (i, modality, channel)
            for i in order
            for modality in registry().ids
            if modality in sources.layers[i].modalities
            for channel, band in enumerate(registry()[modality].band_ids)
            if band in self.job.inputs[i].bands
        ]
        return Layer(product, self.work.passes[product.draw], bands, tuple(covariates[:COVARIATES]))

    def _choose(
        self, layer: Layer, windows: Sequence[Window], readers: ThreadPoolExecutor, feedback: Feedback
    ) -> list[Window]:
        """Windows with gaps and much around them that is observed; evenly probed where there are many."""
        count = min(PROBED, len(windows))
        probed = [windows[i] for i in np.unique(np.linspace(0, len(windows) - 1, count).round().astype(int))]

        def look(window: Window) -> tuple[float, float]:
            feedback.raise_if_cancelled()
            source = self.pool.get().layers[layer.product.fill or 0]
            gap = source.gap(window)
            observed = np.logical_and.reduce([mask.any(axis=0) for _, mask in source.read(window).values()])
            return float(gap.mean()), float((observed & ~gap).mean())

        shares = list(readers.map(look, probed))
        ranked = sorted(
            (
                (observed * (1.0 if 0.01 < gap < 0.9 else 0.5), -i)
                for i, (gap, observed) in enumerate(shares)
                if observed > LEAST_OBSERVED
            ),
            reverse=True,
        )
        return [probed[i] for i in sorted(-rank for _, rank in ranked[:PIECES])]

    def _recall_or_learn(
        self,
        layer: Layer,
        chosen: Sequence[Window],
        pieces: Sequence[Piece],
        readers: ThreadPoolExecutor,
        told: Progress,
    ) -> tuple[SceneAdaptation | None, str]:
        sampling = self.job.sampling
        facts = [__version__, self.model.weights_sha256, self.model.dtype_name, sampling.adapt.steps, sampling.seed]
        facts += [layer.bands, layer.covariates, layer.draw.date, self.grid.pixel_size_m(chosen[0].row)]
        key = digest_of(pieces, repr(facts))
        found = fetch(key)
        if found is None:
            drafter = _Drafter(self, layer, chosen, readers)
            found = learn_scene(pieces, drafter, sampling.adapt.steps, sampling.seed, told, _by_unit(layer))
            if found is not None:
                keep(key, found)
                # As it will be read the next time: the very same numbers.
                found = fetch(key) or found
        return found, key

    def _piece(self, layer: Layer, window: Window) -> Piece:
        """A window with its margin as the adaptation sees it."""
        sources = self.pool.get()
        around = window.padded(MARGIN)
        read, gap, observed = self._own(layer, sources, around)
        values = np.stack([np.where(observed, read[m][0][channel], 0.0) for m, channel in layer.bands])
        guide = self.overview.guide(layer.product.draw, window)
        prior = np.stack([guide[m][channel] for m, channel in layer.bands])
        factor = window.height // prior.shape[1]
        prior = np.pad(prior.repeat(factor, 1).repeat(factor, 2), ((0, 0), (MARGIN,) * 2, (MARGIN,) * 2), mode="edge")
        covariates = self._covariates(layer, sources, around)
        inside = around.intersection(self.grid.window)
        wanted = np.zeros(around.shape, bool)
        if inside is not None:
            wanted[inside.slices_in(around)] = gap[inside.slices_in(around)]
        return Piece(around.row, around.col, values.astype(np.float32), observed, wanted, covariates, prior)

    @staticmethod
    def _own(layer: Layer, sources: SourceSet, window: Window) -> tuple[dict[str, Pixels], np.ndarray, np.ndarray]:
        """The filled layer in a window: its modalities, ``(H, W)`` its gap, and where all its bands are observed."""
        source = sources.layers[layer.product.fill or 0]
        gap, read = source.gap(window), source.read(window)
        return read, gap, np.logical_and.reduce([read[m][1][channel] for m, channel in layer.bands]) & ~gap

    def _covariates(self, layer: Layer, sources: SourceSet, window: Window) -> np.ndarray:
        """``(F, H, W)`` float32 bands of the other layers in a window, NaN where absent."""
        found: dict[int, dict[str, Pixels]] = {}
        for index, _, _ in layer.covariates:
            if index not in found:
                found[index] = sources.layers[index].read(window)
        planes = [
            np.where(found[i][m][1][channel], found[i][m][0][channel], np.nan) for i, m, channel in layer.covariates
        ]
        return np.stack(planes).astype(np.float32) if planes else np.zeros((0, *window.shape), np.float32)

    # -- trends, predicted once for every place ----------------------------------------------------------------------

    def _trends_of(self, product: Product, learnt: SceneAdaptation, piece: Piece) -> np.ndarray:
        """``(T, C, H, W)`` of a piece, put together from tiles that neighbouring windows share."""
        height, width = piece.observed.shape
        if learnt.trends is None:
            return np.zeros((0, *piece.values.shape), np.float32)
        whole = Window(piece.row, piece.col, height, width)
        found = np.empty((len(KINDS), *piece.values.shape), np.float32)
        for tile_row, tile_col in whole.tiles(self.step):
            tile = tile_window(tile_row, tile_col, self.step)
            part = tile.intersection(whole)
            if part is not None:
                key = (product.index, tile_row, tile_col)
                make = functools.partial(self._trend_tile, product, learnt, tile)
                (values,) = self._trends.get(key, make)
                rows, cols = part.slices_in(tile)
                found[(..., *part.slices_in(whole))] = values[..., rows, cols]
        return found

    def _trend_tile(self, product: Product, learnt: SceneAdaptation, tile: Window) -> tuple[np.ndarray]:
        layer, sources = self.layers[product.index], self.pool.get()
        if learnt.trends is None:
            return (np.zeros((0, len(layer.bands), *tile.shape), np.float32),)
        around = tile.padded(REACH)
        _, _, observed = self._own(layer, sources, tile)
        folds = np.pad(folds_of(tile.row, tile.col, observed), REACH, constant_values=FOLDS)
        predicted = learnt.trends.predict(self._covariates(layer, sources, around), folds)
        return (predicted[..., REACH:-REACH, REACH:-REACH],)

    # -- words -------------------------------------------------------------------------------------------------------

    def _facts(self, product: Product, learnt: SceneAdaptation) -> dict[str, Any]:
        verdict = learnt.verdict
        bands = self.layers[product.index].bands
        of_modality = {m: [i for i, (name, _) in enumerate(bands) if name == m] for m in product.modalities}
        return {
            "name": product.name,
            "kept": verdict.kept,
            "holdout_pixels": verdict.pixels,
            **_errors(verdict, bands, _by_unit(self.layers[product.index])[0]),
            "modalities": {m: _errors(verdict, bands, own) for m, own in of_modality.items()},
            "covered_90": round(verdict.covered, 3),
            "correction": round(verdict.correction, 3),
            "weights": verdict.weights,
            "sha256": self.digests[product.index],
        }

    def _sentence(self, product: Product, learnt: SceneAdaptation) -> str:
        facts = self._facts(product, learnt)
        unit = "" if facts["unit"] == "reflectance" else f" {facts['unit']}"
        change = f"{facts['error_before']:g} to {facts['error_after']:g}{unit}"
        if facts["kept"]:
            return f"{product.name}: learnt from the scene, error on held-out blocks from {change}."
        return f"{product.name}: what was learnt from the scene is no better on held-out blocks ({change}): left out."


def _adapted_path(folder: Path, index: int) -> Path:
    return folder / f"tmp-adapted{index}.safetensors"


def _by_unit(layer: Layer) -> list[list[int]]:
    """Indices of the layer's bands, grouped by unit; that of its first band first."""
    groups: dict[str, list[int]] = {}
    for i, (modality, _) in enumerate(layer.bands):
        groups.setdefault(registry()[modality].unit, []).append(i)
    return list(groups.values())


def _errors(verdict: Verdict, bands: Sequence[tuple[str, int]], some: Sequence[int]) -> dict[str, Any]:
    """Root-mean-square errors over some of the bands, which have one unit, before and after learning."""
    before, after = (float(np.sqrt((e[list(some)] ** 2).mean())) for e in (verdict.before, verdict.after))
    unit = registry()[bands[some[0]][0]].unit
    return {"error_before": float(f"{before:.4g}"), "error_after": float(f"{after:.4g}"), "unit": unit}


class _Drafter:
    """The model's own drafts of pieces with pixels hidden, in batches."""

    def __init__(
        self, adapting: Adapting, layer: Layer, windows: Sequence[Window], readers: ThreadPoolExecutor
    ) -> None:
        self.adapting, self.layer = adapting, layer
        self.windows, self.readers = windows, readers

    def __call__(self, lessons: Sequence[Lesson], told: Progress) -> list[np.ndarray]:
        model, draw = self.adapting.model, self.layer.draw
        found: list[np.ndarray | None] = [None] * len(lessons)
        # Windows of one batch lie at one latitude, as the engine's do.
        size = self.adapting.grid.pixel_size_m
        order = sorted(range(len(lessons)), key=lambda i: size(self.windows[lessons[i][0]].row))
        groups: dict[float, list[int]] = {}
        for i in order:
            groups.setdefault(size(self.windows[lessons[i][0]].row), []).append(i)
        done = 0
        for pixel_size, members in groups.items():
            for start in range(0, len(members), model.batch_size):
                stop = start + model.batch_size
                part = members[start:stop]
                told(done / len(lessons))
                batches = [self._blinded(*lessons[i], pixel_size) for i in part]
                drafted = model.draft(
                    [b.observations[0] for b in batches],
                    pixel_size,
                    batches[0].size,
                    [b.guides[0] for b in batches],
                    draw.targets,
                    draw.date,
                    [b.known[0] for b in batches],
                )
                for i, modalities in zip(part, drafted):
                    found[i] = np.stack([modalities[m].mean[channel] for m, channel in self.layer.bands])
                done += len(part)
        return [draft for draft in found if draft is not None]

    def _blinded(self, index: int, hidden: np.ndarray, pixel_size: float) -> WindowBatch:
        """One window as if the layer had not been observed where ``hidden``."""
        window, draw = self.windows[index], self.layer.draw
        observations, known, guide = self.readers.submit(self._read, window).result()
        core = hidden[MARGIN:-MARGIN, MARGIN:-MARGIN]
        batch = WindowBatch([observations], pixel_size, window.shape, [guide], draw.date, [known]).without(core)
        shown = {m: (values, mask & ~core) for m, (values, mask) in known.items()}
        return dataclasses.replace(batch, known=[shown])

    def _read(self, window: Window) -> tuple[list[Any], dict[str, Pixels], dict[str, np.ndarray]]:
        sources = self.adapting.pool.get()
        pixels = sources.read(window)
        known = known_pixels(self.layer.draw.fills, pixels)
        return sources.observations(pixels), known, self.adapting.overview.guide(self.layer.product.draw, window)
