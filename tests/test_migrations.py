"""The migrations make the tables that the models describe, on SQLite and on PostgreSQL."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from scenefill.core.errors import SceneFillError
from scenefill.server.database import Base, Database
from scenefill.server.migrations import upgrade
from scenefill.tests.postgres_cluster import Cluster


@pytest.fixture(scope="module")
def cluster() -> Iterator[Cluster]:
    with Cluster() as running:
        yield running


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    url = f"sqlite:///{tmp_path / 'deep' / 'server.db'}"
    if request.param == "postgresql":
        url = request.getfixturevalue("cluster").new_database()
    made = Database(url)
    yield made
    made.close()


def differences(database: Database) -> list[object]:
    with database.session() as session:
        options = {"compare_type": True, "compare_server_default": True}
        context = MigrationContext.configure(session.connection(), opts=options)
        return list(compare_metadata(context, Base.metadata))


def test_migrations_make_what_the_models_say(database: Database, tmp_path: Path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    upgrade(database)
    assert differences(database) == []
    upgrade(database)
    assert differences(database) == []
    database.ping()


def test_the_comparison_finds_a_difference(database: Database) -> None:
    upgrade(database)
    with database.transaction() as session:
        session.execute(sa.text("ALTER TABLE tokens DROP COLUMN last_used"))
        session.execute(sa.text("DROP INDEX ix_jobs_state"))
    assert {difference[0] for difference in differences(database)} == {"add_column", "add_index"}


def test_servers_that_start_at_once(database: Database) -> None:
    failures: list[Exception] = []

    def start() -> None:
        try:
            upgrade(database)
        except Exception as error:  # noqa: BLE001 -- told in the thread that waits
            failures.append(error)

    threads = [threading.Thread(target=start) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert differences(database) == []


def test_one_server_for_a_database(database: Database) -> None:
    upgrade(database)
    claim = database.claim()
    with pytest.raises(SceneFillError) as raised:
        database.claim()
    assert raised.value.code == "database-busy"
    assert claim.holds()
    claim.release()
    database.claim().release()


@pytest.mark.parametrize("database", ["postgresql"], indirect=True)
def test_a_claim_that_was_lost_is_taken_again_unless_somebody_has_it(database: Database) -> None:
    """PostgreSQL forgets it with the connection: when it is restarted, or the network was away."""
    claim = database.claim()
    _end_connections(database)
    assert claim.holds()
    _end_connections(database)
    other = database.claim()
    assert not claim.holds()
    assert not claim.holds()
    other.release()
    assert claim.holds()
    claim.release()


def _end_connections(database: Database) -> None:
    others = "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND pid <> pg_backend_pid()"
    with database.transaction() as session:
        session.execute(sa.text(others))


def test_a_later_version_is_not_touched(database: Database) -> None:
    upgrade(database)
    with database.transaction() as session:
        session.execute(sa.text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(SceneFillError) as raised:
        upgrade(database)
    assert raised.value.code == "database-newer"


@pytest.mark.parametrize("url", ["mysql://host/x", "nothing", "sqlite://", "sqlite:///:memory:"])
def test_other_databases_are_refused(url: str) -> None:
    with pytest.raises(SceneFillError) as raised:
        Database(url)
    assert raised.value.code == "bad-database"


def test_a_database_that_is_not_there(tmp_path: Path) -> None:
    database = Database(f"postgresql://scenefill:pass%20word@/none?host={tmp_path}")
    with pytest.raises(SceneFillError) as raised:
        database.ping()
    assert raised.value.code == "database-down"
    assert "pass" not in str(raised.value.to_dict())
