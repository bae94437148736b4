"""What counts as a gap: sources that add up, each behind a check box."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Optional

from qgis.core import QgsMapLayerProxyModel
from qgis.PyQt import uic
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QCheckBox, QWidget

from ..core.errors import SceneFillError
from ..core.job import GapSource
from ..core.job_parts import CLOUDS_GROW
from ..plugin.gap_values import format_values
from ..plugin.i18n import tr
from ..plugin.layers.export import export_polygons
from ..plugin.session import Session
from .layer_choice import LayerChoice, vector_path
from .mask_panel import MaskPanel

POLYGONS_FILE = "gap-polygons.gpkg"


class GapPanel(QWidget):
    """The gap sources of the layer to fill; ``changed`` is emitted when the user changes one."""

    changed = pyqtSignal()

    def __init__(self, session: Session, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        uic.loadUi(str(Path(__file__).with_suffix(".ui")), self)
        self.mask_panel = MaskPanel(session, self)
        self.mask_column.addWidget(self.mask_panel)
        self._polygons = LayerChoice(self.polygon_layer, vector_path)
        self._polygons_layer_name: Optional[str] = None
        self._kept: list[tuple[QCheckBox, GapSource]] = []
        self.polygon_layer.setFilters(QgsMapLayerProxyModel.Filter.PolygonLayer)
        self.threshold.setClearValue(0.0, self.threshold.specialValueText())
        self.grow.setClearValue(0)
        self.clouds_grow.setValue(CLOUDS_GROW)
        self.clouds_grow.setClearValue(CLOUDS_GROW)
        for box, details in self._details():
            box.toggled.connect(details.setVisible)
            details.setVisible(box.isChecked())
        for box in (self.nodata, self.clouds, self.mask, self.polygons, self.selected_only):
            box.toggled.connect(self.changed)
        self.clouds.toggled.connect(self._name_grow)
        self._name_grow(self.clouds.isChecked())
        self.threshold.valueChanged.connect(self.changed)
        self.clouds_grow.valueChanged.connect(self.changed)
        self.grow.valueChanged.connect(self.changed)
        self.mask_panel.changed.connect(self.changed)
        self.polygon_layer.currentIndexChanged.connect(self._polygon_layer_changed)

    def sources(self) -> tuple[GapSource, ...]:
        """What is asked for; polygons of a layer have no path before :meth:`materialise`."""
        grow = self.grow.value()
        found = []
        if self.nodata.isChecked():
            found.append(GapSource("nodata", grow=grow))
        if self.clouds.isChecked():
            threshold = round(self.threshold.value(), 2) or None
            found.append(GapSource("clouds", threshold=threshold, grow=self.clouds_grow.value()))
        if self.mask.isChecked():
            found.append(self.mask_panel.source(grow))
        if self.polygons.isChecked():
            in_project = self._polygons.layer is not None
            path, name = ("", None) if in_project else (self._polygons.path, self._polygons_layer_name)
            found.append(GapSource("polygons", path=path, layer=name, grow=grow))
        return (*found, *(gap for box, gap in self._kept if box.isChecked()))

    def set_sources(self, gaps: Sequence[GapSource]) -> None:
        """Show gap sources: the first of each kind in its own fields, what does not fit there as a line each."""
        # Clouds have a field of their own for it, the others share one.
        grow = next((gap.grow for gap in gaps if gap.kind != "clouds"), 0)
        first = {gap.kind: gap for gap in reversed(gaps) if gap.kind == "clouds" or gap.grow == grow}
        self.grow.setValue(grow)
        self.clouds_grow.setValue(first["clouds"].grow if "clouds" in first else CLOUDS_GROW)
        for kind, box in (("nodata", self.nodata), ("clouds", self.clouds), ("raster", self.mask)):
            box.setChecked(kind in first)
        self.polygons.setChecked("polygons" in first)
        if "clouds" in first:
            self.threshold.setValue(first["clouds"].threshold or 0.0)
        if "raster" in first:
            self.mask_panel.set_source(first["raster"])
        if "polygons" in first:
            self.selected_only.setChecked(False)
            self._polygons.choose(first["polygons"].path or "")
            self._polygons_layer_name = first["polygons"].layer
        self._keep([gap for gap in gaps if gap is not first.get(gap.kind)])

    def materialise(self, folder: str) -> tuple[GapSource, ...]:
        """The sources with the polygons of a layer saved into ``folder``; on the main thread.

        Raises:
            SceneFillError: ``no-polygons`` when there is nothing to save, and those of saving.
        """
        return tuple(self._saved(gap, folder) for gap in self.sources())

    def problem_text(self) -> str:
        """Why the gaps cannot be used yet, in words; empty when they can."""
        if not self.sources():
            return tr("Choose what counts as a gap.")
        if self.mask.isChecked() and self.mask_panel.problem_text():
            return self.mask_panel.problem_text()
        if self.polygons.isChecked() and self._polygons.layer is None and not self._polygons.path:
            return tr("Choose a polygon layer, or add one to the project.")
        return ""

    def _saved(self, gap: GapSource, folder: str) -> GapSource:
        layer = self._polygons.layer
        if gap.kind != "polygons" or gap.path or layer is None:
            return gap
        path = str(Path(folder) / POLYGONS_FILE)
        if export_polygons(layer, path, self.selected_only.isChecked()) == 0:
            raise SceneFillError(
                "no-polygons",
                f"The layer '{layer.name()}' has no polygons to use.",
                "Select some, use all of its features, or choose another layer.",
                {"layer": layer.name(), "selected_only": self.selected_only.isChecked()},
            )
        return replace(gap, path=path)

    def _name_grow(self, clouds: bool) -> None:
        """Clouds are widened by a field of their own: beside it, the common one is for the others."""
        self.grow_label.setText(tr("&Widen other gaps by") if clouds else tr("&Widen gaps by"))

    def _details(self) -> tuple[tuple[QCheckBox, QWidget], ...]:
        return (
            (self.clouds, self.clouds_box),
            (self.mask, self.mask_box),
            (self.polygons, self.polygons_box),
        )

    def _polygon_layer_changed(self) -> None:
        self._polygons_layer_name = None
        self.changed.emit()

    def _keep(self, gaps: Sequence[GapSource]) -> None:
        """Sources of a reopened job that no field can show: they stay, and can be unchecked."""
        for box, _ in self._kept:
            self.more_column.removeWidget(box)
            box.deleteLater()
        self._kept = []
        for gap in gaps:
            box = QCheckBox(_in_words(gap), self.more)
            box.setChecked(True)
            box.toggled.connect(self.changed)
            self.more_column.addWidget(box)
            self._kept.append((box, gap))


def _in_words(gap: GapSource) -> str:
    file = Path(gap.path).name if gap.path else ""
    if gap.kind == "raster":
        text = tr("Values {values} of {file}") if gap.values else tr("Bits {values} of {file}")
        text = text.format(values=format_values(gap.values or gap.bits), file=file)
    elif gap.kind == "polygons":
        text = tr("Polygons of {file}").format(file=file)
    else:
        text = tr("Clouds found in the image") if gap.kind == "clouds" else tr("Pixels without data")
    return tr("{gap}, widened by {pixels} px").format(gap=text, pixels=gap.grow) if gap.grow else text
