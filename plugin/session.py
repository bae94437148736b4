"""What the parts of the plugin share while it is loaded: settings, the runner, running tasks, past runs, the device."""

from __future__ import annotations

import threading
from typing import Optional

from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..core.errors import SceneFillError
from ..core.worker.protocol import DeviceReport
from .i18n import tr
from .log import Log
from .runner.base import Runner
from .settings import Settings, load_settings, save_settings
from .tasks import EngineTask, Latest, TaskKeeper


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
        self._runner: Optional[Runner] = None
        self._lock = threading.Lock()
        self._probes = Latest()
        self.log.install(self.settings.debug_log)

    def runner(self) -> Runner:
        """The runner that the settings ask for, made when first needed; callable from any thread.

        Raises:
            SceneFillError: ``no-environment`` when there is no engine environment yet, ``no-server``.
        """
        from .runner.factory import make_runner

        with self._lock:
            if self._runner is None:
                self._runner = make_runner(self.settings)
            return self._runner

    def change_settings(self, settings: Settings) -> None:
        """Store settings; the engine is started anew with them when it is next needed."""
        save_settings(settings)
        self.settings = load_settings()
        self.log.install(self.settings.debug_log)
        self.reset_runner()
        self.settings_changed.emit(self.settings)

    def reset_runner(self) -> None:
        """Let go of the engine, for example because its environment has been made anew."""
        with self._lock:
            runner, self._runner = self._runner, None
        if runner is not None:
            runner.close()
        self.device = None

    def look_for_device(self) -> None:
        """Probe the engine in the background; the answer comes by ``device_changed``."""
        token = self._probes.ask()
        self.device = None
        self.device_changed.emit(None)
        task = EngineTask(tr("Looking at the engine"), lambda feedback: self.runner().probe(feedback), hidden=True)
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
        self._probes.ask()
        self.tasks.cancel_all()
        self.reset_runner()
        self.log.remove()
