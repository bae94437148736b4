"""Progress in a terminal: a bar where someone watches, a few plain lines in a log file; cancelled by Ctrl-C."""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any, TextIO

from ..core.feedback import Feedback

SIGNALS = (signal.SIGINT, signal.SIGTERM)
PLAIN_STEP = 0.1
BAR_FORMAT = "{desc:<24.24} {percentage:3.0f}% |{bar:30}| {elapsed} gone, {remaining} left"


class TerminalFeedback(Feedback):
    """Shows progress and messages on ``stream`` (standard error), so that standard output stays clean for results.

    On a terminal: a tqdm bar with the stage and the time left. Otherwise: a line at every new stage and every tenth.
    """

    def __init__(self, stream: TextIO | None = None, verbose: bool = False) -> None:
        self._stream = stream or sys.stderr
        self._verbose = verbose
        self._cancelled = threading.Event()
        self._lock = threading.RLock()
        self._bar: Any = None
        self._started = time.monotonic()
        self._plain_stage = ""
        self._plain_tenth = -1

    def progress(self, fraction: float, stage: str) -> None:
        clamped = min(max(fraction, 0.0), 1.0)
        with self._lock:
            if self._stream.isatty():
                self._move_bar(clamped, stage)
            else:
                self._print_tenth(clamped, stage)

    def is_cancelled(self) -> bool:
        return self._cancelled.is_set()

    def cancel(self) -> None:
        """Ask the work to stop; safe in a signal handler."""
        self._cancelled.set()

    def log(self, level: str, text: str) -> None:
        if level == "debug" and not self._verbose:
            return
        self._say(text if level == "info" else f"{level}: {text}")

    def preview(self, path: str) -> None:
        self._say(f"preview: {path}")

    def close(self) -> None:
        """Leave the bar as it stands and the cursor on a new line."""
        with self._lock:
            if self._bar is not None:
                self._bar.close()
                self._bar = None

    def _say(self, text: str) -> None:
        with self._lock:
            if self._bar is not None:
                self._bar.write(text, file=self._stream)
            else:
                print(text, file=self._stream, flush=True)

    def _move_bar(self, fraction: float, stage: str) -> None:
        if self._bar is None:
            from tqdm import tqdm

            self._bar = tqdm(total=1.0, file=self._stream, bar_format=BAR_FORMAT, smoothing=0.1, dynamic_ncols=True)
        self._bar.set_description_str(stage, refresh=False)
        self._bar.update(max(fraction - self._bar.n, 0.0))
        self._bar.refresh()

    def _print_tenth(self, fraction: float, stage: str) -> None:
        tenth = int(fraction / PLAIN_STEP + 1e-9)
        if stage == self._plain_stage and tenth <= self._plain_tenth:
            return
        self._plain_stage, self._plain_tenth = stage, tenth
        elapsed = time.monotonic() - self._started
        left = f", about {duration(elapsed * (1.0 - fraction) / fraction)} left" if 0.05 <= fraction < 1.0 else ""
        print(f"{fraction:4.0%} {stage}{left}", file=self._stream, flush=True)


@contextmanager
def cancellable(feedback: TerminalFeedback) -> Iterator[TerminalFeedback]:
    """Within the block the first SIGINT or SIGTERM cancels ``feedback``; the second one kills the process."""
    previous: dict[int, Any] = {}

    def cancel(_number: int, _frame: FrameType | None) -> None:
        feedback.cancel()
        for number in SIGNALS:
            signal.signal(number, signal.SIG_DFL)
        # No print: the handler may have interrupted one.
        os.write(2, b"\nStopping at the next step and keeping what is finished; once more stops at once.\n")

    for number in SIGNALS:
        previous[number] = signal.signal(number, cancel)
    try:
        yield feedback
    finally:
        feedback.close()
        for number, handler in previous.items():
            signal.signal(number, handler)


def duration(seconds: float) -> str:
    """``42 s``, ``3 min 20 s``, ``2 h 5 min``."""
    whole = round(seconds)
    if whole < 60:
        return f"{whole} s"
    if whole < 3600:
        return f"{whole // 60} min {whole % 60} s"
    return f"{whole // 3600} h {whole % 3600 // 60} min"
