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
    SERVER = 7


#: Every error code, by the status that it ends with.
CODES: dict[ExitStatus, tuple[str, ...]] = {
    ExitStatus.INTERNAL: ("bad-message", "internal"),
    ExitStatus.USAGE: (
        "bad-database",
        "bad-fill",
        "bad-grid",
        "bad-range",
        "bad-reference",
        "bad-request",
        "bad-server",
        "bad-value",
        "bad-window",
        "cluster-mismatch",
        "cross-site",
        "demo-in-training",
        "duplicate-member",
        "idempotency-mismatch",
        "job-not-json",
        "job-schema",
        "link-refused",
        "media-type",
        "method-not-allowed",
        "missing-member",
        "missing-scope",
        "no-bands-for-clouds",
        "no-inputs",
        "no-model",
        "no-server-libraries",
        "no-such-job",
        "no-such-output",
        "no-such-process",
        "no-such-upload",
        "no-targets",
        "no-tokens",
        "not-found",
        "not-local",
        "nothing-to-resume",
        "oidc-config",
        "output-exists",
        "result-not-ready",
        "resume-mismatch",
        "token-exists",
        "too-large",
        "too-many-pixels",
        "train-config",
        "tus-version",
        "unauthorized",
        "unknown-gap-kind",
        "unknown-member",
        "unknown-modality",
        "unknown-mode",
        "unknown-model",
        "unknown-model-size",
        "unknown-split",
        "unknown-token",
        "unknown-upload",
        "unsafe-bind",
        "wrong-python",
        "wrong-type",
    ),
    ExitStatus.INPUT: (
        "antimeridian",
        "bad-manifest",
        "cannot-send",
        "complex-raster",
        "crs-transform",
        "fill-grid",
        "link-failed",
        "missing-file",
        "no-band",
        "no-chips",
        "no-crs",
        "no-entries",
        "no-manifest",
        "no-overlap",
        "no-scenes",
        "no-training-chips",
        "not-a-geotiff",
        "not-finite",
        "nothing-shown",
        "nothing-to-judge",
        "raster-damaged",
        "raster-policy",
        "rotated-grid",
        "unknown-product",
        "unreadable-raster",
        "unreadable-vector",
    ),
    ExitStatus.CANCELLED: ("cancelled",),
    ExitStatus.RESOURCES: (
        "bad-cache",
        "cannot-write",
        "data-folder-busy",
        "database-busy",
        "database-down",
        "database-newer",
        "disk-full",
        "file-system",
        "folder-busy",
        "folder-not-writable",
        "no-cluster",
        "no-memory",
        "no-ray",
        "port-in-use",
        "window-failed",
        "worker-died",
        "worker-protocol",
        "worker-start",
        "workers-failed",
    ),
    ExitStatus.MODEL: (
        "model-checksum",
        "model-format",
        "model-manifest",
        "model-nan",
        "model-schema",
        "registry-schema",
    ),
    ExitStatus.SERVER: (
        "captive-portal",
        "chunk-checksum",
        "expired",
        "gone",
        "job-dismissed",
        "job-state",
        "not-ready",
        "not-scenefill",
        "queue-full",
        "quota",
        "quota-bytes",
        "server-answer",
        "server-busy",
        "server-error",
        "server-forbidden",
        "server-insecure",
        "server-login",
        "server-protocol",
        "server-proxy",
        "server-tls",
        "server-unreachable",
        "slow-client",
        "upload-checksum",
        "upload-in-use",
        "upload-locked",
        "upload-offset",
        "wrong-digest",
    ),
}

_STATUS_BY_CODE = {code: status for status, codes in CODES.items() for code in codes}


def exit_status(code: str) -> ExitStatus:
    """The exit status of an error ``code``; ``INTERNAL`` for one that is not listed."""
    return _STATUS_BY_CODE.get(code, ExitStatus.INTERNAL)
