"""The working grid: the very pixels that the engine finds for the same job, whatever the area and its CRS."""

from __future__ import annotations

import json
import math
import subprocess
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from qgis.core import QgsCoordinateReferenceSystem
from scenefill.core.errors import SceneFillError
from scenefill.core.job import GapSource, job_to_dict
from scenefill.plugin.form import Area, Form, InputRow, LayerRef, Wish
from scenefill.plugin.jobs import build_job
from scenefill.plugin.layers.crs import crs_of, crs_text, same_crs, transform_extent
from scenefill.plugin.layers.grid import working_grid
from scenefill.plugin.layers.refs import refer
from scenefill.tests.qgis_rasters import UTM, layer_of, reflectance, write_raster

FILL = Wish("fill", fill=0, gaps=(GapSource("nodata"),))
SYNTHESISE = Wish("synthesise", ("sar",))
IMAGINE = Wish("imagine", ("optical",))
WGS = "EPSG:4326"


def ref_of(
    name: str,
    extent: tuple[float, float, float, float],
    width: int,
    height: int,
    crs: str = UTM,
    provider: str = "gdal",
) -> LayerRef:
    path = f"/nowhere/{name}.tif" if provider == "gdal" else ""
    return LayerRef(name, name, provider, path or "type=xyz", path, crs, extent, width, height, 3)


def row(ref: LayerRef, *bands: str) -> InputRow:
    return InputRow(ref, {band: i + 1 for i, band in enumerate(bands or ("red", "green", "blue"))})


#: 640 × 640 m in pixels of 10 m, 20 m and 1 m, and a picture.
TEN = row(ref_of("ten", (500000.0, 5499360.0, 500640.0, 5500000.0), 64, 64))
TWENTY = row(ref_of("twenty", (500000.0, 5499360.0, 500640.0, 5500000.0), 32, 32), "vv", "vh")
HEIGHTS = row(ref_of("heights", (499000.0, 5499000.0, 501000.0, 5501000.0), 2000, 2000), "elevation")
TILES = row(ref_of("tiles", (-2e7, -2e7, 2e7, 2e7), 0, 0, "EPSG:3857", "wms"))
PLAIN_AREA = Area((500103.0, 5499503.0, 500297.0, 5499897.0), UTM)


def code_of(form: Form) -> str:
    with pytest.raises(SceneFillError) as error:
        working_grid(form)
    assert error.value.message
    return error.value.code


def test_filling_takes_the_pixels_of_the_layer() -> None:
    grid = working_grid(Form(PLAIN_AREA, (TWENTY, TEN), replace(FILL, fill=0)))
    assert (grid.crs, grid.pixel_size, grid.pixel_unit) == (UTM, (20.0, 20.0), "m")
    assert grid.extent == (500100.0, 5499500.0, 500300.0, 5499900.0)
    assert (grid.width, grid.height, grid.pixels) == (10, 20, 200)
    assert grid.like == "twenty" and "twenty" in grid.reason and "to fill" in grid.reason


def test_an_area_beyond_the_layer_is_cut_to_it() -> None:
    wide = Area((400000.0, 5400000.0, 600000.0, 5600000.0), UTM)
    grid = working_grid(Form(wide, (TEN,), FILL))
    assert (grid.width, grid.height) == (64, 64)
    assert working_grid(Form(None, (TEN,), FILL)) == grid
    assert code_of(Form(Area((600000.0, 5400000.0, 600100.0, 5400100.0), UTM), (TEN,), FILL)) == "no-overlap"


def test_synthesis_takes_the_finest_input_but_heights() -> None:
    grid = working_grid(Form(PLAIN_AREA, (TWENTY, TEN, HEIGHTS, TILES), SYNTHESISE))
    assert grid.like == "ten" and grid.pixel_size == (10.0, 10.0) and "finest" in grid.reason
    assert working_grid(Form(PLAIN_AREA, (HEIGHTS,), SYNTHESISE)).pixel_size == (1.0, 1.0)
    assert working_grid(Form(None, (TWENTY, TEN), SYNTHESISE)).width == 64
    chosen = working_grid(Form(PLAIN_AREA, (TWENTY, TEN), replace(SYNTHESISE, like=0)))
    assert chosen.like == "twenty" and "finest" not in chosen.reason


def test_synthesis_reaches_as_far_as_any_input() -> None:
    everywhere = Area((400000.0, 5400000.0, 600000.0, 5600000.0), UTM)
    grid = working_grid(Form(everywhere, (TEN, HEIGHTS), SYNTHESISE))
    assert grid.extent == HEIGHTS.ref.extent and grid.pixel_size == (10.0, 10.0)
    degrees = row(ref_of("degrees", (9.0, 49.6, 9.1, 49.7), 1000, 1000, WGS), "vv")
    assert working_grid(Form(everywhere, (TEN, degrees), SYNTHESISE)).width > 64


def test_finer_is_finer_in_metres_whatever_the_unit() -> None:
    five_metres = row(ref_of("five", (9.0, 49.6, 9.01, 49.61), 200, 200, WGS))
    twenty_five = row(ref_of("twenty-five", (9.0, 49.6, 9.01, 49.61), 40, 40, WGS))
    area = Area((9.0, 49.6, 9.01, 49.65), WGS)
    assert working_grid(Form(area, (TEN, five_metres), SYNTHESISE)).like == "five"
    assert working_grid(Form(area, (twenty_five, TEN), SYNTHESISE)).like == "ten"


@pytest.mark.parametrize("wish", [IMAGINE, SYNTHESISE])
def test_without_a_layer_the_area_decides(wish: Wish) -> None:
    inputs = (TILES,) if wish is SYNTHESISE else ()
    grid = working_grid(Form(PLAIN_AREA, inputs, wish))
    assert (grid.crs, grid.pixel_size) == (UTM, (10.0, 10.0))
    assert grid.extent == (500100.0, 5499500.0, 500300.0, 5499900.0)
    assert grid.like == "" and UTM in grid.reason
    assert working_grid(Form(PLAIN_AREA, inputs, replace(wish, pixel_size=30.0))).extent[0] % 30 == 0


@pytest.mark.parametrize(
    ("extent", "crs", "wanted"),
    [
        ((9.0, 50.0, 9.01, 50.01), WGS, "EPSG:32632"),
        ((1001875.0, 6446275.0, 1003000.0, 6447000.0), "EPSG:3857", "EPSG:32632"),
        ((-70.0, -33.0, -69.99, -32.99), WGS, "EPSG:32719"),
        ((-179.99, 1.0, -179.98, 1.01), WGS, "EPSG:32601"),
        ((179.98, 1.0, 179.99, 1.01), WGS, "EPSG:32660"),
        ((10.0, 86.0, 10.1, 86.01), WGS, "EPSG:32661"),
        ((10.0, -86.01, 10.1, -86.0), WGS, "EPSG:32761"),
        ((500000.0, 5499000.0, 500100.0, 5499100.0), "EPSG:25832", "EPSG:25832"),
    ],
)
def test_pixels_are_square_metres(extent: tuple[float, float, float, float], crs: str, wanted: str) -> None:
    grid = working_grid(Form(Area(extent, crs), (), IMAGINE))
    assert (grid.crs, grid.pixel_size, grid.pixel_unit) == (wanted, (10.0, 10.0), "m")
    back = transform_extent(extent, crs, wanted)
    assert all(abs(a - b) <= 10.0 for a, b in zip(grid.extent, back))


def test_feet_are_feet() -> None:
    grid = working_grid(Form(Area((980000.0, 200000.0, 981000.0, 201000.0), "EPSG:2263"), (), IMAGINE))
    assert grid.pixel_unit == "ft" and grid.pixel_size[0] == pytest.approx(10.0 / 0.3048, rel=1e-4)


@pytest.mark.parametrize(
    ("form", "code"),
    [
        (Form(None, (), IMAGINE), "no-area"),
        (Form(None, (TILES,), SYNTHESISE), "no-area"),
        (Form(Area((1.0, 1.0, 1.0, 2.0), UTM), (TEN,), FILL), "no-area"),
        (Form(Area((2.0, 1.0, 1.0, 2.0), UTM), (TEN,), FILL), "no-area"),
        (Form(Area((math.nan, 1.0, 1.0, 2.0), UTM), (TEN,), FILL), "no-area"),
        (Form(Area((0.0, 0.0, math.inf, 2.0), UTM), (TEN,), FILL), "no-area"),
        (Form(Area((0.0, 0.0, 1.0, 1.0), "nonsense"), (TEN,), FILL), "no-crs"),
        (Form(Area((0.0, 0.0, 1.0, 1.0), ""), (), IMAGINE), "no-crs"),
        (Form(PLAIN_AREA, (TEN,), replace(FILL, fill=None)), "bad-fill"),
        (Form(PLAIN_AREA, (TEN,), replace(FILL, fill=3)), "bad-fill"),
        (Form(PLAIN_AREA, (TILES,), FILL), "bad-fill"),
        (Form(PLAIN_AREA, (replace(TEN, ref=replace(TEN.ref, crs="")),), FILL), "no-crs"),
        (Form(PLAIN_AREA, (), replace(IMAGINE, pixel_size=-1.0)), "bad-value"),
        (Form(PLAIN_AREA, (), replace(IMAGINE, pixel_size=math.nan)), "bad-value"),
        (Form(PLAIN_AREA, (), replace(IMAGINE, pixel_size=1e-5)), "too-large"),
        (Form(Area((-180.0, -90.0, 180.0, 90.0), WGS), (), IMAGINE), "too-large"),
        (Form(Area((500.0, 500.0, 600.0, 600.0), WGS), (), IMAGINE), "no-area"),
    ],
)
def test_what_cannot_be_is_refused(form: Form, code: str) -> None:
    assert code_of(form) == code


def test_the_date_line() -> None:
    """An extent of metres that crosses 180° is everywhere in degrees: the engine refuses it, and so does the dock."""
    world = row(ref_of("world", (-180.0, -90.0, 180.0, 90.0), 3600, 1800, WGS))
    across = Area((-500000.0, -100000.0, 500000.0, 100000.0), "EPSG:3832")  # around 150° E
    assert working_grid(Form(across, (world,), FILL)).width < 3600
    fiji = Area((2800000.0, -2000000.0, 3900000.0, -1800000.0), "EPSG:3832")
    assert code_of(Form(fiji, (world,), FILL)) == "antimeridian"


def test_a_dot_is_one_pixel() -> None:
    grid = working_grid(Form(Area((500101.0, 5499501.0, 500101.1, 5499501.1), UTM), (TEN,), FILL))
    assert (grid.width, grid.height) == (1, 1)
    assert working_grid(Form(Area((500101.0, 5499501.0, 500101.1, 5499501.1), UTM), (), IMAGINE)).pixels == 1


def test_crs_text_is_read_back() -> None:
    for text in ("EPSG:32632", "EPSG:4326"):
        assert crs_text(crs_of(text)) == text
    own = QgsCoordinateReferenceSystem.fromProj("+proj=laea +lat_0=45 +lon_0=9 +datum=WGS84 +units=m")
    text = crs_text(own)
    assert "EPSG:" not in text[:5] and crs_of(text).isValid()
    assert same_crs(text, crs_text(crs_of(text))) and not same_crs(text, "EPSG:4326")
    assert crs_text(QgsCoordinateReferenceSystem()) == ""


# --- the engine agrees

ENGINE_GRIDS = """
import json, sys
from pathlib import Path
from scenefill.core.errors import SceneFillError
from scenefill.core.job import job_from_dict
from scenefill.core.raster import resolve_grid
out = []
for data in json.load(sys.stdin):
    grid = resolve_grid(job_from_dict(data, Path("/")).grid)
    out.append([grid.width, grid.height, list(grid.bounds), list(grid.pixel_size)])
print(json.dumps(out))
"""

CASES = 60
CRSES = (
    # CRS, pixel sizes, and a corner of the land there
    ("EPSG:32632", (10.0, 30.0, 0.5), (420000.0, 5430000.0)),
    ("EPSG:32733", (10.0, 15.0), (480000.0, 8120000.0)),
    ("EPSG:4326", (8.983152841195215e-05, 1e-4, 0.00025), (10.3, 47.2)),
    ("EPSG:3035", (20.0, 25.0), (4321000.0, 3210000.0)),
    ("EPSG:3857", (9.554628535647032, 4.777314267823516), (1113194.9, 6446275.8)),
)


def random_case(folder: Path, number: int, rng: np.random.Generator) -> Form:
    """A raster of any CRS, pixel size and phase, and an area on it in any other CRS."""
    crs, sizes, (x, y) = CRSES[rng.integers(len(CRSES))]
    size = float(sizes[rng.integers(len(sizes))])
    tall = size * float(rng.choice([1.0, 0.8674765]))
    left, top = x + size * float(rng.choice([0.0, 0.5, 0.3183])), y + tall * float(rng.choice([0.0, 0.5, 0.7071]))
    width, height = (int(v) for v in rng.integers(3, 90, 2))
    path = write_raster(
        folder / f"{number}.tif",
        np.ones((1, height, width), np.uint16),
        crs,
        (size, 0.0, left, 0.0, -tall, top),
        names=("B4",),
    )
    ref = refer(layer_of(path))
    centre = (left + size * width * float(rng.uniform(0, 1)), top - tall * height * float(rng.uniform(0, 1)))
    reach = size * float(rng.uniform(0.1, 60)), tall * float(rng.uniform(0.1, 60))
    own = (centre[0] - reach[0], centre[1] - reach[1], centre[0] + reach[0], centre[1] + reach[1])
    asked = str(rng.choice([crs, "EPSG:4326", "EPSG:3857"]))
    area = Area(transform_extent(own, crs, asked), asked)
    wish = FILL if rng.integers(2) else SYNTHESISE
    return Form(area if rng.integers(8) else None, (row(ref, "red"),), wish)


def test_engine_draws_on_the_pixels_that_the_dock_shows(tmp_path: Path, engine_python: Path) -> None:
    rng = np.random.default_rng(20200823)
    forms = [random_case(tmp_path, number, rng) for number in range(CASES)]
    forms += [Form(replace_area(form), (), IMAGINE) for form in forms[:10]]
    grids = [working_grid(form) for form in forms]
    jobs = [job_to_dict(build_job(form, str(tmp_path / "out"))) for form in forms]
    done = subprocess.run(
        [str(engine_python), "-I", "-c", ENGINE_GRIDS],
        input=json.dumps(jobs),
        capture_output=True,
        text=True,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr
    for grid, form, (width, height, bounds, size) in zip(grids, forms, json.loads(done.stdout)):
        assert (grid.width, grid.height) == (width, height), form
        assert np.allclose(grid.extent, bounds, rtol=0, atol=1e-6 * size[0]), form
        assert grid.pixel_size == pytest.approx(tuple(size), rel=1e-9), form
        if form.area is not None and form.inputs:
            check_covers(grid.extent, form)


def replace_area(form: Form) -> Area:
    return form.area or Area(form.inputs[0].ref.extent, form.inputs[0].ref.crs)


def check_covers(extent: tuple[float, ...], form: Form) -> None:
    """Every pixel that the area touches within the layer is in the grid, and no row or column beside them."""
    ref = form.inputs[0].ref
    asked = transform_extent(form.area.extent, form.area.crs, ref.crs)
    dx, dy = (ref.extent[2] - ref.extent[0]) / ref.width, (ref.extent[3] - ref.extent[1]) / ref.height
    low = [max(asked[0], ref.extent[0]), max(asked[1], ref.extent[1])]
    high = [min(asked[2], ref.extent[2]), min(asked[3], ref.extent[3])]
    for axis, step in ((0, dx), (1, dy)):
        assert low[axis] - 1.01 * step < extent[axis] <= low[axis] + 1.1e-3 * step
        assert high[axis] - 1.1e-3 * step <= extent[axis + 2] < high[axis] + 1.01 * step


def test_a_south_up_raster_is_turned(tmp_path: Path) -> None:
    path = write_raster(tmp_path / "up.tif", reflectance(1), transform=(10.0, 0.0, 500000.0, 0.0, 10.0, 5499360.0))
    grid = working_grid(Form(None, (row(refer(layer_of(path)), "red"),), SYNTHESISE))
    assert grid.extent == (500000.0, 5499360.0, 500640.0, 5500000.0)
