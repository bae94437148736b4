"""What a process elsewhere needs to draw windows of a running job, as files in the job's folder.

The overview lies there already; what was learnt from the scene is written beside it; the rest is one JSON file. Nothing
is computed twice, and nothing but paths and window positions has to be sent.
"""

from __future__ import annotations

import json
import os
import uuid
from dataclasses import dataclass
from pathlib import Path

from ... import __version__
from ..errors import SceneFillError
from ..grid import Grid
from ..job import Job, job_from_dict, job_to_dict
from .base import WindowsTask


@dataclass(frozen=True)
class Handover:
    """One run of one job, as its workers see it.

    Attributes:
        run: a name of its own.
        folder: where windows are written and the overview lies.
        job: the request.
        grid: of the job.
        weights: SHA-256 of the model's.
        dtype: number format of the network, by torch's name.
        batch: windows per batch: the shape of a batch can show in the last bit of a result.
        threads: of the network on a CPU, for the same reason.
        adapted: products of which something was learnt.
    """

    run: str
    folder: Path
    job: Job
    grid: Grid
    weights: str
    dtype: str
    batch: int
    threads: int
    adapted: tuple[int, ...]

    @property
    def path(self) -> Path:
        return self.folder / f"tmp-handover-{self.run}.json"

    @property
    def stop_flag(self) -> Path:
        """The workers stop at the next denoising step when this file exists."""
        return self.folder / f"tmp-stop-{self.run}"

    def stop(self) -> None:
        self.stop_flag.touch()

    @classmethod
    def write(cls, task: WindowsTask) -> Handover:
        """Put everything into the job's folder."""
        import torch

        task.overview.flush()
        folder, model = task.journal.windows, task.model
        adapted = task.adapting.save(folder) if task.adapting is not None else []
        threads = torch.get_num_threads()
        handover = cls(
            uuid.uuid4().hex[:12],
            folder.absolute(),
            task.job,
            task.grid,
            model.weights_sha256,
            model.dtype_name,
            model.batch_size,
            threads,
            tuple(adapted),
        )
        data = {
            "version": __version__,
            "run": handover.run,
            "job": job_to_dict(task.job),
            "grid": task.grid.to_dict(),
            "weights": handover.weights,
            "dtype": handover.dtype,
            "batch": handover.batch,
            "threads": threads,
            "adapted": adapted,
        }
        aside = handover.path.with_suffix(".part")
        with aside.open("w", encoding="utf-8") as stream:
            json.dump(data, stream)
            stream.flush()
            os.fsync(stream.fileno())
        aside.replace(handover.path)
        return handover

    @classmethod
    def read(cls, path: Path) -> Handover:
        """The handover in a file.

        Raises:
            SceneFillError: ``cluster-mismatch`` when the file is not there, or was written by another version.
        """
        try:
            data = json.loads(path.read_text(encoding="utf-8"))
        except OSError as error:
            raise SceneFillError(
                "cluster-mismatch",
                f"A worker cannot read '{path}': {error.strerror}.",
                "Every computer of the cluster has to see the job's folder and its inputs under the same paths.",
            ) from error
        if data["version"] != __version__:
            raise SceneFillError(
                "cluster-mismatch",
                f"A worker has SceneFill {__version__}, and the job was started by {data['version']}.",
                "Install the same version on every computer of the cluster.",
            )
        return cls(
            data["run"],
            path.parent,
            job_from_dict(data["job"], path.parent),
            Grid.from_dict(data["grid"]),
            data["weights"],
            data["dtype"],
            data["batch"],
            data["threads"],
            tuple(data["adapted"]),
        )
