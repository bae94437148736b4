"""Roles: bands and dates guessed from names, wavelengths, colours and orders, against real chips and product names."""

from __future__ import annotations

import datetime
import json
import math
from pathlib import Path

import pytest
import rasterio
from hypothesis import given
from hypothesis import strategies as st
from scenefill.core.job import Job, job_from_json
from scenefill.core.modalities import registry
from scenefill.core.role_dates import date_in_text
from scenefill.core.role_names import plain, polarisation_of, wavelength_um
from scenefill.core.roles import RasterFacts, guess_roles
from scenefill.core.simulation.library import S2_BANDS

EXAMPLES = sorted((Path(__file__).resolve().parent.parent / "docs" / "examples").glob("*.json"))
S2_NUMBERS = ("B1", "B2", "B3", "B4", "B5", "B6", "B7", "B8", "B8A", "B9", "B10", "B11", "B12")
S2 = [band_id for _, band_id, _ in S2_BANDS]
NO_STATS = (math.nan, math.nan, math.nan)


def facts(name: str, *bands: str, dtype: str = "uint16", **more: object) -> RasterFacts:
    return RasterFacts(name=name, dtype=dtype, descriptions=bands, **more)  # type: ignore[arg-type]


def bands_of(given: RasterFacts) -> dict[str, int]:
    return dict(guess_roles(given).bands)


def codes_of(given: RasterFacts) -> list[str]:
    return [reason.code for reason in guess_roles(given).reasons]


def numbered(*ids: str) -> dict[str, int]:
    return {band: i + 1 for i, band in enumerate(ids) if band}


def facts_of_file(path: Path) -> RasterFacts:
    with rasterio.open(path) as dataset:
        return RasterFacts(
            name=path.name,
            dtype=dataset.dtypes[0],
            descriptions=tuple(name or "" for name in dataset.descriptions),
            colours=tuple(colour.name for colour in dataset.colorinterp),
            tags=dataset.tags(),
        )


# --- real chips


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_examples_are_guessed_as_they_were_written(example: Path, data_dir: Path) -> None:
    text = example.read_text(encoding="utf-8").replace("../../../shared/data", data_dir.as_posix())
    job: Job = job_from_json(text, example.parent)
    for item in job.inputs:
        guess = guess_roles(facts_of_file(Path(item.path)))
        assert set(item.bands.items()) <= set(guess.bands.items())
        assert guess.date == item.date


#: What each product of the chips is, whatever place it shows; by what it is called in the manifest.
PRODUCTS = {
    "s1": ("vv", "vh"),
    "s1rtc": ("vv", "vh"),
    "dem": ("elevation",),
    "lulc": (),
    "landsat5_mask": (),
    "landsat7_mask": (),
    "sentinel2_mask": (),
    "landsat5": ("blue", "green", "red", "nir", "swir16", "swir22"),
    "landsat7": ("blue", "green", "red", "nir", "swir16", "swir22"),
    "sentinel2": ("blue", "green", "red", "nir", "swir16", "swir22"),
    "naip": ("red", "green", "blue", "nir"),
    "etm": ("blue", "green", "red", "nir", "swir16", "lwir11", "", "swir22"),
    "l5": ("blue", "green", "red", "nir", "swir16", "swir22", "lwir11"),
    "l8": ("coastal", "blue", "green", "red", "nir", "swir16", "swir22", "lwir11"),
    "s2rgb": ("red", "green", "blue"),
    "l8_pan": ("pan",),
}


def test_every_chip_is_known_for_what_it_is(data_dir: Path) -> None:
    entries = json.loads((data_dir / "manifest.json").read_text(encoding="utf-8"))
    seen = 0
    for entry in entries:
        guess = guess_roles(facts_of_file(data_dir / entry["path"]))
        product = entry["modality"]
        if product in PRODUCTS:
            wanted = numbered(*PRODUCTS[product][: len(entry["bands"])])
            assert dict(guess.bands) == wanted, entry["path"]
            seen += 1
        elif product.startswith("s2"):
            names = [str(name).replace("B0", "B") for name in entry["bands"]]
            table = dict(zip(S2_NUMBERS, S2))
            wanted = {table[name]: i + 1 for i, name in enumerate(names) if name in table}
            assert dict(guess.bands) == wanted, entry["path"]
            seen += 1
        date = str(entry["date"] or "")
        if len(date) == 8 and date.isdigit() and product != "dem":
            assert guess.date == f"{date[:4]}-{date[4:6]}-{date[6:]}", entry["path"]
    assert seen > 0.9 * len(entries)


# --- names of products and of software


@pytest.mark.parametrize(
    ("name", "bands", "wanted"),
    [
        ("T43RCP_20200823T055641_B04_10m.jp2", [""], ["red"]),
        ("T43RCP_20200823T055641_B04_10m.jp2", ["Band 1"], ["red"]),
        ("T43RCP_20200823T055641_B8A_20m.jp2", [""], ["nir08"]),
        ("T43RCP_20200823T055641_SCL_20m.jp2", [""], []),
        ("LC08_L2SP_149039_20200823_20200905_02_T1_SR_B4.TIF", [""], ["red"]),
        ("LC08_L2SP_149039_20200823_20200905_02_T1_ST_B10.TIF", [""], ["lwir11"]),
        ("LC08_L2SP_149039_20200823_20200905_02_T1_QA_PIXEL.TIF", [""], []),
        ("LT05_L1TP_149039_19950823_20200905_02_T1_B4.TIF", [""], ["nir"]),
        ("LE07_L1TP_149039_20020823_20200905_02_T1_B6_VCID_1.TIF", [""], ["lwir11"]),
        ("LC81490392020236LGN00_B8.TIF", [""], ["pan"]),
        ("HLS.S30.T43RCP.2020236T055641.v2.0.B8A.tif", [""], ["nir08"]),
        ("HLS.L30.T43RCP.2020236T055641.v2.0.B05.tif", [""], ["nir"]),
        ("S1A_IW_GRDH_1SDV_20200903T010203_20200903T010228_034187_03F88B_1A2B_VH.tif", [""], ["vh"]),
        ("N30E072.hgt", [""], ["elevation"]),
        ("srtm_52_06.tif", [""], ["elevation"]),
        ("slope_of_dem.tif", [""], []),
        ("photo.tif", [""], []),
        ("s1.tif", ["Sigma0_VV_db", "Sigma0_VH_db", "VV/VH", "angle"], ["vv", "vh"]),
        ("s1.tif", ["HH", "HV"], []),
        ("s1.tif", ["i_VV", "q_VV"], []),
        ("a.tif", ["B4 - Red", "B3 - Green", "B8A - Narrow NIR"], ["red", "green", "nir08"]),
        ("a.tif", ["red", "green", "blue", "Red Edge", "Red Edge", "Red Edge", "NIR", "Narrow NIR", "SWIR", "SWIR"],
         ["red", "green", "blue", "rededge071", "rededge075", "rededge078", "nir", "nir08", "swir16", "swir22"]),
        ("a.tif", ["R", "G", "B", "N"], ["red", "green", "blue", "nir"]),
        ("a.tif", ["R", "B"], []),
        ("a.tif", ["coastal_blue", "blue", "green_i", "green", "yellow", "red", "rededge", "nir"],
         ["coastal", "blue", "", "green", "", "red", "rededge071", "nir"]),
        ("a.tif", ["nir08", "swir16", "swir22"], ["nir", "swir16", "swir22"]),
        ("a_sentinel2.tif", ["nir08", "swir16"], ["nir08", "swir16"]),
        ("a.tif", ["PAN"], ["pan"]),
        ("a.tif", ["LWIR11"], ["lwir11"]),
        ("landsat8.tif", ["Thermal Infrared 1", "Thermal Infrared 2"], ["lwir11", "lwir12"]),
        ("a.tif", ["red", "red"], ["red"]),
    ],
)  # fmt: skip
def test_bands_by_name(name: str, bands: list[str], wanted: list[str]) -> None:
    assert bands_of(facts(name, *bands)) == numbered(*wanted)


def test_wavelengths_beat_names() -> None:
    gdal_s2 = ["B4, central wavelength 665 nm", "B8, central wavelength 842 nm", "B9, central wavelength 945 nm"]
    assert bands_of(facts("x.tif", *gdal_s2)) == {"red": 1, "nir": 2, "nir09": 3}
    micrometres = tuple({"wavelength": w, "wavelength_units": "Micrometers"} for w in ("0.483", "0.655", "0.865"))
    guess = guess_roles(facts("x.tif", "", "", "", band_tags=micrometres))
    assert dict(guess.bands) == {"blue": 1, "red": 2, "nir": 3}
    assert guess.reasons[0].code == "wavelengths"


def test_hyperspectral_cube_gives_each_band_once() -> None:
    waves = [400 + 9 * i for i in range(230)]
    tags = tuple({"wavelength": str(wave)} for wave in waves)
    bands = bands_of(facts("emit.tif", *[""] * len(waves), dtype="float32", band_tags=tags))
    assert set(S2) <= set(bands)
    assert len(set(bands.values())) == len(bands)
    for modality in registry().modalities:
        for band in modality.bands:
            if band.id in bands:
                assert abs(waves[bands[band.id] - 1] / 1000.0 - band.center_um) < 0.03


@pytest.mark.parametrize(
    ("text", "tags", "wanted"),
    [
        ("665 nm", {}, 0.665),
        ("B4 (0.665 µm)", {}, 0.665),
        ("", {"CENTRAL_WAVELENGTH_UM": "10.9"}, 10.9),
        ("", {"WAVELENGTH": "665", "WAVELENGTH_UNIT": "nm"}, 0.665),
        ("", {"wavelength": "2190"}, 2.19),
        ("", {"wavelength": "0.02"}, None),
        ("band 5", {}, None),
    ],
)
def test_wavelengths(text: str, tags: dict[str, str], wanted: float | None) -> None:
    assert wavelength_um(text, tags) == (None if wanted is None else pytest.approx(wanted))


# --- files that say nothing


@pytest.mark.parametrize(
    ("name", "count", "dtype", "wanted"),
    [
        ("x.tif", 13, "uint16", S2),
        ("x.tif", 12, "uint16", [band for band in S2 if band != "cirrus"]),
        ("x.tif", 10, "float32", [band for band in S2 if band not in ("coastal", "nir09", "cirrus")]),
        ("x.tif", 6, "int16", ["blue", "green", "red", "nir", "swir16", "swir22"]),
        ("x.tif", 4, "uint16", ["blue", "green", "red", "nir"]),
        ("x.tif", 4, "uint8", ["red", "green", "blue", "nir"]),
        ("x.tif", 3, "uint8", ["red", "green", "blue"]),
        ("landsat9.tif", 7, "uint16", ["coastal", "blue", "green", "red", "nir", "swir16", "swir22"]),
        ("s1.tif", 2, "float32", ["vv", "vh"]),
        ("x.tif", 5, "uint16", []),
        ("x.tif", 2, "float32", []),
        ("x.tif", 1, "float32", []),
    ],
)
def test_order_is_assumed_and_said_to_be(name: str, count: int, dtype: str, wanted: list[str]) -> None:
    for label in ("", "Band {}"):
        given = facts(name, *[label.format(i + 1) for i in range(count)], dtype=dtype)
        assert bands_of(given) == numbered(*wanted)
        assert ("order-assumed" if wanted else "unknown-bands") in codes_of(given)


def test_negative_floats_of_two_bands_are_backscatter() -> None:
    stats = ((-22.0, -12.0, -3.0), (-28.0, -18.0, -9.0))
    assert bands_of(facts("x.tif", "", "", dtype="float32", stats=stats)) == {"vv": 1, "vh": 2}
    assert bands_of(facts("x.tif", "", "", dtype="float32", stats=(NO_STATS, NO_STATS))) == {}
    depths = ((-4000.0, -2000.0, -10.0), (-4000.0, -2000.0, -10.0))
    assert bands_of(facts("x.tif", "", "", dtype="float32", stats=depths)) == {}


def test_colours_of_a_photo() -> None:
    given = facts("x.png", "", "", "", "", dtype="uint8", colours=("red", "green", "blue", "alpha"))
    assert bands_of(given) == {"red": 1, "green": 2, "blue": 3}
    assert codes_of(given)[:2] == ["skipped", "colours"]
    # A fourth band that is said to be near infrared is no opacity, whatever the file's colours say.
    named = facts("x.tif", "R", "G", "B", "NIR", dtype="uint8", colours=("red", "green", "blue", "alpha"))
    assert bands_of(named) == {"red": 1, "green": 2, "blue": 3, "nir": 4}


def test_classes_are_no_bands() -> None:
    assert bands_of(facts("x.tif", "", dtype="uint8", colours=("palette",))) == {}
    assert bands_of(facts("s2.tif", "B2", "B3", "QA60")) == {"blue": 1, "green": 2}


def test_counted_bands_are_not_numbered_ones() -> None:
    """B1 to B13 in a row cannot be Sentinel-2's numbers, which have an 8A; the order of a 13-band stack it is."""
    assert bands_of(facts("x.tif", *[f"B{i}" for i in range(1, 14)])) == numbered(*S2)
    assert bands_of(facts("s2_x.tif", *[f"Band {i}" for i in range(1, 5)])) == numbered("blue", "green", "red", "nir")


def test_assumed_sensor_is_said_to_be() -> None:
    given = facts("x.tif", *[f"B{i}" for i in range(1, 8)])
    assert bands_of(given)["nir"] == 5
    assert "sensor-assumed" in codes_of(given)
    assert "sensor" in codes_of(facts("LC08.tif", *[f"B{i}" for i in range(1, 8)]))


@given(st.lists(st.text(max_size=30), min_size=1, max_size=20), st.text(max_size=60))
def test_any_names_give_a_sound_guess(names: list[str], file: str) -> None:
    guess = guess_roles(facts(file, *names))
    assert len(set(guess.bands.values())) == len(guess.bands)
    assert all(1 <= index <= len(names) for index in guess.bands.values())
    assert all(band for band in guess.bands)
    assert guess.reasons


# --- dates

TODAY = datetime.date(2026, 1, 1)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("x_20200823.tif", "2020-08-23"),
        ("x 2020-08-23 y", "2020-08-23"),
        ("2020_08_23", "2020-08-23"),
        ("S2A_MSIL1C_20200823T055641_N0209_R091_T43RCP_20200824T080513", "2020-08-23"),
        ("LC08_L2SP_149039_20200823_20200905_02_T1", "2020-08-23"),
        ("LC81490392020236LGN00", "2020-08-23"),
        ("MOD11A1.A2020236.h24v05", "2020-08-23"),
        ("HLS.S30.T43RCP.2020236T055641.v2.0", "2020-08-23"),
        ("20200823055641_scene", "2020-08-23"),
        ("monthly_2020-08.tif", "2020-08"),
        ("spain_2019.tif", "2019"),
        ("x_20200230.tif", None),
        ("x_2020366_y", "2020-12-31"),
        ("x_2021366_y", None),
        ("tile_2048.tif", None),
        ("x_19300101", None),
        ("123202008231", None),
        ("path_149039_row", None),
        ("", None),
    ],
)
def test_dates_in_names(text: str, wanted: str | None) -> None:
    assert date_in_text(text, TODAY) == wanted


@given(
    st.dates(datetime.date(1972, 1, 1), datetime.date(2025, 12, 31)),
    st.sampled_from(["%Y%m%d", "%Y-%m-%d", "%Y.%m.%d"]),
)
def test_every_date_is_read_back(day: datetime.date, form: str) -> None:
    assert date_in_text(f"scene_{day.strftime(form)}_x.tif", TODAY) == day.isoformat()


def test_acquisition_beats_name_beats_writing() -> None:
    acquired = {"ACQUISITION_DATE": "2021-05-06T10:00:00Z"}
    written = {"TIFFTAG_DATETIME": "2022:01:02 03:04:05"}
    assert guess_roles(facts("x_20200823.tif", "red", tags={**acquired, **written})).date == "2021-05-06"
    assert guess_roles(facts("x_20200823.tif", "red", tags=written)).date == "2020-08-23"
    guess = guess_roles(facts("x.tif", "red", tags=written))
    assert (guess.date, guess.reasons[-1].code) == ("2022-01-02", "date-written")
    assert guess_roles(facts("x.tif", "red", layer_name="clouds 2020-08-23")).date == "2020-08-23"


def test_earth_engine_time() -> None:
    assert guess_roles(facts("x.tif", "red", tags={"system:time_start": "1598160000000"})).date == "2020-08-23"


def test_heights_have_no_date() -> None:
    assert guess_roles(facts("dem_2019.tif", "elevation")).date is None
    assert "no-date" not in codes_of(facts("dem_2019.tif", "elevation"))


# --- words


def test_words() -> None:
    assert plain("RedEdge_1 (0.705µm)") == "red edge 1 0.705µm"
    assert plain("VV_dB") == "vv db"
    assert polarisation_of("vv vh ratio") == ""
    assert polarisation_of("gamma0vh") == "vh"
    ids = {band for modality in registry().modalities for band in modality.band_ids}
    assert all(bands_of(facts("x.tif", band)) in ({band: 1}, {"nir": 1}) for band in ids)
