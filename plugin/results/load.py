"""The files of a result as layers, in the order in which people look at them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from qgis.core import QgsLayerTreeGroup, QgsLayerTreeLayer, QgsProject, QgsRasterLayer

from ...core.engine.result import Result
from ...core.errors import SceneFillError
from ...core.job import Job
from ...core.modalities import registry
from ..i18n import tr
from ..layers.refs import local_file
from ..modality_names import modality_title
from .facts import OutputFacts, ResultFacts, look_at
from .metadata import describe
from .styles import apply_date, apply_mask, apply_provenance, apply_spread, apply_stretch, open_layer, share_style


def load_result(
    result: Result,
    job: Job,
    *,
    project: QgsProject,
    before: Mapping[int, QgsRasterLayer],
    title: str,
) -> QgsLayerTreeGroup:
    """Add a result to a project at once, in a group of its own on top. It opens every file: see :class:`ResultLoader`
    for doing that in the background, and for loading in small steps.

    Args:
        before: input index of the job to the layer that was made from the same file; filled layers look like it.

    Raises:
        SceneFillError: ``missing-file``, ``unreadable-raster``.
    """
    loader = ResultLoader(look_at(result, job), project, before)
    group = new_group(project, title)
    for step in loader.plan():
        loader.add(group, step)
    return group


def new_group(project: QgsProject, title: str) -> QgsLayerTreeGroup:
    """A group at the top of the layer tree for a run of this title."""
    name = tr("{title} (synthetic)").format(title=title or tr("SceneFill"))
    return project.layerTreeRoot().insertGroup(0, name)


@dataclass(frozen=True)
class LoadStep:
    """One layer to add.

    Attributes:
        output: the file.
        heading: of the sub-group that it goes into; empty for the run's own group.
        shown: whether it is checked at first.
        carried: of a provenance file, whether its second band is meant.
    """

    output: OutputFacts
    heading: str = ""
    shown: bool = False
    carried: bool = False


class ResultLoader:
    """Adds the layers of a result one by one, so that the window stays alive in between.

    Args:
        facts: of the result, from :func:`.facts.look_at`.
        project: to add to.
        before: see :func:`load_result`.
    """

    def __init__(self, facts: ResultFacts, project: QgsProject, before: Mapping[int, QgsRasterLayer]) -> None:
        self._facts, self._project, self._before = facts, project, before
        self._names = _product_names(facts.outputs)

    def plan(self) -> list[LoadStep]:
        """What to add, in order: data, provenance, spread, masks, realisations.

        The first data layer is shown; the others wait to be looked at.
        """
        data = _of_kind(self._facts.outputs, "data")
        steps = [LoadStep(output, shown=number == 0) for number, output in enumerate(data)]
        for kind, heading in (
            ("provenance", tr("Provenance")),
            ("spread", tr("Spread")),
            ("mask", tr("Clouds found")),
            ("sample", tr("Realisations (synthetic)")),
        ):
            found = _of_kind(self._facts.outputs, kind)
            # Many alike would bury the results.
            home = heading if len(found) > 1 else ""
            for output in found:
                steps.append(LoadStep(output, home))
                if kind == "provenance" and output.bands > 1:
                    steps.append(LoadStep(output, home, carried=True))
        return steps

    def add(self, group: QgsLayerTreeGroup, step: LoadStep) -> QgsRasterLayer:
        """Do a step.

        Raises:
            SceneFillError: ``unreadable-raster`` when the file is not what it was.
        """
        output, path = step.output, step.output.output.path
        layer = open_layer(path, self.title(output, carried=step.carried))
        if not layer.isValid():
            raise SceneFillError(
                "unreadable-raster", f"'{path}' cannot be opened as a layer.", "Run the job again.", {"file": path}
            )
        # The file has one style beside it: that of its first band.
        self.dress(layer, output, carried=step.carried, save=not step.carried)
        self._project.addMapLayer(layer, False)
        home = _sub_group(group, step.heading) if step.heading else group
        add_node(home, layer, shown=step.shown, expanded=step.shown or output.output.kind == "provenance")
        return layer

    def dress(self, layer: QgsRasterLayer, output: OutputFacts, *, carried: bool = False, save: bool = True) -> None:
        """Give a layer on an output's file its style, date and metadata; ``save`` them beside its file."""
        self._style(layer, output, carried)
        apply_date(layer, output.date)
        describe(layer, self._facts, output, save=save)

    def _style(self, layer: QgsRasterLayer, output: OutputFacts, carried: bool) -> None:
        kind = output.output.kind
        if kind == "provenance":
            apply_provenance(layer, 2 if carried else 1, carried=carried)
        elif kind == "mask":
            apply_mask(layer)
        elif kind == "spread":
            band, _, modality = output.shown_band
            apply_spread(layer, band, output.spread_high, unit_text(modality))
        else:
            before = None if output.input is None else self._before.get(output.input)
            if (before is None or not share_style(layer, before)) and output.stretch is not None:
                apply_stretch(layer, output.stretch)

    def title(self, output: OutputFacts, *, carried: bool = False) -> str:
        """What a layer on an output's file is called."""
        kind = output.output.kind
        if kind == "mask":
            source = "" if output.input is None else Path(self._facts.job.inputs[output.input].path).name
            return tr("Clouds found in {layer}").format(layer=source)
        product = self._names[_key(output)]
        if kind == "provenance":
            text = tr("Provenance of bands carried along: {product}") if carried else tr("Provenance: {product}")
            return text.format(product=product)
        if kind == "spread":
            _, band, modality = output.shown_band
            text = tr("Spread: {product} (standard deviation of {band}, {unit})")
            return text.format(product=product, band=band, unit=unit_text(modality))
        if kind == "sample":
            number = Path(output.output.path).stem.rpartition("_sample")[2]
            return tr("{product}, realisation {number} (synthetic)").format(product=product, number=number)
        if output.input is not None:
            return tr("{product}, gaps filled (synthetic)").format(product=product)
        return tr("{product}, drawn (synthetic)").format(product=product)


def add_node(
    group: QgsLayerTreeGroup, layer: QgsRasterLayer, *, shown: bool, expanded: bool = False
) -> QgsLayerTreeLayer:
    """Put a layer of the project at the end of a group."""
    node = group.addLayer(layer)
    node.setItemVisibilityChecked(shown)
    node.setExpanded(expanded)
    return node


def unfold(group: QgsLayerTreeGroup) -> None:
    """Show what is in a group; said anew, for the layer tree's view cannot unfold a group that was empty before."""
    group.setExpanded(False)
    group.setExpanded(True)


def unit_text(modality: str) -> str:
    """The unit of a modality, as it stands behind a number."""
    unit = registry()[modality].unit
    return tr("reflectance") if unit == "reflectance" else unit


def product_title(modalities: Sequence[str]) -> str:
    """The modalities of a product in the user's language."""
    return ", ".join(modality_title(modality) for modality in modalities)


def _sub_group(group: QgsLayerTreeGroup, heading: str) -> QgsLayerTreeGroup:
    """The collapsed group of that name in a group."""
    known = [child for child in group.findGroups() if child.name() == heading]
    if known:
        return known[0]
    made = group.addGroup(heading)
    made.setExpanded(False)
    return made


def _of_kind(outputs: Sequence[OutputFacts], kind: str) -> list[OutputFacts]:
    return [output for output in outputs if output.output.kind == kind]


def _key(output: OutputFacts) -> str:
    return output.product.name if output.product is not None else ",".join(output.output.modalities)


def _product_names(outputs: Sequence[OutputFacts]) -> dict[str, str]:
    """Product to what it is called; with its date, and if need be its file's name, where the modalities do not tell."""
    products = {_key(output): output for output in outputs if output.output.kind != "mask"}
    names = {key: product_title(output.output.modalities) for key, output in products.items()}
    for more in (lambda key: products[key].date or "", lambda key: key):
        counts = Counter(names.values())
        names = {key: f"{name} {more(key)}".rstrip() if counts[name] > 1 else name for key, name in names.items()}
    return names


def layers_before(job: Job, project: QgsProject, chosen: Mapping[int, str]) -> dict[int, QgsRasterLayer]:
    """The layers that a job's inputs were, as far as the project still has them.

    Args:
        chosen: input index to layer id, where that is known; others are found by their file.
    """
    layers = [layer for layer in project.mapLayers().values() if isinstance(layer, QgsRasterLayer)]
    by_path = {local_file(layer.source()): layer for layer in layers if layer.providerType() == "gdal"}
    found: dict[int, QgsRasterLayer] = {}
    for index, item in enumerate(job.inputs):
        layer = project.mapLayer(chosen.get(index, "")) or by_path.get(item.path)
        if layer is not None:
            found[index] = layer
    return found
