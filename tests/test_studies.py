"""Comparisons of models and recipes, in miniature and on simulated scenes."""

from __future__ import annotations

import dataclasses
import json

import numpy as np
import pytest
import torch
from scenefill.core.errors import SceneFillError
from scenefill.core.model.config import model_config
from scenefill.core.model.pipeline import build_pipeline, load_pipeline
from scenefill.training.ablations import VARIANTS, ablate, variants_for
from scenefill.training.few_steps import compare_steps
from scenefill.training.settings import TrainSettings
from scenefill.training.simcache import simulated_chips
from scenefill.training.speckle import (
    DRAFT,
    DRAWN,
    KINDS,
    PATCH,
    REAL,
    WRITTEN,
    autocorrelation,
    by_band,
    equivalent_looks,
    gather,
    missing_speckle,
    patch_positions,
    text,
)
from scenefill.training.study import Measurement, change_interval, gradient_energy, held_out_batches, measure


@pytest.fixture(scope="module")
def settings(tmp_path_factory):
    folder = tmp_path_factory.mktemp("studies")
    return TrainSettings(
        model="toy",
        output=str(folder / "run"),
        simulated_folder=str(folder / "simulated"),
        simulated_scenes=1,
        simulated_size=128,
        crop=64,
        context=128,
        batch=2,
        steps=2,
        warmup=1,
        precision="no",
    )


@pytest.fixture
def pipeline():
    torch.manual_seed(0)
    return build_pipeline(model_config("toy"))


def test_ablations_train_every_variant_once(settings, tmp_path):
    report = ablate(settings, 2, tmp_path, batches=2, samples=2)
    names = [variant.name for variant in variants_for(settings)]
    assert names == ["full", "no-consistency", "flow-alone", "no-guide"]
    written = report.read_text(encoding="utf-8")
    assert all(variant.title in written for variant in VARIANTS if variant.name in names)
    figures = json.loads((tmp_path / "ablations.json").read_text())["figures"]
    assert list(figures) == names
    assert all(np.isfinite(figures[name]["optical"]["mean"]) for name in names)
    trained = {name: load_pipeline(tmp_path / name / "pipeline", torch.float32) for name in names}
    assert [pipeline.heads.residual for pipeline in trained.values()] == [True, True, False, True]
    # Never shown a guide, its stem is as silent as it began.
    assert not trained["no-guide"].encoder.guide.weight.any()
    assert trained["full"].encoder.guide.weight.any()
    stamps = [(tmp_path / name / "checkpoint.pt").stat().st_mtime_ns for name in names]
    (tmp_path / "full" / "result.json").unlink()
    assert ablate(settings, 2, tmp_path, batches=2, samples=2).read_text(encoding="utf-8") == written
    assert [(tmp_path / name / "checkpoint.pt").stat().st_mtime_ns for name in names] == stamps
    with pytest.raises(SceneFillError) as error:
        ablate(settings, 3, tmp_path, batches=2, samples=2)
    assert error.value.code == "resume-mismatch"


def test_ablations_need_more_steps_than_the_warm_up(settings, tmp_path):
    with pytest.raises(SceneFillError, match="warm-up") as error:
        ablate(dataclasses.replace(settings, warmup=5), 5, tmp_path)
    assert error.value.code == "train-config"


def test_only_variants_that_differ_are_trained(settings):
    real = dataclasses.replace(settings, data="chips", guide=0.0)
    assert [v.name for v in variants_for(real)] == ["full", "no-consistency", "flow-alone", "no-simulation"]


def test_held_out_scenes_are_others(settings):
    _, places = held_out_batches(settings, 1)
    own = {chip.place for chip in simulated_chips(settings.simulated_folder, 1, 128, settings.seed)}
    held = {chip.place for chip in simulated_chips(settings.simulated_folder, 4, 128, settings.seed + 1)}
    assert "not trained on" in places
    assert not own & held


def test_steps_are_compared_on_the_same_noise(settings, pipeline, tmp_path):
    pipeline.save_pretrained(tmp_path / "pipeline")
    report = compare_steps(settings, str(tmp_path / "pipeline"), tmp_path, steps=(1, 2), samples=2, batches=2)
    figures = json.loads((tmp_path / "few-steps.json").read_text())["figures"]
    assert list(figures) == ["0", "1", "2", "4"]
    assert figures["0"]["sar"]["one"] == figures["0"]["sar"]["mean"]
    assert figures["1"]["sar"]["one"] != figures["2"]["sar"]["one"]
    assert "| draft |" in report.read_text(encoding="utf-8")


def test_measuring_finds_the_errors_of_the_draft(settings, pipeline):
    """Heads without weights draft 0 everywhere: the error is the truth itself, and there is no gradient."""
    batches, _ = held_out_batches(settings, 1)
    batch = batches[0]
    with torch.no_grad():
        pipeline.heads.direct.weight.zero_()
    blank = measure(pipeline, batches, settings, (0,))[0].figures()
    hidden = batch["valid"]["optical"] & ~batch["observed"]["optical"]
    assert blank["optical"]["mean"] == pytest.approx(np.abs(batch["x"]["optical"][hidden]).mean(), rel=1e-4)
    assert blank["optical"]["gradient"] == 0.0


def test_gradient_energy_counts_judged_neighbours():
    values = np.array([[[0.0, 1.0, 3.0], [0.0, 1.0, 3.0]]])
    judged = np.ones(values.shape, bool)
    assert gradient_energy(values, judged) == 2 * (1 + 4)
    judged[0, :, 2] = False
    assert gradient_energy(values, judged) == 2.0


def test_change_is_paired():
    rng = np.random.default_rng(0)
    reference = np.ones((20, 5))
    reference[:, 2] = rng.uniform(0.1, 10.0, 20)
    better = reference.copy()
    better[:, 2] *= 0.9
    interval = change_interval(Measurement({"sar": better}), Measurement({"sar": reference}))
    # Batches differ a hundredfold, and the change not at all.
    assert interval == pytest.approx((-0.1, -0.1, -0.1))


def test_looks_of_simulated_speckle():
    rng = np.random.default_rng(1)
    for looks in (1, 4, 16):
        power = rng.gamma(looks, 0.02 / looks, (400, PATCH, PATCH))
        assert np.median(equivalent_looks(power)) == pytest.approx(looks, rel=0.1)


def test_autocorrelation_of_known_fields():
    rng = np.random.default_rng(2)
    white = rng.standard_normal((400, PATCH + 1, PATCH + 1))
    slope = 0.7 * np.arange(PATCH)[None, :, None]
    assert autocorrelation(white[:, 1:, 1:] + slope, 1) == pytest.approx(0.0, abs=0.03)
    smooth = white[:, 1:, 1:] + white[:, :-1, 1:] + white[:, 1:, :-1] + white[:, :-1, :-1]
    assert autocorrelation(smooth, 1) == pytest.approx(0.5, abs=0.05)
    assert autocorrelation(smooth, 3) == pytest.approx(0.0, abs=0.05)


def test_homogeneous_patches_come_from_the_optical_image():
    shown = np.zeros((2, 3 * PATCH, PATCH), np.float32)
    shown[1, PATCH : 2 * PATCH, ::2] = 1.0
    valid = np.ones(shown.shape[1:], bool)
    valid[-1, 0] = False
    assert sorted(patch_positions(shown, valid)) == [(0.0, 0, 0), (0.5, PATCH, 0)]


def test_speckle_of_a_simulated_place(settings, pipeline):
    """The radar's own pixels are what is called real, and nobody was shown them."""
    chip = simulated_chips(settings.simulated_folder, 1, 128, settings.seed)[0]
    patches = gather(pipeline, chip, settings, 1, 2, torch.Generator().manual_seed(0), {"vv": 3.0})
    assert set(patches) == set(KINDS)
    assert patches[REAL].shape == (16, 2, PATCH, PATCH)
    statistics = by_band(patches)
    assert set(statistics) == {"vv", "vh"}
    assert 0 < statistics["vv"][REAL].looks[1] < 100
    assert patches[DRAFT].std() > 0
    assert "| vh | real |" in text({chip.place: statistics}, 2, missing_speckle({chip.place: statistics}))[-1]
    added = patches[WRITTEN] - patches[DRAWN]
    assert not added[:, 1].any() and added[:, 0].std() == pytest.approx(3.0 * 10.0 / chip.pixel_size_m, rel=0.1)
    hidden = next(layer for layer in chip.layers if layer.modality == "sar")
    changed = dataclasses.replace(hidden, values=hidden.values + np.float16(1.0))
    other = dataclasses.replace(chip, layers=[changed if layer is hidden else layer for layer in chip.layers])
    again = gather(pipeline, other, settings, 1, 2, torch.Generator().manual_seed(0), {})
    assert np.array_equal(patches[DRAFT], again[DRAFT])
