"""Figures on held-out places during training: how far draft and drawing are from the truth where nothing was shown."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import torch

from ..core.model.pipeline import SceneDraft, SceneGenPipeline
from .losses import Prepared, coarse_pass, prepare
from .settings import TrainSettings


def infer(
    pipeline: SceneGenPipeline, batch: dict[str, Any], settings: TrainSettings, device: torch.device
) -> tuple[Prepared, SceneDraft]:
    """Overview pass and scene of a batch, as the engine does them."""
    prepared = prepare(pipeline, batch, settings, device)
    _, guide = coarse_pass(pipeline, batch, prepared, settings)
    side = settings.crop
    return prepared, pipeline.infer_scene(prepared.inputs, prepared.scene, (side, side), guide)


def sample(
    pipeline: SceneGenPipeline, prepared: Prepared, draft: SceneDraft, steps: int, rng: torch.Generator
) -> torch.Tensor:
    """One realisation of the batch's targets, latents."""
    noise = torch.randn(draft.mean.shape, generator=rng).to(draft.mean.device)
    return pipeline.draw_residual(draft, noise, prepared.observed, prepared.truth, prepared.target, steps)


class _Sums:
    """Weighted sums of one modality over all validation batches."""

    def __init__(self) -> None:
        self.weight = self.draft = self.estimate = 0.0
        self.draft_square = self.estimate_square = self.draft_variance = self.estimate_variance = 0.0

    def add(
        self,
        truth: torch.Tensor,
        mean: torch.Tensor,
        samples: torch.Tensor,
        variance: torch.Tensor,
        weight: torch.Tensor,
    ) -> None:
        estimate = samples.mean(dim=0)
        spread = samples.var(dim=0)
        self.weight += float(weight.sum())
        self.draft += float(((mean - truth).abs() * weight).sum())
        self.estimate += float(((estimate - truth).abs() * weight).sum())
        self.draft_square += float(((mean - truth).square() * weight).sum())
        self.estimate_square += float(((estimate - truth).square() * weight).sum())
        self.draft_variance += float((variance * weight).sum())
        self.estimate_variance += float((0.5 * (variance + spread) * weight).sum())


@torch.no_grad()
def validate(
    pipeline: SceneGenPipeline,
    batches: Sequence[dict[str, Any]],
    settings: TrainSettings,
    device: torch.device,
    steps: int = 4,
    samples: int = 2,
) -> dict[str, float]:
    """Figures in model space on unobserved valid pixels of the targets.

    Returns:
        ``draft/<modality>`` and ``estimate/<modality>``: mean absolute error of the draft and of the mean of
        ``samples``;
        ``calibration/draft/<modality>`` and ``calibration/estimate/<modality>``: root-mean-square error over the
        root-mean-square spread that :class:`~scenefill.core.model.runtime.SceneModel` would state with factor 1.
    """
    codec = pipeline.codec
    sums = {name: _Sums() for name in codec.modalities}
    rng = torch.Generator().manual_seed(0)
    repeats = torch.tensor([codec.latent_channels(m) for m in codec.modalities], device=device)
    for batch in batches:
        prepared, draft = infer(pipeline, batch, settings, device)
        drawn = torch.stack([sample(pipeline, prepared, draft, steps, rng) for _ in range(samples)])
        wanted = torch.repeat_interleave(prepared.target, repeats, dim=1)[:, :, None, None]
        judged = (prepared.weight > 0) * (1 - prepared.observed) * wanted
        variance = draft.log_variance.exp()
        for name, part in codec.slices().items():
            sums[name].add(
                prepared.truth[:, part], draft.mean[:, part], drawn[:, :, part], variance[:, part], judged[:, part]
            )
    figures: dict[str, float] = {}
    for name, total in sums.items():
        if total.weight > 0:
            figures[f"draft/{name}"] = total.draft / total.weight
            figures[f"estimate/{name}"] = total.estimate / total.weight
            figures[f"calibration/draft/{name}"] = (total.draft_square / max(total.draft_variance, 1e-9)) ** 0.5
            figures[f"calibration/estimate/{name}"] = (
                total.estimate_square / max(total.estimate_variance, 1e-9)
            ) ** 0.5
    return figures
