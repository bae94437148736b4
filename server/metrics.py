"""Metrics for Prometheus: what happens is counted as it happens, what is the case is looked up when somebody asks."""

from __future__ import annotations

import threading
from collections.abc import Iterator

from prometheus_client import CollectorRegistry, Counter, Histogram, generate_latest
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.exposition import CONTENT_TYPE_PLAIN_0_0_4

from .. import __version__
from .figures import Figures
from .job_record import JobRecord
from .job_store import JobStore
from .models import EngineFacts
from .states import ACCEPTED, DISMISSED, FAILED, RUNNING

CONTENT_TYPE = CONTENT_TYPE_PLAIN_0_0_4
_SECONDS = (0.005, 0.02, 0.1, 0.5, 2.0, 10.0, 60.0)


class Metrics:
    """The figures of one server.

    Args:
        jobs: which is listened to for jobs that end.
        figures: of the database.
        engine: for its device.
    """

    def __init__(self, jobs: JobStore, figures: Figures, engine: EngineFacts) -> None:
        self._jobs, self._figures, self._engine = jobs, figures, engine
        self._registry = CollectorRegistry()
        self._requests = Histogram(
            "scenefill_request_seconds",
            "Time until a request was answered.",
            ("method", "route", "status"),
            registry=self._registry,
            buckets=_SECONDS,
        )
        self._ended = Counter(
            "scenefill_jobs_ended", "Jobs that ended since the start.", ("state",), registry=self._registry
        )
        self._failed = Counter(
            "scenefill_job_failures", "Jobs that failed since the start.", ("code",), registry=self._registry
        )
        self._windows = Counter(
            "scenefill_windows_drawn", "Windows that were drawn since the start.", registry=self._registry
        )
        self._lock = threading.Lock()
        self._seen: dict[str, int] = {}
        self._registry.register(self)
        jobs.listen(self._on_job)

    def text(self) -> bytes:
        """All figures in Prometheus' text format."""
        for job in self._figures.running():
            self._count_windows(job.id, job.windows)
        return generate_latest(self._registry)

    def request(self, method: str, route: str, status: int, seconds: float) -> None:
        """Note an answered request; ``route`` is a template, never a path that a client has made up."""
        self._requests.labels(method, route, str(status)).observe(seconds)

    def collect(self) -> Iterator[Metric]:
        """What is the case now; called by the registry."""
        counts, running = self._jobs.counts(), self._figures.running()
        yield _gauge("scenefill_queue_waiting", "Jobs that wait.", counts[ACCEPTED])
        yield _gauge("scenefill_jobs_running", "Jobs that run.", counts[RUNNING])
        by_state = GaugeMetricFamily("scenefill_jobs", "Jobs that are known, by state.", labels=["state"])
        for state, count in counts.items():
            by_state.add_metric([state], count)
        yield by_state
        by_code = GaugeMetricFamily("scenefill_jobs_failed", "Failed jobs that are known, by code.", labels=["code"])
        for code, count in self._jobs.failures().items():
            by_code.add_metric([code], count)
        yield by_code
        speed = sum(job.windows / job.seconds for job in running if job.seconds > 0)
        yield _gauge("scenefill_windows_per_second", "Windows a second of the jobs that run.", speed)
        uploads, size = self._figures.uploads()
        yield _gauge("scenefill_uploads", "Uploads that are kept.", uploads)
        yield _gauge("scenefill_uploads_bytes", "Bytes of them.", size)
        yield from self._about_engine()

    def _about_engine(self) -> Iterator[Metric]:
        info = GaugeMetricFamily("scenefill_info", "The version that runs.", labels=["version"])
        info.add_metric([__version__], 1)
        yield info
        report = self._engine.state().report
        if report is not None:
            name, about = "scenefill_device_memory_bytes", "Memory of the device that draws."
            memory = GaugeMetricFamily(name, about, labels=["device"])
            memory.add_metric([report.device], report.memory_bytes)
            yield memory

    def _on_job(self, _event: str, record: JobRecord) -> None:
        if record.state == RUNNING:
            with self._lock:
                # What an earlier run of the server has drawn is not drawn again.
                self._seen[record.id] = record.windows_done or 0
        elif record.state != ACCEPTED:
            self._count_windows(record.id, record.windows_done or 0)
            with self._lock:
                self._seen.pop(record.id, None)
            if record.state != DISMISSED or record.finished == record.updated:
                # Otherwise it had ended before, and is counted.
                self._ended.labels(record.state).inc()
            if record.state == FAILED:
                self._failed.labels(record.error_code or "unknown").inc()

    def _count_windows(self, job_id: str, done: int) -> None:
        with self._lock:
            before = self._seen.get(job_id)
            if before is None or done <= before:
                return
            self._seen[job_id] = done
        self._windows.inc(done - before)


def _gauge(name: str, about: str, value: float) -> GaugeMetricFamily:
    return GaugeMetricFamily(name, about, value=value)
