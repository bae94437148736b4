"""Chips, pairs, masks and the sampler: calibration, alignment, splits, and the batch that the trainer relies on."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
import rasterio
from PIL import Image
from scenefill.core.errors import SceneFillError
from scenefill.core.modalities import registry
from scenefill.training import simcache
from scenefill.training.chips import load_chips, load_dataset
from scenefill.training.data_calibration import calibrate, sun_elevation
from scenefill.training.data_types import Chip, ChipLayer, days_between, make_layer, parse_date
from scenefill.training.data_window import Placement, block_mean, cut, degrade, place, shift
from scenefill.training.masks import MaskBank, fractal_field, hidden_shapes, rank_field
from scenefill.training.sampler import PRIMARY, SLOTS, TrainingStream, empty_batch, place_shares


@pytest.fixture(scope="module")
def dataset(data_dir: Path) -> tuple[list[Chip], list[Chip]]:
    return load_dataset(data_dir, ["tucurui_tm5"])


@pytest.fixture(scope="module")
def bank() -> MaskBank:
    return MaskBank(256, seed=0, count=12)


def synthetic_chip(place_name: str = "here", size: int = 300, dates: int = 2, split: str = "train") -> Chip:
    """Radar is a fixed multiple of optical, and both tell their position, so that misalignment shows."""
    rows, cols = np.mgrid[0:size, 0:size].astype(np.float32)
    chip = Chip(place_name, split, 10.0)
    for number in range(dates):
        for modality in ("optical", "infrared", "sar"):
            bands = len(registry()[modality].bands)
            values = np.stack([rows / 100.0 + cols / 1000.0] * bands).astype(np.float16)
            date = (10.0 + 30.0 * number, 2020.0 + 30.0 * number / 365.25)
            mask = np.broadcast_to(np.True_, values.shape)
            chip.layers.append(ChipLayer(modality, values, mask, date=date, group=str(number)))
    return chip


# ---- calibration ----


def test_known_products_become_physical() -> None:
    ones = np.ones((1, 4, 4))
    radar = calibrate("s1", "sigma0 dB x100", ["VV"], (-1234 * ones).astype(np.int16), pixel_size=10.0)
    assert radar.bands["vv"] == pytest.approx(-12.34)
    sentinel = calibrate("s2_l2a", "S2 L2A x1e4", ["B08"], (2500 * ones).astype(np.uint16), pixel_size=10.0)
    assert sentinel.bands["nir"] == pytest.approx(0.25)
    assert sentinel.version == "surface"
    collection2 = calibrate(
        "l8", "SR=2.75e-5*DN-0.2", ["SR_B5", "ST_B10"], np.stack([20000 * ones[0], 45000 * ones[0]]), pixel_size=30.0
    )
    assert collection2.bands["nir"] == pytest.approx(0.35)
    assert collection2.bands["lwir11"] == pytest.approx(302.81, abs=0.01)
    assert not collection2.relative


def test_tm_gains_give_a_forest_and_its_temperature() -> None:
    names = ["B3", "B4", "B6_thermal"]
    data = np.stack([np.full((2, 2), dn) for dn in (16, 73, 137)]).astype(np.uint8)
    forest = calibrate("tm", "Landsat 5 TM DN uint8", names, data, pixel_size=30.0, day=227.0, latitude=-4.0)
    assert 0.02 < forest.bands["red"][0, 0] < 0.06
    assert 0.2 < forest.bands["nir"][0, 0] < 0.35
    assert forest.bands["lwir11"][0, 0] == pytest.approx(296.8, abs=1.0)
    assert forest.relative == {"red", "nir"}


def test_nodata_is_not_valid() -> None:
    data = np.array([[[65535, 1200], [0, 900]]], dtype=np.uint16)
    result = calibrate("s2", "S2 L2A x1e4", ["B04"], data, pixel_size=10.0)
    assert result.valid.tolist() == [[False, True], [False, True]]
    nan = np.array([[[np.nan, -12.0]]], dtype=np.float32)
    assert calibrate("s1", "dB", ["VV_dB"], nan, pixel_size=10.0).valid.tolist() == [[False, True]]


def test_unknown_product_is_an_error() -> None:
    with pytest.raises(SceneFillError) as caught:
        calibrate("modis", "scaled", ["Q1"], np.zeros((1, 2, 2)), pixel_size=500.0)
    assert caught.value.code == "unknown-product"


def test_sun_and_dates() -> None:
    assert sun_elevation(172.0, 45.0) > sun_elevation(355.0, 45.0)
    assert sun_elevation(355.0, 80.0) == 20.0
    assert parse_date("20200229") == (60.0, pytest.approx(2020.1615, abs=1e-3))
    assert parse_date("Jul")[0] == pytest.approx(197.6, abs=0.1)
    assert parse_date("t3") == (None, None)
    assert days_between(parse_date("20200101"), parse_date("20210101")) == pytest.approx(365.25, abs=1.0)
    assert np.isnan(days_between(parse_date("t0"), parse_date("20210101")))


# ---- files ----


def test_manifest_errors(tmp_path: Path) -> None:
    codes = []
    for text in (None, "{", '{"a": 1}'):
        if text is not None:
            (tmp_path / "manifest.json").write_text(text)
        with pytest.raises(SceneFillError) as caught:
            load_chips(tmp_path, "train")
        codes.append(caught.value.code)
    assert codes == ["no-manifest", "bad-manifest", "bad-manifest"]
    with pytest.raises(SceneFillError) as caught:
        load_chips(tmp_path, "testing")
    assert caught.value.code == "unknown-split"


def test_broken_raster_is_named(tmp_path: Path) -> None:
    entry = {"split": "train", "scene": "a", "modality": "s1", "date": "20200101", "path": "a.tif", "bands": ["VV"],
             "shape": [1, 8, 8], "units": "dB"}  # fmt: skip
    (tmp_path / "manifest.json").write_text(json.dumps([entry]))
    (tmp_path / "a.tif").write_bytes(b"not a raster")
    with pytest.raises(SceneFillError, match=r"a\.tif") as caught:
        load_chips(tmp_path, "train")
    assert caught.value.code == "unreadable-raster"


def test_generic_folder(tmp_path: Path) -> None:
    """A folder of one's own: radar and optical of near dates are one group; elevation belongs to all."""
    rng = np.random.default_rng(0)
    entries = []
    for product, bands, units, date, data in (
        ("s2_l2a", ["B02", "B03", "B04", "B08"], "S2 L2A x1e4", "20200605", rng.integers(200, 3000, (4, 40, 50))),
        ("s1", ["VV_dB", "VH_dB"], "sigma0 dB", "20200607", rng.normal(-12, 2, (2, 40, 50))),
        ("dem", ["elevation_m"], "m", None, rng.normal(100, 5, (1, 40, 50))),
    ):
        dtype = "uint16" if product == "s2_l2a" else "float32"
        path = tmp_path / f"{product}.tif"
        with rasterio.open(
            path, "w", driver="GTiff", count=len(bands), height=40, width=50, dtype=dtype, crs="EPSG:32633",
            transform=rasterio.Affine(10, 0, 5e5, 0, -10, 5e6),
        ) as out:  # fmt: skip
            out.write(data.astype(dtype))
        common = {"split": "train", "scene": "home", "res": [10.0, 10.0], "shape": [len(bands), 40, 50]}
        entries.append({**common, "modality": product, "date": date, "path": path.name, "bands": bands, "units": units})
    (tmp_path / "manifest.json").write_text(json.dumps(entries))
    (chip,) = load_chips(tmp_path, "train")
    assert chip.shape == (40, 50)
    assert chip.groups == ["20200605"]
    assert {layer.modality for layer in chip.layers} == {"optical", "infrared", "panchromatic", "sar", "elevation"}
    infrared = next(layer for layer in chip.layers if layer.modality == "infrared")
    assert infrared.mask[0].all() and not infrared.mask[1:].any()


# ---- the real chips ----


def test_splits_share_no_place(dataset: tuple[list[Chip], list[Chip]], data_dir: Path) -> None:
    train, validation = dataset
    demo = {
        entry["scene"] for entry in json.loads((data_dir / "manifest.json").read_text()) if entry["split"] == "demo"
    }
    assert len(train) > 400 and len(validation) > 40
    assert not {chip.place for chip in train} & ({chip.place for chip in validation} | demo)
    assert "tucurui_tm5" in {chip.place for chip in validation}
    assert {chip.split for chip in validation} == {"validation"}


def test_real_values_are_sane_in_model_space(dataset: tuple[list[Chip], list[Chip]]) -> None:
    train, _ = dataset
    for modality in ("optical", "infrared", "sar", "multispectral", "thermal"):
        means = [
            float(values[mask].mean(dtype=np.float32))
            for chip in train
            for layer in chip.layers
            if layer.modality == modality
            for values, mask in zip(layer.values, layer.mask)
            if mask.any()
        ]
        assert abs(np.mean(means)) < 0.9, modality
        assert np.abs(means).max() < 3.0, modality


def test_known_traps_of_the_real_chips(dataset: tuple[list[Chip], list[Chip]]) -> None:
    chips = {}
    for chip in dataset[0]:
        chips.setdefault(chip.place, []).append(chip)
    (slovenia,) = chips["slovenia_eolearn"]
    assert set(slovenia.groups) == {"t2", "t3", "t4"}  # t0 and t1 are cloud
    (eifel,) = chips["eifel_sen12mscr"]
    assert {layer.truth for layer in eifel.layers if layer.group.endswith("hazy")} == {False}
    (chile,) = chips["chile_terramesh"]
    assert chile.groups == ["20200408"]  # radar of 11 April
    assert {layer.version for layer in chile.layers if layer.modality == "optical"} == {"toa", "surface"}
    (belgium,) = chips["belgium_worldcereal_a"]
    assert not any(layer.modality == "optical" for layer in belgium.layers if layer.group == "20201201")  # all nodata
    (july,) = [la for la in chips["pennsylvania_etm"][0].layers if la.modality == "optical" and la.group == "20020720"]
    assert 0.02 < 1.0 - july.mask[0].mean() < 0.2  # small clouds and shadows
    (desert,) = chips["desert_sddt_p05"]
    radar = registry()["sar"].to_physical(
        np.stack([layer.values for layer in desert.layers if layer.modality == "sar"]).astype(np.float32)
    )
    assert -25.0 < np.median(radar[:, 0]) < -5.0
    assert any("scene_" in place for place in chips)


# ---- windows ----


def test_shift_is_undone() -> None:
    truth = np.arange(36.0).reshape(6, 6)
    moved, known = np.roll(truth, (2, -1), (0, 1)), np.ones((6, 6), bool)
    back, valid = shift(moved[None], known[None], -2, 1)
    assert np.array_equal(back[0][valid[0]], truth[valid[0]])
    assert valid.sum() == 4 * 5


@pytest.mark.parametrize("code", range(8))
@pytest.mark.parametrize("scale", [1.0, 0.8, 1.3])
def test_cut_keeps_bands_and_modalities_aligned(code: int, scale: float) -> None:
    chip = synthetic_chip()
    where = Placement(-16, 40, 256, scale, code)
    optical, known = cut(chip.layers[0], where)
    radar, radar_known = cut(chip.layers[2], where)
    assert np.array_equal(optical[0], radar[1])
    assert np.array_equal(known[0], radar_known[0])
    assert known[0].any() and not known[0].all()
    assert not optical[:, ~known[0]].any()


def test_resampling_keeps_positions() -> None:
    """A linear ramp stays a ramp at the new pixel centres."""
    chip = synthetic_chip()
    values, mask = cut(chip.layers[0], Placement(20, 30, 64, 1.25, 0))
    rows = (np.arange(20, 84) + 0.5) * 1.25 - 0.5
    cols = (np.arange(30, 94) + 0.5) * 1.25 - 0.5
    expected = rows[:, None] / 100.0 + cols / 1000.0
    assert mask.all()
    assert np.abs(values[0] - expected).max() < 3e-3  # float16 storage


def test_a_pixel_next_to_a_hole_is_not_valid_after_resampling() -> None:
    bands = {band: np.full((64, 64), 0.2) for band in ("red", "green", "blue")}
    valid = np.ones((64, 64), bool)
    valid[30:34, 30:34] = False
    values, mask = cut(make_layer("optical", bands, valid), Placement(0, 0, 48, 1.3, 0))
    assert np.ptp(values[0][mask[0]]) < 1e-3
    assert not mask[0, 24, 24]


def test_crop_lies_in_the_context_and_on_the_chip() -> None:
    rng = np.random.default_rng(5)
    for shape in ((85, 85), (100, 300), (224, 224), (700, 500)):
        for _ in range(60):
            where, (row, col) = place(rng, shape, 128, 256, 1.0, 8)
            assert 0 <= row <= 16 and 0 <= col <= 16
            known = cut(_full_layer(shape), where)[1][0]
            crop = known[row * 8 : row * 8 + 128, col * 8 : col * 8 + 128]
            assert crop.sum() == min(shape[0], 128) * min(shape[1], 128)
            if min(shape) >= 256:
                assert known.all()


def _full_layer(shape: tuple[int, int]) -> ChipLayer:
    return ChipLayer("elevation", np.ones((1, *shape), np.float16), np.broadcast_to(np.True_, (1, *shape)))


def test_block_mean_counts_only_valid_pixels() -> None:
    values, mask = np.zeros((1, 8, 16), np.float32), np.zeros((1, 8, 16), bool)
    values[0, 0, :4], mask[0, 0, :4] = (1.0, 2.0, 3.0, 6.0), True
    mean, known = block_mean(values, mask, 8)
    assert mean[0, 0].tolist() == [3.0, 0.0]
    assert known[0, 0].tolist() == [True, False]
    coarse, _ = degrade(values, mask, 4)
    assert coarse[0, 3, 3] == 3.0 and coarse[0, 3, 4] == 0.0


def test_shift_hides_what_comes_from_outside() -> None:
    values, mask = np.ones((1, 6, 6), np.float32), np.ones((1, 6, 6), bool)
    moved, known = shift(values, mask, -2, 1)
    assert known.sum() == 4 * 5
    assert np.array_equal(moved > 0, known)


# ---- masks ----


def test_rank_fields_give_exact_covers() -> None:
    ranks = rank_field(fractal_field(np.random.default_rng(1), 128, 2.0))
    for cover in (0.1, 0.5, 0.9):
        assert (ranks < 256 * cover).mean() == pytest.approx(cover, abs=0.005)


def test_masks_vary_and_are_coherent(bank: MaskBank) -> None:
    rng = np.random.default_rng(2)
    covers, edges = [], []
    for _ in range(120):
        gap, thin = bank.draw(rng)
        assert gap.shape == (256, 256) and gap.dtype == bool
        covers.append(gap.mean())
        edges.append((gap[:, 1:] != gap[:, :-1]).mean())
        if thin is not None:
            assert thin[gap].min() == 1.0 and thin.min() >= 0.0
    assert min(covers) < 0.15 and max(covers) > 0.8
    assert np.mean(edges) < 0.12  # shapes, not pepper


def test_real_cloud_shapes_are_reused(dataset: tuple[list[Chip], list[Chip]]) -> None:
    shapes = hidden_shapes(dataset[0])
    assert len(shapes) >= 3
    assert all(0.05 < shape.mean() < 0.85 for shape in shapes)


# ---- the stream ----


def test_batch_contract(dataset: tuple[list[Chip], list[Chip]], bank: MaskBank) -> None:
    stream = TrainingStream(dataset[0], [synthetic_chip("simulated")], seed=3, masks=bank)
    nothing = shown = other_date = 0
    for _ in range(12):
        batch = stream.batch(4)
        _check_batch(batch, 4)
        observed = np.stack([batch["observed"][slot].any(axis=(1, 2, 3)) for slot, _ in SLOTS])
        nothing += int((~observed.any(axis=0)).sum())
        shown += int(observed.any(axis=0).sum())
        other_date += int(observed[7:].any(axis=0).sum())
    assert 0 < nothing < 20 and shown > 28 and other_date > 3


def _check_batch(batch: dict, n: int) -> None:
    template = empty_batch(n)
    assert batch.keys() == template.keys()
    hidden_somewhere = np.zeros(n, bool)
    for index, (slot, modality) in enumerate(SLOTS):
        bands = len(registry()[modality].bands)
        for name, side in (("x", 128), ("valid", 128), ("coarse_seen", 32), ("coarse_observed", 32)):
            assert batch[name][slot].shape == (n, bands, side, side)
            assert batch[name][slot].dtype == template[name][slot].dtype
        valid, observed = batch["valid"][slot], batch["observed"][slot]
        assert not (observed & ~valid).any()
        assert not batch["x"][slot][~valid].any() and not batch["seen"][slot][~observed].any()
        assert not batch["coarse_seen"][slot][~batch["coarse_observed"][slot]].any()
        assert np.isfinite(batch["x"][slot]).all() and np.isfinite(batch["seen"][slot]).all()
        assert np.abs(batch["x"][slot]).max() < 15.0
        if index < len(PRIMARY):
            hidden = (valid & ~observed).any(axis=(1, 2, 3))
            hidden_somewhere |= hidden
            assert np.array_equal(batch["target"][:, index], hidden)
            assert np.array_equal(batch["weight"][:, index] > 0, valid.any(axis=(1, 2, 3)))
            assert (batch["delta_days"][:, index] == 0).all()
    assert hidden_somewhere.all()  # a sample without a target teaches nothing
    assert ((batch["crop_rc"] >= 0) & (batch["crop_rc"] <= 16)).all()
    assert (batch["pixel_size"] > 2.0).all() and (batch["native"] > 2.0).all()


def test_overview_agrees_with_the_crop(bank: MaskBank) -> None:
    batch = TrainingStream([synthetic_chip()], seed=8, masks=bank).batch(6)
    for i, (row, col) in enumerate(batch["crop_rc"]):
        coarse = batch["coarse_x"]["optical"][i, :, row : row + 16, col : col + 16]
        expected = batch["x"]["optical"][i].reshape(3, 16, 8, 16, 8).mean(axis=(2, 4))
        assert np.abs(coarse - expected).max() < 1e-4


def test_one_sky_over_one_date(bank: MaskBank) -> None:
    """Where clouds hide the optical image they hide the infrared one of the same date."""
    stream = TrainingStream([synthetic_chip(dates=1)], seed=4, masks=bank)
    partial = 0
    for _ in range(12):
        batch = stream.batch(4)
        for i in range(4):
            optical = batch["observed"]["optical"][i].any(axis=0)
            infrared = batch["observed"]["infrared"][i].any(axis=0)
            if optical.any() and infrared.any() and not optical.all():
                partial += 1
                assert (optical == infrared).mean() > 0.97  # a coarser sensor moves the edges a little
    assert partial > 3


def test_stream_is_reproducible(bank: MaskBank) -> None:
    first, second, other = (TrainingStream([synthetic_chip()], seed=seed, masks=bank).batch(3) for seed in (6, 6, 7))
    for slot, _ in SLOTS:
        assert np.array_equal(first["seen"][slot], second["seen"][slot])
    assert not np.array_equal(first["x"]["optical"], other["x"]["optical"])


def test_versions_and_dates_are_not_mixed(bank: MaskBank) -> None:
    chip = synthetic_chip(dates=1)
    for number, layer in enumerate(list(chip.layers[:2])):
        layer.version = "toa"
        values = np.full_like(layer.values, 9.0 + number)
        chip.layers.append(ChipLayer(layer.modality, values, layer.mask, group=layer.group, version="surface"))
    stream = TrainingStream([chip], seed=1, masks=bank)
    for _ in range(30):
        layers = stream._draw_layers(chip)
        assert len({layers["optical"].version, layers["infrared"].version}) == 1


def test_demo_and_bad_windows_are_refused(bank: MaskBank) -> None:
    for arguments, code in (
        ({"chips": [synthetic_chip(split="demo")]}, "demo-in-training"),
        ({"chips": []}, "no-chips"),
        ({"chips": [synthetic_chip()], "crop": 100}, "bad-window"),
    ):
        with pytest.raises(SceneFillError) as caught:
            TrainingStream(**arguments, masks=bank)
        assert caught.value.code == code


def test_no_place_dominates(dataset: tuple[list[Chip], list[Chip]]) -> None:
    places: dict[str, list[Chip]] = {}
    for chip in dataset[0]:
        places.setdefault(chip.place, []).append(chip)
    shares = dict(zip(places, place_shares(places)))
    assert sum(shares.values()) == pytest.approx(1.0)
    assert max(shares.values()) <= 0.1 + 1e-9
    assert shares["chile_terramesh"] > 2 * shares["desert_sddt_p05"]


# ---- simulated chips ----


def test_simulated_chips_are_drawn_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn = simcache.simulated_chips(tmp_path, 2, size=64, seed=5)
    assert {layer.modality for layer in drawn[0].layers} == set(registry().ids)
    assert drawn[0].groups == ["date0", "date1"]
    assert not np.array_equal(drawn[0].layers[0].values, drawn[1].layers[0].values)

    def no_drawing(seed: int, size: int) -> None:
        raise AssertionError(f"scene {seed} is drawn again")

    monkeypatch.setattr(simcache, "_draw", no_drawing)
    again = simcache.simulated_chips(tmp_path, 2, size=64, seed=5)
    assert np.array_equal(again[1].layers[0].values, drawn[1].layers[0].values)
    assert not list(tmp_path.glob("*.tmp"))


def test_a_broken_cache_file_is_drawn_again(tmp_path: Path) -> None:
    simcache.simulated_chips(tmp_path, 1, size=64)
    (path,) = tmp_path.glob("*.npz")
    path.write_bytes(path.read_bytes()[:1000])
    (chip,) = simcache.simulated_chips(tmp_path, 1, size=64)
    assert chip.shape == (64, 64)


def test_pairs_are_relative_and_aligned(data_dir: Path, dataset: tuple[list[Chip], list[Chip]]) -> None:
    chip = next(c for c in dataset[0] if c.place == "scene_074_105" and len(c.groups) == 2)
    radar = [layer for layer in chip.layers if layer.modality == "sar"]
    assert {layer.relative for layer in radar} == {frozenset({"vv"})}
    optical = next(layer for layer in chip.layers if layer.modality == "optical")
    assert not optical.relative and optical.mask[1].any() and not optical.mask[0].any()  # green only
    entry = next(e for e in json.loads((data_dir / "pairs/manifest.json").read_text()) if e["place"] == "scene_001_017")
    with Image.open(data_dir / "pairs" / entry["optical"]) as image:
        green = np.asarray(image)[..., 2] / 255.0
    found = [
        layer for c in dataset[0] if c.place == "scene_001_017" for layer in c.layers if layer.modality == "optical"
    ]
    stored = [registry()["optical"].to_physical(layer.values.astype(np.float32))[1] for layer in found]
    assert min(np.abs(plane - green).max() for plane in stored) < 5e-3
