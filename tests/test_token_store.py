"""Access tokens on a real database: what is kept of them, what makes them invalid, and the command line over them."""

from __future__ import annotations

import datetime
import json
import re
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa
from click.testing import CliRunner
from scenefill.cli.main import main
from scenefill.core.errors import SceneFillError
from scenefill.server import token_store
from scenefill.server.database import Database, TokenRow, now
from scenefill.server.migrations import upgrade
from scenefill.server.quotas import Quota
from scenefill.server.token_store import TokenStore, digest

SECOND = datetime.timedelta(seconds=1)


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with its tables, which every test gets a copy of."""
    path = tmp_path_factory.mktemp("empty") / "scenefill.db"
    opened = Database(f"sqlite:///{path}")
    upgrade(opened)
    opened.close()
    return path


@pytest.fixture
def database(empty: Path, tmp_path: Path) -> Iterator[Database]:
    opened = Database(f"sqlite:///{shutil.copy(empty, tmp_path)}")
    yield opened
    opened.close()


@pytest.fixture
def store(database: Database) -> TokenStore:
    return TokenStore(database)


def test_a_token_is_long_random_and_found_again(store: TokenStore) -> None:
    record, token = store.add("anna", scopes=("run", "monitor"), quota=Quota(running=2, bytes=10**12))
    assert re.fullmatch(r"scf_[A-Za-z0-9_-]{43}", token)
    found = store.check(token)
    assert found is not None
    assert (found.id, found.owner, found.scopes) == (record.id, "anna", {"run", "monitor"})
    assert found.quota == Quota(running=2, bytes=10**12)
    assert store.add("ben")[1] != token


def test_only_the_digest_is_kept(store: TokenStore, tmp_path: Path) -> None:
    _, token = store.add("anna")
    store.check(token)
    kept = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert token.encode() not in kept
    assert token.removeprefix("scf_").encode() not in kept
    assert digest(token).encode() in kept
    assert token not in repr(store.records())
    assert digest(token) not in repr(store.records())


def test_any_other_string_is_none(store: TokenStore) -> None:
    _, token = store.add("anna")
    others = ["", "scf_", token[:-1], token + "A", token.upper(), token.removeprefix("scf_"), digest(token), "\udc80"]
    others += [token[:-1] + ("A" if token[-1] != "A" else "B"), " " + token, "' OR 1=1 --", "\x00"]
    assert [other for other in others if store.check(other) is not None] == []


def test_expiry(store: TokenStore) -> None:
    _, gone = store.add("gone", expires=now() - SECOND)
    _, still = store.add("still", expires=now() + 60 * SECOND)
    assert store.check(gone) is None
    assert store.check(still) is not None
    assert [record.state(now()) for record in store.records()] == ["expired", "valid"]


def test_revocation_holds_at_once_for_every_process(store: TokenStore, database: Database) -> None:
    _, token = store.add("anna")
    other = TokenStore(Database(str(database.engine.url)))
    assert other.check(token) is not None
    store.revoke("anna")
    assert other.check(token) is None
    assert store.check(token) is None
    with pytest.raises(SceneFillError) as caught:
        store.revoke("anna")
    assert caught.value.code == "unknown-token"


def test_names_are_unique_among_tokens_that_live(store: TokenStore) -> None:
    _, first = store.add("anna")
    with pytest.raises(SceneFillError) as caught:
        store.add("anna")
    assert caught.value.code == "token-exists"
    store.revoke("anna")
    _, second = store.add("anna")
    assert store.check(first) is None
    assert store.check(second) is not None


def test_eight_at_once_make_one_token_of_a_name(store: TokenStore) -> None:
    made: list[str] = []
    refused: list[str] = []
    gate = threading.Barrier(8)

    def add() -> None:
        gate.wait()
        try:
            made.append(store.add("anna")[1])
        except SceneFillError as error:
            refused.append(error.code)

    threads = [threading.Thread(target=add) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (len(made), refused) == (1, ["token-exists"] * 7)


@pytest.mark.parametrize(
    "change",
    [
        {"name": ""},
        {"name": "a b"},
        {"name": "a\nb"},
        {"name": "a|b"},
        {"name": "../a"},
        {"name": "a" * 65},
        {"name": "anonymous"},
        {"name": "a", "owner": "Anonymous"},
        {"name": "a", "owner": "oidc-0123"},
        {"name": "a", "scopes": ()},
        {"name": "a", "scopes": ("run", "root")},
    ],
    ids=str,
)
def test_what_cannot_be_a_token(store: TokenStore, change: dict[str, object]) -> None:
    with pytest.raises(SceneFillError) as caught:
        store.add(**change)
    assert caught.value.code == "bad-value"
    assert store.records() == []


def test_the_last_use_is_noted_once_a_minute(store: TokenStore, database: Database) -> None:
    _, token = store.add("anna")
    writes: list[str] = []
    sa.event.listen(
        database.engine,
        "before_cursor_execute",
        lambda _c, _k, statement, *_: writes.append(statement) if statement.startswith("UPDATE") else None,
    )
    for _ in range(5):
        store.check(token)
    assert len(writes) == 1
    first = store.records()[0].last_used
    assert first is not None
    with database.transaction() as session:
        session.execute(sa.update(TokenRow).values(last_used=first - token_store.NOTE_EVERY))
    store.check(token)
    again = store.records()[0].last_used
    assert again is not None
    assert again >= first


def test_a_database_that_only_reads_still_checks(store: TokenStore, database: Database) -> None:
    _, token = store.add("anna")
    sa.event.listen(database.engine, "begin", lambda connection: connection.exec_driver_sql("PRAGMA query_only=ON"))
    found = store.check(token)
    assert found is not None
    assert store.records()[0].last_used is None


def test_a_database_that_is_gone_is_an_error_not_a_refusal(database: Database, store: TokenStore) -> None:
    with database.transaction() as session:
        session.execute(sa.text("DROP TABLE tokens"))
    with pytest.raises(SceneFillError) as caught:
        store.check("scf_x")
    assert caught.value.code == "database-down"


def test_whether_anybody_could_come_in(store: TokenStore) -> None:
    assert not store.any_valid()
    store.add("gone", expires=now() - SECOND)
    assert not store.any_valid()
    store.add("anna")
    assert store.any_valid()


def token_command(data: Path, *arguments: str) -> tuple[int, str, str]:
    done = CliRunner().invoke(main, ["token", *arguments, "--data", str(data)])
    return done.exit_code, done.stdout, done.stderr


def test_command_line_from_the_first_token_to_its_end(tmp_path: Path) -> None:
    data = tmp_path / "server"
    more = ["--owner", "lab", "--scope", "run", "--scope", "monitor", "--expires", "90d"]
    quota = ["--running", "1", "--waiting", "5", "--pixels", "1000", "--bytes", "2000"]
    status, token, remark = token_command(data, "add", "anna", *more, *quota)
    assert status == 0
    assert re.fullmatch(r"scf_[\w-]{43}\n", token)
    assert "anna" in remark
    assert token.strip() not in remark
    assert (data / "scenefill.db").stat().st_mode & 0o077 == 0

    status, listed, _ = token_command(data, "list", "--json")
    (found,) = json.loads(listed)
    assert (found["name"], found["owner"], found["state"]) == ("anna", "lab", "valid")
    assert found["scopes"] == ["monitor", "run"]
    assert found["quota"] == {"running": 1, "waiting": 5, "pixels": 1000, "bytes": 2000}
    days = datetime.datetime.fromisoformat(found["expires"].rstrip("Z")) - datetime.datetime.fromisoformat(
        found["created"].rstrip("Z")
    )
    assert abs(days - datetime.timedelta(days=90)) < 5 * SECOND
    _, words, _ = token_command(data, "list")
    assert "anna: valid" in words
    assert not {token.strip(), digest(token.strip())} & set(re.split(r"[\s,\"]+", words + listed))

    assert token_command(data, "revoke", "anna")[0] == 0
    assert "anna: revoked" in token_command(data, "list")[1]
    status, _, error = token_command(data, "revoke", "anna")
    assert (status > 0, "error[unknown-token]" in error) == (True, True)


@pytest.mark.parametrize("expires", ["", "90", "0d", "-1d", "1m", "1.5d", "101y", "soon"])
def test_command_line_refuses_other_times(tmp_path: Path, expires: str) -> None:
    assert token_command(tmp_path / "server", "add", "anna", "--expires", expires)[0] == 2
    assert not (tmp_path / "server").exists()


def test_command_line_does_not_make_a_server_by_a_slip(tmp_path: Path) -> None:
    for command in (["list"], ["revoke", "anna"]):
        status, _, error = token_command(tmp_path / "serber", *command)
        assert (status, "missing-file" in error) == (3, True)
    assert not (tmp_path / "serber").exists()
    assert CliRunner().invoke(main, ["token", "list"]).exit_code == 2
