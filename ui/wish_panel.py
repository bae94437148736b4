"""The dock's *What you want*: fill gaps in a layer, draw missing modalities, or imagine a scene; and where to save."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Optional

from qgis.gui import QgsFileWidget
from qgis.PyQt import uic
from qgis.PyQt.QtCore import QSignalBlocker, pyqtSignal
from qgis.PyQt.QtWidgets import QWidget

from ..core.modalities import registry
from ..plugin.form import InputRow, Wish
from ..plugin.i18n import tr
from ..plugin.modality_names import modality_title
from ..plugin.run_folders import default_base
from ..plugin.session import Session
from ..plugin.settings import Settings
from .gap_panel import GapPanel
from .modality_checks import ModalityChecks

_FIRST_TARGETS = {"fill": (), "synthesise": (), "imagine": ("optical", "infrared", "sar")}


class WishPanel(QWidget):
    """What is wanted; ``changed`` is emitted whenever the answer of :meth:`wish` or :meth:`folder` may be another."""

    changed = pyqtSignal()

    def __init__(self, session: Session, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        uic.loadUi(str(Path(__file__).with_suffix(".ui")), self)
        self._rows: tuple[InputRow, ...] = ()
        self._targets = dict(_FIRST_TARGETS)
        self._kinds = {
            "fill": self.kind_fill,
            "synthesise": self.kind_synthesise,
            "imagine": self.kind_imagine,
        }
        self.gaps = GapPanel(session, self)
        self.fill_column.addWidget(self.gaps)
        self.targets = ModalityChecks(self)
        self.column.insertWidget(self.column.indexOf(self.targets_label) + 1, self.targets)
        self.output.setStorageMode(QgsFileWidget.StorageMode.GetDirectory)
        self.output.setDialogTitle(tr("Folder for the results"))
        session.settings_changed.connect(self._set_root)
        self._set_root(session.settings)
        self.output.lineEdit().setPlaceholderText(tr("[Save to temporary folder]"))
        self.pixel_size.setClearValue(0.0, self.pixel_size.specialValueText())
        for button in self._kinds.values():
            button.toggled.connect(self._kind_toggled)
        self.fill.currentIndexChanged.connect(self._fill_changed)
        self.targets.changed.connect(self._target_checked)
        self.gaps.changed.connect(self.changed)
        self.like.currentIndexChanged.connect(self.changed)
        self.pixel_size.valueChanged.connect(self.changed)
        self.output.fileChanged.connect(self.changed)
        self._show_kind()

    def kind(self) -> str:
        """One of :data:`~scenefill.plugin.form.WISHES`."""
        return next(kind for kind, button in self._kinds.items() if button.isChecked())

    def wish(self) -> Wish:
        """What is wanted. Polygons of a layer are not saved yet: see :meth:`materialise`."""
        kind = self.kind()
        fills = kind == "fill"
        index = self.fill.currentIndex()
        return Wish(
            kind=kind,
            targets=self.targets.chosen(),
            fill=index if fills and index >= 0 else None,
            gaps=self.gaps.sources() if fills else (),
            pixel_size=(self.pixel_size.value() or None) if self._needs_pixel_size() else None,
            like=self.like.currentIndex() - 1 if kind == "synthesise" and self.like.currentIndex() > 0 else None,
        )

    def materialise(self, folder: str) -> Wish:
        """The wish with everything that a run needs as files in ``folder``; on the main thread, right before it.

        Raises:
            SceneFillError: ``no-polygons``, and those of saving polygons.
        """
        wish = self.wish()
        return replace(wish, gaps=self.gaps.materialise(folder)) if wish.kind == "fill" else wish

    def set_wish(self, wish: Wish) -> None:
        """Show a wish whose rows have been given by :meth:`set_rows` before."""
        with QSignalBlocker(self):
            self._kinds[wish.kind].setChecked(True)
            self._targets[wish.kind] = tuple(wish.targets)
            if wish.kind == "fill":
                self.fill.setCurrentIndex(-1 if wish.fill is None else wish.fill)
                self.gaps.set_sources(wish.gaps)
            elif wish.kind == "synthesise":
                self.like.setCurrentIndex(0 if wish.like is None else wish.like + 1)
            self.pixel_size.setValue(wish.pixel_size or 0.0)
            self._show_kind()
        self.changed.emit()

    def set_rows(self, rows: Sequence[InputRow]) -> None:
        """The layers that there are; the layer to fill stays the same if it is still among them."""
        filled, like = self._row_at(self.fill.currentIndex()), self._row_at(self.like.currentIndex() - 1)
        self._rows = tuple(rows)
        titles = [_row_title(row) for row in self._rows]
        with QSignalBlocker(self):
            self.fill.clear()
            self.fill.addItems(titles)
            self.fill.setCurrentIndex(self._first_choice() if filled is None else self._index_of(filled))
            self.fill.setEnabled(bool(self._rows))
            self.like.clear()
            self.like.addItems([tr("The finest layer"), *titles])
            self.like.setCurrentIndex(0 if like is None else self._index_of(like) + 1)
            self._show_kind()
        self.changed.emit()

    def folder(self) -> str:
        """Where the results go; empty for temporary ones."""
        return str(self.output.filePath()).strip()

    def set_folder(self, folder: str) -> None:
        self.output.setFilePath(folder)

    def _set_root(self, settings: Settings) -> None:
        """Where choosing a folder starts."""
        self.output.setDefaultRoot(default_base(settings.output_folder))

    def problem_text(self) -> str:
        """Why this cannot be run yet, in words; empty when it can."""
        kind = self.kind()
        if kind == "fill":
            if not self._rows:
                return tr("Add a layer under “What you have”, then choose it as the layer to fill.")
            if self.fill.currentIndex() < 0:
                return tr("Choose the layer to fill.")
            return self.gaps.problem_text()
        if kind == "synthesise" and not self._rows:
            return tr("Add at least one layer under “What you have”.")
        return "" if self.targets.chosen() else tr("Choose at least one modality to draw.")

    def _kind_toggled(self, on: bool) -> None:
        if on:
            self._show_kind()
            self.changed.emit()

    def _show_kind(self) -> None:
        kind = self.kind()
        self.fill_page.setVisible(kind == "fill")
        self.like_box.setVisible(kind == "synthesise" and len(self._rows) > 1)
        self.pixel_size_box.setVisible(self._needs_pixel_size())
        self.targets_label.setText(tr("Also draw everywhere") if kind == "fill" else tr("Draw"))
        self.targets.choose(self._targets[kind])
        self._note_rows()

    def _target_checked(self) -> None:
        self._targets[self.kind()] = self.targets.chosen()
        self.changed.emit()

    def _fill_changed(self) -> None:
        self._note_rows()
        self.changed.emit()

    def _note_rows(self) -> None:
        """Say at the modalities which of them the layers give already."""
        kind, row = self.kind(), self._row_at(self.fill.currentIndex())
        whole, partly = (), ()
        if kind == "fill" and row is not None:
            whole = tuple(m for m in row.modalities if set(registry()[m].band_ids) <= set(row.bands))
            partly = tuple(m for m in row.modalities if m not in whole)
        given = self._given() if kind == "synthesise" else ()
        self.targets.set_unavailable(whole)
        self.targets.set_notes(
            {
                **{m: tr("filled") for m in whole},
                **{m: tr("partly filled") for m in partly},
                **{m: tr("given") for m in given},
            }
        )

    def _given(self) -> tuple[str, ...]:
        """Modalities of which the inputs have every band."""
        bands = {band for row in self._rows for band in row.bands}
        return tuple(m.id for m in registry().modalities if set(m.band_ids) <= bands)

    def _needs_pixel_size(self) -> bool:
        """Whether no layer says how large the pixels are."""
        kind = self.kind()
        return kind == "imagine" or (kind == "synthesise" and all(row.ref.is_picture for row in self._rows))

    def _row_at(self, index: int) -> Optional[InputRow]:
        return self._rows[index] if 0 <= index < len(self._rows) else None

    def _index_of(self, row: InputRow) -> int:
        """Where a row is now: itself, or another of the same layer; -1 when it is gone."""
        if row in self._rows:
            return self._rows.index(row)
        ids = [other.ref.layer_id for other in self._rows]
        return ids.index(row.ref.layer_id) if row.ref.layer_id in ids else -1

    def _first_choice(self) -> int:
        """The layer to fill before anyone chose one: the first optical one, as clouds are gaps of these."""
        optical = [index for index, row in enumerate(self._rows) if "optical" in row.modalities]
        return (optical or [0 if self._rows else -1])[0]


def _row_title(row: InputRow) -> str:
    modalities = ", ".join(modality_title(modality) for modality in row.modalities)
    return f"{row.ref.name} ({modalities})" if modalities else row.ref.name
