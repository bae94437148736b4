"""Cheap ways to fill a gap or to draw a modality: what SceneFill has to beat.

Fills learn from the scene's own observed pixels. Where a modality is drawn from nothing of its own, the regressions
learn from the real *training* chips instead, as SceneFill did.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import cv2
import numpy as np
from sklearn.ensemble import HistGradientBoostingRegressor
from sklearn.impute import SimpleImputer
from sklearn.linear_model import Ridge
from sklearn.pipeline import Pipeline, make_pipeline
from sklearn.preprocessing import StandardScaler

from .data_types import Chip
from .eval_features import TrainingPixels, band_features, neighbourhood_features, training_pixels
from .eval_tasks import Case

NEAREST_DATE, INPAINTING, RIDGE, TREES = "nearest-date", "inpainting", "ridge", "trees"
RIDGE_TRAINED, TREES_TRAINED = "ridge-train", "trees-train"
VISIBLE_MEAN = "visible-mean"

TITLES = {
    NEAREST_DATE: "nearest other date, copied (its own clouds inpainted)",
    INPAINTING: "inpainting from the rim (OpenCV, Telea)",
    RIDGE: "ridge regression per band, on this scene's observed pixels",
    TREES: "gradient-boosted trees per band, on this scene's observed pixels",
    RIDGE_TRAINED: "ridge regression per band, on the training chips",
    TREES_TRAINED: "gradient-boosted trees per band, on the training chips",
    VISIBLE_MEAN: "mean of red, green and blue, standing in for a panchromatic band",
}

Drawing = dict[str, np.ndarray]
_INPAINT_RADIUS = 5.0
_INPAINT_GAIN = 1e4  # Telea's step in OpenCV adds a unit gradient: in reflectances of 0..1 that would drown the image
_MIN_PIXELS = 100  # fewer observed pixels than this teach nothing


@dataclass
class Baselines:
    """All baselines, with what they learnt from training chips kept between scenes.

    Args:
        load: gives the real training chips; called when a regression first needs them.
        trained: whether to draw whole modalities with regressions learnt on those chips.
        seed: of the subsamples.
        pixels: training pixels per regression.
        trees: boosting iterations.
    """

    load: Callable[[], Sequence[Chip]]
    trained: bool = True
    seed: int = 0
    pixels: int = 20_000
    trees: int = 100
    _trained: dict[tuple[tuple[str, ...], str], _Regressions | None] = field(default_factory=dict)

    @functools.cached_property
    def chips(self) -> Sequence[Chip]:
        return self.load()

    def draw(self, case: Case) -> dict[str, Drawing]:
        """Method id -> modality -> ``(C, H, W)``, for the methods that the case allows."""
        methods: dict[str, Callable[[Case], Drawing | None]] = {NEAREST_DATE: nearest_date}
        if case.task.kind == "fill":
            methods[INPAINTING] = inpainting
            if case.shown_layers():
                methods[RIDGE] = lambda c: self._fill(c, _ridge, band_features)
                methods[TREES] = lambda c: self._fill(c, self._boosted, neighbourhood_features)
        else:
            methods[VISIBLE_MEAN] = visible_mean
            if self.trained:
                methods[RIDGE_TRAINED] = lambda c: self._draw_trained(c, RIDGE_TRAINED)
                methods[TREES_TRAINED] = lambda c: self._draw_trained(c, TREES_TRAINED)
        drawn = {name: method(case) for name, method in methods.items()}
        return {name: result for name, result in drawn.items() if result is not None}

    def regressions(self, shown: tuple[str, ...], target: str) -> _Regressions | None:
        """Ridge and trees from ``shown`` to every band of ``target``, learnt on the training chips."""
        key = (shown, target)
        if key not in self._trained:
            rng = np.random.default_rng([self.seed, *"".join((*shown, target)).encode()])
            found = training_pixels(self.chips, shown, target, rng)
            self._trained[key] = None if found is None else _Regressions.fit(found, self, rng)
        return self._trained[key]

    def _draw_trained(self, case: Case, method: str) -> Drawing | None:
        (target,) = case.task.targets
        learnt = self.regressions(case.task.shown, target)
        return None if learnt is None else {target: learnt.predict(case.shown_layers(), method)}

    def _fill(
        self, case: Case, make: Callable[[], Pipeline], features: Callable[[dict[str, np.ndarray]], np.ndarray]
    ) -> Drawing:
        """Per band: learn on the observed pixels of the scene, predict its gap."""
        planes = features(case.shown_layers())
        x = planes.reshape(planes.shape[0], -1).T
        rng = np.random.default_rng([self.seed, case.seed])
        drawing = {}
        for modality in case.task.targets:
            seen = case.seen_target(modality)
            drawing[modality] = np.stack(
                [self._predict_band(band, x, case.gap.ravel(), make, rng) for band in seen]
            ).astype(np.float32)
        return drawing

    def _predict_band(
        self, band: np.ndarray, x: np.ndarray, gap: np.ndarray, make: Callable[[], Pipeline], rng: np.random.Generator
    ) -> np.ndarray:
        known = np.flatnonzero(np.isfinite(band.ravel()))
        result = band.ravel().astype(np.float64)
        if known.size >= _MIN_PIXELS:
            picked = rng.choice(known, min(self.pixels, known.size), replace=False)
            result[gap] = make().fit(x[picked], result[picked]).predict(x[gap])
        return result.reshape(band.shape)

    def _boosted(self) -> Pipeline:
        return make_pipeline(HistGradientBoostingRegressor(max_iter=self.trees, random_state=self.seed))


def _ridge() -> Pipeline:
    return make_pipeline(SimpleImputer(keep_empty_features=True), StandardScaler(), Ridge(alpha=1.0))


@dataclass(frozen=True)
class _Regressions:
    """Fitted regressions, a pair per band of the target; None for a band that no chip has with the inputs."""

    ridge: tuple[Pipeline | None, ...]
    trees: tuple[Pipeline | None, ...]
    places: tuple[str, ...]

    @classmethod
    def fit(cls, found: TrainingPixels, settings: Baselines, rng: np.random.Generator) -> _Regressions:
        ridge, trees = [], []
        for band in found.target.T:
            known = np.flatnonzero(np.isfinite(band))
            enough = known.size >= _MIN_PIXELS
            picked = rng.choice(known, min(settings.pixels, known.size), replace=False)
            ridge.append(_ridge().fit(found.bands[picked], band[picked]) if enough else None)
            trees.append(settings._boosted().fit(found.features[picked], band[picked]) if enough else None)
        return cls(tuple(ridge), tuple(trees), found.places)

    def predict(self, layers: dict[str, np.ndarray], method: str) -> np.ndarray:
        """``(C, H, W)`` float32; NaN for bands that could not be learnt."""
        planes = band_features(layers) if method == RIDGE_TRAINED else neighbourhood_features(layers)
        models = self.ridge if method == RIDGE_TRAINED else self.trees
        x = planes.reshape(planes.shape[0], -1).T
        shape = planes.shape[1:]
        bands = [np.full(shape, np.nan) if model is None else model.predict(x).reshape(shape) for model in models]
        return np.stack(bands).astype(np.float32)


def nearest_date(case: Case) -> Drawing | None:
    """The other date's pixels, its own holes inpainted; None where there is no other date of every target."""
    if not all(modality in case.scene.other for modality in case.task.targets):
        return None
    return {m: np.stack([_inpaint(band) for band in case.scene.other[m].values]) for m in case.task.targets}


def visible_mean(case: Case) -> Drawing | None:
    """A panchromatic band as the mean of the visible ones; None for every other task."""
    if case.task.targets != ("panchromatic",) or "optical" not in case.task.shown:
        return None
    return {"panchromatic": case.shown_layers()["optical"].mean(axis=0, keepdims=True)}


def inpainting(case: Case) -> Drawing:
    """Telea's fast marching inpainting of every band by itself.

    A. Telea, "An image inpainting technique based on the fast marching method", J. Graphics Tools 9 (2004).
    """
    return {m: np.stack([_inpaint(band) for band in case.seen_target(m)]) for m in case.task.targets}


def _inpaint(band: np.ndarray) -> np.ndarray:
    hole = ~np.isfinite(band)
    if hole.all():
        return band.astype(np.float32)
    filled = np.where(hole, 0.0, band * _INPAINT_GAIN).astype(np.float32)
    painted = cv2.inpaint(filled, hole.astype(np.uint8), _INPAINT_RADIUS, cv2.INPAINT_TELEA)
    return np.where(hole, painted / _INPAINT_GAIN, band).astype(np.float32)
