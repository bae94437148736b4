"""The diagnostics report: what a developer needs to know, without what is nobody's business.

Paths below the user's home show as ``~``, and whatever looks like a password, a token or a login in an address is
taken out.
"""

from __future__ import annotations

import getpass
import json
import platform
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Optional

from qgis.core import Qgis
from qgis.PyQt.QtCore import QT_VERSION_STR

from .. import __version__
from ..core.errors import SceneFillError
from ..core.worker.protocol import DeviceReport
from .i18n import locale_name

if TYPE_CHECKING:
    from .session import Session

HIDDEN = "(removed)"
_SECRETS = (
    # scheme://user:password@host  # pragma: allowlist secret
    (re.compile(r"(?<=://)[^/\s:@]+:[^/\s@]+(?=@)"), HIDDEN),
    (
        re.compile(r"(?i)\b(authorization|proxy-authorization)\b(\W+)(?:(?:basic|bearer)\s+)?[^\s\"',;]+"),
        rf"\1\2{HIDDEN}",
    ),
    (re.compile(r"(?i)\b(bearer|basic)\s+[a-z0-9._~+/-]{8,}=*"), rf"\1 {HIDDEN}"),
    (
        re.compile(
            r"(?i)\b([a-z_-]*(?:token|password|passwd|secret|api[_-]?key|authcfg)[a-z_-]*[\"']?\s*[:=]\s*)[^\s,;&]+"
        ),
        rf"\1{HIDDEN}",
    ),
)


def report(session: Session, error: Optional[SceneFillError] = None) -> str:
    """Plain text to paste into a report: versions, engine, device, the error and the last log lines."""
    lines = [
        f"SceneFill {__version__}",
        f"QGIS {Qgis.QGIS_VERSION}, Qt {QT_VERSION_STR}, Python {platform.python_version()}",
        f"System {platform.platform()}, {platform.machine()}, language {locale_name()}",
        f"Interpreter {sys.executable}",
        "",
        "Engine",
        *(f"  {line}" for line in _engine(session)),
        "",
        "Device",
        *(f"  {line}" for line in _device(session)),
    ]
    if error is not None:
        lines += ["", f"Error {error.code}", f"  {error.message}", f"  {error.hint}"]
        lines += [f"  {line}" for line in json.dumps(error.details, indent=1, default=str).splitlines()]
    lines += ["", "Last messages", *(f"  {line}" for line in session.log.last_lines[-60:])]
    return without_secrets("\n".join(lines)) + "\n"


def _engine(session: Session) -> list[str]:
    settings = session.settings
    server = "set" if settings.server_url else "none"
    return [
        f"source {settings.engine}, threads {settings.threads or 'automatic'}, idle {settings.idle_minutes} min",
        f"python {settings.python or 'managed'}",
        f"server {server}, offline {'yes' if settings.offline else 'no'}",
    ]


def _device(session: Session) -> list[str]:
    found = session.device
    if isinstance(found, DeviceReport):
        versions = ", ".join(f"{name} {version}" for name, version in sorted(found.versions.items()))
        return [
            f"{found.device}: {found.reason}",
            f"{found.dtype}, {found.cores} cores, {found.memory_bytes / 1e9:.1f} GB",
            found.python,
            versions,
        ]
    if isinstance(found, SceneFillError):
        return [f"{found.code}: {found.message}"]
    return ["not looked at yet"]


def without_secrets(text: str) -> str:
    """The text without the user's folders, name and credentials."""
    home = str(Path.home())
    for place in {home, home.replace("\\", "/"), home.replace("\\", "\\\\")}:
        if len(place) > 1:
            text = text.replace(place, "~")
    # Other spellings of a home folder: another user's, or one that was written down on another machine.
    text = re.sub(r"(?i)([a-z]:\\+Users\\+|/(?:home|users)/)[^\\/\s\"']+", r"\1user", text)
    user = _user()
    if len(user) > 2 and user != "root":
        text = re.sub(rf"\b{re.escape(user)}\b", "user", text)
    for pattern, replacement in _SECRETS:
        text = pattern.sub(replacement, text)
    return text


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        # A process without a login name has none to hide.
        return ""
