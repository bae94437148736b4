"""A combo box that says what a band of a file is: a known band, not used, or a name of its own."""

from __future__ import annotations

from typing import Optional

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QStandardItemModel, QWheelEvent
from qgis.PyQt.QtWidgets import QComboBox, QWidget

from ..core.modalities import registry
from ..plugin.i18n import tr
from ..plugin.modality_names import band_title, modality_title


class BandCombo(QComboBox):
    """Offers the bands of all modalities; any other text is the name of a band that is carried along."""

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setMaxVisibleItems(20)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.addItem(tr("not used"), "")
        for modality in registry().modalities:
            self._add_heading(modality_title(modality.id))
            for band in modality.bands:
                self.addItem(band_title(band), band.id)

    def band(self) -> str:
        """Band id or own name; empty when the band is not used."""
        text = self.currentText().strip()
        index = self.findText(text, Qt.MatchFlag.MatchFixedString)
        if index >= 0 and self.itemData(index) is not None:
            return str(self.itemData(index))
        return text

    def set_band(self, band: str) -> None:
        index = self.findData(band)
        if index >= 0:
            self.setCurrentIndex(index)
        else:
            self.setEditText(band)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls the table: it changes no band by the way."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def _add_heading(self, text: str) -> None:
        self.addItem(text)
        model = self.model()
        if isinstance(model, QStandardItemModel):
            item = model.item(self.count() - 1)
            font = item.font()
            font.setBold(True)
            item.setFont(font)
            item.setFlags(Qt.ItemFlag.NoItemFlags)
