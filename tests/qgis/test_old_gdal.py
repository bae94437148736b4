"""What SceneFill does where QGIS comes with a GDAL that lacks something: official builds for macOS have 3.3."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal
from scenefill.core.grid import Window
from scenefill.plugin.remote.clip import GdalClipper
from scenefill.tests.qgis_rasters import write_raster

OPTION = "GDAL_TIFF_INTERNAL_MASK"


@pytest.fixture
def masked(tmp_path: Path) -> Path:
    """A raster with a mask in a second file, as GDAL makes it unless it is told otherwise."""
    path = tmp_path / "masked.tif"
    write_raster(path, np.arange(2 * 64 * 80, dtype=np.uint16).reshape(2, 64, 80))
    gdal.SetConfigOption(OPTION, "NO")
    dataset = gdal.Open(str(path), gdal.GA_Update)
    dataset.CreateMaskBand(gdal.GMF_PER_DATASET)
    mask = np.where(np.arange(64 * 80).reshape(64, 80) % 3, 255, 0).astype(np.uint8)
    dataset.GetRasterBand(1).GetMaskBand().WriteArray(mask)
    dataset = None
    gdal.SetConfigOption(OPTION, None)
    return path


@pytest.mark.parametrize("before", [None, "NO"])
def test_layers_are_cut_without_options_of_a_thread(
    masked: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, before: str | None
) -> None:
    for name in ("GetThreadLocalConfigOption", "SetThreadLocalConfigOption"):
        monkeypatch.delattr(gdal, name, raising=False)
    gdal.SetConfigOption(OPTION, before)
    try:
        window = Window(16, 16, 32, 48)
        target = tmp_path / "sent" / "part.tif"
        target.parent.mkdir()
        GdalClipper().copy(str(masked), target, window, [window], lambda: False)
        assert gdal.GetConfigOption(OPTION) == before
    finally:
        gdal.SetConfigOption(OPTION, None)
    assert [path.name for path in target.parent.iterdir()] == ["part.tif"], "the mask lies in the file itself"
    whole, part = gdal.Open(str(masked)), gdal.Open(str(target))
    place = (window.col, window.row, window.width, window.height)
    assert (part.ReadAsArray() == whole.ReadAsArray(*place)).all()
    masks = [found.GetRasterBand(1).GetMaskBand() for found in (part, whole)]
    assert (masks[0].ReadAsArray() == masks[1].ReadAsArray(*place)).all()
    whole = part = masks = None
