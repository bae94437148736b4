"""The rows of *What you have*: layers in their roles, and what is known of each."""

from __future__ import annotations

import enum
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any, Optional

from qgis.PyQt.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from ..core.errors import SceneFillError
from ..core.modalities import registry
from ..plugin.form import InputRow
from ..plugin.i18n import tr
from ..plugin.layers.inspect import LayerFacts
from ..plugin.layers.status import RowStatus
from ..plugin.modality_names import modality_title
from .icons import state_icon
from .messages import explain


class Column(enum.IntEnum):
    """The columns, from left to right."""

    LAYER = 0
    GIVES = 1
    UNIT = 2
    DATE = 3
    STATUS = 4


@dataclass(frozen=True)
class Entry:
    """A row of the table.

    Attributes:
        key: tells it from all others as long as the table lives.
        row: the layer in its role; its bands are empty until they have been guessed.
        facts: what the file says; None until it has been looked at.
        status: how it fits the area; None until that is known.
        error: why the file could not be looked at.
        question: number of the latest look at the file, so that the answer to an earlier one is ignored.
    """

    key: int
    row: InputRow
    facts: Optional[LayerFacts] = None
    status: Optional[RowStatus] = None
    error: Optional[SceneFillError] = None
    question: int = 0

    @property
    def is_pending(self) -> bool:
        return self.facts is None and self.error is None


class InputsModel(QAbstractTableModel):
    """Holds entries; all of them are plain data."""

    def __init__(self, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._entries: list[Entry] = []

    @property
    def entries(self) -> tuple[Entry, ...]:
        return tuple(self._entries)

    def find(self, key: int) -> Optional[Entry]:
        return next((entry for entry in self._entries if entry.key == key), None)

    def append(self, entry: Entry) -> None:
        end = len(self._entries)
        self.beginInsertRows(QModelIndex(), end, end)
        self._entries.append(entry)
        self.endInsertRows()

    def change(self, key: int, **changes: Any) -> None:
        """Replace fields of an entry; one that is gone is left alone."""
        for number, entry in enumerate(self._entries):
            if entry.key == key:
                self._entries[number] = replace(entry, **changes)
                self.dataChanged.emit(self.index(number, 0), self.index(number, len(Column) - 1))

    def remove(self, keys: Iterable[int]) -> None:
        for key in keys:
            entry = self.find(key)
            if entry is not None:
                number = self._entries.index(entry)
                self.beginRemoveRows(QModelIndex(), number, number)
                del self._entries[number]
                self.endRemoveRows()

    def set_entries(self, entries: Iterable[Entry]) -> None:
        self.beginResetModel()
        self._entries = list(entries)
        self.endResetModel()

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008 -- the signature of Qt
        return 0 if parent.isValid() else len(self._entries)

    def columnCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008 -- the signature of Qt
        return 0 if parent.isValid() else len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (tr("Layer"), tr("Gives"), tr("Unit"), tr("Date"), tr("Status"))[section]

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        entry, column = self._entries[index.row()], Column(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return cell_text(entry, column)
        if role == Qt.ItemDataRole.DecorationRole and column is Column.STATUS:
            return state_icon(status_of(entry)[0])
        if role == Qt.ItemDataRole.ToolTipRole:
            return _tooltip(entry)
        if role == Qt.ItemDataRole.AccessibleTextRole and column is Column.LAYER:
            return ", ".join(cell_text(entry, each) for each in Column)
        return None


def cell_text(entry: Entry, column: Column) -> str:
    """What a cell says."""
    if column is Column.LAYER:
        return entry.row.ref.name
    if column is Column.STATUS:
        text = status_of(entry)[1]
        return text[:1].upper() + text[1:]
    if entry.is_pending or entry.error is not None:
        return "…" if entry.is_pending and column is Column.GIVES else ""
    if column is Column.GIVES:
        return gives_text(entry.row)
    return entry.row.unit_text if column is Column.UNIT else entry.row.date or tr("no date")


def gives_text(row: InputRow) -> str:
    """The modalities that a row serves, and the number of bands that are carried along."""
    parts = [modality_title(modality) for modality in row.modalities]
    carried = sum(registry().band(band) is None for band in row.bands)
    if carried:
        parts.append(tr("%n other band(s)", carried))
    return ", ".join(parts) or tr("nothing yet")


def status_of(entry: Entry) -> tuple[str, str]:
    """State (``ok``, ``warning``, ``error``, ``busy``) and text of an entry."""
    if entry.error is not None:
        return "error", explain(entry.error).text
    if entry.is_pending:
        return "busy", tr("Looking at the file…")
    if entry.status is None:
        return "busy", tr("Checking…")
    return entry.status.level, entry.status.text


def _tooltip(entry: Entry) -> str:
    """All that is known, in lines: nothing that is cut short in the table is lost."""
    _, text = status_of(entry)
    lines = [entry.row.ref.name, entry.row.ref.path or entry.row.ref.source, ""]
    if not entry.is_pending and entry.error is None:
        lines.append(tr("Gives: {bands}").format(bands=_bands_text(entry.row)))
        lines.append(tr("Unit: {unit}").format(unit=entry.row.unit_text))
        lines.append(tr("Date: {date}").format(date=entry.row.date or tr("no date")))
    lines.append(tr("Status: {status}").format(status=text))
    if entry.error is not None and entry.error.hint:
        lines.append(explain(entry.error).hint)
    if entry.row.reasons:
        lines += ["", *(f"• {reason}" for reason in entry.row.reasons)]
    return "\n".join(lines)


def _bands_text(row: InputRow) -> str:
    """Modalities with their bands: ``Optical (red, green, blue)``."""
    parts = []
    for modality in row.modalities:
        bands = [band for band in registry()[modality].band_ids if band in row.bands]
        parts.append(f"{modality_title(modality)} ({', '.join(bands)})")
    carried = [band for band in row.bands if registry().band(band) is None]
    if carried:
        parts.append(tr("carried along: {bands}").format(bands=", ".join(carried)))
    return "; ".join(parts) or tr("nothing yet")
