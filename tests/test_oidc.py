"""OIDC bearer tokens against a real issuer on loopback: which tokens are believed, and what is asked of the issuer."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import logging
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Annotated, Any

import jwt
import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from fastapi import Depends, FastAPI
from scenefill.core.errors import SceneFillError
from scenefill.server import oidc
from scenefill.server.access import Caller, caller, protect
from scenefill.server.config import ServerConfig
from scenefill.server.database import Database
from scenefill.server.migrations import upgrade
from scenefill.server.oidc import OidcVerifier
from scenefill.server.quotas import Quota
from scenefill.server.token_store import TokenStore
from scenefill.tests.asgi_call import call

AUDIENCE = "scenefill"
RSA_KEY = rsa.generate_private_key(public_exponent=65537, key_size=2048)
OTHER_RSA_KEY = rsa.generate_private_key(public_exponent=65537, key_size=2048)
WEAK_RSA_KEY = rsa.generate_private_key(public_exponent=65537, key_size=1024)
EC_KEY = ec.generate_private_key(ec.SECP256R1())
P384_KEY = ec.generate_private_key(ec.SECP384R1())
ED_KEY = ed25519.Ed25519PrivateKey.generate()


def public_jwk(key: Any, kid: str | None, **members: Any) -> dict[str, Any]:
    kinds = {rsa.RSAPrivateKey: jwt.algorithms.RSAAlgorithm, ec.EllipticCurvePrivateKey: jwt.algorithms.ECAlgorithm}
    kind = next((kinds[cls] for cls in kinds if isinstance(key, cls)), jwt.algorithms.OKPAlgorithm)
    jwk = json.loads(kind.to_jwk(key.public_key()))
    return {**jwk, **({} if kid is None else {"kid": kid}), **members}


@dataclass
class Issuer:
    """An issuer at ``url``, whose answers a test may change."""

    url: str = ""
    keys: list[dict[str, Any]] = field(default_factory=list)
    answers: dict[str, Callable[[BaseHTTPRequestHandler], None]] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    configuration: dict[str, Any] = field(default_factory=dict)
    stop: Callable[[], None] = lambda: None

    def claims(self, **changes: Any) -> dict[str, Any]:
        now = int(time.time())
        claims = {"iss": self.url, "aud": AUDIENCE, "sub": "u-1", "iat": now, "nbf": now, "exp": now + 300}
        return {name: value for name, value in {**claims, **changes}.items() if value is not None}

    def token(self, key: Any = RSA_KEY, kid: str | None = "rsa", algorithm: str = "RS256", **changes: Any) -> str:
        return jwt.encode(self.claims(**changes), key, algorithm, {} if kid is None else {"kid": kid})

    def verifier(self, *algorithms: str) -> OidcVerifier:
        return OidcVerifier(self.url, AUDIENCE, algorithms or ("RS256", "ES256"))


def send_json(handler: BaseHTTPRequestHandler, document: Any) -> None:
    body = json.dumps(document).encode()
    handler.send_response(200)
    handler.send_header("Content-Length", str(len(body)))
    handler.end_headers()
    handler.wfile.write(body)


@pytest.fixture
def issuer() -> Iterator[Issuer]:
    made = Issuer(keys=[public_jwk(RSA_KEY, "rsa", use="sig", alg="RS256"), public_jwk(EC_KEY, "ec")])

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            made.asked.append(self.path)
            if self.path in made.answers:
                made.answers[self.path](self)
            elif self.path == "/.well-known/openid-configuration":
                send_json(self, {"issuer": made.url, "jwks_uri": made.url + "/keys", **made.configuration})
            elif self.path == "/keys":
                send_json(self, {"keys": made.keys})
            else:
                self.send_error(404)

        def log_message(self, *_: Any) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    made.url = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, args=(0.05,))
    thread.start()

    def stop() -> None:
        server.shutdown()
        thread.join()
        server.server_close()

    made.stop = stop
    yield made
    if thread.is_alive():
        stop()


def unsigned(header: dict[str, Any], claims: dict[str, Any], signature: bytes = b"") -> str:
    parts = [json.dumps(header).encode(), json.dumps(claims).encode(), signature]
    return ".".join(base64.urlsafe_b64encode(part).rstrip(b"=").decode() for part in parts)


def test_good_tokens(issuer: Issuer) -> None:
    verifier = issuer.verifier()
    found = verifier.verify(issuer.token(preferred_username="anna"))
    assert found is not None
    assert found.name == "anna"
    assert found.owner == oidc.owner_name(issuer.url, "u-1")
    assert verifier.verify(issuer.token(EC_KEY, "ec", "ES256")) is not None
    assert verifier.verify(issuer.token(aud=["other", AUDIENCE])) is not None
    assert issuer.asked == ["/.well-known/openid-configuration", "/keys"]


def test_clocks_may_differ_a_little(issuer: Issuer) -> None:
    now = int(time.time())
    verifier = issuer.verifier()
    assert verifier.verify(issuer.token(exp=now - 5)) is not None
    assert verifier.verify(issuer.token(iat=now + 20, nbf=now + 20)) is not None


BAD_CLAIMS: dict[str, dict[str, Any]] = {
    "expired": {"exp": 1_000_000},
    "not yet": {"nbf": 4_000_000_000},
    "from the future": {"iat": 4_000_000_000},
    "other audience": {"aud": "mail"},
    "other audiences": {"aud": ["mail", "calendar"]},
    "audience is an object": {"aud": {"scenefill": 1}},
    "other issuer": {"iss": "https://issuer.example"},
    "issuer with a slash": {"iss": "http://127.0.0.1/"},
    "no exp": {"exp": None},
    "no iat": {"iat": None},
    "no aud": {"aud": None},
    "no iss": {"iss": None},
    "no sub": {"sub": None},
    "empty sub": {"sub": ""},
    "long sub": {"sub": "x" * 256},
    "exp is text": {"exp": "soon"},
    "exp has no end": {"exp": float("inf")},
    "exp is nothing": {"exp": float("nan")},
}


@pytest.mark.parametrize("name", BAD_CLAIMS)
def test_claims_that_are_refused(issuer: Issuer, name: str) -> None:
    header = {"alg": "RS256", "kid": "rsa"}
    claims = issuer.claims(**BAD_CLAIMS[name])
    signing = unsigned(header, claims).rpartition(".")[0]
    signature = jwt.algorithms.RSAAlgorithm(jwt.algorithms.RSAAlgorithm.SHA256).sign(signing.encode(), RSA_KEY)
    verifier = issuer.verifier()
    assert verifier.verify(unsigned(header, claims, signature)) is None
    assert verifier.verify(issuer.token()) is not None


def test_none_and_secrets_made_of_public_keys(issuer: Issuer) -> None:
    verifier = issuer.verifier()
    for algorithm in ("none", "None", "NONE", "", None, ["RS256"], 1):
        assert verifier.verify(unsigned({"alg": algorithm, "kid": "rsa"}, issuer.claims())) is None
    pem = RSA_KEY.public_key().public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)
    for secret in (pem, json.dumps(issuer.keys[0]).encode(), b""):
        for algorithm, hashed in (("HS256", hashlib.sha256), ("HS512", hashlib.sha512)):
            header = {"alg": algorithm, "kid": "rsa"}
            signing = unsigned(header, issuer.claims()).rpartition(".")[0]
            signature = hmac.new(secret, signing.encode(), hashed).digest()
            assert verifier.verify(unsigned(header, issuer.claims(), signature)) is None
    assert verifier.verify(issuer.token()) is not None


def test_signatures_that_do_not_fit(issuer: Issuer) -> None:
    verifier = issuer.verifier()
    good = issuer.token()
    head, _, signature = good.rpartition(".")
    payload = unsigned({}, issuer.claims(sub="u-2")).split(".")[1]
    assert verifier.verify(issuer.token(OTHER_RSA_KEY)) is None
    assert verifier.verify(issuer.token(EC_KEY, "rsa", "ES256")) is None
    assert verifier.verify(issuer.token(RSA_KEY, "ec")) is None
    assert verifier.verify(f"{good.split('.')[0]}.{payload}.{signature}") is None
    assert verifier.verify(head + ".") is None
    # The algorithm is one of ours, but not of those that the administrator listed.
    assert verifier.verify(issuer.token(algorithm="RS512")) is None
    assert issuer.verifier("ES256").verify(good) is None
    jku = jwt.encode(issuer.claims(), OTHER_RSA_KEY, "RS256", {"jku": issuer.url + "/keys", "kid": "rsa"})
    assert verifier.verify(jku) is None
    own = {"kid": "rsa", "jwk": public_jwk(OTHER_RSA_KEY, "rsa")}
    assert verifier.verify(jwt.encode(issuer.claims(), OTHER_RSA_KEY, "RS256", own)) is None
    assert verifier.verify(jwt.encode(issuer.claims(), RSA_KEY, "RS256", {"kid": "rsa", "crit": ["x"], "x": 1})) is None


@pytest.mark.parametrize(
    "junk",
    ["", ".", "..", "...", "a.b.c", "scf_x", "e30.e30.e30", "=.=.=", "é.é.é", "A" * 9000, "\x00.\x00.\x00"],
    ids=lambda text: ascii(text)[:12],
)
def test_junk(issuer: Issuer, junk: str) -> None:
    assert issuer.verifier().verify(junk) is None
    assert issuer.asked == []


def test_json_that_is_too_deep(issuer: Issuer) -> None:
    deep = base64.urlsafe_b64encode(b"[" * 5000).rstrip(b"=").decode()
    assert issuer.verifier().verify(f"{deep}.{deep}.AA") is None


def test_an_unknown_key_is_asked_for_once_a_minute(issuer: Issuer, monkeypatch: pytest.MonkeyPatch) -> None:
    verifier = issuer.verifier()
    assert verifier.verify(issuer.token()) is not None
    new = issuer.token(OTHER_RSA_KEY, "next")
    for _ in range(20):
        assert verifier.verify(new) is None
    assert issuer.asked.count("/keys") == 1
    issuer.keys.append(public_jwk(OTHER_RSA_KEY, "next"))
    monkeypatch.setattr(oidc, "AGAIN", 0.0)
    assert verifier.verify(new) is not None
    assert verifier.verify(issuer.token()) is not None
    assert issuer.asked.count("/keys") == 2


def test_twenty_threads_ask_once(issuer: Issuer) -> None:
    verifier, token = issuer.verifier(), issuer.token()
    found: list[Any] = []
    threads = [threading.Thread(target=lambda: found.append(verifier.verify(token))) for _ in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert None not in found
    assert issuer.asked.count("/keys") == 1


def test_a_key_that_is_withdrawn(issuer: Issuer, monkeypatch: pytest.MonkeyPatch) -> None:
    verifier, token = issuer.verifier(), issuer.token()
    assert verifier.verify(token) is not None
    issuer.keys[0] = public_jwk(OTHER_RSA_KEY, "rsa")
    assert verifier.verify(token) is not None
    monkeypatch.setattr(oidc, "FRESH", 0.0)
    monkeypatch.setattr(oidc, "AGAIN", 0.0)
    assert verifier.verify(token) is None


def test_with_the_issuer_down(
    issuer: Issuer, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    known, stranger, token = issuer.verifier(), issuer.verifier(), issuer.token()
    assert known.verify(token) is not None
    issuer.stop()
    monkeypatch.setattr(oidc, "FRESH", 0.0)
    monkeypatch.setattr(oidc, "AGAIN", 0.0)
    with caplog.at_level(logging.DEBUG):
        assert stranger.verify(token) is None
        # Keys that are known go on for a day.
        assert known.verify(token) is not None
        monkeypatch.setattr(oidc, "KEPT", 0.0)
        assert known.verify(token) is None
    assert "cannot be fetched" in caplog.text
    assert token not in caplog.text


def test_a_token_without_a_key_id(issuer: Issuer) -> None:
    verifier = issuer.verifier()
    assert verifier.verify(issuer.token(kid=None)) is not None
    issuer.keys.append(public_jwk(OTHER_RSA_KEY, "other"))
    assert issuer.verifier().verify(issuer.token(kid=None)) is None


def test_keys_that_are_not_taken(issuer: Issuer) -> None:
    secret = {"kty": "oct", "k": "c2VjcmV0", "kid": "secret"}
    issuer.keys[:] = [
        public_jwk(RSA_KEY, "rsa", use="enc"),
        public_jwk(WEAK_RSA_KEY, "weak"),
        public_jwk(P384_KEY, "p384", alg="ES256"),
        secret,
        {"kty": "RSA", "kid": "broken", "n": "AQAB"},
        {"kty": "EC", "crv": "P-256", "kid": "off", "x": "AQ", "y": "AQ"},
        "key",
        {"kty": ["RSA"], "kid": ["rsa"]},
        public_jwk(EC_KEY, "ec"),
    ]
    verifier = issuer.verifier()
    with pytest.warns(jwt.warnings.InsecureKeyLengthWarning):
        weak = issuer.token(WEAK_RSA_KEY, "weak")
    assert verifier.verify(weak) is None
    assert verifier.verify(issuer.token()) is None
    assert verifier.verify(issuer.token(EC_KEY, "ec", "ES256")) is not None


def test_ed25519(issuer: Issuer) -> None:
    issuer.keys.append(public_jwk(ED_KEY, "ed"))
    assert issuer.verifier("EdDSA").verify(issuer.token(ED_KEY, "ed", "EdDSA")) is not None


def redirect(address: str) -> Callable[[BaseHTTPRequestHandler], None]:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(302)
        handler.send_header("Location", address)
        handler.send_header("Content-Length", "0")
        handler.end_headers()

    return answer


def send_for_ever(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.end_headers()
    try:
        while True:
            handler.wfile.write(b" " * 65536)
    except OSError:
        return


@pytest.mark.parametrize(
    ("path", "answer"),
    [
        ("/.well-known/openid-configuration", redirect("/moved")),
        ("/keys", redirect("/moved")),
        ("/keys", send_for_ever),
        ("/keys", lambda handler: handler.send_error(500)),
        ("/keys", lambda handler: send_json(handler, [])),
        ("/keys", lambda handler: send_json(handler, {"keys": {}})),
        ("/keys", lambda handler: send_json(handler, {"keys": [{}] * 65})),
        ("/keys", lambda handler: handler.close_connection),
    ],
)
def test_answers_of_an_issuer_that_are_not_taken(
    issuer: Issuer, path: str, answer: Callable[[BaseHTTPRequestHandler], None]
) -> None:
    issuer.answers["/moved"] = lambda handler: send_json(handler, {"keys": issuer.keys, "jwks_uri": issuer.url})
    issuer.answers[path] = answer
    assert issuer.verifier().verify(issuer.token()) is None
    assert "/moved" not in issuer.asked


def test_an_issuer_that_sends_byte_by_byte(issuer: Issuer, monkeypatch: pytest.MonkeyPatch) -> None:
    sent: list[bytes] = []

    def send_slowly(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.end_headers()
        try:
            for _ in range(400):
                handler.wfile.write(b" ")
                sent.append(b" ")
                time.sleep(0.05)
        except OSError:
            return

    monkeypatch.setattr(oidc, "DEADLINE", 3.0)
    issuer.answers["/keys"] = send_slowly
    assert issuer.verifier().verify(issuer.token()) is None
    assert 0 < len(sent) < 400


@pytest.mark.parametrize(
    "change",
    [
        {"issuer": "https://issuer.example"},
        {"jwks_uri": None},
        {"jwks_uri": 7},
        {"jwks_uri": "http://192.0.2.1/keys"},
        {"jwks_uri": "file:///etc/passwd"},
        {"jwks_uri": "http://user:password@127.0.0.1/keys"},
        {"jwks_uri": "//keys"},
        {"jwks_uri": "http://[::1"},
    ],
    ids=str,
)
def test_configurations_that_are_not_taken(issuer: Issuer, change: dict[str, Any]) -> None:
    issuer.configuration.update(change)
    assert issuer.verifier().verify(issuer.token()) is None
    assert issuer.asked == ["/.well-known/openid-configuration"]


def test_an_issuer_elsewhere_does_not_lead_back_here() -> None:
    for url in ("http://127.0.0.1/keys", "https://localhost/keys", "https://[::1]/keys", "https://127.1.2.3/keys"):
        with pytest.raises(ValueError, match="this machine"):
            oidc.check_url(url, local=False)
    oidc.check_url("https://issuer.example/keys", local=False)


@pytest.mark.parametrize(
    ("issuer_url", "audience", "algorithms"),
    [
        ("http://issuer.example", "a", ("RS256",)),
        ("ftp://127.0.0.1", "a", ("RS256",)),
        ("https://user@issuer.example", "a", ("RS256",)),
        ("https://", "a", ("RS256",)),
        ("issuer.example", "a", ("RS256",)),
        ("https://issuer.example", "", ("RS256",)),
        ("https://issuer.example", "a", ()),
        ("https://issuer.example", "a", ("RS256", "HS256")),
        ("https://issuer.example", "a", ("none",)),
        ("https://issuer.example", "a", ("ES256K",)),
    ],
)
def test_settings_that_are_refused(issuer_url: str, audience: str, algorithms: tuple[str, ...]) -> None:
    with pytest.raises(SceneFillError) as caught:
        OidcVerifier(issuer_url, audience, algorithms)
    assert caught.value.code == "oidc-config"


def test_owners_are_safe_names_and_never_meet() -> None:
    names = {oidc.owner_name(issuer, sub) for issuer in ("https://a", "https://b") for sub in ("1", "../2", "anna|\n")}
    assert len(names) == 6
    assert all(name.startswith("oidc-") and name[5:].isalnum() and len(name) == 45 for name in names)
    assert oidc.display_name({"preferred_username": "an\nna <b>", "sub": "1"}) == "an_na__b_"
    assert oidc.display_name({"preferred_username": 5, "sub": "u1"}) == "u1"


def test_a_server_takes_both_kinds_of_tokens(issuer: Issuer, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    config = ServerConfig(
        data=tmp_path, oidc_issuer=issuer.url, oidc_audience=AUDIENCE, quota=Quota(running=3), behind_proxy=True
    )
    database = Database(config.database)
    upgrade(database)
    _, own = TokenStore(database).add("anna")
    app = FastAPI()
    protect(app, config, TokenStore(database))

    @app.get("/me")
    @app.get("/health")
    def me(found: Annotated[Caller, Depends(caller)]) -> dict[str, Any]:
        return {"owner": found.owner, "scopes": sorted(found.scopes), "quota": found.quota.to_dict()}

    token, late = issuer.token(), issuer.token(exp=int(time.time()) - 60)
    with caplog.at_level(logging.DEBUG):
        answers = {
            name: call(app, path, [("Authorization", f"Bearer {text}")])
            for name, path, text in (
                ("oidc", "/me", token),
                ("own", "/me", own),
                ("late", "/me", late),
                ("monitor", "/health", token),
            )
        }
    database.close()
    assert {name: answer.status for name, answer in answers.items()} == {
        "oidc": 200,
        "own": 200,
        "late": 401,
        "monitor": 403,
    }
    assert answers["oidc"].json() == {
        "owner": oidc.owner_name(issuer.url, "u-1"),
        "scopes": ["run"],
        "quota": {"running": 3},
    }
    assert answers["own"].json()["owner"] == "anna"
    assert not [text for text in (token, late, own) if text in caplog.text]
