"""Simulated scenes: the same for the same seed, physically plausible, and written as proper GeoTIFFs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import rasterio
from scenefill.core.errors import SceneFillError
from scenefill.core.modalities import registry
from scenefill.core.simulate import Scene, draw_scene, write_scene
from scenefill.core.simulation import terrain
from scenefill.core.simulation.atmosphere import draw_sky
from scenefill.core.simulation.fields import hashed, irregular, stream
from scenefill.core.simulation.library import BAND_INDEX, CLASSES, CODE
from scenefill.core.simulation.plan import BIOMES, draw_acquisition, draw_plan

SIZE = 160


@pytest.fixture(scope="module")
def places() -> dict[str, Scene]:
    return {b: draw_scene(5 + i, SIZE, biome=b, level="surface", clouds=0.3) for i, b in enumerate(BIOMES)}


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Scene, dict[str, Path]]]:
    scene = draw_scene(21, SIZE, clouds=0.4)
    yield scene, write_scene(scene, tmp_path_factory.mktemp("scene"))


def mean_where(scenes: dict[str, Scene], code: int, pick: str, band: int) -> float:
    """Mean over all scenes' pixels of a class, at least 50 of them."""
    parts = [s.values[pick][band][s.land_cover == code] for s in scenes.values()]
    values = np.concatenate(parts)
    if values.size < 50:
        pytest.fail(f"only {values.size} pixels of class {code}")
    return float(values.mean())


def test_layers_follow_the_registry(places: dict[str, Scene]) -> None:
    for scene in places.values():
        assert list(scene.values) == list(registry().ids)
        for modality in registry().modalities:
            values = scene.values[modality.id]
            low, high = modality.valid_range
            assert values.shape == (len(modality.bands), SIZE, SIZE)
            assert values.dtype == np.float32
            assert np.isfinite(values).all()
            assert low <= values.min() and values.max() <= high
        assert set(scene.cloudy) == {"optical", "infrared", "multispectral", "panchromatic", "thermal"}
        assert set(np.unique(scene.land_cover)) <= {c.code for c in CLASSES}


def test_band_order_matches_the_stack(places: dict[str, Scene]) -> None:
    scene = places["farmland"]
    for name in ("optical", "infrared", "multispectral"):
        for i, band in enumerate(registry()[name].band_ids):
            np.testing.assert_array_equal(scene.values[name][i], scene.stack[BAND_INDEX[band]])
    np.testing.assert_allclose(scene.values["panchromatic"][0], scene.values["optical"].mean(axis=0), atol=1e-6)


def test_same_seed_same_scene_and_another_seed_another() -> None:
    first, again, other = draw_scene(3, 96), draw_scene(3, 96), draw_scene(4, 96)
    for name, values in first.values.items():
        np.testing.assert_array_equal(values, again.values[name])
        assert not np.array_equal(values, other.values[name])
    np.testing.assert_array_equal(first.cloudy_stack, again.cloudy_stack)
    np.testing.assert_array_equal(first.cloud, again.cloud)
    assert first.facts == again.facts


def test_another_season_is_another_date_of_the_same_place() -> None:
    spring = draw_scene(8, SIZE, season=0.33, biome="farmland", clouds=0.0)
    autumn = draw_scene(8, SIZE, season=0.80, biome="farmland", clouds=0.0)
    np.testing.assert_array_equal(spring.values["elevation"], autumn.values["elevation"])
    lasting = (spring.land_cover != CODE["snow and ice"]) & (autumn.land_cover != CODE["snow and ice"])
    assert lasting.mean() > 0.5
    same = (spring.land_cover == autumn.land_cover)[lasting].mean()
    assert same > 0.97
    crops = (spring.land_cover == CODE["winter cereal"]) & lasting
    red, nir = spring.values["optical"][0], spring.values["infrared"][0]
    late_red, late_nir = autumn.values["optical"][0], autumn.values["infrared"][0]
    ndvi, late = (nir - red) / (nir + red), (late_nir - late_red) / (late_nir + late_red)
    assert ndvi[crops].mean() > late[crops].mean() + 0.2
    assert spring.facts["sun_elevation"] != autumn.facts["sun_elevation"]


def test_without_clouds_truth_and_view_agree() -> None:
    scene = draw_scene(2, 96, clouds=0.0)
    assert not scene.cloud.any()
    np.testing.assert_array_equal(scene.stack, scene.cloudy_stack)
    np.testing.assert_allclose(scene.cloudy["thermal"], scene.values["thermal"], atol=1e-4)


@pytest.mark.parametrize("seed", range(6))
def test_clouds_cover_about_the_share_asked_for(seed: int) -> None:
    scene = draw_scene(seed, 128, clouds=0.4)
    assert 0.2 < (scene.cloud == 1).mean() < 0.6
    cloud, clear = scene.cloud == 1, scene.cloud == 0
    blue = BAND_INDEX["blue"]
    assert scene.cloudy_stack[blue][cloud].mean() > scene.stack[blue][cloud].mean() + 0.1
    assert np.abs(scene.cloudy_stack - scene.stack)[:, clear].mean() < 0.02
    colder = scene.cloudy["thermal"][0] - scene.values["thermal"][0]
    assert colder[cloud].mean() < -3.0


def test_shadows_fall_away_from_the_sun() -> None:
    """The shadow is the cloud moved away from the sun by its height over the tangent of the sun's elevation."""
    for seed in range(12):
        plan = draw_plan(seed)
        date = draw_acquisition(plan, 0.5)
        sky = draw_sky(plan, date, (192, 192), 30.0, 0.3)
        length = sky.height * 1000.0 / 30.0 / np.tan(np.radians(date.sun_elevation))
        azimuth = np.radians(date.sun_azimuth)
        # North is up: away from the sun is down the rows for a sun in the north.
        down, right = np.cos(azimuth) * length, -np.sin(azimuth) * length
        rows, cols = np.nonzero(sky.opacity > 0.8)
        r, c = np.rint(rows + down).astype(int), np.rint(cols + right).astype(int)
        inside = (r >= 0) & (r < 192) & (c >= 0) & (c < 192)
        r, c = r[inside], c[inside]
        open_ground = sky.opacity[r, c] < 0.05
        if open_ground.sum() > 50:
            assert sky.shadow[r, c][open_ground].mean() > 0.6
            assert sky.shadow[r, c][open_ground].mean() > sky.shadow[sky.opacity < 0.05].mean() + 0.2


def test_reflectance_is_that_of_the_cover(places: dict[str, Scene]) -> None:
    red, green, blue = 0, 1, 2
    forest, needle = CODE["broadleaf forest"], CODE["needleleaf forest"]
    for code in (forest, needle):
        assert 0.01 < mean_where(places, code, "optical", red) < 0.06
        assert mean_where(places, code, "optical", green) > mean_where(places, code, "optical", blue)
    assert 0.2 < mean_where(places, forest, "infrared", 0) < 0.45
    assert mean_where(places, needle, "infrared", 0) < mean_where(places, forest, "infrared", 0)
    water = CODE["water"]
    assert mean_where(places, water, "infrared", 1) < 0.06
    assert mean_where(places, water, "optical", green) > mean_where(places, water, "infrared", 0)
    sand = CODE["sand"]
    assert mean_where(places, sand, "optical", red) > 0.2
    assert mean_where(places, sand, "infrared", 1) > mean_where(places, sand, "optical", blue) + 0.15


def test_backscatter_orders_the_covers(places: dict[str, Scene]) -> None:
    def db(name: str, pol: int) -> float:
        return mean_where(places, CODE[name], "sar", pol)

    for pol in (0, 1):
        assert db("water", pol) + 3 < db("grassland", pol) < db("settlement", pol)
        assert db("sand", pol) < db("broadleaf forest", pol) < db("settlement", pol)
    assert -27 < db("water", 0) < -14
    assert -12 < db("broadleaf forest", 0) < -6
    assert -17 < db("broadleaf forest", 1) < -11
    assert -9 < db("settlement", 0) < 1
    for scene in places.values():
        assert (scene.values["sar"][0] - scene.values["sar"][1]).mean() > 4


def test_speckle_is_gamma_with_four_to_seven_looks() -> None:
    """On calm even water the coefficient of variation of linear power is 1/sqrt(looks)."""
    scene = draw_scene(5, 256, biome="coast", clouds=0.0)
    power = 10 ** (scene.values["sar"][0] / 10)
    sea = (scene.land_cover == CODE["water"]) & (scene.values["elevation"][0] == 0)
    blocks = [
        power[r : r + 8, c : c + 8].ravel()
        for r in range(0, 248, 8)
        for c in range(0, 248, 8)
        if sea[max(r - 4, 0) : r + 12, max(c - 4, 0) : c + 12].all()
    ]
    assert len(blocks) > 20
    looks = np.median([b.mean() ** 2 / b.var(ddof=1) for b in blocks])
    assert 3.5 < looks < 9.0


def test_temperature_follows_cover_and_height() -> None:
    alps = draw_scene(12, SIZE, biome="mountain", clouds=0.0)
    z, t = alps.values["elevation"][0].ravel(), alps.values["thermal"][0].ravel()
    assert np.ptp(z) > 200
    assert np.corrcoef(z, t)[0, 1] < -0.2
    for seed, biome in enumerate(BIOMES):
        kelvin = draw_scene(seed, 96, biome=biome, clouds=0.0).values["thermal"]
        assert kelvin.min() > 262 and kelvin.max() < 335


def test_sunlit_slopes_are_brighter() -> None:
    scene = draw_scene(12, SIZE, biome="mountain", clouds=0.0, season=0.45, level="surface")
    z = scene.values["elevation"][0]
    down, right = np.gradient(z, scene.pixel_size)
    azimuth = np.radians(scene.facts["sun_azimuth"])
    facing = down * np.cos(azimuth) - right * np.sin(azimuth)
    woods = np.isin(scene.land_cover, (3, 4, 5))
    nir = scene.values["infrared"][0]
    bright, dark = nir[woods & (facing > 0.2)], nir[woods & (facing < -0.2)]
    assert bright.size > 100 and dark.size > 100
    assert bright.mean() > 1.1 * dark.mean()


def test_rivers_run_downhill_and_water_lies_low() -> None:
    plan = draw_plan(4, "mountain")
    land, _ = terrain.draw_terrain(plan, 256, 10.0)
    channel = land.river_distance < 15
    around = (land.river_distance > 150) & (land.river_distance < 400)
    assert channel.sum() > 200
    assert land.elevation[channel].mean() < land.elevation[around].mean() - 20
    assert land.slope[channel].mean() < land.slope[around].mean()


def test_every_node_drains() -> None:
    """The accumulated area at the outlets is the whole lattice: no water is lost in pits."""
    distance = np.array([0.0, 1.0, 2.0, 2.0, 3.0, 0.0])
    parent = np.array([-9999, 0, 1, 1, 3, -9999])
    area = terrain._accumulate(distance, parent)
    np.testing.assert_array_equal(area, [5, 4, 1, 2, 1, 1])


def test_sun_is_where_it_belongs() -> None:
    plan = draw_plan(1, "farmland")
    summer, winter = draw_acquisition(plan, 0.47), draw_acquisition(plan, 0.97)
    if plan.southern:
        summer, winter = winter, summer
    assert summer.sun_elevation > winter.sun_elevation + 20
    assert summer.air_temperature > winter.air_temperature
    noonward = 180.0 if not plan.southern else 0.0
    off = abs((winter.sun_azimuth - noonward + 180) % 360 - 180)
    assert off < 60


def test_pixel_size_and_season_are_honoured() -> None:
    scene = draw_scene(6, 64, 30.0, season=0.0)
    assert scene.pixel_size == 30.0
    assert scene.values["optical"].shape == (3, 64, 64)


def test_hash_is_uniform_and_intervals_cover_the_line() -> None:
    values = hashed(np.arange(20000), 7)
    assert values.min() >= 0 and values.max() < 1
    assert abs(values.mean() - 0.5) < 0.01
    cells = irregular(np.linspace(0, 50, 5000), 3)
    assert (np.diff(cells) >= 0).all()
    assert set(np.unique(cells)) >= set(range(1, 49))


def test_streams_do_not_depend_on_each_other() -> None:
    assert stream(1, "a").random() == stream(1, "a").random()
    assert stream(1, "a").random() != stream(1, "b").random()


@pytest.mark.parametrize(
    "arguments",
    [
        {"seed": -1},
        {"seed": 1, "size": 8},
        {"seed": 1, "size": 100000},
        {"seed": 1, "pixel_size": 0.0},
        {"seed": 1, "pixel_size": float("nan")},
        {"seed": 1, "clouds": 1.5},
        {"seed": 1, "season": -0.1},
        {"seed": 1, "biome": "moon"},
        {"seed": 1, "level": "L3"},
    ],
)
def test_bad_values_are_refused(arguments: dict[str, object]) -> None:
    with pytest.raises(SceneFillError) as caught:
        draw_scene(**arguments)  # type: ignore[arg-type]
    assert caught.value.code == "bad-value"
    assert caught.value.hint


def test_written_files_are_what_they_say(written: tuple[Scene, dict[str, Path]]) -> None:
    scene, files = written
    assert set(files) == {"s2", "s2_truth", "s1", "thermal", "elevation", "pan", "land_cover", "clouds"}
    counts = {"s2": 13, "s2_truth": 13, "s1": 2}
    for name, path in files.items():
        with rasterio.open(path) as source:
            assert source.crs.to_epsg() == 32632
            assert source.shape == (SIZE, SIZE)
            assert source.count == counts.get(name, 1)
            assert source.profile["tiled"] and source.profile["compress"] == "deflate"
            assert source.transform.a == 10.0 and source.transform.e == -10.0
            assert source.transform.c % 10 == 0 and source.transform.f % 10 == 0
            assert "not a measurement" in source.tags()["SYNTHETIC"]
    assert not list(files["s2"].parent.glob("*.part"))
    with rasterio.open(files["s2"]) as source:
        assert source.descriptions[0] == "B01" and source.descriptions[10] == "B10" and source.descriptions[12] == "B12"
        assert source.nodata == 0 and source.scales[0] == 1e-4
        assert source.read().min() >= 1
        np.testing.assert_allclose(source.read() * 1e-4, np.maximum(scene.cloudy_stack, 1e-4), atol=6e-5)
    with rasterio.open(files["s1"]) as source:
        np.testing.assert_array_equal(source.read(), scene.values["sar"])
    with rasterio.open(files["land_cover"]) as source:
        np.testing.assert_array_equal(source.read(1), scene.land_cover)
        assert source.colormap(1)[CODE["water"]][:3] == CLASSES[0].colour
        assert source.tags()[f"CLASS_{CODE['water']}"] == "water"
    with rasterio.open(files["clouds"]) as source:
        np.testing.assert_array_equal(source.read(1), scene.cloud)


def test_two_dates_lie_on_the_same_grid(written: tuple[Scene, dict[str, Path]], tmp_path: Path) -> None:
    _, files = written
    later = write_scene(draw_scene(21, SIZE, season=0.7), tmp_path)
    with rasterio.open(files["s2"]) as one, rasterio.open(later["s2"]) as two:
        assert one.transform == two.transform
        assert one.tags()["TIFFTAG_DATETIME"] != two.tags()["TIFFTAG_DATETIME"]


def test_unwritable_folder_is_one_error(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    with pytest.raises(SceneFillError) as caught:
        write_scene(draw_scene(1, 32), blocked / "deeper")
    assert caught.value.code == "cannot-write"
