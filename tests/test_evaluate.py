"""Evaluation: scenes, hidden pixels, baselines, the engine as a method, joint generation and the report."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import rasterio
from rasterio.transform import from_origin
from scenefill.core.errors import SceneFillError
from scenefill.core.feedback import Feedback
from scenefill.core.model.export import write_untrained
from scenefill.training import joint as joint_module
from scenefill.training.baselines import NEAREST_DATE, RIDGE, TREES, TREES_TRAINED, Baselines
from scenefill.training.data_types import Chip, make_layer
from scenefill.training.eval_engine import SceneFillMethod
from scenefill.training.eval_features import neighbourhood_features, training_pixels
from scenefill.training.eval_find import JUDGED_DATES, evenly, find_scenes, open_data
from scenefill.training.eval_markdown import markdown
from scenefill.training.eval_methods import ADAPTED, DRAFT, ESTIMATE
from scenefill.training.eval_report import Comparison, Report, Row
from scenefill.training.eval_scenes import EvalScene, OtherDate, SceneLayer, clearest_crop, simulated_scene
from scenefill.training.eval_tasks import BLOCKS, CLOUDS, TASK_IDS, WHOLE, Case, cloud_shapes, make_case, tasks_for
from scenefill.training.evaluate import Wanted, evaluate
from scenefill.training.metrics import Scores, score
from scipy.ndimage import gaussian_filter

SIZE = 128
S2_BANDS = ["B1", "B2", "B3", "B4", "B5", "B6", "B7", "B8", "B8A", "B9", "B10", "B11", "B12"]
GRID = from_origin(500_000.0, 5_000_000.0, 10.0, 10.0)


def smooth(seed: int, sigma: float = 4.0, shape=(SIZE, SIZE)) -> np.ndarray:
    field = gaussian_filter(np.random.default_rng(seed).standard_normal(shape), sigma)
    return (field / field.std()).astype(np.float32)


def scene_of(size: int = 96, other: bool = True) -> EvalScene:
    """A scene whose other date and radar are linear in the judged date: a regression can be exact."""
    base = 0.2 + 0.03 * np.stack([smooth(i, shape=(size, size)) for i in range(3)])
    layers = {
        "optical": SceneLayer("optical", base, "2020-08-23"),
        "infrared": SceneLayer("infrared", 1.2 * base + 0.05, "2020-08-23"),
        "sar": SceneLayer("sar", (40.0 * base[:2] - 20.0).astype(np.float32), "2020-09-03"),
    }
    others = {
        "optical": SceneLayer("optical", (0.5 * base + 0.02).astype(np.float32), "2020-06-04"),
        "infrared": SceneLayer("infrared", (0.7 * base + 0.01).astype(np.float32), "2020-06-04"),
    }
    clear = np.ones((size, size), bool)
    clear[:10] = False
    dates = (OtherDate(others, -80.0, "2020-06-04"),) if other else ()
    return EvalScene("place/s2/2020-08-23", "EPSG:32633", GRID, clear, layers, dates)


def case_of(task_id: str, scene: EvalScene | None = None) -> Case:
    scene = scene or scene_of()
    task = next(task for task in tasks_for(scene) if task.id == task_id)
    case = make_case(scene, task, [], seed=1)
    assert case is not None
    return case


@pytest.fixture(scope="module")
def toy_model(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("model") / "toy"
    write_untrained(folder, "toy")
    return folder


@pytest.fixture(scope="module")
def small_data(tmp_path_factory) -> Path:
    """A folder like the real one: two dates of Sentinel-2, the later with a cloud, and a Sentinel-1 image."""
    root = tmp_path_factory.mktemp("data")
    (root / "demo" / "place").mkdir(parents=True)
    entries = []

    def add(product: str, date: str, bands: list[str], values: np.ndarray, units: str) -> None:
        relative = f"demo/place/{product}_{date}.tif"
        profile = {"driver": "GTiff", "count": len(bands), "height": SIZE, "width": SIZE, "dtype": values.dtype}
        with rasterio.open(root / relative, "w", crs="EPSG:32633", transform=GRID, **profile) as target:
            target.write(values)
        entries.append(
            {
                "split": "demo",
                "scene": "place",
                "modality": product,
                "date": date,
                "path": relative,
                "bands": bands,
                "shape": list(values.shape),
                "dtype": str(values.dtype),
                "crs": "EPSG:32633",
                "res": [10.0, 10.0],
                "units": units,
            }
        )

    levels = np.linspace(0.08, 0.25, len(S2_BANDS), dtype=np.float32)[:, None, None]
    ground = levels * (1.0 + 0.15 * smooth(0)) + 0.01 * smooth(1)
    ground[S2_BANDS.index("B10")] = 0.001
    cloudy = ground.copy()
    cloudy[:, 90:, 90:] = 0.7
    cloudy[S2_BANDS.index("B10"), 90:, 90:] = 0.02
    radar = np.stack([-10.0 + 2.0 * smooth(0), -17.0 + 2.0 * smooth(0)]).astype(np.float32)
    add("s2c", "20200604", S2_BANDS, np.rint(ground * 0.9 * 1e4).astype(np.uint16), "S2 L1C TOA x1e4")
    add("s2c", "20200823", S2_BANDS, np.rint(cloudy * 1e4).astype(np.uint16), "S2 L1C TOA x1e4")
    add("s1", "20200903", ["VV_dB", "VH_dB"], radar, "sigma0 dB")
    (root / "manifest.json").write_text(json.dumps(entries))
    return root


# --- scenes


def test_every_clear_date_is_a_scene_with_its_layers_and_clouds(small_data):
    earlier, later = find_scenes(open_data(small_data), SIZE, Feedback())
    assert (earlier.id, later.id) == ("place/s2c/2020-06-04", "place/s2c/2020-08-23")
    assert [(date.date, date.offset) for date in earlier.other] == [("2020-08-23", 80.0)]
    assert [(date.date, date.offset) for date in later.other] == [("2020-06-04", -80.0)]
    assert set(later.layers) == {"optical", "infrared", "multispectral", "sar"}
    assert not later.clear[92:, 92:].any()
    assert np.isnan(earlier.other[0].layers["optical"].values[:, 92:, 92:]).all()
    assert later.clear[:60, :60].mean() > 0.8
    assert np.nanmax(later.layers["optical"].values[:, later.clear]) < 0.4
    assert later.layers["sar"].values.min() < -10.0


def test_a_folder_beneath_the_manifest_gives_the_same_scenes(small_data):
    above = find_scenes(open_data(small_data), SIZE, Feedback())
    below = find_scenes(open_data(small_data / "demo"), SIZE, Feedback())
    named = find_scenes(open_data(small_data, "train", ["place"]), SIZE, Feedback())
    ids = [scene.id for scene in above]
    assert [scene.id for scene in below] == [scene.id for scene in named] == ids


def test_a_place_that_is_not_there_is_told(small_data):
    with pytest.raises(SceneFillError, match="nowhere") as caught:
        open_data(small_data, places=["place", "nowhere"])
    assert caught.value.code == "no-entries"
    assert "place" in caught.value.hint


def test_dates_are_chosen_evenly():
    assert evenly(list(range(12)), 3) == [2, 6, 10]
    assert evenly("ab", 3) == ["a", "b"]
    assert evenly([], 3) == []


@pytest.fixture(scope="module")
def series(data_dir) -> dict[str, EvalScene]:
    """Two training places with many dates, of which the model is said to have learnt from one."""
    data = open_data(data_dir, places=["slovenia_eolearn", "belgium_worldcereal_a"])
    return {scene.id: scene for scene in find_scenes(data, 96, Feedback(), held_out=["slovenia_eolearn"])}


def test_a_series_without_dates_keeps_its_order(series):
    scene = series["slovenia_eolearn/s2_l1c/t3"]
    assert scene.layers["optical"].date is None
    assert [date.offset for date in scene.other] == [-1.0, 1.0]  # t0 and t1 are cloudy
    assert "slovenia_eolearn/s2_l1c/t0" not in series


def test_other_dates_are_of_both_sides_and_the_nearest_first(series):
    scene = series["belgium_worldcereal_a/s2/2021-02-01"]
    assert [date.date for date in scene.other] == ["2021-03-01", "2021-04-01", "2020-11-01"]
    assert [date.offset for date in scene.other] == [28.0, 59.0, -92.0]
    assert len([name for name in series if name.startswith("belgium")]) == JUDGED_DATES


def test_a_place_that_the_model_learnt_from_is_marked(series):
    learnt, held = series["belgium_worldcereal_a/s2/2021-06-01"], series["slovenia_eolearn/s2_l1c/t2"]
    assert learnt.trained_on
    assert "trained on this place" in " ".join(learnt.notes)
    assert not held.trained_on
    assert "held out" in " ".join(held.notes)


def test_real_scenes_are_found_and_only_clear_pixels_are_judged(data_dir):
    scenes = {scene.id: scene for scene in find_scenes(open_data(data_dir / "demo"), 192, Feedback())}
    assert "pakistan_ssl4eo/s2c/2020-08-23" not in scenes  # a few clear pixels in a hundred
    scene = scenes["pakistan_ssl4eo/s2a/2020-08-13"]
    assert scene.layers["sar"].date == "2020-09-03"
    assert scene.other[0].layers["optical"].date == "2020-06-04"
    coast = scenes["gulfcoast_l8_cloudy/l8_l1"]
    assert set(coast.layers) >= {"optical", "infrared", "panchromatic", "thermal"}
    temperature = coast.layers["thermal"].values[0]
    assert 288.0 < np.nanmedian(temperature[coast.clear]) < 303.0
    assert np.nanpercentile(temperature[coast.clear], 1) > np.nanpercentile(temperature[~coast.clear], 1)
    assert len(cloud_shapes(open_data(data_dir))) == 3


@pytest.mark.parametrize(
    ("text", "code"), [(None, "no-manifest"), ("[}", "bad-manifest"), ("{}", "bad-manifest"), ("[]", "no-entries")]
)
def test_bad_folders_have_their_own_codes(tmp_path, text, code):
    if text is not None:
        (tmp_path / "manifest.json").write_text(text)
    with pytest.raises(SceneFillError) as caught:
        open_data(tmp_path)
    assert caught.value.code == code


def test_the_crop_is_where_it_is_clearest():
    scene = scene_of(96)
    clear = np.zeros((96, 96), bool)
    clear[50:90, 20:60] = True
    found = clearest_crop(EvalScene(scene.id, scene.crs, GRID, clear, scene.layers, scene.other), 40)
    assert found.clear.all()
    assert (found.transform.c, found.transform.f) == (500_000.0 + 20 * 10, 5_000_000.0 - 50 * 10)
    assert np.array_equal(found.layers["sar"].values, scene.layers["sar"].values[:, 50:90, 20:60])


def test_a_simulated_scene_allows_every_fill():
    scene = simulated_scene(3, 64)
    assert {task.id for task in tasks_for(scene)} >= {"fill-sar-date", "fill-date", "fill-sar", "fill-alone"}
    before, after = scene.other
    assert before.offset < 0 < after.offset
    assert not np.array_equal(before.layers["optical"].values, after.layers["optical"].values)


def test_every_task_has_a_name_that_can_be_asked_for():
    assert {task.id for task in tasks_for(simulated_scene(3, 64))} <= set(TASK_IDS)


# --- hidden pixels


def test_only_clear_pixels_are_hidden_and_kinds_do_not_overlap():
    case = case_of("fill-sar-date")
    assert set(case.hidden) == {CLOUDS, BLOCKS}
    assert not (case.gap & ~case.scene.clear).any()
    assert not (case.hidden[CLOUDS] & case.hidden[BLOCKS]).any()
    assert 0.15 < case.hidden[CLOUDS].sum() / case.scene.clear.sum() < 0.5


def test_the_same_pixels_are_hidden_in_every_fill():
    first, second = case_of("fill-sar-date"), case_of("fill-alone")
    assert all(np.array_equal(first.hidden[kind], second.hidden[kind]) for kind in first.hidden)
    task = first.task
    other = make_case(first.scene, task, [], seed=2)
    assert other is not None
    assert not np.array_equal(other.hidden[CLOUDS], first.hidden[CLOUDS])


def test_nothing_hidden_can_be_seen():
    case = case_of("fill-sar-date")
    for modality in case.task.targets:
        seen = case.seen_target(modality)
        assert np.isnan(seen[:, case.gap]).all()
        assert np.isnan(seen[:, ~case.scene.clear]).all()
    assert not {"optical", "infrared"} & set(case.shown_layers())
    assert set(case.shown_layers()) == {"sar", "optical@1", "infrared@1"}
    draw = case_of("optical-to-infrared")
    assert set(draw.hidden) == {WHOLE}
    assert np.isnan(draw.seen_target("infrared")).all()
    assert np.isnan(draw.shown_layers()["optical"][:, ~draw.scene.clear]).all()


# --- baselines


def baselines(chips=()) -> Baselines:
    return Baselines(lambda: list(chips), seed=0, pixels=3_000, trees=20)


def mae(case: Case, drawing: dict, modality: str = "optical", kind: str = CLOUDS) -> float:
    return score(drawing[modality], case.truth(modality), case.judged(modality, kind), "reflectance").mae


def test_ridge_finds_a_linear_relation_to_another_date():
    case = case_of("fill-date")
    drawn = dict(baselines().draw(case))
    assert mae(case, drawn[RIDGE]) < 0.001
    assert mae(case, drawn[NEAREST_DATE]) > 0.02


def test_a_band_that_the_other_date_lacks_stops_no_baseline():
    case = case_of("fill-date")
    other = case.scene.other[0]
    infrared = other.layers["infrared"]
    lacking = infrared.values.copy()
    lacking[2] = np.nan
    date = replace(other, layers={**other.layers, "infrared": replace(infrared, values=lacking)})
    drawn = dict(baselines().draw(replace(case, scene=replace(case.scene, other=(date,)))))
    assert {RIDGE, TREES} <= set(drawn)
    assert all(np.isfinite(drawn[method]["optical"][:, case.gap]).all() for method in (RIDGE, TREES))


def test_no_baseline_depends_on_what_is_hidden():
    case = case_of("fill-sar-date")
    spoilt = {
        key: SceneLayer(key, np.where(case.gap & (key != "sar"), 9.0, layer.values).astype(np.float32), layer.date)
        for key, layer in case.scene.layers.items()
    }
    scene = EvalScene(case.scene.id, case.scene.crs, GRID, case.scene.clear, spoilt, case.scene.other)
    other = Case(scene, case.task, case.hidden, case.seed)
    first, second = dict(baselines().draw(case)), dict(baselines().draw(other))
    for method, drawing in first.items():
        for modality in case.task.targets:
            assert np.array_equal(drawing[modality][:, case.gap], second[method][modality][:, case.gap]), method


def test_neighbourhood_means_skip_absent_pixels():
    band = np.full((1, 12, 12), 2.0, np.float32)
    band[0, 5, 5] = np.nan
    found = neighbourhood_features({"sar": band})
    assert found.shape == (3, 12, 12)
    assert np.isnan(found[0, 5, 5])
    assert np.allclose(found[1:], 2.0)


def chip(place: str, seed: int, relative: frozenset = frozenset()) -> Chip:
    """Infrared is twice the optical of the same date."""
    optical = {name: 0.1 + 0.02 * smooth(seed + i) for i, name in enumerate(("red", "green", "blue"))}
    infrared = dict(zip(("nir", "swir16", "swir22"), (2.0 * plane for plane in optical.values())))
    radar = dict(zip(("vv", "vh"), (100.0 * plane - 25.0 for plane in optical.values())))
    valid = np.ones((SIZE, SIZE), bool)
    layers = [
        make_layer("optical", optical, valid, group="a"),
        make_layer("infrared", infrared, valid, group="a", relative=relative),
        make_layer("sar", radar, valid, group="a"),
    ]
    return Chip(place, "train", 10.0, layers)


def test_regressions_of_whole_modalities_learn_from_training_chips():
    learnt = baselines([chip("a", 0), chip("b", 10)]).regressions(("optical",), "infrared")
    assert learnt is not None
    assert learnt.places == ("a", "b")
    optical = 0.1 + 0.02 * np.stack([smooth(50 + i) for i in range(3)])
    drawn = learnt.predict({"optical": optical}, TREES_TRAINED)
    assert np.abs(drawn - 2.0 * optical).mean() < 0.01


def test_uncalibrated_chips_teach_no_scale():
    chips = [chip("a", 0, relative=frozenset({"nir"}))]
    assert training_pixels(chips, ("optical",), "infrared", np.random.default_rng(0)) is None
    drawn = dict(baselines(chips).draw(case_of("optical-to-infrared")))
    assert set(drawn) == {NEAREST_DATE}


# --- SceneFill as a method


def test_the_engine_sees_what_the_case_shows_and_keeps_it(tmp_path, toy_model):
    case = case_of("fill-sar-date")
    method = SceneFillMethod(lambda _: str(toy_model), tmp_path / "work", steps=1, samples=1)
    job = method.job_for(case, "draft", _made(tmp_path / "look"))
    assert [item.date for item in job.inputs] == ["2020-08-23", "2020-09-03", "2020-06-04"]
    with rasterio.open(job.inputs[0].path) as source:
        written = source.read()
        assert (written[:, case.gap] == 0).all()
        assert (written[:, ~case.gap & case.scene.clear] > 0).all()
        assert source.transform == case.scene.transform
    drawn = method.draw(case, "draft").values
    for modality in case.task.targets:
        visible = case.scene.clear & ~case.gap
        kept = np.abs(drawn[modality] - case.truth(modality))[:, visible]
        assert kept.max() <= 0.51e-4  # observed pixels come back: only the rounding to uint16 differs
        assert np.isfinite(drawn[modality][:, case.gap]).all()
    assert not (tmp_path / "work" / "case").exists()


def _made(folder: Path) -> Path:
    (folder / "inputs").mkdir(parents=True)
    return folder


def test_every_other_date_is_an_input_of_its_own(tmp_path, toy_model):
    scene = simulated_scene(3, 64)
    case = case_of("fill-date", scene)
    job = SceneFillMethod(lambda _: str(toy_model), tmp_path, 1, 1).job_for(
        case, "estimate", _made(tmp_path / "look"), adapt=7
    )
    assert [item.date for item in job.inputs] == ["2021-07-01", "2021-05-07", "2021-09-30"]
    assert len({item.path for item in job.inputs}) == 3
    assert job.sampling.adapt.steps == 7


def test_spread_and_realisations_are_read_back(tmp_path, toy_model):
    case = case_of("fill-sar")
    drawn = SceneFillMethod(lambda _: str(toy_model), tmp_path, 1, 1).draw(case, "realisation", samples=2)
    assert len(drawn.samples) == 2
    assert not np.array_equal(drawn.samples[0]["optical"], drawn.samples[1]["optical"])
    for modality in case.task.targets:
        assert (drawn.spread[modality][:, case.gap] > 0).all()
        assert np.isfinite(drawn.samples[1][modality][:, case.gap]).all()


class Mean:
    """A rival from outside: the mean of what is seen."""

    def translate(self, case: Case) -> dict[str, np.ndarray]:
        level = {m: np.nanmean(case.seen_target(m)) for m in case.task.targets}
        return {m: np.full_like(case.truth(m), value) for m, value in level.items()}


def test_a_quick_evaluation_writes_both_files(tmp_path, small_data, toy_model):
    mean = {"mean": Mean()}
    wanted = Wanted(str(toy_model), quick=True, tasks=("fill-sar",), prior=True, realisations=2, translators=mean)
    report = evaluate(small_data / "demo", tmp_path, wanted)
    data = json.loads(report.json_path.read_text())
    assert data["schema"] == "scenefill-evaluation/2"
    assert data["settings"]["weights_sha256"]
    assert data["settings"]["machine"]
    assert data["settings"]["command"].endswith("--quick --dip --realisations 2 --mean FOLDER")
    methods = {row["method"] for row in data["rows"]}
    rivals = {"nearest-date", "harmonic", "telea", "ridge", "ridge-means", "trees", "image-prior", "mean"}
    assert methods == {ADAPTED, ESTIMATE, DRAFT, *rivals}
    pixels = {(r["task"], r["modality"], r["hidden"]): set() for r in data["rows"]}
    for row in data["rows"]:
        pixels[row["task"], row["modality"], row["hidden"]].add(row["pixels"])
    assert all(len(counts) == 1 for counts in pixels.values())
    for found in data["cases"]:
        assert found["own"] == ADAPTED
        assert found["margin"]["interval"][0] <= found["margin"]["difference"] <= found["margin"]["interval"][1]
        assert set(found["pooled"]) == {row["method"] for row in data["rows"] if row["task"] == found["task"]}
    assert {item["modality"] for item in data["coverage"]} == {"optical", "infrared", "multispectral"}
    assert {item["expected"] for item in data["realisations"]} == {1 / 3}
    text = report.markdown_path.read_text()
    assert "### Fill optical, infrared, multispectral with SAR\n" in text
    assert "## Headline" in text
    assert "## Is the stated spread true?" in text
    assert "nearest-date †" in text  # in the fill that shows no other date
    assert not (tmp_path / "work").exists()


def test_an_evaluation_is_the_same_again(tmp_path, small_data):
    first = evaluate(small_data, tmp_path / "a", Wanted(None, quick=True))
    second = evaluate(small_data, tmp_path / "b", Wanted(None, quick=True))
    assert first.rows == second.rows
    assert first.figures == second.figures
    assert {row.task for row in first.rows} == {"fill-sar-date", "fill-alone", "sar-to-optical"}
    shown = next(item for item in first.figures if item.task == "fill-sar-date")
    alone = next(item for item in first.figures if item.task == "fill-alone")
    assert (shown.unranked, alone.unranked) == ((), (NEAREST_DATE,))
    assert shown.own is shown.margin is None


@pytest.mark.parametrize(
    ("wanted", "code"),
    [
        (Wanted("no-such-model"), "unknown-model"),
        (Wanted(None, joint=True), "no-model"),
        (Wanted(None, tasks=("fill-everything",)), "bad-value"),
    ],
)
def test_what_cannot_be_wanted_is_told_first(tmp_path, wanted, code):
    with pytest.raises(SceneFillError) as caught:
        evaluate(tmp_path / "nowhere", tmp_path, wanted)
    assert caught.value.code == code


# --- joint generation


def test_agreement_tells_pairs_from_shuffled_pairs():
    planes = [np.stack([smooth(seed), smooth(seed + 1)]) for seed in (0, 10, 20)]
    same = joint_module.agreement([(plane, plane) for plane in planes])
    mixed = joint_module.agreement([(planes[0], planes[1]), (planes[1], planes[2])])
    assert same.correlation == pytest.approx(1.0)
    assert same.r2 == pytest.approx(1.0)
    assert mixed.r2 < 0.0
    assert abs(mixed.correlation) < 0.5


def test_flat_drawings_do_not_agree():
    flat = np.zeros((1, 16, 16), np.float32)
    assert joint_module.agreement([(flat, smooth(0, shape=(1, 16, 16)))]).correlation == 0.0


def test_joint_scenes_are_measured_beside_shuffled_ones(tmp_path, toy_model):
    learnt = baselines([chip("a", 0), chip("b", 10)])
    report = joint_module.joint_consistency(
        str(toy_model), tmp_path, learnt, [scene_of()], seeds=(1, 2), size=64, steps=1
    )
    assert [(item.shown, item.target) for item in report.relations] == list(joint_module.RELATIONS)
    for item in report.relations:
        assert item.together.pairs == 2
        assert item.shuffled is not None
        assert item.shuffled.pairs == 2
        assert item.real is not None
    assert report.places == ("a", "b")


# --- the report


def row(method: str, error: float, ranked: bool = True) -> Row:
    scores = Scores(error, 0.0, 20.0 - error, 0.9, 3.0 + error, 100, 3)
    return Row("place", "fill-alone", "fill", "optical", CLOUDS, method, scores, ranked)


def report_of(*rows: Row) -> Report:
    facts = {"id": "place", "shape": [10, 10], "clear": 1.0, "notes": []}
    return Report(rows, (facts,), {"fill-alone": "Fill"}, {"command": "scenefill evaluate"})


def test_losses_are_reported_as_losses():
    report = report_of(row(ESTIMATE, 0.03), row(DRAFT, 0.01), row("inpainting", 0.02))
    assert report.tally(ESTIMATE) == {"win": 0, "loss": 1, "alone": 0}
    assert report.tally(DRAFT) == {"win": 1, "loss": 0, "alone": 0}
    text = markdown(report)
    assert "| 0.0300 | 0.0100 | 0.0200 (inpainting) | 1.50 | loss |" in text
    assert "| scenefill-draft | **0.0100** |" in text


def test_an_unranked_method_is_shown_and_beats_nobody():
    found = Comparison((row(ESTIMATE, 0.03), row("nearest-date", 0.001, ranked=False)))
    assert found.verdict(ESTIMATE) == "alone"
    assert found.best("mae") == 0.03
    assert "nearest-date † | 0.0010 |" in markdown(report_of(*found.rows))
