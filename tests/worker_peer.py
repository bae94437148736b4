"""A worker for tests to talk to: the real script in a real process, with patience but not for ever."""

from __future__ import annotations

import json
import queue
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
BOOTSTRAP = ROOT / "core" / "worker" / "bootstrap.py"

#: Far longer than anything takes: a test that waits this long has failed.
PATIENCE = 180.0


class Peer:
    """A worker and the messages that came from it; a context that leaves no process behind.

    Args:
        script: what to start instead of the worker's own script, with the same arguments.
        python: interpreter.
        idle: seconds until it leaves.
    """

    def __init__(self, script: Path = BOOTSTRAP, python: str = sys.executable, idle: float = 600.0) -> None:
        self.process = subprocess.Popen(
            [python, "-I", "-u", str(script), "--idle", str(idle)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        self.errors = b""
        self._messages: queue.SimpleQueue[dict[str, Any] | None] = queue.SimpleQueue()
        self._threads = [threading.Thread(target=self._read), threading.Thread(target=self._read_errors)]
        for thread in self._threads:
            thread.start()

    def __enter__(self) -> Peer:
        return self

    def __exit__(self, *_: object) -> None:
        self.process.kill()
        self.process.wait()
        for thread in self._threads:
            thread.join()
        for pipe in (self.process.stdin, self.process.stdout, self.process.stderr):
            pipe.close()

    def write(self, line: bytes) -> None:
        self.process.stdin.write(line)
        self.process.stdin.flush()

    def ask(self, kind: str, name: str, **fields: Any) -> None:
        self.write(json.dumps({"type": kind, "id": name, **fields}).encode() + b"\n")

    def cancel(self, name: str) -> None:
        self.ask("cancel", name)

    def next(self) -> dict[str, Any]:
        """The next message; the end of the pipe fails the test."""
        message = self._messages.get(timeout=PATIENCE)
        assert message is not None, self.errors.decode()
        return message

    def until(self, *kinds: str) -> list[dict[str, Any]]:
        """All messages up to the first of these kinds, which is the last of them."""
        seen = [self.next()]
        while seen[-1]["type"] not in kinds:
            seen.append(self.next())
        return seen

    def ending(self) -> dict[str, Any]:
        return self.until("result", "cancelled", "error")[-1]

    def end(self) -> int:
        """Exit status of a worker that ends by itself, all of its messages having been read before."""
        assert self._messages.get(timeout=PATIENCE) is None
        return self.process.wait(PATIENCE)

    def _read(self) -> None:
        for line in self.process.stdout:
            self._messages.put(json.loads(line))
        self._messages.put(None)

    def _read_errors(self) -> None:
        self.errors = self.process.stderr.read()
