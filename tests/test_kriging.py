"""Kriging: linear prediction of gaps in fields that are as rough as landscapes are."""

from __future__ import annotations

import numpy as np
import pytest
from scenefill.core.model.inpaint import harmonic
from scenefill.core.model.kriging import EXPONENTS, LOWEST, PADDING, Kriging, _spectrum, krige


def rough_field(seed: int, exponent: float, side: int = 96) -> np.ndarray:
    """``(1, side, side)`` Gaussian field with a power-law spectrum, unit variance."""
    rng = np.random.default_rng(seed)
    fy, fx = np.fft.fftfreq(2 * side)[:, None], np.fft.rfftfreq(2 * side)[None]
    power = ((2 * np.pi) ** 2 * (fy**2 + fx**2) + LOWEST**2) ** (-exponent / 4)
    field = np.fft.irfft2(np.fft.rfft2(rng.standard_normal((2 * side, 2 * side))) * power)[:side, :side]
    return ((field - field.mean()) / field.std())[None].astype(np.float32)


def holes(seed: int, side: int = 96) -> np.ndarray:
    field = rough_field(seed, 3.0, side)[0]
    return field > np.quantile(field, 0.35)


@pytest.mark.parametrize("exponent", EXPONENTS)
def test_kriging_is_better_than_a_membrane_where_the_field_is_smoother(exponent):
    better = []
    for seed in range(4):
        field, observed = rough_field(seed, exponent), holes(100 + seed)
        membrane = harmonic(np.where(observed, field, 0.0), observed)
        found = Kriging.fit(field[:, observed]).guesses(field, observed, membrane)
        errors = [((guess - field)[:, ~observed] ** 2).mean() for guess in (*found, membrane)]
        better.append(errors[EXPONENTS.index(exponent)] / errors[-1])
        assert np.allclose(found[:, :, observed], field[:, observed], atol=1e-5)
    assert np.mean(better) < (0.98 if exponent < 3 else 0.85)


def test_kriging_solves_its_equations():
    """Against the textbook: covariances among the observed pixels, solved densely."""
    side, exponent = 12, 3.2
    field, observed = rough_field(3, exponent, side), np.ones((side, side), bool)
    observed[3:8, 4:9] = False
    whole = side + 2 * PADDING
    covariance = np.fft.irfft2(_spectrum((whole, whole), exponent), s=(whole, whole))
    places = np.argwhere(np.ones((side, side), bool))
    lag = (places[:, None] - places[None]) % whole
    dense, known = covariance[lag[..., 0], lag[..., 1]], observed.ravel()
    level = field[0][observed].mean()
    weights = np.linalg.solve(dense[np.ix_(known, known)], field[0].ravel()[known] - level)
    wanted = level + dense[np.ix_(~known, known)] @ weights
    start = np.where(observed, field, level).astype(np.float32)
    assert np.allclose(krige(start, observed, exponent)[0][~observed], wanted, atol=0.05)
    assert not np.allclose(krige(start, observed, 2.4)[0][~observed], wanted, atol=0.05)


def test_kriging_without_a_rim_says_what_was_said_before():
    start = rough_field(0, 2.4, 32)
    kriging = Kriging.fit(start.reshape(1, -1))
    for observed in (np.zeros((32, 32), bool), np.ones((32, 32), bool)):
        assert all(np.array_equal(guess, start) for guess in kriging.guesses(start, observed, start))
