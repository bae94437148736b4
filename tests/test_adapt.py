"""What one scene teaches about its gaps: inpainting, regressions, stacking, the judge on held-out blocks."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest
from scenefill.core.errors import JobCancelled
from scenefill.core.model import adapt_store
from scenefill.core.model import trends as trends_module
from scenefill.core.model.adapt import learn_scene
from scenefill.core.model.adapter import Adapter, Lesson
from scenefill.core.model.inpaint import harmonic
from scenefill.core.model.kriging import Kriging
from scenefill.core.model.pieces import MARGIN, Piece, digest_of, hide
from scenefill.core.model.stacking import LIMIT, NORMAL_90, Stack, guess_names, guesses
from scenefill.core.model.trends import FOLDS, KINDS, Sample, Trends, fold_map, pixel_features
from scenefill.training.rivals import harmonic_fill
from scipy.ndimage import gaussian_filter

SIDE = 96


def smooth(rng: np.random.Generator, sigma: float, side: int = SIDE) -> np.ndarray:
    field = gaussian_filter(rng.standard_normal((side, side)), sigma, mode="wrap")
    return field / field.std()


def make_piece(seed: int = 0, covariates: bool = True, row: int = 192) -> Piece:
    """Two bands that follow another layer in part, with a gap."""
    rng = np.random.default_rng(seed)
    other = np.stack([smooth(rng, 2), smooth(rng, 5)])
    own = smooth(rng, 8)
    values = np.stack([0.2 + 0.03 * other[0] + 0.01 * own, 0.3 - 0.02 * other[0] * (other[1] > 0) + 0.01 * own])
    values += 0.002 * rng.standard_normal(values.shape)
    gap = smooth(rng, 5) > 0.8
    values[:, gap] = 0.0
    layers = other if covariates else other[:0]
    nothing = np.zeros_like(values)
    return Piece(row, 96, values.astype(np.float32), ~gap, gap, layers.astype(np.float32), nothing.astype(np.float32))


def flat_drafts(lessons, told) -> list[np.ndarray]:
    """A model that knows nothing: one value everywhere."""
    return [np.full((2, SIDE - 2 * MARGIN, SIDE - 2 * MARGIN), 0.25, np.float32) for _ in lessons]


def learn(pieces, steps=0, seed=1, drafter=flat_drafts, progress=None):
    return learn_scene(pieces, drafter, steps, seed, progress)


@pytest.fixture(scope="module")
def pieces() -> list[Piece]:
    return [make_piece(seed) for seed in range(3)]


# -- inpainting -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("shape", [(40, 40), (37, 51)])
def test_a_gap_is_filled_with_the_harmonic_function_of_its_rim(shape):
    rng = np.random.default_rng(3)
    values = gaussian_filter(rng.standard_normal((1, *shape)), (0, 3, 3)).astype(np.float32)
    mask = gaussian_filter(rng.standard_normal(shape), 3) < 0.04
    assert 0.1 < (~mask).mean() < 0.6
    found, wanted = harmonic(values, mask), harmonic_fill(np.where(mask, values, np.nan))[0]
    assert np.array_equal(found[:, mask], values[:, mask])
    assert np.sqrt(((found[0] - wanted) ** 2).mean()) < 0.05 * values.std()


def test_what_lies_under_a_gap_does_not_matter_to_its_filling():
    rng = np.random.default_rng(4)
    values, mask = rng.standard_normal((2, 33, 40)).astype(np.float32), rng.random((33, 40)) < 0.5
    other = np.where(mask, values, 1e6).astype(np.float32)
    assert np.array_equal(harmonic(values, mask), harmonic(other, mask))


def test_far_from_everything_the_prior_is_believed():
    values, mask = np.zeros((1, 64, 64), np.float32), np.zeros((64, 64), bool)
    mask[:4] = True
    prior = np.full((1, 64, 64), 5.0, np.float32)
    assert np.allclose(harmonic(values, np.zeros_like(mask), prior), 5.0)
    assert harmonic(values, mask, prior)[0, 60].mean() > harmonic(values, mask)[0, 60].mean()


# -- regressions ------------------------------------------------------------------------------------------------------


def test_folds_are_a_function_of_place():
    whole, part = fold_map(-40, 100, 90, 80), fold_map(-25, 130, 30, 20)
    assert np.array_equal(whole[15:45, 30:50], part)
    assert set(np.unique(whole)) == set(range(FOLDS))
    assert (np.bincount(whole.ravel()) > 0.1 * whole.size).all()


def fit_trends(pieces, seed=1) -> Trends:
    samples = [Sample.of(p.covariates, p.values, p.folds(), np.flatnonzero(p.observed)) for p in pieces]
    return Trends.fit(Sample.join(samples), seed)


def test_regressions_learn_what_other_layers_say(pieces):
    trends = fit_trends(pieces)
    fresh = make_piece(9)
    predicted = trends.predict(fresh.covariates, np.full((SIDE, SIDE), FOLDS))
    assert predicted.shape == (len(KINDS), 2, SIDE, SIDE)
    errors = [np.sqrt(((guess - fresh.values)[:, fresh.observed] ** 2).mean(axis=1)) for guess in predicted]
    spread = fresh.values[:, fresh.observed].std(axis=1)
    assert errors[0][0] < 0.6 * spread[0], "a linear relation is for the ridge"
    assert errors[1][1] < errors[0][1], "a threshold is for the trees"


def test_absent_features_are_no_values(pieces):
    trends = fit_trends(pieces)
    covariates = pieces[0].covariates.copy()
    covariates[0, :40] = np.nan
    features = pixel_features(covariates)
    assert np.isnan(features[0, :40]).all() and np.isfinite(features[4, 41]).all()
    assert np.isfinite(trends.predict(covariates, pieces[0].folds())).all()


def test_a_layer_that_lies_apart_is_followed_all_the_same():
    """Half a pixel to the side: no single pixel says it, its neighbours do."""
    rng = np.random.default_rng(5)
    other = rng.standard_normal((1, SIDE, SIDE)).astype(np.float32)
    values = 0.5 * (other + np.roll(other, 1, axis=2))
    piece = dataclasses.replace(make_piece(0), values=np.concatenate([values, values]), covariates=other)
    line, forest = fit_trends([piece]).predict(other, piece.folds())
    missed = [((guess - piece.values)[:, piece.observed] ** 2).mean() for guess in (line, forest)]
    assert missed[0] < 0.2 * missed[1]


def test_the_ridge_says_nothing_far_from_the_trees(pieces):
    """A pixel like no other: a straight line would go on for ever."""
    trends = fit_trends(pieces)
    line, forest = trends.predict(np.full((2, 20, 20), 1e4, np.float32), np.full((20, 20), FOLDS))
    assert (np.abs(line - forest) <= trends_module.LIMIT * trends.apart[:, None, None] + 1e-6).all()


def test_an_observed_pixel_is_predicted_by_models_that_did_not_see_it(pieces):
    trends, piece = fit_trends(pieces), pieces[0]
    crossed = trends.predict(piece.covariates, piece.folds())[1][:, piece.observed]
    seen = trends.predict(piece.covariates, np.full((SIDE, SIDE), FOLDS))[1][:, piece.observed]
    truth = piece.values[:, piece.observed]
    assert ((crossed - truth) ** 2).mean() > ((seen - truth) ** 2).mean()


# -- stacking ---------------------------------------------------------------------------------------------------------


def guessed_pixels(seed: int, count: int = 4000) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Three guesses with independent errors, truth, distances that the errors grow with."""
    rng = np.random.default_rng(seed)
    truth = rng.standard_normal((2, count))
    distance = rng.uniform(1, 20, count).astype(np.float32)
    errors = rng.standard_normal((3, 2, count)) * np.log1p(distance) * np.array([0.2, 0.3, 0.5])[:, None, None]
    return truth + errors, truth, distance


def test_a_stack_is_better_than_its_best_guess():
    stack = Stack.fit(*guessed_pixels(0))
    guessed, truth, distance = guessed_pixels(1)
    errors = ((guessed - truth) ** 2).mean(axis=(1, 2))
    assert stack.anchor == 0 == int(np.argmin(errors))
    assert ((stack.mean(guessed, distance) - truth) ** 2).mean() < 0.9 * errors[0]
    assert np.isclose(stack.shares_at(5.0).sum(), 1.0)


def test_a_guess_gone_wild_moves_the_stack_no_further_than_its_limit():
    stack = Stack.fit(*guessed_pixels(0))
    guessed, _, distance = guessed_pixels(1)
    wild = guessed.copy()
    wild[1] += 1e6
    moved = np.abs(stack.mean(wild, distance) - stack.mean(guessed, distance))
    bound = np.abs(stack.shares[:, 1]).sum() * stack.scales[:, 1] * 2 * LIMIT
    assert (moved <= bound[:, None] + 1e-6).all()


def test_the_stated_spread_covers_nine_errors_in_ten_near_and_far():
    stack = Stack.fit(*guessed_pixels(0))
    guessed, truth, distance = guessed_pixels(1)
    inside = np.abs(stack.mean(guessed, distance) - truth) <= NORMAL_90 * stack.deviation(guessed, distance)
    for part in (distance < 5, distance > 15):
        assert 0.85 < inside[:, part].mean() < 0.95


def test_guesses_have_the_names_they_are_reported_by(pieces):
    piece = pieces[0]
    trends = np.zeros((2, *piece.values.shape), np.float32)
    kriging = Kriging.fit(piece.values[:, piece.observed])
    found = guesses(piece.values, piece.observed, trends, None, kriging)
    assert len(found) == len(guess_names(KINDS)) == 10
    assert np.array_equal(found[2], trends[0]), "a trend that says nothing, alone"
    assert np.allclose(found[3], found[0], atol=1e-5), "and with all that it missed carried in from the rim"
    assert np.array_equal(found[-2:], kriging.guesses(piece.values, piece.observed, found[0]))


def test_no_guess_from_the_ridge_is_far_from_the_same_from_the_trees(pieces):
    """What a wild line missed at the rim is carried deep into the gap: that has to be bounded, too."""
    piece = pieces[0]
    trends = np.stack([np.full_like(piece.values, 9.0), np.zeros_like(piece.values)])
    reach = np.array([0.5, 0.25])
    found = guesses(piece.values, piece.observed, trends, None, None, reach)
    apart = np.abs(found[2:5] - found[5:8]).max(axis=(0, 2, 3))
    assert np.allclose(apart, reach, atol=1e-5)
    assert np.array_equal(found[5:8], guesses(piece.values, piece.observed, trends, None)[5:8])


# -- the correcting network -------------------------------------------------------------------------------------------


def lesson(seed: int, sign: float = 1.0) -> Lesson:
    rng = np.random.default_rng(seed)
    field = np.stack([smooth(rng, 2, 64)]).astype(np.float32)
    return Lesson(field, (0.5 * sign * field).astype(np.float32), np.ones((64, 64), np.float32))


def test_the_network_learns_a_correction_and_is_the_same_every_time():
    lessons = [lesson(seed) for seed in range(3)]
    first, second = (Adapter.train(lessons, 30, 5) for _ in range(2))
    fresh = lesson(9)
    found = first.correct(fresh.inputs)
    assert np.array_equal(found, second.correct(fresh.inputs))
    assert ((found - fresh.correction) ** 2).mean() < 0.5 * (fresh.correction**2).mean()
    assert not np.array_equal(found, Adapter.train(lessons, 30, 6).correct(fresh.inputs))


# -- learning a scene -------------------------------------------------------------------------------------------------


def test_a_scene_teaches_what_a_model_does_not_know(pieces):
    found = learn(pieces)
    assert found.verdict.kept
    assert (found.verdict.after < 0.5 * found.verdict.before).all()
    assert 0.8 < found.verdict.covered < 0.97
    assert found.verdict.pixels == sum(int((p.held_out() & p.inside).sum()) for p in pieces)


def test_a_perfect_model_is_left_alone(pieces):
    """What is learnt cannot beat the truth."""
    inner = slice(MARGIN, -MARGIN)
    truths = [piece.values[:, inner, inner] for piece in pieces]
    found = learn(pieces, drafter=lambda lessons, told: [truths[index] for index, _ in lessons])
    assert not found.verdict.kept


def test_held_out_blocks_teach_nothing(pieces):
    """Other values there change the verdict, and nothing that is used."""
    changed = []
    for piece in pieces:
        values = piece.values.copy()
        values[:, piece.held_out()] += 0.5
        changed.append(dataclasses.replace(piece, values=values))
    first, second = learn(pieces), learn(changed)
    assert not np.array_equal(first.verdict.after, second.verdict.after)
    assert np.array_equal(first.stack.shares, second.stack.shares)
    other = pieces[0].covariates
    nowhere = np.full((SIDE, SIDE), FOLDS)
    assert np.array_equal(first.trends.predict(other, nowhere), second.trends.predict(other, nowhere))


def test_masks_hide_observed_pixels_only_and_the_held_out_blocks_always(pieces):
    held = [piece.held_out() for piece in pieces]
    lessons = hide(pieces, held, np.random.default_rng(0))
    assert lessons
    for index, hidden in lessons:
        assert not (hidden & ~pieces[index].observed).any()
        assert (hidden | ~held[index]).all()
        assert (hidden & ~held[index]).any()


def test_the_rim_alone_can_teach(pieces):
    bare = [make_piece(seed, covariates=False) for seed in range(3)]
    found = learn(bare)
    assert found.trends is None and found.verdict.kept
    lookup = found.look_up(bare[0], np.zeros((0, *bare[0].values.shape), np.float32))
    mean, spread = found.apply(lookup, flat_drafts([0], None)[0])
    assert mean.shape == spread.shape == (2, SIDE - 2 * MARGIN, SIDE - 2 * MARGIN)
    assert np.isfinite(mean).all() and (spread > 0).all()


def test_too_little_teaches_nothing():
    piece = make_piece(0)
    empty = dataclasses.replace(piece, observed=np.zeros_like(piece.observed))
    assert learn([empty]) is None


def test_learning_can_be_cancelled(pieces):
    def stop(share: float) -> None:
        if share > 0.5:
            raise JobCancelled

    with pytest.raises(JobCancelled):
        learn(pieces, steps=5, progress=stop)


def test_progress_grows_to_the_end(pieces):
    shares: list[float] = []
    learn(pieces, steps=4, progress=shares.append)
    assert shares == sorted(shares) and shares[0] >= 0 and 0.9 < shares[-1] <= 1


def test_what_was_learnt_is_the_same_after_it_was_stored(pieces, tmp_path, monkeypatch):
    monkeypatch.setenv("SCENEFILL_CACHE", str(tmp_path))
    found = learn(pieces, steps=4)
    key = digest_of(pieces, "facts")
    assert adapt_store.fetch(key) is None
    adapt_store.keep(key, found)
    again = adapt_store.fetch(key)
    trends = found.trends.predict(pieces[0].covariates, pieces[0].folds())
    assert np.array_equal(trends, again.trends.predict(pieces[0].covariates, pieces[0].folds()))
    draft = flat_drafts([0], None)[0]
    for first, second in zip(
        found.apply(found.look_up(pieces[0], trends), draft), again.apply(again.look_up(pieces[0], trends), draft)
    ):
        assert np.array_equal(first, second)
    assert again.verdict.weights == found.verdict.weights
    file = next(tmp_path.rglob("*.safetensors"))
    file.write_bytes(file.read_bytes()[:1000])
    assert adapt_store.fetch(key) is None, "a torn file is no knowledge"


def test_the_digest_knows_every_pixel(pieces):
    assert digest_of(pieces, "a") == digest_of(pieces, "a") != digest_of(pieces, "b")
    other = dataclasses.replace(pieces[0], covariates=pieces[0].covariates + 1)
    assert digest_of([other, *pieces[1:]], "a") != digest_of(pieces, "a")
