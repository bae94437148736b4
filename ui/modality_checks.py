"""Check boxes of modalities, in as many columns as there is room for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Optional

from qgis.PyQt.QtCore import QSize, pyqtSignal
from qgis.PyQt.QtGui import QResizeEvent
from qgis.PyQt.QtWidgets import QCheckBox, QGridLayout, QLayout, QWidget

from ..core.modalities import registry
from ..plugin.modality_names import modality_help, modality_title


class ModalityChecks(QWidget):
    """Which modalities; ``changed`` is emitted when the user checks or unchecks one."""

    changed = pyqtSignal()

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._columns = 0
        self._notes: Mapping[str, str] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(4)
        self._grid.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self._boxes = {modality: QCheckBox(modality_title(modality), self) for modality in registry().ids}
        for modality, box in self._boxes.items():
            box.setObjectName(f"modality_{modality}")
            box.toggled.connect(self.changed)
        self.set_notes({})
        self._arrange(2)

    def chosen(self) -> tuple[str, ...]:
        """Ids of the checked modalities that can be had, in the registry's order."""
        return tuple(modality for modality, box in self._boxes.items() if box.isChecked() and box.isEnabled())

    def choose(self, modalities: Iterable[str]) -> None:
        """Check these and no others, silently."""
        wanted = set(modalities)
        for modality, box in self._boxes.items():
            blocked = box.blockSignals(True)
            box.setChecked(modality in wanted)
            box.blockSignals(blocked)

    def set_notes(self, notes: Mapping[str, str]) -> None:
        """What to say of some modalities beside their titles, such as *given*."""
        self._notes = dict(notes)
        for modality, box in self._boxes.items():
            note = self._notes.get(modality, "")
            title = modality_title(modality)
            box.setText(f"{title} – {note}" if note else title)
            box.setToolTip(modality_help(modality))
        self._arrange(self._fitting_columns())

    def set_unavailable(self, modalities: Iterable[str]) -> None:
        """These cannot be chosen; all others can."""
        unavailable = set(modalities)
        for modality, box in self._boxes.items():
            box.setEnabled(modality not in unavailable)

    def box(self, modality: str) -> QCheckBox:
        return self._boxes[modality]

    def minimumSizeHint(self) -> QSize:
        return QSize(self._widest(), self._grid.totalMinimumSize().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(self._fitting_columns())

    def _widest(self, boxes: Optional[list[QCheckBox]] = None) -> int:
        return max(box.sizeHint().width() for box in boxes or self._boxes.values())

    def _needed(self, columns: int) -> int:
        """Width of the grid with so many columns."""
        boxes = list(self._boxes.values())
        spacing = max(self._grid.horizontalSpacing(), 0)
        return sum(self._widest(boxes[column::columns]) for column in range(columns)) + (columns - 1) * spacing

    def _fitting_columns(self) -> int:
        return next((columns for columns in (3, 2) if self._needed(columns) <= self.width()), 1)

    def _arrange(self, columns: int) -> None:
        if columns != self._columns:
            self._columns = columns
            for number, box in enumerate(self._boxes.values()):
                self._grid.addWidget(box, number // columns, number % columns)
            self._grid.setColumnStretch(columns - 1, 1)
            for column in range(columns - 1):
                self._grid.setColumnStretch(column, 0)
            self.updateGeometry()
