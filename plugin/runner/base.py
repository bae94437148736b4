"""The one interface to the engine; nothing above it knows whether a process on this computer or a server works."""

from __future__ import annotations

import abc

from ...core.engine.plan_result import Plan
from ...core.engine.result import Result
from ...core.feedback import Feedback
from ...core.job import Job
from ...core.worker.protocol import CloudMask, CloudsRequest, DeviceReport, SimulatedScene, SimulateRequest


class Runner(abc.ABC):
    """Runs jobs. Every call blocks, so it belongs in a background thread; one call at a time, others wait.

    All raise :class:`~scenefill.core.errors.SceneFillError` with the codes of the engine and those of the way to it,
    and :class:`~scenefill.core.errors.JobCancelled` when ``feedback`` says stop: at once if the engine answers, and
    after :data:`GRACE_SECONDS` by force if it does not.
    """

    #: How long a cancelled engine may take to stop by itself.
    GRACE_SECONDS = 5.0

    @property
    @abc.abstractmethod
    def title(self) -> str:
        """Where it runs, in a few words for the user."""

    @abc.abstractmethod
    def run(self, job: Job, feedback: Feedback, *, resume: bool = False) -> Result:
        """Do a job; ``resume`` continues an interrupted run of the same job in the same folder."""

    @abc.abstractmethod
    def plan(self, job: Job, feedback: Feedback) -> Plan:
        """What a job would do and cost."""

    @abc.abstractmethod
    def features(self, job: Job, path: str, feedback: Feedback) -> str:
        """Infer the scene of a job and write it to ``path`` as a raster of features; returns its absolute path."""

    @abc.abstractmethod
    def clouds(self, request: CloudsRequest, feedback: Feedback) -> CloudMask:
        """Find the clouds and shadows of a layer and write them as a mask on its pixels."""

    @abc.abstractmethod
    def simulate(self, request: SimulateRequest, feedback: Feedback) -> SimulatedScene:
        """Draw a scene that does not exist, with a job that fills its clouds."""

    @abc.abstractmethod
    def probe(self, feedback: Feedback) -> DeviceReport:
        """What the engine would run on."""

    def for_now(self) -> Runner:
        """The same for runs that nobody can find again once it is closed: they end then, wherever they are done."""
        return self

    def wait(self, seconds: float) -> bool:
        """Once it is closed, wait until what ends with it has ended elsewhere, too; whether that took no longer."""
        return True

    @abc.abstractmethod
    def close(self) -> None:
        """Stop whatever runs and let go of everything, at once. Callable from any thread, more than once."""
