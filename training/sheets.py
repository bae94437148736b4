"""Sample sheets: what the network sees, drafts and draws during training, as one picture."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import torch
from PIL import Image

from ..core.modalities import registry
from ..core.model.pipeline import SceneGenPipeline
from .settings import TrainSettings
from .validation import infer, sample

SHOWN = ("optical", "infrared", "sar")
ROWS = 6


def _picture(values: np.ndarray) -> np.ndarray:
    """Model space ``(C, H, W)`` to ``(H, W, 3)`` bytes, −2.5..2.5 shown from black to white."""
    channels = [values[min(i, len(values) - 1)] for i in range(3)]
    stretched = np.clip((np.stack(channels, axis=-1) + 2.5) / 5.0, 0.0, 1.0)
    return (stretched * 255).astype(np.uint8)


@torch.no_grad()
def sample_sheet(
    pipeline: SceneGenPipeline, batch: dict[str, Any], settings: TrainSettings, path: Path, steps: int = 4
) -> None:
    """Per sample a row, per modality four pictures: seen, truth, draft, one realisation."""
    device = pipeline.device
    prepared, draft = infer(pipeline, batch, settings, device)
    drawn = sample(pipeline, prepared, draft, steps, torch.Generator().manual_seed(1))
    names = [m.id for m in registry().modalities if m.id in SHOWN]
    drafts, draws = pipeline.decode(draft.mean, names), pipeline.decode(drawn, names)
    rows = []
    for index in range(min(ROWS, len(prepared.target))):
        row = []
        for name in names:
            seen = np.where(batch["observed"][name][index], batch["seen"][name][index], -9.0)
            truth = np.where(batch["valid"][name][index], batch["x"][name][index], -9.0)
            pictures = (seen, truth, drafts[name][index].cpu().numpy(), draws[name][index].cpu().numpy())
            row += [_picture(np.asarray(p, dtype=np.float32)) for p in pictures]
        rows.append(np.concatenate(row, axis=1))
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.fromarray(np.concatenate(rows, axis=0)).save(path)
