"""Schemas of the API's documents, in the words of OpenAPI 3.0."""

from __future__ import annotations

from typing import Any

from .echo_answers import DOCUMENT, RAW, REFERENCE, VALUE
from .processes import echo, generate
from .processes.describing import ASYNC, DISMISS, SYNC
from .states import STATES

JsonSchema = dict[str, Any]

TEXT: JsonSchema = {"type": "string"}
#: Of jobs and uploads.
ID: JsonSchema = {"type": "string", "pattern": "^[0-9a-f]{32}$"}
COUNT: JsonSchema = {"type": "integer", "minimum": 0}
MOMENT: JsonSchema = {"type": "string", "format": "date-time"}


def ref(name: str) -> JsonSchema:
    """A reference to a schema of this document."""
    return {"$ref": f"#/components/schemas/{name}"}


def array(items: JsonSchema) -> JsonSchema:
    return {"type": "array", "items": items}


def record(properties: dict[str, JsonSchema], *optional: str) -> JsonSchema:
    """An object that has all ``properties`` but the ``optional`` ones; others may come with later versions."""
    required = [name for name in properties if name not in optional]
    return {"type": "object", "properties": properties, **({"required": required} if required else {})}


def schemas() -> dict[str, JsonSchema]:
    """All schemas by name."""
    return {
        "link": record(
            {"href": TEXT, "rel": TEXT, "type": TEXT, "hreflang": TEXT, "title": TEXT},
            "rel",
            "type",
            "hreflang",
            "title",
        ),
        "exception": _problem(),
        "landingPage": record(
            {"title": TEXT, "description": TEXT, "version": TEXT, "links": array(ref("link"))},
            "title",
            "description",
            "version",
        ),
        "confClasses": record({"conformsTo": array(TEXT)}),
        "processSummary": _summary(),
        "processList": record({"processes": array(ref("processSummary")), "links": array(ref("link"))}),
        "process": {
            "allOf": [
                ref("processSummary"),
                record({"inputs": _descriptions(), "outputs": _descriptions()}),
            ]
        },
        "execute": {"anyOf": [ref("executeEcho"), ref("executeGenerate")]},
        "executeEcho": _execute(
            {name: _given(about["schema"]) for name, about in echo.PROCESS.inputs.items()},
            [],
            list(echo.PROCESS.outputs),
        ),
        "executeGenerate": _execute({"job": generate.PROCESS.inputs["job"]["schema"]}, ["job"], None),
        "statusInfo": _status(),
        "jobList": record({"jobs": array(ref("statusInfo")), "links": array(ref("link"))}),
        "results": {"type": "object", "additionalProperties": {"anyOf": [ref("result"), {}]}},
        "result": _result(),
        "capabilities": _capabilities(),
        "state": record({"status": {"type": "string", "enum": ["ok", "ready"]}}),
    }


def _problem() -> JsonSchema:
    return record(
        {
            "type": {"type": "string", "description": "URI of the kind of problem."},
            "title": TEXT,
            "status": {"type": "integer", "minimum": 400, "maximum": 599},
            "detail": {"type": "string", "description": "What is wrong, in a sentence."},
            "instance": TEXT,
            "code": {"type": "string", "description": "Stable identifier of the problem."},
            "retryable": {"type": "boolean", "description": "The same request may succeed later."},
            "hint": {"type": "string", "description": "What to do about it."},
        },
        "hint",
    )


def _summary() -> JsonSchema:
    return record(
        {
            "id": TEXT,
            "version": TEXT,
            "title": TEXT,
            "description": TEXT,
            "keywords": array(TEXT),
            "jobControlOptions": array({"type": "string", "enum": [SYNC, ASYNC, DISMISS]}),
            "outputTransmission": array({"type": "string", "enum": [VALUE, REFERENCE]}),
            "links": array(ref("link")),
        }
    )


def _descriptions() -> JsonSchema:
    described = record(
        {
            "title": TEXT,
            "description": TEXT,
            "minOccurs": COUNT,
            "maxOccurs": {"anyOf": [COUNT, {"type": "string", "enum": ["unbounded"]}]},
            "schema": {"type": "object"},
        },
        "title",
        "description",
        "minOccurs",
        "maxOccurs",
    )
    return {"type": "object", "additionalProperties": described}


def _given(schema: JsonSchema) -> JsonSchema:
    """A value of an input: as it is, put into ``value``, or by a link."""
    qualified = {
        "type": "object",
        "required": ["value"],
        "properties": {"value": schema, "mediaType": TEXT, "encoding": TEXT, "format": {"type": "object"}},
        "additionalProperties": False,
    }
    linked = {
        "type": "object",
        "required": ["href"],
        "properties": {"href": {"type": "string", "format": "uri", "maxLength": 2000}},
        "additionalProperties": False,
    }
    return {"anyOf": [schema, qualified, linked]}


def _execute(inputs: dict[str, JsonSchema], required: list[str], outputs: list[str] | None) -> JsonSchema:
    output = {
        "type": "object",
        "properties": {
            "transmissionMode": {"type": "string", "enum": [VALUE, REFERENCE]},
            "format": {"type": "object"},
        },
        "additionalProperties": False,
    }
    taken: JsonSchema = {"type": "object", "properties": inputs, "additionalProperties": False}
    if required:
        taken["required"] = required
    if outputs is None:
        wanted: JsonSchema = {"type": "object", "additionalProperties": output}
    else:
        wanted = {"type": "object", "properties": dict.fromkeys(outputs, output), "additionalProperties": False}
    return {
        "type": "object",
        "properties": {
            "inputs": taken,
            "outputs": wanted,
            "response": {"type": "string", "enum": [RAW, DOCUMENT]},
        },
        "additionalProperties": False,
        **({"required": ["inputs"]} if required else {}),
    }


def _status() -> JsonSchema:
    own = record(
        {
            "stage": TEXT,
            "fraction": {"type": "number", "minimum": 0, "maximum": 1},
            "queuePosition": {"type": "integer", "minimum": 1},
            "windowsDone": COUNT,
            "windowsTotal": COUNT,
            "secondsLeft": {"type": "number", "minimum": 0},
            "code": TEXT,
            "hint": TEXT,
        },
        *("stage", "fraction", "queuePosition", "windowsDone", "windowsTotal", "secondsLeft", "code", "hint"),
    )
    return record(
        {
            "processID": TEXT,
            "type": {"type": "string", "enum": ["process"]},
            "jobID": TEXT,
            "status": {"type": "string", "enum": list(STATES)},
            "message": TEXT,
            "created": MOMENT,
            "started": MOMENT,
            "finished": MOMENT,
            "updated": MOMENT,
            "progress": {"type": "integer", "minimum": 0, "maximum": 100},
            "links": array(ref("link")),
            "scenefill": own,
        },
        "started",
        "finished",
    )


def _result() -> JsonSchema:
    return record(
        {
            "href": TEXT,
            "type": TEXT,
            "title": TEXT,
            "roles": array(TEXT),
            "modalities": array(TEXT),
            "file": TEXT,
            "length": COUNT,
            "digest": TEXT,
        },
        *("type", "title", "roles", "modalities", "file", "length", "digest"),
    )


def _capabilities() -> JsonSchema:
    reach = dict.fromkeys(("window", "overlap", "overview_factor"), COUNT)
    model = record({"id": TEXT, "title": TEXT, "version": TEXT, "modalities": array(TEXT), "sha256": TEXT, **reach})
    return record(
        {
            "version": TEXT,
            "protocol": {"type": "integer"},
            "models": array(model),
            "modalities": array(TEXT),
            "device": record({"kind": TEXT, "title": TEXT, "dtype": TEXT}),
            "speed": record({"pixels_per_second": {"type": "number"}, "measured": TEXT}),
            "limits": record(dict.fromkeys(("upload_bytes", "inline_bytes", "pixels", "bands", "queue"), COUNT)),
            "quota": record(
                dict.fromkeys(("running", "waiting", "pixels", "bytes"), COUNT), "running", "waiting", "pixels", "bytes"
            ),
            "queue": record({"waiting": COUNT, "running": COUNT}),
            "you": TEXT,
        },
        "device",
        "speed",
    )
