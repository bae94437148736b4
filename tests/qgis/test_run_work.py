"""The work of a run whose files go somewhere else in the end, without any server."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from scenefill.core.engine.result import OutputFile, Result
from scenefill.core.errors import SceneFillError
from scenefill.core.feedback import Feedback
from scenefill.core.job import GridSpec, Input, Job, Output, Target
from scenefill.core.job_parts import GapSource
from scenefill.core.remote.state import RemoteState, StateFile
from scenefill.plugin.results.facts import read_job
from scenefill.plugin.run_work import RunWork, from_job


class Runner:
    """Leaves what a server's client leaves."""

    def run(self, job: Job, feedback: Feedback, *, resume: bool = False) -> Result:
        folder = Path(job.output.folder)
        StateFile(folder).write(RemoteState("https://class.example", "x", job="job-1"))
        (folder / "optical_filled.tif").write_bytes(b"filled")
        (folder / "scenefill.json").write_text('{"properties": {}}', encoding="utf-8")
        output = OutputFile(str(folder / "optical_filled.tif"), ("optical",), "data", "Optical")
        return Result((output,), str(folder / "scenefill.json"), str(folder))


@pytest.fixture
def job(tmp_path: Path) -> Job:
    """One layer was fetched into the folder, another is the user's own; masks and polygons lie in both."""
    lasting, own = tmp_path / "server-runs" / "clouds-1", tmp_path / "server-runs" / "clouds-1-of-the-user"
    names = ("input-1-web.tif", "gaps-1.tif", "gaps-2.gpkg")
    for folder in (lasting, own):
        folder.mkdir(parents=True)
        for name in names:
            (folder / name).write_bytes(name.encode())
    gaps = [
        (
            GapSource("nodata"),
            GapSource("raster", str(folder / names[1]), values=(1,)),
            GapSource("polygons", str(folder / names[2])),
        )
        for folder in (lasting, own)
    ]
    inputs = (
        Input("optical", str(lasting / names[0]), {"red": 1}, gaps=gaps[0]),
        Input("sar", str(own / names[0]), {"vv": 1}, gaps=gaps[1]),
    )
    grid = GridSpec(like=str(lasting / names[0]))
    return Job("Clouds", grid, inputs, (Target("optical", 0),), Output(str(lasting)))


def named(job: Job) -> list[str]:
    """All files that a job names."""
    gaps = [gap.path for item in job.inputs for gap in item.gaps if gap.path is not None]
    return [str(job.grid.like), *(item.path for item in job.inputs), *gaps]


def test_a_moved_job_names_its_files_where_they_are(job: Job, tmp_path: Path) -> None:
    before, rest = Path(job.output.folder), tmp_path / "temporary"
    rest.mkdir()
    work = RunWork(Runner, from_job(job), str(before), look=False, rest=lambda: str(rest))
    work(Feedback())
    assert work.folder == str(rest) and not before.exists()
    moved = read_job(str(rest / "job.json"))
    assert moved == work.job and moved.output.folder == str(rest)
    assert [Path(path).read_bytes() for path in named(moved)] == [Path(path).name.encode() for path in named(job)]
    assert named(moved) == [path.replace(f"{before}/", f"{rest}/") for path in named(job)]
    assert sorted(path.name for path in rest.iterdir()) == [
        "gaps-1.tif", "gaps-2.gpkg", "input-1-web.tif", "job.json", "optical_filled.tif", "scenefill.json"
    ]  # fmt: skip
    assert json.loads((rest / "job.json").read_text(encoding="utf-8"))["title"] == "Clouds"


def test_what_cannot_be_moved_can_be_fetched_again(job: Job, tmp_path: Path) -> None:
    before, nowhere = Path(job.output.folder), tmp_path / "not there"
    work = RunWork(Runner, from_job(job), str(before), look=False, rest=lambda: str(nowhere))
    with pytest.raises(SceneFillError) as caught:
        work(Feedback())
    assert caught.value.code == "folder-not-writable" and work.folder == str(before)
    assert read_job(str(before / "job.json")) == replace(job, output=Output(str(before)))
    assert StateFile(before).read().job == "job-1"
