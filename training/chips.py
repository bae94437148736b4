"""Aligned multi-modal chips from a folder with a ``manifest.json``, in model space.

One entry of the manifest is one file: ``split, scene, modality`` (product), ``date, bands, units, path``. Files of one
scene with one shape are one :class:`~.data_types.Chip`; files of one date are one group of its layers.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np
import rasterio
import rasterio.warp
from scipy import ndimage

from ..core.errors import SceneFillError
from ..core.modalities import registry
from .data_calibration import Calibrated, calibrate
from .data_types import (
    OPTICAL_FAMILY,
    STATIC_GROUP,
    Chip,
    ChipLayer,
    check_split,
    days_between,
    hold_out,
    make_layer,
    parse_date,
    read_manifest,
)
from .pairs import load_pairs

_SAME_DATE_DAYS = 7.0
_LEAST_GROUND = 0.25  # a date of which the sky leaves less than this is dropped
_CLOUD_GROW = 5  # pixels; thin edges and adjacency brightening reach beyond a detected cloud
_MASK_CLASSES_HIDDEN = (0, 4)  # shadow and cloud; 1 is water, 3 is land
_PAN = {"red": 0.45, "green": 0.45, "blue": 0.10}  # of a band from 0.5 to 0.68 µm; no chip for training has a real one
_PAN_WEIGHT = 0.4
_METRES_PER_DEGREE = 111_320.0


def load_chips(data_dir: str | Path, split: str) -> list[Chip]:
    """Chips of one split, those of ``pairs/`` included.

    Args:
        data_dir: folder with ``manifest.json``, and optionally ``pairs/manifest.json``.
        split: ``"train"``, ``"validation"`` or ``"demo"``.

    Raises:
        SceneFillError: ``no-manifest``, ``bad-manifest``, ``unknown-split``, ``unreadable-raster``,
            ``unknown-product``.
    """
    check_split(split)
    folder = Path(data_dir)
    entries = [entry for entry in read_manifest(folder / "manifest.json") if entry.get("split") == split]
    scenes: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for entry in entries:
        scenes.setdefault(_scene_key(entry), []).append(entry)
    chips = [_load_scene(folder, place, split, items) for (place, _), items in scenes.items()]
    chips = [chip for chip in chips if chip.layers]
    if (folder / "pairs" / "manifest.json").exists():
        chips.extend(load_pairs(folder / "pairs", split))
    return chips


def load_dataset(data_dir: str | Path, holdout_places: Iterable[str] = ()) -> tuple[list[Chip], list[Chip]]:
    """(training chips, validation chips): the ``train`` split without ``holdout_places``; the ``validation`` split
    with them. ``demo`` is in neither."""
    train, held = hold_out(load_chips(data_dir, "train"), tuple(holdout_places))
    return train, held + load_chips(data_dir, "validation")


def _scene_key(entry: dict[str, Any]) -> tuple[str, str]:
    """Place and grid of an entry; scenes that share no date and no grid are different chips of a place."""
    place, product = str(entry["scene"]), str(entry["modality"])
    if product.removesuffix("_mask") in ("landsat5", "landsat7", "sentinel2"):
        return f"{place}_{product.removesuffix('_mask')}", ""
    if entry.get("res"):
        return place, f"{float(entry['res'][0]):.3g}"
    return place, str(entry["shape"][-1])


def _load_scene(folder: Path, place: str, split: str, entries: list[dict[str, Any]]) -> Chip:
    height = min(int(entry["shape"][-2]) for entry in entries)
    width = min(int(entry["shape"][-1]) for entry in entries)
    chip = Chip(place, split, _pixel_size(entries[0]))
    class_masks = [entry for entry in entries if str(entry["modality"]).endswith("_mask")]
    hidden = None
    for entry in class_masks:
        classes = _read(folder / entry["path"])[0][0, :height, :width]
        hidden = ndimage.binary_dilation(np.isin(classes, _MASK_CLASSES_HIDDEN), iterations=_CLOUD_GROW)
    for entry in entries:
        product = str(entry["modality"])
        if entry in class_masks or product == "lulc":
            continue
        data, latitude = _read(folder / entry["path"])
        chip.layers.extend(_layers(entry, data[:, :height, :width], latitude, hidden))
    _merge_groups(chip)
    return chip


def _read(path: Path) -> tuple[np.ndarray, float]:
    """``(B, H, W)`` of a raster and the latitude of its middle (45 where there is no CRS)."""
    try:
        with rasterio.open(path) as dataset:
            data = dataset.read()
            if dataset.crs is None:
                return data, 45.0
            x, y = dataset.xy(dataset.height // 2, dataset.width // 2)
            _, latitudes = rasterio.warp.transform(dataset.crs, "EPSG:4326", [x], [y])
            return data, float(latitudes[0])
    except rasterio.errors.RasterioIOError as error:
        raise SceneFillError("unreadable-raster", f"{path} cannot be read: {error}.") from error


def _pixel_size(entry: dict[str, Any]) -> float:
    """Metres: from ``res`` (degrees turned into metres), else from the units or the sensor's usual pixel."""
    resolution = entry.get("res")
    if resolution:
        size = float(resolution[0])
        return size * _METRES_PER_DEGREE if size < 0.05 else size
    if "landsat" in str(entry["modality"]):
        return 30.0
    return 20.0 if entry["modality"] == "sentinel2" else 10.0


def _layers(entry: dict[str, Any], data: np.ndarray, latitude: float, hidden: np.ndarray | None) -> list[ChipLayer]:
    """The layers of one file, one per modality that it serves; none if the sky hides most of it."""
    date = parse_date(entry.get("date"))
    pixel_size = _pixel_size(entry)
    product, notes = str(entry["modality"]), str(entry.get("notes", ""))
    calibrated = calibrate(
        product, str(entry["units"]), entry["bands"], data, pixel_size=pixel_size, day=date[0], latitude=latitude
    )
    if hidden is not None:
        calibrated.valid &= ~hidden
    elif "blue" in calibrated.bands and _cloudy_by_note(entry, product):
        calibrated.valid &= ~_visible_clouds(calibrated)
    if "pan" not in calibrated.bands and not calibrated.relative and {"red", "green", "blue"} <= set(calibrated.bands):
        calibrated.bands["pan"] = sum(calibrated.bands[band] * np.float32(part) for band, part in _PAN.items())
    if calibrated.valid.mean() < _LEAST_GROUND or _hidden_by_note(entry.get("date"), notes):
        return []
    layers = []
    for modality in registry().modalities:
        bands = {band_id: calibrated.bands[band_id] for band_id in modality.band_ids if band_id in calibrated.bands}
        if not bands:
            continue
        natives = [calibrated.native.get(band_id, pixel_size) for band_id in bands]
        layer = make_layer(
            modality.id,
            bands,
            calibrated.valid,
            date=date,
            group=STATIC_GROUP if modality.id == "elevation" else _group(entry, product),
            relative=calibrated.relative & frozenset(bands),
            weight=_PAN_WEIGHT if modality.id == "panchromatic" else calibrated.weight,
            version=calibrated.version if modality.id in OPTICAL_FAMILY else "",
            native=min(natives),
            truth="cloudy" not in product,
        )
        layers.append(layer)
    return layers


def _group(entry: dict[str, Any], product: str) -> str:
    date = str(entry.get("date") or "undated")
    return f"{date}-hazy" if "cloudy" in product else date


def _cloudy_by_note(entry: dict[str, Any], product: str) -> bool:
    """Whether real clouds are to be looked for: the notes say so, or the product's own cloud band is known not to."""
    return "cloud" in str(entry.get("notes", "")) or "QA60" in entry["bands"] or product in ("l5", "l8")


def _hidden_by_note(date: Any, notes: str) -> bool:
    """Whether the notes call this date cloudy, as in ``t0 thick cloud, t1 cloud, t2-t4 clear``."""
    return bool(date) and re.search(rf"\b{re.escape(str(date))} (thick )?cloud\b", notes) is not None


def _visible_clouds(calibrated: Calibrated) -> np.ndarray:
    """``(H, W)`` bool: bright clouds by their blue reflectance, and the dark places near them, both grown."""
    blue, red = calibrated.bands["blue"], calibrated.bands["red"]
    darkness = np.minimum(red, calibrated.bands["green"])
    background = float(np.median(blue))
    bright = ndimage.binary_opening((blue > background + 0.06) & (red > 0.08) & (blue > 0.75 * red), iterations=1)
    near = ndimage.distance_transform_edt(~bright) < 60 if bright.any() else bright
    nir = calibrated.bands.get("nir")
    dark = darkness < 0.6 * np.median(darkness)
    if nir is not None:
        dark &= nir < 0.6 * np.median(nir)
    return ndimage.binary_dilation(bright | (near & dark), iterations=_CLOUD_GROW)


def _merge_groups(chip: Chip) -> None:
    """Radar and optical taken within a week of each other describe one scene: give them one group."""
    optical = {layer.group: layer.date for layer in chip.layers if layer.modality in OPTICAL_FAMILY}
    for layer in chip.layers:
        if layer.modality != "sar" or layer.group in optical:
            continue
        near = [group for group, date in optical.items() if abs(days_between(layer.date, date)) <= _SAME_DATE_DAYS]
        if near:
            layer.group = near[0]
