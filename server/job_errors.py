"""What may be wrong with a request about jobs."""

from __future__ import annotations

from ..core.errors import SceneFillError

_QUOTAS = {
    "waiting": "You have {limit} jobs waiting, which is as many as you may.",
    "pixels": "The job has more than {limit} pixels, which is as many as you may draw at once.",
}


def no_job(job_id: str) -> SceneFillError:
    return SceneFillError("no-such-job", f"There is no job '{job_id:.64}'.", "Check its id.")


def gone(job_id: str) -> SceneFillError:
    return SceneFillError("gone", f"The job '{job_id:.64}' was dismissed.", "Submit it again if you need it.")


def key_used() -> SceneFillError:
    return SceneFillError(
        "idempotency-mismatch",
        "This Idempotency-Key belongs to another request.",
        "Use a new key for every new job.",
    )


def full_queue(size: int, retry_after: int) -> SceneFillError:
    return SceneFillError(
        "queue-full",
        f"The server has {size} jobs to do, which is as many as it takes.",
        f"Try again in {retry_after} seconds.",
        {"retry_after": retry_after},
    )


def over_quota(name: str, limit: int, retry_after: int | None = None) -> SceneFillError:
    """Args:
    name: ``waiting`` or ``pixels``.
    retry_after: seconds, where waiting helps.
    """
    hint = "Draw a smaller extent, or ask the administrator for more."
    if retry_after is not None:
        hint = "Wait for one of them to start, or dismiss one."
    details = {"quota": name, "limit": limit} | ({} if retry_after is None else {"retry_after": retry_after})
    return SceneFillError("quota", _QUOTAS[name].format(limit=limit), hint, details)
