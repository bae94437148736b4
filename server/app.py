"""The web application: its parts are made when it starts, and closed when it ends."""

from __future__ import annotations

import datetime
import shutil
import threading
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from typing import Any

from fastapi import FastAPI
from starlette.concurrency import run_in_threadpool

from .. import __version__
from ..core.job import Job
from . import routes_capabilities, routes_jobs, routes_monitor, routes_ogc, routes_uploads
from .access import protect
from .config import ServerConfig
from .database import Database
from .figures import Figures
from .frame import FrameMiddleware
from .job_inputs import INPUTS_FOLDER, JobInputs
from .job_record import JobRecord
from .job_store import JobStore
from .metrics import Metrics
from .migrations import upgrade
from .models import EngineFacts
from .problems import install_handlers
from .processes import echo
from .results import RESULTS_FOLDER
from .scheduler import Scheduler
from .services import Services
from .states import FAILED, SUCCESSFUL
from .token_store import TokenStore
from .uploads import UploadStore

ROUTERS = (
    routes_ogc.router,
    routes_jobs.router,
    routes_uploads.router,
    routes_capabilities.router,
    routes_monitor.router,
)


def create_app(config: ServerConfig) -> FastAPI:
    """The application of a server. Its database is opened and brought up to date here; work begins with its lifespan.

    Raises:
        SceneFillError: ``bad-database``, ``database-newer``, ``oidc-config``, ``folder-not-writable``.
    """
    database = Database(config.database)
    upgrade(database)
    jobs = JobStore(database, config)
    uploads = UploadStore(database, config, jobs.uploads_in_use)
    inputs = JobInputs(config, uploads)
    engine, figures = EngineFacts(config), Figures(database)

    def prepare(record: JobRecord, is_cancelled: Callable[[], bool]) -> Job:
        folder = jobs.folder(record.id)
        return inputs.prepare(record, folder, folder / RESULTS_FOLDER, is_cancelled)

    def echo_job(record: JobRecord, ended: threading.Event) -> Sequence[Mapping[str, Any]]:
        # What it gives is made of the request whenever somebody asks for it.
        echo.wait(record.inputs.get("inputs", {}), ended)
        return ()

    def tidy(_event: str, record: JobRecord) -> None:
        """Keep of a job that is over what somebody may fetch."""
        if record.state in (SUCCESSFUL, FAILED):
            folder = jobs.folder(record.id)
            JobInputs.forget(folder)
            if record.state == FAILED:
                # Windows that nobody can go on from; a full disk may be why it failed.
                shutil.rmtree(folder / RESULTS_FOLDER, ignore_errors=True)

    def tidy_again(_moment: datetime.datetime) -> None:
        """After a server that was killed between the end of a job and its tidying."""
        for folder in config.jobs_folder.glob(f"*/{INPUTS_FOLDER}"):
            if jobs.state(folder.parent.name) in (SUCCESSFUL, FAILED):
                JobInputs.forget(folder.parent)

    jobs.listen(tidy)
    scheduler = Scheduler(
        jobs, config, prepare, light={echo.PROCESS.id: echo_job}, housekeeping=(uploads.expire, tidy_again)
    )
    parts = Services(
        config=config,
        database=database,
        jobs=jobs,
        uploads=uploads,
        inputs=inputs,
        scheduler=scheduler,
        engine=engine,
        figures=figures,
        metrics=Metrics(jobs, figures, engine),
    )
    app = FastAPI(
        title="SceneFill server",
        version=__version__,
        openapi_url=None,
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
        lifespan=_lifespan,
    )
    app.state.services = parts
    for router in ROUTERS:
        app.include_router(router)
    install_handlers(app)
    protect(app, config, TokenStore(database))
    # Added last, and so around everything else: also what is refused for want of a token is logged and counted.
    app.add_middleware(FrameMiddleware, observe=parts.metrics.request, secure=config.tls_cert is not None)
    return app


@asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    parts: Services = app.state.services
    if not parts.scheduler.alive:
        await run_in_threadpool(parts.scheduler.start)
    parts.engine.start()
    try:
        yield
    finally:
        parts.engine.stop()
        await run_in_threadpool(parts.scheduler.stop)
        parts.database.close()
