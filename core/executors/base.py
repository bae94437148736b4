"""The one interface to whatever draws the windows of a job."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ..engine.journal import Journal
from ..engine.overview import Overview
from ..engine.products import Work
from ..engine.sources import SourcePool
from ..feedback import Feedback
from ..grid import Grid, Window
from ..job import Job

if TYPE_CHECKING:
    from ..engine.adapting import Adapting


@dataclass(frozen=True)
class WindowsTask:
    """The windows stage of one job.

    Attributes:
        job, grid, work: of the job.
        windows: all of them, in the order in which they may be drawn; the files do not depend on it.
        pool: the inputs.
        overview: built.
        adapting: what was learnt from the scene, or None.
        model: a :class:`..model.runtime.SceneModel`.
        journal: takes the receipts; what it has already is not drawn again.
        feedback: of the stage.
        readers: threads that read.
        workers: threads that prepare batches for the model, where this process draws.
    """

    job: Job
    grid: Grid
    work: Work
    windows: Sequence[Window]
    pool: SourcePool
    overview: Overview
    adapting: Adapting | None
    model: Any
    journal: Journal
    feedback: Feedback
    readers: ThreadPoolExecutor
    workers: int


@dataclass
class WindowCounts:
    """What became of the windows."""

    drawn: int = 0
    skipped: int = 0
    resumed: int = 0

    def report(self, feedback: Feedback, total: int) -> None:
        """Tell the share of ``total`` windows that is finished."""
        feedback.progress((self.drawn + self.skipped + self.resumed) / total, "windows")


@dataclass(frozen=True)
class Drawing:
    """What an executor did.

    Attributes:
        counts: what became of the windows.
        network_seconds: in the network, but for those that the task's own model has counted.
        noise_seconds: spent on noise.
    """

    counts: WindowCounts
    network_seconds: float = 0.0
    noise_seconds: float = 0.0


class Executor(ABC):
    """Draws the windows of jobs, one job after the other; a context that ends what it started.

    The same job gives the same bytes in every form of it.
    """

    @abstractmethod
    def draw(self, task: WindowsTask) -> Drawing:
        """Draw every window that the journal does not have.

        Raises:
            JobCancelled: when the user asked to stop; finished windows are in the journal by then.
            SceneFillError: of the model or the inputs; of the executor.
        """

    def open(self) -> None:  # noqa: B027 -- most have nothing to get ready
        """Get ready: what cannot work is found out before a job has cost anything."""

    def close(self) -> None:  # noqa: B027
        """End what was started; more than once does no harm."""

    def __enter__(self) -> Executor:
        self.open()
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
