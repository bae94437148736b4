"""``scenefill simulate``: a scene to try things on."""

from __future__ import annotations

import shlex
from pathlib import Path

import click

from .terminal import TerminalFeedback, cancellable


@click.command("simulate")
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@click.option("--seed", type=click.IntRange(0), default=1, show_default=True, help="The same seed, the same place.")
@click.option("--size", type=click.IntRange(64, 4096), default=512, show_default=True, help="Pixels along each side.")
@click.option("--pixel-size", type=click.FloatRange(1, 120), default=10.0, show_default=True, help="Metres.")
@click.option("--clouds", type=click.FloatRange(0, 1), default=0.3, show_default=True, help="Share under cloud.")
@click.option("--season", type=click.FloatRange(0, 1), default=0.5, show_default=True, help="Share of the year gone.")
@click.pass_context
def simulate_command(
    ctx: click.Context, folder: Path, seed: int, size: int, pixel_size: float, clouds: float, season: float
) -> None:
    """Draw a place that does not exist into FOLDER, in all modalities, with clouds, and write a job that fills them."""
    with cancellable(TerminalFeedback(verbose=ctx.find_root().params["debug"])) as feedback:
        from ..core.simulate import draw_scene, write_scene
        from ..core.simulation.writing import date_of
        from .demo_job import write_demo_job

        scene = draw_scene(seed, size, pixel_size, clouds=clouds, season=season)
        feedback.raise_if_cancelled()
        paths = write_scene(scene, folder)
        job = write_demo_job(paths, folder, date_of(scene), seed)
    for name, path in paths.items():
        click.echo(f"{name:<12} {path}")
    click.echo(f"{'job':<12} {job}\nNext: {shlex.join(['scenefill', 'run', str(job)])}")
