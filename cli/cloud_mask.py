"""``scenefill clouds``: the clouds and shadows of a layer as a mask."""

from __future__ import annotations

from pathlib import Path

import click

from ..core import job_parts as limits
from .terminal import TerminalFeedback, cancellable

MODALITY = "optical"


class BandMap(click.ParamType):
    """``red=3,green=2,blue=1`` as band ids and 1-based indices."""

    name = "bands"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> dict[str, int]:
        bands: dict[str, int] = {}
        for part in str(value).split(","):
            band, _, index = (word.strip() for word in part.partition("="))
            if not band or not index.isdecimal() or band in bands:
                self.fail(f"'{part}' does not name a band of its own, as in red=3,green=2,blue=1.", param, ctx)
            bands[band] = int(index)
        return bands


@click.command("clouds")
@click.argument("layer", type=click.Path(path_type=Path))
@click.argument("out", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--bands", type=BandMap(), required=True, help="Such as red=3,green=2,blue=1,nir=4; counted from 1.")
@click.option("--scale", type=float, help="Reflectance = number x scale + offset (default: guessed).")
@click.option("--offset", type=float, help="See --scale.")
@click.option("--unit", help="reflectance or DN (default: guessed).")
@click.option("--threshold", type=click.FloatRange(0, 1), help="Probability from which a pixel is a cloud.")
@click.option(
    "--grow",
    type=click.IntRange(*limits.GROW),
    default=limits.CLOUDS_GROW,
    show_default=True,
    help="Pixels by which clouds are widened.",
)
@click.pass_context
def clouds_command(
    ctx: click.Context,
    layer: Path,
    out: Path,
    bands: dict[str, int],
    scale: float | None,
    offset: float | None,
    unit: str | None,
    threshold: float | None,
    grow: int,
) -> None:
    """Find clouds and their shadows in the raster LAYER and write them to OUT, a GeoTIFF on its pixels.

    1 is cloud or shadow, 0 is clear, 255 is no data. These are the clouds that a job finds by a gap of kind "clouds".
    """
    with cancellable(TerminalFeedback(verbose=ctx.find_root().params["debug"])) as feedback:
        from ..core.engine.cloud_mask import find_clouds
        from ..core.worker.protocol import CloudsRequest

        request = CloudsRequest(str(layer), str(out), bands, MODALITY, scale, offset, unit, threshold, grow)
        mask = find_clouds(request, feedback)
    click.echo(f"mask: {mask.path}\nclouds or shadows: {mask.clouds:.1%} of what has data; no data: {mask.nodata:.1%}")
