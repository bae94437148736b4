"""The dock's *Run*: what it would cost, Run and Cancel, how far it is, and past runs."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Optional, Union

from qgis.PyQt import uic
from qgis.PyQt.QtCore import QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import QWidget

from ..core.engine.plan_result import Plan
from ..core.errors import SceneFillError
from ..plugin.history import RunRecord
from ..plugin.i18n import tr
from ..plugin.remote.jobs import job_in
from ..plugin.remote.servers import Server
from ..plugin.results.adaptation import adaptation_text
from ..plugin.results.facts import read_job
from ..plugin.session import Session
from .form_check import sent_files
from .icons import set_state, theme_icon
from .messages import explain
from .past_runs import PastRuns
from .quantities import duration_text, pixels_text, size_text
from .server_texts import destination_text
from .stages import progress_text

if TYPE_CHECKING:
    from ..plugin.runs import RunController

#: A server, None for the engine on this computer, and the names of what it gets to see.
Destination = tuple[Optional[Server], tuple[str, ...]]

#: A form that is being changed is not estimated at every key.
_ESTIMATE_AFTER_MS = 800


class RunPanel(QWidget):
    """Signals:
    run_requested(), estimate_requested(): the user wants it; the dock has the form.
    record_opened(record): a past run was reopened; its layers are being loaded.
    error_raised(error): a :class:`SceneFillError` for the user, from what was done with a past run.
    """

    run_requested = pyqtSignal()
    estimate_requested = pyqtSignal()
    record_opened = pyqtSignal(object)
    error_raised = pyqtSignal(object)

    def __init__(self, session: Session, runs: RunController, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        uic.loadUi(str(Path(__file__).with_suffix(".ui")), self)
        self._session, self._runs = session, runs
        self._problem = ""
        #: Where data goes: of the next run, and of the present one.
        self._next: Destination = (None, ())
        self._present: Optional[Destination] = None
        self._estimating = False
        self._estimates_by_itself = False
        self._cancelling = False
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_ESTIMATE_AFTER_MS)
        self._later.timeout.connect(self._estimate_by_itself)
        self.past_runs = PastRuns(session, runs, self)
        self.column.addWidget(self.past_runs)
        self.past_runs.record_opened.connect(self.record_opened)
        self.past_runs.error_raised.connect(self.error_raised)
        self.run.setIcon(theme_icon("mActionStart.svg"))
        self.cancel.setIcon(theme_icon("mTaskCancel.svg"))
        self.run.clicked.connect(self.run_requested)
        self.cancel.clicked.connect(self.cancel_run)
        self.estimate.clicked.connect(self.request_estimate)
        runs.started.connect(self._started)
        runs.progressed.connect(self._progressed)
        runs.finished.connect(self._finished)
        runs.failed.connect(self._failed)
        runs.stopped.connect(self._stopped)
        self.bar.hide()
        set_state(self.status_icon, self.status_text, "", "")
        self.show_destination(None, ())
        self.show_estimate(None)

    def set_problem(self, text: str) -> None:
        """Why there is nothing to run yet, in words; empty when there is."""
        self._problem = text
        self._refresh()

    def show_destination(self, server: Optional[Server], layers: Sequence[str]) -> None:
        """Say where the data of the next run goes, to a server or nowhere; while one runs, that of it is shown."""
        self._next = (server, tuple(layers))
        self._show_destination()

    def _show_destination(self) -> None:
        server, layers = self._present or self._next
        state = "info" if server is None else "sent"
        set_state(self.destination_icon, self.destination_text, state, destination_text(server, layers))

    def show_estimate(self, answer: Union[Plan, SceneFillError, None]) -> None:
        """Show a plan, or why there is none; None when the form has changed since."""
        self._estimating = False
        if answer is None:
            set_state(self.estimate_icon, self.estimate_text, "", "")
            if self._estimates_by_itself:
                self._later.start()
        elif isinstance(answer, SceneFillError):
            explanation = explain(answer)
            text = "\n".join(filter(None, (explanation.text, explanation.hint)))
            set_state(self.estimate_icon, self.estimate_text, "error", text)
        else:
            state = "warning" if answer.warnings else "info"
            set_state(self.estimate_icon, self.estimate_text, state, "\n".join((plan_text(answer), *answer.warnings)))
        self._refresh()

    def request_estimate(self) -> None:
        """Ask the dock for an estimate; from then on one is asked for whenever the form changes."""
        self._later.stop()
        self._estimates_by_itself = True
        self._estimating = True
        set_state(self.estimate_icon, self.estimate_text, "busy", tr("Estimating…"))
        self._refresh()
        self.estimate_requested.emit()

    def cancel_run(self) -> None:
        """Stop what runs; says so at once, whatever the engine is doing."""
        active = self._runs.active
        if active is not None:
            self._cancelling = True
            set_state(self.status_icon, self.status_text, "stopped", tr("Cancelling…"))
            self.bar.setMaximum(0)
            self._refresh()
            self._runs.cancel(active.id)

    def _estimate_by_itself(self) -> None:
        if not self._problem and self._runs.active is None:
            self.request_estimate()

    def _refresh(self) -> None:
        running = self._runs.active is not None
        self.run.setEnabled(not running and not self._problem)
        self.cancel.setEnabled(running and not self._cancelling)
        self.estimate.setEnabled(not running and not self._problem and not self._estimating)
        problem = "" if running else self._problem
        set_state(self.problem_icon, self.problem_text, "info", problem)

    def _started(self, record: RunRecord) -> None:
        self._cancelling = False
        self.bar.setMaximum(1000)
        self.bar.setValue(0)
        self.bar.show()
        set_state(self.status_icon, self.status_text, "busy", progress_text("start-engine", -1.0))
        self._present = self._destination_of(record)
        self._show_destination()
        self._refresh()

    def _destination_of(self, record: RunRecord) -> Destination:
        """Where the data of a run goes that is starting: what is in the form may be something else."""
        if not record.server:
            return None, ()
        server = self._session.settings.server_at(record.server) or Server(record.server)
        try:
            # Only what is taken up again has a job already.
            return server, sent_files(read_job(record.job_path))
        except SceneFillError:
            return server, self._next[1]

    def _progressed(self, run_id: str, fraction: float, stage: str, seconds_left: float) -> None:
        active = self._runs.active
        if self._cancelling or active is None or active.id != run_id:
            return
        self.bar.setValue(round(1000 * fraction))
        set_state(self.status_icon, self.status_text, "busy", progress_text(stage, seconds_left))

    def _finished(self, record: RunRecord) -> None:
        done = tr("“{title}” is done after {duration}.")
        done = done.format(title=record.title, duration=duration_text(record.seconds))
        self._ended("ok", "\n".join(filter(None, (done, adaptation_text(record.adaptation)))))

    def _failed(self, record: RunRecord, error: SceneFillError) -> None:
        """Of a run, or of loading the layers of one that is done: possibly while another one goes on."""
        if self._runs.active is not None:
            return
        text = tr("“{title}” failed: {reason}")
        if record.state == "done":
            text = tr("The layers of “{title}” could not be loaded: {reason}")
        self._ended("error", text.format(title=record.title, reason=explain(error).text))

    def _stopped(self, record: RunRecord) -> None:
        text = tr("“{title}” was cancelled.")
        if record.state == "interrupted":
            text = tr("“{title}” was interrupted before the server had it; Past runs can resume it.")
            if job_in(record.folder):
                text = tr("“{title}” goes on at the server; Past runs finds it again.")
        self._ended("stopped", text.format(title=record.title))

    def _ended(self, state: str, text: str) -> None:
        self._cancelling = False
        self._present = None
        self._show_destination()
        self.bar.hide()
        set_state(self.status_icon, self.status_text, state, text)
        self._refresh()


def plan_text(plan: Plan) -> str:
    """``1.1 Mpx in 120 windows, about 40 s on CPU, 35 MB``; what is an estimate is rounded."""
    if plan.windows_to_draw == 0:
        return tr("There is nothing to draw: the area has no gaps.")
    windows = tr("{pixels} in %n window(s)", plan.windows_to_draw).format(pixels=pixels_text(plan.pixels))
    if not plan.exact and plan.to_draw >= 1.0:
        return _bound_text(plan, windows)
    share = tr("{percent} % of it to draw").format(percent=max(1, round(100 * plan.to_draw)))
    duration, device = duration_text(plan.seconds), _device_title(plan.device)
    time = tr("about {duration} on {device}").format(duration=duration, device=device) if plan.seconds else device
    disk = tr("{size} on disk").format(size=size_text(plan.disk_bytes))
    return tr("{windows}, {share}, {time}, {disk}").format(windows=windows, share=share, time=time, disk=disk)


def _bound_text(plan: Plan, windows: str) -> str:
    """Of a plan that does not know which pixels are gaps: no more than all of them."""
    parts = [windows]
    device = _device_title(plan.device)
    if plan.seconds:
        # The speed is that of the server's last jobs, whatever their steps and samples were.
        parts.append(tr("about {duration} on {device}").format(duration=duration_text(plan.seconds), device=device))
    parts.append(tr("at most {size} on disk").format(size=size_text(plan.disk_bytes)))
    return ", ".join(parts)


def _device_title(device: str) -> str:
    """``cpu (bfloat16)``, as the engine has it, in a word; ``cuda (bfloat16) at class.example`` with the place."""
    kind, _, place = device.partition(" at ")
    word = tr("GPU") if kind.startswith("cuda") else kind.split(" ")[0].upper()
    return tr("{processor} at {server}").format(processor=word, server=place) if place else word
