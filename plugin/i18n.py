"""Translation of the texts that SceneFill shows: one context for all Python sources, so that a text is found once.

The forms in ``ui/`` are translated by ``uic`` under the name of their class.
"""

from __future__ import annotations

from pathlib import Path

from qgis.PyQt.QtCore import QCoreApplication, QLocale, QSettings, QTranslator

CONTEXT = "SceneFill"
FOLDER = Path(__file__).resolve().parent.parent / "resources" / "i18n"


def tr(text: str, n: int = -1) -> str:
    """``text`` in the user's language; ``%n`` in it is replaced by ``n`` in the right plural form.

    ``scripts/translations.py`` finds the texts by reading the sources, so ``text`` is always a literal. Values are put
    in afterwards, by ``tr("... {name} ...").format(name=...)``.
    """
    return QCoreApplication.translate(CONTEXT, text, None, n)


def locale_name() -> str:
    """The language that QGIS shows, such as ``de`` or ``zh_CN``."""
    settings = QSettings()
    chosen = settings.value("locale/userLocale", "", type=str)
    if settings.value("locale/overrideFlag", False, type=bool) and chosen:
        return str(chosen)
    return str(chosen or QLocale.system().name())


def load_translator() -> QTranslator | None:
    """The translator of the user's language, not yet installed; None where there is no translation."""
    translator = QTranslator()
    for name in (locale_name(), locale_name().split("_")[0]):
        if translator.load(str(FOLDER / f"scenefill_{name}.qm")):
            return translator
    return None
