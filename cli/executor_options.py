"""``scenefill run --executor``: where the windows of a job are drawn."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import Any, Callable

import click

from ..core.worker.protocol import EXECUTORS, MOST_WORKERS


@dataclass(frozen=True)
class ExecutorChoice:
    """What :func:`scenefill.core.executors.factory.make_executor` takes."""

    kind: str = "in-process"
    workers: int | None = None
    address: str | None = None

    def words(self) -> list[str]:
        """The options that say it; none for the default."""
        words = [] if self.kind == "in-process" else ["--executor", self.kind]
        if self.workers is not None:
            words += ["--ray-workers", str(self.workers)]
        if self.address is not None:
            words += ["--ray-address", self.address]
        return words


def executor_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options ``--executor``, ``--ray-workers`` and ``--ray-address``, which the command gets as one ``choice``."""

    @functools.wraps(command)
    def with_choice(
        *arguments: Any, executor: str, ray_workers: int | None, ray_address: str | None, **others: Any
    ) -> Any:
        if executor != "ray" and (ray_workers is not None or ray_address is not None):
            raise click.UsageError("--ray-workers and --ray-address go with --executor ray.")
        if executor == "ray" and others.get("server") is not None:
            raise click.UsageError("--executor is for this computer, and --server for another one: leave out either.")
        return command(*arguments, choice=ExecutorChoice(executor, ray_workers, ray_address), **others)

    for option in (
        click.option(
            "--ray-address",
            metavar="A",
            help="With ray: host:port of a running cluster that sees this computer's files under the same paths, or "
            "auto for the one that this computer is part of (default: one is started here).",
        ),
        click.option(
            "--ray-workers",
            type=click.IntRange(1, MOST_WORKERS),
            help="With ray: workers, each with its own model (default: one per GPU or, without any, per computer).",
        ),
        click.option(
            "--executor",
            type=click.Choice(EXECUTORS),
            default="in-process",
            show_default=True,
            help="Where windows are drawn: in this process, or by Ray on several GPUs or computers.",
        ),
    ):
        with_choice = option(with_choice)
    return with_choice
