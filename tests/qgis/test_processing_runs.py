"""The Processing algorithms with the real engine: one by one, in a model, in a batch, cancelled, loaded as layers."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from osgeo import gdal
from qgis.core import (
    QgsApplication,
    QgsMapLayer,
    QgsPalettedRasterRenderer,
    QgsProcessing,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProcessingModelOutput,
    QgsProcessingModelParameter,
    QgsProcessingOutputLayerDefinition,
    QgsProcessingParameterNumber,
    QgsProject,
    QgsRasterLayer,
)
from scenefill.core.worker.protocol import SimulatedScene
from scenefill.plugin.processing.provider import SceneFillProvider

pytestmark = pytest.mark.shares_worker

DRAFT = {"PRESET": 0}


@pytest.fixture
def run(provider: SceneFillProvider, context: QgsProcessingContext) -> Callable[..., dict[str, Any]]:
    """Runs an algorithm and returns its outputs; errors are raised."""

    def run_algorithm(name: str, parameters: dict[str, Any]) -> dict[str, Any]:
        algorithm = provider.algorithm(name).create()
        outputs, fine = algorithm.run(parameters, context, QgsProcessingFeedback(False), {}, False)
        assert fine
        return outputs

    return run_algorithm


def filling(scene: SimulatedScene, folder: Path, **more: Any) -> dict[str, Any]:
    """Parameters that fill the clouds of a scene's colour image by a draft."""
    clouds = {"MASK": scene.files["clouds"], "MASK_VALUES": "1, 2", "GROW": 2, "NODATA": False}
    layers = {"INPUT": scene.files["optical"], "OTHER_LAYERS": [scene.files["s1"]]}
    return {**layers, **clouds, **DRAFT, "OUTPUT_FOLDER": str(folder), **more}


def pixels(path: str) -> Any:
    dataset = gdal.Open(path)
    assert dataset is not None, path
    return dataset.ReadAsArray()


def load_now(context: QgsProcessingContext) -> dict[str, QgsMapLayer]:
    """Load what is to be loaded on completion, the way QGIS' dialog does it; by path."""
    loaded = {}
    for path, details in context.layersToLoadOnCompletion().items():
        layer = QgsRasterLayer(path, "raw")
        details.setOutputLayerName(layer)
        if details.postProcessor() is not None:
            details.postProcessor().postProcessLayer(layer, context, QgsProcessingFeedback(False))
        loaded[path] = layer
    return loaded


def test_filling_keeps_what_was_observed(run: Callable, demo_scene: SimulatedScene, tmp_path: Path) -> None:
    names = {name: str(tmp_path / f"{name.lower()}.tif") for name in ("FILLED", "PROVENANCE", "SPREAD")}
    outputs = run("fill", filling(demo_scene, tmp_path / "run", TARGETS=[1], **names))
    assert {name: outputs[name] for name in names} == names
    before, after = pixels(demo_scene.files["optical"]), pixels(outputs["FILLED"])
    provenance = pixels(outputs["PROVENANCE"])
    observed = provenance == 0
    assert 0.1 < observed.mean() < 0.95
    assert (before[:, observed] == after[:, observed]).all()
    assert (before[:, ~observed] != after[:, ~observed]).any()
    assert (pixels(outputs["SPREAD"])[:, observed] == 0).all()
    assert pixels(outputs["INFRARED"]).shape == before.shape
    assert [Path(path).name for path in outputs["OUTPUT_LAYERS"]] == ["optical_filled.tif", "infrared.tif"]
    assert json.loads(Path(outputs["SIDECAR"]).read_text())["type"] == "Feature"
    job = json.loads(Path(outputs["JOB"]).read_text())
    assert job["targets"] == [{"modality": "optical", "fill": 0}, {"modality": "infrared"}]
    assert [item["modality"] for item in job["inputs"]] == ["optical", "sar"]
    assert job["inputs"][0]["gaps"] == [
        {"kind": "raster", "path": demo_scene.files["clouds"], "values": [1, 2], "grow": 2}
    ]
    assert not (tmp_path / "run" / "inputs").exists()


def test_results_are_loaded_named_and_styled(
    run: Callable, demo_scene: SimulatedScene, context: QgsProcessingContext, new_project: QgsProject, tmp_path: Path
) -> None:
    destinations = {}
    for name in ("FILLED", "PROVENANCE"):
        destinations[name] = QgsProcessingOutputLayerDefinition(QgsProcessing.TEMPORARY_OUTPUT, new_project)
    outputs = run("fill", filling(demo_scene, tmp_path / "run", TARGETS=[1], **destinations))
    loaded = load_now(context)
    assert set(loaded) == {outputs["FILLED"], outputs["PROVENANCE"], outputs["INFRARED"]}
    names = [layer.name() for layer in loaded.values()]
    assert sum("synthetic" in name for name in names) >= 2
    provenance = loaded[outputs["PROVENANCE"]]
    assert isinstance(provenance.renderer(), QgsPalettedRasterRenderer)
    filled = loaded[outputs["FILLED"]]
    assert "not a measurement" in filled.metadata().abstract().lower() or filled.metadata().constraints()
    assert filled.temporalProperties().isActive()
    del loaded, provenance, filled


def test_nothing_is_loaded_that_nobody_asked_for(
    run: Callable, demo_scene: SimulatedScene, context: QgsProcessingContext, tmp_path: Path
) -> None:
    outputs = run("fill", filling(demo_scene, tmp_path / "run", TARGETS=[1], FILLED=str(tmp_path / "filled.tif")))
    assert "SPREAD" not in outputs
    assert context.layersToLoadOnCompletion() == {}


def test_synthesising(run: Callable, demo_scene: SimulatedScene, tmp_path: Path) -> None:
    west, north = corner(demo_scene.files["s1"])
    extent = f"{west},{west + 960},{north - 960},{north} [EPSG:32632]"
    parameters = {"INPUTS": [demo_scene.files["s1"]], "TARGETS": [0, 1], "EXTENT": extent, **DRAFT}
    outputs = run("synthesise", {**parameters, "OUTPUT_FOLDER": str(tmp_path), "DRAWN": str(tmp_path / "a.tif")})
    assert pixels(outputs["DRAWN"]).shape == (3, 96, 96)
    assert (pixels(outputs["OPTICAL"]) == pixels(outputs["DRAWN"])).all()
    assert pixels(outputs["INFRARED"]).shape == (3, 96, 96)


def corner(path: str) -> tuple[float, float]:
    transform = gdal.Open(path).GetGeoTransform()
    return transform[0], transform[3]


def test_imagining_scenes(run: Callable, tmp_path: Path) -> None:
    extent = {"EXTENT": "600000,600960,5199040,5200000 [EPSG:32632]", "TARGETS": [0, 2]}
    outputs = run("imagine", {**extent, "SAMPLES": 2, "STEPS": 1, "SEED": 7, "OUTPUT_FOLDER": str(tmp_path)})
    names = [Path(path).name for path in outputs["OUTPUT_LAYERS"]]
    assert {"optical_sample1.tif", "optical_sample2.tif", "sar_sample1.tif"} <= set(names)
    assert pixels(outputs["SAR"]).shape == (2, 96, 96)
    assert (pixels(outputs["OUTPUT_LAYERS"][0]) != pixels(outputs["OUTPUT_LAYERS"][1])).any()
    assert json.loads(Path(outputs["JOB"]).read_text())["sampling"]["mode"] == "realisation"


def test_imagining_in_another_crs(run: Callable, tmp_path: Path) -> None:
    extent = {"EXTENT": "9.0,9.01,46.0,46.007 [EPSG:4326]", "CRS": "EPSG:32632", "TARGETS": [0], **DRAFT}
    outputs = run("imagine", {**extent, "OUTPUT_FOLDER": str(tmp_path)})
    layer = QgsRasterLayer(outputs["OPTICAL"])
    assert layer.crs().authid() == "EPSG:32632"
    assert layer.rasterUnitsPerPixelX() == 10.0
    del layer


def test_imagining_nowhere_is_an_error(run: Callable, tmp_path: Path) -> None:
    with pytest.raises(QgsProcessingException, match="no-crs"):
        run("imagine", {"EXTENT": "0,960,0,960", "TARGETS": [0], "OUTPUT_FOLDER": str(tmp_path)})


def test_simulating(run: Callable, tmp_path: Path) -> None:
    optical = str(tmp_path / "cloudy.tif")
    outputs = run("simulate", {"SIZE": 96, "SEED": 3, "OUTPUT_FOLDER": str(tmp_path / "scene"), "OPTICAL": optical})
    assert outputs["OPTICAL"] == optical
    assert pixels(optical).shape == (3, 96, 96)
    for name in ("S2", "S2_TRUTH", "THERMAL", "ELEVATION", "PANCHROMATIC", "LAND_COVER"):
        assert pixels(outputs[name]).shape[-2:] == (96, 96)
    assert Path(outputs["BEYOND_SWATH"]).is_file() and Path(outputs["JOB"]).is_file()
    assert outputs["DATE"].startswith("2023-")


def test_planning(run: Callable, demo_scene: SimulatedScene, tmp_path: Path) -> None:
    files = {"REPORT": str(tmp_path / "plan.html"), "REPORT_JSON": str(tmp_path / "plan.json")}
    outputs = run("plan", {"JOB": demo_scene.job, **files})
    assert outputs["PIXELS"] == 160 * 160
    assert outputs["WINDOWS_TO_DRAW"] >= 1 and outputs["SECONDS"] > 0 and outputs["DISK_BYTES"] > 0
    assert json.loads(Path(outputs["REPORT_JSON"]).read_text())["pixels"] == outputs["PIXELS"]
    assert "optical.tif" in Path(outputs["REPORT"]).read_text(encoding="utf-8")


def test_cancelling_is_no_error_and_can_be_resumed(
    provider: SceneFillProvider,
    run: Callable,
    context: QgsProcessingContext,
    demo_scene: SimulatedScene,
    tmp_path: Path,
) -> None:
    parameters = filling(
        demo_scene, tmp_path / "run", PRESET=1, ADAPT=0, SAMPLES=1, FILLED=str(tmp_path / "filled.tif")
    )
    feedback = QgsProcessingFeedback(False)
    feedback.progressChanged.connect(lambda percent: feedback.cancel() if percent > 8 else None)
    outputs, fine = provider.algorithm("fill").create().run(parameters, context, feedback)
    assert fine and outputs == {}
    assert "cancelled" in feedback.textLog()
    assert not (tmp_path / "filled.tif").exists()
    resumed = run("fill", {**parameters, "RESUME": True})
    straight = run("fill", {**parameters, "OUTPUT_FOLDER": str(tmp_path / "straight")})
    for first, second in zip(resumed["OUTPUT_LAYERS"], straight["OUTPUT_LAYERS"]):
        assert Path(first).read_bytes() == Path(second).read_bytes()


def test_errors_name_their_code(run: Callable, demo_scene: SimulatedScene, tmp_path: Path) -> None:
    far = {"EXTENT": "0,1000,0,1000 [EPSG:32632]"}
    with pytest.raises(QgsProcessingException, match=r"\[no-overlap\]"):
        run("fill", filling(demo_scene, tmp_path, **far))
    with pytest.raises(QgsProcessingException, match=r"\[no-gaps\]"):
        run("fill", filling(demo_scene, tmp_path, MASK_VALUES=None))


def test_a_batch_of_two_seeds_in_the_background(
    provider: SceneFillProvider, new_project: QgsProject, demo_scene: SimulatedScene, tmp_path: Path, qtbot: Any
) -> None:
    """As the batch dialog and the toolbox run algorithms: tasks, each in a thread of its own."""
    contexts, feedbacks, tasks, done = [], [], [], {}
    for seed in (1, 2):
        context, feedback = QgsProcessingContext(), QgsProcessingFeedback(False)
        context.setProject(new_project)
        parameters = filling(demo_scene, tmp_path / f"run{seed}", PRESET=1, ADAPT=0, STEPS=1, SAMPLES=1, SEED=seed)
        task = QgsProcessingAlgRunnerTask(provider.algorithm("fill"), parameters, context, feedback)
        task.executed.connect(lambda fine, outputs, seed=seed: done.update({seed: (fine, outputs)}))
        contexts.append(context), feedbacks.append(feedback), tasks.append(task)
    for task in tasks:
        QgsApplication.taskManager().addTask(task)
    qtbot.waitUntil(lambda: len(done) == 2, timeout=120_000)
    assert all(fine for fine, _ in done.values())
    first, second = (pixels(done[seed][1]["OUTPUT_LAYERS"][0]) for seed in (1, 2))
    assert (first != second).any()


def child(model: QgsProcessingModelAlgorithm, name: str, algorithm: str, **sources: Any) -> None:
    step = QgsProcessingModelChildAlgorithm(algorithm)
    step.setChildId(name)
    step.setDescription(name)
    for parameter, source in sources.items():
        step.addParameterSources(parameter, source if isinstance(source, list) else [source])
    model.addChildAlgorithm(step)


def test_a_model_chains_simulating_filling_and_slicing(
    provider: SceneFillProvider, context: QgsProcessingContext, tmp_path: Path
) -> None:
    fixed = QgsProcessingModelChildParameterSource.fromStaticValue
    output_of = QgsProcessingModelChildParameterSource.fromChildOutput
    model = QgsProcessingModelAlgorithm("cloudless", "test")
    model.addModelParameter(QgsProcessingParameterNumber("seed", "Seed"), QgsProcessingModelParameter("seed"))
    seed = QgsProcessingModelChildParameterSource.fromModelParameter("seed")
    child(model, "scene", "scenefill:simulate", SEED=seed, SIZE=fixed(96), CLOUDS=fixed(0.3))
    child(
        model,
        "filled",
        "scenefill:fill",
        INPUT=output_of("scene", "S2"),
        MASK=output_of("scene", "CLOUD_MASK"),
        MASK_VALUES=fixed("1, 2"),
        NODATA=fixed(False),
        OTHER_LAYERS=[output_of("scene", "S1")],
        PRESET=fixed(0),
    )
    child(model, "value", "native:rasterlayerstatistics", INPUT=output_of("filled", "FILLED"), BAND=fixed(4))
    final = QgsProcessingModelOutput("cloudless", "Cloudless")
    final.setChildId("filled")
    final.setChildOutputName("FILLED")
    step = model.childAlgorithm("filled")
    step.setModelOutputs({"cloudless": final})
    model.setChildAlgorithm(step)
    model.updateDestinationParameters()
    target = str(tmp_path / "cloudless.tif")
    (destination,) = model.destinationParameterDefinitions()
    outputs, fine = model.run({"seed": 4, destination.name(): target}, context, QgsProcessingFeedback(False))
    assert fine
    assert outputs[destination.name()] == target
    assert pixels(target).shape == (13, 96, 96)
    statistics = outputs["CHILD_RESULTS"]["value"]
    assert statistics["MIN"] < statistics["MEAN"] < statistics["MAX"]
    # A model goes to a file and back.
    assert QgsProcessingModelAlgorithm().loadVariant(model.toVariant())
