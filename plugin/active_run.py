"""The run that goes on: all there is of it meanwhile, and what the list of runs says of it afterwards."""

from __future__ import annotations

import dataclasses
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Optional

from ..core.errors import SceneFillError
from .history import RunRecord
from .results.facts import JOB
from .results.place import ResultPlace
from .run_work import RunWork
from .tasks import EngineTask


@dataclass
class ActiveRun:
    """Used on the main thread.

    Attributes:
        record: as it was put on the list.
        place: of its layers.
        work: what is done in the background.
        task: that does it; None once the engine is done and the layers are being loaded.
        started: seconds of the monotonic clock.
    """

    record: RunRecord
    place: ResultPlace
    work: RunWork
    task: Optional[EngineTask]
    started: float

    def leave_map(self) -> None:
        """Take the drafts off the map, and have nothing to do with it any more."""
        self.place.remove_drafts()
        self.place.close()

    def ended(self, state: str, error: Optional[SceneFillError] = None) -> RunRecord:
        """The record once it has come to ``state``."""
        return dataclasses.replace(
            self.record,
            state=state,
            seconds=round(time.monotonic() - self.started, 1),
            error=None if error is None else error.to_dict(),
            adaptation=self.work.adaptation,
            folder=self.work.folder,
            job_path=str(Path(self.work.folder) / JOB),
        )
