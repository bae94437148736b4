"""Models on disk: a folder with a diffusers pipeline, ``manifest.json`` and ``model_card.md``.

Safetensors only. The manifest says what the model can do and what its files must hash to, and is checked before a
single weight is read.
"""

from __future__ import annotations

import hashlib
import json
import textwrap
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ..checksum import file_sha256
from ..errors import SceneFillError
from ..modalities import registry

SCHEMA = "scenefill-model/1"
MODELS_PATH = Path(__file__).resolve().parent.parent.parent / "resources" / "models"
WEIGHTS_PATTERN = "*/*.safetensors"


@dataclass(frozen=True)
class Manifest:
    """What ``manifest.json`` of a model says.

    Attributes:
        id, title, version, licence: of the weights.
        size: name in :data:`scenefill.core.model.config.CONFIGS` that they were trained as.
        modalities: band ids per modality, in channel order.
        window, overlap: pixels along one axis; overview_factor: pixels per pixel of the overview.
        pixel_sizes: smallest and largest ground sampling distance in metres that it was trained on.
        files: SHA-256 per weights file, relative to the folder.
        calibration: per mode (``draft``, ``estimate``) and modality, the factor that makes the raw spread honest; and
            under ``whole``, see :meth:`whole_factor`.
        training: data, notices, command and figures.
    """

    id: str
    title: str
    version: str
    licence: str
    size: str
    modalities: Mapping[str, tuple[str, ...]]
    window: int
    overlap: int
    overview_factor: int
    pixel_sizes: tuple[float, float]
    files: Mapping[str, str]
    calibration: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    training: Mapping[str, Any] = field(default_factory=dict)

    @property
    def weights_sha256(self) -> str:
        """One digest over the digests of all weights files."""
        lines = "".join(f"{digest}  {name}\n" for name, digest in sorted(self.files.items()))
        return hashlib.sha256(lines.encode()).hexdigest()

    def whole_factor(self, seen: Collection[str], target: str) -> float:
        """By how much the spread of a ``target`` grows where only other modalities were ``seen``, at least 1.

        ``calibration["whole"]`` has factors by pair (``infrared-to-optical``); whoever sees more is as sure as with the
        best pair of it.
        """
        if target in seen:
            return 1.0
        ending = f"-to-{target}"
        pairs = self.calibration.get("whole", {})
        shown = {name: name[: -len(ending)].split("-") for name in pairs if name.endswith(ending)}
        return min((float(pairs[name]) for name, parts in shown.items() if set(parts) <= set(seen)), default=1.0)

    def to_dict(self) -> dict[str, Any]:
        # Digests in groups of eight: easier on the eye, and no secret scanner takes them for a key.
        grouped = {n: " ".join(textwrap.wrap(d, 8)) for n, d in sorted(self.files.items())}
        data = {k: getattr(self, k) for k in self.__dataclass_fields__}
        modalities = {k: list(v) for k, v in self.modalities.items()}
        return {
            "schema": SCHEMA,
            **data,
            "modalities": modalities,
            "files": grouped,
            "pixel_sizes": list(self.pixel_sizes),
        }


def installed_models() -> list[str]:
    """Ids of the models that ship with SceneFill."""
    return sorted(p.parent.name for p in MODELS_PATH.glob("*/manifest.json"))


def model_folder(model: str) -> Path:
    """The folder of an installed model's id, or of a path; error ``unknown-model`` otherwise."""
    for folder in (MODELS_PATH / model, Path(model)):
        if (folder / "manifest.json").is_file():
            return folder
    raise SceneFillError(
        "unknown-model",
        f"There is no model called '{model}'.",
        f"Use one of: {', '.join(installed_models()) or '(none installed)'}, or the path of a model's folder.",
    )


def read_manifest(folder: Path) -> Manifest:
    """Read and check a manifest.

    Raises:
        SceneFillError: ``model-schema`` when this version cannot use the model, ``model-manifest`` when it is broken.
    """
    try:
        data = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise SceneFillError("model-manifest", f"The manifest of {folder} cannot be read: {error}.") from error
    if not isinstance(data, dict) or data.get("schema") != SCHEMA:
        found = data.get("schema") if isinstance(data, dict) else None
        raise SceneFillError(
            "model-schema",
            f"The model in {folder} has schema {found!r}; this version of SceneFill reads {SCHEMA!r}.",
            "Use a model made for this version, or the version of SceneFill that made it.",
        )
    try:
        fields = {k: v for k, v in data.items() if k != "schema"}
        fields["modalities"] = {k: tuple(v) for k, v in data["modalities"].items()}
        fields["files"] = {k: v.replace(" ", "") for k, v in data["files"].items()}
        fields["pixel_sizes"] = tuple(data["pixel_sizes"])
        manifest = Manifest(**fields)
    except (KeyError, TypeError, AttributeError) as error:
        raise SceneFillError("model-manifest", f"The manifest of {folder} is incomplete: {error}.") from error
    known = registry()
    for modality, bands in manifest.modalities.items():
        if modality not in known or known[modality].band_ids != bands:
            raise SceneFillError(
                "model-schema",
                f"The model in {folder} was trained on other bands of '{modality}' than this version knows.",
                "Use a model made for this version of SceneFill.",
            )
    return manifest


def verify_files(folder: Path, manifest: Manifest) -> None:
    """Compare every weights file with its digest; error ``model-checksum``. Foreign formats are refused, too."""
    for name, expected in manifest.files.items():
        path = folder / name
        if not path.is_file() or file_sha256(path) != expected:
            raise SceneFillError(
                "model-checksum",
                f"{path.name} of model '{manifest.id}' is missing or was changed since it was published.",
                "Install the model again.",
                {"file": str(path)},
            )
    for path in folder.rglob("*"):
        if path.suffix in {".bin", ".pt", ".pth", ".ckpt", ".pkl"}:
            raise SceneFillError(
                "model-format", f"{path.name} is not a safetensors file.", "Only safetensors weights are loaded."
            )
        if path.suffix == ".safetensors" and path.relative_to(folder).as_posix() not in manifest.files:
            raise SceneFillError("model-checksum", f"{path.name} is not listed in the manifest of '{manifest.id}'.")


def write_manifest(folder: Path, manifest: Manifest) -> Manifest:
    """Write ``manifest.json`` with the digests of the weights that lie in ``folder``; returns what was written."""
    files = {p.relative_to(folder).as_posix(): file_sha256(p) for p in sorted(folder.glob(WEIGHTS_PATTERN))}
    fields = {k: getattr(manifest, k) for k in manifest.__dataclass_fields__}
    complete = Manifest(**{**fields, "files": files})
    text = json.dumps(complete.to_dict(), indent=1, ensure_ascii=False)
    (folder / "manifest.json").write_text(text + "\n", encoding="utf-8")
    return complete
