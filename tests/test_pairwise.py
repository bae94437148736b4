"""The pairwise rival: its data, its training, and its answers to evaluation cases."""

from __future__ import annotations

import dataclasses
import json

import numpy as np
import pytest
import torch
from scenefill.benchmarks.pairwise import Budget, PairTrainer, load_pairwise, train_pair
from scenefill.core.errors import SceneFillError
from scenefill.core.model.config import model_config
from scenefill.core.model.pipeline import build_pipeline
from scenefill.training.data_types import Chip, ChipLayer
from scenefill.training.eval_scenes import simulated_scene
from scenefill.training.eval_tasks import make_case, tasks_for
from scenefill.training.pair_stream import PairStream, pair_batch, pair_chips
from scenefill.training.pairwise_net import TranslationNet
from scenefill.training.settings import TrainSettings
from scenefill.training.simcache import simulated_chips

PAIR = ("optical", "infrared")


@pytest.fixture(scope="module")
def settings(tmp_path_factory):
    folder = tmp_path_factory.mktemp("pairwise")
    return TrainSettings(
        output=str(folder), simulated_scenes=1, simulated_size=128, crop=64, context=128, batch=2, steps=1
    )


@pytest.fixture(scope="module")
def scene():
    return simulated_scene(5, 100)


def cases(scene):
    return {task.id: make_case(scene, task, [], 0) for task in tasks_for(scene)}


def small_net():
    torch.manual_seed(0)
    return TranslationNet(*PAIR, [3, 3], (16, 24, 32))


def test_it_is_as_large_as_nano():
    net = TranslationNet(*PAIR, [3, 3])
    nano = build_pipeline(model_config("nano"))
    parts = (net, nano.encoder, nano.heads, nano.generator)
    size, *whole = (sum(p.numel() for p in part.parameters()) for part in parts)
    assert size == pytest.approx(sum(whole), rel=0.02)


def test_trained_pairs_answer_their_own_cases(settings, scene, tmp_path):
    folder = train_pair(PAIR, settings, Budget(steps=1, batch=2), tmp_path)
    assert [path.suffix for path in sorted(folder.iterdir())] == [".json", ".safetensors", ".json"]
    facts = json.loads((folder / "training.json").read_text())
    assert (facts["steps"], facts["validation_model_space_mae"]) == (1, None)
    rival = load_pairwise(tmp_path)
    given = cases(scene)
    drawn = rival.translate(given["optical-to-infrared"])
    assert set(drawn) == {"infrared"}
    assert drawn["infrared"].shape == (3, 100, 100)
    assert np.isfinite(drawn["infrared"]).all()
    others = [case for name, case in given.items() if name != "optical-to-infrared"]
    assert [rival.translate(case) for case in others] == [None] * len(others)
    assert len(others) > 3
    alone = load_pairwise(folder).translate(given["optical-to-infrared"])
    assert np.array_equal(alone["infrared"], drawn["infrared"])


def test_a_folder_without_networks_is_told(tmp_path):
    with pytest.raises(SceneFillError) as error:
        load_pairwise(tmp_path)
    assert error.value.code == "unknown-model"


@pytest.mark.parametrize(("pair", "budget"), [(("optical", "optical"), Budget(steps=1)), (PAIR, Budget())])
def test_a_pair_and_a_limit_are_needed(settings, tmp_path, pair, budget):
    with pytest.raises(SceneFillError) as error:
        train_pair(pair, settings, budget, tmp_path)
    assert error.value.code == "train-config"


@pytest.mark.parametrize("adversarial", [0.0, 1.0])
def test_it_learns(settings, adversarial):
    """Twenty steps on one batch, with and without the judge."""
    chips = simulated_chips(f"{settings.output}/simulated", 1, 128, 0)
    stream = PairStream([], pair_chips(chips, *PAIR), PAIR, settings, 2, seed=1)
    batch = pair_batch(next(iter(stream)), torch.device("cpu"))
    trainer = PairTrainer(small_net(), Budget(learning_rate=2e-3, adversarial=adversarial), torch.device("cpu"))
    losses = [trainer.step(batch, 0.0) for _ in range(20)]
    assert losses[-1]["l1"] < 0.8 * losses[0]["l1"]
    assert ("judge" in losses[0]) == bool(adversarial)
    before = [p.clone() for p in trainer.net.parameters()]
    assert any(not torch.equal(a, b) for a, b in zip(before, trainer.finish().parameters()))


def test_unknown_pixels_teach_nothing():
    net = small_net().eval()
    rng = torch.Generator().manual_seed(0)
    values, mask, scene = torch.randn(1, 3, 16, 16, generator=rng), torch.ones(1, 3, 16, 16), torch.zeros(1, 4)
    mask[..., :8] = 0
    changed = torch.where(mask > 0, values, values + 3.0)
    assert torch.equal(net(values, mask, scene), net(changed, mask, scene))
    assert not torch.equal(net(values, mask, scene), net(values, torch.ones_like(mask), scene))


def layer(modality, bands, group, relative=()):
    values = np.zeros((bands, 8, 8), np.float16)
    return ChipLayer(modality, values, np.ones(values.shape, bool), group=group, relative=frozenset(relative))


def test_chips_of_a_pair_have_both_on_one_date():
    both = [layer("sar", 2, "a", ("vv",)), layer("optical", 3, "a"), layer("optical", 3, "b")]
    chips = [Chip("x", "train", 10.0, both), Chip("y", "train", 10.0, [layer("sar", 2, "a"), layer("optical", 3, "b")])]
    (found,) = pair_chips(chips, "optical", "sar")
    assert [(la.modality, la.group) for la in found.layers] == [("sar", "a"), ("optical", "a")]
    assert not found.layers[0].relative
    assert found.layers[0].weight < found.layers[1].weight
    (other,) = pair_chips(chips, "sar", "optical")
    assert other.layers[0].relative == {"vv"}
    assert dataclasses.asdict(chips[0])["layers"][0]["relative"] == {"vv"}
