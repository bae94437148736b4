"""Observed pixels of real files stay what they are, to the byte."""

from __future__ import annotations

import json

import numpy as np
import rasterio
from scenefill.core.engine.run import run_job
from scenefill.core.job import job_from_dict
from scenefill.tests.engine_scene import read

SENTINEL = (
    *("coastal", "blue", "green", "red", "rededge071", "rededge075", "rededge078", "nir", "nir08", "nir09"),
    *("cirrus", "swir16", "swir22"),
)
LANDSAT = ("coastal", "blue", "green", "red", "nir", "swir16", "swir22", "cirrus", "lwir11", "lwir12")
PAKISTAN = "demo/pakistan_ssl4eo/pakistan_ssl4eo_"
GULF = "demo/gulfcoast_l8_cloudy/gulfcoast_l8_cloudy_l8_l1.tif"


def polygon_gap(path, folder) -> str:
    """A GeoJSON that covers the middle ninth of a raster."""
    with rasterio.open(path) as dataset:
        left, bottom, right, top = dataset.bounds
        epsg = dataset.crs.to_epsg()
    xs = [left + (right - left) * k / 3 for k in (1, 2, 2, 1, 1)]
    ys = [bottom + (top - bottom) * k / 3 for k in (1, 1, 2, 2, 1)]
    geometry = {"type": "Polygon", "coordinates": [list(zip(xs, ys))]}
    feature = {"type": "Feature", "properties": {}, "geometry": geometry}
    crs = {"type": "name", "properties": {"name": f"EPSG:{epsg}"}}
    out = folder / "gap.geojson"
    out.write_text(json.dumps({"type": "FeatureCollection", "crs": crs, "features": [feature]}))
    return str(out)


def job_of(path, bands, tmp_path, model, others=(), **units):
    optical = {
        "modality": "optical",
        "path": str(path),
        "bands": {name: i for i, name in enumerate(bands, 1)},
        **units,
        "gaps": [{"kind": "polygons", "path": polygon_gap(path, tmp_path)}],
    }
    data = {
        "schema": "scenefill-job/1",
        "grid": {"like": str(path)},
        "inputs": [optical, *others],
        "targets": [{"modality": "optical", "fill": 0}],
        "sampling": {"mode": "draft", "adapt": {"steps": 0}},
        "model": model,
        "output": {"folder": str(tmp_path / "out")},
    }
    return job_from_dict(data, tmp_path)


def check(path, folder):
    source, filled = read(path), read(folder / "optical_filled.tif")
    provenance = read(folder / "optical_filled_provenance.tif")[0]
    drawn = np.isin(provenance, (1, 2))
    assert 0.08 < drawn.mean() < 0.15
    assert source.dtype == filled.dtype and source.shape == filled.shape
    assert source[:, ~drawn].tobytes() == filled[:, ~drawn].tobytes()
    with rasterio.open(path) as first, rasterio.open(folder / "optical_filled.tif") as second:
        assert first.descriptions == second.descriptions and first.nodata == second.nodata
        assert first.crs == second.crs and first.transform.almost_equals(second.transform, 1e-12)
    return source, filled, drawn


def test_sentinel_2_in_a_geographic_grid(data_dir, model, tmp_path):
    path = data_dir / f"{PAKISTAN}s2c_20200823.tif"
    sar = {
        "modality": "sar",
        "path": str(data_dir / f"{PAKISTAN}s1_20200903.tif"),
        "bands": {"vv": 1, "vh": 2},
        "date": "2020-09-03",
    }
    job = job_of(path, SENTINEL, tmp_path, model, [sar], scale=0.0001, offset=0.0, unit="reflectance")
    run_job(job)
    source, filled, drawn = check(path, tmp_path / "out")
    assert (filled[:, drawn] != source[:, drawn]).any(axis=1).all(), "all 13 bands are filled"
    assert set(np.unique(read(tmp_path / "out" / "optical_filled_provenance.tif")[1][drawn])) == {3}


def test_landsat_8_on_a_half_pixel_grid_keeps_its_flags(data_dir, model, tmp_path):
    path = data_dir / GULF
    run_job(job_of(path, LANDSAT, tmp_path, model, scale=2e-5, offset=-0.1, unit="reflectance"))
    source, filled, drawn = check(path, tmp_path / "out")
    assert np.array_equal(source[10], filled[10]), "quality flags are copied"
    thermal = filled[8][drawn].astype(float)
    assert 0.5 * source[8].mean() < thermal.mean() < 1.5 * source[8].mean(), "thermal in the file's own numbers"
