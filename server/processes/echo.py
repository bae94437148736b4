"""Process ``echo``: gives back what it gets. It is how clients and conformance suites try a server out.

It has an input of every type that the standard has words for, and an output of the same name for each. Nothing is
fetched: an input that is given by a link comes back as that link.
"""

from __future__ import annotations

import base64
import binascii
import datetime
import re
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from ...core.errors import SceneFillError
from ...core.job_json import Node, child_path, suggest
from .describing import ASYNC, DISMISS, SYNC, Process

MAX_TEXT = 10_000
MAX_ITEMS = 1000
MAX_BINARY = 1_000_000
#: Seconds that a request may ask it to wait for, so that somebody sees a job that is not ready yet.
MAX_PAUSE = 10
TIFF = "image/tiff; application=geotiff"

_NUMBER = {"type": "number", "minimum": -1e300, "maximum": 1e300}
_TEXT = {"type": "string", "maxLength": MAX_TEXT}
_DATE = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
_BBOX = {
    "allOf": [
        {"format": "ogc-bbox"},
        {
            "type": "object",
            "required": ["bbox"],
            "properties": {
                "bbox": {
                    "type": "array",
                    "items": _NUMBER,
                    "oneOf": [{"minItems": 4, "maxItems": 4}, {"minItems": 6, "maxItems": 6}],
                },
                "crs": {"type": "string", "maxLength": 200, "default": "http://www.opengis.net/def/crs/OGC/1.3/CRS84"},
            },
            "additionalProperties": False,
        },
    ]
}

#: Name, title and schema of what is echoed. A plain text is first, because conformance suites ask for the first one.
_ECHOED: tuple[tuple[str, str, dict[str, Any]], ...] = (
    ("text", "A text", _TEXT),
    ("number", "A number", _NUMBER),
    ("boolean", "True or false", {"type": "boolean"}),
    ("date", "A date", {"type": "string", "format": "date", "pattern": _DATE}),
    (
        "array",
        "Whole numbers",
        {"type": "array", "items": {"type": "integer", "minimum": -(2**53), "maximum": 2**53}, "maxItems": MAX_ITEMS},
    ),
    ("bbox", "A bounding box", _BBOX),
    (
        "object",
        "An object",
        {
            "type": "object",
            "required": ["value"],
            "properties": {"value": _TEXT, "unit": {"type": "string", "maxLength": 200}},
            "additionalProperties": False,
        },
    ),
    ("mixed", "A number or a text", {"oneOf": [_NUMBER, _TEXT]}),
    (
        "image",
        "A GeoTIFF, in base64 or by a link",
        {"type": "string", "contentEncoding": "binary", "contentMediaType": TIFF},
    ),
)

PROCESS = Process(
    id="echo",
    title="Echo",
    description="Gives back what it gets, to try out a client. Every input is optional and has an output of its name.",
    inputs={
        **{name: {"title": title, "minOccurs": 0, "schema": schema} for name, title, schema in _ECHOED},
        "pause": {
            "title": "Seconds to wait before answering",
            "minOccurs": 0,
            "schema": {"type": "integer", "minimum": 0, "maximum": MAX_PAUSE, "default": 0},
        },
    },
    outputs={
        **{name: {"title": title, "schema": schema} for name, title, schema in _ECHOED},
        "count": {"title": "How many inputs were echoed", "schema": {"type": "integer", "minimum": 0}},
    },
    control=(SYNC, ASYNC, DISMISS),
    transmission=("value", "reference"),
    keywords=("echo", "test"),
)


@dataclass(frozen=True)
class Echoed:
    """One output.

    Attributes:
        value: as JSON; the text of base64 where ``media_type`` is no text and no JSON.
        media_type: of the value on its own.
        link: the link that was given in place of a value.
    """

    value: Any
    media_type: str
    link: Mapping[str, Any] | None = None

    def document(self) -> Any:
        """It as a member of a results document, where objects are put into ``value``."""
        if self.link is not None:
            return dict(self.link)
        if self.media_type == TIFF:
            return {"value": self.value, "mediaType": TIFF, "encoding": "base64"}
        if isinstance(self.value, dict) and "bbox" not in self.value:
            return {"value": self.value}
        return self.value


def check(inputs: Mapping[str, Any]) -> None:
    """Raise unless the inputs are as described.

    Raises:
        SceneFillError: ``unknown-member``, ``wrong-type``, ``missing-member`` or ``bad-value``.
    """
    run(inputs)
    pause_of(inputs)


def pause_of(inputs: Mapping[str, Any]) -> int:
    """Seconds to wait."""
    if "pause" not in inputs:
        return 0
    value = inputs["pause"]
    return Node(_plain(value) if isinstance(value, dict) else value, "inputs.pause").integer(0, MAX_PAUSE)


def run(inputs: Mapping[str, Any]) -> dict[str, Echoed]:
    """The outputs of checked inputs, in the order of the description."""
    for name in inputs:
        if name not in PROCESS.inputs:
            raise SceneFillError(
                "unknown-member",
                f"The process echo has no input '{name:.64}'.",
                f"It has: {', '.join(PROCESS.inputs)}.",
            )
    found = {name: _echo(name, inputs[name]) for name, _, _ in _ECHOED if name in inputs}
    return {**found, "count": Echoed(len(found), "application/json")}


def wait(inputs: Mapping[str, Any], ended: threading.Event) -> None:
    """Spend the pause of a job; less when somebody ends it."""
    ended.wait(pause_of(inputs))


def _echo(name: str, given: Any) -> Echoed:
    node = Node(given, f"inputs.{name}")
    if isinstance(given, dict) and "href" in given and name != "object":
        return Echoed(None, "", _link(node))
    return _READERS[name](node)


def _json(check: Callable[[Node], Any]) -> Callable[[Node], Echoed]:
    def read(node: Node) -> Echoed:
        value = _plain(node.value) if isinstance(node.value, dict) else node.value
        return Echoed(check(Node(value, node.path)), "application/json")

    return read


def _texts(check: Callable[[Node], str]) -> Callable[[Node], Echoed]:
    def read(node: Node) -> Echoed:
        value = _plain(node.value) if isinstance(node.value, dict) else node.value
        return Echoed(check(Node(value, node.path)), "text/plain")

    return read


def _plain(given: Mapping[str, Any]) -> Any:
    """The value of a qualified one, ``{"value": ..., "mediaType": ...}``."""
    known = {"value", "format", "mediaType", "encoding", "schema"}
    return given["value"] if "value" in given and set(given) <= known else given


def _text(node: Node) -> str:
    return node.text(empty=True, limit=MAX_TEXT)


def _number(node: Node) -> int | float:
    node.number()
    return node.value if isinstance(node.value, int) else float(node.value)


def _boolean(node: Node) -> bool:
    if not isinstance(node.value, bool):
        node.fail("wrong-type", "must be true or false", "Give true or false.")
    return bool(node.value)


def _date(node: Node) -> str:
    text = node.text(limit=10)
    try:
        if re.fullmatch(_DATE, text, re.ASCII) is None:
            raise ValueError(text)
        datetime.date.fromisoformat(text)
    except ValueError:
        node.fail("bad-value", "is no date", "Give it as yyyy-mm-dd.")
    return text


def _array(node: Node) -> list[int]:
    return [item.integer(-(2**53), 2**53) for item in node.items(0, MAX_ITEMS)]


def _mixed(node: Node) -> Echoed:
    value = _plain(node.value) if isinstance(node.value, dict) else node.value
    if isinstance(value, str):
        return Echoed(_text(Node(value, node.path)), "text/plain")
    return Echoed(_number(Node(value, node.path)), "application/json")


def _object(node: Node) -> Echoed:
    """An object as it is, or put into ``value``: one that is as described is never taken for a qualified value."""
    if isinstance(node.value, dict) and isinstance(node.value.get("value"), dict):
        node = Node(_plain(node.value), node.path)
    members = _members(node, ("value", "unit"), "value")
    made = {"value": _text(members["value"])}
    if "unit" in members:
        made["unit"] = members["unit"].text(empty=True, limit=200)
    return Echoed(made, "application/json")


def _box(node: Node) -> Echoed:
    if isinstance(node.value, dict):
        node = Node(_plain(node.value), node.path)
    members = _members(node, ("bbox", "crs"), "bbox")
    corners = [_number(item) for item in members["bbox"].items(4, 6)]
    if len(corners) == 5:
        members["bbox"].fail("bad-value", "has 5 elements", "Give 4 or 6 numbers.")
    made: dict[str, Any] = {"bbox": corners}
    if "crs" in members:
        made["crs"] = members["crs"].text(empty=True, limit=200)
    return Echoed(made, "application/json")


def _image(node: Node) -> Echoed:
    value = _plain(node.value) if isinstance(node.value, dict) else node.value
    text = Node(value, node.path).text(empty=True, limit=MAX_BINARY * 4 // 3 + 4)
    try:
        base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        node.fail("bad-value", "is not base64", "Encode the bytes of the file in base64, without line breaks.")
    return Echoed(text, TIFF)


def _link(node: Node) -> dict[str, Any]:
    members = _members(node, ("href", "rel", "type", "hreflang", "title", "format"), "href")
    return {name: member.text(limit=2000) for name, member in members.items() if name != "format"}


def _members(node: Node, known: tuple[str, ...], required: str) -> dict[str, Node]:
    found = node.mapping()
    for name, member in found.items():
        if name not in known:
            member.fail("unknown-member", "is not known here", suggest(name, known))
    if required not in found:
        Node(None, child_path(node.path, required)).fail("missing-member", "is missing", f"Add it to {node.name}.")
    return found


_READERS: dict[str, Callable[[Node], Echoed]] = {
    "text": _texts(_text),
    "number": _json(_number),
    "boolean": _json(_boolean),
    "date": _texts(_date),
    "array": _json(_array),
    "bbox": _box,
    "object": _object,
    "mixed": _mixed,
    "image": _image,
}
