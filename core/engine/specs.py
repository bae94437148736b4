"""What the rasters of a job are called and what they are beside their pixels."""

from __future__ import annotations

from ..grid import Grid
from ..job import Job
from ..modalities import registry
from .encode import Encoding
from .outputs import RasterSpec
from .products import Product
from .sidecar import ModelFacts, raster_tags
from .windows import CARRIED, NEIGHBOURS, NOTHING, OBSERVED, OTHERS

CATEGORIES = (
    "observed",
    "drawn, the modality's own neighbours in sight",
    "drawn from other modalities only",
    "carried along by regression",
)
COLORS: dict[int, tuple[int, int, int, int]] = {
    OBSERVED: (225, 225, 225, 255),
    NEIGHBOURS: (244, 165, 66, 255),
    OTHERS: (126, 70, 160, 255),
    CARRIED: (46, 139, 139, 255),
    NOTHING: (0, 0, 0, 0),
}
MASK_CATEGORIES = ("clear", "gap")
MASK_COLORS: dict[int, tuple[int, int, int, int]] = {0: (225, 225, 225, 255), 1: (214, 72, 72, 255)}


def data_spec(encoding: Encoding, grid: Grid, job: Job, model: ModelFacts, kind: str = "data") -> RasterSpec:
    """A product's own raster, or one realisation of it."""
    return RasterSpec(
        grid=grid,
        dtype=encoding.dtype,
        descriptions=encoding.descriptions,
        nodata=encoding.nodata,
        scales=encoding.scales,
        offsets=encoding.offsets,
        units=encoding.units,
        tags={**encoding.tags, **raster_tags(job, model, kind)},
    )


def provenance_spec(encoding: Encoding, grid: Grid, job: Job, model: ModelFacts) -> RasterSpec:
    """One band for what the generator draws, a second where other bands are carried along."""
    names = {f"CATEGORY_{value}": name for value, name in enumerate(CATEGORIES)}
    bands = ("provenance", "provenance of carried bands") if encoding.carried else ("provenance",)
    return RasterSpec(
        grid=grid,
        dtype="uint8",
        descriptions=bands,
        nodata=NOTHING,
        tags=raster_tags(job, model, "provenance"),
        band_tags=(names,) * len(bands),
        colormap=COLORS,
        categories=CATEGORIES,
        resampling="NEAREST",
    )


def spread_spec(encoding: Encoding, grid: Grid, job: Job, model: ModelFacts) -> RasterSpec:
    """Standard deviations in physical units, a band for each band of the product; 0 where observed."""
    units = {band.index: registry()[band.modality].unit for band in encoding.bands}
    return RasterSpec(
        grid=grid,
        dtype="float32",
        descriptions=tuple(f"standard deviation of {name}" for name in encoding.descriptions),
        units=tuple(units.get(i, "") for i in range(encoding.count)),
        tags=raster_tags(job, model, "spread"),
    )


def mask_spec(grid: Grid, job: Job, model: ModelFacts) -> RasterSpec:
    """Where clouds (and the layer's other gaps) were found."""
    return RasterSpec(
        grid=grid,
        dtype="uint8",
        descriptions=("gap",),
        tags=raster_tags(job, model, "mask"),
        band_tags=({f"CATEGORY_{value}": name for value, name in enumerate(MASK_CATEGORIES)},),
        colormap=MASK_COLORS,
        categories=MASK_CATEGORIES,
        resampling="NEAREST",
    )


def preview_spec(product: Product, grid: Grid, job: Job, model: ModelFacts) -> RasterSpec:
    """The overview's draft in physical units. ``grid``: the coarse one."""
    modalities = [registry()[m] for m in product.modalities]
    return RasterSpec(
        grid=grid,
        dtype="float32",
        descriptions=tuple(band for m in modalities for band in m.band_ids),
        units=tuple(m.unit for m in modalities for _ in m.band_ids),
        tags=raster_tags(job, model, "preview"),
    )


def product_title(product: Product) -> str:
    """A few words for a legend."""
    titles = ", ".join(registry()[m].title for m in product.modalities)
    return f"{titles}, drawn" if product.fill is None else f"{titles}, gaps filled"
