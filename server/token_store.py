"""Access tokens: made, found again by what a client sends, revoked. Only their digests are kept."""

from __future__ import annotations

import datetime
import hashlib
import hmac
import logging
import re
import secrets
from collections.abc import Iterable
from dataclasses import dataclass

import sqlalchemy as sa

from ..core.errors import SceneFillError
from .database import Database, TokenRow, database_down, now
from .quotas import Quota

logger = logging.getLogger("scenefill.server")

#: So that a person, and a scanner of repositories, knows what a leaked string is.
PREFIX = "scf_"
SECRET_BYTES = 32

RUN, MONITOR, ADMIN = "run", "monitor", "admin"
#: What a token may do: use processes, jobs and uploads; see health, readiness and figures; see everybody's figures.
SCOPES = (RUN, MONITOR, ADMIN)

#: The owner of everything on a server that asks for no tokens, and how owners of an OIDC issuer begin.
ANONYMOUS = "anonymous"
RESERVED = re.compile(rf"{ANONYMOUS}$|oidc-", re.IGNORECASE)
NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._@-]{0,63}")

#: A token's last use is written down at most this often: most requests only read the database.
NOTE_EVERY = datetime.timedelta(minutes=1)


@dataclass(frozen=True)
class TokenRecord:
    """What is known of a token: everything but the token.

    Args:
        id: of the record; no secret, and no part of one.
        name: what its administrator calls it; unique among tokens that are not revoked.
        owner: whom jobs and uploads belong to; several tokens may have one owner.
        scopes: some of :data:`SCOPES`.
        quota: limits of its own; what is None is as the server's default says.
        created, expires, revoked, last_used: moments in UTC; ``last_used`` is right to a minute.
    """

    id: str
    name: str
    owner: str
    scopes: frozenset[str]
    quota: Quota
    created: datetime.datetime
    expires: datetime.datetime | None
    revoked: datetime.datetime | None
    last_used: datetime.datetime | None

    def state(self, moment: datetime.datetime) -> str:
        """``valid``, ``expired`` or ``revoked`` at ``moment``."""
        if self.revoked is not None:
            return "revoked"
        return "expired" if self.expires is not None and self.expires <= moment else "valid"


def digest(token: str) -> str:
    """SHA-256 of a token, by which it is found.

    One fast hash without salt is right here: a token has 256 random bits, which nobody guesses at any speed and no
    table holds. Slow hashes are for what people think up, and would cost every request their time.
    """
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()


class TokenStore:
    """The tokens of one database. Safe to use from several threads and processes.

    Every check asks the database, so that a token which any process revokes is worthless at once.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(
        self,
        name: str,
        owner: str | None = None,
        scopes: Iterable[str] = (RUN,),
        quota: Quota | None = None,
        expires: datetime.datetime | None = None,
    ) -> tuple[TokenRecord, str]:
        """Make a token; the second thing returned is the only copy of it.

        Raises:
            SceneFillError: ``bad-value`` for a name, owner or scope that cannot be, ``token-exists``.
        """
        token = PREFIX + secrets.token_urlsafe(SECRET_BYTES)
        row = TokenRow(
            id=secrets.token_hex(8),
            name=_checked("name", name),
            owner=_checked("owner", name if owner is None else owner),
            digest=digest(token),
            scopes=sorted(_checked_scopes(scopes)),
            quota=(quota or Quota()).to_dict(),
            created=now(),
            expires=expires,
            revoked=None,
            last_used=None,
        )
        with self._database.transaction("tokens") as session:
            if session.scalar(sa.select(TokenRow.id).where(TokenRow.name == name, TokenRow.revoked.is_(None))):
                raise SceneFillError(
                    "token-exists",
                    f"There is a token '{name}' already.",
                    f"Take another name, or revoke that one: scenefill token revoke {name}.",
                )
            session.add(row)
            session.flush()
            return _record(row), token

    def records(self) -> list[TokenRecord]:
        """All tokens, revoked ones too, oldest first."""
        with self._database.session() as session:
            rows = session.scalars(sa.select(TokenRow).order_by(TokenRow.created, TokenRow.id))
            return [_record(row) for row in rows]

    def any_valid(self) -> bool:
        """Whether anybody could come in."""
        moment = now()
        return any(record.state(moment) == "valid" for record in self.records())

    def revoke(self, name: str) -> TokenRecord:
        """Make the token of that name worthless, from the next request on.

        Raises:
            SceneFillError: ``unknown-token`` when none that is not revoked has the name.
        """
        with self._database.transaction("tokens") as session:
            row = session.scalar(sa.select(TokenRow).where(TokenRow.name == name, TokenRow.revoked.is_(None)))
            if row is None:
                raise SceneFillError(
                    "unknown-token", f"There is no token '{name}' to revoke.", "scenefill token list shows all."
                )
            row.revoked = now()
            return _record(row)

    def check(self, token: str) -> TokenRecord | None:
        """The record of a token that is valid now; None for any other, whatever the reason.

        The same work is done for every string: one look-up by digest and one comparison. What the index's timing tells
        of a digest does not help anybody to find a token.

        Raises:
            SceneFillError: ``database-down``.
        """
        wanted = digest(token)
        try:
            with self._database.session() as session:
                row = session.scalar(sa.select(TokenRow).where(TokenRow.digest == wanted))
        except sa.exc.SQLAlchemyError as error:
            raise database_down(error) from error
        same = hmac.compare_digest(row.digest if row is not None else digest(""), wanted)
        if row is None or not same:
            return None
        record = _record(row)
        moment = now()
        if record.state(moment) != "valid":
            return None
        if record.last_used is None or moment - record.last_used >= NOTE_EVERY:
            self._note_use(record.id, moment)
        return record

    def _note_use(self, token_id: str, moment: datetime.datetime) -> None:
        late = sa.or_(TokenRow.last_used.is_(None), TokenRow.last_used <= moment - NOTE_EVERY)
        try:
            with self._database.transaction() as session:
                session.execute(sa.update(TokenRow).where(TokenRow.id == token_id, late).values(last_used=moment))
        except sa.exc.SQLAlchemyError as error:
            # When it was used is good to know; a database that only reads for the moment is no reason to refuse it.
            logger.warning("the use of a token could not be noted: %s", type(error).__name__)


def _record(row: TokenRow) -> TokenRecord:
    return TokenRecord(
        id=row.id,
        name=row.name,
        owner=row.owner,
        scopes=frozenset(row.scopes),
        quota=Quota.from_dict(row.quota),
        created=row.created,
        expires=row.expires,
        revoked=row.revoked,
        last_used=row.last_used,
    )


def _checked(what: str, name: str) -> str:
    """A name or owner that may go into logs and lists, and that nobody else has by nature."""
    if not NAME.fullmatch(name):
        raise SceneFillError(
            "bad-value",
            f"{name!r:.80} cannot be the {what} of a token.",
            "It has 1 to 64 letters, digits, '.', '_', '@' and '-', and begins with a letter or digit.",
        )
    if RESERVED.match(name):
        raise SceneFillError("bad-value", f"'{name}' is a {what} that the server gives itself.", "Take another one.")
    return name


def _checked_scopes(scopes: Iterable[str]) -> set[str]:
    wanted = set(scopes)
    if not wanted or wanted - set(SCOPES):
        raise SceneFillError(
            "bad-value",
            f"'{', '.join(sorted(wanted - set(SCOPES)))}' is no scope of a token.",
            f"Give some of {', '.join(SCOPES)}.",
        )
    return wanted
