"""Strict reading of JSON that a person or a stranger wrote: every refusal has a code and names the place.

:func:`parse` turns text into values, refusing what JSON parsers let through (duplicate members, NaN, absurd nesting);
:class:`Node` walks the values and knows its own path, ``inputs[0].bands.red``.
"""

from __future__ import annotations

import difflib
import json
import math
import re
from collections.abc import Iterable, Sequence
from typing import Any, NoReturn

from .errors import SceneFillError

MAX_BYTES = 10_000_000
MAX_DEPTH = 32
MAX_TEXT = 4096

_MARKS = re.compile(r'\\.|["\[\]{}]', re.DOTALL)
_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]|[\ud800-\udfff]")
_PLAIN_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*")
_UNSAFE_TEXT = re.compile(r"[\x00-\x1f\x7f\ud800-\udfff]")


def parse(text: str | bytes) -> Any:
    """The value of a JSON text (UTF-8, a byte order mark is let pass).

    Raises:
        SceneFillError: ``job-not-json`` (not JSON, too large, too deep), ``bad-value`` (NaN, Infinity, numbers
            beyond all bounds, halves of characters),
            ``duplicate-member``.
    """
    if len(text) > MAX_BYTES:
        raise _not_json(f"it is larger than {MAX_BYTES // 1_000_000} MB")
    decoded = _decode(text) if isinstance(text, bytes) else text
    if _too_deep(decoded):
        raise _not_json(f"it is nested more than {MAX_DEPTH} levels deep")
    duplicates: list[tuple[dict[str, Any], str]] = []

    def pairs(members: list[tuple[str, Any]]) -> dict[str, Any]:
        result: dict[str, Any] = {}
        for name, value in members:
            if name in result:
                duplicates.append((result, name))
            result[name] = value
        return result

    try:
        value = json.loads(decoded, object_pairs_hook=pairs, parse_constant=_refuse_constant, parse_float=_finite)
    except json.JSONDecodeError as error:
        raise _not_json(f"{error.msg} in line {error.lineno}, column {error.colno}") from error
    except (ValueError, RecursionError) as error:  # an integer of thousands of digits; a depth the scan above missed
        raise _not_json("it holds a number or a nesting that no job needs") from error
    if duplicates:
        _refuse_duplicate(value, *duplicates[0])
    if _SURROGATE.search(decoded):
        _refuse_half_characters(value)
    return value


class Node:
    """A JSON value and its path; each accessor returns the checked value or raises a :class:`SceneFillError`."""

    def __init__(self, value: Any, path: str = "") -> None:
        self.value = value
        self.path = path

    @property
    def name(self) -> str:
        """The path as it is shown to the user."""
        return f"`{self.path}`" if self.path else "The job"

    def fail(self, code: str, problem: str, hint: str) -> NoReturn:
        """Raise ``code`` with the sentence "<path> <problem>."."""
        raise SceneFillError(code, f"{self.name} {problem}.", hint, {"path": self.path})

    def child(self, member: str) -> Node:
        return Node(self.value[member], child_path(self.path, member))

    def mapping(self, limit: int = 1000) -> dict[str, Node]:
        """The members of an object whose names are free."""
        if not isinstance(self.value, dict):
            self._wrong_type("an object")
        if len(self.value) > limit:
            self.fail("bad-value", f"has {len(self.value)} members", f"Give at most {limit}.")
        for member in self.value:
            if not isinstance(member, str) or not member.strip() or len(member) > 200 or _UNSAFE_TEXT.search(member):
                self.fail("bad-value", "has a member whose name is not plain text", "Use letters, digits, '-' and '_'.")
        return {member: self.child(member) for member in self.value}

    def members(self, known: Sequence[str], required: Sequence[str] = ()) -> dict[str, Node]:
        """The members of an object that may have ``known`` names only, and must have the ``required`` ones."""
        found = self.mapping()
        for member, node in found.items():
            if member not in known:
                node.fail("unknown-member", "is not a member of a job", suggest(member, known))
        for member in required:
            if member not in found:
                where = f"`{self.path}`" if self.path else "the job"
                Node(None, child_path(self.path, member)).fail("missing-member", "is missing", f"Add it to {where}.")
        return found

    def items(self, low: int = 0, high: int = 1000) -> list[Node]:
        """The elements of an array of ``low`` to ``high`` elements."""
        if not isinstance(self.value, (list, tuple)):
            self._wrong_type("an array")
        if not low <= len(self.value) <= high:
            wanted = f"{low}" if low == high else f"{low} to {high}"
            self.fail("bad-value", f"has {len(self.value)} elements", f"Give {wanted}.")
        return [Node(value, f"{self.path}[{i}]") for i, value in enumerate(self.value)]

    def text(self, empty: bool = False, limit: int = MAX_TEXT) -> str:
        """A string without control characters or lone surrogates."""
        if not isinstance(self.value, str):
            self._wrong_type("a text")
        if not empty and not self.value.strip():
            self.fail("bad-value", "is empty", "Give a text, or leave the member out where it is optional.")
        if len(self.value) > limit:
            self.fail("bad-value", f"has {len(self.value)} characters", f"Give at most {limit}.")
        if _UNSAFE_TEXT.search(self.value):
            self.fail("bad-value", "holds control or broken characters", "Use printable characters only.")
        return str(self.value)

    def choice(self, known: Sequence[str], code: str = "bad-value", what: str = "one of the known values") -> str:
        """One of the ``known`` strings."""
        value = self.text()
        if value not in known:
            self.fail(code, f"is {describe(value)}, which is not {what}", suggest(value, known))
        return value

    def integer(self, low: int, high: int) -> int:
        """A whole number within ``low..high``. 4.0 counts as whole, as in JSON Schema; true does not count."""
        value = self.value
        if isinstance(value, float) and value.is_integer():
            value = int(value)
        if isinstance(value, bool) or not isinstance(value, int):
            self._wrong_type("a whole number")
        if not low <= value <= high:
            self.fail("bad-value", f"is {describe(self.value)}", f"Give a whole number from {low} to {high}.")
        return int(value)

    def number(self, low: float = -1e300, high: float = 1e300) -> float:
        """A finite number within ``low..high``."""
        value = self.value
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            self._wrong_type("a number")
        if isinstance(value, float) and not math.isfinite(value):
            self.fail("bad-value", "is not a finite number", "Give a finite number.")
        if not low <= value <= high:
            self.fail("bad-value", f"is {describe(value)}", f"Give a number from {low:g} to {high:g}.")
        return float(value)

    def _wrong_type(self, wanted: str) -> NoReturn:
        hint = "Leave the member out instead of giving null." if self.value is None else f"Give {wanted}."
        self.fail("wrong-type", f"must be {wanted}, and is {describe(self.value)}", hint)


def child_path(path: str, member: str) -> str:
    """The path of a member: ``a.b``, or ``a["b c"]`` where the name needs quotes; long names are cut."""
    shown = member if len(member) <= 80 else member[:77] + "..."
    if not _PLAIN_NAME.fullmatch(shown):
        return f"{path}[{json.dumps(shown)}]"
    return f"{path}.{shown}" if path else shown


def suggest(value: str, known: Iterable[str]) -> str:
    """A hint: the nearest of the ``known`` words if one is near, else all of them."""
    words = {word.casefold(): word for word in known}
    near = difflib.get_close_matches(value[:100].casefold(), list(words), n=1, cutoff=0.6)
    if near:
        return f"Did you mean `{words[near[0]]}`?"
    return f"Known here: {', '.join(words.values())}."


def describe(value: Any) -> str:
    """A value for an error message: short, and never recursing into what a stranger sent."""
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, dict):
        return "an object"
    if isinstance(value, (list, tuple)):
        return "an array"
    if isinstance(value, int) and value.bit_length() > 200:
        return "a huge number"
    shown = json.dumps(value) if isinstance(value, (str, int, float)) else type(value).__name__
    return shown if len(shown) <= 80 else shown[:77] + "..."


def _decode(raw: bytes) -> str:
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _not_json(f"byte {error.start} is not UTF-8") from error


def _too_deep(text: str) -> bool:
    """Whether brackets outside strings nest beyond the limit: a scan, as the parser's recursion is what is feared."""
    depth, in_string = 0, False
    for match in _MARKS.finditer(text):
        mark = match.group()
        if mark == '"':
            in_string = not in_string
        elif in_string or mark[0] == "\\":
            continue
        elif mark in "[{":
            depth += 1
            if depth > MAX_DEPTH:
                return True
        else:
            depth -= 1
    return False


def _not_json(why: str) -> SceneFillError:
    return SceneFillError(
        "job-not-json", f"The job is not readable as JSON: {why}.", "Compare it with an example in docs/job.md."
    )


def _refuse_constant(name: str) -> NoReturn:
    raise SceneFillError("bad-value", f"The job holds {name}, which is not a number of JSON.", "Give a finite number.")


def _finite(text: str) -> float:
    value = float(text)
    if not math.isfinite(value):
        _refuse_constant(f"{text:.20}")
    return value


def _refuse_half_characters(value: Any) -> None:
    """Halves of characters (lone surrogates) can be written in JSON, and in no file or answer."""
    try:
        json.dumps(value, ensure_ascii=False).encode("utf-8")
    except UnicodeEncodeError as error:
        raise SceneFillError(
            "bad-value", "The job holds half a character (a lone surrogate).", "Give text that can be written in UTF-8."
        ) from error


def _refuse_duplicate(value: Any, owner: dict[str, Any], name: str) -> NoReturn:
    path = _find(value, owner, "")
    shown = child_path(path or "", name)
    # Inside a repeated member the first value is gone, and so is its path: the name alone has to do.
    raise SceneFillError(
        "duplicate-member", f"`{shown}` is given twice.", "Keep the one that is meant.", {"path": shown}
    )


def _find(value: Any, wanted: dict[str, Any], path: str) -> str | None:
    """The path of the object ``wanted`` (by identity) below ``value``; the depth was limited before."""
    if value is wanted:
        return path
    children: Iterable[tuple[str, Any]] = ()
    if isinstance(value, dict):
        children = ((child_path(path, name), item) for name, item in value.items())
    elif isinstance(value, list):
        children = ((f"{path}[{i}]", item) for i, item in enumerate(value))
    for child, item in children:
        found = _find(item, wanted, child)
        if found is not None:
            return found
    return None
