"""Gaps by a mask: a raster of classes or quality bits, and which of its numbers are gaps."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import Optional

from qgis.core import QgsMapLayerProxyModel
from qgis.PyQt import uic
from qgis.PyQt.QtCore import QLocale, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QListWidgetItem, QWidget

from ..core.errors import SceneFillError
from ..core.job import GapSource
from ..plugin.gap_values import (
    FoundValue,
    MaskScheme,
    find_values,
    format_values,
    parse_values,
    scheme_of,
)
from ..plugin.i18n import tr
from ..plugin.layers.refs import refer
from ..plugin.session import Session
from ..plugin.tasks import EngineTask, Latest
from .icons import set_state
from .layer_choice import LayerChoice
from .messages import explain

_VALUES, _BITS = 0, 1
_ROWS_SHOWN = 6


class MaskPanel(QWidget):
    """One gap source of kind ``raster``."""

    changed = pyqtSignal()

    def __init__(self, session: Session, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        uic.loadUi(str(Path(__file__).with_suffix(".ui")), self)
        self._session = session
        self._questions = questions = Latest()
        # Answers that come when the panel is gone are nobody's.
        self.destroyed.connect(lambda: questions.ask())
        self._kept_band: Optional[int] = None
        self._choice = LayerChoice(self.layer, lambda layer: refer(layer).path)
        self.layer.setFilters(QgsMapLayerProxyModel.Filter.RasterLayer)
        self.layer.setAllowEmptyLayer(True)
        self.layer.setCurrentIndex(0)
        self.found.hide()
        self.layer.currentIndexChanged.connect(self._layer_changed)
        self.band.bandChanged.connect(self._band_changed)
        self.meaning.currentIndexChanged.connect(self._meaning_changed)
        self.values.textChanged.connect(self._values_typed)
        self.read.clicked.connect(self.read_values)
        self.found.itemChanged.connect(self._value_checked)
        self._layer_changed()

    def source(self, grow: int) -> GapSource:
        """What is asked for; without values while they are none or wrong."""
        bits = self.meaning.currentIndex() == _BITS
        try:
            numbers = parse_values(self.values.text(), bits=bits)
        except SceneFillError:
            numbers = ()
        band = self._band()
        return GapSource(
            kind="raster",
            path=self._choice.path,
            values=() if bits else numbers,
            bits=numbers if bits else (),
            grow=grow,
            band=band if band > 1 else None,
        )

    def set_source(self, gap: GapSource) -> None:
        """Show a gap source of kind ``raster``."""
        self._choice.choose(gap.path or "")
        self._kept_band = gap.band
        self.band.setBand(gap.band or 1)
        self.meaning.setCurrentIndex(_BITS if gap.bits else _VALUES)
        self._write(gap.bits or gap.values)

    def problem_text(self) -> str:
        """Why this is no gap source yet, in words; empty when it is one."""
        if self._choice.layer is not None and not self._choice.path:
            return tr("The engine cannot open the mask layer. Save it as GeoTIFF and choose that.")
        if not self._choice.path:
            return tr("Choose the mask layer.")
        try:
            numbers = parse_values(self.values.text(), bits=self.meaning.currentIndex() == _BITS)
        except SceneFillError as error:
            return explain(error).text
        return "" if numbers else tr("Name the mask's values that are gaps.")

    def read_values(self) -> None:
        """Look in the background which numbers the band has, and list them."""
        token = self._questions.ask()
        bits = self.meaning.currentIndex() == _BITS
        work = partial(find_values, self._choice.path, self._band(), self._scheme(), bits)
        task = EngineTask(tr("Reading the values of the mask"), work)
        task.succeeded.connect(lambda found: self._show_found(token, found))
        task.failed.connect(lambda error: self._reading_failed(token, error))
        task.stopped.connect(lambda: self._reading_ended(token))
        self.read.setEnabled(False)
        set_state(self.problem_icon, self.problem, "busy", tr("Reading the values…"))
        self._session.tasks.start(task)

    def _band(self) -> int:
        """The chosen band; that of the reopened job for a file which is no layer, as it cannot be chosen then."""
        chosen = self.band.currentBand() if self._choice.layer is not None else self._kept_band
        return max(chosen or 1, 1)

    def _scheme(self) -> Optional[MaskScheme]:
        layer = self._choice.layer
        if layer is None:
            return scheme_of(Path(self._choice.path).stem)
        return scheme_of(layer.name(), Path(self._choice.path).stem, self.band.currentText())

    def _layer_changed(self) -> None:
        layer = self._choice.layer
        self._kept_band = None
        self.band.setLayer(layer)
        several = layer is not None and layer.bandCount() > 1
        self.band.setVisible(several)
        self.band_label.setVisible(several)
        self._suggest()

    def _band_changed(self) -> None:
        self._suggest()

    def _suggest(self) -> None:
        """A known product says by itself what its numbers are, and which of them are gaps."""
        self._forget_found()
        scheme = self._scheme()
        if scheme is not None:
            self.meaning.setCurrentIndex(_BITS if scheme.bits else _VALUES)
            self._write(scheme.gaps)
        self._refresh()

    def _meaning_changed(self) -> None:
        self._forget_found()
        self._refresh()

    def _values_typed(self) -> None:
        self._check_listed()
        self._refresh()

    def _write(self, numbers: Iterable[int]) -> None:
        """Fill in the line, its beginning in sight."""
        self.values.setText(format_values(numbers))
        self.values.setCursorPosition(0)

    def _forget_found(self) -> None:
        self._questions.ask()
        self.found.clear()
        self.found.hide()

    def _refresh(self) -> None:
        self.read.setEnabled(bool(self._choice.path))
        problem = self.problem_text()
        set_state(self.problem_icon, self.problem, "warning" if problem else "", problem)
        self.changed.emit()

    def _show_found(self, token: int, found: tuple[FoundValue, ...]) -> None:
        if not self._questions.is_current(token):
            return
        blocked = self.found.blockSignals(True)
        self.found.clear()
        for value in found:
            share = QLocale().toString(100.0 * value.share, "f", 1)
            text = f"{value.value}  {value.name}  ({share} %)" if value.name else f"{value.value}  ({share} %)"
            item = QListWidgetItem(text, self.found)
            item.setToolTip(text)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setData(Qt.ItemDataRole.UserRole, value.value)
            item.setCheckState(Qt.CheckState.Unchecked)
        self.found.blockSignals(blocked)
        rows = min(max(len(found), 1), _ROWS_SHOWN)
        self.found.setFixedHeight(rows * self.found.sizeHintForRow(0) + 2 * self.found.frameWidth() + 2)
        self.found.setVisible(bool(found))
        self._check_listed()
        self._refresh()

    def _reading_failed(self, token: int, error: SceneFillError) -> None:
        if self._questions.is_current(token):
            self._refresh()
            set_state(self.problem_icon, self.problem, "error", explain(error).text)

    def _reading_ended(self, token: int) -> None:
        if self._questions.is_current(token):
            self._refresh()

    def _check_listed(self) -> None:
        """The list follows the line."""
        try:
            numbers = parse_values(self.values.text(), bits=self.meaning.currentIndex() == _BITS)
        except SceneFillError:
            return
        blocked = self.found.blockSignals(True)
        for row in range(self.found.count()):
            item = self.found.item(row)
            listed = item.data(Qt.ItemDataRole.UserRole) in numbers
            item.setCheckState(Qt.CheckState.Checked if listed else Qt.CheckState.Unchecked)
        self.found.blockSignals(blocked)

    def _value_checked(self, item: QListWidgetItem) -> None:
        """The line follows the list; numbers that the mask does not have stay as they are."""
        value = item.data(Qt.ItemDataRole.UserRole)
        try:
            numbers = set(parse_values(self.values.text(), bits=self.meaning.currentIndex() == _BITS))
        except SceneFillError:
            numbers = set()
        numbers = numbers | {value} if item.checkState() == Qt.CheckState.Checked else numbers - {value}
        self._write(numbers)
