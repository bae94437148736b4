"""A layer combo box that can also hold a file which is no layer of the project, as a reopened job may name one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Optional

from qgis.core import QgsMapLayer, QgsProviderRegistry
from qgis.gui import QgsMapLayerComboBox


class LayerChoice:
    """What is chosen in a layer combo box: a layer of the project, or else a path.

    Args:
        combo: the box.
        path_of: the absolute path of a layer's file; empty for a layer that is no file.
    """

    def __init__(self, combo: QgsMapLayerComboBox, path_of: Callable[[Any], str]) -> None:
        self._combo = combo
        self._path_of = path_of

    @property
    def layer(self) -> Optional[QgsMapLayer]:
        return self._combo.currentLayer()

    @property
    def path(self) -> str:
        """Absolute path of the chosen file; empty for nothing and for a layer that is no file."""
        layer = self.layer
        if layer is not None:
            return self._path_of(layer)
        index = self._combo.currentIndex()
        return self._combo.itemText(index) if index >= 0 else ""

    def choose(self, path: str) -> None:
        """Choose the project's layer of this file, or the file itself where there is none."""
        for number in range(self._combo.count()):
            layer = self._combo.layer(number)
            if layer is not None and path and self._path_of(layer) == path:
                self._combo.setCurrentIndex(number)
                return
        self._combo.setAdditionalItems([path] if path else [])
        self._combo.setCurrentIndex(max(self._combo.findText(path), 0))


def vector_path(layer: QgsMapLayer) -> str:
    """The file of a vector layer."""
    parts = QgsProviderRegistry.instance().decodeUri(layer.providerType(), layer.source())
    return str(parts.get("path") or "")
