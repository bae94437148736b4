"""From what a client wrote to what the engine gets: references are looked up, and no text of a stranger is a path."""

from __future__ import annotations

import base64
import copy
import dataclasses
import datetime
import hashlib
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import rasterio
from scenefill.core.errors import JobCancelled, SceneFillError
from scenefill.core.job import job_from_dict, job_to_dict
from scenefill.core.job_parts import MAX_LIST
from scenefill.server.checking.decode import Decoder
from scenefill.server.config import ServerConfig
from scenefill.server.database import Database, now
from scenefill.server.job_inputs import INPUTS_FOLDER, JobInputs
from scenefill.server.job_record import JobRecord
from scenefill.server.job_references import files_of
from scenefill.server.links import LinkFetcher
from scenefill.server.migrations import upgrade
from scenefill.server.upload_writer import UploadWriter
from scenefill.server.uploads import UploadStore

from .file_watch import FileWatch
from .hostile_rasters import bombs, naming_overviews, other_formats, write_good
from .refusal_counts import Refused

RINGS = {
    "type": "Polygon",
    "coordinates": [[[331450, 3372890], [331500, 3372890], [331500, 3372800], [331450, 3372890]]],
}
BANDS = {"red": 1, "green": 2, "blue": 3}
POLYGONS = json.dumps({**RINGS, "crs": {"type": "name", "properties": {"name": "EPSG:32643"}}}).encode()


class Bench:
    """The inputs of a server in a folder, and a way to put files into it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.config = ServerConfig(data=folder / "data", max_pixels=1_000_000)
        self.database = Database(self.config.database)
        upgrade(self.database)
        self.uploads = UploadStore(self.database, self.config)
        self.inputs = JobInputs(self.config, self.uploads)

    def upload(self, content: bytes | Path, owner: str = "anna") -> str:
        raw = content if isinstance(content, bytes) else content.read_bytes()
        upload = self.uploads.create(owner, len(raw))
        writer = UploadWriter(self.uploads, upload)
        writer.write(raw)
        writer.finish()
        return f"upload:{upload.id}"

    def good(self, **layout: Any) -> str:
        return self.upload(write_good(self.folder / "good.tif", **layout))

    def check(self, job: Any, owner: str = "anna") -> Any:
        return self.inputs.check(owner, {"inputs": {"job": job}})

    def prepare(self, job: Any, name: str = "job") -> Any:
        folder = self.folder / name
        return self.inputs.prepare(self.record(job), folder, folder / "results")

    def record(self, job: Any) -> JobRecord:
        fields = {field.name: None for field in dataclasses.fields(JobRecord)}
        request = json.dumps({"inputs": {"job": job}})
        return JobRecord(**{**fields, "owner": "anna", "request": request, "created": now()})

    def code(self, job: Any, owner: str = "anna") -> str:
        with pytest.raises(SceneFillError) as caught:
            self.check(job, owner)
        return caught.value.code


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    found = Bench(tmp_path)
    yield found
    found.database.close()


def job_of(reference: Any, **members: Any) -> dict[str, Any]:
    """A job that fills one raster."""
    return {
        "schema": "scenefill-job/1",
        "grid": {"like": reference},
        "inputs": [
            {
                "modality": "optical",
                "path": reference,
                "bands": BANDS,
                "gaps": [{"kind": "nodata"}],
            }
        ],
        "targets": [{"modality": "optical", "fill": 0}],
        **members,
    }


def inline(raw: bytes, media_type: str = "image/tiff") -> str:
    return f"data:{media_type};base64,{base64.b64encode(raw).decode()}"


def test_a_whole_job(bench: Bench) -> None:
    reference, classes = bench.good(), bench.good(bands=1, dtype="uint8")
    job = job_of(reference, title="<b>../../x</b>", output={"folder": "/etc"}, model="scenefill-demo")
    job["inputs"][0]["gaps"] += [
        {"kind": "raster", "path": classes, "values": [1]},
        {"kind": "polygons", "path": inline(POLYGONS, "application/geo+json"), "layer": "/etc/passwd"},
    ]
    checked = bench.check({"value": job})
    assert checked.pixels == 48 * 48
    assert checked.uploads == (reference[7:], classes[7:])
    made = bench.prepare(job)
    folder = bench.folder / "job" / INPUTS_FOLDER
    assert made.grid.like == made.inputs[0].path == str(folder / "grid-like.tif")
    assert [gap.path for gap in made.inputs[0].gaps] == [
        None,
        str(folder / "inputs-0-gaps-1.tif"),
        str(folder / "inputs-0-gaps-2.geojson"),
    ]
    assert made.inputs[0].gaps[2].layer is None
    assert made.output.folder == str(bench.folder / "job" / "results")
    assert made.title == "<b>../../x</b>"
    assert sorted(path.name for path in folder.iterdir()) == [
        "grid-like.tif",
        "inputs-0-gaps-1.tif",
        "inputs-0-gaps-2.geojson",
    ]
    # What the worker gets is a job in every respect.
    assert job_from_dict(job_to_dict(made), bench.folder) == made
    with rasterio.open(made.inputs[0].path) as dataset:
        assert dataset.count == 3


def test_a_job_is_prepared_again_after_a_restart(bench: Bench) -> None:
    job = job_of(bench.good())
    first = bench.prepare(job)
    path = Path(first.inputs[0].path)
    before = path.stat()
    (path.parent / "grid-like.part").write_bytes(b"torn")
    # Its upload may be gone by then.
    bench.uploads.expire(now() + datetime.timedelta(days=36500))
    assert bench.prepare(job) == first
    assert (path.stat().st_ino, path.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    bench.inputs.forget(bench.folder / "job")
    assert not path.parent.exists()


def test_an_upload_is_decoded_once(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    decoded = []
    check = Decoder.check
    monkeypatch.setattr(Decoder, "check", lambda self, request, **more: decoded.append(request) or check(self, request))
    job = job_of(bench.good())
    bench.check(job)
    assert decoded == []
    bench.prepare(job, "one")
    bench.prepare(job, "two")
    assert len(decoded) == 1


def test_preparing_stops_when_it_is_told_to(bench: Bench) -> None:
    job = job_of(bench.good())
    record = bench.record(job)
    with pytest.raises(JobCancelled):
        bench.inputs.prepare(record, bench.folder / "job", bench.folder / "results", lambda: True)
    assert list((bench.folder / "job" / INPUTS_FOLDER).glob("*.tif")) == []
    # The next time it is done from where it was.
    assert bench.prepare(job).inputs[0].path.endswith("grid-like.tif")


def test_one_reference_again_and_again(bench: Bench) -> None:
    """A body may hold hundreds of thousands: no more of them are looked at than a job may have, and one."""
    reference = bench.good()
    job = job_of(reference)
    item = job["inputs"][0]
    many = [{"kind": "raster", "path": reference}] * 50_000
    for inputs in ([item] * 50_000, [{**item, "gaps": many}]):
        assert len(list(files_of({**job, "inputs": inputs}))) <= 2 * (MAX_LIST + 1) + 1
        assert bench.code({**job, "inputs": inputs}) == "bad-value"


def test_the_upload_itself_is_never_written_to(bench: Bench) -> None:
    reference = bench.upload(POLYGONS)
    job = job_of(bench.good())
    job["inputs"][0]["gaps"] = [{"kind": "polygons", "path": reference}]
    made = bench.prepare(job)
    assert bench.uploads.path("anna", reference[7:]).read_bytes() == POLYGONS
    assert json.loads(Path(str(made.inputs[0].gaps[0].path)).read_text())["type"] == "FeatureCollection"


TRICKS = [
    "/etc/passwd",
    "../../scenefill.db",
    "good.tif",
    "file:///etc/passwd",
    "http://127.0.0.1/a.tif",
    "/vsicurl/http://127.0.0.1/a.tif",
    "/vsizip//etc/a.zip/b",
    "GTIFF_RAW:/etc/passwd",
    "GTIFF_DIR:1:/etc/passwd",
    "NETCDF:a:b",
    "upload:../../scenefill.db",
    "upload:" + "0" * 31,
    "upload:" + "A" * 32,
    "upload:" + "0" * 32 + "/x",
    "UPLOAD:" + "0" * 32,
    "data:image/tiff,abc",
    "data:;base64",
    "s3://bucket/a.tif",
    "ftp://a/b",
    "<VRTDataset/>",
    "",
    "\u0000",
    "upload:" + "０" * 32,
]


@pytest.mark.parametrize("text", TRICKS, ids=lambda text: text[:24] or "empty")
@pytest.mark.parametrize("place", ["like", "path", "gap"])
def test_texts_that_are_no_references(
    bench: Bench, text: str, place: str, refused: Refused, tmp_path_factory: pytest.TempPathFactory
) -> None:
    # One that nobody else on this machine opens.
    canary = tmp_path_factory.mktemp("outside") / "passwd"
    canary.write_text("secret")
    text = text.replace("/etc/passwd", str(canary))
    job = job_of("upload:" + "0" * 32)
    if place == "like":
        job["grid"]["like"] = text
    elif place == "path":
        job["inputs"][0]["path"] = text
    else:
        job["inputs"][0]["gaps"] = [{"kind": "raster", "path": text, "values": [1]}]
    before = sorted(bench.folder.rglob("*"))
    with FileWatch(canary, bench.folder) as watch:
        assert bench.code(job) == "bad-reference"
        assert watch.seen() == []
    assert sorted(bench.folder.rglob("*")) == before
    refused("references", "bad-reference", 1)


def full_job(bench: Bench) -> dict[str, Any]:
    """A job with a text wherever one may be."""
    gaps = [
        {"kind": "raster", "path": bench.good(bands=1, dtype="uint8"), "values": [1]},
        {"kind": "polygons", "path": bench.upload(POLYGONS), "layer": "fields"},
    ]
    job = job_of(bench.good(), title="a", model="scenefill-demo", output={"folder": "out"})
    job["grid"] |= {"crs": "EPSG:32643", "extent": [331500, 3372600, 331600, 3372800]}
    job["inputs"][0] |= {"gaps": gaps, "unit": "reflectance", "scale": 0.0001, "offset": 0.0, "date": "2024-05-01"}
    return {**job, "sampling": {"mode": "draft"}}


def with_text(value: Any, text: str) -> Iterator[tuple[str, Any]]:
    """``value`` again and again, each time with another one of its texts or names replaced, and where that is."""
    if isinstance(value, str):
        yield "", text
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in items:
        for place, changed in with_text(item, text):
            whole = copy.copy(value)
            whole[key] = changed
            yield f"{key}.{place}", whole
        if isinstance(value, dict):
            yield f"{key}:", {(text if name == key else name): member for name, member in value.items()}


#: Members that may say anything, and of which nothing is made.
FREE = (
    "title.",
    "output.folder:",
    "output.folder.",
    "inputs.0.gaps.1.layer.",
    *(f"inputs.0.bands.{name}:" for name in BANDS),
)


@pytest.mark.parametrize(
    "text", ["{folder}/canary.tif", "../../../canary.tif", "/vsizip/{folder}/canary.tif", "a\u0000.tif", "..", "%2e%2e"]
)
def test_no_text_of_a_job_is_a_path(bench: Bench, text: str, refused: Refused) -> None:
    """Whichever member has it: the job is refused, or nothing is made of it."""
    canary = write_good(bench.folder / "canary.tif")
    text = text.format(folder=bench.folder)
    good = full_job(bench)
    bench.prepare(good, "good")
    names = sorted(path.name for path in (bench.folder / "good").rglob("*"))
    jobs = list(with_text(good, text))
    assert len(jobs) >= 45
    for number, (place, job) in enumerate(jobs):
        before = {path for path in bench.folder.rglob("*") if bench.config.data not in path.parents}
        with FileWatch(canary) as watch:
            try:
                made = bench.prepare(job, f"job-{number}")
            except SceneFillError as error:
                refused("path tricks in a job", error.code, 1)
            else:
                refused("path tricks in a job", "taken as text", 1)
                assert place in FREE, place
                assert made.output.folder == str(bench.folder / f"job-{number}" / "results")
                assert sorted(path.name for path in (bench.folder / f"job-{number}").rglob("*")) == names
            assert watch.seen() == []
        after = {path for path in bench.folder.rglob("*") if bench.config.data not in path.parents}
        assert all(bench.folder / f"job-{number}" in (path, *path.parents) for path in after - before), place


def test_references_of_the_wrong_type(bench: Bench) -> None:
    for value in (None, 5, True, [], {}, ["upload:" + "0" * 32]):
        assert bench.code(job_of(value)) == "wrong-type"


def test_uploads_that_are_not_there(bench: Bench) -> None:
    reference = bench.good()
    unfinished = bench.uploads.create("anna", 1000)
    assert bench.code(job_of("upload:" + "0" * 32)) == "unknown-upload"
    assert bench.code(job_of(f"upload:{unfinished.id}")) == "unknown-upload"
    assert bench.code(job_of(reference), owner="bert") == "unknown-upload"
    bench.uploads.expire(now() + datetime.timedelta(days=36500))
    assert bench.code(job_of(reference)) == "unknown-upload"


def test_models_are_registry_ids(bench: Bench) -> None:
    reference = bench.good()
    for model in ("/models/evil", "../scenefill-demo", "https://host/model", "nothing", ".", "scenefill-demo/"):
        assert bench.code(job_of(reference, model=model)) == "unknown-model"
    assert bench.code(job_of(reference, model=5)) == "wrong-type"


def test_inputs_that_are_no_job(bench: Bench) -> None:
    reference = bench.good()
    cases: list[tuple[Any, str]] = [
        ({}, "missing-member"),
        ({"job": job_of(reference), "more": 1}, "unknown-member"),
        ({"job": []}, "wrong-type"),
        ({"job": "upload"}, "wrong-type"),
        ({"job": {"value": 5}}, "wrong-type"),
        ({"job": {}}, "job-schema"),
        ({"job": job_of(reference, secret=1)}, "unknown-member"),
        ({"job": job_of(reference, inputs="x")}, "wrong-type"),
        ({"job": job_of(reference, inputs=[1, [2]])}, "wrong-type"),
        ({"job": job_of(reference, grid=[])}, "wrong-type"),
        ([], "wrong-type"),
    ]
    for inputs, code in cases:
        with pytest.raises(SceneFillError) as caught:
            bench.inputs.check("anna", {"inputs": inputs})
        assert caught.value.code == code, inputs


def grid_of(**members: Any) -> dict[str, Any]:
    return {"crs": "EPSG:32643", "transform": [10, 0, 0, 0, -10, 0], "width": 1000, "height": 1000, **members}


def test_explicit_grids(bench: Bench) -> None:
    reference = bench.good()
    assert bench.check(job_of(reference, grid=grid_of())).pixels == 1_000_000
    assert bench.code(job_of(reference, grid=grid_of(width=1001))) == "too-many-pixels"
    assert bench.code(job_of(reference, grid=grid_of(crs="/etc/passwd"))) == "bad-value"
    assert bench.code(job_of(reference, grid=grid_of(crs="http://127.0.0.1/"))) == "bad-value"


@pytest.mark.parametrize(
    ("extent", "expected"),
    [
        ([331500, 3372600, 331600, 3372800], 200),
        ([331501, 3372601, 331509, 3372609], 1),
        ([331400, 3372400, 331960, 3372900], 56 * 50),
        ([0, 0, 1, 1], "no-overlap"),
        ([-1e9, -1e9, 1e9, 1e9], "too-many-pixels"),
        ([-1e300, -1e300, 1e300, 1e300], "too-many-pixels"),
    ],
)
def test_extents_in_the_rasters_own_crs(bench: Bench, extent: list[float], expected: int | str) -> None:
    reference = bench.good()
    for crs in ({}, {"crs": "EPSG:32643"}):
        job = job_of(reference, grid={"like": reference, "extent": extent, **crs})
        if crs and max(extent) > 1e8:
            # Beyond what PROJ knows.
            assert bench.code(job) in ("too-many-pixels", "no-overlap")
        elif isinstance(expected, str):
            assert bench.code(job) == expected
        else:
            assert bench.check(job).pixels == expected


def test_like_counts_all_its_pixels(bench: Bench) -> None:
    assert bench.code(job_of(bench.good(size=1008, bands=3, dtype="uint8"))) == "too-many-pixels"


def test_the_hostile_set(bench: Bench, tmp_path: Path) -> None:
    folder = tmp_path / "sent"
    folder.mkdir()
    canary = write_good(tmp_path / "canary.tif")
    files = [(kind, path, "not-a-geotiff") for kind, path in other_formats(folder, canary) if path.stat().st_size]
    files += [item for item in bombs(folder) if item[1].stat().st_size < 10_000_000]
    files.append(("overviews elsewhere", naming_overviews(folder / "overviews.tif", canary), "raster-policy"))
    with FileWatch(canary) as watch:
        for kind, path, code in files:
            raw = path.read_bytes()
            assert bench.code(job_of(bench.upload(raw))) == code, kind
            assert bench.code(job_of(inline(raw))) == code, kind
        assert watch.seen() == []


def test_errors_name_the_place(bench: Bench) -> None:
    job = job_of(bench.good())
    job["inputs"][0]["gaps"] = [{"kind": "raster", "path": bench.upload(b"no raster"), "values": [1]}]
    with pytest.raises(SceneFillError) as caught:
        bench.check(job)
    assert caught.value.message.startswith("`inputs[0].gaps[0].path`: ")
    assert str(bench.folder) not in json.dumps(caught.value.to_dict())


def test_pixels_that_are_damaged_fail_when_the_job_runs(bench: Bench, tmp_path: Path) -> None:
    raw = bytearray(write_good(tmp_path / "a.tif").read_bytes())
    offset = _first_block(raw)
    raw[offset + 2 : offset + 40] = bytes(38)
    job = job_of(bench.upload(bytes(raw)))
    bench.check(job)
    with pytest.raises(SceneFillError) as caught:
        bench.prepare(job)
    assert caught.value.code == "raster-damaged"
    assert not list((bench.folder / "job" / INPUTS_FOLDER).glob("*.tif"))


def _first_block(raw: bytearray) -> int:
    position = int.from_bytes(raw[4:8], "little")
    for index in range(int.from_bytes(raw[position : position + 2], "little")):
        entry = raw[position + 2 + 12 * index :][:12]
        if int.from_bytes(entry[:2], "little") == 324:
            listed = int.from_bytes(entry[8:12], "little")
            return int.from_bytes(raw[listed : listed + 4], "little")
    raise ValueError("no tiles")


def test_inline_rasters(bench: Bench) -> None:
    job = job_of(inline(write_good(bench.folder / "a.tif").read_bytes()))
    assert bench.check(job).uploads == ()
    assert rasterio.open(bench.prepare(job).inputs[0].path).count == 3
    assert bench.code(job_of("data:image/tiff;base64,%%%")) == "bad-reference"
    assert bench.code(job_of("data:image/tiff;base64,QUJD QUJD")) == "bad-reference"
    assert bench.code(job_of(inline(bytes(bench.config.max_inline_bytes + 1)))) == "too-large"
    assert bench.code(job_of("data:image/tiff;base64," + "A" * 9_000_000)) == "too-large"
    assert bench.code(job_of(inline(b""))) == "not-a-geotiff"


def test_a_raster_is_not_polygons_too(bench: Bench) -> None:
    reference = bench.good()
    job = job_of(reference)
    job["inputs"][0]["gaps"] = [{"kind": "polygons", "path": reference}]
    assert bench.code(job) == "bad-reference"
    job["inputs"][0]["gaps"] = [{"kind": "polygons", "path": bench.good(bands=1)}]
    assert bench.code(job) == "unreadable-vector"
    job["inputs"][0]["gaps"] = [{"kind": "polygons", "path": bench.upload(b"SQLite format 3\x00" + bytes(100))}]
    assert bench.code(job) == "unreadable-vector"


class Links(LinkFetcher):
    """Links to a file of this test."""

    def __init__(self, source: Path) -> None:
        super().__init__(["tiles.example.org"], 10**6)
        self.source, self.fetched = source, 0

    def fetch(self, url: str, path: Path, *, is_cancelled: Callable[[], bool] = lambda: False) -> None:
        self.check(url)
        self.fetched += 1
        path.write_bytes(self.source.read_bytes())


def test_links(bench: Bench) -> None:
    job = job_of("https://tiles.example.org/a.tif")
    assert bench.code(job) == "link-refused"
    source = write_good(bench.folder / "a.tif")
    links = Links(source)
    bench.inputs = JobInputs(bench.config, bench.uploads, links)
    checked = bench.check(job)
    # Not known before it was fetched, which a check never does.
    assert (checked.pixels, links.fetched) == (bench.config.max_pixels, 0)
    first = bench.prepare(job)
    assert (
        hashlib.sha256(Path(first.inputs[0].path).read_bytes()).digest() == hashlib.sha256(source.read_bytes()).digest()
    )
    # What the link leads to may change; the job goes on with what it began with.
    source.write_bytes(b"other")
    assert bench.prepare(job) == first
    assert links.fetched == 1
    with pytest.raises(SceneFillError) as caught:
        bench.prepare(job, "another job")
    assert caught.value.code == "not-a-geotiff"
    write_good(source, size=1008, dtype="uint8")
    with pytest.raises(SceneFillError) as caught:
        bench.prepare(job, "a third job")
    assert caught.value.code == "too-many-pixels"
