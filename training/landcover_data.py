"""Places whose land cover is known: layers as jobs see them, classes, and blocks to learn and to judge on."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Optional

import numpy as np
import rasterio
from scipy.ndimage import maximum_filter

from ..core.errors import SceneFillError
from ..core.feedback import Feedback
from ..core.grid import Grid
from ..core.job import GridSpec, Input
from ..core.modalities import registry
from ..core.raster import LayerSource, resolve_grid
from .data_calibration import S2_BANDS
from .data_types import read_manifest

LAND_COVER = "lulc"
NODATA = 0
#: Share of a place's pixels below which a class is left out.
MIN_SHARE = 0.01
#: Pixels along one side of the blocks that go to either side of a split.
BLOCK = 32
#: Pixels between the two sides: the reach of a 9 x 9 mean from both.
GUARD = 9
#: Pixels of every class that there must be to judge on.
MIN_JUDGED = 50
_TRIES = 500


@dataclass(frozen=True)
class Place:
    """One place.

    Attributes:
        name: of the scene in the manifest.
        split: of the manifest.
        inputs: one for each file, with all bands that the registry knows.
        layers: modality id to ``(C, H, W)`` float32 in its unit, NaN where nothing was observed.
        classes: ``(H, W)`` class codes, 0 where unknown or rare.
    """

    name: str
    split: str
    inputs: tuple[Input, ...]
    layers: Mapping[str, np.ndarray]
    classes: np.ndarray

    @property
    def grid(self) -> Grid:
        return resolve_grid(GridSpec(like=self.inputs[0].path))

    @property
    def usable(self) -> np.ndarray:
        """``(H, W)`` bool: a class is known, and every band was observed."""
        seen = [np.isfinite(values).all(axis=0) for values in self.layers.values()]
        return np.logical_and.reduce([self.classes != NODATA, *seen])

    def showing(self, modalities: Sequence[str]) -> tuple[Input, ...]:
        """The inputs with nothing but the bands of some modalities."""
        wanted = {band for modality in modalities for band in registry()[modality].band_ids}
        inputs = []
        for item in self.inputs:
            bands = {band: index for band, index in item.bands.items() if band in wanted}
            if bands:
                main = next(m for m in modalities if set(registry()[m].band_ids) & set(bands))
                inputs.append(replace(item, modality=main, bands=bands))
        return tuple(inputs)


def find_places(data_dir: Path, wanted: Sequence[str], feedback: Feedback) -> list[Place]:
    """The places of a folder with a land-cover raster, radar and reflectance on one grid.

    Args:
        data_dir: has the ``manifest.json``.
        wanted: names of the scenes; empty for all.

    Raises:
        SceneFillError: ``no-manifest``, ``bad-manifest``, ``no-scenes``.
    """
    entries = read_manifest(data_dir / "manifest.json")
    places = []
    for entry in entries:
        if entry.get("modality") == LAND_COVER and (not wanted or entry["scene"] in wanted):
            scene = [other for other in entries if other["scene"] == entry["scene"]]
            found = (_best(scene, _reflectance_rank), _best(scene, _radar_rank))
            if None not in found:
                places.append(_read(data_dir, entry, [item for item in found if item is not None], feedback))
    if not places:
        raise SceneFillError(
            "no-scenes",
            "No scene of the manifest can be judged.",
            "A scene needs a land-cover raster, calibrated radar and Sentinel-2 bands.",
        )
    return places


def _best(entries: Sequence[Mapping[str, Any]], rank: Any) -> Optional[Mapping[str, Any]]:
    found = [entry for entry in entries if rank(entry) > 0]
    return max(found, key=rank) if found else None


def _reflectance_rank(entry: Mapping[str, Any]) -> int:
    """Surface reflectance before that at the top of the atmosphere; 0 for anything else."""
    if "x1e4" not in str(entry["units"]) or len(_bands(entry)) < len(S2_BANDS):
        return 0
    return 2 if "BOA" in str(entry["units"]) else 1


def _radar_rank(entry: Mapping[str, Any]) -> int:
    return int({"vv", "vh"} <= set(_bands(entry)) and str(entry["units"]).endswith("dB"))


def _bands(entry: Mapping[str, Any]) -> dict[str, int]:
    """Band id to 1-based index, of the bands that the registry knows."""
    bands: dict[str, int] = {}
    for index, name in enumerate(entry["bands"], 1):
        plain = re.sub("^B0", "B", str(name).replace("_dB", ""))
        band = S2_BANDS.get(plain, plain.lower())
        if registry().band(band) is not None:
            bands[band] = index
    return bands


def _read(root: Path, cover: Mapping[str, Any], entries: Sequence[Mapping[str, Any]], feedback: Feedback) -> Place:
    inputs = tuple(_input(root, entry) for entry in entries)
    grid = resolve_grid(GridSpec(like=inputs[0].path))
    layers: dict[str, np.ndarray] = {}
    for item in inputs:
        with LayerSource(item, grid, feedback) as source:
            for modality, (values, mask) in source.read(grid.window).items():
                layers[modality] = np.where(mask, values, np.nan).astype(np.float32)
    with rasterio.open(root / str(cover["path"])) as dataset:
        classes = dataset.read(1)
    for code, count in zip(*np.unique(classes, return_counts=True)):
        if count < MIN_SHARE * classes.size:
            classes[classes == code] = NODATA
    return Place(str(cover["scene"]), str(cover["split"]), inputs, layers, classes)


def _input(root: Path, entry: Mapping[str, Any]) -> Input:
    bands, day = _bands(entry), str(entry["date"])
    date = f"{day[:4]}-{day[4:6]}-{day[6:]}" if len(day) == 8 and day.isdigit() else None
    reflectance = "x1e4" in str(entry["units"])
    scale, unit = (1e-4, "reflectance") if reflectance else (1.0, "dB")
    modality = "optical" if reflectance else "sar"
    return Input(modality, str((root / str(entry["path"])).absolute()), bands, scale, 0.0, unit, date)


@dataclass(frozen=True)
class Split:
    """Flat pixel indices to learn from, by class in order of the codes, and those to judge on."""

    learn: tuple[np.ndarray, ...]
    scale: np.ndarray
    judge: np.ndarray


def split_place(place: Place, labels: int, seed: int) -> Split:
    """Half of the blocks to learn from, the rest, with a guard between, to judge on.

    Args:
        labels: pixels of each class that are drawn to learn from, in random order: the first few are a smaller sample.
        seed: of the blocks and the pixels.

    Returns:
        ``learn`` has the drawn pixels, ``scale`` all usable pixels of their blocks, whose classes nobody looks at.

    Raises:
        SceneFillError: ``nothing-to-judge`` where no split has enough pixels of all classes on both sides.
    """
    rng = np.random.default_rng([seed, *place.name.encode()])
    usable, classes = place.usable, place.classes
    codes = np.unique(classes[usable])
    for _ in range(_TRIES):
        training = _half_of_the_blocks(classes.shape, rng)
        near = maximum_filter(training.astype(np.uint8), size=2 * GUARD + 1) > 0
        learn, judge = usable & training, usable & ~near
        counts = [(np.sum(learn & (classes == code)), np.sum(judge & (classes == code))) for code in codes]
        if len(codes) > 1 and all(a >= labels and b >= MIN_JUDGED for a, b in counts):
            drawn = [rng.permutation(np.flatnonzero(learn & (classes == code)))[:labels] for code in codes]
            return Split(tuple(drawn), np.flatnonzero(learn), np.flatnonzero(judge))
    raise SceneFillError(
        "nothing-to-judge",
        f"'{place.name}' cannot be split into blocks with {labels} pixels of each of its classes on both sides.",
        "Ask for fewer labels.",
    )


def _half_of_the_blocks(shape: tuple[int, ...], rng: np.random.Generator) -> np.ndarray:
    """``(H, W)`` bool."""
    rows, cols = (-(-side // BLOCK) for side in shape)
    chosen = rng.permutation(rows * cols).reshape(rows, cols) < rows * cols / 2
    return chosen.repeat(BLOCK, axis=0).repeat(BLOCK, axis=1)[: shape[0], : shape[1]]
