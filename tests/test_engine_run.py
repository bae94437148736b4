"""A whole job with a toy model: what comes out, and that it does not depend on how it was computed."""

from __future__ import annotations

import hashlib
import json
import signal
import subprocess
import sys
import threading
from collections import namedtuple
from pathlib import Path

import numpy as np
import pystac
import pytest
import rasterio
import torch
from rio_cogeo.cogeo import cog_validate
from scenefill.core.engine import run as run_module
from scenefill.core.engine.run import run_job
from scenefill.core.errors import JobCancelled, SceneFillError
from scenefill.core.feedback import Feedback
from scenefill.tests.engine_scene import (
    BANDS,
    HEIGHT,
    NODATA,
    WIDTH,
    Recorder,
    crop_extent,
    files_of,
    fill_job,
    read,
)
from scipy.ndimage import distance_transform_cdt, distance_transform_edt

CROP = (70, 90, 130, 160)
SMALL = (100, 110, 90, 120)


@pytest.fixture(scope="module")
def whole(place, model, tmp_path_factory):
    """The reference run: result, what its feedback saw, its folder."""
    folder = tmp_path_factory.mktemp("whole") / "out"
    seen = Recorder()
    result = run_job(fill_job(place, folder, model=model), seen)
    return result, seen, folder


def gap_of(place):
    clouds = read(place["clouds"])[0] > 0
    return distance_transform_edt(~clouds) <= 2


# -- what comes out ---------------------------------------------------------------------------------------------------


def test_observed_pixels_are_copied_bit_for_bit(place, whole):
    source, filled = read(place["s2"]), read(whole[2] / "optical_filled.tif")
    gap = gap_of(place)
    assert gap.any() and source.dtype == filled.dtype
    assert np.array_equal(source[:, ~gap], filled[:, ~gap])
    assert (source[:, ~gap] == NODATA).any(), "the corner without data is copied, too"
    assert not (filled[:, gap] == NODATA).any(), "what is drawn never reads as nodata"
    assert not (filled[:, gap] == 9000).all(axis=0).any(), "no cloud is left"


def test_a_filled_layer_keeps_its_files_description(place, whole):
    with rasterio.open(place["s2"]) as source, rasterio.open(whole[2] / "optical_filled.tif") as filled:
        assert filled.descriptions == source.descriptions == BANDS
        assert (filled.nodata, filled.dtypes, filled.crs) == (source.nodata, source.dtypes, source.crs)
        assert filled.transform.almost_equals(source.transform) and filled.shape == source.shape
        tags = filled.tags()
    assert tags["SCENEFILL_NOTE"] == tags["TIFFTAG_IMAGEDESCRIPTION"] == "synthetic, not a measurement"
    assert tags["SCENEFILL_SEED"] == "42" and len(tags["SCENEFILL_MODEL_WEIGHTS_SHA256"]) == 64


def test_provenance_and_spread_say_where_pixels_come_from(place, whole):
    gap = gap_of(place)
    provenance = read(whole[2] / "optical_filled_provenance.tif")
    nothing = (read(place["s2"]) == NODATA).all(axis=0) & ~gap
    assert np.array_equal(provenance[0] > 0, gap | nothing)
    assert (provenance[0][nothing] == 255).all()
    reach = distance_transform_cdt(gap | nothing, metric="chessboard")
    assert (reach[gap] > 32).any()
    assert np.array_equal(provenance[0][gap], np.where(reach[gap] <= 32, 1, 2))
    assert set(np.unique(provenance[1][gap])) == {3}
    assert (read(whole[2] / "thermal_provenance.tif") == 2).all()
    spread = read(whole[2] / "optical_filled_spread.tif")
    assert (spread[:, ~gap] == 0).all() and (spread[:, gap] > 0).all()


def test_rasters_are_cloud_optimized_and_named_when_whole(whole):
    result, _, folder = whole
    for output in result.outputs:
        valid, errors, warnings = cog_validate(output.path)
        assert valid and not errors and not warnings, (output.path, errors, warnings)
    names = {Path(output.path).name for output in result.outputs}
    stems = ("optical_filled", "thermal")
    assert names == {f"{s}{e}.tif" for s in stems for e in ("", "_provenance", "_spread", "_preview")}
    assert not (folder / "windows").exists()
    assert not [p for p in folder.iterdir() if p.name.startswith("tmp-") or p.name.endswith(".part")]


def test_thermal_is_float_kelvin(whole):
    with rasterio.open(whole[2] / "thermal.tif") as dataset:
        values = dataset.read(1)
        assert dataset.dtypes == ("float32",) and dataset.units == ("K",) and dataset.descriptions == ("lwir11",)
    assert values.min() >= 180 and values.max() <= 360 and values.std() > 0


def test_the_sidecar_is_a_stac_item(place, whole):
    result, _, folder = whole
    item = pystac.Item.from_file(str(folder / "scenefill.json"))
    assert item.datetime.date().isoformat() == "2020-08-23"
    assert -4.0 < item.bbox[0] < item.bbox[2] < -2.0 and 36.0 < item.bbox[1] < item.bbox[3] < 37.0
    digest = hashlib.sha256(place["s2"].read_bytes()).hexdigest()
    assert item.properties["scenefill:inputs"][0]["sha256"] == digest
    assert item.properties["scenefill:sampling"]["seed"] == 42
    assert "not a measurement" in item.properties["constraints"]
    assert {asset.href for asset in item.assets.values()} == {
        "./" + Path(output.path).name for output in result.outputs
    }
    assert str(place["s2"].parent) not in (folder / "scenefill.json").read_text()


def test_progress_grows_through_the_stages_and_the_preview_comes_early(whole):
    _, seen, _ = whole
    fractions = [fraction for fraction, _ in seen.progressed]
    assert fractions == sorted(fractions) and fractions[-1] == 1.0 and fractions[0] == 0.0
    stages = list(dict.fromkeys(stage for _, stage in seen.progressed))
    assert stages == ["read-inputs", "overview", "windows", "assemble", "write"]
    assert len(seen.previews) == 2
    preview = read(seen.previews[0])
    assert np.isfinite(preview).all() and abs(preview.shape[1] - HEIGHT / 8) <= 2


# -- the same bytes, however it was computed --------------------------------------------------------------------------


def test_order_and_workers_change_nothing(place, model, whole, tmp_path):
    count = whole[0].stats["windows"]
    order = np.random.default_rng(1).permutation(count).tolist()
    job = fill_job(place, tmp_path / "out", model=model)
    run_job(job, order=order, workers=2)
    assert files_of(tmp_path / "out") == files_of(whole[2])


def test_a_crop_gets_what_the_whole_gets(place, model, whole, tmp_path):
    row, col, height, width = CROP
    job = fill_job(place, tmp_path / "out", model=model, grid={"like": str(place["s2"]), "extent": crop_extent(*CROP)})
    run_job(job)
    for name in ("optical_filled", "optical_filled_provenance", "optical_filled_spread", "thermal", "thermal_spread"):
        part = read(tmp_path / "out" / f"{name}.tif")
        expected = read(whole[2] / f"{name}.tif")[:, row : row + height, col : col + width]
        assert part.shape == expected.shape and np.array_equal(part, expected), name


KILLED = """
import os, signal, sys
from pathlib import Path
from scenefill.core.engine.run import run_job
from scenefill.core.feedback import Feedback
from scenefill.core.job import load_job

class Killer(Feedback):
    left = int(sys.argv[3])
    def progress(self, fraction, stage):
        if stage == sys.argv[2]:
            self.left -= 1
            if not self.left:
                os.kill(os.getpid(), signal.SIGKILL)

run_job(load_job(sys.argv[1]), Killer())
"""


@pytest.mark.parametrize(("stage", "report"), [("windows", 3), ("assemble", 2), ("write", 2)])
def test_a_killed_job_continues(place, model, whole, tmp_path, stage, report):
    from scenefill.core.job import job_to_dict

    job = fill_job(place, tmp_path / "out", model=model)
    (tmp_path / "job.json").write_text(json.dumps(job_to_dict(job)))
    command = [sys.executable, "-c", KILLED, str(tmp_path / "job.json"), stage, str(report)]
    killed = subprocess.run(command, check=False, cwd=tmp_path, capture_output=True, timeout=120)
    assert killed.returncode == -signal.SIGKILL, killed.stderr.decode()
    assert not (tmp_path / "out" / "scenefill.json").exists()
    result = run_job(job, resume=True)
    assert result.stats["resumed"] > 0
    assert files_of(tmp_path / "out") == files_of(whole[2])


def test_a_cancelled_job_continues_and_distrusts_damaged_files(place, model, whole, tmp_path):
    out = tmp_path / "out"
    job = fill_job(place, out, model=model)
    with pytest.raises(JobCancelled):
        run_job(job, Recorder(stop_in="windows", stop_after=3))
    files = sorted((out / "windows").glob("*.safetensors"))
    assert files
    damaged = bytearray(files[0].read_bytes())
    damaged[-1] ^= 1
    files[0].write_bytes(bytes(damaged))
    with (out / "journal.jsonl").open("ab") as stream:
        stream.write(b'{"window": "0_0", "sha2')
    result = run_job(job, resume=True)
    assert result.stats["resumed"] == len(files) - 1
    assert files_of(out) == files_of(whole[2])
    again = run_job(job, resume=True)
    assert again.to_dict() == result.to_dict(), "a finished job is not run again"


def test_another_job_does_not_continue_this_one(place, model, tmp_path):
    job = fill_job(place, tmp_path / "out", model=model)
    with pytest.raises(JobCancelled):
        run_job(job, Recorder(stop_in="overview"))
    other = fill_job(place, tmp_path / "out", model=model, sampling={"mode": "draft", "seed": 1, "adapt": {"steps": 0}})
    with pytest.raises(SceneFillError) as error:
        run_job(other, resume=True)
    assert error.value.code == "resume-mismatch"


def test_foreign_files_are_left_alone(place, model, tmp_path):
    out = tmp_path / "out"
    out.mkdir()
    (out / "thermal.tif").write_bytes(b"mine")
    job = fill_job(place, out, model=model)
    with pytest.raises(SceneFillError) as error:
        run_job(job)
    assert error.value.code == "output-exists" and (out / "thermal.tif").read_bytes() == b"mine"
    with pytest.raises(SceneFillError) as error:
        run_job(fill_job(place, tmp_path / "new", model=model), resume=True)
    assert error.value.code == "nothing-to-resume"


# -- other jobs -------------------------------------------------------------------------------------------------------


def small(place, out, model, **changes):
    grid = {"like": str(place["s2"]), "extent": crop_extent(*SMALL)}
    return fill_job(place, out, model=model, **{"grid": grid, **changes})


def test_windows_without_gaps_are_skipped(place, model, tmp_path):
    job = fill_job(place, tmp_path / "out", model=model, targets=[{"modality": "optical", "fill": 0}])
    result = run_job(job)
    assert result.stats["skipped"] > 0 and result.stats["drawn"] > 0
    source, filled = read(place["s2"]), read(tmp_path / "out" / "optical_filled.tif")
    assert np.array_equal(source[:, ~gap_of(place)], filled[:, ~gap_of(place)])


def test_realisations_are_files_and_differ(place, model, tmp_path):
    sampling = {"mode": "realisation", "steps": 1, "samples": 2, "seed": 5, "adapt": {"steps": 0}}
    result = run_job(small(place, tmp_path / "out", model, sampling=sampling))
    samples = [output.path for output in result.outputs if output.kind == "sample"]
    assert [Path(p).name for p in samples] == [
        f"{name}_sample{k}.tif" for name in ("optical_filled", "thermal") for k in (1, 2)
    ]
    first, second = read(samples[2]), read(samples[3])
    assert not np.array_equal(first, second)
    assert np.allclose((first + second) / 2, read(tmp_path / "out" / "thermal.tif"), atol=0.05)


class ThreadReader(Feedback):
    """Notes torch's number of threads while a job draws, and cancels it where that is wanted."""

    def __init__(self, stop=False):
        self.found, self._stop = set(), stop

    def progress(self, fraction, stage):
        if stage == "windows" and threading.current_thread() is threading.main_thread():
            self.found.add(torch.get_num_threads())

    def is_cancelled(self):
        return self._stop and bool(self.found)


def test_threads_of_one_job_are_not_those_of_the_next(place, model, tmp_path):
    own = torch.get_num_threads()
    wanted = own + 1
    done, cancelled, without = ThreadReader(), ThreadReader(stop=True), ThreadReader()
    run_job(small(place, tmp_path / "done", model), done, threads=wanted)
    assert torch.get_num_threads() == own
    with pytest.raises(JobCancelled):
        run_job(small(place, tmp_path / "cancelled", model), cancelled, threads=wanted)
    assert torch.get_num_threads() == own
    run_job(small(place, tmp_path / "without", model), without)
    assert (done.found, cancelled.found, without.found) == ({wanted}, {wanted}, {own})


def test_a_draft_needs_no_seed(place, model, tmp_path):
    for seed in (1, 2):
        sampling = {"mode": "draft", "seed": seed, "adapt": {"steps": 0}}
        run_job(small(place, tmp_path / str(seed), model, sampling=sampling))
    name = "thermal.tif"
    assert np.array_equal(read(tmp_path / "1" / name), read(tmp_path / "2" / name))
    assert (read(tmp_path / "1" / "thermal_spread.tif") > 0).all()


def test_a_job_without_inputs_draws_everything(place, model, tmp_path):
    targets = [{"modality": m} for m in ("optical", "sar", "elevation")]
    result = run_job(small(place, tmp_path / "out", model, inputs=[], targets=targets))
    names = [Path(output.path).name for output in result.outputs if output.kind == "data"]
    assert names == ["optical.tif", "sar.tif", "elevation.tif"]
    assert (read(tmp_path / "out" / "optical_provenance.tif") == 2).all()
    assert read(tmp_path / "out" / "optical.tif").dtype == np.float32


def test_new_reflectance_takes_the_references_type_and_scale(place, model, tmp_path):
    run_job(small(place, tmp_path / "out", model, targets=[{"modality": "panchromatic"}]))
    with rasterio.open(tmp_path / "out" / "panchromatic.tif") as dataset:
        assert dataset.dtypes == ("uint16",) and dataset.scales == (0.0001,) and dataset.nodata == 0
        assert dataset.read().min() > 0


def test_cloud_masks_are_written(place, model, tmp_path):
    job = small(place, tmp_path / "out", model)
    gaps = [{"kind": "clouds"}]
    from scenefill.core.job import job_from_dict, job_to_dict

    data = job_to_dict(job)
    data["inputs"][0]["gaps"] = gaps
    result = run_job(job_from_dict(data, tmp_path))
    (mask,) = [output.path for output in result.outputs if output.kind == "mask"]
    provenance = read(tmp_path / "out" / "optical_filled_provenance.tif")[0]
    assert Path(mask).name == "cloud_mask.tif"
    assert np.array_equal(read(mask)[0] > 0, np.isin(provenance, (1, 2)))


def test_a_layer_off_the_grid_cannot_be_filled(place, model, tmp_path):
    job = fill_job(place, tmp_path / "out", model=model, grid={"like": str(place["s1"])})
    with pytest.raises(SceneFillError) as error:
        run_job(job)
    assert error.value.code == "fill-grid" and not (tmp_path / "out").exists()


def test_a_full_disk_is_noticed_before_the_work(place, model, tmp_path, monkeypatch):
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(run_module.shutil, "disk_usage", lambda _: usage(10, 9, 1))
    with pytest.raises(SceneFillError) as error:
        run_job(small(place, tmp_path / "out", model))
    assert error.value.code == "disk-full" and error.value.details["needed"] > 1_000_000


def test_two_runs_in_one_folder_do_not_mix(place, model, tmp_path):
    from scenefill.core.engine.journal import Journal

    with Journal(tmp_path / "out", "x", [], resume=False), pytest.raises(SceneFillError) as error:
        run_job(small(place, tmp_path / "out", model))
    assert error.value.code == "folder-busy"


def test_the_scene_has_what_the_tests_need(place):
    gap = gap_of(place)
    assert gap.shape == (HEIGHT, WIDTH) and 0.03 < gap.mean() < 0.5
