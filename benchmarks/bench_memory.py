"""Peak resident memory of a 4096² job against that of a 1024² job, each in a process of its own. Bar: 1.15."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from .places import job_data, write_place

BAR = 1.15
SIZES = (1024, 4096)

_CHILD = """
import json, resource, sys
from pathlib import Path
from scenefill.core.engine.run import run_job
from scenefill.core.job import load_job

run_job(load_job(sys.argv[1]))
# Peak of this program alone: what getrusage says includes the parent's peak from before exec.
status = Path("/proc/self/status")
if status.exists():
    peak = next(int(line.split()[1]) for line in status.read_text().splitlines() if line.startswith("VmHWM"))
else:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // (1024 if sys.platform == "darwin" else 1)
sys.stdout.write(json.dumps({"kib": peak}))
"""


def peak_bytes(size: int, model: str, folder: Path) -> int:
    """Peak resident memory of one job on a place of ``size`` pixels square."""
    paths = write_place(folder, size)
    sampling = {"mode": "estimate", "steps": 1, "samples": 1, "seed": 1}
    job = folder / "job.json"
    job.write_text(json.dumps(job_data(paths, model, folder / "out", sampling)), encoding="utf-8")
    command = [sys.executable, "-c", _CHILD, str(job)]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, cwd=folder)
    return int(json.loads(done.stdout)["kib"]) * 1024


def measure(model: str | None = None, sizes: tuple[int, int] = SIZES) -> float:
    """The ratio of the peaks; ``model`` None for an untrained toy, whose own memory hides the least."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        if model is None:
            from ..core.model.export import write_untrained

            write_untrained(folder / "toy", "toy")
            model = str(folder / "toy")
        peaks = []
        for size in sizes:
            place = folder / str(size)
            place.mkdir()
            peaks.append(peak_bytes(size, model, place))
            click.echo(f"{size:>5}²: {peaks[-1] / 2**20:7.0f} MiB peak")
    return peaks[1] / peaks[0]


@click.command(help=__doc__)
@click.option("--model", default=None, help="Model id or folder; default an untrained toy.")
@click.option("--sizes", nargs=2, type=int, default=SIZES, show_default=True)
def main(model: str | None, sizes: tuple[int, int]) -> None:
    ratio = measure(model, sizes)
    click.echo(f"peak memory ratio: {ratio:.3f} (bar {BAR})")
    sys.exit(ratio > BAR)


if __name__ == "__main__":
    main()
