"""Where messages go: QGIS' log panel under "SceneFill", and the last lines in memory for the diagnostics report."""

from __future__ import annotations

import collections
import logging

from qgis.core import Qgis, QgsMessageLog

TAG = "SceneFill"
logger = logging.getLogger("scenefill")

_LEVELS = (
    (logging.ERROR, Qgis.MessageLevel.Critical),
    (logging.WARNING, Qgis.MessageLevel.Warning),
    (logging.NOTSET, Qgis.MessageLevel.Info),
)


class PanelHandler(logging.Handler):
    """Writes to the log panel; QgsMessageLog may be called from any thread, ``print`` may not."""

    def emit(self, record: logging.LogRecord) -> None:
        level = next(shown for least, shown in _LEVELS if record.levelno >= least)
        QgsMessageLog.logMessage(self.format(record), TAG, level, False)


class MemoryHandler(logging.Handler):
    """Keeps the last lines."""

    def __init__(self, lines: int = 200) -> None:
        super().__init__()
        self.lines: collections.deque[str] = collections.deque(maxlen=lines)

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(self.format(record))


class Log:
    """SceneFill's handlers, there from :meth:`install` to :meth:`remove`."""

    def __init__(self) -> None:
        self.memory = MemoryHandler()
        self._handlers = (PanelHandler(), self.memory)

    def install(self, debug: bool) -> None:
        form = logging.Formatter("%(asctime)s %(levelname)s %(message)s", "%H:%M:%S")
        self.memory.setFormatter(form)
        for handler in self._handlers:
            if handler not in logger.handlers:
                logger.addHandler(handler)
        logger.setLevel(logging.DEBUG if debug else logging.INFO)
        logger.propagate = False

    def remove(self) -> None:
        for handler in self._handlers:
            logger.removeHandler(handler)
        logger.propagate = True

    @property
    def last_lines(self) -> tuple[str, ...]:
        return tuple(self.memory.lines)
