"""Forms to jobs and back: what the dock builds is what the command line reads."""

from __future__ import annotations

import os
import shlex
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from qgis.core import QgsRasterLayer
from scenefill.core.errors import SceneFillError
from scenefill.core.job import Adapt, GapSource, Input, Sampling, Target, job_from_json, load_job
from scenefill.core.worker.protocol import SimulatedScene
from scenefill.plugin import jobs
from scenefill.plugin.form import Area, Form, How, InputRow, LayerRef, Wish
from scenefill.plugin.jobs import build_job, command_of, form_of_job, write_job
from scenefill.plugin.layers.refs import refer
from scenefill.tests.qgis_rasters import UTM, layer_of, reflectance, write_raster

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = sorted((ROOT / "docs" / "examples").glob("*.json"))
NODATA, CLOUDS = GapSource("nodata"), GapSource("clouds", threshold=0.5, grow=5)


@pytest.fixture
def rows(tmp_path: Path) -> tuple[InputRow, InputRow]:
    """A stack of five bands of optical and infrared, and radar."""
    stack = refer(layer_of(write_raster(tmp_path / "s2.tif", reflectance(5)), "stack"))
    radar = refer(layer_of(write_raster(tmp_path / "s1.tif", reflectance(2)), "radar"))
    bands = {"blue": 1, "green": 2, "red": 3, "nir": 4, "cirrus": 5}
    return InputRow(stack, bands, date="2020-08-23"), InputRow(
        radar, {"vv": 1, "vh": 2}, unit="dB", scale=0.01, offset=0.0
    )


def code_of(form: Form, folder: Path) -> str:
    with pytest.raises(SceneFillError) as error:
        build_job(form, str(folder))
    assert error.value.message and error.value.hint
    return error.value.code


def test_fill_draws_every_modality_of_the_layer(rows: tuple[InputRow, InputRow], tmp_path: Path) -> None:
    how = How(Sampling("realisation", 7, 2, 9, Adapt(30)), "scenefill-demo")
    form = Form(None, rows, Wish("fill", ("thermal", "optical"), 0, (NODATA, CLOUDS)), how, title="Wälder")
    job = build_job(form, str(tmp_path / "out"))
    assert job.targets == (Target("optical", 0), Target("infrared", 0), Target("thermal"), Target("optical"))
    assert job.grid.like == rows[0].ref.path and job.grid.extent is None and job.grid.crs is None
    assert job.inputs[0] == Input(
        "optical", rows[0].ref.path, dict(rows[0].bands), date="2020-08-23", gaps=(NODATA, CLOUDS)
    )
    assert job.inputs[1] == Input("sar", rows[1].ref.path, {"vv": 1, "vh": 2}, 0.01, 0.0, "dB")
    assert (job.sampling, job.model, job.title) == (how.sampling, "scenefill-demo", "Wälder")
    assert job.output.folder == str(tmp_path / "out")


def test_pixels_that_do_not_count(rows: tuple[InputRow, InputRow], tmp_path: Path) -> None:
    hidden = (replace(rows[0], gaps=(NODATA,)), replace(rows[1], gaps=(NODATA,)))
    job = build_job(Form(None, hidden, Wish("fill", (), 0, (CLOUDS,))), str(tmp_path / "out"))
    assert job.inputs[0].gaps == (CLOUDS, NODATA) and job.inputs[1].gaps == (NODATA,)


def test_synthesis_on_a_part(rows: tuple[InputRow, InputRow], tmp_path: Path) -> None:
    area = Area((500103.0, 5499503.0, 500297.0, 5499897.0), UTM)
    job = build_job(Form(area, rows[:1], Wish("synthesise", ("sar", "sar", "thermal"))), str(tmp_path / "out"))
    assert job.targets == (Target("sar"), Target("thermal"))
    assert job.grid.extent == (500100.0, 5499500.0, 500300.0, 5499900.0) and job.grid.crs is None
    assert job.inputs[0].gaps == ()


def test_imagining_needs_no_layer(rows: tuple[InputRow, InputRow], tmp_path: Path) -> None:
    area = Area((500103.0, 5499503.0, 500297.0, 5499897.0), UTM)
    form = Form(area, rows, Wish("imagine", ("optical", "sar"), pixel_size=20.0))
    job = build_job(form, str(tmp_path / "out"))
    assert job.inputs == () and job.grid.like is None
    assert (job.grid.crs, job.grid.width, job.grid.height) == (UTM, 10, 20)
    assert job.grid.transform == (20.0, 0.0, 500100.0, 0.0, -20.0, 5499900.0)


def test_what_is_missing_is_said(rows: tuple[InputRow, InputRow], tmp_path: Path) -> None:
    fill, area = Wish("fill", (), 0, (NODATA,)), Area((500103.0, 5499503.0, 500297.0, 5499897.0), UTM)
    tiles = LayerRef("t", "tiles", "wms", "type=xyz", "", "EPSG:3857", (-2e7, -2e7, 2e7, 2e7), 0, 0, 0)
    away = replace(rows[1], ref=replace(rows[1].ref, extent=(0.0, 0.0, 640.0, 640.0)))
    for form, code in (
        (Form(area, (), fill), "no-inputs"),
        (Form(area, (), Wish("synthesise", ("sar",))), "no-inputs"),
        (Form(area, rows, Wish("synthesise")), "no-targets"),
        (Form(area, (), Wish("imagine")), "no-targets"),
        (Form(None, (), Wish("imagine", ("sar",))), "no-area"),
        (Form(area, rows, replace(fill, gaps=())), "no-gaps"),
        (Form(area, rows, replace(fill, fill=None)), "bad-fill"),
        (Form(area, rows, replace(fill, fill=2)), "bad-fill"),
        (Form(area, rows, replace(fill, kind="wish")), "bad-value"),
        (Form(area, (rows[0], replace(rows[1], bands={})), fill), "no-bands"),
        (Form(area, (replace(rows[0], bands={"cirrus": 1}),), fill), "no-bands"),
        (Form(area, (rows[0], InputRow(tiles, {"red": 1})), fill), "not-fetched"),
        (Form(area, (rows[0], away), fill), "no-overlap"),
        (Form(area, (rows[0], replace(rows[1], ref=replace(rows[1].ref, crs=""))), fill), "no-crs"),
        (Form(area, rows, Wish("synthesise", ("smell",))), "unknown-modality"),
        (Form(area, rows, fill, How(Sampling(steps=0))), "bad-value"),
        (Form(area, (replace(rows[0], date="23.8.2020"),), fill), "bad-value"),
        (Form(area, (replace(rows[0], unit="dB"),), fill), "bad-value"),
    ):
        assert code_of(form, tmp_path / "out") == code, (code, form.wish)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_examples_come_back_from_their_forms(example: Path, data_dir: Path) -> None:
    text = example.read_text(encoding="utf-8").replace("../../../shared/data", data_dir.as_posix())
    job = job_from_json(text, example.parent)
    layers = [refer(QgsRasterLayer(item.path, "layer")) for item in job.inputs]
    form = form_of_job(job, layers)
    assert [row.ref.layer_id for row in form.inputs] == [layer.layer_id for layer in layers]
    again = build_job(form, job.output.folder)
    # A form calls a layer by what most of its bands are; the engine takes all of them anyway.
    own = {item.path: item.modality for item in job.inputs}
    assert replace(again, inputs=tuple(replace(item, modality=own[item.path]) for item in again.inputs)) == job


def test_files_that_are_no_layers_are_named_by_themselves(rows: tuple[InputRow, InputRow], tmp_path: Path) -> None:
    job = build_job(Form(None, rows, Wish("fill", (), 0, (NODATA,))), str(tmp_path / "out"))
    link = tmp_path / "link.tif"
    link.symlink_to(rows[0].ref.path)
    linked = replace(job, inputs=(replace(job.inputs[0], path=str(link)), job.inputs[1]))
    form = form_of_job(linked, [rows[0].ref])
    assert form.inputs[0].ref == rows[0].ref
    assert form.inputs[1].ref.layer_id == "" and form.inputs[1].ref.path == rows[1].ref.path
    Path(rows[1].ref.path).unlink()
    with pytest.raises(SceneFillError) as error:
        form_of_job(job, [rows[0].ref])
    assert error.value.code == "missing-file"


def test_what_a_form_cannot_say_of_a_job(rows: tuple[InputRow, InputRow], tmp_path: Path) -> None:
    job = build_job(Form(None, rows, Wish("fill", ("thermal",), 0, (NODATA,))), str(tmp_path / "out"))
    both = replace(
        job,
        inputs=(job.inputs[0], replace(job.inputs[1], gaps=(NODATA,))),
        targets=(*job.targets, Target("sar", 1)),
    )
    form = form_of_job(both)
    assert form.wish == Wish("fill", ("thermal", "sar"), 0, (NODATA,))
    assert form.inputs[0].gaps == () and form.inputs[1].gaps == (NODATA,)
    assert build_job(form, job.output.folder).targets == (*job.targets, Target("sar"))


def test_a_part_of_a_job_stays_a_part(rows: tuple[InputRow, InputRow], tmp_path: Path) -> None:
    area = Area((9.0013, 49.6465, 9.003, 49.648), "EPSG:4326")
    form = Form(area, rows, Wish("synthesise", ("thermal",), like=1))
    job = build_job(form, str(tmp_path / "out"))
    back = form_of_job(job, [row.ref for row in rows])
    assert back.area == Area(job.grid.extent, UTM) and back.wish.like == 1
    assert build_job(back, str(tmp_path / "out")) == job
    degrees = replace(job, grid=replace(job.grid, extent=area.extent, crs=area.crs))
    assert form_of_job(degrees, [row.ref for row in rows]).area == area


# --- files and commands


def test_a_job_file_is_read_by_the_command_line(rows: tuple[InputRow, InputRow], tmp_path: Path) -> None:
    job = build_job(Form(None, rows, Wish("fill", (), 0, (NODATA,)), title="Wälder 火"), str(tmp_path / "out"))
    path = tmp_path / "job.json"
    path.write_text("old")
    write_job(job, str(path))
    assert load_job(path) == job and "Wälder 火" in path.read_text(encoding="utf-8")
    assert sorted(file.name for file in tmp_path.glob("job*")) == ["job.json"]
    with pytest.raises(SceneFillError) as error:
        write_job(job, str(tmp_path / "none" / "job.json"))
    assert error.value.code == "cannot-write"


def test_command_names_what_the_python_has(tmp_path: Path) -> None:
    python = tmp_path / "my env" / "python"
    python.parent.mkdir()
    words = shlex.split(command_of("/a folder/job.json", str(python)))
    assert words[:2] == [str(python), "-I"] and words[-1] == "/a folder/job.json" and Path(words[2]).is_file()
    python.with_name("scenefill").write_text("")
    assert shlex.split(command_of("/a folder/job.json", str(python))) == [
        str(python.with_name("scenefill")), "run", "/a folder/job.json",
    ]  # fmt: skip


def test_command_for_windows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jobs.sys, "platform", "win32")
    assert command_of("C:\\my jobs\\job.json", "python.exe").endswith('"C:\\my jobs\\job.json"')


def test_the_command_runs_the_job(demo_scene: SimulatedScene, engine_python: Path, tmp_path: Path) -> None:
    """Without an installed ``scenefill``: the engine's Python and the plugin's folder, under another name."""
    job = load_job(demo_scene.job)
    small = replace(
        job, sampling=Sampling("draft", 1, 1, adapt=Adapt(0)), output=replace(job.output, folder=str(tmp_path / "out"))
    )
    path = tmp_path / "job.json"
    write_job(small, str(path))
    script = ROOT / "core" / "worker" / "run_job.py"
    environment = {**os.environ, "OMP_NUM_THREADS": "1", "TMPDIR": str(tmp_path)}
    command = [str(engine_python), "-I", str(script)]
    done = subprocess.run([*command, str(path)], capture_output=True, text=True, timeout=300, env=environment)
    assert done.returncode == 0, done.stderr
    written = done.stdout.split("\n")[:-1]
    assert written and all(Path(name).is_file() for name in written)
    assert "windows" in done.stderr
    failed = subprocess.run([*command, "none.json"], capture_output=True, text=True, timeout=300, env=environment)
    assert failed.returncode != 0 and "none.json" in failed.stderr and "Traceback" not in failed.stderr
