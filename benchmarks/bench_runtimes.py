"""ONNX Runtime and OpenVINO against torch: time and error of the encoder, the generator and a whole drawing.

They are no part of the engine's environment. Where they are not installed, the table says so.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import click
import torch

from ..core.model.runtime import SceneModel
from . import runtimes
from .table import Row, markdown
from .timing import PROCESSOR, WALL, Clock, side_by_side
from .window_batch import Windows, make_windows, model_as

#: Errors mean something with trained weights only.
MODEL = "scenefill-demo"
BATCH = 8
STEPS = 4
#: The engine's own choice where the processor has it, and what the others are held against.
OURS = "torch bf16"
EXACT = "torch fp32"
PARTS = ("encoder", "generator", f"drawing of {STEPS} steps")

Networks = Mapping[str, tuple[Callable[[], torch.Tensor], ...]]


def rows(rounds: int = 5, clock: Clock = WALL) -> list[Row]:
    """Time over torch bf16's, and error over torch bf16's error, both against torch fp32, by runtime and part."""
    absent = runtimes.missing()
    if absent:
        return [Row(f"CPU runtimes: not installed: {', '.join(absent)}", None)]
    model = SceneModel.load(MODEL)
    with TemporaryDirectory() as name, torch.inference_mode():
        return _compare(variants(model, make_windows(model, BATCH), Path(name)), rounds, clock)


def variants(model: SceneModel, windows: Windows, folder: Path) -> Networks:
    """By runtime, calls that compute each of :data:`PARTS`; ``folder`` is for what is exported."""
    exact = model_as(model, torch.float32, BATCH)
    with torch.inference_mode(False):
        paths = runtimes.export(exact, windows, folder)
    calls = runtimes.calls_of(exact, windows)
    found = {
        OURS: _torch_parts(model_as(model, torch.bfloat16, BATCH), windows, calls),
        EXACT: _torch_parts(exact, windows, calls),
    }
    for name, load in runtimes.LOADERS.items():
        encoder, generator = (load(path) for path in paths)
        swapped = model_as(model, torch.float32, BATCH)
        swapped.pipeline.encoder = runtimes.ForeignEncoder(encoder)
        swapped.pipeline.generator = runtimes.ForeignGenerator(generator)
        found[name] = (
            functools.partial(runtimes.foreign, encoder, calls.encoder),
            functools.partial(runtimes.foreign, generator, calls.generator),
            functools.partial(_drawing, swapped, windows),
        )
    return found


def _torch_parts(model: SceneModel, windows: Windows, calls: runtimes.Calls) -> tuple[Callable[[], torch.Tensor], ...]:
    dtype = model.device.dtype
    shown = [item.modality for item in windows.batch.observations[0]]
    encoder = runtimes.FlatEncoder(model.pipeline.encoder, shown, windows.batch.size)
    encoder_calls, generator_calls = ([t.to(dtype) for t in part] for part in (calls.encoder, calls.generator))
    return (
        lambda: encoder(*encoder_calls).float(),
        lambda: model.pipeline.generator(*generator_calls).float(),
        functools.partial(_drawing, model, windows),
    )


def _drawing(model: SceneModel, windows: Windows) -> torch.Tensor:
    drawn = windows.draw(model, STEPS, 1)
    return torch.stack([torch.from_numpy(window["optical"].mean) for window in drawn])


def _compare(found: Networks, rounds: int, clock: Clock) -> list[Row]:
    told = []
    for index, part in enumerate(PARTS):
        calls = {name: parts[index] for name, parts in found.items()}
        truth = calls[EXACT]()
        errors = {name: float((call() - truth).square().mean().sqrt()) for name, call in calls.items()}
        ratios = side_by_side(calls, OURS, rounds, clock)
        for name in found:
            if name != OURS:
                told.append(Row(f"{part}: {name} over {OURS}", ratios[name]))
                told.append(Row(f"{part}: error of {name} over that of {OURS}", errors[name] / errors[OURS]))
    return told


@click.command(help=__doc__)
@click.option("--rounds", default=5, show_default=True)
@click.option("--processor-time", is_flag=True, help="Not wall-clock time: for a busy machine, with one thread.")
def main(rounds: int, processor_time: bool) -> None:
    click.echo(markdown(rows(rounds, PROCESSOR if processor_time else WALL)))


if __name__ == "__main__":
    main()
