"""``scenefill run --server``: the same job on someone else's computer."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any, Callable

import click

from ..core.errors import SceneFillError

if TYPE_CHECKING:
    from ..core.engine.result import Result
    from ..core.feedback import Feedback
    from ..core.job import Job

#: Where a token is looked for unless a file is named; never on the command line, which other users can see.
TOKEN_VARIABLE = "SCENEFILL_TOKEN"  # noqa: S105 -- the name of a variable
_LONGEST_TOKEN = 16_384


def server_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options ``--server`` and ``--token-file``."""
    for option in (
        click.option(
            "--token-file",
            type=click.Path(dir_okay=False, path_type=Path),
            help=f"File with the server's token (default: the variable {TOKEN_VARIABLE}).",
        ),
        click.option("--server", metavar="URL", help="Have the job done by a SceneFill server."),
    ):
        command = option(command)
    return command


def run_on_server(job: Job, server: str, token_file: Path | None, feedback: Feedback, resume: bool) -> Result:
    """Have a job done by a server.

    Raises:
        SceneFillError: see :func:`scenefill.core.remote.work.run_remote`.
    """
    from ..core.client import ServerClient
    from ..core.engine.clip import RasterioClipper
    from ..core.remote.requests_transport import RequestsTransport
    from ..core.remote.work import run_remote

    transport = RequestsTransport(read_token(token_file))
    try:
        client = ServerClient(server, transport)
        return run_remote(job, client, RasterioClipper(), feedback, resume=resume)
    finally:
        transport.close()


def read_token(token_file: Path | None) -> str | None:
    """The token of a file or of the environment; None where there is none.

    Raises:
        SceneFillError: ``missing-file`` and ``bad-value``, neither with the token in it.
    """
    if token_file is None:
        text, place = os.environ.get(TOKEN_VARIABLE, ""), TOKEN_VARIABLE
        if not text.strip():
            return None
    else:
        place = f"'{token_file}'"
        try:
            with token_file.open(encoding="utf-8") as stream:
                text = stream.read(_LONGEST_TOKEN)
        except (OSError, UnicodeDecodeError) as error:
            raise SceneFillError(
                "missing-file", f"The token cannot be read from {place}.", "Check the path and its permissions."
            ) from error
    token = text.strip()
    if not token or len(token) >= _LONGEST_TOKEN or not token.isascii() or any(c.isspace() for c in token):
        raise SceneFillError("bad-value", f"There is no token in {place}.", "It is one word, as it was handed out.")
    return token
