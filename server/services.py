"""The parts of a running server, as routes need them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Request

from .config import ServerConfig
from .database import Database
from .figures import Figures
from .job_inputs import JobInputs
from .job_store import JobStore
from .metrics import Metrics
from .models import EngineFacts
from .scheduler import Scheduler
from .uploads import UploadStore


@dataclass(frozen=True)
class Services:
    """What is made once, when the server starts, and closed when it ends."""

    config: ServerConfig
    database: Database
    jobs: JobStore
    uploads: UploadStore
    inputs: JobInputs
    scheduler: Scheduler
    engine: EngineFacts
    figures: Figures
    metrics: Metrics


def services(request: Request) -> Services:
    """The parts of the server that a request came to, as a FastAPI dependency."""
    found = request.app.state.services
    if not isinstance(found, Services):
        raise RuntimeError("the server has not been started")
    return found


#: A route's parameter that they come in.
ServicesDep = Annotated[Services, Depends(services)]
