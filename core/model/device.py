"""Where the network runs and in which number format, decided at run time, with the reason."""

from __future__ import annotations

from dataclasses import dataclass

import torch

GIB = 1 << 30


@dataclass(frozen=True)
class Device:
    """A device, the network's number format on it, windows per batch, and a sentence that says why."""

    device: torch.device
    dtype: torch.dtype
    batch: int
    reason: str


def choose_device(window: int) -> Device:
    """CUDA where there is one, else the CPU; bfloat16 where the hardware computes in it.

    Args:
        window: pixels along one axis; the batch is scaled to it.
    """
    scale = max(1, (window // 128) ** 2)
    if torch.cuda.is_available():
        properties = torch.cuda.get_device_properties(0)
        bf16 = torch.cuda.is_bf16_supported()
        batch = max(1, min(64, properties.total_memory // (GIB // 4) // scale))
        reason = f"{properties.name} {properties.total_memory // GIB} GB · CUDA {torch.version.cuda}"
        return Device(torch.device("cuda"), torch.bfloat16 if bf16 else torch.float32, batch, reason)
    why = "no CUDA device" if torch.backends.cuda.is_built() else "this torch is a CPU build"
    native = torch.cpu._is_avx512_bf16_supported() or torch.cpu._is_amx_tile_supported()
    dtype = torch.bfloat16 if native else torch.float32
    kind = "bfloat16" if native else "float32, the processor has no bfloat16"
    return Device(torch.device("cpu"), dtype, max(1, 8 // scale), f"CPU – {why} · {kind}")
