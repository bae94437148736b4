"""What a finished job has made, as the database keeps it: names and checksums, no paths."""

from __future__ import annotations

import base64
from pathlib import Path
from typing import Any

from ..core.checksum import file_sha256
from ..core.engine.result import OutputFile, Result
from ..core.errors import SceneFillError
from .processes.generate import COG, GEOJSON, ITEM, XML

#: Where in a job's folder the engine writes.
RESULTS_FOLDER = "results"
_TIFF = "image/tiff; application=geotiff"
#: GDAL's file beside a raster: names of categories.
BESIDE = ".aux.xml"


def stored_results(result: Result, folder: Path) -> list[dict[str, Any]]:
    """The files of a result: the rasters, what lies beside them, and the STAC Item last.

    Each has ``output`` (its name for clients), ``file`` (its name in ``folder``), ``type``, ``title``, ``roles``,
    ``modalities``, ``length`` in bytes, ``sha256`` in hex and ``digest`` as in ``Repr-Digest``.

    Raises:
        SceneFillError: ``internal`` for a file that is not in ``folder``.
    """
    found = [_raster(output, folder) for output in result.outputs]
    beside = [Path(output.path + BESIDE) for output in result.outputs]
    found += [_beside(path, folder) for path in beside if path.is_file()]
    item = {"output": ITEM, "type": GEOJSON, "title": "STAC Item", "roles": ["metadata"], "modalities": []}
    return [*found, {**item, **_facts(Path(result.sidecar), folder)}]


def _raster(output: OutputFile, folder: Path) -> dict[str, Any]:
    path = Path(output.path)
    return {
        "output": path.stem,
        # A preview is too small to need overviews.
        "type": _TIFF if output.kind == "preview" else COG,
        "title": output.title,
        "roles": [output.kind],
        "modalities": list(output.modalities),
        **_facts(path, folder),
    }


def _beside(path: Path, folder: Path) -> dict[str, Any]:
    return {
        "output": f"{Path(path.name[: -len(BESIDE)]).stem}_aux",
        "type": XML,
        "title": "Names of the categories",
        "roles": ["metadata"],
        "modalities": [],
        **_facts(path, folder),
    }


def _facts(path: Path, folder: Path) -> dict[str, Any]:
    if path.resolve().parent != folder.resolve():
        raise SceneFillError("internal", f"The engine wrote '{path.name}' elsewhere.", "Please report it.")
    sha256 = file_sha256(path)
    return {
        "file": path.name,
        "length": path.stat().st_size,
        "sha256": sha256,
        "digest": f"sha-256=:{base64.b64encode(bytes.fromhex(sha256)).decode('ascii')}:",
    }
