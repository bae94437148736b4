"""Scene adaptation in whole jobs: what comes out, that nothing leaks, and that it does not depend on how it ran."""

from __future__ import annotations

import dataclasses
import json
import shutil
from pathlib import Path

import numpy as np
import pytest
import rasterio
from scenefill.core.engine.run import STAGES, run_job
from scenefill.core.errors import JobCancelled
from scenefill.core.job import Adapt, Job
from scenefill.core.model import adapt_store
from scenefill.tests.engine_scene import BANDS, Recorder, crop_extent, files_of, fill_job, read
from scenefill.tests.test_engine_run import gap_of

STEPS = 6


@pytest.fixture(scope="module", autouse=True)
def cache(tmp_path_factory):
    """What is learnt here stays here."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SCENEFILL_CACHE", str(tmp_path_factory.mktemp("cache")))
        # Fewer lessons, trees and iterations teach enough here, in a tenth of the time.
        patch.setattr("scenefill.core.engine.adapting.PIECES", 4)
        patch.setattr("scenefill.core.model.pieces.MASKS", 2)
        patch.setattr("scenefill.core.model.trends.TREES", 20)
        patch.setattr("scenefill.core.model.kriging.ITERATIONS", 6)
        yield


def job_of(place, out: Path, model: str, steps: int = STEPS, **changes) -> Job:
    """The test scene's job, learning from the scene first."""
    sampling = {"mode": "estimate", "steps": 1, "samples": 2, "seed": 42, "adapt": {"steps": steps}}
    sampling.update(changes.pop("sampling", {}))
    job = fill_job(place, out, model=model, sampling=sampling, **changes)
    # Four bands learn in half the time of ten; the others are carried along.
    bands = {name: index for name, index in job.inputs[0].bands.items() if name in ("red", "green", "blue", "nir")}
    return dataclasses.replace(job, inputs=(dataclasses.replace(job.inputs[0], bands=bands), *job.inputs[1:]))


def adaptation_of(folder: Path) -> dict | None:
    item = json.loads((folder / "scenefill.json").read_text(encoding="utf-8"))
    return item["properties"].get("scenefill:adaptation")


@pytest.fixture(scope="module")
def adapted(place, model, tmp_path_factory):
    """The reference run: its feedback, its folder, its number of windows."""
    folder = tmp_path_factory.mktemp("adapted") / "out"
    seen = Recorder()
    result = run_job(job_of(place, folder, model), seen)
    return seen, folder, result.stats["windows"]


def error_in_gap(place, folder: Path) -> float:
    """Mean absolute error of the drawn pixels in the file's numbers."""
    gap, truth = gap_of(place), np.load(place["s2"].parent / "truth.npy").astype(float)
    return float(np.abs(read(folder / "optical_filled.tif")[:, gap] - truth[:, gap]).mean())


def test_what_was_learnt_is_used_and_told(place, adapted, model, tmp_path):
    seen, folder, _ = adapted
    facts = adaptation_of(folder)
    assert facts["kept"] and facts["steps"] == STEPS and facts["unit"] == "reflectance"
    assert facts["error_after"] < facts["error_before"] and facts["holdout_pixels"] > 500
    (product,) = facts["products"]
    assert product["name"] == "optical_filled" and len(product["sha256"]) == 64
    assert set(product["modalities"]) == {"optical", "infrared"}
    assert np.isclose(sum(product["weights"].values()), 1.0, atol=0.02)
    assert any("held-out blocks" in text for text in seen.logged)
    run_job(job_of(place, tmp_path / "plain", model, steps=0))
    assert adaptation_of(tmp_path / "plain") is None
    assert error_in_gap(place, folder) < 0.95 * error_in_gap(place, tmp_path / "plain")


def test_observed_pixels_stay_as_they_are(place, adapted):
    source, filled = read(place["s2"]), read(adapted[1] / "optical_filled.tif")
    gap = gap_of(place)
    assert np.array_equal(source[:, ~gap], filled[:, ~gap])
    spread = read(adapted[1] / "optical_filled_spread.tif")
    assert (spread[:, ~gap] == 0).all() and (spread[:, gap] > 0).any(axis=0).all()


def test_its_progress_has_a_place_of_its_own(adapted):
    fractions = [fraction for fraction, stage in adapted[0].progressed if stage == "adapt"]
    assert len(fractions) > 10
    assert STAGES["adapt"][0] <= min(fractions) and max(fractions) <= STAGES["adapt"][1]
    order = list(dict.fromkeys(stage for _, stage in adapted[0].progressed))
    assert order.index("overview") < order.index("adapt") < order.index("windows")


@pytest.mark.parametrize("how", ["reversed", "workers", "cold"])
def test_the_result_does_not_depend_on_how_it_is_computed(place, adapted, model, tmp_path, monkeypatch, how):
    if how == "cold":
        monkeypatch.setenv("SCENEFILL_CACHE", str(tmp_path / "empty"))
    backwards = range(adapted[2] - 1, -1, -1)
    options = {"reversed": {"order": backwards}, "workers": {"workers": 3}, "cold": {}}[how]
    run_job(job_of(place, tmp_path / "out", model), **options)
    assert files_of(tmp_path / "out") == files_of(adapted[1])


def test_a_second_run_does_not_learn_again(place, adapted, model, tmp_path):
    seen = Recorder()
    run_job(job_of(place, tmp_path / "out", model), seen)
    first = [stage for _, stage in adapted[0].progressed].count("adapt")
    assert [stage for _, stage in seen.progressed].count("adapt") < first / 2
    assert adaptation_of(tmp_path / "out") == adaptation_of(adapted[1])


def test_a_run_stopped_while_learning_is_resumed(place, adapted, model, tmp_path, monkeypatch):
    monkeypatch.setenv("SCENEFILL_CACHE", str(tmp_path / "empty"))
    job = job_of(place, tmp_path / "out", model)
    with pytest.raises(JobCancelled):
        run_job(job, Recorder(stop_in="adapt", stop_after=4))
    run_job(job, resume=True)
    assert files_of(tmp_path / "out") == files_of(adapted[1])


def test_what_lies_under_the_gap_is_not_learnt_from(place, adapted, model, tmp_path):
    """Clouds of another brightness give the same fill, bit for bit."""
    other = {name: tmp_path / path.name for name, path in place.items()}
    for name, path in place.items():
        shutil.copy(path, other[name])
    gap = gap_of(place)
    with rasterio.open(other["s2"], "r+") as dataset:
        values = dataset.read()
        values[:, gap] = 2345
        dataset.write(values)
    run_job(job_of(other, tmp_path / "out", model))
    filled = read(tmp_path / "out" / "optical_filled.tif")
    assert np.array_equal(filled[:, gap], read(adapted[1] / "optical_filled.tif")[:, gap])


def test_what_is_no_better_is_left_out(place, model, tmp_path, monkeypatch):
    """A stored verdict turned round: the result is that of a job which does not learn."""
    monkeypatch.setenv("SCENEFILL_CACHE", str(tmp_path / "cache"))
    run_job(job_of(place, tmp_path / "first", model))
    (stored,) = (tmp_path / "cache" / "adaptations").iterdir()
    found = adapt_store.fetch(stored.stem)
    verdict = dataclasses.replace(found.verdict, kept=False)
    adapt_store.keep(stored.stem, dataclasses.replace(found, verdict=verdict))
    run_job(job_of(place, tmp_path / "out", model))
    run_job(job_of(place, tmp_path / "plain", model, steps=0))
    assert adaptation_of(tmp_path / "out")["kept"] is False
    assert files_of(tmp_path / "out") == files_of(tmp_path / "plain")


def test_realisations_differ_and_scatter_by_the_stated_spread(place, model, tmp_path):
    sampling = {"mode": "realisation", "samples": 4}
    job = job_of(place, tmp_path / "out", model, sampling=sampling)
    run_job(job)
    assert adaptation_of(tmp_path / "out")["kept"]
    gap = gap_of(place)
    samples = np.stack([read(tmp_path / "out" / f"optical_filled_sample{k}.tif") for k in (1, 2, 3, 4)]).astype(float)
    assert (samples[0][:, gap] != samples[1][:, gap]).mean() > 0.5
    drawn = [i for i, name in enumerate(BANDS) if name in ("red", "green", "blue", "nir")]
    spread = read(tmp_path / "out" / "optical_filled_spread.tif")[drawn][:, gap] * 10_000
    assert 0.2 < (samples[:, drawn][:, :, gap].std(axis=0, ddof=1).mean() / spread.mean()) < 3.0


def test_a_layer_without_helpers_learns_from_its_rim(place, model, tmp_path):
    job = job_of(place, tmp_path / "out", model)
    alone = dataclasses.replace(job, inputs=job.inputs[:1], targets=job.targets[:1])
    run_job(alone)
    weights = adaptation_of(tmp_path / "out")["products"][0]["weights"]
    assert set(weights) == {"rim", "smooth rim", "kriged 2.6", "kriged 3.6", "model"}


def test_a_job_without_a_filled_layer_has_nothing_to_learn(place, model, tmp_path):
    job = job_of(place, tmp_path / "out", model)
    seen = Recorder()
    run_job(dataclasses.replace(job, targets=job.targets[1:]), seen)
    assert "adapt" not in {stage for _, stage in seen.progressed}
    assert adaptation_of(tmp_path / "out") is None


def test_a_part_of_the_scene_can_be_filled(place, model, tmp_path):
    extent = crop_extent(100, 110, 90, 120)
    run_job(job_of(place, tmp_path / "out", model, grid={"like": str(place["s2"]), "extent": extent}))
    assert adaptation_of(tmp_path / "out")["kept"]


def test_an_area_with_nothing_observed_is_drawn_without(place, model, tmp_path):
    """The whole layer is a gap: there is nothing to learn, and the job says so."""
    job = job_of(place, tmp_path / "out", model)
    everything = dataclasses.replace(job.inputs[0].gaps[0], values=(0, 1, 2))
    layer = dataclasses.replace(job.inputs[0], gaps=(everything,))
    seen = Recorder()
    run_job(dataclasses.replace(job, inputs=(layer, job.inputs[1])), seen)
    assert any("too little" in text for text in seen.logged)
    assert adaptation_of(tmp_path / "out") is None


def test_steps_are_part_of_the_job(place, model, tmp_path):
    assert job_of(place, tmp_path, model, steps=7).sampling.adapt == Adapt(7)
