"""Rows of the benchmarks' one table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

MISSING = "–"


@dataclass(frozen=True)
class Row:
    """One ratio.

    Attributes:
        what: numerator over denominator, in words.
        ratio: None where it could not be measured; ``what`` says why.
        bar: the largest ratio that is good enough; None for a figure that is only told.
    """

    what: str
    ratio: float | None
    bar: float | None = None

    @property
    def missed(self) -> bool:
        """Whether there is a bar, and the ratio is above it."""
        return self.bar is not None and self.ratio is not None and self.ratio > self.bar

    def cells(self) -> tuple[str, str, str]:
        """What, ratio and bar as text."""
        ratio = MISSING if self.ratio is None else f"{self.ratio:.3f}"
        if self.bar is None:
            return self.what, ratio, ""
        verdict = "not measured" if self.ratio is None else "missed" if self.missed else "met"
        return self.what, ratio, f"{self.bar:g} {verdict}"


def markdown(rows: Sequence[Row]) -> str:
    """An aligned Markdown table."""
    cells = [("what", "ratio", "bar"), *(row.cells() for row in rows)]
    first, second, third = (max(len(line[column]) for line in cells) for column in range(3))
    lines = [f"| {what:<{first}} | {ratio:>{second}} | {bar:<{third}} |" for what, ratio, bar in cells]
    lines.insert(1, f"|{'-' * (first + 2)}|{'-' * (second + 1)}:|{'-' * (third + 2)}|")
    return "\n".join(lines)
