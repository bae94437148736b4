"""A child process that is watched line by line, stopped with everything it started, and never waited for in vain."""

from __future__ import annotations

import contextlib
import os
import queue
import re
import signal
import subprocess
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Optional

from ...core.errors import JobCancelled, SceneFillError
from ...core.feedback import Feedback
from ..i18n import tr

#: Lines kept for the classification of a failure and for the log.
_LINES = 400
_TICK_SECONDS = 0.1
#: pip removes its temporary files when it is interrupted; past this it is killed.
_INTERRUPT_SECONDS = 1.5
#: The user and password of an address.
_LOGIN = re.compile(r"(\w+://)[^/\s@]+@")


@dataclass(frozen=True)
class Ended:
    """How a child process ended: its exit status, and its last lines of output and errors together."""

    returncode: int
    lines: tuple[str, ...]

    @property
    def text(self) -> str:
        return "\n".join(self.lines)


def run_child(
    argv: Sequence[str],
    *,
    environ: Mapping[str, str],
    feedback: Feedback,
    on_line: Optional[Callable[[str], None]] = None,
    on_tick: Optional[Callable[[], None]] = None,
    seconds: Optional[float] = None,
) -> Ended:
    """Run a program to its end. Blocks, so it belongs in a background thread.

    Args:
        environ: all of its environment variables.
        on_line: told every line, without its end and without logins.
        on_tick: called several times a second while it runs.
        seconds: how long it may take; None as long as it likes.

    Raises:
        JobCancelled: ``feedback`` said stop; the process and its children are gone.
        SceneFillError: ``env-cannot-start``, ``env-timeout``.
    """
    process = _start(argv, environ)
    lines: queue.Queue[Optional[str]] = queue.Queue()
    reader = threading.Thread(target=_read, args=(process, lines), daemon=True)
    reader.start()
    kept: deque[str] = deque(maxlen=_LINES)
    limit = None if seconds is None else time.monotonic() + seconds
    try:
        while True:
            line = _next_line(lines)
            if line is None:
                break
            if line:
                kept.append(line)
                if on_line is not None:
                    on_line(line)
            if on_tick is not None:
                on_tick()
            feedback.raise_if_cancelled()
            if limit is not None and time.monotonic() > limit:
                raise SceneFillError(
                    "env-timeout",
                    tr("{program} did not answer in {seconds} seconds.").format(
                        program=Path(argv[0]).name, seconds=round(seconds or 0)
                    ),
                    tr("Try again; if it happens again, start it by hand to see what it waits for."),
                    {"lines": list(kept)[-20:]},
                )
        return Ended(process.wait(), tuple(kept))
    except JobCancelled:
        raise JobCancelled(tr("Cancelled; what is already there is kept.")) from None
    finally:
        _stop(process)
        reader.join(_INTERRUPT_SECONDS)


def without_login(text: str) -> str:
    """``text`` with the user and password left out of every address in it."""
    return _LOGIN.sub(r"\1***@", text)


def _start(argv: Sequence[str], environ: Mapping[str, str]) -> subprocess.Popen[str]:
    windows = sys.platform == "win32"
    flags = getattr(subprocess, "CREATE_NO_WINDOW", 0) | getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0)
    try:
        return subprocess.Popen(  # nosec B603 - argument list, no shell
            list(argv),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            errors="replace",
            env=dict(environ),
            creationflags=flags if windows else 0,
            start_new_session=not windows,
        )
    except OSError as error:
        raise SceneFillError(
            "env-cannot-start",
            tr("{program} cannot be started: {reason}").format(program=argv[0], reason=error.strerror or error),
            tr("Choose another Python, or check that the file may be executed."),
        ) from error


def _read(process: subprocess.Popen[str], lines: queue.Queue[Optional[str]]) -> None:
    if process.stdout is not None:
        for line in process.stdout:
            lines.put(without_login(line.rstrip()))
        process.stdout.close()
    lines.put(None)


def _next_line(lines: queue.Queue[Optional[str]]) -> Optional[str]:
    """The next line, empty when there is none yet, None at the end of the output."""
    try:
        return lines.get(timeout=_TICK_SECONDS)
    except queue.Empty:
        return ""


def _stop(process: subprocess.Popen[str]) -> None:
    """End the process and whatever it started; nothing to do when it has ended by itself."""
    if process.poll() is not None:
        return
    if sys.platform == "win32":
        _kill_tree(process)
    else:
        _signal_group(process, signal.SIGINT)
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(_INTERRUPT_SECONDS)
        # Heard or not: its children may still be there.
        _signal_group(process, signal.SIGKILL)
    process.wait()


def _signal_group(process: subprocess.Popen[str], number: int) -> None:
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, number)


def _kill_tree(process: subprocess.Popen[str]) -> None:
    argv = ["taskkill", "/T", "/F", "/PID", str(process.pid)]
    flags = getattr(subprocess, "CREATE_NO_WINDOW", 0)
    subprocess.run(  # nosec B603 - fixed arguments, no shell
        argv, stdin=subprocess.DEVNULL, capture_output=True, creationflags=flags, check=False
    )
    if process.poll() is None:
        process.kill()
