"""Sizes of SceneGen. A size is data: the same classes build the demo on a laptop and the paper-scale model."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ..errors import SceneFillError
from ..modalities import registry

#: Facts about each input that the stems are told: see :func:`scenefill.core.model.conditioning.input_features`.
INPUT_FEATURES = 8
#: Facts about the scene to draw: see :func:`scenefill.core.model.conditioning.scene_features`.
SCENE_FEATURES = 4


@dataclass(frozen=True)
class SceneGenConfig:
    """Everything needed to build a SceneGen pipeline.

    Attributes:
        name: the size's name.
        codec: ``"pixel-unshuffle"`` (exact, no weights) or ``"autoencoder-kl"`` (one per modality).
        latent_factor: pixels per latent cell along one axis.
        latent_channels: channels per modality of an ``autoencoder-kl`` codec; ignored by ``pixel-unshuffle``.
        scene_channels: channels of the scene map S.
        trunk_channels: channels of the encoder at one half and one quarter of S's resolution.
        trunk_blocks: residual blocks per level of the encoder.
        fusion_groups: channel groups of S that choose their inputs independently.
        generator: ``"unet"`` (diffusers ``UNet2DModel``) or ``"transformer"`` (diffusers ``SD3Transformer2DModel``).
        generator_options: passed to that class.
        residual: the generator draws what the draft leaves open; False: it draws plain values and is shown no draft.
        window, overlap: pixels along one axis of the unit of work, and shared by neighbours.
        overview_factor: pixels per pixel of the overview pass.
        modalities: bands per modality, in channel order.
    """

    name: str
    generator_options: Mapping[str, object]
    codec: str = "pixel-unshuffle"
    latent_factor: int = 2
    latent_channels: int = 16
    codec_options: Mapping[str, object] = field(default_factory=dict)
    scene_channels: int = 64
    trunk_channels: tuple[int, int] = (128, 128)
    trunk_blocks: int = 2
    fusion_groups: int = 8
    generator: str = "unet"
    residual: bool = True
    window: int = 128
    overlap: int = 32
    overview_factor: int = 8
    modalities: Mapping[str, int] = field(default_factory=lambda: {m.id: len(m.bands) for m in registry().modalities})


def _unet(channels: tuple[int, ...], layers: int, groups: int) -> dict[str, object]:
    depth = len(channels)
    return {
        "block_out_channels": channels,
        "layers_per_block": layers,
        "down_block_types": ("DownBlock2D",) * depth,
        "up_block_types": ("UpBlock2D",) * depth,
        "norm_num_groups": groups,
        "add_attention": False,
    }


CONFIGS: dict[str, SceneGenConfig] = {
    # For tests: the whole machinery in milliseconds, not meant to draw anything.
    "toy": SceneGenConfig(
        "toy",
        _unet((16, 32), 1, 8),
        scene_channels=16,
        trunk_channels=(24, 24),
        trunk_blocks=1,
        fusion_groups=4,
    ),
    # The demo: trained and run on two CPU cores.
    "nano": SceneGenConfig("nano", _unet((64, 96, 128), 1, 16)),
    # One consumer GPU.
    "base": SceneGenConfig(
        "base",
        _unet((128, 256, 384, 512), 2, 32),
        scene_channels=128,
        trunk_channels=(256, 384),
        trunk_blocks=4,
        fusion_groups=16,
        window=256,
        overlap=64,
    ),
    # About 1.3 billion parameters in the generator, on latents of one autoencoder per modality.
    "paper": SceneGenConfig(
        "paper",
        {
            "sample_size": 64,
            "patch_size": 2,
            "num_layers": 20,
            "attention_head_dim": 64,
            "num_attention_heads": 20,
            "pos_embed_max_size": 96,
        },
        codec="autoencoder-kl",
        latent_factor=8,
        latent_channels=16,
        codec_options={
            "block_out_channels": (128, 256, 512, 512),
            "layers_per_block": 2,
            "norm_num_groups": 32,
        },
        scene_channels=256,
        trunk_channels=(512, 768),
        trunk_blocks=4,
        fusion_groups=16,
        generator="transformer",
        window=512,
        overlap=128,
    ),
}


def model_config(name: str) -> SceneGenConfig:
    """The configuration called ``name``; error ``unknown-model-size`` otherwise."""
    if name not in CONFIGS:
        raise SceneFillError(
            "unknown-model-size", f"There is no model size called '{name}'.", f"Use one of: {', '.join(CONFIGS)}."
        )
    return CONFIGS[name]
