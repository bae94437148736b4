"""The dock: the panels in their sections, and what goes on between them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Optional

from qgis.core import Qgis, QgsMapLayer, QgsProject
from qgis.gui import QgsDockWidget, QgsMapCanvas, QgsMessageBar
from qgis.PyQt import uic
from qgis.PyQt.QtCore import QEvent, QObject, QSize, QTimer, pyqtSignal
from qgis.PyQt.QtGui import QShowEvent
from qgis.PyQt.QtWidgets import QWidget

from ..core.errors import SceneFillError
from ..core.job import GapSource
from ..plugin.form import Form, Wish
from ..plugin.i18n import tr
from ..plugin.jobs import form_of_job
from ..plugin.layer_types import raster_layer_type
from ..plugin.layers.refs import refer
from ..plugin.remote.servers import Server
from ..plugin.results.facts import read_job
from ..plugin.run_work import temporary_folder
from ..plugin.session import Session
from ..plugin.tasks import Latest
from .area_panel import AreaPanel
from .form_check import FormCheck, check, sent_layers
from .how_panel import HowPanel
from .icons import theme_icon
from .inputs_panel import InputsPanel
from .map_view import zoom_to
from .reporting import ErrorReporter
from .run_panel import RunPanel
from .tab_order import order_tabs
from .wish_panel import WishPanel

if TYPE_CHECKING:
    from ..plugin.demo import DemoScene
    from ..plugin.history import RunRecord
    from ..plugin.runs import RunController

#: A form that is being changed is looked at when it rests.
_SETTLE_MS = 150
_NOTICE_SECONDS = 8
_MINIMUM_WIDTH, _WIDTH = 340, 400


class SceneFillDock(QgsDockWidget):
    """Puts a :class:`Form` together from its panels and has it run.

    Signals:
        options_requested, help_requested: the user wants QGIS' options or the guide.
    """

    options_requested = pyqtSignal()
    help_requested = pyqtSignal()

    def __init__(
        self,
        session: Session,
        runs: RunController,
        demo: DemoScene,
        canvas: QgsMapCanvas,
        message_bar: QgsMessageBar,
        parent: Optional[QWidget] = None,
    ) -> None:
        super().__init__(tr("SceneFill"), parent)
        self.setObjectName("SceneFillDock")
        self._session, self._runs, self._demo = session, runs, demo
        self._canvas, self._message_bar = canvas, message_bar
        self._titled: tuple[str, object] = ("", None)
        self._checked: Optional[FormCheck] = None
        self._estimates = Latest()
        self._reporter = ErrorReporter(message_bar, session, parent)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE_MS)
        self._settle.timeout.connect(self.check_form)
        self._add_panels()
        self._connect_panels()
        self._connect_others()
        self._history_changed()
        self.check_form()

    # -- what others ask of it

    def form(self) -> Form:
        """Everything that is asked for; polygons of a layer are not saved yet."""
        return self._form_with(self.wish_panel.wish())

    def set_form(self, form: Form) -> None:
        """Show a form."""
        self.area_panel.set_area(form.area)
        self.inputs_panel.set_rows(form.inputs)
        self.wish_panel.set_rows(form.inputs)
        self.wish_panel.set_wish(form.wish)
        self.wish_panel.set_folder(form.folder)
        # Where it runs is the user's choice, not that of a past run or a demonstration.
        self.how_panel.set_how(replace(form.how, where=self.how_panel.how().where))
        self._titled = (form.title, self._subject())
        self.check_form()

    def add_layers(self, layers: Sequence[QgsMapLayer]) -> None:
        """Add raster layers to what there is, and guess their roles."""
        self.inputs_panel.add_layers(layers)

    def fill_layers(self, layers: Sequence[QgsMapLayer]) -> None:
        """Add raster layers, and make the first of them the one whose gaps are filled."""
        self.add_layers(layers)
        self.inputs_panel.select_layers(layers)
        wish = self.wish_panel.wish()
        if wish.kind != "fill":
            wish = Wish(gaps=(GapSource("nodata"),))
        ids = [layer.id() for layer in layers[:1]]
        for index, row in enumerate(self.inputs_panel.rows()):
            if row.ref.layer_id in ids:
                self.wish_panel.set_wish(replace(wish, fill=index))

    def use_current_view(self) -> None:
        """Work on what the map canvas shows."""
        self.area_panel.use_current_view()

    def start_run(self) -> None:
        """Have the form run; what keeps it from running is told in the message bar."""
        try:
            form = self._saved_form()
            # What is changed in the form is looked at when it rests, and may not have been yet.
            self.run_panel.show_destination(self._server_of(form), sent_layers(self.form()))
            self._runs.start(form)
        except SceneFillError as error:
            self._reporter.show(error)

    def check_form(self) -> None:
        """Say which pixels the form is about and what is missing in it; what was estimated of another is forgotten."""
        self._settle.stop()
        form = self.form()
        rows_problem = "" if form.wish.kind == "imagine" else self.inputs_panel.problem_text()
        panels_problem = self.wish_panel.problem_text() or rows_problem
        found = check(form, panels_problem, self._session.device_error)
        self.area_panel.show_grid(found.grid, found.grid_problem)
        self.inputs_panel.set_area(found.form.area, found.grid)
        self.run_panel.set_problem(found.problem)
        self.run_panel.show_destination(self._server_of(form), sent_layers(form))
        if self._checked is None or found.form != self._checked.form:
            self._estimates.ask()
            self.run_panel.show_estimate(None)
        self._checked = found

    def close_down(self) -> None:
        """Let go of everything outside of the dock, before it is deleted."""
        self._settle.stop()
        self._estimates.ask()
        for signal, slot in self._outer_connections():
            signal.disconnect(slot)
        self.area_panel.close_down()
        self.inputs_panel.close_down()
        self._reporter.close()
        # A child of the window, for its dialogs: it would stay with it.
        self._reporter.deleteLater()

    def sizeHint(self) -> QSize:
        return super().sizeHint().expandedTo(QSize(_WIDTH, 0))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the dock as wide as its sections need: there is no scrolling sideways."""
        if watched is self.contents.sections and event.type() == QEvent.Type.LayoutRequest:
            bar = self.contents.scroll.verticalScrollBar().sizeHint().width()
            self.contents.scroll.setMinimumWidth(watched.minimumSizeHint().width() + bar)
        return bool(super().eventFilter(watched, event))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # The engine is looked for when somebody wants to know, not when QGIS starts.
        self._look_for_device()

    # -- how it is made

    def _server_of(self, form: Form) -> Optional[Server]:
        """The server that would do the work; None for the engine on this computer."""
        return self._session.settings.server if form.how.where == "server" else None

    def _add_panels(self) -> None:
        """Panels in the order of the screen, which is that of the Tab key."""
        contents = QWidget(self)
        self.contents = uic.loadUi(str(Path(__file__).with_suffix(".ui")), contents)
        self.setWidget(contents)
        contents.setMinimumWidth(_MINIMUM_WIDTH)
        contents.demo_button.setIcon(theme_icon("mActionAddImage.svg"))
        contents.help_button.setIcon(theme_icon("mActionHelpContents.svg"))
        self.area_panel = AreaPanel(self._canvas, self)
        self.inputs_panel = InputsPanel(self._session, self)
        self.wish_panel = WishPanel(self._session, self)
        self.how_panel = HowPanel(self._session, self)
        self.run_panel = RunPanel(self._session, self._runs, self)
        contents.area_column.addWidget(self.area_panel)
        contents.inputs_column.addWidget(self.inputs_panel)
        contents.wish_column.addWidget(self.wish_panel)
        contents.how_column.addWidget(self.how_panel)
        # The list of past runs scrolls with the rest; what tells of the present one is always in sight.
        contents.runs_column.addWidget(self.run_panel.past_runs)
        self.run_panel.past_runs.list_label.hide()
        contents.footer_column.addWidget(self.how_panel.device_bar)
        contents.footer_column.addWidget(self.run_panel)
        contents.sections.installEventFilter(self)
        order_tabs((contents.header, contents.sections, contents.footer))

    def _connect_panels(self) -> None:
        self.contents.demo_button.clicked.connect(self._open_demo)
        self.contents.help_button.clicked.connect(self.help_requested)
        self.inputs_panel.changed.connect(self._rows_changed)
        self.inputs_panel.status_changed.connect(self._settle.start)
        self.inputs_panel.noticed.connect(self._notice)
        for panel in (self.area_panel, self.wish_panel, self.how_panel):
            panel.changed.connect(self._settle.start)
        self.wish_panel.changed.connect(self._wish_changed)
        self.how_panel.environment_requested.connect(self._show_environment)
        self.run_panel.run_requested.connect(self.start_run)
        self.run_panel.estimate_requested.connect(self._estimate)
        self.run_panel.error_raised.connect(self._reporter.show)
        self.run_panel.record_opened.connect(self._show_record)
        self.visibilityChanged.connect(self.area_panel.set_band_shown)

    def _connect_others(self) -> None:
        for signal, slot in self._outer_connections():
            signal.connect(slot)

    def _outer_connections(self) -> tuple[tuple[Any, Any], ...]:
        """Signals of what lives longer than the dock."""
        return (
            (self._session.device_changed, self.check_form),
            (self._session.settings_changed, self._look_for_device),
            (QgsProject.instance().cleared, self._project_cleared),
            (self._runs.failed, self._run_failed),
            (self._runs.finished, self._run_finished),
            (self._runs.noticed, self._run_noticed),
            (self._runs.history_changed, self._history_changed),
            (self._demo.opened, self._demo_opened),
            (self._demo.failed, self._demo_failed),
            (self._demo.stopped, self._demo_stopped),
        )

    # -- what happens in it

    def _rows_changed(self) -> None:
        self.wish_panel.set_rows(self.inputs_panel.rows())
        self._settle.start()

    def _wish_changed(self) -> None:
        self.how_panel.set_fills(self.wish_panel.kind() == "fill")

    def _subject(self) -> object:
        """What a title is about: another wish or other layers ask for another one."""
        return self.wish_panel.wish(), tuple(row.ref.source for row in self.inputs_panel.rows())

    def _form_with(self, wish: Wish) -> Form:
        title, subject = self._titled
        return Form(
            area=self.area_panel.area(),
            inputs=self.inputs_panel.rows(),
            wish=wish,
            how=self.how_panel.how(),
            folder=self.wish_panel.folder(),
            title=title if subject == self._subject() else "",
        )

    def _saved_form(self) -> Form:
        """The form with polygons of a layer saved as a file, which goes with QGIS or is copied to the results.

        Raises:
            SceneFillError: of saving.
        """
        wish = self.wish_panel.wish()
        if any(gap.kind == "polygons" and not gap.path for gap in wish.gaps):
            wish = self.wish_panel.materialise(temporary_folder(self._runs.folders, "polygons"))
        return self._form_with(wish)

    def _estimate(self) -> None:
        token = self._estimates.ask()
        try:
            task = self._runs.estimate(self._saved_form())
        except SceneFillError as error:
            self.run_panel.show_estimate(error)
            return
        task.succeeded.connect(lambda plan: self._estimated(token, plan))
        task.failed.connect(lambda error: self._estimated(token, error))

    def _estimated(self, token: int, answer: object) -> None:
        if self._estimates.is_current(token):
            self.run_panel.show_estimate(answer)

    def _open_demo(self) -> None:
        self._demo_is_opening(True)
        self._demo.open()

    def _demo_is_opening(self, opening: bool) -> None:
        button = self.contents.demo_button
        button.setEnabled(not opening)
        button.setText(tr("Drawing the demo scene…") if opening else tr("Open demo scene"))

    def _show_environment(self) -> None:
        """The way to the engine's environment where that is missing, and to all options where it is not."""
        if self._session.device_error is None or self._session.place == "server":
            self.options_requested.emit()
            return
        from .environment_dialog import show_environment

        show_environment(self._session, self)

    def _show_record(self, record: RunRecord) -> None:
        """Fill in what a past run was asked for."""
        layers = [
            refer(layer) for layer in QgsProject.instance().mapLayers().values() if layer.type() == raster_layer_type()
        ]
        try:
            self.set_form(form_of_job(read_job(record.job_path), layers))
        except SceneFillError as error:
            self._reporter.show(error)

    # -- what happens outside of it

    def _look_for_device(self) -> None:
        if self.isVisible() and self._session.device is None:
            self._session.look_for_device()

    def _project_cleared(self) -> None:
        self.area_panel.set_area(None)
        self._settle.start()

    def _run_failed(self, _record: RunRecord, error: SceneFillError) -> None:
        self._reporter.show(error)

    def _run_finished(self, record: RunRecord) -> None:
        self._reporter.finished(record)

    def _history_changed(self) -> None:
        self.contents.runs_section.setVisible(bool(self._runs.records))

    def _run_noticed(self, _record: RunRecord, text: str) -> None:
        self._notice(text)

    def _demo_opened(self, form: Form) -> None:
        self._demo_is_opening(False)
        self.set_form(form)
        # Afterwards: the first layers of a project give it its CRS in the next turn of the event loop.
        QTimer.singleShot(0, self._zoom_to_area)

    def _zoom_to_area(self) -> None:
        area = self.area_panel.area()
        if area is not None:
            zoom_to(self._canvas, area)

    def _demo_failed(self, error: SceneFillError) -> None:
        self._demo_is_opening(False)
        self._reporter.show(error)

    def _demo_stopped(self) -> None:
        self._demo_is_opening(False)

    def _notice(self, text: str) -> None:
        self._message_bar.pushMessage(tr("SceneFill"), text, Qgis.MessageLevel.Info, _NOTICE_SECONDS)
