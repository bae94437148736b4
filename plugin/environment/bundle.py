"""The format of offline bundles: a folder of wheels with a list of their checksums, and what they are for."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ...core.checksum import file_sha256
from ...core.errors import SceneFillError
from ...core.feedback import Feedback
from ..i18n import tr
from .detect import Interpreter

MANIFEST = "bundle.json"
SCHEMA = 1


@dataclass(frozen=True)
class Bundle:
    """A folder of wheels.

    Attributes:
        minor: the Python that they are for, such as ``(3, 11)``.
        platform: as in wheels' names.
        build: of PyTorch.
        digest: of the recipe.
        files: SHA-256 (hex) by file name.
    """

    folder: Path
    minor: tuple[int, int]
    platform: str
    build: str
    digest: str
    files: Mapping[str, str]

    @property
    def size(self) -> int:
        """Bytes of all wheels."""
        return sum((self.folder / name).stat().st_size for name in self.files)


def read_bundle(folder: Path) -> Bundle:
    """What a folder's ``bundle.json`` says.

    Raises:
        SceneFillError: ``env-no-bundle``.
    """
    try:
        data: Any = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        if data["schema"] != SCHEMA:
            raise ValueError(data["schema"])
        major, minor = (int(part) for part in str(data["python"]).split("."))
        files = {str(name): str(value) for name, value in data["files"].items()}
        if not files or any(Path(name).name != name for name in files):
            raise ValueError("files")
        return Bundle(
            folder, (major, minor), str(data["platform"]), str(data["build"]), str(data.get("digest", "")), files
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise SceneFillError(
            "env-no-bundle",
            tr("{folder} is not an offline bundle.").format(folder=folder),
            tr("Choose the folder with the file bundle.json that was made on another computer."),
            {"reason": f"{type(error).__name__}: {error}"},
        ) from error


def write_bundle(bundle: Bundle, created: str) -> None:
    """Write ``bundle.json``, which makes the folder a bundle: aside, then renamed."""
    data = {
        "schema": SCHEMA,
        "python": f"{bundle.minor[0]}.{bundle.minor[1]}",
        "platform": bundle.platform,
        "build": bundle.build,
        "digest": bundle.digest,
        "created": created,
        "files": dict(bundle.files),
    }
    aside = bundle.folder / f"{MANIFEST}.part"
    aside.write_text(json.dumps(data, indent=2, sort_keys=True) + "\n", encoding="utf-8")
    aside.replace(bundle.folder / MANIFEST)


def verify_bundle(bundle: Bundle, feedback: Feedback) -> None:
    """Compare every wheel with its checksum. Blocks: reads all of them.

    Raises:
        SceneFillError: ``env-bundle-damaged``.
    """
    for number, (name, wanted) in enumerate(sorted(bundle.files.items())):
        path = bundle.folder / name
        try:
            damaged = file_sha256(path, feedback.is_cancelled) != wanted
        except OSError:
            damaged = True
        if damaged:
            raise SceneFillError(
                "env-bundle-damaged",
                tr("{name} in the offline bundle is damaged or missing.").format(name=name),
                tr("Copy the bundle again, or make it anew."),
                {"file": name},
            )
        feedback.progress((number + 1) / len(bundle.files), "")


def require_fit(bundle: Bundle, interpreter: Interpreter) -> None:
    """Whether a bundle is for this Python and system.

    Raises:
        SceneFillError: ``env-bundle-other``.
    """
    if bundle.platform == interpreter.platform and bundle.minor == interpreter.minor:
        return
    raise SceneFillError(
        "env-bundle-other",
        tr("The offline bundle is for {theirs}; this computer has {ours}.").format(
            theirs=_shown(bundle.minor, bundle.platform), ours=_shown(interpreter.minor, interpreter.platform)
        ),
        tr("Make the bundle on a computer with the same system and the same version of Python."),
    )


def _shown(minor: tuple[int, int], platform: str) -> str:
    return f"Python {minor[0]}.{minor[1]}, {platform}"
