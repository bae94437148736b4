"""Past runs as a table: title, when, and how it ended."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Optional

from qgis.PyQt.QtCore import QAbstractTableModel, QDateTime, QLocale, QModelIndex, QObject, Qt

from ..plugin.history import RunRecord
from ..plugin.i18n import tr
from ..plugin.results.adaptation import adaptation_text
from .icons import state_icon
from .messages import explain
from .quantities import duration_text

TITLE, CREATED, STATE = range(3)
_ICONS = {"running": "busy", "done": "ok", "failed": "error", "cancelled": "stopped", "interrupted": "warning"}


class RunsModel(QAbstractTableModel):
    """Records as the controller has them, newest first."""

    def __init__(self, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._records: tuple[RunRecord, ...] = ()

    def set_records(self, records: Sequence[RunRecord]) -> None:
        self.beginResetModel()
        self._records = tuple(records)
        self.endResetModel()

    def record(self, row: int) -> Optional[RunRecord]:
        return self._records[row] if 0 <= row < len(self._records) else None

    def row_of(self, run_id: str) -> int:
        """The row of a run; -1 when it is not listed."""
        return next((row for row, record in enumerate(self._records) if record.id == run_id), -1)

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008 -- the signature of Qt
        return 0 if parent.isValid() else len(self._records)

    def columnCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008 -- the signature of Qt
        return 0 if parent.isValid() else 3

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (tr("Run"), tr("Started"), tr("State"))[section]

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        record = self.record(index.row())
        if record is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return (record.title, _when(record), state_title(record.state))[index.column()]
        if role == Qt.ItemDataRole.DecorationRole and index.column() == STATE:
            return state_icon(_ICONS[record.state])
        if role == Qt.ItemDataRole.ToolTipRole:
            return _tip(record)
        return None


def state_title(state: str) -> str:
    """A run's state in a word."""
    titles = {
        "running": tr("Running"),
        "done": tr("Done"),
        "failed": tr("Failed"),
        "cancelled": tr("Cancelled"),
        "interrupted": tr("Interrupted"),
    }
    return titles[state]


def _when(record: RunRecord, form: QLocale.FormatType = QLocale.FormatType.ShortFormat) -> str:
    """In local time; only the time for a run of today."""
    created = QDateTime.fromString(record.created, Qt.DateFormat.ISODate).toLocalTime()
    today = created.date() == QDateTime.currentDateTime().date()
    if today and form == QLocale.FormatType.ShortFormat:
        return str(QLocale().toString(created.time(), form))
    return str(QLocale().toString(created.date() if form == QLocale.FormatType.ShortFormat else created, form))


def _tip(record: RunRecord) -> str:
    lines = [record.title, _when(record, QLocale.FormatType.LongFormat)]
    ended = state_title(record.state)
    if record.seconds > 0:
        ended = tr("{state} after {duration}").format(state=ended, duration=duration_text(record.seconds))
    lines += filter(None, (ended, adaptation_text(record.adaptation)))
    if record.failure is not None:
        lines.append(explain(record.failure).text)
    place = tr("Temporary: {folder}") if record.temporary else tr("Folder: {folder}")
    return "\n".join([*lines, place.format(folder=record.folder)])
