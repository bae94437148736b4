"""Running the web application under uvicorn, within limits."""

from __future__ import annotations

import logging
import os
import socket
from collections.abc import Callable

import uvicorn

from ..core.errors import SceneFillError
from . import logs
from .app import create_app
from .config import ServerConfig
from .connections import ImpatientProtocol
from .database import Database
from .migrations import upgrade
from .token_store import TokenStore

#: Connections at once; more are told to come back. Fewer than the files that a process may usually have open.
MAX_CONNECTIONS = 800
#: Bytes of a request's head, which h11 checks.
MAX_HEAD = 65536
#: Seconds that an idle connection is kept, and that requests have for their end when the server is to stop.
KEEP_ALIVE = 30
STOP_SECONDS = 10
BACKLOG = 512


def serve(config: ServerConfig, say: Callable[[str], object], verbose: bool = False) -> None:
    """Serve until SIGINT or SIGTERM.

    Args:
        say: is told, line by line, where the server is and how to connect.
        verbose: log every step.

    Raises:
        SceneFillError: ``no-tokens``, ``port-in-use``, ``data-folder-busy``, or what :func:`.app.create_app` says.
    """
    make_folder(config)
    check_tokens(config)
    app = create_app(config)
    with listen(config) as listener:
        logs.set_up(logging.DEBUG if verbose else logging.INFO)
        settings = load_settings(app, config)
        # Here rather than by the application's lifespan, which would make a traceback of what goes wrong.
        app.state.services.scheduler.start()
        for line in greeting(config, listener.getsockname()[1]):
            say(line)
        uvicorn.Server(settings).run(sockets=[listener])


def make_folder(config: ServerConfig) -> None:
    """Make the data folder, for nobody else to read, and so is what this process makes from now on.

    Raises:
        SceneFillError: ``folder-not-writable``.
    """
    os.umask(0o077)
    try:
        config.data.mkdir(parents=True, exist_ok=True)
        # One that was there before may have been open to others.
        config.data.chmod(0o700)
    except OSError as error:
        raise SceneFillError(
            "folder-not-writable",
            f"The data folder '{config.data}' cannot be made: {error.strerror}.",
            "Choose another one by --data.",
        ) from error


def check_tokens(config: ServerConfig) -> None:
    """Refuse to serve nobody, which would be a mistake, and everybody, which has to be said.

    Raises:
        SceneFillError: ``no-tokens``.
    """
    if config.no_auth or config.oidc_issuer is not None:
        return
    database = Database(config.database)
    try:
        upgrade(database)
        known = TokenStore(database).any_valid()
    finally:
        database.close()
    if not known:
        raise SceneFillError(
            "no-tokens",
            "Nobody has a token for this server.",
            "Make one: scenefill token add NAME --data FOLDER; or give --no-auth to serve this computer alone.",
        )


def listen(config: ServerConfig) -> socket.socket:
    """The socket that the server listens at.

    Raises:
        SceneFillError: ``port-in-use``.
    """
    host = config.host.strip("[]")
    try:
        family = socket.getaddrinfo(host, config.port, type=socket.SOCK_STREAM)[0][0]
        listener = socket.socket(family, socket.SOCK_STREAM)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((host, config.port))
    except OSError as error:
        raise SceneFillError(
            "port-in-use",
            f"The server cannot listen at {config.host}, port {config.port}: {error.strerror}.",
            "Choose another one by --host and --port.",
        ) from error
    return listener


def greeting(config: ServerConfig, port: int) -> list[str]:
    """Where the server is, and how to connect."""
    # An address that stands for all of them is none that a client can call.
    host = socket.gethostname() if config.host.strip("[]") in ("0.0.0.0", "::") else config.host  # noqa: S104
    host = f"[{host}]" if ":" in host and "[" not in host else host
    scheme = "http" if config.tls_cert is None else "https"
    url = config.public_url or f"{scheme}://{host}:{port}"
    token = "" if config.no_auth else "SCENEFILL_TOKEN=... "
    return [
        f"SceneFill server at {url}",
        f"  in QGIS      SceneFill options, Servers, Add: {url}",
        f"  in a shell   {token}scenefill run job.json --server {url}",
        f"  in a browser {url}/?f=html",
    ]


def load_settings(app: object, config: ServerConfig) -> uvicorn.Config:
    """Uvicorn's settings, with the certificate read.

    Raises:
        SceneFillError: ``bad-value`` for a certificate or a key that is none.
    """
    settings = _settings(app, config)
    try:
        settings.load()
    except OSError as error:
        raise SceneFillError(
            "bad-value",
            f"The certificate and its key cannot be read: {error.strerror or type(error).__name__}.",
            "Give PEM files that belong together by --tls-cert and --tls-key.",
        ) from error
    return settings


def _settings(app: object, config: ServerConfig) -> uvicorn.Config:
    return uvicorn.Config(
        app,  # type: ignore[arg-type]
        http=ImpatientProtocol,
        ws="none",
        lifespan="on",
        # The application looks at the proxy's headers itself, before it looks at the token.
        proxy_headers=False,
        server_header=False,
        date_header=True,
        access_log=False,
        log_config=None,
        h11_max_incomplete_event_size=MAX_HEAD,
        limit_concurrency=MAX_CONNECTIONS,
        backlog=BACKLOG,
        timeout_keep_alive=KEEP_ALIVE,
        timeout_graceful_shutdown=STOP_SECONDS,
        ssl_certfile=None if config.tls_cert is None else str(config.tls_cert),
        ssl_keyfile=None if config.tls_key is None else str(config.tls_key),
    )
