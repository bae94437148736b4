"""The processes that the server offers: what they take, what they give, and how both are described to clients."""

from __future__ import annotations

from ...core.errors import SceneFillError
from . import echo, generate
from .describing import Process

PROCESSES: dict[str, Process] = {process.id: process for process in (echo.PROCESS, generate.PROCESS)}


def process_of(process_id: str) -> Process:
    """The process with an id.

    Raises:
        SceneFillError: ``no-such-process``.
    """
    process = PROCESSES.get(process_id)
    if process is None:
        raise SceneFillError(
            "no-such-process",
            f"There is no process '{process_id:.64}'.",
            f"There are: {', '.join(PROCESSES)}.",
        )
    return process
