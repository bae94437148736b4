"""Which pixels of a product are really clear: only those may be hidden and judged."""

from __future__ import annotations

import numpy as np
from scipy import ndimage

from ..core.feedback import Feedback
from ..core.job import GapSource, GridSpec, Input
from ..core.modalities import registry
from ..core.raster import LayerSource, resolve_grid
from .data_calibration import OLI_BANDS, S2_BANDS, TM_BANDS
from .eval_products import Product

# Beside the registry's bands, those that the detector of clouds wants: s2cloudless needs ten of level 1C.
_TABLES = {
    "s2": {**S2_BANDS, "B1": "coastal", "B9": "nir09", "B10": "cirrus"},
    "l8": {**OLI_BANDS, "B9": "cirrus"},
    "l5": TM_BANDS,
    "l7": TM_BANDS,
}
_FLAGGED_MARGIN = 8  # pixels: rims and missed shadow edges are neither hidden nor judged
_DETECTED_MARGIN = 2  # the detector has grown its clouds by a rim of its own
_CIRRUS_CLEAR = 0.003  # top-of-atmosphere reflectance at 1.37 µm; clear, moist air over low land stays below


def not_clear(product: Product, feedback: Feedback) -> np.ndarray:
    """``(H, W)`` boolean on the file's own grid: cloud, shadow or cirrus by any of three witnesses.

    They are the product's own quality band, its cirrus band, and SceneFill's cloud detector. Each misses what another
    sees: quality bands miss shadows, detectors miss thin cirrus.
    """
    flagged = ndimage.binary_opening(_flagged(product) | _above_cirrus(product))  # single pixels are bright roofs
    grown = ndimage.binary_dilation(flagged, iterations=_FLAGGED_MARGIN)
    return grown | ndimage.binary_dilation(_detected(product, feedback), iterations=_DETECTED_MARGIN)


def _band_numbers(product: Product) -> dict[str, int]:
    """Band id -> 1-based index in the file."""
    table = _TABLES.get(product.name[:2], {})
    names = [_plain_name(band) for band in product.bands]
    return {table[name]: i for i, name in enumerate(names, 1) if name in table}


def _plain_name(name: str) -> str:
    short = name.removeprefix("SR_")
    return "B" + short[2:] if short.startswith("B0") and len(short) == 3 else short


def _flagged(product: Product) -> np.ndarray:
    """Cloud, shadow or cirrus of at least medium confidence in Landsat's quality band.

    Before Collection 1 its pairs of bits are 14-15 cloud and 12-13 cirrus. In Collection 1 bit 4 is cloud, and 7-8 and
    11-12 are shadow and cirrus. Only pre-collection files use bits 14 and 15.
    """
    if "BQA" not in product.bands:
        return np.zeros(product.grid.shape, bool)
    qa = product.raw[product.bands.index("BQA")].astype(np.int64)
    if (qa >> 14).any():
        return (((qa >> 14) & 3) >= 2) | (((qa >> 12) & 3) >= 2)
    return (((qa >> 4) & 1) == 1) | (((qa >> 7) & 3) >= 2) | (((qa >> 11) & 3) >= 2)


def _above_cirrus(product: Product) -> np.ndarray:
    index = _band_numbers(product).get("cirrus")
    if index is None:
        return np.zeros(product.grid.shape, bool)
    dn = product.raw[index - 1].astype(np.float32)
    return (dn * 1e-4 if product.name.startswith("s2") else dn * 2e-5 - 0.1) > _CIRRUS_CLEAR


def _detected(product: Product, feedback: Feedback) -> np.ndarray:
    bands = _band_numbers(product)
    if not set(registry()["optical"].band_ids) <= set(bands):
        return np.zeros(product.grid.shape, bool)
    layer = Input("optical", str(product.path), bands, gaps=(GapSource("clouds"),))
    grid = resolve_grid(GridSpec(like=str(product.path)))
    with LayerSource(layer, grid, feedback) as source:
        return source.gap(grid.window)
