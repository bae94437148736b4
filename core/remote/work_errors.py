"""Why a job is not done by a server, as far as this side alone is the reason."""

from __future__ import annotations

from pathlib import Path

from ..errors import JobCancelled, SceneFillError


def nothing_to_resume(folder: Path) -> SceneFillError:
    """For a folder that knows of no job of the server, or of one that has to be sent again."""
    return SceneFillError(
        "nothing-to-resume", f"There is no job of this server in '{folder}'.", "Run it without --resume."
    )


def other_job(folder: Path) -> SceneFillError:
    """For a folder that knows of another job."""
    return SceneFillError(
        "resume-mismatch",
        f"The unfinished job in '{folder}' is another one: its settings or inputs differ.",
        "Run it without --resume to start afresh, or choose another output folder.",
    )


def output_exists(path: Path) -> SceneFillError:
    """For a file that a result would be written over."""
    return SceneFillError(
        "output-exists",
        f"'{path}' exists and was not made by this job.",
        "Choose another output folder, or move that file away.",
    )


def cancelled(told: bool) -> JobCancelled:
    """For the user's cancel.

    Args:
        told: whether the server surely does not go on.
    """
    how = "and the server does not go on with it" if told else "though the server could not be told"
    found = JobCancelled(f"The job was cancelled, {how}.")
    found.hint = "Run it again to start afresh: what was uploaded is kept for a while."
    return found
