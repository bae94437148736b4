"""What is being done about the engine's environment, on the main thread: outlives the page that shows it."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, Optional

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...core.errors import SceneFillError
from ...core.feedback import Feedback
from ..i18n import tr
from ..runner.child_environment import clean_environment, qgis_prefixes
from ..session import Session
from ..tasks import EngineTask
from .bundling import make_bundle
from .check import CheckReport, check_python
from .locate import Environment, current_environment
from .managed import make_environment, remove_environments
from .network import network_facts
from .prepare import Request
from .recipe import Recipe, engine_recipe

#: What can be done, one thing at a time.
CREATE, REMOVE, BUNDLE, CHECK = "create", "remove", "bundle", "check"


class EnvironmentController(QObject):
    """One per session: makes, removes and checks environments in the background.

    Signals:
        changed(): something started or ended, or the environment is another one.
        progressed(fraction, stage, seconds_left): ``seconds_left`` is -1 while unknown.
        told(text): what exactly is happening, a line.
        succeeded(doing, answer), failed(doing, SceneFillError), stopped(doing)
    """

    changed = pyqtSignal()
    progressed = pyqtSignal(float, str, float)
    told = pyqtSignal(str)
    succeeded = pyqtSignal(str, object)
    failed = pyqtSignal(str, object)
    stopped = pyqtSignal(str)

    def __init__(self, session: Session, *, root: Optional[Path] = None, recipe: Optional[Recipe] = None) -> None:
        """
        Args:
            session: its parent, too.
            root: folder of the managed environments; None is the user's.
            recipe: what they hold; None is what the engine needs.
        """
        super().__init__(session)
        self._session = session
        self._root = root
        self.recipe = recipe or engine_recipe()
        self._task: Optional[EngineTask] = None
        self.doing = ""
        self.fraction, self.stage, self.text = 0.0, "", ""

    @staticmethod
    def of(session: Session) -> EnvironmentController:
        """The controller of a session, made when first asked for."""
        found = session.findChild(EnvironmentController)
        return found if found is not None else EnvironmentController(session)

    @property
    def environment(self) -> Optional[Environment]:
        """The managed environment, complete or not; None where there is none. Reads a small file."""
        return current_environment(self._root)

    @property
    def busy(self) -> bool:
        return self._task is not None

    def create(self, bundle: Optional[Path] = None) -> None:
        """Make or mend the managed environment, from a bundle where one is given or set by ``SCENEFILL_OFFLINE``."""
        request = self._request(bundle)
        title = tr("Setting up SceneFill's engine")
        self._start(CREATE, title, lambda feedback: make_environment(request, feedback))

    def remove(self) -> None:
        """Delete the managed environment."""
        root = self._root
        self._session.reset_runner("local")
        self._start(REMOVE, tr("Removing SceneFill's engine"), lambda feedback: remove_environments(root, feedback))

    def make_bundle(self, folder: Path) -> None:
        """Download all that an environment needs into a folder."""
        request = self._request(None)
        title = tr("Making an offline bundle for SceneFill")
        self._start(BUNDLE, title, lambda feedback: make_bundle(request, folder, feedback))

    def check(self, python: Path) -> None:
        """Look whether a Python can run the engine; the answer is a :class:`CheckReport`."""
        recipe, environ = self.recipe, child_environment()

        def work(feedback: Feedback) -> CheckReport:
            return check_python(python, recipe, environ, feedback)

        self._start(CHECK, tr("Checking a Python for SceneFill"), work)

    def cancel(self) -> None:
        """Stop what is being done, at once."""
        if self._task is not None:
            self._task.cancel()

    def _request(self, bundle: Optional[Path]) -> Request:
        offline = self._session.settings.offline
        if bundle is None and offline not in ("", "1"):
            bundle = Path(offline).expanduser()
        return Request(
            child_environment(),
            network_facts(),
            bundle=bundle,
            offline=bool(offline),
            root=self._root,
            recipe=self.recipe,
        )

    def _start(self, doing: str, title: str, work: Callable[[Feedback], Any]) -> None:
        if self.busy:
            raise SceneFillError("env-busy", tr("The engine's environment is being worked on."), tr("Wait, or cancel."))
        task = EngineTask(title, work, hidden=doing == CHECK)
        self._task, self.doing = task, doing
        self.fraction, self.stage, self.text = 0.0, "", ""
        task.progressed.connect(self._show_progress)
        task.logged.connect(self._show_line)
        task.succeeded.connect(lambda answer: self._ended(self.succeeded, doing, answer))
        task.failed.connect(lambda error: self._ended(self.failed, doing, error))
        task.stopped.connect(lambda: self._ended(self.stopped, doing))
        self._session.tasks.start(task)
        self.changed.emit()

    def _show_progress(self, fraction: float, stage: str, seconds_left: float) -> None:
        self.fraction, self.stage = fraction, stage
        self.progressed.emit(fraction, stage, seconds_left)

    def _show_line(self, level: str, text: str) -> None:
        if level == "info":
            self.text = text
            self.told.emit(text)

    def _ended(self, signal: Any, doing: str, *answer: object) -> None:
        self._task, self.doing = None, ""
        if doing in (CREATE, REMOVE):
            # Its engine may run on files that are gone, or there is one now. What a server does is another matter.
            self._session.reset_runner("local")
        signal.emit(doing, *answer)
        self.changed.emit()
        if doing in (CREATE, REMOVE):
            self._session.look_for_device()


def child_environment() -> dict[str, str]:
    """The environment variables for any Python that is not QGIS'."""
    return clean_environment(os.environ, prefixes=qgis_prefixes(QgsApplication.prefixPath()))
