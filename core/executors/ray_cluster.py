"""A Ray cluster of our own on this computer, or a running one that is joined.

Ray runs whatever it is sent. One of our own listens on the loopback address alone, asks for a token that only its own
processes know, has no dashboard, reports to nobody, and ends with the process that started it, however that ends.
"""

from __future__ import annotations

import importlib
import logging
import os
import secrets
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from ..errors import SceneFillError

logger = logging.getLogger("scenefill")

LOOPBACK = "127.0.0.1"
#: For receipts, which need next to nothing; Ray wants no less.
_OBJECT_STORE_BYTES = 80 * 2**20
#: Longest path of the folder for temporary files below which Ray's sockets still have names that the system takes.
_LONGEST_FOLDER = 20
_END_SECONDS = 20.0
#: Ray replaces the loopback address by one that other computers reach, unless it is told that there are none.
_ONE_COMPUTER = "RAY_ENABLE_WINDOWS_OR_OSX_CLUSTER"
#: For every process of a cluster of our own.
_ENVIRONMENT = {
    "RAY_AUTH_MODE": "token",
    "RAY_USAGE_STATS_ENABLED": "0",
    _ONE_COMPUTER: "0",
    # They are the work: nothing else of ours is to come before them.
    "RAY_worker_niceness": "0",
    # Workers are not killed because other programs have filled the memory: the system sees to that.
    "RAY_memory_monitor_refresh_ms": "0",
}


class RayCluster:
    """The one cluster that a process can be connected to.

    Args:
        workers: processor slots of a cluster of our own.
        address: of a running cluster; None starts one.

    Attributes:
        gpus: of the whole cluster.
        node_cpus: processor cores of its largest computer.
        nodes: computers.

    Raises:
        SceneFillError: ``no-cluster``.
    """

    def __init__(self, workers: int, address: str | None) -> None:
        self.local = address is None
        self._folder: Path | None = None
        self._reaper: subprocess.Popen[bytes] | None = None
        try:
            if address is None:
                self._start(workers)
            else:
                self._join(address)
            import ray

            nodes = [node["Resources"] for node in ray.nodes() if node["Alive"]]
        except Exception as error:  # Ray raises what it likes
            self.close()
            raise _no_cluster(address, error) from error
        self.gpus = int(sum(node.get("GPU", 0.0) for node in nodes))
        self.node_cpus = int(max((node.get("CPU", 0.0) for node in nodes), default=1.0))
        self.nodes = len(nodes)

    def _start(self, workers: int) -> None:
        self._folder = _short_folder()
        script = Path(__file__).with_name("ray_reaper.py")
        # Of a group of its own: whoever kills ours must not kill it.
        self._reaper = subprocess.Popen(  # nosec B603 - this Python, and the script beside this one
            [sys.executable, "-I", str(script), str(self._folder), str(os.getpid())],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        with _variables({**_ENVIRONMENT, "RAY_AUTH_TOKEN": secrets.token_hex(32)}), _alone():
            _init(
                address="local",
                num_cpus=workers,
                include_dashboard=False,
                object_store_memory=_OBJECT_STORE_BYTES,
                _node_ip_address=LOOPBACK,
                _temp_dir=str(self._folder),
            )

    def _join(self, address: str) -> None:
        with _variables({"RAY_USAGE_STATS_ENABLED": "0"}):
            _init(address=address)

    def close(self) -> None:
        """Leave the cluster; one of our own is gone afterwards, files and all."""
        ray = sys.modules.get("ray")
        if ray is not None and ray.is_initialized():
            ray.shutdown()
        if self._reaper is not None and self._reaper.stdin is not None:
            self._reaper.stdin.close()
            try:
                self._reaper.wait(_END_SECONDS)
            except subprocess.TimeoutExpired:
                logger.warning("Parts of Ray are still running; see '%s'.", self._folder)
            self._reaper = None


def _init(**options: Any) -> None:
    """``ray.init``, which is kept from changing more of this process than it has to."""
    import ray

    _read_authentication()
    # Whatever else it is told, Ray prints what happens to its nodes to where results are printed.
    private: Any = importlib.import_module("ray._private.worker")
    private.print_to_stdstream = _log
    in_main = threading.current_thread() is threading.main_thread()
    handler = signal.getsignal(signal.SIGTERM) if in_main else None
    try:
        ray.init(log_to_driver=False, logging_level=logging.ERROR, **options)
    finally:
        if handler is not None:
            signal.signal(signal.SIGTERM, handler)


def _log(data: Mapping[str, Any], *_: Any, **__: Any) -> None:
    for line in data.get("lines", ()):
        logger.debug("Ray: %s", line)


def _read_authentication() -> None:
    """Ray reads once per process how it authenticates; another cluster may want another way."""
    raylet = importlib.import_module("ray._raylet")
    if hasattr(raylet, "AuthenticationTokenLoader"):
        raylet.Config.initialize("")
        raylet.AuthenticationTokenLoader.instance().reset_cache()


@contextmanager
def _alone() -> Iterator[None]:
    """What :data:`_ONE_COMPUTER` says, for this process, which may have loaded Ray before."""
    constants: Any = importlib.import_module("ray._private.ray_constants")
    before = constants.ENABLE_RAY_CLUSTER
    constants.ENABLE_RAY_CLUSTER = False
    try:
        yield
    finally:
        constants.ENABLE_RAY_CLUSTER = before


def _short_folder() -> Path:
    folder, short = tempfile.gettempdir(), Path(os.sep, "tmp")
    if len(folder) > _LONGEST_FOLDER and short.is_dir():
        folder = str(short)
    return Path(tempfile.mkdtemp(prefix="scenefill-ray-", dir=folder))


@contextmanager
def _variables(values: Mapping[str, str]) -> Iterator[None]:
    """Environment variables for as long as the block lasts; children started in it keep them."""
    before = {name: os.environ.get(name) for name in values}
    os.environ.update(values)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value


def _no_cluster(address: str | None, error: Exception) -> SceneFillError:
    if address is None:
        message, hint = "Ray cannot be started on this computer.", "Run the job without it."
    else:
        message = f"No Ray cluster can be joined at {address}."
        hint = "Run it on a computer of the cluster, with its token where it has one (RAY_AUTH_MODE, RAY_AUTH_TOKEN)."
    cause = " ".join(str(error).split())
    return SceneFillError("no-cluster", message, hint, {"cause": f"{type(error).__name__}: {cause}"[:2000]})
