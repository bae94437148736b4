"""Regressions fitted to one scene: what its other layers say about a layer, pixel by pixel.

Ridge regression (Hoerl and Kennard 1970) and gradient-boosted trees (LightGBM, Ke et al. 2017) on the other layers'
bands and their means over small neighbourhoods, fitted where the layer was observed. Observed pixels are predicted by
models that did not see their own block (cross-fitting): what is left over there says how far off a prediction is.
"""

from __future__ import annotations

import itertools
import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import lightgbm
import numpy as np
from scipy import ndimage

#: Cross-fitting: number of folds, and pixels along one axis of the blocks that are left out together.
FOLDS, BLOCK = 4, 8
#: Sides of the neighbourhoods whose means are features, pixels; the widest decides how far a feature looks.
NEIGHBOURHOODS = (3, 9)
REACH = max(NEIGHBOURHOODS) // 2
#: Kinds of regression, in the order of :meth:`Trends.predict`.
KINDS = ("ridge", "trees")
#: Pixels that each regression learns from.
RIDGE_PIXELS, TREE_PIXELS = 30_000, 12_000
RIDGE = 1.0
TREES = 80
_TREE_SETTINGS = {
    "objective": "regression",
    "num_leaves": 24,
    "learning_rate": 0.12,
    "min_data_in_leaf": 20,
    "feature_fraction": 0.7,
    "max_bin": 63,
    "num_threads": 1,
    "deterministic": True,
    "force_row_wise": True,
    "verbosity": -1,
}


def pixel_features(covariates: np.ndarray) -> np.ndarray:
    """``(F, H, W)`` bands, NaN where absent, to ``(3 F, H, W)`` float32: themselves and their neighbourhood means."""
    finite = np.isfinite(covariates)
    known, share = np.where(finite, covariates, 0.0).astype(np.float64), finite.astype(np.float64)
    planes = [covariates.astype(np.float32)]
    for side in NEIGHBOURHOODS:
        size = (1, side, side)
        total = ndimage.uniform_filter(known, size, mode="constant")
        weight = ndimage.uniform_filter(share, size, mode="constant")
        mean = np.where(weight > 0.5 / side**2, total / np.maximum(weight, 1e-9), np.nan)
        planes.append(mean.astype(np.float32))
    return np.concatenate(planes)


def fold_map(row: int, col: int, height: int, width: int) -> np.ndarray:
    """``(H, W)`` int8: the fold of every pixel of a lattice window; a function of place alone."""
    rows = (np.arange(row, row + height) // BLOCK).astype(np.int64) & 0xFFFFFFFF
    cols = (np.arange(col, col + width) // BLOCK).astype(np.int64) & 0xFFFFFFFF
    # A multiplicative hash: neighbouring blocks fall into unrelated folds.
    mixed = np.add.outer(rows * 0x9E3779B1, cols * 0x85EBCA77) & 0xFFFFFFFF
    mixed = ((mixed ^ (mixed >> 15)) * 0x2C1B3C6D) & 0xFFFFFFFF
    return ((mixed >> 16) % FOLDS).astype(np.int8)


@dataclass(frozen=True)
class Ridge:
    """``center, scale`` ``(F,)`` standardise the features, ``weights`` ``(1 + F, C)``: intercept first."""

    center: np.ndarray
    scale: np.ndarray
    weights: np.ndarray

    @staticmethod
    def fit(features: np.ndarray, target: np.ndarray) -> Ridge:
        """``features`` ``(n, F)`` with NaN where absent, ``target`` ``(n, C)``."""
        known = np.isfinite(features)
        x = np.where(known, features, 0.0).astype(np.float64)
        count = np.maximum(known.sum(axis=0), 1)
        center = x.sum(axis=0) / count
        x = np.where(known, features - center, 0.0)
        scale = np.sqrt((x**2).sum(axis=0) / count)
        scale = np.where(scale > 1e-9, scale, 1.0)
        x /= scale
        mean = target.mean(axis=0)
        gram = x.T @ x + RIDGE * np.eye(x.shape[1])
        weights = np.linalg.solve(gram, x.T @ (target - mean))
        return Ridge(center, scale, np.vstack([mean, weights]))

    def predict(self, features: np.ndarray) -> np.ndarray:
        """``(n, C)`` float32; an absent feature counts as its mean."""
        x = np.where(np.isfinite(features), features - self.center, 0.0) / self.scale
        return (self.weights[0] + x @ self.weights[1:]).astype(np.float32)


@dataclass(frozen=True)
class Trends:
    """Fitted regressions: one of each kind per fold, and one (the last) of all pixels.

    Attributes:
        ridge: ``FOLDS + 1``.
        trees: ``FOLDS + 1`` tuples with a model per band.
    """

    ridge: tuple[Ridge, ...]
    trees: tuple[tuple[lightgbm.Booster, ...], ...]

    @staticmethod
    def fit(
        features: np.ndarray,
        target: np.ndarray,
        folds: np.ndarray,
        seed: int,
        progress: Callable[[float], None] | None = None,
    ) -> Trends:
        """Fit all regressions.

        Args:
            features: ``(n, F)``, NaN where absent.
            target: ``(n, C)``.
            folds: ``(n,)`` fold of each pixel.
            seed: of the subsamples.
            progress: is told the share that is done, and may raise to cancel.
        """
        rng = np.random.default_rng([seed, 0x7E5])
        bands = target.shape[1]
        chosen = [np.flatnonzero(folds != fold) for fold in range(FOLDS)] + [np.arange(len(target))]
        ridge, parts = [], []
        for rows in chosen:
            picked = _some(rng, rows, RIDGE_PIXELS)
            ridge.append(Ridge.fit(features[picked], target[picked]))
            parts.append(_some(rng, rows, TREE_PIXELS))
        jobs = [(part, band) for part in parts for band in range(bands)]
        done = 0
        trees: list[lightgbm.Booster] = []
        with ThreadPoolExecutor(os.cpu_count() or 1, "trees") as pool:
            for booster in pool.map(lambda job: _boost(features[job[0]], target[job[0], job[1]], seed), jobs):
                trees.append(booster)
                done += 1
                if progress is not None:
                    progress(done / len(jobs))
        ordered = iter(trees)
        return Trends(tuple(ridge), tuple(tuple(itertools.islice(ordered, bands)) for _ in parts))

    def predict(self, features: np.ndarray, folds: np.ndarray) -> np.ndarray:
        """Predict a piece of the scene.

        Args:
            features: ``(F, H, W)``.
            folds: ``(H, W)`` int: the fold of an observed pixel, :data:`FOLDS` where nothing was observed.

        Returns:
            ``(kinds, C, H, W)`` float32.
        """
        flat = np.ascontiguousarray(features.reshape(len(features), -1).T)
        which = folds.ravel()
        bands = self.ridge[0].weights.shape[1]
        found = np.empty((len(KINDS), bands, flat.shape[0]), np.float32)
        for fold in np.unique(which):
            rows = np.flatnonzero(which == fold)
            part = flat[rows]
            found[0][:, rows] = self.ridge[fold].predict(part).T
            for band, booster in enumerate(self.trees[fold]):
                found[1, band, rows] = booster.predict(part, num_threads=1)
        return found.reshape(len(KINDS), bands, *folds.shape)


def _some(rng: np.random.Generator, rows: np.ndarray, count: int) -> np.ndarray:
    return rows if rows.size <= count else np.sort(rng.choice(rows, count, replace=False))


def _boost(features: np.ndarray, target: np.ndarray, seed: int) -> lightgbm.Booster:
    settings = {**_TREE_SETTINGS, "seed": seed % 2**31}
    # Trained on the model string's own numbers, so that a stored model predicts the very same bits.
    booster = lightgbm.train(settings, lightgbm.Dataset(features, target), TREES)
    return lightgbm.Booster(model_str=booster.model_to_string())
