"""The report of an evaluation: rows to JSON and to Markdown tables, losses marked as plainly as wins."""

from __future__ import annotations

import itertools
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Optional

from ..core.modalities import registry
from .baselines import TITLES
from .joint import Agreement, JointReport
from .metrics import LOWER_IS_BETTER, Scores

SCHEMA = "scenefill-evaluation/1"
DRAFT, ESTIMATE = "scenefill-draft", "scenefill-estimate"
METHOD_TITLES: dict[str, str] = {
    ESTIMATE: "SceneFill, mean of the samples (mode `estimate`)",
    DRAFT: "SceneFill, no sampling (mode `draft`)",
    **TITLES,
}
_COLUMNS = {"mae": "MAE", "bias": "Bias", "psnr": "PSNR", "ssim": "SSIM", "spectral_angle": "Angle"}
_DIGITS = {"reflectance": 4, "dB": 2, "K": 2, "m": 1}


@dataclass(frozen=True)
class Row:
    """One method on one modality and kind of gap of one task.

    ``ranked`` is False for a method that sees something which the task shows to nobody else: it is printed, with a
    dagger, and takes no part in best and worst.
    """

    scene: str
    task: str
    kind: str
    modality: str
    hidden: str
    method: str
    scores: Scores
    ranked: bool = True

    def to_dict(self) -> dict[str, Any]:
        facts = {key: getattr(self, key) for key in ("scene", "task", "kind", "modality", "hidden", "method")}
        return {**facts, "ranked": self.ranked, **self.scores.to_dict()}


@dataclass(frozen=True)
class Comparison:
    """All methods on the same hidden pixels of one modality."""

    rows: tuple[Row, ...]

    def row(self, method: str) -> Row | None:
        return next((row for row in self.rows if row.method == method), None)

    def best(self, metric: str) -> float | None:
        """The best value among the ranked methods; None where no method has the metric."""
        values = [getattr(row.scores, metric) for row in self.rows if row.ranked]
        values = [value for value in values if value is not None]
        return None if not values else min(values) if LOWER_IS_BETTER[metric] else max(values)

    def best_baseline(self) -> Row | None:
        """The ranked baseline with the lowest mean absolute error."""
        found = [row for row in self.rows if row.ranked and row.method not in (DRAFT, ESTIMATE)]
        return min(found, key=lambda row: row.scores.mae) if found else None

    def verdict(self, method: str) -> str:
        """``win``, ``loss`` or ``alone`` (no baseline) by mean absolute error; empty if the method did not run."""
        own, other = self.row(method), self.best_baseline()
        if own is None:
            return ""
        if other is None:
            return "alone"
        return "win" if own.scores.mae < other.scores.mae else "loss"


@dataclass(frozen=True)
class Report:
    """A finished evaluation.

    Attributes:
        rows: one per scene, task, modality, kind of gap and method.
        scenes: facts of every scene: id, size, clear share, notes, sources with checksums.
        tasks: id -> sentence.
        settings: command, model and its digest, versions, seeds, times.
        joint: consistency of joint generation, where it was asked for.
        folder: where ``evaluation.json`` and ``evaluation.md`` lie.
    """

    rows: tuple[Row, ...]
    scenes: tuple[Mapping[str, Any], ...]
    tasks: Mapping[str, str]
    settings: Mapping[str, Any]
    joint: Optional[JointReport] = None
    folder: str = ""
    skipped: tuple[str, ...] = field(default=())

    @property
    def json_path(self) -> Path:
        return Path(self.folder) / "evaluation.json"

    @property
    def markdown_path(self) -> Path:
        return Path(self.folder) / "evaluation.md"

    def comparisons(self) -> list[Comparison]:
        """Rows grouped by scene, task, modality and kind of gap, in the order in which they were made."""
        groups: dict[tuple[str, ...], list[Row]] = {}
        for row in self.rows:
            groups.setdefault((row.scene, row.task, row.modality, row.hidden), []).append(row)
        return [Comparison(tuple(rows)) for rows in groups.values()]

    def tally(self, method: str = ESTIMATE) -> dict[str, int]:
        """How often a method won, lost, or had nothing to be compared with."""
        verdicts = [comparison.verdict(method) for comparison in self.comparisons()]
        return {word: verdicts.count(word) for word in ("win", "loss", "alone")}

    def to_dict(self) -> dict[str, Any]:
        return {
            "schema": SCHEMA,
            "settings": dict(self.settings),
            "scenes": [dict(scene) for scene in self.scenes],
            "tasks": dict(self.tasks),
            "tally": {method: self.tally(method) for method in (ESTIMATE, DRAFT)},
            "rows": [row.to_dict() for row in self.rows],
            "skipped": list(self.skipped),
            "joint": None if self.joint is None else self.joint.to_dict(),
        }

    def write(self) -> None:
        """Write both files, each aside first."""
        Path(self.folder).mkdir(parents=True, exist_ok=True)
        _write(self.json_path, json.dumps(self.to_dict(), indent=1, allow_nan=False) + "\n")
        _write(self.markdown_path, markdown(self))


def _write(path: Path, text: str) -> None:
    aside = path.with_suffix(path.suffix + ".part")
    aside.write_text(text, encoding="utf-8")
    aside.replace(path)


def markdown(report: Report) -> str:
    """The report as Markdown: what was done, the summary, and a table per scene and task."""
    parts = [_heading(report), _summary(report)]
    if report.joint is not None:
        parts.append(_joint(report.joint))
    parts += [_scene(report, facts) for facts in report.scenes]
    return "\n".join(itertools.chain.from_iterable(parts)) + "\n"


def _heading(report: Report) -> Iterator[str]:
    settings = report.settings
    yield "# Evaluation\n"
    yield f"Made by `{settings['command']}`\n"
    facts = [(key, value) for key, value in settings.items() if key != "command" and value != ""]
    yield from _table(("fact", "value"), ((key.replace("_", " "), f"`{_shown(key, value)}`") for key, value in facts))
    yield (
        "\nEvery method sees the same layers and is judged on the same hidden pixels, and on no others. Reflectance "
        "0..1, radar in dB, temperature in K; PSNR and SSIM with a data range of 1.0, 30 dB and 50 K; the spectral "
        "angle in degrees. *clouds* are shapes of real clouds laid over clear pixels, *blocks* are random rectangles, "
        "*whole* is a modality of which nothing was seen. **Bold** is the best of the methods that see what the task "
        "shows; † marks a method that sees more, and is not ranked.\n"
    )
    used = {row.method for row in report.rows}
    yield from (f"- `{method}`: {title}" for method, title in METHOD_TITLES.items() if method in used)
    yield from (f"- left out: {text}" for text in report.skipped)
    yield ""


def _shown(key: str, value: Any) -> str:
    """Digests in groups of eight, as in a model's manifest."""
    text = str(value)
    return " ".join(text[i : i + 8] for i in range(0, len(text), 8)) if key.endswith("sha256") else text


def _summary(report: Report) -> Iterator[str]:
    yield "## Wins and losses\n"
    for method in (ESTIMATE, DRAFT):
        tally = report.tally(method)
        if any(tally.values()):
            alone = f", {tally['alone']} without a baseline" if tally["alone"] else ""
            yield (
                f"`{method}` has a lower mean absolute error than the best baseline in {tally['win']} comparisons and "
                f"a higher one in {tally['loss']}{alone}.\n"
            )
    header = ("scene", "task", "modality", "hidden", "estimate", "draft", "best baseline", "ratio", "verdict")
    yield from _table(header, filter(None, (_summary_line(c) for c in report.comparisons())))
    yield "\nThe ratio is the estimate's mean absolute error over the best baseline's: below 1 is a win.\n"


def _summary_line(comparison: Comparison) -> tuple[str, ...] | None:
    first, estimate, draft = comparison.rows[0], comparison.row(ESTIMATE), comparison.row(DRAFT)
    if estimate is None:
        return None
    other = comparison.best_baseline()
    verdict = comparison.verdict(ESTIMATE)
    return (
        first.scene,
        first.task,
        first.modality,
        first.hidden,
        _number(estimate, "mae"),
        "" if draft is None else _number(draft, "mae"),
        "none" if other is None else f"{_number(other, 'mae')} ({other.method})",
        "" if other is None else f"{estimate.scores.mae / max(other.scores.mae, 1e-12):.2f}",
        f"**{verdict}**" if verdict == "win" else verdict,
    )


def _joint(joint: JointReport) -> Iterator[str]:
    yield "## Joint generation\n"
    yield (
        f"{len(joint.seeds)} scenes of {joint.size} x {joint.size} pixels drawn from nothing, one realisation each, "
        f"in {joint.steps} steps (seeds {', '.join(map(str, joint.seeds))}). Gradient-boosted trees fitted on real "
        "training chips predict one modality from the drawn optical; *together* compares with what was drawn with it, "
        "*shuffled* with what was drawn for another seed, *real* does the same on the clear pixels of the real scenes "
        "below. r is Pearson's correlation within a scene, R² is over the pixels of all pairs.\n"
    )
    header = ("relation", "r together", "r shuffled", "r real", "R² together", "R² shuffled", "R² real")
    yield from _table(header, (_relation(relation) for relation in joint.relations))
    yield ""


def _relation(relation: Any) -> tuple[str, ...]:
    cells: list[str] = [f"{relation.shown} to {relation.target}"]
    measures: tuple[Callable[[Agreement], float], ...] = (lambda a: a.correlation, lambda a: a.r2)
    for measure in measures:
        for found in (relation.together, relation.shuffled, relation.real):
            cells.append("" if found is None else f"{measure(found):.2f}")
    return tuple(cells)


def _scene(report: Report, facts: Mapping[str, Any]) -> Iterator[str]:
    yield f"## {facts['id']}\n"
    height, width = facts["shape"]
    notes = "".join(f"; {note}" for note in facts["notes"])
    yield f"{height} x {width} pixels, {100 * facts['clear']:.0f} % of them judged{notes}.\n"
    found = [c for c in report.comparisons() if c.rows[0].scene == facts["id"]]
    for task, group in itertools.groupby(found, key=lambda c: c.rows[0].task):
        yield f"### {report.tasks[task]}\n"
        header = ("modality", "hidden", "pixels", "method", *_COLUMNS.values())
        yield from _table(header, itertools.chain.from_iterable(_method_lines(c) for c in group))
        yield ""


def _method_lines(comparison: Comparison) -> Iterator[tuple[str, ...]]:
    order = list(METHOD_TITLES)
    for row in sorted(comparison.rows, key=lambda row: order.index(row.method)):
        cells = [_number(row, metric, comparison) for metric in _COLUMNS]
        name = row.method if row.ranked else f"{row.method} †"
        yield row.modality, row.hidden, str(row.scores.pixels), name, *cells


def _number(row: Row, metric: str, comparison: Comparison | None = None) -> str:
    value = getattr(row.scores, metric)
    if value is None:
        return ""
    digits = _DIGITS[registry()[row.modality].unit] if metric in ("mae", "bias") else 3 if metric == "ssim" else 2
    text = f"{value:.{digits}f}"
    best = comparison.best(metric) if comparison is not None and metric in LOWER_IS_BETTER else None
    return f"**{text}**" if best is not None and row.ranked and value == best else text


def _table(header: Sequence[str], lines: Iterable[Sequence[str]]) -> Iterator[str]:
    yield "| " + " | ".join(header) + " |"
    yield "|" + "---|" * len(header)
    for line in lines:
        yield "| " + " | ".join(line) + " |"
