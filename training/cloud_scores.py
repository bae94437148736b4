"""How well clouds are found: recall, precision, false alarms on clear dates, and what is left outside of the mask.

Recall comes first: a cloud that is missed is taken for ground, and what is drawn follows it.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Optional

import numpy as np
import rasterio
from rasterio.transform import from_origin
from scipy import ndimage

from ..core.clouds import DEFAULT_THRESHOLD, CloudDetector
from ..core.errors import SceneFillError
from ..core.feedback import Feedback
from ..core.gaps import dilate
from ..core.grid import Grid
from ..core.job import GridSpec, Input
from ..core.raster import LayerSource, resolve_grid
from ..core.raster_bands import TILE, tile_window
from .cloud_truth import CHANGE, CLEAR, DRAWN, NOTHING, QUALITY, CloudScene, cloud_scenes

THRESHOLDS = (0.2, 0.3, 0.4, 0.5)
GROWS = (0, 4, 8)
RINGS = ((0, 3), (3, 6), (6, 10), (10, 15))
_FAR = 20  # pixels: ground this far from the mask is what the rings are compared with
_LEAST = 100  # pixels of a ring, or of the far ground, below which nothing is said


@dataclass(frozen=True)
class Found:
    """One detection: ``(H, W)`` bool masks of clouds and of clouds with their shadows."""

    scene: CloudScene
    method: str
    threshold: float
    cloud: np.ndarray
    both: np.ndarray


@dataclass(frozen=True)
class Score:
    """Shares of pixels: of the truth that was found, and of the found that is true; None where there are none."""

    recall: Optional[float]
    precision: Optional[float]


@dataclass(frozen=True)
class Ring:
    """Pixels at a distance from the mask against those far from it: median difference, and 90th percentile of blue."""

    near: int
    far: int
    pixels: int
    blue: float
    red: float
    nir: Optional[float]
    blue_p90: float


def measure(data_dir: str | Path, out_dir: str | Path, feedback: Feedback | None = None) -> Path:
    """Measure the detector on every scene of a manifest; returns the path of the report, ``clouds.md``.

    Raises:
        SceneFillError: ``no-manifest``, ``bad-manifest``, ``no-scenes`` and those of the layers.
    """
    feedback = feedback or Feedback()
    scenes = cloud_scenes(data_dir)
    if not scenes:
        raise SceneFillError(
            "no-scenes", f"No file of '{data_dir}' has blue, green and red.", "Name a folder with optical chips."
        )
    found: list[Found] = []
    for index, scene in enumerate(scenes):
        feedback.raise_if_cancelled()
        feedback.progress(index / len(scenes), "evaluate")
        if scene.judged.any():
            found += _detections(scene)
    path = Path(out_dir) / "clouds.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_suffix(".part")
    aside.write_text("\n".join(report(found)) + "\n", encoding="utf-8")
    aside.replace(path)
    feedback.progress(1.0, "evaluate")
    return path


def _detections(scene: CloudScene) -> Iterator[Found]:
    thresholds = (DEFAULT_THRESHOLD,) if scene.known == NOTHING else THRESHOLDS
    for method, bands in scene.band_sets().items():
        for threshold, (cloud, shadow) in zip(thresholds, detect(scene, bands, thresholds)):
            yield Found(scene, method, threshold, cloud, cloud | shadow)


def detect(
    scene: CloudScene, bands: dict[str, int], thresholds: Sequence[float]
) -> list[tuple[np.ndarray, np.ndarray]]:
    """Clouds and shadows of a whole file, each ``(H, W)`` bool, as a job finds them at each threshold."""
    with tempfile.TemporaryDirectory() as folder:
        path = _with_crs(scene, Path(folder))
        offset, unit = (None, None) if scene.scale is None else (0.0, "reflectance")
        layer = Input("optical", str(path), bands, scene.scale, offset, unit)
        grid = resolve_grid(GridSpec(like=str(path)))
        with LayerSource(layer, grid, Feedback()) as source:
            detector = CloudDetector(source, None, Feedback())
            return [_whole(detector, grid, threshold) for threshold in thresholds]


def _whole(detector: CloudDetector, grid: Grid, threshold: float) -> tuple[np.ndarray, np.ndarray]:
    cloud, shadow = np.zeros(grid.shape, bool), np.zeros(grid.shape, bool)
    for at in grid.window.tiles(TILE):
        tile = tile_window(*at)
        part = tile.intersection(grid.window)
        if part is not None:
            for out, mask in zip((cloud, shadow), detector.find(tile, threshold)):
                out[part.slices_in(grid.window)] = mask[part.slices_in(tile)]
    return cloud, shadow


def _with_crs(scene: CloudScene, folder: Path) -> Path:
    """The file itself, or a copy somewhere on Earth: its pixel size is known, its place is not."""
    with rasterio.open(scene.path) as source:
        if source.crs is not None:
            return scene.path
        transform = from_origin(400_000.0, 5_000_000.0, scene.pixel_size, scene.pixel_size)
        profile = {**source.profile, "driver": "GTiff", "crs": "EPSG:32633", "transform": transform}
        copy = folder / "copy.tif"
        with rasterio.open(copy, "w", **profile) as target:
            target.write(source.read())
    return copy


def score(found: np.ndarray, truth: np.ndarray, judged: np.ndarray) -> Score:
    """Recall and precision of a mask on the judged pixels; all are ``(H, W)`` bool."""
    hits = float((found & truth & judged).sum())
    known, said = float((truth & judged).sum()), float((found & judged).sum())
    return Score(hits / known if known else None, hits / said if said else None)


def rings(item: Found) -> list[Ring]:
    """What a detection leaves outside, by distance from its mask in pixels.

    Differences to the clear date where there is one; else the date itself, on the pixels that were drawn as neither
    cloud nor shadow.
    """
    scene = item.scene
    if scene.known == CHANGE:
        bands = {band: scene.reflectance(band) - ground for band, ground in scene.ground.items()}
        usable = scene.judged
    else:
        cloud, shadow = scene.truth
        bands = {band: scene.reflectance(band) for band in ("blue", "red", "nir") if band in scene.bands}
        usable = scene.judged & ~cloud if shadow is None else scene.judged & ~cloud & ~shadow
    distance = ndimage.distance_transform_edt(~item.both)
    far = usable & (distance > _FAR)
    if not item.both.any() or far.sum() < _LEAST:
        return []
    out = []
    for inner, outer in RINGS:
        ring = usable & (distance > inner) & (distance <= outer)
        if ring.sum() >= _LEAST:
            level = {b: float(np.median(v[ring]) - np.median(v[far])) for b, v in bands.items()}
            high = float(np.percentile(bands["blue"][ring], 90) - np.percentile(bands["blue"][far], 90))
            out.append(Ring(inner, outer, int(ring.sum()), level["blue"], level["red"], level.get("nir"), high))
    return out


def report(found: Sequence[Found]) -> Iterator[str]:
    """The report as lines of Markdown."""
    yield "# How well clouds are found\n"
    yield (
        "Shares of pixels. *R* is recall, the share of the true clouds that was found; *P* is precision. *grow* is in "
        "pixels of the file. Limits were chosen on the scenes that are not marked *demo*.\n"
    )
    yield f"## Recall and precision at the threshold {DEFAULT_THRESHOLD:g}\n"
    yield (
        "*drawn*: classes drawn over real scenes. *change*: brighter in blue than the darkest other date by more than "
        "0.04. *quality*: the product's own quality band, at least medium confidence.\n"
    )
    known = [f for f in found if f.scene.known in (DRAWN, CHANGE, QUALITY)]
    usual = [f for f in known if f.threshold == DEFAULT_THRESHOLD]
    yield from _table(("scene", "known by", "method", "target", *(f"grow {g}: R / P" for g in GROWS)), _grown(usual))
    yield "\n## Recall and precision by threshold, without growing\n"
    yield from _table(("scene", "method", "target", *(f"{t:g}: R / P" for t in THRESHOLDS)), _by_threshold(known))
    yield "\n## False alarms: the share of clear dates that is found\n"
    clear = [f for f in found if f.scene.known == CLEAR]
    header = ("scenes", "files", "method", *(f"{t:g}" for t in THRESHOLDS), *(f"grow {g}" for g in GROWS[1:]))
    yield from _table(header, _alarms(clear))
    yield f"\nClouds with shadows; growing at the threshold {DEFAULT_THRESHOLD:g}. The worst file of each line.\n"
    yield "## What is found where nothing else tells\n"
    header = ("scene", "method", "clouds", "with shadows")
    rest = [f for f in found if f.scene.known == NOTHING]
    yield from _table(header, ((_name(f), f.method, f"{f.cloud.mean():.3f}", f"{f.both.mean():.3f}") for f in rest))
    yield "\n## Just outside of the mask\n"
    yield (
        f"Medians against ground farther than {_FAR} pixels from the mask: of the difference to the clear date, or of "
        "the date itself on pixels drawn as ground. The last column compares the 90th percentiles of blue: thin cloud "
        "in a part of the ring shows there first.\n"
    )
    header = ("scene", "method", "pixels from the mask", "count", "blue", "red", "NIR", "blue, 90 %")
    yield from _table(header, _ring_lines(f for f in usual if f.scene.known in (DRAWN, CHANGE)))


def _name(item: Found) -> str:
    return f"{item.scene.id} (demo)" if item.scene.split == "demo" else item.scene.id


def _targets(item: Found) -> Iterator[tuple[str, np.ndarray, np.ndarray]]:
    """(name, found, true) of clouds, and of clouds with shadows where shadows are known."""
    cloud, shadow = item.scene.truth
    if shadow is None:
        yield "cloud (by cloud or shadow)", item.both, cloud
        return
    yield "cloud", item.cloud, cloud
    yield "cloud + shadow", item.both, cloud | shadow


def _grown(found: Iterable[Found]) -> Iterator[tuple[str, ...]]:
    for item in found:
        for target, mask, truth in _targets(item):
            scores = [score(dilate(mask, grow), truth, item.scene.judged) for grow in GROWS]
            yield (_name(item), item.scene.known, item.method, target, *map(_shown, scores))


def _by_threshold(found: Sequence[Found]) -> Iterator[tuple[str, ...]]:
    for first in (f for f in found if f.threshold == THRESHOLDS[0]):
        same = [f for f in found if f.scene is first.scene and f.method == first.method]
        columns = [{target: score(mask, truth, f.scene.judged) for target, mask, truth in _targets(f)} for f in same]
        for target in columns[0]:
            yield (_name(first), first.method, target, *(_shown(column[target]) for column in columns))


def _alarms(found: Sequence[Found]) -> Iterator[tuple[str, ...]]:
    def share(item: Found, grow: int) -> float:
        return float(dilate(item.both, grow)[item.scene.judged].mean())

    for group, method in dict.fromkeys((f.scene.group, f.method) for f in found):
        same = [f for f in found if (f.scene.group, f.method) == (group, method)]
        usual = [f for f in same if f.threshold == DEFAULT_THRESHOLD]
        by_threshold = [max(share(f, 0) for f in same if f.threshold == t) for t in THRESHOLDS]
        grown = [max(share(f, grow) for f in usual) for grow in GROWS[1:]]
        title = f"{group} (demo)" if usual[0].scene.split == "demo" else group
        yield (title, str(len(usual)), method, *(f"{value:.4f}" for value in by_threshold + grown))


def _ring_lines(found: Iterable[Found]) -> Iterator[tuple[str, ...]]:
    for item in found:
        for ring in rings(item):
            levels = [f"{ring.blue:+.3f}", f"{ring.red:+.3f}", "" if ring.nir is None else f"{ring.nir:+.3f}"]
            place = f"{ring.near} to {ring.far}"
            yield (_name(item), item.method, place, str(ring.pixels), *levels, f"{ring.blue_p90:+.3f}")


def _shown(value: Score) -> str:
    return " / ".join("none" if share is None else f"{share:.3f}" for share in (value.recall, value.precision))


def _table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    yield f"| {' | '.join(header)} |"
    yield "|" + "---|" * len(header)
    yield from (f"| {' | '.join(row)} |" for row in rows)
