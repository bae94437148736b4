"""The server's database: its tables, and transactions that behave alike on SQLite and PostgreSQL."""

from __future__ import annotations

import datetime
import time
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import make_url
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column

from ..core.errors import SceneFillError
from ..core.file_lock import FileLock

#: Seconds that a transaction waits for another one's end, and a thread for a connection.
_PATIENCE = 60
#: Seconds that a server which was just killed may still seem to have its database.
_HANDOVER = 5.0
#: What SQLAlchemy raises when the database is away or too busy; all else of it is a defect.
DATABASE_DOWN = (sa.exc.OperationalError, sa.exc.InterfaceError, sa.exc.DisconnectionError, sa.exc.TimeoutError)
#: Of libpq: the end of a machine or of a way to it is noticed within two minutes.
_KEEPALIVES = {"keepalives": 1, "keepalives_idle": 60, "keepalives_interval": 15, "keepalives_count": 4}
#: Marks the connections of a transaction that writes.
_WRITES = "scenefill_writes"


def now() -> datetime.datetime:
    """This moment, in UTC and saying so."""
    return datetime.datetime.now(datetime.timezone.utc)


class UtcDateTime(sa.TypeDecorator[datetime.datetime]):
    """A moment in UTC; SQLite forgets the time zone, so it is put back. A naive moment is refused."""

    impl = sa.DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime.datetime | None, dialect: sa.Dialect) -> datetime.datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"{value} has no time zone")
        return value.astimezone(datetime.timezone.utc)

    def process_result_value(self, value: datetime.datetime | None, dialect: sa.Dialect) -> datetime.datetime | None:
        if value is None:
            return None
        utc = datetime.timezone.utc
        return value.replace(tzinfo=utc) if value.tzinfo is None else value.astimezone(utc)


class Base(DeclarativeBase):
    """Of all tables. Names of constraints are fixed, because migrations have to name them."""

    metadata = sa.MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map = {
        datetime.datetime: UtcDateTime(),
        int: sa.BigInteger(),
        str: sa.Text(),
        dict[str, Any]: sa.JSON(none_as_null=True),
        list[Any]: sa.JSON(none_as_null=True),
    }


class JobRow(Base):
    """One job. ``number`` is the order of arrival, ``turn`` counts who was served when, ``id`` is what clients know."""

    __tablename__ = "jobs"
    __table_args__ = (sa.UniqueConstraint("owner", "idempotency_key"), {"sqlite_autoincrement": True})

    number: Mapped[int] = mapped_column(sa.BigInteger().with_variant(sa.Integer(), "sqlite"), primary_key=True)
    id: Mapped[str] = mapped_column(unique=True)
    owner: Mapped[str] = mapped_column(index=True)
    process: Mapped[str]
    request: Mapped[str]
    request_digest: Mapped[str]
    idempotency_key: Mapped[str | None]
    pixels: Mapped[int]
    uploads: Mapped[list[Any]]
    running_quota: Mapped[int | None]
    state: Mapped[str] = mapped_column(index=True)
    turn: Mapped[int | None]
    attempts: Mapped[int]
    restarts: Mapped[int]
    stage: Mapped[str | None]
    fraction: Mapped[float]
    windows_done: Mapped[int | None]
    windows_total: Mapped[int | None]
    seconds_left: Mapped[float | None]
    seconds: Mapped[float | None]
    error: Mapped[dict[str, Any] | None]
    error_code: Mapped[str | None]
    results: Mapped[list[Any] | None]
    removed: Mapped[bool]
    created: Mapped[datetime.datetime]
    started: Mapped[datetime.datetime | None]
    finished: Mapped[datetime.datetime | None]
    updated: Mapped[datetime.datetime]
    expires: Mapped[datetime.datetime | None] = mapped_column(index=True)


class UploadRow(Base):
    """One upload. ``state`` is ``open`` or ``complete``; ``sha256`` is declared first, then found."""

    __tablename__ = "uploads"
    __table_args__ = (sa.Index(None, "owner", "sha256"),)

    id: Mapped[str] = mapped_column(primary_key=True)
    owner: Mapped[str]
    length: Mapped[int]
    offset: Mapped[int]
    sha256: Mapped[str | None]
    media_type: Mapped[str | None]
    state: Mapped[str]
    created: Mapped[datetime.datetime]
    touched: Mapped[datetime.datetime]
    expires: Mapped[datetime.datetime] = mapped_column(index=True)


class TokenRow(Base):
    """One token, of which only the SHA-256 is known."""

    __tablename__ = "tokens"

    id: Mapped[str] = mapped_column(primary_key=True)
    owner: Mapped[str]
    name: Mapped[str]
    digest: Mapped[str] = mapped_column(unique=True)
    scopes: Mapped[list[Any]]
    quota: Mapped[dict[str, Any]]
    created: Mapped[datetime.datetime]
    expires: Mapped[datetime.datetime | None]
    revoked: Mapped[datetime.datetime | None]
    last_used: Mapped[datetime.datetime | None]


class Database:
    """Connections to one database. Safe to use from any number of threads.

    Args:
        url: of SQLAlchemy: ``sqlite:///...`` (the file's folder is made) or ``postgresql://...`` (by psycopg).

    Raises:
        SceneFillError: ``bad-database`` for a URL of another kind.
    """

    def __init__(self, url: str) -> None:
        try:
            parsed = make_url(url)
        except sa.exc.ArgumentError as error:
            raise _bad_url("it cannot be read") from error
        if parsed.drivername == "postgresql":
            parsed = parsed.set(drivername="postgresql+psycopg")
        if parsed.get_backend_name() not in ("sqlite", "postgresql"):
            raise _bad_url(f"it is of '{parsed.get_backend_name()}'")
        self.is_sqlite = parsed.get_backend_name() == "sqlite"
        options: dict[str, Any] = {"pool_size": 8, "max_overflow": 24, "pool_timeout": _PATIENCE}
        if self.is_sqlite:
            if not parsed.database or parsed.database == ":memory:":
                raise _bad_url("a database in memory would be lost with the server")
            Path(parsed.database).absolute().parent.mkdir(parents=True, exist_ok=True)
            options["connect_args"] = {"timeout": _PATIENCE, "check_same_thread": False}
        else:
            options |= {"pool_pre_ping": True, "connect_args": {"connect_timeout": 10, **_KEEPALIVES}}
        self.engine = sa.create_engine(parsed, **options)
        if self.is_sqlite:
            sa.event.listen(self.engine, "connect", _set_up_sqlite)
            sa.event.listen(self.engine, "begin", _begin_sqlite)
        self._writer = self.engine.execution_options(**{_WRITES: True})

    @contextmanager
    def session(self) -> Iterator[Session]:
        """A session that only reads."""
        with Session(self.engine, expire_on_commit=False) as session, session.begin():
            yield session

    @contextmanager
    def transaction(self, lock: str | None = None) -> Iterator[Session]:
        """A session that may write, committed at its end and rolled back by an exception. Never nest two of them.

        Args:
            lock: name of what is decided here by counting rows; transactions of one name take turns. (On SQLite all
                that write do.)
        """
        with Session(self._writer, expire_on_commit=False) as session, session.begin():
            if lock is not None and not self.is_sqlite:
                session.execute(sa.select(sa.func.pg_advisory_xact_lock(_lock_key(lock))))
            yield session

    def claim(self) -> Claim:
        """Take the whole database for this server: two that run its jobs would run them twice.

        Raises:
            SceneFillError: ``database-busy``.
        """
        return _FileClaim(Path(f"{self.engine.url.database}.lock")) if self.is_sqlite else _SessionClaim(self.engine)

    def ping(self) -> None:
        """Ask the database anything.

        Raises:
            SceneFillError: ``database-down``.
        """
        try:
            with self.session() as session:
                session.execute(sa.text("SELECT 1"))
        except sa.exc.SQLAlchemyError as error:
            raise database_down(error) from error

    def close(self) -> None:
        """Close all connections that are not in use."""
        self.engine.dispose()


class Claim:
    """A database that is one server's until :meth:`release`, or the end of the process."""

    def holds(self) -> bool:
        """Whether it still is; one that was lost with its connection is taken again where nobody else has it.

        Raises:
            DATABASE_DOWN: it cannot be known now.
        """
        raise NotImplementedError

    def release(self) -> None:
        raise NotImplementedError


class _FileClaim(Claim):
    """Of SQLite: a lock on a file beside it."""

    def __init__(self, path: Path) -> None:
        try:
            self._lock = FileLock(path)
        except OSError as error:
            raise _busy() from error

    def holds(self) -> bool:
        return True

    def release(self) -> None:
        self._lock.release()


class _SessionClaim(Claim):
    """Of PostgreSQL: an advisory lock, which ends with the connection that took it."""

    def __init__(self, engine: sa.Engine) -> None:
        self._engine = engine
        self._connection: sa.Connection | None = None
        deadline = time.monotonic() + _HANDOVER
        while not self._take():
            if time.monotonic() >= deadline:
                raise _busy()
            time.sleep(0.1)

    def holds(self) -> bool:
        if self._connection is not None:
            try:
                self._connection.execute(sa.text("SELECT 1"))
                return True
            except DATABASE_DOWN:
                self.release()
        return self._take()

    def release(self) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            # Not back into the pool: the lock is the connection's.
            connection.invalidate()
            connection.close()

    def _take(self) -> bool:
        connection = self._engine.connect().execution_options(isolation_level="AUTOCOMMIT")
        if connection.scalar(sa.select(sa.func.pg_try_advisory_lock(_lock_key("server")))):
            self._connection = connection
            return True
        connection.close()
        return False


def _set_up_sqlite(connection: Any, _record: object) -> None:
    # Transactions begin where _begin_sqlite says, not where the driver guesses.
    connection.isolation_level = None
    cursor = connection.cursor()
    cursor.execute("PRAGMA journal_mode=WAL")
    cursor.execute("PRAGMA foreign_keys=ON")
    cursor.close()


def _begin_sqlite(connection: sa.Connection) -> None:
    # A transaction that reads first and then wants to write fails at once when another one wrote in between; one that
    # asks for the right to write at its beginning waits for it.
    writes = connection.get_execution_options().get(_WRITES, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _lock_key(name: str) -> int:
    """PostgreSQL's locks have numbers for names."""
    return zlib.crc32(f"scenefill/{name}".encode())


def _busy() -> SceneFillError:
    return SceneFillError(
        "database-busy",
        "Another server is using this database.",
        "Stop it, or name another database.",
    )


def _bad_url(problem: str) -> SceneFillError:
    # The URL may hold a password.
    return SceneFillError(
        "bad-database",
        f"The server cannot use this database URL: {problem}.",
        "Give sqlite:///FILE or postgresql://USER@HOST/NAME.",
    )


def database_down(error: Exception) -> SceneFillError:
    """What a client is told when the database does not answer."""
    return SceneFillError(
        "database-down",
        "The server's database does not answer.",
        "Try again later; an administrator finds the reason in the server's log.",
        {"error": type(error).__name__},
    )
