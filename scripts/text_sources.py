"""The texts that SceneFill shows, read from its sources: ``tr("...")`` in Python, ``<string>`` in the forms."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from xml.etree import ElementTree

#: Context of the texts in Python sources, see plugin/i18n.py.
CONTEXT = "SceneFill"
RINGS = ("plugin", "ui")


@dataclass(frozen=True)
class Text:
    """A text to translate.

    Attributes:
        context: what Qt looks it up under: :data:`CONTEXT`, or the class of a form.
        source: the text in English.
        comment: tells equal texts of different meanings apart (forms only).
        plural: whether it has forms for numbers (``%n``).
        files: where it is, relative to the root.
    """

    context: str
    source: str
    comment: str = ""
    plural: bool = False
    files: tuple[str, ...] = ()

    @property
    def key(self) -> tuple[str, str, str]:
        return (self.context, self.source, self.comment)


class SourceProblem(Exception):
    """A text that cannot be translated, with its file and line."""


def texts_of(root: Path) -> list[Text]:
    """All texts of a checkout, each once, in the order of contexts and files.

    Raises:
        SourceProblem: naming everything that cannot be translated.
    """
    found: dict[tuple[str, str, str], Text] = {}
    problems: list[str] = []
    for path in sorted(path for ring in RINGS for path in (root / ring).rglob("*")):
        name = path.relative_to(root).as_posix()
        texts: list[Text] = []
        if path.suffix == ".ui":
            texts = list(form_texts(path.read_text(encoding="utf-8")))
        elif path.suffix == ".py" and name != "plugin/i18n.py":
            texts, wrong = python_texts(path.read_text(encoding="utf-8"))
            problems += [f"{name}:{what}" for what in wrong]
        for text in texts:
            known = found.setdefault(text.key, text)
            if known.plural != text.plural:
                problems.append(f"{name}: {text.source!r} is used with a number and without one")
            if name not in known.files:
                found[text.key] = replace(known, files=(*known.files, name))
    if problems:
        raise SourceProblem("\n".join(problems))
    return sorted(found.values(), key=lambda text: (text.context != CONTEXT, text.context, text.files))


def python_texts(source: str) -> tuple[list[Text], list[str]]:
    """The texts of a Python source, and in words, after the line's number, what is wrong with it."""
    texts, wrong = [], []
    calls = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)]
    for node in sorted(calls, key=lambda call: (call.lineno, call.col_offset)):
        if isinstance(node.func, ast.Name) and node.func.id == "tr":
            problem = problem_of(node)
            if problem:
                wrong.append(f"{node.lineno}: {problem}")
            else:
                texts.append(Text(CONTEXT, literal(node), plural=has_number(node)))
        elif isinstance(node.func, ast.Attribute) and node.func.attr in ("tr", "translate") and literal(node):
            wrong.append(f"{node.lineno}: texts go through tr() of plugin/i18n.py, not through .{node.func.attr}()")
    return texts, wrong


def problem_of(call: ast.Call) -> str:
    """What is wrong with a call of ``tr``, in words; empty when nothing is."""
    text = literal(call)
    if not text:
        return "tr() needs one literal that is not empty; values are put in afterwards, with .format()"
    if has_number(call) != ("%n" in text):
        return f"%n in {text!r} needs a number, and a number needs %n"
    return ""


def literal(call: ast.Call) -> str:
    """The first argument where it is a literal text, else nothing."""
    first = call.args[0] if call.args else None
    return first.value if isinstance(first, ast.Constant) and isinstance(first.value, str) else ""


def has_number(call: ast.Call) -> bool:
    return len(call.args) > 1 or any(keyword.arg == "n" for keyword in call.keywords)


def form_texts(source: str) -> Iterator[Text]:
    """The texts of a form, as ``uic`` looks them up."""
    root = ElementTree.fromstring(source)  # noqa: S314 -- a file of this checkout
    context = root.findtext("class", "")
    for element in root.iter("string"):
        if element.text and element.get("notr") != "true":
            yield Text(context, element.text, element.get("comment", ""))
