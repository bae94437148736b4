"""Decoding what strangers sent, in a process that may die of it: with limits of memory, time and files."""

from __future__ import annotations

import contextlib
import json
import os
import select
import signal
import subprocess
import tempfile
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ...core.errors import JobCancelled, SceneFillError
from ...core.job_parts import GridSpec
from .gdal_settings import CHILD, decoder_environment
from .header import RasterFacts
from .policy import Policy
from .refusals import damaged

#: Until the libraries are loaded, on a slow and busy machine.
_START_SECONDS = 60
_ANSWER_BYTES = 4096
#: Between two looks at whether somebody cancelled.
_LOOK_SECONDS = 0.1
#: Processes at once: each may take the memory of the policy.
_AT_ONCE = 2


@dataclass(frozen=True)
class Request:
    """What to do with one file.

    Attributes:
        path: that the server made.
        facts: of its header; GDAL has to find the same.
        pixels: decode all of it, and not only its header.
        grid: a grid on this raster whose size is to be found; its ``like`` is not looked at.
    """

    path: Path
    facts: RasterFacts
    pixels: bool = True
    grid: GridSpec | None = None

    def to_line(self) -> bytes:
        facts = self.facts
        expect = {"width": facts.width, "height": facts.height, "bands": facts.bands, "dtype": facts.dtype}
        grid = None
        if self.grid is not None and self.grid.extent is not None:
            grid = {"like": str(self.path), "extent": self.grid.extent, "crs": self.grid.crs}
        line = {
            "path": str(self.path),
            "expect": expect,
            "images": facts.images,
            "pixels": self.pixels,
            "grid": grid,
        }
        return json.dumps(line).encode("ascii") + b"\n"


class Decoder:
    """Starts the processes.

    Args:
        python: the engine's interpreter.
        policy: their limits.
    """

    def __init__(self, python: Path, policy: Policy) -> None:
        self._python, self._policy = python, policy
        self._turns = threading.BoundedSemaphore(_AT_ONCE)
        # Of requests that somebody waits for: not behind those that decode whole rasters.
        self._quick_turns = threading.BoundedSemaphore(_AT_ONCE)

    def check(self, request: Request, *, is_cancelled: Callable[[], bool] = lambda: False) -> dict[str, Any]:
        """What GDAL finds in one file.

        Args:
            request: the file, and what to do with it.
            is_cancelled: asked several times a second.

        Returns:
            ``width``, ``height``, ``bands``, ``dtype``, and ``grid`` with ``width`` and ``height`` where one was asked
            for.

        Raises:
            JobCancelled: when ``is_cancelled`` says so; the process is gone.
            SceneFillError: ``raster-damaged``; what resolving the grid raises; ``wrong-python``.
        """
        with _turn(self._turns if request.pixels else self._quick_turns, is_cancelled):
            return _facts(next(iter(self._answers([request], is_cancelled))))

    def check_many(self, requests: Sequence[Request]) -> Iterator[dict[str, Any] | SceneFillError]:
        """The same for many files, in few processes: what one finds or raises, in their order."""
        for answer in self._answers(requests, lambda: False):
            try:
                yield _facts(answer)
            except SceneFillError as error:
                yield error

    def _answers(self, requests: Sequence[Request], is_cancelled: Callable[[], bool]) -> Iterable[dict[str, Any]]:
        done = 0
        while done < len(requests):
            answers, end = self._run(requests[done:], is_cancelled)
            if len(answers) < len(requests) - done:
                # It died of the file whose answer is missing; the next one goes on behind it.
                answers.append({"error": {"kind": end}})
            yield from answers
            done += len(answers)

    def _run(self, requests: Sequence[Request], is_cancelled: Callable[[], bool]) -> tuple[list[dict[str, Any]], str]:
        """The answers that a process gives before it ends, and how it ended."""
        policy = self._policy
        limits = {
            "memory": policy.memory_bytes,
            "cpu": policy.cpu_seconds,
            "wall": policy.wall_seconds,
            "block": policy.block_bytes,
            "parent": os.getpid(),
        }
        with tempfile.TemporaryFile() as questions:
            questions.writelines(request.to_line() for request in requests)
            questions.seek(0)
            with subprocess.Popen(
                [str(self._python), "-I", "-u", str(CHILD), json.dumps(limits)],
                stdin=questions,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=decoder_environment(self._python),
                start_new_session=True,
            ) as process:
                try:
                    seconds = _START_SECONDS + len(requests) * policy.wall_seconds
                    raw = _read(process, len(requests) * _ANSWER_BYTES, seconds, is_cancelled)
                finally:
                    # Before anybody waits for it, so that the number is still its own.
                    with contextlib.suppress(ProcessLookupError, PermissionError):
                        os.killpg(process.pid, signal.SIGKILL)
                status = process.wait()
        return _whole_answers(raw), f"Ended{status}"


@contextlib.contextmanager
def _turn(turns: threading.Semaphore, is_cancelled: Callable[[], bool]) -> Iterator[None]:
    """One of few turns, which is given back afterwards."""
    while not turns.acquire(timeout=_LOOK_SECONDS):
        if is_cancelled():
            raise JobCancelled
    try:
        yield
    finally:
        turns.release()


def _read(process: subprocess.Popen[bytes], most: int, seconds: float, is_cancelled: Callable[[], bool]) -> bytes:
    """What a process writes until it ends, or until it wrote enough or had its time."""
    if process.stdout is None:
        return b""
    number = process.stdout.fileno()
    # Without the limit of numbers that select() has.
    poll = select.poll()
    poll.register(number, select.POLLIN)
    raw = bytearray()
    deadline = time.monotonic() + seconds
    while len(raw) < most and time.monotonic() < deadline:
        if is_cancelled():
            raise JobCancelled
        if poll.poll(1000 * _LOOK_SECONDS):
            piece = os.read(number, most - len(raw))
            if not piece:
                break
            raw += piece
    return bytes(raw)


def _whole_answers(raw: bytes) -> list[dict[str, Any]]:
    answers: list[dict[str, Any]] = []
    for line in raw.splitlines(keepends=True):
        try:
            answer = json.loads(line) if line.endswith(b"\n") else None
        except ValueError:
            answer = None
        # A process that was taken over may say anything: what makes no sense ends its answers.
        if not isinstance(answer, dict) or not ("facts" in answer or "error" in answer):
            break
        answers.append(answer)
    return answers


def _facts(answer: dict[str, Any]) -> dict[str, Any]:
    facts = answer.get("facts")
    if not isinstance(facts, dict):
        kind = str(dict(answer["error"]).get("kind", "?"))
        error = damaged("not all of it can be decoded within the limits")
        raise SceneFillError(error.code, error.message, error.hint, {"kind": kind[:40]})
    grid = facts.get("grid")
    if isinstance(grid, dict) and "error" in grid:
        raise SceneFillError.from_dict(grid["error"])
    return facts
