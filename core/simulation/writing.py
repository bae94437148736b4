"""A simulated scene as GeoTIFFs in a UTM zone, the way the products of real sensors look on disk."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from ..errors import SceneFillError
from .atmosphere import CLEAR, CLOUD, HAZE, SHADOW
from .fields import stream
from .library import CLASSES, S2_BANDS

if TYPE_CHECKING:
    from ..simulate import Scene

CRS = "EPSG:32632"
_CLOUD_COLOURS = {CLEAR: (0, 0, 0), CLOUD: (255, 255, 255), SHADOW: (90, 60, 150), HAZE: (170, 190, 210)}
_CLOUD_NAMES = {CLEAR: "clear", CLOUD: "cloud", SHADOW: "cloud shadow", HAZE: "haze"}


def origin(scene: Scene) -> tuple[float, float]:
    """Easting and northing of the top-left corner, on the lattice of the pixel size; one place for all dates."""
    rng = stream(scene.seed, "origin")
    east, north = rng.uniform(320_000, 660_000), rng.uniform(4_400_000, 5_900_000)
    return round(east / scene.pixel_size) * scene.pixel_size, round(north / scene.pixel_size) * scene.pixel_size


def date_of(scene: Scene) -> str:
    """The scene's invented date, ISO 8601."""
    day = datetime.date(2023, 1, 1) + datetime.timedelta(days=min(int(scene.season * 365), 364))
    return day.isoformat()


def _tags(scene: Scene) -> dict[str, str]:
    facts = {f"SIMULATION_{k.upper()}": str(v) for k, v in scene.facts.items()}
    return {
        "SYNTHETIC": "yes: simulated by SceneFill, not a measurement",
        "SIMULATION_SEED": str(scene.seed),
        "SIMULATION_SEASON": str(scene.season),
        "TIFFTAG_DATETIME": date_of(scene).replace("-", ":") + " 10:30:00",
        **facts,
    }


def _write(
    scene: Scene,
    path: Path,
    data: np.ndarray,
    names: list[str],
    *,
    nodata: float | None = None,
    scale: float | None = None,
    unit: str = "",
    colours: dict[int, tuple[int, int, int]] | None = None,
    tags: dict[str, str] | None = None,
) -> Path:
    import rasterio
    from rasterio.errors import RasterioError
    from rasterio.transform import Affine

    size = scene.pixel_size
    east, north = origin(scene)
    # Smaller than the raster, or GDAL takes the blocks for strips.
    block = 256 if scene.size > 256 else max(scene.size // 32 * 16, 16)
    profile: dict[str, Any] = {
        "driver": "GTiff", "width": scene.size, "height": scene.size, "count": data.shape[0], "dtype": data.dtype.name,
        "crs": CRS, "transform": Affine(size, 0.0, east, 0.0, -size, north), "tiled": True, "blockxsize": block,
        "blockysize": block, "compress": "deflate", "predictor": 3 if data.dtype.kind == "f" else 2, "nodata": nodata,
    }  # fmt: skip
    part = path.with_name(path.name + ".part")
    try:
        with rasterio.open(part, "w", **profile) as target:
            target.write(data)
            target.descriptions = tuple(names)
            target.update_tags(**_tags(scene), **(tags or {}))
            if scale is not None:
                target.scales = (scale,) * data.shape[0]
            if unit:
                target.units = (unit,) * data.shape[0]
            if colours is not None:
                target.write_colormap(1, {k: (*v, 255) for k, v in colours.items()})
        part.replace(path)
    except (RasterioError, OSError) as error:
        raise SceneFillError(
            "cannot-write", f"'{path}' could not be written.", "Check that the folder exists and the disk has room.",
            {"error": str(error)},
        ) from error  # fmt: skip
    return path


def _digital(reflectance: np.ndarray) -> np.ndarray:
    """Reflectance × 10000; 0 is kept for nodata."""
    return np.clip(np.rint(reflectance * 10000.0), 1, 65535).astype(np.uint16)


def write_scene(scene: Scene, folder: Path) -> dict[str, Path]:
    """Write ``s2``, ``s2_truth``, ``s1``, ``thermal``, ``elevation``, ``pan``, ``land_cover``, ``clouds`` (``.tif``).

    ``s2`` and ``s2_truth`` are uint16 reflectance × 10000 in Sentinel-2's 13 bands with nodata 0, ``s1`` float32 dB,
    ``thermal`` float32 K and ``pan`` uint16 (both with the clouds), ``land_cover`` and ``clouds`` uint8 with a colour
    table and the class names in the tags ``CLASS_<code>``.

    Raises:
        SceneFillError: ``cannot-write``.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise SceneFillError(
            "cannot-write", f"The folder '{folder}' cannot be made.", "Choose a folder that you may write to.",
            {"error": str(error)},
        ) from error  # fmt: skip
    bands = [name for name, _, _ in S2_BANDS]
    product = "L1C" if scene.facts.get("level") == "toa" else "L2A"
    optical = {"PRODUCT": f"like Sentinel-2 {product}", "BAND_IDS": ",".join(band_id for _, band_id, _ in S2_BANDS)}
    classes = {f"CLASS_{c.code}": c.name for c in CLASSES}
    sky = {f"CLASS_{code}": name for code, name in _CLOUD_NAMES.items()}

    def path(name: str) -> Path:
        return folder / f"{name}.tif"

    reflectance: dict[str, Any] = {"nodata": 0, "scale": 1e-4, "tags": optical}
    return {
        "s2": _write(scene, path("s2"), _digital(scene.cloudy_stack), bands, **reflectance),
        "s2_truth": _write(scene, path("s2_truth"), _digital(scene.stack), bands, **reflectance),
        "s1": _write(scene, path("s1"), scene.values["sar"], ["VV", "VH"], unit="dB", nodata=float("nan")),
        "thermal": _write(scene, path("thermal"), scene.cloudy["thermal"], ["LWIR11"], unit="K", nodata=float("nan")),
        "elevation": _write(
            scene, path("elevation"), scene.values["elevation"], ["elevation"], unit="m", nodata=-9999.0
        ),
        "pan": _write(scene, path("pan"), _digital(scene.cloudy["panchromatic"]), ["PAN"], nodata=0, scale=1e-4),
        "land_cover": _write(
            scene, path("land_cover"), scene.land_cover[None], ["land cover"], nodata=0, tags=classes,
            colours={0: (0, 0, 0), **{c.code: c.colour for c in CLASSES}},
        ),
        "clouds": _write(scene, path("clouds"), scene.cloud[None], ["clouds"], tags=sky, colours=_CLOUD_COLOURS),
    }  # fmt: skip
