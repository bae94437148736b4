"""The JSON Schema (draft 2020-12) of the job, made from the same limits and registry as the reader in :mod:`.job`.

It refuses what is wrong in structure. What relates one member to another (a ``fill`` without such an input, an extent
whose sides are swapped) and what needs files is left to the reader.
"""

from __future__ import annotations

from typing import Any

from . import job_parts as limits
from .job_json import MAX_TEXT
from .modalities import registry
from .units import UNITS, units_of

SCHEMA_ID = "urn:scenefill:schema:job:1"

_TEXT_PATTERN = r"^[^\x00-\x1f\x7f]*[^\x00-\x20\x7f][^\x00-\x1f\x7f]*$"
_PATH_PATTERN = r"^(?!/vsi)(?!.*://)[^\x00-\x1f\x7f]*[^\x00-\x20\x7f][^\x00-\x1f\x7f]*$"

JsonSchema = dict[str, Any]


def job_schema() -> JsonSchema:
    """The schema as JSON values."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": SCHEMA_ID,
        "title": "SceneFill job",
        **_object(
            {
                "schema": {"const": limits.SCHEMA},
                "title": {"type": "string", "maxLength": limits.MAX_TITLE, "pattern": r"^[^\x00-\x1f\x7f]*$"},
                "grid": {"oneOf": [_grid_like(), _grid_explicit()]},
                "inputs": _array(_input(), 0, limits.MAX_LIST),
                "targets": _array(_target(), 1, limits.MAX_LIST) | {"uniqueItems": True},
                "sampling": _sampling(),
                "model": _path("Id of a shipped model, or the folder of one.") | {"default": limits.DEFAULT_MODEL},
                "output": _object({"folder": _path("Made when it does not exist.")}, ["folder"]),
            },
            ["schema", "grid", "targets", "output"],
        ),
    }


def _object(properties: JsonSchema, required: list[str] | None = None) -> JsonSchema:
    schema: JsonSchema = {"type": "object", "properties": properties, "additionalProperties": False}
    if required:
        schema["required"] = required
    return schema


def _array(items: JsonSchema, low: int, high: int) -> JsonSchema:
    return {"type": "array", "items": items, "minItems": low, "maxItems": high}


def _integer(bounds: tuple[int, int]) -> JsonSchema:
    return {"type": "integer", "minimum": bounds[0], "maximum": bounds[1]}


def _number(low: float = -1e300, high: float = 1e300) -> JsonSchema:
    return {"type": "number", "minimum": low, "maximum": high}


def _text(description: str) -> JsonSchema:
    return {"type": "string", "maxLength": MAX_TEXT, "pattern": _TEXT_PATTERN, "description": description}


def _path(description: str) -> JsonSchema:
    return _text(description) | {"pattern": _PATH_PATTERN}


def _modality() -> JsonSchema:
    return {"enum": list(registry().ids)}


def _grid_like() -> JsonSchema:
    properties = {
        "like": _path("The raster whose pixels are used."),
        "extent": _array(_number(), 4, 4) | {"description": "[xmin, ymin, xmax, ymax]; all of `like` without it."},
        "crs": _text("CRS of the extent; that of `like` without it."),
    }
    return _object(properties, ["like"]) | {"dependentRequired": {"crs": ["extent"]}}


def _grid_explicit() -> JsonSchema:
    zero: JsonSchema = {"const": 0}
    transform: JsonSchema = {
        "type": "array",
        "prefixItems": [
            _number() | {"exclusiveMinimum": 0},
            zero,
            _number(),
            zero,
            _number() | {"exclusiveMaximum": 0},
            _number(),
        ],
        "minItems": 6,
        "maxItems": 6,
        "description": "[pixel width, 0, left, 0, -pixel height, top]",
    }
    properties = {
        "crs": _text("EPSG code or WKT."),
        "transform": transform,
        "width": _integer(limits.SIDE),
        "height": _integer(limits.SIDE),
    }
    return _object(properties, list(properties))


def _input() -> JsonSchema:
    properties = {
        "modality": _modality(),
        "path": _path("Relative to the folder of the job file, or absolute."),
        "bands": {
            "type": "object",
            "propertyNames": {"pattern": _TEXT_PATTERN, "maxLength": 200},
            "additionalProperties": _integer(limits.BAND_INDEX),
            "minProperties": 1,
            "maxProperties": limits.MAX_BANDS,
            "description": "Band id to 1-based index.",
        },
        "scale": _number() | {"not": {"const": 0}, "description": "physical = DN * scale + offset, in `unit`."},
        "offset": _number(),
        "unit": {"enum": list(UNITS)},
        "date": {"type": "string", "pattern": limits.DATE_PATTERN},
        "gaps": _array({"oneOf": [_gap(kind) for kind in limits.GAP_KINDS]}, 0, limits.MAX_LIST),
    }
    return _object(properties, ["modality", "path", "bands"]) | {
        "allOf": [_own_bands_and_units(m) for m in registry().ids]
    }


def _own_bands_and_units(modality: str) -> JsonSchema:
    """At least one band of the modality is mapped, and the unit is one that it can have."""
    known = registry()[modality]
    return {
        "if": {"properties": {"modality": {"const": modality}}, "required": ["modality"]},
        "then": {
            "properties": {
                "bands": {"anyOf": [{"required": [band]} for band in known.band_ids]},
                "unit": {"enum": list(units_of(known))},
            }
        },
    }


def _gap(kind: str) -> JsonSchema:
    own, required = limits.GAP_MEMBERS[kind]
    possible = {
        "path": _path("A raster of classes, or GeoJSON or GeoPackage."),
        "band": _integer(limits.BAND_INDEX),
        "values": _array(_integer(limits.CLASS_VALUE), 1, limits.MAX_VALUES),
        "bits": _array(_integer(limits.BIT), 1, limits.MAX_VALUES),
        "layer": _text("Layer of a GeoPackage."),
        "threshold": _number(0.0, 1.0),
    }
    members = {"kind": {"const": kind}, "grow": _integer(limits.GROW), **{name: possible[name] for name in own}}
    schema = _object(members, ["kind", *required])
    if "values" in own:
        schema["oneOf"] = [{"required": ["values"]}, {"required": ["bits"]}]
    return schema


def _target() -> JsonSchema:
    fill = _integer((0, limits.MAX_LIST - 1)) | {"description": "Index of the input whose gaps are drawn."}
    return _object({"modality": _modality(), "fill": fill}, ["modality"])


def _sampling() -> JsonSchema:
    default = limits.Sampling()
    return _object(
        {
            "mode": {"enum": list(limits.MODES), "default": default.mode},
            "steps": _integer(limits.STEPS) | {"default": default.steps},
            "samples": _integer(limits.SAMPLES) | {"default": default.samples},
            "seed": _integer(limits.SEED) | {"default": default.seed},
            "adapt": _object({"steps": _integer(limits.ADAPT_STEPS) | {"default": default.adapt.steps}}, ["steps"])
            | {"description": "Training on the observed pixels of filled layers; 0 steps for none."},
        }
    )
