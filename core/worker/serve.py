"""The worker's main loop: one request after the other, each with exactly one ending, until nobody needs it."""

from __future__ import annotations

import json
import logging
import os
import queue
import signal
import sys
import time
import traceback
from typing import NoReturn

from ..cache import cache_folder
from ..errors import JobCancelled, SceneFillError
from ..failures import describe
from ..feedback import Feedback
from .channel import Inbox, Outbox, Request
from .handlers import HANDLERS, warm_up

logger = logging.getLogger("scenefill")

#: How long the work may go on after the parent has gone.
GRACE_SECONDS = 5.0
#: A fraction may change with every denoising step; the parent is told no more often than this.
_REPORTS_PER_SECOND = 10.0
#: On POSIX: QGIS comes first.
_NICENESS = 5


class WorkerFeedback(Feedback):
    """Sends what the engine says about a request; its cancel comes from the inbox."""

    def __init__(self, request: Request, outbox: Outbox) -> None:
        self._request, self._outbox = request, outbox
        self._stage, self._reported = "", 0.0

    def progress(self, fraction: float, stage: str) -> None:
        now = time.monotonic()
        if stage == self._stage and fraction < 1.0 and now - self._reported < 1.0 / _REPORTS_PER_SECOND:
            return
        self._stage, self._reported = stage, now
        self._send("progress", fraction=min(max(float(fraction), 0.0), 1.0), stage=stage)

    def is_cancelled(self) -> bool:
        return self._request.cancelled.is_set() or self._outbox.broken.is_set()

    def log(self, level: str, text: str) -> None:
        self._send("log", level=level, text=text)

    def preview(self, path: str) -> None:
        self._send("preview", path=path)

    def _send(self, kind: str, **fields: object) -> None:
        self._outbox.send({"type": kind, "id": self._request.id, **fields})


def serve(requests: int, answers: int, idle_seconds: float) -> NoReturn:
    """Work until the parent goes, says so, or has wanted nothing for a while.

    Args:
        requests, answers: descriptors of the pipes from and to the parent.
        idle_seconds: how long to wait for a request.
    """
    # Ctrl-C in the terminal that QGIS was started from is meant for QGIS, and the end of QGIS is heard anyway.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(os, "nice"):
        os.nice(_NICENESS)
    logging.basicConfig(stream=sys.stderr, level=logging.WARNING, format="%(levelname)s %(name)s: %(message)s")
    outbox = Outbox(answers)
    inbox = Inbox(requests, lambda name, error: _refuse(outbox, name, error), _leave_soon)
    inbox.start()
    status = 1
    try:
        _keep_temporary_folder_clean()
        _work(inbox, outbox, idle_seconds)
        status = 0
    except BaseException:  # noqa: BLE001 -- it is on its way out: the traceback is all that is left to say
        traceback.print_exc()
    finally:
        # Nothing is left to be saved, and native libraries are known to hang or crash when they are torn down.
        sys.stderr.flush()
        os._exit(status)


def _keep_temporary_folder_clean() -> None:
    """Torch makes a folder for what it compiles as soon as it is loaded, among temporary files, and leaves it there."""
    folder = cache_folder() / "torchinductor"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        logger.debug("Torch keeps its own folder: %s", error)
    else:
        os.environ.setdefault("TORCHINDUCTOR_CACHE_DIR", str(folder))


def _work(inbox: Inbox, outbox: Outbox, idle_seconds: float) -> None:
    warm = False
    while True:
        try:
            request = inbox.next(idle_seconds)
        except queue.Empty:
            return
        if request is None:
            return
        message = answer(request, outbox)
        inbox.done(request)
        outbox.send(message)
        if not warm:
            warm_up(lambda: not inbox.has_more())
            warm = True


def answer(request: Request, outbox: Outbox) -> dict[str, object]:
    """Do what a request asks for; the message that ends it, whatever happens."""
    feedback = WorkerFeedback(request, outbox)
    try:
        feedback.raise_if_cancelled()
        result = HANDLERS[request.kind](request.fields, feedback)
        message: dict[str, object] = {"type": "result", "id": request.id, "result": dict(result)}
        # Refused here rather than in the pipe: every request has its ending.
        json.dumps(message, allow_nan=False)
        return message
    except JobCancelled:
        return {"type": "cancelled", "id": request.id}
    except BaseException as error:  # noqa: BLE001 -- an error of any kind is an answer, and the worker lives on
        return {"type": "error", "id": request.id, "error": failure(error)}


def failure(error: BaseException) -> dict[str, object]:
    """An exception as an error of the protocol; the traceback of one that was not raised on purpose goes with it."""
    described = describe(error)
    details = dict(described.details)
    if described is not error:
        details["traceback"] = "".join(traceback.format_exception(type(error), error, error.__traceback__))
    try:
        plain = json.loads(json.dumps(details, allow_nan=False))
    except (TypeError, ValueError):
        plain = {str(name): repr(value) for name, value in details.items()}
    return {**described.to_dict(), "details": plain}


def _refuse(outbox: Outbox, name: str | None, error: SceneFillError) -> None:
    outbox.send({"type": "error", "id": name, "error": error.to_dict()})


def _leave_soon() -> None:
    """In the inbox' thread: the main thread ends the process as soon as its work lets it; it does not get for ever."""
    time.sleep(GRACE_SECONDS)
    os._exit(1)
