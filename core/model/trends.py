"""Regressions fitted to one scene: what its other layers say about a layer, pixel by pixel.

Ridge regression (Hoerl and Kennard 1970) on the other layers' bands at a pixel and its eight neighbours, which makes up
for layers that lie a part of a pixel apart, and gradient-boosted trees (LightGBM, Ke et al. 2017) on the bands and
their means over small neighbourhoods, fitted where the layer was observed. Observed pixels are predicted by models that
did not see their own block (cross-fitting): what is left over there says how far off a prediction is.
"""

from __future__ import annotations

import itertools
import os
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace

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
RIDGE = 10.0
#: The ridge stays within this many times the usual distance of the trees, which never leave the range of what was seen:
#: where a layer has a hole, or a pixel is like no other, a linear relation may say anything.
LIMIT, LIMIT_PIXELS = 2.5, 8_000
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
    planes += [box_mean(known, share, side).astype(np.float32) for side in NEIGHBOURHOODS]
    return np.concatenate(planes)


def box_mean(known: np.ndarray, share: np.ndarray, side: int) -> np.ndarray:
    """Mean over what is known of a square around every pixel.

    Args:
        known: ``(F, H, W)`` float64, 0 where absent.
        share: ``(F, H, W)`` float64, 1 where known and 0 where absent.
        side: of the square, pixels.

    Returns:
        ``(F, H, W)`` float64, NaN where nothing of the square is known.
    """
    size = (1, side, side)
    total = ndimage.uniform_filter(known, size, mode="constant")
    weight = ndimage.uniform_filter(share, size, mode="constant")
    return np.where(weight > 0.5 / side**2, total / np.maximum(weight, 1e-9), np.nan)


def features(covariates: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """``(F, H, W)`` bands, NaN where absent, to what the ridge and what the trees are shown.

    Returns:
        ``(10 F, H, W)`` float32: the bands at 3 × 3 pixels, and their widest means; and :func:`pixel_features`.
    """
    bands, height, width = covariates.shape
    wide = pixel_features(covariates)
    around = np.pad(covariates, ((0, 0), (1, 1), (1, 1)), constant_values=np.nan).astype(np.float32)
    places = [(slice(i, i + height), slice(j, j + width)) for i in range(3) for j in range(3)]
    return np.concatenate([*(around[(slice(None), *place)] for place in places), wide[-bands:]]), wide


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
class Sample:
    """Observed pixels to learn from.

    Attributes:
        near, wide: ``(n, 10 F)`` and ``(n, 3 F)``, see :func:`features`.
        target: ``(n, C)``.
        folds: ``(n,)`` fold of each pixel.
    """

    near: np.ndarray
    wide: np.ndarray
    target: np.ndarray
    folds: np.ndarray

    @staticmethod
    def of(covariates: np.ndarray, values: np.ndarray, folds: np.ndarray, rows: np.ndarray) -> Sample:
        """Pixels ``rows`` of a flattened piece: ``(F, H, W)``, ``(C, H, W)``, ``(H, W)``."""
        near, wide, target = (array.reshape(len(array), -1)[:, rows].T for array in (*features(covariates), values))
        return Sample(near, wide, target, folds.ravel()[rows])

    @staticmethod
    def join(samples: Sequence[Sample]) -> Sample:
        return Sample(
            np.concatenate([sample.near for sample in samples]),
            np.concatenate([sample.wide for sample in samples]),
            np.concatenate([sample.target for sample in samples]),
            np.concatenate([sample.folds for sample in samples]),
        )


@dataclass(frozen=True)
class Trends:
    """Fitted regressions: one of each kind per fold, and one (the last) of all pixels.

    Attributes:
        ridge: ``FOLDS + 1``.
        trees: ``FOLDS + 1`` tuples with a model per band.
        apart: ``(C,)`` how far the two kinds usually are from each other.
    """

    ridge: tuple[Ridge, ...]
    trees: tuple[tuple[lightgbm.Booster, ...], ...]
    apart: np.ndarray

    @property
    def reach(self) -> np.ndarray:
        """``(C,)`` how far the ridge may be from the trees."""
        return LIMIT * self.apart

    @staticmethod
    def fit(sample: Sample, seed: int, progress: Callable[[float], None] | None = None) -> Trends:
        """Fit all regressions. ``progress`` is told the share that is done, and may raise to cancel."""
        rng = np.random.default_rng([seed, 0x7E5])
        target, bands = sample.target, sample.target.shape[1]
        chosen = [np.flatnonzero(sample.folds != fold) for fold in range(FOLDS)] + [np.arange(len(target))]
        ridge, parts = [], []
        for rows in chosen:
            picked = some_of(rng, rows, RIDGE_PIXELS)
            ridge.append(Ridge.fit(sample.near[picked], target[picked]))
            parts.append(some_of(rng, rows, TREE_PIXELS))
        jobs = [(part, band) for part in parts for band in range(bands)]
        trees: list[lightgbm.Booster] = []
        with ThreadPoolExecutor(os.cpu_count() or 1, "trees") as pool:
            for booster in pool.map(lambda job: _boost(sample.wide[job[0]], target[job[0], job[1]], seed), jobs):
                trees.append(booster)
                if progress is not None:
                    progress(len(trees) / len(jobs))
        ordered = iter(trees)
        grouped = tuple(tuple(itertools.islice(ordered, bands)) for _ in parts)
        found = Trends(tuple(ridge), grouped, np.zeros(bands))
        rows = some_of(rng, np.arange(len(target)), LIMIT_PIXELS)
        line, forest = found._both(sample.near[rows], sample.wide[rows], sample.folds[rows])
        return replace(found, apart=np.sqrt(((line - forest) ** 2).mean(axis=1, dtype=np.float64)))

    def predict(self, covariates: np.ndarray, folds: np.ndarray) -> np.ndarray:
        """Predict a piece of the scene.

        Args:
            covariates: ``(F, H, W)``, NaN where absent.
            folds: ``(H, W)`` int: the fold of an observed pixel, :data:`FOLDS` where nothing was observed.

        Returns:
            ``(kinds, C, H, W)`` float32.
        """
        near, wide = (np.ascontiguousarray(planes.reshape(len(planes), -1).T) for planes in features(covariates))
        line, forest = self._both(near, wide, folds.ravel())
        bound = self.reach.astype(np.float32)[:, None]
        line = forest + np.clip(line - forest, -bound, bound)
        return np.stack([line, forest]).reshape(len(KINDS), -1, *folds.shape)

    def _both(self, near: np.ndarray, wide: np.ndarray, folds: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """``(C, n)`` float32 of each kind, the ridge without its limit."""
        line = np.empty((len(self.apart), len(folds)), np.float32)
        forest = np.empty_like(line)
        for fold in np.unique(folds):
            rows = np.flatnonzero(folds == fold)
            line[:, rows] = self.ridge[fold].predict(near[rows]).T
            part = wide[rows]
            for band, booster in enumerate(self.trees[fold]):
                forest[band, rows] = booster.predict(part, num_threads=1)
        return line, forest


def some_of(rng: np.random.Generator, rows: np.ndarray, count: int) -> np.ndarray:
    """At most ``count`` of the rows, in their order."""
    return rows if rows.size <= count else np.sort(rng.choice(rows, count, replace=False))


def _boost(features: np.ndarray, target: np.ndarray, seed: int) -> lightgbm.Booster:
    settings = {**_TREE_SETTINGS, "seed": seed % 2**31}
    # Trained on the model string's own numbers, so that a stored model predicts the very same bits.
    booster = lightgbm.train(settings, lightgbm.Dataset(features, target), TREES)
    return lightgbm.Booster(model_str=booster.model_to_string())
