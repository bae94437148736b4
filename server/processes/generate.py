"""Process ``generate``: a SceneFill job whose rasters are references instead of paths."""

from __future__ import annotations

from typing import Any

from ...core.job_schema import job_schema
from ...core.modalities import registry
from .describing import ASYNC, DISMISS, JsonSchema, Process, openapi_30

COG = "image/tiff; application=geotiff; profile=cloud-optimized"
GEOJSON = "application/geo+json"
XML = "application/xml"
ITEM = "item"

#: An upload's id, inline base64, or a link; each is checked closely when the job is taken.
REFERENCE: JsonSchema = {
    "type": "string",
    "description": "`upload:ID`, `data:[media type];base64,...`, or `https://...` where the server follows links.",
    "pattern": r"^(upload:|data:|https://)",
}
MODEL: JsonSchema = {
    "type": "string",
    "pattern": r"^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$",
    "description": "Id of one of the server's models; see /capabilities.",
}


def request_schema() -> JsonSchema:
    """The schema of the input ``job``."""
    schema = openapi_30(_by_reference(job_schema()))
    schema["properties"]["model"] = MODEL
    # A job that runs elsewhere names its output folder, which means nothing here.
    schema["properties"]["output"] = {"type": "object", "description": "Ignored."}
    schema["required"] = [name for name in schema["required"] if name != "output"]
    return schema


def _by_reference(schema: Any) -> Any:
    """The schema with :data:`REFERENCE` in place of every path."""
    if isinstance(schema, list):
        return [_by_reference(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    made = {name: _by_reference(value) for name, value in schema.items()}
    members = made.get("properties")
    if isinstance(members, dict):
        members.update({name: REFERENCE for name in ("path", "like") if name in members})
    return made


def _outputs() -> dict[str, JsonSchema]:
    cog = {"type": "string", "contentEncoding": "binary", "contentMediaType": COG}
    found: dict[str, JsonSchema] = {
        ITEM: {
            "title": "STAC Item: what was drawn, from what, by which model",
            "schema": {"type": "string", "contentMediaType": GEOJSON},
        }
    }
    for modality in registry().ids:
        found[modality] = {"title": f"{modality}, drawn everywhere", "schema": cog}
        found[f"{modality}_filled"] = {"title": f"{modality} layer, its gaps filled", "schema": cog}
    return found


PROCESS = Process(
    id="generate",
    title="Fill modality gaps",
    description=(
        "Infers one scene from the layers of a job and draws what is missing: gaps of a layer, or whole modalities. "
        "What it draws is synthetic, not a measurement. Each raster comes with NAME_provenance and NAME_spread; "
        "realisations, previews and cloud masks are outputs of their own as well. The results document names all."
    ),
    inputs={
        "job": {
            "title": "The job",
            "description": "As `scenefill run` takes it; every path is a reference, and `output` may be left out.",
            "minOccurs": 1,
            "maxOccurs": 1,
            "schema": request_schema(),
        }
    },
    outputs=_outputs(),
    control=(ASYNC, DISMISS),
    transmission=("reference",),
    keywords=("earth observation", "gap filling", "cloud removal", "SAR", "optical", "synthetic"),
)
