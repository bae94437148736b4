"""How a layer fits the area: what the table of inputs says about each row."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Optional

import numpy as np

from ...core.errors import SceneFillError
from ..form import Area, InputRow
from ..i18n import tr
from .crs import net, same_crs, transform_points
from .grid import WorkingGrid
from .guess import assumed
from .inspect import LayerFacts

#: Points along each side of the area at which the layer is looked for.
_POINTS = 24
#: Below this share of the area a layer helps little, and the user should know.
_LITTLE = 0.5
_WORTH_SAYING = 0.005
_SIZE_TOLERANCE = 0.01


@dataclass(frozen=True)
class RowStatus:
    """Status of a row.

    Attributes:
        level: ``ok``, ``warning`` (works, but look at it) or ``error`` (the row cannot be used).
        text: why, in the user's language.
        coverage: share of the area that valid pixels of the layer cover, 0..1; of the whole layer without an area.
    """

    level: str
    text: str
    coverage: float


def row_status(
    row: InputRow, area: Optional[Area], facts: Optional[LayerFacts], grid: Optional[WorkingGrid] = None
) -> RowStatus:
    """How a row fits. Plain data only: for any thread, and quick.

    Args:
        row: the layer in its role.
        area: the area to work on; None for the whole layer.
        facts: of the layer; None while they are being read.
        grid: the pixels to draw on, to tell what will be warped; None while there are none.
    """
    problem = _problem(row, facts)
    if problem:
        return RowStatus("error", problem, 0.0)
    try:
        inside, valid = _coverage(row, area, facts)
    except SceneFillError as error:
        return RowStatus("error", error.message, 0.0)
    if inside == 0.0:
        return RowStatus("error", tr("does not touch the area"), 0.0)
    coverage = inside * valid
    notes: list[str] = []
    if row.ref.is_picture:
        notes.append(tr("picture of a web service: colours, no measurements"))
    elif row.ref.is_service:
        notes.append(tr("will be copied to a GeoTIFF first"))
    if area is not None and not row.ref.is_picture:
        notes.append(tr("covers {share} of the area").format(share=_percent(inside)))
    if 1.0 - valid >= _WORTH_SAYING:
        notes.append(tr("{share} nodata").format(share=_percent(1.0 - valid)))
    notes += _resampling(row, grid)
    unit = assumed(row)
    if unit and not row.ref.is_picture:
        notes.append(tr("unit assumed: {unit}").format(unit=unit))
    level = "warning" if row.ref.is_picture or coverage < _LITTLE else "ok"
    return RowStatus(level, "; ".join(notes) or tr("ready"), coverage)


def _problem(row: InputRow, facts: Optional[LayerFacts]) -> str:
    """What keeps the row from being used; empty for nothing."""
    if not row.ref.crs:
        return tr("has no coordinate reference system: set it in the layer's properties")
    if not row.modalities:
        return tr("its bands are not known: choose what they are")
    if facts is None or row.ref.is_picture:
        return ""
    if facts.is_complex:
        return tr("holds complex numbers: use detected backscatter")
    if facts.transform is None:
        return tr("is not georeferenced: georeference it and save it as a GeoTIFF")
    if facts.is_rotated:
        return tr("lies on a rotated grid: warp it first")
    most = max(row.bands.values())
    if most > facts.raster.count:
        return tr("has no band {band}: correct its bands").format(band=most)
    return ""


def _coverage(row: InputRow, area: Optional[Area], facts: Optional[LayerFacts]) -> tuple[float, float]:
    """(share of the area inside the layer's extent, share of valid pixels there)."""
    validity = np.ones((1, 1), np.float32) if facts is None else facts.validity
    if area is None:
        return 1.0, float(validity.mean())
    xmin, ymin, xmax, ymax = row.ref.extent
    points = transform_points(area.crs, row.ref.crs, _centres(area))
    x, y = (np.array(values) for values in zip(*points))
    with np.errstate(invalid="ignore"):
        inside = (x >= xmin) & (x < xmax) & (y > ymin) & (y <= ymax)
    if not inside.any():
        # A layer may be smaller than the spaces between the points.
        return (_tiny(row, area), float(validity.mean()))
    rows = ((ymax - y[inside]) / (ymax - ymin) * validity.shape[0]).astype(int)
    columns = ((x[inside] - xmin) / (xmax - xmin) * validity.shape[1]).astype(int)
    last_row, last_column = validity.shape[0] - 1, validity.shape[1] - 1
    seen = validity[np.minimum(rows, last_row), np.minimum(columns, last_column)]
    return float(inside.mean()), float(seen.mean())


def _centres(area: Area) -> list[tuple[float, float]]:
    """Centres of the cells of a net over the area."""
    xmin, ymin, xmax, ymax = area.extent
    dx, dy = (xmax - xmin) / _POINTS / 2.0, (ymax - ymin) / _POINTS / 2.0
    return net((xmin + dx, ymin + dy, xmax - dx, ymax - dy), _POINTS)


def _tiny(row: InputRow, area: Area) -> float:
    """Share of the area under a layer that no point of the net fell on, by its own corners; 0 for none."""
    corners = net(row.ref.extent, 5)
    points = [point for point in transform_points(row.ref.crs, area.crs, corners) if not math.isnan(point[0])]
    xmin, ymin, xmax, ymax = area.extent
    if not any(xmin < x < xmax and ymin < y < ymax for x, y in points):
        return 0.0
    width = max(x for x, _ in points) - min(x for x, _ in points)
    height = max(y for _, y in points) - min(y for _, y in points)
    return min(1.0, max(width * height / ((xmax - xmin) * (ymax - ymin)), 1e-9))


def _resampling(row: InputRow, grid: Optional[WorkingGrid]) -> list[str]:
    """What will happen to the layer's pixels on their way to the grid."""
    if grid is None or row.ref.is_picture or row.ref.width < 1:
        return []
    if not same_crs(row.ref.crs, grid.crs):
        return [tr("other CRS: will be warped")]
    xmin, ymin, xmax, ymax = row.ref.extent
    size = (xmax - xmin) / row.ref.width, (ymax - ymin) / row.ref.height
    if all(abs(own / wanted - 1.0) < _SIZE_TOLERANCE for own, wanted in zip(size, grid.pixel_size)):
        return []
    return [tr("pixels of {size:.4g} {unit}: will be resampled").format(size=size[0], unit=grid.pixel_unit)]


def _percent(share: float) -> str:
    """Whole percents, and never 0 or 100 for what is not."""
    if share >= 1.0:
        return "100 %"
    shown = min(max(round(100.0 * share), 1), 99)
    return f"< {shown} %" if 100.0 * share < 0.5 else f"{shown} %"
