"""What a server can do, asked in the background."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ...core.client import ServerClient
from ...core.feedback import Feedback
from ...core.remote.answers import Capabilities
from ...core.worker.protocol import DeviceReport
from ..i18n import tr
from .servers import Server
from .transport import QgisTransport

#: Seconds for which a question may fail again and again while somebody waits for its answer.
PATIENCE = 4.0


@dataclass(frozen=True)
class ServerReport:
    """A server that has answered."""

    server: Server
    found: Capabilities

    @property
    def models(self) -> tuple[str, ...]:
        """Titles of its models."""
        return tuple(str(model.get("title") or model.get("id", "")) for model in self.found.models)

    @property
    def processor(self) -> str:
        """What it draws on, such as ``GPU, NVIDIA H200 · bfloat16``."""
        device = self.found.device
        kind, title = str(device.get("kind", "")), str(device.get("title", ""))
        word = "GPU" if kind == "cuda" else kind.upper()
        place = title if title.startswith(word) else ", ".join(filter(None, (word, title)))
        return " · ".join(filter(None, (place, str(device.get("dtype", "")))))


def ask_server(server: Server, feedback: Feedback) -> ServerReport:
    """Ask a server what it can do; for a background thread.

    Raises:
        SceneFillError: of the way there; ``cancelled``.
    """
    client = client_of(server, feedback, patience=PATIENCE)
    return ServerReport(server, client.capabilities())


def client_of(server: Server, feedback: Feedback, **options: Any) -> ServerClient:
    """The client of a server, with its login.

    Raises:
        SceneFillError: ``bad-server``, ``server-insecure``.
    """
    transport = QgisTransport(server.authcfg)
    told = options.pop("told", lambda text: feedback.log("info", text))
    return ServerClient(server.url, transport, cancelled=feedback.is_cancelled, told=told, **options)


def device_of(report: ServerReport) -> DeviceReport:
    """The device line of a server."""
    sentence = tr("Server {name}").format(name=report.server.title)
    if report.processor:
        sentence = tr("{server}: {processor}").format(server=sentence, processor=report.processor)
    device = str(report.found.device.get("kind", ""))
    dtype = str(report.found.device.get("dtype", ""))
    versions = {"scenefill": report.found.version} if report.found.version else {}
    return DeviceReport(device, sentence, dtype, 0, 0, report.server.url, versions)
