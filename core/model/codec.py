"""Codecs: model-space pixels to the latents that the generator draws, and back.

``z = encode(modality, x)`` maps ``(B, C, H, W)`` to ``(B, L, H/f, W/f)``. Everything downstream handles the latents of
all modalities concatenated along channels in the registry's order; :meth:`Codec.slices` says where each one is.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import torch
from diffusers import AutoencoderKL, ConfigMixin, ModelMixin
from diffusers.configuration_utils import register_to_config
from torch import nn
from torch.nn import functional as F

#: ``(modality, bands)`` in channel order. Pairs, because saved configurations sort the keys of mappings.
Bands = Sequence[tuple[str, int]]


class Codec(ModelMixin, ConfigMixin):
    """Interface of all codecs; subclasses say how one modality is encoded."""

    factor: int
    modalities: dict[str, int]

    def latent_channels(self, modality: str) -> int:
        """Latent channels of ``modality``."""
        raise NotImplementedError

    def encode(self, modality: str, x: torch.Tensor) -> torch.Tensor:
        """``(B, C, H, W)`` model space to ``(B, L, H/f, W/f)`` latents."""
        raise NotImplementedError

    def decode(self, modality: str, z: torch.Tensor) -> torch.Tensor:
        """The inverse of :meth:`encode`, exact or as near as the codec can."""
        raise NotImplementedError

    def encode_mask(self, modality: str, mask: torch.Tensor) -> torch.Tensor:
        """``(B, C, H, W)`` 0/1 to ``(B, L, H/f, W/f)``: 1 where a latent value depends on pixels with mask 1 only."""
        raise NotImplementedError

    @property
    def total_channels(self) -> int:
        return sum(self.latent_channels(m) for m in self.modalities)

    def slices(self) -> dict[str, slice]:
        """Where each modality's latents are in the concatenation."""
        result, start = {}, 0
        for modality in self.modalities:
            stop = start + self.latent_channels(modality)
            result[modality] = slice(start, stop)
            start = stop
        return result

    def encode_all(self, x: Mapping[str, torch.Tensor]) -> torch.Tensor:
        """Latents of every modality, concatenated: ``(B, sum L, H/f, W/f)``."""
        return torch.cat([self.encode(m, x[m]) for m in self.modalities], dim=1)

    def encode_masks(self, masks: Mapping[str, torch.Tensor]) -> torch.Tensor:
        """Masks of every modality, concatenated like :meth:`encode_all`."""
        return torch.cat([self.encode_mask(m, masks[m]) for m in self.modalities], dim=1)


class PixelUnshuffleCodec(Codec):
    """Exact and free of weights: each latent cell holds the ``f × f`` pixels it covers."""

    @register_to_config
    def __init__(self, modalities: Bands, factor: int = 2) -> None:
        super().__init__()
        self.modalities = dict(modalities)
        self.factor = factor
        # A module without a single tensor cannot be saved as safetensors, nor asked for its dtype.
        self.register_buffer("exact", torch.ones(1))

    def latent_channels(self, modality: str) -> int:
        return self.modalities[modality] * self.factor**2

    def encode(self, modality: str, x: torch.Tensor) -> torch.Tensor:
        return F.pixel_unshuffle(x, self.factor)

    def decode(self, modality: str, z: torch.Tensor) -> torch.Tensor:
        return F.pixel_shuffle(z, self.factor)

    def encode_mask(self, modality: str, mask: torch.Tensor) -> torch.Tensor:
        return F.pixel_unshuffle(mask, self.factor)


class AutoencoderCodec(Codec):
    """One diffusers ``AutoencoderKL`` per modality, as latent diffusion at scale uses them."""

    @register_to_config
    def __init__(self, modalities: Bands, latent_channels: int = 16, options: Mapping[str, Any] | None = None) -> None:
        super().__init__()
        self.modalities = dict(modalities)
        self._latent_channels = latent_channels
        settings = dict(options or {})
        depth = len(settings.get("block_out_channels", (64,)))
        settings.setdefault("down_block_types", ("DownEncoderBlock2D",) * depth)
        settings.setdefault("up_block_types", ("UpDecoderBlock2D",) * depth)
        self.factor = 2 ** (depth - 1)
        self.autoencoders = nn.ModuleDict(
            {
                name: AutoencoderKL(in_channels=bands, out_channels=bands, latent_channels=latent_channels, **settings)
                for name, bands in self.modalities.items()
            }
        )

    def _autoencoder(self, modality: str) -> Any:
        return self.autoencoders[modality]

    def latent_channels(self, modality: str) -> int:
        return self._latent_channels

    def encode(self, modality: str, x: torch.Tensor) -> torch.Tensor:
        # The mode, not a sample: the codec must be a function, or the same scene would have many latents.
        return self._autoencoder(modality).encode(x).latent_dist.mode()

    def decode(self, modality: str, z: torch.Tensor) -> torch.Tensor:
        return self._autoencoder(modality).decode(z).sample

    def encode_mask(self, modality: str, mask: torch.Tensor) -> torch.Tensor:
        every_band = mask.amin(dim=1, keepdim=True)
        pooled = -F.max_pool2d(-every_band, self.factor)
        return pooled.expand(-1, self._latent_channels, -1, -1)
