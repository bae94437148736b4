"""The journal of a job: which windows are finished, so that a killed job continues and never trusts a torn file.

One JSON object a line. The first says what the job is; each later one is a receipt of a window. A line counts only
when it is whole: the tail that a killed process left is cut off before anything is added.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Iterable
from pathlib import Path
from typing import IO, Any

from ..errors import SceneFillError
from ..file_lock import lock_folder

SCHEMA = "scenefill-journal/1"
JOURNAL = "journal.jsonl"
WINDOWS = "windows"
LOCK = "journal.lock"
_OWN_FILE = re.compile(r"(-?\d+_-?\d+\.safetensors(\.part)?|tmp-.*)")


def digest(facts: Any) -> str:
    """SHA-256 of JSON-serialisable facts, whatever the order of their members."""
    text = json.dumps(facts, sort_keys=True, separators=(",", ":"), ensure_ascii=True)
    return hashlib.sha256(text.encode("ascii")).hexdigest()


class Journal:
    """The journal of one job folder, locked against a second run in the same folder while it is open.

    Args:
        folder: the job's folder; made when it does not exist.
        identity: digest of job, model and version; a resumed job must have the same.
        outputs: file names the job is going to write into ``folder``.
        resume: continue an earlier run of the same job; without it an earlier run of ours is started afresh.

    Raises:
        SceneFillError: ``resume-mismatch``, ``nothing-to-resume``, ``output-exists``, ``folder-busy`` or
            ``folder-not-writable``.
    """

    def __init__(self, folder: Path, identity: str, outputs: Iterable[str], resume: bool) -> None:
        self.folder = folder
        self.windows = folder / WINDOWS
        self.receipts: dict[str, dict[str, Any]] = {}
        self.finished: dict[str, Any] | None = None
        self._path = folder / JOURNAL
        self._stream: IO[bytes] | None = None
        self._lock = lock_folder(folder, LOCK)
        try:
            self._start(identity, sorted(outputs), resume)
        except BaseException:
            self.close()
            raise

    def _start(self, identity: str, outputs: list[str], resume: bool) -> None:
        lines, length = _read(self._path)
        header = lines[0] if lines else None
        if resume:
            self._check_resumable(header, identity)
        owned = set(header.get("outputs", [])) if header else set()
        for name in outputs:
            if (self.folder / name).exists() and name not in owned:
                raise SceneFillError(
                    "output-exists",
                    f"'{self.folder / name}' exists and was not made by this job.",
                    "Choose another output folder, or move that file away.",
                )
        if resume:
            with self._path.open("r+b") as stream:
                stream.truncate(length)
            self._load(lines[1:])
            self._open("ab")
        else:
            self._clear_windows()
            self._open("wb")
            self._append({"schema": SCHEMA, "digest": identity, "outputs": sorted(owned | set(outputs))})
        self.windows.mkdir(exist_ok=True)

    def _check_resumable(self, header: dict[str, Any] | None, identity: str) -> None:
        if header is None:
            raise SceneFillError(
                "nothing-to-resume",
                f"There is no unfinished job in '{self.folder}'.",
                "Run it without --resume.",
            )
        if header.get("schema") != SCHEMA or header.get("digest") != identity:
            raise SceneFillError(
                "resume-mismatch",
                f"The unfinished job in '{self.folder}' is another one: its settings, inputs, model or version differ.",
                "Run it without --resume to start afresh, or choose another output folder.",
            )

    def _load(self, lines: list[dict[str, Any]]) -> None:
        for line in lines:
            if "window" in line:
                self.receipts[line["window"]] = line
            elif "result" in line:
                self.finished = line["result"]

    def _open(self, mode: str) -> None:
        self._stream = self._path.open(mode)

    def _append(self, line: dict[str, Any], durable: bool = True) -> None:
        if self._stream is None:
            raise ValueError("the journal is closed")
        self._stream.write(json.dumps(line, sort_keys=True).encode("ascii") + b"\n")
        self._stream.flush()
        if durable:
            os.fsync(self._stream.fileno())

    def announce(self, windows: int) -> None:
        """Note how many windows there will be, for those who watch from outside."""
        self._append({"windows": windows}, durable=False)

    def window_path(self, key: str) -> Path:
        return self.windows / f"{key}.safetensors"

    def save_window(self, key: str, data: bytes) -> None:
        """Write a window's file aside, flush it, rename it, and only then note its checksum."""
        path = self.window_path(key)
        self.receive(key, write_window(path, data, path.with_name(path.name + ".part")))

    def skip_window(self, key: str) -> None:
        """Note that a window has nothing to draw. Cheap to find again, so it does not wait for the disk."""
        self.receive(key, None)

    def receive(self, key: str, sha256: str | None) -> None:
        """Note a window's receipt. ``sha256``: of its file, which lies there whole; None when it needs none."""
        receipt = {"window": key, "sha256": sha256}
        self._append(receipt, durable=sha256 is not None)
        self.receipts[key] = receipt

    def has_window(self, key: str) -> bool:
        """Whether the window was finished and its file is still what the receipt says."""
        receipt = self.receipts.get(key)
        if receipt is None:
            return False
        if receipt["sha256"] is None:
            return True
        try:
            return hashlib.sha256(self.window_path(key).read_bytes()).hexdigest() == receipt["sha256"]
        except OSError:
            return False

    def finish(self, result: dict[str, Any]) -> None:
        """Note the result and drop the windows, which are no longer needed."""
        self._append({"result": result})
        self._clear_windows()

    def _clear_windows(self) -> None:
        """Remove the files that a run of ours made; whatever else lies there stays."""
        if not self.windows.is_dir():
            return
        for path in self.windows.iterdir():
            if path.is_file() and _OWN_FILE.fullmatch(path.name):
                path.unlink()
        if not any(self.windows.iterdir()):
            self.windows.rmdir()

    def close(self) -> None:
        if self._stream is not None:
            self._stream.close()
            self._stream = None
        self._lock.release()

    def __enter__(self) -> Journal:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()


def write_window(path: Path, data: bytes, aside: Path) -> str:
    """Write a window's file ``aside``, flush it and give it its name; returns its SHA-256."""
    with aside.open("wb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())
    aside.replace(path)
    return hashlib.sha256(data).hexdigest()


def _read(path: Path) -> tuple[list[dict[str, Any]], int]:
    """The whole lines of a journal, and the length in bytes that they take up."""
    lines: list[dict[str, Any]] = []
    length = 0
    if not path.is_file():
        return lines, length
    with path.open("rb") as stream:
        for raw in stream:
            if not raw.endswith(b"\n"):
                break
            try:
                line = json.loads(raw)
            except ValueError:
                break
            if not isinstance(line, dict):
                break
            lines.append(line)
            length += len(raw)
    return lines, length
