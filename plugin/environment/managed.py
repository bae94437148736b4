"""Makes, mends and removes the managed engine environment.

Virtual environments cannot be moved, so it is built in its final place. It counts as there once its manifest is
written, which comes last; a second start goes on with whatever the first one left.
"""

from __future__ import annotations

import datetime
import shutil
import time
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Optional

from ...core.errors import SceneFillError
from ...core.feedback import Feedback, StageFeedback
from ..i18n import tr
from .bundle import read_bundle, verify_bundle
from .check import CheckReport, check_python
from .detect import Tools, inspect_python
from .failures import cannot_write
from .installers import WORK_FOLDER, InstallProgress, create_environment, install
from .integrity import folder_size, forget_broken, installed_count, site_packages
from .locate import MANIFEST, Environment, environments, folder_name, interpreter_in, write_manifest
from .network import with_network
from .prepare import Prepared, Request, locked, prepare, require_room, work_folder
from .recipe import Recipe

#: Stages in order, with the part of the whole that each ends at.
STAGES = {"env-check": 0.05, "env-create": 0.1, "env-install": 0.9, "env-verify": 1.0}


def make_environment(request: Request, feedback: Feedback) -> Environment:
    """Make the environment, or mend the one that is there. Blocks for minutes; background thread.

    Raises:
        JobCancelled: what is there is kept, and the next call goes on with it.
        SceneFillError: codes ``env-...``.
    """
    bundle = None
    if request.bundle is not None:
        bundle = read_bundle(request.bundle)
        verify_bundle(bundle, _stage(feedback, "env-check"))
    prepared = prepare(request, bundle, _stage(feedback, "env-check"))
    interpreter = prepared.tools.interpreter
    folder = request.folder / folder_name(interpreter.minor, interpreter.platform, prepared.build.name)
    with locked(folder), work_folder(folder) as work:
        require_room(folder, request.recipe.disk_bytes[prepared.build.kind] - folder_size(folder))
        environ = with_network(request.environ, request.network, prepared.source.pip, work)
        environ.update({name: str(work) for name in ("TMPDIR", "TEMP", "TMP")})
        (folder / MANIFEST).unlink(missing_ok=True)
        _create(prepared.tools, folder, environ, _stage(feedback, "env-create"))
        _install(request.recipe, prepared, folder, environ, _stage(feedback, "env-install"))
        report = _verify(request.recipe, folder, request.environ, _stage(feedback, "env-verify"))
        environment = Environment(
            folder,
            python=report.version,
            build=prepared.build.name,
            tool="pip" if prepared.tools.uv is None else "uv",
            source="index" if request.bundle is None else "bundle",
            digest=request.recipe.digest,
            created=datetime.datetime.now(datetime.timezone.utc).isoformat(timespec="seconds"),
            versions=report.versions,
        )
        write_manifest(environment)
    _remove_superseded(request.folder, environment, feedback)
    feedback.progress(1.0, "env-verify")
    return environment


def remove_environments(root: Optional[Path], feedback: Feedback) -> None:
    """Delete all managed environments, incomplete ones too. Blocks; background thread.

    Raises:
        SceneFillError: ``env-busy`` while one is being made, ``env-permission`` where files are in use.
    """
    found = environments(root)
    for number, environment in enumerate(found):
        feedback.raise_if_cancelled()
        with locked(environment.folder):
            (environment.folder / MANIFEST).unlink(missing_ok=True)
            _delete(environment.folder)
        feedback.progress((number + 1) / len(found), "env-remove")


def _stage(feedback: Feedback, name: str) -> StageFeedback:
    names = list(STAGES)
    before = names.index(name) - 1
    return StageFeedback(feedback, STAGES[names[before]] if before >= 0 else 0.0, STAGES[name], name)


def _create(tools: Tools, folder: Path, environ: Mapping[str, str], feedback: Feedback) -> None:
    """An empty environment, unless an earlier try left one that works."""
    feedback.progress(0.0, "")
    if not _usable(tools, folder, environ, feedback):
        create_environment(tools, folder, environ, feedback)
    feedback.progress(1.0, "")


def _usable(tools: Tools, folder: Path, environ: Mapping[str, str], feedback: Feedback) -> bool:
    python = interpreter_in(folder)
    if not python.exists():
        return False
    found = inspect_python(python, environ, feedback)
    has_pip = any(place.joinpath("pip").is_dir() for place in site_packages(folder))
    return found is not None and found.minor == tools.interpreter.minor and (has_pip or tools.uv is not None)


def _install(
    recipe: Recipe, prepared: Prepared, folder: Path, environ: Mapping[str, str], feedback: StageFeedback
) -> None:
    """PyTorch with all that it needs first, from its own index where there is one; then the rest from the default."""
    work = folder / WORK_FOLDER
    if "pip" in forget_broken(folder, feedback):
        create_environment(prepared.tools, folder, environ, feedback)
    constraints = work / "constraints.txt"
    constraints.write_text("\n".join(recipe.constraints) + "\n", encoding="utf-8")
    rest = replace(prepared.source, index="")
    phases = [(recipe.first_requirements, prepared.source, 0.6), (recipe.requirements, rest, 1.0)]
    start = 0.0
    for requirements, source, end in phases:
        if requirements:
            part = StageFeedback(feedback, start, end, "env-install")
            expected = recipe.expected if end == 1.0 else max(recipe.expected // 8, 1)
            progress = InstallProgress(expected, work, part, folder)
            install(prepared.tools, folder, requirements, constraints, source, environ, part, progress)
            start = end
    feedback.log("info", tr("%n package(s) installed", installed_count(folder)))


def _verify(recipe: Recipe, folder: Path, environ: Mapping[str, str], feedback: Feedback) -> CheckReport:
    feedback.progress(0.0, "")
    report = check_python(interpreter_in(folder), recipe, environ, feedback)
    if not report.ok:
        raise report.problems[0]
    return report


def _remove_superseded(root: Path, kept: Environment, feedback: Feedback) -> None:
    """The environments that a new one replaces; one that is in use stays until the next time."""
    for old in environments(root):
        if old.folder != kept.folder:
            try:
                with locked(old.folder):
                    _delete(old.folder)
            except SceneFillError as error:
                feedback.log("info", f"{old.folder} is still in use: {error}")


def _delete(folder: Path) -> None:
    """Remove a folder; antivirus programs hold new files for a moment, so it is tried again."""
    for seconds in (0.2, 1.0, None):
        try:
            shutil.rmtree(folder)
        except FileNotFoundError:
            return
        except OSError as error:
            if seconds is None:
                raise cannot_write(folder, error) from error
            time.sleep(seconds)
        else:
            return
