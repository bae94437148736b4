"""``scenefill plan``: what a job would do and cost."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .terminal import TerminalFeedback, cancellable, duration

if TYPE_CHECKING:
    from ..core.engine.plan import InputPlan, Plan


@click.command("plan")
@click.argument("job_file", metavar="JOB", type=click.Path(path_type=Path))
@click.option("--threads", type=click.IntRange(1, 1024), help="Processor threads of the network (default: all cores).")
@click.option("--json", "as_json", is_flag=True, help="Print the plan as JSON.")
@click.pass_context
def plan_command(ctx: click.Context, job_file: Path, threads: int | None, as_json: bool) -> None:
    """Say what the job in the file JOB would do: what covers what, grid, units, windows, time and memory."""
    from ..core.job import load_job

    job = load_job(job_file)
    with cancellable(TerminalFeedback(verbose=ctx.find_root().params["debug"])) as feedback:
        from ..core.engine.plan import plan_job

        plan = plan_job(job, feedback, threads=threads)
    click.echo(json.dumps(plan.to_dict(), indent=1) if as_json else report(plan))


def report(plan: Plan) -> str:
    """The plan in words."""
    grid, about = plan.grid, "" if plan.exact else "about "
    lines = [
        plan.title or "(no title)",
        f"grid     {grid['width']} x {grid['height']} pixels of {plan.pixel_size_m:.3g} m, {grid['crs']:.60}",
        f"drawn    {about}{plan.to_draw:.1%} of the area; {about}{plan.windows_to_draw} of {plan.windows} windows",
    ]
    for index, item in enumerate(plan.inputs):
        lines += _input_lines(index, item)
    lines += [
        f"outputs  {', '.join(plan.outputs)}",
        f"model    {plan.model} on {plan.device}",
        f"time     about {duration(plan.seconds)}",
        f"memory   about {_size(plan.memory_bytes)}",
        f"disk     up to {_size(plan.disk_bytes)}, {_size(plan.disk_needed_bytes)} while it runs",
        *(f"warning: {text}" for text in plan.warnings),
    ]
    return "\n".join(lines)


def _input_lines(index: int, item: InputPlan) -> list[str]:
    place = "on the grid" if item.on_grid else f"resampled from {item.native_pixel_size_m:.3g} m, {item.crs:.40}"
    lines = [f"input {index}  {Path(item.path).name} ({item.date or 'no date'}): {place}; gaps {item.gap:.1%}"]
    for modality, share in item.coverage.items():
        guess = item.units[modality]
        unit = f"number x {guess['scale']:g} {guess['offset']:+g} is {guess['unit']}. {guess['reason']}"
        lines.append(f"         {modality} covers {share:.1%}; {unit}")
    if item.carried:
        lines.append(f"         carried along: {', '.join(item.carried)}")
    return lines


def _size(count: int) -> str:
    return f"{count / 1e9:.1f} GB" if count >= 1e9 else f"{count / 1e6:.0f} MB"
