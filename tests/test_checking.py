"""What strangers send is refused with its code: by its header in milliseconds, or in a child that may die of it."""

from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
import threading
import time
import tracemalloc
from collections import Counter
from pathlib import Path

import numpy as np
import pytest
import rasterio
from rasterio.crs import CRS
from scenefill.core.errors import JobCancelled, SceneFillError
from scenefill.core.job_parts import GridSpec
from scenefill.server.checking.decode import Decoder, Request
from scenefill.server.checking.gdal_settings import CHILD, decoder_environment, engine_settings
from scenefill.server.checking.header import RasterFacts, check_file, check_header
from scenefill.server.checking.metadata import check_crs, check_geo_text, check_metadata
from scenefill.server.checking.policy import Policy
from scenefill.server.checking.polygons import plain_geojson

from .file_watch import FileWatch
from .hostile_rasters import (
    CODECS,
    bombs,
    masked,
    mutants,
    naming_overviews,
    one_tile_mask,
    other_formats,
    strips_and_tiles,
    write_good,
)
from .processes import Process, descendants, processes
from .refusal_counts import Refused

PYTHON = Path(sys.executable)
POLICY = Policy()
MUTANTS = 12_000
SEED = 20_260


@pytest.fixture(scope="module")
def decoder() -> Decoder:
    return Decoder(PYTHON, Policy(cpu_seconds=20, wall_seconds=60))


def code_of(path: Path) -> str:
    with pytest.raises(SceneFillError) as caught:
        check_file(path, POLICY)
    return caught.value.code


def test_good_rasters_pass(tmp_path: Path, decoder: Decoder) -> None:
    layouts = [
        {},
        {"compress": "none", "bands": 1},
        {"compress": "lzw", "dtype": "float32", "interleave": "pixel", "predictor": 3},
        {"compress": "zstd", "bands": 13, "interleave": "band"},
        {"compress": "packbits", "tiled": False, "blockysize": 7},
        {"BIGTIFF": "YES", "dtype": "int8"},
        {"ENDIANNESS": "BIG"},
        {"sparse_ok": True, "dtype": "float64", "nodata": -9999.0},
    ]
    requests = []
    for number, layout in enumerate(layouts):
        path = write_good(tmp_path / f"{number}.tif", **layout)
        facts = check_file(path, POLICY)
        with rasterio.open(path) as dataset:
            assert (facts.width, facts.height, facts.bands, facts.dtype) == (48, 48, dataset.count, dataset.dtypes[0])
            assert facts.transform == dataset.transform[:6]
        requests.append(Request(path, facts))
    for found, request in zip(decoder.check_many(requests), requests):
        assert isinstance(found, dict), (found, request)
        assert found["bands"] == request.facts.bands


def test_masks_and_overviews_are_decoded_too(tmp_path: Path, decoder: Decoder) -> None:
    path = tmp_path / "masked.tif"
    with rasterio.Env(GDAL_TIFF_INTERNAL_MASK=True), rasterio.open(write_good(path), "r+") as dataset:
        dataset.write_mask(np.eye(48, dtype=bool))
    facts = check_file(path, POLICY)
    assert facts.images == 3
    assert decoder.check(Request(path, facts))["width"] == 48


def test_real_rasters_pass(data_dir: Path) -> None:
    found = sorted(data_dir.rglob("*.tif"))
    assert found
    for path in found:
        facts = check_file(path, POLICY)
        with rasterio.open(path) as dataset:
            assert (facts.width, facts.height, facts.bands) == (dataset.width, dataset.height, dataset.count)


def test_other_formats_are_refused_and_nothing_else_is_touched(
    tmp_path: Path, decoder: Decoder, refused: Refused
) -> None:
    canary = write_good(tmp_path / "canary.tif")
    folder = tmp_path / "sent"
    folder.mkdir()
    files = list(other_formats(folder, canary))
    assert len(files) >= 20
    # Also past the header, as if it had been fooled: no driver is there but one.
    facts = check_file(canary, POLICY)
    with FileWatch(canary, folder, tmp_path) as watch:
        for kind, path in files:
            assert code_of(path) == "not-a-geotiff", kind
            refused("other formats named .tif", "not-a-geotiff", 1)
        for found in decoder.check_many([Request(path, facts) for _, path in files]):
            assert isinstance(found, SceneFillError)
            assert found.code == "raster-damaged"
        assert watch.seen() == []
        # The watch is awake: a GDAL that may choose opens the canary through the VRT.
        with rasterio.open(folder / "vrt.tif") as dataset:
            dataset.read(1)
        assert any("canary" in line for line in watch.seen())


def test_names_for_gdal_are_refused(tmp_path: Path, decoder: Decoder, refused: Refused) -> None:
    canary = write_good(tmp_path / "canary.tif")
    facts = check_file(canary, POLICY)
    names = [f"/vsizip/{canary}", f"GTIFF_DIR:1:{canary}", "/vsicurl/http://127.0.0.1:9/a.tif", f"zip://{canary}!a.tif"]
    for name in names:
        with pytest.raises(OSError):
            check_file(Path(name), POLICY)
    for found in decoder.check_many([Request(Path(name), facts) for name in names if not name.startswith("GTIFF")]):
        assert isinstance(found, SceneFillError)
    refused("names for GDAL", "not opened", len(names))


def test_bombs_are_refused_from_the_header(tmp_path: Path, refused: Refused) -> None:
    for kind, path, code in bombs(tmp_path):
        tracemalloc.start()
        began = time.process_time()
        assert code_of(path) == code, kind
        seconds, peak = time.process_time() - began, tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        refused("bombs", code, 1)
        assert seconds <= 1.0, (kind, seconds)
        assert peak <= 200e6, (kind, peak)


def test_overviews_in_another_file_are_refused(tmp_path: Path, refused: Refused) -> None:
    canary = write_good(tmp_path / "canary.tif", size=32)
    path = naming_overviews(tmp_path / "sent.tif", canary)
    with FileWatch(canary) as watch:
        assert code_of(path) == "raster-policy"
        assert watch.seen() == []
        # GDAL reads them, with one driver and all settings that there are.
        script = "import rasterio, sys; print(rasterio.open(sys.argv[1], driver='GTiff').overviews(1))"
        subprocess.run(
            [sys.executable, "-c", script, str(path)], env=decoder_environment(PYTHON), check=True, timeout=60
        )
        assert watch.seen()
    refused("overviews in another file", "raster-policy", 1)


@pytest.mark.parametrize(
    "xml",
    [
        '<GDALMetadata><Item name="OVERVIEW_FILE"><domain>OVERVIEWS</domain>/a.tif</Item></GDALMetadata>',
        '<GDALMetadata><Item name="a" DOMAIN="OVERVIEWS">b</Item></GDALMetadata>',
        '<gdalmetadata><Item name="a">b</Item></gdalmetadata>',
        '<GDALMetadata><Item name="a" domain="ProxyOverviewRequest">b</Item></GDALMetadata>',
        '<GDALMetadata><Item name="X_DATASET" domain="GEOLOCATION">/a.tif</Item></GDALMetadata>',
        '<!DOCTYPE a [<!ENTITY b "c">]><GDALMetadata><Item name="a">&b;</Item></GDALMetadata>',
        "<GDALMetadata><!-- --><Item name='a'>b</Item></GDALMetadata>",
        "<GDALMetadata><Item name='a'>b</Item>",
        "no xml",
    ],
)
def test_metadata_that_gdal_would_act_on_are_refused(xml: str, refused: Refused) -> None:
    with pytest.raises(SceneFillError) as caught:
        check_metadata(xml.encode() + b"\0")
    assert caught.value.code in ("raster-policy", "raster-damaged")
    refused("metadata", caught.value.code, 1)


def test_what_lies_beside_a_raster_is_not_looked_at(tmp_path: Path, decoder: Decoder) -> None:
    path = write_good(tmp_path / "a.tif", overviews=False)
    write_good(tmp_path / "a.tif.ovr", size=24)
    write_good(tmp_path / "a.tif.msk", size=48, bands=1)
    (tmp_path / "a.tif.aux.xml").write_text("<PAMDataset><Metadata><MDI key='A'>b</MDI></Metadata></PAMDataset>")
    (tmp_path / "a.tfw").write_text("1\n0\n0\n-1\n5\n5\n")
    beside = [item for item in tmp_path.iterdir() if item != path]
    with FileWatch(tmp_path, *beside) as watch:
        decoder.check(Request(path, check_file(path, POLICY)))
        assert watch.seen() == []


def test_the_child_must_find_what_the_header_says(tmp_path: Path, decoder: Decoder) -> None:
    path = write_good(tmp_path / "a.tif")
    facts = check_file(path, POLICY)
    lies = [{"width": 47}, {"bands": 2}, {"dtype": "int16"}]
    for found in decoder.check_many([Request(path, RasterFacts(**{**vars(facts), **lie})) for lie in lies]):
        assert isinstance(found, SceneFillError)
        assert found.details["kind"] == "OtherThanItsHeader"


def large(path: Path) -> Path:
    """Seconds of work in a small file: nothing but holes."""
    settings = {"width": 200_000, "height": 200_000, "dtype": "float64", "blockxsize": 512, "blockysize": 512}
    place = {"crs": "EPSG:32643", "transform": rasterio.Affine(1, 0, 5, 0, -1, 5)}
    with rasterio.open(path, "w", driver="GTiff", count=1, tiled=True, sparse_ok=True, **settings, **place):
        return path


@pytest.mark.parametrize("limits", [{"wall_seconds": 4}, {"cpu_seconds": 4}], ids=["wall", "cpu"])
def test_a_child_that_reaches_a_limit_costs_one_file(tmp_path: Path, limits: dict[str, int]) -> None:
    slow, good = large(tmp_path / "large.tif"), write_good(tmp_path / "good.tif")
    lenient = Policy(pixels=10**11, decoded_bytes=10**12)
    requests = [Request(path, check_file(path, lenient)) for path in (good, slow, good)]
    found = list(Decoder(PYTHON, Policy(**limits)).check_many(requests))
    assert isinstance(found[1], SceneFillError)
    assert found[1].code == "raster-damaged"
    assert found[1].details["kind"].startswith("Ended")
    assert isinstance(found[0], dict)
    assert isinstance(found[2], dict)


@pytest.mark.parametrize("blocks", [one_tile_mask(16384), strips_and_tiles(1, 64, 16384)], ids=["tile", "both"])
def test_the_child_looks_at_the_blocks_of_masks(
    tmp_path: Path, decoder: Decoder, blocks: list[tuple[int, int, int, int | bytes]]
) -> None:
    """Past the header, as if it had been fooled."""
    path = tmp_path / "a.tif"
    path.write_bytes(masked(64, 64, blocks))
    facts = RasterFacts(64, 64, 1, "uint8", (64, 64), "DEFLATE", 2, 8192, None)
    found = next(iter(decoder.check_many([Request(path, facts)])))
    assert isinstance(found, SceneFillError)
    assert found.details["kind"] == "ValueError"


def decoding(root: int) -> list[Process]:
    """The children that decode for a process."""
    return [
        process for process in descendants(root) if "checking/child.py" in process.command and "{" in process.command
    ]


def decoding_begins(root: int) -> list[Process]:
    deadline = time.monotonic() + 60
    while not (found := decoding(root)):
        assert time.monotonic() < deadline, "no child was started"
        time.sleep(0.02)
    return found


def test_decoding_is_cancelled(tmp_path: Path) -> None:
    lenient = Policy(pixels=10**11, decoded_bytes=10**12)
    request = Request(path := large(tmp_path / "large.tif"), check_file(path, lenient))
    cancelled = threading.Event()
    at: list[float] = []

    def cancel() -> None:
        decoding_begins(os.getpid())
        at.append(time.monotonic())
        cancelled.set()

    threading.Thread(target=cancel, daemon=True).start()
    with pytest.raises(JobCancelled):
        Decoder(PYTHON, lenient).check(request, is_cancelled=cancelled.is_set)
    assert time.monotonic() - at[0] < 30
    assert decoding(os.getpid()) == []


@pytest.mark.parametrize("pixels", [True, False])
def test_waiting_for_a_turn_is_cancelled(tmp_path: Path, decoder: Decoder, pixels: bool) -> None:
    path = write_good(tmp_path / "a.tif")
    request = Request(path, check_file(path, POLICY), pixels=pixels)
    turns = decoder._turns if pixels else decoder._quick_turns
    cancelled = threading.Event()
    with turns, turns:
        threading.Timer(0.5, cancelled.set).start()
        with pytest.raises(JobCancelled):
            decoder.check(request, is_cancelled=cancelled.is_set)
        assert cancelled.is_set()
    # The turns are all there again.
    assert decoder.check(request)["width"] == 48


def test_a_child_does_not_outlive_the_server(tmp_path: Path) -> None:
    path = large(tmp_path / "large.tif")
    script = """
import sys, threading
from pathlib import Path
from scenefill.server.checking.decode import Decoder, Request
from scenefill.server.checking.header import check_file
from scenefill.server.checking.policy import Policy
lenient = Policy(pixels=10**11, decoded_bytes=10**12)
path = Path(sys.argv[1])
request = Request(path, check_file(path, lenient))
work = threading.Thread(target=Decoder(Path(sys.executable), lenient).check, args=(request,))
work.start()
work.join()
"""
    with subprocess.Popen([sys.executable, "-c", script, str(path)], stderr=subprocess.DEVNULL) as server:
        try:
            child = decoding_begins(server.pid)[0].pid
            # Long enough to be in the middle of its work.
            time.sleep(2)
            assert is_alive(child)
        finally:
            server.send_signal(signal.SIGKILL)
    deadline = time.monotonic() + 10
    while is_alive(child) and time.monotonic() < deadline:
        time.sleep(0.02)
    left = is_alive(child)
    if left:
        os.kill(child, signal.SIGKILL)
    assert not left


def test_a_child_whose_server_is_gone_already_does_nothing(tmp_path: Path) -> None:
    path = write_good(tmp_path / "a.tif")
    limits = {"memory": 2**30, "cpu": 20, "wall": 60, "block": 2**26, "parent": os.getpid()}
    line = Request(path, check_file(path, POLICY)).to_line()
    for parent, status in ((os.getpid(), 0), (os.getpid() + 1, 1)):
        done = subprocess.run(
            [sys.executable, "-I", "-u", str(CHILD), json.dumps({**limits, "parent": parent})],
            input=line,
            capture_output=True,
            env=decoder_environment(PYTHON),
            timeout=60,
        )
        assert (done.returncode, bool(done.stdout)) == (status, status == 0)


def is_alive(pid: int) -> bool:
    return any(process.pid == pid and process.state not in "ZX" for process in processes())


def test_a_child_has_no_more_memory_than_it_may(tmp_path: Path) -> None:
    """Blocks of 61 MB, of which a child needs several at a time, and a little more than it needs to start."""
    settings = {"blockxsize": 2752, "blockysize": 2752, "dtype": "float64", "interleave": "pixel"}
    large, small = (
        write_good(tmp_path / "large.tif", size=2752, bands=1, **settings),
        write_good(tmp_path / "small.tif"),
    )
    requests = [Request(path, check_file(path, POLICY)) for path in (large, small)]
    assert isinstance(next(Decoder(PYTHON, POLICY).check_many(requests)), dict)
    found = list(Decoder(PYTHON, Policy(memory_bytes=240 * 2**20)).check_many(requests))
    assert isinstance(found[0], SceneFillError)
    assert isinstance(found[1], dict)


def test_grids_are_resolved_in_the_child(tmp_path: Path, decoder: Decoder) -> None:
    path = write_good(tmp_path / "a.tif")
    facts = check_file(path, POLICY)
    here = GridSpec(like="-", extent=(331500.0, 3372600.0, 331600.0, 3372800.0), crs="EPSG:32643")
    assert decoder.check(Request(path, facts, pixels=False, grid=here))["grid"] == {"width": 10, "height": 20}
    elsewhere = GridSpec(like="-", extent=(0.0, 0.0, 1.0, 1.0), crs="EPSG:4326")
    with pytest.raises(SceneFillError) as caught:
        decoder.check(Request(path, facts, pixels=False, grid=elsewhere))
    assert caught.value.code == "no-overlap"


def test_mutants_neither_crash_nor_hang(tmp_path: Path, decoder: Decoder, refused: Refused) -> None:
    """12 000 mutants of four codecs; most are refused by their header, the rest are decoded in a child."""
    assert MUTANTS % len(CODECS) == 0
    answers: Counter[str] = Counter()
    for codec in CODECS:
        raw = write_good(tmp_path / "good.tif", codec).read_bytes()
        passed: list[Request] = []
        for number, mutant in enumerate(mutants(raw, MUTANTS // len(CODECS), SEED)):
            try:
                facts = check_header(io.BytesIO(mutant), len(mutant), POLICY)
            except SceneFillError as error:
                answers[error.code] += 1
                assert error.code in ("not-a-geotiff", "raster-policy", "raster-damaged", "complex-raster")
                continue
            path = tmp_path / f"{codec}-{number}.tif"
            path.write_bytes(mutant)
            passed.append(Request(path, facts))
        for found in decoder.check_many(passed):
            if isinstance(found, dict):
                answers["decoded"] += 1
            else:
                answers["raster-damaged in the child"] += 1
                # A child that had to be ended would say "Ended".
                assert not found.details["kind"].startswith("Ended"), found.details
    assert sum(answers.values()) == MUTANTS
    for answer, count in answers.items():
        refused("mutated GeoTIFFs", answer, count)


CRS_TRICKS = [
    "/etc/hostname",
    "/vsicurl/http://127.0.0.1:9/a",
    "http://127.0.0.1:9/crs",
    "+proj=longlat +nadgrids=/etc/hostname +no_defs",
    "+init=epsg:4326",
    "EPSG:4326+5773",
    "IAU:30100",
    "urn:ogc:def:crs:EPSG::4326",
    '{"type": "GeographicCRS", "name": "x"}',
    "WGS84",
    'GEOGCS["x",DATUM["x",SPHEROID["x",6378137,298],EXTENSION["PROJ4_GRIDS","/etc/hostname"]],PRIMEM["g",0],UNIT["d",1]]',
    'GEOGCS["x",DATUM["x",SPHEROID["x",6378137,298]],PRIMEM["g",0],UNIT["d",1],EXTENSION["PROJ4","+proj=longlat"]]',
    'BOUNDCRS[SOURCECRS[GEOGCRS["x"]],TARGETCRS[GEOGCRS["y"]],ABRIDGEDTRANSFORMATION["z",PARAMETERFILE["f","/a"]]]',
    'GEOGCS["x" ,DATUM["x"] , "EXTENSION [" ',
    "GEOGCS" + "[" * 10000,
]


@pytest.mark.parametrize("text", CRS_TRICKS, ids=lambda text: text[:20])
def test_crs_that_name_files_are_refused(text: str, refused: Refused) -> None:
    with pytest.raises(SceneFillError) as caught:
        check_crs(text, "grid.crs")
    assert caught.value.code == "bad-value"
    assert caught.value.details == {"path": "grid.crs"}
    refused("CRS that name files", "bad-value", 1)


@pytest.mark.parametrize("code", [4326, 32643, 3035, 2154, 25832, 27700, 7856])
def test_plain_crs_pass(code: int) -> None:
    check_crs(f"epsg:{code}", "grid.crs")
    crs = CRS.from_epsg(code)
    for version in ("WKT1_GDAL", "WKT1_ESRI", "WKT2_2019"):
        check_crs(crs.to_wkt(version=version), "grid.crs")


@pytest.mark.parametrize(
    "text",
    ['ESRI PE String = GEOGCS["x",EXTENSION["PROJ4_GRIDS","/a"]]|', "a|+proj=longlat +nadgrids=/a|", "PARAMETERFILE|"],
)
def test_geo_texts_that_name_files_are_refused(text: str) -> None:
    with pytest.raises(SceneFillError) as caught:
        check_geo_text(text.encode())
    assert caught.value.code == "raster-policy"


SQUARE = [[0, 0], [1, 0], [1, 1], [0, 1], [0, 0]]


def feature(geometry: object) -> dict[str, object]:
    return {
        "type": "FeatureCollection",
        "features": [{"type": "Feature", "properties": {"a": "b"}, "geometry": geometry}],
    }


def test_polygons_are_written_anew() -> None:
    parts = {"type": "GeometryCollection", "geometries": [{"type": "Polygon", "coordinates": [SQUARE]}]}
    for geometry in (parts, {"type": "MultiPolygon", "coordinates": [[SQUARE]]}):
        sent = {**feature(geometry), "name": "../../x", "crs": {"type": "name", "properties": {"name": "EPSG:32643"}}}
        made = json.loads(plain_geojson(json.dumps(sent).encode()))
        assert made["crs"]["properties"] == {"name": "urn:ogc:def:crs:EPSG::32643"}
        assert [item["geometry"]["coordinates"] for item in made["features"]] == [[SQUARE]]
        assert set(made) == {"type", "crs", "features"}


@pytest.mark.parametrize(
    "raw",
    [
        b"SQLite format 3\x00" + bytes(100),
        b"<kml/>",
        b"[" * 100_000,
        b"{" + b'"a":{' * 40,
        b'{"type":"FeatureCollection","features":[],"features":[]}',
        json.dumps({**feature(None), "crs": {"type": "link", "properties": {"href": "http://127.0.0.1:9/"}}}).encode(),
        json.dumps({**feature(None), "crs": {"type": "name", "properties": {"name": "/etc/hostname"}}}).encode(),
        json.dumps(feature({"type": "Polygon", "coordinates": [SQUARE[:-1]]})).encode(),
        json.dumps(feature({"type": "Polygon", "coordinates": [[[0, 0], [1, 1e300], [1, 1], [0, 0]]]})).encode(),
        json.dumps(feature({"type": "Polygon", "coordinates": [[[0, "x"], [1, 0], [1, 1], [0, "x"]]]})).encode(),
        b'{"type":"Polygon","coordinates":[[[0,0],[NaN,0],[1,1],[0,0]]]}',
        json.dumps({"type": "Topology", "objects": {}}).encode(),
        b" " * 10_000_001,
    ],
    ids=lambda raw: raw[:24].decode("latin-1").strip("\0 ") or "blank",
)
def test_other_vectors_are_refused(raw: bytes, refused: Refused) -> None:
    with pytest.raises(SceneFillError) as caught:
        plain_geojson(raw)
    assert caught.value.code == "unreadable-vector"
    refused("vectors", "unreadable-vector", 1)


def test_the_engine_can_work_with_the_settings_that_it_gets(tmp_path: Path) -> None:
    """Few drivers and nothing beside a file, and yet it warps, writes COGs and reads polygons."""
    raster = write_good(tmp_path / "a.tif")
    (tmp_path / "a.geojson").write_bytes(
        plain_geojson(json.dumps({"type": "Polygon", "coordinates": [SQUARE]}).encode())
    )
    script = """
import sys
from pathlib import Path
import pyogrio, rasterio, rasterio.shutil
from rasterio.vrt import WarpedVRT
folder = Path(sys.argv[1])
with rasterio.open(folder / "a.tif", driver="GTiff") as dataset, WarpedVRT(dataset, crs="EPSG:4326") as warped:
    assert warped.read(1).any()
    rasterio.shutil.copy(dataset, folder / "cog.tif", driver="COG")
assert len(pyogrio.raw.read(folder / "a.geojson", columns=[])[2]) == 1
with rasterio.Env() as env:
    assert not {"MRF", "WMS", "HTTP", "netCDF", "HDF5", "GPKG", "Zarr", "PNG"} & set(env.drivers())
assert "GPKG" not in pyogrio.list_drivers()
"""
    settings = engine_settings(PYTHON)
    assert "TOKEN" not in "".join(settings)
    done = subprocess.run(
        [sys.executable, "-c", script, str(raster.parent)], env=settings, capture_output=True, text=True, timeout=120
    )
    assert done.returncode == 0, done.stderr
