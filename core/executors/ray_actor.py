"""The Ray actor around a :class:`.worker.WindowWorker`.

Ray sends this class by value, because its workers need not have SceneFill installed: the folder that the sender runs
from is registered first, where it is seen. So nothing here may refer to another module of the package but by name.
"""

from __future__ import annotations

import importlib
import importlib.util
import os
import sys
from pathlib import Path
from typing import Any


class WindowActor:
    """One worker in a process of its own. Speaks in plain values: texts, numbers, lists and dicts of them.

    Args:
        name: its own.
    """

    def __init__(self, name: str) -> None:
        self._name = name
        self._worker: Any = None

    def hello(self) -> int:
        """The process' id, as soon as there is one."""
        return os.getpid()

    def start(self, root: str, handover: str, environment: dict[str, str]) -> dict[str, Any] | None:
        """Load the model and open the inputs; the error when that cannot be.

        Args:
            root: folder of the package at the sender's.
            handover: path of the job's.
            environment: variables that libraries read when they are loaded.
        """
        os.environ.update(environment)
        try:
            bootstrap = Path(root) / "core" / "worker" / "bootstrap.py"
            if "scenefill" not in sys.modules and bootstrap.is_file():
                spec = importlib.util.spec_from_file_location("scenefill_bootstrap", str(bootstrap))
                if spec is not None and spec.loader is not None:
                    module = importlib.util.module_from_spec(spec)
                    spec.loader.exec_module(module)
                    module.register()
            worker = importlib.import_module("scenefill.core.executors.worker")
            self._worker = worker.WindowWorker(Path(handover), self._name)
        except Exception as error:  # noqa: BLE001 -- an error of any kind is an answer
            return self._failure(error)
        return None

    def work(self, windows: list[list[int]], finish: bool) -> dict[str, Any]:
        """See :meth:`.worker.WindowWorker.work`; a window is ``[row, col, height, width]``."""
        grid = importlib.import_module("scenefill.core.grid")
        report: dict[str, Any] = self._worker.work([grid.Window(*window) for window in windows], finish).to_dict()
        return report

    @staticmethod
    def _failure(error: Exception) -> dict[str, Any]:
        try:
            described: dict[str, Any] = importlib.import_module("scenefill.core.worker.serve").failure(error)
        except ImportError:
            message = f"A worker cannot load SceneFill: {error}."
            hint = "Every computer of the cluster needs SceneFill with the same libraries."
            return {"code": "cluster-mismatch", "message": message, "hint": hint, "details": {}}
        return described
