"""The engine in a child process that is started when needed and stays warm between requests."""

from __future__ import annotations

import itertools
import os
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Any, Optional

from ..engine.plan_result import Plan
from ..engine.result import Result
from ..errors import JobCancelled, SceneFillError
from ..feedback import Feedback
from ..job import Job, job_to_dict
from .process import WorkerProcess
from .protocol import (
    ENDINGS,
    PROTOCOL,
    CloudMask,
    CloudsRequest,
    DeviceReport,
    SimulatedScene,
    SimulateRequest,
)

#: How often a blocked call looks whether it is still wanted, in seconds.
_POLL = 0.1
_OTHER_PYTHON = "Make the engine environment anew, or choose another Python in SceneFill's options."


class _Gone(Exception):
    """The warm worker ended without a word about the request: idle, or killed, since the one before."""


class EngineClient:
    """Has a worker process do its requests. Codes of its own: ``worker-start``, ``worker-protocol``, ``worker-died``.

    A worker that dies at work costs one error: the next request starts another one, and the journal in the job's folder
    lets a run be resumed. A warm one that ended without a word about a request has not touched anything for it, so that
    the request goes to a new worker. A request that ends although it was cancelled gives its answer: the work is done.

    Every call blocks, one at a time; :meth:`close` and ``feedback`` end one from outside.
    """

    #: How long a new worker may take to say hello; a cold disk and a virus scanner included.
    HELLO_SECONDS = 60.0
    #: How long a cancelled engine may take to stop by itself.
    GRACE_SECONDS = 5.0

    def __init__(
        self,
        python: Path,
        *,
        threads: int = 0,
        idle_seconds: float = 600.0,
        environment: Optional[Mapping[str, str]] = None,
    ) -> None:
        """
        Args:
            python: the engine environment's interpreter.
            threads: of the network on a CPU; 0 leaves the choice to the engine.
            idle_seconds: how long the worker stays without a request.
            environment: variables of the worker, all of them; None for those of this process.
        """
        self._variables = None if environment is None else dict(environment)
        self._python, self._threads, self._idle_seconds = python, threads or None, idle_seconds
        self._turn = threading.Lock()
        # Guards the two below, never held while anything is waited for.
        self._guard = threading.Lock()
        self._worker: Optional[WorkerProcess] = None
        self._closed = False
        self._ids = itertools.count(1)

    @property
    def pid(self) -> Optional[int]:
        """Of the worker, None where there is none: for diagnostics."""
        with self._guard:
            return None if self._worker is None else self._worker.pid

    def run(
        self, job: Job, feedback: Feedback, *, resume: bool = False, executor: Optional[Mapping[str, Any]] = None
    ) -> Result:
        """Do a job.

        Args:
            resume: continue an interrupted run of the same job in the same folder.
            executor: where windows are drawn, as in the protocol; None for the engine's own process.
        """
        fields: dict[str, Any] = {"job": job_to_dict(job), "resume": resume, "threads": self._threads}
        if executor is not None:
            fields["executor"] = dict(executor)
        return Result.from_dict(self._request("run", fields, feedback))

    def plan(self, job: Job, feedback: Feedback) -> Plan:
        """What a job would do and cost."""
        fields = {"job": job_to_dict(job), "threads": self._threads}
        return Plan.from_dict(self._request("plan", fields, feedback))

    def features(self, job: Job, path: str, feedback: Feedback) -> str:
        """Infer the scene of a job and write it to ``path`` as a raster of features; returns its absolute path."""
        fields = {"job": job_to_dict(job), "path": path, "threads": self._threads}
        return str(self._request("features", fields, feedback)["path"])

    def clouds(self, request: CloudsRequest, feedback: Feedback) -> CloudMask:
        """Find the clouds and shadows of a layer and write them as a mask on its pixels."""
        return CloudMask.from_dict(self._request("clouds", request.to_dict(), feedback))

    def simulate(self, request: SimulateRequest, feedback: Feedback) -> SimulatedScene:
        """Draw a scene that does not exist, with a job that fills its clouds."""
        return SimulatedScene.from_dict(self._request("simulate", asdict(request), feedback))

    def probe(self, feedback: Feedback) -> DeviceReport:
        """What the engine would run on."""
        return DeviceReport.from_dict(self._request("probe", {}, feedback))

    def close(self) -> None:
        """Stop whatever runs and let go of everything, at once. Callable from any thread, more than once."""
        with self._guard:
            self._closed = True
            worker, self._worker = self._worker, None
        if worker is not None:
            worker.kill()

    # -- one request -------------------------------------------------------------------------------------------------

    def _request(self, kind: str, fields: Mapping[str, Any], feedback: Feedback) -> Mapping[str, Any]:
        message = {"type": kind, "id": f"{kind}-{next(self._ids)}", **fields}
        with self._my_turn(feedback):
            worker = self._warm_worker(feedback)
            if worker is not None:
                try:
                    return self._converse(worker, message, feedback, warm=True)
                except _Gone:
                    _tell_restart(worker, feedback)
            return self._converse(self._start(feedback), message, feedback, warm=False)

    @contextmanager
    def _my_turn(self, feedback: Feedback) -> Iterator[None]:
        """One request at a time; one that waits can be cancelled, too."""
        while not self._turn.acquire(timeout=_POLL):
            self._raise_if_unwanted(feedback)
        try:
            self._raise_if_unwanted(feedback)
            yield
        finally:
            self._turn.release()

    def _converse(
        self, worker: WorkerProcess, message: Mapping[str, Any], feedback: Feedback, *, warm: bool
    ) -> Mapping[str, Any]:
        """Send a request and pass on what comes, until its ending.

        The worker is let go of unless the ending came from it: whatever else happens, also in ``feedback``, it may
        still be at work on this request.
        """
        heard, kill_at, settled = False, float("inf"), False
        try:
            worker.send(message)
            while True:
                if kill_at == float("inf") and feedback.is_cancelled():
                    worker.send({"type": "cancel", "id": message["id"]})
                    kill_at = time.monotonic() + self.GRACE_SECONDS
                if time.monotonic() >= kill_at:
                    raise JobCancelled("The engine did not stop in time and was ended; finished windows are kept.")
                try:
                    answer = worker.receive(_POLL)
                except EOFError:
                    if warm and not heard and not self._closed:
                        raise _Gone from None
                    raise self._died(worker, message["type"]) from None
                if answer is None or answer.get("id") not in (message["id"], None):
                    continue
                heard = True
                if answer["type"] in ENDINGS:
                    settled = answer.get("id") is not None
                    return _ending(answer)
                _tell(answer, feedback)
        finally:
            if not settled:
                self._drop(worker)

    # -- the worker --------------------------------------------------------------------------------------------------

    def _warm_worker(self, feedback: Feedback) -> Optional[WorkerProcess]:
        """The worker of the request before, if it lives."""
        with self._guard:
            worker = self._worker
        if worker is None or worker.returncode is None:
            return worker
        self._drop(worker)
        _tell_restart(worker, feedback)
        return None

    def _environment(self) -> Mapping[str, str]:
        """The variables of a worker that is about to be started."""
        return os.environ if self._variables is None else self._variables

    def _start(self, feedback: Feedback) -> WorkerProcess:
        """A new worker that has said hello."""
        feedback.progress(0.0, "start-engine")
        worker = WorkerProcess(self._python, self._idle_seconds, self._environment())
        with self._guard:
            wanted = not self._closed
            if wanted:
                self._worker = worker
        greeted = False
        try:
            if wanted:
                self._greet(worker, feedback)
                greeted = True
        finally:
            if not greeted:
                self._drop(worker)
        self._raise_if_unwanted(feedback)
        return worker

    def _greet(self, worker: WorkerProcess, feedback: Feedback) -> None:
        """Wait for hello, and make sure of understanding each other."""
        deadline = time.monotonic() + self.HELLO_SECONDS
        hello = None
        while hello is None:
            self._raise_if_unwanted(feedback)
            if time.monotonic() >= deadline:
                raise self._no_start(worker, f"did not answer within {self.HELLO_SECONDS:.0f} seconds")
            try:
                hello = worker.receive(_POLL)
            except EOFError:
                self._raise_if_unwanted(feedback)
                raise self._no_start(worker, f"{worker.describe_end()} before it was ready") from None
            except SceneFillError as error:
                # What a Python prints before it comes to our script, which then keeps the pipe clean.
                feedback.log("debug", f"Not from SceneFill: {error.details.get('line')}")
        if hello["type"] != "hello" or hello.get("protocol") != PROTOCOL:
            raise SceneFillError(
                "worker-protocol",
                "The engine's process is of another version of SceneFill than the plugin.",
                "Restart QGIS, so that all of SceneFill is of one version.",
                {"expected": PROTOCOL, "hello": dict(hello)},
            )
        feedback.log("debug", f"The engine runs: Python {hello.get('python')}, process {hello.get('pid')}.")

    def _drop(self, worker: WorkerProcess) -> None:
        """Let go of a worker, for good; its files are free afterwards."""
        with self._guard:
            if self._worker is worker:
                self._worker = None
        worker.kill()
        worker.join(self.GRACE_SECONDS)

    def _raise_if_unwanted(self, feedback: Feedback) -> None:
        if self._closed:
            raise JobCancelled("The engine was stopped; finished windows are kept.")
        feedback.raise_if_cancelled()

    # -- errors ------------------------------------------------------------------------------------------------------

    def _died(self, worker: WorkerProcess, kind: str) -> SceneFillError:
        if self._closed:
            return JobCancelled("The engine was stopped; finished windows are kept.")
        again = "Resume goes on from the last finished window" if kind == "run" else "Try it again"
        return SceneFillError(
            "worker-died",
            f"The engine's process {worker.describe_end()}.",
            f"{again}; if it happens again, close other programs first.",
            {"exit_status": worker.returncode, "stderr": worker.stderr_tail},
        )

    def _no_start(self, worker: WorkerProcess, what: str) -> SceneFillError:
        return SceneFillError(
            "worker-start",
            f"The engine's process {what}.",
            _OTHER_PYTHON,
            {"python": str(self._python), "exit_status": worker.returncode, "stderr": worker.stderr_tail},
        )


def _tell_restart(worker: WorkerProcess, feedback: Feedback) -> None:
    told = "had gone to rest" if worker.returncode == 0 else worker.describe_end()
    feedback.log("info", f"Since the last request the engine's process {told}; it is started again.")


def _tell(answer: Mapping[str, Any], feedback: Feedback) -> None:
    """Pass on what is no ending; a kind that a later version may add is none of ours."""
    kind = answer["type"]
    if kind == "progress":
        feedback.progress(float(answer["fraction"]), str(answer["stage"]))
    elif kind == "log":
        feedback.log(str(answer["level"]), str(answer["text"]))
    elif kind == "preview":
        feedback.preview(str(answer["path"]))


def _ending(answer: Mapping[str, Any]) -> Mapping[str, Any]:
    """The result; raises for the other two endings."""
    if answer["type"] == "cancelled":
        raise JobCancelled
    if answer["type"] == "error":
        raise SceneFillError.from_dict(answer["error"])
    return dict(answer["result"])
