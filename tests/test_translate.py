"""Translators: what they learn, how they are kept, and what they change in a job."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import numpy as np
import pytest
import rasterio
from scenefill.core.engine.run import run_job
from scenefill.core.errors import SceneFillError
from scenefill.core.model.store import read_manifest, write_manifest
from scenefill.core.model.tensors import Observation
from scenefill.core.model.translate import Translators, features, join, network_share, observed_bands, retextured, write
from scenefill.core.model.translate_net import FOLDER as NETWORKS
from scenefill.core.simulate import draw_scene
from scenefill.tests.engine_scene import Recorder, crop_extent, fill_job, read
from scenefill.training.data_types import Chip, make_layer
from scenefill.training.translators import PAIRS, PlacePixels, family, fit, gather
from scipy import ndimage

SHOWN, TARGET = ("optical",), "infrared"


def scene_values(seed, size=96):
    return draw_scene(seed, size, 10.0, clouds=0.0, season=0.5).values


@pytest.fixture(scope="module")
def places():
    found = []
    for number in range(6):
        values = scene_values(900 + number)
        x = features(values["optical"])
        rows = (planes.reshape(len(planes), -1).T for planes in (x, values["infrared"]))
        found.append(PlacePixels(f"place {number}", *(np.asarray(part, np.float32) for part in rows)))
    return found


@pytest.fixture(scope="module")
def translator(places):
    return fit(places, SHOWN, TARGET)


def test_features_know_nothing_of_holes_and_little_of_far_pixels():
    bands = scene_values(3)["optical"].astype(np.float32)
    whole = features(bands)
    assert whole.shape == (5 * 3 + 3 * 3, *bands.shape[1:])
    holed = bands.copy()
    holed[:, 40:60, 40:60] = np.nan
    holed[0, 0, 0] = np.nan
    found = features(holed)
    assert np.isnan(found[:, 40:60, 40:60]).all() and np.isnan(found[:, 0, 0]).all()
    assert np.array_equal(found[:, :20, 20:], whole[:, :20, 20:])
    near = found[:, 39, 50]
    assert np.isfinite(near).all() and not np.array_equal(near, whole[:, 39, 50])


def test_a_translator_is_better_than_the_mean_at_a_place_that_it_never_saw(translator):
    values = scene_values(77)
    told = translator.tell(values["optical"], 10.0, None)
    truth = values["infrared"]
    error = np.sqrt(((told - truth) ** 2).mean(axis=(1, 2)))
    assert (error < 0.9 * truth.std(axis=(1, 2))).all()
    inside = np.abs(told - truth) <= 1.6449 * translator.spread(told)
    assert 0.6 < inside.mean() <= 1.0


def test_places_count_alike_whatever_their_size(places):
    many = [places[0], *(PlacePixels(p.place, p.features[:900], p.target[:900]) for p in places[1:])]
    twice = PlacePixels("place 0", np.tile(places[0].features, (2, 1)), np.tile(places[0].target, (2, 1)))
    one, other = (fit(group, SHOWN, TARGET) for group in (many, [twice, *many[1:]]))
    assert np.allclose(one.weights, other.weights, rtol=1e-4, atol=1e-5)


def test_too_few_places_make_no_translator(places):
    assert fit(places[:3], SHOWN, TARGET) is None


def test_gathering_puts_the_cells_of_one_forest_together():
    def chip(place, seed):
        values = scene_values(seed)
        valid = np.ones(values["optical"].shape[1:], bool)
        bands = {
            m: dict(zip(("red", "green", "blue") if m == "optical" else ("nir", "swir16", "swir22"), values[m]))
            for m in ("optical", "infrared")
        }
        layers = [make_layer(m, bands[m], valid, group="a") for m in bands]
        return Chip(place, "train", 10.0, layers)

    chips = [chip("amazon_one", 1), chip("amazon_two", 2), chip("elsewhere", 3)]
    found = gather(chips, SHOWN, TARGET)
    assert [p.place for p in found if p.weight == 1.0] == ["amazon", "elsewhere"]
    assert sum(p.place.startswith("simulated") for p in found) == 6
    assert family("amazon_one") == "amazon" and family("elsewhere") == "elsewhere"


def test_what_is_stored_tells_the_same_bits(translator, tmp_path):
    write(translator, tmp_path)
    (read,) = Translators.load(tmp_path).members
    bands = scene_values(5)["optical"]
    assert np.array_equal(read.tell(bands, 10.0, None), translator.tell(bands, 10.0, None))
    assert np.array_equal(
        read.spread(read.tell(bands, 10.0, None)), translator.spread(translator.tell(bands, 10.0, None))
    )
    assert (read.shown, read.target, read.places) == (SHOWN, TARGET, tuple(f"place {i}" for i in range(6)))


def test_a_file_of_another_kind_is_refused(tmp_path):
    (tmp_path / "translators").mkdir()
    (tmp_path / "translators" / "x.safetensors").write_bytes(b"nothing")
    with pytest.raises(SceneFillError) as caught:
        Translators.load(tmp_path)
    assert caught.value.code == "model-schema"


def test_the_richest_translator_is_chosen_and_none_for_what_is_seen(translator):
    def named(shown, target):
        return type(translator)(
            shown,
            target,
            *(getattr(translator, n) for n in ("places", "center", "scale", "weights", "trees", "deviation")),
        )

    both = Translators([named(*pair) for pair in PAIRS])
    assert both.choose({"optical", "infrared"}, ["multispectral"])["multispectral"].shown == ("optical", "infrared")
    assert both.choose({"optical", "sar"}, ["multispectral", "infrared"]).keys() == {"multispectral", "infrared"}
    assert both.choose({"optical", "infrared"}, ["infrared", "optical", "sar"]) == {}


def test_of_several_dates_the_nearest_is_shown():
    def one(date, value):
        return Observation("optical", np.full((3, 4, 4), value, np.float32), np.ones((3, 4, 4), bool), 10.0, date)

    far, near = one("2020-01-01", 0.1), one("2020-06-20", 0.3)
    near.mask[:, 0, 0] = False
    found = observed_bands([far, near], ["optical"], "2020-06-01")
    assert np.isnan(found[:, 0, 0]).all() and np.nanmax(found) == np.nanmin(found) == np.float32(0.3)


def test_beyond_what_is_told_the_network_meets_it(translator):
    mean, std = np.full((3, 32, 32), 0.2, np.float32), np.full((3, 32, 32), 0.5, np.float32)
    told = np.full_like(mean, 0.3)
    told[:, :, 16:] = np.nan
    joined, spread = join(translator, told, mean, std)
    assert np.allclose(joined, 0.3, atol=1e-3)
    assert (spread[:, :, 16:] == 0.5).all() and (spread[:, :, :16] < 0.5).all()
    unchanged = join(translator, np.full_like(mean, np.nan), mean, std)
    assert unchanged[0] is mean and unchanged[1] is std


def test_the_network_has_a_share_where_it_sees_more(translator):
    assert network_share(translator, {"optical"}) == network_share(translator, {"optical", "elevation"}) == 0.0
    assert network_share(translator, {"optical", "sar"}) == 0.35
    mean, std = np.full((3, 8, 8), 0.2, np.float32), np.full((3, 8, 8), 0.01, np.float32)
    joined, _ = join(translator, np.full_like(mean, 0.4), mean, std, 0.35)
    assert np.allclose(joined, 0.35 * 0.2 + 0.65 * 0.4)


def test_texture_keeps_its_shape_and_takes_the_new_spread():
    draft, texture = np.full((1, 8, 8), 0.2), np.random.default_rng(0).normal(size=(1, 8, 8)) * 0.01
    moved = retextured(
        draft + texture, draft, np.full_like(draft, 0.02), np.full_like(draft, 0.4), np.full_like(draft, 0.01)
    )
    assert np.allclose(moved, 0.4 + texture / 2, atol=1e-6)


@pytest.fixture(scope="module")
def told_model(model, translator, tmp_path_factory):
    folder = tmp_path_factory.mktemp("told") / "toy"
    shutil.copytree(model, folder, ignore=shutil.ignore_patterns(NETWORKS))
    write(translator, folder)
    write_manifest(folder, read_manifest(folder))
    return str(folder)


def infrared_job(place, out, model, **changes):
    """Infrared from the visible bands of the scene, without its clouds."""
    bands = {"blue": 2, "green": 3, "red": 4}
    given = {
        "modality": "optical",
        "path": str(place["s2"]),
        "bands": bands,
        "scale": 0.0001,
        "offset": 0.0,
        "unit": "reflectance",
        "date": "2020-08-23",
        "gaps": [{"kind": "raster", "path": str(place["clouds"]), "values": [1, 2], "grow": 2}],
    }
    changes = {"inputs": [given], "targets": [{"modality": "infrared"}], **changes}
    return fill_job(place, out, model=model, **changes)


def outcome(job):
    result = run_job(job, Recorder())
    properties = json.loads(Path(result.sidecar).read_text(encoding="utf-8"))["properties"]
    paths = {Path(o.path).stem: o.path for o in result.outputs}
    return read(paths["infrared"]), read(paths["infrared_spread"]), properties, result


@pytest.fixture(scope="module")
def told_job(place, told_model, tmp_path_factory):
    return outcome(infrared_job(place, tmp_path_factory.mktemp("told") / "out", told_model))


def test_a_job_draws_what_translators_tell(place, told_job, translator):
    values, spread, properties, result = told_job
    with rasterio.open(place["s2"]) as source:
        visible, clear = source.read([4, 3, 2]) * np.float32(1e-4), (source.read() > 0).all(axis=0)
    with rasterio.open(place["clouds"]) as source:
        clear &= ndimage.binary_dilation(source.read(1) > 0, iterations=3) == 0
    told = translator.tell(np.where(clear, visible, np.nan), 10.0, None)
    # A window does not see how its neighbours go on: there its widest means differ a little.
    sure = ndimage.binary_erosion(clear, iterations=13)
    apart = np.abs(values * 1e-4 - told)[:, sure]
    assert sure.mean() > 0.2
    assert np.median(apart) < 2e-3
    assert np.quantile(apart, 0.99) < 0.1 * told[:, sure].mean()
    assert np.isfinite(values).all() and np.isfinite(spread).all()
    assert properties["scenefill:translation"] == {"infrared": {"from": ["optical"], "places": 6, "network_share": 0.0}}
    assert result.stats["drawn"] > 0


def test_a_crop_and_another_order_give_the_same_values(place, told_job, told_model, tmp_path):
    whole = told_job[0]
    grid = {"like": str(place["s2"]), "extent": crop_extent(64, 64, 90, 110)}
    part, *_ = outcome(infrared_job(place, tmp_path / "crop", told_model, grid=grid))
    assert np.array_equal(part, whole[:, 64:154, 64:174])


def test_realisations_lie_about_what_is_told_and_a_model_without_translators_says_so(
    place, told_model, model, tmp_path
):
    sampling = {"mode": "realisation", "steps": 1, "samples": 2, "seed": 1, "adapt": {"steps": 0}}
    told, *_ = outcome(infrared_job(place, tmp_path / "estimate", told_model))
    values, _, properties, result = outcome(infrared_job(place, tmp_path / "told", told_model, sampling=sampling))
    samples = [read(o.path) for o in result.outputs if o.kind == "sample"]
    assert len(samples) == 2 and not np.array_equal(*samples)
    # What no visible pixel told is the network's: there the mean of realisations is no draft.
    assert (values == told).mean() > 0.5
    assert "scenefill:translation" in properties
    other, _, properties, _ = outcome(infrared_job(place, tmp_path / "plain", model))
    assert "scenefill:translation" not in properties
    assert not np.array_equal(other, told)
