"""Bands that no modality has (coastal, cirrus, unnamed ones): carried along by a regression on the bands beside them.

Ridge regression (Hoerl and Kennard 1970) of the file's own numbers on the mapped bands in model space and their
squares, fitted on the layer's observed pixels. The sample lies on a sub-lattice of the whole file, so that a job on a
part of it fits the very same coefficients.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from ..modalities import registry
from .carry_sample import sample_windows
from .encode import Encoding
from .outputs import to_dtype
from .products import Product
from .sources import SourceSet

#: The sample takes every so many pixels of its blocks.
STEP = 4
RIDGE = 1e-3
#: Observed pixels below which a regression would only repeat its noise: the median is used instead.
FEWEST = 200
#: Drawn values stay within these quantiles of what was observed: a regression knows nothing beyond.
LOW, HIGH = 0.001, 0.999


@dataclass(frozen=True)
class CarryModel:
    """Coefficients for the carried bands of one layer.

    Attributes:
        bands: 0-based indices in the file.
        features: (modality, channel) of the mapped bands.
        center, scale: ``(F,)`` standardise the features.
        weights: ``(1 + F, bands)``: intercept first.
        bounds: ``(2, bands)``.
        residual: ``(bands,)`` standard deviation of the fit in the file's numbers.
        physical: ``(bands,)`` size of one of the file's numbers in the file's physical unit.
        fitted: False when the layer has no observed pixel: nothing can be said then.
    """

    bands: tuple[int, ...]
    features: tuple[tuple[str, int], ...]
    center: np.ndarray
    scale: np.ndarray
    weights: np.ndarray
    bounds: np.ndarray
    residual: np.ndarray
    physical: np.ndarray
    fitted: bool

    def draw_into(
        self, values: np.ndarray, drawn: np.ndarray, physical: Mapping[str, np.ndarray], encoding: Encoding
    ) -> None:
        """Fill the carried bands of ``values`` (bands, H, W) at the ``drawn`` pixels."""
        if not self.fitted:
            return
        design = self._design(np.stack([_model_space(m, c, physical[m][c][drawn]) for m, c in self.features]))
        for i, band in enumerate(self.bands):
            numbers = np.clip(design @ self.weights[:, i], *self.bounds[:, i])
            values[band][drawn] = to_dtype(numbers, encoding.dtype, encoding.nodata)

    def spread_into(
        self,
        spread: np.ndarray,
        drawn: np.ndarray,
        means: Mapping[str, np.ndarray],
        deviations: Mapping[str, np.ndarray],
    ) -> None:
        """Spread of the carried bands: that of the mapped bands through the regression, and the fit's own residual.

        The mapped bands are taken as independent. In the file's physical unit.
        """
        if not self.fitted:
            return
        inputs, errors = [], []
        for modality, channel in self.features:
            value = _model_space(modality, channel, means[modality][channel][drawn])
            slope = registry()[modality].bands[channel].transform.slope(value).astype(np.float64)
            inputs.append(value)
            errors.append(deviations[modality][channel][drawn] / np.maximum(slope, 1e-6))
        x, error = np.stack(inputs), np.stack(errors)
        count = len(self.features)
        for i, band in enumerate(self.bands):
            linear, square = np.split(self.weights[1:, i], [count])
            slopes = linear[:, None] / self.scale[:count, None] + 2 * x * square[:, None] / self.scale[count:, None]
            variance = ((slopes * error) ** 2).sum(axis=0) + self.residual[i] ** 2
            spread[band][drawn] = (np.sqrt(variance) * self.physical[i]).astype(np.float32)

    def _design(self, x: np.ndarray) -> np.ndarray:
        """``(n, 1 + F)`` from model-space values ``(mapped bands, n)``."""
        raw = np.concatenate([x, x**2])
        standard = (raw - self.center[:, None]) / self.scale[:, None]
        return np.concatenate([np.ones((1, x.shape[1])), standard]).T


def fit_carry(product: Product, encoding: Encoding, sources: SourceSet) -> CarryModel | None:
    """The regression of a filled layer; None when all its bands are drawn by the generator."""
    if product.fill is None or not encoding.carried:
        return None
    layer = sources.layers[product.fill]
    features = tuple((band.modality, band.channel) for band in encoding.bands)
    inputs: list[np.ndarray] = []
    numbers: list[np.ndarray] = []
    for window in sample_windows(sources.file_window(product.fill)):
        pixels = layer.read(window)
        raw = layer.raw(window)[:, ::STEP, ::STEP]
        good = ~layer.gap(window)[::STEP, ::STEP]
        for modality, channel in features:
            good &= pixels[modality][1][channel, ::STEP, ::STEP]
        for band in encoding.carried:
            good &= ~encoding.is_nodata(raw[band])
        inputs.append(np.stack([_model_space(m, c, pixels[m][0][c, ::STEP, ::STEP][good]) for m, c in features]))
        numbers.append(np.stack([raw[band][good] for band in encoding.carried]).astype(np.float64))
    # Bands without a modality are judged by the scale that the mapped ones have.
    declared = np.array([encoding.scales[band] for band in encoding.carried])
    physical = np.where(declared == 1.0, layer.unit_guess.scale, declared)
    return _solve(encoding.carried, features, np.concatenate(inputs, 1), np.concatenate(numbers, 1), np.abs(physical))


def _solve(
    bands: tuple[int, ...],
    features: tuple[tuple[str, int], ...],
    x: np.ndarray,
    y: np.ndarray,
    physical: np.ndarray,
) -> CarryModel:
    """Fit in float64. ``x`` ``(mapped bands, n)`` model space, ``y`` ``(carried bands, n)`` the file's numbers."""
    count, samples = 2 * len(features), x.shape[1]
    weights = np.zeros((1 + count, len(bands)))
    center, scale = np.zeros(count), np.ones(count)
    residual, bounds = np.zeros(len(bands)), np.zeros((2, len(bands)))
    if samples:
        bounds = np.quantile(y, [LOW, HIGH], axis=1)
        weights[0] = np.median(y, axis=1)
        residual = np.std(y - weights[0][:, None], axis=1)
    if samples >= FEWEST:
        raw = np.concatenate([x, x**2])
        center, scale = raw.mean(axis=1), np.maximum(raw.std(axis=1), 1e-6)
        design = ((raw - center[:, None]) / scale[:, None]).T
        mean = y.mean(axis=1)
        gram = design.T @ design / samples + RIDGE * np.eye(count)
        weights[0] = mean
        weights[1:] = np.linalg.solve(gram, design.T @ (y - mean[:, None]).T / samples)
        residual = np.std(y - (mean[:, None] + (design @ weights[1:]).T), axis=1)
    return CarryModel(bands, features, center, scale, weights, bounds, residual, physical, bool(samples))


def _model_space(modality: str, channel: int, values: np.ndarray) -> np.ndarray:
    return registry()[modality].bands[channel].transform.to_model(values).astype(np.float64)
