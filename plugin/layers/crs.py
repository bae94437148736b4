"""Coordinate reference systems as text, and extents between them, in any thread."""

from __future__ import annotations

import math
import re
from typing import Any

from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsCsException,
)

from ...core.errors import SceneFillError
from ...core.job_parts import Extent

#: Points along each edge of the net by which the engine, too, turns extents from one CRS into another.
_NET = 21
_EPSG = re.compile(r"EPSG:\d+")


def crs_text(crs: QgsCoordinateReferenceSystem) -> str:
    """``EPSG:n`` where there is one, else WKT; empty for no CRS."""
    if not crs.isValid():
        return ""
    return str(crs.authid()) if _EPSG.fullmatch(crs.authid()) else str(crs.toWkt(_preferred_wkt()))


def crs_of(text: str) -> QgsCoordinateReferenceSystem:
    """The CRS that :func:`crs_text` wrote.

    Raises:
        SceneFillError: ``no-crs`` for a text that is none.
    """
    is_code = re.fullmatch(r"[A-Za-z]+:\w+", text) is not None
    crs = QgsCoordinateReferenceSystem(text) if is_code else QgsCoordinateReferenceSystem.fromWkt(text)
    if not crs.isValid():
        raise SceneFillError(
            "no-crs", f"'{text[:80]}' is not a coordinate reference system.", "Choose the CRS of the area or layer."
        )
    return crs


def same_crs(first: str, second: str) -> bool:
    """Whether coordinates mean the same in both."""
    return first == second or (bool(first) and bool(second) and crs_of(first) == crs_of(second))


def transform_between(source: str, target: str) -> QgsCoordinateTransform:
    """Without the project's settings, which may only be read on the main thread."""
    return QgsCoordinateTransform(crs_of(source), crs_of(target), QgsCoordinateTransformContext())


def transform_points(source: str, target: str, points: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """Points between two CRS; what does not exist in ``target`` becomes NaN."""
    if same_crs(source, target):
        return points
    between = transform_between(source, target)
    return [_one(between, x, y) for x, y in points]


def _one(between: QgsCoordinateTransform, x: float, y: float) -> tuple[float, float]:
    try:
        point = between.transform(x, y)
    except QgsCsException:
        return math.nan, math.nan
    return (point.x(), point.y()) if math.isfinite(point.x() + point.y()) else (math.nan, math.nan)


def net(extent: Extent, points: int = _NET) -> list[tuple[float, float]]:
    """``points`` × ``points`` points over an extent, its edges included."""
    xmin, ymin, xmax, ymax = extent
    steps = [i / (points - 1) for i in range(points)]
    return [(xmin + s * (xmax - xmin), ymin + t * (ymax - ymin)) for t in steps for s in steps]


def transform_extent(extent: Extent, source: str, target: str) -> Extent:
    """The bounds of an extent in another CRS, as the engine finds them.

    Raises:
        SceneFillError: ``no-overlap`` where a part of it does not exist in ``target``, ``antimeridian``, ``no-crs``.
    """
    if same_crs(source, target):
        return extent
    points = transform_points(source, target, net(extent))
    if any(math.isnan(x) for x, _ in points):
        raise SceneFillError(
            "no-overlap",
            "The area cannot be expressed in the CRS of the layer.",
            "Choose a smaller area that touches the layer, and check the layer's CRS.",
        )
    xs, ys = [x for x, _ in points], [y for _, y in points]
    if crs_of(target).isGeographic() and max(xs) - min(xs) > 180.0:
        raise SceneFillError("antimeridian", "The area crosses the 180° meridian.", "Split the work there.")
    return min(xs), min(ys), max(xs), max(ys)


def _preferred_wkt() -> Any:
    renamed = getattr(Qgis, "CrsWktVariant", None)
    return renamed.Preferred if renamed is not None else QgsCoordinateReferenceSystem.WktVariant.WKT_PREFERRED
