"""The ROLES parameter: a layer's bands, unit, date and gaps as a job's JSON says them, over what was guessed."""

from __future__ import annotations

import dataclasses
import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from ...core.errors import SceneFillError
from ...core.job import SCHEMA, Input, job_from_dict
from ...core.job_json import parse
from ...core.modalities import registry
from ..form import InputRow
from .parameters import ROLES

_UNIT_MEMBERS = ("unit", "scale", "offset")


def read_roles(text: str) -> tuple[Mapping[str, Any], ...]:
    """The objects of the parameter.

    Raises:
        SceneFillError: ``job-not-json``, ``wrong-type``, ``missing-member``.
    """
    if not text:
        return ()
    try:
        items = parse(text)
    except SceneFillError as error:
        error.message = f"{ROLES}: {error.message}"
        raise
    if not isinstance(items, list) or not all(isinstance(item, dict) for item in items):
        raise SceneFillError(
            "wrong-type", f"{ROLES} is not a list of objects.", 'Give a list such as [{"path": "s1.tif"}].'
        )
    for number, item in enumerate(items):
        if not isinstance(item.get("path"), str):
            raise SceneFillError(
                "missing-member", f"`{ROLES}[{number}].path` is missing.", "Name the layer that the role belongs to."
            )
    return tuple(items)


def apply_roles(rows: Sequence[InputRow], roles: Sequence[Mapping[str, Any]]) -> tuple[InputRow, ...]:
    """The rows with roles over the guesses; a layer with several roles becomes several rows.

    Raises:
        SceneFillError: ``bad-value`` for a role of no layer, and whatever is wrong with a job's input.
    """
    owners = [_owner(number, role, rows) for number, role in enumerate(roles)]
    out: list[InputRow] = []
    for index, row in enumerate(rows):
        own = [number for number, owner in enumerate(owners) if owner == index]
        out += [_with_role(row, roles[number], number) for number in own] or [row]
    return tuple(out)


def _owner(number: int, role: Mapping[str, Any], rows: Sequence[InputRow]) -> int:
    named = str(role["path"])
    for matches in (_is_path, _is_file_name, _is_name):
        found = [index for index, row in enumerate(rows) if matches(row, named)]
        if len(found) == 1:
            return found[0]
        if found:
            break
    names = ", ".join(sorted({Path(row.ref.path).name or row.ref.name for row in rows}))
    problem = "is none of the layers" if not found else f"fits {len(found)} of the layers"
    raise SceneFillError(
        "bad-value", f"`{ROLES}[{number}].path`: '{named}' {problem}.", f"Layers: {names}. A whole path fits one alone."
    )


def _is_path(row: InputRow, named: str) -> bool:
    return (
        bool(row.ref.path) and Path(named).is_absolute() and os.path.normpath(named) == os.path.normpath(row.ref.path)
    )


def _is_file_name(row: InputRow, named: str) -> bool:
    return bool(row.ref.path) and Path(row.ref.path).name == Path(named).name


def _is_name(row: InputRow, named: str) -> bool:
    return row.ref.name == named


def _with_role(row: InputRow, role: Mapping[str, Any], number: int) -> InputRow:
    """One role over the guess, checked as an input of a job is."""
    guessed = {name: getattr(row, name) for name in ("unit", "scale", "offset", "date")}
    merged: dict[str, Any] = {name: value for name, value in guessed.items() if value is not None}
    if any(name in role for name in _UNIT_MEMBERS):
        for name in _UNIT_MEMBERS:
            merged.pop(name, None)
    merged["bands"] = dict(row.bands)
    merged.update(role)
    merged["path"] = row.ref.path or row.ref.source
    if "modality" not in role:
        bands = merged["bands"] if isinstance(merged["bands"], dict) else {}
        merged["modality"] = dataclasses.replace(row, bands=bands).main_modality or registry().ids[0]
    found = _checked(merged, Path(row.ref.path).parent, number)
    values = {name: getattr(found, name) for name in ("bands", "unit", "scale", "offset", "date", "gaps")}
    same_unit = all(values[name] == getattr(row, name) for name in _UNIT_MEMBERS)
    return dataclasses.replace(row, **values, unit_text=row.unit_text if same_unit else "", reasons=())


def _checked(merged: Mapping[str, Any], base: Path, number: int) -> Input:
    """The input that a job reads from ``merged``, whose relative paths count from ``base``."""
    rest = {"grid": {"like": "any"}, "targets": [{"modality": "optical"}], "output": {"folder": "any"}}
    try:
        return job_from_dict({"schema": SCHEMA, "inputs": [merged], **rest}, base).inputs[0]
    except SceneFillError as error:
        error.message = error.message.replace("`inputs[0]", f"`{ROLES}[{number}]")
        raise
