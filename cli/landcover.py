"""``scenefill landcover``: what S and drawn modalities are worth to a classifier of land cover."""

from __future__ import annotations

from pathlib import Path

import click

from .terminal import TerminalFeedback, cancellable


@click.command("landcover")
@click.option(
    "--data", required=True, type=click.Path(exists=True, file_okay=False, path_type=Path), help="Folder of chips."
)
@click.option("--out", required=True, type=click.Path(file_okay=False, path_type=Path), help="Folder of the report.")
@click.option("--model", default="scenefill-demo", show_default=True, help="Id or folder.")
@click.option("--seeds", type=click.IntRange(2, 100), default=10, show_default=True, help="Splits and draws of labels.")
@click.option("--place", "places", multiple=True, help="Judge this scene alone; can be given again.")
@click.pass_context
def landcover_command(
    ctx: click.Context, data: Path, out: Path, model: str, seeds: int, places: tuple[str, ...]
) -> None:
    """Fit linear classifiers to a few labels on SceneFill's features, on drawn bands and on observed ones.

    Every scene of the manifest in --data that has a land-cover raster, radar and Sentinel-2 is judged on blocks apart
    from those with the labels.
    """
    with cancellable(TerminalFeedback(verbose=ctx.find_root().params["debug"])) as feedback:
        from ..training.landcover import judge_land_cover

        report = judge_land_cover(data, out, model=model, seeds=seeds, places=places, feedback=feedback)
    click.echo(f"report: {Path(report.folder) / 'landcover.md'}")
