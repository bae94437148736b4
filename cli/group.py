"""The command group: turns every error into one line, a hint and an exit status, never a traceback."""

from __future__ import annotations

import errno
import logging
from typing import IO, Any

import click

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
    """The error that the user is shown for ``error``, whatever its type."""
    if isinstance(error, SceneFillError):
        return error
    if isinstance(error, MemoryError):
        return SceneFillError("no-memory", "The memory of this machine is exhausted.", "Close other programs.")
    if isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT):
        return SceneFillError("disk-full", "The disk is full.", "Free some space, then run again with --resume.")
    if isinstance(error, OSError) and error.filename:
        problem = f"{error.filename}: {error.strerror}."
        return SceneFillError("file-system", problem, "Check the path and its permissions.")
    text = " ".join(str(error).split()) or "no message"
    return SceneFillError(
        "internal", f"{type(error).__name__}: {text}", "This is a defect; `scenefill --debug ...` shows where it is."
    )
