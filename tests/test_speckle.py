"""Speckle of drawn radar: its size, its shape, and where it comes from."""

from __future__ import annotations

import dataclasses
import shutil
from pathlib import Path

import numpy as np
import pytest
from scenefill.core.engine.run import run_job
from scenefill.core.grid import Window
from scenefill.core.model.store import read_manifest, write_manifest
from scenefill.core.speckle import LOOKS, decibel_deviation, missing, speckle
from scenefill.tests.engine_scene import Recorder, fill_job, read

PLACE = Window(-100, 2000, 300, 260)


@pytest.mark.parametrize("looks", [2.0, 4.4, 11.0])
def test_the_deviation_is_that_of_gamma_power(looks):
    power = np.random.default_rng(0).gamma(looks, 1.0 / looks, 400_000)
    assert decibel_deviation(looks) == pytest.approx((10 * np.log10(power)).std(), rel=0.01)


def test_what_is_missing_makes_up_the_looks():
    assert missing(LOOKS) == missing(2.0) == 0.0
    assert np.hypot(missing(11.0), decibel_deviation(11.0)) == pytest.approx(decibel_deviation(LOOKS))


def test_it_has_the_size_and_the_correlation_of_an_image():
    field = speckle({"vv": 2.0, "vh": 1.0}, 7, 0, PLACE, 10.0)
    assert field.shape == (2, 300, 260) and field.dtype == np.float32
    assert field.std(axis=(1, 2)) == pytest.approx([2.0, 1.0], rel=0.03)
    assert np.abs(field.mean(axis=(1, 2))).max() < 0.05
    for axis, (first, second) in enumerate(((field[:, 1:], field[:, :-1]), (field[:, :, 1:], field[:, :, :-1]))):
        assert np.mean(first[0] * second[0]) / 4.0 == pytest.approx(0.62, abs=0.05), axis
    assert abs(np.corrcoef(field[0, :-3].ravel(), field[0, 3:].ravel())[0, 1]) < 0.02


def test_it_is_a_function_of_place_seed_and_realisation():
    whole = speckle({"vv": 2.0}, 7, 0, PLACE, 10.0)
    part = speckle({"vv": 2.0}, 7, 0, Window(-60, 2040, 50, 70), 10.0)
    assert np.array_equal(part, whole[:, 40:90, 40:110])
    assert not whole[1].any()
    for other in (speckle({"vv": 2.0}, 8, 0, PLACE, 10.0), speckle({"vv": 2.0}, 7, 1, PLACE, 10.0)):
        assert abs(np.corrcoef(whole[0].ravel(), other[0].ravel())[0, 1]) < 0.02


def test_larger_pixels_average_it_away():
    coarse = speckle({"vv": 2.0}, 7, 0, PLACE, 30.0)[0]
    assert coarse.std() == pytest.approx(2.0 / 3.0, rel=0.03)
    assert abs(np.corrcoef(coarse[1:].ravel(), coarse[:-1].ravel())[0, 1]) < 0.02


def test_realisations_get_it_and_their_mean_does_not(place, model, tmp_path):
    speckled = tmp_path / "speckled"
    shutil.copytree(model, speckled)
    manifest = read_manifest(speckled)
    write_manifest(speckled, dataclasses.replace(manifest, calibration={"speckle": {"vv": 1.5, "vh": 2.5}}))
    changes = {
        "targets": [{"modality": "sar"}],
        "sampling": {"mode": "realisation", "samples": 2, "steps": 1, "adapt": {"steps": 0}},
    }
    found = []
    for name in (model, str(speckled)):
        result = run_job(fill_job(place, tmp_path / Path(name).name, model=name, **changes), Recorder())
        found.append({Path(o.path).stem: read(o.path) for o in result.outputs})
    plain, with_it = found
    assert np.array_equal(plain["sar"], with_it["sar"]) and np.array_equal(plain["sar_spread"], with_it["sar_spread"])
    added = [with_it[f"sar_sample{k}"] - plain[f"sar_sample{k}"] for k in (1, 2)]
    for field in added:
        assert np.nanstd(field, axis=(1, 2)) == pytest.approx([1.5, 2.5], rel=0.08)
    assert abs(np.corrcoef(added[0][0].ravel(), added[1][0].ravel())[0, 1]) < 0.1
