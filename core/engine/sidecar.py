"""``scenefill.json``: what was made, from what and how, as a STAC Item beside the rasters."""

from __future__ import annotations

import datetime
import json
import platform
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pystac
import rasterio
from rasterio.warp import transform as transform_points

from ... import __version__
from .. import checksum
from ..errors import SceneFillError
from ..grid import Grid
from ..job import Job, job_to_dict
from .names import SIDECAR
from .result import SYNTHETIC, OutputFile

PROCESSING = "https://stac-extensions.github.io/processing/v1.2.0/schema.json"
PROJECTION = "https://stac-extensions.github.io/projection/v2.0.0/schema.json"
_EDGE_POINTS = 21
_ROLES = {
    "data": ["data"],
    "sample": ["data", "realisation"],
    "spread": ["uncertainty"],
    "provenance": ["provenance", "data-mask"],
    "mask": ["cloud", "data-mask"],
    "preview": ["overview"],
}


@dataclass(frozen=True)
class ModelFacts:
    """What the results owe to the model."""

    id: str
    weights_sha256: str
    dtype: str
    version: str = ""
    licence: str = ""

    @classmethod
    def of(cls, model: Any) -> ModelFacts:
        """``model``: a :class:`scenefill.core.model.runtime.SceneModel`."""
        manifest = model.manifest
        return cls(model.model_id, model.weights_sha256, model.dtype_name, manifest.version, manifest.licence)


def file_sha256(path: str | Path, is_cancelled: Callable[[], bool]) -> str:
    """SHA-256 of a file of any size.

    Raises:
        SceneFillError: ``unreadable-raster`` when it cannot be read to its end.
        JobCancelled: when ``is_cancelled`` says so.
    """
    try:
        return checksum.file_sha256(Path(path), is_cancelled)
    except OSError as error:
        raise SceneFillError(
            "unreadable-raster", f"'{path}' cannot be read: {error.strerror}.", "Check the file and its disk."
        ) from error


def raster_tags(job: Job, model: ModelFacts, kind: str) -> dict[str, str]:
    """The facts that travel inside every raster. No time in them: the same job makes the same bytes."""
    sampling = job.sampling
    drawn = {} if sampling.mode == "draft" else {"STEPS": str(sampling.steps), "SAMPLES": str(sampling.samples)}
    facts = {
        "NOTE": SYNTHETIC,
        "KIND": kind,
        "VERSION": __version__,
        "MODEL": model.id,
        "MODEL_WEIGHTS_SHA256": model.weights_sha256,
        "MODE": sampling.mode,
        "SEED": str(sampling.seed),
        **drawn,
    }
    tags = {f"SCENEFILL_{name}": value for name, value in facts.items()}
    return {**tags, "TIFFTAG_SOFTWARE": f"SceneFill {__version__}", "TIFFTAG_IMAGEDESCRIPTION": SYNTHETIC}


def write_sidecar(
    folder: Path,
    job: Job,
    grid: Grid,
    model: ModelFacts,
    outputs: Sequence[OutputFile],
    input_sha256: Sequence[str],
    units: Sequence[Mapping[str, Any]],
    notes: Sequence[str],
    learnt: Mapping[str, Any],
) -> Path:
    """Write the STAC Item aside and give it its name.

    Args:
        folder: the job's folder.
        outputs: the rasters in it.
        input_sha256: per input of the job.
        units: per input, scale, offset, unit and the reason of the guess.
        notes: what the reader must know, for example bands that could not be filled.
        learnt: further properties: what was learnt from the scene itself, with its error on held-out blocks, and
            which modalities were told from which by translators.
    """
    geometry, bbox = _footprint(grid)
    created = datetime.datetime.now(datetime.timezone.utc).replace(microsecond=0)
    start, end = _dates(job)
    item = pystac.Item(
        id=folder.name or "scenefill",
        geometry=geometry,
        bbox=bbox,
        # Without any date STAC still wants one: that of the drawing.
        datetime=None if start and end and start != end else start or created,
        start_datetime=start if start != end else None,
        end_datetime=end if start != end else None,
        properties={
            **_properties(job, grid, model, input_sha256, units, notes),
            **learnt,
        },
        stac_extensions=[PROCESSING, PROJECTION],
    )
    item.properties["created"] = created.isoformat().replace("+00:00", "Z")
    for output in outputs:
        path = Path(output.path)
        item.add_asset(
            path.stem,
            pystac.Asset(
                href=f"./{path.name}",
                title=output.title or path.stem,
                media_type=pystac.MediaType.COG,
                roles=_ROLES[output.kind],
                extra_fields={"scenefill:modalities": list(output.modalities)},
            ),
        )
    path = folder / SIDECAR
    aside = folder / f"{SIDECAR}.part"
    # An absolute reference to itself would tie the item to this folder; what is beside it is referred to relatively.
    text = json.dumps(item.to_dict(include_self_link=False), indent=1, ensure_ascii=False, sort_keys=False)
    aside.write_text(text + "\n", encoding="utf-8")
    aside.replace(path)
    return path


def _properties(
    job: Job,
    grid: Grid,
    model: ModelFacts,
    input_sha256: Sequence[str],
    units: Sequence[Mapping[str, Any]],
    notes: Sequence[str],
) -> dict[str, Any]:
    described = job_to_dict(job)
    inputs = [
        {**_without_folders(item), "sha256": digest, "units": dict(guess)}
        for item, digest, guess in zip(described["inputs"], input_sha256, units)
    ]
    crs = rasterio.CRS.from_user_input(grid.crs)
    epsg = crs.to_epsg()
    projection = {"proj:code": f"EPSG:{epsg}"} if epsg else {"proj:code": None, "proj:wkt2": crs.to_wkt()}
    return {
        "title": job.title or "SceneFill",
        "description": f"Drawn by SceneFill from the inputs listed here: {SYNTHETIC}.",
        "constraints": f"{SYNTHETIC}. Do not use drawn pixels as evidence of what was on the ground; "
        "see the provenance and spread rasters.",
        "processing:software": {"scenefill": __version__, **library_versions()},
        **projection,
        "proj:shape": [grid.height, grid.width],
        "proj:transform": [*grid.transform[:6]],
        "scenefill:model": {
            "id": model.id,
            "version": model.version,
            "weights_sha256": model.weights_sha256,
            "dtype": model.dtype,
            "licence": model.licence,
        },
        "scenefill:sampling": described["sampling"],
        "scenefill:targets": described["targets"],
        "scenefill:inputs": inputs,
        "scenefill:notes": list(notes),
    }


def _without_folders(part: Any) -> Any:
    """The same with file names for paths: a result is passed on, and its maker's folders are nobody's business."""
    if isinstance(part, dict):
        return {key: Path(value).name if key == "path" else _without_folders(value) for key, value in part.items()}
    return [_without_folders(item) for item in part] if isinstance(part, list) else part


def library_versions() -> dict[str, str]:
    """Versions of what can change a result."""
    from importlib.metadata import PackageNotFoundError, version

    found = {"python": platform.python_version(), "gdal": rasterio.__gdal_version__}
    for name in ("torch", "diffusers", "rasterio", "numpy"):
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            continue
    return found


def _footprint(grid: Grid) -> tuple[dict[str, Any], list[float]]:
    """Polygon in WGS 84 with points along its edges, which are curves there, and its bounding box."""
    xmin, ymin, xmax, ymax = grid.bounds
    steps = np.linspace(0.0, 1.0, _EDGE_POINTS)[:-1]
    xs = np.concatenate([xmin + (xmax - xmin) * steps, np.full(steps.shape, xmax)])
    xs = np.concatenate([xs, xmax - (xmax - xmin) * steps, np.full(steps.shape, xmin)])
    ys = np.concatenate([np.full(steps.shape, ymin), ymin + (ymax - ymin) * steps])
    ys = np.concatenate([ys, np.full(steps.shape, ymax), ymax - (ymax - ymin) * steps])
    lon, lat = transform_points(rasterio.CRS.from_user_input(grid.crs), rasterio.CRS.from_epsg(4326), xs, ys)
    ring = [[round(x, 7), round(y, 7)] for x, y in zip(lon, lat)]
    bbox = [min(p[0] for p in ring), min(p[1] for p in ring), max(p[0] for p in ring), max(p[1] for p in ring)]
    return {"type": "Polygon", "coordinates": [[*ring, ring[0]]]}, bbox


def _dates(job: Job) -> tuple[datetime.datetime | None, datetime.datetime | None]:
    """First and last instant of the inputs' dates (the filled layer's alone where there is one)."""
    filled = [job.inputs[t.fill].date for t in job.targets if t.fill is not None]
    dates = [d for d in (filled if any(filled) else [item.date for item in job.inputs]) if d]
    if not dates:
        return None, None
    full = sorted("-".join([*d.split("-"), "01", "01"][:3]) for d in dates)
    utc = datetime.timezone.utc
    first, last = (datetime.datetime.fromisoformat(d).replace(tzinfo=utc) for d in (full[0], full[-1]))
    return first, last
