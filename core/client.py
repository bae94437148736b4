"""A SceneFill server as its client sees it: what it can do, uploads, jobs, results. Survives cut connections.

Every failure is a :class:`SceneFillError` of one plain sentence. What may pass is tried again, with growing and
scattered pauses, until something has failed for :attr:`ServerClient.patience` seconds; a cancel is heard between tries
and between pieces. The token belongs to the transport and appears in no message.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Optional, Union
from urllib.parse import quote, urlencode, urlsplit

from .errors import JobCancelled, SceneFillError
from .remote.addresses import is_loopback, moved_to, same_place, server_url
from .remote.answers import (
    Capabilities,
    JobStatus,
    RemoteFile,
    capabilities_of,
    files_of,
    status_of,
)
from .remote.backoff import Backoff, wait
from .remote.downloads import Download
from .remote.errors import Refusal, broken_answer, no_scenefill, of_answer, of_failure
from .remote.own_files import of_file
from .remote.transport import (
    MOST_SENT,
    Cancelled,
    FileSlice,
    Request,
    Response,
    Transport,
    TransportFailure,
)
from .remote.tus import Upload

#: Seconds between two looks at a job: the first, and the longest.
POLL = (0.3, 5.0)
#: Redirects of one question that are followed, to the same server only.
REDIRECTS = 3
#: Seconds for telling a server that a job is no longer wanted.
FAREWELL = 10.0
#: Seconds that a try is given however little patience is left.
SHORTEST = 1.0

Told = Callable[[str], None]


def never() -> bool:
    """Nobody cancels."""
    return False


class ServerClient:
    """One server.

    Args:
        url: its address; a path at the end is kept.
        transport: with the login.
        patience: seconds for which something may fail again and again before it counts as failed; 0 for one try. Where
            it is shorter than ``timeout``, a question takes no longer altogether; files on their way may.
        pauses: seconds: the shortest pause between two tries, and the longest.
        timeout: seconds without a byte after which one try has failed.
        cancelled: whether the user has had enough; asked often.
        told: is told in a sentence why there is a wait.

    Raises:
        SceneFillError: ``bad-server``, and ``server-insecure`` when the login would travel in the clear.
    """

    def __init__(
        self,
        url: str,
        transport: Transport,
        *,
        patience: float = 600.0,
        pauses: tuple[float, float] = (0.5, 30.0),
        timeout: float = 60.0,
        cancelled: Cancelled = never,
        told: Optional[Told] = None,
    ) -> None:
        self.url, self.transport = server_url(url), transport
        self.patience, self.pauses, self.timeout = patience, pauses, timeout
        self.cancelled, self.told = cancelled, told
        self._met = False
        parts = urlsplit(self.url)
        if parts.scheme == "http" and transport.authenticated and not is_loopback(parts.hostname or ""):
            raise SceneFillError(
                "server-insecure",
                f"The token would travel to {self.url} for everyone to read.",
                "Use the server's https address.",
            )

    # -- what the server can do ---------------------------------------------------------------------------------------

    def capabilities(self, patience: Optional[float] = None) -> Capabilities:
        """What the server can do; also the first thing to ask, because it tells whether there is one.

        Args:
            patience: seconds, instead of the client's own.
        """
        found = capabilities_of(self.json("GET", "/capabilities", patience=patience), self.url)
        self._met = True
        return found

    # -- uploads and downloads ----------------------------------------------------------------------------------------

    def upload(
        self,
        path: Path,
        sha256: str,
        *,
        media_type: str = "image/tiff",
        known: Optional[str] = None,
        started: Optional[Callable[[str], None]] = None,
        progress: Optional[Callable[[int], None]] = None,
    ) -> str:
        """Send a file once, going on where an earlier try ended.

        Args:
            path: the file, which must not change meanwhile.
            sha256: of it, hexadecimal.
            media_type: of it.
            known: id of an upload of it that was begun earlier.
            started: is told the upload's id as soon as it is known.
            progress: is told how many bytes the server has.

        Returns:
            The id of the complete upload: one that was there already, if the server has the very same bytes.
        """
        return Upload(self, path, sha256, media_type, started, progress).run(known)

    def download(
        self, job_id: str, file: RemoteFile, folder: Path, progress: Optional[Callable[[int], None]] = None
    ) -> Path:
        """Fetch a file of a result into ``folder``, going on where an earlier try ended.

        It appears under its name only when its SHA-256 is right.

        Args:
            progress: is told how many bytes are there.

        Raises:
            SceneFillError: ``wrong-digest``, and those of the way.
        """
        return Download(self, job_id, file, folder, progress).run()

    # -- jobs ---------------------------------------------------------------------------------------------------------

    def submit(self, job: Mapping[str, Any], key: str, patience: Optional[float] = None) -> JobStatus:
        """Ask for a job.

        Args:
            job: with references instead of paths.
            key: of this request alone: sent twice because the answer was lost, it is one job all the same.
            patience: seconds, instead of the client's own.
        """
        body = json.dumps({"inputs": {"job": job}}, sort_keys=True).encode()
        headers = {"Content-Type": "application/json", "Idempotency-Key": key, "Prefer": "respond-async"}
        found = self.json("POST", "/processes/generate/execution", headers, body, (200, 201), patience)
        return status_of(found, self.url)

    def status(self, job_id: str, patience: Optional[float] = None) -> JobStatus:
        """How a job stands."""
        return status_of(self.json("GET", f"/jobs/{quote(job_id, safe='')}", patience=patience), self.url)

    def jobs(self, states: Sequence[str] = (), limit: int = 100) -> list[JobStatus]:
        """The caller's jobs as the server lists them, to find running ones again; jobs of other kinds left out."""
        query = urlencode([("processID", "generate"), ("limit", limit), *(("status", state) for state in states)])
        found = self.json("GET", f"/jobs?{query}")
        listed = found.get("jobs") if isinstance(found, dict) else None
        if not isinstance(listed, list):
            raise broken_answer(self.url, "it is no list of jobs")
        return [status_of(job, self.url) for job in listed]

    def follow(self, job_id: str, seen: Callable[[JobStatus], None], left: Cancelled = never) -> JobStatus:
        """Look at a job until it has ended.

        Args:
            seen: is told every status.
            left: whether to stop looking and let the job go on.

        Raises:
            JobCancelled: when the user cancels or ``left`` says so; the job is left alone in both cases.
        """
        pause = Backoff(*POLL)
        before: Optional[JobStatus] = None
        while True:
            status = self.status(job_id)
            seen(status)
            if status.ended:
                return status
            if before is None or (before.state, before.stage, before.position) != (
                status.state,
                status.stage,
                status.position,
            ):
                pause.reset()
            before = status
            wait(pause.next(), lambda: self.cancelled() or left())

    def dismiss(self, job_id: str, patience: float = FAREWELL) -> None:
        """Stop a job, or remove a finished one; one that is gone already does not matter. Not cancelled itself."""
        try:
            self.call("DELETE", f"/jobs/{quote(job_id, safe='')}", ok=(200, 204), patience=patience, cancelled=never)
        except SceneFillError as error:
            if error.details.get("status") not in (404, 410):
                raise

    def results(self, job_id: str) -> tuple[RemoteFile, ...]:
        """The files of a finished job; its STAC Item last.

        Raises:
            SceneFillError: also the error of a failed job.
        """
        return files_of(self.json("GET", f"/jobs/{quote(job_id, safe='')}/results"), self.url)

    # -- exchanges ----------------------------------------------------------------------------------------------------

    def json(
        self,
        method: str,
        path: str,
        headers: Optional[Mapping[str, str]] = None,
        body: bytes = b"",
        ok: Sequence[int] = (200,),
        patience: Optional[float] = None,
    ) -> Any:
        """The JSON that a question is answered with."""
        asked = {"Accept": "application/json", **(headers or {})}
        response = self.call(method, path, asked, body, ok, patience, as_json=True)
        return json.loads(response.body)

    def call(
        self,
        method: str,
        path: str,
        headers: Optional[Mapping[str, str]] = None,
        body: bytes = b"",
        ok: Sequence[int] = (200,),
        patience: Optional[float] = None,
        cancelled: Optional[Cancelled] = None,
        as_json: bool = False,
    ) -> Response:
        """One exchange, tried again while what fails may pass.

        Args:
            path: from the server's address on.
            ok: statuses that are wanted.
            as_json: whether the body must be JSON.
        """
        request = self.request(method, path, headers, body)
        struggle = self.struggle(patience, cancelled)
        while True:
            found = self.attempt(replace(request, timeout=struggle.timeout), ok, cancelled, as_json)
            if isinstance(found, Response):
                return found
            struggle.lost(found)

    def request(
        self,
        method: str,
        path: str,
        headers: Optional[Mapping[str, str]] = None,
        body: Union[bytes, FileSlice] = b"",
        into: Optional[Path] = None,
        limit: int = MOST_SENT,
    ) -> Request:
        """A question to this server; ``path`` from its address on."""
        return Request(method, self.url + path, headers or {}, body, into, limit, self.timeout)

    def struggle(self, patience: Optional[float] = None, cancelled: Optional[Cancelled] = None) -> Struggle:
        """Tries that belong together."""
        seconds = self.patience if patience is None else patience
        return Struggle(seconds, self.timeout, Backoff(*self.pauses), cancelled or self.cancelled, self.told)

    def attempt(
        self,
        request: Request,
        ok: Sequence[int],
        cancelled: Optional[Cancelled] = None,
        as_json: bool = False,
    ) -> Response | Refusal:
        """One exchange, once: the wanted answer, or why there is none.

        Raises:
            JobCancelled: as soon as the user cancels.
            SceneFillError: those of :func:`.remote.own_files.of_file`, which another try does not help.
        """
        wanted = cancelled or self.cancelled
        if wanted():
            raise JobCancelled
        try:
            response = self._exchange(request, wanted)
        except TransportFailure as failure:
            return of_failure(failure, self.url)
        except OSError as error:
            raise of_file(error, request.into) from error
        if not same_place(request.url, response.url or request.url):
            # The transport followed a redirect to somebody else.
            response = Response(302, {"location": response.url})
        if response.status not in ok:
            return self._refused(of_answer(response, request.url, self.url))
        if as_json:
            return self._checked(response)
        return response

    def _exchange(self, request: Request, cancelled: Cancelled) -> Response:
        """Send; redirects of a GET are followed, but never to another server, which would get the token."""
        asked = request
        for _ in range(REDIRECTS):
            response = self.transport.send(asked, cancelled)
            location = response.headers.get("location", "")
            if request.method != "GET" or response.status not in (301, 302, 303, 307, 308) or not location:
                return response
            target = moved_to(asked.url, location)
            if not same_place(asked.url, target):
                return response
            asked = replace(request, url=target)
        return response

    def _checked(self, response: Response) -> Response | Refusal:
        if "json" not in response.media_type:
            return self._refused(Refusal(no_scenefill(self.url, response), False, None, response.status))
        try:
            json.loads(response.body)
        except (ValueError, RecursionError):
            return Refusal(broken_answer(self.url, "it is not whole, or no JSON"), True, None, response.status)
        return response

    def _refused(self, refusal: Refusal) -> Refusal:
        """A login page, or a proxy's own, may come between once the server has been met: that passes."""
        between = refusal.status < 400 or refusal.status == 511
        if self._met and between and refusal.error.code in ("not-scenefill", "captive-portal"):
            return Refusal(refusal.error, True, refusal.after, refusal.status)
        return refusal


class Struggle:
    """Tries that belong together: how often is open, for how long is not.

    A patience shorter than ``timeout`` is somebody's who waits: it counts from the beginning, and no try outlasts it. A
    longer one counts from the first loss on, so that a computer that slept during a try does not find it used up.

    Args:
        patience: seconds, anew after every success; 0 for one try.
        timeout: seconds without a byte after which one try has failed.
        backoff: pauses between tries.
        cancelled: heard in the pauses.
        told: is told the first loss.
    """

    def __init__(
        self, patience: float, timeout: float, backoff: Backoff, cancelled: Cancelled, told: Optional[Told]
    ) -> None:
        self._patience, self._timeout, self._backoff = patience, timeout, backoff
        self._cancelled, self._told = cancelled, told
        self._short = 0 < patience < timeout
        self._lost = False
        self._since = time.monotonic()

    @property
    def timeout(self) -> float:
        """Seconds without a byte after which the next try has failed, if it is a question that is answered at once."""
        if not self._short:
            return self._timeout
        return min(self._timeout, max(SHORTEST, self._since + self._patience - time.monotonic()))

    def won(self) -> None:
        """Something went on: patience is as at the beginning."""
        self._lost = False
        self._since = time.monotonic()
        self._backoff.reset()

    def lost(self, refusal: Refusal) -> None:
        """Wait before the next try.

        Raises:
            SceneFillError: that of the refusal, when another try cannot help or patience is at its end.
            JobCancelled: as soon as the user cancels.
        """
        if not refusal.passing:
            raise refusal.error
        now = time.monotonic()
        first, self._lost = not self._lost, True
        if first and not self._short:
            self._since = now
        pause = self._backoff.next() if refusal.after is None else max(refusal.after, self._backoff.next())
        if now + pause > self._since + self._patience:
            raise refusal.error
        if first and self._told is not None:
            self._told(f"{refusal.error.message} Trying again for up to {self._patience:.0f} s.")
        wait(pause, self._cancelled)
