"""A page of maps of finished runs, as QGIS shows them: before, after, provenance and legend, what else was drawn.

    .venv-qgis/bin/python scripts/render_map.py PICTURE.png RUN_FOLDER [RUN_FOLDER ...]

Each folder holds the job and the result of a run; it becomes a row of the page. Layers are loaded and styled by the
plugin itself. Works without a display.
"""

from __future__ import annotations

import math
import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Optional

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from qgis.core import (
    QgsApplication,
    QgsFillSymbol,
    QgsLayoutExporter,
    QgsLayoutItemLabel,
    QgsLayoutItemLegend,
    QgsLayoutItemMap,
    QgsLayoutItemScaleBar,
    QgsLayoutPoint,
    QgsLayoutSize,
    QgsLineSymbol,
    QgsMapLayer,
    QgsMapLayerLegendUtils,
    QgsPrintLayout,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
    QgsTextFormat,
    QgsUnitTypes,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor, QFont
from scenefill.core.job import Job
from scenefill.plugin.modality_names import modality_title
from scenefill.plugin.results.facts import OutputFacts, look_at, read_result
from scenefill.plugin.results.load import ResultLoader
from scenefill.plugin.results.styles import apply_stretch, open_layer

#: Millimetres.
MAP, GAP, MARGIN, CAPTION, HEADER, LEGEND, FOOTER = 74.0, 5.0, 9.0, 8.0, 20.0, 24.0, 10.0
COLUMNS = 4
DPI = 150
INK, QUIET, PAPER, FRAME = "#1f2a30", "#5c6a72", "#fbfaf7", "#b9c1c5"
MILLIMETRES = QgsUnitTypes.LayoutUnit.LayoutMillimeters


@dataclass(frozen=True)
class Panel:
    """A map: what stands above it, and its layers from top to bottom."""

    title: str
    layers: tuple[QgsMapLayer, ...]
    legend: Optional[QgsMapLayer] = None


@dataclass(frozen=True)
class Row:
    """The panels of one run, all of the same extent."""

    title: str
    panels: tuple[Panel, ...]
    extent: QgsRectangle


def read_row(folder: str, project: QgsProject) -> Row:
    """Before, after and provenance of the filled layer, then what else was drawn, then the spread."""
    result, job = read_result(folder)
    facts = look_at(result, job)
    loader = ResultLoader(facts, project, {})

    def shown(output: OutputFacts) -> QgsRasterLayer:
        layer = open_layer(output.output.path, loader.title(output))
        loader.dress(layer, output, save=False)
        project.addMapLayer(layer, False)
        return layer

    found = {kind: [o for o in facts.outputs if o.output.kind == kind] for kind in ("data", "provenance", "spread")}
    filled = next(output for output in found["data"] if output.input is not None)
    after = shown(filled)
    provenance = shown(next(o for o in found["provenance"] if o.product == filled.product))
    titles = ", ".join(modality_title(m) for m in filled.output.modalities)
    before = before_layers(job, filled, project)
    panels = [
        Panel(f"Before: {titles}" + (", gap in grey" if len(before) > 1 else ""), before),
        Panel(f"After: {titles}, filled (synthetic)", (after,)),
        Panel("Provenance", (provenance,), provenance),
    ]
    panels += [
        Panel(f"{modality_title(o.output.modalities[0])}, drawn (synthetic)", (shown(o),))
        for o in found["data"]
        if o.input is None
    ]
    for output in (o for o in found["spread"] if o.product == filled.product):
        spread = shown(output)
        panels.append(Panel("Spread of what was drawn", (spread,), spread))
    return Row(job.title, tuple(panels[:COLUMNS]), after.extent())


def before_layers(job: Job, filled: OutputFacts, project: QgsProject) -> tuple[QgsMapLayer, ...]:
    """The layer as it was, in the style of the filled one; polygons that were to be filled lie over it."""
    item = job.inputs[filled.input or 0]
    layer = open_layer(item.path, Path(item.path).name)
    if filled.stretch is not None:
        apply_stretch(layer, filled.stretch)
    layers: list[QgsMapLayer] = [layer]
    for gap in item.gaps:
        if gap.kind == "polygons" and gap.path is not None:
            polygons = QgsVectorLayer(gap.path, "gaps", "ogr")
            symbol = {"color": "#e9edf0", "outline_color": QUIET, "outline_width": "0.3"}
            polygons.renderer().setSymbol(QgsFillSymbol.createSimple(symbol))
            layers.insert(0, polygons)
    for made in layers:
        project.addMapLayer(made, False)
    return tuple(layers)


class Page:
    """The layout that the rows are put on."""

    def __init__(self, project: QgsProject, title: str, rows: list[Row]) -> None:
        self._layout = QgsPrintLayout(project)
        self._layout.initializeDefaults()
        self._width = 2 * MARGIN + COLUMNS * MAP + (COLUMNS - 1) * GAP
        self._row_height = CAPTION * 2 + MAP + LEGEND
        height = HEADER + len(rows) * self._row_height + FOOTER
        page = self._layout.pageCollection().page(0)
        page.setPageSize(QgsLayoutSize(self._width, height, MILLIMETRES))
        page.setPageStyleSymbol(QgsFillSymbol.createSimple({"color": PAPER, "outline_style": "no"}))
        self._text(title, MARGIN, 5.0, self._width - 2 * MARGIN, 10.0, 17, bold=True)
        for number, row in enumerate(rows):
            self._add_row(row, HEADER + number * self._row_height)
        note = "Synthetic, not a measurement. Observed pixels are those of the layer, bit for bit."
        self._text(note, MARGIN, height - FOOTER, self._width - 2 * MARGIN, 6.0, 9, colour=QUIET)

    def _add_row(self, row: Row, top: float) -> None:
        self._text(row.title, MARGIN, top, self._width - 2 * MARGIN, CAPTION, 11.5, bold=True)
        for column, panel in enumerate(row.panels):
            left, y = MARGIN + column * (MAP + GAP), top + CAPTION
            self._text(panel.title, left, y, MAP, CAPTION, 9.5)
            shown = self._map(panel, row.extent, left, y + CAPTION - 1.0)
            below = y + CAPTION + MAP
            if panel.legend is not None:
                self._legend(panel.legend, shown, left, below)
            elif column == 0:
                self._scale_bar(shown, left, below)

    def _map(self, panel: Panel, extent: QgsRectangle, left: float, top: float) -> QgsLayoutItemMap:
        item = QgsLayoutItemMap(self._layout)
        self._layout.addLayoutItem(item)
        self._place(item, left, top, MAP, MAP)
        item.setCrs(panel.layers[-1].crs())
        item.setLayers(list(panel.layers))
        item.setKeepLayerSet(True)
        item.setExtent(squared(extent))
        item.setFrameEnabled(True)
        item.setFrameStrokeColor(QColor(FRAME))
        item.setBackgroundColor(QColor("#ffffff"))
        return item

    def _legend(self, layer: QgsMapLayer, shown: QgsLayoutItemMap, left: float, top: float) -> None:
        legend = QgsLayoutItemLegend(self._layout)
        self._layout.addLayoutItem(legend)
        legend.setAutoUpdateModel(False)
        root = legend.model().rootGroup()
        root.clear()
        node = root.addLayer(layer)
        node.setCustomProperty("legend/title-style", "hidden")
        # The first line names the band, which the caption does.
        lines = len(legend.model().layerLegendNodes(node))
        QgsMapLayerLegendUtils.setLegendNodeOrder(node, list(range(1, lines)))
        legend.model().refreshLayerLegend(node)
        legend.setLinkedMap(shown)
        legend.setBackgroundEnabled(False)
        legend.setBoxSpace(0.0)
        legend.setSymbolWidth(5.0)
        legend.setSymbolHeight(3.2)
        for style in (legend_style("SymbolLabel"), legend_style("Subgroup"), legend_style("Group")):
            legend.setStyleFont(style, font(8.5))
        legend.setFontColor(QColor(INK))
        self._place(legend, left, top, MAP, LEGEND)
        legend.adjustBoxSize()

    def _scale_bar(self, shown: QgsLayoutItemMap, left: float, top: float) -> None:
        bar = QgsLayoutItemScaleBar(self._layout)
        self._layout.addLayoutItem(bar)
        bar.setStyle("Line Ticks Up")
        bar.setLinkedMap(shown)
        bar.setUnits(QgsUnitTypes.DistanceUnit.DistanceMeters)
        bar.setUnitLabel("m")
        bar.setNumberOfSegmentsLeft(0)
        bar.setNumberOfSegments(1)
        bar.setUnitsPerSegment(round_length(shown.extent().width() / 3.0))
        text = QgsTextFormat()
        text.setFont(font(8.5))
        text.setSize(8.5)
        text.setColor(QColor(INK))
        bar.setTextFormat(text)
        bar.setLineSymbol(QgsLineSymbol.createSimple({"color": INK, "width": "0.3"}))
        self._place(bar, left, top, MAP, 8.0)

    def _text(
        self,
        text: str,
        left: float,
        top: float,
        width: float,
        height: float,
        size: float,
        *,
        bold: bool = False,
        colour: str = INK,
    ) -> None:
        label = QgsLayoutItemLabel(self._layout)
        label.setText(text)
        label.setFont(font(size, bold))
        label.setFontColor(QColor(colour))
        label.setMarginX(0.0)
        label.setVAlign(Qt.AlignmentFlag.AlignVCenter)
        self._layout.addLayoutItem(label)
        self._place(label, left, top, width, height)

    def _place(self, item: object, left: float, top: float, width: float, height: float) -> None:
        item.attemptMove(QgsLayoutPoint(left, top, MILLIMETRES))
        item.attemptResize(QgsLayoutSize(width, height, MILLIMETRES))

    def save(self, path: str) -> None:
        """
        Raises:
            OSError: when the picture cannot be written.
        """
        image = QgsLayoutExporter(self._layout).renderPageToImage(0, dpi=DPI)
        if image.isNull() or not image.save(path, "PNG"):
            raise OSError(f"'{path}' could not be written")


def squared(extent: QgsRectangle) -> QgsRectangle:
    """The square around an extent: maps have that shape."""
    side = max(extent.width(), extent.height())
    return QgsRectangle.fromCenterAndSize(extent.center(), side, side)


def round_length(most: float) -> float:
    """The longest of 1, 2 and 5 times a power of ten that is not above ``most``."""
    power = 10.0 ** math.floor(math.log10(most))
    return max(factor * power for factor in (1.0, 2.0, 5.0) if factor * power <= most)


def font(size: float, bold: bool = False) -> QFont:
    made = QFont("DejaVu Sans")
    made.setPointSizeF(size)
    made.setBold(bold)
    return made


def legend_style(name: str) -> object:
    """A part of a legend; its enumeration has moved between versions of QGIS."""
    from qgis import core

    styles = getattr(core.QgsLegendStyle, "Style", core.QgsLegendStyle)
    return getattr(styles, name)


def main(arguments: list[str]) -> int:
    if len(arguments) < 2:
        print(__doc__, file=sys.stderr)
        return 2
    picture, *folders = arguments
    # Of the QGIS that the Python packages belong to; it would be looked for beside the virtual environment's Python.
    QgsApplication.setPrefixPath(os.environ.get("QGIS_PREFIX_PATH", "/usr"), True)
    application = QgsApplication([], False)
    application.initQgis()
    project = QgsProject.instance()
    project.setEllipsoid("EPSG:7030")
    rows = [read_row(folder, project) for folder in folders]
    project.setCrs(rows[0].panels[0].layers[-1].crs())
    page = Page(project, "SceneFill: a simulated place", rows)
    page.save(picture)
    del page, rows
    project.clear()
    application.exitQgis()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
