"""Intervals, margins, coverage and seams have the values that their definitions give."""

from __future__ import annotations

import numpy as np
import pytest
from rasterio.transform import from_origin
from scenefill.core.errors import SceneFillError
from scenefill.training.eval_figures import as_it_comes, headline, honesty
from scenefill.training.eval_headline import CaseFigures, case_figures, categories, verdict
from scenefill.training.eval_intervals import Margin, Pool, Pooled
from scenefill.training.eval_methods import ADAPTED, DRAFT, ESTIMATE
from scenefill.training.eval_report import Honesty
from scenefill.training.eval_scenes import EvalScene, SceneLayer
from scenefill.training.eval_seams import seam_ratio, seams
from scenefill.training.eval_spread import Coverage, SpreadJudge
from scenefill.training.eval_tasks import CLOUDS, Case, Task

SIZE = 160
GRID = from_origin(500_000.0, 5_000_000.0, 10.0, 10.0)


def case_of(size: int = SIZE, top: float = 5_000_000.0) -> Case:
    """Flat optical and infrared of which the upper half is hidden."""
    layers = {m: SceneLayer(m, np.full((3, size, size), 0.2, np.float32)) for m in ("optical", "infrared")}
    grid = from_origin(500_000.0, top, 10.0, 10.0)
    scene = EvalScene("place/s2/2020", "EPSG:32633", grid, np.ones((size, size), bool), layers)
    hidden = np.zeros((size, size), bool)
    hidden[: size // 2] = True
    return Case(scene, Task("fill-alone", "Fill", "fill", ("optical", "infrared")), {CLOUDS: hidden})


def drawing(case: Case, spread: float, seed: int = 0) -> dict[str, np.ndarray]:
    rng = np.random.default_rng(seed)
    return {m: case.truth(m) + rng.normal(0, spread, case.truth(m).shape) for m in case.task.targets}


# --- intervals


def test_pooled_psnr_is_that_of_all_bands_and_hidden_pixels():
    case = case_of()
    pool = Pool(case)
    values = {m: case.truth(m) + error for m, error in (("optical", 0.1), ("infrared", 0.01))}
    found = pool.pooled(pool.errors(values, keeps=False))
    assert found.psnr == pytest.approx(-10 * np.log10((0.1**2 + 0.01**2) / 2), abs=1e-4)
    assert found.whole == pytest.approx(found.psnr + 10 * np.log10(2), abs=1e-4)  # half of the image was seen
    assert found.interval == pytest.approx((found.psnr, found.psnr), abs=1e-6)  # every block is alike


def test_what_a_whole_image_spoils_counts_in_the_whole_image_alone():
    case = case_of()
    pool = Pool(case)
    values = {m: case.truth(m) + 0.1 for m in case.task.targets}
    kept, pasted = (pool.pooled(pool.errors(values, keeps=keeps)) for keeps in (True, False))
    assert kept.psnr == pasted.psnr
    assert kept.whole == pytest.approx(20.0, abs=1e-4)
    assert pasted.whole == pytest.approx(20.0 + 10 * np.log10(2), abs=1e-4)


def test_the_interval_covers_the_truth_as_often_as_it_says():
    """Errors that are alike within a block and independent between blocks: what the bootstrap is for."""
    case = case_of()
    covered = 0
    for seed in range(40):
        level = np.abs(np.random.default_rng(seed).normal(0, 0.1, (SIZE // 16, SIZE // 16)))
        values = {m: case.truth(m) + np.kron(level, np.ones((16, 16))) for m in case.task.targets}
        pool = Pool(case, seed)
        low, high = pool.pooled(pool.errors(values, keeps=False)).interval
        covered += low <= 20.0 <= high
    assert 32 <= covered <= 40


def test_a_paired_interval_is_narrower_than_the_parts():
    case = case_of()
    rng = np.random.default_rng(3)
    level = np.kron(np.abs(rng.normal(0, 0.1, (10, 10))) + 0.01, np.ones((16, 16)))
    pool = Pool(case)
    own, other = (
        pool.errors({m: case.truth(m) + gain * level for m in case.task.targets}, keeps=False) for gain in (1.0, 1.1)
    )
    margin = pool.margin(own, other)
    assert margin.difference == pytest.approx(20 * np.log10(1.1), abs=1e-4)
    assert margin.interval == pytest.approx((margin.difference, margin.difference), abs=1e-6)
    low, high = pool.pooled(own).interval
    assert high - low > 0.5


def test_a_hole_in_the_gap_has_no_figure_and_one_around_it_does():
    case = case_of()
    pool = Pool(case)
    around, inside = drawing(case, 0.01), drawing(case, 0.01)
    around["optical"][0, -1, -1] = np.nan
    inside["optical"][0, 0, 0] = np.nan
    assert np.isfinite(pool.pooled(pool.errors(around, keeps=False)).psnr)
    with pytest.raises(SceneFillError) as caught:
        pool.errors(inside, keeps=False)
    assert caught.value.code == "not-finite"


# --- the headline


def figures(task: str, difference: float, trained_on: bool = False) -> CaseFigures:
    pooled = {
        ADAPTED: Pooled(30.0 + difference, (29.0, 31.0), 34.0),
        "trees": Pooled(30.0, (29.0, 31.0), 33.0),
        "nearest-date": Pooled(40.0, (39.0, 41.0), 43.0),
    }
    margin = Margin(difference, (difference - 0.1, difference + 0.1))
    return CaseFigures("place/s2", task, trained_on, 500, 9, pooled, ("nearest-date",), ADAPTED, "trees", margin)


def test_the_best_ranked_rival_is_the_one_to_beat():
    case = case_of()
    pool = Pool(case)
    spreads = {DRAFT: 0.01, ESTIMATE: 0.03, "nearest-date": 0.001, "telea": 0.05, "harmonic": 0.04}
    errors = {method: pool.errors(drawing(case, spread), keeps=False) for method, spread in spreads.items()}
    found = case_figures(case, pool, errors, ("nearest-date",))
    assert (found.own, found.rival) == (ESTIMATE, "harmonic")
    assert found.margin is not None
    assert found.margin.difference == pytest.approx(20 * np.log10(4 / 3), abs=0.05)
    assert list(found.pooled) == [ESTIMATE, DRAFT, "nearest-date", "harmonic", "telea"]


@pytest.mark.parametrize(
    ("margins", "average", "worst"),
    [([0.6, 0.5], True, True), ([2.0, -0.4], True, False), ([0.4, 0.5], False, True), ([-1.0], False, False)],
)
def test_what_is_asked_for_holds_or_does_not(margins, average, worst):
    found = verdict(margins)
    assert found is not None
    assert (found["average_holds"], found["worst_holds"]) == (average, worst)


def test_places_that_were_learnt_from_are_also_left_out():
    (group,) = categories([figures("fill-sar", 1.0, trained_on=True), figures("fill-sar", 0.2)])
    assert group.to_dict()["all"]["average"] == pytest.approx(0.6)
    assert group.to_dict()["new_places"]["average"] == pytest.approx(0.2)
    text = "\n".join(headline(group.figures))
    assert "| fill-sar | 2 | +0.60 | **yes** | +0.20 | **yes** |" in text
    assert "| fill-sar, without ‡ | 1 | +0.20 | no | +0.20 | **yes** |" in text
    assert "| place/s2 ‡ | 500 | 9 | **31.00** [29.00, 31.00] | 40.00 † | 30.00 [29.00, 31.00] | trees |" in text


def test_a_headline_without_scenefill_says_nothing_of_it():
    case = case_of()
    pool = Pool(case)
    found = case_figures(case, pool, {"telea": pool.errors(drawing(case, 0.1), keeps=False)}, ())
    assert found.margin is None
    assert "Asked for" not in "\n".join(headline([found]))


# --- spread and realisations


@pytest.mark.parametrize(("stated", "covered", "holds"), [(0.02, 0.90, True), (0.01, 0.589, False)])
def test_coverage_of_gaussian_errors_is_what_theory_says(stated, covered, holds):
    case = case_of()
    judge = SpreadJudge()
    spread = {m: np.full_like(case.truth(m), stated) for m in case.task.targets}
    judge.add(case, ADAPTED, drawing(case, 0.02), spread)
    assert [item.modality for item in judge.coverages] == ["optical", "infrared"]
    assert all(item.covered == pytest.approx(covered, abs=0.01) for item in judge.coverages)
    assert all(item.values == 3 * case.gap.sum() for item in judge.coverages)
    assert {curve.holds for curve in judge.curves()} == {holds}


def test_the_curve_sorts_errors_by_what_was_stated():
    case = case_of()
    rng = np.random.default_rng(1)
    spread = {m: rng.uniform(0.01, 0.05, case.truth(m).shape) for m in case.task.targets}
    values = {m: case.truth(m) + spread[m] * rng.standard_normal(spread[m].shape) for m in case.task.targets}
    judge = SpreadJudge()
    judge.add(case, ADAPTED, values, spread)
    curve = judge.curves()[0]
    assert len(curve.stated) == 10
    assert list(curve.stated) == sorted(curve.stated)
    assert curve.error == pytest.approx(curve.stated, rel=0.1)
    text = "\n".join(honesty(Honesty(tuple(judge.coverages), judge.curves())))
    assert "| scenefill-adapted | fill | optical | 38400 | 9" in text


def test_coverage_as_it_comes_is_of_adapted_fills_and_of_estimates_of_the_rest():
    def item(task: str, method: str, covered: float, values: int) -> Coverage:
        return Coverage("place", task, method, "optical", covered, values)

    items = [item("fill-alone", ADAPTED, 0.9, 300), item("fill-alone", ESTIMATE, 0.1, 300)]
    items += [item("sar-to-optical", ESTIMATE, 0.5, 100), item("sar-to-optical", DRAFT, 0.0, 100)]
    assert as_it_comes(items) == {"optical": [items[0], items[2]]}
    judge = SpreadJudge()
    judge.add(case_of(), ADAPTED, drawing(case_of(), 0.01), drawing(case_of(), 0.01))
    text = "\n".join(honesty(Honesty(tuple(items), judge.curves())))
    assert "| optical | 2 | 400 | 80.0 % | 70.0 % | no |" in text


def test_realisations_that_differ_as_much_as_they_err_cover_the_truth_as_expected():
    case = case_of()
    judge = SpreadJudge()
    middle = drawing(case, 0.02, seed=99)  # the truth is one more draw around it

    def around(spread: float, seed: int) -> dict[str, np.ndarray]:
        rng = np.random.default_rng(seed)
        return {m: values + rng.normal(0, spread, values.shape) for m, values in middle.items()}

    judge.add_realisations(case, [around(0.02, seed) for seed in range(4)])
    judge.add_realisations(case, [around(0.002, seed) for seed in range(4)])
    wide, narrow = (item for item in judge.ranges if item.modality == "optical")
    assert wide.expected == 0.6
    assert wide.covered == pytest.approx(0.6, abs=0.02)
    assert wide.distance == pytest.approx(1 / np.sqrt(1 + 1 / 4), abs=0.03)
    assert narrow.covered < 0.2
    assert narrow.distance < 0.15


# --- seams


def stepped(origin: int, size: int = SIZE) -> np.ndarray:
    """Noise of one level, with a jump at the edges of windows of 128 pixels on a lattice of 96."""
    places = origin + np.arange(size)
    steps = np.cumsum(((places % 96 == 0) | (places % 96 == 32)).astype(float))
    return np.random.default_rng(0).normal(0, 0.1, (1, size, size)) + steps[None, None, :]


@pytest.mark.parametrize("origin", [0, 17, -50])
def test_a_jump_at_the_edges_is_seen_wherever_the_image_begins(origin):
    judged = np.ones((1, SIZE, SIZE), bool)
    ratio, pairs = seam_ratio(stepped(origin), judged, (0, origin), 128, 32)
    assert ratio > 4.0
    assert pairs > 3 * SIZE
    shifted, _ = seam_ratio(stepped(origin + 7), judged, (0, origin), 128, 32)
    assert shifted < 1.2


def test_an_image_without_seams_has_a_ratio_of_one():
    noise = np.random.default_rng(2).normal(0, 1, (2, 300, 300))
    ratio, _ = seam_ratio(noise, np.ones(noise.shape, bool), (5, 9), 128, 32)
    assert ratio == pytest.approx(1.0, abs=0.03)


def test_seams_are_looked_for_in_the_gap_alone_and_on_the_absolute_lattice():
    case = case_of(top=4_999_830.0)
    noise = {m: case.truth(m) + stepped(50_000 % 96) for m in case.task.targets}
    outside = {
        m: np.where(case.gap, 0.2 + 0.01 * np.random.default_rng(1).normal(size=v.shape), v) for m, v in noise.items()
    }
    rng = np.random.default_rng(4)
    for modality in case.task.targets:
        case.scene.layers[modality].values[:] += rng.normal(0, 0.01, case.truth(modality).shape)
    assert all(seam.ratio > 2.0 for seam in seams(case, ADAPTED, noise, 128, 32))
    found = seams(case, ADAPTED, outside, 128, 32)
    assert {seam.modality for seam in found} == {"optical", "infrared"}
    assert all(seam.ratio < 1.1 and 0.9 < seam.truth < 1.1 for seam in found)
    text = "\n".join(honesty(Honesty(seams=tuple(found))))
    assert "| scenefill-adapted | optical | 1 |" in text
