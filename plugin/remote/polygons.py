"""Polygons for a server: a GeoJSON of nothing but geometries, every digit of their coordinates kept."""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Optional

import numpy as np
from osgeo import gdal, ogr
from qgis.core import QgsCoordinateReferenceSystem

from ...core.errors import SceneFillError
from ...core.grid import Grid, Window
from ..layers.crs import crs_of, crs_text

#: From one CRS to another, as :meth:`~scenefill.core.remote.layers.Clipper.transform` does it.
Transform = Callable[[str, str, np.ndarray, np.ndarray], tuple[np.ndarray, np.ndarray]]

#: Points along each edge of a region, and share of its size around it, where polygons are looked for.
_NET, _AROUND = 33, 0.05


def write_polygons(
    path: str, layer: Optional[str], target: Path, grid: Grid, region: Optional[Window], transform: Transform
) -> None:
    """Write the polygons of a file; see :meth:`~scenefill.core.remote.layers.Clipper.polygons`.

    Raises:
        SceneFillError: ``missing-file``, ``unreadable-vector``, ``no-crs``.
    """
    with _opened(path, layer) as found:
        own = found.GetSpatialRef()
        if own is None:
            raise SceneFillError(
                "no-crs",
                f"'{Path(path).name}' has no coordinate reference system.",
                "Assign its projection and save it again.",
            )
        source = crs_text(QgsCoordinateReferenceSystem.fromWkt(own.ExportToWkt()))
        if region is not None:
            _look_near(found, source, grid, region, transform)
        shapes = (feature.GetGeometryRef() for feature in found)
        described = [_described(_plain(shape)) for shape in shapes if shape is not None]
    # A GeoJSON can name no CRS without a code; that of the grid needs no transformation any more.
    name = next((text for text in (source, grid.crs) if text.startswith("EPSG:")), "EPSG:4326")
    if name != source:
        described = [_moved(shape, lambda x, y: transform(source, name, x, y)) for shape in described]
    features = [{"type": "Feature", "properties": {}, "geometry": shape} for shape in described]
    crs = {"type": "name", "properties": {"name": f"urn:ogc:def:crs:EPSG::{name[5:]}"}}
    text = json.dumps({"type": "FeatureCollection", "crs": crs, "features": features})
    target.write_text(text, encoding="ascii")


@contextmanager
def _opened(path: str, layer: Optional[str]) -> Iterator[ogr.Layer]:
    """The layer of a GeoJSON or GeoPackage, which its first bytes tell apart; without a name the file's first."""
    name = Path(path).name
    if not Path(path).is_file():
        raise SceneFillError("missing-file", f"There is no file '{path}'.", "Check the path.", {"file": path})
    with Path(path).open("rb") as stream:
        start = stream.read(16)
    driver = "GPKG" if start.startswith(b"SQLite format 3\x00") else "GeoJSON"
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    try:
        dataset = gdal.OpenEx(path, gdal.OF_VECTOR | gdal.OF_READONLY, allowed_drivers=[driver])
        found = None
        if dataset is not None:
            found = dataset.GetLayer(0) if layer is None else dataset.GetLayerByName(layer)
        if found is None:
            raise RuntimeError(gdal.GetLastErrorMsg())
        yield found
    except RuntimeError as error:
        raise SceneFillError(
            "unreadable-vector",
            f"The polygons of '{name}' cannot be read.",
            "Save them as GeoJSON or GeoPackage, and check the name of the layer.",
            {"file": path, "layer": layer or "", "cause": str(error)},
        ) from error
    finally:
        found = dataset = None
        gdal.PopErrorHandler()


def _look_near(found: ogr.Layer, source: str, grid: Grid, region: Window, transform: Transform) -> None:
    """Leave out polygons far from a region, where that can be told."""
    left, top = grid.to_world(region.row, region.col)
    right, bottom = grid.to_world(region.row_stop, region.col_stop)
    x, y = np.meshgrid(np.linspace(left, right, _NET), np.linspace(bottom, top, _NET))
    x, y = transform(grid.crs, source, x, y)
    width, height = float(np.ptp(x)), float(np.ptp(y))
    if not (math.isfinite(width) and math.isfinite(height)) or (crs_of(source).isGeographic() and width > 180.0):
        return
    box = (x.min() - _AROUND * width, y.min() - _AROUND * height, x.max() + _AROUND * width)
    found.SetSpatialFilterRect(*map(float, box), float(y.max() + _AROUND * height))


def _plain(shape: ogr.Geometry) -> ogr.Geometry:
    """Without curves, heights and measures."""
    flat = shape.GetLinearGeometry() if shape.HasCurveGeometry() else shape.Clone()
    flat.FlattenTo2D()
    return flat


def _described(shape: ogr.Geometry) -> dict[str, Any]:
    """As GeoJSON."""
    kind = ogr.GT_Flatten(shape.GetGeometryType())
    parts = [shape.GetGeometryRef(index) for index in range(shape.GetGeometryCount())]
    if kind == ogr.wkbPolygon:
        return {"type": "Polygon", "coordinates": [[[x, y] for x, y, *_ in ring.GetPoints()] for ring in parts]}
    if kind == ogr.wkbMultiPolygon:
        return {"type": "MultiPolygon", "coordinates": [_described(part)["coordinates"] for part in parts]}
    if kind == ogr.wkbGeometryCollection:
        return {"type": "GeometryCollection", "geometries": [_described(part) for part in parts]}
    # Points and lines cover no pixels.
    return {"type": "GeometryCollection", "geometries": []}


def _moved(shape: dict[str, Any], move: Callable[[np.ndarray, np.ndarray], tuple[Any, Any]]) -> dict[str, Any]:
    """The same in another CRS."""

    def ring(points: list[list[float]]) -> list[list[float]]:
        xs, ys = np.array(points, dtype=np.float64).T
        x, y = move(xs, ys)
        return [[float(a), float(b)] for a, b in zip(x, y)]

    if shape["type"] == "GeometryCollection":
        return {**shape, "geometries": [_moved(part, move) for part in shape["geometries"]]}
    if shape["type"] == "Polygon":
        return {**shape, "coordinates": [ring(points) for points in shape["coordinates"]]}
    polygons = [[ring(points) for points in rings] for rings in shape["coordinates"]]
    return {**shape, "coordinates": polygons}
