"""The rivals are as strong as they claim: exact where theory says so, and blind to what is hidden."""

from __future__ import annotations

import numpy as np
import pytest
from rasterio.transform import from_origin
from scenefill.training.deep_image_prior import DeepImagePrior
from scenefill.training.eval_scenes import EvalScene, OtherDate, SceneLayer
from scenefill.training.eval_tasks import CLOUDS, Case, Task
from scenefill.training.rivals import harmonic, harmonic_fill, linear_in_time, nearest_date, telea
from scipy.ndimage import gaussian_filter

SIZE = 48
GRID = from_origin(500_000.0, 5_000_000.0, 10.0, 10.0)
ROWS, COLS = np.indices((SIZE, SIZE)).astype(np.float32)


def texture(seed: int) -> np.ndarray:
    return gaussian_filter(np.random.default_rng(seed).standard_normal((SIZE, SIZE)), 2.0).astype(np.float32)


def case_of(truth: np.ndarray, others: list[tuple[float, np.ndarray]] = (), sar: np.ndarray | None = None) -> Case:
    """One band (all bands alike) of ``optical``, a square of it hidden, other dates as ``(offset, band)``."""
    layers = {"optical": SceneLayer("optical", np.stack([truth] * 3))}
    if sar is not None:
        layers["sar"] = SceneLayer("sar", np.stack([sar] * 2))
    dates = tuple(OtherDate({"optical": SceneLayer("optical", np.stack([v] * 3))}, offset) for offset, v in others)
    scene = EvalScene("place", "EPSG:32633", GRID, np.ones((SIZE, SIZE), bool), layers, dates)
    hidden = np.zeros((SIZE, SIZE), bool)
    hidden[14:32, 10:36] = True
    shown = ("sar",) if sar is not None else ()
    return Case(scene, Task("fill", "Fill", "fill", ("optical",), shown, bool(others)), {CLOUDS: hidden})


def error(case: Case, drawing: dict[str, np.ndarray]) -> float:
    return float(np.abs(drawing["optical"] - case.truth("optical"))[:, case.gap].max())


def test_a_harmonic_surface_is_continued_exactly():
    saddle = 0.2 + 1e-4 * (np.square(ROWS - 24) - np.square(COLS - 24)) + 1e-3 * COLS  # Laplace's equation holds
    case = case_of(saddle)
    assert error(case, harmonic(case)) < 1e-5
    assert error(case, telea(case)) > 1e-4


def test_a_membrane_stays_between_what_holds_it():
    band = np.where(texture(1) > 0.1, np.nan, texture(2))[None]
    filled = harmonic_fill(band)
    assert np.isfinite(filled).all()
    seen = np.isfinite(band)
    assert np.array_equal(filled[seen], band[seen])
    assert filled.min() >= np.nanmin(band) - 1e-6
    assert filled.max() <= np.nanmax(band) + 1e-6


def test_a_hole_at_the_edge_of_the_image_is_free_there():
    band = np.broadcast_to(COLS[None], (1, SIZE, SIZE)).copy()
    band[0, :, 40:] = np.nan
    assert np.allclose(harmonic_fill(band)[0, :, 40:], 39.0, atol=1e-4)  # no slope across a free edge


def test_bands_with_other_holes_are_filled_for_themselves():
    bands = np.stack([COLS, ROWS, ROWS])
    bands[0, 5:9, 5:9] = np.nan
    bands[1, 20:30, 20:30] = np.nan
    bands[2] = np.nan
    filled = harmonic_fill(bands)
    assert np.allclose(filled[0], COLS, atol=1e-4)
    assert np.allclose(filled[1], ROWS, atol=1e-4)
    assert np.isnan(filled[2]).all()


def test_a_linear_change_is_interpolated_between_its_dates():
    base, slope = 0.2 + 0.02 * texture(3), 0.001 * texture(4)
    case = case_of(base, [(10.0, base + 10 * slope), (-30.0, base - 30 * slope), (60.0, base)])
    drawn = linear_in_time(case)
    assert error(case, drawn) < 1e-6
    assert error(case, nearest_date(case)) > 1e-4


def test_where_one_side_did_not_see_the_other_is_taken():
    base = 0.2 + 0.02 * texture(3)
    before, after = base - 0.01, base + 0.03
    before[20:24] = np.nan
    case = case_of(base, [(-5.0, before), (15.0, after)])
    drawn = linear_in_time(case)["optical"][0]
    assert np.allclose(drawn[20:24], after[20:24])
    assert np.allclose(drawn[15], base[15])  # a quarter of the way from -0.01 to +0.03


def test_a_pixel_that_the_nearest_date_missed_is_taken_from_the_next():
    near, far = np.full((SIZE, SIZE), 0.1, np.float32), np.full((SIZE, SIZE), 0.3, np.float32)
    near[:, 20:30] = np.nan
    far[:, 25:30] = np.nan
    drawn = nearest_date(case_of(near, [(5.0, near), (-50.0, far)]))["optical"][0]
    assert np.allclose(drawn[:, :20], 0.1)
    assert np.allclose(drawn[:, 20:25], 0.3)
    assert np.isfinite(drawn).all()


@pytest.mark.parametrize("offsets", [(), (10.0,), (10.0, 30.0)])
def test_there_is_nothing_between_dates_of_one_side(offsets):
    band = texture(5)
    assert linear_in_time(case_of(band, [(offset, band) for offset in offsets])) is None


def test_the_image_prior_learns_from_the_guide_and_keeps_what_was_seen():
    base = texture(6)
    case = case_of(0.2 + 0.05 * base, sar=-15.0 + 5.0 * base)
    drawn = DeepImagePrior(steps=60, width=8, scales=2).draw(case)
    visible = case.scene.clear & ~case.gap
    assert np.array_equal(drawn["optical"][:, visible], case.truth("optical")[:, visible])
    flat = {"optical": np.full_like(case.truth("optical"), np.nanmean(case.seen_target("optical")))}
    assert error(case, drawn) < 0.7 * error(case, flat)


def test_the_image_prior_is_seeded_and_blind():
    truth = 0.2 + 0.05 * texture(7)
    first = case_of(truth)
    second = case_of(np.where(first.gap, 9.0, truth).astype(np.float32))
    drawn = [DeepImagePrior(steps=3, width=8, scales=2).draw(case)["optical"][:, case.gap] for case in (first, second)]
    assert np.array_equal(*drawn)
