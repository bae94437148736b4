"""The command group: turns every error into one line, a hint and an exit status, never a traceback."""

from __future__ import annotations

import logging
from typing import IO, Any

import click

from ..core import failures
from ..core.errors import JobCancelled, SceneFillError
from .exit_codes import exit_status

logger = logging.getLogger("scenefill")


class Failure(click.ClickException):
    """A :class:`SceneFillError` on its way to the terminal."""

    def __init__(self, error: SceneFillError) -> None:
        super().__init__(error.message)
        self.error = error
        self.exit_code = int(exit_status(error.code))

    def show(self, file: IO[Any] | None = None) -> None:
        lines = [f"error[{self.error.code}]: {self.error.message}"]
        if self.error.hint:
            lines.append(f"  hint: {self.error.hint}")
        click.echo("\n".join(lines), file=file, err=file is None)


class Commands(click.Group):
    """Runs a command and translates what it raises; with ``--debug`` the traceback goes to the log as well."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except (click.ClickException, click.exceptions.Exit, click.Abort, BrokenPipeError):
            raise
        except KeyboardInterrupt as error:
            raise Failure(JobCancelled("The command was interrupted before its work began.")) from error
        except Exception as error:
            logger.debug("%s", type(error).__name__, exc_info=True)
            raise Failure(describe(error)) from error


def describe(error: Exception) -> SceneFillError:
    """The error that the user is shown for ``error``, whatever its type; a defect's hint names the way to see it."""
    described = failures.describe(error)
    if described.code == "internal" and described is not error:
        described.hint = "This is a defect; `scenefill --debug ...` shows where it is."
    return described
