"""The engine's process, seen from here: started, spoken to, listened to, ended. No rules about requests live here."""

from __future__ import annotations

import collections
import logging
import os
import queue
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Mapping
from pathlib import Path
from typing import IO, Any, Optional

from ..errors import SceneFillError
from .protocol import MAX_LINE, decode, encode

logger = logging.getLogger("scenefill")

BOOTSTRAP = Path(__file__).resolve().with_name("bootstrap.py")
#: Lines of the engine's stderr that are kept for an error's details.
_KEPT_LINES = 200
#: How long a process that has closed its pipe may take to be gone by itself.
_LAST_SECONDS = 2.0
#: What Windows says for a crash, beside small exit codes.
_WINDOWS_CRASHES = {
    0xC0000005: "access violation",
    0xC000001D: "illegal instruction",
    0xC0000135: "a library is missing",
    0xC0000409: "stack overrun",
}


class WorkerProcess:
    """One started worker. Nothing here blocks for long except :meth:`receive`; all may be called from any thread.

    The process leads a group of its own, so that a kill takes everything that it started; its three pipes are closed
    and it is reaped by the threads that serve them, so that nobody has to wait for that.
    """

    def __init__(self, python: Path, idle_seconds: float, environment: Mapping[str, str]) -> None:
        """
        Args:
            python: the engine's interpreter.
            idle_seconds: after which it leaves by itself.
            environment: of the process, complete.

        Raises:
            SceneFillError: ``worker-start`` when the system cannot start ``python``.
        """
        command = [str(python), "-I", "-u", str(BOOTSTRAP), "--idle", f"{idle_seconds:g}"]
        try:
            self._popen = subprocess.Popen(  # nosec B603 - fixed argv, no shell
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                # A folder that is always there and holds no DLLs: Windows looks for them in the current one, too.
                cwd=tempfile.gettempdir(),
                env=dict(environment),
                start_new_session=True,
                creationflags=_creation_flags(),
            )
        except OSError as error:
            raise SceneFillError(
                "worker-start",
                f"The engine's Python cannot be started: {python}: {error.strerror or error}.",
                "Make the engine environment anew, or choose another Python in SceneFill's options.",
                {"command": command},
            ) from error
        self._lock = threading.Lock()
        self._returncode: Optional[int] = None
        self._stderr: collections.deque[str] = collections.deque(maxlen=_KEPT_LINES)
        self._outgoing: queue.SimpleQueue[Optional[bytes]] = queue.SimpleQueue()
        self._incoming: queue.SimpleQueue[object] = queue.SimpleQueue()
        self._errors = threading.Thread(target=self._read_errors, name="scenefill-engine-errors", daemon=True)
        self._threads = (
            self._errors,
            threading.Thread(target=self._write, name="scenefill-engine-requests", daemon=True),
            threading.Thread(target=self._read, name="scenefill-engine-answers", daemon=True),
        )
        for thread in self._threads:
            thread.start()

    @property
    def pid(self) -> int:
        return self._popen.pid

    @property
    def returncode(self) -> Optional[int]:
        """Exit status, None as long as the process lives; negative for a signal."""
        with self._lock:
            if self._returncode is None:
                self._returncode = self._popen.poll()
            return self._returncode

    @property
    def stderr_tail(self) -> str:
        """The last lines that it or its libraries printed."""
        return "\n".join(tuple(self._stderr))

    def send(self, message: Mapping[str, Any]) -> None:
        """Hand a message over to be written; one that a dead process can no longer read is lost."""
        self._outgoing.put(encode(message))

    def receive(self, timeout: float) -> Optional[Mapping[str, Any]]:
        """The next message; None after ``timeout`` seconds without one.

        Raises:
            EOFError: the process has ended, and :attr:`returncode` says how.
            SceneFillError: ``bad-message`` for a line that is none.
        """
        try:
            got = self._incoming.get(timeout=timeout)
        except queue.Empty:
            return None
        if got is None:
            # For whoever asks next.
            self._incoming.put(None)
            raise EOFError
        if isinstance(got, SceneFillError):
            raise got
        return got if isinstance(got, dict) else None

    def kill(self) -> None:
        """End it now, with everything that it started. More than once does no harm."""
        with self._lock:
            # Reaping and killing take turns: a reaped process' number may be another's by now.
            if self._returncode is None:
                self._returncode = self._popen.poll()
            if self._returncode is None:
                _kill_group(self._popen)
        self._outgoing.put(None)

    def join(self, timeout: float) -> bool:
        """Wait until the process is reaped and its pipes are closed; whether that is so."""
        for thread in self._threads:
            thread.join(timeout)
        return not any(thread.is_alive() for thread in self._threads)

    def describe_end(self) -> str:
        """How it ended, to follow "The engine's process"."""
        code = self.returncode
        if code is None:
            return "went silent"
        if code == -getattr(signal, "SIGKILL", 9):
            return "was killed, perhaps because the memory was exhausted"
        if code < 0:
            return f"crashed ({_signal_name(-code)})"
        if code & 0xFFFFFFFF in _WINDOWS_CRASHES:
            return f"crashed ({_WINDOWS_CRASHES[code & 0xFFFFFFFF]})"
        return f"ended unexpectedly (exit status {code})"

    # -- threads ---------------------------------------------------------------------------------------------------

    def _write(self) -> None:
        pipe = _pipe(self._popen.stdin)
        try:
            with pipe:
                while (line := self._outgoing.get()) is not None:
                    pipe.write(line)
                    pipe.flush()
        except OSError as error:
            # How the process ended is found out by those who read.
            logger.debug("The engine's process no longer reads: %s", error)

    def _read_errors(self) -> None:
        with _pipe(self._popen.stderr) as pipe:
            for line in iter(lambda: pipe.readline(MAX_LINE), b""):
                text = line.decode("utf-8", "replace").rstrip()
                self._stderr.append(text)
                logger.debug("engine: %s", text)

    def _read(self) -> None:
        with _pipe(self._popen.stdout) as pipe:
            for line in iter(lambda: pipe.readline(MAX_LINE + 1), b""):
                try:
                    self._incoming.put(decode(line))
                except SceneFillError as error:
                    self._incoming.put(error)
        self._reap()
        self._incoming.put(None)

    def _reap(self) -> None:
        """After the end of its messages: wait for its own end, and help where it does not come."""
        self._outgoing.put(None)
        if not self._wait(_LAST_SECONDS):
            self.kill()
            self._wait(_LAST_SECONDS)
        self._errors.join(_LAST_SECONDS)

    def _wait(self, seconds: float) -> bool:
        """Whether the process ends in time. Looks rather than waits, so that :meth:`kill` can take its turn."""
        end = time.monotonic() + seconds
        while self.returncode is None and time.monotonic() < end:
            time.sleep(0.005)
        return self.returncode is not None


def _pipe(pipe: Optional[IO[bytes]]) -> IO[bytes]:
    if pipe is None:
        raise ValueError("the process was started without pipes")
    return pipe


def _creation_flags() -> int:
    """On Windows: no console window, and QGIS comes first."""
    if sys.platform != "win32":
        return 0
    return subprocess.CREATE_NO_WINDOW | subprocess.BELOW_NORMAL_PRIORITY_CLASS


def _kill_group(popen: subprocess.Popen[bytes]) -> None:
    try:
        if sys.platform == "win32":
            popen.kill()
        else:
            os.killpg(popen.pid, signal.SIGKILL)
    except OSError as error:
        # It has ended in this very moment.
        logger.debug("The engine's process cannot be killed: %s", error)


def _signal_name(number: int) -> str:
    try:
        return signal.Signals(number).name
    except ValueError:
        return f"signal {number}"
