"""The engine on a server: what is needed of the layers goes there, and the same files come back."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Optional

from ...core.client import ServerClient, never
from ...core.engine.plan_result import Plan
from ...core.engine.result import Result
from ...core.errors import SceneFillError
from ...core.feedback import Feedback, RelayFeedback
from ...core.job import Job
from ...core.remote.answers import WAITING, JobStatus
from ...core.remote.state import StateFile
from ...core.remote.transport import Cancelled
from ...core.remote.work import attach, run_remote
from ...core.worker.protocol import CloudMask, CloudsRequest, DeviceReport, SimulatedScene, SimulateRequest
from ..i18n import tr
from ..remote.clip import GdalClipper
from ..remote.estimate import estimate
from ..remote.look import ask_server, device_of
from ..remote.servers import Server
from ..remote.transport import QgisTransport
from ..stages import QUEUE
from .base import Runner


class RemoteRunner(Runner):
    """Has jobs done by a server. Calls do not wait for each other: the server has a queue.

    A run that is cancelled is stopped on the server, too. One that :meth:`close` ends goes on there, and is found again
    by a run with ``resume`` in the same folder, for which the inputs need not be there any more. Those of
    :meth:`for_now` are stopped there by :meth:`close`, too.
    """

    def __init__(self, server: Server) -> None:
        self.server = server
        self._closed = threading.Event()
        self._ending = _Count()

    @property
    def title(self) -> str:
        return tr("Server {name}").format(name=self.server.title)

    def run(self, job: Job, feedback: Feedback, *, resume: bool = False) -> Result:
        with self._ending:
            return self._run(job, feedback, resume, self._closed.is_set)

    def for_now(self) -> Runner:
        return _ForNow(self)

    def _run(self, job: Job, feedback: Feedback, resume: bool, left: Cancelled) -> Result:
        told = _Told(feedback)
        client = _Watcher(self.server.url, QgisTransport(self.server.authcfg), told.see)
        folder = Path(job.output.folder)
        state = StateFile(folder).read() if resume else None
        if state is not None and state.server == client.url and state.request:
            return attach(folder, client, told, left=left)
        return run_remote(job, client, GdalClipper(), told, resume=resume, left=left)

    def plan(self, job: Job, feedback: Feedback) -> Plan:
        return estimate(job, ask_server(self.server, self._wanted(feedback)))

    def features(self, job: Job, path: str, feedback: Feedback) -> str:
        raise self._not_there()

    def clouds(self, request: CloudsRequest, feedback: Feedback) -> CloudMask:
        raise self._not_there()

    def simulate(self, request: SimulateRequest, feedback: Feedback) -> SimulatedScene:
        raise self._not_there()

    def probe(self, feedback: Feedback) -> DeviceReport:
        return device_of(ask_server(self.server, self._wanted(feedback)))

    def close(self) -> None:
        self._closed.set()

    def wait(self, seconds: float) -> bool:
        return self._ending.wait(seconds)

    def _wanted(self, feedback: Feedback) -> Feedback:
        return _Ended(feedback, self._closed)

    def _not_there(self) -> SceneFillError:
        return SceneFillError(
            "not-on-server",
            f"{self.server.title} fills gaps and draws modalities, but does not do this.",
            "Set up an engine on this computer in SceneFill's options, which may be done beside a server.",
        )


class _ForNow(RemoteRunner):
    """A runner whose runs are stopped on the server, too, when the other one is closed."""

    def __init__(self, runner: RemoteRunner) -> None:
        super().__init__(runner.server)
        self._closed, self._ending = runner._closed, runner._ending

    def run(self, job: Job, feedback: Feedback, *, resume: bool = False) -> Result:
        with self._ending:
            return self._run(job, self._wanted(feedback), resume, never)


class _Count:
    """How many are within it, in any threads."""

    def __init__(self) -> None:
        self._number, self._changed = 0, threading.Condition()

    def __enter__(self) -> None:
        self._add(1)

    def __exit__(self, *_: object) -> None:
        self._add(-1)

    def wait(self, seconds: float) -> bool:
        """Until there is none, but no longer than that; whether there is none."""
        with self._changed:
            return self._changed.wait_for(lambda: self._number == 0, seconds)

    def _add(self, more: int) -> None:
        with self._changed:
            self._number += more
            self._changed.notify_all()


class _Watcher(ServerClient):
    """A client that lets somebody see how the job stands that it follows."""

    def __init__(self, url: str, transport: QgisTransport, see: Callable[[JobStatus], None]) -> None:
        super().__init__(url, transport)
        self._see = see

    def follow(self, job_id: str, seen: Callable[[JobStatus], None], left: Cancelled = never) -> JobStatus:
        def both(status: JobStatus) -> None:
            self._see(status)
            seen(status)

        return super().follow(job_id, both, left)


class _Told(RelayFeedback):
    """What a run tells: the place in the queue goes into the stage. Drafts come so late that nobody needs them."""

    def __init__(self, parent: Feedback) -> None:
        super().__init__(parent)
        self._position: Optional[int] = None

    def see(self, status: JobStatus) -> None:
        self._position = status.position if status.state == WAITING else None

    def progress(self, fraction: float, stage: str) -> None:
        if stage == QUEUE and self._position:
            stage = f"{QUEUE}:{self._position}"
        super().progress(fraction, stage)

    def preview(self, path: str) -> None:
        """The whole result follows at once."""


class _Ended(RelayFeedback):
    """Says stop also when the runner is closed."""

    def __init__(self, parent: Feedback, closed: threading.Event) -> None:
        super().__init__(parent)
        self._closed = closed

    def is_cancelled(self) -> bool:
        return self._closed.is_set() or super().is_cancelled()
