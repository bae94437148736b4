"""Translating networks: what they learn, how they are kept, and how a translator hears them."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest
import torch
from scenefill.core.errors import SceneFillError
from scenefill.core.model.translate import CONVOLVED_SHARE, Translators, features, write
from scenefill.core.model.translate_net import (
    TranslatingNet,
    TranslatingNetwork,
    load_networks,
    network_path,
    write_network,
)
from scenefill.core.simulate import draw_scene
from scenefill.training.settings import TrainSettings
from scenefill.training.translating import Box, train_network
from scenefill.training.translators import PlacePixels, fit

PAIR = ("optical", "infrared")


def scene_values(seed, size=96):
    return draw_scene(seed, size, 10.0, clouds=0.0, season=0.5).values


@pytest.fixture(scope="module")
def settings(tmp_path_factory):
    return TrainSettings(
        output=str(tmp_path_factory.mktemp("translating")), simulated_scenes=4, simulated_size=128, crop=64, context=128
    )


@pytest.fixture(scope="module")
def network(settings):
    return train_network(PAIR, settings, Box(steps=100, batch=4, ema=0.9, checkpoint=1000), lambda found: None)


@pytest.fixture(scope="module")
def translator():
    found = []
    for number in range(5):
        values = scene_values(900 + number, 64)
        rows = (planes.reshape(len(planes), -1).T for planes in (features(values["optical"]), values["infrared"]))
        found.append(PlacePixels(f"place {number}", *(np.asarray(part, np.float32) for part in rows)))
    return fit(found, PAIR[:1], PAIR[1])


def untrained(pixel_sizes=(10.0, 30.0), places=("here",)):
    torch.manual_seed(1)
    return TranslatingNetwork(PAIR[:1], PAIR[1], places, pixel_sizes, TranslatingNet(3, 3).eval())


def rms(error):
    return float(np.sqrt(np.nanmean(error**2)))


def test_a_short_training_beats_none_at_a_new_place(network):
    values = scene_values(77)
    told = network.tell(values["optical"].astype(np.float32), 10.0, "2020-07-01")
    blank = untrained().tell(values["optical"].astype(np.float32), 10.0, "2020-07-01")
    truth = values["infrared"]
    assert rms(told - truth) < 0.85 * rms(blank - truth)


def test_training_is_seeded_and_hands_over_checkpoints(settings):
    kept = []
    box = Box(steps=4, batch=2, checkpoint=2)
    first = train_network(PAIR, settings, box, kept.append)
    second = train_network(PAIR, settings, box, lambda found: None)
    assert len(kept) == 3 and kept[-1] is first
    pairs = zip(first.net.state_dict().values(), second.net.state_dict().values())
    assert all(torch.equal(one, other) for one, other in pairs)
    assert not any(torch.equal(a, b) for a, b in zip(kept[0].net.parameters(), first.net.parameters()) if a.dim() > 1)
    assert first.places == () and first.pixel_sizes[0] <= first.pixel_sizes[1]


@pytest.mark.parametrize(("pair", "box"), [(("optical", "optical"), Box(steps=1)), (PAIR, Box())])
def test_a_training_without_a_pair_or_a_limit_is_refused(settings, pair, box):
    with pytest.raises(SceneFillError) as caught:
        train_network(pair, settings, box, lambda found: None)
    assert caught.value.code == "train-config"


def test_any_size_is_told_and_holes_are_not_seen():
    network, bands = untrained(), scene_values(3)["optical"].astype(np.float32)[:, :45, :70]
    told = network.tell(bands, 10.0, None)
    assert told.shape == (3, 45, 70) and told.dtype == np.float32 and (told >= 0).all()
    holed, other = bands.copy(), bands.copy()
    holed[:, 20:30, 20:30], other[:, 20:30, 20:30] = np.nan, np.inf
    assert np.isfinite(network.tell(holed, 10.0, None)).all()
    assert np.array_equal(network.tell(holed, 10.0, None), network.tell(other, 10.0, None))
    assert not np.array_equal(network.tell(bands, 10.0, "2020-01-01"), network.tell(bands, 10.0, "2020-07-01"))


def test_an_empty_surrounding_does_not_shift_what_is_told(network):
    """A scene's edge falls anywhere in a window: moments of the empty part are none of the scene's."""
    bands = scene_values(3)["optical"].astype(np.float32)
    lonely = np.full((3, 192, 192), np.nan, np.float32)
    lonely[:, 96:, 96:] = bands
    alone, inside = network.tell(bands, 10.0, None), network.tell(lonely, 10.0, None)[:, 96:, 96:]
    # What convolutions make of the emptiness reaches in from the edge, a little.
    assert np.abs(inside - alone)[:, 24:, 24:].mean() < 0.06 * alone.std()


def test_what_is_stored_tells_the_same_in_half_precision(network, tmp_path):
    path = write_network(network, tmp_path)
    assert path == network_path(tmp_path, *((PAIR[0],), PAIR[1]))
    read = load_networks(tmp_path)[PAIR[:1], PAIR[1]]
    bands = scene_values(5)["optical"].astype(np.float32)
    told = [one.tell(bands, 10.0, None) for one in (network, read)]
    assert np.abs(told[0] - told[1]).max() < 0.01 * told[0].max()
    assert (read.places, read.pixel_sizes) == (network.places, network.pixel_sizes)
    again = tmp_path / "again"
    write_network(read, again)
    assert network_path(again, PAIR[:1], PAIR[1]).read_bytes() == path.read_bytes()


def test_a_file_of_another_kind_is_refused(tmp_path):
    path = network_path(tmp_path, PAIR[:1], PAIR[1])
    path.parent.mkdir()
    path.write_bytes(b"nothing")
    with pytest.raises(SceneFillError) as caught:
        load_networks(tmp_path)
    assert caught.value.code == "model-schema"


def test_a_translator_hears_its_network_where_pixels_are_as_in_training(translator, tmp_path):
    network = untrained()
    write(translator, tmp_path)
    (alone,) = Translators.load(tmp_path).members
    write_network(network, tmp_path)
    (both,) = Translators.load(tmp_path).members
    assert alone.network is None and both.seen_places == {*translator.places, "here"}
    bands = scene_values(6)["optical"].astype(np.float32)
    bands[:, :9, :9] = np.nan
    plain, said = alone.tell(bands, 10.0, None), both.network.tell(bands, 10.0, None)
    mixed = both.tell(bands, 10.0, None)
    assert np.allclose(mixed, (1 - CONVOLVED_SHARE) * plain + CONVOLVED_SHARE * said, equal_nan=True, atol=1e-6)
    assert np.isnan(mixed[:, :9, :9]).all()
    assert np.array_equal(both.tell(bands, 80.0, None), alone.tell(bands, 80.0, None), equal_nan=True)
    assert np.array_equal(dataclasses.replace(both, network=None).tell(bands, 10.0, None), plain, equal_nan=True)
