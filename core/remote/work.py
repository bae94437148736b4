"""A job done by a server: sent, followed and fetched; the same files lie in the same folder as after a local run.

What happens is written into the folder (:mod:`.state`) before it happens: whoever comes back, after a cut, a crash or a
cancelled wait, finds the running job again instead of starting another.
"""

from __future__ import annotations

import re
import secrets
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from ..checksum import file_sha256
from ..client import FAREWELL, SHORTEST, ServerClient, never
from ..engine.journal import JOURNAL, LOCK
from ..engine.names import SIDECAR, mask_names, output_names
from ..engine.result import KINDS, OutputFile, Result
from ..errors import JobCancelled, SceneFillError
from ..feedback import Feedback, StageFeedback
from ..job import Job, check_files
from . import answers
from .answers import Capabilities, JobStatus, RemoteFile
from .clipping import Reach
from .layers import Clipper
from .own_files import own_files
from .own_names import in_own_names, own_names
from .packing import SHARE, SMALL, Packed, Packer, output_work
from .state import STATE, RemoteState, StateFile, identity_of, is_complete, locked
from .transport import Cancelled
from .work_errors import cancelled, nothing_to_resume, other_job, output_exists

#: Shares of the progress bar: (start, end) by stage; the server's own stages lie between the two.
UPLOAD, WORK, DOWNLOAD = (0.0, 0.10), (0.10, 0.92), (0.92, 1.0)
#: Parts of layers on their way.
PARCELS = "remote-upload"
#: Seconds for the first answer: whoever starts a job wants to know at once that there is no server.
FIRST_PATIENCE = 8.0
#: Seconds for the name of a job that is left while its request is on its way.
_HEARING = 3.0
#: Codes of a server that does not have what a request names.
_NOT_KEPT = ("unknown-upload", "no-such-upload", "expired")
_MODEL_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_ORDER = {kind: i for i, kind in enumerate(("data", "sample", "provenance", "spread", "mask", "preview"))}


def run_remote(
    job: Job,
    client: ServerClient,
    clipper: Clipper,
    feedback: Feedback,
    *,
    resume: bool = False,
    left: Cancelled = never,
    small: int = SMALL,
    share: float = SHARE,
) -> Result:
    """Have a job done by a server.

    Args:
        job: with paths of this computer.
        client: of the server; listens to ``feedback`` from now on.
        clipper: looks into the layers and cuts what is sent.
        feedback: is told progress by stage (``upload``, ``queue``, those of the engine, ``download``), and asked
            whether to stop; then the server stops, too.
        resume: find the job again that the folder knows of; without it an earlier one of the folder is dismissed.
        left: whether to go away and let the server go on; ``resume`` finds the job again.
        small, share: see :data:`.packing.SMALL`.

    Returns:
        The files, in the job's own folder.

    Raises:
        SceneFillError: with a code of ``docs/job.md`` or of the way to the server; ``output-exists``,
            ``nothing-to-resume`` and ``resume-mismatch`` as a local run.
        JobCancelled: when ``feedback`` or ``left`` says so.
    """
    check_files(job)
    if not _MODEL_ID.fullmatch(job.model):
        raise SceneFillError(
            "unknown-model",
            "The job names a model by its folder, and a server has its own.",
            "Give the id of a model that the server has.",
        )
    folder = Path(job.output.folder)
    with own_files(folder), locked(folder):
        run = _Run(folder, client, feedback, left)
        try:
            return run.do(job, clipper, resume, small, share)
        finally:
            shutil.rmtree(folder / PARCELS, ignore_errors=True)


def attach(folder: Path, client: ServerClient, feedback: Feedback, *, left: Cancelled = never) -> Result:
    """Follow the job that a folder knows of and fetch its result: for whoever has the folder and not the job.

    Raises:
        SceneFillError: ``nothing-to-resume`` when the folder knows of none at this server; those of :func:`run_remote`.
    """
    with own_files(folder), locked(folder):
        return _Run(folder, client, feedback, left).go_on()


class _Run:
    """One run."""

    def __init__(self, folder: Path, client: ServerClient, feedback: Feedback, left: Cancelled) -> None:
        self.folder, self.client, self.feedback, self.left = folder, client, feedback, left
        self.file = StateFile(folder)
        self.state = RemoteState(client.url, "")
        self.started = time.monotonic()
        self._posting = False
        client.cancelled = self._stopped
        client.told = lambda text: feedback.log("warning", text)

    def _stopped(self) -> bool:
        return self.feedback.is_cancelled() or self.left()

    def do(self, job: Job, clipper: Clipper, resume: bool, small: int, share: float) -> Result:
        before, found = self.file.read(), identity_of(job)
        if resume:
            self._check_resumable(before, found)
        if before is not None and resume:
            self.state = before
            if before.result is not None and is_complete(before.result):
                return Result.from_dict(dict(before.result))
        self._check_outputs(output_names(job, output_work(job)), before)
        can = self._meet(job)
        if not resume or before is None:
            self._start_afresh(job, found, before)
        with self._dismissing():
            last = self._found_again()
            if last is not None or self.state.request:
                try:
                    return self._follow(last)
                except SceneFillError as error:
                    if not self._must_send_again(error):
                        raise
            self._send(job, clipper, can, small, share)
            return self._follow(None)

    def go_on(self) -> Result:
        before = self.file.read()
        if before is None or before.server != self.client.url or not (before.job or before.request):
            raise nothing_to_resume(self.folder)
        self.state = before
        if before.result is not None and is_complete(before.result):
            return Result.from_dict(dict(before.result))
        self.client.capabilities(FIRST_PATIENCE)
        with self._dismissing():
            last = self._found_again()
            if last is None and not self.state.request:
                raise nothing_to_resume(self.folder)
            try:
                return self._follow(last)
            except SceneFillError as error:
                if self._must_send_again(error):
                    raise nothing_to_resume(self.folder) from error
                raise

    # -- before the work ----------------------------------------------------------------------------------------------

    def _check_resumable(self, before: RemoteState | None, found: str) -> None:
        if before is None or before.server != self.client.url:
            raise nothing_to_resume(self.folder)
        if before.digest != found:
            raise other_job(self.folder)

    def _check_outputs(self, names: list[str], before: RemoteState | None) -> None:
        owned = set(before.outputs) if before is not None else set()
        for name in names:
            if name not in owned and (self.folder / name).exists():
                raise output_exists(self.folder / name)

    def _meet(self, job: Job) -> Capabilities:
        """Ask what the server can do, and say at once what it cannot."""
        can = self.client.capabilities(FIRST_PATIENCE)
        if can.model(job.model) is None:
            known = ", ".join(str(model.get("id")) for model in can.models) or "none"
            raise SceneFillError(
                "unknown-model", f"The server has no model '{job.model}'.", f"Choose one of its own: {known}."
            )
        return can

    def _start_afresh(self, job: Job, found: str, before: RemoteState | None) -> None:
        if before is not None and before.server == self.client.url and before.job and before.result is None:
            # Nobody would fetch what it makes.
            with suppress(SceneFillError):
                self.client.dismiss(before.job)
        masks = {name: f"Clouds in {Path(job.inputs[i].path).name}" for i, name in mask_names(job).items()}
        owned = set(before.outputs) if before is not None else set()
        self._note(
            RemoteState(
                self.client.url,
                found,
                title=job.title,
                uploads=before.uploads if before is not None and before.server == self.client.url else {},
                titles=masks,
                outputs=tuple(sorted(owned | set(output_names(job, output_work(job))))),
            )
        )

    def _send(self, job: Job, clipper: Clipper, can: Capabilities, small: int, share: float) -> None:
        """Upload what the job needs, and remember the request."""
        stage = StageFeedback(self.feedback, *UPLOAD, "upload")
        stage.progress(0.0)
        parts = self.folder / PARCELS
        parts.mkdir(exist_ok=True)
        reach = Reach.of(can.model(job.model) or {})
        most = can.limits.get("upload_bytes")
        packer = Packer(job, clipper, reach, parts, self.feedback, small=small, share=share, most=most)
        if packer.pixels > can.limits.get("pixels", float("inf")):
            raise SceneFillError(
                "too-large",
                f"The job has {packer.pixels / 1e6:.0f} million pixels; the server takes "
                f"{can.limits['pixels'] / 1e6:.0f} million.",
                "Choose a smaller extent.",
            )
        packed = packer.pack()
        uploads = self._upload(packed, stage)
        request = packed.request(uploads)
        names = {uploads[key]: Path(parcel.source).name for key, parcel in packed.parcels.items()}
        self._note(self.state.changed(request=request, names=own_names(request, names), key=secrets.token_hex(16)))

    def _upload(self, packed: Packed, stage: Feedback) -> dict[str, str]:
        """Send every parcel; returns parcel to upload's id."""
        total = max(1, sum(parcel.file.stat().st_size for parcel in packed.parcels.values()))
        done = 0
        uploads: dict[str, str] = {}
        for key, parcel in packed.parcels.items():
            sha256 = file_sha256(parcel.file, self.client.cancelled)
            uploads[key] = self.client.upload(
                parcel.file,
                sha256,
                media_type=parcel.media_type,
                known=self.state.uploads.get(sha256),
                started=self._remember(sha256),
                progress=_counter(stage, done, total),
            )
            done += parcel.file.stat().st_size
        stage.progress(1.0, "")
        return uploads

    def _remember(self, sha256: str) -> Callable[[str], None]:
        def note(upload: str) -> None:
            if self.state.uploads.get(sha256) != upload:
                self._note(self.state.changed(uploads={**self.state.uploads, sha256: upload}))

        return note

    # -- the work -----------------------------------------------------------------------------------------------------

    def _follow(self, last: JobStatus | None) -> Result:
        """Ask for the job unless it was found again; wait for its end and fetch what it made."""
        with in_own_names(self.state.names):
            if last is None:
                last = self._ask()
            last = self.client.follow(last.id, self._show)
            if last.state == answers.DONE:
                return self._fetch(last)
            if last.state == answers.FAILED:
                # The list of results answers with the job's own error, hint included.
                self.client.results(last.id)
                raise SceneFillError(last.code or "internal", last.message or "The job failed.", last.hint)
        raise SceneFillError(
            "job-dismissed", "The job was stopped on the server.", "Run it again, or ask whoever runs the server."
        )

    def _ask(self) -> JobStatus:
        """Ask for the job; its request is forgotten when what it names is no longer on the server."""
        self._posting = True
        try:
            found = self.client.submit(self.state.request, self.state.key)
        except SceneFillError as error:
            if error.code in _NOT_KEPT:
                self._posting = False
                # What of it is still there shows when it is sent again.
                self._note(self.state.changed(request={}, key=""))
            raise
        self._note(self.state.changed(job=found.id))
        self._posting = False
        return found

    def _must_send_again(self, error: SceneFillError) -> bool:
        """Whether a request of an earlier session came to nothing because the server no longer has what it names."""
        return error.code in _NOT_KEPT and not self.state.request

    def _found_again(self) -> JobStatus | None:
        """The job of an earlier session; None where there is none, or none that anything can come of."""
        if not self.state.job:
            return None
        try:
            found = self.client.status(self.state.job)
        except SceneFillError as error:
            if error.details.get("status") not in (404, 410):
                raise
            found = None
        if found is not None and found.state not in (answers.FAILED, answers.DISMISSED):
            self.feedback.log("info", f"The job was found again on the server: {found.id}.")
            return found
        # Whether what was uploaded is still there shows when it is sent again.
        self._note(self.state.changed(job="", request={}, key=""))
        return None

    def _show(self, status: JobStatus) -> None:
        stage = StageFeedback(self.feedback, *WORK, "queue")
        if status.state == answers.WAITING:
            stage.progress(0.0)
            return
        stage.progress(status.fraction, status.stage or "queue")

    def _fetch(self, last: JobStatus) -> Result:
        """Download every file of the result; the sidecar last, because it vouches for the others."""
        files = self.client.results(last.id)
        self._check_outputs([file.file for file in files], self.state)
        reserved = {STATE, LOCK, JOURNAL}
        if any(file.file in reserved for file in files):
            raise SceneFillError("server-answer", "The server gives a result a name that is taken.", "Tell its maker.")
        # A sidecar of an earlier run does not vouch for what comes now.
        (self.folder / SIDECAR).unlink(missing_ok=True)
        stage = StageFeedback(self.feedback, *DOWNLOAD, "download")
        total, done = max(1, sum(file.length for file in files)), 0
        for file in files:
            path = self.client.download(last.id, file, self.folder, _counter(stage, done, total))
            done += file.length
            if file.role == "preview":
                self.feedback.preview(str(path))
        outputs = tuple(self._output(file) for file in files if file.role in KINDS)
        result = Result(
            tuple(sorted(outputs, key=lambda output: _ORDER.get(output.kind, len(_ORDER)))),
            str(self.folder / next((f.file for f in files if f.output == "item"), SIDECAR)),
            str(self.folder),
            {
                "windows": last.windows_total or 0,
                "seconds": {"total": round(time.monotonic() - self.started, 4)},
                "server": self.client.url,
            },
        )
        self._note(self.state.changed(result=result.to_dict()))
        stage.progress(1.0, "")
        return result

    def _output(self, file: RemoteFile) -> OutputFile:
        title = self.state.titles.get(file.file) or file.title
        return OutputFile(str(self.folder / file.file), file.modalities, file.role, title)

    # -- leaving ------------------------------------------------------------------------------------------------------

    @contextmanager
    def _dismissing(self) -> Iterator[None]:
        """Within it a cancel reaches the server; going away does not."""
        try:
            yield
        except JobCancelled:
            if self.left():
                self._hear()
                raise JobCancelled("The job goes on at the server; it is found again there.") from None
            raise cancelled(self._dismiss()) from None

    def _hear(self) -> None:
        """Learn which job it is whose request was on its way, for whoever looks at the folder later; briefly."""
        self.client.cancelled = never
        # Whoever resumes finds it by its key.
        with suppress(SceneFillError):
            self._learn(_HEARING)

    def _learn(self, patience: float) -> None:
        if not self.state.job and self._posting:
            # It may have heard the request though its answer was not: with the same key it is the same job.
            found = self.client.submit(self.state.request, self.state.key, patience)
            self._note(self.state.changed(job=found.id))

    def _dismiss(self) -> bool:
        """Tell the server that nobody waits any more; briefly. Returns whether it surely does not go on."""
        self.client.cancelled = never
        end = time.monotonic() + FAREWELL
        try:
            self._learn(FAREWELL)
            if self.state.job:
                self.client.dismiss(self.state.job, max(SHORTEST, end - time.monotonic()))
                self._note(self.state.changed(job="", request={}, key=""))
        except SceneFillError as error:
            self.feedback.log("warning", f"The server could not be told to stop: {error.message}")
            return False
        return True

    def _note(self, state: RemoteState) -> None:
        self.state = state
        self.file.write(state)


def _counter(stage: Feedback, done: int, total: int) -> Callable[[int], None]:
    return lambda there: stage.progress((done + there) / total, "")
