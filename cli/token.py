"""``scenefill token``: who may use a server. Works on the server's database, also while the server runs."""

from __future__ import annotations

import datetime
import json
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ..core.errors import SceneFillError
from .serve import check_libraries

if TYPE_CHECKING:
    from ..server.token_store import TokenRecord, TokenStore

SCOPES = ("run", "monitor", "admin")
UNITS = {"h": 1 / 24, "d": 1.0, "w": 7.0, "y": 365.0}
#: More would be a slip, and longer than dates reach.
MAX_DAYS = 36500.0


class Lifetime(click.ParamType):
    """``12h``, ``90d``, ``8w``, ``1y`` or ``never``."""

    name = "time"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        if value is None or isinstance(value, datetime.timedelta) or value == "never":
            return value
        found = re.fullmatch(r"(\d{1,5})([hdwy])", value)
        days = int(found[1]) * UNITS[found[2]] if found else 0.0
        if not 0 < days <= MAX_DAYS:
            self.fail(f"'{value}' is no time; give 12h, 90d, 8w, 1y or never.", param, ctx)
        return datetime.timedelta(days=days)


def database_options(command: Any) -> Any:
    """The two ways to say which server."""
    command = click.option(
        "--database", envvar="SCENEFILL_SERVER_DATABASE", help="URL of the server's database, where it is elsewhere."
    )(command)
    return click.option(
        "--data",
        envvar="SCENEFILL_SERVER_DATA",
        type=click.Path(file_okay=False, path_type=Path),
        help="The server's data folder.",
    )(command)


@click.group("token")
def token_command() -> None:
    """Make, list and revoke the access tokens of a server.

    Name the server by the --data or the --database that it is started with, or in the environment by
    SCENEFILL_SERVER_DATA or SCENEFILL_SERVER_DATABASE.
    """


@token_command.command("add")
@click.argument("name")
@click.option("--owner", help="Whom its jobs and uploads belong to; NAME if left out.")
@click.option(
    "--scope",
    "scopes",
    multiple=True,
    type=click.Choice(SCOPES),
    default=("run",),
    show_default=True,
    help="What it is for; may be given more than once.",
)
@click.option("--expires", type=Lifetime(), default="1y", show_default=True, help="12h, 90d, 8w, 1y or never.")
@click.option("--running", type=click.IntRange(0), help="Jobs of it that run at once.")
@click.option("--waiting", type=click.IntRange(0), help="Jobs of it that wait.")
@click.option("--pixels", type=click.IntRange(0), help="Pixels of one job.")
@click.option("--bytes", "size", type=click.IntRange(0), help="Bytes of its uploads.")
@database_options
def add_command(
    name: str,
    owner: str | None,
    scopes: tuple[str, ...],
    expires: datetime.timedelta | str,
    running: int | None,
    waiting: int | None,
    pixels: int | None,
    size: int | None,
    data: Path | None,
    database: str | None,
) -> None:
    """Make a token called NAME and print it. It is shown this one time: only its digest is kept.

    Limits that are left out are those of the server.
    """
    check_libraries()
    from ..server.quotas import Quota

    quota = Quota(running=running, waiting=waiting, pixels=pixels, bytes=size)
    end = None
    if isinstance(expires, datetime.timedelta):
        end = datetime.datetime.now(datetime.timezone.utc) + expires
    with open_store(data, database, make=True) as store:
        record, token = store.add(name, owner, scopes, quota, end)
    # The token alone on standard output, so that a script can put it where it belongs.
    click.echo(f"Token '{record.name}' of owner '{record.owner}', {expiry(record)}. Not shown again:", err=True)
    click.echo(token)


@token_command.command("list")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@database_options
def list_command(as_json: bool, data: Path | None, database: str | None) -> None:
    """List the tokens: names, owners, scopes, limits and when they were used, never the tokens themselves."""
    with open_store(data, database) as store:
        records = store.records()
    if as_json:
        click.echo(json.dumps([facts(record) for record in records], indent=2))
        return
    if not records:
        click.echo("There is no token.")
    for record in records:
        click.echo(describe(record))


@token_command.command("revoke")
@click.argument("name")
@database_options
def revoke_command(name: str, data: Path | None, database: str | None) -> None:
    """Make the token called NAME worthless at once, on a running server too. Jobs of its owner go on."""
    with open_store(data, database) as store:
        record = store.revoke(name)
    click.echo(f"Token '{record.name}' of owner '{record.owner}' is revoked.")


@contextmanager
def open_store(data: Path | None, database: str | None, make: bool = False) -> Iterator[TokenStore]:
    """The tokens of the server that is named.

    Args:
        data: its data folder.
        database: URL of its database, if that is not in the folder.
        make: whether a database that does not exist is made, for tokens before the first start.
    """
    check_libraries()
    if data is None and database is None:
        raise click.UsageError("Name the server: give --data FOLDER or --database URL.")
    file = None if database is not None or data is None else data / "scenefill.db"
    if file is not None and not make and not file.is_file():
        raise SceneFillError(
            "missing-file",
            f"There is no server's database '{file}'.",
            "Give the --data that the server is started with.",
        )
    from ..server.config import ServerConfig
    from ..server.database import Database
    from ..server.migrations import upgrade
    from ..server.token_store import TokenStore

    # Digests, owners and what they sent are nobody else's business on this machine.
    previous = os.umask(0o077)
    try:
        opened = Database(ServerConfig(data=data or Path(), database_url=database).database)
        try:
            upgrade(opened)
            yield TokenStore(opened)
        finally:
            opened.close()
    finally:
        os.umask(previous)


def facts(record: TokenRecord) -> dict[str, Any]:
    """What may be printed of a token, as JSON."""
    return {
        "name": record.name,
        "owner": record.owner,
        "state": record.state(datetime.datetime.now(datetime.timezone.utc)),
        "scopes": sorted(record.scopes),
        "quota": record.quota.to_dict(),
        "created": moment(record.created),
        "expires": moment(record.expires),
        "revoked": moment(record.revoked),
        "last_used": moment(record.last_used),
    }


def describe(record: TokenRecord) -> str:
    """A token in a few lines."""
    state = record.state(datetime.datetime.now(datetime.timezone.utc))
    limits = ", ".join(f"{name} {value}" for name, value in record.quota.to_dict().items())
    return "\n".join(
        [
            f"{record.name}: {state}",
            f"  owner       {record.owner}",
            f"  scopes      {', '.join(sorted(record.scopes))}",
            f"  limits      {limits or 'those of the server'}",
            f"  created     {moment(record.created)}, {expiry(record)}",
            f"  last used   {moment(record.last_used) or 'never'}",
        ]
    )


def expiry(record: TokenRecord) -> str:
    """Until when a token is good, in words."""
    return "does not expire" if record.expires is None else f"expires {moment(record.expires)}"


def moment(value: datetime.datetime | None) -> str | None:
    """A moment as ISO 8601 in UTC, to the second."""
    return None if value is None else value.strftime("%Y-%m-%dT%H:%M:%SZ")
