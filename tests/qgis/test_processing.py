"""The Processing provider and its parameters, without the engine."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from qgis.core import (
    QgsApplication,
    QgsFeature,
    QgsGeometry,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingFeedback,
    QgsProcessingParameterDefinition,
    QgsProject,
    QgsRasterLayer,
    QgsVectorLayer,
)
from scenefill.core.errors import SceneFillError
from scenefill.core.job import GapSource
from scenefill.core.modalities import registry
from scenefill.core.worker.protocol import SimulatedScene
from scenefill.plugin.form import InputRow, LayerRef
from scenefill.plugin.processing.delivery import deliver
from scenefill.plugin.processing.feedback import ProcessingFeedback
from scenefill.plugin.processing.fill import read_bands
from scenefill.plugin.processing.polygons import write_polygons
from scenefill.plugin.processing.provider import SceneFillProvider
from scenefill.plugin.processing.roles import apply_roles, read_roles
from scenefill.plugin.session import Session
from scenefill.plugin.settings import Settings, save_settings

IDS = ("features", "fill", "findclouds", "imagine", "plan", "simulate", "synthesise")


@pytest.fixture
def provider(qgis_app: QgsApplication) -> Iterator[SceneFillProvider]:
    """Registered; there is no engine."""
    save_settings(Settings(engine="python", python=str(Path("no") / "python")))
    session = Session()
    made = SceneFillProvider(session)
    assert QgsApplication.processingRegistry().addProvider(made)
    yield made
    QgsApplication.processingRegistry().removeProvider(made)
    session.close()


def reference(name: str, path: str = "") -> LayerRef:
    return LayerRef(name, name, "gdal", path, path, "EPSG:32632", (0.0, 0.0, 1.0, 1.0), 10, 10, 3)


def test_algorithms_are_registered(provider: SceneFillProvider) -> None:
    assert sorted(algorithm.name() for algorithm in provider.algorithms()) == sorted(IDS)
    for name in IDS:
        found = QgsApplication.processingRegistry().algorithmById(f"scenefill:{name}")
        assert found.displayName() and found.shortHelpString() and found.shortDescription() and found.tags()
        assert not found.icon().isNull() and Path(found.svgIconPath()).is_file()
        assert found.create().name() == name


@pytest.mark.parametrize("name", IDS)
def test_every_parameter_has_help(provider: SceneFillProvider, name: str) -> None:
    parameters = provider.algorithm(name).parameterDefinitions()
    assert [p.name() for p in parameters if not p.help() or not p.description()] == []
    assert [p.name() for p in parameters if p.name() != p.name().upper()] == []


def test_what_is_advanced_can_be_left_alone(provider: SceneFillProvider) -> None:
    advanced = QgsProcessingParameterDefinition.Flag.FlagAdvanced
    optional = QgsProcessingParameterDefinition.Flag.FlagOptional
    for algorithm in provider.algorithms():
        for parameter in algorithm.parameterDefinitions():
            if parameter.flags() & advanced:
                given = parameter.flags() & optional or parameter.defaultValue() is not None
                assert given, f"{algorithm.name()}: {parameter.name()}"


def test_targets_are_the_registry_in_its_order(provider: SceneFillProvider) -> None:
    options = provider.algorithm("synthesise").parameterDefinition("TARGETS").options()
    assert len(options) == len(registry().ids)
    assert options[registry().ids.index("sar")].startswith("SAR")


def test_only_geotiffs_are_written(provider: SceneFillProvider) -> None:
    assert provider.supportedOutputRasterLayerExtensions() == ["tif", "tiff"]
    destination = provider.algorithm("fill").parameterDefinition("FILLED")
    assert provider.isSupportedOutputValue("/tmp/x.tif", destination, QgsProcessingContext())[0]
    assert not provider.isSupportedOutputValue("/tmp/x.img", destination, QgsProcessingContext())[0]


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"NODATA": False}, "no-gaps"),
        ({"MASK_VALUES": "1", "MASK_BITS": "2"}, "bad-value"),
        ({"MASK_VALUES": "one"}, "bad-class-values"),
        ({"INPUT_BANDS": "red"}, "bad-value"),
        ({"INPUT_DATE": "last summer"}, "bad-value"),
        ({"ROLES": "not json"}, "job-not-json"),
        ({"ROLES": '{"path": "x"}'}, "wrong-type"),
        ({"ROLES": '[{"unit": "dB"}]'}, "missing-member"),
    ],
)
def test_wrong_parameters_are_told_early(
    provider: SceneFillProvider, demo_scene: SimulatedScene, context: QgsProcessingContext, changes: dict, code: str
) -> None:
    parameters = {"INPUT": demo_scene.files["optical"], **changes}
    fine, problem = provider.algorithm("fill").checkParameterValues(parameters, context)
    assert not fine
    assert problem.endswith(f"[{code}]")


def test_right_parameters_pass(
    provider: SceneFillProvider, demo_scene: SimulatedScene, context: QgsProcessingContext
) -> None:
    parameters = {"INPUT": demo_scene.files["optical"], "MASK": demo_scene.files["clouds"], "MASK_VALUES": "1, 2-3"}
    assert provider.algorithm("fill").checkParameterValues(parameters, context) == (True, "")


def test_a_missing_environment_is_an_error_that_says_what_to_do(
    provider: SceneFillProvider, context: QgsProcessingContext, tmp_path: Path
) -> None:
    algorithm = provider.algorithm("simulate").create()
    parameters = {"SIZE": 96, "OUTPUT_FOLDER": str(tmp_path / "scene")}
    with pytest.raises(QgsProcessingException) as caught:
        algorithm.run(parameters, context, QgsProcessingFeedback(), {}, False)
    assert str(caught.value).rstrip().endswith("]")
    assert "[wrong-python]" in str(caught.value) or "[no-environment]" in str(caught.value)


def test_a_job_that_is_not_there_is_told_early(provider: SceneFillProvider, context: QgsProcessingContext) -> None:
    fine, problem = provider.algorithm("plan").checkParameterValues({"JOB": "/nowhere/job.json"}, context)
    assert not fine
    assert "[missing-file]" in problem


def test_bands_are_read() -> None:
    assert read_bands("red=4, green=3;blue = 2,") == {"red": 4, "green": 3, "blue": 2}
    assert read_bands("") == {}
    for wrong in ("red", "red=", "red=0", "red=1.5", "=3", "red=4,red=5", "red=4,green=4"):
        with pytest.raises(SceneFillError) as caught:
            read_bands(wrong)
        assert caught.value.code == "bad-value"


def test_roles_replace_what_was_guessed() -> None:
    rows = (
        InputRow(reference("a", "/data/a.tif"), {"red": 1}, unit="reflectance", scale=0.0001, offset=0.0, date="2019"),
        InputRow(reference("b", "/data/b.tif"), {"vv": 1, "vh": 2}, date="2020"),
    )
    roles = read_roles(json.dumps([{"path": "a.tif", "unit": "DN", "gaps": [{"kind": "polygons", "path": "g.gpkg"}]}]))
    first, second = apply_roles(rows, roles)
    assert second == rows[1]
    assert (first.unit, first.scale, first.offset, first.date) == ("DN", None, None, "2019")
    assert first.bands == {"red": 1}
    assert first.gaps == (GapSource("polygons", path="/data/g.gpkg"),)


def test_a_layer_can_have_two_roles() -> None:
    rows = (InputRow(reference("a", "/data/a.tif"), {"red": 1}), InputRow(reference("b", "/data/b.tif"), {"vv": 1}))
    roles = read_roles(json.dumps([{"path": "/data/a.tif", "bands": {"nir": 2}}, {"path": "a", "bands": {"vv": 3}}]))
    applied = apply_roles(rows, roles)
    assert [dict(row.bands) for row in applied] == [{"nir": 2}, {"vv": 3}, {"vv": 1}]


@pytest.mark.parametrize(
    ("role", "code", "named"),
    [
        ({"path": "c.tif"}, "bad-value", "c.tif"),
        ({"path": "a.tif"}, "bad-value", "2 of the layers"),
        ({"path": "/data/a.tif", "bands": {"red": "one"}}, "wrong-type", "ROLES[0].bands.red"),
        ({"path": "/data/a.tif", "colour": "red"}, "unknown-member", "ROLES[0].colour"),
        ({"path": "/data/a.tif", "bands": {"foo": 1}}, "bad-value", "ROLES[0].bands"),
    ],
)
def test_wrong_roles_are_named(role: dict, code: str, named: str) -> None:
    rows = [
        InputRow(reference("first", "/data/a.tif"), {"red": 1}),
        InputRow(reference("other", "/old/a.tif"), {"vv": 1}),
    ]
    with pytest.raises(SceneFillError) as caught:
        apply_roles(rows, read_roles(json.dumps([role])))
    assert caught.value.code == code
    assert named in str(caught.value)


def test_delivering_gives_a_second_name(tmp_path: Path) -> None:
    source, target = tmp_path / "run" / "a.tif", tmp_path / "new" / "b.tif"
    source.parent.mkdir()
    source.write_bytes(b"raster")
    Path(f"{source}.aux.xml").write_text("classes")
    deliver(str(source), str(target))
    assert target.read_bytes() == b"raster" and Path(f"{target}.aux.xml").read_text() == "classes"
    assert source.stat().st_ino == target.stat().st_ino
    source.unlink()
    source.write_bytes(b"later")
    Path(f"{source}.aux.xml").unlink()
    deliver(str(source), str(target))
    assert target.read_bytes() == b"later"
    assert sorted(path.name for path in target.parent.iterdir()) == ["b.tif"]
    deliver(str(target), str(target))
    assert target.read_bytes() == b"later"


def test_delivering_into_nowhere_is_one_error(tmp_path: Path) -> None:
    source = tmp_path / "a.tif"
    source.write_bytes(b"raster")
    with pytest.raises(SceneFillError) as caught:
        deliver(str(source), str(source / "b.tif"))
    assert caught.value.code == "cannot-write"
    assert source.read_bytes() == b"raster"


def test_feedback_speaks_of_stages_once_and_can_cancel() -> None:
    shown = QgsProcessingFeedback(False)
    texts, fractions = [], []
    shown.progressChanged.connect(fractions.append)
    shown.setProgressText = texts.append
    feedback = ProcessingFeedback(shown)
    for fraction in (0.1, 0.5, 1.5):
        feedback.progress(fraction, "windows")
    assert texts == ["Drawing"]
    assert fractions == [10.0, 50.0, 100.0]
    feedback.log("warning", "look out")
    feedback.log("info", "all is well")
    feedback.preview("/tmp/draft.tif")
    assert {"look out", "all is well"} <= set(shown.textLog().splitlines())
    assert "/tmp/draft.tif" in shown.textLog()
    assert not feedback.is_cancelled()
    shown.cancel()
    assert feedback.is_cancelled()


def polygons_of(project: QgsProject, *boxes: str) -> QgsVectorLayer:
    layer = QgsVectorLayer("Polygon?crs=EPSG:32632", "areas", "memory")
    features = []
    for box in boxes:
        feature = QgsFeature()
        feature.setGeometry(QgsGeometry.fromWkt(box))
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    project.addMapLayer(layer)
    return layer


SQUARES = ("POLYGON((0 0, 1 0, 1 1, 0 1, 0 0))", "POLYGON((2 0, 3 0, 3 1, 2 1, 2 0))")


def test_selected_polygons_alone_are_written(
    provider: SceneFillProvider, new_project: QgsProject, context: QgsProcessingContext, tmp_path: Path
) -> None:
    layer = polygons_of(new_project, *SQUARES)
    layer.selectByIds([next(layer.getFeatures()).id()])
    algorithm = provider.algorithm("fill")
    for selected, count in ((True, 1), (False, 2)):
        value = QgsProcessingFeatureSourceDefinition(layer.id(), selected)
        source = algorithm.parameterAsSource({"POLYGONS": value}, "POLYGONS", context)
        assert write_polygons(source, tmp_path / "gaps.gpkg", context) == count
        written = QgsVectorLayer(str(tmp_path / "gaps.gpkg"), "gaps", "ogr")
        assert (written.featureCount(), written.crs().authid()) == (count, "EPSG:32632")
        del written


def test_no_polygons_is_an_error(
    provider: SceneFillProvider, new_project: QgsProject, context: QgsProcessingContext, tmp_path: Path
) -> None:
    layer = polygons_of(new_project)
    source = provider.algorithm("fill").parameterAsSource({"POLYGONS": layer.id()}, "POLYGONS", context)
    with pytest.raises(SceneFillError) as caught:
        write_polygons(source, tmp_path / "gaps.gpkg", context)
    assert caught.value.code == "no-polygons"


def test_a_web_layer_is_no_mask(
    provider: SceneFillProvider, demo_scene: SimulatedScene, new_project: QgsProject, context: QgsProcessingContext
) -> None:
    web = QgsRasterLayer("type=xyz&url=https://tiles.invalid/{z}/{x}/{y}.png&zmax=1&zmin=0", "web", "wms")
    new_project.addMapLayer(web)
    parameters = {
        "INPUT": demo_scene.files["optical"],
        "MASK": web.id(),
        "MASK_VALUES": "1",
        "OUTPUT_FOLDER": QgsProcessing.TEMPORARY_OUTPUT,
    }
    with pytest.raises(QgsProcessingException, match="web"):
        provider.algorithm("fill").create().run(parameters, context, QgsProcessingFeedback(), {}, False)
