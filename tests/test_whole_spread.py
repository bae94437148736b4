"""The spread of a modality of which nothing was observed: how its factors are measured, kept and used."""

from __future__ import annotations

import dataclasses
import json
import shutil
from pathlib import Path

import numpy as np
import pytest
from rasterio.transform import from_origin
from scenefill.core.feedback import Feedback
from scenefill.core.model.runtime import SceneModel
from scenefill.core.model.store import read_manifest
from scenefill.core.model.tensors import Observation
from scenefill.training import whole_spread
from scenefill.training.eval_engine import Drawn
from scenefill.training.eval_scenes import EvalScene, SceneLayer
from scenefill.training.eval_tasks import WHOLE, Case, Task
from scenefill.training.whole_spread import calibrate_whole, needed, widest


def case_of(error: float) -> tuple[Case, Drawn]:
    """Radar that is drawn with Gaussian errors and a stated spread of 1 dB."""
    rng = np.random.default_rng(0)
    truth = rng.normal(-12.0, 2.0, (2, 200, 200)).astype(np.float32)
    clear = np.ones((200, 200), bool)
    grid = from_origin(500_000.0, 5_000_000.0, 10.0, 10.0)
    scene = EvalScene("place/s1", "EPSG:32633", grid, clear, {"sar": SceneLayer("sar", truth)})
    case = Case(scene, Task("optical-to-sar", "Radar", "draw", ("sar",), ("optical",)), {WHOLE: clear})
    drawn = truth + rng.normal(0.0, error, truth.shape).astype(np.float32)
    return case, Drawn({"sar": drawn}, {"sar": np.ones_like(truth)})


@pytest.mark.parametrize("error", [0.5, 2.0])
def test_the_factor_is_what_the_stated_spread_lacks(error):
    assert needed(*case_of(error)) == pytest.approx(error, rel=0.02)


def test_a_place_that_is_further_off_than_the_others_decides():
    found = [("a-to-b", "near", 0.4), ("a-to-b", "near", 3.0), ("a-to-b", "near", 0.5), ("a-to-b", "far", 1.3)]
    found += [("c-to-b", "near", 0.7), ("c-to-b", "nowhere", float("nan")), ("d-to-b", "nowhere", float("nan"))]
    assert widest(found) == {"a-to-b": 1.3, "c-to-b": 1.0}, "of a place its median scene, and no spread grows narrower"


def test_who_sees_more_is_as_sure_as_with_the_best_of_it(model):
    factors = {"infrared-to-optical": 1.5, "sar-to-optical": 1.2, "optical-sar-to-infrared": 2.0}
    manifest = dataclasses.replace(read_manifest(Path(model)), calibration={"whole": factors})
    assert manifest.whole_factor(["infrared"], "optical") == 1.5
    assert manifest.whole_factor(["infrared", "sar"], "optical") == 1.2
    assert manifest.whole_factor(["infrared", "optical"], "optical") == 1.0, "something of it is seen"
    assert manifest.whole_factor(["optical"], "infrared") == 1.0, "only measured with radar beside it"
    assert manifest.whole_factor(["optical", "sar"], "infrared") == 2.0
    assert dataclasses.replace(manifest, calibration={}).whole_factor(["sar"], "optical") == 1.0


def test_the_model_states_it(model):
    scene_model = SceneModel.load(model)
    rng = np.random.default_rng(1)
    radar = Observation("sar", rng.normal(-12, 2, (2, 128, 128)).astype(np.float32), np.ones((2, 128, 128), bool), 10.0)

    def spreads() -> dict[str, np.ndarray]:
        drawn = scene_model.draft([[radar]], 10.0, (128, 128), [None], ["optical", "infrared"])
        return {name: one.std for name, one in drawn[0].items()}

    before = spreads()
    calibration = {**scene_model.manifest.calibration, "whole": {"sar-to-optical": 1.5}}
    scene_model.manifest = dataclasses.replace(scene_model.manifest, calibration=calibration)
    after = spreads()
    assert np.allclose(after["optical"], 1.5 * before["optical"], rtol=1e-5)
    assert np.array_equal(after["infrared"], before["infrared"])


def test_factors_are_measured_on_training_places_and_kept_in_the_manifest(tmp_path, model, data_dir, monkeypatch):
    folder, chips = tmp_path / "model", tmp_path / "chips"
    shutil.copytree(model, folder)
    entries = json.loads((data_dir / "manifest.json").read_text())
    some = [e for e in entries if e["scene"] in ("denmark_terramesh", "pakistan_ssl4eo", "eifel_sen12mscr")]
    for entry in some:
        (chips / entry["path"]).parent.mkdir(parents=True, exist_ok=True)
        (chips / entry["path"]).symlink_to(data_dir / entry["path"])
    (chips / "manifest.json").write_text(json.dumps(some))
    judged: list[str] = []
    monkeypatch.setattr(whole_spread, "CROP", 64)

    class Told(Feedback):
        def log(self, level: str, text: str) -> None:
            judged.append(text)

    before = read_manifest(folder)
    calibrate_whole(str(folder), chips, without=("eifel_sen12mscr",), feedback=Told())
    after = read_manifest(folder)
    assert set(after.calibration["whole"]) >= {"sar-to-optical", "optical-to-sar", "infrared-to-optical"}
    assert all(factor >= 1.0 for factor in after.calibration["whole"].values())
    assert {k: v for k, v in after.calibration.items() if k != "whole"} == dict(before.calibration)
    assert judged and all("denmark" in text for text in judged if "-to-" in text), "no demo place, nothing left out"
