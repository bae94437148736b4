"""Finding scenes to evaluate on in a folder with a ``manifest.json``.

Every product of a place is judged on up to three of its dates, spread evenly over those that are clear enough; its
other clear dates are what a method may be shown beside the judged one.
"""

from __future__ import annotations

import datetime
import functools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from ..core.errors import SceneFillError
from ..core.feedback import Feedback
from .data_types import read_manifest
from .eval_clouds import not_clear
from .eval_products import PixelGrid, Product, read_product
from .eval_scenes import REFLECTIVE, EvalScene, OtherDate, SceneLayer, clearest_crop

JUDGED_DATES = 3
OTHER_DATES = 3
_CLEAR_ENOUGH = 0.2  # of a file: below this a date is neither judged nor shown
_MIN_CLEAR = 0.02  # of a crop: below this nothing can be said, even where no date is clear enough


@dataclass(frozen=True)
class DataFolder:
    """A folder with a manifest: its root, the entries asked for, and all entries (training chips, cloud shapes)."""

    root: Path
    manifest: Path
    entries: tuple[Mapping[str, Any], ...]
    everything: tuple[Mapping[str, Any], ...]

    def is_training(self, place: str) -> bool:
        """Whether the manifest gives a place to train on."""
        return any(item.get("scene") == place and item.get("split") == "train" for item in self.everything)


def open_data(data_dir: str | Path, split: str = "demo", places: Sequence[str] = ()) -> DataFolder:
    """Find the manifest in ``data_dir`` or above it (``data/demo`` has it one level up).

    Args:
        data_dir: the manifest's folder, or one beneath it.
        split: what is judged where ``data_dir`` itself has the manifest.
        places: judge these instead, of any split.

    Raises:
        SceneFillError: ``no-manifest``, ``bad-manifest`` or ``no-entries``.
    """
    asked = Path(data_dir).absolute()
    for root in (asked, *asked.parents[:2]):
        manifest = root / "manifest.json"
        if manifest.is_file():
            break
    else:
        raise SceneFillError(
            "no-manifest",
            f"There is no manifest.json in '{data_dir}' or the two folders above it.",
            "Name a folder whose manifest.json lists its files.",
        )
    everything = read_manifest(manifest)
    if places:
        entries = _of_places(everything, places, manifest)
    elif asked == root:
        entries = [item for item in everything if item.get("split") == split]
    else:
        entries = [item for item in everything if asked in (root / str(item["path"])).parents]
    if not entries:
        raise SceneFillError("no-entries", f"'{manifest}' lists nothing for '{data_dir}'.", "Check the folder.")
    return DataFolder(root, manifest, tuple(entries), tuple(everything))


def _of_places(
    everything: Sequence[Mapping[str, Any]], places: Sequence[str], manifest: Path
) -> list[Mapping[str, Any]]:
    known = {str(item.get("scene")) for item in everything}
    missing = [place for place in places if place not in known]
    if missing:
        raise SceneFillError(
            "no-entries",
            f"'{manifest}' lists nothing for the place '{missing[0]}'.",
            f"Its places are: {', '.join(sorted(known))}.",
        )
    return [item for place in places for item in everything if item.get("scene") == place]


def find_scenes(
    data: DataFolder,
    crop: int,
    feedback: Feedback,
    limit: int | None = None,
    held_out: Sequence[str] | None = None,
) -> list[EvalScene]:
    """Every evaluable scene of the folder, each cut to at most ``crop`` x ``crop`` pixels where it is clearest.

    Args:
        data: the folder.
        crop: side in pixels.
        feedback: is told what was left out.
        limit: stop after so many scenes.
        held_out: training places that the judged model did not learn from; None where no model is judged.

    Raises:
        SceneFillError: ``no-scenes`` when no entry can be judged.
    """
    entries = [entry for item in data.entries if (entry := read_product(item, data.root)) is not None]
    scenes: list[EvalScene] = []
    for name in dict.fromkeys(entry.scene for entry in entries):
        place = _Place(tuple(entry for entry in entries if entry.scene == name), feedback)
        for series, judged in place.judged():
            if limit is not None and len(scenes) >= limit:
                return scenes
            scene = clearest_crop(place.scene(series, judged), crop)
            if scene.clear.mean() < _MIN_CLEAR:
                feedback.log("warning", f"{scene.id}: no clear pixels to judge, left out")
            else:
                scenes.append(_with_origin(scene, data, held_out))
    if not scenes:
        raise SceneFillError(
            "no-scenes",
            "No scene of the manifest can be judged.",
            "A scene needs a CRS and calibrated Sentinel-2 or Landsat bands.",
        )
    return scenes


def _with_origin(scene: EvalScene, data: DataFolder, held_out: Sequence[str] | None) -> EvalScene:
    """The scene with a note on whether the judged model, and the regressions beside it, learnt from its place."""
    if held_out is None or not data.is_training(scene.place):
        return scene
    if scene.place in held_out:
        return replace(scene, notes=(*scene.notes, "held out of the model's training, which was watched on it"))
    note = "the model was trained on this place, so these figures say nothing about new places"
    return replace(scene, notes=(*scene.notes, note), trained_on=True)


class _Place:
    """The products of one place."""

    def __init__(self, products: tuple[Product, ...], feedback: Feedback) -> None:
        self._products, self._feedback = products, feedback
        self._clear = functools.cache(self._find_clear)

    def judged(self) -> list[tuple[tuple[Product, ...], Product]]:
        """(all dates of a product, one that is judged), the dates of each product in order."""
        optical = [product for product in self._products if "optical" in product.modalities]
        found = []
        for name in dict.fromkeys(product.name for product in optical):
            # Dates that are not known ("t0", "t1") are in the order of their files.
            series = tuple(sorted((p for p in optical if p.name == name), key=lambda p: (p.date or "", p.relative)))
            clear = [product for product in series if self._share(product) >= _CLEAR_ENOUGH]
            chosen = evenly(clear, JUDGED_DATES) or [max(series, key=self._share)]
            found += [(series, product) for product in chosen]
        return found

    def scene(self, series: Sequence[Product], judged: Product) -> EvalScene:
        grid = judged.grid
        layers = _layers(judged, grid)
        used = [judged]
        for modality in ("sar", "panchromatic", "thermal"):
            partners = [product for product in self._products if modality in product.modalities]
            if modality not in layers and partners:
                nearest = min(partners, key=lambda product: _days_between(product.date, judged.date))
                layers[modality] = _layers(nearest, grid)[modality]
                used.append(nearest)
        others = self._others(series, judged)
        clear = self._clear(judged)
        unclear = clear.mean() < 0.97
        return EvalScene(
            id="/".join(part for part in (judged.scene, judged.name, judged.date or judged.stamp) if part),
            crs=grid.crs,
            transform=grid.transform,
            clear=clear,
            layers=layers,
            other=tuple(OtherDate(self._clear_layers(p, grid), offset, p.date) for p, offset in others),
            sources=tuple(entry.relative for entry in (*used, *(product for product, _ in others))),
            notes=(f"{100 * clear.mean():.0f} % of the file is clear",) if unclear else (),
        )

    def _others(self, series: Sequence[Product], judged: Product) -> list[tuple[Product, float]]:
        """(product, offset) of up to :data:`OTHER_DATES` clear dates, the nearest first, of both sides if there are."""
        days = [day for product in series if (day := _ordinal(product.date)) is not None]
        when = dict(zip(series, days if len(days) == len(series) else range(len(series))))
        usable = [p for p in series if p is not judged and p.grid == judged.grid and self._share(p) >= _CLEAR_ENOUGH]
        ranked = sorted(((p, float(when[p] - when[judged])) for p in usable), key=lambda item: abs(item[1]))
        sides = [[item for item in ranked if item[1] < 0], [item for item in ranked if item[1] >= 0]]
        first = [side[0] for side in sides if side]
        rest = [item for item in ranked if item not in first]
        return sorted((first + rest)[:OTHER_DATES], key=lambda item: abs(item[1]))

    def _clear_layers(self, product: Product, grid: PixelGrid) -> dict[str, SceneLayer]:
        clear = self._clear(product)
        layers = {key: item for key, item in _layers(product, grid).items() if key in REFLECTIVE}
        return {
            key: replace(item, values=np.where(clear, item.values, np.nan).astype(np.float32))
            for key, item in layers.items()
        }

    def _share(self, product: Product) -> float:
        return float(self._clear(product).mean())

    def _find_clear(self, product: Product) -> np.ndarray:
        """``(H, W)`` boolean on the file's own grid: observed, and no cloud, shadow or cirrus."""
        layers = _layers(product, product.grid)
        seen = np.all([np.isfinite(layers[m].values).any(axis=0) for m in REFLECTIVE if m in layers], axis=0)
        return seen & ~not_clear(product, self._feedback)


def evenly(items: Sequence[Any], count: int) -> list[Any]:
    """``count`` of the items (all, if fewer), spread evenly over the sequence, off its ends where possible."""
    count = min(count, len(items))
    return [items[(2 * i + 1) * len(items) // (2 * count)] for i in range(count)]


def _days_between(a: str | None, b: str | None) -> float:
    first, second = _ordinal(a), _ordinal(b)
    return float("inf") if first is None or second is None else abs(first - second)


def _ordinal(date: str | None) -> int | None:
    if date is None:
        return None
    parts = [int(part) for part in date.split("-")]
    return datetime.date(*[*parts, 1, 1][:3]).toordinal()


def _layers(product: Product, grid: PixelGrid) -> dict[str, SceneLayer]:
    """The modalities a product serves; bands that it lacks are NaN."""
    return {m: SceneLayer(m, product.layer(m, grid), product.date, product.relative) for m in product.modalities}
