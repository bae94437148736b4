"""The encoder and the generator in ONNX Runtime and OpenVINO, in place of torch's.

Exported with one fixed set of inputs in one fixed batch shape, which is what the engine uses within a pass.
"""

from __future__ import annotations

import importlib.util
import logging
import warnings
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import nn

from ..core.model.encoder import SceneInput
from ..core.model.runtime import SceneModel
from .window_batch import Windows

#: What has to be importable besides the engine's own packages.
NEEDED = ("onnx", "onnxscript", "onnxruntime", "openvino")
OPSET = 20

Compiled = Callable[[Sequence[np.ndarray]], np.ndarray]
#: From an ONNX file to something to call.
Loader = Callable[[Path], Compiled]


def missing() -> list[str]:
    """Packages of :data:`NEEDED` that are not installed."""
    return [name for name in NEEDED if importlib.util.find_spec(name) is None]


@dataclass(frozen=True)
class Calls:
    """Arguments with which the engine calls the two networks for one batch, by position; float32."""

    encoder: tuple[torch.Tensor, ...]
    generator: tuple[torch.Tensor, ...]


class FlatEncoder(nn.Module):
    """The encoder with tensors by position: values, mask and features of each input, then the scene and the guide."""

    def __init__(self, encoder: nn.Module, modalities: Sequence[str], size: tuple[int, int]) -> None:
        super().__init__()
        self.encoder, self.modalities, self.size = encoder, tuple(modalities), size

    def forward(self, *tensors: torch.Tensor) -> torch.Tensor:
        *given, scene, guide = tensors
        inputs = [SceneInput(m, *given[3 * i : 3 * i + 3]) for i, m in enumerate(self.modalities)]
        return self.encoder(inputs, scene, self.size, guide)


class ForeignEncoder(nn.Module):
    """Stands in for :class:`SceneEncoder`."""

    def __init__(self, compiled: Compiled) -> None:
        super().__init__()
        self.compiled = compiled

    def forward(
        self, inputs: Sequence[SceneInput], scene: torch.Tensor, size: tuple[int, int], guide: torch.Tensor
    ) -> torch.Tensor:
        return foreign(self.compiled, (*flat(inputs), scene, guide))


class ForeignGenerator(nn.Module):
    """Stands in for :class:`ResidualGenerator`; its one parameter says in which type it wants its arguments."""

    def __init__(self, compiled: Compiled) -> None:
        super().__init__()
        self.compiled = compiled
        self.wanted = nn.Parameter(torch.zeros(1), requires_grad=False)

    def forward(self, *tensors: torch.Tensor) -> torch.Tensor:
        return foreign(self.compiled, tensors)


def flat(inputs: Sequence[SceneInput]) -> tuple[torch.Tensor, ...]:
    """The tensors of the encoder's inputs by position."""
    return tuple(tensor for item in inputs for tensor in (item.values, item.mask, item.features))


def foreign(compiled: Compiled, tensors: Sequence[torch.Tensor]) -> torch.Tensor:
    """Call a compiled network with torch's tensors."""
    return torch.from_numpy(compiled([tensor.contiguous().numpy() for tensor in tensors]))


def calls_of(model: SceneModel, windows: Windows) -> Calls:
    """What the engine would hand to the networks of ``model``, which is in float32, for these windows."""
    tensors, batch = model.tensors, windows.batch
    inputs, scene, guide = tensors.inputs(batch), tensors.scene(batch), tensors.guide(batch)
    if guide is None:
        raise ValueError("The windows have no guide, which the export needs.")
    with torch.inference_mode():
        draft = model.pipeline.infer_scene(inputs, scene, batch.size, guide)
        observed, _ = tensors.known(batch)
        target = torch.ones(len(scene), len(model.modalities))
        noisy = torch.randn(draft.mean.shape, generator=torch.Generator().manual_seed(0))
        time = torch.full((len(scene),), 0.5)
    return Calls((*flat(inputs), scene, guide), (noisy, draft.mean, observed, target, draft.scene_map, time))


def export(model: SceneModel, windows: Windows, folder: Path) -> tuple[Path, Path]:
    """Write ``encoder.onnx`` and ``generator.onnx`` of a model in float32."""
    calls = calls_of(model, windows)
    shown = [item.modality for item in windows.batch.observations[0]]
    encoder = FlatEncoder(model.pipeline.encoder, shown, windows.batch.size)
    parts = ((encoder, calls.encoder, "encoder.onnx"), (model.pipeline.generator, calls.generator, "generator.onnx"))
    logging.getLogger("torch.onnx").setLevel(logging.ERROR)
    for module, arguments, name in parts:
        # Tensors made in inference mode cannot be traced.
        plain = tuple(tensor.clone().contiguous() for tensor in arguments)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            torch.onnx.export(module, plain, str(folder / name), dynamo=True, opset_version=OPSET, verbose=False)
    return folder / "encoder.onnx", folder / "generator.onnx"


def onnx_runtime(path: Path) -> Compiled:
    """ONNX Runtime on the CPU in float32, with as many threads as torch has."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = torch.get_num_threads()
    session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    names = [item.name for item in session.get_inputs()]
    return lambda arrays: session.run(None, dict(zip(names, arrays)))[0]


def openvino(precision: str) -> Loader:
    """OpenVINO on the CPU in ``precision`` (``f32`` or ``bf16``), with as many threads as torch has."""

    def load(path: Path) -> Compiled:
        from openvino import Core

        options: dict[str, Any] = {
            "INFERENCE_PRECISION_HINT": precision,
            "INFERENCE_NUM_THREADS": torch.get_num_threads(),
            "PERFORMANCE_HINT": "LATENCY",
        }
        request = Core().compile_model(str(path), "CPU", options).create_infer_request()
        # A copy: the request uses its memory again at the next call.
        return lambda arrays: request.infer(list(arrays), share_inputs=True)[0].copy()

    return load


LOADERS: dict[str, Loader] = {
    "ONNX Runtime fp32": onnx_runtime,
    "OpenVINO fp32": openvino("f32"),
    "OpenVINO bf16": openvino("bf16"),
}
