"""The detector of clouds on scenes whose clouds are known, and the command that measures it."""

from __future__ import annotations

import json
from pathlib import Path

import click
import numpy as np
import pytest
from click.testing import CliRunner
from scenefill.cli.clouds import cloud_scores_command
from scenefill.core.clouds import CloudDetector
from scenefill.core.errors import SceneFillError
from scenefill.core.grid import Window
from scenefill.core.raster_bands import TILE, tile_window
from scenefill.tests.raster_files import GRID, Recorder, layer, write_tif
from scenefill.training.cloud_scores import Found, Score, detect, measure, rings, score
from scenefill.training.cloud_truth import CHANGE, CLEAR, DRAWN, CloudScene, cloud_scenes

GROUND = {"blue": 0.07, "green": 0.08, "red": 0.08, "nir": 0.3}
VEIL = {"blue": 0.125, "green": 0.12, "red": 0.115, "nir": 0.3}  # half of what makes a cloud
CLOUD = {"blue": 0.5, "green": 0.5, "red": 0.5, "nir": 0.6}
SHADOW = {"blue": 0.04, "green": 0.04, "red": 0.04, "nir": 0.12}
BANDS = ("blue", "green", "red", "nir")
NEAR_VEIL, FAR_VEIL = (slice(100, 140), slice(100, 120)), (slice(220, 250), slice(220, 250))
MIDDLE, DARK = (slice(100, 140), slice(60, 100)), (slice(100, 140), slice(10, 40))


def paint(*parts: tuple[tuple[slice, slice], dict[str, float]]) -> np.ndarray:
    """``(4, H, W)`` of ``GRID``: ground with patches of something else."""
    scene = np.stack([np.full(GRID.shape, GROUND[band], dtype=np.float32) for band in BANDS])
    for (rows, cols), patch in parts:
        for index, band in enumerate(BANDS):
            scene[index, rows, cols] = patch[band]
    return scene


def find(path: str, *bands: str) -> tuple[np.ndarray, np.ndarray]:
    """Clouds and shadows on ``GRID``."""
    source = layer(path, bands={band: BANDS.index(band) + 1 for band in bands})
    detector = CloudDetector(source, None, Recorder())
    cloud, shadow = np.zeros(GRID.shape, bool), np.zeros(GRID.shape, bool)
    for at in GRID.window.tiles(TILE):
        tile = tile_window(*at)
        part = tile.intersection(GRID.window)
        for out, mask in zip((cloud, shadow), detector.find(tile)):
            out[part.slices_in(GRID.window)] = mask[part.slices_in(tile)]
    return cloud, shadow


def test_thin_edges_belong_to_a_cloud_and_a_veil_alone_is_none(tmp_path: Path) -> None:
    path = write_tif(tmp_path / "veil.tif", paint((MIDDLE, CLOUD), (NEAR_VEIL, VEIL), (FAR_VEIL, VEIL)), GRID)
    cloud, _ = find(path, *BANDS)
    assert cloud[MIDDLE].all() and cloud[110:130, 100:112].all() and not cloud[FAR_VEIL].any()
    # The rim: some ground on the side without a veil, and none far from it.
    assert cloud[120, 56] and not cloud[120, 45]


def test_a_roof_gets_neither_edges_nor_a_shadow(tmp_path: Path) -> None:
    roof, yard, field = (slice(118, 122), slice(98, 102)), (slice(90, 150), slice(70, 130)), (slice(110, 130), DARK[1])
    roof_path = write_tif(tmp_path / "roof.tif", paint((yard, VEIL), (roof, CLOUD), (field, SHADOW)), GRID)
    cloud, shadow = find(roof_path, *BANDS)
    assert cloud[roof].all() and cloud.mean() < 0.01 and not shadow.any()


@pytest.mark.parametrize("bands", [BANDS, BANDS[:3]])
def test_shadows_with_and_without_nir(tmp_path: Path, bands: tuple[str, ...]) -> None:
    path = write_tif(tmp_path / "shadow.tif", paint((MIDDLE, CLOUD), (DARK, SHADOW)), GRID)
    cloud, shadow = find(path, *bands)
    assert shadow[102:138, 12:38].all() and shadow[DARK].mean() > 0.98 and not cloud[DARK].any()
    alone = write_tif(tmp_path / "alone.tif", paint((DARK, SHADOW)), GRID)
    assert not any(mask.any() for mask in find(alone, *bands))


def test_another_threshold_needs_no_other_detector(tmp_path: Path) -> None:
    path = write_tif(tmp_path / "veil.tif", paint((FAR_VEIL, VEIL)), GRID)
    source = layer(path, bands={"blue": 1, "green": 2, "red": 3})
    tile = next(tile_window(*at) for at in GRID.window.tiles(TILE) if _covers(tile_window(*at)))
    low, high = CloudDetector(source, 0.15, Recorder()), CloudDetector(source, 0.4, Recorder())
    found = low.find(tile)[0]
    assert found.any() and (high.find(tile, 0.15)[0] == found).all() and not high.find(tile)[0].any()


def _covers(tile: Window) -> bool:
    middle = (GRID.row0 + FAR_VEIL[0].start + 15, GRID.col0 + FAR_VEIL[1].start + 15)
    return tile.row <= middle[0] < tile.row_stop and tile.col <= middle[1] < tile.col_stop


def test_numbers_that_are_no_reflectance_are_warned_of(tmp_path: Path) -> None:
    path = write_tif(tmp_path / "dn.tif", np.full((3, *GRID.shape), 90, dtype=np.uint8), GRID)
    recorder = Recorder()
    CloudDetector(layer(path, scale=None, offset=None, unit=None), None, recorder)
    assert any(text.startswith("warning") and "dn.tif" in text for text in recorder.texts)


@pytest.mark.parametrize("name, recall, precision", [("landsat5", 0.97, 0.5), ("sentinel2", 0.99, 0.45)])
def test_few_drawn_clouds_are_missed(data_dir: Path, name: str, recall: float, precision: float) -> None:
    scene = next(s for s in cloud_scenes(data_dir) if s.id == f"cloudmask_csmask/{name}")
    ((cloud, _),) = detect(scene, dict(scene.bands), (0.4,))
    found = score(cloud, scene.truth[0], scene.judged)
    assert found.recall > recall and found.precision > precision


@pytest.mark.parametrize("name", ["denmark_terramesh/s2_l1c/20171030", "belgium_worldcereal_a/s2/20210701"])
def test_clear_dates_stay_clear(data_dir: Path, name: str) -> None:
    scene = next(s for s in cloud_scenes(data_dir) if s.id == name)
    assert scene.known == CLEAR
    for bands in scene.band_sets().values():
        ((cloud, shadow),) = detect(scene, bands, (0.4,))
        assert (cloud | shadow)[scene.judged].mean() < 0.02


def test_score_counts_judged_pixels() -> None:
    found = np.array([[True, True, False, True]])
    truth = np.array([[True, False, True, True]])
    judged = np.array([[True, True, True, False]])
    assert score(found, truth, judged) == Score(0.5, 0.5)
    assert score(found, ~judged & truth, judged) == Score(None, 0.0)


def test_rings_tell_what_is_left_outside(tmp_path: Path) -> None:
    mask = np.zeros(GRID.shape, bool)
    mask[100:150, 100:150] = True
    clear = paint() * 1e4
    hazy = clear.copy()
    hazy[:, 97:153, 97:153] += 200.0
    paths = [tmp_path / "clear.tif", tmp_path / "hazy.tif"]
    for path, data in zip(paths, (clear, hazy)):
        write_tif(path, data.astype(np.uint16), GRID)
    bands = {band: i for i, band in enumerate(BANDS, 1)}
    scene = CloudScene("a/s2/1", "a/s2", "train", paths[1], 10.0, bands, 1e-4, CHANGE, (paths[0],))
    found = {(ring.near, ring.far): ring for ring in rings(Found(scene, "rule", 0.4, mask, mask))}
    assert found[0, 3].blue == pytest.approx(0.02, abs=1e-4) and found[0, 3].nir == pytest.approx(0.02, abs=1e-4)
    assert found[6, 10].blue == pytest.approx(0.0, abs=1e-4)


def _folder(root: Path) -> Path:
    """A data folder with a drawn scene without a CRS and a clear date."""
    scene = (paint((MIDDLE, CLOUD)) * 1e4).astype(np.uint16)
    classes = np.full((1, *GRID.shape), 3, dtype=np.uint8)
    classes[0][MIDDLE] = 4
    write_tif(root / "drawn.tif", scene, GRID, crs=None)
    write_tif(root / "mask.tif", classes, GRID, crs=None)
    write_tif(root / "clear.tif", (paint() * 1e4).astype(np.uint16), GRID)
    shared = {"split": "train", "date": None, "shape": [4, *GRID.shape], "dtype": "uint16", "crs": None, "res": None}
    names = ["blue", "green", "red", "nir"]
    entries = [
        {"scene": "cs", "modality": "landsat5", "path": "drawn.tif", "bands": names, "units": "refl x10000"},
        {"scene": "cs", "modality": "landsat5_mask", "path": "mask.tif", "bands": ["class"], "units": "class"},
        {
            "scene": "spain_x",
            "modality": "s2_l1c",
            "path": "clear.tif",
            "bands": ["B2", "B3", "B4", "B8"],
            "units": "x1e4",
        },
    ]
    (root / "manifest.json").write_text(json.dumps([{**shared, **entry} for entry in entries]))
    return root


def test_the_command_writes_a_report(tmp_path: Path) -> None:
    data = _folder(tmp_path)
    assert [scene.known for scene in cloud_scenes(data)] == [DRAWN, CLEAR]
    root = click.Group(commands=[cloud_scores_command], params=[click.Option(["--debug"], is_flag=True)])
    done = CliRunner().invoke(root, ["cloud-scores", "--data", str(data), "--out", str(tmp_path / "out")])
    assert done.exit_code == 0, done.output
    text = (tmp_path / "out" / "clouds.md").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line.startswith("| cs/landsat5 | drawn | rule, RGB | cloud |")]
    assert len(lines) == 1 and "1.000 / " in lines[0]
    assert "| spain/s2_l1c | 1 | rule, RGB | 0.0000 |" in text


def test_a_folder_without_colours_is_told(tmp_path: Path) -> None:
    entry = {"split": "train", "scene": "a", "modality": "s1", "path": "a.tif", "bands": ["VV"], "units": "dB"}
    (tmp_path / "manifest.json").write_text(json.dumps([entry]))
    with pytest.raises(SceneFillError) as caught:
        measure(tmp_path, tmp_path / "out")
    assert caught.value.code == "no-scenes"
