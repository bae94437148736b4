"""``scenefill cloud-scores``: how well clouds are found."""

from __future__ import annotations

from pathlib import Path

import click

from .terminal import TerminalFeedback, cancellable


@click.command("cloud-scores")
@click.option(
    "--data", required=True, type=click.Path(exists=True, file_okay=False, path_type=Path), help="Folder of chips."
)
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), default=Path("evaluation"), show_default=True)
@click.pass_context
def cloud_scores_command(ctx: click.Context, data: Path, out: Path) -> None:
    """Measure the cloud detector where clouds are known, and on clear dates; Markdown out."""
    with cancellable(TerminalFeedback(verbose=ctx.find_root().params["debug"])) as feedback:
        from ..training.cloud_scores import measure

        path = measure(data, out, feedback)
    click.echo(f"report: {path}")
