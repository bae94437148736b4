"""``scenefill features``: the scene map of a job as a raster."""

from __future__ import annotations

from pathlib import Path

import click

from .terminal import TerminalFeedback, cancellable


@click.command("features")
@click.argument("job_file", metavar="JOB", type=click.Path(path_type=Path))
@click.option("--out", required=True, type=click.Path(dir_okay=False, path_type=Path), help="GeoTIFF to write.")
@click.option("--threads", type=click.IntRange(1, 1024), help="Processor threads of the network (default: all cores).")
@click.pass_context
def features_command(ctx: click.Context, job_file: Path, out: Path, threads: int | None) -> None:
    """Infer the scene of the job in the file JOB and write it as a raster of features; nothing is drawn.

    A band per feature, at half the resolution of the job: input for a classifier or a regression of your own.
    """
    from ..core.job import load_job

    job = load_job(job_file)
    with cancellable(TerminalFeedback(verbose=ctx.find_root().params["debug"])) as feedback:
        from ..core.engine.features import infer_features

        path = infer_features(job, out, feedback, threads=threads)
    click.echo(f"features: {path}")
