"""How many hostile inputs of each kind the tests sent, and what became of them, in one line a kind at the end of a run.

A test tells it with the fixture ``refused``. The counts travel with the test's report: tests run in other processes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pytest

_PROPERTY = "refused"

#: Of one kind of input and what it was answered, and how many of them.
Refused = Callable[[str, str, int], None]


@pytest.fixture
def refused(request: pytest.FixtureRequest) -> Refused:
    """Counts hostile inputs: ``refused("bombs", "raster-policy", 1)``."""

    def count(kind: str, answer: str, number: int) -> None:
        request.node.user_properties.append((_PROPERTY, (kind, answer, number)))

    return count


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    kinds: dict[str, Counter[str]] = {}
    for report in terminalreporter.getreports("passed"):
        for name, value in report.user_properties:
            if name == _PROPERTY:
                kind, answer, number = value
                kinds.setdefault(kind, Counter())[answer] += number
    if kinds:
        terminalreporter.write_sep("=", "hostile inputs, and what they were answered")
    for kind, answers in sorted(kinds.items()):
        parts = ", ".join(f"{number} {answer}" for answer, number in sorted(answers.items()))
        terminalreporter.write_line(f"{kind}: {sum(answers.values())} ({parts})")
