"""Results of the real engine as layers: order, names, styles, legends, metadata, dates, and what a project keeps."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from osgeo import gdal
from qgis.core import (
    Qgis,
    QgsLayerTreeGroup,
    QgsLayerTreeLayer,
    QgsMapRendererCustomPainterJob,
    QgsMapSettings,
    QgsMultiBandColorRenderer,
    QgsPalettedRasterRenderer,
    QgsProject,
    QgsRasterLayer,
    QgsSingleBandGrayRenderer,
    QgsSingleBandPseudoColorRenderer,
)
from qgis.PyQt.QtCore import QDate, QSize
from qgis.PyQt.QtGui import QColor, QImage, QPainter
from scenefill.core.engine.result import Result
from scenefill.core.errors import SceneFillError
from scenefill.core.job import Job
from scenefill.core.modalities import registry
from scenefill.core.worker.protocol import SimulatedScene
from scenefill.plugin.results.facts import look_at, preview_stretch, read_job, read_result
from scenefill.plugin.results.load import ResultLoader, layers_before, load_result
from scenefill.plugin.results.metadata import metadata_of
from scenefill.plugin.results.stretch import Stretch, stretch_of_modality
from scenefill.plugin.results.styles import (
    apply_date,
    apply_stretch,
    days_of_date,
    open_layer,
    share_style,
    stretch_of_layer,
)
from scenefill.plugin.results.translation import translation_text
from scenefill.plugin.runner.local import LocalRunner
from scenefill.tests.qgis.real_results import SIDE, colour_job, run, stack_job

pytestmark = pytest.mark.shares_worker

Made = tuple[Result, Job]


@pytest.fixture(scope="module")
def runner(engine_python: Path) -> Iterator[LocalRunner]:
    made = LocalRunner(engine_python, threads=1)
    yield made
    made.close()


@pytest.fixture(scope="module")
def colour(runner: LocalRunner, demo_scene: SimulatedScene, tmp_path_factory: pytest.TempPathFactory) -> Made:
    job = colour_job(demo_scene, tmp_path_factory.mktemp("colour") / "result")
    return run(runner, job), job


@pytest.fixture(scope="module")
def stack(runner: LocalRunner, demo_scene: SimulatedScene, tmp_path_factory: pytest.TempPathFactory) -> Made:
    job = stack_job(demo_scene, tmp_path_factory.mktemp("stack") / "result")
    return run(runner, job), job


def tree(group: QgsLayerTreeGroup) -> list[Any]:
    """Names from top to bottom; a sub-group as (name, [names])."""
    return [
        child.name() if isinstance(child, QgsLayerTreeLayer) else (child.name(), tree(child))
        for child in group.children()
    ]


def layer_named(project: QgsProject, start: str) -> QgsRasterLayer:
    found = [layer for layer in project.mapLayers().values() if layer.name().startswith(start)]
    assert len(found) == 1, [layer.name() for layer in project.mapLayers().values()]
    return found[0]


def picture(layer: QgsRasterLayer) -> np.ndarray:
    """``(H, W, 4)``: the layer as QGIS paints it, a pixel of the raster on a pixel of the picture, as RGBA."""
    settings = QgsMapSettings()
    settings.setLayers([layer])
    settings.setDestinationCrs(layer.crs())
    settings.setExtent(layer.extent())
    settings.setOutputSize(QSize(layer.width(), layer.height()))
    settings.setBackgroundColor(QColor(0, 0, 0, 0))
    image = QImage(settings.outputSize(), QImage.Format.Format_RGBA8888)
    image.fill(QColor(0, 0, 0, 0))
    painter = QPainter(image)
    job = QgsMapRendererCustomPainterJob(settings, painter)
    job.renderSynchronously()
    painter.end()
    pointer = image.constBits()
    pointer.setsize(image.sizeInBytes())
    return np.frombuffer(pointer, np.uint8).reshape(image.height(), image.width(), 4).copy()


def values(path: str) -> np.ndarray:
    return gdal.Open(path).ReadAsArray()


def path_of(made: Made, kind: str, start: str = "") -> str:
    return next(o.path for o in made[0].outputs if o.kind == kind and Path(o.path).name.startswith(start))


def test_group_is_on_top_and_in_order(colour: Made, new_project: QgsProject, demo_scene: SimulatedScene) -> None:
    below = QgsRasterLayer(demo_scene.files["optical"], "before")
    new_project.addMapLayer(below)
    group = load_result(*colour, project=new_project, before={}, title="Clouds of July")
    assert [node.name() for node in new_project.layerTreeRoot().children()] == ["Clouds of July (synthetic)", "before"]
    assert tree(group) == [
        "Optical, gaps filled (synthetic)",
        "Infrared, drawn (synthetic)",
        "SAR backscatter, gaps filled (synthetic)",
        ("Provenance", ["Provenance: Optical", "Provenance: Infrared", "Provenance: SAR backscatter"]),
        (
            "Spread",
            [
                "Spread: Optical (standard deviation of red, reflectance)",
                "Spread: Infrared (standard deviation of swir16, reflectance)",
                "Spread: SAR backscatter (standard deviation of vv, dB)",
            ],
        ),
    ]
    shown = [node.name() for node in group.findLayers() if node.isVisible()]
    assert shown == ["Optical, gaps filled (synthetic)"]
    assert not any(child.isExpanded() for child in group.findGroups())


def test_stack_shows_mask_and_realisations(stack: Made, new_project: QgsProject) -> None:
    group = load_result(*stack, project=new_project, before={}, title="")
    product = "Optical, Infrared, Multispectral (red edge)"
    assert tree(group) == [
        f"{product}, gaps filled (synthetic)",
        f"Provenance: {product}",
        f"Provenance of bands carried along: {product}",
        f"Spread: {product} (standard deviation of red, reflectance)",
        "Clouds found in s2.tif",
        (
            "Realisations (synthetic)",
            [f"{product}, realisation 1 (synthetic)", f"{product}, realisation 2 (synthetic)"],
        ),
    ]


def test_before_and_after_share_their_stretch(
    colour: Made, new_project: QgsProject, demo_scene: SimulatedScene
) -> None:
    # As QGIS opens it: stretched to the image's own percentiles, gamma and canvas-bound statistics by the user.
    before = QgsRasterLayer(demo_scene.files["optical"], "before")
    before.brightnessFilter().setGamma(1.6)
    before.renderer().setOpacity(0.4)
    new_project.addMapLayer(before)
    found = layers_before(colour[1], new_project, {})
    assert list(found) == [0]
    load_result(*colour, project=new_project, before=found, title="x")
    after = layer_named(new_project, "Optical, gaps filled")
    shared, own = stretch_of_layer(after), stretch_of_layer(before)
    assert shared.bands == own.bands
    assert shared.lows == pytest.approx(own.lows, rel=1e-12) and shared.highs == pytest.approx(own.highs, rel=1e-12)
    assert after.brightnessFilter().gamma() == 1.6
    assert after.renderer().opacity() == 1.0
    # What was observed looks the same before and after, pixel by pixel.
    before.renderer().setOpacity(1.0)
    observed = values(path_of(colour, "provenance", "optical")) == 0
    assert 0.05 < observed.mean() < 0.95
    seen, shown = picture(before)[:SIDE, -SIDE:, :3], picture(after)[:, :, :3]
    assert np.array_equal(seen[observed], shown[observed])
    assert not np.array_equal(seen[~observed], shown[~observed])


def test_chosen_layer_is_the_one_before(colour: Made, new_project: QgsProject, demo_scene: SimulatedScene) -> None:
    layers = [QgsRasterLayer(demo_scene.files["optical"], name) for name in "ab"]
    new_project.addMapLayers(layers)
    for layer in layers:
        assert layers_before(colour[1], new_project, {0: layer.id()})[0].id() == layer.id()
    assert layers_before(colour[1], new_project, {0: "gone"})[0].name() in ("a", "b")


def test_service_before_does_not_lend_its_style(colour: Made, new_project: QgsProject) -> None:
    before = QgsRasterLayer(path_of(colour, "data", "infrared"), "alike")
    other = open_layer(path_of(colour, "data", "sar"), "two bands")
    assert not share_style(other, before)
    assert share_style(open_layer(path_of(colour, "data", "optical"), "three bands"), before)


def test_modality_styles_in_what_qgis_shows(colour: Made, new_project: QgsProject) -> None:
    load_result(*colour, project=new_project, before={}, title="x")
    optical = layer_named(new_project, "Optical, gaps filled")
    # The file holds uint16 and declares its scale; QGIS shows reflectance.
    assert gdal.Open(optical.source()).GetRasterBand(1).DataType == gdal.GDT_UInt16
    assert stretch_of_layer(optical) == Stretch((1, 2, 3), (0.0,) * 3, (0.3,) * 3)
    infrared = layer_named(new_project, "Infrared, drawn")
    assert stretch_of_layer(infrared) == Stretch((2, 1, 3), (0.0,) * 3, (0.45,) * 3)
    sar = layer_named(new_project, "SAR backscatter, gaps filled")
    assert stretch_of_layer(sar) == Stretch((1, 2, 1), (-20.0, -27.0, -20.0), (0.0, -7.0, 0.0))
    for layer in (optical, infrared, sar):
        shown = picture(layer)
        assert (shown[..., 3] == 255).all()
        assert 30 < shown[..., :3].mean() < 200 and shown[..., :3].std() > 10


def test_style_of_a_layer_that_does_not_say_its_scale(
    colour: Made, new_project: QgsProject, demo_scene: SimulatedScene, tmp_path: Path
) -> None:
    """The job told the scale: QGIS shows plain numbers, and so the stretch is in plain numbers."""
    result, _ = colour
    for output in result.outputs:
        shutil.copy(output.path, tmp_path)
    shutil.copy(result.sidecar, tmp_path)
    bare = gdal.OpenEx(
        str(tmp_path / "optical_filled.tif"),
        gdal.OF_RASTER | gdal.OF_UPDATE,
        open_options=["IGNORE_COG_LAYOUT_BREAK=YES"],
    )
    for band in (1, 2, 3):
        bare.GetRasterBand(band).SetScale(1.0)
    del bare
    shutil.copy(Path(result.folder) / "job.json", tmp_path)
    facts = look_at(*read_result(str(tmp_path)))
    found = next(output for output in facts.outputs if Path(output.output.path).name == "optical_filled.tif")
    assert found.stretch == Stretch((1, 2, 3), (0.0,) * 3, (pytest.approx(3000.0),) * 3)


def test_power_is_stretched_as_power() -> None:
    modality = registry()["sar"]
    stretch = stretch_of_modality(modality, {"vh": 1}, lambda _, value, band: 10 ** (value / 10))
    assert stretch == Stretch((1,), (pytest.approx(10**-2.7),), (pytest.approx(10**-0.7),))
    assert stretch_of_modality(modality, {"red": 1}, lambda _, value, band: value) is None


def test_one_band_is_gray(colour: Made) -> None:
    layer = open_layer(path_of(colour, "data", "sar"), "x")
    apply_stretch(layer, Stretch((2,), (-27.0,), (-7.0,)))
    assert isinstance(layer.renderer(), QgsSingleBandGrayRenderer)
    assert stretch_of_layer(layer) == Stretch((2,), (-27.0,), (-7.0,))
    before = layer.renderer().type()
    apply_stretch(layer, Stretch((9,), (0.0,), (1.0,)))
    assert layer.renderer().type() == before


def test_provenance_in_words(colour: Made, new_project: QgsProject) -> None:
    load_result(*colour, project=new_project, before={}, title="x")
    layer = layer_named(new_project, "Provenance: Optical")
    classes = layer.renderer().classes()
    assert isinstance(layer.renderer(), QgsPalettedRasterRenderer)
    assert [(c.value, c.label) for c in classes] == [
        (0, "Observed"),
        (1, "Drawn, with its own neighbours in sight"),
        (2, "Drawn from other modalities only"),
    ]
    codes, shown = values(layer.source()), picture(layer)
    assert set(np.unique(codes)) >= {0, 1}
    for item in classes:
        assert (shown[codes == item.value] == item.color.getRgb()).all()


def test_nothing_is_transparent_in_provenance(stack: Made, new_project: QgsProject) -> None:
    load_result(*stack, project=new_project, before={}, title="x")
    carried = layer_named(new_project, "Provenance of bands carried along")
    assert carried.renderer().usesBands() == [2]
    assert [c.label for c in carried.renderer().classes()][3] == "Carried along by regression"
    codes, shown = values(carried.source())[1], picture(carried)
    assert 3 in codes
    teal = carried.renderer().classes()[3].color.getRgb()
    assert (shown[codes == 3] == teal).all()
    if (codes == 255).any():
        assert (shown[codes == 255, 3] == 0).all()


def test_spread_has_its_unit_and_hides_what_was_observed(colour: Made, new_project: QgsProject) -> None:
    load_result(*colour, project=new_project, before={}, title="x")
    layer = layer_named(new_project, "Spread: SAR")
    renderer = layer.renderer()
    assert isinstance(renderer, QgsSingleBandPseudoColorRenderer)
    function = renderer.shader().rasterShaderFunction()
    assert function.legendSettings().suffix() == " dB"
    spread, shown = values(layer.source())[0], picture(layer)
    assert function.maximumValue() == pytest.approx(np.percentile(spread[spread > 0], 98), rel=0.05)
    assert (shown[spread == 0, 3] == 0).all() and (shown[spread > 0, 3] == 255).all()
    low, high = spread > 0, spread >= function.maximumValue()
    assert (shown[high, :3] == (0xFE, 0xE8, 0x38)).all()
    assert len(np.unique(shown[low, 0])) > 10


def test_mask_in_words(stack: Made, new_project: QgsProject) -> None:
    load_result(*stack, project=new_project, before={}, title="x")
    layer = layer_named(new_project, "Clouds found")
    assert [(c.value, c.label) for c in layer.renderer().classes()] == [(0, "Clear"), (1, "Gap")]
    mask, shown = values(layer.source()), picture(layer)
    assert set(np.unique(mask)) == {0, 1}
    assert (shown[mask == 0, 3] == 0).all() and (shown[mask == 1] == (0xD6, 0x48, 0x48, 255)).all()


def test_stack_is_shown_in_its_true_colours(stack: Made, new_project: QgsProject) -> None:
    load_result(*stack, project=new_project, before={}, title="x")
    for start in (
        "Optical, Infrared, Multispectral (red edge), gaps",
        "Optical, Infrared, Multispectral (red edge), real",
    ):
        for layer in [layer for layer in new_project.mapLayers().values() if layer.name().startswith(start)]:
            assert isinstance(layer.renderer(), QgsMultiBandColorRenderer)
            assert stretch_of_layer(layer) == Stretch((4, 3, 2), (0.0,) * 3, (0.3,) * 3)


METADATA = ("identifier", "type", "title", "abstract", "history", "licenses", "keywords")


def facts_of(layer: QgsRasterLayer) -> dict[str, Any]:
    found = layer.metadata()
    plain = {name: getattr(found, name)() for name in METADATA}
    constraints = [(c.constraint, c.type) for c in found.constraints()]
    links = [(link.name, link.type, link.url) for link in found.links()]
    space = found.extent().spatialExtents()[0]
    times = [
        (t.begin().toString("yyyy-MM-dd"), t.end().toString("yyyy-MM-dd")) for t in found.extent().temporalExtents()
    ]
    box = (space.bounds.xMinimum(), space.bounds.yMinimum(), space.bounds.xMaximum(), space.bounds.yMaximum())
    return {
        **plain,
        "constraints": constraints,
        "links": links,
        "box": box,
        "crs": found.crs().authid(),
        "times": times,
    }


def test_metadata_say_what_it_is(colour: Made, new_project: QgsProject, demo_scene: SimulatedScene) -> None:
    load_result(*colour, project=new_project, before={}, title="x")
    layer = layer_named(new_project, "Optical, gaps filled")
    found = facts_of(layer)
    assert found["title"] == layer.name() and found["type"] == "dataset"
    assert found["identifier"] == "scenefill:result/optical_filled"
    assert "Synthetic, not a measurement." in found["abstract"]
    assert (
        "seed 7" in found["abstract"] and "scenefill-demo" in found["abstract"] and "optical.tif" in found["abstract"]
    )
    assert found["constraints"] == [
        (
            "Synthetic, not a measurement. Do not use drawn pixels as evidence of what was on the ground; look at the "
            "provenance and the spread beside them.",
            "other",
        )
    ]
    assert found["licenses"] == ["Model weights: CC-BY-SA-4.0"]
    assert found["keywords"]["SceneFill"] == ["synthetic, not a measurement", "data", "optical"]
    assert any("drawn by SceneFill" in line and "SHA-256" in line for line in found["history"])
    assert any(line.startswith("Input s1.tif: SHA-256") for line in found["history"])
    assert found["links"] == [("Full record (STAC Item)", "WWW:LINK", "./scenefill.json")]
    assert found["crs"] == "EPSG:32632" and found["times"] == [(demo_scene.date, demo_scene.date)]
    bounds = layer.extent()
    assert found["box"] == (bounds.xMinimum(), bounds.yMinimum(), bounds.xMaximum(), bounds.yMaximum())
    spread = facts_of(layer_named(new_project, "Spread: Optical"))
    assert "standard deviation" in spread["abstract"]


def test_metadata_say_what_was_learnt_from_the_scene(colour: Made) -> None:
    facts = look_at(*colour)
    output = next(output for output in facts.outputs if output.output.kind == "data")
    layer = open_layer(output.output.path, "x")
    learnt = {"kept": True, "error_before": 1.25, "error_after": 0.875, "unit": "dB"}
    properties = {**facts.properties, "scenefill:adaptation": learnt}
    plain = metadata_of(layer, facts, output)
    told = metadata_of(layer, replace(facts, item={**facts.item, "properties": properties}), output)
    sentence = "Learnt from the scene: error on held-out blocks 1.25 → 0.875 dB."
    assert [line for line in told.abstract().splitlines() if line not in plain.abstract()] == [sentence]
    assert [line for line in told.history() if line not in plain.history()] == [sentence]


def test_metadata_say_what_translators_told(colour: Made) -> None:
    facts = look_at(*colour)
    output = next(output for output in facts.outputs if output.output.kind == "data")
    layer = open_layer(output.output.path, "x")
    sentence = "Infrared was told pixel by pixel from Optical, as 11 other places taught."
    assert sentence in metadata_of(layer, facts, output).abstract().splitlines()
    assert sentence in metadata_of(layer, facts, output).history()
    for wrong in (None, [], {"infrared": None}, {"infrared": {"from": "optical", "places": 11}}):
        assert translation_text({"scenefill:translation": wrong}) == ""


def test_everything_survives_a_reload_of_the_project(colour: Made, new_project: QgsProject, tmp_path: Path) -> None:
    load_result(*colour, project=new_project, before={}, title="x")

    def state() -> dict[str, Any]:
        return {
            layer.name(): (facts_of(layer), stretch_of_layer(layer), layer.renderer().type(), times_of(layer))
            for layer in new_project.mapLayers().values()
        }

    told = state()
    assert len(told) == 9
    assert new_project.write(str(tmp_path / "project.qgz"))
    new_project.clear()
    assert new_project.read(str(tmp_path / "project.qgz"))
    assert state() == told
    group = new_project.layerTreeRoot().children()[0]
    assert [node.name() for node in group.findLayers() if node.isVisible()] == ["Optical, gaps filled (synthetic)"]


def times_of(layer: QgsRasterLayer) -> tuple[str, str]:
    properties = layer.temporalProperties()
    assert properties.isActive() and properties.mode() == Qgis.RasterTemporalMode.FixedTemporalRange
    times = properties.fixedTemporalRange()
    return times.begin().toString("yyyy-MM-dd HH:mm:ss"), times.end().toString("yyyy-MM-dd HH:mm:ss")


def test_files_tell_a_fresh_project(colour: Made, new_project: QgsProject) -> None:
    load_result(*colour, project=new_project, before={}, title="x")
    known = facts_of(layer_named(new_project, "Provenance: SAR"))
    new_project.clear()
    layer = QgsRasterLayer(path_of(colour, "provenance", "sar"), "added by hand")
    # What QGIS does with every layer that the user adds.
    layer.loadDefaultStyle()
    layer.loadDefaultMetadata()
    assert facts_of(layer) == known
    assert layer.renderer().classes()[0].label == "Observed"
    assert times_of(layer)[0].endswith("00:00:00")


def test_date_of_a_month(stack: Made, new_project: QgsProject) -> None:
    load_result(*stack, project=new_project, before={}, title="x")
    assert times_of(layer_named(new_project, "Clouds found")) == ("2023-07-01 00:00:00", "2023-07-31 23:59:59")


@pytest.mark.parametrize(
    ("date", "days"),
    [
        ("2024", ("2024-01-01", "2024-12-31")),
        ("2024-02", ("2024-02-01", "2024-02-29")),
        ("2023-12", ("2023-12-01", "2023-12-31")),
        ("2023-12-31", ("2023-12-31", "2023-12-31")),
    ],
)
def test_days_of_dates(date: str, days: tuple[str, str]) -> None:
    assert tuple(day.isoformat() for day in days_of_date(date)) == days


def test_no_date_leaves_time_alone(colour: Made) -> None:
    layer = open_layer(path_of(colour, "data"), "x")
    apply_date(layer, None)
    assert not layer.temporalProperties().isActive()
    apply_date(layer, "2024")
    assert layer.temporalProperties().fixedTemporalRange().end().date() == QDate(2024, 12, 31)


def test_previews_are_shown_in_units(colour: Made) -> None:
    result, job = colour
    paths = [output.path for output in result.outputs if output.kind == "preview"]
    assert len(paths) == 3
    for path in paths:
        stretch = preview_stretch(path, job)
        assert stretch is not None
        layer = open_layer(path, "draft")
        apply_stretch(layer, stretch)
        assert picture(layer)[..., :3].std() > 5


def test_moved_result_is_read_back(colour: Made, tmp_path: Path, new_project: QgsProject) -> None:
    result, job = colour
    moved = shutil.copytree(result.folder, tmp_path / "elsewhere")
    again, read = read_result(str(moved))
    assert {(Path(o.path).name, o.kind, o.modalities) for o in again.outputs} == {
        (Path(o.path).name, o.kind, o.modalities) for o in result.outputs
    }
    assert all(Path(output.path).parent == moved for output in again.outputs)
    assert read == job
    load_result(again, read, project=new_project, before={}, title="Again")
    assert len(new_project.mapLayers()) == 9


def test_missing_files_are_named(colour: Made, tmp_path: Path) -> None:
    result, _ = colour
    with pytest.raises(SceneFillError) as nothing:
        read_result(str(tmp_path))
    assert nothing.value.code == "missing-file"
    moved = shutil.copytree(result.folder, tmp_path / "torn")
    (moved / "infrared.tif").unlink()
    with pytest.raises(SceneFillError) as torn:
        look_at(*read_result(str(moved)))
    assert torn.value.code == "missing-file" and "infrared.tif" in torn.value.message
    (moved / "infrared.tif").write_bytes(b"no raster")
    with pytest.raises(SceneFillError) as broken:
        look_at(*read_result(str(moved)))
    assert broken.value.code == "unreadable-raster"
    (moved / "scenefill.json").write_text("{", encoding="utf-8")
    with pytest.raises(SceneFillError) as half:
        read_result(str(moved))
    assert half.value.code == "missing-file"


def test_read_job_does_not_ask_for_inputs(colour: Made, tmp_path: Path) -> None:
    lost = tmp_path / "job.json"
    text = (Path(colour[0].folder) / "job.json").read_text(encoding="utf-8")
    lost.write_text(text.replace("optical.tif", "gone.tif"), encoding="utf-8")
    assert read_job(str(lost)).inputs[0].path.endswith("gone.tif")


def test_loading_reads_no_pixels(colour: Made, new_project: QgsProject, tmp_path: Path) -> None:
    """A style of QGIS' own would cost a look at every pixel on the main thread, noted in a file beside each raster."""
    result, _ = colour
    fresh = Path(shutil.copytree(result.folder, tmp_path / "fresh", ignore=shutil.ignore_patterns("*.aux.xml", "*.q*")))
    facts = look_at(*read_result(str(fresh)))
    loader = ResultLoader(facts, new_project, {})
    group = new_project.layerTreeRoot().addGroup("x")
    for step in loader.plan():
        assert loader.add(group, step).isValid()
    assert not list(fresh.glob("*.aux.xml"))


def test_two_dates_of_one_modality_are_told_apart(colour: Made, new_project: QgsProject) -> None:
    facts = look_at(*colour)
    data = [output for output in facts.outputs if output.output.kind == "data"][:2]
    twins = [
        replace(
            output,
            output=replace(output.output, modalities=("optical",)),
            date=date,
            input=0,
        )
        for output, date in zip(data, ("2023-07-02", "2024-01-05"))
    ]
    loader = ResultLoader(replace(facts, outputs=tuple(twins)), new_project, {})
    assert [loader.title(output) for output in twins] == [
        "Optical 2023-07-02, gaps filled (synthetic)",
        "Optical 2024-01-05, gaps filled (synthetic)",
    ]
