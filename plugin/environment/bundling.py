"""Makes an offline bundle: the wheels that an engine environment of this computer's kind is made of."""

from __future__ import annotations

import datetime
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from ...core.checksum import file_sha256
from ...core.feedback import Feedback, StageFeedback
from ..i18n import tr
from .bundle import MANIFEST, Bundle, write_bundle
from .detect import Tools
from .failures import cannot_write
from .installers import InstallProgress, Source, create_environment, pip_source, run_or_raise
from .locate import interpreter_in
from .network import with_network
from .prepare import Request, locked, prepare, require_room, work_folder

STAGES = {"env-check": 0.05, "env-create": 0.1, "env-download": 0.95, "env-verify": 1.0}


def make_bundle(request: Request, folder: Path, feedback: Feedback) -> Bundle:
    """Download everything into a folder. Blocks for minutes; background thread.

    Wheels that are there already are used again, those that no longer belong to it are removed.

    Raises:
        JobCancelled, SceneFillError: codes ``env-...``.
    """
    prepared = prepare(request, None, StageFeedback(feedback, 0.0, STAGES["env-check"], "env-check"))
    interpreter = prepared.tools.interpreter
    with locked(folder), work_folder(folder) as work:
        require_room(folder, request.recipe.download_bytes[prepared.build.kind])
        environ = with_network(request.environ, request.network, prepared.source.pip, work)
        environ.update({name: str(work) for name in ("TMPDIR", "TEMP", "TMP")})
        (folder / MANIFEST).unlink(missing_ok=True)
        feedback.progress(STAGES["env-check"], "env-create")
        python = _pip_environment(prepared.tools, work / "pip", environ, feedback)
        download = StageFeedback(feedback, STAGES["env-create"], STAGES["env-download"], "env-download")
        wheels = _download(request, prepared.source, python, work, environ, download)
        try:
            files = _take(wheels, folder, StageFeedback(feedback, STAGES["env-download"], 1.0, "env-verify"))
        except OSError as error:
            raise cannot_write(folder, error) from error
        bundle = Bundle(
            folder, interpreter.minor, interpreter.platform, prepared.build.name, request.recipe.digest, files
        )
        write_bundle(bundle, datetime.datetime.now(datetime.timezone.utc).isoformat(timespec="seconds"))
    return bundle


def _pip_environment(tools: Tools, folder: Path, environ: Mapping[str, str], feedback: Feedback) -> Path:
    """A passing environment with pip, which uv cannot stand in for: it does not keep wheels. Its Python."""
    if tools.uv is None:
        create_environment(tools, folder, environ, feedback)
    else:
        argv = [str(tools.uv), "venv", "--seed", "--no-project", "--python", str(tools.interpreter.path), str(folder)]
        run_or_raise(argv, environ, feedback, "create")
    return interpreter_in(folder)


def _download(
    request: Request, source: Source, python: Path, work: Path, environ: Mapping[str, str], feedback: StageFeedback
) -> Path:
    """The folder with the wheels of everything, PyTorch's from its own index where there is one."""
    wheels = work / "wheels"
    constraints = work / "constraints.txt"
    constraints.write_text("\n".join(request.recipe.constraints) + "\n", encoding="utf-8")
    recipe = request.recipe
    phases = [(recipe.first_requirements, source, 0.6), (recipe.requirements, replace(source, index=""), 1.0)]
    start = 0.0
    for requirements, place, end in phases:
        if requirements:
            part = StageFeedback(feedback, start, end, "env-download")
            expected = recipe.expected if end == 1.0 else max(recipe.expected // 8, 1)
            options = [*pip_source(place), "--find-links", str(wheels), "--constraint", str(constraints)]
            _wheel([*options, *requirements], python, wheels, environ, InstallProgress(expected, work, part), part)
            start = end
    return wheels


def _wheel(
    arguments: Sequence[str],
    python: Path,
    wheels: Path,
    environ: Mapping[str, str],
    progress: InstallProgress,
    feedback: Feedback,
) -> None:
    wheels.mkdir(exist_ok=True)
    argv = [str(python), "-I", "-X", "utf8", "-m", "pip", "--no-input", "--disable-pip-version-check", "wheel"]
    argv += ["--progress-bar", "off", "--wheel-dir", str(wheels), *arguments]
    run_or_raise(argv, environ, feedback, "download", progress)


def _take(wheels: Path, folder: Path, feedback: Feedback) -> dict[str, str]:
    """Move the wheels to their place, and what else lay there by that name away; checksums by name."""
    found = sorted(wheels.glob("*.whl"))
    files = {}
    for number, wheel in enumerate(found):
        files[wheel.name] = file_sha256(wheel, feedback.is_cancelled)
        shutil.move(str(wheel), str(folder / wheel.name))
        feedback.progress((number + 1) / len(found), "")
    for old in folder.glob("*.whl"):
        if old.name not in files:
            old.unlink()
    feedback.log("info", tr("%n wheel(s) in the bundle", len(files)))
    return files
