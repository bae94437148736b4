"""Real results of the real engine on the simulated scene, for the tests of what becomes of them in QGIS."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

from osgeo import gdal
from scenefill.core.engine.result import Result
from scenefill.core.feedback import Feedback
from scenefill.core.job import (
    Adapt,
    GapSource,
    GridSpec,
    Input,
    Job,
    Output,
    Sampling,
    Target,
    job_to_dict,
    load_job,
)
from scenefill.core.worker.protocol import SimulatedScene
from scenefill.plugin.runner.local import LocalRunner

#: Pixels of a result along each side, of the scene's 160.
SIDE = 96


def run(runner: LocalRunner, job: Job) -> Result:
    """Run a job and leave it beside its result, as the plugin does."""
    Path(job.output.folder).mkdir(parents=True)
    (Path(job.output.folder) / "job.json").write_text(json.dumps(job_to_dict(job)), encoding="utf-8")
    return runner.run(job, Feedback())


def colour_job(scene: SimulatedScene, folder: Path) -> Job:
    """Three bands filled, infrared drawn, SAR filled: a corner of the demonstration's own job."""
    job = load_job(scene.job)
    return replace(
        job,
        title="Clouds of July",
        grid=corner(scene.files["optical"]),
        sampling=Sampling("estimate", 1, 2, 7, Adapt(0)),
        output=Output(str(folder)),
    )


def stack_job(scene: SimulatedScene, folder: Path) -> Job:
    """All bands of a Sentinel-2 stack, clouds found in the image, two realisations."""
    ids = tags(scene.files["s2"])["BAND_IDS"].split(",")
    bands = {band: index for index, band in enumerate(ids, 1)}
    gaps = (GapSource("clouds"), GapSource("raster", scene.files["clouds"], values=(1, 2), grow=2))
    return Job(
        title="Stack",
        grid=corner(scene.files["s2"]),
        inputs=(Input("optical", scene.files["s2"], bands, 0.0001, 0.0, "reflectance", "2023-07", gaps),),
        targets=(Target("optical", 0),),
        output=Output(str(folder)),
        sampling=Sampling("realisation", 1, 2, 3, Adapt(0)),
    )


def corner(path: str) -> GridSpec:
    """The top right pixels of a raster, where the radar's swath ends."""
    source = gdal.Open(path)
    left, width, _, top, _, height = source.GetGeoTransform()
    right = left + source.RasterXSize * width
    return GridSpec(like=path, extent=(right - SIDE * width, top + SIDE * height, right, top))


def tags(path: str) -> dict[str, Any]:
    return dict(gdal.Open(path).GetMetadata())
