"""A whole job against what its network needs alone, and when its preview is there.

Loading the model is left out of both sides: a worker stays warm between jobs. So is learning from the scene, which
:mod:`.bench_adapt` is about.
"""

from __future__ import annotations

from pathlib import Path

from .table import Row
from .whole_jobs import SAMPLING, JobRun, run_main_job

BAR = 1.2
PREVIEW_BAR = 0.1
SIZE = 512


def rows(folder: Path, model: str, size: int = SIZE) -> list[Row]:
    """Engine over network and the preview's share, from one run of the main job at its default sampling."""
    run = run_main_job(folder, size, model, SAMPLING)
    return [
        Row(f"job over its network alone, {size}²", overhead(run), BAR),
        Row(f"time to the preview over the whole job, {size}²", preview_share(run), PREVIEW_BAR),
    ]


def overhead(run: JobRun) -> float:
    """Time of the job over the time of its network."""
    return run.working_seconds / run.seconds["network"]


def preview_share(run: JobRun) -> float:
    """When the preview is there, as a share of the job."""
    return (run.seconds["preview_at"] - run.seconds["load"]) / run.working_seconds
