"""The report on land cover: balanced accuracies with their errors, as JSON and Markdown, losses as plain as wins."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np

SCHEMA = "scenefill-land-cover/1"

BANDS, MEANS, SCENE, MEANS_S, DRAWN, REAL = "bands", "means", "S", "means+S", "means+drawn", "means+real"
METHOD_TITLES = {
    BANDS: "the shown bands",
    MEANS: "the shown bands and their means over 3 x 3 and 9 x 9 pixels: the rival to beat",
    SCENE: "S, inferred from the shown layers",
    MEANS_S: "the rival's features and S",
    DRAWN: "the rival's features and those of the missing modalities as SceneFill draws them from the shown layers",
    REAL: "the rival's features and those of the missing modalities as observed, which the user does not have",
}
#: What the other methods are compared with, pixel by pixel and label by label.
RIVALS = (BANDS, MEANS)
#: Differences beyond so many standard errors are called a win or a loss.
CLEAR = 2.0


@dataclass(frozen=True)
class Row:
    """One method of a task at one place with one number of labels.

    Attributes:
        place, task, method: ids.
        labels: pixels of each class that were learnt from.
        accuracy, error: mean and standard error of the balanced accuracy over the seeds, 0 to 1.
        gains: rival to mean and standard error of the difference to it on the same splits.
    """

    place: str
    task: str
    method: str
    labels: int
    accuracy: float
    error: float
    gains: Mapping[str, tuple[float, float]]

    @staticmethod
    def of(place: str, task: str, method: str, labels: int, scores: Mapping[int, Mapping[str, Sequence[float]]]) -> Row:
        own = np.asarray(scores[labels][method])
        gains = {rival: _mean_and_error(own - np.asarray(scores[labels][rival])) for rival in RIVALS}
        return Row(place, task, method, labels, *_mean_and_error(own), gains)

    def verdict(self, rival: str = MEANS) -> str:
        """``win``, ``loss`` or ``even`` against a rival."""
        gain, error = self.gains[rival]
        if abs(gain) <= CLEAR * error or gain == 0.0:
            return "even"
        return "win" if gain > 0 else "loss"


def _mean_and_error(values: np.ndarray) -> tuple[float, float]:
    return float(values.mean()), float(values.std(ddof=1) / np.sqrt(len(values)))


@dataclass(frozen=True)
class LandCoverReport:
    """A finished comparison.

    Attributes:
        rows: one per place, task, number of labels and method.
        tasks: id to title.
        places: name to whether the model was trained on its layers.
        settings: model, digest, seeds, times.
        folder: where ``landcover.json`` and ``landcover.md`` lie.
    """

    rows: tuple[Row, ...]
    tasks: Mapping[str, str]
    places: Mapping[str, str]
    settings: Mapping[str, Any]
    folder: str = ""

    def write(self) -> None:
        """Write both files; they appear under their names when they are complete."""
        folder = Path(self.folder)
        folder.mkdir(parents=True, exist_ok=True)
        facts = {"schema": SCHEMA, "settings": dict(self.settings), "places": dict(self.places)}
        content = {**facts, "tasks": dict(self.tasks), "rows": [asdict(row) for row in self.rows]}
        for name, text in (("landcover.json", json.dumps(content, indent=1) + "\n"), ("landcover.md", self.markdown())):
            aside = folder / f"{name}.part"
            aside.write_text(text, encoding="utf-8")
            aside.replace(folder / name)

    def markdown(self) -> str:
        """The tables."""
        return "\n".join([*self._heading(), *(line for task in self.tasks for line in self._task(task))]) + "\n"

    def tally(self, task: str, method: str, rival: str = MEANS) -> dict[str, int]:
        """``win``, ``even`` and ``loss`` of a method against a rival, over places and numbers of labels."""
        verdicts = [row.verdict(rival) for row in self.rows if (row.task, row.method) == (task, method)]
        return {verdict: verdicts.count(verdict) for verdict in ("win", "even", "loss")}

    def _heading(self) -> Iterator[str]:
        yield "# Land cover from a few labels\n"
        yield (
            "Balanced accuracy in per cent (the mean over classes of the share that is found; guessing has 100 over "
            "the number of classes) of a logistic regression on standardised features, mean ± standard error over "
            f"{self.settings['seeds']} splits into blocks and draws of labels. In brackets the difference to `{MEANS}` "
            "on the same splits. Splits of one place share its pixels, so that the errors do not speak for other "
            "places.\n"
        )
        for name, value in self.settings.items():
            yield f"- {name.replace('_', ' ')}: `{value}`"
        yield from (f"- `{method}`: {title}" for method, title in METHOD_TITLES.items())
        yield ""

    def _task(self, task: str) -> Iterator[str]:
        rows = [row for row in self.rows if row.task == task]
        yield f"## {self.tasks[task][:1].upper()}{self.tasks[task][1:]}\n"
        methods = [method for method in METHOD_TITLES if any(row.method == method for row in rows)]
        yield f"| place | labels | {' | '.join(methods)} |"
        yield "|" + "---|" * (len(methods) + 2)
        found = {(row.place, row.labels, row.method): row for row in rows}
        for place, labels in dict.fromkeys((row.place, row.labels) for row in rows):
            cells = [_cell(found[place, labels, method]) for method in methods]
            yield f"| {place} ({self.places[place]}) | {labels} | {' | '.join(cells)} |"
        yield ""
        for rival in RIVALS:
            for method in methods:
                if method not in RIVALS:
                    tally = self.tally(task, method, rival)
                    yield (
                        f"- `{method}` against `{rival}`: better by more than {CLEAR:g} standard errors in "
                        f"{tally['win']}, worse in {tally['loss']}, neither in {tally['even']}"
                    )
        yield ""


def _cell(row: Row) -> str:
    own = f"{100 * row.accuracy:.1f} ± {100 * row.error:.1f}"
    if row.method == MEANS:
        return own
    gain, error = row.gains[MEANS]
    text = f"{own} ({100 * gain:+.1f} ± {100 * error:.1f})"
    return f"**{text}**" if row.verdict() == "win" else text
