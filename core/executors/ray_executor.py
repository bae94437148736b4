"""Windows drawn by Ray actors, each with a model of its own, on the GPUs or computers of a cluster.

Receipts, not rasters, go through Ray: a worker writes a window's file into the job's folder and answers with its
checksum, which the journal takes; a file without a receipt counts for nothing. Workers may come, go, die and hang.
"""

from __future__ import annotations

import time
from collections.abc import Iterator

from ..engine.pipeline import prefetch
from ..engine.windows import window_key
from ..errors import JobCancelled, SceneFillError
from ..grid import Window
from .base import Drawing, Executor, WindowCounts, WindowsTask
from .dispatch import ATTEMPTS, Dispatch
from .handover import Handover
from .ray_cluster import RayCluster
from .ray_crew import Answer, Crew

#: How often the wish to stop is looked for, seconds.
_TURN = 0.1
#: Seconds in which a worker has loaded its model, or waits for a place in the cluster when no other works.
_START_SECONDS, _PLACE_SECONDS = 600.0, 600.0
#: Seconds of a call at most, and more per evaluation of the network: past that a worker is taken for hung.
_CALL_SECONDS, _STEP_SECONDS = 600.0, 60.0
#: How long workers have to stop by themselves.
_GRACE_SECONDS = 10.0
#: Workers lost one after the other without one finished window, beside one for each: then it is not the windows.
_MOST_LOSSES = 8


class RayExecutor(Executor):
    """Actors of a Ray cluster, new ones for each job.

    Args:
        workers: actors; None for one per GPU or, without any, one per computer.
        address: of a running cluster that sees this computer's files under the same paths; None starts one here.
        call_seconds: after which a worker that was given windows is taken for hung; None goes by the job.
    """

    def __init__(self, workers: int | None, address: str | None, call_seconds: float | None = None) -> None:
        if address is not None and "://" in address:
            problem = f"'{address}' is no address of a cluster."
            raise SceneFillError("bad-value", problem, "Give host:port, or auto for that of this computer.")
        self._workers, self._address, self.call_seconds = workers, address, call_seconds
        self._cluster: RayCluster | None = None

    def open(self) -> None:
        if self._cluster is None:
            self._cluster = RayCluster(self._workers or 1, self._address)

    def close(self) -> None:
        if self._cluster is not None:
            self._cluster.close()
            self._cluster = None

    def draw(self, task: WindowsTask) -> Drawing:
        self.open()
        if self._cluster is None:
            raise RuntimeError("the cluster was closed by another thread")
        cluster, sampling = self._cluster, task.job.sampling
        evaluations = len(task.work.passes) * sampling.steps * sampling.samples
        limits = {
            "start": _START_SECONDS,
            "work": self.call_seconds or _CALL_SECONDS + _STEP_SECONDS * evaluations,
        }
        count = self._workers or cluster.gpus or cluster.nodes
        if cluster.local and cluster.gpus:
            count = min(count, cluster.gpus)
        handover = Handover.write(task)
        crew = Crew(cluster, handover, limits)
        try:
            return _Drawing(task, handover, crew, count).run()
        finally:
            crew.close()


class _Drawing:
    """The windows stage of one job by one crew."""

    def __init__(self, task: WindowsTask, handover: Handover, crew: Crew, count: int) -> None:
        self.task, self.handover, self.crew, self.count = task, handover, crew, count
        self.counts = WindowCounts()
        self.dispatch = Dispatch(self._unfinished(), task.model.batch_size)
        self.network = self.noise = 0.0
        self.begun = time.monotonic()

    def run(self) -> Drawing:
        try:
            while not self.dispatch.finished:
                self.task.feedback.raise_if_cancelled()
                self._turn()
        except BaseException:
            self._stop()
            raise
        if self.dispatch.failed:
            raise _window_failed(self.dispatch.failed)
        return Drawing(self.counts, self.network, self.noise)

    def _turn(self) -> None:
        """Hand out what can be, and hear what there is."""
        crew = self.crew
        for worker in crew.idle():
            order = self.dispatch.order(worker)
            if order is not None:
                crew.tell(worker, order.windows, order.finish)
        while len(crew) < self.count:
            crew.hire()
        for answer in crew.answers(_TURN):
            self._hear(answer)
        if crew.waiting and time.monotonic() - self.begun > _PLACE_SECONDS:
            raise SceneFillError(
                "workers-failed",
                "The cluster has had no place for a worker for ten minutes.",
                "Add computers to it, end what else it does, or ask for fewer threads.",
            )

    def _hear(self, answer: Answer) -> None:
        if answer.kind == "refused":
            raise SceneFillError.from_dict(answer.content)
        if answer.kind == "lost":
            self._lose(answer)
        elif answer.kind == "report":
            self._receive(answer)
            if answer.content["error"] is not None:
                raise SceneFillError.from_dict(answer.content["error"])
            if answer.content["cancelled"]:
                raise JobCancelled
        self.begun = time.monotonic()

    def _receive(self, answer: Answer) -> None:
        report = answer.content
        for key, sha256, drawn in report["receipts"]:
            self.task.journal.receive(key, sha256)
            self.counts.drawn += drawn
            self.counts.skipped += not drawn
        self.network += report["network_seconds"]
        self.noise += report["noise_seconds"]
        if report["receipts"]:
            self.dispatch.receive(answer.worker, [key for key, _, _ in report["receipts"]])
            self._report()

    def _lose(self, answer: Answer) -> None:
        held = self.dispatch.lost(answer.worker)
        again = f" Windows that are drawn again: {held}." if held else ""
        self.task.feedback.log("warning", f"A worker was lost, and is replaced.{again}")
        self.task.feedback.log("debug", f"Worker {answer.worker}: {answer.content}")
        if self.dispatch.losses > _MOST_LOSSES + self.count:
            if self.dispatch.failed:
                raise _window_failed(self.dispatch.failed)
            raise SceneFillError(
                "workers-failed",
                f"{self.dispatch.losses} workers were lost one after the other.",
                "See why in Ray's logs; the job can be resumed.",
                {"cause": answer.content},
            )

    def _stop(self) -> None:
        """Tell the workers to stop, and take the receipts of what they have finished."""
        self.handover.stop()
        deadline = time.monotonic() + _GRACE_SECONDS
        while self.crew.working and time.monotonic() < deadline:
            for answer in self.crew.answers(_TURN):
                if answer.kind == "report":
                    self._receive(answer)

    def _unfinished(self) -> Iterator[Window]:
        """The windows that the journal does not have."""
        task = self.task

        def look(window: Window) -> tuple[Window, bool]:
            return window, task.journal.has_window(window_key(window))

        for window, done in prefetch(look, task.windows, task.readers, 2 * task.model.batch_size):
            if not done:
                yield window
                continue
            task.feedback.raise_if_cancelled()
            self.counts.resumed += 1
            self._report()

    def _report(self) -> None:
        self.counts.report(self.task.feedback, len(self.task.windows))


def _window_failed(windows: list[Window]) -> SceneFillError:
    keys = [window_key(window) for window in windows]
    named = f"window {keys[0]}" if len(keys) == 1 else f"{len(keys)} windows, {keys[0]} first,"
    return SceneFillError(
        "window-failed",
        f"The {named} ended the worker that drew it {ATTEMPTS} times.",
        "All others are finished: continue with --resume, in this process or on another computer.",
        {"windows": keys},
    )
