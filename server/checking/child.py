"""The process that decodes what strangers sent: ``python -I -u child.py LIMITS`` with requests on stdin.

One JSON object a line in, one out. LIMITS is a JSON object with ``memory``, ``cpu``, ``wall``, ``block``, and
``parent``, the process that started this one and that this one ends with. The process gives itself the limits before it
looks at a file: one that needs more dies of it, which is an answer, too. It can write no file. ``--drivers`` instead of
LIMITS prints the names of GDAL's drivers.
"""

from __future__ import annotations

import ctypes
import importlib.util
import json
import os
import resource
import signal
import sys
from pathlib import Path
from typing import Any

_BOOTSTRAP = Path(__file__).resolve().parent.parent.parent / "core" / "worker" / "bootstrap.py"
#: Rows and columns that are read at once, in whole blocks.
_PIECE = 512
_OPEN_FILES = 64
_PR_SET_PDEATHSIG = 1


def main() -> int:
    """Answer each request; returns the exit status."""
    if sys.argv[1] == "--drivers":
        sys.stdout.write(json.dumps(driver_names()) + "\n")
        return 0
    limits = json.loads(sys.argv[1])
    if not end_with(limits["parent"]):
        return 1
    limit(limits["memory"])
    answers = os.dup(1)
    # Whatever libraries print is not an answer.
    os.dup2(2, 1)
    import rasterio

    with rasterio.Env(GDAL_CACHEMAX=64, GDAL_NUM_THREADS="1") as env:
        if not set(env.drivers()) <= {"GTiff", "MEM", "Memory"}:
            raise RuntimeError("GDAL has drivers that it should not have")
        for line in sys.stdin.buffer:
            os.write(answers, json.dumps(guarded(json.loads(line), limits)).encode("ascii") + b"\n")
    return 0


def end_with(parent: int) -> bool:
    """Have the system kill this process when its parent ends (Linux); False where that is no more.

    A thread that waits for the parent's end would not do: it has to wait itself while a library's call does not return.
    The signal comes when the *thread* ends that started this process, which waits for it.
    """
    if sys.platform.startswith("linux"):
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    # It may have ended before.
    return os.getppid() == parent


def limit(memory: int) -> None:
    """Limits of the whole process: address space, no files written, few open, no memory image left behind."""
    for kind, value in (
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_NOFILE, _OPEN_FILES),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(kind, (value, value))


def guarded(request: dict[str, Any], limits: dict[str, Any]) -> dict[str, Any]:
    """The answer to a request within its time; the system ends the process when that is over."""
    usage = resource.getrusage(resource.RUSAGE_SELF)
    used = int(usage.ru_utime + usage.ru_stime)
    hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
    resource.setrlimit(resource.RLIMIT_CPU, (used + limits["cpu"], hard))
    # No handler: the alarm ends the process also in the middle of a library's call.
    signal.alarm(limits["wall"])
    try:
        return answer(request, limits)
    except Exception as error:  # noqa: BLE001 -- whatever a library raises about a stranger's file, it is the file's fault
        return {"error": {"kind": type(error).__name__}}
    finally:
        signal.alarm(0)


def answer(request: dict[str, Any], limits: dict[str, Any]) -> dict[str, Any]:
    """Compare a file with its header, resolve a grid on it, and decode all of it, as far as the request says."""
    import rasterio

    with rasterio.open(request["path"], driver="GTiff", sharing=False) as dataset:
        found = {"width": dataset.width, "height": dataset.height, "bands": dataset.count, "dtype": dataset.dtypes[0]}
        if found != request["expect"] or len(set(dataset.dtypes)) != 1:
            return {"error": {"kind": "OtherThanItsHeader"}}
        wkt = dataset.crs.to_wkt() if dataset.crs is not None else ""
        if "grids=" in wkt.replace("grids=@null", ""):
            return {"error": {"kind": "NamesFiles"}}
        levels = len(dataset.overviews(1))
        if request["pixels"]:
            check_blocks(request, limits["block"])
            read_all(dataset, limits["block"])
    for level in range(levels if request["pixels"] else 0):
        with rasterio.open(request["path"], driver="GTiff", sharing=False, overview_level=level) as overview:
            read_all(overview, limits["block"])
    return {"facts": {**found, "grid": resolved(request["grid"])}}


def check_blocks(request: dict[str, Any], most: int) -> None:
    """Look at the blocks of each image of a file before one is decoded, as GDAL shows no mask's through the raster.

    Raises:
        ValueError: they are larger than ``most``.
    """
    import rasterio

    for number in range(1, request["images"] + 1):
        name = f"GTIFF_DIR:{number}:{request['path']}"
        with rasterio.open(name, driver="GTiff", sharing=False) as image:
            if block_bytes(image) > most:
                raise ValueError("its blocks are larger than its header says")


def block_bytes(dataset: Any) -> int:
    """Bytes that GDAL needs for a block of an open raster."""
    rows, columns = dataset.block_shapes[0]
    return int(rows) * int(columns) * pixel_bytes(dataset)


def pixel_bytes(dataset: Any) -> int:
    """Bytes of a pixel of an open raster, with all bands where they are in one block."""
    import numpy as np
    from rasterio.enums import Interleaving

    together = dataset.interleaving is Interleaving.pixel
    return int(np.dtype(dataset.dtypes[0]).itemsize) * (int(dataset.count) if together else 1)


def read_all(dataset: Any, most: int) -> None:
    """Decode every pixel and mask of an open raster and forget it, in pieces of whole blocks."""
    from rasterio.enums import Interleaving, MaskFlags
    from rasterio.windows import Window

    rows, columns = dataset.block_shapes[0]
    together = dataset.interleaving is Interleaving.pixel
    pixel = pixel_bytes(dataset)
    if block_bytes(dataset) > most:
        raise ValueError("its blocks are larger than its header says")
    high, wide = rows * max(1, _PIECE // rows), columns * max(1, _PIECE // columns)
    if high * wide * pixel > most:
        high, wide = rows, columns
    masked = MaskFlags.per_dataset in dataset.mask_flag_enums[0]
    for row in range(0, dataset.height, high):
        for column in range(0, dataset.width, wide):
            window = Window(column, row, min(wide, dataset.width - column), min(high, dataset.height - row))
            for group in [list(dataset.indexes)] if together else [[index] for index in dataset.indexes]:
                dataset.read(group, window=window)
            if masked:
                dataset.dataset_mask(window=window)


def resolved(spec: dict[str, Any] | None) -> dict[str, Any] | None:
    """Size of the grid that a job gets from this raster, or the error that it gives."""
    if spec is None:
        return None
    module = importlib.util.spec_from_file_location("scenefill_bootstrap", str(_BOOTSTRAP))
    if module is None or module.loader is None:
        raise ImportError(f"{_BOOTSTRAP} is no Python module")
    bootstrap = importlib.util.module_from_spec(module)
    module.loader.exec_module(bootstrap)
    bootstrap.register()
    raster = importlib.import_module("scenefill.core.raster")
    parts = importlib.import_module("scenefill.core.job_parts")
    errors = importlib.import_module("scenefill.core.errors")
    try:
        grid = raster.resolve_grid(parts.GridSpec(spec["like"], tuple(spec["extent"]), spec["crs"]))
    except errors.SceneFillError as error:
        return {"error": error.to_dict()}
    return {"width": grid.width, "height": grid.height}


def driver_names() -> list[str]:
    """Names of all drivers of GDAL, of each library that brings one."""
    names: set[str] = set()
    import rasterio

    with rasterio.Env() as env:
        names.update(env.drivers())
    if importlib.util.find_spec("pyogrio") is not None:
        import pyogrio

        names.update(pyogrio.list_drivers())
    return sorted(names)


if __name__ == "__main__":
    sys.exit(main())
