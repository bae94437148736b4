"""The report of an evaluation as JSON and as Markdown, losses marked as plainly as wins."""

from __future__ import annotations

import itertools
import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from ..core.modalities import registry
from .eval_figures import headline, honesty
from .eval_methods import DRAFT, METHOD_TITLES, OWN, in_order
from .eval_report import Comparison, Report, Row
from .eval_tables import table
from .joint import Agreement, JointReport
from .metrics import LOWER_IS_BETTER

_COLUMNS = {"mae": "MAE", "bias": "Bias", "psnr": "PSNR", "ssim": "SSIM", "spectral_angle": "Angle"}
_DIGITS = {"reflectance": 4, "dB": 2, "K": 2, "m": 1}


def write_report(report: Report) -> None:
    """Write ``evaluation.json`` and ``evaluation.md`` into the report's folder, each aside first."""
    Path(report.folder).mkdir(parents=True, exist_ok=True)
    _write(report.json_path, json.dumps(report.to_dict(), indent=1, allow_nan=False) + "\n")
    _write(report.markdown_path, markdown(report))


def _write(path: Path, text: str) -> None:
    aside = path.with_suffix(path.suffix + ".part")
    aside.write_text(text, encoding="utf-8")
    aside.replace(path)


def markdown(report: Report) -> str:
    """The report as Markdown: what was done, the summary, and a table per scene and task."""
    parts = [_heading(report), headline(report.figures), honesty(report.honesty), _summary(report)]
    if report.joint is not None:
        parts.append(_joint(report.joint))
    parts += [_scene(report, facts) for facts in report.scenes]
    return "\n".join(itertools.chain.from_iterable(parts)) + "\n"


def _heading(report: Report) -> Iterator[str]:
    settings = report.settings
    yield "# Evaluation\n"
    yield f"Made by `{settings['command']}`\n"
    facts = [(key, value) for key, value in settings.items() if key != "command" and value != ""]
    yield from table(("fact", "value"), ((key.replace("_", " "), f"`{_shown(key, value)}`") for key, value in facts))
    yield (
        "\nEvery method sees the same layers and is judged on the same hidden pixels, and on no others. Reflectance "
        "0..1, radar in dB, temperature in K; PSNR and SSIM with a data range of 1.0, 30 dB and 50 K; the spectral "
        "angle in degrees. *clouds* are shapes of real clouds laid over clear pixels, *blocks* are random rectangles, "
        "*whole* is a modality of which nothing was seen. **Bold** is the best of the methods that see what the task "
        "shows; † marks a method that sees more, and is not ranked.\n"
    )
    used = in_order(row.method for row in report.rows)
    yield from (f"- `{method}`: {METHOD_TITLES.get(method, 'given on the command line')}" for method in used)
    yield from (f"- left out: {text}" for text in report.skipped)
    yield ""


def _shown(key: str, value: Any) -> str:
    """Digests in groups of eight, as in a model's manifest."""
    text = str(value)
    return " ".join(text[i : i + 8] for i in range(0, len(text), 8)) if key.endswith("sha256") else text


def _summary(report: Report) -> Iterator[str]:
    lines = [line for comparison in report.comparisons() if (line := _summary_line(comparison)) is not None]
    if not lines:
        return
    yield "## Wins and losses\n"
    for method in OWN:
        tally = report.tally(method)
        if any(tally.values()):
            alone = f", {tally['alone']} without a baseline" if tally["alone"] else ""
            yield (
                f"`{method}` has a lower mean absolute error than the best baseline in {tally['win']} comparisons and "
                f"a higher one in {tally['loss']}{alone}.\n"
            )
    header = ("scene", "task", "modality", "hidden", "SceneFill", "draft", "best baseline", "ratio", "verdict")
    yield from table(header, lines)
    yield "\nThe ratio is SceneFill's mean absolute error over the best baseline's: below 1 is a win.\n"


def _summary_line(comparison: Comparison) -> tuple[str, ...] | None:
    if comparison.main is None:
        return None
    first, own, draft = comparison.rows[0], comparison.row(comparison.main), comparison.row(DRAFT)
    other = comparison.best_baseline()
    verdict = comparison.verdict(comparison.main)
    return (
        first.scene,
        first.task,
        first.modality,
        first.hidden,
        "" if own is None else _number(own, "mae"),
        "" if draft is None else _number(draft, "mae"),
        "none" if other is None else f"{_number(other, 'mae')} ({other.method})",
        "" if other is None or own is None else f"{own.scores.mae / max(other.scores.mae, 1e-12):.2f}",
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
    yield from table(header, (_relation(relation) for relation in joint.relations))
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
        yield from table(header, itertools.chain.from_iterable(_method_lines(c) for c in group))
        yield ""


def _method_lines(comparison: Comparison) -> Iterator[tuple[str, ...]]:
    order = in_order(row.method for row in comparison.rows)
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
