"""Leaving the judged place out of translators, and putting aside a network that saw it."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import numpy as np
import pytest
import torch
from scenefill.core.model.export import write_untrained
from scenefill.core.model.store import read_manifest, verify_files, write_manifest
from scenefill.core.model.translate import Translators
from scenefill.core.model.translate_net import TranslatingNet, TranslatingNetwork, write_network
from scenefill.core.simulate import draw_scene
from scenefill.training import translators
from scenefill.training.data_types import Chip, make_layer
from scenefill.training.eval_scenes import simulated_scene
from scenefill.training.eval_tasks import make_case, tasks_for
from scenefill.training.leave_out import LeaveOut
from scenefill.training.translators import fit_all, gather_all

SIDE = 48
BANDS = {
    "optical": ("red", "green", "blue"),
    "infrared": ("nir", "swir16", "swir22"),
}


def chip(place: str, seed: int) -> Chip:
    values = draw_scene(seed, SIDE, 10.0, clouds=0.0, season=0.5).values
    valid = np.ones((SIDE, SIDE), bool)
    layers = [make_layer(m, dict(zip(names, values[m])), valid, group="a") for m, names in BANDS.items()]
    return Chip(place, "train", 10.0, layers)


@pytest.fixture(scope="module", autouse=True)
def few_trees():
    """How good translators are is not asked here, and many trees take a minute."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(translators, "TREES", 5)
        yield


@pytest.fixture(scope="module")
def chips():
    return [chip(f"place {number}", 40 + number) for number in range(5)]


@pytest.fixture(scope="module")
def model(chips, tmp_path_factory):
    folder = tmp_path_factory.mktemp("leave-out") / "toy"
    write_untrained(folder, "toy", seed=3)
    fit_all(gather_all(chips), folder)
    torch.manual_seed(0)
    net = TranslatingNet(3, 3)
    write_network(TranslatingNetwork(("optical",), "infrared", ("place 1", "far away"), (10.0, 10.0), net), folder)
    write_manifest(folder, read_manifest(folder))
    return str(folder)


@pytest.fixture(scope="module")
def left_out(model, chips, tmp_path_factory):
    return LeaveOut(model, tmp_path_factory.mktemp("left-out"), lambda: chips)


def case_of(place, task="optical-to-infrared"):
    scene = dataclasses.replace(simulated_scene(5, 64), id=f"{place}/s2")
    return make_case(scene, {t.id: t for t in tasks_for(scene)}[task], [], 0)


def told(model):
    (found,) = (one for one in Translators.load(Path(model)).members if one.target == "infrared")
    return found


def test_a_place_that_nothing_saw_is_judged_on_the_model_itself(left_out, model):
    assert left_out.model_for(case_of("nowhere")) == model
    assert left_out.is_new(case_of("nowhere"))


@pytest.mark.parametrize(("place", "keeps_network"), [("place 0", True), ("place 1", False), ("far away", False)])
def test_a_seen_place_is_judged_without_what_saw_it(left_out, model, place, keeps_network):
    folder = left_out.model_for(case_of(place))
    assert folder != model
    rest = told(folder)
    assert place not in rest.seen_places
    assert (rest.network is not None) == keeps_network
    assert told(model).network is not None and len(told(model).places) == 5
    verify_files(Path(folder), read_manifest(Path(folder)))


def test_a_task_that_translators_do_not_tell_leaves_the_model_as_it_is(left_out, model):
    assert left_out.model_for(case_of("place 0", "infrared-to-optical")) == model
    assert not left_out.is_new(case_of("place 0", "infrared-to-optical"))
