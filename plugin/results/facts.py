"""What is in the files of a result, found out in the background so that loading them as layers is quick.

QGIS shows numbers after the scale and offset that a file declares: "shown" below means those.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Optional

import numpy as np
from osgeo import gdal

from ...core.engine.products import Product, plan_work
from ...core.engine.result import OutputFile, Result
from ...core.errors import SceneFillError
from ...core.job import Input, Job, job_from_json
from ...core.modalities import Modality, registry
from ...core.units import from_modality_unit
from ..form import modalities_of
from .stretch import Stretch, stretch_of_modality

SIDECAR = "scenefill.json"
JOB = "job.json"
#: Pixels along each side that are looked at for the range of a spread.
_SAMPLE = 512
#: Role of a STAC asset -> kind of output; the first that fits counts.
_KINDS = (
    ("realisation", "sample"),
    ("uncertainty", "spread"),
    ("provenance", "provenance"),
    ("cloud", "mask"),
    ("overview", "preview"),
    ("data", "data"),
)


@dataclass(frozen=True)
class FileFacts:
    """What a GeoTIFF says of its bands: descriptions, and (scale, offset) of each."""

    descriptions: tuple[str, ...]
    scales: tuple[tuple[float, float], ...]


@dataclass(frozen=True)
class OutputFacts:
    """One raster of a result.

    Attributes:
        output: the file.
        product: what it belongs to; None for a mask, and where the job does not tell.
        date: of what it shows, ``yyyy-mm-dd``, ``yyyy-mm`` or ``yyyy``; None unknown.
        stretch: how to show a data raster by its modality's style, in shown values; None for the other kinds.
        bands: number of bands.
        input: index of the job's input that it fills or, of a mask, was found in; None for what is drawn everywhere.
        shown_band: of a spread, the 1-based band to look at, and its id and modality.
        spread_high: of a spread, the upper end of its colours.
    """

    output: OutputFile
    product: Optional[Product]
    date: Optional[str]
    stretch: Optional[Stretch]
    bands: int
    input: Optional[int] = None
    shown_band: tuple[int, str, str] = (1, "", "")
    spread_high: float = 1.0


@dataclass(frozen=True)
class ResultFacts:
    """A result, its job, its STAC Item and what is in its files (previews left out)."""

    result: Result
    job: Job
    item: Mapping[str, Any]
    outputs: tuple[OutputFacts, ...]

    @property
    def properties(self) -> Mapping[str, Any]:
        return dict(self.item.get("properties", {}))


def look_at(result: Result, job: Job) -> ResultFacts:
    """Open every file of a result; for a background thread.

    Raises:
        SceneFillError: ``missing-file``, ``unreadable-raster``.
    """
    item = _read_item(Path(result.sidecar))
    products = products_of(job)
    units = [entry.get("units", {}) for entry in item.get("properties", {}).get("scenefill:inputs", [])]
    outputs = [_facts_of(output, job, products, units) for output in result.outputs if output.kind != "preview"]
    return ResultFacts(result, job, item, tuple(outputs))


def read_result(folder: str) -> tuple[Result, Job]:
    """A finished result, read back from its folder, wherever that has been moved to.

    Raises:
        SceneFillError: ``missing-file`` when the folder holds no finished result, and the codes of a job.
    """
    base = Path(folder)
    item = _read_item(base / SIDECAR)
    outputs = []
    for asset in item.get("assets", {}).values():
        kind = next((kind for role, kind in _KINDS if role in asset.get("roles", [])), None)
        if kind is not None:
            path = str(base / Path(asset["href"]).name)
            outputs.append(OutputFile(path, tuple(asset["scenefill:modalities"]), kind, asset.get("title", "")))
    return Result(tuple(outputs), str(base / SIDECAR), folder), read_job(str(base / JOB))


def read_properties(sidecar: str) -> Mapping[str, Any]:
    """The properties of the STAC Item of a result.

    Raises:
        SceneFillError: ``missing-file``.
    """
    return dict(_read_item(Path(sidecar)).get("properties", {}))


def read_job(path: str) -> Job:
    """A job as it was run; its inputs need not exist any more.

    Raises:
        SceneFillError: ``missing-file``, and the codes of a job.
    """
    return job_from_json(_read_text(Path(path)), Path(path).parent)


def products_of(job: Job) -> dict[str, tuple[Product, Optional[str]]]:
    """Stem of the file name to product and date, as the engine names them."""
    work = plan_work(job, [modalities_of(item.bands) for item in job.inputs])
    return {product.name: (product, work.passes[product.draw].date) for product in work.products}


def product_of(path: str, products: Mapping[str, Any]) -> Optional[str]:
    """The product's name in the name of one of its files: the longest that fits."""
    stem = Path(path).stem
    fitting = [name for name in products if stem == name or stem.startswith(f"{name}_")]
    return max(fitting, key=len) if fitting else None


def preview_stretch(path: str, job: Job) -> Optional[Stretch]:
    """How to show a preview, which holds all bands of its product's modalities in their units."""
    name = product_of(path, products_of(job))
    if name is None:
        return None
    modalities = [registry()[m] for m in products_of(job)[name][0].modalities]
    ids = [band for modality in modalities for band in modality.band_ids]
    return _first_stretch(modalities, _numbered(ids), lambda modality, value, band: value)


def _facts_of(
    output: OutputFile,
    job: Job,
    products: Mapping[str, tuple[Product, Optional[str]]],
    units: list[Mapping[str, Mapping[str, Any]]],
) -> OutputFacts:
    file = _read_file(output.path)
    name = product_of(output.path, products)
    product, date = products[name] if name is not None else (None, None)
    count = len(file.descriptions)
    if output.kind == "mask":
        index = _masked_input(output, job)
        date = None if index is None else job.inputs[index].date
        return OutputFacts(output, None, date, None, count, index)
    fill = None if product is None else product.fill
    item = None if fill is None else job.inputs[fill]
    bands = dict(item.bands) if item is not None else _numbered(file.descriptions)
    if output.kind == "provenance":
        return OutputFacts(output, product, date, None, count, fill)
    modalities = [registry()[m] for m in output.modalities]
    if output.kind == "spread":
        if item is None:
            bands = _numbered(modalities[0].band_ids)
        shown = _spread_band(modalities, bands)
        return OutputFacts(output, product, date, None, count, fill, shown, _high(output.path, shown[0]))
    guesses = units[fill] if fill is not None and fill < len(units) else {}
    stretch = _first_stretch(
        modalities, bands, lambda modality, value, band: _shown(value, modality, band, item, guesses, file)
    )
    return OutputFacts(output, product, date, stretch, count, fill)


def _numbered(ids: Iterable[str]) -> dict[str, int]:
    return {band: index for index, band in enumerate(ids, 1)}


def _first_stretch(modalities: list[Modality], bands: Mapping[str, int], shown: Any) -> Optional[Stretch]:
    """The stretch of the first modality whose bands are all there, else of the first that has any."""
    found = [stretch_of_modality(modality, bands, shown) for modality in modalities]
    there = [stretch for stretch in found if stretch is not None]
    return next((stretch for stretch in there if len(stretch.bands) == 3), there[0] if there else None)


def _shown(
    value: float,
    modality: Modality,
    band: int,
    item: Optional[Input],
    guesses: Mapping[str, Mapping[str, Any]],
    file: FileFacts,
) -> float:
    """A value in the modality's unit as QGIS shows it."""
    if item is None or modality.id not in guesses:
        # What is drawn everywhere declares its scale.
        return value
    guess = guesses[modality.id]
    number = (float(from_modality_unit(np.array(value), guess["unit"], modality)) - guess["offset"]) / guess["scale"]
    scale, offset = file.scales[band - 1]
    return number * scale + offset


def _spread_band(modalities: list[Modality], bands: Mapping[str, int]) -> tuple[int, str, str]:
    """The band that stands for all: the first that the modality's own style shows."""
    for modality in modalities:
        for band in (*modality.style["bands"], *modality.band_ids):
            if band in bands:
                return bands[band], band, modality.id
    return 1, "", modalities[0].id


def _masked_input(output: OutputFile, job: Job) -> Optional[int]:
    """The engine numbers the masks in the order of the inputs in which clouds are looked for."""
    cloudy = [i for i, item in enumerate(job.inputs) if any(gap.kind == "clouds" for gap in item.gaps)]
    number = Path(output.path).stem.rpartition("_")[2]
    place = int(number) - 1 if number.isdigit() else 0
    return cloudy[place] if place < len(cloudy) else None


def _high(path: str, band: int) -> float:
    """The 98th percentile of what is not 0, from a coarse look."""
    source = open_raster(path)
    layer = source.GetRasterBand(band)
    width, height = min(_SAMPLE, layer.XSize), min(_SAMPLE, layer.YSize)
    values = layer.ReadAsArray(0, 0, layer.XSize, layer.YSize, width, height)
    drawn = np.array([]) if values is None else values[np.isfinite(values) & (values > 0)]
    return float(np.percentile(drawn, 98)) if drawn.size else 1.0


def _read_file(path: str) -> FileFacts:
    source = open_raster(path)
    bands = [source.GetRasterBand(i) for i in range(1, source.RasterCount + 1)]
    scales = [(_number(band.GetScale(), 1.0), _number(band.GetOffset(), 0.0)) for band in bands]
    return FileFacts(tuple(band.GetDescription() for band in bands), tuple(scales))


def _number(value: Optional[float], default: float) -> float:
    return default if value is None or not math.isfinite(value) else float(value)


def open_raster(path: str) -> gdal.Dataset:
    """
    Raises:
        SceneFillError: ``missing-file``, ``unreadable-raster``.
    """
    if not Path(path).is_file():
        raise _missing(Path(path))
    try:
        source = gdal.Open(path)
    except RuntimeError:  # where another plugin has asked GDAL for exceptions
        source = None
    if source is None:
        raise SceneFillError(
            "unreadable-raster", f"'{path}' cannot be opened as a raster.", "Run the job again.", {"file": path}
        )
    return source


def _read_item(path: Path) -> dict[str, Any]:
    try:
        item = json.loads(_read_text(path))
    except ValueError as error:
        raise _missing(path) from error
    return item if isinstance(item, dict) else {}


def _read_text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, ValueError) as error:
        raise _missing(path) from error


def _missing(path: Path) -> SceneFillError:
    return SceneFillError(
        "missing-file",
        f"The file '{path}' of the result is not there.",
        "It may have been moved or deleted, or been temporary; run the job again.",
        {"file": str(path)},
    )
