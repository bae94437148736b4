"""Scenes to evaluate on: aligned layers of one place and date, and the pixels of it that are really clear.

A scene has the *judged* date of one product, the same product on other dates where there are any, and the SAR,
panchromatic and thermal layers of the place. :mod:`.eval_find` finds real ones in a folder with a ``manifest.json``,
simulated ones come from :mod:`..core.simulate`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Optional

import numpy as np
from affine import Affine

REFLECTIVE = ("optical", "infrared", "multispectral")


@dataclass(frozen=True)
class SceneLayer:
    """One modality at one date: ``values`` ``(C, H, W)`` float32 in its physical unit, NaN where nothing was seen."""

    modality: str
    values: np.ndarray
    date: Optional[str] = None
    source: str = ""


@dataclass(frozen=True)
class OtherDate:
    """The judged product on another date.

    Attributes:
        layers: reflectance layers by modality id, NaN where it was not clear.
        offset: days after the judged date, negative before it; steps of the series where its dates are not known.
        date: ``yyyy-mm-dd``, ``yyyy-mm``, ``yyyy`` or None.
    """

    layers: Mapping[str, SceneLayer]
    offset: float
    date: Optional[str] = None


@dataclass(frozen=True)
class EvalScene:
    """Aligned layers of one place.

    Attributes:
        id: stable name, ``<place>/<product>/<date>``.
        crs, transform: WKT and affine transform of the grid that every layer lies on.
        clear: ``(H, W)`` boolean: pixels that may be hidden and judged.
        layers: the judged date, by modality id.
        other: the same product on other dates, the nearest first; empty where there are none.
        sources: paths, relative to the data folder, of the files read.
        notes: sentences for the report.
        trained_on: whether the judged model learnt from this place.
    """

    id: str
    crs: str
    transform: Affine
    clear: np.ndarray
    layers: Mapping[str, SceneLayer]
    other: tuple[OtherDate, ...] = ()
    sources: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    trained_on: bool = False

    @property
    def shape(self) -> tuple[int, int]:
        return self.clear.shape

    @property
    def place(self) -> str:
        return self.id.partition("/")[0]

    def crop(self, row: int, col: int, height: int, width: int) -> EvalScene:
        """The part of the scene whose top-left pixel is (``row``, ``col``)."""
        part = (slice(row, row + height), slice(col, col + width))
        t = self.transform  # north-up: no shear

        def cut(layers: Mapping[str, SceneLayer]) -> dict[str, SceneLayer]:
            return {key: replace(item, values=item.values[(slice(None), *part)]) for key, item in layers.items()}

        return replace(
            self,
            transform=Affine(t.a, t.b, t.c + col * t.a, t.d, t.e, t.f + row * t.e),
            clear=self.clear[part],
            layers=cut(self.layers),
            other=tuple(replace(item, layers=cut(item.layers)) for item in self.other),
        )


def clearest_crop(scene: EvalScene, size: int) -> EvalScene:
    """The ``size`` x ``size`` window with the most clear pixels; the one nearest the centre among equals."""
    height, width = (min(size, side) for side in scene.shape)
    total = np.pad(scene.clear.astype(np.int64).cumsum(0).cumsum(1), ((1, 0), (1, 0)))
    count = total[height:, width:] - total[:-height, width:] - total[height:, :-width] + total[:-height, :-width]
    rows, cols = np.indices(count.shape)
    centre = np.hypot(rows - (count.shape[0] - 1) / 2, cols - (count.shape[1] - 1) / 2)
    row, col = np.unravel_index(np.argmax(count - centre / (1.0 + centre.max())), count.shape)
    return scene.crop(int(row), int(col), height, width)


def simulated_scene(seed: int, size: int) -> EvalScene:
    """A procedural scene without clouds, with an earlier and a later season of the same place as its other dates."""
    from ..core.simulate import draw_scene

    def reflectance(season: float, date: str) -> dict[str, SceneLayer]:
        values = draw_scene(seed, size, 10.0, clouds=0.0, season=season).values
        return {m: SceneLayer(m, values[m], date, "simulated") for m in REFLECTIVE}

    scene = draw_scene(seed, size, 10.0, clouds=0.0, season=0.5)
    wanted = (*REFLECTIVE, "sar", "thermal")  # its panchromatic band is the visible mean: nothing to find out
    return EvalScene(
        id=f"simulated/{seed}",
        crs="EPSG:32633",
        transform=Affine(10.0, 0.0, 500_000.0, 0.0, -10.0, 5_000_000.0),
        clear=np.ones((size, size), bool),
        layers={m: SceneLayer(m, scene.values[m], "2021-07-01", "simulated") for m in wanted},
        other=(
            OtherDate(reflectance(0.35, "2021-05-07"), -55.0, "2021-05-07"),
            OtherDate(reflectance(0.75, "2021-09-30"), 91.0, "2021-09-30"),
        ),
        notes=("procedural, not a real place: the model was trained on such scenes",),
    )
