"""The pixels that a form would draw on: cheap enough for the main thread, and the very ones that the engine draws."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Optional

from qgis.core import QgsCoordinateReferenceSystem, QgsUnitTypes

from ...core.errors import SceneFillError
from ...core.grid import Grid
from ...core.job_parts import SIDE, Extent
from ...core.modalities import registry
from ..form import Area, Form, InputRow, LayerRef
from ..i18n import tr
from .crs import crs_of, transform_extent, transform_points

#: Metres; what Sentinel-1 and -2 have, and what the model knows best.
DEFAULT_PIXEL_SIZE = 10.0
_SNAP = 1e-3


@dataclass(frozen=True)
class WorkingGrid:
    """The pixels of the result.

    Attributes:
        crs: ``EPSG:n`` or WKT.
        pixel_size: (x, y) in units of the CRS; pixel_unit: those, abbreviated (``m``, ``°``).
        width, height: pixels.
        extent: on pixel edges, in ``crs``.
        like: name of the layer whose pixels these are; empty where no layer decides.
        reason: why these pixels, a sentence for the user.
    """

    crs: str
    pixel_size: tuple[float, float]
    pixel_unit: str
    width: int
    height: int
    extent: Extent
    like: str
    reason: str

    @property
    def pixels(self) -> int:
        return self.width * self.height


def working_grid(form: Form) -> WorkingGrid:
    """The grid of a form: pixels of the layer to fill; else of the finest input; else of the area's own CRS.

    The area is cut to the layer to fill, or to the bounds of all inputs: beyond them nothing is observed.

    Raises:
        SceneFillError: ``no-area``, ``no-crs``, ``no-overlap``, ``antimeridian``, ``too-large``, ``bad-fill``,
            ``bad-value`` for a pixel size that is none.
    """
    area = _checked(form.area)
    reference = reference_row(form)
    if reference is None:
        return _grid_of_area(form, area)
    whole = grid_of(reference.ref)
    wanted: Optional[Extent] = _data_bounds(form, whole)
    if area is not None and wanted is not None:
        wanted = _intersection(transform_extent(area.extent, area.crs, whole.crs), wanted)
    cut = None if wanted is None else whole.cut(wanted)
    if cut is None:
        raise _no_overlap(reference.ref)
    _check_size(cut.width, cut.height)
    return _described(cut, reference.ref, _reason(form, reference))


def reference_row(form: Form) -> Optional[InputRow]:
    """The row whose pixels the result has; None where no layer decides.

    Raises:
        SceneFillError: ``bad-fill`` when the layer to fill is none, ``no-crs`` when it lies nowhere.
    """
    if form.wish.kind == "fill":
        return _row_to_fill(form)
    if form.wish.kind == "imagine":
        return None
    usable = _placed(form)
    chosen = form.wish.like
    if chosen is not None and 0 <= chosen < len(form.inputs) and form.inputs[chosen] in usable:
        return form.inputs[chosen]
    # Heights lie beside the observations: their pixels say nothing of what is to be drawn.
    moving = [row for row in usable if not _is_static(row)] or usable
    return min(moving, key=lambda row: _ground_size(row.ref), default=None)


def _placed(form: Form) -> list[InputRow]:
    """Rows whose pixels lie somewhere: all but pictures of web services and layers without a CRS."""
    return [row for row in form.inputs if row.ref.width > 0 and row.ref.crs and not row.ref.is_picture]


def grid_of(ref: LayerRef) -> Grid:
    """All pixels of a layer."""
    xmin, ymin, xmax, ymax = ref.extent
    transform = ((xmax - xmin) / ref.width, 0.0, xmin, 0.0, -(ymax - ymin) / ref.height, ymax)
    return Grid(ref.crs, transform, ref.width, ref.height)


def _row_to_fill(form: Form) -> InputRow:
    index = form.wish.fill
    if index is None or not 0 <= index < len(form.inputs):
        raise SceneFillError("bad-fill", "There is no layer to fill.", "Choose the layer whose gaps are to be filled.")
    row = form.inputs[index]
    if row.ref.is_picture or row.ref.width < 1:
        raise SceneFillError(
            "bad-fill",
            f"'{row.ref.name}' is the picture of a web service and cannot be filled.",
            "Choose a raster file.",
        )
    if not row.ref.crs:
        raise _no_crs(row.ref)
    return row


def _is_static(row: InputRow) -> bool:
    return bool(row.modalities) and all(registry()[modality].static for modality in row.modalities)


def _ground_size(ref: LayerRef) -> float:
    """Pixel size in metres, roughly: enough to tell which layer is finer."""
    grid, crs = grid_of(ref), crs_of(ref.crs)
    size = math.sqrt(grid.pixel_size[0] * grid.pixel_size[1]) * _metres_per_unit(crs)
    if not crs.isGeographic():
        return size
    latitude = min(89.0, abs(ref.extent[1] + ref.extent[3]) / 2.0)
    return size * math.sqrt(math.cos(math.radians(latitude)))


def _metres_per_unit(crs: QgsCoordinateReferenceSystem) -> float:
    return float(QgsUnitTypes.fromUnitToUnitFactor(crs.mapUnits(), crs_of("EPSG:32632").mapUnits()))


def _data_bounds(form: Form, whole: Grid) -> Extent:
    """The bounds of what there is, in the grid's CRS: of the layer to fill, or of all inputs."""
    if form.wish.kind == "fill":
        return whole.bounds
    rows = _placed(form)
    if form.area is None:
        return transform_extent(rows[0].ref.extent, rows[0].ref.crs, whole.crs)
    boxes = [whole.bounds]
    for row in rows:
        try:
            boxes.append(transform_extent(row.ref.extent, row.ref.crs, whole.crs))
        except SceneFillError:
            continue  # a layer of the whole world has no bounds here: it widens nothing
    lows, highs = [box[:2] for box in boxes], [box[2:] for box in boxes]
    (left, bottom), (right, top) = (min(c) for c in zip(*lows)), (max(c) for c in zip(*highs))
    return left, bottom, right, top


def _grid_of_area(form: Form, area: Optional[Area]) -> WorkingGrid:
    """Pixels of no layer: whole multiples of the pixel size in the area's CRS if that is metric, else in UTM."""
    if area is None:
        raise SceneFillError("no-area", "No area is chosen.", "Draw one on the map, or use the current view.")
    text = area.crs if _is_metric(crs_of(area.crs)) else _utm_of(area)
    crs = crs_of(text)
    size = form.wish.pixel_size or DEFAULT_PIXEL_SIZE / _metres_per_unit(crs)
    if not (math.isfinite(size) and size > 0):
        raise SceneFillError("bad-value", f"A pixel of {size:g} units is none.", "Give a pixel size above 0.")
    try:
        xmin, ymin, xmax, ymax = transform_extent(area.extent, area.crs, text)
    except SceneFillError as error:
        raise _too_large("The area is too large for one map projection.") from error
    first_col, last_col = math.floor(xmin / size + _SNAP), math.ceil(xmax / size - _SNAP)
    first_row, last_row = math.floor(-ymax / size + _SNAP), math.ceil(-ymin / size - _SNAP)
    width, height = max(last_col - first_col, 1), max(last_row - first_row, 1)
    _check_size(width, height)
    grid = Grid(text, (size, 0.0, first_col * size, 0.0, -size, -first_row * size), width, height)
    return _described(grid, None, tr("No layer decides the pixels; they are those of {crs}.").format(crs=_title(crs)))


def _is_metric(crs: QgsCoordinateReferenceSystem) -> bool:
    """Whether a pixel has one size on the ground; that of the web's Mercator depends on the latitude."""
    return not crs.isGeographic() and crs.projectionAcronym() != "merc"


def _utm_of(area: Area) -> str:
    """The UTM zone of the area's centre, or the polar projection."""
    xmin, ymin, xmax, ymax = area.extent
    ((longitude, latitude),) = transform_points(area.crs, "EPSG:4326", [((xmin + xmax) / 2.0, (ymin + ymax) / 2.0)])
    if math.isnan(longitude) or abs(latitude) > 90.0:
        raise SceneFillError("no-area", "The area does not lie on the Earth.", "Check the CRS of the area.")
    if not -80.0 <= latitude <= 84.0:
        return "EPSG:32661" if latitude > 0 else "EPSG:32761"
    zone = int((longitude + 180.0) % 360.0 // 6.0) + 1
    return f"EPSG:{(32600 if latitude >= 0 else 32700) + zone}"


def _checked(area: Optional[Area]) -> Optional[Area]:
    if area is None:
        return None
    xmin, ymin, xmax, ymax = area.extent
    if not (all(math.isfinite(v) for v in area.extent) and xmin < xmax and ymin < ymax):
        raise SceneFillError("no-area", "The area is empty.", "Draw one on the map, or use the current view.")
    return area


def _intersection(first: Extent, second: Extent) -> Optional[Extent]:
    xmin, ymin = max(first[0], second[0]), max(first[1], second[1])
    xmax, ymax = min(first[2], second[2]), min(first[3], second[3])
    return (xmin, ymin, xmax, ymax) if xmin < xmax and ymin < ymax else None


def _check_size(width: int, height: int) -> None:
    if max(width, height) > SIDE[1]:
        raise _too_large(f"The area has {width} × {height} pixels, and {SIDE[1]} along a side are possible.")


def _described(grid: Grid, like: Optional[LayerRef], reason: str) -> WorkingGrid:
    return WorkingGrid(
        crs=grid.crs,
        pixel_size=grid.pixel_size,
        pixel_unit=_unit(crs_of(grid.crs)),
        width=grid.width,
        height=grid.height,
        extent=grid.bounds,
        like="" if like is None else like.name,
        reason=reason,
    )


def _unit(crs: QgsCoordinateReferenceSystem) -> str:
    return "°" if crs.isGeographic() else str(QgsUnitTypes.toAbbreviatedString(crs.mapUnits()))


def _title(crs: QgsCoordinateReferenceSystem) -> str:
    return str(crs.authid() or crs.description())


def _reason(form: Form, reference: InputRow) -> str:
    name = reference.ref.name
    if form.wish.kind == "fill":
        return tr("Pixels of '{name}', the layer to fill.").format(name=name)
    if len(form.inputs) == 1 or form.wish.like is not None:
        return tr("Pixels of '{name}'.").format(name=name)
    return tr("Pixels of '{name}', the finest input.").format(name=name)


def _no_overlap(ref: LayerRef) -> SceneFillError:
    return SceneFillError(
        "no-overlap",
        f"The area does not touch '{ref.name}'.",
        "Choose an area within the layer, and check that the layer's CRS is right.",
        {"layer": ref.name},
    )


def _no_crs(ref: LayerRef) -> SceneFillError:
    return SceneFillError(
        "no-crs",
        f"'{ref.name}' has no coordinate reference system.",
        "Set it in the layer's properties.",
        {"layer": ref.name},
    )


def _too_large(problem: str) -> SceneFillError:
    return SceneFillError("too-large", problem, "Choose a smaller area or larger pixels.")
