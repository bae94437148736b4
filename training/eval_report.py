"""What an evaluation found; :mod:`.eval_markdown` writes it down."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Optional

from .eval_headline import CaseFigures, categories
from .eval_methods import OWN, main_method
from .eval_seams import Seam
from .eval_spread import Coverage, RangeCoverage, SpreadSkill
from .joint import JointReport
from .metrics import LOWER_IS_BETTER, Scores

SCHEMA = "scenefill-evaluation/2"


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

    @property
    def main(self) -> str | None:
        """The method that stands for SceneFill; None where only baselines ran."""
        return main_method(row.method for row in self.rows)

    def row(self, method: str) -> Row | None:
        return next((row for row in self.rows if row.method == method), None)

    def best(self, metric: str) -> float | None:
        """The best value among the ranked methods; None where no method has the metric."""
        values = [getattr(row.scores, metric) for row in self.rows if row.ranked]
        values = [value for value in values if value is not None]
        return None if not values else min(values) if LOWER_IS_BETTER[metric] else max(values)

    def best_baseline(self) -> Row | None:
        """The ranked baseline with the lowest mean absolute error."""
        found = [row for row in self.rows if row.ranked and row.method not in OWN]
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
class OwnRun:
    """One job of SceneFill: ``adaptation`` is what its sidecar says on scene adaptation, if anything."""

    scene: str
    task: str
    method: str
    seconds: float
    adaptation: Optional[Mapping[str, Any]] = None

    def to_dict(self) -> dict[str, Any]:
        return asdict(self)


@dataclass(frozen=True)
class Honesty:
    """What is known of SceneFill's stated spread, of its realisations and of its seams."""

    coverages: tuple[Coverage, ...] = ()
    curves: tuple[SpreadSkill, ...] = ()
    ranges: tuple[RangeCoverage, ...] = ()
    seams: tuple[Seam, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        return {
            "coverage": [item.to_dict() for item in self.coverages],
            "spread_skill": [item.to_dict() for item in self.curves],
            "realisations": [item.to_dict() for item in self.ranges],
            "seams": [item.to_dict() for item in self.seams],
        }


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
        skipped: sentences on what was left out.
        figures: pooled figures of every case.
        honesty: spread, realisations and seams.
        runs: SceneFill's own jobs.
    """

    rows: tuple[Row, ...]
    scenes: tuple[Mapping[str, Any], ...]
    tasks: Mapping[str, str]
    settings: Mapping[str, Any]
    joint: Optional[JointReport] = None
    folder: str = ""
    skipped: tuple[str, ...] = ()
    figures: tuple[CaseFigures, ...] = ()
    honesty: Honesty = field(default_factory=Honesty)
    runs: tuple[OwnRun, ...] = ()

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

    def tally(self, method: str) -> dict[str, int]:
        """How often a method won, lost, or had nothing to be compared with, by mean absolute error."""
        verdicts = [comparison.verdict(method) for comparison in self.comparisons()]
        return {word: verdicts.count(word) for word in ("win", "loss", "alone")}

    def to_dict(self) -> dict[str, Any]:
        return {
            "schema": SCHEMA,
            "settings": dict(self.settings),
            "scenes": [dict(scene) for scene in self.scenes],
            "tasks": dict(self.tasks),
            "headline": [category.to_dict() for category in categories(self.figures)],
            "cases": [item.to_dict() for item in self.figures],
            "tally": {method: self.tally(method) for method in OWN},
            "rows": [row.to_dict() for row in self.rows],
            **self.honesty.to_dict(),
            "runs": [run.to_dict() for run in self.runs],
            "skipped": list(self.skipped),
            "joint": None if self.joint is None else self.joint.to_dict(),
        }
