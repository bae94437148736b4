"""The runner that the settings ask for."""

from __future__ import annotations

from ...core.errors import SceneFillError
from ..environment.locate import engine_python
from ..settings import Settings
from .base import Runner
from .local import LocalRunner


def make_runner(settings: Settings, where: str = "", url: str = "") -> Runner:
    """A runner; nothing is started yet, so it does not block.

    Args:
        settings: of the user.
        where: ``local`` or ``server``; empty for what the settings ask for.
        url: of a server other than the chosen one.

    Raises:
        SceneFillError: ``no-environment`` or ``wrong-python`` when there is no engine on this computer, ``no-server``
            when a server is to do the work and there is none.
    """
    if (where or settings.engine) != "server":
        idle_seconds = 60.0 * max(1, settings.idle_minutes)
        return LocalRunner(engine_python(settings), threads=settings.threads, idle_seconds=idle_seconds)
    from .remote import RemoteRunner

    server = settings.server_at(url or settings.server_url)
    if server is None:
        raise SceneFillError(
            "no-server",
            f"The run is on {url}, which is not among the servers in SceneFill's options.",
            "Enter that server in the options.",
            {"url": url},
        )
    if not server.url:
        raise SceneFillError(
            "no-server",
            "A server is to do the work, and none is named.",
            "Name it in SceneFill's options, or let the engine run on this computer.",
        )
    return RemoteRunner(server)
