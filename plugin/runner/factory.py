"""The runner that the settings ask for."""

from __future__ import annotations

from ...core.errors import SceneFillError
from ..environment.locate import engine_python
from ..settings import Settings
from .base import Runner
from .local import LocalRunner


def make_runner(settings: Settings) -> Runner:
    """A runner; nothing is started yet, so it does not block.

    Raises:
        SceneFillError: ``no-environment`` or ``wrong-python`` when there is no engine on this computer, ``no-server``
            or ``server-not-there`` when a server is to do the work.
    """
    if settings.engine == "server":
        raise _no_server(settings.server_url)
    idle_seconds = 60.0 * max(1, settings.idle_minutes)
    return LocalRunner(engine_python(settings), threads=settings.threads, idle_seconds=idle_seconds)


def _no_server(url: str) -> SceneFillError:
    if not url:
        return SceneFillError(
            "no-server",
            "A server is to do the work, and none is named.",
            "Name it in SceneFill's options, or let the engine run on this computer.",
        )
    return SceneFillError(
        "server-not-there",
        f"This version of SceneFill cannot use a server yet, and is asked to use {url}.",
        "Choose in SceneFill's options to let the engine run on this computer.",
    )
