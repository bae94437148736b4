"""The last stages of a job: assemble the products, give the files their names, write the sidecar."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Any

from ..feedback import Feedback, StageFeedback
from ..grid import Grid
from ..job import Job
from .assemble import Blender, ProductFiles, assemble_mask, assemble_product
from .carry import fit_carry
from .encode import encoding_of
from .journal import Journal
from .names import SIDECAR, mask_names, sample_names
from .outputs import RasterSpec, RasterWriter
from .products import Product, Work
from .result import OutputFile
from .sidecar import ModelFacts, write_sidecar
from .sources import SourceSet
from .specs import (
    data_spec,
    mask_spec,
    product_title,
    provenance_spec,
    spread_spec,
)


class Finisher:
    """Turns finished windows into the files of the result.

    Args:
        manifest: of the model: size and overlap of its windows.
        learnt: properties of the sidecar on what was learnt from the scene and what translators told, by name.
    """

    def __init__(
        self,
        job: Job,
        grid: Grid,
        sources: SourceSet,
        work: Work,
        journal: Journal,
        model: ModelFacts,
        manifest: Any,
        learnt: dict[str, Any],
    ) -> None:
        self.job, self.grid, self.sources, self.work = job, grid, sources, work
        self.journal, self.model = journal, model
        self.folder = Path(job.output.folder)
        self.blender = Blender(journal, grid, manifest.window, manifest.overlap)
        self.learnt = learnt
        self.notes: list[str] = []
        self._written: list[tuple[RasterWriter, OutputFile]] = []

    def assemble(self, feedback: Feedback) -> None:
        """Blend all windows into rasters aside. Cancels between tiles."""
        try:
            products = self.work.products
            for number, product in enumerate(products):
                share = StageFeedback(feedback, number / len(products), (number + 1) / len(products), "assemble")
                self._assemble(product, share)
            for index, name in mask_names(self.job).items():
                writer = self._writer(name, mask_spec(self.grid, self.job, self.model))
                item = self.job.inputs[index]
                self._register(writer, (item.modality,), "mask", f"Clouds in {Path(item.path).name}")
                assemble_mask(writer, f"mask.{index}", self.blender, feedback)
        except BaseException:
            self._abandon()
            raise

    def _assemble(self, product: Product, feedback: Feedback) -> None:
        encoding = encoding_of(product, self.job, self.sources)
        facts = (self.grid, self.job, self.model)
        title = product_title(product)
        data = self._writer(f"{product.name}.tif", data_spec(encoding, *facts))
        self._register(data, product.modalities, "data", title)
        samples = []
        for number, name in enumerate(sample_names(product, self.job), 1):
            samples.append(self._writer(name, data_spec(encoding, *facts, "sample")))
            self._register(samples[-1], product.modalities, "sample", f"{title}: realisation {number}")
        provenance = self._writer(f"{product.name}_provenance.tif", provenance_spec(encoding, *facts))
        self._register(provenance, product.modalities, "provenance", f"{title}: provenance")
        spread = self._writer(f"{product.name}_spread.tif", spread_spec(encoding, *facts))
        self._register(spread, product.modalities, "spread", f"{title}: standard deviation")
        carry = fit_carry(product, encoding, self.sources)
        if carry is not None:
            names = ", ".join(encoding.descriptions[i] for i in encoding.carried)
            how = "are carried along by regression" if carry.fitted else "could not be filled: nothing was observed"
            self.notes.append(f"{product.name}: the bands {names} {how}.")
        if encoding.kept:
            names = ", ".join(encoding.descriptions[i] for i in encoding.kept)
            self.notes.append(f"{product.name}: {names} holds classes or flags and was copied, gaps included.")
        files = ProductFiles(product, encoding, data, provenance, spread, samples, carry)
        assemble_product(files, self.sources, self.blender, feedback)

    def write(self, feedback: Feedback, threads: int) -> list[OutputFile]:
        """Make the Cloud Optimized GeoTIFFs and give them their names; data first in the list."""
        # A sidecar of an earlier run does not vouch for what comes now.
        (self.folder / SIDECAR).unlink(missing_ok=True)
        try:
            for number, (writer, _) in enumerate(self._written):
                feedback.raise_if_cancelled()
                writer.finish(threads)
                feedback.progress((number + 1) / len(self._written), "write")
        except BaseException:
            self._abandon()
            raise
        order = {"data": 0, "sample": 1, "provenance": 2, "spread": 3, "mask": 4}
        return sorted((output for _, output in self._written), key=lambda output: order[output.kind])

    def sidecar(self, outputs: list[OutputFile], checksums: list[str]) -> Path:
        """Write the STAC Item: last, so that it vouches for files that are there."""
        units = [{m: asdict(g) for m, g in layer.unit_guesses.items()} for layer in self.sources.layers]
        facts = (self.grid, self.model, outputs, checksums, units, self.notes, self.learnt)
        return write_sidecar(self.folder, self.job, *facts)

    def _writer(self, name: str, spec: RasterSpec) -> RasterWriter:
        return RasterWriter(self.folder / name, self.journal.windows, spec)

    def _register(self, writer: RasterWriter, modalities: tuple[str, ...], kind: str, title: str) -> None:
        self._written.append((writer, OutputFile(str(writer.path), modalities, kind, title)))

    def _abandon(self) -> None:
        for writer, _ in self._written:
            writer.abandon()
