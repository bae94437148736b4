"""The preview rasters: the overview's draft of what the job asked for."""

from __future__ import annotations

from pathlib import Path

from ..grid import Grid, coarse
from ..job import Job
from .outputs import RasterWriter, tiles_of
from .overview import Overview
from .products import Work
from .result import OutputFile
from .sidecar import ModelFacts
from .specs import preview_spec, product_title


def write_previews(
    folder: Path, aside: Path, overview: Overview, work: Work, job: Job, model: ModelFacts, grid: Grid
) -> list[OutputFile]:
    """Write one raster per product, of all its modalities, at the overview's resolution over the job's extent."""
    extent = coarse(grid, overview.factor)
    written = []
    for product in work.products:
        path = folder / f"{product.name}_preview.tif"
        writer = RasterWriter(path, aside, preview_spec(product, extent, job, model))
        try:
            for tile in tiles_of(extent):
                writer.write(tile, overview.preview(product, tile))
            writer.finish()
        except BaseException:
            writer.abandon()
            raise
        written.append(OutputFile(str(path), product.modalities, "preview", f"{product_title(product)}: preview"))
    return written
