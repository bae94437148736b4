"""A line about work in progress: what it does, and how much longer."""

from __future__ import annotations

from ..plugin.stages import stage_title
from .quantities import left_text


def progress_text(stage: str, seconds_left: float) -> str:
    """``Drawing – about 2 min left``; without the time while that is unknown (negative)."""
    left = left_text(seconds_left)
    return f"{stage_title(stage)} – {left}" if left else stage_title(stage)
