"""A real ``scenefill serve`` on loopback for tests: started with a data folder of its own, waited for, and ended.

::

    def test_something(tmp_path):
        with live_server(tmp_path / "data") as server:
            requests.get(f"{server.url}/jobs", timeout=10)
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

import requests

#: Seconds until a new server answers, on a busy machine.
START_SECONDS = 60.0
STOP_SECONDS = 30.0
_COMMAND = (sys.executable, "-c", "from scenefill.cli.main import main; main(prog_name='scenefill')")
_URL = re.compile(r"SceneFill server at (\S+)")


class Token(NamedTuple):
    """A token of a server: its name and itself."""

    name: str
    value: str

    @property
    def headers(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.value}"}


class LiveServer:
    """A server's process.

    Attributes:
        url: of the landing page, without a slash at its end.
        data: its data folder.
        process: for tests that kill it.
    """

    def __init__(self, data: Path, arguments: Sequence[str], environment: dict[str, str] | None = None) -> None:
        self.data, self.url = data, ""
        self._arguments = list(arguments)
        self._environment = {**os.environ, **(environment or {})}
        self._said: list[str] = []
        self._logged: list[str] = []
        self.start()

    def start(self) -> None:
        """Start it, again after :meth:`stop` or :meth:`kill`, at the port it had before."""
        deadline = time.monotonic() + START_SECONDS
        while not self._begin(final=time.monotonic() > deadline):
            time.sleep(0.5)

    def _begin(self, final: bool) -> bool:
        """Whether it has started. Without a server somebody else may use its port for a moment."""
        port = self.url.rpartition(":")[2] or "0"
        command = [*_COMMAND, "serve", "--data", str(self.data), "--port", port]
        self.process = subprocess.Popen(
            [*command, *self._arguments],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            stdin=subprocess.DEVNULL,
            text=True,
            env=self._environment,
        )
        said: list[str] = []
        logged = len(self._logged)
        self._readers = [
            threading.Thread(target=_read, args=(self.process.stdout, said), daemon=True),
            threading.Thread(target=_read, args=(self.process.stderr, self._logged), daemon=True),
        ]
        for reader in self._readers:
            reader.start()
        self._said = said
        return self._wait(final, logged)

    def _wait(self, final: bool, logged: int) -> bool:
        end = time.monotonic() + START_SECONDS
        while time.monotonic() < end:
            found = _URL.search("\n".join(self._said))
            if found:
                self.url = found[1]
                try:
                    requests.get(f"{self.url}/health", timeout=5)
                except requests.RequestException:
                    time.sleep(0.05)
                else:
                    return True
            elif self.process.poll() is not None:
                break
            time.sleep(0.05)
        self.kill()
        if not final and any("port-in-use" in line for line in self._logged[logged:]):
            return False
        raise AssertionError("the server did not start:\n" + "\n".join([*self._said, *self._logged][-40:]))

    @property
    def log(self) -> list[dict[str, Any]]:
        """The lines of its log so far."""
        return [json.loads(line) for line in list(self._logged) if line.startswith("{")]

    @property
    def output(self) -> str:
        """All that it has written, log included."""
        return "\n".join([*self._said, *self._logged])

    def stop(self) -> int:
        """End it as an administrator would; its exit status."""
        if self.process.poll() is None:
            self.process.terminate()
        try:
            self.process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self.kill()
            raise AssertionError("the server did not stop:\n" + "\n".join(self._logged[-40:])) from None
        self._join()
        return int(self.process.returncode)

    def kill(self) -> None:
        """End it as a power cut would."""
        self.process.kill()
        self.process.wait(STOP_SECONDS)
        self._join()

    def _join(self) -> None:
        for reader in self._readers:
            reader.join(STOP_SECONDS)


@contextmanager
def live_server(
    data: Path,
    *arguments: str,
    no_auth: bool = True,
    environment: dict[str, str] | None = None,
) -> Iterator[LiveServer]:
    """A running server, ended in any case.

    Args:
        data: its folder; tokens may be made in it before, see :func:`add_token`.
        arguments: more of ``scenefill serve``.
        no_auth: without tokens.
    """
    server = LiveServer(data, [*(("--no-auth",) if no_auth else ()), *arguments], environment)
    try:
        yield server
    finally:
        if server.process.poll() is None:
            server.process.terminate()
            try:
                server.process.wait(STOP_SECONDS)
            except subprocess.TimeoutExpired:
                server.process.kill()
                server.process.wait(STOP_SECONDS)


def add_token(data: Path, name: str, *arguments: str) -> Token:
    """Make a token by ``scenefill token add``, before or while the server of ``data`` runs."""
    command = [*_COMMAND, "token", "add", name, "--data", str(data), *arguments]
    done = subprocess.run(command, capture_output=True, text=True, timeout=START_SECONDS, check=False)
    assert done.returncode == 0, done.stderr
    return Token(name, done.stdout.strip())


def _read(stream: Any, lines: list[str]) -> None:
    with stream:
        lines.extend(line.rstrip("\n") for line in stream)
