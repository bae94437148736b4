"""Scene adaptation: what a layer's own observed pixels teach about the gaps in it.

A model of few places does not know this one, but the place itself can teach it. Observed pixels are hidden in the shape
of the scene's own gaps; what fills them best is learnt there: regressions on the other layers (:mod:`.trends`),
inpainting from the rim (:mod:`.inpaint`) and the model's own draft are weighed against each other (:mod:`.stacking`),
and a small network trained for a fixed number of steps corrects the result (:mod:`.adapter`). Blocks of observed pixels
are held out of all of it; what is learnt is kept only if it is better there than the model alone.

Everything is in physical units. Seeded: the same pieces give the same result.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from scipy import ndimage

from . import adapter as network
from .adapter import Adapter
from .kriging import EXPONENTS, Kriging
from .pieces import Lesson, Piece, hide
from .stacking import COVERED, NORMAL_90, Stack, guess_names, guesses
from .trends import KINDS, Sample, Trends, some_of

#: Pixels that regressions and weights are learnt from, at most; fewest hidden pixels that teach anything.
TREND_PIXELS, STACK_PIXELS, FEWEST = 40_000, 25_000, 400
#: Bands of other layers that the correcting network sees, at most.
ADAPTER_COVARIATES = 12
#: By how much the held-out blocks may change the spread.
WIDENED = (0.8, 2.5)
#: A gap is a little stranger than what was hidden for the lessons: real ones of six scenes were covered to 80 to 93 %.
ELSEWHERE = 1.1
#: As much of the correction is taken as this share of what would be best on the held-out blocks, which are few.
TRUSTED = 0.5

#: Name of the model's draft among the guesses, and the end of that of the smoothest kriging.
_MODEL, _KRIGED = "model", str(max(EXPONENTS))

Progress = Callable[[float], None]
#: Drafts of the model alone, one per lesson: ``(C, h, w)`` of the piece's core. Tells progress.
Drafter = Callable[[Sequence[Lesson], Progress], Sequence[np.ndarray]]


@dataclass(frozen=True)
class Verdict:
    """How well what was learnt does on the held-out blocks.

    Attributes:
        kept: whether it is used.
        pixels: held-out pixels.
        before, after: ``(C,)`` root-mean-square error of the model alone and of what was learnt, physical units.
        covered: share of the errors within the stated 90 % interval.
        correction: share of the network's correction that is applied, 0..1.
        weights: share of each guess by name, for the report.
    """

    kept: bool
    pixels: int
    before: np.ndarray
    after: np.ndarray
    covered: float
    correction: float
    weights: dict[str, float]


@dataclass(frozen=True)
class Lookup:
    """Guesses of a piece, made while the model is busy elsewhere."""

    piece: Piece
    guessed: np.ndarray
    distance: np.ndarray


@dataclass(frozen=True)
class SceneAdaptation:
    """What was learnt from one scene about one layer.

    Attributes:
        trends: None when there is no other layer.
        kriging: how the layer's bands go together.
        stack: weights and spread.
        adapter: None without steps.
        center, scale: ``(C,)`` and ``(F,)`` that standardise the network's inputs: layer, then other layers.
    """

    trends: Trends | None
    kriging: Kriging
    stack: Stack
    adapter: Adapter | None
    center: np.ndarray
    scale: np.ndarray
    verdict: Verdict

    def look_up(self, piece: Piece, trends: np.ndarray) -> Lookup:
        """Everything that does not need the model's draft. ``trends``: ``(T, C, H, W)`` of the piece."""
        guessed = guesses(piece.values, piece.observed, trends, piece.prior, self.kriging, _reach(self.trends))
        return Lookup(piece, guessed, _distance(piece.observed))

    def apply(self, lookup: Lookup, draft: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Mean and standard deviation of the core, ``(C, h, w)`` float32 each. ``draft``: of the model, of the core."""
        piece = lookup.piece
        guessed = _with_draft(lookup.guessed, draft, piece)
        heard = _Heard(piece, piece.observed, piece.gap, guessed, lookup.distance)
        mean = self.stack.mean(guessed, lookup.distance)
        if self.verdict.correction > 0:
            mean = mean + np.float32(self.verdict.correction) * self.correction(heard, mean)
        core = (slice(None), *piece.core)
        return mean[core].astype(np.float32), self.stack.deviation(guessed, lookup.distance)[core]

    def correction(self, heard: _Heard, mean: np.ndarray) -> np.ndarray:
        """``(C, H, W)`` what the network would add to ``mean``; 0 without one."""
        if self.adapter is None:
            return np.zeros_like(mean)
        return self.adapter.correct(self.inputs(heard, mean)) * self.scale[: len(mean), None, None]

    def guess_names(self) -> tuple[str, ...]:
        """Of everything that is stacked, in its order."""
        return guess_names(KINDS if self.trends is not None else (), (_MODEL,))

    def _shown_guesses(self) -> list[int]:
        """Which guesses the network sees: one of those that differ little from each other."""
        return [
            i for i, name in enumerate(self.guess_names()) if name == _MODEL or name.endswith(("smooth rim", _KRIGED))
        ]

    def inputs(self, heard: _Heard, mean: np.ndarray) -> np.ndarray:
        """What the network sees of a piece, ``(I, H, W)`` float32, about zero mean and unit variance."""
        bands, piece = len(mean), heard.piece
        center, scale = self.center[:, None, None], self.scale[:, None, None]
        best = np.where(heard.shown, piece.values, mean)
        parts = [(best - center[:bands]) / scale[:bands], heard.shown[None], np.log1p(heard.distance)[None]]
        parts += [(guess - mean) / scale[:bands] for guess in heard.guessed[self._shown_guesses()]]
        others = (piece.covariates[:ADAPTER_COVARIATES] - center[bands:]) / scale[bands:]
        parts.append(np.where(np.isfinite(others), others, 0.0))
        return np.concatenate(parts).astype(np.float32)


def learn_scene(
    pieces: Sequence[Piece],
    drafter: Drafter,
    steps: int,
    seed: int,
    progress: Progress | None = None,
    units: Sequence[Sequence[int]] | None = None,
) -> SceneAdaptation | None:
    """Learn from a scene.

    Args:
        pieces: of the scene; their held-out blocks are used to judge alone.
        drafter: the model alone.
        steps: of the correcting network's training; 0 leaves it out.
        seed: of masks, subsamples and weights.
        progress: is told the share that is done, and may raise to cancel.
        units: bands grouped by their unit, whose errors may be pooled; None when all have one.

    Returns:
        What was learnt with its verdict, or None when too little is observed to learn and to judge.
    """
    told = progress or (lambda share: None)
    held = [piece.held_out() for piece in pieces]
    learnable = sum(int((piece.observed & ~out)[piece.core].sum()) for piece, out in zip(pieces, held))
    judged = sum(int(out[piece.core].sum()) for piece, out in zip(pieces, held))
    if learnable < FEWEST or judged < FEWEST // 4:
        return None
    known = np.concatenate([piece.values[:, piece.observed & ~out] for piece, out in zip(pieces, held)], axis=1)
    teller = _Teller(pieces, held, drafter, Kriging.fit(known), seed)
    teller.learn_trends(_part(told, 0.0, 0.35))
    lessons = hide(pieces, held, np.random.default_rng([seed, 0x41D]))
    asked = [*lessons, *enumerate(held)]
    heard = teller.tell(asked, _part(told, 0.35, 0.65))
    count = len(lessons)
    taught, judging = heard[:count], heard[count:]
    stack = _learn_stack(taught, seed)
    if stack is None:
        return None
    center, scale = _standard(pieces, known)
    found = SceneAdaptation(teller.trends, teller.kriging, stack, None, center, scale, _NOT_YET)
    if steps:
        found = replace(found, adapter=_learn_adapter(found, taught, steps, seed, _part(told, 0.65, 1.0)))
    return _judge(found, judging, units or [range(len(pieces[0].values))])


_NOT_YET = Verdict(False, 0, np.zeros(0), np.zeros(0), 0.0, 1.0, {})


@dataclass(frozen=True)
class _Heard:
    """A lesson with what is guessed about it, all of one size.

    Attributes:
        piece: of the scene, or its core.
        shown: ``(H, W)`` bool, observed and not hidden.
        asked: ``(H, W)`` bool, pixels whose truth is known and was hidden.
        guessed: ``(E, C, H, W)``.
        distance: ``(H, W)`` pixels to the nearest shown one.
    """

    piece: Piece
    shown: np.ndarray
    asked: np.ndarray
    guessed: np.ndarray
    distance: np.ndarray

    def at(self, array: np.ndarray, rows: np.ndarray | None = None) -> np.ndarray:
        """``(..., H, W)`` to ``(..., n)`` at the asked pixels, or at the given ones of the flattened piece."""
        flat = array.reshape(*array.shape[:-2], -1)
        return np.asarray(flat[..., np.flatnonzero(self.asked) if rows is None else rows])


class _Teller:
    """Makes the guesses of pieces with pixels hidden."""

    def __init__(
        self, pieces: Sequence[Piece], held: Sequence[np.ndarray], drafter: Drafter, kriging: Kriging, seed: int
    ) -> None:
        self.pieces, self.held, self.drafter, self.kriging, self.seed = pieces, held, drafter, kriging, seed
        self.trends: Trends | None = None
        self._predicted = [np.zeros((0, *piece.values.shape), np.float32) for piece in pieces]

    def learn_trends(self, told: Progress) -> None:
        """Fit the regressions outside the held-out blocks, if there is any other layer."""
        if not any(np.isfinite(piece.covariates).any() for piece in self.pieces):
            return
        rng = np.random.default_rng([self.seed, 0x7EA])
        share = TREND_PIXELS // len(self.pieces) + 1
        samples = []
        for piece, out in zip(self.pieces, self.held):
            rows = some_of(rng, np.flatnonzero(piece.observed & ~out & piece.inside), share)
            samples.append(Sample.of(piece.covariates, piece.values, piece.folds(), rows))
        self.trends = Trends.fit(Sample.join(samples), self.seed, _part(told, 0.0, 0.8))
        for i, (piece, out) in enumerate(zip(self.pieces, self.held)):
            told(0.8 + 0.2 * i / len(self.pieces))
            # Pixels that a lesson hides belong to folds: one prediction serves all lessons of a piece.
            self._predicted[i] = self.trends.predict(piece.covariates, piece.folds(out))

    def tell(self, asked: Sequence[Lesson], told: Progress) -> list[_Heard]:
        """Guesses of every lesson."""
        drafts = self.drafter(asked, _part(told, 0.0, 0.5))
        found = []
        for i, ((index, hidden), draft) in enumerate(zip(asked, drafts)):
            told(0.5 + 0.5 * i / len(asked))
            piece, out = self.pieces[index], self.held[index]
            shown = piece.observed & ~hidden
            # Without a prior: the overview saw what is hidden here.
            trends, reach = self._predicted[index], _reach(self.trends)
            blind = guesses(piece.values, shown, trends, None, self.kriging, reach)
            guessed = _with_draft(blind, draft, piece)
            wanted = hidden & piece.observed & (~out if (hidden & ~out).any() else out)
            whole = (shown, wanted, guessed, _distance(shown))
            # The margin has served: there are many lessons, and their guesses fill the memory.
            found.append(_Heard(piece.cut(), *(array[(..., *piece.core)].copy() for array in whole)))
        return found


def _with_draft(guessed: np.ndarray, draft: np.ndarray, piece: Piece) -> np.ndarray:
    """The model's draft as one more guess; around the core it says what the rim says."""
    whole = guessed[0].copy()
    whole[(slice(None), *piece.core)] = draft
    return np.concatenate([guessed, whole[None]])


def _reach(trends: Trends | None) -> np.ndarray | None:
    return None if trends is None else trends.reach


def _distance(shown: np.ndarray) -> np.ndarray:
    """Pixels to the nearest observed one, at most the piece's side."""
    if not shown.any():
        return np.full(shown.shape, float(max(shown.shape)), np.float32)
    return np.asarray(ndimage.distance_transform_edt(~shown), dtype=np.float32)


def _part(told: Progress, start: float, end: float) -> Progress:
    return lambda share: told(start + (end - start) * share)


def _learn_stack(taught: Sequence[_Heard], seed: int) -> Stack | None:
    rng = np.random.default_rng([seed, 0x57A])
    share = STACK_PIXELS // max(len(taught), 1) + 1
    chosen = [some_of(rng, np.flatnonzero(heard.asked), share) for heard in taught]
    if sum(rows.size for rows in chosen) < FEWEST:
        return None
    pairs = list(zip(taught, chosen))
    return Stack.fit(
        np.concatenate([heard.at(heard.guessed, rows) for heard, rows in pairs], axis=-1),
        np.concatenate([heard.at(heard.piece.values, rows) for heard, rows in pairs], axis=-1),
        np.concatenate([heard.at(heard.distance, rows) for heard, rows in pairs]),
    )


def _standard(pieces: Sequence[Piece], own: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Centre and scale of the layer's bands (``(C, n)`` known pixels) and of the other layers' first bands."""
    others = [piece.covariates[:ADAPTER_COVARIATES] for piece in pieces]
    rest = np.concatenate(
        [planes.reshape(len(planes), planes[0].size if len(planes) else 0) for planes in others], axis=1
    )
    known = np.isfinite(rest)
    count = np.maximum(known.sum(axis=1), 1)
    center = np.where(known, rest, 0.0).sum(axis=1, dtype=np.float64) / count
    scale = np.sqrt(np.where(known, (rest - center[:, None]) ** 2, 0.0).sum(axis=1, dtype=np.float64) / count)
    centers = np.concatenate([own.mean(axis=1, dtype=np.float64), center])
    scales = np.concatenate([own.std(axis=1, dtype=np.float64), scale])
    return centers.astype(np.float32), np.maximum(scales, 1e-6).astype(np.float32)


def _learn_adapter(found: SceneAdaptation, taught: Sequence[_Heard], steps: int, seed: int, told: Progress) -> Adapter:
    lessons = []
    for heard in taught:
        mean = found.stack.mean(heard.guessed, heard.distance)
        wanted = (heard.piece.values - mean) / found.scale[: len(mean), None, None] * heard.asked
        weight = heard.asked.astype(np.float32)
        lessons.append(network.Lesson(found.inputs(heard, mean), wanted.astype(np.float32), weight))
    return Adapter.train(lessons, steps, seed, told)


def _ratio(after: np.ndarray, before: np.ndarray) -> float:
    """Of root mean squares over bands of one unit; 1 where there was no error to lower."""
    square = float((before**2).sum())
    return float(np.sqrt((after**2).sum() / square)) if square > 0 else 1.0


def _judge(found: SceneAdaptation, judging: Sequence[_Heard], units: Sequence[Sequence[int]]) -> SceneAdaptation:
    """Compare on the held-out blocks, hidden alone; the correction is taken in part, as it helps there."""
    parts: list[list[np.ndarray]] = [[], [], [], [], []]
    for heard in judging:
        mean = found.stack.mean(heard.guessed, heard.distance)
        full = mean + found.correction(heard, mean)
        spread = found.stack.deviation(heard.guessed, heard.distance)
        for part, array in zip(parts, (heard.piece.values, heard.guessed[-1], mean, full, spread)):
            part.append(heard.at(array))
    truth, draft, mean, full, spread = (np.concatenate(part, axis=1).astype(np.float64) for part in parts)
    unit = found.scale[: len(truth), None].astype(np.float64)
    change, missed = (full - mean) / unit, (truth - mean) / unit
    square = float((change**2).sum())
    share = TRUSTED * float(np.clip((change * missed).sum() / square, 0.0, 1.0)) if square > 0 else 0.0
    final = mean + share * (full - mean)
    before, after = (np.sqrt(((guess - truth) ** 2).mean(axis=1)) for guess in (draft, final))
    ratio = np.abs(final - truth) / np.maximum(spread, 1e-12)
    # Blocks that nothing was learnt from say best how far off it is.
    widen = ELSEWHERE * np.clip(np.quantile(ratio, COVERED, axis=1) / NORMAL_90, *WIDENED)
    covered = float((ratio <= NORMAL_90 * widen[:, None]).mean())
    kept = bool(np.mean([_ratio(after[list(part)], before[list(part)]) for part in units]) < 1.0)
    weights = {name: round(float(share), 3) for name, share in zip(found.guess_names(), found.stack.shares_at(0.0))}
    stack = replace(found.stack, error_scale=found.stack.error_scale * widen)
    return replace(found, stack=stack, verdict=Verdict(kept, truth.shape[1], before, after, covered, share, weights))
