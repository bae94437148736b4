"""All benchmarks in one table of ratios; the exit status says whether every bar was met."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from ..core.model.runtime import SceneModel
from . import (
    bench_adapt,
    bench_area,
    bench_batches,
    bench_executors,
    bench_formats,
    bench_overhead,
    bench_plugin_load,
    bench_runtimes,
    bench_server,
    bench_steps,
)
from .table import Row, markdown
from .timing import PROCESSOR, WALL, Clock
from .whole_jobs import untrained

#: In the order in which they are run and told.
NAMES = ("overhead", "formats", "batches", "steps", "adapt", "area", "executors", "runtimes", "server", "plugin")


def benchmarks(
    folder: Path, model: str, long: bool, clock: Clock, server_size: int = bench_server.SIZE
) -> Mapping[str, Callable[[], list[Row]]]:
    """Every benchmark by name; ``folder`` is for what they write."""
    loaded = SceneModel.load(model)
    return {
        "overhead": lambda: bench_overhead.rows(folder, model),
        "formats": lambda: bench_formats.rows(loaded, clock),
        "batches": lambda: bench_batches.rows(loaded, clock),
        "steps": lambda: bench_steps.rows(loaded, clock),
        "adapt": lambda: bench_adapt.rows(folder, model),
        "area": lambda: bench_area.rows(folder, long),
        "executors": lambda: bench_executors.rows(folder, model),
        "runtimes": lambda: bench_runtimes.rows(clock=clock),
        "server": lambda: bench_server.rows(folder, server_size),
        "plugin": bench_plugin_load.rows,
    }


@click.command(help=__doc__)
@click.option("--model", default=None, help="Model id or folder; default untrained, of the demo's size.")
@click.option("--only", multiple=True, type=click.Choice(NAMES), help="Just this one; may be given again.")
@click.option("--without", multiple=True, type=click.Choice(NAMES), help="Not this one; may be given again.")
@click.option("--long", is_flag=True, help="Areas up to 8192², too: many times longer, and gigabytes of disk.")
@click.option(
    "--processor-time",
    is_flag=True,
    help="Compare formats, batches, steps and runtimes by the processor's time, not the clock on the wall: "
    "for a machine that others keep busy, with OMP_NUM_THREADS=1.",
)
@click.option(
    "--server-size",
    default=bench_server.SIZE,
    show_default=True,
    type=click.IntRange(128, 8192),
    help="Pixels across of the one job of server.",
)
def main(
    model: str | None,
    only: tuple[str, ...],
    without: tuple[str, ...],
    long: bool,
    processor_time: bool,
    server_size: int,
) -> None:
    rows: list[Row] = []
    with TemporaryDirectory() as name:
        folder = Path(name)
        clock = PROCESSOR if processor_time else WALL
        for title, measure in benchmarks(folder, model or untrained(folder, "nano"), long, clock, server_size).items():
            if title not in without and (not only or title in only):
                click.echo(f"{title} ...", err=True)
                rows += measure()
    click.echo(markdown(rows))
    sys.exit(any(row.missed for row in rows))


if __name__ == "__main__":
    main()
