"""``scenefill evaluate``: how good a model is where the truth is known."""

from __future__ import annotations

from pathlib import Path

import click

from .terminal import TerminalFeedback, cancellable

NO_MODEL = "none"


@click.command("evaluate")
@click.option(
    "--data", required=True, type=click.Path(exists=True, file_okay=False, path_type=Path), help="Folder of chips."
)
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), default=Path("evaluation"), show_default=True)
@click.option(
    "--model", default="scenefill-demo", show_default=True, help=f"Id or folder; '{NO_MODEL}' judges baselines alone."
)
@click.option("--split", default="demo", show_default=True, help="Which split of the folder's manifest is judged.")
@click.option("--quick", is_flag=True, help="One small crop: does everything work? Not a result.")
@click.option("--simulated", is_flag=True, help="Judge a simulated scene, too.")
@click.option("--joint", is_flag=True, help="Measure how consistent jointly drawn modalities are, too.")
@click.pass_context
def evaluate_command(
    ctx: click.Context, data: Path, out: Path, model: str, split: str, quick: bool, simulated: bool, joint: bool
) -> None:
    """Hide known pixels, draw them, and compare with the truth and with cheap baselines; JSON and Markdown out."""
    with cancellable(TerminalFeedback(verbose=ctx.find_root().params["debug"])) as feedback:
        from ..training.evaluate import evaluate

        report = evaluate(
            data,
            out,
            model=None if model == NO_MODEL else model,
            quick=quick,
            feedback=feedback,
            split=split,
            simulated=simulated,
            joint=joint,
        )
    click.echo(f"report: {Path(report.folder) / 'evaluation.md'}")
