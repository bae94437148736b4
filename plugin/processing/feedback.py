"""A Processing feedback as the engine's, and the engine's errors as Processing's."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from qgis.core import QgsProcessingException, QgsProcessingFeedback

from ...core.errors import JobCancelled, SceneFillError
from ...core.failures import describe
from ...core.feedback import Feedback
from ..i18n import tr
from ..stages import stage_title


class ProcessingFeedback(Feedback):
    """Shows progress, stage and messages in the algorithm's log; may be used in the algorithm's thread."""

    def __init__(self, feedback: QgsProcessingFeedback) -> None:
        self._feedback = feedback
        self._stage = ""

    def progress(self, fraction: float, stage: str) -> None:
        self._feedback.setProgress(100.0 * min(max(fraction, 0.0), 1.0))
        if stage != self._stage:
            self._stage = stage
            self._feedback.setProgressText(stage_title(stage))

    def is_cancelled(self) -> bool:
        return bool(self._feedback.isCanceled())

    def log(self, level: str, text: str) -> None:
        super().log(level, text)
        if level in ("warning", "error"):
            self._feedback.pushWarning(text)
        elif level == "debug":
            self._feedback.pushDebugInfo(text)
        else:
            self._feedback.pushInfo(text)

    def preview(self, path: str) -> None:
        self._feedback.pushInfo(tr("A draft lies at {path}").format(path=path))


@contextmanager
def errors_shown() -> Iterator[None]:
    """Turns SceneFill's errors, and those of disk and memory, into Processing's; :class:`JobCancelled` passes."""
    try:
        yield
    except JobCancelled:
        raise
    except (SceneFillError, OSError, MemoryError) as error:
        raise QgsProcessingException(error_text(describe(error))) from error


def error_text(error: SceneFillError) -> str:
    """What is wrong, what to do about it, and the code that never changes."""
    return f"{error} [{error.code}]"
