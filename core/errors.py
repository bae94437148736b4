"""The one exception that SceneFill raises on purpose.

Codes, not sentences, cross process and network borders: ``ui/`` translates them, scripts match on them, and the English
message is what the command line prints.
"""

from __future__ import annotations

from typing import Any


class SceneFillError(Exception):
    """An error that a user can act on.

    Args:
        code: stable identifier in kebab case, for example ``"no-overlap"``; never reworded, never translated.
        message: one sentence saying what is wrong, with the value that is wrong in it.
        hint: one sentence saying what to do about it; empty if the message already says so.
        details: JSON-serialisable facts for the log.
    """

    def __init__(self, code: str, message: str, hint: str = "", details: dict[str, Any] | None = None) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.hint = hint
        self.details = dict(details or {})

    def __reduce__(self) -> tuple[Any, ...]:
        # Exceptions are rebuilt from ``args`` by default, which would lose the code on its way between processes.
        return (SceneFillError, (self.code, self.message, self.hint, self.details))

    def __str__(self) -> str:
        return f"{self.message} {self.hint}".strip()

    def to_dict(self) -> dict[str, Any]:
        return {"code": self.code, "message": self.message, "hint": self.hint, "details": self.details}

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> SceneFillError:
        return cls(
            str(data.get("code", "unknown")),
            str(data.get("message", "")),
            str(data.get("hint", "")),
            data.get("details") or {},
        )


class JobCancelled(SceneFillError):
    """The user cancelled; finished windows are kept and the job can be resumed."""

    def __init__(self, message: str = "The job was cancelled; finished windows are kept.") -> None:
        super().__init__("cancelled", message, "Run it again with --resume to continue.")

    def __reduce__(self) -> tuple[Any, ...]:
        return (JobCancelled, (self.message,))
