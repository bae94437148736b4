"""Jobs of growing area: time per pixel and peak memory, both flat at best.

The network is a toy, for a larger one would add the same to every area and hide what grows.
"""

from __future__ import annotations

import statistics
from collections.abc import Mapping, Sequence
from pathlib import Path

from .table import Row
from .whole_jobs import JobRun, run_main_job, untrained

SIZES = (256, 512, 1024, 2048)
LONG = (4096, 8192)
#: Sides up to this are run in every round, larger ones in the first.
REPEATED = 512
ROUNDS = 3
#: The smallest job does not even fill the queues between reading, drawing and writing; this one does.
FULL = 1024
TIME_BAR = 1.15
MEMORY_BAR = 1.15
_SAMPLING = {"mode": "estimate", "steps": 1, "samples": 1, "seed": 1, "adapt": {"steps": 0}}


def rows(folder: Path, long: bool = False, sizes: Sequence[int] = SIZES) -> list[Row]:
    """Time per pixel and peak memory over those of the first size, and peak memory over that of :data:`FULL`."""
    model = untrained(folder, "toy")
    sizes = (*sizes, *LONG) if long else tuple(sizes)
    runs: dict[int, list[JobRun]] = {size: [] for size in sizes}
    for turn in range(ROUNDS):
        for size in sizes:
            if turn == 0 or size <= REPEATED:
                runs[size].append(run_main_job(folder, size, model, _SAMPLING))
    return compare(runs)


def compare(runs: Mapping[int, Sequence[JobRun]]) -> list[Row]:
    """The rows, from the runs of each size, the smallest first; medians where there are several."""
    first, *others = runs
    seconds = {size: statistics.median(run.working_seconds for run in found) for size, found in runs.items()}
    peaks = {size: statistics.median(run.peak_bytes for run in found) for size, found in runs.items()}
    found = [
        Row(f"time per pixel, {n}² over {first}²", seconds[n] / n**2 / (seconds[first] / first**2), TIME_BAR)
        for n in others
    ]
    found += [Row(f"peak memory, {n}² over {first}²", peaks[n] / peaks[first]) for n in others]
    found += [Row(f"peak memory, {n}² over {FULL}²", peaks[n] / peaks[FULL], MEMORY_BAR) for n in others if n > FULL]
    return found
