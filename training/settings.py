"""The settings of a training run, read from a TOML file."""

from __future__ import annotations

import dataclasses
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..core.errors import SceneFillError

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib


@dataclass(frozen=True)
class TrainSettings:
    """One training run; every member can stand in the TOML file under its name.

    Attributes:
        model: size to train (``toy``, ``nano``, ``base``, ...).
        data: folder with ``manifest.json`` (and ``pairs/``, see docs/training.md), relative to the TOML file; empty for
            simulated scenes alone.
        output: folder of checkpoints, logs and the exported pipeline; relative to the TOML file.
        start_from: exported pipeline whose weights to start from; empty for none.
        holdout_places: places never trained on, used for validation.
        simulated_scenes, simulated_size, simulated_share: procedural scenes, their side in pixels, their part of a
            batch.
        simulated_folder: where they are kept, for several runs to share them; relative to the TOML file; empty for
            ``simulated`` in the output folder.
        crop, context, batch: pixels along one axis of a sample and of its overview, samples per step and process.
        steps, minutes: the run ends at whichever comes first; the learning rate follows the same clock. 0 = no limit.
        learning_rate, warmup, weight_decay, clip: of AdamW.
        ema: decay of the weights' moving average.
        flow, likelihood, l1, ssim, consistency, coarse: weights of the losses.
        guide: probability that a sample gets the overview guide.
        residual: whether the generator draws what the draft leaves open, or plain values without seeing the draft.
        precision: ``no`` or ``bf16``.
        checkpoint, validate, sheet: steps between checkpoints, validations, sample sheets.
        seed: of data, weights and noise.
    """

    model: str = "nano"
    data: str = ""
    output: str = "runs/train"
    start_from: str = ""
    holdout_places: tuple[str, ...] = ()
    simulated_scenes: int = 48
    simulated_size: int = 512
    simulated_share: float = 0.3
    simulated_folder: str = ""
    crop: int = 128
    context: int = 256
    batch: int = 8
    steps: int = 0
    minutes: float = 0.0
    learning_rate: float = 4e-4
    warmup: int = 200
    weight_decay: float = 0.01
    clip: float = 1.0
    ema: float = 0.999
    flow: float = 1.0
    likelihood: float = 0.1
    l1: float = 1.0
    ssim: float = 0.1
    consistency: float = 0.05
    coarse: float = 0.5
    guide: float = 0.85
    residual: bool = True
    precision: str = "bf16"
    checkpoint: int = 250
    validate: int = 500
    sheet: int = 500
    seed: int = 0


def load_settings(path: Path) -> TrainSettings:
    """Read and check a TOML file; relative paths in it are taken from its folder.

    Raises:
        SceneFillError: ``train-config`` when it is missing, not TOML, or has an unknown or ill-typed member.
    """
    try:
        data: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise SceneFillError("train-config", f"{path} cannot be read: {error}.") from error
    fields = {f.name: f for f in dataclasses.fields(TrainSettings)}
    values: dict[str, Any] = {}
    for name, value in data.items():
        if name not in fields:
            raise SceneFillError(
                "train-config", f"{path.name} has an unknown setting '{name}'.", f"Known: {', '.join(fields)}."
            )
        default = fields[name].default
        if isinstance(default, float) and isinstance(value, int) and not isinstance(value, bool):
            value = float(value)
        if isinstance(default, tuple):
            value = tuple(value) if isinstance(value, list) else value
        if type(value) is not type(default):
            raise SceneFillError(
                "train-config", f"{path.name}: '{name}' must be a {type(default).__name__}, not {value!r}."
            )
        values[name] = value
    for name in ("data", "output", "start_from", "simulated_folder"):
        if values.get(name):
            values[name] = str((path.parent / values[name]).resolve())
    settings = TrainSettings(**values)
    if not settings.steps and not settings.minutes:
        raise SceneFillError("train-config", f"{path.name} sets neither 'steps' nor 'minutes'.", "Give one of them.")
    return settings
