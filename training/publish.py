"""Publishing a trained pipeline: calibrate its spread on validation places, write manifest, digests and model card."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import torch

from ..core.feedback import Feedback
from ..core.model.config import model_config
from ..core.model.export import export_model
from ..core.model.pipeline import SceneGenPipeline, load_pipeline
from ..core.model.store import read_manifest
from .chips import load_chips
from .data_types import Chip
from .settings import TrainSettings
from .train import load_data, training_stream
from .translators import fit_all, gather_all
from .validation import validate
from .whole_spread import calibrate_whole

REAL_BATCHES, SIMULATED_BATCHES = 16, 4
CARD = Path(__file__).resolve().parent / "model_card.md"


def figures(
    pipeline: SceneGenPipeline, settings: TrainSettings, feedback: Feedback
) -> tuple[dict[str, float], dict[str, float]]:
    """Validation figures on held-out real places, and on the run's own simulated scenes.

    The simulated ones were trained on: they stand in only for a modality that no validation place has.
    """
    _, validation, simulated = load_data(settings, feedback)

    def judge(chips: list[Chip], made: list[Chip], count: int, seed: int) -> dict[str, float]:
        if not chips and not made:
            return {}
        stream = training_stream(chips, made, settings, seed)
        batches = [stream.batch(settings.batch) for _ in range(count)]
        return validate(pipeline, batches, settings, torch.device("cpu"))

    return judge(validation, [], REAL_BATCHES, 12345), judge([], simulated, SIMULATED_BATCHES, 54321)


def calibration(
    real: Mapping[str, float], simulated: Mapping[str, float], modalities: Sequence[str]
) -> dict[str, dict[str, float]]:
    """Factors per mode and modality; from simulated scenes for a modality that no validation place has."""
    result: dict[str, dict[str, float]] = {}
    for mode in ("draft", "estimate"):
        result[mode] = {}
        for modality in modalities:
            key = f"calibration/{mode}/{modality}"
            result[mode][modality] = round(float(real.get(key, simulated.get(key, 1.0))), 4)
    return result


def _table(real: Mapping[str, float], simulated: Mapping[str, float], modalities: Sequence[str]) -> str:
    lines = [
        "| modality | draft, real | estimate, real | draft, simulated | estimate, simulated |",
        "|---|---|---|---|---|",
    ]
    for modality in modalities:
        cells = [
            f"{source[key]:.3f}" if (key := f"{mode}/{modality}") in source else "–"
            for source in (real, simulated)
            for mode in ("draft", "estimate")
        ]
        lines.append(f"| {modality} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def publish(run: Path, target: Path, facts: Mapping[str, Any], feedback: Feedback | None = None) -> None:
    """Write the model of a finished or running training run.

    Args:
        run: folder with ``pipeline/``, ``settings.json`` and ``progress.json``.
        target: the model's folder; replaced.
        facts: ``id``, ``title``, ``version``, ``licence``.
        feedback: progress.
    """
    feedback = feedback or Feedback()
    raw = json.loads((run / "settings.json").read_text(encoding="utf-8"))
    raw["holdout_places"] = tuple(raw["holdout_places"])
    settings = TrainSettings(**raw)
    progress = json.loads((run / "progress.json").read_text(encoding="utf-8"))
    pipeline = load_pipeline(run / "pipeline", torch.float32)
    names = list(pipeline.codec.modalities)
    real, simulated = figures(pipeline, settings, feedback)
    training = {
        "data": "Sentinel-1/2, Landsat, NAIP chips (see model_card.md) and simulated scenes",
        "holdout_places": list(settings.holdout_places),
        **progress,
        "validation_model_space_mae": {k: round(v, 4) for k, v in real.items() if not k.startswith("calibration")},
    }
    manifest = export_model(
        pipeline,
        model_config(settings.model),
        target,
        {**facts, "calibration": calibration(real, simulated, names), "training": training},
    )
    if settings.data:
        fit_all(gather_all(load_chips(settings.data, "train"), feedback), target)
        calibrate_whole(str(target), Path(settings.data), feedback=feedback)
        manifest = read_manifest(target)
    card = CARD.read_text(encoding="utf-8").format(
        id=manifest.id,
        version=manifest.version,
        steps=progress["step"],
        minutes=round(progress["minutes"]),
        batch=settings.batch,
        crop=settings.crop,
        holdout=", ".join(settings.holdout_places),
        table=_table(real, simulated, names),
        sha=" ".join(manifest.weights_sha256[i : i + 8] for i in range(0, 64, 8)),
    )
    (target / "model_card.md").write_text(card, encoding="utf-8")
