"""The windows of a job by Ray actors, against the same job in one process.

One thread for each network, so that a second actor has a core of its own. An actor's start is in the figures: it loads
the engine's libraries and the model.
"""

from __future__ import annotations

from pathlib import Path

from .table import Row
from .whole_jobs import SAMPLING, run_main_job

SIZE = 512
WORKERS = (1, 2)


def rows(folder: Path, model: str, size: int = SIZE) -> list[Row]:
    """Seconds of the windows stage over those of one process, one run each."""
    alone = run_main_job(folder, size, model, SAMPLING, threads=1).seconds["windows"]
    found = []
    for workers in WORKERS:
        run = run_main_job(folder, size, model, SAMPLING, executor="ray", workers=workers, threads=1)
        what = f"windows by {workers} of Ray's actors over one process, {size}²"
        found.append(Row(what, run.seconds["windows"] / alone))
    return found
