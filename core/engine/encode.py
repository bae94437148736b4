"""How a product's physical values become the numbers of its file."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from ..job import Job
from ..modalities import registry
from .products import Product
from .sources import SourceSet

#: Names of bands that hold classes or flags, for example of Landsat (BQA, QA_PIXEL) and Sentinel-2 (SCL, QA60).
_QUALITY = re.compile(r"(?i)(^|[^a-z])(b?qa|scl|mask|flags?|class(es|ification)?|quality)([^a-z]|$)")


@dataclass(frozen=True)
class BandCode:
    """One band that the generator draws: where it comes from, where it goes, and its numbers.

    Attributes:
        modality, channel: of the drawing.
        id: the band's id.
        index: 0-based, in the file.
        to_dn: physical values to the file's numbers, float64, not yet rounded.
    """

    modality: str
    channel: int
    id: str
    index: int
    to_dn: Callable[[np.ndarray], np.ndarray]


@dataclass(frozen=True)
class Encoding:
    """The numbers of one output file.

    Attributes:
        dtype: numpy name.
        nodata: None for none.
        count: bands of the file.
        bands: those that the generator draws.
        carried: 0-based indices of bands that are filled by regression.
        kept: 0-based indices of class and quality bands: a number between two classes means nothing, so they stay as
            they are.
        descriptions, scales, offsets, units: per band of the file.
        tags: of the layer that is filled.
    """

    dtype: str
    nodata: float | None
    count: int
    bands: tuple[BandCode, ...]
    carried: tuple[int, ...]
    kept: tuple[int, ...]
    descriptions: tuple[str, ...]
    scales: tuple[float, ...]
    offsets: tuple[float, ...]
    units: tuple[str, ...]
    tags: dict[str, str]

    def is_nodata(self, plane: np.ndarray) -> np.ndarray:
        """Where a plane of the file's numbers holds no data."""
        if np.dtype(self.dtype).kind == "f":
            empty = ~np.isfinite(plane)
            return empty if self.nodata is None else empty | (plane == np.dtype(self.dtype).type(self.nodata))
        if self.nodata is None:
            return np.zeros(plane.shape, dtype=bool)
        return plane == self.nodata


def encoding_of(product: Product, job: Job, sources: SourceSet) -> Encoding:
    """A filled layer keeps its file's encoding; what is drawn everywhere takes the reference's or float32."""
    if product.fill is not None:
        return _of_layer(product, job, sources)
    modality = registry()[product.modalities[0]]
    reference = _integer_reflectance(job, sources) if modality.unit == "reflectance" else None
    dtype, scale, offset, nodata = reference or ("float32", 1.0, 0.0, None)
    bands = tuple(BandCode(modality.id, i, band.id, i, _linear(scale, offset)) for i, band in enumerate(modality.bands))
    count = len(bands)
    return Encoding(
        dtype=dtype,
        nodata=nodata,
        count=count,
        bands=bands,
        carried=(),
        kept=(),
        descriptions=modality.band_ids,
        scales=(scale,) * count,
        offsets=(offset,) * count,
        units=("" if modality.unit == "reflectance" else modality.unit,) * count,
        tags={},
    )


def _of_layer(product: Product, job: Job, sources: SourceSet) -> Encoding:
    layer, item = sources.layers[product.fill or 0], job.inputs[product.fill or 0]
    profile = layer.profile
    names = {index - 1: name for name, index in item.bands.items()}
    bands = []
    for name, index in item.bands.items():
        found = registry().band(name)
        if found is not None:
            modality, channel = found
            bands.append(BandCode(modality.id, channel, name, index - 1, _of_band(layer, modality.id, name)))
    drawn = {band.index for band in bands}
    others = [i for i in range(profile.count) if i not in drawn]
    kept = tuple(i for i in others if i not in names and _QUALITY.search(profile.descriptions[i] or ""))
    return Encoding(
        dtype=profile.dtype,
        nodata=profile.nodata,
        count=profile.count,
        bands=tuple(sorted(bands, key=lambda band: band.index)),
        carried=tuple(i for i in others if i not in kept),
        kept=kept,
        descriptions=tuple(text or names.get(i, f"band {i + 1}") for i, text in enumerate(profile.descriptions)),
        scales=tuple(profile.scales),
        offsets=tuple(profile.offsets),
        units=tuple(unit or "" for unit in profile.units),
        tags={key: value for key, value in profile.tags.items() if not key.startswith(("STATISTICS_", "TIFFTAG_"))},
    )


def _linear(scale: float, offset: float) -> Callable[[np.ndarray], np.ndarray]:
    return lambda values: (np.asarray(values, dtype=np.float64) - offset) / scale


def _of_band(layer: Any, modality: str, band: str) -> Callable[[np.ndarray], np.ndarray]:
    return lambda values: layer.physical_to_dn(modality, band, values)


def _integer_reflectance(job: Job, sources: SourceSet) -> tuple[str, float, float, float | None] | None:
    """dtype, scale, offset and nodata of the reference: the input on whose pixels the grid lies, else the first."""
    order = sorted(range(len(job.inputs)), key=lambda i: job.inputs[i].path != job.grid.like)
    for i in order:
        modality = registry()[job.inputs[i].modality]
        layer = sources.layers[i]
        if modality.unit != "reflectance" or np.dtype(layer.profile.dtype).kind not in "iu":
            continue
        guess = layer.unit_guess
        if guess.unit == "reflectance":
            return layer.profile.dtype, guess.scale, guess.offset, layer.profile.nodata
    return None
