"""A whole job in a process of its own: its seconds by stage and its peak memory."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from .places import job_data, write_place

#: The default sampling, without learning from the scene.
SAMPLING: Mapping[str, Any] = {"mode": "estimate", "steps": 4, "samples": 4, "seed": 1, "adapt": {"steps": 0}}

_CHILD = """
import json, resource, sys
from pathlib import Path
from scenefill.core.engine.run import run_job
from scenefill.core.executors.factory import make_executor
from scenefill.core.job import load_job

how = json.loads(sys.argv[3])
with make_executor(how["executor"], how["workers"]) as executor:
    seconds = run_job(load_job(sys.argv[1]), threads=how["threads"], executor=executor).stats["seconds"]
# Peak of this program alone: what getrusage says includes the parent's peak from before exec.
status = Path("/proc/self/status")
if status.exists():
    peak = next(int(line.split()[1]) for line in status.read_text().splitlines() if line.startswith("VmHWM"))
else:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // (1024 if sys.platform == "darwin" else 1)
Path(sys.argv[2]).write_text(json.dumps({"seconds": seconds, "kib": peak}))
"""


@dataclass(frozen=True)
class JobRun:
    """What one job took.

    Attributes:
        seconds: by stage, as in the result's ``stats``.
        peak_bytes: resident memory of its process at most.
    """

    seconds: Mapping[str, float]
    peak_bytes: int

    @property
    def working_seconds(self) -> float:
        """Without loading the model: a worker stays warm between jobs."""
        return self.seconds["total"] - self.seconds["load"]


def untrained(folder: Path, size: str) -> str:
    """The folder of an untrained model below ``folder``: time and memory do not depend on the weights."""
    from ..core.model.export import write_untrained

    model = folder / size
    if not model.exists():
        write_untrained(model, size)
    return str(model)


def run_main_job(
    folder: Path,
    size: int,
    model: str,
    sampling: Mapping[str, Any],
    executor: str = "in-process",
    workers: int | None = None,
    threads: int | None = None,
) -> JobRun:
    """The main job from nothing on a place of ``size`` pixels square, whose files are kept in ``folder``.

    Args:
        executor, workers: as :func:`scenefill.core.executors.factory.make_executor` takes them.
        threads: of the network.
    """
    place = folder / f"place-{size}"
    if not place.exists():
        place.mkdir()
        write_place(place, size)
    paths = {name: place / f"{name}.tif" for name in ("s2", "s1", "clouds")}
    job, took = place / "job.json", place / "took.json"
    with TemporaryDirectory(dir=folder) as scratch:
        data = job_data(paths, model, Path(scratch) / "out", dict(sampling))
        job.write_text(json.dumps(data), encoding="utf-8")
        # Nothing that an earlier run remembered may make this one shorter.
        environment = {**os.environ, "SCENEFILL_CACHE": str(Path(scratch) / "cache")}
        how = json.dumps({"executor": executor, "workers": workers, "threads": threads})
        command = [sys.executable, "-c", _CHILD, str(job), str(took), how]
        subprocess.run(command, check=True, cwd=folder, env=environment)
    found = json.loads(took.read_text(encoding="utf-8"))
    return JobRun(found["seconds"], int(found["kib"]) * 1024)
