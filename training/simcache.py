"""Simulated chips: scenes drawn once into a folder and read from there afterwards.

``python -m scenefill.training.simcache FOLDER --count N`` draws them ahead of a training run.
"""

from __future__ import annotations

import argparse
import logging
import uuid
import zipfile
from pathlib import Path

import numpy as np

from ..core.errors import SceneFillError
from ..core.modalities import registry
from .data_types import STATIC_GROUP, Chip, ChipLayer

logger = logging.getLogger("scenefill.training")

_FORMAT = 3  # part of the file names: raise it when what is stored, or how scenes are drawn, changes
_PIXEL_SIZES = (10.0, 10.0, 10.0, 10.0, 20.0, 30.0, 5.0)
_SNOW_SHARE = 0.15
_SNOW_REFLECTANCE = 0.4
_SECOND_DATE = ("optical", "infrared", "sar", "multispectral")
_NATIVE = {"multispectral": 20.0, "thermal": 100.0, "elevation": 30.0}


def simulated_chips(folder: str | Path, count: int, size: int = 512, seed: int = 0) -> list[Chip]:
    """``count`` simulated chips of ``size`` pixels, drawn into ``folder`` where they are not there yet.

    Several processes may fill one folder: a file appears under its name only when complete. A file that cannot be read
    is drawn again.

    Args:
        seed: of the first scene; scene i has seed ``seed * 100000 + i``.
    """
    root = Path(folder)
    root.mkdir(parents=True, exist_ok=True)
    chips = []
    for index in range(count):
        scene_seed = seed * 100_000 + index
        path = root / f"scene-v{_FORMAT}-{size}-{scene_seed}.npz"
        chip = _read(path)
        if chip is None:
            logger.info("Drawing simulated scene %d of %d.", index + 1, count)
            _write(path, *_draw(scene_seed, size))
            chip = _read(path)
        if chip is None:
            raise SceneFillError("bad-cache", f"{path} was written but cannot be read.", "Check the disk.")
        chips.append(chip)
    return chips


def _draw(seed: int, size: int) -> tuple[dict[str, np.ndarray], float, tuple[float, float]]:
    """(arrays by slot, float16 model space; pixel size in metres; seasons of the two dates, 0..1)."""
    rng = np.random.default_rng(seed)
    pixel_size = float(rng.choice(_PIXEL_SIZES))
    first = float(rng.random())
    second = float((first + rng.uniform(0.1, 0.5)) % 1.0)
    keep_snow = bool(rng.random() < _SNOW_SHARE)
    arrays, seasons = {}, []
    for suffix, wanted in (("", first), ("@2", second)):
        values, season = _draw_date(seed, size, pixel_size, wanted, keep_snow=keep_snow)
        seasons.append(season)
        for modality in registry().modalities:
            if modality.id in values and (not suffix or modality.id in _SECOND_DATE):
                model = np.nan_to_num(modality.to_model(values[modality.id]))
                arrays[modality.id + suffix] = model.astype(np.float16)
    return arrays, pixel_size, (seasons[0], seasons[1])


def _draw_date(
    seed: int, size: int, pixel_size: float, season: float, *, keep_snow: bool
) -> tuple[dict[str, np.ndarray], float]:
    """Physical values of one date and its season: snow, which would rule the losses, is moved by half a year."""
    from ..core.simulate import draw_scene

    values = draw_scene(seed, size, pixel_size, season=season).values
    if keep_snow or float(np.median(values["optical"])) < _SNOW_REFLECTANCE:
        return values, season
    season = (season + 0.5) % 1.0
    return draw_scene(seed, size, pixel_size, season=season).values, season


def _write(path: Path, arrays: dict[str, np.ndarray], pixel_size: float, seasons: tuple[float, float]) -> None:
    aside = path.with_name(f"{path.name}.{uuid.uuid4().hex}.tmp")
    try:
        with aside.open("wb") as stream:
            np.savez(stream, pixel_size=np.float64(pixel_size), seasons=np.asarray(seasons), **arrays)
        aside.replace(path)
    finally:
        aside.unlink(missing_ok=True)


def _read(path: Path) -> Chip | None:
    """The chip in ``path``; None if there is no complete one."""
    try:
        with np.load(path, allow_pickle=False) as stored:
            arrays = {name: stored[name] for name in stored.files}
    except (OSError, ValueError, EOFError, zipfile.BadZipFile):
        return None
    pixel_size = float(arrays.pop("pixel_size"))
    seasons = arrays.pop("seasons")
    chip = Chip(f"simulated-{path.stem}", "train", pixel_size)
    for slot, values in arrays.items():
        modality = slot.split("@")[0]
        date = int("@2" in slot)
        day = 1.0 + 365.0 * float(seasons[date])
        chip.layers.append(
            ChipLayer(
                modality,
                values,
                np.broadcast_to(np.True_, values.shape),
                date=(day, None),
                group=STATIC_GROUP if modality == "elevation" else f"date{date}",
                native=max(pixel_size, _NATIVE.get(modality, 10.0)),
            )
        )
    return chip


def main() -> None:
    """Fill a cache folder from the command line."""
    parser = argparse.ArgumentParser(description="Draw simulated scenes for training into a folder.")
    parser.add_argument("folder")
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--size", type=int, default=512)
    parser.add_argument("--seed", type=int, default=0)
    arguments = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    simulated_chips(arguments.folder, arguments.count, arguments.size, arguments.seed)


if __name__ == "__main__":
    main()
