"""Scenes whose clouds are known, on which the detector of clouds is measured.

What is known differs: classes that someone drew, a quality band, a clear date of the same place, or that the date is
clear.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Optional

import numpy as np
import rasterio
from scipy import ndimage

from ..core.clouds import S2CLOUDLESS_BANDS
from .data_calibration import OLI_BANDS, RGBN_BANDS, S2_BANDS, TM_BANDS
from .data_types import read_manifest

VISIBLE = ("blue", "green", "red")
SIX = (*VISIBLE, "nir", "swir16", "swir22")
DRAWN, CHANGE, QUALITY, CLEAR, NOTHING = "drawn", "change", "quality", "clear", "nothing"

_SHADOW_CLASS, _CLOUD_CLASS = 0, 4
_BRIGHTER = 0.04  # in blue, mean of 3 x 3 pixels: what fields change between dates stays below
_BQA_CLOUD = 1 << 15  # before Collection 1: cloud of at least medium confidence
_THERMAL = {"B61": "lwir11", "B6_thermal": "lwir11", "ST_B6": "lwir11", "ST_B10": "lwir11"}
_S2 = {**S2_BANDS, "B1": "coastal", "B9": "nir09", "B10": "cirrus"}
_TABLES: dict[str, Mapping[str, str]] = {
    "s2rgb": RGBN_BANDS,
    "s2": _S2,
    "l8": {**OLI_BANDS, "B9": "cirrus", "B10": "lwir11"},
    "l5": TM_BANDS,
    "tm": TM_BANDS,
    "etm": TM_BANDS,
    "landsat": RGBN_BANDS,
    "sentinel2": RGBN_BANDS,
}
# Products (beginning of the name) and dates of a scene that are free of clouds by the manifest's notes and by eye.
_CLEAR_DATES: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("pakistan", "s2c", ("20200604",)),
    ("pakistan", "s2a", ("20200604", "20200813")),
    ("spain", "s2_l1c", ()),
    ("thailand", "s2_l2a", ()),
    ("s2_T33UUB", "s2_l1c", ()),
    ("tanzania", "s2_", ()),
    ("chile", "s2_", ()),
    ("denmark", "s2_", ()),
    ("eifel", "s2_cloudfree", ()),
    ("slovenia", "s2_l1c", ("t2", "t3", "t4")),
    ("belgium", "s2", ()),
    ("desert", "s2rgb", ()),
    ("pennsylvania", "etm", ("nov",)),
    ("tucurui", "tm", ()),
    ("nanjing", "tm", ()),
)
# Scene, product, cloudy dates, and the dates whose darkest blue stands for the ground.
_CHANGES: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...]], ...] = (
    ("slovenia", "s2_l1c", ("t0", "t1"), ("t2", "t3", "t4")),
    ("amazon_multiearth_5492_361", "s2", ("20210506", "20210511"), ("20210506", "20210511")),
    ("pakistan", "s2c", ("20200823",), ("20200604",)),
)


@dataclass(frozen=True)
class CloudScene:
    """One file, and what is known of its clouds.

    Attributes:
        id: ``<scene>/<product>/<date>``; group: scenes of one group share a line of the report.
        split: of the manifest; demo scenes are reported apart, since limits were chosen on the others.
        path: of the file; pixel_size: in metres, for a file without a CRS.
        bands: band id -> 1-based index; scale: of the numbers, None to be guessed as for any user.
        known: one of ``DRAWN``, ``CHANGE``, ``QUALITY``, ``CLEAR``, ``NOTHING``.
        references: files that tell it.
    """

    id: str
    group: str
    split: str
    path: Path
    pixel_size: float
    bands: Mapping[str, int]
    scale: Optional[float]
    known: str
    references: tuple[Path, ...] = ()

    def band_sets(self) -> dict[str, dict[str, int]]:
        """Name of a method -> the bands that it is given, from most bands to fewest."""
        full = dict(self.bands)
        wide = "s2cloudless" if set(S2CLOUDLESS_BANDS) <= set(full) else f"rule, {len(set(full) & _RULE)} bands"
        sets = {wide: full}
        for name, wanted in (("rule, 6 bands", SIX), ("rule, RGB + NIR", SIX[:4]), ("rule, RGB", VISIBLE)):
            if set(wanted) <= set(full) and (len(wanted) != 4 or self.known == DRAWN):
                sets[name] = {band: full[band] for band in wanted}
        if set(full) & _RULE == set(VISIBLE):
            del sets[wide]
        return sets

    def reflectance(self, band: str) -> np.ndarray:
        """``(H, W)`` float32 by the scale, or the stored numbers where there is none."""
        return _band(self.path, self.bands[band], self.scale)

    @functools.cached_property
    def judged(self) -> np.ndarray:
        """``(H, W)`` bool: where there are numbers at all, by the two that stand for none in these products."""
        blue = _band(self.path, self.bands["blue"], None)
        return (blue > 0) & (blue < np.iinfo(np.uint16).max)

    @functools.cached_property
    def ground(self) -> dict[str, np.ndarray]:
        """Band -> ``(H, W)``: the darkest of the reference dates, for ``CHANGE``."""
        wanted = [band for band in ("blue", "red", "nir") if band in self.bands]
        return {b: np.min([_band(p, self.bands[b], self.scale) for p in self.references], axis=0) for b in wanted}

    @functools.cached_property
    def truth(self) -> tuple[np.ndarray, np.ndarray | None]:
        """(cloud, shadow) as ``(H, W)`` bool; no shadow where nothing tells of it.

        Cloud is the class that was drawn; what the quality band calls cloud with at least medium confidence; or what is
        brighter in blue than the darkest reference date by more than 0.04.
        """
        if self.known == DRAWN:
            with rasterio.open(self.references[0]) as source:
                classes = source.read(1)
            return classes == _CLOUD_CLASS, classes == _SHADOW_CLASS
        if self.known == QUALITY:
            with rasterio.open(self.path) as source:
                return (source.read(source.count) & _BQA_CLOUD) > 0, None
        blue = self.reflectance("blue")
        if self.known == CHANGE:
            return ndimage.uniform_filter(blue - self.ground["blue"], 3) > _BRIGHTER, None
        return np.zeros(blue.shape, bool), None


_RULE = {*SIX, "cirrus", "lwir11"}


def cloud_scenes(data_dir: str | Path) -> list[CloudScene]:
    """Every file of a manifest whose clouds can be looked for: with blue, green and red.

    Raises:
        SceneFillError: ``no-manifest`` or ``bad-manifest``.
    """
    root = Path(data_dir)
    entries = read_manifest(root / "manifest.json")
    found = (_scene(entry, entries, root) for entry in entries)
    return [scene for scene in found if scene is not None]


def _scene(entry: Mapping[str, Any], entries: Iterable[Mapping[str, Any]], root: Path) -> CloudScene | None:
    place, product, date = str(entry["scene"]), str(entry["modality"]), str(entry.get("date") or "")
    table = next((names for start, names in _TABLES.items() if product.startswith(start)), {})
    names = {**table, **_THERMAL}
    plain = [_plain_name(str(name)) for name in entry["bands"]]
    bands = {names[name]: i for i, name in enumerate(plain, 1) if name in names}
    if not set(VISIBLE) <= set(bands):
        return None
    same = [e for e in entries if e["scene"] == place]
    known, references = _known(entry, same)
    tenths = any(unit in str(entry["units"]) for unit in ("x1e4", "x10000"))
    sizes = {"landsat": 30.0, "sentinel2": 20.0}
    group = f"{place.split('_')[0]}/{product}" + (", 8-bit numbers" if entry.get("dtype") == "uint8" else "")
    return CloudScene(
        id="/".join(part for part in (place, product, date) if part),
        group=group,
        split=str(entry["split"]),
        path=root / str(entry["path"]),
        pixel_size=next((size for start, size in sizes.items() if product.startswith(start)), 10.0),
        bands=bands,
        scale=1e-4 if tenths else None,
        known=known,
        references=tuple(root / str(e["path"]) for e in references),
    )


def _known(entry: Mapping[str, Any], same: list[Mapping[str, Any]]) -> tuple[str, list[Mapping[str, Any]]]:
    place, product, date = str(entry["scene"]), str(entry["modality"]), str(entry.get("date") or "")
    masks = [e for e in same if e["modality"] == f"{product}_mask"]
    if masks:
        return DRAWN, masks
    for start, name, dates, ground in _CHANGES:
        if place.startswith(start) and product == name and date in dates:
            return CHANGE, [e for e in same if e["modality"] == name and str(e.get("date")) in ground]
    for start, name, clear in _CLEAR_DATES:
        if place.startswith(start) and product.startswith(name) and (not clear or date in clear):
            return CLEAR, []
    return (QUALITY, []) if entry["bands"][-1] == "BQA" else (NOTHING, [])


def _plain_name(name: str) -> str:
    short = name.removeprefix("SR_")
    return "B" + short[2:] if short.startswith("B0") and len(short) == 3 else short


def _band(path: Path, index: int, scale: float | None) -> np.ndarray:
    with rasterio.open(path) as source:
        return np.asarray(source.read(index), dtype=np.float32) * np.float32(scale or 1.0)
