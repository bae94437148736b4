"""Guessed units: on statistics of known products, and on the real chips; conversions go there and back."""

from __future__ import annotations

import json
import math
import re

import numpy as np
import pytest
import rasterio
from hypothesis import given
from hypothesis import strategies as st
from scenefill.core.errors import SceneFillError
from scenefill.core.modalities import registry
from scenefill.core.units import UNITS, UnitGuess, from_modality_unit, guess_units, to_modality_unit, units_of

NOTHING = (math.nan, math.nan, math.nan)
S2_0400 = {"PRODUCT_URI": "S2B_MSIL2A_20230823T055639_N0509_R091_T43RCQ.SAFE"}


def guess(modality, dtype, stats, tags=None, names=(), declared=None, unit=None) -> UnitGuess:
    return guess_units(registry()[modality], dtype, stats, tags or {}, names, declared, unit=unit)


# modality, dtype, percentiles, tags, band names, declared, expected scale, offset, unit
CASES = [
    ("optical", "uint16", (600, 1200, 2200), {}, (), None, 1e-4, 0, "reflectance"),
    ("optical", "int16", (630, 1218, 2207), {}, (), None, 1e-4, 0, "reflectance"),
    ("infrared", "uint16", (0, 2066, 3300), {}, (), None, 1e-4, 0, "reflectance"),
    ("optical", "float32", (600.0, 1200.0, 2200.0), {}, (), None, 1e-4, 0, "reflectance"),
    ("optical", "uint16", (5200, 7000, 9500), {}, ("B02", "B8A"), None, 1e-4, 0, "reflectance"),
    ("optical", "uint16", (1100, 1500, 3000), {}, (), None, 1e-4, 0, "reflectance"),
    ("optical", "uint16", (1100, 1500, 3000), {"BOA_ADD_OFFSET_B1": "-1000"}, (), None, 1e-4, -0.1, "reflectance"),
    ("optical", "uint16", (1100, 1500, 3000), {"PROCESSING_BASELINE": "04.00"}, (), None, 1e-4, -0.1, "reflectance"),
    ("optical", "uint16", (1100, 1500, 3000), {"PROCESSING_BASELINE": "03.01"}, (), None, 1e-4, 0, "reflectance"),
    ("optical", "uint16", (1100, 1500, 3000), S2_0400, (), None, 1e-4, -0.1, "reflectance"),
    ("optical", "uint16", (200, 500, 3000), S2_0400, (), None, 1e-4, 0, "reflectance"),
    ("optical", "uint16", (1100, 1500, 3000), {**S2_0400, "BOA_ADD_OFFSET": "0"}, (), None, 1e-4, 0, "reflectance"),
    ("optical", "uint8", (30, 80, 220), {}, (), None, 1, 0, "DN"),
    ("optical", "uint16", (900, 20000, 61000), {}, (), None, 255 / 65535, 0, "DN"),
    ("optical", "float32", (0.02, 0.09, 0.31), {}, (), None, 1, 0, "reflectance"),
    ("optical", "float64", (2.0, 9.0, 31.0), {}, (), None, 0.01, 0, "reflectance"),
    ("optical", "uint16", (7888, 8082, 8756), {}, (), None, 2.75e-5, -0.2, "reflectance"),
    ("optical", "uint16", (0, 8082, 8756), {}, ("SR_B4", "ST_B10"), None, 2.75e-5, -0.2, "reflectance"),
    ("optical", "uint16", (6506, 8558, 13005), {}, (), None, 2e-5, -0.1, "reflectance"),
    ("panchromatic", "uint16", (6795, 8147, 12664), {}, ("B8",), None, 2e-5, -0.1, "reflectance"),
    ("optical", "uint16", (8000, 8558, 13005), {"SUN_ELEVATION": "30"}, ("BQA",), None, 4e-5, -0.2, "reflectance"),
    ("optical", "int16", (10, 500, 3000), {}, (), (2.75e-5, -0.2), 2.75e-5, -0.2, "reflectance"),
    ("optical", "uint16", (600, 1200, 2200), {}, (), (1.0, 0.0), 1e-4, 0, "reflectance"),
    ("optical", "uint16", (600, 1200, 2200), {}, (), (0.01, 0.0), 1e-4, 0, "reflectance"),
    ("sar", "float32", (-24.3, -13.4, -5.3), {}, (), None, 1, 0, "dB"),
    ("sar", "int16", (-2735, -2171, -1432), {}, (), None, 0.01, 0, "dB"),
    ("sar", "int16", (-250, -140, -60), {}, (), None, 0.1, 0, "dB"),
    ("sar", "int16", (-25, -14, -6), {}, (), None, 1, 0, "dB"),
    ("sar", "float32", (0.004, 0.045, 0.3), {}, (), None, 1, 0, "linear"),
    ("sar", "float32", (0.063, 0.21, 0.55), {}, (), None, 1, 0, "amplitude"),
    ("sar", "float32", (0.063, 0.21, 0.55), {"quantity": "sigma0 power"}, (), None, 1, 0, "linear"),
    ("sar", "uint16", (900, 2800, 9000), {}, (), None, 10 ** (-83 / 20), 0, "amplitude"),
    ("sar", "uint16", (30, 95, 300), {}, (), None, 1 / 474, 0, "amplitude"),
    ("sar", "uint8", (30, 100, 220), {}, (), None, 25 / 255, -25, "dB"),
    ("sar", "int16", (-2735, -2171, -1432), {}, (), (0.01, 0.0), 0.01, 0, "dB"),
    ("thermal", "float32", (280.0, 295.0, 312.0), {}, (), None, 1, 0, "K"),
    ("thermal", "float32", (4.0, 22.0, 41.0), {}, (), None, 1, 0, "degC"),
    ("thermal", "float32", (-60.0, -30.0, -5.0), {}, (), None, 1, 0, "degC"),
    ("thermal", "int16", (400, 2200, 4100), {}, (), None, 0.01, 0, "degC"),
    ("thermal", "int16", (2800, 2950, 3120), {}, (), None, 0.1, 0, "K"),
    ("thermal", "int16", (28000, 29500, 31200), {}, (), None, 0.01, 0, "K"),
    ("thermal", "uint16", (45343, 45675, 45836), {}, (), None, 0.00341802, 149, "K"),
    ("thermal", "uint16", (30000, 33000, 34000), {}, ("ST_B10",), None, 0.00341802, 149, "K"),
    ("thermal", "uint16", (16643, 23658, 27056), {}, ("B10", "BQA"), None, 3.342e-4, 0.1, "radiance"),
    ("thermal", "uint16", (14000, 14800, 15600), {}, ("LST_Day",), None, 0.02, 0, "K"),
    ("thermal", "uint16", (45343, 45675, 45836), {}, (), (0.00341802, 149.0), 0.00341802, 149, "K"),
    ("elevation", "int16", (1192, 1205, 1215), {}, (), None, 1, 0, "m"),
    ("elevation", "float32", (-12.0, 3.0, 40.0), {}, (), None, 1, 0, "m"),
    ("elevation", "int16", (11920, 12050, 12150), {}, (), None, 0.1, 0, "m"),
    ("elevation", "float32", (500.0, 900.0, 1500.0), {"vertical_units": "feet"}, (), None, 0.3048, 0, "m"),
    ("optical", "uint16", NOTHING, {}, (), None, 1e-4, 0, "reflectance"),
    ("optical", "uint16", (65535, 65535, 65535), {}, (), None, 1e-4, 0, "reflectance"),
    ("optical", "uint16", (200, 600, 65535), {}, (), None, 1e-4, 0, "reflectance"),
    ("optical", "float32", NOTHING, {}, (), None, 1, 0, "reflectance"),
    ("sar", "float32", NOTHING, {}, (), None, 1, 0, "dB"),
    ("thermal", "uint16", NOTHING, {}, (), (0.00341802, 149.0), 0.00341802, 149, "K"),
]


@pytest.mark.parametrize(("modality", "dtype", "stats", "tags", "names", "declared", "scale", "offset", "unit"), CASES)
def test_known_products(modality, dtype, stats, tags, names, declared, scale, offset, unit):
    found = guess(modality, dtype, stats, tags, names, declared)
    assert (found.scale, found.offset, found.unit) == (pytest.approx(scale), pytest.approx(offset), unit), found.reason
    assert found.reason.endswith(".") and found.unit in units_of(registry()[modality])


def test_an_uncertain_offset_is_said():
    assert "no offset assumed" in guess("optical", "uint16", (1100, 1500, 3000)).reason
    assert "no offset assumed" not in guess("optical", "uint16", (600, 1500, 3000)).reason
    assert "it is gone" in guess("optical", "uint16", (200, 500, 3000), S2_0400).reason


@pytest.mark.parametrize(
    ("modality", "dtype", "stats", "declared", "unit", "scale", "offset"),
    [
        ("sar", "float32", (0.063, 0.21, 0.55), None, "linear", 1, 0),
        ("sar", "int16", (-2735, -2171, -1432), None, "dB", 0.01, 0),
        ("sar", "int16", (10, 200, 900), (0.001, 0.0), "linear", 0.001, 0),
        ("optical", "uint8", (30, 80, 220), None, "reflectance", 1 / 255, 0),
        ("optical", "uint16", (600, 1200, 2200), None, "reflectance", 1e-4, 0),
        ("thermal", "float32", (280.0, 295.0, 312.0), None, "degC", 1, 0),
    ],
)
def test_a_given_unit_is_kept(modality, dtype, stats, declared, unit, scale, offset):
    found = guess(modality, dtype, stats, declared=declared, unit=unit)
    assert (found.unit, found.scale, found.offset) == (unit, pytest.approx(scale), pytest.approx(offset))


def test_units_that_a_modality_cannot_have_are_refused():
    for call in (
        lambda: guess("optical", "uint16", (1, 2, 3), unit="dB"),
        lambda: to_modality_unit(np.zeros(1), "K", registry()["sar"]),
        lambda: from_modality_unit(np.zeros(1), "metres", registry()["elevation"]),
    ):
        with pytest.raises(SceneFillError) as caught:
            call()
        assert caught.value.code == "bad-value" and caught.value.hint


def test_conversions_at_known_points():
    sar, thermal, optical = registry()["sar"], registry()["thermal"], registry()["optical"]
    assert to_modality_unit(np.array([1.0, 0.1, 0.01]), "linear", sar) == pytest.approx([0.0, -10.0, -20.0])
    assert to_modality_unit(np.array([1.0, 0.1]), "amplitude", sar) == pytest.approx([0.0, -20.0])
    assert to_modality_unit(np.array([25.0]), "degC", thermal) == pytest.approx([298.15])
    assert to_modality_unit(np.array([255.0, 51.0]), "DN", optical) == pytest.approx([1.0, 0.2])
    # By hand: 1321.0789 / ln(774.8853 / 10 + 1).
    assert to_modality_unit(np.array([10.0]), "radiance", thermal) == pytest.approx([302.7947], abs=1e-3)
    for unit, modality in (("linear", sar), ("amplitude", sar), ("radiance", thermal)):
        assert np.isnan(to_modality_unit(np.array([0.0, -1.0]), unit, modality)).all()


def test_eight_bit_landsat_thermal_is_the_temperature_of_its_calibration():
    """DN 137 of Landsat 5 is 8.769 W / (m² sr µm), 296.4 K with its own constants (Chander et al. 2009)."""
    found = guess("thermal", "uint8", (120, 137, 150))
    kelvin = to_modality_unit(np.array([137.0]) * found.scale + found.offset, found.unit, registry()["thermal"])
    assert kelvin == pytest.approx([296.4], abs=0.6)
    found = guess("thermal", "uint8", (120, 134, 152), names=("B61", "B62"))
    kelvin = to_modality_unit(np.array([134.0]) * found.scale + found.offset, found.unit, registry()["thermal"])
    assert kelvin == pytest.approx([296.5], abs=0.6)


PHYSICAL = {"reflectance": (0.0, 1.6), "dB": (-45.0, 25.0), "K": (180.0, 360.0), "m": (-500.0, 9000.0)}


@given(st.data())
def test_conversions_go_there_and_back(data):
    modality = registry()[data.draw(st.sampled_from(registry().ids))]
    unit = data.draw(st.sampled_from(units_of(modality)))
    value = np.array([data.draw(st.floats(*PHYSICAL[modality.unit]))])
    there = from_modality_unit(value, unit, modality)
    assert to_modality_unit(there, unit, modality) == pytest.approx(value, rel=1e-9, abs=1e-9)


@given(
    st.sampled_from(registry().ids),
    st.sampled_from(["uint8", "int8", "uint16", "int16", "uint32", "int32", "float32", "float64"]),
    st.lists(st.floats(allow_nan=True, allow_infinity=True), min_size=3, max_size=3),
    st.dictionaries(st.text(max_size=20), st.text(max_size=20), max_size=3),
    st.none() | st.tuples(st.floats(), st.floats()),
)
def test_any_statistics_give_a_usable_guess(modality, dtype, stats, tags, declared):
    found = guess(modality, dtype, tuple(sorted(stats)), tags, (None, "x"), declared)
    assert found.unit in units_of(registry()[modality]) and found.unit in UNITS
    assert found.scale != 0 and found.reason


# --- real files ------------------------------------------------------------------------------------------------------

BAND_NAMES = {
    "optical": {
        "R",
        "G",
        "B",
        "B2",
        "B3",
        "B4",
        "B02",
        "B03",
        "B04",
        "red",
        "green",
        "blue",
        "SR_B2",
        "SR_B3",
        "SR_B4",
    },
    "infrared": {"B11", "B12", "SR_B5", "SR_B6", "SR_B7", "nir", "swir1", "swir2", "NIR"},
    "sar": {"VV", "VH", "VV_dB", "VH_dB"},
    "thermal": {"ST_B10", "ST_B6", "B6_thermal", "B61"},
    "elevation": {"elevation_m"},
}
WANTED = [  # what the manifest says of a file's units -> scale, offset, unit; the first that is found in it
    (r"^S2|refl x10000", 1e-4, 0.0, "reflectance"),
    (r"dB x100", 0.01, 0.0, "dB"),
    (r"dB", 1.0, 0.0, "dB"),
    (r"Landsat 8 C1 L1", 2e-5, -0.1, "reflectance"),
    (r"^m\b", 1.0, 0.0, "m"),
    (r"DN uint8|ETM\+ DN|^uint8", 1.0, 0.0, "DN"),
]


def expected(units: str, modality: str) -> tuple[float, float, str]:
    if units.startswith("Landsat C2 L2"):
        return (0.00341802, 149.0, "K") if modality == "thermal" else (2.75e-5, -0.2, "reflectance")
    return next(tuple(want) for pattern, *want in WANTED if re.search(pattern, units))


def statistics(path, indexes):
    with rasterio.open(path) as dataset:
        values = dataset.read(indexes)[:, ::3, ::3].astype(float)
        tags, names, kind = dataset.tags(), dataset.descriptions, dataset.dtypes[0]
        declared = (dataset.scales[indexes[0] - 1], dataset.offsets[indexes[0] - 1])
    low, middle, high = np.percentile(values[np.isfinite(values)], [2, 50, 98])
    return kind, (low, middle, high), tags, names, declared


def layers(data_dir):
    """(path, modality, indexes, what the manifest says of the units) of every physical layer of the chips."""
    for item in json.loads((data_dir / "manifest.json").read_text(encoding="utf-8")):
        if item["bands"] == ["class"] or not item["path"].endswith(".tif"):
            continue
        landsat_level_1 = "Landsat 8 C1 L1" in item["units"]
        for modality, names in BAND_NAMES.items():
            indexes = [i + 1 for i, name in enumerate(item["bands"]) if name in names]
            if indexes and not (landsat_level_1 and modality == "infrared"):  # its B11 and B12 are other bands
                yield data_dir / item["path"], modality, indexes, item["units"]
    pan = data_dir / "demo/gulfcoast_l8_cloudy/gulfcoast_l8_cloudy_l8_pan.tif"
    yield pan, "panchromatic", [1], "Landsat 8 C1 L1"


def test_real_files_are_read_as_their_manifest_says(data_dir):
    """Every raster of the chips, with its band names and tags and without any metadata."""
    checked = set()
    for path, modality, indexes, units in layers(data_dir):
        kind, stats, tags, descriptions, declared = statistics(path, indexes)
        for found in (guess(modality, kind, stats, tags, descriptions, declared), guess(modality, kind, stats)):
            if modality == "thermal" and kind == "uint8":
                radiance = np.array([stats[1]]) * found.scale + found.offset
                kelvin = to_modality_unit(radiance, found.unit, registry()["thermal"])[0]
                assert 265 < kelvin < 310, (path.name, kelvin)
            else:
                assert (found.scale, found.offset, found.unit) == expected(units, modality), (path.name, found)
        checked.add((modality, units))
    assert len(checked) >= 20, checked


def test_the_thermal_band_of_a_cloudy_landsat_8_scene_is_a_temperature(data_dir):
    path = data_dir / "demo/gulfcoast_l8_cloudy/gulfcoast_l8_cloudy_l8_l1.tif"
    kind, stats, tags, names, declared = statistics(path, [9])
    found = guess("thermal", kind, stats, tags, names, declared)
    kelvin = to_modality_unit(np.array(stats) * found.scale + found.offset, found.unit, registry()["thermal"])
    assert found.unit == "radiance" and 255 < kelvin[0] < kelvin[1] < kelvin[2] < 305
