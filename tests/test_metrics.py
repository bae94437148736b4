"""Metrics are judged on hidden pixels alone, and have the values that their definitions give."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scenefill.core.errors import SceneFillError
from scenefill.core.modalities import registry
from scenefill.training.metrics import DATA_RANGES, score

SHAPE = (3, 40, 48)


@pytest.fixture
def truth() -> np.ndarray:
    return np.random.default_rng(3).uniform(0.05, 0.4, SHAPE).astype(np.float32)


@pytest.fixture
def gap() -> np.ndarray:
    hidden = np.zeros(SHAPE[1:], bool)
    hidden[8:20, 10:30] = True
    return hidden


def test_no_error_is_exact(truth, gap):
    found = score(truth, truth, gap, "reflectance")
    assert (found.mae, found.bias, found.psnr, found.ssim) == (0.0, 0.0, 100.0, pytest.approx(1.0))
    assert found.spectral_angle == pytest.approx(0.0, abs=1e-3)
    assert (found.pixels, found.bands) == (240, 3)


def test_constant_error_has_known_values(truth, gap):
    found = score(truth + 0.1, truth, gap, "reflectance")
    assert found.mae == pytest.approx(0.1, rel=1e-5)
    assert found.bias == pytest.approx(0.1, rel=1e-5)
    assert found.psnr == pytest.approx(20.0, abs=1e-3)  # 20 log10(1 / 0.1)


def test_bias_has_the_sign_of_the_prediction(truth, gap):
    assert score(truth - 0.02, truth, gap, "reflectance").bias == pytest.approx(-0.02, rel=1e-4)


def test_pixels_outside_the_gap_change_nothing(truth, gap):
    drawn = truth + 0.03
    spoilt = np.where(gap, drawn, np.nan)
    assert score(spoilt, truth, gap, "reflectance") == score(drawn, truth, gap, "reflectance")


def test_unknown_truth_outside_the_gap_is_no_error(truth, gap):
    holed = truth.copy()
    holed[:, 9:12, 31:40] = np.nan
    found = score(np.where(gap, truth, np.nan), holed, gap, "reflectance")
    assert found.ssim == pytest.approx(1.0)


def test_ssim_falls_with_lost_texture(truth, gap):
    flat = np.broadcast_to(truth.mean(axis=(1, 2), keepdims=True), SHAPE)
    slight = truth + np.random.default_rng(0).normal(0, 0.01, SHAPE).astype(np.float32)
    assert score(flat, truth, gap, "reflectance").ssim < score(slight, truth, gap, "reflectance").ssim < 1.0


def test_spectral_angle_of_known_vectors(gap):
    real = np.zeros(SHAPE, np.float32)
    real[0] = 0.3
    turned = np.zeros(SHAPE, np.float32)
    turned[:2] = 0.3
    assert score(turned, real, gap, "reflectance").spectral_angle == pytest.approx(45.0, abs=0.1)


@settings(max_examples=20, deadline=None)
@given(gain=st.floats(0.2, 3.0))
def test_spectral_angle_ignores_brightness(gain):
    real = np.random.default_rng(1).uniform(0.05, 0.4, SHAPE).astype(np.float32)
    everywhere = np.ones(SHAPE[1:], bool)
    found = score(real * np.float32(gain), real, everywhere, "reflectance")
    assert found.spectral_angle == pytest.approx(0.0, abs=0.1)


def test_decibels_have_no_angle_and_their_own_range(gap):
    real = np.random.default_rng(2).uniform(-22, -5, (2, *SHAPE[1:])).astype(np.float32)
    found = score(real + 3.0, real, gap, "dB")
    assert found.spectral_angle is None
    assert found.psnr == pytest.approx(20.0, abs=1e-3)  # 20 log10(30 / 3)


def test_ssim_does_not_depend_on_the_range_of_the_image(gap):
    rng = np.random.default_rng(4)
    real = rng.uniform(-20, -10, (1, *SHAPE[1:])).astype(np.float32)
    drawn = real + rng.normal(0, 1, real.shape).astype(np.float32)
    extreme = real.copy()
    extreme[0, 39, 47] = -40.0  # far from the gap
    other = np.where(gap, drawn, extreme)
    assert score(drawn, real, gap, "dB").ssim == pytest.approx(score(other, extreme, gap, "dB").ssim, abs=1e-9)


def test_a_band_without_truth_is_left_out(truth, gap):
    holed = truth.copy()
    holed[1] = np.nan
    judged = np.isfinite(holed) & gap
    found = score(np.where(np.isfinite(holed), truth + 0.1, np.nan), holed, judged, "reflectance")
    assert found.bands == 2
    assert found.mae == pytest.approx(0.1, rel=1e-4)


def test_a_hole_in_the_prediction_is_an_error(truth, gap):
    drawn = truth.copy()
    drawn[0, 10, 15] = np.nan
    with pytest.raises(SceneFillError) as caught:
        score(drawn, truth, gap, "reflectance")
    assert caught.value.code == "not-finite"


def test_nothing_hidden_is_an_error(truth):
    with pytest.raises(SceneFillError) as caught:
        score(truth, truth, np.zeros(SHAPE[1:], bool), "reflectance")
    assert caught.value.code == "nothing-to-judge"


def test_every_unit_of_the_registry_can_be_judged():
    gap = np.ones((16, 16), bool)
    for modality in registry().modalities:
        assert modality.unit in DATA_RANGES
        real = np.full((2, 16, 16), 1.0, np.float32)
        assert score(real, real, gap, modality.unit).mae == 0.0
