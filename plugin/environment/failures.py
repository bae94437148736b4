"""From what pip, uv or venv printed before they failed to one error that says what to do."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from ...core.errors import SceneFillError
from ..i18n import tr


@dataclass(frozen=True)
class _Kind:
    """A kind of failure: its code, what gives it away, and its message and hint in the user's language."""

    code: str
    pattern: re.Pattern[str]
    words: Callable[[], tuple[str, str]]


def _kind(code: str, pattern: str, words: Callable[[], tuple[str, str]]) -> _Kind:
    return _Kind(code, re.compile(pattern, re.IGNORECASE), words)


#: The first that fits counts: what is more telling comes first. A full disk also makes downloads fail, a proxy that
#: wants a login also is a network that cannot be reached, and pip calls anything it could not fetch "no match".
_KINDS = (
    _kind(
        "env-disk",
        r"No space left on device|Errno 28\b|os error 28\b|WinError 112\b|os error 112\b|not enough space on the disk"
        r"|Disk quota exceeded",
        lambda: (
            tr("The disk is full."),
            tr("Make room on the disk of the environment's folder, then continue."),
        ),
    ),
    _kind(
        "env-path",
        r"Errno 36\b|os error 36\b|File name too long|WinError 206\b|os error 206\b|filename or extension is too long"
        r"|Long Path support|codec can't (?:en|de)code",
        lambda: (
            tr("The environment's folder has a path that is too long, or characters that Python cannot handle there."),
            tr("Allow long paths in Windows, or use an existing Python in a short folder such as C:\\scenefill."),
        ),
    ),
    _kind(
        "env-no-venv",
        r"ensurepip is (?:not available|disabled)|No module named '?(?:venv|ensurepip)",
        lambda: (
            tr("The Python that was found cannot make environments: a part of it is missing."),
            tr("Install its venv module (Debian, Ubuntu: python3-venv) or the program uv, then try again."),
        ),
    ),
    _kind(
        "env-hash",
        r"DO NOT MATCH THE HASHES|Hash mismatch|BadZipFile|invalid zip|has an invalid wheel|Wheel .{0,200} is invalid",
        lambda: (
            tr("A package arrived damaged or changed."),
            tr("Try again; if it happens again, make the offline bundle or the download anew."),
        ),
    ),
    _kind(
        "env-proxy-login",
        r"\b407\b.{0,40}Prox|Prox.{0,60}\b407\b|proxy authorization required|proxy authentication required",
        lambda: (
            tr("The proxy asks for a user name and a password."),
            tr("Enter them in Settings ▸ Options ▸ Network, then try again."),
        ),
    ),
    _kind(
        "env-proxy",
        r"ProxyError|Cannot connect to proxy|tunnel error|Tunnel connection failed|dependencies for SOCKS support",
        lambda: (
            tr("The package index cannot be reached through the proxy."),
            tr("Check the proxy in Settings ▸ Options ▸ Network; a SOCKS proxy works only with the program uv."),
        ),
    ),
    _kind(
        "env-certificate",
        r"CERTIFICATE_VERIFY_FAILED|certificate verify failed|invalid peer certificate|SSLCertVerificationError"
        r"|confirming the ssl certificate|TLS CA certificate bundle",
        lambda: (
            tr("The certificate of the package index is not trusted; often a firewall or antivirus puts in its own."),
            tr("Add your organisation's certificate in Settings ▸ Options ▸ Authentication ▸ Manage Certificates."),
        ),
    ),
    _kind(
        "env-permission",
        r"PermissionError|Errno 13\b|os error 13\b|WinError 5\b|os error 5\)|WinError 32\b|os error 32\b"
        r"|Access is denied|used by another process|Read-only file system|Permission denied|Not a directory",
        lambda: (
            tr("A file could not be written: access was denied, often by an antivirus that looks at new files."),
            tr("Try again; if it happens again, except the environment's folder from scanning."),
        ),
    ),
    _kind(
        "env-no-wheel",
        # With versions listed the index did answer, so that warnings about retries do not matter.
        r"\(from versions: [^n)]|only .{1,200} is available|has no wheels with a matching|no usable wheels"
        r"|not a supported wheel on this platform",
        lambda: (
            tr("A package has no build for this Python and system."),
            tr("Use 64-bit Python 3.10 to 3.14, or a server."),
        ),
    ),
    _kind(
        "env-network",
        r"NewConnectionError|Name or service not known|getaddrinfo failed|name resolution|dns error"
        r"|Network is unreachable|Connection refused|Connection reset|RemoteDisconnected|No route to host"
        r"|timed out|TimeoutError|IncompleteRead|error sending request|HTTP error 5\d\d",
        lambda: (
            tr("The package index cannot be reached."),
            tr("Check the connection and try again, or install from an offline bundle."),
        ),
    ),
    _kind(
        "env-no-wheel",
        r"No matching distribution found|No solution found|Could not find a version|ResolutionImpossible"
        r"|Failed building wheel|Failed to build",
        lambda: (
            tr("A package was not found, or has no build for this Python and system."),
            tr("Use 64-bit Python 3.10 to 3.14 and a complete package index or offline bundle, or a server."),
        ),
    ),
)


def classify(output: str, returncode: int, doing: str) -> SceneFillError:
    """The error behind a failed program.

    Args:
        output: what it printed, errors included, without logins.
        returncode: its exit status.
        doing: what it was to do, for the message of a failure that nobody foresaw.
    """
    details = {"returncode": returncode, "doing": doing, "output": output.splitlines()[-40:]}
    for kind in _KINDS:
        if kind.pattern.search(output):
            message, hint = kind.words()
            return SceneFillError(kind.code, message, hint, {**details, **_package(output)})
    last = next((line for line in reversed(output.splitlines()) if line.strip()), "")
    return SceneFillError(
        "env-failed",
        tr("The environment could not be made: {reason}").format(reason=last[:300] or f"{doing} ({returncode})"),
        tr("The log panel has the whole output."),
        details,
    )


def cannot_write(folder: Path, error: OSError) -> SceneFillError:
    """The error for a folder that cannot be changed."""
    found = classify(f"{type(error).__name__}: {error}", error.errno or 0, "write")
    if found.code != "env-failed":
        return found
    return SceneFillError(
        "env-permission",
        tr("The environment's folder {folder} cannot be changed: {reason}").format(
            folder=folder, reason=error.strerror or error
        ),
        tr("Close other programs that use it, and check that you may write there."),
    )


def _package(output: str) -> dict[str, str]:
    found = re.search(r"satisfies the requirement ([^\s(]+)|Because (?:only )?([A-Za-z0-9._-]+)", output)
    return {"package": found[1] or found[2]} if found else {}
