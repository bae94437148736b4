"""The dialog in which every guess about a layer can be corrected: bands, unit, scale, date."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Optional

from qgis.PyQt import uic
from qgis.PyQt.QtCore import QLocale, Qt
from qgis.PyQt.QtGui import QDoubleValidator
from qgis.PyQt.QtWidgets import QDialog, QDialogButtonBox, QHeaderView, QLineEdit, QTableWidgetItem, QWidget

from ..core.modalities import registry
from ..core.units import units_of
from ..plugin.form import InputRow
from ..plugin.i18n import tr
from ..plugin.layers.guess import guess_row, refresh
from ..plugin.layers.inspect import LayerFacts
from ..plugin.modality_names import unit_title
from ..plugin.role_check import role_problem
from .band_combo import BandCombo
from .icons import set_state

_BAND, _IS = 0, 1


class RoleEditor(QDialog):
    """Edits a row; :meth:`row` is the answer once the dialog is accepted."""

    def __init__(self, row: InputRow, facts: LayerFacts, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        uic.loadUi(str(Path(__file__).with_suffix(".ui")), self)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Role of {name}").format(name=row.ref.name))
        self._shown = row
        self._facts = facts
        self._combos = [self._add_band(number) for number in range(facts.raster.count)]
        self._set_up_table()
        for edit in (self.scale, self.offset):
            edit.setValidator(QDoubleValidator(edit))
            edit.textChanged.connect(self._check)
        self._show(row)
        for combo in self._combos:
            combo.currentTextChanged.connect(self._bands_changed)
        self.date.textChanged.connect(self._check)
        self.unit.currentIndexChanged.connect(self._check)
        restore = self.buttons.button(QDialogButtonBox.StandardButton.RestoreDefaults)
        restore.setText(tr("&Guess again"))
        restore.setToolTip(tr("Forget all corrections"))
        restore.clicked.connect(lambda: self._show(guess_row(row.ref, facts)))
        self._check()

    def row(self) -> InputRow:
        """The row as it is shown, with what follows from it."""
        given = replace(
            self._shown,
            bands=self._bands(),
            unit=self.unit.currentData(),
            scale=_number(self.scale),
            offset=_number(self.offset),
            date=self.date.text().strip() or None,
        )
        return given if given == self._shown else refresh(given, self._facts, (tr("Corrected by hand."),))

    def _add_band(self, number: int) -> BandCombo:
        name = self._facts.raster.descriptions[number]
        text = tr("{number} – {name}").format(number=number + 1, name=name) if name else str(number + 1)
        item = QTableWidgetItem(text)
        item.setToolTip(text)
        item.setFlags(Qt.ItemFlag.ItemIsEnabled)
        self.bands.insertRow(number)
        self.bands.setItem(number, _BAND, item)
        combo = BandCombo(self.bands)
        combo.setAccessibleName(tr("Band {number} is").format(number=text))
        self.bands.setCellWidget(number, _IS, combo)
        return combo

    def _set_up_table(self) -> None:
        self.bands.verticalHeader().hide()
        for column in (_BAND, _IS):
            self.bands.horizontalHeader().setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        if self._combos:
            self.bands.verticalHeader().setDefaultSectionSize(self._combos[0].sizeHint().height() + 2)

    def _show(self, row: InputRow) -> None:
        self._shown = row
        names = {index: band for band, index in row.bands.items()}
        for number, combo in enumerate(self._combos):
            blocked = combo.blockSignals(True)
            combo.set_band(names.get(number + 1, ""))
            combo.blockSignals(blocked)
        self._fill_units(row.unit)
        self.scale.setText(_text(row.scale))
        self.offset.setText(_text(row.offset))
        self.date.setText(row.date or "")
        self.reasons.setPlainText("\n".join(row.reasons) or tr("Nothing was guessed."))
        self._check()

    def _bands(self) -> dict[str, int]:
        named = [(combo.band(), number + 1) for number, combo in enumerate(self._combos)]
        return {band: number for band, number in named if band}

    def _bands_changed(self) -> None:
        self._fill_units(self.unit.currentData())
        self._check()

    def _fill_units(self, chosen: Optional[str]) -> None:
        """The units that the main modality can have, and the engine's guess."""
        main = replace(self._shown, bands=self._bands()).main_modality
        units = units_of(registry()[main]) if main else ()
        blocked = self.unit.blockSignals(True)
        self.unit.clear()
        self.unit.addItem(tr("from the file"), None)
        for unit in units:
            self.unit.addItem(unit_title(unit), unit)
        self.unit.setCurrentIndex(max(self.unit.findData(chosen), 0))
        self.unit.blockSignals(blocked)

    def _check(self) -> None:
        """Say what is wrong, and let nothing wrong through."""
        names = [combo.band() for combo in self._combos]
        wrong = [edit.text() for edit in (self.scale, self.offset) if edit.text().strip() and _number(edit) is None]
        problem = role_problem([name for name in names if name], self.date.text().strip(), _number(self.scale))
        if wrong:
            problem = tr("'{text}' is no number.").format(text=wrong[0])
        set_state(self.problem_icon, self.problem, "error", problem)
        self.read_as.setText("" if problem else self.row().unit_text)
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(not problem)


def _number(edit: QLineEdit) -> Optional[float]:
    """What is typed, in the user's way of writing numbers; None for nothing."""
    value, known = QLocale().toDouble(edit.text().strip())
    return value if known else None


def _text(value: Optional[float]) -> str:
    return "" if value is None else QLocale().toString(value, "g", 12)
