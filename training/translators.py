"""Fitting translators: regressions between modalities over places of equal weight.

Chips of few places make a regression that knows those places. Every place counts alike here, however many pixels it
has; simulated scenes, whose spectra are mixed from materials all over the world, stand between the real ones and what
nobody has seen. How far off a translator is is measured on places left out.

``python -m scenefill.training.translators MODEL --data FOLDER`` fits all of them and puts them into a model's folder.
"""

from __future__ import annotations

import itertools
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import click
import lightgbm
import numpy as np

from ..core.feedback import Feedback
from ..core.model.store import model_folder, read_manifest, write_manifest
from ..core.model.translate import FOLDER, Translator, features, write
from ..core.simulate import draw_scene
from .chips import load_chips
from .data_types import Chip
from .eval_features import paired_layers

#: What is told from what.
PAIRS: tuple[tuple[tuple[str, ...], str], ...] = (
    (("optical",), "infrared"),
    (("optical",), "multispectral"),
    (("optical", "infrared"), "multispectral"),
)
#: Pixels of one place, and of one tile of it; side of the tiles, which is that of the engine's windows.
PLACE_PIXELS, TILE_PIXELS, TILE = 4000, 4000, 256
#: Fewest real places that a translator is fitted on, and fewest pixels of a tile.
LEAST_PLACES, LEAST_PIXELS = 4, 500
#: Simulated scenes: as so many places, of so many scenes each, and what such a place counts beside a real one.
SIMULATED_PLACES, SIMULATED_SCENES, SIMULATED_WEIGHT, SIMULATED_SIZE, SIMULATED_SEED = 6, 4, 0.5, 160, 500
RIDGE = 0.003
TREES = 150
_TREE_SETTINGS = {
    "objective": "regression",
    "num_leaves": 7,
    "learning_rate": 0.06,
    "min_data_in_leaf": 200,
    "feature_fraction": 0.2,
    "bagging_fraction": 0.5,
    "bagging_freq": 1,
    "lambda_l2": 5.0,
    "num_threads": 1,
    "deterministic": True,
    "force_row_wise": True,
    "verbosity": -1,
    "seed": 1,
}
#: Groups of places that are left out together to measure the error.
FOLDS = 5
_NORMAL_90, _COVERED = 1.6449, 0.9


@dataclass(frozen=True)
class PlacePixels:
    """Pixels of one place: ``features`` ``(n, N)``, ``target`` ``(n, C)`` with NaN for absent bands."""

    place: str
    features: np.ndarray
    target: np.ndarray
    weight: float = 1.0


def gather(chips: Sequence[Chip], shown: Sequence[str], target: str, seed: int = 0) -> list[PlacePixels]:
    """Pixels of every real place that has both sides, and of simulated ones."""
    rng = np.random.default_rng([seed, 0x7A5])
    found: dict[str, list[tuple[np.ndarray, np.ndarray]]] = {}
    for chip in chips:
        for layers, truth in paired_layers(chip, shown, target):
            bands = np.concatenate([layers[m] for m in shown])
            for rows, cols in _tiles(truth.shape[1:]):
                part = _some(bands[:, rows, cols], truth[:, rows, cols], rng)
                if part is not None:
                    found.setdefault(family(chip.place), []).append(part)
    places = [_one_place(place, parts, 1.0, rng) for place, parts in sorted(found.items())]
    for number in range(SIMULATED_PLACES):
        parts = []
        for scene in range(SIMULATED_SCENES):
            seed_of = SIMULATED_SEED + SIMULATED_SCENES * number + scene
            season = float(np.random.default_rng(seed_of).random())
            values = draw_scene(seed_of, SIMULATED_SIZE, 10.0, clouds=0.0, season=season).values
            part = _some(np.concatenate([values[m] for m in shown]), values[target], rng)
            if part is not None:
                parts.append(part)
        places.append(_one_place(f"simulated {number}", parts, SIMULATED_WEIGHT, rng))
    return places


def family(place: str) -> str:
    """Cells of one forest are one place: they would outvote all others."""
    return "amazon" if place.startswith("amazon") else place


def _tiles(shape: tuple[int, ...]) -> list[tuple[slice, slice]]:
    starts = [range(0, max(side - TILE // 2, 1), TILE) for side in shape]
    return [(slice(row, row + TILE), slice(col, col + TILE)) for row, col in itertools.product(*starts)]


def _some(bands: np.ndarray, truth: np.ndarray, rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray] | None:
    usable = np.flatnonzero(np.isfinite(bands).all(axis=0) & np.isfinite(truth).any(axis=0))
    if usable.size < LEAST_PIXELS:
        return None
    rows = rng.choice(usable, min(TILE_PIXELS, usable.size), replace=False)
    planes = features(bands)
    return planes.reshape(len(planes), -1)[:, rows].T, truth.reshape(len(truth), -1)[:, rows].T


def _one_place(
    place: str, parts: Sequence[tuple[np.ndarray, np.ndarray]], weight: float, rng: np.random.Generator
) -> PlacePixels:
    x, y = (np.concatenate(arrays) for arrays in zip(*parts))
    rows = rng.choice(len(x), min(PLACE_PIXELS, len(x)), replace=False)
    return PlacePixels(place, x[rows], y[rows].astype(np.float32), weight)


def fit(places: Sequence[PlacePixels], shown: Sequence[str], target: str) -> Translator | None:
    """A translator with its error at places left out; None where there are too few real ones."""
    real = [p for p in places if p.weight == 1.0]
    if len(real) < LEAST_PLACES:
        return None
    names = tuple(p.place for p in real)
    left_out = []
    for fold in range(min(FOLDS, len(real))):
        apart = real[fold::FOLDS]
        part = _fit([p for p in places if p not in apart], tuple(shown), target, names)
        for place in apart:
            rest = np.sqrt(part.predict(place.features)) - np.sqrt(np.maximum(place.target.T, 0.0))
            left_out.append((np.abs(rest), np.full(rest.shape[1], 1.0 / rest.shape[1])))
    errors, weights = (np.concatenate(arrays, axis=-1) for arrays in zip(*left_out))
    deviation = [_quantile(band, weights, _COVERED) / _NORMAL_90 for band in errors]
    return replace(_fit(places, tuple(shown), target, names), deviation=np.array(deviation))


def _quantile(values: np.ndarray, weights: np.ndarray, share: float) -> float:
    known = np.isfinite(values)
    order = np.argsort(values[known])
    total = np.cumsum(weights[known][order])
    return float(values[known][order][np.searchsorted(total, share * total[-1])])


def _fit(places: Sequence[PlacePixels], shown: tuple[str, ...], target: str, names: tuple[str, ...]) -> Translator:
    x = np.concatenate([p.features for p in places])
    y = np.concatenate([p.target for p in places])
    weights = np.concatenate([np.full(len(p.features), p.weight / len(p.features)) for p in places])
    weights /= weights.mean()
    center = np.average(x, axis=0, weights=weights)
    scale = np.maximum(np.sqrt(np.average((x - center) ** 2, axis=0, weights=weights)), 1e-6)
    standard = (x - center) / scale
    lines, trees = [], []
    for band in y.T:
        known = np.isfinite(band)
        lines.append(_ridge(standard[known], np.sqrt(np.maximum(band[known], 0.0)), weights[known]))
        data = lightgbm.Dataset(x[known], band[known], weight=weights[known])
        booster = lightgbm.train(_TREE_SETTINGS, data, TREES)
        # As it will be read from its file: the very same numbers.
        trees.append(lightgbm.Booster(model_str=booster.model_to_string()))
    return Translator(shown, target, names, center, scale, np.stack(lines, axis=1), tuple(trees), np.zeros(len(trees)))


def _ridge(x: np.ndarray, y: np.ndarray, weights: np.ndarray) -> np.ndarray:
    """``(1 + N,)`` intercept and weights of a weighted ridge regression."""
    mean_x, mean_y = np.average(x, axis=0, weights=weights), np.average(y, weights=weights)
    centred = x - mean_x
    gram = (centred * weights[:, None]).T @ centred / len(y) + RIDGE * np.eye(x.shape[1])
    slope = np.linalg.solve(gram, (centred * weights[:, None]).T @ (y - mean_y) / len(y))
    return np.concatenate([[mean_y - mean_x @ slope], slope])


Gathered = Mapping[tuple[tuple[str, ...], str], Sequence[PlacePixels]]


def gather_all(chips: Sequence[Chip], feedback: Feedback | None = None) -> Gathered:
    """Pixels for every pair of :data:`PAIRS`."""
    feedback = feedback or Feedback()
    found = {}
    for number, (shown, target) in enumerate(PAIRS):
        feedback.raise_if_cancelled()
        feedback.progress(number / len(PAIRS), "read-inputs")
        found[shown, target] = gather(chips, shown, target)
    return found


def fit_all(gathered: Gathered, folder: Path, without: Collection[str] = ()) -> Mapping[str, Translator]:
    """Fit translators and write them into a model's folder, whose manifest is renewed.

    Args:
        gathered: from :func:`gather_all`.
        folder: of the model.
        without: places that are left out.
    """
    apart = {family(place) for place in without}
    found = {}
    for (shown, target), places in gathered.items():
        translator = fit([p for p in places if p.place not in apart], shown, target)
        if translator is not None:
            found[write(translator, folder).stem] = translator
    for old in (folder / FOLDER).glob("*.safetensors"):
        if old.stem not in found:
            old.unlink()
    write_manifest(folder, read_manifest(folder))
    return found


@click.command()
@click.argument("model")
@click.option("--data", required=True, type=click.Path(exists=True, path_type=Path), help="Folder of chips.")
@click.option("--without", multiple=True, help="A place to leave out; repeat for several.")
def main(model: str, data: Path, without: tuple[str, ...]) -> None:
    """Fit translators on real chips and put them into a MODEL (id or folder)."""
    for name, translator in fit_all(gather_all(load_chips(data, "train")), model_folder(model), without).items():
        errors = ", ".join(f"{value:.3f}" for value in translator.deviation)
        click.echo(f"{name}: {len(translator.places)} real places; error of square roots at places left out: {errors}")


if __name__ == "__main__":
    main()
