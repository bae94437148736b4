"""``find_clouds``: the clouds and shadows of one layer as a mask on its own pixels; no model, and nothing is drawn.

A pixel is a cloud here exactly where a gap of kind ``clouds`` with the same threshold and the same ``grow`` has it: the
same reading at the same places of the absolute lattice, so that a mask can be looked at, corrected and filled by.
"""

from __future__ import annotations

import errno
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import rasterio
from rasterio.errors import RasterioError

from ... import __version__
from .. import job_parts as limits
from ..errors import JobCancelled, SceneFillError
from ..feedback import Feedback, StageFeedback
from ..grid import Grid, Window
from ..job import GapSource, GridSpec, Input
from ..job_json import Node
from ..modalities import registry
from ..raster import LayerSource, resolve_grid
from ..raster_bands import TILE, tile_window
from ..units import units_of
from ..worker.protocol import CloudMask, CloudsRequest
from .outputs import RasterSpec, RasterWriter, check_replaceable
from .pipeline import GDAL_OPTIONS
from .space import COPIES
from .specs import MASK_COLORS

#: What the raster is, in its tags.
KIND = "clouds"
CLEAR, CLOUD, NO_DATA = 0, 1, 255
CATEGORIES = ("clear", "cloud or shadow")
#: Shares of the progress bar: (start, end) by stage.
STAGES = {"read-inputs": (0.0, 0.02), "clouds": (0.02, 0.95), "write": (0.95, 1.0)}
#: Bands without which nothing can be found; where one of them has no data, nothing is known.
_VISIBLE = ("blue", "green", "red")


def find_clouds(request: CloudsRequest, feedback: Feedback | None = None) -> CloudMask:
    """Look for clouds and shadows in a layer and write them as a Cloud Optimized GeoTIFF.

    The mask is uint8: :data:`CLOUD`, :data:`CLEAR`, and :data:`NO_DATA` (its nodata value) where one of the visible
    bands has none. It has the layer's CRS, transform and size. Memory holds a few windows, whatever the layer's size.

    Args:
        request: the layer, what its bands are, and where the mask goes. A mask of clouds that lies there is replaced.
        feedback: is told progress by stage (``read-inputs``, ``clouds``, ``write``) and the method, and asked between
            windows whether to stop.

    Returns:
        The absolute path of the mask, and how much of the layer is cloud or without data.

    Raises:
        SceneFillError: ``bad-value``, ``wrong-type``, ``unknown-modality`` for a request that no job could make either;
            ``no-bands-for-clouds``, ``rotated-grid`` for a layer that does not lie north up, and those of opening it;
            ``output-exists`` for a file that is no mask of clouds, ``folder-not-writable``, ``cannot-write``,
            ``disk-full``.
        JobCancelled: nothing is left behind then, nor after an error.
    """
    seen, out = feedback or Feedback(), Path(request.path).absolute()
    stage = _stage(seen, "read-inputs")
    stage.progress(0.0)
    item = _input_of(request)
    try:
        with rasterio.Env(**GDAL_OPTIONS):
            grid = resolve_grid(GridSpec(like=item.path))
            with LayerSource(item, grid, seen) as layer:
                if not layer.on_grid:
                    raise SceneFillError(
                        "rotated-grid",
                        f"'{layer.name}' does not lie north up.",
                        "Warp it to a north-up grid first, for example with 'Warp (reproject)' in QGIS.",
                    )
                check_replaceable(out, KIND, "mask of clouds")
                with _folder_beside(out) as aside:
                    _check_space(aside, grid)
                    stage.progress(1.0)
                    found = _write(layer, out, aside, request, seen)
    except JobCancelled as cancelled:
        cancelled.message, cancelled.hint = "Cancelled; no mask was written.", ""
        raise
    except RasterioError as error:
        # Of reading: what goes wrong while the mask is written has its error by now.
        raise SceneFillError(
            "unreadable-raster",
            f"'{Path(item.path).name}' cannot be read to its end.",
            "Copy it again, or save it as a GeoTIFF: it may be damaged.",
            {"path": item.path, "cause": str(error)},
        ) from error
    seen.progress(1.0, "write")
    return found


def _write(layer: LayerSource, out: Path, aside: Path, request: CloudsRequest, feedback: Feedback) -> CloudMask:
    """Write the mask in ``aside``, window by window, and give it its name when it is whole."""
    grid = layer.grid
    with _writing(out):
        writer = RasterWriter(out, aside, _spec(layer, request))
    counts = np.zeros(256, dtype=np.int64)
    try:
        windows = _windows(grid)
        stage = _stage(feedback, "clouds")
        for number, window in enumerate(windows):
            feedback.raise_if_cancelled()
            mask = _mask(layer, window)
            counts += np.bincount(mask.ravel(), minlength=256)
            with _writing(out):
                writer.write(window, mask[None])
            stage.progress((number + 1) / len(windows))
        feedback.raise_if_cancelled()
        _stage(feedback, "write").progress(0.0)
        with _writing(out):
            writer.finish(min(4, os.cpu_count() or 1))
    except BaseException:
        writer.abandon()
        raise
    observed = int(counts[CLEAR] + counts[CLOUD])
    return CloudMask(
        str(out),
        clouds=float(counts[CLOUD]) / max(observed, 1),
        nodata=float(counts[NO_DATA]) / (grid.height * grid.width),
    )


def _windows(grid: Grid) -> list[Window]:
    """The grid in the tiles of the absolute lattice that clouds are found in, row-major."""
    parts = (tile_window(*tile).intersection(grid.window) for tile in grid.window.tiles(TILE))
    return [part for part in parts if part is not None]


def _mask(layer: LayerSource, window: Window) -> np.ndarray:
    """``(H, W)`` uint8 of a window of the lattice."""
    found = layer.gap(window)
    _, there = layer.read_stored(_VISIBLE, window)
    return np.where(there.all(axis=0), np.where(found, CLOUD, CLEAR), NO_DATA).astype(np.uint8)


def _spec(layer: LayerSource, request: CloudsRequest) -> RasterSpec:
    facts = {"KIND": KIND, "VERSION": __version__, "CLOUDS_GROW": str(request.grow)}
    if request.threshold is not None:
        facts["CLOUDS_THRESHOLD"] = f"{request.threshold:g}"
    return RasterSpec(
        grid=layer.grid,
        dtype="uint8",
        descriptions=("clouds",),
        nodata=NO_DATA,
        tags={
            **{f"SCENEFILL_{name}": value for name, value in facts.items()},
            "TIFFTAG_SOFTWARE": f"SceneFill {__version__}",
            "AREA_OR_POINT": layer.profile.tags.get("AREA_OR_POINT", "Area"),
        },
        band_tags=({f"CATEGORY_{value}": name for value, name in enumerate(CATEGORIES)},),
        colormap=MASK_COLORS,
        categories=CATEGORIES,
        resampling="NEAREST",
    )


def _input_of(request: CloudsRequest) -> Input:
    """The layer as a job would name it, held to the rules of a job, with its clouds for a gap."""
    modality = Node(request.modality, "modality").choice(registry().ids, "unknown-modality", "a known modality")
    taken: dict[int, str] = {}
    for name, node in Node(dict(request.bands), "bands").mapping(limits.MAX_BANDS).items():
        other = taken.setdefault(node.integer(*limits.BAND_INDEX), name)
        if other != name:
            node.fail("bad-value", f"is band {node.value}, as `{other}` is", "Give each name its own band.")
    if request.scale is not None and Node(request.scale, "scale").number() == 0:
        Node(request.scale, "scale").fail("bad-value", "is 0", "Leave it out to have it guessed.")
    if request.offset is not None:
        Node(request.offset, "offset").number()
    if request.unit is not None:
        Node(request.unit, "unit").choice(units_of(registry()[modality]), what=f"a unit of {modality}")
    if request.threshold is not None:
        Node(request.threshold, "threshold").number(0.0, 1.0)
    gap = GapSource("clouds", threshold=request.threshold, grow=Node(request.grow, "grow").integer(*limits.GROW))
    bands = {name: index for index, name in taken.items()}
    path = str(Path(request.layer).absolute())
    return Input(modality, path, bands, request.scale, request.offset, request.unit, gaps=(gap,))


@contextmanager
def _folder_beside(out: Path) -> Iterator[Path]:
    """A hidden folder for what is not complete, on the disk of the mask; gone afterwards.

    Raises:
        SceneFillError: ``folder-not-writable``.
    """
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        folder = Path(tempfile.mkdtemp(prefix=f".{out.name}.", dir=out.parent))
    except OSError as error:
        raise SceneFillError(
            "folder-not-writable",
            f"Nothing can be written to '{out.parent}': {error.strerror}.",
            "Choose another folder.",
        ) from error
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _check_space(folder: Path, grid: Grid) -> None:
    needed, free = int(COPIES * grid.width * grid.height), shutil.disk_usage(folder).free
    if free < needed:
        raise SceneFillError(
            "disk-full",
            f"The disk of '{folder.parent}' has {free / 1e9:.1f} GB free; the mask needs up to {needed / 1e9:.1f} GB "
            "while it is made.",
            "Free some space, or choose another file.",
            {"free": free, "needed": needed},
        )


@contextmanager
def _writing(out: Path) -> Iterator[None]:
    """What goes wrong while the mask is written.

    Raises:
        SceneFillError: ``cannot-write``, ``disk-full``.
    """
    try:
        yield
    except (OSError, RasterioError) as error:
        # GDAL says it in words only.
        full = getattr(error, "errno", None) == errno.ENOSPC or "No space left" in str(error)
        raise SceneFillError(
            "disk-full" if full else "cannot-write",
            f"The mask could not be written to '{out.parent}'.",
            "Check that the disk has room, or choose another folder.",
            {"path": str(out), "cause": str(error)},
        ) from error


def _stage(feedback: Feedback, name: str) -> StageFeedback:
    return StageFeedback(feedback, *STAGES[name], name)
