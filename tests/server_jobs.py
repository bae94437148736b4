"""Jobs of process ``generate`` for tests of a live server, by plain HTTP: uploads, requests, waiting, files."""

from __future__ import annotations

import base64
import hashlib
import time
from pathlib import Path
from typing import Any

import requests
from scenefill.core.job import Job, job_to_dict

from .server_live import LiveServer

#: Seconds that a job may take on a machine that is busy with others.
PATIENCE = 600.0
#: One direct estimate of everything: the quickest job that there is.
DRAFT = {"mode": "draft", "samples": 1, "seed": 42, "adapt": {"steps": 0}}
#: So many evaluations of the network that nobody waits for their end.
ENDLESS = {"mode": "estimate", "steps": 64, "samples": 64, "seed": 1, "adapt": {"steps": 0}}
MODEL = "scenefill-demo"


def upload(server: LiveServer, path: Path, headers: dict[str, str] | None = None) -> str:
    """Upload a file by one request; the reference to it."""
    content = path.read_bytes()
    sha256 = base64.b64encode(hashlib.sha256(content).hexdigest().encode()).decode()
    sent = {
        "Tus-Resumable": "1.0.0",
        "Content-Type": "application/offset+octet-stream",
        "Upload-Length": str(len(content)),
        "Upload-Metadata": f"sha256 {sha256}",
        **(headers or {}),
    }
    answer = requests.post(f"{server.url}/uploads", data=content, headers=sent, timeout=60)
    assert (answer.status_code, answer.headers["Upload-Offset"]) == (201, str(len(content))), answer.text
    return reference_of(answer.headers["Location"])


def reference_of(location: str) -> str:
    """How a job refers to an upload."""
    return f"upload:{location.rpartition('/')[2]}"


def as_request(job: Job, references: dict[str, str]) -> dict[str, Any]:
    """An execute request for a job, with references for its paths."""

    def referring(part: Any) -> Any:
        if isinstance(part, dict):
            return {name: referring(value) for name, value in part.items()}
        if isinstance(part, list):
            return [referring(value) for value in part]
        return references.get(part, part) if isinstance(part, str) else part

    asked = referring(job_to_dict(job))
    asked.pop("output")
    return {"inputs": {"job": asked}}


def submit(server: LiveServer, body: Any, headers: dict[str, str] | None = None) -> str:
    """Ask for a job; its URL."""
    answer = requests.post(f"{server.url}/processes/generate/execution", json=body, headers=headers, timeout=60)
    assert answer.status_code == 201, answer.text
    return str(answer.headers["Location"])


def ended(url: str, headers: dict[str, str] | None = None) -> dict[str, Any]:
    """The status of a job at its end."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        status = requests.get(url, headers=headers, timeout=60).json()
        if status["status"] not in ("accepted", "running"):
            return dict(status)
        time.sleep(0.2)
    raise AssertionError(f"{url} is still {status['status']}: {status}")


def fetched(url: str, headers: dict[str, str] | None = None) -> dict[str, bytes]:
    """The files of a successful job by their names, their digests checked."""
    found = {}
    for about in requests.get(f"{url}/results", headers=headers, timeout=60).json().values():
        answer = requests.get(about["href"], headers=headers, timeout=60)
        digest = base64.b64encode(hashlib.sha256(answer.content).digest()).decode()
        assert answer.status_code == 200
        assert answer.headers["Repr-Digest"] == about["digest"] == f"sha-256=:{digest}:"
        assert len(answer.content) == about["length"]
        found[about["file"]] = answer.content
    return found
