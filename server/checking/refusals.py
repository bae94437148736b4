"""The refusals of rasters: three codes, which say what a client can do about it."""

from __future__ import annotations

from ...core.errors import SceneFillError

NOT_A_GEOTIFF = "not-a-geotiff"
POLICY = "raster-policy"
DAMAGED = "raster-damaged"


def not_a_geotiff(why: str) -> SceneFillError:
    """Another format, whatever its name says."""
    return SceneFillError(NOT_A_GEOTIFF, f"The raster is no GeoTIFF: {why}.", "Save it as a GeoTIFF and send that.")


def against_policy(
    why: str, hint: str = "Save it as a plain GeoTIFF, tiled, compressed with DEFLATE."
) -> SceneFillError:
    """A GeoTIFF that this server does not take."""
    return SceneFillError(POLICY, f"The raster is refused: {why}.", hint)


def damaged(why: str) -> SceneFillError:
    """A GeoTIFF that is broken, or made to look like one that is whole."""
    return SceneFillError(DAMAGED, f"The raster is damaged: {why}.", "Save it again, and send the new file.")


def at(place: str, error: SceneFillError) -> SceneFillError:
    """The same error, naming the place in the job."""
    return SceneFillError(error.code, f"`{place}`: {error.message}", error.hint, {**error.details, "path": place})
