"""The table view of *What you have*: five columns where there is room, three lines a row in a narrow dock."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Optional

from qgis.PyQt.QtCore import QItemSelectionModel, QModelIndex, QPoint, QRect, QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import (
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QFont,
    QFontMetrics,
    QIcon,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QTextLayout,
)
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ..plugin.i18n import tr
from .inputs_model import Column, InputsModel
from .layer_drop import LayerDrop, read_drop

_PADDING = 4
_ROWS_SHOWN = (2, 6)
#: From this width on (in average characters) there is room for columns.
_WIDE_CHARACTERS = 90


class LayerDelegate(QStyledItemDelegate):
    """Draws the cells: with ``compact`` a whole row in three lines of one cell, else wrapped texts of two lines."""

    compact = True

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        cell = QStyleOptionViewItem(option)
        self.initStyleOption(cell, index)
        # A copy: the style draws the cell without them.
        text, icon = cell.text, QIcon(cell.icon)
        cell.text, cell.icon = "", QIcon()
        cell.widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, cell, painter, cell.widget)
        painter.save()
        painter.setFont(cell.font)
        if self.compact:
            self._draw_row(painter, cell, index)
        else:
            self._draw_cell(painter, cell, text, icon)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        hint = super().sizeHint(option, index)
        return QSize(hint.width() + 2 * _PADDING, row_height(QFontMetrics(option.font), self.compact))

    def _draw_row(self, painter: QPainter, cell: QStyleOptionViewItem, index: QModelIndex) -> None:
        """Name; what it gives, when, in which unit; icon and status."""
        model = index.model()
        name, status = (model.index(index.row(), column) for column in (Column.LAYER, Column.STATUS))
        facts = [model.index(index.row(), column).data() for column in (Column.GIVES, Column.DATE, Column.UNIT)]
        space = _inside(cell)
        lines = QFontMetrics(cell.font).lineSpacing()
        _draw_lines(painter, cell, space, [name.data()], QPalette.ColorRole.Text)
        space.setTop(space.top() + lines)
        _draw_lines(painter, cell, space, [" · ".join(filter(None, facts))], QPalette.ColorRole.PlaceholderText)
        space.setTop(space.top() + lines)
        space = _draw_icon(painter, space, status.data(Qt.ItemDataRole.DecorationRole), lines)
        _draw_lines(painter, cell, space, [status.data()], QPalette.ColorRole.Text)

    @staticmethod
    def _draw_cell(painter: QPainter, cell: QStyleOptionViewItem, text: str, icon: QIcon) -> None:
        """Icon and text, in the middle of the height."""
        space, spacing = _inside(cell), QFontMetrics(cell.font).lineSpacing()
        width = space.width() - (0 if icon.isNull() else spacing + _PADDING)
        lines = wrapped(text, cell.font, width)
        space.setTop(space.top() + max(0, (space.height() - len(lines) * spacing) // 2))
        _draw_lines(painter, cell, _draw_icon(painter, space, icon, spacing), lines, QPalette.ColorRole.Text)


class LayerTable(QTableView):
    """Shows an :class:`InputsModel`; tells of what is dropped, of Del and of Enter or a double click."""

    dropped = pyqtSignal(object)
    removal_requested = pyqtSignal()
    edit_requested = pyqtSignal()

    def __init__(self, model: InputsModel, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._delegate = LayerDelegate(self)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setAcceptDrops(True)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.horizontalHeader().setMinimumSectionSize(24)
        self.doubleClicked.connect(lambda _index: self.edit_requested.emit())
        for signal in (model.rowsInserted, model.rowsRemoved, model.modelReset):
            signal.connect(self._fit_height)
        self._arrange()
        self._fit_height()

    @property
    def selected_rows(self) -> list[int]:
        return sorted(index.row() for index in self.selectionModel().selectedRows())

    def select_rows(self, rows: Iterable[int]) -> None:
        """Select these rows and no others; the last becomes the current one."""
        flag = QItemSelectionModel.SelectionFlag
        self.clearSelection()
        for row in rows:
            self.selectionModel().setCurrentIndex(self.model().index(row, 0), flag.Select | flag.Rows)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self.removal_requested.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.edit_requested.emit()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._judge(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._judge(event)

    def dropEvent(self, event: QDropEvent) -> None:
        drop = read_drop(event.mimeData())
        if drop:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self.dropped.emit(drop)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.model().rowCount() == 0:
            painter = QPainter(self.viewport())
            painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
            space = self.viewport().rect().adjusted(2 * _PADDING, _PADDING, -2 * _PADDING, -_PADDING)
            flags = int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap)
            painter.drawText(space, flags, tr("Add the layers that you have, or drag them here from the Layers panel."))
            painter.end()

    @staticmethod
    def _judge(event: QDragMoveEvent) -> None:
        drop: LayerDrop = read_drop(event.mimeData())
        if drop:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
        else:
            event.ignore()

    def _arrange(self) -> None:
        """A table where there is room for one; in a narrow dock all of a row in its first cell."""
        compact = self.viewport().width() < _WIDE_CHARACTERS * self.fontMetrics().averageCharWidth()
        header = self.horizontalHeader()
        header.setVisible(not compact)
        for column in Column:
            self.setColumnHidden(column, compact and column is not Column.LAYER)
            narrow = column in (Column.UNIT, Column.DATE)
            mode = QHeaderView.ResizeMode.ResizeToContents if narrow else QHeaderView.ResizeMode.Stretch
            header.setSectionResizeMode(column, mode)
        if compact != self._delegate.compact:
            self._delegate.compact = compact
            self._fit_height()

    def _fit_height(self) -> None:
        """As high as its rows, between a few and some more: the dock scrolls, not a table inside it."""
        compact = self._delegate.compact
        height = row_height(self.fontMetrics(), compact)
        self.verticalHeader().setDefaultSectionSize(height)
        least, most = _ROWS_SHOWN
        rows = min(max(self.model().rowCount(), least), most)
        header = 0 if compact else self.horizontalHeader().sizeHint().height()
        self.setFixedHeight(header + rows * height + 2 * self.frameWidth())


def row_height(metrics: QFontMetrics, compact: bool) -> int:
    """Of three lines of text, or of two."""
    return (3 if compact else 2) * metrics.lineSpacing() + 2 * _PADDING


def wrapped(text: str, font: QFont, width: int) -> list[str]:
    """``text`` in at most two lines of ``width`` pixels; the second may still be too long."""
    if QFontMetrics(font).horizontalAdvance(text) <= width:
        return [text]
    layout = QTextLayout(text, font)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(max(width, 1))
    layout.endLayout()
    first = line.textLength()
    return [text[:first].rstrip(), text[first:].lstrip()]


def _inside(cell: QStyleOptionViewItem) -> QRect:
    return cell.rect.adjusted(_PADDING, _PADDING, -_PADDING, -_PADDING)


def _draw_icon(painter: QPainter, space: QRect, icon: QIcon, size: int) -> QRect:
    """Draw an icon at the left of the first line; what is left for the text."""
    if icon is None or icon.isNull():
        return space
    icon.paint(painter, QRect(space.left(), space.top(), size, size))
    return space.adjusted(size + _PADDING, 0, 0, 0)


def _draw_lines(
    painter: QPainter, cell: QStyleOptionViewItem, space: QRect, lines: list[str], role: QPalette.ColorRole
) -> None:
    """Lines from the top of ``space``, cut short where they do not fit."""
    if cell.state & QStyle.StateFlag.State_Selected:
        role = QPalette.ColorRole.HighlightedText
    painter.setPen(cell.palette.color(role))
    metrics = QFontMetrics(cell.font)
    for number, line in enumerate(lines):
        shown = metrics.elidedText(line, Qt.TextElideMode.ElideRight, space.width())
        painter.drawText(QPoint(space.left(), space.top() + number * metrics.lineSpacing() + metrics.ascent()), shown)
