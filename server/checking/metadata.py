"""Texts in a GeoTIFF that GDAL and PROJ would act on: where a name in them is a file to be opened, it is refused.

An item of GDAL's metadata in the domain ``OVERVIEWS`` names another file, of any format, for the smaller views of this
one. A WKT may name grid files, for PROJ to read. ``CRS.from_user_input`` takes the name of a file, or a URL, for a CRS.
"""

from __future__ import annotations

import re
from xml.etree import ElementTree

from ...core.errors import SceneFillError
from .refusals import against_policy, damaged

#: Domains that are nothing but facts. (The default one has no name.)
_DOMAINS = {"", "EXIF", "IMAGERY", "IMAGE_STRUCTURE", "IMD", "RPB", "RPC", "TIFFTAG"}
_ATTRIBUTES = {"name", "domain", "role", "sample"}
_EPSG = re.compile(r"EPSG:[0-9]{1,7}")
_QUOTED = re.compile(r'"(?:[^"]|"")*"')
_KEYWORD = re.compile(r"([A-Za-z_][A-Za-z0-9_]*)\s*[\[(]")
#: Of WKT 1 and 2, without those that carry parameters for PROJ or files (EXTENSION, PARAMETERFILE, BOUNDCRS ...).
_KEYWORD_LINES = (
    "PROJCS GEOGCS GEOCCS COMPD_CS VERT_CS VERT_DATUM DATUM SPHEROID PRIMEM UNIT PROJECTION PARAMETER AXIS",
    "AUTHORITY PROJCRS PROJECTEDCRS GEOGCRS GEOGRAPHICCRS GEODCRS GEODETICCRS BASEGEOGCRS BASEGEODCRS COMPOUNDCRS",
    "VERTCRS VERTICALCRS VDATUM VRF TRF GEODETICDATUM VERTICALDATUM ENSEMBLE MEMBER ENSEMBLEACCURACY DYNAMIC",
    "FRAMEEPOCH MODEL ELLIPSOID PRIMEMERIDIAN LENGTHUNIT ANGLEUNIT SCALEUNIT CONVERSION METHOD CS ORDER ID",
    "CITATION URI USAGE SCOPE AREA BBOX REMARK MERIDIAN ANCHOR ANCHOREPOCH VERTICALEXTENT TIMEEXTENT",
)
_KEYWORDS = frozenset(word for line in _KEYWORD_LINES for word in line.split())
_ROOTS = ("PROJCS", "GEOGCS", "COMPD_CS", "PROJCRS", "GEOGCRS", "GEODCRS", "COMPOUNDCRS")
_FILES = re.compile(r"extension\s*\[|grids\s*=|proj4|parameterfile|/vsi|\+proj", re.IGNORECASE)
_MAX_CRS = 20_000
_DEEPEST = 16


def check_metadata(raw: bytes) -> None:
    """Judge the tag ``GDAL_METADATA``.

    Exactly what GDAL writes is let pass: its own parser is lenient, and what the two read must be the same.

    Raises:
        SceneFillError: ``raster-damaged``, ``raster-policy``.
    """
    text = raw.rstrip(b"\0").strip()
    if b"\0" in text or b"<!" in text or b"<?" in text:
        raise damaged("its metadata are not those that GDAL writes")
    try:
        root = ElementTree.fromstring(text)  # noqa: S314 -- no declarations, no entities: they were refused above
    except ElementTree.ParseError as error:
        raise damaged("its metadata are no XML") from error
    if root.tag != "GDALMetadata" or root.attrib:
        raise damaged("its metadata are not those that GDAL writes")
    for item in root:
        if item.tag != "Item" or len(item) or not set(item.attrib) <= _ATTRIBUTES:
            raise damaged("its metadata are not those that GDAL writes")
        if item.attrib.get("domain", "") not in _DOMAINS:
            raise against_policy(
                f"metadata of the domain {item.attrib['domain']:.40} are not taken",
                "Save it without them, for example with gdal_translate -nomd.",
            )


def check_geo_text(raw: bytes) -> None:
    """Judge the tag ``GeoAsciiParams``: names of the CRS, or a WKT of Esri's.

    Raises:
        SceneFillError: ``raster-policy``.
    """
    text = raw.decode("latin-1")
    unquoted = _QUOTED.sub('""', text)
    if "[" in unquoted and any(word not in _KEYWORDS for word in _keywords(unquoted)):
        raise against_policy("its CRS holds more than a CRS", "Warp it to a CRS with an EPSG code.")
    # Quotes are no reason to trust it: Esri's text is unescaped by others than us.
    if _FILES.search(text):
        raise against_policy("its CRS names files", "Warp it to a CRS with an EPSG code.")


def check_crs(text: str, place: str) -> None:
    """Judge a CRS that a client wrote: ``EPSG:n``, or WKT without parameters for PROJ or names of files.

    Raises:
        SceneFillError: ``bad-value`` naming the ``place``.
    """
    stripped = text.strip()
    if _EPSG.fullmatch(stripped.upper()):
        return
    unquoted = _QUOTED.sub('""', stripped)
    words = _keywords(unquoted)
    ok = (
        len(stripped) <= _MAX_CRS
        and bool(words)
        and words[0] in _ROOTS
        and unquoted.upper().startswith(words[0])
        and all(word in _KEYWORDS for word in words)
        and '"' not in unquoted.replace('""', "")
        and _is_balanced(unquoted)
        and not _FILES.search(stripped)
    )
    if not ok:
        raise SceneFillError(
            "bad-value",
            f"`{place}`: '{text[:60]}' is no CRS that this server takes.",
            "Give EPSG:n, or the WKT of a CRS without grid files.",
            {"path": place},
        )


def _keywords(unquoted: str) -> list[str]:
    return [word.upper() for word in _KEYWORD.findall(unquoted)]


def _is_balanced(unquoted: str) -> bool:
    depth = 0
    for mark in unquoted:
        depth += (mark in "[(") - (mark in "])")
        if not 0 <= depth <= _DEEPEST:
            return False
    return depth == 0
