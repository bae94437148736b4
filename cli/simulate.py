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
        from ..core.simulation.demo_job import simulate_demo
        from ..core.worker.protocol import SimulateRequest

        request = SimulateRequest(str(folder), seed, size, pixel_size, clouds, season)
        scene = simulate_demo(request, feedback)
    for name, path in scene.files.items():
        click.echo(f"{name:<12} {path}")
    click.echo(f"{'job':<12} {scene.job}\nNext: {shlex.join(['scenefill', 'run', scene.job])}")
