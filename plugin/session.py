"""What the parts of the plugin share while it is loaded: settings, the runner, running tasks, past runs, the device."""

from __future__ import annotations

import threading
import time
from typing import Optional

from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..core.errors import SceneFillError
from ..core.worker.protocol import DeviceReport
from .i18n import tr
from .log import Log
from .runner.base import Runner
from .settings import Settings, load_settings, save_settings
from .tasks import EngineTask, Latest, TaskKeeper

#: How long quitting may take for a server's sake.
_FAREWELL_SECONDS = 3.0


class Session(QObject):
    """One per loaded plugin (and one per ``qgis_process``); closed by :meth:`close`.

    Signals:
        settings_changed(Settings)
        device_changed(answer): a :class:`DeviceReport`, or the :class:`SceneFillError` that kept the engine from
            starting; None while it is being looked for.
    """

    settings_changed = pyqtSignal(object)
    device_changed = pyqtSignal(object)

    def __init__(self, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self.log = Log()
        self.settings: Settings = load_settings()
        self.tasks = TaskKeeper(self)
        self.device: Optional[object] = None
        #: Where the engine is whose device is shown: what the dock has chosen.
        self.place = default_place(self.settings)
        self._runners: dict[tuple[str, str], Runner] = {}
        self._lock = threading.Lock()
        self._probes = Latest()
        self.log.install(self.settings.debug_log)

    def runner(self, where: str = "", url: str = "") -> Runner:
        """The runner of a place, made when first needed; callable from any thread.

        Args:
            where: ``local`` or ``server``; empty for what the settings ask for.
            url: of a server other than the chosen one.

        Raises:
            SceneFillError: ``no-environment`` when there is no engine environment yet, ``no-server``.
        """
        from .runner.factory import make_runner

        place = (where or default_place(self.settings), url)
        with self._lock:
            if place not in self._runners:
                self._runners[place] = make_runner(self.settings, *place)
            return self._runners[place]

    def choose_place(self, where: str) -> None:
        """Say where the next run goes, so that the device is the one of there."""
        if where != self.place:
            self.place = where
            self.look_for_device()

    def change_settings(self, settings: Settings) -> None:
        """Store settings; the engine is started anew with them when it is next needed.

        What is followed on a server goes on unless one of the servers is another now.
        """
        before = self.settings
        save_settings(settings)
        self.settings = load_settings()
        self.log.install(self.settings.debug_log)
        same = (before.server, before.servers) == (self.settings.server, self.settings.servers)
        self.reset_runner("local" if same else "")
        if self.place == "local" or not self.settings.server_url:
            self.place = default_place(self.settings)
        self.settings_changed.emit(self.settings)

    def reset_runner(self, where: str = "") -> list[Runner]:
        """Let go of the engine, for example because its environment has been made anew.

        Args:
            where: ``local`` or ``server``; empty for both.

        Returns:
            What is closed now.
        """
        with self._lock:
            places = [place for place in self._runners if where in ("", place[0])]
            runners = [self._runners.pop(place) for place in places]
        for runner in runners:
            runner.close()
        self.device = None
        return runners

    def look_for_device(self) -> None:
        """Probe the engine in the background; the answer comes by ``device_changed``."""
        token = self._probes.ask()
        self.device = None
        self.device_changed.emit(None)
        place = self.place
        task = EngineTask(tr("Looking at the engine"), lambda feedback: self.runner(place).probe(feedback), hidden=True)
        task.succeeded.connect(lambda report: self._found(token, report))
        task.failed.connect(lambda error: self._found(token, error))
        self.tasks.start(task)

    def _found(self, token: int, answer: object) -> None:
        if self._probes.is_current(token):
            self.device = answer
            self.device_changed.emit(answer)

    @property
    def engine_ready(self) -> bool:
        return isinstance(self.device, DeviceReport)

    @property
    def device_error(self) -> Optional[SceneFillError]:
        return self.device if isinstance(self.device, SceneFillError) else None

    def close(self) -> None:
        """Stop everything at once; nothing of the session is used afterwards."""
        self._close(0.0)

    def quit(self) -> None:
        """The same when QGIS quits: servers are told what nobody will ask for, which takes a moment."""
        self._close(_FAREWELL_SECONDS)

    def _close(self, seconds: float) -> None:
        self._probes.ask()
        # Before the tasks are cancelled: what a server does goes on there unless the user cancels it.
        closed = self.reset_runner()
        self.tasks.cancel_all()
        until = time.monotonic() + seconds
        for runner in closed:
            runner.wait(max(0.0, until - time.monotonic()))
        self.log.remove()


def default_place(settings: Settings) -> str:
    """Where the engine is unless somebody chooses: ``local`` or ``server``."""
    return "server" if settings.engine == "server" else "local"
