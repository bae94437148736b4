"""The house itself: examples that run as they stand, one version, documented errors, no foreign paths."""

from __future__ import annotations

import ast
import configparser
import json
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from xml.dom import minidom

import jsonschema
import pytest
import rasterio
import scenefill
from scenefill.cli.exit_codes import CODES
from scenefill.core.feedback import Feedback
from scenefill.core.grid import Window
from scenefill.core.job import Job, job_from_dict, job_from_json, job_to_dict
from scenefill.core.job_schema import job_schema
from scenefill.core.raster import LayerSource, resolve_grid

ROOT = Path(__file__).resolve().parent.parent
EXAMPLES = sorted((ROOT / "docs" / "examples").glob("*.json"))
SHIPPED_DATA = "../../../shared/data"


def example_job(path: Path, data_dir: Path) -> Job:
    """The example with its data looked for in ``data_dir``, wherever the tests find it."""
    return job_from_json(path.read_text(encoding="utf-8").replace(SHIPPED_DATA, data_dir.as_posix()), path.parent)


def tracked_files() -> list[Path]:
    """What is in the repository, or would be."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert listed.returncode == 0, listed.stderr
    return [ROOT / name for name in listed.stdout.split("\0") if name and (ROOT / name).is_file()]


def text_of(path: Path) -> str:
    raw = path.read_bytes()
    return "" if b"\0" in raw else raw.decode("utf-8")


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_example_fits_schema(path: Path) -> None:
    data = json.loads(path.read_text(encoding="utf-8"))
    jsonschema.validate(data, job_schema())
    job = job_from_dict(data, path.parent)
    jsonschema.validate(job_to_dict(job), job_schema())
    assert Path(job.output.folder).parent == ROOT / "demo-output"


def test_there_are_the_examples_that_the_documents_name() -> None:
    stems = {path.stem for path in EXAMPLES}
    wanted = {"pakistan-clouds", "spain-infrared", "spain-sar-to-optical", "spain-optical-to-sar", "gulfcoast"}
    assert wanted <= stems
    readme = (ROOT / "docs" / "examples" / "README.md").read_text(encoding="utf-8")
    assert {f"{stem}.json" for stem in stems} == set(re.findall(r"[\w-]+\.json", readme))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_example_opens_real_data(path: Path, data_dir: Path) -> None:
    job = example_job(path, data_dir)
    grid = resolve_grid(job.grid)
    window = Window(grid.row0, grid.col0, 128, 128)
    for index, item in enumerate(job.inputs):
        with rasterio.open(item.path) as dataset:
            assert max(item.bands.values()) <= dataset.count
        layer = LayerSource(item, grid, Feedback())
        try:
            assert item.modality in layer.modalities
            assert layer.read(window)[item.modality][1].any()
            if any(target.fill == index for target in job.targets):
                assert layer.on_grid
        finally:
            layer.close()


def test_pakistan_maps_all_thirteen_bands(data_dir: Path) -> None:
    job = example_job(ROOT / "docs" / "examples" / "pakistan-clouds.json", data_dir)
    assert sorted(job.inputs[0].bands.values()) == list(range(1, 14))
    names = {
        "B1": "coastal",
        "B4": "red",
        "B8": "nir",
        "B8A": "nir08",
        "B11": "swir16",
        "B12": "swir22",
    }
    with rasterio.open(job.inputs[0].path) as dataset:
        for description, band in names.items():
            assert dataset.descriptions[job.inputs[0].bands[band] - 1] == description


def test_one_version() -> None:
    metadata = configparser.ConfigParser(interpolation=None)
    metadata.read(ROOT / "metadata.txt", encoding="utf-8")
    assert metadata["general"]["version"] == scenefill.__version__
    assert f"## [{scenefill.__version__}]" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_plugin_metadata_has_what_qgis_asks_for() -> None:
    metadata = configparser.ConfigParser(interpolation=None)
    metadata.read(ROOT / "metadata.txt", encoding="utf-8")
    required = ("name", "description", "version", "qgisMinimumVersion", "author", "email", "about", "tracker")
    for name in (*required, "repository", "homepage"):
        assert metadata["general"][name].strip(), name


def test_plugin_package_lists_what_exists() -> None:
    config = configparser.ConfigParser()
    config.read(ROOT / "pb_tool.cfg", encoding="utf-8")
    assert config["plugin"]["name"] == "scenefill"
    for name in f"{config['files']['python_files']} {config['files']['extras']}".split():
        assert (ROOT / name).is_file(), name
    assert set(config["files"]["extra_dirs"].split()) == {"core", "docs", "plugin", "ui", "resources"}


def test_licence_is_the_whole_gpl_2() -> None:
    text = (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert "Version 2, June 1991" in text
    assert "END OF TERMS AND CONDITIONS" in text
    assert 'license = "GPL-2.0-or-later"' in (ROOT / "pyproject.toml").read_text(encoding="utf-8")


# Put together here, so that this file does not hold what it looks for.
FOREIGN = tuple("/" + start for start in ("work/", "root/", "tmp/house", "home/", "Users/", "opt/"))


def test_no_paths_of_a_machine() -> None:
    found = []
    for path in tracked_files():
        text = text_of(path)
        found += [f"{path.relative_to(ROOT)}: {start}" for start in FOREIGN if re.search(rf"(?<![\w.]){start}", text)]
    assert found == []


def test_no_large_files_and_no_rasters() -> None:
    for path in tracked_files():
        weights = "resources/models/" in path.as_posix()
        assert path.stat().st_size < (20_000_000 if weights else 1_000_000), path
        assert path.suffix.lower() not in {".tif", ".tiff", ".jp2", ".pt", ".pth", ".pkl", ".zip", ".pyc"}, path


def test_scripts_are_executable_bash() -> None:
    for path in (ROOT / ".ci" / "run", *(ROOT / "scripts").glob("*.sh")):
        assert path.stat().st_mode & 0o111, path
        assert subprocess.run(["bash", "-n", str(path)], capture_output=True).returncode == 0, path


def test_constraints_pin_every_dependency_exactly() -> None:
    lines = (ROOT / "requirements" / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pins = dict(line.split(" ;")[0].split("==") for line in lines if line and not line.startswith("#"))
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    extras = project.split("[project.optional-dependencies]")[1].split("[project.scripts]")[0]
    wanted = {re.split(r"[><=;]", item)[0] for key in ("engine", "train", "dev") for item in _extra(extras, key)}
    assert {name for name in wanted if name not in pins} <= {"tomli"}
    assert not [name for name in pins if name.startswith(("nvidia", "cuda", "triton"))]
    assert not re.search(r"https?://|--index|--find", "\n".join(lines))


def _extra(text: str, key: str) -> list[str]:
    body = re.search(rf"^{key} = \[(.*?)\]$", text, re.MULTILINE | re.DOTALL)
    assert body is not None, key
    return re.findall(r'"([^"]+)"', body[1])


def test_pictures_are_well_formed() -> None:
    for path in (ROOT / "docs" / "images").glob("*.svg"):
        minidom.parse(str(path))  # our own file


def test_links_between_documents_lead_somewhere() -> None:
    broken = []
    for path in tracked_files():
        if path.suffix == ".md":
            for target in re.findall(r"\]\((?!https?:|#|mailto:)([^)#\s]+)", path.read_text(encoding="utf-8")):
                if not (path.parent / target).exists():
                    broken.append(f"{path.relative_to(ROOT)}: {target}")
    assert broken == []


def raised_codes() -> Iterator[tuple[str, str]]:
    """(code, file) of every error that the package can raise."""
    for path in (file for ring in ("core", "cli", "server", "training") for file in (ROOT / ring).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                for part in (leaf for argument in _code_arguments(node) for leaf in ast.walk(argument)):
                    if isinstance(part, ast.Constant) and isinstance(part.value, str) and "-" in part.value:
                        yield part.value, path.relative_to(ROOT).as_posix()


def _code_arguments(call: ast.Call) -> list[ast.expr]:
    name = _name(call.func)
    return call.args[:1] if name in {"SceneFillError", "fail"} else call.args[1:2] if name == "choice" else []


def _name(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def test_every_error_has_an_exit_status_and_is_documented() -> None:
    known = {code for codes in CODES.values() for code in codes}
    raised = dict(raised_codes())
    assert {code: file for code, file in raised.items() if code not in known} == {}
    documents = "\n".join((ROOT / "docs" / name).read_text(encoding="utf-8") for name in ("cli.md", "job.md"))
    assert {code for code in known if f"`{code}`" not in documents} == set()
