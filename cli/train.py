"""``scenefill train``: train a SceneGen model."""

from __future__ import annotations

import shlex
from pathlib import Path

import click

from ..core.errors import JobCancelled
from .terminal import TerminalFeedback, cancellable


@click.command("train")
@click.argument("config", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--resume", is_flag=True, help="Continue from the last checkpoint.")
@click.pass_context
def train_command(ctx: click.Context, config: Path, resume: bool) -> None:
    """Train a model as the TOML file CONFIG says (see training/configs/ for examples).

    Ctrl-C stops at the next step and keeps the checkpoint. On several GPUs:
    `accelerate launch .venv/bin/scenefill train CONFIG`.
    """
    with cancellable(TerminalFeedback(verbose=ctx.find_root().params["debug"])) as feedback:
        from ..training.train import main

        folder = main(config, resume=resume, feedback=feedback)
        stopped = feedback.is_cancelled()
    click.echo(f"model: {folder}")
    if stopped:
        cancelled = JobCancelled("Training was stopped; the last checkpoint is kept.")
        cancelled.hint = f"Continue with: {shlex.join(['scenefill', 'train', str(config), '--resume'])}"
        raise cancelled
