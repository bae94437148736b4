"""How long to wait before the next try: growing, scattered, and given up as soon as nobody wants to go on."""

from __future__ import annotations

import email.utils
import random
import time
from collections.abc import Mapping
from typing import Optional

from ..errors import JobCancelled
from .transport import Cancelled

#: Seconds between two looks at whether the wait is still wanted.
LOOK = 0.05
#: Longest wait that a server may ask for: what is later is not worth holding a task for.
LONGEST = 300.0


class Backoff:
    """Decorrelated jitter (Brooker 2015, "Exponential backoff and jitter"): clients do not come back all at once.

    Args:
        first, most: seconds.
    """

    def __init__(self, first: float, most: float) -> None:
        self._first, self._most = first, most
        self._last = first
        self._random = random.SystemRandom()

    def next(self) -> float:
        """Seconds to wait now."""
        self._last = min(self._most, self._random.uniform(self._first, 3.0 * self._last))
        return self._last

    def reset(self) -> None:
        """Something happened: begin with short waits again."""
        self._last = self._first


def wait(seconds: float, cancelled: Cancelled) -> None:
    """Wait, and raise :class:`JobCancelled` as soon as ``cancelled`` says so."""
    end = time.monotonic() + seconds
    while True:
        if cancelled():
            raise JobCancelled
        left = end - time.monotonic()
        if left <= 0:
            return
        time.sleep(min(left, LOOK))


def retry_after(headers: Mapping[str, str]) -> Optional[float]:
    """Seconds that an answer asks to wait, by a number or a date; None if it does not."""
    text = headers.get("retry-after", "").strip()
    if text.isdigit():
        return min(float(text[:9]), LONGEST)
    try:
        then = email.utils.parsedate_to_datetime(text)
    except (TypeError, ValueError):
        return None
    return min(max(then.timestamp() - time.time(), 0.0), LONGEST)
