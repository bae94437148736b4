"""How many bytes a job writes."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ..grid import Grid, Window
from ..job import Job
from ..modalities import registry
from .encode import encoding_of
from .names import mask_names
from .products import Work
from .sources import SourceSet

#: The raster aside and the Cloud Optimized GeoTIFF made from it lie on the disk together; overviews add a third.
COPIES = 2.0
_FLOAT32 = 4


def output_bytes(job: Job, grid: Grid, work: Work, sources: SourceSet) -> int:
    """Upper bound of the finished outputs, uncompressed."""
    per_pixel = len(mask_names(job))
    realisations = job.sampling.samples if job.sampling.mode == "realisation" else 0
    for product in work.products:
        encoding = encoding_of(product, job, sources)
        data = encoding.count * np.dtype(encoding.dtype).itemsize
        provenance = 2 if encoding.carried else 1
        per_pixel += data * (1 + realisations) + provenance + encoding.count * _FLOAT32
    return per_pixel * grid.width * grid.height


def window_bytes(job: Job, work: Work, window: Window) -> int:
    """Size of the file of a window in which everything is drawn."""
    bands = sum(len(registry()[m].bands) for draw in work.passes for m in draw.targets)
    realisations = job.sampling.samples if job.sampling.mode == "realisation" else 0
    masks = len(work.products) + len(mask_names(job))
    return (bands * _FLOAT32 * (2 + realisations) + masks) * window.height * window.width


def bytes_needed(job: Job, grid: Grid, work: Work, windows: Sequence[Window], sources: SourceSet) -> int:
    """Upper bound of what lies on the disk at once: all windows, and the outputs with their copies."""
    return int(COPIES * output_bytes(job, grid, work, sources)) + len(windows) * window_bytes(job, work, windows[0])
