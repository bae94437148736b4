"""Past runs as a table: title, when, and how it ended."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Optional

from qgis.PyQt.QtCore import QAbstractTableModel, QDateTime, QLocale, QModelIndex, QObject, Qt

from ..core.errors import SceneFillError
from ..core.remote.answers import DONE, FAILED, RUNNING, WAITING, JobStatus
from ..plugin.history import RunRecord
from ..plugin.i18n import tr
from ..plugin.remote.jobs import Standing
from ..plugin.results.adaptation import adaptation_text
from .icons import state_icon
from .messages import explain
from .quantities import duration_text, left_text

TITLE, CREATED, STATE = range(3)
_ICONS = {"running": "busy", "done": "ok", "failed": "error", "cancelled": "stopped", "interrupted": "warning"}


class RunsModel(QAbstractTableModel):
    """Records as the controller has them, newest first."""

    def __init__(self, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._records: tuple[RunRecord, ...] = ()
        self._standing: Callable[[str], Standing] = lambda _: None

    def set_records(self, records: Sequence[RunRecord], standing: Callable[[str], Standing] = lambda _: None) -> None:
        """``standing``: how a run stands on a server, by its id."""
        self.beginResetModel()
        self._records, self._standing = tuple(records), standing
        self.endResetModel()

    def refresh(self) -> None:
        """What servers say has changed."""
        if self._records:
            last = self.index(len(self._records) - 1, STATE)
            self.dataChanged.emit(self.index(0, 0), last)

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
            return (record.title, _when(record), self._state(record)[1])[index.column()]
        if role == Qt.ItemDataRole.DecorationRole and index.column() == STATE:
            return state_icon(self._state(record)[0])
        if role == Qt.ItemDataRole.ToolTipRole:
            return _tip(record, self._standing(record.id))
        return None

    def _state(self, record: RunRecord) -> tuple[str, str]:
        """Icon and word: what the server says where one may still be at it, else how the run ended."""
        standing = self._standing(record.id)
        if record.may_be_there and isinstance(standing, JobStatus):
            return standing_words(standing)
        return _ICONS[record.state], state_title(record.state)


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


def standing_words(status: JobStatus) -> tuple[str, str]:
    """Icon and a word or two for how a job stands on a server."""
    if status.state == WAITING:
        place = tr("Waiting, no. {position}").format(position=status.position)
        return "waiting", place if status.position else tr("Waiting")
    if status.state == RUNNING:
        return "busy", tr("Running, {percent} %").format(percent=round(100 * status.fraction))
    ended = {DONE: ("ok", tr("Ready to fetch")), FAILED: ("error", tr("Failed"))}
    return ended.get(status.state, ("stopped", tr("Cancelled")))


def _when(record: RunRecord, form: QLocale.FormatType = QLocale.FormatType.ShortFormat) -> str:
    """In local time; only the time for a run of today."""
    created = QDateTime.fromString(record.created, Qt.DateFormat.ISODate).toLocalTime()
    today = created.date() == QDateTime.currentDateTime().date()
    if today and form == QLocale.FormatType.ShortFormat:
        return str(QLocale().toString(created.time(), form))
    return str(QLocale().toString(created.date() if form == QLocale.FormatType.ShortFormat else created, form))


def _tip(record: RunRecord, standing: Standing) -> str:
    lines = [record.title, _when(record, QLocale.FormatType.LongFormat)]
    ended = state_title(record.state)
    if record.seconds > 0:
        ended = tr("{state} after {duration}").format(state=ended, duration=duration_text(record.seconds))
    lines += filter(None, (ended, adaptation_text(record.adaptation)))
    if record.failure is not None:
        lines.append(explain(record.failure).text)
    if record.server:
        lines.append(tr("Server: {name}").format(name=record.server))
    if record.may_be_there:
        lines += _standing_lines(standing)
    place = tr("Temporary: {folder}") if record.temporary else tr("Folder: {folder}")
    return "\n".join([*lines, place.format(folder=record.folder)])


def _standing_lines(standing: Standing) -> list[str]:
    """How a job stands on its server, or why that is not known."""
    if isinstance(standing, SceneFillError):
        return [explain(standing).text]
    if standing is None:
        return []
    lines = [standing_words(standing)[1]]
    if standing.windows_done is not None and standing.windows_total:
        done, total = standing.windows_done, standing.windows_total
        lines.append(tr("{done} of {total} windows").format(done=done, total=total))
    if standing.seconds_left is not None and not standing.ended:
        lines.append(left_text(standing.seconds_left))
    return lines
