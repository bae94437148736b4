"""What a job would cost on a server, without an engine on this computer: counted here, timed by the server's speed.

Nothing but headers is read. Which pixels are gaps only the engine knows, so that where a layer is filled all of them
count; the plan says so by not being exact. The time is no bound all the same: the speed is that of the server's last
jobs, whatever their steps and samples were.
"""

from __future__ import annotations

from qgis.core import QgsUnitTypes

from ...core.engine.plan_result import Plan
from ...core.engine.products import Work
from ...core.errors import SceneFillError
from ...core.grid import Grid, lattice_windows
from ...core.job import Job
from ...core.modalities import registry
from ...core.remote.clipping import Reach, grid_of
from ...core.remote.packing import output_work
from ..i18n import tr
from ..layers.crs import crs_of
from .clip import GdalClipper
from .look import ServerReport

#: Bytes of a value in a result: what is drawn has the type of its layer, mostly of two or four bytes, compressed.
_VALUE_BYTES = 3


def estimate(job: Job, report: ServerReport) -> Plan:
    """The plan of a job on a server; for a background thread.

    Raises:
        SceneFillError: ``unknown-model`` where the server does not have the job's, ``too-large`` for its limits,
            ``missing-file``, ``unreadable-raster``, ``no-overlap``, ``rotated-grid``, ``no-crs``.
    """
    found = report.found
    model = found.model(job.model)
    if model is None:
        raise SceneFillError(
            "unknown-model",
            f"The server {report.server.title} has no model called '{job.model}'.",
            f"Choose one of: {', '.join(str(known.get('id')) for known in found.models) or '(none)'}.",
            {"server": report.server.url},
        )
    clipper = GdalClipper()
    grid = grid_of(job.grid, None if job.grid.like is None else clipper.facts(job.grid.like), clipper)
    pixels = grid.width * grid.height
    most = min(found.limits.get("pixels", pixels), found.quota.get("pixels", pixels))
    if pixels > most:
        raise SceneFillError(
            "too-large",
            f"The area has {pixels / 1e6:.1f} million pixels; {report.server.title} takes {most / 1e6:.1f}.",
            "Choose a smaller area or larger pixels.",
            {"server": report.server.url},
        )
    reach = Reach.of(model)
    windows = len(lattice_windows(grid, reach.window, reach.overlap))
    work = output_work(job)
    seconds = pixels / found.pixels_per_second if found.pixels_per_second else 0.0
    disk = _disk_bytes(job, work, pixels)
    return Plan(
        title=job.title,
        grid=grid.to_dict(),
        pixel_size_m=_ground_size(grid),
        pixels=pixels,
        to_draw=1.0,
        windows=windows,
        windows_to_draw=windows,
        exact=all(product.fill is None for product in work.products),
        inputs=(),
        outputs=tuple(f"{product.name}.tif" for product in work.products),
        model=job.model,
        device=f"{found.device.get('kind', 'cpu')} ({found.device.get('dtype', '')}) at {report.server.title}",
        seconds=round(seconds, 1),
        memory_bytes=0,
        disk_bytes=disk,
        disk_needed_bytes=disk,
        warnings=_warnings(report, seconds),
    )


def _ground_size(grid: Grid) -> float:
    """Metres, of pixels of a projected CRS; those of a geographic one at the equator."""
    metre = crs_of("EPSG:32632").mapUnits()
    width, height = grid.pixel_size
    factor = float(QgsUnitTypes.fromUnitToUnitFactor(crs_of(grid.crs).mapUnits(), metre))
    return factor * (width * height) ** 0.5


def _disk_bytes(job: Job, work: Work, pixels: int) -> int:
    """Of values, spread and provenance of all products, and of samples where each is a file."""
    bands = sum(len(registry()[m].band_ids) for product in work.products for m in product.modalities)
    copies = 2 + (job.sampling.samples if job.sampling.mode == "realisation" else 0)
    return pixels * (bands * copies * _VALUE_BYTES + len(work.products))


def _warnings(report: ServerReport, seconds: float) -> tuple[str, ...]:
    told = []
    waiting = int(report.found.queue.get("waiting", 0))
    if waiting:
        told.append(tr("%n job(s) are waiting there already.", waiting))
    if not seconds:
        told.append(tr("The server does not know yet how fast it is."))
    return tuple(told)
