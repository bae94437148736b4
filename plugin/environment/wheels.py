"""Which build of PyTorch suits this computer, by its processor and the NVIDIA driver.

PyTorch 2.13, the pinned version, is built for three: ``cpu``, ``cu126`` (CUDA 12.6, for older graphics cards and
drivers) and ``cu130`` (CUDA 13.0).

========  =======================================================  ==============
build     driver                                                   compute capability
========  =======================================================  ==============
cu130     580 and later                                            7.5 and later
cu126     525.60 (Linux), 527.41 (Windows) and later               5.0 to 9.0
cpu       whatever is left                                         –
========  =======================================================  ==============
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Optional

from ...core.errors import SceneFillError
from ...core.feedback import Feedback
from ..i18n import tr
from .process import run_child
from .recipe import release_of

#: PyTorch's own index has a folder for each build. The default index has the CPU's for Windows and macOS only.
_INDEX = "https://download.pytorch.org/whl/"
_QUERY = ["--query-gpu=name,driver_version,compute_cap,memory.total", "--format=csv,noheader,nounits"]
_SECONDS = 10.0


@dataclass(frozen=True)
class Gpu:
    """An NVIDIA device, as its driver describes it. ``memory_mib`` of device memory."""

    name: str
    driver: tuple[int, ...]
    capability: tuple[int, ...]
    memory_mib: int


@dataclass(frozen=True)
class Build:
    """A build of PyTorch.

    Attributes:
        name: ``cpu``, ``cu126`` or ``cu130``.
        index: address of the package index that has it; empty where the default one does.
        reason: why, in words.
    """

    name: str
    index: str
    reason: str

    @property
    def kind(self) -> str:
        return "cpu" if self.name == "cpu" else "cuda"


def find_gpu(environ: Mapping[str, str], feedback: Feedback) -> Optional[Gpu]:
    """The NVIDIA device with the highest compute capability; None without device or driver. Blocks."""
    program = shutil.which("nvidia-smi", path=environ.get("PATH"))
    if program is None:
        return None
    try:
        ended = run_child([program, *_QUERY], environ=environ, feedback=feedback, seconds=_SECONDS)
    except SceneFillError as error:
        feedback.raise_if_cancelled()
        feedback.log("warning", f"The NVIDIA driver does not answer: {error}")
        return None
    return parse_gpus("\n".join(ended.lines)) if ended.returncode == 0 else None


def parse_gpus(text: str) -> Optional[Gpu]:
    """The best of the devices that ``nvidia-smi`` listed, a line each; None when it listed none."""
    gpus = []
    for line in text.splitlines():
        parts = [part.strip() for part in line.split(",")]
        if len(parts) == 4 and release_of(parts[1]):
            memory = int(parts[3]) if parts[3].isdigit() else 0
            gpus.append(Gpu(parts[0], release_of(parts[1]), release_of(parts[2]), memory))
    return max(gpus, key=lambda gpu: (gpu.capability, gpu.memory_mib), default=None)


def choose_build(gpu: Optional[Gpu], platform: str = sys.platform) -> Build:
    """The build for a device, or for none; ``platform`` as in :data:`sys.platform`."""
    if platform == "darwin":
        return Build("cpu", "", tr("the only build for macOS"))
    # For Windows the default index itself has the build for processors.
    cpu_index = "" if platform == "win32" else _INDEX + "cpu"
    if gpu is None:
        return Build("cpu", cpu_index, tr("no NVIDIA device"))
    driver = ".".join(str(part) for part in gpu.driver)
    if gpu.driver >= (580,) and gpu.capability >= (7, 5):
        return Build("cu130", _INDEX + "cu130", tr("{gpu}, driver {driver}").format(gpu=gpu.name, driver=driver))
    least = (527, 41) if platform == "win32" else (525, 60)
    if gpu.driver >= least and (5, 0) <= gpu.capability < (10, 0):
        return Build("cu126", _INDEX + "cu126", tr("{gpu}, driver {driver}").format(gpu=gpu.name, driver=driver))
    if gpu.capability >= (5, 0):
        reason = tr("the driver {driver} of {gpu} is too old").format(gpu=gpu.name, driver=driver)
    else:
        reason = tr("{gpu} is too old for PyTorch").format(gpu=gpu.name)
    return Build("cpu", cpu_index, reason)
