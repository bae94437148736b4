"""What the network is told about an input or about the scene, besides pixels: pixel sizes and dates."""

from __future__ import annotations

import torch

#: Ten metres is the pixel size that the other sizes are measured against.
REFERENCE_PIXEL_SIZE_M = 10.0
DAYS_PER_YEAR = 365.25


def _season(day_of_year: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    known = torch.isfinite(day_of_year)
    angle = torch.where(known, day_of_year, torch.zeros_like(day_of_year)) * (2 * torch.pi / DAYS_PER_YEAR)
    flag = known.to(angle.dtype)
    return torch.sin(angle) * flag, torch.cos(angle) * flag, flag


def input_features(
    pixel_size: torch.Tensor, native: torch.Tensor, day_of_year: torch.Tensor, delta_days: torch.Tensor
) -> torch.Tensor:
    """Facts about one input of each scene in the batch.

    Args:
        pixel_size: ``(B,)`` metres of the working grid.
        native: ``(B,)`` metres of the input's own pixels.
        day_of_year: ``(B,)`` 1..366, NaN where unknown.
        delta_days: ``(B,)`` the input's date minus the date to draw; NaN where unknown.

    Returns:
        ``(B, INPUT_FEATURES)``, each about -3..3.
    """
    sin, cos, known = _season(day_of_year)
    delta_known = torch.isfinite(delta_days)
    delta = torch.where(delta_known, delta_days, torch.zeros_like(delta_days))
    return torch.stack(
        [
            torch.log2(native / pixel_size).clamp(-4, 4),
            torch.log2(pixel_size / REFERENCE_PIXEL_SIZE_M).clamp(-4, 6) / 2,
            sin,
            cos,
            known,
            delta_known.to(delta.dtype),
            torch.sign(delta) * torch.log1p(delta.abs() / 10.0) / 2,
            (delta_known & (delta == 0)).to(delta.dtype),
        ],
        dim=1,
    )


def scene_features(pixel_size: torch.Tensor, day_of_year: torch.Tensor) -> torch.Tensor:
    """Facts about the scene to draw: ``(B, SCENE_FEATURES)`` from ``(B,)`` metres and ``(B,)`` day of year or NaN."""
    sin, cos, known = _season(day_of_year)
    return torch.stack([torch.log2(pixel_size / REFERENCE_PIXEL_SIZE_M).clamp(-4, 6) / 2, sin, cos, known], dim=1)
