"""What filling, synthesising and imagining have in common: a job is built, written down, run and delivered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Optional

from qgis.core import (
    QgsMapLayer,
    QgsProcessingContext,
    QgsProcessingOutputFile,
    QgsProcessingOutputMultipleLayers,
    QgsProcessingOutputRasterLayer,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterRasterDestination,
    QgsRasterLayer,
)

from ...core.errors import SceneFillError
from ...core.feedback import Feedback
from ...core.modalities import registry
from ..i18n import tr
from ..modality_names import modality_title
from .algorithm import Outputs, Parameters, SceneFillAlgorithm
from .delivery import deliver
from .feedback import ProcessingFeedback
from .parameters import OUTPUT_FOLDER, RESUME, ROLES

# What only a run needs is imported where it runs: QGIS loads this module with every start.
if TYPE_CHECKING:
    from ...core.job import Job
    from ..form import Form, InputRow, LayerRef
    from ..results.facts import ResultFacts

PROVENANCE, SPREAD = "PROVENANCE", "SPREAD"
CLOUD_MASK, OUTPUT_LAYERS, SIDECAR, JOB = "CLOUD_MASK", "OUTPUT_LAYERS", "SIDECAR", "JOB"


@dataclass(frozen=True)
class Product:
    """What was drawn for one target, as absolute paths.

    Attributes:
        modality: id of what was drawn everywhere; empty for a filled layer.
        drawn: one raster for each realisation, if they were asked for, then the one of all samples.
        provenance, spread: empty where there is none.
    """

    modality: str
    drawn: tuple[str, ...]
    provenance: str
    spread: str


class DrawAlgorithm(SceneFillAlgorithm):
    """Base of the algorithms that draw. ``MAIN`` is the name of the destination of the first raster."""

    MAIN = ""
    #: Whether provenance says more than that everything was drawn.
    SHOWS_PROVENANCE = False

    def add_outputs(self, main_title: str, main_help: str) -> None:
        """The destinations, and the outputs that lie in the folder of the run."""
        self.add(
            QgsProcessingParameterFolderDestination(OUTPUT_FOLDER, tr("Folder of the run"), None, True),
            tr(
                "Here lie the job, every drawn raster with its provenance and spread, and a STAC Item "
                "that says how it was made. The files below are second names of these."
            ),
        )
        self.add(QgsProcessingParameterRasterDestination(self.MAIN, main_title, None, True), main_help)
        self.add(
            QgsProcessingParameterRasterDestination(PROVENANCE, tr("Provenance"), None, True, self.SHOWS_PROVENANCE),
            tr("Where a pixel comes from: 0 observed, 1 drawn beside observed pixels, 2 from other modalities alone."),
        )
        self.add(
            QgsProcessingParameterRasterDestination(SPREAD, tr("Spread"), None, True, False),
            tr("The standard deviation of every drawn pixel, in the unit of its modality; 0 where observed."),
        )
        for modality in registry().ids:
            title = tr("{modality}, drawn everywhere").format(modality=modality_title(modality))
            self.addOutput(QgsProcessingOutputRasterLayer(modality.upper(), title))
        self.addOutput(QgsProcessingOutputMultipleLayers(OUTPUT_LAYERS, tr("All drawn rasters")))
        self.addOutput(QgsProcessingOutputFile(SIDECAR, tr("STAC Item of the result")))
        self.addOutput(QgsProcessingOutputFile(JOB, tr("Job file")))

    def rows(self, refs: Sequence[LayerRef], roles_text: str, feedback: ProcessingFeedback) -> tuple[InputRow, ...]:
        """The layers in the roles that are guessed or given, said in the log."""
        from ..layers.guess import guess_row, refresh
        from ..layers.inspect import inspect
        from .roles import apply_roles, read_roles

        facts = {ref: inspect(ref, feedback) for ref in refs}
        guessed = [guess_row(ref, facts[ref]) for ref in refs]
        rows = [refresh(row, facts[row.ref], row.reasons) for row in apply_roles(guessed, read_roles(roles_text))]
        for row in rows:
            feedback.log("info", describe(row))
        return tuple(rows)

    def form(
        self, parameters: Parameters, context: QgsProcessingContext, feedback: ProcessingFeedback, folder: Path
    ) -> Form:
        """The request; files that the job needs beside the layers' own go to ``folder``."""
        raise NotImplementedError

    def check(self, parameters: Parameters, context: QgsProcessingContext) -> None:
        from .roles import read_roles

        read_roles(self.text(parameters, ROLES, context))

    def work(self, parameters: Parameters, context: QgsProcessingContext, feedback: ProcessingFeedback) -> Outputs:
        from ..results.adaptation import adaptation_in, adaptation_text
        from ..results.facts import JOB as JOB_FILE
        from ..results.translation import translation_text
        from ..run_work import RunWork, from_file, from_form

        folder = self.folder(parameters, context)
        job_path = str(folder / JOB_FILE)
        resume = self.parameterAsBool(parameters, RESUME, context) and Path(job_path).is_file()

        def prepare(_: Feedback) -> Job:
            if resume:
                return from_file(job_path, str(folder))(feedback)
            return from_form(self.form(parameters, context, feedback, folder), str(folder))(feedback)

        # A folder that goes with QGIS takes with it what a server's job would be found by.
        passing = self.is_temporary(folder, context)
        runner = (lambda: self.session.runner().for_now()) if passing else self.session.runner
        facts = RunWork(runner, prepare, str(folder), resume=resume)(feedback)
        for learnt in (adaptation_text(adaptation_in(facts.properties)), translation_text(facts.properties)):
            if learnt:
                feedback.log("info", learnt)
        feedback.log("info", tr("The job: {path}").format(path=job_path))
        outputs = {OUTPUT_FOLDER: str(folder), SIDECAR: facts.result.sidecar, JOB: job_path}
        return {**outputs, **self._deliver(parameters, context, facts)}

    def _deliver(self, parameters: Parameters, context: QgsProcessingContext, facts: ResultFacts) -> Outputs:
        """Outputs by name, and the layers that are going to be loaded."""
        from .loading import ResultLayers

        layers = ResultLayers(context, facts, self.before())
        products = products_of(facts)
        outputs: Outputs = {OUTPUT_LAYERS: [path for product in products for path in product.drawn]}
        main = products[0]
        loaded = False
        for name, path in ((self.MAIN, main.drawn[0]), (PROVENANCE, main.provenance), (SPREAD, main.spread)):
            target = self.parameterAsOutputLayer(parameters, name, context)
            if target and path:
                deliver(path, target)
                outputs[name] = target
                loaded = layers.dress(path, target) or loaded
        for product in products:
            if product.modality:
                outputs[product.modality.upper()] = product.drawn[0]
        masks = [file.path for file in facts.result.outputs if file.kind == "mask"]
        if masks:
            outputs[CLOUD_MASK] = masks[0]
        for path in [path for path in outputs[OUTPUT_LAYERS] if loaded and path != main.drawn[0]]:
            layers.load_too(path, OUTPUT_LAYERS)
        return outputs

    def before(self) -> str:
        """Id of the layer whose stretch the result shares; empty for none."""
        return ""


def products_of(facts: ResultFacts) -> list[Product]:
    """The products of a job, filled layers first."""
    found: dict[str, dict[str, list[str]]] = {}
    modalities: dict[str, str] = {}
    for item in facts.outputs:
        if item.product is not None:
            found.setdefault(item.product.name, {}).setdefault(item.output.kind, []).append(item.output.path)
            modalities[item.product.name] = item.output.modalities[0] if item.product.fill is None else ""
    products = [
        Product(
            modalities[name],
            (*files.get("sample", ()), *files.get("data", ())),
            *("".join(files.get(kind, ())[:1]) for kind in ("provenance", "spread")),
        )
        for name, files in found.items()
    ]
    return sorted((product for product in products if product.drawn), key=lambda product: bool(product.modality))


def describe(row: InputRow) -> str:
    """A line for the log: layer, bands, unit and date."""
    bands = ", ".join(f"{band}={index}" for band, index in row.bands.items())
    unit = row.unit_text or row.unit or tr("unit guessed by the engine")
    return f"{row.ref.name}: {bands} · {unit} · {row.date or tr('date unknown')}"


def raster_ref(layer: Optional[QgsMapLayer], title: str) -> LayerRef:
    """The plain facts of a layer; on the main thread.

    Raises:
        SceneFillError: ``unreadable-raster``.
    """
    if not isinstance(layer, QgsRasterLayer) or not layer.isValid():
        name = "" if layer is None else f" '{layer.name()}'"
        raise SceneFillError(
            "unreadable-raster", f"{title}: the layer{name} cannot be read as a raster.", "Choose a raster layer."
        )
    from ..layers.refs import refer

    return refer(layer)
