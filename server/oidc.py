"""Bearer tokens of an OpenID Connect issuer: who a signed token speaks for, without asking the issuer each time.

What a token says is believed only after its signature fits a key that the issuer publishes; the algorithm is taken from
the administrator's list, never from the token alone (RFC 8725, sections 3.1 and 3.2).
"""

from __future__ import annotations

import hashlib
import ipaddress
import json
import logging
import math
import re
import threading
import time
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import jwt
import requests

from ..core.errors import SceneFillError

logger = logging.getLogger("scenefill.server")

#: Algorithms by which an issuer signs with a key of its own: JWK type, and curve where the type has several.
#: ``none`` and ``HS*`` can not be listed: with those whoever knows the public key, or nothing at all, could sign.
ALGORITHMS: dict[str, tuple[str, str | None]] = {
    "RS256": ("RSA", None),
    "RS384": ("RSA", None),
    "RS512": ("RSA", None),
    "PS256": ("RSA", None),
    "PS384": ("RSA", None),
    "PS512": ("RSA", None),
    "ES256": ("EC", "P-256"),
    "ES384": ("EC", "P-384"),
    "ES512": ("EC", "P-521"),
    "EdDSA": ("OKP", "Ed25519"),
}
PUBLIC_MEMBERS = ("kty", "crv", "n", "e", "x", "y")
MIN_RSA_BITS = 2048
MAX_KEYS = 64

#: Clocks of issuer and server may differ by this, seconds.
LEEWAY = 30
MAX_TOKEN_LENGTH = 8192
MAX_SUBJECT_LENGTH = 255

#: Keys are fetched again when they are older than ``FRESH`` seconds, or when a token names one that is not known, but
#: never more often than every ``AGAIN`` seconds. With the issuer out of reach they serve for ``KEPT`` seconds.
FRESH = 3600.0
AGAIN = 60.0
KEPT = 24 * 3600.0

#: Seconds for a connection and for each wait for bytes; for a whole document; bytes of a document.
TIMEOUT = 5.0
DEADLINE = 15.0
MAX_DOCUMENT = 256 * 1024


@dataclass(frozen=True)
class Identity:
    """Who a token speaks for.

    Args:
        owner: name for jobs and files: of letters, digits and hyphens whatever the issuer calls its users.
        name: what a person recognises; only for show.
    """

    owner: str
    name: str


class OidcVerifier:
    """Checks bearer tokens of one issuer. Safe to use from several threads.

    Args:
        issuer: the ``iss`` of its tokens; ``https``, or ``http`` on this machine.
        audience: the ``aud`` that tokens for this server have.
        algorithms: accepted signature algorithms, of :data:`ALGORITHMS`.

    Raises:
        SceneFillError: ``oidc-config``.
    """

    def __init__(self, issuer: str, audience: str, algorithms: Iterable[str]) -> None:
        self._issuer = issuer
        self._audience = audience
        self._algorithms = tuple(algorithms)
        unknown = [name for name in self._algorithms if name not in ALGORITHMS]
        if unknown or not self._algorithms:
            raise SceneFillError(
                "oidc-config",
                f"'{', '.join(unknown)}' is no algorithm for tokens of an issuer.",
                f"Take some of {', '.join(ALGORITHMS)}.",
            )
        if not audience:
            raise SceneFillError(
                "oidc-config",
                "An issuer is given without an audience.",
                "Without one, tokens that were made for other services would do: give --oidc-audience.",
            )
        self._keys = IssuerKeys(issuer, self._algorithms)

    def verify(self, token: str) -> Identity | None:
        """Who ``token`` speaks for; None if it is not valid here and now, whatever the reason."""
        if len(token) > MAX_TOKEN_LENGTH:
            return None
        try:
            return self._identity(token)
        # Whatever a stranger puts into a token must not end as an error of the server: JSON nested too deep, numbers
        # without end.
        except (jwt.PyJWTError, ValueError, TypeError, OverflowError, RecursionError) as error:
            logger.debug("a token was refused: %s", type(error).__name__)
            return None

    def _identity(self, token: str) -> Identity | None:
        header = jwt.get_unverified_header(token)
        algorithm, kid = header.get("alg"), header.get("kid")
        if algorithm not in self._algorithms or "crit" in header:
            return None
        key = self._keys.find(kid, algorithm)
        if key is None:
            return None
        claims = jwt.decode(
            token,
            key.key,
            algorithms=[algorithm],
            audience=self._audience,
            issuer=self._issuer,
            leeway=LEEWAY,
            options={"require": ["exp", "iat", "iss", "aud", "sub"]},
        )
        subject = claims["sub"]
        if not isinstance(subject, str) or not 0 < len(subject) <= MAX_SUBJECT_LENGTH:
            return None
        return Identity(owner_name(self._issuer, subject), display_name(claims))


def owner_name(issuer: str, subject: str) -> str:
    """The owner for a subject of an issuer.

    A subject may hold any characters and belongs to its issuer alone, while an owner goes into queries, logs and
    folders: so it is a digest of both. 160 bits leave no room for two subjects that meet.
    """
    return "oidc-" + hashlib.sha256(f"{issuer}|{subject}".encode()).hexdigest()[:40]


def display_name(claims: dict[str, Any]) -> str:
    """What to call a person; characters that could forge a line of a log or a page are replaced."""
    for member in ("preferred_username", "email", "sub"):
        name = claims.get(member)
        if isinstance(name, str) and name:
            return re.sub(r"[^\w.@+-]", "_", name)[:64]
    return ""


class IssuerKeys:
    """The public keys of an issuer, fetched when they are needed and kept.

    Raises:
        SceneFillError: ``oidc-config`` for an issuer without a protected connection.
    """

    def __init__(self, issuer: str, algorithms: tuple[str, ...]) -> None:
        self._issuer = issuer
        self._algorithms = algorithms
        self._local = is_loopback_url(issuer)
        try:
            check_url(issuer, self._local)
        except ValueError as error:
            raise SceneFillError(
                "oidc-config",
                f"'{issuer}' cannot be the issuer of tokens: {error}.",
                "Give the address that its tokens have as `iss`.",
            ) from error
        self._lock = threading.Lock()
        self._keys: dict[tuple[str | None, str], list[jwt.PyJWK]] = {}
        self._fetched: float | None = None
        self._tried: float | None = None

    def find(self, kid: str | None, algorithm: str) -> jwt.PyJWK | None:
        """The key of that id for ``algorithm``; without an id, the issuer's only one for it."""
        if self._age() > FRESH:
            self._fetch_again()
        if self._age() > KEPT:
            return None
        found = self._pick(kid, algorithm)
        if found is None:
            self._fetch_again()
            found = self._pick(kid, algorithm)
        return found

    def _age(self) -> float:
        """Seconds since the keys were fetched; infinity before."""
        return math.inf if self._fetched is None else time.monotonic() - self._fetched

    def _pick(self, kid: str | None, algorithm: str) -> jwt.PyJWK | None:
        keys = self._keys.get((kid, algorithm), [])
        if kid is None:
            keys = [key for (_, name), some in self._keys.items() if name == algorithm for key in some]
        return keys[0] if len(keys) == 1 else None

    def _fetch_again(self) -> None:
        # One thread asks the issuer; those that come meanwhile wait for its answer, which has a deadline.
        with self._lock:
            now = time.monotonic()
            if self._tried is not None and now - self._tried < AGAIN:
                return
            self._tried = now
            try:
                self._keys = self._fetch()
            except (requests.RequestException, OSError, ValueError, TypeError, RecursionError) as error:
                logger.warning("the keys of the issuer '%s' cannot be fetched: %s", self._issuer, error)
                return
            self._fetched = time.monotonic()
            logger.info("%d key(s) of the issuer '%s' fetched", len({kid for kid, _ in self._keys}), self._issuer)

    def _fetch(self) -> dict[tuple[str | None, str], list[jwt.PyJWK]]:
        discovery = get_json(self._issuer.rstrip("/") + "/.well-known/openid-configuration", self._local)
        if discovery.get("issuer") != self._issuer:
            raise ValueError("its configuration names another issuer")
        address = discovery.get("jwks_uri")
        if not isinstance(address, str):
            raise ValueError("its configuration has no jwks_uri")
        listed = get_json(address, self._local).get("keys")
        if not isinstance(listed, list) or len(listed) > MAX_KEYS:
            raise ValueError(f"its keys are not a list of at most {MAX_KEYS}")
        keys: dict[tuple[str | None, str], list[jwt.PyJWK]] = {}
        for item in listed:
            for algorithm in self._algorithms:
                key = public_key(item, algorithm)
                if key is not None:
                    keys.setdefault((item.get("kid"), algorithm), []).append(key)
        return keys


def public_key(item: Any, algorithm: str) -> jwt.PyJWK | None:
    """A member of a key set as a key for ``algorithm``; None when it is not one."""
    kind, curve = ALGORITHMS[algorithm]
    if not isinstance(item, dict) or item.get("kty") != kind or item.get("crv") != curve:
        return None
    if item.get("use", "sig") != "sig" or item.get("alg", algorithm) != algorithm:
        return None
    if not isinstance(item.get("kid"), (str, type(None))):
        return None
    try:
        # Only what is public: a private part that an issuer published by mistake is not taken in.
        key = jwt.PyJWK({name: item[name] for name in PUBLIC_MEMBERS if name in item}, algorithm)
    except (jwt.PyJWTError, ValueError, TypeError) as error:
        logger.warning("a key of the issuer is left out: %s", type(error).__name__)
        return None
    return None if kind == "RSA" and key.key.key_size < MIN_RSA_BITS else key


def is_loopback_url(url: str) -> bool:
    """Whether a URL's host is this machine by its very name, without asking a resolver."""
    host = urlsplit(url).hostname or ""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def check_url(url: str, local: bool) -> None:
    """That a document of an issuer may be fetched from ``url``.

    Args:
        url: where it is said to be.
        local: whether the issuer itself is on this machine. If not, nothing it says leads back to this machine.

    Raises:
        ValueError: it may not.
    """
    parts = urlsplit(url)
    if not parts.hostname or parts.username is not None or parts.password is not None or parts.fragment:
        raise ValueError("it is no plain address of a host")
    if is_loopback_url(url):
        if not local:
            raise ValueError("it leads to this machine")
        if parts.scheme not in {"http", "https"}:
            raise ValueError("it is neither http nor https")
    elif parts.scheme != "https":
        raise ValueError("it is not https")


def get_json(url: str, local: bool) -> dict[str, Any]:
    """The JSON object at ``url``, within :data:`DEADLINE` and :data:`MAX_DOCUMENT`; redirects are not followed.

    Raises:
        ValueError: the address, the answer or its size is not right.
        requests.RequestException: no answer.
    """
    check_url(url, local)
    end = time.monotonic() + DEADLINE
    headers = {"Accept": "application/json", "Accept-Encoding": "identity"}
    with requests.Session() as session:
        # A proxy of the environment is for the world outside; and nobody's .netrc goes to an issuer.
        session.trust_env = not is_loopback_url(url)
        session.auth = _as_it_is
        with session.get(url, headers=headers, timeout=TIMEOUT, allow_redirects=False, stream=True) as answer:
            if answer.status_code != 200:
                raise ValueError(f"{url} answered {answer.status_code}")
            body = bytearray()
            # read1 returns what has come: a server that sends byte by byte cannot hold the deadline up.
            while chunk := answer.raw.read1(16384):
                body += chunk
                if len(body) > MAX_DOCUMENT:
                    raise ValueError(f"{url} is larger than {MAX_DOCUMENT} bytes")
                if time.monotonic() > end:
                    raise ValueError(f"{url} took longer than {DEADLINE:g} s")
    found = json.loads(bytes(body))
    if not isinstance(found, dict):
        raise ValueError(f"{url} is no JSON object")
    return found


def _as_it_is(request: requests.PreparedRequest) -> requests.PreparedRequest:
    return request
