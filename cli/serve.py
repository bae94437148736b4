"""``scenefill serve``: the engine behind HTTP, for others to use."""

from __future__ import annotations

import importlib.util
import ipaddress
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ..core.errors import SceneFillError
from ..core.worker.protocol import EXECUTORS, MOST_WORKERS

if TYPE_CHECKING:
    from ..server.config import ServerConfig
    from ..server.quotas import Quota

LIBRARIES = ("fastapi", "uvicorn", "sqlalchemy", "alembic", "prometheus_client", "jwt", "requests")

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command("serve")
@click.option(
    "--data",
    required=True,
    envvar="SCENEFILL_SERVER_DATA",
    type=click.Path(file_okay=False, path_type=Path),
    help="Folder of all that the server keeps: database, uploads, jobs.",
)
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen at.")
@click.option("--port", default=8765, show_default=True, type=click.IntRange(0, 65535), help="0 takes a free one.")
@click.option("--tls-cert", type=_FILE, help="Certificate chain, PEM.")
@click.option("--tls-key", type=_FILE, help="Its private key, PEM.")
@click.option("--behind-proxy", is_flag=True, help="A proxy in front ends TLS; its X-Forwarded headers are believed.")
@click.option("--public-url", help="What clients call the server.")
@click.option("--no-auth", is_flag=True, help="Take no tokens; for programs of this computer alone.")
@click.option(
    "--database", envvar="SCENEFILL_SERVER_DATABASE", help="sqlite:/// or postgresql:// URL  [default: in --data]"
)
@click.option("--executor", type=click.Choice(EXECUTORS), default="in-process", show_default=True)
@click.option("--ray-workers", type=click.IntRange(1, MOST_WORKERS), help="Ray actors  [default: one for each GPU]")
@click.option("--ray-address", help="Ray cluster that runs already.")
@click.option("--threads", type=click.IntRange(1, 1024), help="Processor threads of the network  [default: all cores]")
@click.option("--queue-size", default=64, show_default=True, type=click.IntRange(1, 100_000), help="Jobs to do.")
@click.option("--running", default=1, show_default=True, type=click.IntRange(1, 256), help="Jobs that run at once.")
@click.option("--max-upload", default=4096, show_default=True, type=click.IntRange(1, 10**7), help="MiB of one upload.")
@click.option("--max-pixels", default=200_000_000, show_default=True, type=click.IntRange(1, 10**12), help="Of a job.")
@click.option("--max-bands", default=300, show_default=True, type=click.IntRange(1, 65535), help="Of one raster.")
@click.option("--max-owner-running", type=click.IntRange(1), help="Jobs of one owner that run at once.")
@click.option("--max-owner-waiting", type=click.IntRange(1), help="Jobs of one owner that wait.")
@click.option("--max-owner-pixels", type=click.IntRange(1), help="Pixels of one job of an owner.")
@click.option("--max-owner-bytes", type=click.IntRange(1), help="Bytes of the uploads of one owner.")
@click.option("--link-host", "link_hosts", multiple=True, help="Host whose https:// rasters are fetched; repeatable.")
@click.option("--retention-hours", default=168.0, show_default=True, type=click.FloatRange(0.01, 87_600))
@click.option("--upload-hours", default=24.0, show_default=True, type=click.FloatRange(0.01, 87_600))
@click.option("--oidc-issuer", help="Issuer of bearer tokens that are taken beside the server's own.")
@click.option("--oidc-audience", help="What their audience has to be.")
@click.option("--oidc-algorithm", "oidc_algorithms", multiple=True, help="Repeatable  [default: RS256, ES256]")
@click.option("--verbose", is_flag=True, help="Log every step.")
def serve_command(verbose: bool, **options: Any) -> None:
    """Let others run jobs on this computer: from QGIS, by `scenefill run --server`, or by OGC API – Processes.

    It listens on this computer alone unless --host says otherwise, and then wants tokens, and TLS or a proxy that has
    it. Tokens are made by `scenefill token add NAME --data FOLDER`.
    """
    check_libraries()
    from ..server.serving import serve

    config = configure(**options)
    check_binding(config)
    serve(config, click.echo, verbose)


def check_libraries() -> None:
    """Raise ``no-server-libraries`` unless the extra ``server`` is installed."""
    missing = [name for name in LIBRARIES if importlib.util.find_spec(name) is None]
    if missing:
        raise SceneFillError(
            "no-server-libraries",
            f"The server needs libraries that are not installed: {', '.join(missing)}.",
            "Install them: pip install 'scenefill[server]'.",
            {"python": sys.executable},
        )


def configure(**options: Any) -> ServerConfig:
    """The options as a server's configuration.

    Raises:
        SceneFillError: ``bad-value`` for options that do not go together.
    """
    from ..server.config import MIB, ServerConfig
    from ..server.quotas import Quota

    if (options["tls_cert"] is None) != (options["tls_key"] is None):
        raise SceneFillError("bad-value", "A certificate needs its key.", "Give --tls-cert and --tls-key together.")
    if options["oidc_issuer"] is not None and not options["oidc_audience"]:
        raise SceneFillError("bad-value", "An issuer needs an audience.", "Give --oidc-audience.")
    quota: Quota = Quota(
        **{name: options.pop(f"max_owner_{name}") for name in ("running", "waiting", "pixels", "bytes")}
    )
    options["max_upload_bytes"] = options.pop("max_upload") * MIB
    options["database_url"] = options.pop("database")
    if not options["oidc_algorithms"]:
        del options["oidc_algorithms"]
    return ServerConfig(**options, quota=quota)


def check_binding(config: ServerConfig) -> None:
    """Refuse to be reached from outside in the clear, or by anybody.

    Raises:
        SceneFillError: ``unsafe-bind``.
    """
    if is_loopback(config.host):
        return
    if config.no_auth:
        raise SceneFillError(
            "unsafe-bind",
            f"Whoever reaches {config.host} could use a server without tokens.",
            "Leave out --no-auth, or listen at 127.0.0.1.",
        )
    if config.tls_cert is None and not config.behind_proxy:
        raise SceneFillError(
            "unsafe-bind",
            f"At {config.host} tokens and rasters would be sent in the clear.",
            "Give --tls-cert and --tls-key, or put a proxy with TLS in front and say --behind-proxy.",
        )


def is_loopback(host: str) -> bool:
    """Whether an address to listen at is reached from this computer alone."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False
