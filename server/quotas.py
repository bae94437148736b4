"""What one owner may have at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any

from ..core.errors import SceneFillError


@dataclass(frozen=True)
class Quota:
    """Limits of one owner; None is no limit.

    Attributes:
        running: jobs that run at once.
        waiting: jobs that wait.
        pixels: of the grid of one job.
        bytes: of the uploads that are kept.
    """

    running: int | None = None
    waiting: int | None = None
    pixels: int | None = None
    bytes: int | None = None

    def to_dict(self) -> dict[str, int]:
        """The limits that there are."""
        return {name: value for name, value in asdict(self).items() if value is not None}

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Quota:
        """The reverse of :meth:`to_dict`; what is left out is no limit.

        Raises:
            SceneFillError: ``bad-value`` for an unknown name, or a limit that is no integer from 0 on.
        """
        known = {field.name for field in fields(cls)}
        for name, value in data.items():
            if name not in known:
                raise _bad(f"There is no quota '{name:.40}'", f"There are: {', '.join(sorted(known))}.")
            if value is not None and (isinstance(value, bool) or not isinstance(value, int) or value < 0):
                raise _bad(f"The quota '{name}' cannot be {value!r:.40}", "It is an integer from 0 on.")
        return cls(**data)

    def within(self, other: Quota) -> Quota:
        """This quota, with the limits of ``other`` where it has none of its own."""
        return Quota.from_dict({**other.to_dict(), **self.to_dict()})


def _bad(problem: str, hint: str) -> SceneFillError:
    return SceneFillError("bad-value", f"{problem}.", hint)
