"""The catalogues of translations are complete, fit the texts in the sources, and are what QGIS loads."""

from __future__ import annotations

from pathlib import Path

import pytest
from PyQt6.QtCore import QTranslator
from scenefill.scripts.catalogues import (
    LANGUAGES,
    Message,
    differences,
    english_forms,
    path_of,
    problems,
    read,
    updated,
    write,
)
from scenefill.scripts.text_sources import CONTEXT, SourceProblem, Text, form_texts, python_texts, texts_of

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "i18n"

#: More numbers than any language needs to show all of its forms.
NUMBERS = range(30)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_is_in_the_catalogue_and_translated(language: str) -> None:
    assert list(problems(read(path_of(FOLDER, language)), texts_of(ROOT), language)) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_qgis_loads_says_what_the_catalogue_says(language: str) -> None:
    translator = QTranslator()
    assert translator.load(str(path_of(FOLDER, language, ".qm"))), "run `make translations`"
    messages = [item for item in read(path_of(FOLDER, language)) if item.state == "finished"]
    assert messages
    different = [item.text.source for item in messages if said(translator, item.text) != set(item.forms)]
    assert different == [], "run `make translations`"


def said(translator: QTranslator, text: Text) -> set[str]:
    """What a translator has for a text; all forms of it where there are several."""
    # In UTF-8: PyQt makes ASCII of texts here.
    key = [part.encode() for part in (text.context, text.source, text.comment)]
    return {translator.translate(*key, n) for n in NUMBERS} if text.plural else {translator.translate(*key)}


def test_the_sources_have_texts() -> None:
    texts = texts_of(ROOT)
    assert len(texts) > 100
    assert {text.context for text in texts} > {CONTEXT}
    assert any(text.plural for text in texts)


def test_english_has_numbers() -> None:
    assert english_forms("%n band(s) of %n") == ("%n band of %n", "%n bands of %n")


def test_texts_of_python_are_found() -> None:
    source = 'a = tr("One")\nb = tr("Two " "words {x}").format(x=1)\nc = tr("%n pixel(s)", 3)\nd = other("No")\n'
    texts, wrong = python_texts(source)
    assert wrong == []
    assert texts == [
        Text(CONTEXT, "One"),
        Text(CONTEXT, "Two words {x}"),
        Text(CONTEXT, "%n pixel(s)", plural=True),
    ]


@pytest.mark.parametrize(
    "source",
    [
        "tr(text)",
        'tr(f"{x} pixels")',
        'tr("a" + "b")',
        'tr("")',
        'tr("%n bands")',
        'tr("bands", 3)',
        'self.tr("Text")',
        'QCoreApplication.translate("Context", "Text")',
    ],
)
def test_texts_that_cannot_be_translated_are_found(source: str) -> None:
    texts, wrong = python_texts(f"\n{source}\n")
    assert texts == []
    assert len(wrong) == 1
    assert wrong[0].startswith("2: ")


def test_texts_of_forms_are_found() -> None:
    form = """<ui version="4.0"><class>AreaPanel</class><widget class="QWidget" name="AreaPanel">
      <property name="windowTitle"><string>Area &amp; more</string></property>
      <property name="toolTip"><string comment="verb">Draw</string></property>
      <property name="text"><string notr="true">https://</string></property>
      <property name="statusTip"><string/></property></widget></ui>"""
    assert list(form_texts(form)) == [Text("AreaPanel", "Area & more"), Text("AreaPanel", "Draw", "verb")]


def test_a_checkout_is_read(tmp_path: Path) -> None:
    for ring in ("plugin", "ui"):
        (tmp_path / ring).mkdir()
    (tmp_path / "plugin" / "a.py").write_text('tr("One")\ntr("Two")\n', encoding="utf-8")
    (tmp_path / "ui" / "b.py").write_text('tr("One")\n', encoding="utf-8")
    assert texts_of(tmp_path) == [
        Text(CONTEXT, "Two", files=("plugin/a.py",)),
        Text(CONTEXT, "One", files=("plugin/a.py", "ui/b.py")),
    ]
    (tmp_path / "ui" / "b.py").write_text("tr(one)\n", encoding="utf-8")
    with pytest.raises(SourceProblem, match=r"ui/b\.py:1"):
        texts_of(tmp_path)


def test_a_catalogue_is_read_as_it_was_written(tmp_path: Path) -> None:
    messages = [
        Message(Text(CONTEXT, "A < B & C", files=("ui/a.py", "ui/b.py")), ('A < B & "C"',)),
        Message(Text(CONTEXT, "%n band(s)", plural=True, files=("ui/a.py",)), ("%n Kanal", "%n Kanäle")),
        Message(Text("Panel", "Draw", "verb", files=("ui/p.ui",)), ("",), "unfinished"),
        Message(Text("Panel", "Gone"), ("Weg",), "vanished"),
    ]
    path = tmp_path / "x.ts"
    write(path, messages, "de")
    assert read(path) == messages
    assert read(tmp_path / "none.ts") == []


def test_an_update_keeps_what_is_known() -> None:
    kept, gone, empty = Text(CONTEXT, "Kept"), Text(CONTEXT, "Gone"), Text(CONTEXT, "Never translated")
    new, plural = Text(CONTEXT, "New"), Text(CONTEXT, "%n new", plural=True)
    before = [Message(kept, ("Behalten",)), Message(gone, ("Weg",)), Message(empty, ("",), "unfinished")]
    assert updated(before, [kept, new, plural], "de") == [
        Message(kept, ("Behalten",)),
        Message(new, ("",), "unfinished"),
        Message(plural, ("", ""), "unfinished"),
        Message(gone, ("Weg",), "vanished"),
    ]
    assert updated(before, [kept, gone], "de")[1] == Message(gone, ("Weg",))


def test_a_text_that_comes_back_has_its_translation() -> None:
    text = Text(CONTEXT, "Back")
    assert updated([Message(text, ("Zurück",), "vanished")], [text], "de") == [Message(text, ("Zurück",))]


@pytest.mark.parametrize(
    ("messages", "word"),
    [
        ([], "missing"),
        ([Message(Text(CONTEXT, "One {x}"), ("",), "unfinished")], "not translated"),
        ([Message(Text(CONTEXT, "One {x}"), ("Eins {x}",), "unfinished")], "not translated"),
        ([Message(Text(CONTEXT, "One {x}"), ("Eins {x}",), "vanished")], "missing"),
        ([Message(Text(CONTEXT, "One {x}"), ("Eins {y}",))], "placeholders"),
        ([Message(Text(CONTEXT, "One {x}"), ("Eins {x}",)), Message(Text(CONTEXT, "Old"), ("Alt",))], "no text"),
    ],
)
def test_the_check_finds(messages: list[Message], word: str) -> None:
    found = list(problems(messages, [Text(CONTEXT, "One {x}")], "de"))
    assert len(found) == 1
    assert word in found[0]


@pytest.mark.parametrize(
    ("source", "forms"),
    [
        ("{a} of {b}", ("{b} von {a}",)),
        ("&Area", ("&Gebiet",)),
        ("&Area", ("区域(&A)",)),
        ("Save && close", ("Speichern && schließen",)),
        ("a &lt; <b>b</b>", ("<b>x</b> &gt; y",)),
    ],
)
def test_good_translations_pass(source: str, forms: tuple[str, ...]) -> None:
    assert list(differences(Text(CONTEXT, source), forms)) == []


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        (Text(CONTEXT, "{a} of {b}"), ("{a} von {a}",)),
        (Text(CONTEXT, "{a}"), ("{a",)),
        (Text(CONTEXT, "&Area"), ("Gebiet",)),
        (Text(CONTEXT, "Area"), ("&Gebiet",)),
        (Text(CONTEXT, "<b>a</b>"), ("<b>a<b>",)),
        (Text(CONTEXT, "of "), ("von",)),
        (Text(CONTEXT, "%n band(s)", plural=True), ("ein Kanal", "Kanäle")),
        (Text(CONTEXT, "band"), ("%n Kanal",)),
    ],
)
def test_bad_translations_do_not(text: Text, forms: tuple[str, ...]) -> None:
    assert list(differences(text, forms))
