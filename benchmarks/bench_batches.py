"""Windows drawn in larger batches: time per window."""

from __future__ import annotations

from ..core.model.runtime import SceneModel
from .table import Row
from .timing import WALL, Clock, side_by_side
from .window_batch import make_windows, model_as

SIZES = (1, 2, 4, 8)
STEPS = 4


def rows(model: SceneModel, clock: Clock = WALL) -> list[Row]:
    """Time per window in each batch size over that in batches of one."""
    calls = {}
    for size in SIZES:
        windows, one = make_windows(model, size), model_as(model, model.device.dtype, size)
        calls[size] = lambda windows=windows, one=one: windows.draw(one, STEPS, 1)
    ratios = side_by_side(calls, SIZES[0], clock=clock)
    return [Row(f"time per window, batch of {size} over batch of 1", ratios[size] / size) for size in SIZES[1:]]
