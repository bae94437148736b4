"""The scene map of a job as a raster: where it lies, what it says of itself, that a crop changes nothing."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path

import numpy as np
import pytest
import rasterio
import torch
from click.testing import CliRunner
from rasterio.transform import from_origin
from rio_cogeo.cogeo import cog_validate
from scenefill.cli.exit_codes import ExitStatus
from scenefill.cli.main import main
from scenefill.core.engine.features import infer_features
from scenefill.core.engine.pipeline import GDAL_OPTIONS
from scenefill.core.errors import JobCancelled, SceneFillError
from scenefill.core.grid import Grid, Window
from scenefill.core.job import Job, Sampling, job_to_dict
from scenefill.core.model.config import model_config
from scenefill.core.model.export import export_model
from scenefill.core.model.pipeline import build_pipeline
from scenefill.core.model.runtime import Observation, SceneModel
from scenefill.core.model.store import read_manifest
from scenefill.core.raster import LayerSource, resolve_grid
from scenefill.tests.engine_scene import (
    HEIGHT,
    LEFT,
    PIXEL,
    TOP,
    WIDTH,
    Recorder,
    crop_extent,
    fill_job,
    read,
    write_scene,
)
from scenefill.tests.worker_peer import Peer

#: Of a toy model's S.
CHANNELS = 16


@pytest.fixture(scope="module")
def whole(place: dict[str, Path], model: str, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Recorder]:
    """The features of the whole scene, and what the feedback saw."""
    seen = Recorder()
    folder = tmp_path_factory.mktemp("features")
    return infer_features(fill_job(place, folder / "unused", model=model), folder / "new" / "s.tif", seen), seen


def test_features_lie_on_the_ground_at_half_the_resolution(
    place: dict[str, Path], whole: tuple[Path, Recorder]
) -> None:
    with rasterio.open(whole[0]) as features, rasterio.open(place["s2"]) as source:
        assert features.crs == source.crs and features.dtypes == ("float32",) * CHANNELS
        # The scene begins on an odd column and an odd row of the lattice, and S one pixel before it.
        assert features.transform == from_origin(LEFT - PIXEL, TOP + PIXEL, 2 * PIXEL, 2 * PIXEL)
        assert features.shape == (HEIGHT // 2 + 1, WIDTH // 2 + 1)
        assert features.descriptions[:2] == ("S01", "S02") and features.descriptions[-1] == f"S{CHANNELS}"
        values = features.read()
    assert np.isfinite(values).all()
    assert (values.std(axis=(1, 2)) > 0).all()


def test_features_say_where_they_come_from(whole: tuple[Path, Recorder], model: str) -> None:
    with rasterio.open(whole[0]) as features:
        tags = features.tags()
    manifest = read_manifest(Path(model))
    assert (tags["SCENEFILL_KIND"], tags["SCENEFILL_MODEL"]) == ("features", manifest.id)
    assert tags["SCENEFILL_MODEL_WEIGHTS_SHA256"] == manifest.weights_sha256
    assert tags["SCENEFILL_NOTE"] == "synthetic, not a measurement"
    assert "SCENEFILL_SAMPLES" not in tags
    valid, errors, warnings = cog_validate(str(whole[0]))
    assert valid and not errors and not warnings
    assert [path.name for path in whole[0].parent.iterdir()] == [whole[0].name]
    assert not (whole[0].parent.parent / "unused").exists()


def test_progress_grows_through_the_stages(whole: tuple[Path, Recorder]) -> None:
    fractions = [fraction for fraction, _ in whole[1].progressed]
    assert fractions == sorted(fractions) and (fractions[0], fractions[-1]) == (0.0, 1.0)
    stages = list(dict.fromkeys(stage for _, stage in whole[1].progressed))
    assert stages == ["read-inputs", "overview", "windows", "assemble", "write"]


@pytest.mark.parametrize("crop", [(70, 90, 130, 160), (33, 151, 100, 97)], ids=["even", "odd"])
def test_a_crop_gets_the_features_of_the_whole(
    place: dict[str, Path], model: str, whole: tuple[Path, Recorder], tmp_path: Path, crop: tuple[int, int, int, int]
) -> None:
    grid = {"like": str(place["s2"]), "extent": crop_extent(*crop)}
    part = infer_features(fill_job(place, tmp_path, model=model, grid=grid), tmp_path / "part.tif")
    with rasterio.open(part) as cropped, rasterio.open(whole[0]) as full:
        row, col = full.index(*cropped.xy(0, 0))
        values = cropped.read()
        expected = full.read()[:, row : row + cropped.height, col : col + cropped.width]
    assert min(values.shape[1:]) >= 48 and np.array_equal(values, expected)


def test_the_same_job_gives_the_same_bytes(
    place: dict[str, Path], model: str, whole: tuple[Path, Recorder], tmp_path: Path
) -> None:
    job = fill_job(place, tmp_path, model=model)
    other = dataclasses.replace(job, title="other", sampling=Sampling(mode="realisation", seed=3))
    path = infer_features(other, tmp_path / "again.tif")
    assert path.read_bytes() == whole[0].read_bytes(), "no sampling has a part in it"
    assert infer_features(job, path).read_bytes() == whole[0].read_bytes(), "its own raster is replaced"


@pytest.fixture(scope="module")
def unguided(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A model that is deaf to the overview: what it infers in a window depends on that window alone."""
    folder, config = tmp_path_factory.mktemp("model") / "unguided", model_config("toy")
    with torch.random.fork_rng():
        torch.manual_seed(4)
        pipeline = build_pipeline(config)
        torch.nn.init.normal_(pipeline.encoder.up1.weight, std=0.05)
    facts = {"id": "unguided", "title": "Random weights", "version": "0", "licence": "CC0-1.0"}
    export_model(pipeline, config, folder, facts)
    return str(folder)


def test_features_are_what_the_encoder_infers(place: dict[str, Path], unguided: str, tmp_path: Path) -> None:
    """Where one window alone has a say, S is the network's own: it sees every layer, and its gaps as absent."""
    job = fill_job(place, tmp_path, model=unguided)
    grid = resolve_grid(job.grid)
    model = SceneModel.load(unguided)
    size, overlap = model.manifest.window, model.manifest.overlap
    step = size - overlap
    # The first window of the lattice that lies within the scene, and the corner of S's own grid.
    window = Window(-(-grid.row0 // step) * step, -(-grid.col0 // step) * step, size, size)
    top, left = window.row // 2 - grid.row0 // 2, window.col // 2 - grid.col0 // 2
    seen = observations_of(job, grid, window)
    assert any(not item.mask.all() for item in seen), "a gap is in the window"
    (alone,) = model.scene([seen], grid.pixel_size_m(), window.shape, [None], job.inputs[0].date)
    (blind,) = model.scene([seen[:1]], grid.pixel_size_m(), window.shape, [None], job.inputs[0].date)
    assert alone.shape == (CHANNELS, size // 2, size // 2) and alone.dtype == np.float32
    assert not np.array_equal(alone, blind)
    inner = slice(overlap // 2, (size - overlap) // 2)
    written = read(infer_features(job, tmp_path / "s.tif"))[:, top:, left:]
    assert np.array_equal(written[:, inner, inner], alone[:, inner, inner])


def observations_of(job: Job, grid: Grid, window: Window) -> list[Observation]:
    found = []
    for item in job.inputs:
        with LayerSource(item, grid, Recorder()) as layer, rasterio.Env(**GDAL_OPTIONS):
            order = sorted(layer.read(window).items(), key=lambda pair: layer.modalities.index(pair[0]))
            found += [Observation(m, v, k, layer.native_pixel_size_m, item.date) for m, (v, k) in order]
    return found


@pytest.mark.parametrize("stage", ["overview", "windows", "assemble"])
def test_cancelling_leaves_nothing_behind(place: dict[str, Path], model: str, tmp_path: Path, stage: str) -> None:
    with pytest.raises(JobCancelled) as caught:
        infer_features(fill_job(place, tmp_path, model=model), tmp_path / "s.tif", Recorder(stop_in=stage))
    assert "no features were written" in str(caught.value) and not caught.value.hint
    assert list(tmp_path.iterdir()) == []


def test_what_lies_there_is_not_replaced(place: dict[str, Path], model: str, tmp_path: Path) -> None:
    job = fill_job(write_scene(tmp_path, 64, 64), tmp_path, model=model)
    before = Path(job.inputs[0].path).read_bytes()
    (tmp_path / "notes.tif").write_text("no raster")
    for path in (Path(job.inputs[0].path), tmp_path / "notes.tif"):
        with pytest.raises(SceneFillError) as caught:
            infer_features(job, path)
        assert caught.value.code == "output-exists"
    assert Path(job.inputs[0].path).read_bytes() == before


def test_without_inputs_there_is_nothing_to_infer(place: dict[str, Path], model: str, tmp_path: Path) -> None:
    job = dataclasses.replace(fill_job(place, tmp_path, model=model), inputs=(), targets=())
    with pytest.raises(SceneFillError) as caught:
        infer_features(job, tmp_path / "s.tif")
    assert caught.value.code == "no-inputs"


def test_the_command_writes_the_same_file(
    place: dict[str, Path], model: str, whole: tuple[Path, Recorder], tmp_path: Path
) -> None:
    job = tmp_path / "job.json"
    job.write_text(json.dumps(job_to_dict(fill_job(place, tmp_path / "out", model=model))))
    done = CliRunner().invoke(main, ["features", str(job), "--out", str(tmp_path / "s.tif"), "--threads", "1"])
    assert done.exit_code == ExitStatus.OK, done.stderr
    assert done.stdout == f"features: {tmp_path / 's.tif'}\n"
    assert np.array_equal(read(tmp_path / "s.tif"), read(whole[0]))
    refused = CliRunner().invoke(main, ["features", str(job), "--out", str(job)])
    assert refused.exit_code == ExitStatus.USAGE and "error[output-exists]" in refused.stderr


def test_the_engines_process_does_the_same(
    place: dict[str, Path], model: str, whole: tuple[Path, Recorder], tmp_path: Path
) -> None:
    fields = {"job": job_to_dict(fill_job(place, tmp_path, model=model)), "threads": 1}
    with Peer() as peer:
        peer.next()
        peer.ask("features", "nowhere", **fields)
        assert peer.ending()["error"]["code"] == "wrong-type"
        peer.ask("features", "f", path=str(tmp_path / "s.tif"), **fields)
        assert peer.ending() == {"type": "result", "id": "f", "result": {"path": str(tmp_path / "s.tif")}}
        peer.ask("features", "c", path=str(tmp_path / "t.tif"), **fields)
        peer.until("progress")
        peer.cancel("c")
        assert peer.ending() == {"type": "cancelled", "id": "c"}
    assert np.array_equal(read(tmp_path / "s.tif"), read(whole[0]))
    assert [path.name for path in tmp_path.iterdir()] == ["s.tif"]
