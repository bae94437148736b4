"""The registry of modalities, read from ``resources/modalities.json``: code names no band.

Model space is where the network lives: every band about zero mean and unit variance over land, through a fixed,
invertible transform. Nothing is normalised per image.
"""

from __future__ import annotations

import functools
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from .errors import SceneFillError

REGISTRY_PATH = Path(__file__).resolve().parent.parent / "resources" / "modalities.json"
SCHEMA = "scenefill-modalities/1"


@dataclass(frozen=True)
class Transform:
    """Physical unit to model space and back; monotonic, so order and ties survive.

    ``linear``: ``(v - center) / scale``. ``sqrt``: ``(sqrt(v + offset) - center) / scale``, which gives dark surfaces
    (water, shadow, forest) the resolution that reflectance statistics ask for. ``symlog``:
    ``(sign(v) log1p(|v| / linear) - center) / scale``.
    """

    kind: str
    center: float
    scale: float
    offset: float = 0.0
    linear: float = 1.0

    def to_model(self, values: np.ndarray) -> np.ndarray:
        """Physical values (any shape, float) to model space, float32. NaN stays NaN."""
        v = np.asarray(values, dtype=np.float32)
        if self.kind == "sqrt":
            v = np.sqrt(np.maximum(v + np.float32(self.offset), 0.0))
        elif self.kind == "symlog":
            v = np.sign(v) * np.log1p(np.abs(v) / np.float32(self.linear))
        return ((v - np.float32(self.center)) / np.float32(self.scale)).astype(np.float32)

    def to_physical(self, values: np.ndarray) -> np.ndarray:
        """Model space to physical values, float32; the inverse of :meth:`to_model`."""
        v = np.asarray(values, dtype=np.float32) * np.float32(self.scale) + np.float32(self.center)
        if self.kind == "sqrt":
            v = np.square(np.maximum(v, 0.0)) - np.float32(self.offset)
        elif self.kind == "symlog":
            v = np.sign(v) * np.expm1(np.abs(v)) * np.float32(self.linear)
        return v.astype(np.float32)

    def slope(self, values: np.ndarray) -> np.ndarray:
        """d(physical)/d(model) at model-space ``values``: turns a model-space spread into physical units."""
        v = np.asarray(values, dtype=np.float32) * np.float32(self.scale) + np.float32(self.center)
        if self.kind == "sqrt":
            return (2.0 * np.maximum(v, 0.0) * np.float32(self.scale)).astype(np.float32)
        if self.kind == "symlog":
            return (np.exp(np.abs(v)) * np.float32(self.linear * self.scale)).astype(np.float32)
        return np.full_like(v, self.scale)


@dataclass(frozen=True)
class Band:
    """One band: its id (common name of the STAC EO extension where there is one), wavelength or radar band."""

    id: str
    transform: Transform
    center_um: float | None = None
    width_um: float | None = None
    radar_band: str | None = None
    polarisation: str | None = None


@dataclass(frozen=True)
class Modality:
    """A kind of observation: its bands in channel order, unit, valid range and how to show it."""

    id: str
    title: str
    unit: str
    valid_range: tuple[float, float]
    native_pixel_size: float
    bands: tuple[Band, ...]
    style: Mapping[str, Any]
    static: bool = False  # the same on every date

    @property
    def band_ids(self) -> tuple[str, ...]:
        return tuple(band.id for band in self.bands)

    def to_model(self, values: np.ndarray) -> np.ndarray:
        """``(..., bands, H, W)`` physical to model space."""
        return self._per_band(values, "to_model")

    def to_physical(self, values: np.ndarray) -> np.ndarray:
        """``(..., bands, H, W)`` model space to physical, clipped to the valid range."""
        low, high = self.valid_range
        return np.clip(self._per_band(values, "to_physical"), low, high)

    def slope(self, values: np.ndarray) -> np.ndarray:
        """``(..., bands, H, W)``: see :meth:`Transform.slope`."""
        return self._per_band(values, "slope")

    def _per_band(self, values: np.ndarray, method: str) -> np.ndarray:
        if values.shape[-3] != len(self.bands):
            raise ValueError(f"{self.id} has {len(self.bands)} bands, the array has {values.shape[-3]}")
        planes = [getattr(b.transform, method)(values[..., i, :, :]) for i, b in enumerate(self.bands)]
        return np.stack(planes, axis=-3)


class Registry:
    """All known modalities, in the fixed order of the model's channels."""

    def __init__(self, modalities: Iterable[Modality]) -> None:
        self.modalities: tuple[Modality, ...] = tuple(modalities)
        self._by_id = {m.id: m for m in self.modalities}
        self._by_band = {b.id: (m, i) for m in self.modalities for i, b in enumerate(m.bands)}

    @property
    def ids(self) -> tuple[str, ...]:
        return tuple(self._by_id)

    def __getitem__(self, modality_id: str) -> Modality:
        if modality_id not in self._by_id:
            raise SceneFillError(
                "unknown-modality",
                f"There is no modality called '{modality_id}'.",
                f"Use one of: {', '.join(self._by_id)}.",
            )
        return self._by_id[modality_id]

    def __contains__(self, modality_id: object) -> bool:
        return modality_id in self._by_id

    def band(self, band_id: str) -> tuple[Modality, int] | None:
        """The modality and channel index of a band id; None for a band that no modality has (``cirrus``, ...)."""
        return self._by_band.get(band_id)


def _transform(data: dict[str, Any]) -> Transform:
    return Transform(data["kind"], data["center"], data["scale"], data.get("offset", 0.0), data.get("linear", 1.0))


@functools.lru_cache(maxsize=1)
def registry() -> Registry:
    """The registry that ships with SceneFill."""
    data = json.loads(REGISTRY_PATH.read_text(encoding="utf-8"))
    if data.get("schema") != SCHEMA:
        raise SceneFillError("registry-schema", f"{REGISTRY_PATH.name} is not of schema {SCHEMA}.")
    modalities = []
    for item in data["modalities"]:
        bands = tuple(
            Band(**{k: v for k, v in band.items() if k != "transform"}, transform=_transform(band["transform"]))
            for band in item["bands"]
        )
        fields = {**item, "bands": bands, "valid_range": tuple(item["valid_range"])}
        modalities.append(Modality(**fields))
    return Registry(modalities)
