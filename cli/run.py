"""``scenefill run``: do a job."""

from __future__ import annotations

import dataclasses
import json
import shlex
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..core.errors import JobCancelled
from .executor_options import ExecutorChoice, executor_options
from .run_remote import run_on_server, server_options
from .terminal import TerminalFeedback, cancellable, duration

if TYPE_CHECKING:
    from ..core.engine.result import Result

SHEET = "sheet.png"


@click.command("run")
@click.argument("job_file", metavar="JOB", type=click.Path(path_type=Path))
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), help="Folder of the results, not the job's.")
@click.option("--resume", is_flag=True, help="Continue an interrupted run of the same job.")
@click.option("--threads", type=click.IntRange(1, 1024), help="Processor threads of the network (default: all cores).")
@click.option("--sheet/--no-sheet", default=True, show_default=True, help="Write sheet.png: everything on one picture.")
@click.option("--json", "as_json", is_flag=True, help="Print the result as JSON.")
@executor_options
@server_options
@click.pass_context
def run_command(
    ctx: click.Context,
    job_file: Path,
    out: Path | None,
    resume: bool,
    threads: int | None,
    sheet: bool,
    as_json: bool,
    server: str | None,
    token_file: Path | None,
    choice: ExecutorChoice,
) -> None:
    """Do the job in the file JOB: fill gaps and draw modalities, window by window.

    Ctrl-C stops it cleanly: finished windows are kept, and the same command with --resume goes on from there. With
    --server it stops the job there, too; --resume finds a running one again.
    """
    from ..core.job import Output, load_job

    job = load_job(job_file)
    if out is not None:
        job = dataclasses.replace(job, output=Output(str(out.absolute())))
    with cancellable(TerminalFeedback(verbose=ctx.find_root().params["debug"])) as feedback:
        from ..core.engine.run import run_job
        from ..core.engine.sheet import write_sheet
        from ..core.executors import factory

        try:
            if server is None:
                with factory.make_executor(choice.kind, choice.workers, choice.address) as executor:
                    result = run_job(job, feedback, resume=resume, threads=threads, executor=executor)
            else:
                result = run_on_server(job, server, token_file, feedback, resume)
        except JobCancelled as cancelled:
            if server is None:
                cancelled.hint = f"Continue with: {resume_command(job_file, out, threads, choice)}"
            raise
        picture = write_sheet(job, result, Path(result.folder) / SHEET) if sheet else None
    if as_json:
        click.echo(json.dumps({**result.to_dict(), "sheet": None if picture is None else str(picture)}, indent=1))
    else:
        click.echo(summary(result, picture))


def resume_command(job_file: Path, out: Path | None, threads: int | None, choice: ExecutorChoice | None = None) -> str:
    """The command line that continues the run, quoted for a shell."""
    words = ["scenefill", "run", str(job_file), "--resume"]
    if out is not None:
        words += ["--out", str(out)]
    if threads is not None:
        words += ["--threads", str(threads)]
    if choice is not None:
        words += choice.words()
    return shlex.join(words)


def summary(result: Result, picture: Path | None) -> str:
    """The files of a result, a line each."""
    rows = [(o.kind, ", ".join(o.modalities), o.path) for o in result.outputs]
    kind_width = max((len(kind) for kind, _, _ in rows), default=0)
    name_width = max((len(name) for _, name, _ in rows), default=0)
    lines = [f"{kind:<{kind_width}}  {name:<{name_width}}  {path}" for kind, name, path in rows]
    total = result.stats.get("seconds", {}).get("total")
    took = "" if total is None else f" in {duration(total)}"
    lines = [f"Done{took}: {result.folder}", *lines, f"facts: {result.sidecar}"]
    return "\n".join(lines if picture is None else [*lines, f"sheet: {picture}"])
