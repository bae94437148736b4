"""What Processing loads into the project: names that say "synthetic", styles and metadata as the dock gives them."""

from __future__ import annotations

from typing import Any, Optional

from qgis.core import (
    QgsMapLayer,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingLayerPostProcessorInterface,
    QgsProcessingUtils,
    QgsProject,
    QgsRasterLayer,
)

from ..log import logger
from ..results.facts import OutputFacts, ResultFacts
from ..results.load import ResultLoader, layers_before

#: Processing does not keep the post-processors that it is given; each leaves once its layer has been loaded.
_waiting: set[QgsProcessingLayerPostProcessorInterface] = set()


def forget_waiting() -> None:
    """Let go of post-processors whose layers nobody loaded: the provider goes."""
    _waiting.clear()


class Dresser(QgsProcessingLayerPostProcessorInterface):
    """Gives a layer of a result its style, date and metadata, on the main thread.

    Args:
        facts: of the result.
        output: the raster that the layer shows.
        before: id of the layer whose style a filled layer shares; empty for none.
    """

    def __init__(self, facts: ResultFacts, output: OutputFacts, before: str) -> None:
        super().__init__()
        self._facts, self._output, self._before = facts, output, before
        _waiting.add(self)

    def postProcessLayer(
        self, layer: QgsMapLayer, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        _waiting.discard(self)
        if not isinstance(layer, QgsRasterLayer):
            return
        project = context.project() or QgsProject.instance()
        chosen = {} if self._output.input is None else {self._output.input: self._before}
        try:
            loader = ResultLoader(self._facts, project, layers_before(self._facts.job, project, chosen))
            loader.dress(layer, self._output)
        except Exception as error:  # noqa: BLE001 -- an exception that leaves a virtual method takes QGIS down
            logger.exception("A layer could not be styled")
            feedback.pushWarning(str(error))


class ResultLayers:
    """The layers of one result that Processing is going to load.

    Args:
        context: of the run; used in its thread.
        facts: of the result.
        before: see :class:`Dresser`.
    """

    def __init__(self, context: QgsProcessingContext, facts: ResultFacts, before: str) -> None:
        self._context, self._facts, self._before = context, facts, before
        self._loader = ResultLoader(facts, context.project() or QgsProject.instance(), {})
        self._outputs = {output.output.path: output for output in facts.outputs}

    def dress(self, file: str, path: str) -> bool:
        """Have the layer of ``path``, another name of the result's ``file``, named and styled if it is loaded.

        Returns:
            Whether it is going to be loaded.
        """
        output = self._outputs.get(file)
        if output is None or not self._context.willLoadLayerOnCompletion(path):
            return False
        set_details(
            self._context.layerToLoadOnCompletionDetails(path),
            self._loader.title(output),
            order_of(output),
            Dresser(self._facts, output, self._before),
        )
        return True

    def load_too(self, file: str, output_name: str) -> None:
        """Load a file of the result that has no destination of its own."""
        project = self._context.project()
        if project is not None and file in self._outputs:
            hint = QgsProcessingUtils.LayerHint.Raster
            title = self._loader.title(self._outputs[file])
            details = QgsProcessingContext.LayerDetails(title, project, output_name, hint)
            self._context.addLayerToLoadOnCompletion(file, details)
            self.dress(file, file)


def order_of(output: OutputFacts) -> int:
    """What is drawn lies over what tells how far to trust it, a filled layer on top."""
    if output.output.kind not in ("data", "sample"):
        return 0
    return 1 if output.input is None else 2


def set_details(
    details: Any, title: str, order: int, processor: Optional[QgsProcessingLayerPostProcessorInterface] = None
) -> None:
    """The name of a layer that is going to be loaded, whatever the user's setting for names, and its post-processor.

    Args:
        order: layers of a higher one come to lie over others, where this QGIS can do that.
    """
    details.name = title
    details.forceName = True
    if hasattr(details, "layerSortKey"):  # from QGIS 3.32
        details.layerSortKey = order
    if processor is not None:
        details.setPostProcessor(processor)
