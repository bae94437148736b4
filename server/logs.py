"""Structured logs: a JSON object a line, with the ids of request and job, and nothing that a client has sent."""

from __future__ import annotations

import datetime
import json
import logging
import sys
from typing import Any, TextIO

#: Members that a log call may give by ``extra``.
MEMBERS = ("request", "job", "owner", "method", "route", "status", "milliseconds", "code", "bytes")
#: Longest text of one member: a log line is no place to fill a disk.
MAX_TEXT = 2000

_BREAKS = {number: " " for number in (*range(32), 127, 0x2028, 0x2029)}


class JsonFormatter(logging.Formatter):
    """One line of JSON for each record; a traceback is a member of it, with its lines as an array."""

    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, Any] = {
            "time": datetime.datetime.fromtimestamp(record.created, datetime.timezone.utc).isoformat(),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage().translate(_BREAKS)[:MAX_TEXT],
        }
        line.update({name: getattr(record, name) for name in MEMBERS if getattr(record, name, None) is not None})
        if record.exc_info and record.exc_info[0] is not None:
            # Where it happened; not what the exception says, which may quote a request.
            line["error"] = record.exc_info[0].__name__
            line["trace"] = _places(record.exc_info[2])
        return json.dumps(line, ensure_ascii=False, default=str)


def set_up(level: int = logging.INFO, stream: TextIO | None = None) -> None:
    """Send the logs of SceneFill and of the web server to ``stream`` (standard error) as lines of JSON.

    The web server's own access log is switched off: it has query strings and addresses.
    """
    handler = logging.StreamHandler(stream or sys.stderr)
    handler.setFormatter(JsonFormatter())
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(logging.WARNING)
    logging.getLogger("scenefill").setLevel(level)
    for name in ("uvicorn", "uvicorn.error"):
        logging.getLogger(name).handlers.clear()
        logging.getLogger(name).propagate = True
        logging.getLogger(name).setLevel(logging.WARNING)
    logging.getLogger("uvicorn.access").disabled = True


def _places(trace: Any) -> list[str]:
    places = []
    while trace is not None:
        code = trace.tb_frame.f_code
        places.append(f"{code.co_filename}:{trace.tb_lineno} {code.co_name}")
        trace = trace.tb_next
    return places[-20:]
