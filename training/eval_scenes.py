"""Scenes to evaluate on: aligned layers of one place and date, and the pixels of it that are really clear.

A scene has the *judged* date of one product, the same product of the nearest other date where there is one, and the
SAR, panchromatic and thermal layers of the place. Real scenes come from a folder with a ``manifest.json``, simulated
ones from :mod:`..core.simulate`.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Optional

import numpy as np
from affine import Affine

from ..core.errors import SceneFillError
from ..core.feedback import Feedback
from .data_types import read_manifest
from .eval_clouds import not_clear
from .eval_products import PixelGrid, Product, read_product

REFLECTIVE = ("optical", "infrared", "multispectral")
_MIN_CLEAR = 0.02  # of the crop: below this nothing can be said


@dataclass(frozen=True)
class SceneLayer:
    """One modality at one date: ``values`` ``(C, H, W)`` float32 in its physical unit, NaN where nothing was seen."""

    modality: str
    values: np.ndarray
    date: Optional[str] = None
    source: str = ""


@dataclass(frozen=True)
class EvalScene:
    """Aligned layers of one place.

    Attributes:
        id: stable name, ``<scene>/<product>/<date>``.
        crs, transform: WKT and affine transform of the grid that every layer lies on.
        clear: ``(H, W)`` boolean: pixels that may be hidden and judged.
        layers: the judged date, by modality id.
        other: the same product at the nearest other date; empty where there is none.
        sources: paths, relative to the data folder, of the files read.
        notes: sentences for the report.
    """

    id: str
    crs: str
    transform: Affine
    clear: np.ndarray
    layers: Mapping[str, SceneLayer]
    other: Mapping[str, SceneLayer]
    sources: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def shape(self) -> tuple[int, int]:
        return self.clear.shape

    def crop(self, row: int, col: int, height: int, width: int) -> EvalScene:
        """The part of the scene whose top-left pixel is (``row``, ``col``)."""
        part = (slice(row, row + height), slice(col, col + width))
        t = self.transform  # north-up: no shear

        def cut(layers: Mapping[str, SceneLayer]) -> dict[str, SceneLayer]:
            return {key: replace(item, values=item.values[(slice(None), *part)]) for key, item in layers.items()}

        return replace(
            self,
            transform=Affine(t.a, t.b, t.c + col * t.a, t.d, t.e, t.f + row * t.e),
            clear=self.clear[part],
            layers=cut(self.layers),
            other=cut(self.other),
        )


@dataclass(frozen=True)
class DataFolder:
    """A folder with a manifest: its root, the entries asked for, and all entries (training chips, cloud shapes)."""

    root: Path
    manifest: Path
    entries: tuple[Mapping[str, Any], ...]
    everything: tuple[Mapping[str, Any], ...]


def open_data(data_dir: str | Path, split: str = "demo") -> DataFolder:
    """Find the manifest in ``data_dir`` or above it (``data/demo`` has it one level up).

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
    if asked == root:
        entries = [item for item in everything if item.get("split") == split]
    else:
        entries = [item for item in everything if asked in (root / str(item["path"])).parents]
    if not entries:
        raise SceneFillError("no-entries", f"'{manifest}' lists nothing for '{data_dir}'.", "Check the folder.")
    return DataFolder(root, manifest, tuple(entries), tuple(everything))


def find_scenes(data: DataFolder, crop: int, feedback: Feedback, limit: int | None = None) -> list[EvalScene]:
    """Every evaluable scene of the folder, each cut to at most ``crop`` x ``crop`` pixels where it is clearest.

    Raises:
        SceneFillError: ``no-scenes`` when no entry can be judged.
    """
    entries = [entry for item in data.entries if (entry := read_product(item, data.root)) is not None]
    scenes: list[EvalScene] = []
    for name in dict.fromkeys(entry.scene for entry in entries):
        for judged, other in _judged_products([entry for entry in entries if entry.scene == name]):
            if limit is not None and len(scenes) >= limit:
                return scenes
            place = [entry for entry in entries if entry.scene == name]
            scene = clearest_crop(_read_scene(judged, other, place, feedback), crop)
            if scene.clear.mean() < _MIN_CLEAR:
                feedback.log("warning", f"{scene.id}: no clear pixels to judge, left out")
            else:
                scenes.append(scene)
    if not scenes:
        raise SceneFillError(
            "no-scenes",
            "No scene of the manifest can be judged.",
            "A scene needs a CRS and calibrated Sentinel-2 or Landsat bands.",
        )
    return scenes


def _judged_products(entries: Sequence[Product]) -> list[tuple[Product, Product | None]]:
    """(judged, nearest other date) of every reflectance product: the latest date is judged."""
    pairs: list[tuple[Product, Product | None]] = []
    optical = [entry for entry in entries if "optical" in entry.modalities]
    for product in dict.fromkeys(entry.name for entry in optical):
        dates = sorted((e for e in optical if e.name == product), key=lambda e: e.date or "")
        judged = dates[-1]
        others = [e for e in dates[:-1] if e.grid == judged.grid and e.date is not None]
        pairs.append((judged, _nearest(others, judged.date)))
    return pairs


def _nearest(entries: Iterable[Product], date: str | None) -> Product | None:
    found = list(entries)
    return min(found, key=lambda e: _days_between(e.date, date)) if found else None


def _days_between(a: str | None, b: str | None) -> float:
    days = [_ordinal(text) for text in (a, b)]
    return abs(days[0] - days[1]) if None not in days else float("inf")


def _ordinal(date: str | None) -> int | None:
    if date is None:
        return None
    parts = [int(part) for part in date.split("-")]
    return datetime.date(*[*parts, 1, 1][:3]).toordinal()


def _read_scene(judged: Product, other: Product | None, place: Sequence[Product], feedback: Feedback) -> EvalScene:
    grid = judged.grid
    layers = _layers(judged, grid)
    used = [judged]
    for modality in ("sar", "panchromatic", "thermal"):
        if modality not in layers and (entry := _nearest(_with(modality, place), judged.date)) is not None:
            layers[modality] = _layers(entry, grid)[modality]
            used.append(entry)
    others: dict[str, SceneLayer] = {}
    if other is not None:
        cloudy = not_clear(other, feedback)
        others = {key: _without(item, cloudy) for key, item in _layers(other, grid).items() if key in REFLECTIVE}
        used.append(other)
    cloudy = not_clear(judged, feedback)
    seen = np.all([np.isfinite(layers[m].values).any(axis=0) for m in REFLECTIVE if m in layers], axis=0)
    clear = seen & ~cloudy
    notes = (f"{100 * clear.mean():.0f} % of the file is clear",) if clear.mean() < 0.97 else ()
    return EvalScene(
        id="/".join(part for part in (judged.scene, judged.name, judged.date or "") if part),
        crs=grid.crs,
        transform=grid.transform,
        clear=clear,
        layers=layers,
        other=others,
        sources=tuple(entry.relative for entry in used),
        notes=notes,
    )


def _with(modality: str, entries: Iterable[Product]) -> list[Product]:
    return [entry for entry in entries if modality in entry.modalities]


def _layers(product: Product, grid: PixelGrid) -> dict[str, SceneLayer]:
    """The modalities a product serves; bands that it lacks are NaN."""
    return {m: SceneLayer(m, product.layer(m, grid), product.date, product.relative) for m in product.modalities}


def _without(layer: SceneLayer, cloudy: np.ndarray) -> SceneLayer:
    return replace(layer, values=np.where(cloudy, np.nan, layer.values).astype(np.float32))


def clearest_crop(scene: EvalScene, size: int) -> EvalScene:
    """The ``size`` x ``size`` window with the most clear pixels; the one nearest the centre among equals."""
    height, width = (min(size, side) for side in scene.shape)
    total = np.pad(scene.clear.astype(np.int64).cumsum(0).cumsum(1), ((1, 0), (1, 0)))
    count = total[height:, width:] - total[:-height, width:] - total[height:, :-width] + total[:-height, :-width]
    rows, cols = np.indices(count.shape)
    centre = np.hypot(rows - (count.shape[0] - 1) / 2, cols - (count.shape[1] - 1) / 2)
    row, col = np.unravel_index(np.argmax(count - centre / (1.0 + centre.max())), count.shape)
    return scene.crop(int(row), int(col), height, width)


def simulated_scene(seed: int, size: int) -> EvalScene:
    """A procedural scene without clouds, with another season of the same place as its other date."""
    from ..core.simulate import draw_scene

    scene = draw_scene(seed, size, 10.0, clouds=0.0, season=0.5)
    before = draw_scene(seed, size, 10.0, clouds=0.0, season=0.35)
    wanted = (*REFLECTIVE, "sar", "thermal")  # its panchromatic band is the visible mean: nothing to find out
    return EvalScene(
        id=f"simulated/{seed}",
        crs="EPSG:32633",
        transform=Affine(10.0, 0.0, 500_000.0, 0.0, -10.0, 5_000_000.0),
        clear=np.ones((size, size), bool),
        layers={m: SceneLayer(m, scene.values[m], "2021-07-01", "simulated") for m in wanted},
        other={m: SceneLayer(m, before.values[m], "2021-05-07", "simulated") for m in REFLECTIVE},
        notes=("procedural, not a real place: the model was trained on such scenes",),
    )
