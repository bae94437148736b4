"""When the preview exists, as a share of the whole run (the model loaded in both). Bar: 0.1."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from typing import Any

import click

from .bench_overhead import SIZE, timed_run

BAR = 0.1


def preview_share(seconds: Mapping[str, Any]) -> float:
    """The share, from the seconds of a run."""
    return (seconds["preview_at"] - seconds["load"]) / (seconds["total"] - seconds["load"])


@click.command(help=__doc__)
@click.option("--model", default=None, help="Model id or folder; default an untrained one of the demo's size.")
@click.option("--size", default=SIZE, show_default=True, help="Pixels along one axis.")
def main(model: str | None, size: int) -> None:
    seconds = timed_run(model, size)
    share = preview_share(seconds)
    click.echo(f"preview after {seconds['preview_at']:.2f} s of {seconds['total']:.2f} s: {share:.3f} (bar {BAR})")
    sys.exit(share > BAR)


if __name__ == "__main__":
    main()
