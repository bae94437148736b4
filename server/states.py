"""The states of a job, and the only transitions between them."""

from __future__ import annotations

from ..core.errors import SceneFillError

ACCEPTED, RUNNING, SUCCESSFUL, FAILED, DISMISSED = "accepted", "running", "successful", "failed", "dismissed"
STATES = (ACCEPTED, RUNNING, SUCCESSFUL, FAILED, DISMISSED)

#: What may follow a state. Back from running to accepted goes a job whose server ended before it did; a finished job
#: that is dismissed loses its files.
TRANSITIONS: dict[str, frozenset[str]] = {
    ACCEPTED: frozenset({RUNNING, DISMISSED}),
    RUNNING: frozenset({SUCCESSFUL, FAILED, DISMISSED, ACCEPTED}),
    SUCCESSFUL: frozenset({DISMISSED}),
    FAILED: frozenset({DISMISSED}),
    DISMISSED: frozenset(),
}
#: A job of these is still to be done.
UNFINISHED = (ACCEPTED, RUNNING)


def check_transition(before: str, after: str) -> None:
    """Raise unless ``after`` may follow ``before``.

    Raises:
        SceneFillError: ``job-state``.
    """
    if after not in TRANSITIONS[before]:
        raise SceneFillError(
            "job-state",
            f"A job that is {before} cannot become {after}.",
            details={"before": before, "after": after},
        )
