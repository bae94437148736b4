"""``scenefill models``: the models that are installed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from ..core.errors import SceneFillError

if TYPE_CHECKING:
    from pathlib import Path

    from ..core.model.store import Manifest


@click.command("models")
@click.option("--verify", is_flag=True, help="Compare the weights with their checksums.")
def models_command(verify: bool) -> None:
    """List the installed models: modalities, pixel sizes, size, licence."""
    from ..core.model.store import installed_models, model_folder, read_manifest, verify_files

    names = installed_models()
    if not names:
        raise SceneFillError("unknown-model", "No model is installed.", "Train one: scenefill train CONFIG.")
    for name in names:
        folder = model_folder(name)
        manifest = read_manifest(folder)
        click.echo(describe(manifest, folder))
        if verify:
            verify_files(folder, manifest)
            click.echo("  verified    every checksum agrees")


def describe(manifest: Manifest, folder: Path) -> str:
    """What a user chooses a model by, in a few lines."""
    smallest, largest = manifest.pixel_sizes
    size = sum((folder / name).stat().st_size for name in manifest.files if (folder / name).is_file())
    return "\n".join(
        [
            f"{manifest.id} {manifest.version}: {manifest.title}",
            f"  modalities  {', '.join(manifest.modalities)}",
            f"  pixel sizes {smallest:g} to {largest:g} m",
            f"  weights     {size / 1e6:.1f} MB, {manifest.size}, SHA-256 {manifest.weights_sha256[:16]}",
            f"  licence     {manifest.licence}",
            f"  folder      {folder}",
        ]
    )
