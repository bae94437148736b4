"""Translators: a modality that nobody observed, told from those that were.

A network that saw few places learns their level by heart. Where a modality is drawn from nothing of its own, its values
come from regressions that were fitted over places of equal weight, real and simulated, and whose errors were measured
on places left out (:mod:`scenefill.training.translators`): a ridge on square roots of reflectances and small trees
(LightGBM), and where a model has one a small convolutional network (:mod:`.translate_net`), averaged, because they go
wrong in different ways. The scene network adds what they do not know: what other layers show (radar), what lies where
the observed layer has a hole, and the texture of realisations.
"""

from __future__ import annotations

import itertools
import json
import zlib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import lightgbm
import numpy as np
from safetensors import SafetensorError, safe_open
from safetensors.numpy import save_file

from ..errors import SceneFillError
from ..modalities import registry
from .dates import days_between
from .inpaint import harmonic
from .tensors import Observation
from .translate_net import TranslatingNetwork, load_networks
from .trends import box_mean

SCHEMA = "scenefill-translator/1"
FOLDER = "translators"
#: Sides of the squares whose means are features, pixels, and of the one whose contrast is.
SIDES, CONTRAST = (1, 3, 9, 25), 7
#: Means whose normalised differences are features.
RATIOS = 3
#: Least sum of two reflectances that a normalised difference divides by.
_FLOOR = 0.02
#: Square root of the highest reflectance.
_HIGHEST = 1.1
#: What the ridge says of the average; trees say the rest.
LINE_SHARE = 0.6
#: What the convolutional network says of the result where there is one; regressions say the rest.
CONVOLVED_SHARE = 0.5
#: What the scene network says of the result where it was shown more than the translator, for example radar.
NETWORK_SHARE = 0.35
#: A square root's slope has no bound at zero: reflectance below which an error grows no smaller.
_DARK = 0.01
_TEXTURE = (0.05, 4.0)


def features(bands: np.ndarray) -> np.ndarray:
    """What a translator looks at.

    Args:
        bands: ``(F, H, W)`` reflectance, NaN where absent.

    Returns:
        ``(5 F + 3 F (F - 1) / 2, H, W)`` float32, NaN where the pixel itself is absent: square roots of the bands and
        of their means, local contrast, and normalised differences of all pairs of bands at the three finest means.
    """
    known = np.isfinite(bands)
    filled, share = np.where(known, bands, 0.0).astype(np.float64), known.astype(np.float64)
    means = [box_mean(filled, share, side) for side in SIDES]
    variance = box_mean(filled**2, share, CONTRAST) - box_mean(filled, share, CONTRAST) ** 2
    planes = [np.sqrt(np.maximum(level, 0.0)) for level in means] + [np.sqrt(np.maximum(variance, 0.0))]
    for level in means[:RATIOS]:
        pairs = itertools.combinations(level, 2)
        planes.append(np.stack([(a - b) / np.maximum(a + b, _FLOOR) for a, b in pairs]))
    return np.where(known.all(axis=0), np.concatenate(planes), np.nan).astype(np.float32)


@dataclass(frozen=True)
class Translator:
    """From all bands of some modalities to all bands of one other.

    Attributes:
        shown, target: modality ids; reflectances.
        places: real places that it was fitted on.
        center, scale: ``(N,)`` standardise the features; ``weights`` ``(1 + N, C)`` of the ridge, intercept first.
        trees: per band of the target.
        deviation: ``(C,)`` standard deviation of the error of a square root at places left out, of the regressions.
        network: that sees surroundings, or None.
    """

    shown: tuple[str, ...]
    target: str
    places: tuple[str, ...]
    center: np.ndarray
    scale: np.ndarray
    weights: np.ndarray
    trees: tuple[lightgbm.Booster, ...]
    deviation: np.ndarray
    network: TranslatingNetwork | None = None

    @property
    def seen_places(self) -> set[str]:
        """Every place that some part of it was fitted on."""
        return {*self.places, *(self.network.places if self.network is not None else ())}

    def predict(self, rows: np.ndarray) -> np.ndarray:
        """``(n, N)`` features to ``(C, n)`` float32 reflectances, of the regressions."""
        x = (rows - self.center) / self.scale
        line = np.clip(self.weights[0] + x @ self.weights[1:], 0.0, _HIGHEST) ** 2
        forest = np.stack([booster.predict(rows, num_threads=1) for booster in self.trees])
        return (LINE_SHARE * line.T + (1.0 - LINE_SHARE) * np.maximum(forest, 0.0)).astype(np.float32)

    def spread(self, mean: np.ndarray) -> np.ndarray:
        """Standard deviation of ``(C, ...)`` predictions."""
        law = self.deviation.reshape(-1, *(1,) * (mean.ndim - 1)).astype(np.float32)
        return np.asarray(2.0 * np.sqrt(np.maximum(mean, _DARK)) * law, dtype=np.float32)

    def tell(self, bands: np.ndarray, pixel_size_m: float, date: str | None) -> np.ndarray:
        """What it says of the target.

        Args:
            bands: ``(F, H, W)`` observed, NaN where absent.
            pixel_size_m: of their grid.
            date: to draw.

        Returns:
            ``(C, H, W)`` float32, NaN where a band is absent.
        """
        planes = features(bands)
        flat = planes.reshape(len(planes), -1).T
        rows = np.flatnonzero(np.isfinite(flat).all(axis=1))
        found = np.full((len(self.trees), flat.shape[0]), np.nan, np.float32)
        if rows.size:
            found[:, rows] = self.predict(flat[rows])
        found = found.reshape(-1, *bands.shape[1:])
        if self.network is None or not rows.size or not self.network.fits(pixel_size_m):
            return found
        said = self.network.tell(bands, pixel_size_m, date)
        return np.asarray((1.0 - CONVOLVED_SHARE) * found + CONVOLVED_SHARE * said, dtype=np.float32)


class Translators:
    """All translators of a model."""

    def __init__(self, members: Sequence[Translator] = ()) -> None:
        self.members = tuple(members)

    def choose(self, seen: Collection[str], targets: Sequence[str]) -> dict[str, Translator]:
        """Per target that is not among the modalities ``seen``, the translator that uses most of those."""
        found = {}
        for target in targets:
            fitting = [t for t in self.members if t.target == target and set(t.shown) <= set(seen)]
            if target not in seen and fitting:
                found[target] = max(fitting, key=lambda translator: len(translator.shown))
        return found

    @staticmethod
    def load(folder: Path) -> Translators:
        """Those in a model's folder.

        Raises:
            SceneFillError: ``model-schema`` for files of another version.
        """
        networks = load_networks(folder)
        found = [_read(path) for path in sorted((folder / FOLDER).glob("*.safetensors"))]
        return Translators([replace(one, network=networks.get((one.shown, one.target))) for one in found])


def observed_bands(observations: Sequence[Observation], modalities: Sequence[str], date: str | None) -> np.ndarray:
    """``(F, H, W)`` all bands of some modalities, NaN where absent; of several dates the one nearest to ``date``."""
    planes = []
    for modality in modalities:
        own = [o for o in observations if o.modality == modality]
        nearest = min(own, key=lambda o: np.nan_to_num(abs(days_between(o.date, date)), nan=0.0))
        planes.append(np.where(nearest.mask, nearest.values, np.nan))
    return np.concatenate(planes).astype(np.float32)


def network_share(translator: Translator, seen: Collection[str]) -> float:
    """The network's part of the result where the modalities ``seen`` are given."""
    more = {modality for modality in seen if not registry()[modality].static} - set(translator.shown)
    return NETWORK_SHARE if more else 0.0


def join(
    translator: Translator, told: np.ndarray, mean: np.ndarray, std: np.ndarray, share: float = 0.0
) -> tuple[np.ndarray, np.ndarray]:
    """What a translator tells, and beyond it what the network drew, shifted to meet it.

    Args:
        translator: that told.
        told: ``(C, H, W)``, NaN where the shown layers are absent.
        mean, std: ``(C, H, W)`` of the network, physical units.
        share: of the network where the translator tells something.

    Returns:
        Mean and standard deviation, ``(C, H, W)`` float32.
    """
    known = np.isfinite(told).all(axis=0)
    if not known.any():
        return mean, std
    shift = (1.0 - share) * harmonic(np.where(known, told - mean, 0.0), known)
    joined = np.maximum(mean + shift, 0.0).astype(np.float32)
    own = translator.spread(joined)
    return joined, np.where(known, own, np.maximum(own, std)).astype(np.float32)


def retextured(sample: np.ndarray, draft: np.ndarray, old: np.ndarray, mean: np.ndarray, std: np.ndarray) -> np.ndarray:
    """A realisation about another mean: its texture over the draft, scaled from the ``old`` spread to ``std``."""
    return np.asarray(mean + (sample - draft) * np.clip(std / np.maximum(old, 1e-9), *_TEXTURE), dtype=np.float32)


def write(translator: Translator, folder: Path) -> Path:
    """Store it in a model's folder; the model's manifest has to be written anew."""
    tensors = {name: getattr(translator, name) for name in ("center", "scale", "weights", "deviation")}
    for band, booster in enumerate(translator.trees):
        # Text shrinks to a quarter, and a model is carried in the plugin's zip.
        tensors[f"trees.{band}"] = np.frombuffer(zlib.compress(booster.model_to_string().encode(), 9), np.uint8)
    facts = {"schema": SCHEMA, **{name: getattr(translator, name) for name in ("shown", "target", "places")}}
    path = folder / FOLDER / f"{'-'.join(translator.shown)}-to-{translator.target}.safetensors"
    path.parent.mkdir(parents=True, exist_ok=True)
    contiguous = {name: np.ascontiguousarray(value) for name, value in tensors.items()}
    save_file(contiguous, path, {"facts": json.dumps(facts)})
    return path


def _read(path: Path) -> Translator:
    try:
        with safe_open(path, framework="numpy") as stored:
            facts: Mapping[str, Any] = json.loads((stored.metadata() or {}).get("facts", "{}"))
            if facts.get("schema") != SCHEMA:
                raise ValueError(f"schema {facts.get('schema')!r}")
            tensors = {name: stored.get_tensor(name) for name in stored.keys()}  # noqa: SIM118 - not a mapping
        texts = [zlib.decompress(tensors[f"trees.{band}"].tobytes()) for band in range(len(tensors["deviation"]))]
        trees = tuple(lightgbm.Booster(model_str=text.decode()) for text in texts)
        names = (tuple(facts["shown"]), facts["target"], tuple(facts["places"]))
        return Translator(*names, tensors["center"], tensors["scale"], tensors["weights"], trees, tensors["deviation"])
    except (OSError, SafetensorError, ValueError, KeyError, zlib.error, lightgbm.basic.LightGBMError) as error:
        raise SceneFillError(
            "model-schema",
            f"The translator {path.name} does not fit this version of SceneFill: {error}.",
            "Use a model made for this version.",
        ) from error
