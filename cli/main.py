"""The ``scenefill`` command. Each command is a small module; what is heavy is imported when a command runs."""

from __future__ import annotations

import logging

import click

from .. import __version__
from .cloud_mask import clouds_command
from .clouds import cloud_scores_command
from .evaluate import evaluate_command
from .features import features_command
from .group import Commands
from .landcover import landcover_command
from .models import models_command
from .plan import plan_command
from .publish import publish_command
from .run import run_command
from .schema import schema_command
from .serve import serve_command
from .simulate import simulate_command
from .token import token_command
from .train import train_command


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="scenefill")
@click.option("--debug", is_flag=True, help="Show debug messages, and tracebacks of errors.")
def main(debug: bool) -> None:
    """Fill modality gaps in Earth observation: infer one scene from what was observed, draw what is missing.

    What SceneFill draws is synthetic, not a measurement. Exit status: 0 done, 1 internal error, 2 wrong usage or job,
    3 unusable input data, 4 cancelled, 5 out of disk or memory, 6 unusable model, 7 a server
    that does not do the job now.
    """
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s: %(message)s")
    logging.getLogger("scenefill").setLevel(logging.DEBUG if debug else logging.WARNING)


for command in (
    run_command,
    plan_command,
    features_command,
    clouds_command,
    simulate_command,
    models_command,
    train_command,
    publish_command,
    evaluate_command,
    landcover_command,
    cloud_scores_command,
    schema_command,
    serve_command,
    token_command,
):
    main.add_command(command)
