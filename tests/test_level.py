"""The local level: what observed pixels say about a draft, and what they must not say."""

from __future__ import annotations

import numpy as np
from scenefill.core.model.level import BLOCK, blind_guide, fold, learn_level
from scipy import ndimage

SIZE = 128


def smooth_field(seed, sigma=6.0):
    field = ndimage.gaussian_filter(np.random.default_rng(seed).normal(size=(SIZE, SIZE)), sigma)
    return field / field.std()


def gap(seed=3):
    return smooth_field(seed, 14.0) > 0.3


def corrected(truth, draft, hidden, variance=0.1):
    """A draft that knows nothing of the truth but itself, corrected outside the gap's knowledge."""
    weight = (~hidden)[None].astype(np.float32)
    level = learn_level(draft[None], np.full_like(draft[None], variance), truth[None] * weight, weight)
    return draft + level.shift(draft[None])[0], level


def test_the_two_folds_cover_everything_once():
    folds = [fold(SIZE, SIZE, parity) for parity in (0, 1)]
    assert np.array_equal(folds[0], ~folds[1])
    assert folds[0][:BLOCK, :BLOCK].all()
    assert not folds[0][:BLOCK, BLOCK : 2 * BLOCK].any()


def test_a_constant_offset_vanishes():
    truth, hidden = smooth_field(1), gap()
    result, level = corrected(truth, truth - 0.7, hidden)
    assert np.abs(result - truth)[hidden].max() < 0.02
    assert abs(level.slope[0, 0, 0] - 1) < 0.01


def test_a_wrong_contrast_is_mended():
    truth, hidden = smooth_field(1), gap()
    result, _ = corrected(truth, 0.8 * truth + 0.3, hidden)
    assert np.abs(result - truth)[hidden].mean() < 0.1


def test_a_draft_without_a_clue_gives_way_to_the_local_mean():
    truth, hidden = smooth_field(1), gap()
    clueless = smooth_field(2, 2.0)
    result, level = corrected(truth, clueless, hidden)
    assert level.slope[0, 0, 0] < 0.25
    assert np.abs(result - truth)[hidden].mean() < 0.8 * np.abs(clueless - truth)[hidden].mean()


def test_known_pixels_and_windows_without_any_stay():
    truth, hidden = smooth_field(1), gap()
    draft = truth - 0.5
    result, _ = corrected(truth, draft, hidden)
    assert np.array_equal(result[~hidden], draft[~hidden])
    blind, level = corrected(truth, draft, np.ones_like(hidden))
    assert np.allclose(blind, draft)
    assert level.inflation[0, 0, 0] == 1.0


def test_what_is_under_the_gap_has_no_say():
    truth, hidden, draft = smooth_field(1), gap(), smooth_field(4)
    result, level = corrected(truth, draft, hidden)
    other, same = corrected(np.where(hidden, 99.0, truth), draft, hidden)
    assert np.array_equal(result, other)
    assert np.array_equal(level.inflation, same.inflation)


def test_inflation_tells_an_overconfident_draft():
    rng = np.random.default_rng(0)
    truth = smooth_field(1)
    draft = truth + rng.normal(0, 0.5, truth.shape)
    hidden = gap()
    modest = corrected(truth, draft, hidden, variance=0.25)[1].inflation[0, 0, 0]
    boastful = corrected(truth, draft, hidden, variance=0.025)[1].inflation[0, 0, 0]
    assert 0.6 < modest < 1.2
    assert 8 < boastful / modest < 12


def test_the_guide_is_blinded_where_pixels_are_hidden():
    hidden = fold(SIZE, SIZE, 0)
    guide = np.zeros((2, 16, 16), np.float32)
    cells = hidden[::8, ::8]
    guide[:, cells] = 5.0
    blind = blind_guide(guide, hidden)
    assert np.abs(blind).max() < 1e-6, "what was hidden leaks through the overview"
    assert np.array_equal(blind[:, ~cells], guide[:, ~cells])


def test_the_overview_decides_where_the_window_cannot():
    truth = smooth_field(1)
    guide = truth.reshape(16, 8, 16, 8).mean(axis=(1, 3))[None]
    draft = (truth + 0.6)[None]
    nothing = np.zeros_like(draft)
    level = learn_level(nothing, nothing, nothing, nothing, guide)
    result = draft + level.shift(draft)
    assert np.abs(result - truth).mean() < 0.1
    assert np.allclose(level.deviation_factor(), 1.0)
    # Where everything around is known, the window's own errors win over a wrong overview.
    hidden = np.zeros((SIZE, SIZE), bool)
    hidden[60:68, 60:68] = True
    weight = (~hidden)[None].astype(np.float32)
    own = learn_level(draft, np.full_like(draft, 0.1), truth[None] * weight, weight, guide + 5.0)
    assert np.abs((draft + own.shift(draft))[0] - truth)[hidden].mean() < 0.4
