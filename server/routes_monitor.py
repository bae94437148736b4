"""Whether the server lives, whether it can work, and figures of it for Prometheus."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import JSONResponse, Response

from ..core.errors import SceneFillError
from .access import CallerDep
from .metrics import CONTENT_TYPE
from .problems import problem_response
from .services import ServicesDep

router = APIRouter()


@router.get("/health")
def get_health(_who: CallerDep) -> Response:
    """The process lives."""
    return JSONResponse({"status": "ok"})


@router.get("/ready")
def get_ready(request: Request, _who: CallerDep, server: ServicesDep) -> Response:
    """The database answers, the scheduler works, and the engine can be started as far as is known."""
    try:
        server.database.ping()
    except SceneFillError as error:
        return _not_ready(request, error.message)
    if not server.scheduler.alive:
        return _not_ready(request, "The scheduler does not work.")
    broken = server.engine.state().error
    if broken is not None:
        return _not_ready(request, f"The engine cannot be started: {broken.code}.")
    return JSONResponse({"status": "ready"})


@router.get("/metrics")
def get_metrics(_who: CallerDep, server: ServicesDep) -> Response:
    """Figures in the text format of Prometheus."""
    return Response(server.metrics.text(), headers={"Content-Type": CONTENT_TYPE})


def _not_ready(request: Request, why: str) -> Response:
    hint = "An administrator finds the reason in the server's log."
    return problem_response(request, 503, "not-ready", why, hint=hint, retryable=True, headers={"Retry-After": "10"})
