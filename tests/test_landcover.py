"""Land cover from a few labels: places and splits, features at pixels, classifiers, and the report."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
import rasterio
from click.testing import CliRunner
from rasterio.transform import from_origin
from scenefill.cli.exit_codes import ExitStatus
from scenefill.cli.main import main
from scenefill.core.errors import SceneFillError
from scenefill.core.feedback import Feedback
from scenefill.core.grid import Grid
from scenefill.core.job import Sampling
from scenefill.training.landcover import TASKS, at_pixels, fit_classifier, judge_land_cover, score_methods
from scenefill.training.landcover_data import GUARD, MIN_JUDGED, Place, find_places, split_place
from scenefill.training.landcover_report import BANDS, DRAWN, MEANS, MEANS_S, REAL, SCENE, LandCoverReport, Row
from scipy.ndimage import distance_transform_cdt, gaussian_filter

SIZE = 128
S2_NAMES = ["B01", "B02", "B03", "B04", "B05", "B06", "B07", "B08", "B8A", "B09", "B11", "B12"]
#: An odd corner of the lattice.
GRID = from_origin(500_010.0, 5_000_030.0, 10.0, 10.0)
ROWS_OF_ALL = (BANDS, MEANS, SCENE, MEANS_S)
WATER, CROPS, RARE = 1, 4, 3


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of chips with one place: two classes that differ in the infrared alone, and a few pixels of a third."""
    root = tmp_path_factory.mktemp("chips")
    rng = np.random.default_rng(1)
    field = gaussian_filter(rng.standard_normal((SIZE, SIZE)), 8)
    classes = np.where(field > 0, WATER, CROPS).astype(np.uint8)
    classes[:4, :4] = RARE
    stack = 1500 + 100 * rng.standard_normal((len(S2_NAMES), SIZE, SIZE))
    stack[S2_NAMES.index("B08")] += np.where(classes == CROPS, 1500, 0)
    stack[:, 50:52, :3] = 0  # nothing was seen here
    radar = np.stack([-10.0 + rng.standard_normal((SIZE, SIZE)), -17.0 + rng.standard_normal((SIZE, SIZE))])
    entries = []

    def add(product: str, values: np.ndarray, bands: list[str], units: str, date: str | None, scene: str) -> None:
        path = f"{scene}_{product}.tif"
        profile = {"driver": "GTiff", "count": len(bands), "height": SIZE, "width": SIZE, "dtype": values.dtype}
        nodata = 0 if product.startswith("s2") else None
        with rasterio.open(root / path, "w", crs="EPSG:32632", transform=GRID, nodata=nodata, **profile) as target:
            target.write(values)
        facts = {"split": "train", "scene": scene, "modality": product, "path": path, "date": date}
        entries.append({**facts, "bands": bands, "units": units})

    toa = np.rint(0.9 * stack).astype(np.uint16)
    add("s2_l2a", np.rint(stack).astype(np.uint16), S2_NAMES, "S2 L2A BOA x1e4", "20200823", "place")
    add("s2_l1c", toa, S2_NAMES, "S2 L1C TOA x1e4", "20200823", "place")
    add("s1rtc", radar.astype(np.float32), ["VV_dB", "VH_dB"], "gamma0 RTC dB", "20200903", "place")
    add("lulc", classes[None], ["class"], "codes", None, "place")
    add("s2_l2a", toa, S2_NAMES, "S2 L2A BOA x1e4", "20200823", "without-radar")
    add("lulc", classes[None], ["class"], "codes", None, "without-radar")
    (root / "manifest.json").write_text(json.dumps(entries))
    return root


@pytest.fixture(scope="module")
def one(data: Path) -> Place:
    (found,) = find_places(data, (), Feedback())
    return found


def test_a_place_is_read_as_jobs_see_it(one: Place) -> None:
    assert one.name == "place" and {m: v.shape[0] for m, v in one.layers.items()} == {
        "optical": 3,
        "infrared": 3,
        "multispectral": 4,
        "sar": 2,
    }
    assert "l2a" in one.inputs[0].path, "surface reflectance is preferred"
    assert one.inputs[0].bands["nir"] == 8 and one.inputs[1].bands == {"vv": 1, "vh": 2}
    assert [item.date for item in one.inputs] == ["2020-08-23", "2020-09-03"]
    nir = one.layers["infrared"][0]
    assert abs(np.nanmean(nir[one.classes == CROPS]) - 0.30) < 0.002
    assert set(np.unique(one.classes)) == {0, WATER, CROPS}, "a rare class is left out"
    assert not one.usable[50:52, :3].any() and not one.usable[:4, :4].any() and one.usable.mean() > 0.99


def test_only_the_bands_of_what_is_shown_reach_a_job(one: Place) -> None:
    (optical,) = one.showing(("optical",))
    assert dict(optical.bands) == {"blue": 2, "green": 3, "red": 4}
    (radar,) = one.showing(("sar",))
    assert radar == one.inputs[1]
    assert [item.modality for item in one.showing(("infrared", "sar"))] == ["infrared", "sar"]


def test_a_folder_without_such_a_place_is_told(data: Path, tmp_path: Path) -> None:
    for folder, wanted, code in ((data, ("without-radar",), "no-scenes"), (tmp_path, (), "no-manifest")):
        with pytest.raises(SceneFillError) as caught:
            find_places(folder, wanted, Feedback())
        assert caught.value.code == code


def test_labels_and_judged_pixels_are_apart(one: Place) -> None:
    split = split_place(one, 20, seed=3)
    classes, usable = one.classes.ravel(), one.usable.ravel()
    assert [set(classes[pixels]) for pixels in split.learn] == [{WATER}, {CROPS}]
    assert all(len(set(pixels)) == 20 for pixels in split.learn)
    assert usable[split.judge].all() and usable[split.scale].all()
    assert all((classes[split.judge] == code).sum() >= MIN_JUDGED for code in (WATER, CROPS))
    assert set(np.concatenate(split.learn)) <= set(split.scale)
    learnt = np.ones(SIZE * SIZE, bool)
    learnt[split.scale] = False
    distance = distance_transform_cdt(learnt.reshape(SIZE, SIZE), metric="chessboard").ravel()
    assert distance[split.judge].min() > GUARD
    again, other = split_place(one, 20, seed=3), split_place(one, 20, seed=4)
    assert np.array_equal(again.judge, split.judge) and np.array_equal(again.learn[0], split.learn[0])
    assert not np.array_equal(other.judge, split.judge)


def test_too_many_labels_are_told(one: Place) -> None:
    with pytest.raises(SceneFillError) as caught:
        split_place(one, SIZE * SIZE, seed=1)
    assert caught.value.code == "nothing-to-judge"


def test_coarse_features_lie_under_their_pixels() -> None:
    fine = Grid("EPSG:32632", (10.0, 0.0, 500_010.0, 0.0, -10.0, 5_000_030.0), 5, 4)
    coarse = Grid("EPSG:32632", (20.0, 0.0, 500_000.0, 0.0, -20.0, 5_000_040.0), 3, 3)
    values = np.arange(9.0).reshape(1, 3, 3)
    expected = [[0, 1, 1, 2, 2], [3, 4, 4, 5, 5], [3, 4, 4, 5, 5], [6, 7, 7, 8, 8]]
    assert at_pixels(values, coarse, fine)[0].tolist() == expected


def test_a_classifier_finds_what_is_there_and_nothing_else(one: Place) -> None:
    rng = np.random.default_rng(2)
    noise = rng.standard_normal((6, SIZE, SIZE)).astype(np.float32)
    told = np.concatenate([noise, (one.classes == CROPS)[None]]).astype(np.float32)
    methods = {BANDS: noise[:2], MEANS: noise, SCENE: told}
    scores = score_methods(one, methods, (5, 40), range(3), Feedback())
    assert min(scores[40][SCENE]) > 0.99
    assert max(abs(score - 0.5) for score in scores[40][MEANS]) < 0.1
    assert np.mean(scores[5][SCENE]) <= np.mean(scores[40][SCENE])
    row = Row.of("place", "all", SCENE, 40, scores)
    assert row.verdict() == row.verdict(BANDS) == "win" and 0.4 < row.gains[MEANS][0] < 0.6


def test_the_labels_themselves_choose_the_regularisation() -> None:
    rng = np.random.default_rng(5)
    classes = np.repeat([1, 2], 10)
    noise = rng.standard_normal((20, 200))
    weak = noise + 0.5 * np.where(classes == 1, 1.0, -1.0)[:, None]
    fitted = [fit_classifier(features, classes) for features in (noise, weak)]
    assert {float(model.C) for model in fitted} <= {0.01, 0.1, 1.0}
    assert fitted[1].score(weak, classes) == 1.0


def test_verdicts_need_two_standard_errors() -> None:
    def row(*scores: float) -> Row:
        rivals = {MEANS: [0.5] * len(scores), BANDS: [0.4] * len(scores)}
        return Row.of("p", "t", SCENE, 5, {5: {SCENE: list(scores), **rivals}})

    assert row(0.60, 0.61, 0.62).verdict() == "win"
    assert row(0.40, 0.41, 0.42).verdict() == "loss"
    assert row(0.40, 0.70, 0.45).verdict() == "even"
    assert row(0.5, 0.5).verdict() == "even"
    assert row(0.44, 0.45, 0.46).verdict(BANDS) == "win"


@pytest.fixture(scope="module")
def report(data: Path, model: str, tmp_path_factory: pytest.TempPathFactory) -> LandCoverReport:
    out = tmp_path_factory.mktemp("report") / "new"
    return judge_land_cover(data, out, model=model, seeds=2, labels=(5, 20), sampling=Sampling(steps=1, samples=1))


def test_the_report_compares_every_method(report: LandCoverReport) -> None:
    methods = {task.id: {row.method for row in report.rows if row.task == task.id} for task in TASKS}
    assert methods["all"] == set(ROWS_OF_ALL)
    assert methods["sar"] == methods["optical"] == {*ROWS_OF_ALL, DRAWN, REAL}
    assert len(report.rows) == 2 * (4 + 6 + 6)
    assert all(0.0 <= row.accuracy <= 1.0 for row in report.rows)
    found = {(row.task, row.method): row for row in report.rows if row.labels == 20}
    assert found["all", MEANS].accuracy > 0.9, "the infrared tells the classes apart"
    assert found["sar", MEANS].accuracy < 0.75, "the radar does not"
    assert found["sar", REAL].verdict() == "win" and found["sar", REAL].accuracy > 0.9
    assert found["all", MEANS].gains[MEANS] == (0.0, 0.0)


def test_the_report_is_written_as_tables_and_as_data(report: LandCoverReport) -> None:
    folder = Path(report.folder)
    assert sorted(path.name for path in folder.iterdir()) == ["landcover.json", "landcover.md"]
    text = (folder / "landcover.md").read_text(encoding="utf-8")
    assert text == report.markdown()
    assert "| place | labels | bands | means | S | means+S | means+drawn | means+real |" in text
    assert "| place (trained on) | 5 |" in text
    counts = report.tally("sar", REAL)
    assert sum(counts.values()) == 2
    assert f"- `means+real` against `means`: better by more than 2 standard errors in {counts['win']}" in text
    assert "- `S` against `bands`: better" in text and "`bands` against" not in text
    data = json.loads((folder / "landcover.json").read_text(encoding="utf-8"))
    assert len(data["rows"]) == len(report.rows) and data["settings"]["seeds"] == 2


def test_the_command_refuses_what_it_cannot_judge(data: Path, tmp_path: Path) -> None:
    arguments = ["landcover", "--data", str(data), "--out", str(tmp_path), "--place", "nowhere"]
    refused = CliRunner().invoke(main, arguments)
    assert refused.exit_code == ExitStatus.INPUT and "error[no-scenes]" in refused.stderr
