"""Scene features by Processing, with the real engine: the raster, its job, its name, and what is left of a cancel."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from osgeo import gdal
from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputLayerDefinition,
    QgsProject,
)
from scenefill.core.worker.protocol import SimulatedScene
from scenefill.plugin.processing.provider import SceneFillProvider

pytestmark = pytest.mark.shares_worker

CHANNELS = 64


def run(
    provider: SceneFillProvider,
    context: QgsProcessingContext,
    parameters: dict[str, Any],
    feedback: QgsProcessingFeedback | None = None,
) -> dict[str, Any]:
    algorithm = provider.algorithm("features").create()
    outputs, fine = algorithm.run(parameters, context, feedback or QgsProcessingFeedback(False), {}, False)
    assert fine
    return outputs


def layers_of(scene: SimulatedScene) -> list[str]:
    return [scene.files["optical"], scene.files["s1"]]


def test_features_of_two_layers(
    provider: SceneFillProvider, context: QgsProcessingContext, demo_scene: SimulatedScene, tmp_path: Path
) -> None:
    target = str(tmp_path / "scene.tif")
    parameters = {"INPUTS": layers_of(demo_scene), "OUTPUT_FOLDER": str(tmp_path / "run"), "FEATURES": target}
    outputs = run(provider, context, parameters)
    assert outputs["FEATURES"] == target
    features, source = gdal.Open(target), gdal.Open(demo_scene.files["optical"])
    wide, fine = features.GetGeoTransform(), source.GetGeoTransform()
    # An odd row of the lattice: the first row of S begins one pixel before the scene.
    assert (wide[0], wide[3], wide[1]) == (fine[0], fine[3] + fine[1], 2 * fine[1])
    assert (features.RasterCount, features.RasterXSize, features.RasterYSize) == (CHANNELS, 80, 81)
    assert features.GetRasterBand(1).GetDescription() == "S01"
    assert features.GetMetadata()["SCENEFILL_KIND"] == "features"
    values = features.ReadAsArray()
    assert (values.std(axis=(1, 2)) > 0).all()
    job = json.loads(Path(outputs["JOB"]).read_text())
    assert [item["modality"] for item in job["inputs"]] == ["optical", "sar"]
    assert Path(target).read_bytes() == (tmp_path / "run" / "features.tif").read_bytes()
    alone = run(provider, context, {"INPUTS": layers_of(demo_scene)[:1], "OUTPUT_FOLDER": str(tmp_path / "alone")})
    assert Path(alone["FEATURES"]) == tmp_path / "alone" / "features.tif"
    assert (gdal.Open(alone["FEATURES"]).ReadAsArray() != values).any(), "the radar is in the features"


def test_the_layer_has_a_name(
    provider: SceneFillProvider,
    context: QgsProcessingContext,
    new_project: QgsProject,
    demo_scene: SimulatedScene,
    tmp_path: Path,
) -> None:
    west, north = gdal.Open(demo_scene.files["s1"]).GetGeoTransform()[0:4:3]
    parameters = {
        "INPUTS": [demo_scene.files["s1"]],
        "EXTENT": f"{west},{west + 640},{north - 640},{north} [EPSG:32632]",
        "OUTPUT_FOLDER": str(tmp_path / "run"),
        "FEATURES": QgsProcessingOutputLayerDefinition(QgsProcessing.TEMPORARY_OUTPUT, new_project),
    }
    outputs = run(provider, context, parameters)
    details = context.layersToLoadOnCompletion()[outputs["FEATURES"]]
    assert details.name == "Scene features of s1"
    assert gdal.Open(outputs["FEATURES"]).RasterXSize == 32


def test_cancelling_writes_nothing(
    provider: SceneFillProvider, context: QgsProcessingContext, demo_scene: SimulatedScene, tmp_path: Path
) -> None:
    feedback = QgsProcessingFeedback(False)
    feedback.progressChanged.connect(lambda percent: feedback.cancel() if percent > 8 else None)
    parameters = {"INPUTS": layers_of(demo_scene), "OUTPUT_FOLDER": str(tmp_path), "FEATURES": str(tmp_path / "s.tif")}
    assert run(provider, context, parameters, feedback) == {}
    assert "no features were written" in feedback.textLog()
    assert [path.name for path in tmp_path.iterdir()] == ["job.json"]
