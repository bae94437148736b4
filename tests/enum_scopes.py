"""Finds, in a source, names of Qt and QGIS that a binding lacks, and enum members without their enum.

PyQt6 has ``Qt.AlignmentFlag.AlignCenter`` only; PyQt5 has ``Qt.AlignCenter`` too, which is how such code comes about.
"""

from __future__ import annotations

import ast
import enum
import importlib
from collections.abc import Iterator
from typing import Any

#: Methods that Qt5's bindings have and Qt6's lack, by names that nothing else has.
GONE = ("exec_", "print_", "toTime_t", "fromTime_t", "globalPos", "posF", "setTabStopWidth")


def imported(tree: ast.AST, package: str) -> dict[str, str]:
    """Local name -> dotted name, of everything that a source imports from a package."""
    found = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.level == 0 and inside(node.module or "", package):
            found.update({alias.asname or alias.name: f"{node.module}.{alias.name}" for alias in node.names})
    return found


def inside(module: str, package: str) -> bool:
    return module == package or module.startswith(f"{package}.")


def chains(tree: ast.AST) -> Iterator[tuple[int, list[str]]]:
    """(line, parts) of the longest dotted names: ``a.b.c`` is told once, not as ``a.b`` too."""
    shorter = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and id(node) not in shorter:
            parts, value = [node.attr], node.value
            while isinstance(value, ast.Attribute):
                parts.insert(0, value.attr)
                value = value.value
            if isinstance(value, ast.Name):
                yield node.lineno, [value.id, *parts]


def find(dotted: str) -> Any:
    """The object that ``package.module.Class`` names."""
    module, _, name = dotted.rpartition(".")
    try:
        return getattr(importlib.import_module(module), name)
    except AttributeError:
        return importlib.import_module(dotted)


def is_enum(kind: type) -> bool:
    """Whether a type is an enum: Python's own, or that of the bindings to Qt5."""
    return issubclass(kind, enum.Enum) or type(kind).__name__ == "enumtype"


def misuses(source: str, package: str, mapped: str) -> Iterator[str]:
    """What is wrong with the names that ``source`` uses of ``package``, looked up in the package ``mapped``."""
    tree = ast.parse(source)
    names = imported(tree, package)
    roots = {}
    for local, dotted in names.items():
        try:
            roots[local] = find(mapped + dotted.removeprefix(package))
        except ImportError:
            yield f"there is no {dotted}"
    for line, parts in chains(tree):
        if parts[0] in roots:
            yield from (f"line {line}: {what}" for what in follow(roots[parts[0]], parts))
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and node.attr in GONE:
            yield f"line {node.lineno}: {node.attr} is gone"


def follow(value: Any, parts: list[str]) -> Iterator[str]:
    """Go along a dotted name as far as there are classes and modules."""
    for position, part in enumerate(parts[1:], 1):
        if not (isinstance(value, type) or hasattr(value, "__path__") or hasattr(value, "__file__")):
            return
        owner = value
        try:
            value = getattr(owner, part)
        except AttributeError:
            yield f"there is no {'.'.join(parts[: position + 1])}"
            return
        if is_enum(type(value)) and owner is not type(value):
            yield f"{'.'.join(parts[: position + 1])} is not fully scoped"
