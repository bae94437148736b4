"""How a server is set up: one frozen dataclass that everything else reads."""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from pathlib import Path

from .quotas import Quota

GIB = 2**30
MIB = 2**20


@dataclass(frozen=True)
class ServerConfig:
    """All that an administrator can choose.

    Attributes:
        data: folder of everything that the server keeps; made when it does not exist.
        host, port: to listen at.
        tls_cert, tls_key: PEM files; without them the server speaks plain HTTP.
        behind_proxy: a reverse proxy ends TLS and its ``X-Forwarded-*`` headers are believed.
        public_url: what clients call the server, where that is not what their requests say.
        no_auth: whoever reaches the server may use it; on loopback only.
        database_url: SQLAlchemy URL; None is an SQLite file in ``data``.
        executor: where windows are drawn, ``in-process`` or ``ray``.
        ray_workers: actors of ``ray``; None is one for each GPU.
        ray_address: of a Ray cluster that runs already; None starts one on this machine.
        queue_size: jobs that may wait or run at once, of all owners together.
        running: jobs that run at once.
        max_upload_bytes, max_inline_bytes: of one raster, uploaded or inside a job.
        max_pixels: of a job's grid; max_bands: of one raster.
        retention_hours: how long a finished job keeps its files; upload_hours: an unused upload.
        link_hosts: hosts whose ``https://`` rasters are fetched; none by default.
        quota: of an owner whose token says nothing else.
        threads: of the network on a CPU; None leaves the choice to the engine.
        oidc_issuer, oidc_audience, oidc_algorithms: of bearer tokens that somebody else issues.
        python: the engine's interpreter.
    """

    data: Path
    host: str = "127.0.0.1"
    port: int = 8765
    tls_cert: Path | None = None
    tls_key: Path | None = None
    behind_proxy: bool = False
    public_url: str | None = None
    no_auth: bool = False
    database_url: str | None = None
    executor: str = "in-process"
    ray_workers: int | None = None
    ray_address: str | None = None
    queue_size: int = 64
    running: int = 1
    max_upload_bytes: int = 4 * GIB
    max_inline_bytes: int = 4 * MIB
    max_pixels: int = 200_000_000
    max_bands: int = 300
    retention_hours: float = 168.0
    upload_hours: float = 24.0
    link_hosts: tuple[str, ...] = ()
    quota: Quota = field(default_factory=Quota)
    threads: int | None = None
    oidc_issuer: str | None = None
    oidc_audience: str | None = None
    oidc_algorithms: tuple[str, ...] = ("RS256", "ES256")
    python: Path = field(default_factory=lambda: Path(sys.executable))

    @property
    def database(self) -> str:
        """SQLAlchemy URL of the database."""
        return self.database_url or f"sqlite:///{self.data.absolute() / 'scenefill.db'}"

    @property
    def jobs_folder(self) -> Path:
        """Where each job has a folder of its id."""
        return self.data.absolute() / "jobs"

    @property
    def uploads_folder(self) -> Path:
        return self.data.absolute() / "uploads"
