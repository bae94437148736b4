"""What this server draws with: its models, and the device of its engine, which is asked in a process of its own."""

from __future__ import annotations

import logging
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from ..core.errors import SceneFillError
from ..core.feedback import Feedback
from ..core.job_parts import DEFAULT_MODEL
from ..core.model.store import Manifest, installed_models, model_folder, read_manifest
from ..core.worker.client import EngineClient
from ..core.worker.protocol import DeviceReport
from .config import ServerConfig

logger = logging.getLogger("scenefill.server")


@lru_cache(maxsize=1)
def manifests() -> tuple[Manifest, ...]:
    """The models that are installed and can be read; the default one first."""
    found = []
    for model in installed_models():
        try:
            found.append(read_manifest(model_folder(model)))
        except SceneFillError as error:
            logger.warning("the model %s is left out: %s", model, error.code)
    return tuple(sorted(found, key=lambda manifest: (manifest.id != DEFAULT_MODEL, manifest.id)))


def describe_models() -> list[dict[str, Any]]:
    """The models as clients are told about them."""
    return [
        {
            "id": manifest.id,
            "title": manifest.title,
            "version": manifest.version,
            "modalities": list(manifest.modalities),
            "sha256": manifest.weights_sha256,
            # What a client has to know to send all that can change a pixel.
            "window": manifest.window,
            "overlap": manifest.overlap,
            "overview_factor": manifest.overview_factor,
        }
        for manifest in manifests()
    ]


def drawn_modalities() -> list[str]:
    """Ids of all modalities that some model draws, in the order of the models."""
    return list(dict.fromkeys(modality for manifest in manifests() for modality in manifest.modalities))


class _Unwatched(Feedback):
    """Of a question that nobody waits for."""

    def __init__(self, ended: threading.Event) -> None:
        self._ended = ended

    def progress(self, fraction: float, stage: str) -> None:
        logger.debug("engine: %s", stage)

    def is_cancelled(self) -> bool:
        return self._ended.is_set()

    def log(self, level: str, text: str) -> None:
        logger.debug("engine: %s", text)

    def preview(self, path: str) -> None:
        """Nothing is drawn."""


@dataclass(frozen=True)
class EngineState:
    """What is known of the engine: nothing as yet, a report, or why there is none."""

    report: DeviceReport | None = None
    error: SceneFillError | None = None


class EngineFacts:
    """Asks the engine once, in a thread and a child process, what it runs on. The web process never imports torch."""

    def __init__(self, config: ServerConfig) -> None:
        self._client = EngineClient(config.python, threads=config.threads or 0)
        self._ended = threading.Event()
        self._known = threading.Event()
        self._state = EngineState()
        self._thread = threading.Thread(target=self._ask, name="engine-facts", daemon=True)

    def start(self) -> None:
        """Begin to ask."""
        self._thread.start()

    def stop(self) -> None:
        """Ask no longer."""
        self._ended.set()
        self._client.close()

    def state(self, timeout: float = 0.0) -> EngineState:
        """What is known by now, or within ``timeout`` seconds."""
        self._known.wait(timeout)
        return self._state

    def _ask(self) -> None:
        try:
            self._state = EngineState(report=self._client.probe(_Unwatched(self._ended)))
        except SceneFillError as error:
            self._state = EngineState(error=error)
            if not self._ended.is_set():
                logger.error("the engine does not answer: %s: %s", error.code, error.message)
        finally:
            self._known.set()
            # Its memory is for the jobs.
            self._client.close()


def describe_device(report: DeviceReport) -> dict[str, str]:
    """The device as clients are told about it."""
    kind = report.device
    size = f"{report.memory_bytes / 2**30:.0f} GiB"
    title = f"GPU with {size}" if kind == "cuda" else f"{report.cores} processor cores, {size} of memory"
    return {"kind": kind, "title": title, "dtype": report.dtype}


def median_speed(seconds_and_pixels: Sequence[tuple[float, int]]) -> float | None:
    """Pixels a second of finished jobs, in the middle of them; None for none."""
    speeds = sorted(pixels / seconds for seconds, pixels in seconds_and_pixels if seconds > 0 and pixels > 0)
    return speeds[len(speeds) // 2] if speeds else None
