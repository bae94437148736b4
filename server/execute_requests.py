"""The body of an execute request: which inputs, which outputs, and how they are wanted."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from ..core.errors import SceneFillError
from ..core.job_json import Node, child_path, suggest
from .echo_answers import DOCUMENT, RAW, REFERENCE, VALUE, Wanted
from .processes.describing import Process

MEMBERS = ("inputs", "outputs", "response")
_MAX_OUTPUTS = 1000
_MAX_FORMAT = 4096


def read_request(body: Any) -> dict[str, Any]:
    """The members of an execute request that is one; its inputs and outputs are still to be checked.

    Raises:
        SceneFillError: ``wrong-type`` or ``unknown-member``.
    """
    if not isinstance(body, dict):
        raise SceneFillError("wrong-type", "The body is no execute request.", "Send an object with a member 'inputs'.")
    for name in body:
        if name == "subscriber":
            raise SceneFillError("unknown-member", "This server calls nobody back.", "Leave 'subscriber' out.")
        if name not in MEMBERS:
            raise SceneFillError(
                "unknown-member", f"`{name:.64}` is no member of an execute request.", suggest(name, MEMBERS)
            )
    Node(body.get("inputs", {}), "inputs").mapping()
    return body


def read_wanted(body: Mapping[str, Any], process: Process, *, any_output: bool = False) -> Wanted:
    """What an execute request wants back.

    Args:
        any_output: outputs need not be those of the description.

    Raises:
        SceneFillError: ``wrong-type``, ``bad-value`` or ``unknown-member``.
    """
    references = set()
    outputs = Node(body.get("outputs", {}), "outputs").mapping(_MAX_OUTPUTS)
    for name, node in outputs.items():
        if name not in process.outputs and not any_output:
            node.fail("unknown-member", "is no output of this process", suggest(name, process.outputs))
        members = node.mapping()
        for member in members:
            if member not in ("transmissionMode", "format"):
                members[member].fail("unknown-member", "is not known here", "Give transmissionMode or format.")
        if "transmissionMode" in members:
            mode = members["transmissionMode"].choice((VALUE, REFERENCE))
            if mode == REFERENCE:
                references.add(name)
        if "format" in members:
            members["format"].mapping()
            if len(json.dumps(members["format"].value)) > _MAX_FORMAT:
                members["format"].fail("too-large", "is too long for a format", "Give mediaType, encoding or schema.")
    response = ""
    if "response" in body:
        response = Node(body["response"], child_path("", "response")).choice((RAW, DOCUMENT))
    return Wanted(tuple(outputs), frozenset(references), response)
