"""The rules of QGIS' plugin repository for a plugin's zip, so that an upload is not the first to be told of a breach.

Followed from the repository's validator: the names of folder and files, the fields of ``metadata.txt``, the size. What
needs other tools or the network (bandit, detect-secrets, flake8, links that answer) is not in here.
"""

from __future__ import annotations

import configparser
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from urllib.parse import urlsplit

#: Largest upload, in bytes.
MAX_SIZE = 25_000_000

REQUIRED_FILES = ("__init__.py", "metadata.txt", "LICENSE")
REQUIRED_FIELDS = (
    "name",
    "description",
    "about",
    "version",
    "qgisMinimumVersion",
    "author",
    "email",
    "homepage",
    "tracker",
    "repository",
)
LINKS = ("homepage", "tracker", "repository")
FORBIDDEN_PARTS = ("__MACOSX", ".git", "__pycache__")
#: Compiled code, libraries, programs and scripts.
FORBIDDEN_SUFFIXES = (".pyc", ".pyo", ".exe", ".dll", ".so", ".dylib", ".pyd", ".bat", ".sh", ".ps1", ".cmd")
#: Rings of the source tree that a user does not get.
FOREIGN_FOLDERS = ("tests", "server", "cli", "training", "benchmarks", "scripts")


def problems(package: Path) -> list[str]:
    """What the plugin repository, or this project, would object to in a zip, in words."""
    with zipfile.ZipFile(package) as archive:
        found = [f"{name} is damaged" for name in filter(None, [archive.testzip()])]
        names = [PurePosixPath(info.filename) for info in archive.infolist() if not info.is_dir()]
        found += structure(archive.infolist())
        tops = {name.parts[0] for name in names}
        if len(tops) == 1:
            found += contents(names)
            metadata = PurePosixPath(tops.pop(), "metadata.txt")
            if metadata in names:
                found += fields(archive.read(str(metadata)).decode("utf-8"))
    if package.stat().st_size > MAX_SIZE:
        found.append(f"{package.stat().st_size} bytes are more than {MAX_SIZE}")
    return found


def structure(infos: list[zipfile.ZipInfo]) -> Iterator[str]:
    """One folder, whose name is a name of a package; paths that stay in it; plain files."""
    tops = {PurePosixPath(info.filename).parts[0] for info in infos}
    if len(tops) != 1:
        yield f"there are {len(tops)} folders at the top instead of one: {sorted(tops)}"
    for top in tops:
        if not (re.fullmatch(r"[A-Za-z][A-Za-z0-9_-]+", top) and top.isidentifier()) or "plugin" in top.lower():
            yield f"the folder {top!r} is no identifier without the word 'plugin'"
    for info in infos:
        path = PurePosixPath(info.filename)
        if path.is_absolute() or ".." in path.parts or "\\" in info.filename or ":" in info.filename:
            yield f"{info.filename} does not stay in the folder"
        mode = info.external_attr >> 16
        if not info.is_dir() and mode & 0o111:
            yield f"{info.filename} can be executed"
        if (mode & 0o170000) not in (0, 0o100000, 0o040000):
            yield f"{info.filename} is not a plain file"


def contents(names: list[PurePosixPath]) -> Iterator[str]:
    """What has to be there, and what must not."""
    top = names[0].parts[0]
    for wanted in REQUIRED_FILES:
        if PurePosixPath(top, wanted) not in names:
            yield f"{wanted} is missing"
    for name in names:
        inner = name.parts[1:]
        if set(inner) & set(FORBIDDEN_PARTS) or name.suffix.lower() in FORBIDDEN_SUFFIXES:
            yield f"{name} is forbidden"
        if any(part.startswith(".") for part in inner):
            yield f"{name} is hidden"
        if inner[0] in FOREIGN_FOLDERS:
            yield f"{name} is not for users"


def fields(text: str) -> Iterator[str]:
    """The fields of metadata.txt."""
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str  # type: ignore[assignment,method-assign] -- names are told apart by case
    parser.read_string(text)
    if not parser.has_section("general"):
        yield "metadata.txt has no section [general]"
        return
    general = dict(parser["general"])
    for field in REQUIRED_FIELDS:
        if not general.get(field, "").strip():
            yield f"metadata.txt: {field} is missing"
    for field in LINKS:
        parts = urlsplit(general.get(field, ""))
        if parts.scheme != "https" or "." not in parts.netloc or re.search(r"\s", general.get(field, "")):
            yield f"metadata.txt: {field} is no https address"
    if not re.fullmatch(r"\d+(\.\d+){1,2}(-[0-9A-Za-z.]+)?", general.get("version", "")):
        yield f"metadata.txt: version {general.get('version')!r} is not like 1.2.3"
    for field in ("qgisMinimumVersion", "qgisMaximumVersion"):
        if field in general and not re.fullmatch(r"\d+\.\d+(\.\d+)?", general[field]):
            yield f"metadata.txt: {field} {general[field]!r} is not like 3.22"
    if "plugin" in general.get("name", "").lower():
        yield "metadata.txt: the name repeats the word 'plugin'"
    if not re.fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s]+", general.get("email", "")):
        yield "metadata.txt: email is no address"
    if "supportsQt6" in general:
        yield "metadata.txt: supportsQt6 is out of use"
