"""The file names of a result: light, so that they are known before the engine runs."""

from __future__ import annotations

from ..job import Job
from .products import Product, Work

SIDECAR = "scenefill.json"


def sample_names(product: Product, job: Job) -> list[str]:
    """File names of the realisations; empty unless the job asks for them."""
    if job.sampling.mode != "realisation":
        return []
    return [f"{product.name}_sample{k + 1}.tif" for k in range(job.sampling.samples)]


def mask_names(job: Job) -> dict[int, str]:
    """Input to file name of its cloud mask, for the inputs in which clouds are looked for."""
    cloudy = [i for i, item in enumerate(job.inputs) if any(gap.kind == "clouds" for gap in item.gaps)]
    return {i: "cloud_mask.tif" if n == 0 else f"cloud_mask_{n + 1}.tif" for n, i in enumerate(cloudy)}


def output_names(job: Job, work: Work) -> list[str]:
    """Every file name that the job is going to write into its folder."""
    names = [SIDECAR, *mask_names(job).values()]
    for product in work.products:
        stem = product.name
        names += [f"{stem}.tif", f"{stem}_provenance.tif", f"{stem}_provenance.tif.aux.xml", f"{stem}_spread.tif"]
        names += [f"{stem}_preview.tif", *sample_names(product, job)]
    names += [f"{name}.aux.xml" for name in mask_names(job).values()]
    return names
