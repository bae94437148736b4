"""One picture of a job: what went in, what was missing, what came out and how far to trust it."""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import rasterio
from PIL import Image, ImageDraw, ImageFont
from rasterio.enums import Resampling

from ..feedback import Feedback
from ..grid import Grid
from ..job import Input, Job
from ..modalities import Modality, registry
from ..raster import LayerSource, resolve_grid
from .pipeline import GDAL_OPTIONS
from .result import SYNTHETIC, OutputFile, Result
from .specs import CATEGORIES, COLORS

SIDE = 340
COLUMNS = 4
GAP, CAPTION, HEADER = 12, 36, 56
INK, PAPER, ABSENT = (30, 30, 30), (250, 250, 248), np.array([205, 205, 205], np.uint8)
_GAP_COLOR = np.array([214, 72, 72], np.float32)


@dataclasses.dataclass(frozen=True)
class Panel:
    """A picture ``(H, W, 3)`` uint8, and one or two lines under it."""

    pixels: np.ndarray
    caption: str


def write_sheet(job: Job, result: Result, path: str | Path) -> Path:
    """Write a contact sheet as PNG.

    Args:
        job: the job.
        result: what came of it.
        path: of the PNG; written aside and renamed.
    """
    with rasterio.Env(**GDAL_OPTIONS):
        grid = _small(resolve_grid(job.grid))
        panels = [*_input_panels(job, result, grid)]
        for output in result.outputs:
            if output.kind in ("data", "sample"):
                panels += _data_panels(job, output, grid)
        panels += [_spread_panel(output, grid) for output in result.outputs if output.kind == "spread"]
        panels += [_provenance_panel(output, grid) for output in result.outputs if output.kind == "provenance"]
    return _save(_arrange(job.title or "SceneFill", panels), Path(path))


def style_image(modality: Modality, values: np.ndarray, mask: np.ndarray) -> np.ndarray:
    """``(C, H, W)`` physical values and mask to ``(H, W, 3)`` uint8 in the registry's style; absent pixels are grey."""
    ids = list(modality.band_ids)
    channels = [ids.index(band) for band in modality.style["bands"]]
    low = np.broadcast_to(np.asarray(modality.style["min"], np.float32), (len(channels),))
    high = np.broadcast_to(np.asarray(modality.style["max"], np.float32), (len(channels),))
    planes = [np.clip((values[c] - low[i]) / (high[i] - low[i]), 0, 1) for i, c in enumerate(channels)]
    if len(planes) == 1:
        planes = planes * 3
    image = np.rint(np.stack(planes, axis=-1) * 255).astype(np.uint8)
    image[~mask[channels].all(axis=0)] = ABSENT
    return image


def _small(grid: Grid) -> Grid:
    """The job's extent in pixels of a panel."""
    factor = max(1, math.ceil(max(grid.width, grid.height) / SIDE))
    a, _, c, _, e, f = grid.transform
    width, height = max(1, grid.width // factor), max(1, grid.height // factor)
    return Grid(grid.crs, (a * factor, 0.0, c, 0.0, e * factor, f), width, height)


def _layer_images(item: Input, grid: Grid) -> Iterator[tuple[Modality, np.ndarray]]:
    """One picture per modality of a layer that can be shown in its style."""
    with LayerSource(item, grid, Feedback()) as layer:
        for modality_id, (values, mask) in layer.read(grid.window, hide_gaps=False).items():
            modality = registry()[modality_id]
            if set(modality.style["bands"]) <= set(item.bands):
                yield modality, style_image(modality, values, mask)


def _input_panels(job: Job, result: Result, grid: Grid) -> Iterator[Panel]:
    for index, item in enumerate(job.inputs):
        label = f"input {index}: {Path(item.path).name}" + (f", {item.date}" if item.date else "")
        images = list(_layer_images(item, grid))
        for modality, image in images:
            yield Panel(image, f"{modality.title}\n{label}")
        names = [target.modality for target in job.targets if target.fill == index]
        gap = _gap_of(names, result, grid) if names else None
        if gap is not None and images:
            tinted = images[0][1].astype(np.float32)
            tinted[gap] = 0.35 * tinted[gap] + 0.65 * _GAP_COLOR
            yield Panel(np.rint(tinted).astype(np.uint8), f"Gaps ({gap.mean():.0%} of the area)\n{label}")


def _gap_of(modalities: Sequence[str], result: Result, grid: Grid) -> np.ndarray | None:
    """Where a filled layer was drawn, from its provenance."""
    for output in result.outputs:
        if output.kind == "provenance" and Path(output.path).name.startswith(f"{modalities[0]}_filled"):
            provenance = _classes(output.path, grid)
            return (provenance > 0) & (provenance < len(CATEGORIES))
    return None


def _data_panels(job: Job, output: OutputFile, grid: Grid) -> list[Panel]:
    item = _as_input(job, output)
    name = Path(output.path).name
    return [
        Panel(image, f"{modality.title}\n{name}")
        for modality, image in _layer_images(item, grid)
        if modality.id in output.modalities
    ]


def _as_input(job: Job, output: OutputFile) -> Input:
    """An output read as an input would be: a filled layer like its source, a new one by what its file says."""
    with rasterio.open(output.path) as dataset:
        count, descriptions = dataset.count, dataset.descriptions
        scale, offset = dataset.scales[0], dataset.offsets[0]
    filled = {target.modality: target.fill for target in job.targets if target.fill is not None}
    for modality, index in filled.items():
        if Path(output.path).name.startswith(f"{modality}_filled"):
            return dataclasses.replace(job.inputs[index], path=output.path, gaps=())
    modality_id = output.modalities[0]
    bands = {descriptions[i]: i + 1 for i in range(count)}
    return Input(modality_id, output.path, bands, scale, offset, registry()[modality_id].unit)


def _spread_panel(output: OutputFile, grid: Grid) -> Panel:
    """Standard deviation of the first band, black to yellow up to its 98th percentile."""
    with rasterio.open(output.path) as dataset:
        shape = (grid.height, grid.width)
        values = dataset.read(1, out_shape=shape, resampling=Resampling.average)
        unit, name = dataset.units[0] or "", dataset.descriptions[0] or ""
    drawn = values[values > 0]
    top = float(np.percentile(drawn, 98)) if drawn.size else 1.0
    level = np.clip(values / max(top, 1e-9), 0, 1)[..., None]
    image = np.rint(level * np.array([255, 220, 90]) + (1 - level) * np.array([20, 20, 45])).astype(np.uint8)
    return Panel(image, f"{name}: up to {top:.2g} {unit}\n{Path(output.path).name}")


def _provenance_panel(output: OutputFile, grid: Grid) -> Panel:
    values = _classes(output.path, grid)
    image = np.empty((*values.shape, 3), np.uint8)
    image[...] = ABSENT
    for value, color in COLORS.items():
        if color[3]:
            image[values == value] = color[:3]
    shares = [f"{(values == value).mean():.0%} {word}" for value, word in ((0, "observed"), (1, "near"), (2, "other"))]
    return Panel(image, f"Provenance: {', '.join(shares)}\n{Path(output.path).name}")


def _classes(path: str, grid: Grid) -> np.ndarray:
    with rasterio.open(path) as dataset:
        return dataset.read(1, out_shape=(grid.height, grid.width), resampling=Resampling.nearest)


def _arrange(title: str, panels: Sequence[Panel]) -> Image.Image:
    pictures = [_scaled(panel.pixels) for panel in panels]
    columns = min(COLUMNS, max(1, len(panels)))
    rows = math.ceil(len(panels) / columns)
    height = max((picture.height for picture in pictures), default=0)
    step = height + CAPTION + GAP
    sheet = Image.new("RGB", (columns * (SIDE + GAP) + GAP, HEADER + rows * step + GAP), PAPER)
    pen = ImageDraw.Draw(sheet)
    pen.text((GAP, GAP), title, INK, font=ImageFont.load_default(20))
    pen.text((GAP, GAP + 24), f"SceneFill: drawn pixels are {SYNTHETIC}.", INK, font=ImageFont.load_default(13))
    small = ImageFont.load_default(12)
    for number, (panel, picture) in enumerate(zip(panels, pictures)):
        x = GAP + (number % columns) * (SIDE + GAP)
        y = HEADER + (number // columns) * step
        sheet.paste(picture, (x, y))
        pen.multiline_text((x, y + height + 2), panel.caption, INK, font=small, spacing=2)
    return sheet


def _scaled(pixels: np.ndarray) -> Image.Image:
    picture = Image.fromarray(pixels)
    scale = SIDE / max(picture.size)
    size = (max(1, round(picture.width * scale)), max(1, round(picture.height * scale)))
    return picture.resize(size, Image.Resampling.NEAREST)


def _save(sheet: Image.Image, path: Path) -> Path:
    aside = path.with_name(path.name + ".part")
    path.parent.mkdir(parents=True, exist_ok=True)
    sheet.save(aside, format="PNG", optimize=True)
    aside.replace(path)
    return path
