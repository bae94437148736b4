"""What a result says of itself: layer metadata from the STAC Item beside it, kept in a file beside the raster."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from qgis.core import QgsBox3d, QgsLayerMetadata, QgsRasterLayer

from ...core.engine.result import SYNTHETIC
from ...core.modalities import registry
from ..i18n import tr
from ..log import logger
from ..modality_names import modality_title
from .adaptation import adaptation_in, adaptation_text
from .facts import OutputFacts, ResultFacts
from .styles import range_of_date
from .translation import translation_text


def describe(layer: QgsRasterLayer, facts: ResultFacts, output: OutputFacts, *, save: bool = True) -> None:
    """Give a layer its metadata; ``save`` them and its style beside its file, for whoever opens that elsewhere."""
    layer.setMetadata(metadata_of(layer, facts, output))
    if not save:
        return
    message, done = layer.saveDefaultMetadata()
    if not done:
        logger.warning("Metadata could not be saved beside %s: %s", output.output.path, message)
    message, done = layer.saveNamedStyle(layer.styleURI())
    if not done:
        logger.warning("The style could not be saved beside %s: %s", output.output.path, message)


def metadata_of(layer: QgsRasterLayer, facts: ResultFacts, output: OutputFacts) -> QgsLayerMetadata:
    """The metadata of one raster of a result."""
    stem = Path(output.output.path).stem
    made = facts.properties
    metadata = QgsLayerMetadata()
    metadata.setIdentifier(f"scenefill:{facts.item.get('id', '')}/{stem}")
    metadata.setType("dataset")
    metadata.setTitle(layer.name())
    metadata.setAbstract(_abstract(facts, output))
    metadata.setHistory(_history(made))
    metadata.setConstraints([QgsLayerMetadata.Constraint(_constraint(), "other")])
    licence = made.get("scenefill:model", {}).get("licence")
    if licence:
        metadata.setLicenses([tr("Model weights: {licence}").format(licence=licence)])
    metadata.setKeywords(
        {
            "gmd:topicCategory": ["imageryBaseMapsEarthCover"],
            "SceneFill": [SYNTHETIC, output.output.kind, *output.output.modalities],
        }
    )
    metadata.setLinks([_sidecar_link()])
    metadata.setEncoding("UTF-8")
    metadata.setCrs(layer.crs())
    metadata.setExtent(_extent(layer, output))
    return metadata


def _constraint() -> str:
    text = tr(
        "Do not use drawn pixels as evidence of what was on the ground; look at the provenance and the spread "
        "beside them."
    )
    return f"{tr('Synthetic, not a measurement.')} {text}"


def _abstract(facts: ResultFacts, output: OutputFacts) -> str:
    titles = ", ".join(modality_title(modality) for modality in output.output.modalities if modality in registry())
    what = {
        "data": tr("{modality}: gaps filled by SceneFill; observed pixels are unchanged.")
        if output.input is not None
        else tr("{modality}: drawn by SceneFill."),
        "sample": tr("{modality}: one realisation drawn by SceneFill; observed pixels are unchanged.")
        if output.input is not None
        else tr("{modality}: one realisation drawn by SceneFill."),
        "provenance": tr("{modality}: for every pixel, whether it was observed or what it was drawn from."),
        "spread": tr(
            "{modality}: estimated standard deviation of what was drawn, in the unit of each band; 0 where observed."
        ),
        "mask": tr("{modality}: where clouds and other gaps were found."),
    }[output.output.kind].format(modality=titles)
    lines = [what, tr("Synthetic, not a measurement."), *_made(facts.properties)]
    sources = [_input(entry) for entry in facts.properties.get("scenefill:inputs", [])]
    lines += [tr("Inputs: {inputs}.").format(inputs="; ".join(sources)) if sources else tr("Drawn without inputs.")]
    return "\n".join([*lines, *facts.properties.get("scenefill:notes", [])])


def _model(made: Mapping[str, Any]) -> str:
    model, sampling = made.get("scenefill:model", {}), made.get("scenefill:sampling", {})
    return tr("Model {model} {version}; mode {mode}, {steps} steps, {samples} samples, seed {seed}.").format(
        model=model.get("id", ""),
        version=model.get("version", ""),
        **{name: sampling.get(name, "") for name in ("mode", "steps", "samples", "seed")},
    )


def _made(made: Mapping[str, Any]) -> list[str]:
    """With which model, what that had learnt from the scene, and what translators told."""
    return list(filter(None, (_model(made), adaptation_text(adaptation_in(made)), translation_text(made))))


def _input(entry: Mapping[str, Any]) -> str:
    date = entry.get("date")
    return f"{modality_title(entry['modality'])} ({entry['path']}{', ' + date if date else ''})"


def _history(made: Mapping[str, Any]) -> list[str]:
    model, software = made.get("scenefill:model", {}), made.get("processing:software", {})
    drawn = tr("{time}: drawn by SceneFill {version} with model {model} (weights SHA-256 {digest}).").format(
        time=made.get("created", ""),
        version=software.get("scenefill", ""),
        model=model.get("id", ""),
        digest=model.get("weights_sha256", ""),
    )
    versions = ", ".join(f"{name} {version}" for name, version in software.items())
    inputs = [
        tr("Input {name}: SHA-256 {digest}.").format(name=entry["path"], digest=entry.get("sha256", ""))
        for entry in made.get("scenefill:inputs", [])
    ]
    return [drawn, *_made(made), *inputs, tr("Software: {versions}.").format(versions=versions)]


def _sidecar_link() -> Any:
    link = QgsLayerMetadata.Link(tr("Full record (STAC Item)"), "WWW:LINK", "./scenefill.json")
    link.format = "JSON"
    link.mimeType = "application/geo+json"
    return link


def _extent(layer: QgsRasterLayer, output: OutputFacts) -> QgsLayerMetadata.Extent:
    bounds = layer.extent()
    spatial = QgsLayerMetadata.SpatialExtent()
    spatial.extentCrs = layer.crs()
    spatial.bounds = QgsBox3d(bounds.xMinimum(), bounds.yMinimum(), 0, bounds.xMaximum(), bounds.yMaximum(), 0)
    extent = QgsLayerMetadata.Extent()
    extent.setSpatialExtents([spatial])
    if output.date:
        extent.setTemporalExtents([range_of_date(output.date)])
    return extent
