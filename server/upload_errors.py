"""The errors of uploads."""

from __future__ import annotations

from ..core.errors import SceneFillError


def no_upload(upload_id: str) -> SceneFillError:
    return SceneFillError("no-such-upload", f"There is no upload '{upload_id:.40}'.", "Upload the raster again.")


def expired() -> SceneFillError:
    return SceneFillError("expired", "The upload has expired.", "Upload the raster again.")


def locked(upload_id: str) -> SceneFillError:
    return SceneFillError(
        "upload-locked",
        f"Somebody else is writing to the upload '{upload_id:.40}'.",
        "Ask for its offset again in a moment, and go on from there.",
        {"retry_after": 1},
    )


def in_use(upload_id: str) -> SceneFillError:
    return SceneFillError(
        "upload-in-use",
        f"A job that is not finished needs the upload '{upload_id:.40}'.",
        "Wait for the job, or dismiss it.",
    )


def wrong_offset(offset: int) -> SceneFillError:
    return SceneFillError(
        "upload-offset",
        f"The upload goes on at byte {offset}.",
        "Ask for its offset by HEAD, and send what comes after it.",
        {"offset": offset},
    )


def too_large(limit: int) -> SceneFillError:
    return SceneFillError(
        "too-large", f"An upload may have {limit} bytes.", "Clip the raster to the job's extent.", {"limit": limit}
    )


def too_long() -> SceneFillError:
    return SceneFillError(
        "too-large", "There are more bytes than the upload was to have.", "Make a new upload of the right length."
    )


def over_bytes(limit: int, used: int) -> SceneFillError:
    return SceneFillError(
        "quota-bytes",
        f"Your uploads may have {limit} bytes together, and have {used}.",
        "Delete uploads that are no longer needed, or wait until they expire.",
        {"limit": limit, "used": used},
    )


def over_count(limit: int) -> SceneFillError:
    return SceneFillError(
        "quota",
        f"You have {limit} uploads, and may have no more.",
        "Delete uploads that are no longer needed, or wait until they expire.",
        {"limit": limit},
    )


def disk_full() -> SceneFillError:
    return SceneFillError("disk-full", "The server has no room for this upload.", "Try again later.")


def checksum_mismatch() -> SceneFillError:
    return SceneFillError(
        "upload-checksum",
        "The bytes that arrived are not those that were announced; they are dropped.",
        "Upload the file again.",
    )


def chunk_mismatch() -> SceneFillError:
    return SceneFillError("chunk-checksum", "These bytes were changed on their way.", "Send them again.")


def bad_request(problem: str, hint: str = "") -> SceneFillError:
    return SceneFillError("bad-request", problem, hint)
