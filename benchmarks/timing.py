"""Times of variants side by side."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Hashable, Mapping
from typing import TypeVar

Name = TypeVar("Name", bound=Hashable)
Clock = Callable[[], float]

#: What a user waits for.
WALL: Clock = time.perf_counter
#: What the process itself used, of all its threads: for a machine that others keep busy, with one thread.
PROCESSOR: Clock = time.process_time


def side_by_side(
    variants: Mapping[Name, Callable[[], object]], reference: Name, rounds: int = 5, clock: Clock = WALL
) -> dict[Name, float]:
    """Each variant's time over the reference's: the median over ``rounds`` of the ratios within a round.

    A round runs every variant once, in order (A B C A B C ...), so that what else a shared machine does in a while
    falls on all of them. A round before the first warms up and is not counted.
    """
    ratios: dict[Name, list[float]] = {name: [] for name in variants}
    for turn in range(rounds + 1):
        seconds = {name: seconds_of(variant, clock) for name, variant in variants.items()}
        if turn:
            for name, taken in seconds.items():
                ratios[name].append(taken / seconds[reference])
    return {name: statistics.median(found) for name, found in ratios.items()}


def seconds_of(work: Callable[[], object], clock: Clock = WALL) -> float:
    """Seconds of one call."""
    started = clock()
    work()
    return clock() - started
