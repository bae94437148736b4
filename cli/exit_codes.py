"""Exit statuses of ``scenefill``: one per kind of trouble, for scripts to tell them apart. See ``docs/cli.md``."""

from __future__ import annotations

from enum import IntEnum


class ExitStatus(IntEnum):
    """What the process returns to its caller."""

    OK = 0
    INTERNAL = 1
    USAGE = 2
    INPUT = 3
    CANCELLED = 4
    RESOURCES = 5
    MODEL = 6


#: Every error code, by the status that it ends with.
CODES: dict[ExitStatus, tuple[str, ...]] = {
    ExitStatus.INTERNAL: ("bad-message", "internal"),
    ExitStatus.USAGE: (
        "bad-fill",
        "bad-grid",
        "bad-value",
        "bad-window",
        "demo-in-training",
        "duplicate-member",
        "job-not-json",
        "job-schema",
        "missing-member",
        "no-bands-for-clouds",
        "no-inputs",
        "no-model",
        "no-targets",
        "nothing-to-resume",
        "output-exists",
        "resume-mismatch",
        "train-config",
        "unknown-gap-kind",
        "unknown-member",
        "unknown-modality",
        "unknown-mode",
        "unknown-model",
        "unknown-model-size",
        "unknown-split",
        "wrong-python",
        "wrong-type",
    ),
    ExitStatus.INPUT: (
        "antimeridian",
        "bad-manifest",
        "complex-raster",
        "crs-transform",
        "fill-grid",
        "missing-file",
        "no-band",
        "no-chips",
        "no-crs",
        "no-entries",
        "no-manifest",
        "no-overlap",
        "no-scenes",
        "no-training-chips",
        "not-finite",
        "nothing-shown",
        "nothing-to-judge",
        "rotated-grid",
        "unknown-product",
        "unreadable-raster",
        "unreadable-vector",
    ),
    ExitStatus.CANCELLED: ("cancelled",),
    ExitStatus.RESOURCES: (
        "bad-cache",
        "cannot-write",
        "disk-full",
        "file-system",
        "folder-busy",
        "folder-not-writable",
        "no-memory",
    ),
    ExitStatus.MODEL: (
        "model-checksum",
        "model-format",
        "model-manifest",
        "model-nan",
        "model-schema",
        "registry-schema",
    ),
}

_STATUS_BY_CODE = {code: status for status, codes in CODES.items() for code in codes}


def exit_status(code: str) -> ExitStatus:
    """The exit status of an error ``code``; ``INTERNAL`` for one that is not listed."""
    return _STATUS_BY_CODE.get(code, ExitStatus.INTERNAL)
