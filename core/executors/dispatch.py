"""Which worker draws which windows, and what becomes of those that a dead worker held. No processes here, only rules.

A worker that dies leaves windows without a receipt, and one of them may be why it died. They are drawn again when all
others are finished, apart from all others: first a batch of them at a time; those of a batch that kills its worker,
too, one at a time; and one that kills the worker that has nothing else is given up. So a window has three attempts, the
culprit is known, it costs no other window, and a worker that dies for a reason of its own costs a batch or two.
"""

from __future__ import annotations

import itertools
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ..engine.windows import window_key
from ..grid import Window

#: Attempts that a window has.
ATTEMPTS = 3


@dataclass(frozen=True)
class Order:
    """What a worker is told: windows to take, and whether to finish all that it has."""

    windows: tuple[Window, ...]
    finish: bool


class Dispatch:
    """The windows of one job on their way through workers.

    Args:
        windows: to be drawn; taken as they are needed.
        size: windows per order.

    Attributes:
        failed: windows that were given up.
        losses: workers lost since the last receipt of any.
    """

    def __init__(self, windows: Iterable[Window], size: int) -> None:
        self._fresh: Iterator[Window] = iter(windows)
        self._size = size
        self._next: tuple[Window, ...] | None = None
        self._suspects: deque[tuple[Window, ...]] = deque()
        self._held: dict[str, dict[str, Window]] = {}
        self._attempts: dict[str, int] = {}
        self.failed: list[Window] = []
        self.losses = 0

    def order(self, worker: str) -> Order | None:
        """The next order for a worker that has answered its last one; None when there is nothing for it now."""
        held = self._held.setdefault(worker, {})
        windows = self._some()
        finish = not windows
        if finish and not held:
            windows = self._suspects.popleft() if self._suspects else ()
            if not windows:
                return None
        held.update((window_key(window), window) for window in windows)
        return Order(windows, finish)

    def receive(self, worker: str, keys: Sequence[str]) -> None:
        """A worker has finished windows, one at least."""
        held = self._held.get(worker, {})
        for key in keys:
            held.pop(key, None)
            self._attempts.pop(key, None)
        self.losses = 0

    def lost(self, worker: str) -> int:
        """A worker is no more; the number of windows that it held."""
        self.losses += 1
        held = list(self._held.pop(worker, {}).values())
        again: list[Window] = []
        for window in held:
            key = window_key(window)
            self._attempts[key] = attempts = self._attempts.get(key, 0) + 1
            if attempts >= ATTEMPTS:
                self.failed.append(window)
            elif attempts == ATTEMPTS - 1:
                self._suspects.append((window,))
            else:
                again.append(window)
        for start in range(0, len(again), self._size):
            stop = start + self._size
            self._suspects.append(tuple(again[start:stop]))
        return len(held)

    @property
    def finished(self) -> bool:
        """Whether nobody holds anything, and nothing waits."""
        return not self._peek() and not self._suspects and not any(self._held.values())

    def _peek(self) -> tuple[Window, ...]:
        """The next windows that nobody has had."""
        if self._next is None:
            self._next = tuple(itertools.islice(self._fresh, self._size))
        return self._next

    def _some(self) -> tuple[Window, ...]:
        found, self._next = self._peek(), None
        return found
