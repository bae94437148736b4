"""The rivals in one place, and regressions: what an analyst does with a gap without SceneFill.

Fills learn from the scene's own observed pixels. Where a modality is drawn from nothing of its own, the regressions
learn from the real *training* chips instead, as SceneFill did: from all but those of the place that is judged.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Optional, Protocol

import numpy as np
from sklearn.ensemble import HistGradientBoostingRegressor
from sklearn.impute import SimpleImputer
from sklearn.linear_model import Ridge
from sklearn.pipeline import Pipeline, make_pipeline
from sklearn.preprocessing import StandardScaler

from .data_types import Chip
from .deep_image_prior import LARGEST, DeepImagePrior
from .eval_features import TrainingPixels, band_features, neighbourhood_features, training_pixels
from .eval_tasks import Case
from .rivals import Drawing, harmonic, linear_in_time, nearest_date, telea, visible_mean

NEAREST_DATE, LINEAR_TIME = "nearest-date", "linear-time"
HARMONIC, TELEA = "harmonic", "telea"
RIDGE, RIDGE_MEANS, TREES = "ridge", "ridge-means", "trees"
RIDGE_TRAINED, TREES_TRAINED = "ridge-train", "trees-train"
VISIBLE_MEAN = "visible-mean"
IMAGE_PRIOR, PAIRWISE = "image-prior", "pairwise"

TITLES = {
    NEAREST_DATE: "nearest other date that saw the pixel, copied (what no date saw is inpainted)",
    LINEAR_TIME: "linear in time between the nearest dates before and after, else the nearest",
    HARMONIC: "harmonic inpainting from the rim (Laplace's equation, solved exactly)",
    TELEA: "inpainting from the rim (OpenCV, Telea)",
    RIDGE: "ridge regression per band, on this scene's observed pixels",
    RIDGE_MEANS: "the same with 3 x 3 and 9 x 9 means of every band shown",
    TREES: "gradient-boosted trees per band with these means, on this scene's observed pixels",
    IMAGE_PRIOR: "deep image prior: a small U-Net fitted to this scene's observed pixels (scenes of at most 128 x 128)",
    PAIRWISE: "direct translation network for one pair of modalities, on the training chips",
    RIDGE_TRAINED: "ridge regression per band, on the training chips",
    TREES_TRAINED: "gradient-boosted trees per band, on the training chips",
    VISIBLE_MEAN: "mean of red, green and blue, standing in for a panchromatic band",
}

#: Methods that look at other dates, and are only ranked where the task shows those to everybody.
DATED = (NEAREST_DATE, LINEAR_TIME)
_MIN_PIXELS = 100  # fewer observed pixels than this teach nothing


class Translator(Protocol):
    """A network that was trained before, outside of this evaluation."""

    def translate(self, case: Case) -> Drawing | None:
        """Target modality -> ``(C, H, W)`` physical values; None for a case that it was not made for."""


@dataclass
class Baselines:
    """All baselines, with what they learnt from training chips kept between scenes.

    Args:
        load: gives the real training chips; called when a regression first needs them.
        trained: whether to draw whole modalities with regressions learnt on those chips.
        seed: of the subsamples.
        pixels: training pixels per regression.
        trees: boosting iterations.
        prior: the deep image prior, which is slow; None leaves it out.
        translators: further methods by name.
    """

    load: Callable[[], Sequence[Chip]]
    trained: bool = True
    seed: int = 0
    pixels: int = 20_000
    trees: int = 100
    prior: Optional[DeepImagePrior] = None
    translators: Mapping[str, Translator] = field(default_factory=dict)
    _trained: dict[tuple[tuple[str, ...], str, str], _Regressions | None] = field(default_factory=dict)

    @functools.cached_property
    def chips(self) -> Sequence[Chip]:
        return self.load()

    def draw(self, case: Case) -> Iterator[tuple[str, Drawing]]:
        """(method id, modality -> ``(C, H, W)``) for the methods that the case allows, one after the other."""
        methods = self._fills(case) if case.task.kind == "fill" else self._draws()
        methods.update({name: translator.translate for name, translator in self.translators.items()})
        for name, method in methods.items():
            drawn = method(case)
            if drawn is not None:
                yield name, drawn

    def _fills(self, case: Case) -> dict[str, Callable[[Case], Drawing | None]]:
        methods: dict[str, Callable[[Case], Drawing | None]] = {
            NEAREST_DATE: nearest_date,
            LINEAR_TIME: linear_in_time,
            HARMONIC: harmonic,
            TELEA: telea,
        }
        if case.shown_layers():
            methods[RIDGE] = lambda c: self._fill(c, _ridge, band_features)
            methods[RIDGE_MEANS] = lambda c: self._fill(c, _ridge, neighbourhood_features)
            methods[TREES] = lambda c: self._fill(c, self._boosted, neighbourhood_features)
        if self.prior is not None and case.gap.size <= LARGEST:
            methods[IMAGE_PRIOR] = self.prior.draw
        return methods

    def _draws(self) -> dict[str, Callable[[Case], Drawing | None]]:
        methods: dict[str, Callable[[Case], Drawing | None]] = {NEAREST_DATE: nearest_date, VISIBLE_MEAN: visible_mean}
        if self.trained:
            methods[RIDGE_TRAINED] = lambda c: self._draw_trained(c, RIDGE_TRAINED)
            methods[TREES_TRAINED] = lambda c: self._draw_trained(c, TREES_TRAINED)
        return methods

    def regressions(self, shown: tuple[str, ...], target: str, place: str = "") -> _Regressions | None:
        """Ridge and trees from ``shown`` to every band of ``target``, learnt on the training chips of other places."""
        key = (shown, target, place if any(chip.place == place for chip in self.chips) else "")
        if key not in self._trained:
            rng = np.random.default_rng([self.seed, *"".join((*shown, target)).encode()])
            chips = [chip for chip in self.chips if chip.place != place]
            found = training_pixels(chips, shown, target, rng)
            self._trained[key] = None if found is None else _Regressions.fit(found, self, rng)
        return self._trained[key]

    def _draw_trained(self, case: Case, method: str) -> Drawing | None:
        (target,) = case.task.targets
        learnt = self.regressions(case.task.shown, target, case.scene.place)
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
            # Trees cannot be shown a band that the product does not have.
            there = np.isfinite(x[picked]).any(axis=0)
            result[gap] = make().fit(x[picked][:, there], result[picked]).predict(x[gap][:, there])
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
