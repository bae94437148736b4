"""Catalogues of translations, the ``.ts`` files of Qt Linguist: read, brought up to date, checked and written."""

from __future__ import annotations

import re
import string
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from xml.etree import ElementTree
from xml.sax.saxutils import escape

from .text_sources import Text

#: Language -> number of forms that a text with a number has in it.
LANGUAGES = {"de": 2, "es": 2, "fr": 2, "zh_CN": 1, "en": 2}

#: The language of the sources: only texts with numbers need anything there, and it follows from their ``(s)``.
SOURCE_LANGUAGE = "en"


@dataclass(frozen=True)
class Message:
    """A text with its translation.

    Attributes:
        forms: the translation; one for each form of number, or a single one.
        state: ``finished``, ``unfinished`` (not yet translated, or to be looked at) or ``vanished`` (no longer a text).
    """

    text: Text
    forms: tuple[str, ...] = ()
    state: str = "finished"


def path_of(folder: Path, language: str, suffix: str = ".ts") -> Path:
    return folder / f"scenefill_{language}{suffix}"


def read(path: Path) -> list[Message]:
    """The messages of a catalogue; none where there is no file."""
    if not path.exists():
        return []
    root = ElementTree.fromstring(path.read_text(encoding="utf-8"))  # noqa: S314 -- a file of this checkout
    return [
        message(context.findtext("name", ""), element)
        for context in root.iter("context")
        for element in context.iter("message")
    ]


def message(context: str, element: ElementTree.Element) -> Message:
    translation = element.find("translation")
    plural = element.get("numerus") == "yes"
    files = tuple(place.get("filename", "").removeprefix("../../") for place in element.iter("location"))
    text = Text(context, element.findtext("source", ""), element.findtext("comment", ""), plural, files)
    if translation is None:
        return Message(text, (), "unfinished")
    parts = translation.findall("numerusform") if plural else [translation]
    return Message(text, tuple(part.text or "" for part in parts), translation.get("type", "finished"))


def updated(messages: Sequence[Message], texts: Sequence[Text], language: str) -> list[Message]:
    """The catalogue for ``texts``: known translations kept, new texts unfinished, what is gone marked vanished."""
    if language == SOURCE_LANGUAGE:
        return [Message(text, english_forms(text.source)) for text in texts if text.plural]
    known = {item.text.key: item for item in messages}
    fresh = [renewed(known.pop(text.key, None), text, LANGUAGES[language]) for text in texts]
    gone = [replace(item, state="vanished") for item in known.values() if any(item.forms)]
    return fresh + gone


def renewed(known: Message | None, text: Text, numbers: int) -> Message:
    count = numbers if text.plural else 1
    if known is None or len(known.forms) != count:
        return Message(text, ("",) * count, "unfinished")
    state = "unfinished" if not all(known.forms) or known.state == "unfinished" else "finished"
    return Message(text, known.forms, state)


def english_forms(source: str) -> tuple[str, str]:
    """``%n band(s)`` for one and for several."""
    return source.replace("(s)", ""), source.replace("(s)", "s")


def write(path: Path, messages: Sequence[Message], language: str) -> None:
    """Write a catalogue as Qt Linguist does, but for the numbers of lines, which would change all the time."""
    lines = ['<?xml version="1.0" encoding="utf-8"?>', "<!DOCTYPE TS>"]
    lines.append(f'<TS version="2.1" language="{language}" sourcelanguage="{SOURCE_LANGUAGE}">')
    for context in dict.fromkeys(item.text.context for item in messages):
        lines += ["<context>", f"    <name>{escape(context)}</name>"]
        for item in messages:
            if item.text.context == context:
                lines += message_lines(item)
        lines.append("</context>")
    lines.append("</TS>")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def message_lines(item: Message) -> Iterator[str]:
    yield '    <message numerus="yes">' if item.text.plural else "    <message>"
    if item.state != "vanished":
        yield from (f'        <location filename="../../{escape(name)}"/>' for name in item.text.files)
    yield f"        <source>{escape(item.text.source)}</source>"
    if item.text.comment:
        yield f"        <comment>{escape(item.text.comment)}</comment>"
    kind = "" if item.state == "finished" else f' type="{item.state}"'
    if item.text.plural:
        yield f"        <translation{kind}>"
        yield from (f"            <numerusform>{escape(form)}</numerusform>" for form in item.forms)
        yield "        </translation>"
    else:
        yield f"        <translation{kind}>{escape(''.join(item.forms))}</translation>"
    yield "    </message>"


def problems(messages: Sequence[Message], texts: Sequence[Text], language: str) -> Iterator[str]:
    """What keeps a catalogue from being complete and right, in words."""
    known = {item.text.key: item for item in messages if item.state != "vanished"}
    for text in texts:
        item = known.get(text.key)
        if language == SOURCE_LANGUAGE and not text.plural:
            continue
        if item is None:
            yield f"{shown(text)} is missing"
        elif item.state == "unfinished" or not all(item.forms):
            yield f"{shown(text)} is not translated"
        elif item.text.plural != text.plural or len(item.forms) != (LANGUAGES[language] if text.plural else 1):
            yield f"{shown(text)} has {len(item.forms)} forms"
        else:
            yield from (f"{shown(text)}: {what}" for what in differences(text, item.forms))
    wanted = {text.key for text in texts}
    yield from (f"{shown(item.text)} is no text any more" for key, item in known.items() if key not in wanted)


def shown(text: Text) -> str:
    return f"{text.context}: {text.source[:80]!r}"


def differences(text: Text, forms: Sequence[str]) -> Iterator[str]:
    """What a translation lost or gained: placeholders, the number, mnemonics, markup, spaces at its ends."""
    for form in forms:
        for name, marks in (
            ("placeholders", placeholders),
            ("mnemonics", mnemonics),
            ("tags", tags),
            ("spaces at the ends", ends),
        ):
            if marks(form) != marks(text.source):
                yield f"{name} {marks(text.source)} became {marks(form)} in {form!r}"
    if text.plural and "%n" not in forms[-1]:
        yield f"the number is not in {forms[-1]!r}"
    if not text.plural and any("%n" in form for form in forms):
        yield "there is a number in it"


def placeholders(text: str) -> list[str]:
    try:
        return sorted(name for _, name, _, _ in string.Formatter().parse(text) if name is not None)
    except ValueError as error:
        return [str(error)]


def mnemonics(text: str) -> int:
    """How many letters are marked to be pressed with Alt; ``&&`` is an ampersand, ``&lt;`` a character of HTML."""
    return len(re.findall(r"&(?!\w+;)\w", text.replace("&&", "")))


def tags(text: str) -> list[str]:
    return sorted(re.findall(r"</?[a-z]+", text))


def ends(text: str) -> tuple[str, str]:
    return text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
