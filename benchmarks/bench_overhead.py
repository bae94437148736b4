"""Time of a whole job over the time that its network needs alone. Bar: 1.2.

Loading the model is left out of both: a worker stays warm between jobs.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import click

from .places import job_data, write_place

BAR = 1.2
SIZE = 512


def timed_run(model: str | None = None, size: int = SIZE) -> Mapping[str, Any]:
    """Seconds by stage of the main job at its default sampling; ``model`` None for an untrained one of demo size."""
    from ..core.engine.run import run_job
    from ..core.job import job_from_dict
    from ..core.model.export import write_untrained

    with TemporaryDirectory() as name:
        folder = Path(name)
        if model is None:
            write_untrained(folder / "nano", "nano")
            model = str(folder / "nano")
        sampling = {"mode": "estimate", "steps": 4, "samples": 4, "seed": 1}
        job = job_from_dict(job_data(write_place(folder, size), model, folder / "out", sampling), folder)
        return run_job(job).stats["seconds"]


def overhead(seconds: Mapping[str, Any]) -> float:
    """The ratio, from the seconds of a run."""
    return (seconds["total"] - seconds["load"]) / seconds["network"]


@click.command(help=__doc__)
@click.option("--model", default=None, help="Model id or folder; default an untrained one of the demo's size.")
@click.option("--size", default=SIZE, show_default=True, help="Pixels along one axis.")
def main(model: str | None, size: int) -> None:
    seconds = timed_run(model, size)
    click.echo(", ".join(f"{name} {value:.2f} s" for name, value in seconds.items()))
    ratio = overhead(seconds)
    click.echo(f"engine time over network time: {ratio:.3f} (bar {BAR})")
    sys.exit(ratio > BAR)


if __name__ == "__main__":
    main()
