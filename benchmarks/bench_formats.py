"""The network in bfloat16 against float32, one batch of windows at a time."""

from __future__ import annotations

import torch

from ..core.model.runtime import SceneModel
from .table import Row
from .timing import WALL, Clock, side_by_side
from .window_batch import make_windows, model_as

STEPS = 4


def rows(model: SceneModel, clock: Clock = WALL) -> list[Row]:
    """bf16 over fp32 for the draft and for a drawing; to be under 1 where the engine would choose bf16."""
    bar = 1.0 if model.device.dtype is torch.bfloat16 else None
    windows = make_windows(model, model.device.batch)
    models = {dtype: model_as(model, dtype, model.device.batch) for dtype in (torch.float32, torch.bfloat16)}
    found = []
    for what, steps in (("draft", 0), (f"drawing of {STEPS} steps", STEPS)):
        calls = {dtype: lambda one=one, steps=steps: windows.draw(one, steps, 1) for dtype, one in models.items()}
        ratios = side_by_side(calls, torch.float32, clock=clock)
        found.append(Row(f"bf16 over fp32, {what}", ratios[torch.bfloat16], bar))
    return found
