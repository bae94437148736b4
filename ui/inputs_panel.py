"""*What you have*: the layers that exist, each in its role, looked at in the background."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Optional

from qgis.core import QgsMapLayer, QgsProject, QgsProviderRegistry, QgsRasterLayer
from qgis.PyQt import uic
from qgis.PyQt.QtCore import QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import QFileDialog, QMenu, QWidget

from ..core.errors import SceneFillError
from ..core.feedback import Feedback
from ..plugin.form import Area, InputRow, LayerRef
from ..plugin.i18n import tr
from ..plugin.layer_types import raster_layer_type
from ..plugin.layers.grid import WorkingGrid
from ..plugin.layers.guess import guess_row, refresh
from ..plugin.layers.inspect import LayerFacts, inspect
from ..plugin.layers.refs import refer
from ..plugin.layers.status import RowStatus, row_status
from ..plugin.session import Session
from ..plugin.tasks import EngineTask, Latest
from .icons import theme_icon
from .inputs_model import Entry, InputsModel, status_of
from .layer_drop import LayerDrop, RasterSource, file_source
from .layer_table import LayerTable
from .role_editor import RoleEditor

#: Rows, area and grid often change together.
_SETTLE_MS = 50


@dataclass(frozen=True)
class _Looked:
    """The answer of a look at a file."""

    row: InputRow
    facts: LayerFacts
    status: RowStatus


@dataclass(frozen=True)
class _Place:
    """What layers have to fit."""

    area: Optional[Area] = None
    grid: Optional[WorkingGrid] = None


class InputsPanel(QWidget):
    """The table of layers.

    Signals:
        changed: the rows are others than before.
        status_changed: how they fit is known anew.
        noticed(text): something happened to a row that the user did not ask for.
    """

    changed = pyqtSignal()
    status_changed = pyqtSignal()
    noticed = pyqtSignal(str)

    def __init__(self, session: Session, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        uic.loadUi(str(Path(__file__).with_suffix(".ui")), self)
        self._session = session
        self._place = _Place()
        self._numbers = itertools.count(1)
        self._checks = Latest()
        self._watched: set[str] = set()
        self.model = InputsModel(self)
        self.table = LayerTable(self.model, self)
        self.table.setAccessibleName(tr("Layers that you have"))
        self.layout().insertWidget(0, self.table)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE_MS)
        self._settle.timeout.connect(self._check_all)
        self._set_up_buttons()
        QgsProject.instance().layersWillBeRemoved.connect(self._layers_leave)

    def rows(self) -> tuple[InputRow, ...]:
        """The table's rows; one that is still being looked at has no bands yet."""
        return tuple(entry.row for entry in self.model.entries)

    def problem_text(self) -> str:
        """Why the rows cannot be used yet, in words; empty when they can."""
        for entry in self.model.entries:
            state, text = status_of(entry)
            if state == "error":
                return tr("{name}: {problem}").format(name=entry.row.ref.name, problem=text)
        if any(entry.is_pending for entry in self.model.entries):
            return tr("The layers are still being looked at.")
        return ""

    def set_rows(self, rows: Iterable[InputRow]) -> None:
        """Show ``rows`` as they are, silently; only their status is found out."""
        self.model.set_entries(Entry(next(self._numbers), row) for row in rows)
        self._watch_layers()
        for entry in self.model.entries:
            self._look(entry, guess=False)
        self._update_buttons()

    def add_layers(self, layers: Sequence[QgsMapLayer]) -> None:
        """Add raster layers that are not in the table yet, and guess their roles."""
        known = {entry.row.ref.layer_id for entry in self.model.entries}
        rasters = {layer.id(): layer for layer in layers if layer.type() == raster_layer_type()}
        added = [layer for layer_id, layer in rasters.items() if layer_id not in known]
        for layer in added:
            self._add(layer)
        if added:
            self._watch_layers()
            self.select_layers(added)
            self.changed.emit()

    def add_sources(self, sources: Sequence[RasterSource]) -> None:
        """Add rasters to the project and to the table."""
        layers = [QgsRasterLayer(source.uri, source.name, source.provider) for source in sources]
        for layer in layers:
            if not layer.isValid():
                self.noticed.emit(tr("'{name}' is not a raster that QGIS can open.").format(name=layer.name()))
        valid = [layer for layer in layers if layer.isValid()]
        QgsProject.instance().addMapLayers(valid)
        self.add_layers(valid)

    def select_layers(self, layers: Sequence[QgsMapLayer]) -> None:
        """Select the rows of these layers."""
        wanted = {layer.id() for layer in layers}
        ids = [entry.row.ref.layer_id for entry in self.model.entries]
        self.table.select_rows([number for number, layer_id in enumerate(ids) if layer_id in wanted])

    def set_area(self, area: Optional[Area], grid: Optional[WorkingGrid] = None) -> None:
        """What the status of the rows is about: the area (None for each layer's own) and the pixels of the result."""
        if _Place(area, grid) != self._place:
            self._place = _Place(area, grid)
            self._settle.start()

    def close_down(self) -> None:
        """Let go of the project and of its layers."""
        self._settle.stop()
        self._checks.ask()
        self.model.set_entries(())
        self._watch_layers()
        QgsProject.instance().layersWillBeRemoved.disconnect(self._layers_leave)

    def remove_selected(self) -> None:
        """Remove the selected rows."""
        entries = self.model.entries
        self._remove([entries[number].key for number in self.table.selected_rows])

    def edit_selected(self) -> None:
        """Open the editor of the selected row, if it is one that has been looked at."""
        entry = self._editable()
        if entry is None or entry.facts is None:
            return
        editor = RoleEditor(entry.row, entry.facts, self)
        editor.accepted.connect(lambda: self._edited(entry.key, editor.row()))
        editor.open()

    # -- looking at files, in the background

    def _add(self, layer: QgsRasterLayer) -> None:
        entry = Entry(next(self._numbers), InputRow(refer(layer), {}))
        self.model.append(entry)
        self._look(entry, guess=True)

    def _look(self, entry: Entry, *, guess: bool) -> None:
        """Look at the file of an entry; ``guess`` its role, or keep the one that it has."""
        question = next(self._numbers)
        place, key = self._place, entry.key
        self.model.change(key, question=question, facts=None, status=None, error=None)
        work = partial(_look_at, entry.row, guess, place)
        task = EngineTask(tr("Looking at {name}").format(name=entry.row.ref.name), work, hidden=True)
        task.succeeded.connect(lambda answer: self._looked(key, question, place, answer))
        task.failed.connect(lambda error: self._look_failed(key, question, error))
        self._session.tasks.start(task)

    def _looked(self, key: int, question: int, place: _Place, answer: _Looked) -> None:
        entry = self.model.find(key)
        if entry is None or entry.question != question:
            return
        # The layer may have been renamed meanwhile: what is known of it comes from the entry.
        row = replace(answer.row, ref=entry.row.ref)
        self.model.change(key, row=row, facts=answer.facts, status=answer.status)
        if place != self._place:
            self._settle.start()
        self._update_buttons()
        self.changed.emit()

    def _look_failed(self, key: int, question: int, error: SceneFillError) -> None:
        entry = self.model.find(key)
        if entry is not None and entry.question == question:
            self.model.change(key, error=error)
            self._update_buttons()
            self.changed.emit()

    def _check_all(self) -> None:
        """Find out anew how all rows fit the area."""
        token = self._checks.ask()
        known = [(entry.key, entry.row, entry.facts) for entry in self.model.entries if entry.facts is not None]
        if not known:
            return
        task = EngineTask(tr("Checking the layers"), partial(_check, known, self._place), hidden=True)
        task.succeeded.connect(lambda found: self._checked(token, found))
        self._session.tasks.start(task)

    def _checked(self, token: int, found: Sequence[tuple[int, InputRow, RowStatus]]) -> None:
        if not self._checks.is_current(token):
            return
        for key, row, status in found:
            entry = self.model.find(key)
            if entry is not None and entry.row == row:
                self.model.change(key, status=status)
        self.status_changed.emit()

    # -- what the user does

    def _set_up_buttons(self) -> None:
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._fill_menu)
        self.add_button.setMenu(self._menu)
        self.add_button.setIcon(theme_icon("symbologyAdd.svg"))
        self.edit_button.setIcon(theme_icon("symbologyEdit.svg"))
        self.remove_button.setIcon(theme_icon("symbologyRemove.svg"))
        self.edit_button.clicked.connect(self.edit_selected)
        self.remove_button.clicked.connect(self.remove_selected)
        self.table.removal_requested.connect(self.remove_selected)
        self.table.edit_requested.connect(self.edit_selected)
        self.table.dropped.connect(self._dropped)
        self.table.selectionModel().selectionChanged.connect(self._update_buttons)
        self._update_buttons()

    def _update_buttons(self) -> None:
        entry = self._editable()
        self.edit_button.setEnabled(entry is not None and entry.facts is not None)
        self.remove_button.setEnabled(bool(self.table.selected_rows))

    def _editable(self) -> Optional[Entry]:
        """The one row that is selected."""
        selected = self.table.selected_rows
        return self.model.entries[selected[0]] if len(selected) == 1 else None

    def _fill_menu(self) -> None:
        self._menu.clear()
        known = {entry.row.ref.layer_id for entry in self.model.entries}
        order = QgsProject.instance().layerTreeRoot().layerOrder()
        for layer in order:
            if layer.type() == raster_layer_type() and layer.id() not in known and layer.isValid():
                # An ampersand in a name is no mnemonic.
                action = self._menu.addAction(theme_icon("mIconRaster.svg"), layer.name().replace("&", "&&"))
                action.triggered.connect(partial(self._add_by_id, layer.id()))
        if self._menu.isEmpty():
            self._menu.addAction(tr("No other raster layer in the project")).setEnabled(False)
        self._menu.addSeparator()
        self._menu.addAction(theme_icon("mActionFileOpen.svg"), tr("Add file…")).triggered.connect(self._add_files)

    def _add_by_id(self, layer_id: str) -> None:
        self._dropped(LayerDrop(layer_ids=(layer_id,)))

    def _add_files(self) -> None:
        filters = QgsProviderRegistry.instance().fileRasterFilters()
        paths, _chosen = QFileDialog.getOpenFileNames(self, tr("Add raster files"), "", filters)
        self.add_sources([file_source(path) for path in paths])

    def _dropped(self, drop: LayerDrop) -> None:
        layers = [QgsProject.instance().mapLayer(layer_id) for layer_id in drop.layer_ids]
        self.add_layers([layer for layer in layers if layer is not None])
        self.add_sources(drop.sources)

    def _edited(self, key: int, row: InputRow) -> None:
        entry = self.model.find(key)
        if entry is not None:
            self.model.change(key, row=replace(row, ref=entry.row.ref), status=None)
            self._settle.start()
            self.changed.emit()

    def _remove(self, keys: Sequence[int]) -> None:
        if keys:
            self.model.remove(keys)
            self._watch_layers()
            self._update_buttons()
            self.changed.emit()

    # -- what happens to the project

    def _layers_leave(self, layer_ids: Sequence[str]) -> None:
        gone = [entry for entry in self.model.entries if entry.row.ref.layer_id in layer_ids]
        self._remove([entry.key for entry in gone])
        # Whoever closes a project knows that its layers go.
        if gone and set(QgsProject.instance().mapLayers()) - set(layer_ids):
            names = ", ".join(entry.row.ref.name for entry in gone)
            self.noticed.emit(tr("Removed from the project, and so from SceneFill: {names}").format(names=names))

    def _watch_layers(self) -> None:
        """Follow the names and sources of the layers in the table, and of no others."""
        project = QgsProject.instance()
        wanted = {entry.row.ref.layer_id for entry in self.model.entries}
        for layer_id in wanted ^ self._watched:
            layer = project.mapLayer(layer_id)
            if layer is not None:
                for signal, slot in ((layer.nameChanged, self._renamed), (layer.dataSourceChanged, self._moved)):
                    (signal.connect if layer_id in wanted else signal.disconnect)(slot)
        self._watched = wanted

    def _ref_of(self, entry: Entry) -> LayerRef:
        """The layer of an entry as it is now."""
        layer = QgsProject.instance().mapLayer(entry.row.ref.layer_id)
        return entry.row.ref if layer is None else refer(layer)

    def _renamed(self) -> None:
        for entry in self.model.entries:
            ref = replace(entry.row.ref, name=self._ref_of(entry).name)
            if ref != entry.row.ref:
                self.model.change(entry.key, row=replace(entry.row, ref=ref))
        self.changed.emit()

    def _moved(self) -> None:
        """A layer got another source: its role is guessed anew."""
        for entry in self.model.entries:
            ref = self._ref_of(entry)
            if ref.source != entry.row.ref.source:
                fresh = replace(entry, row=InputRow(ref, {}))
                self.model.change(entry.key, row=fresh.row)
                self._look(fresh, guess=True)
        self.changed.emit()


def _look_at(row: InputRow, guess: bool, place: _Place, feedback: Feedback) -> _Looked:
    """In a background thread: what a file holds, what it seems to be, and how it fits."""
    facts = inspect(row.ref, feedback)
    row = guess_row(row.ref, facts) if guess else refresh(row, facts, row.reasons)
    return _Looked(row, facts, row_status(row, place.area, facts, place.grid))


def _check(
    known: Sequence[tuple[int, InputRow, LayerFacts]], place: _Place, feedback: Feedback
) -> list[tuple[int, InputRow, RowStatus]]:
    """In a background thread: how rows fit."""
    return [(key, row, row_status(row, place.area, facts, place.grid)) for key, row, facts in known]
