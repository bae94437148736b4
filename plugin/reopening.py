"""Results become layers, a step at a time so that QGIS stays alive meanwhile; those of past runs once more."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterator
from typing import Optional

from qgis.PyQt.QtCore import QObject, QTimer

from ..core.errors import SceneFillError
from .history import RunRecord
from .i18n import tr
from .results.facts import ResultFacts, look_at, read_result
from .results.place import ResultPlace
from .session import Session
from .tasks import EngineTask

#: What layers are added for: told how that has ended, None for well.
Done = Callable[[Optional[SceneFillError]], None]


def add_layers(steps: Iterator[None], done: Done, wanted: Callable[[], bool]) -> None:
    """Add layers one by one, an event loop's turn each.

    Args:
        steps: each adds one.
        done: is called after the last, or the first that fails.
        wanted: whether anybody still waits; asked before each but the first.
    """
    try:
        next(steps)
    except StopIteration:
        done(None)
    except SceneFillError as error:
        done(error)
    else:
        QTimer.singleShot(0, lambda: add_layers(steps, done, wanted) if wanted() else None)


def reopen(record: RunRecord, session: Session, parent: QObject, done: Done, wanted: Callable[[], bool]) -> None:
    """Load the layers of a finished run again, in a new group.

    Args:
        record: of the run.
        session: whose tasks read the files.
        parent: of what looks after the group.
        done: is told how it has ended.
        wanted: whether anybody still waits.
    """
    task = EngineTask(tr("Opening “{title}”").format(title=record.title), lambda feedback: _look(record.folder))
    place = ResultPlace(f"{record.id}/{uuid.uuid4().hex[:8]}", record.title, {}, parent)

    def end(error: Optional[SceneFillError]) -> None:
        if wanted():
            place.close()
            done(error)

    task.succeeded.connect(lambda facts: add_layers(place.show(facts), end, wanted) if wanted() else None)
    task.failed.connect(end)
    task.stopped.connect(lambda: end(None))
    session.tasks.start(task)


def _look(folder: str) -> ResultFacts:
    return look_at(*read_result(folder))
