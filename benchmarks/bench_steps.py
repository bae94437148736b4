"""Steps of the generator: what each number of them costs."""

from __future__ import annotations

from ..core.job import Sampling
from ..core.model.runtime import SceneModel
from .table import Row
from .timing import WALL, Clock, side_by_side
from .window_batch import make_windows, model_as

STEPS = (0, 1, 2, 4, 8)
BATCH = 4


def rows(model: SceneModel, clock: Clock = WALL) -> list[Row]:
    """Time of a drawing with the default number of samples, over the default number of steps; 0 is the draft."""
    default = Sampling()
    windows, one = make_windows(model, BATCH), model_as(model, model.device.dtype, BATCH)
    calls = {steps: lambda steps=steps: windows.draw(one, steps, default.samples) for steps in STEPS}
    ratios = side_by_side(calls, default.steps, rounds=3, clock=clock)
    names = {0: "draft", 1: "1 step"}
    return [
        Row(f"{names.get(steps, f'{steps} steps')} over {default.steps} steps", ratios[steps])
        for steps in STEPS
        if steps != default.steps
    ]
