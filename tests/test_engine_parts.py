"""The engine's parts, each by itself: journal, products, encoding, regression, reading ahead, speed, plan and sheet."""

from __future__ import annotations

import json
import threading
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from scenefill.core.engine import bench
from scenefill.core.engine.carry import fit_carry, sample_windows
from scenefill.core.engine.encode import encoding_of
from scenefill.core.engine.journal import JOURNAL, Journal
from scenefill.core.engine.outputs import tiles_of, to_dtype
from scenefill.core.engine.pipeline import batched, prefetch
from scenefill.core.engine.plan import plan_job
from scenefill.core.engine.products import plan_work
from scenefill.core.engine.result import OutputFile, Result
from scenefill.core.engine.run import run_job
from scenefill.core.engine.sheet import write_sheet
from scenefill.core.engine.sources import SourceSet
from scenefill.core.errors import SceneFillError
from scenefill.core.feedback import Feedback
from scenefill.core.grid import Grid, Window
from scenefill.core.job import job_from_dict, job_to_dict
from scenefill.core.raster import resolve_grid
from scenefill.tests.engine_scene import BANDS, HEIGHT, WIDTH, crop_extent, fill_job, read

# -- journal ----------------------------------------------------------------------------------------------------------


def test_a_journal_remembers_windows_and_cuts_a_torn_tail(tmp_path):
    with Journal(tmp_path, "job", ["a.tif"], resume=False) as journal:
        journal.save_window("0_0", b"pixels")
        journal.skip_window("0_96")
    with (tmp_path / JOURNAL).open("ab") as stream:
        stream.write(b'{"window": "96_0", "sha256": nul')
    with Journal(tmp_path, "job", ["a.tif"], resume=True) as journal:
        assert journal.has_window("0_0") and journal.has_window("0_96") and not journal.has_window("96_0")
        journal.save_window("96_0", b"more")
        journal.window_path("0_0").write_bytes(b"pixelz")
        assert not journal.has_window("0_0"), "a file that is not what its receipt says counts for nothing"
    lines = [json.loads(line) for line in (tmp_path / JOURNAL).read_text().splitlines()]
    assert [line.get("window") for line in lines] == [None, "0_0", "0_96", "96_0"]


def test_starting_afresh_removes_only_what_is_ours(tmp_path):
    with Journal(tmp_path, "job", [], resume=False) as journal:
        journal.save_window("0_0", b"pixels")
        (journal.windows / "notes.txt").write_text("mine")
    with Journal(tmp_path, "other", [], resume=False) as journal:
        assert not journal.has_window("0_0")
        assert [path.name for path in journal.windows.iterdir()] == ["notes.txt"]


def test_outputs_of_an_earlier_run_may_be_replaced(tmp_path):
    with Journal(tmp_path, "job", ["a.tif"], resume=False):
        (tmp_path / "a.tif").write_bytes(b"ours")
    with Journal(tmp_path, "other", ["b.tif"], resume=False):
        pass
    with Journal(tmp_path, "third", ["a.tif", "b.tif"], resume=False) as journal:
        assert journal.receipts == {}


def test_a_folder_that_cannot_be_made_is_said(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(SceneFillError) as error:
        Journal(tmp_path / "file" / "out", "job", [], resume=False)
    assert error.value.code == "folder-not-writable"


# -- products ---------------------------------------------------------------------------------------------------------


def work_of(place, tmp_path, targets):
    job = fill_job(place, tmp_path, model="toy", targets=targets)
    return plan_work(job, [("optical", "infrared", "multispectral"), ("sar",)])


def test_a_filled_layer_is_one_product_of_all_its_modalities(place, tmp_path):
    targets = [{"modality": "infrared", "fill": 0}, {"modality": "optical", "fill": 0}, {"modality": "sar"}]
    work = work_of(place, tmp_path, targets)
    assert [p.name for p in work.products] == ["infrared_filled", "sar"]
    assert work.products[0].modalities == ("optical", "infrared", "multispectral")
    (draw,) = work.passes
    assert draw.targets == ("optical", "infrared", "sar", "multispectral") and draw.date == "2020-08-23"
    assert draw.fills == {"optical": 0, "infrared": 0, "multispectral": 0}


def test_what_cannot_be_drawn_jointly_gets_a_pass_of_its_own(place, tmp_path):
    targets = [{"modality": "optical", "fill": 0}, {"modality": "optical"}, {"modality": "sar", "fill": 1}]
    job = job_to_dict(fill_job(place, tmp_path, model="toy"))
    job["inputs"][1]["gaps"] = [{"kind": "nodata"}]
    job["targets"] = targets
    work = plan_work(job_from_dict(job, tmp_path), [("optical", "infrared", "multispectral"), ("sar",)])
    assert [(p.name, p.draw) for p in work.products] == [("optical_filled", 0), ("optical", 1), ("sar_filled", 2)]
    assert [draw.date for draw in work.passes] == ["2020-08-23", "2020-08-23", "2020-09-03"]


# -- numbers ----------------------------------------------------------------------------------------------------------


@given(
    st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=20),
    st.sampled_from(["uint8", "int16", "uint16"]),
    st.sampled_from([None, 0, 255, -9999, 7]),
)
def test_integers_are_rounded_clipped_and_never_nodata(values, dtype, nodata):
    cast = to_dtype(np.array(values), dtype, nodata)
    info = np.iinfo(dtype)
    assert cast.dtype == dtype
    if nodata is not None:
        assert not (cast.astype(int) == nodata).any()
    expected = np.clip(np.rint(values), info.min, info.max)
    assert (np.abs(cast.astype(float) - expected) <= (0 if nodata is None else 1)).all()


def test_floats_are_never_nodata():
    cast = to_dtype(np.array([-9999.0, 1.5]), "float32", -9999.0)
    assert cast[0] != np.float32(-9999) and abs(cast[0] + 9999) < 1 and cast[1] == 1.5


@given(st.integers(1, 1500), st.integers(1, 1500))
def test_tiles_cover_the_grid_once(height, width):
    grid = Grid("EPSG:32630", (10.0, 0.0, 500_130.0, 0.0, -10.0, 4_000_270.0), width, height)
    count = np.zeros((height, width), dtype=int)
    for tile in tiles_of(grid):
        count[tile.slices_in(grid.window)] += 1
    assert (count == 1).all()


# -- regression of carried bands --------------------------------------------------------------------------------------


def sources_of(place, tmp_path, **changes):
    job = fill_job(place, tmp_path, model="toy", **changes)
    sources = SourceSet(job, resolve_grid(job.grid), Feedback())
    return job, sources, plan_work(job, sources.served).products[0]


def test_carried_bands_follow_the_bands_beside_them(place, tmp_path):
    job, sources, product = sources_of(place, tmp_path)
    encoding = encoding_of(product, job, sources)
    assert [encoding.descriptions[i] for i in encoding.carried] == ["coastal"]
    carry = fit_carry(product, encoding, sources)
    window = Window(sources.grid.row0 + 20, sources.grid.col0 + 30, HEIGHT - 20, WIDTH - 30)
    clear = ~sources.layers[0].gap(window)
    raw = sources.layers[0].raw(window)
    filled = raw.copy()
    physical = {modality: values for modality, (values, _) in sources.layers[0].read(window).items()}
    carry.draw_into(filled, clear, physical, encoding)
    truth, drawn = raw[0][clear].astype(float), filled[0][clear].astype(float)
    assert np.array_equal(raw[1:], filled[1:])
    assert np.corrcoef(truth, drawn)[0, 1] > 0.8
    assert np.abs(truth - drawn).mean() < 0.7 * np.abs(truth - truth.mean()).mean()
    assert np.std(truth - drawn) == pytest.approx(carry.residual[0], rel=0.3)
    sources.close()


def test_the_regression_of_a_crop_is_that_of_the_whole(place, tmp_path):
    fits = []
    for grid in ({"like": str(place["s2"])}, {"like": str(place["s2"]), "extent": crop_extent(100, 90, 40, 50)}):
        job, sources, product = sources_of(place, tmp_path, grid=grid)
        fits.append(fit_carry(product, encoding_of(product, job, sources), sources))
        sources.close()
    assert np.array_equal(fits[0].weights, fits[1].weights) and np.array_equal(fits[0].bounds, fits[1].bounds)


def test_sampled_blocks_lie_in_the_file():
    for height, width in ((1, 1), (63, 200), (10_980, 300)):
        file = Window(-50, 7, height, width)
        blocks = list(sample_windows(file))
        assert 0 < len(blocks) <= 64 and all(block.intersection(file) == block for block in blocks)


def test_quality_bands_are_not_regressed(place, tmp_path):
    import rasterio

    path = tmp_path / "landsat.tif"
    with rasterio.open(place["s2"]) as source, rasterio.open(path, "w", **source.profile) as copy:
        copy.write(source.read())
        copy.descriptions = ("BQA", *BANDS[1:])
    data = job_to_dict(fill_job(place, tmp_path, model="toy"))
    data["grid"]["like"] = data["inputs"][0]["path"] = str(path)
    del data["inputs"][0]["bands"]["coastal"]
    job = job_from_dict(data, tmp_path)
    sources = SourceSet(job, resolve_grid(job.grid), Feedback())
    encoding = encoding_of(plan_work(job, sources.served).products[0], job, sources)
    sources.close()
    assert encoding.kept == (0,) and encoding.carried == ()


# -- reading ahead ----------------------------------------------------------------------------------------------------


def test_prefetch_keeps_the_order_and_bounds_what_is_ahead():
    begun, gate = [], threading.Event()

    def slow(item):
        begun.append(item)
        if item == 0:
            gate.wait(5)
        return item * item

    with ThreadPoolExecutor(2) as executor:
        squares = prefetch(slow, range(50), executor, 4)
        gate.set()
        assert next(squares) == 0
        assert max(begun) <= 5
        assert list(squares) == [i * i for i in range(1, 50)]


def test_prefetch_passes_exceptions_on():
    def fails(item):
        if item == 3:
            raise ValueError("three")
        return item

    with ThreadPoolExecutor(2) as executor, pytest.raises(ValueError, match="three"):
        list(prefetch(fails, range(9), executor, 2))


@given(st.lists(st.integers(0, 2), max_size=30), st.integers(1, 5))
def test_batches_are_consecutive_and_pure(items, size):
    batches = list(batched(items, size, lambda item: item))
    assert [item for batch in batches for item in batch] == items
    assert all(len(set(batch)) == 1 and len(batch) <= size for batch in batches)


# -- plan, speed, sheet -----------------------------------------------------------------------------------------------


def test_a_plan_says_what_covers_what(place, model, tmp_path, monkeypatch):
    monkeypatch.setenv("SCENEFILL_CACHE", str(tmp_path / "cache"))
    plan = plan_job(fill_job(place, tmp_path / "out", model=model))
    assert json.loads(json.dumps(plan.to_dict()))["windows"] == plan.windows == 20
    assert plan.exact and plan.to_draw == 1.0 and plan.windows_to_draw == 20
    optical, sar = plan.inputs
    clouds = (read(place["clouds"]) > 0).mean()
    assert clouds < optical.gap < clouds + 0.05
    assert optical.coverage["optical"] == pytest.approx(1 - optical.gap - 600 / (HEIGHT * WIDTH), abs=0.003)
    assert optical.on_grid and optical.carried == ("coastal",) and optical.units["optical"]["scale"] == 0.0001
    assert not sar.on_grid and sar.coverage == {"sar": 1.0} and sar.native_pixel_size_m == pytest.approx(20)
    assert plan.seconds > 0 and plan.memory_bytes > 1e8 and plan.disk_needed_bytes > plan.disk_bytes > 0
    assert not (tmp_path / "out").exists() and plan.warnings == ()


def test_a_plan_warns_when_there_is_nothing_to_draw(place, model, tmp_path, monkeypatch):
    monkeypatch.setenv("SCENEFILL_CACHE", str(tmp_path / "cache"))
    extent = {"like": str(place["s2"]), "extent": crop_extent(0, 60, 40, 40)}
    job = fill_job(place, tmp_path, model=model, grid=extent, targets=[{"modality": "optical", "fill": 0}])
    clear = (read(place["clouds"])[0, :44, 56:104] == 0).all()
    plan = plan_job(job)
    assert clear and plan.windows_to_draw == 0 and "nothing to draw" in plan.warnings[0]


def test_speed_is_measured_once(model, tmp_path, monkeypatch):
    from scenefill.core.model.runtime import SceneModel

    monkeypatch.setenv("SCENEFILL_CACHE", str(tmp_path))
    loaded = SceneModel.load(model)
    first = bench.speed_of(loaded)
    monkeypatch.setattr(bench, "measure", lambda _: pytest.fail("measured again"))
    assert bench.speed_of(loaded) == first
    assert first.seconds(first.batch + 1, 4, 4) == pytest.approx(2 * (first.draft_seconds + 16 * first.step_seconds))
    (path,) = tmp_path.iterdir()
    path.write_text('{"schema": "other"}')
    monkeypatch.setattr(bench, "measure", lambda _: first)
    assert bench.speed_of(loaded) == first, "a cache of another version is measured again"


def test_the_sheet_shows_every_step(place, model, tmp_path):
    grid = {"like": str(place["s2"]), "extent": crop_extent(100, 110, 90, 120)}
    job = fill_job(place, tmp_path / "out", model=model, grid=grid)
    path = write_sheet(job, run_job(job), tmp_path / "sheet.png")
    with Image.open(path) as sheet:
        pixels = np.asarray(sheet.convert("RGB"))
    assert pixels.shape[1] > 1300 and pixels.shape[0] > 800
    assert len(np.unique(pixels.reshape(-1, 3), axis=0)) > 200


def test_results_survive_json():
    result = Result((OutputFile("/a.tif", ("sar",), "data", "SAR"),), "/s.json", "/", {"windows": 3})
    assert Result.from_dict(json.loads(json.dumps(result.to_dict()))) == result
