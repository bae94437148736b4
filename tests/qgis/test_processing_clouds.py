"""Clouds found by Processing, with the real engine: the mask, its pixels and classes, what filling makes of it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from osgeo import gdal
from qgis.core import (
    QgsPalettedRasterRenderer,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputLayerDefinition,
    QgsProject,
    QgsRasterLayer,
)
from scenefill.core.worker.protocol import SimulatedScene
from scenefill.plugin.processing.provider import SceneFillProvider

pytestmark = pytest.mark.shares_worker

CLEAR, CLOUD, NO_DATA = 0, 1, 255
Run = Callable[..., dict[str, Any]]


@pytest.fixture
def run(provider: SceneFillProvider, context: QgsProcessingContext) -> Run:
    """Runs an algorithm and returns its outputs; errors are raised."""

    def run_algorithm(
        name: str, parameters: dict[str, Any], feedback: QgsProcessingFeedback | None = None
    ) -> dict[str, Any]:
        algorithm = provider.algorithm(name).create()
        outputs, fine = algorithm.run(parameters, context, feedback or QgsProcessingFeedback(False), {}, False)
        assert fine
        return outputs

    return run_algorithm


class Stages(QgsProcessingFeedback):
    """Remembers what the work said it was doing."""

    def __init__(self) -> None:
        super().__init__(False)
        self.seen: list[str] = []

    def setProgressText(self, text: str) -> None:
        self.seen.append(text)


def pixels(path: str) -> np.ndarray:
    dataset = gdal.Open(path)
    assert dataset is not None, path
    return dataset.ReadAsArray()


def copy_with(values: np.ndarray, like: str, path: Path, *, south_up: bool = False) -> str:
    """``(bands, H, W)`` on the pixels of another raster, 0 without data."""
    source = gdal.Open(like)
    left, width, _, top, _, down = source.GetGeoTransform()
    made = gdal.GetDriverByName("GTiff").Create(str(path), *values.shape[:0:-1], len(values), gdal.GDT_UInt16)
    bottom = top + values.shape[1] * down
    made.SetGeoTransform((left, width, 0.0, bottom if south_up else top, 0.0, -down if south_up else down))
    made.SetProjection(source.GetProjection())
    for number, plane in enumerate(values[:, ::-1] if south_up else values, 1):
        made.GetRasterBand(number).SetNoDataValue(0)
        made.GetRasterBand(number).WriteArray(plane)
    del made
    return str(path)


def test_a_mask_on_the_pixels_of_the_layer(run: Run, demo_scene: SimulatedScene, tmp_path: Path) -> None:
    target = str(tmp_path / "new" / "mask.tif")
    feedback = Stages()
    reached: list[float] = []
    feedback.progressChanged.connect(reached.append)
    assert run("findclouds", {"INPUT": demo_scene.files["optical"], "CLOUD_MASK": target}, feedback) == {
        "CLOUD_MASK": target
    }
    mask, source = gdal.Open(target), gdal.Open(demo_scene.files["optical"])
    assert mask.GetGeoTransform() == source.GetGeoTransform()
    assert mask.GetProjection() == source.GetProjection()
    assert (mask.RasterXSize, mask.RasterYSize, mask.RasterCount) == (source.RasterXSize, source.RasterYSize, 1)
    band = mask.GetRasterBand(1)
    assert (band.DataType, band.GetNoDataValue()) == (gdal.GDT_Byte, NO_DATA)
    assert band.GetCategoryNames() == ["clear", "cloud or shadow"]
    found, truth = band.ReadAsArray() == CLOUD, pixels(demo_scene.files["clouds"]) > 0
    assert found[truth].mean() > 0.8, "clouds that are there"
    assert set(np.unique(band.ReadAsArray())) == {CLEAR, CLOUD}
    assert reached == sorted(reached) and reached[-1] == 100.0 and len(reached) >= 3
    assert feedback.seen[-3:] == ["Reading the inputs", "Looking for clouds", "Writing the results"]
    assert "draft" not in feedback.textLog(), "nothing is drawn"
    assert sorted(path.name for path in Path(target).parent.iterdir()) == ["mask.tif", "mask.tif.aux.xml"]


def test_filling_finds_the_same_clouds(run: Run, demo_scene: SimulatedScene, tmp_path: Path) -> None:
    layer = {"INPUT": demo_scene.files["optical"]}
    draft = {"PRESET": 0, "NODATA": False}
    found = run("findclouds", {**layer, "CLOUD_MASK": str(tmp_path / "mask.tif")})["CLOUD_MASK"]
    filled = run("fill", {**layer, **draft, "CLOUDS": True, "OUTPUT_FOLDER": str(tmp_path / "clouds")})
    assert json.loads(Path(filled["JOB"]).read_text())["inputs"][0]["gaps"] == [{"kind": "clouds", "grow": 3}]
    assert (pixels(found) == pixels(filled["CLOUD_MASK"])).all()
    # The mask is a gap mask: what it marks is drawn, and nothing else, as nobody asked for a wider one.
    masked = {"MASK": found, "MASK_VALUES": "1", "OUTPUT_FOLDER": str(tmp_path / "mask")}
    by_mask = run("fill", {**layer, **draft, **masked, "PROVENANCE": str(tmp_path / "provenance.tif")})
    assert ((pixels(by_mask["PROVENANCE"]) > 0) == (pixels(found) == CLOUD)).all()
    assert json.loads(Path(by_mask["JOB"]).read_text())["inputs"][0]["gaps"][0]["grow"] == 0


def test_a_raster_that_the_engine_cannot_open_is_copied(run: Run, demo_scene: SimulatedScene, tmp_path: Path) -> None:
    virtual = str(tmp_path / "layer.vrt")
    gdal.BuildVRT(virtual, [demo_scene.files["optical"]]).FlushCache()
    numbers = {"INPUT_BANDS": "red=1, green=2, blue=3", "INPUT_UNIT": 0, "INPUT_SCALE": 0.0001}
    of_copy, of_layer = (
        run("findclouds", {"INPUT": path, **numbers, "CLOUD_MASK": str(tmp_path / f"{number}.tif")})["CLOUD_MASK"]
        for number, path in enumerate((virtual, demo_scene.files["optical"]))
    )
    assert gdal.Open(of_copy).GetGeoTransform() == gdal.Open(virtual).GetGeoTransform()
    assert (pixels(of_copy) == pixels(of_layer)).all() and (pixels(of_copy) == CLOUD).any()


def test_growing_and_the_threshold(run: Run, demo_scene: SimulatedScene, tmp_path: Path) -> None:
    def clouds(**changes: Any) -> np.ndarray:
        parameters = {"INPUT": demo_scene.files["s2"], "CLOUD_MASK": str(tmp_path / "mask.tif"), **changes}
        return pixels(run("findclouds", parameters)["CLOUD_MASK"]) == CLOUD

    bare, usual, wide, sure = clouds(GROW=0), clouds(), clouds(GROW=6), clouds(GROW=0, CLOUDS_THRESHOLD=0.9)
    assert bare.any() and (bare <= usual).all() and (usual <= wide).all()
    rows, columns = np.mgrid[-3:4, -3:4]
    disk = rows**2 + columns**2 <= 9
    padded = np.pad(bare, 3)
    near = np.lib.stride_tricks.sliding_window_view(padded, (7, 7))[..., disk].any(axis=-1)
    # Clouds beyond the edge of the layer are seen by the engine alone.
    assert (near == usual)[3:-3, 3:-3].all()
    assert usual.sum() < wide.sum() and sure.sum() < bare.sum()


def test_no_data_is_no_cloud_and_bands_can_be_named(run: Run, demo_scene: SimulatedScene, tmp_path: Path) -> None:
    numbers = pixels(demo_scene.files["optical"])
    numbers[:, :40] = 0
    # Two bands are missing elsewhere: the one that clouds are looked for in counts, the one that nobody uses does not.
    numbers[1, 40:50, :30] = 0
    stack = np.concatenate([numbers[::-1], np.zeros_like(numbers[:1])])
    path = copy_with(stack, demo_scene.files["optical"], tmp_path / "stack.tif")
    parameters = {"INPUT": path, "INPUT_BANDS": "blue=1, green=2, red=3", "INPUT_UNIT": 0, "INPUT_SCALE": 0.0001}
    mask = pixels(run("findclouds", {**parameters, "CLOUD_MASK": str(tmp_path / "mask.tif")})["CLOUD_MASK"])
    absent = (stack[:3] == 0).any(axis=0)
    assert absent.mean() > 0.25
    assert ((mask == NO_DATA) == absent).all()
    assert (mask == CLOUD).any() and (mask == CLEAR).any()


@pytest.mark.parametrize(
    ("changes", "code", "named"),
    [
        ({"INPUT": "s1"}, "no-bands-for-clouds", "blue, green, red"),
        ({"INPUT": "optical", "INPUT_BANDS": "red=1, nir=2"}, "no-bands-for-clouds", "blue, green"),
        ({"INPUT": "optical", "INPUT_BANDS": "red=1, green=2, blue=9"}, "no-band", "9"),
    ],
)
def test_bad_input_is_one_error(
    run: Run, demo_scene: SimulatedScene, tmp_path: Path, changes: dict[str, str], code: str, named: str
) -> None:
    parameters = {**changes, "INPUT": demo_scene.files[changes["INPUT"]], "CLOUD_MASK": str(tmp_path / "mask.tif")}
    with pytest.raises(QgsProcessingException) as caught:
        run("findclouds", parameters)
    assert str(caught.value).rstrip().endswith(f"[{code}]")
    assert named in str(caught.value)
    assert list(tmp_path.iterdir()) == []


def test_a_layer_that_is_upside_down_is_one_error(run: Run, demo_scene: SimulatedScene, tmp_path: Path) -> None:
    like = demo_scene.files["optical"]
    parameters = {
        "INPUT": copy_with(pixels(like), like, tmp_path / "south.tif", south_up=True),
        "INPUT_BANDS": "red=1, green=2, blue=3",
        "CLOUD_MASK": str(tmp_path / "mask.tif"),
    }
    with pytest.raises(QgsProcessingException, match=r"'south.tif' .*\[rotated-grid\]"):
        run("findclouds", parameters)


def test_wrong_bands_are_told_early(
    provider: SceneFillProvider, demo_scene: SimulatedScene, context: QgsProcessingContext
) -> None:
    parameters = {"INPUT": demo_scene.files["optical"], "INPUT_BANDS": "red", "CLOUD_MASK": "TEMPORARY_OUTPUT"}
    fine, problem = provider.algorithm("findclouds").checkParameterValues(parameters, context)
    assert not fine
    assert problem.endswith("[bad-value]")


def test_the_layer_has_a_name_and_shows_the_image_through(
    run: Run, context: QgsProcessingContext, new_project: QgsProject, demo_scene: SimulatedScene
) -> None:
    target = QgsProcessingOutputLayerDefinition(QgsProcessing.TEMPORARY_OUTPUT, new_project)
    outputs = run("findclouds", {"INPUT": demo_scene.files["optical"], "CLOUD_MASK": target})
    details = context.layersToLoadOnCompletion()[outputs["CLOUD_MASK"]]
    assert details.name == "Clouds in optical"
    layer = QgsRasterLayer(outputs["CLOUD_MASK"], "raw")
    details.postProcessor().postProcessLayer(layer, context, QgsProcessingFeedback(False))
    assert isinstance(layer.renderer(), QgsPalettedRasterRenderer)
    assert {item.value: item.color.alpha() for item in layer.renderer().classes()} == {CLEAR: 0, CLOUD: 255}
    del layer


def test_cancelling_writes_nothing(run: Run, demo_scene: SimulatedScene, tmp_path: Path) -> None:
    feedback = QgsProcessingFeedback(False)
    feedback.progressChanged.connect(lambda percent: feedback.cancel() if percent >= 2 else None)
    parameters = {"INPUT": demo_scene.files["optical"], "CLOUD_MASK": str(tmp_path / "mask.tif")}
    assert run("findclouds", parameters, feedback) == {}
    assert "no mask was written" in feedback.textLog()
    assert list(tmp_path.iterdir()) == []
