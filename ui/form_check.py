"""What a form comes to before it is run: the pixels it is about, and what is missing in it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Optional

from qgis.PyQt.QtCore import QDir

from ..core.errors import SceneFillError
from ..core.job import Job
from ..plugin.form import Form
from ..plugin.i18n import tr
from ..plugin.layers.grid import WorkingGrid, working_grid
from ..plugin.run_work import check_form
from .messages import explain

#: Errors of the engine that no run can do without mending; others may be gone when it is asked again.
_NO_ENGINE = (
    "no-environment",
    "wrong-python",
    "no-server",
    "bad-server",
    "server-insecure",
    "server-login",
    "server-protocol",
    "not-scenefill",
)


@dataclass(frozen=True)
class FormCheck:
    """The answer.

    Attributes:
        form: that was looked at.
        grid: its pixels; None where there are none, and ``grid_problem`` says why if it is about the area.
        problem: why it cannot be run, in words; empty when it can.
    """

    form: Form
    grid: Optional[WorkingGrid]
    grid_problem: str
    problem: str


def check(form: Form, panels_problem: str, device_error: Optional[SceneFillError]) -> FormCheck:
    """Look at a form; cheap, on the main thread.

    Args:
        form: what is asked for.
        panels_problem: what the panels know to be missing; it is more to the point than what follows from it.
        device_error: what keeps the engine from starting.
    """
    grid, grid_problem = None, ""
    try:
        grid = working_grid(form)
    except SceneFillError as error:
        # Without a layer to fill there is nothing to say of its pixels.
        grid_problem = "" if error.code == "bad-fill" else _sentence(error)
    return FormCheck(form, grid, grid_problem, panels_problem or _job_problem(form) or _engine_problem(device_error))


def sent_layers(form: Form) -> tuple[str, ...]:
    """Names of everything that a server would get to see of the form: layers, masks and polygons."""
    if form.wish.kind == "imagine":
        return ()
    wanted = list(form.wish.gaps) if form.wish.kind == "fill" else []
    for row in form.inputs:
        wanted += row.gaps
    masks = [
        Path(gap.path).stem if gap.path else tr("polygons") for gap in wanted if gap.path or gap.kind == "polygons"
    ]
    return (*(row.ref.name for row in form.inputs), *dict.fromkeys(masks))


def sent_files(job: Job) -> tuple[str, ...]:
    """The same of a job: names of files without their endings."""
    gaps = [gap.path for item in job.inputs for gap in item.gaps if gap.path is not None]
    return tuple(dict.fromkeys(Path(path).stem for path in [*(item.path for item in job.inputs), *gaps]))


def _job_problem(form: Form) -> str:
    folder = QDir.tempPath()
    # Polygons of a layer are saved when it is run.
    saved = str(Path(folder) / "polygons.gpkg")
    gaps = (replace(gap, path=saved) if gap.kind == "polygons" and not gap.path else gap for gap in form.wish.gaps)
    try:
        check_form(replace(form, wish=replace(form.wish, gaps=tuple(gaps))), folder)
    except SceneFillError as error:
        return _sentence(error)
    return ""


def _engine_problem(error: Optional[SceneFillError]) -> str:
    return _sentence(error) if error is not None and error.code in _NO_ENGINE else ""


def _sentence(error: SceneFillError) -> str:
    found = explain(error)
    return " ".join(filter(None, (found.text, found.hint)))
