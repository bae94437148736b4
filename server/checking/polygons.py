"""Polygons of gaps: GeoJSON is read by our own parser and written anew, so that GDAL reads only what we wrote.

GeoJSON can name a file or a URL as its CRS, and a text that begins like it can be one of several other formats. A
GeoPackage is a database with triggers and views: it is left to the client to turn one into GeoJSON.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator
from typing import Any

from ...core.errors import SceneFillError
from ...core.job_json import MAX_BYTES, parse

_GEOPACKAGE = b"SQLite format 3\x00"
_CRS84 = re.compile(r"urn:ogc:def:crs:OGC:(1\.3)?:CRS84|OGC:CRS84|(urn:ogc:def:crs:)?EPSG::?4326", re.IGNORECASE)
_EPSG = re.compile(r"(?:urn:ogc:def:crs:EPSG:[0-9.]{0,8}:|EPSG:)([0-9]{1,7})", re.IGNORECASE)
_FARTHEST = 1e12
_LONGEST_POSITION = 4


def plain_geojson(raw: bytes) -> bytes:
    """The polygons of a GeoJSON text and nothing else of it, as GeoJSON.

    Raises:
        SceneFillError: ``unreadable-vector``.
    """
    if raw.startswith(_GEOPACKAGE):
        raise _unreadable("it is a GeoPackage", "Save the polygons as GeoJSON: a server takes nothing else.")
    if len(raw) > MAX_BYTES:
        raise _unreadable(f"it is larger than {MAX_BYTES // 1_000_000} MB", "Simplify the polygons, or clip them.")
    try:
        data = parse(raw)
    except SceneFillError as error:
        raise _unreadable("it is no GeoJSON, or holds what JSON has not", details={"cause": error.message}) from error
    if not isinstance(data, dict):
        raise _unreadable("it is no GeoJSON")
    features = [
        {"type": "Feature", "properties": {}, "geometry": {"type": "Polygon", "coordinates": rings}}
        for geometry in _geometries(data)
        for rings in _polygons(geometry)
    ]
    collection: dict[str, Any] = {"type": "FeatureCollection"}
    epsg = _epsg(data.get("crs"))
    if epsg is not None:
        collection["crs"] = {"type": "name", "properties": {"name": f"urn:ogc:def:crs:EPSG::{epsg}"}}
    return json.dumps({**collection, "features": features}, allow_nan=False).encode("ascii")


def _epsg(crs: Any) -> int | None:
    """The number of a GeoJSON's CRS; None for longitude and latitude."""
    if crs is None:
        return None
    properties = crs.get("properties") if isinstance(crs, dict) and crs.get("type") == "name" else None
    name = properties.get("name") if isinstance(properties, dict) else None
    if isinstance(name, str):
        if _CRS84.fullmatch(name):
            return None
        found = _EPSG.fullmatch(name)
        if found:
            return int(found[1])
    raise _unreadable("its CRS is not one with an EPSG code", "Save it in EPSG:4326.")


def _geometries(data: dict[str, Any]) -> Iterator[Any]:
    if data.get("type") == "FeatureCollection":
        features = data.get("features")
        if not isinstance(features, list):
            raise _unreadable("its features are no array")
        for feature in features:
            yield from _of_feature(feature)
    elif data.get("type") == "Feature":
        yield from _of_feature(data)
    else:
        yield data


def _of_feature(feature: Any) -> Iterator[Any]:
    if not isinstance(feature, dict) or feature.get("type") != "Feature":
        raise _unreadable("a feature of it is none")
    if feature.get("geometry") is not None:
        yield feature["geometry"]


def _polygons(geometry: Any) -> Iterator[list[Any]]:
    """The rings of each polygon; points and lines have no area, so they are no gaps."""
    kind = geometry.get("type") if isinstance(geometry, dict) else None
    parts = geometry.get("geometries" if kind == "GeometryCollection" else "coordinates") if kind else None
    if not isinstance(parts, list) or kind not in _KINDS:
        raise _unreadable("a geometry of it is none")
    if kind == "Polygon":
        yield _rings(parts)
    elif kind == "MultiPolygon":
        for polygon in parts:
            yield _rings(polygon)
    elif kind == "GeometryCollection":
        for part in parts:
            yield from _polygons(part)


_KINDS = (
    "Point",
    "MultiPoint",
    "LineString",
    "MultiLineString",
    "Polygon",
    "MultiPolygon",
    "GeometryCollection",
)


def _rings(polygon: Any) -> list[Any]:
    if not isinstance(polygon, list):
        raise _unreadable("a polygon of it has no rings")
    rings = []
    for ring in polygon:
        if not isinstance(ring, list) or len(ring) < 4 or ring[0] != ring[-1]:
            raise _unreadable("a ring of a polygon is not closed")
        rings.append([_position(position) for position in ring])
    return rings


def _position(position: Any) -> list[float]:
    if not isinstance(position, list) or not 2 <= len(position) <= _LONGEST_POSITION:
        raise _unreadable("a position of it has not two or three numbers")
    for value in position[:2]:
        if isinstance(value, bool) or not isinstance(value, (int, float)) or not _is_near(value):
            raise _unreadable("a position of it has not two or three numbers")
    return [float(value) for value in position[:2]]


def _is_near(value: float) -> bool:
    return -_FARTHEST <= value <= _FARTHEST and math.isfinite(value)


def _unreadable(why: str, hint: str = "", details: dict[str, Any] | None = None) -> SceneFillError:
    return SceneFillError(
        "unreadable-vector",
        f"The polygons cannot be read: {why}.",
        hint or "Save them as GeoJSON with QGIS and send that.",
        details,
    )
