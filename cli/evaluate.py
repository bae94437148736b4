"""``scenefill evaluate``: how good a model is where the truth is known."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from .terminal import TerminalFeedback, cancellable

NO_MODEL = "none"
_FOLDER = click.Path(file_okay=False, path_type=Path)
_EXISTING = click.Path(exists=True, file_okay=False, path_type=Path)


@click.command("evaluate")
@click.option("--data", required=True, type=_EXISTING, help="Folder of chips.")
@click.option("--out", type=_FOLDER, default=Path("evaluation"), show_default=True)
@click.option(
    "--model", default="scenefill-demo", show_default=True, help=f"Id or folder; '{NO_MODEL}' judges baselines alone."
)
@click.option("--split", default="demo", show_default=True, help="Which split of the folder's manifest is judged.")
@click.option("--places", default="", metavar="A,B", help="Judge these places instead, of any split.")
@click.option("--tasks", default="", metavar="A,B", help="Only these tasks, such as fill-sar-date,fill-alone.")
@click.option("--quick", is_flag=True, help="One small crop: does everything work? Not a result.")
@click.option("--simulated", is_flag=True, help="Judge a simulated scene, too.")
@click.option("--joint", is_flag=True, help="Measure how consistent jointly drawn modalities are, too.")
@click.option("--dip", is_flag=True, help="Fit a deep image prior to the fills of small scenes, too; slow.")
@click.option("--pairwise", type=_EXISTING, help="Folder of a pairwise translation network, for comparison.")
@click.option(
    "--realisations", type=click.IntRange(0, 64), default=0, show_default=True, help="Draw so many, and compare them."
)
@click.pass_context
def evaluate_command(
    ctx: click.Context, data: Path, out: Path, model: str, places: str, tasks: str, pairwise: Path | None, **given: Any
) -> None:
    """Hide known pixels, draw them, and compare with the truth and with cheap baselines; JSON and Markdown out."""
    with cancellable(TerminalFeedback(verbose=ctx.find_root().params["debug"])) as feedback:
        from ..training.evaluate import Wanted, evaluate

        wanted = Wanted(
            model=None if model == NO_MODEL else model,
            places=_names(places),
            tasks=_names(tasks),
            prior=given.pop("dip"),
            translators=_translators(pairwise),
            **given,
        )
        report = evaluate(data, out, wanted, feedback)
    click.echo(f"report: {report.markdown_path}")


def _names(text: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in text.split(",") if name.strip())


def _translators(pairwise: Path | None) -> dict[str, Any]:
    if pairwise is None:
        return {}
    from ..training.pairwise_net import load_pairwise

    return {"pairwise": load_pairwise(pairwise)}
