"""A web service on the loopback interface: tiles of one colour each, or none, or much too late."""

from __future__ import annotations

import threading
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from qgis.PyQt.QtCore import QBuffer, QByteArray, QIODevice
from qgis.PyQt.QtGui import QColor, QImage


class TileServer:
    """
    Attributes:
        mode: ``tiles``, ``missing`` (404 for all) or ``late`` (answers nothing until it is closed).
        asked: paths that were asked for.
    """

    def __init__(self, mode: str = "tiles") -> None:
        self.mode = mode
        self.asked: list[str] = []
        # QGIS keeps tiles by their address, and a port may come again.
        self._name = uuid.uuid4().hex
        self.first_asked, self._closing = threading.Event(), threading.Event()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)
        self._thread.start()

    @property
    def source(self) -> str:
        """What QGIS' ``wms`` provider opens."""
        address = f"http://127.0.0.1:{self._server.server_port}/{{z}}/{{x}}/{{y}}.{self._name}.png"
        return f"type=xyz&url={address}&zmax=18&zmin=0"

    def close(self) -> None:
        self._closing.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def _answer(self, request: BaseHTTPRequestHandler) -> None:
        self.asked.append(request.path)
        self.first_asked.set()
        if self.mode == "late":
            self._closing.wait()
            return
        if self.mode == "missing":
            request.send_error(404)
            return
        z, x, y = (int(part) for part in request.path.strip("/").split(".")[0].split("/"))
        picture = tile(z, x, y)
        request.send_response(200)
        request.send_header("Content-Type", "image/png")
        request.send_header("Content-Length", str(len(picture)))
        request.end_headers()
        request.wfile.write(picture)

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        server = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                server._answer(self)

            def log_message(self, *_: object) -> None:
                """Nothing on the terminal."""

        return Handler


def colour_of(z: int, x: int, y: int) -> tuple[int, int, int]:
    """Red, green, blue of a tile."""
    return x * 37 % 256, y * 53 % 256, z * 10


def tile(z: int, x: int, y: int) -> bytes:
    """PNG of a tile."""
    image = QImage(256, 256, QImage.Format.Format_RGB32)
    image.fill(QColor(*colour_of(z, x, y)))
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(data)


@contextmanager
def tile_server(mode: str = "tiles") -> Iterator[TileServer]:
    server = TileServer(mode)
    try:
        yield server
    finally:
        server.close()
