"""Writing a model's folder: weights as bfloat16 safetensors, manifest, digests."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import torch

from ..modalities import registry
from .config import SceneGenConfig, model_config
from .pipeline import SceneGenPipeline, build_pipeline
from .store import Manifest, write_manifest


def export_model(
    pipeline: SceneGenPipeline, config: SceneGenConfig, folder: Path, facts: Mapping[str, Any]
) -> Manifest:
    """Write ``pipeline`` to ``folder`` with its manifest.

    Args:
        pipeline: trained weights; converted to bfloat16 in place.
        config: the size it was built from.
        folder: replaced where it exists.
        facts: members of :class:`Manifest` that only the caller knows: ``id``, ``title``, ``version``, ``licence`` and,
            if there are any, ``calibration``, ``training``, ``pixel_sizes``.
    """
    if folder.exists():
        shutil.rmtree(folder)
    for name in ("encoder", "heads", "generator"):
        module = getattr(pipeline, name)
        # Contiguous: safetensors stores memory as it lies. torch's own method, because diffusers' warns about modules
        # that want float32 even where there are none.
        torch.nn.Module.to(module, torch.bfloat16)
        module.to(memory_format=torch.contiguous_format)
    pipeline.save_pretrained(folder, safe_serialization=True)
    known = registry()
    manifest = Manifest(
        size=config.name,
        modalities={m: known[m].band_ids for m in config.modalities},
        window=config.window,
        overlap=config.overlap,
        overview_factor=config.overview_factor,
        files={},
        **{"pixel_sizes": (5.0, 80.0), **facts},
    )
    return write_manifest(folder, manifest)


def write_untrained(folder: Path, size: str = "toy", seed: int = 0) -> Manifest:
    """A model of the given size with random weights that draw something: for tests of everything but quality."""
    config = model_config(size)
    with torch.random.fork_rng():
        torch.manual_seed(seed)
        pipeline = build_pipeline(config)
        # Zero-initialised output layers would hide mistakes behind zeros.
        for part in (pipeline.heads.leave, pipeline.encoder.guide, pipeline.encoder.up1):
            for parameter in part.parameters():
                torch.nn.init.normal_(parameter, std=0.05)
    facts = {"id": f"untrained-{size}", "title": "Random weights", "version": "0", "licence": "CC0-1.0"}
    return export_model(pipeline, config, folder, facts)
