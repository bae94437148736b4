"""The first sections of the report: the headline, and whether spread, realisations and seams are as they should be."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

import numpy as np

from ..core.modalities import registry
from .eval_headline import LEAST_AVERAGE, LEAST_WORST, CaseFigures, Category, categories, is_fill, verdict
from .eval_intervals import BLOCK, RESAMPLES, Interval, Pooled
from .eval_methods import ESTIMATE, OWN, in_order, main_method
from .eval_report import Honesty
from .eval_seams import LIMIT, Seam
from .eval_spread import COVERED, Coverage, SpreadSkill, honest
from .eval_tables import table

_TRAINED = "‡"


def headline(figures: Sequence[CaseFigures]) -> Iterator[str]:
    """Margins over the best rival by kind of task, then every scene."""
    groups = categories(figures)
    if not groups:
        return
    yield "## Headline\n"
    yield (
        "PSNR in dB over all bands of all targets, over the hidden pixels alone; in brackets its 95 % interval from "
        f"{RESAMPLES} bootstrap resamples of blocks of {BLOCK} x {BLOCK} pixels. *Difference* is SceneFill minus the "
        "best ranked rival of that scene, chosen after the fact; its interval is a paired one. "
        f"† sees more than the task shows and is not ranked. {_TRAINED} the model was trained on this place.\n"
    )
    if any(group.compared for group in groups):
        yield f"Asked for: at least {LEAST_AVERAGE:+.1f} dB on average, and nowhere below {LEAST_WORST:+.1f} dB.\n"
        header = ("task", "scenes", "average", "holds", "worst", "holds")
        yield from table(header, (line for group in groups for line in _verdicts(group)))
        yield ""
    for group in groups:
        yield from _category(group)


def _verdicts(group: Category) -> Iterator[tuple[str, ...]]:
    everywhere = group.margins()
    elsewhere = group.margins(new_places_only=True)
    pairs = [(group.task, everywhere)]
    if len(elsewhere) != len(everywhere):
        pairs.append((f"{group.task}, without {_TRAINED}", elsewhere))
    for name, margins in pairs:
        found = verdict(margins)
        if found is not None:
            yield (
                name,
                str(found["scenes"]),
                f"{found['average']:+.2f}",
                _holds(found["average_holds"]),
                f"{found['worst']:+.2f}",
                _holds(found["worst_holds"]),
            )


def _holds(yes: bool) -> str:
    return "**yes**" if yes else "no"


def _category(group: Category) -> Iterator[str]:
    methods = in_order(method for item in group.figures for method in item.pooled)
    own = main_method(methods)
    yield f"### {group.task}\n"
    header = ("scene", "hidden pixels", "blocks", *methods, "best rival", "difference")
    yield from table(header, (_case(item, methods, own) for item in group.figures))
    yield ""
    if is_fill(group.task):
        yield "The same over the whole image, the observed pixels included (they cost SceneFill its rounding alone):\n"
        yield from table(("scene", *methods), (_whole(item, methods) for item in group.figures))
        yield ""


def _case(item: CaseFigures, methods: Sequence[str], own: str | None) -> tuple[str, ...]:
    best = _best(item, lambda found: found.psnr)
    cells = []
    for method in methods:
        found = item.pooled.get(method)
        interval = "" if found is None or method not in (own, item.rival) else f" {_interval(found.interval)}"
        cells.append("" if found is None else _cell(item, method, found.psnr, best) + interval)
    margin = item.margin
    difference = "" if margin is None else f"{margin.difference:+.2f} {_interval(margin.interval, '+')}"
    return (_name(item), str(item.pixels), str(item.blocks), *cells, item.rival or "none", difference)


def _whole(item: CaseFigures, methods: Sequence[str]) -> tuple[str, ...]:
    best = _best(item, lambda found: found.whole)
    cells = ("" if m not in item.pooled else _cell(item, m, item.pooled[m].whole, best) for m in methods)
    return (_name(item), *cells)


def _best(item: CaseFigures, measure: Callable[[Pooled], float]) -> float:
    return max((measure(found) for method, found in item.pooled.items() if method not in item.unranked), default=0.0)


def _cell(item: CaseFigures, method: str, value: float, best: float) -> str:
    if method in item.unranked:
        return f"{value:.2f} †"
    return f"**{value:.2f}**" if value == best else f"{value:.2f}"


def _name(item: CaseFigures) -> str:
    return f"{item.scene} {_TRAINED}" if item.trained_on else item.scene


def _interval(interval: Interval, sign: str = "") -> str:
    low, high = interval
    return f"[{low:{sign}.2f}, {high:{sign}.2f}]"


def honesty(found: Honesty) -> Iterator[str]:
    """Coverage, spread and skill, realisations, seams."""
    if found.curves:
        yield from _spread(found)
    if found.ranges:
        yield from _realisations(found)
    if found.seams:
        yield from _seams(found.seams)


def _spread(found: Honesty) -> Iterator[str]:
    low, high = (100 * share for share in COVERED)
    yield "## Is the stated spread true?\n"
    yield (
        "Share of the hidden values whose error is within 1.645 stated standard deviations, over all scenes; it should "
        f"be 90 %, and {low:.0f} to {high:.0f} % is asked for.\n"
    )
    yield "As SceneFill comes, adapted fills and modalities drawn whole together:\n"
    header: tuple[str, ...] = ("modality", "cases", "values", "covered", "mean of the cases", "holds")
    yield from table(header, (_pooled(*item) for item in as_it_comes(found.coverages).items()))
    yield "\nThe same apart, and without adaptation and sampling:\n"
    ordered = sorted(found.curves, key=lambda curve: (OWN.index(curve.method), curve.kind))
    header = ("method", "tasks", "modality", "values", "covered", "holds")
    yield from table(header, (_coverage(curve) for curve in ordered))
    yield "\nStated deviation / RMS error in ten equally filled bins of the stated deviation (both RMS, in the unit):\n"
    width = max(len(curve.stated) for curve in ordered)
    bins = ("method", "tasks", "modality", *(str(i + 1) for i in range(width)))
    yield from table(bins, (_curve(curve) for curve in ordered))
    yield ""


def as_it_comes(coverages: Sequence[Coverage]) -> dict[str, list[Coverage]]:
    """Per modality, the cases by the method that stands for SceneFill: fills are adapted if any were."""
    fills = main_method(item.method for item in coverages if is_fill(item.task))
    found: dict[str, list[Coverage]] = {}
    for item in coverages:
        if item.method == (fills if is_fill(item.task) else ESTIMATE):
            found.setdefault(item.modality, []).append(item)
    return found


def _pooled(modality: str, cases: Sequence[Coverage]) -> tuple[str, ...]:
    values = sum(item.values for item in cases)
    covered = sum(item.covered * item.values for item in cases) / values
    mean = float(np.mean([item.covered for item in cases]))
    shares = (f"{100 * share:.1f} %" for share in (covered, mean))
    return (modality, str(len(cases)), str(values), *shares, _holds(honest(covered)))


def _coverage(curve: SpreadSkill) -> tuple[str, ...]:
    facts = (curve.method, curve.kind, curve.modality, str(curve.values))
    return (*facts, f"{100 * curve.covered:.1f} %", _holds(curve.holds))


def _curve(curve: SpreadSkill) -> tuple[str, ...]:
    digits = 4 if registry()[curve.modality].unit == "reflectance" else 2
    bins = (f"{stated:.{digits}f} / {error:.{digits}f}" for stated, error in zip(curve.stated, curve.error))
    return (curve.method, curve.kind, curve.modality, *bins)


def _realisations(found: Honesty) -> Iterator[str]:
    yield "## Realisations\n"
    yield (
        "How often the truth lies between the lowest and the highest realisation, and what that share would be if the "
        "truth were one of them. *Distance* is the RMS difference of two realisations over sqrt(2) times the RMS error "
        "of their mean: below 1 they are more alike than they are right.\n"
    )
    header = ("scene", "task", "modality", "realisations", "covered", "expected", "distance")
    yield from table(
        header,
        (
            (
                r.scene,
                r.task,
                r.modality,
                str(r.realisations),
                _percent(r.covered),
                _percent(r.expected),
                f"{r.distance:.2f}",
            )
            for r in found.ranges
        ),
    )
    yield ""


def _percent(share: float) -> str:
    return f"{100 * share:.0f} %"


def _seams(seams: Sequence[Seam]) -> Iterator[str]:
    yield "## Seams\n"
    yield (
        "Mean absolute gradient across the edges of the engine's windows over the mean elsewhere, inside the gap; at "
        f"most {LIMIT} is asked for. Chance: the ratio of the truth, which has no windows, at the same places; and "
        "what 95 of 100 ratios of the drawing are below when its windows are thought to lie elsewhere (*usual*): an "
        "edge can be told from chance where the ratio is above it. Mean over the cases, weighted by pixel pairs. Where "
        "the land itself has more edges at these places than elsewhere, so has a drawing that is right: it holds with "
        f"a ratio of at most {LIMIT} times 1 or the truth's, whichever is more.\n"
    )
    groups: dict[tuple[str, str], list[Seam]] = {}
    for seam in seams:
        groups.setdefault((seam.method, seam.modality), []).append(seam)
    header = (
        "method",
        "modality",
        "cases",
        "ratio",
        "worst case",
        "ratio of the truth",
        "usual",
        "told from chance",
        "holds",
    )
    yield from table(header, (_seam(*key, items) for key, items in groups.items()))
    yield ""


def _seam(method: str, modality: str, items: Sequence[Seam]) -> tuple[str, ...]:
    def mean(values: Any) -> float:
        return float(np.average(list(values), weights=[item.pairs for item in items]))

    ratio, truth = mean(item.ratio for item in items), mean(item.truth for item in items)
    worst, usual = max(item.ratio for item in items), mean(item.usual for item in items)
    seen = sum(item.ratio > item.usual for item in items)
    figures = (f"{value:.3f}" for value in (ratio, worst, truth, usual))
    return (
        method,
        modality,
        str(len(items)),
        *figures,
        f"{seen} of {len(items)}",
        _holds(ratio <= LIMIT * max(1.0, truth)),
    )
