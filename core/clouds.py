"""Clouds and their shadows, found in the image itself.

Clouds: where a layer has the ten bands of Sentinel-2 level 1C that *s2cloudless* was trained on (``coastal, blue, red,
rededge071, nir, nir08, nir09, cirrus, swir16, swir22``), its probability per pixel. Else a rule: the smallest of fuzzy
tests, each 0.4 near the limit of the potential cloud pixels of Fmask (Zhu & Woodcock 2012,
doi:10.1016/j.rse.2011.10.028): haze-optimised transform, whiteness, brightness (grey decks under a low sun are below
0.17), and, as far as the bands are there, NDVI, NDSI, NIR over SWIR, SWIR 2.2 and brightness temperature; or the cirrus
band alone. It takes bright roofs, sand and snow for clouds more often than s2cloudless does, most of all with red,
green and blue alone.

A missed cloud does more harm than a pixel drawn needlessly, so recall comes first: next to a cloud of some size, where
its thin edges lie, a share of the threshold is enough, and a rim is added. Elsewhere the whole threshold counts, which
keeps clear dates clear.

Shadows: pixels darker than their clear surroundings near a cloud of some size, in NIR and SWIR where there is a NIR
band (and then not water), else in red and green, where more of them are missed and dark water may pass for one. Without
the sun's position nothing tells the side on which they lie.

All limits are fixed or taken from a neighbourhood of fixed size on the absolute lattice, never from the job's extent.
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np
from scipy import ndimage

from .blocks import block_mean
from .errors import SceneFillError
from .feedback import Feedback
from .grid import Window, ground_size_m
from .raster_bands import TILE, TileCache, tile_window

if TYPE_CHECKING:
    from .raster import LayerSource

DEFAULT_THRESHOLD = 0.4
S2CLOUDLESS_BANDS = (
    "coastal",
    "blue",
    "red",
    "rededge071",
    "nir",
    "nir08",
    "nir09",
    "cirrus",
    "swir16",
    "swir22",
)
_VISIBLE = ("blue", "green", "red")
_RULE_BANDS = (*_VISIBLE, "nir", "swir16", "swir22", "cirrus", "lwir11")
_NIR_SHADOW_BANDS = ("nir", "swir16", "green")
_VISIBLE_SHADOW_BANDS = ("red", "green")

# Ground size that is looked at, in metres: finer pixels are averaged up to it, for speed and against single roofs.
_WORKING_SIZE = 15.0
_SMOOTHING, _CLOSING, _RIM = 40.0, 60.0, 45.0  # radii: mean of probabilities, gaps closed in clouds, rim around them
_EDGE_REACH = 150.0  # metres: this near a cloud a share of the threshold is enough
_RULE_EDGE, _S2CLOUDLESS_EDGE = 0.5, 0.75  # that share: s2cloudless gives clear fields in autumn 0.25 and more
_SURROUNDINGS, _REACH = 1000.0, 1500.0  # metres: half side of a shadow's surroundings, distance to its cloud
_CASTING = 60.0  # metres: half width; what is narrower is a roof as often as a cloud: it gets no edges and no shadow
_NIR_DARK, _VISIBLE_DARK, _BRIGHTEST_SHADOW, _WATER = 0.82, 0.75, 0.25, 0.1
_MIN_CLEAR = 0.05
_SCALE, _ABSENT = 250.0, 255  # probabilities are kept in a byte


class _Probability(Protocol):
    def __call__(self, values: np.ndarray, mask: np.ndarray) -> np.ndarray: ...


class CloudDetector:
    """Finds clouds in a layer, tile by tile of the absolute lattice.

    Args:
        layer: the opened layer.
        threshold: probability from which a pixel is a cloud; None for 0.4.
        feedback: is told which method works.

    Raises:
        SceneFillError: ``no-bands-for-clouds`` when the layer lacks blue, green or red.
    """

    def __init__(self, layer: LayerSource, threshold: float | None, feedback: Feedback) -> None:
        self._layer = layer
        self._threshold = DEFAULT_THRESHOLD if threshold is None else threshold
        # The size at the equator: the same wherever a job lies.
        width, height = layer.grid.pixel_size
        size = ground_size_m(layer.grid.crs, width, height, latitude=0.0)
        self._factor = next((f for f in (1, 2, 4) if size * f >= _WORKING_SIZE * 0.9), 8)
        self._size = size * self._factor
        self._bands, self._probability, self._edge, method = _method(layer)
        with_nir = "nir" in layer.input.bands
        wanted = _NIR_SHADOW_BANDS if with_nir else _VISIBLE_SHADOW_BANDS
        self._dark_bands = [band for band in wanted if band in layer.input.bands]
        shadows = "shadows by darkness near clouds" + ("" if with_nir else ", without a nir band only the darkest")
        feedback.log("info", f"{layer.name}: clouds by {method}, threshold {self._threshold:g}; {shadows}.")
        if layer.unit_guesses["optical"].unit == "DN":
            feedback.log(
                "warning", f"{layer.name}: clouds have fixed limits of reflectance, which its numbers are not."
            )
        self._clouds = TileCache(8 * 2**20)
        self._surfaces = TileCache(24 * 2**20)

    def detect(self, tile: Window) -> np.ndarray:
        """``(TILE, TILE)`` bool of one tile of the absolute lattice: cloud or shadow."""
        cloud, shadow = self.find(tile)
        return cloud | shadow

    def find(self, tile: Window, threshold: float | None = None) -> tuple[np.ndarray, np.ndarray]:
        """Clouds and shadows of one tile of the absolute lattice, each ``(TILE, TILE)`` bool with its rim.

        ``threshold`` stands in for the detector's own: probabilities are kept, so that several cost little more.
        """
        side = TILE // self._factor
        around = [(tile.row // TILE + i, tile.col // TILE + j) for i in (-1, 0, 1) for j in (-1, 0, 1)]
        found = _mosaic([self._cloud_tile(*at)[None] for at in around])[0]
        cloud, distance = self._cloud(found, self._threshold if threshold is None else threshold)
        shadow = np.zeros_like(cloud)
        if np.isfinite(distance).any():
            shadow = self._shadow(_mosaic([self._surface_tile(*at) for at in around]), cloud, distance)
        middle = (slice(side, 2 * side), slice(side, 2 * side))
        return self._full_size(cloud[middle]), self._full_size(shadow[middle])

    def _full_size(self, mask: np.ndarray) -> np.ndarray:
        return mask.repeat(self._factor, axis=0).repeat(self._factor, axis=1)

    def _pixels(self, metres: float) -> int:
        return max(1, min(round(metres / self._size), TILE // self._factor // 2 - 4))

    def _cloud(self, probability: np.ndarray, threshold: float) -> tuple[np.ndarray, np.ndarray]:
        """Clouds with their rim, and the distance in pixels to one that is wide enough to cast a shadow."""
        disk = _disk(self._pixels(_SMOOTHING))
        there = probability != _ABSENT
        total = ndimage.convolve(np.where(there, probability / _SCALE, 0.0), disk, mode="constant")
        count = ndimage.convolve(there.astype(np.float64), disk, mode="constant")
        cloud = total > threshold * count
        if not cloud.any():
            return cloud, np.full(cloud.shape, np.inf)
        casting = ndimage.binary_opening(cloud, _disk(self._pixels(_CASTING)) > 0)
        # Edges and veils of a cloud are thinner than its middle, and ground that is wrongly taken in costs little here.
        distance = _distance(casting)
        cloud |= (distance <= self._pixels(_EDGE_REACH)) & (total > self._edge * threshold * count)
        # Where clouds are brightest s2cloudless is unsure: without closing, holes would keep the whitest pixels.
        closing = self._pixels(_CLOSING)
        cloud = ndimage.binary_dilation(cloud, _disk(closing + self._pixels(_RIM)) > 0)
        return np.asarray(ndimage.binary_erosion(cloud, _disk(closing) > 0, border_value=1)) & there, distance

    def _shadow(self, surface: np.ndarray, cloud: np.ndarray, distance: np.ndarray) -> np.ndarray:
        """``(bands, H, W)`` reflectances (NaN absent), clouds, and the distance to a casting one, to shadows."""
        clear = (np.isfinite(surface).all(axis=0) & ~cloud).astype(np.float64)
        side = 2 * self._pixels(_SURROUNDINGS) + 1
        share = ndimage.uniform_filter(clear, side, mode="constant")
        band = dict(zip(self._dark_bands, np.nan_to_num(surface)))
        dark = (clear > 0) & (share > _MIN_CLEAR)
        with_nir = "nir" in band
        for name, values in band.items():
            if not (with_nir and name == "green"):
                mean = ndimage.uniform_filter(values * clear, side, mode="constant") / np.maximum(share, _MIN_CLEAR)
                dark &= values < (_NIR_DARK if with_nir else _VISIBLE_DARK) * mean
        if with_nir:
            dark &= band["nir"] < _BRIGHTEST_SHADOW
        if with_nir and "green" in band:
            dark &= (band["green"] - band["nir"]) < _WATER * np.abs(band["green"] + band["nir"])
        dark &= distance <= self._pixels(_REACH)
        dark = ndimage.binary_opening(dark, _disk(2) > 0)
        return np.asarray(ndimage.binary_dilation(dark, _disk(self._pixels(_RIM)) > 0))

    def _cloud_tile(self, tile_row: int, tile_col: int) -> np.ndarray:
        def make() -> tuple[np.ndarray, ...]:
            values, mask = self._averaged(self._bands, tile_row, tile_col)
            visible = [i for i, band in enumerate(self._bands) if band in _VISIBLE]
            observed = mask[visible].all(axis=0)
            found = self._probability(values, mask) if observed.any() else np.zeros(observed.shape)
            return (np.where(observed, np.round(found * _SCALE), _ABSENT).astype(np.uint8),)

        return self._clouds.get((tile_row, tile_col), make)[0]

    def _surface_tile(self, tile_row: int, tile_col: int) -> np.ndarray:
        def make() -> tuple[np.ndarray, ...]:
            values, mask = self._averaged(self._dark_bands, tile_row, tile_col)
            # Land reflects something: a 0 is missing data without a nodata value, and not a shadow.
            return (np.where(mask & (values > 0), values, np.float32(np.nan)),)

        return self._surfaces.get((tile_row, tile_col), make)[0]

    def _averaged(self, bands: list[str], tile_row: int, tile_col: int) -> tuple[np.ndarray, np.ndarray]:
        values, mask = self._layer.read_reflectance(bands, tile_window(tile_row, tile_col))
        return block_mean(values, mask, self._factor)


def _mosaic(tiles: list[np.ndarray]) -> np.ndarray:
    """Nine ``(bands, H, W)`` tiles in row-major order as one array."""
    rows = (tiles[:3], tiles[3:6], tiles[6:])
    return np.concatenate([np.concatenate(row, axis=2) for row in rows], axis=1)


def _distance(mask: np.ndarray) -> np.ndarray:
    """Pixels to the nearest pixel of ``mask``; infinite where it has none."""
    return np.asarray(ndimage.distance_transform_edt(~mask)) if mask.any() else np.full(mask.shape, np.inf)


def _disk(radius: int) -> np.ndarray:
    squares = np.arange(-radius, radius + 1) ** 2
    return (squares[:, None] + squares <= radius * radius).astype(np.float64)


def _method(layer: LayerSource) -> tuple[list[str], _Probability, float, str]:
    bands = layer.input.bands
    if all(band in bands for band in S2CLOUDLESS_BANDS):
        return list(S2CLOUDLESS_BANDS), _s2cloudless, _S2CLOUDLESS_EDGE, "s2cloudless"
    missing = [band for band in _VISIBLE if band not in bands]
    if missing:
        raise SceneFillError(
            "no-bands-for-clouds",
            f"Clouds cannot be found in '{layer.name}' without its band(s) {', '.join(missing)}.",
            "Map them, or give the clouds as a class raster or as polygons.",
        )
    found = [band for band in _RULE_BANDS if band in bands]
    return found, functools.partial(_rule, found), _RULE_EDGE, f"a spectral rule on {', '.join(found)}"


@functools.lru_cache(maxsize=1)
def _detector() -> Any:
    from s2cloudless import S2PixelCloudDetector

    return S2PixelCloudDetector(all_bands=False, average_over=None, dilation_size=None)


def _s2cloudless(values: np.ndarray, mask: np.ndarray) -> np.ndarray:
    """Cloud score of ``(10, H, W)`` top-of-atmosphere reflectances, ``(H, W)``.

    s2cloudless misses some bright rims of clouds, where the bands see them from slightly different sides: there the
    rule counts up to four times the probability. It counts alone where the layer has no complete spectrum: the air
    leaves no pixel without a coastal reflectance, so 0 is missing data, which often carries no nodata value.
    """
    rule = _rule(list(S2CLOUDLESS_BANDS), values, mask)
    complete = mask.all(axis=0) & (values[0] > 0)
    found = _detector().get_cloud_probability_maps(np.moveaxis(values, 0, -1)[None])[0]
    return np.where(complete, np.maximum(found, np.minimum(rule, 4.0 * found)), rule)


def _ramp(values: np.ndarray, low: float, limit: float) -> np.ndarray:
    """0 at ``low``, 0.4 at ``limit`` and linear on to 1; ``low`` may be above ``limit``."""
    return np.clip((values - low) / (limit - low) * DEFAULT_THRESHOLD, 0.0, 1.0)


def _normalized(first: np.ndarray, second: np.ndarray) -> np.ndarray:
    return (first - second) / np.maximum(np.abs(first + second), 1e-6)


def _rule(bands: list[str], values: np.ndarray, mask: np.ndarray) -> np.ndarray:
    """Fuzzy cloud score, ``(H, W)``, of ``(bands, H, W)`` reflectances (temperature in K); absent pixels pass tests."""
    band = dict(zip(bands, values.astype(np.float64)))
    there = dict(zip(bands, mask))
    visible = np.stack([band[name] for name in _VISIBLE if name in band])
    mean = visible.mean(axis=0)
    whiteness = np.abs(visible - mean).sum(axis=0) / np.maximum(mean, 1e-6)
    tests = [_ramp(band["blue"] - 0.5 * band["red"], 0.05, 0.08), _ramp(mean, 0.08, 0.14), _ramp(whiteness, 1.1, 0.7)]
    optional = {
        ("nir",): lambda: _ramp(_normalized(band["nir"], band["red"]), 0.8, 0.5),
        ("green", "swir16"): lambda: _ramp(_normalized(band["green"], band["swir16"]), 1.0, 0.8),
        ("nir", "swir16"): lambda: _ramp(band["nir"] / np.maximum(band["swir16"], 1e-3), 0.55, 0.75),
        ("swir22",): lambda: _ramp(band["swir22"], 0.0, 0.03),
        ("lwir11",): lambda: _ramp(band["lwir11"], 304.0, 300.0),
    }
    for needed, test in optional.items():
        if all(name in band for name in needed):
            observed = np.logical_and.reduce([there[name] for name in needed])
            tests.append(np.where(observed, test(), 1.0))
    score = np.minimum.reduce(tests)
    if "cirrus" in band:
        score = np.maximum(score, np.where(there["cirrus"], _ramp(band["cirrus"], 0.006, 0.01), 0.0))
    return score
