"""``/capabilities``: what the server can do for the caller, in one document that SceneFill's own clients read."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Depends
from starlette.responses import JSONResponse, Response

from .. import __version__
from .access import Caller, caller
from .models import describe_device, describe_models, drawn_modalities, median_speed
from .services import Services, services
from .states import ACCEPTED, RUNNING

#: Of what SceneFill's clients and servers say to each other beyond the standard.
PROTOCOL = 1
#: Seconds that a first question waits for the engine to say what it runs on.
PATIENCE = 2.0

router = APIRouter()


@router.get("/capabilities")
def get_capabilities(
    who: Annotated[Caller, Depends(caller)], server: Annotated[Services, Depends(services)]
) -> Response:
    """Models, device, speed, limits and the queue. What is not known is left out."""
    return JSONResponse(capabilities(server, who))


def capabilities(server: Services, who: Caller, patience: float = PATIENCE) -> dict[str, Any]:
    """The document, waiting at most ``patience`` seconds for the engine."""
    config, counts = server.config, server.jobs.counts()
    made: dict[str, Any] = {
        "version": __version__,
        "protocol": PROTOCOL,
        "models": describe_models(),
        "modalities": drawn_modalities(),
        "limits": {
            "upload_bytes": config.max_upload_bytes,
            "inline_bytes": config.max_inline_bytes,
            "pixels": config.max_pixels,
            "bands": config.max_bands,
            "queue": config.queue_size,
        },
        "quota": who.quota.to_dict(),
        "queue": {"waiting": counts[ACCEPTED], "running": counts[RUNNING]},
        "you": who.name,
    }
    report = server.engine.state(patience).report
    if report is not None:
        made["device"] = describe_device(report)
    speed = median_speed(server.figures.speeds())
    if speed is not None:
        made["speed"] = {"pixels_per_second": round(speed, 1), "measured": "median of the last finished jobs"}
    return made
