"""Where the layers of a run go: its group in the project that was open when it started, and nowhere else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Optional

from qgis.core import QgsLayerTreeGroup, QgsProject
from qgis.PyQt.QtCore import QObject

from ...core.job import Job
from ..i18n import tr
from .facts import ResultFacts, preview_stretch, product_of, products_of
from .load import ResultLoader, add_node, layers_before, new_group, product_title, unfold
from .styles import apply_stretch, open_layer

_RUN = "scenefill/run"


class ResultPlace(QObject):
    """One run's place on the map. Everything is called on the main thread.

    The user may do anything meanwhile: drafts and the group are looked up by id each time, and once the project has
    been closed nothing is added any more.

    Args:
        run_id: marks the group.
        title: of the group.
        chosen: input index of the job to the id of the layer that it is.
    """

    def __init__(self, run_id: str, title: str, chosen: Mapping[int, str], parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._run_id, self._title, self._chosen = run_id, title, dict(chosen)
        self._project = QgsProject.instance()
        self._drafts: list[str] = []
        self.gone = False
        self._project.cleared.connect(self._lose)

    def _lose(self) -> None:
        self.gone = True
        self._drafts.clear()

    def close(self) -> None:
        """Stop following the project."""
        self._project.cleared.disconnect(self._lose)
        self.deleteLater()

    def show_draft(self, path: str, job: Job) -> bool:
        """Show a preview file of the engine.

        Returns:
            Whether it is shown: not when the project is gone or the file cannot be opened.
        """
        products = products_of(job)
        name = product_of(path, products)
        layer = open_layer(path, "")
        if self.gone or name is None or not layer.isValid():
            return False
        product = product_title(products[name][0].modalities)
        layer.setName(tr("Draft (preview, synthetic): {product}").format(product=product))
        stretch = preview_stretch(path, job)
        if stretch is not None:
            apply_stretch(layer, stretch)
        group = self._group()
        group = self._new_group() if group is None else group
        self._project.addMapLayer(layer, False)
        add_node(group, layer, shown=not self._drafts)
        unfold(group)
        self._drafts.append(layer.id())
        return True

    def remove_drafts(self) -> None:
        """Take the drafts off the map, which also lets go of their files, and a group that only held them."""
        drafts, self._drafts = self._drafts, []
        self._project.removeMapLayers([layer_id for layer_id in drafts if self._project.mapLayer(layer_id)])
        group = self._group()
        if group is not None and not group.children():
            group.parent().removeChildNode(group)

    def show(self, facts: ResultFacts) -> Iterator[None]:
        """Add the layers of a result in the place of the drafts, one at each step.

        Ends early when the user closes the project or removes the group while they come.

        Raises:
            SceneFillError: ``unreadable-raster``.
        """
        if self.gone:
            return
        if self._group() is None:
            self._new_group()
        loader = ResultLoader(facts, self._project, layers_before(facts.job, self._project, self._chosen))
        for step in loader.plan():
            # Looked up again each time: a group that was removed meanwhile must not be touched.
            group = self._group()
            if self.gone or group is None:
                return
            loader.add(group, step)
            unfold(group)
            self.remove_drafts()
            yield

    def _group(self) -> Optional[QgsLayerTreeGroup]:
        groups = self._project.layerTreeRoot().findGroups(True)
        return next((group for group in groups if group.customProperty(_RUN) == self._run_id), None)

    def _new_group(self) -> QgsLayerTreeGroup:
        group = new_group(self._project, self._title)
        group.setCustomProperty(_RUN, self._run_id)
        return group
