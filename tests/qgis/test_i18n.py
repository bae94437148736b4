"""QGIS shows the plugin in the user's language."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from qgis.PyQt.QtCore import QCoreApplication, QSettings
from scenefill.plugin.i18n import CONTEXT, FOLDER, load_translator, tr
from scenefill.scripts.catalogues import SOURCE_LANGUAGE, path_of, read

#: What QGIS calls the user's language -> the catalogue that is taken for it.
USERS = {"de": "de", "de_AT": "de", "es_MX": "es", "fr": "fr", "zh_CN": "zh_CN", "en_US": SOURCE_LANGUAGE}


@pytest.fixture
def chosen(request: pytest.FixtureRequest) -> Iterator[str]:
    """QGIS set to a language."""
    settings = QSettings()
    settings.setValue("locale/overrideFlag", True)
    settings.setValue("locale/userLocale", request.param)
    yield str(request.param)
    settings.remove("locale")


@pytest.mark.parametrize("chosen", USERS, indirect=True)
def test_every_text_is_shown_as_the_catalogue_says(chosen: str) -> None:
    translator = load_translator()
    assert translator is not None, "run `make translations`"
    messages = [item for item in read(path_of(FOLDER, USERS[chosen])) if item.text.context == CONTEXT]
    assert messages
    QCoreApplication.installTranslator(translator)
    try:
        for item in messages:
            if item.text.plural:
                for n in (1, 700):
                    assert tr(item.text.source, n) in {form.replace("%n", str(n)) for form in item.forms}
            else:
                assert tr(item.text.source) == item.forms[0]
    finally:
        QCoreApplication.removeTranslator(translator)


@pytest.mark.parametrize("chosen", ["fi"], indirect=True)
def test_without_a_catalogue_texts_are_english(chosen: str) -> None:
    assert load_translator() is None
    assert tr("A text that nobody translates") == "A text that nobody translates"
