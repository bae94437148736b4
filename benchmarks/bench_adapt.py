"""Learning from the scene: its share of a job, and the job with it against the job without."""

from __future__ import annotations

from pathlib import Path

from ..core.job import Adapt
from .table import Row
from .whole_jobs import SAMPLING, JobRun, run_main_job

SIZE = 256
#: The stage's name in the progress and among the seconds of a run.
STAGE = "adapt"


def rows(folder: Path, model: str, size: int = SIZE) -> list[Row]:
    """Two rows, or one that says that there was nothing to measure."""
    steps = Adapt().steps
    learning = run_main_job(folder, size, model, {**SAMPLING, "adapt": {"steps": steps}})
    plain = run_main_job(folder, size, model, SAMPLING) if STAGE in learning.seconds else None
    return compare(learning, plain, f"{steps} steps, {size}²")


def compare(learning: JobRun, plain: JobRun | None, told: str) -> list[Row]:
    """The rows, from a job with adaptation and one without; None where the engine has no such stage."""
    if plain is None:
        return [Row(f"adaptation, {told}: the engine has no such stage", None)]
    return [
        Row(f"adaptation over the whole job, {told}", learning.seconds[STAGE] / learning.working_seconds),
        Row(f"job with adaptation over job without, {told}", learning.working_seconds / plain.working_seconds),
    ]
