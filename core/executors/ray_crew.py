"""The actors of one job: started, watched, replaced, ended. Ray is spoken to here alone."""

from __future__ import annotations

import os
import sys
import time
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import ray
import ray.cloudpickle
import ray.exceptions

from ..errors import SceneFillError
from ..grid import Window
from ..worker.bootstrap import ROOT
from . import ray_actor
from .handover import Handover
from .ray_cluster import RayCluster

# The workers of a cluster need not be able to import it.
ray.cloudpickle.register_pickle_by_value(ray_actor)


@dataclass(frozen=True)
class Answer:
    """What came of a call.

    Attributes:
        worker: name.
        kind: ``started``, ``report``, ``refused`` (it cannot work), or ``lost`` (it is no more).
        content: the report, the error, or why it was lost.
    """

    worker: str
    kind: str
    content: Any = None


class _Member:
    """An actor, and the one call that it is busy with.

    It goes through ``hello`` (waiting for a place in the cluster), ``start`` (loading) and ``work``.
    """

    def __init__(self, handle: Any) -> None:
        self.handle = handle
        self.call = ""
        self.reference: Any = None
        self.since = 0.0

    def begin(self, call: str, *arguments: Any) -> None:
        self.call, self.since = call, time.monotonic()
        self.reference = getattr(self.handle, call).remote(*arguments)


class Crew:
    """Workers of one job.

    Args:
        cluster: where.
        handover: of the job.
        limits: seconds of a call by its name, after which the worker is taken for hung.
    """

    def __init__(self, cluster: RayCluster, handover: Handover, limits: dict[str, float]) -> None:
        self._handover, self._limits = handover, limits
        self._members: dict[str, _Member] = {}
        options: dict[str, Any] = {"max_restarts": 0, "max_task_retries": 0, "scheduling_strategy": "SPREAD"}
        if cluster.gpus:
            options["num_gpus"] = 1
        else:
            options["num_cpus"] = 1 if cluster.local else max(1, min(handover.threads, cluster.node_cpus))
        self._make = ray.remote(**options)(ray_actor.WindowActor)
        # As the libraries of this process have it, for which unset means all cores.
        threads = os.environ.get("OMP_NUM_THREADS") or str(_cores())
        # A core that several workers share is not held by one that waits.
        self._environment = {"OMP_NUM_THREADS": threads, "OMP_WAIT_POLICY": "PASSIVE"}

    def __len__(self) -> int:
        return len(self._members)

    def hire(self) -> None:
        """Ask for one worker more; it answers when it has started."""
        name = uuid.uuid4().hex[:8]
        member = self._members[name] = _Member(self._make.remote(name))
        member.begin("hello")

    def idle(self) -> list[str]:
        """Workers that have started and are not busy."""
        return [name for name, member in self._members.items() if not member.call]

    @property
    def waiting(self) -> bool:
        """Whether all workers still wait for a place in the cluster."""
        return all(member.call == "hello" for member in self._members.values())

    @property
    def working(self) -> bool:
        return any(member.call == "work" for member in self._members.values())

    def tell(self, worker: str, windows: tuple[Window, ...], finish: bool) -> None:
        """Give an idle worker something to do."""
        places = [[window.row, window.col, window.height, window.width] for window in windows]
        self._members[worker].begin("work", places, finish)

    def answers(self, seconds: float) -> Iterator[Answer]:
        """What came within ``seconds``, from one call at least if any came."""
        busy = {member.reference: name for name, member in self._members.items() if member.call}
        if not busy:
            time.sleep(seconds)
            return
        ready, _ = ray.wait(list(busy), num_returns=1, timeout=seconds)
        for reference in ready:
            answer = self._answer(busy[reference])
            if answer is not None:
                yield answer
        yield from self._overdue()

    def _answer(self, name: str) -> Answer | None:
        member = self._members[name]
        call, member.call = member.call, ""
        try:
            content = ray.get(member.reference)
        except ray.exceptions.RayTaskError as error:
            self._dismiss(name)
            return Answer(name, "refused", _refusal(error))
        except ray.exceptions.RayError as error:
            self._dismiss(name)
            return Answer(name, "lost", " ".join(str(error).split())[:2000])
        if call == "hello":
            member.begin("start", str(ROOT), str(self._handover.path), self._environment)
            return None
        if call == "start":
            return Answer(name, "started") if content is None else Answer(name, "refused", content)
        return Answer(name, "report", content)

    def _overdue(self) -> Iterator[Answer]:
        now = time.monotonic()
        for name, member in list(self._members.items()):
            limit = self._limits.get(member.call)
            if limit is not None and now - member.since > limit:
                self._dismiss(name)
                yield Answer(name, "lost", f"no answer within {limit:.0f} s")

    def _dismiss(self, name: str) -> None:
        ray.kill(self._members.pop(name).handle, no_restart=True)

    def close(self) -> None:
        """End all workers at once."""
        for name in list(self._members):
            self._dismiss(name)


def _refusal(error: Exception) -> dict[str, Any]:
    """An exception that got past the actor: it could not even be called."""
    message = f"A worker of the cluster failed: {type(error).__name__}."
    return SceneFillError("workers-failed", message, "", {"cause": str(error)[:4000]}).to_dict()


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1
