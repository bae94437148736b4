"""The job: what is accepted goes round unchanged, what is refused has its code and its place, the schema agrees."""

from __future__ import annotations

import ast
import copy
import dataclasses
import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scenefill.core import job_parts
from scenefill.core.errors import SceneFillError
from scenefill.core.job import check_files, job_from_dict, job_from_json, job_to_dict, load_job
from scenefill.core.job_schema import job_schema
from scenefill.core.modalities import registry

DOCS = Path(__file__).resolve().parent.parent / "docs"
REFERENCE = (DOCS / "job.md").read_text(encoding="utf-8")
FULL: dict[str, Any] = json.loads(re.search(r"```json\n(.*?)```", REFERENCE, re.DOTALL).group(1))
EXPLICIT = {
    "schema": "scenefill-job/1",
    "grid": {"crs": "EPSG:32643", "transform": [10, 0, 300000, 0, -10, 3400000], "width": 256, "height": 128},
    "targets": [{"modality": m} for m in registry().ids],
    "output": {"folder": "out"},
}
VALIDATOR = jsonschema.Draft202012Validator(job_schema())
BASE = Path("/jobs")
# Faults of the package or of a training run, which no job can cause.
NO_JOB = {"registry-schema", "unknown-model-size", "no-server-libraries", "unsafe-bind"}
# What the schema leaves to the reader: how members relate, whether a date exists.
SEMANTIC = {"bad-fill", "bad-value"}


def changed(place: str, value: Any, base: dict[str, Any] = FULL) -> dict[str, Any]:
    """A copy with the member at ``place`` ("inputs.0.path") set to ``value``, or removed when it is ``...``."""
    data = copy.deepcopy(base)
    *parents, last = [int(key) if key.isdigit() else key for key in place.split(".")]
    node: Any = data
    for key in parents:
        node = node[key]
    if value is ...:
        del node[last]
    else:
        node[last] = value
    return data


def refused(data: Any) -> SceneFillError:
    with pytest.raises(SceneFillError) as caught:
        job_from_dict(data, BASE)
    return caught.value


# place in the full example, new value (... removes it), code, path in the error
STRUCTURAL = [
    ("schema", ..., "job-schema", "schema"),
    ("schema", "scenefill-job/2", "job-schema", "schema"),
    ("schema", 1, "job-schema", "schema"),
    ("titel", "x", "unknown-member", "titel"),
    ("title", 5, "wrong-type", "title"),
    ("title", None, "wrong-type", "title"),
    ("title", "x" * 501, "bad-value", "title"),
    ("title", "a\u0000b", "bad-value", "title"),
    ("grid", ..., "missing-member", "grid"),
    ("grid", [], "wrong-type", "grid"),
    ("grid", {}, "missing-member", "grid.crs"),
    ("grid.like", "", "bad-value", "grid.like"),
    ("grid.like", "https://example.org/s2.tif", "bad-value", "grid.like"),
    ("grid.like", "/vsicurl/x.tif", "bad-value", "grid.like"),
    ("grid.transform", [10, 0, 0, 0, -10, 0], "bad-value", "grid.transform"),
    ("grid.width", 10, "bad-value", "grid.width"),
    ("grid.extent", ..., "bad-value", "grid.crs"),
    ("grid.extent", [1, 2, 3], "bad-value", "grid.extent"),
    ("grid.extent.0", "72", "wrong-type", "grid.extent[0]"),
    ("grid.extent.0", True, "wrong-type", "grid.extent[0]"),
    ("grid.extent.2", float("inf"), "bad-value", "grid.extent[2]"),
    ("inputs", {}, "wrong-type", "inputs"),
    ("inputs", [FULL["inputs"][1]] * 101, "bad-value", "inputs"),
    ("inputs.0", "s2.tif", "wrong-type", "inputs[0]"),
    ("inputs.0.path", ..., "missing-member", "inputs[0].path"),
    ("inputs.0.path", 3, "wrong-type", "inputs[0].path"),
    ("inputs.0.modality", "optic", "unknown-modality", "inputs[0].modality"),
    ("inputs.0.modality", "", "bad-value", "inputs[0].modality"),
    ("inputs.0.bands", {}, "bad-value", "inputs[0].bands"),
    ("inputs.0.bands", {"cirrus": 1}, "bad-value", "inputs[0].bands"),
    ("inputs.0.bands", ["red"], "wrong-type", "inputs[0].bands"),
    ("inputs.0.bands.red", 0, "bad-value", "inputs[0].bands.red"),
    ("inputs.0.bands.red", True, "wrong-type", "inputs[0].bands.red"),
    ("inputs.0.bands.red", "4", "wrong-type", "inputs[0].bands.red"),
    ("inputs.0.bands.red", 4.5, "wrong-type", "inputs[0].bands.red"),
    ("inputs.0.bands.red", None, "wrong-type", "inputs[0].bands.red"),
    ("inputs.0.scale", 0, "bad-value", "inputs[0].scale"),
    ("inputs.0.scale", "1e-4", "wrong-type", "inputs[0].scale"),
    ("inputs.0.offset", 10**400, "bad-value", "inputs[0].offset"),
    ("inputs.0.unit", "reflectence", "bad-value", "inputs[0].unit"),
    ("inputs.0.unit", "dB", "bad-value", "inputs[0].unit"),
    ("inputs.0.date", "23.08.2020", "bad-value", "inputs[0].date"),
    ("inputs.0.date", "2020-8-23", "bad-value", "inputs[0].date"),
    ("inputs.0.date", 2020, "wrong-type", "inputs[0].date"),
    ("inputs.0.gaps.0.kind", "no-data", "unknown-gap-kind", "inputs[0].gaps[0].kind"),
    ("inputs.0.gaps.0.kind", ..., "missing-member", "inputs[0].gaps[0].kind"),
    ("inputs.0.gaps.0.path", "x.tif", "unknown-member", "inputs[0].gaps[0].path"),
    ("inputs.0.gaps.1.values", ..., "missing-member", "inputs[0].gaps[1]"),
    ("inputs.0.gaps.1.values", [], "bad-value", "inputs[0].gaps[1].values"),
    ("inputs.0.gaps.1.values", [1.5], "wrong-type", "inputs[0].gaps[1].values[0]"),
    ("inputs.0.gaps.1.bits", [3], "bad-value", "inputs[0].gaps[1]"),
    ("inputs.0.gaps.1.path", ..., "missing-member", "inputs[0].gaps[1].path"),
    ("inputs.0.gaps.1.grow", -1, "bad-value", "inputs[0].gaps[1].grow"),
    ("inputs.0.gaps.1.grow", 1001, "bad-value", "inputs[0].gaps[1].grow"),
    ("inputs.0.gaps.2.bits", [64], "bad-value", "inputs[0].gaps[2].bits[0]"),
    ("inputs.0.gaps.3.thresold", 1, "unknown-member", "inputs[0].gaps[3].thresold"),
    ("inputs.0.gaps.4.threshold", 1.5, "bad-value", "inputs[0].gaps[4].threshold"),
    ("targets", ..., "missing-member", "targets"),
    ("targets", [], "no-targets", "targets"),
    ("targets", "optical", "wrong-type", "targets"),
    ("targets.0", {}, "missing-member", "targets[0].modality"),
    ("targets.0.fill", "0", "wrong-type", "targets[0].fill"),
    ("targets.0.fill", True, "wrong-type", "targets[0].fill"),
    ("targets.0.fill", -1, "bad-value", "targets[0].fill"),
    ("targets.1", {"modality": "optical", "fill": 0}, "bad-value", "targets[1]"),
    ("sampling.mode", "mean", "unknown-mode", "sampling.mode"),
    ("sampling.steps", 0, "bad-value", "sampling.steps"),
    ("sampling.steps", 101, "bad-value", "sampling.steps"),
    ("sampling.steps", True, "wrong-type", "sampling.steps"),
    ("sampling.samples", 65, "bad-value", "sampling.samples"),
    ("sampling.seed", -1, "bad-value", "sampling.seed"),
    ("sampling.seed", 2**63, "bad-value", "sampling.seed"),
    ("sampling.sed", 1, "unknown-member", "sampling.sed"),
    ("model", "", "bad-value", "model"),
    ("output", ..., "missing-member", "output"),
    ("output.folder", ..., "missing-member", "output.folder"),
    ("output.folder", [], "wrong-type", "output.folder"),
]

RELATIONS = [
    ("grid.extent", [73.0, 30.6, 72.8, 30.8], "bad-value", "grid.extent"),
    ("inputs.0.date", "2021-02-29", "bad-value", "inputs[0].date"),
    ("inputs.0.date", "2020-13", "bad-value", "inputs[0].date"),
    ("inputs.0.bands.green", 4, "bad-value", "inputs[0].bands.green"),
    ("inputs.0.gaps", [], "bad-fill", "targets[0].fill"),
    ("targets.0.fill", 2, "bad-fill", "targets[0].fill"),
    ("targets.0.fill", 1, "bad-fill", "targets[0].fill"),
    ("inputs", [], "bad-fill", "targets[0].fill"),
]

EXPLICIT_GRIDS = [
    ("grid.transform.1", 0.5, "rotated-grid", "grid.transform"),
    ("grid.transform.4", 10, "bad-value", "grid.transform"),
    ("grid.transform.0", 0, "bad-value", "grid.transform"),
    ("grid.transform", [10, 0, 0, 0, -10], "bad-value", "grid.transform"),
    ("grid.width", 0, "bad-value", "grid.width"),
    ("grid.width", ..., "missing-member", "grid.width"),
    ("grid.crs", ..., "missing-member", "grid.crs"),
    ("grid.extent", [0, 0, 1, 1], "bad-value", "grid.extent"),
]


@pytest.mark.parametrize(("place", "value", "code", "path"), STRUCTURAL)
def test_structural_errors_have_their_code_and_place_and_are_refused_by_the_schema(place, value, code, path):
    data = changed(place, value)
    error = refused(data)
    assert (error.code, error.details["path"]) == (code, path)
    assert path in error.message and error.hint
    assert not VALIDATOR.is_valid(data)


@pytest.mark.parametrize(("place", "value", "code", "path"), EXPLICIT_GRIDS)
def test_explicit_grids_are_checked(place, value, code, path):
    data = changed(place, value, EXPLICIT)
    error = refused(data)
    assert (error.code, error.details["path"]) == (code, path)
    assert not VALIDATOR.is_valid(data)


@pytest.mark.parametrize(("place", "value", "code", "path"), RELATIONS)
def test_what_relates_members_is_refused_by_the_reader(place, value, code, path):
    error = refused(changed(place, value))
    assert (error.code, error.details["path"]) == (code, path)


@pytest.mark.parametrize("data", [None, [], "job", 3, True])
def test_a_job_is_an_object(data):
    assert refused(data).code == "wrong-type"
    assert not VALIDATOR.is_valid(data)


@pytest.mark.parametrize("data", [FULL, EXPLICIT])
def test_valid_jobs_go_round_and_the_schema_accepts_them(data):
    VALIDATOR.validate(data)
    job = job_from_dict(data, BASE)
    plain = job_to_dict(job)
    VALIDATOR.validate(plain)
    assert job_from_dict(json.loads(json.dumps(plain)), Path("/elsewhere")) == job


def test_example_jobs_are_valid():
    texts = {path: path.read_text(encoding="utf-8") for path in (DOCS / "examples").glob("**/*.json")}
    jobs = [path for path, text in texts.items() if "scenefill-job/" in text]
    assert jobs, "docs/examples has no job"
    for path in jobs:
        data = json.loads(texts[path])
        VALIDATOR.validate(data)
        job_from_dict(data, path.parent)


def test_values_arrive_where_they_belong():
    job = job_from_dict(FULL, BASE)
    first = job.inputs[0]
    assert first.path == str(BASE / "s2.tif")
    assert first.bands == {"red": 4, "green": 3, "blue": 2, "nir": 8, "cirrus": 11}
    assert (first.scale, first.offset, first.unit, first.date) == (0.0001, 0.0, "reflectance", "2020-08-23")
    assert first.gaps[1] == job_parts.GapSource("raster", str(BASE / "clouds.tif"), values=(1, 2), grow=3)
    assert first.gaps[2].bits == (3, 4)
    assert (first.gaps[4].threshold, first.gaps[3].layer) == (0.4, "clouds")
    assert job.inputs[1].unit == "dB" and job.inputs[1].scale is None
    assert job.targets == (
        job_parts.Target("optical", 0),
        job_parts.Target("infrared", 0),
        job_parts.Target("thermal"),
    )
    assert job.grid == job_parts.GridSpec(str(BASE / "s2.tif"), (72.8, 30.6, 73.0, 30.8), "EPSG:4326")
    assert job.sampling == job_parts.Sampling("estimate", 4, 4, 42)
    assert (job.model, job.output.folder) == ("scenefill-demo", str(BASE / "out"))


def test_defaults():
    job = job_from_dict(EXPLICIT, BASE)
    assert (job.title, job.inputs, job.model) == ("", (), "scenefill-demo")
    assert job.sampling == job_parts.Sampling("estimate", 4, 4, 0)
    assert job.grid.transform == (10.0, 0.0, 300000.0, 0.0, -10.0, 3400000.0)


def test_whole_floats_count_as_integers_as_in_json_schema():
    data = changed("sampling.steps", 8.0)
    VALIDATOR.validate(data)
    steps = job_from_dict(data, BASE).sampling.steps
    assert steps == 8 and isinstance(steps, int)


@pytest.mark.parametrize(("model", "wanted"), [("my-model.v2", "my-model.v2"), ("models/mine", "/jobs/models/mine")])
def test_a_model_is_an_id_or_a_folder(model, wanted):
    assert job_from_dict(changed("model", model), BASE).model == wanted


def test_near_members_are_suggested():
    assert "`targets`" in refused(changed("target", [])).hint
    assert "`optical`" in refused(changed("inputs.0.modality", "Opticl")).hint
    assert "`realisation`" in refused(changed("sampling.mode", "realization")).hint
    assert "estimate" in refused(changed("sampling.mode", "zzz")).hint


def test_schema_describes_exactly_the_members_of_the_dataclasses():
    schema = job_schema()["properties"]
    grids = [set(grid["properties"]) for grid in schema["grid"]["oneOf"]]
    gaps = [set(gap["properties"]) for gap in schema["inputs"]["items"]["properties"]["gaps"]["items"]["oneOf"]]
    described = {
        job_parts.Job: set(schema) - {"schema"},
        job_parts.GridSpec: set().union(*grids),
        job_parts.Input: set(schema["inputs"]["items"]["properties"]),
        job_parts.GapSource: set().union(*gaps),
        job_parts.Target: set(schema["targets"]["items"]["properties"]),
        job_parts.Sampling: set(schema["sampling"]["properties"]),
        job_parts.Adapt: set(schema["sampling"]["properties"]["adapt"]["properties"]),
        job_parts.Output: set(schema["output"]["properties"]),
    }
    for part, names in described.items():
        assert names == {field.name for field in dataclasses.fields(part)}, part.__name__


def test_the_schema_is_a_schema():
    jsonschema.Draft202012Validator.check_schema(job_schema())


def raised_codes(path: Path) -> set[str]:
    """The codes that stand as a constant in ``SceneFillError("code", ...)`` or ``node.fail("code", ...)``."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
            name = getattr(node.func, "attr", getattr(node.func, "id", ""))
            if name in ("SceneFillError", "fail"):
                found.add(str(node.args[0].value))
    return found


def test_the_reference_lists_every_code():
    rows = re.findall(r"^\| ((?:`[a-z-]+`(?:, )?)+) \|", REFERENCE, re.MULTILINE)
    listed = {code for row in rows for code in re.findall(r"`([a-z-]+)`", row)}
    raised = {row[2] for row in STRUCTURAL + RELATIONS + EXPLICIT_GRIDS} | {"cancelled"}
    for path in (*(DOCS.parent / "core").glob("**/*.py"), *(DOCS.parent / "cli").glob("*.py")):
        raised |= raised_codes(path)
    assert len(raised) > 30
    assert raised - NO_JOB <= listed, "document these in docs/job.md"


# --- text ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "{'a': 1}",
        '{"a": 1,}',
        b"\xff\xfe{}",
        "[" * 100_000,
        "[" * 40 + "]" * 40,
        '{"a":' * 100_000,
        '{"a": ' + "9" * 5000 + "}",
        b" " * 10_000_001,
        '{"a": 1} {}',
    ],
    ids=lambda text: repr(text[:12]),
)
def test_what_is_not_json_says_so(text):
    with pytest.raises(SceneFillError) as caught:
        job_from_json(text, BASE)
    assert caught.value.code == "job-not-json"


@pytest.mark.parametrize("escape", ["\\ud800", "\\uDFFF", "\\ud83d \\ude00"])
def test_half_characters_are_refused_and_whole_ones_are_not(escape):
    whole = {**FULL, "title": "\U0001f600"}
    assert job_from_json(json.dumps(whole), BASE).title == "\U0001f600"
    with pytest.raises(SceneFillError) as caught:
        job_from_json(json.dumps(FULL).replace('"title": "', f'"title": "{escape}'), BASE)
    assert caught.value.code == "bad-value"


@pytest.mark.parametrize("constant", ["NaN", "Infinity", "-Infinity", "1e999"])
def test_numbers_that_are_none_are_refused(constant):
    text = json.dumps(FULL).replace("0.0001", constant)
    with pytest.raises(SceneFillError) as caught:
        job_from_json(text, BASE)
    assert caught.value.code == "bad-value"


@pytest.mark.parametrize(
    ("old", "new", "path"),
    [
        ('"title"', '"title": "a", "title"', "title"),
        ('"red": 4', '"red": 4, "red": 4', "inputs[0].bands.red"),
        ('"kind": "nodata"', '"kind": "clouds", "kind": "nodata"', "inputs[0].gaps[0].kind"),
    ],
)
def test_members_given_twice_are_refused(old, new, path):
    text = json.dumps(FULL)
    assert old in text
    with pytest.raises(SceneFillError) as caught:
        job_from_json(text.replace(old, new), BASE)
    assert (caught.value.code, caught.value.details["path"]) == ("duplicate-member", path)


def test_brackets_in_texts_are_not_nesting():
    data = changed("title", "[" * 100 + '\\"' + "{" * 100)
    assert job_from_json(json.dumps(data), BASE).title == data["title"]


def test_a_byte_order_mark_is_let_pass():
    assert job_from_json(b"\xef\xbb\xbf" + json.dumps(EXPLICIT).encode(), BASE).inputs == ()


def test_deep_values_do_not_reach_the_message():
    deep: Any = []
    for _ in range(50_000):
        deep = [deep]
    data = copy.deepcopy(FULL)
    data["title"] = deep
    assert refused(data).code == "wrong-type"
    data["title"], data["extra"] = "", deep
    assert refused(data).code == "unknown-member"


# --- files -----------------------------------------------------------------------------------------------------------


def write_job(folder: Path, data: dict[str, Any]) -> Path:
    path = folder / "job.json"
    path.write_text(json.dumps(data), encoding="utf-8")
    return path


FILES = ("s2.tif", "s1.tif", "clouds.tif", "qa_pixel.tif", "clouds.gpkg")


def test_a_job_file_resolves_paths_beside_itself(tmp_path, monkeypatch):
    for name in FILES:
        (tmp_path / name).touch()
    monkeypatch.chdir(tmp_path.parent)
    job = load_job(Path(tmp_path.name) / write_job(tmp_path, FULL).name)
    assert job.inputs[1].path == str(tmp_path / "s1.tif")
    assert job.output.folder == str(tmp_path / "out")


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("s2.tif", "grid.like"),
        ("s1.tif", "inputs[1].path"),
        ("clouds.tif", "inputs[0].gaps[1].path"),
        ("clouds.gpkg", "inputs[0].gaps[3].path"),
    ],
)
def test_missing_files_are_named(tmp_path, name, place):
    for other in FILES:
        if other != name:
            (tmp_path / other).touch()
    with pytest.raises(SceneFillError) as caught:
        load_job(write_job(tmp_path, FULL))
    assert (caught.value.code, caught.value.details["path"]) == ("missing-file", place)
    assert str(tmp_path / name) in caught.value.message


def test_a_folder_is_no_raster_and_a_file_no_folder(tmp_path):
    (tmp_path / "s2.tif").mkdir()
    job = job_from_dict(FULL, tmp_path)
    with pytest.raises(SceneFillError, match="is a folder"):
        check_files(job)
    (tmp_path / "out").touch()
    with pytest.raises(SceneFillError) as caught:
        check_files(job_from_dict(EXPLICIT, tmp_path))
    assert (caught.value.code, caught.value.details["path"]) == ("bad-value", "output.folder")


def test_a_path_too_long_for_the_system_is_missing(tmp_path):
    with pytest.raises(SceneFillError) as caught:
        check_files(job_from_dict(changed("grid.like", "x" * 4000), tmp_path))
    assert caught.value.code == "missing-file"


def test_a_missing_job_file(tmp_path):
    with pytest.raises(SceneFillError) as caught:
        load_job(tmp_path / "none.json")
    assert caught.value.code == "missing-file"


# --- properties ------------------------------------------------------------------------------------------------------

SCALARS = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False)
    | st.text(max_size=12)
    | st.sampled_from(["optical", "sar", "nodata", "raster", "draft", "dB", "2020-02", "EPSG:4326", 1, 0, 4.0])
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["kind", "red", "fill", "x"]), inner),
    max_leaves=6,
)


def places(data: Any, at: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    items = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    return [place for key, value in items for place in [(*at, key), *places(value, (*at, key))]]


@st.composite
def damaged_jobs(draw: st.DrawFn) -> dict[str, Any]:
    data: dict[str, Any] = copy.deepcopy(draw(st.sampled_from([FULL, EXPLICIT])))
    for _ in range(draw(st.integers(1, 2))):
        *parents, last = draw(st.sampled_from(places(data)))
        node: Any = data
        for key in parents:
            node = node[key]
        action = draw(st.sampled_from(["replace", "remove", "add"]))
        if action == "replace":
            node[last] = draw(VALUES)
        elif action == "remove":
            del node[last]
        elif isinstance(node, dict):
            node[draw(st.sampled_from(["x", "fill", "unit", "grow", "bits", "scale", "date"]))] = draw(VALUES)
    return data


@settings(max_examples=400, deadline=None)
@given(damaged_jobs())
def test_reader_and_schema_agree_on_damaged_jobs(data):
    try:
        job = job_from_dict(data, BASE)
    except SceneFillError as error:
        assert error.code and error.message and error.hint
        assert error.code in SEMANTIC or not VALIDATOR.is_valid(data), error
        return
    VALIDATOR.validate(data)
    assert job_from_dict(json.loads(json.dumps(job_to_dict(job))), Path("/elsewhere")) == job


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=60) | st.binary(max_size=60))
def test_any_text_gives_a_job_error_and_no_other(text):
    with pytest.raises(SceneFillError):
        job_from_json(text, BASE)
