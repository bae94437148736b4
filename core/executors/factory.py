"""From what a user asked for to an executor."""

from __future__ import annotations

import importlib.util

from ..errors import SceneFillError
from ..worker.protocol import EXECUTORS
from .base import Executor
from .in_process import InProcessExecutor


def make_executor(kind: str = "in-process", workers: int | None = None, address: str | None = None) -> Executor:
    """The executor of a kind; as a context it ends what it started.

    Args:
        kind: ``in-process``; or ``ray``, by actors.
        workers: of ``ray``: actors, None for one per GPU or, without any, one per computer.
        address: of ``ray``: of a running cluster that shares its files with this computer; None starts one here.

    Raises:
        SceneFillError: ``bad-value``, ``no-ray``.
    """
    if kind == "ray":
        if importlib.util.find_spec("ray") is None:
            raise SceneFillError(
                "no-ray",
                "Ray is not installed.",
                "Install it with: pip install 'scenefill[cluster]'; or leave out the executor.",
            )
        from .ray_executor import RayExecutor

        return RayExecutor(workers, address)
    if kind not in EXECUTORS:
        raise SceneFillError("bad-value", f"There is no executor '{kind}'.", f"Use one of: {', '.join(EXECUTORS)}.")
    if workers is not None or address is not None:
        raise SceneFillError(
            "bad-value", "Workers and an address go with the executor 'ray' only.", "Choose it, or leave them out."
        )
    return InProcessExecutor()
