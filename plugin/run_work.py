"""What a run does in the background: plain data in, the facts of its result out."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, Optional

from qgis.PyQt.QtCore import QDir

from ..core.engine.result import Result
from ..core.errors import SceneFillError
from ..core.failures import describe
from ..core.feedback import Feedback, StageFeedback
from ..core.job import Job
from .form import Form
from .jobs import build_job, write_job
from .layers.export import fetch_services
from .results.adaptation import adaptation_in
from .results.facts import JOB, ResultFacts, look_at, read_job, read_properties
from .runner.base import Runner

#: Share of the progress bar that fetching web layers takes.
_FETCH = 0.1

Prepare = Callable[[Feedback], Job]


class RunWork:
    """The work of one run; called once, in a background thread.

    Args:
        runner: gives the engine; may raise.
        prepare: makes the job, after the folder; may take its time.
        folder: of the results; made if it does not exist.
        resume: whether finished windows that lie there are used.
        look: whether the result is to become layers.
    """

    def __init__(
        self, runner: Callable[[], Runner], prepare: Prepare, folder: str, *, resume: bool = False, look: bool = True
    ) -> None:
        self._runner, self._prepare, self._folder = runner, prepare, folder
        self._resume, self._look = resume, look
        #: Known once it is prepared, before the first preview.
        self.job: Optional[Job] = None
        #: Known once it is done: what was learnt from the scene, as the sidecar says it.
        self.adaptation: Optional[Mapping[str, Any]] = None

    def __call__(self, feedback: Feedback) -> Optional[ResultFacts]:
        """
        Returns:
            What is in the result's files; None where nobody looks.

        Raises:
            SceneFillError: of any of the parts; ``folder-not-writable`` and ``disk-full`` for the folder.
        """
        make_folder(self._folder)
        self.job = job = self._prepare(feedback)
        result = self._run(job, feedback)
        self.adaptation = adaptation_in(read_properties(result.sidecar))
        return look_at(result, job) if self._look else None

    def _run(self, job: Job, feedback: Feedback) -> Result:
        runner = self._runner()
        if self._resume:
            try:
                return runner.run(job, feedback, resume=True)
            except SceneFillError as error:
                # It was ended before it had begun: there is nothing to lose by starting anew.
                if error.code != "nothing-to-resume":
                    raise
        return runner.run(job, feedback)


def check_form(form: Form, folder: str) -> None:
    """Find at once what is wrong with a form; what has to be fetched counts as fetched.

    Raises:
        SceneFillError: of :func:`.jobs.build_job`.
    """
    fetched = str(Path(folder) / "fetched.tif")
    rows = (replace(row, ref=replace(row.ref, path=fetched)) if row.ref.is_service else row for row in form.inputs)
    build_job(replace(form, inputs=tuple(rows)), folder)


def from_form(form: Form, folder: str) -> Prepare:
    """Fetch what the engine cannot open, build the job and leave it in its folder."""

    def prepare(feedback: Feedback) -> Job:
        share = StageFeedback(feedback, 0.0, _FETCH, "fetch")
        job = build_job(fetch_services(form, folder, share), folder)
        return from_job(_with_gaps_kept(job))(feedback)

    return prepare


def from_job(job: Job) -> Prepare:
    """Leave a job in its folder."""

    def prepare(feedback: Feedback) -> Job:
        feedback.raise_if_cancelled()
        write_job(job, str(Path(job.output.folder) / JOB))
        return job

    return prepare


def from_file(path: str, folder: str) -> Prepare:
    """Take up the job of an earlier run, wherever its folder lies now."""

    def prepare(feedback: Feedback) -> Job:
        job = read_job(path)
        return replace(job, output=replace(job.output, folder=folder))

    return prepare


def make_folder(folder: str) -> None:
    """
    Raises:
        SceneFillError: ``folder-not-writable``, ``disk-full``.
    """
    try:
        Path(folder).mkdir(parents=True, exist_ok=True)
    except OSError as error:
        told = describe(error)
        raise told if told.code == "disk-full" else not_writable(folder, error) from error


def not_writable(folder: str, error: OSError) -> SceneFillError:
    return SceneFillError(
        "folder-not-writable",
        f"Nothing can be written to '{folder}': {error.strerror}.",
        "Choose another output folder.",
    )


def _with_gaps_kept(job: Job) -> Job:
    """The job with masks and polygons that go with QGIS copied into a folder that stays: it can be run again then."""
    temporary = Path(QDir.tempPath())
    folder = Path(job.output.folder)
    if temporary in folder.parents:
        return job
    copies: dict[str, str] = {}
    for gap in (gap for item in job.inputs for gap in item.gaps):
        if gap.path is not None and temporary in Path(gap.path).parents and gap.path not in copies:
            copies[gap.path] = str(folder / f"gaps-{len(copies) + 1}{Path(gap.path).suffix}")
    try:
        for source, target in copies.items():
            shutil.copyfile(source, target)
    except OSError as error:
        raise describe(error) from error
    inputs = (
        replace(item, gaps=tuple(replace(gap, path=copies.get(gap.path or "", gap.path)) for gap in item.gaps))
        for item in job.inputs
    )
    return replace(job, inputs=tuple(inputs))
