"""The registry of modalities and the transforms to model space and back."""

from __future__ import annotations

import json

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scenefill.core import modalities
from scenefill.core.errors import SceneFillError
from scenefill.core.modalities import Modality, Transform, registry

TRANSFORMS = [
    Transform("linear", -11.0, 5.0),
    Transform("sqrt", 0.32, 0.12, offset=0.01),
    Transform("symlog", 1.0, 0.9, linear=100.0),
]
BANDS = [(modality, index) for modality in registry().modalities for index in range(len(modality.bands))]


def lowest(modality: Modality, index: int) -> float:
    """The least value that comes back: a square root has none below minus its offset."""
    transform = modality.bands[index].transform
    return max(modality.valid_range[0], -transform.offset) if transform.kind == "sqrt" else modality.valid_range[0]


def test_the_registry_has_the_modalities_of_the_design_in_order():
    bands = {modality.id: modality.band_ids for modality in registry().modalities}
    assert list(bands.items()) == [
        ("optical", ("red", "green", "blue")),
        ("infrared", ("nir", "swir16", "swir22")),
        ("sar", ("vv", "vh")),
        ("multispectral", ("rededge071", "rededge075", "rededge078", "nir08")),
        ("panchromatic", ("pan",)),
        ("thermal", ("lwir11",)),
        ("elevation", ("elevation",)),
    ]
    assert registry().ids == tuple(bands)
    units = [modality.unit for modality in registry().modalities]
    assert units == ["reflectance", "reflectance", "dB", "reflectance", "reflectance", "K", "m"]


def test_bands_belong_to_one_modality_and_are_found():
    names = [band for modality in registry().modalities for band in modality.band_ids]
    assert len(names) == len(set(names))
    for modality in registry().modalities:
        for index, name in enumerate(modality.band_ids):
            assert registry().band(name) == (modality, index)
    assert registry().band("cirrus") is None


@pytest.mark.parametrize("modality", registry().modalities, ids=lambda modality: modality.id)
def test_each_modality_is_complete(modality):
    low, high = modality.valid_range
    assert low < high and modality.native_pixel_size > 0 and modality.title
    assert modality.style["kind"] in ("rgb", "gray")
    assert len(modality.style["bands"]) == (3 if modality.style["kind"] == "rgb" else 1)
    assert set(modality.style["bands"]) <= set(modality.band_ids)
    assert np.all(np.asarray(modality.style["min"]) < np.asarray(modality.style["max"]))
    for band in modality.bands:
        physical = band.transform.kind in ("linear", "sqrt", "symlog") and band.transform.scale > 0
        assert physical, band.id
        # A band is told by its wavelength or its radar band; heights have neither.
        assert (band.center_um is not None) + (band.radar_band is not None) == (modality.id != "elevation")
        ends = band.transform.to_model(np.array([low, high]))
        assert -12 < ends[0] < 0 < ends[1] < 12, "the valid range lies on both sides of zero, and not far out"


def test_an_unknown_modality_names_the_known_ones():
    assert "sar" in registry() and "radar" not in registry()
    with pytest.raises(SceneFillError) as caught:
        registry()["radar"]
    assert caught.value.code == "unknown-modality"
    assert "'radar'" in caught.value.message and "sar" in caught.value.hint


@given(st.data())
def test_physical_values_come_back(data):
    modality, index = data.draw(st.sampled_from(BANDS))
    transform = modality.bands[index].transform
    value = data.draw(st.floats(lowest(modality, index), modality.valid_range[1]))
    back = transform.to_physical(transform.to_model(np.array([value])))
    assert back.dtype == np.float32
    assert back[0] == pytest.approx(value, rel=2e-5, abs=1e-4 * max(1.0, transform.linear))


@given(st.data())
def test_model_values_come_back(data):
    modality, index = data.draw(st.sampled_from(BANDS))
    transform = modality.bands[index].transform
    ends = transform.to_model(np.array([lowest(modality, index), modality.valid_range[1]]))
    value = data.draw(st.floats(float(ends[0]), float(ends[1])))
    assert transform.to_model(transform.to_physical(np.array([value])))[0] == pytest.approx(value, abs=2e-3)


@given(st.data())
def test_transforms_keep_order(data):
    modality, index = data.draw(st.sampled_from(BANDS))
    low, high = modality.valid_range
    values = np.sort(np.array(data.draw(st.lists(st.floats(low, high), min_size=2, max_size=8))))
    assert np.all(np.diff(modality.bands[index].transform.to_model(values)) >= 0)


@pytest.mark.parametrize("transform", TRANSFORMS, ids=lambda transform: transform.kind)
def test_slope_is_the_derivative(transform):
    model = np.linspace(-1.5, 1.5, 13, dtype=np.float64)
    step = 0.01
    numeric = (
        transform.to_physical(model + step).astype(np.float64) - transform.to_physical(model - step).astype(np.float64)
    ) / (2 * step)
    assert transform.slope(model) == pytest.approx(numeric, rel=0.02)


def test_known_points():
    assert registry()["sar"].bands[0].transform.to_model(np.array([-11.0])) == pytest.approx([0.0])
    assert registry()["thermal"].bands[0].transform.to_model(np.array([307.0])) == pytest.approx([1.0])
    assert TRANSFORMS[1].to_model(np.array([0.35])) == pytest.approx([(0.6 - 0.32) / 0.12])
    assert TRANSFORMS[2].to_model(np.array([-100.0])) == pytest.approx([(-np.log(2) - 1.0) / 0.9])


@pytest.mark.parametrize("transform", TRANSFORMS, ids=lambda transform: transform.kind)
def test_nan_stays_nan(transform):
    assert np.isnan(transform.to_model(np.array([np.nan])))[0]
    assert np.isnan(transform.to_physical(np.array([np.nan])))[0]


@pytest.mark.parametrize("modality", registry().modalities, ids=lambda modality: modality.id)
def test_arrays_keep_their_shape_and_are_clipped(modality):
    shape = (2, len(modality.bands), 3, 4)
    far = np.full(shape, 1e3, dtype=np.float32)
    low, high = modality.valid_range
    assert modality.to_model(far).shape == modality.slope(far * 0).shape == shape
    physical = modality.to_physical(np.stack([far[0] * 0 - 50, far[0] * 0 + 50]))
    assert physical.shape == shape
    assert physical.min() >= low - 1e-5 * abs(low) and physical.max() <= high * (1 + 1e-6)


def test_bands_are_transformed_each_by_its_own():
    optical = registry()["optical"]
    model = optical.to_model(np.full((3, 1, 1), 0.2, dtype=np.float32)).ravel()
    assert model == pytest.approx([band.transform.to_model(np.array([0.2]))[0] for band in optical.bands])
    assert len(set(model.tolist())) == 3


def test_a_wrong_number_of_bands_is_refused():
    with pytest.raises(ValueError, match="3 bands, the array has 2"):
        registry()["optical"].to_model(np.zeros((2, 4, 4), dtype=np.float32))


def test_a_registry_of_another_schema_is_refused(tmp_path, monkeypatch):
    path = tmp_path / "modalities.json"
    path.write_text(json.dumps({"schema": "scenefill-modalities/9", "modalities": []}), encoding="utf-8")
    monkeypatch.setattr(modalities, "REGISTRY_PATH", path)
    with pytest.raises(SceneFillError) as caught:
        registry.__wrapped__()
    assert caught.value.code == "registry-schema"
