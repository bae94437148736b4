"""The generator G: one network that draws any set of targets jointly from S.

It sees the noisy residual of the targets, the draft, the state of every latent value (observed, to be drawn, absent)
and S, and predicts the clean residual. What was observed of *other* modalities reaches it through S only.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import torch
from diffusers import ConfigMixin, ModelMixin, SD3Transformer2DModel, UNet2DModel
from diffusers.configuration_utils import register_to_config
from torch import nn
from torch.nn import functional as F


class ResidualGenerator(ModelMixin, ConfigMixin):
    """A diffusers network behind one signature: :meth:`forward`.

    Args:
        latents: latent channels of all modalities together.
        modalities: number of modalities.
        scene_channels: channels of S.
        kind: ``"unet"`` (S enters with the pixels) or ``"transformer"`` (S enters as context tokens as well, and
            is attended to jointly with the latents: MM-DiT, Esser et al. 2024, arXiv 2403.03206).
        options: of the diffusers class.
    """

    @register_to_config
    def __init__(
        self,
        latents: int,
        modalities: int,
        scene_channels: int,
        kind: str = "unet",
        options: Mapping[str, Any] | None = None,
    ) -> None:
        super().__init__()
        self.kind = kind
        channels = 3 * latents + modalities + scene_channels
        settings = dict(options or {})
        if kind == "unet":
            self.network = UNet2DModel(in_channels=channels, out_channels=latents, **settings)
            return
        width = int(settings["num_attention_heads"]) * int(settings["attention_head_dim"])
        self.network = SD3Transformer2DModel(
            in_channels=channels,
            out_channels=latents,
            joint_attention_dim=width,
            caption_projection_dim=width,
            pooled_projection_dim=scene_channels,
            **settings,
        )
        # One context token per 4 × 4 latent cells: geometry enters by channel concatenation, the tokens carry context.
        self.tokens = nn.Conv2d(scene_channels, width, 4, stride=4)

    def forward(
        self,
        noisy: torch.Tensor,
        mean: torch.Tensor,
        observed: torch.Tensor,
        target: torch.Tensor,
        scene_map: torch.Tensor,
        time: torch.Tensor,
    ) -> torch.Tensor:
        """Predict the clean residual.

        Args:
            noisy: ``(B, L, h, w)`` residual at ``time``: clean where observed, 0 where absent.
            mean: ``(B, L, h, w)`` draft.
            observed: ``(B, L, h, w)`` 1 where ``noisy`` is a clean observation.
            target: ``(B, M)`` 1 for each modality to draw.
            scene_map: ``(B, S, h, w)``.
            time: ``(B,)`` 0 (clean) .. 1 (noise).

        Returns:
            ``(B, L, h, w)``.
        """
        flags = target[:, :, None, None].expand(-1, -1, *noisy.shape[-2:])
        x = torch.cat([noisy, mean, observed, flags, scene_map], dim=1)
        if self.kind == "unet":
            return self.network(x, time * 1000.0, return_dict=False)[0]
        tokens = self.tokens(scene_map).flatten(2).transpose(1, 2)
        pooled = F.adaptive_avg_pool2d(scene_map, 1).flatten(1)
        return self.network(
            hidden_states=x,
            encoder_hidden_states=tokens,
            pooled_projections=pooled,
            timestep=time * 1000.0,
            return_dict=False,
        )[0]
