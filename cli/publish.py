"""``scenefill publish``: turn a training run into a model that jobs can name."""

from __future__ import annotations

from pathlib import Path

import click

from .terminal import TerminalFeedback


@click.command("publish")
@click.argument("run", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@click.option("--id", "model_id", help="Id of the model; the folder's name by default.")
@click.option("--title", default="SceneFill model", show_default=True)
@click.option("--version", default="1", show_default=True, help="Version of the weights.")
@click.option("--licence", default="CC-BY-SA-4.0", show_default=True, help="Licence of the weights.")
def publish_command(run: Path, folder: Path, model_id: str | None, title: str, version: str, licence: str) -> None:
    """Calibrate the spread of training RUN on its validation places and write the model to FOLDER.

    FOLDER is replaced. It holds safetensors in bfloat16, manifest.json with SHA-256 digests and model_card.md.
    """
    from ..training.publish import publish

    facts = {"id": model_id or folder.name, "title": title, "version": version, "licence": licence}
    publish(run, folder, facts, TerminalFeedback())
    click.echo(f"model: {folder}")
