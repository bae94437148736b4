"""What a run does in the background: plain data in, the facts of its result out."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, Optional

from qgis.PyQt.QtCore import QDir

from ..core.engine.plan_result import Plan
from ..core.engine.result import Result
from ..core.errors import SceneFillError
from ..core.failures import describe
from ..core.feedback import Feedback, StageFeedback
from ..core.job import Job
from ..core.remote.state import STATE
from .form import Form
from .jobs import build_job, write_job
from .layers.export import fetch_services
from .results.adaptation import adaptation_in
from .results.facts import JOB, ResultFacts, look_at, read_job, read_properties
from .run_folders import RunFolders
from .runner.base import Runner

#: Share of the progress bar that fetching web layers takes.
_FETCH = 0.1

#: What a server's job is found again by, and the job as it was there: of no use once its results are elsewhere.
_LEFT = (STATE, JOB)

Prepare = Callable[[Feedback], Job]


class RunWork:
    """The work of one run; called once, in a background thread.

    Args:
        runner: gives the engine; may raise.
        prepare: makes the job, after the folder; may take its time.
        folder: of the results; made if it does not exist.
        resume: whether finished windows that lie there are used.
        look: whether the result is to become layers.
        rest: where the files go in the end, if not there: makes a folder.
    """

    def __init__(
        self,
        runner: Callable[[], Runner],
        prepare: Prepare,
        folder: str,
        *,
        resume: bool = False,
        look: bool = True,
        rest: Optional[Callable[[], str]] = None,
    ) -> None:
        self._runner, self._prepare, self._folder = runner, prepare, folder
        self._resume, self._look, self._rest = resume, look, rest
        #: Of the results.
        self.folder = folder
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
        if self._rest is not None:
            result, job = moved(result, job, self._rest())
            self.folder, self.job = result.folder, job
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


def moved(result: Result, job: Job, folder: str) -> tuple[Result, Job]:
    """A result with all that lies beside it in another folder, and its job as it is there.

    Raises:
        SceneFillError: ``disk-full``, ``folder-not-writable``, ``cannot-write``.
    """
    there = _in_folder(job, Path(result.folder), Path(folder))
    try:
        for path in [path for path in Path(result.folder).iterdir() if path.is_file() and path.name not in _LEFT]:
            shutil.move(str(path), str(Path(folder) / path.name))
    except OSError as error:
        told = describe(error)
        raise told if told.code == "disk-full" else not_writable(folder, error) from error
    write_job(there, str(Path(folder) / JOB))
    shutil.rmtree(result.folder, ignore_errors=True)
    outputs = tuple(replace(output, path=str(Path(folder) / Path(output.path).name)) for output in result.outputs)
    sidecar = str(Path(folder) / Path(result.sidecar).name)
    return replace(result, outputs=outputs, sidecar=sidecar, folder=folder), there


def _in_folder(job: Job, before: Path, folder: Path) -> Job:
    """The job with what it names in one folder, such as masks and what was fetched, in another."""

    def there(path: Optional[str]) -> Optional[str]:
        if path is None or before not in Path(path).parents:
            return path
        return str(folder / Path(path).relative_to(before))

    inputs = (
        replace(item, path=there(item.path), gaps=tuple(replace(gap, path=there(gap.path)) for gap in item.gaps))
        for item in job.inputs
    )
    grid = replace(job.grid, like=there(job.grid.like))
    return replace(job, inputs=tuple(inputs), grid=grid, output=replace(job.output, folder=str(folder)))


def estimator(form: Form, target: str, folders: RunFolders, runner: Callable[[], Runner]) -> Callable[[Feedback], Plan]:
    """The work of an estimate: what a form would cost.

    Args:
        target: the folder of the results would lie on its disk.
        folders: for web layers, which are asked for again when it runs; QGIS' own cache of the network has them then.
        runner: gives the engine.
    """

    def work(feedback: Feedback) -> Plan:
        if not any(row.ref.is_service for row in form.inputs):
            return runner().plan(build_job(form, target), feedback)
        fetched = temporary_folder(folders, "estimate")
        try:
            ready = fetch_services(form, fetched, feedback)
            return runner().plan(build_job(ready, target), feedback)
        finally:
            shutil.rmtree(fetched, ignore_errors=True)

    return work


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


def temporary_folder(folders: RunFolders, title: str) -> str:
    """
    Raises:
        SceneFillError: ``folder-not-writable``.
    """
    try:
        return folders.temporary(title)
    except OSError as error:
        raise not_writable(error.filename or "", error) from error


def lasting_folder(folders: RunFolders, title: str) -> str:
    """
    Raises:
        SceneFillError: ``folder-not-writable``.
    """
    try:
        return folders.lasting(title)
    except OSError as error:
        raise not_writable(error.filename or "", error) from error


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
