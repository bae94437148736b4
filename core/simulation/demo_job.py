"""The demonstration: a simulated scene on disk, with a job for a camera of three bands and half a radar pass."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ..feedback import Feedback, StageFeedback
from ..worker.protocol import SimulatedScene, SimulateRequest

COLOUR = ("red", "green", "blue")
OPTICAL = "optical.tif"
# The radar's swath ends here, as shares of the scene's width at its top and bottom: a descending pass is slanted.
SWATH_EDGE = (0.70, 0.55)


def simulate_demo(request: SimulateRequest, feedback: Feedback) -> SimulatedScene:
    """Draw a scene into ``request.folder`` and write a job that fills its clouds.

    Raises:
        SceneFillError: as :func:`scenefill.core.simulate.draw_scene` and
            :func:`scenefill.core.simulation.writing.write_scene`.
        JobCancelled: when ``feedback`` says so.
    """
    from ..simulate import draw_scene, write_scene
    from .writing import date_of

    scene = draw_scene(
        request.seed,
        request.size,
        request.pixel_size,
        clouds=request.clouds,
        season=request.season,
        feedback=StageFeedback(feedback, 0.0, 0.8, "simulate"),
    )
    feedback.raise_if_cancelled()
    feedback.progress(0.8, "write")
    folder = Path(request.folder)
    paths = write_scene(scene, folder)
    feedback.raise_if_cancelled()
    job = write_demo_job(paths, folder, date_of(scene), request.seed)
    feedback.progress(1.0, "write")
    files = {**paths, "optical": folder / OPTICAL}
    return SimulatedScene({n: str(p.absolute()) for n, p in files.items()}, str(job.absolute()), date_of(scene))


def write_demo_job(paths: Mapping[str, Path], folder: Path, date: str, seed: int) -> Path:
    """Write ``optical.tif`` (three bands), ``beyond_swath.geojson`` and ``job.json`` beside a simulated scene.

    The job fills the clouds of the optical image with SAR's help, draws infrared everywhere, and draws SAR beyond the
    edge of the radar's swath.

    Args:
        paths: of the scene's files, as :func:`scenefill.core.simulate.write_scene` returns them.
        folder: the scene's folder.
        date: of the scene, ISO 8601.
        seed: of the job's sampling.

    Returns:
        The job's path.
    """
    optical = folder / OPTICAL
    write_colour(paths["s2"], optical)
    beyond = folder / "beyond_swath.geojson"
    beyond.write_text(json.dumps(beyond_swath(optical), indent=1) + "\n", encoding="utf-8")
    job = {
        "schema": "scenefill-job/1",
        "title": "A simulated place: clouds filled, infrared drawn, SAR drawn beyond its swath",
        "grid": {"like": optical.name},
        "inputs": [
            {
                "modality": "optical",
                "path": optical.name,
                "bands": {name: index for index, name in enumerate(COLOUR, 1)},
                "scale": 0.0001,
                "offset": 0.0,
                "unit": "reflectance",
                "date": date,
                "gaps": [{"kind": "raster", "path": paths["clouds"].name, "values": [1, 2], "grow": 2}],
            },
            {
                "modality": "sar",
                "path": paths["s1"].name,
                "bands": {"vv": 1, "vh": 2},
                "unit": "dB",
                "date": date,
                "gaps": [{"kind": "polygons", "path": beyond.name}],
            },
        ],
        "targets": [{"modality": "optical", "fill": 0}, {"modality": "infrared"}, {"modality": "sar", "fill": 1}],
        "sampling": {"mode": "estimate", "steps": 4, "samples": 4, "seed": seed},
        "output": {"folder": "result"},
    }
    path = folder / "job.json"
    path.write_text(json.dumps(job, indent=1) + "\n", encoding="utf-8")
    return path


def write_colour(stack: Path, target: Path) -> None:
    """Copy the red, green and blue bands of a simulated Sentinel-2 stack to a raster of their own."""
    import rasterio

    with rasterio.open(stack) as source:
        ids = source.tags()["BAND_IDS"].split(",")
        numbers = [ids.index(name) + 1 for name in COLOUR]
        profile = {**source.profile, "count": len(numbers), "photometric": "RGB"}
        with rasterio.open(target, "w", **profile) as colour:
            colour.write(source.read(numbers))
            colour.descriptions = COLOUR
            colour.scales = [source.scales[n - 1] for n in numbers]
            colour.update_tags(**{name: source.tags()[name] for name in ("SYNTHETIC", "TIFFTAG_DATETIME")})


def beyond_swath(raster: Path) -> dict[str, Any]:
    """GeoJSON (RFC 7946: longitude and latitude) of the part of a raster's area that the radar did not see."""
    import rasterio
    from rasterio.warp import transform

    with rasterio.open(raster) as dataset:
        box, crs = dataset.bounds, dataset.crs
    margin = 0.05 * (box.right - box.left)
    top, bottom = (box.left + share * (box.right - box.left) for share in SWATH_EDGE)
    corners = [
        (top, box.top + margin),
        (bottom, box.bottom - margin),
        (box.right + margin, box.bottom - margin),
        (box.right + margin, box.top + margin),
        (top, box.top + margin),
    ]
    longitudes, latitudes = transform(crs, "EPSG:4326", *zip(*corners))
    ring = [[round(x, 7), round(y, 7)] for x, y in zip(longitudes, latitudes)]
    feature = {"type": "Feature", "properties": {}, "geometry": {"type": "Polygon", "coordinates": [ring]}}
    return {"type": "FeatureCollection", "features": [feature]}
