"""The losses of SceneGen on one batch of :class:`scenefill.training.sampler.TrainingStream`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import torch
from torch.nn import functional as F
from torchmetrics.functional.image import structural_similarity_index_measure

from ..core.model.conditioning import input_features, scene_features
from ..core.model.encoder import SceneInput
from ..core.model.pipeline import SceneDraft, SceneGenPipeline
from .sampler import SLOTS
from .settings import TrainSettings

#: The range of model space that real surfaces span, for SSIM's constants.
MODEL_RANGE = 4.0


@dataclass(frozen=True)
class Prepared:
    """A batch as the network takes it.

    Attributes:
        inputs, coarse_inputs: what the encoder is shown at full resolution and at overview resolution.
        complete: what it would be shown if everything were observed.
        scene, coarse_scene: scene features.
        truth, valid, observed, weight: latents of all modalities; ``weight`` is the loss weight (0 where no truth).
        target: ``(B, M)`` modalities to draw.
    """

    inputs: list[SceneInput]
    coarse_inputs: list[SceneInput]
    complete: list[SceneInput]
    scene: torch.Tensor
    coarse_scene: torch.Tensor
    truth: torch.Tensor
    valid: torch.Tensor
    observed: torch.Tensor
    weight: torch.Tensor
    target: torch.Tensor


def _tensors(batch: Mapping[str, Any], name: str, device: torch.device) -> dict[str, torch.Tensor]:
    return {slot: torch.as_tensor(batch[name][slot]).to(device).float() for slot, _ in SLOTS if slot in batch[name]}


def prepare(
    pipeline: SceneGenPipeline, batch: Mapping[str, Any], settings: TrainSettings, device: torch.device
) -> Prepared:
    """Numpy batch to tensors in latents; see :class:`Prepared`."""
    codec = pipeline.codec
    fields = ("x", "valid", "observed", "seen", "coarse_seen", "coarse_observed")
    x, valid, observed, seen, coarse_seen, coarse_observed = (_tensors(batch, f, device) for f in fields)
    pixel_size = torch.as_tensor(batch["pixel_size"]).to(device).float()
    native, day, delta = (torch.as_tensor(batch[f]).to(device).float() for f in ("native", "day", "delta_days"))
    factor = 8.0
    # Slots that nobody in the batch has would only cost time.
    shown, coarsely_shown, exists = (
        {slot: bool(batch[name][slot].any()) for slot, _ in SLOTS} for name in ("observed", "coarse_observed", "valid")
    )
    inputs, coarse_inputs, complete = [], [], []
    for index, (slot, modality) in enumerate(SLOTS):
        facts = (native[:, index], day[:, index], delta[:, index])
        features = input_features(pixel_size, *facts)
        if shown[slot]:
            inputs.append(SceneInput(modality, seen[slot], observed[slot], features))
        if coarsely_shown[slot]:
            coarse = input_features(pixel_size * factor, *facts)
            coarse_inputs.append(SceneInput(modality, coarse_seen[slot], coarse_observed[slot], coarse))
        if exists[slot]:
            complete.append(SceneInput(modality, x[slot], valid[slot], features))
    weight = torch.as_tensor(batch["weight"]).to(device).float()
    weighted = {m: valid[m] * weight[:, i, None, None, None] for i, m in enumerate(codec.modalities)}
    return Prepared(
        inputs,
        coarse_inputs,
        complete,
        scene_features(pixel_size, day[:, 0]),
        scene_features(pixel_size * factor, day[:, 0]),
        codec.encode_all(x),
        codec.encode_masks(valid),
        codec.encode_masks(observed),
        codec.encode_masks(weighted),
        torch.as_tensor(batch["target"]).to(device).float(),
    )


def weighted_mean(values: torch.Tensor, weight: torch.Tensor) -> torch.Tensor:
    """Mean of ``values`` under ``weight``; 0 where there is no weight at all."""
    return (values * weight).sum() / weight.sum().clamp_min(1.0)


def draft_losses(
    mean: torch.Tensor, log_variance: torch.Tensor, truth: torch.Tensor, weight: torch.Tensor, settings: TrainSettings
) -> torch.Tensor:
    """L1 on the mean and Gaussian likelihood of the variance.

    The likelihood sees the mean detached, so that it cannot buy a low loss by predicting a large variance where the
    mean is hard (Seitzer et al. 2022, arXiv 2203.09168, name the effect).
    """
    error = truth - mean
    l1 = weighted_mean(error.abs() + 0.5 * error.square(), weight)
    square = error.detach().square()
    likelihood = weighted_mean(0.5 * (square * torch.exp(-log_variance) + log_variance), weight)
    return settings.l1 * l1 + settings.likelihood * likelihood


def coarse_pass(
    pipeline: SceneGenPipeline, batch: Mapping[str, Any], prepared: Prepared, settings: TrainSettings
) -> tuple[torch.Tensor, torch.Tensor]:
    """The overview draft of the context: its loss, and the guide for each sample's crop."""
    codec = pipeline.codec
    device = prepared.scene.device
    truth = {m: torch.as_tensor(batch["coarse_x"][m]).to(device).float() for m in codec.modalities}
    valid = {m: torch.as_tensor(batch["coarse_valid"][m]).to(device).float() for m in codec.modalities}
    weights = torch.as_tensor(batch["weight"]).to(device).float()
    valid = {m: v * weights[:, i, None, None, None] for i, (m, v) in enumerate(valid.items())}
    height, width = next(iter(truth.values())).shape[-2:]
    draft = pipeline.infer_scene(prepared.coarse_inputs, prepared.coarse_scene, (height, width))
    loss = draft_losses(draft.mean, draft.log_variance, codec.encode_all(truth), codec.encode_masks(valid), settings)
    with torch.no_grad():
        pixels = torch.cat(list(pipeline.decode(draft.mean, list(codec.modalities)).values()), dim=1)
        side = prepared.truth.shape[-1] * codec.factor // 8
        crops = [pixels[i, :, r : r + side, c : c + side] for i, (r, c) in enumerate(batch["crop_rc"].tolist())]
    return loss, torch.stack(crops)


def flow_loss(pipeline: SceneGenPipeline, draft: SceneDraft, prepared: Prepared, rng: torch.Generator) -> torch.Tensor:
    """Rectified flow on the standardised residual (or on plain values), in x₀ form, on what is to be drawn."""
    codec = pipeline.codec
    device = prepared.truth.device
    repeats = torch.tensor([codec.latent_channels(m) for m in codec.modalities], device=device)
    drawn = torch.repeat_interleave(prepared.target, repeats, dim=1)[:, :, None, None]
    origin, sigma = pipeline.heads.frame(draft.mean.detach())
    residual = (prepared.truth - origin) / sigma
    observed = prepared.observed * drawn
    noise = torch.randn(residual.shape, generator=rng).to(device)
    time = torch.rand(residual.shape[0], generator=rng).to(device)
    level = time[:, None, None, None]
    noisy = (1 - level) * residual + level * noise
    # Where there is no truth, pure noise stands in: the network must not learn that zeros mean "unknown".
    noisy = torch.where(prepared.valid > 0, noisy, noise)
    state = torch.where(observed > 0, residual, noisy * drawn)
    predicted = pipeline.generator(state, origin, observed, prepared.target, draft.scene_map, time)
    weight = prepared.weight * drawn * (1 - observed)
    return weighted_mean((predicted.float() - residual).square(), weight)


@torch.no_grad()
def follow_sigma(pipeline: SceneGenPipeline, draft: SceneDraft, prepared: Prepared, momentum: float = 0.99) -> None:
    """Let σ of every modality follow the spread of what the draft leaves unexplained."""
    codec, sigma = pipeline.codec, pipeline.heads.residual_std
    weight = prepared.weight * (1 - prepared.observed)
    square = (prepared.truth - draft.mean).square() * weight
    for index, part in enumerate(codec.slices().values()):
        total = weight[:, part].sum()
        if total > 1000:
            current = (square[:, part].sum() / total).sqrt().clamp(0.05, 2.0)
            sigma[index] = momentum * sigma[index] + (1 - momentum) * current


def _part(values: torch.Tensor) -> int:
    """Samples for the losses that cost much and change slowly: a quarter of the batch."""
    return max(1, values.shape[0] // 4)


def structure_loss(pipeline: SceneGenPipeline, draft: SceneDraft, prepared: Prepared) -> torch.Tensor:
    """1 − SSIM between draft and truth in model-space pixels, with the draft's own values where there is no truth."""
    part = _part(draft.mean)
    mean, truth, valid = draft.mean[:part], prepared.truth[:part], prepared.valid[:part] > 0
    filled = torch.where(valid, truth, mean.detach())
    guess = torch.where(valid, mean, mean.detach())
    names = list(pipeline.codec.modalities)
    a = torch.cat(list(pipeline.decode(guess, names).values()), dim=1)
    b = torch.cat(list(pipeline.decode(filled, names).values()), dim=1)
    value = structural_similarity_index_measure(a, b, sigma=1.0, kernel_size=7, data_range=MODEL_RANGE)
    return 1 - value


def consistency_loss(
    pipeline: SceneGenPipeline, teacher: torch.nn.Module, draft: SceneDraft, prepared: Prepared, size: tuple[int, int]
) -> torch.Tensor:
    """The scene inferred from a part agrees with the averaged encoder's scene from everything."""
    part = _part(draft.scene_map)
    with torch.no_grad():
        complete = [
            SceneInput(i.modality, i.values[:part], i.mask[:part], i.features[:part]) for i in prepared.complete
        ]
        whole = teacher(complete, prepared.scene[:part], size)
    return F.mse_loss(draft.scene_map[:part].float(), whole.float())
