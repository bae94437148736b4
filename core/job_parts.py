"""The parts of a job: frozen dataclasses and the limits of their members. :mod:`.job` reads, checks and writes them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Optional

SCHEMA = "scenefill-job/1"
GAP_KINDS = ("nodata", "raster", "polygons", "clouds")
MODES = ("draft", "estimate", "realisation")
DEFAULT_MODEL = "scenefill-demo"

STEPS = (1, 100)
SAMPLES = (1, 64)
SEED = (0, 2**63 - 1)
ADAPT_STEPS = (0, 10_000)
GROW = (0, 1000)
#: Pixels by which clouds found in the image are widened unless the user says otherwise: a missed edge of a cloud passes
#: for ground, and spoils what is drawn beside it.
CLOUDS_GROW = 3
BAND_INDEX = (1, 65535)
BIT = (0, 63)
CLASS_VALUE = (-(2**31), 2**32 - 1)
SIDE = (1, 1_000_000)
MAX_LIST = 100
MAX_BANDS = 300
MAX_VALUES = 1000
MAX_TITLE = 500
DATE_PATTERN = r"^(19|20|21)[0-9]{2}(-[0-9]{2}(-[0-9]{2})?)?$"

# Which members a gap of each kind may have beside `kind` and `grow`, and which it must have.
GAP_MEMBERS: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "nodata": ((), ()),
    "raster": (("path", "band", "values", "bits"), ("path",)),
    "polygons": (("path", "layer"), ("path",)),
    "clouds": (("threshold",), ()),
}
ALL_GAP_MEMBERS = ("grow", "path", "band", "values", "bits", "layer", "threshold")

Affine = tuple[float, float, float, float, float, float]
Extent = tuple[float, float, float, float]


@dataclass(frozen=True)
class GapSource:
    """Where pixels of an input are to be drawn.

    Attributes:
        kind: ``nodata`` (the input's own), ``raster`` (classes), ``polygons`` or ``clouds`` (found in the image).
        path: the raster of classes, or the GeoJSON or GeoPackage; None for the other kinds.
        values: class values that are gaps (``raster``).
        bits: bit positions, 0 the lowest, of which any set one is a gap (``raster``).
        grow: pixels of the job's grid by which the gap is dilated.
        layer: layer of a GeoPackage; None for its only one.
        threshold: cloud probability 0..1 from which a pixel is a gap (``clouds``); None for the detector's own.
        band: 1-based band of a ``raster``, None for the first; a quality band may be one of many.
    """

    kind: str
    path: Optional[str] = None
    values: tuple[int, ...] = ()
    bits: tuple[int, ...] = ()
    grow: int = 0
    layer: Optional[str] = None
    threshold: Optional[float] = None
    band: Optional[int] = None


@dataclass(frozen=True)
class Input:
    """A layer in a modality's role.

    Attributes:
        modality: the modality that the layer mainly is.
        path: absolute path of the raster.
        bands: band id (of any modality, or a name that no modality has) to 1-based band index.
        scale, offset, unit: physical = DN * scale + offset in ``unit``; None is guessed. They hold for the mapped
            bands of the modalities that can have this ``unit``; bands of another quantity are guessed.
        date: ``yyyy-mm-dd``, ``yyyy-mm`` or ``yyyy``; None unknown.
        gaps: what counts as a gap: any of these.
    """

    modality: str
    path: str
    bands: Mapping[str, int]
    scale: Optional[float] = None
    offset: Optional[float] = None
    unit: Optional[str] = None
    date: Optional[str] = None
    gaps: tuple[GapSource, ...] = ()


@dataclass(frozen=True)
class Target:
    """A modality to draw: into the gaps of input ``fill``, or everywhere when ``fill`` is None."""

    modality: str
    fill: Optional[int] = None


@dataclass(frozen=True)
class GridSpec:
    """The output grid: the pixels of the raster ``like``, or an explicit grid.

    Attributes:
        like: absolute path of the raster whose pixels are used.
        extent: (xmin, ymin, xmax, ymax) in ``crs``, snapped outward to the pixels of ``like``; None for all of it.
        crs: CRS of ``extent`` (None: that of ``like``); of the grid itself where that is explicit.
        transform: (a, b, c, d, e, f): x = a*column + b*row + c, y = d*column + e*row + f, of pixel corners.
        width, height: pixels of the explicit grid.
    """

    like: Optional[str] = None
    extent: Optional[Extent] = None
    crs: Optional[str] = None
    transform: Optional[Affine] = None
    width: Optional[int] = None
    height: Optional[int] = None


@dataclass(frozen=True)
class Adapt:
    """How much is learnt from the scene itself before it is filled: steps of training, 0 for none."""

    steps: int = 200


@dataclass(frozen=True)
class Sampling:
    """How to draw: ``draft`` (no sampling), ``estimate`` (mean of the samples), ``realisation`` (a file each).

    ``adapt`` matters where a layer is filled: its own observed pixels teach what its place is like.
    """

    mode: str = "estimate"
    steps: int = 4
    samples: int = 4
    seed: int = 0
    adapt: Adapt = field(default_factory=Adapt)


@dataclass(frozen=True)
class Output:
    """Where the results go: ``folder`` is absolute, and made when it does not exist."""

    folder: str


@dataclass(frozen=True)
class Job:
    """The whole request."""

    title: str
    grid: GridSpec
    inputs: tuple[Input, ...]
    targets: tuple[Target, ...]
    output: Output
    sampling: Sampling = field(default_factory=Sampling)
    model: str = DEFAULT_MODEL
