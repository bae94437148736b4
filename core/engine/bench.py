"""How fast a model is on this machine: measured once in a few seconds, then remembered."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np

from ..cache import cache_folder
from ..modalities import registry
from .journal import digest

SCHEMA = "scenefill-speed/1"
_SHOWN = ("optical", "infrared", "sar")


@dataclass(frozen=True)
class Speed:
    """Seconds that one full batch of windows takes, and what the process then holds.

    Attributes:
        batch: windows in it.
        draft_seconds: encoding and the direct estimate.
        step_seconds: one evaluation of the generator, for one sample.
        memory_bytes: resident memory of the process with the model at work.
    """

    batch: int
    draft_seconds: float
    step_seconds: float
    memory_bytes: int

    def seconds(self, windows: int, steps: int, samples: int) -> float:
        """Network time of ``windows`` windows; ``steps`` 0 for a draft."""
        batches = -(-windows // self.batch)
        return batches * (self.draft_seconds + steps * samples * self.step_seconds)


def speed_of(model: Any) -> Speed:
    """The speed of a loaded :class:`scenefill.core.model.runtime.SceneModel`, from the cache or measured now."""
    path = cache_folder() / f"speed-{_key(model)}.json"
    found = _read(path)
    if found is None:
        found = measure(model)
        _write(path, found)
    return found


def measure(model: Any) -> Speed:
    """Time one batch of drafts, and the difference that one evaluation of the generator makes."""
    import psutil

    from ..model.runtime import Observation

    size = model.manifest.window
    rng = np.random.default_rng(0)
    observations = []
    for modality in _SHOWN:
        if modality in model.modalities:
            bands = len(registry()[modality].bands)
            values = rng.uniform(0.05, 0.2, (bands, size, size)).astype(np.float32)
            observations.append(Observation(modality, values, np.ones(values.shape, dtype=bool), 10.0, None))
    targets = tuple(model.modalities)[:1]
    batch = model.batch_size
    seen = ([observations] * batch, 10.0, (size, size), [None] * batch, targets)

    def field(_index: int, _sample: int, modality: str) -> np.ndarray:
        channels, factor = model.noise_shape(modality)
        return np.zeros((channels, size // factor, size // factor), dtype=np.float32)

    def draw(steps: int) -> Callable[[], object]:
        return lambda: model.draw(*seen, [{}] * batch, field, steps=steps, samples=1)

    draw(1)()
    draft = _time(lambda: model.draft(*seen))
    step = max((_time(draw(3)) - draft) / 3, 1e-6)
    return Speed(batch, draft, step, int(psutil.Process().memory_info().rss))


def _time(function: Callable[[], object]) -> float:
    started = time.perf_counter()
    function()
    return time.perf_counter() - started


def _key(model: Any) -> str:
    import torch

    facts = [model.weights_sha256, model.dtype_name, str(model.device.device), torch.get_num_threads()]
    return digest([*facts, torch.__version__, model.batch_size])[:16]


def _read(path: Path) -> Speed | None:
    """What is cached; None when there is nothing, or nothing that this version understands."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        if data.pop("schema") != SCHEMA:
            return None
        return Speed(**data)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def _write(path: Path, speed: Speed) -> None:
    content: Mapping[str, Any] = {"schema": SCHEMA, **asdict(speed)}
    aside = path.with_name(f"{path.name}.{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        aside.write_text(json.dumps(content), encoding="utf-8")
        aside.replace(path)
    except OSError:
        # A cache that cannot be written costs a measurement the next time, nothing else.
        return
