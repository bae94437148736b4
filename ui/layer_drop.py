"""What can be dropped on the table of layers: layers of the project, items of the browser, files."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional

from qgis.core import QgsMimeDataUtils
from qgis.PyQt.QtCore import QMimeData
from qgis.PyQt.QtXml import QDomDocument

_LAYER_TREE = "application/qgis.layertreemodeldata"


@dataclass(frozen=True)
class RasterSource:
    """A raster that is not yet a layer."""

    uri: str
    name: str
    provider: str


@dataclass(frozen=True)
class LayerDrop:
    """Ids of layers of the project, and rasters that would become layers; false when it holds nothing of use."""

    layer_ids: tuple[str, ...] = ()
    sources: tuple[RasterSource, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.layer_ids or self.sources)


def read_drop(mime: Optional[QMimeData]) -> LayerDrop:
    """What of a drop is of use here."""
    if mime is None:
        return LayerDrop()
    if mime.hasFormat(_LAYER_TREE):
        return LayerDrop(layer_ids=_ids(bytes(mime.data(_LAYER_TREE))))
    if QgsMimeDataUtils.isUriList(mime):
        found = [uri for uri in QgsMimeDataUtils.decodeUriList(mime) if uri.layerType == "raster"]
        return LayerDrop(sources=tuple(RasterSource(uri.uri, uri.name, uri.providerKey) for uri in found))
    files = [url.toLocalFile() for url in mime.urls() if url.isLocalFile()]
    return LayerDrop(sources=tuple(file_source(path) for path in files))


def file_source(path: str) -> RasterSource:
    """A raster file, named like the file."""
    name = path.replace("\\", "/").rsplit("/", 1)[-1]
    return RasterSource(path, name.rsplit(".", 1)[0] or name, "gdal")


def _ids(data: bytes) -> tuple[str, ...]:
    """Layer ids in what the layer tree gives away, those inside of groups included."""
    document = QDomDocument()
    document.setContent(data)
    nodes = document.elementsByTagName("layer-tree-layer")
    return tuple(nodes.at(number).toElement().attribute("id") for number in range(nodes.length()))
