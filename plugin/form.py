"""What the user asked for, as plain frozen data: made on the main thread, carried into the background.

The dock, the Processing algorithms and the demo scene fill in a :class:`Form`; :func:`.jobs.build_job` turns it into a
job. Nothing here holds a QGIS object.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Optional

from ..core.job import Adapt, GapSource, Sampling
from ..core.job_parts import DEFAULT_MODEL, Extent
from ..core.modalities import registry

#: What a wish is: gaps of one layer filled, modalities drawn beside what there is, or all drawn from nothing.
WISHES = ("fill", "synthesise", "imagine")

#: Draft / Standard / Best of the dock.
PRESETS: Mapping[str, Sampling] = {
    "draft": Sampling(mode="draft", steps=1, samples=1, adapt=Adapt(0)),
    "standard": Sampling(mode="estimate", steps=4, samples=4, adapt=Adapt(200)),
    "best": Sampling(mode="estimate", steps=8, samples=8, adapt=Adapt(400)),
}


@dataclass(frozen=True)
class Area:
    """The extent (xmin, ymin, xmax, ymax) to work on, in ``crs`` (``EPSG:n`` or WKT)."""

    extent: Extent
    crs: str


@dataclass(frozen=True)
class LayerRef:
    """A raster layer of the project; made by :func:`plugin.layers.refs.refer` on the main thread.

    Attributes:
        layer_id, name, provider, source: of the QgsRasterLayer.
        path: absolute path of a file that the engine can open; empty where there is none (WMS, XYZ, a database).
        crs: ``EPSG:n`` or WKT; empty when the layer has none.
        extent: in ``crs``.
        width, height: pixels; 0 for a service.
        bands: number of bands; 0 for a service.
        date: what the layer's temporal properties say, ``yyyy-mm-dd``; None when they say nothing.
    """

    layer_id: str
    name: str
    provider: str
    source: str
    path: str
    crs: str
    extent: Extent
    width: int
    height: int
    bands: int
    date: Optional[str] = None

    @property
    def is_service(self) -> bool:
        """Whether its pixels have to be fetched or copied before the engine can read them."""
        return not self.path

    @property
    def is_picture(self) -> bool:
        """Whether it can only be fetched as a rendered picture: a web service that sends no measurements."""
        return self.provider in ("wms", "arcgismapserver")


@dataclass(frozen=True)
class InputRow:
    """A layer in a role: which band is what, in which unit, on which date. One layer may serve several modalities.

    Attributes:
        ref: the layer.
        bands: band id (``red``, ``vv``; a name that no modality has is carried along) to 1-based band index.
        unit, scale, offset: as in a job; None leaves it to the engine's guess.
        date: ``yyyy-mm-dd``, ``yyyy-mm`` or ``yyyy``; None unknown.
        unit_text: the guess or the choice in words, such as ``reflectance × 10000``.
        reasons: why the guesses are what they are, a sentence each.
        gaps: pixels of it that do not count. Those of the row that is filled are in :attr:`Wish.gaps`.
    """

    ref: LayerRef
    bands: Mapping[str, int]
    unit: Optional[str] = None
    scale: Optional[float] = None
    offset: Optional[float] = None
    date: Optional[str] = None
    unit_text: str = ""
    reasons: tuple[str, ...] = ()
    gaps: tuple[GapSource, ...] = ()

    @property
    def modalities(self) -> tuple[str, ...]:
        """Ids of the modalities that the mapped bands belong to, in the registry's order."""
        return modalities_of(self.bands)

    @property
    def main_modality(self) -> str:
        """The modality that most bands belong to (the registry's first of equals); empty when no band is known."""
        counts = {m: sum(b in registry()[m].band_ids for b in self.bands) for m in self.modalities}
        return max(counts, key=lambda m: counts[m]) if counts else ""


@dataclass(frozen=True)
class Wish:
    """What is wanted.

    Attributes:
        kind: one of :data:`WISHES`.
        targets: modality ids to draw. For ``fill`` these are drawn beside the filled layer, and may be empty.
        fill: index of the input row whose gaps are filled (``fill`` only).
        gaps: what counts as a gap in that row (``fill`` only), at least one.
        pixel_size: metres (or units of the area's CRS) of the grid where no input decides it; None chooses.
        like: index of the input row whose pixels the result has (not for ``fill``); None chooses the finest.
    """

    kind: str = "fill"
    targets: tuple[str, ...] = ()
    fill: Optional[int] = None
    gaps: tuple[GapSource, ...] = ()
    pixel_size: Optional[float] = None
    like: Optional[int] = None


@dataclass(frozen=True)
class How:
    """How to draw, and where the engine is: ``local`` or ``server``."""

    sampling: Sampling = field(default_factory=Sampling)
    model: str = DEFAULT_MODEL
    where: str = "local"


@dataclass(frozen=True)
class Form:
    """Everything the dock asks for.

    Attributes:
        area: None means the whole of the layer to fill, or of the first input.
        inputs: the table's rows.
        folder: where the results go; empty for temporary ones.
        title: of the run, for people.
    """

    area: Optional[Area] = None
    inputs: tuple[InputRow, ...] = ()
    wish: Wish = field(default_factory=Wish)
    how: How = field(default_factory=How)
    folder: str = ""
    title: str = ""


def modalities_of(bands: Mapping[str, int]) -> tuple[str, ...]:
    """Ids of the modalities that band ids belong to, in the registry's order."""
    found = {known[0].id for known in (registry().band(band) for band in bands) if known is not None}
    return tuple(m for m in registry().ids if m in found)
