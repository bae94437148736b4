"""What the engine would run on: asked of the libraries that will do it, in the process that will do it."""

from __future__ import annotations

import os
import platform
import sys
from pathlib import Path

from ... import __version__
from .protocol import DeviceReport

#: Pixels along one axis of the windows that the batch is chosen for; the device itself does not depend on it.
_WINDOW = 128


def probe_device() -> DeviceReport:
    """Device, memory, cores and versions of this process."""
    import torch

    from ..engine.sidecar import library_versions
    from ..model.device import choose_device

    chosen = choose_device(_WINDOW)
    kind = chosen.device.type
    return DeviceReport(
        device=kind,
        reason=chosen.reason,
        dtype=str(chosen.dtype).replace("torch.", ""),
        memory_bytes=torch.cuda.get_device_properties(0).total_memory if kind == "cuda" else main_memory(),
        cores=usable_cores(),
        python=f"{platform.python_version()} {sys.executable}",
        versions={"scenefill": __version__, **library_versions()},
    )


def main_memory() -> int:
    """Bytes of main memory that this process may use: of the machine, or of its control group where that has less."""
    import psutil

    return min([int(psutil.virtual_memory().total), *_group_limits()])


def usable_cores() -> int:
    """Cores that this process may use, which a container or a batch system may limit."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _group_limits() -> list[int]:
    """Limits that Linux' control groups (version 2, version 1) set on memory; none elsewhere."""
    limits = []
    for path in ("/sys/fs/cgroup/memory.max", "/sys/fs/cgroup/memory/memory.limit_in_bytes"):
        try:
            text = Path(path).read_text(encoding="ascii").strip()
        except OSError:
            continue
        if text.isdigit():
            limits.append(int(text))
    return limits
