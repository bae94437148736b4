"""SceneGen as a ``diffusers.DiffusionPipeline``: infer the scene once, draft from it, draw from it.

Everything here is in model space and knows nothing of units, grids or files; :mod:`scenefill.core.model.runtime` puts
physical units around it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from diffusers import DiffusionPipeline, FlowMatchEulerDiscreteScheduler
from diffusers.utils import logging as diffusers_logging

from .codec import AutoencoderCodec, Codec, PixelUnshuffleCodec
from .config import SceneGenConfig
from .encoder import DraftHeads, SceneEncoder, SceneInput
from .generator import ResidualGenerator


@dataclass(frozen=True)
class SceneDraft:
    """What one pass of the encoder gives.

    Attributes:
        scene_map: S, ``(B, scene_channels, h, w)``.
        mean, log_variance: of all latents, ``(B, sum L, h, w)`` float32.
    """

    scene_map: torch.Tensor
    mean: torch.Tensor
    log_variance: torch.Tensor


class SceneGenPipeline(DiffusionPipeline):
    """Codec, scene encoder, draft heads, generator and scheduler, saved and loaded together."""

    model_cpu_offload_seq = "encoder->heads->generator->codec"

    def __init__(
        self,
        codec: Codec,
        encoder: SceneEncoder,
        heads: DraftHeads,
        generator: ResidualGenerator,
        scheduler: FlowMatchEulerDiscreteScheduler,
    ) -> None:
        super().__init__()
        self.register_modules(codec=codec, encoder=encoder, heads=heads, generator=generator, scheduler=scheduler)

    def infer_scene(
        self,
        inputs: Sequence[SceneInput],
        scene: torch.Tensor,
        size: tuple[int, int],
        guide: torch.Tensor | None = None,
    ) -> SceneDraft:
        """Encode the observations; arguments as in :meth:`SceneEncoder.forward`.

        The heads run in float32 whatever the encoder's type: the draft carries the values that users read, and eight
        bits of mantissa would show in them.
        """
        scene_map = self.encoder(inputs, scene, size, guide)
        mean, log_variance = self.heads(scene_map.to(next(self.heads.parameters()).dtype))
        return SceneDraft(scene_map, mean.float(), log_variance.float())

    def draw_residual(
        self,
        draft: SceneDraft,
        noise: torch.Tensor,
        observed: torch.Tensor,
        known: torch.Tensor,
        target: torch.Tensor,
        steps: int,
        check: Callable[[], None] | None = None,
    ) -> torch.Tensor:
        """Integrate the residual flow from noise to one realisation.

        The network predicts the clean residual r̂; the scheduler wants the velocity of the straight path
        ``x_t = (1 - t) r + t n``, which is ``(x_t - r̂) / t`` (rectified flow, Liu et al. 2022, arXiv 2209.03003).

        Args:
            draft: from :meth:`infer_scene`.
            noise: ``(B, sum L, h, w)`` standard normal.
            observed: ``(B, sum L, h, w)`` 1 where ``known`` is an observation of a target.
            known: ``(B, sum L, h, w)`` latents of the targets' observations.
            target: ``(B, M)`` 1 for each modality to draw.
            steps: network evaluations.
            check: called before each of them; may raise to cancel.

        Returns:
            Latents ``(B, sum L, h, w)`` float32: ``mean + sigma * residual``; without residual, what was drawn itself.
        """
        origin, sigma = self.heads.frame(draft.mean)
        counts = [self.codec.latent_channels(m) for m in self.codec.modalities]
        repeats = torch.tensor(counts, device=target.device)
        drawn = torch.repeat_interleave(target, repeats, dim=1)[:, :, None, None]
        observed = observed * drawn
        clean = (known - origin) / sigma
        dtype = next(self.generator.parameters()).dtype
        constants = [origin.to(dtype), observed.to(dtype), target.to(dtype), draft.scene_map.to(dtype)]
        levels = torch.linspace(1.0, 1.0 / steps, steps).tolist()
        self.scheduler.set_timesteps(sigmas=levels, device=noise.device)
        self.scheduler.set_begin_index(0)
        x = noise * drawn
        for level, timestep in zip(levels, self.scheduler.timesteps):
            if check is not None:
                check()
            x = torch.where(observed > 0, clean, x)
            time = torch.full((x.shape[0],), level, device=x.device, dtype=dtype)
            predicted = self.generator(x.to(dtype), *constants, time).float() * drawn
            x = self.scheduler.step((x - predicted) / level, timestep, x, return_dict=False)[0]
        return origin + sigma * torch.where(observed > 0, clean, x)

    def decode(self, latents: torch.Tensor, modalities: Sequence[str]) -> dict[str, torch.Tensor]:
        """Latents of all modalities to model-space pixels of some: ``{modality: (B, C, H, W)}``."""
        slices = self.codec.slices()
        return {m: self.codec.decode(m, latents[:, slices[m]]) for m in modalities}

    @torch.no_grad()
    def __call__(
        self,
        inputs: Sequence[SceneInput],
        scene: torch.Tensor,
        size: tuple[int, int],
        targets: Sequence[str],
        *,
        known: Mapping[str, tuple[torch.Tensor, torch.Tensor]] | None = None,
        guide: torch.Tensor | None = None,
        steps: int = 4,
        generator: torch.Generator | None = None,
    ) -> dict[str, torch.Tensor]:
        """One realisation of ``targets`` with torch's own noise: the plain use in a notebook.

        Args:
            inputs, scene, size, guide: as in :meth:`SceneEncoder.forward`.
            targets: modalities to draw, jointly.
            known: per target, model-space values and mask ``(B, C, H, W)`` that are observed and stay as they are.
            steps: network evaluations; 0 gives the draft.
            generator: source of the noise.

        Returns:
            ``{modality: (B, C, H, W)}`` in model space.
        """
        draft = self.infer_scene(inputs, scene, size, guide)
        if steps == 0:
            return self.decode(draft.mean, targets)
        shape = tuple(draft.mean.shape)
        observed, values = torch.zeros(shape, device=self.device), torch.zeros(shape, device=self.device)
        slices = self.codec.slices()
        for modality, (pixels, mask) in (known or {}).items():
            observed[:, slices[modality]] = self.codec.encode_mask(modality, mask.float())
            values[:, slices[modality]] = self.codec.encode(modality, pixels).float()
        wanted = [float(m in targets) for m in self.codec.modalities]
        target = torch.tensor(wanted, device=self.device).expand(shape[0], -1)
        noise = torch.randn(shape, generator=generator).to(self.device)
        return self.decode(self.draw_residual(draft, noise, observed, values, target, steps), targets)


def load_pipeline(folder: Path | str, dtype: torch.dtype | dict[str, torch.dtype]) -> SceneGenPipeline:
    """Load a saved pipeline from local files, silently: the caller has its own progress.

    Args:
        folder: as written by ``save_pretrained``.
        dtype: of all modules, or per module with ``"default"`` for the others.
    """
    level = diffusers_logging.get_verbosity()
    diffusers_logging.set_verbosity_error()
    diffusers_logging.disable_progress_bar()
    try:
        return SceneGenPipeline.from_pretrained(folder, dtype=dtype, local_files_only=True)
    finally:
        diffusers_logging.set_verbosity(level)
        diffusers_logging.enable_progress_bar()


def build_pipeline(config: SceneGenConfig) -> SceneGenPipeline:
    """An untrained pipeline of the given size. Weights follow torch's global random numbers."""
    modalities = tuple(config.modalities.items())
    if config.codec == "autoencoder-kl":
        codec: Codec = AutoencoderCodec(modalities, config.latent_channels, dict(config.codec_options))
    else:
        codec = PixelUnshuffleCodec(modalities, config.latent_factor)
    latents = tuple((m, codec.latent_channels(m)) for m, _ in modalities)
    encoder = SceneEncoder(
        modalities,
        config.latent_factor,
        config.scene_channels,
        config.trunk_channels,
        config.trunk_blocks,
        config.fusion_groups,
    )
    heads = DraftHeads(latents, config.scene_channels, config.residual)
    generator = ResidualGenerator(
        sum(count for _, count in latents),
        len(modalities),
        config.scene_channels,
        config.generator,
        dict(config.generator_options),
    )
    return SceneGenPipeline(codec, encoder, heads, generator, FlowMatchEulerDiscreteScheduler())
