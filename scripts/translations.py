"""Translations of what SceneFill shows: ``.venv/bin/python -I -m scenefill.scripts.translations update check release``.

``update`` reads the texts from the sources into ``resources/i18n/scenefill_*.ts``, where translators work on them, by
hand or with Qt Linguist; translations of texts that are still there are kept. ``check`` says what is missing or wrong.
``release`` makes the ``.qm`` files that QGIS loads. English has the forms for numbers alone.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
from pathlib import Path

from .catalogues import LANGUAGES, path_of, problems, read, updated, write
from .text_sources import SourceProblem, texts_of

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "i18n"

#: Where Qt's compiler of translations may be, under its names.
COMPILERS = ("lrelease", "lrelease-qt5", "lrelease6", "/usr/lib/qt6/bin/lrelease", "pyside6-lrelease")


def update(drop_vanished: bool) -> int:
    texts = texts_of(ROOT)
    for language in LANGUAGES:
        path = path_of(FOLDER, language)
        messages = updated(read(path), texts, language)
        if drop_vanished:
            messages = [item for item in messages if item.state != "vanished"]
        write(path, messages, language)
        states = [item.state for item in messages]
        counts = ", ".join(f"{states.count(state)} {state}" for state in ("finished", "unfinished", "vanished"))
        sys.stdout.write(f"{path.relative_to(ROOT)}: {counts}\n")
    return 0


def check() -> int:
    texts = texts_of(ROOT)
    found = [
        f"{language}: {what}"
        for language in LANGUAGES
        for what in problems(read(path_of(FOLDER, language)), texts, language)
    ]
    sys.stdout.write("".join(f"{line}\n" for line in found))
    return 1 if found else 0


def release() -> int:
    compiler = next(filter(None, map(shutil.which, COMPILERS)), None)
    if compiler is None:
        sys.stderr.write("translations: error: there is no lrelease (Debian: apt-get install qttools5-dev-tools)\n")
        return 1
    for language in LANGUAGES:
        source, target = path_of(FOLDER, language), path_of(FOLDER, language, ".qm")
        command = [compiler, "-silent", "-nounfinished", str(source), "-qm", str(target)]
        if subprocess.run(command, check=False).returncode != 0:
            return 1
    return 0


def main() -> int:
    parser = argparse.ArgumentParser(description="Translations of what SceneFill shows.")
    parser.add_argument("steps", nargs="+", choices=("update", "check", "release"))
    parser.add_argument("--drop-vanished", action="store_true", help="forget translations of texts that are gone")
    options = parser.parse_args()
    doing = {"update": lambda: update(options.drop_vanished), "check": check, "release": release}
    try:
        return max(doing[step]() for step in options.steps)
    except SourceProblem as error:
        sys.stderr.write(f"translations: error: texts that cannot be translated:\n{error}\n")
        return 1


if __name__ == "__main__":
    sys.exit(main())
