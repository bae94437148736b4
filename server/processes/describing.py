"""How a process is described: the document of OGC API – Processes, and schemas in the dialect that it allows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from ... import __version__

SYNC, ASYNC, DISMISS = "sync-execute", "async-execute", "dismiss"

JsonSchema = dict[str, Any]

#: What OpenAPI 3.0 has of JSON Schema, as far as it is used here.
_KEPT = frozenset(
    {
        "additionalProperties",
        "allOf",
        "anyOf",
        "contentEncoding",
        "contentMediaType",
        "default",
        "description",
        "enum",
        "example",
        "exclusiveMaximum",
        "exclusiveMinimum",
        "format",
        "items",
        "maxItems",
        "maxLength",
        "maxProperties",
        "maximum",
        "minItems",
        "minLength",
        "minProperties",
        "minimum",
        "not",
        "oneOf",
        "pattern",
        "properties",
        "required",
        "title",
        "type",
        "uniqueItems",
    }
)


@dataclass(frozen=True)
class Process:
    """One process.

    Attributes:
        id: in URLs.
        title, description: for people; keywords: for those who search.
        inputs, outputs: descriptions by name, in the order in which they are shown.
        control: some of ``sync-execute``, ``async-execute``, ``dismiss``.
        transmission: how outputs are given, ``value`` or ``reference``.
    """

    id: str
    title: str
    description: str
    inputs: Mapping[str, JsonSchema]
    outputs: Mapping[str, JsonSchema]
    control: tuple[str, ...]
    transmission: tuple[str, ...]
    keywords: tuple[str, ...] = field(default=())

    def summary(self, base: str) -> dict[str, Any]:
        """The entry of the list of processes; ``base`` is the URL of the server, without a slash at its end."""
        here = f"{base}/processes/{self.id}"
        return {
            "id": self.id,
            "version": __version__,
            "title": self.title,
            "description": self.description,
            "keywords": list(self.keywords),
            "jobControlOptions": list(self.control),
            "outputTransmission": list(self.transmission),
            "links": [
                {"href": here, "rel": "self", "type": "application/json", "title": "Description of the process"},
                {
                    "href": f"{here}/execution",
                    "rel": "http://www.opengis.net/def/rel/ogc/1.0/execute",
                    "type": "application/json",
                    "title": "Execute it",
                },
            ],
        }

    def describe(self, base: str) -> dict[str, Any]:
        """The whole description."""
        return {**self.summary(base), "inputs": dict(self.inputs), "outputs": dict(self.outputs)}


def openapi_30(schema: JsonSchema) -> JsonSchema:
    """A JSON Schema (draft 2020-12) in the words of OpenAPI 3.0.

    What 3.0 cannot say is left out, so that the result accepts whatever ``schema`` accepts, and sometimes more.
    """
    made = {name: _value(name, value) for name, value in schema.items() if name in _KEPT}
    for bound, limit in (("exclusiveMinimum", "minimum"), ("exclusiveMaximum", "maximum")):
        if isinstance(made.get(bound), (int, float)) and not isinstance(made[bound], bool):
            # A bound of its own in JSON Schema, a property of the other bound in OpenAPI 3.0.
            made[limit], made[bound] = schema[bound], True
    if "const" in schema:
        made["enum"] = [schema["const"]]
    if "prefixItems" in schema:
        made["items"] = {}
    branches = [part for part in made.pop("allOf", []) if part]
    if branches:
        made["allOf"] = branches
    return made


def _value(name: str, value: Any) -> Any:
    if name == "properties":
        return {member: openapi_30(part) for member, part in value.items()}
    if name in ("items", "not") or (name == "additionalProperties" and isinstance(value, dict)):
        return openapi_30(value)
    if name in ("allOf", "anyOf", "oneOf"):
        return [openapi_30(part) for part in value]
    return value
