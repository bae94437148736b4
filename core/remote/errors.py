"""What a user is told when a server, or the way to it, does not answer as it should: a sentence for each case."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any, Optional

from ..errors import SceneFillError
from .addresses import moved_to, same_place
from .backoff import retry_after
from .transport import Response, TransportFailure

#: Of a server's text that is shown; control characters would reach a terminal.
_MOST_TEXT = 500
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]+")
_CODE = re.compile(r"[a-z][a-z0-9-]{0,63}")
_PASSING = (408, 425, 429, 502, 503, 504)
_REDIRECTS = (301, 302, 303, 307, 308)


@dataclass(frozen=True)
class Refusal:
    """Why an exchange did not give what was wanted.

    Attributes:
        error: for the user.
        passing: whether another try may do better.
        after: seconds that the server asks to wait; None if it does not.
        status: of HTTP; 0 where no answer came.
    """

    error: SceneFillError
    passing: bool
    after: Optional[float] = None
    status: int = 0


def of_failure(failure: TransportFailure, server: str) -> Refusal:
    """For an exchange without an answer."""
    code, sentence, hint = {
        "dns": (
            "server-unreachable",
            f"The name of the server {server} is not known.",
            "Check its spelling and the network connection.",
        ),
        "unreachable": (
            "server-unreachable",
            f"The server {server} cannot be reached: nothing answers there.",
            "Check the address and the network, and ask whoever runs it whether it is up.",
        ),
        "timeout": (
            "server-unreachable",
            f"The server {server} does not answer in time.",
            "Check the network connection, or try again later.",
        ),
        "cut": (
            "server-unreachable",
            f"The connection to the server {server} was cut.",
            "Check the network connection and try again; what has been sent is kept.",
        ),
        "tls": (
            "server-tls",
            f"The connection to {server} is not safe: its certificate is not trusted, or there is no TLS.",
            "Check the address; a certificate of the institution's own has to be made known to this computer.",
        ),
        "proxy": (
            "server-proxy",
            f"The network's proxy does not let the connection to {server} through.",
            "Set the proxy and its login (HTTPS_PROXY on the command line, Options > Network in QGIS).",
        ),
        "proxy-url": (
            "server-proxy",
            "The address of the network's proxy cannot be used.",
            "Write HTTPS_PROXY like http://proxy.example.org:8080. Where the proxy wants a login, USER:PASSWORD@ goes "
            "before its name, with %23 for #, %2F for /, %3F for ? and %40 for @ in the password.",
        ),
        "url": ("bad-server", f"'{server}' is not the address of a server.", "Write it like https://example.org."),
    }[failure.kind]
    details = {"cause": failure.cause, "server": server}
    return Refusal(SceneFillError(code, sentence, hint, details), failure.kind in TransportFailure.PASSING)


def of_answer(response: Response, asked: str, server: str) -> Refusal:
    """For an answer that is not the wanted one."""
    details = {"status": response.status, "server": server}
    after = retry_after(response.headers)
    problem = _problem(response)
    if problem is not None:
        error = _from_problem(problem, response.status, details)
        passing = problem.get("retryable")
        again = passing if isinstance(passing, bool) else response.status in _PASSING
        return Refusal(error, again, after, response.status)
    if response.status in _REDIRECTS:
        return Refusal(_redirected(response, asked, server, details), False, after, response.status)
    if response.status == 511:
        return Refusal(_portal(server, details), False, after, 511)
    if 200 <= response.status < 300:
        return Refusal(no_scenefill(server, response), False, after, response.status)
    code, sentence, hint = _by_status(response.status, server)
    return Refusal(SceneFillError(code, sentence, hint, details), response.status in _PASSING, after, response.status)


def no_scenefill(server: str, response: Response) -> SceneFillError:
    """For an answer of something else than a SceneFill server."""
    page = response.media_type == "text/html" or response.body.lstrip()[:1] == b"<"
    what = "A web page" if page else "Something else"
    hint = "Check the address. In a network with a login page, open a browser and log in first." if page else ""
    return SceneFillError(
        "not-scenefill",
        f"{what} answers at {server} instead of a SceneFill server.",
        hint or "Check the address; the server's own page in a browser says how to connect.",
        {"status": response.status, "type": response.media_type, "server": server},
    )


def broken_answer(server: str, what: str) -> SceneFillError:
    """For JSON that cannot be read or lacks what is needed."""
    return SceneFillError(
        "server-answer",
        f"The answer of {server} cannot be understood: {what}.",
        "Its version may not fit this one; try again, and then ask whoever runs it.",
        {"server": server},
    )


def clean(text: object) -> str:
    """A text of the server's, safe to show."""
    return _CONTROL.sub(" ", str(text))[:_MOST_TEXT].strip()


def _problem(response: Response) -> Optional[dict[str, Any]]:
    """The body as a problem of RFC 9457 with SceneFill's code; None for anything else."""
    if "json" not in response.media_type or response.status < 400:
        return None
    try:
        found = json.loads(response.body)
    except (ValueError, RecursionError):
        return None
    if not isinstance(found, dict) or not isinstance(found.get("code"), str) or not _CODE.fullmatch(found["code"]):
        return None
    return found


def _from_problem(problem: dict[str, Any], status: int, details: dict[str, Any]) -> SceneFillError:
    sentence = clean(problem.get("detail") or problem.get("title") or f"The server refuses (status {status}).")
    hint = clean(problem.get("hint") or "")
    if status == 401:
        return _login(details)
    return SceneFillError(problem["code"], sentence, hint, details)


def _login(details: dict[str, Any]) -> SceneFillError:
    return SceneFillError(
        "server-login",
        "The server does not know the token, or it has expired.",
        "Give the token that whoever runs the server handed out: in SCENEFILL_TOKEN, by --token-file, or as an "
        "authentication configuration in QGIS.",
        details,
    )


def _portal(server: str, details: dict[str, Any]) -> SceneFillError:
    return SceneFillError(
        "captive-portal",
        f"The network's login page answers instead of {server}.",
        "Open a browser, log in to the network, and try again.",
        details,
    )


def _redirected(response: Response, asked: str, server: str, details: dict[str, Any]) -> SceneFillError:
    location = moved_to(asked, response.headers.get("location", ""))
    if not same_place(asked, location):
        return _portal(server, {**details, "location": clean(location)})
    return SceneFillError(
        "not-scenefill",
        f"The server {server} sends on to {clean(location)}.",
        "Give that address, if it is the same server's.",
        details,
    )


def _by_status(status: int, server: str) -> tuple[str, str, str]:
    known = {
        401: (_login({}).code, _login({}).message, _login({}).hint),
        403: (
            "server-forbidden",
            f"The token may not be used for this at {server}.",
            "Ask whoever runs the server for a token that may run jobs.",
        ),
        404: (
            "not-scenefill",
            f"No SceneFill server answers at {server}: there is no such page.",
            "Check the address, the path at its end included.",
        ),
        407: (
            "server-proxy",
            "The network's proxy wants a login.",
            "Set the proxy and its login (HTTPS_PROXY on the command line, Options > Network in QGIS).",
        ),
        410: ("gone", f"What is asked for is no longer on {server}.", "Run the job again."),
        413: (
            "too-large",
            f"The server {server}, or a proxy before it, refuses the data as too large.",
            "Choose a smaller extent, or ask whoever runs the server about its limits.",
        ),
        429: ("server-busy", f"The server {server} has too much to do.", "Try again later."),
    }
    if status in known:
        return known[status]
    if status in (502, 503, 504):
        sentence = f"The server {server} is not ready: what stands before it answers {status}."
        return "server-busy", sentence, "It may be starting; try again later."
    sentence = f"The server {server} fails (status {status})."
    return "server-error", sentence, "Try again later, and then tell whoever runs it."
