"""How long work reports and is cancelled, whoever watches: a QgsTask, a pipe, an HTTP job, a terminal bar, a test."""

from __future__ import annotations

import logging

from .errors import JobCancelled

logger = logging.getLogger("scenefill")


class Feedback:
    """Base of all feedbacks: logs to :mod:`logging`, never cancels. Adapters override what they can show."""

    def progress(self, fraction: float, stage: str) -> None:
        """Report ``fraction`` (0..1) of the whole work done and the ``stage`` (a short untranslated identifier)."""

    def is_cancelled(self) -> bool:
        """Whether the user asked to stop. Called often and from any thread: must be cheap."""
        return False

    def log(self, level: str, text: str) -> None:
        """Tell something worth keeping. ``level``: ``debug``, ``info``, ``warning`` or ``error``."""
        logger.log(getattr(logging, level.upper(), logging.INFO), "%s", text)

    def preview(self, path: str) -> None:
        """A preview raster exists at ``path`` and may be shown."""

    def raise_if_cancelled(self) -> None:
        """Raise :class:`JobCancelled` when the user asked to stop."""
        if self.is_cancelled():
            raise JobCancelled


class RelayFeedback(Feedback):
    """Passes everything on to a parent: base of those that change one thing on the way."""

    def __init__(self, parent: Feedback) -> None:
        self._parent = parent

    def progress(self, fraction: float, stage: str) -> None:
        self._parent.progress(fraction, stage)

    def is_cancelled(self) -> bool:
        return self._parent.is_cancelled()

    def log(self, level: str, text: str) -> None:
        self._parent.log(level, text)

    def preview(self, path: str) -> None:
        self._parent.preview(path)


class StageFeedback(RelayFeedback):
    """One stage of a longer work: maps its own 0..1 onto ``start..end`` of the parent's progress."""

    def __init__(self, parent: Feedback, start: float, end: float, stage: str) -> None:
        super().__init__(parent)
        self._start, self._end, self._stage = start, end, stage

    def progress(self, fraction: float, stage: str = "") -> None:
        clamped = min(max(fraction, 0.0), 1.0)
        self._parent.progress(self._start + (self._end - self._start) * clamped, stage or self._stage)
