"""``scenefill schema``: the JSON Schema of a job."""

from __future__ import annotations

import json

import click


@click.command("schema")
def schema_command() -> None:
    """Print the JSON Schema of a job file."""
    from ..core.job_schema import job_schema

    click.echo(json.dumps(job_schema(), indent=1))
